// The specialising adaptive interpreter (PEP 659): an instruction that has run a few times turns into a form made for what
// it saw, and back when that no longer fits.
//
// An instruction with a family counts down in its first cache unit. At zero it is specialised: the functions here look at
// the operands and write the new opcode into the stream (CodeRuntime.setOp), with what its guard needs to know in a
// Guard. A specialised instruction whose guard fails runs as the general one, which counts down too: after 53 misses it
// is looked at again. Where no form fits, the pause until the next attempt doubles. Forms, guards, counters and the
// number of executions are CPython's, so `dis(adaptive=True)` shows the same; the loop runs a form as it sees fit.
//
// Each function answers the opcode to go on with: the new one, or the general one if there is none.
//
// Answers to CPython 3.12: Python/specialize.c, Include/internal/pycore_code.h (counters). Calls: specialize_call.ts.
// Absent: statistics; running out of versions or of 16 bits for a position.

import { OP, SPECIALIZED as SP } from '../code/opcodes.ts';
import { type Obj, objectType, PyType, TPFLAGS, typeType } from '../memory/object.ts';
import { type Member, memberType } from '../objects/descrobject.ts';
import { type Dict, type DictObj, dictType, findStr, type Shape, sharedKeys } from '../objects/dictcore.ts';
import { floatType } from '../objects/floatcore.ts';
import { classMethodType, functionType, type PyFunction } from '../objects/funcobject.ts';
import { coroutineType, generatorType } from '../objects/genobject.ts';
import { listIterType } from '../objects/listobject.ts';
import { type Int, intType } from '../objects/longcore.ts';
import { type Module, moduleType } from '../objects/moduleobject.ts';
import { genericGetAttr, genericSetAttr } from '../objects/object.ts';
import { type Property, propertyType } from '../objects/propertyobject.ts';
import { rangeIterType } from '../objects/rangeobject.ts';
import { type List, listType, type Tuple, tupleType } from '../objects/seqcore.ts';
import { getAttributeSlots } from '../objects/slotdefs.ts';
import { id, type Str, strHash, strType } from '../objects/strcore.ts';
import { superType } from '../objects/superobject.ts';
import { tupleIterType } from '../objects/tupleobject.ts';
import { lookup } from '../objects/typecore.ts';
import { COUNTER_ONE, type CodeRuntime, functionVersion, runtimeOf } from './coderuntime.ts';
import type { Frame } from './frame.ts';

/** 52, backing off from the start: 53 misses until the next look. CPython 3.12: adaptive_counter_cooldown */
const COOLDOWN = 52 * COUNTER_ONE;
const MAX_BACKOFF = 12;

/** What the guard of a specialised instruction compares, and where its handler finds what it wants. */
export class Guard {
  /** Version of a type, a function, or the keys of a dict. */
  version: number;
  /** A second one: of shared keys, or of a function. */
  version2: number;
  /** Position in a table, or number of a slot. */
  index: number;
  /** What was found on the type (borrowed: a changed type has another version). */
  descr: Obj | null;
  /** The table that `version` belongs to. */
  dict: Dict | null;
  dict2: Dict | null;
  /** The keys the last instance had, where `index` is its place. */
  shape: Shape | null;
  constructor(version: number) {
    this.version = version;
    this.version2 = 0;
    this.index = 0;
    this.descr = null;
    this.dict = null;
    this.dict2 = null;
    this.shape = null;
  }
}

/** Notes a form that fits. CPython 3.12: the `success` label of the functions of specialize.c */
export function specialized(rt: CodeRuntime, at: number, op: number, guard: Guard | null): number {
  rt.setOp(at, op);
  rt.counters[at] = COOLDOWN;
  rt.cache[at] = guard;
  return op;
}

/** Notes that there is none: the next attempt later. CPython 3.12: adaptive_counter_backoff */
export function failed(rt: CodeRuntime, at: number, op: number): number {
  rt.setOp(at, op);
  let backoff = (rt.counters[at]! & (COUNTER_ONE - 1)) + 1;
  if (backoff > MAX_BACKOFF) backoff = MAX_BACKOFF;
  rt.counters[at] = ((1 << backoff) - 1) * COUNTER_ONE + backoff;
  return op;
}

/** A small enough non-negative int: one digit. CPython 3.12: _PyLong_IsNonNegativeCompact */
function isIndex(o: Obj): boolean {
  const v = (o as Int).v;
  return typeof v === 'number' && v >= 0 && v < 2 ** 30;
}

