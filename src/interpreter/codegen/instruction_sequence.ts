// The first form of a program after its tree: a flat list of instructions with labels.
//
// The code generator appends instructions and places labels; where blocks begin and end is worked out afterwards
// (flowgraph.ts). Answers to CPython 3.12's Python/compile.c instr_sequence_* and _PyCompilerSrcLocation.

import type { Located } from '../syntax/ast.ts';
import type { BasicBlock } from './basic_block.ts';

/** Where an instruction comes from; -1 where there is nothing to say. */
export class Location {
  readonly lineno: number;
  readonly end_lineno: number;
  readonly col_offset: number;
  readonly end_col_offset: number;

  constructor(lineno: number, end_lineno: number, col_offset: number, end_col_offset: number) {
    this.lineno = lineno;
    this.end_lineno = end_lineno;
    this.col_offset = col_offset;
    this.end_col_offset = end_col_offset;
  }
}

/** For instructions that no source line asked for. */
export const NO_LOCATION = new Location(-1, -1, -1, -1);

/** The place of a node (compile.c LOC). */
export function LOC(node: Located): Location {
  return new Location(node.lineno, node.end_lineno, node.col_offset, node.end_col_offset);
}

export function sameLocation(a: Location, b: Location): boolean {
  return (
    a === b ||
    (a.lineno === b.lineno &&
      a.end_lineno === b.end_lineno &&
      a.col_offset === b.col_offset &&
      a.end_col_offset === b.end_col_offset)
  );
}

/** One instruction, from its making to its bytes. `oparg` of a jump is a label until the jumps are resolved. */
export class Instruction {
  opcode: number;
  oparg: number;
  loc: Location;
  /** The block a jump or SETUP goes to, once there are blocks. */
  target: BasicBlock | null;
  /** The handler that guards this instruction, once the exception targets are known. */
  except: BasicBlock | null;

  constructor(opcode: number, oparg: number, loc: Location) {
    this.opcode = opcode;
    this.oparg = oparg;
    this.loc = loc;
    this.target = null;
    this.except = null;
  }

  copy(): Instruction {
    const other = new Instruction(this.opcode, this.oparg, this.loc);
    other.target = this.target;
    other.except = this.except;
    return other;
  }
}

/** A label that is not one (compile.c NO_LABEL). */
export const NO_LABEL = -1;

export class InstructionSequence {
  readonly instrs: Instruction[] = [];
  /** Label to the index of the instruction that follows it; -1 while it is not placed. */
  readonly labelmap: number[] = [-1];

  newLabel(): number {
    return this.labelmap.push(-1) - 1;
  }

  useLabel(label: number): void {
    this.labelmap[label] = this.instrs.length;
  }

  addop(opcode: number, oparg: number, loc: Location): void {
    this.instrs.push(new Instruction(opcode, oparg, loc));
  }

  /** compile.c instr_sequence_insert_instruction. */
  insert(at: number, opcode: number, oparg: number, loc: Location): void {
    this.instrs.splice(at, 0, new Instruction(opcode, oparg, loc));
    for (let label = 0; label < this.labelmap.length; label++) {
      if (this.labelmap[label] >= at) this.labelmap[label]++;
    }
  }
}
