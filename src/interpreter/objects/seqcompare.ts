// What tuples, lists and other sequences do with their items' `__eq__`, `__lt__` and `__repr__`.
//
// Each operation runs plainly as long as the items answer at once, and goes on as a generator native from the
// item that needs Python code. Nested data recurses on the JavaScript stack only so deep; beyond, the rest is handed
// to the VM, which keeps its own stack.
//
// Answers to CPython 3.12: Objects/listobject.c and Objects/tupleobject.c (richcompare, contains, index, count,
// repr), Objects/abstract.c _PySequence_IterSearch.

import { decref, type Obj, type Res, tstate, worked } from '../memory/object.ts';
import { type Gen, NativeRequest, refused, request, settle, suspend } from '../memory/suspend.ts';
import { compareFast, equalG, Py_EQ, Py_GT, Py_LE, Py_LT, Py_NE } from './compare.ts';
import { False, newBool, True } from './longcore.ts';
import { objectRepr, reprEnter, reprLeave, richCompare, truth, truthG } from './object.ts';
import { newStr, type Str } from './strcore.ts';

/** An object whose payload is an array of the objects it holds. */
export type Items = Obj<Obj[]>;

// How many plain natives over nested data stand inside each other.
let depth = 0;
const MAX_DEPTH = 80;

/** Enters one more level of nested data; false: too deep for the JavaScript stack, so hand over with `defer`. */
export function enterNested(): boolean {
  if (depth >= MAX_DEPTH) return false;
  depth++;
  return true;
}
export function leaveNested(): void {
  depth--;
}
/** After a JavaScript exception unwound through nested data. */
export function resetNested(): void {
  depth = 0;
}

/** Leaves a generator native for the VM to start, without starting it here. */
export function defer(gen: Gen, keep: readonly Obj[], where?: string): null {
  return refused() ? null : request(new NativeRequest(gen, keep, null, where));
}

/** What RecursionError says of nested data. CPython 3.12: Objects/object.c PyObject_RichCompare, PyObject_Repr */
export const IN_COMPARISON = ' in comparison';
export const IN_REPR = ' while getting the repr of an object';

/** `a == b` as containers ask it: 1, 0; -1: an error is set; -2: something is pending; go on with equalRestG. */
export function equalPlain(a: Obj, b: Obj): number {
  const fast = compareFast(a, b);
  if (fast >= 0) return fast;
  const r = richCompare(a, b, Py_EQ);
  if (r === null) return tstate.pending === null ? -1 : -2;
  if (r === True || r === False) {
    r.rc--;
    return r === True ? 1 : 0;
  }
  const t = truth(r);
  if (t < 0 && tstate.pending !== null) {
    suspend(keepingG(), [r]);
    decref(r);
    return -2;
  }
  decref(r);
  return t;
}

function* keepingG(): Gen {
  return yield* settle();
}

/** Goes on after equalPlain answered -2: 1, 0, or -1 with an error. */
export function* equalRestG(): Gen<number> {
  const r = yield* settle();
  if (r === null) return -1;
  const t = yield* truthG(r);
  decref(r);
  return t;
}

// --- searching ---------------------------------------------------------------------------------------

/** Position of the item equal to `value` from `from` on, or -1; -2 with an error. For generator natives. */
export function* findItemG(seq: Items, value: Obj, from: number, stop: number): Gen<number> {
  for (let i = from; i < stop && i < seq.v.length; i++) {
    const item = seq.v[i]!;
    item.rc++;
    const same = yield* equalG(item, value);
    decref(item);
    if (same !== 0) return same < 0 ? -2 : i;
  }
  return -1;
}

/** The same without Python code: -1 none; -2 error; -3: only findItemG can tell, from `searchedTo` on. */
export function findItem(seq: Items, value: Obj, from: number, stop: number): number {
  const items = seq.v;
  const n = Math.min(stop, items.length);
  worked(n - from);
  for (let i = from; i < n; i++) {
    const same = compareFast(items[i]!, value);
    if (same === 1) return i;
    if (same < 0) {
      searchedTo = i;
      return -3;
    }
  }
  return -1;
}
export let searchedTo = 0;

/** `value in seq`. CPython 3.12: Objects/listobject.c list_contains */
export function sequenceContains(seq: Obj, value: Obj): Res {
  const at = findItem(seq as Items, value, 0, Infinity);
  if (at === -3) return suspend(containsG(seq as Items, value, searchedTo), [seq, value]);
  return newBool(at >= 0);
}

