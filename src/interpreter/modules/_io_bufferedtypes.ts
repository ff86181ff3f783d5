// BufferedReader, BufferedWriter, BufferedRandom and BufferedRWPair: their methods over _io_buffered.ts.
//
// Answers to CPython 3.12: Modules/_io/bufferedio.c.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { getset, member, method } from '../objects/descrobject.ts';
import { clear, fetch, matches, PyExc, raise } from '../objects/errors.ts';
import { dictGetSet } from '../objects/funcobject.ts';
import { newInt, True } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { lookupAttrG, objectCall, reprEnter, reprG, reprLeave } from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';
import { allocInstance, typeReady } from '../objects/typeobject.ts';
import { addCannotPickle, addFinalizing, bufferedIOBaseType, ioType, rawIOBaseType } from './_io_base.ts';
import {
  B,
  type Buffered,
  BufferedV,
  bufferedLine,
  bufferWrite,
  checkClosedG,
  ERROR,
  enterG,
  fillG,
  flushAndRewindG,
  flushWriteG,
  initBufferG,
  initialized,
  isClosedG,
  leave,
  peekG,
  rawOffset,
  rawReadG,
  rawSeekG,
  rawTellG,
  readAllG,
  readahead,
  readLineG,
  readSomeG,
  resetRead,
  resetWrite,
  takeBuffered,
  WOULD_BLOCK,
  writeG,
} from './_io_buffered.ts';
import type { FileIO } from './_io_fileio.ts';
import {
  able,
  attrG,
  callMethodG,
  chainExceptions,
  checkReadableG,
  checkSeekableG,
  checkWritableG,
  closedG,
  DEFAULT_BUFFER_SIZE,
  integerG,
  readableBytes,
  sizeG,
  unsupported,
  writableBytes,
} from './_io_util.ts';

export const bufferedReaderType = ioType('_io.BufferedReader', bufferedIOBaseType, 168);
export const bufferedWriterType = ioType('_io.BufferedWriter', bufferedIOBaseType, 168);
export const bufferedRandomType = ioType('_io.BufferedRandom', bufferedIOBaseType, 168);
export const bufferedRWPairType = ioType('_io.BufferedRWPair', bufferedIOBaseType, 48);

// --- closing, asking the raw stream ------------------------------------------------------------------

/** A method that the raw stream answers. */
function delegate(name: string) {
  return function* (self: Obj): Gen {
    return initialized(B(self)) ? yield* callMethodG(B(self).raw!, name) : null;
  };
}

const rawAttribute =
  (name: string) =>
  (self: Obj): Res =>
    initialized(B(self)) ? suspend(attrG(B(self).raw!, name), [self]) : null;

function* dealloc_warn(self: Obj, source: Obj): Gen {
  const b = B(self);
  if (b.ok && b.raw !== null) {
    const r = yield* callMethodG(b.raw, '_dealloc_warn', [source]);
    if (r === null) clear();
    else decref(r);
  }
  return none();
}

/** CPython 3.12: Modules/_io/bufferedio.c _io__Buffered_close_impl */
function* close(self: Obj): Gen {
  const b = B(self);
  if (!initialized(b) || !(yield* enterG(self))) return null;
  const closed = b.fast !== null ? (b.fast.v.fd < 0 ? 1 : 0) : yield* closedG(b.raw!);
  if (closed !== 0) {
    leave(self);
    return closed > 0 ? none() : null;
  }
  if (b.finalizing) {
    const w = yield* dealloc_warn(self, self);
    if (w !== null) decref(w);
  }
  leave(self);
  const flushed = yield* callMethodG(self, 'flush');
  const error = flushed === null ? fetch() : null;
  if (flushed !== null) decref(flushed);
  if (!(yield* enterG(self))) {
    if (error !== null) decref(error);
    return null;
  }
  let r = yield* callMethodG(b.raw!, 'close');
  b.buffer = null;
  if (error !== null) {
    chainExceptions(error);
    if (r !== null) decref(r);
    r = null;
  }
  b.readEnd = 0;
  b.pos = 0;
  leave(self);
  return r;
}

