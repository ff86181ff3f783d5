// Hashing and equality without Python code, where the types allow it; and with it, where they don't.
//
// Tables ask for equality all the time, nearly always of strings and numbers. `compareFast` answers for exact
// built-in types and for types that compare by identity; everything else goes through `tp_richcompare`.
//
// Answers to CPython 3.12: Objects/object.c (PyObject_Hash, PyObject_RichCompareBool).

import { decref, type Obj, tstate } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { PyExc, raise } from './errors.ts';
import { boolType, type Int, intType, isInt } from './longcore.ts';
import { richCompare, truth } from './object.ts';
import { hashFromBigInt, hashInt } from './pyhash.ts';
import { identityCompare, Py_EQ } from './richcmp.ts';
import { type Tuple, tupleType } from './seqcore.ts';
import { type Str, strHash, strType } from './strcore.ts';

export { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, setIdentityCompare } from './richcmp.ts';

/** Tuples within tuples, beyond which it is left to `tp_richcompare`. */
const MAX_NESTED = 40;

/** 1 equal, 0 not, -1: only `tp_richcompare` can tell. */
export function compareFast(a: Obj, b: Obj, nested = 0): number {
  if (a === b) return 1;
  const ta = a.type;
  const tb = b.type;
  if (ta === strType && tb === strType) return (a as Str).v === (b as Str).v ? 1 : 0;
  if ((ta === intType || ta === boolType) && (tb === intType || tb === boolType)) {
    return (a as Int).v === (b as Int).v ? 1 : 0;
  }
  if (ta === tupleType && tb === tupleType) {
    const x = (a as Tuple).v;
    const y = (b as Tuple).v;
    if (x.length !== y.length) return 0;
    for (let i = 0; i < x.length; i++) {
      const same = nested < MAX_NESTED ? compareFast(x[i]!, y[i]!, nested + 1) : -1;
      if (same !== 1) return same;
    }
    return 1;
  }
  // Types without __eq__ compare by identity.
  if (ta.tp_richcompare === identityCompare.slot && tb.tp_richcompare === identityCompare.slot) return 0;
  return -1;
}

/** 1 equal, 0 not, -1 with the error set. Identity counts as equal, as in containers. */
export function* equalG(a: Obj, b: Obj): Gen<number> {
  const fast = compareFast(a, b);
  if (fast >= 0) return fast;
  let r = richCompare(a, b, Py_EQ);
  if (r === null) r = yield* settle();
  if (r === null) return -1;
  let t = truth(r);
  if (t < 0) {
    const settled = yield* settle();
    if (settled === null) {
      decref(r);
      return -1;
    }
    t = Number((settled as Int).v);
  }
  decref(r);
  return t;
}

/** Low half of the hash (high in tstate.hashHi unless it is a str); NaN: error or pending. CPython 3.12: PyObject_Hash */
export function objectHash(o: Obj): number {
  const type = o.type;
  if (type === strType) return strHash(o);
  if (type === intType) return hashInt((o as Int).v);
  if (type.tp_hash !== null) return type.tp_hash(o);
  raise(PyExc.TypeError, `unhashable type: '${type.name}'`);
  return NaN;
}

/** Goes on after objectHash answered NaN: runs `__hash__`. NaN again: an error is set. */
export function* hashG(_o: Obj): Gen<number> {
  if (tstate.pending === null) return NaN;
  const r = yield* settle();
  if (r === null) return NaN;
  const h = hashOfInt(r as Int);
  decref(r);
  return h;
}

/** The halves of an int that `__hash__` returned: beyond 64 bits it is itself hashed. CPython 3.12: slot_tp_hash */
export function hashOfInt(r: Obj): number {
  if (!isInt(r)) return NaN;
  const v = r.v;
  if (typeof v === 'number') return hashInt(v);
  if (v >= -(1n << 63n) && v < 1n << 63n) return hashFromBigInt(v);
  return hashInt(v);
}
