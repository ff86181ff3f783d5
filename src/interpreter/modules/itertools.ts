// itertools: iterators made of iterators. The combinatoric ones are in itertools_combinatoric.ts.
//
// Answers to CPython 3.12: Modules/itertoolsmodule.c.
// Absent: pickling of these iterators (deprecated in 3.12).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, type PyType, type Res, tstate } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { binaryOp, nextG, ssizeG } from '../objects/abstract.ts';
import { compareFast, Py_EQ } from '../objects/compare.ts';
import { classGetItem, classMethod, method } from '../objects/descrobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { collectG, iterEnded } from '../objects/iterobject.ts';
import { boolType, type Int, isInt, newInt } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { callG, compareBoolG, lookupAttrG, objectCall, reprG, truthG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple, tupleOf } from '../objects/seqcore.ts';
import { None } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';
import { iteratorType, iterG, type Refs, setRef } from './itertool.ts';
import { combinatoricTypes } from './itertools_combinatoric.ts';

function hasItems(o: Obj): boolean {
  return (
    o.type.nb_index !== null ||
    o.type.nb_float !== null ||
    o.type.nb_int !== null ||
    o.type.name === 'complex'
  );
}

// --- count -------------------------------------------------------------------------------------------

interface Count extends Refs {
  /** Next value while both are safe integers; else refs[0] is the value and refs[1] the step. */
  n: number;
  step: number;
}

const countType = iteratorType<Count>(
  {
    name: 'itertools.count',
    sig: '(start=0, step=1)',
    doc: 'Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step',
    make: ([start, step]) => {
      const a = start as Obj | undefined;
      const b = step as Obj | undefined;
      if ((a !== undefined && !hasItems(a)) || (b !== undefined && !hasItems(b)))
        return typeError('a number is required');
      const plain = (o: Obj | undefined): boolean =>
        o === undefined || (isInt(o) && o.type.name === 'int' && typeof o.v === 'number');
      if (plain(a) && plain(b)) {
        return {
          refs: [null, null],
          n: a === undefined ? 0 : ((a as Int).v as number),
          step: b === undefined ? 1 : ((b as Int).v as number),
        };
      }
      const first = a ?? newInt(0);
      const second = b ?? newInt(1);
      if (a !== undefined) a.rc++;
      if (b !== undefined) b.rc++;
      return { refs: [first, second], n: 0, step: 0 };
    },
    next: (p) => {
      if (p.refs[0] === null) {
        const n = p.n;
        const after = n + p.step;
        if (Number.isSafeInteger(after)) {
          p.n = after;
          return newInt(n);
        }
        setRef(p, 0, newInt(n));
        setRef(p, 1, newInt(p.step));
      }
      return countSlowG(p);
    },
  },
  (t) => {
    t.tp_repr = (o) => suspend(countReprG((o as Obj<Count>).v), [o]);
  },
);

function* countSlowG(p: Count): Gen {
  const value = p.refs[0]!;
  value.rc++;
  let sum = binaryOp(value, p.refs[1]!, 0);
  if (sum === null) sum = yield* settle();
  if (sum === null) {
    decref(value);
    return null;
  }
  setRef(p, 0, sum);
  return value;
}

function* countReprG(p: Count): Gen {
  if (p.refs[0] === null) {
    return newStr(p.step === 1 ? `count(${p.n})` : `count(${p.n}, ${p.step})`);
  }
  const a = yield* reprG(p.refs[0]!);
  if (a === null) return null;
  const step = p.refs[1]!;
  if (isInt(step) && step.v === 1) return newStr(`count(${a.v})`);
  const b = yield* reprG(step);
  return b === null ? null : newStr(`count(${a.v}, ${b.v})`);
}

// --- cycle, repeat -----------------------------------------------------------------------------------

interface Cycle extends Refs {
  index: number;
  /** refs[0] is the iterator, then what it has given. */
  done: boolean;
}

const cycleType = iteratorType<Cycle>({
  name: 'itertools.cycle',
  sig: '(iterable, /)',
  doc: 'Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.',
  make: function* ([iterable]): Gen<Cycle | null> {
    const it = yield* iterG(iterable as Obj);
    return it === null ? null : { refs: [it], index: 0, done: false };
  },
  next: (p) => (p.done ? cycleAgain(p) : cycleG(p)),
});

