// The page "What works" says what is so: every module is imported again, and its programs counted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { stdlibModuleNames } from '../interpreter/modules/stdlib_names.ts';
import { importedHere, programsWith, publicModules, readModules } from './oracle-modules.ts';

const rows = readModules();
const names = rows.map((row) => row.name);

test('every public module of the library is listed', () => {
  assert.deepEqual(names, publicModules([...stdlibModuleNames]));
});

test('each module imports, or fails, as it is listed (else: npm run oracle:modules)', async () => {
  const here = await importedHere(names);
  assert.deepEqual(
    rows.map(({ name }) => [name, here[name]]),
    rows.map(({ name, reason }) => [name, reason ?? null]),
  );
});

test('programs are counted anew, as far as the corpus has grown', () => {
  const counts = programsWith(names);
  for (const { name, programs } of rows) {
    assert.ok(counts.get(name)! >= programs, `${name}: listed with ${programs}, found ${counts.get(name)}`);
  }
});

test('remarks are about modules that work', () => {
  const file = join(import.meta.dirname, '../../content/what-works/notes.json');
  const working = new Set(rows.filter((row) => row.works).map((row) => row.name));
  for (const name of Object.keys(JSON.parse(readFileSync(file, 'utf8')))) {
    assert.ok(working.has(name) || [...working].some((w) => w.startsWith(name)), name);
  }
});