/** True if an instance keeps its attributes as inline values: nobody has asked for its `__dict__`. */
export function hasValues(o: Obj): boolean {
  const dict = o.x as DictObj | null;
  return o.type.inlineDict && (dict === null || dict.gc === 0);
}

// --- operators -----------------------------------------------------------------------------------------

/** CPython 3.12: _Py_Specialize_BinaryOp */
export function specializeBinaryOp(
  rt: CodeRuntime,
  at: number,
  lhs: Obj,
  rhs: Obj,
  arg: number,
  slots: (Obj | null)[],
): number {
  const type = lhs.type;
  let op = 0;
  if (type === rhs.type) {
    switch (arg) {
      case 0:
      case 13:
        if (type === strType) {
          const next = rt.plain[at + 1]!;
          const nextOp = next & 255;
          const stores = nextOp === OP.STORE_FAST || nextOp === SP.STORE_FAST__LOAD_FAST;
          const local = next >>> 8;
          op =
            stores && local < 256 && slots[local] === lhs
              ? SP.BINARY_OP_INPLACE_ADD_UNICODE
              : SP.BINARY_OP_ADD_UNICODE;
        } else if (type === intType) op = SP.BINARY_OP_ADD_INT;
        else if (type === floatType) op = SP.BINARY_OP_ADD_FLOAT;
        break;
      case 5:
      case 18:
        if (type === intType) op = SP.BINARY_OP_MULTIPLY_INT;
        else if (type === floatType) op = SP.BINARY_OP_MULTIPLY_FLOAT;
        break;
      case 10:
      case 23:
        if (type === intType) op = SP.BINARY_OP_SUBTRACT_INT;
        else if (type === floatType) op = SP.BINARY_OP_SUBTRACT_FLOAT;
        break;
    }
  }
  return op === 0 ? failed(rt, at, OP.BINARY_OP) : specialized(rt, at, op, null);
}

const isCompact = (o: Obj): boolean => {
  const v = (o as Int).v;
  return typeof v === 'number' && v > -(2 ** 30) && v < 2 ** 30;
};

/** CPython 3.12: _Py_Specialize_CompareOp */
export function specializeCompareOp(rt: CodeRuntime, at: number, lhs: Obj, rhs: Obj, arg: number): number {
  const type = lhs.type;
  if (type === rhs.type) {
    if (type === floatType) return specialized(rt, at, SP.COMPARE_OP_FLOAT, null);
    if (type === intType && isCompact(lhs) && isCompact(rhs))
      return specialized(rt, at, SP.COMPARE_OP_INT, null);
    const cmp = arg >> 4;
    if (type === strType && (cmp === 2 || cmp === 3)) return specialized(rt, at, SP.COMPARE_OP_STR, null);
  }
  return failed(rt, at, OP.COMPARE_OP);
}

/** A Python function that takes exactly so many plain positional arguments. CPython 3.12: function_check_args */
function takes(f: Obj, argcount: number): boolean {
  const code = runtimeOf((f as PyFunction).v.code.v as never);
  return code.plainParameters && code.co.argcount === argcount;
}

/** CPython 3.12: _Py_Specialize_BinarySubscr */
export function specializeBinarySubscr(rt: CodeRuntime, at: number, container: Obj, sub: Obj): number {
  const type = container.type;
  if (type === listType || type === tupleType) {
    if (sub.type !== intType || !isIndex(sub)) return failed(rt, at, OP.BINARY_SUBSCR);
    const op = type === listType ? SP.BINARY_SUBSCR_LIST_INT : SP.BINARY_SUBSCR_TUPLE_INT;
    return specialized(rt, at, op, null);
  }
  if (type === dictType) return specialized(rt, at, SP.BINARY_SUBSCR_DICT, null);
  const getitem = lookup(type, id('__getitem__'));
  if (getitem !== undefined && getitem.type === functionType && (type.flags & TPFLAGS.HEAPTYPE) !== 0) {
    if (takes(getitem, 2)) {
      // CPython keeps the method on the type, for all instructions; a changed type forgets it.
      const guard = new Guard(type.version);
      guard.descr = getitem;
      guard.version2 = functionVersion(getitem as PyFunction);
      type.getItemGuard = guard;
      return specialized(rt, at, SP.BINARY_SUBSCR_GETITEM, null);
    }
  }
  return failed(rt, at, OP.BINARY_SUBSCR);
}

