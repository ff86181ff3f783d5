// Jumps: from "to that block" to "so many units ahead or back".
//
// Conditional jumps only go forward in 3.12, so a backward one is turned round and given a JUMP_BACKWARD. Distances
// depend on instruction sizes and sizes on distances (EXTENDED_ARG): repeat until nothing changes.
// Answers to CPython 3.12: Python/flowgraph.c normalize_jumps, resolve_jump_offsets; compile.c _PyCompile_InstrSize.

import { cacheCount, OP, PSEUDO } from '../code/opcodes.ts';
import { BasicBlock, type Cfg, isJump } from './basic_block.ts';

/** Size in two-byte units, EXTENDED_ARGs and caches included. */
export function instrSize(opcode: number, oparg: number): number {
  const extended = (oparg > 0xff ? 1 : 0) + (oparg > 0xffff ? 1 : 0) + (oparg > 0xffffff ? 1 : 0);
  return extended + 1 + cacheCount[opcode];
}

const REVERSED: Record<number, number> = {
  [OP.POP_JUMP_IF_NOT_NONE]: OP.POP_JUMP_IF_NONE,
  [OP.POP_JUMP_IF_NONE]: OP.POP_JUMP_IF_NOT_NONE,
  [OP.POP_JUMP_IF_FALSE]: OP.POP_JUMP_IF_TRUE,
  [OP.POP_JUMP_IF_TRUE]: OP.POP_JUMP_IF_FALSE,
};

function normalizeJumps(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b; b = b.next) b.visited = false;
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    b.visited = true;
    const last = b.last;
    if (last === undefined || !isJump(last.opcode)) continue;
    const isForward = !last.target!.visited;
    if (last.opcode === PSEUDO.JUMP) {
      last.opcode = isForward ? OP.JUMP_FORWARD : OP.JUMP_BACKWARD;
    } else if (last.opcode === PSEUDO.JUMP_NO_INTERRUPT) {
      last.opcode = isForward ? OP.JUMP_FORWARD : OP.JUMP_BACKWARD_NO_INTERRUPT;
    } else if (!isForward) {
      const target = last.target!;
      const back = new BasicBlock();
      back.addop(PSEUDO.JUMP, target.label, last.loc).target = target;
      last.opcode = REVERSED[last.opcode];
      last.target = b.next;
      back.cold = b.cold;
      back.next = b.next;
      b.next = back;
    }
  }
}

function resolveJumpOffsets(entry: BasicBlock): void {
  for (let again = true; again; ) {
    again = false;
    let total = 0;
    for (let b: BasicBlock | null = entry; b; b = b.next) {
      b.offset = total;
      for (const instr of b.instrs) total += instrSize(instr.opcode, instr.oparg);
    }
    for (let b: BasicBlock | null = entry; b; b = b.next) {
      let at = b.offset;
      for (const instr of b.instrs) {
        const size = instrSize(instr.opcode, instr.oparg);
        at += size;
        if (!isJump(instr.opcode)) continue;
        const to = instr.target!.offset;
        instr.oparg = to < at ? at - to : to - at;
        if (instrSize(instr.opcode, instr.oparg) !== size) again = true;
      }
    }
  }
}

/** flowgraph.c _PyCfg_ResolveJumps. */
export function resolveJumps(cfg: Cfg): void {
  normalizeJumps(cfg.entry);
  resolveJumpOffsets(cfg.entry);
}
