// The hash table under every dict, namespace and instance, and the operations the VM itself needs.
// The methods of dict are in dictobject.ts.
//
// As in CPython: entries in insertion order in dense arrays, and an open-addressed index of positions into
// them, probed by i = 5i + perturb + 1. Looking a key up may run Python code (`__eq__`), so a lookup has a
// plain form that answers NEEDS_PYTHON when it meets such a key, and a generator that goes on from there.
//
// The attributes of instances share what does not differ between them (PEP 412): a Shape holds the keys, hashes and index
// of all dicts that got the same keys in the same order, and is never changed; the dict itself has only its values. A
// change that is not one more key gives a dict tables of its own. SharedKeys is what a class knows about the attributes
// its instances have had: CPython has one table of keys a class, and an order for each instance; here each order of
// keys is a shape, so that equal shapes mean equal positions.
//
// Answers to CPython 3.12: Objects/dictobject.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { compareFast, equalG, hashG, objectHash } from './compare.ts';
import { intType } from './longcore.ts';
import { pointerHash } from './slotdefs.ts';
import { isStr, type Str, strHash, strType } from './strcore.ts';

const EMPTY = -1;
const DUMMY = -2;
/** Key not there. */
export const MISSING = -1;
/** The plain lookup met a key whose comparison may run Python code. */
export const NEEDS_PYTHON = -3;
/** A generator lookup ended in an error (tstate.exc). */
export const FAILED = -2;

// CPython 3.12: Objects/dictobject.c USABLE_FRACTION
function usableFraction(size: number): number {
  return Math.floor((size * 2) / 3);
}

/** CPython 3.12: Include/internal/pycore_dict.h SHARED_KEYS_MAX_SIZE */
export const SHARED_KEYS_MAX = 30;
/** So many continuations of one shape; what comes later gets tables of its own. */
const MAX_BRANCHES = 16;

/** The attributes that instances of a class have had. CPython 3.12: ht_cached_keys of PyHeapTypeObject */
export class SharedKeys {
  /** Name to its place in CPython's table. */
  readonly places = new Map<string, number>();
  /** 0: a name came since somebody asked. */
  private version = 0;
  readonly root: Shape;
  constructor() {
    this.root = new Shape(this, [], [], new Int32Array(8).fill(EMPTY), usableFraction(8));
  }
  /** True if the name has a place now. */
  add(name: string): boolean {
    if (this.places.has(name)) return true;
    if (this.places.size >= SHARED_KEYS_MAX) return false;
    this.places.set(name, this.places.size);
    this.version = 0;
    return true;
  }
  /** CPython 3.12: _PyDictKeys_GetVersionForCurrentState */
  currentVersion(): number {
    if (this.version === 0) this.version = keysVersions.next++;
    return this.version;
  }
  /** True if no name came since. */
  isVersion(version: number): boolean {
    return this.version === version;
  }
}

const keysVersions = { next: 1 };

/** Keys of dicts that got the same keys in the same order. Holds no references: each of those dicts does. */
export class Shape {
  readonly owner: SharedKeys;
  readonly keys: Obj[];
  readonly hashes: number[];
  readonly index: Int32Array;
  readonly usable: number;
  private lastKey: Obj | null = null;
  private lastNext: Shape | null = null;
  private others: Map<Obj, Shape> | null = null;
  constructor(owner: SharedKeys, keys: Obj[], hashes: number[], index: Int32Array, usable: number) {
    this.owner = owner;
    this.keys = keys;
    this.hashes = hashes;
    this.index = index;
    this.usable = usable;
  }
  /** The shape with one more key; null: there are too many. */
  with(key: Obj, hash: number): Shape | null {
    if (this.lastKey === key) return this.lastNext;
    let next = this.others?.get(key);
    if (next === undefined) {
      this.others ??= new Map();
      if (!this.owner.add((key as Str).v) || this.others.size >= MAX_BRANCHES) return null;
      next = this.grown(key, hash);
      this.others.set(key, next);
    }
    this.lastKey = key;
    this.lastNext = next;
    return next;
  }
  private grown(key: Obj, hash: number): Shape {
    const d = new Dict(this.index.length);
    d.keys = this.keys.slice();
    d.values = this.keys.slice();
    d.hashes = this.hashes.slice();
    d.index = this.index.slice();
    d.used = this.keys.length;
    d.usable = this.usable;
    insertNew(d, key, hash, key);
    return new Shape(this.owner, d.keys as Obj[], d.hashes, d.index, d.usable);
  }
}

