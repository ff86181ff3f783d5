// Dicts: their methods and operators. The hash table is in dictcore.ts, the views and iterators in dictviews.ts.
//
// Answers to CPython 3.12: Objects/dictobject.c.

import { decref, decrefAll, type Obj, type PyType, type Res, tstate } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getItem, getIter, nextG } from './abstract.ts';
import { hashG, objectHash, Py_EQ, Py_NE } from './compare.ts';
import { classMethod, method } from './descrobject.ts';
import {
  clearDict,
  Dict,
  type DictObj,
  dictType,
  FAILED,
  find,
  findG,
  insertNew,
  isDict,
  MISSING,
  NEEDS_PYTHON,
  newDict,
  removeAt,
} from './dictcore.ts';
import {
  dictItemsType,
  dictIterKeyType,
  dictKeysType,
  dictRevIterKeyType,
  dictValuesType,
  newDictIter,
  newDictView,
} from './dictviews.ts';
import { clearIf, matches, PyExc, raise, raiseWith, typeError } from './errors.ts';
import { newGenericAlias } from './genericalias.ts';
import { collectG } from './iterobject.ts';
import { newBool, newInt } from './longcore.ts';
import type { Kwargs } from './methodobject.ts';
import { callSpecial, lookupAttrG, objectCall, objectRepr, reprLeave, strG } from './object.ts';
import {
  defer,
  enterNested,
  equalPlain,
  equalRestG,
  IN_COMPARISON,
  IN_REPR,
  leaveNested,
  reprStart,
} from './seqcompare.ts';
import { listType, newList, newTuple, type Tuple } from './seqcore.ts';
import { isAnySet, type SetObj } from './setcore.ts';
import { None, none, notImplemented } from './singletons.ts';
import { hashNotImplemented } from './slotdefs.ts';
import { id, isStr, newStr, type Str, strHash, strType } from './strcore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

// --- finding -----------------------------------------------------------------------------------------

/** Hash of the key `locate` was last asked for; NaN when it is pending. */
let keyHash = 0;

/**
 * Position of a key: at 0 or above; MISSING; FAILED with the error set (unhashable); NEEDS_PYTHON: go on with
 * `locateG(d, key, keyHash)`.
 */
function locate(d: Dict, key: Obj): number {
  const hash = key.type === strType ? strHash(key) : objectHash(key);
  keyHash = hash;
  if (Number.isNaN(hash)) return tstate.pending === null ? FAILED : NEEDS_PYTHON;
  return find(d, key, hash);
}

// Goes on after `locate`: a hash of NaN is pending. Leaves the hash in keyHash.
function* locateG(d: Dict, key: Obj, hash: number): Gen<number> {
  if (Number.isNaN(hash)) {
    hash = yield* hashG(key);
    if (Number.isNaN(hash)) return FAILED;
  }
  let at = find(d, key, hash);
  if (at === NEEDS_PYTHON) at = yield* findG(d, key, hash);
  keyHash = hash;
  return at;
}

/** Position of any key, for generator natives; FAILED with the error set. */
function* locateAnyG(d: Dict, key: Obj): Gen<number> {
  const at = locate(d, key);
  return at === NEEDS_PYTHON ? yield* locateG(d, key, keyHash) : at;
}

