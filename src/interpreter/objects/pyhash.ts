// Hash functions: what `hash()` answers for numbers, strings and bytes, bit for bit.
//
// A 64-bit hash does not fit a JavaScript number, so a hash travels as two int32 halves: the low one is
// returned, the high one left in `tstate.hashHi`. Tables look at the low half; only `hash()` and the set's
// probe sequence need both.
//
// Answers to CPython 3.12: Python/pyhash.c (SipHash-1-3, _Py_HashDouble), Objects/longobject.c long_hash.

import { tstate } from '../memory/object.ts';

const MODULUS = (1n << 61n) - 1n;

// SipHash keys, as 32-bit halves. Zero is what CPython has under PYTHONHASHSEED=0.
let k0lo = 0;
let k0hi = 0;
let k1lo = 0;
let k1hi = 0;

/**
 * Sets the seed of string hashes, as PYTHONHASHSEED does: 0 turns randomisation off.
 * CPython 3.12: Python/bootstrap_hash.c lcg_urandom
 */
export function setHashSeed(seed: number): void {
  if (seed === 0) {
    k0lo = k0hi = k1lo = k1hi = 0;
    return;
  }
  const bytes = new Uint8Array(16);
  let x = seed >>> 0;
  for (let i = 0; i < 16; i++) {
    x = (Math.imul(x, 214013) + 2531011) >>> 0;
    bytes[i] = (x >>> 16) & 0xff;
  }
  const view = new DataView(bytes.buffer);
  k0lo = view.getInt32(0, true);
  k0hi = view.getInt32(4, true);
  k1lo = view.getInt32(8, true);
  k1hi = view.getInt32(12, true);
}

/**
 * SipHash-1-3 of `length` bytes; `byteAt` and `wordAt` read the data. Never answers -1 (it becomes -2).
 * CPython 3.12: Python/pyhash.c siphash13
 */
function siphash13(length: number, wordAt: (i: number) => number): number {
  let v0l = k0lo ^ 0x70736575;
  let v0h = k0hi ^ 0x736f6d65;
  let v1l = k1lo ^ 0x6e646f6d;
  let v1h = k1hi ^ 0x646f7261;
  let v2l = k0lo ^ 0x6e657261;
  let v2h = k0hi ^ 0x6c796765;
  let v3l = k1lo ^ 0x79746573;
  let v3h = k1hi ^ 0x74656462;
  const blocks = length >>> 3;
  // One pass for each whole block, one for the last (its top byte is the length), three to finish.
  const rounds = blocks + 4;
  for (let r = 0; r < rounds; r++) {
    let ml = 0;
    let mh = 0;
    if (r <= blocks) {
      ml = wordAt(2 * r);
      mh = wordAt(2 * r + 1);
      if (r === blocks) mh |= length << 24;
      v3l ^= ml;
      v3h ^= mh;
    } else if (r === blocks + 1) {
      v2l ^= 0xff;
    }
    // HALF_ROUND(v0, v1, v2, v3, 13, 16)
    let s = (v0l >>> 0) + (v1l >>> 0);
    v0h = (v0h + v1h + (s > 0xffffffff ? 1 : 0)) | 0;
    v0l = s | 0;
    s = (v2l >>> 0) + (v3l >>> 0);
    v2h = (v2h + v3h + (s > 0xffffffff ? 1 : 0)) | 0;
    v2l = s | 0;
    let tl = (v1l << 13) | (v1h >>> 19);
    let th = (v1h << 13) | (v1l >>> 19);
    v1l = tl ^ v0l;
    v1h = th ^ v0h;
    tl = (v3l << 16) | (v3h >>> 16);
    th = (v3h << 16) | (v3l >>> 16);
    v3l = tl ^ v2l;
    v3h = th ^ v2h;
    tl = v0l;
    v0l = v0h;
    v0h = tl;
    // HALF_ROUND(v2, v1, v0, v3, 17, 21)
    s = (v2l >>> 0) + (v1l >>> 0);
    v2h = (v2h + v1h + (s > 0xffffffff ? 1 : 0)) | 0;
    v2l = s | 0;
    s = (v0l >>> 0) + (v3l >>> 0);
    v0h = (v0h + v3h + (s > 0xffffffff ? 1 : 0)) | 0;
    v0l = s | 0;
    tl = (v1l << 17) | (v1h >>> 15);
    th = (v1h << 17) | (v1l >>> 15);
    v1l = tl ^ v2l;
    v1h = th ^ v2h;
    tl = (v3l << 21) | (v3h >>> 11);
    th = (v3h << 21) | (v3l >>> 11);
    v3l = tl ^ v0l;
    v3h = th ^ v0h;
    tl = v2l;
    v2l = v2h;
    v2h = tl;
    if (r <= blocks) {
      v0l ^= ml;
      v0h ^= mh;
    }
  }
  const lo = v0l ^ v1l ^ v2l ^ v3l;
  const hi = v0h ^ v1h ^ v2h ^ v3h;
  tstate.hashHi = hi;
  return lo === -1 && hi === -1 ? -2 : lo;
}

