// types.SimpleNamespace: an object that is nothing but its attributes.
//
// Answers to CPython 3.12: Objects/namespaceobject.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { member, method } from './descrobject.ts';
import { type DictObj, newDict, setStr } from './dictcore.ts';
import { typeError } from './errors.ts';
import { ensureDict, objectRepr, reprEnter, reprLeave, richCompare } from './object.ts';
import { newTuple } from './seqcore.ts';
import { none, notImplemented } from './singletons.ts';
import { isStr, newStr, type Str } from './strcore.ts';
import { isInstance } from './typecore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

export const namespaceType = new PyType(
  'types.SimpleNamespace',
  TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC,
  typeType,
);

/** A namespace with these attributes (an owned dict). CPython 3.12: _PyNamespace_New */
export function newNamespace(attributes: DictObj): Obj {
  const o = new Obj<null>(namespaceType, null);
  o.x = attributes;
  gcTrack(o);
  return o;
}

function namespace_new(type: Obj<PyType>, _args: Obj[], _kwnames: Obj[] | null): Res {
  if (type.v === namespaceType) return newNamespace(newDict());
  const o = allocInstance(type.v, null);
  o.x = newDict();
  return o;
}

function namespace_init(self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const nkw = kwnames === null ? 0 : kwnames.length;
  if (args.length > nkw) return typeError('no positional arguments expected');
  const d = ensureDict(self);
  for (let i = 0; i < nkw; i++) setStr(d, kwnames![i] as Str, args[i]!);
  return none();
}

function namespace_repr(o: Obj): Res {
  const name = o.type === namespaceType ? 'namespace' : o.type.name;
  if (reprEnter(o)) return newStr(`${name}(...)`);
  return suspend(reprG(o, name), [o]);
}

function* reprG(o: Obj, name: string): Gen {
  const d = ensureDict(o).v;
  const parts: string[] = [];
  for (let i = 0; i < d.keys.length; i++) {
    const key = d.keys[i];
    if (key === undefined || !isStr(key) || key.v === '') continue;
    const value = d.values[i]!;
    value.rc++;
    let r = objectRepr(value);
    if (r === null) r = yield* settle();
    decref(value);
    if (r === null) {
      reprLeave(o);
      return null;
    }
    parts.push(`${key.v}=${(r as Str).v}`);
    decref(r);
  }
  reprLeave(o);
  return newStr(`${name}(${parts.join(', ')})`);
}

export function initNamespace(): void {
  const t = namespaceType;
  t.doc = 'A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)';
  t.qualname = 'SimpleNamespace';
  t.basicsize = 24;
  t.hasDict = true;
  t.tp_new = namespace_new;
  t.tp_init = namespace_init;
  t.tp_repr = namespace_repr;
  t.tp_richcompare = (a, b, op) =>
    isInstance(a, namespaceType) && isInstance(b, namespaceType)
      ? richCompare(ensureDict(a), ensureDict(b), op)
      : notImplemented();
  t.tp_traverse = (o, visit) => {
    if (o.x !== null) visit(o.x as Obj);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const d = o.x as Obj | null;
    o.x = null;
    if (d !== null) decref(d);
  };
  member(t, '__dict__', ensureDict);
  method(
    t,
    '__reduce__',
    '!($self, /)',
    (self: Obj) => {
      const type: Obj = self.type.self;
      const d = ensureDict(self);
      type.rc++;
      d.rc++;
      return newTuple([type, newTuple([]), d]);
    },
    'Return state information for pickling',
  );
  typeReady(t);
}
