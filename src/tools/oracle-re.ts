/**
 * `npm run oracle:re`: patterns and texts by chance, matched here and by CPython 3.12.7 in every way `re` knows.
 *
 *   npm run oracle:re -- --seconds 60            as many as fit, from a new seed
 *   npm run oracle:re -- --cases 2000 --seed 7   the same cases again
 */
import { type Case, programOf, randomCases } from '../interpreter/modules/testdata/record-sre.ts';
import { runPython } from '../interpreter/node.ts';
import { createPyodideRunner } from './pyodide-runner.ts';

const words = process.argv.slice(2);
function option(name: string, otherwise: number): number {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : Number(words[at + 1]);
}
const BATCH = 200;
const SHOWN = 10;
/** What a pattern that backtracks without end may take in both. */
const SLOW = 20_000;
const seed = option('--seed', Date.now() % 1_000_000);
const most = option('--cases', Number.POSITIVE_INFINITY);
const seconds = option('--seconds', most === Number.POSITIVE_INFINITY ? 60 : 3600);

const cpython = await createPyodideRunner();
const end = performance.now() + seconds * 1000;
let compared = 0;
let differing = 0;
for (let batch = 0; performance.now() < end && compared < most; batch++) {
  const cases: Case[] = randomCases(Math.min(BATCH, most - compared), seed + batch);
  const files = { 'main.py': programOf(cases) };
  const theirs = (await cpython.run(files, 'main.py', '')).stdout.split('\n');
  const began = performance.now();
  const { stdout, stderr } = await runPython({ files, main: 'main.py' });
  if (performance.now() - began > SLOW) console.log(`slow: seed ${seed + batch}`);
  if (stderr !== '') console.log(`seed ${seed + batch}: ${stderr.slice(-500)}`);
  const ours = stdout.split('\n');
  for (const [i, one] of cases.entries()) {
    if (theirs[i] === ours[i]) continue;
    differing++;
    if (differing > SHOWN) continue;
    console.log(`seed ${seed + batch}, case ${i}: ${JSON.stringify(one)}`);
    console.log(`  expected ${theirs[i]}\n  got      ${ours[i]}`);
  }
  compared += cases.length;
}
console.log(`${compared} cases compared, ${differing} differ (seed ${seed})`);
process.exit(differing > 0 ? 1 : 0);