function* cycleG(p: Cycle): Gen {
  const item = yield* nextG(p.refs[0]!);
  if (item === undefined) {
    p.done = true;
    setRef(p, 0, null);
    return cycleAgain(p);
  }
  if (item !== null) {
    item.rc++;
    p.refs.push(item);
  }
  return item;
}

function cycleAgain(p: Cycle): Res {
  const n = p.refs.length - 1;
  if (n === 0) return null;
  const item = p.refs[1 + p.index]!;
  p.index = (p.index + 1) % n;
  item.rc++;
  return item;
}

interface Repeat extends Refs {
  /** Items left; -1: no end. */
  left: number;
}

const repeatType = iteratorType<Repeat>(
  {
    name: 'itertools.repeat',
    sig: '(object, times=<unrepresentable>)',
    doc: 'repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.',
    make: function* ([object, times]): Gen<Repeat | null> {
      const o = object as Obj;
      let left = -1;
      if (times !== undefined) {
        const n = yield* ssizeG(times as Obj, PyExc.OverflowError);
        if (n === null) return null;
        left = Math.max(0, n);
      }
      o.rc++;
      return { refs: [o], left };
    },
    next: (p) => {
      if (p.left === 0) return null;
      if (p.left > 0) p.left--;
      const o = p.refs[0]!;
      o.rc++;
      return o;
    },
  },
  (t) => {
    t.tp_repr = (o) => suspend(repeatReprG((o as Obj<Repeat>).v), [o]);
    method(
      t,
      '__length_hint__',
      '($self, /)',
      (self: Obj) => {
        const { left } = (self as Obj<Repeat>).v;
        return left < 0 ? typeError('len() of unsized object') : newInt(left);
      },
      'Private method returning an estimate of len(list(it)).',
    );
  },
);

function* repeatReprG(p: Repeat): Gen {
  const a = yield* reprG(p.refs[0]!);
  if (a === null) return null;
  return newStr(p.left < 0 ? `repeat(${a.v})` : `repeat(${a.v}, ${p.left})`);
}

// --- accumulate --------------------------------------------------------------------------------------

/** refs: iterator, function (null: add), total, initial. */
const accumulateType = iteratorType<Refs>({
  name: 'itertools.accumulate',
  sig: '(iterable, func=None, *, initial=None)',
  doc: 'Return series of accumulated sums (or other binary function results).',
  make: function* ([iterable, func, initial]): Gen<Refs | null> {
    const it = yield* iterG(iterable as Obj);
    if (it === null) return null;
    const own = (o: Obj | undefined): Obj | null => (o === undefined || o === None ? null : (o.rc++, o));
    return { refs: [it, own(func as Obj), null, own(initial as Obj)] };
  },
  next: accumulateG,
});

function* accumulateG(p: Refs): Gen {
  const initial = p.refs[3]!;
  if (initial !== null) {
    p.refs[3] = null;
    initial.rc++;
    setRef(p, 2, initial);
    return initial;
  }
  const value = yield* nextG(p.refs[0]!);
  if (value == null) return null;
  const total = p.refs[2]!;
  if (total === null) {
    value.rc++;
    setRef(p, 2, value);
    return value;
  }
  const func = p.refs[1]!;
  let sum = func === null ? binaryOp(total, value, 0) : objectCall(func, [total, value]);
  if (sum === null) sum = yield* settle();
  decref(value);
  if (sum === null) return null;
  sum.rc++;
  setRef(p, 2, sum);
  return sum;
}

// --- chain -------------------------------------------------------------------------------------------

