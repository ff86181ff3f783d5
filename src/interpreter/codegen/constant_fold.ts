// Arithmetic on constants, as Python does it: the compiler computes `24 * 60 * 60` once.
//
// `undefined` means: leave the expression alone, it raises or its result would be too big to carry about.
// Answers to CPython 3.12: Python/ast_opt.c (the limits) and to Objects' longobject.c, floatobject.c, complexobject.c
// (the results).

import { type ComplexV, complexPow, quotient, times } from '../code/complexmath.ts';
import { floatPower, POW_COMPLEX, powError } from '../code/floatpow.ts';
import type { Operator, UnaryOperator } from '../syntax/ast.ts';
import { ComplexConst, type Constant } from '../text/constant.ts';
import { constIsTrue } from './constants.ts';

const MAX_INT_SIZE = 128;
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

type Num = bigint | number | ComplexConst;

/** The constant as a number, bools as ints; undefined if it is none. */
function asNumber(value: Constant): Num | undefined {
  if (typeof value === 'bigint' || typeof value === 'number' || value instanceof ComplexConst) return value;
  return typeof value === 'boolean' ? (value ? 1n : 0n) : undefined;
}

/** `float(int)`; undefined for OverflowError. */
function intToFloat(value: bigint): number | undefined {
  const float = Number(value);
  return Number.isFinite(float) ? float : undefined;
}

function toFloat(value: bigint | number): number | undefined {
  return typeof value === 'number' ? value : intToFloat(value);
}

function toComplex(value: Num): ComplexConst | undefined {
  if (value instanceof ComplexConst) return value;
  const real = toFloat(value);
  return real === undefined ? undefined : new ComplexConst(real, 0);
}

export function bitLength(value: bigint): number {
  const size = value < 0n ? -value : value;
  if (size === 0n) return 0;
  const hex = size.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0], 16)));
}

