// What `keys()`, `values()` and `items()` answer, their set operations, and the iterators over dicts.
//
// Answers to CPython 3.12: Objects/dictobject.c (dictiter_*, dictview_*, dictkeys_*, dictitems_*, dictvalues_*).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { contains, getIter, lengthG, nextG } from './abstract.ts';
import { builtinsHook } from './builtinshook.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from './compare.ts';
import { getset, method } from './descrobject.ts';
import { type Dict, type DictObj, getItemG } from './dictcore.ts';
import { PyExc, raise } from './errors.ts';
import { collectG, selfIter } from './iterobject.ts';
import { type Int, newBool, newInt } from './longcore.ts';
import { newMappingProxy } from './mappingproxy.ts';
import { callSpecial, compareBoolG, reprLeave } from './object.ts';
import { reprItems, reprStart } from './seqcompare.ts';
import { isTuple, newList, newTuple, type Tuple } from './seqcore.ts';
import { isAnySet, newSet, type SetObj, setType } from './setcore.ts';
import { setAddG, setUpdateG } from './setobject.ts';
import { notImplemented } from './singletons.ts';
import { id, newStr } from './strcore.ts';
import { typeReady } from './typeobject.ts';

// --- iterators ---------------------------------------------------------------------------------------

/** Payload of the six dict iterators. */
export class DictIter {
  dict: DictObj | null;
  /** Number of keys at the start; -1 once it was seen to have changed. */
  used: number;
  pos: number;
  left: number;
  constructor(dict: DictObj, pos: number) {
    this.dict = dict;
    this.used = dict.v.used;
    this.pos = pos;
    this.left = dict.v.used;
  }
}
export type DictIterObj = Obj<DictIter>;

const KEY = 0;
const VALUE = 1;
const ITEM = 2;

function takeEntry(d: Dict, i: number, what: number): Obj {
  const key = d.keys[i]!;
  if (what === KEY) {
    key.rc++;
    return key;
  }
  const value = d.values[i]!;
  value.rc++;
  if (what === VALUE) return value;
  key.rc++;
  return newTuple([key, value]);
}

function iterEnd(o: Obj): null {
  const it = (o as DictIterObj).v;
  const dict = it.dict;
  it.dict = null;
  if (dict !== null) decref(dict);
  return null;
}

/** CPython 3.12: Objects/dictobject.c dictiter_iternextkey */
const forwards =
  (what: number) =>
  (o: Obj): Res => {
    const it = (o as DictIterObj).v;
    const dict = it.dict;
    if (dict === null) return null;
    const d = dict.v;
    if (it.used !== d.used) {
      it.used = -1;
      return raise(PyExc.RuntimeError, 'dictionary changed size during iteration');
    }
    const keys = d.keys;
    const n = keys.length;
    let i = it.pos;
    while (i < n && keys[i] === undefined) i++;
    if (i >= n) return iterEnd(o);
    if (it.left === 0) {
      raise(PyExc.RuntimeError, 'dictionary keys changed during iteration');
      return iterEnd(o);
    }
    it.pos = i + 1;
    it.left--;
    return takeEntry(d, i, what);
  };

/** CPython 3.12: Objects/dictobject.c dictreviter_iternext */
const backwards =
  (what: number) =>
  (o: Obj): Res => {
    const it = (o as DictIterObj).v;
    const dict = it.dict;
    if (dict === null) return null;
    const d = dict.v;
    if (it.used !== d.used) {
      it.used = -1;
      return raise(PyExc.RuntimeError, 'dictionary changed size during iteration');
    }
    let i = Math.min(it.pos, d.keys.length - 1);
    while (i >= 0 && d.keys[i] === undefined) i--;
    if (i < 0) return iterEnd(o);
    it.pos = i - 1;
    it.left--;
    return takeEntry(d, i, what);
  };

