// Source text to code object: parse, then compile. What `compile()`, `exec()` and imports call.
//
// Answers to CPython 3.12: Python/pythonrunc.c Py_CompileStringObject, without the object model around it.

import type { CodeObject } from '../code/codeobject.ts';
import { CO_FUTURE_BARRY_AS_BDFL } from '../code/codeobject.ts';
import type { CompileWarning, SyntaxErrorInfo } from '../syntax/errors.ts';
import { type ParserOptions, parse } from '../syntax/parser.ts';
import { compileModule } from './compile.ts';
import { PyCF_ALLOW_INCOMPLETE_INPUT, PyCF_DONT_IMPLY_DEDENT } from './compiler.ts';

export type { CompileOptions, CompileResult } from './compile.ts';
export { compileModule } from './compile.ts';
export {
  PyCF_ALLOW_INCOMPLETE_INPUT,
  PyCF_ALLOW_TOP_LEVEL_AWAIT,
  PyCF_DONT_IMPLY_DEDENT,
  PyCF_MASK,
} from './compiler.ts';

/** What the parser asks its surroundings for goes through as it is. */
type HostOptions = Pick<ParserOptions, 'escalate' | 'namedCharacter' | 'intMaxStrDigits' | 'programText'>;

export interface SourceOptions extends HostOptions {
  /** 0, 1 (-O: no asserts), 2 (-OO: no docstrings either). */
  optimize?: number;
  /** compile()'s flags. */
  flags?: number;
}

export interface SourceResult {
  code: CodeObject | null;
  error: SyntaxErrorInfo | null;
  warnings: CompileWarning[];
}

/** Include/cpython/compile.h */
export const PyCF_TYPE_COMMENTS = 0x1000;

/** What compile()'s flags say to the parser. CPython 3.12: Parser/pegen.c compute_parser_flags */
export function parserFlags(
  flags: number,
): Pick<ParserOptions, 'dontImplyDedent' | 'allowIncompleteInput' | 'barryAsBdfl' | 'typeComments'> {
  return {
    typeComments: (flags & PyCF_TYPE_COMMENTS) !== 0,
    dontImplyDedent: (flags & PyCF_DONT_IMPLY_DEDENT) !== 0,
    allowIncompleteInput: (flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
    barryAsBdfl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
  };
}

/** Compiles source text. CPython 3.12: Python/bltinmodule.c builtin_compile_impl and what it calls. */
export function compileSource(
  source: string,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  options: SourceOptions = {},
): SourceResult {
  const flags = options.flags ?? 0;
  const parsed = parse(source, filename, mode, {
    ...parserFlags(flags),
    escalate: options.escalate,
    namedCharacter: options.namedCharacter,
    intMaxStrDigits: options.intMaxStrDigits,
    programText: options.programText,
  });
  if (parsed.mod === null) return { code: null, error: parsed.error, warnings: parsed.warnings };
  const result = compileModule(parsed.mod, filename, {
    optimize: options.optimize,
    flags,
    escalate: options.escalate,
    programText: options.programText,
  });
  return { ...result, warnings: [...parsed.warnings, ...result.warnings] };
}
