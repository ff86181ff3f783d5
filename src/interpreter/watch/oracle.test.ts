// Recordings against CPython 3.12.7 (Pyodide): which instructions ran in which order, how the stack's height changes,
// and what reference counts are.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { nodeLibrary } from '../../tools/build-library.ts';
import { opcodeRows } from '../code/opcodes.ts';
import { stackEffect } from './effects.ts';
import { recordObjects, recordSpecialised, recordSteps, type WatchedCode } from './index.ts';

interface Python {
  runPython(code: string): unknown;
  globals: { set(name: string, value: unknown): void };
}
let python: Python;
before(async () => {
  const { loadPyodide } = await import('pyodide');
  python = (await loadPyodide()) as unknown as Python;
  // The first trace of an interpreter is empty.
  python.globals.set('SOURCE', 'pass');
  python.runPython(TRACE);
});

const watched = (source: string) => ({
  files: { 'main.py': source },
  main: 'main.py',
  loadLibrary: nodeLibrary,
  yieldToHost: (resume: () => void) => void setImmediate(resume),
});

/** Prints `code:offset` before each instruction of a program. */
const TRACE = `
import sys, io
def trace_program(source):
    seen = []
    def trace(frame, event, arg):
        if frame.f_code.co_filename != "/home/reader/main.py":
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            seen.append(f"{frame.f_code.co_qualname}:{frame.f_lasti}")
        return trace
    code = compile(source, "/home/reader/main.py", "exec")
    out, sys.stdout = sys.stdout, io.StringIO()
    sys.settrace(trace)
    try:
        exec(code, {"__name__": "__main__"})
    except Exception:
        pass
    finally:
        sys.settrace(None)
        sys.stdout = out
    return "\\n".join(seen)
trace_program(SOURCE)
`;

/** CPython reports nothing of a frame before its first RESUME, no RESUME, and prefixes apart from ours. */
function silent(code: WatchedCode, offset: number): boolean {
  const begins = code.instructions.find(({ name }) => name === 'RESUME')!.offset;
  const { name } = code.instructions.find((each) => each.offset === offset)!;
  return offset <= begins || name === 'RESUME' || name === 'EXTENDED_ARG';
}

const PROGRAMS: Record<string, string> = {
  'a loop with a branch':
    'total = 0\nfor n in [1, 2, 3, 4]:\n    if n % 2:\n        total += n\nprint(total)\n',
  'while, break, continue':
    'n = 0\nwhile True:\n    n += 1\n    if n == 2:\n        continue\n    if n > 4:\n        break\n',
  recursion: 'def fact(n):\n    return 1 if n < 2 else n * fact(n - 1)\nprint(fact(5))\n',
  closures:
    'def counter():\n    n = 0\n    def step(by=1):\n        nonlocal n\n        n += by\n        return n\n    return step\ns = counter()\ns()\ns(by=2)\n',
  'handled in the caller':
    'def share(a, b):\n    return 100 + a / b\ntry:\n    share(1, 0)\nexcept ZeroDivisionError as e:\n    print(e)\nfinally:\n    print("end")\n',
  'not handled': 'def f(x):\n    return x[3]\nf([1])\n',
  'finally with return':
    'def f():\n    try:\n        return 1\n    finally:\n        print("x")\nprint(f())\n',
  generators:
    'def squares(n):\n    for i in range(n):\n        yield i * i\nprint(list(squares(3)))\nfor s in squares(2):\n    print(s)\n',
  'yield from':
    'def inner():\n    x = yield 1\n    return x\ndef outer():\n    y = yield from inner()\n    print(y)\nfor v in outer():\n    print(v)\n',
  classes:
    'class A:\n    kind = "a"\n    def __init__(self, x):\n        self.x = x\n    def __add__(self, other):\n        return A(self.x + other.x)\n    def __repr__(self):\n        return f"A({self.x})"\nprint(A(1) + A(2))\n',
  'calls from built-ins':
    'print(sorted([3, 1, 2], key=lambda v: -v))\nprint(list(map(lambda v: v + 1, [1, 2])))\n',
  comprehensions:
    'print([x * x for x in range(3) if x])\nprint({k: v for k, v in zip("ab", [1, 2])})\nprint(sum(x for x in [1, 2]))\n',
  'context manager':
    'class C:\n    def __enter__(self):\n        return self\n    def __exit__(self, *exc):\n        return True\nwith C() as c:\n    raise ValueError(1)\nprint("after")\n',
  unpacking:
    'a, *b = [1, 2, 3]\nnumbers = [10, 20]\ni = 0\ni, numbers[i] = i + 1, 99\nprint(a, b, numbers)\n',
};

