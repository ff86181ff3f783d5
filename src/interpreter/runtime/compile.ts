// Compiling for running programs: compile(), exec(), import and the main program.
//
// The compiler answers with plain records; here they become code objects and SyntaxError exceptions.
//
// Answers to CPython 3.12: Python/pythonrun.c (Py_CompileStringObject), Python/errors.c
// (PyErr_SyntaxLocationObjectEx).

import { compileSource, type SourceOptions } from '../codegen/index.ts';
import { decref, type Obj } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { clear, matches, PyExc, raise, setException } from '../objects/errors.ts';
import { newException, setExcField } from '../objects/exceptions.ts';
import { runningHooks } from '../objects/hooks.ts';
import { newInt } from '../objects/longcore.ts';
import { newTuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { type CompileWarning, SyntaxErrorInfo } from '../syntax/errors.ts';
import { codeObject } from '../vm/coderuntime.ts';
import { charNamesReadyG, namesCharacters, parserNames } from './charnames.ts';

const orNone = (n: number | null): Obj => (n === null ? none() : newInt(n));
const strOrNone = (s: string | null): Obj => (s === null ? none() : newStr(s));

/**
 * A line of a file as it is now, with its newline; null: there is no such file or line. Errors found after parsing show
 * the line from the file, not from the text that was compiled. CPython 3.12: Python/errors.c PyErr_ProgramTextObject
 */
export const files: { line: (filename: string, lineno: number) => string | null } = { line: () => null };

/** An exception made of its message, its place put on it then. CPython 3.12: Python/errors.c PyErr_SyntaxLocationObjectEx */
function raisePlacedLate(e: SyntaxErrorInfo): null {
  const exc = newException(PyExc[e.type], newTuple([newStr(e.msg)]));
  const place = {
    filename: strOrNone(e.filename),
    lineno: orNone(e.lineno),
    offset: orNone(e.offset),
    end_lineno: orNone(e.end_lineno),
    end_offset: orNone(e.end_offset),
    text: strOrNone(e.text),
  };
  for (const [name, value] of Object.entries(place)) setExcField(exc, name, value);
  return setException(exc);
}

/** Raises what the compiler found; `withEnd`: the end is among the args even where it is None, as _tokenize does it. */
export function raiseSyntaxError(e: SyntaxErrorInfo, withEnd = false): null {
  const type = PyExc[e.type];
  if (e.type !== 'SyntaxError' && e.type !== 'IndentationError' && e.type !== 'TabError') {
    return raise(type, e.msg);
  }
  const text = e.text;
  if (e.late) return raisePlacedLate(e);
  // CPython gives four facts when the end is not known, six when it is.
  const facts: Obj[] = [strOrNone(e.filename), orNone(e.lineno), orNone(e.offset), strOrNone(text)];
  if (withEnd || e.end_lineno !== null || e.end_offset !== null)
    facts.push(orNone(e.end_lineno), orNone(e.end_offset));
  const exc = newException(type, newTuple([newStr(e.msg), newTuple(facts)]));
  if (e.end_lineno === null) {
    setExcField(exc, 'end_lineno', null);
    setExcField(exc, 'end_offset', null);
  }
  return setException(exc);
}

/** What compile() does where it is not told: 1 under -O, 2 under -OO. CPython 3.12: PyConfig.optimization_level */
export const compiling = { optimize: 0 };

type Escalate = (warning: CompileWarning) => boolean;

/**
 * Compiles, and issues the warnings that come of it, in their order and before any error. The filters are Python objects that
 * the compiler cannot ask; so where one makes an exception of a warning, the text is compiled again with that warning as
 * an error, which then is a SyntaxError with its place. Null: another exception came of a warning.
 * CPython 3.12: Python/_warnings.c PyErr_WarnExplicitObject, Python/compile.c compiler_warn
 */
export function* warningG<T>(compile: (escalate: Escalate) => T): Gen<T | null> {
  const errors = new Set<number>();
  for (let issued = 0; ; ) {
    const warnings: CompileWarning[] = [];
    const result = compile((warning) => errors.has(warnings.push(warning) - 1));
    let again = false;
    for (; issued < warnings.length && !again; issued++) {
      if (errors.has(issued)) continue;
      const { category, msg, filename, lineno, atCaller } = warnings[issued];
      let r = atCaller
        ? runningHooks.warn('DeprecationWarning', msg)
        : runningHooks.warnExplicit(category, msg, filename, lineno);
      if (r === null) r = yield* settle();
      if (r !== null) {
        decref(r);
        continue;
      }
      if (!matches(PyExc[category])) return null;
      clear();
      errors.add(issued);
      again = true;
    }
    if (!again) return result;
  }
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

/** Source text to a code object (new reference), or null with SyntaxError (or another error) raised. */
export function* compileStringG(
  source: string,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  options: SourceOptions = {},
  fromFile = false,
): Gen {
  if (namesCharacters(source) && !(yield* charNamesReadyG())) return null;
  const result = yield* warningG((escalate) =>
    compileSource(source, filename, mode, {
      programText: files.line,
      namedCharacter: parserNames(),
      escalate,
      ...options,
      optimize: options.optimize ?? compiling.optimize,
    }),
  );
  if (result === null) return null;
  if (result.error !== null) {
    return raiseSyntaxError(fromFile ? atEndOfFile(result.error, source) : result.error);
  }
  return codeObject(result.code!);
}
