// Tokens: the kinds, their numbers, and the record the tokenizer hands to the parser.
//
// The numbers are those of CPython 3.12's `token` module (`token.NAME == 1`), because `_tokenize` and `tokenize`
// show them to Python programs. Answers to Grammar/Tokens, Parser/token.c and the Token of Parser/pegen.h.
//
// Token API (agreed with the parser):
//   token.type        one of the numbers below; the parser turns NAME into a keyword's own number (>= 500) itself
//   token.string      the characters of the token ('' for ENDMARKER, DEDENT, INDENT and ERRORTOKEN)
//   token.lineno, col_offset, end_lineno, end_col_offset
//                     lines from 1; columns from 0 in UTF-8 bytes; -1 where CPython has none (INDENT, DEDENT, ENDMARKER)
//   token.start, end  the same place as indices into Tokenizer.source (UTF-16 units), -1 where there is none
//   token.level       how many brackets are open after it
//   token.metadata    only on `!`, `:` and `}` inside f-strings: the text of an `=` expression, else null
//   token.memo        the packrat memo chain, the parser's own

export const ENDMARKER = 0;
export const NAME = 1;
export const NUMBER = 2;
export const STRING = 3;
export const NEWLINE = 4;
export const INDENT = 5;
export const DEDENT = 6;
export const LPAR = 7; // (
export const RPAR = 8; // )
export const LSQB = 9; // [
export const RSQB = 10; // ]
export const COLON = 11; // :
export const COMMA = 12; // ,
export const SEMI = 13; // ;
export const PLUS = 14; // +
export const MINUS = 15; // -
export const STAR = 16; // *
export const SLASH = 17; // /
export const VBAR = 18; // |
export const AMPER = 19; // &
export const LESS = 20; // <
export const GREATER = 21; // >
export const EQUAL = 22; // =
export const DOT = 23; // .
export const PERCENT = 24; // %
export const LBRACE = 25; // {
export const RBRACE = 26; // }
export const EQEQUAL = 27; // ==
export const NOTEQUAL = 28; // !=
export const LESSEQUAL = 29; // <=
export const GREATEREQUAL = 30; // >=
export const TILDE = 31; // ~
export const CIRCUMFLEX = 32; // ^
export const LEFTSHIFT = 33; // <<
export const RIGHTSHIFT = 34; // >>
export const DOUBLESTAR = 35; // **
export const PLUSEQUAL = 36; // +=
export const MINEQUAL = 37; // -=
export const STAREQUAL = 38; // *=
export const SLASHEQUAL = 39; // /=
export const PERCENTEQUAL = 40; // %=
export const AMPEREQUAL = 41; // &=
export const VBAREQUAL = 42; // |=
export const CIRCUMFLEXEQUAL = 43; // ^=
export const LEFTSHIFTEQUAL = 44; // <<=
export const RIGHTSHIFTEQUAL = 45; // >>=
export const DOUBLESTAREQUAL = 46; // **=
export const DOUBLESLASH = 47; // //
export const DOUBLESLASHEQUAL = 48; // //=
export const AT = 49; // @
export const ATEQUAL = 50; // @=
export const RARROW = 51; // ->
export const ELLIPSIS = 52; // ...
export const COLONEQUAL = 53; // :=
export const EXCLAMATION = 54; // !
export const OP = 55;
export const AWAIT = 56;
export const ASYNC = 57;
export const TYPE_IGNORE = 58;
export const TYPE_COMMENT = 59;
export const SOFT_KEYWORD = 60;
export const FSTRING_START = 61;
export const FSTRING_MIDDLE = 62;
export const FSTRING_END = 63;
export const COMMENT = 64;
export const NL = 65;
export const ERRORTOKEN = 66;
export const ENCODING = 67;
export const N_TOKENS = 68;

