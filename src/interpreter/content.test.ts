// Every example and every exercise of the course, on this interpreter: what a lesson prints is what it shows, solutions
// pass, starts and wrong answers fail with the feedback that they ask for. The expected outputs are CPython's
// (src/tools/record-examples.ts); exercises of threads are tried under several schedules.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ExerciseCase, findCases, verdict } from '../tools/check-exercises.ts';
import { differences, findExamples } from '../tools/lesson-examples.ts';
import { runPython } from './node.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const LESSONS = join(CONTENT, 'lessons');

for (const file of readdirSync(LESSONS).filter((name) => name.endsWith('.mdx'))) {
  test(`examples of ${file}`, async () => {
    const wrong: string[] = [];
    for (const example of findExamples(file, readFileSync(join(LESSONS, file), 'utf8'))) {
      const { stdout, stderr, result } = await runPython({
        files: { ...example.files, 'main.py': example.main.text },
        main: 'main.py',
        stdin: example.input,
      });
      if (result.internalError !== null) wrong.push(`line ${example.line}: ${result.internalError}`);
      else if (example.check !== 'none') {
        for (const stream of differences(example, { stdout, stderr })) {
          const got = stream === 'output' ? stdout : stderr;
          wrong.push(
            `line ${example.line} (${example.title}), ${stream}:\n${got}\nnot\n${example[stream]?.text ?? ''}`,
          );
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
}

const cases = new Map<string, ExerciseCase[]>();
for (const one of await findCases(readFileSync(join(CONTENT, 'exercises/checking.py'), 'utf8'))) {
  const list = cases.get(one.exercise) ?? [];
  list.push(one);
  cases.set(one.exercise, list);
}

for (const [exercise, list] of cases) {
  test(`exercise ${exercise}`, async () => {
    const wrong: string[] = [];
    const text = readFileSync(join(CONTENT, 'exercises', exercise, 'exercise.md'), 'utf8');
    const schedules = Number(/^schedules: (\d+)$/m.exec(text)?.[1] ?? 1);
    for (const one of list) {
      // A right answer holds under every schedule; a wrong one fails under one of them.
      let problem: string | null = null;
      for (let seed = 0; seed < schedules; seed++) {
        const { stdout, stderr, exitCode } = await runPython({ files: one.files, main: 'check.py', seed });
        problem = verdict(one, { stdout, stderr, exitCode, threads: false });
        if ((problem === null) !== one.passes) break;
      }
      if (problem !== null) wrong.push(`${one.answer}: ${problem}`);
    }
    assert.deepEqual(wrong, []);
  });
}
