// Roots, exponentials, logarithms and powers of decimal numbers.
//
// exp, ln and log10 are correctly rounded: computed in binary fixed point with some bits to spare, and again with more as
// long as the last digit is in doubt. Powers take libmpdec's way step by step, since its results may be off by one in
// the last digit and ours must be off by the same.
//
// Answers to CPython 3.12: Modules/_decimal/libmpdec/mpdecimal.c (mpd_qsqrt, mpd_qexp, mpd_qln, mpd_qlog10, mpd_qpow,
// mpd_qpowmod).

import { type Binary, divide, multiply, type Unary } from './_decimal_arith.ts';
import {
  CLAMPED,
  compare,
  compareAbs,
  Dec,
  ERRORS,
  finalize,
  INEXACT,
  INFINITE,
  INVALID,
  infinity,
  integerOf,
  isInteger,
  isOdd,
  MAX_EMAX,
  maxContext,
  NAN,
  nanOf,
  ONE,
  OVERFLOW,
  pow10,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
  type Work,
} from './_decimal_number.ts';
import { isqrtOf } from './math_integer.ts';

// --- square root -----------------------------------------------------------------------------------------

/** CPython 3.12: _mpd_qsqrt */
export const squareRoot: Unary = (a, w) => {
  if (a.isNaN) return nanOf(w, a)!;
  if (a.sign === 1 && !a.isZero) return w.fail(INVALID);
  if (a.kind === INFINITE) return a;
  const odd = Math.abs(a.exp % 2);
  let ideal = (a.exp - odd) / 2;
  const work = w.with({ rounding: 'ROUND_HALF_EVEN' });
  let r: Dec;
  if (a.coeff === 0n) r = finalize(new Dec(a.sign, 0n, ideal), work);
  else {
    let c = a.coeff;
    let half: number;
    if (odd === 1) {
      c *= 10n;
      half = (a.digits >> 1) + 1;
    } else half = (a.digits + 1) >> 1;
    const shift = w.prec + 1 - half;
    let exact = true;
    if (shift >= 0) c *= pow10(2 * shift);
    else {
      const rest = c / pow10(-2 * shift);
      exact = rest * pow10(-2 * shift) === c;
      c = rest;
    }
    ideal -= shift;
    let q = isqrtOf(c);
    if (exact && q * q === c) {
      q = shift >= 0 ? q / pow10(shift) : q * pow10(-shift);
      ideal += shift;
    } else if (q % 5n === 0n) q++;
    r = finalize(new Dec(0, q, ideal), work);
  }
  w.status |= work.status;
  return r;
};

// --- fixed point -----------------------------------------------------------------------------------------

/** atanh(1/n) in units of 2**-bits. */
function inverseAtanh(n: bigint, bits: number): bigint {
  const square = n * n;
  let term = (1n << BigInt(bits)) / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= square;
    sum += term / k;
  }
  return sum;
}

let ln10Kept = 0n;
let ln10Bits = 0;

/** ln(10) in units of 2**-bits. */
function ln10(bits: number): bigint {
  if (bits > ln10Bits) {
    ln10Bits = bits + 64;
    const work = ln10Bits + 16;
    const [a, b, c] = [31n, 49n, 161n].map((n) => inverseAtanh(n, work)) as [bigint, bigint, bigint];
    ln10Kept = (46n * a + 34n * b + 20n * c) >> 16n;
  }
  return ln10Kept >> BigInt(ln10Bits - bits);
}

/** A number in units of 2**-bits. */
function fixed(a: Dec, bits: number): bigint {
  const shifted = a.coeff << BigInt(bits);
  const n = a.exp >= 0 ? shifted * pow10(a.exp) : shifted / pow10(-a.exp);
  return a.sign === 1 ? -n : n;
}

/** e**x of a small x, both in units of 2**-bits. */
function expFixed(x: bigint, bits: number): bigint {
  // Halved often enough that few terms of the series are needed; each halving is a squaring at the end.
  const halvings = Math.max(4, Math.ceil(Math.sqrt(bits)));
  const work = bits + 2 * halvings + 8;
  const shift = BigInt(work);
  const r = (x << BigInt(work - bits)) >> BigInt(halvings);
  const one = 1n << shift;
  let term = one;
  let sum = one;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = ((term * r) >> shift) / k;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) >> shift;
  return sum >> BigInt(work - bits);
}

