// Sets and frozensets: their methods and operators. The hash table is in setcore.ts.
//
// Whatever reads another iterable is a generator native: it may run Python code at every step.
//
// Answers to CPython 3.12: Objects/setobject.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, ref, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getIter, nextG } from './abstract.ts';
import { builtinsHook } from './builtinshook.ts';
import { Py_EQ, Py_GE, Py_LE, Py_LT, Py_NE } from './compare.ts';
import { classMethod, method } from './descrobject.ts';
import { type DictObj, dictType, FAILED, MISSING, NEEDS_PYTHON } from './dictcore.ts';
import { keyError } from './dictobject.ts';
import { clearIf, matches, PyExc, raise, typeError } from './errors.ts';
import { newGenericAlias } from './genericalias.ts';
import { collectG, selfIter } from './iterobject.ts';
import { intType, newBool, newInt, True } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { reprLeave } from './object.ts';
import { reprItems, reprStart } from './seqcompare.ts';
import { newList, newTuple } from './seqcore.ts';
import {
  frozensetType,
  hashKey,
  hashKeyG,
  hashKeyRestG,
  highOf,
  isAnySet,
  newFrozenSet,
  newSet,
  type SetObj,
  SetTable,
  setAddHashedG,
  setClear,
  setFind,
  setFindG,
  setInsert,
  setKeys,
  setMergeG,
  setRemoveAt,
  setResize,
  setType,
} from './setcore.ts';
import { None, none, notImplemented } from './singletons.ts';
import { hashNotImplemented } from './slotdefs.ts';
import { newStr, strHashFull, strType } from './strcore.ts';
import { isSubtype } from './typecore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

const tableOf = (o: Obj): SetTable => (o as SetObj).v;

// --- one key -----------------------------------------------------------------------------------------

/** Adds a key (borrowed); false: an error. For generator natives. CPython 3.12: Objects/setobject.c set_add_key */
export function* setAddG(s: SetObj, key: Obj): Gen<boolean> {
  const lo = yield* hashKeyG(key);
  if (Number.isNaN(lo)) return false;
  return yield* setAddHashedG(s.v, key, lo, highOf());
}

/** Adds a key (borrowed): None, or null. CPython 3.12: Objects/setobject.c set_add */
export function setAdd(self: Obj, key: Obj): Res {
  const s = tableOf(self);
  const lo = hashKey(key);
  const hi = highOf();
  if (!Number.isNaN(lo)) {
    const at = setFind(s, key, lo, hi);
    if (at !== NEEDS_PYTHON) {
      if (at === MISSING) {
        key.rc++;
        setInsert(s, key, lo, hi);
      }
      return none();
    }
  } else if (tstate.pending === null) return null;
  return suspend(addRestG(self as SetObj, key, lo, hi), [self, key]);
}

function* addRestG(self: SetObj, key: Obj, lo: number, hi: number): Gen {
  if (Number.isNaN(lo)) {
    lo = yield* hashKeyRestG();
    if (Number.isNaN(lo)) return null;
    hi = highOf();
  }
  return (yield* setAddHashedG(self.v, key, lo, hi)) ? none() : null;
}

/** 1, 0, or -1 with an error. */
function* containsHashedG(s: SetTable, key: Obj, lo: number, hi: number): Gen<number> {
  let at = setFind(s, key, lo, hi);
  if (at === NEEDS_PYTHON) {
    key.rc++;
    at = yield* setFindG(s, key, lo, hi);
    decref(key);
  }
  return at === FAILED ? -1 : at === MISSING ? 0 : 1;
}

function* containsKeyG(s: SetTable, key: Obj): Gen<number> {
  const lo = yield* hashKeyG(key);
  return Number.isNaN(lo) ? -1 : yield* containsHashedG(s, key, lo, highOf());
}

/** 1 removed, 0 not there, -1 with an error. CPython 3.12: set_discard_entry */
function* discardHashedG(s: SetTable, key: Obj, lo: number, hi: number): Gen<number> {
  let at = setFind(s, key, lo, hi);
  if (at === NEEDS_PYTHON) at = yield* setFindG(s, key, lo, hi);
  if (at === FAILED) return -1;
  if (at === MISSING) return 0;
  decref(setRemoveAt(s, at));
  return 1;
}

function* discardKeyG(s: SetTable, key: Obj): Gen<number> {
  const lo = yield* hashKeyG(key);
  return Number.isNaN(lo) ? -1 : yield* discardHashedG(s, key, lo, highOf());
}

