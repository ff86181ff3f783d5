// _abc: what abstract base classes keep and how they answer isinstance and issubclass.
//
// Registered and remembered classes are held weakly, as in CPython; here by JavaScript sets that do not count as
// references.
//
// Answers to CPython 3.12: Modules/_abc.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, xdecref } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { isSubclassG, iterateG } from '../objects/abstract.ts';
import { type DictObj, delStr, getStr } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { isInt, newBool, newInt, True } from '../objects/longcore.ts';
import { defineModule, type FunctionRow, moduleOwnType, readyLater } from '../objects/moduleobject.ts';
import { callG, getAttr, lookupAttrG, setAttr, truthG } from '../objects/object.ts';
import { newTuple } from '../objects/seqcore.ts';
import { newFrozenSet, newSet, type SetObj } from '../objects/setcore.ts';
import { setAddG } from '../objects/setobject.ts';
import { NotImplemented, none } from '../objects/singletons.ts';
import { id, isStr, type Str } from '../objects/strcore.ts';
import { isSubtype, typeModified } from '../objects/typecore.ts';
import { newWeakref, refType } from '../objects/weakrefobject.ts';

/** Type flags for match statements. CPython 3.12: Include/object.h */
export const SEQUENCE = 1 << 5;
export const MAPPING = 1 << 6;
const COLLECTION = SEQUENCE | MAPPING;

/** The collection flag of a type: its own, or of the first type of its MRO that has one. */
export function collectionFlag(type: PyType): number {
  for (const t of type.mro) {
    const flag = t.flags & COLLECTION;
    if (flag !== 0) return flag;
  }
  return 0;
}

interface AbcData {
  registry: Set<Obj>;
  cache: Set<Obj>;
  negative: Set<Obj>;
  /** Value of the counter when `negative` was begun. */
  version: number;
}

const dataType = moduleOwnType('_abc._abc_data', TPFLAGS.HAVE_GC);
dataType.doc = 'Internal state held by ABC machinery.';
dataType.basicsize = 48;
dataType.tp_new = (cls) => {
  const o = new Obj<AbcData>(cls.v, newData());
  gcTrack(o);
  return o;
};
readyLater(dataType);

const newData = (): AbcData => ({
  registry: new Set(),
  cache: new Set(),
  negative: new Set(),
  version: counter,
});

/** Grows with each register(): what was remembered as "no" may have become "yes". */
let counter = 0;

const alive = (set: Set<Obj>): Obj[] => {
  for (const o of set) if (o.rc <= 0) set.delete(o);
  return [...set];
};

function* dataOf(cls: Obj): Gen<AbcData | null> {
  let impl = getAttr(cls, id('_abc_impl'));
  if (impl === null) impl = yield* settle();
  if (impl === null) return null;
  const { type, v } = impl;
  decref(impl);
  return type === dataType ? (v as AbcData) : typeError('_abc_impl is set to a wrong type');
}

/** 1, 0 or -1. CPython 3.12: Objects/object.c _PyObject_IsAbstract */
function* isAbstractG(o: Obj): Gen<number> {
  const flag = yield* lookupAttrG(o, id('__isabstractmethod__'));
  if (flag === null) return -1;
  if (flag === undefined) return 0;
  const t = yield* truthG(flag);
  decref(flag);
  return t;
}

/** CPython 3.12: Modules/_abc.c compute_abstract_methods */
function* computeAbstractG(cls: Obj): Gen<boolean> {
  const names: Obj[] = [];
  const type = (cls as Obj<PyType>).v;
  const own = (type.dict as DictObj).v;
  const entries: [Obj, Obj][] = [];
  for (let i = 0; i < own.keys.length; i++) {
    const k = own.keys[i];
    if (k !== undefined) entries.push([k, own.values[i]!]);
  }
  for (const [k, v] of entries) {
    v.rc++;
    const t = yield* isAbstractG(v);
    decref(v);
    if (t < 0) return false;
    if (t === 1) {
      k.rc++;
      names.push(k);
    }
  }
  for (const base of type.bases) {
    const inherited = yield* lookupAttrG(base.self, id('__abstractmethods__'));
    if (inherited === null) return false;
    if (inherited === undefined) continue;
    const keys = yield* iterateG(inherited);
    decref(inherited);
    if (keys === null) return false;
    for (const key of keys) {
      const value = isStr(key) ? yield* lookupAttrG(cls, key as Str) : undefined;
      const t = value == null ? 0 : yield* isAbstractG(value);
      if (value != null) decref(value);
      if (value === null || t < 0) return false;
      if (t === 1) names.push(key);
      else decref(key);
    }
  }
  const set: SetObj = newFrozenSet();
  for (const n of names) {
    yield* setAddG(set, n);
    decref(n);
  }
  let r = setAttr(cls, id('__abstractmethods__'), set);
  if (r === null) r = yield* settle();
  decref(set);
  if (r === null) return false;
  decref(r);
  return true;
}

