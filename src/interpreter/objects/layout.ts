// How instances lie in memory: sizes and offsets as CPython's C structs have them on 64 bits, and which types are so much
// alike that one may stand for the other.
//
// Our instances have no such layout. Programs see CPython's through `__basicsize__`, `__dictoffset__`,
// `sys.getsizeof`, and in which assignments to `__class__` and `__bases__` it allows.
//
// Answers to CPython 3.12: Objects/typeobject.c (type_new_slots, compatible_for_assignment, same_slots_added).

import { decref, decrefAll, type Obj, type PyType, TPFLAGS, typeType } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { scanIdentifier } from '../text/unicode_identifier.ts';
import { type DictObj, getStr } from './dictcore.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { callFrameHooks } from './hooks.ts';
import { intern, isStr } from './strcore.ts';
import { reprText } from './strrepr.ts';
import { isSubtype } from './typecore.ts';

const isHeap = (t: PyType): boolean => (t.flags & TPFLAGS.HEAPTYPE) !== 0;

/** Where a static type's struct has the instance's dict and its weak references. */
const OFFSETS: { [name: string]: [dict: number, weakrefs: number] } = {
  type: [264, 368],
  function: [88, 96],
  module: [16, 40],
  classmethod: [24, 0],
  staticmethod: [24, 0],
  builtin_function_or_method: [0, 40],
  'types.GenericAlias': [0, 40],
  code: [0, 144],
  coroutine: [0, 16],
  generator: [0, 16],
  async_generator: [0, 16],
  method: [0, 32],
  memoryview: [0, 136],
  set: [0, 192],
  frozenset: [0, 192],
};

/** The static type that brought this type's dict (or weak references); null: a class did. */
function staticOwner(type: PyType, has: 'hasDict' | 'hasWeakrefs'): PyType | null {
  let t = type;
  while (isHeap(t)) t = t.base!;
  return t[has] ? t : null;
}

/** `__dictoffset__`: -1 where the dict lies before the object. */
export function dictOffset(type: PyType): number {
  if (!type.hasDict) return isSubtype(type, typeType) ? OFFSETS.type![0] : 0;
  const owner = staticOwner(type, 'hasDict');
  return owner === null ? -1 : (OFFSETS[owner.name]?.[0] ?? 16);
}

/** `__weakrefoffset__`: -32 where the list lies before the object. */
export function weakrefOffset(type: PyType): number {
  if (!type.hasWeakrefs) return 0;
  const owner = staticOwner(type, 'hasWeakrefs');
  return owner === null ? -32 : (OFFSETS[owner.name]?.[1] ?? 24);
}

/** Bytes before the object: two words for a dict or weak references that a class added. CPython 3.12: _PyType_PreHeaderSize */
export function preHeaderSize(type: PyType): number {
  return dictOffset(type) < 0 || weakrefOffset(type) < 0 ? 16 : 0;
}

/** The names a class's own `__slots__` added. */
function ownSlots(type: PyType): string[] {
  return (type.slotNames ?? []).slice(type.base?.slotNames?.length ?? 0);
}

function compatibleWithBase(child: PyType): boolean {
  const parent = child.base;
  return (
    parent !== null &&
    child.basicsize === parent.basicsize &&
    child.itemsize === parent.itemsize &&
    dictOffset(child) === dictOffset(parent) &&
    weakrefOffset(child) === weakrefOffset(parent) &&
    ((child.flags ^ parent.flags) & TPFLAGS.HAVE_GC) === 0 &&
    (isHeap(child) || child.tp_dealloc === parent.tp_dealloc)
  );
}

function sameSlotsAdded(a: PyType, b: PyType): boolean {
  if (!isHeap(a) || !isHeap(b)) return false;
  const slots = ownSlots(a);
  if (slots.join('\n') !== ownSlots(b).join('\n')) return false;
  const size = a.base!.basicsize + 8 * slots.length;
  return size === a.basicsize && size === b.basicsize;
}