// A set cannot be hashed, but may be looked for: as the frozenset it equals.
function* asFrozenG(key: Obj, failed: number, again: (s: Obj) => Gen<number>): Gen<number> {
  if (failed >= 0 || !isSubtype(key.type, setType) || !matches(PyExc.TypeError)) return failed;
  clearIf(PyExc.TypeError);
  const frozen = newFrozenSet();
  const r = (yield* setMergeG(frozen.v, tableOf(key))) ? yield* again(frozen) : -1;
  decref(frozen);
  return r;
}

/** `key in s`. CPython 3.12: Objects/setobject.c set_contains */
export function setContains(self: Obj, key: Obj): Res {
  const lo = hashKey(key);
  const hi = highOf();
  if (!Number.isNaN(lo)) {
    const at = setFind(tableOf(self), key, lo, hi);
    if (at !== NEEDS_PYTHON) return newBool(at >= 0);
  }
  return suspend(containsG(self as SetObj, key, lo, hi), [self, key]);
}

function* containsG(self: SetObj, key: Obj, lo: number, hi: number): Gen {
  let r = -1;
  if (Number.isNaN(lo) && tstate.pending !== null) {
    lo = yield* hashKeyRestG();
    hi = highOf();
  }
  if (!Number.isNaN(lo)) r = yield* containsHashedG(self.v, key, lo, hi);
  r = yield* asFrozenG(key, r, (k) => containsKeyG(self.v, k));
  return r < 0 ? null : newBool(r === 1);
}

/** Removes a key that can be found without Python code: 1 removed, 0 not there, -1 not done. */
function discardNow(s: SetTable, key: Obj): number {
  if (key.type !== intType && key.type !== strType) return -1;
  const lo = hashKey(key);
  const at = setFind(s, key, lo, highOf());
  if (at === NEEDS_PYTHON) return -1;
  if (at === MISSING) return 0;
  decref(setRemoveAt(s, at));
  return 1;
}

function set_remove(self: Obj, key: Obj): Res {
  const r = discardNow(tableOf(self), key);
  return r === 1 ? none() : r === 0 ? keyError(key) : suspend(removeG(self, key), [self, key]);
}

function* removeG(self: Obj, key: Obj): Gen {
  const s = tableOf(self);
  const r = yield* asFrozenG(key, yield* discardKeyG(s, key), (k) => discardKeyG(s, k));
  return r < 0 ? null : r === 0 ? keyError(key) : none();
}

function set_discard(self: Obj, key: Obj): Res {
  return discardNow(tableOf(self), key) >= 0 ? none() : suspend(discardG(self, key), [self, key]);
}

function* discardG(self: Obj, key: Obj): Gen {
  const s = tableOf(self);
  const r = yield* asFrozenG(key, yield* discardKeyG(s, key), (k) => discardKeyG(s, k));
  return r < 0 ? null : none();
}

function set_pop(self: Obj): Res {
  const s = tableOf(self);
  if (s.used === 0) return raise(PyExc.KeyError, 'pop from an empty set');
  let at = s.finger & s.mask;
  while (s.keys[at] == null) at = at === s.mask ? 0 : at + 1;
  s.finger = at + 1;
  return setRemoveAt(s, at);
}

// --- whole sets --------------------------------------------------------------------------------------

/** An empty set of this type: a set, a frozenset, or an instance of a subclass. */
function emptyOf(type: PyType): SetObj {
  if (type === setType) return newSet();
  if (type === frozensetType) return newFrozenSet();
  return allocInstance(type, new SetTable());
}

function baseOf(type: PyType): PyType {
  return isSubtype(type, setType) ? setType : frozensetType;
}

/** Adds all items of an iterable; false: an error. CPython 3.12: Objects/setobject.c set_update_internal */
export function* setUpdateG(self: SetObj, other: Obj): Gen<boolean> {
  const s = self.v;
  if (isAnySet(other)) return yield* setMergeG(s, other.v);
  if (other.type === dictType) {
    const d = (other as DictObj).v;
    if ((s.fill + d.used) * 5 >= s.mask * 3) setResize(s, (s.used + d.used) * 2);
    for (let i = 0; i < d.keys.length; i++) {
      const k = d.keys[i];
      if (k === undefined) continue;
      // The dict has the low half of the hash; the high one is asked for, which runs no Python code for built-in keys.
      if (!(yield* setAddG(self, k))) return false;
    }
    return true;
  }
  let it = getIter(other);
  if (it === null) it = yield* settle();
  if (it === null) return false;
  for (;;) {
    const key = yield* nextG(it);
    if (key == null) {
      decref(it);
      return key === undefined;
    }
    const ok = yield* setAddG(self, key);
    decref(key);
    if (!ok) {
      decref(it);
      return false;
    }
  }
}

