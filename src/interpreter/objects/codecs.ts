// Encoding str to bytes and back: UTF-8, ASCII, Latin-1, UTF-16, UTF-32, and what is done about errors.
//
// Errors go to a handler named by `errors`; the standard ones are here, others are Python functions that were
// registered with codecs.register_error. Other encodings are looked up through `codecHooks` (modules/_codecs).
//
// Answers to CPython 3.12: Objects/unicodeobject.c (PyUnicode_AsEncodedString, PyUnicode_Decode and the codecs),
// Python/codecs.c (the error handlers).

import { decref, type Obj, type Res, tstate } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { decodeUtf8 } from '../text/encoding.ts';
import { indexG } from './abstract.ts';
import { isBytes, newBytes } from './bytescore.ts';
import { matches, PyExc, raise, raiseArgs, setException, typeError } from './errors.ts';
import { newException } from './exceptions.ts';
import { callFrameHooks } from './hooks.ts';
import { isInt, newInt } from './longcore.ts';
import { callG } from './object.ts';
import { isTuple, newTuple } from './seqcore.ts';
import { codePoints, hasAstral, isStr, newStr, type Str } from './strcore.ts';

/** What modules further right put in. */
export const codecHooks: {
  /** Encodings that are Python modules; undefined: there is none of that name. */
  encode: (text: Str, encoding: string, errors: string) => Res | undefined;
  decode: (bytes: Obj, encoding: string, errors: string) => Res | undefined;
  /** The name of a character, for 'namereplace'; null: it has none. */
  characterName: (code: number) => string | null;
  /** Waits until there are names; false with an error. */
  namesReadyG: () => Gen<boolean>;
} = {
  encode: () => undefined,
  decode: () => undefined,
  characterName: () => null,
  *namesReadyG(): Gen<boolean> {
    return true;
  },
};

/** Handlers registered by Python code, by name (owned). */
export const errorHandlers = new Map<string, Obj>();

const ALIASES = new Map<string, string>(
  Object.entries({
    utf_8: 'utf-8',
    utf8: 'utf-8',
    u8: 'utf-8',
    utf: 'utf-8',
    cp65001: 'utf-8',
    utf8_ucs2: 'utf-8',
    utf8_ucs4: 'utf-8',
    ascii: 'ascii',
    us_ascii: 'ascii',
    us: 'ascii',
    '646': 'ascii',
    ansi_x3_4_1968: 'ascii',
    iso646_us: 'ascii',
    latin_1: 'latin-1',
    latin1: 'latin-1',
    latin: 'latin-1',
    l1: 'latin-1',
    iso_8859_1: 'latin-1',
    iso8859_1: 'latin-1',
    iso8859: 'latin-1',
    '8859': 'latin-1',
    cp819: 'latin-1',
    utf_16: 'utf-16',
    utf16: 'utf-16',
    u16: 'utf-16',
    utf_16_le: 'utf-16-le',
    utf_16le: 'utf-16-le',
    unicodelittleunmarked: 'utf-16-le',
    utf_16_be: 'utf-16-be',
    utf_16be: 'utf-16-be',
    unicodebigunmarked: 'utf-16-be',
    utf_32: 'utf-32',
    utf32: 'utf-32',
    u32: 'utf-32',
    utf_32_le: 'utf-32-le',
    utf_32le: 'utf-32-le',
    utf_32_be: 'utf-32-be',
    utf_32be: 'utf-32-be',
  }),
);

/** The built-in codec of this name, in CPython's spelling; undefined: another. CPython 3.12: _Py_normalize_encoding */
export function builtinCodec(encoding: string): string | undefined {
  return ALIASES.get(encoding.toLowerCase().replace(/[^a-z0-9.]+/g, '_'));
}

// --- encoding ------------------------------------------------------------------------------------------

