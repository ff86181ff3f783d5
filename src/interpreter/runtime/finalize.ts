// `__del__` and weak-reference callbacks: run as ordinary frames at the next instruction boundary.
//
// An object with a finalizer that reaches count zero is kept alive in a queue; once its finalizer has run it goes, unless
// the finalizer let it be seen again. A finalizer runs once in an object's life. Its error is reported, not raised.
//
// Answers to CPython 3.12: Objects/object.c PyObject_CallFinalizerFromDealloc, Objects/typeobject.c slot_tp_finalize,
// Objects/weakrefobject.c handle_callback, Python/errors.c _PyErr_WriteUnraisableMsg.

import { finishGarbage, gcHooks } from '../memory/gc.ts';
import { dealloc, deallocHooks, decref, type Obj, TODO_FINALIZERS, tstate } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { fetch } from '../objects/errors.ts';
import { type Exc, excState } from '../objects/exceptions.ts';
import { coroutineType, generatorType, needsClose } from '../objects/genobject.ts';
import { callG, reprG } from '../objects/object.ts';
import { none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { lookup } from '../objects/typecore.ts';
import { pendingCallbacks } from '../objects/weakrefobject.ts';
import { todoHooks } from '../vm/run.ts';
import { exceptionTextG } from './traceback.ts';

type Task = { kind: 'finalize'; o: Obj } | { kind: 'call'; run: () => Gen; what: Obj | null };

const queue: Task[] = [];
let finalized = new WeakSet<Obj>();

/** Where unraisable errors are written; put in by pythonrun. */
export const unraisable: { write: (text: string) => Gen } = {
  write: function* () {
    return none();
  },
};

/** Queues a callback that must run soon, for example of a weak reference. `what` names it if it fails (owned). */
export function queueCall(run: () => Gen, what: Obj | null): void {
  queue.push({ kind: 'call', run, what });
  tstate.todo |= TODO_FINALIZERS;
}

/** dealloc asks: must this object's finalizer run first? */
function finalize(o: Obj): boolean {
  if (finalized.has(o)) return false;
  if ((o.type === generatorType || o.type === coroutineType) && !needsClose(o)) return false;
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
    if ((o.type === generatorType || o.type === coroutineType) && !needsClose(o)) continue;
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

/** "Exception ignored in: ..." on stderr, for the raised exception. CPython 3.12: PyErr_WriteUnraisable */
export function* writeUnraisable(where: Obj | null, message: string | null = null): Gen<void> {
  const exc = fetch() as Exc | null;
  if (exc === null) return;
  let text = message === null ? 'Exception ignored in' : message;
  if (where !== null) {
    const del = where.type.tp_finalize !== null && message === null ? yield* finalizerRepr(where) : null;
    const r = del ?? (yield* reprText(where));
    text += `: ${r}`;
  }
  text += '\n';
  // Causes and contexts are not shown here.
  text += yield* exceptionTextG(exc);
  decref(exc);
  const r = yield* unraisable.write(text);
  if (r !== null) decref(r);
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

// `__del__` is named by the function: <function C.__del__ at 0x...>.
function* finalizerRepr(o: Obj): Gen<string | null> {
  const f = lookup(o.type, id('__del__'));
  return f === undefined ? null : yield* reprText(f);
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
