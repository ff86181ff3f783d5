// array: numbers of one C type, packed.
//
// The items lie in one ArrayBuffer, looked at through the typed array of their code. What turns Python objects into items
// and back is in array_items.ts.
//
// Answers to CPython 3.12: Modules/arraymodule.c.

import { addressOf } from '../memory/address.ts';
import { decref, type Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { nextG, ssizeG } from '../objects/abstract.ts';
import { bufferOffer, offerBuffer, requireBuffer } from '../objects/buffer.ts';
import { isByteArray } from '../objects/bytearrayobject.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { Py_EQ, Py_NE } from '../objects/compare.ts';
import { classGetItem, getset, method } from '../objects/descrobject.ts';
import { PyExc, raise, raiseBare, typeError } from '../objects/errors.ts';
import { runningHooks } from '../objects/hooks.ts';
import { newSeqIter, type SeqIterObj, seqIterEnd, seqIterType } from '../objects/iterobject.ts';
import { isInt, newBool, newInt } from '../objects/longcore.ts';
import { defineModule, type FunctionRow, readyLater } from '../objects/moduleobject.ts';
import {
  callG,
  compareBoolG,
  genericGetAttr,
  getAttr,
  lookupAttrG,
  reprG,
  richCompare,
} from '../objects/object.ts';
import { indexBoundsG, ssizeArgG } from '../objects/searchargs.ts';
import { compareNumbers } from '../objects/seqcompare.ts';
import { isList, isTuple, type List, newList, newTuple } from '../objects/seqcore.ts';
import { none, notImplemented } from '../objects/singletons.ts';
import {
  type Slice,
  sliceType,
  spanOf,
  type Unpacked,
  unpackSlice,
  unpackSliceG,
} from '../objects/sliceobject.ts';
import { hashNotImplemented } from '../objects/slotdefs.ts';
import { codePoints, id, isStr, newStr } from '../objects/strcore.ts';
import { isSubtype } from '../objects/typecore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { SEQUENCE } from './_abc.ts';
import {
  decodeItems,
  FORMAT_COUNT,
  type ItemKind,
  type Items,
  itemG,
  itemValue,
  KINDS,
  swapBytes,
} from './array_items.ts';
import { iterG } from './itertool.ts';

class ArrayV {
  readonly kind: ItemKind;
  /** All there is room for; the first `length` count. */
  items: Items;
  length: number;
  /** Views of the memory that are held: while there is one it cannot be resized. */
  exports = 0;
  constructor(kind: ItemKind, memory: ArrayBuffer) {
    this.kind = kind;
    this.items = kind.view(memory);
    this.length = this.items.length;
  }
  get bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.items.buffer, 0, this.length * this.kind.itemsize);
  }
}
type ArrayObj = Obj<ArrayV>;

const arrayType = new PyType('array.array', TPFLAGS.BASETYPE | SEQUENCE, typeType);
arrayType.qualname = 'array';
const A = (o: Obj): ArrayV => (o as ArrayObj).v;
const isArray = (o: Obj): o is ArrayObj => o.v instanceof ArrayV;

function newArray(kind: ItemKind, bytes: Uint8Array): ArrayObj {
  return allocInstance(arrayType, new ArrayV(kind, bytes.slice().buffer as ArrayBuffer));
}

/** Makes room for `length` items; false with BufferError. CPython 3.12: array_resize */
function resize(a: ArrayV, length: number): boolean {
  if (a.exports > 0 && length !== a.length) {
    raise(PyExc.BufferError, 'cannot resize an array that is exporting buffers');
    return false;
  }
  if (length > a.items.length) {
    const room = (length >> 4) + (a.length < 8 ? 3 : 7) + length;
    const memory = new ArrayBuffer(room * a.kind.itemsize);
    new Uint8Array(memory).set(a.bytes);
    a.items = a.kind.view(memory);
  }
  a.length = length;
  return true;
}

/** `a[low:high] = fresh`, the bytes of whole items; false with BufferError. */
function replace(a: ArrayV, low: number, high: number, fresh: Uint8Array): boolean {
  const size = a.kind.itemsize;
  const length = a.length + fresh.length / size - (high - low);
  const tail = a.bytes.slice(high * size);
  if (!resize(a, length)) return false;
  a.bytes.set(tail, low * size + fresh.length);
  a.bytes.set(fresh, low * size);
  return true;
}

