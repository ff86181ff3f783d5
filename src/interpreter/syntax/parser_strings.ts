// String literals side by side, and f-strings: their fields, conversions and format specifications.
//
// CPython 3.12: Grammar/python.gram, "LITERALS" down to strings (PEP 701: the grammar reads f-strings too).

import {
  checkFstringConversion,
  concatenateStrings,
  constantFromString,
  constantFromToken,
  decodedConstantFromToken,
  formattedValue,
  joinedStr,
  type ResultTokenWithMetadata,
  setupFullFormatSpec,
} from './action_helpers_strings.ts';
import type { Expr, Name } from './ast.ts';
import { star_expressions, yield_expr } from './parser_expressions.ts';
import { invalid_replacement_field } from './parser_invalid_expressions.ts';
import { MEMO_STRINGS, oneOrMore, type Parser } from './pegen.ts';
import {
  COLON,
  EQUAL,
  EXCLAMATION,
  FSTRING_END,
  FSTRING_MIDDLE,
  FSTRING_START,
  LBRACE,
  RBRACE,
  STRING,
} from './token.ts';

// strings (memo): (fstring | string)+
// The memo also keeps a literal from giving its warnings twice.
export function strings(p: Parser): Expr | null {
  const start = p.mark;
  if (p.isMemoized(MEMO_STRINGS)) return p.memoized as Expr | null;
  const first = p.peek();
  const parts = oneOrMore(p, stringOrFstring);
  let result: Expr | null = null;
  if (parts !== null && p.error === null) {
    const end = p.last();
    result = concatenateStrings(p, parts, first.lineno, first.col_offset, end.end_lineno, end.end_col_offset);
  }
  return p.insertMemo(start, MEMO_STRINGS, result);
}

function stringOrFstring(p: Parser): Expr | null {
  const t = p.peek();
  if (t.type === FSTRING_START) return fstring(p);
  if (t.type !== STRING) return null;
  // string: STRING
  p.mark++;
  return constantFromString(p, t);
}

// fstring: FSTRING_START fstring_middle* FSTRING_END
function fstring(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect(FSTRING_START);
  if (start === null) return null;
  // For CPython: atom, strings, the group in its loop, and this rule.
  if (!p.enter(4)) return null;
  const parts = oneOrMore(p, fstring_middle) ?? [];
  p.level -= 4;
  const end = p.expect(FSTRING_END);
  if (end !== null) return joinedStr(p, start, parts, end);
  p.mark = mark;
  return null;
}

// fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
function fstring_middle(p: Parser): Expr | null {
  const field = fstring_replacement_field(p);
  if (field !== null) return field;
  const t = p.expect(FSTRING_MIDDLE);
  return t === null ? null : constantFromToken(t);
}

// fstring_replacement_field:
//     | '{' (yield_expr | star_expressions) ['='] [fstring_conversion] [fstring_full_format_spec] '}'
//     | invalid_replacement_field
function fstring_replacement_field(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect(LBRACE);
  if (start !== null) {
    // For CPython: fstring_middle, this rule, and the group.
    if (!p.enter(3)) return null;
    const value = yield_expr(p) ?? star_expressions(p);
    p.level -= 3;
    if (value !== null) {
      const debug = p.expect(EQUAL);
      const conversion = fstring_conversion(p);
      const format = fstring_full_format_spec(p);
      const end = p.expect(RBRACE);
      if (end !== null) {
        return formattedValue(
          p,
          value,
          debug,
          conversion,
          format,
          end,
          start.lineno,
          start.col_offset,
          end.end_lineno,
          end.end_col_offset,
        );
      }
    }
    p.mark = mark;
  }
  return p.call_invalid_rules ? invalid_replacement_field(p) : null;
}

// fstring_conversion: "!" NAME
function fstring_conversion(p: Parser): ResultTokenWithMetadata<Name> | null {
  const mark = p.mark;
  const exclamation = p.expect(EXCLAMATION);
  const name = exclamation === null ? null : p.name('Load');
  if (exclamation !== null && name !== null) return checkFstringConversion(p, exclamation, name);
  p.mark = mark;
  return null;
}

// fstring_full_format_spec: ':' fstring_format_spec*
function fstring_full_format_spec(p: Parser): ResultTokenWithMetadata<Expr> | null {
  const colon = p.expect(COLON);
  if (colon === null) return null;
  const spec = oneOrMore(p, fstring_format_spec) ?? [];
  if (p.error !== null) return null;
  const end = p.last();
  return setupFullFormatSpec(
    p,
    colon,
    spec,
    colon.lineno,
    colon.col_offset,
    end.end_lineno,
    end.end_col_offset,
  );
}

// fstring_format_spec: FSTRING_MIDDLE | fstring_replacement_field
export function fstring_format_spec(p: Parser): Expr | null {
  const t = p.expect(FSTRING_MIDDLE);
  return t === null ? fstring_replacement_field(p) : decodedConstantFromToken(p, t);
}
