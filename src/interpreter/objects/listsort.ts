// Sorting lists: timsort with powersort's order of merges, comparison for comparison as CPython does it.
//
// Comparing may run Python code, so the sort is a generator native; when a look at all keys shows that they are ints,
// floats or strings (or tuples that begin with one), they are compared plainly and nothing is ever yielded.
//
// Answers to CPython 3.12: Objects/listobject.c (list.sort and everything above it), Objects/listsort.txt.
// Absent: the temporary array's bookkeeping, which JavaScript arrays make unnecessary.

import { decref, decrefAll, type Obj, type Res, type richcmpfunc, tstate } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { Py_LT } from './compare.ts';
import { PyExc, raise } from './errors.ts';
import { False, type Int, intType, True } from './longcore.ts';
import { objectCall, richCompare, truth, truthG } from './object.ts';
import { equalPlain, equalRestG } from './seqcompare.ts';
import { type List, listType, type Tuple, tupleType } from './seqcore.ts';
import { None, NotImplemented } from './singletons.ts';
import { type Str, strType } from './strcore.ts';

const MIN_GALLOP = 7;

/** 1 less, 0 not, -1 an error is set, -2 `MergeState.rest` goes on. */
type Less = (a: Obj, b: Obj) => number;

interface Run {
  base: number;
  length: number;
  power: number;
}

class MergeState {
  minGallop = MIN_GALLOP;
  readonly keys: Obj[];
  readonly values: Obj[] | null;
  less: Less;
  /** Goes on with a comparison that answered -2: 1, 0, or -1. */
  rest: Gen<number> | null = null;
  readonly pending: Run[] = [];

  constructor(keys: Obj[], values: Obj[] | null) {
    this.keys = keys;
    this.values = values;
    this.less = chooseLess(this);
  }
}

// --- comparing ---------------------------------------------------------------------------------------

const NOT_LATIN = /[\u0100-\uffff]/;

/** What the pre-sort check found: how these keys may be compared. CPython 3.12: list_sort_impl */
function chooseLess(ms: MergeState): Less {
  const keys = ms.keys;
  const safe = safeLess(ms);
  if (keys.length < 2) return safe;
  const first = keys[0]!;
  let inTuples = first.type === tupleType && (first as Tuple).v.length > 0;
  const keyType = inTuples ? (first as Tuple).v[0]!.type : first.type;
  let same = true;
  let bounded = true;
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i]!;
    if (inTuples && !(k.type === tupleType && (k as Tuple).v.length > 0)) {
      inTuples = false;
      same = false;
      break;
    }
    const key = inTuples ? (k as Tuple).v[0]! : k;
    if (key.type !== keyType) {
      same = false;
      if (!inTuples) break;
    }
    if (same && bounded) {
      if (keyType === intType) bounded = typeof (key as Int).v === 'number';
      else if (keyType === strType) bounded = !NOT_LATIN.test((key as Str).v);
    }
  }
  let less = safe;
  if (same) {
    if ((keyType === strType || keyType === intType) && bounded) less = payloadLess;
    else if (keyType.name === 'float' && (keyType.flags & (1 << 9)) === 0) less = payloadLess;
    else if (keyType.tp_richcompare !== null) less = sameTypeLess(ms, keyType.tp_richcompare);
  }
  if (inTuples) return tupleLess(ms, keyType === tupleType ? safe : less);
  return less;
}

/** Ints, floats and Latin-1 strings: their payloads compare as they do. */
const payloadLess: Less = (a, b) => ((a as Obj<number>).v < (b as Obj<number>).v ? 1 : 0);

/** CPython 3.12: safe_object_compare */
const safeLess =
  (ms: MergeState): Less =>
  (a, b) => {
    // Small ints need no more than a look.
    if (a.type === intType && b.type === intType && typeof a.v === 'number' && typeof b.v === 'number') {
      return a.v < b.v ? 1 : 0;
    }
    return testResult(ms, richCompare(a, b, Py_LT));
  };

