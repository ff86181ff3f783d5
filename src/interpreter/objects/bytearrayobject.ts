// Bytearrays: bytes that can change. The methods shared with bytes are in bytesshared.ts.
//
// Answers to CPython 3.12: Objects/bytearrayobject.c.

import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { ssizeG } from './abstract.ts';
import { bufferBytes, offerBuffer, viewedBytes } from './buffer.ts';
import * as B from './bytes_methods.ts';
import { newBytes } from './bytescore.ts';
import { bytesFormatG } from './bytesformat.ts';
import { repeatBytes, sizeG, sliceBytes } from './bytesobject.ts';
import { addBytesMethods, byteG, bytesOfG, containsG } from './bytesshared.ts';
import { encodeStr, isCString } from './codecs.ts';
import { method } from './descrobject.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { newSeqIter, type SeqIterObj, seqIterEnd, seqIterType } from './iterobject.ts';
import { intType, isInt, newBool, newInt } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { getStateG } from './reduce.ts';
import { argTypeName, ssizeArgG } from './searchargs.ts';
import { compareNumbers } from './seqcompare.ts';
import { newTuple } from './seqcore.ts';
import { none, notImplemented } from './singletons.ts';
import {
  type Slice,
  sliceType,
  spanOf,
  subscript,
  type Unpacked,
  unpackSlice,
  unpackSliceG,
} from './sliceobject.ts';
import { hashNotImplemented } from './slotdefs.ts';
import { isStr, newStr } from './strcore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

export class ByteArrayV {
  /** The memory, of which the first `length` bytes count. */
  bytes: Uint8Array;
  length: number;
  /** Views of the memory that are held: while there is one it cannot be resized. */
  exports = 0;
  /** Bytes CPython would have allocated, for `__alloc__` and `sys.getsizeof`. */
  alloc: number;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.length = bytes.length;
    this.alloc = bytes.length === 0 ? 0 : bytes.length + 1;
  }
}
export type ByteArray = Obj<ByteArrayV>;

export const byteArrayType = new PyType('bytearray', TPFLAGS.BASETYPE, typeType);

/** A bytearray; takes the array over. */
export function newByteArray(bytes: Uint8Array): ByteArray {
  return new Obj<ByteArrayV>(byteArrayType, new ByteArrayV(bytes));
}

export function isByteArray(o: Obj): o is ByteArray {
  return o.v instanceof ByteArrayV;
}

const V = (o: Obj): ByteArrayV => (o as ByteArray).v;
const D = (o: Obj): Uint8Array => {
  const v = V(o);
  return v.length === v.bytes.length ? v.bytes : v.bytes.subarray(0, v.length);
};

/** Makes room for `size` bytes; false with BufferError. CPython 3.12: PyByteArray_Resize */
export function byteArrayResize(o: ByteArray, size: number): boolean {
  const v = o.v;
  if (size === v.length) return true;
  if (v.exports > 0) {
    raise(PyExc.BufferError, 'Existing exports of data: object cannot be re-sized');
    return false;
  }
  if (size + 1 > v.alloc || size < v.alloc / 2) {
    const grown = size <= v.alloc * 1.125 && size + 1 > v.alloc;
    v.alloc = grown ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
  }
  if (size > v.bytes.length) {
    const bytes = new Uint8Array(Math.max(size, v.bytes.length * 2));
    bytes.set(D(o));
    v.bytes = bytes;
  } else if (size > v.length) v.bytes.fill(0, v.length, size);
  v.length = size;
  return true;
}

/** `o[low:high] = fresh`; false with BufferError. */
function replaceRange(o: ByteArray, low: number, high: number, fresh: Uint8Array): boolean {
  const v = o.v;
  const size = v.length + fresh.length - (high - low);
  if (size !== v.length) {
    const tail = v.bytes.slice(high, v.length);
    if (!byteArrayResize(o, size)) return false;
    v.bytes.set(tail, low + fresh.length);
  }
  v.bytes.set(fresh, low);
  return true;
}

function itemOf(o: Obj, i: number): Res {
  const v = V(o);
  if (i < 0) i += v.length;
  if (i < 0 || i >= v.length) return raise(PyExc.IndexError, 'bytearray index out of range');
  return newInt(v.bytes[i]!);
}

const INDICES = 'bytearray indices must be integers or slices';

function bytearray_subscript(o: Obj, key: Obj): Res {
  if (key.type === intType && typeof key.v === 'number') return itemOf(o, key.v);
  return subscript(
    o,
    key,
    INDICES,
    (i) => itemOf(o, i),
    (u) => newByteArray(sliceBytes(D(o), u)),
  );
}

