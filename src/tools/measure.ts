// Measures what a reader waits for, on the built site in a real browser, beside CPython in WebAssembly (Pyodide) in the
// same run: from new Worker() to the first output of print("hi"), from a click on Run to the output, and what has to
// be fetched. Numbers for judging changes; nothing passes or fails here. `npm run measure`, after a build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { serveSite } from './serve.ts';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');
const { site, close } = await serveSite(root, dist);

const worker = readdirSync(join(dist, 'assets')).find((name) => /^worker-.*\.js$/.test(name))!;
/** The worker and what it imports before it answers. */
const parts = new Map<string, Buffer>();
const gather = (name: string): void => {
  if (parts.has(name)) return;
  const text = readFileSync(join(dist, 'assets', name));
  parts.set(name, text);
  for (const [, imported] of text.toString().matchAll(/(?:from|import)\s*["`']\.\/([\w.-]+\.js)["`']/g))
    gather(imported);
};
gather(worker);
const sum = (sizeOf: (bytes: Buffer) => number) =>
  [...parts.values()].reduce((all, each) => all + sizeOf(each), 0);
console.log(
  `interpreter: ${parts.size} files, ${sum((each) => each.length)} bytes, ` +
    `${sum((each) => brotliCompressSync(each).length)} brotli, ${sum((each) => gzipSync(each).length)} gzip`,
);

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
await page.goto(`${site}/playground/`);
await page.waitForSelector('.workbench[data-state=idle]');
await page.waitForTimeout(2500);

const clicks = await page.evaluate(async () => {
  const bench = document.querySelector<HTMLElement>('.workbench')!;
  const times: number[] = [];
  for (let turn = 0; turn < 21; turn++) {
    const begun = performance.now();
    bench.querySelector<HTMLElement>('.run')!.click();
    await new Promise<void>((resolve) => {
      const look = () => (bench.dataset.state === 'done' ? resolve() : requestAnimationFrame(look));
      setTimeout(look);
    });
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return times;
});
console.log(
  `click to output on a warm page: first ${clicks[0].toFixed(0)} ms, median ${median(clicks).toFixed(0)} ms`,
);

/** Times from new Worker() to the first message that says "hi". */
const firstOutput = (script: string, message: unknown) =>
  page.evaluate(
    async ({ script, message }) => {
      const begun = performance.now();
      const worker = new Worker(script, { type: 'module' });
      if (message) worker.postMessage(message);
      await new Promise<void>((resolve) => {
        worker.onmessage = (event) => {
          if (JSON.stringify(event.data).includes('hi')) resolve();
        };
      });
      worker.terminate();
      return performance.now() - begun;
    },
    { script, message },
  );
const run = { type: 'run', id: 1, request: { files: { 'main.py': 'print("hi")\n' }, main: 'main.py' } };
const pyodide = `import { loadPyodide } from '${site}/pyodide/pyodide.mjs';
const python = await loadPyodide({ stdout: (text) => postMessage(text) });
python.runPython('print("hi")');`;
const blob = await page.evaluate(
  (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' })),
  pyodide,
);
const ours: number[] = [];
const theirs: number[] = [];
for (let turn = 0; turn < 5; turn++) {
  ours.push(await firstOutput(`${site}/assets/${worker}`, run));
  theirs.push(await firstOutput(blob, null));
}
console.log(
  `new Worker() to first output: ${median(ours).toFixed(0)} ms; Pyodide ${median(theirs).toFixed(0)} ms; ` +
    `1/${(median(theirs) / median(ours)).toFixed(1)}`,
);

// The Step view over a million instructions: steps either way in the middle and at the end, and leaps to any place.
const million =
  'def half(n):\n    return n // 2\n\ntotal = 0\nfor n in range(200_000):\n    total += half(n)\nprint(total)';
await page.goto(`${site}/playground/`);
await page.evaluate(
  (program) => localStorage.setItem('inner-workings:edit:playground', JSON.stringify({ 'main.py': program })),
  million,
);
await page.reload();
await page.waitForSelector('.workbench[data-state=idle]');
await page.waitForTimeout(2500);
const walked = await page.evaluate(async () => {
  const view = document.querySelector<HTMLElement>('.view')!;
  const shown = (place: string | null) =>
    new Promise<void>((resolve) => {
      const look = () => {
        const now = view.querySelector('.step-place')?.textContent ?? null;
        if (now !== null && now !== place && !view.querySelector('.machine.coming')) resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
  const place = () => view.querySelector('.step-place')?.textContent ?? null;
  const timed = async (act: () => void) => {
    const [before, begun] = [place(), performance.now()];
    act();
    await shown(before);
    return performance.now() - begun;
  };
  const opened = await timed(() => document.querySelector<HTMLElement>('[data-view=step]')!.click());
  const slider = view.querySelector<HTMLInputElement>('input[type=range]')!;
  const leap = (to: number) => () => {
    slider.value = String(to);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const last = Number(slider.max);
  const leaps: number[] = [];
  for (let turn = 1; turn <= 20; turn++) leaps.push(await timed(leap((turn * 7919 * 131) % last)));
  const steps: number[] = [];
  for (const from of [last >> 1, last - 400]) {
    await timed(leap(from));
    for (let turn = 0; turn < 400; turn++) {
      const way = turn < 200 ? 'Forward' : 'Back';
      steps.push(await timed(() => view.querySelector<HTMLElement>(`[aria-label=${way}]`)!.click()));
    }
  }
  return { instructions: last + 1, opened, leaps, steps };
});
console.log(
  `Step view over ${walked.instructions} instructions: opened in ${walked.opened.toFixed(0)} ms; a step ` +
    `${median(walked.steps).toFixed(0)} ms median, ${Math.max(...walked.steps).toFixed(0)} ms worst; a leap ` +
    `${median(walked.leaps).toFixed(0)} ms median, ${Math.max(...walked.leaps).toFixed(0)} ms worst`,
);
await browser.close();
close();