function put(d: Dict, key: Obj, hash: number, value: Obj, at: number): void {
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

// --- item access -------------------------------------------------------------------------------------

/** `d[key]` (new reference), `__missing__` included. CPython 3.12: Objects/dictobject.c dict_subscript */
export function dictSubscript(o: Obj, key: Obj): Res {
  const at = locate((o as DictObj).v, key);
  if (at === NEEDS_PYTHON) return suspend(subscriptG(o as DictObj, key, keyHash), [o, key]);
  if (at === FAILED) return null;
  return subscriptAt(o as DictObj, key, at);
}

function subscriptAt(o: DictObj, key: Obj, at: number): Res {
  if (at >= 0) {
    const r = o.v.values[at]!;
    r.rc++;
    return r;
  }
  if (o.type !== dictType) {
    const r = callSpecial(o, id('__missing__'), [key]);
    if (r !== undefined) return r;
  }
  return keyError(key);
}

function* subscriptG(o: DictObj, key: Obj, hash: number): Gen {
  const at = yield* locateG(o.v, key, hash);
  if (at === FAILED) return null;
  const r = subscriptAt(o, key, at);
  return r === null && tstate.pending !== null ? yield* settle() : r;
}

/** Raises KeyError(key). CPython 3.12: Python/errors.c _PyErr_SetKeyError */
export function keyError(key: Obj): null {
  key.rc++;
  return raiseWith(PyExc.KeyError, key);
}

/** `d[key] = value`, or with null `del d[key]`; None, or null. CPython 3.12: Objects/dictobject.c dict_ass_sub */
export function dictAssSub(o: Obj, key: Obj, value: Obj | null): Res {
  const d = (o as DictObj).v;
  const at = locate(d, key);
  if (at === FAILED) return null;
  if (at === NEEDS_PYTHON) {
    return suspend(assSubG(d, key, value, keyHash), value === null ? [o, key] : [o, key, value]);
  }
  return assSubAt(d, key, value, at);
}

function assSubAt(d: Dict, key: Obj, value: Obj | null, at: number): Res {
  if (value !== null) put(d, key, keyHash, value, at);
  else if (at < 0) return keyError(key);
  else decref(removeAt(d, at));
  return none();
}

function* assSubG(d: Dict, key: Obj, value: Obj | null, hash: number): Gen {
  const at = yield* locateG(d, key, hash);
  return at === FAILED ? null : assSubAt(d, key, value, at);
}

/** `d[key] = value` (both borrowed); false: an error is set. For generator natives. */
export function* dictSetItemG(o: DictObj, key: Obj, value: Obj): Gen<boolean> {
  const at = yield* locateAnyG(o.v, key);
  if (at === FAILED) return false;
  put(o.v, key, keyHash, value, at);
  return true;
}

/** `key in d` as 1, 0, or -1 with an error. For generator natives. */
export function* dictContainsG(o: DictObj, key: Obj): Gen<number> {
  const at = yield* locateAnyG(o.v, key);
  return at === FAILED ? -1 : at >= 0 ? 1 : 0;
}

function dict_contains(o: Obj, key: Obj): Res {
  const at = locate((o as DictObj).v, key);
  if (at === FAILED) return null;
  if (at === NEEDS_PYTHON) return suspend(containsG(o as DictObj, key, keyHash), [o, key]);
  return newBool(at >= 0);
}

function* containsG(o: DictObj, key: Obj, hash: number): Gen {
  const at = yield* locateG(o.v, key, hash);
  return at === FAILED ? null : newBool(at >= 0);
}

function valueOr(d: Dict, at: number, otherwise: Obj | undefined): Obj {
  const r = at >= 0 ? d.values[at]! : (otherwise ?? None);
  r.rc++;
  return r;
}

function dict_get(self: Obj, key: Obj, otherwise?: Obj): Res {
  const d = (self as DictObj).v;
  const at = locate(d, key);
  if (at === FAILED) return null;
  if (at !== NEEDS_PYTHON) return valueOr(d, at, otherwise);
  return suspend(getG(d, key, otherwise, keyHash), [self, key, otherwise ?? None]);
}

function* getG(d: Dict, key: Obj, otherwise: Obj | undefined, hash: number): Gen {
  const at = yield* locateG(d, key, hash);
  return at === FAILED ? null : valueOr(d, at, otherwise);
}

function setDefaultAt(d: Dict, key: Obj, value: Obj, at: number): Res {
  if (at >= 0) {
    const r = d.values[at]!;
    r.rc++;
    return r;
  }
  put(d, key, keyHash, value, MISSING);
  value.rc++;
  return value;
}

function dict_setdefault(self: Obj, key: Obj, otherwise?: Obj): Res {
  const d = (self as DictObj).v;
  const value = otherwise ?? None;
  const at = locate(d, key);
  if (at === FAILED) return null;
  if (at !== NEEDS_PYTHON) return setDefaultAt(d, key, value, at);
  return suspend(setDefaultG(d, key, value, keyHash), [self, key, value]);
}

function* setDefaultG(d: Dict, key: Obj, value: Obj, hash: number): Gen {
  const at = yield* locateG(d, key, hash);
  return at === FAILED ? null : setDefaultAt(d, key, value, at);
}

function popAt(d: Dict, key: Obj, otherwise: Obj | undefined, at: number): Res {
  if (at >= 0) return removeAt(d, at);
  if (otherwise === undefined) return keyError(key);
  otherwise.rc++;
  return otherwise;
}

/** CPython 3.12: Objects/dictobject.c _PyDict_Pop */
function dict_pop(self: Obj, key: Obj, otherwise?: Obj): Res {
  const d = (self as DictObj).v;
  if (d.used === 0) return popAt(d, key, otherwise, MISSING);
  const at = locate(d, key);
  if (at === FAILED) return null;
  if (at !== NEEDS_PYTHON) return popAt(d, key, otherwise, at);
  return suspend(popG(d, key, otherwise, keyHash), [self, key, otherwise ?? None]);
}

function* popG(d: Dict, key: Obj, otherwise: Obj | undefined, hash: number): Gen {
  const at = yield* locateG(d, key, hash);
  return at === FAILED ? null : popAt(d, key, otherwise, at);
}

function dict_popitem(self: Obj): Res {
  const d = (self as DictObj).v;
  if (d.used === 0) return raise(PyExc.KeyError, 'popitem(): dictionary is empty');
  let i = d.keys.length - 1;
  while (d.keys[i] === undefined) i--;
  const key = d.keys[i]!;
  key.rc++;
  const value = removeAt(d, i);
  // The deleted entries behind it are forgotten too.
  d.keys.length = i;
  d.values.length = i;
  d.hashes.length = i;
  return newTuple([key, value]);
}

// --- merging -----------------------------------------------------------------------------------------

/** A copy of a table with references of its own. CPython 3.12: Objects/dictobject.c clone_combined_dict_keys */
function cloneTable(from: Dict): Dict {
  const d = new Dict();
  d.keys = from.keys.slice();
  d.values = from.values.slice();
  d.hashes = from.hashes.slice();
  d.index = from.index.slice();
  d.used = from.used;
  d.usable = from.usable;
  for (let i = 0; i < d.keys.length; i++) {
    const k = d.keys[i];
    if (k === undefined) continue;
    k.rc++;
    d.values[i]!.rc++;
  }
  return d;
}

/** A shallow copy, an exact dict (new reference). CPython 3.12: Objects/dictobject.c PyDict_Copy */
export function dictCopy(o: DictObj): DictObj {
  const copy = newDict();
  const from = o.v;
  if (from.used === 0) return copy;
  if (from.used >= Math.floor((from.keys.length * 2) / 3)) copy.v = cloneTable(from);
  else {
    for (let i = 0; i < from.keys.length; i++) {
      const k = from.keys[i];
      if (k !== undefined) put(copy.v, k, from.hashes[i]!, from.values[i]!, MISSING);
    }
  }
  return copy;
}

/**
 * Merges a mapping into a dict. `override`: 1 replaces values, 0 keeps them, 2 makes a key that is there already a
 * KeyError. False: an error. CPython 3.12: Objects/dictobject.c dict_merge
 */
export function* dictMergeG(into: DictObj, other: Obj, override: 0 | 1 | 2): Gen<boolean> {
  if (isDict(other) && other.type.tp_iter === dictType.tp_iter) {
    const from = other.v;
    if (other === into || from.used === 0) return true;
    const d = into.v;
    if (d.used === 0 && from.used === from.keys.length) {
      into.v = cloneTable(from);
      into.v.version = d.version + 1;
      return true;
    }
    const size = from.keys.length;
    for (let i = 0; i < from.keys.length; i++) {
      const key = from.keys[i];
      if (key === undefined) continue;
      const value = from.values[i]!;
      const hash = from.hashes[i]!;
      let at = find(d, key, hash);
      if (at === NEEDS_PYTHON) {
        key.rc++;
        value.rc++;
        at = yield* findG(d, key, hash);
        if (at !== FAILED && (at < 0 || override === 1)) put(d, key, hash, value, at);
        decref(key);
        decref(value);
        if (at === FAILED) return false;
      } else if (at < 0 || override === 1) put(d, key, hash, value, at);
      if (at >= 0 && override === 2) {
        keyError(key);
        return false;
      }
      if (from.keys.length !== size) {
        raise(PyExc.RuntimeError, 'dict mutated during update');
        return false;
      }
    }
    return true;
  }
  const keys = yield* keysOfG(other);
  if (keys === null) return false;
  let it = getIter(keys);
  if (it === null) it = yield* settle();
  decref(keys);
  if (it === null) return false;
  let ok = false;
  for (;;) {
    const key = yield* nextG(it);
    if (key === undefined) ok = true;
    if (key == null) break;
    const done = yield* mergeKeyG(into, other, key, override);
    decref(key);
    if (!done) break;
  }
  decref(it);
  return ok;
}

function* mergeKeyG(into: DictObj, other: Obj, key: Obj, override: number): Gen<boolean> {
  if (override !== 1) {
    const there = yield* dictContainsG(into, key);
    if (there < 0) return false;
    if (there === 1) {
      if (override === 0) return true;
      keyError(key);
      return false;
    }
  }
  let value = getItem(other, key);
  if (value === null) value = yield* settle();
  if (value === null) return false;
  const ok = yield* dictSetItemG(into, key, value);
  decref(value);
  return ok;
}

// CPython 3.12: Objects/abstract.c PyMapping_Keys
/** CPython 3.12: Objects/abstract.c PyMapping_Keys, method_output_as_list */
function* keysOfG(other: Obj): Gen {
  const keys = yield* getKeysG(other);
  if (keys === null || keys.type === listType) return keys;
  let it = getIter(keys);
  if (it === null) it = yield* settle();
  if (it === null) {
    if (clearIf(PyExc.TypeError)) {
      typeError(`${other.type.name}.keys() returned a non-iterable (type ${keys.type.name})`);
    }
    decref(keys);
    return null;
  }
  decref(keys);
  const items = yield* collectG(it, true);
  decref(it);
  return items === null ? null : newList(items);
}

function* getKeysG(other: Obj): Gen {
  let f = other.type.tp_getattro!(other, id('keys'));
  if (f === null) f = yield* settle();
  if (f === null) return null;
  let r = objectCall(f, []);
  if (r === null) r = yield* settle();
  decref(f);
  return r;
}

/** CPython 3.12: Objects/dictobject.c PyDict_MergeFromSeq2 */
export function* dictMergeFromSeq2G(into: DictObj, seq2: Obj): Gen<boolean> {
  let it = getIter(seq2);
  if (it === null) it = yield* settle();
  if (it === null) return false;
  for (let i = 0; ; i++) {
    const item = yield* nextG(it);
    if (item == null) {
      decref(it);
      return item === undefined;
    }
    const pair = yield* collectG(item, false);
    decref(item);
    if (pair === null) {
      if (clearIf(PyExc.TypeError)) {
        typeError(`cannot convert dictionary update sequence element #${i} to a sequence`);
      }
      decref(it);
      return false;
    }
    if (pair.length !== 2) {
      raise(
        PyExc.ValueError,
        `dictionary update sequence element #${i} has length ${pair.length}; 2 is required`,
      );
      decrefAll(pair);
      decref(it);
      return false;
    }
    const ok = yield* dictSetItemG(into, pair[0]!, pair[1]!);
    decrefAll(pair);
    if (!ok) {
      decref(it);
      return false;
    }
  }
}

/** `d.update(arg)` with one argument. CPython 3.12: Objects/dictobject.c dict_update_arg */
export function* dictUpdateArgG(into: DictObj, arg: Obj): Gen<boolean> {
  if (arg.type === dictType) return yield* dictMergeG(into, arg, 1);
  const keys = yield* lookupAttrG(arg, id('keys'));
  if (keys === null) return false;
  if (keys === undefined) return yield* dictMergeFromSeq2G(into, arg);
  decref(keys);
  return yield* dictMergeG(into, arg, 1);
}

/** DICT_UPDATE, `{**mapping}`: false with an error. CPython 3.12: Python/bytecodes.c DICT_UPDATE */
export function* dictUpdateG(into: DictObj, update: Obj): Gen<boolean> {
  if (yield* dictMergeG(into, update, 1)) return true;
  if (clearIf(PyExc.AttributeError)) typeError(`'${update.type.name}' object is not a mapping`);
  return false;
}

/** DICT_MERGE, `f(**mapping)`: false with an error. CPython 3.12: Python/ceval.c format_kwargs_error */
export function* dictMergeKwargsG(into: DictObj, update: Obj, func: Obj): Gen<boolean> {
  if (yield* dictMergeG(into, update, 2)) return true;
  if (matches(PyExc.AttributeError)) {
    clearIf(PyExc.AttributeError);
    const name = yield* functionStrG(func);
    if (name !== null) {
      typeError(`${name} argument after ** must be a mapping, not ${update.type.name}`);
    }
  } else if (matches(PyExc.KeyError)) {
    const args = (tstate.exc as Obj<{ args: Tuple }>).v.args;
    const key = args.v[0];
    if (key === undefined || args.v.length !== 1) return false;
    key.rc++;
    clearIf(PyExc.KeyError);
    const name = yield* functionStrG(func);
    const text = name === null ? null : yield* strG(key);
    decref(key);
    if (text !== null) {
      typeError(`${name} got multiple values for keyword argument '${text.v}'`);
      decref(text);
    }
  }
  return false;
}

/** "module.qualname()", as call errors name a function; null: an error. CPython 3.12: Objects/object.c _PyObject_FunctionStr */
export function* functionStrG(f: Obj): Gen<string | null> {
  const qualname = yield* lookupAttrG(f, id('__qualname__'));
  if (qualname === null) return null;
  if (qualname === undefined) {
    const s = yield* strG(f);
    if (s === null) return null;
    const text = s.v;
    decref(s);
    return text;
  }
  const module = yield* lookupAttrG(f, id('__module__'));
  if (module === null) {
    decref(qualname);
    return null;
  }
  let text = isStr(qualname) ? `${qualname.v}()` : '()';
  decref(qualname);
  if (module !== undefined) {
    if (isStr(module) && module.v !== 'builtins') text = `${module.v}.${text}`;
    decref(module);
  }
  return text;
}

/** CPython 3.12: Objects/dictobject.c dict_update_common */
function* updateCommonG(into: DictObj, arg: Obj | undefined, kwargs: Kwargs): Gen {
  if (arg !== undefined && !(yield* dictUpdateArgG(into, arg))) return null;
  for (const [name, value] of kwargs) if (!(yield* dictSetItemG(into, name, value))) return null;
  return none();
}

function dict_update(self: Obj, args: Obj[], kwargs: Kwargs): Res | Gen {
  if (args.length > 1) return typeError(`update expected at most 1 argument, got ${args.length}`);
  return suspend(updateCommonG(self as DictObj, args[0], kwargs), [
    self,
    ...args,
    ...(kwargs.flat() as Obj[]),
  ]);
}

function dict_new(type: Obj<PyType>, _args: Obj[], _kwnames: Obj[] | null): Res {
  return type.v === dictType ? newDict() : allocInstance(type.v, new Dict());
}

function dict_init(self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos > 1) return typeError(`dict expected at most 1 argument, got ${npos}`);
  if (args.length === 0) return none();
  const kwargs: Kwargs = [];
  for (let i = 0; i < nkw; i++) kwargs.push([kwnames![i] as Str, args[npos + i]!]);
  return suspend(updateCommonG(self as DictObj, npos === 1 ? args[0] : undefined, kwargs), [
    self,
    ...args,
    ...(kwnames ?? []),
  ]);
}

