// Iterators over sequences by index, callable iterators, and what reading an iterator to its end needs.
//
// Answers to CPython 3.12: Objects/iterobject.c, and the list, tuple, bytes and bytearray iterators of those types'
// files, which differ only in how an item is read.
// Absent: anext_awaitable (it stands with the coroutines).

import { gcTrack } from '../memory/gc.ts';
import {
  decref,
  decrefAll,
  Obj,
  PyType,
  type Res,
  TPFLAGS,
  tstate,
  typeType,
  xdecref,
} from '../memory/object.ts';
import { type Gen, POLL, settle, suspend } from '../memory/suspend.ts';
import { getIter, iterHooks, MAX_ITEMS, objectLength, pollDue } from './abstract.ts';
import { builtinsHook } from './builtinshook.ts';
import { Py_EQ } from './compare.ts';
import { method } from './descrobject.ts';
import { clearIf, matches, PyExc, raise, raiseBare, typeError } from './errors.ts';
import { type Int, isInt, newInt } from './longcore.ts';
import { callG, callSpecial, compareBoolG, genericGetAttr } from './object.ts';
import { type List, listType, newList, newTuple, type Tuple, tupleOf, tupleType } from './seqcore.ts';
import { NotImplemented, none } from './singletons.ts';
import { id } from './strcore.ts';
import { typeReady } from './typeobject.ts';

// --- reading an iterator -----------------------------------------------------------------------------

/**
 * After tp_iternext answered null with nothing pending: true if the iterator is exhausted (a StopIteration is
 * cleared), false if an error stays set. CPython 3.12: PyIter_Next
 */
export function iterEnded(): boolean {
  if (tstate.exc !== null) return clearIf(PyExc.StopIteration);
  const value = tstate.retval;
  if (value !== null) {
    tstate.retval = null;
    decref(value);
  }
  return true;
}

/** `operator.length_hint(o, default)`; -1 with an error. CPython 3.12: Objects/abstract.c PyObject_LengthHint */
export function* lengthHintG(o: Obj, otherwise: number): Gen<number> {
  const type = o.type;
  if (type.sq_length !== null || type.mp_length !== null) {
    const n = objectLength(o);
    if (n >= 0) return n;
    const r = yield* settle();
    if (r !== null) {
      const v = Number((r as Int).v);
      decref(r);
      return v;
    }
    if (!clearIf(PyExc.TypeError)) return -1;
  }
  let r = callSpecial(o, id('__length_hint__'), []);
  if (r === undefined) return otherwise;
  if (r === null) r = yield* settle();
  if (r === null) return clearIf(PyExc.TypeError) ? otherwise : -1;
  if (r === NotImplemented) {
    r.rc--;
    return otherwise;
  }
  if (!isInt(r)) {
    const name = r.type.name;
    decref(r);
    typeError(`__length_hint__ must be an integer, not ${name}`);
    return -1;
  }
  const n = Number(r.v);
  decref(r);
  if (n < 0) {
    raise(PyExc.ValueError, '__length_hint__() should return >= 0');
    return -1;
  }
  return n;
}

/**
 * All items of an iterable (owned); null: an error. `hinted`: ask for a length first, as `list()` and `tuple()` do.
 * CPython 3.12: Objects/abstract.c PySequence_Tuple, Objects/listobject.c list_extend
 */
export function* collectG(iterable: Obj, hinted: boolean): Gen<Obj[] | null> {
  const type = iterable.type;
  if (type === listType || type === tupleType) {
    const items = (iterable as List | Tuple).v.slice();
    for (let i = 0; i < items.length; i++) items[i]!.rc++;
    return items;
  }
  let it = getIter(iterable);
  if (it === null) it = yield* settle();
  if (it === null) return null;
  if (hinted) {
    const hint = yield* lengthHintG(iterable, 8);
    if (hint > MAX_ITEMS) raiseBare(PyExc.MemoryError);
    if (hint < 0 || hint > MAX_ITEMS) {
      decref(it);
      return null;
    }
  }
  const items: Obj[] = [];
  const ok = yield* drainG(it, items);
  decref(it);
  if (ok) return items;
  decrefAll(items);
  return null;
}

