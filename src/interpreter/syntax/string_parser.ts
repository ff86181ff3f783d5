// String literals: from the characters between the quotes to the value.
//
// Answers to CPython 3.12: Parser/string_parser.c, with the decoders it calls: Objects/unicodeobject.c
// _PyUnicode_DecodeUnicodeEscapeInternal and Objects/bytesobject.c _PyBytes_DecodeEscape. CPython first rewrites
// the literal in ASCII (`\U000000e4` for each other character) and its error positions count in that text, so
// the decoder here counts along. `\N{...}` needs the names of all characters, which the caller lends (LiteralHost).
//
// API: parseString(p, token) for STRING tokens, decodeString(p, raw, text, token) for pieces of f-strings; both
// give the value, a DecodeError that the caller must report, or null where the error has been raised already.

import { utf8Length } from '../text/source.ts';
import { FSTRING_END, FSTRING_MIDDLE, type Token } from './token.ts';
import type { Tokenizer } from './tokenizer.ts';

/** What the helpers for literals need of the parser. Every `raise...` gives null and keeps an earlier error. */
export interface LiteralHost {
  readonly tok: Tokenizer;
  /** True in the second pass, where warnings have been given already. */
  call_invalid_rules: boolean;
  known_err_token: Token | null;
  /** The character of a Unicode name or alias, or null; the host itself lends null where it has no names. */
  readonly namedCharacter: ((name: string) => string | null) | null;
  /** sys.get_int_max_str_digits(); 0 means no limit. */
  readonly intMaxStrDigits: number;
  /** RAISE_SYNTAX_ERROR: at the last token read, or at known_err_token. */
  raiseSyntaxError(msg: string): null;
  /** RAISE_ERROR_KNOWN_LOCATION with SyntaxError: columns in bytes from 0; -1 where there is none. */
  raiseSyntaxErrorKnownLocation(
    lineno: number,
    col_offset: number,
    end_lineno: number,
    end_col_offset: number,
    msg: string,
  ): null;
  /** PyErr_SetString: an error without a place. */
  raiseException(type: 'UnicodeDecodeError' | 'ValueError', msg: string): null;
}

/** What a decoder refused; the parser reports it as "(unicode error) ..." or "(value error) ...". */
export class DecodeError {
  readonly type: 'UnicodeDecodeError' | 'ValueError';
  readonly msg: string;
  constructor(type: 'UnicodeDecodeError' | 'ValueError', msg: string) {
    this.type = type;
    this.msg = msg;
  }
}

const BACKSLASH = 0x5c;

const SIMPLE_ESCAPES = new Map<string, string>([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['b', '\b'],
  ['f', '\f'],
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['v', '\v'],
  ['a', '\x07'],
]);

function isOctalDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x37;
}

function hexValue(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  const lower = c | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Up to three octal digits from `at`: where they end. */
function octalEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < at + 3 && isOctalDigit(text.charCodeAt(end))) end++;
  return end;
}

/** True where the warning became an error. CPython 3.12: Parser/string_parser.c warn_invalid_escape_sequence */
function warnInvalidEscapeSequence(p: LiteralHost, text: string, at: number, t: Token): boolean {
  if (p.call_invalid_rules) return false;
  const c = text[at]!;
  // The tokenizer has warned already.
  if ((t.type === FSTRING_MIDDLE || t.type === FSTRING_END) && (c === '{' || c === '}')) return false;
  const msg =
    c >= '4' && c <= '7'
      ? `invalid octal escape sequence '\\${text.slice(at, at + 3)}'`
      : `invalid escape sequence '\\${c}'`;
  if (!p.tok.warn('SyntaxWarning', msg, t.lineno)) return false;
  p.known_err_token = t;
  p.raiseSyntaxError(msg);
  return true;
}

/** The length of CPython's ASCII form of `text[start:end]`: ten for each character beyond ASCII. */
function rewrittenLength(text: string, start: number, end: number): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) {
      length++;
      if (c === BACKSLASH) {
        const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0x80;
        if (next >= 0x80) length += 5;
        else if (i + 1 < end) {
          length++;
          i++;
        }
      }
    } else {
      length += 10;
      if (c >= 0xd800 && c <= 0xdbff) i++;
    }
  }
  return length;
}

function unicodeError(text: string, start: number, end: number, reason: string): DecodeError {
  const from = rewrittenLength(text, 0, start);
  const to = from + rewrittenLength(text, start, end);
  const where = to === from + 1 ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to - 1}`;
  return new DecodeError('UnicodeDecodeError', `'unicodeescape' codec can't decode ${where}: ${reason}`);
}

