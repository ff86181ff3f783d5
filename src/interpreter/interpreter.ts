// The interpreter: everything wired together. `start` runs one program.
//
// This is the only file that knows all the parts. Built-in types are made once; everything a program can change (modules,
// files, streams, threads, addresses, hash seeds) is made anew for each run, so that a run depends on nothing but its
// options.
//
// Answers to CPython 3.12: Python/pylifecycle.c (Py_InitializeFromConfig), Modules/main.c.

import { resetAddresses } from './memory/address.ts';
import { gcState, generations } from './memory/gc.ts';
import { forgetOutside } from './memory/holders.ts';
import { type Obj, objectType, type PyType, TPFLAGS } from './memory/object.ts';
import { type Gen, WaitRequest } from './memory/suspend.ts';
import { type DictObj, rehash } from './objects/dictcore.ts';
import { excState } from './objects/exceptions.ts';
import { initObjects } from './objects/index.ts';
import { resetRepr } from './objects/object.ts';
import { setHashSeed } from './objects/pyhash.ts';
import { resetStrings } from './objects/strcore.ts';
import { initFinalizers, resetFinalizers } from './runtime/finalize.ts';
import { type Outcome, runMain } from './runtime/pythonrun.ts';
import { exitHook, type StreamSettings, type System } from './runtime/system.ts';
import { Scheduler, scheduling, type ThreadEvent } from './runtime/threads.ts';
import { createSession, type RunSession } from './session.ts';
import { initVm } from './vm/index.ts';
import { resetAfterFailure } from './vm/run.ts';
import { current, recursion, Thread } from './vm/thread.ts';

export type { TracebackEntry } from './runtime/pythonrun.ts';
export type { ThreadEvent } from './runtime/threads.ts';

/** A real machine in place of the one the site makes up: what the command line runs programs on. */
export interface Machine {
  system: Pick<System, 'vfs' | 'environ' | 'pid' | 'now' | 'random32'>;
  streams: StreamSettings;
  /** What the main thread does, from the first import to the last flush. */
  main(session: RunSession, done: (outcome: Outcome) => void): Gen;
}

export interface RunOptions {
  /** The reader's files, by path relative to the working directory (`/home/reader`). */
  files: Record<string, string | Uint8Array>;
  /** Which of them is run as `__main__`. */
  main: string;
  argv?: string[];
  /** Seeds hashes, addresses and the thread schedule: same options, same run. Default 0. */
  seed?: number;
  limits?: {
    /** Bytes the program's objects may hold, as far as they are counted. */
    memory?: number;
    /** Calls and jumps back. */
    instructions?: number;
  };
  machine?: Machine;
  /** Waiting takes no real time; for tests. */
  virtualTime?: boolean;
  onStdout(text: string): void;
  onStderr(text: string): void;
  /** All of standard input, where it is known beforehand: then onInput is not asked. */
  stdin?: string;
  /** One line of input without its newline, or null for the end of the file. */
  onInput(): Promise<string | null>;
  /** For tests: called when the program has ended, with what the session itself holds, before modules are taken apart. */
  atEnd?(roots: Obj[]): void;
  /** Called whenever the host gets its turn: how many calls and jumps back have run. */
  onProgress?(polls: number): void;
  /** What happens to the program's threads, as it happens. */
  onThreadEvent?(event: ThreadEvent): void;
  /** A file of the standard library, by path below its root. */
  loadLibrary(path: string): Promise<Uint8Array>;
  /** Calls back after the event loop has turned once. */
  yieldToHost(resume: () => void): void;
}

export interface RunResult {
  status: 'ok' | 'exception' | 'stopped' | 'internal-error';
  exitCode: number;
  /** The uncaught exception, innermost frame last; for a SyntaxError the last entry is its place. */
  exception: Outcome['exception'];
  /** Only for 'internal-error': what to report to us. */
  internalError: string | null;
  /** Calls and jumps back that were run (the places where the loop looks up). */
  instructions: number;
  /** Which limit the program met: 'instructions' ended it, 'memory' was a MemoryError in it. */
  limit: 'instructions' | 'memory' | null;
  /** Files the program left in the working directory. */
  files: Record<string, Uint8Array>;
}

export interface Execution {
  readonly done: Promise<RunResult>;
  /** Ends the program at the next chance. */
  stop(): void;
}

/** The seed under which the attributes of the built-in types stand in their tables. */
let hashedWith = 0;

function* staticTypes(type: PyType): Generator<PyType> {
  yield type;
  for (const sub of type.subclasses) if ((sub.flags & TPFLAGS.HEAPTYPE) === 0) yield* staticTypes(sub);
}

