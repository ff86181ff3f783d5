// Lists: their methods and operators. Making and growing them is in seqcore.ts, sorting in listsort.ts.
//
// Answers to CPython 3.12: Objects/listobject.c.

import { decref, decrefAll, type Obj, type PyType, type Res, tstate, worked } from '../memory/object.ts';
import { type Gen, POLL, settle, suspend } from '../memory/suspend.ts';
import { getIter, pollDue } from './abstract.ts';
import { Py_EQ, Py_NE } from './compare.ts';
import { classMethod, method } from './descrobject.ts';
import { PyExc, raise, raiseBare, typeError } from './errors.ts';
import { newGenericAlias } from './genericalias.ts';
import {
  iterEnded,
  lengthHintG,
  newSeqIter,
  type SeqIterObj,
  seqIterEnd,
  seqIterType,
  sequenceFastG,
} from './iterobject.ts';
import { listSortG } from './listsort.ts';
import { intType, isInt, newBool, newInt } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { reprG, truthG } from './object.ts';
import { indexBoundsG, ssizeArgG } from './searchargs.ts';
import {
  findItem,
  findItemG,
  type Items,
  reprItems,
  reprStart,
  searchedTo,
  sequenceCompare,
  sequenceContains,
} from './seqcompare.ts';
import {
  isList,
  type List,
  listAppendOwned,
  listResized,
  listType,
  newList,
  type Tuple,
  tupleType,
} from './seqcore.ts';
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
import { newStr } from './strcore.ts';
import { countG, itemsClear, itemsTraverse, MAX_ITEMS, pick, repeated } from './tupleobject.ts';
import { allocInstance, typeReady } from './typeobject.ts';

/** `l[i]` for an index that may be negative (new reference). */
export function listGetInt(l: List, i: number): Res {
  const items = l.v;
  if (i < 0) i += items.length;
  if (i < 0 || i >= items.length) return raise(PyExc.IndexError, 'list index out of range');
  const r = items[i]!;
  r.rc++;
  return r;
}

function list_item(o: Obj, i: number): Res {
  const items = (o as List).v;
  if (i < 0 || i >= items.length) return raise(PyExc.IndexError, 'list index out of range');
  const r = items[i]!;
  r.rc++;
  return r;
}

const INDICES = 'list indices must be integers or slices';

/** `l[key]`. CPython 3.12: Objects/listobject.c list_subscript */
export function listSubscript(o: Obj, key: Obj): Res {
  if (key.type === intType && typeof key.v === 'number') return listGetInt(o as List, key.v);
  return subscript(
    o,
    key,
    INDICES,
    (i) => listGetInt(o as List, i),
    (u) => {
      const items = (o as List).v;
      const span = spanOf(u, items.length);
      return newList(pick(items, span.start, span.step, span.length));
    },
  );
}

function list_concat(a: Obj, b: Obj): Res {
  if (!isList(b)) return typeError(`can only concatenate list (not "${b.type.name}") to list`);
  const items = (a as List).v.concat(b.v);
  for (let i = 0; i < items.length; i++) items[i]!.rc++;
  return newList(items);
}

function list_repeat(o: Obj, n: number): Res {
  const items = (o as List).v;
  if (items.length === 0 || n <= 0) return newList([]);
  const out = repeated(items, n);
  return out === null ? null : newList(out);
}

function list_inplace_repeat(o: Obj, n: number): Res {
  const list = o as List;
  const size = list.v.length;
  if (size > 0 && n !== 1) {
    if (n < 1) listClear(list);
    else {
      if (size * n > MAX_ITEMS) return raiseBare(PyExc.MemoryError);
      listResized(list, size * n);
      const out = repeated(list.v, n - 1);
      if (out === null) return null;
      for (let i = 0; i < out.length; i++) list.v.push(out[i]!);
    }
  }
  list.rc++;
  return list;
}

/** Drops all items, from the last to the first. CPython 3.12: Objects/listobject.c _list_clear */
export function listClear(list: List): void {
  if (list.type === listType) list.x = 0;
  itemsClear(list);
}

// --- changing ----------------------------------------------------------------------------------------

