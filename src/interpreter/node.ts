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
