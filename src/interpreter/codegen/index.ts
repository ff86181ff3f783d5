// Source text to code object: parse, then compile. What `compile()`, `exec()` and imports call.
//
// Answers to CPython 3.12: Python/pythonrunc.c Py_CompileStringObject, without the object model around it.

import type { CodeObject } from '../code/codeobject.ts';
import type { CompileWarning, SyntaxErrorInfo } from '../syntax/errors.ts';
import { parse } from '../syntax/parser.ts';
import { compileModule } from './compile.ts';
import { PyCF_MASK } from './compiler.ts';

export type { CompileOptions, CompileResult } from './compile.ts';
export { compileModule } from './compile.ts';
export { PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_MASK } from './compiler.ts';

export interface SourceOptions {
  /** 0, 1 (-O: no asserts), 2 (-OO: no docstrings either). */
  optimize?: number;
  /** compile()'s flags. */
  flags?: number;
  /** False: future features of the calling code count too; they are in `inheritedFlags`. */
  dontInherit?: boolean;
  inheritedFlags?: number;
}

export interface SourceResult {
  code: CodeObject | null;
  error: SyntaxErrorInfo | null;
  warnings: CompileWarning[];
}

/** Compiles source text. CPython 3.12: Python/bltinmodule.c builtin_compile_impl and what it calls. */
export function compileSource(
  source: string,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  options: SourceOptions = {},
): SourceResult {
  const inherited = options.dontInherit === false ? (options.inheritedFlags ?? 0) & PyCF_MASK : 0;
  const flags = (options.flags ?? 0) | inherited;
  const parsed = parse(source, filename, mode, flags);
  if (parsed.mod === null) return { code: null, error: parsed.error, warnings: parsed.warnings };
  const result = compileModule(parsed.mod, filename, { optimize: options.optimize, flags });
  return { ...result, warnings: [...parsed.warnings, ...result.warnings] };
}
