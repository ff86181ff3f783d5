// Measures how long a reader waits for the first import of a module, on the built site in a real browser, beside
// Pyodide in the same run. Three times for each program: on a page that has fetched nothing of the library, in a new
// worker when the browser has the files, and once more in the same worker. The worker is ready and trained, as it is on a page that has been
// open for a moment. Part of `npm run measure`, after a build.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { serveSite } from './serve.ts';

const PROGRAMS = [
  'dataclasses',
  're',
  'json',
  'collections',
  'typing',
  're, json, collections, typing',
  'unittest',
  'asyncio',
];
const TURNS = 3;

const root = join(import.meta.dirname, '..', '..');
const dist = process.argv[2] ?? join(root, 'dist');
const { site, close } = await serveSite(root, dist);
const script = readdirSync(join(dist, 'assets')).find((name) => /^worker-.*\.js$/.test(name))!;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Milliseconds from Run to the end of each of the programs, one after another in one worker. */
async function inWorker(
  context: BrowserContext,
  sources: string[],
): Promise<{ times: number[]; fetched: number }> {
  const page = await context.newPage();
  let fetched = 0;
  context.on('request', (request) => {
    if (request.url().includes('/stdlib/')) fetched++;
  });
  await page.goto(`${site}/icon.svg`);
  const times = await page.evaluate(
    async ({ script, sources }) => {
      const worker = new Worker(script, { type: 'module' });
      await new Promise((resolve) => {
        worker.onmessage = resolve;
      });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const out: number[] = [];
      for (const [i, source] of sources.entries()) {
        const begun = performance.now();
        const ended = new Promise<void>((resolve, reject) => {
          worker.onmessage = ({ data }) => {
            if (data.type !== 'done' || data.id !== i + 1) return;
            if (data.result.status === 'ok') resolve();
            else reject(new Error(JSON.stringify(data.result)));
          };
        });
        worker.postMessage({
          type: 'run',
          id: i + 1,
          request: { files: { 'main.py': source }, main: 'main.py' },
        });
        await ended;
        out.push(performance.now() - begun);
      }
      worker.terminate();
      return out;
    },
    { script: `${site}/assets/${script}`, sources },
  );
  await page.close();
  return { times, fetched };
}

const pyodide = `import { loadPyodide } from '${site}/pyodide/pyodide.mjs';
const python = await loadPyodide();
postMessage('ready');
onmessage = ({ data }) => {
  const begun = performance.now();
  python.runPython(data);
  postMessage(performance.now() - begun);
};`;

async function inPyodide(context: BrowserContext, source: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${site}/icon.svg`);
  const time = await page.evaluate(
    async ({ text, source }) => {
      const blob = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
      const worker = new Worker(blob, { type: 'module' });
      const next = () =>
        new Promise((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
        });
      await next();
      worker.postMessage(source);
      const time = await next();
      worker.terminate();
      return time as number;
    },
    { text: pyodide, source },
  );
  await page.close();
  return time;
}

console.log('import                           first  from cache  again  Pyodide  files');
for (const name of PROGRAMS) {
  const source = `import ${name}\n`;
  const first: number[] = [];
  const cached: number[] = [];
  const again: number[] = [];
  const theirs: number[] = [];
  let files = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const context = await browser.newContext();
    const fresh = await inWorker(context, ['pass\n', source]);
    files = fresh.fetched;
    first.push(fresh.times[1]);
    const second = await inWorker(context, ['pass\n', source, source]);
    cached.push(second.times[1]);
    again.push(second.times[2]);
    theirs.push(await inPyodide(context, source));
    await context.close();
  }
  const ms = (numbers: number[], width: number) => median(numbers).toFixed(0).padStart(width);
  console.log(
    `${name.padEnd(32)} ${ms(first, 5)} ${ms(cached, 11)} ${ms(again, 6)} ${ms(theirs, 8)} ${String(files).padStart(6)}`,
  );
}
await browser.close();
close();