export class Dict {
  /** Entries in insertion order; a deleted one is undefined in all three. */
  keys: (Obj | undefined)[];
  values: (Obj | undefined)[] = [];
  hashes: number[];
  index: Int32Array;
  /** Live entries: what `len` answers. */
  used = 0;
  /** Entries that may be added before the table is rebuilt; deleting gives none back. */
  usable: number;
  /** Grows with every change of the set of keys: iterators and slow lookups compare it. */
  version = 0;
  /** Whose keys, hashes and index these are; null: its own. */
  shape: Shape | null;
  constructor(size = 8, shape: Shape | null = null) {
    this.shape = shape;
    if (shape === null) {
      this.keys = [];
      this.hashes = [];
      this.index = new Int32Array(size).fill(EMPTY);
      this.usable = usableFraction(size);
    } else {
      this.keys = shape.keys;
      this.hashes = shape.hashes;
      this.index = shape.index;
      this.usable = shape.usable;
    }
  }
}

/** Gives a dict tables of its own, before a change that others must not see. */
function unshare(d: Dict): void {
  d.shape = null;
  d.keys = d.keys.slice();
  d.hashes = d.hashes.slice();
  d.index = d.index.slice();
}

export type DictObj = Obj<Dict>;

export const dictType = new PyType(
  'dict',
  TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC | TPFLAGS.DICT_SUBCLASS,
  typeType,
);

export function newDict(): DictObj {
  const d = new Obj<Dict>(dictType, new Dict());
  gcTrack(d);
  return d;
}

/** A dict for an instance's attributes that nobody else has seen: the collector looks through it, not at it. */
export function newInstanceDict(type: PyType): DictObj {
  return new Obj<Dict>(dictType, new Dict(8, sharedKeys(type).root));
}

/** What a class knows about the attributes of its instances. */
export function sharedKeys(type: PyType): SharedKeys {
  if (type.sharedKeys === null) type.sharedKeys = new SharedKeys();
  return type.sharedKeys as SharedKeys;
}

export function isDict(o: Obj): o is DictObj {
  return (o.type.flags & TPFLAGS.DICT_SUBCLASS) !== 0;
}

