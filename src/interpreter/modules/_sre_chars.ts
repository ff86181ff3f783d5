// Characters as a regular expression sees them: categories, sets, other cases, positions between them.
//
// The locale is always "C", in which only ASCII letters are letters.
//
// Answers to CPython 3.12: Modules/_sre/sre.c (sre_category, sre_lower_*), sre_lib.h (charset, at).

import { isAlpha, isDigit, isNumeric, isSpace, toDecimal, toLower, toUpper } from '../text/unicodectype.ts';
import {
  AT_BEGINNING,
  AT_BEGINNING_LINE,
  AT_BEGINNING_STRING,
  AT_BOUNDARY,
  AT_END,
  AT_END_LINE,
  AT_END_STRING,
  AT_LOC_BOUNDARY,
  AT_LOC_NON_BOUNDARY,
  AT_NON_BOUNDARY,
  AT_UNI_BOUNDARY,
  AT_UNI_NON_BOUNDARY,
  BIGCHARSET,
  CATEGORY,
  CATEGORY_DIGIT,
  CATEGORY_LINEBREAK,
  CATEGORY_LOC_WORD,
  CATEGORY_SPACE,
  CATEGORY_UNI_DIGIT,
  CATEGORY_UNI_LINEBREAK,
  CATEGORY_UNI_SPACE,
  CATEGORY_UNI_WORD,
  CATEGORY_WORD,
  CHARSET,
  FAILURE,
  LITERAL,
  NEGATE,
  RANGE,
  RANGE_UNI_IGNORE,
} from './_sre_constants.ts';

// --- other cases -------------------------------------------------------------------------------------

export function isAsciiLetter(c: number): boolean {
  const l = c | 0x20;
  return l >= 0x61 && l <= 0x7a && c < 128;
}

/** CPython 3.12: sre_lower_ascii; in the C locale also sre_lower_locale */
export function lowerAscii(c: number): number {
  return c >= 0x41 && c <= 0x5a ? c + 32 : c;
}

/** In the C locale. CPython 3.12: sre_upper_locale */
export function upperLocale(c: number): number {
  return c >= 0x61 && c <= 0x7a ? c - 32 : c;
}

// Case mappings of the engine work on strings, so answers are kept.
const lowered = new Map<number, number>();
const raised = new Map<number, number>();

/** The first character of the lower case. CPython 3.12: sre_lower_unicode */
export function lowerUnicode(c: number): number {
  if (c < 128) return lowerAscii(c);
  let r = lowered.get(c);
  if (r === undefined) lowered.set(c, (r = toLower(String.fromCodePoint(c)).codePointAt(0)!));
  return r;
}

/** CPython 3.12: sre_upper_unicode */
export function upperUnicode(c: number): number {
  if (c < 128) return upperLocale(c);
  let r = raised.get(c);
  if (r === undefined) raised.set(c, (r = toUpper(String.fromCodePoint(c)).codePointAt(0)!));
  return r;
}

/** CPython 3.12: char_loc_ignore */
export function sameIgnoringLocale(pattern: number, c: number): boolean {
  return c === pattern || lowerAscii(c) === pattern || upperLocale(c) === pattern;
}

// --- categories --------------------------------------------------------------------------------------

function isAsciiWord(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x30 && c <= 0x39) || c === 0x5f;
}

function isUnicodeWord(c: number): boolean {
  if (c < 128) return isAsciiWord(c);
  return isAlpha(c) || toDecimal(c) >= 0 || isDigit(c) || isNumeric(c);
}

function isLineBreak(c: number): boolean {
  return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c === 0x85 || c === 0x2028 || c === 0x2029;
}

/** CPython 3.12: sre_category */
export function inCategory(category: number, c: number): boolean {
  const wanted = (category & 1) === 0;
  switch (category & ~1) {
    case CATEGORY_DIGIT:
      return (c >= 0x30 && c <= 0x39) === wanted;
    case CATEGORY_SPACE:
      return (c === 0x20 || (c >= 9 && c <= 13)) === wanted;
    case CATEGORY_WORD:
    case CATEGORY_LOC_WORD:
      return isAsciiWord(c) === wanted;
    case CATEGORY_LINEBREAK:
      return (c === 0x0a) === wanted;
    case CATEGORY_UNI_DIGIT:
      return toDecimal(c) >= 0 === wanted;
    case CATEGORY_UNI_SPACE:
      return isSpace(c) === wanted;
    case CATEGORY_UNI_WORD:
      return isUnicodeWord(c) === wanted;
    case CATEGORY_UNI_LINEBREAK:
      return isLineBreak(c) === wanted;
    default:
      return false;
  }
}

