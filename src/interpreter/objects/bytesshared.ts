// The methods that bytes and bytearray share: arguments in, bytes_methods.ts, results out.
//
// Answers to CPython 3.12: Objects/bytesobject.c, Objects/bytearrayobject.c, Objects/bytes_methods.c (argument
// parsing and errors).

import { decref, decrefAll, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { indexG, lengthG } from './abstract.ts';
import { bufferBytes, plainBytes, requireBuffer, viewedBytes } from './buffer.ts';
import * as B from './bytes_methods.ts';
import { isBytes, newBytes } from './bytescore.ts';
import { decodeBytes, isCString } from './codecs.ts';
import { classMethod, method, staticMethod } from './descrobject.ts';
import { clearIf, PyExc, raise, typeError } from './errors.ts';
import { collectG } from './iterobject.ts';
import { isInt, newBool, newInt } from './longcore.ts';
import { callG, truthG } from './object.ts';
import { argTypeName, findBoundsG, ssizeArgG } from './searchargs.ts';
import { isTuple, newList, newTuple } from './seqcore.ts';
import { None } from './singletons.ts';
import { isStr, newStr } from './strcore.ts';

export interface Kind {
  type: PyType;
  /** The bytes of an instance, as they are now. */
  data: (o: Obj) => Uint8Array;
  /** A new instance of the exact type; takes the array over. */
  make: (b: Uint8Array) => Obj;
}

/** A sub-sequence given as bytes or as one byte's number; null: an error. */
export function* subBytesG(o: Obj): Gen<Uint8Array | null> {
  const b = bufferBytes(o);
  if (b !== undefined) return b;
  if (!isInt(o) && o.type.nb_index === null) {
    return typeError(`argument should be integer or bytes-like object, not '${o.type.name}'`);
  }
  const n = yield* byteG(o);
  return n === null ? null : Uint8Array.of(n);
}

/** An int from 0 to 255; null: an error. CPython 3.12: Objects/bytearrayobject.c _getbytevalue */
export function* byteG(o: Obj): Gen<number | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'number' && v >= 0 && v <= 255) return v;
  return raise(PyExc.ValueError, 'byte must be in range(0, 256)');
}

/** `sub in data` as an object. CPython 3.12: _Py_bytes_contains */
export function* containsG(data: Uint8Array, o: Obj): Gen {
  if (isInt(o) || (o.type.nb_index !== null && bufferBytes(o) === undefined)) {
    const n = yield* byteG(o);
    return n === null ? null : newBool(data.includes(n));
  }
  const sub = requireBuffer(o);
  return sub === null ? null : newBool(B.find(data, sub) >= 0);
}

/** The bytes of an iterable of ints; null: an error. CPython 3.12: Objects/bytesobject.c PyBytes_FromObject */
export function* bytesOfG(
  o: Obj,
  what: 'bytes' | 'byte',
  strings = false,
  kind = 'bytes',
): Gen<Uint8Array | null> {
  const direct = viewedBytes(o);
  if (direct !== undefined) return direct === null ? null : direct.slice();
  if (!strings && isStr(o)) return typeError(`cannot convert '${o.type.name}' object to ${kind}`);
  const items = yield* collectG(o, false);
  if (items === null) {
    if (o.type.tp_iter === null && o.type.sq_item === null && clearIf(PyExc.TypeError)) {
      return typeError(`cannot convert '${o.type.name}' object to ${kind}`);
    }
    return null;
  }
  const out = new Uint8Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const n = yield* indexG(items[i]!);
    const v = n === null ? null : n.v;
    if (n !== null) decref(n);
    if (v === null || typeof v !== 'number' || v < 0 || v > 255) {
      decrefAll(items);
      return v === null ? null : raise(PyExc.ValueError, `${what} must be in range(0, 256)`);
    }
    out[i] = v;
  }
  decrefAll(items);
  return out;
}

