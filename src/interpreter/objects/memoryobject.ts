// Memory views: someone else's bytes, looked at as items of some format, without a copy.
//
// Answers to CPython 3.12: Objects/memoryobject.c.
// Absent: suboffsets, Fortran order, formats of the struct module beyond native single characters.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { indexG, ssizeG } from './abstract.ts';
import { asDoubleG } from './abstract_number.ts';
import { bufferOffer, hasBuffer, offerBuffer, viewedBytes } from './buffer.ts';
import { byteArrayType } from './bytearrayobject.ts';
import { hex } from './bytes_methods.ts';
import { bytesType, isBytes, newBytes } from './bytescore.ts';
import { hexG } from './bytesshared.ts';
import { equalG, objectHash, Py_EQ, Py_NE } from './compare.ts';
import { classMethod, getset, method } from './descrobject.ts';
import { clearIf, PyExc, raise, typeError } from './errors.ts';
import { newFloat } from './floatcore.ts';
import { newSeqIter, type SeqIterObj, seqIterEnd, seqIterType } from './iterobject.ts';
import { isInt, newBool, newInt, newIntBig } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { hexAddress, truthG } from './object.ts';
import { hashBytes } from './pyhash.ts';
import { argTypeName } from './searchargs.ts';
import { isList, isTuple, type List, newList, newTuple } from './seqcore.ts';
import { None, none, notImplemented } from './singletons.ts';
import { type Slice, sliceType, spanOf, type Unpacked, unpackSlice, unpackSliceG } from './sliceobject.ts';
import { isStr, newStr } from './strcore.ts';
import { typeReady } from './typeobject.ts';

/** Native single-character formats: size of an item. */
const SIZES: { [format: string]: number } = {
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  f: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  d: 8,
};

class MemoryView {
  /** The exporter (owned); null once released. */
  obj: Obj | null;
  bytes: Uint8Array;
  offset: number;
  format: string;
  itemsize: number;
  readonly: boolean;
  shape: number[];
  strides: number[];
  /** Views taken of this view. */
  exports = 0;
  constructor(
    obj: Obj,
    bytes: Uint8Array,
    offset: number,
    format: string,
    itemsize: number,
    readonly: boolean,
    shape: number[],
    strides: number[],
  ) {
    this.obj = obj;
    this.bytes = bytes;
    this.offset = offset;
    this.format = format;
    this.itemsize = itemsize;
    this.readonly = readonly;
    this.shape = shape;
    this.strides = strides;
  }
}
type View = Obj<MemoryView>;

export const memoryViewType = new PyType('memoryview', TPFLAGS.HAVE_GC, typeType);

const RELEASED = 'operation forbidden on released memoryview object';

/** The payload, or null with ValueError when the view was released. */
function alive(o: Obj): MemoryView | null {
  const v = (o as View).v;
  return v.obj === null ? raise(PyExc.ValueError, RELEASED) : v;
}

function make(v: MemoryView): View {
  v.obj!.rc++;
  bufferOffer(v.obj!)?.export(v.obj!);
  const o = new Obj<MemoryView>(memoryViewType, v);
  gcTrack(o);
  return o;
}

/** `memoryview(o)` (new reference), or null with TypeError. CPython 3.12: PyMemoryView_FromObject */
export function newMemoryView(o: Obj): Res {
  if (o.type === memoryViewType) {
    const v = alive(o);
    return v === null ? null : make(copyOf(v));
  }
  if (!hasBuffer(o)) {
    return typeError(`memoryview: a bytes-like object is required, not '${o.type.name}'`);
  }
  const bytes = viewedBytes(o);
  if (bytes == null) return null;
  const offer = bufferOffer(o);
  const { format, itemsize } = offer?.format?.(o) ?? { format: 'B', itemsize: 1 };
  return make(
    new MemoryView(
      o,
      bytes,
      0,
      format,
      itemsize,
      offer?.readonly(o) ?? true,
      [Math.floor(bytes.length / itemsize)],
      [itemsize],
    ),
  );
}

function copyOf(v: MemoryView): MemoryView {
  return new MemoryView(
    v.obj!,
    v.bytes,
    v.offset,
    v.format,
    v.itemsize,
    v.readonly,
    v.shape.slice(),
    v.strides.slice(),
  );
}

