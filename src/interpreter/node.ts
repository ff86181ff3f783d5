// The interpreter under Node: for the tests, the command line and tools.

import { setImmediate } from 'node:timers';
import { nodeLibrary } from '../tools/build-library.ts';
import { type RunOptions, type RunResult, start } from './interpreter.ts';

export interface NodeProgram {
  files: Record<string, string | Uint8Array>;
  main: string;
  /** What follows the program's name. */
  argv?: string[];
  /** All of stdin. */
  stdin?: string;
  seed?: number;
}

export interface NodeOutcome {
  stdout: string;
  stderr: string;
  exitCode: number;
  result: RunResult;
}

export interface RunSettings {
  /** Further files, by path relative to the program's own folder. */
  files?: Record<string, string | Uint8Array>;
  /** What follows the program's name. */
  argv?: string[];
  /** All of standard input, or who is asked for a line of it (null: the end). */
  stdin?: string | (() => Promise<string | null>);
  /** Output as it comes; it is also in the report. */
  onStdout?(text: string): void;
  onStderr?(text: string): void;
  limits?: {
    /** Calls and jumps back: the same program stops at the same place. */
    instructions?: number;
    /** Of real time. */
    seconds?: number;
    /** Bytes its objects may hold; more is a MemoryError in the program. Default: 256 MB. */
    memory?: number;
  };
  /** Seeds hashes, addresses, random numbers and the schedule of threads. Default 0. */
  seed?: number;
}

export interface RunReport {
  /** 'stopped': a limit ended it. */
  status: RunResult['status'];
  /** Which limit it met, if any. */
  limit: 'instructions' | 'seconds' | 'memory' | null;
  exitCode: number;
  stdout: string;
  stderr: string;
  exception: RunResult['exception'];
  /** Calls and jumps back that were run. */
  instructions: number;
  /** What the program left in its folder. */
  files: Record<string, Uint8Array>;
}

/** Runs source as `main.py` in a folder of its own, in memory. The real machine is not touched. */
export async function run(source: string, settings: RunSettings = {}): Promise<RunReport> {
  const { stdin = '', limits = {} } = settings;
  let stdout = '';
  let stderr = '';
  const execution = start({
    files: { ...settings.files, 'main.py': source },
    main: 'main.py',
    argv: ['main.py', ...(settings.argv ?? [])],
    ...(typeof stdin === 'string' ? { stdin } : {}),
    seed: settings.seed ?? 0,
    limits: { memory: limits.memory, instructions: limits.instructions },
    onStdout: (text) => {
      stdout += text;
      settings.onStdout?.(text);
    },
    onStderr: (text) => {
      stderr += text;
      settings.onStderr?.(text);
    },
    onInput: typeof stdin === 'string' ? () => Promise.resolve(null) : stdin,
    loadLibrary: nodeLibrary,
    yieldToHost: (resume) => setImmediate(resume),
  });
  let late = false;
  const timer =
    limits.seconds === undefined
      ? undefined
      : setTimeout(() => {
          late = true;
          execution.stop();
        }, limits.seconds * 1000);
  const result = await execution.done;
  clearTimeout(timer);
  if (result.internalError !== null) stderr += `internal error: ${result.internalError}\n`;
  const { status, limit, exitCode, exception, instructions, files } = result;
  return {
    status,
    limit: late && status === 'stopped' ? 'seconds' : limit,
    exitCode,
    stdout,
    stderr,
    exception,
    instructions,
    files,
  };
}

/** Runs a program to its end; waiting takes no real time. */
export async function runPython(program: NodeProgram, more: Partial<RunOptions> = {}): Promise<NodeOutcome> {
  let stdout = '';
  let stderr = '';
  const result = await start({
    files: program.files,
    main: program.main,
    argv: [program.main, ...(program.argv ?? [])],
    stdin: program.stdin ?? '',
    seed: program.seed ?? 0,
    virtualTime: true,
    onStdout: (t) => {
      stdout += t;
    },
    onStderr: (t) => {
      stderr += t;
    },
    onInput: () => Promise.resolve(null),
    loadLibrary: nodeLibrary,
    yieldToHost: (resume) => setImmediate(resume),
    ...more,
  }).done;
  if (result.internalError !== null) stderr += `internal error: ${result.internalError}\n`;
  return { stdout, stderr, exitCode: result.exitCode, result };
}