/** `sep.join(iterable)`. CPython 3.12: Objects/stringlib/join.h */
function* joinG(kind: Kind, self: Obj, iterable: Obj): Gen {
  const items = yield* collectG(iterable, false);
  if (items === null) {
    if (iterable.type.tp_iter === null && iterable.type.sq_item === null && clearIf(PyExc.TypeError)) {
      return typeError('can only join an iterable');
    }
    return null;
  }
  const parts: Uint8Array[] = [];
  for (let i = 0; i < items.length; i++) {
    const b = plainBytes(items[i]!);
    if (b === undefined) {
      typeError(`sequence item ${i}: expected a bytes-like object, ${items[i]!.type.name} found`);
      decrefAll(items);
      return null;
    }
    if (i > 0) parts.push(kind.data(self));
    parts.push(b);
  }
  const out = B.concat(parts);
  decrefAll(items);
  return kind.make(out);
}

/** A width and a fill byte, of `center` and its like. */
function* padG(kind: Kind, self: Obj, name: string, width: Obj, fillchar: Obj | undefined): Gen {
  const n = yield* ssizeArgG(width);
  if (n === null) return null;
  let fill = 32;
  if (fillchar !== undefined) {
    const f = bufferBytes(fillchar);
    if (f == null || f.length !== 1) {
      if (f !== null)
        typeError(`${name}() argument 2 must be a byte string of length 1, not ${fillchar.type.name}`);
      return null;
    }
    fill = f[0]!;
  }
  const data = kind.data(self);
  const total = n - data.length;
  if (total <= 0) return kind.make(data.slice());
  let left = 0;
  if (name === 'rjust') left = total;
  else if (name === 'center') left = Math.floor(total / 2) + (total & n & 1);
  return kind.make(B.pad(data, left, total - left, fill));
}

function* findG(
  kind: Kind,
  self: Obj,
  name: string,
  sub: Obj,
  start: Obj | undefined,
  stop: Obj | undefined,
): Gen {
  const bounds = yield* findBoundsG(start, stop, () => kind.data(self).length);
  if (bounds === null) return null;
  const what = yield* subBytesG(sub);
  if (what === null) return null;
  const data = kind.data(self);
  if (name === 'count') return newInt(B.count(data, what, bounds.start, bounds.stop));
  const at = name.startsWith('r')
    ? B.rfind(data, what, bounds.start, bounds.stop)
    : B.find(data, what, bounds.start, bounds.stop);
  if (at < 0 && name.endsWith('index')) {
    return raise(PyExc.ValueError, 'subsection not found');
  }
  return newInt(at);
}

function* tailMatchG(
  kind: Kind,
  self: Obj,
  name: string,
  prefix: Obj,
  start: Obj | undefined,
  stop: Obj | undefined,
): Gen {
  const bounds = yield* findBoundsG(start, stop, () => kind.data(self).length);
  if (bounds === null) return null;
  const atEnd = name === 'endswith';
  const one = (o: Obj): number => {
    const b = bufferBytes(o);
    if (b === null) return -1;
    if (b === undefined) {
      typeError(
        isTuple(prefix)
          ? `a bytes-like object is required, not '${o.type.name}'`
          : `${name} first arg must be bytes or a tuple of bytes, not ${o.type.name}`,
      );
      return -1;
    }
    return B.tailMatch(kind.data(self), b, bounds.start, bounds.stop, atEnd) ? 1 : 0;
  };
  for (const o of isTuple(prefix) ? prefix.v : [prefix]) {
    const r = one(o);
    if (r !== 0) return r < 0 ? null : newBool(true);
  }
  return newBool(false);
}

function* splitG(
  kind: Kind,
  self: Obj,
  work: typeof B.split,
  sep: Obj | undefined,
  maxsplit: Obj | undefined,
): Gen {
  let most = -1;
  if (maxsplit !== undefined) {
    const n = yield* ssizeArgG(maxsplit);
    if (n === null) return null;
    most = n;
  }
  let by: Uint8Array | null = null;
  if (sep !== undefined && sep !== None) {
    by = requireBuffer(sep);
    if (by === null) return null;
    if (by.length === 0) return raise(PyExc.ValueError, 'empty separator');
  }
  return newList(work(kind.data(self), by, most < 0 ? Infinity : most).map(kind.make));
}