/** The `__getitem__` that BINARY_SUBSCR_GETITEM may call; null: the guard fails. */
export function cachedGetItem(type: PyType): PyFunction | null {
  const guard = type.getItemGuard as Guard | null;
  if (guard === null || guard.version !== type.version) return null;
  const f = guard.descr as PyFunction;
  return f.v.version === guard.version2 ? f : null;
}

/** CPython 3.12: _Py_Specialize_StoreSubscr */
export function specializeStoreSubscr(rt: CodeRuntime, at: number, container: Obj, sub: Obj): number {
  const type = container.type;
  if (type === listType && sub.type === intType) {
    if (isIndex(sub) && ((sub as Int).v as number) < (container as List).v.length)
      return specialized(rt, at, SP.STORE_SUBSCR_LIST_INT, null);
  } else if (type === dictType) return specialized(rt, at, SP.STORE_SUBSCR_DICT, null);
  return failed(rt, at, OP.STORE_SUBSCR);
}

/** CPython 3.12: _Py_Specialize_UnpackSequence */
export function specializeUnpackSequence(rt: CodeRuntime, at: number, seq: Obj, arg: number): number {
  if (seq.type === tupleType && (seq as Tuple).v.length === arg) {
    return specialized(rt, at, arg === 2 ? SP.UNPACK_SEQUENCE_TWO_TUPLE : SP.UNPACK_SEQUENCE_TUPLE, null);
  }
  if (seq.type === listType && (seq as List).v.length === arg)
    return specialized(rt, at, SP.UNPACK_SEQUENCE_LIST, null);
  return failed(rt, at, OP.UNPACK_SEQUENCE);
}

/** CPython 3.12: _Py_Specialize_ForIter */
export function specializeForIter(rt: CodeRuntime, at: number, iter: Obj): number {
  const type = iter.type;
  const op =
    type === listIterType
      ? SP.FOR_ITER_LIST
      : type === tupleIterType
        ? SP.FOR_ITER_TUPLE
        : type === rangeIterType
          ? SP.FOR_ITER_RANGE
          : type === generatorType
            ? SP.FOR_ITER_GEN
            : 0;
  return op === 0 ? failed(rt, at, OP.FOR_ITER) : specialized(rt, at, op, null);
}

/** CPython 3.12: _Py_Specialize_Send */
export function specializeSend(rt: CodeRuntime, at: number, receiver: Obj): number {
  const type = receiver.type;
  return type === generatorType || type === coroutineType
    ? specialized(rt, at, SP.SEND_GEN, null)
    : failed(rt, at, OP.SEND);
}

/** CPython 3.12: _Py_Specialize_LoadSuperAttr */
export function specializeSuperAttr(
  rt: CodeRuntime,
  at: number,
  globalSuper: Obj,
  cls: Obj,
  method: boolean,
): number {
  if (globalSuper !== superType.self || !(cls.v instanceof PyType)) return failed(rt, at, OP.LOAD_SUPER_ATTR);
  return specialized(rt, at, method ? SP.LOAD_SUPER_ATTR_METHOD : SP.LOAD_SUPER_ATTR_ATTR, null);
}

// --- globals -------------------------------------------------------------------------------------------

/** All keys are exact strings. CPython 3.12: DK_IS_UNICODE */
function onlyStrings(d: Dict): boolean {
  const keys = d.keys;
  for (let i = 0; i < keys.length; i++) if (keys[i] !== undefined && keys[i]!.type !== strType) return false;
  return true;
}

/** CPython 3.12: _Py_Specialize_LoadGlobal */
export function specializeLoadGlobal(rt: CodeRuntime, at: number, frame: Frame, name: Str): number {
  const globals = frame.globals.v;
  const builtins = frame.builtins.v;
  if (frame.globals.type !== dictType || !onlyStrings(globals)) return failed(rt, at, OP.LOAD_GLOBAL);
  const hash = strHash(name);
  const guard = new Guard(globals.version);
  guard.dict = globals;
  guard.index = findStr(globals, name, hash);
  if (guard.index >= 0) return specialized(rt, at, SP.LOAD_GLOBAL_MODULE, guard);
  if (frame.builtins.type !== dictType || !onlyStrings(builtins)) return failed(rt, at, OP.LOAD_GLOBAL);
  guard.index = findStr(builtins, name, hash);
  if (guard.index < 0) return failed(rt, at, OP.LOAD_GLOBAL);
  guard.dict2 = builtins;
  guard.version2 = builtins.version;
  return specialized(rt, at, SP.LOAD_GLOBAL_BUILTIN, guard);
}