function bytearray_ass_subscript(o: Obj, key: Obj, value: Obj | null): Res {
  if (
    key.type === intType &&
    typeof key.v === 'number' &&
    value !== null &&
    value.type === intType &&
    typeof value.v === 'number' &&
    value.v >= 0 &&
    value.v < 256
  ) {
    const v = V(o);
    const i = key.v < 0 ? key.v + v.length : key.v;
    if (i < 0 || i >= v.length) return raise(PyExc.IndexError, 'bytearray index out of range');
    v.bytes[i] = value.v;
    return none();
  }
  return suspend(assignG(o as ByteArray, key, value), value === null ? [o, key] : [o, key, value]);
}

/** CPython 3.12: Objects/bytearrayobject.c bytearray_ass_subscript */
function* assignG(o: ByteArray, key: Obj, value: Obj | null): Gen {
  if (key.type === sliceType) {
    const u = unpackSlice(key as Slice) ?? (yield* unpackSliceG(key as Slice));
    if (u == null) return null;
    let fresh: Uint8Array | null = new Uint8Array(0);
    if (value !== null) {
      if (isInt(value) || isStr(value)) {
        return typeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
      }
      fresh = yield* bytesOfG(value, 'byte');
      if (fresh === null) return null;
    }
    return assignSlice(o, u, fresh, value === null);
  }
  if (!isInt(key) && key.type.nb_index === null) return typeError(`${INDICES}, not ${key.type.name}`);
  let i = yield* ssizeG(key, PyExc.IndexError);
  if (i === null) return null;
  if (i < 0) i += o.v.length;
  if (value === null) {
    if (i < 0 || i >= o.v.length) return raise(PyExc.IndexError, 'bytearray index out of range');
    return replaceRange(o, i, i + 1, new Uint8Array(0)) ? none() : null;
  }
  const n = yield* byteG(value);
  if (n === null) return null;
  if (i < 0 || i >= o.v.length) return raise(PyExc.IndexError, 'bytearray index out of range');
  o.v.bytes[i] = n;
  return none();
}

function assignSlice(o: ByteArray, u: Unpacked, fresh: Uint8Array, gone: boolean): Res {
  const span = spanOf(u, o.v.length);
  if (u.step === 1) {
    return replaceRange(o, span.start, Math.max(span.start, span.stop), fresh) ? none() : null;
  }
  if (gone) {
    const dropped = new Set<number>();
    for (let k = 0, at = span.start; k < span.length; k++, at += span.step) dropped.add(at);
    const kept = D(o).filter((_, i) => !dropped.has(i));
    if (!byteArrayResize(o, kept.length)) return null;
    o.v.bytes.set(kept);
    return none();
  }
  if (fresh.length !== span.length) {
    return raise(
      PyExc.ValueError,
      `attempt to assign bytes of size ${fresh.length} to extended slice of size ${span.length}`,
    );
  }
  for (let k = 0, at = span.start; k < span.length; k++, at += span.step) o.v.bytes[at] = fresh[k]!;
  return none();
}

function bytearray_concat(a: Obj, b: Obj): Res {
  const x = bufferBytes(a);
  const y = bufferBytes(b);
  if (x === null || y === null) return null;
  if (x === undefined || y === undefined) {
    return typeError(`can't concat ${b.type.name} to ${a.type.name}`);
  }
  return newByteArray(B.concat([x, y]));
}

function bytearray_iconcat(o: Obj, other: Obj): Res {
  const b = bufferBytes(other);
  if (b === null) return null;
  if (b === undefined) return typeError(`can't concat ${other.type.name} to ${o.type.name}`);
  const n = V(o).length;
  if (!replaceRange(o as ByteArray, n, n, b.slice())) return null;
  o.rc++;
  return o;
}

function bytearray_richcompare(a: Obj, b: Obj, op: number): Res {
  const x = bufferBytes(a);
  const y = bufferBytes(b);
  if (x == null || y == null) return notImplemented();
  return newBool(compareNumbers(B.compare(x, y), 0, op));
}

const def = new NativeDef(
  'bytearray',
  '(source=b"", encoding="utf-8", errors="strict")',
  () => null,
  null,
  null,
);

/** CPython 3.12: Objects/bytearrayobject.c bytearray___init___impl */
function bytearray_init(self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(def, args, kwnames) as (Obj | undefined)[] | null;
  if (bound === null) return null;
  return suspend(initG(self as ByteArray, bound[0], bound[1], bound[2]), [self, ...args]);
}

