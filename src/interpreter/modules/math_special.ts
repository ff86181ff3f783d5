// erf, erfc, gamma and lgamma.
//
// Answers to CPython 3.12: Modules/mathmodule.c (m_tgamma, m_lgamma); erf and erfc are the C library's there, here the
// power series in integers, rounded once.

import { expDouble, logDouble, powDouble } from '../code/ddmath.ts';
import { ratio } from '../objects/longmath.ts';
import { decompose } from '../objects/pystrtod.ts';
import { isqrtOf } from './math_integer.ts';

// Lanczos approximation with N=13, g=6.024680040776729583740234375.
const G = 6.024680040776729583740234375;
const G_MINUS_HALF = 5.524680040776729583740234375;
const NUM = [
  23531376880.41076, 42919803642.6491, 35711959237.355668, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.5854002, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157935, 2.5066282746310002,
];
const DEN = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

function lanczosSum(x: number): number {
  let num = 0;
  let den = 0;
  if (x < 5) {
    for (let i = NUM.length; --i >= 0; ) {
      num = num * x + NUM[i]!;
      den = den * x + DEN[i]!;
    }
  } else {
    for (let i = 0; i < NUM.length; i++) {
      num = num / x + NUM[i]!;
      den = den / x + DEN[i]!;
    }
  }
  return num / den;
}

/** sin(pi*x), exact at the half integers. CPython 3.12: m_sinpi */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  let r: number;
  if (n === 0) r = Math.sin(Math.PI * y);
  else if (n === 1) r = Math.cos(Math.PI * (y - 0.5));
  else if (n === 2) r = Math.sin(Math.PI * (1 - y));
  else if (n === 3) r = -Math.cos(Math.PI * (y - 1.5));
  else r = Math.sin(Math.PI * (y - 2));
  return x < 0 ? -r : r;
}

const FACTORIALS = [1];
for (let i = 1; i < 23; i++) FACTORIALS.push(FACTORIALS[i - 1]! * i);

export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x > 0 || Number.isNaN(x) ? x : Number.NaN;
  if (x === 0) return 1 / x;
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= 23) return FACTORIALS[x - 1]!;
  }
  const absx = Math.abs(x);
  if (absx < 1e-20) return 1 / x;
  if (absx > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = absx + G_MINUS_HALF;
  let z = absx > G_MINUS_HALF ? y - absx - G_MINUS_HALF : y - G_MINUS_HALF - absx;
  z = (z * G) / y;
  let r: number;
  if (x < 0) {
    r = ((-Math.PI / sinPi(absx) / absx) * expDouble(y)) / lanczosSum(absx);
    r -= z * r;
    if (absx < 140) r /= powDouble(y, absx - 0.5);
    else {
      const root = powDouble(y, absx / 2 - 0.25);
      r /= root;
      r /= root;
    }
  } else {
    r = lanczosSum(absx) / expDouble(y);
    r += z * r;
    if (absx < 140) r *= powDouble(y, absx - 0.5);
    else {
      const root = powDouble(y, absx / 2 - 0.25);
      r *= root;
      r *= root;
    }
  }
  return r;
}

const LOG_PI = 1.1447298858494002;

export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Infinity : 0;
  const absx = Math.abs(x);
  if (absx < 1e-20) return -logDouble(absx);
  let r = logDouble(lanczosSum(absx)) - G;
  r += (absx - 0.5) * (logDouble(absx + G - 0.5) - 1);
  if (x < 0) r = LOG_PI - logDouble(Math.abs(sinPi(absx))) - logDouble(absx) - r;
  return r;
}

// --- erf ---------------------------------------------------------------------------------------------

/** 2 / sqrt(pi) in units of 2**-1400, made when first needed. */
let scaleFactor = 0n;
const PRECISION = 1400;

/** pi in units of 2**-bits, by Machin's formula. */
function piFixed(bits: number): bigint {
  const one = 1n << BigInt(bits);
  const arctan = (n: bigint): bigint => {
    let term = one / n;
    let sum = term;
    for (let k = 3n, sign = -1n; term !== 0n; k += 2n, sign = -sign) {
      term /= n * n;
      sum += (sign * term) / k;
    }
    return sum;
  };
  return 4n * (4n * arctan(5n) - arctan(239n));
}

/** erf(x) for x > 0 in units of 2**-bits, by its power series (the terms alternate, so the bits must cover them). */
function erfFixed(x: number, bits: number): bigint {
  if (scaleFactor === 0n) {
    const guard = PRECISION + 32;
    scaleFactor = ((2n << BigInt(2 * guard)) / isqrtOf(piFixed(guard) << BigInt(guard))) >> 32n;
  }
  const { m, e } = decompose(x);
  // Working precision: the largest term is about exp(x*x).
  const extra = Math.ceil(x * x * 1.5) + 32;
  const work = bits + extra;
  const shift = BigInt(work);
  const fixed = e + work >= 0 ? m << BigInt(e + work) : m >> BigInt(-(e + work));
  const square = (fixed * fixed) >> shift;
  let power = fixed;
  let sum = fixed;
  for (let n = 1n; ; n++) {
    power = -((power * square) >> shift) / n;
    const term = power / (2n * n + 1n);
    if (term === 0n) break;
    sum += term;
  }
  const factor =
    work > PRECISION ? scaleFactor << BigInt(work - PRECISION) : scaleFactor >> BigInt(PRECISION - work);
  return (sum * factor) >> BigInt(work + extra);
}

export function erf(x: number): number {
  const absx = Math.abs(x);
  if (Number.isNaN(x) || absx < 1e-150) return x * 1.1283791670955126;
  if (absx > 6) return x > 0 ? 1 : -1;
  // Small arguments have small results: as many more bits.
  const bits = 120 + Math.max(0, Math.ceil(-Math.log2(absx)));
  const r = ratio(erfFixed(absx, bits), 1n << BigInt(bits));
  return x > 0 ? r : -r;
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 27.3) return 0;
  if (x < -6) return 2;
  if (Math.abs(x) < 1e-20) return 1;
  const bits = 120 + (x > 0 ? Math.ceil(x * x * 1.45) : Math.max(0, Math.ceil(-Math.log2(-x))));
  const one = 1n << BigInt(bits);
  const e = erfFixed(Math.abs(x), bits);
  return ratio(x > 0 ? one - e : one + e, one);
}
