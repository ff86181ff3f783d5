// Weak references and proxies: they do not keep an object alive, and know when it has gone.
//
// The references to an object stand in a table beside it. When the object dies they are emptied at once; callbacks
// run at the next instruction boundary, where Python code may run.
//
// Answers to CPython 3.12: Objects/weakrefobject.c; Modules/gcmodule.c handle_weakrefs.

import { gcHooks } from '../memory/gc.ts';
import {
  deallocHooks,
  decref,
  type Obj,
  PyType,
  type Res,
  TODO_FINALIZERS,
  TPFLAGS,
  tstate,
  typeType,
  xdecref,
} from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import {
  absolute,
  BINARY_OPS,
  binaryOp,
  contains,
  divmod,
  getItem,
  getIter,
  invert,
  negative,
  objectLength,
  positive,
  powerG,
  setItem,
} from './abstract.ts';
import { objectHash, Py_EQ, Py_NE } from './compare.ts';
import { classGetItem, member, method } from './descrobject.ts';
import { getStr } from './dictcore.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { newBool } from './longcore.ts';
import {
  getAttr,
  hexAddress,
  instanceDict,
  objectCall,
  objectStr,
  richCompare,
  setAttr,
  truth,
} from './object.ts';
import { None, notImplemented } from './singletons.ts';
import { id, isStr, newStr, type Str } from './strcore.ts';
import { typeAttributes } from './typeattrs.ts';
import { allocInstance, typeReady } from './typeobject.ts';

export class WeakV {
  /** What it refers to (not owned); null: dead. */
  obj: Obj | null;
  callback: Obj | null;
  /** Hash of the object, once asked for: it outlives the object. */
  hash: number | null = null;
  hashHi = 0;
  constructor(obj: Obj, callback: Obj | null) {
    this.obj = obj;
    this.callback = callback;
  }
}
export type Weak = Obj<WeakV>;

function weakType(name: string, flags: number): PyType {
  const t = new PyType(`weakref.${name}`, flags | TPFLAGS.HAVE_GC, typeType);
  t.qualname = name;
  return t;
}
export const refType = weakType('ReferenceType', TPFLAGS.BASETYPE);
export const proxyType = weakType('ProxyType', 0);
export const callableProxyType = weakType('CallableProxyType', 0);

/** The living references to an object, in the order of CPython's list: basic ref, basic proxy, then newest first. */
const table = new WeakMap<Obj, Weak[]>();

/** References to an object (borrowed). */
export function weakrefsOf(o: Obj): readonly Weak[] {
  return table.get(o) ?? [];
}

/** A new reference of this type, or the one there already is. CPython 3.12: weakref___new__, PyWeakref_NewProxy */
export function newWeakref(type: PyType, o: Obj, callback: Obj | null): Res {
  if (!o.type.hasWeakrefs) return typeError(`cannot create weak reference to '${o.type.name}' object`);
  let list = table.get(o);
  if (list === undefined) {
    list = [];
    table.set(o, list);
  }
  const basic = callback === null && (type.flags & TPFLAGS.HEAPTYPE) === 0;
  if (basic) {
    const shared = list.find((w) => w.type === type && w.v.callback === null);
    if (shared !== undefined) {
      shared.rc++;
      return shared;
    }
  }
  if (callback !== null) callback.rc++;
  const w = allocInstance(type, new WeakV(o, callback));
  if (basic) list.splice(type === refType || list[0]?.type !== refType ? 0 : 1, 0, w);
  else {
    let at = 0;
    while (at < list.length && at < 2 && list[at]!.v.callback === null && isBasic(list[at]!)) at++;
    list.splice(at, 0, w);
  }
  return w;
}

function isBasic(w: Weak): boolean {
  return (w.type.flags & TPFLAGS.HEAPTYPE) === 0;
}

/** Callbacks that are due (both owned), in order; runtime/finalize.ts runs them at an instruction boundary. */
export const pendingCallbacks: { callback: Obj; ref: Obj }[] = [];

/** The object dies: its references are empty from now on. CPython 3.12: PyObject_ClearWeakRefs */
function clearWeakrefs(o: Obj): void {
  const list = table.get(o);
  if (list === undefined) return;
  table.delete(o);
  for (const w of list) {
    w.v.obj = null;
    const callback = w.v.callback;
    if (callback === null) continue;
    w.v.callback = null;
    if (w.rc > 0) {
      w.rc++;
      pendingCallbacks.push({ callback, ref: w });
      tstate.todo |= TODO_FINALIZERS;
    } else decref(callback);
  }
}

/** References into garbage are emptied before it is taken apart. CPython 3.12: Modules/gcmodule.c handle_weakrefs */
function handleWeakrefs(garbage: Obj[]): void {
  const dead = new Set(garbage);
  for (const o of garbage) {
    const list = table.get(o);
    if (list === undefined) continue;
    table.delete(o);
    for (const w of list) {
      w.v.obj = null;
      const callback = w.v.callback;
      if (callback === null) continue;
      w.v.callback = null;
      // A reference that is garbage itself is not called.
      if (dead.has(w)) decref(callback);
      else {
        w.rc++;
        pendingCallbacks.push({ callback, ref: w });
        tstate.todo |= TODO_FINALIZERS;
      }
    }
  }
}