function* initG(
  self: ByteArray,
  x: Obj | undefined,
  encoding: Obj | undefined,
  errors: Obj | undefined,
): Gen {
  for (const [o, name] of [
    [encoding, 'encoding'],
    [errors, 'errors'],
  ] as [Obj | undefined, string][]) {
    if (o === undefined) continue;
    if (!isStr(o)) {
      return typeError(`bytearray() argument '${name}' must be str, not ${argTypeName(o)}`);
    }
    if (!isCString(o)) return null;
  }
  if (self.v.length > 0 && !byteArrayResize(self, 0)) return null;
  if (x === undefined) {
    if (encoding === undefined && errors === undefined) return none();
    return typeError(
      encoding !== undefined ? 'encoding without a string argument' : 'errors without a string argument',
    );
  }
  let b: Uint8Array | null;
  if (isStr(x)) {
    if (encoding === undefined) return typeError('string argument without an encoding');
    let r = encodeStr(
      x,
      (encoding as Obj<string>).v,
      errors === undefined ? null : (errors as Obj<string>).v,
    );
    if (r === null) r = yield* settle();
    if (r === null) return null;
    b = (r as Obj<Uint8Array>).v.slice();
    decref(r);
  } else {
    if (encoding !== undefined || errors !== undefined) {
      return typeError(
        encoding !== undefined ? 'encoding without a string argument' : 'errors without a string argument',
      );
    }
    const size = yield* sizeG(x);
    if (size === null) return null;
    b = size ?? (yield* bytesOfG(x, 'byte', false, 'bytearray'));
    if (b === null) return null;
    if (size === undefined && viewedBytes(x) === undefined) {
      // Items of an iterable come one by one, and the memory grows as with append().
      self.v = new ByteArrayV(new Uint8Array(0));
      for (let n = 1; n <= b.length; n++) byteArrayResize(self, n);
      D(self).set(b);
      return none();
    }
  }
  self.v = new ByteArrayV(b);
  return none();
}

// --- methods -----------------------------------------------------------------------------------------

function* bytearray_append(self: Obj, item: Obj): Gen {
  const n = yield* byteG(item);
  if (n === null) return null;
  const size = V(self).length;
  return replaceRange(self as ByteArray, size, size, Uint8Array.of(n)) ? none() : null;
}

function* bytearray_extend(self: Obj, iterable: Obj): Gen {
  if (
    bufferBytes(iterable) === undefined &&
    iterable.type.tp_iter === null &&
    iterable.type.sq_item === null
  ) {
    return typeError(`can't extend bytearray with ${iterable.type.name}`);
  }
  const b = yield* bytesOfG(iterable, 'byte', true);
  if (b === null) return null;
  const size = V(self).length;
  return replaceRange(self as ByteArray, size, size, b) ? none() : null;
}

function* bytearray_insert(self: Obj, index: Obj, item: Obj): Gen {
  let i = yield* ssizeArgG(index);
  if (i === null) return null;
  const n = yield* byteG(item);
  if (n === null) return null;
  const size = V(self).length;
  if (i < 0) i = Math.max(0, i + size);
  if (i > size) i = size;
  return replaceRange(self as ByteArray, i, i, Uint8Array.of(n)) ? none() : null;
}

function* bytearray_pop(self: Obj, index?: Obj): Gen {
  let i = -1;
  if (index !== undefined) {
    const n = yield* ssizeArgG(index);
    if (n === null) return null;
    i = n;
  }
  const size = V(self).length;
  if (size === 0) return raise(PyExc.IndexError, 'pop from empty bytearray');
  if (i < 0) i += size;
  if (i < 0 || i >= size) return raise(PyExc.IndexError, 'pop index out of range');
  const value = V(self).bytes[i]!;
  return replaceRange(self as ByteArray, i, i + 1, new Uint8Array(0)) ? newInt(value) : null;
}

function* bytearray_remove(self: Obj, value: Obj): Gen {
  const n = yield* byteG(value);
  if (n === null) return null;
  const at = D(self).indexOf(n);
  if (at < 0) return raise(PyExc.ValueError, 'value not found in bytearray');
  return replaceRange(self as ByteArray, at, at + 1, new Uint8Array(0)) ? none() : null;
}

function bytearrayiter_next(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  if (it.seq === null) return null;
  const v = V(it.seq);
  return it.index < v.length ? newInt(v.bytes[it.index++]!) : seqIterEnd(o);
}

export const byteArrayIterType = seqIterType(
  'bytearray_iterator',
  bytearrayiter_next,
  (seq) => V(seq).length,
);

function* modG(a: Obj, args: Obj): Gen {
  const out = yield* bytesFormatG(D(a).slice(), args);
  return out === null ? null : newByteArray(out);
}