// --- sets --------------------------------------------------------------------------------------------

/** Whether a character belongs to the set that begins at `at`. CPython 3.12: SRE(charset) */
export function inCharset(code: Uint32Array, at: number, c: number): boolean {
  let ok = true;
  for (;;) {
    switch (code[at++]) {
      case FAILURE:
        return !ok;
      case LITERAL:
        if (c === code[at]!) return ok;
        at++;
        break;
      case CATEGORY:
        if (inCategory(code[at]!, c)) return ok;
        at++;
        break;
      case CHARSET:
        if (c < 256 && (code[at + (c >> 5)]! & (1 << (c & 31))) !== 0) return ok;
        at += 8;
        break;
      case RANGE:
        if (code[at]! <= c && c <= code[at + 1]!) return ok;
        at += 2;
        break;
      case RANGE_UNI_IGNORE: {
        // The character is in lower case already.
        if (code[at]! <= c && c <= code[at + 1]!) return ok;
        const upper = upperUnicode(c);
        if (code[at]! <= upper && upper <= code[at + 1]!) return ok;
        at += 2;
        break;
      }
      case NEGATE:
        ok = !ok;
        break;
      case BIGCHARSET: {
        // Number of blocks, 256 bytes that name the block of each high byte, then the blocks' bitmaps.
        const count = code[at++]!;
        if (c < 0x10000) {
          const block = (code[at + (c >> 10)]! >>> (((c >> 8) & 3) << 3)) & 255;
          if ((code[at + 64 + block * 8 + ((c & 255) >> 5)]! & (1 << (c & 31))) !== 0) return ok;
        }
        at += 64 + count * 8;
        break;
      }
      default:
        return false;
    }
  }
}

/** CPython 3.12: SRE(charset_loc_ignore) */
export function inCharsetLocale(code: Uint32Array, at: number, c: number): boolean {
  const lower = lowerAscii(c);
  if (inCharset(code, at, lower)) return true;
  const upper = upperLocale(c);
  return upper !== lower && inCharset(code, at, upper);
}

// --- positions ---------------------------------------------------------------------------------------

function boundary(text: Int32Array, ptr: number, end: number, isWord: (c: number) => boolean): boolean {
  const before = ptr > 0 && isWord(text[ptr - 1]!);
  const after = ptr < end && isWord(text[ptr]!);
  return before !== after;
}

/** Whether `ptr` is a position of this kind. CPython 3.12: SRE(at) */
export function atPosition(text: Int32Array, ptr: number, end: number, kind: number): boolean {
  switch (kind) {
    case AT_BEGINNING:
    case AT_BEGINNING_STRING:
      return ptr === 0;
    case AT_BEGINNING_LINE:
      return ptr === 0 || text[ptr - 1] === 0x0a;
    case AT_END:
      return ptr === end || (end - ptr === 1 && text[ptr] === 0x0a);
    case AT_END_LINE:
      return ptr === end || text[ptr] === 0x0a;
    case AT_END_STRING:
      return ptr === end;
    // In an empty string there is neither a boundary nor the absence of one.
    case AT_BOUNDARY:
    case AT_LOC_BOUNDARY:
      return end !== 0 && boundary(text, ptr, end, isAsciiWord);
    case AT_NON_BOUNDARY:
    case AT_LOC_NON_BOUNDARY:
      return end !== 0 && !boundary(text, ptr, end, isAsciiWord);
    case AT_UNI_BOUNDARY:
      return end !== 0 && boundary(text, ptr, end, isUnicodeWord);
    case AT_UNI_NON_BOUNDARY:
      return end !== 0 && !boundary(text, ptr, end, isUnicodeWord);
    default:
      return false;
  }
}
