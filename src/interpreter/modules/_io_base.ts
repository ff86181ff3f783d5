// The abstract streams: _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase.
//
// Answers to CPython 3.12: Modules/_io/iobase.c, the abstract types of bufferedio.c and textio.c.

import { decref, type Obj, objectType, type PyType, type Res, TPFLAGS, tstate } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getIter, lengthG, nextG, ssizeG } from '../objects/abstract.ts';
import { newByteArray } from '../objects/bytearrayobject.ts';
import { type Bytes, isBytes, newBytes } from '../objects/bytescore.ts';
import { getset, method } from '../objects/descrobject.ts';
import { getStr, setStr } from '../objects/dictcore.ts';
import { clear, fetch, PyExc, raise, raiseBare, typeError } from '../objects/errors.ts';
import { dictGetSet } from '../objects/funcobject.ts';
import { newBool, newInt, True } from '../objects/longcore.ts';
import { moduleOwnType } from '../objects/moduleobject.ts';
import { callG, ensureDict, instanceDict, lookupAttrG, setAttr } from '../objects/object.ts';
import { newList } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { objectInit, objectNew, typeReady } from '../objects/typeobject.ts';
import {
  callMethodG,
  chainExceptions,
  checkOpenG,
  checkReadableG,
  checkSeekableG,
  checkWritableG,
  closedError,
  closedG,
  DEFAULT_BUFFER_SIZE,
  integerG,
  sizeG,
  unsupported,
  writableBytes,
} from './_io_util.ts';

const FLAGS = TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC;
export const iobaseType = moduleOwnType('_io._IOBase', FLAGS);
export const rawIOBaseType = moduleOwnType('_io._RawIOBase', FLAGS);
export const bufferedIOBaseType = moduleOwnType('_io._BufferedIOBase', FLAGS);
export const textIOBaseType = moduleOwnType('_io._TextIOBase', FLAGS);

// --- closing -----------------------------------------------------------------------------------------

const CLOSED = '__IOBase_closed';

/** 1, 0, or -1 with an error: has _IOBase.close run? */
function* baseClosedG(o: Obj): Gen<number> {
  const dict = instanceDict(o);
  if (dict !== null && getStr(dict, id(CLOSED)) !== undefined) return 1;
  const r = yield* lookupAttrG(o, id(CLOSED));
  if (r === undefined) return 0;
  if (r === null) return -1;
  decref(r);
  return 1;
}

function* iobase_flush(self: Obj): Gen {
  const closed = yield* baseClosedG(self);
  if (closed === 0) return none();
  return closed > 0 ? closedError() : null;
}

/** _IOBase.close, also for the types below that call it as their base's. */
export function* baseCloseG(self: Obj): Gen {
  const closed = yield* baseClosedG(self);
  if (closed < 0) return null;
  if (closed > 0) return none();
  const r = yield* callMethodG(self, 'flush');
  const error = r === null ? fetch() : null;
  if (r !== null) decref(r);
  let failed = false;
  if (self.type.hasDict && self.type.tp_setattro === iobaseType.tp_setattro) {
    setStr(ensureDict(self), id(CLOSED), True);
  } else {
    let set = setAttr(self, id(CLOSED), True);
    if (set === null) set = yield* settle();
    if (set === null) failed = true;
    else decref(set);
  }
  if (error !== null) {
    chainExceptions(error);
    return null;
  }
  return failed ? null : none();
}

function* closed_get(self: Obj): Gen {
  const closed = yield* baseClosedG(self);
  return closed < 0 ? null : newBool(closed === 1);
}

/** Closes a stream that goes. CPython 3.12: Modules/_io/iobase.c iobase_finalize */
export function* finalizeG(self: Obj): Gen {
  const saved = tstate.exc;
  tstate.exc = null;
  const closed = yield* closedG(self);
  if (closed < 0) clear();
  if (closed === 0) {
    let set = setAttr(self, id('_finalizing'), True);
    if (set === null) set = yield* settle();
    if (set === null) clear();
    else decref(set);
    const r = yield* callMethodG(self, 'close');
    // Errors here are not shown: they would mostly be echoes of the end of the program.
    if (r === null) clear();
    else decref(r);
  }
  tstate.exc = saved;
  return none();
}

function* exit(self: Obj): Gen {
  return yield* callMethodG(self, 'close');
}

function* enter(self: Obj): Gen {
  if (!(yield* checkOpenG(self))) return null;
  self.rc++;
  return self;
}