const itemAt = (a: ArrayV, i: number): Res => itemValue(a.kind, a.items[i]!);

function put(a: ArrayV, i: number, item: number | bigint): void {
  (a.items as { [i: number]: number | bigint })[i] = item;
}

/** Inserts an object before position i; false with an error. CPython 3.12: ins1 */
function* insertG(a: ArrayV, i: number, o: Obj): Gen<boolean> {
  const item = yield* itemG(a.kind, o);
  if (item === null) return false;
  const n = a.length;
  if (i < 0) i = Math.max(0, i + n);
  if (i > n) i = n;
  if (!resize(a, n + 1)) return false;
  if (i < n) a.items.copyWithin(i + 1, i, n);
  put(a, i, item);
  return true;
}

function* extendG(a: ArrayV, o: Obj): Gen<boolean> {
  if (isArray(o)) {
    if (o.v.kind !== a.kind) {
      typeError('can only extend with array of same kind');
      return false;
    }
    return replace(a, a.length, a.length, o.v.bytes.slice());
  }
  return yield* extendByIterG(a, o);
}

function* extendByIterG(a: ArrayV, o: Obj): Gen<boolean> {
  const it = yield* iterG(o);
  if (it === null) return false;
  for (;;) {
    const v = yield* nextG(it);
    if (v == null) {
      decref(it);
      return v === undefined;
    }
    const ok = yield* insertG(a, a.length, v);
    decref(v);
    if (!ok) {
      decref(it);
      return false;
    }
  }
}

function fromBytes(a: ArrayV, o: Obj): boolean {
  const bytes = requireBuffer(o);
  if (bytes === null) return false;
  if ((bufferOffer(o)?.format?.(o).itemsize ?? 1) !== 1) {
    typeError('a bytes-like object is required');
    return false;
  }
  if (bytes.length % a.kind.itemsize !== 0) {
    raise(PyExc.ValueError, 'bytes length not a multiple of item size');
    return false;
  }
  return replace(a, a.length, a.length, bytes.slice());
}

function appendText(a: ArrayV, text: string): boolean {
  const points = Uint32Array.from(text, (c) => c.codePointAt(0)!);
  return replace(a, a.length, a.length, new Uint8Array(points.buffer));
}

function toList(a: ArrayV): List | null {
  const out: Obj[] = [];
  for (let i = 0; i < a.length; i++) {
    const v = itemAt(a, i);
    if (v === null) {
      for (const o of out) decref(o);
      return null;
    }
    out.push(v);
  }
  return newList(out);
}

function toText(a: ArrayV): Res {
  let text = '';
  for (let i = 0; i < a.length; i++) {
    const c = itemAt(a, i);
    if (c === null) return null;
    text += (c as Obj<string>).v;
    decref(c);
  }
  return newStr(text);
}

// --- making ------------------------------------------------------------------------------------------

const BAD_CODE = 'bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)';

/** CPython 3.12: array_new */
function array_new(cls: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const keywords = kwnames === null ? 0 : kwnames.length;
  if (keywords > 0 && cls.v.tp_init === arrayType.tp_init) {
    return typeError('array.array() takes no keyword arguments');
  }
  const n = args.length - keywords;
  if (n < 1) return typeError(`array() takes at least 1 argument (${n} given)`);
  if (n > 2) return typeError(`array() takes at most 2 arguments (${n} given)`);
  const [code, initial] = args as [Obj, Obj | undefined];
  if (!isStr(code) || codePoints(code.v) !== 1) {
    return typeError(`array() argument 1 must be a unicode character, not ${code.type.name}`);
  }
  const c = code.v;
  if (initial !== undefined && c !== 'u') {
    if (isStr(initial)) return typeError(`cannot use a str to initialize an array with typecode '${c}'`);
    if (isArray(initial) && initial.v.kind.code === 'u') {
      return typeError(`cannot use a unicode array to initialize an array with typecode '${c}'`);
    }
  }
  const kind = KINDS.find((k) => k.code === c);
  if (kind === undefined) return raise(PyExc.ValueError, BAD_CODE);
  const a = new ArrayV(kind, new ArrayBuffer(0));
  const made = allocInstance(cls.v, a);
  if (initial === undefined) return made;
  return suspend(fillG(made, initial), [initial]);
}

