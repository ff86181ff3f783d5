// The course of a run, and stretches of it found by running it again: both must say what a whole recording says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeLibrary } from '../../tools/build-library.ts';
import { RAISED } from './course.ts';
import { CodeRegister, recordSteps, recordTrace, recordWindow, type StepWindow } from './index.ts';

const watched = (source: string) => ({
  files: { 'main.py': source },
  main: 'main.py',
  loadLibrary: nodeLibrary,
  yieldToHost: (resume: () => void) => void setImmediate(resume),
});

const PROGRAM = `
def squares(n):
    for i in range(n):
        yield i * i

class Gate:
    def __enter__(self):
        return self
    def __exit__(self, *info):
        print("closed", info[0])
        return True

def share(a, b):
    try:
        return a / b
    finally:
        print("shared")

for n in range(12):
    with Gate():
        print(sum(squares(n)), sorted([3, 1, 2], key=lambda v: -v))
        share(n, n % 3)
`;

const texts = ({ steps, states, values }: Pick<StepWindow, 'steps' | 'states' | 'values'>) =>
  steps.map(({ frames, caption, event, pops, pushes, printed }) => ({
    caption,
    event,
    pops,
    pushes,
    printed,
    stack: states[frames.at(-1)!]!.stack.map((slot) => (slot < 0 ? 'NULL' : values[slot]!.text)),
    names: frames.map((each) => states[each]!.variables.map((v) => `${v.name}=${values[v.value]!.text}`)),
    at: frames.map((each) => states[each]!.at),
  }));

test('a window is a piece of the whole recording', async () => {
  const whole = await recordSteps(watched(PROGRAM));
  assert.equal(whole.internalError, null);
  const expected = texts(whole);
  const register = new CodeRegister();
  const { trace, window } = await recordTrace(watched(PROGRAM), register, 100);
  assert.equal(trace.length, whole.steps.length);
  assert.equal(trace.stdout, whole.stdout);
  assert.deepEqual(texts(window).slice(0, 100), expected.slice(0, 100));
  for (const from of [0, 1, 77, 500, trace.length - 3]) {
    const piece = await recordWindow(watched(PROGRAM), register, from, 40);
    assert.equal(piece.firstSite, trace.site[from]);
    assert.equal(piece.length, Math.min(40, trace.length - from));
    assert.deepEqual(texts(piece).slice(0, piece.length), expected.slice(from, from + piece.length));
  }
});

test('the course says where each step is, in which frame, what was raised and what was printed', async () => {
  const whole = await recordSteps(watched(PROGRAM));
  const { trace } = await recordTrace(watched(PROGRAM));
  whole.steps.forEach((step, n) => {
    const state = whole.states[step.frames.at(-1)!]!;
    assert.equal(trace.site[n], trace.bases[state.code]! + state.at);
    assert.equal((trace.marks[n]! & RAISED) !== 0, step.event === 'raise', `step ${n}: ${step.caption}`);
  });
  const frames = whole.steps.map(({ frames }) => whole.states[frames.at(-1)!]!.frame);
  assert.deepEqual([...trace.frame], frames);
  const changes = whole.steps.flatMap(({ printed }, n) =>
    n > 0 && printed !== whole.steps[n - 1]!.printed ? [[n, printed]] : [],
  );
  assert.deepEqual(
    [...trace.printedAt].map((n, at) => [n, trace.printed[at]]),
    changes,
  );
});

test('threads are told apart', async () => {
  const source =
    'import threading\ndef work():\n    for i in range(3):\n        pass\nt = threading.Thread(target=work)\nt.start()\nt.join()\n';
  const { trace } = await recordTrace(watched(source));
  assert.deepEqual([...new Set(trace.thread)].sort(), [0, 1]);
  assert.equal((await recordTrace(watched('print(1)\n'))).trace.thread, null);
});
