// Number literals: from the token's characters to an int, a float or a complex.
//
// Answers to CPython 3.12: Parser/pegen.c parsenumber, parsenumber_raw and _PyPegen_number_token. JavaScript reads
// decimal floats to the nearest double, as CPython does, and a bigint has CPython's precision; the one thing
// to add is the limit on decimal digits (Objects/longobject.c long_from_string_base).

import { ComplexConst } from '../text/constant.ts';
import type { ConstantExpr } from './ast.ts';
import type { LiteralHost } from './string_parser.ts';
import type { Token } from './token.ts';

/** An int below this many digits is never measured. CPython 3.12: _PY_LONG_MAX_STR_DIGITS_THRESHOLD */
const MAX_STR_DIGITS_THRESHOLD = 640;

/** The digit count, where it is more than the limit allows; else the value. */
function parseNumber(spelling: string, limit: number): bigint | number | ComplexConst | { digits: number } {
  const text = spelling.includes('_') ? spelling.replaceAll('_', '') : spelling;
  const last = text.charCodeAt(text.length - 1) | 0x20;
  const second = text.charCodeAt(1) | 0x20;
  if (text.charCodeAt(0) === 0x30 /* 0 */ && (second === 0x78 || second === 0x6f || second === 0x62)) {
    return BigInt(text);
  }
  if (last === 0x6a /* j */) return new ComplexConst(0, Number(text.slice(0, -1)));
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x30 || c > 0x39) return Number(text);
  }
  const zeros = text.charCodeAt(0) === 0x30;
  if (!zeros && text.length > MAX_STR_DIGITS_THRESHOLD && limit > 0 && text.length > limit) {
    return { digits: text.length };
  }
  return zeros ? 0n : BigInt(text);
}

/** CPython 3.12: Parser/pegen.c _PyPegen_number_token, given the token */
export function numberConstant(p: LiteralHost, t: Token): ConstantExpr | null {
  const value = parseNumber(t.string, p.intMaxStrDigits);
  if (typeof value === 'object' && 'digits' in value) {
    // Without columns: a wall of thousands of `^` would help nobody.
    return p.raiseSyntaxErrorKnownLocation(
      t.lineno,
      -1,
      t.end_lineno,
      -1,
      `Exceeds the limit (${p.intMaxStrDigits} digits) for integer string conversion: value has ${value.digits} ` +
        'digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge ' +
        'integer literals to avoid decimal conversion limits.',
    );
  }
  return {
    node: 'Constant',
    value,
    kind: null,
    lineno: t.lineno,
    col_offset: t.col_offset,
    end_lineno: t.end_lineno,
    end_col_offset: t.end_col_offset,
  };
}
