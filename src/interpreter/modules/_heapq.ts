// _heapq: a list kept as a heap.
//
// Answers to CPython 3.12: Modules/_heapqmodule.c.

import { decref, type Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { Py_LT } from '../objects/compare.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { defineModule, type FunctionRow } from '../objects/moduleobject.ts';
import { compareBoolG } from '../objects/object.ts';
import { isList, type List, listAppendOwned, listResized } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';

/** 1: a belongs above b; 0; -1: an error. */
type Less = (a: Obj, b: Obj) => Gen<number>;

function* lessG(a: Obj, b: Obj): Gen<number> {
  a.rc++;
  b.rc++;
  const r = yield* compareBoolG(a, b, Py_LT);
  decref(a);
  decref(b);
  return r;
}
const greaterG: Less = (a, b) => lessG(b, a);

function changed(): false {
  raise(PyExc.RuntimeError, 'list changed size during iteration');
  return false;
}

function* siftDown(heap: Obj[], start: number, pos: number, less: Less): Gen<boolean> {
  const size = heap.length;
  if (pos >= size) {
    raise(PyExc.IndexError, 'index out of range');
    return false;
  }
  while (pos > start) {
    const parent = (pos - 1) >> 1;
    const a = heap[pos]!;
    const b = heap[parent]!;
    const cmp = yield* less(a, b);
    if (cmp < 0) return false;
    if (heap.length !== size) return changed();
    if (cmp === 0) break;
    heap[parent] = heap[pos]!;
    heap[pos] = b;
    pos = parent;
  }
  return true;
}

function* siftUp(heap: Obj[], pos: number, less: Less): Gen<boolean> {
  const end = heap.length;
  const start = pos;
  if (pos >= end) {
    raise(PyExc.IndexError, 'index out of range');
    return false;
  }
  const limit = end >> 1;
  while (pos < limit) {
    let child = 2 * pos + 1;
    if (child + 1 < end) {
      const cmp = yield* less(heap[child]!, heap[child + 1]!);
      if (cmp < 0) return false;
      child += cmp ^ 1;
      if (heap.length !== end) return changed();
    }
    const up = heap[child]!;
    heap[child] = heap[pos]!;
    heap[pos] = up;
    pos = child;
  }
  return yield* siftDown(heap, start, pos, less);
}

function heapOf(o: Obj, name: string, which = 'argument'): List | null {
  return isList(o) ? o : typeError(`${name}() ${which} must be list, not ${o.type.name}`);
}

function take(list: List): Obj {
  const last = list.v.pop()!;
  listResized(list, list.v.length);
  return last;
}

function push(name: string, less: Less) {
  return function* (_m: Obj, o: Obj, item: Obj): Gen {
    const heap = heapOf(o, name, 'argument 1');
    if (heap === null) return null;
    item.rc++;
    listAppendOwned(heap, item);
    return (yield* siftDown(heap.v, 0, heap.v.length - 1, less)) ? none() : null;
  };
}

function pop(name: string, less: Less) {
  return function* (_m: Obj, o: Obj): Gen {
    const heap = heapOf(o, name);
    if (heap === null) return null;
    if (heap.v.length === 0) return raise(PyExc.IndexError, 'index out of range');
    const last = take(heap);
    if (heap.v.length === 0) return last;
    const top = heap.v[0]!;
    heap.v[0] = last;
    if (yield* siftUp(heap.v, 0, less)) return top;
    decref(top);
    return null;
  };
}

function replace(name: string, less: Less) {
  return function* (_m: Obj, o: Obj, item: Obj): Gen {
    const heap = heapOf(o, name, 'argument 1');
    if (heap === null) return null;
    if (heap.v.length === 0) return raise(PyExc.IndexError, 'index out of range');
    const top = heap.v[0]!;
    item.rc++;
    heap.v[0] = item;
    if (yield* siftUp(heap.v, 0, less)) return top;
    decref(top);
    return null;
  };
}

function* pushpop(_m: Obj, o: Obj, item: Obj): Gen {
  const heap = heapOf(o, 'heappushpop', 'argument 1');
  if (heap === null) return null;
  if (heap.v.length === 0) {
    item.rc++;
    return item;
  }
  const cmp = yield* lessG(heap.v[0]!, item);
  if (cmp < 0) return null;
  if (cmp === 0) {
    item.rc++;
    return item;
  }
  if (heap.v.length === 0) return raise(PyExc.IndexError, 'index out of range');
  const top = heap.v[0]!;
  item.rc++;
  heap.v[0] = item;
  if (yield* siftUp(heap.v, 0, lessG)) return top;
  decref(top);
  return null;
}

function heapify(name: string, less: Less) {
  return function* (_m: Obj, o: Obj): Gen {
    const heap = heapOf(o, name);
    if (heap === null) return null;
    for (let i = (heap.v.length >> 1) - 1; i >= 0; i--) {
      if (!(yield* siftUp(heap.v, i, less))) return null;
    }
    return none();
  };
}

const functions: FunctionRow[] = [
  [
    'heappush',
    '(heap, item, /)',
    push('heappush', lessG),
    'Push item onto heap, maintaining the heap invariant.',
  ],
  [
    'heappushpop',
    '(heap, item, /)',
    pushpop,
    'Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs more efficiently than heappush() followed by\na separate call to heappop().',
  ],
  [
    'heappop',
    '(heap, /)',
    pop('heappop', lessG),
    'Pop the smallest item off the heap, maintaining the heap invariant.',
  ],
  [
    'heapreplace',
    '(heap, item, /)',
    replace('heapreplace', lessG),
    'Pop and return the current smallest value, and add the new item.',
  ],
  [
    'heapify',
    '(heap, /)',
    heapify('heapify', lessG),
    'Transform list into a heap, in-place, in O(len(heap)) time.',
  ],
  ['_heappop_max', '(heap, /)', pop('_heappop_max', greaterG), 'Maxheap variant of heappop.'],
  ['_heapify_max', '(heap, /)', heapify('_heapify_max', greaterG), 'Maxheap variant of heapify.'],
  [
    '_heapreplace_max',
    '(heap, item, /)',
    replace('_heapreplace_max', greaterG),
    'Maxheap variant of heapreplace.',
  ],
];

export const heapqModule = defineModule('_heapq', 'Heap queue algorithm (a.k.a. priority queue).\n', {
  functions,
});
