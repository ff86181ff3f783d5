// Decimal numbers as such: what a number is, how it is rounded to a context, and what can go wrong.
//
// A coefficient is a BigInt. Nothing here knows of Python objects: conditions are collected in `Work.status`, and
// whoever has the context decides which of them become exceptions.
//
// Answers to CPython 3.12: Modules/_decimal/libmpdec/mpdecimal.c, context.c; the General Decimal Arithmetic
// Specification. A difference: exponents and precisions beyond 2**53 are kept as doubles.

// Conditions.
export const CLAMPED = 0x1;
export const CONVERSION_SYNTAX = 0x2;
export const DIVISION_BY_ZERO = 0x4;
export const DIVISION_IMPOSSIBLE = 0x8;
export const DIVISION_UNDEFINED = 0x10;
export const INEXACT = 0x40;
export const INVALID_CONTEXT = 0x80;
export const INVALID = 0x100;
export const FLOAT_OPERATION = 0x400;
export const OVERFLOW = 0x800;
export const ROUNDED = 0x1000;
export const SUBNORMAL = 0x2000;
export const UNDERFLOW = 0x4000;
/** All that signal InvalidOperation. */
export const IEEE_INVALID =
  CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | 0x20 | INVALID_CONTEXT | INVALID | 0x200;
export const ERRORS = IEEE_INVALID | DIVISION_BY_ZERO;

/** In the order of libmpdec. */
export const ROUNDINGS = [
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
] as const;
export type Rounding = (typeof ROUNDINGS)[number];

export const MAX_PREC = 999999999999999999;
export const MAX_EMAX = MAX_PREC;
export const MIN_EMIN = -MAX_EMAX;

// Kinds of numbers.
export const FINITE = 0;
export const INFINITE = 1;
export const QNAN = 2;
export const SNAN = 3;

export class Dec {
  /** 0 or 1: negative. */
  readonly sign: number;
  readonly kind: number;
  /** Of a NaN: its payload, 0 if there is none. */
  readonly coeff: bigint;
  readonly exp: number;
  private counted = 0;
  constructor(sign: number, coeff: bigint, exp: number, kind: number = FINITE) {
    this.sign = sign;
    this.coeff = coeff;
    this.exp = exp;
    this.kind = kind;
  }
  /** Digits of the coefficient; 1 for zero. */
  get digits(): number {
    if (this.counted === 0) this.counted = digitCount(this.coeff);
    return this.counted;
  }
  /** Exponent of the first digit. */
  get adjusted(): number {
    return this.exp + this.digits - 1;
  }
  get isNaN(): boolean {
    return this.kind >= QNAN;
  }
  get isZero(): boolean {
    return this.kind === FINITE && this.coeff === 0n;
  }
  get isSpecial(): boolean {
    return this.kind !== FINITE;
  }
  withSign(sign: number): Dec {
    return sign === this.sign ? this : new Dec(sign, this.coeff, this.exp, this.kind);
  }
}

export const ZERO = new Dec(0, 0n, 0);
export const ONE = new Dec(0, 1n, 0);
export const NAN = new Dec(0, 0n, 0, QNAN);
export const infinity = (sign: number): Dec => new Dec(sign, 0n, 0, INFINITE);

// --- coefficients --------------------------------------------------------------------------------------

const powers: bigint[] = [1n];
const largePowers = new Map<number, bigint>();

/** 10**n. */
export function pow10(n: number): bigint {
  if (n < 512) {
    while (powers.length <= n) powers.push(powers[powers.length - 1]! * 10n);
    return powers[n]!;
  }
  let p = largePowers.get(n);
  if (p === undefined) {
    if (largePowers.size > 64) largePowers.clear();
    p = 10n ** BigInt(n);
    largePowers.set(n, p);
  }
  return p;
}

