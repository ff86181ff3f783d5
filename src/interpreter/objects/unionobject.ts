// `int | str`: a union of types.
//
// Answers to CPython 3.12: Objects/unionobject.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { binaryOp, isInstanceG, isSubclassG } from './abstract.ts';
import { hashOfInt, objectHash, Py_EQ, Py_NE } from './compare.ts';
import { getset, member, method } from './descrobject.ts';
import {
  type Alias,
  isGenericAlias,
  makeParametersG,
  subsParametersG,
  typeItemReprG,
} from './genericalias.ts';
import { typeHooks } from './hooks.ts';
import { newBool, newIntAny } from './longcore.ts';
import { compareBoolG, genericGetAttr, getAttr, richCompare } from './object.ts';
import { fullHash } from './pyhash.ts';
import { newTuple, type Tuple } from './seqcore.ts';
import { newSetG } from './setobject.ts';
import { None, noneType, notImplemented } from './singletons.ts';
import { id, isStr, newStr } from './strcore.ts';
import { typeReady } from './typeobject.ts';

export interface UnionV {
  args: Tuple;
  parameters: Tuple | null;
}
export type Union = Obj<UnionV>;

export const unionType = new PyType('types.UnionType', TPFLAGS.HAVE_GC, typeType);

/** A union of these types; takes over the tuple. CPython 3.12: Objects/unionobject.c make_union */
export function newUnion(args: Tuple): Union {
  const u = new Obj<UnionV>(unionType, { args, parameters: null });
  gcTrack(u);
  return u;
}

function isUnionable(o: Obj): boolean {
  return (
    o === None ||
    o.v instanceof PyType ||
    isGenericAlias(o) ||
    o.type === unionType ||
    o.type.name === 'typing.TypeAliasType'
  );
}

const membersOf = (o: Obj): Obj[] =>
  o === None ? [noneType.self] : o.type === unionType ? (o as Union).v.args.v : [o];

/** `a | b` of types. CPython 3.12: Objects/unionobject.c _Py_union_type_or */
export function unionTypeOr(a: Obj, b: Obj): Res {
  if (!isUnionable(a) || !isUnionable(b)) return notImplemented();
  return suspend(unionG(a, b), [a, b]);
}

function* unionG(a: Obj, b: Obj): Gen {
  const first = membersOf(a);
  const items = first.slice();
  for (const arg of membersOf(b)) {
    let same = 0;
    for (const have of first) {
      same =
        isGenericAlias(have) && isGenericAlias(arg)
          ? yield* compareBoolG(have as Alias, arg, Py_EQ)
          : Number(have === arg);
      if (same < 0) return null;
      if (same === 1) break;
    }
    if (same === 0) items.push(arg);
  }
  if (items.length === first.length) {
    const r: Obj = a === None ? noneType.self : a;
    r.rc++;
    return r;
  }
  for (const o of items) o.rc++;
  return newUnion(newTuple(items));
}

function* unionReprG(u: Union): Gen {
  const parts: string[] = [];
  for (const p of u.v.args.v) {
    const text = p === noneType.self ? 'None' : yield* typeItemReprG(p);
    if (text === null) return null;
    parts.push(text);
  }
  return newStr(parts.join(' | '));
}

function* unionHashG(u: Union): Gen {
  const s = yield* newSetG(u.v.args, true);
  if (s === null) return null;
  const lo = objectHash(s);
  const full = newIntAny(fullHash(lo));
  decref(s);
  return full;
}

function* unionEqualG(a: Union, b: Union, op: number): Gen {
  const x = yield* newSetG(a.v.args);
  if (x === null) return null;
  const y = yield* newSetG(b.v.args);
  let r: Res = null;
  if (y !== null) {
    r = richCompare(x, y, op);
    if (r === null) r = yield* settle();
    decref(y);
  }
  decref(x);
  return r;
}

function* parametersG(u: Union): Gen<Tuple | null> {
  if (u.v.parameters === null) u.v.parameters = yield* makeParametersG(u.v.args);
  return u.v.parameters;
}

function* unionGetItemG(u: Union, item: Obj): Gen {
  const parameters = yield* parametersG(u);
  if (parameters === null) return null;
  const args = yield* subsParametersG(u, u.v.args, parameters, item);
  if (args === null) return null;
  let r: Obj = args.v[0]!;
  r.rc++;
  for (const arg of args.v.slice(1)) {
    let next = binaryOp(r, arg, 7);
    if (next === null) next = yield* settle();
    decref(r);
    if (next === null) {
      decref(args);
      return null;
    }
    r = next;
  }
  decref(args);
  return r;
}

// As a tuple of its members. CPython 3.12: Objects/abstract.c object_isinstance, object_issubclass
function* checkG(u: Union, o: Obj, instance: boolean): Gen {
  const r = instance ? yield* isInstanceG(o, u.v.args) : yield* isSubclassG(o, u.v.args);
  return r < 0 ? null : newBool(r === 1);
}

export function initUnion(): void {
  typeHooks.union = unionTypeOr;
  const t = unionType;
  t.doc = 'Represent a PEP 604 union type\n\nE.g. for int | str';
  t.qualname = 'UnionType';
  t.basicsize = 32;
  t.tp_repr = (o) => suspend(unionReprG(o as Union), [o]);
  t.tp_hash = (o) => {
    const r = suspend(unionHashG(o as Union), [o]);
    if (r === null) return NaN;
    const h = hashOfInt(r);
    decref(r);
    return h;
  };
  t.tp_getattro = (o, name) =>
    isStr(name) && name.v === '__module__'
      ? getAttr(unionType.self, id('__module__'))
      : genericGetAttr(o, name);
  t.tp_richcompare = (a, b, op) => {
    if (b.type !== unionType || (op !== Py_EQ && op !== Py_NE)) return notImplemented();
    return suspend(unionEqualG(a as Union, b as Union, op), [a, b]);
  };
  t.tp_traverse = (o, visit) => {
    const { args, parameters } = (o as Union).v;
    visit(args);
    if (parameters !== null) visit(parameters);
  };
  t.tp_dealloc = (o) => {
    const { args, parameters } = (o as Union).v;
    decref(args);
    if (parameters !== null) decref(parameters);
  };
  t.mp_subscript = (o, item) => suspend(unionGetItemG(o as Union, item), [o, item]);
  t.nb_or = unionTypeOr;
  member(t, '__args__', (o) => (o as Union).v.args);
  getset(
    t,
    '__parameters__',
    function* (o: Obj): Gen {
      const p = yield* parametersG(o as Union);
      if (p !== null) p.rc++;
      return p;
    },
    null,
    'Type variables in the types.UnionType.',
  );
  method(t, '__instancecheck__', '($self, instance, /)', (self: Obj, o: Obj) =>
    suspend(checkG(self as Union, o, true), [self, o]),
  );
  method(t, '__subclasscheck__', '($self, cls, /)', (self: Obj, o: Obj) =>
    suspend(checkG(self as Union, o, false), [self, o]),
  );
  typeReady(t);
}
