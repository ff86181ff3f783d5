// _functools: reduce, partial, lru_cache's wrapper, cmp_to_key.
//
// Answers to CPython 3.12: Modules/_functoolsmodule.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, objectType, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { nextG, ssizeG } from '../objects/abstract.ts';
import { hashG, objectHash } from '../objects/compare.ts';
import { classGetItem, member, method } from '../objects/descrobject.ts';
import {
  clearDict,
  Dict,
  type DictObj,
  FAILED,
  find,
  findG,
  insertNew,
  isDict,
  NEEDS_PYTHON,
  newDict,
  removeAt,
  setStr,
} from '../objects/dictcore.ts';
import { clearIf, PyExc, raise, typeError } from '../objects/errors.ts';
import { dictGetSet, newMethod } from '../objects/funcobject.ts';
import { intType, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { defineModule, readyLater } from '../objects/moduleobject.ts';
import {
  callG,
  genericGetAttr,
  genericSetAttr,
  getAttr,
  instanceDict,
  objectCall,
  reprEnter,
  reprG,
  reprLeave,
  richCompare,
  truth,
} from '../objects/object.ts';
import { isTuple, newTuple, type Tuple, tupleOf } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str, strType } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { iterG } from './itertool.ts';

function functoolsType(name: string, flags: number): PyType {
  const t = new PyType(`functools.${name}`, flags | TPFLAGS.HAVE_GC, typeType);
  t.qualname = name;
  return t;
}

// --- reduce ------------------------------------------------------------------------------------------

function* reduce(_self: Obj, func: Obj, iterable: Obj, initial: Obj | undefined): Gen {
  const it = yield* iterG(iterable);
  if (it === null) {
    if (clearIf(PyExc.TypeError)) return typeError('reduce() arg 2 must support iteration');
    return null;
  }
  let result: Obj | null = initial ?? null;
  if (result !== null) result.rc++;
  for (;;) {
    const item: Obj | null | undefined = yield* nextG(it);
    if (item === undefined) break;
    if (item === null) {
      xdecref(result);
      decref(it);
      return null;
    }
    if (result === null) {
      result = item;
      continue;
    }
    let r = objectCall(func, [result, item]);
    if (r === null) r = yield* settle();
    decref(result);
    decref(item);
    if (r === null) {
      decref(it);
      return null;
    }
    result = r;
  }
  decref(it);
  return result ?? typeError('reduce() of empty iterable with no initial value');
}

// --- partial -----------------------------------------------------------------------------------------

interface PartialV {
  func: Obj;
  args: Tuple;
  kw: DictObj;
}
type Partial_ = Obj<PartialV>;

const partialType = functoolsType('partial', TPFLAGS.BASETYPE);
const P = (o: Obj): PartialV => (o as Partial_).v;

/** CPython 3.12: Modules/_functoolsmodule.c partial_new */
function partialNew(cls: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos < 1) return typeError("type 'partial' takes at least one argument");
  let func = args[0]!;
  if (func.type.tp_call === null) return typeError('the first argument must be callable');
  let before: readonly Obj[] = [];
  const kw = newDict();
  if (func.type === partialType && instanceDict(func) === null) {
    // A partial of a partial is one partial.
    const inner = P(func);
    before = inner.args.v;
    copyInto(kw, inner.kw);
    func = inner.func;
  }
  for (let i = 0; i < nkw; i++) setStr(kw, kwnames![i] as Str, args[npos + i]!);
  func.rc++;
  return allocInstance<PartialV>(cls.v, { func, args: tupleOf(...before, ...args.slice(1, npos)), kw });
}

function copyInto(to: DictObj, from: DictObj): void {
  for (let i = 0; i < from.v.keys.length; i++) {
    const k = from.v.keys[i];
    if (k !== undefined) setStr(to, k as Str, from.v.values[i]!);
  }
}

function partialCall(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const { func, args: first, kw } = P(o);
  const nkw = kwnames === null ? 0 : kwnames.length;
  if (kw.v.used === 0) return objectCall(func, [...first.v, ...args], kwnames);
  const all = newDict();
  copyInto(all, kw);
  const npos = args.length - nkw;
  for (let i = 0; i < nkw; i++) setStr(all, kwnames![i] as Str, args[npos + i]!);
  const names: Obj[] = [];
  const values: Obj[] = [];
  for (let i = 0; i < all.v.keys.length; i++) {
    names.push(all.v.keys[i]!);
    values.push(all.v.values[i]!);
  }
  const r = objectCall(func, [...first.v, ...args.slice(0, npos), ...values], names);
  decref(all);
  return r;
}

