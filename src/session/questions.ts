// The questions a view may ask the worker that have one answer: a row each, its answer computed in answers.ts.
// A view that needs something new adds a row here and a function of the same name there; the types hold them together.
import type { ImportRecording, ObjectRecording, Recording, Timeline } from '../interpreter/watch/index.ts';
import type { Compiled } from './compiled.ts';
import type { Files } from './protocol.ts';

/** A program to be run once more, under watch, from its beginning to its end or to a limit. */
export interface Watched {
  files: Files;
  main: string;
  /** Lines for `input()`; afterwards the input is at its end. */
  input: string[];
}

export interface Questions {
  compile: { params: { source: string; filename: string }; answer: Compiled };
  steps: { params: Watched; answer: Recording };
  objects: { params: Watched; answer: ObjectRecording };
  threads: { params: Watched; answer: Timeline };
  imports: { params: Watched; answer: ImportRecording };
}
