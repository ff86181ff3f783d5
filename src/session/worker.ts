// The worker: the interpreter and nothing of the page. It runs one program at a time; a second run ends the first.
// The interpreter gives the event loop a turn often enough that Stop and input lines are heard while a program runs.
import { type Execution, start } from '../interpreter/interpreter.ts';
import { answers } from './answers.ts';
import { loadLibrary } from './library.ts';
import { Outbox } from './outbox.ts';
import type { FromWorker, RunRequest, ToWorker } from './protocol.ts';
import type { Questions } from './questions.ts';
import { TRAINING } from './training.ts';
import { yieldToHost } from './turn.ts';

/** The program that runs now; the worker's own training has id 0. */
let current: { id: number; execution: Execution; answer: ((line: string | null) => void) | null } | null =
  null;

const send = (message: FromWorker) => postMessage(message);

async function run(id: number, request: RunRequest): Promise<void> {
  if (current) {
    current.execution.stop();
    await current.execution.done;
  }
  const box = new Outbox((chunks) => send({ type: 'output', id, chunks }));
  const given = [...(request.input ?? [])];
  const mine = { id, answer: null as ((line: string | null) => void) | null };
  const execution = start({
    files: request.files,
    main: request.main,
    argv: request.argv ?? [request.main],
    seed: request.seed ?? 0,
    limits: request.memory === undefined ? {} : { memory: request.memory },
    onStdout: (text) => box.add('stdout', text),
    onStderr: (text) => box.add('stderr', text),
    onInput: () => {
      const line = given.shift();
      if (line !== undefined) {
        box.add('typed', `${line}\n`);
        return Promise.resolve(line);
      }
      box.flush();
      return new Promise((resolve) => {
        mine.answer = resolve;
        send({ type: 'waiting', id });
      });
    },
    onProgress: (instructions) => {
      box.flush();
      send({ type: 'progress', id, instructions });
    },
    loadLibrary,
    yieldToHost,
  });
  const here = Object.assign(mine, { execution });
  current = here;
  const result = await execution.done;
  box.flush();
  if (current === here) current = null;
  send({ type: 'done', id, result });
}

function answerTo<Name extends keyof Questions>(name: Name, params: Questions[Name]['params']) {
  return answers[name](params);
}

addEventListener('message', async (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  switch (message.type) {
    case 'run':
      run(message.id, message.request).catch((error) => {
        current = null;
        send({ type: 'broken', id: message.id, message: String(error?.stack ?? error) });
      });
      return;
    case 'stop':
      if (current?.id === message.id) current.execution.stop();
      return;
    case 'line':
      if (current?.id === message.id && current.answer) {
        const { answer } = current;
        current.answer = null;
        answer(message.line);
      }
      return;
    case 'ask':
      try {
        send({ type: 'answer', id: message.id, value: await answerTo(message.name, message.params) });
      } catch (error) {
        send({
          type: 'refused',
          id: message.id,
          message: error instanceof Error ? error.message : String(error),
        });
      }
  }
});

/** Runs the training program once, unless a reader is quicker. */
function train(): void {
  if (current) return;
  const execution = start({
    files: { 'main.py': TRAINING },
    main: 'main.py',
    seed: 0,
    onStdout: () => {},
    onStderr: () => {},
    onInput: () => Promise.resolve(null),
    loadLibrary,
    yieldToHost,
  });
  const here = { id: 0, execution, answer: null };
  current = here;
  void execution.done.then(() => {
    if (current === here) current = null;
  });
}

send({ type: 'ready' });
// A reader who has just pressed Run comes first.
setTimeout(train, 100);
