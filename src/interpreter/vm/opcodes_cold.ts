// The instructions that are called rather than written out in the loop: one function each, in files by family.
//
// Such a function works on frame.slots and frame.sp, and answers COLD_NEXT (done), COLD_RAISE (tstate.exc is set and
// no traceback entry is wanted: a re-raise), or what the frame does with the result that is missing (CONT.*).

import { opname } from '../code/opcodes.ts';
import type { Res } from '../memory/object.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { CONT, type Frame } from './frame.ts';
import { applyResult } from './results.ts';

export const COLD_NEXT = -1;
export const COLD_RAISE = -2;

/** LOAD_SUPER_ATTR after the loop has counted it; no instruction has this number. */
export const COUNTED_SUPER_ATTR = 253;

export type ColdOp = (frame: Frame, arg: number) => number;

const table: (ColdOp | null)[] = new Array(256).fill(null);

/** Enters a family's functions; called once for each family by initColdOps. */
export function coldOps(family: { [op: number]: ColdOp }): void {
  for (const op of Object.keys(family)) table[Number(op)] = family[Number(op)]!;
}

/** True if an opcode has its function here. */
export function isCold(op: number): boolean {
  return table[op] !== null;
}

export function coldOp(frame: Frame, op: number, arg: number): number {
  const f = table[op];
  if (f === null || f === undefined) {
    raise(PyExc.SystemError, `unknown opcode ${op} (${opname[op] ?? '?'})`);
    return CONT.PUSH;
  }
  return f(frame, arg);
}

/** Ends an instruction: applies its result now if there is one, else says what is to be done with it. */
export function done(frame: Frame, cont: number, r: Res): number {
  if (r === null) return cont;
  frame.cont = cont;
  applyResult(frame, r);
  return COLD_NEXT;
}
