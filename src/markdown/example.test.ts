import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mdxToJs } from 'satteri';
import { gatherExamples, parseMeta } from './example.ts';
import { lessonMarkdown } from './lesson-markdown.ts';

const fence = (lang: string, value: string, meta = '', line = 1) => ({ lang, value, meta, line });

test('settings of a fence', () => {
  assert.deepEqual(
    [...parseMeta('title="Import twice" view="bytecode" static')],
    [
      ['title', 'Import twice'],
      ['view', 'bytecode'],
      ['static', ''],
    ],
  );
});

test('files before, output and input after, several examples in one run', () => {
  const found = gatherExamples('lesson.mdx', [
    fence('python', 'x = 1', 'file="a.py"'),
    fence('python', 'import a', 'title="One" view="step" predict="1"'),
    fence('output', '1'),
    fence('python', 'input()', '', 9),
    fence('input', 'Ada\nBob'),
    fence('output', ''),
    fence('error', 'EOFError'),
  ]).map(({ example }) => example);
  assert.equal(found.length, 2);
  assert.deepEqual(
    found[0].files.map(({ path }) => path),
    ['a.py', 'main.py'],
  );
  assert.deepEqual(
    found.map(({ predict }) => predict),
    [1, null],
  );
  assert.deepEqual(found[1].input, ['Ada', 'Bob']);
  assert.equal(found[1].error, 'EOFError');
  assert.equal(found[1].line, 9);
});

test('mistakes are told with file and line', () => {
  const message = (...fences: Parameters<typeof gatherExamples>[1]) => {
    try {
      gatherExamples('lesson.mdx', fences);
    } catch (error) {
      return (error as Error).message;
    }
    return 'no mistake';
  };
  assert.match(message(fence('python', 'x', '', 7)), /^lesson\.mdx:7: .*```output/);
  assert.match(message(fence('output', 'x', '', 3)), /^lesson\.mdx:3: .*follows no Python block/);
  assert.match(
    message(fence('python', 'x', 'view="step" predict="2"')),
    /predict="2" is the number of a line/,
  );
  assert.match(message(fence('python', 'x', 'predict="1"')), /with view="step"/);
  assert.match(message(fence('python', 'x', 'view="nothing"')), /there is no view "nothing"/);
  assert.match(message(fence('python', 'x', 'colour="red"')), /unknown setting "colour"/);
  assert.match(message(fence('python', 'x', 'file="a.py"'), fence('output', 'x')), /follows no Python block/);
});

async function compile(text: string): Promise<string> {
  const plugins = { mdastPlugins: [lessonMarkdown()], features: { gfm: true } };
  return (await mdxToJs(text, { ...plugins, fileURL: new URL(`file://${process.cwd()}/lesson.mdx`) })).code;
}

test('a lesson’s blocks become components', async () => {
  const code = await compile(
    '<Question>\nWhat?\n\n- [x] `a` — *yes*\n- [ ] b — no\n\n</Question>\n\n```python\nprint(1)\n```\n```output\n1\n```\n\n```python static\nx\n```\n',
  );
  assert.match(code, /_jsx\(Options, \{ data: ".*<code>a<\/code>.*<em>yes<\/em>/);
  assert.match(code, /_jsx\(Example, \{ data: ".*print\(1\)/);
  assert.match(code, /language-python/);
});

test('a question without explanations stops the build', async () => {
  await assert.rejects(
    async () => compile('<Question>\nWhat?\n\n- [x] a — yes\n- [ ] b\n\n</Question>\n'),
    /lesson\.mdx:5: each option explains itself/,
  );
  await assert.rejects(async () => compile('<Predict>\nWhat?\n</Predict>\n'), /exactly one example/);
});
