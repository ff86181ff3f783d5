// The functions of math over several numbers: fsum, prod, sumprod, hypot, dist.
//
// Sums of doubles are made exactly, in integers, and rounded once: as close as CPython's compensated ones or closer.
//
// Answers to CPython 3.12: Modules/mathmodule.c.

import { decref, type Obj, xdecref } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { binaryOp, iterateG, nextG } from '../objects/abstract.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { type Float, floatType, newFloat } from '../objects/floatcore.ts';
import { type Int, intType, newInt } from '../objects/longcore.ts';
import { ratio } from '../objects/longmath.ts';
import type { FunctionRow } from '../objects/moduleobject.ts';
import { decompose } from '../objects/pystrtod.ts';
import { iterG } from './itertool.ts';
import { isqrtOf } from './math_integer.ts';

/** An exact sum of products of doubles: m * 2**LOW. */
const LOW = -2200;

/** The double nearest to m * 2**e. */
function nearest(m: bigint, e: number): number {
  return e >= 0 ? ratio(m << BigInt(e), 1n) : ratio(m, 1n << BigInt(-e));
}

/** Adds to partial sums that do not overlap, smallest first; false: it overflows. */
function addPartial(partials: number[], x: number): boolean {
  let n = 0;
  let high = x;
  for (const partial of partials) {
    const [a, b] = Math.abs(high) < Math.abs(partial) ? [partial, high] : [high, partial];
    high = a + b;
    const low = b - (high - a);
    if (low !== 0) partials[n++] = low;
  }
  partials.length = n;
  if (!Number.isFinite(high)) return false;
  if (high !== 0) partials.push(high);
  return true;
}

/** The double nearest to the sum of partial sums. */
function roundPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n]!;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // Half way between two doubles, what is left decides.
  if (n > 0 && ((low < 0 && partials[n - 1]! < 0) || (low > 0 && partials[n - 1]! > 0))) {
    const twice = low * 2;
    const up = high + twice;
    if (twice === up - high) high = up;
  }
  return high;
}

/** CPython 3.12: math_fsum */
function* fsum(_m: Obj, seq: Obj): Gen {
  const it = yield* iterG(seq);
  if (it === null) return null;
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  for (;;) {
    const item = yield* nextG(it);
    if (item === undefined) break;
    const x = item === null ? null : yield* asDoubleG(item);
    xdecref(item);
    if (x === null) {
      decref(it);
      return null;
    }
    if (Number.isFinite(x)) {
      if (addPartial(partials, x)) continue;
      decref(it);
      return raise(PyExc.OverflowError, 'intermediate overflow in fsum');
    }
    if (!Number.isNaN(x)) infinities += x;
    special += x;
    partials.length = 0;
  }
  decref(it);
  if (special !== 0) {
    if (Number.isNaN(infinities)) return raise(PyExc.ValueError, '-inf + inf in fsum');
    return newFloat(special);
  }
  return newFloat(roundPartials(partials));
}

function* prod(_m: Obj, iterable: Obj, start: Obj | undefined): Gen {
  const it = yield* iterG(iterable);
  if (it === null) return null;
  let result: Obj = start ?? newInt(1);
  if (start !== undefined) start.rc++;
  for (;;) {
    const item = yield* nextG(it);
    if (item === undefined) break;
    let r = item === null ? null : binaryOp(result, item, MULTIPLY);
    if (r === null && item !== null) r = yield* settle();
    xdecref(item);
    decref(result);
    if (r === null) {
      decref(it);
      return null;
    }
    result = r;
  }
  decref(it);
  return result;
}

/** Arguments of BINARY_OP. */
const ADD = 0;
const MULTIPLY = 5;

function* sumprod(_m: Obj, p: Obj, q: Obj): Gen {
  const a = yield* iterateG(p);
  if (a === null) return null;
  const b = yield* iterateG(q);
  if (b === null) {
    for (const o of a) decref(o);
    return null;
  }
  let result: Obj | null = null;
  if (a.length !== b.length) raise(PyExc.ValueError, 'Inputs are not the same length');
  else result = floatsOnly(a, b) ?? (yield* sumprodG(a, b));
  for (const o of a) decref(o);
  for (const o of b) decref(o);
  return result;
}

