// float: operators, comparison, hash, text and methods.
//
// Answers to CPython 3.12: Objects/floatobject.c. Absent: packing and unpacking (PyFloat_Pack8 is in the modules that
// need it), the free list.

import { floatPower, POW_COMPLEX, POW_OVERFLOW, POW_ZERO_NEGATIVE, powError } from '../code/floatpow.ts';
import type { Obj, PyType, Res } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { ssizeG } from './abstract.ts';
import { intToDouble, isFloat, numberFloat, numberFloatG } from './abstract_number.ts';
import { hasUtf8 } from './codecs.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT } from './compare.ts';
import { complexPower } from './complexobject.ts';
import { classMethod, getset, method } from './descrobject.ts';
import { PyExc, raise, raiseArgs, typeError } from './errors.ts';
import { type Float, floatType, newFloat } from './floatcore.ts';
import { formatFloat } from './formatter.ts';
import { isInt, newBool, newInt, newIntAny } from './longcore.ts';
import { intFromDouble, normal } from './longmath.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { callG } from './object.ts';
import { hashDouble } from './pyhash.ts';
import { decompose, doubleToHex, parseHexDouble, reprDouble, roundDouble } from './pystrtod.ts';
import { argTypeName } from './searchargs.ts';
import { newTuple } from './seqcore.ts';
import { None, notImplemented } from './singletons.ts';
import { pointerHash } from './slotdefs.ts';
import { isStr, newStr, type Str } from './strcore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

// --- operands ------------------------------------------------------------------------------------------

// Set when convert() could not: 1 not a number float knows, 2 an error is set.
let unfit = 0;

/** The double of an operand. CPython 3.12: Objects/floatobject.c convert_to_double */
function convert(o: Obj): number {
  if (isFloat(o)) return o.v;
  if (isInt(o)) {
    const d = intToDouble(o.v);
    if (d !== null) return d;
    unfit = 2;
    return 0;
  }
  if (unfit === 0) unfit = 1;
  return 0;
}

function giveUp(): Res {
  const error = unfit === 2;
  unfit = 0;
  return error ? null : notImplemented();
}

const operand = (o: Obj): number => (o.type === floatType ? (o as Float).v : convert(o));

// --- operators -----------------------------------------------------------------------------------------

export function floatAdd(a: Obj, b: Obj): Res {
  const x = operand(a);
  const y = operand(b);
  return unfit === 0 ? newFloat(x + y) : giveUp();
}

export function floatSubtract(a: Obj, b: Obj): Res {
  const x = operand(a);
  const y = operand(b);
  return unfit === 0 ? newFloat(x - y) : giveUp();
}

export function floatMultiply(a: Obj, b: Obj): Res {
  const x = operand(a);
  const y = operand(b);
  return unfit === 0 ? newFloat(x * y) : giveUp();
}

/** CPython 3.12: Objects/floatobject.c float_div */
export function floatTrueDivide(a: Obj, b: Obj): Res {
  const x = operand(a);
  const y = operand(b);
  if (unfit !== 0) return giveUp();
  if (y === 0) return raise(PyExc.ZeroDivisionError, 'float division by zero');
  return newFloat(x / y);
}

/** Has the sign of w. CPython 3.12: Objects/floatobject.c float_rem */
function remainder(v: number, w: number): number {
  const mod = v % w;
  if (mod !== 0) return w < 0 !== mod < 0 ? mod + w : mod;
  return isNegative(w) ? -0 : 0;
}

function isNegative(v: number): boolean {
  return v < 0 || Object.is(v, -0);
}

/** CPython 3.12: Objects/floatobject.c _float_div_mod */
function floorDivision(v: number, w: number): number {
  const mod = v % w;
  let div = (v - mod) / w;
  if (mod !== 0 && w < 0 !== mod < 0) div -= 1;
  if (div !== 0) {
    let floor = Math.floor(div);
    if (div - floor > 0.5) floor += 1;
    return floor;
  }
  return isNegative(v / w) ? -0 : 0;
}

function floatModulo(a: Obj, b: Obj): Res {
  const x = operand(a);
  const y = operand(b);
  if (unfit !== 0) return giveUp();
  if (y === 0) return raise(PyExc.ZeroDivisionError, 'float modulo');
  return newFloat(remainder(x, y));
}

function floatFloorDivide(a: Obj, b: Obj): Res {
  const x = operand(a);
  const y = operand(b);
  if (unfit !== 0) return giveUp();
  if (y === 0) return raise(PyExc.ZeroDivisionError, 'float floor division by zero');
  return newFloat(floorDivision(x, y));
}

function floatDivmod(a: Obj, b: Obj): Res {
  const x = operand(a);
  const y = operand(b);
  if (unfit !== 0) return giveUp();
  if (y === 0) return raise(PyExc.ZeroDivisionError, 'float divmod()');
  return newTuple([newFloat(floorDivision(x, y)), newFloat(remainder(x, y))]);
}

