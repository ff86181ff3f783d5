// An exercise as its folder tells it, made ready for the page at build time. A missing file or an unknown kind stops
// the build and says where.
import { markdownToHtml } from 'satteri';
import { ContentError } from './example.ts';
import type { KINDS } from './kinds.ts';

export interface ExerciseData {
  id: string;
  title: string;
  kind: (typeof KINDS)[number];
  /** One sentence that says what is checked. */
  check: string;
  hints: string[];
  explanation: string;
  schedules: number;
  start: string;
  solution: string;
  checkProgram: string;
  files: Record<string, string>;
}

/** One line of Markdown, or a few paragraphs, as HTML. */
export const toHtml = (markdown: string) =>
  markdownToHtml(markdown).html.replace(/^<p>([\s\S]*)<\/p>\n?$/, (all, inside: string) =>
    inside.includes('<p>') ? all : inside,
  );

const texts = import.meta.glob<string>(['/content/exercises/*/**/*'], { query: '?raw', import: 'default' });

export async function readExercise(
  id: string,
  front: {
    title: string;
    kind: ExerciseData['kind'];
    check: string;
    hints: string[];
    explanation: string;
    schedules: number;
  },
): Promise<ExerciseData> {
  const folder = `/content/exercises/${id}/`;
  const read = async (name: string) => {
    const load = texts[folder + name];
    if (!load) throw new ContentError(`content/exercises/${id}`, 1, `the exercise has no ${name}`);
    return load();
  };
  const files: Record<string, string> = {};
  for (const path of Object.keys(texts)) {
    if (path.startsWith(`${folder}files/`)) files[path.slice(`${folder}files/`.length)] = await texts[path]();
  }
  return {
    id,
    title: front.title,
    kind: front.kind,
    check: toHtml(front.check),
    hints: front.hints.map(toHtml),
    explanation: toHtml(front.explanation),
    schedules: front.schedules,
    start: (await read('start.py')).replace(/\n$/, ''),
    solution: (await read('solution.py')).replace(/\n$/, ''),
    checkProgram: await read('check.py'),
    files,
  };
}