/** CPython 3.12: unsafe_object_compare */
const sameTypeLess =
  (ms: MergeState, compare: richcmpfunc): Less =>
  (a, b) => {
    if (a.type.tp_richcompare !== compare) return testResult(ms, richCompare(a, b, Py_LT));
    const r = compare(a, b, Py_LT);
    if (r === NotImplemented) {
      r.rc--;
      return testResult(ms, richCompare(a, b, Py_LT));
    }
    if (r === null && tstate.pending !== null) {
      ms.rest = sameTypeRestG(a, b);
      return -2;
    }
    return testResult(ms, r);
  };

function* sameTypeRestG(a: Obj, b: Obj): Gen<number> {
  let r = yield* settle();
  if (r === NotImplemented) {
    r.rc--;
    r = richCompare(a, b, Py_LT);
    if (r === null) r = yield* settle();
  }
  if (r === null) return -1;
  const t = yield* truthG(r);
  decref(r);
  return t;
}

/** The truth of a comparison's result (owned), or of the one that is pending. */
function testResult(ms: MergeState, r: Res): number {
  if (r === null) {
    if (tstate.pending === null) return -1;
    ms.rest = equalRestG();
    return -2;
  }
  if (r === True || r === False) {
    r.rc--;
    return r === True ? 1 : 0;
  }
  const t = truth(r);
  if (t < 0 && tstate.pending !== null) {
    ms.rest = truthRestG(r);
    return -2;
  }
  decref(r);
  return t;
}

function* truthRestG(r: Obj): Gen<number> {
  const t = yield* settle();
  decref(r);
  return t === null ? -1 : Number((t as Int).v !== 0);
}

/** CPython 3.12: unsafe_tuple_compare */
function tupleLess(ms: MergeState, element: Less): Less {
  const safe = safeLess(ms);
  const last = (x: Obj[], y: Obj[], i: number): number =>
    i >= x.length || i >= y.length ? Number(x.length < y.length) : (i === 0 ? element : safe)(x[i]!, y[i]!);
  function* restG(x: Obj[], y: Obj[], i: number): Gen<number> {
    let same = yield* equalRestG();
    while (same === 1) {
      i++;
      if (i >= x.length || i >= y.length) break;
      same = equalPlain(x[i]!, y[i]!);
      if (same === -2) same = yield* equalRestG();
    }
    if (same < 0) return -1;
    const k = last(x, y, i);
    return k === -2 ? yield* ms.rest! : k;
  }
  return (a, b) => {
    const x = (a as Tuple).v;
    const y = (b as Tuple).v;
    let i = 0;
    for (; i < x.length && i < y.length; i++) {
      const p = x[i]!;
      const q = y[i]!;
      if (p.type === intType && q.type === intType && typeof p.v === 'number' && typeof q.v === 'number') {
        if (p.v === q.v) continue;
        return p.v < q.v ? 1 : 0;
      }
      const same = equalPlain(p, q);
      if (same === 1) continue;
      if (same === 0) break;
      if (same === -1) return -1;
      ms.rest = restG(x, y, i);
      return -2;
    }
    return last(x, y, i);
  };
}

// --- runs --------------------------------------------------------------------------------------------

function reverse(array: Obj[] | null, from: number, to: number): void {
  if (array === null) return;
  for (let i = from, j = to - 1; i < j; i++, j--) {
    const t = array[i]!;
    array[i] = array[j]!;
    array[j] = t;
  }
}

let descending = false;

/** Length of the run at `lo`; sets `descending`; -1 with an error. CPython 3.12: count_run */
function* countRun(ms: MergeState, lo: number, hi: number): Gen<number> {
  const { keys, less } = ms;
  let down = false;
  if (lo + 1 === hi) {
    descending = false;
    return 1;
  }
  let n = 2;
  let k = less(keys[lo + 1]!, keys[lo]!);
  if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
  if (k) down = true;
  for (let i = lo + 2; i < hi; i++, n++) {
    k = less(keys[i]!, keys[i - 1]!);
    if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
    if ((k === 1) !== down) break;
  }
  descending = down;
  return n;
}

