// Built-in functions that read iterables: all, any, iter, next, min, max, sum, sorted.
//
// Answers to CPython 3.12: Python/bltinmodule.c.

import { decref, type Obj, type PyType, type Res, tstate, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { binaryOp, getIter, iterateG, nextG } from '../objects/abstract.ts';
import { isBytes } from '../objects/bytescore.ts';
import { Py_GT, Py_LT } from '../objects/compare.ts';
import { clearIf, PyExc, raise, typeError } from '../objects/errors.ts';
import { type Float, floatType, newFloat } from '../objects/floatcore.ts';
import { asyncHooks, stopIterationWith } from '../objects/genobject.ts';
import { newCallIter } from '../objects/iterobject.ts';
import { boolType, type Int, intType, isInt, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import type { Kwargs } from '../objects/methodobject.ts';
import type { FunctionRow } from '../objects/moduleobject.ts';
import { callG, compareBoolG, objectCall, truth } from '../objects/object.ts';
import { listType, newList, tupleOf } from '../objects/seqcore.ts';
import { None } from '../objects/singletons.ts';
import { id, isStr } from '../objects/strcore.ts';
import { lookup } from '../objects/typecore.ts';
import { vmHooks } from '../vm/vmhooks.ts';

/** True as soon as an item's truth is `stop`. */
function anyAll(stop: number) {
  return function* (_self: Obj, iterable: Obj): Gen {
    let it = getIter(iterable);
    if (it === null) it = yield* settle();
    if (it === null) return null;
    for (;;) {
      const item = yield* nextG(it);
      if (item == null) {
        decref(it);
        return item === null ? null : newBool(stop === 0);
      }
      let t = truth(item);
      if (t < 0) {
        const s = yield* settle();
        if (s === null) {
          decref(item);
          decref(it);
          return null;
        }
        t = (s as Int).v === 0 ? 0 : 1;
      }
      decref(item);
      if (t === stop) {
        decref(it);
        return newBool(stop === 1);
      }
    }
  };
}

function iter(_self: Obj, o: Obj, sentinel: Obj | undefined): Res {
  if (sentinel === undefined) return getIter(o);
  if (o.type.tp_call === null) return typeError('iter(object, sentinel): object must be callable');
  return newCallIter(o, sentinel);
}

function next(_self: Obj, it: Obj, otherwise: Obj | undefined): Res {
  const f = it.type.tp_iternext;
  if (f === null) return typeError(`'${it.type.name}' object is not an iterator`);
  const r = f(it);
  if (r !== null) return r;
  if (tstate.pending !== null) {
    return suspend(nextRest(otherwise), otherwise === undefined ? [it] : [it, otherwise]);
  }
  return exhausted(otherwise);
}

function* nextRest(otherwise: Obj | undefined): Gen {
  const r = yield* settle();
  return r === null ? exhausted(otherwise) : r;
}

function exhausted(otherwise: Obj | undefined): Res {
  if (otherwise === undefined) {
    if (tstate.exc !== null) return null;
    const value = tstate.retval;
    tstate.retval = null;
    return stopIterationWith(value);
  }
  if (tstate.exc !== null && !clearIf(PyExc.StopIteration)) return null;
  xdecref(tstate.retval);
  tstate.retval = null;
  otherwise.rc++;
  return otherwise;
}

/** CPython 3.12: Python/bltinmodule.c min_max */
function minMax(name: 'min' | 'max') {
  const op = name === 'min' ? Py_LT : Py_GT;
  return function* (_self: Obj, args: Obj[], key: Obj | undefined, otherwise: Obj | undefined): Gen {
    const several = args.length > 1;
    if (args.length === 0) return typeError(`${name} expected at least 1 argument, got 0`);
    if (several && otherwise !== undefined) {
      return typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
    }
    const source = several ? tupleOf(...args) : args[0]!;
    let it = getIter(source);
    if (it === null) it = yield* settle();
    if (several) decref(source);
    if (it === null) return null;
    const keyfunc = key === undefined || key === None ? null : key;
    let best: Obj | null = null;
    let bestKey: Obj | null = null;
    for (;;) {
      const item: Obj | null | undefined = yield* nextG(it);
      if (item === undefined) break;
      let value: Obj | null = item;
      if (item !== null) {
        if (keyfunc === null) item.rc++;
        else value = yield* callG(keyfunc, [item]);
      }
      let better = 1;
      if (value !== null && bestKey !== null) better = yield* compareBoolG(value, bestKey, op);
      if (item === null || value === null || better < 0) {
        xdecref(item);
        xdecref(value);
        xdecref(best);
        xdecref(bestKey);
        decref(it);
        return null;
      }
      if (better === 1) {
        xdecref(bestKey);
        xdecref(best);
        best = item;
        bestKey = value;
      } else {
        decref(item);
        decref(value);
      }
    }
    decref(it);
    xdecref(bestKey);
    if (best !== null) return best;
    if (otherwise === undefined) return raise(PyExc.ValueError, `${name}() iterable argument is empty`);
    otherwise.rc++;
    return otherwise;
  };
}

const isPlainInt = (t: PyType): boolean => t === intType || t === boolType;

/** CPython 3.12: Python/bltinmodule.c builtin_sum_impl */
function* sum(_self: Obj, iterable: Obj, start: Obj | undefined): Gen {
  let it = getIter(iterable);
  if (it === null) it = yield* settle();
  if (it === null) return null;
  if (start !== undefined) {
    const kind = isStr(start)
      ? "strings [use ''.join(seq) instead]"
      : isBytes(start)
        ? "bytes [use b''.join(seq) instead]"
        : start.type.name === 'bytearray'
          ? "bytearray [use b''.join(seq) instead]"
          : null;
    if (kind !== null) {
      decref(it);
      return typeError(`sum() can't sum ${kind}`);
    }
    start.rc++;
  }
  let result: Obj = start ?? newInt(0);
  if (result.type === intType) {
    // Exact as long as it is a safe integer; a bigint beyond.
    let total: number | bigint = (result as Int).v;
    decref(result);
    for (;;) {
      const item = yield* nextG(it);
      if (item == null) {
        decref(it);
        return item === null ? null : typeof total === 'bigint' ? newIntBig(total) : newInt(total);
      }
      if (isPlainInt(item.type)) {
        const v = (item as Int).v;
        if (typeof total === 'number' && typeof v === 'number') {
          const t: number = total + v;
          total = Number.isSafeInteger(t) ? t : BigInt(total) + BigInt(v);
        } else total = BigInt(total) + BigInt(v);
        decref(item);
        continue;
      }
      const so: Obj = typeof total === 'bigint' ? newIntBig(total) : newInt(total);
      const added = yield* add(so, item);
      decref(so);
      decref(item);
      if (added === null) {
        decref(it);
        return null;
      }
      result = added;
      break;
    }
  }
  if (result.type === floatType) {
    // Neumaier's sum: what is lost in each addition is kept apart.
    let f = (result as Float).v;
    let c = 0;
    decref(result);
    for (;;) {
      const item = yield* nextG(it);
      if (item == null) {
        decref(it);
        if (item === null) return null;
        if (c !== 0 && Number.isFinite(c)) f += c;
        return newFloat(f);
      }
      if (item.type === floatType) {
        const x = (item as Float).v;
        const t = f + x;
        if (Math.abs(f) >= Math.abs(x)) c += f - t + x;
        else c += x - t + f;
        f = t;
        decref(item);
        continue;
      }
      if (isInt(item) && (typeof item.v === 'number' || BigInt.asIntN(64, item.v) === item.v)) {
        f += Number(item.v);
        decref(item);
        continue;
      }
      if (c !== 0 && Number.isFinite(c)) f += c;
      const so = newFloat(f);
      const added = yield* add(so, item);
      decref(so);
      decref(item);
      if (added === null) {
        decref(it);
        return null;
      }
      result = added;
      break;
    }
  }
  for (;;) {
    const item = yield* nextG(it);
    if (item === undefined) break;
    const added: Obj | null = item === null ? null : yield* add(result, item);
    xdecref(item);
    decref(result);
    if (added === null) {
      decref(it);
      return null;
    }
    result = added;
  }
  decref(it);
  return result;
}

function* add(a: Obj, b: Obj): Gen {
  const r = binaryOp(a, b, 0);
  return r === null ? yield* settle() : r;
}

/** Keyword arguments are checked by list.sort itself. CPython 3.12: Python/bltinmodule.c builtin_sorted */
function* sorted(_self: Obj, args: Obj[], kwargs: Kwargs): Gen {
  if (args.length !== 1) return typeError(`sorted expected 1 argument, got ${args.length}`);
  const items = yield* iterateG(args[0]!);
  if (items === null) return null;
  const list = newList(items);
  const sort = lookup(listType, id('sort'))!;
  const names = kwargs.length === 0 ? null : kwargs.map(([k]) => k);
  let r = objectCall(sort, [list, ...kwargs.map(([, v]) => v)], names);
  if (r === null) r = yield* settle();
  if (r === null) {
    decref(list);
    return null;
  }
  decref(r);
  return list;
}

function aiter(_self: Obj, o: Obj): Res {
  const f = o.type.am_aiter;
  if (f === null) return typeError(`'${o.type.name}' object is not an async iterable`);
  return suspend(aiterG(o, f), [o]);
}

function* aiterG(o: Obj, f: (o: Obj) => Res): Gen {
  let it = f(o);
  if (it === null) it = yield* settle();
  if (it === null) return null;
  if (it.type.am_anext === null) {
    const name = it.type.name;
    decref(it);
    return typeError(`aiter() returned not an async iterator of type '${name}'`);
  }
  return it;
}

function anext(_self: Obj, o: Obj, otherwise: Obj | undefined): Res {
  const f = o.type.am_anext;
  if (f === null) return typeError(`'${o.type.name}' object is not an async iterator`);
  return otherwise === undefined ? f(o) : suspend(anextG(o, f, otherwise), [o, otherwise]);
}

function* anextG(o: Obj, f: (o: Obj) => Res, otherwise: Obj): Gen {
  if (!(yield* vmHooks.asyncReadyG())) return null;
  let awaitable = f(o);
  if (awaitable === null) awaitable = yield* settle();
  if (awaitable === null) return null;
  const r = asyncHooks.anextAwaitable(awaitable, otherwise);
  decref(awaitable);
  return r;
}

export const iterationFunctions: FunctionRow[] = [
  [
    'all',
    '(iterable, /)',
    anyAll(0),
    'Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.',
  ],
  [
    'any',
    '(iterable, /)',
    anyAll(1),
    'Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.',
  ],
  ['aiter', '(async_iterable, /)', aiter, 'Return an AsyncIterator for an AsyncIterable object.'],
  [
    'anext',
    '(aiterator, default=<unrepresentable>, /)',
    anext,
    'Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.',
  ],
  [
    'iter',
    '(object, sentinel=<unrepresentable>, /)',
    iter,
    'iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.\nIn the first form, the argument must supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.',
  ],
  [
    'max',
    '(*args, key=None, default=<unrepresentable>)',
    minMax('max'),
    'max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the largest argument.',
  ],
  [
    'min',
    '(*args, key=None, default=<unrepresentable>)',
    minMax('min'),
    'min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the smallest argument.',
  ],
  [
    'next',
    '(iterator, default=<unrepresentable>, /)',
    next,
    'next(iterator[, default])\n\nReturn the next item from the iterator.\n\nIf default is given and the iterator is exhausted,\nit is returned instead of raising StopIteration.',
  ],
  [
    'sorted',
    '(*args, **kwargs)',
    sorted,
    'Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.',
  ],
  [
    'sum',
    '(iterable, /, start=0)',
    sum,
    "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.",
  ],
];