/** A new set of a base type filled from `other`; null: an error. CPython 3.12: make_new_set */
function* makeSetG(type: PyType, other: Obj | null): Gen<SetObj | null> {
  const s = emptyOf(type);
  if (other === null || (yield* setUpdateG(s, other))) return s;
  decref(s);
  return null;
}

/** `set(iterable)` or `frozenset(iterable)`; null: an error. For generator natives. */
export function* newSetG(iterable: Obj, frozen = false): Gen<SetObj | null> {
  return yield* makeSetG(frozen ? frozensetType : setType, iterable);
}

function* copyG(self: Obj): Gen<SetObj | null> {
  return yield* makeSetG(baseOf(self.type), self);
}

function* unionG(self: Obj, others: readonly Obj[]): Gen {
  const r = yield* copyG(self);
  if (r === null) return null;
  for (const other of others) {
    if (other === self || (yield* setUpdateG(r, other))) continue;
    decref(r);
    return null;
  }
  return r;
}

/** CPython 3.12: Objects/setobject.c set_intersection */
function* intersectionG(self: Obj, other: Obj): Gen<SetObj | null> {
  if (self === other) return yield* copyG(self);
  const result = emptyOf(baseOf(self.type));
  const failed = (): null => {
    decref(result);
    return null;
  };
  let s = tableOf(self);
  if (isAnySet(other)) {
    let o = other.v;
    if (o.used > s.used) [o, s] = [s, o];
    for (let i = 0; i < o.keys.length; i++) {
      const key = o.keys[i];
      if (key == null) continue;
      const lo = o.hashes[i]!;
      const hi = o.highs[i]!;
      key.rc++;
      const there = yield* containsHashedG(s, key, lo, hi);
      const ok = there === 0 || (there > 0 && (yield* setAddHashedG(result.v, key, lo, hi)));
      decref(key);
      if (!ok) return failed();
    }
    return result;
  }
  let it = getIter(other);
  if (it === null) it = yield* settle();
  if (it === null) return failed();
  for (;;) {
    const key = yield* nextG(it);
    if (key == null) {
      decref(it);
      return key === undefined ? result : failed();
    }
    const lo = yield* hashKeyG(key);
    const hi = highOf();
    const there = !Number.isNaN(lo) ? yield* containsHashedG(s, key, lo, hi) : -1;
    const ok = there === 0 || (there > 0 && (yield* setAddHashedG(result.v, key, lo, hi)));
    decref(key);
    if (!ok) {
      decref(it);
      return failed();
    }
    if (there > 0 && result.v.used >= s.used) {
      decref(it);
      return result;
    }
  }
}

function* intersectionMultiG(self: Obj, others: readonly Obj[]): Gen<SetObj | null> {
  if (others.length === 0) return yield* copyG(self);
  let result = self as SetObj;
  result.rc++;
  for (const other of others) {
    const next: SetObj | null = yield* intersectionG(result, other);
    decref(result);
    if (next === null) return null;
    result = next;
  }
  return result;
}

// CPython 3.12: set_swap_bodies
function takeBody(self: Obj, from: SetObj): void {
  const mine = tableOf(self);
  (self as SetObj).v = from.v;
  from.v = mine;
  decref(from);
}

function* intersectionUpdateG(self: Obj, others: readonly Obj[]): Gen<boolean> {
  const r = yield* intersectionMultiG(self, others);
  if (r === null) return false;
  takeBody(self, r);
  return true;
}

/** CPython 3.12: Objects/setobject.c set_difference_update_internal */
function* differenceUpdateG(self: Obj, other: Obj): Gen<boolean> {
  const s = tableOf(self);
  if (self === other) {
    setClear(s);
    return true;
  }
  if (isAnySet(other)) {
    let from: SetObj | null = other;
    if (other.v.used >> 3 > s.used) {
      from = yield* intersectionG(self, other);
      if (from === null) return false;
    } else from.rc++;
    const o = from.v;
    for (let i = 0; i < o.keys.length; i++) {
      const key = o.keys[i];
      if (key == null) continue;
      key.rc++;
      const r = yield* discardHashedG(s, key, o.hashes[i]!, o.highs[i]!);
      decref(key);
      if (r < 0) {
        decref(from);
        return false;
      }
    }
    decref(from);
  } else {
    let it = getIter(other);
    if (it === null) it = yield* settle();
    if (it === null) return false;
    for (;;) {
      const key = yield* nextG(it);
      if (key === undefined) break;
      const r = key === null ? -1 : yield* discardKeyG(s, key);
      if (key !== null) decref(key);
      if (r < 0) {
        decref(it);
        return false;
      }
    }
    decref(it);
  }
  if (s.fill - s.used > s.mask >> 2) setResize(s, s.used > 50000 ? s.used * 2 : s.used * 4);
  return true;
}

