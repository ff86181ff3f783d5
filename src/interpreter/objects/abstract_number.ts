// Any object as an int or a float: what `int(x)`, `float(x)` and natives that want a number do.
//
// Each has a plain form that answers at once for the built-in types, and one ending in G for generator natives.
//
// Answers to CPython 3.12: Objects/abstract.c (PyNumber_Long, PyNumber_Float, PyNumber_ToBase), Objects/floatobject.c
// (PyFloat_FromString, PyFloat_AsDouble). Absent: the DeprecationWarnings about results of strict subclasses.

import { reprBytes } from '../code/constrepr.ts';
import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { indexG, strictG } from './abstract.ts';
import { plainBytes } from './buffer.ts';
import { isBytes } from './bytescore.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { type Float, floatType, newFloat } from './floatcore.ts';
import { runningHooks } from './hooks.ts';
import { type Int, intType, isInt, newIntAny } from './longcore.ts';
import { asciiNumber, parseInteger } from './longparse.ts';
import { callSpecial, objectRepr } from './object.ts';
import { parseDouble } from './pystrtod.ts';
import { id, isStr, type Str } from './strcore.ts';
import { reprText } from './strrepr.ts';
import { isSubtype, lookup } from './typecore.ts';

/** A float or an instance of a subclass. */
export function isFloat(o: Obj): o is Float {
  return o.type === floatType || isSubtype(o.type, floatType);
}

function latin1(bytes: Uint8Array): string {
  let out = '';
  for (const b of bytes) out += b < 128 ? String.fromCharCode(b) : '?';
  return out;
}

/** `int(text, base)` of a str, bytes or bytearray; undefined: of none of these. */
export function intFromText(o: Obj, base: number): Res | undefined {
  let text: string;
  let repr: () => string;
  if (isStr(o)) {
    text = o.v;
    repr = () => reprText(o.v);
  } else {
    const bytes = plainBytes(o);
    if (bytes === undefined) return undefined;
    text = latin1(bytes);
    repr = () => reprBytes(bytes);
  }
  const value = parseInteger(text, base);
  if (value === null) return null;
  if (value === 'invalid') {
    return raise(PyExc.ValueError, `invalid literal for int() with base ${base}: ${repr().slice(0, 200)}`);
  }
  return newIntAny(value);
}

/** `int(o)`. CPython 3.12: PyNumber_Long */
export function numberLong(o: Obj): Res {
  const type = o.type;
  if (type === intType) {
    o.rc++;
    return o;
  }
  if (type === floatType) return type.nb_int!(o);
  if (type.nb_int === null && type.nb_index === null && isStr(o)) return intFromText(o, 10)!;
  return suspend(numberLongG(o), [o]);
}

/** As numberLong, for generator natives. */
export function* numberLongG(o: Obj): Gen<Int | null> {
  const type = o.type;
  if (type.nb_int !== null) {
    let r = type.nb_int(o);
    if (r === null) r = yield* settle();
    if (r === null || r.type === intType) return r as Int | null;
    if (!isInt(r)) {
      const name = r.type.name;
      decref(r);
      return typeError(`__int__ returned non-int (type ${name})`);
    }
    const strict = yield* strictG(r, '__int__ returned non-int', 'int');
    return strict === null ? null : exactInt(strict);
  }
  if (type.nb_index !== null) {
    const r = yield* indexG(o);
    return r === null ? null : exactInt(r);
  }
  if (lookup(type, id('__trunc__')) !== undefined) {
    let w = runningHooks.warn('DeprecationWarning', 'The delegation of int() to __trunc__ is deprecated.');
    if (w === null) w = yield* settle();
    if (w === null) return null;
    decref(w);
  }
  let r = callSpecial(o, id('__trunc__'), []);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (r !== undefined) {
    if (isInt(r)) return exactInt(r);
    if (r.type.nb_index === null) {
      const name = r.type.name;
      decref(r);
      return typeError(`__trunc__ returned non-Integral (type ${name})`);
    }
    const i = yield* indexG(r);
    decref(r);
    return i;
  }
  const text = intFromText(o, 10);
  if (text !== undefined) return text as Int | null;
  return typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${type.name}'`,
  );
}

