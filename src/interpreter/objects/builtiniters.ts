// map, filter and zip.
//
// Answers to CPython 3.12: Python/bltinmodule.c (map_next, filter_next, zip_next).
// Absent: reuse of zip's result tuple when nobody else holds it.

import { gcTrack } from '../memory/gc.ts';
import { decref, decrefAll, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, POLL, settle, suspend } from '../memory/suspend.ts';
import { getIter, pollDue } from './abstract.ts';
import { method } from './descrobject.ts';
import { clearIf, PyExc, raise, typeError } from './errors.ts';
import { iterEnded, selfIter } from './iterobject.ts';
import { boolType } from './longcore.ts';
import { objectCall, truth, truthG } from './object.ts';
import { newTuple } from './seqcore.ts';
import { None, none } from './singletons.ts';
import type { Str } from './strcore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

/** Payload of the three: a function (none for zip) and iterators, all owned. */
class Iters {
  func: Obj | null;
  iters: Obj[];
  strict: boolean;
  constructor(func: Obj | null, iters: Obj[], strict: boolean) {
    this.func = func;
    this.iters = iters;
    this.strict = strict;
  }
}
type ItersObj = Obj<Iters>;

export const mapType = new PyType('map', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
export const filterType = new PyType('filter', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
export const zipType = new PyType('zip', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);

function make(type: PyType, payload: Iters): Obj {
  if ((type.flags & TPFLAGS.HEAPTYPE) !== 0) return allocInstance(type, payload);
  const o = new Obj<Iters>(type, payload);
  gcTrack(o);
  return o;
}

/** iter() of each iterable, then the object; `from` are the iterators made already. */
function* makeG(type: PyType, func: Obj | null, iterables: Obj[], strict: boolean): Gen {
  const iters: Obj[] = [];
  for (const o of iterables) {
    let it = getIter(o);
    if (it === null) it = yield* settle();
    if (it === null) {
      decrefAll(iters);
      return null;
    }
    iters.push(it);
  }
  if (func !== null) func.rc++;
  return make(type, new Iters(func, iters, strict));
}

// Keyword arguments are refused by the exact types; a subclass may have an __init__ that takes them.
function positional(type: PyType, name: string, args: Obj[], kwnames: Obj[] | null): Obj[] | null {
  if (kwnames === null || kwnames.length === 0) return args;
  if ((type.flags & TPFLAGS.HEAPTYPE) === 0) return typeError(`${name}() takes no keyword arguments`);
  return args.slice(0, args.length - kwnames.length);
}

function map_new(type: Obj<PyType>, given: Obj[], kwnames: Obj[] | null): Res {
  const args = positional(type.v, 'map', given, kwnames);
  if (args === null) return null;
  if (args.length < 2) return typeError('map() must have at least two arguments.');
  return suspend(makeG(type.v, args[0]!, args.slice(1), false), [type, ...given]);
}

/** CPython 3.12: Python/bltinmodule.c map_next */
function map_next(o: Obj): Res {
  const { func, iters } = (o as ItersObj).v;
  if (iters.length === 1) {
    const it = iters[0]!;
    const item = it.type.tp_iternext!(it);
    if (item !== null) {
      const r = objectCall(func!, [item]);
      decref(item);
      return r;
    }
    if (tstate.pending === null) return null;
    return suspend(mapRestG(o as ItersObj, true), [o]);
  }
  return suspend(mapRestG(o as ItersObj, false), [o]);
}

function* mapRestG(o: ItersObj, pending: boolean): Gen {
  const { func, iters } = o.v;
  const args: Obj[] = [];
  for (const it of iters) {
    let item = pending ? null : it.type.tp_iternext!(it);
    if (item === null && (pending || tstate.pending !== null)) item = yield* settle();
    pending = false;
    if (item === null) {
      decrefAll(args);
      return null;
    }
    args.push(item);
  }
  let r = objectCall(func!, args);
  if (r === null) r = yield* settle();
  decrefAll(args);
  return r;
}

function filter_new(type: Obj<PyType>, given: Obj[], kwnames: Obj[] | null): Res {
  const args = positional(type.v, 'filter', given, kwnames);
  if (args === null) return null;
  if (args.length !== 2) {
    return typeError(`filter expected 2 arguments, got ${args.length}`);
  }
  return suspend(makeG(type.v, args[0]!, [args[1]!], false), [type, ...given]);
}

/** CPython 3.12: Python/bltinmodule.c filter_next */
function filter_next(o: Obj): Res {
  const { func, iters } = (o as ItersObj).v;
  const it = iters[0]!;
  if (func === None || func === boolType.self) {
    for (;;) {
      // An iterator without end and without a true item never runs Python code.
      if (pollDue()) return suspend(filterG(o as ItersObj, false), [o]);
      const item = it.type.tp_iternext!(it);
      if (item === null) break;
      const t = truth(item);
      if (t > 0) return item;
      if (t < 0) {
        if (tstate.pending !== null) return suspend(filterTruthG(o as ItersObj, item), [o]);
        decref(item);
        return null;
      }
      decref(item);
    }
    return tstate.pending === null ? null : suspend(filterG(o as ItersObj, true), [o]);
  }
  return suspend(filterG(o as ItersObj, false), [o]);
}

// The truth of `item` (owned) is pending.
function* filterTruthG(o: ItersObj, item: Obj): Gen {
  const t = yield* settle();
  if (t !== null && (t as Obj<number>).v !== 0) {
    decref(t);
    return item;
  }
  decref(item);
  if (t === null) return null;
  decref(t);
  return yield* filterG(o, false);
}

function* filterG(o: ItersObj, pending: boolean): Gen {
  const { func, iters } = o.v;
  const it = iters[0]!;
  const test = func !== None && func !== boolType.self;
  for (let first = true; ; first = false) {
    if (!pending && !test && (first || pollDue())) yield POLL;
    let item = pending ? null : it.type.tp_iternext!(it);
    if (item === null && (pending || tstate.pending !== null)) item = yield* settle();
    pending = false;
    if (item === null) return null;
    let t: number;
    if (test) {
      let good = objectCall(func!, [item]);
      if (good === null) good = yield* settle();
      if (good === null) t = -1;
      else {
        t = yield* truthG(good);
        decref(good);
      }
    } else t = yield* truthG(item);
    if (t > 0) return item;
    decref(item);
    if (t < 0) return null;
  }
}

function* zipNewG(type: PyType, args: Obj[], strict: Obj | undefined): Gen {
  let isStrict = 0;
  if (strict !== undefined) {
    isStrict = yield* truthG(strict);
    if (isStrict < 0) return null;
  }
  const iters: Obj[] = [];
  for (let i = 0; i < args.length; i++) {
    let it = getIter(args[i]!);
    if (it === null) it = yield* settle();
    if (it === null) {
      decrefAll(iters);
      return null;
    }
    iters.push(it);
  }
  return make(type, new Iters(null, iters, isStrict === 1));
}

function zip_new(type: Obj<PyType>, given: Obj[], kwnames: Obj[] | null): Res {
  let args = given;
  let strict: Obj | undefined;
  if (kwnames !== null && kwnames.length > 0) {
    args = given.slice(0, given.length - kwnames.length);
    for (let i = 0; i < kwnames.length; i++) {
      const name = (kwnames[i] as Str).v;
      if (name === 'strict') strict = given[args.length + i];
      else if (kwnames.length > 1) {
        return typeError(`zip() takes at most 1 keyword argument (${kwnames.length} given)`);
      } else return typeError(`'${name}' is an invalid keyword argument for zip()`);
    }
  }
  return suspend(zipNewG(type.v, args, strict), [type, ...given]);
}

/** CPython 3.12: Python/bltinmodule.c zip_next */
function zip_next(o: Obj): Res {
  const z = (o as ItersObj).v;
  const { iters } = z;
  if (iters.length === 0) return null;
  const items: Obj[] = [];
  for (let i = 0; i < iters.length; i++) {
    const it = iters[i]!;
    const item = it.type.tp_iternext!(it);
    if (item === null) {
      if (tstate.pending !== null) return suspend(zipRestG(z, items), [o]);
      if (z.strict) return suspend(zipStrictG(z, items), [o]);
      decrefAll(items);
      return null;
    }
    items.push(item);
  }
  return newTuple(items);
}

// The next item is pending.
function* zipRestG(z: Iters, items: Obj[]): Gen {
  for (let pending = true; items.length < z.iters.length; pending = false) {
    const it = z.iters[items.length]!;
    let item = pending ? null : it.type.tp_iternext!(it);
    if (item === null && (pending || tstate.pending !== null)) item = yield* settle();
    if (item === null) {
      if (z.strict) return yield* zipStrictG(z, items);
      decrefAll(items);
      return null;
    }
    items.push(item);
  }
  return newTuple(items);
}

const plural = (i: number): string => (i === 1 ? ' ' : 's 1-');

// Iterator number `items.length` gave nothing: exhausted, or an error.
function* zipStrictG(z: Iters, items: Obj[]): Gen {
  const i = items.length;
  decrefAll(items);
  if (tstate.exc !== null && !clearIf(PyExc.StopIteration)) return null;
  iterEnded();
  if (i > 0) {
    return raise(PyExc.ValueError, `zip() argument ${i + 1} is shorter than argument${plural(i)}${i}`);
  }
  for (let k = 1; k < z.iters.length; k++) {
    const it = z.iters[k]!;
    let item = it.type.tp_iternext!(it);
    if (item === null && tstate.pending !== null) item = yield* settle();
    if (item !== null) {
      decref(item);
      return raise(PyExc.ValueError, `zip() argument ${k + 1} is longer than argument${plural(k)}${k}`);
    }
    if (!iterEnded()) return null;
  }
  return null;
}

function add(t: PyType, next: (o: Obj) => Res): void {
  t.tp_iter = selfIter;
  t.tp_iternext = next;
  t.tp_traverse = (o, visit) => {
    const { func, iters } = (o as ItersObj).v;
    if (func !== null) visit(func);
    for (const it of iters) visit(it);
  };
  t.tp_dealloc = (o) => {
    const v = (o as ItersObj).v;
    const { func, iters } = v;
    v.func = null;
    v.iters = [];
    decrefAll(iters);
    if (func !== null) decref(func);
  };
  method(
    t,
    '__reduce__',
    '!($self, /)',
    (self: Obj) => {
      const { func, iters, strict } = (self as ItersObj).v;
      const type: Obj = self.type.self;
      type.rc++;
      const args = func === null ? [...iters] : [func, ...iters];
      for (const o of args) o.rc++;
      return newTuple(strict ? [type, newTuple(args), none()] : [type, newTuple(args)]);
    },
    'Return state information for pickling.',
  );
}

export function initBuiltinIters(): void {
  mapType.doc =
    'map(func, *iterables) --> map object\n\nMake an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.';
  mapType.basicsize = 32;
  mapType.tp_new = map_new;
  add(mapType, map_next);
  typeReady(mapType);
  filterType.doc =
    'filter(function or None, iterable) --> filter object\n\nReturn an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.';
  filterType.basicsize = 32;
  filterType.tp_new = filter_new;
  add(filterType, filter_next);
  typeReady(filterType);
  zipType.doc =
    "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\nThe zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.";
  zipType.basicsize = 48;
  zipType.tp_new = zip_new;
  add(zipType, zip_next);
  method(
    zipType,
    '__setstate__',
    '!($self, object, /)',
    function* (self: Obj, state: Obj): Gen {
      const t = yield* truthG(state);
      if (t < 0) return null;
      (self as ItersObj).v.strict = t === 1;
      return none();
    },
    'Set state information for unpickling.',
  );
  typeReady(zipType);
}