/** dict.fromkeys. CPython 3.12: Objects/dictobject.c _PyDict_FromKeys */
function* dict_fromkeys(cls: Obj, iterable: Obj, given?: Obj): Gen {
  const value = given ?? None;
  let d = objectCall(cls, []);
  if (d === null) d = yield* settle();
  if (d === null) return null;
  const exact = d.type === dictType;
  const failed = (): null => {
    decref(d!);
    return null;
  };
  if (exact && (d as DictObj).v.used === 0) {
    // The hashes are known already.
    if (iterable.type === dictType) {
      const from = (iterable as DictObj).v;
      for (let i = 0; i < from.keys.length; i++) {
        const k = from.keys[i];
        if (k !== undefined) put((d as DictObj).v, k, from.hashes[i]!, value, MISSING);
      }
      return d;
    }
    if (isAnySet(iterable)) {
      const from = (iterable as SetObj).v;
      for (let i = 0; i < from.keys.length; i++) {
        const k = from.keys[i];
        if (k != null) put((d as DictObj).v, k, from.hashes[i]!, value, MISSING);
      }
      return d;
    }
  }
  let it = getIter(iterable);
  if (it === null) it = yield* settle();
  if (it === null) return failed();
  for (;;) {
    const key = yield* nextG(it);
    if (key == null) {
      decref(it);
      return key === undefined ? d : failed();
    }
    let ok: boolean;
    if (exact) ok = yield* dictSetItemG(d as DictObj, key, value);
    else {
      const set = d.type.mp_ass_subscript;
      let r: Res =
        set === null
          ? typeError(`'${d.type.name}' object does not support item assignment`)
          : set(d, key, value);
      if (r === null) r = yield* settle();
      ok = r !== null;
      if (r !== null) decref(r);
    }
    decref(key);
    if (!ok) {
      decref(it);
      return failed();
    }
  }
}

