// Which instructions of a code object are events of which tools, and where its frames stand (PEP 669).
//
// Answers to CPython 3.12: Python/instrumentation.c (EVENT_FOR_OPCODE, initialize_lines, _Py_Instrument, remove_tools).

import { type CodeObject, locationEntries } from '../code/codeobject.ts';
import { OP } from '../code/opcodes.ts';
import type { Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { type CodeRuntime, runtimeOf } from '../vm/coderuntime.ts';
import type { Frame } from '../vm/frame.ts';
import type { Thread } from '../vm/thread.ts';

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
export const LOCAL_EVENTS = 10;
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

export const resetCallbacks = (): void => {
  monitors.callbacks = Array.from({ length: TOOL_IDS }, () => new Array(EVENT_NAMES.length).fill(null));
};
resetCallbacks();

export const isObj = (c: Callback | null): c is Obj => c !== null && typeof c !== 'function';

// --- one code object ----------------------------------------------------------------------------------------

export class CodeEvents {
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

/** A new run begins. */
export function forgetCodes(): void {
  codes = new WeakMap();
  tracks = new WeakMap();
  lastFrame = null;
}
