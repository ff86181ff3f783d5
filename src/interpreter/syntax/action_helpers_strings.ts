// The grammar's actions for strings and f-strings: tokens and parts in, Constant and JoinedStr nodes out.
//
// Answers to CPython 3.12: Parser/action_helpers.c, section "Fstring stuff", and its two helpers for conversions
// and format specifications. Names are CPython's without the `_PyPegen_`; positions come as four numbers where
// CPython passes EXTRA. Each gives null after raising its error through the host.
//
// As the grammar uses them:
//   fstring_middle             t=FSTRING_MIDDLE  -> constantFromToken(t)
//   fstring_replacement_field  -> formattedValue(p, a, debug_expr, conversion, format, rbrace, ...EXTRA)
//   fstring_conversion         -> checkFstringConversion(p, conv_token, conv)
//   fstring_full_format_spec   -> setupFullFormatSpec(p, colon, spec, ...EXTRA)
//   fstring_format_spec        t=FSTRING_MIDDLE  -> decodedConstantFromToken(p, t)
//   fstring                    -> joinedStr(p, a, b, c)
//   string                     -> constantFromString(p, s)
//   strings                    -> concatenateStrings(p, a, ...EXTRA)

import type { ConstantExpr, Expr, FormattedValue, JoinedStr, Located, Name } from './ast.ts';
import { DecodeError, decodeString, type LiteralHost, parseString } from './string_parser.ts';
import type { Token } from './token.ts';

/** CPython 3.12: Parser/pegen.h ResultTokenWithMetadata */
export interface ResultTokenWithMetadata<T> {
  result: T;
  metadata: string | null;
}

function constant(value: ConstantExpr['value'], kind: string | null, at: Located): ConstantExpr {
  return {
    node: 'Constant',
    value,
    kind,
    lineno: at.lineno,
    col_offset: at.col_offset,
    end_lineno: at.end_lineno,
    end_col_offset: at.end_col_offset,
  };
}