function* containsG(seq: Items, value: Obj, from: number): Gen {
  const at = yield* findItemG(seq, value, from, Infinity);
  return at === -2 ? null : newBool(at >= 0);
}

/** How many items equal `value`; -1 with an error. For generator natives. */
export function* countItemsG(seq: Items, value: Obj): Gen<number> {
  let count = 0;
  for (let at = 0; ; at++) {
    at = yield* findItemG(seq, value, at, Infinity);
    if (at === -2) return -1;
    if (at === -1) return count;
    count++;
  }
}

// --- comparing ---------------------------------------------------------------------------------------

/** `x op y` for numbers, op being Py_LT ... Py_GE. */
export function compareNumbers(x: number, y: number, op: number): boolean {
  switch (op) {
    case Py_LT:
      return x < y;
    case Py_LE:
      return x <= y;
    case Py_EQ:
      return x === y;
    case Py_NE:
      return x !== y;
    case Py_GT:
      return x > y;
    default:
      return x >= y;
  }
}

/**
 * `a op b`, item by item; both have the same kind of payload.
 * CPython 3.12: Objects/tupleobject.c tuplerichcompare, Objects/listobject.c list_richcompare
 */
export function sequenceCompare(a: Obj, b: Obj, op: number): Res {
  if (!enterNested()) return defer(compareG(a as Items, b as Items, op, 0, false), [a, b], IN_COMPARISON);
  const r = compareFrom(a as Items, b as Items, op);
  leaveNested();
  return r;
}

function compareFrom(a: Items, b: Items, op: number): Res {
  for (let i = 0; i < a.v.length && i < b.v.length; i++) {
    const same = equalPlain(a.v[i]!, b.v[i]!);
    if (same === 1) continue;
    if (same === 0) return compareDiffering(a, b, op, i);
    return same === -1 ? null : suspend(compareG(a, b, op, i, true), [a, b]);
  }
  worked(a.v.length);
  return newBool(compareNumbers(a.v.length, b.v.length, op));
}

function compareDiffering(a: Items, b: Items, op: number, i: number): Res {
  if (op === Py_EQ) return newBool(false);
  if (op === Py_NE) return newBool(true);
  return richCompare(a.v[i]!, b.v[i]!, op);
}

// `pending`: the comparison of item i is under way.
function* compareG(a: Items, b: Items, op: number, i: number, pending: boolean): Gen {
  for (; i < a.v.length && i < b.v.length; i++) {
    let same = pending ? -2 : equalPlain(a.v[i]!, b.v[i]!);
    pending = false;
    if (same === -2) same = yield* equalRestG();
    if (same === 1) continue;
    if (same < 0) return null;
    if (i >= a.v.length || i >= b.v.length) break;
    const r = compareDiffering(a, b, op, i);
    return r === null ? yield* settle() : r;
  }
  return newBool(compareNumbers(a.v.length, b.v.length, op));
}

// --- repr --------------------------------------------------------------------------------------------

/**
 * `open + repr of the items, separated by commas + close`. `itemsOf` is asked again each time: repr may run Python
 * code that changes the container. CPython 3.12: Objects/listobject.c list_repr
 */
export function reprItems(o: Obj, itemsOf: () => readonly Obj[], open: string, close: string): Res {
  if (!enterNested()) return defer(reprG(o, itemsOf, open, close, [], false), [o], IN_REPR);
  const parts: string[] = [];
  for (let items = itemsOf(); parts.length < items.length; items = itemsOf()) {
    const r = objectRepr(items[parts.length]!);
    if (r === null) {
      leaveNested();
      if (tstate.pending !== null) return suspend(reprG(o, itemsOf, open, close, parts, true), [o]);
      reprLeave(o);
      return null;
    }
    parts.push((r as Str).v);
    decref(r);
  }
  leaveNested();
  reprLeave(o);
  worked(parts.length * 8);
  return newStr(open + parts.join(', ') + close);
}

function* reprG(
  o: Obj,
  itemsOf: () => readonly Obj[],
  open: string,
  close: string,
  parts: string[],
  pending: boolean,
): Gen {
  for (let items = itemsOf(); pending || parts.length < items.length; items = itemsOf()) {
    let r = pending ? null : objectRepr(items[parts.length]!);
    pending = false;
    if (r === null) r = yield* settle();
    if (r === null) {
      reprLeave(o);
      return null;
    }
    parts.push((r as Str).v);
    decref(r);
  }
  reprLeave(o);
  return newStr(open + parts.join(', ') + close);
}

/** True if `o` is not being shown already; then reprItems must follow. */
export function reprStart(o: Obj): boolean {
  return !reprEnter(o);
}