function floorDiv(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

/** Correctly rounded a / b. CPython 3.12: Objects/longobject.c long_true_divide. */
function trueDivide(a: bigint, b: bigint): number | undefined {
  if (b === 0n) return undefined;
  const limit = 1n << 53n;
  const absA = a < 0n ? -a : a;
  const absB = b < 0n ? -b : b;
  if (absA <= limit && absB <= limit) return Number(a) / Number(b);
  if (absA === 0n) return b < 0n ? -0 : 0;
  const negative = a < 0n !== b < 0n;
  // A quotient with at least 66 bits; what is lost only says whether there was more.
  const shift = 66 - (bitLength(absA) - bitLength(absB));
  const scaledA = shift > 0 ? absA << BigInt(shift) : absA;
  const scaledB = shift < 0 ? absB << BigInt(-shift) : absB;
  let quotient = scaledA / scaledB;
  if (scaledA % scaledB !== 0n) quotient |= 1n;
  const size = scaleByPowerOfTwo(quotient, -shift);
  if (!Number.isFinite(size)) return undefined;
  return negative ? -size : size;
}

/** value * 2**exponent with one rounding, subnormal results included. */
function scaleByPowerOfTwo(value: bigint, exponent: number): number {
  const bits = bitLength(value);
  const lowest = Math.max(bits - 53, -1074 - exponent);
  if (lowest <= 0) return Number(value) * 2 ** exponent;
  const low = BigInt(lowest);
  let kept = value >> low;
  const rest = value - (kept << low);
  const half = 1n << (low - 1n);
  if (rest > half || (rest === half && kept & 1n)) kept += 1n;
  const power = lowest + exponent;
  // Two steps, since 2**power alone may be out of range.
  const step = power > 900 ? 900 : power < -900 ? -900 : power;
  return Number(kept) * 2 ** step * 2 ** (power - step);
}

function floatFloorDivMod(a: number, b: number): [number, number] {
  let mod = a % b;
  let div = (a - mod) / b;
  if (mod !== 0) {
    if (b < 0 !== mod < 0) {
      mod += b;
      div -= 1;
    }
  } else {
    mod = b < 0 ? -0 : 0;
  }
  let floor: number;
  if (div !== 0) {
    floor = Math.floor(div);
    if (div - floor > 0.5) floor += 1;
  } else {
    floor = a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  }
  return [floor, mod];
}

/** CPython 3.12: Objects/floatobject.c float_pow; undefined for its errors. */
function floatPow(base: number, exponent: number): number | ComplexConst | undefined {
  const result = floatPower(base, exponent);
  if (powError.code === 0) return result;
  if (powError.code !== POW_COMPLEX) return undefined;
  return complexResult(complexPow({ real: base, imag: 0 }, { real: exponent, imag: 0 }));
}

/** Undefined for an error, of which an infinite part is one. CPython 3.12: Include/internal/pycore_pymath.h */
function complexResult(value: ComplexV | null): ComplexConst | undefined {
  if (value === null || Math.abs(value.real) === Infinity || Math.abs(value.imag) === Infinity)
    return undefined;
  return new ComplexConst(value.real, value.imag);
}

function intOperation(op: Operator, a: bigint, b: bigint): Constant | undefined {
  switch (op) {
    case 'Add':
      return a + b;
    case 'Sub':
      return a - b;
    case 'Mult':
      if (a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_SIZE) return undefined;
      return a * b;
    case 'Div':
      return trueDivide(a, b);
    case 'FloorDiv':
      return b === 0n ? undefined : floorDiv(a, b);
    case 'Mod':
      return b === 0n ? undefined : a - floorDiv(a, b) * b;
    case 'Pow':
      return intPow(a, b);
    case 'LShift':
      if (b < 0n) return undefined;
      if (a !== 0n && b !== 0n && (b > 128n || bitLength(a) > MAX_INT_SIZE - Number(b))) return undefined;
      return a === 0n ? 0n : a << b;
    case 'RShift':
      if (b < 0n) return undefined;
      return b > BigInt(bitLength(a)) ? (a < 0n ? -1n : 0n) : a >> b;
    case 'BitOr':
      return a | b;
    case 'BitXor':
      return a ^ b;
    case 'BitAnd':
      return a & b;
    case 'MatMult':
      return undefined;
  }
}

function intPow(a: bigint, b: bigint): Constant | undefined {
  if (a !== 0n && b > 0n && (b > 128n || bitLength(a) > Math.floor(MAX_INT_SIZE / Number(b))))
    return undefined;
  if (b >= 0n) return a ** b;
  // A negative power is a float; the exact quotient is what a good libm rounds to.
  if (a === 0n) return undefined;
  if (bitLength(a) * Number(-b) < 1000) return trueDivide(1n, a ** -b);
  const base = intToFloat(a);
  const exponent = intToFloat(b);
  return base === undefined || exponent === undefined ? undefined : floatPow(base, exponent);
}

function floatOperation(op: Operator, a: number, b: number): Constant | undefined {
  switch (op) {
    case 'Add':
      return a + b;
    case 'Sub':
      return a - b;
    case 'Mult':
      return a * b;
    case 'Div':
      return b === 0 ? undefined : a / b;
    case 'FloorDiv':
      return b === 0 ? undefined : floatFloorDivMod(a, b)[0];
    case 'Mod':
      return b === 0 ? undefined : floatFloorDivMod(a, b)[1];
    case 'Pow':
      return floatPow(a, b);
    default:
      return undefined;
  }
}

function complexOperation(op: Operator, a: ComplexConst, b: ComplexConst): Constant | undefined {
  switch (op) {
    case 'Add':
      return new ComplexConst(a.real + b.real, a.imag + b.imag);
    case 'Sub':
      return new ComplexConst(a.real - b.real, a.imag - b.imag);
    case 'Mult': {
      const product = times(a, b);
      return new ComplexConst(product.real, product.imag);
    }
    case 'Div': {
      const ratio = quotient(a, b);
      return ratio === null ? undefined : new ComplexConst(ratio.real, ratio.imag);
    }
    case 'Pow':
      return complexResult(complexPow(a, b));
    default:
      return undefined;
  }
}

function numberOperation(op: Operator, a: Num, b: Num): Constant | undefined {
  if (a instanceof ComplexConst || b instanceof ComplexConst) {
    const x = toComplex(a);
    const y = toComplex(b);
    return x === undefined || y === undefined ? undefined : complexOperation(op, x, y);
  }
  if (typeof a === 'bigint' && typeof b === 'bigint') return intOperation(op, a, b);
  const x = toFloat(a);
  const y = toFloat(b);
  return x === undefined || y === undefined ? undefined : floatOperation(op, x, y);
}

const codePointCount = (text: string): number => [...text].length;

/** The room left after counting all items, nested ones too; negative: too many. ast_opt.c check_complexity. */
function checkComplexity(value: Constant, limit: number): number {
  if (!Array.isArray(value)) return limit;
  let left = limit - value.length;
  for (const item of value) {
    if (left < 0) break;
    left = checkComplexity(item, left);
  }
  return left;
}

/** `'ab' * 3`, within limits. ast_opt.c safe_multiply. */
function repeat(value: string | Uint8Array | readonly Constant[], times: bigint): Constant | undefined {
  const size = typeof value === 'string' ? codePointCount(value) : value.length;
  // A count that is no index raises OverflowError.
  if (size === 0) return BigInt.asIntN(64, times) === times ? value : undefined;
  const limit = Array.isArray(value) ? MAX_COLLECTION_SIZE : MAX_STR_SIZE;
  if (times < 0n || times > BigInt(Math.floor(limit / size))) return undefined;
  const n = Number(times);
  if (typeof value === 'string') return value.repeat(n);
  if (value instanceof Uint8Array) {
    const bytes = new Uint8Array(size * n);
    for (let i = 0; i < n; i++) bytes.set(value, i * size);
    return bytes;
  }
  if (n > 0 && checkComplexity(value, Math.floor(MAX_TOTAL_ITEMS / n)) < 0) return undefined;
  const tuple: Constant[] = [];
  for (let i = 0; i < n; i++) tuple.push(...value);
  return tuple;
}

function isSequence(value: Constant): value is string | Uint8Array | readonly Constant[] {
  return typeof value === 'string' || value instanceof Uint8Array || Array.isArray(value);
}

/** `left op right`, or undefined. */
export function foldBinary(op: Operator, left: Constant, right: Constant): Constant | undefined {
  const a = asNumber(left);
  const b = asNumber(right);
  if (a !== undefined && b !== undefined) {
    if (typeof left === 'boolean' && typeof right === 'boolean') {
      if (op === 'BitAnd') return left && right;
      if (op === 'BitOr') return left || right;
      if (op === 'BitXor') return left !== right;
    }
    return numberOperation(op, a, b);
  }
  if (op === 'Add') {
    if (typeof left === 'string' && typeof right === 'string') return left + right;
    if (left instanceof Uint8Array && right instanceof Uint8Array) {
      const bytes = new Uint8Array(left.length + right.length);
      bytes.set(left);
      bytes.set(right, left.length);
      return bytes;
    }
    if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  }
  if (op === 'Mult') {
    if (isSequence(left) && typeof b === 'bigint') return repeat(left, b);
    if (isSequence(right) && typeof a === 'bigint') return repeat(right, a);
  }
  return undefined;
}

/** `op operand`, or undefined. */
export function foldUnary(op: UnaryOperator, operand: Constant): Constant | undefined {
  if (op === 'Not') return !constIsTrue(operand);
  const n = asNumber(operand);
  if (n === undefined) return undefined;
  if (op === 'Invert') return typeof n === 'bigint' ? ~n : undefined;
  if (op === 'UAdd') return n;
  return n instanceof ComplexConst ? new ComplexConst(-n.real, -n.imag) : -n;
}

/** `value[index]`, or undefined. */
export function foldSubscript(value: Constant, index: Constant): Constant | undefined {
  const n = asNumber(index);
  if (typeof n !== 'bigint' || !isSequence(value)) return undefined;
  const items = typeof value === 'string' ? [...value] : value;
  const at = n < 0n ? n + BigInt(items.length) : n;
  if (at < 0n || at >= BigInt(items.length)) return undefined;
  const item = items[Number(at)];
  return value instanceof Uint8Array ? BigInt(item as number) : item;
}
