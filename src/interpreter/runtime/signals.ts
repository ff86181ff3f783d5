// Signals: what the program does when one comes.
//
// There is one process here and nobody else, so signals come from the program itself (raise_signal, kill, alarm, timers)
// and from the host: Stop sends SIGINT. A handler that is a Python function runs in the main thread at the next
// instruction boundary; if that thread waits, the wait is broken off and begun again after it (PEP 475).
//
// Answers to CPython 3.12: Modules/signalmodule.c (trip_signal, _PyErr_CheckSignalsTstate), Python/ceval_gil.c.
// Absent: stopping and continuing a process.

import { holdsOutside } from '../memory/holders.ts';
import { decref, type Obj, TODO_SIGNALS, tstate, xdecref } from '../memory/object.ts';
import { type Gen, WaitRequest } from '../memory/suspend.ts';
import { PyExc, raise, raiseBare } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { callG } from '../objects/object.ts';
import { none } from '../objects/singletons.ts';
import { frameObject } from '../vm/frameobject.ts';
import { todoHooks } from '../vm/run.ts';
import { current, currentFrame } from '../vm/thread.ts';
import { EINVAL, ESRCH } from './errnotable.ts';
import { raiseErrno } from './oserror.ts';
import { exitHook, system } from './system.ts';
import { scheduling } from './threads.ts';

export const NSIG = 65;
export const SIGINT = 2;
const SIGPIPE = 13;
const SIGXFSZ = 25;

/** Signals that do nothing unless a handler is set: CHLD, CONT, URG, WINCH. */
const HARMLESS = new Set([17, 18, 23, 28]);
/** Stop the process until it is continued: STOP, TSTP, TTIN, TTOU. */
const STOPS = new Set([19, 20, 21, 22]);
/** KILL and STOP: nothing can be done about them. */
export const UNSTOPPABLE = new Set([9, 19]);

/** What a signal does: end the program (or nothing, if it is harmless), nothing, KeyboardInterrupt, or call something. */
export type Action = 'default' | 'ignore' | 'interrupt' | Obj;

let actions: Action[] = [];
/** Came, and their handlers have not run. */
const tripped = new Set<number>();
/** Came while they were blocked. */
const pending = new Set<number>();
let blocked = new Set<number>();
/** Threads in sigwait. */
let waiters: { signals: ReadonlySet<number>; wake: (signal: number) => void }[] = [];
let wakeupFd = -1;
/** What faulthandler wants written when a signal comes; `chain`: the signal then does what it does without it. */
const listeners = new Map<number, { chain: boolean; run: () => void }>();

export function setListener(signal: number, listener: { chain: boolean; run: () => void } | null): void {
  if (listener === null) listeners.delete(signal);
  else listeners.set(signal, listener);
}

function forget(): void {
  actions = Array.from({ length: NSIG }, () => 'default' as const);
  actions[SIGINT] = 'interrupt';
  // CPython ignores these two itself, so that errors of files are exceptions.
  actions[SIGPIPE] = actions[SIGXFSZ] = 'ignore';
  tripped.clear();
  pending.clear();
  blocked = new Set();
  waiters = [];
  wakeupFd = -1;
  listeners.clear();
}
forget();
holdsOutside(
  () => actions.filter((a) => typeof a !== 'string'),
  () => forget(),
);

export function actionOf(signal: number): Action {
  return actions[signal]!;
}

/** Sets what a signal does; takes over the reference. */
export function setAction(signal: number, action: Action): void {
  const old = actions[signal]!;
  actions[signal] = action;
  if (typeof old !== 'string') xdecref(old);
}

/** The descriptor that is written to when a signal comes, -1: none; answers the one before. */
export function setWakeupFd(fd: number): number {
  const old = wakeupFd;
  wakeupFd = fd;
  return old;
}

/** A signal comes to the program. True: it ends it (exitHook.exitNow is to be called). */
export function trip(signal: number): boolean {
  if (blocked.has(signal) && !UNSTOPPABLE.has(signal)) {
    const at = waiters.findIndex((w) => w.signals.has(signal));
    if (at < 0) pending.add(signal);
    else waiters.splice(at, 1)[0]!.wake(signal);
    return false;
  }
  const listener = listeners.get(signal);
  listener?.run();
  if (listener?.chain === false) return false;
  const action = actions[signal]!;
  if (action === 'ignore') return false;
  if (action === 'default') return !HARMLESS.has(signal);
  tripped.add(signal);
  scheduling.scheduler?.interruptMain(runHandlersG);
  if (wakeupFd >= 0) system().vfs.write(wakeupFd, Uint8Array.of(signal));
  return false;
}