function* check_closed(self: Obj): Gen {
  return (yield* checkOpenG(self)) ? none() : null;
}

function* isatty(self: Obj): Gen {
  return (yield* checkOpenG(self)) ? newBool(false) : null;
}

function* tell(self: Obj): Gen {
  const zero = newInt(0);
  const one = newInt(1);
  const r = yield* callMethodG(self, 'seek', [zero, one]);
  decref(zero);
  decref(one);
  return r;
}

// --- lines -------------------------------------------------------------------------------------------

function concat(chunks: Uint8Array[]): Uint8Array {
  let n = 0;
  for (const c of chunks) n += c.length;
  const out = new Uint8Array(n);
  n = 0;
  for (const c of chunks) {
    out.set(c, n);
    n += c.length;
  }
  return out;
}

/** CPython 3.12: Modules/_io/iobase.c _io__IOBase_readline_impl */
function* iobase_readline(self: Obj, sizeArg: Obj | undefined): Gen {
  const limit = yield* sizeG(sizeArg);
  if (limit === null) return null;
  const peek = yield* lookupAttrG(self, id('peek'));
  if (peek === null) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  let failed = false;
  const one = newInt(1);
  while (limit < 0 || length < limit) {
    let ahead = 1;
    if (peek !== undefined) {
      const seen = yield* callG(peek, [one]);
      if (seen === null) {
        failed = true;
        break;
      }
      if (!isBytes(seen)) {
        raise(PyExc.OSError, `peek() should have returned a bytes object, not '${seen.type.name}'`);
        decref(seen);
        failed = true;
        break;
      }
      const bytes = seen.v;
      if (bytes.length > 0) {
        const most = limit < 0 ? bytes.length : Math.min(bytes.length, limit);
        const at = bytes.subarray(0, most).indexOf(10);
        ahead = at < 0 ? most : at + 1;
      }
      decref(seen);
    }
    const n = newInt(ahead);
    const b: Res = yield* callMethodG(self, 'read', [n]);
    decref(n);
    if (b === null) {
      failed = true;
      break;
    }
    if (!isBytes(b)) {
      raise(PyExc.OSError, `read() should have returned a bytes object, not '${b.type.name}'`);
      decref(b);
      failed = true;
      break;
    }
    const bytes = (b as Bytes).v;
    decref(b);
    if (bytes.length === 0) break;
    chunks.push(bytes);
    length += bytes.length;
    if (bytes[bytes.length - 1] === 10) break;
  }
  decref(one);
  if (peek !== undefined) decref(peek);
  return failed ? null : newBytes(concat(chunks));
}

/** Next line, or exhausted. CPython 3.12: Modules/_io/iobase.c iobase_iternext */
function* nextLineG(self: Obj): Gen {
  const line = yield* callMethodG(self, 'readline');
  if (line === null) return null;
  const n = yield* lengthG(line);
  if (n > 0) return line;
  decref(line);
  return null;
}

function* readlines(self: Obj, hintArg: Obj | undefined): Gen {
  const hint = yield* sizeG(hintArg);
  if (hint === null) return null;
  let it = getIter(self);
  if (it === null) it = yield* settle();
  if (it === null) return null;
  const lines: Obj[] = [];
  let length = 0;
  for (;;) {
    const line = yield* nextG(it);
    if (line === undefined) break;
    const n: number = line === null ? -1 : hint <= 0 ? 0 : yield* lengthG(line);
    if (line !== null) lines.push(line);
    if (n < 0) {
      for (const l of lines) decref(l);
      decref(it);
      return null;
    }
    length += n;
    if (hint > 0 && length > hint) break;
  }
  decref(it);
  return newList(lines);
}

function* writelines(self: Obj, lines: Obj): Gen {
  if (!(yield* checkOpenG(self))) return null;
  let it = getIter(lines);
  if (it === null) it = yield* settle();
  if (it === null) return null;
  for (;;) {
    const line = yield* nextG(it);
    if (line === undefined) break;
    const r: Res = line === null ? null : yield* callMethodG(self, 'write', [line]);
    if (line !== null) decref(line);
    if (r === null) {
      decref(it);
      return null;
    }
    decref(r);
  }
  decref(it);
  return none();
}

// --- _RawIOBase --------------------------------------------------------------------------------------

