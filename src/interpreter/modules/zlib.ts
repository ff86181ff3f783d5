// zlib: compressing and decompressing.
//
// The work is pako's, a translation of zlib whose output is zlib's to the byte; the blocks it is let run for are CPython's,
// since what level 0 stores depends on them.
//
// Answers to CPython 3.12: Modules/zlibmodule.c.

import {
  type Z_FlushMode,
  type Z_Strategy,
  ZStream,
  zlibDeflate,
  zlibDeflateEnd,
  zlibDeflateInit2,
  zlibDeflateSetDictionary,
  zlibInflate,
  zlibInflateEnd,
  zlibInflateInit2,
  zlibInflateSetDictionary,
} from 'pako';
import { decref, type Obj, type PyType, type Res, TPFLAGS, xdecref } from '../memory/object.ts';
import { type Gen, POLL, suspend } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { hasBuffer, requireBuffer } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytescore.ts';
import { member, method } from '../objects/descrobject.ts';
import { PyExc, raise, raiseWith, typeError } from '../objects/errors.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import {
  defineModule,
  type FunctionRow,
  type Module,
  moduleAdd,
  moduleGet,
  moduleOwnType,
  readyLater,
} from '../objects/moduleobject.ts';
import { genericGetAttr } from '../objects/object.ts';
import { ssizeArgG } from '../objects/searchargs.ts';
import { newStr } from '../objects/strcore.ts';
import { allocInstance, typeSignatures } from '../objects/typeobject.ts';
import { crc32Of } from './binascii.ts';
import { newExceptionClass } from './newexception.ts';

const OK = 0;
const STREAM_END = 1;
const NEED_DICT = 2;
const STREAM_ERROR = -2;
const DATA_ERROR = -3;
const BUF_ERROR = -5;
const NO_FLUSH = 0;
const SYNC_FLUSH = 2;
const FINISH = 4;
const MAX_WBITS = 15;
const DEF_BUF_SIZE = 16384;
const DEF_MEM_LEVEL = 8;

const now: { module: Module | null } = { module: null };

/** Raises zlib.error. CPython 3.12: zlib_error */
function zlibError(z: ZStream, code: number, doing: string): null {
  // pako names these in words of its own; zlib leaves them to CPython.
  let message = code === BUF_ERROR || code === STREAM_ERROR ? '' : z.msg;
  if (message === '') {
    if (code === BUF_ERROR) message = 'incomplete or truncated stream';
    else if (code === STREAM_ERROR) message = 'inconsistent stream state';
    else if (code === DATA_ERROR) message = 'invalid input data';
  }
  const text = newStr(`Error ${code} ${doing}${message === '' ? '' : `: ${message}`}`);
  return raiseWith((moduleGet(now.module!, 'error') as Obj<PyType>).v, text);
}

// --- output ----------------------------------------------------------------------------------------------

const KB = 1024;
const MB = 1024 * KB;
/** Sizes of the blocks output is written into. CPython 3.12: Include/internal/pycore_blocks_output_buffer.h */
const BLOCKS = [32 * KB, 64 * KB, 256 * KB, MB, 4 * MB, 8 * MB, 16 * MB, 16 * MB, 32 * MB];

/** Where a stream writes: a list of blocks, up to a length (-1: no bound). */
class Output {
  private readonly full: Uint8Array[] = [];
  private length = 0;
  private readonly most: number;
  private readonly first: number;
  constructor(most: number, first = 0) {
    this.most = most;
    this.first = first;
  }
  /** Gives the stream a block to write into; false: the bound is reached. */
  grow(z: ZStream): boolean {
    this.keep(z);
    if (this.most >= 0 && this.length >= this.most) return false;
    let size = BLOCKS[Math.min(this.full.length, BLOCKS.length - 1)]!;
    if (this.full.length === 0 && this.first > 0) size = Math.min(this.first, BLOCKS[BLOCKS.length - 1]!);
    if (this.most >= 0) size = Math.min(size, this.most - this.length);
    z.output = new Uint8Array(size);
    z.next_out = 0;
    z.avail_out = size;
    return true;
  }
  private keep(z: ZStream): void {
    if (z.next_out > 0) {
      this.full.push(z.output.subarray(0, z.next_out));
      this.length += z.next_out;
    }
    z.next_out = 0;
    z.avail_out = 0;
  }
  finish(z: ZStream): Uint8Array {
    this.keep(z);
    const out = new Uint8Array(this.length);
    let at = 0;
    for (const block of this.full) {
      out.set(block, at);
      at += block.length;
    }
    return out;
  }
}

