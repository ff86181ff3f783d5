// Constants as the parser and the compiler know them, before any Python object exists.
//
// The compiler must not depend on the object model (a learner can read it alone, and a test can run it
// alone), so a constant is plain JavaScript with one rule per Python type:
//
//   None -> null            True/False -> boolean     int -> bigint        float -> number
//   str -> string (UTF-16)  bytes -> Uint8Array       Ellipsis -> ELLIPSIS complex -> ComplexConst
//   tuple -> readonly array (of constants)            frozenset -> FrozenSetConst
//
// An int is always a bigint and a float always a number: `1` and `1.0` can never be mistaken.

export const ELLIPSIS: unique symbol = Symbol('Ellipsis');

export class ComplexConst {
  readonly real: number;
  readonly imag: number;
  constructor(real: number, imag: number) {
    this.real = real;
    this.imag = imag;
  }
}

/** A frozenset the optimiser made of `x in {1, 2, 3}`; items in CPython's iteration order. */
export class FrozenSetConst {
  readonly items: readonly Constant[];
  constructor(items: readonly Constant[]) {
    this.items = items;
  }
}

export type Constant =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | typeof ELLIPSIS
  | ComplexConst
  | FrozenSetConst
  | readonly Constant[];

/** What `~True` warns of, computed by the compiler or at run time. CPython 3.12: Objects/boolobject.c bool_invert */
export const BOOL_INVERTED =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion " +
  'of the underlying int object and is usually not what you expect from negating a bool. Use the ' +
  "'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";