/** False with TypeError. CPython 3.12: Objects/typeobject.c compatible_for_assignment */
export function compatibleForAssignment(from: PyType, to: PyType, attribute: string): boolean {
  const differs = (what: string): false => {
    typeError(`${attribute} assignment: '${to.name}' ${what} differs from '${from.name}'`);
    return false;
  };
  // One is freed with the collector's header, the other is not.
  if (((from.flags ^ to.flags) & TPFLAGS.HAVE_GC) !== 0) return differs('deallocator');
  let newBase = to;
  let oldBase = from;
  while (compatibleWithBase(newBase)) newBase = newBase.base!;
  while (compatibleWithBase(oldBase)) oldBase = oldBase.base!;
  if (newBase !== oldBase && (newBase.base !== oldBase.base || !sameSlotsAdded(newBase, oldBase))) {
    return differs('object layout');
  }
  return preHeaderSize(from) === preHeaderSize(to) || differs('object layout');
}

/** `_A__x` for `__x` in class A. CPython 3.12: Python/compile.c _Py_Mangle */
function mangle(cls: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = cls.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** Names the compiler puts into a class body: a slot may be called like them. */
const COMPILERS = ['__qualname__', '__classcell__', '__classdictcell__'];

export interface NewSlots {
  /** In the order of their cells. */
  names: string[];
  dict: boolean;
  weakref: boolean;
}

/**
 * What `__slots__` asks for; null with an error.
 * CPython 3.12: Objects/typeobject.c type_new_slots_impl
 */
export function* readSlotsG(cls: string, slots: Obj, base: PyType, namespace: DictObj): Gen<NewSlots | null> {
  if (isStr(slots)) {
    slots.rc++;
    return checkSlots(cls, [slots], base, namespace);
  }
  const items = yield* callFrameHooks.iterateG(slots);
  return items === null ? null : checkSlots(cls, items, base, namespace);
}

function checkSlots(cls: string, items: Obj[], base: PyType, namespace: DictObj): NewSlots | null {
  const found: NewSlots = { names: [], dict: false, weakref: false };
  const good = checkNames(items, base, found) && notTaken(cls, items, found, namespace);
  decrefAll(items);
  found.names.sort(byCodePoint);
  return good ? found : null;
}

function checkNames(items: Obj[], base: PyType, found: NewSlots): boolean {
  const refuse = (message: string): false => {
    typeError(message);
    return false;
  };
  if (items.length > 0 && base.itemsize !== 0) {
    return refuse(`nonempty __slots__ not supported for subtype of '${base.name}'`);
  }
  for (const item of items) {
    if (!isStr(item)) return refuse(`__slots__ items must be strings, not '${item.type.name}'`);
    if (scanIdentifier(item.v) !== item.v.length || item.v === '')
      return refuse('__slots__ must be identifiers');
    if (item.v === '__dict__') {
      if (base.hasDict || found.dict) return refuse('__dict__ slot disallowed: we already got one');
      found.dict = true;
    } else if (item.v === '__weakref__') {
      if (base.hasWeakrefs || found.weakref) return refuse('__weakref__ slot disallowed: we already got one');
      found.weakref = true;
    }
  }
  return true;
}

function notTaken(cls: string, items: Obj[], found: NewSlots, namespace: DictObj): boolean {
  for (const item of items) {
    const given = (item as Obj<string>).v;
    if (given === '__dict__' || given === '__weakref__') continue;
    const name = mangle(cls, given);
    const key = intern(name);
    const taken = getStr(namespace, key) !== undefined;
    decref(key);
    if (taken && !COMPILERS.includes(name)) {
      raise(PyExc.ValueError, `${reprText(name)} in __slots__ conflicts with class variable`);
      return false;
    }
    found.names.push(name);
  }
  return true;
}

function byCodePoint(a: string, b: string): number {
  const x = [...a];
  const y = [...b];
  for (let i = 0; i < x.length && i < y.length; i++) {
    if (x[i] !== y[i]) return x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
  }
  return x.length - y.length;
}