function weakDealloc(o: Obj): void {
  const w = o as Weak;
  const { obj, callback } = w.v;
  if (obj !== null) {
    w.v.obj = null;
    const list = table.get(obj);
    const at = list === undefined ? -1 : list.indexOf(w);
    if (at >= 0) {
      list!.splice(at, 1);
      if (list!.length === 0) table.delete(obj);
    }
  }
  w.v.callback = null;
  xdecref(callback);
}

/** The referent (borrowed), or null with ReferenceError. */
function target(o: Obj): Obj | null {
  const obj = (o as Weak).v.obj;
  return obj === null ? raise(PyExc.ReferenceError, 'weakly-referenced object no longer exists') : obj;
}

// --- ref ---------------------------------------------------------------------------------------------

function refHash(o: Obj): number {
  const w = (o as Weak).v;
  if (w.hash !== null) {
    tstate.hashHi = w.hashHi;
    return w.hash;
  }
  if (w.obj === null) {
    typeError('weak object has gone away');
    return Number.NaN;
  }
  const h = objectHash(w.obj);
  if (Number.isNaN(h)) {
    if (tstate.pending !== null) suspend(refHashG(w), [w.obj]);
    return h;
  }
  // A str's hash leaves the high half alone; nobody refers weakly to a plain str.
  w.hash = h;
  w.hashHi = tstate.hashHi;
  return h;
}

function* refHashG(w: WeakV): Gen {
  const r = yield* settle();
  if (r === null) return null;
  const n = r as Obj<number | bigint>;
  if (typeof n.v === 'number' && Math.abs(n.v) < 2 ** 31) {
    w.hash = n.v | 0;
    w.hashHi = n.v < 0 ? -1 : 0;
  }
  return r;
}

/** CPython 3.12: Objects/weakrefobject.c weakref_repr */
function refRepr(o: Obj): Res {
  const obj = (o as Weak).v.obj;
  if (obj === null) return newStr(`<weakref at ${hexAddress(o)}; dead>`);
  return suspend(refReprG(o, obj), [o, obj]);
}

function* refReprG(o: Obj, obj: Obj): Gen {
  let name: Obj | null | undefined =
    instanceDict(obj) === null ? undefined : getStr(instanceDict(obj)!, id('__name__'));
  if (name === undefined && obj.type.tp_getattro !== null) {
    name = getAttr(obj, id('__name__'));
    if (name === null) name = yield* settle();
    if (name === null) {
      const exc = tstate.exc;
      tstate.exc = null;
      xdecref(exc);
    }
  } else if (name !== undefined && name !== null) name.rc++;
  const text = `<weakref at ${hexAddress(o)}; to '${obj.type.name}' at ${hexAddress(obj)}`;
  const suffix = name != null && isStr(name) ? ` (${name.v})>` : '>';
  if (name != null) decref(name);
  return newStr(text + suffix);
}

function refRichCompare(a: Obj, b: Obj, op: number): Res {
  if ((op !== Py_EQ && op !== Py_NE) || !(b.v instanceof WeakV) || !(a.v instanceof WeakV))
    return notImplemented();
  const x = a.v.obj;
  const y = b.v.obj;
  if (x === null || y === null) return newBool((a === b) === (op === Py_EQ));
  return richCompare(x, y, op);
}

function initRef(): void {
  const t = refType;
  t.basicsize = 64;
  t.tp_new = (cls, args, kwnames) => {
    const n = args.length - (kwnames === null ? 0 : kwnames.length);
    if (n < 1) return typeError(`__new__ expected at least 1 argument, got ${n}`);
    if (n > 2) return typeError(`__new__ expected at most 2 arguments, got ${n}`);
    const callback = n > 1 && args[1] !== None ? args[1]! : null;
    return newWeakref(cls.v, args[0]!, callback);
  };
  t.tp_init = (_o, args, kwnames) => {
    if (kwnames !== null && kwnames.length > 0) return typeError('ref() takes no keyword arguments');
    if (args.length < 1 || args.length > 2) {
      return typeError(
        `__init__ expected at ${args.length < 1 ? 'least 1 argument' : 'most 2 arguments'}, got ${args.length}`,
      );
    }
    None.rc++;
    return None;
  };
  t.tp_call = (o, args, kwnames) => {
    if (kwnames !== null && kwnames.length > 0) return typeError('weakref() takes no keyword arguments');
    if (args.length > 0) return typeError(`weakref expected 0 arguments, got ${args.length}`);
    const obj = (o as Weak).v.obj ?? None;
    obj.rc++;
    return obj;
  };
  t.tp_hash = refHash;
  t.tp_repr = refRepr;
  t.tp_richcompare = refRichCompare;
  t.tp_traverse = (o, visit) => {
    const { callback } = (o as Weak).v;
    if (callback !== null) visit(callback);
  };
  t.tp_dealloc = weakDealloc;
  t.tp_clear = weakDealloc;
  member(t, '__callback__', (o) => (o as Weak).v.callback ?? None);
  classGetItem(t, '!($type, object, /)');
  typeReady(t);
}

