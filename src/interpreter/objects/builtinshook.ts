// How a type asks for a function of the builtins module (`iter`, `reversed`, `getattr`) without knowing the module.
//
// Answers to CPython 3.12: Python/ceval.c _PyEval_GetBuiltin.

import type { Obj } from '../memory/object.ts';
import { PyExc, raise } from './errors.ts';

export const builtinsHook: {
  /** A new reference to a builtin; null with AttributeError when it was deleted. Put in by the builtins module. */
  get: (name: string) => Obj | null;
} = { get: (name) => raise(PyExc.AttributeError, name) };
