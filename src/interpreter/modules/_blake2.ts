// _blake2: BLAKE2b and BLAKE2s, with keys, salts and trees.
//
// A word of BLAKE2b is two halves of 32 bits here: BigInt is far slower.
//
// Answers to CPython 3.12: Modules/_blake2/blake2b_impl.c, blake2s_impl.c, blake2module.c; RFC 7693.

import { Obj, PyType, type Res, typeType } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { requireBuffer } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytescore.ts';
import { attribute, getset, method } from '../objects/descrobject.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { defineModule, readyLater } from '../objects/moduleobject.ts';
import { truthG } from '../objects/object.ts';
import { newStr } from '../objects/strcore.ts';
import { typeSignatures } from '../objects/typeobject.ts';
import { hashable, hexText, updateMethod } from './hashing.ts';

/** Order of the message words in each round. */
const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
] as const;
/** Columns, then diagonals. */
const MIX = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

// The same start as SHA-512 (and, by its upper halves, SHA-256).
const IV64 = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
const IV32 = IV64.map((v) => Number(v >> 32n));

interface Kind {
  name: string;
  out: number;
  block: number;
  salt: number;
  /** Compresses a block into the chaining state (bytes). */
  compress: (h: Uint8Array, block: Uint8Array, total: number, last: boolean, lastNode: boolean) => void;
  /** The chaining state before the parameter block is mixed in. */
  start: Uint8Array;
}

/** 64-bit words as pairs of halves (low, high). */
function compress64(h: Uint8Array, block: Uint8Array, total: number, last: boolean, lastNode: boolean): void {
  const m = new Uint32Array(block.buffer);
  const state = new Uint32Array(h.buffer);
  const v = new Uint32Array(32);
  v.set(state);
  v.set(START64, 16);
  v[24]! ^= total >>> 0;
  v[25]! ^= Math.floor(total / 2 ** 32);
  if (last) {
    v[28] = ~v[28]!;
    v[29] = ~v[29]!;
  }
  if (lastNode) {
    v[30] = ~v[30]!;
    v[31] = ~v[31]!;
  }
  // a += b + x
  const add = (a: number, b: number, x: number): void => {
    const low = v[a]! + v[b]! + m[x]!;
    v[a + 1] = v[a + 1]! + v[b + 1]! + m[x + 1]! + Math.floor(low / 2 ** 32);
    v[a] = low;
  };
  const addWord = (a: number, b: number): void => {
    const low = v[a]! + v[b]!;
    v[a + 1] = v[a + 1]! + v[b + 1]! + (low >= 2 ** 32 ? 1 : 0);
    v[a] = low;
  };
  // a = (a ^ b) rotated right by n
  const turn = (a: number, b: number, n: number): void => {
    let low = v[a]! ^ v[b]!;
    let high = v[a + 1]! ^ v[b + 1]!;
    if (n >= 32) [low, high] = [high, low];
    const r = n & 31;
    v[a] = r === 0 ? low : (low >>> r) | (high << (32 - r));
    v[a + 1] = r === 0 ? high : (high >>> r) | (low << (32 - r));
  };
  for (let round = 0; round < 12; round++) {
    const order = SIGMA[round % 10]!;
    for (let k = 0; k < 8; k++) {
      const mix = MIX[k]!;
      const a = 2 * mix[0];
      const b = 2 * mix[1];
      const c = 2 * mix[2];
      const d = 2 * mix[3];
      add(a, b, 2 * order[2 * k]!);
      turn(d, a, 32);
      addWord(c, d);
      turn(b, c, 24);
      add(a, b, 2 * order[2 * k + 1]!);
      turn(d, a, 16);
      addWord(c, d);
      turn(b, c, 63);
    }
  }
  for (let i = 0; i < 16; i++) state[i]! ^= v[i]! ^ v[i + 16]!;
}

function compress32(h: Uint8Array, block: Uint8Array, total: number, last: boolean, lastNode: boolean): void {
  const m = new Uint32Array(block.buffer);
  const state = new Uint32Array(h.buffer);
  const v = new Uint32Array(16);
  v.set(state);
  v.set(IV32, 8);
  v[12]! ^= total >>> 0;
  v[13]! ^= Math.floor(total / 2 ** 32);
  if (last) v[14] = ~v[14]!;
  if (lastNode) v[15] = ~v[15]!;
  const turn = (a: number, b: number, n: number): void => {
    const x = v[a]! ^ v[b]!;
    v[a] = (x >>> n) | (x << (32 - n));
  };
  for (let round = 0; round < 10; round++) {
    const order = SIGMA[round]!;
    for (let k = 0; k < 8; k++) {
      const [a, b, c, d] = MIX[k]!;
      v[a] = v[a]! + v[b]! + m[order[2 * k]!]!;
      turn(d, a, 16);
      v[c] = v[c]! + v[d]!;
      turn(b, c, 12);
      v[a] = v[a]! + v[b]! + m[order[2 * k + 1]!]!;
      turn(d, a, 8);
      v[c] = v[c]! + v[d]!;
      turn(b, c, 7);
    }
  }
  for (let i = 0; i < 8; i++) state[i]! ^= v[i]! ^ v[i + 8]!;
}