// --- proxies -----------------------------------------------------------------------------------------

const unwrap = (o: Obj): Obj | null => (o.type === proxyType || o.type === callableProxyType ? target(o) : o);

/** A slot over the referents of its operands, which are kept alive meanwhile. */
function over1(f: (o: Obj) => Res): (o: Obj) => Res {
  return (o) => {
    const x = target(o);
    return x === null ? null : keep(f, [x]);
  };
}

function keep(f: (...operands: Obj[]) => Res, operands: Obj[]): Res {
  for (const x of operands) x.rc++;
  const r = f(...operands);
  if (r === null && tstate.pending !== null) return suspend(dropAfter(operands), []);
  for (const x of operands) decref(x);
  return r;
}

function* dropAfter(operands: Obj[]): Gen {
  const r = yield* settle();
  for (const x of operands) decref(x);
  return r;
}

function over2(f: (a: Obj, b: Obj) => Res): (a: Obj, b: Obj) => Res {
  return (a, b) => {
    const x = unwrap(a);
    const y = x === null ? null : unwrap(b);
    return x === null || y === null ? null : keep(f, [x, y]);
  };
}

function initProxy(t: PyType): void {
  t.basicsize = 56;
  t.tp_traverse = refType.tp_traverse;
  t.tp_dealloc = weakDealloc;
  t.tp_clear = weakDealloc;
  t.tp_repr = (o) => {
    const obj = (o as Weak).v.obj;
    return newStr(
      obj === null
        ? `<weakproxy at ${hexAddress(o)} to NoneType at ${hexAddress(None)}>`
        : `<weakproxy at ${hexAddress(o)} to ${obj.type.name} at ${hexAddress(obj)}>`,
    );
  };
  t.tp_str = over1(objectStr);
  t.tp_getattro = (o, name) => {
    const x = target(o);
    return x === null ? null : keep((obj) => getAttr(obj, name as Str), [x]);
  };
  t.tp_setattro = (o, name, value) => {
    const x = target(o);
    return x === null ? null : keep((obj) => setAttr(obj, name as Str, value), [x]);
  };
  t.tp_richcompare = (a, b, op) => over2((x, y) => richCompare(x, y, op))(a, b);
  t.tp_iter = over1(getIter);
  t.tp_iternext = (o) => {
    const x = target(o);
    if (x === null) return null;
    const next = x.type.tp_iternext;
    if (next === null) return typeError(`Weakref proxy referenced a non-iterator '${x.type.name}' object`);
    return next(x);
  };
  t.nb_bool = (o) => {
    const x = target(o);
    return x === null ? -1 : truth(x);
  };
  t.mp_length = (o) => {
    const x = target(o);
    return x === null ? -1 : objectLength(x);
  };
  t.sq_contains = over2(contains);
  t.mp_subscript = over2(getItem);
  t.mp_ass_subscript = (o, key, value) => {
    const x = target(o);
    return x === null ? null : keep((obj) => setItem(obj, key, value), [x]);
  };
  t.nb_negative = over1(negative);
  t.nb_positive = over1(positive);
  t.nb_absolute = over1(absolute);
  t.nb_invert = over1(invert);
  t.nb_divmod = over2(divmod);
  t.nb_power = (a, b, m) => {
    const x = unwrap(a);
    const y = x === null ? null : unwrap(b);
    return x === null || y === null ? null : keep((p, q) => suspend(powerG(p, q, m), [p, q, m]), [x, y]);
  };
  BINARY_OPS.forEach((row, op) => {
    if (row.slot === 'nb_power') return;
    if (row.inplace === null) t[row.slot] = over2((x, y) => binaryOp(x, y, op));
    else if (row.inplace !== 'nb_inplace_power') t[row.inplace] = over2((x, y) => binaryOp(x, y, op));
  });
  if (t === callableProxyType) {
    t.tp_call = (o, args, kwnames) => {
      const x = target(o);
      return x === null ? null : keep((obj) => objectCall(obj, args, kwnames), [x]);
    };
  }
  t.tp_hash = (o) => {
    typeError(`unhashable type: '${o.type.name}'`);
    return Number.NaN;
  };
  method(t, '__bytes__', '($self, /)', function* (self: Obj): Gen {
    const x = target(self);
    if (x === null) return null;
    let f = getAttr(x, id('__bytes__'));
    if (f === null) f = yield* settle();
    if (f === null) return null;
    let r = objectCall(f, []);
    if (r === null) r = yield* settle();
    decref(f);
    return r;
  });
  typeReady(t);
}

export function initWeakrefs(): void {
  initRef();
  initProxy(proxyType);
  initProxy(callableProxyType);
  deallocHooks.clearWeakrefs = clearWeakrefs;
  gcHooks.handleWeakrefs = handleWeakrefs;
  typeAttributes.weakrefGet = (o) => {
    const first = weakrefsOf(o)[0] ?? None;
    first.rc++;
    return first;
  };
}
