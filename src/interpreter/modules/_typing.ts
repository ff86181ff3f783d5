// _typing: TypeVar, ParamSpec, TypeVarTuple, type aliases and Generic, of which the typing module makes the rest.
//
// Answers to CPython 3.12: Modules/_typingmodule.c, Objects/typevarobject.c.

import {
  INTRINSIC_PARAMSPEC,
  INTRINSIC_SUBSCRIPT_GENERIC,
  INTRINSIC_TYPEVAR,
  INTRINSIC_TYPEVAR_WITH_BOUND,
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS,
  INTRINSIC_TYPEVARTUPLE,
} from '../code/opcodes.ts';
import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, objectType, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getItem } from '../objects/abstract.ts';
import { Py_EQ, Py_NE } from '../objects/compare.ts';
import { classMethod, type GetSet, getset, member, method } from '../objects/descrobject.ts';
import { getStr } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { dictGetSet, type Func, functionType } from '../objects/funcobject.ts';
import { newGenericAlias } from '../objects/genericalias.ts';
import { runningHooks } from '../objects/hooks.ts';
import { False, True } from '../objects/longcore.ts';
import { bindArguments, type Kwargs, NativeDef } from '../objects/methodobject.ts';
import { defineModule, readyLater } from '../objects/moduleobject.ts';
import {
  callG,
  genericGetAttr,
  genericSetAttr,
  getAttr,
  reprG,
  richCompare,
  truth,
} from '../objects/object.ts';
import { emptyTuple, isTuple, newList, newTuple, type Tuple, tupleOf } from '../objects/seqcore.ts';
import { None, none, notImplemented } from '../objects/singletons.ts';
import { pointerHash } from '../objects/slotdefs.ts';
import { id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { heapInC } from '../objects/typemethods.ts';
import { objectNew } from '../objects/typeobject.ts';
import { currentFrame } from '../vm/thread.ts';
import { iterG } from './itertool.ts';
import { typeParameters } from './typeparams.ts';

/** Calls a function of the typing module. CPython 3.12: call_typing_func_object */
function* typingG(name: string, args: Obj[], kwnames: Obj[] | null = null): Gen {
  const m = yield* runningHooks.importModuleG('typing');
  if (m === null) return null;
  let f = getAttr(m, id(name));
  if (f === null) f = yield* settle();
  decref(m);
  if (f === null) return null;
  const r = yield* callG(f, args, kwnames);
  decref(f);
  return r;
}

/** The module that asks, for `__module__` (new reference); null: unknown. */
function callerModule(): Obj | null {
  const f = currentFrame();
  const name = f === null ? undefined : (f.func?.v.module ?? getStr(f.globals, id('__name__')));
  if (name == null) return null;
  name.rc++;
  return name;
}

// --- what the types share ----------------------------------------------------------------------------

interface Named {
  name: Obj;
  /** Lazily evaluated values and the functions that make them (owned). */
  parts: { [key: string]: Obj | null };
  covariant: boolean;
  contravariant: boolean;
  infer: boolean;
}
const V = (o: Obj): Named => (o as Obj<Named>).v;

function declare(name: string): PyType {
  const t = new PyType(`typing.${name}`, TPFLAGS.HAVE_GC, typeType);
  t.qualname = name;
  t.hasDict = true;
  t.hasWeakrefs = true;
  t.basicsize = 56;
  t.tp_getattro = genericGetAttr;
  t.tp_setattro = genericSetAttr;
  t.tp_traverse = (o, visit) => {
    const v = V(o);
    visit(v.name);
    for (const key in v.parts) if (v.parts[key] != null) visit(v.parts[key]);
    if (o.x !== null) visit(o.x as Obj);
  };
  const drop = (o: Obj): void => {
    const { parts } = V(o);
    V(o).parts = {};
    const d = o.x as Obj | null;
    o.x = null;
    for (const key in parts) xdecref(parts[key]);
    xdecref(d);
  };
  t.tp_clear = drop;
  t.tp_dealloc = (o) => {
    drop(o);
    decref(V(o).name);
  };
  dictGetSet(t);
  member(t, '__name__', (o) => V(o).name);
  t.nb_or = (a, b) => suspend(typingG('_make_union', [a, b]), [a, b]);
  return t;
}

const typeVarType = declare('TypeVar');
const paramSpecType = declare('ParamSpec');
const typeVarTupleType = declare('TypeVarTuple');
const typeAliasType = declare('TypeAliasType');
const argsType = new PyType('typing.ParamSpecArgs', TPFLAGS.HAVE_GC, typeType);
const kwargsType = new PyType('typing.ParamSpecKwargs', TPFLAGS.HAVE_GC, typeType);
const genericType = new PyType('typing.Generic', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
argsType.qualname = 'ParamSpecArgs';
kwargsType.qualname = 'ParamSpecKwargs';
genericType.qualname = 'Generic';

/** Takes over `name` and `parts`. */
function make(type: PyType, name: Obj, parts: Named['parts'], module: Obj | null): Obj {
  const o = new Obj<Named>(type, { name, parts, covariant: false, contravariant: false, infer: false });
  gcTrack(o);
  if (module !== null) {
    const r = genericSetAttr(o, id('__module__'), module);
    if (r !== null) decref(r);
    decref(module);
  }
  return o;
}

/** A value that is computed by a function when first asked for. */
function lazy(key: string, maker: string, otherwise: () => Obj): GetSet['get'] {
  return (o) => {
    const { parts } = V(o);
    const known = parts[key];
    if (known != null) {
      known.rc++;
      return known;
    }
    const f = parts[maker];
    if (f == null) return otherwise();
    return lazyG(parts, key, f);
  };
}

function* lazyG(parts: Named['parts'], key: string, f: Obj): Gen {
  const r = yield* callG(f, []);
  if (r === null) return null;
  r.rc++;
  xdecref(parts[key]);
  parts[key] = r;
  return r;
}

const noSubclass = (kind: string) => () => typeError(`Cannot subclass an instance of ${kind}`);
const reduceName = (o: Obj): Obj => {
  V(o).name.rc++;
  return V(o).name;
};
const varianceSign = (v: Named): string => (v.infer ? '' : v.covariant ? '+' : v.contravariant ? '-' : '~');
const nameText = (o: Obj): string => (isStr(V(o).name) ? (V(o).name as Str).v : '?');

function commonVariance(t: PyType): void {
  member(t, '__covariant__', (o) => boolOf(V(o).covariant));
  member(t, '__contravariant__', (o) => boolOf(V(o).contravariant));
  member(t, '__infer_variance__', (o) => boolOf(V(o).infer));
}

const boolOf = (b: boolean): Obj => (b ? True : False);

/** Reads covariant=, contravariant= and infer_variance=; null with ValueError. */
function variance(
  args: (Obj | undefined)[],
): { covariant: boolean; contravariant: boolean; infer: boolean } | null {
  const [covariant, contravariant, infer] = args.map((a) => a !== undefined && truth(a) === 1) as [
    boolean,
    boolean,
    boolean,
  ];
  if (infer && (covariant || contravariant)) {
    return raise(PyExc.ValueError, 'Variance cannot be specified with infer_variance.');
  }
  if (covariant && contravariant) return raise(PyExc.ValueError, 'Bivariant types are not supported.');
  return { covariant, contravariant, infer };
}

/** bound= checked by typing, or null when there is none; undefined: an error. */
function* boundG(bound: Obj | undefined): Gen<Obj | null | undefined> {
  if (bound === undefined || bound === None) return null;
  const message = newStr('Bound must be a type.');
  const r = yield* typingG('_type_check', [bound, message]);
  decref(message);
  return r ?? undefined;
}

// --- TypeVar -----------------------------------------------------------------------------------------

const typeVarDef = new NativeDef(
  'TypeVar',
  '(name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False)',
  () => null,
  null,
  null,
);

function* typeVarG(bound: (Obj | Obj[] | undefined)[]): Gen {
  const [name, constraints, boundArg, ...flags] = bound as [Obj, Obj[], Obj | undefined, ...Obj[]];
  if (!isStr(name)) return typeError(`typevar() argument 'name' must be str, not ${name.type.name}`);
  const v = variance(flags);
  if (v === null) return null;
  const checked = yield* boundG(boundArg);
  if (checked === undefined) return null;
  if (constraints.length === 1) {
    xdecref(checked);
    return typeError('A single constraint is not allowed');
  }
  if (constraints.length > 0 && checked !== null) {
    decref(checked);
    return typeError('Constraints cannot be combined with bound=...');
  }
  name.rc++;
  const o = make(
    typeVarType,
    name,
    { bound: checked, constraints: constraints.length === 0 ? null : tupleOf(...constraints) },
    callerModule(),
  );
  Object.assign(V(o), v);
  return o;
}

function initTypeVar(): void {
  const t = typeVarType;
  t.doc = 'Type variable.';
  t.tp_new = (_cls, args, kwnames) => {
    const bound = bindArguments(typeVarDef, args, kwnames);
    return bound === null ? null : suspend(typeVarG(bound as Obj[]), args);
  };
  t.tp_repr = (o) => newStr(varianceSign(V(o)) + nameText(o));
  commonVariance(t);
  getset(t, '__bound__', lazy('bound', 'evaluateBound', none));
  getset(
    t,
    '__constraints__',
    lazy('constraints', 'evaluateConstraints', () => {
      emptyTuple.rc++;
      return emptyTuple;
    }),
  );
  method(t, '__typing_subst__', '($self, arg, /)', (self: Obj, arg: Obj) =>
    suspend(typingG('_typevar_subst', [self, arg]), [self, arg]),
  );
  method(t, '__reduce__', '($self, /)', reduceName);
  method(t, '__mro_entries__', '($self, bases, /)', noSubclass('TypeVar'));
  readyLater(t);
}

// --- ParamSpec ---------------------------------------------------------------------------------------

const paramSpecDef = new NativeDef(
  'ParamSpec',
  '(name, *, bound=None, covariant=False, contravariant=False, infer_variance=False)',
  () => null,
  null,
  null,
);

function* paramSpecG(args: (Obj | undefined)[]): Gen {
  const [name, boundArg, ...flags] = args as [Obj, Obj | undefined, ...Obj[]];
  if (!isStr(name)) return typeError(`paramspec() argument 'name' must be str, not ${name.type.name}`);
  const v = variance(flags);
  if (v === null) return null;
  const checked = yield* boundG(boundArg);
  if (checked === undefined) return null;
  name.rc++;
  const o = make(paramSpecType, name, { bound: checked }, callerModule());
  Object.assign(V(o), v);
  return o;
}

interface PartV {
  origin: Obj;
}
const originOf = (o: Obj): Obj => (o as Obj<PartV>).v.origin;

function newPart(type: PyType, origin: Obj): Obj {
  origin.rc++;
  const o = new Obj<PartV>(type, { origin });
  gcTrack(o);
  return o;
}

function initPart(t: PyType, what: string): void {
  t.basicsize = 24;
  t.hasWeakrefs = true;
  t.tp_getattro = genericGetAttr;
  t.tp_new = (_cls, args) => {
    if (args.length !== 1)
      return typeError(`${t.qualname}() takes exactly 1 argument (${args.length} given)`);
    return newPart(t, args[0]!);
  };
  t.tp_repr = (o) => {
    const origin = originOf(o);
    return origin.type === paramSpecType
      ? newStr(`${nameText(origin)}.${what}`)
      : suspend(partReprG(origin, what), [o]);
  };
  t.tp_richcompare = (a, b, op) => {
    if (op !== Py_EQ && op !== Py_NE) return notImplemented();
    if (b.type !== t) return notImplemented();
    return richCompare(originOf(a), originOf(b), op);
  };
  t.tp_hash = (o) => pointerHash(originOf(o)) ^ (what === 'args' ? 1 : 2);
  t.tp_traverse = (o, visit) => visit(originOf(o));
  t.tp_dealloc = (o) => decref(originOf(o));
  member(t, '__origin__', originOf);
  method(t, '__mro_entries__', '($self, bases, /)', noSubclass(t.qualname));
  readyLater(t);
}

function* partReprG(origin: Obj, what: string): Gen {
  const r = yield* reprG(origin);
  return r === null ? null : newStr(`${r.v}.${what}`);
}

function initParamSpec(): void {
  const t = paramSpecType;
  t.doc = 'Parameter specification variable.';
  t.tp_new = (_cls, args, kwnames) => {
    const bound = bindArguments(paramSpecDef, args, kwnames);
    return bound === null ? null : suspend(paramSpecG(bound as Obj[]), args);
  };
  t.tp_repr = (o) => newStr(varianceSign(V(o)) + nameText(o));
  commonVariance(t);
  member(t, '__bound__', (o) => V(o).parts.bound ?? None);
  getset(t, 'args', (o) => newPart(argsType, o), null, 'Represents positional arguments.');
  getset(t, 'kwargs', (o) => newPart(kwargsType, o), null, 'Represents keyword arguments.');
  method(t, '__typing_subst__', '($self, arg, /)', (self: Obj, arg: Obj) =>
    suspend(typingG('_paramspec_subst', [self, arg]), [self, arg]),
  );
  method(t, '__typing_prepare_subst__', '($self, alias, args, /)', (self: Obj, alias: Obj, args: Obj) =>
    suspend(typingG('_paramspec_prepare_subst', [self, alias, args]), [self, alias, args]),
  );
  method(t, '__reduce__', '($self, /)', reduceName);
  method(t, '__mro_entries__', '($self, bases, /)', noSubclass('ParamSpec'));
  readyLater(t);
}

// --- TypeVarTuple ------------------------------------------------------------------------------------

const typeVarTupleDef = new NativeDef('TypeVarTuple', '(name)', () => null, null, null);

function* unpackG(tvt: Obj): Gen {
  const m = yield* runningHooks.importModuleG('typing');
  if (m === null) return null;
  let unpack = getAttr(m, id('Unpack'));
  if (unpack === null) unpack = yield* settle();
  decref(m);
  if (unpack === null) return null;
  let r = getItem(unpack, tvt);
  if (r === null) r = yield* settle();
  decref(unpack);
  return r;
}

function initTypeVarTuple(): void {
  const t = typeVarTupleType;
  t.doc = 'Type variable tuple.';
  t.tp_new = (_cls, args, kwnames) => {
    const bound = bindArguments(typeVarTupleDef, args, kwnames);
    if (bound === null) return null;
    const name = bound[0] as Obj;
    if (!isStr(name)) return typeError(`typevartuple() argument 'name' must be str, not ${name.type.name}`);
    name.rc++;
    return make(typeVarTupleType, name, {}, callerModule());
  };
  t.tp_repr = (o) => newStr(nameText(o));
  t.nb_or = null;
  t.tp_iter = (o) => suspend(iterUnpackedG(o), [o]);
  method(t, '__typing_subst__', '($self, arg, /)', () =>
    typeError('Substitution of bare TypeVarTuple is not supported'),
  );
  method(t, '__typing_prepare_subst__', '($self, alias, args, /)', (self: Obj, alias: Obj, args: Obj) =>
    suspend(typingG('_typevartuple_prepare_subst', [self, alias, args]), [self, alias, args]),
  );
  method(t, '__reduce__', '($self, /)', reduceName);
  method(t, '__mro_entries__', '($self, bases, /)', noSubclass('TypeVarTuple'));
  readyLater(t);
}

function* iterUnpackedG(tvt: Obj): Gen {
  const u = yield* unpackG(tvt);
  if (u === null) return null;
  const list = newList([u]);
  const it = yield* iterG(list);
  decref(list);
  return it;
}

// --- TypeAliasType -----------------------------------------------------------------------------------

const aliasDef = new NativeDef('TypeAliasType', '(name, value, *, type_params=())', () => null, null, null);

/** `__parameters__`: type variable tuples unpacked. */
function* parametersG(params: Tuple): Gen {
  const out: Obj[] = [];
  for (const p of params.v) {
    let r: Res = p;
    if (p.type === typeVarTupleType) r = yield* unpackG(p);
    else p.rc++;
    if (r === null) {
      for (const o of out) decref(o);
      return null;
    }
    out.push(r);
  }
  return newTuple(out);
}

const paramsOf = (o: Obj): Tuple => (V(o).parts.params as Tuple | null) ?? emptyTuple;

function initTypeAlias(): void {
  const t = typeAliasType;
  t.doc = 'Type alias.';
  t.tp_new = (_cls, args, kwnames) => {
    const bound = bindArguments(aliasDef, args, kwnames) as (Obj | undefined)[] | null;
    if (bound === null) return null;
    const [name, value, params] = bound as [Obj, Obj, Obj | undefined];
    if (!isStr(name)) return typeError(`typealias() argument 'name' must be str, not ${name.type.name}`);
    if (params !== undefined && !isTuple(params)) return typeError('type_params must be a tuple');
    name.rc++;
    value.rc++;
    if (params !== undefined) params.rc++;
    return make(typeAliasType, name, { value, params: params ?? null }, callerModule());
  };
  t.tp_repr = (o) => newStr(nameText(o));
  t.mp_subscript = (o, args) => {
    if (V(o).parts.params == null) return typeError('Only generic type aliases are subscriptable');
    return newGenericAlias(o, args);
  };
  getset(t, '__value__', lazy('value', 'evaluate', none));
  getset(t, '__type_params__', (o) => {
    const p = paramsOf(o);
    p.rc++;
    return p;
  });
  getset(t, '__parameters__', (o) => parametersG(paramsOf(o)));
  method(t, '__reduce__', '($self, /)', reduceName);
  readyLater(t);
}

// --- Generic -----------------------------------------------------------------------------------------

function initGeneric(): void {
  const t = genericType;
  t.doc =
    "Abstract base class for generic types\n\nOn Python 3.12 and newer, generic classes implicitly inherit from\nGeneric when they declare a parameter list after the class's name::\n\n    class Mapping[KT, VT]:\n        def __getitem__(self, key: KT) -> VT:\n            ...\n            # Etc.\n\nOn older versions of Python, however, generic classes have to\nexplicitly inherit from Generic.\n\nAfter a class has been declared to be generic, it can then be used as\nfollows::\n\n    def lookup_name[KT, VT](mapping: Mapping[KT, VT], key: KT, default: VT) -> VT:\n        try:\n            return mapping[key]\n        except KeyError:\n            return default\n";
  t.basicsize = 16;
  t.solid = objectType;
  heapInC.add(t);
  t.tp_new = objectNew;
  classMethod(t, '__class_getitem__', '($cls, /, *args, **kwargs)', (cls: Obj, args: Obj[], kwargs: Kwargs) =>
    suspend(
      typingG(
        '_generic_class_getitem',
        [cls, ...args, ...kwargs.map(([, v]) => v)],
        kwargs.length === 0 ? null : kwargs.map(([k]) => k),
      ),
      [cls, ...args],
    ),
  );
  classMethod(t, '__init_subclass__', '($cls, /, *args, **kwargs)', (cls: Obj, args: Obj[], kwargs: Kwargs) =>
    suspend(
      typingG(
        '_generic_init_subclass',
        [cls, ...args, ...kwargs.map(([, v]) => v)],
        kwargs.length === 0 ? null : kwargs.map(([k]) => k),
      ),
      [cls, ...args],
    ),
  );
  readyLater(t);
}

/** `Generic[params]` for `class C[T]`. CPython 3.12: Objects/typevarobject.c _Py_subscript_generic */
function* subscriptGenericG(params: Obj): Gen {
  const unpacked = yield* parametersG(params as Tuple);
  if (unpacked === null) return null;
  const r = yield* typingG('_GenericAlias', [genericType.self, unpacked]);
  decref(unpacked);
  return r;
}

// --- the syntax of PEP 695 -----------------------------------------------------------------------------

function named(type: PyType, name: Obj, parts: Named['parts']): Obj {
  name.rc++;
  const o = make(type, name, parts, callerModule());
  V(o).infer = type !== typeAliasType && type !== typeVarTupleType;
  return o;
}

/** CPython 3.12: Python/intrinsics.c make_typevar and its siblings */
typeParameters.first = (which, v) => {
  switch (which) {
    case INTRINSIC_TYPEVAR:
      return named(typeVarType, v, {});
    case INTRINSIC_PARAMSPEC:
      return named(paramSpecType, v, {});
    case INTRINSIC_TYPEVARTUPLE:
      return named(typeVarTupleType, v, {});
    case INTRINSIC_SUBSCRIPT_GENERIC:
      return suspend(subscriptGenericG(v), [v]);
    default: {
      const [name, params, evaluate] = (v as Tuple).v as [Obj, Obj, Obj];
      evaluate.rc++;
      if (params !== None) params.rc++;
      return named(typeAliasType, name, { evaluate, params: params === None ? null : params });
    }
  }
};

typeParameters.second = (which, a, b) => {
  b.rc++;
  if (which === INTRINSIC_TYPEVAR_WITH_BOUND) return named(typeVarType, a, { evaluateBound: b });
  if (which === INTRINSIC_TYPEVAR_WITH_CONSTRAINTS) return named(typeVarType, a, { evaluateConstraints: b });
  if (a.type === functionType) {
    const f = (a as Obj<Func>).v;
    const old = f.typeParams;
    f.typeParams = b;
    xdecref(old);
  } else decref(b);
  a.rc++;
  return a;
};

initTypeVar();
initPart(argsType, 'args');
initPart(kwargsType, 'kwargs');
initParamSpec();
initTypeVarTuple();
initTypeAlias();
initGeneric();

export const typingModule = defineModule('_typing', 'Primitives and accelerators for the typing module.\n', {
  functions: [
    [
      '_idfunc',
      '(x, /)',
      (_m: Obj, x: Obj) => {
        x.rc++;
        return x;
      },
    ],
  ],
  types: {
    TypeVar: typeVarType,
    ParamSpec: paramSpecType,
    TypeVarTuple: typeVarTupleType,
    ParamSpecArgs: argsType,
    ParamSpecKwargs: kwargsType,
    TypeAliasType: typeAliasType,
    Generic: genericType,
  },
});