function feed(z: ZStream, data: Uint8Array): void {
  z.input = data;
  z.next_in = 0;
  z.avail_in = data.length;
  z.next_out = 0;
  z.avail_out = 0;
}

/** Compresses what the stream was fed; answers the last code. Other threads have their turn between blocks. */
function* deflateG(z: ZStream, out: Output, flush: number): Gen<number> {
  let code: number;
  do {
    if (z.avail_out === 0) {
      if (z.next_out > 0) yield POLL;
      out.grow(z);
    }
    code = zlibDeflate(z, flush as Z_FlushMode);
    if (code === STREAM_ERROR) return code;
  } while (z.avail_out === 0);
  return code;
}

// --- arguments -------------------------------------------------------------------------------------------

/** A C int; null: an error is set. */
function* intG(o: Obj | undefined, otherwise: number): Gen<number | null> {
  if (o === undefined) return otherwise;
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = Number(i.v);
  decref(i);
  if (v > 0x7fffffff || v < -0x80000000) {
    return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
  }
  return v;
}

// --- functions -------------------------------------------------------------------------------------------

function* compress(_m: Obj, o: Obj, levelArg: Obj | undefined, wbitsArg: Obj | undefined): Gen {
  const data = requireBuffer(o);
  const level = data === null ? null : yield* intG(levelArg, -1);
  const wbits = level === null ? null : yield* intG(wbitsArg, MAX_WBITS);
  if (data === null || level === null || wbits === null) return null;
  const z = new ZStream();
  const code = zlibDeflateInit2(z, level, 8, wbits, DEF_MEM_LEVEL, 0, true);
  if (code === STREAM_ERROR) {
    return raiseWith((moduleGet(now.module!, 'error') as Obj<PyType>).v, newStr('Bad compression level'));
  }
  if (code !== OK) return zlibError(z, code, 'while compressing data');
  feed(z, data);
  const out = new Output(-1);
  const last = yield* deflateG(z, out, FINISH);
  if (last === STREAM_ERROR) return zlibError(z, last, 'while compressing data');
  const end = zlibDeflateEnd(z);
  return end === OK ? newBytes(out.finish(z)) : zlibError(z, end, 'while finishing compression');
}

function* decompress(_m: Obj, o: Obj, wbitsArg: Obj | undefined, sizeArg: Obj | undefined): Gen {
  const data = requireBuffer(o);
  const wbits = data === null ? null : yield* intG(wbitsArg, MAX_WBITS);
  const size = wbits === null ? null : sizeArg === undefined ? DEF_BUF_SIZE : yield* ssizeArgG(sizeArg);
  if (data === null || wbits === null || size === null) return null;
  if (size < 0) return raise(PyExc.ValueError, 'bufsize must be non-negative');
  const z = new ZStream();
  const code = zlibInflateInit2(z, wbits);
  if (code !== OK) return zlibError(z, code, 'while preparing to decompress data');
  feed(z, data);
  const out = new Output(-1, Math.max(1, size));
  let last: number;
  do {
    if (z.avail_out === 0) {
      if (z.next_out > 0) yield POLL;
      out.grow(z);
    }
    last = zlibInflate(z, FINISH);
    if (last !== OK && last !== BUF_ERROR && last !== STREAM_END) {
      return zlibError(z, last, 'while decompressing data');
    }
  } while (z.avail_out === 0);
  if (last !== STREAM_END) return zlibError(z, last, 'while decompressing data');
  const end = zlibInflateEnd(z);
  return end === OK ? newBytes(out.finish(z)) : zlibError(z, end, 'while finishing decompression');
}

