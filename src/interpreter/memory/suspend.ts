// How a native function waits for Python code without blocking the worker.
//
// The VM keeps Python frames on the heap and never nests itself, so a native that needs Python code run
// (`sorted` calling its key, `dict` calling `__eq__`, `print` calling `__str__`) cannot call it and wait. Two forms:
//
//  * tail position: `return callObject(f, args)`. If that cannot be answered at once, it leaves a request
//    in `tstate.pending` and returns null; the VM runs the request and its result is the native's result.
//  * anywhere else: the native is a generator. It runs any operation; if the result is null it settles it:
//
//        let r = objectStr(o);                       // fast when no Python code is involved
//        if (r === null) r = yield* settle();        // runs what is pending; null again: an error is set
//        if (r === null) return null;
//
// A plain native with a slow path keeps its speed by handing over: `return suspend(slowPath(a, b), [a, b])`.
//
// Architecture invariant: a null result has either `tstate.exc` or `tstate.pending` set, never both
// (tp_iternext may set neither: exhausted).

import { type Obj, type Res, tstate } from './object.ts';

/** CPython 3.12: what _Py_EnterRecursiveCall is told. */
const CALLING = ' while calling a Python object';

/** Go on with a native written as a generator; owns the objects it was called with. */
export class NativeRequest {
  readonly kind = 'native';
  readonly gen: Gen;
  readonly owned: readonly Obj[];
  /** What it asked for when it was started eagerly; null: it has not been started. */
  readonly first: Pending | null;
  /** What RecursionError says of it when it is one too many. */
  readonly where: string;
  constructor(gen: Gen, owned: readonly Obj[], first: Pending | null, where = CALLING) {
    this.gen = gen;
    this.owned = owned;
    this.first = first;
    this.where = where;
    for (let i = 0; i < owned.length; i++) owned[i]!.rc++;
  }
}

/**
 * Resume a Python generator or coroutine with `value`, or throw `exc` into it (owned, one of the two).
 * The result is what it yields; null without an error: it returned, and its value is in `tstate.retval`.
 */
export class ResumeRequest {
  readonly kind = 'resume';
  readonly generator: Obj;
  readonly value: Obj | null;
  readonly exc: Obj | null;
  constructor(generator: Obj, value: Obj | null, exc: Obj | null = null) {
    this.generator = generator;
    this.value = value;
    this.exc = exc;
    generator.rc++;
  }
}

/** Execute a prepared frame (vm/frame.ts), for example a module body or a class body. */
export class FrameRequest {
  readonly kind = 'frame';
  readonly frame: object;
  constructor(frame: object) {
    this.frame = frame;
  }
}

/**
 * Block this thread until the scheduler wakes it: a lock, a sleep, input, a file that is being fetched.
 * `start` is called with a function that resumes the thread with an owned result (null: tstate.exc is set by
 * `fail`). The GIL is released meanwhile.
 */
export class WaitRequest {
  readonly kind = 'wait';
  /** What the thread waits for, in the words of the threads view: 'sleep', 'lock', 'input', 'file', 'join'. */
  readonly reason: string;
  readonly start: (resume: (make: () => Res) => void) => (() => void) | undefined;
  /** Virtual-time deadline in seconds from now, or null. When it passes, `onTimeout` makes the result. */
  readonly timeout: number | null;
  readonly onTimeout: (() => Res) | null;
  constructor(
    reason: string,
    start: (resume: (make: () => Res) => void) => (() => void) | undefined,
    timeout: number | null = null,
    onTimeout: (() => Res) | null = null,
  ) {
    this.reason = reason;
    this.start = start;
    this.timeout = timeout;
    this.onTimeout = onTimeout;
  }
}

/** Nothing but a chance for the host and for other threads: a native that loops for long yields one now and then. */
export class PollRequest {
  readonly kind = 'poll';
}
export const POLL = new PollRequest();

export type Pending = PollRequest | NativeRequest | ResumeRequest | FrameRequest | WaitRequest;

/** A native that can wait: yields requests, is resumed with their results (null: an error is set). */
export type Gen<T = Res> = Generator<Pending, T, Res>;

// Generators started on the JavaScript stack inside each other; bounded, so that deeply nested data cannot
// overflow it: beyond the bound the VM starts them from its own loop.
let eager = 0;
const EAGER_DEPTH = 12;

/**
 * Runs a generator native as far as it gets without Python code; the rest is left to the VM.
 * `keep`: the borrowed objects it goes on using (its arguments); they are owned while it is pending.
 */
export function suspend(gen: Gen, keep: readonly Obj[]): Res {
  if (tstate.pending === null && refused()) return null;
  // If something is pending already, the generator begins by settling it: it must start now, and gets no deeper.
  if (eager >= EAGER_DEPTH && tstate.pending === null) {
    tstate.pending = new NativeRequest(gen, keep, null);
    return null;
  }
  eager++;
  const step = gen.next(null);
  eager--;
  if (step.done) return step.value;
  tstate.pending = new NativeRequest(gen, keep, step.value);
  return null;
}

/** After a JavaScript exception unwound through suspend(): forget how deep it was. */
export function resetEager(): void {
  eager = 0;
  refusal.where = null;
}

/** While a native that is one too many is let fail, so that it can clean up: all that it starts fails at once. */
const refusal: { where: string | null } = { where: null };

/** RecursionError; put in by vm/run.ts. */
export const recursionHook: { raise: (where: string) => void } = { raise: () => {} };

function refuse(where: string): void {
  recursionHook.raise(where);
}

/** Before a native leaves a request behind: true with RecursionError if it must not. */
export function refused(): boolean {
  if (refusal.where === null) return false;
  refuse(refusal.where);
  return true;
}

/** Starts a native that must not run any more: whatever it waits for fails. CPython 3.12: _Py_CheckRecursiveCall */
export function failNative(request: NativeRequest): void {
  refusal.where = request.where;
  for (let step = request.gen.next(null); !step.done; step = request.gen.next(null)) {
    if (tstate.exc === null) refuse(request.where);
  }
  refusal.where = null;
  tstate.pending = null;
  if (tstate.exc === null) refuse(request.where);
}

/** Asks the VM for something, as the result of a plain native. */
export function request(pending: Pending): null {
  tstate.pending = pending;
  return null;
}

/** After a null result inside a generator: runs what is pending and gives its result; null: an error is set. */
export function settle(): Settling {
  return new Settling();
}

/** What settle() answers: written out, because a generator for each wait was measured dearer than the wait. */
class Settling implements Iterator<Pending, Res, Res> {
  private asked = false;
  next(value: Res): IteratorResult<Pending, Res> {
    if (this.asked) return { done: true, value };
    this.asked = true;
    const pending = tstate.pending;
    if (pending === null) return { done: true, value: null };
    tstate.pending = null;
    return { done: false, value: pending };
  }
  [Symbol.iterator](): this {
    return this;
  }
}
