// What a page and its worker say to each other: every message has a type here, and nothing else is sent. The page asks
// through session/client.ts; the worker (session/worker.ts) holds the interpreter. A run is a conversation (output,
// questions for input, progress, one end); everything that is one question with one answer is a row in Questions.
import type { RunResult } from '../interpreter/interpreter.ts';
import type { Questions } from './questions.ts';

export type Files = Record<string, string>;

export interface RunRequest {
  /** The reader's files by path; `main` names the one that is run. */
  files: Files;
  main: string;
  argv?: string[];
  seed?: number;
  /** Lines for `input()` that are known before; when they are used up, the reader is asked. */
  input?: string[];
  /** Bytes that the program may hold. */
  memory?: number;
}

export interface OutputChunk {
  /** `typed` is an input line from RunRequest.input, shown where a terminal would show it. */
  stream: 'stdout' | 'stderr' | 'typed';
  text: string;
}

export interface RunOutcome extends RunResult {
  /** True when the worker did not answer Stop and was replaced. */
  replaced: boolean;
  milliseconds: number;
}

export type ToWorker =
  | { type: 'run'; id: number; request: RunRequest }
  | { type: 'stop'; id: number }
  | { type: 'line'; id: number; line: string | null }
  | { type: 'ask'; id: number; name: keyof Questions; params: Questions[keyof Questions]['params'] };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'output'; id: number; chunks: OutputChunk[] }
  | { type: 'waiting'; id: number }
  | { type: 'progress'; id: number; instructions: number }
  | { type: 'done'; id: number; result: RunResult }
  /** The interpreter itself threw: the worker is not to be trusted any more. */
  | { type: 'broken'; id: number; message: string }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'refused'; id: number; message: string };
