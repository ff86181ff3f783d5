// gc: the program's view of the cyclic garbage collector.
//
// Answers to CPython 3.12: Modules/gcmodule.c.

import { collect, gcState, generations, isTracked, trackedObjects } from '../memory/gc.ts';
import { decref, type Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { type DictObj, dictType, newDict, setStr } from '../objects/dictcore.ts';
import { clear, PyExc, raise } from '../objects/errors.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { defineModule, type FunctionRow, type Module, moduleGet } from '../objects/moduleobject.ts';
import { callG } from '../objects/object.ts';
import { isList, type List, newList, newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';
import { runQueue } from '../runtime/finalize.ts';

let module: Module | null = null;

const owned = (objects: Iterable<Obj>): Obj => newList(Array.from(objects, (o) => (o.rc++, o)));

/** Tells gc.callbacks what happens. CPython 3.12: invoke_gc_callback */
function* tell(phase: 'start' | 'stop', generation: number, collected: number): Gen<void> {
  const list = module === null ? undefined : moduleGet(module, 'callbacks');
  if (list === undefined || !isList(list) || list.v.length === 0) return;
  const name = newStr(phase);
  const info = newDict();
  for (const [key, n] of [
    ['generation', generation],
    ['collected', collected],
    ['uncollectable', 0],
  ] as const) {
    const value = newInt(n);
    setStr(info, id(key), value);
    decref(value);
  }
  for (const f of [...(list as List).v]) {
    f.rc++;
    const r = yield* callG(f, [name, info]);
    if (r === null) clear();
    else decref(r);
    decref(f);
  }
  decref(info);
  decref(name);
}

function* collectNow(_m: Obj, generation: Obj | undefined): Gen {
  let g = 2;
  if (generation !== undefined) {
    const n = yield* ssizeG(generation, PyExc.OverflowError);
    if (n === null) return null;
    if (n < 0 || n > 2) return raise(PyExc.ValueError, 'invalid generation');
    g = n;
  }
  if (gcState.collecting) return newInt(0);
  yield* tell('start', g, 0);
  const n = collect(g);
  // Finalizers and callbacks run before collect() returns, as in CPython.
  const r = yield* runQueue();
  if (r !== null) decref(r);
  yield* tell('stop', g, n);
  return newInt(n);
}

function* setThreshold(_m: Obj, a: Obj, b: Obj | undefined, c: Obj | undefined): Gen {
  for (const [i, o] of [a, b, c].entries()) {
    if (o === undefined) continue;
    const n = yield* ssizeG(o, PyExc.OverflowError);
    if (n === null) return null;
    generations[i]!.threshold = n;
  }
  return none();
}

function referents(_m: Obj, objects: Obj[]): Obj {
  const out: Obj[] = [];
  for (const o of objects) {
    if (o.gc <= 0) continue;
    o.type.tp_traverse?.(o, (child) => {
      child.rc++;
      out.push(child);
    });
  }
  return newList(out);
}

function referrers(_m: Obj, objects: Obj[]): Obj {
  const wanted = new Set(objects);
  const out: Obj[] = [];
  for (const o of trackedObjects()) {
    let refers = false;
    o.type.tp_traverse?.(o, (child) => {
      if (wanted.has(child)) refers = true;
    });
    if (refers) out.push(o);
  }
  return owned(out);
}

function* getObjects(_m: Obj, generation: Obj | undefined): Gen {
  if (generation === undefined || generation === None) return owned(trackedObjects());
  const g = yield* ssizeG(generation, PyExc.OverflowError);
  if (g === null) return null;
  if (g >= 3)
    return raise(
      PyExc.ValueError,
      'generation parameter must be less than the number of available generations (3)',
    );
  if (g < 0) return raise(PyExc.ValueError, 'generation parameter cannot be negative');
  return owned(trackedObjects(g));
}

function stats(): Obj {
  return newList(
    gcState.stats.map((s) => {
      const d = newDict();
      for (const key of ['collections', 'collected', 'uncollectable'] as const) {
        const n = newInt(s[key]);
        setStr(d, id(key), n);
        decref(n);
      }
      return d as Obj;
    }),
  );
}

/**
 * CPython begins to track a dict when it first holds something that could be part of a cycle; here dicts are tracked
 * from the start, and only the answer is CPython's. CPython 3.12: Objects/dictobject.c MAINTAIN_TRACKING
 */
function couldHoldCycle(o: Obj): boolean {
  if (o.type !== dictType) return true;
  const { keys, values } = (o as DictObj).v;
  return keys.some((k, i) => k !== undefined && (isTracked(k) || isTracked(values[i]!)));
}

const functions: FunctionRow[] = [
  ['enable', '()', () => ((gcState.enabled = true), none()), 'Enable automatic garbage collection.'],
  ['disable', '()', () => ((gcState.enabled = false), none()), 'Disable automatic garbage collection.'],
  [
    'isenabled',
    '()',
    () => newBool(gcState.enabled),
    'Returns true if automatic garbage collection is enabled.',
  ],
  [
    'set_debug',
    '(flags, /)',
    function* (_m: Obj, flags: Obj): Gen {
      const n = yield* ssizeG(flags, PyExc.OverflowError);
      if (n === null) return null;
      gcState.debug = n;
      return none();
    },
    'Set the garbage collection debugging flags.\n\nDebugging information is written to sys.stderr.',
  ],
  ['get_debug', '()', () => newInt(gcState.debug), 'Get the garbage collection debugging flags.'],
  [
    'get_count',
    '()',
    () => newTuple(generations.map((g) => newInt(g.count))),
    'Return a three-tuple of the current collection counts.',
  ],
  [
    'set_threshold',
    '(threshold0, threshold1=<unrepresentable>, threshold2=<unrepresentable>, /)',
    setThreshold,
    'set_threshold(threshold0, [threshold1, threshold2]) -> None\nSet the collection thresholds.  Setting threshold0 to zero disables collection.\n',
  ],
  [
    'get_threshold',
    '()',
    () => newTuple(generations.map((g) => newInt(g.threshold))),
    'Return the current collection thresholds.',
  ],
  [
    'collect',
    '(generation=2)',
    collectNow,
    'Run the garbage collector.\n\nWith no arguments, run a full collection.  The optional argument\nmay be an integer specifying which generation to collect.  A ValueError\nis raised if the generation number is invalid.\n\nThe number of unreachable objects is returned.',
  ],
  [
    'get_objects',
    '(generation=None)',
    getObjects,
    'Return a list of objects tracked by the collector (excluding the list returned).',
  ],
  ['get_stats', '()', stats, 'Return a list of dictionaries containing per-generation statistics.'],
  [
    'is_tracked',
    '(obj, /)',
    (_m: Obj, o: Obj) => newBool(isTracked(o) && couldHoldCycle(o)),
    'Returns true if the object is tracked by the garbage collector.',
  ],
  [
    'is_finalized',
    '(obj, /)',
    () => newBool(false),
    'Returns true if the object has been already finalized by the GC.',
  ],
  [
    'get_referrers',
    '(*objs)',
    referrers,
    'get_referrers(*objs) -> list\nReturn the list of objects that directly refer to any of objs.',
  ],
  [
    'get_referents',
    '(*objs)',
    referents,
    'get_referents(*objs) -> list\nReturn the list of objects that are directly referred to by objs.',
  ],
  [
    'freeze',
    '()',
    () => ((gcState.permanent = trackedObjects().length), none()),
    'Freeze all current tracked objects and ignore them for future collections.',
  ],
  [
    'unfreeze',
    '()',
    () => ((gcState.permanent = 0), none()),
    'Unfreeze all objects in the permanent generation.',
  ],
  [
    'get_freeze_count',
    '()',
    () => newInt(gcState.permanent),
    'Return the number of objects in the permanent generation.',
  ],
];

export const gcModule = defineModule(
  'gc',
  'This module provides access to the garbage collector for reference cycles.\n\nenable() -- Enable automatic garbage collection.\ndisable() -- Disable automatic garbage collection.\nisenabled() -- Returns true if automatic collection is enabled.\ncollect() -- Do a full collection right now.\nget_count() -- Return the current collection counts.\nget_stats() -- Return list of dictionaries containing per-generation stats.\nset_debug() -- Set debugging flags.\nget_debug() -- Get debugging flags.\nset_threshold() -- Set the collection thresholds.\nget_threshold() -- Return the current collection thresholds.\nget_objects() -- Return a list of all objects tracked by the collector.\nis_tracked() -- Returns true if a given object is tracked.\nis_finalized() -- Returns true if a given object has been already finalized.\nget_referrers() -- Return the list of objects that refer to an object.\nget_referents() -- Return the list of objects that an object refers to.\nfreeze() -- Freeze all tracked objects and ignore them for future collections.\nunfreeze() -- Unfreeze all objects in the permanent generation.\nget_freeze_count() -- Return the number of objects in the permanent generation.\n',
  {
    functions,
    values: {
      garbage: () => newList([]),
      callbacks: () => newList([]),
      DEBUG_STATS: () => newInt(1),
      DEBUG_COLLECTABLE: () => newInt(2),
      DEBUG_UNCOLLECTABLE: () => newInt(4),
      DEBUG_SAVEALL: () => newInt(32),
      DEBUG_LEAK: () => newInt(38),
    },
    init: (m) => {
      module = m;
      [700, 10, 10].forEach((n, i) => {
        generations[i]!.threshold = n;
      });
      gcState.debug = 0;
    },
  },
);
