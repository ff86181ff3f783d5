// Descriptors and built-in functions as objects: what calling, binding, showing and inspecting them does.
// Also the types of None, NotImplemented and Ellipsis.
//
// Answers to CPython 3.12: Objects/descrobject.c, Objects/methodobject.c, Objects/object.c (none_*).

import { decref, type Obj, PyType, type Res, tstate, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { builtinsHook } from './builtinshook.ts';
import { compareFast, Py_EQ, Py_NE } from './compare.ts';
import {
  classMethodDescrGet,
  classMethodDescrType,
  field,
  getSetGet,
  getSetSet,
  getSetType,
  getset,
  type MethodDescr,
  type MethodWrapper,
  member,
  memberGet,
  memberSet,
  memberType,
  method,
  methodDescrCall,
  methodDescrGet,
  methodDescrType,
  methodWrapperCall,
  methodWrapperType,
  type Wrapper,
  wrapperCall,
  wrapperGet,
  wrapperType,
} from './descrobject.ts';
import { typeError } from './errors.ts';
import { runningHooks } from './hooks.ts';
import { newBool } from './longcore.ts';
import { type Builtin, builtinType, callNative } from './methodobject.ts';
import { isModule } from './moduleobject.ts';
import { hexAddress } from './object.ts';
import { newTuple, tupleOf } from './seqcore.ts';
import {
  Ellipsis,
  ellipsisType,
  None,
  NotImplemented,
  none,
  noneType,
  notImplemented,
  notImplementedType,
} from './singletons.ts';
import { pointerHash } from './slotdefs.ts';
import { newStr } from './strcore.ts';
import { shortName } from './typemethods.ts';
import { typeReady } from './typeobject.ts';

interface Described {
  name: string;
  objclass: PyType;
  doc: string | null;
  sig: string | null;
}

function describe(o: Obj): Described {
  if (o.type === methodDescrType || o.type === classMethodDescrType) {
    const { def, objclass } = (o as Obj<MethodDescr>).v;
    return { name: def.name, objclass, doc: def.doc, sig: def.told };
  }
  const { name, objclass, doc } = (o as Obj<Wrapper>).v;
  return { name, objclass, doc, sig: o.type === wrapperType ? wrapperSignature(name) : null };
}

/** CPython 3.12: Objects/typeobject.c slotdefs' docs ("__add__($self, value, /)") */
function wrapperSignature(name: string): string {
  if (name === '__call__' || name === '__init__') return '($self, /, *args, **kwargs)';
  if (name === '__getattribute__' || name === '__delattr__') return '($self, name, /)';
  if (name === '__setattr__') return '($self, name, value, /)';
  if (name === '__get__') return '($self, instance, owner=None, /)';
  if (name === '__set__') return '($self, instance, value, /)';
  if (name === '__delete__') return '($self, instance, /)';
  if (name === '__pow__' || name === '__rpow__') return '($self, value, mod=None, /)';
  if (name === '__setitem__') return '($self, key, value, /)';
  if (name === '__getitem__' || name === '__delitem__' || name === '__contains__') return '($self, key, /)';
  return /^__(repr|hash|str|iter|next|len|bool|int|float|index|neg|pos|abs|invert|await|aiter|anext|del)__$/.test(
    name,
  )
    ? '($self, /)'
    : '($self, value, /)';
}

const text = (s: string | null): Obj => (s === null ? none() : newStr(s));

/** `(getattr, (o, name))`: how pickle takes bound things apart. */
export function reduceToGetattr(o: Obj, name: Obj): Res {
  const getattr = builtinsHook.get('getattr');
  return getattr === null ? null : newTuple([getattr, tupleOf(o, name)]);
}

function initDescriptor(type: PyType, kind: string): void {
  type.basicsize = type === getSetType || type === memberType ? 48 : 56;
  type.tp_repr = (o) => {
    const { name, objclass } = describe(o);
    return newStr(`<${kind} '${name}' of '${objclass.name}' objects>`);
  };
  field(type, '__name__', (o) => newStr(describe(o).name));
  getset(type, '__qualname__', (o) => {
    const { name, objclass } = describe(o);
    return newStr(`${objclass.qualname}.${name}`);
  });
  member(type, '__objclass__', (o) => describe(o).objclass.self);
  getset(type, '__doc__', (o) => text(describe(o).doc));
  if (kind === 'method' || kind === 'slot wrapper') {
    getset(type, '__text_signature__', (o) => text(describe(o).sig));
    method(type, '__reduce__', '!($self, /)', (o) => {
      const { name, objclass } = describe(o);
      const n = newStr(name);
      const r = reduceToGetattr(objclass.self, n);
      decref(n);
      return r;
    });
  }
}

const B = (o: Obj): Builtin => (o as Obj<Builtin>).v;

/** True for a function of a module: it is shown without what it is bound to. */
function unbound(b: Builtin): boolean {
  return b.self === null || isModule(b.self);
}

function initBuiltinFunction(): void {
  const t = builtinType;
  t.basicsize = 56;
  t.hasWeakrefs = true;
  t.tp_call = (o, args, kwnames) => callNative(B(o).def, B(o).self ?? None, args, kwnames);
  t.tp_repr = (o) => {
    const b = B(o);
    if (unbound(b)) return newStr(`<built-in function ${b.def.name}>`);
    return newStr(`<built-in method ${b.def.name} of ${b.self!.type.name} object at ${hexAddress(b.self!)}>`);
  };
  t.tp_hash = (o) => {
    const b = B(o);
    return b.self === null ? pointerHash(o) : pointerHash(b.self) ^ hashText(b.def.qualname);
  };
  t.tp_richcompare = (a, b, op) => {
    if (b.type !== t || (op !== Py_EQ && op !== Py_NE)) return notImplemented();
    const same = B(a).self === B(b).self && B(a).def === B(b).def;
    return newBool(same === (op === Py_EQ));
  };
  t.tp_traverse = (o, visit) => {
    const { self, module } = B(o);
    if (self !== null) visit(self);
    if (module !== null) visit(module);
  };
  t.tp_dealloc = (o) => {
    const { self, module } = B(o);
    xdecref(self);
    xdecref(module);
  };
  getset(t, '__name__', (o) => newStr(B(o).def.name));
  getset(t, '__qualname__', (o) => {
    const b = B(o);
    if (unbound(b)) return newStr(b.def.name);
    const owner = b.self!.v instanceof PyType ? b.self!.v : b.self!.type;
    return newStr(`${owner.qualname}.${b.def.name}`);
  });
  getset(t, '__doc__', (o) => text(B(o).def.doc));
  getset(t, '__text_signature__', (o) => text(signature(B(o))));
  getset(t, '__self__', (o) => {
    const self = B(o).self ?? None;
    self.rc++;
    return self;
  });
  member(t, '__module__', (o) => B(o).module ?? None);
  method(t, '__reduce__', '!($self, /)', (o) => {
    const b = B(o);
    if (unbound(b)) return newStr(b.def.name);
    const n = newStr(b.def.name);
    const r = reduceToGetattr(b.self!, n);
    decref(n);
    return r;
  });
  typeReady(t);
}

/** A module's function takes the module as `$module`. */
function signature(b: Builtin): string | null {
  const sig = b.def.told;
  if (sig === null) return null;
  if (sig.startsWith('($')) return sig;
  const first = b.self !== null && isModule(b.self) ? '$module' : '$type';
  const rest = sig.slice(1);
  if (rest === ')') return `(${first}, /)`;
  return rest.includes('/') ? `(${first}, ${rest}` : `(${first}, /, ${rest}`;
}

function hashText(s: string): number {
  let h = 17;
  for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) | 0;
  return h === -1 ? -2 : h;
}

