// _sha2: SHA-224, SHA-256, SHA-384, SHA-512.
//
// The constants are made as the standard defines them: bits of the roots of the first primes.
//
// Answers to CPython 3.12: Modules/sha2module.c; FIPS 180-4.

import { defineModule } from '../objects/moduleobject.ts';
import { BlockHasher, hashType } from './hashing.ts';
import { isqrtOf } from './math_integer.ts';

const primes: bigint[] = [];
for (let n = 2n; primes.length < 80; n++) if (primes.every((p) => n % p !== 0n)) primes.push(n);

function cubeRoot(n: bigint): bigint {
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 3) + 1);
  for (;;) {
    const y = (2n * x + n / (x * x)) / 3n;
    if (y >= x) return x;
    x = y;
  }
}
const MASK = (1n << 64n) - 1n;
/** The first 64 bits of the fraction of a root. */
const cubes = primes.map((p) => cubeRoot(p << 192n) & MASK);
const squares = primes.slice(0, 16).map((p) => isqrtOf(p << 128n) & MASK);

const K32 = Uint32Array.from(cubes.slice(0, 64), (k) => Number(k >> 32n));

class Sha256 extends BlockHasher {
  private h: Uint32Array;
  private readonly size: number;
  private readonly start: readonly number[];
  constructor(start: readonly number[], size: number) {
    super(64, 8, true);
    this.start = start;
    this.size = size;
    this.h = Uint32Array.from(start);
  }
  protected fresh(): Sha256 {
    return new Sha256(this.start, this.size);
  }
  protected take(other: Sha256): void {
    this.h = other.h.slice();
  }
  protected block(data: Uint8Array, at: number): void {
    const w = new Uint32Array(64);
    for (let i = 0; i < 16; i++) {
      const p = at + 4 * i;
      w[i] = (data[p]! << 24) | (data[p + 1]! << 16) | (data[p + 2]! << 8) | data[p + 3]!;
    }
    const rot = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15]!;
      const b = w[i - 2]!;
      const s0 = rot(a, 7) ^ rot(a, 18) ^ (a >>> 3);
      const s1 = rot(b, 17) ^ rot(b, 19) ^ (b >>> 10);
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    let [a, b, c, d, e, f, g, h] = this.h as unknown as number[] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      const s1 = rot(e, 6) ^ rot(e, 11) ^ rot(e, 25);
      const ch = (e & f) ^ (~e & g);
      const t1 = (h + s1 + ch + K32[i]! + w[i]!) | 0;
      const s0 = rot(a, 2) ^ rot(a, 13) ^ rot(a, 22);
      const maj = (a & b) ^ (a & c) ^ (b & c);
      const t2 = (s0 + maj) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((v, i) => {
      this.h[i] = this.h[i]! + v;
    });
  }
  protected result(): Uint8Array {
    const out = new Uint8Array(32);
    const view = new DataView(out.buffer);
    this.h.forEach((v, i) => {
      view.setUint32(4 * i, v);
    });
    return out.slice(0, this.size);
  }
}

class Sha512 extends BlockHasher {
  private h: BigUint64Array;
  private readonly size: number;
  private readonly start: readonly bigint[];
  constructor(start: readonly bigint[], size: number) {
    super(128, 16, true);
    this.start = start;
    this.size = size;
    this.h = BigUint64Array.from(start);
  }
  protected fresh(): Sha512 {
    return new Sha512(this.start, this.size);
  }
  protected take(other: Sha512): void {
    this.h = other.h.slice();
  }
  protected block(data: Uint8Array, at: number): void {
    const view = new DataView(data.buffer, data.byteOffset + at, 128);
    const w: bigint[] = [];
    for (let i = 0; i < 16; i++) w.push(view.getBigUint64(8 * i));
    const rot = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (64n - n))) & MASK;
    for (let i = 16; i < 80; i++) {
      const a = w[i - 15]!;
      const b = w[i - 2]!;
      const s0 = rot(a, 1n) ^ rot(a, 8n) ^ (a >> 7n);
      const s1 = rot(b, 19n) ^ rot(b, 61n) ^ (b >> 6n);
      w.push((w[i - 16]! + s0 + w[i - 7]! + s1) & MASK);
    }
    const v = Array.from(this.h);
    for (let i = 0; i < 80; i++) {
      const [a, b, c, d, e, f, g, h] = v as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
      const s1 = rot(e, 14n) ^ rot(e, 18n) ^ rot(e, 41n);
      const ch = (e & f) ^ (~e & MASK & g);
      const t1 = (h + s1 + ch + cubes[i]! + w[i]!) & MASK;
      const s0 = rot(a, 28n) ^ rot(a, 34n) ^ rot(a, 39n);
      const maj = (a & b) ^ (a & c) ^ (b & c);
      v.pop();
      v[3] = (d + t1) & MASK;
      v.unshift((t1 + s0 + maj) & MASK);
    }
    v.forEach((x, i) => {
      this.h[i] = (this.h[i]! + x) & MASK;
    });
  }
  protected result(): Uint8Array {
    const out = new Uint8Array(64);
    const view = new DataView(out.buffer);
    this.h.forEach((x, i) => {
      view.setBigUint64(8 * i, x);
    });
    return out.slice(0, this.size);
  }
}

const start256 = squares.slice(0, 8).map((s) => Number(s >> 32n));
const start224 = squares.slice(8, 16).map((s) => Number(s & 0xffffffffn));

const sha224 = hashType('_sha2.SHA224Type', 'sha224', 28, 64, () => new Sha256(start224, 28));
const sha256 = hashType('_sha2.SHA256Type', 'sha256', 32, 64, () => new Sha256(start256, 32));
const sha384 = hashType('_sha2.SHA384Type', 'sha384', 48, 128, () => new Sha512(squares.slice(8, 16), 48));
const sha512 = hashType('_sha2.SHA512Type', 'sha512', 64, 128, () => new Sha512(squares.slice(0, 8), 64));

export const sha2Module = defineModule('_sha2', null, {
  functions: [sha224.row, sha256.row, sha384.row, sha512.row],
  types: {
    SHA224Type: sha224.type,
    SHA256Type: sha256.type,
    SHA384Type: sha384.type,
    SHA512Type: sha512.type,
  },
});
