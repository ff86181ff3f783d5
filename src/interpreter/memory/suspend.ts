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
// A plain native with a slow path keeps its speed by handing over: `return suspend(slowPath(a, b))`.
//
// Architecture invariant: a null result has either `tstate.exc` or `tstate.pending` set, never both
// (tp_iternext may set neither: exhausted).

import { type Obj, type Res, tstate } from './object.ts';

/** Call `callable`; owns a reference to each of its objects until the VM has taken them over. */
export class CallRequest {
  readonly kind = 'call';
  readonly callable: Obj;
  readonly args: Obj[];
  readonly kwnames: Obj[] | null;
  constructor(callable: Obj, args: Obj[], kwnames: Obj[] | null) {
    this.callable = callable;
    this.args = args;
    this.kwnames = kwnames;
    callable.rc++;
    for (let i = 0; i < args.length; i++) args[i]!.rc++;
    if (kwnames !== null) for (let i = 0; i < kwnames.length; i++) kwnames[i]!.rc++;
  }
}

/** Run a native written as a generator. It must keep alive whatever it needs (own references). */
export class NativeRequest {
  readonly kind = 'native';
  readonly gen: Gen;
  constructor(gen: Gen) {
    this.gen = gen;
  }
}

/** Resume a Python generator or coroutine: send `value` (owned; null: throw what is in tstate.exc). */
export class ResumeRequest {
  readonly kind = 'resume';
  readonly generator: Obj;
  readonly value: Obj | null;
  constructor(generator: Obj, value: Obj | null) {
    this.generator = generator;
    this.value = value;
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

export type Pending = CallRequest | NativeRequest | ResumeRequest | FrameRequest | WaitRequest;

/** A native that can wait: yields requests, is resumed with their results (null: an error is set). */
export type Gen<T = Res> = Generator<Pending, T, Res>;

/** Hands a generator native to the VM from a plain function: `return suspend(slow(a, b))`. */
export function suspend(gen: Gen): null {
  tstate.pending = new NativeRequest(gen);
  return null;
}

/** Asks the VM for something, as the result of a plain native. */
export function request(pending: Pending): null {
  tstate.pending = pending;
  return null;
}

/** After a null result inside a generator: runs what is pending and gives its result; null: an error is set. */
export function* settle(): Gen {
  const pending = tstate.pending;
  if (pending === null) return null;
  tstate.pending = null;
  return yield pending;
}
