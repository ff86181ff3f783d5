// A read-only view of a mapping: `cls.__dict__`, `types.MappingProxyType`.
//
// Answers to CPython 3.12: Objects/descrobject.c (mappingproxy_*).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { binaryOp, contains, getItem, getIter, objectLength } from './abstract.ts';
import { objectHash } from './compare.ts';
import { classMethod, method } from './descrobject.ts';
import { typeError } from './errors.ts';
import { newGenericAlias } from './genericalias.ts';
import { typeHooks } from './hooks.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { getAttr, objectCall, objectRepr, objectStr, richCompare } from './object.ts';
import { isList, isTuple } from './seqcore.ts';
import { None } from './singletons.ts';
import { id, newStr, type Str } from './strcore.ts';
import { typeReady } from './typeobject.ts';

/** Payload: the mapping (owned). */
export type Proxy = Obj<Obj>;

export const mappingProxyType = new PyType('mappingproxy', TPFLAGS.HAVE_GC, typeType);

/** A view of a mapping (borrowed). CPython 3.12: PyDictProxy_New */
export function newMappingProxy(mapping: Obj): Proxy {
  mapping.rc++;
  const p = new Obj<Obj>(mappingProxyType, mapping);
  gcTrack(p);
  return p;
}

const of = (o: Obj): Obj => (o as Proxy).v;

const def = new NativeDef('mappingproxy', '(mapping)', () => null, null, null);

function proxy_new(_type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(def, args, kwnames) as Obj[] | null;
  if (bound === null) return null;
  const mapping = bound[0]!;
  if (mapping.type.mp_subscript === null || isList(mapping) || isTuple(mapping)) {
    return typeError(`mappingproxy() argument must be a mapping, not ${mapping.type.name}`);
  }
  return newMappingProxy(mapping);
}

/** Calls a method of the mapping. */
function forward(self: Obj, name: string, args: Obj[]): Res {
  const f = getAttr(of(self), id(name));
  if (f !== null) {
    const r = objectCall(f, args);
    decref(f);
    return r;
  }
  return tstate.pending === null ? null : suspend(forwardG(args), [self, ...args]);
}

function* forwardG(args: Obj[]): Gen {
  const f = yield* settle();
  if (f === null) return null;
  let r = objectCall(f, args);
  if (r === null) r = yield* settle();
  decref(f);
  return r;
}

function proxy_repr(o: Obj): Res {
  const r = objectRepr(of(o));
  if (r === null) return tstate.pending === null ? null : suspend(reprRestG(), [o]);
  return wrap(r as Str);
}

function* reprRestG(): Gen {
  const r = yield* settle();
  return r === null ? null : wrap(r as Str);
}

function wrap(r: Str): Res {
  const text = `mappingproxy(${r.v})`;
  decref(r);
  return newStr(text);
}

export function initMappingProxy(): void {
  typeHooks.mappingProxy = newMappingProxy;
  const t = mappingProxyType;
  t.doc = 'Read-only proxy of a mapping.';
  t.basicsize = 24;
  t.tp_new = proxy_new;
  t.tp_repr = proxy_repr;
  t.tp_str = (o) => objectStr(of(o));
  t.tp_hash = (o) => objectHash(of(o));
  t.tp_iter = (o) => getIter(of(o));
  t.tp_richcompare = (a, b, op) => richCompare(a.type === t ? of(a) : a, b.type === t ? of(b) : b, op);
  t.tp_traverse = (o, visit) => visit(of(o));
  t.tp_dealloc = (o) => decref(of(o));
  t.mp_length = (o) => objectLength(of(o));
  t.mp_subscript = (o, key) => getItem(of(o), key);
  t.sq_contains = (o, key) => contains(of(o), key);
  t.nb_or = (a, b) => binaryOp(a.type === t ? of(a) : a, b.type === t ? of(b) : b, 7);
  t.nb_inplace_or = (a) => typeError(`'|=' is not supported by ${a.type.name}; use '|' instead`);
  method(
    t,
    'get',
    '!($self, key, default=None, /)',
    (self: Obj, key: Obj, otherwise?: Obj) => forward(self, 'get', [key, otherwise ?? None]),
    'Return the value for key if key is in the mapping, else default.',
  );
  for (const [name, doc] of [
    ['keys', "a set-like object providing a view on D's keys"],
    ['values', "an object providing a view on D's values"],
    ['items', "a set-like object providing a view on D's items"],
    ['copy', 'a shallow copy of D'],
  ]) {
    method(t, name!, '!($self, /)', (self: Obj) => forward(self, name!, []), `D.${name}() -> ${doc}`);
  }
  method(
    t,
    '__reversed__',
    '!($self, /)',
    (self: Obj) => forward(self, '__reversed__', []),
    'D.__reversed__() -> reverse iterator',
  );
  classMethod(t, '__class_getitem__', '!($type, item, /)', newGenericAlias, 'See PEP 585');
  typeReady(t);
}
