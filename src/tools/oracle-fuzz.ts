// Programs by chance, compiled here and by CPython 3.12.7: code objects, errors and warnings have to be the same.
//
//   npm run oracle:fuzz -- --seconds 60             as many as fit, from a new seed
//   npm run oracle:fuzz -- --seconds 60 --seed 7    the same programs again
//   npm run oracle:fuzz -- --programs 2000 --seed 7
//
// Prints each difference with the smallest program found that still shows it, the seed, and how many were compared. A
// difference that has been mended becomes a case of codegen/testdata/cases.json or syntax/testdata/errors-fuzz.txt.
import { programsOf } from './oracle/fuzz/programs.ts';
import { differences, minimised } from './oracle/fuzz/verdicts.ts';
import { type Case, openJudge } from './oracle/judge.ts';

const words = process.argv.slice(2);
function option(name: string, otherwise: number): number {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : Number(words[at + 1]);
}
const seed = option('--seed', Date.now() % 1_000_000);
const most = option('--programs', Number.POSITIVE_INFINITY);
const seconds = option('--seconds', most === Number.POSITIVE_INFINITY ? 60 : 3600);
const BATCH = 100;
const SHOWN = 12;

const judge = await openJudge();
const programs = programsOf(seed, judge);
const end = performance.now() + seconds * 1000;
let compared = 0;
let refused = 0;
let differing = 0;
const kinds = new Set<string>();
while (performance.now() < end && compared < most) {
  const cases: Case[] = [];
  for (let i = 0; i < Math.min(BATCH, most - compared); i++) cases.push(programs.next().value);
  const found = differences(judge, cases, (error) => {
    refused += error ? 1 : 0;
  });
  compared += cases.length;
  for (const [one, how] of found) {
    differing++;
    // One of each kind is worth making small; the line alone says which it is.
    const kind = how.replaceAll(/\d+|"[^"]*"|'[^']*'/g, '').slice(0, 200);
    if (kinds.has(kind) || kinds.size >= SHOWN) continue;
    kinds.add(kind);
    const [[source, mode, flags, optimize], smallest] = minimised(judge, one, how);
    console.log(
      `mode ${mode}, flags ${flags}, optimize ${optimize}: ${JSON.stringify(source)}\n  ${smallest}\n`,
    );
  }
}
console.log(
  `seed ${seed}: ${compared} programs compared, ${refused} of them refused by CPython, ${differing} differ`,
);
process.exitCode = differing > 0 ? 1 : 0;