// --- attributes ----------------------------------------------------------------------------------------

// What the attribute found on a type is. CPython 3.12: DescriptorClassification
const OVERRIDING = 0;
const METHOD = 1;
const PROPERTY = 2;
const OBJECT_SLOT = 3;
const OTHER_SLOT = 4;
const NON_OVERRIDING = 5;
const CLASSMETHOD = 6;
const NON_DESCRIPTOR = 7;
const MUTABLE = 8;
const ABSENT = 9;
const DUNDER_CLASS = 10;
const GETSET_OVERRIDDEN = 11;
const GETATTRIBUTE_IS_PYTHON_FUNCTION = 12;

const found: { descr: Obj | null } = { descr: null };

/** Says what `name` is on the type, and leaves it in found.descr. CPython 3.12: analyze_descriptor */
function analyze(type: PyType, name: Str, store: boolean): number {
  found.descr = null;
  let hasGetAttr = false;
  if (store) {
    if (type.tp_setattro !== genericSetAttr) return GETSET_OVERRIDDEN;
  } else if (type.tp_getattro === getAttributeSlots.python) {
    const getattribute = lookup(type, id('__getattribute__'));
    hasGetAttr = lookup(type, id('__getattr__')) !== undefined;
    if (getattribute !== undefined && !getAttributeSlots.isObjects(getattribute)) {
      if (hasGetAttr || getattribute.type !== functionType) return GETSET_OVERRIDDEN;
      found.descr = getattribute;
      return GETATTRIBUTE_IS_PYTHON_FUNCTION;
    }
  } else if (type.tp_getattro !== genericGetAttr) return GETSET_OVERRIDDEN;
  const descr = lookup(type, name);
  if (descr === undefined) return ABSENT;
  found.descr = descr;
  const cls = descr.type;
  // An attribute whose class may change may become a descriptor.
  if ((cls.flags & TPFLAGS.HEAPTYPE) !== 0 && (cls.flags & TPFLAGS.IMMUTABLETYPE) === 0) return MUTABLE;
  if (cls.tp_descr_set !== null) {
    if (cls === memberType) return (descr as Obj<Member>).v.slot >= 0 ? OBJECT_SLOT : OTHER_SLOT;
    if (cls === propertyType) return hasGetAttr ? GETSET_OVERRIDDEN : PROPERTY;
    if (name.v === '__class__' && descr === lookup(objectType, name)) return DUNDER_CLASS;
    if (store) return OVERRIDING;
  }
  if (cls.tp_descr_get !== null) {
    if (cls.isMethodDescriptor) return METHOD;
    if (cls === classMethodType) return CLASSMETHOD;
    return NON_OVERRIDING;
  }
  return NON_DESCRIPTOR;
}

/** CPython 3.12: specialize_dict_access */
function dictAccess(owner: Obj, name: Str, guard: Guard): 'values' | 'hint' | null {
  const type = owner.type;
  if (!type.inlineDict) return null;
  const dict = owner.x as DictObj | null;
  if (hasValues(owner)) {
    if (!sharedKeys(type).places.has(name.v)) return null;
    if (dict !== null && dict.v.shape !== null) {
      const at = findStr(dict.v, name, strHash(name));
      if (at >= 0) {
        guard.shape = dict.v.shape;
        guard.index = at;
      }
    }
    return 'values';
  }
  if (dict!.type !== dictType) return null;
  guard.index = findStr(dict!.v, name, strHash(name));
  return guard.index < 0 ? null : 'hint';
}

/** The guard of a Python function to be called in place of an attribute, or null. */
function functionGuard(type: PyType, f: Obj, argcount: number): Guard | null {
  if (f.type !== functionType || !takes(f, argcount)) return null;
  const guard = new Guard(type.version);
  guard.descr = f;
  guard.version2 = functionVersion(f as PyFunction);
  return guard;
}

