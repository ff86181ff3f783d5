// Integer arithmetic on the payloads of ints: numbers while they are safe integers, bigints beyond.
//
// Most ints are small, and JavaScript's numbers are several times faster than its bigints. Every function takes either
// and answers in the normal form: a number exactly when the value is a safe integer. Results so large that they would
// freeze the worker are refused (null); the caller raises MemoryError, as CPython does when memory runs out.
//
// Answers to CPython 3.12: Objects/longobject.c (the arithmetic; digits of 30 bits are not shown).

import { scale } from '../code/ddmath.ts';

export type IntValue = number | bigint;

const MAX = Number.MAX_SAFE_INTEGER;
/** Bits of the largest int that is made: eight megabytes. */
const MAX_BITS = 2 ** 26;

/** The normal form of a bigint. */
export function normal(v: bigint): IntValue {
  return v >= -9007199254740991n && v <= 9007199254740991n ? Number(v) : v;
}

/** Of a double that has an integral value. */
export function intFromDouble(v: number): IntValue {
  return v <= MAX && v >= -MAX ? v + 0 : BigInt(v);
}

export function bitLength(v: IntValue): number {
  if (typeof v === 'number') {
    const a = Math.abs(v);
    if (a < 4294967296) return 32 - Math.clz32(a);
    return 64 - Math.clz32(Math.floor(a / 4294967296));
  }
  const hex = (v < 0n ? -v : v).toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0]!, 16)) + 28;
}

export function add(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a + b;
    if (r <= MAX && r >= -MAX) return r;
  }
  return normal(BigInt(a) + BigInt(b));
}

export function subtract(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a - b;
    if (r <= MAX && r >= -MAX) return r;
  }
  return normal(BigInt(a) - BigInt(b));
}

export function multiply(a: IntValue, b: IntValue): IntValue | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a * b;
    if (r <= MAX && r >= -MAX) return r + 0;
    return BigInt(a) * BigInt(b);
  }
  const x = BigInt(a);
  const y = BigInt(b);
  // An int whose double is infinite has more than 1024 bits: only then can the product be too large.
  if (!Number.isFinite(Number(x)) && !Number.isFinite(Number(y)) && bitLength(x) + bitLength(y) > MAX_BITS) {
    return null;
  }
  return normal(x * y);
}

/** Rounded towards minus infinity; b is not zero. */
export function floorDivide(a: IntValue, b: IntValue): IntValue {
  // Exact: a quotient of safe integers lies at least 1/b from the next integer, further than it is rounded.
  if (typeof a === 'number' && typeof b === 'number') return Math.floor(a / b) + 0;
  const x = BigInt(a);
  const y = BigInt(b);
  const q = x / y;
  return normal(x < 0n !== y < 0n && q * y !== x ? q - 1n : q);
}

/** Has the sign of b, which is not zero. */
export function modulo(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a % b;
    return r !== 0 && r < 0 !== b < 0 ? r + b : r + 0;
  }
  const y = BigInt(b);
  const r = BigInt(a) % y;
  return normal(r !== 0n && r < 0n !== y < 0n ? r + y : r);
}

/** a ** b for b >= 0; null: too large. */
export function power(a: IntValue, b: IntValue): IntValue | null {
  if (typeof a === 'number') {
    if (a === 1 || a === 0 || a === -1) {
      if (b === 0) return 1;
      return a === -1 && modulo(b, 2) === 0 ? 1 : a;
    }
  }
  if (typeof b === 'bigint') return null;
  if (typeof a === 'number') {
    let result = 1;
    let base = a;
    let n = b;
    for (;;) {
      if (n % 2 === 1) {
        result *= base;
        if (result > MAX || result < -MAX) break;
      }
      n = Math.floor(n / 2);
      if (n === 0) return result;
      base *= base;
      if (base > MAX) break;
    }
  }
  if ((bitLength(a) - 1) * b > MAX_BITS) return null;
  return normal(BigInt(a) ** BigInt(b));
}

/** Bits of a power from which it is worked out in steps, with pauses between them. */
const SLOW_BITS = 2 ** 20;

/** Whether `a ** b` takes so long that others must have their turn meanwhile: then powerG is to be asked. */
export function isSlowPower(a: IntValue, b: IntValue): boolean {
  if (typeof b !== 'number' || b < 16) return false;
  const bits = (bitLength(a) - 1) * b;
  return bits > SLOW_BITS && bits <= MAX_BITS;
}

/** a ** b for b > 0, a step at a time. */
export function* powerSteps(a: IntValue, b: number): Generator<null, IntValue> {
  const base = BigInt(a);
  let result = base;
  for (const bit of b.toString(2).slice(1)) {
    result *= result;
    if (bit === '1') result *= base;
    yield null;
  }
  return normal(result);
}

/** Whether powerModulo takes so long that others must have their turn meanwhile: then powerModuloSteps is to be asked. */
export function isSlowPowerModulo(b: IntValue, m: IntValue): boolean {
  if (typeof b !== 'bigint' || typeof m !== 'bigint') return false;
  return bitLength(b) * (bitLength(m) / 64) ** 2 > 1e7;
}

