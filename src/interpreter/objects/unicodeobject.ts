// str: indexing, concatenation, comparison, iteration, text; and `str(...)`.
//
// The methods are in str_case.ts, str_search.ts and str_methods.ts.
//
// Answers to CPython 3.12: Objects/unicodeobject.c.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { bufferBytes, plainBytes } from './buffer.ts';
import { decodeBytes, isCString } from './codecs.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT } from './compare.ts';
import { PyExc, raise, raiseBare, typeError } from './errors.ts';
import { MAX_TEXT } from './formatter.ts';
import { newSeqIter, type SeqIterObj, seqIterEnd, seqIterType } from './iterobject.ts';
import { isInt, newBool } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { objectStr } from './object.ts';
import { percentFormatG } from './percentformat.ts';
import { argTypeName } from './searchargs.ts';
import { notImplemented } from './singletons.ts';
import { isSlice, spanOf, subscript, type Unpacked } from './sliceobject.ts';
import { initStrCase } from './str_case.ts';
import { initStrMethods } from './str_methods.ts';
import { initStrSearch, partOf, unchanged, unitIndex } from './str_search.ts';
import { codePoints, hasAstral, isStr, newStr, type Str, strHashFull, strType } from './strcore.ts';
import { reprText } from './strrepr.ts';
import { allocInstance, typeReady } from './typeobject.ts';

const text = (o: Obj): string => (o as Str).v;

// --- sequence ------------------------------------------------------------------------------------------

/** CPython 3.12: PyUnicode_Concat */
export function strConcat(a: Obj, b: Obj): Res {
  if (!isStr(b)) return typeError(`can only concatenate str (not "${b.type.name}") to str`);
  const x = text(a);
  const y = b.v;
  if (y === '' && a.type === strType) {
    a.rc++;
    return a;
  }
  if (x === '' && b.type === strType) {
    b.rc++;
    return b;
  }
  if (x.length + y.length > MAX_TEXT) return raiseBare(PyExc.MemoryError);
  return newStr(x + y);
}

/** CPython 3.12: unicode_repeat */
function strRepeat(o: Obj, n: number): Res {
  if (n <= 0) return newStr('');
  if (n === 1) return unchanged(o);
  const s = text(o);
  if (s.length * n > MAX_TEXT) return raiseBare(PyExc.MemoryError);
  return newStr(s.repeat(n));
}

/** One character by its index, which may be negative. CPython 3.12: unicode_subscript, unicode_getitem */
export function strItem(s: string, i: number): Res {
  if (!hasAstral(s)) {
    if (i < 0) i += s.length;
    if (i < 0 || i >= s.length) return raise(PyExc.IndexError, 'string index out of range');
    return newStr(s[i]!);
  }
  const n = codePoints(s);
  if (i < 0) i += n;
  if (i < 0 || i >= n) return raise(PyExc.IndexError, 'string index out of range');
  return newStr(String.fromCodePoint(s.codePointAt(unitIndex(s, i))!));
}

function strSlice(o: Obj, u: Unpacked): Res {
  const s = text(o);
  const astral = hasAstral(s);
  const span = spanOf(u, astral ? codePoints(s) : s.length);
  const { start, step, length } = span;
  if (length <= 0) return newStr('');
  if (step === 1) {
    if (!astral) return partOf(o, s.slice(start, start + length));
    const from = unitIndex(s, start);
    return partOf(o, s.slice(from, from + unitIndex(s.slice(from), length)));
  }
  const chars: string | string[] = astral ? [...s] : s;
  let out = '';
  for (let i = start, n = 0; n < length; n++, i += step) out += chars[i]!;
  return newStr(out);
}

/** CPython 3.12: unicode_subscript */
export function strSubscript(o: Obj, key: Obj): Res {
  if (isInt(key) && typeof key.v === 'number') return strItem(text(o), key.v);
  if (!isInt(key) && !isSlice(key) && key.type.nb_index === null) {
    return typeError(`string indices must be integers, not '${key.type.name}'`);
  }
  return subscript(
    o,
    key,
    '',
    (i) => strItem(text(o), i),
    (u) => strSlice(o, u),
  );
}

function strContains(o: Obj, sub: Obj): Res {
  if (!isStr(sub)) {
    return typeError(`'in <string>' requires string as left operand, not ${sub.type.name}`);
  }
  return newBool(text(o).includes(sub.v));
}

function strLength(o: Obj): number {
  return codePoints(text(o));
}

// --- comparison, hash, text ----------------------------------------------------------------------------

/** Below, equal or above zero, by code points. CPython 3.12: unicode_compare */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (hasAstral(a) || hasAstral(b)) {
    const x = [...a];
    const y = [...b];
    for (let i = 0; i < x.length && i < y.length; i++) {
      const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
      if (difference !== 0) return difference;
    }
    return x.length - y.length;
  }
  return a < b ? -1 : 1;
}