export function digitCount(n: bigint): number {
  if (n < 1000000000000000n) {
    let small = Number(n);
    let count = 1;
    for (; small >= 10; count++) small = Math.floor(small / 10);
    return count;
  }
  // Decimal text of a large integer is slow to make, hexadecimal is not: the bits bound the digits.
  if (n < 1n << 400n) return n.toString().length;
  const bits = n.toString(16).length * 4;
  let count = Math.max(1, Math.floor((bits - 4) * Math.LOG10E * Math.LN2));
  while (n >= pow10(count)) count++;
  return count;
}

/** Zeros at the end of a coefficient. */
export function trailingZeros(n: bigint): number {
  if (n === 0n) return 0;
  const text = n.toString();
  let count = 0;
  while (text.charCodeAt(text.length - 1 - count) === 48) count++;
  return count;
}

/** A coefficient without its last n digits, and what they were: 0, less than half (1), half (5), more (9). */
function shiftRight(coeff: bigint, digits: number, n: number): [rest: bigint, lost: number] {
  if (n > digits) return [0n, coeff === 0n ? 0 : 1];
  const unit = pow10(n);
  const rest = coeff / unit;
  const lost = coeff - rest * unit;
  if (lost === 0n) return [rest, 0];
  const twice = lost + lost;
  return [rest, twice < unit ? 1 : twice === unit ? 5 : 9];
}

/** Whether what was lost makes the coefficient grow. CPython 3.12: _mpd_rnd_incr */
function increments(coeff: bigint, lost: number, sign: number, rounding: Rounding): boolean {
  switch (rounding) {
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_HALF_UP':
      return lost >= 5;
    case 'ROUND_HALF_EVEN':
      return lost > 5 || (lost === 5 && (coeff & 1n) === 1n);
    case 'ROUND_CEILING':
      return lost !== 0 && sign === 0;
    case 'ROUND_FLOOR':
      return lost !== 0 && sign === 1;
    case 'ROUND_HALF_DOWN':
      return lost > 5;
    case 'ROUND_UP':
      return lost !== 0;
    default:
      return lost !== 0 && coeff % 5n === 0n;
  }
}

// --- contexts ------------------------------------------------------------------------------------------

/** What an operation needs of a context, and the conditions it met. */
export class Work {
  prec: number;
  rounding: Rounding;
  emax: number;
  emin: number;
  clamp: number;
  status = 0;
  constructor(prec: number, rounding: Rounding, emax: number, emin: number, clamp: number) {
    this.prec = prec;
    this.rounding = rounding;
    this.emax = emax;
    this.emin = emin;
    this.clamp = clamp;
  }
  get etiny(): number {
    return this.emin - (this.prec - 1);
  }
  get etop(): number {
    return this.emax - (this.prec - 1);
  }
  with(changes: { prec?: number; rounding?: Rounding; clamp?: number }): Work {
    return new Work(
      changes.prec ?? this.prec,
      changes.rounding ?? this.rounding,
      this.emax,
      this.emin,
      changes.clamp ?? this.clamp,
    );
  }
  /** Notes an error; the result is then not a number. */
  fail(condition: number): Dec {
    this.status |= condition;
    return NAN;
  }
}

/** The widest context there is: nothing is rounded. CPython 3.12: mpd_maxcontext */
export function maxContext(): Work {
  return new Work(MAX_PREC, 'ROUND_HALF_EVEN', MAX_EMAX, MIN_EMIN, 0);
}

/** The largest finite number. */
export function largest(sign: number, w: Work): Dec {
  return new Dec(sign, pow10(w.prec) - 1n, w.etop);
}

/** What becomes of a number too large. */
function overflowed(sign: number, w: Work): Dec {
  w.status |= OVERFLOW | INEXACT | ROUNDED;
  const { rounding } = w;
  const stays =
    rounding === 'ROUND_DOWN' ||
    rounding === 'ROUND_05UP' ||
    (rounding === 'ROUND_CEILING' && sign === 1) ||
    (rounding === 'ROUND_FLOOR' && sign === 0);
  return stays ? largest(sign, w) : infinity(sign);
}

