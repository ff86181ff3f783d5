// Running a program under watch: every frame runs the watched stream, and the watcher is told of each instruction
// before it is executed.
//
// Time is virtual, so that a program that sleeps is recorded at once; all else is as in an ordinary run with the same
// options. The watcher is put in when the main thread starts and taken out when the program has ended: runs before and
// after it are not slowed down.

import { type RunOptions, type RunResult, start, type ThreadEvent } from '../interpreter.ts';
import type { Frame } from '../vm/frame.ts';
import { watchHook } from '../vm/watchhook.ts';
import type { RecordingEnd } from './recording.ts';

export interface WatchOptions
  extends Pick<RunOptions, 'files' | 'main' | 'argv' | 'seed' | 'loadLibrary' | 'yieldToHost'> {
  /** Lines for input(); afterwards the input is at its end. */
  input?: string[];
  /** How much is recorded before the program is stopped; each recording says of what. */
  limit?: number;
}

export interface Watcher {
  /** Before an instruction; true: that is enough. Without it the program runs at full speed. */
  instruction?(frame: Frame): boolean;
  /** An exception ends a frame. */
  left?(frame: Frame): void;
  /** A frame is entered by way of a native: among them the bodies of modules. */
  called?(frame: Frame): void;
  /** The program has ended; its modules are still whole. */
  ended?(): void;
  /** True: that is enough. */
  thread?(event: ThreadEvent): boolean;
  stdout?(text: string): void;
}

/** Instructions of all frames, the standard library's included, after which a watched program is stopped. */
const MOST_INSTRUCTIONS = 10_000_000;
/** Calls and jumps back after which a program that is not watched instruction by instruction is stopped. */
const MOST_POLLS = 20_000_000;

export async function runWatched(options: WatchOptions, watcher: Watcher): Promise<RecordingEnd> {
  const input = [...(options.input ?? [])];
  let stdout = '';
  let stderr = '';
  let truncated = false;
  let seen = 0;
  let begun = false;
  const enough = (): void => {
    truncated = true;
    // The loop is left first; the scheduler can be stopped when it stands still.
    queueMicrotask(() => execution.stop());
  };
  const begin = (): void => {
    if (watcher.called !== undefined) watchHook.onCall = (frame) => watcher.called!(frame);
    if (watcher.instruction === undefined) return;
    watchHook.active = true;
    watchHook.paused = false;
    if (watcher.left !== undefined) watchHook.onReturn = (frame) => watcher.left!(frame);
    watchHook.onInstruction = (frame) => {
      if (++seen <= MOST_INSTRUCTIONS && !watcher.instruction!(frame)) return false;
      enough();
      return true;
    };
  };
  const execution = start({
    files: options.files,
    main: options.main,
    ...(options.argv === undefined ? {} : { argv: options.argv }),
    seed: options.seed ?? 0,
    virtualTime: true,
    ...(watcher.ended === undefined ? {} : { atEnd: () => watcher.ended!() }),
    onStdout: (text) => {
      stdout += text;
      watcher.stdout?.(text);
    },
    onStderr: (text) => {
      stderr += text;
    },
    onInput: () => Promise.resolve(input.shift() ?? null),
    onThreadEvent: (event) => {
      if (!begun) begin();
      begun = true;
      if (watcher.thread?.(event) && !truncated) enough();
    },
    onProgress: (polls) => {
      if (polls > MOST_POLLS && !truncated) enough();
    },
    loadLibrary: options.loadLibrary,
    yieldToHost: options.yieldToHost,
  });
  let result: RunResult;
  try {
    result = await execution.done;
  } finally {
    watchHook.active = false;
    watchHook.paused = false;
    watchHook.onInstruction = () => false;
    if (watcher.left !== undefined) watchHook.onReturn = null;
    if (watcher.called !== undefined) watchHook.onCall = null;
  }
  const { exception } = result;
  return {
    status: result.status,
    truncated,
    exception: exception === null ? null : { type: exception.type, message: exception.message },
    internalError: result.internalError,
    stdout,
    stderr,
  };
}
