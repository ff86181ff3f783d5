// super: looks an attribute up in the MRO after a class.
//
// Answers to CPython 3.12: Objects/typeobject.c (superobject).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { member } from './descrobject.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { runningHooks } from './hooks.ts';
import { genericGetAttr, lookupAttrG, objectCall } from './object.ts';
import { argTypeName } from './searchargs.ts';
import { None, none } from './singletons.ts';
import { id, newStr, type Str } from './strcore.ts';
import { isSubtype } from './typecore.ts';
import { allocInstance, superLookup, typeReady } from './typeobject.ts';

export interface SuperV {
  /** The class after which to look. */
  type: Obj<PyType> | null;
  /** What it is bound to, and that object's class. */
  obj: Obj | null;
  objType: Obj<PyType> | null;
}
export type Super = Obj<SuperV>;

export const superType = new PyType('super', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);

/**
 * The class to look along for `obj` (new reference) when that takes no Python code; undefined: its `__class__` must be
 * asked. CPython 3.12: supercheck
 */
function checkFast(type: PyType, obj: Obj): Obj<PyType> | undefined {
  if (obj.v instanceof PyType && isSubtype(obj.v, type)) {
    obj.rc++;
    return obj as Obj<PyType>;
  }
  if (isSubtype(obj.type, type)) {
    obj.type.self.rc++;
    return obj.type.self;
  }
  return undefined;
}

function* checkG(type: PyType, obj: Obj): Gen<Obj<PyType> | null> {
  const fast = checkFast(type, obj);
  if (fast !== undefined) return fast;
  const cls = yield* lookupAttrG(obj, id('__class__'));
  if (cls === null) return null;
  if (cls !== undefined) {
    if (cls.v instanceof PyType && cls.v !== obj.type && isSubtype(cls.v, type)) return cls as Obj<PyType>;
    decref(cls);
  }
  return typeError('super(type, obj): obj must be an instance or subtype of type');
}

/**
 * `super(type, obj).name` without making the super object: for LOAD_SUPER_ATTR. With `method`, a function found is
 * answered unbound and `unbound.method` says so. CPython 3.12: _PySuper_Lookup, do_super_lookup
 */
export const unbound = { method: false };
export function superAttr(type: Obj<PyType>, obj: Obj, name: Str, method: boolean): Res {
  unbound.method = false;
  const cls = checkFast(type.v, obj);
  if (cls === undefined) return suspend(superAttrG(type, obj, name), [type, obj, name]);
  const found = superLookup(cls.v, type.v, name);
  if (found === undefined) {
    decref(cls);
    return suspend(superAttrG(type, obj, name), [type, obj, name]);
  }
  let r: Res = found;
  const get = found.type.tp_descr_get;
  if (method && found.type.isMethodDescriptor) {
    found.rc++;
    unbound.method = true;
  } else if (get === null) found.rc++;
  else r = get(found, obj === cls ? null : obj, cls);
  decref(cls);
  return r;
}

function* superAttrG(type: Obj<PyType>, obj: Obj, name: Str): Gen {
  const s = new Obj<SuperV>(superType, { type: null, obj: null, objType: null });
  gcTrack(s);
  if (!(yield* bindG(s, type, obj))) {
    decref(s);
    return null;
  }
  let r = superGetAttr(s, name);
  if (r === null) r = yield* settle();
  decref(s);
  return r;
}

/** CPython 3.12: Objects/typeobject.c super_getattro */
function superGetAttr(o: Obj, name: Obj): Res {
  const { type, obj, objType } = (o as Super).v;
  if (objType !== null && (name as Str).v !== '__class__') {
    const found = superLookup(objType.v, type!.v, name as Str);
    if (found !== undefined) {
      const get = found.type.tp_descr_get;
      if (get === null) {
        found.rc++;
        return found;
      }
      return get(found, obj === objType ? null : obj, objType);
    }
  }
  return genericGetAttr(o, name);
}

/** Fills a super object; false with an error. Type and obj are borrowed. CPython 3.12: super_init_impl */
function* bindG(s: Super, type: Obj<PyType>, obj: Obj | null): Gen<boolean> {
  let objType: Obj<PyType> | null = null;
  if (obj === None) obj = null;
  if (obj !== null) {
    objType = yield* checkG(type.v, obj);
    if (objType === null) return false;
    obj.rc++;
  }
  type.rc++;
  const old = s.v;
  s.v = { type, obj, objType };
  xdecref(old.type);
  xdecref(old.obj);
  xdecref(old.objType);
  return true;
}

function* initG(s: Super, type: Obj<PyType>, obj: Obj | null): Gen {
  return (yield* bindG(s, type, obj)) ? none() : null;
}

function superInit(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  if (kwnames !== null && kwnames.length > 0) return typeError('super() takes no keyword arguments');
  if (args.length > 2) return typeError(`super() expected at most 2 arguments, got ${args.length}`);
  let type: Obj;
  let obj: Obj | null;
  if (args.length === 0) {
    const found = runningHooks.currentSuper();
    if (typeof found === 'string') return raise(PyExc.RuntimeError, found);
    type = found.cls;
    obj = found.self;
  } else {
    type = args[0]!;
    obj = args[1] ?? null;
    if (!(type.v instanceof PyType)) {
      return typeError(
        o.type === superType
          ? `super() argument 1 must be a type, not ${type.type.name}`
          : `super() argument 1 must be type, not ${argTypeName(type)}`,
      );
    }
  }
  return suspend(initG(o as Super, type as Obj<PyType>, obj), obj === null ? [o, type] : [o, type, obj]);
}

function* rebindG(s: Super, obj: Obj): Gen {
  const made = new Obj<SuperV>(superType, { type: null, obj: null, objType: null });
  gcTrack(made);
  if (yield* bindG(made, s.v.type!, obj)) return made;
  decref(made);
  return null;
}

export function initSuper(): void {
  const t = superType;
  t.doc =
    'super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n';
  t.basicsize = 40;
  t.tp_new = (cls) => allocInstance<SuperV>(cls.v, { type: null, obj: null, objType: null });
  t.tp_init = superInit;
  t.tp_getattro = superGetAttr;
  t.tp_repr = (o) => {
    const { type, objType } = (o as Super).v;
    const cls = type === null ? 'NULL' : type.v.name;
    return newStr(
      objType === null
        ? `<super: <class '${cls}'>, NULL>`
        : `<super: <class '${cls}'>, <${objType.v.name} object>>`,
    );
  };
  t.tp_descr_get = (o, obj) => {
    const s = o as Super;
    if (obj === null || obj === None || s.v.obj !== null || s.v.type === null) {
      o.rc++;
      return o;
    }
    if (o.type !== superType) return objectCall(o.type.self, [s.v.type, obj]);
    return suspend(rebindG(s, obj), [o, obj]);
  };
  t.tp_traverse = (o, visit) => {
    const { type, obj, objType } = (o as Super).v;
    if (type !== null) visit(type);
    if (obj !== null) visit(obj);
    if (objType !== null) visit(objType);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const { type, obj, objType } = (o as Super).v;
    (o as Super).v = { type: null, obj: null, objType: null };
    xdecref(type);
    xdecref(obj);
    xdecref(objType);
  };
  member(t, '__thisclass__', (o) => (o as Super).v.type ?? None, null, 'the class invoking super()');
  member(
    t,
    '__self__',
    (o) => (o as Super).v.obj ?? None,
    null,
    'the instance invoking super(); may be None',
  );
  member(
    t,
    '__self_class__',
    (o) => (o as Super).v.objType ?? None,
    null,
    'the type of the instance invoking super(); may be None',
  );
  typeReady(t);
}
