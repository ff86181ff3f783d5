// Powers, exponentials and logarithms to the last bit.
//
// JavaScript leaves the accuracy of `**`, `Math.exp` and `Math.log` to the engine, and engines are wrong in the last digit
// now and then where the C library under CPython is right; a learner who compares `1.05 ** 7` with a real CPython would
// see it. Here they are computed with pairs of doubles (some 100 bits) and rounded once.
//
// Answers to CPython 3.12: Objects/floatobject.c float_pow, which leaves them to the C library.

/** x * 2**e without rounding on the way; the result must be representable or overflow. */
export function scale(x: number, e: number): number {
  while (e > 1000) {
    x *= 2 ** 1000;
    e -= 1000;
  }
  while (e < -1000) {
    x *= 2 ** -1000;
    e += 1000;
  }
  return x * 2 ** e;
}

/** An unevaluated sum hi + lo with |lo| at most half an ulp of hi. */
interface DD {
  hi: number;
  lo: number;
}

const SPLIT = 134217729;

function twoSum(a: number, b: number): DD {
  const hi = a + b;
  const t = hi - a;
  return { hi, lo: a - (hi - t) + (b - t) };
}

function quickSum(a: number, b: number): DD {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

function twoProduct(a: number, b: number): DD {
  const hi = a * b;
  const at = a * SPLIT;
  const ah = at - (at - a);
  const al = a - ah;
  const bt = b * SPLIT;
  const bh = bt - (bt - b);
  const bl = b - bh;
  return { hi, lo: ah * bh - hi + ah * bl + al * bh + al * bl };
}

function sum(a: DD, b: DD): DD {
  const s = twoSum(a.hi, b.hi);
  const t = twoSum(a.lo, b.lo);
  const u = quickSum(s.hi, s.lo + t.hi);
  return quickSum(u.hi, u.lo + t.lo);
}

function product(a: DD, b: DD): DD {
  const p = twoProduct(a.hi, b.hi);
  return quickSum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

function times(a: DD, b: number): DD {
  const p = twoProduct(a.hi, b);
  return quickSum(p.hi, p.lo + a.lo * b);
}

function quotient(a: DD, b: DD): DD {
  const q1 = a.hi / b.hi;
  let r = sum(a, times(b, -q1));
  const q2 = r.hi / b.hi;
  r = sum(r, times(b, -q2));
  const q3 = r.hi / b.hi;
  const q = quickSum(q1, q2);
  return sum(q, { hi: q3, lo: 0 });
}

const LN2: DD = { hi: Math.LN2, lo: 2.3190468138462996e-17 };
const LN2_REST = 5.707708438416212e-34;

/** e**a as mantissa and power of two. */
function exponential(a: DD): { m: DD; e: number } {
  const e = Math.round(a.hi / LN2.hi);
  const r = sum(sum(a, times(LN2, -e)), { hi: -e * LN2_REST, lo: 0 });
  // e**r - 1 by Taylor's series of r / 512, then squared nine times.
  const x: DD = { hi: r.hi / 512, lo: r.lo / 512 };
  let p: DD = { hi: 1, lo: 0 };
  for (let n = 9; n >= 2; n--) p = sum(quotient(product(p, x), { hi: n, lo: 0 }), { hi: 1, lo: 0 });
  p = product(p, x);
  for (let i = 0; i < 9; i++) p = sum({ hi: 2 * p.hi, lo: 2 * p.lo }, product(p, p));
  return { m: sum(p, { hi: 1, lo: 0 }), e };
}

/** The natural logarithm of x > 0. */
function logarithm(x: number): DD {
  let m = x;
  let e = 0;
  if (m < 2.2250738585072014e-308) {
    m *= 2 ** 54;
    e = -54;
  }
  const k = Math.floor(Math.log2(m));
  m = scale(m, -k);
  e += k;
  if (m > Math.SQRT2) {
    m /= 2;
    e++;
  } else if (m < Math.SQRT1_2) {
    m *= 2;
    e--;
  }
  const f = m - 1;
  let log: DD;
  if (Math.abs(f) < 0.001) {
    const s = quotient({ hi: f, lo: 0 }, twoSum(2, f));
    const s2 = product(s, s);
    let p: DD = quotient({ hi: 1, lo: 0 }, { hi: 13, lo: 0 });
    for (let n = 11; n >= 1; n -= 2) p = sum(product(p, s2), quotient({ hi: 1, lo: 0 }, { hi: n, lo: 0 }));
    log = times(product(p, s), 2);
  } else {
    // One step of Newton's from the engine's answer.
    const first = Math.log(m);
    const { m: power, e: by } = exponential({ hi: -first, lo: 0 });
    const one = times(power, scale(m, by));
    const r = sum(one, { hi: -1, lo: 0 });
    log = sum({ hi: first, lo: 0 }, sum(r, { hi: (-r.hi * r.hi) / 2, lo: 0 }));
  }
  if (e === 0) return log;
  return sum(sum(times(LN2, e), { hi: e * LN2_REST, lo: 0 }), log);
}

// x ** n by squaring, with the exponent apart so that nothing overflows on the way.
function integerPower(x: number, n: number): { m: DD; e: number } {
  const k = Math.floor(Math.log2(x));
  let base: DD = { hi: scale(x, -k), lo: 0 };
  let baseE = k;
  let m: DD = { hi: 1, lo: 0 };
  let e = 0;
  for (;;) {
    if (n % 2 === 1) {
      m = product(m, base);
      e += baseE;
      if (m.hi >= 2 ** 100) {
        m = { hi: m.hi * 2 ** -100, lo: m.lo * 2 ** -100 };
        e += 100;
      }
    }
    n = Math.floor(n / 2);
    if (n === 0) return { m, e };
    base = product(base, base);
    baseE *= 2;
    if (base.hi >= 2 ** 100) {
      base = { hi: base.hi * 2 ** -100, lo: base.lo * 2 ** -100 };
      baseE += 100;
    }
  }
}

/** x ** y for finite x > 0 and finite y; 0 or infinite where the result is. */
export function powDouble(x: number, y: number): number {
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  const magnitude = y * Math.log2(x);
  if (magnitude > 1025) return Infinity;
  if (magnitude < -1080) return 0;
  if (Number.isInteger(y) && Math.abs(y) < 2 ** 31) {
    const { m, e } = integerPower(x, Math.abs(y));
    if (y > 0) return scale(m.hi, e);
    return scale(quotient({ hi: 1, lo: 0 }, m).hi, -e);
  }
  const { m, e } = exponential(times(logarithm(x), y));
  return scale(m.hi, e);
}

/** e ** x; infinite or 0 where it does not fit. */
export function expDouble(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const { m, e } = exponential({ hi: x, lo: 0 });
  return scale(m.hi, e);
}

/** Natural logarithm of a finite x > 0. */
export function logDouble(x: number): number {
  return logarithm(x).hi;
}

const LN10 = logarithm(10);

/** Logarithm to base 10 of a finite x > 0. */
export function log10Double(x: number): number {
  return quotient(logarithm(x), LN10).hi;
}

/** Logarithm to base 2 of a finite x > 0. */
export function log2Double(x: number): number {
  return quotient(logarithm(x), LN2).hi;
}