/** powerModulo, a few steps at a time. */
export function* powerModuloSteps(a: IntValue, b: IntValue, m: IntValue): Generator<null, IntValue> {
  const big = BigInt(m < 0 ? -m : m);
  const base = BigInt(modulo(a, normal(big)));
  let result = 1n;
  const every = Math.ceil(1e6 / (bitLength(m) / 64) ** 2);
  let steps = 0;
  for (const bit of BigInt(b).toString(2)) {
    result = (result * result) % big;
    if (bit === '1') result = (result * base) % big;
    if (++steps % every === 0) yield null;
  }
  const r = normal(result);
  return m < 0 && r !== 0 ? add(r, m) : r;
}

/** a ** b modulo m, with the sign of m; b >= 0, m not zero. */
export function powerModulo(a: IntValue, b: IntValue, m: IntValue): IntValue {
  const modulus = m < 0 ? -m : m;
  if (modulus === 1) return 0;
  let r: IntValue;
  if (typeof modulus === 'number' && modulus <= 94906265 && typeof b === 'number') {
    let base = modulo(a, modulus) as number;
    let n = b;
    let result = 1;
    while (n > 0) {
      if (n % 2 === 1) result = (result * base) % modulus;
      base = (base * base) % modulus;
      n = Math.floor(n / 2);
    }
    r = result;
  } else {
    const big = BigInt(modulus);
    let base = BigInt(modulo(a, modulus));
    let result = 1n;
    const bits = BigInt(b).toString(2);
    for (let i = bits.length - 1; i >= 0; i--) {
      if (bits[i] === '1') result = (result * base) % big;
      if (i > 0) base = (base * base) % big;
    }
    r = normal(result);
  }
  return m < 0 && r !== 0 ? add(r, m) : r;
}

/** The inverse of a modulo m; null: there is none. CPython 3.12: long_invmod */
export function inverseModulo(a: IntValue, m: IntValue): IntValue | null {
  let x = BigInt(a);
  let n = BigInt(m < 0 ? -m : m);
  let b = 1n;
  let c = 0n;
  while (n !== 0n) {
    let q = x / n;
    let r = x % n;
    if (r < 0n) {
      r += n;
      q -= 1n;
    }
    [x, n] = [n, r];
    [b, c] = [c, b - q * c];
  }
  return x === 1n ? normal(b) : null;
}

export function shiftLeft(a: IntValue, n: number): IntValue | null {
  if (a === 0) return 0;
  if (typeof a === 'number' && n <= 53) {
    const r = a * 2 ** n;
    if (r <= MAX && r >= -MAX) return r;
  }
  if (n + bitLength(a) > MAX_BITS) return null;
  return normal(BigInt(a) << BigInt(n));
}

export function shiftRight(a: IntValue, n: number): IntValue {
  if (typeof a === 'number') return n > 53 ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** n);
  return normal(a >> BigInt(n));
}

// A safe integer as two halves in two's complement: what operators on 32 bits can work with.
const high = (v: number): number => Math.floor(v / 4294967296);

export function and(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    return (high(a) & high(b)) * 4294967296 + ((a & b) >>> 0);
  }
  return normal(BigInt(a) & BigInt(b));
}

export function or(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    return (high(a) | high(b)) * 4294967296 + ((a | b) >>> 0);
  }
  return normal(BigInt(a) | BigInt(b));
}

export function xor(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    return (high(a) ^ high(b)) * 4294967296 + ((a ^ b) >>> 0);
  }
  return normal(BigInt(a) ^ BigInt(b));
}

export function negate(a: IntValue): IntValue {
  return typeof a === 'number' ? 0 - a : -a;
}

// --- int and float -------------------------------------------------------------------------------------

/** The double nearest to a / b (ties to even), b not zero; null: too large. CPython 3.12: long_true_divide */
export function trueDivide(a: IntValue, b: IntValue): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a === 0 && b < 0 ? -0 : a / b;
  const r = ratio(BigInt(a), BigInt(b));
  return Number.isFinite(r) ? r : null;
}

/** The double nearest to n / d; infinite if too large. */
export function ratio(n: bigint, d: bigint): number {
  const negative = n < 0n !== d < 0n;
  if (n < 0n) n = -n;
  if (d < 0n) d = -d;
  if (n === 0n) return negative ? -0 : 0;
  const difference = bitLength(n) - bitLength(d);
  if (difference > 1024) return negative ? -Infinity : Infinity;
  if (difference < -1080) return negative ? -0 : 0;
  // 55 bits or more of the quotient, fewer where the result is subnormal, and whether something is left over.
  const shift = Math.max(difference, -1021) - 55;
  if (shift < 0) n <<= BigInt(-shift);
  else d <<= BigInt(shift);
  let q = n / d;
  if (q * d !== n) q |= 1n;
  const extra = BigInt(Math.max(bitLength(q), -1021 - shift) - 53);
  const half = 1n << (extra - 1n);
  if ((q & half) !== 0n && (q & (3n * half - 1n)) !== 0n) q += half;
  q &= ~(2n * half - 1n);
  const r = scale(Number(q), shift);
  return negative ? -r : r;
}

/** The digits in a base; without prefix. */
export function toBase(v: IntValue, base: number): string {
  return v.toString(base);
}
