// The type TextIOWrapper: how one is made, and its methods over _io_textio.ts.
//
// Answers to CPython 3.12: Modules/_io/textio.c.

import { decref, type Obj, type Res, xdecref } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { getset, member, method } from '../objects/descrobject.ts';
import { setStr } from '../objects/dictcore.ts';
import { clear, fetch, matches, PyExc, raise, typeError } from '../objects/errors.ts';
import { dictGetSet } from '../objects/funcobject.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { ensureDict, lookupAttrG, reprEnter, reprG, reprLeave, truthG } from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { codePoints, id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { reprText } from '../objects/strrepr.ts';
import { allocInstance, typeReady } from '../objects/typeobject.ts';
import { addCannotPickle, addFinalizing, ioType, rawIOBaseType, textIOBaseType } from './_io_base.ts';
import type { Buffered, BufferedV } from './_io_buffered.ts';
import { bufferedReaderType } from './_io_bufferedtypes.ts';
import {
  dropCodec,
  lookupTextCodecG,
  makeDecoderG,
  makeEncoderG,
  standardDecoder,
  standardEncoder,
  type TextCodec,
} from './_io_codec.ts';
import { type FileIO, fileIOType } from './_io_fileio.ts';
import {
  attached,
  checkOpenG,
  plainBuffer,
  setDecoded,
  T,
  type Text,
  TextV,
  textLineG,
  textReadG,
  textSeekG,
  textTellG,
  textWriteG,
  writeFlushG,
  writeQuick,
} from './_io_textio.ts';
import { attrG, callMethodG, chainExceptions, closedG, integerG, sizeG, unsupported } from './_io_util.ts';

export const textIOWrapperType = ioType('_io.TextIOWrapper', textIOBaseType, 208);

/** What open() uses when no encoding is given. CPython 3.12: _Py_GetLocaleEncodingObject */
export const LOCALE_ENCODING = 'UTF-8';

// --- making ------------------------------------------------------------------------------------------

const initDef = new NativeDef(
  'TextIOWrapper',
  '(buffer, encoding=None, errors=None, newline=None, line_buffering=False,\n              write_through=False)',
  () => null,
  null,
  null,
);

/** A str argument or null for None; undefined: TypeError is set. */
function textOrNone(o: Obj | undefined, what: string): string | null | undefined {
  if (o === undefined || o === None) return null;
  if (isStr(o)) return o.v;
  typeError(`TextIOWrapper() argument '${what}' must be str or None, not ${o.type.name}`);
  return undefined;
}

function validNewline(newline: string | null): boolean {
  if (newline === null || ['', '\n', '\r', '\r\n'].includes(newline)) return true;
  raise(PyExc.ValueError, `illegal newline value: ${newline}`);
  return false;
}

/** CPython 3.12: Modules/_io/textio.c set_newline */
function setNewline(t: TextV, newline: string | null): void {
  t.readnl = newline;
  t.readuniversal = newline === null || newline === '';
  t.readtranslate = newline === null;
  t.writetranslate = newline !== '';
  t.writenl = !t.readuniversal && newline !== '\n' ? newline : null;
}

function* boolG(o: Obj | undefined, otherwise: boolean): Gen<boolean | null> {
  if (o === undefined || o === None) return otherwise;
  const r = yield* truthG(o);
  return r < 0 ? null : r === 1;
}