// --- operators ---------------------------------------------------------------------------------------

function* orG(a: DictObj, b: Obj): Gen {
  const d = dictCopy(a);
  if (yield* dictUpdateArgG(d, b)) return d;
  decref(d);
  return null;
}

function dict_or(a: Obj, b: Obj): Res {
  if (!isDict(a) || !isDict(b)) return notImplemented();
  return suspend(orG(a, b), [a, b]);
}

function* iorG(a: DictObj, b: Obj): Gen {
  if (!(yield* dictUpdateArgG(a, b))) return null;
  a.rc++;
  return a;
}

/** 1, 0, or -1 with an error. CPython 3.12: Objects/dictobject.c dict_equal */
function* equalG(a: Dict, b: Dict, i: number, pending: boolean): Gen<number> {
  for (; i < a.keys.length; i++) {
    const key = a.keys[i];
    if (key === undefined) continue;
    let same = -2;
    if (!pending) {
      const hash = a.hashes[i]!;
      const mine = a.values[i]!;
      let at = find(b, key, hash);
      if (at === NEEDS_PYTHON) {
        key.rc++;
        mine.rc++;
        at = yield* findG(b, key, hash);
        decref(key);
        if (at < 0) {
          decref(mine);
          return at === FAILED ? -1 : 0;
        }
        mine.rc--;
      }
      if (at < 0) return 0;
      same = equalPlain(mine, b.values[at]!);
    }
    pending = false;
    if (same === -2) same = yield* equalRestG();
    if (same <= 0) return same;
  }
  return 1;
}