/** Appends what is left of an iterator to `items` (owned); false: an error. */
export function* drainG(it: Obj, items: Obj[]): Gen<boolean> {
  const next = it.type.tp_iternext!;
  for (;;) {
    if (pollDue()) yield POLL;
    let r = next(it);
    if (r === null) {
      if (tstate.pending !== null) r = yield* settle();
      if (r === null) return iterEnded();
    }
    items.push(r);
    if (items.length > MAX_ITEMS) {
      raiseBare(PyExc.MemoryError);
      return false;
    }
  }
}

/** collectG, with `message` in place of the TypeError of something not iterable. CPython 3.12: PySequence_Fast */
export function* sequenceFastG(o: Obj, message: string): Gen<Obj[] | null> {
  if (o.type === listType || o.type === tupleType) return yield* collectG(o, false);
  let it = getIter(o);
  if (it === null) it = yield* settle();
  if (it === null) {
    if (clearIf(PyExc.TypeError)) typeError(message);
    return null;
  }
  const items = yield* collectG(it, true);
  decref(it);
  return items;
}

// --- iterators by index ------------------------------------------------------------------------------

/** Payload of every iterator that walks a sequence by index; `seq` is null once it is exhausted. */
export class SeqIter {
  seq: Obj | null;
  index: number;
  constructor(seq: Obj, index: number) {
    this.seq = seq;
    this.index = index;
  }
}
export type SeqIterObj = Obj<SeqIter>;

/** An iterator of this type over `seq`, which gets a new reference. */
export function newSeqIter(type: PyType, seq: Obj, index = 0): SeqIterObj {
  seq.rc++;
  const it = new Obj<SeqIter>(type, new SeqIter(seq, index));
  gcTrack(it);
  return it;
}

function traverse(o: Obj, visit: (o: Obj) => void): void {
  const seq = (o as SeqIterObj).v.seq;
  if (seq !== null) visit(seq);
}

export function seqIterEnd(o: Obj): null {
  const it = (o as SeqIterObj).v;
  const seq = it.seq;
  it.seq = null;
  if (seq !== null) decref(seq);
  return null;
}

/** `iter(o)` of an iterator: itself. CPython 3.12: PyObject_SelfIter */
export function selfIter(o: Obj): Obj {
  o.rc++;
  return o;
}

/** The int given to an iterator's `__setstate__`; null: an error. CPython 3.12: PyLong_AsSsize_t */
export function stateIndex(state: Obj): number | null {
  if (!isInt(state)) return typeError('an integer is required');
  const v = state.v;
  if (typeof v === 'number') return v;
  if (v < 1n << 63n && v >= -(1n << 63n)) return v < 0n ? -1 : Number.MAX_SAFE_INTEGER;
  return raise(PyExc.OverflowError, 'Python int too large to convert to C ssize_t');
}

/**
 * Makes a type of iterator by index. `lengthOf` is asked each time: the sequence may change meanwhile.
 * `backwards`: index counts down, and below zero means exhausted.
 */
export function seqIterType(
  name: string,
  next: (o: Obj) => Res,
  lengthOf: (seq: Obj) => number,
  backwards = false,
): PyType {
  const type = new PyType(name, TPFLAGS.HAVE_GC, typeType);
  type.basicsize = 32;
  type.tp_iter = selfIter;
  type.tp_iternext = next;
  type.tp_traverse = traverse;
  type.tp_dealloc = seqIterEnd;
  type.tp_getattro = genericGetAttr;
  method(
    type,
    '__length_hint__',
    '!($self, /)',
    (self) => {
      const it = (self as SeqIterObj).v;
      if (it.seq === null) return newInt(0);
      const n = lengthOf(it.seq);
      if (backwards) return newInt(n < it.index + 1 ? 0 : it.index + 1);
      return newInt(Math.max(0, n - it.index));
    },
    'Private method returning an estimate of len(list(it)).',
  );
  method(
    type,
    '__reduce__',
    '!($self, /)',
    (self) => {
      const it = (self as SeqIterObj).v;
      const f = builtinsHook.get(backwards ? 'reversed' : 'iter');
      if (f === null) return null;
      if (it.seq === null) return newTuple([f, newTuple([backwards ? newList([]) : newTuple([])])]);
      return newTuple([f, tupleOf(it.seq), newInt(it.index)]);
    },
    'Return state information for pickling.',
  );
  method(
    type,
    '__setstate__',
    '!($self, object, /)',
    (self, state) => {
      const n = stateIndex(state as Obj);
      if (n === null) return null;
      const it = (self as SeqIterObj).v;
      if (it.seq !== null) {
        const length = lengthOf(it.seq);
        it.index = backwards ? Math.max(-1, Math.min(n, length - 1)) : Math.max(0, Math.min(n, length));
      }
      return none();
    },
    'Set state information for unpickling.',
  );
  return type;
}