/** Sorts [lo, hi), whose part before `start` is sorted already. False: an error. CPython 3.12: binarysort */
function* binarySort(ms: MergeState, lo: number, hi: number, start: number): Gen<boolean> {
  const { keys, values, less } = ms;
  if (lo === start) start++;
  for (; start < hi; start++) {
    let l = lo;
    let r = start;
    const pivot = keys[r]!;
    do {
      const p = l + ((r - l) >> 1);
      let k = less(pivot, keys[p]!);
      if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return false;
      if (k) r = p;
      else l = p + 1;
    } while (l < r);
    for (let p = start; p > l; p--) keys[p] = keys[p - 1]!;
    keys[l] = pivot;
    if (values !== null) {
      const value = values[start]!;
      for (let p = start; p > l; p--) values[p] = values[p - 1]!;
      values[l] = value;
    }
  }
  return true;
}

// --- galloping ---------------------------------------------------------------------------------------

/** Where `key` belongs in the n sorted items of `a` at `base`, before equal ones; -1 with an error. CPython 3.12: gallop_left */
function* gallopLeft(ms: MergeState, key: Obj, a: Obj[], base: number, n: number, hint: number): Gen<number> {
  const less = ms.less;
  let last = 0;
  let ofs = 1;
  let k = less(a[base + hint]!, key);
  if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
  if (k) {
    const max = n - hint;
    while (ofs < max) {
      k = less(a[base + hint + ofs]!, key);
      if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
      if (!k) break;
      last = ofs;
      ofs = 2 * ofs + 1;
    }
    if (ofs > max) ofs = max;
    last += hint;
    ofs += hint;
  } else {
    const max = hint + 1;
    while (ofs < max) {
      k = less(a[base + hint - ofs]!, key);
      if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
      if (k) break;
      last = ofs;
      ofs = 2 * ofs + 1;
    }
    if (ofs > max) ofs = max;
    const t = last;
    last = hint - ofs;
    ofs = hint - t;
  }
  last++;
  while (last < ofs) {
    const m = last + ((ofs - last) >> 1);
    k = less(a[base + m]!, key);
    if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
    if (k) last = m + 1;
    else ofs = m;
  }
  return ofs;
}

/** The same, after equal ones. CPython 3.12: gallop_right */
function* gallopRight(
  ms: MergeState,
  key: Obj,
  a: Obj[],
  base: number,
  n: number,
  hint: number,
): Gen<number> {
  const less = ms.less;
  let last = 0;
  let ofs = 1;
  let k = less(key, a[base + hint]!);
  if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
  if (k) {
    const max = hint + 1;
    while (ofs < max) {
      k = less(key, a[base + hint - ofs]!);
      if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
      if (!k) break;
      last = ofs;
      ofs = 2 * ofs + 1;
    }
    if (ofs > max) ofs = max;
    const t = last;
    last = hint - ofs;
    ofs = hint - t;
  } else {
    const max = n - hint;
    while (ofs < max) {
      k = less(key, a[base + hint + ofs]!);
      if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
      if (k) break;
      last = ofs;
      ofs = 2 * ofs + 1;
    }
    if (ofs > max) ofs = max;
    last += hint;
    ofs += hint;
  }
  last++;
  while (last < ofs) {
    const m = last + ((ofs - last) >> 1);
    k = less(key, a[base + m]!);
    if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) return -1;
    if (k) ofs = m;
    else last = m + 1;
  }
  return ofs;
}

// --- merging -----------------------------------------------------------------------------------------

/** Copies n items within one array or between two; regions may overlap. */
function move(to: Obj[], at: number, from: Obj[], start: number, n: number): void {
  if (to === from && at > start) {
    for (let i = n - 1; i >= 0; i--) to[at + i] = from[start + i]!;
  } else for (let i = 0; i < n; i++) to[at + i] = from[start + i]!;
}

