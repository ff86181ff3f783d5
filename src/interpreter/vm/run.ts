// Running a thread: between the eval loop, waiting natives and generators.
//
// The loop below never nests. Whatever wants Python code run has left a request; the request's frame goes on top of the
// thread's list, and its result is delivered to the frame below.
//
// Answers to CPython 3.12: Python/ceval.c _PyEval_EvalFrameDefault (entry and exit), Objects/call.c.

import { collectIfDue } from '../memory/gc.ts';
import {
  decref,
  decrefAll,
  type PyType,
  type Res,
  resetTrash,
  TODO_FINALIZERS,
  TODO_GC,
  TODO_LOOK,
  TODO_SIGNALS,
  tstate,
  xdecref,
} from '../memory/object.ts';
import {
  failNative,
  type Gen,
  type Pending,
  recursionHook,
  resetEager,
  type WaitRequest,
} from '../memory/suspend.ts';
import { clearIf, PyExc, raise, raiseBare } from '../objects/errors.ts';
import type { Generator_ } from '../objects/genobject.ts';
import { resetRepr } from '../objects/object.ts';
import { resetNested } from '../objects/seqcompare.ts';
import { none } from '../objects/singletons.ts';
import { resetHash } from '../objects/tuplehash.ts';
import { evalLoop } from './ceval.ts';
import { CONT, type Frame, NativeFrame } from './frame.ts';
import { resumeFrame } from './generators.ts';
import { applyResult, exhausted, sendEnded } from './results.ts';
import { MODE, NATIVE_LIMIT, recursion, type Thread } from './thread.ts';
import { leave, tooDeep, unwind } from './unwind.ts';
import { watchHook } from './watchhook.ts';

/** What a waiting thread asked for; taken by the scheduler. */
export const waits: { request: WaitRequest | null } = { request: null };

/** Runs finalizers and callbacks that are due; put in by runtime/finalize.ts. A generator that never fails. */
export const todoHooks: {
  finalizers: () => Gen;
  hasFinalizers: () => boolean;
  /** Runs handlers of signals, if this is the thread that runs them; put in by runtime/signals.ts. */
  signals: (thread: Thread) => Gen | null;
} = {
  finalizers: function* () {
    return null;
  },
  hasFinalizers: () => false,
  signals: () => null,
};

/**
 * Runs a thread until it is done, must wait, or its budget of calls and back jumps is spent. Afterwards thread.mode says
 * which: DONE, WAIT (waits.request is set), or anything else for "not finished".
 */
export function runThread(thread: Thread): void {
  for (;;) {
    try {
      runUntilBreak(thread);
      return;
    } catch (error) {
      // A native recursed too deeply on JavaScript's own stack, or JavaScript refused it memory.
      if (!(error instanceof RangeError)) throw error;
      const tooDeep = error.message.includes('call stack');
      if (!tooDeep && !REFUSED.test(error.message)) throw error;
      forgetDepths();
      resetRepr();
      tstate.pending = null;
      if (stepping !== null && stepping === thread.top) {
        // The native it happened in cannot go on.
        thread.top = stepping.back;
        thread.natives--;
        decrefAll(stepping.owned);
      }
      stepping = null;
      const top = thread.top;
      if (top !== null && !top.native) {
        // The loop was left in the middle of an instruction: what it had on the stack is what is there.
        let sp = top.slots.length;
        while (sp > top.rt.nlocalsplus && top.slots[sp - 1] === null) sp--;
        top.sp = sp;
        thread.mode = MODE.RUN;
      }
      if (tstate.exc !== null) decref(tstate.exc);
      tstate.exc = null;
      if (tooDeep) raise(PyExc.RecursionError, 'maximum recursion depth exceeded');
      else raiseBare(PyExc.MemoryError);
      failTop(thread);
    }
  }
}

/** What V8 says when an array, a buffer, a string or a BigInt would be too large. */
const REFUSED = /allocation failed|Invalid (typed )?(array|string) length|BigInt/;

