// What a frame does with the result it was waiting for.
//
// An instruction that cannot answer at once says in `frame.cont` what the result is for; when it arrives, this applies it.
//
// Answers to CPython 3.12: Python/bytecodes.c (the ends of the instructions).

import { dealloc, decref, type Obj, type Res, tstate, xdecref } from '../memory/object.ts';
import { binaryFallback } from '../objects/abstract.ts';
import { PyExc, typeError } from '../objects/errors.ts';
import { False, type Int, True } from '../objects/longcore.ts';
import { richCompareReflected } from '../objects/object.ts';
import type { Tuple } from '../objects/seqcore.ts';
import { None, NotImplemented, none } from '../objects/singletons.ts';
import { isSubtype } from '../objects/typecore.ts';
import { CONT, type Frame } from './frame.ts';

/** SEND ended by StopIteration(value) raised in Python or by a native. */
export function sendEnded(frame: Frame): boolean {
  if (!isSubtype(tstate.exc!.type, PyExc.StopIteration)) return false;
  const exc = tstate.exc as Obj<{ fields: (Obj | null)[] }>;
  tstate.exc = null;
  const v = exc.v.fields[0] ?? null;
  if (v !== null) v.rc++;
  frame.slots[frame.sp++] = v ?? none();
  frame.pc = frame.contArg;
  decref(exc);
  return true;
}

/** The iterator of a `for` loop has no more: drops it and leaves the loop. */
export function exhausted(frame: Frame): void {
  const it = frame.slots[--frame.sp]!;
  frame.slots[frame.sp] = null;
  frame.pc = frame.contArg;
  if (--it.rc === 0) dealloc(it);
}

/** Does with a result what `frame.cont` says; false if there is none where one must be. */
export function applyResult(frame: Frame, value: Res): boolean {
  const slots = frame.slots;
  if (value === null) {
    const retval = tstate.retval;
    tstate.retval = null;
    if (frame.cont === CONT.FOR_ITER) {
      xdecref(retval);
      exhausted(frame);
      return true;
    }
    if (frame.cont === CONT.SEND) {
      slots[frame.sp++] = retval ?? none();
      frame.pc = frame.contArg;
      return true;
    }
    // Finalizers have nothing to say.
    if (frame.cont === CONT.DROP) return true;
    xdecref(retval);
    return false;
  }
  switch (frame.cont) {
    case CONT.PUSH:
    case CONT.FOR_ITER:
    case CONT.SEND:
      slots[frame.sp++] = value;
      return true;
    case CONT.DROP:
      if (--value.rc === 0) dealloc(value);
      return true;
    case CONT.NOT: {
      const r = (value as Int).v === 0 ? True : False;
      r.rc++;
      slots[frame.sp++] = r;
      decref(value);
      return true;
    }
    case CONT.CONTAINS: {
      const yes = ((value as Int).v !== 0) !== (frame.contArg === 1);
      const r = yes ? True : False;
      r.rc++;
      slots[frame.sp++] = r;
      decref(value);
      return true;
    }
    case CONT.JUMP_IF_FALSE:
      if ((value as Int).v === 0) frame.pc = frame.contArg;
      decref(value);
      return true;
    case CONT.JUMP_IF_TRUE:
      if ((value as Int).v !== 0) frame.pc = frame.contArg;
      decref(value);
      return true;
    case CONT.UNPACK: {
      const items = (value as Tuple).v;
      for (let i = items.length - 1; i >= 0; i--) {
        const o = items[i]!;
        o.rc++;
        slots[frame.sp++] = o;
      }
      decref(value);
      return true;
    }
    case CONT.PUSH2: {
      const [a, b] = (value as Tuple).v as [Obj, Obj];
      a.rc++;
      b.rc++;
      slots[frame.sp++] = a;
      slots[frame.sp++] = b;
      decref(value);
      return true;
    }
    case CONT.INIT:
      if (value !== None) {
        typeError(`__init__() should return None, not '${value.type.name}'`);
        decref(value);
        return false;
      }
      value.rc--;
      return true;
    case CONT.BINARY:
    case CONT.COMPARE: {
      const b = slots[--frame.sp]!;
      const a = slots[frame.sp - 1]!;
      slots[frame.sp] = null;
      let r: Res = value;
      if (value === NotImplemented) {
        value.rc--;
        r =
          frame.cont === CONT.BINARY
            ? binaryFallback(a, b, frame.contArg)
            : richCompareReflected(a, b, frame.contArg);
      }
      slots[frame.sp - 1] = r;
      if (r === null) frame.sp--;
      decref(a);
      decref(b);
      return r !== null;
    }
    default:
      return false;
  }
}

/** True if the loop itself may go on with this result: nothing can fail, nothing is pending after it. */
export function settles(cont: number, value: Obj): boolean {
  return cont === CONT.INIT ? value === None : cont >= CONT.BINARY && value !== NotImplemented;
}