function* richCompareG(a: DictObj, b: DictObj, op: number, i: number, pending: boolean): Gen {
  const same = yield* equalG(a.v, b.v, i, pending);
  return same < 0 ? null : newBool((same === 1) === (op === Py_EQ));
}

function dict_richcompare(a: Obj, b: Obj, op: number): Res {
  if (!isDict(a) || !isDict(b) || (op !== Py_EQ && op !== Py_NE)) return notImplemented();
  if (a.v.used !== b.v.used) return newBool(op === Py_NE);
  if (!enterNested()) return defer(richCompareG(a, b, op, 0, false), [a, b], IN_COMPARISON);
  let r: Res | undefined;
  for (let i = 0; r === undefined && i < a.v.keys.length; i++) {
    const key = a.v.keys[i];
    if (key === undefined) continue;
    const at = find(b.v, key, a.v.hashes[i]!);
    if (at === NEEDS_PYTHON) r = suspend(richCompareG(a, b, op, i, false), [a, b]);
    else if (at < 0) r = newBool(op === Py_NE);
    else {
      const same = equalPlain(a.v.values[i]!, b.v.values[at]!);
      if (same === 0) r = newBool(op === Py_NE);
      else if (same === -1) r = null;
      else if (same === -2) r = suspend(richCompareG(a, b, op, i, true), [a, b]);
    }
  }
  leaveNested();
  return r === undefined ? newBool(op === Py_EQ) : r;
}

