// int: its operators, comparison, hash and text. The methods are in longmethods.ts, the arithmetic in longmath.ts.
//
// Answers to CPython 3.12: Objects/longobject.c.

import { floatPower, POW_ZERO_NEGATIVE, powError } from '../code/floatpow.ts';
import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, POLL, suspend } from '../memory/suspend.ts';
import { indexG } from './abstract.ts';
import { intFromText, intToDouble, numberLong, numberLongG } from './abstract_number.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT } from './compare.ts';
import { PyExc, raise, raiseBare, typeError } from './errors.ts';
import { newFloat } from './floatcore.ts';
import { type Int, intType, isInt, newBool, newInt, newIntAny } from './longcore.ts';
import {
  add,
  and,
  bitLength,
  floorDivide,
  type IntValue,
  inverseModulo,
  isSlowPower,
  isSlowPowerModulo,
  modulo,
  multiply,
  negate,
  or,
  power,
  powerModulo,
  powerModuloSteps,
  powerSteps,
  shiftLeft,
  shiftRight,
  subtract,
  trueDivide,
  xor,
} from './longmath.ts';
import { initLongMethods } from './longmethods.ts';
import { decimalString } from './longparse.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { hashInt } from './pyhash.ts';
import { newTuple } from './seqcore.ts';
import { None, notImplemented } from './singletons.ts';
import { newStr } from './strcore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

const MAX = Number.MAX_SAFE_INTEGER;

// --- operators -----------------------------------------------------------------------------------------

/** CPython 3.12: Objects/longobject.c long_add */
export function longAdd(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  const x = a.v;
  const y = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x + y;
    if (r <= MAX && r >= -MAX) return newInt(r);
  }
  return newIntAny(add(x, y));
}

/** CPython 3.12: Objects/longobject.c long_sub */
export function longSubtract(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  const x = a.v;
  const y = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x - y;
    if (r <= MAX && r >= -MAX) return newInt(r);
  }
  return newIntAny(subtract(x, y));
}

/** CPython 3.12: Objects/longobject.c long_mul */
export function longMultiply(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  const x = a.v;
  const y = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x * y;
    if (r <= MAX && r >= -MAX) return newInt(r);
  }
  return newIntOr(multiply(x, y));
}

// Null is a result too large to make.
function newIntOr(v: IntValue | null): Res {
  return v === null ? raiseBare(PyExc.MemoryError) : newIntAny(v);
}

function divisionByZero(): null {
  return raise(PyExc.ZeroDivisionError, 'integer division or modulo by zero');
}

/** CPython 3.12: Objects/longobject.c long_div */
export function longFloorDivide(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  if (b.v === 0) return divisionByZero();
  return newIntAny(floorDivide(a.v, b.v));
}

/** CPython 3.12: Objects/longobject.c long_mod */
export function longModulo(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  if (b.v === 0) return raise(PyExc.ZeroDivisionError, 'integer modulo by zero');
  return newIntAny(modulo(a.v, b.v));
}

/** CPython 3.12: Objects/longobject.c long_divmod */
function longDivmod(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  if (b.v === 0) return divisionByZero();
  return newTuple([newIntAny(floorDivide(a.v, b.v)), newIntAny(modulo(a.v, b.v))]);
}

/** CPython 3.12: Objects/longobject.c long_true_divide */
export function longTrueDivide(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  if (b.v === 0) return raise(PyExc.ZeroDivisionError, 'division by zero');
  const q = trueDivide(a.v, b.v);
  if (q === null) return raise(PyExc.OverflowError, 'integer division result too large for a float');
  return newFloat(q);
}

/** An int that takes long: the host and other threads have their turn between its steps. */
function* pausingG(steps: Generator<null, IntValue>): Gen {
  for (;;) {
    const step = steps.next();
    if (step.done) return newIntAny(step.value);
    yield POLL;
  }
}

