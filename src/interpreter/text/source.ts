// Source text: line ends, UTF-8 columns, and lines by number.
//
// CPython reads source as UTF-8 bytes and counts columns in bytes; JavaScript strings are UTF-16. The whole
// front end keeps the string and converts only where a column is needed: one surrogate half counts two bytes,
// so a pair counts four and no pairing has to be done.
//
// Answers to CPython 3.12: Parser/tokenizer.c translate_newlines, Parser/pegen.c
// _PyPegen_byte_offset_to_character_offset, and Python/pythonrun.c _Py_SourceAsString (the checks).

const NEWLINE = 10;
const RETURN = 13;

/** The number of bytes `source.slice(start, end)` takes in UTF-8. */
export function utf8Length(source: string, start = 0, end = source.length): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const c = source.charCodeAt(i);
    bytes += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

/** The number of characters (code points) in `source.slice(start, end)`. */
export function characterCount(source: string, start = 0, end = source.length): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const c = source.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdbff && i + 1 < end) {
      const low = source.charCodeAt(i + 1);
      if (low >= 0xdc00 && low <= 0xdfff) i++;
    }
    count++;
  }
  return count;
}

/** The UTF-16 index in `line` of a UTF-8 byte offset; past the end gives the line's length. */
export function indexOfByte(line: string, byteOffset: number): number {
  let bytes = 0;
  let i = 0;
  while (i < line.length && bytes < byteOffset) {
    const c = line.charCodeAt(i++);
    bytes += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 2 : 3;
  }
  return i;
}

/**
 * The characters before a UTF-8 byte offset of a line. An offset past the end counts as one past it.
 * CPython 3.12: Parser/pegen.c _PyPegen_byte_offset_to_character_offset
 */
export function byteOffsetToCharacterOffset(line: string, byteOffset: number): number {
  if (byteOffset <= 0) return 0;
  let bytes = 0;
  let count = 0;
  for (let i = 0; i < line.length && bytes < byteOffset; i++) {
    const c = line.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdbff) i++;
    bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c <= 0xdbff ? 4 : 3;
    count++;
  }
  // CPython decodes one byte beyond the string: its closing NUL, one more character.
  return bytes < byteOffset ? count + 1 : count;
}

/**
 * Every line end becomes `\n`, and `exec` input is given a last one where it is missing.
 * CPython 3.12: Parser/tokenizer.c translate_newlines
 */
export function translateNewlines(source: string, execInput: boolean, preserveCrlf: boolean): string {
  let text = source;
  if (!preserveCrlf && text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (execInput && text.length > 0 && text.charCodeAt(text.length - 1) !== NEWLINE) {
    // A lone `\r` at the end has become `\n` already; with CRLF preserved it still needs one.
    text += '\n';
  }
  return text;
}

/** True where every character is ASCII. */
export function isAscii(source: string, start = 0, end = source.length): boolean {
  for (let i = start; i < end; i++) if (source.charCodeAt(i) > 127) return false;
  return true;
}

/** The index of the first surrogate without its partner, or -1: such a string has no UTF-8 form. */
export function loneSurrogate(source: string): number {
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c < 0xd800 || c > 0xdfff) continue;
    const low = c < 0xdc00 ? source.charCodeAt(i + 1) : 0;
    if (!(low >= 0xdc00 && low <= 0xdfff)) return i;
    i++;
  }
  return -1;
}

/** Where each line starts, and the way between bytes and characters in any of them. */
export class LineTable {
  readonly source: string;
  private readonly starts: number[];

  /** `source` with its line ends translated already. */
  constructor(source: string) {
    this.source = source;
    const starts = [0];
    for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
    this.starts = starts;
  }

  get lineCount(): number {
    const last = this.starts[this.starts.length - 1]!;
    return last === this.source.length ? this.starts.length - 1 : this.starts.length;
  }

  /** The index at which line `lineno` (from 1) starts. */
  lineStart(lineno: number): number {
    if (lineno < 1) return 0;
    return this.starts[lineno - 1] ?? this.source.length;
  }

  /** Line `lineno` without its line end. */
  line(lineno: number): string {
    const start = this.lineStart(lineno);
    const end = this.source.indexOf('\n', start);
    return this.source.slice(start, end < 0 ? this.source.length : end);
  }

  /** The index of a (line, UTF-8 byte column) position. */
  index(lineno: number, byteColumn: number): number {
    return this.lineStart(lineno) + indexOfByte(this.line(lineno), byteColumn);
  }

  /** The line (from 1) that holds an index. */
  lineAt(index: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

/** True for the characters that end a line of source before translation. */
export function isLineEnd(code: number): boolean {
  return code === NEWLINE || code === RETURN;
}