function* abcInit(_m: Obj, cls: Obj): Gen {
  if (!(cls.v instanceof PyType)) return typeError(`_abc_init() argument must be a type`);
  if (!(yield* computeAbstractG(cls))) return null;
  const data = new Obj<AbcData>(dataType, newData());
  gcTrack(data);
  let r = setAttr(cls, id('_abc_impl'), data);
  if (r === null) r = yield* settle();
  decref(data);
  if (r === null) return null;
  decref(r);
  const type = cls.v;
  const flags = getStr(type.dict as DictObj, id('__abc_tpflags__'));
  if (flags !== undefined && isInt(flags)) {
    const v = Number(flags.v);
    if ((v & COLLECTION) === COLLECTION) {
      return typeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING');
    }
    type.flags |= v & COLLECTION;
    delStr(type.dict as DictObj, id('__abc_tpflags__'));
    typeModified(type);
  }
  return none();
}

function setFlagRecursive(type: PyType, flag: number): void {
  if ((type.flags & TPFLAGS.IMMUTABLETYPE) !== 0 || (type.flags & COLLECTION) === flag) return;
  type.flags = (type.flags & ~COLLECTION) | flag;
  for (const sub of type.subclasses) setFlagRecursive(sub, flag);
}

function* register(_m: Obj, cls: Obj, subclass: Obj): Gen {
  if (!(subclass.v instanceof PyType)) return typeError('Can only register classes');
  let r = yield* isSubclassG(subclass, cls);
  if (r < 0) return null;
  if (r === 0) {
    r = yield* isSubclassG(cls, subclass);
    if (r < 0) return null;
    if (r === 1) return raise(PyExc.RuntimeError, 'Refusing to create an inheritance cycle');
    const data = yield* dataOf(cls);
    if (data === null) return null;
    data.registry.add(subclass);
    counter++;
    const flag = cls.v instanceof PyType ? cls.v.flags & COLLECTION : 0;
    if (flag !== 0) setFlagRecursive(subclass.v, flag);
  }
  subclass.rc++;
  return subclass;
}

function* check(cls: Obj, subclass: Obj): Gen {
  const f = yield* lookupAttrG(cls, id('__subclasscheck__'));
  if (f == null) return null;
  const r = yield* callG(f, [subclass]);
  decref(f);
  return r;
}

function* instancecheck(_m: Obj, cls: Obj, instance: Obj): Gen {
  const data = yield* dataOf(cls);
  if (data === null) return null;
  let subclass = getAttr(instance, id('__class__'));
  if (subclass === null) subclass = yield* settle();
  if (subclass === null) return null;
  const answer = yield* instancecheckOf(data, cls, subclass, instance.type.self);
  decref(subclass);
  return answer;
}

function* instancecheckOf(data: AbcData, cls: Obj, subclass: Obj, subtype: Obj): Gen {
  if (data.cache.has(subclass)) return newBool(true);
  if (subtype === subclass) {
    if (data.version === counter && data.negative.has(subclass)) return newBool(false);
    return yield* check(cls, subclass);
  }
  const r = yield* check(cls, subclass);
  if (r === null) return null;
  const t = yield* truthG(r);
  if (t !== 0) {
    if (t === 1) return r;
    decref(r);
    return null;
  }
  decref(r);
  return yield* check(cls, subtype);
}

function* subclasscheck(_m: Obj, cls: Obj, subclass: Obj): Gen {
  if (!(subclass.v instanceof PyType)) return typeError('issubclass() arg 1 must be a class');
  const data = yield* dataOf(cls);
  if (data === null) return null;
  const r = yield* subclasscheckOf(data, cls, subclass as Obj<PyType>);
  return r < 0 ? null : newBool(r === 1);
}

