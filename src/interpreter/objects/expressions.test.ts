/** Numbers and strings against CPython's records: src/tools/record-expressions.ts says how they were made. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { runPython } from '../node.ts';

const records: [string, string][] = JSON.parse(
  readFileSync(new URL('testdata/expressions.json', import.meta.url), 'utf8'),
);

const PROGRAM = `
import warnings
warnings.simplefilter('ignore')
for text in open('expressions.txt', encoding='utf-8', newline='\\n'):
    try:
        answer = repr(eval(text))
    except BaseException as error:
        answer = f'{type(error).__name__}{error.args!r}'
    print(answer.encode('utf-8', 'surrogatepass').hex())
`;

test('numbers and strings', async () => {
  const files = {
    'main.py': PROGRAM,
    'expressions.txt': records.map(([text]) => `${text}\n`).join(''),
  };
  const { stdout, stderr } = await runPython({ files, main: 'main.py' });
  assert.equal(stderr, '');
  const lines = stdout.split('\n');
  const wrong = records.flatMap(([text, expected], i) => {
    const got = Buffer.from(lines[i] ?? '', 'hex').toString('utf8');
    return got === Buffer.from(expected, 'utf8').toString('utf8')
      ? []
      : [`${text}\n  expected ${expected}\n  got      ${got}`];
  });
  assert.equal(wrong.join('\n'), '');
});