function* fillG(made: ArrayObj, initial: Obj): Gen {
  const a = made.v;
  let ok: boolean;
  if (isList(initial) || isTuple(initial)) {
    ok = true;
    for (let i = 0; ok && i < initial.v.length; i++) ok = yield* insertG(a, i, initial.v[i]!);
  } else if (isByteArray(initial) || isBytes(initial)) ok = fromBytes(a, initial);
  else if (isStr(initial) && a.kind.code === 'u') ok = appendText(a, initial.v);
  else if (isArray(initial) && initial.v.kind === a.kind) ok = replace(a, 0, 0, initial.v.bytes.slice());
  else ok = yield* extendByIterG(a, initial);
  if (ok) return made;
  decref(made);
  return null;
}

/** CPython 3.12: array__array_reconstructor_impl */
function* reconstructG(_m: Obj, cls: Obj, code: Obj, format: Obj, items: Obj): Gen {
  if (!isStr(code) || codePoints(code.v) !== 1) {
    return typeError(`_array_reconstructor() argument 2 must be a unicode character, not ${code.type.name}`);
  }
  const f = yield* ssizeG(format, PyExc.OverflowError);
  if (f === null) return null;
  if (!(cls.v instanceof PyType)) {
    return typeError(`first argument must be a type object, not ${cls.type.name}`);
  }
  if (!isSubtype(cls.v, arrayType)) return typeError(`${cls.v.name} is not a subtype of array.array`);
  const kind = KINDS.find((k) => k.code === code.v);
  if (kind === undefined) return raise(PyExc.ValueError, 'second argument must be a valid type code');
  if (f < 0 || f >= FORMAT_COUNT) {
    return raise(PyExc.ValueError, 'third argument must be a valid machine format code.');
  }
  if (!isBytes(items)) return typeError(`fourth argument should be bytes, not ${items.type.name}`);
  let bytes = items.v;
  let made = kind;
  if (f !== kind.machine) {
    const decoded = decodeItems(f, bytes);
    if (decoded === null) return null;
    bytes = decoded.memory;
    made = decoded.kind;
  }
  const codeOf = newStr(made.code);
  const data = newBytes(bytes.slice());
  const r = yield* callG(cls, [codeOf, data]);
  decref(codeOf);
  decref(data);
  return r;
}

/** CPython 3.12: array_array___reduce_ex___impl */
function* reduceG(o: Obj, value: Obj): Gen {
  const a = A(o);
  if (!isInt(value)) return typeError('__reduce_ex__ argument should be an integer');
  let dict: Obj | null | undefined = yield* lookupAttrG(o, id('__dict__'));
  if (dict === null) return null;
  dict ??= none();
  const cls: Obj = o.type.self;
  if (value.v < 3) {
    const list = toList(a);
    if (list === null) {
      decref(dict);
      return null;
    }
    cls.rc++;
    return newTuple([cls, newTuple([newStr(a.kind.code), list]), dict]);
  }
  const m = yield* runningHooks.importModuleG('array');
  const f = m === null ? null : yield* lookupAttrG(m, id('_array_reconstructor'));
  if (m !== null) decref(m);
  if (f == null) {
    decref(dict);
    return null;
  }
  cls.rc++;
  const parts = [cls, newStr(a.kind.code), newInt(a.kind.machine), newBytes(a.bytes.slice())];
  return newTuple([f, newTuple(parts), dict]);
}

// --- items and slices --------------------------------------------------------------------------------

function array_subscript(o: Obj, key: Obj): Res {
  const a = A(o);
  if (isInt(key) && typeof key.v === 'number') {
    const i = key.v < 0 ? key.v + a.length : key.v;
    return i < 0 || i >= a.length ? raise(PyExc.IndexError, 'array index out of range') : itemAt(a, i);
  }
  return suspend(subscriptG(a, key), [o, key]);
}

function* unpackG(key: Obj): Gen<Unpacked | null> {
  return unpackSlice(key as Slice) ?? (yield* unpackSliceG(key as Slice));
}