/** A NaN whose payload fits. CPython 3.12: _mpd_fix_nan */
export function fixNaN(a: Dec, w: Work): Dec {
  const room = w.prec - w.clamp;
  return a.coeff !== 0n && a.digits > room ? new Dec(a.sign, a.coeff % pow10(room), 0, a.kind) : a;
}

/**
 * A result rounded to the context. `coeff` may be exact, or have a last digit that is not 0 nor 5 to stand for what
 * follows it. CPython 3.12: mpd_qfinalize, _mpd_check_exp, _mpd_check_round
 */
export function finalize(a: Dec, w: Work): Dec {
  if (a.isSpecial) return a.isNaN ? fixNaN(a, w) : a;
  const { sign, coeff, exp, digits } = a;
  const { prec } = w;
  const adjusted = exp + digits - 1;
  if (adjusted > w.emax) {
    if (coeff !== 0n) return overflowed(sign, w);
    w.status |= CLAMPED;
    return new Dec(sign, 0n, w.clamp === 1 ? w.etop : w.emax);
  }
  if (w.clamp === 1 && exp > w.etop) {
    w.status |= CLAMPED;
    const shifted = new Dec(sign, coeff * pow10(exp - w.etop), w.etop);
    if (coeff !== 0n && adjusted < w.emin) w.status |= SUBNORMAL;
    return shifted;
  }
  if (adjusted < w.emin) {
    const { etiny } = w;
    if (coeff === 0n) {
      if (exp >= etiny) return a;
      w.status |= CLAMPED;
      return new Dec(sign, 0n, etiny);
    }
    w.status |= SUBNORMAL;
    if (exp >= etiny) return a;
    let [rest, lost] = shiftRight(coeff, digits, etiny - exp);
    if (increments(rest, lost, sign, w.rounding)) rest++;
    w.status |= ROUNDED;
    if (lost !== 0) {
      w.status |= INEXACT | UNDERFLOW;
      if (rest === 0n) w.status |= CLAMPED;
    }
    return new Dec(sign, rest, etiny);
  }
  if (digits <= prec) return a;
  const drop = digits - prec;
  let [rest, lost] = shiftRight(coeff, digits, drop);
  let newExp = exp + drop;
  w.status |= ROUNDED;
  if (lost !== 0) w.status |= INEXACT;
  if (increments(rest, lost, sign, w.rounding)) {
    rest++;
    if (rest === pow10(prec)) {
      rest /= 10n;
      newExp++;
      if (newExp + prec - 1 > w.emax) return overflowed(sign, w);
    }
  }
  return new Dec(sign, rest, newExp);
}

/** Rounded to an integer multiple of 10**exp, whatever the precision; what was lost is noted in `lostOf`. */
export const lostOf = { digit: 0 };
export function rescale(a: Dec, exp: number, rounding: Rounding): Dec {
  lostOf.digit = 0;
  if (a.exp >= exp) return a.exp === exp ? a : new Dec(a.sign, a.coeff * pow10(a.exp - exp), exp);
  let [rest, lost] = shiftRight(a.coeff, a.digits, exp - a.exp);
  lostOf.digit = lost;
  if (increments(rest, lost, a.sign, rounding)) rest++;
  return new Dec(a.sign, rest, exp);
}

// --- NaNs ----------------------------------------------------------------------------------------------

const quiet = (a: Dec, w: Work): Dec => fixNaN(new Dec(a.sign, a.coeff, 0, QNAN), w);

/** What an operand that is not a number makes of an operation; null: there is none. CPython 3.12: mpd_qcheck_nans */
export function nanOf(w: Work, ...operands: Dec[]): Dec | null {
  const signaling = operands.find((o) => o.kind === SNAN);
  if (signaling !== undefined) {
    w.status |= INVALID;
    return quiet(signaling, w);
  }
  const silent = operands.find((o) => o.kind === QNAN);
  return silent === undefined ? null : quiet(silent, w);
}