/** refs: iterator of iterables, the one being read. */
const chainType = iteratorType<Refs>(
  {
    name: 'itertools.chain',
    sig: '(*iterables)',
    doc: 'Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.',
    make: function* ([iterables]): Gen<Refs | null> {
      const all = tupleOf(...(iterables as Obj[]));
      const it = yield* iterG(all);
      decref(all);
      return it === null ? null : { refs: [it, null] };
    },
    next: (p) => {
      const active = p.refs[1];
      if (active != null) {
        // The usual case: the one being read has more.
        const r = active.type.tp_iternext!(active);
        if (r !== null) return r;
        if (tstate.pending !== null) return chainRestG(p);
        if (!iterEnded()) return null;
        setRef(p, 1, null);
      }
      return chainG(p);
    },
  },
  (t) => {
    classMethod(
      t,
      'from_iterable',
      '($type, iterable, /)',
      function* (cls: Obj, iterable: Obj): Gen {
        const it = yield* iterG(iterable);
        if (it === null) return null;
        const chain = yield* callG(cls, []);
        if (chain === null) {
          decref(it);
          return null;
        }
        setRef((chain as Obj<Refs>).v, 0, it);
        return chain;
      },
      'Alternative chain() constructor taking a single iterable argument that evaluates lazily.',
    );
    classGetItem(t);
  },
);

function* chainRestG(p: Refs): Gen {
  const r = yield* settle();
  if (r !== null) return r;
  if (!iterEnded()) return null;
  setRef(p, 1, null);
  return yield* chainG(p);
}

function* chainG(p: Refs): Gen {
  for (;;) {
    if (p.refs[0] == null) return null;
    if (p.refs[1] == null) {
      const iterable = yield* nextG(p.refs[0]);
      if (iterable == null) {
        if (iterable === undefined) setRef(p, 0, null);
        return null;
      }
      const it = yield* iterG(iterable);
      decref(iterable);
      if (it === null) {
        setRef(p, 0, null);
        return null;
      }
      setRef(p, 1, it);
    }
    const item = yield* nextG(p.refs[1]!);
    if (item !== undefined) return item;
    setRef(p, 1, null);
  }
}

// --- filters -----------------------------------------------------------------------------------------

const compressType = iteratorType<Refs>({
  name: 'itertools.compress',
  sig: '(data, selectors)',
  doc: 'Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.',
  make: function* ([data, selectors]): Gen<Refs | null> {
    const a = yield* iterG(data as Obj);
    if (a === null) return null;
    const b = yield* iterG(selectors as Obj);
    if (b === null) {
      decref(a);
      return null;
    }
    return { refs: [a, b] };
  },
  next: function* (p) {
    for (;;) {
      const datum = yield* nextG(p.refs[0]!);
      if (datum == null) return null;
      const selector = yield* nextG(p.refs[1]!);
      if (selector == null) {
        decref(datum);
        return null;
      }
      const t = yield* truthG(selector);
      decref(selector);
      if (t === 1) return datum;
      decref(datum);
      if (t < 0) return null;
    }
  },
});

interface While extends Refs {
  /** dropwhile: dropping is over; takewhile: taking is over. */
  over: boolean;
}

function whileType(name: string, doc: string, next: (p: While) => Gen): PyType {
  return iteratorType<While>({
    name: `itertools.${name}`,
    sig: '(predicate, iterable, /)',
    doc,
    make: function* ([predicate, iterable]): Gen<While | null> {
      const it = yield* iterG(iterable as Obj);
      if (it === null) return null;
      (predicate as Obj).rc++;
      return { refs: [predicate as Obj, it], over: false };
    },
    next,
  });
}

/** Truth of `predicate(item)`; -1: an error. */
function* testG(predicate: Obj, item: Obj): Gen<number> {
  const r = yield* callG(predicate, [item]);
  if (r === null) return -1;
  const t = yield* truthG(r);
  decref(r);
  return t;
}

const dropwhileType = whileType(
  'dropwhile',
  'Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.',
  function* (p) {
    for (;;) {
      const item = yield* nextG(p.refs[1]!);
      if (item == null) return null;
      if (p.over) return item;
      const t = yield* testG(p.refs[0]!, item);
      if (t === 0) {
        p.over = true;
        return item;
      }
      decref(item);
      if (t < 0) return null;
    }
  },
);

const takewhileType = whileType(
  'takewhile',
  'Return successive entries from an iterable as long as the predicate evaluates to true for each entry.',
  function* (p) {
    if (p.over) return null;
    const item = yield* nextG(p.refs[1]!);
    if (item == null) return null;
    const t = yield* testG(p.refs[0]!, item);
    if (t === 1) return item;
    decref(item);
    if (t === 0) p.over = true;
    return null;
  },
);

