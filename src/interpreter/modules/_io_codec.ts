// Decoders and encoders of text streams: UTF-8, ASCII and Latin-1 here, all others through the codecs machinery.
//
// Answers to CPython 3.12: Modules/_io/textio.c (_textiowrapper_set_decoder, encodefuncs), Lib/codecs.py
// (BufferedIncrementalDecoder), Python/codecs.c (_PyCodec_LookupTextEncoding).

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { type Bytes, isBytes, newBytes } from '../objects/bytescore.ts';
import { builtinCodec, decodeBytes, encodeStr } from '../objects/codecs.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { runningHooks } from '../objects/hooks.ts';
import { type Int, isInt, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { lookupAttrG, objectCall, truthG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { NewlineState } from './_io_newline.ts';
import { attrG, callMethodG } from './_io_util.ts';

export interface DecoderState {
  buffer: Uint8Array;
  flags: bigint;
}

/** Bytes in, text out, piece by piece. Every method may wait; null or false: an error is set. */
export interface StreamDecoder {
  decodeG(bytes: Uint8Array, final: boolean): Gen<string | null>;
  getstateG(): Gen<DecoderState | null>;
  setstateG(state: DecoderState): Gen<boolean>;
  resetG(): Gen<boolean>;
  /** The `newlines` attribute (new reference). */
  newlinesG(): Gen;
  /** Visits the Python objects it holds. */
  traverse(visit: (o: Obj) => void): void;
  release(): void;
  /** Nothing is held back and reset() would change nothing: it need not be asked. */
  readonly clean: boolean;
}

const NONE = new Uint8Array(0);

/** Bytes at the end that may be the beginning of a character. */
function incompleteTail(bytes: Uint8Array): number {
  const n = bytes.length;
  for (let back = 1; back <= 3 && back <= n; back++) {
    const c = bytes[n - back]!;
    if ((c & 0xc0) === 0x80) continue;
    const need = c >= 0xf0 && c <= 0xf4 ? 4 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xc2 && c < 0xe0 ? 2 : 1;
    if (back >= need) return 0;
    if (back > 1) {
      const second = bytes[n - back + 1]!;
      if (c === 0xe0 && second < 0xa0) return 0;
      if (c === 0xed && second > 0x9f) return 0;
      if (c === 0xf0 && second < 0x90) return 0;
      if (c === 0xf4 && second > 0x8f) return 0;
    }
    return back;
  }
  return 0;
}

/** A decoder of a built-in codec. */
class NativeDecoder implements StreamDecoder {
  private pending: Uint8Array = NONE;
  private readonly codec: string;
  private readonly errors: string;
  private readonly newline: NewlineState | null;

  constructor(codec: string, errors: string, newline: NewlineState | null) {
    this.codec = codec;
    this.errors = errors;
    this.newline = newline;
  }

  *decodeG(bytes: Uint8Array, final: boolean): Gen<string | null> {
    let data = bytes;
    if (this.pending.length > 0) {
      data = new Uint8Array(this.pending.length + bytes.length);
      data.set(this.pending);
      data.set(bytes, this.pending.length);
    }
    const tail = final || this.codec !== 'utf-8' ? 0 : incompleteTail(data);
    const part = tail === 0 ? data : data.subarray(0, data.length - tail);
    const whole = newBytes(data);
    let r = decodeBytes(whole, part, this.codec, this.errors);
    if (r === null) r = yield* settle();
    decref(whole);
    if (r === null) return null;
    this.pending = tail === 0 ? NONE : data.slice(data.length - tail);
    const text = (r as Str).v;
    decref(r);
    return this.newline === null ? text : this.newline.feed(text, final);
  }

  *getstateG(): Gen<DecoderState> {
    const flags = this.newline === null ? 0n : this.newline.pendingCr ? 1n : 0n;
    return { buffer: this.pending, flags };
  }

  *setstateG(state: DecoderState): Gen<boolean> {
    this.pending = state.buffer;
    if (this.newline !== null) this.newline.pendingCr = (state.flags & 1n) === 1n;
    return true;
  }

  *resetG(): Gen<boolean> {
    this.pending = NONE;
    this.newline?.reset();
    return true;
  }

  *newlinesG(): Gen {
    return this.newline === null ? none() : this.newline.newlines();
  }

  traverse(): void {}
  release(): void {}

  get clean(): boolean {
    return (
      this.pending.length === 0 &&
      (this.newline === null || (!this.newline.pendingCr && this.newline.seen === 0))
    );
  }
}

/** An incremental decoder written in Python, with newline translation around it. */
class PythonDecoder implements StreamDecoder {
  private readonly decoder: Obj;
  private readonly newline: NewlineState | null;

  /** Takes over the reference. */
  constructor(decoder: Obj, newline: NewlineState | null) {
    this.decoder = decoder;
    this.newline = newline;
  }

  *decodeG(bytes: Uint8Array, final: boolean): Gen<string | null> {
    const input = newBytes(bytes);
    const flag = newBool(final);
    const r: Res = yield* callMethodG(this.decoder, 'decode', [input, flag]);
    decref(input);
    decref(flag);
    if (r === null) return null;
    if (!isStr(r)) {
      typeError(`decoder should return a string result, not '${r.type.name}'`);
      decref(r);
      return null;
    }
    const text = r.v;
    decref(r);
    return this.newline === null ? text : this.newline.feed(text, final);
  }

  *getstateG(): Gen<DecoderState | null> {
    const s = yield* callMethodG(this.decoder, 'getstate');
    if (s === null) return null;
    const items = isTuple(s) ? (s as Tuple).v : [];
    const [buffer, flags] = items;
    if (items.length !== 2 || !isInt(flags!)) {
      decref(s);
      return typeError('illegal decoder state');
    }
    if (!isBytes(buffer!)) {
      typeError(`illegal decoder state: the first item should be a bytes object, not '${buffer!.type.name}'`);
      decref(s);
      return null;
    }
    let n = BigInt((flags as Int).v);
    if (this.newline !== null) n = (n << 1n) | (this.newline.pendingCr ? 1n : 0n);
    const out = { buffer: (buffer as Bytes).v, flags: n };
    decref(s);
    return out;
  }

  *setstateG(state: DecoderState): Gen<boolean> {
    let { flags } = state;
    if (this.newline !== null) {
      this.newline.pendingCr = (flags & 1n) === 1n;
      flags >>= 1n;
    }
    const arg = newTuple([newBytes(state.buffer), newIntBig(flags)]);
    const r = yield* callMethodG(this.decoder, 'setstate', [arg]);
    decref(arg);
    if (r === null) return false;
    decref(r);
    return true;
  }

  *resetG(): Gen<boolean> {
    this.newline?.reset();
    const r = yield* callMethodG(this.decoder, 'reset');
    if (r === null) return false;
    decref(r);
    return true;
  }

  *newlinesG(): Gen {
    if (this.newline !== null) return this.newline.newlines();
    const r = yield* lookupAttrG(this.decoder, id('newlines'));
    return r === undefined ? none() : r;
  }

  traverse(visit: (o: Obj) => void): void {
    visit(this.decoder);
  }
  release(): void {
    decref(this.decoder);
  }
  readonly clean = false;
}

/** Text in, bytes out. */
export interface StreamEncoder {
  /** A codec of ours that writes ASCII as itself; the bytes can be made by us. */
  readonly native: string | null;
  encodeG(text: Str): Gen<Uint8Array | null>;
  /** Forgets that anything was written (`start`), or that nothing was. */
  resetG(start: boolean): Gen<boolean>;
  traverse(visit: (o: Obj) => void): void;
  release(): void;
}

class NativeEncoder implements StreamEncoder {
  readonly native: string;
  private readonly errors: string;
  constructor(codec: string, errors: string) {
    this.native = codec;
    this.errors = errors;
  }

  *encodeG(text: Str): Gen<Uint8Array | null> {
    let r = encodeStr(text, this.native, this.errors);
    if (r === null) r = yield* settle();
    if (r === null) return null;
    const bytes = (r as Bytes).v;
    decref(r);
    return bytes;
  }

  *resetG(): Gen<boolean> {
    return true;
  }
  traverse(): void {}
  release(): void {}
}

class PythonEncoder implements StreamEncoder {
  readonly native = null;
  private readonly encoder: Obj;
  /** Takes over the reference. */
  constructor(encoder: Obj) {
    this.encoder = encoder;
  }

  *encodeG(text: Str): Gen<Uint8Array | null> {
    const r = yield* callMethodG(this.encoder, 'encode', [text]);
    if (r === null) return null;
    if (!isBytes(r)) {
      typeError(`encoder should return a bytes object, not '${r.type.name}'`);
      decref(r);
      return null;
    }
    const bytes = r.v;
    decref(r);
    return bytes;
  }

  *resetG(start: boolean): Gen<boolean> {
    const zero = newInt(0);
    const r = start
      ? yield* callMethodG(this.encoder, 'reset')
      : yield* callMethodG(this.encoder, 'setstate', [zero]);
    decref(zero);
    if (r === null) return false;
    decref(r);
    return true;
  }

  traverse(visit: (o: Obj) => void): void {
    visit(this.encoder);
  }
  release(): void {
    decref(this.encoder);
  }
}

/** A text codec that was looked up. */
export interface TextCodec {
  /** Its name in CPython's spelling if it is one of ours; else its CodecInfo (owned). */
  native: string | null;
  info: Obj | null;
}

const OURS = new Set(['utf-8', 'ascii', 'latin-1']);

/** Finds a text encoding; null with LookupError. CPython 3.12: Python/codecs.c _PyCodec_LookupTextEncoding */
export function* lookupTextCodecG(encoding: string): Gen<TextCodec | null> {
  const native = builtinCodec(encoding);
  if (native !== undefined && OURS.has(native)) return { native, info: null };
  const module = yield* runningHooks.importModuleG('_codecs');
  if (module === null) return null;
  const name = newStr(encoding);
  const info = yield* callMethodG(module, 'lookup', [name]);
  decref(name);
  decref(module);
  if (info === null) return null;
  const isText = yield* lookupAttrG(info, id('_is_text_encoding'));
  if (isText === null) {
    decref(info);
    return null;
  }
  if (isText !== undefined) {
    const t = yield* truthG(isText);
    decref(isText);
    if (t !== 1) {
      decref(info);
      if (t < 0) return null;
      return raise(
        PyExc.LookupError,
        `'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`,
      );
    }
  }
  return { native: null, info };
}

export function dropCodec(codec: TextCodec): void {
  if (codec.info !== null) decref(codec.info);
}

/** `info.name(errors)`: an incremental encoder or decoder. */
function* incrementalG(info: Obj, name: string, errors: string): Gen {
  const make = yield* attrG(info, name);
  if (make === null) return null;
  const arg = newStr(errors);
  let r = objectCall(make, [arg]);
  if (r === null) r = yield* settle();
  decref(arg);
  decref(make);
  return r;
}

/** `translate` is null when line ends are left alone altogether. */
export function* makeDecoderG(
  codec: TextCodec,
  errors: string,
  translate: boolean | null,
): Gen<StreamDecoder | null> {
  const newline = translate === null ? null : new NewlineState(translate);
  if (codec.native !== null) return new NativeDecoder(codec.native, errors, newline);
  const decoder = yield* incrementalG(codec.info!, 'incrementaldecoder', errors);
  return decoder === null ? null : new PythonDecoder(decoder, newline);
}

export function* makeEncoderG(codec: TextCodec, errors: string): Gen<StreamEncoder | null> {
  if (codec.native !== null) return new NativeEncoder(codec.native, errors);
  const encoder = yield* incrementalG(codec.info!, 'incrementalencoder', errors);
  return encoder === null ? null : new PythonEncoder(encoder);
}

/** Encoder and decoder for sys.stdin and its siblings. */
export function standardDecoder(errors: string): StreamDecoder {
  return new NativeDecoder('utf-8', errors, null);
}
export function standardEncoder(errors: string): StreamEncoder {
  return new NativeEncoder('utf-8', errors);
}
