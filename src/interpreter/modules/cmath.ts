// cmath: functions of complex numbers.
//
// Where the argument is finite, each is computed by the formula that loses least; where it is not, the answer is looked up in
// a table of what the C standard demands (C99, Annex G).
//
// Answers to CPython 3.12: Modules/cmathmodule.c.

import { type ComplexV, hypotDouble, quotient } from '../code/complexmath.ts';
import { expDouble, logDouble } from '../code/ddmath.ts';
import type { Obj, Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { complexSpecialG, isComplex, newComplex } from '../objects/complexobject.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { newBool } from '../objects/longcore.ts';
import { defineModule, type FunctionRow } from '../objects/moduleobject.ts';
import { newTuple } from '../objects/seqcore.ts';

type Z = ComplexV;
const z = (real: number, imag: number): Z => ({ real, imag });

/** Answers beside a number: math domain error, math range error. */
const DOMAIN = 'domain';
const RANGE = 'range';
type Answer = Z | typeof DOMAIN | typeof RANGE;

const { abs, atan2, cos, cosh, log1p, sin, sinh, sqrt, tan, tanh, asinh, PI, E, LN2, LN10 } = Math;
const negative = (x: number): boolean => x < 0 || Object.is(x, -0);
const copysign = (x: number, y: number): number => (negative(y) ? -abs(x) : abs(x));
const finite = (x: Z): boolean => Number.isFinite(x.real) && Number.isFinite(x.imag);

/** hypot as in C: an infinity beats a nan. */
function hypot(x: number, y: number): number {
  if (abs(x) === Infinity || abs(y) === Infinity) return Infinity;
  return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : hypotDouble(x, y);
}

// Beyond these the plain formulas would overflow or lose bits.
const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = sqrt(LARGE);
const LOG_LARGE = Math.log(LARGE);
const MIN_NORMAL = 2 ** -1022;
const SQRT_MIN = sqrt(MIN_NORMAL);

// --- infinities and nans -----------------------------------------------------------------------------

/**
 * For real and imaginary part -inf, negative, -0, 0, positive, inf, nan: two letters of VALUES; "EE": math domain error,
 * "..": computed.
 */
const SPECIAL = {
  acos: 'TI PI PI Pi Pi Ti NI HI .. .. .. .. Hi NN HI .. .. .. .. Hi HN HI .. .. .. .. Hi HN HI .. .. .. .. Hi NN QI 0I 0I 0i 0i Qi NI NI NN NN NN NN Ni NN',
  acosh:
    'It Ip Ip IP IP IT IN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Iq Io Io I0 I0 IQ IN IN NN NN NN NN IN NN',
  asinh:
    'iq io io i0 i0 iQ iN ih .. .. .. .. iH NN ih .. .. .. .. iH NN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Iq Io Io I0 I0 IQ IN IN NN No N0 NN IN NN',
  atanh:
    'oh oh oh oH oH oH oN oh .. .. .. .. oH NN oh .. .. .. .. oH oN 0h .. .. .. .. 0H 0N 0h .. .. .. .. 0H NN 0h 0h 0h 0H 0H 0H 0N 0h NN NN NN NN 0H NN',
  cosh: 'EE .. I0 Io .. EE IN EE .. .. .. .. EE NN EE .. .. .. .. EE N0 EE .. .. .. .. EE N0 EE .. .. .. .. EE NN EE .. Io I0 .. EE IN NN NN N0 N0 NN NN NN',
  exp: '00 .. 0o 00 .. 00 00 EE .. .. .. .. EE NN EE .. .. .. .. EE NN EE .. .. .. .. EE NN EE .. .. .. .. EE NN EE .. Io I0 .. EE IN NN NN No N0 NN NN NN',
  log: 'It Ip Ip IP IP IT IN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Iq Io Io I0 I0 IQ IN IN NN NN NN NN IN NN',
  sinh: 'EE .. io i0 .. EE IN EE .. .. .. .. EE NN EE .. .. .. .. EE 0N EE .. .. .. .. EE 0N EE .. .. .. .. EE NN EE .. Io I0 .. EE IN NN NN No N0 NN NN NN',
  sqrt: 'Ii 0i 0i 0I 0I II NI Ii .. .. .. .. II NN Ii .. .. .. .. II NN Ii .. .. .. .. II NN Ii .. .. .. .. II NN Ii Io Io I0 I0 II IN Ii NN NN NN NN II NN',
  tanh: 'm0 .. mo m0 .. m0 m0 EE .. .. .. .. EE NN EE .. .. .. .. EE NN EE .. .. .. .. EE NN EE .. .. .. .. EE NN 10 .. 1o 10 .. 10 10 NN NN No N0 NN NN NN',
  rect: 'EE .. i0 io .. EE IN EE .. .. .. .. EE NN 00 .. .. .. .. 00 00 00 .. .. .. .. 00 00 EE .. .. .. .. EE NN EE .. Io I0 .. EE IN NN NN N0 N0 NN NN NN',
} as const;

const VALUES: { [letter: string]: number } = {
  '0': 0,
  o: -0,
  '1': 1,
  m: -1,
  I: Infinity,
  i: -Infinity,
  N: Number.NaN,
  P: PI,
  p: -PI,
  H: PI / 2,
  h: -PI / 2,
  Q: PI / 4,
  q: -PI / 4,
  T: 0.75 * PI,
  t: -0.75 * PI,
};

function kindOf(x: number): number {
  if (Number.isNaN(x)) return 6;
  if (x === 0) return negative(x) ? 2 : 3;
  if (Number.isFinite(x)) return x < 0 ? 1 : 4;
  return x < 0 ? 0 : 5;
}

/** The table's answer; null: to be computed. */
function special(name: keyof typeof SPECIAL, x: Z): Answer | null {
  if (finite(x)) return null;
  const at = 3 * (7 * kindOf(x.real) + kindOf(x.imag));
  const cell = SPECIAL[name].slice(at, at + 2);
  if (cell === '..') return null;
  return cell === 'EE' ? DOMAIN : z(VALUES[cell[0]!]!, VALUES[cell[1]!]!);
}

const overflowed = (r: Z): Answer => (abs(r.real) === Infinity || abs(r.imag) === Infinity ? RANGE : r);

/** f(i*x) and -i*f: how sin, tan, asin and atan come from their hyperbolic siblings. */
function rotated(f: (x: Z) => Answer): (x: Z) => Answer {
  return (x) => {
    const r = f(z(-x.imag, x.real));
    return typeof r === 'string' ? r : z(r.imag, -r.real);
  };
}

// --- the functions -----------------------------------------------------------------------------------

function root(x: Z): Z {
  const found = special('sqrt', x);
  if (found !== null) return found as Z;
  if (x.real === 0 && x.imag === 0) return z(0, x.imag);
  let ax = abs(x.real);
  const ay = abs(x.imag);
  let s: number;
  if (ax < MIN_NORMAL && ay < MIN_NORMAL) {
    // hypot would be subnormal: scaled by 2**53, half of which is taken by (x + |z|) / 2.
    ax *= 2 ** 53;
    s = sqrt(ax + hypotDouble(ax, ay * 2 ** 53)) * 2 ** -27;
  } else {
    ax /= 8;
    s = 2 * sqrt(ax + hypotDouble(ax, ay / 8));
  }
  const d = ay / (2 * s);
  return x.real >= 0 ? z(s, copysign(d, x.imag)) : z(d, copysign(s, x.imag));
}

/** log(|x|) where |x| may overflow. */
const largeLog = (x: Z): number => logDouble(hypotDouble(x.real / 2, x.imag / 2)) + LN2 * 2;
const large = (x: Z): boolean => abs(x.real) > LARGE || abs(x.imag) > LARGE;

function acos(x: Z): Answer {
  const found = special('acos', x);
  if (found !== null) return found;
  if (large(x)) {
    const imag = logDouble(hypotDouble(x.real / 2, x.imag / 2)) + LN2 * 2;
    return z(atan2(abs(x.imag), x.real), x.real < 0 ? -copysign(imag, x.imag) : copysign(imag, -x.imag));
  }
  const s1 = root(z(1 - x.real, -x.imag));
  const s2 = root(z(1 + x.real, x.imag));
  return z(2 * atan2(s1.real, s2.real), asinh(s2.real * s1.imag - s2.imag * s1.real));
}

function acosh(x: Z): Answer {
  const found = special('acosh', x);
  if (found !== null) return found;
  if (large(x)) return z(largeLog(x), atan2(x.imag, x.real));
  const s1 = root(z(x.real - 1, x.imag));
  const s2 = root(z(x.real + 1, x.imag));
  return z(asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * atan2(s1.imag, s2.real));
}

function arcSinh(x: Z): Answer {
  const found = special('asinh', x);
  if (found !== null) return found;
  if (large(x)) {
    const real = x.imag >= 0 ? copysign(largeLog(x), x.real) : -copysign(largeLog(x), -x.real);
    return z(real, atan2(x.imag, abs(x.real)));
  }
  const s1 = root(z(1 + x.imag, -x.real));
  const s2 = root(z(1 - x.imag, x.real));
  return z(
    asinh(s1.real * s2.imag - s2.real * s1.imag),
    atan2(x.imag, s1.real * s2.real - s1.imag * s2.imag),
  );
}

function atanh(x: Z): Answer {
  const found = special('atanh', x);
  if (found !== null) return found;
  if (x.real < 0) {
    const r = atanh(z(-x.real, -x.imag));
    return typeof r === 'string' ? r : z(-r.real, -r.imag);
  }
  const ay = abs(x.imag);
  if (x.real > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypotDouble(x.real / 2, x.imag / 2);
    return z(x.real / 4 / h / h, -copysign(PI / 2, -x.imag));
  }
  if (x.real === 1 && ay < SQRT_MIN) {
    if (ay === 0) return DOMAIN;
    return z(-logDouble(sqrt(ay) / sqrt(hypotDouble(ay, 2))), copysign(atan2(2, -ay) / 2, x.imag));
  }
  const one = 1 - x.real;
  return z(
    log1p((4 * x.real) / (one * one + ay * ay)) / 4,
    -atan2(-2 * x.imag, one * (1 + x.real) - ay * ay) / 2,
  );
}

function hyperbolic(name: 'cosh' | 'sinh'): (x: Z) => Answer {
  const [f, g] = name === 'cosh' ? [cosh, sinh] : [sinh, cosh];
  return (x) => {
    const found = special(name, x);
    if (found !== null) return found;
    const c = cos(x.imag);
    const s = sin(x.imag);
    if (!Number.isFinite(x.real))
      return z(
        copysign(f(x.real), c) * (f(x.real) < 0 ? -1 : 1),
        copysign(g(x.real), s) * (g(x.real) < 0 ? -1 : 1),
      );
    if (abs(x.real) <= LOG_LARGE) return overflowed(z(c * f(x.real), s * g(x.real)));
    // cosh(x.real) may overflow where the result does not.
    const less = x.real - copysign(1, x.real);
    return overflowed(z(c * f(less) * E, s * g(less) * E));
  };
}

function exp(x: Z): Answer {
  const found = special('exp', x);
  if (found !== null) return found;
  const c = cos(x.imag);
  const s = sin(x.imag);
  if (!Number.isFinite(x.real)) {
    const size = x.real > 0 ? Infinity : 0;
    return z(copysign(size, c), copysign(size, s));
  }
  if (x.real > LOG_LARGE) {
    const l = expDouble(x.real - 1);
    return overflowed(z(l * c * E, l * s * E));
  }
  const l = expDouble(x.real);
  return overflowed(z(l * c, l * s));
}

function log(x: Z): Answer {
  const found = special('log', x);
  if (found !== null) return found;
  const ax = abs(x.real);
  const ay = abs(x.imag);
  const imag = atan2(x.imag, x.real);
  if (ax > LARGE || ay > LARGE) return z(logDouble(hypotDouble(ax / 2, ay / 2)) + LN2, imag);
  if (ax < MIN_NORMAL && ay < MIN_NORMAL) {
    if (ax === 0 && ay === 0) return DOMAIN;
    return z(logDouble(hypotDouble(ax * 2 ** 53, ay * 2 ** 53)) - 53 * LN2, imag);
  }
  const h = hypotDouble(ax, ay);
  if (h < 0.71 || h > 1.73) return z(logDouble(h), imag);
  const most = Math.max(ax, ay);
  const least = Math.min(ax, ay);
  return z(log1p((most - 1) * (most + 1) + least * least) / 2, imag);
}

function tangent(x: Z): Answer {
  const found = special('tanh', x);
  if (found !== null) return found;
  if (!Number.isFinite(x.real)) {
    return z(x.real > 0 ? 1 : -1, copysign(0, 2 * sin(x.imag) * cos(x.imag)));
  }
  if (abs(x.real) > LOG_LARGE) {
    return z(copysign(1, x.real), 4 * sin(x.imag) * cos(x.imag) * expDouble(-2 * abs(x.real)));
  }
  const tx = tanh(x.real);
  const ty = tan(x.imag);
  const cx = 1 / cosh(x.real);
  const txty = tx * ty;
  const denom = 1 + txty * txty;
  return z((tx * (1 + ty * ty)) / denom, (ty / denom) * cx * cx);
}

// --- arguments ---------------------------------------------------------------------------------------

/** A complex argument; null: an error is set. CPython 3.12: PyComplex_AsCComplex */
function* complexG(o: Obj): Gen<Z | null> {
  if (isComplex(o)) return o.v;
  const by = yield* complexSpecialG(o);
  if (by !== undefined) return by;
  const x = yield* asDoubleG(o);
  return x === null ? null : z(x, 0);
}

function answer(r: Answer): Res {
  if (r === DOMAIN) return raise(PyExc.ValueError, 'math domain error');
  if (r === RANGE) return raise(PyExc.OverflowError, 'math range error');
  return newComplex(r.real, r.imag);
}

const row = (name: string, f: (x: Z) => Answer, doc: string): FunctionRow => [
  name,
  '(z, /)',
  function* (_m: Obj, o: Obj): Gen {
    const x = yield* complexG(o);
    return x === null ? null : answer(f(x));
  },
  doc,
];

const test = (name: string, f: (x: number) => boolean, both: boolean, doc: string): FunctionRow => [
  name,
  '(z, /)',
  function* (_m: Obj, o: Obj): Gen {
    const x = yield* complexG(o);
    if (x === null) return null;
    return newBool(both ? f(x.real) && f(x.imag) : f(x.real) || f(x.imag));
  },
  doc,
];

function* logG(_m: Obj, o: Obj, base: Obj | undefined): Gen {
  const x = yield* complexG(o);
  if (x === null) return null;
  const y = base === undefined ? z(0, 0) : yield* complexG(base);
  if (y === null) return null;
  const a = log(x);
  if (base === undefined || typeof a === 'string') return answer(a);
  const b = log(y);
  if (typeof b === 'string') return answer(b);
  return answer(quotient(a, b) ?? DOMAIN);
}

const phaseOf = (x: Z): number => atan2(x.imag, x.real);

function* phaseG(_m: Obj, o: Obj): Gen {
  const x = yield* complexG(o);
  return x === null ? null : newFloat(phaseOf(x));
}

function* polarG(_m: Obj, o: Obj): Gen {
  const x = yield* complexG(o);
  if (x === null) return null;
  const r = hypot(x.real, x.imag);
  if (finite(x) && r === Infinity) return answer(RANGE);
  return newTuple([newFloat(r), newFloat(phaseOf(x))]);
}

function rect(r: number, phi: number): Answer {
  const found = special('rect', z(r, phi));
  if (found !== null) return found;
  if (phi === 0) return z(r, r * phi);
  return z(r * cos(phi), r * sin(phi));
}

function* rectG(_m: Obj, a: Obj, b: Obj): Gen {
  const r = yield* asDoubleG(a);
  const phi = r === null ? null : yield* asDoubleG(b);
  return r === null || phi === null ? null : answer(rect(r, phi));
}

function* iscloseG(_m: Obj, x: Obj, y: Obj, rel: Obj | undefined, least: Obj | undefined): Gen {
  const a = yield* complexG(x);
  const b = a === null ? null : yield* complexG(y);
  if (a === null || b === null) return null;
  const relative = rel === undefined ? 1e-9 : yield* asDoubleG(rel);
  const absolute = relative === null ? null : least === undefined ? 0 : yield* asDoubleG(least);
  if (relative === null || absolute === null) return null;
  if (relative < 0 || absolute < 0) return raise(PyExc.ValueError, 'tolerances must be non-negative');
  if (a.real === b.real && a.imag === b.imag) return newBool(true);
  if ([a.real, a.imag, b.real, b.imag].some((v) => abs(v) === Infinity)) return newBool(false);
  const diff = hypot(a.real - b.real, a.imag - b.imag);
  return newBool(
    diff <= relative * hypot(b.real, b.imag) || diff <= relative * hypot(a.real, a.imag) || diff <= absolute,
  );
}

const functions: FunctionRow[] = [
  row('acos', acos, 'Return the arc cosine of z.'),
  row('acosh', acosh, 'Return the inverse hyperbolic cosine of z.'),
  row('asin', rotated(arcSinh), 'Return the arc sine of z.'),
  row('asinh', arcSinh, 'Return the inverse hyperbolic sine of z.'),
  row('atan', rotated(atanh), 'Return the arc tangent of z.'),
  row('atanh', atanh, 'Return the inverse hyperbolic tangent of z.'),
  row('cos', (x) => hyperbolic('cosh')(z(-x.imag, x.real)), 'Return the cosine of z.'),
  row('cosh', hyperbolic('cosh'), 'Return the hyperbolic cosine of z.'),
  row('exp', exp, 'Return the exponential value e**z.'),
  [
    'isclose',
    '(a, b, *, rel_tol=1e-09, abs_tol=0.0)',
    iscloseG,
    'Determine whether two complex numbers are close in value.\n\n  rel_tol\n    maximum difference for being considered "close", relative to the\n    magnitude of the input values\n  abs_tol\n    maximum difference for being considered "close", regardless of the\n    magnitude of the input values\n\nReturn True if a is close in value to b, and False otherwise.\n\nFor the values to be considered close, the difference between them must be\nsmaller than at least one of the tolerances.\n\n-inf, inf and NaN behave similarly to the IEEE 754 Standard. That is, NaN is\nnot close to anything, even itself. inf and -inf are only close to themselves.',
  ],
  test(
    'isfinite',
    Number.isFinite,
    true,
    'Return True if both the real and imaginary parts of z are finite, else False.',
  ),
  test('isinf', (x) => abs(x) === Infinity, false, 'Checks if the real or imaginary part of z is infinite.'),
  test('isnan', Number.isNaN, false, 'Checks if the real or imaginary part of z not a number (NaN).'),
  [
    'log',
    '(z, base=<unrepresentable>, /)',
    logG,
    'log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of z.',
  ],
  row(
    'log10',
    (x) => {
      const r = log(x);
      return typeof r === 'string' ? r : z(r.real / LN10, r.imag / LN10);
    },
    'Return the base-10 logarithm of z.',
  ),
  ['phase', '(z, /)', phaseG, 'Return argument, also known as the phase angle, of a complex.'],
  [
    'polar',
    '(z, /)',
    polarG,
    'Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle.',
  ],
  ['rect', '(r, phi, /)', rectG, 'Convert from polar coordinates to rectangular coordinates.'],
  row('sin', rotated(hyperbolic('sinh')), 'Return the sine of z.'),
  row('sinh', hyperbolic('sinh'), 'Return the hyperbolic sine of z.'),
  row('sqrt', root, 'Return the square root of z.'),
  row('tan', rotated(tangent), 'Return the tangent of z.'),
  row('tanh', tangent, 'Return the hyperbolic tangent of z.'),
];

export const cmathModule = defineModule(
  'cmath',
  'This module provides access to mathematical functions for complex\nnumbers.',
  {
    functions,
    values: {
      pi: () => newFloat(PI),
      e: () => newFloat(E),
      tau: () => newFloat(2 * PI),
      inf: () => newFloat(Infinity),
      infj: () => newComplex(0, Infinity),
      nan: () => newFloat(Number.NaN),
      nanj: () => newComplex(0, Number.NaN),
    },
  },
);