/** CPython 3.12: Objects/longobject.c long_pow */
export function longPower(a: Obj, b: Obj, c: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  let base = a.v;
  let exponent = b.v;
  if (c === None) {
    if (exponent < 0) {
      const x = intToDouble(base);
      const y = x === null ? null : intToDouble(exponent);
      if (y === null) return null;
      const r = floatPower(x!, y);
      if (powError.code === POW_ZERO_NEGATIVE) {
        return raise(PyExc.ZeroDivisionError, '0.0 cannot be raised to a negative power');
      }
      return newFloat(r);
    }
    if (isSlowPower(base, exponent)) return suspend(pausingG(powerSteps(base, exponent as number)), []);
    return newIntOr(power(base, exponent));
  }
  if (!isInt(c)) return notImplemented();
  const m = c.v;
  if (m === 0) return raise(PyExc.ValueError, 'pow() 3rd argument cannot be 0');
  if (exponent < 0) {
    const inverse = inverseModulo(base, m);
    if (inverse === null) {
      return raise(PyExc.ValueError, 'base is not invertible for the given modulus');
    }
    base = inverse;
    exponent = negate(exponent);
  }
  if (isSlowPowerModulo(exponent, m)) return suspend(pausingG(powerModuloSteps(base, exponent, m)), []);
  return newIntAny(powerModulo(base, exponent, m));
}

function longLshift(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  if (b.v < 0) return raise(PyExc.ValueError, 'negative shift count');
  if (typeof b.v === 'bigint') {
    if (a.v === 0) return newInt(0);
    // More digits than sys.maxsize, or merely more than there is memory for.
    return b.v >= 1n << 63n
      ? raise(PyExc.OverflowError, 'too many digits in integer')
      : raiseBare(PyExc.MemoryError);
  }
  return newIntOr(shiftLeft(a.v, b.v));
}

function longRshift(a: Obj, b: Obj): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  if (b.v < 0) return raise(PyExc.ValueError, 'negative shift count');
  if (typeof b.v === 'bigint') return newInt(a.v < 0 ? -1 : 0);
  return newIntAny(shiftRight(a.v, b.v));
}

function longAnd(a: Obj, b: Obj): Res {
  return isInt(a) && isInt(b) ? newIntAny(and(a.v, b.v)) : notImplemented();
}

function longOr(a: Obj, b: Obj): Res {
  return isInt(a) && isInt(b) ? newIntAny(or(a.v, b.v)) : notImplemented();
}

function longXor(a: Obj, b: Obj): Res {
  return isInt(a) && isInt(b) ? newIntAny(xor(a.v, b.v)) : notImplemented();
}

function longNegative(o: Obj): Res {
  return newIntAny(negate((o as Int).v));
}

/** The same value as an exact int. CPython 3.12: Objects/longobject.c long_long */
export function longLong(o: Obj): Res {
  if (o.type === intType) {
    o.rc++;
    return o;
  }
  return newIntAny((o as Int).v);
}

function longAbsolute(o: Obj): Res {
  const v = (o as Int).v;
  return v < 0 ? newIntAny(negate(v)) : longLong(o);
}

function longInvert(o: Obj): Res {
  return newIntAny(subtract(-1, (o as Int).v));
}

function longBool(o: Obj): number {
  return (o as Int).v === 0 ? 0 : 1;
}

function longFloat(o: Obj): Res {
  const d = intToDouble((o as Int).v);
  return d === null ? null : newFloat(d);
}

/** CPython 3.12: Objects/longobject.c long_richcompare */
export function longRichCompare(a: Obj, b: Obj, op: number): Res {
  if (!isInt(a) || !isInt(b)) return notImplemented();
  const x = a.v;
  const y = b.v;
  switch (op) {
    case Py_LT:
      return newBool(x < y);
    case Py_LE:
      return newBool(x <= y);
    case Py_EQ:
      return newBool(x === y);
    case Py_GT:
      return newBool(x > y);
    case Py_GE:
      return newBool(x >= y);
    default:
      return newBool(x !== y);
  }
}

