// collections.defaultdict and collections.OrderedDict.
//
// Every dict here keeps the order of insertion, so OrderedDict adds only what its order means: equality, moving keys,
// popping either end.
//
// Answers to CPython 3.12: Modules/_collectionsmodule.c (defdictobject), Objects/odictobject.c.
// Absent: views of an OrderedDict that are named odict_keys (they are dict's own).

import { decref, type Obj, PyType, type Res, TPFLAGS, tstate, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getItem, setItem } from '../objects/abstract.ts';
import { Py_EQ, Py_NE } from '../objects/compare.ts';
import { classGetItem, classMethod, member, method } from '../objects/descrobject.ts';
import {
  Dict,
  type DictObj,
  dictType,
  getItemG,
  insertNew,
  isDict,
  newDict,
  removeAt,
} from '../objects/dictcore.ts';
import { dictContainsG, dictMergeG, dictSetItemG, dictUpdateArgG, keyError } from '../objects/dictobject.ts';
import { dictRevIterKeyType, newDictIter } from '../objects/dictviews.ts';
import { clearIf, PyExc, raise, typeError } from '../objects/errors.ts';
import { dictGetSet } from '../objects/funcobject.ts';
import { newBool } from '../objects/longcore.ts';
import type { Kwargs } from '../objects/methodobject.ts';
import { readyLater } from '../objects/moduleobject.ts';
import {
  callG,
  compareBoolG,
  genericGetAttr,
  genericSetAttr,
  instanceDict,
  lookupAttrG,
  reprEnter,
  reprG,
  reprLeave,
  truthG,
} from '../objects/object.ts';
import { newTuple, tupleOf } from '../objects/seqcore.ts';
import { None, none, notImplemented } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';
import { isSubtype } from '../objects/typecore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { iterG } from './itertool.ts';

function dictSubtype(name: string): PyType {
  const t = new PyType(
    `collections.${name}`,
    TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC | TPFLAGS.DICT_SUBCLASS,
    typeType,
  );
  t.qualname = name;
  t.base = dictType;
  return t;
}
export const defaultdictType = dictSubtype('defaultdict');
export const orderedDictType = dictSubtype('OrderedDict');

// --- defaultdict -------------------------------------------------------------------------------------

/** The factories (owned), beside the dicts. */
const factories = new WeakMap<Obj, Obj>();

function setFactory(o: Obj, f: Obj | null): void {
  const old = factories.get(o);
  if (f !== null && f !== None) {
    f.rc++;
    factories.set(o, f);
  } else factories.delete(o);
  xdecref(old);
}

/** CPython 3.12: Modules/_collectionsmodule.c defdict_missing */
function* missingG(self: Obj, key: Obj): Gen {
  const factory = factories.get(self);
  if (factory === undefined) {
    return keyError(key);
  }
  const value = yield* callG(factory, []);
  if (value === null) return null;
  let r = setItem(self, key, value);
  if (r === null) r = yield* settle();
  if (r === null) {
    decref(value);
    return null;
  }
  decref(r);
  return value;
}

/** CPython 3.12: Modules/_collectionsmodule.c defdict_init */
function defaultdictInit(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  const factory = npos > 0 ? args[0]! : null;
  if (factory !== null && factory !== None && factory.type.tp_call === null) {
    return typeError('first argument must be callable or None');
  }
  setFactory(o, factory);
  return dictType.tp_init!(o, npos > 0 ? args.slice(1) : args, kwnames);
}

/** `dict.__repr__` of a dict of any type (a JavaScript string), or null. */
function* plainReprG(o: Obj): Gen<string | null> {
  let r = dictType.tp_repr!(o);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  const text = (r as Obj<string>).v;
  decref(r);
  return text;
}

function shortName(o: Obj): string {
  return o.type.name.slice(o.type.name.lastIndexOf('.') + 1);
}

function* defaultdictReprG(o: Obj): Gen {
  const base = yield* plainReprG(o);
  if (base === null) return null;
  const factory = factories.get(o);
  let text = 'None';
  if (factory !== undefined) {
    if (reprEnter(o)) text = '...';
    else {
      const r = yield* reprG(factory);
      reprLeave(o);
      if (r === null) return null;
      text = r.v;
      decref(r);
    }
  }
  return newStr(`${shortName(o)}(${text}, ${base})`);
}

function* copyDefaultG(o: Obj): Gen {
  const f = factories.get(o) ?? None;
  return yield* callG(o.type.self, [f, o]);
}

function* orG(a: Obj, b: Obj): Gen {
  const self = isSubtype(a.type, defaultdictType) ? a : b;
  const f = factories.get(self) ?? None;
  const made = yield* callG(self.type.self, [f, a]);
  if (made === null) return null;
  if (yield* dictUpdateArgG(made as DictObj, b)) return made;
  decref(made);
  return null;
}

