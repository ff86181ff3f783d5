// Threads, the GIL and the host's event loop.
//
// One thread runs at a time; it holds the GIL. It is handed over only where CPython 3.12 looks at its eval breaker (a
// call, a jump back), after a number of such places that stands for the switch interval, and whenever the holder must
// wait. Nothing depends on the host's timing, so the same program with the same seed has the same schedule.
// Between slices the host's event loop gets its turn: Stop, input and timers are heard there.
//
// Answers to CPython 3.12: Python/ceval_gil.c, Python/thread.c.

import { decref, type Res, TODO_SIGNALS, tstate } from '../memory/object.ts';
import { type Gen, NativeRequest, request, WaitRequest } from '../memory/suspend.ts';
import { bytesHeld } from '../memory/usage.ts';
import { PyExc } from '../objects/errors.ts';
import { NativeFrame } from '../vm/frame.ts';
import { lookUp, pushNative, raiseInThread, runThread, waits } from '../vm/run.ts';
import { current, MODE, switchTo, Thread } from '../vm/thread.ts';
import { watchHook } from '../vm/watchhook.ts';

/** Calls and back jumps in one switch interval (5 ms in CPython). */
const POLLS_PER_INTERVAL = 10_000;
/** How long a slice may keep the host waiting, in milliseconds. */
const SLICE_MS = 12;
/** How often memory is measured at most, in milliseconds. */
const MEASURE_MS = 200;

export interface Host {
  /** Calls back after the event loop has turned once. */
  yieldToHost(resume: () => void): void;
  /** Calls back after some seconds of real time; answers a function that cancels. */
  after(seconds: number, callback: () => void): () => void;
  /** Milliseconds, monotonic. */
  now(): number;
}

/** Waits that no signal breaks off: for a file of the library, and for the end. */
const UNINTERRUPTED = new Set(['file', 'exit']);

/** What happened to threads, for the threads view. Times are in virtual seconds. */
export interface ThreadEvent {
  kind: 'start' | 'run' | 'switch' | 'wait' | 'wake' | 'end';
  thread: number;
  reason: string;
  time: number;
}

/** Something that happens when its time has come: the end of a wait, an alarm. */
interface Sleeper {
  deadline: number;
  fire: () => void;
}

/** A thread that waits: for what, until when, and how the wait is broken off. */
interface Blocked {
  wait: WaitRequest;
  deadline: number | null;
  release: () => void;
}

export class Scheduler {
  readonly host: Host;
  readonly threads: Thread[] = [];
  /** Threads that could run, in the order in which they asked for the GIL. */
  private ready: Thread[] = [];
  private readonly sleepers: Sleeper[] = [];
  private readonly cancels = new Map<Thread, () => void>();
  private readonly blocked = new Map<Thread, Blocked>();
  private readonly wakeups = new Map<Thread, () => Res>();
  private nextIdent = 0x7f4c2a000000;
  private running: Thread | null = null;
  private remaining = 0;
  private stopped = false;
  private finished: ((reason: 'done' | 'stopped' | 'deadlock') => void) | null = null;
  private cancelTimer: (() => void) | null = null;
  /** Seconds since the program began. With `virtualTime` waiting takes no real time. */
  private readonly virtualTime: boolean;
  private virtualNow = 0;
  private readonly started: number;
  private polls = 0;
  private random: number;
  private turning = false;
  private nextMeasure = 0;
  private overMemory = false;
  private readonly memoryLimit: number;
  private readonly pollLimit: number;
  /** Which limit the program met. */
  limitHit: 'instructions' | 'memory' | null = null;
  /** False: threads that wait for each other for ever do so, as in CPython; a signal may still come. */
  endsDeadlocks = true;
  onProgress: ((polls: number) => void) | null = null;
  onEvent: ((event: ThreadEvent) => void) | null = null;
  /** Called before the host gets its turn: buffered output becomes visible. */
  beforeYield: () => void = () => {};
  onFailure: (error: unknown) => void = (error) => {
    throw error;
  };

  constructor(
    host: Host,
    options: { virtualTime: boolean; seed: number; memory: number; instructions?: number },
  ) {
    this.host = host;
    this.virtualTime = options.virtualTime;
    this.memoryLimit = options.memory;
    this.pollLimit = options.instructions ?? Number.POSITIVE_INFINITY;
    this.random = (options.seed * 2654435761 + 1) >>> 0;
    this.started = host.now();
  }

  /** Seconds since the start, as monotonic clocks of the program see them. */
  now(): number {
    if (this.virtualTime) return this.virtualNow + this.polls * 2e-7;
    return (this.host.now() - this.started) / 1000;
  }

  /** As now(), for a program that looks at a clock: looking takes time, so that it never sees the same moment twice. */
  look(): number {
    if (this.virtualTime) this.virtualNow += 1e-7;
    return this.now();
  }

