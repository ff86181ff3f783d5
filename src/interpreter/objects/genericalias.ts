// `list[int]`: a generic type with its arguments.
//
// Answers to CPython 3.12: Objects/genericaliasobject.c.
// Absent: TypeVarTuple and ParamSpec in substitution (`__typing_prepare_subst__`, unpacked tuples).

import { gcTrack } from '../memory/gc.ts';
import { decref, decrefAll, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getItem } from './abstract.ts';
import { hashG, hashOfInt, objectHash, Py_EQ, Py_NE } from './compare.ts';
import { getset, member, method } from './descrobject.ts';
import { clearIf, matches, PyExc, typeError } from './errors.ts';
import { collectG, selfIter } from './iterobject.ts';
import { newBool, newIntAny } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import {
  callG,
  callSpecial,
  compareBoolG,
  genericGetAttr,
  getAttr,
  lookupAttrG,
  objectCall,
  reprG,
  setAttr,
  strG,
} from './object.ts';
import { fullHash } from './pyhash.ts';
import {
  isList,
  isTuple,
  listAppendOwned,
  listType,
  newList,
  newTuple,
  type Tuple,
  tupleOf,
  tupleType,
} from './seqcore.ts';
import { Ellipsis, None, notImplemented } from './singletons.ts';
import { id, isStr, newStr, type Str } from './strcore.ts';
import { typeReady } from './typeobject.ts';
import { unionTypeOr } from './unionobject.ts';

export interface AliasV {
  origin: Obj;
  args: Tuple;
  parameters: Tuple | null;
  /** `*tuple[int]` */
  starred: boolean;
}
export type Alias = Obj<AliasV>;

export const genericAliasType = new PyType(
  'types.GenericAlias',
  TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC,
  typeType,
);
const gaIterType = new PyType('generic_alias_iterator', TPFLAGS.HAVE_GC, typeType);

/** `origin[args]` (both borrowed); args that are no tuple become one. CPython 3.12: Py_GenericAlias */
export function newGenericAlias(origin: Obj, args: Obj): Alias {
  let tuple: Tuple;
  if (isTuple(args)) {
    tuple = args;
    tuple.rc++;
  } else tuple = tupleOf(args);
  origin.rc++;
  const a = new Obj<AliasV>(genericAliasType, { origin, args: tuple, parameters: null, starred: false });
  gcTrack(a);
  return a;
}

export function isGenericAlias(o: Obj): o is Alias {
  return o.v !== null && (o.type === genericAliasType || o.type.mro.includes(genericAliasType));
}

/** How a type shows as an argument: its qualified name, or its repr; null: an error. CPython 3.12: ga_repr_item */
export function* typeItemReprG(p: Obj): Gen<string | null> {
  if (p === Ellipsis) return '...';
  const origin = yield* lookupAttrG(p, id('__origin__'));
  if (origin === null) return null;
  if (origin !== undefined) {
    decref(origin);
    const args = yield* lookupAttrG(p, id('__args__'));
    if (args === null) return null;
    if (args !== undefined) {
      decref(args);
      return yield* textG(reprG(p));
    }
  }
  const qualname = yield* lookupAttrG(p, id('__qualname__'));
  if (qualname === null) return null;
  if (qualname === undefined) return yield* textG(reprG(p));
  const module = yield* lookupAttrG(p, id('__module__'));
  let text: string | null = null;
  if (module === undefined || module === None) text = yield* textG(reprG(p));
  else if (module !== null) {
    text = yield* textG(strG(qualname));
    if (text !== null && !(isStr(module) && module.v === 'builtins')) {
      const name: string | null = yield* textG(strG(module));
      text = name === null ? null : `${name}.${text}`;
    }
  }
  decref(qualname);
  if (module != null) decref(module);
  return text;
}

function* textG(work: Gen<Str | null>): Gen<string | null> {
  const s = yield* work;
  if (s === null) return null;
  const text = s.v;
  decref(s);
  return text;
}

/** CPython 3.12: Objects/genericaliasobject.c ga_repr */
function* aliasReprG(a: Alias): Gen {
  const { origin, args, starred } = a.v;
  const name = yield* typeItemReprG(origin);
  if (name === null) return null;
  const parts: string[] = [];
  for (const p of args.v) {
    let text: string | null;
    if (p.type === listType && isList(p)) {
      const inner: string[] = [];
      for (const item of p.v) {
        const s = yield* typeItemReprG(item);
        if (s === null) return null;
        inner.push(s);
      }
      text = `[${inner.join(', ')}]`;
    } else text = yield* typeItemReprG(p);
    if (text === null) return null;
    parts.push(text);
  }
  return newStr(`${starred ? '*' : ''}${name}[${parts.length === 0 ? '()' : parts.join(', ')}]`);
}