/** CPython 3.12: Objects/setobject.c set_difference */
function* differenceG(self: Obj, other: Obj): Gen<SetObj | null> {
  const s = tableOf(self);
  let against: (key: Obj, at: number) => Gen<number>;
  let size: number;
  if (isAnySet(other)) {
    size = other.v.used;
    against = (key, at) => containsHashedG(other.v, key, s.hashes[at]!, s.highs[at]!);
  } else if (other.type === dictType) {
    size = (other as DictObj).v.used;
    against = (key) => dictHasG(other as DictObj, key);
  } else return yield* copyAndDifferenceG(self, other);
  // A much smaller other: a copy with its keys taken out.
  if (s.used >> 2 > size) return yield* copyAndDifferenceG(self, other);
  const result = emptyOf(baseOf(self.type));
  for (let i = 0; i < s.keys.length; i++) {
    const key = s.keys[i];
    if (key == null) continue;
    const lo = s.hashes[i]!;
    const hi = s.highs[i]!;
    key.rc++;
    const there = yield* against(key, i);
    const ok = there > 0 || (there === 0 && (yield* setAddHashedG(result.v, key, lo, hi)));
    decref(key);
    if (!ok) {
      decref(result);
      return null;
    }
  }
  return result;
}

function* dictHasG(d: DictObj, key: Obj): Gen<number> {
  let r = d.type.sq_contains!(d, key);
  if (r === null) r = yield* settle();
  if (r === null) return -1;
  r.rc--;
  return r === True ? 1 : 0;
}

// CPython 3.12: set_copy_and_difference
function* copyAndDifferenceG(self: Obj, other: Obj): Gen<SetObj | null> {
  const r = yield* copyG(self);
  if (r === null) return null;
  if (yield* differenceUpdateG(r, other)) return r;
  decref(r);
  return null;
}

function* differenceMultiG(self: Obj, others: readonly Obj[]): Gen<SetObj | null> {
  if (others.length === 0) return yield* copyG(self);
  const r = yield* differenceG(self, others[0]!);
  if (r === null) return null;
  for (const other of others.slice(1)) {
    if (yield* differenceUpdateG(r, other)) continue;
    decref(r);
    return null;
  }
  return r;
}

/** CPython 3.12: Objects/setobject.c set_symmetric_difference_update */
function* symmetricUpdateG(self: Obj, other: Obj): Gen<boolean> {
  const s = tableOf(self);
  if (self === other) {
    setClear(s);
    return true;
  }
  let from: SetObj | null;
  if (isAnySet(other)) {
    from = other;
    from.rc++;
  } else {
    // The keys of a dict are taken in their order; other iterables become a set first.
    if (other.type === dictType) {
      const keys = (other as DictObj).v.keys.filter((k) => k !== undefined) as Obj[];
      for (const key of keys) {
        const r = yield* toggleG(s, key, yield* hashKeyG(key), highOf());
        if (!r) return false;
      }
      return true;
    }
    from = yield* makeSetG(baseOf(self.type), other);
    if (from === null) return false;
  }
  const o = from.v;
  for (let i = 0; i < o.keys.length; i++) {
    const key = o.keys[i];
    if (key == null) continue;
    if (!(yield* toggleG(s, key, o.hashes[i]!, o.highs[i]!))) {
      decref(from);
      return false;
    }
  }
  decref(from);
  return true;
}

function* toggleG(s: SetTable, key: Obj, lo: number, hi: number): Gen<boolean> {
  if (Number.isNaN(lo)) return false;
  key.rc++;
  const r = yield* discardHashedG(s, key, lo, hi);
  const ok = r > 0 || (r === 0 && (yield* setAddHashedG(s, key, lo, hi)));
  decref(key);
  return ok;
}

function* symmetricG(self: Obj, other: Obj): Gen<SetObj | null> {
  const r = yield* makeSetG(baseOf(self.type), other);
  if (r === null) return null;
  if (yield* symmetricUpdateG(r, self)) return r;
  decref(r);
  return null;
}

// --- comparing ---------------------------------------------------------------------------------------

