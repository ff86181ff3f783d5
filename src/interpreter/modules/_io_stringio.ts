// StringIO: a stream of text in memory.
//
// Positions count code points. The text is one JavaScript string while it has no character beyond the basic plane,
// and from then on a row of characters. Text that is only ever added at the end is kept in pieces and joined when
// somebody looks.
//
// Answers to CPython 3.12: Modules/_io/stringio.c.

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { getset, method } from '../objects/descrobject.ts';
import { type DictObj, isDict } from '../objects/dictcore.ts';
import { dictCopy, dictUpdateG } from '../objects/dictobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { dictGetSet } from '../objects/funcobject.ts';
import { isInt, newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { ensureDict } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { codePoints, hasAstral, isStr, newStr } from '../objects/strcore.ts';
import { reprText } from '../objects/strrepr.ts';
import { allocInstance, typeReady } from '../objects/typeobject.ts';
import { ioType, textIOBaseType } from './_io_base.ts';
import { findLineEnd, NewlineState } from './_io_newline.ts';
import { callMethodG, closedError, integerG, sizeG } from './_io_util.ts';

/** Text with positions in code points. */
class TextBuffer {
  private text = '';
  private parts: string[] = [];
  private chars: string[] | null = null;
  length = 0;

  private join(): string {
    if (this.parts.length > 0) {
      this.text += this.parts.join('');
      this.parts = [];
    }
    return this.text;
  }

  toString(): string {
    return this.chars === null ? this.join() : this.chars.join('');
  }

  slice(from: number, to: number): string {
    return this.chars === null ? this.join().slice(from, to) : this.chars.slice(from, to).join('');
  }

  /** Length of the line that begins at a position, or of what is left. */
  line(at: number, s: StringIOV): number {
    if (this.chars === null) {
      const end = findLineEnd(this.join(), at, s.readtranslate, s.readuniversal, s.readnl);
      return (end < 0 ? this.length : end) - at;
    }
    const rest = this.chars.slice(at).join('');
    const end = findLineEnd(rest, 0, s.readtranslate, s.readuniversal, s.readnl);
    return end < 0 ? this.length - at : codePoints(rest.slice(0, end));
  }

  /** Writes at a position, beyond the end after null characters; answers how many characters. */
  write(at: number, piece: string): number {
    if (this.chars === null && hasAstral(piece)) {
      this.chars = Array.from(this.join());
      this.text = '';
    }
    if (this.chars !== null) {
      const added = Array.from(piece);
      while (this.chars.length < at) this.chars.push('\0');
      for (let i = 0; i < added.length; i++) this.chars[at + i] = added[i]!;
      this.length = this.chars.length;
      return added.length;
    }
    if (at === this.length) {
      this.parts.push(piece);
      this.length += piece.length;
      return piece.length;
    }
    const text = this.join();
    if (at > this.length) this.text = text + '\0'.repeat(at - this.length) + piece;
    else this.text = text.slice(0, at) + piece + text.slice(at + piece.length);
    this.length = this.text.length;
    return piece.length;
  }

  truncate(size: number): void {
    if (size >= this.length) return;
    if (this.chars === null) this.text = this.join().slice(0, size);
    else this.chars.length = size;
    this.length = size;
  }
}

export interface StringIOV {
  buffer: TextBuffer;
  pos: number;
  ok: boolean;
  closed: boolean;
  readuniversal: boolean;
  readtranslate: boolean;
  readnl: string | null;
  writenl: string | null;
  newline: NewlineState | null;
}
export const stringIOType = ioType('_io.StringIO', textIOBaseType, 136);

const S = (o: Obj): StringIOV => (o as Obj<StringIOV>).v;

function open(o: Obj): StringIOV | null {
  const s = S(o);
  if (!s.ok) return raise(PyExc.ValueError, 'I/O operation on uninitialized object');
  return s.closed ? closedError('I/O operation on closed file') : s;
}

function put(s: StringIOV, text: string): void {
  let piece = s.newline === null ? text : s.newline.feed(text, true);
  if (s.writenl !== null) piece = piece.replaceAll('\n', s.writenl);
  s.pos += s.buffer.write(s.pos, piece);
}

/** Writes text as StringIO.write does; undefined: it is not an open, plain StringIO. */
export function stringIOWrite(o: Obj, text: string): boolean {
  if (o.type !== stringIOType) return false;
  const s = S(o);
  if (!s.ok || s.closed) return false;
  put(s, text);
  return true;
}

function write(self: Obj, o: Obj): Res {
  const s = S(self);
  if (!s.ok) return raise(PyExc.ValueError, 'I/O operation on uninitialized object');
  if (!isStr(o)) return typeError(`string argument expected, got '${o.type.name}'`);
  if (open(self) === null) return null;
  if (o.v !== '') put(s, o.v);
  return newInt(codePoints(o.v));
}

function* read(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = yield* sizeG(sizeArg);
  const s = n === null ? null : open(self);
  if (s === null) return null;
  const left = s.buffer.length - s.pos;
  if (left <= 0) return newStr('');
  const count = n! < 0 || n! > left ? left : n!;
  const text = s.buffer.slice(s.pos, s.pos + count);
  s.pos += count;
  return newStr(text);
}

/** One line, at most `limit` characters. */
function line(s: StringIOV, limit: number): string {
  if (s.pos >= s.buffer.length) return '';
  let n = s.buffer.line(s.pos, s);
  if (limit >= 0 && n > limit) n = limit;
  const text = s.buffer.slice(s.pos, s.pos + n);
  s.pos += n;
  return text;
}

function* readline(self: Obj, sizeArg: Obj | undefined): Gen {
  const n = yield* sizeG(sizeArg);
  const s = n === null ? null : open(self);
  return s === null ? null : newStr(line(s, n!));
}

function* nextG(self: Obj): Gen {
  const r = yield* callMethodG(self, 'readline');
  if (r === null) return null;
  if (!isStr(r)) {
    raise(PyExc.OSError, `readline() should have returned a str object, not '${r.type.name}'`);
    decref(r);
    return null;
  }
  if (r.v !== '') return r;
  decref(r);
  return null;
}

function* seek(self: Obj, posArg: Obj, whenceArg: Obj | undefined): Gen {
  let pos = yield* integerG(posArg);
  const whence = pos === null ? null : whenceArg === undefined ? 0 : yield* integerG(whenceArg);
  if (pos === null || whence === null) return null;
  const s = open(self);
  if (s === null) return null;
  if (whence < 0 || whence > 2) {
    return raise(PyExc.ValueError, `Invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  if (pos < 0 && whence === 0) return raise(PyExc.ValueError, `Negative seek position ${pos}`);
  if (whence !== 0 && pos !== 0) return raise(PyExc.OSError, "Can't do nonzero cur-relative seeks");
  if (whence === 1) pos = s.pos;
  else if (whence === 2) pos = s.buffer.length;
  s.pos = pos;
  return newInt(pos);
}

function* truncate(self: Obj, sizeArg: Obj | undefined): Gen {
  const given = sizeArg ?? None;
  const s = open(self);
  if (s === null) return null;
  const size = given === None ? s.pos : yield* sizeG(given);
  if (size === null) return null;
  if (size < 0) return raise(PyExc.ValueError, `Negative size value ${size}`);
  s.buffer.truncate(size);
  return newInt(size);
}

function getvalue(self: Obj): Res {
  const s = open(self);
  return s === null ? null : newStr(s.buffer.toString());
}

function close(self: Obj): Res {
  const s = S(self);
  s.closed = true;
  s.buffer = new TextBuffer();
  return none();
}

const initDef = new NativeDef('StringIO', "(initial_value='', newline='\\n')", () => null, null, null);

function init(self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(initDef, args, kwnames);
  if (bound === null) return null;
  const [value, newline] = bound as (Obj | undefined)[];
  return setUp(self, value ?? None, newline);
}

function setUp(self: Obj, value: Obj, newline: Obj | undefined): Res {
  let nl: string | null = '\n';
  if (newline === None) nl = null;
  else if (newline !== undefined) {
    if (!isStr(newline)) return typeError(`newline must be str or None, not ${newline.type.name}`);
    nl = newline.v;
  }
  if (nl !== null && !['', '\n', '\r', '\r\n'].includes(nl)) {
    return raise(PyExc.ValueError, `illegal newline value: ${reprText(nl)}`);
  }
  if (value !== None && !isStr(value)) {
    return typeError(`initial_value must be str or None, not ${value.type.name}`);
  }
  const s = S(self);
  s.buffer = new TextBuffer();
  s.pos = 0;
  s.readnl = nl;
  s.readuniversal = nl === null || nl === '';
  s.readtranslate = nl === null;
  s.writenl = nl?.startsWith('\r') ? nl : null;
  s.newline = s.readuniversal ? new NewlineState(s.readtranslate) : null;
  s.closed = false;
  s.ok = true;
  if (value !== None) put(s, (value as Obj<string>).v);
  s.pos = 0;
  return none();
}

function getstate(self: Obj): Res {
  const value = getvalue(self);
  if (value === null) return null;
  const s = S(self);
  const dict = self.x as DictObj | null;
  return newTuple([
    value,
    s.readnl === null ? none() : newStr(s.readnl),
    newInt(s.pos),
    dict === null ? none() : dictCopy(dict),
  ]);
}

function* setstate(self: Obj, state: Obj): Gen {
  const items = isTuple(state) ? (state as Tuple).v : null;
  if (items === null || items.length < 4) {
    return typeError(`${self.type.name}.__setstate__ argument should be 4-tuple, got ${state.type.name}`);
  }
  const [value, newline, pos, dict] = items as [Obj, Obj, Obj, Obj];
  const none1 = newStr('');
  const r = setUp(self, none1, newline);
  decref(none1);
  if (r === null) return null;
  decref(r);
  if (!isStr(value)) {
    return typeError(`initial_value must be str or None, not ${value.type.name}`);
  }
  // The value is what was there: it is not translated again.
  S(self).buffer.write(0, value.v);
  if (!isInt(pos)) return typeError(`third item of state must be an integer, got ${pos.type.name}`);
  if (Number(pos.v) < 0) return raise(PyExc.ValueError, 'position value cannot be negative');
  S(self).pos = Number(pos.v);
  if (dict !== None) {
    if (!isDict(dict)) return typeError(`fourth item of state should be a dict, got a ${dict.type.name}`);
    if (!(yield* dictUpdateG(ensureDict(self), dict))) return null;
  }
  return none();
}

const yes = (self: Obj): Res => (open(self) === null ? null : newBool(true));

export function initStringIO(): void {
  const t = stringIOType;
  t.doc =
    "Text I/O implementation using an in-memory buffer.\n\nThe initial_value argument sets the value of object.  The newline\nargument is like the one of TextIOWrapper's constructor.";
  t.tp_new = (cls) =>
    allocInstance<StringIOV>(cls.v, {
      buffer: new TextBuffer(),
      pos: 0,
      ok: false,
      closed: false,
      readuniversal: false,
      readtranslate: false,
      readnl: null,
      writenl: null,
      newline: null,
    });
  t.tp_init = init;
  t.tp_iter = (o) => {
    if (open(o) === null) return null;
    o.rc++;
    return o;
  };
  t.tp_iternext = (o) => {
    const s = open(o);
    if (s === null) return null;
    if (o.type !== stringIOType) return suspend(nextG(o), [o]);
    const text = line(s, -1);
    return text === '' ? null : newStr(text);
  };
  method(t, 'close', '($self, /)', close, 'Close the IO object.');
  method(t, 'getvalue', '($self, /)', getvalue, 'Retrieve the entire contents of the object.');
  method(t, 'read', '($self, size=-1, /)', read, 'Read at most size characters, returned as a string.');
  method(t, 'readline', '($self, size=-1, /)', readline, 'Read until newline or EOF.');
  method(
    t,
    'tell',
    '($self, /)',
    (self: Obj) => (open(self) === null ? null : newInt(S(self).pos)),
    'Tell the current file position.',
  );
  method(t, 'truncate', '($self, pos=None, /)', truncate, 'Truncate size to pos.');
  method(t, 'seek', '($self, pos, whence=0, /)', seek, 'Change stream position.');
  method(t, 'write', '($self, s, /)', write, 'Write string to file.');
  method(t, 'seekable', '($self, /)', yes, 'Returns True if the IO object can be seeked.');
  method(t, 'readable', '($self, /)', yes, 'Returns True if the IO object can be read.');
  method(t, 'writable', '($self, /)', yes, 'Returns True if the IO object can be written.');
  method(t, '__getstate__', '($self, /)', getstate);
  method(t, '__setstate__', '($self, state, /)', setstate);
  getset(t, 'closed', (o) => {
    const s = S(o);
    return s.ok ? newBool(s.closed) : raise(PyExc.ValueError, 'I/O operation on uninitialized object');
  });
  getset(t, 'newlines', (o) => {
    const s = open(o);
    return s === null ? null : s.newline === null ? none() : s.newline.newlines();
  });
  getset(t, 'line_buffering', (o) => (open(o) === null ? null : newBool(false)));
  dictGetSet(t);
  typeReady(t);
  // Nothing is lost when it goes without being closed.
  t.tp_finalize = null;
}
