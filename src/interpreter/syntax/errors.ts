// What the compiler says when it refuses a program: a value, never a JavaScript exception.
//
// CPython raises SyntaxError objects from its tokenizer, parser, symbol table and code generator. Those
// stages cannot know Python objects here, so each returns this record and the runtime makes the
// exception object of it (CPython 3.12: Python/errors.c PyErr_SyntaxLocationObjectEx, Parser/pegen_errors.c).

export type SyntaxErrorType =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  // Raised by the same stages for other reasons: nested too deeply, undecodable text, NUL bytes, ...
  | 'ValueError'
  | 'MemoryError'
  | 'RecursionError'
  | 'OverflowError'
  | 'SystemError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError';

/** The five facts CPython keeps on a SyntaxError. Offsets count from 1, in characters; 0 or null: none. */
export class SyntaxErrorInfo {
  readonly type: SyntaxErrorType;
  readonly msg: string;
  readonly filename: string;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly end_lineno: number | null;
  readonly end_offset: number | null;
  /** The line of source the error points into, as CPython keeps it in `SyntaxError.text`. */
  readonly text: string | null;
  /** The place is put on the exception after it was made, so that its args are the message alone. */
  late = false;

  constructor(
    type: SyntaxErrorType,
    msg: string,
    filename: string,
    lineno: number | null,
    offset: number | null,
    end_lineno: number | null,
    end_offset: number | null,
    text: string | null,
  ) {
    this.type = type;
    this.msg = msg;
    this.filename = filename;
    this.lineno = lineno;
    this.offset = offset;
    this.end_lineno = end_lineno;
    this.end_offset = end_offset;
    this.text = text;
  }
}

/** The same, with its place put on late. CPython 3.12: Python/errors.c PyErr_RangedSyntaxLocationObject */
export function placedLate(error: SyntaxErrorInfo): SyntaxErrorInfo {
  error.late = true;
  return error;
}

/** A warning the compiler gives while it goes on, for example `"\d"` or `x is 1`. */
export interface CompileWarning {
  category: 'SyntaxWarning' | 'DeprecationWarning';
  msg: string;
  filename: string;
  lineno: number;
  /** Given where compile() was called, not at a place in the text: then `lineno` says nothing. */
  atCaller?: true;
}