/** 1, 0, or -1 with an error. CPython 3.12: Objects/setobject.c set_issubset */
function* isSubsetG(self: Obj, other: Obj): Gen<number> {
  const s = tableOf(self);
  if (!isAnySet(other)) {
    const r = yield* intersectionG(self, other);
    if (r === null) return -1;
    const same = r.v.used === s.used;
    decref(r);
    return same ? 1 : 0;
  }
  if (s.used > other.v.used) return 0;
  for (let i = 0; i < s.keys.length; i++) {
    const key = s.keys[i];
    if (key == null) continue;
    const there = yield* containsHashedG(other.v, key, s.hashes[i]!, s.highs[i]!);
    if (there <= 0) return there;
  }
  return 1;
}

function* isSupersetG(self: Obj, other: Obj): Gen<number> {
  if (isAnySet(other)) return yield* isSubsetG(other, self);
  return yield* everyG(other, (key) => containsKeyG(tableOf(self), key), 1);
}

/** 1 if `test` answers `wanted` for all items, 0 if not, -1 with an error. */
function* everyG(iterable: Obj, test: (key: Obj) => Gen<number>, wanted: number): Gen<number> {
  let it = getIter(iterable);
  if (it === null) it = yield* settle();
  if (it === null) return -1;
  for (;;) {
    const key = yield* nextG(it);
    if (key == null) {
      decref(it);
      return key === undefined ? 1 : -1;
    }
    const r = yield* test(key);
    decref(key);
    if (r !== wanted) {
      decref(it);
      return r < 0 ? -1 : 0;
    }
  }
}

/** CPython 3.12: Objects/setobject.c set_isdisjoint */
function* isDisjointG(self: Obj, other: Obj): Gen<number> {
  let s = tableOf(self);
  if (self === other) return s.used === 0 ? 1 : 0;
  if (other.type === setType || other.type === frozensetType) {
    let o = tableOf(other);
    if (o.used > s.used) [o, s] = [s, o];
    for (let i = 0; i < o.keys.length; i++) {
      const key = o.keys[i];
      if (key == null) continue;
      const there = yield* containsHashedG(s, key, o.hashes[i]!, o.highs[i]!);
      if (there !== 0) return there < 0 ? -1 : 0;
    }
    return 1;
  }
  return yield* everyG(other, (key) => containsKeyG(s, key), 0);
}

function* answer(test: Gen<number>, negate = false): Gen {
  const r = yield* test;
  return r < 0 ? null : newBool((r === 1) !== negate);
}

function set_richcompare(a: Obj, b: Obj, op: number): Res {
  if (!isAnySet(b)) return notImplemented();
  const x = tableOf(a);
  const y = b.v;
  switch (op) {
    case Py_EQ:
    case Py_NE:
      if (x.used !== y.used) return newBool(op === Py_NE);
      if (x.hash !== null && y.hash !== null && (x.hash.lo !== y.hash.lo || x.hash.hi !== y.hash.hi)) {
        return newBool(op === Py_NE);
      }
      return suspend(answer(isSubsetG(a, b), op === Py_NE), [a, b]);
    case Py_LE:
      return suspend(answer(isSubsetG(a, b)), [a, b]);
    case Py_GE:
      return suspend(answer(isSubsetG(b, a)), [a, b]);
    case Py_LT:
      return x.used >= y.used ? newBool(false) : suspend(answer(isSubsetG(a, b)), [a, b]);
    default:
      return x.used <= y.used ? newBool(false) : suspend(answer(isSubsetG(b, a)), [a, b]);
  }
}

const MASK64 = (1n << 64n) - 1n;
const shuffle = (h: bigint): bigint => ((h ^ 89869747n ^ ((h << 16n) & MASK64)) * 3644798167n) & MASK64;

/** CPython 3.12: Objects/setobject.c frozenset_hash */
function frozenset_hash(o: Obj): number {
  const s = tableOf(o);
  if (s.hash === null) {
    let hash = 0n;
    for (let i = 0; i < s.keys.length; i++) {
      const k = s.keys[i];
      if (k == null) continue;
      let hi = s.highs[i]!;
      if (k.type === strType) {
        strHashFull(k);
        hi = tstate.hashHi;
      }
      hash ^= shuffle((BigInt(hi >>> 0) << 32n) | BigInt(s.hashes[i]! >>> 0));
    }
    hash ^= (BigInt(s.used + 1) * 1927868237n) & MASK64;
    hash ^= (hash >> 11n) ^ (hash >> 25n);
    hash = (hash * 69069n + 907133923n) & MASK64;
    if (hash === MASK64) hash = 590923713n;
    s.hash = { lo: Number(BigInt.asIntN(32, hash)), hi: Number(BigInt.asIntN(32, hash >> 32n)) };
  }
  tstate.hashHi = s.hash.hi;
  return s.hash.lo;
}