function* partialReprG(o: Obj): Gen {
  if (reprEnter(o)) return newStr('...');
  const { func, args, kw } = P(o);
  let ok = true;
  const parts: string[] = [];
  for (const a of [func, ...args.v]) {
    const r = ok ? yield* reprG(a) : null;
    if (r === null) ok = false;
    else {
      parts.push(r.v);
      decref(r);
    }
  }
  for (let i = 0; ok && i < kw.v.keys.length; i++) {
    const k = kw.v.keys[i];
    if (k === undefined) continue;
    const r = yield* reprG(kw.v.values[i]!);
    if (r === null) ok = false;
    else {
      parts.push(`${isStr(k) ? k.v : '?'}=${r.v}`);
      decref(r);
    }
  }
  reprLeave(o);
  return ok ? newStr(`${o.type.name}(${parts.join(', ')})`) : null;
}

function initPartial(): void {
  const t = partialType;
  t.doc =
    'partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n';
  t.basicsize = 72;
  t.hasDict = true;
  t.hasWeakrefs = true;
  t.tp_new = partialNew;
  t.tp_call = partialCall;
  t.tp_repr = (o) => suspend(partialReprG(o), [o]);
  t.tp_getattro = genericGetAttr;
  t.tp_setattro = genericSetAttr;
  t.tp_traverse = (o, visit) => {
    const { func, args, kw } = P(o);
    visit(func);
    visit(args);
    visit(kw);
    if (o.x !== null) visit(o.x as Obj);
  };
  t.tp_dealloc = (o) => {
    const { func, args, kw } = P(o);
    const dict = o.x as Obj | null;
    o.x = null;
    decref(func);
    decref(args);
    decref(kw);
    xdecref(dict);
  };
  member(t, 'func', (o) => P(o).func, null, 'function object to use in future partial calls');
  member(t, 'args', (o) => P(o).args, null, 'tuple of arguments to future partial calls');
  member(t, 'keywords', (o) => P(o).kw, null, 'dictionary of keyword arguments to future partial calls');
  dictGetSet(t);
  method(t, '__reduce__', '($self, /)', (self: Obj) => {
    const { func, args, kw } = P(self);
    const cls: Obj = self.type.self;
    cls.rc++;
    const d = (self.x as Obj | null) ?? None;
    return newTuple([cls, tupleOf(func), tupleOf(func, args, kw, d)]);
  });
  method(t, '__setstate__', '($self, object, /)', (self: Obj, state: Obj) => {
    const items = isTuple(state) ? (state as Tuple).v : [];
    const [func, args, kw, dict] = items as [Obj, Obj, Obj, Obj];
    if (
      items.length !== 4 ||
      func.type.tp_call === null ||
      !isTuple(args) ||
      (kw !== None && !isDict(kw)) ||
      (dict !== None && !isDict(dict))
    ) {
      return typeError('invalid partial state');
    }
    const old = P(self);
    const copy = newDict();
    if (isDict(kw)) copyInto(copy, kw);
    func.rc++;
    args.rc++;
    (self as Partial_).v = { func, args: args as Tuple, kw: copy };
    decref(old.func);
    decref(old.args);
    decref(old.kw);
    const oldDict = self.x as Obj | null;
    if (dict !== None) dict.rc++;
    self.x = dict === None ? null : dict;
    xdecref(oldDict);
    return none();
  });
  classGetItem(t);
  readyLater(t);
}

// --- cmp_to_key --------------------------------------------------------------------------------------

interface KeyV {
  cmp: Obj;
  object: Obj | null;
}
const keyType = functoolsType('KeyWrapper', 0);
const K = (o: Obj): KeyV => (o as Obj<KeyV>).v;

function newKey(cmp: Obj, object: Obj | null): Obj {
  cmp.rc++;
  if (object !== null) object.rc++;
  const o = new Obj<KeyV>(keyType, { cmp, object });
  gcTrack(o);
  return o;
}

const keyDef = new NativeDef('K', '(obj)', () => none(), null, null);

function* keyCompareG(a: KeyV, b: KeyV, op: number): Gen {
  const r = yield* callG(a.cmp, [a.object!, b.object!]);
  if (r === null) return null;
  const zero = newInt(0);
  let answer = richCompare(r, zero, op);
  if (answer === null) answer = yield* settle();
  decref(r);
  decref(zero);
  return answer;
}

