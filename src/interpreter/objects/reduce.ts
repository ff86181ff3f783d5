// How `copy` and `pickle` take any object apart: `__reduce_ex__`, `__reduce__`, `__getstate__`.
//
// Answers to CPython 3.12: Objects/typeobject.c (object_getstate_default, reduce_newobj, _common_reduce).

import { decref, type Obj, objectType, type PyType, type Res, TPFLAGS } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { getIter } from './abstract.ts';
import { isDict, newDict, setStr } from './dictcore.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { runningHooks } from './hooks.ts';
import { newInt } from './longcore.ts';
import { callG, callSpecial, getAttr, instanceDict, lookupAttrG } from './object.ts';
import { isList, isTuple, newTuple, type Tuple, tupleOf } from './seqcore.ts';
import { none } from './singletons.ts';
import { id, intern } from './strcore.ts';
import { lookup } from './typecore.ts';
import { slotCells } from './typeobject.ts';

/** The nearest base that is not defined in Python. */
function builtinBase(type: PyType): PyType {
  let t = type;
  while ((t.flags & TPFLAGS.HEAPTYPE) !== 0) t = t.base!;
  return t;
}

/**
 * What `object.__getstate__` answers: the instance's dict, or with `__slots__` a pair of dict and slots' values.
 * CPython 3.12: Objects/typeobject.c object_getstate_default
 */
export function stateOf(o: Obj, required: boolean): Res {
  if (required && builtinBase(o.type) !== objectType) {
    return typeError(`cannot pickle '${o.type.name}' object`);
  }
  const own = instanceDict(o);
  let state: Obj;
  if (own === null || own.v.used === 0) state = none();
  else {
    own.rc++;
    state = own;
  }
  const names = o.type.slotNames;
  if (names === null || names.length === 0) return state;
  const cells = slotCells(o);
  const slots = newDict();
  names.forEach((name, i) => {
    const value = cells[i];
    if (value == null) return;
    const key = intern(name);
    setStr(slots, key, value);
    decref(key);
  });
  if (slots.v.used === 0) {
    decref(slots);
    return state;
  }
  return newTuple([state, slots]);
}

function* getStateG(o: Obj, required: boolean): Gen {
  const own = lookup(o.type, id('__getstate__'));
  if (own === lookup(objectType, id('__getstate__'))) return stateOf(o, required);
  const r = callSpecial(o, id('__getstate__'), []);
  return r === undefined ? stateOf(o, required) : r === null ? yield* settle() : r;
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
  if (lookup(o.type, id('__reduce__')) !== lookup(objectType, id('__reduce__'))) {
    const reduce = yield* lookupAttrG(o, id('__reduce__'));
    if (reduce === null) return null;
    if (reduce !== undefined) {
      const r = yield* callG(reduce, []);
      decref(reduce);
      return r;
    }
  }
  return yield* reduceG(o, protocol);
}
