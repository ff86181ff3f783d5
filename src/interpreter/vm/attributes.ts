// What the instructions of attributes, operators and instances need beside their guards.
//
// Answers to CPython 3.12: Objects/object.c _PyObject_GetMethod, Objects/dictobject.c (inline values of instances).

import { decref, type Obj, type PyType, TPFLAGS, typeType } from '../memory/object.ts';
import { BINARY_OPS } from '../objects/abstract.ts';
import { type Dict, type DictObj, findStr, insertNew } from '../objects/dictcore.ts';
import { functionType, type PyFunction } from '../objects/funcobject.ts';
import { ensureDict, genericGetAttr, outgrown } from '../objects/object.ts';
import { pythonSlots } from '../objects/slotdefs.ts';
import { id, type Str, strHash } from '../objects/strcore.ts';
import { isSubtype, lookup } from '../objects/typecore.ts';
import { objectNew } from '../objects/typeobject.ts';
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

/** What is known about making instances of a class; found again when the class changes. */
class InitGuard {
  readonly version: number;
  /** Its `__init__`, if that is a Python function and nothing else has a say; null: the long way. */
  readonly init: PyFunction | null;
  constructor(version: number, init: PyFunction | null) {
    this.version = version;
    this.init = init;
  }
}

/**
 * The `__init__` to be called for `cls(...)` when that means: make an instance, call it (borrowed); else null.
 * CPython 3.12: Objects/typeobject.c type_call, slot_tp_init
 */
export function plainInit(cls: Obj<PyType>): PyFunction | null {
  const type = cls.v;
  let guard = type.initGuard as InitGuard | null;
  if (guard === null || guard.version !== type.version) {
    const init = lookup(type, id('__init__'));
    const plain =
      init !== undefined &&
      init.type === functionType &&
      (type.flags & (TPFLAGS.HEAPTYPE | TPFLAGS.IS_ABSTRACT)) === TPFLAGS.HEAPTYPE &&
      type.tp_new === objectNew &&
      type.tp_init === pythonSlots.init &&
      cls.type.tp_call === typeType.tp_call;
    guard = new InitGuard(type.version, plain ? (init as PyFunction) : null);
    if (type.version !== 0) type.initGuard = guard;
  }
  return guard.init;
}

/** The Python function that is all there is to `a op b` unless it answers NotImplemented (borrowed); else null. */
export function plainOperator(a: PyType, b: PyType, op: number): PyFunction | null {
  const { slot, inplace } = BINARY_OPS[op]!;
  const python = pythonSlots.binary.get(slot);
  if (python === undefined || a[slot] !== python.fn || (a !== b && b[slot] !== null)) return null;
  if (inplace !== null && a[inplace] !== null) return null;
  const f = lookup(a, python.name);
  return f !== undefined && f.type === functionType ? (f as PyFunction) : null;
}

/** The same for a comparison. */
export function plainComparison(a: PyType, b: PyType, op: number): PyFunction | null {
  if (a.tp_richcompare !== pythonSlots.richCompare || (a !== b && isSubtype(b, a))) return null;
  const f = lookup(a, pythonSlots.richNames[op]!);
  return f !== undefined && f.type === functionType ? (f as PyFunction) : null;
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
