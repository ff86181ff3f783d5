// A thread of the program: its frames, what it is handling, what it waits for.
//
// Answers to CPython 3.12: Include/cpython/pystate.h struct _ts.

import type { Obj } from '../memory/object.ts';
import { type ExcItem, excState } from '../objects/exceptions.ts';
import type { AnyFrame, Frame } from './frame.ts';

export const MODE = {
  /** The top frame is a Python frame: execute it. */
  RUN: 0,
  /** `value` is the result for the top frame. */
  DELIVER: 1,
  /** Blocked: `wait` has been started. */
  WAIT: 2,
  /** No frame is left; `value` is the result (null: tstate.exc). */
  DONE: 3,
} as const;

/** CPython 3.12: Include/cpython/pystate.h; sys.setrecursionlimit changes it. */
export const recursion = { limit: 1000 };
/** Natives that wait inside each other; they take heap, not stack, so the bound is generous. */
export const NATIVE_LIMIT = 10000;

export class Thread {
  readonly ident: number;
  top: AnyFrame | null = null;
  mode: number = MODE.RUN;
  /** The result on its way to the top frame (owned), when mode is DELIVER or DONE. */
  value: Obj | null = null;
  /** The exception on its way when the thread was suspended. */
  exc: Obj | null = null;
  /** Python frames below the limit. */
  depth = 0;
  natives = 0;
  readonly baseItem: ExcItem = { value: null, previous: null };
  excItem: ExcItem = this.baseItem;
  /** Calls and back jumps until the loop looks up again. */
  budget = 0;
  /** sys.settrace and sys.setprofile (owned). */
  traceFunc: Obj | null = null;
  profileFunc: Obj | null = null;
  /** More than 0: it runs a callback of a monitoring tool, and nothing is monitored. */
  tracing = 0;
  /** The event whose callback runs; -1: none does. */
  whatEvent = -1;
  /** What it waits for, in the words of the threads view; null: it runs or is ready. */
  waiting: string | null = null;
  /** The context it is in (owned), once it has asked: modules/_contextvars.ts. */
  context: Obj | null = null;
  constructor(ident: number) {
    this.ident = ident;
  }
}

/** The thread that holds the GIL. */
export const current: { thread: Thread } = { thread: new Thread(1) };

/** Makes a thread the running one. */
export function switchTo(thread: Thread): void {
  current.thread.excItem = excState.item;
  current.thread = thread;
  excState.item = thread.excItem;
}

/** The innermost Python frame of the running thread, or null. */
export function currentFrame(): Frame | null {
  let f = current.thread.top;
  while (f?.native) f = f.back;
  return f;
}
