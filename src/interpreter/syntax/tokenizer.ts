// The tokenizer: characters in, tokens out, one at a time, when the parser asks.
//
// Answers to CPython 3.12: Parser/tokenizer.c, reading from a string (_PyTokenizer_FromUTF8), with the limits of
// Parser/tokenizer.h. Two modes: ordinary text, and the inside of f-strings (PEP 701), on a stack of modes. The
// method names are CPython's; its `goto`s are calls here. Scanning works on character codes of the string itself,
// not on a copy in UTF-8: columns in bytes are computed at token ends, and for free on lines of plain ASCII.
//
// Deliberately absent: reading from a terminal (`prompt`), a file or `readline` (the caller has the text already),
// type comments (never kept, see ast.ts) and the `async` hacks for feature versions below 3.7.
//
// API (agreed with the parser):
//   new Tokenizer(source, { filename, execInput, ... })   source: decoded text, before newline translation
//   next(): Token                 _PyTokenizer_Get; type ERRORTOKEN on error, then:
//     .error                      the SyntaxError the tokenizer raised itself (done === E_ERROR), or null: then
//     .done                       one of E_*; what _Pypegen_tokenizer_error turns into a message
//   .level, .parenstack (character codes), .parenlinenostack, .parencolstack (bytes)
//                                 the open brackets, for "'(' was never closed"
//   .lineno, .indent, .pendin     as in tok_state; the parser sets indent and pendin in 'single' mode
//   .insideFString()              tok_mode_stack_index > 0
//   .curColumn()                  tok->cur - tok->line_start, in bytes
//   .curBufferOffset()            tok->cur - tok->buf, in bytes
//   .atBufferStart()              tok->cur == tok->buf
//   .bufferText()                 the text from tok->buf to tok->inp, or null where that is empty
//   .sourceLine(lineno)           that line without its newline (get_error_line_from_tokenizer_buffers)
//   .rest()                       the text not read yet, for bad_single_statement
//   .warn(category, msg, lineno)  the one place warnings go through; true where a filter makes it an error

import { characterCount, translateNewlines, utf8Length } from '../text/source.ts';
import { isPrintable, scanIdentifier } from '../text/unicode_identifier.ts';
import { type CompileWarning, SyntaxErrorInfo } from './errors.ts';
import {
  ASYNC,
  AWAIT,
  COLON,
  COMMENT,
  DEDENT,
  DOT,
  ELLIPSIS,
  ENDMARKER,
  ERRORTOKEN,
  FSTRING_END,
  FSTRING_MIDDLE,
  FSTRING_START,
  INDENT,
  isStringLiteral,
  NAME,
  NEWLINE,
  NL,
  NUMBER,
  OP,
  oneChar,
  STRING,
  Token,
  TYPE_COMMENT,
  TYPE_IGNORE,
  threeChars,
  tok_text,
  twoChars,
} from './token.ts';

// CPython 3.12: Include/errcode.h
export const E_OK = 10;
export const E_EOF = 11;
export const E_DONE = 16;
export const E_ERROR = 17;
export const E_TABSPACE = 18;
export const E_TOODEEP = 20;
export const E_DEDENT = 21;
export const E_EOFS = 23;
export const E_EOLS = 24;
export const E_LINECONT = 25;
export const E_BADSINGLE = 27;

// CPython 3.12: Parser/tokenizer.h
const MAXINDENT = 100;
const MAXLEVEL = 200;
const MAXFSTRINGLEVEL = 150;
const MAX_EXPR_NESTING = 3;
const TABSIZE = 8;

const EOF = -1;
const TAB = 0x09;
const LF = 0x0a;
const FF = 0x0c;
const CR = 0x0d;
const SPACE = 0x20;
const EXCLAMATION_MARK = 0x21;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const SINGLE_QUOTE = 0x27;
const L_PAREN = 0x28;
const R_PAREN = 0x29;
const PLUS_SIGN = 0x2b;
const MINUS_SIGN = 0x2d;
const PERIOD = 0x2e;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const COLON_SIGN = 0x3a;
const EQUALS = 0x3d;
const L_SQUARE = 0x5b;
const BACKSLASH = 0x5c;
const R_SQUARE = 0x5d;
const UNDERSCORE = 0x5f;
const L_BRACE = 0x7b;
const R_BRACE = 0x7d;
const LOWER_E = 0x65;
const LOWER_J = 0x6a;

const IDENTIFIER_START = 1;
const IDENTIFIER_CHAR = 2;
const HEX_DIGIT = 4;

/** What an ASCII character may be part of. */
const CHARACTER_CLASS = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_') {
  CHARACTER_CLASS[c.charCodeAt(0)]! |= IDENTIFIER_START | IDENTIFIER_CHAR;
}
for (const c of '0123456789') CHARACTER_CLASS[c.charCodeAt(0)]! |= IDENTIFIER_CHAR | HEX_DIGIT;
for (const c of 'abcdefABCDEF') CHARACTER_CLASS[c.charCodeAt(0)]! |= HEX_DIGIT;

function isDigit(c: number): boolean {
  return c >= DIGIT_0 && c <= DIGIT_9;
}

function isHexDigit(c: number): boolean {
  return c >= 0 && c < 128 && (CHARACTER_CLASS[c]! & HEX_DIGIT) !== 0;
}

function isQuote(c: number): boolean {
  return c === DOUBLE_QUOTE || c === SINGLE_QUOTE;
}

/** `U+%04X` */
function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

// What Tokenizer.indentation finds.
const CODE_LINE = 0;
const BLANK_LINE = 1;
const LINE_ERROR = 2;
const TAB_ERROR = 3;

const REGULAR_MODE = 0;
const FSTRING_MODE = 1;

