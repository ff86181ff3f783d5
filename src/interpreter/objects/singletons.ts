// None, NotImplemented and Ellipsis: one object each, immortal.
//
// Answers to CPython 3.12: Objects/object.c (_Py_NoneStruct, _Py_NotImplementedStruct), Objects/sliceobject.c.

import { immortal, Obj, PyType, typeType } from '../memory/object.ts';

export const noneType = new PyType('NoneType', 0, typeType);
export const notImplementedType = new PyType('NotImplementedType', 0, typeType);
export const ellipsisType = new PyType('ellipsis', 0, typeType);

export const None = immortal(new Obj<null>(noneType, null));
export const NotImplemented = immortal(new Obj<null>(notImplementedType, null));
export const Ellipsis = immortal(new Obj<null>(ellipsisType, null));

/** `return none()`: a new reference to None. */
export function none(): Obj {
  None.rc++;
  return None;
}

export function notImplemented(): Obj {
  NotImplemented.rc++;
  return NotImplemented;
}
