// How hash modules (_md5, _sha1, _sha2, ...) make their types: an object that is fed bytes and answers a digest.
//
// Answers to CPython 3.12: Modules/md5module.c, sha1module.c, sha2module.c.

import { Obj, PyType, type Res, TPFLAGS, typeType, worked } from '../memory/object.ts';
import { bufferBytes } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytescore.ts';
import { getset, method } from '../objects/descrobject.ts';
import { typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { type FunctionRow, readyLater } from '../objects/moduleobject.ts';
import { none } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/strcore.ts';

export interface Hasher {
  update(data: Uint8Array): void;
  /** Of what has been fed so far; feeding may go on. */
  digest(): Uint8Array;
  copy(): Hasher;
}

const H = (o: Obj): Hasher => (o as Obj<Hasher>).v;

/** The bytes to hash; null with TypeError. CPython 3.12: Modules/hashlib.h GET_BUFFER_VIEW_OR_ERROR */
export function hashable(o: Obj): Uint8Array | null {
  if (isStr(o)) return typeError('Strings must be encoded before hashing');
  const b = bufferBytes(o);
  if (b === undefined) return typeError('object supporting the buffer API required');
  return b;
}

export function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

/** Gives a type whose payload is a Hasher its `update`; `given` is what the documentation calls the argument. */
export function updateMethod(type: PyType, parameter: 'data' | 'obj', given: string): void {
  const update = (o: Obj, data: Obj): Res => {
    const bytes = hashable(data);
    if (bytes === null) return null;
    worked(bytes.length);
    (o as Obj<Pick<Hasher, 'update'>>).v.update(bytes);
    return none();
  };
  const doc = `Update this hash object's state with the provided ${given}.`;
  method(type, 'update', `($self, ${parameter}, /)`, update, doc);
}

/** A type of hash objects, and the module's function that makes one. */
export function hashType(
  typeName: string,
  name: string,
  digestSize: number,
  blockSize: number,
  make: () => Hasher,
): { type: PyType; row: FunctionRow } {
  const type = new PyType(typeName, 0, typeType);
  type.qualname = typeName.slice(typeName.lastIndexOf('.') + 1);
  type.flags |= TPFLAGS.DISALLOW_INSTANTIATION;
  const create = (hasher: Hasher): Obj => new Obj<Hasher>(type, hasher);
  method(type, 'copy', '($self, /)', (o) => create(H(o).copy()), 'Return a copy of the hash object.');
  method(
    type,
    'digest',
    '($self, /)',
    (o) => newBytes(H(o).digest()),
    'Return the digest value as a bytes object.',
  );
  method(
    type,
    'hexdigest',
    '($self, /)',
    (o) => newStr(hexText(H(o).digest())),
    'Return the digest value as a string of hexadecimal digits.',
  );
  updateMethod(type, 'obj', 'string');
  getset(type, 'name', () => newStr(name));
  getset(type, 'digest_size', () => newInt(digestSize));
  getset(type, 'block_size', () => newInt(blockSize));
  readyLater(type);
  const row: FunctionRow = [
    name,
    "(string=b'', *, usedforsecurity=True)",
    (_m: Obj, data: Obj | undefined): Res => {
      const hasher = make();
      if (data !== undefined) {
        const bytes = hashable(data);
        if (bytes === null) return null;
        worked(bytes.length);
        hasher.update(bytes);
      }
      return create(hasher);
    },
    `Return a new ${name.toUpperCase().replace(/SHA(...)/, 'SHA-$1')} hash object; optionally initialized with a string.`,
  ];
  return { type, row };
}

/** Hashes of blocks with the length at the end (MD5, SHA-1, SHA-2). */
export abstract class BlockHasher implements Hasher {
  protected readonly blockSize: number;
  /** Bytes of the length field, and whether it is big-endian. */
  private readonly lengthSize: number;
  private readonly big: boolean;
  private buffer: Uint8Array;
  private filled = 0;
  private total = 0n;
  constructor(blockSize: number, lengthSize: number, big: boolean) {
    this.blockSize = blockSize;
    this.lengthSize = lengthSize;
    this.big = big;
    this.buffer = new Uint8Array(blockSize);
  }
  protected abstract block(data: Uint8Array, at: number): void;
  protected abstract result(): Uint8Array;
  protected abstract fresh(): BlockHasher;
  /** Copies the chaining state. */
  protected abstract take(other: BlockHasher): void;

  update(data: Uint8Array): void {
    this.total += BigInt(data.length);
    let at = 0;
    if (this.filled > 0) {
      const n = Math.min(this.blockSize - this.filled, data.length);
      this.buffer.set(data.subarray(0, n), this.filled);
      this.filled += n;
      at = n;
      if (this.filled < this.blockSize) return;
      this.block(this.buffer, 0);
      this.filled = 0;
    }
    while (at + this.blockSize <= data.length) {
      this.block(data, at);
      at += this.blockSize;
    }
    this.buffer.set(data.subarray(at));
    this.filled = data.length - at;
  }

  copy(): BlockHasher {
    const c = this.fresh();
    c.take(this);
    c.buffer = this.buffer.slice();
    c.filled = this.filled;
    c.total = this.total;
    return c;
  }

  digest(): Uint8Array {
    const c = this.copy();
    const bits = this.total * 8n;
    const rest = (this.filled + 1 + this.lengthSize) % this.blockSize;
    const padding = new Uint8Array(1 + (rest === 0 ? 0 : this.blockSize - rest) + this.lengthSize);
    padding[0] = 0x80;
    for (let i = 0; i < 8; i++) {
      const byte = Number((bits >> BigInt(8 * i)) & 0xffn);
      const end = padding.length;
      padding[this.big ? end - 1 - i : end - this.lengthSize + i] = byte;
    }
    c.update(padding);
    return c.result();
  }
}