// --- repr, making, iterating -------------------------------------------------------------------------

function set_repr(o: Obj): Res {
  const name = o.type.name;
  if (tableOf(o).used === 0) return newStr(`${name}()`);
  if (!reprStart(o)) return newStr(`${name}(...)`);
  if (o.type.tp_iter !== set_iter) return suspend(reprIteratedG(o), [o]);
  // A list of the keys as they are now: repr may run Python code that changes the set.
  return reprList(o, setKeys(tableOf(o)), true);
}

/** `items` (owned unless `borrowed`) between the type's braces. */
function reprList(o: Obj, items: Obj[], borrowed: boolean): Res {
  const keys = newList(items);
  if (borrowed) for (const k of items) k.rc++;
  const r =
    o.type === setType
      ? reprItems(o, () => keys.v, '{', '}')
      : reprItems(o, () => keys.v, `${o.type.name}({`, '})');
  if (r !== null || tstate.pending === null) {
    decref(keys);
    return r;
  }
  return suspend(dropAfterG(keys), [o]);
}

// A subclass with an `__iter__` of its own shows what that gives. CPython 3.12: set_repr calls PySequence_List
function* reprIteratedG(o: Obj): Gen {
  const items = yield* collectG(o, true);
  if (items === null) {
    reprLeave(o);
    return null;
  }
  const r = reprList(o, items, false);
  return r === null ? yield* settle() : r;
}

function* dropAfterG(owned: Obj): Gen {
  const r = yield* settle();
  decref(owned);
  return r;
}

function frozenset_new(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const cls = type.v;
  const own = cls !== frozensetType && cls.tp_init !== frozensetType.tp_init;
  const given = own ? args.slice(0, args.length - (kwnames?.length ?? 0)) : args;
  const keywords = own || kwnames === null ? 0 : kwnames.length;
  if (keywords === 0 && given.length > 1) {
    return typeError(`${cls.name} expected at most 1 argument, got ${given.length}`);
  }
  const bound = bindArguments(frozensetDef, given, own ? null : kwnames);
  if (bound === null) return null;
  const iterable = bound[0] as Obj | undefined;
  if (cls === frozensetType && iterable !== undefined && iterable.type === frozensetType) {
    iterable.rc++;
    return iterable;
  }
  if (iterable === undefined) return emptyOf(cls);
  return suspend(makeSetG(cls, iterable), [type, iterable]);
}

const frozensetDef = new NativeDef('frozenset', '(iterable=(), /)', () => null, null, null);
const setDef = new NativeDef('set', '(iterable=(), /)', () => null, null, null);

function set_init(self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const own = self.type !== setType && self.type.tp_new !== setType.tp_new;
  const given = own ? args.slice(0, args.length - (kwnames?.length ?? 0)) : args;
  const keywords = own || kwnames === null ? 0 : kwnames.length;
  if (keywords === 0 && given.length > 1) {
    return typeError(`${self.type.name} expected at most 1 argument, got ${given.length}`);
  }
  const bound = bindArguments(setDef, given, own ? null : kwnames);
  if (bound === null) return null;
  const s = tableOf(self);
  if (s.fill > 0) setClear(s);
  const iterable = bound[0] as Obj | undefined;
  return iterable === undefined
    ? none()
    : suspend(doneG(setUpdateG(self as SetObj, iterable)), [self, iterable]);
}

function* doneG(work: Gen<boolean>): Gen {
  return (yield* work) ? none() : null;
}

class SetIter {
  set: SetObj | null;
  used: number;
  pos = 0;
  left: number;
  constructor(set: SetObj) {
    this.set = set;
    this.used = set.v.used;
    this.left = set.v.used;
  }
}

export const setIterType = new PyType('set_iterator', TPFLAGS.HAVE_GC, typeType);

function set_iter(o: Obj): Res {
  o.rc++;
  const it = new Obj<SetIter>(setIterType, new SetIter(o as SetObj));
  gcTrack(it);
  return it;
}

