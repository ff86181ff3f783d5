// The sentences of the step view, and what is marked as popped and pushed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeLibrary } from '../../tools/build-library.ts';
import { recordImports, recordObjects, recordSteps } from './index.ts';

const watched = (source: string, others: Record<string, string> = {}) => ({
  files: { ...others, 'main.py': source },
  main: 'main.py',
  loadLibrary: nodeLibrary,
  yieldToHost: (resume: () => void) => void setImmediate(resume),
});

async function captions(source: string): Promise<string[]> {
  const { steps } = await recordSteps(watched(source));
  return steps.map(({ caption }) => caption);
}

test('an expression', async () => {
  assert.deepEqual(await captions('n = 4\nprice = 2 + 3 * n\n'), [
    'RESUME: the frame of the module begins to run.',
    'LOAD_CONST pushes 4.',
    'STORE_NAME pops 4 and binds it to the name n.',
    'LOAD_CONST pushes 2.',
    'LOAD_CONST pushes 3.',
    'LOAD_NAME n pushes 4.',
    'BINARY_OP * pops 3 and 4, pushes 12.',
    'BINARY_OP + pops 2 and 12, pushes 14.',
    'STORE_NAME pops 14 and binds it to the name price.',
    'RETURN_CONST hands None back: the frame of the module ends.',
  ]);
});

test('a call and its return', async () => {
  const all = await captions('def area(w, h):\n    return w * h\nprint(area(2, 3))\n');
  assert.deepEqual(all.slice(7), [
    'LOAD_NAME area pushes <function area>.',
    'LOAD_CONST pushes 2.',
    'LOAD_CONST pushes 3.',
    'CALL calls area(2, 3): a new frame for area.',
    'RESUME: the frame of area begins to run.',
    'LOAD_FAST w pushes 2.',
    'LOAD_FAST h pushes 3.',
    'BINARY_OP * pops 2 and 3, pushes 6.',
    'RETURN_VALUE hands 6 to the caller: the frame of area ends, and the module goes on.',
    'CALL calls print(6): pushes None.',
    'POP_TOP throws None away.',
    'RETURN_CONST hands None back: the frame of the module ends.',
  ]);
});

test('jumps, taken and not', async () => {
  const all = await captions('for n in [0, 1]:\n    if n:\n        break\n');
  const jumps = all.filter((each) => /JUMP|FOR_ITER/.test(each));
  assert.deepEqual(jumps, [
    'FOR_ITER asks the iterator for its next value: pushes 0.',
    'POP_JUMP_IF_TRUE pops 0: no jump.',
    'JUMP_BACKWARD jumps back to 6.',
    'FOR_ITER asks the iterator for its next value: pushes 1.',
    'POP_JUMP_IF_TRUE pops 1: it jumps to 18.',
  ]);
  const ended = await captions('for n in ():\n    pass\n');
  assert.ok(
    ended.some((each) =>
      each.startsWith('FOR_ITER asks the iterator for its next value: there is none left.'),
    ),
  );
});

test('exceptions: handled here, in a caller, nowhere', async () => {
  const raised = async (source: string) =>
    (await captions(source)).filter((each) => each.includes(' raises '));
  assert.deepEqual(await raised('try:\n    1 / 0\nexcept ZeroDivisionError:\n    pass\n'), [
    "BINARY_OP / raises ZeroDivisionError('division by zero'). The exception table sends it to 16, in the same frame.",
  ]);
  assert.deepEqual(
    await raised('def f():\n    1 / 0\ntry:\n    f()\nexcept ZeroDivisionError:\n    pass\n'),
    [
      "BINARY_OP / raises ZeroDivisionError('division by zero'). f has no handler for it: its frame ends. the module has one, at 26.",
    ],
  );
  assert.deepEqual(await raised('1 / 0\n'), [
    'BINARY_OP / raises ZeroDivisionError: division by zero. No frame has a handler: the program ends.',
  ]);
});

