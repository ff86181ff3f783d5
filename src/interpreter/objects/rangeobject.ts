// Ranges, of any size, and their iterators.
//
// The payload has the three numbers and the length, as JavaScript numbers while all of them and everything computed
// from them are safe integers, else as bigints.
//
// Answers to CPython 3.12: Objects/rangeobject.c.
// A difference: `r.start` is a new int each time it is asked for, not the object the range was made with.

import { decref, Obj, PyType, type Res, typeType } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { indexG } from './abstract.ts';
import { builtinsHook } from './builtinshook.ts';
import { Py_EQ, Py_NE } from './compare.ts';
import { member, method } from './descrobject.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { drainG, iterEnded, selfIter } from './iterobject.ts';
import { boolType, type Int, intType, isInt, newBool, newInt, newIntAny, newIntBig } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { compareBoolG, reprG } from './object.ts';
import { newTuple } from './seqcore.ts';
import { None, none, notImplemented } from './singletons.ts';
import { type Slice, sliceType } from './sliceobject.ts';
import { newStr } from './strcore.ts';
import { tupleHashItems } from './tuplehash.ts';
import { typeReady } from './typeobject.ts';

export interface RangeV {
  start: number | bigint;
  stop: number | bigint;
  step: number | bigint;
  length: number | bigint;
}
export type Range = Obj<RangeV>;

export const rangeType = new PyType('range', 0, typeType);

// Sums and differences of two of these stay safe integers.
const SAFE = 2 ** 51;
const isSafe = (v: number | bigint): v is number => typeof v === 'number' && v <= SAFE && v >= -SAFE;
const narrow = (v: bigint): number | bigint =>
  v >= -9007199254740991n && v <= 9007199254740991n ? Number(v) : v;

/** Number of items. CPython 3.12: Objects/rangeobject.c compute_range_length */
function rangeLength(start: number | bigint, stop: number | bigint, step: number | bigint): number | bigint {
  if (isSafe(start) && isSafe(stop) && isSafe(step)) {
    if (step > 0) return start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
    return stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0;
  }
  let lo = BigInt(start);
  let hi = BigInt(stop);
  let by = BigInt(step);
  if (by < 0n) {
    [lo, hi] = [hi, lo];
    by = -by;
  }
  return lo >= hi ? 0 : narrow((hi - lo - 1n) / by + 1n);
}

/** `range(start, stop, step)`; step is not zero. */
export function newRange(start: number | bigint, stop: number | bigint, step: number | bigint = 1): Range {
  return new Obj<RangeV>(rangeType, { start, stop, step, length: rangeLength(start, stop, step) });
}

/** start + i * step, exactly. */
function itemAt(r: RangeV, i: number | bigint): number | bigint {
  if (typeof r.start === 'number' && typeof r.step === 'number' && typeof i === 'number') {
    const v = r.start + i * r.step;
    if (Number.isSafeInteger(v) && Number.isSafeInteger(i * r.step)) return v;
  }
  return narrow(BigInt(r.start) + BigInt(i) * BigInt(r.step));
}

const def = new NativeDef('range', '(start, stop=None, step=None, /)', () => null, null, null);

function range_new(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(def, args, kwnames) as (Obj | undefined)[] | null;
  if (bound === null) return null;
  let plain = true;
  for (let i = 0; i < args.length; i++) if (!isInt(args[i]!)) plain = false;
  if (!plain) return suspend(rangeNewG(args), [type, ...args]);
  return makeRange(args.map((o) => (o as Int).v));
}

function* rangeNewG(args: Obj[]): Gen {
  const values: (number | bigint)[] = [];
  for (const o of args) {
    const i = yield* indexG(o);
    if (i === null) return null;
    values.push(i.v);
    decref(i);
  }
  return makeRange(values);
}

function makeRange(v: (number | bigint)[]): Res {
  if (v.length === 1) return newRange(0, v[0]!);
  const step = v.length === 3 ? v[2]! : 1;
  if (step === 0) return raise(PyExc.ValueError, 'range() arg 3 must not be zero');
  return newRange(v[0]!, v[1]!, step);
}