function initDefaultdict(): void {
  const t = defaultdictType;
  t.doc =
    'defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.';
  t.basicsize = 56;
  t.tp_new = (cls) => allocInstance(cls.v, new Dict());
  t.tp_init = defaultdictInit;
  t.tp_getattro = genericGetAttr;
  t.tp_repr = (o) => suspend(defaultdictReprG(o), [o]);
  t.tp_traverse = (o, visit) => {
    dictType.tp_traverse!(o, visit);
    const f = factories.get(o);
    if (f !== undefined) visit(f);
  };
  const drop = (o: Obj): void => {
    setFactory(o, null);
    dictType.tp_dealloc!(o);
  };
  t.tp_clear = drop;
  t.tp_dealloc = drop;
  t.nb_or = (a, b) => (isDict(a) && isDict(b) ? suspend(orG(a, b), [a, b]) : notImplemented());
  method(
    t,
    '__missing__',
    '($self, key, /)',
    missingG,
    '__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n',
  );
  for (const name of ['copy', '__copy__']) {
    method(t, name, '($self, /)', (o) => suspend(copyDefaultG(o), [o]), 'D.copy() -> a shallow copy of D.');
  }
  method(
    t,
    '__reduce__',
    '($self, /)',
    function* (o: Obj): Gen {
      const cls: Obj = o.type.self;
      const f = factories.get(o);
      const items = yield* lookupAttrG(o, id('items'));
      if (items == null) return null;
      const view = yield* callG(items, []);
      decref(items);
      const it = view === null ? null : yield* iterG(view);
      xdecref(view);
      if (it === null) return null;
      cls.rc++;
      return newTuple([cls, f === undefined ? newTuple([]) : tupleOf(f), none(), none(), it]);
    },
    'Return state information for pickling.',
  );
  member(
    t,
    'default_factory',
    (o) => factories.get(o) ?? None,
    (o, value) => {
      setFactory(o, value);
      return none();
    },
    'Factory for default value called by __missing__().',
  );
  classGetItem(t);
  readyLater(t);
}

// --- OrderedDict -------------------------------------------------------------------------------------

const O = (o: Obj): Dict => (o as DictObj).v;

function firstAt(d: Dict): number {
  let i = 0;
  while (d.keys[i] === undefined) i++;
  return i;
}
function lastAt(d: Dict): number {
  let i = d.keys.length - 1;
  while (d.keys[i] === undefined) i--;
  return i;
}

/** Moves the entry at a position to the front: everything else is put in again behind it. */
function moveToFront(d: Dict, at: number): void {
  const order = [at];
  for (let i = 0; i < d.keys.length; i++) if (i !== at && d.keys[i] !== undefined) order.push(i);
  const entries = order.map((i) => [d.keys[i]!, d.hashes[i]!, d.values[i]!] as const);
  for (const i of order) {
    d.keys[i]!.rc++;
    removeAt(d, i);
  }
  for (const [k, h, v] of entries) insertNew(d, k, h, v);
}

function* moveToEnd(self: Obj, key: Obj, last: Obj | undefined): Gen {
  const d = O(self);
  const toEnd = last === undefined ? 1 : yield* truthG(last);
  if (toEnd < 0) return null;
  const value = yield* getItemG(d, key);
  if (value === null) return null;
  if (value === undefined) return keyError(key);
  // The entry itself, found again by its value's place.
  let at = -1;
  for (let i = 0; i < d.keys.length; i++) {
    if (d.keys[i] === undefined || d.values[i] !== value) continue;
    const same = d.keys[i] === key ? 1 : yield* compareBoolG(d.keys[i]!, key, Py_EQ);
    if (same < 0) return null;
    if (same === 1) {
      at = i;
      break;
    }
  }
  if (at < 0) return keyError(key);
  if (toEnd === 1) {
    if (at === lastAt(d)) return none();
    const stored = d.keys[at]!;
    const hash = d.hashes[at]!;
    stored.rc++;
    insertNew(d, stored, hash, removeAt(d, at));
  } else if (at !== firstAt(d)) moveToFront(d, at);
  return none();
}

function* popitem(self: Obj, last: Obj | undefined): Gen {
  const d = O(self);
  const fromEnd = last === undefined ? 1 : yield* truthG(last);
  if (fromEnd < 0) return null;
  if (d.used === 0) return raise(PyExc.KeyError, 'dictionary is empty');
  const at = fromEnd === 1 ? lastAt(d) : firstAt(d);
  const key = d.keys[at]!;
  key.rc++;
  return newTuple([key, removeAt(d, at)]);
}