const filterfalseType = whileType(
  'filterfalse',
  'Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.',
  function* (p) {
    const f = p.refs[0]!;
    for (;;) {
      const item = yield* nextG(p.refs[1]!);
      if (item == null) return null;
      const t = f === None || f === boolType.self ? yield* truthG(item) : yield* testG(f, item);
      if (t === 0) return item;
      decref(item);
      if (t < 0) return null;
    }
  },
);

const starmapType = iteratorType<Refs>({
  name: 'itertools.starmap',
  sig: '(function, iterable, /)',
  doc: 'Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.',
  make: function* ([f, iterable]): Gen<Refs | null> {
    const it = yield* iterG(iterable as Obj);
    if (it === null) return null;
    (f as Obj).rc++;
    return { refs: [f as Obj, it] };
  },
  next: function* (p) {
    let args = yield* nextG(p.refs[1]!);
    if (args == null) return null;
    if (!isTuple(args)) {
      const items = yield* collectG(args, false);
      decref(args);
      if (items === null) return null;
      args = newTuple(items);
    }
    const r = yield* callG(p.refs[0]!, (args as Tuple).v);
    decref(args);
    return r;
  },
});

// --- islice ------------------------------------------------------------------------------------------

interface Slice extends Refs {
  /** Next index wanted, end (-1: none), step, items read. */
  next: number;
  stop: number;
  step: number;
  count: number;
}

/** None or an index; null: not one; an error may be set, to be replaced. */
function* boundG(o: Obj | undefined, otherwise: number): Gen<number | null> {
  if (o === undefined || o === None) return otherwise;
  if (o.type.nb_index === null) return null;
  const n = yield* ssizeG(o, null);
  if (n === null) {
    const exc = tstate.exc;
    tstate.exc = null;
    if (exc !== null) decref(exc);
    return null;
  }
  return n;
}

const isliceType = iteratorType<Slice>({
  name: 'itertools.islice',
  sig: '(iterable, start, stop=<unrepresentable>, step=<unrepresentable>, /)',
  doc: 'islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.',
  make: function* (args): Gen<Slice | null> {
    const [iterable, a, b, c] = args as [Obj, Obj, Obj | undefined, Obj | undefined];
    let start: number | null = 0;
    let stop: number | null;
    if (b === undefined) {
      stop = yield* boundG(a, -1);
      if (stop === null || (stop < 0 && a !== None)) {
        return raise(
          PyExc.ValueError,
          'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
        );
      }
    } else {
      start = yield* boundG(a, 0);
      stop = yield* boundG(b, -1);
      if (stop === null) {
        return raise(
          PyExc.ValueError,
          'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
        );
      }
      if (start === null || start < 0 || (stop < 0 && b !== None)) {
        return raise(
          PyExc.ValueError,
          'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
        );
      }
    }
    const step = yield* boundG(c, 1);
    if (step === null || step < 1) {
      return raise(PyExc.ValueError, 'Step for islice() must be a positive integer or None.');
    }
    const it = yield* iterG(iterable);
    return it === null ? null : { refs: [it], next: start, stop, step, count: 0 };
  },
  next: function* (p) {
    const it = p.refs[0];
    if (it == null) return null;
    if (p.stop !== -1 && p.next >= p.stop && p.count >= p.stop) {
      setRef(p, 0, null);
      return null;
    }
    while (p.count < p.next) {
      const skipped = yield* nextG(it);
      if (skipped == null) {
        setRef(p, 0, null);
        return null;
      }
      decref(skipped);
      p.count++;
    }
    if (p.stop !== -1 && p.count >= p.stop) {
      setRef(p, 0, null);
      return null;
    }
    const item = yield* nextG(it);
    if (item == null) {
      setRef(p, 0, null);
      return null;
    }
    p.count++;
    p.next += p.step;
    if (p.stop !== -1 && p.next > p.stop) p.next = p.stop;
    return item;
  },
});

// --- pairwise, batched, zip_longest -------------------------------------------------------------------