/** `l[i] = value` or `del l[i]`; None, or null. The index may be negative. CPython 3.12: list_ass_item */
export function listSetInt(list: List, i: number, value: Obj | null): Res {
  const items = list.v;
  if (i < 0) i += items.length;
  if (i < 0 || i >= items.length) return raise(PyExc.IndexError, 'list assignment index out of range');
  if (value === null) replace(list, i, i + 1, []);
  else {
    const old = items[i]!;
    value.rc++;
    items[i] = value;
    decref(old);
  }
  return none();
}

/** `l[low:high] = fresh` (owned), bounds within the list. CPython 3.12: Objects/listobject.c list_ass_slice */
function replace(list: List, low: number, high: number, fresh: Obj[]): void {
  const items = list.v;
  const gone = high - low;
  const size = items.length + fresh.length - gone;
  if (size === 0) {
    listClear(list);
    return;
  }
  listResized(list, size);
  let old: Obj[];
  if (fresh.length === 0 && gone === 1) {
    old = [items[low]!];
    items.copyWithin(low, high);
    items.pop();
  } else if (fresh.length < 10000) old = items.splice(low, gone, ...fresh);
  else {
    old = items.slice(low, high);
    list.v = items.slice(0, low).concat(fresh, items.slice(high));
  }
  for (let k = old.length - 1; k >= 0; k--) decref(old[k]!);
}

/** CPython 3.12: Objects/listobject.c list_ass_subscript */
function list_ass_subscript(o: Obj, key: Obj, value: Obj | null): Res {
  const list = o as List;
  if (isInt(key) && typeof key.v === 'number') return listSetInt(list, key.v, value);
  if (key.type === sliceType) {
    if (value === null) {
      const u = unpackSlice(key as Slice);
      if (u === null) return null;
      if (u !== undefined) return deleteSlice(list, u);
    }
    return suspend(assignSliceG(list, key as Slice, value), value === null ? [o, key] : [o, key, value]);
  }
  return subscript(o, key, INDICES, (i) => listSetInt(list, i, value), notSliced);
}
const notSliced = (): Res => null;

function* assignSliceG(list: List, key: Slice, value: Obj | null): Gen {
  const u = unpackSlice(key) ?? (yield* unpackSliceG(key));
  if (u == null) return null;
  if (value === null) return deleteSlice(list, u);
  const fresh = yield* sequenceFastG(value, 'must assign iterable to extended slice');
  if (fresh === null) return null;
  const span = spanOf(u, list.v.length);
  if (u.step === 1) {
    replace(list, span.start, Math.max(span.start, span.stop), fresh);
    return none();
  }
  if (fresh.length !== span.length) {
    decrefAll(fresh);
    return raise(
      PyExc.ValueError,
      `attempt to assign sequence of size ${fresh.length} to extended slice of size ${span.length}`,
    );
  }
  const old: Obj[] = [];
  for (let i = 0, at = span.start; i < fresh.length; i++, at += span.step) {
    old.push(list.v[at]!);
    list.v[at] = fresh[i]!;
  }
  decrefAll(old);
  return none();
}

function deleteSlice(list: List, u: Unpacked): Res {
  const span = spanOf(u, list.v.length);
  if (span.length === 0) return none();
  if (u.step === 1) {
    replace(list, span.start, span.stop, []);
    return none();
  }
  // Backwards is the same items forwards.
  let { start, step } = span;
  if (step < 0) {
    start += step * (span.length - 1);
    step = -step;
  }
  const items = list.v;
  const old: Obj[] = [];
  let to = start;
  for (let i = start, left = span.length, next = start; i < items.length; i++) {
    if (left > 0 && i === next) {
      old.push(items[i]!);
      next += step;
      left--;
    } else items[to++] = items[i]!;
  }
  listResized(list, to);
  items.length = to;
  decrefAll(old);
  return none();
}

/**
 * Appends all items of an iterable; false with an error. CPython 3.12: Objects/listobject.c list_extend
 */
