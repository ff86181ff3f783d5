// Descriptors of built-in types: methods, slot wrappers, computed attributes; and how types are given them.
//
// Answers to CPython 3.12: Objects/descrobject.c.

import { decref, immortal, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { suspend } from '../memory/suspend.ts';
import { type DictObj, newDict, setStr } from './dictcore.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { typeHooks } from './hooks.ts';
import { type Builtin, callNative, NativeDef, type NativeFn, newBuiltin } from './methodobject.ts';
import { id } from './strcore.ts';
import { isSubtype } from './typecore.ts';

export interface MethodDescr {
  def: NativeDef;
  objclass: PyType;
}
export interface GetSet {
  name: string;
  objclass: PyType;
  get: (self: Obj) => Res | Gen;
  /** value null: delete. Answers None or null. Absent: read-only. */
  set: ((self: Obj, value: Obj | null) => Res) | null;
  doc: string | null;
}
export interface Wrapper {
  name: string;
  objclass: PyType;
  /** The slot's key on PyType, e.g. 'nb_add'. */
  slot: string;
  /** Calls the slot with Python's arguments. */
  wrap: (slot: unknown, self: Obj, args: Obj[], kwnames: Obj[] | null, name: string) => Res;
  /** The slot function itself. */
  fn: unknown;
  doc: string | null;
}
/** A slot in the instance made by `__slots__`, or a plain field of a built-in type. */
export interface Member {
  name: string;
  objclass: PyType;
  get: (self: Obj) => Obj | null;
  /** What `get` answers is a new reference: the field is no Python object in our instance. */
  fresh: boolean;
  set: ((self: Obj, value: Obj | null) => Res) | null;
  doc: string | null;
  /** Which of the instance's slots it is (typeobject.ts slotCells); -1: a field of a built-in type. */
  slot: number;
}

export const methodDescrType = new PyType('method_descriptor', TPFLAGS.HAVE_GC, typeType);
export const classMethodDescrType = new PyType('classmethod_descriptor', TPFLAGS.HAVE_GC, typeType);
export const getSetType = new PyType('getset_descriptor', TPFLAGS.HAVE_GC, typeType);
export const memberType = new PyType('member_descriptor', TPFLAGS.HAVE_GC, typeType);
export const wrapperType = new PyType('wrapper_descriptor', TPFLAGS.HAVE_GC, typeType);
/** A slot wrapper bound to an instance: `(1).__add__`. */
export const methodWrapperType = new PyType('method-wrapper', TPFLAGS.HAVE_GC, typeType);

export interface MethodWrapper {
  descr: Obj<Wrapper>;
  self: Obj;
}

function typeDict(type: PyType): DictObj {
  if (type.dict === null) type.dict = immortal(newDict());
  return type.dict as DictObj;
}

function put(type: PyType, name: string, o: Obj): void {
  setStr(typeDict(type), id(name), o);
  decref(o);
}

/** Gives a built-in type a method. */
export function method(
  type: PyType,
  name: string,
  sig: string,
  fn: NativeFn,
  doc: string | null = null,
): void {
  const def = new NativeDef(name, sig, fn, doc, type.qualname);
  put(type, name, new Obj<MethodDescr>(methodDescrType, { def, objclass: type }));
}

/** Gives a built-in type a class method; `self` is the class. */
export function classMethod(
  type: PyType,
  name: string,
  sig: string,
  fn: NativeFn,
  doc: string | null = null,
): void {
  const def = new NativeDef(name, sig, fn, doc, type.qualname);
  def.ofClass = true;
  put(type, name, new Obj<MethodDescr>(classMethodDescrType, { def, objclass: type }));
}

/** `type[...]` makes a generic alias. CPython 3.12: Objects/genericaliasobject.c Py_GenericAlias, as a METH_CLASS */
export function classGetItem(type: PyType, signature = '($type, object, /)'): void {
  const alias = (cls: Obj, item: Obj): Res => typeHooks.genericAlias(cls, item);
  classMethod(type, '__class_getitem__', signature, alias, 'See PEP 585');
}

/** Gives a built-in type a static method; `self` is the type and to be ignored. */
export function staticMethod(
  type: PyType,
  name: string,
  sig: string,
  fn: NativeFn,
  doc: string | null = null,
): void {
  const def = new NativeDef(name, sig, fn, doc, name === '__new__' ? type.name : null);
  put(type, name, staticMethodOf(newBuiltin(def, type.self, null)));
}

/** Wraps in staticmethod; put in by funcobject.ts. */
let staticMethodOf: (f: Obj<Builtin>) => Obj = (f) => f;
export function setStaticMethodOf(f: (f: Obj<Builtin>) => Obj): void {
  staticMethodOf = f;
}

/** Gives a built-in type a computed attribute. */
export function getset(
  type: PyType,
  name: string,
  get: GetSet['get'],
  set: GetSet['set'] = null,
  doc: string | null = null,
): void {
  put(type, name, new Obj<GetSet>(getSetType, { name, objclass: type, get, set, doc }));
}

/** Gives a built-in type a member (a field that is read, and maybe written, as it is). */
export function member(
  type: PyType,
  name: string,
  get: Member['get'],
  set: Member['set'] = null,
  doc: string | null = null,
): void {
  put(type, name, newMember(type, name, get, set, doc));
}

export function newMember(
  type: PyType,
  name: string,
  get: Member['get'],
  set: Member['set'],
  doc: string | null,
  slot = -1,
): Obj<Member> {
  return new Obj<Member>(memberType, { name, objclass: type, get, fresh: false, set, doc, slot });
}

/** Gives a built-in type a member whose value is made when it is read: a number, a text. */
export function field(
  type: PyType,
  name: string,
  make: (self: Obj) => Obj | null,
  set: Member['set'] = null,
  doc: string | null = null,
): void {
  const m = newMember(type, name, make, set, doc);
  m.v.fresh = true;
  put(type, name, m);
}

/** Gives a built-in type any other attribute; takes over the reference. */
export function attribute(type: PyType, name: string, value: Obj): void {
  put(type, name, value);
}

// --- slots of the descriptor types, as plain functions; typeobject.ts puts them in ---------------------

function wrongSelf(kind: string, name: string, objclass: PyType, self: Obj): null {
  return typeError(
    `descriptor '${name}' for '${objclass.name}' objects doesn't apply to a '${self.type.name}' object${kind}`,
  );
}

/** CPython 3.12: Objects/descrobject.c method_vectorcall_* */
export function methodDescrCall(f: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const { def, objclass } = (f as Obj<MethodDescr>).v;
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (npos < 1) return typeError(`unbound method ${def.qualname}() needs an argument`);
  const self = args[0]!;
  if (!isSubtype(self.type, objclass)) return wrongSelf('', def.name, objclass, self);
  return callNative(def, self, args.slice(1), kwnames);
}

/** CPython 3.12: Objects/descrobject.c method_get */
export function methodDescrGet(f: Obj, obj: Obj | null, _type: Obj | null): Res {
  if (obj === null) {
    f.rc++;
    return f;
  }
  const { def, objclass } = (f as Obj<MethodDescr>).v;
  if (!isSubtype(obj.type, objclass)) return wrongSelf('', def.name, objclass, obj);
  return newBuiltin(def, obj, null);
}

/** CPython 3.12: Objects/descrobject.c classmethod_get */
export function classMethodDescrGet(f: Obj, obj: Obj | null, type: Obj | null): Res {
  const { def, objclass } = (f as Obj<MethodDescr>).v;
  const cls = (type ?? obj!.type.self) as Obj<PyType>;
  if (!(cls.v instanceof PyType)) {
    return typeError(
      `descriptor '${def.name}' for type '${objclass.name}' needs a type, not a '${cls.type.name}' as arg 2`,
    );
  }
  if (!isSubtype(cls.v, objclass)) {
    return typeError(
      `descriptor '${def.name}' requires a subtype of '${objclass.name}' but received '${cls.v.name}'`,
    );
  }
  return newBuiltin(def, cls, null);
}

/** CPython 3.12: Objects/descrobject.c getset_get */
export function getSetGet(d: Obj, obj: Obj | null, _type: Obj | null): Res {
  if (obj === null) {
    d.rc++;
    return d;
  }
  const g = (d as Obj<GetSet>).v;
  if (!isSubtype(obj.type, g.objclass)) return wrongSelf('', g.name, g.objclass, obj);
  const r = g.get(obj);
  if (r === null || r instanceof Obj) return r;
  return suspend(r, [obj]);
}

/** CPython 3.12: Objects/descrobject.c getset_set */
export function getSetSet(d: Obj, obj: Obj, value: Obj | null): Res {
  const g = (d as Obj<GetSet>).v;
  if (!isSubtype(obj.type, g.objclass)) return wrongSelf('', g.name, g.objclass, obj);
  if (g.set === null) {
    return raise(
      PyExc.AttributeError,
      `attribute '${g.name}' of '${g.objclass.name}' objects is not writable`,
    );
  }
  return g.set(obj, value);
}

/** CPython 3.12: Objects/descrobject.c member_get, Python/structmember.c */
export function memberGet(d: Obj, obj: Obj | null, _type: Obj | null): Res {
  if (obj === null) {
    d.rc++;
    return d;
  }
  const m = (d as Obj<Member>).v;
  if (!isSubtype(obj.type, m.objclass)) return wrongSelf('', m.name, m.objclass, obj);
  const r = m.get(obj);
  if (r === null)
    return raise(PyExc.AttributeError, `'${obj.type.name}' object has no attribute '${m.name}'`);
  if (!m.fresh) r.rc++;
  return r;
}

/** CPython 3.12: Objects/descrobject.c member_set */
export function memberSet(d: Obj, obj: Obj, value: Obj | null): Res {
  const m = (d as Obj<Member>).v;
  if (!isSubtype(obj.type, m.objclass)) return wrongSelf('', m.name, m.objclass, obj);
  if (m.set === null) return raise(PyExc.AttributeError, 'readonly attribute');
  return m.set(obj, value);
}

/** Only `__init__` and `__call__` take keywords. CPython 3.12: Objects/descrobject.c wrapperdescr_raw_call */
function callWrapper(w: Wrapper, self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  if (kwnames !== null && kwnames.length > 0 && w.name !== '__init__' && w.name !== '__call__') {
    return typeError(`wrapper ${w.name}() takes no keyword arguments`);
  }
  return w.wrap(w.fn, self, args, kwnames, w.name);
}

/** CPython 3.12: Objects/descrobject.c wrapperdescr_call */
export function wrapperCall(d: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const w = (d as Obj<Wrapper>).v;
  if (args.length === 0) {
    return typeError(`descriptor '${w.name}' of '${w.objclass.name}' object needs an argument`);
  }
  const self = args[0]!;
  if (!isSubtype(self.type, w.objclass)) {
    return typeError(
      `descriptor '${w.name}' requires a '${w.objclass.name}' object but received a '${self.type.name}'`,
    );
  }
  return callWrapper(w, self, args.slice(1), kwnames);
}

/** CPython 3.12: Objects/descrobject.c wrapperdescr_get */
export function wrapperGet(d: Obj, obj: Obj | null, _type: Obj | null): Res {
  if (obj === null) {
    d.rc++;
    return d;
  }
  const w = (d as Obj<Wrapper>).v;
  if (!isSubtype(obj.type, w.objclass)) return wrongSelf('', w.name, w.objclass, obj);
  d.rc++;
  obj.rc++;
  return new Obj<MethodWrapper>(methodWrapperType, { descr: d as Obj<Wrapper>, self: obj });
}

/** CPython 3.12: Objects/descrobject.c wrapper_call */
export function methodWrapperCall(m: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const { descr, self } = (m as Obj<MethodWrapper>).v;
  const w = descr.v;
  return callWrapper(w, self, args, kwnames);
}
