// `float ** float`: the special cases, and the choice between a float and a complex result.
//
// Answers to CPython 3.12: Objects/floatobject.c float_pow.

import { powDouble } from './ddmath.ts';

export const POW_ZERO_NEGATIVE = 1;
export const POW_OVERFLOW = 2;
export const POW_COMPLEX = 3;

/** What went wrong in the last call; 0: nothing. */
export const powError = { code: 0 };

const isOdd = (v: number): boolean => Math.abs(v % 2) === 1;

/** v ** w; the result counts only if powError.code is 0. */
export function floatPower(v: number, w: number): number {
  powError.code = 0;
  if (w === 0) return 1;
  if (Number.isNaN(v)) return v;
  if (Number.isNaN(w)) return v === 1 ? 1 : w;
  if (w === Infinity || w === -Infinity) {
    v = Math.abs(v);
    if (v === 1) return 1;
    return w > 0 === v > 1 ? Infinity : 0;
  }
  if (v === Infinity || v === -Infinity) {
    const odd = isOdd(w);
    if (w > 0) return odd ? v : Infinity;
    return odd && v < 0 ? -0 : 0;
  }
  if (v === 0) {
    if (w < 0) {
      powError.code = POW_ZERO_NEGATIVE;
      return 0;
    }
    return isOdd(w) ? v : 0;
  }
  let negate = false;
  if (v < 0) {
    if (w !== Math.floor(w)) {
      powError.code = POW_COMPLEX;
      return 0;
    }
    v = -v;
    negate = isOdd(w);
  }
  if (v === 1) return negate ? -1 : 1;
  const r = powDouble(v, w);
  if (r === Infinity) powError.code = POW_OVERFLOW;
  return negate ? -r : r;
}
