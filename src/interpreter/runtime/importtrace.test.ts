// What an import passes through is told in order: first from source, then from the .pyc, then again from changed source.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPython } from '../node.ts';
import { type ImportEvent, importTrace } from './importtrace.ts';

async function trace(files: Record<string, string | Uint8Array>): Promise<{
  events: string[];
  files: Record<string, Uint8Array>;
}> {
  const events: string[] = [];
  importTrace.onEvent = (e: ImportEvent) => {
    if (e.name !== 'helper' || e.kind === 'path') return;
    const more = e.how ?? e.reason ?? (e.found === undefined ? '' : String(e.found));
    events.push(`${e.kind} ${more}`.trim());
  };
  const { stderr, result } = await runPython({
    files: { ...files, 'main.py': 'import helper\nimport helper\n' },
    main: 'main.py',
  });
  importTrace.onEvent = null;
  assert.equal(stderr, '');
  return { events, files: result.files };
}

test('source, .pyc, stale .pyc', async () => {
  const first = await trace({ 'helper.py': 'x = 1\n' });
  const head = ['import', 'builtin false', 'frozen false'];
  assert.deepEqual(first.events, [
    ...head,
    'read false',
    'read true',
    'load source',
    'written',
    'done',
    'cached',
  ]);
  const second = await trace(first.files);
  assert.deepEqual(second.events, [...head, 'read true', 'load pyc', 'done', 'cached']);
  const third = await trace({ ...first.files, 'helper.py': 'x = 2\n' });
  assert.deepEqual(third.events, [
    ...head,
    'read true',
    'stale time',
    'read true',
    'load source',
    'written',
    'done',
    'cached',
  ]);
});