function longHash(o: Obj): number {
  return hashInt((o as Int).v);
}

/** CPython 3.12: Objects/longobject.c long_to_decimal_string */
export function longRepr(o: Obj): Res {
  const text = decimalString((o as Int).v);
  return text === null ? null : newStr(text);
}

// --- int(...) ------------------------------------------------------------------------------------------

const newDef = new NativeDef('int', '(x=0, /, base=10)', () => null, null, null);

/** CPython 3.12: Objects/longobject.c long_new_impl */
function longNew(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  if (args.length === 1 && kwnames === null && type.v === intType) return numberLong(args[0]!);
  const bound = bindArguments(newDef, args, kwnames);
  if (bound === null) return null;
  const [x, base] = bound as [Obj | undefined, Obj | undefined];
  if (x === undefined) {
    if (base !== undefined) return typeError('int() missing string argument');
    return type.v === intType ? newInt(0) : allocInstance(type.v, 0);
  }
  return suspend(longNewG(type.v, x, base), [type, ...args]);
}

function* longNewG(type: PyType, x: Obj, base: Obj | undefined): Gen {
  let r: Res;
  if (base === undefined) r = yield* numberLongG(x);
  else {
    const b = yield* indexG(base);
    if (b === null) return null;
    const n = Number(b.v);
    decref(b);
    if ((n !== 0 && n < 2) || n > 36) {
      return raise(PyExc.ValueError, 'int() base must be >= 2 and <= 36, or 0');
    }
    const parsed = intFromText(x, n);
    if (parsed === undefined) return typeError("int() can't convert non-string with explicit base");
    r = parsed;
  }
  if (r === null || type === intType) return r;
  const made = allocInstance(type, (r as Int).v);
  decref(r);
  return made;
}

/** What `sys.getsizeof` answers: 30 bits in each digit of 4 bytes. CPython 3.12: int___sizeof___impl */
export function longSizeof(v: IntValue): number {
  return 24 + 4 * Math.max(Math.ceil(bitLength(v) / 30), 1);
}

export function initLong(): void {
  const t = intType;
  t.doc =
    'int([x]) -> integer\nint(x, base=10) -> integer\n\n' +
    'Convert a number or string to an integer, or return 0 if no arguments\n' +
    'are given.  If x is a number, return x.__int__().  For floating-point\n' +
    'numbers, this truncates towards zero.\n\n' +
    'If x is not a number or if base is given, then x must be a string,\n' +
    'bytes, or bytearray instance representing an integer literal in the\n' +
    "given base.  The literal can be preceded by '+' or '-' and be surrounded\n" +
    'by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\n' +
    'Base 0 means to interpret the base from the string as an integer literal.\n' +
    ">>> int('0b100', base=0)\n4";
  t.basicsize = 24;
  t.itemsize = 4;
  t.tp_new = longNew;
  t.tp_repr = longRepr;
  t.tp_hash = longHash;
  t.tp_richcompare = longRichCompare;
  t.nb_add = longAdd;
  t.nb_subtract = longSubtract;
  t.nb_multiply = longMultiply;
  t.nb_remainder = longModulo;
  t.nb_divmod = longDivmod;
  t.nb_power = longPower;
  t.nb_negative = longNegative;
  t.nb_positive = longLong;
  t.nb_absolute = longAbsolute;
  t.nb_bool = longBool;
  t.nb_invert = longInvert;
  t.nb_lshift = longLshift;
  t.nb_rshift = longRshift;
  t.nb_and = longAnd;
  t.nb_xor = longXor;
  t.nb_or = longOr;
  t.nb_int = longLong;
  t.nb_float = longFloat;
  t.nb_floor_divide = longFloorDivide;
  t.nb_true_divide = longTrueDivide;
  t.nb_index = longLong;
  initLongMethods();
  typeReady(t);
}
