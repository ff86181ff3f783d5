// The interpreter under Node: for the tests, the command line and tools.

import { setImmediate } from 'node:timers';
import { type RunOptions, type RunResult, start } from './interpreter.ts';
import { nodeLibrary } from './runtime/nodelibrary.ts';

export interface NodeProgram {
  files: Record<string, string | Uint8Array>;
  main: string;
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
  const lines = (program.stdin ?? '').split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  const result = await start({
    files: program.files,
    main: program.main,
    argv: program.argv,
    seed: program.seed ?? 0,
    virtualTime: true,
    onStdout: (t) => {
      stdout += t;
    },
    onStderr: (t) => {
      stderr += t;
    },
    onInput: () => Promise.resolve(lines.shift() ?? null),
    loadLibrary: nodeLibrary,
    yieldToHost: (resume) => setImmediate(resume),
    ...more,
  }).done;
  if (result.internalError !== null) stderr += `internal error: ${result.internalError}\n`;
  return { stdout, stderr, exitCode: result.exitCode, result };
}
