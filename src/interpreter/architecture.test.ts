// The rules of ARCHITECTURE.md that a program can check.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const ROOT = import.meta.dirname;

/** Each folder, and the folders it may import from (itself always). */
const MAY_IMPORT: { [folder: string]: readonly string[] } = {
  text: [],
  syntax: ['text'],
  symtable: ['syntax', 'text'],
  code: ['text'],
  codegen: ['code', 'symtable', 'syntax', 'text'],
  memory: ['text', 'code'],
  objects: ['memory', 'text', 'code'],
  vm: ['objects', 'memory', 'text', 'code'],
  runtime: ['vm', 'objects', 'memory', 'codegen', 'code', 'symtable', 'syntax', 'text'],
  modules: ['runtime', 'vm', 'objects', 'memory', 'codegen', 'code', 'symtable', 'syntax', 'text'],
  watch: [
    '.',
    'modules',
    'runtime',
    'vm',
    'objects',
    'memory',
    'codegen',
    'code',
    'symtable',
    'syntax',
    'text',
  ],
};

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'testdata') yield* sources(path);
    } else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) yield path;
  }
}

test('imports go only towards the left', () => {
  const wrong: string[] = [];
  for (const folder of Object.keys(MAY_IMPORT)) {
    for (const file of sources(join(ROOT, folder))) {
      const text = readFileSync(file, 'utf8');
      for (const [, path] of text.matchAll(/^(?:import|export)\b[^'"]*?from '(\.[^']+)';/gm)) {
        const target = normalize(join(dirname(file), path!)).slice(ROOT.length + 1);
        const into = target.includes('/') ? target.split('/')[0]! : '.';
        if (into === folder || MAY_IMPORT[folder]!.includes(into)) continue;
        wrong.push(`${file.slice(ROOT.length + 1)} imports ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('the interpreter knows neither Node nor a browser', () => {
  const wrong: string[] = [];
  // The door for Node, with what stands behind it, is the one exception, and says so.
  const isDoor = (name: string): boolean => name === 'node.ts' || name.startsWith('node/');
  for (const file of sources(ROOT)) {
    const name = file.slice(ROOT.length + 1);
    if (isDoor(name)) continue;
    const text = readFileSync(file, 'utf8');
    if (/from 'node:|= require\(|\bdocument\.|\blocalStorage\b/.test(text)) wrong.push(name);
  }
  assert.deepEqual(wrong, []);
});

test('the eval loop stays small enough for V8 to optimise', () => {
  // V8 never optimises a function of more than 61,440 bytes of its bytecode.
  const folder = mkdtempSync(join(tmpdir(), 'ceval-'));
  const program = join(folder, 'size.ts');
  writeFileSync(
    program,
    `import { runPython } from ${JSON.stringify(join(ROOT, 'node.ts'))};\nawait runPython({ files: { 'main.py': 'x = 1' }, main: 'main.py' });\n`,
  );
  const out = execFileSync(
    process.execPath,
    ['--print-bytecode', '--print-bytecode-filter=evalLoop', program],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const length = Number(/Bytecode length: (\d+)/.exec(out)?.[1]);
  assert.ok(length > 1000, 'the loop was found');
  assert.ok(length < 61_440, `the loop has ${length} bytes`);
});
