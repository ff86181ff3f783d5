// An example, as the lesson's text tells it: fenced Python blocks and what follows them. The same data goes to the
// island that runs it and to the tools that check every example against CPython.
import type { ViewName } from '../islands/views/index.ts';

export interface Fence {
  lang: string;
  meta: string;
  value: string;
  line: number;
}

export interface Example {
  /** All files, the main one last. */
  files: { path: string; text: string }[];
  title: string | null;
  view: ViewName | null;
  /** The Step view begins at this line and asks the reader what each of its instructions leaves on top of the stack. */
  predict: number | null;
  /** How stdout is compared: as it is, as lines in any order, or not at all. */
  check: 'exact' | 'unordered' | 'none';
  input: string[];
  output: string | null;
  error: string | null;
  /** Line of the main fence in the lesson's file. */
  line: number;
}

export const MAIN = 'main.py';
const VIEWS: ViewName[] = ['bytecode', 'step', 'objects', 'threads', 'imports', 'scopes', 'pipeline'];
const FOLLOWERS = ['output', 'error', 'input'];

/** A mistake in a lesson or an exercise, told with its place. */
export class ContentError extends Error {
  readonly line: number;
  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.name = 'ContentError';
    this.line = line;
  }
}

export function parseMeta(meta: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, value] of meta.matchAll(/([A-Za-z-]+)(?:="([^"]*)")?/g)) found.set(name, value ?? '');
  return found;
}

export const isStatic = (fence: Fence) => parseMeta(fence.meta).has('static');
export const belongsToExample = (fence: Fence) =>
  (fence.lang === 'python' && !isStatic(fence)) || FOLLOWERS.includes(fence.lang);

/**
 * Cuts a run of adjacent fences into examples. A main fence is a Python fence without `file=`; the `file=` fences
 * before it and the output, error and input fences after it (input may also stand before) belong to it.
 */
export function gatherExamples(
  file: string,
  fences: Fence[],
): { example: Example; first: number; last: number }[] {
  const examples: { example: Example; first: number; last: number }[] = [];
  let at = 0;
  while (at < fences.length) {
    const first = at;
    const files: Example['files'] = [];
    const texts = new Map<string, string>();
    const take = (fence: Fence) => {
      if (texts.has(fence.lang)) {
        throw new ContentError(file, fence.line, `a second \`${fence.lang}\` block for one example`);
      }
      texts.set(fence.lang, fence.value);
    };
    while (at < fences.length && (fences[at].lang === 'input' || parseMeta(fences[at].meta).has('file'))) {
      const fence = fences[at++];
      if (fence.lang === 'input') {
        take(fence);
        continue;
      }
      const path = parseMeta(fence.meta).get('file') ?? '';
      if (!/^[\w./-]+$/.test(path) || path === MAIN || files.some((other) => other.path === path)) {
        throw new ContentError(file, fence.line, `file="${path}" is not a usable name, or is there twice`);
      }
      files.push({ path, text: fence.value });
    }
    const main = fences[at];
    if (main?.lang !== 'python') {
      const line = (main ?? fences[first]).line;
      throw new ContentError(
        file,
        line,
        main
          ? `this \`${main.lang}\` block follows no Python block; put it directly after its program`
          : 'these `file=` blocks are followed by no main program (a ```python block without file=)',
      );
    }
    at++;
    while (at < fences.length && FOLLOWERS.includes(fences[at].lang)) {
      // An `input` block may open the next example; it does when a program has already been told its input or output.
      if (fences[at].lang === 'input' && texts.size > 0) break;
      take(fences[at++]);
    }
    examples.push({ example: makeExample(file, main, files, texts), first, last: at - 1 });
  }
  return examples;
}

function makeExample(
  file: string,
  main: Fence,
  files: Example['files'],
  texts: Map<string, string>,
): Example {
  const meta = parseMeta(main.meta);
  for (const name of meta.keys()) {
    if (!['title', 'view', 'check', 'predict'].includes(name)) {
      throw new ContentError(
        file,
        main.line,
        `unknown setting "${name}" (title, view, check, predict, file, static)`,
      );
    }
  }
  const view = meta.get('view') ?? null;
  if (view !== null && !VIEWS.includes(view as ViewName)) {
    throw new ContentError(file, main.line, `there is no view "${view}" (there are: ${VIEWS.join(', ')})`);
  }
  const asked = meta.get('predict');
  const predict = asked === undefined ? null : Number(asked);
  if (predict !== null && (view !== 'step' || !(predict >= 1 && predict <= main.value.split('\n').length))) {
    throw new ContentError(file, main.line, `predict="${asked}" is the number of a line, with view="step"`);
  }
  const check = meta.get('check') ?? 'exact';
  if (check !== 'exact' && check !== 'unordered' && check !== 'none') {
    throw new ContentError(file, main.line, `check="${check}" is neither "none" nor "unordered"`);
  }
  if (!texts.has('output') && !texts.has('error')) {
    throw new ContentError(
      file,
      main.line,
      'this program is followed by no ```output block; add what CPython prints, or mark the block `static`',
    );
  }
  return {
    files: [...files, { path: MAIN, text: main.value }],
    title: meta.get('title') ?? null,
    view: view as ViewName | null,
    predict,
    check,
    input: texts.get('input')?.split('\n') ?? [],
    output: texts.get('output') ?? null,
    error: texts.get('error') ?? null,
    line: main.line,
  };
}