function* subscriptG(a: ArrayV, key: Obj): Gen {
  if (key.type !== sliceType) {
    if (!isInt(key) && key.type.nb_index === null) return typeError('array indices must be integers');
    let i = yield* ssizeG(key, PyExc.IndexError);
    if (i === null) return null;
    if (i < 0) i += a.length;
    return i < 0 || i >= a.length ? raise(PyExc.IndexError, 'array index out of range') : itemAt(a, i);
  }
  const u = yield* unpackG(key);
  if (u == null) return null;
  const span = spanOf(u, a.length);
  const size = a.kind.itemsize;
  if (span.length === 0) return newArray(a.kind, new Uint8Array(0));
  if (span.step === 1) {
    return newArray(a.kind, a.bytes.subarray(span.start * size, (span.start + span.length) * size));
  }
  const made = newArray(a.kind, new Uint8Array(span.length * size));
  for (let k = 0, at = span.start; k < span.length; k++, at += span.step) put(made.v, k, a.items[at]!);
  return made;
}

/** CPython 3.12: array_ass_subscr */
function* assignG(o: Obj, key: Obj, value: Obj | null): Gen {
  const a = A(o);
  let u: Unpacked;
  if (key.type === sliceType) {
    const unpacked = yield* unpackG(key);
    if (unpacked == null) return null;
    u = unpacked;
  } else {
    if (!isInt(key) && key.type.nb_index === null) return typeError('array indices must be integers');
    let i = yield* ssizeG(key, PyExc.IndexError);
    if (i === null) return null;
    if (i < 0) i += a.length;
    if (i < 0 || i >= a.length) return raise(PyExc.IndexError, 'array assignment index out of range');
    if (value !== null) {
      const item = yield* itemG(a.kind, value);
      if (item === null) return null;
      if (i >= a.length) return raise(PyExc.IndexError, 'array assignment index out of range');
      put(a, i, item);
      return none();
    }
    u = { start: i, stop: i + 1, step: 1 };
  }
  let fresh = new Uint8Array(0);
  if (value !== null) {
    if (!isArray(value)) {
      return typeError(`can only assign array (not "${value.type.name}") to array slice`);
    }
    if (value.v.kind !== a.kind) return typeError('bad argument type for built-in operation');
    fresh = value.v.bytes.slice();
  }
  return assignSlice(a, u, fresh);
}

function assignSlice(a: ArrayV, u: Unpacked, fresh: Uint8Array<ArrayBuffer>): Res {
  const span = spanOf(u, a.length);
  const needed = fresh.length / a.kind.itemsize;
  if ((needed === 0 || span.length !== needed) && a.exports > 0) {
    return raise(PyExc.BufferError, 'cannot resize an array that is exporting buffers');
  }
  if (span.step === 1) return replace(a, span.start, span.start + span.length, fresh) ? none() : null;
  if (needed === 0) {
    const dropped = new Set<number>();
    for (let k = 0, at = span.start; k < span.length; k++, at += span.step) dropped.add(at);
    let to = 0;
    for (let i = 0; i < a.length; i++) if (!dropped.has(i)) put(a, to++, a.items[i]!);
    return resize(a, to) ? none() : null;
  }
  if (needed !== span.length) {
    return raise(
      PyExc.ValueError,
      `attempt to assign array of size ${needed} to extended slice of size ${span.length}`,
    );
  }
  const items = a.kind.view(fresh.buffer);
  for (let k = 0, at = span.start; k < span.length; k++, at += span.step) put(a, at, items[k]!);
  return none();
}

// --- comparing ---------------------------------------------------------------------------------------

/** A bigint and a number are compared by value. */
const sameItem = (a: number | bigint, b: number | bigint): boolean =>
  a === b || (typeof a !== typeof b && a <= b && a >= b);

/** CPython 3.12: array_richcompare. Items are numbers or strings: comparing them runs no Python code. */
function array_richcompare(a: Obj, b: Obj, op: number): Res {
  if (!isArray(a) || !isArray(b)) return notImplemented();
  const x = a.v;
  const y = b.v;
  if (x.length !== y.length && (op === Py_EQ || op === Py_NE)) return newBool(op === Py_NE);
  const n = Math.min(x.length, y.length);
  const texts = (x.kind.code === 'u' ? 1 : 0) + (y.kind.code === 'u' ? 1 : 0);
  let i = 0;
  // A character never equals a number.
  if (texts !== 1) while (i < n && sameItem(x.items[i]!, y.items[i]!)) i++;
  if (i === n) return newBool(compareNumbers(x.length, y.length, op));
  if (op === Py_EQ || op === Py_NE) return newBool(op === Py_NE);
  return suspend(compareItemsG(x, y, i, op), [a, b]);
}

