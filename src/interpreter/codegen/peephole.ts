// Small rewrites inside one block: tuples of constants, and the SWAPs of pattern matching and unpacking.
//
// Answers to CPython 3.12: Python/flowgraph.c fold_tuple_on_constants, swaptimize, apply_static_swaps.

import { OP, PSEUDO } from '../code/opcodes.ts';
import type { Constant } from '../text/constant.ts';
import { setOp0 } from './basic_block.ts';
import type { ConstList } from './flowgraph.ts';
import type { Instruction } from './instruction_sequence.ts';

/** LOAD_CONST a, LOAD_CONST b, BUILD_TUPLE 2 becomes LOAD_CONST (a, b). `at` is the first of the loads. */
export function foldTupleOnConstants(instrs: Instruction[], at: number, n: number, consts: ConstList): void {
  for (let i = 0; i < n; i++) if (instrs[at + i].opcode !== OP.LOAD_CONST) return;
  const tuple: Constant[] = [];
  for (let i = 0; i < n; i++) tuple.push(consts.list[instrs[at + i].oparg] as Constant);
  const index = consts.add(tuple);
  for (let i = 0; i < n; i++) setOp0(instrs[at + i], OP.NOP);
  instrs[at + n].opcode = OP.LOAD_CONST;
  instrs[at + n].oparg = index;
}

/**
 * Replaces a run of SWAPs by the shortest run with the same effect; returns the index of its last instruction.
 * A permutation is a set of cycles; each cycle costs its length less one in swaps with the top.
 */
export function swaptimize(instrs: Instruction[], at: number): number {
  let depth = instrs[at].oparg;
  let length = 0;
  let more = false;
  const limit = instrs.length - at;
  while (++length < limit) {
    const { opcode, oparg } = instrs[at + length];
    if (opcode === OP.SWAP) {
      if (oparg > depth) depth = oparg;
      more = true;
    } else if (opcode !== OP.NOP) {
      break;
    }
  }
  if (!more) return at;
  const VISITED = -1;
  const stack: number[] = [];
  for (let i = 0; i < depth; i++) stack.push(i);
  for (let i = 0; i < length; i++) {
    const { opcode, oparg } = instrs[at + i];
    if (opcode !== OP.SWAP) continue;
    const top = stack[0];
    stack[0] = stack[oparg - 1];
    stack[oparg - 1] = top;
  }
  let current = length - 1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue;
    // Walk the cycle, writing the swaps from the end of the run backwards.
    let j = i;
    for (;;) {
      if (j !== 0) {
        instrs[at + current].opcode = OP.SWAP;
        instrs[at + current].oparg = j + 1;
        current--;
      }
      if (stack[j] === VISITED) break;
      const next = stack[j];
      stack[j] = VISITED;
      j = next;
    }
  }
  while (current >= 0) setOp0(instrs[at + current--], OP.NOP);
  return at + length - 1;
}

function isSwappable(op: number): boolean {
  return op === OP.STORE_FAST || op === PSEUDO.STORE_FAST_MAYBE_NULL || op === OP.POP_TOP;
}

function storesTo(instr: Instruction): number {
  return instr.opcode === OP.STORE_FAST || instr.opcode === PSEUDO.STORE_FAST_MAYBE_NULL ? instr.oparg : -1;
}

function nextSwappable(instrs: Instruction[], from: number, lineno: number): number {
  for (let i = from + 1; i < instrs.length; i++) {
    const instr = instrs[i];
    // Reordering across lines would be seen by tracing.
    if (lineno >= 0 && instr.loc.lineno !== lineno) return -1;
    if (instr.opcode === OP.NOP) continue;
    return isSwappable(instr.opcode) ? i : -1;
  }
  return -1;
}

/** SWAP 2, STORE a, STORE b becomes STORE b, STORE a: exchange the instructions, not the values. */
export function applyStaticSwaps(instrs: Instruction[], from: number): void {
  for (let i = from; i >= 0; i--) {
    const swap = instrs[i];
    if (swap.opcode !== OP.SWAP) {
      if (swap.opcode === OP.NOP || isSwappable(swap.opcode)) continue;
      return;
    }
    const j = nextSwappable(instrs, i, -1);
    if (j < 0) return;
    let k = j;
    const lineno = instrs[j].loc.lineno;
    for (let count = swap.oparg - 1; count > 0; count--) {
      k = nextSwappable(instrs, k, lineno);
      if (k < 0) return;
    }
    const storeJ = storesTo(instrs[j]);
    const storeK = storesTo(instrs[k]);
    if (storeJ >= 0 || storeK >= 0) {
      if (storeJ === storeK) return;
      for (let between = j + 1; between < k; between++) {
        const store = storesTo(instrs[between]);
        if (store >= 0 && (store === storeJ || store === storeK)) return;
      }
    }
    setOp0(swap, OP.NOP);
    const moved = instrs[j];
    instrs[j] = instrs[k];
    instrs[k] = moved;
  }
}
