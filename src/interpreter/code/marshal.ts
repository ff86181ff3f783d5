// marshal: code objects and constants as bytes, the inside of a .pyc file.
//
// Format version 4, CPython 3.12's Python/marshal.c. CPython marks an object as one to refer back to when its
// reference count is above one; there are no reference counts here, so the writer first counts how often each
// constant is used, as CPython shares them (equal constants of one compilation are one object; names are
// interned; small ints, one-character strings and empty tuples are always shared). That gives CPython's bytes.
// Absent on purpose: lists, dicts and sets, which `marshal.dumps` takes but a code object never holds: those are the
// marshal module's business.

import { ComplexConst, type Constant, ELLIPSIS, FrozenSetConst } from '../text/constant.ts';
import { CodeObject, type ConstValue } from './codeobject.ts';
import { writtenKey } from './constkey.ts';

export const MARSHAL_VERSION = 4;
const MAX_DEPTH = 2000;
const FLAG_REF = 0x80;

const TYPE = {
  NULL: 0x30,
  NONE: 0x4e,
  FALSE: 0x46,
  TRUE: 0x54,
  ELLIPSIS: 0x2e,
  INT: 0x69,
  INT64: 0x49,
  FLOAT: 0x66,
  BINARY_FLOAT: 0x67,
  COMPLEX: 0x78,
  BINARY_COMPLEX: 0x79,
  LONG: 0x6c,
  STRING: 0x73,
  INTERNED: 0x74,
  REF: 0x72,
  TUPLE: 0x28,
  CODE: 0x63,
  UNICODE: 0x75,
  FROZENSET: 0x3e,
  ASCII: 0x61,
  ASCII_INTERNED: 0x41,
  SMALL_TUPLE: 0x29,
  SHORT_ASCII: 0x7a,
  SHORT_ASCII_INTERNED: 0x5a,
} as const;

/** UTF-8 that lets lone surrogates through, as Python's 'surrogatepass'. */
export function encodeSurrogatepass(text: string): Uint8Array {
  if (text.isWellFormed()) return new TextEncoder().encode(text);
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) {
      out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      out.push(...new TextEncoder().encode(char));
    }
  }
  return Uint8Array.from(out);
}

/** The other way; null if the bytes are not UTF-8 even so. */
export function decodeSurrogatepass(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not plain UTF-8: look for surrogates one sequence at a time.
  }
  let out = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i];
    const size = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    const part = bytes.subarray(i, i + size);
    if (
      first === 0xed &&
      part.length === 3 &&
      part[1] >= 0xa0 &&
      (part[1] & 0xc0) === 0x80 &&
      (part[2] & 0xc0) === 0x80
    ) {
      out += String.fromCharCode(0xd000 | ((part[1] & 63) << 6) | (part[2] & 63));
    } else {
      try {
        out += new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part);
      } catch {
        return null;
      }
    }
    i += size;
  }
  return out;
}

/** Whether the compiler interns a string constant. CPython 3.12: Objects/codeobject.c all_name_chars. */
export function allNameChars(text: string): boolean {
  return /^[a-zA-Z0-9_]*$/.test(text);
}

class Writer {
  private out = new Uint8Array(1024);
  private length = 0;
  private readonly refs = new Map<string | CodeObject, number>();
  private readonly uses: Map<string | CodeObject, number>;

  constructor(uses = new Map<string | CodeObject, number>()) {
    this.uses = uses;
  }

  finish(): Uint8Array {
    return this.out.slice(0, this.length);
  }

  // First pass: how many places hold each object.

  private use(key: string | CodeObject): boolean {
    const n = this.uses.get(key) ?? 0;
    this.uses.set(key, n + 1);
    return n === 0;
  }

  count(value: ConstValue): void {
    if (value instanceof CodeObject) {
      if (!this.use(value)) return;
      this.use(writtenKey(value.names));
      this.countConsts(value.consts);
      this.use(writtenKey(value.localsplusnames));
      // A class body loads its qualified name as a constant: the same object.
      if (value.consts.includes(value.qualname)) this.use(writtenKey(value.qualname));
      this.use(writtenKey(value.linetable));
      this.use(writtenKey(value.exceptiontable));
      return;
    }
    if (value === null || typeof value === 'boolean' || value === ELLIPSIS) return;
    if (!this.use(writtenKey(value))) return;
    if (value instanceof FrozenSetConst) {
      for (const item of value.items) this.count(item);
    } else if (Array.isArray(value)) {
      for (const item of value) this.count(item);
    }
  }