const pairwiseType = iteratorType<Refs>({
  name: 'itertools.pairwise',
  sig: '(iterable, /)',
  doc: 'Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...',
  make: function* ([iterable]): Gen<Refs | null> {
    const it = yield* iterG(iterable as Obj);
    return it === null ? null : { refs: [it, null] };
  },
  next: function* (p) {
    const it = p.refs[0];
    if (it == null) return null;
    if (p.refs[1] === null) {
      const first = yield* nextG(it);
      if (first == null) {
        setRef(p, 0, null);
        return null;
      }
      setRef(p, 1, first);
    }
    const old = p.refs[1]!;
    old.rc++;
    const next = yield* nextG(it);
    if (next == null) {
      decref(old);
      setRef(p, 0, null);
      setRef(p, 1, null);
      return null;
    }
    next.rc++;
    setRef(p, 1, next);
    return newTuple([old, next]);
  },
});

interface Batched extends Refs {
  n: number;
}

const batchedType = iteratorType<Batched>({
  name: 'itertools.batched',
  sig: '(iterable, n)',
  doc: "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples\nup to size n.  The input is consumed lazily, just enough to\nfill a batch.  The result is yielded as soon as a batch is full\nor when the input iterable is exhausted.\n\n    >>> for batch in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    ('G',)",
  make: function* ([iterable, size]): Gen<Batched | null> {
    const n = yield* ssizeG(size as Obj, PyExc.OverflowError);
    if (n === null) return null;
    if (n < 1) return raise(PyExc.ValueError, 'n must be at least one');
    const it = yield* iterG(iterable as Obj);
    return it === null ? null : { refs: [it], n };
  },
  next: function* (p) {
    const it = p.refs[0];
    if (it == null) return null;
    const items: Obj[] = [];
    while (items.length < p.n) {
      const item = yield* nextG(it);
      if (item === null) {
        for (const o of items) decref(o);
        return null;
      }
      if (item === undefined) {
        setRef(p, 0, null);
        break;
      }
      items.push(item);
    }
    return items.length === 0 ? null : newTuple(items);
  },
});

interface Longest extends Refs {
  /** Iterators that are not exhausted; refs[0] is the fill value, then the iterators. */
  active: number;
}

const zipLongestType = iteratorType<Longest>({
  name: 'itertools.zip_longest',
  sig: '(*iterables, fillvalue=None)',
  doc: 'Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.',
  make: function* ([iterables, fill]): Gen<Longest | null> {
    const value = (fill as Obj | undefined) ?? None;
    value.rc++;
    const refs: (Obj | null)[] = [value];
    for (const o of iterables as Obj[]) {
      const it = yield* iterG(o);
      if (it === null) {
        for (const r of refs) decref(r!);
        return null;
      }
      refs.push(it);
    }
    return { refs, active: refs.length - 1 };
  },
  next: function* (p) {
    const n = p.refs.length - 1;
    if (n === 0 || p.active === 0) return null;
    const out: Obj[] = [];
    for (let i = 1; i <= n; i++) {
      const it = p.refs[i]!;
      let item: Obj | null | undefined;
      if (it !== null) {
        item = yield* nextG(it);
        if (item === undefined) {
          p.active--;
          if (p.active === 0) {
            for (const o of out) decref(o);
            return null;
          }
          setRef(p, i, null);
        } else if (item === null) {
          p.active = 0;
          for (const o of out) decref(o);
          return null;
        }
      }
      if (item === undefined) {
        item = p.refs[0]!;
        item.rc++;
      }
      out.push(item!);
    }
    return newTuple(out);
  },
});

// --- groupby -----------------------------------------------------------------------------------------

interface GroupBy extends Refs {
  // refs: iterator, key function (null: identity), target key, current key, current value
  /** The group being read (not owned): any other one has ended. */
  group: Obj | null;
}

/** Reads one item on; false: exhausted or an error. CPython 3.12: groupby_step */
function* stepG(p: GroupBy): Gen<boolean> {
  const value = yield* nextG(p.refs[0]!);
  if (value == null) return false;
  const f = p.refs[1]!;
  let key: Res;
  if (f === null) {
    value.rc++;
    key = value;
  } else key = yield* callG(f, [value]);
  if (key === null) {
    decref(value);
    return false;
  }
  setRef(p, 4, value);
  setRef(p, 3, key);
  return true;
}

function* sameKey(a: Obj, b: Obj): Gen<number> {
  const quick = compareFast(a, b);
  if (quick >= 0) return quick;
  a.rc++;
  b.rc++;
  const r = yield* compareBoolG(a, b, Py_EQ);
  decref(a);
  decref(b);
  return r;
}

