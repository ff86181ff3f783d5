// Frames: what a call of a Python function needs while it runs. They live on the heap.
//
// A frame's `slots` hold the locals, then cells and free variables, then the value stack, as in CPython's
// _PyInterpreterFrame. A thread's frames form a list by `back`; natives that wait stand in the same list as
// NativeFrame. `cont` says what to do with the next result that arrives from the frame above.
//
// Answers to CPython 3.12: Include/internal/pycore_frame.h, Python/frame.c.

import { decref, type Obj, xdecref } from '../memory/object.ts';
import type { Gen, Pending } from '../memory/suspend.ts';
import type { DictObj } from '../objects/dictcore.ts';
import type { PyFunction } from '../objects/funcobject.ts';
import { type Code, type CodeRuntime, runtimeOf } from './coderuntime.ts';

/** Frames of one code object that are kept: for recursion that goes down and up again. */
const POOL = 32;

/** What a frame does with a result delivered to it. */
export const CONT = {
  /** Nothing: the frame has not started, or goes on as it is. */
  NONE: 0,
  PUSH: 1,
  DROP: 2,
  /** A bool: push its negation. */
  NOT: 3,
  /** A bool: contArg 1 negates (`not in`). */
  CONTAINS: 4,
  /** A bool (or a length): jump to contArg if false. */
  JUMP_IF_FALSE: 5,
  JUMP_IF_TRUE: 6,
  /** Next item, or exhausted: drop the iterator and go to contArg. */
  FOR_ITER: 7,
  /** What the inner iterator yields; when it returns, its value, and go to contArg. */
  SEND: 8,
  /** A tuple: push its items, the last first. */
  UNPACK: 9,
  /** A tuple of two: push first, then second. */
  PUSH2: 10,
  /** None, from `__init__`: the new instance is on the stack already. */
  INIT: 13,
  /** What the method of an operator answered: it takes the place of both operands, unless it is NotImplemented. */
  BINARY: 14,
  COMPARE: 15,
  /** What `__init_subclass__`-like natives do: end of the outermost frame. */
  EXIT: 11,
  /** Nothing: a monitored exception leaves the frame (runtime/instrumentation.ts). */
  UNWIND: 12,
} as const;

export class Frame {
  readonly native = false as const;
  rt: CodeRuntime;
  code: Code;
  func: PyFunction | null;
  globals: DictObj;
  builtins: DictObj;
  /** Namespace of a module or class body (owned); null for a function. */
  locals: Obj | null;
  /** Locals, cells, free variables, then the value stack. null is an empty place. */
  slots: (Obj | null)[];
  /** First free place of the value stack. */
  sp: number;
  /** Next instruction, in the stream that `watched` names. */
  pc: number;
  back: AnyFrame | null = null;
  cont = 0;
  contArg = 0;
  /** Keyword names for the next CALL. */
  kwnames: Obj[] | null = null;
  /** The generator whose frame this is (borrowed: the generator owns the frame). */
  generator: Obj | null = null;
  /** Its frame object (borrowed; the object points here), if anybody asked for it. */
  object: Obj | null = null;
  /** Runs the watched stream. */
  watched = false;

  constructor(
    rt: CodeRuntime,
    code: Code,
    func: PyFunction | null,
    globals: DictObj,
    builtins: DictObj,
    locals: Obj | null,
  ) {
    this.rt = rt;
    this.code = code;
    this.func = func;
    this.globals = globals;
    this.builtins = builtins;
    this.locals = locals;
    this.slots = new Array(rt.framesize).fill(null);
    this.sp = rt.nlocalsplus;
    this.pc = 0;
  }

  /** Position in the plain stream of the instruction being executed (or last executed); -1: not started. */
  get at(): number {
    // In the watched stream an odd pc stands between the announcement of an instruction and the instruction.
    return this.watched ? ((this.pc + 1) >> 1) - 1 : this.pc - 1;
  }

  /** Gives up a frame that was never run. */
  discard(): void {
    clearFrame(this);
  }

  /** Byte offset of that instruction: `f_lasti`. */
  get lasti(): number {
    const at = this.at;
    return at < 0 ? -1 : this.rt.offsets[at]!;
  }
}

/** A native written as a generator, waiting for Python code. */
export class NativeFrame {
  readonly native = true as const;
  readonly gen: Gen;
  readonly owned: readonly Obj[];
  first: Pending | null;
  back: AnyFrame | null = null;
  constructor(gen: Gen, owned: readonly Obj[], first: Pending | null) {
    this.gen = gen;
    this.owned = owned;
    this.first = first;
  }
}

export type AnyFrame = Frame | NativeFrame;

/** A frame for a function whose arguments are to be put in; takes a reference to the function. */
export function frameForFunction(f: PyFunction): Frame {
  const func = f.v;
  const code = func.code as Code;
  const rt = runtimeOf(code.v);
  f.rc++;
  const pooled = rt.pool as Frame | null;
  if (pooled !== null) {
    rt.pool = pooled.back;
    rt.pooled--;
    pooled.back = null;
    pooled.func = f;
    pooled.globals = func.globals;
    pooled.builtins = func.builtins;
    return pooled;
  }
  return new Frame(rt, code, f, func.globals, func.builtins, null);
}

/**
 * A frame for a module or class body, or for exec(). Takes references of its own to code, globals, builtins, locals,
 * so that nothing it runs on can go away.
 */
export function frameForCode(code: Code, globals: DictObj, builtins: DictObj, locals: Obj): Frame {
  code.rc++;
  globals.rc++;
  builtins.rc++;
  locals.rc++;
  return new Frame(runtimeOf(code.v), code, null, globals, builtins, locals);
}

/** Drops everything a finished frame holds. CPython 3.12: Python/frame.c _PyFrame_ClearExceptCode */
export function clearFrame(f: Frame): void {
  const slots = f.slots;
  const sp = f.sp;
  f.sp = f.rt.nlocalsplus;
  for (let i = 0; i < sp; i++) {
    const o = slots[i]!;
    if (o !== null) {
      slots[i] = null;
      if (--o.rc === 0) decref1(o);
    }
  }
  const { func, locals, code, globals, builtins } = f;
  if (func !== null) {
    f.func = null;
    xdecref(locals);
    f.locals = null;
    if (f.object === null && f.generator === null) {
      f.pc = 0;
      f.cont = 0;
      f.kwnames = null;
      f.watched = false;
      const rt = f.rt;
      if (rt.pooled < POOL) {
        f.back = rt.pool as Frame | null;
        rt.pool = f;
        rt.pooled++;
      } else f.back = null;
    }
    decref(func);
  } else {
    f.locals = null;
    decref(locals!);
    decref(globals);
    decref(builtins);
    decref(code);
  }
}

function decref1(o: Obj): void {
  o.rc++;
  decref(o);
}

/** Visits what a frame holds. */
export function traverseFrame(f: Frame, visit: (o: Obj) => void): void {
  for (let i = 0; i < f.sp; i++) {
    const o = f.slots[i];
    if (o != null) visit(o);
  }
  if (f.func !== null) {
    visit(f.func);
    // The body of a class: a function whose names live in a dict.
    if (f.locals !== null) visit(f.locals);
  } else if (f.locals !== null) {
    visit(f.locals);
    visit(f.globals);
    visit(f.builtins);
    visit(f.code);
  }
}