function partition(kind: Kind, self: Obj, sep: Obj, right: boolean): Res {
  const by = requireBuffer(sep);
  if (by === null) return null;
  if (by.length === 0) return raise(PyExc.ValueError, 'empty separator');
  const data = kind.data(self);
  const at = right ? B.rfind(data, by) : B.find(data, by);
  if (at < 0) {
    const whole = kind.make(data.slice());
    const empty = [kind.make(new Uint8Array(0)), kind.make(new Uint8Array(0))];
    return newTuple(right ? [...empty, whole] : [whole, ...empty]);
  }
  return newTuple([
    kind.make(data.slice(0, at)),
    kind.make(by.slice()),
    kind.make(data.slice(at + by.length)),
  ]);
}

function* replaceG(kind: Kind, self: Obj, old: Obj, by: Obj, count: Obj | undefined): Gen {
  const a = requireBuffer(old);
  if (a === null) return null;
  const b = requireBuffer(by);
  if (b === null) return null;
  let most = Infinity;
  if (count !== undefined) {
    const n = yield* ssizeArgG(count);
    if (n === null) return null;
    if (n >= 0) most = n;
  }
  return kind.make(B.replace(kind.data(self), a, b, most));
}

function* hexG(data: () => Uint8Array, sep: Obj | undefined, perSep: Obj | undefined): Gen {
  let n = 1;
  if (perSep !== undefined) {
    const v = yield* ssizeArgG(perSep);
    if (v === null) return null;
    n = v;
  }
  let text = '';
  if (sep !== undefined) {
    const length = yield* lengthG(sep);
    if (length < 0) return null;
    if (length !== 1) return raise(PyExc.ValueError, 'sep must be length 1.');
    if (isStr(sep)) text = sep.v;
    else {
      if (!isBytes(sep)) return typeError('sep must be str or bytes.');
      text = String.fromCharCode(sep.v[0]!);
    }
    if (text.charCodeAt(0) > 127) return raise(PyExc.ValueError, 'sep must be ASCII.');
  }
  return newStr(B.hex(data(), text, n));
}

export { hexG };

/** The bytes of a text of hexadecimal digits; null: an error. CPython 3.12: _PyBytes_FromHex */
export function fromHex(o: Obj): Uint8Array | null {
  if (!isStr(o)) return typeError(`fromhex() argument must be str, not ${argTypeName(o)}`);
  const s = o.v;
  const out: number[] = [];
  const digit = (c: string | undefined): number =>
    c !== undefined && /[0-9a-fA-F]/.test(c) ? parseInt(c, 16) : -1;
  for (let i = 0; i < s.length; ) {
    if (/[ \t\n\r\f\v]/.test(s[i]!)) {
      i++;
      continue;
    }
    for (const at of [i, i + 1]) {
      if (digit(s[at]) < 0) {
        return raise(PyExc.ValueError, `non-hexadecimal number found in fromhex() arg at position ${at}`);
      }
    }
    out.push(digit(s[i]) * 16 + digit(s[i + 1]));
    i += 2;
  }
  return Uint8Array.from(out);
}

function translate(kind: Kind, self: Obj, table: Obj, gone: Obj | undefined): Res {
  let map: Uint8Array | null = null;
  if (table !== None) {
    map = requireBuffer(table);
    if (map === null) return null;
    if (map.length !== 256) return raise(PyExc.ValueError, 'translation table must be 256 characters long');
  }
  let drop: Uint8Array | null = null;
  if (gone !== undefined) {
    drop = requireBuffer(gone);
    if (drop === null) return null;
  }
  const kept = kind.data(self).filter((c) => drop === null || !drop.includes(c));
  return kind.make(map === null ? kept : kept.map((c) => map[c]!));
}

function maketrans(frm: Obj, to: Obj): Res {
  const a = requireBuffer(frm);
  if (a === null) return null;
  const b = requireBuffer(to);
  if (b === null) return null;
  if (a.length !== b.length) return raise(PyExc.ValueError, 'maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  a.forEach((c, i) => {
    table[c] = b[i]!;
  });
  return newBytes(table);
}