/** One f-string being read, or the text around all of them. CPython 3.12: Parser/tokenizer.h tokenizer_mode */
class TokenizerMode {
  kind = REGULAR_MODE;
  curly_bracket_depth = 0;
  curly_bracket_expr_start_depth = -1;
  quote = 0;
  quote_size = 0;
  raw = false;
  start = 0;
  multi_line_start = 0;
  line_start = 0;
  /** Where the text of the current replacement field starts; -1: none. */
  last_expr_start = -1;
  /** Where it ends; -1: not yet. */
  last_expr_end = -1;
  debug = false;
  in_format_spec = false;
}

export interface TokenizerOptions {
  filename: string;
  /** Whole modules: a last line without its newline gets one. */
  execInput?: boolean;
  /** As `_tokenize.TokenizerIter(extra_tokens=True)`: COMMENT and NL tokens, and fewer errors. */
  extraTokens?: boolean;
  /** TYPE_COMMENT and TYPE_IGNORE tokens for comments that are meant so. */
  typeComments?: boolean;
  /** Leave `\r\n` as it is, as `tokenize` does. */
  preserveCrlf?: boolean;
  /** Warnings are added here; shared with the parser. */
  warnings?: CompileWarning[];
  /** Whether a warning filter makes an error of this warning. Default: never. */
  escalate?: (warning: CompileWarning) => boolean;
}

export class Tokenizer {
  /** The text after newline translation; every index below points into it. */
  readonly source: string;
  readonly filename: string;
  readonly warnings: CompileWarning[];
  readonly extraTokens: boolean;
  private readonly typeComments: boolean;
  /** CPython 3.12: tok_state.implicit_newline; true where the last newline is the tokenizer's own. */
  readonly implicitNewline: boolean;
  private readonly escalate: ((warning: CompileWarning) => boolean) | null;

  done = E_OK;
  error: SyntaxErrorInfo | null = null;

  lineno = 0;
  first_lineno = 0;
  level = 0;
  indent = 0;
  pendin = 0;
  readonly parenstack: number[] = [];
  readonly parenlinenostack: number[] = [];
  readonly parencolstack: number[] = [];

  buf = 0;
  cur = 0;
  inp = 0;
  /** Start of the current token; -1 where CPython has NULL. */
  start = -1;
  line_start = 0;
  multi_line_start = 0;

  /** The source ended between tokens, where CPython's line buffer is empty by then. */
  eofBetweenTokens = false;

  private starting_col_offset = -1;
  private atbol = true;
  private comment_newline = false;
  private readonly indstack: number[] = [0];
  private readonly altindstack: number[] = [0];
  private readonly modes: TokenizerMode[] = [new TokenizerMode()];
  private modeIndex = 0;

  private readonly sourceAscii: boolean;
  private readonly hasNul: boolean;
  private lineAscii = true;
  // How far columns of the current line have been counted.
  private countedTo = 0;
  private countedBytes = 0;

  constructor(source: string, options: TokenizerOptions) {
    this.source = translateNewlines(source, options.execInput ?? false, options.preserveCrlf ?? false);
    this.filename = options.filename;
    this.warnings = options.warnings ?? [];
    this.escalate = options.escalate ?? null;
    this.extraTokens = options.extraTokens ?? false;
    this.typeComments = options.typeComments ?? false;
    const last = source.charCodeAt(source.length - 1);
    this.implicitNewline =
      (options.execInput ?? false) &&
      source.length > 0 &&
      last !== LF &&
      (last !== CR || (options.preserveCrlf ?? false));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the question is exactly "anything beyond ASCII?"
    this.sourceAscii = !/[^\u0000-\u007f]/.test(this.source);
    this.hasNul = this.source.includes('\0');
  }

  /** CPython 3.12: Parser/tokenizer.c _PyTokenizer_Get */
  next(): Token {
    const mode = this.modes[this.modeIndex]!;
    return mode.kind === REGULAR_MODE ? this.getNormalMode(mode) : this.getFStringMode(mode);
  }

  insideFString(): boolean {
    return this.modeIndex > 0;
  }

  curColumn(): number {
    return utf8Length(this.source, this.line_start, this.cur);
  }

  curBufferOffset(): number {
    return utf8Length(this.source, this.buf, this.cur);
  }

  atBufferStart(): boolean {
    return this.cur === this.buf;
  }

  bufferText(): string | null {
    return this.inp > this.buf ? this.source.slice(this.buf, this.inp) : null;
  }

  /** CPython 3.12: Parser/pegen_errors.c get_error_line_from_tokenizer_buffers */
  sourceLine(lineno: number): string {
    let start = 0;
    for (let i = 0; i < lineno - 1; i++) {
      const newline = this.source.indexOf('\n', start);
      if (newline < 0 || newline + 1 > this.inp) break;
      start = newline + 1;
    }
    const end = this.source.indexOf('\n', start);
    return this.source.slice(start, end < 0 ? this.source.length : end);
  }

  rest(): string {
    return this.source.slice(this.cur);
  }

  /** CPython 3.12: Python/_warnings.c PyErr_WarnExplicitObject, as far as the front end goes. */
  warn(category: CompileWarning['category'], msg: string, lineno: number): boolean {
    const warning: CompileWarning = { category, msg, filename: this.filename, lineno };
    if (this.escalate?.(warning)) return true;
    this.warnings.push(warning);
    return false;
  }

  // Reading characters

