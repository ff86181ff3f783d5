// _sha3: SHA-3 and SHAKE.
//
// The sponge of 25 lanes of 64 bits, each lane as two halves of 32: BigInt was measured far slower for SHA-512.
//
// Answers to CPython 3.12: Modules/_sha3/sha3module.c; FIPS 202.

import { Obj, PyType, type Res, typeType } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { newBytes } from '../objects/bytescore.ts';
import { getset, method } from '../objects/descrobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { isInt, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { defineModule, readyLater } from '../objects/moduleobject.ts';
import { newStr } from '../objects/strcore.ts';
import { hashable, hexText, updateMethod } from './hashing.ts';

/** Round constants, low and high halves, from the standard's shift register. */
const ROUNDS = new Uint32Array(48);
/** Rotation of each lane and where it goes, as the standard's walk meets them. */
const ROTATE = new Uint8Array(25);
const GOES = new Uint8Array(25);

function makeTables(): void {
  let register = 1;
  for (let round = 0; round < 24; round++) {
    for (let j = 0; j < 7; j++) {
      const at = (1 << j) - 1;
      if ((register & 1) !== 0) ROUNDS[2 * round + (at >> 5)]! ^= 1 << (at & 31);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
  }
  let x = 1;
  let y = 0;
  for (let t = 0; t < 24; t++) {
    ROTATE[x + 5 * y] = (((t + 1) * (t + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  for (let i = 0; i < 25; i++) {
    const column = i % 5;
    const row = (i - column) / 5;
    GOES[i] = row + 5 * ((2 * column + 3 * row) % 5);
  }
}
makeTables();

/** The permutation of a state of 25 lanes: low half, high half. */
function permute(s: Uint32Array): void {
  const c = new Uint32Array(10);
  const b = new Uint32Array(50);
  for (let round = 0; round < 48; round += 2) {
    for (let x = 0; x < 10; x++) c[x] = s[x]! ^ s[x + 10]! ^ s[x + 20]! ^ s[x + 30]! ^ s[x + 40]!;
    for (let x = 0; x < 5; x++) {
      const left = 2 * ((x + 4) % 5);
      const right = 2 * ((x + 1) % 5);
      const low = c[right]!;
      const high = c[right + 1]!;
      const d0 = c[left]! ^ ((low << 1) | (high >>> 31));
      const d1 = c[left + 1]! ^ ((high << 1) | (low >>> 31));
      for (let y = 2 * x; y < 50; y += 10) {
        s[y]! ^= d0;
        s[y + 1]! ^= d1;
      }
    }
    for (let i = 0; i < 25; i++) {
      const n = ROTATE[i]!;
      const to = 2 * GOES[i]!;
      const swap = n & 32;
      const low = s[2 * i + (swap === 0 ? 0 : 1)]!;
      const high = s[2 * i + (swap === 0 ? 1 : 0)]!;
      const r = n & 31;
      b[to] = r === 0 ? low : (low << r) | (high >>> (32 - r));
      b[to + 1] = r === 0 ? high : (high << r) | (low >>> (32 - r));
    }
    for (let y = 0; y < 50; y += 10) {
      for (let x = 0; x < 10; x++) s[y + x] = b[y + x]! ^ (~b[y + ((x + 2) % 10)]! & b[y + ((x + 4) % 10)]!);
    }
    s[0]! ^= ROUNDS[round]!;
    s[1]! ^= ROUNDS[round + 1]!;
  }
}

class Sponge {
  private state = new Uint32Array(50);
  private readonly bytes: Uint8Array;
  private at = 0;
  readonly rate: number;
  readonly suffix: number;
  constructor(rate: number, suffix: number) {
    this.rate = rate;
    this.suffix = suffix;
    this.bytes = new Uint8Array(this.state.buffer);
  }
  update(data: Uint8Array): void {
    for (let i = 0; i < data.length; i++) {
      this.bytes[this.at++]! ^= data[i]!;
      if (this.at === this.rate) {
        permute(this.state);
        this.at = 0;
      }
    }
  }
  copy(): Sponge {
    const c = new Sponge(this.rate, this.suffix);
    c.bytes.set(this.bytes);
    c.at = this.at;
    return c;
  }
  /** What comes out; feeding may go on. */
  digest(length: number): Uint8Array {
    const c = this.copy();
    c.bytes[c.at]! ^= c.suffix;
    c.bytes[c.rate - 1]! ^= 0x80;
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += c.rate) {
      permute(c.state);
      out.set(c.bytes.subarray(0, Math.min(c.rate, length - at)), at);
    }
    return out;
  }
}

const S = (o: Obj): Sponge => (o as Obj<Sponge>).v;

function* lengthG(length: Obj): Gen<number | null> {
  if (!isInt(length)) return typeError('an integer is required');
  const n = yield* ssizeG(length, null);
  if (n === null) return null;
  if (n < 0) return raise(PyExc.ValueError, 'value must be positive');
  return n >= 2 ** 29 ? raise(PyExc.ValueError, 'length is too large') : n;
}

/** `size` 0: an extendable output, whose length is asked for. */
function sha3Type(name: string, size: number, capacity: number): PyType {
  const type = new PyType(`_sha3.${name}`, 0, typeType);
  type.qualname = name;
  const suffix = size === 0 ? 0x1f : 0x06;
  const rate = 200 - capacity;
  type.doc =
    size === 0
      ? `${name}([data], *, usedforsecurity=True) -> SHAKE object\n\nReturn a new SHAKE hash object.`
      : `${name}([data], *, usedforsecurity=True) -> SHA3 object\n\nReturn a new SHA3 hash object with a hashbit length of ${size} bytes.`;
  const create = (sponge: Sponge): Obj => new Obj<Sponge>(type, sponge);
  const def = new NativeDef(name, "(data=b'', /, *, usedforsecurity=True)", () => null, null, null);
  type.tp_new = (_cls, args, kwnames): Res => {
    const bound = bindArguments(def, args, kwnames) as (Obj | undefined)[] | null;
    if (bound === null) return null;
    const sponge = new Sponge(rate, suffix);
    if (bound[0] !== undefined) {
      const bytes = hashable(bound[0]);
      if (bytes === null) return null;
      sponge.update(bytes);
    }
    return create(sponge);
  };
  method(type, 'copy', '($self, /)', (o) => create(S(o).copy()), 'Return a copy of the hash object.');
  const digests = [
    ['digest', (b: Uint8Array): Obj => newBytes(b), 'Return the digest value as a bytes object.'],
    [
      'hexdigest',
      (b: Uint8Array): Obj => newStr(hexText(b)),
      'Return the digest value as a string of hexadecimal digits.',
    ],
  ] as const;
  for (const [what, make, doc] of digests) {
    if (size > 0) method(type, what, '($self, /)', (o) => make(S(o).digest(size)), doc);
    else {
      const digestG = function* (o: Obj, length: Obj): Gen {
        const n = yield* lengthG(length);
        return n === null ? null : make(S(o).digest(n));
      };
      method(type, what, '($self, length, /)', (o: Obj, n: Obj) => suspend(digestG(o, n), [o, n]), doc);
    }
  }
  updateMethod(type, 'data', 'bytes-like object');
  getset(type, 'block_size', () => newInt(rate));
  getset(type, 'name', () => newStr(name));
  getset(type, 'digest_size', () => newInt(size));
  getset(type, '_capacity_bits', () => newInt(8 * capacity));
  getset(type, '_rate_bits', () => newInt(8 * rate));
  getset(type, '_suffix', () => newBytes(Uint8Array.of(suffix)));
  readyLater(type);
  return type;
}

export const sha3Module = defineModule('_sha3', null, {
  types: {
    sha3_224: sha3Type('sha3_224', 28, 56),
    sha3_256: sha3Type('sha3_256', 32, 64),
    sha3_384: sha3Type('sha3_384', 48, 96),
    sha3_512: sha3Type('sha3_512', 64, 128),
    shake_128: sha3Type('shake_128', 0, 32),
    shake_256: sha3Type('shake_256', 0, 64),
  },
  values: { implementation: () => newStr('HACL') },
});
