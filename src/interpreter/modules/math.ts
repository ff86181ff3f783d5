// math: functions on doubles and integers. Those with loops of their own are in math_special.ts and math_integer.ts.
//
// Answers to CPython 3.12: Modules/mathmodule.c.

import { expDouble, log2Double, log10Double, logDouble, powDouble, scale } from '../code/ddmath.ts';
import { floatPower, POW_OVERFLOW, powError } from '../code/floatpow.ts';
import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { indexG, ssizeG } from '../objects/abstract.ts';
import { asDoubleG, plainDouble } from '../objects/abstract_number.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Float, floatType, newFloat } from '../objects/floatcore.ts';
import { longFromDouble } from '../objects/floatobject.ts';
import { isInt, newBool, newInt } from '../objects/longcore.ts';
import { bitLength } from '../objects/longmath.ts';
import { defineModule, type FunctionRow } from '../objects/moduleobject.ts';
import { callSpecial } from '../objects/object.ts';
import { newTuple } from '../objects/seqcore.ts';
import { id } from '../objects/strcore.ts';
import { integerFunctions } from './math_integer.ts';
import { erf, erfc, gamma, lgamma } from './math_special.ts';
import { vectorFunctions } from './math_vector.ts';

const domain = (): null => raise(PyExc.ValueError, 'math domain error');
const range = (): null => raise(PyExc.OverflowError, 'math range error');

/** A function of doubles, its arguments converted; plain when they are exact floats or small ints. */
function real(arity: 1 | 2, f: (x: number, y: number) => Res) {
  function* slow(a: Obj, b: Obj | undefined): Gen {
    const x = yield* asDoubleG(a);
    if (x === null) return null;
    const y = b === undefined ? 0 : yield* asDoubleG(b);
    return y === null ? null : f(x, y);
  }
  return (_m: Obj, a: Obj, b: Obj | undefined): Res => {
    const x = plainDouble(a);
    if (x !== undefined) {
      if (arity === 1) return f(x, 0);
      const y = plainDouble(b!);
      if (y !== undefined) return f(x, y);
    }
    return suspend(slow(a, b), b === undefined ? [a] : [a, b]);
  };
}

/** CPython 3.12: Modules/mathmodule.c math_1 */
function checked(x: number, r: number, overflows: boolean): Res {
  if (Number.isNaN(r) && !Number.isNaN(x)) return domain();
  if (!Number.isFinite(r) && Number.isFinite(x)) return overflows ? range() : domain();
  return newFloat(r);
}

function one(name: string, f: (x: number) => number, doc: string, overflows = false): FunctionRow {
  return [name, '(x, /)', real(1, (x) => checked(x, f(x), overflows)), doc];
}

/** log of an int of any size: beyond a double's range by its exponent. CPython 3.12: loghelper */
function logarithm(o: Obj, f: (x: number) => number, ofTwo: number): Res | Gen {
  if (isInt(o)) {
    if (o.v <= 0) return domain();
    if (typeof o.v === 'number') return newFloat(f(o.v));
    const bits = bitLength(o.v);
    if (bits <= 1023) return newFloat(f(Number(o.v)));
    const shift = bits - 64;
    const x = Number(o.v >> BigInt(shift)) / 2 ** 64;
    return newFloat(f(x) + ofTwo * bits);
  }
  const x = plainDouble(o);
  return x === undefined ? logarithmG(o, f) : logOf(x, f);
}

function logOf(x: number, f: (x: number) => number): Res {
  if (Number.isNaN(x)) return newFloat(x);
  if (x <= 0) return domain();
  return newFloat(x === Infinity ? x : f(x));
}

function* logarithmG(o: Obj, f: (x: number) => number): Gen {
  const x = yield* asDoubleG(o);
  return x === null ? null : logOf(x, f);
}

function* logG(_m: Obj, o: Obj, base: Obj | undefined): Gen {
  const part = function* (x: Obj): Gen {
    const r = logarithm(x, logDouble, Math.LN2);
    return r === null || 'rc' in r ? r : yield* r;
  };
  const a = yield* part(o);
  if (a === null || base === undefined) return a;
  const b = yield* part(base);
  if (b === null) {
    decref(a);
    return null;
  }
  const x = (a as Float).v;
  const y = (b as Float).v;
  decref(a);
  decref(b);
  return y === 0 ? raise(PyExc.ZeroDivisionError, 'float division by zero') : newFloat(x / y);
}

