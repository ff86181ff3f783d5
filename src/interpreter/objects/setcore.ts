// The hash table under sets and frozensets, slot for slot as CPython's, so that iteration order is the same.
// The methods are in setobject.ts.
//
// Open addressing: up to nine neighbours are looked at before the probe jumps by i = 5i + 1 + perturb. A slot is
// null while it was never used, undefined once its key was removed.
//
// Answers to CPython 3.12: Objects/setobject.c (set_lookkey, set_add_entry, set_table_resize, set_merge).
// A hash has 64 bits; the high half is kept beside the low one, except for exact strings, whose high half is computed
// again on the rare occasion that a probe gets that far.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { compareFast, equalG, hashOfInt, objectHash } from './compare.ts';
import { FAILED, MISSING, NEEDS_PYTHON } from './dictcore.ts';
import { strHash, strHashFull, strType } from './strcore.ts';

export const MINSIZE = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;

export class SetTable {
  /** null: never used; undefined: removed. */
  keys: (Obj | null | undefined)[];
  hashes: Int32Array;
  highs: Int32Array;
  mask = MINSIZE - 1;
  /** Slots used, removed ones included. */
  fill = 0;
  /** Live keys: what `len` answers. */
  used = 0;
  /** Where `pop` looks next. */
  finger = 0;
  /** The hash of a frozenset once it is known. */
  hash: { lo: number; hi: number } | null = null;
  constructor(size = MINSIZE) {
    this.keys = new Array<Obj | null | undefined>(size).fill(null);
    this.hashes = new Int32Array(size);
    this.highs = new Int32Array(size);
    this.mask = size - 1;
  }
}

export type SetObj = Obj<SetTable>;

export const setType = new PyType('set', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
export const frozensetType = new PyType('frozenset', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);

/** An empty set. */
export function newSet(): SetObj {
  const s = new Obj<SetTable>(setType, new SetTable());
  gcTrack(s);
  return s;
}

/** An empty frozenset, for its maker to fill. */
export function newFrozenSet(): SetObj {
  const s = new Obj<SetTable>(frozensetType, new SetTable());
  gcTrack(s);
  return s;
}

/** A set, a frozenset, or an instance of a subclass. */
export function isAnySet(o: Obj): o is SetObj {
  return o.v instanceof SetTable;
}

// The probe sequence: bits of the hash shifted out of sight, of which a mask's worth is needed.
function perturbed(key: Obj, lo: number, hi: number, shift: number, mask: number): number {
  if (shift + 32 - Math.clz32(mask) <= 32) return lo >>> shift;
  if (shift >= 64) return 0;
  if (key.type === strType) {
    strHashFull(key);
    hi = tstate.hashHi;
  }
  if (shift >= 32) return hi >>> (shift - 32);
  return ((lo >>> shift) | (hi << (32 - shift))) >>> 0;
}

// Hash of the key of the last `hashKey`.
let keyHigh = 0;

/** The high half belonging to the low half that hashKey answered. */
export function highOf(): number {
  return keyHigh;
}

/** Low half of a key's hash; NaN: error or pending. */
export function hashKey(key: Obj): number {
  if (key.type === strType) {
    keyHigh = 0;
    return strHash(key);
  }
  const lo = objectHash(key);
  keyHigh = tstate.hashHi;
  return lo;
}

/** The same for generator natives; NaN: an error is set. Not started again after a plain attempt. */
export function* hashKeyG(key: Obj): Gen<number> {
  const lo = hashKey(key);
  if (!Number.isNaN(lo) || tstate.pending === null) return lo;
  return yield* hashKeyRestG();
}

/** Goes on after hashKey left `__hash__` pending. */
export function* hashKeyRestG(): Gen<number> {
  const r = yield* settle();
  if (r === null) return NaN;
  const lo = hashOfInt(r);
  keyHigh = tstate.hashHi;
  decref(r);
  return lo;
}

/** Slot of a key, MISSING, or NEEDS_PYTHON. CPython 3.12: Objects/setobject.c set_lookkey */
export function setFind(s: SetTable, key: Obj, lo: number, hi: number): number {
  const { keys, hashes, mask } = s;
  const isStr = key.type === strType;
  let i = lo & mask;
  let shift = 0;
  for (;;) {
    const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
    for (let at = i; at <= last; at++) {
      const k = keys[at];
      if (k === null) return MISSING;
      if (hashes[at] === lo && k !== undefined) {
        if (k === key) return at;
        if (isStr && k.type === strType) {
          if (k.v === key.v) return at;
        } else if (s.highs[at] === hi || isStr || k.type === strType) {
          const same = compareFast(k, key);
          if (same === 1) return at;
          if (same < 0) return NEEDS_PYTHON;
        }
      }
    }
    shift += PERTURB_SHIFT;
    i = (i * 5 + 1 + perturbed(key, lo, hi, shift, mask)) & mask;
  }
}

/** Slot of a key, running `__eq__`; MISSING or FAILED. Starts again if the table changes under a comparison. */
export function* setFindG(s: SetTable, key: Obj, lo: number, hi: number): Gen<number> {
  const at = setFind(s, key, lo, hi);
  if (at !== NEEDS_PYTHON) return at;
  restart: for (;;) {
    const { keys, hashes, mask } = s;
    let i = lo & mask;
    let shift = 0;
    for (;;) {
      const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= last; at++) {
        const k = keys[at];
        if (k === null) return MISSING;
        if (hashes[at] !== lo || k === undefined) continue;
        if (k === key) return at;
        if (s.highs[at] !== hi && key.type !== strType && k.type !== strType) continue;
        k.rc++;
        const same = yield* equalG(k, key);
        decref(k);
        if (same < 0) return FAILED;
        if (s.keys !== keys || keys[at] !== k) continue restart;
        if (same === 1) return at;
      }
      shift += PERTURB_SHIFT;
      i = (i * 5 + 1 + perturbed(key, lo, hi, shift, mask)) & mask;
    }
  }
}

