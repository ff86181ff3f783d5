// What the reader leaves behind, in the browser and nowhere else: edits of examples and progress. An edit is kept
// under a hash of the example's own text, so when a lesson changes, an old edit never hides the new text. A browser
// that refuses storage (private windows, full disks) costs the memory of the page, not the page.
import type { Files } from '../session/protocol.ts';

const EDIT = 'inner-workings:edit:';
const PROGRESS = 'inner-workings:progress';
const SETTING = 'inner-workings:setting:';

/** 53 bits of a text, as base 36 (cyrb53): names a text, guards nothing. */
export function hashText(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether the text was kept. */
function write(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function parse<T>(text: string | null, empty: T): T {
  if (text === null) return empty;
  try {
    return JSON.parse(text) as T;
  } catch {
    return empty;
  }
}

export const readEdit = (key: string) => parse<Files | null>(read(EDIT + key), null);
export const saveEdit = (key: string, files: Files | null) =>
  write(EDIT + key, files && JSON.stringify(files));

export const readSetting = (name: string) => read(SETTING + name);
export const saveSetting = (name: string, value: string | null) => write(SETTING + name, value);

export interface ExerciseProgress {
  attempts: number;
  hints: number;
  state: 'open' | 'solved' | 'given up';
}

export interface Progress {
  version: 1;
  /** Lessons opened, with the day. */
  lessons: Record<string, string>;
  exercises: Record<string, ExerciseProgress>;
  /** Questions, predictions and orders, by the hash of their text: what was chosen, and whether it was right. */
  answers: Record<string, { answer: string; right: boolean | null }>;
}

const nothingYet = (): Progress => ({ version: 1, lessons: {}, exercises: {}, answers: {} });

export const CHANGED = 'inner-workings:progress';

export function readProgress(): Progress {
  const kept = parse<Partial<Progress> | null>(read(PROGRESS), null);
  return kept?.version === 1 ? { ...nothingYet(), ...kept } : nothingYet();
}

export function changeProgress(change: (progress: Progress) => void): void {
  const progress = readProgress();
  change(progress);
  write(PROGRESS, JSON.stringify(progress));
  dispatchEvent(new Event(CHANGED));
}

export const readAnswer = (key: string) => readProgress().answers[key] ?? null;
export const saveAnswer = (key: string, answer: string, right: boolean | null) =>
  changeProgress((progress) => {
    progress.answers[key] = { answer, right };
  });

/** Progress and edits as one text that can be taken to another browser. */
export function exportAll(): string {
  const edits: Record<string, Files> = {};
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(EDIT)) edits[key.slice(EDIT.length)] = parse<Files>(read(key), {});
  }
  return JSON.stringify({ course: 'python-inner-workings', progress: readProgress(), edits }, null, 2);
}

/** Takes in what exportAll gave; the answer is what was wrong with it, or null. */
export function importAll(text: string): string | null {
  const data = parse<{ course?: string; progress?: Progress; edits?: Record<string, Files> } | null>(
    text,
    null,
  );
  if (data?.course !== 'python-inner-workings' || data.progress?.version !== 1) {
    return 'This is not a progress file of this course.';
  }
  const { progress, edits = {} } = data;
  changeProgress((mine) => {
    Object.assign(mine.lessons, progress.lessons);
    Object.assign(mine.answers, progress.answers);
    for (const [id, theirs] of Object.entries(progress.exercises)) {
      if (mine.exercises[id]?.state !== 'solved') mine.exercises[id] = theirs;
    }
  });
  for (const [key, files] of Object.entries(edits)) saveEdit(key, files);
  return null;
}

export function forgetAll(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith('inner-workings:')) write(key, null);
  dispatchEvent(new Event(CHANGED));
}