const START64 = new Uint32Array(BigUint64Array.from(IV64).buffer);
const BLAKE2B: Kind = {
  name: 'blake2b',
  out: 64,
  block: 128,
  salt: 16,
  compress: compress64,
  start: new Uint8Array(START64.buffer),
};
const BLAKE2S: Kind = {
  name: 'blake2s',
  out: 32,
  block: 64,
  salt: 8,
  compress: compress32,
  start: new Uint8Array(Uint32Array.from(IV32).buffer),
};

class Blake2 {
  private readonly kind: Kind;
  readonly size: number;
  private readonly lastNode: boolean;
  private h: Uint8Array;
  private block: Uint8Array;
  private filled = 0;
  private total = 0;
  constructor(kind: Kind, size: number, lastNode: boolean, parameters: Uint8Array) {
    this.kind = kind;
    this.size = size;
    this.lastNode = lastNode;
    this.h = kind.start.map((b, i) => b ^ parameters[i]!);
    this.block = new Uint8Array(kind.block);
  }
  /** The last block is kept back: it is compressed differently. */
  update(data: Uint8Array): void {
    const { kind, block } = this;
    let at = 0;
    while (at < data.length) {
      if (this.filled === kind.block) {
        this.total += kind.block;
        kind.compress(this.h, block, this.total, false, false);
        this.filled = 0;
      }
      const n = Math.min(kind.block - this.filled, data.length - at);
      block.set(data.subarray(at, at + n), this.filled);
      this.filled += n;
      at += n;
    }
  }
  copy(): Blake2 {
    const c = new Blake2(this.kind, this.size, this.lastNode, this.h);
    c.h = this.h.slice();
    c.block = this.block.slice();
    c.filled = this.filled;
    c.total = this.total;
    return c;
  }
  digest(): Uint8Array {
    const c = this.copy();
    c.block.fill(0, c.filled);
    c.kind.compress(c.h, c.block, c.total + c.filled, true, c.lastNode);
    return c.h.slice(0, c.size);
  }
}
const B = (o: Obj): Blake2 => (o as Obj<Blake2>).v;

const fail = (message: string): null => raise(PyExc.ValueError, message);

/** An unsigned or C int parameter; null: an error is set. */
function* numberG(o: Obj | undefined, otherwise: number, max: bigint, type: string): Gen<number | null> {
  if (o === undefined) return otherwise;
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = BigInt(i.v);
  i.rc--;
  if (type === 'int' && v < -(1n << 31n)) {
    return raise(PyExc.OverflowError, 'signed integer is less than minimum');
  }
  if (type !== 'int' && v < 0n) {
    return raise(PyExc.ValueError, 'value must be positive');
  }
  if (v > max) {
    if (type === 'int') return raise(PyExc.OverflowError, 'signed integer is greater than maximum');
    return type === 'unsigned long'
      ? raise(PyExc.OverflowError, 'Python int too large to convert to C unsigned long')
      : raise(PyExc.OverflowError, 'int too big to convert');
  }
  return Number(v);
}
const intG = (o: Obj | undefined, otherwise: number): Gen<number | null> =>
  numberG(o, otherwise, 0x7fffffffn, 'int');

const bytesOf = (o: Obj | undefined): Uint8Array | null =>
  o === undefined ? new Uint8Array(0) : requireBuffer(o);