function iterType(name: string, next: (o: Obj) => Res): PyType {
  const t = new PyType(name, TPFLAGS.HAVE_GC, typeType);
  t.basicsize = 56;
  t.tp_iter = selfIter;
  t.tp_iternext = next;
  t.tp_traverse = (o, visit) => {
    const dict = (o as DictIterObj).v.dict;
    if (dict !== null) visit(dict);
  };
  t.tp_dealloc = iterEnd;
  method(
    t,
    '__length_hint__',
    '!($self, /)',
    (self: Obj) => {
      const it = (self as DictIterObj).v;
      return newInt(it.dict !== null && it.used === it.dict.v.used ? it.left : 0);
    },
    'Private method returning an estimate of len(list(it)).',
  );
  method(t, '__reduce__', '!($self, /)', iterReduce, 'Return state information for pickling.');
  return t;
}

// What is left, as a list: the iterator itself is not used up.
function iterReduce(self: Obj): Res {
  const it = (self as DictIterObj).v;
  const items: Obj[] = [];
  if (it.dict !== null) {
    const { used, pos, left } = it;
    const next = self.type.tp_iternext!;
    for (;;) {
      const dict: DictObj = it.dict;
      dict.rc++;
      const item = next(self);
      if (item === null) {
        // Exhausted: next() dropped the dict, which is put back with the state as it was.
        if (it.dict === null) it.dict = dict;
        else decref(dict);
        break;
      }
      decref(dict);
      items.push(item);
    }
    it.used = used;
    it.pos = pos;
    it.left = left;
    if (tstate.exc !== null) {
      for (const o of items) decref(o);
      return null;
    }
  }
  const list = newList(items);
  const f = builtinsHook.get('iter');
  if (f === null) {
    decref(list);
    return null;
  }
  return newTuple([f, newTuple([list])]);
}

export const dictIterKeyType = iterType('dict_keyiterator', forwards(KEY));
export const dictIterValueType = iterType('dict_valueiterator', forwards(VALUE));
export const dictIterItemType = iterType('dict_itemiterator', forwards(ITEM));
export const dictRevIterKeyType = iterType('dict_reversekeyiterator', backwards(KEY));
export const dictRevIterValueType = iterType('dict_reversevalueiterator', backwards(VALUE));
export const dictRevIterItemType = iterType('dict_reverseitemiterator', backwards(ITEM));

const reversedTypes = new Set([dictRevIterKeyType, dictRevIterValueType, dictRevIterItemType]);

/** An iterator of one of the six types. CPython 3.12: Objects/dictobject.c dictiter_new */
export function newDictIter(type: PyType, dict: DictObj): DictIterObj {
  dict.rc++;
  const it = new Obj<DictIter>(
    type,
    new DictIter(dict, reversedTypes.has(type) ? dict.v.keys.length - 1 : 0),
  );
  gcTrack(it);
  return it;
}

// --- views -------------------------------------------------------------------------------------------

export const dictKeysType = new PyType('dict_keys', TPFLAGS.HAVE_GC, typeType);
export const dictItemsType = new PyType('dict_items', TPFLAGS.HAVE_GC, typeType);
export const dictValuesType = new PyType('dict_values', TPFLAGS.HAVE_GC, typeType);

/** Payload: the dict (owned). */
type View = Obj<DictObj>;

/** CPython 3.12: Objects/dictobject.c _PyDictView_New */
export function newDictView(type: PyType, dict: DictObj): Obj {
  dict.rc++;
  const v = new Obj<DictObj>(type, dict);
  gcTrack(v);
  return v;
}

const isSetView = (o: Obj): o is View => o.type === dictKeysType || o.type === dictItemsType;

function view_repr(o: Obj): Res {
  if (!reprStart(o)) return newStr('...');
  return suspend(viewReprG(o), [o]);
}

function* viewReprG(o: Obj): Gen {
  const items = yield* collectG(o, false);
  if (items === null) {
    reprLeave(o);
    return null;
  }
  const list = newList(items);
  let r = reprItems(o, () => list.v, `${o.type.name}([`, '])');
  if (r === null) r = yield* settle();
  decref(list);
  return r;
}

