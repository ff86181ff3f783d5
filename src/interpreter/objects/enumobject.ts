// enumerate and reversed.
//
// Answers to CPython 3.12: Objects/enumobject.c.
// Absent: reuse of the result tuple when nobody else holds it.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getIter, indexG, lengthG } from './abstract.ts';
import { classMethod, method } from './descrobject.ts';
import { clearIf, matches, PyExc, typeError } from './errors.ts';
import { newGenericAlias } from './genericalias.ts';
import { selfIter, stateIndex } from './iterobject.ts';
import { isInt, newInt, newIntAny } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { callSpecial } from './object.ts';
import { newTuple, tupleOf } from './seqcore.ts';
import { None, none } from './singletons.ts';
import { id, type Str } from './strcore.ts';
import { lookup } from './typecore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

// --- enumerate ---------------------------------------------------------------------------------------

class Enumerate {
  index: number | bigint;
  iter: Obj | null;
  constructor(index: number | bigint, iter: Obj) {
    this.index = index;
    this.iter = iter;
  }
}
type EnumObj = Obj<Enumerate>;

export const enumType = new PyType('enumerate', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);

/** iterable and start, by position or by name. CPython 3.12: Objects/enumobject.c enumerate_vectorcall */
function enumArguments(args: Obj[], kwnames: Obj[] | null): [Obj, Obj | undefined] | null {
  const n = args.length;
  const names = (kwnames ?? []).map((k) => (k as Str).v);
  if (n === 0) return typeError("enumerate() missing required argument 'iterable'");
  if (n > 2) return typeError(`enumerate() takes at most 2 arguments (${n} given)`);
  const swapped = names.length === 2 && names[0] === 'start';
  const order = swapped ? ['start', 'iterable'] : ['iterable', 'start'];
  for (let i = 0; i < names.length; i++) {
    if (names[i] !== order[n - names.length + i]) {
      return typeError(`'${names[i]}' is an invalid keyword argument for enumerate()`);
    }
  }
  return swapped ? [args[1]!, args[0]] : [args[0]!, args[1]];
}

const enumDef = new NativeDef('enumerate', '(iterable, start=0)', () => null, null, null);

function enum_new(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  // A subclass does not come by enumerate's vectorcall, and its errors have other words.
  const given =
    type.v === enumType
      ? enumArguments(args, kwnames)
      : (bindArguments(enumDef, args, kwnames) as [Obj, Obj | undefined] | null);
  if (given === null) return null;
  const [iterable, start] = given;
  if (start === undefined || isInt(start)) {
    const it = getIter(iterable);
    const from = start === undefined ? 0 : start.v;
    if (it !== null) return makeEnum(type.v, it, from);
    if (tstate.pending === null) return null;
    return suspend(enumIterG(type.v, from), [type, ...args]);
  }
  return suspend(enumNewG(type.v, iterable, start), [type, ...args]);
}

function makeEnum(type: PyType, it: Obj, index: number | bigint): Obj {
  if (type !== enumType) return allocInstance(type, new Enumerate(index, it));
  const e = new Obj<Enumerate>(enumType, new Enumerate(index, it));
  gcTrack(e);
  return e;
}

function* enumIterG(type: PyType, from: number | bigint): Gen {
  const it = yield* settle();
  return it === null ? null : makeEnum(type, it, from);
}

function* enumNewG(type: PyType, iterable: Obj, start: Obj): Gen {
  const i = yield* indexG(start);
  if (i === null) return null;
  const from = i.v;
  decref(i);
  let it = getIter(iterable);
  if (it === null) it = yield* settle();
  return it === null ? null : makeEnum(type, it, from);
}

function pair(e: Enumerate, item: Obj): Obj {
  const n = e.index;
  e.index = typeof n === 'number' && n < Number.MAX_SAFE_INTEGER ? n + 1 : BigInt(n) + 1n;
  return newTuple([newIntAny(n), item]);
}

/** CPython 3.12: Objects/enumobject.c enum_next */
function enum_next(o: Obj): Res {
  const e = (o as EnumObj).v;
  const it = e.iter!;
  const item = it.type.tp_iternext!(it);
  if (item !== null) return pair(e, item);
  return tstate.pending === null ? null : suspend(enumNextG(e), [o]);
}

function* enumNextG(e: Enumerate): Gen {
  const item = yield* settle();
  return item === null ? null : pair(e, item);
}

// --- reversed ----------------------------------------------------------------------------------------

class Reversed {
  seq: Obj | null;
  index: number;
  constructor(seq: Obj, index: number) {
    this.seq = seq;
    this.index = index;
  }
}
type ReversedObj = Obj<Reversed>;

export const reversedType = new PyType('reversed', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);

function reversed_new(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  let n = args.length;
  if (kwnames !== null && kwnames.length > 0) {
    if (type.v === reversedType) return typeError('reversed() takes no keyword arguments');
    n -= kwnames.length;
  }
  if (n !== 1) return typeError(`reversed expected 1 argument, got ${n}`);
  return suspend(reversedNewG(type.v, args[0]!), [type, ...args]);
}