/** CPython 3.12: _Py_Specialize_LoadAttr */
export function specializeLoadAttr(
  rt: CodeRuntime,
  at: number,
  owner: Obj,
  name: Str,
  method: boolean,
): number {
  const type = owner.type;
  if (type === moduleType) return moduleAttr(rt, at, owner as Module, name);
  if ((type.flags & TPFLAGS.TYPE_SUBCLASS) !== 0) return classAttr(rt, at, owner as Obj<PyType>, name);
  const kind = analyze(type, name, false);
  const descr = found.descr;
  if (type.version === 0) return failed(rt, at, OP.LOAD_ATTR);
  const guard = new Guard(type.version);
  switch (kind) {
    case METHOD:
      if (method) {
        guard.descr = descr;
        if (type.inlineDict) {
          const keys = sharedKeys(type);
          if (!hasValues(owner) || keys.places.has(name.v)) break;
          guard.version2 = keys.currentVersion();
          return specialized(rt, at, SP.LOAD_ATTR_METHOD_WITH_VALUES, guard);
        }
        if (!type.hasDict) return specialized(rt, at, SP.LOAD_ATTR_METHOD_NO_DICT, guard);
        if (owner.x === null) return specialized(rt, at, SP.LOAD_ATTR_METHOD_LAZY_DICT, guard);
      }
      break;
    case PROPERTY: {
      const fget = (descr as Property).v.fget;
      const g = fget === null ? null : functionGuard(type, fget, 1);
      if (g !== null) return specialized(rt, at, SP.LOAD_ATTR_PROPERTY, g);
      break;
    }
    case OBJECT_SLOT:
      guard.index = (descr as Obj<Member>).v.slot;
      return specialized(rt, at, SP.LOAD_ATTR_SLOT, guard);
    case DUNDER_CLASS:
      guard.index = -1;
      return specialized(rt, at, SP.LOAD_ATTR_SLOT, guard);
    case GETATTRIBUTE_IS_PYTHON_FUNCTION: {
      const g = functionGuard(type, descr!, 2);
      if (g !== null) return specialized(rt, at, SP.LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN, g);
      break;
    }
    case ABSENT: {
      const how = dictAccess(owner, name, guard);
      if (how === 'values') return specialized(rt, at, SP.LOAD_ATTR_INSTANCE_VALUE, guard);
      if (how === 'hint') return specialized(rt, at, SP.LOAD_ATTR_WITH_HINT, guard);
      break;
    }
  }
  return failed(rt, at, OP.LOAD_ATTR);
}

/** CPython 3.12: specialize_module_load_attr */
function moduleAttr(rt: CodeRuntime, at: number, module: Module, name: Str): number {
  const d = module.v.dict.v;
  const getattr = id('__getattr__');
  if (onlyStrings(d) && findStr(d, getattr, strHash(getattr)) < 0) {
    const guard = new Guard(d.version);
    guard.dict = d;
    guard.index = findStr(d, name, strHash(name));
    if (guard.index >= 0) return specialized(rt, at, SP.LOAD_ATTR_MODULE, guard);
  }
  return failed(rt, at, OP.LOAD_ATTR);
}

/** CPython 3.12: specialize_class_load_attr */
function classAttr(rt: CodeRuntime, at: number, owner: Obj<PyType>, name: Str): number {
  if (owner.type === typeType && lookup(typeType, name) === undefined) {
    const kind = analyze(owner.v, name, false);
    if (owner.v.version !== 0 && (kind === METHOD || kind === NON_DESCRIPTOR)) {
      const guard = new Guard(owner.v.version);
      guard.descr = found.descr;
      return specialized(rt, at, SP.LOAD_ATTR_CLASS, guard);
    }
  }
  return failed(rt, at, OP.LOAD_ATTR);
}

/** CPython 3.12: _Py_Specialize_StoreAttr */
export function specializeStoreAttr(rt: CodeRuntime, at: number, owner: Obj, name: Str): number {
  const type = owner.type;
  if (type !== moduleType) {
    const kind = analyze(type, name, true);
    if (type.version !== 0) {
      const guard = new Guard(type.version);
      if (kind === OBJECT_SLOT) {
        guard.index = (found.descr as Obj<Member>).v.slot;
        return specialized(rt, at, SP.STORE_ATTR_SLOT, guard);
      }
      if (kind === ABSENT) {
        const how = dictAccess(owner, name, guard);
        if (how === 'values') return specialized(rt, at, SP.STORE_ATTR_INSTANCE_VALUE, guard);
        if (how === 'hint') return specialized(rt, at, SP.STORE_ATTR_WITH_HINT, guard);
      }
    }
  }
  return failed(rt, at, OP.STORE_ATTR);
}