function release(o: Obj): boolean {
  const v = (o as View).v;
  if (v.obj === null) return true;
  if (v.exports > 0) {
    raise(PyExc.BufferError, `memoryview has ${v.exports} exported buffer${v.exports === 1 ? '' : 's'}`);
    return false;
  }
  const obj = v.obj;
  v.obj = null;
  bufferOffer(obj)?.release(obj);
  decref(obj);
  return true;
}

const plainFormat = (format: string): string => (format.startsWith('@') ? format.slice(1) : format);

/** The item at a byte position. CPython 3.12: Objects/memoryobject.c unpack_single */
function unpack(v: MemoryView, at: number): Res {
  const b = v.bytes;
  const format = plainFormat(v.format);
  if (format === 'B') return newInt(b[at]!);
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  switch (format) {
    case 'b':
      return newInt(view.getInt8(at));
    case 'c':
      return newBytes(b.slice(at, at + 1));
    case '?':
      return newBool(b[at] !== 0);
    case 'h':
      return newInt(view.getInt16(at, true));
    case 'H':
      return newInt(view.getUint16(at, true));
    case 'i':
      return newInt(view.getInt32(at, true));
    case 'I':
      return newInt(view.getUint32(at, true));
    case 'l':
    case 'q':
    case 'n':
      return newIntBig(view.getBigInt64(at, true));
    case 'L':
    case 'Q':
    case 'N':
    case 'P':
      return newIntBig(view.getBigUint64(at, true));
    case 'f':
      return newFloat(view.getFloat32(at, true));
    case 'd':
      return newFloat(view.getFloat64(at, true));
    case 'e':
      return newFloat(unpackHalf(view.getUint16(at, true)));
  }
  return raise(PyExc.NotImplementedError, `memoryview: format ${v.format} not supported`);
}

/** Writes an item; false with an error. CPython 3.12: Objects/memoryobject.c pack_single */
function* packG(v: MemoryView, at: number, value: Obj): Gen<boolean> {
  const format = plainFormat(v.format);
  const view = new DataView(v.bytes.buffer, v.bytes.byteOffset, v.bytes.byteLength);
  const bad = (): boolean => {
    typeError(`memoryview: invalid type for format '${format}'`);
    return false;
  };
  if (format === 'c') {
    if (!isBytes(value)) return bad();
    if (value.v.length !== 1) {
      raise(PyExc.ValueError, `memoryview: invalid value for format '${format}'`);
      return false;
    }
    v.bytes[at] = value.v[0]!;
    return true;
  }
  if (format === '?') {
    const t = yield* truthG(value);
    if (t >= 0) v.bytes[at] = t;
    return t >= 0;
  }
  // Errors of conversions become those of the view. CPython 3.12: fix_error_int
  const fixed = (): boolean => (clearIf(PyExc.TypeError) ? bad() : false);
  if (format === 'f' || format === 'd' || format === 'e') {
    const x = yield* asDoubleG(value);
    if (x === null) return fixed();
    if (format === 'd') view.setFloat64(at, x, true);
    else if (format === 'f') view.setFloat32(at, x, true);
    else {
      const half = packHalf(x);
      if (half === null) {
        raise(PyExc.ValueError, `memoryview: invalid value for format '${format}'`);
        return false;
      }
      view.setUint16(at, half, true);
    }
    return true;
  }
  const i = yield* indexG(value);
  if (i === null) return fixed();
  const n = BigInt(i.v);
  decref(i);
  const bits = BigInt(v.itemsize * 8);
  const signed = 'bhilqn'.includes(format);
  const low = signed ? -(1n << (bits - 1n)) : 0n;
  const high = signed ? 1n << (bits - 1n) : 1n << bits;
  if (n < low || n >= high) {
    raise(PyExc.ValueError, `memoryview: invalid value for format '${format}'`);
    return false;
  }
  let rest = BigInt.asUintN(v.itemsize * 8, n);
  for (let k = 0; k < v.itemsize; k++, rest >>= 8n) v.bytes[at + k] = Number(rest & 255n);
  return true;
}

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function contiguous(v: MemoryView): boolean {
  let stride = v.itemsize;
  for (let d = v.shape.length - 1; d >= 0; d--) {
    if (v.shape[d]! > 1 && v.strides[d] !== stride) return false;
    stride *= v.shape[d]!;
  }
  return true;
}