export function* listExtendG(list: List, iterable: Obj): Gen<boolean> {
  if (listExtendFast(list, iterable)) return true;
  let it = getIter(iterable);
  if (it === null) it = yield* settle();
  if (it === null) return false;
  const hint = yield* lengthHintG(iterable, 8);
  if (hint > MAX_ITEMS) raiseBare(PyExc.MemoryError);
  if (hint < 0 || hint > MAX_ITEMS) {
    decref(it);
    return false;
  }
  if (list.type === listType && hint < MAX_ITEMS) {
    if (list.x === 0) list.x = (hint + 1) & ~1;
    else listResized(list, list.v.length + hint);
  }
  const next = it.type.tp_iternext!;
  let ok = true;
  for (;;) {
    if (pollDue()) yield POLL;
    let r = next(it);
    if (r === null) {
      if (tstate.pending !== null) r = yield* settle();
      if (r === null) {
        ok = iterEnded();
        break;
      }
    }
    listAppendOwned(list, r);
    if (list.v.length > MAX_ITEMS) {
      raiseBare(PyExc.MemoryError);
      ok = false;
      break;
    }
  }
  if (ok) listResized(list, list.v.length);
  decref(it);
  return ok;
}

/**
 * A list of the items of an iterable just read (owned), with the room that filling an empty list gives it.
 * CPython 3.12: Objects/listobject.c list_preallocate_exact
 */
export function listOfItems(items: Obj[]): List {
  const list = newList(items);
  list.x = (items.length + 1) & ~1;
  return list;
}

/** list_extend by an exact list or tuple, or by itself; false: use listExtendG. */
export function listExtendFast(list: List, iterable: Obj): boolean {
  const type = iterable.type;
  if (type !== listType && type !== tupleType && iterable !== list) return false;
  const source = (iterable as List | Tuple).v;
  const n = source.length;
  if (n === 0) return true;
  if (list.type === listType && list.x === 0) list.x = (n + 1) & ~1;
  else listResized(list, list.v.length + n);
  const items = list.v;
  for (let i = 0; i < n; i++) {
    const o = source[i]!;
    o.rc++;
    items.push(o);
  }
  return true;
}

/** list.extend and the LIST_EXTEND of displays: None, or null. */
export function listExtend(list: List, iterable: Obj): Res {
  if (listExtendFast(list, iterable)) return none();
  return suspend(extendG(list, iterable), [list, iterable]);
}

function* extendG(list: List, iterable: Obj): Gen {
  return (yield* listExtendG(list, iterable)) ? none() : null;
}

function list_inplace_concat(o: Obj, other: Obj): Res {
  if (listExtendFast(o as List, other)) {
    o.rc++;
    return o;
  }
  return suspend(inplaceConcatG(o as List, other), [o, other]);
}

function* inplaceConcatG(list: List, other: Obj): Gen {
  if (!(yield* listExtendG(list, other))) return null;
  list.rc++;
  return list;
}

// --- methods -----------------------------------------------------------------------------------------

function list_append(self: Obj, object: Obj): Res {
  object.rc++;
  listAppendOwned(self as List, object);
  return none();
}

function insertAt(list: List, where: number, o: Obj): Res {
  const items = list.v;
  const n = items.length;
  if (where < 0) where = Math.max(0, where + n);
  if (where > n) where = n;
  listResized(list, n + 1);
  o.rc++;
  if (where === n) items.push(o);
  else items.splice(where, 0, o);
  return none();
}

function list_insert(self: Obj, index: Obj, object: Obj): Res {
  if (isInt(index) && typeof index.v === 'number') return insertAt(self as List, index.v, object);
  return suspend(insertG(self as List, index, object), [self, index, object]);
}

function* insertG(list: List, index: Obj, object: Obj): Gen {
  const i = yield* ssizeArgG(index);
  return i === null ? null : insertAt(list, i, object);
}

/** Removes and answers the item at `index` (owned); null with IndexError. */
export function listPop(list: List, index = -1): Res {
  const items = list.v;
  const n = items.length;
  if (n === 0) return raise(PyExc.IndexError, 'pop from empty list');
  if (index < 0) index += n;
  if (index < 0 || index >= n) return raise(PyExc.IndexError, 'pop index out of range');
  const r = items[index]!;
  listResized(list, n - 1);
  if (index === n - 1) items.pop();
  else {
    items.copyWithin(index, index + 1);
    items.pop();
  }
  return r;
}

