/**
 * `npm run bench`: how long small programs (src/bench) take here, beside CPython in WebAssembly (Pyodide) in the same
 * run, each in a web worker of headless Chromium, on the built site (`npm run build` first). Writes BENCHMARKS.md.
 *
 *   npm run bench                 everything, in the browser
 *   npm run bench -- calls lists  only these programs; nothing is written
 *   npm run bench -- --node       both under Node, without first runs; nothing is written
 *   npm run bench -- --ours       under Node, this interpreter alone: milliseconds, for working on it
 *   npm run bench -- --site DIR   a site built elsewhere
 *
 * A program leaves its result in `checksum`; the two must agree. First run: a fresh worker's first program, compiled and
 * run once. Warm: in one worker that has run all programs, the faster half of several passes; the two interpreters take turns.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { loadPyodide } from 'pyodide';
import { runPython } from '../interpreter/node.ts';
import { serveSite } from './serve.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'src', 'bench');

/** What an interpreter answers: how long each turn took in milliseconds, and the program's checksum. */
interface Answer {
  times: number[];
  checksum: string;
}
type Run = (driver: string) => Promise<Answer>;

interface Row {
  name: string;
  first: [ours: number, theirs: number] | null;
  warm: [ours: number, theirs: number];
}

/** A Python program that runs `source` as a module so many times, and says what came of it. */
function driver(source: string, turns: number): string {
  return `import json, time
_code = compile(${JSON.stringify(source)}, "program.py", "exec")
_times = []
for _ in range(${turns}):
    _space = {"__name__": "program"}
    _began = time.perf_counter()
    exec(_code, _space)
    _times.append((time.perf_counter() - _began) * 1000)
print("bench" + json.dumps([_times, repr(_space["checksum"])]))
`;
}

function answerIn(output: string): Answer {
  const found = /^bench(.*)$/m.exec(output);
  if (found === null) throw new Error(`the program did not end well:\n${output}`);
  const [times, checksum] = JSON.parse(found[1]) as [number[], string];
  return { times, checksum };
}

/** The mean of the faster half: what is left when others use the machine too. */
function quiet(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const half = sorted.slice(0, Math.max(1, sorted.length >> 1));
  return half.reduce((a, b) => a + b, 0) / half.length;
}

const geometric = (ratios: readonly number[]): number =>
  Math.exp(ratios.reduce((sum, r) => sum + Math.log(r), 0) / ratios.length);

async function oursUnderNode(program: string): Promise<Answer> {
  const { stdout, stderr } = await runPython(
    { files: { 'main.py': program }, main: 'main.py' },
    { virtualTime: false },
  );
  return answerIn(stdout + stderr);
}

async function theirsUnderNode(): Promise<Run> {
  let output = '';
  const python = await loadPyodide({
    stdout: (text) => {
      output += `${text}\n`;
    },
  });
  return async (program) => {
    output = '';
    python.runPython(program);
    return answerIn(output);
  };
}

/** Starts a worker of ours in the page and gives it time for its training. */
function ourWorker(page: Page, site: string, script: string): Promise<Run> {
  return worker(page, `${site}/assets/${script}`, 'ours', 900);
}

function theirWorker(page: Page, site: string): Promise<Run> {
  const text = `import { loadPyodide } from '${site}/pyodide/pyodide.mjs';
let output = '';
const python = await loadPyodide({ stdout: (text) => { output += text + '\\n'; } });
onmessage = ({ data }) => { output = ''; python.runPython(data); postMessage({ output }); };
postMessage({ type: 'ready' });`;
  return worker(page, `data:${text}`, 'theirs', 0);
}

let workers = 0;

/** A worker in the page that is sent programs and answers with their output. `rest`: milliseconds to wait once it is there. */
async function worker(page: Page, script: string, kind: 'ours' | 'theirs', rest: number): Promise<Run> {
  const name = `worker${workers++}`;
  await page.evaluate(
    async ({ name, script, rest }) => {
      const url = script.startsWith('data:')
        ? URL.createObjectURL(new Blob([script.slice(5)], { type: 'text/javascript' }))
        : script;
      const made = new Worker(url, { type: 'module' });
      (window as unknown as Record<string, Worker>)[name] = made;
      await new Promise<void>((resolve) => {
        made.onmessage = () => resolve();
      });
      await new Promise((resolve) => setTimeout(resolve, rest));
    },
    { name, script, rest },
  );
  return async (program) => {
    const output = await page.evaluate(
      ({ name, kind, program }) =>
        new Promise<string>((resolve) => {
          const at = (window as unknown as Record<string, Worker>)[name];
          let text = '';
          at.onmessage = ({ data }) => {
            if (kind === 'theirs') resolve(data.output);
            else if (data.type === 'output') {
              for (const chunk of data.chunks) text += chunk.text;
            } else if (data.type === 'done') resolve(text);
            else if (data.type === 'broken') resolve(data.message);
          };
          at.postMessage(
            kind === 'theirs'
              ? program
              : { type: 'run', id: 1, request: { files: { 'main.py': program }, main: 'main.py' } },
          );
        }),
      { name, kind, program },
    );
    return answerIn(output);
  };
}

async function endWorkers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = window as unknown as Record<string, Worker>;
    for (const name of Object.keys(all)) {
      if (!/^worker\d+$/.test(name)) continue;
      all[name].terminate();
      delete all[name];
    }
  });
}

function agree(name: string, ours: Answer, theirs: Answer): void {
  if (ours.checksum !== theirs.checksum)
    throw new Error(`${name}: ours ends with ${ours.checksum}, CPython with ${theirs.checksum}`);
}

