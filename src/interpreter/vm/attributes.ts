// What the attribute instructions need beside their guards.
//
// Answers to CPython 3.12: Objects/object.c _PyObject_GetMethod, Objects/dictobject.c (inline values of instances).

import { decref, type Obj } from '../memory/object.ts';
import { type Dict, type DictObj, findStr, insertNew } from '../objects/dictcore.ts';
import { ensureDict, genericGetAttr, outgrown } from '../objects/object.ts';
import { type Str, strHash } from '../objects/strcore.ts';
import { lookup } from '../objects/typecore.ts';
import type { Guard } from './specialize.ts';

/** The function of a method call without making a bound method (borrowed); null: load the attribute in full. */
export function getMethod(owner: Obj, name: Str): Obj | null {
  const type = owner.type;
  if (type.tp_getattro !== genericGetAttr) return null;
  const descr = lookup(type, name);
  if (descr === undefined || !descr.type.isMethodDescriptor) return null;
  if (type.hasDict) {
    const dict = owner.x as DictObj | null;
    if (dict !== null && findStr(dict.v, name, strHash(name)) !== -1) return null;
  }
  return descr;
}

/** An instance's value (borrowed), and where the next one like it will have it; undefined: it has none. */
export function instanceValue(d: Dict, name: Str, guard: Guard): Obj | undefined {
  const at = findStr(d, name, strHash(name));
  if (at < 0) return undefined;
  guard.shape = d.shape;
  guard.index = at;
  return d.values[at];
}

/** Gives an instance a value (owned), and notes where the next one like it will have it. */
export function storeInstanceValue(owner: Obj, name: Str, value: Obj, guard: Guard): void {
  const d = ensureDict(owner).v;
  const hash = strHash(name);
  const at = findStr(d, name, hash);
  if (at < 0) {
    name.rc++;
    insertNew(d, name, hash, value);
    if (d.shape === null) outgrown(owner, name);
    return;
  }
  guard.shape = d.shape;
  guard.index = at;
  const old = d.values[at]!;
  d.values[at] = value;
  decref(old);
}