/** CPython 3.12: py_blake2b_new_impl */
function* makeG(kind: Kind, type: PyType, args: (Obj | undefined)[]): Gen {
  const [data, sizeArg, keyArg, saltArg, personArg, ...tree] = args;
  const size = yield* intG(sizeArg, kind.out);
  if (size === null) return null;
  const key = bytesOf(keyArg);
  const salt = key === null ? null : bytesOf(saltArg);
  const person = salt === null ? null : bytesOf(personArg);
  if (key === null || salt === null || person === null) return null;
  const fanout = yield* intG(tree[0], 1);
  const depth = fanout === null ? null : yield* intG(tree[1], 1);
  if (fanout === null || depth === null) return null;
  const leaf = yield* numberG(tree[2], 0, (1n << 64n) - 1n, 'unsigned long');
  const offset = leaf === null ? null : yield* numberG(tree[3], 0, (1n << 64n) - 1n, 'unsigned long long');
  if (leaf === null || offset === null) return null;
  const nodeDepth = yield* intG(tree[4], 0);
  const inner = nodeDepth === null ? null : yield* intG(tree[5], 0);
  if (nodeDepth === null || inner === null) return null;
  const lastNode = tree[6] === undefined ? 0 : yield* truthG(tree[6]);
  if (lastNode < 0) return null;
  if (size <= 0 || size > kind.out) return fail(`digest_size must be between 1 and ${kind.out} bytes`);
  if (salt.length > kind.salt) return fail(`maximum salt length is ${kind.salt} bytes`);
  if (person.length > kind.salt) return fail(`maximum person length is ${kind.salt} bytes`);
  if (fanout < 0 || fanout > 255) return fail('fanout must be between 0 and 255');
  if (depth <= 0 || depth > 255) return fail('depth must be between 1 and 255');
  if (leaf > 0xffffffff) return raise(PyExc.OverflowError, 'leaf_size is too large');
  const wide = kind.out === 64;
  if (!wide && offset > 2 ** 48 - 1) return raise(PyExc.OverflowError, 'node_offset is too large');
  if (nodeDepth < 0 || nodeDepth > 255) return fail('node_depth must be between 0 and 255');
  if (inner < 0 || inner > kind.out) return fail(`inner_size must be between 0 and is ${kind.out}`);
  if (key.length > kind.out) return fail(`maximum key length is ${kind.out} bytes`);
  const p = new Uint8Array(kind.out);
  const view = new DataView(p.buffer);
  p.set([size, key.length, fanout, depth]);
  view.setUint32(4, leaf, true);
  view.setUint32(8, offset >>> 0, true);
  const high = Math.floor(offset / 2 ** 32);
  if (wide) {
    view.setUint32(12, high, true);
    p.set([nodeDepth, inner], 16);
  } else {
    view.setUint16(12, high, true);
    p.set([nodeDepth, inner], 14);
  }
  p.set(salt, kind.out - 2 * kind.salt);
  p.set(person, kind.out - kind.salt);
  const hash = new Blake2(kind, size, lastNode === 1, p);
  if (key.length > 0) {
    const block = new Uint8Array(kind.block);
    block.set(key);
    hash.update(block);
  }
  if (data !== undefined) {
    const bytes = hashable(data);
    if (bytes === null) return null;
    hash.update(bytes);
  }
  return new Obj<Blake2>(type, hash);
}

function blake2Type(kind: Kind): PyType {
  const { name } = kind;
  const type = new PyType(`_blake2.${name}`, 0, typeType);
  type.qualname = name;
  const sig = `(data=b'', /, *, digest_size=_blake2.${name}.MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        usedforsecurity=True)`;
  type.doc = `Return a new BLAKE2${name.slice(-1)} hash object.`;
  typeSignatures.set(type, sig);
  const def = new NativeDef(name, sig, () => null, null, null);
  type.tp_new = (_cls, args, kwnames): Res => {
    const bound = bindArguments(def, args, kwnames) as (Obj | undefined)[] | null;
    return bound === null ? null : suspend(makeG(kind, type, bound), args);
  };
  method(
    type,
    'copy',
    '($self, /)',
    (o) => new Obj<Blake2>(type, B(o).copy()),
    'Return a copy of the hash object.',
  );
  method(
    type,
    'digest',
    '($self, /)',
    (o) => newBytes(B(o).digest()),
    'Return the digest value as a bytes object.',
  );
  method(
    type,
    'hexdigest',
    '($self, /)',
    (o) => newStr(hexText(B(o).digest())),
    'Return the digest value as a string of hexadecimal digits.',
  );
  updateMethod(type, 'data', 'bytes-like object');
  getset(type, 'name', () => newStr(name));
  getset(type, 'block_size', () => newInt(kind.block));
  getset(type, 'digest_size', (o) => newInt(B(o).size));
  for (const [what, n] of sizes(kind)) attribute(type, what, newInt(n));
  readyLater(type);
  return type;
}

const sizes = (kind: Kind): [name: string, n: number][] => [
  ['SALT_SIZE', kind.salt],
  ['PERSON_SIZE', kind.salt],
  ['MAX_KEY_SIZE', kind.out],
  ['MAX_DIGEST_SIZE', kind.out],
];

const constants: { [name: string]: () => Obj } = {};
for (const kind of [BLAKE2B, BLAKE2S]) {
  for (const [what, n] of sizes(kind)) constants[`${kind.name.toUpperCase()}_${what}`] = () => newInt(n);
}

export const blake2Module = defineModule('_blake2', '_blake2b provides BLAKE2b for hashlib\n', {
  types: { blake2b: blake2Type(BLAKE2B), blake2s: blake2Type(BLAKE2S) },
  values: constants,
});