// The words of the string being hashed, reused from call to call.
let words = new Int32Array(256);
const wordAt = (i: number): number => words[i]!;

/**
 * Hash of a str, over its bytes as CPython stores them: 1, 2 or 4 bytes a character.
 * CPython 3.12: Objects/unicodeobject.c unicode_hash
 */
export function hashString(s: string): number {
  const n = s.length;
  if (n === 0) {
    tstate.hashHi = 0;
    return 0;
  }
  let max = 0;
  for (let i = 0; i < n; i++) max |= s.charCodeAt(i);
  if (words.length < n + 4) words = new Int32Array(2 * n + 8);
  if (max < 0x100) {
    const count = ((n >>> 3) + 1) * 2;
    words.fill(0, 0, count);
    for (let i = 0; i < n; i++) words[i >>> 2]! |= s.charCodeAt(i) << ((i & 3) << 3);
    return siphash13(n, wordAt);
  }
  let astral = false;
  if (max >= 0xd800) {
    for (let i = 0; i + 1 < n; i++) {
      if ((s.charCodeAt(i) & 0xfc00) === 0xd800 && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
        astral = true;
        break;
      }
    }
  }
  if (!astral) {
    const bytes = 2 * n;
    words.fill(0, 0, ((bytes >>> 3) + 1) * 2);
    for (let i = 0; i < n; i++) words[i >>> 1]! |= s.charCodeAt(i) << ((i & 1) << 4);
    return siphash13(bytes, wordAt);
  }
  let count = 0;
  for (const ch of s) words[count++] = ch.codePointAt(0)!;
  words[count] = 0;
  words[count + 1] = 0;
  return siphash13(4 * count, wordAt);
}

/** Hash of bytes. CPython 3.12: Python/pyhash.c _Py_HashBytes */
export function hashBytes(b: Uint8Array): number {
  const n = b.length;
  if (n === 0) {
    tstate.hashHi = 0;
    return 0;
  }
  if (words.length < n + 4) words = new Int32Array(2 * n + 8);
  words.fill(0, 0, ((n >>> 3) + 1) * 2);
  for (let i = 0; i < n; i++) words[i >>> 2]! |= b[i]! << ((i & 3) << 3);
  return siphash13(n, wordAt);
}

/** Splits a 64-bit value (a Python hash) into its halves; -1, the sign of an error in C, becomes -2. */
export function hashFromBigInt(h: bigint): number {
  if (h === -1n) h = -2n;
  tstate.hashHi = Number(BigInt.asIntN(32, h >> 32n));
  return Number(BigInt.asIntN(32, h));
}

/** Hash of an int: its value modulo 2^61 - 1, with its sign. CPython 3.12: Objects/longobject.c long_hash */
export function hashInt(v: number | bigint): number {
  if (typeof v === 'number') {
    // Every safe integer is below the modulus, so it is its own hash.
    if (v === -1) v = -2;
    tstate.hashHi = Math.floor(v / 4294967296) | 0;
    return v | 0;
  }
  return hashFromBigInt(v < 0n ? -(-v % MODULUS) : v % MODULUS);
}

/** Hash of a float other than a NaN. CPython 3.12: Python/pyhash.c _Py_HashDouble */
export function hashDouble(v: number): number {
  if (Number.isSafeInteger(v)) return hashInt(v);
  if (v === Infinity) return hashFromBigInt(314159n);
  if (v === -Infinity) return hashFromBigInt(-314159n);
  if (Number.isInteger(v)) return hashInt(BigInt(v));
  // v = m * 2^e with m an integer below 2^53: multiply by 2^e modulo 2^61 - 1, where 2^61 is 1.
  let m = Math.abs(v);
  let e = 0;
  while (!Number.isInteger(m)) {
    m *= 2;
    e--;
  }
  const shift = BigInt(((e % 61) + 61) % 61);
  const h = (BigInt(m) << shift) % MODULUS;
  return hashFromBigInt(v < 0 ? -h : h);
}

/** The whole hash as `hash()` shows it, of a low half just returned and `tstate.hashHi`. */
export function fullHash(lo: number): number | bigint {
  const hi = tstate.hashHi;
  if (hi === 0 || hi === -1 || (hi < 0x200000 && hi >= -0x200000)) return hi * 4294967296 + (lo >>> 0);
  return (BigInt(hi) << 32n) | BigInt(lo >>> 0);
}

/** Hash of a pointer-like identity. CPython 3.12: Python/pyhash.c _Py_HashPointerRaw */
export function hashPointer(address: number): number {
  const rotated = (BigInt(address) >> 4n) | BigInt.asUintN(64, BigInt(address) << 60n);
  return hashFromBigInt(BigInt.asIntN(64, rotated));
}
