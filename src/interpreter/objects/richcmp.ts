// The six comparison operators, and what "compares by identity" means. A leaf: everything may import it.
//
// Answers to CPython 3.12: Include/object.h (Py_LT ...).

export const Py_LT = 0;
export const Py_LE = 1;
export const Py_EQ = 2;
export const Py_NE = 3;
export const Py_GT = 4;
export const Py_GE = 5;

/** object's own tp_richcompare: a type that has it compares by identity. Set once by object.ts. */
export const identityCompare: { slot: unknown } = { slot: undefined };

export function setIdentityCompare(slot: unknown): void {
  identityCompare.slot = slot;
}
