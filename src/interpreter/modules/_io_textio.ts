// TextIOWrapper: text over a buffered stream of bytes.
//
// What was decoded and not yet handed out stands in `decoded`; what was written and not yet handed on, in `pending`.
// `snapshot` remembers the decoder's state before the last chunk and the bytes since: from these tell() finds out where
// in the file a character is.
//
// Positions in `decoded` are UTF-16 units; what Python sees (sizes, cookies) counts code points.
//
// Answers to CPython 3.12: Modules/_io/textio.c (struct textio and the functions on it). The type is in
// _io_texttype.ts.

import { decref, type Obj, type Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { bufferBytes } from '../objects/buffer.ts';
import { type Bytes, isBytes, newBytes } from '../objects/bytescore.ts';
import { clear, PyExc, raise, typeError } from '../objects/errors.ts';
import { type Int, isInt, newInt, newIntBig } from '../objects/longcore.ts';
import { None } from '../objects/singletons.ts';
import { codePoints, hasAstral, newStr, type Str } from '../objects/strcore.ts';
import { type BufferedV, flushWriteG } from './_io_buffered.ts';
import {
  bufferedRandomType,
  bufferedRead1G,
  bufferedReaderType,
  bufferedReadG,
  bufferedWriteG,
  bufferedWriterType,
} from './_io_bufferedtypes.ts';
import type { DecoderState, StreamDecoder, StreamEncoder } from './_io_codec.ts';
import { type FileIO, ioDriven } from './_io_fileio.ts';
import { findLineEnd } from './_io_newline.ts';
import { callMethodG, closedG, unsupported } from './_io_util.ts';

export class TextV {
  ok = false;
  detached = false;
  finalizing = false;
  /** The stream of bytes below (owned). */
  buffer: Obj | null = null;
  /** A str (owned). */
  encoding: Obj | null = null;
  errors: Obj | null = null;
  encoder: StreamEncoder | null = null;
  decoder: StreamDecoder | null = null;
  readnl: string | null = null;
  writenl: string | null = null;
  readuniversal = false;
  readtranslate = false;
  writetranslate = false;
  lineBuffering = false;
  writeThrough = false;
  seekable = false;
  telling = false;
  hasRead1 = false;
  chunkSize = 8192;
  /** null: nothing has been read since the last seek. */
  decoded: string | null = null;
  used = 0;
  /** `decoded` has characters beyond the basic plane. */
  astral = false;
  snapshot: { flags: bigint; input: Uint8Array } | null = null;
  b2cratio = 0;
  pending: (string | Uint8Array)[] = [];
  pendingBytes = 0;
  /** The FileIO at the bottom, when everything between is plain (borrowed from `buffer`). */
  raw: FileIO | null = null;
}
export type Text = Obj<TextV>;
export const T = (o: Obj): TextV => (o as Text).v;

/** False with ValueError. */
export function attached(t: TextV): boolean {
  if (t.ok && !t.detached) return true;
  raise(
    PyExc.ValueError,
    t.detached ? 'underlying buffer has been detached' : 'I/O operation on uninitialized object',
  );
  return false;
}

/** False with ValueError: the stream is closed. CPython 3.12: CHECK_CLOSED */
export function* checkOpenG(t: TextV): Gen<boolean> {
  let closed: number;
  if (t.raw !== null) closed = t.raw.v.fd < 0 ? 1 : 0;
  else closed = yield* closedG(t.buffer!);
  if (closed === 1) raise(PyExc.ValueError, 'I/O operation on closed file.');
  return closed === 0;
}

/** The payload of the buffered stream below, if it is a plain one of ours. */
export function plainBuffer(t: TextV): BufferedV | null {
  const type = t.buffer!.type;
  if (type === bufferedReaderType || type === bufferedWriterType || type === bufferedRandomType) {
    return t.buffer!.v as BufferedV;
  }
  return null;
}

export function setDecoded(t: TextV, text: string | null): void {
  t.decoded = text;
  t.used = 0;
  t.astral = text !== null && hasAstral(text);
}

// --- writing -----------------------------------------------------------------------------------------

const ASCII = /^[\0-\x7f]*$/;
const utf8 = new TextEncoder();

/** Hands what is pending to the stream below; false with an error. CPython 3.12: _textiowrapper_writeflush */
export function* writeFlushG(t: TextV): Gen<boolean> {
  if (t.pending.length === 0) return true;
  const { pending } = t;
  let bytes: Uint8Array;
  if (pending.every((p) => typeof p === 'string')) bytes = utf8.encode(pending.join(''));
  else {
    bytes = new Uint8Array(t.pendingBytes);
    let at = 0;
    for (const p of pending) {
      const part = typeof p === 'string' ? utf8.encode(p) : p;
      bytes.set(part, at);
      at += part.length;
    }
  }
  t.pending = [];
  t.pendingBytes = 0;
  if (plainBuffer(t) !== null && t.buffer!.type !== bufferedReaderType) {
    return (yield* bufferedWriteG(t.buffer!, bytes)) >= 0;
  }
  const b = newBytes(bytes);
  const r = yield* callMethodG(t.buffer!, 'write', [b]);
  decref(b);
  if (r === null) return false;
  decref(r);
  return true;
}

/** Writes text; false with an error. CPython 3.12: _io_TextIOWrapper_write_impl */
export function* textWriteG(self: Obj, textObj: Str): Gen<boolean> {
  const t = T(self);
  if (!attached(t) || !(yield* checkOpenG(t))) return false;
  if (t.encoder === null) {
    unsupported('not writable');
    return false;
  }
  let text = textObj.v;
  const translate = t.writetranslate && t.writenl !== null;
  const hasLf = (translate || t.lineBuffering) && text.includes('\n');
  if (hasLf && translate) text = text.replaceAll('\n', t.writenl!);
  const needFlush = t.lineBuffering && (hasLf || text.includes('\r'));
  let piece: string | Uint8Array;
  let length: number;
  if (t.encoder.native !== null && text.length <= t.chunkSize && ASCII.test(text)) {
    piece = text;
    length = text.length;
  } else {
    const o = text === textObj.v ? textObj : newStr(text);
    const bytes = yield* t.encoder.encodeG(o);
    if (o !== textObj) decref(o);
    if (bytes === null) return false;
    piece = bytes;
    length = bytes.length;
  }
  if (length >= t.chunkSize) {
    while (t.pending.length > 0) if (!(yield* writeFlushG(t))) return false;
  }
  if (length > 0) t.pending.push(piece);
  t.pendingBytes += length;
  if (t.pendingBytes >= t.chunkSize || needFlush || t.writeThrough) {
    if (!(yield* writeFlushG(t))) return false;
  }
  if (needFlush) {
    const r = yield* callMethodG(t.buffer!, 'flush');
    if (r === null) return false;
    decref(r);
  }
  if (t.snapshot !== null) {
    setDecoded(t, null);
    t.snapshot = null;
  }
  if (t.decoder !== null && !t.decoder.clean && !(yield* t.decoder.resetG())) return false;
  return true;
}

/** Takes text without running anything else, if the stream is plain and has room; false: use textWriteG. */
export function writeQuick(self: Obj, text: string): boolean {
  const t = T(self);
  if (!t.ok || t.raw === null || t.raw.v.fd < 0 || t.encoder === null || t.encoder.native === null)
    return false;
  if (t.lineBuffering || t.writeThrough || t.writenl !== null || t.decoder !== null) return false;
  if (t.pendingBytes + text.length >= t.chunkSize || !ASCII.test(text)) return false;
  if (text.length > 0) t.pending.push(text);
  t.pendingBytes += text.length;
  return true;
}

/**
 * Hands on everything that a plain stream holds, at once: what the host shows while the program goes on. Nothing a
 * program can see changes but the moment of the write.
 */
export function flushQuick(self: Obj): void {
  const t = T(self);
  if (!t.ok || t.detached || t.raw === null || t.raw.v.fd < 0 || t.encoder === null) return;
  const b = plainBuffer(t);
  if (b === null || b.fast === null || b.owner !== 0 || b.buffer === null || b.readable) return;
  // Writing to a descriptor never waits, so these run to their end.
  if (!ioDriven(writeFlushG(t)) || !ioDriven(flushWriteG(b))) clear();
}

// --- reading -----------------------------------------------------------------------------------------

/** Reads and decodes a chunk: 1, 0 at the end, -1 with an error. CPython 3.12: textiowrapper_read_chunk */
export function* readChunkG(t: TextV, hint: number): Gen<number> {
  const { decoder } = t;
  if (decoder === null) {
    unsupported('not readable');
    return -1;
  }
  let before: DecoderState | null = null;
  if (t.telling) {
    before = yield* decoder.getstateG();
    if (before === null) return -1;
  }
  if (hint > 0) hint = Math.trunc(Math.max(t.b2cratio, 1) * hint);
  const size = Math.max(t.chunkSize, hint);
  let chunk: Res;
  const plain = plainBuffer(t);
  if (plain !== null && t.hasRead1) chunk = yield* bufferedRead1G(t.buffer!, size);
  else {
    const n = newInt(size);
    chunk = yield* callMethodG(t.buffer!, t.hasRead1 ? 'read1' : 'read', [n]);
    decref(n);
  }
  if (chunk === null) return -1;
  const bytes = bufferBytes(chunk);
  if (bytes == null) {
    typeError(
      `underlying ${t.hasRead1 ? 'read1' : 'read'}() should have returned a bytes-like object, not '${chunk.type.name}'`,
    );
    decref(chunk);
    return -1;
  }
  const eof = bytes.length === 0;
  const text = yield* decoder.decodeG(bytes, eof);
  if (text === null) {
    decref(chunk);
    return -1;
  }
  setDecoded(t, text);
  const chars = t.astral ? codePoints(text) : text.length;
  t.b2cratio = chars > 0 ? bytes.length / chars : 0;
  if (before !== null) {
    const input = new Uint8Array(before.buffer.length + bytes.length);
    input.set(before.buffer);
    input.set(bytes, before.buffer.length);
    t.snapshot = { flags: before.flags, input };
  }
  decref(chunk);
  return eof && chars === 0 ? 0 : 1;
}

/** Up to n characters (negative: all) of what is decoded; moves on. CPython 3.12: textiowrapper_get_decoded_chars */
function takeDecoded(t: TextV, n: number): string {
  if (t.decoded === null) return '';
  let end = t.decoded.length;
  if (n >= 0) {
    if (!t.astral) end = Math.min(end, t.used + n);
    else {
      let at = t.used;
      for (let k = 0; k < n && at < t.decoded.length; k++) {
        at += t.decoded.codePointAt(at)! > 0xffff ? 2 : 1;
      }
      end = at;
    }
  }
  const text = t.used === 0 && end === t.decoded.length ? t.decoded : t.decoded.slice(t.used, end);
  t.used = end;
  return text;
}

/** Text of a size (negative: all); null with an error. CPython 3.12: _io_TextIOWrapper_read_impl */
export function* textReadG(self: Obj, n: number): Gen<string | null> {
  const t = T(self);
  if (!attached(t) || !(yield* checkOpenG(t))) return null;
  if (t.decoder === null) return unsupported('not readable');
  if (!(yield* writeFlushG(t))) return null;
  if (n < 0) {
    const all =
      plainBuffer(t) !== null ? yield* bufferedReadG(t.buffer!, -1) : yield* callMethodG(t.buffer!, 'read');
    if (all === null) return null;
    const bytes = all === None ? null : bufferBytes(all);
    if (bytes == null) {
      typeError(`a bytes-like object is required, not '${all.type.name}'`);
      decref(all);
      return null;
    }
    const text = yield* t.decoder.decodeG(bytes, true);
    decref(all);
    if (text === null) return null;
    const result = takeDecoded(t, -1) + text;
    if (t.snapshot !== null) {
      setDecoded(t, null);
      t.snapshot = null;
    }
    return result;
  }
  let result = takeDecoded(t, n);
  let remaining = n - codePoints(result);
  while (remaining > 0) {
    const r = yield* readChunkG(t, remaining);
    if (r < 0) return null;
    if (r === 0) break;
    const more = takeDecoded(t, remaining);
    remaining -= t.astral ? codePoints(more) : more.length;
    result += more;
  }
  return result;
}

/** A line, at most `limit` characters (negative: no limit); null with an error. CPython 3.12: _textiowrapper_readline */
export function* textLineG(self: Obj, limit: number): Gen<string | null> {
  const t = T(self);
  if (!(yield* checkOpenG(t)) || !(yield* writeFlushG(t))) return null;
  // What has been read of the line so far, and where in it a line end may still be found.
  let head = '';
  for (;;) {
    let more = 1;
    while (t.decoded === null || t.decoded.length === 0) {
      more = yield* readChunkG(t, 0);
      if (more < 0) return null;
      if (more === 0) break;
    }
    if (more === 0) {
      setDecoded(t, null);
      t.snapshot = null;
      return head;
    }
    const start = t.used;
    const text = head === '' ? t.decoded! : head + t.decoded!.slice(start);
    const base = head === '' ? start : 0;
    // A separator of two characters may be split between chunks.
    const from = head === '' ? start : Math.max(0, head.length - 1);
    let end = findLineEnd(text, from, t.readtranslate, t.readuniversal, t.readnl);
    if (limit >= 0) {
      const have = end < 0 ? text.length : end;
      const cut = cutAt(text, base, limit, t.astral || head !== '');
      if (cut <= have) end = cut;
    }
    if (end >= 0) {
      t.used = start + (end - base - head.length);
      return text.slice(base, end);
    }
    head = base === 0 ? text : text.slice(base);
    setDecoded(t, null);
  }
}

/** Index after `limit` characters from `from`; beyond the end: Infinity. */
function cutAt(text: string, from: number, limit: number, slow: boolean): number {
  if (!slow || !hasAstral(text)) return from + limit > text.length ? Infinity : from + limit;
  let at = from;
  for (let k = 0; k < limit; k++) {
    if (at >= text.length) return Infinity;
    at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  }
  return at;
}

// --- position ----------------------------------------------------------------------------------------

/** What tell() answers: where to seek to, and what to do there. CPython 3.12: Modules/_io/textio.c cookie_type */
interface Cookie {
  startPos: number;
  flags: bigint;
  bytesToFeed: number;
  charsToSkip: number;
  needEof: boolean;
}

function buildCookie(c: Cookie): Obj {
  const n =
    BigInt(c.startPos) |
    ((c.flags & 0xffffffffn) << 64n) |
    (BigInt(c.bytesToFeed) << 96n) |
    (BigInt(c.charsToSkip) << 128n) |
    (c.needEof ? 1n << 160n : 0n);
  return newIntBig(n);
}

/** Null with OverflowError. */
function parseCookie(o: Obj): Cookie | null {
  if (!isInt(o)) return typeError(`'${o.type.name}' object cannot be interpreted as an integer`);
  const n = BigInt((o as Int).v);
  if (n >= 1n << 168n) return raise(PyExc.OverflowError, 'int too big to convert');
  const field = (at: bigint, bits: bigint): number => Number((n >> at) & ((1n << bits) - 1n));
  return {
    startPos: field(0n, 63n),
    flags: (n >> 64n) & 0xffffffffn,
    bytesToFeed: field(96n, 31n),
    charsToSkip: field(128n, 31n),
    needEof: field(160n, 8n) !== 0,
  };
}

const NO_BYTES = new Uint8Array(0);

function* decoderSetG(t: TextV, c: Cookie): Gen<boolean> {
  if (c.startPos === 0 && c.flags === 0n) return yield* t.decoder!.resetG();
  return yield* t.decoder!.setstateG({ buffer: NO_BYTES, flags: c.flags });
}

function* callFlushG(self: Obj): Gen<boolean> {
  const r = yield* callMethodG(self, 'flush');
  if (r === null) return false;
  decref(r);
  return true;
}

/** CPython 3.12: Modules/_io/textio.c _io_TextIOWrapper_tell_impl */
export function* textTellG(self: Obj): Gen {
  const t = T(self);
  if (!attached(t) || !(yield* checkOpenG(t))) return null;
  if (!t.seekable) return unsupported('underlying stream is not seekable');
  if (!t.telling) return raise(PyExc.OSError, 'telling position disabled by next() call');
  if (!(yield* writeFlushG(t)) || !(yield* callFlushG(self))) return null;
  const posObj = yield* callMethodG(t.buffer!, 'tell');
  if (posObj === null) return null;
  const { decoder, snapshot } = t;
  if (decoder === null || snapshot === null) return posObj;
  const pos = Number((posObj as Int).v);
  decref(posObj);
  const cookie: Cookie = {
    startPos: pos - snapshot.input.length,
    flags: snapshot.flags,
    bytesToFeed: 0,
    charsToSkip: 0,
    needEof: false,
  };
  if (t.used === 0) return buildCookie(cookie);
  const charsToSkip = t.astral ? codePoints(t.decoded!.slice(0, t.used)) : t.used;
  const saved = yield* decoder.getstateG();
  if (saved === null) return null;
  const ok = yield* findCookieG(t, decoder, cookie, snapshot.input, charsToSkip);
  if (!(yield* decoder.setstateG(saved)) || !ok) return null;
  return buildCookie(cookie);
}

/** Number of characters that bytes decode to; -1 with an error. */
function* countG(decoder: StreamDecoder, bytes: Uint8Array, final: boolean): Gen<number> {
  const text = yield* decoder.decodeG(bytes, final);
  return text === null ? -1 : codePoints(text);
}

function* findCookieG(
  t: TextV,
  decoder: StreamDecoder,
  cookie: Cookie,
  input: Uint8Array,
  charsToSkip: number,
): Gen<boolean> {
  // First a guess of where a safe place near the position might be...
  let skipBytes = Math.trunc(t.b2cratio * charsToSkip);
  let skipBack = 1;
  while (skipBytes > 0) {
    if (!(yield* decoderSetG(t, cookie))) return false;
    const n = yield* countG(decoder, input.subarray(0, skipBytes), false);
    if (n < 0) return false;
    if (n <= charsToSkip) {
      const state = yield* decoder.getstateG();
      if (state === null) return false;
      if (state.buffer.length === 0) {
        cookie.flags = state.flags;
        charsToSkip -= n;
        break;
      }
      skipBytes -= state.buffer.length;
      skipBack = 1;
    } else {
      skipBytes -= skipBack;
      skipBack *= 2;
    }
  }
  if (skipBytes <= 0) {
    skipBytes = 0;
    if (!(yield* decoderSetG(t, cookie))) return false;
  }
  cookie.startPos += skipBytes;
  cookie.charsToSkip = charsToSkip;
  if (charsToSkip === 0) return true;
  // ...then byte by byte to the character itself.
  let decoded = 0;
  let at = skipBytes;
  for (; at < input.length; at++) {
    const n = yield* countG(decoder, input.subarray(at, at + 1), false);
    if (n < 0) return false;
    decoded += n;
    cookie.bytesToFeed++;
    const state = yield* decoder.getstateG();
    if (state === null) return false;
    if (state.buffer.length === 0 && decoded <= charsToSkip) {
      cookie.startPos += cookie.bytesToFeed;
      charsToSkip -= decoded;
      cookie.flags = state.flags;
      cookie.bytesToFeed = 0;
      decoded = 0;
    }
    if (decoded >= charsToSkip) break;
  }
  if (at === input.length) {
    const n = yield* countG(decoder, NO_BYTES, true);
    if (n < 0) return false;
    decoded += n;
    cookie.needEof = true;
    if (decoded < charsToSkip) {
      raise(PyExc.OSError, "can't reconstruct logical file position");
      return false;
    }
  }
  cookie.charsToSkip = charsToSkip;
  return true;
}

function* bufferSeekG(t: TextV, pos: number, whence: number): Gen {
  const p = newInt(pos);
  const w = newInt(whence);
  const r = yield* callMethodG(t.buffer!, 'seek', whence === 0 ? [p] : [p, w]);
  decref(p);
  decref(w);
  return r;
}

const isZero = (o: Obj): boolean => isInt(o) && (o.v === 0 || o.v === 0n);

/** CPython 3.12: Modules/_io/textio.c _io_TextIOWrapper_seek_impl */
export function* textSeekG(self: Obj, cookieObj: Obj, whence: number): Gen {
  const t = T(self);
  if (!attached(t) || !(yield* checkOpenG(t))) return null;
  if (!t.seekable) return unsupported('underlying stream is not seekable');
  if (whence === 1) {
    if (!isZero(cookieObj)) return unsupported("can't do nonzero cur-relative seeks");
    const here = yield* callMethodG(self, 'tell');
    if (here === null) return null;
    const r = yield* seekToG(self, here);
    decref(here);
    return r;
  }
  if (whence === 2) {
    if (!isZero(cookieObj)) return unsupported("can't do nonzero end-relative seeks");
    if (!(yield* callFlushG(self))) return null;
    setDecoded(t, null);
    t.snapshot = null;
    if (t.decoder !== null && !(yield* t.decoder.resetG())) return null;
    const r = yield* bufferSeekG(t, 0, 2);
    if (r === null) return null;
    if (t.encoder !== null && !(yield* t.encoder.resetG(isZero(r)))) {
      decref(r);
      return null;
    }
    return r;
  }
  if (whence !== 0) {
    return raise(PyExc.ValueError, `invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  return yield* seekToG(self, cookieObj);
}

function* seekToG(self: Obj, cookieObj: Obj): Gen {
  const t = T(self);
  if (isInt(cookieObj) && cookieObj.v < 0) {
    return raise(PyExc.ValueError, `negative seek position ${cookieObj.v}`);
  }
  if (!(yield* callFlushG(self))) return null;
  const cookie = parseCookie(cookieObj);
  if (cookie === null) return null;
  const r = yield* bufferSeekG(t, cookie.startPos, 0);
  if (r === null) return null;
  decref(r);
  setDecoded(t, null);
  t.snapshot = null;
  if (t.decoder !== null && !(yield* decoderSetG(t, cookie))) return null;
  if (cookie.charsToSkip > 0) {
    const size = newInt(cookie.bytesToFeed);
    const chunk = yield* callMethodG(t.buffer!, 'read', [size]);
    decref(size);
    if (chunk === null) return null;
    if (!isBytes(chunk)) {
      typeError(`underlying read() should have returned a bytes object, not '${chunk.type.name}'`);
      decref(chunk);
      return null;
    }
    const bytes = (chunk as Bytes).v;
    decref(chunk);
    t.snapshot = { flags: cookie.flags, input: bytes };
    const text = t.decoder === null ? null : yield* t.decoder.decodeG(bytes, cookie.needEof);
    if (text === null) return null;
    setDecoded(t, text);
    const at = cutAt(text, 0, cookie.charsToSkip, true);
    if (at === Infinity) return raise(PyExc.OSError, "can't restore logical file position");
    t.used = at;
  } else t.snapshot = { flags: cookie.flags, input: NO_BYTES };
  if (t.encoder !== null && !(yield* t.encoder.resetG(cookie.startPos === 0 && cookie.flags === 0n)))
    return null;
  cookieObj.rc++;
  return cookieObj;
}
