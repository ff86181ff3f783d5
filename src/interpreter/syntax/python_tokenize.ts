// Tokens for Python programs: what `_tokenize.TokenizerIter` gives, one at a time.
//
// The parser wants byte columns and no comments; `tokenize` wants characters, whole lines, comments and blank
// lines. Answers to CPython 3.12: Python/Python-tokenize.c. Absent on purpose: the `readline` protocol; whoever
// makes the Python object reads the lines first and joins them.

import { byteOffsetToCharacterOffset, characterCount, utf8Length } from '../text/source.ts';
import { type CompileWarning, SyntaxErrorInfo } from './errors.ts';
import {
  ASYNC,
  AWAIT,
  DEDENT,
  ENDMARKER,
  ERRORTOKEN,
  isStringLiteral,
  NAME,
  NEWLINE,
  NL,
  OP,
} from './token.ts';
import { E_DEDENT, E_EOF, E_LINECONT, E_TABSPACE, E_TOODEEP, Tokenizer } from './tokenizer.ts';

/** The five things a TokenInfo is made of; columns in characters. */
export interface TokenInfo {
  type: number;
  string: string;
  start: readonly [number, number];
  end: readonly [number, number];
  line: string;
}

export class TokenizerIter {
  private readonly tok: Tokenizer;
  private readonly filename = '<string>';
  private done = false;
  private last_line: string | null = null;
  private last_lineno = 0;

  constructor(source: string, extraTokens: boolean) {
    this.tok = new Tokenizer(source, {
      filename: this.filename,
      execInput: true,
      preserveCrlf: true,
      extraTokens,
    });
  }

  get warnings(): readonly CompileWarning[] {
    return this.tok.warnings;
  }

  /** The next token, an error, or null at the end. CPython 3.12: Python/Python-tokenize.c tokenizeriter_next */
  next(): TokenInfo | SyntaxErrorInfo | null {
    const tok = this.tok;
    const token = tok.next();
    let type = token.type;
    if (type === ERRORTOKEN) return tok.error ?? this.tokenizerError();
    if (this.done) return null;
    if (type === ENDMARKER) this.done = true;
    let string = token.string;
    const trailing = type === ENDMARKER || (type === DEDENT && tok.done === E_EOF);

    const lineStart = isStringLiteral(type) ? tok.multi_line_start : tok.line_start;
    let line: string | null;
    if (trailing && (tok.extraTokens || tok.lineno !== this.last_lineno)) {
      // CPython's line buffer is empty by now; without extra tokens it may still show the line it remembers.
      line = this.last_line = '';
    } else if (tok.lineno !== this.last_lineno) {
      const implicit = tok.implicitNewline && tok.inp === tok.source.length;
      line = tok.source.slice(lineStart, implicit ? tok.inp - 1 : tok.inp);
      this.last_line = line;
    } else {
      line = this.last_line;
    }

    // An empty source has no line to show: CPython then ends without an ENDMARKER.
    if (line === null) return null;

    let lineno = isStringLiteral(type) ? tok.first_lineno : tok.lineno;
    let endLineno = tok.lineno;
    this.last_lineno = lineno;
    let column = -1;
    let endColumn = -1;
    if (token.start >= lineStart) column = characterCount(tok.source, lineStart, token.start);
    if (token.end >= tok.line_start) {
      endColumn =
        lineno === endLineno
          ? column + characterCount(tok.source, token.start < 0 ? lineStart : token.start, token.end)
          : characterCount(tok.source, tok.line_start, token.end);
    }

    if (tok.extraTokens) {
      if (trailing) {
        lineno = endLineno = lineno + 1;
        column = endColumn = 0;
      }
      if (type > DEDENT && type < OP) {
        type = OP;
      } else if (type === ASYNC || type === AWAIT) {
        type = NAME;
      } else if (type === NEWLINE) {
        if (!(tok.implicitNewline && tok.inp === tok.source.length)) {
          string = tok.source[tok.start] === '\r' ? '\r\n' : '\n';
        }
        endColumn++;
      } else if (type === NL && tok.implicitNewline && tok.inp === tok.source.length) {
        string = '';
      }
    }
    return { type, string, start: [lineno, column], end: [endLineno, endColumn], line };
  }

  /** CPython 3.12: Python/Python-tokenize.c _tokenizer_error */
  private tokenizerError(): SyntaxErrorInfo {
    const tok = this.tok;
    const text = tok.source.slice(tok.buf, Math.max(tok.buf, tok.inp - 1));
    const width = utf8Length(tok.source, tok.buf, tok.inp);
    let type: SyntaxErrorInfo['type'] = 'SyntaxError';
    let msg: string;
    switch (tok.done) {
      case E_EOF: {
        const error = 'unexpected EOF in multi-line statement';
        const offset = tok.eofBetweenTokens ? 0 : width;
        return new SyntaxErrorInfo(type, error, this.filename, tok.lineno, offset, tok.lineno, null, null);
      }
      case E_DEDENT:
        type = 'IndentationError';
        msg = 'unindent does not match any outer indentation level';
        break;
      case E_TABSPACE:
        type = 'TabError';
        msg = 'inconsistent use of tabs and spaces in indentation';
        break;
      case E_TOODEEP:
        type = 'IndentationError';
        msg = 'too many levels of indentation';
        break;
      case E_LINECONT:
        msg = 'unexpected character after line continuation character';
        break;
      default:
        msg = 'unknown tokenization error';
    }
    const offset = byteOffsetToCharacterOffset(text, width);
    return new SyntaxErrorInfo(type, msg, this.filename, tok.lineno, offset, null, null, text);
  }
}