  private countConsts(values: readonly ConstValue[]): void {
    if (values.some((v) => v instanceof CodeObject)) {
      for (const item of values) this.count(item);
    } else {
      this.count(values as readonly ConstValue[] as ConstValue);
    }
  }

  // Second pass: writing.

  private byte(value: number): void {
    if (this.length === this.out.length) this.grow(1);
    this.out[this.length++] = value;
  }

  private grow(needed: number): void {
    const bigger = new Uint8Array(Math.max(this.out.length * 2, this.length + needed));
    bigger.set(this.out);
    this.out = bigger;
  }

  private bytes(value: Uint8Array): void {
    if (this.length + value.length > this.out.length) this.grow(value.length);
    this.out.set(value, this.length);
    this.length += value.length;
  }

  private short(value: number): void {
    this.byte(value & 0xff);
    this.byte((value >> 8) & 0xff);
  }

  private long(value: number): void {
    this.short(value & 0xffff);
    this.short((value >> 16) & 0xffff);
  }

  private double(value: number): void {
    const buffer = new DataView(new ArrayBuffer(8));
    buffer.setFloat64(0, value, true);
    this.bytes(new Uint8Array(buffer.buffer));
  }

  /** marshal.c w_ref: true if a reference back was written; else the flag to put on the type byte. */
  private ref(key: string | CodeObject, shared: boolean): number | true {
    if (!shared && (this.uses.get(key) ?? 0) <= 1) return 0;
    const index = this.refs.get(key);
    if (index !== undefined) {
      this.byte(TYPE.REF);
      this.long(index);
      return true;
    }
    this.refs.set(key, this.refs.size);
    return FLAG_REF;
  }

  private string(text: string, interned: boolean, shared = false): void {
    // One-character strings below U+0100 and the empty string exist once and are interned from the start.
    const isInterned = interned || text === '' || (text.length === 1 && text <= '\xff');
    // An interned string and an equal one that is not are two objects.
    const flag = this.ref(isInterned ? `interned ${text}` : writtenKey(text), isInterned || shared);
    if (flag === true) return;
    this.freshString(text, flag, isInterned);
  }

  private freshString(text: string, flag: number, isInterned: boolean): void {
    const encoded = encodeSurrogatepass(text);
    if (encoded.length !== text.length) {
      this.byte((isInterned ? TYPE.INTERNED : TYPE.UNICODE) | flag);
      this.long(encoded.length);
    } else if (encoded.length < 256) {
      this.byte((isInterned ? TYPE.SHORT_ASCII_INTERNED : TYPE.SHORT_ASCII) | flag);
      this.byte(encoded.length);
    } else {
      this.byte((isInterned ? TYPE.ASCII_INTERNED : TYPE.ASCII) | flag);
      this.long(encoded.length);
    }
    this.bytes(encoded);
  }

  private byteString(value: Uint8Array, shared: boolean): void {
    const flag = this.ref(writtenKey(value), shared || value.length <= 1);
    if (flag === true) return;
    this.byte(TYPE.STRING | flag);
    this.long(value.length);
    this.bytes(value);
  }

  private tupleHead(size: number, flag: number): void {
    if (size < 256) {
      this.byte(TYPE.SMALL_TUPLE | flag);
      this.byte(size);
    } else {
      this.byte(TYPE.TUPLE | flag);
      this.long(size);
    }
  }

  private names(names: readonly string[]): void {
    const flag = this.ref(writtenKey(names), names.length === 0);
    if (flag === true) return;
    this.tupleHead(names.length, flag);
    for (const name of names) this.string(name, true);
  }