function* reversedNewG(type: PyType, seq: Obj): Gen {
  const found = lookup(seq.type, id('__reversed__'));
  if (found === None) return typeError(`'${seq.type.name}' object is not reversible`);
  if (found !== undefined) {
    const r = callSpecial(seq, id('__reversed__'), []) as Res;
    return r === null ? yield* settle() : r;
  }
  const isSequence =
    (seq.type.flags & TPFLAGS.DICT_SUBCLASS) === 0 &&
    (seq.type.sq_item !== null || lookup(seq.type, id('__getitem__')) !== undefined);
  if (!isSequence || (seq.type.sq_item === null && (seq.type.flags & TPFLAGS.HEAPTYPE) === 0)) {
    return typeError(`'${seq.type.name}' object is not reversible`);
  }
  const n = yield* lengthG(seq);
  if (n < 0) return null;
  seq.rc++;
  const payload = new Reversed(seq, n - 1);
  if (type !== reversedType) return allocInstance(type, payload);
  const r = new Obj<Reversed>(reversedType, payload);
  gcTrack(r);
  return r;
}

/** `o[i]` by the sequence protocol, or by the mapping protocol with an int. CPython 3.12: PySequence_GetItem */
function sequenceItem(o: Obj, i: number): Res {
  if (o.type.sq_item !== null) return o.type.sq_item(o, i);
  const key = newInt(i);
  const r = o.type.mp_subscript!(o, key);
  decref(key);
  return r;
}

/** CPython 3.12: Objects/enumobject.c reversed_next */
function reversed_next(o: Obj): Res {
  const v = (o as ReversedObj).v;
  const seq = v.seq;
  if (seq !== null && v.index >= 0) {
    const item = sequenceItem(seq, v.index);
    if (item !== null) {
      v.index--;
      return item;
    }
    if (tstate.pending !== null) return suspend(reversedNextG(o as ReversedObj), [o]);
    return reversedStop(o);
  }
  reversedEnd(o);
  return null;
}

function* reversedNextG(o: ReversedObj): Gen {
  const item = yield* settle();
  if (item === null) return reversedStop(o);
  o.v.index--;
  return item;
}

function reversedStop(o: Obj): null {
  if (matches(PyExc.IndexError) || matches(PyExc.StopIteration)) {
    clearIf(PyExc.IndexError);
    clearIf(PyExc.StopIteration);
  }
  reversedEnd(o);
  return null;
}

function reversedEnd(o: Obj): void {
  const v = (o as ReversedObj).v;
  const seq = v.seq;
  v.index = -1;
  v.seq = null;
  if (seq !== null) decref(seq);
}

export function initEnum(): void {
  const t = enumType;
  t.doc =
    'Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...';
  t.basicsize = 56;
  t.tp_new = enum_new;
  t.tp_iter = selfIter;
  t.tp_iternext = enum_next;
  t.tp_traverse = (o, visit) => {
    const it = (o as EnumObj).v.iter;
    if (it !== null) visit(it);
  };
  t.tp_dealloc = (o) => {
    const e = (o as EnumObj).v;
    const it = e.iter;
    e.iter = null;
    if (it !== null) decref(it);
  };
  method(
    t,
    '__reduce__',
    '!($self, /)',
    (self: Obj) => {
      const e = (self as EnumObj).v;
      const type: Obj = self.type.self;
      type.rc++;
      e.iter!.rc++;
      return newTuple([type, newTuple([e.iter!, newIntAny(e.index)])]);
    },
    'Return state information for pickling.',
  );
  classMethod(t, '__class_getitem__', '!($type, item, /)', newGenericAlias, 'See PEP 585');
  typeReady(t);

  const r = reversedType;
  r.doc = 'Return a reverse iterator over the values of the given sequence.';
  r.basicsize = 32;
  r.tp_new = reversed_new;
  r.tp_iter = selfIter;
  r.tp_iternext = reversed_next;
  r.tp_traverse = (o, visit) => {
    const seq = (o as ReversedObj).v.seq;
    if (seq !== null) visit(seq);
  };
  r.tp_dealloc = reversedEnd;
  method(
    r,
    '__length_hint__',
    '!($self, /)',
    function* (self: Obj): Gen {
      const { seq, index } = (self as ReversedObj).v;
      if (seq === null) return newInt(0);
      const n = yield* lengthG(seq);
      if (n < 0) return null;
      return newInt(n < index + 1 ? 0 : index + 1);
    },
    'Private method returning an estimate of len(list(it)).',
  );
  method(
    r,
    '__reduce__',
    '!($self, /)',
    (self: Obj) => {
      const { seq, index } = (self as ReversedObj).v;
      const type: Obj = self.type.self;
      type.rc++;
      if (seq === null) return newTuple([type, newTuple([newTuple([])])]);
      return newTuple([type, tupleOf(seq), newInt(index)]);
    },
    'Return state information for pickling.',
  );
  method(
    r,
    '__setstate__',
    '!($self, object, /)',
    (self: Obj, state: Obj) => {
      const v = (self as ReversedObj).v;
      const n = stateIndex(state);
      if (n === null) return null;
      if (v.seq !== null) v.index = Math.max(-1, Math.min(n, v.index));
      return none();
    },
    'Set state information for unpickling.',
  );
  typeReady(r);
}