let wired = false;
function wire(): void {
  if (wired) return;
  wired = true;
  initObjects();
  initVm();
  initFinalizers();
}

/** Forgets what the last run left behind. */
function reset(seed: number): void {
  resetAfterFailure();
  resetRepr();
  resetFinalizers();
  forgetOutside();
  resetAddresses();
  setHashSeed(seed);
  resetStrings();
  for (const type of [...staticTypes(objectType)]) {
    // Classes of the last run are no subclasses any more.
    for (const sub of type.subclasses) if ((sub.flags & TPFLAGS.HEAPTYPE) !== 0) type.subclasses.delete(sub);
  }
  if (seed !== hashedWith) {
    hashedWith = seed;
    for (const type of staticTypes(objectType)) if (type.dict !== null) rehash((type.dict as DictObj).v);
  }
  for (const g of generations) {
    for (const o of g.objects) if (o !== undefined) o.gc = 0;
    g.objects = [];
    g.live = 0;
    g.count = 0;
  }
  gcState.enabled = true;
  gcState.collecting = false;
  gcState.longLivedPending = 0;
  gcState.longLivedTotal = 0;
  for (const s of gcState.stats) s.collections = s.collected = s.uncollectable = 0;
  recursion.limit = 1000;
  current.thread = new Thread(0);
  excState.item = current.thread.excItem;
}

/** Bytes a program's objects may hold unless the options say otherwise. */
const MEMORY_LIMIT = 256 * 1024 * 1024;

let busy: Promise<unknown> = Promise.resolve();

/** Runs a program. One at a time: a second one waits for the first to end. */
export function start(options: RunOptions): Execution {
  let scheduler: Scheduler | null = null;
  let stopped = false;
  const done = busy.then(async (): Promise<RunResult> => {
    wire();
    const seed = options.seed ?? 0;
    reset(seed);
    const session = createSession(options);
    if (options.atEnd !== undefined) session.atEnd = () => options.atEnd!(session.roots());
    scheduler = new Scheduler(
      {
        yieldToHost: options.yieldToHost,
        after: (seconds, callback) => {
          const timer = setTimeout(callback, seconds * 1000);
          return () => clearTimeout(timer);
        },
        now: () => performance.now(),
      },
      {
        virtualTime: options.virtualTime ?? false,
        seed,
        memory: options.limits?.memory ?? MEMORY_LIMIT,
        instructions: options.limits?.instructions,
      },
    );
    scheduler.endsDeadlocks = options.machine === undefined;
    scheduling.scheduler = scheduler;
    let outcome: Outcome | null = null;
    let failure: unknown = null;
    const result = (status: RunResult['status']): RunResult => ({
      status,
      exitCode: outcome?.exitCode ?? 1,
      exception: outcome?.exception ?? null,
      internalError: failure === null ? null : describeFailure(failure),
      instructions: scheduler!.instructions,
      limit: scheduler!.limitHit,
      files: session.filesLeft(),
    });
    if (stopped) return result('stopped');
    // os._exit: no finalizers, no exit functions; the program is over where it stands.
    exitHook.exitNow = function* (status) {
      outcome = { exitCode: status, exception: null };
      scheduler!.stop();
      return yield new WaitRequest('exit', () => undefined);
    };
    scheduler.onProgress = (n) => options.onProgress?.(n);
    scheduler.onEvent = options.onThreadEvent ?? null;
    scheduler.beforeYield = () => session.flush();
    const ended = new Promise<'done' | 'stopped' | 'deadlock' | 'failed'>((resolve) => {
      scheduler!.onFailure = (error) => {
        failure = error;
        resolve('failed');
      };
      const ends = (o: Outcome): void => {
        outcome = o;
      };
      scheduler!.main = scheduler!.spawn(
        options.machine === undefined
          ? runMain(session, session.mainSource, session.mainPath, ends)
          : options.machine.main(session, ends),
      );
      scheduler!.run().then(resolve);
    });
    const how = await ended;
    session.flush();
    scheduling.scheduler = null;
    if (how === 'failed') {
      resetAfterFailure();
      return result('internal-error');
    }
    if (how === 'stopped') return result(outcome === null ? 'stopped' : 'ok');
    if (how === 'deadlock') {
      options.onStderr('Every thread waits for a lock that nobody will release: the program was ended.\n');
      return result('stopped');
    }
    const o = outcome as Outcome | null;
    return result(o !== null && o.exception !== null ? 'exception' : 'ok');
  });
  busy = done.catch(() => {});
  return {
    done,
    stop: () => {
      stopped = true;
      scheduler?.stop();
    },
  };
}

function describeFailure(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