function* initG(self: Obj, bound: (Obj | undefined)[]): Gen {
  const t = T(self);
  t.ok = false;
  t.detached = false;
  const buffer = bound[0]!;
  const encoding = textOrNone(bound[1], 'encoding');
  const errors = encoding === undefined ? undefined : textOrNone(bound[2], 'errors');
  const newline = errors === undefined ? undefined : textOrNone(bound[3], 'newline');
  if (encoding === undefined || errors === undefined || newline === undefined) return null;
  const lineBuffering = yield* boolG(bound[4], false);
  const writeThrough = lineBuffering === null ? null : yield* boolG(bound[5], false);
  if (lineBuffering === null || writeThrough === null) return null;
  for (const text of [encoding, errors]) {
    if (text?.includes('\0')) return raise(PyExc.ValueError, 'embedded null character');
  }
  if (!validNewline(newline)) return null;
  release(t);
  const name = encoding === null || encoding === 'locale' ? LOCALE_ENCODING : encoding;
  const codec = yield* lookupTextCodecG(name);
  if (codec === null) return null;
  t.encoding = newStr(name);
  t.errors = newStr(errors ?? 'strict');
  t.lineBuffering = lineBuffering;
  t.writeThrough = writeThrough;
  setNewline(t, newline);
  buffer.rc++;
  t.buffer = buffer;
  const ok = yield* setCodecG(t, codec, errors ?? 'strict');
  dropCodec(codec);
  if (!ok) return null;
  const plain = plainBuffer(t);
  t.raw = plain === null ? null : plain.fast;
  const seekable = yield* askG(buffer, 'seekable');
  if (seekable === null) return null;
  t.seekable = t.telling = seekable;
  if (plain !== null) t.hasRead1 = buffer.type.name !== '_io.BufferedWriter';
  else {
    const read1 = yield* lookupAttrG(buffer, id('read1'));
    if (read1 === null) return null;
    t.hasRead1 = read1 !== undefined;
    if (read1 !== undefined) decref(read1);
  }
  if (!(yield* fixEncoderG(t))) return null;
  t.ok = true;
  return none();
}

/** `o.name()` as a bool; null with an error. */
function* askG(o: Obj, name: string): Gen<boolean | null> {
  const r = yield* callMethodG(o, name);
  if (r === null) return null;
  const b = yield* truthG(r);
  decref(r);
  return b < 0 ? null : b === 1;
}

/** Makes decoder and encoder as the stream below can be read and written. */
function* setCodecG(t: TextV, codec: TextCodec, errors: string): Gen<boolean> {
  const readable = yield* askG(t.buffer!, 'readable');
  if (readable === null) return false;
  if (readable) {
    const decoder = yield* makeDecoderG(codec, errors, t.readuniversal ? t.readtranslate : null);
    if (decoder === null) return false;
    t.decoder?.release();
    t.decoder = decoder;
  }
  const writable = yield* askG(t.buffer!, 'writable');
  if (writable === null) return false;
  if (writable) {
    const encoder = yield* makeEncoderG(codec, errors);
    if (encoder === null) return false;
    t.encoder?.release();
    t.encoder = encoder;
  }
  return true;
}

/** In the middle of a file no byte order mark is written. CPython 3.12: _textiowrapper_fix_encoder_state */
function* fixEncoderG(t: TextV): Gen<boolean> {
  if (!t.seekable || t.encoder === null || t.encoder.native !== null) return true;
  const pos = yield* callMethodG(t.buffer!, 'tell');
  if (pos === null) return false;
  const start = pos.v === 0;
  decref(pos);
  return start || (yield* t.encoder.resetG(false));
}

/** Drops what the wrapper holds. */
function release(t: TextV): void {
  const { buffer, encoding, errors, encoder, decoder } = t;
  t.buffer = t.encoding = t.errors = null;
  t.encoder = null;
  t.decoder = null;
  t.raw = null;
  t.snapshot = null;
  setDecoded(t, null);
  t.pending = [];
  t.pendingBytes = 0;
  t.b2cratio = 0;
  encoder?.release();
  decoder?.release();
  for (const o of [buffer, encoding, errors]) xdecref(o);
}

/** A TextIOWrapper for sys.stdin, sys.stdout or sys.stderr; takes over the reference to the buffer. */
export function newStandardText(
  buffer: Buffered | FileIO,
  errors: string,
  mode: 'r' | 'w',
  lineBuffering: boolean,
  seekable: boolean,
): Text {
  const o = allocInstance(textIOWrapperType, new TextV());
  const t = o.v;
  t.buffer = buffer;
  if (buffer.type === fileIOType) t.writeThrough = true;
  else t.raw = (buffer.v as BufferedV).fast;
  t.encoding = newStr('utf-8');
  t.errors = newStr(errors);
  setNewline(t, '\n');
  t.lineBuffering = lineBuffering;
  t.seekable = t.telling = seekable;
  if (buffer.type === bufferedReaderType) t.decoder = standardDecoder(errors);
  else t.encoder = standardEncoder(errors);
  t.hasRead1 = true;
  t.ok = true;
  const modeObj = newStr(mode);
  setStr(ensureDict(o), id('mode'), modeObj);
  decref(modeObj);
  return o;
}

