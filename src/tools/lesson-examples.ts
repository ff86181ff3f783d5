// Finds the examples of a lesson: runs of adjacent fences in its MDX, in the order a reader meets them.
//
// An example is a ```python fence without `file=` or `static`, with any ```python file="..." fences before it and its
// ```input, ```output and ```error fences around it; "adjacent" means that only blank lines stand between them.
// Everything else in the lesson is left alone, so the text can be rewritten in place.

export interface Fence {
  language: string;
  meta: Meta;
  text: string;
  /** First line of the fence (0-based) and the line after its closing mark. */
  start: number;
  end: number;
}

export interface Meta {
  file?: string;
  title?: string;
  view?: string;
  check?: string;
  static?: true;
}

export interface Example {
  lesson: string;
  /** 1-based line of the main fence, for messages. */
  line: number;
  title: string;
  files: Record<string, string>;
  check: string;
  input: string;
  output: Fence | null;
  error: Fence | null;
  main: Fence;
}

/** Facts of a 64-bit machine, which Pyodide (32 bits) would answer otherwise. */
const WORD_SIZE = /\b(getsizeof|maxsize|hash\(|__sizeof__|__basicsize__)/;

/** The program's outcome is its author's to state: it differs from run to run, or Pyodide cannot know it. */
export const statedByAuthor = (example: Example) =>
  example.check === 'none' || WORD_SIZE.test(example.main.text);

/** The streams that differ from what the lesson shows. */
export function differences(
  example: Example,
  got: { stdout: string; stderr: string },
): ('output' | 'error')[] {
  const form = (text: string) => (example.check === 'unordered' ? text.split('\n').sort().join('\n') : text);
  return (['output', 'error'] as const).filter(
    (name) => form(example[name]?.text ?? '') !== form(name === 'output' ? got.stdout : got.stderr),
  );
}

const META = /(\w+)(?:="([^"]*)")?/g;

function readMeta(text: string): Meta {
  const meta: Record<string, string | true> = {};
  for (const [, key, value] of text.matchAll(META)) meta[key] = value ?? true;
  return meta as Meta;
}

/** All fences that begin at the left margin. */
export function findFences(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  for (let i = 0; i < lines.length; i++) {
    const open = /^```(\w*)\s*(.*)$/.exec(lines[i]);
    if (!open) continue;
    const start = i;
    const body: string[] = [];
    while (++i < lines.length && lines[i] !== '```') body.push(lines[i]);
    const text = body.length === 0 ? '' : `${body.join('\n')}\n`;
    fences.push({ language: open[1], meta: readMeta(open[2]), text, start, end: i + 1 });
  }
  return fences;
}

/** The examples of one lesson, in order. */
export function findExamples(lesson: string, source: string): Example[] {
  const lines = source.split('\n');
  const examples: Example[] = [];
  let files: Record<string, string> = {};
  let current: Example | null = null;
  let end = -1;
  for (const fence of findFences(lines)) {
    const adjacent = end >= 0 && lines.slice(end, fence.start).every((line) => line.trim() === '');
    end = fence.end;
    if (!adjacent) {
      files = {};
      current = null;
    }
    if (fence.language === 'python') {
      if (fence.meta.static) {
        files = {};
        current = null;
      } else if (fence.meta.file && fence.meta.file !== 'main.py') {
        if (current) {
          files = {};
          current = null;
        }
        files[fence.meta.file] = fence.text;
      } else {
        if (current) files = {};
        current = {
          lesson,
          line: fence.start + 1,
          title: fence.meta.title ?? '',
          files: { ...files, 'main.py': fence.text },
          check: fence.meta.check ?? 'exact',
          input: '',
          output: null,
          error: null,
          main: fence,
        };
        examples.push(current);
      }
    } else if (current && fence.language === 'input') current.input = fence.text;
    else if (current && fence.language === 'output') current.output = fence;
    else if (current && fence.language === 'error') current.error = fence;
    else {
      files = {};
      current = null;
    }
  }
  return examples;
}
