// The course's words against CPython 3.12.7: every example prints what its lesson shows, every exercise's solution
// passes, every start and wrong answer fails with the feedback it should get. What starts threads is not run here
// (Pyodide cannot); it is run on our interpreter, and was checked on a native CPython.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { findCases, verdict } from './check-exercises.ts';
import { differences, findExamples, statedByAuthor } from './lesson-examples.ts';
import { createPyodideRunner, type Runner } from './pyodide-runner.ts';

const CONTENT = new URL('../../content/', import.meta.url);
const lessons: { name: string; source: string }[] = [];
for (const name of (await readdir(new URL('lessons/', CONTENT))).sort()) {
  lessons.push({ name, source: await readFile(new URL(`lessons/${name}`, CONTENT), 'utf8') });
}
const cases = await findCases(await readFile(new URL('exercises/checking.py', CONTENT), 'utf8'));
const usedExercises = lessons.map(({ source }) =>
  [...source.matchAll(/<Exercise id="([^"]+)" \/>/g)].map(([, id]) => id),
);

describe('content, on CPython', () => {
  let cpython: Runner;
  before(async () => {
    cpython = await createPyodideRunner();
  });

  for (const { name, source } of lessons) {
    test(`examples of ${name}`, async () => {
      for (const example of findExamples(name, source)) {
        if (statedByAuthor(example)) continue;
        const finished = await cpython.run(example.files, 'main.py', example.input);
        if (finished.threads) continue;
        assert.deepEqual(differences(example, finished), [], `${name}:${example.line} ${example.title}`);
      }
    });
  }

  for (const exercise of new Set(cases.map((one) => one.exercise))) {
    test(`exercise ${exercise}`, async () => {
      const own = cases.filter((one) => one.exercise === exercise);
      for (const answer of ['solution.py', 'start.py']) assert(own.some((one) => one.answer === answer));
      assert(own.length > 2, 'it has a wrong answer');
      for (const one of own) {
        const finished = await cpython.run(one.files, 'check.py', '');
        if (!finished.threads)
          assert.equal(verdict(one, finished), null, `${one.answer}\n${finished.stdout}`);
      }
    });
  }
});

describe('lessons', () => {
  for (const [i, { name, source }] of lessons.entries()) {
    test(`${name} has at least five examples and two exercises`, () => {
      assert(findExamples(name, source).length >= 5);
      assert(usedExercises[i].length >= 2);
    });
  }

  test('every exercise a lesson names exists, and every exercise is used once', () => {
    const existing = [...new Set(cases.map((one) => one.exercise))].sort();
    assert.deepEqual(usedExercises.flat().sort(), existing);
  });
});
