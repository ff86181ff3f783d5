// How much memory a program's objects hold, roughly, in the bytes CPython would need.
//
// When JavaScript's heap is full the whole tab dies, so a program must be told MemoryError well before. The collector's
// lists name every container; walking them now and then is cheap against what the program itself does.
//
// Answers to nothing in CPython, where malloc says when memory is full.

import { trackedObjects } from './gc.ts';

const OBJECT = 56;
const SLOT = 16;
const ENTRY = 104;

interface Table {
  keys: readonly unknown[];
  used: number;
}

function isTable(v: unknown): v is Table {
  return typeof v === 'object' && v !== null && 'keys' in v && 'used' in v;
}

/** Bytes held by containers and the long strings and buffers in them. Stops counting above `enough`. */
export function bytesHeld(enough: number): number {
  let total = 0;
  const item = (o: unknown): void => {
    const v = (o as { v?: unknown } | null | undefined)?.v;
    if (typeof v === 'string') total += v.length > 64 ? v.length : 0;
    else if (v instanceof Uint8Array) total += v.length;
  };
  for (const o of trackedObjects()) {
    const v = o.v;
    total += OBJECT;
    if (Array.isArray(v)) {
      total += SLOT * v.length;
      for (let i = 0; i < v.length; i++) item(v[i]);
    } else if (isTable(v)) {
      total += ENTRY * v.used;
      const values = (v as { values?: readonly unknown[] }).values;
      if (values !== undefined) for (let i = 0; i < values.length; i++) item(values[i]);
    }
    if (total > enough) break;
  }
  return total;
}
