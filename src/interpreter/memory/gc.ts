// The cyclic garbage collector.
//
// Reference counting frees almost everything; what it cannot free are objects that hold each other. Containers
// that could take part in such a cycle are tracked, in three generations. A collection subtracts, inside the
// generations it looks at, every reference that comes from inside; what is left with a count came from outside,
// and everything reachable from there lives. The rest is garbage.
//
// Answers to CPython 3.12: Modules/gcmodule.c. Tracked objects stand in arrays in place of linked lists: `gc` is
// an object's position plus one in its generation's array, times four, plus the generation.
// Runs only at an instruction boundary (tstate.todo), as 3.12 does on its eval breaker.

import { decref, type Obj, TODO_GC, tstate } from './object.ts';

class Generation {
  objects: (Obj | undefined)[] = [];
  /** Objects really there. */
  live = 0;
  threshold: number;
  /** Allocations minus deallocations (generation 0), or collections of the generation below. */
  count = 0;
  constructor(threshold: number) {
    this.threshold = threshold;
  }
}

/** CPython 3.12: Modules/gcmodule.c _PyGC_InitState: thresholds 700, 10, 10. */
export const generations = [new Generation(700), new Generation(10), new Generation(10)];

export const gcState = {
  enabled: true,
  collecting: false,
  debug: 0,
  stats: [0, 1, 2].map(() => ({ collections: 0, collected: 0, uncollectable: 0 })),
  /** gc.freeze() moves everything here; it is never looked at. */
  permanent: 0,
  /** Survivors of the last full collection, and newcomers since: a full collection waits until they are a quarter. */
  longLivedTotal: 0,
  longLivedPending: 0,
};

/** Starts to track a container. CPython 3.12: Include/internal/pycore_object.h _PyObject_GC_TRACK */
export function gcTrack(o: Obj): void {
  const g = generations[0]!;
  o.gc = (g.objects.push(o) << 2) | 0;
  g.live++;
  if (++g.count > g.threshold && gcState.enabled && !gcState.collecting) tstate.todo |= TODO_GC;
}

/** Ends tracking. The hole it leaves is closed when the generation is next looked at, or here if it is the last. */
export function gcUntrack(o: Obj): void {
  const g = generations[o.gc & 3]!;
  const at = (o.gc >> 2) - 1;
  o.gc = 0;
  const objects = g.objects;
  if (at === objects.length - 1) objects.pop();
  else {
    objects[at] = undefined;
    if (objects.length > 64 && g.live < objects.length >> 1) compact(g, generations.indexOf(g));
  }
  g.live--;
  const young = generations[0]!;
  if (young.count > 0) young.count--;
}

function compact(g: Generation, generation: number): void {
  let to = 0;
  const objects = g.objects;
  for (let i = 0; i < objects.length; i++) {
    const o = objects[i];
    if (o === undefined) continue;
    objects[to++] = o;
    o.gc = (to << 2) | generation;
  }
  objects.length = to;
}

export function isTracked(o: Obj): boolean {
  return o.gc > 0;
}

/** All tracked objects, youngest generation first (borrowed). `generation`: only that one. */
export function trackedObjects(generation: number | null = null): Obj[] {
  const out: Obj[] = [];
  for (let i = 0; i < 3; i++) {
    if (generation !== null && generation !== i) continue;
    for (const o of generations[i]!.objects) if (o !== undefined) out.push(o);
  }
  return out;
}

/** What runs for each garbage object before cycles are broken; put in by runtime/finalize. */
export const gcHooks: {
  /** Clears weak references into the garbage and queues their callbacks. */
  handleWeakrefs: (garbage: Obj[]) => void;
  /** Calls or queues `__del__`; true if any was queued, so that the garbage must be judged again later. */
  finalizeGarbage: (garbage: Obj[]) => boolean;
} = { handleWeakrefs: () => {}, finalizeGarbage: () => false };

function merge(young: number, old: number): void {
  const from = generations[young]!;
  const into = generations[old]!;
  for (const o of from.objects) {
    if (o === undefined) continue;
    o.gc = (into.objects.push(o) << 2) | old;
    into.live++;
  }
  from.objects = [];
  from.live = 0;
}

// While unreachable() looks at objects, their `gc` says where they stand in its arrays: -2 - position.
let counts = new Int32Array(1024);
let stack: Obj[] = [];

