// product, permutations, combinations and combinations_with_replacement.
//
// Answers to CPython 3.12: Modules/itertoolsmodule.c.

import { decref, type Obj, type PyType } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { collectG } from '../objects/iterobject.ts';
import { isInt } from '../objects/longcore.ts';
import { newTuple, type Tuple } from '../objects/seqcore.ts';
import { None } from '../objects/singletons.ts';
import { iteratorType, type Refs } from './itertool.ts';

interface State extends Refs {
  // refs[0]: a tuple of the pool (product: a tuple of pools)
  indices: number[];
  cycles: number[];
  r: number;
  state: 'new' | 'running' | 'over';
}

const pool = (p: State): Obj[] => (p.refs[0] as Tuple).v;

function pick(p: State, indices: readonly number[]): Obj {
  const items = pool(p);
  return newTuple(
    indices.slice(0, p.r).map((i) => {
      const o = items[i]!;
      o.rc++;
      return o;
    }),
  );
}

function* poolG(iterable: Obj): Gen<Tuple | null> {
  const items = yield* collectG(iterable, true);
  return items === null ? null : newTuple(items);
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

const productType = iteratorType<State>({
  name: 'itertools.product',
  sig: '(*iterables, repeat=1)',
  doc: "product(*iterables, repeat=1) --> product object\n\nCartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the rightmost element changing\non every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof repetitions with the optional repeat keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\nproduct((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...",
  make: function* ([iterables, repeatArg]): Gen<State | null> {
    let repeat = 1;
    if (repeatArg !== undefined) {
      const n = yield* ssizeG(repeatArg as Obj, PyExc.OverflowError);
      if (n === null) return null;
      if (n < 0) return raise(PyExc.ValueError, 'repeat argument cannot be negative');
      repeat = n;
    }
    const once: Obj[] = [];
    for (const o of repeat === 0 ? [] : (iterables as Obj[])) {
      const t = yield* poolG(o);
      if (t === null) {
        for (const done of once) decref(done);
        return null;
      }
      once.push(t);
    }
    const pools: Obj[] = [];
    for (let i = 0; i < repeat; i++) {
      for (const t of once) {
        if (i > 0) t.rc++;
        pools.push(t);
      }
    }
    return {
      refs: [newTuple(pools)],
      indices: pools.map(() => 0),
      cycles: [],
      r: pools.length,
      state: 'new',
    };
  },
  next: (p) => {
    if (p.state === 'over') return null;
    const pools = pool(p) as Tuple[];
    if (p.state === 'new') {
      p.state = 'running';
      if (pools.some((t) => t.v.length === 0)) {
        p.state = 'over';
        return null;
      }
    } else {
      let i = pools.length - 1;
      for (; i >= 0; i--) {
        p.indices[i]!++;
        if (p.indices[i]! < pools[i]!.v.length) break;
        p.indices[i] = 0;
      }
      if (i < 0) {
        p.state = 'over';
        return null;
      }
    }
    return newTuple(
      pools.map((t, i) => {
        const o = t.v[p.indices[i]!]!;
        o.rc++;
        return o;
      }),
    );
  },
});

const permutationsType = iteratorType<State>({
  name: 'itertools.permutations',
  sig: '(iterable, r=None)',
  doc: 'Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)',
  make: function* ([iterable, rArg]): Gen<State | null> {
    const t = yield* poolG(iterable as Obj);
    if (t === null) return null;
    const n = t.v.length;
    let r = n;
    if (rArg !== undefined && rArg !== None) {
      const given = isInt(rArg as Obj)
        ? yield* ssizeG(rArg as Obj, PyExc.OverflowError)
        : typeError('Expected int as r');
      if (given === null || given < 0) {
        decref(t);
        return given === null ? null : raise(PyExc.ValueError, 'r must be non-negative');
      }
      r = given;
    }
    const cycles = range(r).map((i) => n - i);
    return { refs: [t], indices: range(n), cycles, r, state: r > n ? 'over' : 'new' };
  },
  next: (p) => {
    if (p.state === 'over') return null;
    const n = pool(p).length;
    const { indices, cycles, r } = p;
    if (p.state === 'new') p.state = 'running';
    else {
      let i = r - 1;
      for (; i >= 0; i--) {
        cycles[i]!--;
        if (cycles[i] === 0) {
          // Rotate the rest left by one.
          const index = indices[i]!;
          indices.splice(i, 1);
          indices.push(index);
          cycles[i] = n - i;
        } else {
          const j = n - cycles[i]!;
          const swap = indices[i]!;
          indices[i] = indices[j]!;
          indices[j] = swap;
          break;
        }
      }
      if (i < 0) {
        p.state = 'over';
        return null;
      }
    }
    return pick(p, indices);
  },
});

function combinationType(name: string, doc: string, repeats: boolean): PyType {
  return iteratorType<State>({
    name: `itertools.${name}`,
    sig: '(iterable, r)',
    doc,
    make: function* ([iterable, rArg]): Gen<State | null> {
      const r = yield* ssizeG(rArg as Obj, PyExc.OverflowError);
      if (r === null) return null;
      const t = yield* poolG(iterable as Obj);
      if (t === null) return null;
      if (r < 0) {
        decref(t);
        return raise(PyExc.ValueError, 'r must be non-negative');
      }
      const n = t.v.length;
      const over = repeats ? n === 0 && r > 0 : r > n;
      const indices = repeats ? range(r).map(() => 0) : range(r);
      return { refs: [t], indices, cycles: [], r, state: over ? 'over' : 'new' };
    },
    next: (p) => {
      if (p.state === 'over') return null;
      const n = pool(p).length;
      const { indices, r } = p;
      if (p.state === 'new') p.state = 'running';
      else {
        const last = (i: number): number => (repeats ? n - 1 : i + n - r);
        let i = r - 1;
        while (i >= 0 && indices[i] === last(i)) i--;
        if (i < 0) {
          p.state = 'over';
          return null;
        }
        indices[i]!++;
        for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1]! + (repeats ? 0 : 1);
      }
      return pick(p, indices);
    },
  });
}

export const combinatoricTypes = {
  combinations: combinationType(
    'combinations',
    'Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)',
    false,
  ),
  combinations_with_replacement: combinationType(
    'combinations_with_replacement',
    "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')\"",
    true,
  ),
  permutations: permutationsType,
  product: productType,
};