/** After a JavaScript exception: nobody stands inside anybody any more. */
function forgetDepths(): void {
  resetEager();
  resetNested();
  resetHash();
  resetTrash();
}

/** The native that runs now. */
let stepping: NativeFrame | null = null;

recursionHook.raise = (where) => {
  raise(PyExc.RecursionError, `maximum recursion depth exceeded${where}`);
};

function runUntilBreak(thread: Thread): void {
  for (;;) {
    switch (thread.mode) {
      case MODE.RUN: {
        const top = thread.top as Frame;
        if (tstate.todo !== 0 && runTodo(thread, top)) break;
        if (thread.budget <= 0 || watchHook.paused) return;
        evalLoop(thread);
        // evalLoop leaves mode WAIT when an instruction has left a request.
        if ((thread.mode as number) === MODE.WAIT) takePending(thread);
        break;
      }
      case MODE.DELIVER:
        if (polled) {
          polled = false;
          return;
        }
        deliver(thread);
        break;
      default:
        return;
    }
  }
}

/** A native asked for a pause: the scheduler is to look up before it goes on. */
let polled = false;

/** Natives have done much since memory was measured. */
export const lookUp = { due: false };

/** Raises an exception in a thread from outside, if it stands between two instructions; false if not. */
export function raiseInThread(thread: Thread, type: PyType): boolean {
  const top = thread.top;
  if (thread.mode !== MODE.RUN || top === null || top.native) return false;
  raiseBare(type);
  // After a jump back the instruction before this one may stand outside the `try` that the loop is in.
  unwind(thread, top, true, top.watched ? top.pc >> 1 : top.pc);
  return true;
}

/** Starts what is due at an instruction boundary; true if a frame was pushed. */
function runTodo(thread: Thread, top: Frame): boolean {
  const todo = tstate.todo;
  tstate.todo = 0;
  if ((todo & TODO_GC) !== 0) collectIfDue();
  if ((todo & TODO_LOOK) !== 0) {
    thread.budget = 0;
    lookUp.due = true;
  }
  if (((todo | tstate.todo) & TODO_FINALIZERS) !== 0 || todoHooks.hasFinalizers()) {
    tstate.todo = 0;
    top.cont = CONT.DROP;
    pushNative(thread, new NativeFrame(todoHooks.finalizers(), [], null));
    tstate.todo |= todo & TODO_SIGNALS;
    return true;
  }
  if ((todo & TODO_SIGNALS) !== 0) {
    const handlers = todoHooks.signals(thread);
    if (handlers === null) return false;
    top.cont = CONT.DROP;
    pushNative(thread, new NativeFrame(handlers, [], null));
    return true;
  }
  return false;
}

/** Puts a native on top and lets it begin. */
export function pushNative(thread: Thread, native: NativeFrame): void {
  native.back = thread.top;
  thread.top = native;
  thread.natives++;
  thread.mode = MODE.DELIVER;
  thread.value = null;
  if (native.first !== null) {
    tstate.pending = native.first;
    native.first = null;
    thread.mode = MODE.WAIT;
    takePending(thread);
  }
}

