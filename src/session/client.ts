// The one way the page reaches the interpreter. A page has one worker: made when the page is idle (or at the first
// Run, whichever is sooner), used by every example, and replaced when it does not answer Stop or breaks.

import type { Compiled } from './compiled.ts';
import type { Files, FromWorker, OutputChunk, RunOutcome, RunRequest, ToWorker } from './protocol.ts';
import type { Questions } from './questions.ts';

export interface RunHandlers {
  onOutput(chunks: OutputChunk[]): void;
  /** The program waits in input(): answer with Run.answer. */
  onWaiting(): void;
  onProgress?(instructions: number): void;
}

export interface Run {
  readonly done: Promise<RunOutcome>;
  stop(): void;
  /** One line without its newline; null is the end of the input. */
  answer(line: string | null): void;
}

/** How long a worker may take to answer Stop before it is replaced. */
const PATIENCE_MS = 600;

interface RunningProgram {
  handlers: RunHandlers;
  done: Promise<RunOutcome>;
  started: number;
  /** False while an earlier program is being stopped. */
  sent: boolean;
  instructions: number;
  stopTimer: ReturnType<typeof setTimeout> | null;
  end(outcome: RunOutcome): void;
}

interface OpenQuestion {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class Session {
  #worker: Worker | null = null;
  #ready: Promise<void> = Promise.resolve();
  #nextId = 1;
  #runs = new Map<number, RunningProgram>();
  #questions = new Map<number, OpenQuestion>();

  /** Starts the worker if there is none; resolves when it can run a program. */
  warm(): Promise<void> {
    if (!this.#worker) {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'python' });
      this.#worker = worker;
      this.#ready = new Promise((resolve) => {
        worker.onmessage = (event: MessageEvent<FromWorker>) => {
          if (event.data.type === 'ready') resolve();
          else this.#hear(event.data);
        };
      });
      worker.onerror = (event) => {
        event.preventDefault();
        this.#replace('internal-error', event.message || 'the interpreter could not be loaded');
      };
    }
    return this.#ready;
  }

  /** Warms the worker when the page has nothing better to do. */
  warmWhenIdle(): void {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void this.warm(), { timeout: 4000 });
    else setTimeout(() => void this.warm(), 1500);
  }

  /** Runs a program; one that still runs is stopped first. */
  run(request: RunRequest, handlers: RunHandlers): Run {
    const earlier = [...this.#runs.values()].map((running) => running.done);
    for (const id of this.#runs.keys()) this.#stop(id);
    const id = this.#nextId++;
    let finish: (outcome: RunOutcome) => void = () => {};
    const done = new Promise<RunOutcome>((resolve) => {
      finish = resolve;
    });
    const running: RunningProgram = {
      handlers,
      done,
      started: performance.now(),
      sent: false,
      instructions: 0,
      stopTimer: null,
      end: (outcome) => {
        if (running.stopTimer) clearTimeout(running.stopTimer);
        this.#runs.delete(id);
        finish(outcome);
      },
    };
    this.#runs.set(id, running);
    const send = () => {
      if (!this.#runs.has(id)) return;
      running.sent = true;
      running.started = performance.now();
      this.#send({ type: 'run', id, request });
    };
    if (earlier.length === 0) send();
    else void Promise.all(earlier).then(send);
    return {
      done,
      stop: () => this.#stop(id),
      answer: (line) => this.#send({ type: 'line', id, line }),
    };
  }

  ask<Name extends keyof Questions>(
    name: Name,
    params: Questions[Name]['params'],
  ): Promise<Questions[Name]['answer']> {
    const id = this.#nextId++;
    const answer = new Promise<Questions[Name]['answer']>((resolve, reject) => {
      this.#questions.set(id, { resolve: (value) => resolve(value as Questions[Name]['answer']), reject });
    });
    this.#send({ type: 'ask', id, name, params });
    return answer;
  }

  /** What each stage of the compiler makes of a text. */
  compile(source: string, filename = 'main.py'): Promise<Compiled> {
    return this.ask('compile', { source, filename });
  }

  #send(message: ToWorker): void {
    void this.warm();
    this.#worker!.postMessage(message);
  }

  #stop(id: number): void {
    const running = this.#runs.get(id);
    if (!running || running.stopTimer) return;
    if (!running.sent) {
      running.end(this.#ended(running, 'stopped', null));
      return;
    }
    this.#send({ type: 'stop', id });
    running.stopTimer = setTimeout(() => this.#replace('stopped', null), PATIENCE_MS);
  }

  /** How a run ends of which the worker says nothing more. */
  #ended(running: RunningProgram, status: 'stopped' | 'internal-error', problem: string | null): RunOutcome {
    return {
      status,
      exitCode: 1,
      exception: null,
      internalError: problem,
      limit: null,
      instructions: running.instructions,
      files: {},
      replaced: running.sent,
      milliseconds: performance.now() - running.started,
    };
  }

  /** Ends the worker and all that depended on it; the next request makes a new one. */
  #replace(status: 'stopped' | 'internal-error', problem: string | null): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const running of [...this.#runs.values()]) {
      if (running.sent) running.end(this.#ended(running, status, problem));
    }
    for (const question of this.#questions.values()) {
      question.reject(new Error(problem ?? 'The interpreter was started again.'));
    }
    this.#questions.clear();
    if (status === 'stopped') this.warmWhenIdle();
  }

  #hear(message: Exclude<FromWorker, { type: 'ready' }>): void {
    if (message.type === 'answer' || message.type === 'refused') {
      const question = this.#questions.get(message.id);
      this.#questions.delete(message.id);
      if (message.type === 'answer') question?.resolve(message.value);
      else question?.reject(new Error(message.message));
      return;
    }
    const running = this.#runs.get(message.id);
    if (!running) return;
    switch (message.type) {
      case 'output':
        running.handlers.onOutput(message.chunks);
        break;
      case 'waiting':
        running.handlers.onWaiting();
        break;
      case 'progress':
        running.instructions = message.instructions;
        running.handlers.onProgress?.(message.instructions);
        break;
      case 'broken':
        this.#replace('internal-error', message.message);
        break;
      case 'done':
        running.end({
          ...message.result,
          replaced: false,
          milliseconds: performance.now() - running.started,
        });
    }
  }
}

/** The page's session: every island shares it. */
export const session = new Session();

export type { Compiled, Files, OutputChunk, RunOutcome, RunRequest };