class ByteWriter {
  bytes: Uint8Array;
  length = 0;
  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  room(n: number): void {
    if (this.length + n <= this.bytes.length) return;
    const grown = new Uint8Array((this.length + n) * 2);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  put(b: number): void {
    if (this.length === this.bytes.length) this.room(1);
    this.bytes[this.length++] = b;
  }

  all(from: Uint8Array): void {
    this.room(from.length);
    this.bytes.set(from, this.length);
    this.length += from.length;
  }

  finish(): Uint8Array {
    return this.bytes.length === this.length ? this.bytes : this.bytes.slice(0, this.length);
  }
}

/** One character into the writer; false: the codec has no way to write it. */
type PutChar = (out: ByteWriter, code: number) => boolean;

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const putUtf8: PutChar = (out, c) => {
  if (c < 0x80) out.put(c);
  else if (c < 0x800) {
    out.put(0xc0 | (c >> 6));
    out.put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    if (isSurrogate(c)) return false;
    out.put(0xe0 | (c >> 12));
    out.put(0x80 | ((c >> 6) & 0x3f));
    out.put(0x80 | (c & 0x3f));
  } else {
    out.put(0xf0 | (c >> 18));
    out.put(0x80 | ((c >> 12) & 0x3f));
    out.put(0x80 | ((c >> 6) & 0x3f));
    out.put(0x80 | (c & 0x3f));
  }
  return true;
};

const below =
  (limit: number): PutChar =>
  (out, c) => {
    if (c >= limit) return false;
    out.put(c);
    return true;
  };

function putUnits(out: ByteWriter, value: number, size: number, little: boolean): void {
  for (let i = 0; i < size; i++) out.put((value >>> (8 * (little ? i : size - 1 - i))) & 0xff);
}

const putUtf16 =
  (little: boolean): PutChar =>
  (out, c) => {
    if (isSurrogate(c)) return false;
    if (c > 0xffff) {
      putUnits(out, 0xd7c0 + (c >> 10), 2, little);
      putUnits(out, 0xdc00 | (c & 0x3ff), 2, little);
    } else putUnits(out, c, 2, little);
    return true;
  };

const putUtf32 =
  (little: boolean): PutChar =>
  (out, c) => {
    if (isSurrogate(c)) return false;
    putUnits(out, c, 4, little);
    return true;
  };

interface Encoder {
  put: PutChar;
  reason: string;
  bom: readonly number[];
}

const SURROGATES = 'surrogates not allowed';
const ENCODERS = new Map<string, Encoder>([
  ['utf-8', { put: putUtf8, reason: SURROGATES, bom: [] }],
  ['ascii', { put: below(128), reason: 'ordinal not in range(128)', bom: [] }],
  ['latin-1', { put: below(256), reason: 'ordinal not in range(256)', bom: [] }],
  ['utf-16', { put: putUtf16(true), reason: SURROGATES, bom: [0xff, 0xfe] }],
  ['utf-16-le', { put: putUtf16(true), reason: SURROGATES, bom: [] }],
  ['utf-16-be', { put: putUtf16(false), reason: SURROGATES, bom: [] }],
  ['utf-32', { put: putUtf32(true), reason: SURROGATES, bom: [0xff, 0xfe, 0, 0] }],
  ['utf-32-le', { put: putUtf32(true), reason: SURROGATES, bom: [] }],
  ['utf-32-be', { put: putUtf32(false), reason: SURROGATES, bom: [] }],
]);

/** True if the text has a UTF-8 form, as C functions want it; else UnicodeEncodeError. CPython 3.12: PyUnicode_AsUTF8 */
export function hasUtf8(o: Str): boolean {
  const text = o.v;
  if (text.isWellFormed()) return true;
  let at = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (isSurrogate(code)) {
      raiseEncodeError('utf-8', o, at, at + 1, 'surrogates not allowed');
      return false;
    }
    at++;
  }
  return true;
}

/** As hasUtf8, for names that C takes up to the first zero: ValueError if there is one. CPython 3.12: Python/getargs.c 's' */
export function isCString(o: Str): boolean {
  if (!hasUtf8(o)) return false;
  if (!o.v.includes('\0')) return true;
  raise(PyExc.ValueError, 'embedded null character');
  return false;
}

/** UTF-8 of a text that is known to be well formed, for messages and files. */
export function utf8Bytes(text: string): Uint8Array {
  const out = new ByteWriter(text.length + 16);
  for (const char of text) putUtf8(out, char.codePointAt(0)!);
  return out.finish();
}

/**
 * `text.encode(encoding, errors)`: bytes; null: error or pending. CPython 3.12: PyUnicode_AsEncodedString
 */