function* compareItemsG(x: ArrayV, y: ArrayV, i: number, op: number): Gen {
  const a = itemAt(x, i);
  const b = a === null ? null : itemAt(y, i);
  if (a === null || b === null) {
    if (a !== null) decref(a);
    return null;
  }
  let r = richCompare(a, b, op);
  if (r === null) r = yield* settle();
  decref(a);
  decref(b);
  return r;
}

/** Index of the first item equal to a value at or after `from`; -1: none; null: an error. */
function* findG(a: ArrayV, value: Obj, from: number, stop: number): Gen<number | null> {
  for (let i = from; i < stop && i < a.length; i++) {
    const item = itemAt(a, i);
    if (item === null) return null;
    const same = yield* compareBoolG(item, value, Py_EQ);
    decref(item);
    if (same < 0) return null;
    if (same === 1) return i;
  }
  return -1;
}

// --- the type ----------------------------------------------------------------------------------------

function* reprArrayG(o: Obj): Gen {
  const a = A(o);
  const name = o.type.name.slice(o.type.name.lastIndexOf('.') + 1);
  if (a.length === 0) return newStr(`${name}('${a.kind.code}')`);
  const inner = a.kind.code === 'u' ? toText(a) : toList(a);
  if (inner === null) return null;
  const text = yield* reprG(inner);
  decref(inner);
  if (text === null) return null;
  const r = newStr(`${name}('${a.kind.code}', ${text.v})`);
  decref(text);
  return r;
}

function repeated(a: ArrayV, n: number): Uint8Array | null {
  const { bytes } = a;
  const length = n < 0 ? 0 : bytes.length * n;
  if (length > 0x7fffffff) return raiseBare(PyExc.MemoryError);
  const out = new Uint8Array(length);
  for (let at = 0; at < length; at += bytes.length) out.set(bytes, at);
  return out;
}

function* inplaceConcatG(o: Obj, other: Obj): Gen {
  if (!isArray(other)) return typeError(`can only extend array with array (not "${other.type.name}")`);
  if (!(yield* extendG(A(o), other))) return null;
  o.rc++;
  return o;
}

const done = (ok: boolean): Res => (ok ? none() : null);

