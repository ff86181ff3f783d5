// Bytes: making and recognising them. The methods are in bytesobject.ts.
//
// The payload is a Uint8Array that nobody changes. As in CPython the empty bytes and those of one byte exist once.
//
// Answers to CPython 3.12: Objects/bytesobject.c (PyBytes_FromStringAndSize).

import { immortal, Obj, PyType, TPFLAGS, typeType } from '../memory/object.ts';

export type Bytes = Obj<Uint8Array>;

export const bytesType = new PyType('bytes', TPFLAGS.BASETYPE | TPFLAGS.BYTES_SUBCLASS, typeType);

const emptyBytes: Bytes = immortal(new Obj<Uint8Array>(bytesType, new Uint8Array(0)));
const oneByte: Bytes[] = [];
for (let i = 0; i < 256; i++) oneByte.push(immortal(new Obj<Uint8Array>(bytesType, Uint8Array.of(i))));

/** A bytes object (new reference); takes the array over. */
export function newBytes(value: Uint8Array): Bytes {
  if (value.length <= 1) {
    const b = value.length === 0 ? emptyBytes : oneByte[value[0]!]!;
    b.rc++;
    return b;
  }
  return new Obj<Uint8Array>(bytesType, value);
}

/** A bytes or an instance of a subclass. */
export function isBytes(o: Obj): o is Bytes {
  return (o.type.flags & TPFLAGS.BYTES_SUBCLASS) !== 0;
}