/** CPython 3.12: Parser/pegen_errors.c _Pypegen_raise_decode_error */
function raiseDecodeError(p: LiteralHost, error: DecodeError): null {
  const kind = error.type === 'UnicodeDecodeError' ? 'unicode error' : 'value error';
  return p.raiseSyntaxError(`(${kind}) ${error.msg}`);
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_constant_from_token */
export function constantFromToken(t: Token): ConstantExpr {
  return constant(t.string, null, t);
}

/**
 * A piece of a format specification. Errors of decoding are not made into SyntaxErrors here, as in CPython.
 * CPython 3.12: Parser/action_helpers.c _PyPegen_decoded_constant_from_token
 */
export function decodedConstantFromToken(p: LiteralHost, t: Token): ConstantExpr | null {
  const value = decodeString(p, false, t.string, t);
  if (value === null) return null;
  if (value instanceof DecodeError) return p.raiseException(value.type, value.msg);
  return constant(value, null, t);
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_constant_from_string */
export function constantFromString(p: LiteralHost, t: Token): ConstantExpr | null {
  const value = parseString(p, t);
  if (value === null) return null;
  if (value instanceof DecodeError) return raiseDecodeError(p, value);
  return constant(value, t.string.charCodeAt(0) === 0x75 /* u */ ? 'u' : null, t);
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_check_fstring_conversion */
export function checkFstringConversion(
  p: LiteralHost,
  convToken: Token,
  conv: Name,
): ResultTokenWithMetadata<Name> | null {
  if (convToken.lineno !== conv.lineno || convToken.end_col_offset !== conv.col_offset) {
    return p.raiseSyntaxErrorKnownLocation(
      convToken.lineno,
      convToken.col_offset,
      conv.end_lineno,
      conv.end_col_offset,
      'f-string: conversion type must come right after the exclamanation mark',
    );
  }
  return { result: conv, metadata: convToken.metadata };
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_setup_full_format_spec */
export function setupFullFormatSpec(
  p: LiteralHost,
  colon: Token,
  spec: Expr[],
  lineno: number,
  col_offset: number,
  end_lineno: number,
  end_col_offset: number,
): ResultTokenWithMetadata<Expr> | null {
  let values = spec;
  const first = values[0];
  // An empty specification is an empty JoinedStr, not one with an empty constant.
  if (values.length === 1 && first!.node === 'Constant' && first!.value === '') values = [];
  let result: Expr | null;
  if (values.length === 0 || (values.length === 1 && values[0]!.node === 'Constant')) {
    result = { node: 'JoinedStr', values, lineno, col_offset, end_lineno, end_col_offset };
  } else {
    result = concatenateStrings(p, values, lineno, col_offset, end_lineno, end_col_offset);
  }
  return result === null ? null : { result, metadata: colon.metadata };
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_decode_fstring_part */
function decodeFstringPart(
  p: LiteralHost,
  raw: boolean,
  part: ConstantExpr,
  token: Token,
): ConstantExpr | null {
  const text = part.value as string;
  const value = text === '{{' || text === '}}' ? text[0]! : decodeString(p, raw, text, token);
  if (value === null) return null;
  if (value instanceof DecodeError) return raiseDecodeError(p, value);
  return constant(value, null, part);
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_joined_str */
export function joinedStr(p: LiteralHost, a: Token, rawExpressions: Expr[], b: Token): JoinedStr | null {
  const raw = /[rR]/.test(a.string);
  const values: Expr[] = [];
  for (const expression of rawExpressions) {
    // A field with `=` is a JoinedStr of its text and its value: both belong here.
    const items = expression.node === 'JoinedStr' ? expression.values : [expression];
    for (const item of items) {
      if (item.node !== 'Constant') {
        values.push(item);
        continue;
      }
      const part = decodeFstringPart(p, raw, item, b);
      if (part === null) return null;
      if (part.value !== '') values.push(part);
    }
  }
  return {
    node: 'JoinedStr',
    values,
    lineno: a.lineno,
    col_offset: a.col_offset,
    end_lineno: b.end_lineno,
    end_col_offset: b.end_col_offset,
  };
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_formatted_value */
export function formattedValue(
  p: LiteralHost,
  expression: Expr,
  debug: Token | null,
  conversion: ResultTokenWithMetadata<Name> | null,
  format: ResultTokenWithMetadata<Expr> | null,
  closingBrace: Token,
  lineno: number,
  col_offset: number,
  end_lineno: number,
  end_col_offset: number,
): FormattedValue | JoinedStr | null {
  let conversionValue = -1;
  if (conversion !== null) {
    const name = conversion.result;
    if (name.id !== 's' && name.id !== 'r' && name.id !== 'a') {
      return p.raiseSyntaxErrorKnownLocation(
        name.lineno,
        name.col_offset,
        name.end_lineno,
        name.end_col_offset,
        `f-string: invalid conversion character '${name.id}': expected 's', 'r', or 'a'`,
      );
    }
    conversionValue = name.id.charCodeAt(0);
  } else if (debug !== null && format === null) {
    conversionValue = 0x72; // r
  }

  const value: FormattedValue = {
    node: 'FormattedValue',
    value: expression,
    conversion: conversionValue,
    format_spec: format === null ? null : format.result,
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
  if (debug === null) return value;

  let endLine = end_lineno;
  let endOffset = end_col_offset;
  let metadata = closingBrace.metadata;
  if (conversion !== null) {
    endLine = conversion.result.lineno;
    endOffset = conversion.result.col_offset;
    metadata = conversion.metadata;
  } else if (format !== null) {
    endLine = format.result.lineno;
    endOffset = format.result.col_offset + 1;
    metadata = format.metadata;
  }
  const text: ConstantExpr = {
    node: 'Constant',
    value: metadata,
    kind: null,
    lineno,
    col_offset: col_offset + 1,
    end_lineno: endLine,
    end_col_offset: endOffset - 1,
  };
  return {
    node: 'JoinedStr',
    values: [text, value],
    lineno,
    col_offset,
    end_lineno: endLine,
    end_col_offset: endOffset,
  };
}

function concatenateBytes(parts: Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  let size = 0;
  for (const part of parts) size += part.length;
  const result = new Uint8Array(size);
  size = 0;
  for (const part of parts) {
    result.set(part, size);
    size += part.length;
  }
  return result;
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_concatenate_strings */
export function concatenateStrings(
  p: LiteralHost,
  strings: Expr[],
  lineno: number,
  col_offset: number,
  end_lineno: number,
  end_col_offset: number,
): Expr | null {
  let fStringFound = false;
  let textFound = false;
  const bytes: Uint8Array[] = [];
  for (const element of strings) {
    if (element.node !== 'Constant') fStringFound = true;
    else if (element.value instanceof Uint8Array) bytes.push(element.value);
    else textFound = true;
  }
  if (bytes.length > 0) {
    if (textFound || fStringFound) return p.raiseSyntaxError('cannot mix bytes and nonbytes literals');
    return {
      node: 'Constant',
      value: concatenateBytes(bytes),
      kind: (strings[0] as ConstantExpr).kind,
      lineno,
      col_offset,
      end_lineno,
      end_col_offset,
    };
  }
  if (!fStringFound && strings.length === 1) return strings[0]!;

  const flattened: Expr[] = [];
  for (const element of strings) {
    if (element.node === 'JoinedStr') flattened.push(...element.values);
    else flattened.push(element);
  }

  const values: Expr[] = [];
  for (let i = 0; i < flattened.length; i++) {
    let element = flattened[i]!;
    if (element.node === 'Constant') {
      // Constants side by side become one; the first decides about the `u`.
      const first = element;
      let last = element;
      let text = element.value as string;
      while (i + 1 < flattened.length) {
        const following: Expr = flattened[i + 1]!;
        if (following.node !== 'Constant') break;
        text += following.value as string;
        last = following;
        i++;
      }
      if (last !== first) {
        element = {
          node: 'Constant',
          value: text,
          kind: first.kind,
          lineno: first.lineno,
          col_offset: first.col_offset,
          end_lineno: last.end_lineno,
          end_col_offset: last.end_col_offset,
        };
      }
      if (fStringFound && text === '') continue;
    }
    values.push(element);
  }
  if (!fStringFound) return values[0]!;
  return { node: 'JoinedStr', values, lineno, col_offset, end_lineno, end_col_offset };
}
