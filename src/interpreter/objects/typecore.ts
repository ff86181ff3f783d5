// What every part asks about types: subtype tests and attribute look-up along the MRO.
//
// Answers to CPython 3.12: Objects/typeobject.c (PyType_IsSubtype, _PyType_Lookup, PyType_Modified).

import type { Obj, PyType } from '../memory/object.ts';
import { type DictObj, getStr } from './dictcore.ts';
import type { Str } from './strcore.ts';

/** True if `a` is `b` or derives from it. CPython 3.12: PyType_IsSubtype */
export function isSubtype(a: PyType, b: PyType): boolean {
  if (a === b) return true;
  const mro = a.mro;
  if (mro.length > 0) {
    for (let i = 0; i < mro.length; i++) if (mro[i] === b) return true;
    return false;
  }
  for (let t: PyType | null = a; t !== null; t = t.base) if (t === b) return true;
  return false;
}

/** True if the object is an instance of the type or of a subtype. */
export function isInstance(o: Obj, type: PyType): boolean {
  return o.type === type || isSubtype(o.type, type);
}

let versions = 1;

/**
 * An attribute of a type, found along its MRO (borrowed); undefined: none has it.
 * `name` should be interned: the cache goes by identity. CPython 3.12: _PyType_Lookup
 */
export function lookup(type: PyType, name: Str): Obj | undefined {
  if (type.version !== 0) {
    const cache = type.lookups;
    if (cache !== null) {
      const hit = cache.get(name);
      if (hit !== undefined || cache.has(name)) return hit;
    }
  }
  const mro = type.mro;
  let found: Obj | undefined;
  for (let i = 0; i < mro.length; i++) {
    const dict = mro[i]!.dict;
    if (dict === null) continue;
    found = getStr(dict as DictObj, name);
    if (found !== undefined) break;
  }
  if (name.gc === -1) {
    if (type.lookups === null) type.lookups = new Map();
    const cache = type.lookups;
    if (type.version === 0) {
      type.version = versions++;
      cache.clear();
    } else if (cache.size > 1024) cache.clear();
    cache.set(name, found);
  }
  return found;
}

/** Forgets what was cached about a type and everything below it. CPython 3.12: PyType_Modified */
export function typeModified(type: PyType): void {
  if (type.version !== 0) {
    type.version = 0;
    type.lookups = null;
  }
  for (const sub of type.subclasses) typeModified(sub);
}