const groupbyType: PyType = iteratorType<GroupBy>({
  name: 'itertools.groupby',
  sig: '(iterable, key=None)',
  doc: 'make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.',
  make: function* ([iterable, key]): Gen<GroupBy | null> {
    const it = yield* iterG(iterable as Obj);
    if (it === null) return null;
    const f = key === undefined || key === None ? null : (key as Obj);
    if (f !== null) f.rc++;
    return { refs: [it, f, null, null, null], group: null };
  },
  next: function* (p, o) {
    p.group = null;
    for (;;) {
      const current = p.refs[3];
      if (current != null) {
        const target = p.refs[2];
        if (target == null) break;
        const same = yield* sameKey(target, current);
        if (same < 0) return null;
        if (same === 0) break;
      }
      if (!(yield* stepG(p))) return null;
    }
    const key = p.refs[3]!;
    key.rc++;
    setRef(p, 2, key);
    key.rc++;
    o.rc++;
    const group = new Obj<Refs>(grouperType, { refs: [o, key] });
    gcTrack(group);
    p.group = group;
    key.rc++;
    return newTuple([key, group]);
  },
});

/** refs: the groupby, the key. */
const grouperType: PyType = iteratorType<Refs>(
  {
    name: 'itertools._grouper',
    sig: '(parent, tgtkey, /)',
    doc: '',
    make: ([parent, key]) => {
      const o = parent as Obj;
      if (o.type !== groupbyType) {
        return typeError(`_grouper() argument 1 must be itertools.groupby, not ${o.type.name}`);
      }
      o.rc++;
      (key as Obj).rc++;
      return { refs: [o, key as Obj] };
    },
    next: function* (g, o) {
      const parent = g.refs[0] as Obj<GroupBy> | null;
      if (parent === null || parent.v.group !== o) return null;
      const p = parent.v;
      if (p.refs[4] == null && !(yield* stepG(p))) return null;
      const same = yield* sameKey(g.refs[1]!, p.refs[3]!);
      if (same !== 1) return null;
      const value = p.refs[4]!;
      p.refs[4] = null;
      return value;
    },
  },
  (t) => {
    const dealloc = t.tp_dealloc!;
    t.tp_dealloc = (o) => {
      const parent = (o as Obj<Refs>).v.refs[0] as Obj<GroupBy> | null;
      if (parent != null && parent.v.group === o) parent.v.group = null;
      dealloc(o);
    };
  },
);

// --- tee ---------------------------------------------------------------------------------------------

const LINKCELLS = 57;

interface TeeData extends Refs {
  // refs: iterator, next link, then the values
  running: boolean;
}

const teeDataType = iteratorType<TeeData>(
  {
    name: 'itertools._tee_dataobject',
    sig: '(it, values, next, /)',
    doc: 'teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.',
    make: ([it]) => {
      (it as Obj).rc++;
      return { refs: [it as Obj, null], running: false };
    },
    next: () => null,
  },
  (t) => {
    t.tp_iter = null;
    t.tp_iternext = null;
  },
);

interface Tee extends Refs {
  // refs: the link
  index: number;
}

function newLink(it: Obj): Obj<TeeData> {
  it.rc++;
  const o = new Obj<TeeData>(teeDataType, { refs: [it, null], running: false });
  gcTrack(o);
  return o;
}

function* teeNextG(p: Tee): Gen {
  let link = p.refs[0] as Obj<TeeData>;
  if (p.index >= LINKCELLS) {
    if (link.v.refs[1] === null) link.v.refs[1] = newLink(link.v.refs[0]!);
    const next = link.v.refs[1] as Obj<TeeData>;
    next.rc++;
    setRef(p, 0, next);
    p.index = 0;
    link = next;
  }
  const d = link.v;
  let value = d.refs[2 + p.index];
  if (value === undefined) {
    if (d.running) return raise(PyExc.RuntimeError, 'cannot re-enter the tee iterator');
    d.running = true;
    link.rc++;
    const item = yield* nextG(d.refs[0]!);
    d.running = false;
    if (item == null) {
      decref(link);
      return null;
    }
    d.refs.push(item);
    value = d.refs[2 + p.index];
    decref(link);
  }
  p.index++;
  value!.rc++;
  return value!;
}

