// The questions a view may ask the worker that have one answer: a row each, its answer computed in answers.ts.
// A view that needs something new adds a row here and a function of the same name there; the types hold them together.
import type { Compiled } from './compiled.ts';

export interface Questions {
  compile: { params: { source: string; filename: string }; answer: Compiled };
}
