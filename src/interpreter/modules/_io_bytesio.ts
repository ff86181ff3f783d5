// BytesIO: a stream of bytes in memory.
//
// Answers to CPython 3.12: Modules/_io/bytesio.c.

import { decref, Obj, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { getIter, nextG } from '../objects/abstract.ts';
import { offerBuffer } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytescore.ts';
import { getset, method } from '../objects/descrobject.ts';
import { type DictObj, isDict } from '../objects/dictcore.ts';
import { dictCopy, dictUpdateG } from '../objects/dictobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { dictGetSet } from '../objects/funcobject.ts';
import { type Int, isInt, newBool, newInt } from '../objects/longcore.ts';
import { newMemoryView } from '../objects/memoryobject.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { ensureDict } from '../objects/object.ts';
import { isTuple, newList, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { allocInstance, typeReady } from '../objects/typeobject.ts';
import { bufferedIOBaseType, ioType } from './_io_base.ts';
import { closedError, integerG, readableBytes, sizeG, writableBytes } from './_io_util.ts';

export interface BytesIOV {
  data: Uint8Array;
  /** How many bytes count; -1: closed. */
  size: number;
  pos: number;
  /** Views that getbuffer() gave out and that are still in use. */
  exports: number;
}
export const bytesIOType = ioType('_io.BytesIO', bufferedIOBaseType, 72);
const bufferType: PyType = new PyType('_io._BytesIOBuffer', TPFLAGS.HAVE_GC, typeType);

const B = (o: Obj): BytesIOV => (o as Obj<BytesIOV>).v;

/** The open stream, or null with ValueError. */
function open(o: Obj): BytesIOV | null {
  const b = B(o);
  return b.size < 0 ? closedError() : b;
}

function resizable(b: BytesIOV): boolean {
  if (b.exports === 0) return true;
  raise(PyExc.BufferError, 'Existing exports of data: object cannot be re-sized');
  return false;
}

/** Bytes from the position on, at most n (negative: all); moves on. */
function take(b: BytesIOV, n: number): Uint8Array {
  const left = Math.max(0, b.size - b.pos);
  const count = n < 0 || n > left ? left : n;
  const bytes = b.data.slice(b.pos, b.pos + count);
  b.pos += count;
  return bytes;
}

/** Length of the line at the position. */
function lineLength(b: BytesIOV, limit: number): number {
  const left = Math.max(0, b.size - b.pos);
  const most = limit < 0 || limit > left ? left : limit;
  const at = b.data.subarray(b.pos, b.pos + most).indexOf(10);
  return at < 0 ? most : at + 1;
}

/** Writes at the position; the number of bytes, or null. */
function put(b: BytesIOV, bytes: Uint8Array): number | null {
  if (!resizable(b)) return null;
  if (bytes.length === 0) return 0;
  const end = b.pos + bytes.length;
  if (end > b.data.length) {
    const grown = new Uint8Array(Math.max(end, b.data.length + (b.data.length >> 3) + 64));
    grown.set(b.data.subarray(0, b.size));
    b.data = grown;
  }
  if (b.pos > b.size) b.data.fill(0, b.size, b.pos);
  b.data.set(bytes, b.pos);
  b.pos = end;
  if (end > b.size) b.size = end;
  return bytes.length;
}

function write(self: Obj, o: Obj): Res {
  const b = open(self);
  if (b === null) return null;
  if (!resizable(b)) return null;
  const bytes = readableBytes(o);
  const n = bytes === null ? null : put(b, bytes);
  return n === null ? null : newInt(n);
}

function* writelines(self: Obj, lines: Obj): Gen {
  if (open(self) === null) return null;
  let it = getIter(lines);
  if (it === null) it = yield* settle();
  if (it === null) return null;
  for (;;) {
    const item = yield* nextG(it);
    if (item === undefined) break;
    const r = item === null ? null : write(self, item);
    if (item !== null) decref(item);
    if (r === null) {
      decref(it);
      return null;
    }
    decref(r);
  }
  decref(it);
  return none();
}

function* read(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = yield* sizeG(sizeArg);
  const b = n === null ? null : open(self);
  return b === null ? null : newBytes(take(b, n!));
}

function* readline(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = yield* sizeG(sizeArg);
  const b = n === null ? null : open(self);
  return b === null ? null : newBytes(take(b, lineLength(b, n!)));
}

function* readlines(self: Obj, sizeArg: Obj | undefined): Gen {
  const given = sizeArg ?? None;
  const b = open(self);
  if (b === null) return null;
  if (given !== None && !isInt(given))
    return typeError(`integer argument expected, got '${given.type.name}'`);
  const most = given === None ? -1 : Number((given as Int).v);
  const lines: Obj[] = [];
  let size = 0;
  for (;;) {
    const n = lineLength(b, -1);
    if (n === 0) break;
    lines.push(newBytes(take(b, n)));
    size += n;
    if (most > 0 && size >= most) break;
  }
  return newList(lines);
}

function readinto(self: Obj, buffer: Obj): Res {
  const into = writableBytes(buffer, 'readinto');
  if (into === null) return null;
  const b = open(self);
  if (b === null) return null;
  const bytes = take(b, into.length);
  into.set(bytes);
  return newInt(bytes.length);
}

function* seek(self: Obj, posArg: Obj, whenceArg: Obj | undefined): Gen {
  let pos = yield* integerG(posArg);
  const whence = pos === null ? null : whenceArg === undefined ? 0 : yield* integerG(whenceArg);
  if (pos === null || whence === null) return null;
  const b = open(self);
  if (b === null) return null;
  if (pos < 0 && whence === 0) return raise(PyExc.ValueError, `negative seek value ${pos}`);
  if (whence === 1) pos += b.pos;
  else if (whence === 2) pos += b.size;
  else if (whence !== 0) return raise(PyExc.ValueError, `invalid whence (${whence}, should be 0, 1 or 2)`);
  b.pos = Math.max(0, pos);
  return newInt(b.pos);
}

function* truncate(self: Obj, sizeArg: Obj | undefined): Gen {
  const given = sizeArg ?? None;
  const b = open(self);
  if (b === null) return null;
  const size = given === None ? b.pos : yield* sizeG(given);
  if (size === null) return null;
  if (!resizable(b)) return null;
  if (size < 0) return raise(PyExc.ValueError, `negative size value ${size}`);
  if (size < b.size) {
    b.size = size;
    b.data = b.data.slice(0, size);
  }
  return newInt(size);
}

function getvalue(self: Obj): Res {
  const b = open(self);
  return b === null ? null : newBytes(b.data.slice(0, b.size));
}

function getbuffer(self: Obj): Res {
  if (open(self) === null) return null;
  self.rc++;
  const buffer = new Obj<Obj>(bufferType, self);
  const view = newMemoryView(buffer);
  decref(buffer);
  return view;
}

function close(self: Obj): Res {
  const b = B(self);
  if (!resizable(b)) return null;
  b.data = new Uint8Array(0);
  b.size = -1;
  return none();
}

const initDef = new NativeDef('BytesIO', "(initial_bytes=b'')", () => null, null, null);

function init(self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(initDef, args, kwnames);
  if (bound === null) return null;
  const initial = bound[0] as Obj | undefined;
  const b = B(self);
  if (!resizable(b)) return null;
  b.data = new Uint8Array(0);
  b.size = 0;
  b.pos = 0;
  if (initial === undefined || initial === None) return none();
  const bytes = readableBytes(initial);
  if (bytes === null) return null;
  b.data = bytes.slice();
  b.size = bytes.length;
  return none();
}

function getstate(self: Obj): Res {
  const value = getvalue(self);
  if (value === null) return null;
  const dict = self.x as DictObj | null;
  return newTuple([value, newInt(B(self).pos), dict === null ? none() : dictCopy(dict)]);
}

function* setstate(self: Obj, state: Obj): Gen {
  const items = isTuple(state) ? (state as Tuple).v : null;
  if (items === null || items.length < 3) {
    return typeError(`${self.type.name}.__setstate__ argument should be 3-tuple, got ${state.type.name}`);
  }
  const b = B(self);
  if (!resizable(b)) return null;
  b.size = 0;
  b.pos = 0;
  const r = write(self, items[0]!);
  if (r === null) return null;
  decref(r);
  const [, pos, dict] = items as [Obj, Obj, Obj];
  if (!isInt(pos)) return typeError(`second item of state must be an integer, not ${pos.type.name}`);
  if (Number(pos.v) < 0) return raise(PyExc.ValueError, 'position value cannot be negative');
  b.pos = Number(pos.v);
  if (dict !== None) {
    if (!isDict(dict)) return typeError(`third item of state should be a dict, got a ${dict.type.name}`);
    if (!(yield* dictUpdateG(ensureDict(self), dict))) return null;
  }
  return none();
}

const yes = (self: Obj): Res => (open(self) === null ? null : newBool(true));

export function initBytesIO(): void {
  const t = bytesIOType;
  t.doc = 'Buffered I/O implementation using an in-memory bytes buffer.';
  t.tp_new = (cls) =>
    allocInstance<BytesIOV>(cls.v, { data: new Uint8Array(0), size: 0, pos: 0, exports: 0 });
  t.tp_init = init;
  t.tp_iter = (o) => {
    if (open(o) === null) return null;
    o.rc++;
    return o;
  };
  t.tp_iternext = (o) => {
    const b = open(o);
    if (b === null) return null;
    const n = lineLength(b, -1);
    return n === 0 ? null : newBytes(take(b, n));
  };
  // Nothing is lost when it goes without being closed.
  t.tp_finalize = null;
  method(t, 'readable', '($self, /)', yes, 'Returns True if the IO object can be read.');
  method(t, 'seekable', '($self, /)', yes, 'Returns True if the IO object can be seeked.');
  method(t, 'writable', '($self, /)', yes, 'Returns True if the IO object can be written.');
  method(t, 'close', '($self, /)', close, 'Disable all I/O operations.');
  method(t, 'flush', '($self, /)', (self: Obj) => (open(self) === null ? null : none()), 'Does nothing.');
  method(
    t,
    'isatty',
    '($self, /)',
    (self: Obj) => (open(self) === null ? null : newBool(false)),
    'Always returns False.',
  );
  method(
    t,
    'tell',
    '($self, /)',
    (self: Obj) => (open(self) === null ? null : newInt(B(self).pos)),
    'Current file position, an integer.',
  );
  method(t, 'write', '($self, b, /)', write, 'Write bytes to file.');
  method(t, 'writelines', '($self, lines, /)', writelines, 'Write lines to the file.');
  method(t, 'read1', '($self, size=-1, /)', read, 'Read at most size bytes, returned as a bytes object.');
  method(t, 'readinto', '($self, buffer, /)', readinto, 'Read bytes into buffer.');
  method(t, 'readline', '($self, size=-1, /)', readline, 'Next line from the file, as a bytes object.');
  method(
    t,
    'readlines',
    '($self, size=None, /)',
    readlines,
    'List of bytes objects, each a line from the file.',
  );
  method(t, 'read', '($self, size=-1, /)', read, 'Read at most size bytes, returned as a bytes object.');
  method(
    t,
    'getbuffer',
    '($self, /)',
    getbuffer,
    'Get a read-write view over the contents of the BytesIO object.',
  );
  method(t, 'getvalue', '($self, /)', getvalue, 'Retrieve the entire contents of the BytesIO object.');
  method(t, 'seek', '($self, pos, whence=0, /)', seek, 'Change stream position.');
  method(t, 'truncate', '($self, size=None, /)', truncate, 'Truncate the file to at most size bytes.');
  method(t, '__getstate__', '($self, /)', getstate);
  method(t, '__setstate__', '($self, state, /)', setstate);
  getset(t, 'closed', (o) => newBool(B(o).size < 0), null, 'True if the file is closed.');
  dictGetSet(t);
  typeReady(t);
  t.tp_finalize = null;

  const owner = (o: Obj): BytesIOV => B((o as Obj<Obj>).v);
  bufferType.tp_traverse = (o, visit) => visit((o as Obj<Obj>).v);
  bufferType.tp_dealloc = (o) => xdecref((o as Obj<Obj>).v);
  typeReady(bufferType);
  offerBuffer(bufferType, {
    bytes: (o) => owner(o).data.subarray(0, owner(o).size),
    readonly: () => false,
    export: (o) => {
      owner(o).exports++;
    },
    release: (o) => {
      owner(o).exports--;
    },
  });
}