/** Byte positions of all items, in C order. */
function positions(v: MemoryView): number[] {
  let out = [v.offset];
  for (let d = 0; d < v.shape.length; d++) {
    const next: number[] = [];
    for (const at of out) for (let i = 0; i < v.shape[d]!; i++) next.push(at + i * v.strides[d]!);
    out = next;
  }
  return out;
}

/** The double of a half float's 16 bits. CPython 3.12: Objects/floatobject.c PyFloat_Unpack2 */
function unpackHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The 16 bits of the nearest half float, ties to even; null: too large. CPython 3.12: PyFloat_Pack2 */
function packHalf(x: number): number | null {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const size = Math.abs(x);
  if (Number.isNaN(x)) return 0x7e00;
  if (size === Infinity) return sign | 0x7c00;
  const even = (v: number): number => {
    const floor = Math.floor(v);
    const rest = v - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
  };
  if (size < 2 ** -14) return sign | even(size * 2 ** 24);
  let exponent = Math.floor(Math.log2(size));
  if (2 ** exponent > size) exponent--;
  if (2 ** (exponent + 1) <= size) exponent++;
  const bits = ((exponent + 15) << 10) + even(size * 2 ** (10 - exponent)) - 1024;
  return bits >= 0x7c00 ? null : sign | bits;
}

/** The viewed bytes, in C order: the memory itself if it is contiguous, else a copy. */
function flat(v: MemoryView): Uint8Array {
  const size = product(v.shape) * v.itemsize;
  if (contiguous(v)) return v.bytes.subarray(v.offset, v.offset + size);
  const out = new Uint8Array(size);
  let to = 0;
  for (const at of positions(v)) {
    for (let k = 0; k < v.itemsize; k++) out[to++] = v.bytes[at + k]!;
  }
  return out;
}

function toList(v: MemoryView, dimension: number, at: number): Res {
  if (dimension === v.shape.length) return unpack(v, at);
  const items: Obj[] = [];
  for (let i = 0; i < v.shape[dimension]!; i++) {
    const item = toList(v, dimension + 1, at + i * v.strides[dimension]!);
    if (item === null) {
      for (const o of items) decref(o);
      return null;
    }
    items.push(item);
  }
  return newList(items);
}

// --- items -------------------------------------------------------------------------------------------

/** Byte position of item i of the first dimension; -1 with IndexError. */
function positionOf(v: MemoryView, i: number, dimension = 0, at = v.offset): number {
  const n = v.shape[dimension]!;
  if (i < 0) i += n;
  if (i < 0 || i >= n) {
    raise(PyExc.IndexError, `index out of bounds on dimension ${dimension + 1}`);
    return -1;
  }
  return at + i * v.strides[dimension]!;
}

function itemOf(v: MemoryView, i: number): Res {
  if (v.shape.length === 0) return typeError('invalid indexing of 0-dim memory');
  if (v.shape.length > 1) {
    return raise(PyExc.NotImplementedError, 'multi-dimensional sub-views are not implemented');
  }
  const at = positionOf(v, i);
  return at < 0 ? null : unpack(v, at);
}

function sliceOf(v: MemoryView, u: Unpacked): MemoryView {
  const span = spanOf(u, v.shape[0]!);
  const r = copyOf(v);
  r.offset = v.offset + span.start * v.strides[0]!;
  r.shape[0] = span.length;
  r.strides[0] = v.strides[0]! * span.step;
  return r;
}

/** A tuple of ints, one for each dimension: the byte position; -1 with an error. */
function* tuplePositionG(v: MemoryView, key: Obj[]): Gen<number> {
  if (key.length < v.shape.length) {
    raise(PyExc.NotImplementedError, 'sub-views are not implemented');
    return -1;
  }
  if (key.length > v.shape.length) {
    typeError(`cannot index ${v.shape.length}-dimension view with ${key.length}-element tuple`);
    return -1;
  }
  let at = v.offset;
  for (let d = 0; d < key.length; d++) {
    const i = yield* ssizeG(key[d]!, PyExc.IndexError);
    if (i === null) return -1;
    at = positionOf(v, i, d, at);
    if (at < 0) return -1;
  }
  return at;
}