/** CPython 3.12: Objects/floatobject.c float_pow */
function floatPow(a: Obj, b: Obj, c: Obj): Res {
  if (c !== None) {
    return typeError('pow() 3rd argument not allowed unless all arguments are integers');
  }
  const x = operand(a);
  const y = operand(b);
  if (unfit !== 0) return giveUp();
  const r = floatPower(x, y);
  switch (powError.code) {
    case POW_ZERO_NEGATIVE:
      return raise(PyExc.ZeroDivisionError, '0.0 cannot be raised to a negative power');
    case POW_OVERFLOW:
      return rangeError();
    case POW_COMPLEX:
      return complexPower(a, b, c);
    default:
      return newFloat(r);
  }
}

/** OverflowError as the C library's ERANGE makes it: (34, 'Numerical result out of range'). */
function rangeError(): null {
  return raiseArgs(PyExc.OverflowError, [newInt(34), newStr('Numerical result out of range')]);
}

function floatBool(o: Obj): number {
  return (o as Float).v === 0 ? 0 : 1;
}

/** The same value as an exact float. */
function floatFloat(o: Obj): Res {
  if (o.type === floatType) {
    o.rc++;
    return o;
  }
  return newFloat((o as Float).v);
}

/** An int of a double without fraction; null with an error for inf and nan. CPython 3.12: PyLong_FromDouble */
export function longFromDouble(v: number): Res {
  if (Number.isNaN(v)) return raise(PyExc.ValueError, 'cannot convert float NaN to integer');
  if (v === Infinity || v === -Infinity) {
    return raise(PyExc.OverflowError, 'cannot convert float infinity to integer');
  }
  return newIntAny(intFromDouble(v));
}

const floatTrunc = (o: Obj): Res => longFromDouble(Math.trunc((o as Float).v));

/** Exact between float and int of any size. CPython 3.12: Objects/floatobject.c float_richcompare */
export function floatRichCompare(a: Obj, b: Obj, op: number): Res {
  if (!isFloat(b) && !isInt(b)) return notImplemented();
  const x = (a as Float).v;
  // JavaScript compares a number with a bigint by value.
  const y = b.v;
  switch (op) {
    case Py_LT:
      return newBool(x < y);
    case Py_LE:
      return newBool(x <= y);
    case Py_GT:
      return newBool(x > y);
    case Py_GE:
      return newBool(x >= y);
    case Py_EQ:
      return newBool(x <= y && x >= y);
    default:
      return newBool(!(x <= y && x >= y));
  }
}

function floatHash(o: Obj): number {
  const v = (o as Float).v;
  // Each NaN is different from every other, so it hashes by identity.
  return Number.isNaN(v) ? pointerHash(o) : hashDouble(v);
}

function floatRepr(o: Obj): Res {
  return newStr(reprDouble((o as Float).v));
}

// --- float(...) ----------------------------------------------------------------------------------------

const newDef = new NativeDef('float', '(x=0, /)', () => null, null, null);

/** CPython 3.12: Objects/floatobject.c float_new_impl */
function floatNew(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(newDef, args, kwnames);
  if (bound === null) return null;
  if (type.v === floatType) return args.length === 0 ? newFloat(0) : numberFloat(args[0]!);
  if (args.length === 0) return allocInstance(type.v, 0);
  return suspend(subtypeNewG(type.v, args[0]!), [type, ...args]);
}

function* subtypeNewG(type: PyType, x: Obj): Gen {
  const r = yield* numberFloatG(x);
  return r === null ? null : allocInstance(type, (r as Float).v);
}

// --- methods -------------------------------------------------------------------------------------------

/** CPython 3.12: Objects/floatobject.c float___round___impl */
function* floatRound(self: Obj, ndigits?: Obj): Gen {
  const x = (self as Float).v;
  if (ndigits === undefined || ndigits === None) {
    const floor = Math.floor(x);
    const rest = x - floor;
    if (rest === 0.5) return longFromDouble(floor % 2 === 0 ? floor : floor + 1);
    return longFromDouble(rest > 0.5 ? floor + 1 : floor);
  }
  const n = yield* ssizeG(ndigits, PyExc.OverflowError);
  if (n === null) return null;
  if (!Number.isFinite(x) || n > 323) return newFloat(x);
  if (n < -308) return newFloat(0 * x);
  const r = roundDouble(x, n);
  if (!Number.isFinite(r)) return raise(PyExc.OverflowError, 'rounded value too large to represent');
  return newFloat(r);
}