/** The name of each kind of token (CPython 3.12: Parser/token.c _PyParser_TokenNames). */
export const tok_name: readonly string[] = [
  'ENDMARKER',
  'NAME',
  'NUMBER',
  'STRING',
  'NEWLINE',
  'INDENT',
  'DEDENT',
  'LPAR',
  'RPAR',
  'LSQB',
  'RSQB',
  'COLON',
  'COMMA',
  'SEMI',
  'PLUS',
  'MINUS',
  'STAR',
  'SLASH',
  'VBAR',
  'AMPER',
  'LESS',
  'GREATER',
  'EQUAL',
  'DOT',
  'PERCENT',
  'LBRACE',
  'RBRACE',
  'EQEQUAL',
  'NOTEQUAL',
  'LESSEQUAL',
  'GREATEREQUAL',
  'TILDE',
  'CIRCUMFLEX',
  'LEFTSHIFT',
  'RIGHTSHIFT',
  'DOUBLESTAR',
  'PLUSEQUAL',
  'MINEQUAL',
  'STAREQUAL',
  'SLASHEQUAL',
  'PERCENTEQUAL',
  'AMPEREQUAL',
  'VBAREQUAL',
  'CIRCUMFLEXEQUAL',
  'LEFTSHIFTEQUAL',
  'RIGHTSHIFTEQUAL',
  'DOUBLESTAREQUAL',
  'DOUBLESLASH',
  'DOUBLESLASHEQUAL',
  'AT',
  'ATEQUAL',
  'RARROW',
  'ELLIPSIS',
  'COLONEQUAL',
  'EXCLAMATION',
  'OP',
  'AWAIT',
  'ASYNC',
  'TYPE_IGNORE',
  'TYPE_COMMENT',
  'SOFT_KEYWORD',
  'FSTRING_START',
  'FSTRING_MIDDLE',
  'FSTRING_END',
  'COMMENT',
  'NL',
  'ERRORTOKEN',
  'ENCODING',
];

/** The exact spelling of each operator, '' for every other kind. Used instead of cutting the source again. */
export const tok_text: readonly string[] = [
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '(',
  ')',
  '[',
  ']',
  ':',
  ',',
  ';',
  '+',
  '-',
  '*',
  '/',
  '|',
  '&',
  '<',
  '>',
  '=',
  '.',
  '%',
  '{',
  '}',
  '==',
  '!=',
  '<=',
  '>=',
  '~',
  '^',
  '<<',
  '>>',
  '**',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '|=',
  '^=',
  '<<=',
  '>>=',
  '**=',
  '//',
  '//=',
  '@',
  '@=',
  '->',
  '...',
  ':=',
  '!',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
];

/** What a grammar rule already found at a token (CPython 3.12: Parser/pegen.h Memo). */
export interface Memo {
  type: number;
  node: unknown;
  mark: number;
  next: Memo | null;
}

export class Token {
  type: number;
  readonly string: string;
  readonly level: number;
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
  readonly start: number;
  readonly end: number;
  metadata: string | null;
  memo: Memo | null;

  constructor(
    type: number,
    string: string,
    level: number,
    lineno: number,
    col_offset: number,
    end_lineno: number,
    end_col_offset: number,
    start: number,
    end: number,
  ) {
    this.type = type;
    this.string = string;
    this.level = level;
    this.lineno = lineno;
    this.col_offset = col_offset;
    this.end_lineno = end_lineno;
    this.end_col_offset = end_col_offset;
    this.start = start;
    this.end = end;
    this.metadata = null;
    this.memo = null;
  }
}

/** CPython 3.12: Include/internal/pycore_token.h ISSTRINGLIT */
export function isStringLiteral(type: number): boolean {
  return type === STRING || (type >= FSTRING_START && type <= FSTRING_END);
}

/** Kinds of one-character operators by character code; OP for every other character. */
const ONE_CHAR = new Uint8Array(128).fill(OP);
for (let type = LPAR; type <= EXCLAMATION; type++) {
  const text = tok_text[type]!;
  if (text.length === 1) ONE_CHAR[text.charCodeAt(0)] = type;
}

/** CPython 3.12: Parser/token.c _PyToken_OneChar */
export function oneChar(c1: number): number {
  return c1 < 128 ? ONE_CHAR[c1]! : OP;
}

/** Kinds of two-character operators, at first * 128 + second; 0 where the two make none. */
const TWO_CHARS = new Uint8Array(128 * 128);
for (let type = LPAR; type <= EXCLAMATION; type++) {
  const text = tok_text[type]!;
  if (text.length === 2) TWO_CHARS[text.charCodeAt(0) * 128 + text.charCodeAt(1)] = type;
}
// `<>` is a token of its own right only to `from __future__ import barry_as_FLUFL`.
TWO_CHARS[0x3c * 128 + 0x3e] = NOTEQUAL;

/** CPython 3.12: Parser/token.c _PyToken_TwoChars; OP where the two characters are no operator. */
export function twoChars(c1: number, c2: number): number {
  return c1 < 128 && c2 >= 0 && c2 < 128 ? TWO_CHARS[c1 * 128 + c2]! || OP : OP;
}

/** CPython 3.12: Parser/token.c _PyToken_ThreeChars, given the kind of the first two characters. */
export function threeChars(two: number, c3: number): number {
  if (c3 !== 0x3d /* = */) return OP;
  if (two === DOUBLESTAR) return DOUBLESTAREQUAL;
  if (two === DOUBLESLASH) return DOUBLESLASHEQUAL;
  if (two === LEFTSHIFT) return LEFTSHIFTEQUAL;
  if (two === RIGHTSHIFT) return RIGHTSHIFTEQUAL;
  return OP;
}
