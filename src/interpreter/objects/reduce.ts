// How `copy` and `pickle` take any object apart: `__reduce_ex__`, `__reduce__`, `__getstate__`.
//
// Answers to CPython 3.12: Objects/typeobject.c (object_getstate_default, reduce_newobj, _common_reduce).

import { decref, type Obj, objectType, type PyType, TPFLAGS } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { getIter } from './abstract.ts';
import type { MethodDescr } from './descrobject.ts';
import { type DictObj, getStr, isDict, newDict, setStr } from './dictcore.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { runningHooks } from './hooks.ts';
import { newInt } from './longcore.ts';
import { type Builtin, builtinType } from './methodobject.ts';
import { attributeError, callG, callSpecial, getAttr, instanceDict, lookupAttrG } from './object.ts';
import { isList, isTuple, type List, newTuple, type Tuple, tupleOf } from './seqcore.ts';
import { None, none, noneType } from './singletons.ts';
import { id, type Str } from './strcore.ts';
import { lookup } from './typecore.ts';

/** The nearest base that is not defined in Python. */
function builtinBase(type: PyType): PyType {
  let t = type;
  while ((t.flags & TPFLAGS.HEAPTYPE) !== 0) t = t.base!;
  return t;
}

/** The names of all slots of a class, as copyreg finds them; null with an error. CPython 3.12: _PyType_GetSlotNames */
function* slotNamesG(type: PyType): Gen<Obj | null> {
  const known = getStr(type.dict as DictObj, id('__slotnames__'));
  if (known !== undefined) {
    if (known !== None && !isList(known)) {
      return typeError(`${type.name}.__slotnames__ should be a list or None, not ${known.type.name}`);
    }
    known.rc++;
    return known;
  }
  const f = yield* copyregG('_slotnames');
  if (f === null) return null;
  const names = yield* callG(f, [type.self]);
  decref(f);
  if (names !== null && names !== None && !isList(names)) {
    decref(names);
    return typeError("copyreg._slotnames didn't return a list or None");
  }
  return names;
}

/**
 * What `object.__getstate__` answers: the instance's dict, or with `__slots__` a pair of dict and slots' values.
 * CPython 3.12: Objects/typeobject.c object_getstate_default
 */
export function* stateOfG(o: Obj, required: boolean): Gen {
  const { type } = o;
  if (required && type.itemsize > 0) return typeError(`cannot pickle ${type.name} objects`);
  const own = instanceDict(o);
  let state: Obj;
  if (own === null || own.v.used === 0) state = none();
  else {
    own.rc++;
    state = own;
  }
  // Only classes have slots: copyreg is not asked about a built-in type.
  const names = (type.flags & TPFLAGS.HEAPTYPE) === 0 ? none() : yield* slotNamesG(type);
  if (names === null) {
    decref(state);
    return null;
  }
  const count = names === None ? 0 : (names as List).v.length;
  if (
    required &&
    ((builtinBase(type) !== objectType && type !== noneType) ||
      type.basicsize > objectType.basicsize + 8 * count)
  ) {
    decref(names);
    decref(state);
    return typeError(`cannot pickle '${type.name}' object`);
  }
  if (count === 0) {
    decref(names);
    return state;
  }
  const slots = newDict();
  const failed = (): null => {
    decref(names);
    decref(slots);
    decref(state);
    return null;
  };
  for (const name of (names as List).v.slice()) {
    const value = yield* lookupAttrG(o, name as Str);
    if (value === null) return failed();
    if (value === undefined) continue;
    setStr(slots, name as Str, value);
    decref(value);
  }
  decref(names);
  if (slots.v.used > 0) return newTuple([state, slots]);
  decref(slots);
  return state;
}

/** CPython 3.12: Objects/typeobject.c object_getstate */
export function* getStateG(o: Obj, required: boolean): Gen {
  const f = yield* lookupAttrG(o, id('__getstate__'));
  if (f === null) return null;
  if (f === undefined)
    return attributeError(o, id('__getstate__'), `'${o.type.name}' object has no attribute '__getstate__'`);
  const plain = (lookup(objectType, id('__getstate__')) as Obj<MethodDescr>).v.def;
  const bound = f.type === builtinType ? (f as Obj<Builtin>).v : null;
  const r =
    bound !== null && bound.self === o && bound.def === plain
      ? yield* stateOfG(o, required)
      : yield* callG(f, []);
  decref(f);
  return r;
}