function list_pop(self: Obj, index?: Obj): Res {
  if (index === undefined) return listPop(self as List);
  if (isInt(index) && typeof index.v === 'number') return listPop(self as List, index.v);
  return suspend(popG(self as List, index), [self, index]);
}

function* popG(list: List, index: Obj): Gen {
  const i = yield* ssizeArgG(index);
  return i === null ? null : listPop(list, i);
}

function list_remove(self: Obj, value: Obj): Res {
  const at = findItem(self as Items, value, 0, Infinity);
  if (at === -3) return suspend(removeG(self as List, value, searchedTo), [self, value]);
  return removeFound(self as List, at);
}

function* removeG(list: List, value: Obj, from: number): Gen {
  const at = yield* findItemG(list, value, from, Infinity);
  return at === -2 ? null : removeFound(list, at);
}

function removeFound(list: List, at: number): Res {
  if (at < 0) return raise(PyExc.ValueError, 'list.remove(x): x not in list');
  if (at < list.v.length) replace(list, at, at + 1, []);
  return none();
}

function* list_index(self: Obj, value: Obj, start?: Obj, stop?: Obj): Gen {
  const bounds = yield* indexBoundsG(start, stop, () => (self as List).v.length);
  if (bounds === null) return null;
  const at = yield* findItemG(self as Items, value, bounds.start, bounds.stop);
  if (at === -2) return null;
  if (at >= 0) return newInt(at);
  const text = yield* reprG(value);
  if (text === null) return null;
  const message = `${text.v} is not in list`;
  decref(text);
  return raise(PyExc.ValueError, message);
}

function list_count(self: Obj, value: Obj): Res {
  let count = 0;
  for (let at = 0; ; at++) {
    at = findItem(self as Items, value, at, Infinity);
    if (at === -1) return newInt(count);
    if (at < 0) return suspend(countG(self as Items, value), [self, value]);
    count++;
  }
}

function* list_sort(self: Obj, key?: Obj, reverse?: Obj): Gen {
  let backwards = 0;
  if (reverse !== undefined) {
    backwards = yield* truthG(reverse);
    if (backwards < 0) return null;
  }
  worked((self as List).v.length * 16);
  return (yield* listSortG(self as List, key ?? null, backwards === 1)) ? none() : null;
}

function list_repr(o: Obj): Res {
  if ((o as List).v.length === 0) return newStr('[]');
  if (!reprStart(o)) return newStr('[...]');
  return reprItems(o, () => (o as List).v, '[', ']');
}

function list_richcompare(a: Obj, b: Obj, op: number): Res {
  if (!isList(a) || !isList(b)) return notImplemented();
  if (a.v.length !== b.v.length && (op === Py_EQ || op === Py_NE)) return newBool(op === Py_NE);
  return sequenceCompare(a, b, op);
}

const initDef = new NativeDef('list', '(iterable=(), /)', () => null, null, null);

/** CPython 3.12: PyType_GenericNew */
function list_new(type: Obj<PyType>, _args: Obj[], _kwnames: Obj[] | null): Res {
  return type.v === listType ? newList([]) : allocInstance(type.v, [] as Obj[]);
}

/** CPython 3.12: Objects/clinic/listobject.c.h list___init__ */
function list_init(self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  // A subclass that makes its instances itself may have taken keyword arguments there.
  const own = self.type.tp_new !== list_new;
  const given = own ? args.slice(0, args.length - (kwnames?.length ?? 0)) : args;
  const bound = bindArguments(initDef, given, own ? null : kwnames);
  if (bound === null) return null;
  if ((self as List).v.length > 0) listClear(self as List);
  const iterable = bound[0] as Obj | undefined;
  return iterable === undefined ? none() : listExtend(self as List, iterable);
}

// --- iterators ---------------------------------------------------------------------------------------

function listiter_next(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  const seq = it.seq as List | null;
  if (seq === null) return null;
  const items = seq.v;
  if (it.index < items.length) {
    const r = items[it.index++]!;
    r.rc++;
    return r;
  }
  return seqIterEnd(o);
}