/** Adds a key that is not there; takes over the reference. CPython 3.12: Objects/setobject.c set_add_entry */
export function setInsert(s: SetTable, key: Obj, lo: number, hi: number): void {
  const { keys, mask } = s;
  let i = lo & mask;
  let shift = 0;
  let free = -1;
  let at: number;
  probe: for (;;) {
    const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
    for (at = i; at <= last; at++) {
      const k = keys[at];
      if (k === null) break probe;
      if (k === undefined) free = at;
    }
    shift += PERTURB_SHIFT;
    i = (i * 5 + 1 + perturbed(key, lo, hi, shift, mask)) & mask;
  }
  s.used++;
  if (free >= 0) at = free;
  else s.fill++;
  keys[at] = key;
  s.hashes[at] = lo;
  s.highs[at] = hi;
  if (free < 0 && s.fill * 5 >= mask * 3) setResize(s, s.used > 50000 ? s.used * 2 : s.used * 4);
}

/** Adds a key to a table that has no removed ones and no equal one. CPython 3.12: set_insert_clean */
function insertClean(s: SetTable, key: Obj, lo: number, hi: number): void {
  const { keys, mask } = s;
  let i = lo & mask;
  let shift = 0;
  for (;;) {
    const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
    for (let at = i; at <= last; at++) {
      if (keys[at] === null) {
        keys[at] = key;
        s.hashes[at] = lo;
        s.highs[at] = hi;
        return;
      }
    }
    shift += PERTURB_SHIFT;
    i = (i * 5 + 1 + perturbed(key, lo, hi, shift, mask)) & mask;
  }
}

/** Gives the table more than `minused` slots, a power of two; removed keys are forgotten. CPython 3.12: set_table_resize */
export function setResize(s: SetTable, minused: number): void {
  let size = MINSIZE;
  while (size <= minused) size *= 2;
  const { keys, hashes, highs } = s;
  if (size === MINSIZE && keys.length === MINSIZE && s.fill === s.used) return;
  s.keys = new Array<Obj | null | undefined>(size).fill(null);
  s.hashes = new Int32Array(size);
  s.highs = new Int32Array(size);
  s.mask = size - 1;
  s.fill = s.used;
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i];
    if (k != null) insertClean(s, k, hashes[i]!, highs[i]!);
  }
}

/** Removes the key in a slot; answers it (owned). */
export function setRemoveAt(s: SetTable, at: number): Obj {
  const key = s.keys[at]!;
  s.keys[at] = undefined;
  s.hashes[at] = -1;
  s.used--;
  return key;
}

/** Empties the table and drops the keys. CPython 3.12: set_clear_internal */
export function setClear(s: SetTable): void {
  const keys = s.keys;
  if (s.fill === 0 && keys.length === MINSIZE) return;
  const fresh = new SetTable();
  s.keys = fresh.keys;
  s.hashes = fresh.hashes;
  s.highs = fresh.highs;
  s.mask = fresh.mask;
  s.fill = s.used = 0;
  s.hash = null;
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i];
    if (k != null) decref(k);
  }
}

/** All keys of `other` into `s`; false: an error. CPython 3.12: Objects/setobject.c set_merge */
export function* setMergeG(s: SetTable, other: SetTable): Gen<boolean> {
  if (other === s || other.used === 0) return true;
  if ((s.fill + other.used) * 5 >= s.mask * 3) setResize(s, (s.used + other.used) * 2);
  if (s.fill === 0) {
    if (s.mask === other.mask && other.fill === other.used) {
      s.keys = other.keys.slice();
      s.hashes = other.hashes.slice();
      s.highs = other.highs.slice();
      for (const k of s.keys) if (k != null) k.rc++;
    } else {
      for (let i = 0; i < other.keys.length; i++) {
        const k = other.keys[i];
        if (k == null) continue;
        k.rc++;
        insertClean(s, k, other.hashes[i]!, other.highs[i]!);
      }
    }
    s.fill = s.used = other.used;
    return true;
  }
  for (let i = 0; i < other.keys.length; i++) {
    const k = other.keys[i];
    if (k != null && !(yield* setAddHashedG(s, k, other.hashes[i]!, other.highs[i]!))) return false;
  }
  return true;
}

/** Adds a (borrowed) key whose hash is known; false: an error. */
export function* setAddHashedG(s: SetTable, key: Obj, lo: number, hi: number): Gen<boolean> {
  key.rc++;
  let at = setFind(s, key, lo, hi);
  if (at === NEEDS_PYTHON) at = yield* setFindG(s, key, lo, hi);
  if (at === MISSING) setInsert(s, key, lo, hi);
  else decref(key);
  return at !== FAILED;
}

/** The keys of a set in its order (borrowed). */
export function setKeys(s: SetTable): Obj[] {
  const out: Obj[] = [];
  for (let i = 0; i < s.keys.length; i++) {
    const k = s.keys[i];
    if (k != null) out.push(k);
  }
  return out;
}