/** CPython 3.12: Objects/dictobject.c dict_repr */
function dict_repr(o: Obj): Res {
  if ((o as DictObj).v.used === 0) return newStr('{}');
  if (!reprStart(o)) return newStr('{...}');
  if (!enterNested()) return defer(dictReprG(o as DictObj, [], 0, '', false), [o], IN_REPR);
  const d = o as DictObj;
  const parts: string[] = [];
  for (let i = 0; i < d.v.keys.length; i++) {
    const key = d.v.keys[i];
    if (key === undefined) continue;
    let text = '';
    for (let side = 0; side < 2; side++) {
      const r = objectRepr(side === 0 ? key : d.v.values[i]!);
      if (r === null) {
        leaveNested();
        if (tstate.pending !== null) return suspend(dictReprG(d, parts, i, text, true), [o]);
        reprLeave(o);
        return null;
      }
      text += side === 0 ? `${(r as Str).v}: ` : (r as Str).v;
      decref(r);
    }
    parts.push(text);
  }
  leaveNested();
  reprLeave(o);
  return newStr(`{${parts.join(', ')}}`);
}

// Goes on at entry i: `text` has its key already, or is empty; `pending`: the next repr is under way.
function* dictReprG(d: DictObj, parts: string[], i: number, text: string, pending: boolean): Gen {
  for (; i < d.v.keys.length; i++) {
    const key = d.v.keys[i];
    if (key === undefined) continue;
    const value = d.v.values[i]!;
    key.rc++;
    value.rc++;
    let failed = false;
    for (let side = text === '' ? 0 : 1; side < 2 && !failed; side++) {
      let r = pending ? null : objectRepr(side === 0 ? key : value);
      pending = false;
      if (r === null) r = yield* settle();
      if (r === null) failed = true;
      else {
        text += side === 0 ? `${(r as Str).v}: ` : (r as Str).v;
        decref(r);
      }
    }
    decref(key);
    decref(value);
    if (failed) {
      reprLeave(d);
      return null;
    }
    parts.push(text);
    text = '';
  }
  reprLeave(d);
  return newStr(`{${parts.join(', ')}}`);
}

