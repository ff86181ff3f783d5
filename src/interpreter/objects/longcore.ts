// Ints and bools: making and reading them. Arithmetic and methods are in longobject.ts.
//
// The payload is a number while the value is a safe integer (|v| < 2^53), and a bigint beyond; never the
// other way round, so equal values have equal payloads. -0 never occurs. Ints from -5 to 256 exist once.
//
// Answers to CPython 3.12: Objects/longobject.c (small ints), Objects/boolobject.c.

import { immortal, Obj, PyType, TPFLAGS, typeType } from '../memory/object.ts';

export type Int = Obj<number | bigint>;

export const intType = new PyType('int', TPFLAGS.BASETYPE | TPFLAGS.LONG_SUBCLASS, typeType);
export const boolType = new PyType('bool', TPFLAGS.LONG_SUBCLASS, typeType);

export const False: Int = immortal(new Obj<number | bigint>(boolType, 0));
export const True: Int = immortal(new Obj<number | bigint>(boolType, 1));

const NSMALLNEG = 5;
/** The ints from -5 to 256, at index value + 5. */
export const smallInts: Int[] = [];
for (let i = -NSMALLNEG; i <= 256; i++) smallInts.push(immortal(new Obj<number | bigint>(intType, i)));

/** An int of a safe integer (new reference). */
export function newInt(value: number): Int {
  if (value >= -5 && value <= 256) {
    const s = smallInts[value + 5]!;
    s.rc++;
    return s;
  }
  return new Obj<number | bigint>(intType, value);
}

/** An int of any integer (new reference). */
export function newIntBig(value: bigint): Int {
  if (value >= -9007199254740991n && value <= 9007199254740991n) return newInt(Number(value));
  return new Obj<number | bigint>(intType, value);
}

/** An int of a number or a bigint, whichever it is; a number must be a safe integer. */
export function newIntAny(value: number | bigint): Int {
  return typeof value === 'number' ? newInt(value) : newIntBig(value);
}

export function newBool(value: boolean): Int {
  const b = value ? True : False;
  b.rc++;
  return b;
}

/** An int, a bool, or an instance of a subclass. */
export function isInt(o: Obj): o is Int {
  return (o.type.flags & TPFLAGS.LONG_SUBCLASS) !== 0;
}
