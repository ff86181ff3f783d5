/**
 * `npm run oracle:doctests`: the examples in the docstrings of the standard library, run by doctest on CPython 3.12.7 and here.
 *
 *   npm run oracle:doctests                    every module that has examples, counts side by side
 *   npm run oracle:doctests -- statistics re   only these, with what each example that fails only here printed
 */
import { runPython } from '../interpreter/node.ts';
import { librarySources } from './build-library.ts';
import { createPyodideRunner } from './pyodide-runner.ts';

/** Runs the examples of one module and prints a line of JSON for each: its place, whether it passes, what it printed. */
const PROGRAM = `
import doctest, importlib, io, json, sys

class Runner(doctest.DocTestRunner):
    def report_start(self, out, test, example):
        pass
    def report_success(self, out, test, example, got):
        note(test, example, True, got)
    def report_failure(self, out, test, example, got):
        note(test, example, False, got)
    def report_unexpected_exception(self, out, test, example, exc_info):
        note(test, example, False, "".join(__import__("traceback").format_exception_only(*exc_info[:2])))

results = []
def note(test, example, passed, got):
    results.append([test.name, example.lineno, passed, got, example.source])

name = MODULE
try:
    module = importlib.import_module(name)
    tests = doctest.DocTestFinder().find(module, name)
except Exception as error:
    print(json.dumps(["error", f"{type(error).__name__}: {error}"]))
else:
    for test in tests:
        if test.examples:
            Runner(verbose=False).run(test, out=lambda text: None)
    print()
    print(json.dumps(["results", results]))
`;

interface Example {
  passed: boolean;
  got: string;
  source: string;
}

function examplesOf(stdout: string): Map<string, Example> | string {
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (!last.startsWith('["')) return `no results: ${stdout.slice(-200)}`;
  const [kind, value] = JSON.parse(last);
  if (kind === 'error') return value;
  const examples = new Map<string, Example>();
  for (const [name, line, passed, got, source] of value)
    examples.set(`${name}:${line}`, { passed, got, source });
  return examples;
}

/** Modules of the library whose source has an example; what only makes sense elsewhere is left out by the library itself. */
function modulesWithExamples(): string[] {
  const names: string[] = [];
  for (const [path, bytes] of librarySources()) {
    if (!path.endsWith('.py') || !new TextDecoder().decode(bytes).includes('>>> ')) continue;
    names.push(path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.'));
  }
  return names.sort();
}

const wanted = process.argv.slice(2);
const cpython = await createPyodideRunner();
let theirs = 0;
let ours = 0;
let both = 0;
const failing: string[] = [];
for (const name of modulesWithExamples()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const files = { 'main.py': PROGRAM.replace('MODULE', JSON.stringify(name)) };
  const there = examplesOf((await cpython.run(files, 'main.py', '')).stdout);
  if (typeof there === 'string') {
    console.log(`${name.padEnd(28)} not on CPython: ${there.slice(0, 100)}`);
    continue;
  }
  const run = await runPython({ files, main: 'main.py' });
  const here = examplesOf(run.stdout);
  const passing = [...there].filter(([, example]) => example.passed);
  const missing = passing.filter(([at]) => typeof here === 'string' || here.get(at)?.passed !== true);
  const passedHere = typeof here === 'string' ? 0 : [...here.values()].filter((e) => e.passed).length;
  theirs += passing.length;
  ours += passedHere;
  both += passing.length - missing.length;
  if (passing.length > 0 || passedHere > 0) {
    console.log(
      `${name.padEnd(28)} ${String(passing.length).padStart(5)} on CPython ${String(passedHere).padStart(5)} here`,
    );
  }
  if (typeof here === 'string') console.log(`    ${here} ${run.stderr.slice(-300)}`);
  for (const [at, example] of missing) {
    failing.push(at);
    const got = typeof here === 'string' ? '' : (here.get(at)?.got ?? '(not run)');
    console.log(`    fails only here: ${at}`);
    if (wanted.length > 0) {
      console.log(`      ${example.source.trimEnd().replaceAll('\n', '\n      ')}`);
      console.log(`      expected ${JSON.stringify(example.got)}\n      got      ${JSON.stringify(got)}`);
    }
  }
}
console.log(`${theirs} examples pass on CPython, ${ours} here; ${both} of CPython's pass here too`);
process.exit(failing.length > 0 ? 1 : 0);