export function encodeStr(o: Str, encoding: string | null, errors: string | null): Res {
  const r = encodePlain(o, encoding, errors);
  return r !== null || encoding === null || isShortcut(encoding) ? r : noted('encoding', encoding, o);
}

/** Encodings that do not go by the registry of codecs. CPython 3.12: PyUnicode_AsEncodedString, PyUnicode_Decode */
function isShortcut(encoding: string): boolean {
  const name = encoding.toLowerCase().replace(/[^a-z0-9.]+/g, '_');
  return /^(utf_?(8|16|32)|ascii|us_ascii|latin_?1|iso_?8859_1)$/.test(name);
}

/** The error of a codec from the registry has a note; that there is no such codec has none. CPython 3.12: Python/codecs.c add_note_to_codec_error */
function noted(what: string, encoding: string, o: Obj): Res {
  const note = `${what} with '${encoding}' codec failed`;
  if (tstate.pending !== null) return suspend(notedG(note), [o]);
  if (!matches(PyExc.LookupError)) callFrameHooks.addNote(note);
  return null;
}

function* notedG(note: string): Gen {
  const r = yield* settle();
  if (r === null && !matches(PyExc.LookupError)) callFrameHooks.addNote(note);
  return r;
}

function encodePlain(o: Str, encoding: string | null, errors: string | null): Res {
  const codec = encoding === null ? 'utf-8' : builtinCodec(encoding);
  if (codec === undefined) {
    const r = codecHooks.encode(o, encoding!, errors ?? 'strict');
    return r === undefined ? unknownEncoding(encoding!) : r;
  }
  const encoder = ENCODERS.get(codec)!;
  const text = o.v;
  const out = new ByteWriter(text.length + (text.length >> 1) + 8);
  for (const b of encoder.bom) out.put(b);
  const { put } = encoder;
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i);
    if ((c & 0xfc00) === 0xd800) c = text.codePointAt(i)!;
    if (!put(out, c)) return suspend(encodeG(o, codec, encoder, errors ?? 'strict', i, out), [o]);
    if (c > 0xffff) i++;
  }
  return newBytes(out.finish());
}

function unknownEncoding(encoding: string): null {
  return raise(PyExc.LookupError, `unknown encoding: ${encoding}`);
}

// Goes on at the character (UTF-16 index) that could not be encoded.
function* encodeG(
  o: Str,
  codec: string,
  encoder: Encoder,
  errors: string,
  unit: number,
  out: ByteWriter,
): Gen {
  const codes = Array.from(o.v, (char) => char.codePointAt(0)!);
  let at = hasAstral(o.v) ? codePoints(o.v.slice(0, unit)) : unit;
  while (at < codes.length) {
    if (encoder.put(out, codes[at]!)) {
      at++;
      continue;
    }
    let end = at + 1;
    const limit = codec === 'ascii' ? 128 : codec === 'latin-1' ? 256 : 0;
    while (end < codes.length && (limit > 0 ? codes[end]! >= limit : isSurrogate(codes[end]!))) end++;
    const fixed = yield* encodeErrorG(errors, codec, o, codes, at, end, encoder.reason);
    if (fixed === null) return null;
    if (fixed.bytes !== undefined) out.all(fixed.bytes);
    else {
      for (const char of fixed.text) {
        if (!encoder.put(out, char.codePointAt(0)!)) {
          return raiseEncodeError(codec, o, at, end, encoder.reason);
        }
      }
    }
    at = fixed.position;
  }
  return newBytes(out.finish());
}

/** Raises UnicodeEncodeError. */
export function raiseEncodeError(codec: string, o: Str, start: number, end: number, reason: string): null {
  o.rc++;
  return raiseArgs(PyExc.UnicodeEncodeError, [newStr(codec), o, newInt(start), newInt(end), newStr(reason)]);
}

interface Fixed {
  text: string;
  bytes?: Uint8Array;
  position: number;
}