function adler32Of(bytes: Uint8Array, start: number): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (let i = 0; i < bytes.length; ) {
    // As many as cannot overflow 32 bits.
    const end = Math.min(i + 5552, bytes.length);
    for (; i < end; i++) {
      a += bytes[i]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

const checksum = (f: (bytes: Uint8Array, start: number) => number, first: number) =>
  function* (_m: Obj, o: Obj, start: Obj | undefined): Gen {
    const data = requireBuffer(o);
    if (data === null) return null;
    if (start === undefined) return newInt(f(data, first));
    const i = yield* indexG(start);
    if (i === null) return null;
    const from = Number(BigInt.asUintN(32, BigInt(i.v)));
    decref(i);
    return newInt(f(data, from));
  };

// --- streams as objects ----------------------------------------------------------------------------------

interface StreamV {
  z: ZStream;
  alive: boolean;
  eof: boolean;
  unused: Uint8Array;
  tail: Uint8Array;
  /** The dictionary a decompressor was given (owned). */
  zdict: Obj | null;
  /** _ZlibDecompressor: input not yet used. */
  pending: Uint8Array;
  needsInput: boolean;
}
const V = (o: Obj): StreamV => (o as Obj<StreamV>).v;

const EMPTY = new Uint8Array(0);
const newStream = (): StreamV => ({
  z: new ZStream(),
  alive: true,
  eof: false,
  unused: EMPTY,
  tail: EMPTY,
  zdict: null,
  pending: EMPTY,
  needsInput: true,
});

/** A stream and all it refers to, once more; what is shared in it stays shared. CPython 3.12: deflateCopy, inflateCopy */
function cloned<T>(value: T, seen: Map<object, object> = new Map()): T {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known as T;
  if (ArrayBuffer.isView(value)) {
    const copy = (value as unknown as Uint8Array).slice();
    seen.set(value, copy);
    return copy as T;
  }
  const copy = Object.create(Object.getPrototypeOf(value)) as { [key: string]: unknown };
  seen.set(value, copy);
  for (const [key, v] of Object.entries(value)) copy[key] = cloned(v, seen);
  return copy as T;
}

function newType(name: string, flags: number): PyType {
  const t = moduleOwnType(name, flags);
  t.tp_getattro = genericGetAttr;
  t.tp_traverse = (o, visit) => {
    const { zdict } = V(o);
    if (zdict !== null) visit(zdict);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const { zdict } = V(o);
    V(o).zdict = null;
    xdecref(zdict);
  };
  return t;
}
const compressType = newType('zlib.Compress', TPFLAGS.DISALLOW_INSTANTIATION);
const decompressType = newType('zlib.Decompress', TPFLAGS.DISALLOW_INSTANTIATION | TPFLAGS.HAVE_GC);
const decompressorType = newType('zlib._ZlibDecompressor', TPFLAGS.HAVE_GC);

function copyOf(o: Obj): Res {
  const s = V(o);
  if (!s.alive) return raise(PyExc.ValueError, 'Inconsistent stream state');
  if (s.zdict !== null) s.zdict.rc++;
  return allocInstance<StreamV>(o.type, { ...s, z: cloned(s.z) });
}
for (const [t, doc] of [
  [compressType, 'Return a copy of the compression object.'],
  [decompressType, 'Return a copy of the decompression object.'],
] as const) {
  method(t, 'copy', '($self, /)', copyOf, doc);
  method(t, '__copy__', '($self, /)', copyOf);
  method(t, '__deepcopy__', '($self, memo, /)', copyOf);
}

function* compressobj(_m: Obj, ...args: (Obj | undefined)[]): Gen {
  const numbers: number[] = [];
  for (const [i, otherwise] of [-1, 8, MAX_WBITS, DEF_MEM_LEVEL, 0].entries()) {
    const n = yield* intG(args[i], otherwise);
    if (n === null) return null;
    numbers.push(n);
  }
  const zdict = args[5] === undefined ? undefined : requireBuffer(args[5]);
  if (zdict === null) return null;
  const [level, how, wbits, memLevel, strategy] = numbers as [number, number, number, number, number];
  const s = newStream();
  const code = zlibDeflateInit2(s.z, level, how, wbits, memLevel, strategy as Z_Strategy, true);
  if (code === STREAM_ERROR) return raise(PyExc.ValueError, 'Invalid initialization option');
  if (code !== OK) return zlibError(s.z, code, 'while creating compression object');
  if (zdict !== undefined && zlibDeflateSetDictionary(s.z, zdict.slice()) !== OK) {
    return raise(PyExc.ValueError, 'Invalid dictionary');
  }
  return allocInstance(compressType, s);
}

function* compressMore(o: Obj, data: Obj): Gen {
  const bytes = requireBuffer(data);
  if (bytes === null) return null;
  const { z, alive } = V(o);
  const out = new Output(-1);
  feed(z, bytes.slice());
  const code = alive ? yield* deflateG(z, out, NO_FLUSH) : STREAM_ERROR;
  if (code === STREAM_ERROR) return zlibError(z, code, 'while compressing data');
  return newBytes(out.finish(z));
}

function* flushCompress(o: Obj, modeArg: Obj | undefined): Gen {
  const mode = yield* intG(modeArg, FINISH);
  if (mode === null) return null;
  if (mode === NO_FLUSH) return newBytes(new Uint8Array(0));
  const s = V(o);
  const { z } = s;
  const out = new Output(-1);
  feed(z, EMPTY);
  const code = s.alive ? yield* deflateG(z, out, mode) : STREAM_ERROR;
  if (code === STREAM_ERROR) return zlibError(z, code, 'while flushing');
  if (code === STREAM_END && mode === FINISH) {
    s.alive = false;
    const end = zlibDeflateEnd(z);
    if (end !== OK) return zlibError(z, end, 'while finishing compression');
  } else if (code !== OK && code !== BUF_ERROR) return zlibError(z, code, 'while flushing');
  return newBytes(out.finish(z));
}

/** CPython 3.12: set_inflate_zdict */
function giveDictionary(s: StreamV): boolean {
  const bytes = requireBuffer(s.zdict!);
  if (bytes === null) return false;
  const code = zlibInflateSetDictionary(s.z, bytes.slice());
  if (code === OK) return true;
  zlibError(s.z, code, 'while setting zdict');
  return false;
}

/** A decompressing stream; null: an error is set. */
function newInflate(wbits: number, zdict: Obj | undefined): StreamV | null {
  const s = newStream();
  const code = zlibInflateInit2(s.z, wbits);
  if (code === STREAM_ERROR) return raise(PyExc.ValueError, 'Invalid initialization option');
  if (code !== OK) return zlibError(s.z, code, 'while creating decompression object');
  if (zdict !== undefined) {
    zdict.rc++;
    s.zdict = zdict;
    if (wbits < 0 && !giveDictionary(s)) {
      decref(zdict);
      return null;
    }
  }
  return s;
}

function* decompressobj(_m: Obj, wbitsArg: Obj | undefined, zdict: Obj | undefined): Gen {
  const wbits = yield* intG(wbitsArg, MAX_WBITS);
  if (wbits === null) return null;
  if (zdict !== undefined && !hasBuffer(zdict)) {
    return typeError('zdict argument must support the buffer protocol');
  }
  const s = newInflate(wbits, zdict);
  return s === null ? null : allocInstance(decompressType, s);
}

/** CPython 3.12: save_unconsumed_input */
function saveInput(s: StreamV, code: number): void {
  const rest = s.z.input.slice(s.z.next_in);
  if (code === STREAM_END && s.z.avail_in > 0) {
    const unused = new Uint8Array(s.unused.length + rest.length);
    unused.set(s.unused);
    unused.set(rest, s.unused.length);
    s.unused = unused;
    s.z.avail_in = 0;
  }
  if (s.z.avail_in > 0 || s.tail.length > 0) s.tail = rest;
}

/** Decompresses until the input or the room is used up; the last code, or null with an error. */
function* inflateG(s: StreamV, out: Output, flush: number, dictionary: boolean): Gen<number | null> {
  const { z } = s;
  let code = OK;
  do {
    if (z.avail_out === 0) {
      if (z.next_out > 0) yield POLL;
      if (!out.grow(z)) break;
    }
    code = s.alive ? zlibInflate(z, flush as Z_FlushMode) : STREAM_ERROR;
    if (code !== OK && code !== BUF_ERROR && code !== STREAM_END) {
      if (code !== NEED_DICT || !dictionary || s.zdict === null) break;
      if (!giveDictionary(s)) return null;
    }
  } while (z.avail_out === 0 || code === NEED_DICT);
  return code;
}

function* decompressMore(o: Obj, data: Obj, most: Obj | undefined): Gen {
  const bytes = requireBuffer(data);
  const n = bytes === null ? null : most === undefined ? 0 : yield* ssizeArgG(most);
  if (bytes === null || n === null) return null;
  if (n < 0) return raise(PyExc.ValueError, 'max_length must be non-negative');
  const s = V(o);
  const out = new Output(n === 0 ? -1 : n);
  feed(s.z, bytes.slice());
  const code = yield* inflateG(s, out, SYNC_FLUSH, true);
  if (code === null) return null;
  saveInput(s, code);
  if (code === STREAM_END) s.eof = true;
  else if (code !== OK && code !== BUF_ERROR) return zlibError(s.z, code, 'while decompressing data');
  return newBytes(out.finish(s.z));
}

function* flushDecompress(o: Obj, length: Obj | undefined): Gen {
  const n = length === undefined ? DEF_BUF_SIZE : yield* ssizeArgG(length);
  if (n === null) return null;
  if (n <= 0) return raise(PyExc.ValueError, 'length must be greater than zero');
  const s = V(o);
  const out = new Output(-1, n);
  feed(s.z, s.tail);
  const code = yield* inflateG(s, out, FINISH, false);
  if (code === null) return null;
  saveInput(s, code);
  if (code === STREAM_END) {
    s.eof = true;
    s.alive = false;
    const end = zlibInflateEnd(s.z);
    if (end !== OK) return zlibError(s.z, end, 'while finishing decompression');
  }
  return newBytes(out.finish(s.z));
}

method(
  compressType,
  'compress',
  '($self, data, /)',
  compressMore,
  'Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n\nAfter calling this function, some of the input data may still\nbe stored in internal buffers for later processing.\nCall the flush() method to clear these buffers.',
);
method(
  compressType,
  'flush',
  '($self, mode=zlib.Z_FINISH, /)',
  flushCompress,
  'Return a bytes object containing any remaining compressed data.\n\n  mode\n    One of the constants Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH.\n    If mode == Z_FINISH, the compressor object can no longer be\n    used after calling the flush() method.  Otherwise, more data\n    can still be compressed.',
);
readyLater(compressType);

method(
  decompressType,
  'decompress',
  '($self, data, /, max_length=0)',
  decompressMore,
  'Return a bytes object containing the decompressed version of the data.\n\n  data\n    The binary data to decompress.\n  max_length\n    The maximum allowable length of the decompressed data.\n    Unconsumed input data will be stored in\n    the unconsumed_tail attribute.\n\nAfter calling this function, some of the input data may still be stored in\ninternal buffers for later processing.\nCall the flush() method to clear these buffers.',
);
method(
  decompressType,
  'flush',
  '($self, length=zlib.DEF_BUF_SIZE, /)',
  flushDecompress,
  'Return a bytes object containing any remaining decompressed data.\n\n  length\n    the initial size of the output buffer.',
);
member(decompressType, 'unused_data', (o) => newBytes(V(o).unused.slice()));
member(decompressType, 'unconsumed_tail', (o) => newBytes(V(o).tail.slice()));
member(decompressType, 'eof', (o) => newBool(V(o).eof));
readyLater(decompressType);

// --- _ZlibDecompressor -----------------------------------------------------------------------------------

const decompressorDef = new NativeDef('_ZlibDecompressor', "(wbits=15, zdict=b'')", () => null, null, null);

function* newDecompressorG(cls: PyType, wbitsArg: Obj | undefined, zdict: Obj | undefined): Gen {
  const wbits = yield* intG(wbitsArg, MAX_WBITS);
  if (wbits === null) return null;
  const s = newInflate(wbits, zdict);
  return s === null ? null : allocInstance(cls, s);
}

/** CPython 3.12: decompress, decompress_buf */
function* decompressNext(o: Obj, data: Obj, most: Obj | undefined): Gen {
  const bytes = requireBuffer(data);
  const n = bytes === null ? null : most === undefined ? -1 : yield* ssizeArgG(most);
  if (bytes === null || n === null) return null;
  const s = V(o);
  if (s.eof) return raise(PyExc.EOFError, 'End of stream already reached');
  let input = bytes.slice();
  if (s.pending.length > 0) {
    const joined = new Uint8Array(s.pending.length + input.length);
    joined.set(s.pending);
    joined.set(input, s.pending.length);
    input = joined;
  }
  const out = new Output(n);
  feed(s.z, input);
  const code = yield* inflateG(s, out, SYNC_FLUSH, true);
  if (code === null) return null;
  if (code !== OK && code !== BUF_ERROR && code !== STREAM_END) {
    s.pending = EMPTY;
    return zlibError(s.z, code, 'while decompressing data');
  }
  const result = out.finish(s.z);
  const rest = s.z.input.slice(s.z.next_in);
  if (code === STREAM_END) {
    s.eof = true;
    s.alive = false;
    s.needsInput = false;
    s.unused = rest;
    s.pending = EMPTY;
  } else {
    s.pending = rest;
    s.needsInput = rest.length === 0;
  }
  return newBytes(result);
}

decompressorType.doc =
  'Create a decompressor object for decompressing data incrementally.\n\n  wbits = 15\n  zdict\n     The predefined compression dictionary. This is a sequence of bytes\n     (such as a bytes object) containing subsequences that are expected\n     to occur frequently in the data that is to be compressed. Those\n     subsequences that are expected to be most common should come at the\n     end of the dictionary. This must be the same dictionary as used by the\n     compressor that produced the input data.\n\n';
typeSignatures.set(decompressorType, decompressorDef.sig);
decompressorType.tp_new = (cls, args, kwnames) => {
  const bound = bindArguments(decompressorDef, args, kwnames) as (Obj | undefined)[] | null;
  return bound === null ? null : suspend(newDecompressorG(cls.v, bound[0], bound[1]), args);
};
method(
  decompressorType,
  'decompress',
  '($self, /, data, max_length=-1)',
  decompressNext,
  "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, returns at most *max_length* bytes of\ndecompressed data. If this limit is reached and further output can be\nproduced, *self.needs_input* will be set to ``False``. In this case, the next\ncall to *decompress()* may provide *data* as b'' to obtain more of the output.\n\nIf all of the input data was decompressed and returned (either because this\nwas less than *max_length* bytes, or because *max_length* was negative),\n*self.needs_input* will be set to True.\n\nAttempting to decompress data after the end of stream is reached raises an\nEOFError.  Any data found after the end of the stream is ignored and saved in\nthe unused_data attribute.",
);
member(
  decompressorType,
  'eof',
  (o) => newBool(V(o).eof),
  null,
  'True if the end-of-stream marker has been reached.',
);
member(
  decompressorType,
  'unused_data',
  (o) => newBytes(V(o).unused.slice()),
  null,
  'Data found after the end of the compressed stream.',
);
member(
  decompressorType,
  'needs_input',
  (o) => newBool(V(o).needsInput),
  null,
  'True if more input is needed before more decompressed data can be produced.',
);
readyLater(decompressorType);

// --- the module ------------------------------------------------------------------------------------------

const functions: FunctionRow[] = [
  [
    'adler32',
    '(data, value=1, /)',
    checksum(adler32Of, 1),
    'Compute an Adler-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is an integer.',
  ],
  [
    'compress',
    '(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)',
    compress,
    'Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n  level\n    Compression level, in 0-9 or -1.\n  wbits\n    The window buffer size and container format.',
  ],
  [
    'compressobj',
    '(level=Z_DEFAULT_COMPRESSION, method=DEFLATED,\n            wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,\n            strategy=Z_DEFAULT_STRATEGY, zdict=None)',
    compressobj,
    'Return a compressor object.\n\n  level\n    The compression level (an integer in the range 0-9 or -1; default is\n    currently equivalent to 6).  Higher compression levels are slower,\n    but produce smaller results.\n  method\n    The compression algorithm.  If given, this must be DEFLATED.\n  wbits\n    +9 to +15: The base-two logarithm of the window size.  Include a zlib\n        container.\n    -9 to -15: Generate a raw stream.\n    +25 to +31: Include a gzip container.\n  memLevel\n    Controls the amount of memory used for internal compression state.\n    Valid values range from 1 to 9.  Higher values result in higher memory\n    usage, faster compression, and smaller output.\n  strategy\n    Used to tune the compression algorithm.  Possible values are\n    Z_DEFAULT_STRATEGY, Z_FILTERED, and Z_HUFFMAN_ONLY.\n  zdict\n    The predefined compression dictionary - a sequence of bytes\n    containing subsequences that are likely to occur in the input data.',
  ],
  [
    'crc32',
    '(data, value=0, /)',
    checksum(crc32Of, 0),
    'Compute a CRC-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is an integer.',
  ],
  [
    'decompress',
    '(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)',
    decompress,
    'Returns a bytes object containing the uncompressed data.\n\n  data\n    Compressed data.\n  wbits\n    The window buffer size and container format.\n  bufsize\n    The initial output buffer size.',
  ],
  [
    'decompressobj',
    "(wbits=MAX_WBITS, zdict=b'')",
    decompressobj,
    'Return a decompressor object.\n\n  wbits\n    The window buffer size and container format.\n  zdict\n    The predefined compression dictionary.  This must be the same\n    dictionary as used by the compressor that produced the input data.',
  ],
];

const CONSTANTS = {
  MAX_WBITS,
  DEFLATED: 8,
  DEF_MEM_LEVEL,
  DEF_BUF_SIZE,
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_DEFAULT_STRATEGY: 0,
  Z_NO_FLUSH: NO_FLUSH,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH: SYNC_FLUSH,
  Z_FULL_FLUSH: 3,
  Z_FINISH: FINISH,
  Z_BLOCK: 5,
  Z_TREES: 6,
};
const values: { [name: string]: () => Obj } = {
  ZLIB_VERSION: () => newStr('1.2.13'),
  ZLIB_RUNTIME_VERSION: () => newStr('1.2.13'),
  __version__: () => newStr('1.0'),
};
for (const [name, n] of Object.entries(CONSTANTS)) values[name] = () => newInt(n);

export const zlibModule = defineModule(
  'zlib',
  "The functions in this module allow compression and decompression using the\nzlib library, which is based on GNU zip.\n\nadler32(string[, start]) -- Compute an Adler-32 checksum.\ncompress(data[, level]) -- Compress data, with compression level 0-9 or -1.\ncompressobj([level[, ...]]) -- Return a compressor object.\ncrc32(string[, start]) -- Compute a CRC-32 checksum.\ndecompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.\ndecompressobj([wbits[, zdict]]) -- Return a decompressor object.\n\n'wbits' is window buffer size and container format.\nCompressor objects support compress() and flush() methods; decompressor\nobjects support decompress() and flush().",
  {
    functions,
    types: { _ZlibDecompressor: decompressorType },
    values,
    init: (m) => {
      now.module = m;
      moduleAdd(m, 'error', newExceptionClass('zlib.error', PyExc.Exception));
    },
  },
);
