// Line ends: finding them, and translating "\r\n" and "\r" to "\n" piece by piece.
//
// Answers to CPython 3.12: Modules/_io/textio.c (IncrementalNewlineDecoder, _PyIO_find_line_ending).

import { decref, type Obj, type PyType, type Res, TPFLAGS } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { newBytes } from '../objects/bytescore.ts';
import { getset, method } from '../objects/descrobject.ts';
import { typeError } from '../objects/errors.ts';
import { type Int, isInt, newIntAny } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { moduleOwnType } from '../objects/moduleobject.ts';
import { truthG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { isStr, newStr, type Str } from '../objects/strcore.ts';
import { allocInstance, typeReady } from '../objects/typeobject.ts';
import { callMethodG } from './_io_util.ts';

const SEEN_CR = 1;
const SEEN_LF = 2;
const SEEN_CRLF = 4;

/** What has been seen of line ends, and a "\r" that waits for what follows it. */
export class NewlineState {
  pendingCr = false;
  seen = 0;
  readonly translate: boolean;
  constructor(translate: boolean) {
    this.translate = translate;
  }

  /** Takes the next piece of decoded text. CPython 3.12: Modules/_io/textio.c _PyIncrementalNewlineDecoder_decode */
  feed(text: string, final: boolean): string {
    if (this.pendingCr && (final || text !== '')) {
      text = `\r${text}`;
      this.pendingCr = false;
    }
    if (!final && text.endsWith('\r')) {
      text = text.slice(0, -1);
      this.pendingCr = true;
    }
    if (text === '') return text;
    if (!text.includes('\r')) {
      if ((this.seen & SEEN_LF) === 0 && text.includes('\n')) this.seen |= SEEN_LF;
      return text;
    }
    if (this.seen !== (SEEN_CR | SEEN_LF | SEEN_CRLF)) {
      if (text.includes('\r\n')) this.seen |= SEEN_CRLF;
      if (/\r(?!\n)/.test(text)) this.seen |= SEEN_CR;
      if (/(?<!\r)\n/.test(text)) this.seen |= SEEN_LF;
    }
    return this.translate ? text.replace(/\r\n?/g, '\n') : text;
  }

  reset(): void {
    this.seen = 0;
    this.pendingCr = false;
  }

  /** The `newlines` attribute (new reference). */
  newlines(): Obj {
    const kinds: string[] = [];
    if ((this.seen & SEEN_CR) !== 0) kinds.push('\r');
    if ((this.seen & SEEN_LF) !== 0) kinds.push('\n');
    if ((this.seen & SEEN_CRLF) !== 0) kinds.push('\r\n');
    if (kinds.length === 0) return none();
    if (kinds.length === 1) return newStr(kinds[0]!);
    return newTuple(kinds.map(newStr));
  }
}

/**
 * Where the first line of text ends (an index after its end); -1: it has none. `start`: where to look from.
 * CPython 3.12: Modules/_io/textio.c _PyIO_find_line_ending
 */
export function findLineEnd(
  text: string,
  start: number,
  translated: boolean,
  universal: boolean,
  readnl: string | null,
): number {
  if (translated) {
    const at = text.indexOf('\n', start);
    return at < 0 ? -1 : at + 1;
  }
  if (universal) {
    for (let i = start; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10) return i + 1;
      if (c === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
    }
    return -1;
  }
  const nl = readnl ?? '\n';
  const at = text.indexOf(nl, start);
  return at < 0 ? -1 : at + nl.length;
}

// --- the Python type ---------------------------------------------------------------------------------

interface DecoderV {
  /** The decoder before it (owned), or null: text goes in. */
  decoder: Obj | null;
  errors: Obj | null;
  state: NewlineState;
}
const D = (o: Obj): DecoderV => (o as Obj<DecoderV>).v;

export const newlineDecoderType: PyType = moduleOwnType(
  '_io.IncrementalNewlineDecoder',
  TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC,
);

const initDef = new NativeDef(
  'IncrementalNewlineDecoder',
  "(decoder, translate, errors='strict')",
  () => null,
  null,
  null,
);

function* initG(self: Obj, decoder: Obj, translateArg: Obj, errors: Obj | undefined): Gen {
  const translate = yield* truthG(translateArg);
  if (translate < 0) return null;
  const d = D(self);
  const old = d.decoder;
  d.decoder = decoder === None ? null : (decoder.rc++, decoder);
  if (old !== null) decref(old);
  const oldErrors = d.errors;
  d.errors = errors === undefined ? newStr('strict') : (errors.rc++, errors);
  if (oldErrors !== null) decref(oldErrors);
  d.state = new NewlineState(translate === 1);
  return none();
}

function* decode(self: Obj, input: Obj, finalArg: Obj | undefined): Gen {
  const d = D(self);
  const final = finalArg === undefined ? 0 : yield* truthG(finalArg);
  if (final < 0) return null;
  let text: Obj;
  if (d.decoder === null) {
    if (!isStr(input)) return typeError(`decoder should return a string result, not '${input.type.name}'`);
    input.rc++;
    text = input;
  } else {
    const flag = finalArg ?? newIntAny(0);
    const r: Res = yield* callMethodG(d.decoder, 'decode', [input, flag]);
    if (finalArg === undefined) decref(flag);
    if (r === null) return null;
    text = r;
  }
  if (!isStr(text)) {
    typeError(`decoder should return a string result, not '${text.type.name}'`);
    decref(text);
    return null;
  }
  const out = d.state.feed((text as Str).v, final === 1);
  if (out === (text as Str).v) return text;
  decref(text);
  return newStr(out);
}

function* getstate(self: Obj): Gen {
  const d = D(self);
  let buffer: Obj = newBytes(new Uint8Array(0));
  let flag = 0n;
  if (d.decoder !== null) {
    const s = yield* callMethodG(d.decoder, 'getstate');
    if (s === null) return null;
    const items = isTuple(s) ? (s as Tuple).v : null;
    if (items === null) {
      decref(s);
      return typeError('illegal decoder state');
    }
    if (items.length !== 2 || !isInt(items[1]!)) {
      decref(s);
      return typeError(
        `illegal decoder state: the second item should be an integer, not ${items[1]?.type.name ?? ''}`,
      );
    }
    decref(buffer);
    buffer = items[0]!;
    buffer.rc++;
    flag = BigInt((items[1] as Int).v);
    decref(s);
  }
  flag = (flag << 1n) | (d.state.pendingCr ? 1n : 0n);
  return newTuple([buffer, newIntAny(flag <= 9007199254740991n ? Number(flag) : flag)]);
}

function* setstate(self: Obj, state: Obj): Gen {
  const d = D(self);
  if (!isTuple(state)) return typeError('state argument must be a tuple');
  const items = (state as Tuple).v;
  if (items.length !== 2 || !isInt(items[1]!)) return typeError('setstate(): illegal state argument');
  const flag = BigInt((items[1] as Int).v);
  d.state.pendingCr = (flag & 1n) === 1n;
  if (d.decoder === null) return none();
  items[0]!.rc++;
  const rest = flag >> 1n;
  const inner = newTuple([items[0]!, newIntAny(rest <= 9007199254740991n ? Number(rest) : rest)]);
  const r = yield* callMethodG(d.decoder, 'setstate', [inner]);
  decref(inner);
  return r;
}

function* reset(self: Obj): Gen {
  const d = D(self);
  d.state.reset();
  return d.decoder === null ? none() : yield* callMethodG(d.decoder, 'reset');
}

export function initNewlineDecoder(): void {
  const t = newlineDecoderType;
  t.doc =
    'Codec used when reading a file in universal newlines mode.\n\nIt wraps another incremental decoder, translating \\r\\n and \\r into \\n.\nIt also records the types of newlines encountered.  When used with\ntranslate=False, it ensures that the newline sequence is returned in\none piece. When used with decoder=None, it expects unicode strings as\ndecode input and translates newlines without first invoking an external\ndecoder.';
  t.basicsize = 40;
  t.tp_new = (cls) =>
    allocInstance<DecoderV>(cls.v, { decoder: null, errors: null, state: new NewlineState(false) });
  t.tp_init = (self, args, kwnames) => {
    const bound = bindArguments(initDef, args, kwnames);
    if (bound === null) return null;
    return suspend(initG(self, bound[0] as Obj, bound[1] as Obj, bound[2] as Obj | undefined), [
      self,
      ...args,
    ]);
  };
  t.tp_traverse = (o, visit) => {
    const { decoder, errors } = D(o);
    if (decoder !== null) visit(decoder);
    if (errors !== null) visit(errors);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const d = D(o);
    const { decoder, errors } = d;
    d.decoder = d.errors = null;
    if (decoder !== null) decref(decoder);
    if (errors !== null) decref(errors);
  };
  method(t, 'decode', '($self, /, input, final=False)', decode);
  method(t, 'getstate', '($self, /)', getstate);
  method(t, 'setstate', '($self, state, /)', setstate);
  method(t, 'reset', '($self, /)', reset);
  getset(t, 'newlines', (o) => D(o).state.newlines());
  typeReady(t);
}
