import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CodeObject } from '../code/codeobject.ts';
import { codeInfo, dis, disassemble } from '../code/dis.ts';
import { dumps, loads } from '../code/marshal.ts';
import { compileSource } from './index.ts';

// What CPython 3.12.7 makes of the programs in testdata, recorded by src/tools/record-bytecode.ts.

const folder = new URL('testdata/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

function codeObjects(code: CodeObject): CodeObject[] {
  return [code, ...code.consts.flatMap((value) => (value instanceof CodeObject ? codeObjects(value) : []))];
}

function listing(code: CodeObject): string {
  const lines = [dis(code)];
  for (const c of codeObjects(code)) {
    lines.push(
      `${c.qualname}: flags ${c.flags}, stack size ${c.stacksize}, first line ${c.firstlineno}`,
      `  arguments ${c.argcount} ${c.posonlyargcount} ${c.kwonlyargcount}`,
      `  variables ${c.co_varnames.join(' ')}; cells ${c.co_cellvars.join(' ')}; free ${c.co_freevars.join(' ')}`,
      `  names ${c.names.join(' ')}`,
      `  lines ${Buffer.from(c.linetable).toString('hex')}`,
    );
  }
  lines.push(
    `marshal ${createHash('sha256').update(dumps(code)).digest('hex')}`,
    codeInfo(code),
    disassemble(code, { lasti: 2, show_caches: true }).slice(0, 2000),
  );
  return `${lines.join('\n')}\n`;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.dis'))) {
  const [name, level] = file.split('.');
  const optimize = level === 'dis' ? 0 : Number(level.slice(1));
  test(`code of ${name}, optimize ${optimize}`, () => {
    const { code, error } = compileSource(read(`${name}.py`), `${name}.py`, 'exec', { optimize });
    assert.equal(error, null);
    assert.ok(code);
    assert.equal(listing(code), read(file));
    const again = loads(dumps(code));
    assert.ok(again.value instanceof CodeObject);
    assert.equal(listing(again.value), read(file));
  });
}

interface Case {
  source: string;
  mode?: 'exec' | 'eval' | 'single';
  flags?: number;
  optimize?: number;
  /** The code is compared too. */
  show?: boolean;
}

interface Outcome {
  shown?: string;
  error: unknown[] | null;
  warnings: unknown[][];
}

const cases: Case[] = JSON.parse(read('cases.json'));
const expected: Outcome[] = JSON.parse(read('expected.json'));

for (const [i, { source, mode = 'exec', flags = 0, optimize = 0, show }] of cases.entries()) {
  test(`verdict on ${JSON.stringify(source.slice(0, 60))} ${mode} ${i}`, () => {
    const { code, error, warnings } = compileSource(source, '<test>', mode, { flags, optimize });
    const seen: Outcome = {
      error:
        error &&
        (expected[i].error?.length === 2
          ? [error.type, error.msg]
          : [error.type, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]),
      warnings: warnings.map((w) => [w.category, w.msg, w.lineno]),
    };
    if (show && code) seen.shown = `flags ${code.flags}\n${dis(code)}`;
    assert.deepEqual(seen, expected[i]);
  });
}
