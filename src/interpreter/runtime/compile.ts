// Compiling for running programs: compile(), exec(), import and the main program.
//
// The compiler answers with plain records; here they become code objects and SyntaxError exceptions.
//
// Answers to CPython 3.12: Python/pythonrun.c (Py_CompileStringObject), Python/errors.c
// (PyErr_SyntaxLocationObjectEx).

import { compileSource, type SourceOptions } from '../codegen/index.ts';
import type { Obj } from '../memory/object.ts';
import { PyExc, raise, setException } from '../objects/errors.ts';
import { newException, setExcField } from '../objects/exceptions.ts';
import { newInt } from '../objects/longcore.ts';
import { newTuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { type CompileWarning, SyntaxErrorInfo } from '../syntax/errors.ts';
import { codeObject } from '../vm/coderuntime.ts';
import { parserNames } from './charnames.ts';

const orNone = (n: number | null): Obj => (n === null ? none() : newInt(n));
const strOrNone = (s: string | null): Obj => (s === null ? none() : newStr(s));

/**
 * A line of a file as it is now, with its newline; null: there is no such file or line. Errors found after parsing show
 * the line from the file, not from the text that was compiled. CPython 3.12: Python/errors.c PyErr_ProgramTextObject
 */
export const files: { line: (filename: string, lineno: number) => string | null } = { line: () => null };

/** Raises what the compiler found. */
export function raiseSyntaxError(e: SyntaxErrorInfo): null {
  const type = PyExc[e.type];
  if (e.type !== 'SyntaxError' && e.type !== 'IndentationError' && e.type !== 'TabError') {
    return raise(type, e.msg);
  }
  const text = e.text;
  // CPython gives four facts when the end is not known, six when it is.
  const facts: Obj[] = [strOrNone(e.filename), orNone(e.lineno), orNone(e.offset), strOrNone(text)];
  if (e.end_lineno !== null || e.end_offset !== null) facts.push(orNone(e.end_lineno), orNone(e.end_offset));
  const exc = newException(type, newTuple([newStr(e.msg), newTuple(facts)]));
  if (e.end_lineno === null) {
    setExcField(exc, 'end_lineno', null);
    setExcField(exc, 'end_offset', null);
  }
  return setException(exc);
}

/** What compile() does where it is not told: 1 under -O, 2 under -OO. CPython 3.12: PyConfig.optimization_level */
export const compiling = { optimize: 0 };

export interface Compiled {
  /** A code object (new reference), or null with the error raised. */
  code: Obj | null;
  warnings: CompileWarning[];
}

/**
 * A missing block at the very end: reading a file, CPython's tokenizer has let go of its last line by then, and the error has
 * a line but no column. CPython 3.12: Parser/pegen_errors.c _PyPegen_raise_error (tok->cur == tok->buf)
 */
function atEndOfFile(e: SyntaxErrorInfo, source: string): SyntaxErrorInfo {
  if (e.type !== 'IndentationError' || e.lineno === null || !e.msg.startsWith('expected an indented block'))
    return e;
  const last = (e.text ?? '').trimEnd();
  if ((e.offset ?? 0) <= last.length) return e;
  const rest = source.split('\n').slice(e.lineno);
  if (rest.some((line) => line.trim() !== '' && !line.trim().startsWith('#'))) return e;
  return new SyntaxErrorInfo(e.type, e.msg, e.filename, e.lineno, 0, e.end_lineno, e.end_offset, e.text);
}

/**
 * Source text to a code object, or null with SyntaxError (or another error) raised. Source that names characters needs
 * charNamesReadyG first.
 */
export function compileString(
  source: string,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  options: SourceOptions = {},
  fromFile = false,
): Compiled {
  const { code, error, warnings } = compileSource(source, filename, mode, {
    programText: files.line,
    namedCharacter: parserNames(),
    ...options,
    optimize: options.optimize ?? compiling.optimize,
  });
  if (error !== null) {
    raiseSyntaxError(fromFile ? atEndOfFile(error, source) : error);
    return { code: null, warnings };
  }
  return { code: codeObject(code!), warnings };
}