/** ln(x) of an x between 0.1 and 10, both in units of 2**-bits. */
function lnFixed(x: bigint, bits: number): bigint {
  const shift = BigInt(bits);
  // A double's logarithm first; what is missing is the logarithm of something very near to one.
  const near = Math.log(Number(x >> BigInt(bits - 60)) / 2 ** 60);
  const start = BigInt(Math.round(near * 2 ** 52)) << BigInt(bits - 52);
  const t = (x * expFixed(-start, bits)) >> shift;
  const one = 1n << shift;
  const z = ((t - one) << shift) / (t + one);
  const square = (z * z) >> shift;
  let term = z;
  let sum = z;
  for (let k = 3n; term !== 0n && term !== -1n; k += 2n) {
    term = (term * square) >> shift;
    sum += term / k;
  }
  return start + 2n * sum;
}

const bitsOf = (digits: number): number => Math.ceil(digits * 3.3219280948873626);

/**
 * A value known to some bits, rounded to the context; null: more bits are needed.
 * `value` * 2**-bits * 10**exp, off by no more than `slack` units.
 */
function settle(value: bigint, bits: number, exp: number, slack: bigint, w: Work): Dec | null {
  const sign = value < 0n ? 1 : 0;
  const magnitude = value < 0n ? -value : value;
  if (magnitude <= slack) return null;
  // As many digits as the bits are good for.
  const digits = Math.floor(bits / 3.3219280948873626);
  const scale = pow10(digits);
  const low = ((magnitude - slack) * scale) >> BigInt(bits);
  const high = (((magnitude + slack) * scale) >> BigInt(bits)) + 1n;
  const work = w.with({ rounding: 'ROUND_HALF_EVEN' });
  const a = finalize(new Dec(sign, low, exp - digits), work);
  const b = finalize(new Dec(sign, high, exp - digits), work);
  if (a.kind !== b.kind || a.coeff !== b.coeff || a.exp !== b.exp) return null;
  w.status |= work.status | INEXACT | ROUNDED;
  return a;
}

/** One, to all digits of the precision. */
function paddedOne(w: Work): Dec {
  return new Dec(0, pow10(w.prec - 1), 1 - w.prec);
}

// --- e**x ------------------------------------------------------------------------------------------------

export const exponential: Unary = (a, w) => {
  if (a.isSpecial) {
    if (a.isNaN) return nanOf(w, a)!;
    return a.sign === 1 ? new Dec(0, 0n, 0) : a;
  }
  if (a.coeff === 0n) return ONE;
  const tooLarge = (): Dec => {
    if (a.sign === 0) {
      w.status |= OVERFLOW | INEXACT | ROUNDED;
      return infinity(0);
    }
    w.status |= INEXACT | ROUNDED | SUBNORMAL | UNDERFLOW | CLAMPED;
    return new Dec(0, 0n, w.etiny);
  };
  if (a.adjusted > 18) return tooLarge();
  if (compareAbs(a, new Dec(0, 9n, -w.prec - 4)) <= 0) {
    w.status |= INEXACT | ROUNDED;
    return finalize(paddedOne(w), w);
  }
  for (let prec = w.prec + 8; ; prec *= 2) {
    const bits = bitsOf(prec) + 16;
    const wide = bits + 4 * Math.max(0, a.adjusted + 1) + 8;
    const x = fixed(a, wide);
    const tens = ln10(wide);
    let k = x / tens;
    if (x < 0n) k--;
    const r = (x - k * tens) >> BigInt(wide - bits);
    const exp = Number(k);
    if (exp > w.emax + 1 || exp < w.etiny - 2) return tooLarge();
    const found = settle(expFixed(r, bits), bits, exp, 64n, w);
    if (found !== null) return found;
  }
};

// --- logarithms ------------------------------------------------------------------------------------------

/** ln(a) in units of 2**-bits, off by a few units; a is finite and above zero. */
function naturalFixed(a: Dec, bits: number): bigint {
  // a = m * 10**e with m between 0.3 and 3.
  let e = a.adjusted;
  if (a.coeff * 3n > pow10(a.digits)) e++;
  const work = bits + Math.ceil(Math.log2(Math.abs(e) + 2)) + 8;
  const m = fixed(new Dec(0, a.coeff, a.exp - e), work);
  return (lnFixed(m, work) + BigInt(e) * ln10(work)) >> BigInt(work - bits);
}

/** Digits that are lost where the logarithm is near to zero. */
function cancellation(a: Dec): number {
  const shift = a.exp < 0 ? pow10(-a.exp) : 1n;
  const diff = a.exp >= 0 ? a.coeff * pow10(Math.min(a.exp, 4)) - 1n : a.coeff - shift;
  const size = diff < 0n ? -diff : diff;
  return Math.max(0, -new Dec(0, size, Math.min(a.exp, 0)).adjusted);
}

