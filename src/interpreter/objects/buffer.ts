// The buffer protocol: objects whose bytes others may look at (bytes, bytearray, memoryview, array).
//
// A type that offers its memory says so once with `offerBuffer`; everything else asks here. A view counts as an
// export while somebody holds it (memoryview), which is what keeps a bytearray from being resized meanwhile.
//
// Answers to CPython 3.12: Objects/abstract.c (PyObject_CheckBuffer, PyObject_GetBuffer), Include/cpython/object.h.

import type { Obj, PyType } from '../memory/object.ts';
import { type Bytes, isBytes } from './bytescore.ts';
import { clear, PyExc, raise, typeError } from './errors.ts';

export interface BufferOffer {
  /** The bytes as they are now, without a copy; null with an error (a released memoryview). */
  bytes: (o: Obj) => Uint8Array | null;
  readonly: (o: Obj) => boolean;
  /** The bytes do not lie side by side: only those get them who can do with that (viewedBytes). */
  scattered?: (o: Obj) => boolean;
  /** struct format and size of an item; absent: unsigned bytes. */
  format?: (o: Obj) => { format: string; itemsize: number };
  /** A view is taken or given back. */
  export: (o: Obj) => void;
  release: (o: Obj) => void;
}

const offers = new Map<PyType, BufferOffer>();

/** Declares that instances of a type, and of its subclasses, have a buffer. */
export function offerBuffer(type: PyType, offer: BufferOffer): void {
  offers.set(type, offer);
}

export function bufferOffer(o: Obj): BufferOffer | undefined {
  const mro = o.type.mro;
  for (let i = 0; i < mro.length; i++) {
    const offer = offers.get(mro[i]!);
    if (offer !== undefined) return offer;
  }
  return undefined;
}

export function hasBuffer(o: Obj): boolean {
  return isBytes(o) || bufferOffer(o) !== undefined;
}

/** The bytes of a buffer, not to be changed nor kept; undefined: it has none; null: an error is set. */
export function bufferBytes(o: Obj): Uint8Array | null | undefined {
  if (isBytes(o)) return (o as Bytes).v;
  const offer = bufferOffer(o);
  if (offer?.scattered?.(o) && offer.bytes(o) !== null) {
    return raise(PyExc.BufferError, 'memoryview: underlying buffer is not C-contiguous');
  }
  return offer?.bytes(o);
}

/** As bufferBytes, but undefined for any error. */
export function plainBytes(o: Obj): Uint8Array | undefined {
  const b = bufferBytes(o);
  if (b !== null) return b;
  clear();
  return undefined;
}

/** The bytes of any view, scattered ones gathered (PyBUF_FULL_RO); undefined: it has none; null: an error is set. */
export function viewedBytes(o: Obj): Uint8Array | null | undefined {
  return isBytes(o) ? (o as Bytes).v : bufferOffer(o)?.bytes(o);
}

/** The bytes of a buffer; null with "a bytes-like object is required, not 'str'". */
export function requireBuffer(o: Obj): Uint8Array | null {
  const b = bufferBytes(o);
  if (b === undefined) return typeError(`a bytes-like object is required, not '${o.type.name}'`);
  return b;
}
