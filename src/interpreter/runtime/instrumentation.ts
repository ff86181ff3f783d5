// Monitoring (PEP 669): tools register callbacks for events, and the events come from the watched stream.
//
// CPython rewrites a code object's instructions into INSTRUMENTED_* forms while a tool listens. Here every frame runs the
// watched stream meanwhile, in which each instruction is announced, and this file knows for each code object which
// instructions are events of which tools. A callback is a native put on top of the frame; when it has run, the frame goes
// on with the instruction. Instructions whose event comes after they have done half their work (a jump taken, a native
// called) are done here. Nobody listening costs nothing: this file is fetched with the first tool.
//
// Answers to CPython 3.12: Python/instrumentation.c, Python/ceval.c (monitor_*), the INSTRUMENTED_* instructions of
// Python/bytecodes.c.
// Absent: that a warm FOR_ITER over a generator is specialised; exhausted generators in `for` loops are told from the
// first time on.

import { type CodeObject, locationEntries } from '../code/codeobject.ts';
import { OP } from '../code/opcodes.ts';
import { holdsOutside } from '../memory/holders.ts';
import { decref, type Obj, type Res, ref, tstate, xdecref } from '../memory/object.ts';
import { type Gen, NativeRequest, settle } from '../memory/suspend.ts';
import { iterateG } from '../objects/abstract.ts';
import { clear, fetch, matches, PyExc, raise } from '../objects/errors.ts';
import { type Exc, newException } from '../objects/exceptions.ts';
import { functionType, type Method, methodType } from '../objects/funcobject.ts';
import { coroutineType, generatorType } from '../objects/genobject.ts';
import { newInt } from '../objects/longcore.ts';
import { callG, getAttr, lookupAttrG, objectCall, truthG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { type CodeRuntime, runtimeOf } from '../vm/coderuntime.ts';
import { type AnyFrame, CONT, type Frame, NativeFrame } from '../vm/frame.ts';
import { type FrameObject, tracebackHere } from '../vm/frameobject.ts';
import { setWatched } from '../vm/generators.ts';
import { COLD_NEXT, coldOp } from '../vm/opcodes_cold.ts';
import { applyResult } from '../vm/results.ts';
import { pushNative } from '../vm/run.ts';
import { current, type Thread } from '../vm/thread.ts';
import { markers, watchHook } from '../vm/watchhook.ts';
import { scheduling } from './threads.ts';

/** CPython 3.12: Include/internal/pycore_instruments.h */
export const EVENT = {
  PY_START: 0,
  PY_RESUME: 1,
  PY_RETURN: 2,
  PY_YIELD: 3,
  CALL: 4,
  LINE: 5,
  INSTRUCTION: 6,
  JUMP: 7,
  BRANCH: 8,
  STOP_ITERATION: 9,
  RAISE: 10,
  EXCEPTION_HANDLED: 11,
  PY_UNWIND: 12,
  PY_THROW: 13,
  RERAISE: 14,
  C_RETURN: 15,
  C_RAISE: 16,
} as const;
export const EVENT_NAMES = Object.keys(EVENT);
/** Events of instructions: they can be set for one code object and disabled at one instruction. */
const LOCAL_EVENTS = 10;
/** Events that are set on their own (C_RETURN and C_RAISE come with CALL). */
export const UNGROUPED_EVENTS = 15;
export const TOOL_IDS = 8;
export const SYS_PROFILE = 6;
export const SYS_TRACE = 7;

/** Where an event of the interpreter's own tools (settrace, setprofile) happens. */
export interface Place {
  thread: Thread;
  frame: Frame;
  /** Position in the plain stream, and for jumps where it leads. */
  at: number;
  target: number;
}
/** A callback of one of them: None, or null with an error. `arg` is the event's last argument (borrowed). */
export type NativeCallback = (place: Place, arg: Obj | null, arg2: Obj | null) => Gen;
type Callback = Obj | NativeCallback;

// --- who listens to what ------------------------------------------------------------------------------------

export const monitors = {
  /** Names of tools that are in use (owned). */
  names: new Array<Obj | null>(TOOL_IDS).fill(null),
  callbacks: [] as (Callback | null)[][],
  /** For each event a bit for each tool. */
  tools: new Uint8Array(UNGROUPED_EVENTS),
  /** Changes with every change of them, so that code objects know that they must look. */
  version: 0,
  restarted: 0,
  /** Code objects with events of their own (owned). */
  local: new Map<CodeObject, Obj>(),
  /** The stream was watched already when the first tool came: a recording. */
  watchedBefore: false,
  on: false,
};

const resetCallbacks = (): void => {
  monitors.callbacks = Array.from({ length: TOOL_IDS }, () => new Array(EVENT_NAMES.length).fill(null));
};
resetCallbacks();

const isObj = (c: Callback | null): c is Obj => c !== null && typeof c !== 'function';

holdsOutside(
  function* () {
    for (const n of monitors.names) if (n !== null) yield n;
    for (const row of monitors.callbacks) for (const c of row) if (isObj(c)) yield c;
    yield* monitors.local.values();
  },
  () => {
    monitors.names.fill(null);
    resetCallbacks();
    monitors.tools.fill(0);
    monitors.local.clear();
    monitors.version = monitors.restarted = 0;
    codes = new WeakMap();
    tracks = new WeakMap();
    lastFrame = null;
    if (monitors.on) switchOff();
    monitors.on = false;
    for (const forget of forgetters) forget();
  },
);

/** Called when a new run begins. */
export const forgetters: (() => void)[] = [];

// --- one code object ----------------------------------------------------------------------------------------

class CodeEvents {
  readonly rt: CodeRuntime;
  /** For each instruction, a bit for each event it can be. */
  readonly kinds: Uint16Array;
  /** Line of each instruction, -1 for none. */
  readonly lines: Int32Array;
  /** Opcode of each instruction, never a specialised one. */
  readonly ops: Uint8Array;
  /** Tools that listen to this code object alone. */
  readonly local = new Uint8Array(LOCAL_EVENTS);
  /** Tools that listen now, theirs and everybody's. */
  readonly active = new Uint8Array(LOCAL_EVENTS);
  /** A bit for each event somebody listens to. */
  mask = 0;
  /** More than one tool listens to some event. CPython 3.12: multiple_tools */
  several = false;
  /** For an event, the tools that do not want it at an instruction any more. */
  readonly disabled: (Uint8Array | null)[] = new Array(LOCAL_EVENTS).fill(null);
  version = -1;

  constructor(rt: CodeRuntime) {
    this.rt = rt;
    const n = rt.offsets.length;
    this.kinds = new Uint16Array(n);
    this.lines = new Int32Array(n).fill(-1);
    this.ops = new Uint8Array(n);
    for (let k = 0; k < n; k++) this.ops[k] = rt.co.code[rt.offsets[k]!]!;
    let k = 0;
    for (const e of locationEntries(rt.co)) {
      for (; k < n && rt.firsts[k]! < e.end; k++) if (e.lineno !== null) this.lines[k] = e.lineno;
    }
    this.findEvents();
  }

  private findEvents(): void {
    const { kinds, lines, ops, rt } = this;
    const n = ops.length;
    let first = 0;
    while (first < n && !(ops[first] === OP.RESUME && rt.plain[first]! >>> 8 === 0)) first++;
    for (let k = 0; k < n; k++) kinds[k] = eventOf(ops[k]!, rt.plain[k]! >>> 8);
    // CPython 3.12: Python/instrumentation.c initialize_lines
    const LINE = 1 << EVENT.LINE;
    let line = -1;
    for (let k = first; k < n; k++) {
      const op = ops[k]!;
      if (op !== OP.RESUME && op !== OP.END_FOR) kinds[k]! |= 1 << EVENT.INSTRUCTION;
      if (op === OP.RESUME || op === OP.END_FOR || op === OP.END_SEND || op === OP.END_ASYNC_FOR) continue;
      if (lines[k] !== line && lines[k]! >= 0) kinds[k]! |= LINE;
      line = lines[k]!;
    }
    for (let k = first; k < n; k++) {
      const arg = rt.plain[k]! >>> 8;
      let target: number;
      switch (ops[k]) {
        case OP.POP_JUMP_IF_FALSE:
        case OP.POP_JUMP_IF_TRUE:
        case OP.POP_JUMP_IF_NONE:
        case OP.POP_JUMP_IF_NOT_NONE:
        case OP.JUMP_FORWARD:
        case OP.JUMP_BACKWARD:
        case OP.JUMP_BACKWARD_NO_INTERRUPT:
          target = arg;
          break;
        case OP.FOR_ITER:
        case OP.SEND:
          // Behind END_FOR and END_SEND.
          target = arg + 1;
          break;
        default:
          continue;
      }
      if (lines[target]! >= 0) kinds[target]! |= LINE;
    }
    for (const { target } of rt.handlers) {
      if (lines[target]! >= 0 && ops[target] !== OP.END_ASYNC_FOR) kinds[target]! |= LINE;
    }
  }

  /** Takes over what has changed since. CPython 3.12: Python/instrumentation.c _Py_Instrument */
  refresh(): void {
    const restarted = this.version < monitors.restarted;
    this.version = monitors.version;
    this.mask = 0;
    this.several = false;
    for (let e = 0; e < LOCAL_EVENTS; e++) {
      const now = monitors.tools[e]! | this.local[e]!;
      const added = restarted ? now : now & ~this.active[e]!;
      const off = this.disabled[e]!;
      if (added !== 0 && off !== null) for (let k = 0; k < off.length; k++) off[k]! &= ~added;
      this.active[e] = now;
      if (now !== 0) this.mask |= 1 << e;
      if ((now & (now - 1)) !== 0) this.several = true;
    }
  }

  /** The tools an event at an instruction is for. CPython 3.12: get_tools_for_instruction */
  tools(event: number, k: number): number {
    if (event >= UNGROUPED_EVENTS) {
      return this.several ? this.tools(EVENT.CALL, k) : this.active[EVENT.CALL]!;
    }
    if (event >= LOCAL_EVENTS) return monitors.tools[event]!;
    const off = this.disabled[event]!;
    return off === null ? this.active[event]! : this.active[event]! & ~off[k]!;
  }

  disable(event: number, k: number, tool: number): void {
    this.disabled[event] ??= new Uint8Array(this.ops.length);
    this.disabled[event]![k]! |= 1 << tool;
  }
}

/** CPython 3.12: Python/instrumentation.c EVENT_FOR_OPCODE */
function eventOf(op: number, arg: number): number {
  switch (op) {
    case OP.RESUME:
      return 1 << (arg > 0 ? EVENT.PY_RESUME : EVENT.PY_START);
    case OP.RETURN_CONST:
    case OP.RETURN_VALUE:
      return 1 << EVENT.PY_RETURN;
    case OP.YIELD_VALUE:
      return 1 << EVENT.PY_YIELD;
    case OP.CALL:
    case OP.CALL_FUNCTION_EX:
    case OP.LOAD_SUPER_ATTR:
      return 1 << EVENT.CALL;
    case OP.JUMP_FORWARD:
    case OP.JUMP_BACKWARD:
      return 1 << EVENT.JUMP;
    case OP.POP_JUMP_IF_FALSE:
    case OP.POP_JUMP_IF_TRUE:
    case OP.POP_JUMP_IF_NONE:
    case OP.POP_JUMP_IF_NOT_NONE:
      return 1 << EVENT.BRANCH;
    case OP.FOR_ITER:
      return (1 << EVENT.BRANCH) | (1 << EVENT.STOP_ITERATION);
    case OP.END_SEND:
      return 1 << EVENT.STOP_ITERATION;
    default:
      return 0;
  }
}

let codes = new WeakMap<CodeObject, CodeEvents>();

export function eventsOfCode(co: CodeObject): CodeEvents {
  let c = codes.get(co);
  if (c === undefined) {
    c = new CodeEvents(runtimeOf(co));
    codes.set(co, c);
  }
  return c;
}

// --- one frame ----------------------------------------------------------------------------------------------

/** What the frame executed last: a line event comes only if it was another line. */
class Track {
  prev = -1;
  /** That was a call that went on in a frame of its own: its last cache is what CPython sees. */
  inlined = false;
  /** A callback has set the frame's line: where it goes on; -1: none has. */
  jumped = -1;
}
let tracks = new WeakMap<Frame, Track>();
let lastFrame: Frame | null = null;
let lastTrack = new Track();

export function trackOf(frame: Frame): Track {
  if (frame === lastFrame) return lastTrack;
  let t = tracks.get(frame);
  if (t === undefined) {
    t = new Track();
    tracks.set(frame, t);
  }
  lastFrame = frame;
  lastTrack = t;
  return t;
}

/** Puts a frame before an instruction, to be announced. */
export function moveTo(frame: Frame, k: number): void {
  frame.pc = frame.watched ? 2 * k : k;
}

/** As if the instruction were being executed. */
export function standAt(frame: Frame, k: number): void {
  frame.pc = frame.watched ? 2 * k + 1 : k + 1;
}

// --- before an instruction ------------------------------------------------------------------------------------

/** Iterators that end without StopIteration and run no Python code. */
const QUIET_ITERATORS = new Set([
  'list_iterator',
  'list_reverseiterator',
  'tuple_iterator',
  'range_iterator',
  'longrange_iterator',
  'str_iterator',
  'str_ascii_iterator',
  'bytes_iterator',
  'dict_keyiterator',
  'dict_valueiterator',
  'dict_itemiterator',
  'set_iterator',
]);

/** The tools of a set whose callbacks would do something. */
function willing(thread: Thread, frame: Frame, event: number, tools: number): number {
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

/** Every instruction of the watched stream comes by here; true: callbacks are to run first. */
function announce(frame: Frame): boolean {
  const thread = current.thread;
  const k = frame.pc >> 1;
  const track = trackOf(frame);
  if (k === 0) {
    track.prev = -1;
    track.inlined = false;
    const { back } = frame;
    if (back !== null && !back.native) {
      const below = trackOf(back);
      below.inlined = below.prev >= 0 && eventsOfCode(back.rt.co).ops[below.prev] === OP.CALL;
    }
  }
  const { prev, inlined } = track;
  track.prev = k;
  track.inlined = false;
  if (thread.tracing > 0) return false;
  const code = eventsOfCode(frame.rt.co);
  if (code.version !== monitors.version) code.refresh();
  const kinds = code.kinds[k]!;
  const op = code.ops[k]!;
  let doing = kinds & code.mask;
  if (op === OP.FOR_ITER || op === OP.SEND) {
    if (monitors.tools[EVENT.RAISE] !== 0) doing |= 1 << EVENT.RAISE;
  }
  if (doing === 0) return false;
  let line = 0;
  if ((doing & (1 << EVENT.LINE)) !== 0) {
    const before = inlined || prev < 0 ? -1 : code.lines[prev]!;
    if (before !== code.lines[k] || code.ops[prev] === OP.RESUME)
      line = willing(thread, frame, EVENT.LINE, code.tools(EVENT.LINE, k));
  }
  let instruction = 0;
  if ((doing & (1 << EVENT.INSTRUCTION)) !== 0)
    instruction = willing(thread, frame, EVENT.INSTRUCTION, code.tools(EVENT.INSTRUCTION, k));
  const own = doing & ~((1 << EVENT.LINE) | (1 << EVENT.INSTRUCTION));
  const wanted = own !== 0 && wantsOwn(thread, frame, code, k, op, own);
  if (line === 0 && instruction === 0 && !wanted) return false;
  tstate.pending = new NativeRequest(
    eventsG({ thread, frame, at: k, target: k }, code, line, instruction, wanted ? own : 0),
    [],
    null,
  );
  return true;
}

/** Whether the event that an instruction itself is finds a listener. */
function wantsOwn(
  thread: Thread,
  frame: Frame,
  code: CodeEvents,
  k: number,
  op: number,
  own: number,
): boolean {
  const asks = (event: number): boolean =>
    (own & (1 << event)) !== 0 && willing(thread, frame, event, code.tools(event, k)) !== 0;
  if (op === OP.FOR_ITER) {
    if (asks(EVENT.BRANCH)) return true;
    const it = frame.slots[frame.sp - 1]!;
    return !QUIET_ITERATORS.has(it.type.name) && (asks(EVENT.RAISE) || asks(EVENT.STOP_ITERATION));
  }
  if (op === OP.SEND) {
    const { type } = frame.slots[frame.sp - 2]!;
    return type !== generatorType && type !== coroutineType && asks(EVENT.RAISE);
  }
  if (op === OP.END_SEND) {
    const { type } = frame.slots[frame.sp - 2]!;
    return (type === generatorType || type === coroutineType) && asks(EVENT.STOP_ITERATION);
  }
  for (let e = 0; e < LOCAL_EVENTS; e++) if (asks(e)) return true;
  return false;
}

// --- callbacks ------------------------------------------------------------------------------------------------

/**
 * Calls the callbacks of an event; false with an error. The arguments are the code, the offset (or the line) and what
 * is given here, all borrowed. CPython 3.12: call_instrumentation_vector
 */
function* fireG(
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

/** Everything that comes before an instruction, and for some the instruction itself. */
function* eventsG(place: Place, code: CodeEvents, line: number, instruction: number, own: number): Gen {
  const { frame, at } = place;
  const track = trackOf(frame);
  let ok = line === 0 || (yield* fireG(place, code, EVENT.LINE));
  if (ok && instruction !== 0 && track.jumped < 0) ok = yield* fireG(place, code, EVENT.INSTRUCTION);
  if (!ok) standAt(frame, at);
  else if (own !== 0 && track.jumped < 0) ok = yield* ownG(place, code, own);
  frame.cont = CONT.DROP;
  if (!ok) return null;
  if (track.jumped >= 0) {
    moveTo(frame, track.jumped);
    track.jumped = -1;
  }
  return none();
}

/** CPython 3.12: the INSTRUMENTED_* instructions of Python/bytecodes.c */
function* ownG(place: Place, code: CodeEvents, own: number): Gen<boolean> {
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

// --- exceptions -----------------------------------------------------------------------------------------------

/** An exception has reached a frame: true if its way through it has been taken over. */
function unwinding(
  thread: Thread,
  frame: Frame,
  traced: boolean,
  from: number | null,
  thrown: boolean,
): boolean {
  if (thread.tracing > 0 || !frame.watched) return false;
  const asks = (event: number): boolean => willing(thread, frame, event, monitors.tools[event]!) !== 0;
  if (
    !asks(traced ? EVENT.RAISE : EVENT.RERAISE) &&
    !asks(EVENT.PY_UNWIND) &&
    !asks(EVENT.EXCEPTION_HANDLED) &&
    !(thrown && asks(EVENT.PY_THROW))
  )
    return false;
  const at = from ?? frame.at;
  frame.kwnames = null;
  frame.cont = CONT.UNWIND;
  pushNative(thread, new NativeFrame(unwindG({ thread, frame, at, target: at }, traced, thrown), [], null));
  return true;
}

/** CPython 3.12: Python/ceval.c (error, exception_unwind), do_monitor_exc */
function* unwindG(place: Place, traced: boolean, thrown: boolean): Gen {
  const { frame } = place;
  const { rt, slots } = frame;
  const code = eventsOfCode(rt.co);
  if (code.version !== monitors.version) code.refresh();
  let exc = fetch() as Exc;
  const tell = function* (event: number): Gen<void> {
    if (yield* fireG(place, code, event, exc)) return;
    decref(exc);
    exc = fetch() as Exc;
  };
  if (thrown) yield* tell(EVENT.PY_THROW);
  if (traced) tracebackHere(exc, frame);
  yield* tell(traced ? EVENT.RAISE : EVENT.RERAISE);
  let at = place.at;
  for (;;) {
    const handler = rt.handlerFor(at);
    const base = rt.nlocalsplus + (handler === null ? 0 : handler.depth);
    while (frame.sp > base) {
      const o = slots[--frame.sp] ?? null;
      slots[frame.sp] = null;
      xdecref(o);
    }
    if (handler === null) {
      yield* tell(EVENT.PY_UNWIND);
      tstate.exc = exc;
      frame.cont = CONT.UNWIND;
      return null;
    }
    if (handler.lasti) slots[frame.sp++] = newInt(frame.lasti >> 1);
    slots[frame.sp++] = exc;
    if (yield* fireG({ ...place, at: handler.target }, code, EVENT.EXCEPTION_HANDLED, exc)) {
      moveTo(frame, handler.target);
      frame.cont = CONT.DROP;
      return none();
    }
    exc = fetch() as Exc;
    at = handler.target - 1;
  }
}

// --- on and off -----------------------------------------------------------------------------------------------

/** Every frame of every thread changes its stream. */
function switchFrames(watched: boolean): void {
  for (const thread of scheduling.scheduler?.threads ?? []) {
    let above: AnyFrame | null = null;
    for (let f = thread.top; f !== null; above = f, f = f.back) {
      if (f.native) continue;
      if (watched) {
        const track = trackOf(f);
        track.prev = f.at;
        track.inlined =
          above !== null && !above.native && f.at >= 0 && eventsOfCode(f.rt.co).ops[f.at] === OP.CALL;
      }
      setWatched(f, watched);
    }
  }
}

let innerOnInstruction = watchHook.onInstruction;

function switchOn(): void {
  monitors.on = true;
  monitors.watchedBefore = watchHook.active;
  innerOnInstruction = watchHook.onInstruction;
  const inner = innerOnInstruction;
  watchHook.onInstruction = monitors.watchedBefore ? (frame) => inner(frame) || announce(frame) : announce;
  watchHook.unwinding = unwinding;
  watchHook.active = true;
  switchFrames(true);
}

function switchOff(): void {
  monitors.on = false;
  watchHook.onInstruction = innerOnInstruction;
  watchHook.unwinding = null;
  watchHook.active = monitors.watchedBefore;
  if (!monitors.watchedBefore) switchFrames(false);
}

/** After a change of who listens to what. To be called from a native that the loop has handed over to. */
export function changed(): void {
  monitors.version++;
  const wanted = monitors.local.size > 0 || monitors.tools.some((t) => t !== 0);
  if (wanted && !monitors.on) switchOn();
  else if (!wanted && monitors.on) switchOff();
}

/** CPython 3.12: Python/instrumentation.c set_events */
export function setEvents(tool: number, events: number): void {
  const bit = 1 << tool;
  let different = false;
  for (let e = 0; e < UNGROUPED_EVENTS; e++) {
    const now = ((events >> e) & 1) !== 0;
    if (now === ((monitors.tools[e]! & bit) !== 0)) continue;
    different = true;
    monitors.tools[e] = now ? monitors.tools[e]! | bit : monitors.tools[e]! & ~bit;
  }
  if (different) changed();
}