function* reconfigure(
  self: Obj,
  encoding: Obj | undefined,
  errors: Obj | undefined,
  newline: Obj | undefined,
  lineBufferingArg: Obj | undefined,
  writeThroughArg: Obj | undefined,
): Gen {
  const t = T(self);
  if (!attached(t)) return null;
  const given = (o: Obj | undefined): o is Obj => o !== undefined && o !== None;
  for (const [name, o] of [
    ['encoding', encoding],
    ['errors', errors],
    ['newline', newline],
  ] as const) {
    if (given(o) && !isStr(o)) {
      return typeError(`reconfigure() argument '${name}' must be str or None, not ${o.type.name}`);
    }
  }
  if (t.decoded !== null && (given(encoding) || given(errors) || newline !== undefined)) {
    return unsupported('It is not possible to set the encoding or newline of stream after the first read');
  }
  const nl = given(newline) ? (newline as Str).v : null;
  if (!validNewline(nl)) return null;
  const lineBuffering = yield* boolG(lineBufferingArg, t.lineBuffering);
  const writeThrough = lineBuffering === null ? null : yield* boolG(writeThroughArg, t.writeThrough);
  if (lineBuffering === null || writeThrough === null) return null;
  const r = yield* callMethodG(self, 'flush');
  if (r === null) return null;
  decref(r);
  t.b2cratio = 0;
  if (newline !== undefined) setNewline(t, nl);
  if (given(encoding) || given(errors) || newline !== undefined) {
    let name = given(encoding) ? (encoding as Str).v : (t.encoding as Str).v;
    if (name === 'locale') name = LOCALE_ENCODING;
    const handler = given(errors) ? (errors as Str).v : given(encoding) ? 'strict' : (t.errors as Str).v;
    const codec = yield* lookupTextCodecG(name);
    if (codec === null) return null;
    const ok = yield* setCodecG(t, codec, handler);
    dropCodec(codec);
    if (!ok) return null;
    const old = [t.encoding, t.errors];
    t.encoding = newStr(name);
    t.errors = newStr(handler);
    for (const o of old) xdecref(o);
    if (!(yield* fixEncoderG(t))) return null;
  }
  t.lineBuffering = lineBuffering;
  t.writeThrough = writeThrough;
  return none();
}

// --- methods -----------------------------------------------------------------------------------------

function write(self: Obj, text: Obj): Res {
  if (!isStr(text)) return typeError(`write() argument must be str, not ${text.type.name}`);
  if (writeQuick(self, text.v)) return newInt(text.v.length);
  return suspend(writeSlowG(self, text), [self, text]);
}

function* writeSlowG(self: Obj, text: Str): Gen {
  return (yield* textWriteG(self, text)) ? newInt(codePoints(text.v)) : null;
}

/** print's way in: writes to a plain TextIOWrapper. undefined: it is something else. */
export function writeText(file: Obj, text: string): Res | undefined {
  if (file.type !== textIOWrapperType) return undefined;
  if (writeQuick(file, text)) return none();
  const s = newStr(text);
  const r = suspend(writeNoneG(file, s), [file, s]);
  decref(s);
  return r;
}

function* writeNoneG(file: Obj, text: Str): Gen {
  return (yield* textWriteG(file, text)) ? none() : null;
}

function* read(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = yield* sizeG(sizeArg);
  if (n === null) return null;
  const text = yield* textReadG(self, n);
  return text === null ? null : newStr(text);
}

function* readline(self: Obj, sizeArg: Obj | undefined): Gen {
  if (!attached(T(self))) return null;
  const n = sizeArg === undefined ? -1 : yield* integerG(sizeArg);
  if (n === null) return null;
  const text = yield* textLineG(self, n);
  return text === null ? null : newStr(text);
}

