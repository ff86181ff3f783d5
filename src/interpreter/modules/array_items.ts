// The items of arrays: one kind for each type code, with how an item is read, and how a Python object becomes one.
//
// Answers to CPython 3.12: Modules/arraymodule.c (b_getitem ... d_setitem, mformat_descriptors).

import { decref, type Obj, type Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { asDoubleG, plainDouble } from '../objects/abstract_number.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { intType, newInt, newIntBig } from '../objects/longcore.ts';
import { codePoints, isStr, newStr } from '../objects/strcore.ts';

export type Items =
  | Int8Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | BigInt64Array<ArrayBuffer>
  | BigUint64Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

export interface ItemKind {
  code: string;
  itemsize: number;
  /** What the buffer protocol calls the format. */
  format: string;
  /** Looks at memory as items. */
  view: (memory: ArrayBuffer) => Items;
  /** Least and greatest value of an integer kind. */
  min: bigint;
  max: bigint;
  /** Number of the machine format in a pickle, little-endian. */
  machine: number;
}

const kind = (
  code: string,
  itemsize: number,
  signed: boolean,
  machine: number,
  view: (memory: ArrayBuffer) => Items,
): ItemKind => {
  const bits = BigInt(8 * itemsize);
  return {
    code,
    itemsize,
    format: code === 'u' ? 'w' : code,
    view,
    min: signed ? -(1n << (bits - 1n)) : 0n,
    max: signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n,
    machine,
  };
};

/** In CPython's order. */
export const KINDS: readonly ItemKind[] = [
  kind('b', 1, true, 1, (m) => new Int8Array(m)),
  kind('B', 1, false, 0, (m) => new Uint8Array(m)),
  kind('u', 4, false, 20, (m) => new Uint32Array(m)),
  kind('h', 2, true, 4, (m) => new Int16Array(m)),
  kind('H', 2, false, 2, (m) => new Uint16Array(m)),
  kind('i', 4, true, 8, (m) => new Int32Array(m)),
  kind('I', 4, false, 6, (m) => new Uint32Array(m)),
  kind('l', 8, true, 12, (m) => new BigInt64Array(m)),
  kind('L', 8, false, 10, (m) => new BigUint64Array(m)),
  kind('q', 8, true, 12, (m) => new BigInt64Array(m)),
  kind('Q', 8, false, 10, (m) => new BigUint64Array(m)),
  kind('f', 4, true, 14, (m) => new Float32Array(m)),
  kind('d', 8, true, 16, (m) => new Float64Array(m)),
];

export const kindOf = (code: string): ItemKind | undefined => KINDS.find((k) => k.code === code);

/** The Python object of an item. */
export function itemValue(kind: ItemKind, item: number | bigint): Res {
  if (typeof item === 'bigint') return newIntBig(item);
  switch (kind.code) {
    case 'f':
    case 'd':
      return newFloat(item);
    case 'u':
      if (item > 0x10ffff) {
        return raise(
          PyExc.ValueError,
          `character U+${item.toString(16).padStart(4, '0')} is not in range [U+0000; U+10ffff]`,
        );
      }
      return newStr(String.fromCodePoint(item));
    default:
      return newInt(item);
  }
}

const TOO_LARGE: { [code: string]: [less: string, greater: string] } = {
  b: ['signed char is less than minimum', 'signed char is greater than maximum'],
  B: ['unsigned byte integer is less than minimum', 'unsigned byte integer is greater than maximum'],
  h: ['signed short integer is less than minimum', 'signed short integer is greater than maximum'],
  H: ['unsigned short is less than minimum', 'unsigned short is greater than maximum'],
  i: ['signed integer is less than minimum', 'signed integer is greater than maximum'],
  I: ["can't convert negative value to unsigned int", 'unsigned int is greater than maximum'],
  l: ['Python int too large to convert to C long', 'Python int too large to convert to C long'],
  L: ["can't convert negative value to unsigned int", 'Python int too large to convert to C unsigned long'],
  q: ['int too big to convert', 'int too big to convert'],
  Q: ["can't convert negative int to unsigned", 'int too big to convert'],
};

/** What the value's conversion to the C type, before the kind's own test, says first. */
function outOfRange(kind: ItemKind, v: bigint): string {
  const small = kind.code === 'b' ? 'h' : kind.code;
  if (kind.code === 'b' && (v < -32768n || v > 32767n)) return outOfRange(kindOf('h')!, v);
  if ('bhi'.includes(kind.code) || kind.code === 'B' || kind.code === 'H') {
    const wide = 1n << 63n;
    if (v < -wide || v >= wide) return 'Python int too large to convert to C long';
  }
  if (kind.code === 'H' && (v < -(1n << 31n) || v >= 1n << 31n)) return outOfRange(kindOf('i')!, v);
  if (kind.code === 'I' && v >= 1n << 64n) return 'Python int too large to convert to C unsigned long';
  return TOO_LARGE[small === 'h' && kind.code === 'b' ? 'b' : small]![v < kind.min ? 0 : 1];
}

/** The item of a Python object, at once or after its `__index__` or `__float__`; null: an error is set. */
export function* itemG(kind: ItemKind, o: Obj): Gen<number | bigint | null> {
  const { code } = kind;
  if (code === 'u') {
    if (!isStr(o)) return typeError(`array item must be unicode character`);
    return codePoints(o.v) === 1 ? o.v.codePointAt(0)! : typeError('array item must be unicode character');
  }
  if (code === 'f' || code === 'd') return plainDouble(o) ?? (yield* asDoubleG(o));
  if (o.type === intType && typeof o.v === 'number' && kind.itemsize < 8) {
    if (o.v >= Number(kind.min) && o.v <= Number(kind.max)) return o.v;
  }
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = BigInt(i.v);
  decref(i);
  if (v < kind.min || v > kind.max) return raise(PyExc.OverflowError, outOfRange(kind, v));
  return kind.itemsize === 8 ? v : Number(v);
}

// --- pickles -----------------------------------------------------------------------------------------

/** Size of an item, and whether it is signed, of CPython's machine formats 0 to 21; odd ones of two bytes up are big-endian. */
const FORMATS: readonly (readonly [size: number, code: string])[] = [
  [1, 'B'],
  [1, 'b'],
  [2, 'H'],
  [2, 'H'],
  [2, 'h'],
  [2, 'h'],
  [4, 'I'],
  [4, 'I'],
  [4, 'i'],
  [4, 'i'],
  [8, 'Q'],
  [8, 'Q'],
  [8, 'q'],
  [8, 'q'],
  [4, 'f'],
  [4, 'f'],
  [8, 'd'],
  [8, 'd'],
  [2, 'u'],
  [2, 'u'],
  [4, 'u'],
  [4, 'u'],
];
export const FORMAT_COUNT = FORMATS.length;

/** The kind a pickle of another machine becomes here, and its bytes turned to little-endian. */
export function decodeItems(
  format: number,
  bytes: Uint8Array,
): { kind: ItemKind; memory: Uint8Array } | null {
  const [size, code] = FORMATS[format]!;
  if (bytes.length % size !== 0) {
    return raise(PyExc.ValueError, 'string length not a multiple of item size');
  }
  const memory = bytes.slice();
  if (format > 1 && format % 2 === 1) swapBytes(memory, size);
  const kind = kindOf(code)!;
  if (code !== 'u' || size === 4) return { kind, memory };
  const text = new TextDecoder('utf-16le').decode(memory);
  const points = Uint32Array.from(text, (c) => c.codePointAt(0)!);
  return { kind, memory: new Uint8Array(points.buffer) };
}

/** Turns the bytes of each item around. */
export function swapBytes(memory: Uint8Array, size: number): void {
  for (let at = 0; at + size <= memory.length; at += size) memory.subarray(at, at + size).reverse();
}