/** Merges na items at `a` with the nb items right behind, na <= nb. False: an error. CPython 3.12: merge_lo */
function* mergeLo(ms: MergeState, a: number, na: number, b: number, nb: number): Gen<boolean> {
  const { keys, values, less } = ms;
  const tempKeys = keys.slice(a, a + na);
  const tempValues = values === null ? null : values.slice(a, a + na);
  let dest = a;
  let i = 0;
  const takeA = (): void => {
    keys[dest] = tempKeys[i]!;
    if (values !== null) values[dest] = tempValues![i]!;
    dest++;
    i++;
  };
  const takeB = (): void => {
    keys[dest] = keys[b]!;
    if (values !== null) values[dest] = values[b]!;
    dest++;
    b++;
  };
  // What is left of A goes to the end of what was merged; in every way out.
  const restOfA = (): void => {
    if (na > 0) {
      move(keys, dest, tempKeys, i, na);
      if (values !== null) move(values, dest, tempValues!, i, na);
    }
  };
  const copyB = (): boolean => {
    move(keys, dest, keys, b, nb);
    keys[dest + nb] = tempKeys[i]!;
    if (values !== null) {
      move(values, dest, values, b, nb);
      values[dest + nb] = tempValues![i]!;
    }
    return true;
  };
  takeB();
  if (--nb === 0) {
    restOfA();
    return true;
  }
  if (na === 1) return copyB();
  let minGallop = ms.minGallop;
  for (;;) {
    let acount = 0;
    let bcount = 0;
    for (;;) {
      let k = less(keys[b]!, tempKeys[i]!);
      if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) {
        restOfA();
        return false;
      }
      if (k) {
        takeB();
        bcount++;
        acount = 0;
        if (--nb === 0) {
          restOfA();
          return true;
        }
        if (bcount >= minGallop) break;
      } else {
        takeA();
        acount++;
        bcount = 0;
        if (--na === 1) return copyB();
        if (acount >= minGallop) break;
      }
    }
    minGallop++;
    do {
      if (minGallop > 1) minGallop--;
      ms.minGallop = minGallop;
      let k = yield* gallopRight(ms, keys[b]!, tempKeys, i, na, 0);
      if (k < 0) {
        restOfA();
        return false;
      }
      acount = k;
      if (k > 0) {
        move(keys, dest, tempKeys, i, k);
        if (values !== null) move(values, dest, tempValues!, i, k);
        dest += k;
        i += k;
        na -= k;
        if (na === 1) return copyB();
        if (na === 0) return true;
      }
      takeB();
      if (--nb === 0) {
        restOfA();
        return true;
      }
      k = yield* gallopLeft(ms, tempKeys[i]!, keys, b, nb, 0);
      if (k < 0) {
        restOfA();
        return false;
      }
      bcount = k;
      if (k > 0) {
        move(keys, dest, keys, b, k);
        if (values !== null) move(values, dest, values, b, k);
        dest += k;
        b += k;
        nb -= k;
        if (nb === 0) {
          restOfA();
          return true;
        }
      }
      takeA();
      if (--na === 1) return copyB();
    } while (acount >= MIN_GALLOP || bcount >= MIN_GALLOP);
    minGallop++;
    ms.minGallop = minGallop;
  }
}

