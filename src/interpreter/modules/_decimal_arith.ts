// The operations of decimal arithmetic but for roots, logarithms and powers.
//
// Answers to CPython 3.12: Modules/_decimal/libmpdec/mpdecimal.c (mpd_qadd ... mpd_qxor).

import {
  CLAMPED,
  compareAbs,
  compare as compareNumbers,
  compareTotal,
  Dec,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  ERRORS,
  finalize,
  INEXACT,
  INFINITE,
  INVALID,
  infinity,
  integerOf,
  largest,
  lostOf,
  MAX_EMAX,
  maxContext,
  NAN,
  nanOf,
  OVERFLOW,
  pow10,
  QNAN,
  ROUNDED,
  rescale,
  SNAN,
  SUBNORMAL,
  trailingZeros,
  UNDERFLOW,
  type Work,
  ZERO,
} from './_decimal_number.ts';

export type Unary = (a: Dec, w: Work) => Dec;
export type Binary = (a: Dec, b: Dec, w: Work) => Dec;

const isInf = (a: Dec): boolean => a.kind === INFINITE;

// --- sums ------------------------------------------------------------------------------------------------

/** a + b of finite numbers, b's sign being given; not yet rounded. CPython 3.12: _mpd_qaddsub_exact */
function sum(a: Dec, b: Dec, signB: number, w: Work): Dec {
  let big = a;
  let small = signB === b.sign ? b : b.withSign(signB);
  if (big.exp < small.exp) [big, small] = [small, big];
  let coeff = big.coeff;
  const shift0 = big.exp - small.exp;
  if (shift0 > 0 && coeff !== 0n) {
    // Far below what can be seen, any value does as well as the true one.
    const exp = big.exp - 1 + (big.digits > w.prec ? 0 : big.digits - w.prec - 1);
    if (small.adjusted < exp) small = new Dec(small.sign, small.coeff === 0n ? 0n : 1n, exp);
    coeff *= pow10(big.exp - small.exp);
  }
  const x = big.sign === 1 ? -coeff : coeff;
  const y = small.sign === 1 ? -small.coeff : small.coeff;
  const r = x + y;
  if (r !== 0n) return r < 0n ? new Dec(1, -r, small.exp) : new Dec(0, r, small.exp);
  const sign = big.sign === small.sign ? big.sign : w.rounding === 'ROUND_FLOOR' ? 1 : 0;
  return new Dec(sign, 0n, small.exp);
}

function addSigned(a: Dec, b: Dec, signB: number, w: Work): Dec {
  if (a.isSpecial || b.isSpecial) {
    const nan = nanOf(w, a, b);
    if (nan !== null) return nan;
    if (isInf(a)) return isInf(b) && a.sign !== signB ? w.fail(INVALID) : a;
    return infinity(signB);
  }
  return finalize(sum(a, b, signB, w), w);
}

export const add: Binary = (a, b, w) => addSigned(a, b, b.sign, w);
export const subtract: Binary = (a, b, w) => addSigned(a, b, 1 - b.sign, w);

// --- products and quotients ------------------------------------------------------------------------------

function product(a: Dec, b: Dec, w: Work): Dec {
  const sign = a.sign ^ b.sign;
  if (a.isSpecial || b.isSpecial) {
    const nan = nanOf(w, a, b);
    if (nan !== null) return nan;
    return a.isZero || b.isZero ? w.fail(INVALID) : infinity(sign);
  }
  return new Dec(sign, a.coeff * b.coeff, a.exp + b.exp);
}

export const multiply: Binary = (a, b, w) => finalize(product(a, b, w), w);

export function fma(a: Dec, b: Dec, c: Dec, w: Work): Dec {
  const nan = nanOf(w, a, b, c);
  if (nan !== null) return nan;
  const p = product(a, b, w);
  return p.isNaN ? p : add(p, c, w);
}

