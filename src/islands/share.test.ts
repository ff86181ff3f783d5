import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromFragment, isFileName, toFragment } from './share.ts';

const files = { 'main.py': 'print("é", "→")\n'.repeat(50), 'pack/helper.py': 'x = 1\n' };

test('a program goes into a link and comes out of it', async () => {
  const there = await toFragment({ files, input: 'one\ntwo', asked: { view: 'step', step: 119 } });
  assert.match(there, /^#program=[\w-]+&view=step&at=120$/);
  assert.ok(there.length < 200);
  assert.deepEqual(await fromFragment(there), {
    files,
    input: 'one\ntwo',
    asked: { view: 'step', step: 119 },
  });
  const plain = await toFragment({ files, input: '', asked: null });
  assert.deepEqual(await fromFragment(plain), { files, input: '', asked: null });
  assert.equal(await fromFragment('#main'), null);
});

test('a damaged link is refused', async () => {
  const good = await toFragment({ files, input: '', asked: null });
  const pack = async (data: unknown) => await toFragment({ files: data as never, input: '', asked: null });
  for (const bad of [
    good.slice(0, -8),
    '#program=',
    '#program=%%%',
    await pack({ 'other.py': '' }),
    await pack({ 'main.py': 3 }),
    await pack({ 'main.py': '', '../up.py': '' }),
  ]) {
    await assert.rejects(fromFragment(bad), /damaged/, bad);
  }
});

test('names of files', () => {
  for (const name of ['a.py', 'pack/mod.py', 'data-1.txt']) assert.ok(isFileName(name), name);
  for (const name of ['', '/a', 'a/', '../a', 'a//b', 'a b', 'é.py', '.']) assert.ok(!isFileName(name), name);
});
