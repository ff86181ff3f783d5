// Source bytes to source text: the byte order mark and the coding cookie of PEP 263.
//
// Answers to CPython 3.12: Parser/tokenizer.c check_bom, get_coding_spec, check_coding_spec, decode_str and
// ensure_utf8, and Objects/unicodeobject.c unicode_decode_utf8 (the reasons it gives). UTF-8, Latin-1 and ASCII are
// decoded here; the other codecs of Python are Python modules, so the caller may lend a decoder for them.
//
// One difference from CPython: it leaves UTF-8 undecoded and meets a wrong byte in a token, so that its positions
// count from the literal and a comment may hold anything; here the whole source is decoded at once.

export class SourceText {
  readonly text: string;
  /** As `tokenize.detect_encoding` names it. */
  readonly encoding: string;
  constructor(text: string, encoding: string) {
    this.text = text;
    this.encoding = encoding;
  }
}

/** Why bytes are no text: the message of the SyntaxError to raise. */
export class SourceEncodingError {
  readonly msg: string;
  constructor(msg: string) {
    this.msg = msg;
  }
}

/** Where and why decoding stopped, as on a UnicodeDecodeError. */
export class DecodingStopped {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  constructor(start: number, end: number, reason: string) {
    this.start = start;
    this.end = end;
    this.reason = reason;
  }

  /** `str()` of the UnicodeDecodeError. CPython 3.12: Objects/exceptions.c UnicodeDecodeError_str */
  describe(encoding: string, bytes: Uint8Array): string {
    if (this.end === this.start + 1) {
      const byte = bytes[this.start]!.toString(16).padStart(2, '0');
      return `'${encoding}' codec can't decode byte 0x${byte} in position ${this.start}: ${this.reason}`;
    }
    return `'${encoding}' codec can't decode bytes in position ${this.start}-${this.end - 1}: ${this.reason}`;
  }
}

/** Code units are turned into strings this many at a time. */
const CHUNK = 8192;

/** Strict UTF-8. CPython 3.12: Objects/unicodeobject.c unicode_decode_utf8 */
export function decodeUtf8(bytes: Uint8Array): string | DecodingStopped {
  const units = new Uint16Array(CHUNK + 2);
  let result = '';
  let size = 0;
  const length = bytes.length;
  for (let i = 0; i < length; ) {
    if (size >= CHUNK) {
      result += String.fromCharCode(...units.subarray(0, size));
      size = 0;
    }
    const first = bytes[i]!;
    if (first < 0x80) {
      units[size++] = first;
      i++;
      continue;
    }
    if (first < 0xc2 || first > 0xf4) return new DecodingStopped(i, i + 1, 'invalid start byte');
    const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = first & (0x3f >> more);
    for (let k = 1; k <= more; k++) {
      if (i + k >= length) return new DecodingStopped(i, i + k, 'unexpected end of data');
      const byte = bytes[i + k]!;
      // The second byte has a narrower range after some first bytes: no overlong forms, surrogates, or too large.
      const low = k > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || byte > high) return new DecodingStopped(i, i + k, 'invalid continuation byte');
      code = (code << 6) | (byte & 0x3f);
    }
    if (code > 0xffff) {
      units[size++] = 0xd7c0 + (code >> 10);
      units[size++] = 0xdc00 | (code & 0x3ff);
    } else {
      units[size++] = code;
    }
    i += more + 1;
  }
  return result + String.fromCharCode(...units.subarray(0, size));
}

function decodeSingleBytes(bytes: Uint8Array, start: number, end: number): string {
  let result = '';
  for (let i = start; i < end; i += CHUNK) {
    result += String.fromCharCode(...bytes.subarray(i, Math.min(end, i + CHUNK)));
  }
  return result;
}

/** CPython 3.12: Parser/tokenizer.c get_normal_name */
function normalName(name: string): string {
  const start = name.slice(0, 12).replaceAll('_', '-').toLowerCase();
  if (start === 'utf-8' || start.startsWith('utf-8-')) return 'utf-8';
  if (/^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(start)) return 'iso-8859-1';
  return name;
}

/** The encoding a line declares; null where it declares none. CPython 3.12: Parser/tokenizer.c get_coding_spec */
function codingSpec(line: string): string | null {
  if (!/^[ \t\f]*#/.test(line)) return null;
  const cookie = /coding[:=][ \t]*([-\w.]+)/.exec(line);
  return cookie === null ? null : normalName(cookie[1]!);
}

/** A decoder for an encoding's name; null where there is no such encoding. */
export type SourceDecoder = (encoding: string, bytes: Uint8Array) => string | SourceEncodingError | null;

function decodeAs(
  encoding: string,
  bytes: Uint8Array,
  lent: SourceDecoder | null,
): string | SourceEncodingError {
  if (encoding === 'utf-8') {
    const text = decodeUtf8(bytes);
    return typeof text === 'string' ? text : new SourceEncodingError(text.describe('utf-8', bytes));
  }
  if (encoding === 'iso-8859-1') return decodeSingleBytes(bytes, 0, bytes.length);
  const name = encoding.toLowerCase().replaceAll('_', '-');
  if (name === 'ascii' || name === 'us-ascii') {
    const bad = bytes.findIndex((byte) => byte > 127);
    if (bad < 0) return decodeSingleBytes(bytes, 0, bytes.length);
    const stopped = new DecodingStopped(bad, bad + 1, 'ordinal not in range(128)');
    return new SourceEncodingError(stopped.describe('ascii', bytes));
  }
  return lent?.(encoding, bytes) ?? new SourceEncodingError(`unknown encoding: ${encoding}`);
}

/**
 * The text of a module's bytes, without its byte order mark.
 * CPython 3.12: Parser/tokenizer.c decode_str; for files tok_underflow_file, which names the file and line
 */
export function decodeSource(
  bytes: Uint8Array,
  options: { lent?: SourceDecoder; file?: string } = {},
): SourceText | SourceEncodingError {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = bom ? bytes.subarray(3) : bytes;

  // Only the first two lines may hold a cookie, the second only after a comment or a blank line.
  let encoding: string | null = null;
  let at = 0;
  for (let n = 0; n < 2 && encoding === null; n++) {
    let end = at;
    while (end < body.length && body[end] !== 10 && body[end] !== 13) end++;
    const line = decodeSingleBytes(body, at, end);
    encoding = codingSpec(line);
    if (!/^[ \t\f]*(#|$)/.test(line)) break;
    at = end + (body[end] === 13 && body[end + 1] === 10 ? 2 : 1);
  }

  if (bom && encoding !== null && encoding !== 'utf-8') {
    return new SourceEncodingError(`encoding problem: ${encoding} with BOM`);
  }
  if (encoding === null && options.file !== undefined) {
    const text = decodeUtf8(body);
    if (typeof text === 'string') return new SourceText(text, 'utf-8');
    let line = 1;
    for (let i = 0; i < text.start; i++) if (body[i] === 10) line++;
    return new SourceEncodingError(
      `Non-UTF-8 code starting with '\\x${body[text.start]!.toString(16).padStart(2, '0')}' ` +
        `in file ${options.file} on line ${line}, but no encoding declared; ` +
        'see https://peps.python.org/pep-0263/ for details',
    );
  }
  const text = decodeAs(encoding ?? 'utf-8', body, options.lent ?? null);
  if (text instanceof SourceEncodingError) {
    return (encoding ?? 'utf-8') === 'utf-8' ? new SourceEncodingError(`(unicode error) ${text.msg}`) : text;
  }
  return new SourceText(text, encoding ?? 'utf-8');
}