function initMethodWrapper(): void {
  const t = methodWrapperType;
  const M = (o: Obj): MethodWrapper => (o as Obj<MethodWrapper>).v;
  t.basicsize = 32;
  t.tp_call = methodWrapperCall;
  t.tp_repr = (o) => {
    const { descr, self } = M(o);
    return newStr(`<method-wrapper '${descr.v.name}' of ${self.type.name} object at ${hexAddress(self)}>`);
  };
  t.tp_traverse = (o, visit) => {
    visit(M(o).descr);
    visit(M(o).self);
  };
  t.tp_dealloc = (o) => {
    decref(M(o).descr);
    decref(M(o).self);
  };
  t.tp_hash = (o) => pointerHash(M(o).self) ^ pointerHash(M(o).descr);
  t.tp_richcompare = (a, b, op) => {
    if (b.type !== t || (op !== Py_EQ && op !== Py_NE)) return notImplemented();
    const same = M(a).descr === M(b).descr && compareFast(M(a).self, M(b).self) === 1;
    return newBool(same === (op === Py_EQ));
  };
  getset(t, '__name__', (o) => newStr(M(o).descr.v.name));
  getset(t, '__qualname__', (o) => newStr(`${M(o).descr.v.objclass.qualname}.${M(o).descr.v.name}`));
  getset(t, '__objclass__', (o) => {
    const self: Obj = M(o).descr.v.objclass.self;
    self.rc++;
    return self;
  });
  getset(t, '__doc__', (o) => text(M(o).descr.v.doc));
  getset(t, '__text_signature__', (o) => text(wrapperSignature(M(o).descr.v.name)));
  member(t, '__self__', (o) => M(o).self);
  method(t, '__reduce__', '!($self, /)', (o) => {
    const n = newStr(M(o).descr.v.name);
    const r = reduceToGetattr(M(o).self, n);
    decref(n);
    return r;
  });
  typeReady(t);
}

