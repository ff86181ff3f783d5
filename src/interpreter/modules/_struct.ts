// _struct: values to bytes and back by a format string.
//
// Answers to CPython 3.12: Modules/_struct.c.

import { decref, type Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { bufferBytes, bufferOffer } from '../objects/buffer.ts';
import { isByteArray } from '../objects/bytearrayobject.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { getset, method } from '../objects/descrobject.ts';
import { clear, matches, PyExc, raise, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { type Int, isInt, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import {
  defineModule,
  type FunctionRow,
  type Module,
  moduleAdd,
  moduleGet,
  readyLater,
} from '../objects/moduleobject.ts';
import { truthG } from '../objects/object.ts';
import { newTuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { iteratorType, type Refs } from './itertool.ts';
import { newExceptionClass } from './newexception.ts';

let module: Module | null = null;

/** Raises struct.error. */
function fail(message: string): null {
  const cls = moduleGet(module!, 'error') as Obj<PyType>;
  return raise(cls.v, message);
}

/** One value of a format: its code, size in bytes, place. */
interface Field {
  code: string;
  size: number;
  offset: number;
}
interface Layout {
  format: string;
  /** Sizes and conversions are the C compiler's. */
  native: boolean;
  fields: Field[];
  size: number;
  little: boolean;
}

const NATIVE: { [code: string]: [size: number, align: number] } = {
  c: [1, 1],
  b: [1, 1],
  B: [1, 1],
  '?': [1, 1],
  h: [2, 2],
  H: [2, 2],
  i: [4, 4],
  I: [4, 4],
  l: [8, 8],
  L: [8, 8],
  q: [8, 8],
  Q: [8, 8],
  n: [8, 8],
  N: [8, 8],
  e: [2, 2],
  f: [4, 4],
  d: [8, 8],
  P: [8, 8],
};
const STANDARD: { [code: string]: number } = {
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  e: 2,
  f: 4,
  d: 8,
};

/** CPython 3.12: Modules/_struct.c prepare_s */
function parse(format: string): Layout | null {
  let at = 0;
  let native = true;
  let aligned = true;
  let little = true;
  const first = format[0];
  if (first !== undefined && '@=<>!'.includes(first)) {
    at = 1;
    if (first !== '@') {
      native = aligned = false;
      little = first === '<' || first === '=';
    }
  }
  const fields: Field[] = [];
  let size = 0;
  while (at < format.length) {
    let c = format[at++]!;
    if (/\s/.test(c)) continue;
    let count = 1;
    let given = false;
    if (c >= '0' && c <= '9') {
      given = true;
      count = Number(c);
      while (at < format.length && format[at]! >= '0' && format[at]! <= '9') {
        count = count * 10 + Number(format[at++]);
        if (count > 2 ** 53) return fail('overflow in item count');
      }
      if (at >= format.length) return fail('repeat count given without format specifier');
      c = format[at++]!;
    }
    if (c === 'x') {
      size += count;
      continue;
    }
    if (c === 's' || c === 'p') {
      fields.push({ code: c, size: given ? count : 1, offset: size });
      size += given ? count : 1;
      continue;
    }
    const width = native ? NATIVE[c]?.[0] : STANDARD[c];
    if (width === undefined) return fail('bad char in struct format');
    if (aligned) {
      const align = NATIVE[c]![1];
      size = Math.ceil(size / align) * align;
    }
    if (count > 100_000_000) return fail('total struct size too long');
    for (let i = 0; i < count; i++) {
      fields.push({ code: c, size: width, offset: size });
      size += width;
    }
  }
  return { format, native, fields, size, little };
}

const cache = new Map<string, Layout>();

function layoutOf(format: Obj): Layout | null {
  let text: string;
  if (isStr(format)) text = format.v;
  else if (isBytes(format)) text = String.fromCharCode(...format.v);
  else return typeError(`Struct() argument 1 must be a str or bytes object, not ${format.type.name}`);
  const known = cache.get(text);
  if (known !== undefined) return known;
  const layout = parse(text);
  if (layout === null) return null;
  if (cache.size > 100) cache.clear();
  cache.set(text, layout);
  return layout;
}

// --- packing -----------------------------------------------------------------------------------------

const RANGES: { [code: string]: [min: bigint, max: bigint] } = {};
for (const [code, bits, signed] of [
  ['b', 8, true],
  ['B', 8, false],
  ['h', 16, true],
  ['H', 16, false],
  ['i', 32, true],
  ['I', 32, false],
  ['q', 64, true],
  ['Q', 64, false],
] as const) {
  RANGES[code] = signed
    ? [-(1n << BigInt(bits - 1)), (1n << BigInt(bits - 1)) - 1n]
    : [0n, (1n << BigInt(bits)) - 1n];
}

/** The nearest half-precision number's bits; null: too large. CPython 3.12: PyFloat_Pack2 */
function halfBits(x: number): number | null {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const sign = view.getUint8(0) >> 7;
  if (Number.isNaN(x)) return (sign << 15) | 0x7e00;
  const a = Math.abs(x);
  if (a === Infinity) return (sign << 15) | 0x7c00;
  if (a === 0) return sign << 15;
  let e = Math.max(-14, Math.floor(Math.log2(a)));
  if (2 ** e > a && e > -14) e--;
  if (2 ** (e + 1) <= a) e++;
  // The mantissa in units of 2**(e - 10), rounded to even.
  const scaled = a / 2 ** (e - 10);
  let m = Math.floor(scaled);
  const rest = scaled - m;
  if (rest > 0.5 || (rest === 0.5 && m % 2 === 1)) m++;
  if (m >= 2048) {
    m /= 2;
    e++;
  }
  if (e > 15) return null;
  const bits = m < 1024 ? m : ((e + 15) << 10) | (m - 1024);
  return (sign << 15) | bits;
}

function halfValue(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const e = (bits >> 10) & 31;
  const m = bits & 1023;
  if (e === 31) return m === 0 ? sign * Infinity : Number.NaN;
  return sign * (e === 0 ? m * 2 ** -24 : (1024 + m) * 2 ** (e - 25));
}

/** Writes one value; false with an error. */
function* putG(view: DataView, at: number, f: Field, layout: Layout, value: Obj): Gen<boolean> {
  const { code, size } = f;
  switch (code) {
    case 'c': {
      if (!isBytes(value) || value.v.length !== 1) {
        fail('char format requires a bytes object of length 1');
        return false;
      }
      view.setUint8(at, value.v[0]!);
      return true;
    }
    case '?': {
      const t = yield* truthG(value);
      if (t < 0) return false;
      view.setUint8(at, t);
      return true;
    }
    case 's':
    case 'p': {
      const bytes = isBytes(value) || isByteArray(value) ? bufferBytes(value)! : null;
      if (bytes === null) {
        fail(`argument for '${code}' must be a bytes object`);
        return false;
      }
      const skip = code === 'p' ? 1 : 0;
      const n = Math.max(0, Math.min(bytes.length, size - skip));
      if (skip === 1 && size > 0) view.setUint8(at, Math.min(n, 255));
      for (let i = 0; i < n; i++) view.setUint8(at + skip + i, bytes[i]!);
      return true;
    }
    case 'e':
    case 'f':
    case 'd': {
      const x = yield* asDoubleG(value);
      if (x === null) {
        if (matches(PyExc.TypeError)) {
          clear();
          fail('required argument is not a float');
        }
        return false;
      }
      if (code === 'd') view.setFloat64(at, x, layout.little);
      else if (code === 'f') {
        if (!layout.native && Number.isFinite(x) && !Number.isFinite(Math.fround(x))) {
          raise(PyExc.OverflowError, 'float too large to pack with f format');
          return false;
        }
        view.setFloat32(at, x, layout.little);
      } else {
        const bits = halfBits(x);
        if (bits === null) {
          raise(PyExc.OverflowError, 'float too large to pack with e format');
          return false;
        }
        view.setUint16(at, bits, layout.little);
      }
      return true;
    }
  }
  // Integers.
  let i: Obj | null = value;
  if (isInt(value)) value.rc++;
  else {
    const index = value.type.nb_index;
    if (index === null) {
      fail('required argument is not an integer');
      return false;
    }
    i = index(value);
    if (i === null) i = yield* settle();
    if (i === null) return false;
  }
  const v = BigInt((i as Int).v);
  decref(i);
  const wide =
    size === 8
      ? code === code.toLowerCase() && code !== 'P'
        ? 'q'
        : 'Q'
      : code === 'l'
        ? 'i'
        : code === 'L'
          ? 'I'
          : code;
  const [min, max] = RANGES[wide]!;
  if (v < min || v > max) {
    fail(`'${code}' format requires ${min} <= number <= ${max}`);
    return false;
  }
  if (size === 8) view.setBigUint64(at, BigInt.asUintN(64, v), layout.little);
  else {
    const n = Number(v);
    if (size === 4) view.setInt32(at, n | 0, layout.little);
    else if (size === 2) view.setInt16(at, n, layout.little);
    else view.setInt8(at, n);
  }
  return true;
}

function* packIntoBytes(
  layout: Layout,
  values: readonly Obj[],
  target: Uint8Array,
  at: number,
): Gen<boolean> {
  const view = new DataView(target.buffer, target.byteOffset + at, layout.size);
  for (let i = 0; i < layout.size; i++) view.setUint8(i, 0);
  for (let i = 0; i < layout.fields.length; i++) {
    const f = layout.fields[i]!;
    if (!(yield* putG(view, f.offset, f, layout, values[i]!))) return false;
  }
  return true;
}

function* packG(layout: Layout, values: readonly Obj[]): Gen {
  const n = layout.fields.length;
  if (values.length !== n) return fail(`pack expected ${n} items for packing (got ${values.length})`);
  const out = new Uint8Array(layout.size);
  return (yield* packIntoBytes(layout, values, out, 0)) ? newBytes(out) : null;
}

/** The place of a write or read in a buffer; null with struct.error. */
function placeIn(name: string, layout: Layout, length: number, offset: number): number | null {
  const { size } = layout;
  const doing = name === 'pack_into' ? 'packing' : 'unpacking';
  if (offset < 0) {
    if (offset + size > 0) {
      return fail(
        name === 'pack_into'
          ? `no space to pack ${size} bytes at offset ${offset}`
          : `not enough data to unpack ${size} bytes`,
      );
    }
    if (offset + length < 0) return fail(`offset ${offset} out of range for ${length}-byte buffer`);
    offset += length;
  }
  if (length - offset < size) {
    return fail(
      `${name} requires a buffer of at least ${size + offset} bytes for ${doing} ${size} bytes at offset ${offset} (actual buffer size is ${length})`,
    );
  }
  return offset;
}

function* packIntoG(layout: Layout, args: readonly Obj[]): Gen {
  const n = layout.fields.length;
  if (args.length !== n + 2) {
    if (args.length === 0) return fail('pack_into expected buffer argument');
    if (args.length === 1) return fail('pack_into expected offset argument');
    return fail(`pack_into expected ${n} items for packing (got ${args.length - 2})`);
  }
  const offer = bufferOffer(args[0]!);
  if (offer === undefined || offer.readonly(args[0]!)) {
    return typeError(`argument must be read-write bytes-like object, not ${args[0]!.type.name}`);
  }
  const bytes = bufferBytes(args[0]!);
  if (bytes == null) return null;
  const offset = yield* ssizeG(args[1]!, PyExc.IndexError);
  const at = offset === null ? null : placeIn('pack_into', layout, bytes.length, offset);
  if (at === null) return null;
  return (yield* packIntoBytes(layout, args.slice(2), bytes, at)) ? none() : null;
}

// --- unpacking ---------------------------------------------------------------------------------------

function take(view: DataView, at: number, f: Field, little: boolean): Obj {
  const { code, size } = f;
  switch (code) {
    case 'c':
      return newBytes(Uint8Array.of(view.getUint8(at)));
    case '?':
      return newBool(view.getUint8(at) !== 0);
    case 's':
      return newBytes(new Uint8Array(view.buffer, view.byteOffset + at, size).slice());
    case 'p': {
      const n = size === 0 ? 0 : Math.min(view.getUint8(at), size - 1);
      return newBytes(new Uint8Array(view.buffer, view.byteOffset + at + 1, n).slice());
    }
    case 'e':
      return newFloat(halfValue(view.getUint16(at, little)));
    case 'f':
      return newFloat(view.getFloat32(at, little));
    case 'd':
      return newFloat(view.getFloat64(at, little));
  }
  const signed = code === code.toLowerCase() && code !== 'P';
  if (size === 8) return newIntBig(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
  if (size === 4) return newInt(signed ? view.getInt32(at, little) : view.getUint32(at, little));
  if (size === 2) return newInt(signed ? view.getInt16(at, little) : view.getUint16(at, little));
  return newInt(signed ? view.getInt8(at) : view.getUint8(at));
}

function unpackAt(layout: Layout, bytes: Uint8Array, at: number): Obj {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, layout.size);
  return newTuple(layout.fields.map((f) => take(view, f.offset, f, layout.little)));
}

function bytesArg(o: Obj): Uint8Array | null {
  const b = bufferBytes(o);
  return b === undefined ? typeError(`a bytes-like object is required, not '${o.type.name}'`) : b;
}

function unpack(layout: Layout, o: Obj): Res {
  const bytes = bytesArg(o);
  if (bytes === null) return null;
  if (bytes.length !== layout.size) return fail(`unpack requires a buffer of ${layout.size} bytes`);
  return unpackAt(layout, bytes, 0);
}

function* unpackFromG(layout: Layout, o: Obj, offsetArg: Obj | undefined): Gen {
  const bytes = bytesArg(o);
  if (bytes === null) return null;
  const offset = offsetArg === undefined ? 0 : yield* ssizeG(offsetArg, PyExc.IndexError);
  const at = offset === null ? null : placeIn('unpack_from', layout, bytes.length, offset);
  return at === null ? null : unpackAt(layout, bytes, at);
}

interface Unpacking extends Refs {
  layout: Layout;
  at: number;
}

const unpackIterType = iteratorType<Unpacking>({
  name: '_struct.unpack_iterator',
  sig: '()',
  doc: '',
  make: () => typeError("cannot create '_struct.unpack_iterator' instances"),
  next: (p) => {
    const o = p.refs[0];
    if (o == null) return null;
    const bytes = bufferBytes(o);
    if (bytes == null) return null;
    if (p.at + p.layout.size > bytes.length) return null;
    const r = unpackAt(p.layout, bytes, p.at);
    p.at += p.layout.size;
    return r;
  },
});

function iterUnpack(layout: Layout, o: Obj): Res {
  const bytes = bytesArg(o);
  if (bytes === null) return null;
  if (layout.size === 0) return fail('cannot iteratively unpack with a struct of length 0');
  if (bytes.length % layout.size !== 0) {
    return fail(`iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`);
  }
  o.rc++;
  return allocInstance<Unpacking>(unpackIterType, { refs: [o], layout, at: 0 });
}

// --- Struct ------------------------------------------------------------------------------------------

interface StructV {
  layout: Layout | null;
}
const structType = new PyType('_struct.Struct', TPFLAGS.BASETYPE, typeType);
structType.qualname = 'Struct';
structType.doc = 'Struct(fmt) --> compiled struct object';
structType.basicsize = 56;
structType.hasWeakrefs = true;
const S = (o: Obj): Layout => (o as Obj<StructV>).v.layout ?? parse('')!;
structType.tp_new = (cls) => allocInstance<StructV>(cls.v, { layout: null });
structType.tp_init = (o, args, kwnames) => {
  if (args.length !== 1) {
    const n = args.length - (kwnames === null ? 0 : kwnames.length);
    return typeError(
      args.length === 0
        ? "Struct() missing required argument 'format' (pos 1)"
        : `Struct() takes at most 1 argument (${n} given)`,
    );
  }
  const layout = layoutOf(args[0]!);
  if (layout === null) return null;
  (o as Obj<StructV>).v.layout = layout;
  return none();
};
method(
  structType,
  'pack',
  '($self, /, *args)',
  (o: Obj, args: Obj[]) => suspend(packG(S(o), args), [o, ...args]),
  'S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed according\nto the format string S.format.  See help(struct) for more on format\nstrings.',
);
method(
  structType,
  'pack_into',
  '($self, /, *args)',
  (o: Obj, args: Obj[]) => suspend(packIntoG(S(o), args), [o, ...args]),
  'S.pack_into(buffer, offset, v1, v2, ...)',
);
method(
  structType,
  'unpack',
  '($self, buffer, /)',
  (o: Obj, b: Obj) => unpack(S(o), b),
  'Return a tuple containing unpacked values.',
);
method(
  structType,
  'unpack_from',
  '($self, /, buffer, offset=0)',
  (o: Obj, b: Obj, offset: Obj | undefined) => suspend(unpackFromG(S(o), b, offset), [o, b]),
  'Return a tuple containing unpacked values.',
);
method(
  structType,
  'iter_unpack',
  '($self, buffer, /)',
  (o: Obj, b: Obj) => iterUnpack(S(o), b),
  'Return an iterator yielding tuples.',
);
getset(structType, 'format', (o) => newStr(S(o).format), null, 'struct format string');
getset(structType, 'size', (o) => newInt(S(o).size), null, 'struct size in bytes');
readyLater(structType);

const functions: FunctionRow[] = [
  ['_clearcache', '()', () => (cache.clear(), none()), 'Clear the internal cache.'],
  [
    'calcsize',
    '(format, /)',
    (_m: Obj, f: Obj) => {
      const layout = layoutOf(f);
      return layout === null ? null : newInt(layout.size);
    },
    'Return size in bytes of the struct described by the format string.',
  ],
  [
    'pack',
    '(*args)',
    function* (_m: Obj, args: Obj[]): Gen {
      if (args.length === 0) return typeError('pack expected at least 1 argument, got 0');
      const layout = layoutOf(args[0]!);
      return layout === null ? null : yield* packG(layout, args.slice(1));
    },
    'pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed according\nto the format string.  See help(struct) for more on format strings.',
  ],
  [
    'pack_into',
    '(*args)',
    function* (_m: Obj, args: Obj[]): Gen {
      if (args.length === 0) return typeError('pack_into expected at least 1 argument, got 0');
      const layout = layoutOf(args[0]!);
      return layout === null ? null : yield* packIntoG(layout, args.slice(1));
    },
    'pack_into(format, buffer, offset, v1, v2, ...)',
  ],
  [
    'unpack',
    '(format, buffer, /)',
    (_m: Obj, f: Obj, b: Obj) => {
      const layout = layoutOf(f);
      return layout === null ? null : unpack(layout, b);
    },
    'Return a tuple containing values unpacked according to the format string.',
  ],
  [
    'unpack_from',
    '(format, /, buffer, offset=0)',
    function* (_m: Obj, f: Obj, b: Obj, offset: Obj | undefined): Gen {
      const layout = layoutOf(f);
      return layout === null ? null : yield* unpackFromG(layout, b, offset);
    },
    'Return a tuple containing values unpacked according to the format string.',
  ],
  [
    'iter_unpack',
    '(format, buffer, /)',
    (_m: Obj, f: Obj, b: Obj) => {
      const layout = layoutOf(f);
      return layout === null ? null : iterUnpack(layout, b);
    },
    'Return an iterator yielding tuples unpacked from the given bytes.',
  ],
];

export const structModule = defineModule(
  '_struct',
  'Functions to convert between Python values and C structs.\nPython bytes objects are used to hold the data representing the C struct\nand also as format strings (explained below) to describe the layout of data\nin the C struct.',
  {
    functions,
    types: { Struct: structType },
    init: (m) => {
      module = m;
      moduleAdd(m, 'error', newExceptionClass('struct.error', PyExc.Exception));
    },
  },
);