/** As `trip`, from outside the program: the host, a timer. */
export function tripFromOutside(signal: number): void {
  if (trip(signal)) exitHook.exitNow(128 + signal).next(null);
}

/** Sends a signal to this process; what is due runs at once if this is the main thread. */
export function* sendG(signal: number): Gen {
  if (signal < 0 || signal >= NSIG) return raiseErrno(EINVAL);
  if (signal === 0) return none();
  if (STOPS.has(signal) && actions[signal] === 'default') {
    return raise(
      PyExc.OSError,
      'a program cannot be stopped and continued here: there is nobody to continue it',
    );
  }
  if (trip(signal)) return yield* exitHook.exitNow(128 + signal);
  return yield* checkSignalsG();
}

/** kill(2): the program itself is the only process there is. */
export function* killG(pid: number, signal: number): Gen {
  if (pid !== system().pid && pid !== 0 && pid !== -system().pid) return raiseErrno(ESRCH);
  return yield* sendG(signal);
}

/** CPython 3.12: Modules/signalmodule.c PyErr_CheckSignals */
export function* checkSignalsG(): Gen {
  return handlesSignals() ? yield* runHandlersG() : none();
}

/** Whether the running thread is the one that runs handlers. */
export function handlesSignals(): boolean {
  return current.thread === scheduling.scheduler?.main;
}

/** CPython 3.12: Modules/signalmodule.c _PyErr_CheckSignalsTstate */
function* runHandlersG(): Gen {
  for (const signal of [...tripped].sort((a, b) => a - b)) {
    if (!tripped.delete(signal)) continue;
    const action = actions[signal]!;
    if (action === 'interrupt') {
      if (tripped.size > 0) tstate.todo |= TODO_SIGNALS;
      return raiseBare(PyExc.KeyboardInterrupt);
    }
    if (typeof action === 'string') continue;
    const frame = currentFrame();
    const where = frame === null ? none() : frameObject(frame);
    const number = newInt(signal);
    action.rc++;
    const r = yield* callG(action, [number, where]);
    decref(action);
    decref(number);
    decref(where);
    if (r === null) {
      if (tripped.size > 0) tstate.todo |= TODO_SIGNALS;
      return null;
    }
    decref(r);
  }
  return none();
}

todoHooks.signals = (thread) =>
  tripped.size > 0 && thread === scheduling.scheduler?.main ? runHandlersG() : null;

// --- blocking and waiting ------------------------------------------------------------------------------

export const blockedSignals = (): ReadonlySet<number> => blocked;
export const pendingSignals = (): ReadonlySet<number> => pending;

/** Changes which signals are kept back; those that are let through now come. CPython 3.12: signal_pthread_sigmask */
export function* setBlockedG(signals: ReadonlySet<number>): Gen {
  blocked = new Set(signals);
  for (const signal of [...pending]) {
    if (blocked.has(signal)) continue;
    pending.delete(signal);
    if (trip(signal)) return yield* exitHook.exitNow(128 + signal);
  }
  return yield* checkSignalsG();
}

/** Waits for one of these, which is then not delivered: its number (new reference), or None after `timeout` seconds. */
export function* sigwaitG(signals: ReadonlySet<number>, timeout: number | null): Gen {
  for (const signal of pending) {
    if (!signals.has(signal)) continue;
    pending.delete(signal);
    return newInt(signal);
  }
  return yield new WaitRequest(
    'signal',
    (resume) => {
      const waiter = { signals, wake: (signal: number) => resume(() => newInt(signal)) };
      waiters.push(waiter);
      return () => {
        waiters = waiters.filter((w) => w !== waiter);
      };
    },
    timeout,
    () => none(),
  );
}

/** Waits until a handler has run. CPython 3.12: signal_pause */
export function* pauseG(): Gen {
  if (tripped.size > 0) return yield* checkSignalsG();
  // The wait is broken off by the signal, its handler runs, and then there is nothing left to wait for.
  let begun = false;
  return yield new WaitRequest('signal', (resume) => {
    if (begun) resume(none);
    begun = true;
    return undefined;
  });
}
