// sys.settrace and sys.setprofile, as two tools of the monitoring system.
//
// Answers to CPython 3.12: Python/legacy_tracing.c, Python/sysmodule.c (call_trampoline, trace_trampoline,
// profile_trampoline).

import { holdsOutside } from '../memory/holders.ts';
import { decref, type Obj, type Res, ref, xdecref } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { methodDescrGet, methodDescrType } from '../objects/descrobject.ts';
import type { Exc } from '../objects/exceptions.ts';
import { type Method, methodType } from '../objects/funcobject.ts';
import { builtinType } from '../objects/methodobject.ts';
import { callG } from '../objects/object.ts';
import { newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { type FrameObject, frameLocals, frameObject, localsToFast, tracingFlags } from '../vm/frameobject.ts';
import type { Thread } from '../vm/thread.ts';
import { markers } from '../vm/watchhook.ts';
import {
  EVENT,
  eventsOfCode,
  monitors,
  type NativeCallback,
  type Place,
  SYS_PROFILE,
  SYS_TRACE,
} from './codeevents.ts';
import { setEvents } from './instrumentation.ts';
import { scheduling } from './threads.ts';

const threads = (): readonly Thread[] => scheduling.scheduler?.threads ?? [];

holdsOutside(
  function* () {
    for (const t of threads()) {
      if (t.traceFunc !== null) yield t.traceFunc;
      if (t.profileFunc !== null) yield t.profileFunc;
    }
  },
  () => {
    tracingFlags.opcodes = false;
  },
);

type What = 'call' | 'exception' | 'line' | 'return' | 'opcode' | 'c_call' | 'c_exception' | 'c_return';

/** CPython 3.12: Python/sysmodule.c call_trampoline */
function* callTrampoline(callback: Obj, fo: FrameObject, what: What, arg: Obj): Gen {
  const v = fo.v;
  if (v.fastAsLocals && v.frame !== null) decref(frameLocals(v.frame));
  callback.rc++;
  const r = yield* callG(callback, [fo, id(what), arg]);
  decref(callback);
  localsToFast(fo, true);
  return r;
}

/** CPython 3.12: Python/sysmodule.c trace_trampoline */
function* traceTrampoline(place: Place, what: What, arg: Obj): Gen {
  const { thread } = place;
  const fo = frameObject(place.frame);
  const callback = what === 'call' ? thread.traceFunc : fo.v.trace;
  if (callback === null) {
    decref(fo);
    return none();
  }
  const r = yield* callTrampoline(callback, fo, what, arg);
  const old = fo.v.trace;
  if (r === null) {
    setTrace(thread, null);
    fo.v.trace = null;
    xdecref(old);
  } else if (r !== None) {
    fo.v.trace = r;
    xdecref(old);
  } else decref(r);
  decref(fo);
  return r === null ? null : none();
}

/** CPython 3.12: Python/sysmodule.c profile_trampoline */
function* profileTrampoline(place: Place, what: What, arg: Obj): Gen {
  const { thread } = place;
  if (thread.profileFunc === null) return none();
  const fo = frameObject(place.frame);
  const r = yield* callTrampoline(thread.profileFunc, fo, what, arg);
  decref(fo);
  if (r !== null) return r;
  setProfile(thread, null);
  return null;
}

const trace =
  (what: What, withArg: boolean): NativeCallback =>
  (place, arg) =>
    traceTrampoline(place, what, withArg && arg !== null ? arg : None);

const profile =
  (what: What, withArg: boolean): NativeCallback =>
  (place, arg) =>
    profileTrampoline(place, what, withArg && arg !== null ? arg : None);

/** CPython 3.12: sys_trace_exception_func */
function* traceException(place: Place, arg: Obj | null): Gen {
  const exc = arg as Exc;
  const triple = newTuple([ref(exc.type.self), ref(exc), ref(exc.v.traceback ?? None)]);
  const r = yield* traceTrampoline(place, 'exception', triple);
  decref(triple);
  return r;
}

function* traceLine(place: Place): Gen {
  const fo = place.frame.object as FrameObject | null;
  if (fo !== null && !fo.v.traceLines) return none();
  return yield* traceTrampoline(place, 'line', None);
}

/** A jump back within a line is a line event too. CPython 3.12: sys_trace_jump_func */
function* traceJump(place: Place): Gen {
  const { at, target, frame } = place;
  const { lines } = eventsOfCode(frame.rt.co);
  if (target > at || lines[at] !== lines[target] || lines[at]! < 0) return none();
  return yield* traceLine(place);
}

function* traceOpcode(place: Place): Gen {
  const fo = place.frame.object as FrameObject | null;
  if (fo === null || !fo.v.traceOpcodes) return none();
  return yield* traceTrampoline(place, 'opcode', None);
}

/** CPython 3.12: sys_profile_call_or_return */
function profileCall(what: What): NativeCallback {
  return function* (place, callable, first): Gen {
    if (callable!.type === builtinType) return yield* profileTrampoline(place, what, callable!);
    if (callable!.type === methodDescrType) {
      if (first === null || first === markers.missing) return none();
      let bound: Res = methodDescrGet(callable!, first, null);
      if (bound === null) bound = yield* settle();
      if (bound === null) return null;
      const r = yield* profileTrampoline(place, what, bound);
      decref(bound);
      return r;
    }
    if (callable!.type === methodType) {
      const { func } = (callable as Obj<Method>).v;
      if (func.type === builtinType) return yield* profileTrampoline(place, what, func);
    }
    return none();
  };
}

let installed = false;

/** Registers the callbacks of both tools; a new run has forgotten them. */
function install(): void {
  if (installed && monitors.callbacks[SYS_TRACE]![EVENT.LINE] !== null) return;
  installed = true;
  const t = monitors.callbacks[SYS_TRACE]!;
  t[EVENT.PY_START] = t[EVENT.PY_RESUME] = t[EVENT.PY_THROW] = trace('call', false);
  t[EVENT.PY_RETURN] = t[EVENT.PY_YIELD] = trace('return', true);
  t[EVENT.PY_UNWIND] = trace('return', false);
  t[EVENT.RAISE] = t[EVENT.STOP_ITERATION] = traceException;
  t[EVENT.LINE] = traceLine;
  t[EVENT.JUMP] = traceJump;
  t[EVENT.INSTRUCTION] = traceOpcode;
  const p = monitors.callbacks[SYS_PROFILE]!;
  p[EVENT.PY_START] = p[EVENT.PY_RESUME] = profile('call', false);
  p[EVENT.PY_THROW] = profile('call', true);
  p[EVENT.PY_RETURN] = p[EVENT.PY_YIELD] = profile('return', true);
  p[EVENT.PY_UNWIND] = profile('return', false);
  p[EVENT.CALL] = profileCall('c_call');
  p[EVENT.C_RETURN] = profileCall('c_return');
  p[EVENT.C_RAISE] = profileCall('c_exception');
}

const bits = (...events: number[]): number => events.reduce((all, e) => all | (1 << e), 0);

const PROFILE_EVENTS = bits(
  EVENT.PY_START,
  EVENT.PY_RESUME,
  EVENT.PY_RETURN,
  EVENT.PY_YIELD,
  EVENT.CALL,
  EVENT.PY_UNWIND,
  EVENT.PY_THROW,
);
const TRACE_EVENTS = bits(
  EVENT.PY_START,
  EVENT.PY_RESUME,
  EVENT.PY_RETURN,
  EVENT.PY_YIELD,
  EVENT.RAISE,
  EVENT.LINE,
  EVENT.JUMP,
  EVENT.BRANCH,
  EVENT.PY_UNWIND,
  EVENT.PY_THROW,
  EVENT.STOP_ITERATION,
  EVENT.EXCEPTION_HANDLED,
);

/** CPython 3.12: Python/legacy_tracing.c _PyEval_SetTrace; null takes the function away. */
export function setTrace(thread: Thread, func: Obj | null): void {
  install();
  const old = thread.traceFunc;
  if (func !== null) func.rc++;
  thread.traceFunc = func;
  xdecref(old);
  const any = threads().some((t) => t.traceFunc !== null);
  setEvents(
    SYS_TRACE,
    !any ? 0 : tracingFlags.opcodes ? TRACE_EVENTS | (1 << EVENT.INSTRUCTION) : TRACE_EVENTS,
  );
}

/** CPython 3.12: Python/legacy_tracing.c _PyEval_SetProfile */
export function setProfile(thread: Thread, func: Obj | null): void {
  install();
  const old = thread.profileFunc;
  if (func !== null) func.rc++;
  thread.profileFunc = func;
  xdecref(old);
  setEvents(SYS_PROFILE, threads().some((t) => t.profileFunc !== null) ? PROFILE_EVENTS : 0);
}

/** The functions of all running threads. */
export function setAll(which: 'trace' | 'profile', func: Obj | null): void {
  for (const t of threads()) (which === 'trace' ? setTrace : setProfile)(t, func);
}
