// Buffered streams: what BufferedReader, BufferedWriter and BufferedRandom do with their one buffer.
//
// The buffer serves reading and writing alike, so that the two can be mixed without a flush in between. All positions
// are within it: `pos` where the program is, `rawPos` where the raw stream is, [pos, readEnd) what can be read without
// asking the raw stream, [writePos, writeEnd) what still has to be written.
//
// Answers to CPython 3.12: Modules/_io/bufferedio.c (struct buffered and the functions on it). The types are in
// _io_bufferedtypes.ts.

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, WaitRequest } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { newByteArray } from '../objects/bytearrayobject.ts';
import { type Bytes, isBytes, newBytes } from '../objects/bytescore.ts';
import { clear, matches, PyExc, raise, raiseArgs, typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { newMemoryView } from '../objects/memoryobject.ts';
import { callG, lookupAttrG, reprG } from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';
import { EAGAIN } from '../runtime/errnotable.ts';
import { threadIdent } from '../runtime/threads.ts';
import { concat } from './_io_base.ts';
import { type FileIO, fileIOType, fileReadAllG, fileReadIntoG, fileSeek, fileWrite } from './_io_fileio.ts';
import { callMethodG, closedG, fromCause } from './_io_util.ts';

export class BufferedV {
  /** The raw stream (owned); null: never set, or detached. */
  raw: Obj | null = null;
  ok = false;
  detached = false;
  readable = false;
  writable = false;
  finalizing = false;
  /** The raw stream is a plain FileIO: asked directly, without method calls. */
  fast: FileIO | null = null;
  /** Position in the raw stream; -1: not known. */
  absPos = -1;
  /** null: closed. */
  buffer: Uint8Array | null = null;
  size = 0;
  pos = 0;
  rawPos = 0;
  /** -1: nothing has been read into the buffer. */
  readEnd = -1;
  writePos = 0;
  /** -1: nothing waits to be written. */
  writeEnd = -1;
  /** The thread that is inside; 0: none. */
  owner = 0;
  waiting: (() => void)[] = [];
}
export type Buffered = Obj<BufferedV>;
export const B = (o: Obj): BufferedV => (o as Buffered).v;

/** Answers of raw reads and writes besides a number of bytes. */
export const ERROR = -1;
export const WOULD_BLOCK = -2;

// --- state -------------------------------------------------------------------------------------------

/** False with ValueError. */
export function initialized(b: BufferedV): boolean {
  if (b.ok) return true;
  raise(
    PyExc.ValueError,
    b.detached ? 'raw stream has been detached' : 'I/O operation on uninitialized object',
  );
  return false;
}

export const readahead = (b: BufferedV): number => (b.readable && b.readEnd !== -1 ? b.readEnd - b.pos : 0);

const validRead = (b: BufferedV): boolean => b.readable && b.readEnd !== -1;
const validWrite = (b: BufferedV): boolean => b.writable && b.writeEnd !== -1;

export const rawOffset = (b: BufferedV): number =>
  (validRead(b) || validWrite(b)) && b.rawPos >= 0 ? b.rawPos - b.pos : 0;

export function resetRead(b: BufferedV): void {
  b.readEnd = -1;
}
export function resetWrite(b: BufferedV): void {
  b.writePos = 0;
  b.writeEnd = -1;
}

function adjust(b: BufferedV, pos: number): void {
  b.pos = pos;
  if (validRead(b) && b.readEnd < pos) b.readEnd = pos;
}

/** 1, 0, or -1 with an error. */
export function* isClosedG(b: BufferedV): Gen<number> {
  if (b.buffer === null) return 1;
  if (b.fast !== null) return b.fast.v.fd < 0 ? 1 : 0;
  if (!initialized(b)) return -1;
  return yield* closedG(b.raw!);
}

/** False with ValueError when the stream is closed and holds nothing to read. */
export function* checkClosedG(b: BufferedV, message: string): Gen<boolean> {
  if (b.fast !== null && b.buffer !== null && b.fast.v.fd >= 0) return true;
  const closed = yield* isClosedG(b);
  if (closed < 0) return false;
  if (closed === 1 && readahead(b) === 0) {
    raise(PyExc.ValueError, message);
    return false;
  }
  return true;
}

// --- one thread at a time ----------------------------------------------------------------------------

/** Takes the lock; false with RuntimeError when this thread has it. CPython 3.12: ENTER_BUFFERED */
export function* enterG(o: Obj): Gen<boolean> {
  const b = B(o);
  const me = threadIdent();
  while (b.owner !== 0) {
    if (b.owner === me) {
      const shown = yield* reprG(o);
      if (shown === null) clear();
      raise(PyExc.RuntimeError, `reentrant call inside ${shown === null ? o.type.name : shown.v}`);
      if (shown !== null) decref(shown);
      return false;
    }
    const r: Res = yield new WaitRequest('lock', (resume) => {
      const ready = (): void => resume(none);
      b.waiting.push(ready);
      return () => {
        b.waiting = b.waiting.filter((w) => w !== ready);
      };
    });
    if (r !== null) decref(r);
  }
  b.owner = me;
  return true;
}

export function leave(o: Obj): void {
  const b = B(o);
  b.owner = 0;
  b.waiting.shift()?.();
}

// --- the raw stream ----------------------------------------------------------------------------------

function* positionOf(r: Res): Gen<number> {
  if (r === null) return -1;
  const n = yield* ssizeG(r, PyExc.ValueError);
  decref(r);
  if (n === null) return -1;
  if (n < 0) raise(PyExc.OSError, `Raw stream returned invalid position ${n}`);
  return n;
}

/** Asks where the raw stream is; -1 with an error. */
export function* rawTellG(b: BufferedV): Gen<number> {
  let n: number;
  if (b.fast !== null) n = fileSeek(b.fast.v, 0, 1) ?? -1;
  else n = yield* positionOf(yield* callMethodG(b.raw!, 'tell'));
  if (n >= 0) b.absPos = n;
  return n < 0 ? -1 : n;
}

export function* rawSeekG(b: BufferedV, target: number, whence: number): Gen<number> {
  let n: number;
  if (b.fast !== null) n = fileSeek(b.fast.v, target, whence) ?? -1;
  else {
    const pos = newInt(target);
    const how = newInt(whence);
    const r = yield* callMethodG(b.raw!, 'seek', [pos, how]);
    decref(pos);
    decref(how);
    n = yield* positionOf(r);
  }
  if (n >= 0) b.absPos = n;
  return n < 0 ? -1 : n;
}

/** Reads into these bytes: a number, ERROR or WOULD_BLOCK. CPython 3.12: _bufferedreader_raw_read */
export function* rawReadG(b: BufferedV, into: Uint8Array): Gen<number> {
  let n: number;
  if (b.fast !== null) {
    const got = yield* fileReadIntoG(b.fast.v, into);
    if (got === null) return ERROR;
    n = got;
  } else {
    // The other stream sees our memory through a view, as in CPython.
    const memory = newByteArray(into);
    const view = newMemoryView(memory);
    decref(memory);
    if (view === null) return ERROR;
    const r = yield* callMethodG(b.raw!, 'readinto', [view]);
    decref(view);
    if (r === null) return ERROR;
    if (r === None) {
      decref(r);
      return WOULD_BLOCK;
    }
    const got = yield* ssizeG(r, PyExc.ValueError);
    decref(r);
    if (got === null) {
      fromCause(PyExc.OSError, 'raw readinto() failed');
      return ERROR;
    }
    if (got < 0 || got > into.length) {
      raise(
        PyExc.OSError,
        `raw readinto() returned invalid length ${got} (should have been between 0 and ${into.length})`,
      );
      return ERROR;
    }
    n = got;
  }
  if (n > 0 && b.absPos !== -1) b.absPos += n;
  return n;
}

/** Writes these bytes: a number, ERROR or WOULD_BLOCK. CPython 3.12: _bufferedwriter_raw_write */
export function* rawWriteG(b: BufferedV, bytes: Uint8Array): Gen<number> {
  let n: number;
  if (b.fast !== null) {
    const put = fileWrite(b.fast.v, bytes);
    if (put === null) return ERROR;
    n = put;
  } else {
    const memory = newBytes(bytes.slice());
    const view = newMemoryView(memory);
    decref(memory);
    if (view === null) return ERROR;
    const r = yield* callMethodG(b.raw!, 'write', [view]);
    decref(view);
    if (r === null) return ERROR;
    if (r === None) {
      decref(r);
      return WOULD_BLOCK;
    }
    const put = yield* ssizeG(r, PyExc.ValueError);
    decref(r);
    if (put === null) return ERROR;
    if (put < 0 || put > bytes.length) {
      raise(
        PyExc.OSError,
        `raw write() returned invalid length ${put} (should have been between 0 and ${bytes.length})`,
      );
      return ERROR;
    }
    n = put;
  }
  if (n > 0 && b.absPos !== -1) b.absPos += n;
  return n;
}

function blockingError(written: number): void {
  clear();
  raiseArgs(PyExc.BlockingIOError, [
    newInt(EAGAIN),
    newStr('write could not complete without blocking'),
    newInt(written),
  ]);
}

// --- writing -----------------------------------------------------------------------------------------

/** Writes out what waits; false with an error. CPython 3.12: _bufferedwriter_flush_unlocked */
export function* flushWriteG(b: BufferedV): Gen<boolean> {
  if (validWrite(b) && b.writePos !== b.writeEnd) {
    const rewind = rawOffset(b) + (b.pos - b.writePos);
    if (rewind !== 0) {
      if ((yield* rawSeekG(b, -rewind, 1)) < 0) return false;
      b.rawPos -= rewind;
    }
    while (b.writePos < b.writeEnd) {
      const n = yield* rawWriteG(b, b.buffer!.subarray(b.writePos, b.writeEnd));
      if (n === ERROR) return false;
      if (n === WOULD_BLOCK) {
        blockingError(0);
        return false;
      }
      b.writePos += n;
      b.rawPos = b.writePos;
    }
  }
  resetWrite(b);
  return true;
}

/** Flushes, and puts the raw stream where the program is. CPython 3.12: buffered_flush_and_rewind_unlocked */
export function* flushAndRewindG(b: BufferedV): Gen<boolean> {
  if (!(yield* flushWriteG(b))) return false;
  if (b.readable) {
    const n = yield* rawSeekG(b, -rawOffset(b), 1);
    resetRead(b);
    if (n === -1) return false;
  }
  return true;
}

/** Buffers bytes if they fit, without running anything else; false: they do not fit. */
export function bufferWrite(b: BufferedV, bytes: Uint8Array): boolean {
  if (!validRead(b) && !validWrite(b)) {
    b.pos = 0;
    b.rawPos = 0;
  }
  if (bytes.length > b.size - b.pos) return false;
  b.buffer!.set(bytes, b.pos);
  if (!validWrite(b) || b.writePos > b.pos) b.writePos = b.pos;
  adjust(b, b.pos + bytes.length);
  if (b.pos > b.writeEnd) b.writeEnd = b.pos;
  return true;
}

/** Writes bytes; how many, or -1 with an error. The lock is held. CPython 3.12: _io_BufferedWriter_write_impl */
export function* writeG(b: BufferedV, bytes: Uint8Array): Gen<number> {
  if (bufferWrite(b, bytes)) return bytes.length;
  if (!(yield* flushWriteG(b))) {
    if (!matches(PyExc.BlockingIOError)) return ERROR;
    if (b.readable) resetRead(b);
    // Make room by moving what is left to the front.
    b.buffer!.copyWithin(0, b.writePos, b.writeEnd);
    b.writeEnd -= b.writePos;
    b.rawPos -= b.writePos;
    b.pos -= b.writePos;
    b.writePos = 0;
    const avail = b.size - b.writeEnd;
    if (bytes.length <= avail) {
      clear();
      b.buffer!.set(bytes, b.writeEnd);
      b.writeEnd += bytes.length;
      b.pos += bytes.length;
      return bytes.length;
    }
    b.buffer!.set(bytes.subarray(0, avail), b.writeEnd);
    b.writeEnd += avail;
    b.pos += avail;
    blockingError(avail);
    return ERROR;
  }
  const offset = rawOffset(b);
  if (offset !== 0) {
    if ((yield* rawSeekG(b, -offset, 1)) < 0) return ERROR;
    b.rawPos -= offset;
  }
  let written = 0;
  let remaining = bytes.length;
  while (remaining > b.size) {
    const n = yield* rawWriteG(b, bytes.subarray(written));
    if (n === ERROR) return ERROR;
    if (n === WOULD_BLOCK) {
      b.buffer!.set(bytes.subarray(written, written + b.size));
      b.rawPos = 0;
      adjust(b, b.size);
      b.writeEnd = b.size;
      written += b.size;
      blockingError(written);
      return ERROR;
    }
    written += n;
    remaining -= n;
  }
  if (b.readable) resetRead(b);
  if (remaining > 0) {
    b.buffer!.set(bytes.subarray(written, written + remaining));
    written += remaining;
  }
  b.writePos = 0;
  b.writeEnd = remaining;
  adjust(b, remaining);
  b.rawPos = 0;
  return written;
}

// --- reading -----------------------------------------------------------------------------------------

/** Bytes that are buffered, at most n; moves on. */
export function takeBuffered(b: BufferedV, n: number): Uint8Array {
  const bytes = b.buffer!.slice(b.pos, b.pos + n);
  b.pos += n;
  return bytes;
}

/** CPython 3.12: _bufferedreader_fill_buffer */
export function* fillG(b: BufferedV): Gen<number> {
  const start = validRead(b) ? b.readEnd : 0;
  const n = yield* rawReadG(b, b.buffer!.subarray(start, b.size));
  if (n <= 0) return n;
  b.readEnd = start + n;
  b.rawPos = start + n;
  return n;
}

/** Everything to the end: bytes or None, or null. The lock is held. CPython 3.12: _bufferedreader_read_all */
export function* readAllG(b: BufferedV): Gen {
  const have = readahead(b);
  const first = have > 0 ? takeBuffered(b, have) : null;
  if (b.writable && !(yield* flushAndRewindG(b))) return null;
  resetRead(b);
  if (b.fast !== null) {
    const rest = yield* fileReadAllG(b.fast.v);
    if (rest === null) return null;
    if (b.absPos !== -1) b.absPos += rest.length;
    return newBytes(first === null ? rest : concat([first, rest]));
  }
  const readall = yield* lookupAttrG(b.raw!, id('readall'));
  if (readall === null) return null;
  if (readall !== undefined) {
    const r = yield* callG(readall, []);
    decref(readall);
    if (r === null) return null;
    if (r !== None && !isBytes(r)) {
      decref(r);
      return typeError('readall() should return bytes');
    }
    if (first === null) return r;
    const out = r === None ? first : concat([first, (r as Bytes).v]);
    decref(r);
    return newBytes(out);
  }
  const chunks: Uint8Array[] = first === null ? [] : [first];
  for (;;) {
    const data: Res = yield* callMethodG(b.raw!, 'read');
    if (data === null) return null;
    if (data !== None && !isBytes(data)) {
      decref(data);
      return typeError('read() should return bytes');
    }
    if (data === None || (data as Bytes).v.length === 0) {
      if (chunks.length === 0) return data;
      decref(data);
      return newBytes(concat(chunks));
    }
    const bytes = (data as Bytes).v;
    chunks.push(bytes);
    if (b.absPos !== -1) b.absPos += bytes.length;
    decref(data);
  }
}

/** n bytes, fewer at the end; bytes or None, or null. The lock is held. CPython 3.12: _bufferedreader_read_generic */
export function* readSomeG(b: BufferedV, n: number): Gen {
  const have = readahead(b);
  if (n <= have) return newBytes(takeBuffered(b, n));
  let out = new Uint8Array(Math.min(n, Math.max(have, b.size) * 4));
  let written = 0;
  const room = (more: number): void => {
    if (written + more <= out.length) return;
    const grown = new Uint8Array(Math.min(n, Math.max(written + more, out.length * 2)));
    grown.set(out.subarray(0, written));
    out = grown;
  };
  if (have > 0) {
    room(have);
    out.set(takeBuffered(b, have));
    written = have;
  }
  if (b.writable && !(yield* flushAndRewindG(b))) return null;
  resetRead(b);
  const done = (): Obj => newBytes(out.slice(0, written));
  while (n - written > 0) {
    // Whole blocks go straight to the result.
    const r = b.size * Math.floor((n - written) / b.size);
    if (r === 0) break;
    const most = Math.min(r, 1 << 20);
    room(most);
    const got = yield* rawReadG(b, out.subarray(written, written + most));
    if (got === ERROR) return null;
    if (got === 0 || got === WOULD_BLOCK) return got === 0 || written > 0 ? done() : none();
    written += got;
  }
  b.pos = 0;
  b.rawPos = 0;
  b.readEnd = 0;
  while (written < n && b.readEnd < b.size) {
    const got = yield* fillG(b);
    if (got === ERROR) return null;
    if (got === 0 || got === WOULD_BLOCK) return got === 0 || written > 0 ? done() : none();
    const use = Math.min(got, n - written);
    room(use);
    out.set(b.buffer!.subarray(b.pos, b.pos + use), written);
    written += use;
    b.pos += use;
  }
  return done();
}

/** A line that is buffered whole, or null (no error): the raw stream must be asked. */
export function bufferedLine(b: BufferedV, limit: number): Uint8Array | null {
  let n = readahead(b);
  if (limit >= 0 && n > limit) n = limit;
  const at = n === 0 ? -1 : b.buffer!.subarray(b.pos, b.pos + n).indexOf(10);
  if (at >= 0) return takeBuffered(b, at + 1);
  return n === limit ? takeBuffered(b, n) : null;
}

/** The next line; null with an error. The lock is held. CPython 3.12: _buffered_readline */
export function* readLineG(b: BufferedV, limit: number): Gen<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let n = readahead(b);
  if (limit >= 0 && n > limit) n = limit;
  if (n > 0) {
    chunks.push(takeBuffered(b, n));
    if (limit >= 0) limit -= n;
  }
  if (b.writable && !(yield* flushAndRewindG(b))) return null;
  for (;;) {
    resetRead(b);
    let got = yield* fillG(b);
    if (got === ERROR) return null;
    if (got <= 0) break;
    if (limit >= 0 && got > limit) got = limit;
    const at = b.buffer!.subarray(0, got).indexOf(10);
    if (at >= 0) {
      chunks.push(b.buffer!.slice(0, at + 1));
      b.pos = at + 1;
      break;
    }
    chunks.push(b.buffer!.slice(0, got));
    if (got === limit) {
      b.pos = got;
      break;
    }
    if (limit >= 0) limit -= got;
  }
  return chunks.length === 1 ? chunks[0]! : concat(chunks);
}

/** What is buffered, else one read's worth; does not move on. CPython 3.12: _bufferedreader_peek_unlocked */
export function* peekG(b: BufferedV): Gen {
  const have = readahead(b);
  if (have > 0) return newBytes(b.buffer!.slice(b.pos, b.pos + have));
  resetRead(b);
  const r = yield* fillG(b);
  if (r === ERROR) return null;
  b.pos = 0;
  return newBytes(b.buffer!.slice(0, Math.max(r, 0)));
}

/** CPython 3.12: _buffered_init */
export function* initBufferG(o: Obj, raw: Obj, size: number, exact: boolean): Gen<boolean> {
  const b = B(o);
  raw.rc++;
  const old = b.raw;
  b.raw = raw;
  if (old !== null) decref(old);
  b.size = size;
  if (size <= 0) {
    raise(PyExc.ValueError, 'buffer size must be strictly positive');
    return false;
  }
  b.buffer = new Uint8Array(size);
  b.owner = 0;
  b.absPos = -1;
  b.fast = exact && raw.type === fileIOType ? (raw as FileIO) : null;
  if ((yield* rawTellG(b)) === -1) clear();
  return true;
}
