// _md5 and _sha1.
//
// Answers to CPython 3.12: Modules/md5module.c, Modules/sha1module.c; RFC 1321, FIPS 180-4.

import { defineModule } from '../objects/moduleobject.ts';
import { BlockHasher, hashType } from './hashing.ts';

const rot = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const SINES = Uint32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

class Md5 extends BlockHasher {
  private h = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  constructor() {
    super(64, 8, false);
  }
  protected fresh(): Md5 {
    return new Md5();
  }
  protected take(other: Md5): void {
    this.h = other.h.slice();
  }
  protected block(data: Uint8Array, at: number): void {
    const view = new DataView(data.buffer, data.byteOffset + at, 64);
    let a = this.h[0]!;
    let b = this.h[1]!;
    let c = this.h[2]!;
    let d = this.h[3]!;
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      let f: number;
      let g: number;
      if (round === 0) {
        f = (b & c) | (~b & d);
        g = i;
      } else if (round === 1) {
        f = (d & b) | (~d & c);
        g = (5 * i + 1) % 16;
      } else if (round === 2) {
        f = b ^ c ^ d;
        g = (3 * i + 5) % 16;
      } else {
        f = c ^ (b | ~d);
        g = (7 * i) % 16;
      }
      const sum = (a + f + SINES[i]! + view.getUint32(4 * g, true)) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + rot(sum, SHIFTS[round]![i % 4]!)) | 0;
    }
    [a, b, c, d].forEach((v, i) => {
      this.h[i] = this.h[i]! + v;
    });
  }
  protected result(): Uint8Array {
    const out = new Uint8Array(16);
    const view = new DataView(out.buffer);
    this.h.forEach((v, i) => {
      view.setUint32(4 * i, v, true);
    });
    return out;
  }
}

class Sha1 extends BlockHasher {
  private h = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  constructor() {
    super(64, 8, true);
  }
  protected fresh(): Sha1 {
    return new Sha1();
  }
  protected take(other: Sha1): void {
    this.h = other.h.slice();
  }
  protected block(data: Uint8Array, at: number): void {
    const view = new DataView(data.buffer, data.byteOffset + at, 64);
    const w = new Uint32Array(80);
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(4 * i);
    for (let i = 16; i < 80; i++) w[i] = rot(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 1);
    let [a, b, c, d, e] = Array.from(this.h) as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const f =
        i < 20 ? (b & c) | (~b & d) : i < 40 ? b ^ c ^ d : i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const k = i < 20 ? 0x5a827999 : i < 40 ? 0x6ed9eba1 : i < 60 ? 0x8f1bbcdc : 0xca62c1d6;
      const t = (rot(a, 5) + f + e + k + w[i]!) | 0;
      e = d;
      d = c;
      c = rot(b, 30);
      b = a;
      a = t;
    }
    [a, b, c, d, e].forEach((v, i) => {
      this.h[i] = this.h[i]! + v;
    });
  }
  protected result(): Uint8Array {
    const out = new Uint8Array(20);
    const view = new DataView(out.buffer);
    this.h.forEach((v, i) => {
      view.setUint32(4 * i, v);
    });
    return out;
  }
}

const md5 = hashType('_md5.md5', 'md5', 16, 64, () => new Md5());
const sha1 = hashType('_sha1.sha1', 'sha1', 20, 64, () => new Sha1());

export const md5Module = defineModule('_md5', null, { functions: [md5.row], types: { MD5Type: md5.type } });
export const sha1Module = defineModule('_sha1', null, {
  functions: [sha1.row],
  types: { SHA1Type: sha1.type },
});
