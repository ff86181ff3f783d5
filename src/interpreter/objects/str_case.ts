// Cases and kinds of characters: str.upper, str.title, str.isalpha and their like.
//
// Answers to CPython 3.12: Objects/unicodeobject.c (do_upper, do_lower, do_title, ..., unicode_isalpha_impl, ...).

import type { Obj } from '../memory/object.ts';
import { isPrintable, scanIdentifier } from '../text/unicode_identifier.ts';
import * as ctype from '../text/unicodectype.ts';
import { method } from './descrobject.ts';
import { newBool } from './longcore.ts';
import { newStr, type Str, strType } from './strcore.ts';

const ASCII = /^[^\u0080-\uffff]*$/;
const SIGMA = '\u03a3';

/** A capital sigma at the end of a word becomes a final one. CPython 3.12: handle_capital_sigma */
function lowerSigma(chars: readonly string[], at: number): string {
  const code = (i: number): number => chars[i]!.codePointAt(0)!;
  let j = at - 1;
  while (j >= 0 && ctype.isCaseIgnorable(code(j))) j--;
  if (j < 0 || !ctype.isCased(code(j))) return '\u03c3';
  j = at + 1;
  while (j < chars.length && ctype.isCaseIgnorable(code(j))) j++;
  return j === chars.length || !ctype.isCased(code(j)) ? '\u03c2' : '\u03c3';
}

function lowerAt(chars: readonly string[], at: number): string {
  const char = chars[at]!;
  return char === SIGMA ? lowerSigma(chars, at) : ctype.toLower(char);
}

export function lower(s: string): string {
  if (ASCII.test(s)) return s.toLowerCase();
  const chars = [...s];
  return chars.map((_, i) => lowerAt(chars, i)).join('');
}

export function upper(s: string): string {
  if (ASCII.test(s)) return s.toUpperCase();
  return Array.from(s, ctype.toUpper).join('');
}

function casefold(s: string): string {
  if (ASCII.test(s)) return s.toLowerCase();
  return Array.from(s, ctype.toFolded).join('');
}

function capitalize(s: string): string {
  const chars = [...s];
  return chars.map((char, i) => (i === 0 ? ctype.toTitle(char) : lowerAt(chars, i))).join('');
}

function title(s: string): string {
  const chars = [...s];
  let previousCased = false;
  let out = '';
  for (let i = 0; i < chars.length; i++) {
    out += previousCased ? lowerAt(chars, i) : ctype.toTitle(chars[i]!);
    previousCased = ctype.isCased(chars[i]!.codePointAt(0)!);
  }
  return out;
}

function swapcase(s: string): string {
  const chars = [...s];
  return chars
    .map((char, i) => {
      const code = char.codePointAt(0)!;
      if (ctype.isUpper(code)) return lowerAt(chars, i);
      return ctype.isLower(code) ? ctype.toUpper(char) : char;
    })
    .join('');
}

// --- kinds ---------------------------------------------------------------------------------------------

/** Not empty, and every character of this kind. */
function every(s: string, kind: (code: number) => boolean): boolean {
  if (s === '') return false;
  for (let i = 0; i < s.length; i++) {
    const code = s.codePointAt(i)!;
    if (!kind(code)) return false;
    if (code > 0xffff) i++;
  }
  return true;
}

function islower(s: string): boolean {
  let cased = false;
  for (const char of s) {
    const code = char.codePointAt(0)!;
    if (ctype.isUpper(code) || ctype.isTitle(code)) return false;
    if (!cased && ctype.isLower(code)) cased = true;
  }
  return cased;
}

function isupper(s: string): boolean {
  let cased = false;
  for (const char of s) {
    const code = char.codePointAt(0)!;
    if (ctype.isLower(code) || ctype.isTitle(code)) return false;
    if (!cased && ctype.isUpper(code)) cased = true;
  }
  return cased;
}

function istitle(s: string): boolean {
  let cased = false;
  let previousCased = false;
  for (const char of s) {
    const code = char.codePointAt(0)!;
    if (ctype.isUpper(code) || ctype.isTitle(code)) {
      if (previousCased) return false;
      previousCased = cased = true;
    } else if (ctype.isLower(code)) {
      if (!previousCased) return false;
      previousCased = cased = true;
    } else previousCased = false;
  }
  return cased;
}

const text = (o: Obj): string => (o as Str).v;

export function initStrCase(): void {
  const change = (name: string, f: (s: string) => string, doc: string): void =>
    method(strType, name, '($self, /)', (o) => newStr(f(text(o))), doc);
  const test = (name: string, f: (s: string) => boolean, doc: string): void =>
    method(strType, name, '($self, /)', (o) => newBool(f(text(o))), doc);
  change('lower', lower, 'Return a copy of the string converted to lowercase.');
  change('upper', upper, 'Return a copy of the string converted to uppercase.');
  change('casefold', casefold, 'Return a version of the string suitable for caseless comparisons.');
  change('capitalize', capitalize, 'Return a capitalized version of the string.');
  change('title', title, 'Return a version of the string where each word is titlecased.');
  change(
    'swapcase',
    swapcase,
    'Convert uppercase characters to lowercase and lowercase characters to uppercase.',
  );
  test(
    'isascii',
    (s) => ASCII.test(s),
    'Return True if all characters in the string are ASCII, False otherwise.',
  );
  test('islower', islower, 'Return True if the string is a lowercase string, False otherwise.');
  test('isupper', isupper, 'Return True if the string is an uppercase string, False otherwise.');
  test('istitle', istitle, 'Return True if the string is a title-cased string, False otherwise.');
  test(
    'isspace',
    (s) => every(s, ctype.isSpace),
    'Return True if the string is a whitespace string, False otherwise.',
  );
  test(
    'isdecimal',
    (s) => every(s, (c) => ctype.toDecimal(c) >= 0),
    'Return True if the string is a decimal string, False otherwise.',
  );
  test(
    'isdigit',
    (s) => every(s, ctype.isDigit),
    'Return True if the string is a digit string, False otherwise.',
  );
  test(
    'isnumeric',
    (s) => every(s, ctype.isNumeric),
    'Return True if the string is a numeric string, False otherwise.',
  );
  test(
    'isalpha',
    (s) => every(s, ctype.isAlpha),
    'Return True if the string is an alphabetic string, False otherwise.',
  );
  test(
    'isalnum',
    (s) => every(s, (c) => ctype.isAlpha(c) || ctype.isNumeric(c)),
    'Return True if the string is an alpha-numeric string, False otherwise.',
  );
  test(
    'isidentifier',
    (s) => s !== '' && scanIdentifier(s) === s.length,
    'Return True if the string is a valid Python identifier, False otherwise.',
  );
  test(
    'isprintable',
    (s) => s === '' || every(s, isPrintable),
    'Return True if the string is printable, False otherwise.',
  );
}