  private int(value: bigint, shared: boolean): void {
    const flag = this.ref(writtenKey(value), shared || (value >= -5n && value <= 256n));
    if (flag === true) return;
    if (value >= -0x80000000n && value <= 0x7fffffffn) {
      this.byte(TYPE.INT | flag);
      this.long(Number(value));
      return;
    }
    this.byte(TYPE.LONG | flag);
    const digits: number[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 15n) digits.push(Number(rest & 0x7fffn));
    this.long(value < 0n ? -digits.length : digits.length);
    for (const digit of digits) this.short(digit);
  }

  private code(co: CodeObject, top: boolean): void {
    const flag = this.ref(co, top);
    if (flag === true) return;
    this.byte(TYPE.CODE | flag);
    this.long(co.argcount);
    this.long(co.posonlyargcount);
    this.long(co.kwonlyargcount);
    this.long(co.stacksize);
    this.long(co.flags);
    // co_code is made on demand and kept by the code object, so it is referred to twice; never shared.
    this.refs.set(`code ${this.refs.size}`, this.refs.size);
    this.byte(TYPE.STRING | FLAG_REF);
    this.long(co.code.length);
    this.bytes(co.code);
    if (co.consts.some((v) => v instanceof CodeObject)) {
      this.tupleHead(co.consts.length, 0);
      for (const item of co.consts) this.object(item);
    } else {
      this.object(co.consts as readonly ConstValue[] as ConstValue);
    }
    this.names(co.names);
    this.names(co.localsplusnames);
    // localspluskinds is a fresh object in every code object, never shared unless empty.
    if (co.localspluskinds.length === 0) {
      this.byteString(co.localspluskinds, true);
    } else {
      this.byte(TYPE.STRING);
      this.long(co.localspluskinds.length);
      this.bytes(co.localspluskinds);
    }
    this.string(co.filename, allNameChars(co.filename), true);
    // Names are interned, but for those the compiler puts together: shared by name and qualified name at most.
    const interned = !co.name.startsWith('<generic parameters of ');
    if (interned) this.string(co.name, true);
    else if (co.qualname === co.name) this.string(co.name, false, true);
    else this.freshString(co.name, 0, false);
    // A qualified name with dots is made afresh for each code object.
    if (co.qualname === co.name) this.string(co.qualname, interned, true);
    else if (co.consts.includes(co.qualname)) this.string(co.qualname, false);
    else this.freshString(co.qualname, 0, false);
    this.long(co.firstlineno);
    this.byteString(co.linetable, false);
    this.byteString(co.exceptiontable, false);
  }

  object(value: ConstValue, top = false): void {
    switch (typeof value) {
      case 'bigint':
        this.int(value, top);
        return;
      case 'boolean':
        this.byte(value ? TYPE.TRUE : TYPE.FALSE);
        return;
      case 'string':
        this.string(value, allNameChars(value), top);
        return;
      case 'symbol':
        this.byte(TYPE.ELLIPSIS);
        return;
      default:
    }
    if (value === null) {
      this.byte(TYPE.NONE);
      return;
    }
    if (value instanceof CodeObject) {
      this.code(value, top);
      return;
    }
    if (value instanceof Uint8Array) {
      this.byteString(value, top);
      return;
    }
    const flag = this.ref(writtenKey(value), top || (Array.isArray(value) && value.length === 0));
    if (flag === true) return;
    if (typeof value === 'number') {
      this.byte(TYPE.BINARY_FLOAT | flag);
      this.double(value);
    } else if (value instanceof ComplexConst) {
      this.byte(TYPE.BINARY_COMPLEX | flag);
      this.double(value.real);
      this.double(value.imag);
    } else if (value instanceof FrozenSetConst) {
      this.byte(TYPE.FROZENSET | flag);
      this.long(value.items.length);
      // Sorted by their own marshalled bytes, so that a file does not depend on hash order.
      const items: readonly Constant[] = value.items;
      const written = items.map((item): [Uint8Array, Constant] => {
        const alone = new Writer(this.uses);
        alone.object(item);
        return [alone.finish(), item];
      });
      written.sort(([a], [b]) => compareBytes(a, b));
      // While they are written, CPython's sorted list holds them too: all count as shared.
      for (const [, item] of written) this.object(item, true);
    } else {
      this.tupleHead(value.length, flag);
      for (const item of value as readonly Constant[]) this.object(item);
    }
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** `marshal.dumps` of a code object or constant. CPython 3.12: Python/marshal.c w_object. */
export function dumps(value: ConstValue): Uint8Array {
  const writer = new Writer();
  writer.count(value);
  writer.object(value, true);
  return writer.finish();
}

/** What went wrong in `loads`: the Python exception to raise. */
export interface MarshalError {
  type: 'EOFError' | 'ValueError' | 'TypeError';
  msg: string;
}

class Reader {
  private readonly data: Uint8Array;
  private at: number;
  private depth = 0;
  private readonly refs: (ConstValue | undefined)[] = [];
  error: MarshalError | null = null;

