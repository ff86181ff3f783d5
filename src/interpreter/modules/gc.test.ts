// Importing modules and dropping them again leaves nothing behind that grows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPython } from '../node.ts';

const PROGRAM = `
import gc, sys
NAMES = ["dataclasses", "json", "argparse", "textwrap", "configparser", "difflib", "own"]
KEPT = set(sys.modules)
counts = []
for turn in range(5):
    for name in NAMES:
        __import__(name)
    for name in set(sys.modules) - KEPT:
        del sys.modules[name]
    gc.collect()
    gc.collect()
    counts.append(len(gc.get_objects()))
print(*counts)
`;

test('gc.get_objects() after importing and dropping modules does not grow without end', async () => {
  const { stdout, stderr } = await runPython({
    files: { 'main.py': PROGRAM, 'own.py': 'class A:\n    def f(self): return self\nd = {"a": A()}\n' },
    main: 'main.py',
  });
  assert.equal(stderr, '');
  const counts = stdout.trim().split(' ').map(Number);
  // What CPython keeps too: registered ABCs, caches, atexit functions. The first turn fills them.
  const growth = counts.slice(2).map((n, i) => n - counts[i + 1]);
  assert.ok(
    growth.every((n) => n < counts[1] * 0.02),
    `objects after each turn: ${counts}`,
  );
});
