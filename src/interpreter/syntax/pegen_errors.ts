// Errors of the parser: where they point, and which one wins.
//
// Answers to CPython 3.12: Parser/pegen_errors.c. Columns come in as UTF-8 bytes counted from 1 and go out as characters
// counted from 1; the text is the line the error is in, or what the tokenizer has in its buffer where that is the
// line. Absent on purpose: errors of reading (decoding, interrupts), which happen before there is a parser.

import { byteOffsetToCharacterOffset } from '../text/source.ts';
import { SyntaxErrorInfo, type SyntaxErrorType } from './errors.ts';
import type { Parser } from './pegen.ts';
import { DEDENT, ENDMARKER, ERRORTOKEN, INDENT, type Token } from './token.ts';
import { E_DEDENT, E_DONE, E_EOF, E_LINECONT, E_OK, E_TABSPACE, E_TOODEEP } from './tokenizer.ts';

/** Whether `except SyntaxError` would catch it. */
export function isSyntaxError(error: SyntaxErrorInfo): boolean {
  return error.type === 'SyntaxError' || error.type === 'IndentationError' || error.type === 'TabError';
}

/** The text an error shows. CPython 3.12: Parser/pegen_errors.c _PyPegen_raise_error_known_location */
function errorLine(p: Parser, lineno: number): string {
  if (p.startRule === 'exec') {
    const line = p.options.programText?.(p.options.filename, lineno);
    if (line !== undefined && line !== null) return line;
  }
  if (p.tok.lineno <= lineno) {
    const buffer = p.tok.bufferText();
    if (buffer !== null) return buffer;
  }
  return p.tok.sourceLine(lineno);
}

/** Columns in bytes, from 1. CPython 3.12: Parser/pegen_errors.c _PyPegen_raise_error_known_location */
export function raise_error_known_location(
  p: Parser,
  type: SyntaxErrorType,
  lineno: number,
  col_offset: number,
  end_lineno: number,
  end_col_offset: number,
  msg: string,
): null {
  if (p.error !== null) return null;
  const line = errorLine(p, lineno);
  return p.fail(
    new SyntaxErrorInfo(
      type,
      msg,
      p.options.filename,
      lineno,
      byteOffsetToCharacterOffset(line, col_offset),
      end_lineno,
      end_col_offset > 0 ? byteOffsetToCharacterOffset(line, end_col_offset) : end_col_offset,
      line,
    ),
  );
}

/** At the last token read, or at the one at `mark`. CPython 3.12: Parser/pegen_errors.c _PyPegen_raise_error */
export function raise_error(p: Parser, type: SyntaxErrorType, useMark: boolean, msg: string): null {
  if (p.error !== null) return null;
  if (p.fill === 0) return raise_error_known_location(p, type, 0, 0, 0, -1, msg);
  if (useMark && p.peek().type < 0) return null;
  const t = p.known_err_token ?? p.tokens[useMark ? p.mark : p.fill - 1]!;
  let col_offset: number;
  // Tokens that are nowhere: the place is where the tokenizer is.
  if (t.col_offset === -1) col_offset = p.tok.atBufferStart() ? 0 : p.tok.curColumn();
  else col_offset = t.col_offset + 1;
  const end_col_offset = t.end_col_offset === -1 ? -1 : t.end_col_offset + 1;
  return raise_error_known_location(p, type, t.lineno, col_offset, t.end_lineno, end_col_offset, msg);
}

/** CPython 3.12: Parser/pegen_errors.c raise_unclosed_parentheses_error */
function raise_unclosed_parentheses_error(p: Parser): null {
  const { level, parenlinenostack, parencolstack, parenstack } = p.tok;
  const lineno = parenlinenostack[level - 1]!;
  const bracket = String.fromCharCode(parenstack[level - 1]!);
  return p.raiseSyntaxErrorKnownLocation(
    lineno,
    parencolstack[level - 1]!,
    lineno,
    -1,
    `'${bracket}' was never closed`,
  );
}

/** The words for what the tokenizer stopped at. CPython 3.12: Parser/pegen_errors.c _Pypegen_tokenizer_error */
export function tokenizer_error(p: Parser): null {
  const tok = p.tok;
  let type: SyntaxErrorType = 'SyntaxError';
  let col_offset = 0;
  let msg: string;
  switch (tok.done) {
    case E_EOF:
      if (tok.level > 0) return raise_unclosed_parentheses_error(p);
      return p.raiseSyntaxError('unexpected EOF while parsing');
    case E_DEDENT:
      return p.raiseIndentationError('unindent does not match any outer indentation level');
    case E_TABSPACE:
      type = 'TabError';
      msg = 'inconsistent use of tabs and spaces in indentation';
      break;
    case E_TOODEEP:
      type = 'IndentationError';
      msg = 'too many levels of indentation';
      break;
    case E_LINECONT:
      col_offset = Math.max(tok.curBufferOffset() - 1, 0);
      msg = 'unexpected character after line continuation character';
      break;
    default:
      msg = 'unknown parsing error';
  }
  return raise_error_known_location(p, type, tok.lineno, col_offset + 1, tok.lineno, 0, msg);
}

/**
 * Reads on to the end: an error of the tokenizer, or a bracket left open before the line of the error, says more
 * than "invalid syntax". CPython 3.12: Parser/pegen_errors.c _PyPegen_tokenize_full_source_to_check_for_errors
 */
function tokenize_full_source_to_check_for_errors(p: Parser): void {
  const found = p.error;
  const current = p.known_err_token ?? p.tokens[p.tokensRead - 1]!;
  p.clearError();
  for (;;) {
    const type = p.tok.next().type;
    if (type === ERRORTOKEN) {
      if (p.tok.error !== null) p.fail(p.tok.error);
      else if (p.tok.level !== 0 && current.lineno > p.tok.parenlinenostack[p.tok.level - 1]!) {
        raise_unclosed_parentheses_error(p);
      }
      break;
    }
    if (type === ENDMARKER) break;
  }
  // Inside an f-string the error in the expression says more than what follows from it.
  if (p.error === null || p.tok.insideFString()) {
    p.clearError();
    if (found !== null) p.fail(found);
  }
}

/** What to say after both passes. CPython 3.12: Parser/pegen_errors.c _Pypegen_set_syntax_error */
export function set_syntax_error(p: Parser, lastToken: Token | undefined): void {
  if (p.error !== null) {
    const tokenizerFine = p.tok.done === E_DONE || p.tok.done === E_OK;
    if (tokenizerFine && isSyntaxError(p.error)) tokenize_full_source_to_check_for_errors(p);
    return;
  }
  if (lastToken === undefined) {
    p.raiseSyntaxError('error at start before reading any input');
    return;
  }
  if (lastToken.type === ERRORTOKEN && p.tok.done === E_EOF) {
    if (p.tok.level > 0) raise_unclosed_parentheses_error(p);
    else p.raiseSyntaxError('unexpected EOF while parsing');
    return;
  }
  if (lastToken.type === INDENT || lastToken.type === DEDENT) {
    p.raiseIndentationError(lastToken.type === INDENT ? 'unexpected indent' : 'unexpected unindent');
    return;
  }
  // Generic: at the furthest token of the first pass, as the second may have looked further.
  p.raiseAt(lastToken, 'invalid syntax');
  tokenize_full_source_to_check_for_errors(p);
}

/** CPython 3.12: Parser/pegen_errors.c _Pypegen_stack_overflow */
export function stack_overflow(p: Parser): null {
  return p.raiseException('MemoryError', 'Parser stack overflowed - Python source too complex to parse');
}