/** The type variables among these arguments, in order (owned); null: an error. CPython 3.12: _Py_make_parameters */
export function* makeParametersG(args: Tuple): Gen<Tuple | null> {
  const found: Obj[] = [];
  const addOne = (o: Obj): void => {
    if (found.includes(o)) return;
    o.rc++;
    found.push(o);
  };
  for (const t of args.v) {
    if (t.v instanceof PyType) continue;
    const subst = yield* lookupAttrG(t, id('__typing_subst__'));
    if (subst === null) {
      decrefAll(found);
      return null;
    }
    if (subst !== undefined) {
      decref(subst);
      addOne(t);
      continue;
    }
    const sub = yield* lookupAttrG(t, id('__parameters__'));
    if (sub === null) {
      decrefAll(found);
      return null;
    }
    if (sub === undefined) continue;
    if (isTuple(sub)) for (const p of sub.v) addOne(p);
    decref(sub);
  }
  return newTuple(found);
}

/** The arguments with type variables replaced (owned); null: an error. CPython 3.12: _Py_subs_parameters */
export function* subsParametersG(self: Obj, args: Tuple, parameters: Tuple, item: Obj): Gen<Tuple | null> {
  const params = parameters.v;
  if (params.length === 0) {
    const text = yield* textG(reprG(self));
    return text === null ? null : typeError(`${text} is not a generic class`);
  }
  const given = isTuple(item) ? item.v : [item];
  if (given.length !== params.length) {
    const text = yield* textG(reprG(self));
    if (text === null) return null;
    return typeError(
      `Too ${given.length > params.length ? 'many' : 'few'} arguments for ${text}; actual ${given.length}, expected ${params.length}`,
    );
  }
  const out: Obj[] = [];
  for (const arg of args.v) {
    let r: Res;
    if (arg.v instanceof PyType) {
      arg.rc++;
      r = arg;
    } else r = yield* substituteG(arg, params, given);
    if (r === null) {
      decrefAll(out);
      return null;
    }
    out.push(r);
  }
  return newTuple(out);
}

function* substituteG(arg: Obj, params: Obj[], given: Obj[]): Gen {
  const subst = yield* lookupAttrG(arg, id('__typing_subst__'));
  if (subst === null) return null;
  if (subst !== undefined) {
    const r = yield* callG(subst, [given[params.indexOf(arg)]!]);
    decref(subst);
    return r;
  }
  const sub = yield* lookupAttrG(arg, id('__parameters__'));
  if (sub === null) return null;
  if (sub === undefined || !isTuple(sub) || sub.v.length === 0) {
    if (sub !== undefined) decref(sub);
    arg.rc++;
    return arg;
  }
  const inner = tupleOf(...sub.v.map((p) => (params.includes(p) ? given[params.indexOf(p)]! : p)));
  decref(sub);
  let r = getItem(arg, inner);
  if (r === null) r = yield* settle();
  decref(inner);
  return r;
}

function* parametersOfG(a: Alias): Gen<Tuple | null> {
  if (a.v.parameters === null) a.v.parameters = yield* makeParametersG(a.v.args);
  return a.v.parameters;
}

function* aliasGetItemG(a: Alias, item: Obj): Gen {
  const parameters = yield* parametersOfG(a);
  if (parameters === null) return null;
  const args = yield* subsParametersG(a, a.v.args, parameters, item);
  if (args === null) return null;
  const r = newGenericAlias(a.v.origin, args);
  decref(args);
  r.v.starred = a.v.starred;
  return r;
}

function ga_hash(o: Obj): number {
  const r = suspend(aliasHashG(o as Alias), [o]);
  if (r === null) return NaN;
  const h = hashOfInt(r);
  decref(r);
  return h;
}

function* aliasHashG(a: Alias): Gen {
  let lo = 0;
  let hi = 0;
  for (const o of [a.v.origin, a.v.args]) {
    let h = objectHash(o);
    if (Number.isNaN(h)) h = yield* hashG(o);
    if (Number.isNaN(h)) return null;
    lo ^= h;
    hi ^= tstate.hashHi;
  }
  tstate.hashHi = hi;
  return newIntAny(fullHash(lo));
}

/** `list[int](...)` makes a list, and notes the alias on instances that can be written to. CPython 3.12: ga_call */
function* aliasCallG(a: Alias, args: Obj[], kwnames: Obj[] | null): Gen {
  let made = objectCall(a.v.origin, args, kwnames);
  if (made === null) made = yield* settle();
  if (made === null) return null;
  let r = setAttr(made, id('__orig_class__'), a);
  if (r === null) r = yield* settle();
  if (r !== null) decref(r);
  else if (matches(PyExc.AttributeError) || matches(PyExc.TypeError)) {
    clearIf(PyExc.AttributeError);
    clearIf(PyExc.TypeError);
  } else {
    decref(made);
    return null;
  }
  return made;
}

const OWN = new Set([
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
  '__copy__',
  '__deepcopy__',
]);

