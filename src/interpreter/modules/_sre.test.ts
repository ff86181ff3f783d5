// Regular expressions against what CPython answered to the same patterns and texts (testdata/record-sre.ts).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runPython } from '../node.ts';
import { type Case, programOf } from './testdata/record-sre.ts';

test('random patterns match as in CPython', async () => {
  const { cases, expected } = JSON.parse(
    readFileSync(new URL('./testdata/sre.json', import.meta.url), 'utf8'),
  ) as { cases: Case[]; expected: string[] };
  const { stdout, stderr } = await runPython({ files: { 'main.py': programOf(cases) }, main: 'main.py' });
  assert.equal(stderr, '');
  const lines = stdout.trimEnd().split('\n');
  for (let i = 0; i < expected.length; i++) assert.equal(lines[i], expected[i], JSON.stringify(cases[i]));
});

test('a match that takes long gives the host its turns', async () => {
  let turns = 0;
  const { stdout } = await runPython(
    { files: { 'main.py': "import re\nprint(re.match('(a+)+b', 'a' * 19))\n" }, main: 'main.py' },
    {
      yieldToHost: (resume) => {
        turns++;
        setImmediate(resume);
      },
    },
  );
  assert.equal(stdout, 'None\n');
  assert.ok(turns > 1, `only ${turns} turns`);
});

const ERRORS = String.raw`
import re, _sre
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
m = re.match('(?P<n>a)(b)?', 'ac')
attempt(lambda: m.group(3))
attempt(lambda: m.group('x'))
attempt(lambda: m['n', 1])
attempt(lambda: m.group(1, 'n', 2))
attempt(lambda: re.match('a', 3))
attempt(lambda: re.match(b'a', 'a'))
attempt(lambda: re.match('a', b'a'))
attempt(lambda: re.sub('a', r'\3', 'a'))
attempt(lambda: re.sub('a', 3, 'a'))
attempt(lambda: re.sub('a', lambda m: 1, 'xay'))
attempt(lambda: re.sub(b'a', lambda m: 'b', b'xay'))
attempt(lambda: re.sub('a', lambda m: 1 / 0, 'xay'))
attempt(lambda: re.Pattern())
attempt(lambda: re.compile('a').match('b', 'c'))
attempt(lambda: re.compile('a').match('b', pos=1 << 70))
attempt(lambda: _sre.compile('a', 0, [99], 0, {}, ()))
attempt(lambda: _sre.compile('a', 0, (), 0, {}, ()))
attempt(lambda: _sre.template(None, []))
attempt(lambda: re.compile('(?i)é+', re.M))
attempt(lambda: re.compile(b'x', re.L | re.S))
attempt(lambda: m.expand(r'[\1\2\g<n>]'))
attempt(lambda: m)
attempt(lambda: re.compile('a').fullmatch(bytearray(b'a')))
`;

const ERRORS_EXPECTED: string[] = JSON.parse(
  readFileSync(new URL('./testdata/sre-errors.json', import.meta.url), 'utf8'),
);

test("errors and texts of objects are CPython's", async () => {
  const { stdout, stderr } = await runPython({ files: { 'main.py': ERRORS }, main: 'main.py' });
  assert.equal(stderr, '');
  assert.deepEqual(stdout.trimEnd().split('\n'), ERRORS_EXPECTED);
});
