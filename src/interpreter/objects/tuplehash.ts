// The hash of tuples and slices: xxHash over the items' hashes, in 64-bit arithmetic on two 32-bit halves.
//
// Answers to CPython 3.12: Objects/tupleobject.c tuplehash, Objects/sliceobject.c slicehash.

import { decref, type Obj, tstate } from '../memory/object.ts';
import { type Gen, NativeRequest, refused, suspend } from '../memory/suspend.ts';
import { hashG, hashOfInt, objectHash } from './compare.ts';
import { newIntAny } from './longcore.ts';
import { fullHash } from './pyhash.ts';
import { strHashFull, strType } from './strcore.ts';

// 11400714785074694791, 14029467366897019727 and 2870177450012600261, as halves.
const P1_LO = 0x85ebca87 | 0;
const P1_HI = 0x9e3779b1 | 0;
const P2_LO = 0x27d4eb4f | 0;
const P2_HI = 0xc2b2ae3d | 0;
const P5_LO = 0x165667c5 | 0;
const P5_HI = 0x27d4eb2f | 0;

// The accumulator.
let lo = 0;
let hi = 0;

/** The high half of the product of two 32-bit halves. */
export function multiplyHigh(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const mid = ah * bl + ((al * bl) >>> 16);
  const mid2 = al * bh + (mid & 0xffff);
  return (ah * bh + Math.floor(mid / 65536) + Math.floor(mid2 / 65536)) | 0;
}

function start(): void {
  lo = P5_LO;
  hi = P5_HI;
}

// acc += lane * P2; acc = rotl(acc, 31); acc *= P1
function mix(laneLo: number, laneHi: number): void {
  const pl = Math.imul(laneLo, P2_LO);
  const ph = (multiplyHigh(laneLo, P2_LO) + Math.imul(laneHi, P2_LO) + Math.imul(laneLo, P2_HI)) | 0;
  const sum = (lo >>> 0) + (pl >>> 0);
  const sl = sum | 0;
  const sh = (hi + ph + (sum > 0xffffffff ? 1 : 0)) | 0;
  const rl = (sl << 31) | (sh >>> 1);
  const rh = (sh << 31) | (sl >>> 1);
  lo = Math.imul(rl, P1_LO);
  hi = (multiplyHigh(rl, P1_LO) + Math.imul(rh, P1_LO) + Math.imul(rl, P1_HI)) | 0;
}

function finish(length: number): number {
  if (length >= 0) {
    // acc += len ^ (P5 ^ 3527539)
    const add = (length ^ P5_LO ^ 3527539) >>> 0;
    const sum = (lo >>> 0) + add;
    hi = (hi + P5_HI + (sum > 0xffffffff ? 1 : 0)) | 0;
    lo = sum | 0;
  }
  if (lo === -1 && hi === -1) {
    lo = 1546275796;
    hi = 0;
  }
  tstate.hashHi = hi;
  return lo;
}

/** objectHash with both halves: the cached hash of an exact str leaves the high one out. */
export function hashBoth(o: Obj): number {
  return o.type === strType ? strHashFull(o) : objectHash(o);
}

/**
 * The hash of these items of `o`, with their number mixed in (`counted`, tuples) or not (slices).
 * Answers as a tp_hash: NaN, error or pending.
 */
export function tupleHashItems(o: Obj, items: readonly Obj[], counted: boolean): number {
  if (nested >= MAX_NESTED) {
    if (refused()) return NaN;
    start();
    tstate.pending = new NativeRequest(tupleHashG(items, 0, lo, hi, counted, false), [o], null);
    return NaN;
  }
  nested++;
  const h = hashFrom(o, items, counted);
  nested--;
  return h;
}

// Tuples within tuples on the JavaScript stack; beyond, the VM keeps them on its own.
let nested = 0;
const MAX_NESTED = 80;

/** After a JavaScript exception unwound through a hash. */
export function resetHash(): void {
  nested = 0;
}

function hashFrom(o: Obj, items: readonly Obj[], counted: boolean): number {
  start();
  for (let i = 0; i < items.length; i++) {
    // Hashing an item may hash another tuple: the accumulator is kept here meanwhile.
    const l = lo;
    const h = hi;
    const lane = hashBoth(items[i]!);
    if (Number.isNaN(lane)) {
      if (tstate.pending === null) return NaN;
      const r = suspend(tupleHashG(items, i, l, h, counted, true), [o]);
      if (r === null) return NaN;
      const done = hashOfInt(r);
      decref(r);
      return done;
    }
    lo = l;
    hi = h;
    mix(lane, tstate.hashHi);
  }
  return finish(counted ? items.length : -1);
}

// Goes on from item i; `pending`: its hash is.
function* tupleHashG(
  items: readonly Obj[],
  i: number,
  l: number,
  h: number,
  counted: boolean,
  asked: boolean,
): Gen {
  for (let pending = asked; i < items.length; i++, pending = false) {
    let lane = pending ? NaN : hashBoth(items[i]!);
    if (Number.isNaN(lane)) lane = yield* hashG(items[i]!);
    if (Number.isNaN(lane)) return null;
    lo = l;
    hi = h;
    mix(lane, tstate.hashHi);
    l = lo;
    h = hi;
  }
  lo = l;
  hi = h;
  return newIntAny(fullHash(finish(counted ? items.length : -1)));
}