function* detach(self: Obj): Gen {
  const b = B(self);
  if (!initialized(b)) return null;
  const r = yield* callMethodG(self, 'flush');
  if (r === null) return null;
  decref(r);
  const { raw } = b;
  b.raw = null;
  b.fast = null;
  b.detached = true;
  b.ok = false;
  return raw;
}

/** Flush of a reader: there is nothing to write. */
const simpleFlush = delegate('flush');

function* flush(self: Obj): Gen {
  const b = B(self);
  if (!initialized(b) || !(yield* checkClosedG(b, 'flush of closed file'))) return null;
  if (!(yield* enterG(self))) return null;
  const ok = yield* flushAndRewindG(b);
  leave(self);
  return ok ? none() : null;
}

// --- reading -----------------------------------------------------------------------------------------

function* peek(self: Obj): Gen {
  const b = B(self);
  if (!initialized(b) || !(yield* checkClosedG(b, 'peek of closed file'))) return null;
  if (!(yield* enterG(self))) return null;
  const r = b.writable && !(yield* flushAndRewindG(b)) ? null : yield* peekG(b);
  leave(self);
  return r;
}

function* read(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = yield* sizeG(sizeArg);
  if (n === null) return null;
  return yield* bufferedReadG(self, n);
}

/** `self.read(n)` for a plain buffered stream. */
export function* bufferedReadG(self: Obj, n: number): Gen {
  const b = B(self);
  if (!initialized(b)) return null;
  if (n < -1) return raise(PyExc.ValueError, 'read length must be non-negative or -1');
  if (!(yield* checkClosedG(b, 'read of closed file'))) return null;
  if (n >= 0 && n <= readahead(b)) return newBytes(takeBuffered(b, n));
  if (!(yield* enterG(self))) return null;
  const r = n === -1 ? yield* readAllG(b) : yield* readSomeG(b, n);
  leave(self);
  return r;
}

function* read1(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = sizeArg === undefined ? -1 : yield* integerG(sizeArg);
  if (n === null) return null;
  return yield* bufferedRead1G(self, n);
}

/** `self.read1(n)` for a plain buffered stream. CPython 3.12: _io__Buffered_read1_impl */
export function* bufferedRead1G(self: Obj, n: number): Gen {
  const b = B(self);
  if (!initialized(b)) return null;
  if (n < 0) n = b.size;
  if (!(yield* checkClosedG(b, 'read of closed file'))) return null;
  if (n === 0) return newBytes(new Uint8Array(0));
  const have = readahead(b);
  if (have > 0) return newBytes(takeBuffered(b, Math.min(have, n)));
  if (!(yield* enterG(self))) return null;
  if (b.writable && !(yield* flushAndRewindG(b))) {
    leave(self);
    return null;
  }
  resetRead(b);
  const into = new Uint8Array(n);
  const r = yield* rawReadG(b, into);
  leave(self);
  if (r === ERROR) return null;
  return newBytes(r === n ? into : into.slice(0, Math.max(r, 0)));
}

/** CPython 3.12: Modules/_io/bufferedio.c _buffered_readinto_generic */
function* readIntoG(self: Obj, buffer: Obj, one: boolean): Gen {
  const into = writableBytes(buffer, one ? 'readinto1' : 'readinto');
  if (into === null) return null;
  const b = B(self);
  if (!initialized(b) || !(yield* checkClosedG(b, 'readinto of closed file'))) return null;
  let written = 0;
  const have = readahead(b);
  if (have > 0) {
    const use = Math.min(have, into.length);
    into.set(takeBuffered(b, use));
    if (use === into.length) return newInt(use);
    written = use;
  }
  if (!(yield* enterG(self))) return null;
  const r = yield* readIntoRest(b, into, written, one);
  leave(self);
  return r;
}