/** CPython 3.12: Objects/setobject.c setiter_iternext */
function setiter_next(o: Obj): Res {
  const it = (o as Obj<SetIter>).v;
  const set = it.set;
  if (set === null) return null;
  const s = set.v;
  if (it.used !== s.used) {
    it.used = -1;
    return raise(PyExc.RuntimeError, 'Set changed size during iteration');
  }
  let i = it.pos;
  while (i <= s.mask && s.keys[i] == null) i++;
  it.pos = i + 1;
  if (i > s.mask) return setiterEnd(o);
  it.left--;
  const key = s.keys[i]!;
  key.rc++;
  return key;
}

function setiterEnd(o: Obj): null {
  const it = (o as Obj<SetIter>).v;
  const set = it.set;
  it.set = null;
  if (set !== null) decref(set);
  return null;
}

// --- the types ---------------------------------------------------------------------------------------

const both =
  (f: (a: Obj, b: Obj) => Gen) =>
  (a: Obj, b: Obj): Res =>
    isAnySet(a) && isAnySet(b) ? suspend(f(a, b), [a, b]) : notImplemented();

// In-place operators: the work, then the set itself.
const inplace =
  (f: (a: Obj, b: Obj) => Gen<boolean>) =>
  (a: Obj, b: Obj): Res =>
    isAnySet(b) ? suspend(inplaceG(f, a, b), [a, b]) : notImplemented();

function* inplaceG(f: (a: Obj, b: Obj) => Gen<boolean>, a: Obj, b: Obj): Gen {
  if (!(yield* f(a, b))) return null;
  a.rc++;
  return a;
}

function* set_update(self: Obj, others: Obj[]): Gen {
  for (const other of others) if (!(yield* setUpdateG(self as SetObj, other))) return null;
  return none();
}

function* set_difference_update(self: Obj, others: Obj[]): Gen {
  for (const other of others) if (!(yield* differenceUpdateG(self, other))) return null;
  return none();
}

function set_reduce(self: Obj): Res {
  const keys = newList(setKeys(tableOf(self)));
  for (const k of keys.v) k.rc++;
  const type: Obj = self.type.self;
  type.rc++;
  const dict = self.type.hasDict && self.x !== null ? (self.x as Obj) : None;
  dict.rc++;
  return newTuple([type, newTuple([keys]), dict]);
}

function addShared(t: PyType): void {
  t.basicsize = 200;
  t.hasWeakrefs = true;
  t.tp_repr = set_repr;
  t.tp_richcompare = set_richcompare;
  t.tp_iter = set_iter;
  t.tp_traverse = (o, visit) => {
    for (const k of tableOf(o).keys) if (k != null) visit(k);
  };
  t.tp_clear = t.tp_dealloc = (o) => setClear(tableOf(o));
  t.sq_length = (o) => tableOf(o).used;
  t.sq_contains = setContains;
  t.nb_or = both((a, b) => unionG(a, [b]));
  t.nb_and = both(intersectionG);
  t.nb_subtract = both(differenceG);
  t.nb_xor = both(symmetricG);
  method(t, '__contains__', '!($self, object, /)', setContains, 'x.__contains__(y) <==> y in x.');
  method(
    t,
    'copy',
    '!($self, /)',
    (self: Obj) => {
      if (self.type !== frozensetType) return suspend(copyG(self), [self]);
      self.rc++;
      return self;
    },
    'Return a shallow copy of a set.',
  );
  method(
    t,
    'difference',
    '!($self, *others)',
    (self: Obj, others: Obj[]) => suspend(differenceMultiG(self, others), [self, ...others]),
    'Return the difference of two or more sets as a new set.\n\n(i.e. all elements that are in this set but not the others.)',
  );
  method(
    t,
    'intersection',
    '!($self, *others)',
    (self: Obj, others: Obj[]) => suspend(intersectionMultiG(self, others), [self, ...others]),
    'Return the intersection of two sets as a new set.\n\n(i.e. all elements that are in both sets.)',
  );
  method(
    t,
    'isdisjoint',
    '!($self, other, /)',
    (self: Obj, other: Obj) => suspend(answer(isDisjointG(self, other)), [self, other]),
    'Return True if two sets have a null intersection.',
  );
  method(
    t,
    'issubset',
    '($self, other, /)',
    (self: Obj, other: Obj) => suspend(answer(isSubsetG(self, other)), [self, other]),
    'Test whether every element in the set is in other.',
  );
  method(
    t,
    'issuperset',
    '($self, other, /)',
    (self: Obj, other: Obj) => suspend(answer(isSupersetG(self, other)), [self, other]),
    'Test whether every element in other is in the set.',
  );
  method(t, '__reduce__', '!($self, /)', set_reduce, 'Return state information for pickling.');
  method(
    t,
    '__sizeof__',
    '!($self, /)',
    (self: Obj) => {
      const slots = tableOf(self).mask + 1;
      return newInt(self.type.basicsize + (slots > 8 ? slots * 16 : 0));
    },
    'S.__sizeof__() -> size of S in memory, in bytes',
  );
  method(
    t,
    'symmetric_difference',
    '!($self, other, /)',
    (self: Obj, other: Obj) => suspend(symmetricG(self, other), [self, other]),
    'Return the symmetric difference of two sets as a new set.\n\n(i.e. all elements that are in exactly one of the sets.)',
  );
  method(
    t,
    'union',
    '!($self, *others)',
    (self: Obj, others: Obj[]) => suspend(unionG(self, others), [self, ...others]),
    'Return the union of sets as a new set.\n\n(i.e. all elements that are in either set.)',
  );
  classMethod(t, '__class_getitem__', '!($type, item, /)', newGenericAlias, 'See PEP 585');
}

