// `__del__` and weak-reference callbacks: run as ordinary frames at the next instruction boundary.
//
// An object with a finalizer that reaches count zero is kept alive in a queue; once its finalizer has run it goes, unless
// the finalizer let it be seen again. A finalizer runs once in an object's life. Its error is reported, not raised.
//
// Answers to CPython 3.12: Objects/object.c PyObject_CallFinalizerFromDealloc, Objects/typeobject.c slot_tp_finalize,
// Objects/weakrefobject.c handle_callback, Python/errors.c _PyErr_WriteUnraisableMsg.

import { finishGarbage, gcHooks } from '../memory/gc.ts';
import {
  dealloc,
  deallocHooks,
  decref,
  type Obj,
  TODO_FINALIZERS,
  TPFLAGS,
  tstate,
} from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { fetch } from '../objects/errors.ts';
import { type Exc, excState } from '../objects/exceptions.ts';
import { isGenerator, needsFinalizer } from '../objects/genobject.ts';
import { callG, reprG } from '../objects/object.ts';
import { none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { lookup } from '../objects/typecore.ts';
import { pendingCallbacks } from '../objects/weakrefobject.ts';
import { tracebackHere } from '../vm/frameobject.ts';
import { todoHooks } from '../vm/run.ts';
import { currentFrame } from '../vm/thread.ts';
import { plainTextG } from './traceback.ts';

type Task = { kind: 'finalize'; o: Obj } | { kind: 'call'; run: () => Gen; what: Obj | null };

const queue: Task[] = [];
let finalized = new WeakSet<Obj>();

/** Put in by pythonrun: where unraisable errors are written. By sys: a hook of the program's own. */
export const unraisable: {
  write: (text: string) => Gen;
  /** Calls sys.unraisablehook if the program has changed it; false if it has not; null with the hook's error. */
  hook: (exc: Exc, message: string | null, object: Obj | null) => Gen<boolean | null>;
  /** That hook, for the message that it failed. */
  changed: () => Obj | null;
} = {
  write: function* () {
    return none();
  },
  hook: function* () {
    return false;
  },
  changed: () => null,
};

/** Queues a callback that must run soon, for example of a weak reference. `what` names it if it fails (owned). */
export function queueCall(run: () => Gen, what: Obj | null): void {
  queue.push({ kind: 'call', run, what });
  tstate.todo |= TODO_FINALIZERS;
}

/** dealloc asks: must this object's finalizer run first? */
function finalize(o: Obj): boolean {
  if (finalized.has(o)) return false;
  if (isGenerator(o) && !needsFinalizer(o)) return false;
  finalized.add(o);
  o.rc = 1;
  queue.push({ kind: 'finalize', o });
  tstate.todo |= TODO_FINALIZERS;
  return true;
}

/** gc asks: queue the finalizers of these; true if any was queued. */
function finalizeGarbage(garbage: Obj[]): boolean {
  let any = false;
  for (const o of garbage) {
    if (o.type.tp_finalize === null || finalized.has(o)) continue;
    if (isGenerator(o) && !needsFinalizer(o)) continue;
    finalized.add(o);
    o.rc++;
    queue.push({ kind: 'finalize', o });
    any = true;
  }
  if (any) tstate.todo |= TODO_FINALIZERS;
  return any;
}

/** Runs everything that is queued; never fails. */
function* runQueue(): Gen {
  const saved = tstate.exc;
  tstate.exc = null;
  const item = { value: null, previous: excState.item };
  for (;;) {
    // What dies while these run is queued anew, and its finalizers run at once, inside (see vm/run.ts runTodo).
    const tasks = queue.splice(0);
    const callbacks = pendingCallbacks.splice(0);
    tstate.todo &= ~TODO_FINALIZERS;
    if (tasks.length === 0 && callbacks.length === 0) break;
    for (const { callback, ref } of callbacks) {
      excState.item = item;
      const r = yield* callG(callback, [ref]);
      if (r === null) yield* writeUnraisable(callback);
      else decref(r);
      decref(callback);
      decref(ref);
    }
    for (const task of tasks) {
      excState.item = item;
      if (task.kind === 'finalize') {
        const o = task.o;
        let r = o.type.tp_finalize!(o);
        if (r === null) r = yield* settle();
        if (r === null) yield* writeUnraisable(o);
        else decref(r);
        if (--o.rc === 0) dealloc(o);
      } else {
        const r = yield* task.run();
        if (r === null) yield* writeUnraisable(task.what);
        else decref(r);
        if (task.what !== null) decref(task.what);
      }
    }
    if (queue.length === 0) finishGarbage();
  }
  excState.item = item.previous;
  tstate.exc = saved;
  return none();
}

/**
 * Gives the raised exception to sys.unraisablehook, which says "Exception ignored in: ..." on stderr.
 * CPython 3.12: Python/errors.c _PyErr_WriteUnraisableMsg
 */
export function* writeUnraisable(where: Obj | null, message: string | null = null): Gen<void> {
  let exc = fetch() as Exc | null;
  if (exc === null) return;
  const frame = currentFrame();
  if (exc.v.traceback === null && frame !== null) tracebackHere(exc, frame);
  const del =
    where !== null && message === null && (where.type.flags & TPFLAGS.HEAPTYPE) !== 0
      ? lookup(where.type, id('__del__'))
      : undefined;
  let object = del ?? where;
  let said = message;
  const r = yield* unraisable.hook(exc, said, object);
  if (r === true) {
    decref(exc);
    return;
  }
  if (r === null) {
    // The hook failed: its own error is reported instead.
    decref(exc);
    exc = fetch() as Exc;
    object = unraisable.changed();
    said = 'Exception ignored in sys.unraisablehook';
  }
  const text = yield* unraisableText(exc, said, object);
  decref(exc);
  const written = yield* unraisable.write(text);
  if (written !== null) decref(written);
}

/** What the hook says by default. CPython 3.12: Python/errors.c write_unraisable_exc_file */
export function* unraisableText(exc: Exc, message: string | null, object: Obj | null): Gen<string> {
  let text = '';
  if (object !== null) text = `${message ?? 'Exception ignored in'}: ${yield* reprText(object)}\n`;
  else if (message !== null) text = `${message}:\n`;
  return text + (yield* plainTextG(exc));
}

function* reprText(o: Obj): Gen<string> {
  const r = yield* reprG(o);
  if (r === null) {
    const e = fetch();
    if (e !== null) decref(e);
    return '<object repr() failed>';
  }
  const text = r.v;
  decref(r);
  return text;
}

export function initFinalizers(): void {
  deallocHooks.finalize = finalize;
  gcHooks.finalizeGarbage = finalizeGarbage;
  todoHooks.finalizers = runQueue;
  todoHooks.hasFinalizers = () => queue.length > 0 || pendingCallbacks.length > 0;
}

/** A new run begins with nothing queued. */
export function resetFinalizers(): void {
  queue.length = 0;
  pendingCallbacks.length = 0;
  finalized = new WeakSet<Obj>();
}

export { runQueue };