function newTee(link: Obj<TeeData>, index: number): Obj<Tee> {
  link.rc++;
  const o = new Obj<Tee>(teeType, { refs: [link], index });
  gcTrack(o);
  return o;
}

const teeType: PyType = iteratorType<Tee>(
  {
    name: 'itertools._tee',
    sig: '(iterable, /)',
    doc: 'Iterator wrapped to make it copyable.',
    make: function* ([iterable]): Gen<Tee | null> {
      const it = yield* iterG(iterable as Obj);
      if (it === null) return null;
      if (it.type === teeType) {
        const { refs, index } = (it as Obj<Tee>).v;
        refs[0]!.rc++;
        decref(it);
        return { refs: [refs[0]!], index };
      }
      const link = newLink(it);
      decref(it);
      return { refs: [link], index: 0 };
    },
    next: teeNextG,
  },
  (t) => {
    method(
      t,
      '__copy__',
      '($self, /)',
      (self: Obj) => {
        const { refs, index } = (self as Obj<Tee>).v;
        return newTee(refs[0] as Obj<TeeData>, index);
      },
      'Returns an independent iterator.',
    );
  },
);

function* tee(_self: Obj, iterable: Obj, count: Obj | undefined): Gen {
  let n = 2;
  if (count !== undefined) {
    const c = yield* ssizeG(count, PyExc.OverflowError);
    if (c === null) return null;
    if (c < 0) return raise(PyExc.ValueError, 'n must be >= 0');
    n = c;
  }
  const out: Obj[] = [];
  if (n === 0) return newTuple(out);
  const it = yield* iterG(iterable);
  if (it === null) return null;
  const copy = yield* lookupAttrG(it, id('__copy__'));
  const failed = (): null => {
    for (const o of out) decref(o);
    return null;
  };
  if (copy === null) {
    decref(it);
    return null;
  }
  if (copy === undefined) {
    const link = newLink(it);
    decref(it);
    for (let i = 0; i < n; i++) out.push(newTee(link, 0));
    decref(link);
    return newTuple(out);
  }
  out.push(it);
  for (let i = 1; i < n; i++) {
    const c = yield* callG(copy, []);
    if (c === null) {
      decref(copy);
      return failed();
    }
    out.push(c);
  }
  decref(copy);
  return newTuple(out);
}

export const itertoolsModule = defineModule(
  'itertools',
  'Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times\n\nIterators terminating on the shortest input sequence:\naccumulate(p[, func]) --> p0, p0+p1, p0+p1+p2\nbatched(p, n) --> [p0, p1, ..., p_n-1], [p_n, p_n+1, ..., p_2n-1], ...\nchain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...\nchain.from_iterable([p, q, ...]) --> p0, p1, ... plast, q0, q1, ...\ncompress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...\ndropwhile(predicate, seq) --> seq[n], seq[n+1], starting when predicate fails\ngroupby(iterable[, keyfunc]) --> sub-iterators grouped by value of keyfunc(v)\nfilterfalse(predicate, seq) --> elements of seq where predicate(elem) is False\nislice(seq, [start,] stop [, step]) --> elements from\n       seq[start:stop:step]\npairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...\nstarmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...\ntee(it, n) --> (it1, it2 , ... itn) splits one iterator into n\ntakewhile(predicate, seq) --> seq[0], seq[1], until predicate fails\nzip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ...\n\nCombinatoric generators:\nproduct(p, q, ... [repeat=1]) --> cartesian product\npermutations(p[, r])\ncombinations(p, r)\ncombinations_with_replacement(p, r)\n',
  {
    functions: [['tee', '(iterable, n=2, /)', tee, 'Returns a tuple of n independent iterators.']],
    types: {
      accumulate: accumulateType,
      batched: batchedType,
      chain: chainType,
      compress: compressType,
      count: countType,
      cycle: cycleType,
      dropwhile: dropwhileType,
      filterfalse: filterfalseType,
      groupby: groupbyType,
      islice: isliceType,
      pairwise: pairwiseType,
      repeat: repeatType,
      starmap: starmapType,
      takewhile: takewhileType,
      zip_longest: zipLongestType,
      _grouper: grouperType,
      _tee: teeType,
      _tee_dataobject: teeDataType,
      ...combinatoricTypes,
    },
  },
);
