// What a program finds around it: the file system, its environment, the library, a source of randomness.
//
// One record for the program that runs; pythonrun makes it anew for each run. Natives reach it through `system`.
//
// Stands where CPython 3.12 has the process and the operating system.

import type { Gen } from '../memory/suspend.ts';
import type { Library } from './library.ts';
import type { Vfs } from './vfs.ts';

export interface System {
  vfs: Vfs;
  library: Library;
  /** os.environ before the program changes it. */
  environ: Map<string, string>;
  pid: number;
  /** Nanoseconds since the epoch. */
  now: () => bigint;
  /** The next 32 bits of the session's random numbers: os.urandom and what is seeded from it. */
  random32: () => number;
}

/** The process's three streams, as far as programs can tell them apart. */
export interface StreamSettings {
  /** Text is written at once, as it comes (-u). */
  unbuffered: boolean;
  /** What stdin and stdout do with what UTF-8 cannot say. */
  errors: string;
}

let running: System | null = null;

/** Makes this the system of the program that runs; null: none runs. */
export function setSystem(system: System | null): void {
  running = system;
}

/** The system of the running program. */
export function system(): System {
  if (running === null) throw new Error('no program is running');
  return running;
}

/** Ends the program at once (os._exit); put in by the interpreter. It never answers. */
export const exitHook: { exitNow: (status: number) => Gen } = {
  exitNow: () => {
    throw new Error('no program is running');
  },
};

/** What a Linux shell gives a program, as far as programs look. */
export function defaultEnvironment(): Map<string, string> {
  return new Map([
    ['PATH', '/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['LANG', 'en_US.UTF-8'],
    ['HOME', '/home/reader'],
    ['USER', 'reader'],
    ['LOGNAME', 'reader'],
    ['PWD', '/home/reader'],
  ]);
}

/** A small generator of 32-bit numbers (Mulberry32): the same seed gives the same numbers. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}
