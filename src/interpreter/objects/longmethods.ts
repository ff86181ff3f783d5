// The methods of int.
//
// Answers to CPython 3.12: Objects/longobject.c (long_methods, long_getset).

import { decref, type Obj, type PyType } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { indexG, ssizeG } from './abstract.ts';
import { bytesType, isBytes, newBytes } from './bytescore.ts';
import { classMethod, getset, method } from './descrobject.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { formatLong } from './formatter.ts';
import { type Int, intType, isInt, newBool, newInt, newIntAny } from './longcore.ts';
import { bitLength, type IntValue, negate, normal, subtract } from './longmath.ts';
import { longLong, longSizeof } from './longobject.ts';
import { callG, truthG } from './object.ts';
import { argTypeName } from './searchargs.ts';
import { newTuple } from './seqcore.ts';
import { isStr, type Str } from './strcore.ts';

const value = (o: Obj): IntValue => (o as Int).v;

function bitCount(v: IntValue): number {
  const text = (v < 0 ? -v : v).toString(16);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = Number.parseInt(text[i]!, 16);
    n += (digit & 1) + ((digit >> 1) & 1) + ((digit >> 2) & 1) + (digit >> 3);
  }
  return n;
}

/** CPython 3.12: Objects/longobject.c int___round___impl */
function* longRound(self: Obj, ndigits?: Obj): Gen {
  if (ndigits === undefined) return longLong(self);
  const n = yield* indexG(ndigits);
  if (n === null) return null;
  const places = n.v;
  decref(n);
  if (places >= 0) return longLong(self);
  const v = value(self);
  // Rounding off more digits than there are.
  if (places < -bitLength(v)) return newInt(0);
  const unit = 10n ** BigInt(-places);
  const big = BigInt(v);
  let q = big / unit;
  let r = big % unit;
  if (r < 0n) {
    r += unit;
    q -= 1n;
  }
  const twice = 2n * r;
  if (twice > unit || (twice === unit && (q & 1n) === 1n)) q += 1n;
  return newIntAny(normal(q * unit));
}

/** 'little' or 'big'; null with ValueError. */
function byteOrder(o: Obj | undefined): 'little' | 'big' | null {
  if (o === undefined) return 'big';
  const order = (o as Str).v;
  if (order === 'little' || order === 'big') return order;
  return raise(PyExc.ValueError, "byteorder must be either 'little' or 'big'");
}

/** The bytes of an int in two's complement; null with OverflowError. CPython 3.12: _PyLong_AsByteArray */
export function intToBytes(v: IntValue, length: number, little: boolean, signed: boolean): Uint8Array | null {
  if (v < 0 && !signed) return raise(PyExc.OverflowError, "can't convert negative int to unsigned");
  const magnitude = v < 0 ? subtract(negate(v), 1) : v;
  const bits = bitLength(magnitude) + (signed ? 1 : 0);
  if (bits > length * 8 && !(v === 0 && length === 0)) {
    return raise(PyExc.OverflowError, 'int too big to convert');
  }
  const out = new Uint8Array(length);
  // Of a negative number, -1 - v with all bits inverted.
  const hex = magnitude.toString(16);
  const flip = v < 0 ? 0xff : 0;
  for (let i = 0; i < length; i++) {
    const end = hex.length - 2 * i;
    const byte = end <= 0 ? 0 : Number.parseInt(hex.slice(Math.max(end - 2, 0), end), 16);
    out[little ? i : length - 1 - i] = byte ^ flip;
  }
  return out;
}

/** CPython 3.12: _PyLong_FromByteArray */
export function intFromBytes(bytes: Uint8Array, little: boolean, signed: boolean): IntValue {
  const n = bytes.length;
  if (n === 0) return 0;
  let hex = '0x';
  for (let i = 0; i < n; i++) hex += bytes[little ? n - 1 - i : i]!.toString(16).padStart(2, '0');
  let v = BigInt(hex);
  if (signed && (bytes[little ? n - 1 : 0]! & 0x80) !== 0) v -= 1n << BigInt(8 * n);
  return normal(v);
}