function listreviter_next(o: Obj): Res {
  const it = (o as SeqIterObj).v;
  const seq = it.seq as List | null;
  if (seq === null) return null;
  const i = it.index;
  if (i >= 0 && i < seq.v.length) {
    const r = seq.v[i]!;
    it.index--;
    r.rc++;
    return r;
  }
  it.index = -1;
  return seqIterEnd(o);
}

const lengthOf = (seq: Obj): number => (seq as List).v.length;
export const listIterType = seqIterType('list_iterator', listiter_next, lengthOf);
export const listRevIterType = seqIterType('list_reverseiterator', listreviter_next, lengthOf, true);

export function initList(): void {
  const t = listType;
  t.doc =
    'Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.';
  t.basicsize = 40;
  t.tp_new = list_new;
  t.tp_init = list_init;
  t.tp_repr = list_repr;
  t.tp_hash = hashNotImplemented;
  t.tp_richcompare = list_richcompare;
  t.tp_iter = (o) => newSeqIter(listIterType, o);
  t.tp_traverse = itemsTraverse;
  t.tp_clear = (o) => listClear(o as List);
  t.tp_dealloc = itemsClear;
  t.sq_length = t.mp_length = lengthOf;
  t.sq_concat = list_concat;
  t.sq_repeat = list_repeat;
  t.sq_item = list_item;
  t.sq_ass_item = (o, i, v) => listSetInt(o as List, i, v);
  t.sq_contains = sequenceContains;
  t.sq_inplace_concat = list_inplace_concat;
  t.sq_inplace_repeat = list_inplace_repeat;
  t.mp_subscript = listSubscript;
  t.mp_ass_subscript = list_ass_subscript;
  method(t, '__getitem__', '($self, index, /)', listSubscript, 'Return self[index].');
  method(
    t,
    '__reversed__',
    '($self, /)',
    (self: Obj) => newSeqIter(listRevIterType, self, (self as List).v.length - 1),
    'Return a reverse iterator over the list.',
  );
  method(
    t,
    '__sizeof__',
    '($self, /)',
    (self: Obj) => {
      const slots = self.type === listType ? Math.max(0, self.x as number) : (self as List).v.length;
      return newInt(self.type.basicsize + 8 * slots);
    },
    'Return the size of the list in memory, in bytes.',
  );
  method(
    t,
    'clear',
    '($self, /)',
    (self: Obj) => {
      listClear(self as List);
      return none();
    },
    'Remove all items from list.',
  );
  method(
    t,
    'copy',
    '($self, /)',
    (self: Obj) => newList(pick((self as List).v, 0, 1, Infinity)),
    'Return a shallow copy of the list.',
  );
  method(t, 'append', '($self, object, /)', list_append, 'Append object to the end of the list.');
  method(t, 'insert', '($self, index, object, /)', list_insert, 'Insert object before index.');
  method(
    t,
    'extend',
    '($self, iterable, /)',
    (self: Obj, iterable: Obj) => listExtend(self as List, iterable),
    'Extend list by appending elements from the iterable.',
  );
  method(
    t,
    'pop',
    '($self, index=-1, /)',
    list_pop,
    'Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.',
  );
  method(
    t,
    'remove',
    '($self, value, /)',
    list_remove,
    'Remove first occurrence of value.\n\nRaises ValueError if the value is not present.',
  );
  method(
    t,
    'index',
    '($self, value, start=0, stop=sys.maxsize, /)',
    list_index,
    'Return first index of value.\n\nRaises ValueError if the value is not present.',
  );
  method(t, 'count', '($self, value, /)', list_count, 'Return number of occurrences of value.');
  method(
    t,
    'reverse',
    '($self, /)',
    (self: Obj) => {
      (self as List).v.reverse();
      return none();
    },
    'Reverse *IN PLACE*.',
  );
  method(
    t,
    'sort',
    '($self, /, *, key=None, reverse=False)',
    list_sort,
    'Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.',
  );
  classMethod(t, '__class_getitem__', '!($type, item, /)', newGenericAlias, 'See PEP 585');
  typeReady(t);
  typeReady(listIterType);
  typeReady(listRevIterType);
}
