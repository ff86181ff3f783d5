// What `type` and `object` offer to Python: `__name__`, `__bases__`, `mro()`, `__class__`, `__dir__`, `__new__`, ...
//
// Answers to CPython 3.12: Objects/typeobject.c (type_getsets, type_methods, object_methods, tp_new_wrapper).

import { decref, type Obj, objectType, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { indexG, iterateG, recursiveIsInstance, recursiveIsSubclass } from './abstract.ts';
import { classMethod, field, getset, member, method } from './descrobject.ts';
import { type DictObj, delStr, getStr, isDict, newDict, setItemG, setStr } from './dictcore.ts';
import { clearIf, PyExc, raise, typeError } from './errors.ts';
import { callFrameHooks, typeHooks } from './hooks.ts';
import { compatibleForAssignment, dictOffset, weakrefOffset } from './layout.ts';
import { newBool, newInt } from './longcore.ts';
import { isModule } from './moduleobject.ts';
import { attributeError, instanceDict, lookupAttrG, objectStr, truth } from './object.ts';
import { reduceExG, reduceG, stateOfG } from './reduce.ts';
import { argTypeName } from './searchargs.ts';
import { emptyTuple, isTuple, newList, newTuple, type Tuple } from './seqcore.ts';
import { None, none, notImplemented } from './singletons.ts';
import { id, isStr, newStr, type Str } from './strcore.ts';
import { isSubtype, typeModified } from './typecore.ts';
import {
  bestBase,
  computeMro,
  dottedClasses,
  fixupSlots,
  typeModule,
  typeReady,
  typeSignatures,
} from './typeobject.ts';

const T = (o: Obj): PyType => (o as Obj<PyType>).v;
const dictOf = (t: PyType): DictObj => t.dict as DictObj;
const heap = (t: PyType): boolean => (t.flags & TPFLAGS.HEAPTYPE) !== 0;

/** The last part of a type's name: what `__name__` shows. */
export function shortName(t: PyType): string {
  return heap(t) && !dottedClasses.has(t) ? t.name : t.name.slice(t.name.lastIndexOf('.') + 1);
}

function typesTuple(types: readonly PyType[]): Obj {
  return newTuple(
    types.map((t) => {
      t.self.rc++;
      return t.self as Obj;
    }),
  );
}

/** CPython 3.12: Objects/typeobject.c check_set_special_type_attr */
function mayNotSet(t: PyType, value: Obj | null, name: string): boolean {
  if ((t.flags & TPFLAGS.IMMUTABLETYPE) !== 0) {
    typeError(`cannot set '${name}' attribute of immutable type '${t.name}'`);
    return true;
  }
  if (value === null) {
    typeError(`cannot delete '${name}' attribute of immutable type '${t.name}'`);
    return true;
  }
  return false;
}

/** An attribute kept in the type's dict under its own name; AttributeError when it is not there. */
function fromDict(o: Obj, name: string): Res {
  const found = getStr(dictOf(T(o)), id(name));
  if (found === undefined) return attributeError(o, id(name), name);
  const get = found.type.tp_descr_get;
  if (get !== null) return get(found, null, o);
  found.rc++;
  return found;
}

function setInDict(t: PyType, name: string, value: Obj | null): Res {
  if (value === null) {
    if (!delStr(dictOf(t), id(name))) return attributeError(t.self, id(name), name);
  } else setStr(dictOf(t), id(name), value);
  typeModified(t);
  return none();
}

/** CPython 3.12: Objects/typeobject.c merge_class_dict */
function mergeNames(t: PyType, names: Map<string, Obj>): void {
  for (const base of t.mro) {
    if (base.dict === null) continue;
    for (const k of dictOf(base).v.keys) if (k !== undefined && isStr(k)) names.set(k.v, k);
  }
}

function nameList(names: Map<string, Obj>): Obj {
  const out: Obj[] = [];
  for (const k of names.values()) {
    k.rc++;
    out.push(k);
  }
  return newList(out);
}

/**
 * `__flags__` as CPython has them: besides ours, the bits for static types (1 << 1) and for what lies before an object
 * (1 << 3, 1 << 4). `_typing.Generic` and others of `heapInC` are static here and heap types there.
 */
function flagsOf(type: PyType): number {
  let flags = type.flags;
  if (!heap(type)) flags |= heapInC.has(type) ? TPFLAGS.HEAPTYPE : 2;
  else {
    if (weakrefOffset(type) < 0) flags |= 1 << 3;
    if (dictOffset(type) < 0) flags |= 1 << 4;
  }
  return flags >>> 0;
}
/** Types that CPython makes with PyType_FromSpec, which programs tell by Py_TPFLAGS_HEAPTYPE (copyreg does). */
export const heapInC = new Set<PyType>();

// --- type --------------------------------------------------------------------------------------------

function initTypeAttributes(): void {
  const t = typeType;
  t.doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type";
  t.basicsize = 920;
  t.itemsize = 40;
  getset(
    t,
    '__name__',
    (o) => newStr(shortName(T(o))),
    (o, value) => {
      const type = T(o);
      if (mayNotSet(type, value, '__name__')) return null;
      if (!isStr(value!)) {
        return typeError(`can only assign string to ${type.name}.__name__, not '${value!.type.name}'`);
      }
      if (value.v.includes('\0'))
        return raise(PyExc.ValueError, 'type name must not contain null characters');
      type.name = value.v;
      return none();
    },
  );
  getset(
    t,
    '__qualname__',
    (o) => newStr(T(o).qualname),
    (o, value) => {
      const type = T(o);
      if (mayNotSet(type, value, '__qualname__')) return null;
      if (!isStr(value!)) {
        return typeError(`can only assign string to ${type.name}.__qualname__, not '${value!.type.name}'`);
      }
      type.qualname = value.v;
      return none();
    },
  );
  getset(
    t,
    '__module__',
    (o) => (heap(T(o)) ? fromDict(o, '__module__') : newStr(typeModule(T(o)) ?? 'builtins')),
    (o, value) => (mayNotSet(T(o), value, '__module__') ? null : setInDict(T(o), '__module__', value)),
  );
  getset(t, '__bases__', (o) => typesTuple(T(o).bases), setBases);
  member(t, '__base__', (o) => T(o).base?.self ?? None);
  getset(t, '__mro__', (o) => typesTuple(T(o).mro));
  getset(t, '__dict__', (o) => typeHooks.mappingProxy(dictOf(T(o))));
  getset(
    t,
    '__doc__',
    (o) => {
      const type = T(o);
      if (!heap(type)) return type.doc === null ? none() : newStr(type.doc);
      const found = getStr(dictOf(type), id('__doc__'));
      if (found === undefined) return none();
      const get = found.type.tp_descr_get;
      if (get !== null) return get(found, null, o);
      found.rc++;
      return found;
    },
    (o, value) => (mayNotSet(T(o), value, '__doc__') ? null : setInDict(T(o), '__doc__', value)),
  );
  getset(
    t,
    '__abstractmethods__',
    (o) => {
      // type itself has the descriptor in its dict: not an answer.
      if (T(o) === typeType) return attributeError(o, id('__abstractmethods__'), '__abstractmethods__');
      const found = getStr(dictOf(T(o)), id('__abstractmethods__'));
      if (found === undefined) return attributeError(o, id('__abstractmethods__'), '__abstractmethods__');
      found.rc++;
      return found;
    },
    (o, value) => {
      const type = T(o);
      const r = setInDict(type, '__abstractmethods__', value);
      if (r === null) return null;
      const abstract = value !== null && truth(value) === 1;
      if (abstract) type.flags |= TPFLAGS.IS_ABSTRACT;
      else type.flags &= ~TPFLAGS.IS_ABSTRACT;
      return r;
    },
  );
  getset(t, '__text_signature__', (o) => {
    const sig = typeSignatures.get(T(o));
    return sig === undefined ? none() : newStr(sig);
  });
  getset(
    t,
    '__annotations__',
    (o) => {
      const type = T(o);
      if (!heap(type)) {
        return attributeError(
          o,
          id('__annotations__'),
          `type object '${type.name}' has no attribute '__annotations__'`,
        );
      }
      if (getStr(dictOf(type), id('__annotations__')) === undefined) {
        const d = newDict();
        setStr(dictOf(type), id('__annotations__'), d);
        decref(d);
        typeModified(type);
      }
      return fromDict(o, '__annotations__');
    },
    (o, value) => {
      const type = T(o);
      if ((type.flags & TPFLAGS.IMMUTABLETYPE) !== 0) {
        return typeError(`cannot set '__annotations__' attribute of immutable type '${type.name}'`);
      }
      return setInDict(type, '__annotations__', value);
    },
  );
  getset(
    t,
    '__type_params__',
    (o) => {
      const found = heap(T(o)) ? getStr(dictOf(T(o)), id('__type_params__')) : undefined;
      const r: Obj = found ?? emptyTuple;
      r.rc++;
      return r;
    },
    (o, value) =>
      mayNotSet(T(o), value, '__type_params__') ? null : setInDict(T(o), '__type_params__', value),
  );
  const count = (name: string, of: (type: PyType) => number): void => field(t, name, (o) => newInt(of(T(o))));
  count('__basicsize__', (type) => type.basicsize);
  count('__itemsize__', (type) => type.itemsize);
  count('__flags__', flagsOf);
  count('__weakrefoffset__', weakrefOffset);
  count('__dictoffset__', dictOffset);

  method(
    t,
    'mro',
    '($self, /)',
    (o) => {
      const mro = computeMro(T(o), T(o).bases);
      if (mro === null) return null;
      return newList(mro.map((m) => (m.self.rc++, m.self as Obj)));
    },
    "Return a type's method resolution order.",
  );
  method(
    t,
    '__subclasses__',
    '($self, /)',
    (o) => newList([...T(o).subclasses].map((m) => (m.self.rc++, m.self as Obj))),
    'Return a list of immediate subclasses.',
  );
  classMethod(
    t,
    '__prepare__',
    '!($cls, *args, **kwds)',
    () => newDict(),
    '__prepare__() -> dict\nused to create the namespace for the class statement',
  );
  method(
    t,
    '__instancecheck__',
    '($self, instance, /)',
    function* (self: Obj, o: Obj): Gen {
      const r = yield* recursiveIsInstance(o, self);
      return r < 0 ? null : newBool(r === 1);
    },
    'Check if an object is an instance.',
  );
  method(
    t,
    '__subclasscheck__',
    '($self, subclass, /)',
    function* (self: Obj, o: Obj): Gen {
      const r = yield* recursiveIsSubclass(o, self);
      return r < 0 ? null : newBool(r === 1);
    },
    'Check if a class is a subclass.',
  );
  method(
    t,
    '__dir__',
    '($self, /)',
    (o) => {
      const names = new Map<string, Obj>();
      mergeNames(T(o), names);
      return nameList(names);
    },
    'Specialized __dir__ implementation for types.',
  );
  method(
    t,
    '__sizeof__',
    '($self, /)',
    // A class whose instances have a dict keeps the keys they share: room for 42 of them.
    (o) => newInt(heap(T(o)) ? 920 + (dictOffset(T(o)) < 0 ? 768 : 0) : 416),
    'Return memory consumption of the type object.',
  );
  typeType.nb_or = (a, b) => typeHooks.union(a, b);
}

/** `cls.__bases__ = (...)`. CPython 3.12: Objects/typeobject.c type_set_bases */
function setBases(o: Obj, value: Obj | null): Res {
  const type = T(o);
  if (mayNotSet(type, value, '__bases__')) return null;
  if (!isTuple(value!)) {
    return typeError(`can only assign tuple to ${type.name}.__bases__, not ${value!.type.name}`);
  }
  const items = (value as Tuple).v;
  if (items.length === 0) {
    return typeError(`can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  }
  for (const b of items) {
    if (!(b.v instanceof PyType)) {
      return typeError(`${type.name}.__bases__ must be tuple of classes, not '${b.type.name}'`);
    }
    if (isSubtype(b.v, type)) return typeError('a __bases__ item causes an inheritance cycle');
  }
  const bases = items.map(T);
  const base = bestBase(bases);
  if (base === null || !compatibleForAssignment(type.base!, base, '__bases__')) return null;
  const oldBases = type.bases;
  type.bases = bases;
  // The MRO of the class and of all below it; if one cannot be made, nothing has changed.
  const changed: [PyType, PyType[]][] = [];
  const remake = (t: PyType): boolean => {
    const mro = computeMro(t, t.bases);
    if (mro === null) return false;
    changed.push([t, t.mro]);
    t.mro = mro;
    for (const sub of t.subclasses) if (!remake(sub)) return false;
    return true;
  };
  if (!remake(type)) {
    for (const [t, mro] of changed) t.mro = mro;
    type.bases = oldBases;
    return null;
  }
  type.base = base;
  for (const b of bases) b.self.rc++;
  for (const b of oldBases) b.subclasses.delete(type);
  for (const b of bases) b.subclasses.add(type);
  const counts = (t: PyType, m: PyType): boolean => m === t || heap(m);
  for (const [t, old] of changed) {
    for (const m of t.mro) if (counts(t, m)) m.self.rc++;
    for (const m of old) if (counts(t, m)) decref(m.self);
  }
  for (const b of oldBases) decref(b.self);
  typeModified(type);
  for (const [t] of changed) fixupSlots(t);
  return none();
}

// --- object ------------------------------------------------------------------------------------------

/** CPython 3.12: Objects/typeobject.c object_set_class */
function setClass(self: Obj, value: Obj | null): Res {
  if (value === null) return typeError("can't delete __class__ attribute");
  if (!(value.v instanceof PyType)) {
    return typeError(`__class__ must be set to a class, not '${value.type.name}' object`);
  }
  const to = value.v;
  const from = self.type;
  const modules = isModule(self) && isSubtype(to, self.type.mro.find((m) => m.name === 'module')!);
  if (!modules && ((to.flags | from.flags) & TPFLAGS.IMMUTABLETYPE) !== 0) {
    return typeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  if (!compatibleForAssignment(from, to, '__class__')) return null;
  if (heap(to)) to.self.rc++;
  self.type = to;
  if (heap(from)) decref(from.self);
  return none();
}

/** CPython 3.12: Objects/typeobject.c object___dir___impl */
function* dirG(self: Obj): Gen {
  const names = new Map<string, Obj>();
  const own = instanceDict(self);
  if (own !== null) for (const k of own.v.keys) if (k !== undefined && isStr(k)) names.set(k.v, k);
  const held: Obj[] = [];
  if (own === null) {
    const d = yield* lookupAttrG(self, id('__dict__'));
    if (d === null) return null;
    if (d !== undefined) {
      if (isDict(d)) for (const k of d.v.keys) if (k !== undefined && isStr(k)) names.set(k.v, k);
      held.push(d);
    }
  }
  const cls = yield* lookupAttrG(self, id('__class__'));
  if (cls === null) return null;
  if (cls !== undefined) {
    if (cls.v instanceof PyType) mergeNames(cls.v, names);
    held.push(cls);
  }
  const r = nameList(names);
  for (const o of held) decref(o);
  return r;
}

function initObjectAttributes(): void {
  const t = objectType;
  t.doc =
    'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n';
  getset(
    t,
    '__class__',
    (o) => {
      o.type.self.rc++;
      return o.type.self;
    },
    setClass,
    "the object's class",
  );
  method(
    t,
    '__reduce_ex__',
    '($self, protocol, /)',
    function* (self: Obj, protocol: Obj): Gen {
      const n = yield* indexG(protocol);
      if (n === null) return null;
      const version = n.v;
      decref(n);
      if (version > 0x7fffffff || version < -0x80000000) {
        return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
      }
      return yield* reduceExG(self, Number(version));
    },
    'Helper for pickle.',
  );
  method(t, '__reduce__', '($self, /)', (self) => suspend(reduceG(self, 0), [self]), 'Helper for pickle.');
  method(
    t,
    '__getstate__',
    '($self, /)',
    (self) => suspend(stateOfG(self, false), [self]),
    'Helper for pickle.',
  );
  classMethod(
    t,
    '__subclasshook__',
    '!($type, /, *args)',
    () => notImplemented(),
    'Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n',
  );
  classMethod(
    t,
    '__init_subclass__',
    '!($type, /)',
    () => none(),
    'This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n',
  );
  method(
    t,
    '__format__',
    '($self, format_spec, /)',
    (self: Obj, spec: Obj) => {
      if (!isStr(spec)) return typeError(`__format__() argument must be str, not ${argTypeName(spec)}`);
      if (spec.v.length > 0) {
        return typeError(`unsupported format string passed to ${self.type.name}.__format__`);
      }
      return objectStr(self);
    },
    'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
  );
  method(
    t,
    '__sizeof__',
    '($self, /)',
    (self) => {
      const { basicsize, itemsize } = self.type;
      const v = self.v as { length?: number; shape?: number[] } | null;
      // A memoryview holds shape, strides and suboffsets.
      const items = itemsize === 0 || v === null ? 0 : (v.length ?? 3 * (v.shape?.length ?? 0));
      return newInt(basicsize + items * itemsize);
    },
    'Size of object in memory, in bytes.',
  );
  method(t, '__dir__', '($self, /)', dirG, 'Default dir() implementation.');
}

/** "Can't instantiate abstract class C ...". CPython 3.12: Objects/typeobject.c object_new */
function abstractError(type: PyType): null {
  const methods = getStr(dictOf(type), id('__abstractmethods__'));
  const names: string[] = [];
  if (methods !== undefined) {
    const it = methods.type.tp_iter?.(methods);
    if (it != null) {
      for (let k = it.type.tp_iternext!(it); k !== null; k = it.type.tp_iternext!(it)) {
        if (isStr(k)) names.push(k.v);
        decref(k);
      }
      decref(it);
    }
  }
  names.sort();
  return typeError(
    `Can't instantiate abstract class ${type.name} without an implementation for abstract method${names.length > 1 ? 's' : ''} '${names.join("', '")}'`,
  );
}

/** type and object, first of all types. */
export function initTypeAndObject(): void {
  initObjectAttributes();
  initTypeAttributes();
  typeReady(objectType);
  typeReady(typeType);
  callFrameHooks.abstractError = abstractError;
  callFrameHooks.iterateG = iterateG;
  callFrameHooks.clearAttributeError = () => {
    clearIf(PyExc.AttributeError);
  };
  callFrameHooks.emptyTuple = () => {
    emptyTuple.rc++;
    return emptyTuple;
  };
  callFrameHooks.dictOfPairs = (flat) => {
    const d = newDict();
    for (let i = 0; i + 1 < flat.length; i += 2) setStr(d, flat[i] as Str, flat[i + 1]!);
    return d;
  };
  callFrameHooks.dictUpdateG = dictUpdateG;
}

function* dictUpdateG(d: Obj, other: Obj): Gen<boolean> {
  const from = (other as DictObj).v;
  for (let i = 0; i < from.keys.length; i++) {
    const k = from.keys[i];
    if (k !== undefined && !(yield* setItemG((d as DictObj).v, k, from.values[i]!))) return false;
  }
  return true;
}
