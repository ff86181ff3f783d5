// Bytes: constructor, operators, iteration. The methods shared with bytearray are in bytesshared.ts.
//
// Answers to CPython 3.12: Objects/bytesobject.c.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { indexG } from './abstract.ts';
import { bufferBytes, offerBuffer } from './buffer.ts';
import * as B from './bytes_methods.ts';
import { type Bytes, bytesType, isBytes, newBytes } from './bytescore.ts';
import { bytesFormatG } from './bytesformat.ts';
import { addBytesMethods, bytesOfG, containsG } from './bytesshared.ts';
import { encodeStr, isCString } from './codecs.ts';
import { method } from './descrobject.ts';
import { clearIf, PyExc, raise, raiseBare, typeError } from './errors.ts';
import { newSeqIter, type SeqIterObj, seqIterEnd, seqIterType } from './iterobject.ts';
import { intType, isInt, newBool, newInt } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { callSpecial } from './object.ts';
import { hashBytes } from './pyhash.ts';
import { argTypeName } from './searchargs.ts';
import { compareNumbers } from './seqcompare.ts';
import { newTuple } from './seqcore.ts';
import { notImplemented } from './singletons.ts';
import { spanOf, subscript, type Unpacked } from './sliceobject.ts';
import { id, isStr, newStr } from './strcore.ts';
import { MAX_ITEMS } from './tupleobject.ts';
import { allocInstance, typeReady } from './typeobject.ts';

const D = (o: Obj): Uint8Array => (o as Bytes).v;

/** The bytes picked by a slice (a copy). */
export function sliceBytes(b: Uint8Array, u: Unpacked): Uint8Array {
  const span = spanOf(u, b.length);
  if (span.step === 1) return b.slice(span.start, span.start + span.length);
  const out = new Uint8Array(span.length);
  for (let i = 0, at = span.start; i < span.length; i++, at += span.step) out[i] = b[at]!;
  return out;
}

/** `b` n times over; null with MemoryError. */
export function repeatBytes(b: Uint8Array, n: number): Uint8Array | null {
  if (n <= 0) return new Uint8Array(0);
  if (b.length * n > MAX_ITEMS * 4) return raiseBare(PyExc.MemoryError);
  const out = new Uint8Array(b.length * n);
  if (b.length === 1) return out.fill(b[0]!);
  for (let i = 0; i < n; i++) out.set(b, i * b.length);
  return out;
}

function itemOf(b: Uint8Array, i: number): Res {
  if (i < 0) i += b.length;
  if (i < 0 || i >= b.length) return raise(PyExc.IndexError, 'index out of range');
  return newInt(b[i]!);
}

function bytes_subscript(o: Obj, key: Obj): Res {
  if (key.type === intType && typeof key.v === 'number') return itemOf(D(o), key.v);
  return subscript(
    o,
    key,
    'byte indices must be integers or slices',
    (i) => itemOf(D(o), i),
    (u) => {
      const cut = sliceBytes(D(o), u);
      if (cut.length === D(o).length && u.step === 1 && o.type === bytesType) {
        o.rc++;
        return o;
      }
      return newBytes(cut);
    },
  );
}

function bytes_concat(a: Obj, b: Obj): Res {
  const x = bufferBytes(a);
  const y = bufferBytes(b);
  if (x === null || y === null) return null;
  if (x === undefined || y === undefined) {
    return typeError(`can't concat ${b.type.name} to ${a.type.name}`);
  }
  if (x.length === 0 && b.type === bytesType) {
    b.rc++;
    return b;
  }
  if (y.length === 0 && a.type === bytesType) {
    a.rc++;
    return a;
  }
  return newBytes(B.concat([x, y]));
}

function bytes_repeat(o: Obj, n: number): Res {
  if (n === 1 && o.type === bytesType) {
    o.rc++;
    return o;
  }
  const out = repeatBytes(D(o), n);
  return out === null ? null : newBytes(out);
}

function bytes_richcompare(a: Obj, b: Obj, op: number): Res {
  if (!isBytes(a) || !isBytes(b)) return notImplemented();
  return newBool(a === b ? compareNumbers(0, 0, op) : compareNumbers(B.compare(a.v, b.v), 0, op));
}

const def = new NativeDef('bytes', '(source=b"", encoding="utf-8", errors="strict")', () => null, null, null);

function bytes_new(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(def, args, kwnames) as (Obj | undefined)[] | null;
  if (bound === null) return null;
  const [source, encoding, errors] = bound;
  if (source === undefined && encoding === undefined && errors === undefined) {
    return wrap(type.v, newBytes(new Uint8Array(0)));
  }
  return suspend(bytesNewG(type.v, source, encoding, errors), [type, ...args]);
}