function initMethods(t: PyType): void {
  const add = (name: string, sig: string, fn: Parameters<typeof method>[3], doc: string): void =>
    method(t, name, sig, fn, doc);
  add(
    'append',
    '($self, v, /)',
    function* (o: Obj, v: Obj): Gen {
      return done(yield* insertG(A(o), A(o).length, v));
    },
    'Append new value v to the end of the array.',
  );
  add(
    'buffer_info',
    '($self, /)',
    (o) => newTuple([newInt(addressOf(o) + 64), newInt(A(o).length)]),
    "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.\n\nThe length should be multiplied by the itemsize attribute to calculate\nthe buffer length in bytes.",
  );
  add(
    'byteswap',
    '($self, /)',
    (o) => (swapBytes(A(o).bytes, A(o).kind.itemsize), none()),
    'Byteswap all items of the array.\n\nIf the items in the array are not 1, 2, 4, or 8 bytes in size, RuntimeError is\nraised.',
  );
  add('__copy__', '($self, /)', (o) => newArray(A(o).kind, A(o).bytes), 'Return a copy of the array.');
  add(
    '__deepcopy__',
    '($self, unused, /)',
    (o) => newArray(A(o).kind, A(o).bytes),
    'Return a copy of the array.',
  );
  add(
    'count',
    '($self, v, /)',
    function* (o: Obj, v: Obj): Gen {
      let n = 0;
      for (let i = 0; ; i++, n++) {
        const at = yield* findG(A(o), v, i, Infinity);
        if (at === null) return null;
        if (at < 0) return newInt(n);
        i = at;
      }
    },
    'Return number of occurrences of v in the array.',
  );
  add(
    'extend',
    '($self, bb, /)',
    function* (o: Obj, other: Obj): Gen {
      return done(yield* extendG(A(o), other));
    },
    'Append items to the end of the array.',
  );
  add(
    'fromfile',
    '($self, f, n, /)',
    fromFileG,
    'Read n objects from the file object f and append them to the end of the array.',
  );
  add('fromlist', '($self, list, /)', fromListG, 'Append items to array from list.');
  add(
    'frombytes',
    '($self, buffer, /)',
    (o: Obj, b: Obj) => done(fromBytes(A(o), b)),
    'Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method.',
  );
  add(
    'fromunicode',
    '($self, ustr, /)',
    (o: Obj, text: Obj) => {
      if (!isStr(text)) return typeError(`fromunicode() argument must be str, not ${text.type.name}`);
      if (A(o).kind.code !== 'u') {
        return raise(PyExc.ValueError, 'fromunicode() may only be called on unicode type arrays');
      }
      return done(appendText(A(o), text.v));
    },
    'Extends this array with data from the unicode string ustr.\n\nThe array must be a unicode type array; otherwise a ValueError is raised.\nUse array.frombytes(ustr.encode(...)) to append Unicode data to an array of\nsome other type.',
  );
  add(
    'index',
    '($self, v, start=0, stop=sys.maxsize, /)',
    function* (o: Obj, v: Obj, start: Obj | undefined, stop: Obj | undefined): Gen {
      const bounds = yield* indexBoundsG(start, stop, () => A(o).length);
      const at = bounds === null ? null : yield* findG(A(o), v, bounds.start, bounds.stop);
      if (at === null) return null;
      return at < 0 ? raise(PyExc.ValueError, 'array.index(x): x not in array') : newInt(at);
    },
    'Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present.',
  );
  add(
    'insert',
    '($self, i, v, /)',
    function* (o: Obj, i: Obj, v: Obj): Gen {
      const at = yield* ssizeArgG(i);
      return at === null ? null : done(yield* insertG(A(o), at, v));
    },
    'Insert a new item v into the array before position i.',
  );
  add(
    'pop',
    '($self, i=-1, /)',
    function* (o: Obj, i: Obj | undefined): Gen {
      const a = A(o);
      let at = i === undefined ? -1 : yield* ssizeArgG(i);
      if (at === null) return null;
      if (a.length === 0) return raise(PyExc.IndexError, 'pop from empty array');
      if (at < 0) at += a.length;
      if (at < 0 || at >= a.length) return raise(PyExc.IndexError, 'pop index out of range');
      const r = itemAt(a, at);
      if (r === null || replace(a, at, at + 1, new Uint8Array(0))) return r;
      decref(r);
      return null;
    },
    'Return the i-th element and delete it from the array.\n\ni defaults to -1.',
  );
  add('__reduce_ex__', '($self, value, /)', reduceG, 'Return state information for pickling.');
  add(
    'remove',
    '($self, v, /)',
    function* (o: Obj, v: Obj): Gen {
      const at = yield* findG(A(o), v, 0, Infinity);
      if (at === null) return null;
      if (at < 0) return raise(PyExc.ValueError, 'array.remove(x): x not in array');
      return done(replace(A(o), at, at + 1, new Uint8Array(0)));
    },
    'Remove the first occurrence of v in the array.',
  );
  add(
    'reverse',
    '($self, /)',
    (o) => (A(o).items.subarray(0, A(o).length).reverse(), none()),
    'Reverse the order of the items in the array.',
  );
  add('tofile', '($self, f, /)', toFileG, 'Write all items (as machine values) to the file object f.');
  add('tolist', '($self, /)', (o) => toList(A(o)), 'Convert array to an ordinary list with the same items.');
  add(
    'tobytes',
    '($self, /)',
    (o) => newBytes(A(o).bytes.slice()),
    'Convert the array to an array of machine values and return the bytes representation.',
  );
  add(
    'tounicode',
    '($self, /)',
    (o) =>
      A(o).kind.code === 'u'
        ? toText(A(o))
        : raise(PyExc.ValueError, 'tounicode() may only be called on unicode type arrays'),
    'Extends this array with data from the unicode string ustr.\n\nConvert the array to a unicode string.  The array must be a unicode type array;\notherwise a ValueError is raised.  Use array.tobytes().decode() to obtain a\nunicode string from an array of some other type.',
  );
  add(
    '__sizeof__',
    '($self, /)',
    (o) => newInt(o.type.basicsize + A(o).items.byteLength),
    'Size of the array in memory, in bytes.',
  );
  classGetItem(t);
  getset(
    t,
    'typecode',
    (o) => newStr(A(o).kind.code),
    null,
    'the typecode character used to create the array',
  );
  getset(t, 'itemsize', (o) => newInt(A(o).kind.itemsize), null, 'the size, in bytes, of one array item');
}

