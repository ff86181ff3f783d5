// Which characters may stand in a name, and which can be printed: Unicode 15.0, as CPython 3.12 knows it.
//
// Answers to CPython 3.12: Objects/unicodeobject.c _PyUnicode_ScanIdentifier and Objects/unicodectype.c
// _PyUnicode_IsXidStart, _PyUnicode_IsXidContinue, _PyUnicode_IsPrintable; Parser/pegen.c _PyPegen_new_identifier.
// The tables are CPython's answers and not the engine's, which follow newer versions of Unicode.

import { PRINTABLE, XID_CONTINUE, XID_START } from './unicode_tables.ts';

/** The code points at which membership changes, first into the set. */
function boundaries(packed: string): Uint32Array {
  const lengths = packed.split(' ');
  const result = new Uint32Array(lengths.length);
  let at = 128;
  for (let i = 0; i < lengths.length; i++) result[i] = at += Number.parseInt(lengths[i]!, 36);
  return result;
}

function contains(table: Uint32Array, code: number): boolean {
  // The number of boundaries at or below the code: odd inside the set.
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle]! <= code) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1;
}

// Unpacked on first use: most programs never leave ASCII.
let xidStart: Uint32Array | null = null;
let xidContinue: Uint32Array | null = null;
let printable: Uint32Array | null = null;

const UNDERSCORE = 0x5f;

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** CPython 3.12: Objects/unicodectype.c _PyUnicode_IsXidStart, and the underscore */
export function isIdentifierStart(code: number): boolean {
  if (code < 128) return isAsciiLetter(code) || code === UNDERSCORE;
  return contains((xidStart ??= boundaries(XID_START)), code);
}

/** CPython 3.12: Objects/unicodectype.c _PyUnicode_IsXidContinue */
export function isIdentifierContinue(code: number): boolean {
  if (code < 128) return isAsciiLetter(code) || code === UNDERSCORE || (code >= 0x30 && code <= 0x39);
  return contains((xidContinue ??= boundaries(XID_CONTINUE)), code);
}

/** CPython 3.12: Objects/unicodectype.c _PyUnicode_IsPrintable */
export function isPrintable(code: number): boolean {
  if (code < 128) return code >= 0x20 && code < 0x7f;
  return contains((printable ??= boundaries(PRINTABLE)), code);
}

/**
 * The UTF-16 index of the first character that cannot stand where it does in an identifier, or the text's length.
 * CPython 3.12: Objects/unicodeobject.c _PyUnicode_ScanIdentifier
 */
export function scanIdentifier(text: string): number {
  if (text.length === 0) return 0;
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i)!;
    if (!(i === 0 ? isIdentifierStart(code) : isIdentifierContinue(code))) return i;
    i += code > 0xffff ? 2 : 1;
  }
  return text.length;
}

/** The name a spelling stands for: NFKC. CPython 3.12: Parser/pegen.c _PyPegen_new_identifier */
export function normalizeIdentifier(spelling: string): string {
  for (let i = 0; i < spelling.length; i++) {
    if (spelling.charCodeAt(i) > 127) return spelling.normalize('NFKC');
  }
  return spelling;
}