const isIndex = (o: Obj): boolean => isInt(o) || o.type.nb_index !== null;

/** CPython 3.12: Objects/memoryobject.c memory_subscript */
function* subscriptG(o: Obj, key: Obj): Gen {
  const v = alive(o);
  if (v === null) return null;
  if (isIndex(key)) {
    const i = yield* ssizeG(key, PyExc.IndexError);
    return i === null ? null : itemOf(v, i);
  }
  if (key.type === sliceType) {
    const u = unpackSlice(key as Slice) ?? (yield* unpackSliceG(key as Slice));
    return u == null ? null : make(sliceOf(v, u));
  }
  if (isTuple(key) && key.v.every(isIndex)) {
    const at = yield* tuplePositionG(v, key.v);
    return at < 0 ? null : unpack(v, at);
  }
  if (isTuple(key) && key.v.length > 0 && key.v.every((k) => k.type === sliceType)) {
    return raise(PyExc.NotImplementedError, 'multi-dimensional slicing is not implemented');
  }
  return typeError('memoryview: invalid slice key');
}

/** CPython 3.12: Objects/memoryobject.c memory_ass_sub */
function* assignG(o: Obj, key: Obj, value: Obj | null): Gen {
  const v = alive(o);
  if (v === null) return null;
  if (v.readonly) return typeError('cannot modify read-only memory');
  if (value === null) return typeError('cannot delete memory');
  if (isIndex(key)) {
    const i = yield* ssizeG(key, PyExc.IndexError);
    if (i === null) return null;
    if (v.shape.length !== 1) return raise(PyExc.NotImplementedError, 'sub-views are not implemented');
    const at = positionOf(v, i);
    return at >= 0 && (yield* packG(v, at, value)) ? none() : null;
  }
  if (key.type === sliceType && v.shape.length === 1) {
    const u = unpackSlice(key as Slice) ?? (yield* unpackSliceG(key as Slice));
    if (u == null) return null;
    if (!hasBuffer(value)) return typeError(`a bytes-like object is required, not '${value.type.name}'`);
    const source = newMemoryView(value);
    if (source === null) return null;
    const from = (source as View).v;
    const to = sliceOf(v, u);
    if (
      from.shape.length !== 1 ||
      plainFormat(from.format) !== plainFormat(v.format) ||
      from.shape[0] !== to.shape[0]
    ) {
      decref(source);
      return raise(PyExc.ValueError, 'memoryview assignment: lvalue and rvalue have different structures');
    }
    const data = flat(from).slice();
    positions(to).forEach((at, i) => {
      for (let k = 0; k < v.itemsize; k++) v.bytes[at + k] = data[i * v.itemsize + k]!;
    });
    decref(source);
    return none();
  }
  if (isTuple(key) && key.v.every(isIndex)) {
    const at = yield* tuplePositionG(v, key.v);
    return at >= 0 && (yield* packG(v, at, value)) ? none() : null;
  }
  if (key.type === sliceType) {
    return raise(
      PyExc.NotImplementedError,
      'memoryview slice assignments are currently restricted to ndim = 1',
    );
  }
  return typeError('memoryview: invalid slice key');
}

// --- comparing, hashing ------------------------------------------------------------------------------

/** CPython 3.12: Objects/memoryobject.c memory_richcompare */
function* compareG(a: Obj, b: Obj, op: number): Gen {
  const x = (a as View).v;
  if (x.obj === null) return newBool((a === b) === (op === Py_EQ));
  let other: Obj = b;
  other.rc++;
  if (b.type === memoryViewType) {
    if ((b as View).v.obj === null) {
      decref(other);
      return newBool(op === Py_NE);
    }
  } else {
    decref(other);
    if (!hasBuffer(b)) return notImplemented();
    const made = newMemoryView(b);
    if (made === null) return null;
    other = made;
  }
  const y = (other as View).v;
  let same = x.shape.length === y.shape.length && x.shape.every((n, d) => n === y.shape[d]);
  if (same) {
    const p = positions(x);
    const q = positions(y);
    for (let i = 0; same && i < p.length; i++) {
      const left = unpack(x, p[i]!);
      const right = unpack(y, q[i]!);
      if (left === null || right === null) {
        decref(other);
        return null;
      }
      same = (yield* equalG(left, right)) === 1;
      decref(left);
      decref(right);
    }
  }
  decref(other);
  return newBool(same === (op === Py_EQ));
}

