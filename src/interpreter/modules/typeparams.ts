// Where the virtual machine finds the makers of type parameters, once _typing has been loaded.
//
// Answers to CPython 3.12: Python/intrinsics.c.

import type { Obj, Res } from '../memory/object.ts';
import { PyExc, raise } from '../objects/errors.ts';

const absent = (): Res => raise(PyExc.SystemError, '_typing is not loaded');

export const typeParameters: {
  /** TypeVar, ParamSpec, TypeVarTuple, Generic[...], a type alias: INTRINSIC_1. */
  first: (which: number, v: Obj) => Res;
  /** A TypeVar with bound or constraints, a function's parameters: INTRINSIC_2. */
  second: (which: number, a: Obj, b: Obj) => Res;
} = { first: absent, second: absent };
