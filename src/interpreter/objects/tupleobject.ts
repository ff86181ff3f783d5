// Tuples: their methods and operators. Making them is in seqcore.ts, their hash in tuplehash.ts.
//
// Answers to CPython 3.12: Objects/tupleobject.c.

import { decref, type Obj, type PyType, type Res, worked } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { classMethod, method } from './descrobject.ts';
import { PyExc, raise, raiseBare, typeError } from './errors.ts';
import { newGenericAlias } from './genericalias.ts';
import { collectG, newSeqIter, type SeqIterObj, seqIterEnd, seqIterType } from './iterobject.ts';
import { intType, newInt } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { indexBoundsG } from './searchargs.ts';
import {
  countItemsG,
  findItem,
  findItemG,
  type Items,
  reprItems,
  reprStart,
  sequenceCompare,
  sequenceContains,
} from './seqcompare.ts';
import { isTuple, type List, listType, newTuple, type Tuple, tupleType } from './seqcore.ts';
import { notImplemented } from './singletons.ts';
import { spanOf, subscript, type Unpacked } from './sliceobject.ts';
import { newStr } from './strcore.ts';
import { tupleHashItems } from './tuplehash.ts';
import { allocInstance, typeReady } from './typeobject.ts';

/** `t[i]` for an index that may be negative. CPython 3.12: Objects/tupleobject.c tupleitem */
export function tupleGetInt(t: Tuple, i: number): Res {
  const items = t.v;
  if (i < 0) i += items.length;
  if (i < 0 || i >= items.length) return raise(PyExc.IndexError, 'tuple index out of range');
  const r = items[i]!;
  r.rc++;
  return r;
}

function tuple_item(o: Obj, i: number): Res {
  const items = (o as Tuple).v;
  if (i < 0 || i >= items.length) return raise(PyExc.IndexError, 'tuple index out of range');
  const r = items[i]!;
  r.rc++;
  return r;
}

function sliceTuple(t: Tuple, u: Unpacked): Res {
  const items = t.v;
  const span = spanOf(u, items.length);
  if (span.length === items.length && span.step === 1 && t.type === tupleType) {
    t.rc++;
    return t;
  }
  return newTuple(pick(items, span.start, span.step, span.length));
}

/** Items picked by a slice (owned). */
export function pick(items: readonly Obj[], start: number, step: number, length: number): Obj[] {
  worked(length);
  if (step === 1) {
    const out = items.slice(start, start + length);
    for (let i = 0; i < out.length; i++) out[i]!.rc++;
    return out;
  }
  const out: Obj[] = [];
  for (let i = 0, at = start; i < length; i++, at += step) {
    const o = items[at]!;
    o.rc++;
    out.push(o);
  }
  return out;
}

/** CPython 3.12: Objects/tupleobject.c tuplesubscript */
function tuple_subscript(o: Obj, key: Obj): Res {
  if (key.type === intType && typeof key.v === 'number') return tupleGetInt(o as Tuple, key.v);
  return subscript(
    o,
    key,
    'tuple indices must be integers or slices',
    (i) => tupleGetInt(o as Tuple, i),
    (u) => sliceTuple(o as Tuple, u),
  );
}

function tuple_concat(a: Obj, b: Obj): Res {
  if (b.type === tupleType && (a as Tuple).v.length === 0 && a.type === tupleType) {
    b.rc++;
    return b;
  }
  if (!isTuple(b)) return typeError(`can only concatenate tuple (not "${b.type.name}") to tuple`);
  if (b.v.length === 0 && a.type === tupleType) {
    a.rc++;
    return a;
  }
  const items = (a as Tuple).v.concat(b.v);
  for (let i = 0; i < items.length; i++) items[i]!.rc++;
  return newTuple(items);
}

/** The longest array of items we hold in memory; beyond, MemoryError. */
export const MAX_ITEMS = 1 << 26;

/** `n` copies of these items (owned); null with MemoryError. */
export function repeated(items: readonly Obj[], n: number): Obj[] | null {
  const size = items.length * n;
  if (size > MAX_ITEMS) return raiseBare(PyExc.MemoryError);
  worked(size);
  if (items.length === 1) {
    const o = items[0]!;
    o.rc += n;
    return new Array<Obj>(n).fill(o);
  }
  const out: Obj[] = [];
  for (let i = 0; i < items.length; i++) items[i]!.rc += n;
  for (let k = 0; k < n; k++) for (let i = 0; i < items.length; i++) out.push(items[i]!);
  return out;
}

function tuple_repeat(o: Obj, n: number): Res {
  const items = (o as Tuple).v;
  if ((items.length === 0 || n === 1) && o.type === tupleType) {
    o.rc++;
    return o;
  }
  if (items.length === 0 || n <= 0) return newTuple([]);
  const out = repeated(items, n);
  return out === null ? null : newTuple(out);
}

/** CPython 3.12: Objects/tupleobject.c tuplerepr */
function tuple_repr(o: Obj): Res {
  const items = (o as Tuple).v;
  if (items.length === 0) return newStr('()');
  if (!reprStart(o)) return newStr('(...)');
  return reprItems(o, () => items, '(', items.length === 1 ? ',)' : ')');
}

function tuple_hash(o: Obj): number {
  return tupleHashItems(o, (o as Tuple).v, true);
}