/** What a dict takes in memory, the header of the collector left out. CPython 3.12: Objects/dictobject.c _PyDict_SizeOf */
function dictSizeOf(o: DictObj): number {
  const d = o.v;
  let size = o.type.basicsize;
  // An empty dict shares its table with all others.
  if (d.keys.length === 0 && d.index.length === 8 && d.usable === 5) return size;
  const slots = d.index.length;
  const perIndex = slots < 256 ? 1 : slots < 65536 ? 2 : 4;
  const entry = d.keys.every((k) => k === undefined || k.type === strType) ? 16 : 24;
  size += 32 + slots * perIndex + Math.floor((slots * 2) / 3) * entry;
  return size;
}

export function initDict(): void {
  const t = dictType;
  t.doc =
    "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)";
  t.basicsize = 48;
  t.tp_new = dict_new;
  t.tp_init = dict_init;
  t.tp_repr = dict_repr;
  t.tp_hash = hashNotImplemented;
  t.tp_richcompare = dict_richcompare;
  t.tp_iter = (o) => newDictIter(dictIterKeyType, o as DictObj);
  t.tp_traverse = (o, visit) => {
    const { keys, values } = (o as DictObj).v;
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (k === undefined) continue;
      visit(k);
      visit(values[i]!);
    }
  };
  t.tp_clear = t.tp_dealloc = (o) => clearDict((o as DictObj).v);
  t.sq_length = t.mp_length = (o) => (o as DictObj).v.used;
  t.sq_contains = dict_contains;
  t.mp_subscript = dictSubscript;
  t.mp_ass_subscript = dictAssSub;
  t.nb_or = dict_or;
  t.nb_inplace_or = (a, b) => suspend(iorG(a as DictObj, b), [a, b]);
  method(
    t,
    '__contains__',
    '($self, key, /)',
    dict_contains,
    'True if the dictionary has the specified key, else False.',
  );
  method(t, '__getitem__', '($self, key, /)', dictSubscript, 'Return self[key].');
  method(
    t,
    '__sizeof__',
    '!($self, /)',
    (self: Obj) => newInt(dictSizeOf(self as DictObj)),
    'Return the size of the dict in memory.',
  );
  method(
    t,
    'get',
    '($self, key, default=None, /)',
    dict_get,
    'Return the value for key if key is in the dictionary, else default.',
  );
  method(
    t,
    'setdefault',
    '($self, key, default=None, /)',
    dict_setdefault,
    'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.',
  );
  method(
    t,
    'pop',
    '($self, key, default=<unrepresentable>, /)',
    dict_pop,
    'D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.',
  );
  method(
    t,
    'popitem',
    '($self, /)',
    dict_popitem,
    'Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.',
  );
  method(
    t,
    'keys',
    '!($self, /)',
    (self: Obj) => newDictView(dictKeysType, self as DictObj),
    "D.keys() -> a set-like object providing a view on D's keys",
  );
  method(
    t,
    'items',
    '!($self, /)',
    (self: Obj) => newDictView(dictItemsType, self as DictObj),
    "D.items() -> a set-like object providing a view on D's items",
  );
  method(
    t,
    'values',
    '!($self, /)',
    (self: Obj) => newDictView(dictValuesType, self as DictObj),
    "D.values() -> an object providing a view on D's values",
  );
  method(
    t,
    'update',
    '!($self, *args, **kwargs)',
    dict_update,
    'D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]',
  );
  classMethod(
    t,
    'fromkeys',
    '($type, iterable, value=None, /)',
    dict_fromkeys,
    'Create a new dictionary with keys from iterable and values set to value.',
  );
  method(
    t,
    'clear',
    '!($self, /)',
    (self: Obj) => {
      clearDict((self as DictObj).v);
      return none();
    },
    'D.clear() -> None.  Remove all items from D.',
  );
  method(
    t,
    'copy',
    '!($self, /)',
    (self: Obj) => dictCopy(self as DictObj),
    'D.copy() -> a shallow copy of D',
  );
  method(
    t,
    '__reversed__',
    '($self, /)',
    (self: Obj) => newDictIter(dictRevIterKeyType, self as DictObj),
    'Return a reverse iterator over the dict keys.',
  );
  classMethod(t, '__class_getitem__', '!($type, item, /)', newGenericAlias, 'See PEP 585');
  typeReady(t);
}