// --- comparing -----------------------------------------------------------------------------------------

/** Magnitudes of two finite numbers: -1, 0, 1. */
export function compareAbs(a: Dec, b: Dec): number {
  if (a.coeff === 0n || b.coeff === 0n) return (a.coeff === 0n ? 0 : 1) - (b.coeff === 0n ? 0 : 1);
  if (a.adjusted !== b.adjusted) return a.adjusted < b.adjusted ? -1 : 1;
  const shift = a.exp - b.exp;
  const x = shift > 0 ? a.coeff * pow10(shift) : a.coeff;
  const y = shift < 0 ? b.coeff * pow10(-shift) : b.coeff;
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Two numbers, none of them a NaN. CPython 3.12: _mpd_cmp */
export function compare(a: Dec, b: Dec): number {
  if (a.kind === INFINITE || b.kind === INFINITE) {
    const rank = (x: Dec): number => (x.kind !== INFINITE ? 0 : x.sign === 1 ? -1 : 1);
    return Math.sign(rank(a) - rank(b));
  }
  if (a.coeff === 0n && b.coeff === 0n) return 0;
  if (a.coeff === 0n) return b.sign === 1 ? 1 : -1;
  if (b.coeff === 0n) return a.sign === 1 ? -1 : 1;
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const r = compareAbs(a, b);
  return a.sign === 1 && r !== 0 ? -r : r;
}

/** In the order of their representations: -NaN first, NaN last. CPython 3.12: mpd_cmp_total */
export function compareTotal(a: Dec, b: Dec): number {
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const turn = (r: number): number => (a.sign === 1 && r !== 0 ? -r : r);
  const rank = [0, 1, 3, 2];
  const x = rank[a.kind]!;
  const y = rank[b.kind]!;
  if (x !== y && (x > 1 || y > 1)) return turn(x < y ? -1 : 1);
  if (x > 1) return turn(a.coeff < b.coeff ? -1 : a.coeff > b.coeff ? 1 : 0);
  const r = compare(a, b);
  if (r !== 0) return r;
  if (a.isSpecial) return 0;
  return turn(Math.sign(a.exp - b.exp));
}

// --- making --------------------------------------------------------------------------------------------

export function fromBigInt(n: bigint): Dec {
  return n < 0n ? new Dec(1, -n, 0) : new Dec(0, n, 0);
}

/** A double, exactly. */
export function fromDouble(x: number): Dec {
  const sign = x < 0 || Object.is(x, -0) ? 1 : 0;
  if (Number.isNaN(x)) return NAN;
  if (!Number.isFinite(x)) return infinity(sign);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  let m = bits & ((1n << 52n) - 1n);
  if (biased > 0) m |= 1n << 52n;
  let e = Math.max(biased, 1) - 1075;
  if (m === 0n) return new Dec(sign, 0n, 0);
  for (; e < 0 && (m & 1n) === 0n; e++) m >>= 1n;
  if (e >= 0) return new Dec(sign, m << BigInt(e), 0);
  return new Dec(sign, m * 5n ** BigInt(-e), e);
}

/** True for a finite number without a fraction. CPython 3.12: mpd_isinteger */
export function isInteger(a: Dec): boolean {
  if (a.isSpecial) return false;
  return a.coeff === 0n || a.exp >= 0 || trailingZeros(a.coeff) >= -a.exp;
}

/** The value of an integer of any size. */
export function integerOf(a: Dec): bigint {
  const n = a.exp >= 0 ? a.coeff * pow10(a.exp) : a.coeff / pow10(-a.exp);
  return a.sign === 1 ? -n : n;
}

export const isOdd = (a: Dec): boolean => a.exp <= 0 && (integerOf(a) & 1n) !== 0n;
