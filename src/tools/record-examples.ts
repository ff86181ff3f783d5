// Writes into every lesson what CPython prints for its examples; with --check only compares.
//
//   node src/tools/record-examples.ts [--check] [--native python3.12] [name of a lesson ...]
//
// Examples with check="none" keep the output their author chose (addresses, times). Programs that start threads cannot
// run on Pyodide: their output is the author's too, and is compared only when --native names a python3.12. The same holds
// for facts of a 64-bit machine (sizes, sys.maxsize): Pyodide is a 32-bit CPython.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { differences, type Example, findExamples, statedByAuthor } from './lesson-examples.ts';
import { createNativeRunner } from './native-runner.ts';
import { createPyodideRunner, type Finished, type Runner } from './pyodide-runner.ts';

const LESSONS = new URL('../../content/lessons/', import.meta.url);

const args = process.argv.slice(2);
const checkOnly = args.includes('--check');
const nativeAt = args.indexOf('--native');
const native: Runner | null = nativeAt < 0 ? null : createNativeRunner(args[nativeAt + 1]);
const wanted = args.filter((arg, i) => !arg.startsWith('--') && (nativeAt < 0 || i !== nativeAt + 1));

/** The program's two streams as the lesson should show them, or null when they are the author's to state. */
async function judge(example: Example, pyodide: Runner): Promise<Finished | null> {
  if (example.check === 'none') return null;
  if (!statedByAuthor(example)) {
    const finished = await pyodide.run(example.files, 'main.py', example.input);
    if (!finished.threads) return finished;
  }
  return native ? native.run(example.files, 'main.py', example.input) : null;
}

const pyodide = await createPyodideRunner();
let right = 0;
let wrong = 0;
let stated = 0;
let changed = 0;
for (const name of (await readdir(LESSONS)).filter((file) => file.endsWith('.mdx')).sort()) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const source = await readFile(new URL(name, LESSONS), 'utf8');
  const lines = source.split('\n');
  // From the last example to the first, so that line numbers before it stay right.
  for (const example of findExamples(name, source).reverse()) {
    const finished = await judge(example, pyodide);
    if (!finished) {
      if (!example.output && !example.error) console.log(`${name}:${example.line}: no output stated`);
      stated++;
      continue;
    }
    const differs = differences(example, finished);
    if (differs.length === 0) {
      right++;
      continue;
    }
    if (checkOnly) {
      wrong++;
      console.log(`${name}:${example.line}: ${differs.join(' and ')} differ from CPython's`);
      console.log(`--- stated\n${example.output?.text ?? ''}${example.error?.text ?? ''}`);
      console.log(`--- CPython\n${finished.stdout}${finished.stderr}`);
      continue;
    }
    changed++;
    const blocks = [example.output, example.error].filter((fence) => fence !== null);
    const end = Math.max(example.main.end, ...blocks.map((fence) => fence.end));
    const kept = example.input === '' ? [] : ['```input', ...example.input.trimEnd().split('\n'), '```'];
    const block = (language: string, text: string) =>
      text === '' ? [] : [`\`\`\`${language}`, ...text.replace(/\n$/, '').split('\n'), '```'];
    const fresh = [...kept, ...block('output', finished.stdout), ...block('error', finished.stderr)];
    lines.splice(example.main.end, end - example.main.end, ...fresh);
  }
  if (!checkOnly) await writeFile(new URL(name, LESSONS), lines.join('\n'));
}
console.log(
  `examples: ${right} agree, ${changed} rewritten, ${wrong} differ, ${stated} stated by their author`,
);
process.exit(wrong > 0 ? 1 : 0);
