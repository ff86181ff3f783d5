/** Runs batches of cases on CPython and on ours, compares line by line, makes what differs smaller. */
import type { PyodideInterface } from 'pyodide';
import { runPython } from '../../interpreter/node.ts';
import { attributeCase, classMaking, classUse } from './classes.ts';
import { excluded } from './exclusions.ts';
import { formatCase, parseCase } from './formatting.ts';
import { exceptionCase, generatorCase, pythonCall, suggestionCase } from './functions.ts';
import { HARNESS, SEPARATOR } from './harness.ts';
import { memoryviewCase } from './memoryviews.ts';
import { functionCall, methodCall } from './methods.ts';
import { operation } from './operations.ts';
import { Random } from './random.ts';

export const KINDS: Record<string, (r: Random) => string> = {
  operation,
  method: methodCall,
  method2: methodCall,
  function: functionCall,
  format: formatCase,
  parse: parseCase,
  class: classUse,
  making: classMaking,
  attribute: attributeCase,
  call: pythonCall,
  generator: generatorCase,
  exception: exceptionCase,
  suggestion: suggestionCase,
  memoryview: memoryviewCase,
};

const BATCH = 500;

interface Judged {
  cases: number;
  differences: number;
}
interface Options {
  seed: number;
  seconds: number;
  limit: number;
  /** Which kinds of cases; null: all. */
  kinds: string[] | null;
  report: (text: string) => void;
}

type Answers = string[];

async function openCPython(): Promise<(cases: string[]) => Answers> {
  const { loadPyodide } = await import('pyodide');
  const python: PyodideInterface = await loadPyodide({ env: { PYTHONHASHSEED: '0', HOME: '/home/reader' } });
  const scope = python.globals.get('dict')();
  python.runPython(
    `__builtins__ = __import__('builtins')\nimport sys\nsys.setrecursionlimit(300)\n${HARNESS}`,
    { globals: scope },
  );
  const run = scope.get('run_batch');
  return (cases) => {
    let text = '';
    run(cases.join(SEPARATOR), (line: string) => {
      text += line;
    });
    return lines(text, cases.length);
  };
}

/** Our answers; what an internal error leaves out is asked again without the case that met it. */
async function ours(cases: string[]): Promise<Answers> {
  const main = `__builtins__ = __import__('builtins')\n${HARNESS}\nimport sys\nsys.setrecursionlimit(300)\nwith open('cases.txt', newline='', encoding='utf-8', errors='surrogatepass') as f:\n    run_batch(f.read(), sys.stdout.write)\n`;
  const outcome = await runPython({
    files: { 'main.py': main, 'cases.txt': cases.join(SEPARATOR) },
    main: 'main.py',
  });
  const answers = lines(outcome.stdout, cases.length);
  if (outcome.stderr === '') return answers;
  const at = answers.indexOf('');
  if (at < 0) return answers;
  answers[at] = `FAILED: ${outcome.stderr.slice(0, 900)}`;
  const rest = cases.slice(at + 1);
  return rest.length === 0 ? answers : [...answers.slice(0, at + 1), ...(await ours(rest))];
}

function lines(text: string, count: number): Answers {
  const answers: string[] = Array(count).fill('');
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0) answers[Number(line.slice(0, space))] = line.slice(space + 1);
  }
  return answers;
}

/** Cases until the time is up or there are enough of them. */
export async function judge(options: Options): Promise<Judged> {
  const cpython = await openCPython();
  const kinds = options.kinds ?? Object.keys(KINDS);
  const until = performance.now() + options.seconds * 1000;
  let cases = 0;
  let differences = 0;
  const told = new Set<string>();
  for (let batch = 0; performance.now() < until && cases < options.limit; batch++) {
    const made: string[] = [];
    for (let i = 0; i < BATCH && cases + i < options.limit; i++) {
      // A case depends on the seed and its own number alone.
      const r = new Random(options.seed * 1_000_003 + batch * BATCH + i);
      r.bits();
      made.push(KINDS[r.pick(kinds)](r));
    }
    cases += made.length;
    const theirs = cpython(made);
    const mine = await ours(made);
    for (let i = 0; i < made.length; i++) {
      if (theirs[i] === mine[i] || excluded(made[i], theirs[i], mine[i])) continue;
      differences++;
      // One of a kind is enough to read.
      const kind = `${shape(theirs[i])} ${shape(mine[i])}`;
      if (told.has(kind)) continue;
      told.add(kind);
      const first = { source: made[i], expected: theirs[i], got: mine[i] };
      const small = await smaller(first, cpython, performance.now() + 3000);
      options.report(
        `--- seed ${options.seed}, case ${batch * BATCH + i}\n${small.source}\n  expected ${small.expected}\n  got      ${small.got}\n`,
      );
    }
  }
  return { cases, differences };
}

interface Small {
  source: string;
  expected: string;
  got: string;
}

const SIMPLE = ['', '0', '1', "''", 'None', '[]', '()', '{}'];

/** Which exception, or which variable with which type: what making a case smaller must not change. */
const outcome = (answer: string): string =>
  /^(raises \w+( '[^0-9']{0,12})?|\w+=\w+|\w+ )/.exec(answer)?.[0] ?? '';
/** An answer without its values. */
const shape = (answer: string): string =>
  answer
    .replace(/; .*/, '')
    .replace(/'[^']{0,3}'|[\d.]+/g, '#')
    .slice(0, 60);

/** Leaves out lines and simplifies bracketed parts as long as the two still differ. */
async function smaller(first: Small, cpython: (cases: string[]) => Answers, until: number): Promise<Small> {
  const ask = async (candidates: string[]): Promise<Small | null> => {
    if (candidates.length === 0) return null;
    const theirs = cpython(candidates);
    const mine = await ours(candidates);
    for (let i = 0; i < candidates.length; i++) {
      if (theirs[i] === mine[i] || (kept !== '' && kept !== `${outcome(theirs[i])} ${outcome(mine[i])}`))
        continue;
      if (!excluded(candidates[i], theirs[i], mine[i]))
        return { source: candidates[i], expected: theirs[i], got: mine[i] };
    }
    return null;
  };
  let kept = '';
  let best = await ask([first.source]);
  // It differs only behind the other cases of its batch.
  if (best === null) return first;
  kept = `${outcome(best.expected)} ${outcome(best.got)}`;
  while (performance.now() < until) {
    const at = best.source.split('\n');
    const candidates: string[] = [];
    for (let size = Math.min(4, at.length - 1); size > 0; size--) {
      for (let i = 0; i + size <= at.length; i++)
        candidates.push([...at.slice(0, i), ...at.slice(i + size)].join('\n'));
    }
    for (const [start, end] of bracketed(best.source)) {
      for (const simple of SIMPLE) {
        if (simple.length < end - start)
          candidates.push(best.source.slice(0, start) + simple + best.source.slice(end));
      }
    }
    const next: Small | null = await ask(candidates.slice(0, 250));
    if (next === null) break;
    best = next;
  }
  return best;
}

/** Where the arguments and items between brackets and commas stand. */
function bracketed(text: string): [number, number][] {
  const out: [number, number][] = [];
  const open: number[] = [];
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
    else if ('([{'.includes(c)) open.push(i + 1);
    else if (c === ',' && open.length > 0) {
      out.push([open[open.length - 1], i + 1]);
      open[open.length - 1] = i + 1;
    } else if (')]}'.includes(c)) {
      const start = open.pop();
      if (start !== undefined && start < i) out.push([start, i]);
    }
  }
  return out;
}