export function exactInt(r: Int): Int {
  if (r.type === intType) return r;
  const copy = newIntAny(r.v);
  decref(r);
  return copy;
}

/** The double of an int; null: OverflowError. CPython 3.12: PyLong_AsDouble */
export function intToDouble(v: number | bigint): number | null {
  if (typeof v === 'number') return v;
  const d = Number(v);
  if (Number.isFinite(d)) return d;
  return raise(PyExc.OverflowError, 'int too large to convert to float');
}

/** `float(text)`; undefined: not a text. CPython 3.12: PyFloat_FromString */
function floatFromText(o: Obj): Res | undefined {
  let text: string;
  let repr: () => string;
  if (isStr(o)) {
    text = o.v;
    repr = () => reprText(o.v);
  } else {
    const bytes = plainBytes(o);
    if (bytes === undefined) return undefined;
    text = latin1(bytes);
    repr = () => (isBytes(o) ? reprBytes(bytes) : (objectRepr(o) as Str).v);
  }
  const d = parseDouble(asciiNumber(text));
  if (d === null) return raise(PyExc.ValueError, `could not convert string to float: ${repr()}`);
  return newFloat(d);
}

/** `float(o)`. CPython 3.12: PyNumber_Float */
export function numberFloat(o: Obj): Res {
  const type = o.type;
  if (type === floatType) {
    o.rc++;
    return o;
  }
  if (isInt(o) && type.nb_float === intType.nb_float) {
    const d = intToDouble(o.v);
    return d === null ? null : newFloat(d);
  }
  if (isStr(o) && type.nb_float === null && type.nb_index === null) return floatFromText(o)!;
  return suspend(numberFloatG(o), [o]);
}

/** As numberFloat, for generator natives. */
export function* numberFloatG(o: Obj): Gen {
  const d = yield* convertG(o);
  if (d === null) return null;
  if (d !== undefined) return newFloat(d);
  const text = floatFromText(o);
  if (text !== undefined) return text;
  return typeError(`float() argument must be a string or a real number, not '${o.type.name}'`);
}

// By __float__ or __index__; undefined: it has neither.
function* convertG(o: Obj): Gen<number | null | undefined> {
  const type = o.type;
  if (type === floatType) return (o as Float).v;
  if (type.nb_float !== null) {
    let r = type.nb_float(o);
    if (r === null) r = yield* settle();
    if (r === null) return null;
    if (!isFloat(r)) {
      const name = r.type.name;
      decref(r);
      return typeError(`${type.name}.__float__ returned non-float (type ${name})`);
    }
    const strict: Float | null =
      r.type === floatType ? r : yield* strictG(r, `${type.name}.__float__ returned non-float`, 'float');
    if (strict === null) return null;
    const d = strict.v;
    decref(strict);
    return d;
  }
  if (type.nb_index !== null) {
    const i = yield* indexG(o);
    if (i === null) return null;
    const d = intToDouble(i.v);
    decref(i);
    return d;
  }
  return undefined;
}

/** A double for a native's argument; null: an error is set. CPython 3.12: PyFloat_AsDouble */
export function* asDoubleG(o: Obj): Gen<number | null> {
  const d = yield* convertG(o);
  if (d !== undefined) return d;
  return typeError(`must be real number, not ${o.type.name}`);
}

/** A double at once, of an exact float or int that fits; undefined: use asDoubleG. */
export function plainDouble(o: Obj): number | undefined {
  if (o.type === floatType) return (o as Float).v;
  if (o.type === intType) {
    const v = (o as Int).v;
    if (typeof v === 'number') return v;
  }
  return undefined;
}

/** `bin`, `oct`, `hex` and `str` of an int: with prefix unless base 10. CPython 3.12: PyNumber_ToBase */
export function prefixedBase(v: number | bigint, base: number): string {
  const sign = v < 0 ? '-' : '';
  const digits = (v < 0 ? -v : v).toString(base);
  const prefix = base === 16 ? '0x' : base === 8 ? '0o' : base === 2 ? '0b' : '';
  return `${sign}${prefix}${digits}`;
}