function inBase(f: (x: number) => number, ofTwo: number) {
  return (_m: Obj, o: Obj): Res => {
    const r = logarithm(o, f, ofTwo);
    return r === null || 'rc' in r ? r : suspend(r, [o]);
  };
}

/** floor, ceil, trunc: the type's own method, or of a float. */
function rounding(special: string, f: ((x: number) => number) | null) {
  const name = id(special);
  return function* (_m: Obj, o: Obj): Gen {
    if (o.type === floatType && f !== null) return longFromDouble(f((o as Float).v));
    let r = callSpecial(o, name, []);
    if (r === null) r = yield* settle();
    if (r !== undefined) return r;
    if (f === null) return typeError(`type ${o.type.name} doesn't define ${special} method`);
    const x = yield* asDoubleG(o);
    return x === null ? null : longFromDouble(f(x));
  };
}

/** CPython 3.12: Modules/mathmodule.c math_pow_impl */
function power(x: number, y: number): Res {
  const r = floatPower(x, y);
  if (powError.code === 0) return newFloat(r);
  return powError.code === POW_OVERFLOW ? range() : domain();
}

/** IEEE 754 remainder: x - n*y with n the integer nearest to x/y. CPython 3.12: m_remainder */
function remainder(x: number, y: number): Res {
  if (Number.isNaN(x)) return newFloat(x);
  if (Number.isNaN(y)) return newFloat(y);
  if (!Number.isFinite(x) || y === 0) return domain();
  if (!Number.isFinite(y)) return newFloat(x);
  const absx = Math.abs(x);
  const absy = Math.abs(y);
  const m = absx % absy;
  const c = absy - m;
  let r: number;
  if (m < c) r = m;
  else if (m > c) r = -c;
  else r = m - 2 * ((0.5 * (absx - m)) % absy);
  return newFloat((x < 0 || Object.is(x, -0) ? -1 : 1) * r);
}

export function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let m = x;
  let e = 0;
  if (Math.abs(m) < 2 ** -1022) {
    m *= 2 ** 54;
    e = -54;
  }
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, m);
  const high = view.getUint32(0);
  e += ((high >>> 20) & 0x7ff) - 1022;
  view.setUint32(0, (high & 0x800fffff) | (1022 << 20));
  return [view.getFloat64(0), e];
}

function* ldexp(_m: Obj, a: Obj, i: Obj): Gen {
  const x = yield* asDoubleG(a);
  if (x === null) return null;
  if (!isInt(i)) return typeError('Expected an int as second argument to ldexp.');
  const n = yield* ssizeG(i, null);
  if (n === null) return null;
  if (x === 0 || !Number.isFinite(x)) return newFloat(x);
  if (n > 2100) return range();
  if (n < -2200) return newFloat(x < 0 ? -0 : 0);
  const r = ldexpOf(x, n);
  return Number.isFinite(r) ? newFloat(r) : range();
}

/** Rounds once, also where the result is subnormal. */
function ldexpOf(x: number, n: number): number {
  const [m, e] = frexp(x);
  const to = e + n;
  if (to > 1024) return x < 0 ? -Infinity : Infinity;
  if (to >= -1021) return scale(m, to);
  // The mantissa keeps 53 - (-1021 - to) bits.
  return m * 2 ** 53 * 2 ** -1022 * 2 ** Math.max(to + 1022 - 53, -1074);
}