/** `a op b` of tuples. CPython 3.12: Objects/tupleobject.c tuplerichcompare */
export function tupleRichCompare(a: Obj, b: Obj, op: number): Res {
  if (!isTuple(a) || !isTuple(b)) return notImplemented();
  return sequenceCompare(a, b, op);
}

/** CPython 3.12: Objects/tupleobject.c tuple_index */
function* tuple_index(self: Obj, value: Obj, start?: Obj, stop?: Obj): Gen {
  const bounds = yield* indexBoundsG(start, stop, () => (self as Tuple).v.length);
  if (bounds === null) return null;
  const at = yield* findItemG(self as Items, value, bounds.start, bounds.stop);
  if (at === -2) return null;
  return at < 0 ? raise(PyExc.ValueError, 'tuple.index(x): x not in tuple') : newInt(at);
}

function tuple_count(self: Obj, value: Obj): Res {
  let count = 0;
  for (let at = 0; ; at++) {
    at = findItem(self as Items, value, at, Infinity);
    if (at === -1) return newInt(count);
    if (at < 0) return suspend(countG(self as Items, value), [self, value]);
    count++;
  }
}

/** `seq.count(value)`, Python code and all. */
export function* countG(self: Items, value: Obj): Gen {
  const n = yield* countItemsG(self, value);
  return n < 0 ? null : newInt(n);
}

const newDef = new NativeDef('tuple', '(iterable=(), /)', () => null, null, null);

/** CPython 3.12: Objects/tupleobject.c tuple_new_impl, tuple_subtype_new */
function tuple_new(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const cls = type.v;
  // A subclass with an __init__ of its own may take keyword arguments.
  const own = cls !== tupleType && cls.tp_init !== tupleType.tp_init;
  const bound = bindArguments(
    newDef,
    own ? args.slice(0, args.length - (kwnames?.length ?? 0)) : args,
    own ? null : kwnames,
  );
  if (bound === null) return null;
  const iterable = bound[0] as Obj | undefined;
  if (cls === tupleType) {
    if (iterable === undefined) return newTuple([]);
    return sequenceTuple(iterable);
  }
  if (iterable === undefined) return allocInstance(cls, []);
  if (iterable.type === tupleType) return allocInstance(cls, pick((iterable as Tuple).v, 0, 1, Infinity));
  return suspend(subtypeNewG(cls, iterable), [type, iterable]);
}

function* subtypeNewG(cls: PyType, iterable: Obj): Gen {
  const items = yield* collectG(iterable, true);
  return items === null ? null : allocInstance(cls, items);
}

/** `tuple(iterable)`: the same object for an exact tuple. CPython 3.12: Objects/abstract.c PySequence_Tuple */
export function sequenceTuple(iterable: Obj): Res {
  if (iterable.type === tupleType) {
    iterable.rc++;
    return iterable;
  }
  if (iterable.type === listType) return newTuple(pick((iterable as List).v, 0, 1, Infinity));
  return suspend(sequenceTupleG(iterable), [iterable]);
}

function* sequenceTupleG(iterable: Obj): Gen {
  const items = yield* collectG(iterable, true);
  return items === null ? null : newTuple(items);
}

export function itemsTraverse(o: Obj, visit: (o: Obj) => void): void {
  const items = (o as Items).v;
  for (let i = 0; i < items.length; i++) visit(items[i]!);
}

/** Drops the items from the last to the first, as CPython does. */
export function itemsClear(o: Obj): void {
  const items = (o as Items).v;
  if (items.length === 0) return;
  (o as Items).v = [];
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!;
    decref(item);
  }
}

export const tupleIterType = seqIterType('tuple_iterator', tupleiter_next, (seq) => (seq as Tuple).v.length);

function tupleiter_next(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  const seq = it.seq as Tuple | null;
  if (seq === null) return null;
  const items = seq.v;
  if (it.index < items.length) {
    const r = items[it.index++]!;
    r.rc++;
    return r;
  }
  return seqIterEnd(o);
}

export function initTuple(): void {
  const t = tupleType;
  t.doc =
    "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.";
  t.basicsize = 24;
  t.itemsize = 8;
  t.tp_new = tuple_new;
  t.tp_repr = tuple_repr;
  t.tp_hash = tuple_hash;
  t.tp_richcompare = tupleRichCompare;
  t.tp_iter = (o) => newSeqIter(tupleIterType, o);
  t.tp_traverse = itemsTraverse;
  t.tp_dealloc = itemsClear;
  t.sq_length = t.mp_length = (o) => (o as Tuple).v.length;
  t.sq_concat = tuple_concat;
  t.sq_repeat = tuple_repeat;
  t.sq_item = tuple_item;
  t.sq_contains = sequenceContains;
  t.mp_subscript = tuple_subscript;
  method(t, '__getnewargs__', '($self, /)', (self: Obj) =>
    newTuple([newTuple(pick((self as Tuple).v, 0, 1, Infinity))]),
  );
  method(
    t,
    'index',
    '($self, value, start=0, stop=sys.maxsize, /)',
    tuple_index,
    'Return first index of value.\n\nRaises ValueError if the value is not present.',
  );
  method(t, 'count', '($self, value, /)', tuple_count, 'Return number of occurrences of value.');
  classMethod(t, '__class_getitem__', '!($type, item, /)', newGenericAlias, 'See PEP 585');
  typeReady(t);
  typeReady(tupleIterType);
}