function logarithm(a: Dec, w: Work, exact: (a: Dec) => Dec | null, inTens: boolean): Dec {
  if (a.isNaN) return nanOf(w, a)!;
  if (a.isZero) return infinity(1);
  if (a.sign === 1) return w.fail(INVALID);
  if (a.kind === INFINITE) return a;
  const known = exact(a);
  if (known !== null) return known;
  const lost = a.adjusted === 0 || a.adjusted === -1 ? cancellation(a) : 0;
  for (let prec = w.prec + 8; ; prec *= 2) {
    const bits = bitsOf(prec + lost) + 16;
    let value = naturalFixed(a, bits);
    if (inTens) value = (value << BigInt(bits)) / ln10(bits);
    const found = settle(value, bits, 0, 64n, w);
    if (found !== null) return found;
  }
}

export const naturalLogarithm: Unary = (a, w) =>
  logarithm(a, w, (x) => (compare(x, ONE) === 0 ? new Dec(0, 0n, 0) : null), false);

export const decimalLogarithm: Unary = (a, w) =>
  logarithm(
    a,
    w,
    (x) => {
      if (x.coeff !== pow10(x.digits - 1)) return null;
      const e = x.adjusted;
      const work = w.with({ rounding: 'ROUND_HALF_EVEN' });
      const r = finalize(new Dec(e < 0 ? 1 : 0, BigInt(Math.abs(e)), 0), work);
      w.status |= work.status;
      return r;
    },
    true,
  );

// --- powers ----------------------------------------------------------------------------------------------

/** A number so large (or small) that only its overflow (underflow) counts. */
const beyond = (sign: number): Dec => new Dec(sign, 1n, 2 * MAX_EMAX);

/** CPython 3.12: _mpd_qpow_uint */
function powerOfInt(base: Dec, n: bigint, sign: number, work: Work): Dec {
  let r = base;
  for (const bit of n.toString(2).slice(1)) {
    r = multiply(r, r, work);
    if (bit === '1') r = multiply(r, base, work);
    if (r.isSpecial || (r.coeff === 0n && (work.status & CLAMPED) !== 0)) break;
  }
  return r.withSign(sign);
}

/** CPython 3.12: _mpd_qpow_int */
function integerPower(base: Dec, exp: Dec, sign: number, w: Work): Dec {
  const more = exp.digits + exp.exp + 2;
  const work = w.with({
    prec: w.prec + more + (exp.sign === 1 ? 1 : 0),
    rounding: 'ROUND_HALF_EVEN',
    clamp: 0,
  });
  let b = base;
  if (exp.sign === 1) {
    b = divide(ONE, base, work);
    if ((work.status & ERRORS) !== 0) {
      w.status |= work.status;
      return NAN;
    }
    w.status |= work.status;
    work.status = 0;
  }
  const n = integerOf(exp);
  const r = powerOfInt(b, n < 0n ? -n : n, sign, work);
  w.status |= work.status;
  return finalize(r.kind === INFINITE ? beyond(sign) : r, w);
}

/** CPython 3.12: _mpd_qpow_real */
function realPower(base: Dec, exp: Dec, w: Work): Dec {
  const work = maxContext();
  work.prec = Math.max(base.digits, w.prec) + 4 + 19;
  const y = multiply(naturalLogarithm(base, work), exp, work);
  const errors = work.status & ERRORS;
  work.status = 0;
  let r = exponential(y, work);
  w.status |= work.status | errors | INEXACT | ROUNDED;
  if (!r.isSpecial && compare(r, ONE) === 0) r = paddedOne(w);
  return finalize(r.kind === INFINITE ? beyond(0) : r, w);
}

/** Powers of one; null: the base is something else. CPython 3.12: _qcheck_pow_one */
function powerOfOne(base: Dec, exp: Dec, sign: number, w: Work): Dec | null {
  if (compareAbs(base, ONE) !== 0) return null;
  let shift: number;
  if (isInteger(exp)) {
    if (exp.sign === 1) return new Dec(sign, 1n, 0);
    const digits = integerOf(exp) * BigInt(-base.exp);
    shift = Number(digits);
    if (shift > w.prec - 1) {
      shift = w.prec - 1;
      w.status |= ROUNDED;
    }
  } else {
    shift = w.prec - 1;
    w.status |= INEXACT | ROUNDED;
  }
  if (shift < 0) return new Dec(sign, 1n, 0);
  return new Dec(sign, pow10(shift), -shift);
}

/** Digits of an exponent. */
const sizeOf = (n: number): number => Math.abs(n).toFixed(0).length;