/** CPython 3.12: Objects/odictobject.c odict_richcompare */
function* equalOrderedG(a: Obj, b: Obj, op: number): Gen {
  let r = dictType.tp_richcompare!(a, b, Py_EQ);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  let same = yield* truthG(r);
  decref(r);
  if (same === 1 && isSubtype(b.type, orderedDictType)) {
    const x = O(a).keys.filter((k) => k !== undefined);
    const y = O(b).keys.filter((k) => k !== undefined);
    for (let i = 0; i < x.length && same === 1; i++) same = yield* compareBoolG(x[i]!, y[i]!, Py_EQ);
  }
  if (same < 0) return null;
  return newBool((same === 1) === (op === Py_EQ));
}

function* orderedReprG(o: Obj): Gen {
  const name = shortName(o);
  if (O(o).used === 0) return newStr(`${name}()`);
  if (reprEnter(o)) return newStr('...');
  // dict.__repr__ guards against itself in the same way: it must see another object.
  const copy = newDict();
  const ok = yield* dictMergeG(copy, o, 1);
  const base = ok ? yield* plainReprG(copy) : null;
  reprLeave(o);
  decref(copy);
  return base === null ? null : newStr(`${name}(${base})`);
}

function* copyOrderedG(o: Obj): Gen {
  const made = yield* callG(o.type.self, []);
  if (made === null) return null;
  const own = instanceDict(o);
  if (own !== null && made.type.hasDict) {
    const d = newDict();
    if (!(yield* dictMergeG(d, own, 1))) return null;
    const old = made.x as Obj | null;
    made.x = d;
    xdecref(old);
  }
  const d = O(o);
  for (let i = 0; i < d.keys.length; i++) {
    const k = d.keys[i];
    if (k === undefined) continue;
    let value: Res;
    if (o.type === orderedDictType) {
      value = d.values[i]!;
      value.rc++;
    } else {
      value = getItem(o, k);
      if (value === null) value = yield* settle();
    }
    let r = value === null ? null : setItem(made, k, value);
    if (r === null && value !== null) r = yield* settle();
    xdecref(value);
    if (r === null) {
      decref(made);
      return null;
    }
    decref(r);
  }
  return made;
}

function* fromkeys(cls: Obj, iterable: Obj, value: Obj | undefined): Gen {
  const made = yield* callG(cls, []);
  if (made === null) return null;
  const it = yield* iterG(iterable);
  if (it === null) {
    decref(made);
    return null;
  }
  const next = it.type.tp_iternext!;
  for (;;) {
    let k = next(it);
    if (k === null) k = yield* settle();
    if (k === null) break;
    let r = setItem(made, k, value ?? None);
    if (r === null) r = yield* settle();
    decref(k);
    if (r === null) break;
    decref(r);
  }
  decref(it);
  if (raisedNow()) {
    decref(made);
    return null;
  }
  return made;
}

function raisedNow(): boolean {
  return tstate.exc !== null && !clearIf(PyExc.StopIteration);
}