  constructor(data: Uint8Array, at: number) {
    this.data = data;
    this.at = at;
  }

  get end(): number {
    return this.at;
  }

  private fail(type: MarshalError['type'], msg: string): undefined {
    this.error ??= { type, msg };
    return undefined;
  }

  private take(n: number): Uint8Array {
    if (this.at + n > this.data.length) {
      this.fail('EOFError', 'marshal data too short');
      return new Uint8Array(n < 64 ? n : 0);
    }
    this.at += n;
    return this.data.subarray(this.at - n, this.at);
  }

  private byte(): number {
    if (this.at >= this.data.length) {
      this.fail('EOFError', 'EOF read where not expected');
      return 0;
    }
    return this.data[this.at++];
  }

  private short(): number {
    const b = this.take(2);
    return b[0] | (b[1] << 8);
  }

  private long(): number {
    const b = this.take(4);
    return b[0] | (b[1] << 8) | (b[2] << 16) | (b[3] << 24);
  }

  private double(): number {
    const b = this.take(8);
    return new DataView(b.buffer, b.byteOffset, 8).getFloat64(0, true);
  }

  private floatText(): number {
    const text = String.fromCharCode(...this.take(this.byte()));
    if (text === 'inf' || text === '-inf') return text === 'inf' ? Infinity : -Infinity;
    return Number(text);
  }

  private size(what: string): number {
    const n = this.long();
    if (n < 0) {
      this.fail('ValueError', `bad marshal data (${what} size out of range)`);
      return 0;
    }
    return n;
  }

  private bigint(): bigint {
    const n = this.long();
    let value = 0n;
    for (let i = 0; i < Math.abs(n) && !this.error; i++) {
      const digit = this.short();
      if (digit >= 0x8000) this.fail('ValueError', 'bad marshal data (digit out of range in long)');
      if (digit === 0 && i === Math.abs(n) - 1) {
        this.fail('ValueError', 'bad marshal data (unnormalized long data)');
      }
      value |= BigInt(digit) << BigInt(15 * i);
    }
    return n < 0 ? -value : value;
  }

  private utf8(): string {
    const text = decodeSurrogatepass(this.take(this.size('string')));
    if (text === null) this.fail('ValueError', 'bad marshal data (invalid UTF-8)');
    return text ?? '';
  }

  private latin1(n: number): string {
    let text = '';
    for (const byte of this.take(n)) text += String.fromCharCode(byte);
    return text;
  }

  private items(n: number, into: ConstValue[]): ConstValue[] {
    for (let i = 0; i < n && !this.error; i++) {
      const item = this.object();
      if (item === undefined) this.fail('TypeError', 'NULL object in marshal data for tuple');
      else into.push(item);
    }
    return into;
  }

  /** undefined: a NULL, or an error. CPython 3.12: Python/marshal.c r_object. */
  object(): ConstValue | undefined {
    if (this.at >= this.data.length) return this.fail('EOFError', 'EOF read where object expected');
    const code = this.byte();
    const type = code & ~FLAG_REF;
    if (type === TYPE.REF) {
      const n = this.long();
      const value = n >= 0 ? this.refs[n] : undefined;
      if (value === undefined && !this.error) this.fail('ValueError', 'bad marshal data (invalid reference)');
      return value;
    }
    this.depth++;
    if (this.depth > MAX_DEPTH) return this.fail('ValueError', 'recursion limit exceeded');
    const flag = (code & FLAG_REF) !== 0;
    // Containers take their number before their contents.
    const index = this.refs.length;
    if (flag) this.refs.push(undefined);
    const value = this.value(type, flag ? index : -1);
    if (flag) this.refs[index] = value;
    this.depth--;
    return this.error ? undefined : value;
  }