/** The next double after x in the direction of y. */
function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, bits + (y > x === x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function* nextafter(_m: Obj, a: Obj, b: Obj, steps: Obj | undefined): Gen {
  const x = yield* asDoubleG(a);
  const y = x === null ? null : yield* asDoubleG(b);
  if (x === null || y === null) return null;
  if (steps === undefined) return newFloat(nextAfter(x, y));
  const n = yield* indexG(steps);
  if (n === null) return null;
  const count = BigInt(n.v);
  decref(n);
  if (count < 0n) return raise(PyExc.ValueError, 'steps must be a non-negative integer');
  if (Number.isNaN(x) || Number.isNaN(y)) return newFloat(Number.NaN);
  if (count === 0n || x === y) return newFloat(count === 0n ? x : y);
  // Doubles in order, as integers.
  const view = new DataView(new ArrayBuffer(8));
  const order = (v: number): bigint => {
    view.setFloat64(0, v);
    const bits = view.getBigInt64(0);
    return bits >= 0n ? bits : -(bits & 0x7fffffffffffffffn);
  };
  const from = order(x);
  const to = order(y);
  let at = from < to ? from + count : from - count;
  if (from < to ? at > to : at < to) return newFloat(y);
  const negative = at < 0n || (at === 0n && (x < 0 || Object.is(x, -0)) && from < to);
  if (at < 0n) at = -at;
  view.setBigInt64(0, at);
  const r = view.getFloat64(0);
  return newFloat(negative ? -r : r);
}

function ulp(x: number): number {
  if (Number.isNaN(x)) return x;
  x = Math.abs(x);
  if (!Number.isFinite(x)) return x;
  const up = nextAfter(x, Infinity);
  return Number.isFinite(up) ? up - x : x - nextAfter(x, -Infinity);
}

function* isclose(_m: Obj, a: Obj, b: Obj, rel: Obj | undefined, abs: Obj | undefined): Gen {
  const x = yield* asDoubleG(a);
  const y = x === null ? null : yield* asDoubleG(b);
  if (x === null || y === null) return null;
  const r = rel === undefined ? 1e-9 : yield* asDoubleG(rel);
  const t = r === null ? null : abs === undefined ? 0 : yield* asDoubleG(abs);
  if (r === null || t === null) return null;
  if (r < 0 || t < 0) return raise(PyExc.ValueError, 'tolerances must be non-negative');
  if (x === y) return newBool(true);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return newBool(false);
  const diff = Math.abs(y - x);
  return newBool(diff <= Math.abs(r * y) || diff <= Math.abs(r * x) || diff <= t);
}

const copysign = (x: number, y: number): number => {
  const negative = y < 0 || Object.is(y, -0);
  const a = Math.abs(x);
  return negative ? -a : a;
};

const functions: FunctionRow[] = [
  one(
    'acos',
    Math.acos,
    'Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.',
  ),
  one('acosh', Math.acosh, 'Return the inverse hyperbolic cosine of x.'),
  one(
    'asin',
    Math.asin,
    'Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.',
  ),
  one('asinh', Math.asinh, 'Return the inverse hyperbolic sine of x.'),
  one(
    'atan',
    Math.atan,
    'Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.',
  ),
  [
    'atan2',
    '(y, x, /)',
    real(2, (y, x) => newFloat(Math.atan2(y, x))),
    'Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.',
  ],
  one('atanh', Math.atanh, 'Return the inverse hyperbolic tangent of x.'),
  one('cbrt', Math.cbrt, 'Return the cube root of x.'),
  [
    'ceil',
    '(x, /)',
    rounding('__ceil__', Math.ceil),
    'Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.',
  ],
  [
    'copysign',
    '(x, y, /)',
    real(2, (x, y) => newFloat(copysign(x, y))),
    'Return a float with the magnitude (absolute value) of x but the sign of y.\n\nOn platforms that support signed zeros, copysign(1.0, -0.0)\nreturns -1.0.\n',
  ],
  one('cos', Math.cos, 'Return the cosine of x (measured in radians).'),
  one('cosh', Math.cosh, 'Return the hyperbolic cosine of x.', true),
  [
    'degrees',
    '(x, /)',
    real(1, (x) => newFloat(x * (180 / Math.PI))),
    'Convert angle x from radians to degrees.',
  ],
  ['erf', '(x, /)', real(1, (x) => newFloat(erf(x))), 'Error function at x.'],
  ['erfc', '(x, /)', real(1, (x) => newFloat(erfc(x))), 'Complementary error function at x.'],
  one('exp', expDouble, 'Return e raised to the power of x.', true),
  one('exp2', (x) => powDouble(2, x), 'Return 2 raised to the power of x.', true),
  one(
    'expm1',
    Math.expm1,
    'Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.',
    true,
  ),
  one('fabs', Math.abs, 'Return the absolute value of the float x.'),
  [
    'floor',
    '(x, /)',
    rounding('__floor__', Math.floor),
    'Return the floor of x as an Integral.\n\nThis is the largest integer <= x.',
  ],
  [
    'fmod',
    '(x, y, /)',
    real(2, (x, y) => {
      if (!Number.isFinite(y) && Number.isFinite(x)) return newFloat(Number.isNaN(y) ? y : x);
      const r = x % y;
      return Number.isNaN(r) && !Number.isNaN(x) && !Number.isNaN(y) ? domain() : newFloat(r);
    }),
    'Return fmod(x, y), according to platform C.\n\nx % y may differ.',
  ],
  [
    'frexp',
    '(x, /)',
    real(1, (x) => {
      const [m, e] = frexp(x);
      return newTuple([newFloat(m), newInt(e)]);
    }),
    'Return the mantissa and exponent of x, as pair (m, e).\n\nm is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0.',
  ],
  [
    'gamma',
    '(x, /)',
    real(1, (x) => {
      const r = gamma(x);
      if (Number.isNaN(x) || x === Infinity) return newFloat(r);
      if (x === -Infinity || (x <= 0 && Number.isInteger(x))) return domain();
      return Number.isFinite(r) ? newFloat(r) : range();
    }),
    'Gamma function at x.',
  ],
  [
    'isclose',
    '(a, b, *, rel_tol=1e-09, abs_tol=0.0)',
    isclose,
    'Determine whether two floating point numbers are close in value.',
  ],
  [
    'isfinite',
    '(x, /)',
    real(1, (x) => newBool(Number.isFinite(x))),
    'Return True if x is neither an infinity nor a NaN, and False otherwise.',
  ],
  [
    'isinf',
    '(x, /)',
    real(1, (x) => newBool(x === Infinity || x === -Infinity)),
    'Return True if x is a positive or negative infinity, and False otherwise.',
  ],
  [
    'isnan',
    '(x, /)',
    real(1, (x) => newBool(Number.isNaN(x))),
    'Return True if x is a NaN (not a number), and False otherwise.',
  ],
  ['ldexp', '(x, i, /)', ldexp, 'Return x * (2**i).\n\nThis is essentially the inverse of frexp().'],
  [
    'lgamma',
    '(x, /)',
    real(1, (x) => {
      if (x <= 0 && Number.isInteger(x)) return domain();
      const r = lgamma(x);
      return Number.isFinite(r) || !Number.isFinite(x) ? newFloat(r) : range();
    }),
    'Natural logarithm of absolute value of Gamma function at x.',
  ],
  [
    'log',
    '(x, base=<unrepresentable>, /)',
    logG,
    'log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.',
  ],
  one(
    'log1p',
    Math.log1p,
    'Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.',
  ),
  ['log10', '(x, /)', inBase(log10Double, log10Double(2)), 'Return the base 10 logarithm of x.'],
  ['log2', '(x, /)', inBase(log2Double, 1), 'Return the base 2 logarithm of x.'],
  [
    'modf',
    '(x, /)',
    real(1, (x) => {
      if (!Number.isFinite(x)) {
        return newTuple(
          Number.isNaN(x) ? [newFloat(x), newFloat(x)] : [newFloat(copysign(0, x)), newFloat(x)],
        );
      }
      const whole = Math.trunc(x);
      return newTuple([newFloat(copysign(x - whole, x)), newFloat(whole)]);
    }),
    'Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.',
  ],
  [
    'nextafter',
    '(x, y, /, *, steps=None)',
    nextafter,
    'Return the floating-point value the given number of steps after x towards y.\n\nIf steps is not specified or is None, it defaults to 1.\n\nRaises a TypeError, if x or y is not a double, or if steps is not an integer.\nRaises ValueError if steps is negative.',
  ],
  ['pow', '(x, y, /)', real(2, power), 'Return x**y (x to the power of y).'],
  [
    'radians',
    '(x, /)',
    real(1, (x) => newFloat(x * (Math.PI / 180))),
    'Convert angle x from degrees to radians.',
  ],
  [
    'remainder',
    '(x, y, /)',
    real(2, remainder),
    'Difference between x and the closest integer multiple of y.\n\nReturn x - n*y where n*y is the closest integer multiple of y.\nIn the case where x is exactly halfway between two multiples of\ny, the nearest even value of n is used. The result is always exact.',
  ],
  one('sin', Math.sin, 'Return the sine of x (measured in radians).'),
  one('sinh', Math.sinh, 'Return the hyperbolic sine of x.', true),
  one('sqrt', Math.sqrt, 'Return the square root of x.'),
  one('tan', Math.tan, 'Return the tangent of x (measured in radians).'),
  one('tanh', Math.tanh, 'Return the hyperbolic tangent of x.'),
  [
    'trunc',
    '(x, /)',
    rounding('__trunc__', null),
    'Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.',
  ],
  [
    'ulp',
    '(x, /)',
    real(1, (x) => newFloat(ulp(x))),
    'Return the value of the least significant bit of the float x.',
  ],
  ...integerFunctions,
  ...vectorFunctions,
];

export const mathModule = defineModule(
  'math',
  'This module provides access to the mathematical functions\ndefined by the C standard.',
  {
    functions,
    values: {
      pi: () => newFloat(Math.PI),
      e: () => newFloat(Math.E),
      tau: () => newFloat(2 * Math.PI),
      inf: () => newFloat(Infinity),
      nan: () => newFloat(Number.NaN),
    },
  },
);