/** 1, 0, or -1 with an error. CPython 3.12: Objects/dictobject.c dictitems_contains */
function* itemsHasG(view: View, o: Obj): Gen<number> {
  if (!isTuple(o) || o.v.length !== 2) return 0;
  const [key, value] = (o as Tuple).v as [Obj, Obj];
  const found = yield* getItemG(view.v.v, key);
  if (found === null) return -1;
  if (found === undefined) return 0;
  found.rc++;
  const same = yield* compareBoolG(found, value, Py_EQ);
  decref(found);
  return same;
}

function* hasG(view: Obj, o: Obj): Gen<number> {
  let r = contains(view, o);
  if (r === null) r = yield* settle();
  if (r === null) return -1;
  const yes = (r as Int).v !== 0;
  decref(r);
  return yes ? 1 : 0;
}

function* answer(test: Gen<number>): Gen {
  const r = yield* test;
  return r < 0 ? null : newBool(r === 1);
}

// CPython 3.12: all_contained_in
function* allInG(self: Obj, other: Obj): Gen<number> {
  let it = getIter(self);
  if (it === null) it = yield* settle();
  if (it === null) return -1;
  for (;;) {
    const item = yield* nextG(it);
    if (item == null) {
      decref(it);
      return item === undefined ? 1 : -1;
    }
    const ok = yield* hasG(other, item);
    decref(item);
    if (ok <= 0) {
      decref(it);
      return ok;
    }
  }
}

function view_richcompare(a: Obj, b: Obj, op: number): Res {
  if (!isAnySet(b) && !isSetView(b)) return notImplemented();
  return suspend(viewCompareG(a, b, op), [a, b]);
}

function* viewCompareG(a: Obj, b: Obj, op: number): Gen {
  const x = yield* lengthG(a);
  const y = yield* lengthG(b);
  let ok = 0;
  switch (op) {
    case Py_EQ:
    case Py_NE:
      if (x === y) ok = yield* allInG(a, b);
      if (op === Py_NE && ok >= 0) ok = 1 - ok;
      break;
    case Py_LT:
      if (x < y) ok = yield* allInG(a, b);
      break;
    case Py_LE:
      if (x <= y) ok = yield* allInG(a, b);
      break;
    case Py_GT:
      if (x > y) ok = yield* allInG(b, a);
      break;
    case Py_GE:
      if (x >= y) ok = yield* allInG(b, a);
      break;
  }
  return ok < 0 ? null : newBool(ok === 1);
}

// --- set operations of keys and items ----------------------------------------------------------------

// CPython 3.12: dictviews_to_set
function* toSetG(self: Obj): Gen<SetObj | null> {
  const s = newSet();
  const from = self.type === dictKeysType && (self as View).v.type.name === 'dict' ? (self as View).v : self;
  if (yield* setUpdateG(s, from)) return s;
  decref(s);
  return null;
}

/** The view's items as a set, then a set method with the other operand. */
function* viaSetG(self: Obj, method: string, other: Obj): Gen {
  const s = yield* toSetG(self);
  if (s === null) return null;
  let r = callSpecial(s, id(method), [other]) as Res;
  if (r === null) r = yield* settle();
  if (r !== null) {
    decref(r);
    return s;
  }
  decref(s);
  return null;
}

function* orG(self: Obj, other: Obj): Gen {
  const s = yield* toSetG(self);
  if (s === null) return null;
  if (yield* setUpdateG(s, other)) return s;
  decref(s);
  return null;
}

/** CPython 3.12: Objects/dictobject.c _PyDictView_Intersect */
function* andG(self: Obj, other: Obj): Gen {
  if (!isSetView(self)) [self, other] = [other, self];
  const size = (self as View).v.v.used;
  if (other.type === setType && size <= (other as SetObj).v.used) {
    const r = callSpecial(other, id('intersection'), [self]) as Res;
    return r === null ? yield* settle() : r;
  }
  if (isSetView(other) && other.v.v.used > size) [self, other] = [other, self];
  const result = newSet();
  let it = getIter(other);
  if (it === null) it = yield* settle();
  if (it === null) {
    decref(result);
    return null;
  }
  for (;;) {
    const key = yield* nextG(it);
    if (key === undefined) {
      decref(it);
      return result;
    }
    let ok = false;
    if (key !== null) {
      const there = yield* hasG(self, key);
      ok = there === 0 || (there > 0 && (yield* setAddG(result, key)));
      decref(key);
    }
    if (!ok) {
      decref(it);
      decref(result);
      return null;
    }
  }
}