function* readIntoRest(b: BufferedV, into: Uint8Array, written: number, one: boolean): Gen {
  if (b.writable && !(yield* flushAndRewindG(b))) return null;
  resetRead(b);
  b.pos = 0;
  while (written < into.length) {
    let n: number;
    if (into.length - written > b.size) n = yield* rawReadG(b, into.subarray(written));
    else if (!(one && written > 0)) {
      n = yield* fillG(b);
      if (n > 0) {
        n = Math.min(n, into.length - written);
        into.set(b.buffer!.subarray(b.pos, b.pos + n), written);
        b.pos += n;
        written += n;
        if (one) break;
        continue;
      }
    } else n = 0;
    if (n === 0 || (n === WOULD_BLOCK && written > 0)) break;
    if (n < 0) return n === WOULD_BLOCK ? none() : null;
    written += n;
    if (one) break;
  }
  return newInt(written);
}

function* readinto(self: Obj, buffer: Obj): Gen {
  return yield* readIntoG(self, buffer, false);
}
function* readinto1(self: Obj, buffer: Obj): Gen {
  return yield* readIntoG(self, buffer, true);
}

/** `self.readline(limit)` for a plain buffered stream: bytes; null: an error. */
export function* bufferedLineG(self: Obj, limit: number): Gen<Uint8Array | null> {
  const b = B(self);
  if (!(yield* checkClosedG(b, 'readline of closed file'))) return null;
  const quick = bufferedLine(b, limit);
  if (quick !== null) return quick;
  if (!(yield* enterG(self))) return null;
  const r = yield* readLineG(b, limit);
  leave(self);
  return r;
}

function* readline(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = yield* sizeG(sizeArg);
  if (n === null || !initialized(B(self))) return null;
  const line = yield* bufferedLineG(self, n);
  return line === null ? null : newBytes(line);
}

function* nextG(self: Obj): Gen {
  if (!initialized(B(self))) return null;
  if (self.type === bufferedReaderType || self.type === bufferedRandomType) {
    const line = yield* bufferedLineG(self, -1);
    return line === null || line.length === 0 ? null : newBytes(line);
  }
  const line = yield* callMethodG(self, 'readline');
  if (line === null) return null;
  if (!isBytes(line)) {
    raise(PyExc.OSError, `readline() should have returned a bytes object, not '${line.type.name}'`);
    decref(line);
    return null;
  }
  if (line.v.length > 0) return line;
  decref(line);
  return null;
}

// --- position ----------------------------------------------------------------------------------------

function* tell(self: Obj): Gen {
  const b = B(self);
  if (!initialized(b)) return null;
  const pos = yield* rawTellG(b);
  return pos === -1 ? null : newInt(Math.max(0, pos - rawOffset(b)));
}

/** CPython 3.12: Modules/_io/bufferedio.c _io__Buffered_seek_impl */
function* seek(self: Obj, targetArg: Obj, whenceArg: Obj | undefined): Gen {
  const b = B(self);
  if (!initialized(b)) return null;
  const whence = whenceArg === undefined ? 0 : yield* integerG(whenceArg);
  if (whence === null) return null;
  // 3 and 4 are SEEK_DATA and SEEK_HOLE: files here have no holes.
  if (whence < 0 || whence > 4) return raise(PyExc.ValueError, `whence value ${whence} unsupported`);
  if (!(yield* checkClosedG(b, 'seek of closed file'))) return null;
  if (!(yield* able(checkSeekableG(b.raw!)))) return null;
  let target = yield* integerG(targetArg, PyExc.ValueError);
  if (target === null) return null;
  if ((whence === 0 || whence === 1) && b.readable) {
    // A place inside the buffer needs no help of the raw stream.
    const current = b.absPos !== -1 ? b.absPos : yield* rawTellG(b);
    const avail = readahead(b);
    if (avail > 0) {
      const offset = whence === 0 ? target - (current - rawOffset(b)) : target;
      if (offset >= -b.pos && offset <= avail) {
        b.pos += offset;
        return newInt(Math.max(0, current - avail + offset));
      }
    }
  }
  if (!(yield* enterG(self))) return null;
  let r: Res = null;
  if (!b.writable || (yield* flushWriteG(b))) {
    if (whence === 1) target -= rawOffset(b);
    const n = yield* rawSeekG(b, target, whence);
    if (n !== -1) {
      b.rawPos = -1;
      r = newInt(n);
      if (b.readable) resetRead(b);
    }
  }
  leave(self);
  return r;
}

