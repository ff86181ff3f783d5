// Slices: `a:b:c` as an object, and what it means for a sequence of some length.
//
// Answers to CPython 3.12: Objects/sliceobject.c (but not Ellipsis, which is in singletons.ts).
// A difference: bounds beyond 2^53 are clipped there, not at 2^63; no sequence is that long.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { adjustIndices, indexG, ssizeG } from './abstract.ts';
import { member, method } from './descrobject.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { type Int, isInt, newIntAny } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { reprItems, sequenceCompare } from './seqcompare.ts';
import { newTuple, tupleOf } from './seqcore.ts';
import { None, notImplemented } from './singletons.ts';
import { tupleHashItems } from './tuplehash.ts';
import { typeReady } from './typeobject.ts';

export interface SliceV {
  start: Obj;
  stop: Obj;
  step: Obj;
}
export type Slice = Obj<SliceV>;

export const sliceType = new PyType('slice', TPFLAGS.HAVE_GC, typeType);

/** A slice; takes references of its own. CPython 3.12: PySlice_New */
export function newSlice(start: Obj, stop: Obj, step: Obj): Slice {
  start.rc++;
  stop.rc++;
  step.rc++;
  const s = new Obj<SliceV>(sliceType, { start, stop, step });
  gcTrack(s);
  return s;
}

export function isSlice(o: Obj): o is Slice {
  return o.type === sliceType;
}

const MAX = Number.MAX_SAFE_INTEGER;

export interface Unpacked {
  start: number;
  stop: number;
  step: number;
}

// A bound that is None or an int; NaN: anything else.
function plainBound(o: Obj, none: number): number {
  if (o === None) return none;
  if (!isInt(o)) return NaN;
  if (typeof o.v === 'number') return o.v;
  return o.v < 0n ? -MAX : MAX;
}

/**
 * The bounds of a slice as numbers, when they are ints or None; null: an error is set; undefined: use unpackSliceG.
 * CPython 3.12: Objects/sliceobject.c PySlice_Unpack
 */
export function unpackSlice(slice: Slice): Unpacked | null | undefined {
  const { start, stop, step } = slice.v;
  const by = plainBound(step, 1);
  if (by === 0) return raise(PyExc.ValueError, 'slice step cannot be zero');
  const from = plainBound(start, by < 0 ? MAX : 0);
  const to = plainBound(stop, by < 0 ? -MAX : MAX);
  if (Number.isNaN(by) || Number.isNaN(from) || Number.isNaN(to)) return undefined;
  return { start: from, stop: to, step: by };
}

// CPython 3.12: Python/ceval.c _PyEval_SliceIndex
function* boundG(o: Obj, none: number): Gen<number | null> {
  const plain = plainBound(o, none);
  if (!Number.isNaN(plain)) return plain;
  if (o.type.nb_index === null) {
    return typeError('slice indices must be integers or None or have an __index__ method');
  }
  return yield* ssizeG(o, null);
}

/** The bounds of any slice; null: an error is set. For generator natives. */
export function* unpackSliceG(slice: Slice): Gen<Unpacked | null> {
  const step = yield* boundG(slice.v.step, 1);
  if (step === null) return null;
  if (step === 0) return raise(PyExc.ValueError, 'slice step cannot be zero');
  const start = yield* boundG(slice.v.start, step < 0 ? MAX : 0);
  if (start === null) return null;
  const stop = yield* boundG(slice.v.stop, step < 0 ? -MAX : MAX);
  return stop === null ? null : { start, stop, step };
}

/** Where a slice falls on a sequence of some length. */
export interface Span {
  start: number;
  stop: number;
  step: number;
  /** How many items it picks. */
  length: number;
}

export function spanOf(u: Unpacked, length: number): Span {
  const a = adjustIndices(length, u.start, u.stop, u.step);
  return { start: a.start, stop: a.stop, step: u.step, length: a.length };
}

/**
 * `key` taken as an index or a slice of a sequence: calls `item` or `slice`, now or when `__index__` has answered.
 * `what` names the sequence in "list indices must be integers or slices, not str".
 * CPython 3.12: Objects/listobject.c list_subscript and its siblings
 */
export function subscript(
  o: Obj,
  key: Obj,
  what: string,
  item: (i: number) => Res,
  slice: (u: Unpacked) => Res,
): Res {
  if (isInt(key)) {
    if (typeof key.v === 'number') return item(key.v);
    return raise(PyExc.IndexError, `cannot fit '${key.type.name}' into an index-sized integer`);
  }
  if (key.type === sliceType) {
    const u = unpackSlice(key as Slice);
    if (u === null) return null;
    if (u !== undefined) return slice(u);
    return suspend(subscriptSliceG(key as Slice, slice), [o, key]);
  }
  if (key.type.nb_index === null) return typeError(`${what}, not ${key.type.name}`);
  return suspend(subscriptIndexG(key, item), [o, key]);
}