function initOrderedDict(): void {
  const t = orderedDictType;
  t.doc = 'Dictionary that remembers insertion order';
  t.basicsize = 112;
  t.hasDict = true;
  t.hasWeakrefs = true;
  t.tp_new = (cls) => allocInstance(cls.v, new Dict());
  t.tp_init = (o, args, kwnames) => {
    const n = args.length - (kwnames === null ? 0 : kwnames.length);
    if (n > 1) return typeError(`expected at most 1 arguments, got ${n}`);
    return suspend(orderedUpdate(o, args.slice(0, n), kwnames, args.slice(n)), [
      o,
      ...args,
      ...(kwnames ?? []),
    ]);
  };
  t.tp_getattro = genericGetAttr;
  t.tp_setattro = genericSetAttr;
  t.tp_repr = (o) => suspend(orderedReprG(o), [o]);
  t.tp_richcompare = (a, b, op) =>
    (op === Py_EQ || op === Py_NE) && isDict(b) ? suspend(equalOrderedG(a, b, op), [a, b]) : notImplemented();
  t.tp_hash = (o) => {
    typeError(`unhashable type: '${o.type.name}'`);
    return Number.NaN;
  };
  t.tp_traverse = (o, visit) => {
    dictType.tp_traverse!(o, visit);
    if (o.x !== null) visit(o.x as Obj);
  };
  const drop = (o: Obj): void => {
    const d = o.x as Obj | null;
    o.x = null;
    dictType.tp_dealloc!(o);
    xdecref(d);
  };
  t.tp_clear = drop;
  t.tp_dealloc = drop;
  t.nb_or = (a, b) => {
    if (!isDict(a) || !isDict(b)) return notImplemented();
    const type = isSubtype(a.type, orderedDictType) ? a.type : b.type;
    return suspend(orderedOrG(type, a, b), [a, b]);
  };
  t.nb_inplace_or = (a, b) => suspend(orderedIorG(a, b), [a, b]);
  dictGetSet(t);
  method(
    t,
    'move_to_end',
    '($self, /, key, last=True)',
    moveToEnd,
    'Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.',
  );
  method(
    t,
    'popitem',
    '($self, /, last=True)',
    popitem,
    'Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.',
  );
  method(
    t,
    'pop',
    '($self, /, key, default=<unrepresentable>)',
    function* (self: Obj, key: Obj, otherwise: Obj | undefined): Gen {
      const there = yield* dictContainsG(self as DictObj, key);
      if (there < 0) return null;
      if (there === 0) {
        if (otherwise === undefined) return keyError(key);
        otherwise.rc++;
        return otherwise;
      }
      let value = getItem(self, key);
      if (value === null) value = yield* settle();
      if (value === null) return null;
      let r = setItem(self, key, null);
      if (r === null) r = yield* settle();
      if (r === null) {
        decref(value);
        return null;
      }
      decref(r);
      return value;
    },
    'od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.',
  );
  method(
    t,
    'update',
    '($self, /, *args, **kwargs)',
    (self: Obj, args: Obj[], kwargs: Kwargs) => {
      if (args.length > 1)
        return typeError(`update() takes at most 1 positional argument (${args.length} given)`);
      return suspend(
        orderedUpdate(
          self,
          args,
          kwargs.map(([k]) => k),
          kwargs.map(([, v]) => v),
        ),
        [self, ...args],
      );
    },
    'D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.',
  );
  for (const name of ['copy', '__copy__']) {
    method(t, name, '($self, /)', (o) => suspend(copyOrderedG(o), [o]), 'od.copy() -> a shallow copy of od');
  }
  method(
    t,
    '__reversed__',
    '($self, /)',
    (o) => newDictIter(dictRevIterKeyType, o as DictObj),
    'od.__reversed__() <==> reversed(od)',
  );
  method(
    t,
    '__reduce__',
    '($self, /)',
    function* (o: Obj): Gen {
      const cls: Obj = o.type.self;
      const items = yield* lookupAttrG(o, id('items'));
      if (items == null) return null;
      const view = yield* callG(items, []);
      decref(items);
      const it = view === null ? null : yield* iterG(view);
      xdecref(view);
      if (it === null) return null;
      const state = instanceDict(o) ?? None;
      state.rc++;
      cls.rc++;
      return newTuple([cls, newTuple([]), state, none(), it]);
    },
    'Return state information for pickling',
  );
  classMethod(
    t,
    'fromkeys',
    '($type, /, iterable, value=None)',
    fromkeys,
    'Create a new ordered dictionary with keys from iterable and values set to value.',
  );
  readyLater(t);
}

function* orderedOrG(type: PyType, a: Obj, b: Obj): Gen {
  const made = yield* callG(type.self, [a]);
  if (made === null) return null;
  if (yield* dictUpdateArgG(made as DictObj, b)) return made;
  decref(made);
  return null;
}

function* orderedIorG(a: Obj, b: Obj): Gen {
  const r = yield* orderedUpdate(a, [b], null, []);
  if (r === null) return null;
  decref(r);
  a.rc++;
  return a;
}

/** Items go through `__setitem__` when a subclass has its own. CPython 3.12: Objects/odictobject.c mutablemapping_update */
function* orderedUpdate(o: Obj, args: Obj[], kwnames: Obj[] | null, values: Obj[]): Gen {
  const plain = o.type.mp_ass_subscript === orderedDictType.mp_ass_subscript;
  const put = function* (k: Obj, v: Obj): Gen<boolean> {
    if (plain) return yield* dictSetItemG(o as DictObj, k, v);
    let r = setItem(o, k, v);
    if (r === null) r = yield* settle();
    if (r === null) return false;
    decref(r);
    return true;
  };
  if (args.length > 0) {
    if (plain) {
      if (!(yield* dictUpdateArgG(o as DictObj, args[0]!))) return null;
    } else {
      const copy = newDict();
      let ok = yield* dictUpdateArgG(copy, args[0]!);
      for (let i = 0; ok && i < copy.v.keys.length; i++) {
        const k = copy.v.keys[i];
        if (k !== undefined) ok = yield* put(k, copy.v.values[i]!);
      }
      decref(copy);
      if (!ok) return null;
    }
  }
  for (let i = 0; kwnames !== null && i < kwnames.length; i++) {
    if (!(yield* put(kwnames[i]!, values[i]!))) return null;
  }
  return none();
}

initDefaultdict();
initOrderedDict();