/** Takes the request in tstate.pending and does what it says. */
function takePending(thread: Thread): void {
  const p = tstate.pending as Pending;
  tstate.pending = null;
  if (p === null) {
    internal(thread, 'a native returned no result, no error and no request');
    return;
  }
  switch (p.kind) {
    case 'native': {
      // One that has begun is let in, so that it can clean up: what it waits for fails in its place.
      if (p.first === null && (thread.natives >= NATIVE_LIMIT || thread.depth >= recursion.limit * 4)) {
        failNative(p);
        decrefAll(p.owned);
        failTop(thread);
        return;
      }
      pushNative(thread, new NativeFrame(p.gen, p.owned, p.first));
      return;
    }
    case 'frame': {
      const frame = p.frame as Frame;
      if (thread.depth >= recursion.limit) {
        frame.discard();
        tooDeep();
        failTop(thread);
        return;
      }
      frame.back = thread.top;
      thread.top = frame;
      thread.depth++;
      thread.mode = MODE.RUN;
      watchHook.onCall?.(frame);
      return;
    }
    case 'resume': {
      const gen = p.generator as Generator_;
      if (thread.depth >= recursion.limit) {
        xdecref(p.value);
        xdecref(p.exc);
        decref(gen);
        tooDeep();
        failTop(thread);
        return;
      }
      // What is thrown finds None in the place of what would have been sent. CPython 3.12: gen_send_ex2
      const frame = resumeFrame(thread, null, gen, p.value ?? none());
      decref(gen);
      if (p.value === null) {
        tstate.exc = p.exc;
        unwind(thread, frame, true, null, true);
      } else thread.mode = MODE.RUN;
      return;
    }
    case 'poll':
      thread.mode = MODE.DELIVER;
      thread.value = null;
      thread.budget = 0;
      polled = true;
      return;
    case 'wait':
      thread.mode = MODE.WAIT;
      waits.request = p;
      return;
  }
}

/** The request failed (tstate.exc): the error goes to whoever asked. */
function failTop(thread: Thread): void {
  const top = thread.top!;
  if (top.native) {
    thread.mode = MODE.DELIVER;
    thread.value = null;
  } else unwind(thread, top, true);
}

/** Gives thread.value to the top frame. */
function deliver(thread: Thread): void {
  const top = thread.top;
  const value = thread.value;
  thread.value = null;
  if (top === null) {
    thread.value = value;
    thread.mode = MODE.DONE;
    return;
  }
  if (top.native) {
    step(thread, top, value);
    return;
  }
  if (value === null && tstate.exc !== null) {
    if (top.cont === CONT.UNWIND) {
      const back = leave(thread, top);
      if (back !== null) unwind(thread, back, true);
      return;
    }
    if (top.cont === CONT.FOR_ITER && stopIteration()) {
      exhausted(top);
      thread.mode = MODE.RUN;
      return;
    }
    if (top.cont === CONT.SEND && sendEnded(top)) {
      thread.mode = MODE.RUN;
      return;
    }
    unwind(thread, top, true);
    return;
  }
  thread.mode = MODE.RUN;
  if (applyResult(top, value)) return;
  if (tstate.exc !== null) unwind(thread, top, true);
  else if (tstate.pending !== null) {
    top.cont = CONT.PUSH;
    thread.mode = MODE.WAIT;
    takePending(thread);
  } else internal(thread, 'a native returned no result and no error');
}

function stopIteration(): boolean {
  return clearIf(PyExc.StopIteration);
}

/** Lets a waiting native go on with a result. */
function step(thread: Thread, native: NativeFrame, value: Res): void {
  stepping = native;
  const r = native.gen.next(value);
  stepping = null;
  if (!r.done) {
    tstate.pending = r.value;
    thread.mode = MODE.WAIT;
    takePending(thread);
    return;
  }
  thread.top = native.back;
  thread.natives--;
  decrefAll(native.owned);
  if (r.value === null && tstate.pending !== null) {
    // A tail request: its result is the native's result.
    thread.mode = MODE.WAIT;
    if (thread.top === null) {
      // Nobody below: wait for it in an empty native.
      thread.top = new NativeFrame(identity(), [], null);
      thread.natives++;
      (thread.top as NativeFrame).gen.next(null);
    }
    takePending(thread);
    return;
  }
  thread.mode = MODE.DELIVER;
  thread.value = r.value;
}

function* identity(): Gen {
  return yield null as unknown as Pending;
}

function internal(thread: Thread, what: string): void {
  raise(PyExc.SystemError, what);
  failTop(thread);
}

/** After a JavaScript exception: the thread cannot go on, but the next run can. */
export function resetAfterFailure(): void {
  forgetDepths();
  stepping = null;
  tstate.pending = null;
  tstate.exc = null;
  tstate.retval = null;
  tstate.todo = 0;
  polled = false;
  waits.request = null;
}