function backslashed(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/**
 * What a handler makes of characters that cannot be encoded; null: an error is set.
 * CPython 3.12: Python/codecs.c PyCodec_*Errors, unicode_encode_call_errorhandler
 */
export function* encodeErrorG(
  errors: string,
  codec: string,
  o: Str,
  codes: readonly number[],
  start: number,
  end: number,
  reason: string,
): Gen<Fixed | null> {
  const bad = codes.slice(start, end);
  const text = (f: (code: number) => string): Fixed => ({ text: bad.map(f).join(''), position: end });
  const refuse = (): null => raiseEncodeError(codec, o, start, end, reason);
  if (!errorHandlers.has(errors)) {
    switch (errors) {
      case 'strict':
        return refuse();
      case 'ignore':
        return { text: '', position: end };
      case 'replace':
        return text(() => '?');
      case 'xmlcharrefreplace':
        return text((code) => `&#${code};`);
      case 'backslashreplace':
        return text(backslashed);
      case 'namereplace':
        if (!(yield* codecHooks.namesReadyG())) return null;
        return text((code) => {
          const name = codecHooks.characterName(code);
          return name === null ? backslashed(code) : `\\N{${name}}`;
        });
      case 'surrogateescape': {
        if (!bad.every((code) => code >= 0xdc80 && code <= 0xdcff)) return refuse();
        return { text: '', bytes: Uint8Array.from(bad, (code) => code - 0xdc00), position: end };
      }
      case 'surrogatepass': {
        if (!bad.every(isSurrogate) || !codec.startsWith('utf')) return refuse();
        const out = new ByteWriter(bad.length * 4);
        const little = !codec.endsWith('be');
        for (const code of bad) {
          if (codec === 'utf-8') {
            out.put(0xe0 | (code >> 12));
            out.put(0x80 | ((code >> 6) & 0x3f));
            out.put(0x80 | (code & 0x3f));
          } else putUnits(out, code, codec.startsWith('utf-16') ? 2 : 4, little);
        }
        return { text: '', bytes: out.finish(), position: end };
      }
      default:
        return unknownHandler(errors);
    }
  }
  o.rc++;
  const exc = newException(
    PyExc.UnicodeEncodeError,
    newTuple([newStr(codec), o, newInt(start), newInt(end), newStr(reason)]),
  );
  return yield* customG(errorHandlers.get(errors)!, exc, codes.length, 'encoding');
}

function unknownHandler(errors: string): null {
  return raise(PyExc.LookupError, `unknown error handler name '${errors}'`);
}

// Calls a handler written in Python with the exception (owned).
function* customG(handler: Obj, exc: Obj, length: number, doing: 'encoding' | 'decoding'): Gen<Fixed | null> {
  handler.rc++;
  const r = yield* callG(handler, [exc]);
  decref(handler);
  decref(exc);
  if (r === null) return null;
  const fixed = yield* fixedOf(r, length, doing);
  decref(r);
  return fixed;
}

function* fixedOf(r: Obj, length: number, doing: 'encoding' | 'decoding'): Gen<Fixed | null> {
  const wrong = (): null =>
    typeError(
      doing === 'encoding'
        ? 'encoding error handler must return (str/bytes, int) tuple'
        : 'decoding error handler must return (str, int) tuple',
    );
  if (!isTuple(r) || r.v.length !== 2) return wrong();
  const [replacement, where] = r.v as [Obj, Obj];
  if (!isInt(where)) return wrong();
  const asBytes = doing === 'encoding' && isBytes(replacement);
  if (!asBytes && !isStr(replacement)) return wrong();
  const i = yield* indexG(where);
  if (i === null) return null;
  let position = Number(i.v);
  decref(i);
  if (position < 0) position += length;
  if (position < 0 || position > length) {
    return raise(PyExc.IndexError, `position ${position} from error handler out of bounds`);
  }
  if (asBytes) return { text: '', bytes: (replacement as Obj<Uint8Array>).v, position };
  return { text: (replacement as Str).v, position };
}

// --- decoding ------------------------------------------------------------------------------------------

interface Stop {
  start: number;
  end: number;
  reason: string;
}

/** The text up to the first error, and that error. */
interface Part {
  text: string;
  stop: Stop | null;
}

type Decoder = (bytes: Uint8Array, from: number) => Part;

const CHUNK = 8192;

function singleBytes(bytes: Uint8Array, from: number, to: number): string {
  let out = '';
  for (let i = from; i < to; i += CHUNK) {
    out += String.fromCharCode(...bytes.subarray(i, Math.min(to, i + CHUNK)));
  }
  return out;
}

const decodeUtf8Part: Decoder = (bytes, from) => {
  const rest = from === 0 ? bytes : bytes.subarray(from);
  const r = decodeUtf8(rest);
  if (typeof r === 'string') return { text: r, stop: null };
  return {
    text: decodeUtf8(rest.subarray(0, r.start)) as string,
    stop: { start: from + r.start, end: from + r.end, reason: r.reason },
  };
};

const decodeAsciiPart: Decoder = (bytes, from) => {
  let at = from;
  while (at < bytes.length && bytes[at]! < 128) at++;
  return {
    text: singleBytes(bytes, from, at),
    stop: at < bytes.length ? { start: at, end: at + 1, reason: 'ordinal not in range(128)' } : null,
  };
};

const decodeUtf16Part =
  (little: boolean): Decoder =>
  (bytes, from) => {
    let out = '';
    const unit = (i: number): number =>
      little ? bytes[i]! | (bytes[i + 1]! << 8) : (bytes[i]! << 8) | bytes[i + 1]!;
    let at = from;
    const stop = (end: number, reason: string): Part => ({ text: out, stop: { start: at, end, reason } });
    while (at < bytes.length) {
      if (at + 1 >= bytes.length) return stop(bytes.length, 'truncated data');
      const c = unit(at);
      if (!isSurrogate(c)) {
        out += String.fromCharCode(c);
        at += 2;
        continue;
      }
      if (c >= 0xdc00) return stop(at + 2, 'illegal encoding');
      if (at + 3 >= bytes.length) return stop(bytes.length, 'unexpected end of data');
      const d = unit(at + 2);
      if (d < 0xdc00 || d > 0xdfff) return stop(at + 2, 'illegal UTF-16 surrogate');
      out += String.fromCharCode(c, d);
      at += 4;
    }
    return { text: out, stop: null };
  };

const decodeUtf32Part =
  (little: boolean): Decoder =>
  (bytes, from) => {
    let out = '';
    let at = from;
    const stop = (end: number, reason: string): Part => ({ text: out, stop: { start: at, end, reason } });
    while (at < bytes.length) {
      if (at + 3 >= bytes.length) return stop(bytes.length, 'truncated data');
      let c = 0;
      for (let i = 0; i < 4; i++) c = c * 256 + bytes[little ? at + 3 - i : at + i]!;
      if (isSurrogate(c)) return stop(at + 4, 'code point in surrogate code point range(0xd800, 0xe000)');
      if (c > 0x10ffff) return stop(at + 4, 'code point not in range(0x110000)');
      out += String.fromCodePoint(c);
      at += 4;
    }
    return { text: out, stop: null };
  };

// The decoder and where it starts; a byte order mark decides for utf-16 and utf-32.
/** `name`: what errors call it, for those that find the byte order in the bytes. */
function decoderOf(codec: string, bytes: Uint8Array): { decode: Decoder; from: number; name?: string } {
  switch (codec) {
    case 'utf-8':
      return { decode: decodeUtf8Part, from: 0 };
    case 'ascii':
      return { decode: decodeAsciiPart, from: 0 };
    case 'latin-1':
      return {
        decode: (b, from) => ({ text: singleBytes(b, from, b.length), stop: null }),
        from: 0,
      };
    case 'utf-16': {
      const big = bytes[0] === 0xfe && bytes[1] === 0xff;
      const marked = big || (bytes[0] === 0xff && bytes[1] === 0xfe);
      return { decode: decodeUtf16Part(!big), from: marked ? 2 : 0, name: `utf-16-${big ? 'be' : 'le'}` };
    }
    case 'utf-32': {
      const word = [0, 1, 2, 3].map((i) => bytes[i] ?? -1).join();
      const big = word === '0,0,254,255';
      const marked = big || word === '255,254,0,0';
      return { decode: decodeUtf32Part(!big), from: marked ? 4 : 0, name: `utf-32-${big ? 'be' : 'le'}` };
    }
    default:
      return {
        decode: codec.startsWith('utf-16')
          ? decodeUtf16Part(codec === 'utf-16-le')
          : decodeUtf32Part(codec === 'utf-32-le'),
        from: 0,
      };
  }
}

/**
 * `str(bytes, encoding, errors)`; `o` is the object the bytes are of, for the exception (which wants a bytes).
 * Null: error or pending. CPython 3.12: PyUnicode_Decode
 */
export function decodeBytes(o: Obj, bytes: Uint8Array, encoding: string | null, errors: string | null): Res {
  const r = decodePlain(o, bytes, encoding, errors);
  return r !== null || encoding === null || isShortcut(encoding) ? r : noted('decoding', encoding, o);
}

function decodePlain(o: Obj, bytes: Uint8Array, encoding: string | null, errors: string | null): Res {
  // Nothing is decoded without a look at the encoding's name. CPython 3.12: PyUnicode_Decode
  if (bytes.length === 0) return newStr('');
  const codec = encoding === null ? 'utf-8' : builtinCodec(encoding);
  if (codec === undefined) {
    const r = codecHooks.decode(o, encoding!, errors ?? 'strict');
    return r === undefined ? unknownEncoding(encoding!) : r;
  }
  const { decode, from, name = codec } = decoderOf(codec, bytes);
  const part = decode(bytes, from);
  if (part.stop === null) return newStr(part.text);
  return suspend(decodeG(o, bytes, name, decode, part, errors ?? 'strict'), [o]);
}

function* decodeG(
  o: Obj,
  bytes: Uint8Array,
  codec: string,
  decode: Decoder,
  part: Part,
  errors: string,
): Gen {
  let out = '';
  for (;;) {
    out += part.text;
    if (part.stop === null) return newStr(out);
    const fixed = yield* decodeErrorG(errors, codec, o, bytes, part.stop);
    if (fixed === null) return null;
    out += fixed.text;
    part = decode(bytes, fixed.position);
  }
}

function decodeException(codec: string, o: Obj, bytes: Uint8Array, stop: Stop): Obj {
  let source = o;
  if (isBytes(o)) o.rc++;
  else source = newBytes(bytes.slice());
  return newException(
    PyExc.UnicodeDecodeError,
    newTuple([newStr(codec), source, newInt(stop.start), newInt(stop.end), newStr(stop.reason)]),
  );
}

/** CPython 3.12: Python/codecs.c PyCodec_*Errors, unicode_decode_call_errorhandler_writer */
export function* decodeErrorG(
  errors: string,
  codec: string,
  o: Obj,
  bytes: Uint8Array,
  stop: Stop,
): Gen<Fixed | null> {
  const { start, end } = stop;
  const refuse = (): null => setException(decodeException(codec, o, bytes, stop));
  if (!errorHandlers.has(errors)) {
    switch (errors) {
      case 'strict':
        return refuse();
      case 'ignore':
        return { text: '', position: end };
      case 'replace':
        return { text: '\ufffd', position: end };
      case 'backslashreplace': {
        const text = Array.from(bytes.subarray(start, end), backslashed).join('');
        return { text, position: end };
      }
      case 'surrogateescape': {
        let text = '';
        let at = start;
        while (at < end && at - start < 4 && bytes[at]! >= 0x80) {
          text += String.fromCharCode(0xdc00 + bytes[at++]!);
        }
        return text === '' ? refuse() : { text, position: at };
      }
      case 'surrogatepass': {
        let code = -1;
        let size = 3;
        const [a, b, c] = [bytes[start]!, bytes[start + 1]!, bytes[start + 2]!];
        if (codec === 'utf-8') {
          if (start + 2 < bytes.length && (a & 0xf0) === 0xe0 && (b & 0xc0) === 0x80 && (c & 0xc0) === 0x80) {
            code = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
          }
        } else if (codec.startsWith('utf')) {
          size = codec.startsWith('utf-16') ? 2 : 4;
          if (start + size <= bytes.length) {
            code = 0;
            for (let i = 0; i < size; i++) {
              code = code * 256 + bytes[codec.endsWith('be') ? start + i : start + size - 1 - i]!;
            }
          }
        }
        return isSurrogate(code) ? { text: String.fromCharCode(code), position: start + size } : refuse();
      }
      case 'xmlcharrefreplace':
      case 'namereplace':
        return typeError("don't know how to handle UnicodeDecodeError in error callback");
      default:
        return unknownHandler(errors);
    }
  }
  const exc = decodeException(codec, o, bytes, stop);
  return yield* customG(errorHandlers.get(errors)!, exc, bytes.length, 'decoding');
}