function* truncate(self: Obj, posArg: Obj | undefined): Gen {
  const b = B(self);
  if (!initialized(b) || !(yield* checkClosedG(b, 'truncate of closed file'))) return null;
  if (!b.writable) return unsupported('truncate');
  if (!(yield* enterG(self))) return null;
  let r: Res = null;
  if (yield* flushAndRewindG(b)) {
    r = yield* callMethodG(b.raw!, 'truncate', [posArg ?? None]);
    if (r !== null && (yield* rawTellG(b)) === -1) clear();
  }
  leave(self);
  return r;
}

// --- writing -----------------------------------------------------------------------------------------

function write(self: Obj, data: Obj): Res {
  const bytes = readableBytes(data);
  if (bytes === null) return null;
  const b = B(self);
  if (b.ok && b.owner === 0 && b.fast !== null && b.buffer !== null && b.fast.v.fd >= 0) {
    if (bufferWrite(b, bytes)) return newInt(bytes.length);
  }
  return suspend(writeSlowG(self, bytes), [self, data]);
}

function* writeSlowG(self: Obj, bytes: Uint8Array): Gen {
  const n = yield* bufferedWriteG(self, bytes);
  return n < 0 ? null : newInt(n);
}

/** `self.write(bytes)` for a buffered stream; -1 with an error. */
export function* bufferedWriteG(self: Obj, bytes: Uint8Array): Gen<number> {
  const b = B(self);
  if (!initialized(b) || !(yield* enterG(self))) return ERROR;
  const closed = yield* isClosedG(b);
  let n = ERROR;
  if (closed === 1) raise(PyExc.ValueError, 'write to closed file');
  else if (closed === 0) n = yield* writeG(b, bytes);
  leave(self);
  return n;
}

function* repr(self: Obj): Gen {
  let name = yield* lookupAttrG(self, id('name'));
  if (name === null) {
    if (!matches(PyExc.ValueError)) return null;
    clear();
    name = undefined;
  }
  if (name === undefined) return newStr(`<${self.type.name}>`);
  if (reprEnter(self)) {
    decref(name);
    return raise(PyExc.RuntimeError, `reentrant call inside ${self.type.name}.__repr__`);
  }
  const shown = yield* reprG(name);
  reprLeave(self);
  decref(name);
  if (shown === null) return null;
  const text = `<${self.type.name} name=${shown.v}>`;
  decref(shown);
  return newStr(text);
}

// --- making ------------------------------------------------------------------------------------------

type Kind = 'reader' | 'writer' | 'random';

function* initG(self: Obj, raw: Obj, sizeArg: Obj | undefined, kind: Kind, type: PyType): Gen {
  const b = B(self);
  b.ok = false;
  b.detached = false;
  const size = sizeArg === undefined ? DEFAULT_BUFFER_SIZE : yield* integerG(sizeArg);
  if (size === null) return null;
  if (kind === 'random' && !(yield* able(checkSeekableG(raw)))) return null;
  if (kind !== 'writer' && !(yield* able(checkReadableG(raw)))) return null;
  if (kind !== 'reader' && !(yield* able(checkWritableG(raw)))) return null;
  b.readable = kind !== 'writer';
  b.writable = kind !== 'reader';
  if (!(yield* initBufferG(self, raw, size, self.type === type))) return null;
  resetRead(b);
  resetWrite(b);
  b.pos = 0;
  b.ok = true;
  return none();
}

/** A buffered stream over a FileIO of ours (takes a reference of its own). */
export function newBuffered(type: PyType, raw: FileIO, size: number): Buffered {
  const o = allocInstance(type, new BufferedV());
  const b = o.v;
  raw.rc++;
  b.raw = raw;
  b.fast = raw;
  b.readable = type !== bufferedWriterType;
  b.writable = type !== bufferedReaderType;
  b.size = size;
  b.buffer = new Uint8Array(size);
  b.ok = true;
  return o;
}