/** CPython 3.12: PyUnicode_RichCompare */
export function strRichCompare(a: Obj, b: Obj, op: number): Res {
  if (!isStr(b)) return notImplemented();
  const x = text(a);
  const y = b.v;
  switch (op) {
    case Py_EQ:
      return newBool(x === y);
    case Py_LT:
      return newBool(compareText(x, y) < 0);
    case Py_LE:
      return newBool(compareText(x, y) <= 0);
    case Py_GT:
      return newBool(compareText(x, y) > 0);
    case Py_GE:
      return newBool(compareText(x, y) >= 0);
    default:
      return newBool(x !== y);
  }
}

function strModulo(a: Obj, b: Obj): Res {
  if (!isStr(a)) return notImplemented();
  return suspend(percentFormatG(a, b), [a, b]);
}

// --- str(...) ------------------------------------------------------------------------------------------

const newDef = new NativeDef('str', "(object='', encoding='utf-8', errors='strict')", () => null, null, null);

/** CPython 3.12: unicode_new_impl */
function strNew(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(newDef, args, kwnames);
  if (bound === null) return null;
  const [o, encoding, errors] = bound as (Obj | undefined)[];
  for (const [argument, name] of [
    [encoding, 'encoding'],
    [errors, 'errors'],
  ] as const) {
    if (argument === undefined) continue;
    if (!isStr(argument)) {
      return typeError(`str() argument '${name}' must be str, not ${argTypeName(argument)}`);
    }
    if (!isCString(argument)) return null;
  }
  let r: Res;
  if (o === undefined) r = newStr('');
  else if (encoding === undefined && errors === undefined) r = objectStr(o);
  else r = decodeObject(o, encoding as Str | undefined, errors as Str | undefined);
  if (type.v === strType) return r;
  return suspend(subtypeG(type.v, r), [type, ...args]);
}

function* subtypeG(type: PyType, made: Res): Gen {
  const r = made === null ? yield* settle() : made;
  if (r === null) return null;
  const s = allocInstance(type, text(r));
  decref(r);
  return s;
}

/** Bytes of an object with a buffer, or null (with an error set only by a released view). */
export const bufferHooks = { bytesOf: (o: Obj): Uint8Array | null => bufferBytes(o) ?? null };

/** CPython 3.12: PyUnicode_FromEncodedObject */
function decodeObject(o: Obj, encoding: Str | undefined, errors: Str | undefined): Res {
  if (isStr(o)) return typeError('decoding str is not supported');
  const bytes = plainBytes(o);
  if (bytes === undefined) {
    return typeError(`decoding to str: need a bytes-like object, ${o.type.name} found`);
  }
  return decodeBytes(o, bytes, encoding?.v ?? null, errors?.v ?? null);
}

// --- iteration -----------------------------------------------------------------------------------------

function iterNext(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  if (it.seq === null) return null;
  const s = text(it.seq);
  const i = it.index;
  if (i >= s.length) return seqIterEnd(o);
  const code = s.charCodeAt(i);
  if ((code & 0xfc00) === 0xd800) {
    const char = String.fromCodePoint(s.codePointAt(i)!);
    it.index = i + char.length;
    return newStr(char);
  }
  it.index = i + 1;
  return newStr(s[i]!);
}

const lengthOf = (seq: Obj): number => text(seq).length;
export const strIterType = seqIterType('str_iterator', iterNext, lengthOf);
export const strAsciiIterType = seqIterType('str_ascii_iterator', iterNext, lengthOf);

const ASCII = /^[^\u0080-\uffff]*$/;

function strIter(o: Obj): Res {
  return newSeqIter(ASCII.test(text(o)) ? strAsciiIterType : strIterType, o);
}

export function initStr(): void {
  const t = strType;
  t.doc =
    "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n" +
    'Create a new string object from the given object. If encoding or\n' +
    'errors is specified, then the object must expose a data buffer\n' +
    'that will be decoded using the given encoding and error handler.\n' +
    'Otherwise, returns the result of object.__str__() (if defined)\n' +
    'or repr(object).\n' +
    'encoding defaults to sys.getdefaultencoding().\n' +
    "errors defaults to 'strict'.";
  t.basicsize = 64;
  t.tp_new = strNew;
  t.tp_repr = (o) => newStr(reprText(text(o)));
  t.tp_str = unchanged;
  t.tp_hash = strHashFull;
  t.tp_richcompare = strRichCompare;
  t.tp_iter = strIter;
  t.sq_length = strLength;
  t.mp_length = strLength;
  t.sq_concat = strConcat;
  t.sq_repeat = strRepeat;
  t.sq_item = (o, i) => (i < 0 ? raise(PyExc.IndexError, 'string index out of range') : strItem(text(o), i));
  t.sq_contains = strContains;
  t.mp_subscript = strSubscript;
  t.nb_remainder = strModulo;
  initStrCase();
  initStrSearch();
  initStrMethods();
  typeReady(t);
  typeReady(strIterType);
  typeReady(strAsciiIterType);
}