function* raw_read(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = sizeArg === undefined ? -1 : yield* integerG(sizeArg);
  if (n === null) return null;
  if (n < 0) return yield* callMethodG(self, 'readall');
  const buffer = newByteArray(new Uint8Array(n));
  const r = yield* callMethodG(self, 'readinto', [buffer]);
  if (r === null || r === None) {
    decref(buffer);
    return r;
  }
  const got = yield* ssizeG(r, PyExc.ValueError);
  decref(r);
  if (got === null) {
    decref(buffer);
    return null;
  }
  const bytes = writableBytes(buffer, 'read');
  const out = bytes === null ? null : newBytes(bytes.slice(0, got));
  decref(buffer);
  return out;
}

function* raw_readall(self: Obj): Gen {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const size = newInt(DEFAULT_BUFFER_SIZE);
    const data: Res = yield* callMethodG(self, 'read', [size]);
    decref(size);
    if (data === null) return null;
    if (data === None) {
      if (chunks.length === 0) return data;
      decref(data);
      break;
    }
    if (!isBytes(data)) {
      decref(data);
      return typeError('read() should return bytes');
    }
    const bytes = (data as Bytes).v;
    decref(data);
    if (bytes.length === 0) break;
    chunks.push(bytes);
  }
  return newBytes(concat(chunks));
}

// --- _BufferedIOBase ---------------------------------------------------------------------------------

/** CPython 3.12: Modules/_io/bufferedio.c _bufferediobase_readinto_generic */
function readIntoBy(name: 'read' | 'read1') {
  return function* (self: Obj, buffer: Obj): Gen {
    const fn = name === 'read' ? 'readinto' : 'readinto1';
    const into = writableBytes(buffer, fn);
    if (into === null) return null;
    const size = newInt(into.length);
    const data = yield* callMethodG(self, name, [size]);
    decref(size);
    if (data === null) return null;
    if (!isBytes(data)) {
      decref(data);
      return typeError('read() should return bytes');
    }
    const bytes = (data as Bytes).v;
    decref(data);
    if (bytes.length > into.length) {
      return raise(
        PyExc.ValueError,
        `read() returned too much data: ${into.length} bytes requested, ${bytes.length} returned`,
      );
    }
    into.set(bytes);
    return newInt(bytes.length);
  };
}

const refuse = (name: string) => () => unsupported(name);

let ready = false;