/** Merges na items at `a` with the nb items right behind, na >= nb. False: an error. CPython 3.12: merge_hi */
function* mergeHi(ms: MergeState, baseA: number, na: number, baseB: number, nb: number): Gen<boolean> {
  const { keys, values, less } = ms;
  const tempKeys = keys.slice(baseB, baseB + nb);
  const tempValues = values === null ? null : values.slice(baseB, baseB + nb);
  let dest = baseB + nb - 1;
  let a = baseA + na - 1;
  let j = nb - 1;
  const takeA = (): void => {
    keys[dest] = keys[a]!;
    if (values !== null) values[dest] = values[a]!;
    dest--;
    a--;
  };
  const takeB = (): void => {
    keys[dest] = tempKeys[j]!;
    if (values !== null) values[dest] = tempValues![j]!;
    dest--;
    j--;
  };
  const restOfB = (): void => {
    if (nb > 0) {
      move(keys, dest - (nb - 1), tempKeys, 0, nb);
      if (values !== null) move(values, dest - (nb - 1), tempValues!, 0, nb);
    }
  };
  const copyA = (): boolean => {
    move(keys, dest + 1 - na, keys, a + 1 - na, na);
    keys[dest - na] = tempKeys[j]!;
    if (values !== null) {
      move(values, dest + 1 - na, values, a + 1 - na, na);
      values[dest - na] = tempValues![j]!;
    }
    return true;
  };
  takeA();
  if (--na === 0) {
    restOfB();
    return true;
  }
  if (nb === 1) return copyA();
  let minGallop = ms.minGallop;
  for (;;) {
    let acount = 0;
    let bcount = 0;
    for (;;) {
      let k = less(tempKeys[j]!, keys[a]!);
      if (k < 0 && (k === -1 || (k = yield* ms.rest!) < 0)) {
        restOfB();
        return false;
      }
      if (k) {
        takeA();
        acount++;
        bcount = 0;
        if (--na === 0) {
          restOfB();
          return true;
        }
        if (acount >= minGallop) break;
      } else {
        takeB();
        bcount++;
        acount = 0;
        if (--nb === 1) return copyA();
        if (bcount >= minGallop) break;
      }
    }
    minGallop++;
    do {
      if (minGallop > 1) minGallop--;
      ms.minGallop = minGallop;
      let k = yield* gallopRight(ms, tempKeys[j]!, keys, baseA, na, na - 1);
      if (k < 0) {
        restOfB();
        return false;
      }
      k = na - k;
      acount = k;
      if (k > 0) {
        dest -= k;
        a -= k;
        move(keys, dest + 1, keys, a + 1, k);
        if (values !== null) move(values, dest + 1, values, a + 1, k);
        na -= k;
        if (na === 0) {
          restOfB();
          return true;
        }
      }
      takeB();
      if (--nb === 1) return copyA();
      k = yield* gallopLeft(ms, keys[a]!, tempKeys, 0, nb, nb - 1);
      if (k < 0) {
        restOfB();
        return false;
      }
      k = nb - k;
      bcount = k;
      if (k > 0) {
        dest -= k;
        j -= k;
        move(keys, dest + 1, tempKeys, j + 1, k);
        if (values !== null) move(values, dest + 1, tempValues!, j + 1, k);
        nb -= k;
        if (nb === 1) return copyA();
        if (nb === 0) return true;
      }
      takeA();
      if (--na === 0) {
        restOfB();
        return true;
      }
    } while (acount >= MIN_GALLOP || bcount >= MIN_GALLOP);
    minGallop++;
    ms.minGallop = minGallop;
  }
}

/** Merges the runs i and i+1 of the stack. CPython 3.12: merge_at */
function* mergeAt(ms: MergeState, i: number): Gen<boolean> {
  const runs = ms.pending;
  let a = runs[i]!.base;
  let na = runs[i]!.length;
  const b = runs[i + 1]!.base;
  let nb = runs[i + 1]!.length;
  runs[i]!.length = na + nb;
  runs.splice(i + 1, 1);
  const k = yield* gallopRight(ms, ms.keys[b]!, ms.keys, a, na, 0);
  if (k < 0) return false;
  a += k;
  na -= k;
  if (na === 0) return true;
  nb = yield* gallopLeft(ms, ms.keys[a + na - 1]!, ms.keys, b, nb, nb - 1);
  if (nb <= 0) return nb === 0;
  return na <= nb ? yield* mergeLo(ms, a, na, b, nb) : yield* mergeHi(ms, a, na, b, nb);
}