/** CPython 3.12: Objects/object.c notimplemented_bool */
function* notImplementedTruthG(): Gen {
  let w = runningHooks.warn('DeprecationWarning', 'NotImplemented should not be used in a boolean context');
  if (w === null) w = yield* settle();
  if (w === null) return null;
  decref(w);
  return newBool(true);
}

function initSingleton(type: PyType, instance: Obj, shown: string): void {
  type.tp_repr = () => newStr(shown);
  type.tp_new = (_cls, args) => {
    if (args.length > 0) return typeError(`${shortName(type)} takes no arguments`);
    instance.rc++;
    return instance;
  };
}

export function initDescriptors(): void {
  methodDescrType.tp_call = methodDescrCall;
  methodDescrType.tp_descr_get = methodDescrGet;
  methodDescrType.isMethodDescriptor = true;
  initDescriptor(methodDescrType, 'method');
  classMethodDescrType.tp_descr_get = classMethodDescrGet;
  classMethodDescrType.tp_call = (f, args, kwnames) => {
    const { def, objclass } = (f as Obj<MethodDescr>).v;
    const cls = args[0];
    if (cls === undefined) {
      return typeError(`descriptor '${def.name}' of '${objclass.name}' object needs an argument`);
    }
    const bound = classMethodDescrGet(f, null, cls);
    if (bound === null) return null;
    decref(bound);
    return callNative(def, cls, args.slice(1), kwnames);
  };
  initDescriptor(classMethodDescrType, 'method');
  getSetType.tp_descr_get = getSetGet;
  getSetType.tp_descr_set = getSetSet;
  initDescriptor(getSetType, 'attribute');
  memberType.tp_descr_get = memberGet;
  memberType.tp_descr_set = memberSet;
  initDescriptor(memberType, 'member');
  wrapperType.tp_call = wrapperCall;
  wrapperType.tp_descr_get = wrapperGet;
  wrapperType.isMethodDescriptor = true;
  initDescriptor(wrapperType, 'slot wrapper');
  for (const t of [methodDescrType, classMethodDescrType, getSetType, memberType, wrapperType]) typeReady(t);
  initBuiltinFunction();
  initMethodWrapper();

  initSingleton(noneType, None, 'None');
  noneType.nb_bool = () => 0;
  // The same in every run and every process. CPython 3.12: Objects/object.c none_hash
  noneType.tp_hash = () => {
    tstate.hashHi = 0;
    return 0xfca86420 | 0;
  };
  initSingleton(notImplementedType, NotImplemented, 'NotImplemented');
  notImplementedType.nb_bool = (o) => {
    const r = suspend(notImplementedTruthG(), [o]);
    if (r === null) return -1;
    decref(r);
    return 1;
  };
  method(notImplementedType, '__reduce__', '!($self, /)', () => newStr('NotImplemented'));
  initSingleton(ellipsisType, Ellipsis, 'Ellipsis');
  method(ellipsisType, '__reduce__', '!($self, /)', () => newStr('Ellipsis'));
  for (const t of [noneType, notImplementedType, ellipsisType]) typeReady(t);
}