function memory_hash(o: Obj): number {
  const v = alive(o);
  if (v === null) return NaN;
  if (!v.readonly) {
    raise(PyExc.ValueError, 'cannot hash writable memoryview object');
    return NaN;
  }
  if (!['B', 'b', 'c'].includes(plainFormat(v.format))) {
    raise(PyExc.ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    return NaN;
  }
  if (Number.isNaN(objectHash(v.obj!))) return NaN;
  return hashBytes(flat(v));
}

// --- cast --------------------------------------------------------------------------------------------

/** CPython 3.12: Objects/memoryobject.c memoryview_cast_impl */
function* castG(o: Obj, format: Obj, shape: Obj | undefined): Gen {
  const v = alive(o);
  if (v === null) return null;
  if (!isStr(format)) return typeError(`cast() argument 'format' must be str, not ${argTypeName(format)}`);
  if (!contiguous(v)) return typeError('memoryview: casts are restricted to C-contiguous views');
  if ((shape !== undefined || v.shape.length !== 1) && (v.shape.includes(0) || v.strides.includes(0))) {
    return typeError('memoryview: cannot cast view with zeros in shape or strides');
  }
  if (shape !== undefined) {
    if (!isList(shape) && !isTuple(shape)) return typeError('shape must be a list or a tuple');
    if (v.shape.length !== 1 && shape.v.length !== 1) {
      return typeError('memoryview: cast must be 1D -> ND or ND -> 1D');
    }
  }
  const code = plainFormat(format.v);
  const itemsize = SIZES[code];
  if (itemsize === undefined || code.length !== 1) {
    return raise(
      PyExc.ValueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  const byte = (f: string): boolean => 'Bbc'.includes(plainFormat(f));
  if (!byte(v.format) && !byte(code)) {
    return typeError('memoryview: cannot cast between two non-byte formats');
  }
  const size = product(v.shape) * v.itemsize;
  if (size % itemsize !== 0) return typeError('memoryview: length is not a multiple of itemsize');
  let dims: number[] | null = null;
  if (shape !== undefined) {
    dims = [];
    for (const n of (shape as List).v) {
      if (!isInt(n)) return typeError('memoryview.cast(): elements of shape must be integers');
      if (n.v <= 0) {
        return raise(PyExc.ValueError, 'memoryview.cast(): elements of shape must be integers > 0');
      }
      dims.push(Number(n.v));
    }
  }
  if (dims !== null && product(dims) * itemsize !== size) {
    return typeError('memoryview: product(shape) * itemsize != buffer size');
  }
  dims ??= [size / itemsize];
  const strides: number[] = [];
  let stride = itemsize;
  for (let d = dims.length - 1; d >= 0; d--) {
    strides[d] = stride;
    stride *= dims[d]!;
  }
  return make(new MemoryView(v.obj!, v.bytes, v.offset, format.v, itemsize, v.readonly, dims, strides));
}

// --- the type ----------------------------------------------------------------------------------------

function memoryiter_next(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  if (it.seq === null) return null;
  const v = alive(it.seq);
  if (v === null) return null;
  return it.index < v.shape[0]! ? itemOf(v, it.index++) : seqIterEnd(o);
}

export const memoryIterType = seqIterType(
  'memory_iterator',
  memoryiter_next,
  (seq) => (seq as View).v.shape[0] ?? 0,
);

const def = new NativeDef('memoryview', '(object)', () => null, null, null);

const ints = (values: readonly number[]): Obj => newTuple(values.map((n) => newInt(n)));

function addProperty(name: string, get: (v: MemoryView) => Res, doc: string): void {
  getset(
    memoryViewType,
    name,
    (o) => {
      const v = alive(o);
      return v === null ? null : get(v);
    },
    null,
    doc,
  );
}

/** `__buffer__` and `__release_buffer__`. CPython 3.12: Objects/typeobject.c wrap_buffer, wrap_releasebuffer */
function addBufferMethods(type: PyType): void {
  method(
    type,
    '__buffer__',
    '($self, flags, /)',
    function* (self: Obj, flags: Obj): Gen {
      const n = yield* ssizeG(flags, PyExc.OverflowError);
      if (n === null) return null;
      const writable = (n & 1) !== 0;
      if (writable && bufferOffer(self)!.readonly(self)) {
        return raise(PyExc.BufferError, 'Object is not writable.');
      }
      return newMemoryView(self);
    },
    'Return a buffer object that exposes the underlying memory of the object.',
  );
  if (type === bytesType) return;
  method(
    type,
    '__release_buffer__',
    '($self, buffer, /)',
    (_self: Obj, buffer: Obj) => {
      if (buffer.type !== memoryViewType) return typeError('expected a memoryview object');
      return release(buffer) ? none() : null;
    },
    'Release the buffer object that exposes the underlying memory of the object.',
  );
}

export function initMemoryView(): void {
  const t = memoryViewType;
  t.doc = 'Create a new memoryview object which references the given object.';
  t.basicsize = 144;
  t.itemsize = 8;
  memoryIterType.basicsize = 48;
  t.hasWeakrefs = true;
  t.tp_new = (_type, args, kwnames) => {
    const bound = bindArguments(def, args, kwnames) as Obj[] | null;
    return bound === null ? null : newMemoryView(bound[0]!);
  };
  t.tp_repr = (o) =>
    newStr(
      (o as View).v.obj === null ? `<released memory at ${hexAddress(o)}>` : `<memory at ${hexAddress(o)}>`,
    );
  t.tp_hash = memory_hash;
  t.tp_richcompare = (a, b, op) =>
    op === Py_EQ || op === Py_NE ? suspend(compareG(a, b, op), [a, b]) : notImplemented();
  t.tp_iter = (o) => {
    const v = alive(o);
    if (v === null) return null;
    if (v.shape.length === 0) return typeError('invalid indexing of 0-dim memory');
    if (v.shape.length > 1) {
      return raise(PyExc.NotImplementedError, 'multi-dimensional sub-views are not implemented');
    }
    return newSeqIter(memoryIterType, o);
  };
  t.tp_traverse = (o, visit) => {
    const { obj } = (o as View).v;
    if (obj !== null) visit(obj);
  };
  t.tp_dealloc = (o) => {
    (o as View).v.exports = 0;
    release(o);
  };
  t.sq_length = t.mp_length = (o) => {
    const v = alive(o);
    if (v === null) return -1;
    if (v.shape.length > 0) return v.shape[0]!;
    typeError('0-dim memory has no length');
    return -1;
  };
  t.sq_item = (o, i) => {
    const v = alive(o);
    return v === null ? null : itemOf(v, i);
  };
  t.mp_subscript = (o, key) => suspend(subscriptG(o, key), [o, key]);
  t.mp_ass_subscript = (o, key, value) =>
    suspend(assignG(o, key, value), value === null ? [o, key] : [o, key, value]);
  method(
    t,
    'release',
    '($self, /)',
    (self: Obj) => (release(self) ? none() : null),
    'Release the underlying buffer exposed by the memoryview object.',
  );
  method(
    t,
    'tobytes',
    "($self, /, order='C')",
    (self: Obj, order?: Obj) => {
      if (order !== undefined && order !== None) {
        if (!isStr(order)) {
          return typeError(`tobytes() argument 'order' must be str or None, not ${argTypeName(order)}`);
        }
        if (!['C', 'F', 'A'].includes(order.v)) {
          return raise(PyExc.ValueError, "order must be 'C', 'F' or 'A'");
        }
      }
      const v = alive(self);
      return v === null ? null : newBytes(flat(v).slice());
    },
    'Return the data in the buffer as a byte string.',
  );
  method(
    t,
    'hex',
    '($self, /, sep=<unrepresentable>, bytes_per_sep=1)',
    (self: Obj, sep?: Obj, perSep?: Obj) => {
      const v = alive(self);
      if (v === null) return null;
      if (sep === undefined) return newStr(hex(flat(v), '', 0));
      return suspend(
        hexG(() => flat(v), sep, perSep),
        [self, sep, perSep ?? None],
      );
    },
    'Return the data in the buffer as a str of hexadecimal numbers.',
  );
  method(
    t,
    'tolist',
    '($self, /)',
    (self: Obj) => {
      const v = alive(self);
      return v === null ? null : toList(v, 0, v.offset);
    },
    'Return the data in the buffer as a list of elements.',
  );
  method(
    t,
    'cast',
    '($self, /, format, shape=<unrepresentable>)',
    castG,
    'Cast a memoryview to a new format or shape.',
  );
  method(
    t,
    'toreadonly',
    '($self, /)',
    (self: Obj) => {
      const v = alive(self);
      if (v === null) return null;
      const r = copyOf(v);
      r.readonly = true;
      return make(r);
    },
    'Return a readonly version of the memoryview.',
  );
  classMethod(t, '_from_flags', '($type, /, object, flags)', function* (_cls: Obj, o: Obj, flags: Obj): Gen {
    const n = yield* indexG(flags);
    if (n === null) return null;
    const asked = n.v;
    decref(n);
    if (asked < -0x80000000 || asked > 0x7fffffff) {
      return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
    }
    // PyBUF_WRITABLE
    if ((Number(asked) & 1) !== 0 && hasBuffer(o) && (bufferOffer(o)?.readonly(o) ?? true)) {
      return raise(PyExc.BufferError, 'Object is not writable.');
    }
    return newMemoryView(o);
  });
  method(t, '__enter__', '!($self, /)', (self: Obj) => {
    if (alive(self) === null) return null;
    self.rc++;
    return self;
  });
  method(t, '__exit__', '!($self, /, *args)', (self: Obj) => (release(self) ? none() : null));
  addProperty(
    'obj',
    (v) => {
      v.obj!.rc++;
      return v.obj;
    },
    'The underlying object of the memoryview.',
  );
  addProperty(
    'nbytes',
    (v) => newInt(product(v.shape) * v.itemsize),
    'The amount of space in bytes that the array would use in\n a contiguous representation.',
  );
  addProperty('readonly', (v) => newBool(v.readonly), 'A bool indicating whether the memory is read only.');
  addProperty('itemsize', (v) => newInt(v.itemsize), 'The size in bytes of each element of the memoryview.');
  addProperty(
    'format',
    (v) => newStr(v.format),
    'A string containing the format (in struct module style)\n for each element in the view.',
  );
  addProperty(
    'ndim',
    (v) => newInt(v.shape.length),
    'An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.',
  );
  addProperty(
    'shape',
    (v) => ints(v.shape),
    'A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.',
  );
  addProperty(
    'strides',
    (v) => ints(v.strides),
    'A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.',
  );
  addProperty('suboffsets', () => ints([]), 'A tuple of integers used internally for PIL-style arrays.');
  addProperty(
    'c_contiguous',
    (v) => newBool(contiguous(v)),
    'A bool indicating whether the memory is C contiguous.',
  );
  addProperty(
    'f_contiguous',
    (v) => newBool(v.shape.length <= 1 && contiguous(v)),
    'A bool indicating whether the memory is Fortran contiguous.',
  );
  addProperty(
    'contiguous',
    (v) => newBool(contiguous(v)),
    'A bool indicating whether the memory is contiguous.',
  );
  for (const type of [t, bytesType, byteArrayType]) addBufferMethods(type);
  offerBuffer(t, {
    bytes: (o) => {
      const v = alive(o);
      return v === null ? null : flat(v);
    },
    scattered: (o) => !contiguous((o as View).v),
    readonly: (o) => (o as View).v.readonly,
    format: (o) => ({ format: (o as View).v.format, itemsize: (o as View).v.itemsize }),
    export: (o) => {
      (o as View).v.exports++;
    },
    release: (o) => {
      (o as View).v.exports--;
    },
  });
  typeReady(t);
  typeReady(memoryIterType);
}
