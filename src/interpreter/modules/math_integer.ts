// The functions of math that answer integers: factorial, comb, perm, gcd, lcm, isqrt.
//
// Answers to CPython 3.12: Modules/mathmodule.c.

import { decref, type Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { newIntAny, newIntBig } from '../objects/longcore.ts';
import type { FunctionRow } from '../objects/moduleobject.ts';
import { None } from '../objects/singletons.ts';

/** The value of an integer argument as a bigint; null: an error is set. */
function* bigG(o: Obj): Gen<bigint | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = BigInt(i.v);
  decref(i);
  return v;
}

/** Product of from..to, by halves: factors stay of like size. */
function productOf(from: number, to: number): bigint {
  if (to - from < 8) {
    let r = BigInt(from);
    for (let i = from + 1; i <= to; i++) r *= BigInt(i);
    return r;
  }
  const middle = (from + to) >> 1;
  return productOf(from, middle) * productOf(middle + 1, to);
}

function* factorial(_m: Obj, o: Obj): Gen {
  const n = yield* bigG(o);
  if (n === null) return null;
  if (n < 0n) return raise(PyExc.ValueError, 'factorial() not defined for negative values');
  if (n > 0x7fffffffffffffffn) {
    return raise(PyExc.OverflowError, 'factorial() argument should not exceed 9223372036854775807');
  }
  if (n > 2_000_000n) return raise(PyExc.MemoryError, '');
  return newIntBig(n < 2n ? 1n : productOf(2, Number(n)));
}

function* chooseArgs(nArg: Obj, kArg: Obj): Gen<{ n: bigint; k: bigint } | null> {
  const n = yield* bigG(nArg);
  if (n === null) return null;
  const k = yield* bigG(kArg);
  if (k === null) return null;
  if (n < 0n) return raise(PyExc.ValueError, 'n must be a non-negative integer');
  if (k < 0n) return raise(PyExc.ValueError, 'k must be a non-negative integer');
  return { n, k };
}

function* perm(m: Obj, nArg: Obj, kArg: Obj | undefined): Gen {
  if (kArg === undefined || kArg === None) return yield* factorial(m, nArg);
  const args = yield* chooseArgs(nArg, kArg);
  if (args === null) return null;
  const { n, k } = args;
  if (k > n) return newIntBig(0n);
  if (k > 0x7fffffffffffffffn) return raise(PyExc.OverflowError, 'k must not exceed 9223372036854775807');
  let r = 1n;
  for (let i = 0n; i < k; i++) r *= n - i;
  return newIntBig(r);
}

function* comb(_m: Obj, nArg: Obj, kArg: Obj): Gen {
  const args = yield* chooseArgs(nArg, kArg);
  if (args === null) return null;
  const { n } = args;
  let { k } = args;
  if (k > n) return newIntBig(0n);
  if (n - k < k) k = n - k;
  if (k > 0x7fffffffffffffffn)
    return raise(PyExc.OverflowError, 'min(n - k, k) must not exceed 9223372036854775807');
  let r = 1n;
  for (let i = 1n; i <= k; i++) r = (r * (n - k + i)) / i;
  return newIntBig(r);
}

export function gcdOf(a: bigint, b: bigint): bigint {
  if (a < 0n) a = -a;
  if (b < 0n) b = -b;
  while (b !== 0n) {
    if (a <= 9007199254740991n && b <= 9007199254740991n) {
      let x = Number(a);
      let y = Number(b);
      while (y !== 0) [x, y] = [y, x % y];
      return BigInt(x);
    }
    [a, b] = [b, a % b];
  }
  return a;
}

function* gcd(_m: Obj, args: Obj[]): Gen {
  let r = 0n;
  for (const o of args) {
    const v = yield* bigG(o);
    if (v === null) return null;
    r = gcdOf(r, v);
  }
  return newIntBig(r);
}

function* lcm(_m: Obj, args: Obj[]): Gen {
  let r = 1n;
  for (const o of args) {
    const v = yield* bigG(o);
    if (v === null) return null;
    if (r === 0n || v === 0n) r = 0n;
    else {
      r = (r / gcdOf(r, v)) * v;
      if (r < 0n) r = -r;
    }
  }
  return newIntBig(r);
}

/** The integer square root, rounded down. */
export function isqrtOf(n: bigint): bigint {
  if (n < 2n ** 52n) return BigInt(Math.floor(Math.sqrt(Number(n))));
  const bits = n.toString(16).length * 4;
  let x = 1n << BigInt((bits >> 1) + 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

function* isqrt(_m: Obj, o: Obj): Gen {
  const n = yield* bigG(o);
  if (n === null) return null;
  if (n < 0n) return raise(PyExc.ValueError, 'isqrt() argument must be nonnegative');
  return newIntAny(Number(n) < 2 ** 52 ? Math.floor(Math.sqrt(Number(n))) : normal(isqrtOf(n)));
}

const normal = (v: bigint): number | bigint => (v <= 9007199254740991n ? Number(v) : v);

export const integerFunctions: FunctionRow[] = [
  [
    'comb',
    '(n, k, /)',
    comb,
    'Number of ways to choose k items from n items without repetition and without order.\n\nEvaluates to n! / (k! * (n - k)!) when k <= n and evaluates\nto zero when k > n.',
  ],
  ['factorial', '(n, /)', factorial, 'Find n!.\n\nRaise a ValueError if x is negative or non-integral.'],
  ['gcd', '(*integers)', gcd, 'Greatest Common Divisor.'],
  ['isqrt', '(n, /)', isqrt, 'Return the integer part of the square root of the input.'],
  ['lcm', '(*integers)', lcm, 'Least Common Multiple.'],
  [
    'perm',
    '(n, k=None, /)',
    perm,
    'Number of ways to choose k items from n items without repetition and with order.\n\nEvaluates to n! / (n - k)! when k <= n and evaluates\nto zero when k > n.',
  ],
];
