// __build_class__: what a class statement calls.
//
// Answers to CPython 3.12: Python/bltinmodule.c (builtin___build_class__, update_bases).

import { decref, type Obj, PyType, type Res, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { setItem } from '../objects/abstract.ts';
import { newDict } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Cell, cellType, functionType } from '../objects/funcobject.ts';
import type { Kwargs } from '../objects/methodobject.ts';
import { callG, lookupAttrG, reprG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple, tupleOf } from '../objects/seqcore.ts';
import { id, isStr } from '../objects/strcore.ts';
import { calculateMetaclass } from '../objects/typeobject.ts';
import { runClassBody } from '../vm/op_names.ts';

/** Bases with `__mro_entries__` replaced (new reference). CPython 3.12: Python/bltinmodule.c update_bases */
export function* updateBasesG(bases: Tuple): Gen<Tuple | null> {
  const out: Obj[] = [];
  let changed = false;
  const failed = (): null => {
    for (const o of out) decref(o);
    return null;
  };
  for (const base of bases.v) {
    if (!(base.v instanceof PyType)) {
      const f = yield* lookupAttrG(base, id('__mro_entries__'));
      if (f === null) return failed();
      if (f !== undefined) {
        const entries = yield* callG(f, [bases]);
        decref(f);
        if (entries === null) return failed();
        if (!isTuple(entries)) {
          decref(entries);
          typeError('__mro_entries__ must return a tuple');
          return failed();
        }
        changed = true;
        for (const e of (entries as Tuple).v) {
          e.rc++;
          out.push(e);
        }
        decref(entries);
        continue;
      }
    }
    base.rc++;
    out.push(base);
  }
  if (!changed) {
    for (const o of out) decref(o);
    bases.rc++;
    return bases;
  }
  return newTuple(out);
}

export function* buildClassG(_self: Obj, args: Obj[], kwargs: Kwargs): Gen {
  if (args.length < 2) return typeError('__build_class__: not enough arguments');
  const [func, name] = args as [Obj, Obj];
  if (func.type !== functionType) return typeError('__build_class__: func must be a function');
  if (!isStr(name)) return typeError('__build_class__: name is not a string');
  const orig = tupleOf(...args.slice(2));
  const bases = yield* updateBasesG(orig);
  if (bases === null) {
    decref(orig);
    return null;
  }
  const r = yield* build(func, name, orig, bases, kwargs);
  decref(bases);
  decref(orig);
  return r;
}

function* build(func: Obj, name: Obj, orig: Tuple, bases: Tuple, kwargs: Kwargs): Gen {
  let meta: Obj | null = null;
  const names: Obj[] = [];
  const values: Obj[] = [];
  for (const [k, v] of kwargs) {
    if (k.v === 'metaclass') meta = v;
    else {
      names.push(k);
      values.push(v);
    }
  }
  const kwnames = names.length === 0 ? null : names;
  let isClass = meta === null || meta.v instanceof PyType;
  if (meta === null) meta = bases.v.length === 0 ? typeType.self : bases.v[0]!.type.self;
  if (meta.v instanceof PyType) {
    isClass = true;
    const winner = calculateMetaclass(meta.v, bases.v);
    if (winner === null) return null;
    meta = winner.self;
  }
  const prepare = yield* lookupAttrG(meta, id('__prepare__'));
  if (prepare === null) return null;
  let ns: Res;
  if (prepare === undefined) ns = newDict();
  else {
    ns = yield* callG(prepare, [name, bases, ...values], kwnames);
    decref(prepare);
  }
  if (ns === null) return null;
  if (ns.type.mp_subscript === null) {
    const who = isClass ? (meta as Obj<PyType>).v.name : '<metaclass>';
    const got = ns.type.name;
    decref(ns);
    return typeError(`${who}.__prepare__() must return a mapping, not ${got}`);
  }
  let cell = runClassBody(func, ns);
  if (cell === null) cell = yield* settle();
  if (cell === null) {
    decref(ns);
    return null;
  }
  let cls: Res = null;
  let ok = true;
  if (bases !== orig) {
    let r = setItem(ns, id('__orig_bases__'), orig);
    if (r === null) r = yield* settle();
    if (r === null) ok = false;
    else decref(r);
  }
  if (ok) {
    cls = yield* callG(meta, [name, bases, ns, ...values], kwnames);
    if (cls !== null && cls.v instanceof PyType && cell.type === cellType) {
      const inCell = (cell as Cell).v.value;
      if (inCell !== cls) {
        const n = (yield* reprG(name))?.v;
        const c = (yield* reprG(cls))?.v;
        if (inCell === null) {
          raise(
            PyExc.RuntimeError,
            `__class__ not set defining ${n} as ${c}. Was __classcell__ propagated to type.__new__?`,
          );
        } else {
          const other = (yield* reprG(inCell))?.v;
          typeError(`__class__ set to ${other} defining ${n} as ${c}`);
        }
        decref(cls);
        cls = null;
      }
    }
  }
  xdecref(cell);
  decref(ns);
  return cls;
}
