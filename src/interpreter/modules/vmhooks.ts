// What the built-in modules need from parts that are wired later: the import system and the native streams.
//
// Everything else they take from vm and runtime directly.

import type { Obj, Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { PyExc, raise } from '../objects/errors.ts';
import type { Module } from '../objects/moduleobject.ts';

/** The modules of the running interpreter; set when they are made. */
export const current: { sys: Module | null; builtins: Module | null } = { sys: null, builtins: null };

export const moduleHooks: {
  /** `__import__(name, globals, locals, fromlist, level)`; absent arguments are null. */
  importModule: (
    name: Obj,
    globals: Obj | null,
    locals: Obj | null,
    fromlist: Obj | null,
    level: number,
  ) => Res;
  /**
   * Writes text to a native text stream at once, as its write method would: None, or null (error or pending).
   * undefined: the object is no native stream, so its write method must be called.
   */
  writeText: (file: Obj, text: string) => Res | undefined;
  /** Warns as the warnings module does (`category` is a warning type's name); None, or null. */
  warn: (
    category: 'DeprecationWarning' | 'ImportWarning' | 'ResourceWarning' | 'RuntimeWarning' | 'SyntaxWarning',
    message: string,
    source?: Obj,
  ) => Res;
} = {
  importModule: () => raise(PyExc.ImportError, '__import__ not found'),
  writeText: () => undefined,
  warn: () => raise(PyExc.SystemError, 'warnings are not available'),
};

/** Abstract syntax trees as Python objects; put in by _ast, which is fetched when a program first asks for one. */
export const astHooks: {
  isTree: (o: Obj) => boolean;
  /** Parses to a tree; `version` is the minor version of Python it is for, -1: this one. */
  treeG: (text: string, filename: string, mode: string, flags: number, version: number) => Gen;
  /** A code object of a tree. */
  compileG: (tree: Obj, filename: string, mode: string, flags: number, optimize: number) => Gen;
} = {
  isTree: () => false,
  treeG: () => {
    throw new Error('_ast was used before it was loaded');
  },
  compileG: () => {
    throw new Error('_ast was used before it was loaded');
  },
};