/** CPython 3.12: _mpd_qdiv */
export const divide: Binary = (a, b, w) => {
  const sign = a.sign ^ b.sign;
  if (a.isSpecial || b.isSpecial) {
    const nan = nanOf(w, a, b);
    if (nan !== null) return nan;
    if (isInf(a)) return isInf(b) ? w.fail(INVALID) : infinity(sign);
    w.status |= CLAMPED;
    return new Dec(sign, 0n, w.etiny);
  }
  if (b.coeff === 0n) {
    if (a.coeff === 0n) return w.fail(DIVISION_UNDEFINED);
    w.status |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  const ideal = a.exp - b.exp;
  if (a.coeff === 0n) return finalize(new Dec(sign, 0n, ideal), w);
  const shift = b.digits - a.digits + w.prec + 1;
  let exp = ideal - shift;
  const num = shift > 0 ? a.coeff * pow10(shift) : a.coeff;
  const den = shift < 0 ? b.coeff * pow10(-shift) : b.coeff;
  let q = num / den;
  if (q * den === num) {
    if (exp < ideal) {
      const zeros = Math.min(trailingZeros(q), ideal - exp);
      q /= pow10(zeros);
      exp += zeros;
    } else if (exp > ideal) {
      q *= pow10(exp - ideal);
      exp = ideal;
    }
  } else if (q % 5n === 0n) q++;
  return finalize(new Dec(sign, q, exp), w);
};

/** Integer quotient and remainder of finite numbers, b not zero; null: Division_impossible. CPython 3.12: _mpd_qdivmod */
function integerDivision(a: Dec, b: Dec, w: Work): [q: Dec, r: Dec] | null {
  const sign = a.sign ^ b.sign;
  const ideal = Math.min(a.exp, b.exp);
  const none = new Dec(sign, 0n, 0);
  if (a.coeff === 0n) return [none, new Dec(a.sign, 0n, ideal)];
  const diff = a.adjusted - b.adjusted;
  if (diff < 0) {
    return [none, a.exp > b.exp ? new Dec(a.sign, a.coeff * pow10(a.exp - b.exp), ideal) : a];
  }
  if (diff <= w.prec) {
    const x = a.exp > b.exp ? a.coeff * pow10(a.exp - b.exp) : a.coeff;
    const y = b.exp > a.exp ? b.coeff * pow10(b.exp - a.exp) : b.coeff;
    const q = new Dec(sign, x / y, 0);
    if (q.digits <= w.prec) return [q, new Dec(a.sign, x - q.coeff * y, ideal)];
  }
  w.status |= DIVISION_IMPOSSIBLE;
  return null;
}

export const divideInteger: Binary = (a, b, w) => {
  const sign = a.sign ^ b.sign;
  if (a.isSpecial || b.isSpecial) {
    const nan = nanOf(w, a, b);
    if (nan !== null) return nan;
    if (isInf(a)) return isInf(b) ? w.fail(INVALID) : infinity(sign);
    return new Dec(sign, 0n, 0);
  }
  if (b.coeff === 0n) {
    if (a.coeff === 0n) return w.fail(DIVISION_UNDEFINED);
    w.status |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  const r = integerDivision(a, b, w);
  return r === null ? NAN : finalize(r[0], w);
};

/** What the remainders have in common; undefined: finite, b not zero. */
function remainderSpecial(a: Dec, b: Dec, w: Work): Dec | undefined {
  if (a.isSpecial || b.isSpecial) {
    const nan = nanOf(w, a, b);
    if (nan !== null) return nan;
    return isInf(a) ? w.fail(INVALID) : finalize(a, w);
  }
  if (b.coeff === 0n) return w.fail(a.coeff === 0n ? DIVISION_UNDEFINED : INVALID);
  return undefined;
}

export const remainder: Binary = (a, b, w) => {
  const special = remainderSpecial(a, b, w);
  if (special !== undefined) return special;
  const r = integerDivision(a, b, w);
  return r === null ? NAN : finalize(r[1], w);
};

export function divmod(a: Dec, b: Dec, w: Work): [q: Dec, r: Dec] {
  const sign = a.sign ^ b.sign;
  if (a.isSpecial || b.isSpecial) {
    const nan = nanOf(w, a, b);
    if (nan !== null) return [nan, nan];
    if (isInf(a)) {
      w.status |= INVALID;
      return [isInf(b) ? NAN : infinity(sign), NAN];
    }
    return [new Dec(sign, 0n, 0), finalize(a, w)];
  }
  if (b.coeff === 0n) {
    if (a.coeff === 0n) {
      w.status |= DIVISION_UNDEFINED;
      return [NAN, NAN];
    }
    w.status |= DIVISION_BY_ZERO | INVALID;
    return [infinity(sign), NAN];
  }
  const r = integerDivision(a, b, w);
  return r === null ? [NAN, NAN] : [finalize(r[0], w), finalize(r[1], w)];
}

/** CPython 3.12: mpd_qrem_near */
export const remainderNear: Binary = (a, b, w) => {
  const special = remainderSpecial(a, b, w);
  if (special !== undefined) return special;
  const division = integerDivision(a, b, w);
  if (division === null) return NAN;
  const [q, r] = division;
  if (r.coeff === 0n) return finalize(r, w);
  const less = sum(r, b, a.sign === b.sign ? 1 - b.sign : b.sign, maxContext());
  const order = compareAbs(less, r);
  if (order > 0 || (order === 0 && (q.coeff & 1n) === 0n)) return finalize(r, w);
  if (q.coeff + 1n === pow10(w.prec)) return w.fail(DIVISION_IMPOSSIBLE);
  return finalize(less, w);
};

// --- one operand -----------------------------------------------------------------------------------------

const signed =
  (sign: (a: Dec) => number): Unary =>
  (a, w) => {
    if (a.isNaN) return nanOf(w, a)!;
    const s = a.isZero && w.rounding !== 'ROUND_FLOOR' ? 0 : sign(a);
    return finalize(a.withSign(s), w);
  };
export const plus = signed((a) => a.sign);
export const minus = signed((a) => 1 - a.sign);
export const absolute: Unary = (a, w) => (!a.isNaN && a.sign === 1 ? minus(a, w) : plus(a, w));

export const reduce: Unary = (a, w) => {
  if (a.isSpecial) return a.isNaN ? nanOf(w, a)! : a;
  const r = finalize(a, w);
  if (r.isSpecial) return r;
  if (r.coeff === 0n) return new Dec(a.sign, 0n, 0);
  const most = (w.clamp === 1 ? w.etop : w.emax) - r.exp;
  const zeros = Math.min(trailingZeros(r.coeff), most);
  return zeros === 0 ? r : new Dec(r.sign, r.coeff / pow10(zeros), r.exp + zeros);
};

function toIntegral(a: Dec, w: Work, exact: boolean): Dec {
  if (a.isSpecial) return a.isNaN ? nanOf(w, a)! : a;
  if (a.exp >= 0) return a;
  if (a.coeff === 0n) return new Dec(a.sign, 0n, 0);
  const r = rescale(a, 0, w.rounding);
  if (exact) w.status |= ROUNDED | (lostOf.digit === 0 ? 0 : INEXACT);
  return r;
}
export const toIntegralValue: Unary = (a, w) => toIntegral(a, w, false);
export const toIntegralExact: Unary = (a, w) => toIntegral(a, w, true);

const next =
  (up: boolean): Unary =>
  (a, w) => {
    if (a.isSpecial) {
      if (a.isNaN) return nanOf(w, a)!;
      const stays = up ? a.sign === 0 : a.sign === 1;
      return stays ? a : largest(a.sign, w);
    }
    const work = w.with({ rounding: up ? 'ROUND_CEILING' : 'ROUND_FLOOR' });
    const r = finalize(a, work);
    if ((work.status & (INEXACT | ERRORS)) !== 0) {
      w.status |= work.status & ERRORS;
      return r;
    }
    const tiny = new Dec(0, 1n, w.etiny - 1);
    const second = w.with({ rounding: work.rounding });
    const stepped = up ? add(a, tiny, second) : subtract(a, tiny, second);
    w.status |= second.status & ERRORS;
    return stepped;
  };
export const nextPlus = next(true);
export const nextMinus = next(false);

export const nextToward: Binary = (a, b, w) => {
  const nan = nanOf(w, a, b);
  if (nan !== null) return nan;
  const order = compareNumbers(a, b);
  if (order === 0) return a.withSign(b.sign);
  const r = order < 0 ? nextPlus(a, w) : nextMinus(a, w);
  if (r.kind === INFINITE) w.status |= OVERFLOW | ROUNDED | INEXACT;
  else if (r.adjusted < w.emin) {
    w.status |= UNDERFLOW | SUBNORMAL | ROUNDED | INEXACT;
    if (r.coeff === 0n) w.status |= CLAMPED;
  }
  return r;
};

export const logb: Unary = (a, w) => {
  if (a.isSpecial) return a.isNaN ? nanOf(w, a)! : infinity(0);
  if (a.coeff === 0n) {
    w.status |= DIVISION_BY_ZERO;
    return infinity(1);
  }
  const e = a.adjusted;
  return finalize(new Dec(e < 0 ? 1 : 0, BigInt(Math.abs(e)), 0), w);
};

// --- comparing -------------------------------------------------------------------------------------------

const sign = (order: number): Dec => (order === 0 ? ZERO : new Dec(order < 0 ? 1 : 0, 1n, 0));

export const compare: Binary = (a, b, w) => nanOf(w, a, b) ?? sign(compareNumbers(a, b));

export const compareSignal: Binary = (a, b, w) => {
  const nan = nanOf(w, a, b);
  if (nan === null) return sign(compareNumbers(a, b));
  w.status |= INVALID;
  return nan;
};

export const total = (a: Dec, b: Dec): Dec => sign(compareTotal(a, b));
export const totalMagnitude = (a: Dec, b: Dec): Dec => sign(compareTotal(a.withSign(0), b.withSign(0)));

/** The greater (or lesser) of two; a quiet NaN gives way to a number. CPython 3.12: mpd_qmax */
const choice =
  (greater: boolean, magnitude: boolean): Binary =>
  (a, b, w) => {
    if (a.kind === QNAN && !b.isNaN) return finalize(b, w);
    if (b.kind === QNAN && !a.isNaN) return finalize(a, w);
    const nan = nanOf(w, a, b);
    if (nan !== null) return nan;
    let order = magnitude ? compareNumbers(a.withSign(0), b.withSign(0)) : compareNumbers(a, b);
    if (order === 0) order = compareTotal(a, b);
    return finalize((greater ? order >= 0 : order <= 0) ? a : b, w);
  };
export const max = choice(true, false);
export const min = choice(false, false);
export const maxMagnitude = choice(true, true);
export const minMagnitude = choice(false, true);

// --- exponents and digits --------------------------------------------------------------------------------

/** CPython 3.12: mpd_qquantize */
export const quantize: Binary = (a, b, w) => {
  if (a.isSpecial || b.isSpecial) {
    const nan = nanOf(w, a, b);
    if (nan !== null) return nan;
    return isInf(a) && isInf(b) ? a : w.fail(INVALID);
  }
  if (b.exp > w.emax || b.exp < w.etiny) return w.fail(INVALID);
  if (a.coeff === 0n) return finalize(new Dec(a.sign, 0n, b.exp), w);
  if (a.digits + a.exp - b.exp > w.prec) return w.fail(INVALID);
  const r = rescale(a, b.exp, w.rounding);
  const lost = lostOf.digit;
  if (r.digits > w.prec || r.adjusted > w.emax || r.adjusted < w.etiny) return w.fail(INVALID);
  if (a.exp < b.exp) w.status |= ROUNDED | (lost === 0 ? 0 : INEXACT);
  return finalize(r, w);
};

export function sameQuantum(a: Dec, b: Dec): boolean {
  if (a.isSpecial || b.isSpecial) return (a.isNaN && b.isNaN) || (isInf(a) && isInf(b));
  return a.exp === b.exp;
}

/** A small integer operand with exponent 0; null: it is none. */
function jump(b: Dec, most: number): number | null {
  if (b.exp !== 0 || isInf(b)) return null;
  const n = integerOf(b);
  return n > BigInt(most) || n < -BigInt(most) ? null : Number(n);
}

export const scaleb: Binary = (a, b, w) => {
  const nan = nanOf(w, a, b);
  if (nan !== null) return nan;
  const n = jump(b, 2 * (w.emax + w.prec));
  if (n === null) return w.fail(INVALID);
  if (isInf(a)) return a;
  const exp = Math.max(-2 * MAX_EMAX, Math.min(2 * MAX_EMAX, a.exp + n));
  return finalize(new Dec(a.sign, a.coeff, exp), w);
};

/** The last digits that fit. */
const cap = (coeff: bigint, w: Work): bigint => coeff % pow10(w.prec);

export const shift: Binary = (a, b, w) => {
  const nan = nanOf(w, a, b);
  if (nan !== null) return nan;
  const n = jump(b, w.prec);
  if (n === null) return w.fail(INVALID);
  if (isInf(a)) return a;
  const coeff = n >= 0 ? cap(a.coeff * pow10(n), w) : cap(a.coeff, w) / pow10(-n);
  return new Dec(a.sign, coeff, a.exp);
};

export const rotate: Binary = (a, b, w) => {
  const nan = nanOf(w, a, b);
  if (nan !== null) return nan;
  const n = jump(b, w.prec);
  if (n === null) return w.fail(INVALID);
  if (isInf(a)) return a;
  const left = n >= 0 ? n : w.prec + n;
  const coeff = cap(a.coeff, w);
  const low = coeff / pow10(w.prec - left);
  return new Dec(a.sign, cap(coeff * pow10(left), w) + low, a.exp);
};

/** The digits of a logical operand, last one first; null: it is none. */
function bits(a: Dec): string | null {
  if (a.isSpecial || a.sign === 1 || a.exp !== 0) return null;
  const text = a.coeff.toString();
  return /^[01]+$/.test(text) ? text : null;
}

const logical =
  (f: (x: number, y: number) => number): Binary =>
  (a, b, w) => {
    const x = bits(a);
    const y = bits(b);
    if (x === null || y === null) return w.fail(INVALID);
    const n = Math.max(x.length, y.length);
    const left = x.padStart(n, '0');
    const right = y.padStart(n, '0');
    let out = '';
    for (let i = 0; i < n; i++) out += f(left.charCodeAt(i) & 1, right.charCodeAt(i) & 1);
    return new Dec(0, cap(BigInt(out), w), 0);
  };
export const and = logical((x, y) => x & y);
export const or = logical((x, y) => x | y);
export const xor = logical((x, y) => x ^ y);

export const invert: Unary = (a, w) => {
  const x = bits(a);
  if (x === null) return w.fail(INVALID);
  const text = x.padStart(w.prec, '0').replace(/./g, (c) => (c === '0' ? '1' : '0'));
  return new Dec(0, cap(BigInt(text), w), 0);
};

// --- classes ---------------------------------------------------------------------------------------------

export const isNormal = (a: Dec, w: Work): boolean => !a.isSpecial && a.coeff !== 0n && a.adjusted >= w.emin;
export const isSubnormal = (a: Dec, w: Work): boolean =>
  !a.isSpecial && a.coeff !== 0n && a.adjusted < w.emin;

/** CPython 3.12: mpd_class */
export function numberClass(a: Dec, w: Work): string {
  if (a.kind === QNAN) return 'NaN';
  if (a.kind === SNAN) return 'sNaN';
  const s = a.sign === 1 ? '-' : '+';
  if (isInf(a)) return `${s}Infinity`;
  if (a.coeff === 0n) return `${s}Zero`;
  return isSubnormal(a, w) ? `${s}Subnormal` : `${s}Normal`;
}