/** `args` and `kwargs` for `__new__` (owned), null with an error. CPython 3.12: _PyObject_GetNewArguments */
function* newArguments(o: Obj): Gen<{ args: Obj | null; kwargs: Obj | null } | null> {
  let r = callSpecial(o, id('__getnewargs_ex__'), []);
  if (r !== undefined) {
    if (r === null) r = yield* settle();
    if (r === null) return null;
    if (!isTuple(r)) return typeError(`__getnewargs_ex__ should return a tuple, not '${r.type.name}'`);
    const items = (r as Tuple).v;
    if (items.length !== 2) {
      return raise(
        PyExc.ValueError,
        `__getnewargs_ex__ should return a tuple of length 2, not ${items.length}`,
      );
    }
    const [args, kwargs] = items as [Obj, Obj];
    if (!isTuple(args)) {
      return typeError(
        `first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${args.type.name}'`,
      );
    }
    if (!isDict(kwargs)) {
      return typeError(
        `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${kwargs.type.name}'`,
      );
    }
    args.rc++;
    kwargs.rc++;
    decref(r);
    return { args, kwargs };
  }
  r = callSpecial(o, id('__getnewargs__'), []);
  if (r === undefined) return { args: null, kwargs: null };
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (!isTuple(r)) return typeError(`__getnewargs__ should return a tuple, not '${r.type.name}'`);
  return { args: r, kwargs: null };
}

/** An attribute of the module copyreg. */
function* copyregG(name: string): Gen {
  const m = yield* runningHooks.importModuleG('copyreg');
  if (m === null) return null;
  let f = getAttr(m, id(name));
  if (f === null) f = yield* settle();
  decref(m);
  return f;
}

/** CPython 3.12: Objects/typeobject.c reduce_newobj */
function* reduceNewObjG(o: Obj): Gen {
  if (o.type.tp_new === null) return typeError(`cannot pickle '${o.type.name}' object`);
  const given = yield* newArguments(o);
  if (given === null) return null;
  const { args, kwargs } = given;
  const hasArgs = args !== null;
  const cls: Obj = o.type.self;
  const plain = kwargs === null || (isDict(kwargs) && kwargs.v.used === 0);
  const f = yield* copyregG(plain ? '__newobj__' : '__newobj_ex__');
  if (f === null) return null;
  const newargs = plain
    ? tupleOf(cls, ...(args === null ? [] : (args as Tuple).v))
    : tupleOf(cls, args!, kwargs);
  if (args !== null) decref(args);
  if (kwargs !== null) decref(kwargs);
  const parts: Obj[] = [f, newargs];
  const failed = (): null => {
    for (const p of parts) decref(p);
    return null;
  };
  const state = yield* getStateG(o, !hasArgs && !isList(o) && !isDict(o));
  if (state === null) return failed();
  parts.push(state);
  if (isList(o)) {
    const it = getIter(o) ?? (yield* settle());
    if (it === null) return failed();
    parts.push(it);
  } else parts.push(none());
  if (isDict(o)) {
    const items = yield* lookupAttrG(o, id('items'));
    if (items == null) return failed();
    const view = yield* callG(items, []);
    decref(items);
    if (view === null) return failed();
    const it = getIter(view) ?? (yield* settle());
    decref(view);
    if (it === null) return failed();
    parts.push(it);
  } else parts.push(none());
  return newTuple(parts);
}

/** CPython 3.12: Objects/typeobject.c _common_reduce */
export function* reduceG(o: Obj, protocol: number): Gen {
  if (protocol >= 2) return yield* reduceNewObjG(o);
  const f = yield* copyregG('_reduce_ex');
  if (f === null) return null;
  const n = newInt(protocol);
  const r = yield* callG(f, [o, n]);
  decref(n);
  decref(f);
  return r;
}

/** CPython 3.12: Objects/typeobject.c object___reduce_ex___impl */
export function* reduceExG(o: Obj, protocol: number): Gen {
  const reduce = yield* lookupAttrG(o, id('__reduce__'));
  if (reduce === null) return null;
  if (reduce !== undefined) {
    let own = getAttr(o.type.self, id('__reduce__'));
    if (own === null) own = yield* settle();
    if (own === null) {
      decref(reduce);
      return null;
    }
    const overridden = own !== lookup(objectType, id('__reduce__'));
    decref(own);
    const r = overridden ? yield* callG(reduce, []) : undefined;
    decref(reduce);
    if (r !== undefined) return r;
  }
  return yield* reduceG(o, protocol);
}