/** An exact bytes as an instance of `type`; takes over the reference. */
function wrap(type: PyType, b: Bytes): Obj {
  if (type === bytesType) return b;
  const o = allocInstance(type, b.v);
  decref(b);
  return o;
}

/** CPython 3.12: Objects/bytesobject.c bytes_new_impl */
function* bytesNewG(
  type: PyType,
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
      return typeError(`bytes() argument '${name}' must be str, not ${argTypeName(o)}`);
    }
    if (!isCString(o)) return null;
  }
  if (x === undefined) {
    return typeError(
      encoding !== undefined ? 'encoding without a string argument' : 'errors without a string argument',
    );
  }
  if (encoding !== undefined) {
    if (!isStr(x)) return typeError('encoding without a string argument');
    let r = encodeStr(
      x,
      (encoding as Obj<string>).v,
      errors === undefined ? null : (errors as Obj<string>).v,
    );
    if (r === null) r = yield* settle();
    return r === null ? null : wrap(type, r as Bytes);
  }
  if (errors !== undefined) {
    return typeError(isStr(x) ? 'string argument without an encoding' : 'errors without a string argument');
  }
  let r = callSpecial(x, id('__bytes__'), []);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (r !== undefined) {
    if (!isBytes(r)) {
      const name = r.type.name;
      decref(r);
      return typeError(`__bytes__ returned non-bytes (type ${name})`);
    }
    return r.type === bytesType || type !== bytesType ? wrap(type, r) : r;
  }
  if (isStr(x)) return typeError('string argument without an encoding');
  const size = yield* sizeG(x);
  if (size === null) return null;
  if (size !== undefined) return wrap(type, newBytes(size));
  if (x.type === bytesType && type === bytesType) {
    x.rc++;
    return x;
  }
  const b = yield* bytesOfG(x, 'bytes');
  return b === null ? null : wrap(type, newBytes(b));
}

/** That many zero bytes, if `x` is an index; undefined: it is none; null: an error. */
export function* sizeG(x: Obj): Gen<Uint8Array | null | undefined> {
  if (!isInt(x) && x.type.nb_index === null) return undefined;
  const n = yield* indexG(x);
  if (n === null) return clearIf(PyExc.TypeError) ? undefined : null;
  const v = n.v;
  decref(n);
  if (typeof v === 'bigint') {
    return raise(PyExc.OverflowError, `cannot fit '${x.type.name}' into an index-sized integer`);
  }
  if (v < 0) return raise(PyExc.ValueError, 'negative count');
  if (v > MAX_ITEMS * 4) return raiseBare(PyExc.MemoryError);
  return new Uint8Array(v);
}

function bytesiter_next(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  if (it.seq === null) return null;
  const b = D(it.seq);
  return it.index < b.length ? newInt(b[it.index++]!) : seqIterEnd(o);
}

export const bytesIterType = seqIterType('bytes_iterator', bytesiter_next, (seq) => D(seq).length);

function* modG(a: Obj, args: Obj): Gen {
  const out = yield* bytesFormatG(D(a), args);
  return out === null ? null : newBytes(out);
}

export function initBytes(): void {
  const t = bytesType;
  t.doc =
    'bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer';
  t.basicsize = 33;
  t.itemsize = 1;
  t.tp_new = bytes_new;
  t.tp_repr = (o) => newStr(B.reprBytes(D(o)));
  t.tp_str = t.tp_repr;
  t.tp_hash = (o) => hashBytes(D(o));
  t.tp_richcompare = bytes_richcompare;
  t.tp_iter = (o) => newSeqIter(bytesIterType, o);
  t.sq_length = t.mp_length = (o) => D(o).length;
  t.sq_concat = bytes_concat;
  t.sq_repeat = bytes_repeat;
  t.sq_item = (o, i) => (i < 0 ? raise(PyExc.IndexError, 'index out of range') : itemOf(D(o), i));
  t.sq_contains = (o, x) => suspend(containsG(D(o), x), [o, x]);
  t.mp_subscript = bytes_subscript;
  t.nb_remainder = (a, b) => (isBytes(a) ? suspend(modG(a, b), [a, b]) : notImplemented());
  addBytesMethods({ type: t, data: D, make: newBytes });
  method(t, '__getnewargs__', '!($self, /)', (self: Obj) => newTuple([newBytes(D(self).slice())]));
  method(
    t,
    '__bytes__',
    '($self, /)',
    (self: Obj) => {
      if (self.type !== bytesType) return newBytes(D(self));
      self.rc++;
      return self;
    },
    'Convert this value to exact type bytes.',
  );
  offerBuffer(t, { bytes: D, readonly: () => true, export: () => {}, release: () => {} });
  typeReady(t);
  typeReady(bytesIterType);
}
