// Addresses, as `id()` and default reprs show them.
//
// An object is given an address when somebody looks, so programs that never look pay nothing. Addresses look
// like those of pymalloc on 64-bit Linux: blocks of 16-byte multiples inside 16 KiB pools inside 1 MiB arenas; a
// freed block is the first to be given out again, which is why `id([]) == id([])` is True.
//
// Answers to CPython 3.12: Objects/obmalloc.c (free lists of a pool: last freed, first reused).

import type { Obj } from './object.ts';

const POOL = 16384;
const ARENA_BASE = 0x7f3a5c000000;
const STATIC_BASE = 0x955000;

let nextPool = ARENA_BASE;
let nextStatic = STATIC_BASE;
const bump = new Map<number, { next: number; end: number }>();
const freed = new Map<number, number[]>();

/** Size class of an object's own block: its basic size with the collector's header, rounded up to 16. */
function sizeOf(o: Obj): number {
  const type = o.type;
  let size = type.basicsize + (o.gc > 0 ? 16 : 0);
  if (type.itemsize > 0 && Array.isArray(o.v)) size += type.itemsize * o.v.length;
  return Math.min(512, (size + 15) & ~15);
}

/** The object's address: the same from the first look until it dies. */
export function addressOf(o: Obj): number {
  if (o.id !== 0) return o.id;
  if (o.rc >= 0x0fffffff) {
    o.id = nextStatic;
    nextStatic += 32;
    return o.id;
  }
  const size = sizeOf(o);
  const free = freed.get(size);
  const again = free?.pop();
  if (again !== undefined) {
    o.id = again;
    return again;
  }
  let b = bump.get(size);
  if (b === undefined || b.next + size > b.end) {
    b = { next: nextPool + 48, end: nextPool + POOL };
    nextPool += POOL;
    bump.set(size, b);
  }
  o.id = b.next;
  b.next += size;
  return o.id;
}

/** The object died: its address may be given out again. */
export function freeAddress(o: Obj): void {
  const size = sizeOf(o);
  let free = freed.get(size);
  if (free === undefined) {
    free = [];
    freed.set(size, free);
  }
  free.push(o.id);
}

/** A new run starts from fresh memory. */
export function resetAddresses(): void {
  nextPool = ARENA_BASE;
  bump.clear();
  freed.clear();
}
