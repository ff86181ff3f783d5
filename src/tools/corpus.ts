/**
 * The corpus while developing: `node src/tools/corpus.ts [--quiet|--ids] [topic|topic/name|part of a name ...]`.
 *
 * Runs the chosen programs on our interpreter in one process, prints how each that fails differs from CPython's
 * record, and then the failures grouped by what they have in common: the exception that ended them, or the kind of
 * difference. `--ids` prints nothing but the names of those that fail, as src/corpus/known-failures.txt has them.
 */
import { differences } from './oracle/compare.ts';
import { knownFailures, programs, readRecords, topics } from './oracle/corpus.ts';

/** What a failure's cause most likely is: the line its complaint ends in, else the first difference's kind. */
function cause(found: string[]): string {
  const kind = found[0].split(/[,:]/)[0];
  const ending = /\n {2}ending in (.*)/.exec(found[0])?.[1];
  const internal = /\n {2}got {6}("internal error.*)/.exec(found[0])?.[1];
  return (internal ?? ending ?? kind).slice(0, 140);
}

const words = process.argv.slice(2);
const idsOnly = words.includes('--ids');
const quiet = idsOnly || words.includes('--quiet');
const wanted = words.filter((word) => !word.startsWith('--'));
const known = knownFailures();
const groups = new Map<string, string[]>();
let passed = 0;
let failed = 0;
const began = performance.now();
for (const topic of topics()) {
  const records = readRecords(topic);
  for (const program of programs(topic)) {
    if (wanted.length > 0 && !wanted.some((word) => program.id.includes(word))) continue;
    let found: string[];
    try {
      found = await differences(program, records.get(program.name));
    } catch (error) {
      found = [`thrown: ${(error as Error).stack?.split('\n').slice(0, 4).join('\n    ')}`];
    }
    if (found.length === 0) {
      passed++;
      if (known.has(program.id)) console.log(`PASSES, but is a known failure: ${program.id}`);
      continue;
    }
    failed++;
    const key = cause(found);
    groups.set(key, [...(groups.get(key) ?? []), program.id]);
    if (!quiet) console.log(`FAIL ${program.id}\n  ${found.join('\n').replaceAll('\n', '\n  ')}`);
  }
}
if (idsOnly) {
  console.log([...groups.values()].flat().sort().join('\n'));
  process.exit(0);
}
const sorted = [...groups].sort((a, b) => b[1].length - a[1].length);
for (const [key, ids] of sorted)
  console.log(`${String(ids.length).padStart(4)}  ${key}\n        ${ids.join(' ')}`);
console.log(`${passed} passed, ${failed} failed, ${Math.round(performance.now() - began)} ms`);
process.exit(failed > 0 ? 1 : 0);