/** CPython 3.12: Parser/string_parser.c decode_unicode_with_escapes */
function decodeUnicodeWithEscapes(p: LiteralHost, text: string, t: Token): string | DecodeError | null {
  let result = '';
  let copied = 0;
  let firstInvalid = -1;
  const length = text.length;
  for (let i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', copied)) {
    result += text.slice(copied, i);
    // A backslash at the end, or before a character beyond ASCII, stands for itself.
    if (i + 1 >= length || text.charCodeAt(i + 1) > 127) {
      result += '\\';
      copied = i + 1;
      continue;
    }
    const letter = text[i + 1]!;
    const simple = SIMPLE_ESCAPES.get(letter);
    if (simple !== undefined) {
      result += simple;
      copied = i + 2;
      continue;
    }
    if (isOctalDigit(letter.charCodeAt(0))) {
      const end = octalEnd(text, i + 1);
      const code = Number.parseInt(text.slice(i + 1, end), 8);
      if (code > 0o377 && firstInvalid < 0) firstInvalid = i + 1;
      result += String.fromCharCode(code);
      copied = end;
      continue;
    }
    if (letter === 'x' || letter === 'u' || letter === 'U') {
      const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : 8;
      let code = 0;
      let end = i + 2;
      for (; end < i + 2 + digits; end++) {
        const value = end < length ? hexValue(text.charCodeAt(end)) : -1;
        if (value < 0) {
          const shape = `\\${letter}${'X'.repeat(digits)}`;
          return unicodeError(text, i, end, `truncated ${shape} escape`);
        }
        code = code * 16 + value;
      }
      if (code > 0x10ffff) return unicodeError(text, i, end, 'illegal Unicode character');
      result += String.fromCodePoint(code);
      copied = end;
      continue;
    }
    if (letter === 'N') {
      const malformed = 'malformed \\N character escape';
      if (text[i + 2] !== '{') return unicodeError(text, i, i + 2, malformed);
      const close = text.indexOf('}', i + 3);
      if (close < 0) return unicodeError(text, i, length, malformed);
      // An empty name is refused before its closing brace is read.
      if (close === i + 3) return unicodeError(text, i, i + 3, malformed);
      if (p.namedCharacter === null) {
        return new DecodeError(
          'UnicodeDecodeError',
          "\\N escapes not supported (can't load unicodedata module)",
        );
      }
      const character = p.namedCharacter(text.slice(i + 3, close));
      if (character === null) return unicodeError(text, i, close + 1, 'unknown Unicode character name');
      result += character;
      copied = close + 1;
      continue;
    }
    if (firstInvalid < 0) firstInvalid = i + 1;
    result += `\\${letter}`;
    copied = i + 2;
  }
  result += text.slice(copied);
  if (firstInvalid >= 0 && warnInvalidEscapeSequence(p, text, firstInvalid, t)) return null;
  return result;
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** CPython 3.12: Parser/string_parser.c decode_bytes_with_escapes */
function decodeBytesWithEscapes(p: LiteralHost, text: string, t: Token): Uint8Array | DecodeError | null {
  const bytes = new Uint8Array(text.length);
  let size = 0;
  let firstInvalid = -1;
  for (let i = 0; i < text.length; ) {
    const c = text.charCodeAt(i);
    if (c !== BACKSLASH) {
      bytes[size++] = c;
      i++;
      continue;
    }
    const letter = text[i + 1];
    if (letter === undefined) return new DecodeError('ValueError', 'Trailing \\ in string');
    const simple = SIMPLE_ESCAPES.get(letter);
    if (simple !== undefined) {
      if (simple !== '') bytes[size++] = simple.charCodeAt(0);
      i += 2;
    } else if (isOctalDigit(letter.charCodeAt(0))) {
      const end = octalEnd(text, i + 1);
      const code = Number.parseInt(text.slice(i + 1, end), 8);
      if (code > 0o377 && firstInvalid < 0) firstInvalid = i + 1;
      bytes[size++] = code & 0xff;
      i = end;
    } else if (letter === 'x') {
      const high = hexValue(text.charCodeAt(i + 2));
      const low = hexValue(text.charCodeAt(i + 3));
      if (high < 0 || low < 0) return new DecodeError('ValueError', `invalid \\x escape at position ${i}`);
      bytes[size++] = high * 16 + low;
      i += 4;
    } else {
      if (firstInvalid < 0) firstInvalid = i + 1;
      bytes[size++] = BACKSLASH;
      i++;
    }
  }
  if (firstInvalid >= 0 && warnInvalidEscapeSequence(p, text, firstInvalid, t)) return null;
  return bytes.slice(0, size);
}

/** CPython 3.12: Parser/string_parser.c _PyPegen_decode_string */
export function decodeString(
  p: LiteralHost,
  raw: boolean,
  text: string,
  t: Token,
): string | DecodeError | null {
  return raw || !text.includes('\\') ? text : decodeUnicodeWithEscapes(p, text, t);
}

/** CPython 3.12: Parser/string_parser.c _PyPegen_parse_string */
export function parseString(p: LiteralHost, t: Token): string | Uint8Array | DecodeError | null {
  const literal = t.string;
  let start = 0;
  let bytesMode = false;
  let rawMode = false;
  for (; ; start++) {
    const prefix = literal.charCodeAt(start) | 0x20;
    if (prefix === 0x62 /* b */) bytesMode = true;
    else if (prefix === 0x72 /* r */) rawMode = true;
    else if (prefix !== 0x75 /* u */) break;
  }
  const quote = literal.charCodeAt(start);
  let end = literal.length - 1;
  start++;
  if (end - start >= 4 && literal.charCodeAt(start) === quote && literal.charCodeAt(start + 1) === quote) {
    start += 2;
    end -= 2;
  }
  const text = literal.slice(start, end);
  if (!bytesMode) return decodeString(p, rawMode, text, t);
  if (utf8Length(text) !== text.length) {
    return p.raiseSyntaxErrorKnownLocation(
      t.lineno,
      t.col_offset,
      t.end_lineno,
      t.end_col_offset,
      'bytes can only contain ASCII literal characters',
    );
  }
  return rawMode || !text.includes('\\') ? asciiBytes(text) : decodeBytesWithEscapes(p, text, t);
}