  /** Starts a thread whose body is a native; the first one is the main thread. */
  spawn(body: Gen): Thread {
    const thread = new Thread(this.nextIdent);
    this.nextIdent += 0x1000000 - 0x7000;
    thread.top = new NativeFrame(body, [], null);
    thread.natives = 1;
    thread.mode = MODE.DELIVER;
    this.threads.push(thread);
    this.ready.push(thread);
    this.event('start', thread, '');
    return thread;
  }

  /** Runs until the main thread is done, stop() is called, or every thread waits for ever. */
  run(): Promise<'done' | 'stopped' | 'deadlock'> {
    return new Promise((resolve) => {
      this.finished = resolve;
      this.turn();
    });
  }

  stop(): void {
    this.stopped = true;
    if (!this.turning) this.finish('stopped');
  }

  /** The holder gives the GIL up at the next chance (`time.sleep(0)`, sys.setswitchinterval). */
  private interval(): number {
    // A little different each time, as on a real machine, but always the same for the same seed.
    this.random = (Math.imul(this.random, 1664525) + 1013904223) >>> 0;
    return POLLS_PER_INTERVAL / 2 + (this.random % POLLS_PER_INTERVAL);
  }

  private event(kind: ThreadEvent['kind'], thread: Thread, reason: string): void {
    this.onEvent?.({ kind, thread: thread.ident, reason, time: this.now() });
  }

  /** Runs slices until the host must have its turn. */
  private turn(): void {
    if (this.finished === null) return;
    const until = this.host.now() + SLICE_MS;
    this.turning = true;
    try {
      for (;;) {
        if (this.stopped) {
          this.turning = false;
          this.finish('stopped');
          return;
        }
        this.wakeSleepers();
        const thread = this.running ?? this.take();
        if (thread === null) {
          this.turning = false;
          this.idle();
          return;
        }
        this.slice(thread);
        if (this.finished === null) return;
        if (watchHook.paused || lookUp.due || this.host.now() >= until) break;
      }
    } catch (error) {
      this.turning = false;
      this.finished = null;
      this.onFailure(error);
      return;
    }
    this.turning = false;
    this.measureMemory();
    this.beforeYield();
    this.onProgress?.(this.polls);
    if (!watchHook.paused) this.host.yieldToHost(() => this.turn());
  }

  /** Now and then: does the program hold more than it may? */
  private measureMemory(): void {
    const began = this.host.now();
    if ((began < this.nextMeasure && !lookUp.due) || this.memoryLimit === Number.POSITIVE_INFINITY) return;
    lookUp.due = false;
    this.overMemory = bytesHeld(this.memoryLimit) > this.memoryLimit;
    if (this.overMemory) this.limitHit = 'memory';
    const ended = this.host.now();
    this.nextMeasure = ended + Math.max(MEASURE_MS, 10 * (ended - began));
  }

  /** Goes on after a watcher paused the run. */
  resume(): void {
    watchHook.paused = false;
    this.turn();
  }

  private take(): Thread | null {
    const thread = this.ready.shift() ?? null;
    if (thread === null) return null;
    this.running = thread;
    this.remaining = this.interval();
    switchTo(thread);
    const make = this.wakeups.get(thread);
    if (make !== undefined) {
      this.wakeups.delete(thread);
      const value = make();
      const again = tstate.pending;
      if (value === null && again !== null && again.kind === 'wait') {
        // Somebody else took the lock first: back to waiting.
        tstate.pending = null;
        this.running = null;
        this.block(thread, again);
        return this.take();
      }
      thread.waiting = null;
      if (value === null && again !== null && again.kind === 'native') {
        // A signal came: its handlers run before the wait goes on.
        tstate.pending = null;
        pushNative(thread, new NativeFrame(again.gen, again.owned, again.first));
      } else {
        thread.value = value;
        thread.mode = MODE.DELIVER;
      }
    }
    // A signal that came while another thread ran waits for this one.
    if (thread === this.main) tstate.todo |= TODO_SIGNALS;
    this.event('run', thread, '');
    return thread;
  }

  private slice(thread: Thread): void {
    if (this.overMemory && raiseInThread(thread, PyExc.MemoryError)) this.overMemory = false;
    const grant = Math.min(this.remaining, 2_000, this.pollLimit - this.polls);
    thread.budget = grant;
    runThread(thread);
    const used = Math.max(0, grant - Math.max(0, thread.budget));
    this.polls += used;
    this.remaining -= used;
    if (this.polls >= this.pollLimit && thread.mode !== MODE.DONE) {
      this.limitHit = 'instructions';
      this.stopped = true;
      return;
    }
    switch (thread.mode) {
      case MODE.DONE:
        this.running = null;
        this.event('end', thread, '');
        this.threads.splice(this.threads.indexOf(thread), 1);
        if (this.threads.length === 0 || thread === this.main) this.finish('done');
        return;
      case MODE.WAIT:
        this.running = null;
        this.block(thread, waits.request!);
        return;
      default:
        if (this.remaining <= 0) {
          if (this.ready.length > 0) {
            this.event('switch', thread, '');
            this.running = null;
            this.ready.push(thread);
          } else this.remaining = this.interval();
        }
    }
  }