/** CPython 3.12: Objects/dictobject.c dictitems_xor */
function* itemsXorG(self: View, other: View): Gen {
  const result = newSet();
  const failed = (): null => {
    decref(result);
    return null;
  };
  const d1 = self.v.v;
  const d2 = other.v.v;
  // Pairs of the second that the first has not, in order; then what only the first has.
  for (const [d, view] of [
    [d2, self],
    [d1, other],
  ] as [Dict, View][]) {
    for (let i = 0; i < d.keys.length; i++) {
      if (d.keys[i] === undefined) continue;
      const pair = takeEntry(d, i, ITEM);
      const there = yield* itemsHasG(view, pair);
      const ok = there > 0 || (there === 0 && (yield* setAddG(result, pair)));
      decref(pair);
      if (!ok) return failed();
    }
  }
  return result;
}

function* isDisjointG(self: Obj, other: Obj): Gen {
  if (self === other) return newBool((self as View).v.v.used === 0);
  if (isAnySet(other) || isSetView(other)) {
    const n = yield* lengthG(other);
    if (n > (self as View).v.v.used) [self, other] = [other, self];
  }
  let it = getIter(other);
  if (it === null) it = yield* settle();
  if (it === null) return null;
  for (;;) {
    const item = yield* nextG(it);
    if (item == null) {
      decref(it);
      return item === undefined ? newBool(true) : null;
    }
    const there = yield* hasG(self, item);
    decref(item);
    if (there !== 0) {
      decref(it);
      return there < 0 ? null : newBool(false);
    }
  }
}

function addView(t: PyType, iter: PyType, reversed: PyType, what: string): void {
  t.basicsize = 24;
  t.tp_repr = view_repr;
  t.tp_iter = (o) => newDictIter(iter, (o as View).v);
  t.tp_traverse = (o, visit) => visit((o as View).v);
  t.tp_dealloc = (o) => decref((o as View).v);
  t.sq_length = (o) => (o as View).v.v.used;
  method(
    t,
    '__reversed__',
    '!($self, /)',
    (self: Obj) => newDictIter(reversed, (self as View).v),
    `Return a reverse iterator over the dict ${what}.`,
  );
  getset(
    t,
    'mapping',
    (self) => newMappingProxy((self as View).v),
    null,
    'dictionary that this view refers to',
  );
}

function addSetOps(t: PyType): void {
  t.tp_richcompare = view_richcompare;
  t.nb_subtract = (a, b) => suspend(viaSetG(a, 'difference_update', b), [a, b]);
  t.nb_and = (a, b) => suspend(andG(a, b), [a, b]);
  t.nb_xor = (a, b) =>
    a.type === dictItemsType && b.type === dictItemsType
      ? suspend(itemsXorG(a as View, b as View), [a, b])
      : suspend(viaSetG(a, 'symmetric_difference_update', b), [a, b]);
  t.nb_or = (a, b) => suspend(orG(a, b), [a, b]);
  method(
    t,
    'isdisjoint',
    '!($self, other, /)',
    isDisjointG,
    'Return True if the view and the given iterable have a null intersection.',
  );
}

export function initDictViews(): void {
  for (const t of [dictIterKeyType, dictIterValueType, dictIterItemType, ...reversedTypes]) typeReady(t);
  addView(dictKeysType, dictIterKeyType, dictRevIterKeyType, 'keys');
  addView(dictItemsType, dictIterItemType, dictRevIterItemType, 'items');
  addView(dictValuesType, dictIterValueType, dictRevIterValueType, 'values');
  addSetOps(dictKeysType);
  addSetOps(dictItemsType);
  dictKeysType.sq_contains = (o, key) => contains((o as View).v, key);
  dictItemsType.sq_contains = (o, pair) => suspend(answer(itemsHasG(o as View, pair)), [o, pair]);
  for (const t of [dictKeysType, dictItemsType, dictValuesType]) typeReady(t);
}