const subtract = (child: Obj): void => {
  if (child.gc <= -2) counts[-2 - child.gc]!--;
};
/** -1: reached. Below zero otherwise only by a mistake in the counts. */
const REACHED = -1;
const reach = (child: Obj): void => {
  if (child.gc > -2 || counts[-2 - child.gc] === REACHED) return;
  counts[-2 - child.gc] = REACHED;
  stack.push(child);
};

/** The objects of these that are reachable only from among themselves (CPython: deduce_unreachable). */
export function unreachable(objects: readonly Obj[]): Obj[] {
  const n = objects.length;
  if (counts.length < n) counts = new Int32Array(2 * n);
  const saved = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const o = objects[i]!;
    saved[i] = o.gc;
    o.gc = -2 - i;
    counts[i] = o.rc;
  }
  for (let i = 0; i < n; i++) objects[i]!.type.tp_traverse?.(objects[i]!, subtract);
  stack = [];
  for (let i = 0; i < n; i++) if (counts[i]! > 0) reach(objects[i]!);
  for (let o = stack.pop(); o !== undefined; o = stack.pop()) o.type.tp_traverse?.(o, reach);
  const found: Obj[] = [];
  for (let i = 0; i < n; i++) {
    objects[i]!.gc = saved[i]!;
    if (counts[i] !== REACHED) found.push(objects[i]!);
  }
  return found;
}

/**
 * Collects a generation and all younger ones; answers how many unreachable objects were found.
 * CPython 3.12: Modules/gcmodule.c gc_collect_main
 */
export function collect(generation: number): number {
  if (gcState.collecting) return 0;
  gcState.collecting = true;
  if (generation + 1 < 3) generations[generation + 1]!.count++;
  for (let i = 0; i <= generation; i++) generations[i]!.count = 0;
  for (let i = 0; i < generation; i++) merge(i, generation);
  const g = generations[generation]!;
  compact(g, generation);
  const garbage = unreachable(g.objects as Obj[]);
  // Survivors grow older.
  if (generation < 2) {
    const all = g.objects as Obj[];
    const old = generations[generation + 1]!;
    for (let i = 0; i < garbage.length; i++) garbage[i]!.gc = 0;
    for (let i = 0; i < all.length; i++) {
      const o = all[i]!;
      if (o.gc === 0) continue;
      o.gc = (old.objects.push(o) << 2) | (generation + 1);
      old.live++;
    }
    if (generation === 1) gcState.longLivedPending += all.length - garbage.length;
    g.objects = garbage.slice();
    g.live = garbage.length;
    for (let i = 0; i < garbage.length; i++) garbage[i]!.gc = ((i + 1) << 2) | generation;
  } else {
    gcState.longLivedPending = 0;
    gcState.longLivedTotal = g.live - garbage.length;
  }
  const stats = gcState.stats[generation]!;
  stats.collections++;
  stats.collected += garbage.length;
  if (garbage.length > 0) {
    gcHooks.handleWeakrefs(garbage);
    // Objects with finalizers get their say first; if one was queued, the cycle is broken by a later round.
    if (gcHooks.finalizeGarbage(garbage)) awaitingFinalizers.push(...garbage);
    else breakCycles(garbage);
  }
  gcState.collecting = false;
  return garbage.length;
}

// Garbage whose finalizers have been queued: judged again when they have run.
const awaitingFinalizers: Obj[] = [];

/** After the queued finalizers have run: breaks the cycles of whatever they did not bring back. */
export function finishGarbage(): void {
  if (awaitingFinalizers.length === 0) return;
  const left = awaitingFinalizers.filter((o) => o.gc > 0);
  awaitingFinalizers.length = 0;
  const dead = unreachable(left);
  if (dead.length > 0) breakCycles(dead);
}

/** Clears garbage objects one by one; counting does the rest. CPython 3.12: Modules/gcmodule.c delete_garbage */
export function breakCycles(garbage: readonly Obj[]): void {
  for (const o of garbage) o.rc++;
  for (const o of garbage) if (o.rc > 1) o.type.tp_clear?.(o);
  // The clears above dropped the references inside; dropping ours lets each object go.
  for (const o of garbage) decref(o);
}

/** Called at an instruction boundary when TODO_GC is set. CPython 3.12: Modules/gcmodule.c gc_collect_generations */
export function collectIfDue(): number {
  if (!gcState.enabled || gcState.collecting) return 0;
  for (let i = 2; i >= 0; i--) {
    const g = generations[i]!;
    if (g.count <= g.threshold) continue;
    if (i === 2 && gcState.longLivedPending < gcState.longLivedTotal / 4) continue;
    return collect(i);
  }
  return 0;
}
