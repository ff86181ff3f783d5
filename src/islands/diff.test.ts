import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffLines, outputMatches } from './diff.ts';

const show = (expected: string, got: string) =>
  diffLines([...expected], [...got])
    .map(({ kind, text }) => ({ same: '', missing: '-', extra: '+' })[kind] + text)
    .join(' ');

test('equal, changed, inserted, removed', () => {
  assert.equal(show('abc', 'abc'), 'a b c');
  assert.equal(show('abc', 'axc'), 'a -b +x c');
  assert.equal(show('abcd', 'abd'), 'a b -c d');
  assert.equal(show('', 'ab'), '+a +b');
  assert.equal(show('abcabba', 'cbabac').includes('c'), true);
});

test('both sides can be read back from the rows', () => {
  for (const [expected, got] of [
    ['abcabba', 'cbabac'],
    ['xxxy', 'yxxx'],
    ['', 'q'],
    ['qq', ''],
  ]) {
    const rows = diffLines([...expected], [...got]);
    assert.equal(
      rows
        .filter((r) => r.kind !== 'extra')
        .map((r) => r.text)
        .join(''),
      expected,
    );
    assert.equal(
      rows
        .filter((r) => r.kind !== 'missing')
        .map((r) => r.text)
        .join(''),
      got,
    );
  }
});

test('ways of comparing', () => {
  assert.equal(outputMatches('a\nb', 'a\nb\n', 'exact'), true);
  assert.equal(outputMatches('a\nb', 'a\nb \n', 'exact'), false);
  assert.equal(outputMatches('a\nb', 'b\na\n', 'unordered'), true);
  assert.equal(outputMatches('a', 'zzz', 'none'), true);
});