/** `self.encoding` arguments of decode; null: an error. */
export function* decodeG(
  self: Obj,
  data: Uint8Array,
  encoding: Obj | undefined,
  errors: Obj | undefined,
): Gen {
  const names: (string | null)[] = [];
  for (const [o, name] of [
    [encoding, 'encoding'],
    [errors, 'errors'],
  ] as [Obj | undefined, string][]) {
    if (o === undefined) names.push(null);
    else if (isStr(o)) {
      if (!isCString(o)) return null;
      names.push(o.v);
    } else return typeError(`decode() argument '${name}' must be str, not ${argTypeName(o)}`);
  }
  const r = decodeBytes(self, data, names[0]!, names[1]!);
  return r === null ? yield* settle() : r;
}

const DOCS: { [name: string]: string } = {
  capitalize:
    'B.capitalize() -> copy of B\n\nReturn a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased.',
  lower: 'B.lower() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to lowercase.',
  upper: 'B.upper() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to uppercase.',
  swapcase:
    'B.swapcase() -> copy of B\n\nReturn a copy of B with uppercase ASCII characters converted\nto lowercase ASCII and vice versa.',
  title:
    'B.title() -> copy of B\n\nReturn a titlecased version of B, i.e. ASCII words start with uppercase\ncharacters, all remaining cased characters have lowercase.',
};