function* subscriptSliceG(key: Slice, slice: (u: Unpacked) => Res): Gen {
  const u = yield* unpackSliceG(key);
  if (u === null) return null;
  const r = slice(u);
  return r === null && tstate.pending !== null ? yield* settle() : r;
}

function* subscriptIndexG(key: Obj, item: (i: number) => Res): Gen {
  const i = yield* ssizeG(key, PyExc.IndexError);
  if (i === null) return null;
  const r = item(i);
  return r === null && tstate.pending !== null ? yield* settle() : r;
}

// --- the type ----------------------------------------------------------------------------------------

const newDef = new NativeDef('slice', '(start, stop=None, step=None, /)', () => null, null, null);

function slice_new(_type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(newDef, args, kwnames) as Obj[] | null;
  if (bound === null) return null;
  const [a, b, c] = bound as [Obj, Obj | undefined, Obj | undefined];
  const start = b === undefined ? None : a;
  const stop = b === undefined ? a : b;
  const step = c ?? None;
  return newSlice(start, stop, step);
}

function slice_repr(o: Obj): Res {
  const { start, stop, step } = (o as Slice).v;
  return reprItems(o, () => [start, stop, step], 'slice(', ')');
}

function slice_hash(o: Obj): number {
  const { start, stop, step } = (o as Slice).v;
  return tupleHashItems(o, [start, stop, step], false);
}

function slice_richcompare(a: Obj, b: Obj, op: number): Res {
  if (b.type !== sliceType) return notImplemented();
  const x = (a as Slice).v;
  const y = (b as Slice).v;
  const t1 = tupleOf(x.start, x.stop, x.step);
  const t2 = tupleOf(y.start, y.stop, y.step);
  const r = sequenceCompare(t1, t2, op);
  decref(t1);
  decref(t2);
  return r;
}

const big = (v: number | bigint): bigint => BigInt(v);

/** slice.indices(len). CPython 3.12: Objects/sliceobject.c slice_indices, _PySlice_GetLongIndices */
function* slice_indices(self: Obj, len: Obj): Gen {
  const n = yield* indexG(len);
  if (n === null) return null;
  const length = big(n.v);
  decref(n);
  if (length < 0n) return raise(PyExc.ValueError, 'length should not be negative');
  const s = (self as Slice).v;
  let step = 1n;
  if (s.step !== None) {
    const v = yield* sliceIntG(s.step);
    if (v === null) return null;
    if (v === 0n) return raise(PyExc.ValueError, 'slice step cannot be zero');
    step = v;
  }
  const lower = step < 0n ? -1n : 0n;
  const upper = step < 0n ? length - 1n : length;
  const bounds: bigint[] = [];
  for (const [o, none] of [
    [s.start, step < 0n ? upper : lower],
    [s.stop, step < 0n ? lower : upper],
  ] as [Obj, bigint][]) {
    if (o === None) {
      bounds.push(none);
      continue;
    }
    let v = yield* sliceIntG(o);
    if (v === null) return null;
    if (v < 0n) {
      v += length;
      if (v < lower) v = lower;
    } else if (v > upper) v = upper;
    bounds.push(v);
  }
  return newTuple([...bounds, step].map((v) => newIntAny(narrow(v))));
}

function narrow(v: bigint): number | bigint {
  return v >= -9007199254740991n && v <= 9007199254740991n ? Number(v) : v;
}

function* sliceIntG(o: Obj): Gen<bigint | null> {
  if (!isInt(o) && o.type.nb_index === null) {
    return typeError('slice indices must be integers or None or have an __index__ method');
  }
  const i: Int | null = yield* indexG(o);
  if (i === null) return null;
  const v = big(i.v);
  decref(i);
  return v;
}

function slice_traverse(o: Obj, visit: (o: Obj) => void): void {
  const { start, stop, step } = (o as Slice).v;
  visit(start);
  visit(stop);
  visit(step);
}

function slice_dealloc(o: Obj): void {
  const { start, stop, step } = (o as Slice).v;
  decref(step);
  decref(start);
  decref(stop);
}

export function initSlice(): void {
  const t = sliceType;
  t.doc =
    'slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).';
  t.basicsize = 40;
  t.tp_new = slice_new;
  t.tp_repr = slice_repr;
  t.tp_hash = slice_hash;
  t.tp_richcompare = slice_richcompare;
  t.tp_traverse = slice_traverse;
  t.tp_dealloc = slice_dealloc;
  member(t, 'start', (s) => (s as Slice).v.start);
  member(t, 'stop', (s) => (s as Slice).v.stop);
  member(t, 'step', (s) => (s as Slice).v.step);
  method(
    t,
    'indices',
    '!($self, len, /)',
    slice_indices,
    'S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.',
  );
  method(
    t,
    '__reduce__',
    '!($self, /)',
    (self: Obj) => {
      const { start, stop, step } = (self as Slice).v;
      sliceType.self.rc++;
      return newTuple([sliceType.self as Obj, tupleOf(start, stop, step)]);
    },
    'Return state information for pickling.',
  );
  typeReady(t);
}
