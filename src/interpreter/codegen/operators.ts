// From the tree's names of operators to the arguments of BINARY_OP and COMPARE_OP.
//
// Answers to CPython 3.12: Python/compile.c addop_binary, compiler_addcompare, unaryop.

import {
  compare_masks,
  NB_ADD,
  NB_AND,
  NB_FLOOR_DIVIDE,
  NB_INPLACE_OFFSET,
  NB_LSHIFT,
  NB_MATRIX_MULTIPLY,
  NB_MULTIPLY,
  NB_OR,
  NB_POWER,
  NB_REMAINDER,
  NB_RSHIFT,
  NB_SUBTRACT,
  NB_TRUE_DIVIDE,
  NB_XOR,
  OP,
} from '../code/opcodes.ts';
import type { CmpOperator, Operator, UnaryOperator } from '../syntax/ast.ts';

export const BINARY_ARG: Record<Operator, number> = {
  Add: NB_ADD,
  Sub: NB_SUBTRACT,
  Mult: NB_MULTIPLY,
  MatMult: NB_MATRIX_MULTIPLY,
  Div: NB_TRUE_DIVIDE,
  Mod: NB_REMAINDER,
  Pow: NB_POWER,
  LShift: NB_LSHIFT,
  RShift: NB_RSHIFT,
  BitOr: NB_OR,
  BitXor: NB_XOR,
  BitAnd: NB_AND,
  FloorDiv: NB_FLOOR_DIVIDE,
};

export function inplaceArg(op: Operator): number {
  return BINARY_ARG[op] + NB_INPLACE_OFFSET;
}

type RichOperator = Exclude<CmpOperator, 'Is' | 'IsNot' | 'In' | 'NotIn'>;

const rich = (cmp: number): number => (cmp << 4) | compare_masks[cmp];

/** The operator in the high bits; the low four say for which outcomes the answer is true. */
export const COMPARE_ARG: Record<RichOperator, number> = {
  Lt: rich(0),
  LtE: rich(1),
  Eq: rich(2),
  NotEq: rich(3),
  Gt: rich(4),
  GtE: rich(5),
};

export const UNARY_OPCODE: Record<Exclude<UnaryOperator, 'UAdd'>, number> = {
  Invert: OP.UNARY_INVERT,
  Not: OP.UNARY_NOT,
  USub: OP.UNARY_NEGATIVE,
};