function makeType(t: PyType, kind: Kind, doc: string): void {
  t.doc = doc;
  const def = new NativeDef(t.qualname, `(raw, buffer_size=${DEFAULT_BUFFER_SIZE})`, () => null, null, null);
  t.tp_new = (cls) => allocInstance(cls.v, new BufferedV());
  t.tp_init = (self, args, kwnames) => {
    const bound = bindArguments(def, args, kwnames);
    if (bound === null) return null;
    return suspend(initG(self, bound[0] as Obj, bound[1] as Obj | undefined, kind, t), [self, ...args]);
  };
  t.tp_traverse = (o, visit) => {
    if (B(o).raw !== null) visit(B(o).raw!);
    if (o.x !== null) visit(o.x as Obj);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const b = B(o);
    const { raw } = b;
    const dict = o.x as Obj | null;
    b.ok = false;
    b.raw = null;
    b.fast = null;
    o.x = null;
    if (raw !== null) decref(raw);
    if (dict !== null) decref(dict);
  };
  t.tp_repr = (o) => suspend(repr(o), [o]);
  t.tp_finalize = (o) => {
    const b = B(o);
    if (b.fast !== null && b.fast.v.fd < 0) return none();
    b.finalizing = true;
    return rawIOBaseType.tp_finalize!(o);
  };
  method(t, 'detach', '($self, /)', detach);
  method(t, 'close', '($self, /)', close);
  method(t, 'seekable', '($self, /)', delegate('seekable'));
  method(t, 'fileno', '($self, /)', delegate('fileno'));
  method(t, 'isatty', '($self, /)', delegate('isatty'));
  method(t, '_dealloc_warn', '($self, source, /)', dealloc_warn);
  method(t, 'seek', '($self, target, whence=0, /)', seek);
  method(t, 'tell', '($self, /)', tell);
  method(t, 'truncate', '($self, pos=None, /)', truncate);
  method(t, 'flush', '($self, /)', kind === 'reader' ? simpleFlush : flush);
  if (kind !== 'writer') {
    method(t, 'readable', '($self, /)', delegate('readable'));
    method(t, 'read', '($self, size=-1, /)', read);
    method(t, 'peek', '($self, size=0, /)', peek);
    method(t, 'read1', '($self, size=-1, /)', read1);
    method(t, 'readinto', '($self, buffer, /)', readinto);
    method(t, 'readinto1', '($self, buffer, /)', readinto1);
    method(t, 'readline', '($self, size=-1, /)', readline);
    t.tp_iternext = (o) => suspend(nextG(o), [o]);
  }
  if (kind !== 'reader') {
    method(t, 'writable', '($self, /)', delegate('writable'));
    method(t, 'write', '($self, buffer, /)', write);
  }
  addCannotPickle(t);
  addFinalizing(t);
  member(t, 'raw', (o) => B(o).raw);
  getset(t, 'closed', rawAttribute('closed'));
  getset(t, 'name', rawAttribute('name'));
  getset(t, 'mode', rawAttribute('mode'));
  dictGetSet(t);
  typeReady(t);
}

// --- BufferedRWPair ----------------------------------------------------------------------------------

interface PairV {
  reader: Obj | null;
  writer: Obj | null;
}
const P = (o: Obj): PairV => (o as Obj<PairV>).v;

/** A method that one of the two answers. */
function forward(which: keyof PairV, name: string) {
  return function* (self: Obj, args: Obj[] = []): Gen {
    const to = P(self)[which];
    if (to === null) return raise(PyExc.ValueError, 'I/O operation on uninitialized object');
    return yield* callMethodG(to, name, args);
  };
}

