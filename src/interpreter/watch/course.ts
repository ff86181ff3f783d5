// What the recorded course of a run consists of (trace.ts makes it): plain data that the page reads without the
// interpreter.
import type { RecordingEnd, WatchedCode } from './recording.ts';

/** What `Course.marks` says of a step: it raised an exception, or one passed through its frame. */
export const RAISED = 1;

/** The steps of a run, a column a property. */
export interface Course {
  length: number;
  codes: WatchedCode[];
  /** The first site of each code. */
  bases: number[];
  site: Uint32Array;
  /** Number of the frame: each call has its own. */
  frame: Uint32Array;
  /** How many frames the thread had, those of the standard library included. */
  depth: Uint32Array;
  marks: Uint8Array;
  /** Number of the thread, or null: there was only the main thread. */
  thread: Uint8Array | null;
  /** Steps before which something had been printed, and how many characters there were by then. */
  printedAt: Uint32Array;
  printed: Uint32Array;
}

export interface Trace extends RecordingEnd, Course {}