  /** The thread whose end ends the program. */
  main: Thread | null = null;

  private block(thread: Thread, wait: WaitRequest): void {
    waits.request = null;
    thread.waiting = wait.reason;
    this.event('wait', thread, wait.reason);
    let woken = false;
    let sleeper: Sleeper | null = null;
    const leave = (): boolean => {
      if (woken) return false;
      woken = true;
      this.cancels.delete(thread);
      this.blocked.delete(thread);
      if (sleeper !== null) this.forget(sleeper);
      return true;
    };
    const ready = (make: () => Res): void => {
      this.wakeups.set(thread, make);
      this.ready.push(thread);
      this.event('wake', thread, wait.reason);
    };
    const wake = (make: () => Res): void => {
      if (!leave()) return;
      ready(make);
      this.kick();
    };
    if (wait.timeout !== null) {
      sleeper = {
        deadline: this.now() + wait.timeout,
        fire: () => {
          const cancel = this.cancels.get(thread);
          if (!leave()) return;
          cancel?.();
          ready(wait.onTimeout!);
        },
      };
      this.sleepers.push(sleeper);
    }
    this.blocked.set(thread, {
      wait,
      deadline: sleeper?.deadline ?? null,
      release: () => {
        const cancel = this.cancels.get(thread);
        if (leave()) cancel?.();
      },
    });
    const cancel = wait.start(wake);
    if (cancel !== undefined && !woken) this.cancels.set(thread, cancel);
  }

  /** Calls back at a time of the scheduler's clock; answers a function that forgets it. */
  callAfter(seconds: number, callback: () => void): () => void {
    const sleeper = { deadline: this.now() + seconds, fire: callback };
    this.sleepers.push(sleeper);
    return () => this.forget(sleeper);
  }

  private forget(sleeper: Sleeper): void {
    const at = this.sleepers.indexOf(sleeper);
    if (at >= 0) this.sleepers.splice(at, 1);
  }

  /**
   * A signal came. If the main thread waits, its wait is broken off: `handle` runs in it, and unless that fails the wait
   * begins again with what is left of its time (PEP 475).
   */
  interruptMain(handle: () => Gen): void {
    tstate.todo |= TODO_SIGNALS;
    const thread = this.main;
    const found = thread === null ? undefined : this.blocked.get(thread);
    if (thread === null || found === undefined || UNINTERRUPTED.has(found.wait.reason)) return;
    const { wait, deadline } = found;
    found.release();
    const scheduler = this;
    function* handleThenWait(): Gen {
      const r = yield* handle();
      if (r === null) return null;
      decref(r);
      const left = deadline === null ? null : Math.max(0, deadline - scheduler.now());
      return yield new WaitRequest(wait.reason, wait.start, left, wait.onTimeout);
    }
    this.wakeups.set(thread, () => request(new NativeRequest(handleThenWait(), [], null)));
    this.ready.push(thread);
    this.event('wake', thread, 'signal');
    this.kick();
  }

  private wakeSleepers(): void {
    if (this.sleepers.length === 0) return;
    const now = this.now();
    this.sleepers.sort((a, b) => a.deadline - b.deadline);
    while (this.sleepers.length > 0 && this.sleepers[0]!.deadline <= now) this.sleepers.shift()!.fire();
  }

  /** Something became ready while the host had its turn. */
  private kick(): void {
    if (this.turning || this.finished === null) return;
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.host.yieldToHost(() => this.turn());
  }

  /** Nobody can run: wait for the next deadline, or for the host. */
  private idle(): void {
    this.beforeYield();
    this.sleepers.sort((a, b) => a.deadline - b.deadline);
    const next = this.sleepers[0];
    if (next !== undefined) {
      if (this.virtualTime) {
        this.virtualNow += Math.max(0, next.deadline - this.now());
        this.host.yieldToHost(() => this.turn());
        return;
      }
      this.cancelTimer = this.host.after(Math.max(0, next.deadline - this.now()), () => {
        this.cancelTimer = null;
        this.turn();
      });
      return;
    }
    // Waiting for input or a file: the host wakes us. Waiting for a lock that nobody can release: for ever, as in CPython.
    const hopeless = this.threads.every((t) => t.waiting === 'lock' || t.waiting === 'join');
    if (hopeless && this.endsDeadlocks) this.finish('deadlock');
  }

  private finish(reason: 'done' | 'stopped' | 'deadlock'): void {
    const f = this.finished;
    this.finished = null;
    this.cancelTimer?.();
    for (const cancel of this.cancels.values()) cancel();
    if (f !== null) f(reason);
  }

  get instructions(): number {
    return this.polls;
  }
}

/** The scheduler of the program that runs; natives start threads and read clocks through it. */
export const scheduling: { scheduler: Scheduler | null } = { scheduler: null };

/** The running thread's identifier, as `threading.get_ident()` answers it. */
export function threadIdent(): number {
  return current.thread.ident;
}