  private value(type: number, index: number): ConstValue | undefined {
    switch (type) {
      case TYPE.NULL:
        return undefined;
      case TYPE.NONE:
        return null;
      case TYPE.ELLIPSIS:
        return ELLIPSIS;
      case TYPE.FALSE:
        return false;
      case TYPE.TRUE:
        return true;
      case TYPE.INT:
        return BigInt(this.long());
      case TYPE.INT64: {
        const b = this.take(8);
        return new DataView(b.buffer, b.byteOffset, 8).getBigInt64(0, true);
      }
      case TYPE.LONG:
        return this.bigint();
      case TYPE.FLOAT:
        return this.floatText();
      case TYPE.BINARY_FLOAT:
        return this.double();
      case TYPE.COMPLEX: {
        const real = this.floatText();
        return new ComplexConst(real, this.floatText());
      }
      case TYPE.BINARY_COMPLEX: {
        const real = this.double();
        return new ComplexConst(real, this.double());
      }
      case TYPE.STRING:
        return this.take(this.size('bytes object')).slice();
      case TYPE.ASCII:
      case TYPE.ASCII_INTERNED:
        return this.latin1(this.size('string'));
      case TYPE.SHORT_ASCII:
      case TYPE.SHORT_ASCII_INTERNED:
        return this.latin1(this.byte());
      case TYPE.UNICODE:
      case TYPE.INTERNED:
        return this.utf8();
      case TYPE.SMALL_TUPLE:
      case TYPE.TUPLE: {
        const n = type === TYPE.TUPLE ? this.size('tuple') : this.byte();
        const tuple: ConstValue[] = [];
        if (index >= 0) this.refs[index] = tuple as ConstValue;
        return this.items(n, tuple) as ConstValue;
      }
      case TYPE.FROZENSET:
        return new FrozenSetConst(this.items(this.size('set'), []) as Constant[]);
      case TYPE.CODE:
        return this.code();
      default:
        return this.fail('ValueError', 'bad marshal data (unknown type code)');
    }
  }

  private bytesField(): Uint8Array {
    const value = this.object();
    if (value instanceof Uint8Array) return value;
    if (!this.error) this.fail('TypeError', 'NULL object in marshal data for code object');
    return new Uint8Array(0);
  }

  private stringField(): string {
    const value = this.object();
    if (typeof value === 'string') return value;
    if (!this.error) this.fail('TypeError', 'NULL object in marshal data for code object');
    return '';
  }

  private tupleField(): readonly ConstValue[] {
    const value = this.object();
    if (Array.isArray(value)) return value;
    if (!this.error) this.fail('TypeError', 'NULL object in marshal data for code object');
    return [];
  }

  private code(): CodeObject | undefined {
    const argcount = this.long();
    const posonlyargcount = this.long();
    const kwonlyargcount = this.long();
    const stacksize = this.long();
    const flags = this.long();
    const code = this.bytesField();
    const consts = this.tupleField();
    const names = this.tupleField() as readonly string[];
    const localsplusnames = this.tupleField() as readonly string[];
    const localspluskinds = this.bytesField();
    const filename = this.stringField();
    const name = this.stringField();
    const qualname = this.stringField();
    const firstlineno = this.long();
    const linetable = this.bytesField();
    const exceptiontable = this.bytesField();
    if (this.error) return undefined;
    return new CodeObject({
      argcount,
      posonlyargcount,
      kwonlyargcount,
      stacksize,
      flags,
      firstlineno,
      code,
      consts,
      names,
      localsplusnames,
      localspluskinds,
      filename,
      name,
      qualname,
      linetable,
      exceptiontable,
    });
  }
}

/** `marshal.loads`: the value, how many bytes it took, and the Python exception if the bytes are bad. */
export function loads(
  data: Uint8Array,
  at = 0,
): { value: ConstValue | undefined; end: number; error: MarshalError | null } {
  const reader = new Reader(data, at);
  const value = reader.object();
  if (value === undefined && !reader.error) {
    reader.error = { type: 'TypeError', msg: 'NULL object in marshal data for object' };
  }
  return { value, end: reader.end, error: reader.error };
}