function* subclasscheckOf(data: AbcData, cls: Obj, subclass: Obj<PyType>): Gen<number> {
  if (data.cache.has(subclass)) return 1;
  if (data.version < counter) {
    data.negative.clear();
    data.version = counter;
  } else if (data.negative.has(subclass)) return 0;
  const hook = yield* lookupAttrG(cls, id('__subclasshook__'));
  if (hook == null) return -1;
  const ok = yield* callG(hook, [subclass]);
  decref(hook);
  if (ok === null) return -1;
  const answer = ok;
  decref(ok);
  if (answer === True) {
    data.cache.add(subclass);
    return 1;
  }
  if (answer.type.name === 'bool') {
    data.negative.add(subclass);
    return 0;
  }
  if (answer !== NotImplemented) {
    raise(PyExc.AssertionError, '__subclasshook__ must return either False, True, or NotImplemented');
    return -1;
  }
  if (cls.v instanceof PyType && isSubtype(subclass.v, cls.v)) {
    data.cache.add(subclass);
    return 1;
  }
  for (const r of alive(data.registry)) {
    r.rc++;
    const t = r === subclass ? 1 : yield* isSubclassG(subclass, r);
    decref(r);
    if (t < 0) return -1;
    if (t === 1) {
      data.cache.add(subclass);
      return 1;
    }
  }
  const list = yield* lookupAttrG(cls, id('__subclasses__'));
  if (list == null) return -1;
  const result = yield* callG(list, []);
  decref(list);
  const subs = result === null ? null : yield* iterateG(result);
  xdecref(result);
  if (subs === null) return -1;
  let found = 0;
  for (const s of subs) {
    if (found === 0) found = yield* isSubclassG(subclass, s);
    decref(s);
  }
  if (found < 0) return -1;
  (found === 1 ? data.cache : data.negative).add(subclass);
  return found;
}

function* dump(_m: Obj, cls: Obj): Gen {
  const data = yield* dataOf(cls);
  if (data === null) return null;
  const parts: Obj[] = [];
  for (const set of [data.registry, data.cache, data.negative]) {
    const out = newSet();
    for (const o of alive(set)) {
      const ref = newWeakref(refType, o, null)!;
      yield* setAddG(out, ref);
      decref(ref);
    }
    parts.push(out);
  }
  parts.push(newInt(data.version));
  return newTuple(parts);
}

function reset(which: (data: AbcData) => void) {
  return function* (_m: Obj, cls: Obj): Gen {
    const data = yield* dataOf(cls);
    if (data === null) return null;
    which(data);
    return none();
  };
}

const functions: FunctionRow[] = [
  [
    'get_cache_token',
    '()',
    (): Res => newInt(counter),
    'Returns the current ABC cache token.\n\nThe token is an opaque object (supporting equality testing) identifying the\ncurrent version of the ABC cache for virtual subclasses. The token changes\nwith every call to register() on any ABC.',
  ],
  [
    '_abc_init',
    '(self, /)',
    abcInit,
    'Internal ABC helper for class set-up. Should be never used outside abc module.',
  ],
  [
    '_abc_register',
    '(self, subclass, /)',
    register,
    'Internal ABC helper for subclasss registration. Should be never used outside abc module.',
  ],
  [
    '_abc_instancecheck',
    '(self, instance, /)',
    instancecheck,
    'Internal ABC helper for instance checks. Should be never used outside abc module.',
  ],
  [
    '_abc_subclasscheck',
    '(self, subclass, /)',
    subclasscheck,
    'Internal ABC helper for subclasss checks. Should be never used outside abc module.',
  ],
  ['_get_dump', '(self, /)', dump, 'Internal ABC helper for cache and registry debugging.'],
  [
    '_reset_registry',
    '(self, /)',
    reset((d) => d.registry.clear()),
    'Internal ABC helper to reset registry of a given class.',
  ],
  [
    '_reset_caches',
    '(self, /)',
    reset((d) => {
      d.cache.clear();
      d.negative.clear();
    }),
    'Internal ABC helper to reset both caches of a given class.',
  ],
];

export const abcModule = defineModule('_abc', 'Module contains faster C implementation of abc.ABCMeta', {
  functions,
});
