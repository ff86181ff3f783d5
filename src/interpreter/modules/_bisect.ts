// _bisect: searching and inserting into sorted lists.
//
// Answers to CPython 3.12: Modules/_bisectmodule.c.

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { getItem, lengthG, ssizeG } from '../objects/abstract.ts';
import { Py_LT } from '../objects/compare.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule, type FunctionRow } from '../objects/moduleobject.ts';
import { callG, compareBoolG, lookupAttrG } from '../objects/object.ts';
import { type List, listAppendOwned, listType } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';

type Args = [a: Obj, x: Obj, lo: Obj | undefined, hi: Obj | undefined, key: Obj | undefined];

/** Where x belongs; null: an error. CPython 3.12: internal_bisect_right, internal_bisect_left */
function* searchG(right: boolean, args: Args, x: Obj): Gen<number | null> {
  const [list, , loArg, hiArg, keyArg] = args;
  let lo = loArg === undefined ? 0 : yield* ssizeG(loArg, PyExc.OverflowError);
  if (lo === null) return null;
  let hi: number | null = -1;
  if (hiArg !== undefined && hiArg !== None) {
    hi = yield* ssizeG(hiArg, PyExc.OverflowError);
    if (hi === null) return null;
  }
  if (lo < 0) return raise(PyExc.ValueError, 'lo must be non-negative');
  if (hi === -1) {
    hi = yield* lengthG(list);
    if (hi < 0) return null;
  }
  const key = keyArg === undefined || keyArg === None ? null : keyArg;
  while (lo < hi) {
    const mid = Math.floor((lo + hi) / 2);
    const index = newInt(mid);
    let item: Res = getItem(list, index);
    if (item === null) item = yield* settle();
    decref(index);
    if (item === null) return null;
    if (key !== null) {
      const value: Res = yield* callG(key, [item]);
      decref(item);
      if (value === null) return null;
      item = value;
    }
    const less: number = right ? yield* compareBoolG(x, item, Py_LT) : yield* compareBoolG(item, x, Py_LT);
    decref(item);
    if (less < 0) return null;
    if (right === (less === 1)) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

function bisect(right: boolean) {
  return function* (_m: Obj, ...args: Args): Gen {
    const at = yield* searchG(right, args, args[1]);
    return at === null ? null : newInt(at);
  };
}

function insort(right: boolean) {
  return function* (_m: Obj, ...args: Args): Gen {
    const [list, x, , , key] = args;
    let wanted = x;
    if (key !== undefined && key !== None) {
      const k = yield* callG(key, [x]);
      if (k === null) return null;
      wanted = k;
    }
    const at = yield* searchG(right, args, wanted);
    if (wanted !== x) decref(wanted);
    if (at === null) return null;
    if (list.type === listType) {
      const items = (list as List).v;
      x.rc++;
      listAppendOwned(list as List, x);
      items.copyWithin(at + 1, at, items.length - 1);
      items[Math.min(at, items.length - 1)] = x;
      return none();
    }
    const insert = yield* lookupAttrG(list, id('insert'));
    if (insert == null) {
      return insert === null
        ? null
        : raise(PyExc.AttributeError, `'${list.type.name}' object has no attribute 'insert'`);
    }
    const index = newInt(at);
    const r = yield* callG(insert, [index, x]);
    decref(index);
    decref(insert);
    if (r === null) return null;
    decref(r);
    return none();
  };
}

const SIG = '(a, x, lo=0, hi=None, *, key=None)';
const where = (side: string): string =>
  `Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e ${side === 'right' ? '<=' : '<'} x, and all e in\na[i:] have e ${side === 'right' ? '>' : '>='} x.`;

const functions: FunctionRow[] = [
  ['bisect_right', SIG, bisect(true), where('right')],
  ['bisect_left', SIG, bisect(false), where('left')],
  [
    'insort_right',
    SIG,
    insort(true),
    'Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the right of the rightmost x.',
  ],
  [
    'insort_left',
    SIG,
    insort(false),
    'Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the left of the leftmost x.',
  ],
];

export const bisectModule = defineModule(
  '_bisect',
  'Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.\n',
  { functions },
);