function* aliasEqualG(a: Alias, b: Alias, op: number): Gen {
  let same = a.v.starred === b.v.starred ? 1 : 0;
  if (same === 1) same = yield* compareBoolG(a.v.origin, b.v.origin, Py_EQ);
  if (same === 1) same = yield* compareBoolG(a.v.args, b.v.args, Py_EQ);
  return same < 0 ? null : newBool((same === 1) === (op === Py_EQ));
}

const newDef = new NativeDef('GenericAlias', '(origin, args, /)', () => null, null, null);

export function initGenericAlias(): void {
  const t = genericAliasType;
  t.doc =
    'Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).';
  t.qualname = 'GenericAlias';
  t.basicsize = 64;
  t.hasWeakrefs = true;
  t.tp_new = (_type, args, kwnames) => {
    const bound = bindArguments(newDef, args, kwnames) as Obj[] | null;
    return bound === null ? null : newGenericAlias(bound[0]!, bound[1]!);
  };
  t.tp_repr = (o) => suspend(aliasReprG(o as Alias), [o]);
  t.tp_hash = ga_hash;
  t.tp_call = (o, args, kwnames) =>
    suspend(aliasCallG(o as Alias, args, kwnames), [o, ...args, ...(kwnames ?? [])]);
  t.tp_getattro = (o, name) =>
    isStr(name) && !OWN.has(name.v) ? getAttr((o as Alias).v.origin, name) : genericGetAttr(o, name);
  t.tp_richcompare = (a, b, op) => {
    if (!isGenericAlias(b) || (op !== Py_EQ && op !== Py_NE)) return notImplemented();
    return suspend(aliasEqualG(a as Alias, b, op), [a, b]);
  };
  t.tp_iter = (o) => {
    o.rc++;
    const it = new Obj<{ alias: Obj | null }>(gaIterType, { alias: o });
    gcTrack(it);
    return it;
  };
  t.tp_traverse = (o, visit) => {
    const { origin, args, parameters } = (o as Alias).v;
    visit(origin);
    visit(args);
    if (parameters !== null) visit(parameters);
  };
  t.tp_dealloc = (o) => {
    const { origin, args, parameters } = (o as Alias).v;
    decref(origin);
    decref(args);
    if (parameters !== null) decref(parameters);
  };
  t.mp_subscript = (o, item) => suspend(aliasGetItemG(o as Alias, item), [o, item]);
  t.nb_or = unionTypeOr;
  member(t, '__origin__', (o) => (o as Alias).v.origin);
  member(t, '__args__', (o) => (o as Alias).v.args);
  getset(
    t,
    '__parameters__',
    function* (o: Obj): Gen {
      const p = yield* parametersOfG(o as Alias);
      if (p !== null) p.rc++;
      return p;
    },
    null,
    'Type variables in the GenericAlias.',
  );
  getset(t, '__typing_unpacked_tuple_args__', (o) => {
    const { origin, args, starred } = (o as Alias).v;
    const r = starred && origin === (tupleType.self as Obj) ? args : None;
    r.rc++;
    return r;
  });
  getset(t, '__unpacked__', (o) => newBool((o as Alias).v.starred));
  method(t, '__dir__', '!($self, /)', function* (self: Obj): Gen {
    let names = callSpecial((self as Alias).v.origin, id('__dir__'), []) as Res;
    if (names === null) names = yield* settle();
    if (names === null) return null;
    const list = newList((yield* collectG(names, false)) ?? []);
    decref(names);
    const have = new Set(list.v.map((o) => (o as Str).v));
    for (const name of OWN) if (!have.has(name)) listAppendOwned(list, newStr(name));
    return list;
  });
  method(t, '__mro_entries__', '!($self, bases, /)', (self: Obj) => tupleOf((self as Alias).v.origin));
  method(t, '__instancecheck__', '!($self, instance, /)', () =>
    typeError('isinstance() argument 2 cannot be a parameterized generic'),
  );
  method(t, '__subclasscheck__', '!($self, cls, /)', () =>
    typeError('issubclass() argument 2 cannot be a parameterized generic'),
  );
  method(t, '__reduce__', '!($self, /)', (self: Obj) => {
    const { origin, args } = (self as Alias).v;
    const type: Obj = genericAliasType.self;
    type.rc++;
    return newTuple([type, tupleOf(origin, args)]);
  });
  typeReady(t);

  const i = gaIterType;
  i.tp_iter = selfIter;
  i.tp_iternext = (o) => {
    const it = (o as Obj<{ alias: Alias | null }>).v;
    const alias = it.alias;
    if (alias === null) return null;
    it.alias = null;
    const starred = newGenericAlias(alias.v.origin, alias.v.args);
    starred.v.starred = true;
    decref(alias);
    return starred;
  };
  i.tp_traverse = (o, visit) => {
    const { alias } = (o as Obj<{ alias: Obj | null }>).v;
    if (alias !== null) visit(alias);
  };
  i.tp_dealloc = (o) => {
    const { alias } = (o as Obj<{ alias: Obj | null }>).v;
    if (alias !== null) decref(alias);
  };
  typeReady(i);
}
