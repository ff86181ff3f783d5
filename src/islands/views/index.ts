// The views that look inside a program, one row each. A view is fetched when it is first opened, is drawn only from
// what the interpreter did, works by keyboard and at 360 px, and has a text or table twin for screen readers.
// Its colours and shapes are the kinds of styles/kinds.css.
import type { ComponentType } from 'preact';
import type { Session } from '../../session/client.ts';
import type { Place } from '../../session/compiled.ts';
import type { Files, RunOutcome } from '../../session/protocol.ts';

export type ViewName = 'bytecode' | 'step' | 'objects' | 'threads' | 'imports' | 'scopes' | 'pipeline';

/** A stretch of one of the files; columns are UTF-8 bytes, as in co_positions(). */
export interface SourceRange extends Place {
  file: string;
}

export interface SourceLine {
  file: string;
  line: number;
}

/** One position in one run, shared by the views of an example. */
export interface Kept {
  /** The view that is open. */
  view: ViewName | null;
  /** The program the step belongs to, with its input; null: whichever is there. */
  program: string | null;
  step: number;
  /** `file:line` each. */
  breakpoints: string[];
  /** The instruction the Step view stands at. */
  here: { file: string; text: string; qualname: string; firstLine: number; offset: number } | null;
}

export const nothingKept = (): Kept => ({ view: null, program: null, step: 0, breakpoints: [], here: null });

export interface ViewProps {
  session: Session;
  /** The reader's files as they stand now, edits included. */
  files: Files;
  main: string;
  /** Lines for input() that the example brings. */
  input: string[];
  /** Lights stretches of source in the editor; an empty list puts the light out. */
  highlight(ranges: SourceRange[]): void;
  /** Marks lines of the source in the editor: breakpoints. */
  dot(lines: SourceLine[]): void;
  /** What the views of one example remember, each for itself and for the others. */
  kept: Kept;
  /** The files as the example brings them, before any edit. */
  original: Files;
  /** The line whose instructions the reader is asked about in the Step view. */
  predictLine?: number | null;
  /** Name of an instruction the Bytecode view begins with. */
  seek?: string | null;
  /** The stretch the reader points at in the editor (caret or selection), or null. */
  selection: SourceRange | null;
  /** The last finished run of this example, or null; a new object after each run. */
  lastRun: { outcome: RunOutcome; stdout: string; stderr: string } | null;
}

export interface View {
  name: ViewName;
  /** The word on its tab. */
  title: string;
  /** It needs no run: where an example names it, it is open from the start. */
  atOnce?: boolean;
  load(): Promise<{ default: ComponentType<ViewProps> }>;
}

export const views: View[] = [
  { name: 'pipeline', title: 'Pipeline', atOnce: true, load: () => import('./PipelineView.tsx') },
  { name: 'bytecode', title: 'Bytecode', atOnce: true, load: () => import('./BytecodeView.tsx') },
  { name: 'step', title: 'Step', load: () => import('./StepView.tsx') },
  { name: 'objects', title: 'Objects', load: () => import('./ObjectsView.tsx') },
  { name: 'scopes', title: 'Scopes', atOnce: true, load: () => import('./ScopesView.tsx') },
  { name: 'imports', title: 'Imports', load: () => import('./ImportsView.tsx') },
  { name: 'threads', title: 'Threads', load: () => import('./ThreadsView.tsx') },
];