// --- iterator: over anything with __getitem__ ---------------------------------------------------------

/** CPython 3.12: Objects/iterobject.c iter_iternext */
function seqiter_next(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  const seq = it.seq;
  if (seq === null) return null;
  const item = seq.type.sq_item;
  const i = it.index;
  let r: Res;
  if (item !== null) r = item(seq, i);
  else {
    const key = newInt(i);
    r = seq.type.mp_subscript!(seq, key);
    decref(key);
  }
  if (r !== null) {
    it.index = i + 1;
    return r;
  }
  if (tstate.pending !== null) return suspend(seqiterRestG(o as SeqIterObj), [o]);
  return seqiterStop(o);
}

function* seqiterRestG(o: SeqIterObj): Gen {
  const r = yield* settle();
  if (r === null) return seqiterStop(o);
  o.v.index++;
  return r;
}

function seqiterStop(o: Obj): null {
  if (matches(PyExc.IndexError) || matches(PyExc.StopIteration)) {
    clearIf(PyExc.IndexError);
    clearIf(PyExc.StopIteration);
    seqIterEnd(o);
  }
  return null;
}

/** The iterator of `iter(o)` for objects that have `__getitem__` but no `__iter__`. */
export const seqiterType = seqIterType('iterator', seqiter_next, (seq) => {
  // A length that Python code would have to tell is not asked for: it is only a hint.
  if ((seq.type.flags & TPFLAGS.HEAPTYPE) !== 0) return 0;
  const n = (seq.type.sq_length ?? seq.type.mp_length)?.(seq) ?? 0;
  return n < 0 ? 0 : n;
});

// --- callable_iterator: iter(f, sentinel) --------------------------------------------------------------

interface CallIter {
  callable: Obj | null;
  sentinel: Obj | null;
}
type CallIterObj = Obj<CallIter>;

export const callIterType = new PyType('callable_iterator', TPFLAGS.HAVE_GC, typeType);

/** `iter(callable, sentinel)`: takes references of its own. CPython 3.12: PyCallIter_New */
export function newCallIter(callable: Obj, sentinel: Obj): Obj {
  callable.rc++;
  sentinel.rc++;
  const it = new Obj<CallIter>(callIterType, { callable, sentinel });
  gcTrack(it);
  return it;
}

/** CPython 3.12: Objects/iterobject.c calliter_iternext */
function* calliterNextG(o: CallIterObj): Gen {
  const { callable } = o.v;
  if (callable === null) return null;
  const r = yield* callG(callable, []);
  if (r === null) {
    if (clearIf(PyExc.StopIteration)) calliterEnd(o);
    return null;
  }
  const { sentinel } = o.v;
  if (sentinel === null) {
    decref(r);
    return null;
  }
  sentinel.rc++;
  const same = yield* compareBoolG(sentinel, r, Py_EQ);
  decref(sentinel);
  if (same === 0) return r;
  decref(r);
  if (same > 0) calliterEnd(o);
  return null;
}

function calliterEnd(o: Obj): void {
  const it = (o as CallIterObj).v;
  const { callable, sentinel } = it;
  it.callable = null;
  it.sentinel = null;
  xdecref(callable);
  xdecref(sentinel);
}

export function initIterators(): void {
  iterHooks.newSeqIter = (seq) => newSeqIter(seqiterType, seq);
  typeReady(seqiterType);
  const t = callIterType;
  t.basicsize = 32;
  t.tp_iter = selfIter;
  t.tp_iternext = (o) => suspend(calliterNextG(o as CallIterObj), [o]);
  t.tp_traverse = (o, visit) => {
    const { callable, sentinel } = (o as CallIterObj).v;
    if (callable !== null) visit(callable);
    if (sentinel !== null) visit(sentinel);
  };
  t.tp_dealloc = calliterEnd;
  method(
    t,
    '__reduce__',
    '!($self, /)',
    (self) => {
      const it = (self as CallIterObj).v;
      const f = builtinsHook.get('iter');
      if (f === null) return null;
      if (it.callable === null || it.sentinel === null) return newTuple([f, newTuple([newTuple([])])]);
      return newTuple([f, tupleOf(it.callable, it.sentinel)]);
    },
    'Return state information for pickling.',
  );
  typeReady(t);
}