  /** Makes the next line current. CPython 3.12: Parser/tokenizer.c tok_underflow_string, and tok_nextc's checks */
  private underflow(): boolean {
    if (this.done !== E_OK) return false;
    const source = this.source;
    if (this.inp >= source.length) {
      this.done = E_EOF;
      this.eofBetweenTokens = this.start < 0 && this.modeIndex === 0;
      return false;
    }
    const newline = source.indexOf('\n', this.inp);
    if (this.start < 0) this.buf = this.cur;
    this.line_start = this.cur;
    this.lineno++;
    this.inp = newline < 0 ? source.length : newline + 1;
    if (!this.sourceAscii) {
      this.countedTo = this.line_start;
      this.countedBytes = 0;
      let ascii = true;
      for (let i = this.line_start; i < this.inp; i++) {
        if (source.charCodeAt(i) > 127) {
          ascii = false;
          break;
        }
      }
      this.lineAscii = ascii;
    }
    if (this.hasNul) {
      const nul = source.indexOf('\0', this.line_start);
      if (nul >= 0 && nul < this.inp) {
        this.syntaxError('source code cannot contain null bytes');
        this.cur = this.inp;
        return false;
      }
    }
    return true;
  }

  /** CPython 3.12: Parser/tokenizer.c tok_nextc */
  private nextc(): number {
    if (this.cur === this.inp && !this.underflow()) {
      this.cur = this.inp;
      return EOF;
    }
    return this.source.charCodeAt(this.cur++);
  }

  /** CPython 3.12: Parser/tokenizer.c tok_backup */
  private backup(c: number): void {
    if (c !== EOF) this.cur--;
  }

  /** The column of an index of the current line, in UTF-8 bytes. */
  private column(index: number): number {
    if (this.lineAscii) return index - this.line_start;
    if (index < this.countedTo) {
      this.countedTo = this.line_start;
      this.countedBytes = 0;
    }
    const source = this.source;
    let bytes = this.countedBytes;
    for (let i = this.countedTo; i < index; i++) {
      const c = source.charCodeAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 2 : 3;
    }
    this.countedTo = index;
    this.countedBytes = bytes;
    return bytes;
  }

  // Making tokens

  /** CPython 3.12: Parser/tokenizer.c token_setup, with a start and an end */
  private token(type: number, start: number, end: number): Token {
    return new Token(
      type,
      this.source.slice(start, end),
      this.level,
      isStringLiteral(type) ? this.first_lineno : this.lineno,
      this.starting_col_offset,
      this.lineno,
      this.column(this.cur),
      start,
      end,
    );
  }

  /** A token that is nowhere. CPython 3.12: Parser/tokenizer.c token_setup, without start and end */
  private bareToken(type: number): Token {
    return new Token(type, '', this.level, this.lineno, -1, this.lineno, -1, -1, -1);
  }

  private operator(type: number): Token {
    const start = this.start;
    const text = tok_text[type]!;
    const length = this.cur - start;
    return new Token(
      type,
      text.length === length && type !== OP && this.source.startsWith(text, start)
        ? text
        : this.source.slice(start, this.cur),
      this.level,
      this.lineno,
      this.starting_col_offset,
      this.lineno,
      this.column(this.cur),
      start,
      this.cur,
    );
  }

  // Errors and warnings

  /** CPython 3.12: Parser/tokenizer.c _syntaxerror_range */
  private syntaxErrorRange(msg: string, colOffset: number, endColOffset: number): Token {
    if (this.done !== E_ERROR) {
      const offset = colOffset === -1 ? characterCount(this.source, this.line_start, this.cur) : colOffset;
      let end = this.source.indexOf('\n', this.line_start);
      if (end < 0) end = this.source.length;
      let text = this.source.slice(this.line_start, end);
      // The line is a C string: it ends with a NUL.
      if (this.hasNul) text = text.replace(/\0.*/s, '');
      this.error = new SyntaxErrorInfo(
        'SyntaxError',
        msg,
        this.filename,
        this.lineno,
        offset,
        this.lineno,
        endColOffset === -1 ? offset : endColOffset,
        text,
      );
      this.done = E_ERROR;
    }
    return this.bareToken(ERRORTOKEN);
  }

  private syntaxError(msg: string): Token {
    return this.syntaxErrorRange(msg, -1, -1);
  }

  /** CPython 3.12: Parser/tokenizer.c indenterror */
  private indentError(): Token {
    this.done = E_TABSPACE;
    this.cur = this.inp;
    return this.bareToken(ERRORTOKEN);
  }

  /** True where the warning became an error. CPython 3.12: Parser/tokenizer.c parser_warn */
  private syntaxWarning(msg: string): boolean {
    if (!this.warn('SyntaxWarning', msg, this.lineno)) return false;
    this.syntaxError(msg);
    return true;
  }

  // Ordinary text

  /**
   * After a backslash: the end of the line, and something on the next one. False on error.
   * CPython 3.12: Parser/tokenizer.c tok_continuation_line
   */
  private continuationLine(): boolean {
    let c = this.nextc();
    if (c === CR) c = this.nextc();
    if (c !== LF) {
      this.done = E_LINECONT;
      return false;
    }
    c = this.nextc();
    if (c === EOF) {
      this.done = E_EOF;
      this.cur = this.inp;
      return false;
    }
    this.backup(c);
    return true;
  }