function* fromListG(o: Obj, list: Obj): Gen {
  if (!isList(list)) return typeError('arg must be list');
  const a = A(o);
  const before = a.length;
  const n = list.v.length;
  for (let i = 0; i < n; i++) {
    let ok = yield* insertG(a, a.length, list.v[i]!);
    if (ok && list.v.length !== n) {
      raise(PyExc.RuntimeError, 'list changed size during iteration');
      ok = false;
    }
    if (!ok) {
      a.length = before;
      return null;
    }
  }
  return none();
}

function* callMethodG(o: Obj, name: string, arg: Obj): Gen {
  const f = yield* attributeG(o, name);
  if (f === null) return null;
  const r = yield* callG(f, [arg]);
  decref(f);
  return r;
}

function* attributeG(o: Obj, name: string): Gen {
  const f = getAttr(o, id(name));
  return f === null ? yield* settle() : f;
}

function* fromFileG(o: Obj, f: Obj, count: Obj): Gen {
  const n = yield* ssizeArgG(count);
  if (n === null) return null;
  if (n < 0) return raise(PyExc.ValueError, 'negative count');
  const a = A(o);
  const size = newInt(n * a.kind.itemsize);
  const b = yield* callMethodG(f, 'read', size);
  decref(size);
  if (b === null) return null;
  if (!isBytes(b)) {
    decref(b);
    return typeError("read() didn't return bytes");
  }
  const short = b.v.length !== n * a.kind.itemsize;
  const ok = fromBytes(a, b);
  decref(b);
  if (!ok) return null;
  return short ? raise(PyExc.EOFError, "read() didn't return enough bytes") : none();
}

const BLOCK = 64 * 1024;

function* toFileG(o: Obj, f: Obj): Gen {
  const bytes = A(o).bytes.slice();
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = newBytes(bytes.slice(at, at + BLOCK));
    const r = yield* callMethodG(f, 'write', block);
    decref(block);
    if (r === null) return null;
    decref(r);
  }
  return none();
}

const iterType = seqIterType('array.arrayiterator', arrayiter_next, (seq) => A(seq).length);
iterType.qualname = 'arrayiterator';
iterType.flags |= TPFLAGS.DISALLOW_INSTANTIATION;

function arrayiter_next(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  if (it.seq === null) return null;
  const a = A(it.seq);
  return it.index < a.length ? itemAt(a, it.index++) : seqIterEnd(o);
}

function initArray(): void {
  const t = arrayType;
  t.doc = DOC;
  t.basicsize = 64;
  t.hasWeakrefs = true;
  t.tp_new = array_new;
  t.tp_getattro = genericGetAttr;
  t.tp_repr = (o) => suspend(reprArrayG(o), [o]);
  t.tp_hash = hashNotImplemented;
  t.tp_richcompare = array_richcompare;
  t.tp_iter = (o) => newSeqIter(iterType, o);
  t.sq_length = t.mp_length = (o) => A(o).length;
  t.sq_item = (o, i) =>
    i < 0 || i >= A(o).length ? raise(PyExc.IndexError, 'array index out of range') : itemAt(A(o), i);
  t.sq_concat = (a, b) => {
    if (!isArray(b)) return typeError(`can only append array (not "${b.type.name}") to array`);
    if (b.v.kind !== A(a).kind) return typeError('bad argument type for built-in operation');
    const made = newArray(A(a).kind, A(a).bytes);
    replace(made.v, made.v.length, made.v.length, b.v.bytes.slice());
    return made;
  };
  t.sq_repeat = (o, n) => {
    const bytes = repeated(A(o), n);
    return bytes === null ? null : newArray(A(o).kind, bytes);
  };
  t.sq_inplace_concat = (o, other) => suspend(inplaceConcatG(o, other), [o, other]);
  t.sq_inplace_repeat = (o, n) => {
    const a = A(o);
    const bytes = repeated(a, n);
    if (bytes === null || (n !== 1 && !replace(a, 0, a.length, bytes))) return null;
    o.rc++;
    return o;
  };
  t.sq_contains = (o, x) => suspend(containsG(o, x), [o, x]);
  t.mp_subscript = array_subscript;
  t.mp_ass_subscript = (o, key, value) =>
    suspend(assignG(o, key, value), value === null ? [o, key] : [o, key, value]);
  initMethods(t);
  offerBuffer(t, {
    bytes: (o) => A(o).bytes,
    readonly: () => false,
    format: (o) => ({ format: A(o).kind.format, itemsize: A(o).kind.itemsize }),
    export: (o) => {
      A(o).exports++;
    },
    release: (o) => {
      A(o).exports--;
    },
  });
  readyLater(t);
  readyLater(iterType);
}

