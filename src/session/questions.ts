// The questions a view may ask the worker that have one answer: a row each, its answer computed in answers.ts.
// A view that needs something new adds a row here and a function of the same name there; the types hold them together.
import type {
  ImportRecording,
  ObjectRecording,
  Specialised,
  StepWindow,
  Timeline,
  Trace,
} from '../interpreter/watch/index.ts';
import type { Compiled } from './compiled.ts';
import type { Files } from './protocol.ts';

/** A program to be run once more, under watch, from its beginning to its end or to a limit. */
export interface Watched {
  files: Files;
  main: string;
  /** Lines for `input()`; afterwards the input is at its end. */
  input: string[];
}

export interface TracedRun extends Trace {
  beginning: StepWindow;
}

export interface Questions {
  compile: { params: { source: string; filename: string }; answer: Compiled };
  /** The course of the whole run, and its beginning in full. */
  trace: { params: Watched; answer: TracedRun };
  /** A stretch of that run in full. */
  window: { params: Watched & { from: number; length: number }; answer: StepWindow };
  /** What the program has made of its code by its end. */
  specialised: { params: Watched; answer: Specialised };
  objects: { params: Watched; answer: ObjectRecording };
  threads: { params: Watched; answer: Timeline };
  imports: { params: Watched; answer: ImportRecording };
}