function range_repr(o: Obj): Res {
  const { start, stop, step } = (o as Range).v;
  return newStr(step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`);
}

function range_length(o: Obj): number {
  const n = (o as Range).v.length;
  if (typeof n === 'number') return n;
  if (n < 1n << 63n) return Number(n);
  raise(PyExc.OverflowError, 'Python int too large to convert to C ssize_t');
  return -1;
}

/** `r[i]` for an index already brought to 0 or above. */
function rangeItem(r: RangeV, i: number | bigint): Res {
  if (i < 0 || i >= r.length) return raise(PyExc.IndexError, 'range object index out of range');
  return newIntAny(itemAt(r, i));
}

function subscriptInt(r: RangeV, i: number | bigint): Res {
  if (i >= 0) return rangeItem(r, i);
  return rangeItem(
    r,
    typeof i === 'number' && typeof r.length === 'number'
      ? i + r.length
      : narrow(BigInt(i) + BigInt(r.length)),
  );
}

function range_subscript(o: Obj, key: Obj): Res {
  const r = (o as Range).v;
  if (isInt(key)) return subscriptInt(r, key.v);
  if (key.type === sliceType) return suspend(rangeSliceG(r, key as Slice), [o, key]);
  if (key.type.nb_index === null) {
    return typeError(`range indices must be integers or slices, not ${key.type.name}`);
  }
  return suspend(subscriptG(r, key), [o, key]);
}

function* subscriptG(r: RangeV, key: Obj): Gen {
  const i = yield* indexG(key);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  return subscriptInt(r, v);
}

/** CPython 3.12: Objects/rangeobject.c compute_slice, Objects/sliceobject.c _PySlice_GetLongIndices */
function* rangeSliceG(r: RangeV, slice: Slice): Gen {
  const values: (bigint | null)[] = [];
  for (const o of [slice.v.start, slice.v.stop, slice.v.step]) {
    if (o === None) {
      values.push(null);
      continue;
    }
    if (!isInt(o) && o.type.nb_index === null) {
      return typeError('slice indices must be integers or None or have an __index__ method');
    }
    const i = yield* indexG(o);
    if (i === null) return null;
    values.push(BigInt(i.v));
    decref(i);
  }
  const length = BigInt(r.length);
  const by = values[2] ?? 1n;
  if (by === 0n) return raise(PyExc.ValueError, 'slice step cannot be zero');
  const lower = by < 0n ? -1n : 0n;
  const upper = by < 0n ? length - 1n : length;
  const clip = (v: bigint | null, none: bigint): bigint => {
    if (v === null) return none;
    if (v < 0n) return v + length < lower ? lower : v + length;
    return v > upper ? upper : v;
  };
  const from = clip(values[0]!, by < 0n ? upper : lower);
  const to = clip(values[1]!, by < 0n ? lower : upper);
  const base = BigInt(r.start);
  const step = BigInt(r.step);
  return newRange(narrow(base + from * step), narrow(base + to * step), narrow(by * step));
}

/** Position of an int in a range, or -1. */
function positionOf(r: RangeV, v: number | bigint): number | bigint {
  const { start, stop, step } = r;
  if (step > 0 ? v < start || v >= stop : v > start || v <= stop) return -1;
  if (isSafe(v) && isSafe(start) && isSafe(step)) {
    const d = v - start;
    return d % step === 0 ? d / step : -1;
  }
  const d = BigInt(v) - BigInt(start);
  return d % BigInt(step) === 0n ? narrow(d / BigInt(step)) : -1;
}

const plainInt = (o: Obj): o is Int => o.type === intType || o.type === boolType;

function range_contains(o: Obj, value: Obj): Res {
  if (plainInt(value)) return newBool(positionOf((o as Range).v, value.v) >= 0);
  return suspend(containsG(o, value), [o, value]);
}

function* containsG(o: Obj, value: Obj): Gen {
  const at = yield* searchG(o, value);
  return at === null ? null : newBool(at >= 0);
}

/** Position of the first item equal to any object; null: an error. */
function* searchG(o: Obj, value: Obj): Gen<number | null> {
  const it = range_iter(o);
  const next = it.type.tp_iternext!;
  for (let i = 0; ; i++) {
    const item = next(it);
    if (item === null) {
      decref(it);
      return iterEnded() ? -1 : null;
    }
    const same = yield* compareBoolG(item, value, Py_EQ);
    decref(item);
    if (same !== 0) {
      decref(it);
      return same < 0 ? null : i;
    }
  }
}

function* range_index(self: Obj, value: Obj): Gen {
  let at: number | bigint | null;
  if (plainInt(value)) at = positionOf((self as Range).v, value.v);
  else at = yield* searchG(self, value);
  if (at === null) return null;
  if (at >= 0) return newIntAny(at);
  if (!plainInt(value)) return raise(PyExc.ValueError, 'sequence.index(x): x not in sequence');
  const text = yield* reprG(value);
  if (text === null) return null;
  const message = `${text.v} is not in range`;
  decref(text);
  return raise(PyExc.ValueError, message);
}

function* range_count(self: Obj, value: Obj): Gen {
  if (plainInt(value)) return newInt(positionOf((self as Range).v, value.v) >= 0 ? 1 : 0);
  const items: Obj[] = [];
  const it = range_iter(self);
  yield* drainG(it, items);
  decref(it);
  let count = 0;
  for (const item of items) {
    const same = count < 0 ? 0 : yield* compareBoolG(item, value, Py_EQ);
    count = same < 0 ? -1 : count + same;
    decref(item);
  }
  return count < 0 ? null : newInt(count);
}

/** Equal if they give the same items. CPython 3.12: Objects/rangeobject.c range_equals */
function range_richcompare(a: Obj, b: Obj, op: number): Res {
  if (b.type !== rangeType || (op !== Py_EQ && op !== Py_NE)) return notImplemented();
  const x = (a as Range).v;
  const y = (b as Range).v;
  let same = x.length === y.length;
  if (same && x.length !== 0) {
    same = x.start === y.start && (x.length === 1 || x.step === y.step);
  }
  return newBool(same === (op === Py_EQ));
}

/** hash((length, start, step)), None for what does not matter. CPython 3.12: Objects/rangeobject.c range_hash */
function range_hash(o: Obj): number {
  const { start, step, length } = (o as Range).v;
  const items: Obj[] = [newIntAny(length)];
  if (length === 0) items.push(none(), none());
  else {
    items.push(newIntAny(start));
    items.push(length === 1 ? none() : newIntAny(step));
  }
  const lo = tupleHashItems(o, items, true);
  for (const item of items) decref(item);
  return lo;
}

// --- iterators ---------------------------------------------------------------------------------------

/** Payload of range_iterator: plain numbers. FOR_ITER_RANGE reads and advances it. */
export class RangeIter {
  start: number;
  step: number;
  len: number;
  constructor(start: number, step: number, len: number) {
    this.start = start;
    this.step = step;
    this.len = len;
  }
}
/** Payload of longrange_iterator, and of a range_iterator near the ends of 64 bits. */
export class LongRangeIter {
  start: bigint;
  step: bigint;
  len: bigint;
  constructor(start: bigint, step: bigint, len: bigint) {
    this.start = start;
    this.step = step;
    this.len = len;
  }
}

export const rangeIterType = new PyType('range_iterator', 0, typeType);
/** Shown as a range_iterator too: beyond 2^53, but within C's long. */
const int64RangeIterType = new PyType('range_iterator', 0, typeType);
export const longRangeIterType = new PyType('longrange_iterator', 0, typeType);

/** CPython 3.12: Objects/rangeobject.c rangeiter_next */
export function rangeIterNext(o: Obj): Res {
  const it = (o as Obj<RangeIter>).v;
  if (it.len <= 0) return null;
  const v = it.start;
  it.start = v + it.step;
  it.len--;
  return newInt(v);
}

function longRangeIterNext(o: Obj): Res {
  const it = (o as Obj<LongRangeIter>).v;
  if (it.len <= 0n) return null;
  const v = it.start;
  it.start += it.step;
  it.len--;
  return newIntBig(v);
}

const fits64 = (v: number | bigint): boolean => typeof v === 'number' || (v >= -(1n << 63n) && v < 1n << 63n);

function iterOf(start: number | bigint, step: number | bigint, length: number | bigint): Obj {
  const end =
    typeof start === 'number' && typeof step === 'number' && typeof length === 'number'
      ? start + step * length
      : Number.NaN;
  if (Number.isSafeInteger(end)) {
    return new Obj<RangeIter>(
      rangeIterType,
      new RangeIter(start as number, step as number, length as number),
    );
  }
  const stop = BigInt(start) + BigInt(step) * BigInt(length);
  const type = fits64(start) && fits64(step) && fits64(stop) ? int64RangeIterType : longRangeIterType;
  return new Obj<LongRangeIter>(type, new LongRangeIter(BigInt(start), BigInt(step), BigInt(length)));
}

function range_iter(o: Obj): Obj {
  const { start, step, length } = (o as Range).v;
  return iterOf(start, step, length);
}

function range_reversed(self: Obj): Res {
  const r = (self as Range).v;
  const { step, length } = r;
  if (length === 0) return iterOf(r.start, typeof step === 'number' ? -step : -step, 0);
  const last = itemAt(r, typeof length === 'number' ? length - 1 : length - 1n);
  return iterOf(last, typeof step === 'number' ? -step : narrow(-step), length);
}

function addIter(t: PyType, next: (o: Obj) => Res): void {
  t.basicsize = 40;
  t.tp_iter = selfIter;
  t.tp_iternext = next;
  type Any = Obj<{ start: number | bigint; step: number | bigint; len: number | bigint }>;
  method(
    t,
    '__length_hint__',
    '!($self, /)',
    (self: Obj) => newIntAny((self as Any).v.len),
    'Private method returning an estimate of len(list(it)).',
  );
  method(
    t,
    '__reduce__',
    '!($self, /)',
    (self: Obj) => {
      const { start, step, len } = (self as Any).v;
      const f = builtinsHook.get('iter');
      if (f === null) return null;
      const stop = narrow(BigInt(start) + BigInt(step) * BigInt(len));
      const range = newRange(
        typeof start === 'bigint' ? narrow(start) : start,
        stop,
        typeof step === 'bigint' ? narrow(step) : step,
      );
      return newTuple([f, newTuple([range]), none()]);
    },
    'Return state information for pickling.',
  );
  method(
    t,
    '__setstate__',
    '!($self, object, /)',
    (self: Obj, state: Obj) => {
      if (!isInt(state)) return typeError(`'${state.type.name}' object cannot be interpreted as an integer`);
      const it = (self as Any).v;
      let n = BigInt(state.v);
      if (n < 0n) n = 0n;
      if (n > BigInt(it.len)) n = BigInt(it.len);
      if (typeof it.start === 'number') {
        it.start += Number(n) * (it.step as number);
        it.len = (it.len as number) - Number(n);
      } else {
        it.start += n * (it.step as bigint);
        it.len = (it.len as bigint) - n;
      }
      return none();
    },
    'Set state information for unpickling.',
  );
  typeReady(t);
}

export function initRange(): void {
  const t = rangeType;
  t.doc =
    'range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).';
  t.basicsize = 48;
  t.tp_new = range_new;
  t.tp_repr = range_repr;
  t.tp_hash = range_hash;
  t.tp_richcompare = range_richcompare;
  t.tp_iter = range_iter;
  t.nb_bool = (o) => ((o as Range).v.length === 0 ? 0 : 1);
  t.sq_length = t.mp_length = range_length;
  t.sq_item = (o, i) => rangeItem((o as Range).v, i);
  t.sq_contains = range_contains;
  t.mp_subscript = range_subscript;
  // The attributes are ints made when asked for; a member gives a reference of its own.
  for (const name of ['start', 'stop', 'step'] as const) {
    member(t, name, (o) => {
      const i = newIntAny((o as Range).v[name]);
      i.rc--;
      return i;
    });
  }
  method(t, '__reversed__', '!($self, /)', range_reversed, 'Return a reverse iterator.');
  method(t, '__reduce__', '!($self, /)', (self: Obj) => {
    const { start, stop, step } = (self as Range).v;
    const type: Obj = rangeType.self;
    type.rc++;
    return newTuple([type, newTuple([newIntAny(start), newIntAny(stop), newIntAny(step)])]);
  });
  method(
    t,
    'count',
    '!($self, value, /)',
    range_count,
    'rangeobject.count(value) -> integer -- return number of occurrences of value',
  );
  method(
    t,
    'index',
    '!($self, value, /)',
    range_index,
    'rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.',
  );
  typeReady(t);
  addIter(rangeIterType, rangeIterNext);
  addIter(int64RangeIterType, longRangeIterNext);
  addIter(longRangeIterType, longRangeIterNext);
}
