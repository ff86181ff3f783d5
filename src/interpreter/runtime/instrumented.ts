// Calling the callbacks of an event, and the instructions whose event comes after they have done half their work: a jump
// taken, a native called. Those are done here (PEP 669).
//
// Answers to CPython 3.12: Python/instrumentation.c (call_instrumentation_vector), the INSTRUMENTED_* instructions of
// Python/bytecodes.c.

import { OP } from '../code/opcodes.ts';
import { decref, type Obj, type Res, ref, tstate, xdecref } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { iterateG } from '../objects/abstract.ts';
import { clear, fetch, matches, PyExc, raise } from '../objects/errors.ts';
import { type Exc, newException } from '../objects/exceptions.ts';
import { functionType, type Method, methodType } from '../objects/funcobject.ts';
import { generatorType } from '../objects/genobject.ts';
import { newInt } from '../objects/longcore.ts';
import { callG, getAttr, lookupAttrG, objectCall, truthG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { CONT, type Frame } from '../vm/frame.ts';
import type { FrameObject } from '../vm/frameobject.ts';
import { COLD_NEXT, coldOp } from '../vm/opcodes_cold.ts';
import { applyResult } from '../vm/results.ts';
import type { Thread } from '../vm/thread.ts';
import { markers } from '../vm/watchhook.ts';
import {
  type CodeEvents,
  EVENT,
  EVENT_NAMES,
  isObj,
  LOCAL_EVENTS,
  monitors,
  moveTo,
  type Place,
  SYS_PROFILE,
  SYS_TRACE,
  standAt,
  TOOL_IDS,
  UNGROUPED_EVENTS,
} from './codeevents.ts';

/** The tools of a set whose callbacks would do something. */
export function willing(thread: Thread, frame: Frame, event: number, tools: number): number {
  let out = tools;
  if ((out & (1 << SYS_TRACE)) !== 0) {
    const starts = event === EVENT.PY_START || event === EVENT.PY_RESUME || event === EVENT.PY_THROW;
    const idle = !starts && ((frame.object as FrameObject | null)?.v.trace ?? null) === null;
    if (thread.traceFunc === null || idle) out &= ~(1 << SYS_TRACE);
  }
  if ((out & (1 << SYS_PROFILE)) !== 0 && thread.profileFunc === null) out &= ~(1 << SYS_PROFILE);
  const probe = event >= UNGROUPED_EVENTS ? EVENT.CALL : event;
  for (let t = 0, bits = out; bits !== 0; t++, bits >>= 1) {
    if ((bits & 1) === 0) continue;
    const row = monitors.callbacks[t]!;
    const any =
      probe === EVENT.CALL
        ? row[EVENT.CALL] !== null || row[EVENT.C_RETURN] !== null || row[EVENT.C_RAISE] !== null
        : row[probe] !== null;
    if (!any) out &= ~(1 << t);
  }
  return out;
}

// --- callbacks ------------------------------------------------------------------------------------------------

/**
 * Calls the callbacks of an event; false with an error. The arguments are the code, the offset (or the line) and what
 * is given here, all borrowed. CPython 3.12: call_instrumentation_vector
 */
export function* fireG(
  place: Place,
  code: CodeEvents,
  event: number,
  arg: Obj | null = null,
  arg2: Obj | null = null,
): Gen<boolean> {
  const { thread, frame, at } = place;
  if (code.version !== monitors.version) code.refresh();
  let tools = willing(thread, frame, event, code.tools(event, at));
  if (tools === 0) return true;
  const number = newInt(event === EVENT.LINE ? code.lines[at]! : code.rt.offsets[at]!);
  const args = [frame.code as Obj, number];
  if (arg !== null) args.push(arg);
  if (arg2 !== null) args.push(arg2);
  let ok = true;
  for (let tool = TOOL_IDS - 1; tool >= 0 && ok; tool--) {
    if ((tools & (1 << tool)) === 0) continue;
    tools &= ~(1 << tool);
    const callback = monitors.callbacks[tool]![event] ?? null;
    if (callback === null) continue;
    const what = thread.whatEvent;
    thread.whatEvent = event;
    thread.tracing++;
    let r: Res;
    if (isObj(callback)) {
      callback.rc++;
      r = yield* callG(callback, args);
      decref(callback);
    } else r = yield* callback(place, arg, arg2);
    thread.tracing--;
    thread.whatEvent = what;
    if (r === null) {
      ok = false;
      break;
    }
    const disable = r === markers.disable;
    decref(r);
    if (!disable || !isObj(callback)) continue;
    if (event < LOCAL_EVENTS) code.disable(event, at, tool);
    else {
      raise(PyExc.ValueError, `Cannot disable ${EVENT_NAMES[event]} events. Callback removed.`);
      const removed = monitors.callbacks[tool]![event] ?? null;
      monitors.callbacks[tool]![event] = null;
      if (isObj(removed)) decref(removed);
      ok = false;
    }
  }
  decref(number);
  return ok;
}

/** The exception that PyErr_SetObject(StopIteration, value) makes of a value (borrowed). */
function stopIterationOf(value: Obj): Obj {
  if (value === None) return newException(PyExc.StopIteration, newTuple([]));
  if (value.type === tupleType) return newException(PyExc.StopIteration, ref(value) as Tuple);
  return newException(PyExc.StopIteration, newTuple([ref(value)]));
}

/** CPython 3.12: the INSTRUMENTED_* instructions of Python/bytecodes.c */
export function* ownG(place: Place, code: CodeEvents, own: number): Gen<boolean> {
  const { frame, at } = place;
  const { slots } = frame;
  const arg = frame.rt.plain[at]! >>> 8;
  const op = code.ops[at]!;
  switch (op) {
    case OP.RESUME:
      return yield* simpleG(place, code, arg > 0 ? EVENT.PY_RESUME : EVENT.PY_START, null);
    case OP.RETURN_VALUE:
      return yield* simpleG(place, code, EVENT.PY_RETURN, slots[frame.sp - 1]!);
    case OP.RETURN_CONST:
      return yield* simpleG(place, code, EVENT.PY_RETURN, frame.rt.consts[arg]!);
    case OP.YIELD_VALUE:
      return yield* simpleG(place, code, EVENT.PY_YIELD, slots[frame.sp - 1]!);
    case OP.END_SEND: {
      const exc = stopIterationOf(slots[frame.sp - 1]!);
      const ok = yield* simpleG(place, code, EVENT.STOP_ITERATION, exc);
      decref(exc);
      return ok;
    }
    case OP.JUMP_FORWARD:
    case OP.JUMP_BACKWARD:
      return yield* jumpG(place, code, EVENT.JUMP, arg);
    case OP.POP_JUMP_IF_FALSE:
    case OP.POP_JUMP_IF_TRUE:
    case OP.POP_JUMP_IF_NONE:
    case OP.POP_JUMP_IF_NOT_NONE: {
      const v = slots[--frame.sp]!;
      slots[frame.sp] = null;
      let taken: boolean;
      if (op === OP.POP_JUMP_IF_NONE || op === OP.POP_JUMP_IF_NOT_NONE)
        taken = (v === None) === (op === OP.POP_JUMP_IF_NONE);
      else {
        const t = yield* truthG(v);
        if (t < 0) {
          decref(v);
          return false;
        }
        taken = (t === 1) === (op === OP.POP_JUMP_IF_TRUE);
      }
      decref(v);
      return yield* jumpG(place, code, EVENT.BRANCH, taken ? arg : at + 1);
    }
    case OP.FOR_ITER:
      return yield* forIterG(place, code, own, arg);
    case OP.SEND:
      return yield* sendG(place, code, arg);
    case OP.CALL:
      return yield* callEventG(place, code, arg);
    case OP.CALL_FUNCTION_EX:
      return yield* callExG(place, code, arg);
    case OP.LOAD_SUPER_ATTR:
      return yield* superG(place, code, arg);
    default:
      return true;
  }
}

/** An event that changes nothing. After an error the frame stands at the instruction, whatever it now runs. */
function* simpleG(place: Place, code: CodeEvents, event: number, arg: Obj | null): Gen<boolean> {
  const ok = yield* fireG(place, code, event, arg);
  if (!ok) standAt(place.frame, place.at);
  return ok;
}

/** Jumps, and tells. CPython 3.12: _Py_call_instrumentation_jump */
function* jumpG(place: Place, code: CodeEvents, event: number, target: number): Gen<boolean> {
  const { frame } = place;
  standAt(frame, target);
  const to = newInt(frame.rt.firsts[target]!);
  const ok = yield* fireG({ ...place, target }, code, event, to);
  decref(to);
  if (ok) moveTo(frame, target);
  else standAt(frame, target);
  return ok;
}

// iter -- iter next   (or, exhausted: iter -- , and jump behind END_FOR)
function* forIterG(place: Place, code: CodeEvents, own: number, arg: number): Gen<boolean> {
  const { thread, frame } = place;
  const { slots } = frame;
  const it = slots[frame.sp - 1]!;
  let r = it.type.tp_iternext!(it);
  if (r === null) r = yield* settle();
  if (r !== null) {
    slots[frame.sp++] = r;
    return yield* jumpG(place, code, EVENT.BRANCH, place.at + 1);
  }
  const branches =
    willing(thread, frame, EVENT.BRANCH, code.tools(EVENT.BRANCH, place.at)) !== 0 ||
    (code.active[EVENT.BRANCH]! & (1 << SYS_TRACE)) !== 0;
  let event: number = EVENT.RAISE;
  let exc: Obj | null = null;
  if (tstate.exc !== null) {
    if (!matches(PyExc.StopIteration)) return false;
    exc = fetch();
  } else {
    const value = tstate.retval;
    tstate.retval = null;
    if (it.type === generatorType) {
      if (!branches && (own & (1 << EVENT.STOP_ITERATION)) !== 0) event = EVENT.STOP_ITERATION;
      if (event === EVENT.STOP_ITERATION || (value !== null && value !== None))
        exc = stopIterationOf(value ?? None);
    }
    xdecref(value);
  }
  if (exc !== null) {
    // END_FOR tells of a generator that has ended.
    const where = event === EVENT.STOP_ITERATION ? { ...place, at: arg } : place;
    const ok = yield* fireG(where, code, event, exc);
    decref(exc);
    if (!ok) {
      if (event === EVENT.STOP_ITERATION) return false;
      clear();
    }
  }
  slots[--frame.sp] = null;
  decref(it);
  return yield* jumpG(place, code, EVENT.BRANCH, arg + 1);
}

// receiver value -- receiver result, where the receiver is no generator
function* sendG(place: Place, code: CodeEvents, arg: number): Gen<boolean> {
  const { frame } = place;
  const { slots } = frame;
  const v = slots[--frame.sp]!;
  slots[frame.sp] = null;
  const receiver = slots[frame.sp - 1]!;
  let r: Res;
  if (v === None && receiver.type.tp_iternext !== null) {
    r = receiver.type.tp_iternext(receiver);
    if (r === null) r = yield* settle();
  } else {
    const send = yield* lookupAttrG(receiver, id('send'));
    if (send === undefined)
      raise(PyExc.AttributeError, `'${receiver.type.name}' object has no attribute 'send'`);
    r = send == null ? null : yield* callG(send, [v]);
    if (send != null) decref(send);
  }
  decref(v);
  if (r !== null) {
    slots[frame.sp++] = r;
    moveTo(frame, place.at + 1);
    return true;
  }
  let value = tstate.retval;
  tstate.retval = null;
  if (tstate.exc !== null) {
    if (!matches(PyExc.StopIteration)) return false;
    const exc = fetch() as Exc;
    const ok = yield* fireG(place, code, EVENT.RAISE, exc);
    if (ok) value = ref(exc.v.fields[0] ?? None);
    decref(exc);
    if (!ok) return false;
  }
  slots[frame.sp++] = value ?? none();
  moveTo(frame, arg);
  return true;
}

// method_or_NULL self_or_callable args[n] -- result
function* callEventG(place: Place, code: CodeEvents, arg: number): Gen<boolean> {
  const { frame } = place;
  const { slots } = frame;
  const base = frame.sp - arg - 2;
  const isMethod = slots[base] !== null;
  const callable = (isMethod ? slots[base] : slots[base + 1])!;
  const first = isMethod ? base + 1 : base + 2;
  const firstArg = first < frame.sp ? slots[first]! : markers.missing!;
  if (!(yield* fireG(place, code, EVENT.CALL, callable, firstArg))) {
    standAt(frame, place.at);
    return false;
  }
  let callee = callable;
  let args = slots.slice(first, frame.sp) as Obj[];
  if (callable.type === methodType) {
    const m = (callable as Obj<Method>).v;
    callee = m.func;
    args = [m.self, ...args];
  }
  if (callee.type === functionType) return true;
  standAt(frame, place.at);
  const kwnames = frame.kwnames;
  frame.kwnames = null;
  for (const a of args) a.rc++;
  callee.rc++;
  let r = objectCall(callee, args, kwnames);
  if (r === null) r = yield* settle();
  r = yield* returnedG(place, code, r, callee, args[0] ?? markers.missing!);
  decref(callee);
  for (const a of args) decref(a);
  while (frame.sp > base) {
    const o = slots[--frame.sp] ?? null;
    slots[frame.sp] = null;
    xdecref(o);
  }
  if (r === null) return false;
  slots[frame.sp++] = r;
  moveTo(frame, place.at + 1);
  return true;
}

/** After a native was called: C_RETURN or C_RAISE. Its result, or null with an error. */
function* returnedG(place: Place, code: CodeEvents, r: Res, callee: Obj, first: Obj): Gen {
  if (r === null) {
    const exc = fetch()!;
    if (yield* fireG(place, code, EVENT.C_RAISE, callee, first)) tstate.exc = exc;
    else decref(exc);
    return null;
  }
  if (yield* fireG(place, code, EVENT.C_RETURN, callee, first)) return r;
  decref(r);
  return null;
}

// global_super class self -- value   (method call form: NULL value)
function* superG(place: Place, code: CodeEvents, arg: number): Gen<boolean> {
  const { frame } = place;
  const { slots } = frame;
  const [callee, cls, self] = slots.slice(frame.sp - 3, frame.sp) as [Obj, Obj, Obj];
  const explicit = (arg & 2) !== 0;
  const first = explicit ? cls : markers.missing!;
  if (!(yield* fireG(place, code, EVENT.CALL, callee, first))) {
    standAt(frame, place.at);
    return false;
  }
  standAt(frame, place.at);
  let made = objectCall(callee, explicit ? [cls, self] : [], null);
  if (made === null) made = yield* settle();
  made = yield* returnedG(place, code, made, callee, first);
  if (made === null) return false;
  let r = getAttr(made, frame.rt.names[arg >> 2]!);
  if (r === null) r = yield* settle();
  decref(made);
  if (r === null) return false;
  for (let i = 0; i < 3; i++) {
    const o = slots[--frame.sp]!;
    slots[frame.sp] = null;
    decref(o);
  }
  if ((arg & 1) !== 0) slots[frame.sp++] = null;
  slots[frame.sp++] = r;
  moveTo(frame, place.at + 1);
  return true;
}

// NULL callable args [kwargs] -- result
function* callExG(place: Place, code: CodeEvents, arg: number): Gen<boolean> {
  const { frame } = place;
  const { slots } = frame;
  const at = frame.sp - (arg & 1);
  const callee = slots[at - 2]!;
  let args = slots[at - 1]!;
  if (!isTuple(args) && args.type.tp_iter !== null) {
    const items = yield* iterateG(args);
    if (items === null) return false;
    decref(args);
    args = newTuple(items);
    slots[at - 1] = args;
  }
  const first = isTuple(args) && args.v.length > 0 ? args.v[0]! : markers.missing!;
  if (!(yield* fireG(place, code, EVENT.CALL, callee, first))) {
    standAt(frame, place.at);
    return false;
  }
  if (callee.type === functionType || callee.type === methodType) return true;
  standAt(frame, place.at);
  callee.rc++;
  first.rc++;
  const cont = coldOp(frame, OP.CALL_FUNCTION_EX, arg);
  let r: Res = null;
  if (cont === COLD_NEXT) {
    r = slots[--frame.sp]!;
    slots[frame.sp] = null;
  } else r = yield* settle();
  r = yield* returnedG(place, code, r, callee, first);
  decref(callee);
  decref(first);
  if (r === null) return false;
  frame.cont = CONT.PUSH;
  applyResult(frame, r);
  moveTo(frame, place.at + 1);
  return true;
}