export function initSet(): void {
  const t = setType;
  t.doc =
    'set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered collection of unique elements.';
  addShared(t);
  t.tp_hash = hashNotImplemented;
  t.tp_new = (type) => emptyOf(type.v);
  t.tp_init = set_init;
  t.nb_inplace_or = inplace((a, b) => setUpdateG(a as SetObj, b));
  t.nb_inplace_and = inplace((a, b) => intersectionUpdateG(a, [b]));
  t.nb_inplace_subtract = inplace(differenceUpdateG);
  t.nb_inplace_xor = inplace(symmetricUpdateG);
  method(
    t,
    'add',
    '!($self, object, /)',
    setAdd,
    'Add an element to a set.\n\nThis has no effect if the element is already present.',
  );
  method(
    t,
    'clear',
    '!($self, /)',
    (self: Obj) => {
      setClear(tableOf(self));
      return none();
    },
    'Remove all elements from this set.',
  );
  method(
    t,
    'discard',
    '!($self, object, /)',
    set_discard,
    'Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.',
  );
  method(
    t,
    'difference_update',
    '!($self, *others)',
    set_difference_update,
    'Remove all elements of another set from this set.',
  );
  method(
    t,
    'intersection_update',
    '!($self, *others)',
    (self: Obj, others: Obj[]) => suspend(doneG(intersectionUpdateG(self, others)), [self, ...others]),
    'Update a set with the intersection of itself and another.',
  );
  method(
    t,
    'pop',
    '!($self, /)',
    set_pop,
    'Remove and return an arbitrary set element.\nRaises KeyError if the set is empty.',
  );
  method(
    t,
    'remove',
    '!($self, object, /)',
    set_remove,
    'Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.',
  );
  method(
    t,
    'symmetric_difference_update',
    '!($self, other, /)',
    (self: Obj, other: Obj) => suspend(doneG(symmetricUpdateG(self, other)), [self, other]),
    'Update a set with the symmetric difference of itself and another.',
  );
  method(t, 'update', '!($self, *others)', set_update, 'Update a set with the union of itself and others.');
  typeReady(t);

  const f = frozensetType;
  f.doc =
    'frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild an immutable unordered collection of unique elements.';
  addShared(f);
  f.tp_hash = frozenset_hash;
  f.tp_new = frozenset_new;
  typeReady(f);

  const i = setIterType;
  i.basicsize = 48;
  i.tp_iter = selfIter;
  i.tp_iternext = setiter_next;
  i.tp_traverse = (o, visit) => {
    const set = (o as Obj<SetIter>).v.set;
    if (set !== null) visit(set);
  };
  i.tp_dealloc = setiterEnd;
  method(i, '__reduce__', '!($self, /)', (self: Obj) => {
    // A copy of the iterator goes to the end.
    const at = (self as Obj<SetIter>).v;
    const keys: Obj[] = [];
    if (at.set !== null) {
      if (at.used !== at.set.v.used) {
        return raise(PyExc.RuntimeError, 'Set changed size during iteration');
      }
      for (const k of at.set.v.keys.slice(at.pos)) if (k != null) keys.push(ref(k));
    }
    const iter = builtinsHook.get('iter');
    const list = newList(keys);
    return iter === null ? null : newTuple([iter, newTuple([list])]);
  });
  method(
    i,
    '__length_hint__',
    '!($self, /)',
    (self: Obj) => {
      const it = (self as Obj<SetIter>).v;
      return newInt(it.set !== null && it.used === it.set.v.used ? it.left : 0);
    },
    'Private method returning an estimate of len(list(it)).',
  );
  typeReady(i);
}