function* containsG(o: Obj, x: Obj): Gen {
  const at = yield* findG(A(o), x, 0, Infinity);
  return at === null ? null : newBool(at >= 0);
}

const DOC = `array(typecode [, initializer]) -> array

Return a new array whose items are restricted by typecode, and
initialized from the optional initializer value, which must be a list,
string or iterable over elements of the appropriate type.

Arrays represent basic values and behave very much like lists, except
the type of objects stored in them is constrained. The type is specified
at object creation time by using a type code, which is a single character.
The following type codes are defined:

    Type code   C Type             Minimum size in bytes
    'b'         signed integer     1
    'B'         unsigned integer   1
    'u'         Unicode character  2 (see note)
    'h'         signed integer     2
    'H'         unsigned integer   2
    'i'         signed integer     2
    'I'         unsigned integer   2
    'l'         signed integer     4
    'L'         unsigned integer   4
    'q'         signed integer     8 (see note)
    'Q'         unsigned integer   8 (see note)
    'f'         floating-point     4
    'd'         floating-point     8

NOTE: The 'u' typecode corresponds to Python's unicode character. On
narrow builds this is 2-bytes on wide builds this is 4-bytes.

NOTE: The 'q' and 'Q' type codes are only available if the platform
C compiler used to build Python supports 'long long', or, on Windows,
'__int64'.

Methods:

append() -- append a new item to the end of the array
buffer_info() -- return information giving the current memory info
byteswap() -- byteswap all the items of the array
count() -- return number of occurrences of an object
extend() -- extend array by appending multiple elements from an iterable
fromfile() -- read items from a file object
fromlist() -- append items from the list
frombytes() -- append items from the string
index() -- return index of first occurrence of an object
insert() -- insert a new item into the array at a provided position
pop() -- remove and return item (default last)
remove() -- remove first occurrence of an object
reverse() -- reverse the order of the items in the array
tofile() -- write all items to a file object
tolist() -- return the array converted to an ordinary list
tobytes() -- return the array converted to a string

Attributes:

typecode -- the typecode character used to create the array
itemsize -- the length in bytes of one array item
`;

initArray();

const functions: FunctionRow[] = [
  [
    '_array_reconstructor',
    '(arraytype, typecode, mformat_code, items, /)',
    reconstructG,
    'Internal. Used for pickling support.',
  ],
];

/** An array is a MutableSequence, whose class is Python code. CPython 3.12: array_modexec */
function* registerG(): Gen<boolean> {
  const abc = yield* runningHooks.importModuleG('collections.abc');
  if (abc === null) return false;
  const sequence = yield* attributeG(abc, 'MutableSequence');
  decref(abc);
  if (sequence === null) return false;
  const r = yield* callMethodG(sequence, 'register', arrayType.self);
  decref(sequence);
  if (r === null) return false;
  decref(r);
  return true;
}

export const arrayModule = defineModule(
  'array',
  'This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point\nnumbers.  Arrays are sequence types and behave very much like lists,\nexcept that the type of objects stored in them is constrained.\n',
  {
    functions,
    types: { array: arrayType, ArrayType: arrayType },
    values: { typecodes: () => newStr(KINDS.map((k) => k.code).join('')) },
    exec: registerG,
  },
);
