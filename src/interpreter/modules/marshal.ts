// The marshal module: Python values as bytes and back.
//
// Code objects go through code/marshal.ts, which also knows what a compiler's constants share. Everything else is
// written and read here, object by object; an object whose reference count says that somebody else holds it too is
// remembered, and referred back to when it comes again.
//
// Answers to CPython 3.12: Python/marshal.c.
// Absent: code objects inside lists, dicts and sets.

import type { CodeObject } from '../code/codeobject.ts';
import { reprFloat } from '../code/constrepr.ts';
import { decodeSurrogatepass, dumps, encodeSurrogatepass, loads, MARSHAL_VERSION } from '../code/marshal.ts';
import { decref, type Obj, type Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { bufferBytes, requireBuffer } from '../objects/buffer.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { type Complex, complexType, newComplex } from '../objects/complexobject.ts';
import { type DictObj, dictType, newDict, setItemG } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { exceptionTypes } from '../objects/exceptions.ts';
import { type Float, floatType, newFloat } from '../objects/floatcore.ts';
import { boolType, type Int, intType, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { type List, listType, newList, newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import {
  frozensetType,
  hashKeyG,
  highOf,
  newFrozenSet,
  newSet,
  type SetObj,
  setAddHashedG,
  setType,
} from '../objects/setcore.ts';
import { Ellipsis, None, none } from '../objects/singletons.ts';
import { intern, isInterned, newStr, type Str, strType } from '../objects/strcore.ts';
import { tracePyc } from '../runtime/importtrace.ts';
import { type Code, codeObject, codeType } from '../vm/coderuntime.ts';
import { callMethodG } from './_io_util.ts';
import { intG } from './posix_path.ts';

const MAX_DEPTH = 2000;
const FLAG_REF = 0x80;
const c = (char: string): number => char.charCodeAt(0);

// --- writing -----------------------------------------------------------------------------------------

class Writer {
  private out = new Uint8Array(64);
  private length = 0;
  private readonly refs: Map<Obj, number> | null;
  private readonly version: number;
  private depth = 0;
  error: 'unmarshallable' | 'deep' | null = null;

  constructor(version: number) {
    this.version = version;
    this.refs = version >= 3 ? new Map() : null;
  }

  finish(): Uint8Array {
    return this.out.slice(0, this.length);
  }

  private byte(b: number): void {
    if (this.length === this.out.length) this.grow(1);
    this.out[this.length++] = b;
  }

  private grow(more: number): void {
    const bigger = new Uint8Array(Math.max(this.out.length * 2, this.length + more));
    bigger.set(this.out.subarray(0, this.length));
    this.out = bigger;
  }

  private bytes(b: Uint8Array): void {
    if (this.length + b.length > this.out.length) this.grow(b.length);
    this.out.set(b, this.length);
    this.length += b.length;
  }

  private short(n: number): void {
    this.byte(n & 0xff);
    this.byte((n >> 8) & 0xff);
  }

  private long(n: number): void {
    this.short(n & 0xffff);
    this.short((n >> 16) & 0xffff);
  }

  private double(n: number): void {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, n, true);
    this.bytes(new Uint8Array(view.buffer));
  }

  /** CPython 3.12: Python/marshal.c w_ref. True: a reference back was written. */
  private ref(o: Obj): number | true {
    // An interned string is for ever in CPython 3.12: its count is never one.
    if (this.refs === null || (o.rc === 1 && !(o.type === strType && isInterned(o)))) return 0;
    const index = this.refs.get(o);
    if (index !== undefined) {
      this.byte(c('r'));
      this.long(index);
      return true;
    }
    this.refs.set(o, this.refs.size);
    return FLAG_REF;
  }

  /** One function for all of it: 2000 lists inside each other must not take too much of JavaScript's stack. */
  object(o: Obj): void {
    if (this.error !== null) return;
    if (o === None) this.byte(c('N'));
    else if (o === Ellipsis) this.byte(c('.'));
    else if (o === (exceptionTypes.StopIteration.self as Obj)) this.byte(c('S'));
    else if (o.type === boolType) this.byte((o as Int).v === 1 ? c('T') : c('F'));
    else {
      const flag = this.ref(o);
      if (flag === true) return;
      const t = o.type;
      if (t !== tupleType && t !== listType && t !== dictType && t !== setType && t !== frozensetType) {
        this.leaf(o, flag);
        return;
      }
      if (++this.depth > MAX_DEPTH) {
        this.error = 'deep';
        return;
      }
      if (t === tupleType || t === listType) {
        const items = (o as Tuple | List).v;
        if (t === tupleType && this.version >= 4 && items.length < 256) {
          this.byte(c(')') | flag);
          this.byte(items.length);
        } else {
          this.byte(c(t === tupleType ? '(' : '[') | flag);
          this.long(items.length);
        }
        for (let i = 0; i < items.length; i++) this.object(items[i]!);
      } else if (t === dictType) {
        this.byte(c('{') | flag);
        const d = (o as DictObj).v;
        for (let i = 0; i < d.keys.length; i++) {
          const k = d.keys[i];
          if (k === undefined) continue;
          this.object(k);
          this.object(d.values[i]!);
        }
        this.byte(c('0'));
      } else {
        this.byte(c(t === setType ? '<' : '>') | flag);
        this.long((o as SetObj).v.used);
        for (const item of this.sorted(o as SetObj)) this.object(item);
      }
      this.depth--;
    }
  }

  private leaf(o: Obj, flag: number): void {
    const t = o.type;
    if (t === intType) this.int(BigInt((o as Int).v), flag);
    else if (t === floatType) {
      this.byte(c(this.version > 1 ? 'g' : 'f') | flag);
      this.real((o as Float).v);
    } else if (t === complexType) {
      this.byte(c(this.version > 1 ? 'y' : 'x') | flag);
      this.real((o as Complex).v.real);
      this.real((o as Complex).v.imag);
    } else if (t === strType) this.str(o as Str, flag);
    else this.buffer(o, flag);
  }

  /** A float: eight bytes, or in the first versions its text. */
  private real(n: number): void {
    if (this.version > 1) {
      this.double(n);
      return;
    }
    const text = encodeSurrogatepass(reprFloat(n, false));
    this.byte(text.length);
    this.bytes(text);
  }

  private buffer(o: Obj, flag: number): void {
    const bytes = isBytes(o) && o.type.name !== 'bytes' ? undefined : bufferBytes(o);
    if (bytes == null) {
      this.error = 'unmarshallable';
      return;
    }
    this.byte(c('s') | flag);
    this.long(bytes.length);
    this.bytes(bytes);
  }

  /** Items in the order of their own bytes, so that the result does not depend on hashes. */
  private sorted(o: SetObj): Obj[] {
    const items = o.v.keys.filter((k): k is Obj => k != null);
    const written = items.map((item): [Uint8Array, Obj] => {
      const alone = new Writer(this.version);
      alone.object(item);
      if (alone.error !== null) this.error = alone.error;
      return [alone.finish(), item];
    });
    written.sort(([a], [b]) => {
      const n = Math.min(a.length, b.length);
      for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
      return a.length - b.length;
    });
    return written.map(([, item]) => item);
  }

  private int(value: bigint, flag: number): void {
    if (value >= -0x80000000n && value <= 0x7fffffffn) {
      this.byte(c('i') | flag);
      this.long(Number(value));
      return;
    }
    this.byte(c('l') | flag);
    const digits: number[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 15n) digits.push(Number(rest & 0x7fffn));
    this.long(value < 0n ? -digits.length : digits.length);
    for (const digit of digits) this.short(digit);
  }

  private str(o: Str, flag: number): void {
    const encoded = encodeSurrogatepass(o.v);
    const interned = this.version >= 3 && isInterned(o);
    const ascii = this.version >= 4 && encoded.length === o.v.length;
    if (ascii && encoded.length < 256) {
      this.byte(c(interned ? 'Z' : 'z') | flag);
      this.byte(encoded.length);
    } else {
      this.byte(c(ascii ? (interned ? 'A' : 'a') : interned ? 't' : 'u') | flag);
      this.long(encoded.length);
    }
    this.bytes(encoded);
  }
}

/** The bytes of a value; null with ValueError. CPython 3.12: PyMarshal_WriteObjectToString */
function dumpBytes(o: Obj, version: number): Uint8Array | null {
  if (o.type === codeType) return dumps((o as Code).v);
  const w = new Writer(version);
  w.object(o);
  if (w.error === null) return w.finish();
  return raise(
    PyExc.ValueError,
    w.error === 'deep' ? 'object too deeply nested to marshal' : 'unmarshallable object',
  );
}

// --- reading -----------------------------------------------------------------------------------------

class Reader {
  private readonly data: Uint8Array;
  private readonly view: DataView;
  private readonly refs: (Obj | null)[] = [];
  private depth = 0;
  at = 0;

  constructor(data: Uint8Array) {
    this.data = data;
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  private short(): null {
    return raise(PyExc.EOFError, 'marshal data too short');
  }

  private has(n: number): boolean {
    return n >= 0 && this.at + n <= this.data.length;
  }

  private take(n: number): Uint8Array | null {
    if (!this.has(n)) return this.short();
    const part = this.data.subarray(this.at, this.at + n);
    this.at += n;
    return part;
  }

  private long(): number | null {
    if (!this.has(4)) return this.short();
    const n = this.view.getInt32(this.at, true);
    this.at += 4;
    return n;
  }

  private double(): number | null {
    if (!this.has(8)) return this.short();
    const n = this.view.getFloat64(this.at, true);
    this.at += 8;
    return n;
  }

  private size(what: string): number | null {
    const n = this.long();
    if (n === null) return null;
    return n < 0 ? raise(PyExc.ValueError, `bad marshal data (${what} size out of range)`) : n;
  }

  /** Gives back what was kept for references. */
  release(): void {
    for (const o of this.refs) if (o !== null) decref(o);
  }

  /** A value (new reference); undefined: the end mark of a dict; null: an error. */
  *objectG(): Gen<Obj | null | undefined> {
    if (!this.has(1)) return raise(PyExc.EOFError, 'EOF read where object expected');
    const code = this.data[this.at++]!;
    const type = String.fromCharCode(code & ~FLAG_REF);
    if (++this.depth > MAX_DEPTH) {
      this.depth--;
      return raise(PyExc.ValueError, 'recursion limit exceeded');
    }
    const keep = (code & FLAG_REF) !== 0;
    // A container's place among the references is taken before its items'.
    const slot = keep && '([{<>)'.includes(type) ? this.refs.push(null) - 1 : -1;
    const o = yield* this.valueG(type, slot);
    this.depth--;
    if (o == null || !keep) return o;
    o.rc++;
    if (slot < 0) this.refs.push(o);
    else if (this.refs[slot] === null) this.refs[slot] = o;
    else o.rc--;
    return o;
  }

  private *valueG(type: string, slot: number): Gen<Obj | null | undefined> {
    switch (type) {
      case '0':
        return undefined;
      case 'N':
        return none();
      case '.':
        Ellipsis.rc++;
        return Ellipsis;
      case 'S': {
        const o: Obj = exceptionTypes.StopIteration.self;
        o.rc++;
        return o;
      }
      case 'T':
        return newBool(true);
      case 'F':
        return newBool(false);
      case 'i': {
        const n = this.long();
        return n === null ? null : newInt(n);
      }
      case 'l':
        return this.bigInt();
      case 'g': {
        const n = this.double();
        return n === null ? null : newFloat(n);
      }
      case 'f': {
        const n = this.textReal();
        return n === null ? null : newFloat(n);
      }
      case 'x': {
        const re = this.textReal();
        const im = re === null ? null : this.textReal();
        return re === null || im === null ? null : newComplex(re, im);
      }
      case 'y': {
        const re = this.double();
        const im = re === null ? null : this.double();
        return re === null || im === null ? null : newComplex(re, im);
      }
      case 's': {
        const n = this.size('bytes object');
        const b = n === null ? null : this.take(n);
        return b === null ? null : newBytes(b.slice());
      }
      case 'Z':
      case 'z':
      case 'A':
      case 'a':
      case 't':
      case 'u':
        return this.str(type);
      case ')':
      case '(':
      case '[':
        return yield* this.itemsG(type, slot);
      case '{':
        return yield* this.dictG(slot);
      case '<':
      case '>':
        return yield* this.setG(type, slot);
      case 'r': {
        const n = this.long();
        if (n === null) return null;
        const o = this.refs[n];
        if (o == null) return raise(PyExc.ValueError, 'bad marshal data (invalid reference)');
        o.rc++;
        return o;
      }
      default:
        return raise(PyExc.ValueError, 'bad marshal data (unknown type code)');
    }
  }

  private textReal(): number | null {
    const n = this.has(1) ? this.data[this.at++]! : this.short();
    const b = n === null ? null : this.take(n);
    if (b === null) return null;
    const text = String.fromCharCode(...b);
    return text.endsWith('inf') ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);
  }

  private bigInt(): Res {
    const n = this.long();
    if (n === null) return null;
    let value = 0n;
    for (let i = 0; i < Math.abs(n); i++) {
      const b = this.take(2);
      if (b === null) return null;
      const digit = b[0]! | (b[1]! << 8);
      if (digit > 0x7fff) return raise(PyExc.ValueError, 'bad marshal data (digit out of range in long)');
      value |= BigInt(digit) << BigInt(15 * i);
    }
    return newIntBig(n < 0 ? -value : value);
  }

  private str(type: string): Res {
    let n: number | null;
    if (type === 'Z' || type === 'z') n = this.has(1) ? this.data[this.at++]! : this.short();
    else n = this.size('string');
    const b = n === null ? null : this.take(n);
    if (b === null) return null;
    const text = type === 't' || type === 'u' ? decodeSurrogatepass(b) : String.fromCharCode(...b);
    if (text === null) return raise(PyExc.ValueError, 'bad marshal data (invalid text)');
    return type === 'Z' || type === 'A' || type === 't' ? intern(text) : newStr(text);
  }

  private *itemsG(type: string, slot: number): Gen<Obj | null> {
    let n: number | null;
    if (type === ')') n = this.has(1) ? this.data[this.at++]! : this.short();
    else n = this.size(type === '[' ? 'list' : 'tuple');
    if (n === null) return null;
    const items: Obj[] = [];
    // A list may hold itself: it is there before its items.
    const list = type === '[' ? newList(items) : null;
    if (list !== null && slot >= 0) {
      list.rc++;
      this.refs[slot] = list;
    }
    for (let i = 0; i < n; i++) {
      const o = yield* this.objectG();
      if (o == null) {
        if (o === undefined) typeError(`NULL object in marshal data for ${type === '[' ? 'list' : 'tuple'}`);
        if (list !== null) decref(list);
        else for (const item of items) decref(item);
        return null;
      }
      items.push(o);
    }
    if (list === null) return newTuple(items);
    list.x = items.length;
    return list;
  }

  private *dictG(slot: number): Gen<Obj | null> {
    const d = newDict();
    if (slot >= 0) {
      d.rc++;
      this.refs[slot] = d;
    }
    for (;;) {
      const k = yield* this.objectG();
      if (k === undefined) return d;
      const v = k === null ? null : yield* this.objectG();
      if (v === undefined) decref(k!);
      if (v == null) {
        if (v === null && k !== null) decref(k);
        if (v === undefined) return d;
        decref(d);
        return null;
      }
      const ok = yield* setItemG(d.v, k!, v);
      decref(k!);
      decref(v);
      if (!ok) {
        decref(d);
        return null;
      }
    }
  }

  private *setG(type: string, slot: number): Gen<Obj | null> {
    const n = this.size('set');
    if (n === null) return null;
    const s = type === '<' ? newSet() : newFrozenSet();
    if (slot >= 0 && type === '<') {
      s.rc++;
      this.refs[slot] = s;
    }
    for (let i = 0; i < n; i++) {
      const o = yield* this.objectG();
      let ok = false;
      if (o === undefined) typeError('NULL object in marshal data for set');
      else if (o !== null) {
        const lo = yield* hashKeyG(o);
        ok = !Number.isNaN(lo) && (yield* setAddHashedG(s.v, o, lo, highOf()));
        decref(o);
      }
      if (!ok) {
        decref(s);
        return null;
      }
    }
    return s;
  }
}

/** Reads a value; [value, how many bytes it took] or null. */
function* loadG(bytes: Uint8Array): Gen<[Obj, number] | null> {
  if (bytes.length > 0 && (bytes[0]! & ~FLAG_REF) === c('c')) {
    const { value, end, error } = loads(bytes);
    if (error !== null) return raise(PyExc[error.type], error.msg);
    tracePyc();
    return [codeObject(value as CodeObject), end];
  }
  const reader = new Reader(bytes);
  const o = yield* reader.objectG();
  reader.release();
  if (o === undefined) return typeError('NULL object in marshal data for object');
  return o === null ? null : [o, reader.at];
}

// --- the module --------------------------------------------------------------------------------------

function* marshal_dumps(_m: Obj, value: Obj, versionArg: Obj | undefined): Gen {
  const version = yield* intG(versionArg, MARSHAL_VERSION);
  const bytes = version === null ? null : dumpBytes(value, version);
  return bytes === null ? null : newBytes(bytes);
}

function* marshal_dump(_m: Obj, value: Obj, file: Obj, versionArg: Obj | undefined): Gen {
  const version = yield* intG(versionArg, MARSHAL_VERSION);
  const bytes = version === null ? null : dumpBytes(value, version);
  if (bytes === null) return null;
  const b = newBytes(bytes);
  const r = yield* callMethodG(file, 'write', [b]);
  decref(b);
  return r;
}

function* marshal_loads(_m: Obj, data: Obj): Gen {
  const bytes = requireBuffer(data);
  if (bytes === null) return null;
  const r = yield* loadG(bytes);
  return r === null ? null : r[0];
}

/** Reads from a file: all of it is read, and the file is put back behind the value. */
function* marshal_load(_m: Obj, file: Obj): Gen {
  const start = yield* callMethodG(file, 'tell');
  if (start === null) return null;
  const data: Res = yield* callMethodG(file, 'read');
  if (data === null) {
    decref(start);
    return null;
  }
  if (!isBytes(data)) {
    typeError(`file.read() returned not bytes but ${data.type.name}`);
    decref(data);
    decref(start);
    return null;
  }
  const r = yield* loadG(data.v);
  decref(data);
  const from = Number((start as Int).v);
  decref(start);
  if (r === null) return null;
  const to = newInt(from + r[1]);
  const moved = yield* callMethodG(file, 'seek', [to]);
  decref(to);
  if (moved === null) {
    decref(r[0]);
    return null;
  }
  decref(moved);
  return r[0];
}

export const marshalModule = defineModule(
  'marshal',
  'This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.',
  {
    functions: [
      [
        'dump',
        '($module, value, file, version=version, /)',
        marshal_dump,
        'Write the value on the open file.',
      ],
      ['load', '($module, file, /)', marshal_load, 'Read one value from the open file and return it.'],
      [
        'dumps',
        '($module, value, version=version, /)',
        marshal_dumps,
        'Return the bytes object that would be written to a file by dump(value, file).',
      ],
      ['loads', '($module, bytes, /)', marshal_loads, 'Convert the bytes-like object to a value.'],
    ],
    values: { version: () => newInt(MARSHAL_VERSION) },
  },
);
