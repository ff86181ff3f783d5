// Basic blocks: runs of instructions entered at the top and left at the bottom.
//
// Answers to CPython 3.12's Include/internal/pycore_flowgraph.h and the first third of Python/flowgraph.c: making a
// control flow graph from a flat instruction sequence, and the questions asked about blocks everywhere.

import { OP, PSEUDO } from '../code/opcodes.ts';
import { Instruction, type InstructionSequence, type Location, NO_LABEL } from './instruction_sequence.ts';

/** How many blocks may be nested in one function (Include/cpython/code.h). */
export const CO_MAXBLOCKS = 21;

export class BasicBlock {
  /** The block's number if something jumps to it. */
  label = NO_LABEL;
  instrs: Instruction[] = [];
  /** The block that follows in the code. */
  next: BasicBlock | null = null;
  /** The handlers active at the start, while exception targets are being labelled. */
  exceptstack: BasicBlock[] | null = null;
  /** One bit for each of the first 64 locals: may it be unbound here? Two halves of 32. */
  unsafeLow = 0;
  unsafeHigh = 0;
  predecessors = 0;
  startdepth = 0;
  offset = 0;
  /** The handler finds the offset of the raising instruction on the stack. */
  preserveLasti = false;
  visited = false;
  exceptHandler = false;
  cold = false;
  warm = false;

  get last(): Instruction | undefined {
    return this.instrs[this.instrs.length - 1];
  }

  addop(opcode: number, oparg: number, loc: Location): Instruction {
    const instr = new Instruction(opcode, oparg, loc);
    this.instrs.push(instr);
    return instr;
  }
}

// Include/internal/pycore_opcode_utils.h, as tables of bits: one look-up for each question.
const JUMP = 1;
const BLOCK_PUSH = 2;
const UNCONDITIONAL = 4;
const SCOPE_EXIT = 8;
const HAS_CONST = 16;
const traits = new Uint8Array(300);
for (const op of [
  OP.FOR_ITER,
  OP.JUMP_FORWARD,
  OP.POP_JUMP_IF_FALSE,
  OP.POP_JUMP_IF_TRUE,
  OP.SEND,
  OP.POP_JUMP_IF_NOT_NONE,
  OP.POP_JUMP_IF_NONE,
  OP.JUMP_BACKWARD_NO_INTERRUPT,
  OP.JUMP_BACKWARD,
  PSEUDO.JUMP,
  PSEUDO.JUMP_NO_INTERRUPT,
]) {
  traits[op] |= JUMP;
}
for (const op of [PSEUDO.SETUP_FINALLY, PSEUDO.SETUP_WITH, PSEUDO.SETUP_CLEANUP]) traits[op] |= BLOCK_PUSH;
for (const op of [
  PSEUDO.JUMP,
  PSEUDO.JUMP_NO_INTERRUPT,
  OP.JUMP_FORWARD,
  OP.JUMP_BACKWARD,
  OP.JUMP_BACKWARD_NO_INTERRUPT,
]) {
  traits[op] |= UNCONDITIONAL;
}
for (const op of [OP.RETURN_VALUE, OP.RETURN_CONST, OP.RAISE_VARARGS, OP.RERAISE]) traits[op] |= SCOPE_EXIT;
for (const op of [OP.LOAD_CONST, OP.RETURN_CONST, OP.KW_NAMES]) traits[op] |= HAS_CONST;

export function isJump(op: number): boolean {
  return (traits[op] & JUMP) !== 0;
}

export function isBlockPush(op: number): boolean {
  return (traits[op] & BLOCK_PUSH) !== 0;
}

export function hasTarget(op: number): boolean {
  return (traits[op] & (JUMP | BLOCK_PUSH)) !== 0;
}

export function isUnconditionalJump(op: number): boolean {
  return (traits[op] & UNCONDITIONAL) !== 0;
}

export function isScopeExit(op: number): boolean {
  return (traits[op] & SCOPE_EXIT) !== 0;
}

export function isTerminator(op: number): boolean {
  return (traits[op] & (JUMP | SCOPE_EXIT)) !== 0;
}

export function hasConst(op: number): boolean {
  return (traits[op] & HAS_CONST) !== 0;
}

/** Whether the code runs on from the end of this block into the next one. */
export function hasFallthrough(block: BasicBlock): boolean {
  const last = block.last;
  return last === undefined || (traits[last.opcode] & (UNCONDITIONAL | SCOPE_EXIT)) === 0;
}

export function exitsScope(block: BasicBlock): boolean {
  const last = block.last;
  return last !== undefined && isScopeExit(last.opcode);
}

/** Turns an instruction into one without argument (flowgraph.c INSTR_SET_OP0). */
export function setOp0(instr: Instruction, opcode: number): void {
  instr.opcode = opcode;
  instr.oparg = 0;
}

export class Cfg {
  entry: BasicBlock;
  private current: BasicBlock;
  private pendingLabel = NO_LABEL;

  constructor() {
    this.entry = new BasicBlock();
    this.current = this.entry;
  }

  /** flowgraph.c cfg_builder_maybe_start_new_block. */
  private maybeStartBlock(): void {
    const block = this.current;
    const last = block.last;
    let terminated = last !== undefined && isTerminator(last.opcode);
    if (!terminated && this.pendingLabel !== NO_LABEL) {
      if (last !== undefined || block.label !== NO_LABEL) {
        terminated = true;
      } else {
        block.label = this.pendingLabel;
        this.pendingLabel = NO_LABEL;
      }
    }
    if (!terminated) return;
    const fresh = new BasicBlock();
    fresh.label = this.pendingLabel;
    this.pendingLabel = NO_LABEL;
    block.next = fresh;
    this.current = fresh;
  }

  useLabel(label: number): void {
    this.pendingLabel = label;
    this.maybeStartBlock();
  }

  add(instr: Instruction): void {
    this.maybeStartBlock();
    this.current.instrs.push(instr);
  }

  /** The largest label in use. */
  maxLabel(): number {
    let max = -1;
    for (let b: BasicBlock | null = this.entry; b; b = b.next) if (b.label > max) max = b.label;
    return max;
  }
}

/** compile.c instr_sequence_to_cfg. */
export function sequenceToCfg(seq: InstructionSequence): Cfg {
  const cfg = new Cfg();
  // Several labels can stand before one instruction; the last of them speaks for all.
  const labelAt = new Int32Array(seq.instrs.length + 1).fill(-1);
  for (let label = 0; label < seq.labelmap.length; label++) {
    const offset = seq.labelmap[label];
    if (offset >= 0) labelAt[offset] = label;
  }
  for (let i = 0; i < seq.instrs.length; i++) {
    if (labelAt[i] >= 0) cfg.useLabel(labelAt[i]);
    const instr = seq.instrs[i];
    if (hasTarget(instr.opcode)) instr.oparg = labelAt[seq.labelmap[instr.oparg]];
    cfg.add(instr);
  }
  return cfg;
}