/** Depth of the boundary between two runs in the merge tree. CPython 3.12: powerloop */
function powerLoop(s1: number, n1: number, n2: number, n: number): number {
  let result = 0;
  let a = 2 * s1 + n1;
  let b = a + n1 + n2;
  for (;;) {
    result++;
    if (a >= n) {
      a -= n;
      b -= n;
    } else if (b >= n) return result;
    a *= 2;
    b *= 2;
  }
}

function minimalRun(n: number): number {
  let r = 0;
  while (n >= 64) {
    r |= n & 1;
    n >>= 1;
  }
  return n + r;
}

/** Sorts `keys`, and `values` along with them, stably. False: an error; the items are all still there. */
function* timsort(keys: Obj[], values: Obj[] | null): Gen<boolean> {
  const ms = new MergeState(keys, values);
  const runs = ms.pending;
  const total = keys.length;
  const minrun = minimalRun(total);
  let lo = 0;
  let remaining = total;
  do {
    let n = yield* countRun(ms, lo, total);
    if (n < 0) return false;
    if (descending) {
      reverse(keys, lo, lo + n);
      reverse(values, lo, lo + n);
    }
    if (n < minrun) {
      const force = Math.min(remaining, minrun);
      if (!(yield* binarySort(ms, lo, lo + force, lo + n))) return false;
      n = force;
    }
    // CPython 3.12: found_new_run
    if (runs.length > 0) {
      const top = runs[runs.length - 1]!;
      const power = powerLoop(top.base, top.length, n, total);
      while (runs.length > 1 && runs[runs.length - 2]!.power > power) {
        if (!(yield* mergeAt(ms, runs.length - 2))) return false;
      }
      runs[runs.length - 1]!.power = power;
    }
    runs.push({ base: lo, length: n, power: 0 });
    lo += n;
    remaining -= n;
  } while (remaining > 0);
  // CPython 3.12: merge_force_collapse
  while (runs.length > 1) {
    let n = runs.length - 2;
    if (n > 0 && runs[n - 1]!.length < runs[n + 1]!.length) n--;
    if (!(yield* mergeAt(ms, n))) return false;
  }
  return true;
}

/**
 * Sorts a list in place; false with an error. The list is empty to anyone who looks meanwhile.
 * CPython 3.12: Objects/listobject.c list_sort_impl
 */
export function* listSortG(list: List, keyfunc: Obj | null, backwards: boolean): Gen<boolean> {
  const items = list.v;
  const exact = list.type === listType;
  const allocated = list.x;
  const hidden: Obj[] = [];
  list.v = hidden;
  if (exact) list.x = -1;
  if (keyfunc === None) keyfunc = null;
  let ok = true;
  let keys = items;
  if (keyfunc !== null) {
    keys = [];
    for (let i = 0; i < items.length; i++) {
      let k = objectCall(keyfunc, [items[i]!]);
      if (k === null) k = yield* settle();
      if (k === null) {
        ok = false;
        break;
      }
      keys.push(k);
    }
  }
  const sortable = ok;
  if (ok && items.length > 1) {
    const values = keyfunc === null ? null : items;
    // A reversed stable sort: reverse first, sort, reverse again.
    if (backwards) {
      if (values !== null) keys.reverse();
      items.reverse();
    }
    ok = yield* timsort(keys, values);
  }
  if (keyfunc !== null) decrefAll(keys);
  const now = list.v;
  if (sortable) {
    if (ok && (now !== hidden || now.length > 0 || (exact && list.x !== -1))) {
      ok = raise(PyExc.ValueError, 'list modified during sort') !== null;
    }
    if (backwards && items.length > 1) items.reverse();
  }
  list.v = items;
  if (exact) list.x = allocated;
  for (let i = now.length - 1; i >= 0; i--) decref(now[i]!);
  return ok;
}