describe('the instructions that run are those that CPython runs', () => {
  for (const [name, source] of Object.entries(PROGRAMS)) {
    test(name, async () => {
      python.globals.set('SOURCE', source);
      const expected = String(python.runPython(TRACE)).split('\n');
      const recording = await recordSteps(watched(source));
      assert.equal(recording.internalError, null);
      assert.equal(recording.truncated, false);
      const { codes, states } = recording;
      const ours = recording.steps
        .map(({ frames }) => states[frames.at(-1)!]!)
        .map(({ code, at }) => ({ code: codes[code]!, offset: codes[code]!.instructions[at]!.offset }))
        .filter(({ code, offset }) => !silent(code, offset))
        .map(({ code, offset }) => `${code.qualname}:${offset}`);
      const byName = new Map(codes.map((code) => [code.qualname, code]));
      const theirs = expected.filter((line) => {
        const colon = line.lastIndexOf(':');
        return !silent(byName.get(line.slice(0, colon))!, Number(line.slice(colon + 1)));
      });
      assert.deepEqual(ours, theirs);
    });
  }
});

test('stack pictures say what dis.stack_effect says', () => {
  const wrong: string[] = [];
  for (const row of opcodeRows) {
    if (row === undefined) continue;
    for (const arg of row.arg === 'none' ? [null] : [0, 1, 2, 3, 5, 8]) {
      if (arg !== null && (TOO_SMALL[row.name] ?? 0) > arg) continue;
      const expected = python.runPython(`
import dis
try:
    effect = dis.stack_effect(${row.number}, ${arg ?? 'None'}, jump=False)
except ValueError:
    effect = None
effect`);
      if (expected === undefined || expected === null) continue;
      const { pops, pushes } = stackEffect(row.number, arg ?? 0);
      if (pushes - pops !== expected) wrong.push(`${row.name} ${arg}: ${pushes - pops}, CPython ${expected}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('what a program has made of its code is what dis shows with adaptive=True', async () => {
  const source = `
class Point:
    def __init__(self, x):
        self.x = x

def total(points):
    result = 0
    for point in points:
        result += point.x
    return result

points = [Point(n) for n in range(20)]
for _ in range(20):
    total(points)
words = {}
for word in "a b a c".split():
    words[word] = words.get(word, 0) + 1
`;
  const expected = String(
    python.runPython(`
import dis, types
code = compile(${JSON.stringify(source)}, "main.py", "exec")
exec(code, {"__name__": "__main__"})
def walk(code):
    if code.co_name in ("<module>", "__init__", "total"):
        for i in dis.get_instructions(code, adaptive=True):
            if i.opname != "EXTENDED_ARG":
                yield f"{code.co_qualname} {i.offset} {i.opname}"
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from walk(constant)
"\\n".join(walk(code))`),
  ).split('\n');
  const { codes } = await recordSpecialised(watched(source));
  const ours = codes
    .filter(({ qualname }) => /^(<module>|Point.__init__|total)$/.test(qualname))
    .flatMap(({ qualname, forms }) => forms.map(({ offset, name }) => `${qualname} ${offset} ${name}`));
  assert.deepEqual(ours, expected);
});

/** The least argument that the compiler writes. */
const TOO_SMALL: Partial<Record<string, number>> = {
  SWAP: 2,
  COPY: 1,
  BUILD_SLICE: 2,
  LIST_APPEND: 1,
  SET_ADD: 1,
  MAP_ADD: 1,
};

describe('reference counts are those of sys.getrefcount', () => {
  const cases: Record<string, string> = {
    'a name': 'x = []\nprint(getrefcount(x))\n',
    'two names': 'x = []\ny = x\nprint(getrefcount(x))\n',
    'places in containers':
      'item = []\nshelf = [item, item]\nindex = {"first": item}\npair = (item, 1)\nprint(getrefcount(item))\n',
    'a parameter': 'def count(thing):\n    return getrefcount(thing)\nitem = []\nprint(count(item))\n',
    'an attribute': 'class A:\n    pass\na = A()\na.me = a\na.other = [a]\nprint(getrefcount(a))\n',
    'a cell':
      'def outer():\n    n = [0]\n    def inner():\n        return n\n    return getrefcount(n)\nprint(outer())\n',
    'a set and its iterator': 's = frozenset([1, 2])\nfor x in s:\n    print(getrefcount(s))\n',
  };
  for (const [name, body] of Object.entries(cases)) {
    test(name, async () => {
      const source = `from sys import getrefcount\n${body}`;
      const printed = String(
        python.runPython(
          `import io, contextlib\nwith contextlib.redirect_stdout(io.StringIO()) as out:\n    exec(compile(${JSON.stringify(source)}, "main.py", "exec"), {})\nout.getvalue()`,
        ),
      );
      const expected = printed.trim().split('\n').map(Number);
      const { moments, nodes, stdout, internalError } = await recordObjects(watched(source));
      assert.equal(internalError, null);
      assert.equal(stdout, printed);
      const calls = moments.filter(
        ({ kind, caption }) => kind === 'call' && caption.includes(': getrefcount'),
      );
      const counts = calls.map((moment) => {
        const argument = moment.frames.at(-1)!.stack.at(-1)!;
        const node = moment.nodes.map((index) => nodes[index]!).find(({ object }) => object === argument)!;
        const held = node.holders.reduce((sum, { references }) => sum + references, 0);
        assert.equal(held, node.count, 'the holders add up to the count');
        assert.ok(!node.holders.some(({ kind }) => kind === 'interpreter'), 'every holder is named');
        return node.count;
      });
      assert.deepEqual(counts, expected);
    });
  }
});