/** floor(log10(|log10(x)|)), or less. CPython 3.12: _lower_bound_zeta */
function lowerZeta(x: Dec): number {
  const t = x.adjusted;
  if (t > 0) return sizeOf(t) - 1;
  if (t < -1) return sizeOf(t + 1) - 1;
  const shift = pow10(Math.max(0, -x.exp));
  const diff = x.exp >= 0 ? x.coeff * pow10(x.exp) - 1n : x.coeff - shift;
  const u = new Dec(0, diff < 0n ? -diff : diff, Math.min(0, x.exp)).adjusted;
  return t === 0 ? u - 2 : u - 1;
}

/** Results that cannot be but too large or too small; null: it may fit. CPython 3.12: _qcheck_pow_bounds */
function outOfBounds(base: Dec, exp: Dec, sign: number, w: Work): Dec | null {
  const size = lowerZeta(base.withSign(0)) + exp.adjusted;
  if ((base.adjusted < 0 ? 1 : 0) === exp.sign) {
    return sizeOf(w.emax) < size ? finalize(beyond(sign), w) : null;
  }
  return sizeOf(w.etiny) < size ? finalize(new Dec(sign, 1n, w.etiny - 1), w) : null;
}

/** CPython 3.12: mpd_qpow */
export const power: Binary = (base, exp, w) => {
  const nan = nanOf(w, base, exp);
  if (nan !== null) return nan;
  const whole = isInteger(exp);
  const sign = whole && base.sign === 1 && isOdd(exp) ? 1 : 0;
  if (base.isZero) {
    if (exp.isZero) return w.fail(INVALID);
    return exp.sign === 1 ? infinity(sign) : new Dec(sign, 0n, 0);
  }
  if (base.sign === 1 && (!whole || exp.kind === INFINITE)) return w.fail(INVALID);
  if (exp.kind === INFINITE) {
    const order = compare(base, ONE);
    if (order === 0) {
      w.status |= INEXACT | ROUNDED;
      return paddedOne(w);
    }
    return order > 0 === (exp.sign === 0) ? infinity(sign) : new Dec(sign, 0n, 0);
  }
  if (base.kind === INFINITE) {
    if (exp.coeff === 0n) return new Dec(sign, 1n, 0);
    return exp.sign === 1 ? new Dec(sign, 0n, 0) : infinity(sign);
  }
  if (exp.coeff === 0n) return new Dec(sign, 1n, 0);
  return (
    powerOfOne(base, exp, sign, w) ??
    outOfBounds(base, exp, sign, w) ??
    (whole ? integerPower(base, exp, sign, w) : realPower(base, exp, w))
  );
};

function modularPower(base: bigint, exp: bigint, mod: bigint): bigint {
  let r = 1n % mod;
  let b = base % mod;
  for (let n = exp; n > 0n; n >>= 1n) {
    if ((n & 1n) !== 0n) r = (r * b) % mod;
    b = (b * b) % mod;
  }
  return r;
}

/** CPython 3.12: mpd_qpowmod */
export function powerModulo(base: Dec, exp: Dec, mod: Dec, w: Work): Dec {
  const nan = nanOf(w, base, exp, mod);
  if (nan !== null) return nan;
  if (!isInteger(base) || !isInteger(exp) || !isInteger(mod)) return w.fail(INVALID);
  if (mod.coeff === 0n || mod.digits + mod.exp > w.prec) return w.fail(INVALID);
  const sign = base.sign === 1 && isOdd(exp) ? 1 : 0;
  const n = integerOf(mod.withSign(0));
  if (exp.coeff === 0n) {
    if (base.coeff === 0n) return w.fail(INVALID);
    return new Dec(sign, n === 1n ? 0n : 1n, 0);
  }
  if (exp.sign === 1) return w.fail(INVALID);
  if (base.coeff === 0n) return new Dec(sign, 0n, 0);
  const ten = modularPower(10n, BigInt(Math.max(0, base.exp)), n);
  const coeff = base.exp < 0 ? base.coeff / pow10(-base.exp) : base.coeff;
  return new Dec(sign, modularPower((coeff * ten) % n, integerOf(exp), n), 0);
}

// --- hash ------------------------------------------------------------------------------------------------

const P = (1n << 61n) - 1n;
const TENTH = 2075258708292324556n;

/** CPython 3.12: _dec_hash, of a finite number. */
export function hashOf(a: Dec): bigint {
  const scale = modularPower(a.exp >= 0 ? 10n : TENTH, BigInt(Math.abs(a.exp)), P);
  const h = ((a.coeff % P) * scale) % P;
  const signed = a.sign === 1 ? -h : h;
  return signed === -1n ? -2n : signed;
}