/** Position of a str key, where equality with other keys cannot run Python code; MISSING, or NEEDS_PYTHON. */
export function findStr(d: Dict, key: Obj, hash: number): number {
  const index = d.index;
  const mask = index.length - 1;
  let perturb = hash >>> 0;
  let i = perturb & mask;
  for (;;) {
    const ix = index[i]!;
    if (ix === EMPTY) return MISSING;
    if (ix >= 0) {
      const k = d.keys[ix]!;
      if (k === key) return ix;
      if (d.hashes[ix] === hash) {
        if (k.type === strType) {
          if ((k as Str).v === (key as Str).v) return ix;
        } else return NEEDS_PYTHON;
      }
    }
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
}

/** Position of any key; MISSING; or NEEDS_PYTHON when a comparison may run Python code. */
export function find(d: Dict, key: Obj, hash: number): number {
  if (key.type === strType) return findStr(d, key, hash);
  const index = d.index;
  const mask = index.length - 1;
  let perturb = hash >>> 0;
  let i = perturb & mask;
  for (;;) {
    const ix = index[i]!;
    if (ix === EMPTY) return MISSING;
    if (ix >= 0) {
      const k = d.keys[ix]!;
      if (k === key) return ix;
      if (d.hashes[ix] === hash) {
        const same = compareFast(k, key);
        if (same === 1) return ix;
        if (same < 0) return NEEDS_PYTHON;
      }
    }
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
}

/**
 * Position of any key, running `__eq__` where needed; MISSING, or FAILED with the error set.
 * Starts again when the table changed under a comparison. CPython 3.12: Objects/dictobject.c dictkeys_generic_lookup
 */
export function* findG(d: Dict, key: Obj, hash: number): Gen<number> {
  restart: for (;;) {
    const version = d.version;
    const index = d.index;
    const mask = index.length - 1;
    let perturb = hash >>> 0;
    let i = perturb & mask;
    for (;;) {
      const ix = index[i]!;
      if (ix === EMPTY) return MISSING;
      if (ix >= 0) {
        const k = d.keys[ix]!;
        if (k === key) return ix;
        if (d.hashes[ix] === hash) {
          let same = compareFast(k, key);
          if (same < 0) {
            k.rc++;
            same = yield* equalG(k, key);
            decref(k);
            if (same < 0) return FAILED;
            if (d.version !== version || d.index !== index || d.keys[ix] !== k) continue restart;
          }
          if (same === 1) return ix;
        }
      }
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }
}

function rebuild(d: Dict, size: number): void {
  if (d.shape !== null) unshare(d);
  const live = d.used;
  if (live !== d.keys.length) {
    const keys: Obj[] = [];
    const values: (Obj | undefined)[] = [];
    const hashes: number[] = [];
    for (let i = 0; i < d.keys.length; i++) {
      const k = d.keys[i];
      if (k === undefined) continue;
      keys.push(k);
      values.push(d.values[i]);
      hashes.push(d.hashes[i]!);
    }
    d.keys = keys;
    d.values = values;
    d.hashes = hashes;
  }
  const index = new Int32Array(size).fill(EMPTY);
  const mask = size - 1;
  for (let e = 0; e < live; e++) {
    const hash = d.hashes[e]!;
    let perturb = hash >>> 0;
    let i = perturb & mask;
    while (index[i] !== EMPTY) {
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
    index[i] = e;
  }
  d.index = index;
  d.usable = usableFraction(size) - live;
}

/** Adds a key that is not there; takes over both references. */
export function insertNew(d: Dict, key: Obj, hash: number, value: Obj): void {
  if (d.shape !== null) {
    const next = key.type === strType ? d.shape.with(key, hash) : null;
    if (next !== null) {
      d.shape = next;
      d.keys = next.keys;
      d.hashes = next.hashes;
      d.index = next.index;
      d.usable = next.usable;
      d.values.push(value);
      d.used++;
      d.version++;
      return;
    }
    unshare(d);
  }
  // At most two thirds full, deleted entries included; grows to three times what is used.
  if (d.usable <= 0) {
    let size = 8;
    while (size <= d.used * 3) size *= 2;
    rebuild(d, size);
  }
  const index = d.index;
  const mask = index.length - 1;
  let perturb = hash >>> 0;
  let i = perturb & mask;
  // The slot of a deleted entry will do.
  while (index[i]! >= 0) {
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  index[i] = d.keys.length;
  d.usable--;
  d.keys.push(key);
  d.values.push(value);
  d.hashes.push(hash);
  d.used++;
  d.version++;
}

/** Removes the entry at a position just found; answers its value. The key's reference is dropped. */
export function removeAt(d: Dict, at: number): Obj {
  if (d.shape !== null) unshare(d);
  const hash = d.hashes[at]!;
  const index = d.index;
  const mask = index.length - 1;
  let perturb = hash >>> 0;
  let i = perturb & mask;
  while (index[i] !== at) {
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  index[i] = DUMMY;
  const key = d.keys[at]!;
  const value = d.values[at]!;
  d.keys[at] = undefined;
  d.values[at] = undefined;
  d.used--;
  d.version++;
  decref(key);
  return value;
}

/** Puts every str key where its hash now says, after the hash seed has changed. */
export function rehash(d: Dict): void {
  for (let i = 0; i < d.keys.length; i++) {
    const k = d.keys[i];
    if (k !== undefined) d.hashes[i] = strHash(k);
  }
  rebuild(d, d.index.length);
}

/** Empties a table and drops what it held. */
export function clearDict(d: Dict): void {
  const { keys, values } = d;
  d.shape = null;
  d.keys = [];
  d.values = [];
  d.hashes = [];
  d.index = new Int32Array(8).fill(EMPTY);
  d.used = 0;
  d.usable = usableFraction(8);
  d.version++;
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i];
    if (k === undefined) continue;
    const v = values[i]!;
    decref(k);
    decref(v);
  }
}

// --- namespaces: keys are exact strings --------------------------------------------------------------

/** Value of a str key (borrowed), or undefined. A key of another type that would have to be asked counts as absent. */
export function getStr(d: DictObj, key: Str): Obj | undefined {
  const at = findStr(d.v, key, strHash(key));
  return at >= 0 ? d.v.values[at] : undefined;
}

/** Sets a str key; the dict takes references of its own. */
export function setStr(d: DictObj, key: Str, value: Obj): void {
  const t = d.v;
  const hash = strHash(key);
  const at = findStr(t, key, hash);
  value.rc++;
  if (at >= 0) {
    const old = t.values[at]!;
    t.values[at] = value;
    decref(old);
    return;
  }
  key.rc++;
  insertNew(t, key, hash, value);
}

/** Deletes a str key; false if it was not there. */
export function delStr(d: DictObj, key: Str): boolean {
  const at = findStr(d.v, key, strHash(key));
  if (at < 0) return false;
  decref(removeAt(d.v, at));
  return true;
}

// --- any key -----------------------------------------------------------------------------------------

/** Sets `d[key] = value` (both borrowed); None, or null. CPython 3.12: Objects/dictobject.c PyDict_SetItem */
export function* setItemG(d: Dict, key: Obj, value: Obj): Gen<boolean> {
  let hash = objectHash(key);
  if (Number.isNaN(hash)) {
    hash = yield* hashG(key);
    if (Number.isNaN(hash)) return false;
  }
  let at = find(d, key, hash);
  if (at === NEEDS_PYTHON) {
    key.rc++;
    value.rc++;
    at = yield* findG(d, key, hash);
    decref(key);
    decref(value);
    if (at === FAILED) return false;
  }
  store(d, key, hash, value, at);
  return true;
}

function store(d: Dict, key: Obj, hash: number, value: Obj, at: number): void {
  value.rc++;
  if (at >= 0) {
    const old = d.values[at]!;
    d.values[at] = value;
    decref(old);
  } else {
    key.rc++;
    insertNew(d, key, hash, value);
  }
}

/**
 * Sets `d[key] = value` when hashing and comparing the key cannot involve Python code: 1 done, 0 error set, -1 nothing
 * done: use setItemG.
 */
export function setItemFast(d: Dict, key: Obj, value: Obj): number {
  const type = key.type;
  if (type !== strType && type !== intType && type.tp_hash !== pointerHash) return -1;
  const hash = objectHash(key);
  const at = find(d, key, hash);
  if (at === NEEDS_PYTHON) return -1;
  store(d, key, hash, value, at);
  return 1;
}

/** Value at a key (borrowed); undefined: not there; null: an error is set. */
export function* getItemG(d: Dict, key: Obj): Gen<Obj | undefined | null> {
  let hash = objectHash(key);
  if (Number.isNaN(hash)) {
    hash = yield* hashG(key);
    if (Number.isNaN(hash)) return null;
  }
  let at = find(d, key, hash);
  if (at === NEEDS_PYTHON) {
    at = yield* findG(d, key, hash);
    if (at === FAILED) return null;
  }
  return at < 0 ? undefined : d.values[at];
}

export { isStr, type Res, settle };