  /**
   * Reads the indentation of a line that starts, and says what kind of line it is.
   * CPython 3.12: Parser/tokenizer.c tok_get_normal_mode, "Get indentation level"
   */
  private indentation(): number {
    let col = 0;
    let altcol = 0;
    let contLineCol = 0;
    let c: number;
    this.atbol = false;
    for (;;) {
      c = this.nextc();
      if (c === SPACE) {
        col++;
        altcol++;
      } else if (c === TAB) {
        col = (Math.floor(col / TABSIZE) + 1) * TABSIZE;
        altcol++;
      } else if (c === FF) {
        col = altcol = 0;
      } else if (c === BACKSLASH) {
        // The first backslash fixes the indentation of the whole logical line.
        contLineCol = contLineCol || col;
        if (!this.continuationLine()) return LINE_ERROR;
      } else {
        break;
      }
    }
    this.backup(c);
    // Lines of only white space and comments leave the indentation alone.
    if (c === HASH || c === LF || c === CR) return BLANK_LINE;
    if (this.level !== 0) return CODE_LINE;
    col = contLineCol || col;
    altcol = contLineCol || altcol;
    const indstack = this.indstack;
    const altindstack = this.altindstack;
    if (col === indstack[this.indent]) {
      if (altcol !== altindstack[this.indent]) return TAB_ERROR;
    } else if (col > indstack[this.indent]!) {
      if (this.indent + 1 >= MAXINDENT) {
        this.done = E_TOODEEP;
        this.cur = this.inp;
        return LINE_ERROR;
      }
      if (altcol <= altindstack[this.indent]!) return TAB_ERROR;
      this.pendin++;
      this.indent++;
      indstack[this.indent] = col;
      altindstack[this.indent] = altcol;
    } else {
      while (this.indent > 0 && col < indstack[this.indent]!) {
        this.pendin--;
        this.indent--;
      }
      if (col !== indstack[this.indent]) {
        this.done = E_DEDENT;
        this.cur = this.inp;
        return LINE_ERROR;
      }
      if (altcol !== altindstack[this.indent]) return TAB_ERROR;
    }
    return CODE_LINE;
  }

  /** CPython 3.12: Parser/tokenizer.c tok_get_normal_mode */
  private getNormalMode(mode: TokenizerMode): Token {
    const source = this.source;
    let blankline = false;

    for (;;) {
      // nextline:
      this.start = -1;
      this.starting_col_offset = -1;
      blankline = false;
      if (this.atbol) {
        const line = this.indentation();
        if (line === TAB_ERROR) return this.indentError();
        if (line === LINE_ERROR) return this.bareToken(ERRORTOKEN);
        blankline = line === BLANK_LINE;
      }
      this.start = this.cur;
      this.starting_col_offset = this.column(this.cur);

      if (this.pendin !== 0) {
        const type = this.pendin < 0 ? DEDENT : INDENT;
        this.pendin += this.pendin < 0 ? 1 : -1;
        if (!this.extraTokens) return this.bareToken(type);
        return this.token(type, type === DEDENT ? this.cur : this.buf, this.cur);
      }

      // CPython looks one character ahead here, which may begin a new line while `start` is set.
      if (this.cur === this.inp) this.backup(this.nextc());

      let c: number;
      for (;;) {
        // again:
        this.start = -1;
        do {
          c = this.nextc();
        } while (c === SPACE || c === TAB || c === FF);
        this.start = this.cur - 1;
        this.starting_col_offset = this.column(this.start);

        if (c === HASH) {
          // A line always ends before the next one begins, so no reading of lines is needed here.
          let i = this.cur;
          while (i < this.inp && (c = source.charCodeAt(i)) !== LF && c !== CR) i++;
          this.cur = i;
          if (i < this.inp) this.cur++;
          else c = this.nextc();
          if (this.extraTokens) {
            this.backup(c);
            this.comment_newline = blankline;
            return this.token(COMMENT, this.start, this.cur);
          }
          if (this.typeComments) {
            const token = this.typeComment(c, i, blankline);
            if (token !== null) return token;
          }
        }

        if (c !== BACKSLASH) break;
        if (!this.continuationLine()) return this.bareToken(ERRORTOKEN);
      }

      if (c === EOF) {
        if (this.level > 0) return this.bareToken(ERRORTOKEN);
        return this.bareToken(this.done === E_EOF ? ENDMARKER : ERRORTOKEN);
      }

      if (c > 127 || (CHARACTER_CLASS[c]! & IDENTIFIER_START) !== 0) return this.identifier(c);

      if (c === CR) c = this.nextc();

      if (c === LF) {
        this.atbol = true;
        if (blankline || this.level > 0) {
          if (this.extraTokens) {
            this.comment_newline = false;
            return this.token(NL, this.start, this.cur);
          }
          continue;
        }
        if (this.comment_newline && this.extraTokens) {
          this.comment_newline = false;
          return this.token(NL, this.start, this.cur);
        }
        return this.token(NEWLINE, this.start, this.cur - 1);
      }

      if (c === PERIOD) {
        c = this.nextc();
        if (isDigit(c)) return this.fraction(c);
        if (c === PERIOD) {
          c = this.nextc();
          if (c === PERIOD) return this.operator(ELLIPSIS);
          this.backup(c);
          this.backup(PERIOD);
        } else {
          this.backup(c);
        }
        return this.operator(DOT);
      }

      if (isDigit(c)) return this.number(c);
      if (isQuote(c)) return this.string(c);
      return this.punctuation(c, mode);
    }
  }

  /** A comment up to `end` that is about types; null for any other. CPython 3.12: Parser/tokenizer.c tok_get_normal_mode */
  private typeComment(next: number, end: number, blankline: boolean): Token | null {
    const match = /^#[ \t]*type:[ \t]*/.exec(this.source.slice(this.start, end));
    if (match === null) return null;
    this.backup(next);
    const start = this.start + match[0].length;
    this.starting_col_offset += match[0].length;
    if (!/^ignore(?![^\0-\x7f]|[0-9A-Za-z])/.test(this.source.slice(start, end))) {
      return this.token(TYPE_COMMENT, start, end);
    }
    // Alone on its line it takes the line's end with it.
    if (blankline) {
      this.nextc();
      this.atbol = true;
    }
    const ignored = 'ignore'.length;
    this.starting_col_offset += ignored;
    return this.token(TYPE_IGNORE, start + ignored, blankline ? this.cur : end);
  }

