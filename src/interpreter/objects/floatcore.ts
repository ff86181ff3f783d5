// Floats: making them. Arithmetic and methods are in floatobject.ts.

import { Obj, PyType, TPFLAGS, typeType } from '../memory/object.ts';

export type Float = Obj<number>;

export const floatType = new PyType('float', TPFLAGS.BASETYPE, typeType);

export function newFloat(value: number): Float {
  return new Obj<number>(floatType, value);
}