function* nextG(self: Obj): Gen {
  const t = T(self);
  if (!attached(t)) return null;
  t.telling = false;
  let line: Res;
  if (self.type === textIOWrapperType) {
    const text = yield* textLineG(self, -1);
    line = text === null ? null : newStr(text);
  } else {
    line = yield* callMethodG(self, 'readline');
    if (line !== null && !isStr(line)) {
      raise(PyExc.OSError, `readline() should have returned a str object, not '${line.type.name}'`);
      decref(line);
      return null;
    }
  }
  if (line === null) return null;
  if ((line as Str).v !== '') return line;
  decref(line);
  t.snapshot = null;
  t.telling = t.seekable;
  return null;
}

function* flush(self: Obj): Gen {
  const t = T(self);
  if (!attached(t) || !(yield* checkOpenG(t))) return null;
  t.telling = t.seekable;
  if (!(yield* writeFlushG(t))) return null;
  return yield* callMethodG(t.buffer!, 'flush');
}

/** CPython 3.12: Modules/_io/textio.c _io_TextIOWrapper_close_impl */
function* close(self: Obj): Gen {
  const t = T(self);
  if (!attached(t)) return null;
  const closed = t.raw !== null ? (t.raw.v.fd < 0 ? 1 : 0) : yield* closedG(t.buffer!);
  if (closed < 0) return null;
  if (closed === 1) return none();
  if (t.finalizing) {
    const w = yield* callMethodG(t.buffer!, '_dealloc_warn', [self]);
    if (w === null) clear();
    else decref(w);
  }
  const flushed = yield* callMethodG(self, 'flush');
  const error = flushed === null ? fetch() : null;
  if (flushed !== null) decref(flushed);
  const r = yield* callMethodG(t.buffer!, 'close');
  if (error === null) return r;
  chainExceptions(error);
  if (r !== null) decref(r);
  return null;
}

function* detach(self: Obj): Gen {
  const t = T(self);
  if (!attached(t)) return null;
  const r = yield* callMethodG(self, 'flush');
  if (r === null) return null;
  decref(r);
  const { buffer } = t;
  t.buffer = null;
  t.raw = null;
  t.detached = true;
  return buffer;
}

function* seek(self: Obj, cookie: Obj, whenceArg: Obj | undefined): Gen {
  const whence = whenceArg === undefined ? 0 : yield* integerG(whenceArg);
  return whence === null ? null : yield* textSeekG(self, cookie, whence);
}

function* truncate(self: Obj, pos: Obj | undefined): Gen {
  const t = T(self);
  if (!attached(t)) return null;
  const r = yield* callMethodG(self, 'flush');
  if (r === null) return null;
  decref(r);
  return yield* callMethodG(t.buffer!, 'truncate', [pos ?? None]);
}

function delegate(name: string) {
  return function* (self: Obj): Gen {
    return attached(T(self)) ? yield* callMethodG(T(self).buffer!, name) : null;
  };
}

const bufferAttribute =
  (name: string) =>
  (self: Obj): Res =>
    attached(T(self)) ? suspend(attrG(T(self).buffer!, name), [self]) : null;

/** CPython 3.12: Modules/_io/textio.c textiowrapper_repr */
function* repr(self: Obj): Gen {
  const t = T(self);
  if (!t.ok) return raise(PyExc.ValueError, 'I/O operation on uninitialized object');
  if (reprEnter(self)) {
    return raise(PyExc.RuntimeError, `reentrant call inside ${self.type.name}.__repr__`);
  }
  let text: string | null = '<_io.TextIOWrapper';
  for (const name of ['name', 'mode']) {
    let o = yield* lookupAttrG(self, id(name));
    if (o === null && name === 'name' && matches(PyExc.ValueError)) {
      clear();
      o = undefined;
    }
    if (o === undefined) continue;
    const shown: Str | null = o === null ? null : yield* reprG(o);
    if (o !== null) decref(o);
    if (shown === null) {
      text = null;
      break;
    }
    text += ` ${name}=${shown.v}`;
    decref(shown);
  }
  reprLeave(self);
  return text === null ? null : newStr(`${text} encoding=${reprText((t.encoding as Str).v)}>`);
}