/** The sum when every pair has a float and nothing but finite floats and small ints; null: the general way. */
function floatsOnly(a: readonly Obj[], b: readonly Obj[]): Obj | null {
  let total = 0n;
  const value = (o: Obj): number | null => {
    if (o.type === floatType) return (o as Float).v;
    return o.type === intType && typeof (o as Int).v === 'number' ? ((o as Int).v as number) : null;
  };
  if (a.length === 0) return null;
  for (let i = 0; i < a.length; i++) {
    const x = value(a[i]!);
    const y = value(b[i]!);
    if (x === null || y === null || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    if (a[i]!.type !== floatType && b[i]!.type !== floatType) return null;
    const dx = decompose(x);
    const dy = decompose(y);
    total += (dx.m * dy.m) << BigInt(dx.e + dy.e - LOW);
  }
  return newFloat(nearest(total, LOW));
}

function* sumprodG(a: readonly Obj[], b: readonly Obj[]): Gen {
  let total: Obj = newInt(0);
  for (let i = 0; i < a.length; i++) {
    let term = binaryOp(a[i]!, b[i]!, MULTIPLY);
    if (term === null) term = yield* settle();
    let sum = term === null ? null : binaryOp(total, term, ADD);
    if (sum === null && term !== null) sum = yield* settle();
    xdecref(term);
    decref(total);
    if (sum === null) return null;
    total = sum;
  }
  return total;
}

/** The square root of the sum of squares, rounded once. CPython 3.12: vector_norm */
function norm(xs: readonly number[]): number {
  if (xs.some((x) => x === Infinity || x === -Infinity)) return Infinity;
  if (xs.some((x) => Number.isNaN(x))) return Number.NaN;
  const parts = xs.filter((x) => x !== 0).map(decompose);
  if (parts.length === 0) return 0;
  const low = Math.min(...parts.map((p) => p.e));
  let sum = 0n;
  for (const { m, e } of parts) sum += (m * m) << BigInt(2 * (e - low));
  // Enough bits that the root has 64 or more, and whether something is left over.
  const bits = sum.toString(2).length;
  const shift = Math.max(0, 64 - (bits >> 1));
  const scaled = sum << BigInt(2 * shift);
  let root = isqrtOf(scaled);
  let exponent = low - shift;
  if (root * root !== scaled) {
    root = (root << 1n) | 1n;
    exponent--;
  }
  return nearest(root, exponent);
}

function* doublesG(items: readonly Obj[]): Gen<number[] | null> {
  const xs: number[] = [];
  for (const o of items) {
    const x = yield* asDoubleG(o);
    if (x === null) return null;
    xs.push(x);
  }
  return xs;
}

function* hypot(_m: Obj, args: Obj[]): Gen {
  const xs = yield* doublesG(args);
  return xs === null ? null : newFloat(norm(xs));
}

function* dist(_m: Obj, p: Obj, q: Obj): Gen {
  const a = yield* iterateG(p);
  if (a === null) return null;
  const b = yield* iterateG(q);
  if (b === null) {
    for (const o of a) decref(o);
    return null;
  }
  let result: Obj | null = null;
  if (a.length !== b.length) raise(PyExc.ValueError, 'both points must have the same number of dimensions');
  else {
    const xs = yield* doublesG(a);
    const ys = xs === null ? null : yield* doublesG(b);
    if (xs !== null && ys !== null) result = newFloat(norm(xs.map((x, i) => Math.abs(x - ys[i]!))));
  }
  for (const o of a) decref(o);
  for (const o of b) decref(o);
  return result;
}

export const vectorFunctions: FunctionRow[] = [
  [
    'dist',
    '(p, q, /)',
    dist,
    'Return the Euclidean distance between two points p and q.\n\nThe points should be specified as sequences (or iterables) of\ncoordinates.  Both inputs must have the same dimension.\n\nRoughly equivalent to:\n    sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))',
  ],
  [
    'fsum',
    '(seq, /)',
    fsum,
    'Return an accurate floating point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating point arithmetic.',
  ],
  [
    'hypot',
    '(*coordinates)',
    hypot,
    'hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to a point.\n\nRoughly equivalent to:\n    sqrt(sum(x**2 for x in coordinates))\n\nFor a two dimensional point (x, y), gives the hypotenuse\nusing the Pythagorean theorem:  sqrt(x*x + y*y).\n\nFor example, the hypotenuse of a 3/4/5 right triangle is:\n\n    >>> hypot(3.0, 4.0)\n    5.0\n',
  ],
  [
    'prod',
    '(iterable, /, *, start=1)',
    prod,
    'Calculate the product of all the elements in the input iterable.\n\nThe default start value for the product is 1.\n\nWhen the iterable is empty, return the start value.  This function is\nintended specifically for use with numeric values and may reject\nnon-numeric types.',
  ],
  [
    'sumprod',
    '(p, q, /)',
    sumprod,
    'Return the sum of products of values from two iterables p and q.\n\nRoughly equivalent to:\n\n    sum(itertools.starmap(operator.mul, zip(p, q, strict=True)))\n\nFor float and mixed int/float inputs, the intermediate products\nand sums are computed with extended precision.',
  ],
];