/** Gives a type the shared methods. */
export function addBytesMethods(kind: Kind): void {
  const t = kind.type;
  const { data, make } = kind;
  const { capitalize, lower, upper, swapcase, title } = B;
  for (const [name, work] of Object.entries({ capitalize, lower, upper, swapcase, title })) {
    method(t, name, '!($self, /)', (self: Obj) => make(work(data(self))), DOCS[name]!);
  }
  for (const [name, test] of Object.entries(B.classes)) {
    method(t, name, '!($self, /)', (self: Obj) => newBool(test(data(self))), `B.${name}() -> bool`);
  }
  for (const [name, work, what] of [
    ...['find', 'rfind', 'index', 'rindex', 'count'].map((n) => [n, findG, 'sub'] as const),
    ...['startswith', 'endswith'].map((n) => [n, tailMatchG, 'prefix'] as const),
  ]) {
    method(
      t,
      name,
      '!($self, *args)',
      (self: Obj, args: Obj[]) => {
        if (args.length < 1 || args.length > 3) {
          const most = args.length > 3;
          return typeError(
            `${name}() takes at ${most ? 'most 3 arguments' : 'least 1 argument'} (${args.length} given)`,
          );
        }
        return suspend(work(kind, self, name, args[0]!, args[1], args[2]), [self, ...args]);
      },
      `B.${name}(${what}[, start[, end]]) -> ${what === 'sub' ? 'int' : 'bool'}`,
    );
  }
  for (const name of ['center', 'ljust', 'rjust']) {
    method(
      t,
      name,
      "($self, width, fillchar=b' ', /)",
      (self: Obj, width: Obj, fill?: Obj) =>
        suspend(padG(kind, self, name, width, fill), [self, width, fill ?? None]),
      'Return a string padded to length width using the specified fill character.',
    );
  }
  ['lstrip', 'rstrip', 'strip'].forEach((name, i) => {
    method(
      t,
      name,
      '($self, bytes=None, /)',
      (self: Obj, chars?: Obj) => {
        let b: Uint8Array | null = null;
        if (chars !== undefined && chars !== None) {
          b = requireBuffer(chars);
          if (b === null) return null;
        }
        return make(B.strip(data(self), b, i + 1));
      },
      'Strip bytes contained in the argument; white space if it is omitted or None.',
    );
  });
  for (const [name, work] of [
    ['split', B.split],
    ['rsplit', B.rsplit],
  ] as const) {
    method(
      t,
      name,
      '($self, /, sep=None, maxsplit=-1)',
      (self: Obj, sep?: Obj, maxsplit?: Obj) =>
        suspend(splitG(kind, self, work, sep, maxsplit), [self, sep ?? None, maxsplit ?? None]),
      'Return a list of the sections in the bytes, using sep as the delimiter.',
    );
  }
  method(
    t,
    'splitlines',
    '($self, /, keepends=False)',
    function* (self: Obj, keepends?: Obj): Gen {
      const keep = keepends === undefined ? 0 : yield* truthG(keepends);
      return keep < 0 ? null : newList(B.splitlines(data(self), keep === 1).map(make));
    },
    'Return a list of the lines in the bytes, breaking at line boundaries.',
  );
  method(
    t,
    'partition',
    '($self, sep, /)',
    (self: Obj, sep: Obj) => partition(kind, self, sep, false),
    'Partition the bytes into three parts using the given separator.',
  );
  method(
    t,
    'rpartition',
    '($self, sep, /)',
    (self: Obj, sep: Obj) => partition(kind, self, sep, true),
    'Partition the bytes into three parts using the given separator.',
  );
  method(
    t,
    'replace',
    '($self, old, new, count=-1, /)',
    (self: Obj, old: Obj, by: Obj, most?: Obj) =>
      suspend(replaceG(kind, self, old, by, most), [self, old, by, most ?? None]),
    'Return a copy with all occurrences of substring old replaced by new.',
  );
  for (const [name, atEnd] of [
    ['removeprefix', false],
    ['removesuffix', true],
  ] as const) {
    method(
      t,
      name,
      `($self, ${atEnd ? 'suffix' : 'prefix'}, /)`,
      (self: Obj, sub: Obj) => {
        const b = requireBuffer(sub);
        if (b === null) return null;
        const d = data(self);
        if (b.length === 0 || !B.tailMatch(d, b, 0, d.length, atEnd)) return make(d.slice());
        return make(atEnd ? d.slice(0, d.length - b.length) : d.slice(b.length));
      },
      `Return a bytes object with the given ${atEnd ? 'suffix' : 'prefix'} string removed if present.`,
    );
  }
  method(
    t,
    'join',
    '($self, iterable_of_bytes, /)',
    (self: Obj, iterable: Obj) => suspend(joinG(kind, self, iterable), [self, iterable]),
    'Concatenate any number of bytes objects.',
  );
  method(
    t,
    'expandtabs',
    '($self, /, tabsize=8)',
    function* (self: Obj, tabsize?: Obj): Gen {
      const n = tabsize === undefined ? 8 : yield* ssizeArgG(tabsize);
      return n === null ? null : make(B.expandtabs(data(self), n));
    },
    'Return a copy where all tab characters are expanded using spaces.',
  );
  method(
    t,
    'zfill',
    '($self, width, /)',
    function* (self: Obj, width: Obj): Gen {
      const n = yield* ssizeArgG(width);
      return n === null ? null : make(B.zfill(data(self), n));
    },
    'Pad a numeric string with zeros on the left, to fill a field of the given width.',
  );
  method(
    t,
    'translate',
    "($self, table, /, delete=b'')",
    (self: Obj, table: Obj, gone?: Obj) => translate(kind, self, table, gone),
    'Return a copy with each character mapped by the given translation table.',
  );
  method(
    t,
    'hex',
    '($self, /, sep=<unrepresentable>, bytes_per_sep=1)',
    (self: Obj, sep?: Obj, perSep?: Obj) =>
      suspend(
        hexG(() => data(self), sep, perSep),
        [self, sep ?? None, perSep ?? None],
      ),
    'Create a string of hexadecimal numbers from a bytes object.',
  );
  method(
    t,
    'decode',
    "($self, /, encoding='utf-8', errors='strict')",
    (self: Obj, encoding?: Obj, errors?: Obj) =>
      suspend(decodeG(self, data(self), encoding, errors), [self, encoding ?? None, errors ?? None]),
    'Decode the bytes using the codec registered for encoding.',
  );
  staticMethod(
    t,
    'maketrans',
    '(frm, to, /)',
    (_type: Obj, frm: Obj, to: Obj) => maketrans(frm, to),
    'Return a translation table useable for the bytes or bytearray translate method.',
  );
  classMethod(
    t,
    'fromhex',
    '($type, string, /)',
    function* (cls: Obj, string: Obj): Gen {
      const b = fromHex(string);
      if (b === null) return null;
      if (cls === (t.self as Obj)) return make(b);
      const plain = make(b);
      const r = yield* callG(cls, [plain]);
      decref(plain);
      return r;
    },
    'Create a bytes object from a string of hexadecimal numbers.',
  );
}