  /** CPython 3.12: Parser/tokenizer.c tok_get_normal_mode, "Identifier" */
  private identifier(first: number): Token {
    let c = first;
    // String prefixes: b, r, u, f and the pairs that may stand together.
    let sawB = false;
    let sawR = false;
    let sawU = false;
    let sawF = false;
    for (;;) {
      const lower = c | 0x20;
      if (c > 127) break;
      if (!(sawB || sawU || sawF) && lower === 0x62 /* b */) sawB = true;
      else if (!(sawB || sawU || sawR || sawF) && lower === 0x75 /* u */) sawU = true;
      else if (!(sawR || sawU) && lower === 0x72 /* r */) sawR = true;
      else if (!(sawF || sawB || sawU) && lower === 0x66 /* f */) sawF = true;
      else break;
      c = this.nextc();
      if (isQuote(c)) return sawF ? this.fStringStart(c) : this.string(c);
    }

    if (c !== EOF) {
      const source = this.source;
      const inp = this.inp;
      let i = this.cur - 1;
      let nonascii = false;
      for (; i < inp; i++) {
        const code = source.charCodeAt(i);
        if (code > 127) nonascii = true;
        else if ((CHARACTER_CLASS[code]! & IDENTIFIER_CHAR) === 0) break;
      }
      this.cur = i;
      // CPython has looked at the character behind the name, which shows at the end of the source.
      if (i === inp) this.backup(this.nextc());
      if (nonascii && !this.verifyIdentifier()) return this.bareToken(ERRORTOKEN);
    }

    const text = this.source.slice(this.start, this.cur);
    let type = NAME;
    if (text.length === 5 && first === 0x61 /* a */) {
      if (text === 'async') type = ASYNC;
      else if (text === 'await') type = AWAIT;
    }
    return new Token(
      type,
      text,
      this.level,
      this.lineno,
      this.starting_col_offset,
      this.lineno,
      this.column(this.cur),
      this.start,
      this.cur,
    );
  }

  /** CPython 3.12: Parser/tokenizer.c verify_identifier */
  private verifyIdentifier(): boolean {
    if (this.extraTokens) return true;
    const name = this.source.slice(this.start, this.cur);
    const invalid = scanIdentifier(name);
    if (invalid === name.length) return true;
    const code = name.codePointAt(invalid)!;
    const character = String.fromCodePoint(code);
    this.cur = this.start + invalid + character.length;
    if (isPrintable(code)) this.syntaxError(`invalid character '${character}' (${codePointName(code)})`);
    else this.syntaxError(`invalid non-printable character ${codePointName(code)}`);
    return false;
  }

  // Numbers

  /** CPython 3.12: Parser/tokenizer.c tok_get_normal_mode, "Number" */
  private number(first: number): Token {
    let c = first;
    if (c !== DIGIT_0) {
      c = this.decimalTail();
      if (c === 0) return this.bareToken(ERRORTOKEN);
      if (c === PERIOD) return this.fraction(this.nextc());
      return this.exponentOrEnd(c);
    }

    c = this.nextc();
    const lower = c | 0x20;
    if (lower === 0x78 /* x */) {
      c = this.nextc();
      do {
        if (c === UNDERSCORE) c = this.nextc();
        if (!isHexDigit(c)) {
          this.backup(c);
          return this.syntaxError('invalid hexadecimal literal');
        }
        do {
          c = this.nextc();
        } while (isHexDigit(c));
      } while (c === UNDERSCORE);
      return this.endOfNumber(c, 'hexadecimal');
    }
    if (lower === 0x6f /* o */) return this.prefixedNumber(0x37 /* 7 */, 'octal');
    if (lower === 0x62 /* b */) return this.prefixedNumber(0x31 /* 1 */, 'binary');

    // Zeros only, or the start of a float, or an octal number as Python 2 wrote it.
    let nonzero = false;
    for (;;) {
      if (c === UNDERSCORE) {
        c = this.nextc();
        if (!isDigit(c)) {
          this.backup(c);
          return this.syntaxError('invalid decimal literal');
        }
      }
      if (c !== DIGIT_0) break;
      c = this.nextc();
    }
    const zerosEnd = this.cur;
    if (isDigit(c)) {
      nonzero = true;
      c = this.decimalTail();
      if (c === 0) return this.bareToken(ERRORTOKEN);
    }
    if (c === PERIOD) return this.fraction(this.nextc());
    if (c === LOWER_E || c === 0x45 || c === LOWER_J || c === 0x4a) return this.exponentOrEnd(c);
    if (nonzero && !this.extraTokens) {
      this.backup(c);
      return this.syntaxErrorRange(
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
        this.column(this.start + 1),
        this.column(zerosEnd),
      );
    }
    return this.endOfNumber(c, 'decimal');
  }

