/**
 * `npm run oracle:steps`: whole runs of the corpus's programs, instruction by instruction, as CPython 3.12.7 runs them.
 *
 *   npm run oracle:steps                records the programs that are new or have changed
 *   npm run oracle:steps -- --all       records every program again
 *   npm run oracle:steps -- --show id   compares one program with CPython and shows the first difference
 */
import { type CorpusProgram, programs, readRecords, topics } from './oracle/corpus.ts';
import { type CPython, openCPython } from './oracle/cpython.ts';
import {
  firstDifferentStep,
  hashSteps,
  MOST_STEPS,
  readSteps,
  type StepsRecord,
  stepsOfCPython,
  stepsOfOurs,
  writeSteps,
} from './oracle/steps.ts';

/** Programs that trace, look at frames or start threads themselves. */
const OWN_BUSINESS =
  /settrace|setprofile|sys\.monitoring|_getframe|f_lineno|tracemalloc|cProfile|import threading|_thread/;

/** Programs whose steps rightly differ. */
const NOT_COMPARED: Partial<Record<string, string>> = {
  '22-operators/contains-and-hash':
    'a probe that meets an entry twice compares it twice; the judge has hashes of 32 bits',
  '25-tracebacks/recursion-limit': "the tracer's frames count towards the recursion limit",
  '25-tracebacks/recursion-mutual': "the tracer's frames count towards the recursion limit",
  '33-imports/package': 'walks sys.modules, where the judge has more',
};

const words = process.argv.slice(2);
const shown = words.includes('--show') ? words[words.indexOf('--show') + 1] : null;
let opened: CPython | null = null;
const cpython = async () => {
  opened ??= await openCPython();
  return opened;
};
const before = readSteps();
const after: Record<string, StepsRecord> = {};
let renewed = 0;
for (const topic of topics()) {
  const records = readRecords(topic);
  for (const program of programs(topic)) {
    if (shown !== null) {
      if (program.id !== shown) continue;
      const expected = await stepsOfCPython(await cpython(), program);
      const got = await stepsOfOurs(program);
      console.log(
        expected === null
          ? 'CPython did not come to its end'
          : expected.steps.join('\n') === got.steps.join('\n')
            ? `${got.steps.length} steps, all equal`
            : firstDifferentStep(expected.steps, got.steps),
      );
      console.log(got.wrongHeights.slice(0, 5).join('\n'));
      continue;
    }
    const old = before[program.id];
    if (old?.hash === program.hash && !words.includes('--all')) {
      after[program.id] = old;
      continue;
    }
    if (program.stated !== null || OWN_BUSINESS.test(program.source)) continue;
    after[program.id] = await record(program, records.get(program.name)?.stdout ?? '');
    renewed++;
  }
  // What has been found stays, if the rest is broken off.
  if (shown === null) writeSteps({ ...before, ...after });
}
if (shown === null) {
  writeSteps(after);
  const compared = Object.values(after).filter(({ steps }) => steps !== null).length;
  console.log(
    `${compared} programs to compare, ${Object.keys(after).length - compared} not; ${renewed} recorded`,
  );
}

async function record(program: CorpusProgram, stdout: string): Promise<StepsRecord> {
  const { hash } = program;
  const left = (why: string): StepsRecord => ({ hash, count: 0, steps: null, why });
  const known = NOT_COMPARED[program.id];
  if (known !== undefined) return left(known);
  const run = await stepsOfCPython(await cpython(), program);
  if (run === null) return left('ends the process');
  if (run.steps.length > MOST_STEPS) return left('too long');
  if (run.stdout !== stdout) return left('prints something else when it is traced');
  return { hash, count: run.steps.length, steps: hashSteps(run.steps) };
}