/** CPython 3.12: Objects/floatobject.c float_as_integer_ratio_impl */
function asIntegerRatio(self: Obj): Res {
  const x = (self as Float).v;
  if (Number.isNaN(x)) return raise(PyExc.ValueError, 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) return raise(PyExc.OverflowError, 'cannot convert Infinity to integer ratio');
  if (x === 0) return newTuple([newInt(0), newInt(1)]);
  let { m, e } = decompose(x);
  while (e < 0 && (m & 1n) === 0n) {
    m >>= 1n;
    e++;
  }
  return newTuple([
    newIntAny(normal(e > 0 ? m << BigInt(e) : m)),
    newIntAny(normal(e < 0 ? 1n << BigInt(-e) : 1n)),
  ]);
}

function* fromHex(type: Obj, text: Obj): Gen {
  if (!isStr(text)) return typeError('bad argument type for built-in operation');
  if (!hasUtf8(text)) return null;
  const parsed = parseHexDouble(text.v.replace(/^[\t-\r ]+|[\t-\r ]+$/g, ''));
  if (parsed === null) return raise(PyExc.ValueError, 'invalid hexadecimal floating-point string');
  if (parsed.overflow) {
    return raise(PyExc.OverflowError, 'hexadecimal value too large to represent as a float');
  }
  const made = newFloat(parsed.value);
  if (type === (floatType.self as Obj)) return made;
  const r = yield* callG(type, [made]);
  made.rc--;
  return r;
}

function getFormat(_type: Obj, kind: Obj): Res {
  if (!isStr(kind)) return typeError(`__getformat__() argument must be str, not ${argTypeName(kind)}`);
  if (kind.v !== 'double' && kind.v !== 'float') {
    return raise(PyExc.ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
  }
  return newStr('IEEE, little-endian');
}

export function initFloat(): void {
  const t = floatType;
  t.doc = 'Convert a string or number to a floating point number, if possible.';
  t.basicsize = 24;
  t.tp_new = floatNew;
  t.tp_repr = floatRepr;
  t.tp_hash = floatHash;
  t.tp_richcompare = floatRichCompare;
  t.nb_add = floatAdd;
  t.nb_subtract = floatSubtract;
  t.nb_multiply = floatMultiply;
  t.nb_remainder = floatModulo;
  t.nb_divmod = floatDivmod;
  t.nb_power = floatPow;
  t.nb_negative = (o) => newFloat(-(o as Float).v);
  t.nb_positive = floatFloat;
  t.nb_absolute = (o) => newFloat(Math.abs((o as Float).v));
  t.nb_bool = floatBool;
  t.nb_int = floatTrunc;
  t.nb_float = floatFloat;
  t.nb_floor_divide = floatFloorDivide;
  t.nb_true_divide = floatTrueDivide;

  method(t, 'conjugate', '($self, /)', floatFloat, 'Return self, the complex conjugate of any float.');
  method(t, '__trunc__', '($self, /)', floatTrunc, 'Return the Integral closest to x between 0 and x.');
  method(
    t,
    '__floor__',
    '($self, /)',
    (o) => longFromDouble(Math.floor((o as Float).v)),
    'Return the floor as an Integral.',
  );
  method(
    t,
    '__ceil__',
    '($self, /)',
    (o) => longFromDouble(Math.ceil((o as Float).v)),
    'Return the ceiling as an Integral.',
  );
  method(
    t,
    '__round__',
    '($self, ndigits=None, /)',
    floatRound,
    'Return the Integral closest to x, rounding half toward even.',
  );
  method(
    t,
    'as_integer_ratio',
    '($self, /)',
    asIntegerRatio,
    'Return a pair of integers, whose ratio is exactly equal to the original float.',
  );
  classMethod(
    t,
    'fromhex',
    '($type, string, /)',
    fromHex,
    'Create a floating-point number from a hexadecimal string.',
  );
  method(
    t,
    'hex',
    '($self, /)',
    (o) => newStr(doubleToHex((o as Float).v)),
    'Return a hexadecimal representation of a floating-point number.',
  );
  method(
    t,
    'is_integer',
    '($self, /)',
    (o) => newBool(Number.isInteger((o as Float).v)),
    'Return True if the float is an integer.',
  );
  method(t, '__getnewargs__', '($self, /)', (o) => newTuple([newFloat((o as Float).v)]));
  classMethod(
    t,
    '__getformat__',
    '($type, typestr, /)',
    getFormat,
    'You probably do not want to use this function.',
  );
  method(
    t,
    '__format__',
    '($self, format_spec, /)',
    (o, spec) => {
      if (!isStr(spec as Obj)) {
        return typeError(`__format__() argument must be str, not ${(spec as Obj).type.name}`);
      }
      return formatFloat(o as Float, (spec as Str).v);
    },
    'Formats the float according to format_spec.',
  );
  getset(t, 'real', floatFloat, null, 'the real part of a complex number');
  getset(t, 'imag', () => newFloat(0), null, 'the imaginary part of a complex number');
  typeReady(t);
}