export function initTextIO(): void {
  const w = textIOWrapperType;
  w.doc =
    'Character and line based layer over a BufferedIOBase object, buffer.\n\nencoding gives the name of the encoding that the stream will be\ndecoded or encoded with. It defaults to locale.getencoding().';
  w.tp_new = (cls) => allocInstance(cls.v, new TextV());
  w.tp_init = (self, args, kwnames) => {
    const bound = bindArguments(initDef, args, kwnames);
    if (bound === null) return null;
    return suspend(initG(self, bound as (Obj | undefined)[]), [self, ...args]);
  };
  w.tp_traverse = (o, visit) => {
    const t = T(o);
    for (const part of [t.buffer, t.encoding, t.errors]) if (part !== null) visit(part);
    t.encoder?.traverse(visit);
    t.decoder?.traverse(visit);
    if (o.x !== null) visit(o.x as Obj);
  };
  w.tp_clear = w.tp_dealloc = (o) => {
    const dict = o.x as Obj | null;
    T(o).ok = false;
    o.x = null;
    release(T(o));
    if (dict !== null) decref(dict);
  };
  w.tp_repr = (o) => suspend(repr(o), [o]);
  w.tp_iternext = (o) => suspend(nextG(o), [o]);
  w.tp_finalize = (o) => {
    const t = T(o);
    if (t.raw !== null && t.raw.v.fd < 0) return none();
    t.finalizing = true;
    return rawIOBaseType.tp_finalize!(o);
  };
  method(w, 'detach', '($self, /)', detach);
  method(
    w,
    'reconfigure',
    '($self, /, *, encoding=None, errors=None, newline=None,\n            line_buffering=None, write_through=None)',
    reconfigure,
    'Reconfigure the text stream with new parameters.',
  );
  method(w, 'write', '($self, text, /)', write);
  method(w, 'read', '($self, size=-1, /)', read);
  method(w, 'readline', '($self, size=-1, /)', readline);
  method(w, 'flush', '($self, /)', flush);
  method(w, 'close', '($self, /)', close);
  for (const name of ['fileno', 'seekable', 'readable', 'writable', 'isatty']) {
    method(w, name, '($self, /)', delegate(name));
  }
  method(
    w,
    'seek',
    '($self, cookie, whence=os.SEEK_SET, /)',
    seek,
    'Set the stream position, and return the new stream position.',
  );
  method(
    w,
    'tell',
    '($self, /)',
    (self: Obj) => suspend(textTellG(self), [self]),
    'Return the stream position as an opaque number.',
  );
  method(w, 'truncate', '($self, pos=None, /)', truncate);
  addCannotPickle(w);
  addFinalizing(w);
  member(w, 'encoding', (o) => T(o).encoding);
  member(w, 'buffer', (o) => T(o).buffer);
  getset(w, 'line_buffering', (o) => newBool(T(o).lineBuffering));
  getset(w, 'write_through', (o) => newBool(T(o).writeThrough));
  getset(w, 'name', bufferAttribute('name'));
  getset(w, 'closed', bufferAttribute('closed'));
  getset(w, 'newlines', (o) => {
    if (!attached(T(o))) return null;
    const { decoder } = T(o);
    return decoder === null ? none() : suspend(decoder.newlinesG(), [o]);
  });
  getset(w, 'errors', (o) => {
    const { errors, ok } = T(o);
    if (!ok) return raise(PyExc.ValueError, 'I/O operation on uninitialized object');
    errors!.rc++;
    return errors;
  });
  getset(
    w,
    '_CHUNK_SIZE',
    (o) => (attached(T(o)) ? newInt(T(o).chunkSize) : null),
    (o, value) => {
      if (!attached(T(o))) return null;
      if (value === null) return raise(PyExc.AttributeError, 'cannot delete attribute');
      return suspend(setChunkG(T(o), value), [o, value]);
    },
  );
  dictGetSet(w);
  typeReady(w);
}

function* setChunkG(t: TextV, value: Obj): Gen {
  const n = yield* ssizeG(value, PyExc.ValueError);
  if (n === null) return null;
  if (n <= 0) return raise(PyExc.ValueError, 'a strictly positive integer is required');
  t.chunkSize = n;
  return none();
}
