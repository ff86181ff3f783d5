// property: an attribute that is computed by functions.
//
// Answers to CPython 3.12: Objects/descrobject.c (propertyobject).

import { decref, type Obj, PyType, type Res, TPFLAGS, tstate, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getset, member, method } from './descrobject.ts';
import { clearIf, PyExc, raise, typeError } from './errors.ts';
import { newBool } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { callG, lookupAttrG, objectCall, setAttr, truthG } from './object.ts';
import { None, none } from './singletons.ts';
import { id, isStr } from './strcore.ts';
import { reprText } from './strrepr.ts';
import { isSubtype } from './typecore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

/** All owned; null: absent. */
export interface PropertyV {
  fget: Obj | null;
  fset: Obj | null;
  fdel: Obj | null;
  doc: Obj | null;
  /** The name in the class, for messages. */
  name: Obj | null;
  /** The doc was the getter's. */
  getterDoc: boolean;
}
export type Property = Obj<PropertyV>;

export const propertyType = new PyType('property', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);

const P = (o: Obj): PropertyV => (o as Property).v;

/** "property 'x' of 'C' object has no setter" */
function lacks(p: PropertyV, obj: Obj, what: string): null {
  const name = p.name !== null && isStr(p.name) ? ` ${reprText(p.name.v)}` : '';
  return raise(
    PyExc.AttributeError,
    `property${name} of ${reprText(obj.type.qualname)} object has no ${what}`,
  );
}

/** CPython 3.12: Objects/descrobject.c property_descr_get */
function propertyGet(o: Obj, obj: Obj | null): Res {
  if (obj === null || obj === None) {
    o.rc++;
    return o;
  }
  const p = P(o);
  return p.fget === null ? lacks(p, obj, 'getter') : objectCall(p.fget, [obj]);
}

/** CPython 3.12: Objects/descrobject.c property_descr_set */
function propertySet(o: Obj, obj: Obj, value: Obj | null): Res {
  const p = P(o);
  const f = value === null ? p.fdel : p.fset;
  if (f === null) return lacks(p, obj, value === null ? 'deleter' : 'setter');
  const r = objectCall(f, value === null ? [obj] : [obj, value]);
  if (r === null) return tstate.pending === null ? null : suspend(noneG(), []);
  decref(r);
  return none();
}

/** Waits for a call whose result does not matter. */
function* noneG(): Gen {
  const r = yield* settle();
  if (r === null) return null;
  decref(r);
  return none();
}

const initDef = new NativeDef(
  'property',
  '(fget=None, fset=None, fdel=None, doc=None)',
  () => none(),
  null,
  null,
);

function propertyInit(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(initDef, args, kwnames);
  if (bound === null) return null;
  return suspend(initG(o as Property, bound as (Obj | undefined)[]), [o, ...args]);
}

/** CPython 3.12: Objects/descrobject.c property_init_impl */
function* initG(o: Property, bound: (Obj | undefined)[]): Gen {
  const [fget, fset, fdel, doc] = bound.map((a) => (a === undefined || a === None ? null : a)) as [
    Obj | null,
    Obj | null,
    Obj | null,
    Obj | null,
  ];
  const old = o.v;
  for (const f of [fget, fset, fdel, doc]) if (f !== null) f.rc++;
  o.v = { fget, fset, fdel, doc: null, name: null, getterDoc: false };
  for (const f of [old.fget, old.fset, old.fdel, old.doc, old.name]) xdecref(f);
  let text = doc;
  if (text === null && fget !== null) {
    const found = yield* lookupAttrG(fget, id('__doc__'));
    if (found === null) return null;
    if (found !== undefined && found !== None) {
      text = found;
      o.v.getterDoc = true;
    } else if (found !== undefined) decref(found);
  }
  if (o.type === propertyType) {
    o.v.doc = text;
    return none();
  }
  // A subclass has a __doc__ of its own: the instance's goes into its dict.
  const value = text ?? none();
  let r = setAttr(o, id('__doc__'), value);
  if (r === null) r = yield* settle();
  decref(value);
  if (r === null) return !o.v.getterDoc && clearIf(PyExc.AttributeError) ? none() : null;
  return r;
}

/** CPython 3.12: Objects/descrobject.c property_copy */
function* copyG(o: Property, which: 'fget' | 'fset' | 'fdel', f: Obj): Gen {
  const p = o.v;
  const pick = (key: 'fget' | 'fset' | 'fdel'): Obj => (key === which && f !== None ? f : (p[key] ?? None));
  const get = pick('fget');
  const doc = p.getterDoc && get !== None ? None : (p.doc ?? None);
  const made = yield* callG(o.type.self, [get, pick('fset'), pick('fdel'), doc]);
  if (made === null) return null;
  if (isSubtype(made.type, propertyType) && p.name !== null) {
    p.name.rc++;
    xdecref(P(made).name);
    P(made).name = p.name;
  }
  return made;
}

function* abstractG(p: PropertyV): Gen {
  for (const f of [p.fget, p.fset, p.fdel]) {
    if (f === null) continue;
    const flag = yield* lookupAttrG(f, id('__isabstractmethod__'));
    if (flag === null) return null;
    if (flag === undefined) continue;
    const t = yield* truthG(flag);
    decref(flag);
    if (t < 0) return null;
    if (t === 1) return newBool(true);
  }
  return newBool(false);
}

export function initProperty(): void {
  const t = propertyType;
  t.doc =
    "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x";
  t.basicsize = 64;
  t.tp_new = (cls) =>
    allocInstance<PropertyV>(cls.v, {
      fget: null,
      fset: null,
      fdel: null,
      doc: null,
      name: null,
      getterDoc: false,
    });
  t.tp_init = propertyInit;
  t.tp_descr_get = propertyGet;
  t.tp_descr_set = propertySet;
  t.tp_traverse = (o, visit) => {
    const { fget, fset, fdel, doc, name } = P(o);
    for (const f of [fget, fset, fdel, doc, name]) if (f !== null) visit(f);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const { fget, fset, fdel, doc, name } = P(o);
    (o as Property).v = { fget: null, fset: null, fdel: null, doc: null, name: null, getterDoc: false };
    for (const f of [fget, fset, fdel, doc, name]) xdecref(f);
  };
  member(t, 'fget', (o) => P(o).fget ?? None);
  member(t, 'fset', (o) => P(o).fset ?? None);
  member(t, 'fdel', (o) => P(o).fdel ?? None);
  member(
    t,
    '__doc__',
    (o) => P(o).doc ?? None,
    (o, value) => {
      const old = P(o).doc;
      if (value !== null) value.rc++;
      P(o).doc = value;
      xdecref(old);
      return none();
    },
  );
  getset(t, '__isabstractmethod__', (o) => abstractG(P(o)));
  const decorator = (name: string, which: 'fget' | 'fset' | 'fdel'): void =>
    method(
      t,
      name,
      '!($self, object, /)',
      (self: Obj, f: Obj) => suspend(copyG(self as Property, which, f), [self, f]),
      `Descriptor to obtain a copy of the property with a different ${name}.`,
    );
  decorator('getter', 'fget');
  decorator('setter', 'fset');
  decorator('deleter', 'fdel');
  method(
    t,
    '__set_name__',
    '!($self, *args)',
    (self: Obj, args: Obj[]) => {
      if (args.length !== 2) {
        return typeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
      }
      const p = P(self);
      args[1]!.rc++;
      xdecref(p.name);
      p.name = args[1]!;
      return none();
    },
    'Method to set name of a property.',
  );
  typeReady(t);
}
