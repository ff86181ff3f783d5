// How long compiling takes here, beside CPython 3.12.7 in WebAssembly (Pyodide) in the same process, module by module in
// turns: the whole standard library, and a program of thirty lines as a lesson has it. Writes BENCHMARKS-compile.md.
// Nothing passes or fails here: numbers for judging changes.
//
//   npm run bench:compile                 three passes over the library
//   npm run bench:compile -- --passes 1   nothing is written
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { compileSource } from '../interpreter/codegen/index.ts';
import { type Judge, openJudge } from './oracle/judge.ts';

const root = join(import.meta.dirname, '..', '..');
const EXAMPLE = 'src/corpus/19-classes/class-vs-instance.py';
const TURNS = 300;

const at = process.argv.indexOf('--passes');
const passes = at < 0 ? 3 : Number(process.argv[at + 1]);

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

function ours(source: string, name: string, judge: Judge): number {
  const began = performance.now();
  const { code } = compileSource(source, name, 'exec', { namedCharacter: judge.character });
  const took = performance.now() - began;
  if (code === null) throw new Error(`${name} does not compile`);
  return took;
}

function theirs(source: string, name: string, judge: Judge): number {
  judge.milliseconds();
  judge.code(source, name, 0);
  return judge.milliseconds();
}

const judge = await openJudge();
const sources = judge.library.map((name) => [name, judge.sourceOf(name)] as const);
const characters = sources.reduce((sum, [, source]) => sum + source.length, 0);
const rows: string[][] = [];
function row(what: string, own: number, other: number): void {
  rows.push([what, ms(own), ms(other), (own / other).toFixed(2)]);
  console.log(rows.at(-1)!.join(' | '));
}

// The example first: its very first compilation is what a reader waits for.
const example = readFileSync(join(root, EXAMPLE), 'utf8');
const LINES = example.trimEnd().split('\n').length;
row(`${LINES} lines, the first time`, ours(example, 'main.py', judge), theirs(example, 'main.py', judge));

for (let pass = 1; pass <= passes; pass++) {
  let own = 0;
  let other = 0;
  for (const [name, source] of sources) {
    own += ours(source, name, judge);
    other += theirs(source, name, judge);
  }
  row(`${sources.length} modules of the library, pass ${pass}`, own, other);
}

const own: number[] = [];
const other: number[] = [];
for (let turn = 0; turn < TURNS; turn++) {
  own.push(ours(example, 'main.py', judge));
  other.push(theirs(example, 'main.py', judge));
}
row(`${LINES} lines, warm (median of ${TURNS})`, median(own), median(other));

if (at < 0) {
  const head = ['', 'here', 'CPython in wasm', 'ratio'];
  const table = [head, ['---', '---:', '---:', '---:'], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const text = [
    '# Compiling, beside CPython',
    '',
    `Written by \`npm run bench:compile\`: source text to code object, ours and \`compile()\` of CPython 3.12.7 in Pyodide,`,
    `in turns in one process of Node ${process.versions.node} on ${cpus()[0]?.model ?? 'an unknown processor'}. The library has`,
    `${characters} characters. Smaller is faster; below 1 is faster than CPython in WebAssembly.`,
    '',
    ...table,
    '',
  ];
  writeFileSync(join(root, 'BENCHMARKS-compile.md'), text.join('\n'));
}
