// Exceptions on their way up: from frame to frame, until a handler of an exception table takes them.
//
// Answers to CPython 3.12: Python/ceval.c (exception_unwind, exit_unwind), Objects/exception_handling_notes.txt.

import { decref, tstate } from '../memory/object.ts';
import { clearIf, PyExc, raise } from '../objects/errors.ts';
import { type Exc, excState } from '../objects/exceptions.ts';
import { GEN_CLOSED, type Generator_ } from '../objects/genobject.ts';
import { newInt } from '../objects/longcore.ts';
import { CONT, clearFrame, type Frame } from './frame.ts';
import { leaveFrame, tracebackHere } from './frameobject.ts';
import { sendEnded } from './results.ts';
import { MODE, type Thread } from './thread.ts';
import { watchHook } from './watchhook.ts';

/** RecursionError for a Python call. CPython 3.12: Python/ceval.c _Py_CheckRecursiveCall */
export function tooDeep(): null {
  return raise(PyExc.RecursionError, 'maximum recursion depth exceeded');
}

/**
 * Finds the handler for tstate.exc, beginning in this frame (the thread's top). Leaves the thread in mode RUN with the
 * handler's frame on top, or in mode DELIVER before a waiting native, or DONE when no frame is left.
 * `trace`: this frame gets a traceback entry (not so for a re-raise). `from`: where to look in the first frame's table;
 * RERAISE has set the frame back to the instruction that raised, but is looked up where it stands itself.
 */
export function unwind(
  thread: Thread,
  start: Frame,
  trace: boolean,
  from: number | null = null,
  thrown = false,
): void {
  let frame = start;
  let addEntry = trace;
  let lookAt = from;
  for (;;) {
    const monitor = watchHook.unwinding;
    if (monitor?.(thread, frame, addEntry, lookAt, thrown && frame === start)) return;
    if (addEntry) tracebackHere(tstate.exc as Exc, frame);
    addEntry = true;
    const rt = frame.rt;
    const handler = rt.handlerFor(lookAt ?? frame.at);
    lookAt = null;
    const slots = frame.slots;
    if (handler !== null) {
      const base = rt.nlocalsplus + handler.depth;
      while (frame.sp > base) {
        const o = slots[--frame.sp]!;
        slots[frame.sp] = null;
        if (o !== null) decref(o);
      }
      if (handler.lasti) slots[frame.sp++] = newInt(frame.lasti >> 1);
      slots[frame.sp++] = tstate.exc;
      tstate.exc = null;
      frame.pc = frame.watched ? handler.target * 2 : handler.target;
      frame.kwnames = null;
      thread.mode = MODE.RUN;
      return;
    }
    const back = leave(thread, frame);
    if (back === null) return;
    frame = back;
  }
}

/** An exception leaves a frame, which ends: answers the frame below if the exception goes on there. */
export function leave(thread: Thread, frame: Frame): Frame | null {
  const { slots } = frame;
  while (frame.sp > frame.rt.nlocalsplus) {
    const o = slots[--frame.sp]!;
    slots[frame.sp] = null;
    if (o !== null) decref(o);
  }
  const back = frame.back;
  thread.depth--;
  thread.top = back;
  watchHook.onReturn?.(frame);
  const gen = frame.generator as Generator_ | null;
  if (gen !== null) {
    const g = gen.v;
    excState.item = g.exc.previous ?? thread.baseItem;
    g.exc.previous = null;
    g.state = GEN_CLOSED;
    g.frame = null;
    frame.generator = null;
    frame.back = back;
    leaveFrame(frame);
    decref(gen);
  } else if (frame.object !== null) leaveFrame(frame);
  else clearFrame(frame);
  if (back === null) {
    thread.mode = MODE.DONE;
    thread.value = null;
    return null;
  }
  if (back.native) {
    thread.mode = MODE.DELIVER;
    thread.value = null;
    return null;
  }
  // A `for` loop or `yield from` was waiting for the frame that ended: StopIteration is its end, not an error.
  if (back.cont === CONT.FOR_ITER && clearIf(PyExc.StopIteration)) {
    const it = back.slots[--back.sp]!;
    back.slots[back.sp] = null;
    back.pc = back.contArg;
    decref(it);
    thread.mode = MODE.RUN;
    return null;
  }
  if (back.cont === CONT.SEND && sendEnded(back)) {
    thread.mode = MODE.RUN;
    return null;
  }
  return back;
}