function* pairClose(self: Obj): Gen {
  const first = yield* forward('writer', 'close')(self);
  const error = first === null ? fetch() : null;
  if (first !== null) decref(first);
  const r = yield* forward('reader', 'close')(self);
  if (error === null) return r;
  chainExceptions(error);
  if (r !== null) decref(r);
  return null;
}

function* pairIsatty(self: Obj): Gen {
  const r = yield* forward('writer', 'isatty')(self);
  if (r === null || r === True) return r;
  decref(r);
  return yield* forward('reader', 'isatty')(self);
}

function* pairInitG(self: Obj, reader: Obj, writer: Obj, sizeArg: Obj | undefined): Gen {
  if (!(yield* able(checkReadableG(reader)))) return null;
  if (!(yield* able(checkWritableG(writer)))) return null;
  const more = sizeArg === undefined ? [] : [sizeArg];
  for (const [which, type, raw] of [
    ['reader', bufferedReaderType, reader],
    ['writer', bufferedWriterType, writer],
  ] as const) {
    let r = objectCall(type.self, [raw, ...more]);
    if (r === null) r = yield* settle();
    if (r === null) return null;
    const old = P(self)[which];
    P(self)[which] = r;
    if (old !== null) decref(old);
  }
  return none();
}

function makePair(): void {
  const t = bufferedRWPairType;
  t.doc = 'A buffered reader and writer object together.';
  const def = new NativeDef(
    'BufferedRWPair',
    `(reader, writer, buffer_size=${DEFAULT_BUFFER_SIZE}, /)`,
    () => null,
    null,
    null,
  );
  t.tp_new = (cls) => allocInstance<PairV>(cls.v, { reader: null, writer: null });
  t.tp_init = (self, args, kwnames) => {
    const bound = bindArguments(def, args, kwnames);
    if (bound === null) return null;
    const [reader, writer, size] = bound as [Obj, Obj, Obj | undefined];
    return suspend(pairInitG(self, reader, writer, size), [self, ...args]);
  };
  t.tp_traverse = (o, visit) => {
    const { reader, writer } = P(o);
    if (reader !== null) visit(reader);
    if (writer !== null) visit(writer);
    if (o.x !== null) visit(o.x as Obj);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const { reader, writer } = P(o);
    const dict = o.x as Obj | null;
    P(o).reader = P(o).writer = null;
    o.x = null;
    for (const part of [reader, writer, dict]) if (part !== null) decref(part);
  };
  for (const name of ['read', 'peek', 'read1', 'readinto', 'readinto1']) {
    method(t, name, '($self, *args)', forward('reader', name));
  }
  method(t, 'write', '($self, *args)', forward('writer', 'write'));
  method(t, 'flush', '($self, /)', forward('writer', 'flush'));
  method(t, 'readable', '($self, /)', forward('reader', 'readable'));
  method(t, 'writable', '($self, /)', forward('writer', 'writable'));
  method(t, 'close', '($self, /)', pairClose);
  method(t, 'isatty', '($self, /)', pairIsatty);
  addCannotPickle(t);
  getset(t, 'closed', (o) => {
    const { writer } = P(o);
    if (writer === null) {
      return raise(PyExc.RuntimeError, 'the BufferedRWPair object is being garbage-collected');
    }
    return suspend(attrG(writer, 'closed'), [o]);
  });
  dictGetSet(t);
  typeReady(t);
}

export function initBuffered(): void {
  makeType(
    bufferedReaderType,
    'reader',
    'Create a new buffered reader using the given readable raw IO object.',
  );
  makeType(
    bufferedWriterType,
    'writer',
    'A buffer for a writeable sequential RawIO object.\n\nThe constructor creates a BufferedWriter for the given writeable raw\nstream. If the buffer_size is not given, it defaults to\nDEFAULT_BUFFER_SIZE.',
  );
  makeType(
    bufferedRandomType,
    'random',
    'A buffered interface to random access streams.\n\nThe constructor creates a reader and writer for a seekable stream,\nraw, given in the first argument. If the buffer_size is omitted it\ndefaults to DEFAULT_BUFFER_SIZE.',
  );
  makePair();
}