function initKey(): void {
  const t = keyType;
  t.basicsize = 32;
  t.tp_call = (o, args, kwnames) => {
    const bound = bindArguments(keyDef, args, kwnames);
    return bound === null ? null : newKey(K(o).cmp, bound[0] as Obj);
  };
  t.tp_getattro = genericGetAttr;
  t.tp_richcompare = (a, b, op) => {
    if (b.type !== keyType) return typeError('other argument must be K instance');
    if (K(a).object === null || K(b).object === null) return raise(PyExc.AttributeError, 'object');
    return suspend(keyCompareG(K(a), K(b), op), [a, b]);
  };
  t.tp_hash = (o) => {
    typeError(`unhashable type: '${o.type.name}'`);
    return Number.NaN;
  };
  t.tp_traverse = (o, visit) => {
    visit(K(o).cmp);
    if (K(o).object !== null) visit(K(o).object!);
  };
  t.tp_dealloc = (o) => {
    decref(K(o).cmp);
    xdecref(K(o).object);
  };
  member(
    t,
    'obj',
    (o) => K(o).object,
    (o, value) => {
      const old = K(o).object;
      if (value !== null) value.rc++;
      K(o).object = value;
      xdecref(old);
      return none();
    },
    'Value wrapped by a key function.',
  );
  readyLater(t);
}

// --- lru_cache ---------------------------------------------------------------------------------------

interface LruV {
  func: Obj;
  /** Results by key, the longest unused first. */
  cache: Dict;
  typed: boolean;
  /** -1: no bound. */
  maxsize: number;
  hits: number;
  misses: number;
  infoType: Obj;
}
const lruType = functoolsType('_lru_cache_wrapper', TPFLAGS.BASETYPE);
const L = (o: Obj): LruV => (o as Obj<LruV>).v;

let mark: Obj | null = null;
/** Stands between positional and keyword arguments in a key. */
function keywordMark(): Obj {
  mark ??= new Obj<null>(objectType, null);
  mark.rc++;
  return mark;
}

/** CPython 3.12: Modules/_functoolsmodule.c lru_cache_make_key */
function makeKey(args: Obj[], kwnames: Obj[] | null, typed: boolean): Obj {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (!typed && nkw === 0 && npos === 1 && (args[0]!.type === strType || args[0]!.type === intType)) {
    args[0]!.rc++;
    return args[0]!;
  }
  const key: Obj[] = [];
  const push = (o: Obj): void => {
    o.rc++;
    key.push(o);
  };
  for (let i = 0; i < npos; i++) push(args[i]!);
  if (nkw > 0) {
    key.push(keywordMark());
    for (let i = 0; i < nkw; i++) {
      push(kwnames![i]!);
      push(args[npos + i]!);
    }
  }
  if (typed) {
    for (let i = 0; i < npos; i++) push(args[i]!.type.self);
    for (let i = 0; i < nkw; i++) push(args[npos + i]!.type.self);
  }
  return newTuple(key);
}

function lruCall(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const p = L(o);
  if (p.maxsize === 0) {
    p.misses++;
    return objectCall(p.func, args, kwnames);
  }
  return suspend(lruG(p, args, kwnames), kwnames === null ? [o, ...args] : [o, ...args, ...kwnames]);
}

function* lruG(p: LruV, args: Obj[], kwnames: Obj[] | null): Gen {
  const key = makeKey(args, kwnames, p.typed);
  let hash = objectHash(key);
  if (Number.isNaN(hash)) hash = yield* hashG(key);
  if (Number.isNaN(hash)) {
    decref(key);
    return null;
  }
  let at = yield* place(p, key, hash);
  if (at >= 0) {
    p.hits++;
    const value = p.cache.values[at]!;
    value.rc++;
    // It goes to the end: the most recently used.
    if (p.maxsize > 0 && at !== p.cache.keys.length - 1) {
      const stored = p.cache.keys[at]!;
      stored.rc++;
      const moved = removeAt(p.cache, at);
      insertNew(p.cache, stored, hash, moved);
    }
    decref(key);
    return value;
  }
  if (at === FAILED) {
    decref(key);
    return null;
  }
  p.misses++;
  const result = yield* callG(p.func, args, kwnames);
  if (result === null) {
    decref(key);
    return null;
  }
  // The call may have filled the place itself.
  at = yield* place(p, key, hash);
  if (at === FAILED) {
    decref(key);
    decref(result);
    return null;
  }
  if (at >= 0) {
    decref(key);
    return result;
  }
  if (p.maxsize > 0 && p.cache.used >= p.maxsize) {
    let oldest = 0;
    while (p.cache.keys[oldest] === undefined) oldest++;
    decref(removeAt(p.cache, oldest));
  }
  result.rc++;
  insertNew(p.cache, key, hash, result);
  return result;
}