function* toBytes(self: Obj, length?: Obj, byteorder?: Obj, signed?: Obj): Gen {
  let n: number | null = 1;
  if (length !== undefined) {
    n = yield* ssizeG(length, PyExc.OverflowError);
    if (n === null) return null;
  }
  if (byteorder !== undefined && !isStr(byteorder)) {
    return typeError(`to_bytes() argument 'byteorder' must be str, not ${argTypeName(byteorder)}`);
  }
  const isSigned = signed === undefined ? 0 : yield* truthG(signed);
  if (isSigned < 0) return null;
  const order = byteOrder(byteorder);
  if (order === null) return null;
  if (n < 0) return raise(PyExc.ValueError, 'length argument must be non-negative');
  const bytes = intToBytes(value(self), n, order === 'little', isSigned === 1);
  return bytes === null ? null : newBytes(bytes);
}

function* fromBytes(type: Obj, source: Obj, byteorder?: Obj, signed?: Obj): Gen {
  if (byteorder !== undefined && !isStr(byteorder)) {
    return typeError(`from_bytes() argument 'byteorder' must be str, not ${argTypeName(byteorder)}`);
  }
  const isSigned = signed === undefined ? 0 : yield* truthG(signed);
  if (isSigned < 0) return null;
  const order = byteOrder(byteorder);
  if (order === null) return null;
  let bytes: Obj | null = source;
  if (isBytes(source)) source.rc++;
  else {
    if (isInt(source) || isStr(source)) {
      return typeError(`cannot convert '${source.type.name}' object to bytes`);
    }
    bytes = yield* callG(bytesType.self, [source]);
    if (bytes === null) return null;
  }
  const v = intFromBytes(bytes.v as Uint8Array, order === 'little', isSigned === 1);
  decref(bytes);
  const made = newIntAny(v);
  if ((type.v as PyType) === intType) return made;
  const r = yield* callG(type, [made]);
  decref(made);
  return r;
}

export function initLongMethods(): void {
  const t = intType;
  const self = longLong;
  method(t, 'conjugate', '!($self, /)', self, 'Returns self, the complex conjugate of any int.');
  method(
    t,
    'bit_length',
    '($self, /)',
    (o) => newInt(bitLength(value(o))),
    'Number of bits necessary to represent self in binary.',
  );
  method(
    t,
    'bit_count',
    '($self, /)',
    (o) => newInt(bitCount(value(o))),
    'Number of ones in the binary representation of the absolute value of self.',
  );
  method(
    t,
    'to_bytes',
    "($self, /, length=1, byteorder='big', *, signed=False)",
    toBytes,
    'Return an array of bytes representing an integer.',
  );
  classMethod(
    t,
    'from_bytes',
    "($type, /, bytes, byteorder='big', *, signed=False)",
    fromBytes,
    'Return the integer represented by the given array of bytes.',
  );
  method(
    t,
    'as_integer_ratio',
    '($self, /)',
    (o) => newTuple([longLong(o)!, newInt(1)]),
    'Return a pair of integers, whose ratio is equal to the original int.',
  );
  method(
    t,
    'is_integer',
    '($self, /)',
    () => newBool(true),
    'Returns True. Exists for duck type compatibility with float.is_integer.',
  );
  method(t, '__trunc__', '!($self, /)', self, 'Truncating an Integral returns itself.');
  method(t, '__floor__', '!($self, /)', self, 'Flooring an Integral returns itself.');
  method(t, '__ceil__', '!($self, /)', self, 'Ceiling of an Integral returns itself.');
  method(
    t,
    '__round__',
    '($self, ndigits=<unrepresentable>, /)',
    longRound,
    'Rounding an Integral returns itself.',
  );
  method(t, '__getnewargs__', '($self, /)', (o) => newTuple([newIntAny(value(o))]));
  method(
    t,
    '__format__',
    '($self, format_spec, /)',
    (o, spec) => {
      if (!isStr(spec as Obj)) {
        return typeError(`__format__() argument must be str, not ${(spec as Obj).type.name}`);
      }
      return formatLong(o as Int, (spec as Str).v);
    },
    'Convert to a string according to format_spec.',
  );
  method(
    t,
    '__sizeof__',
    '($self, /)',
    (o) => newInt(longSizeof(value(o))),
    'Returns size in memory, in bytes.',
  );
  getset(t, 'real', self, null, 'the real part of a complex number');
  getset(t, 'imag', () => newInt(0), null, 'the imaginary part of a complex number');
  getset(t, 'numerator', self, null, 'the numerator of a rational number in lowest terms');
  getset(t, 'denominator', () => newInt(1), null, 'the denominator of a rational number in lowest terms');
}
