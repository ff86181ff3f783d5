// Runs every exercise's check: the solution must pass, the start and each wrong answer must fail, and a wrong answer's
// feedback must name its cause (the substring on its first line).
//
//   node src/tools/check-exercises.ts [--native python3.12] [--checking path/to/checking.py] [name of an exercise ...]
//
// Without --native on CPython 3.12.7 (Pyodide), which cannot start threads: such exercises are counted as not run.

import { readdir, readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createNativeRunner } from './native-runner.ts';
import { createPyodideRunner, type Finished, type Runner } from './pyodide-runner.ts';

const EXERCISES = new URL('../../content/exercises/', import.meta.url);

export interface ExerciseCase {
  exercise: string;
  /** `solution.py`, `start.py` or a `wrong-*.py`. */
  answer: string;
  files: Record<string, string>;
  passes: boolean;
  /** What the feedback of a wrong answer must contain. */
  feedback: string;
}

async function readTree(folder: URL, prefix = ''): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const url = new URL(entry.name + (entry.isDirectory() ? '/' : ''), folder);
    if (entry.isDirectory()) Object.assign(files, await readTree(url, `${prefix}${entry.name}/`));
    else files[prefix + entry.name] = await readFile(url, 'utf8');
  }
  return files;
}

/** One case for each solution, start and wrong answer below content/exercises. */
export async function findCases(checking: string): Promise<ExerciseCase[]> {
  const tree = await readTree(EXERCISES);
  const cases: ExerciseCase[] = [];
  const folders = Object.keys(tree)
    .filter((path) => path.endsWith('/exercise.md'))
    .map((path) => path.slice(0, -'/exercise.md'.length))
    .sort();
  for (const exercise of folders) {
    const own = Object.keys(tree).filter((path) => path.startsWith(`${exercise}/`));
    const extra: Record<string, string> = {};
    for (const path of own.filter((path) => path.startsWith(`${exercise}/files/`)))
      extra[path.slice(`${exercise}/files/`.length)] = tree[path];
    for (const path of own) {
      const answer = path.slice(exercise.length + 1);
      if (!/^(solution|start|wrong-[\w-]+)\.py$/.test(answer)) continue;
      const text = tree[path];
      cases.push({
        exercise,
        answer,
        files: {
          ...extra,
          'checking.py': checking,
          'check.py': tree[`${exercise}/check.py`],
          'answer.py': text,
        },
        passes: answer === 'solution.py',
        feedback: /^# feedback: (.*)$/m.exec(text.split('\n')[0])?.[1].trim() ?? '',
      });
    }
  }
  return cases;
}

/** Null when the case came out as it should, else what is wrong with it. */
export function verdict(one: ExerciseCase, finished: Finished): string | null {
  const failed = finished.exitCode !== 0 || /^not ok /m.test(finished.stdout);
  if (one.passes) return failed ? 'should pass' : null;
  if (!failed) return 'should fail';
  if (finished.stderr !== '') return 'the check itself raised an exception';
  if (one.answer.startsWith('wrong-') && one.feedback === '') return 'its first line states no feedback';
  return finished.stdout.includes(one.feedback) ? null : `feedback lacks ${JSON.stringify(one.feedback)}`;
}

async function main(args: string[]): Promise<number> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
  const native = option('--native');
  const checkingPath = option('--checking');
  const wanted = args.filter((arg, i) => !arg.startsWith('--') && !args[i - 1]?.startsWith('--'));
  const checking = await readFile(
    checkingPath ? pathToFileURL(checkingPath) : new URL('checking.py', EXERCISES),
    'utf8',
  );
  const runner: Runner = native ? createNativeRunner(native) : await createPyodideRunner();
  let right = 0;
  let wrong = 0;
  let notRun = 0;
  for (const one of await findCases(checking)) {
    if (wanted.length > 0 && !wanted.some((part) => one.exercise.includes(part))) continue;
    const finished = await runner.run(one.files, 'check.py', '');
    if (finished.threads) {
      notRun++;
      continue;
    }
    const problem = verdict(one, finished);
    if (problem === null) right++;
    else {
      wrong++;
      console.log(`${one.exercise}/${one.answer}: ${problem}\n${finished.stdout}${finished.stderr}`);
    }
    if (process.env.VERBOSE) console.log(`# ${one.exercise}/${one.answer}\n${finished.stdout}`);
  }
  console.log(`${runner.name}: ${right} right, ${wrong} wrong, ${notRun} not run (threads)`);
  return wrong > 0 ? 1 : 0;
}

if (import.meta.main) process.exit(await main(process.argv.slice(2)));