function* place(p: LruV, key: Obj, hash: number): Gen<number> {
  const at = find(p.cache, key, hash);
  return at === NEEDS_PYTHON ? yield* findG(p.cache, key, hash) : at;
}

const lruDef = new NativeDef(
  'lru_cache',
  '(user_function, maxsize, typed, cache_info_type)',
  () => none(),
  null,
  null,
);

function* lruNewG(cls: Obj<PyType>, args: Obj[]): Gen {
  const [func, maxsize, typed, infoType] = args as [Obj, Obj, Obj, Obj];
  if (func.type.tp_call === null) return typeError('the first argument must be callable');
  let max = -1;
  if (maxsize !== None) {
    if (maxsize.type.nb_index === null) return typeError('maxsize should be integer or None');
    const n = yield* ssizeG(maxsize, PyExc.OverflowError);
    if (n === null) return null;
    max = Math.max(0, n);
  }
  func.rc++;
  infoType.rc++;
  return allocInstance<LruV>(cls.v, {
    func,
    cache: new Dict(),
    typed: truth(typed) === 1,
    maxsize: max,
    hits: 0,
    misses: 0,
    infoType,
  });
}

function initLru(): void {
  const t = lruType;
  t.doc =
    'Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits misses currsize maxsize\n';
  t.basicsize = 136;
  t.hasDict = true;
  t.hasWeakrefs = true;
  t.isMethodDescriptor = true;
  t.tp_new = (cls, args, kwnames) => {
    const bound = bindArguments(lruDef, args, kwnames);
    return bound === null ? null : suspend(lruNewG(cls, bound as Obj[]), [cls, ...args]);
  };
  t.tp_call = lruCall;
  t.tp_descr_get = (f, obj) => {
    if (obj === null || obj === None) {
      f.rc++;
      return f;
    }
    return newMethod(f, obj);
  };
  t.tp_getattro = genericGetAttr;
  t.tp_setattro = genericSetAttr;
  t.tp_traverse = (o, visit) => {
    const p = L(o);
    visit(p.func);
    visit(p.infoType);
    for (let i = 0; i < p.cache.keys.length; i++) {
      const k = p.cache.keys[i];
      if (k === undefined) continue;
      visit(k);
      visit(p.cache.values[i]!);
    }
    if (o.x !== null) visit(o.x as Obj);
  };
  t.tp_clear = (o) => {
    clearDict(L(o).cache);
    const d = o.x as Obj | null;
    o.x = null;
    xdecref(d);
  };
  t.tp_dealloc = (o) => {
    const p = L(o);
    clearDict(p.cache);
    const d = o.x as Obj | null;
    o.x = null;
    xdecref(d);
    decref(p.func);
    decref(p.infoType);
  };
  dictGetSet(t);
  method(
    t,
    'cache_info',
    '($self, /)',
    (self: Obj) => {
      const p = L(self);
      const values = [
        newInt(p.hits),
        newInt(p.misses),
        p.maxsize < 0 ? none() : newInt(p.maxsize),
        newInt(p.cache.used),
      ];
      const r = objectCall(p.infoType, values);
      for (const v of values) decref(v);
      return r;
    },
    'Report cache statistics',
  );
  method(
    t,
    'cache_clear',
    '($self, /)',
    (self: Obj) => {
      const p = L(self);
      p.hits = p.misses = 0;
      clearDict(p.cache);
      return none();
    },
    'Clear the cache and cache statistics',
  );
  method(t, '__reduce__', '($self, /)', (self: Obj) => getAttr(self, id('__qualname__')));
  const itself = (self: Obj): Obj => {
    self.rc++;
    return self;
  };
  method(t, '__copy__', '($self, /)', itself);
  method(t, '__deepcopy__', '($self, memo, /)', itself);
  readyLater(t);
}

initPartial();
initKey();
initLru();

export const functoolsModule = defineModule('_functools', 'Tools that operate on functions.', {
  functions: [
    [
      'reduce',
      '(function, iterable, initial=<unrepresentable>, /)',
      reduce,
      'reduce(function, iterable[, initial], /) -> value\n\nApply a function of two arguments cumulatively to the items of a sequence\nor iterable, from left to right, so as to reduce the iterable to a single\nvalue.  For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5]) calculates\n((((1+2)+3)+4)+5).  If initial is present, it is placed before the items\nof the iterable in the calculation, and serves as a default when the\niterable is empty.',
    ],
    [
      'cmp_to_key',
      '(mycmp)',
      (_m: Obj, cmp: Obj) => newKey(cmp, null),
      'Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.',
    ],
  ],
  types: { partial: partialType, _lru_cache_wrapper: lruType },
});