  /** Octal and binary numbers, `highest` being their last digit. */
  private prefixedNumber(highest: number, kind: 'octal' | 'binary'): Token {
    let c = this.nextc();
    do {
      if (c === UNDERSCORE) c = this.nextc();
      if (c < DIGIT_0 || c > highest) {
        if (isDigit(c))
          return this.syntaxError(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
        this.backup(c);
        return this.syntaxError(`invalid ${kind} literal`);
      }
      do {
        c = this.nextc();
      } while (c >= DIGIT_0 && c <= highest);
    } while (c === UNDERSCORE);
    if (isDigit(c)) return this.syntaxError(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
    return this.endOfNumber(c, kind);
  }

  /** Digits and single underscores; 0 on error. CPython 3.12: Parser/tokenizer.c tok_decimal_tail */
  private decimalTail(): number {
    for (;;) {
      let c: number;
      do {
        c = this.nextc();
      } while (isDigit(c));
      if (c !== UNDERSCORE) return c;
      c = this.nextc();
      if (!isDigit(c)) {
        this.backup(c);
        this.syntaxError('invalid decimal literal');
        return 0;
      }
    }
  }

  private fraction(first: number): Token {
    let c = first;
    if (isDigit(c)) {
      c = this.decimalTail();
      if (c === 0) return this.bareToken(ERRORTOKEN);
    }
    return this.exponentOrEnd(c);
  }

  private exponentOrEnd(first: number): Token {
    let c = first;
    if (c === LOWER_E || c === 0x45 /* E */) {
      const e = c;
      c = this.nextc();
      if (c === PLUS_SIGN || c === MINUS_SIGN) {
        c = this.nextc();
        if (!isDigit(c)) {
          this.backup(c);
          return this.syntaxError('invalid decimal literal');
        }
      } else if (!isDigit(c)) {
        this.backup(c);
        if (!this.verifyEndOfNumber(e, 'decimal')) return this.bareToken(ERRORTOKEN);
        this.backup(e);
        return this.token(NUMBER, this.start, this.cur);
      }
      c = this.decimalTail();
      if (c === 0) return this.bareToken(ERRORTOKEN);
    }
    if (c === LOWER_J || c === 0x4a /* J */) return this.endOfNumber(this.nextc(), 'imaginary');
    return this.endOfNumber(c, 'decimal');
  }

  private endOfNumber(c: number, kind: string): Token {
    if (!this.verifyEndOfNumber(c, kind)) return this.bareToken(ERRORTOKEN);
    this.backup(c);
    return this.token(NUMBER, this.start, this.cur);
  }

  /**
   * What may follow a number at once. Keywords may, with a warning: `1if x else y` has always worked.
   * CPython 3.12: Parser/tokenizer.c verify_end_of_number
   */
  private verifyEndOfNumber(c: number, kind: string): boolean {
    if (this.extraTokens) return true;
    let keyword = false;
    switch (c) {
      case 0x61 /* a */:
        keyword = this.lookahead('nd');
        break;
      case LOWER_E:
        keyword = this.lookahead('lse');
        break;
      case 0x66 /* f */:
        keyword = this.lookahead('or');
        break;
      case 0x69 /* i */:
        {
          const c2 = this.nextc();
          keyword = c2 === 0x66 || c2 === 0x6e || c2 === 0x73; // if, in, is
          this.backup(c2);
          break;
        }
      case 0x6f /* o */:
        keyword = this.lookahead('r');
        break;
      case 0x6e /* n */:
        keyword = this.lookahead('ot');
        break;
    }
    if (keyword) {
      this.backup(c);
      if (this.syntaxWarning(`invalid ${kind} literal`)) return false;
      this.nextc();
    } else if (c >= 0 && c < 128 && (CHARACTER_CLASS[c]! & IDENTIFIER_CHAR) !== 0) {
      this.backup(c);
      this.syntaxError(`invalid ${kind} literal`);
      return false;
    }
    return true;
  }

  /** Whether this text and then no more of a name comes next. CPython 3.12: Parser/tokenizer.c lookahead */
  private lookahead(test: string): boolean {
    if (!this.source.startsWith(test, this.cur)) return false;
    const after = this.cur + test.length;
    if (after >= this.inp) return true;
    const c = this.source.charCodeAt(after);
    return c < 128 && (CHARACTER_CLASS[c]! & IDENTIFIER_CHAR) === 0;
  }

  // Strings

  /** CPython 3.12: Parser/tokenizer.c tok_get_normal_mode, label letter_quote */
  private string(quote: number): Token {
    const source = this.source;
    let quoteSize = 1;
    let endQuoteSize = 0;
    this.first_lineno = this.lineno;
    this.multi_line_start = this.line_start;

    let c = this.nextc();
    if (c === quote) {
      c = this.nextc();
      if (c === quote) quoteSize = 3;
      else endQuoteSize = 1;
    }
    if (c !== quote) this.backup(c);

    while (endQuoteSize !== quoteSize) {
      // Ordinary characters of this line, without the ceremony.
      let i = this.cur;
      const inp = this.inp;
      while (i < inp) {
        const code = source.charCodeAt(i);
        if (code === quote || code === BACKSLASH || code === LF) break;
        i++;
      }
      if (i > this.cur) {
        this.cur = i;
        endQuoteSize = 0;
      }
      c = this.nextc();
      if (this.done === E_ERROR) return this.bareToken(ERRORTOKEN);
      if (c === EOF || (quoteSize === 1 && c === LF)) return this.unterminatedString(c, quote, quoteSize);
      if (c === quote) {
        endQuoteSize++;
      } else {
        endQuoteSize = 0;
        if (c === BACKSLASH) {
          c = this.nextc();
          if (c === CR) c = this.nextc();
        }
      }
    }
    return this.token(STRING, this.start, this.cur);
  }

  private unterminatedString(c: number, quote: number, quoteSize: number): Token {
    // The error points to the opening quote.
    const detected = this.lineno;
    this.cur = this.start + 1;
    this.line_start = this.multi_line_start;
    this.lineno = this.first_lineno;
    if (this.insideFString()) {
      // The same quote as the f-string around: what is missing is a closing brace.
      const mode = this.modes[this.modeIndex]!;
      if (mode.quote === quote && mode.quote_size === quoteSize) {
        return this.syntaxError("f-string: expecting '}'");
      }
    }
    const error =
      quoteSize === 3
        ? this.syntaxError(`unterminated triple-quoted string literal (detected at line ${detected})`)
        : this.syntaxError(`unterminated string literal (detected at line ${detected})`);
    if (c !== LF) this.done = quoteSize === 3 ? E_EOFS : E_EOLS;
    return error;
  }

  /** CPython 3.12: Parser/tokenizer.c tok_get_normal_mode, label f_string_quote */
  private fStringStart(quote: number): Token {
    let quoteSize = 1;
    this.first_lineno = this.lineno;
    this.multi_line_start = this.line_start;

    const afterQuote = this.nextc();
    if (afterQuote === quote) {
      const afterAfterQuote = this.nextc();
      if (afterAfterQuote === quote) {
        quoteSize = 3;
      } else {
        this.backup(afterAfterQuote);
        this.backup(afterQuote);
      }
    } else {
      this.backup(afterQuote);
    }

    const start = this.start;
    if (this.modeIndex + 1 >= MAXFSTRINGLEVEL) return this.syntaxError('too many nested f-strings');
    this.modeIndex++;
    let mode = this.modes[this.modeIndex];
    // Modes are used again, as CPython's array is: `in_format_spec` is not among what is reset.
    if (mode === undefined) this.modes.push((mode = new TokenizerMode()));
    mode.kind = FSTRING_MODE;
    mode.quote = quote;
    mode.quote_size = quoteSize;
    mode.start = start;
    mode.multi_line_start = this.line_start;
    mode.line_start = this.lineno;
    mode.last_expr_start = -1;
    mode.last_expr_end = -1;
    mode.debug = false;
    const prefix = this.source.charCodeAt(start) | 0x20;
    mode.raw = prefix === 0x72 /* r */ || (this.source.charCodeAt(start + 1) | 0x20) === 0x72;
    mode.curly_bracket_depth = 0;
    mode.curly_bracket_expr_start_depth = -1;
    return this.token(FSTRING_START, start, this.cur);
  }

  // Operators and brackets

  /** CPython 3.12: Parser/tokenizer.c tok_get_normal_mode, from "Punctuation character" on */
  private punctuation(c: number, mode: TokenizerMode): Token {
    let metadata: string | null = null;
    const inExpression = this.modeIndex > 0 && mode.curly_bracket_expr_start_depth >= 0;

    if (inExpression && (c === COLON_SIGN || c === R_BRACE || c === EXCLAMATION_MARK || c === L_BRACE)) {
      // For `{` the depth has not been raised yet.
      const cursor = mode.curly_bracket_depth - (c === L_BRACE ? 0 : 1);
      const cursorValid = cursor === 0 || (cursor === 1 && (mode.debug || mode.in_format_spec));
      if (cursorValid) {
        this.updateFStringExpr(c, mode);
        if (c !== L_BRACE) metadata = this.fStringExpr(mode);
      }
      if (c === COLON_SIGN && cursor === mode.curly_bracket_expr_start_depth) {
        mode.kind = FSTRING_MODE;
        mode.in_format_spec = true;
        const colon = this.operator(COLON);
        colon.metadata = metadata;
        return colon;
      }
    }

    const c2 = this.nextc();
    const two = twoChars(c, c2);
    if (two !== OP) {
      const c3 = this.nextc();
      const three = threeChars(two, c3);
      if (three === OP) this.backup(c3);
      const token = this.operator(three === OP ? two : three);
      token.metadata = metadata;
      return token;
    }
    this.backup(c2);

    switch (c) {
      case L_PAREN:
      case L_SQUARE:
      case L_BRACE:
        if (this.level >= MAXLEVEL) return this.syntaxError('too many nested parentheses');
        this.parenstack[this.level] = c;
        this.parenlinenostack[this.level] = this.lineno;
        this.parencolstack[this.level] = this.starting_col_offset;
        this.level++;
        if (this.modeIndex > 0) mode.curly_bracket_depth++;
        break;
      case R_PAREN:
      case R_SQUARE:
      case R_BRACE: {
        const error = this.closeBracket(c, mode);
        if (error !== null) return error;
        break;
      }
      default:
        if (!isPrintable(c)) return this.syntaxError(`invalid non-printable character ${codePointName(c)}`);
        if (c === EQUALS && mode.curly_bracket_expr_start_depth >= 0) mode.debug = true;
    }

    const token = this.operator(oneChar(c));
    token.metadata = metadata;
    return token;
  }

  private closeBracket(c: number, mode: TokenizerMode): Token | null {
    const closing = String.fromCharCode(c);
    const inFString = this.modeIndex > 0;
    if (inFString && mode.curly_bracket_depth === 0 && c === R_BRACE) {
      return this.syntaxError("f-string: single '}' is not allowed");
    }
    if (!this.extraTokens && this.level === 0) return this.syntaxError(`unmatched '${closing}'`);
    if (this.level > 0) {
      this.level--;
      const opening = this.parenstack[this.level]!;
      // The codes of a pair are one apart for (), two for [] and {}.
      if (!this.extraTokens && c - opening !== (opening === L_PAREN ? 1 : 2)) {
        if (inFString && opening === L_BRACE) {
          const previous = mode.curly_bracket_depth - 1;
          if (previous === mode.curly_bracket_expr_start_depth) {
            return this.syntaxError(`f-string: unmatched '${closing}'`);
          }
        }
        const line = this.parenlinenostack[this.level]!;
        const what =
          `closing parenthesis '${closing}' does not match ` +
          `opening parenthesis '${String.fromCharCode(opening)}'`;
        return this.syntaxError(line !== this.lineno ? `${what} on line ${line}` : what);
      }
    }
    if (inFString) {
      mode.curly_bracket_depth--;
      if (mode.curly_bracket_depth < 0) return this.syntaxError(`f-string: unmatched '${closing}'`);
      if (c === R_BRACE && mode.curly_bracket_depth === mode.curly_bracket_expr_start_depth) {
        mode.curly_bracket_expr_start_depth--;
        mode.kind = FSTRING_MODE;
        mode.in_format_spec = false;
        mode.debug = false;
      }
    }
    return null;
  }

  // f-strings

  /**
   * Notes where the text of a replacement field starts and ends. CPython copies the rest of the source at each `{`;
   * two indices say the same.
   * CPython 3.12: Parser/tokenizer.c update_fstring_expr
   */
  private updateFStringExpr(c: number, mode: TokenizerMode): void {
    if (c === L_BRACE) {
      mode.last_expr_start = this.cur;
      mode.last_expr_end = -1;
    } else if (mode.last_expr_end === -1) {
      mode.last_expr_end = this.start;
    }
  }

  /**
   * The text of a `{expression=}`, comments left out; null where there is no `=`.
   * CPython 3.12: Parser/tokenizer.c set_fstring_expr
   */
  private fStringExpr(mode: TokenizerMode): string | null {
    if (!mode.debug) return null;
    const text = this.source.slice(mode.last_expr_start, mode.last_expr_end);
    return text.includes('#') ? text.replace(/#[^\n]*/g, '') : text;
  }

  /** CPython 3.12: Parser/tokenizer.c tok_get_fstring_mode */
  private getFStringMode(mode: TokenizerMode): Token {
    this.start = this.cur;
    this.first_lineno = this.lineno;
    this.multi_line_start = this.line_start;
    this.starting_col_offset = this.column(this.cur);

    // A lone `{`: nothing to hand out before the expression.
    const startChar = this.nextc();
    if (startChar === L_BRACE) {
      const peek = this.nextc();
      this.backup(peek);
      this.backup(startChar);
      if (peek !== L_BRACE) {
        mode.curly_bracket_expr_start_depth++;
        if (mode.curly_bracket_expr_start_depth >= MAX_EXPR_NESTING) {
          return this.syntaxError('f-string: expressions nested too deeply');
        }
        mode.kind = REGULAR_MODE;
        return this.getNormalMode(mode);
      }
    } else {
      this.backup(startChar);
    }

    let quotes = 0;
    while (quotes < mode.quote_size) {
      const c = this.nextc();
      if (c !== mode.quote) {
        this.backup(c);
        break;
      }
      quotes++;
    }
    if (quotes === mode.quote_size) {
      mode.last_expr_start = -1;
      mode.last_expr_end = -1;
      this.modeIndex--;
      return this.token(FSTRING_END, this.start, this.cur);
    }
    return this.fStringMiddle(mode);
  }

  private fStringMiddle(mode: TokenizerMode): Token {
    const quote = mode.quote;
    let endQuoteSize = 0;
    let unicodeEscape = false;

    while (endQuoteSize !== mode.quote_size) {
      const c = this.nextc();
      if (this.done === E_ERROR) return this.bareToken(ERRORTOKEN);
      const inFormatSpec = mode.in_format_spec && mode.curly_bracket_expr_start_depth >= 0;

      if (c === EOF || (mode.quote_size === 1 && c === LF)) {
        if (inFormatSpec && c === LF) {
          // A format specification ends with its line.
          this.backup(c);
          mode.kind = REGULAR_MODE;
          mode.in_format_spec = false;
          return this.token(FSTRING_MIDDLE, this.start, this.cur);
        }
        return this.unterminatedFString(c, mode);
      }

      if (c === quote) {
        endQuoteSize++;
        continue;
      }
      endQuoteSize = 0;

      if (c === L_BRACE) {
        this.updateFStringExpr(c, mode);
        const peek = this.nextc();
        if (peek !== L_BRACE || inFormatSpec) {
          this.backup(peek);
          this.backup(c);
          mode.curly_bracket_expr_start_depth++;
          if (mode.curly_bracket_expr_start_depth >= MAX_EXPR_NESTING) {
            return this.syntaxError('f-string: expressions nested too deeply');
          }
          mode.kind = REGULAR_MODE;
          mode.in_format_spec = false;
          return this.token(FSTRING_MIDDLE, this.start, this.cur);
        }
        return this.token(FSTRING_MIDDLE, this.start, this.cur - 1);
      }
      if (c === R_BRACE) {
        if (unicodeEscape) return this.token(FSTRING_MIDDLE, this.start, this.cur);
        const peek = this.nextc();
        // Doubled braces mean one only outside of format specifications.
        if (peek === R_BRACE && !inFormatSpec && mode.curly_bracket_depth === 0) {
          return this.token(FSTRING_MIDDLE, this.start, this.cur - 1);
        }
        this.backup(peek);
        this.backup(c);
        mode.kind = REGULAR_MODE;
        return this.token(FSTRING_MIDDLE, this.start, this.cur);
      }
      if (c === BACKSLASH) {
        let peek = this.nextc();
        if (peek === CR) peek = this.nextc();
        if (peek === L_BRACE || peek === R_BRACE) {
          if (!mode.raw && this.warnInvalidEscape(peek)) return this.bareToken(ERRORTOKEN);
          this.backup(peek);
          continue;
        }
        if (!mode.raw && peek === 0x4e /* N */) {
          peek = this.nextc();
          if (peek === L_BRACE) unicodeEscape = true;
          else this.backup(peek);
        }
      }
    }

    // The closing quotes are the next token.
    this.cur -= mode.quote_size;
    return this.token(FSTRING_MIDDLE, this.start, this.cur);
  }

  private unterminatedFString(c: number, mode: TokenizerMode): Token {
    const detected = this.lineno;
    this.cur = mode.start + 1;
    this.line_start = mode.multi_line_start;
    this.lineno = mode.line_start;
    if (mode.quote_size === 3) {
      const error = this.syntaxError(
        `unterminated triple-quoted f-string literal (detected at line ${detected})`,
      );
      if (c !== LF) this.done = E_EOFS;
      return error;
    }
    return this.syntaxError(`unterminated f-string literal (detected at line ${detected})`);
  }

  /** True where the warning became an error. CPython 3.12: Parser/tokenizer.c warn_invalid_escape_sequence */
  private warnInvalidEscape(c: number): boolean {
    return this.syntaxWarning(`invalid escape sequence '\\${String.fromCharCode(c)}'`);
  }
}