test('a generator pauses and goes on', async () => {
  const all = await captions('def two():\n    yield 1\nfor x in two():\n    pass\n');
  const kept = all.filter((each) => /GENERATOR|YIELD|paused|ends the generator/.test(each));
  assert.deepEqual(kept, [
    'RETURN_GENERATOR makes a generator of the frame of two and hands it to the module. Nothing of the body has run.',
    'FOR_ITER lets the paused frame of two go on.',
    'YIELD_VALUE hands 1 to the caller: the frame of two pauses, and the module goes on.',
    'FOR_ITER lets the paused frame of two go on.',
    'RESUME: the paused frame of two goes on.',
    'RETURN_CONST ends the generator: there is no next value, and the module goes on behind its loop.',
  ]);
});

test('the stack that follows is the one before, less what is popped, plus what is pushed', async () => {
  const { steps, states, values } = await recordSteps(
    watched('def f(a, *, b=2):\n    return [x + b for x in a]\nprint(f([1, 2]), f(a=(3,), b=1))\n'),
  );
  for (const { frames, next, pops, pushes, event } of steps) {
    if (next < 0 || event === 'call' || event === 'return') continue;
    const before = states[frames.at(-1)!]!.stack;
    const after = states[steps[next]!.frames.at(-1)!]!.stack;
    assert.equal(after.length, before.length - pops + pushes);
    const objects = (slots: number[]) => slots.map((slot) => (slot < 0 ? 'NULL' : values[slot]!.object));
    assert.deepEqual(
      objects(after.slice(0, after.length - pushes)),
      objects(before.slice(0, before.length - pops)),
    );
  }
});

test('a run that is longer than the limit says so, and the next one is whole', async () => {
  const endless = await recordSteps({ ...watched('while True:\n    pass\n'), limit: 50 });
  assert.equal(endless.truncated, true);
  assert.equal(endless.steps.length, 50);
  const short = await recordSteps(watched('print("x")\n'));
  assert.equal(short.truncated, false);
  assert.equal(short.stdout, 'x\n');
});

test('looking runs no code of the program', async () => {
  const source =
    'class A:\n    def __repr__(self):\n        print("repr!")\n        return "A"\na = A()\nb = [a]\n';
  assert.equal((await recordSteps(watched(source))).stdout, '');
  assert.equal((await recordObjects(watched(source))).stdout, '');
});

test('an object dies between two lines, and a circle stays', async () => {
  const source =
    'class Node:\n    pass\na = Node()\na = None\nb = Node()\nb.me = b\nb = None\nprint("end")\n';
  const { moments, nodes } = await recordObjects(watched(source));
  const deaths = moments.flatMap(({ died, place }) =>
    died.map(({ text }) => `${text} before line ${place?.line}`),
  );
  assert.deepEqual(deaths, ['<Node object> before line 5']);
  const last = moments.at(-1)!.nodes.map((index) => nodes[index]!);
  assert.deepEqual(
    last.filter(({ lost }) => lost).map(({ text, count }) => `${text} ${count}`),
    ['<Node object> 1'],
  );
});

test('the gates of an import, and a .pyc that is absent, fresh, stale', async () => {
  const source = [
    'import sys, greet, greet',
    'del sys.modules["greet"]',
    'import greet',
    'del sys.modules["greet"]',
    'with open("greet.py", "a") as f:',
    '    f.write("more = 1")',
    'import greet',
    '',
  ].join('\n');
  const { gates, modules, before } = await recordImports(watched(source, { 'greet.py': 'word = "hello"\n' }));
  assert.ok(before.includes('sys') && !before.includes('greet'));
  assert.deepEqual(
    gates.slice(1, 11).map(({ kind, who, answer }) => `${kind}: ${who}: ${answer}`),
    [
      'cache: sys.modules: not there',
      'finder: BuiltinImporter: not mine',
      'finder: FrozenImporter: not mine',
      'folder: the folder of main.py: here: greet.py',
      'finder: PathFinder: found it: greet.py',
      'pyc: __pycache__/greet.cpython-312.pyc: there is none yet',
      'source: greet.py: the source is compiled',
      'write: __pycache__/greet.cpython-312.pyc: written, for the next time',
      'run: greet.py: its body is run, from the first line to the last',
      'done: greet: the module is in sys.modules, its body has run',
    ],
  );
  assert.deepEqual(
    modules
      .filter(({ name }) => name === 'greet')
      .map(({ status, pyc }) => `${status} ${pyc?.state ?? '-'} ${pyc?.written ?? false}`),
    ['loaded absent true', 'cached - false', 'loaded fresh false', 'loaded stale true'],
  );
});
