// _collections: deque, defaultdict, OrderedDict, what Counter counts with, namedtuple's fields.
//
// Answers to CPython 3.12: Modules/_collectionsmodule.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { binaryOp, nextG, setItem, ssizeG } from '../objects/abstract.ts';
import { member, method } from '../objects/descrobject.ts';
import { type DictObj, dictType, getItemG, isDict } from '../objects/dictcore.ts';
import { dictSetItemG } from '../objects/dictobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule, readyLater } from '../objects/moduleobject.ts';
import { attributeError, callG, lookupAttrG, reprG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple, tupleOf } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';
import { lookup } from '../objects/typecore.ts';
import { dequeTypes } from './_collections_deque.ts';
import { defaultdictType, orderedDictType } from './_collections_dicts.ts';
import { iterG } from './itertool.ts';

/** `mapping[item] += 1` for each item. CPython 3.12: _collections__count_elements_impl */
function* countElements(_self: Obj, mapping: Obj, iterable: Obj): Gen {
  const it = yield* iterG(iterable);
  if (it === null) return null;
  // A dict whose get and __setitem__ are its own is changed directly.
  const plain =
    isDict(mapping) &&
    lookup(mapping.type, id('get')) === lookup(dictType, id('get')) &&
    lookup(mapping.type, id('__setitem__')) === lookup(dictType, id('__setitem__'));
  const get = plain ? null : yield* lookupAttrG(mapping, id('get'));
  const one = newInt(1);
  const zero = newInt(0);
  let ok = plain || get != null;
  if (get === undefined)
    attributeError(mapping, id('get'), `'${mapping.type.name}' object has no attribute 'get'`);
  while (ok) {
    const key = yield* nextG(it);
    if (key === undefined) break;
    if (key === null) {
      ok = false;
      break;
    }
    ok = plain
      ? yield* countIn(mapping as DictObj, key, one)
      : yield* countWith(mapping, get!, key, zero, one);
    decref(key);
  }
  if (get != null) decref(get);
  decref(it);
  return ok ? none() : null;
}

function* countIn(mapping: DictObj, key: Obj, one: Obj): Gen<boolean> {
  const old = yield* getItemG(mapping.v, key);
  if (old === null) return false;
  if (old === undefined) return yield* dictSetItemG(mapping, key, one);
  let sum = binaryOp(old, one, 0);
  if (sum === null) sum = yield* settle();
  if (sum === null) return false;
  const done = yield* dictSetItemG(mapping, key, sum);
  decref(sum);
  return done;
}

function* countWith(mapping: Obj, get: Obj, key: Obj, zero: Obj, one: Obj): Gen<boolean> {
  const old = yield* callG(get, [key, zero]);
  if (old === null) return false;
  let sum = binaryOp(old, one, 0);
  if (sum === null) sum = yield* settle();
  decref(old);
  if (sum === null) return false;
  let r = setItem(mapping, key, sum);
  if (r === null) r = yield* settle();
  decref(sum);
  if (r === null) return false;
  decref(r);
  return true;
}

// --- _tuplegetter: the descriptor of a namedtuple's field ---------------------------------------------

interface GetterV {
  index: number;
  doc: Obj;
}
const getterType = new PyType('_collections._tuplegetter', TPFLAGS.HAVE_GC, typeType);
getterType.qualname = '_tuplegetter';
const G = (o: Obj): GetterV => (o as Obj<GetterV>).v;

function* getterNewG(args: Obj[]): Gen {
  const index = yield* ssizeG(args[0]!, PyExc.OverflowError);
  if (index === null) return null;
  args[1]!.rc++;
  const o = new Obj<GetterV>(getterType, { index, doc: args[1]! });
  gcTrack(o);
  return o;
}

function initGetter(): void {
  const t = getterType;
  t.basicsize = 32;
  t.tp_new = (_cls, args, kwnames) => {
    if (kwnames !== null && kwnames.length > 0) return typeError('_tuplegetter() takes no keyword arguments');
    if (args.length !== 2) return typeError(`_tuplegetter expected 2 arguments, got ${args.length}`);
    return suspend(getterNewG(args), args);
  };
  t.tp_descr_get = (o, obj) => {
    const { index } = G(o);
    if (obj === null || obj === None) {
      o.rc++;
      return o;
    }
    if (!isTuple(obj)) {
      return typeError(
        `descriptor for index '${index}' for tuple subclasses doesn't apply to '${obj.type.name}' object`,
      );
    }
    const item = (obj as Tuple).v[index];
    if (item === undefined) return raise(PyExc.IndexError, 'tuple index out of range');
    item.rc++;
    return item;
  };
  t.tp_descr_set = (_o, _obj, value) =>
    raise(PyExc.AttributeError, value === null ? "can't delete attribute" : "can't set attribute");
  t.tp_repr = (o): Res => suspend(getterReprG(G(o)), [o]);
  t.tp_traverse = (o, visit) => visit(G(o).doc);
  t.tp_dealloc = (o) => decref(G(o).doc);
  member(
    t,
    '__doc__',
    (o) => G(o).doc,
    (o, value) => {
      const old = G(o).doc;
      const doc = value ?? None;
      doc.rc++;
      G(o).doc = doc;
      decref(old);
      return none();
    },
  );
  method(t, '__reduce__', '($self, /)', (o) => {
    const cls: Obj = o.type.self;
    cls.rc++;
    const n = newInt(G(o).index);
    const args = tupleOf(n, G(o).doc);
    decref(n);
    return newTuple([cls, args]);
  });
  readyLater(t);
}

function* getterReprG(g: GetterV): Gen {
  const doc = yield* reprG(g.doc);
  if (doc === null) return null;
  const text = newStr(`_tuplegetter(${g.index}, ${doc.v})`);
  decref(doc);
  return text;
}

initGetter();

export const collectionsModule = defineModule(
  '_collections',
  'High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n',
  {
    functions: [
      [
        '_count_elements',
        '(mapping, iterable, /)',
        countElements,
        'Count elements in the iterable, updating the mapping',
      ],
    ],
    types: {
      ...dequeTypes,
      defaultdict: defaultdictType,
      OrderedDict: orderedDictType,
      _tuplegetter: getterType,
    },
  },
);
