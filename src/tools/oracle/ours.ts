/**
 * Our interpreter, run so that a program that does not end, or takes all memory, is one failure and not the end of
 * the run: in a worker thread, which is thrown away when its time is up.
 */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Outcome, Program } from './cpython.ts';

const PATIENCE = 20_000;

let worker: Worker | null = null;

/** What our interpreter prints; one program at a time. */
export async function runOurs(program: Program): Promise<Outcome> {
  worker ??= new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1500 } });
  const used = worker;
  used.ref();
  const lost = (why: string): Outcome => {
    used.terminate();
    worker = null;
    return { stdout: '', stderr: `${why}\n`, exitCode: -1 };
  };
  const outcome = await new Promise<Outcome>((resolve) => {
    const settle = (value: Outcome) => {
      clearTimeout(timer);
      used.off('message', settle).off('error', failed);
      resolve(value);
    };
    const failed = (error: unknown) => settle(lost(`the interpreter failed: ${(error as Error).message}`));
    const late = () => settle(lost(`did not end in ${PATIENCE / 1000} seconds`));
    const timer = setTimeout(late, PATIENCE);
    used.on('message', settle).on('error', failed);
    used.postMessage(program);
  });
  // A worker that waits for the next program does not keep the process alive.
  used.unref();
  return outcome;
}

if (!isMainThread && parentPort) {
  const { runPython } = await import('../../interpreter/node.ts');
  const port = parentPort;
  port.on('message', async (program: Program) => {
    const { stdout, stderr, exitCode } = await runPython(program);
    port.postMessage({ stdout, stderr, exitCode } satisfies Outcome);
  });
}
