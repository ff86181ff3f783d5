// collections.deque: a list that grows and shrinks at both ends.
//
// The items stand in a ring; CPython links blocks of 64, which cannot be observed.
//
// Answers to CPython 3.12: Modules/_collectionsmodule.c (dequeobject).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { indexG, MAX_ITEMS, nextG, ssizeG } from '../objects/abstract.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../objects/compare.ts';
import { classGetItem, getset, method } from '../objects/descrobject.ts';
import { PyExc, raise, raiseBare, typeError } from '../objects/errors.ts';
import { selfIter } from '../objects/iterobject.ts';
import { type Int, isInt, newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { readyLater } from '../objects/moduleobject.ts';
import {
  callG,
  compareBoolG,
  genericGetAttr,
  instanceDict,
  reprEnter,
  reprG,
  reprLeave,
  richCompare,
} from '../objects/object.ts';
import { newTuple, tupleOf } from '../objects/seqcore.ts';
import { None, none, notImplemented } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { isSubtype } from '../objects/typecore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { iterG } from './itertool.ts';

class Ring {
  items: (Obj | undefined)[] = new Array(8);
  head = 0;
  length = 0;
  /** -1: no bound. */
  maxlen = -1;
  /** Grows with each change of length or order: iterators compare it. */
  state = 0;

  at(i: number): Obj {
    return this.items[(this.head + i) & (this.items.length - 1)]!;
  }
  set(i: number, o: Obj): void {
    this.items[(this.head + i) & (this.items.length - 1)] = o;
  }
  private grow(): void {
    const { items, head, length } = this;
    const bigger: (Obj | undefined)[] = new Array(items.length * 2);
    for (let i = 0; i < length; i++) bigger[i] = items[(head + i) & (items.length - 1)];
    this.items = bigger;
    this.head = 0;
  }
  push(o: Obj): void {
    if (this.length === this.items.length) this.grow();
    this.items[(this.head + this.length++) & (this.items.length - 1)] = o;
    this.state++;
  }
  unshift(o: Obj): void {
    if (this.length === this.items.length) this.grow();
    this.head = (this.head - 1) & (this.items.length - 1);
    this.items[this.head] = o;
    this.length++;
    this.state++;
  }
  pop(): Obj {
    const at = (this.head + --this.length) & (this.items.length - 1);
    const o = this.items[at]!;
    this.items[at] = undefined;
    this.state++;
    return o;
  }
  shift(): Obj {
    const o = this.items[this.head]!;
    this.items[this.head] = undefined;
    this.head = (this.head + 1) & (this.items.length - 1);
    this.length--;
    this.state++;
    return o;
  }
  rotate(n: number): void {
    const len = this.length;
    if (len <= 1) return;
    n = ((n % len) + len) % len;
    if (n * 2 <= len) for (let i = 0; i < n; i++) this.unshift(this.pop());
    else for (let i = 0; i < len - n; i++) this.push(this.shift());
    this.state++;
  }
  all(): Obj[] {
    return Array.from({ length: this.length }, (_, i) => this.at(i));
  }
}
type Deque = Obj<Ring>;

export const dequeType = new PyType('collections.deque', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
dequeType.qualname = 'deque';
const iterType = new PyType('collections._deque_iterator', TPFLAGS.HAVE_GC, typeType);
iterType.qualname = '_deque_iterator';
const revIterType = new PyType('collections._deque_reverse_iterator', TPFLAGS.HAVE_GC, typeType);
revIterType.qualname = '_deque_reverse_iterator';

const D = (o: Obj): Ring => (o as Deque).v;

/** Appends an owned reference, dropping the other end when the bound is passed. */
function append(d: Ring, o: Obj): void {
  d.push(o);
  if (d.maxlen >= 0 && d.length > d.maxlen) decref(d.shift());
}
function appendleft(d: Ring, o: Obj): void {
  d.unshift(o);
  if (d.maxlen >= 0 && d.length > d.maxlen) decref(d.pop());
}

function clearDeque(o: Obj): void {
  const d = D(o);
  const items = d.all();
  d.items = new Array(8);
  d.head = d.length = 0;
  d.state++;
  for (const i of items) decref(i);
}

function* extendG(o: Deque, iterable: Obj, left: boolean): Gen<boolean> {
  const d = o.v;
  if (iterable === o) {
    for (const item of d.all()) {
      item.rc++;
      (left ? appendleft : append)(d, item);
    }
    return true;
  }
  const it = yield* iterG(iterable);
  if (it === null) return false;
  for (;;) {
    const item = yield* nextG(it);
    if (item == null) {
      decref(it);
      return item === undefined;
    }
    (left ? appendleft : append)(d, item);
  }
}

/** A deque of the same type with the same items. CPython 3.12: deque_copy */
function* copyG(o: Deque): Gen {
  if (o.type === dequeType) {
    const made = newDeque(o.v.maxlen);
    for (const item of o.v.all()) {
      item.rc++;
      made.v.push(item);
    }
    return made;
  }
  const max = o.v.maxlen < 0 ? none() : newInt(o.v.maxlen);
  const r = yield* callG(o.type.self, o.v.maxlen < 0 ? [o] : [o, max]);
  decref(max);
  if (r !== null && !isSubtype(r.type, dequeType)) {
    const name = r.type.name;
    decref(r);
    return typeError(`${o.type.name}() must return a deque, not ${name}`);
  }
  return r;
}

function newDeque(maxlen: number): Deque {
  const ring = new Ring();
  ring.maxlen = maxlen;
  const o: Deque = new Obj<Ring>(dequeType, ring);
  gcTrack(o);
  return o;
}

/** Runs f over each item until it answers something else than undefined; the deque must not change meanwhile. */
function* scanG<T>(
  d: Ring,
  from: number,
  stop: number,
  f: (o: Obj, i: number) => Gen<T | undefined>,
): Gen<T | null | undefined> {
  const { state } = d;
  for (let i = from; i < stop; i++) {
    const item = d.at(i);
    item.rc++;
    const r = yield* f(item, i);
    decref(item);
    if (r !== undefined) return r;
    if (d.state !== state) return raise(PyExc.RuntimeError, 'deque mutated during iteration');
  }
  return undefined;
}

/** 1 found (at `found.at`), 0 not, -1 an error. */
const found = { at: 0 };
function* findG(d: Ring, value: Obj, from: number, stop: number): Gen<number> {
  const r = yield* scanG<number>(d, from, stop, function* (item, i) {
    const same = yield* compareBoolG(item, value, Py_EQ);
    if (same < 0) return -1;
    if (same === 1) {
      found.at = i;
      return 1;
    }
    return undefined;
  });
  return r === null ? -1 : (r ?? 0);
}

function removeIndex(d: Ring, i: number): void {
  d.rotate(-i);
  const gone = d.shift();
  d.rotate(i);
  decref(gone);
}

/** Position of an index argument, or null with IndexError. */
function* positionG(d: Ring, key: Obj): Gen<number | null> {
  if (key.type.nb_index === null) return typeError(`sequence index must be integer, not '${key.type.name}'`);
  let i = yield* ssizeG(key, PyExc.IndexError);
  if (i === null) return null;
  if (i < 0) i += d.length;
  if (i < 0 || i >= d.length) return raise(PyExc.IndexError, 'deque index out of range');
  return i;
}

function* itemG(o: Obj, key: Obj): Gen {
  const i = yield* positionG(D(o), key);
  if (i === null) return null;
  const r = D(o).at(i);
  r.rc++;
  return r;
}

function* setItemG(o: Obj, key: Obj, value: Obj | null): Gen {
  const d = D(o);
  const i = yield* positionG(d, key);
  if (i === null) return null;
  if (value === null) removeIndex(d, i);
  else {
    const old = d.at(i);
    value.rc++;
    d.set(i, value);
    decref(old);
  }
  return none();
}

function* compareG(a: Ring, b: Ring, op: number): Gen {
  if (a.length !== b.length && (op === Py_EQ || op === Py_NE)) return newBool(op === Py_NE);
  let i = 0;
  for (; i < a.length && i < b.length; i++) {
    const x = a.at(i);
    const y = b.at(i);
    x.rc++;
    y.rc++;
    const same = yield* compareBoolG(x, y, Py_EQ);
    let r: Res = null;
    if (same === 0) {
      if (op === Py_EQ || op === Py_NE) r = newBool(op === Py_NE);
      else {
        r = richCompare(x, y, op);
        if (r === null) r = yield* settle();
      }
    }
    decref(x);
    decref(y);
    if (same < 0) return null;
    if (same === 0) return r;
  }
  const answers: { [op: number]: boolean } = {
    [Py_LT]: a.length < b.length,
    [Py_LE]: a.length <= b.length,
    [Py_EQ]: a.length === b.length,
    [Py_NE]: a.length !== b.length,
    [Py_GT]: a.length > b.length,
    [Py_GE]: a.length >= b.length,
  };
  return newBool(answers[op]!);
}

function* reprDequeG(o: Obj): Gen {
  const d = D(o);
  const parts: string[] = [];
  for (const item of d.all()) item.rc++;
  const items = d.all();
  let ok = true;
  for (const item of items) {
    const r = ok ? yield* reprG(item) : null;
    if (r === null) ok = false;
    else {
      parts.push(r.v);
      decref(r);
    }
    decref(item);
  }
  reprLeave(o);
  if (!ok) return null;
  const name = o.type.name.slice(o.type.name.lastIndexOf('.') + 1);
  return newStr(`${name}([${parts.join(', ')}]${d.maxlen < 0 ? '' : `, maxlen=${d.maxlen}`})`);
}

const initDef = new NativeDef(
  'deque',
  '(iterable=<unrepresentable>, maxlen=<unrepresentable>)',
  () => none(),
  null,
  null,
);

function* initG(o: Deque, iterable: Obj | undefined, maxlen: Obj | undefined): Gen {
  let max = -1;
  if (maxlen !== undefined && maxlen !== None) {
    if (!isInt(maxlen)) return typeError(`an integer is required`);
    const n = yield* ssizeG(maxlen, PyExc.OverflowError);
    if (n === null) return null;
    if (n < 0) return raise(PyExc.ValueError, 'maxlen must be non-negative');
    max = n;
  }
  o.v.maxlen = max;
  if (o.v.length > 0) clearDeque(o);
  if (iterable !== undefined && !(yield* extendG(o, iterable, false))) return null;
  return none();
}

const done = (ok: boolean): Res => (ok ? none() : null);

function initMethods(t: PyType): void {
  const add = (name: string, sig: string, fn: Parameters<typeof method>[3], doc: string): void =>
    method(t, name, sig, fn, doc);
  add(
    'append',
    '($self, item, /)',
    (o: Obj, x: Obj) => (x.rc++, append(D(o), x), none()),
    'Add an element to the right side of the deque.',
  );
  add(
    'appendleft',
    '($self, item, /)',
    (o: Obj, x: Obj) => (x.rc++, appendleft(D(o), x), none()),
    'Add an element to the left side of the deque.',
  );
  add('clear', '($self, /)', (o) => (clearDeque(o), none()), 'Remove all elements from the deque.');
  for (const name of ['copy', '__copy__']) {
    add(name, '($self, /)', (o) => suspend(copyG(o as Deque), [o]), 'Return a shallow copy of a deque.');
  }
  add(
    'count',
    '($self, value, /)',
    function* (o: Obj, value: Obj): Gen {
      let n = 0;
      const d = D(o);
      const r = yield* scanG<number>(d, 0, d.length, function* (item) {
        const same = yield* compareBoolG(item, value, Py_EQ);
        if (same < 0) return -1;
        n += same;
        return undefined;
      });
      return r === undefined ? newInt(n) : null;
    },
    'Return number of occurrences of value.',
  );
  add(
    'extend',
    '($self, iterable, /)',
    function* (o: Obj, it: Obj): Gen {
      return done(yield* extendG(o as Deque, it, false));
    },
    'Extend the right side of the deque with elements from the iterable',
  );
  add(
    'extendleft',
    '($self, iterable, /)',
    function* (o: Obj, it: Obj): Gen {
      return done(yield* extendG(o as Deque, it, true));
    },
    'Extend the left side of the deque with elements from the iterable',
  );
  add(
    'index',
    '($self, value, start=0, stop=<unrepresentable>, /)',
    function* (o: Obj, value: Obj, a: Obj | undefined, b: Obj | undefined): Gen {
      const d = D(o);
      const bound = function* (x: Obj | undefined, otherwise: number): Gen<number | null> {
        if (x === undefined) return otherwise;
        if (x.type.nb_index === null)
          return typeError('slice indices must be integers or have an __index__ method');
        const n = yield* ssizeG(x, null);
        return n === null ? null : n < 0 ? Math.max(0, n + d.length) : n;
      };
      let start = yield* bound(a, 0);
      let stop = start === null ? null : yield* bound(b, d.length);
      if (start === null || stop === null) return null;
      stop = Math.min(stop, d.length);
      start = Math.min(start, stop);
      const r = yield* findG(d, value, start, stop);
      if (r < 0) return null;
      if (r === 1) return newInt(found.at);
      const text = yield* reprG(value);
      return text === null ? null : raise(PyExc.ValueError, `${text.v} is not in deque`);
    },
    'Return first index of value.\n\nRaises ValueError if the value is not present.',
  );
  add(
    'insert',
    '($self, index, value, /)',
    function* (o: Obj, index: Obj, value: Obj): Gen {
      const i = yield* ssizeG(index, PyExc.OverflowError);
      if (i === null) return null;
      const d = D(o);
      const n = d.length;
      if (d.maxlen === n) return raise(PyExc.IndexError, 'deque already at its maximum size');
      value.rc++;
      if (i >= n) append(d, value);
      else if (i <= -n || i === 0) appendleft(d, value);
      else {
        d.rotate(-i);
        if (i < 0) append(d, value);
        else appendleft(d, value);
        d.rotate(i);
      }
      return none();
    },
    'Insert value before index.',
  );
  add(
    'pop',
    '($self, /)',
    (o) => (D(o).length === 0 ? raise(PyExc.IndexError, 'pop from an empty deque') : D(o).pop()),
    'Remove and return the rightmost element.',
  );
  add(
    'popleft',
    '($self, /)',
    (o) => (D(o).length === 0 ? raise(PyExc.IndexError, 'pop from an empty deque') : D(o).shift()),
    'Remove and return the leftmost element.',
  );
  add(
    'remove',
    '($self, value, /)',
    function* (o: Obj, value: Obj): Gen {
      const d = D(o);
      const n = d.length;
      const r = yield* findG(d, value, 0, n);
      if (r < 0) return null;
      if (r === 0) {
        const text = yield* reprG(value);
        return text === null ? null : raise(PyExc.ValueError, `${text.v} is not in deque`);
      }
      if (d.length !== n) return raise(PyExc.IndexError, 'deque mutated during remove().');
      removeIndex(d, found.at);
      return none();
    },
    'Remove first occurrence of value.',
  );
  add(
    'reverse',
    '($self, /)',
    (o) => {
      const d = D(o);
      for (let i = 0, j = d.length - 1; i < j; i++, j--) {
        const x = d.at(i);
        d.set(i, d.at(j));
        d.set(j, x);
      }
      return none();
    },
    'Reverse *IN PLACE*.',
  );
  add(
    'rotate',
    '($self, n=1, /)',
    function* (o: Obj, n: Obj | undefined): Gen {
      if (n === undefined) {
        D(o).rotate(1);
        return none();
      }
      const i = yield* indexG(n);
      if (i === null) return null;
      const steps = typeof i.v === 'bigint' ? Number(i.v % BigInt(D(o).length || 1)) : i.v;
      decref(i);
      D(o).rotate(steps);
      return none();
    },
    'Rotate the deque n steps to the right.  If n is negative, rotates left.',
  );
  add(
    '__reversed__',
    '($self, /)',
    (o) => newIter(revIterType, o as Deque),
    'Return a reverse iterator over the deque.',
  );
  add(
    '__reduce__',
    '($self, /)',
    function* (o: Obj): Gen {
      const d = D(o);
      const cls: Obj = o.type.self;
      const it = yield* iterG(o);
      if (it === null) return null;
      cls.rc++;
      const state = instanceDict(o) ?? None;
      state.rc++;
      const args = d.maxlen < 0 ? newTuple([]) : newTuple([newTuple([]), newInt(d.maxlen)]);
      return newTuple([cls, args, state, it]);
    },
    'Return state information for pickling.',
  );
  add(
    '__sizeof__',
    '($self, /)',
    (o) => {
      // Blocks of 64 pointers with two links.
      const blocks = Math.max(1, Math.ceil((D(o).length + 31) / 64));
      return newInt(216 + 528 * blocks);
    },
    'Return the size of the deque in memory, in bytes.',
  );
  getset(
    t,
    'maxlen',
    (o) => (D(o).maxlen < 0 ? none() : newInt(D(o).maxlen)),
    null,
    'maximum size of a deque or None if unbounded',
  );
  classGetItem(t);
}

function repeatInto(o: Deque, n: number): Res {
  const d = o.v;
  const items = d.all();
  if (items.length * n > MAX_ITEMS) return raiseBare(PyExc.MemoryError);
  if (n <= 0) clearDeque(o);
  else {
    for (let k = 1; k < n; k++) {
      for (const item of items) {
        item.rc++;
        append(d, item);
      }
    }
  }
  o.rc++;
  return o;
}

function initDeque(): void {
  const t = dequeType;
  t.doc = 'A list-like sequence optimized for data accesses near its endpoints.';
  t.basicsize = 216;
  t.hasWeakrefs = true;
  t.tp_new = (cls) => allocInstance(cls.v, new Ring());
  t.tp_init = (o, args, kwnames) => {
    const bound = bindArguments(initDef, args, kwnames) as (Obj | undefined)[] | null;
    return bound === null ? null : suspend(initG(o as Deque, bound[0], bound[1]), [o, ...args]);
  };
  t.tp_getattro = genericGetAttr;
  t.tp_repr = (o) => (reprEnter(o) ? newStr('[...]') : suspend(reprDequeG(o), [o]));
  t.tp_hash = (o) => {
    typeError(`unhashable type: '${o.type.name}'`);
    return Number.NaN;
  };
  t.tp_richcompare = (a, b, op) =>
    isSubtype(a.type, dequeType) && isSubtype(b.type, dequeType)
      ? suspend(compareG(D(a), D(b), op), [a, b])
      : notImplemented();
  t.tp_iter = (o) => newIter(iterType, o as Deque);
  t.tp_traverse = (o, visit) => {
    const d = D(o);
    for (let i = 0; i < d.length; i++) visit(d.at(i));
  };
  t.tp_clear = clearDeque;
  t.tp_dealloc = clearDeque;
  t.sq_length = (o) => D(o).length;
  t.mp_subscript = (o, key) => {
    if (key.type.name === 'int') {
      const d = D(o);
      let i = (key as Int).v as number;
      if (i < 0) i += d.length;
      if (i >= 0 && i < d.length) {
        const r = d.at(i);
        r.rc++;
        return r;
      }
    }
    return suspend(itemG(o, key), [o, key]);
  };
  t.mp_ass_subscript = (o, key, value) =>
    suspend(setItemG(o, key, value), value === null ? [o, key] : [o, key, value]);
  t.sq_contains = (o, value) => suspend(containsG(o, value), [o, value]);
  t.sq_concat = (a, b) => {
    if (!isSubtype(b.type, dequeType)) {
      return typeError(`can only concatenate deque (not "${b.type.name}") to deque`);
    }
    return suspend(concatG(a as Deque, b as Deque), [a, b]);
  };
  t.sq_repeat = (o, n) => suspend(repeatG(o as Deque, n), [o]);
  t.sq_inplace_concat = (o, other) => suspend(inplaceG(o as Deque, other), [o, other]);
  t.sq_inplace_repeat = (o, n) => repeatInto(o as Deque, n);
  initMethods(t);
  readyLater(t);
}

function* containsG(o: Obj, value: Obj): Gen {
  const d = D(o);
  const r = yield* findG(d, value, 0, d.length);
  return r < 0 ? null : newBool(r === 1);
}

function* concatG(a: Deque, b: Deque): Gen {
  const made = yield* copyG(a);
  if (made === null) return null;
  if (yield* extendG(made as Deque, b, false)) return made;
  decref(made);
  return null;
}

function* repeatG(o: Deque, n: number): Gen {
  const made = yield* copyG(o);
  if (made === null) return null;
  const r = repeatInto(made as Deque, n);
  decref(made);
  return r;
}

function* inplaceG(o: Deque, other: Obj): Gen {
  if (!(yield* extendG(o, other, false))) return null;
  o.rc++;
  return o;
}

// --- iterators ---------------------------------------------------------------------------------------

interface DequeIter {
  deque: Deque | null;
  index: number;
  state: number;
  left: number;
}

function newIter(type: PyType, deque: Deque): Obj {
  deque.rc++;
  const o = new Obj<DequeIter>(type, { deque, index: 0, state: deque.v.state, left: deque.v.length });
  gcTrack(o);
  return o;
}

function initIter(t: PyType, backwards: boolean): void {
  const I = (o: Obj): DequeIter => (o as Obj<DequeIter>).v;
  const drop = (o: Obj): void => {
    const { deque } = I(o);
    I(o).deque = null;
    if (deque !== null) decref(deque);
  };
  t.basicsize = 56;
  t.tp_iter = selfIter;
  t.tp_iternext = (o) => {
    const it = I(o);
    if (it.deque === null) return null;
    const d = it.deque.v;
    if (d.state !== it.state) {
      it.left = 0;
      return raise(PyExc.RuntimeError, 'deque mutated during iteration');
    }
    if (it.left === 0) return null;
    const item = d.at(backwards ? d.length - 1 - it.index : it.index);
    it.index++;
    it.left--;
    item.rc++;
    return item;
  };
  t.tp_new = (_cls, args) => {
    const [o] = args;
    if (o === undefined || !isSubtype(o.type, dequeType)) {
      return typeError(
        `_deque_iterator() argument 1 must be collections.deque, not ${o?.type.name ?? 'NULL'}`,
      );
    }
    return newIter(t, o as Deque);
  };
  t.tp_traverse = (o, visit) => {
    const { deque } = I(o);
    if (deque !== null) visit(deque);
  };
  t.tp_clear = drop;
  t.tp_dealloc = drop;
  method(
    t,
    '__length_hint__',
    '($self, /)',
    (o) => newInt(I(o).left),
    'Private method returning an estimate of len(list(it)).',
  );
  method(
    t,
    '__reduce__',
    '($self, /)',
    (o) => {
      const { deque, index } = I(o);
      const cls: Obj = o.type.self;
      cls.rc++;
      const n = newInt(index);
      const args = deque === null ? newTuple([]) : tupleOf(deque, n);
      decref(n);
      return newTuple([cls, args]);
    },
    'Return state information for pickling.',
  );
  readyLater(t);
}

initDeque();
initIter(iterType, false);
initIter(revIterType, true);

export const dequeTypes = {
  deque: dequeType,
  _deque_iterator: iterType,
  _deque_reverse_iterator: revIterType,
};