/** Warm times of all programs: passes over all of them, the interpreters taking turns. */
async function warmTimes(
  programs: readonly Program[],
  ours: Run,
  theirs: Run | null,
  passes: number,
): Promise<Map<string, [number, number]>> {
  const times = new Map<string, [number[], number[]]>();
  for (let pass = 0; pass <= passes; pass++) {
    for (const { name, source } of programs) {
      const program = driver(source, 6);
      const a = await ours(program);
      const b = theirs === null ? a : await theirs(program);
      agree(name, a, b);
      // The first pass is for warming up.
      if (pass === 0) times.set(name, [[], []]);
      else {
        times.get(name)![0].push(...a.times);
        times.get(name)![1].push(...b.times);
      }
    }
  }
  return new Map([...times].map(([name, [a, b]]) => [name, [quiet(a), quiet(b)]]));
}

interface Program {
  name: string;
  source: string;
}

const fixed = (n: number): string => (n < 10 ? n.toFixed(2) : n.toFixed(1));

function table(rows: readonly Row[]): string[] {
  const firsts = rows.some((row) => row.first !== null);
  const lines = [
    firsts
      ? '| program | first run, ms (Pyodide) | ratio | warm, ms (Pyodide) | ratio |'
      : '| program | warm, ms (Pyodide) | ratio |',
    firsts ? '| --- | --: | --: | --: | --: |' : '| --- | --: | --: |',
  ];
  const cell = ([a, b]: [number, number]): string => `${fixed(a)} (${fixed(b)}) | ${(a / b).toFixed(2)}`;
  for (const { name, first, warm } of rows)
    lines.push(`| ${name} | ${first === null ? '' : `${cell(first)} | `}${cell(warm)} |`);
  const warm = rows.map((r) => r.warm[0] / r.warm[1]);
  const first = rows.flatMap((r) => (r.first === null ? [] : [r.first[0] / r.first[1]]));
  const summary = (what: string, f: (ratios: number[]) => number): string =>
    `| **${what}** | ${firsts ? `| **${f(first).toFixed(2)}** | ` : ''}| **${f(warm).toFixed(2)}** |`;
  lines.push(
    summary('geometric mean', geometric),
    summary('worst', (r) => Math.max(...r)),
  );
  return lines;
}

async function inBrowser(programs: readonly Program[], dist: string): Promise<[Row[], string]> {
  const { site, close } = await serveSite(root, dist);
  const script = readdirSync(join(dist, 'assets')).find((name) => /^worker-.*\.js$/.test(name));
  if (script === undefined) throw new Error(`no worker in ${dist}: npm run build`);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  // A page without scripts of its own.
  await page.goto(`${site}/icon.svg`);
  const firsts = new Map<string, [number, number]>();
  for (const { name, source } of programs) {
    const ours = await (await ourWorker(page, site, script))(driver(source, 1));
    const theirs = await (await theirWorker(page, site))(driver(source, 1));
    agree(name, ours, theirs);
    firsts.set(name, [ours.times[0], theirs.times[0]]);
    await endWorkers(page);
  }
  const ours = await ourWorker(page, site, script);
  const theirs = await theirWorker(page, site);
  const warm = await warmTimes(programs, ours, theirs, 5);
  const version = browser.version();
  await browser.close();
  close();
  return [
    programs.map(({ name }) => ({ name, first: firsts.get(name)!, warm: warm.get(name)! })),
    `Chromium ${version}`,
  ];
}

const words = process.argv.slice(2);
const siteAt = words.indexOf('--site');
const dist = siteAt >= 0 ? words.splice(siteAt, 2)[1] : join(root, 'dist');
const chosen = words.filter((word) => !word.startsWith('--'));
const programs: Program[] = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .map((file) => ({ name: file.slice(0, -3), source: readFileSync(join(folder, file), 'utf8') }))
  .filter(({ name }) => chosen.length === 0 || chosen.includes(name));

if (words.includes('--ours')) {
  const warm = await warmTimes(programs, oursUnderNode, null, 3);
  for (const [name, [ms]] of warm) console.log(`${name.padEnd(16)} ${fixed(ms).padStart(7)}`);
  console.log(
    `${'geometric mean'.padEnd(16)} ${fixed(geometric([...warm.values()].map(([ms]) => ms))).padStart(7)}`,
  );
} else if (words.includes('--node')) {
  const warm = await warmTimes(programs, oursUnderNode, await theirsUnderNode(), 3);
  console.log(table(programs.map(({ name }) => ({ name, first: null, warm: warm.get(name)! }))).join('\n'));
} else {
  const [rows, where] = await inBrowser(programs, dist);
  const lines = table(rows);
  console.log(lines.join('\n'));
  if (chosen.length === 0) {
    const text = [
      '# Benchmarks',
      '',
      'Written by `npm run bench`: the programs of [src/bench](src/bench) on this interpreter and on CPython 3.12.7 in',
      'WebAssembly (`pyodide@0.27.7`), in web workers of the same browser in the same run, results compared. Below 1 is',
      'faster than Pyodide. First run: the first program of a fresh worker. Warm: a worker that has run all of them, the',
      `faster half of thirty turns. ${where}, ${cpus().length} processors, load ${loadavg()[1].toFixed(0)} while measuring: what`,
      'others did on the machine is in the numbers, first runs most of all, since V8 compiles on threads of its own.',
      '',
      ...lines,
      '',
    ];
    writeFileSync(join(root, 'BENCHMARKS.md'), text.join('\n'));
  }
}
