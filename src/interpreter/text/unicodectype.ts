// What kind of character a code point is, and its other cases: Unicode 15.0, as CPython 3.12 knows it.
//
// Which characters belong to a class comes from CPython's own tables. The simple upper and lower case of a character
// come from the engine, limited to characters Unicode 15.0 has: case mappings once given never change.
//
// Answers to CPython 3.12: Objects/unicodectype.c. Absent: decimal and numeric values beyond what int() needs.

import { isPrintable } from './unicode_identifier.ts';
import {
  ALPHA,
  CASE_FOLD,
  DECIMAL_ZEROS,
  DIGIT,
  IGNORABLE,
  LOWER,
  NUMERIC,
  SPACE,
  TITLE,
  TITLE_CASE,
  UPPER,
} from './unicode_type_tables.ts';

/** A set of characters from U+0080 on; unpacked on first use, since most programs never leave ASCII. */
class CharSet {
  readonly packed: string;
  table: Uint32Array | null = null;
  constructor(packed: string) {
    this.packed = packed;
  }

  has(code: number): boolean {
    let table = this.table;
    if (table === null) {
      let at = 128;
      table = this.table = Uint32Array.from(this.packed.split(' '), (n) => (at += Number.parseInt(n, 36)));
    }
    let low = 0;
    let high = table.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table[middle]! <= code) low = middle + 1;
      else high = middle;
    }
    return (low & 1) === 1;
  }
}

const alpha = new CharSet(ALPHA);
const lower = new CharSet(LOWER);
const upper = new CharSet(UPPER);
const title = new CharSet(TITLE);
const space = new CharSet(SPACE);
const digit = new CharSet(DIGIT);
const numeric = new CharSet(NUMERIC);
const ignorable = new CharSet(IGNORABLE);

const isAsciiLower = (c: number): boolean => c >= 0x61 && c <= 0x7a;
const isAsciiUpper = (c: number): boolean => c >= 0x41 && c <= 0x5a;
const isAsciiDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;

/** CPython 3.12: _PyUnicode_IsAlpha */
export function isAlpha(c: number): boolean {
  return c < 128 ? isAsciiLower(c | 0x20) : alpha.has(c);
}

/** CPython 3.12: _PyUnicode_IsLowercase */
export function isLower(c: number): boolean {
  return c < 128 ? isAsciiLower(c) : lower.has(c);
}

/** CPython 3.12: _PyUnicode_IsUppercase */
export function isUpper(c: number): boolean {
  return c < 128 ? isAsciiUpper(c) : upper.has(c);
}

/** CPython 3.12: _PyUnicode_IsTitlecase */
export function isTitle(c: number): boolean {
  return c >= 128 && title.has(c);
}

/** CPython 3.12: _PyUnicode_IsCased */
export function isCased(c: number): boolean {
  return c < 128 ? isAsciiLower(c | 0x20) : lower.has(c) || upper.has(c) || title.has(c);
}

/** CPython 3.12: _PyUnicode_IsCaseIgnorable */
export function isCaseIgnorable(c: number): boolean {
  if (c < 128) return c === 0x27 || c === 0x2e || c === 0x3a || c === 0x5e || c === 0x60;
  return ignorable.has(c);
}

/** CPython 3.12: _PyUnicode_IsWhitespace */
export function isSpace(c: number): boolean {
  if (c < 128) return c === 0x20 || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f);
  return space.has(c);
}

let zeros: number[] | null = null;

/** The value of a decimal digit; -1: it is none. CPython 3.12: _PyUnicode_ToDecimalDigit */
export function toDecimal(c: number): number {
  if (c < 128) return isAsciiDigit(c) ? c - 0x30 : -1;
  zeros ??= DECIMAL_ZEROS.split(' ').map((n) => Number.parseInt(n, 36));
  let low = 0;
  let high = zeros.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (zeros[middle]! <= c) low = middle + 1;
    else high = middle;
  }
  const value = low === 0 ? 10 : c - zeros[low - 1]!;
  return value < 10 ? value : -1;
}

/** CPython 3.12: _PyUnicode_IsDigit */
export function isDigit(c: number): boolean {
  return c < 128 ? isAsciiDigit(c) : toDecimal(c) >= 0 || digit.has(c);
}

/** CPython 3.12: _PyUnicode_IsNumeric */
export function isNumeric(c: number): boolean {
  return c < 128 ? isAsciiDigit(c) : toDecimal(c) >= 0 || numeric.has(c);
}

// --- case mappings of one character --------------------------------------------------------------------

function known(text: string): boolean {
  for (const char of text) if (!isPrintable(char.codePointAt(0)!)) return false;
  return true;
}

/** CPython 3.12: _PyUnicode_ToUpperFull */
export function toUpper(char: string): string {
  const mapped = char.toUpperCase();
  return mapped === char || char.charCodeAt(0) < 128 || (known(char) && known(mapped)) ? mapped : char;
}

/** Without the context of a final sigma. CPython 3.12: _PyUnicode_ToLowerFull */
export function toLower(char: string): string {
  const mapped = char.toLowerCase();
  return mapped === char || char.charCodeAt(0) < 128 || (known(char) && known(mapped)) ? mapped : char;
}

function mappings(packed: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const entry of packed.split(' ')) {
    const [from, to] = entry.split(':') as [string, string];
    const code = (n: string): string => String.fromCodePoint(Number.parseInt(n, 36));
    map.set(code(from), to.split('.').map(code).join(''));
  }
  return map;
}

let titles: Map<string, string> | null = null;
let folds: Map<string, string> | null = null;

/** CPython 3.12: _PyUnicode_ToTitleFull */
export function toTitle(char: string): string {
  titles ??= mappings(TITLE_CASE);
  return titles.get(char) ?? toUpper(char);
}

/** CPython 3.12: _PyUnicode_ToFoldedFull */
export function toFolded(char: string): string {
  folds ??= mappings(CASE_FOLD);
  return folds.get(char) ?? toLower(char);
}