/** Idempotent; makes the four types ready. */
export function initIoBase(): void {
  if (ready) return;
  ready = true;
  const t = iobaseType;
  t.doc = 'The abstract base class for all I/O classes.';
  t.hasDict = true;
  t.hasWeakrefs = true;
  t.basicsize = 32;
  t.solid = objectType;
  t.tp_new = objectNew;
  t.tp_init = objectInit;
  t.tp_traverse = (o, visit) => {
    if (o.x !== null) visit(o.x as Obj);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const dict = o.x as Obj | null;
    o.x = null;
    if (dict !== null) decref(dict);
  };
  t.tp_iter = (o) => suspend(enter(o), [o]);
  t.tp_iternext = (o) => suspend(nextLineG(o), [o]);
  t.tp_finalize = (o) => suspend(finalizeG(o), [o]);
  method(
    t,
    'seek',
    '($self, offset, whence=os.SEEK_SET, /)',
    refuse('seek'),
    'Change the stream position to the given byte offset.',
  );
  method(t, 'tell', '($self, /)', tell, 'Return current stream position.');
  method(t, 'truncate', '($self, size=None, /)', refuse('truncate'), 'Truncate file to size bytes.');
  method(t, 'flush', '($self, /)', iobase_flush, 'Flush write buffers, if applicable.');
  method(t, 'close', '($self, /)', baseCloseG, 'Flush and close the IO object.');
  method(t, 'seekable', '($self, /)', () => newBool(false), 'Return whether object supports random access.');
  method(t, 'readable', '($self, /)', () => newBool(false), 'Return whether object was opened for reading.');
  method(t, 'writable', '($self, /)', () => newBool(false), 'Return whether object was opened for writing.');
  method(t, '_checkClosed', '($self, /)', check_closed);
  method(t, '_checkSeekable', '($self, /)', (self: Obj) => suspend(checkSeekableG(self), [self]));
  method(t, '_checkReadable', '($self, /)', (self: Obj) => suspend(checkReadableG(self), [self]));
  method(t, '_checkWritable', '($self, /)', (self: Obj) => suspend(checkWritableG(self), [self]));
  method(t, 'fileno', '($self, /)', refuse('fileno'), 'Return underlying file descriptor if one exists.');
  method(t, 'isatty', '($self, /)', isatty, "Return whether this is an 'interactive' stream.");
  method(t, '__enter__', '($self, /)', enter);
  method(t, '__exit__', '($self, *args)', exit);
  method(t, 'readline', '($self, size=-1, /)', iobase_readline, 'Read and return a line from the stream.');
  method(t, 'readlines', '($self, hint=-1, /)', readlines, 'Return a list of lines from the stream.');
  method(t, 'writelines', '($self, lines, /)', writelines, 'Write a list of lines to stream.');
  getset(t, 'closed', closed_get);
  dictGetSet(t);
  typeReady(t);

  const raw = rawIOBaseType;
  raw.doc = 'Base class for raw binary I/O.';
  raw.base = t;
  raw.solid = objectType;
  raw.basicsize = 32;
  method(raw, 'read', '($self, size=-1, /)', raw_read);
  method(raw, 'readall', '($self, /)', raw_readall, 'Read until EOF, using multiple read() call.');
  method(raw, 'readinto', '($self, *args)', () => raiseBare(PyExc.NotImplementedError));
  method(raw, 'write', '($self, *args)', () => raiseBare(PyExc.NotImplementedError));
  typeReady(raw);

  const buffered = bufferedIOBaseType;
  buffered.doc = 'Base class for buffered IO objects.';
  buffered.base = t;
  buffered.solid = objectType;
  buffered.basicsize = 32;
  method(
    buffered,
    'detach',
    '($self, /)',
    refuse('detach'),
    'Disconnect this buffer from its underlying raw stream and return it.',
  );
  method(buffered, 'read', '($self, size=-1, /)', refuse('read'), 'Read and return up to n bytes.');
  method(
    buffered,
    'read1',
    '($self, size=-1, /)',
    refuse('read1'),
    'Read and return up to size bytes, with at most one read() call to the underlying raw stream.',
  );
  method(buffered, 'readinto', '($self, buffer, /)', readIntoBy('read'));
  method(buffered, 'readinto1', '($self, buffer, /)', readIntoBy('read1'));
  method(buffered, 'write', '($self, b, /)', refuse('write'), 'Write buffer b to the IO stream.');
  typeReady(buffered);

  const text = textIOBaseType;
  text.doc = 'Base class for text I/O.';
  text.base = t;
  text.solid = objectType;
  text.basicsize = 32;
  method(
    text,
    'detach',
    '($self, /)',
    refuse('detach'),
    'Separate the underlying buffer from the TextIOBase and return it.',
  );
  method(text, 'read', '($self, size=-1, /)', refuse('read'), 'Read at most size characters from stream.');
  method(text, 'readline', '($self, size=-1, /)', refuse('readline'), 'Read until newline or EOF.');
  method(text, 'write', '($self, s, /)', refuse('write'), 'Write string s to stream.');
  getset(text, 'encoding', () => none(), null, 'Encoding of the text stream.');
  getset(text, 'newlines', () => none(), null, 'Line endings translated so far.');
  getset(text, 'errors', () => none(), null, 'The error setting of the decoder or encoder.');
  typeReady(text);
}

/** `_finalizing`, which _IOBase sets before it closes a stream that goes. */
export interface Finalizing {
  finalizing: boolean;
}

/** A payload of an _io type whose `__dict__` is in `x`: what its slots have in common. */
export function ioType(name: string, base: PyType, size: number): PyType {
  const t = moduleOwnType(name, FLAGS);
  t.base = base;
  t.basicsize = size;
  t.hasDict = true;
  t.hasWeakrefs = true;
  return t;
}

/** `__reduce__` and `__reduce_ex__` that refuse. CPython 3.12: _PyIOBase_cannot_pickle */
export function addCannotPickle(t: PyType): void {
  const cannot = (self: Obj): null => typeError(`cannot pickle '${self.type.name}' instances`);
  method(t, '__reduce__', '($self, *args)', cannot);
  method(t, '__reduce_ex__', '($self, *args)', cannot);
}

/** The `_finalizing` attribute. */
export function addFinalizing(t: PyType): void {
  getset(
    t,
    '_finalizing',
    (o) => newBool((o as Obj<Finalizing>).v.finalizing),
    (o, value) => {
      (o as Obj<Finalizing>).v.finalizing = value === True;
      return none();
    },
  );
}

export { concat };