/** CPython 3.12: Objects/bytearrayobject.c _common_reduce */
function* reduceG(self: Obj, proto: number): Gen {
  const state = yield* getStateG(self, false);
  if (state === null) return null;
  const data = D(self);
  let args: Obj[] = [];
  if (data.length > 0) {
    const text = (): Obj => newStr(Array.from(data, (b) => String.fromCharCode(b)).join(''));
    args = proto < 3 ? [text(), newStr('latin-1')] : [newBytes(data.slice())];
  }
  const type: Obj = self.type.self;
  type.rc++;
  return newTuple([type, newTuple(args), state]);
}

export function initByteArray(): void {
  const t = byteArrayType;
  t.doc =
    'bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer';
  t.basicsize = 56;
  t.tp_new = (type) =>
    type.v === byteArrayType
      ? newByteArray(new Uint8Array(0))
      : allocInstance(type.v, new ByteArrayV(new Uint8Array(0)));
  t.tp_init = bytearray_init;
  t.tp_repr = (o) => newStr(`${o.type.name}(${B.reprBytes(D(o), true)})`);
  t.tp_str = t.tp_repr;
  t.tp_hash = hashNotImplemented;
  t.tp_richcompare = bytearray_richcompare;
  t.tp_iter = (o) => newSeqIter(byteArrayIterType, o);
  t.sq_length = t.mp_length = (o) => V(o).length;
  t.sq_concat = bytearray_concat;
  t.sq_inplace_concat = bytearray_iconcat;
  t.sq_repeat = (o, n) => {
    const out = repeatBytes(D(o), n);
    return out === null ? null : newByteArray(out);
  };
  t.sq_inplace_repeat = (o, n) => {
    const out = repeatBytes(D(o), n);
    if (out === null || !byteArrayResize(o as ByteArray, out.length)) return null;
    V(o).bytes.set(out);
    o.rc++;
    return o;
  };
  t.sq_item = (o, i) => (i < 0 ? raise(PyExc.IndexError, 'bytearray index out of range') : itemOf(o, i));
  t.sq_contains = (o, x) => suspend(containsG(D(o), x), [o, x]);
  t.mp_subscript = bytearray_subscript;
  t.mp_ass_subscript = bytearray_ass_subscript;
  t.nb_remainder = (a, b) => (isByteArray(a) ? suspend(modG(a, b), [a, b]) : notImplemented());
  addBytesMethods({ type: t, data: D, make: newByteArray });
  method(
    t,
    'append',
    '($self, item, /)',
    bytearray_append,
    'Append a single item to the end of the bytearray.',
  );
  method(
    t,
    'extend',
    '($self, iterable_of_ints, /)',
    bytearray_extend,
    'Append all the items from the iterator or sequence to the bytearray.',
  );
  method(
    t,
    'insert',
    '($self, index, item, /)',
    bytearray_insert,
    'Insert a single item into the bytearray before the given index.',
  );
  method(t, 'pop', '($self, index=-1, /)', bytearray_pop, 'Remove and return a single item from B.');
  method(
    t,
    'remove',
    '($self, value, /)',
    bytearray_remove,
    'Remove the first occurrence of a value in the bytearray.',
  );
  method(
    t,
    'reverse',
    '($self, /)',
    (self: Obj) => {
      D(self).reverse();
      return none();
    },
    'Reverse the order of the values in B in place.',
  );
  method(
    t,
    'clear',
    '($self, /)',
    (self: Obj) => (byteArrayResize(self as ByteArray, 0) ? none() : null),
    'Remove all items from the bytearray.',
  );
  method(t, 'copy', '($self, /)', (self: Obj) => newByteArray(D(self).slice()), 'Return a copy of B.');
  method(
    t,
    '__alloc__',
    '!($self, /)',
    (self: Obj) => newInt(V(self).alloc),
    'B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.',
  );
  method(
    t,
    '__sizeof__',
    '($self, /)',
    (self: Obj) => newInt(56 + V(self).alloc),
    'Returns the size of the bytearray object in memory, in bytes.',
  );
  method(
    t,
    '__reduce__',
    '($self, /)',
    (self: Obj) => suspend(reduceG(self, 2), [self]),
    'Return state information for pickling.',
  );
  method(
    t,
    '__reduce_ex__',
    '($self, proto=0, /)',
    function* (self: Obj, proto?: Obj): Gen {
      const n = proto === undefined ? 0 : yield* ssizeG(proto, PyExc.OverflowError);
      return n === null ? null : yield* reduceG(self, n);
    },
    'Return state information for pickling.',
  );
  offerBuffer(t, {
    bytes: D,
    readonly: () => false,
    export: (o) => {
      V(o).exports++;
    },
    release: (o) => {
      V(o).exports--;
    },
  });
  typeReady(t);
  typeReady(byteArrayIterType);
}
