// Complex arithmetic on pairs of doubles: for complex objects, and for the compiler when it folds constants.
//
// Answers to CPython 3.12: Objects/complexobject.c (_Py_c_prod, _Py_c_quot, _Py_c_pow), Modules/mathmodule.c (vector_norm).

import { expDouble, logDouble, powDouble } from './ddmath.ts';
import { floatPower } from './floatpow.ts';

export interface ComplexV {
  real: number;
  imag: number;
}
export function times(a: ComplexV, b: ComplexV): ComplexV {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real };
}

/** Null: division by zero. CPython 3.12: _Py_c_quot */
export function quotient(a: ComplexV, b: ComplexV): ComplexV | null {
  const r = Math.abs(b.real);
  const i = Math.abs(b.imag);
  if (r >= i) {
    if (r === 0) return null;
    const ratio = b.imag / b.real;
    const denom = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / denom, imag: (a.imag - a.real * ratio) / denom };
  }
  if (i >= r) {
    const ratio = b.real / b.imag;
    const denom = b.real * ratio + b.imag;
    return { real: (a.real * ratio + a.imag) / denom, imag: (a.imag * ratio - a.real) / denom };
  }
  return { real: NaN, imag: NaN };
}

/** hypot without overflow on the way. */
export function hypotDouble(x: number, y: number): number {
  x = Math.abs(x);
  y = Math.abs(y);
  if (x === Infinity || y === Infinity) return Infinity;
  if (x < y) [x, y] = [y, x];
  // Too small to be seen beside x; so below the two are of like size.
  if (x + y === x) return x;
  // Between these bounds the squares neither overflow nor vanish.
  let scale = 1;
  if (x > 1e150) scale = 2 ** -600;
  else if (y < 1e-150) scale = 2 ** 600;
  x *= scale;
  y *= scale;
  const h = Math.sqrt(x * x + y * y);
  // One correction with the exact error of the sum of squares.
  const error = squareError(h, x, y);
  return (h - error / (2 * h)) / scale;
}

// h*h - x*x - y*y without rounding.
function squareError(h: number, x: number, y: number): number {
  const [hh, hl] = square(h);
  const [xh, xl] = square(x);
  const [yh, yl] = square(y);
  return hh - xh - yh + (hl - xl - yl);
}

function square(a: number): [number, number] {
  const t = a * 134217729;
  const high = t - (t - a);
  const low = a - high;
  const p = a * a;
  return [p, high * high - p + 2 * high * low + low * low];
}

function smallPower(x: ComplexV, n: number): ComplexV | null {
  let r: ComplexV = { real: 1, imag: 0 };
  let p = x;
  for (let mask = 1, m = Math.abs(n); m >= mask; mask <<= 1) {
    if ((m & mask) !== 0) r = times(r, p);
    p = times(p, p);
  }
  return n > 0 ? r : quotient({ real: 1, imag: 0 }, r);
}

/** Null: zero to a negative or complex power. CPython 3.12: _Py_c_pow */
function generalPower(a: ComplexV, b: ComplexV): ComplexV | null {
  if (b.real === 0 && b.imag === 0) return { real: 1, imag: 0 };
  if (a.real === 0 && a.imag === 0) {
    return b.imag !== 0 || b.real < 0 ? null : { real: 0, imag: 0 };
  }
  const size = hypotDouble(a.real, a.imag);
  const finite = Number.isFinite(size) && Number.isFinite(b.real);
  let length = finite ? powDouble(size, b.real) : floatPower(size, b.real);
  const angle = Math.atan2(a.imag, a.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length /= expDouble(angle * b.imag);
    phase += b.imag * (finite ? logDouble(size) : Math.log(size));
  }
  return { real: length * Math.cos(phase), imag: length * Math.sin(phase) };
}

/**
 * Null: zero to a negative or complex power; an infinite part: overflow. A small whole exponent multiplies.
 * CPython 3.12: Objects/complexobject.c complex_pow
 */
export function complexPow(a: ComplexV, b: ComplexV): ComplexV | null {
  const small = b.imag === 0 && b.real === Math.floor(b.real) && Math.abs(b.real) <= 100;
  return small ? smallPower(a, b.real) : generalPower(a, b);
}
