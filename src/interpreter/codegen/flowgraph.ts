// The optimiser: a control flow graph in, a shorter and reordered one out.
//
// What it does, in order: find which handler guards each instruction; fold and thread; drop what cannot be reached;
// find loads of variables that may be unbound; move cold code (handlers) to the end; give every exit a line.
// Pass by pass Python/flowgraph.c of CPython 3.12, because the bytes of a code object depend on the order of passes.
// Absent on purpose: CPython's debug assertions and dumps.

import type { ConstValue } from '../code/codeobject.ts';
import { ConstMap } from '../code/constkey.ts';
import { OP, PSEUDO, stack_effect } from '../code/opcodes.ts';
import {
  BasicBlock,
  type Cfg,
  exitsScope,
  hasConst,
  hasFallthrough,
  hasTarget,
  isBlockPush,
  isJump,
  isScopeExit,
  isUnconditionalJump,
  setOp0,
} from './basic_block.ts';
import { constIsTrue } from './constants.ts';
import { type Instruction, Location, NO_LABEL, NO_LOCATION } from './instruction_sequence.ts';
import { applyStaticSwaps, foldTupleOnConstants, swaptimize } from './peephole.ts';

/** The constants of one code unit while it is compiled: a list, and where each one stands in it. */
export class ConstList {
  list: ConstValue[] = [];
  private readonly index = new ConstMap<number>();

  /** The index of a constant, appended if it is new. */
  add(value: ConstValue): number {
    const known = this.index.get(value);
    if (known !== undefined) return known;
    const at = this.list.push(value) - 1;
    this.index.set(value, at);
    return at;
  }
}

function resetVisited(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b; b = b.next) b.visited = false;
}

// ---- Jump targets and exception handlers

function translateLabelsToTargets(cfg: Cfg): void {
  const blocks: (BasicBlock | undefined)[] = [];
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) if (b.label >= 0) blocks[b.label] = b;
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) {
    for (const instr of b.instrs) {
      if (!hasTarget(instr.opcode)) continue;
      const target = blocks[instr.oparg]!;
      instr.target = target;
      if (isBlockPush(instr.opcode)) target.exceptHandler = true;
    }
  }
}

/** flowgraph.c label_exception_targets: follow the SETUPs and POP_BLOCKs along every path. */
function labelExceptionTargets(entry: BasicBlock): void {
  resetVisited(entry);
  const todo: BasicBlock[] = [entry];
  entry.visited = true;
  entry.exceptstack = [];
  while (todo.length > 0) {
    const b = todo.pop()!;
    let stack: BasicBlock[] | null = b.exceptstack!;
    b.exceptstack = null;
    let handler = stack.length > 0 ? stack[stack.length - 1] : null;
    for (const instr of b.instrs) {
      const op = instr.opcode;
      if (isBlockPush(op)) {
        const target = instr.target!;
        if (!target.visited) {
          target.exceptstack = stack!.slice();
          target.visited = true;
          todo.push(target);
        }
        if (op !== PSEUDO.SETUP_FINALLY) target.preserveLasti = true;
        stack!.push(target);
        handler = target;
      } else if (op === PSEUDO.POP_BLOCK) {
        stack!.pop();
        handler = stack!.length > 0 ? stack![stack!.length - 1] : null;
      } else if (isJump(op)) {
        instr.except = handler;
        const target = instr.target!;
        if (!target.visited) {
          if (hasFallthrough(b)) {
            target.exceptstack = stack!.slice();
          } else {
            target.exceptstack = stack;
            stack = null;
          }
          target.visited = true;
          todo.push(target);
        }
      } else {
        if (op === OP.YIELD_VALUE) instr.oparg = stack!.length;
        instr.except = handler;
      }
    }
    if (b.next && !b.next.visited && hasFallthrough(b)) {
      b.next.exceptstack = stack;
      b.next.visited = true;
      todo.push(b.next);
    }
  }
}

// ---- Dead code, NOPs, jumps

/** flowgraph.c mark_reachable: count the predecessors of every block that can be reached. */
function markReachable(entry: BasicBlock): void {
  resetVisited(entry);
  const stack: BasicBlock[] = [entry];
  entry.predecessors = 1;
  while (stack.length > 0) {
    const b = stack.pop()!;
    b.visited = true;
    if (b.next && hasFallthrough(b)) {
      if (!b.next.visited) stack.push(b.next);
      b.next.predecessors++;
    }
    for (const instr of b.instrs) {
      if (!hasTarget(instr.opcode)) continue;
      const target = instr.target!;
      if (!target.visited) stack.push(target);
      target.predecessors++;
    }
  }
}

function eliminateEmptyBlocks(cfg: Cfg): void {
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) {
    let next: BasicBlock | null = b.next;
    while (next && next.instrs.length === 0) next = next.next;
    b.next = next;
  }
  while (cfg.entry.instrs.length === 0 && cfg.entry.next) cfg.entry = cfg.entry.next;
  let nextLabel = cfg.maxLabel() + 1;
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) {
    for (const instr of b.instrs) {
      if (!hasTarget(instr.opcode)) continue;
      let target = instr.target!;
      while (target.instrs.length === 0) target = target.next!;
      if (instr.target !== target) {
        if (target.label === NO_LABEL) target.label = nextLabel++;
        instr.target = target;
        instr.oparg = target.label;
      }
    }
  }
}

/** The line that a block will start on, once NOPs without a line are gone. */
function firstLineOf(block: BasicBlock): number {
  for (const instr of block.instrs) {
    if (instr.opcode === OP.NOP && instr.loc.lineno < 0) continue;
    return instr.loc.lineno;
  }
  return -1;
}

/** flowgraph.c remove_redundant_nops: a NOP stays only where it alone shows a line to tracing. */
function removeRedundantNops(b: BasicBlock): void {
  const instrs = b.instrs;
  let dest = 0;
  let prevLine = -1;
  for (let src = 0; src < instrs.length; src++) {
    const instr = instrs[src];
    const line = instr.loc.lineno;
    if (instr.opcode === OP.NOP) {
      if (line < 0 || prevLine === line) continue;
      if (src < instrs.length - 1) {
        const next = instrs[src + 1];
        if (next.loc.lineno === line) continue;
        if (next.loc.lineno < 0) {
          next.loc = instr.loc;
          continue;
        }
      } else {
        let next = b.next;
        while (next && next.instrs.length === 0) next = next.next;
        if (next && firstLineOf(next) === line) continue;
      }
    }
    if (dest !== src) instrs[dest] = instr;
    dest++;
    prevLine = line;
  }
  instrs.length = dest;
}

/** flowgraph.c remove_redundant_nops_and_pairs: LOAD_CONST or COPY 1 followed by POP_TOP does nothing. */
function removeRedundantNopsAndPairs(entry: BasicBlock): void {
  for (let done = false; !done; ) {
    done = true;
    let instr: Instruction | null = null;
    for (let b: BasicBlock | null = entry; b; b = b.next) {
      removeRedundantNops(b);
      if (b.label !== NO_LABEL) instr = null;
      for (let i = 0; i < b.instrs.length; i++) {
        const prev: Instruction | null = instr;
        instr = b.instrs[i];
        if (instr.opcode !== OP.POP_TOP || prev === null) continue;
        if (prev.opcode === OP.LOAD_CONST || (prev.opcode === OP.COPY && prev.oparg === 1)) {
          setOp0(prev, OP.NOP);
          setOp0(instr, OP.NOP);
          done = false;
        }
      }
      if ((instr !== null && isJump(instr.opcode)) || !hasFallthrough(b)) instr = null;
    }
  }
}

function removeRedundantJumps(cfg: Cfg): void {
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) {
    const last: Instruction | undefined = b.last;
    if (last && isUnconditionalJump(last.opcode) && last.target === b.next) setOp0(last, OP.NOP);
  }
}

const MAX_COPY_SIZE = 4;

/** flowgraph.c inline_small_exit_blocks: a jump to a short exit becomes the exit itself. */
function inlineSmallExitBlocks(b: BasicBlock): void {
  const last = b.last;
  if (last === undefined || !isUnconditionalJump(last.opcode)) return;
  const target = last.target!;
  if (exitsScope(target) && target.instrs.length <= MAX_COPY_SIZE) {
    setOp0(last, OP.NOP);
    for (const instr of target.instrs.slice()) b.instrs.push(instr.copy());
  }
}

/** flowgraph.c jump_thread: a jump to a jump goes straight to the end. */
function jumpThread(instr: Instruction, target: Instruction, opcode: number): boolean {
  const line = target.loc.lineno;
  if ((instr.loc.lineno === line || line === -1) && instr.target !== target.target) {
    instr.target = target.target;
    instr.opcode = opcode;
    return true;
  }
  return false;
}

/** flowgraph.c optimize_basic_block: the peephole part. */
function optimizeBasicBlock(b: BasicBlock, consts: ConstList): void {
  const instrs = b.instrs;
  let opcode = 0;
  let oparg = 0;
  let target: Instruction | null = null;
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i];
    // A COPY of a constant just loaded is treated as another load of it.
    const copiesConst = opcode === OP.LOAD_CONST && instr.opcode === OP.COPY && instr.oparg === 1;
    if (!copiesConst) {
      opcode = instr.opcode;
      oparg = instr.oparg;
      target = hasTarget(opcode) ? instr.target!.instrs[0] : null;
    }
    const next = i + 1 < instrs.length ? instrs[i + 1] : null;
    const nextop = next === null ? 0 : next.opcode;
    switch (opcode) {
      case OP.LOAD_CONST:
        if (nextop === OP.POP_JUMP_IF_FALSE || nextop === OP.POP_JUMP_IF_TRUE) {
          const isTrue = constIsTrue(consts.list[oparg]);
          setOp0(instr, OP.NOP);
          if (isTrue === (nextop === OP.POP_JUMP_IF_TRUE)) {
            next!.opcode = PSEUDO.JUMP;
          } else {
            setOp0(next!, OP.NOP);
          }
        } else if (nextop === OP.IS_OP) {
          const jump = i + 2 < instrs.length ? instrs[i + 2] : null;
          const jumpOp = jump === null ? 0 : jump.opcode;
          if (
            consts.list[oparg] === null &&
            (jumpOp === OP.POP_JUMP_IF_FALSE || jumpOp === OP.POP_JUMP_IF_TRUE)
          ) {
            const inverted = next!.oparg;
            setOp0(instr, OP.NOP);
            setOp0(next!, OP.NOP);
            const jumpIfFalse = jumpOp === OP.POP_JUMP_IF_FALSE ? 1 : 0;
            jump!.opcode = inverted ^ jumpIfFalse ? OP.POP_JUMP_IF_NOT_NONE : OP.POP_JUMP_IF_NONE;
          }
        } else if (nextop === OP.RETURN_VALUE) {
          setOp0(instr, OP.NOP);
          next!.opcode = OP.RETURN_CONST;
          next!.oparg = oparg;
          i++;
        }
        break;
      case OP.BUILD_TUPLE:
        if (nextop === OP.UNPACK_SEQUENCE && oparg === next!.oparg) {
          if (oparg === 1) {
            setOp0(instr, OP.NOP);
            setOp0(next!, OP.NOP);
            continue;
          }
          if (oparg === 2 || oparg === 3) {
            setOp0(instr, OP.NOP);
            next!.opcode = OP.SWAP;
            continue;
          }
        }
        if (i >= oparg) foldTupleOnConstants(instrs, i - oparg, oparg, consts);
        break;
      case OP.POP_JUMP_IF_NOT_NONE:
      case OP.POP_JUMP_IF_NONE:
      case OP.POP_JUMP_IF_FALSE:
      case OP.POP_JUMP_IF_TRUE:
      case PSEUDO.JUMP:
        if (target!.opcode === PSEUDO.JUMP && jumpThread(instr, target!, opcode)) i--;
        break;
      case OP.SWAP:
        if (oparg === 1) {
          setOp0(instr, OP.NOP);
        } else {
          i = swaptimize(instrs, i);
          applyStaticSwaps(instrs, i);
        }
        break;
      case OP.PUSH_NULL:
        if (nextop === OP.LOAD_GLOBAL && (next!.oparg & 1) === 0) {
          setOp0(instr, OP.NOP);
          next!.oparg |= 1;
        }
        break;
      default:
    }
  }
}

/** flowgraph.c optimize_cfg. */
function optimizeCfg(cfg: Cfg, consts: ConstList): void {
  eliminateEmptyBlocks(cfg);
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) inlineSmallExitBlocks(b);
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) optimizeBasicBlock(b, consts);
  removeRedundantNopsAndPairs(cfg.entry);
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) inlineSmallExitBlocks(b);
  markReachable(cfg.entry);
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) if (b.predecessors === 0) b.instrs.length = 0;
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) removeRedundantNops(b);
  eliminateEmptyBlocks(cfg);
  removeRedundantJumps(cfg);
}

/** flowgraph.c remove_unused_consts. The first constant may be the docstring and always stays. */
function removeUnusedConsts(entry: BasicBlock, consts: ConstList): void {
  const n = consts.list.length;
  if (n === 0) return;
  const used = new Uint8Array(n);
  used[0] = 1;
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    for (const instr of b.instrs) if (hasConst(instr.opcode)) used[instr.oparg] = 1;
  }
  const newIndex = new Int32Array(n);
  let kept = 0;
  for (let i = 0; i < n; i++) if (used[i]) newIndex[i] = kept++;
  if (kept === n) return;
  consts.list = consts.list.filter((_, i) => used[i]);
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    for (const instr of b.instrs) if (hasConst(instr.opcode)) instr.oparg = newIndex[instr.oparg];
  }
}

// ---- Variables that may be unbound

function maybePush(b: BasicBlock, low: number, high: number, stack: BasicBlock[]): void {
  const bothLow = b.unsafeLow | low;
  const bothHigh = b.unsafeHigh | high;
  if (bothLow === b.unsafeLow && bothHigh === b.unsafeHigh) return;
  b.unsafeLow = bothLow;
  b.unsafeHigh = bothHigh;
  if (!b.visited) {
    stack.push(b);
    b.visited = true;
  }
}

function scanBlockForLocals(b: BasicBlock, stack: BasicBlock[]): void {
  let low = b.unsafeLow;
  let high = b.unsafeHigh;
  for (const instr of b.instrs) {
    if (instr.except) maybePush(instr.except, low, high, stack);
    const arg = instr.oparg;
    if (arg >= 64) continue;
    const bitLow = arg < 32 ? 1 << arg : 0;
    const bitHigh = arg < 32 ? 0 : 1 << (arg - 32);
    switch (instr.opcode) {
      case OP.DELETE_FAST:
      case OP.LOAD_FAST_AND_CLEAR:
      case PSEUDO.STORE_FAST_MAYBE_NULL:
        low |= bitLow;
        high |= bitHigh;
        break;
      case OP.LOAD_FAST:
        if (low & bitLow || high & bitHigh) instr.opcode = OP.LOAD_FAST_CHECK;
        low &= ~bitLow;
        high &= ~bitHigh;
        break;
      case OP.STORE_FAST:
      case OP.LOAD_FAST_CHECK:
        low &= ~bitLow;
        high &= ~bitHigh;
        break;
      default:
    }
  }
  if (b.next && hasFallthrough(b)) maybePush(b.next, low, high, stack);
  const last = b.last;
  if (last && isJump(last.opcode)) maybePush(last.target!, low, high, stack);
}

/** flowgraph.c fast_scan_many_locals: beyond 64 locals, one block at a time. */
function fastScanManyLocals(entry: BasicBlock, nlocals: number): void {
  const states = new Int32Array(nlocals - 64);
  let blocknum = 0;
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    blocknum++;
    for (const instr of b.instrs) {
      const at = instr.oparg - 64;
      if (at < 0) continue;
      switch (instr.opcode) {
        case OP.DELETE_FAST:
        case OP.LOAD_FAST_AND_CLEAR:
        case PSEUDO.STORE_FAST_MAYBE_NULL:
          states[at] = blocknum - 1;
          break;
        case OP.STORE_FAST:
          states[at] = blocknum;
          break;
        case OP.LOAD_FAST:
          if (states[at] !== blocknum) instr.opcode = OP.LOAD_FAST_CHECK;
          states[at] = blocknum;
          break;
        default:
      }
    }
  }
}

/** flowgraph.c add_checks_for_loads_of_uninitialized_variables. */
function addChecksForLoadsOfUninitializedVariables(
  entry: BasicBlock,
  nlocals: number,
  nparams: number,
): void {
  if (nlocals === 0) return;
  if (nlocals > 64) fastScanManyLocals(entry, nlocals);
  const n = Math.min(nlocals, 64);
  resetVisited(entry);
  const stack: BasicBlock[] = [];
  let low = 0;
  let high = 0;
  for (let i = nparams; i < n; i++) {
    if (i < 32) low |= 1 << i;
    else high |= 1 << (i - 32);
  }
  maybePush(entry, low, high, stack);
  for (let b: BasicBlock | null = entry; b; b = b.next) scanBlockForLocals(b, stack);
  while (stack.length > 0) {
    const b = stack.pop()!;
    b.visited = false;
    scanBlockForLocals(b, stack);
  }
}

// ---- Cold code

function markWarm(entry: BasicBlock): void {
  resetVisited(entry);
  const stack: BasicBlock[] = [entry];
  entry.visited = true;
  while (stack.length > 0) {
    const b = stack.pop()!;
    b.warm = true;
    const next = b.next;
    if (next && !next.visited && hasFallthrough(b)) {
      stack.push(next);
      next.visited = true;
    }
    for (const instr of b.instrs) {
      if (isJump(instr.opcode) && !instr.target!.visited) {
        stack.push(instr.target!);
        instr.target!.visited = true;
      }
    }
  }
}

function markCold(entry: BasicBlock): void {
  markWarm(entry);
  resetVisited(entry);
  const stack: BasicBlock[] = [];
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    if (b.exceptHandler) {
      stack.push(b);
      b.visited = true;
    }
  }
  while (stack.length > 0) {
    const b = stack.pop()!;
    b.cold = true;
    const next = b.next;
    if (next && hasFallthrough(b) && !next.warm && !next.visited) {
      stack.push(next);
      next.visited = true;
    }
    for (const instr of b.instrs) {
      if (!isJump(instr.opcode)) continue;
      const target = instr.target!;
      if (!target.warm && !target.visited) {
        stack.push(target);
        target.visited = true;
      }
    }
  }
}

/** flowgraph.c push_cold_blocks_to_end. */
function pushColdBlocksToEnd(cfg: Cfg): void {
  const entry = cfg.entry;
  if (entry.next === null) return;
  markCold(entry);
  let nextLabel = cfg.maxLabel() + 1;
  // Cold code that falls into warm code needs a jump now.
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    const next: BasicBlock | null = b.next;
    if (!b.cold || !next?.warm || !hasFallthrough(b)) continue;
    if (next.label === NO_LABEL) next.label = nextLabel++;
    const jump = new BasicBlock();
    jump.addop(PSEUDO.JUMP, next.label, NO_LOCATION).target = next;
    jump.cold = true;
    jump.next = next;
    b.next = jump;
  }
  let coldBlocks: BasicBlock | null = null;
  let coldTail: BasicBlock | null = null;
  let b: BasicBlock = entry;
  while (b.next) {
    while (b.next && !b.next.cold) b = b.next;
    if (b.next === null) break;
    let end: BasicBlock = b.next;
    while (end.next?.cold) end = end.next;
    if (coldTail === null) coldBlocks = b.next;
    else coldTail.next = b.next;
    coldTail = end;
    b.next = end.next;
    end.next = null;
  }
  b.next = coldBlocks;
  if (coldBlocks !== null) removeRedundantJumps(cfg);
}

// ---- Line numbers

function isExitWithoutLineno(b: BasicBlock): boolean {
  return exitsScope(b) && b.instrs.every((instr) => instr.loc.lineno < 0);
}

/** flowgraph.c duplicate_exits_without_lineno: each jump to an exit without a line gets its own copy of it. */
function duplicateExitsWithoutLineno(cfg: Cfg): void {
  let nextLabel = cfg.maxLabel() + 1;
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) {
    const last = b.last;
    if (last === undefined || !isJump(last.opcode)) continue;
    const target = last.target!;
    if (target.predecessors <= 1 || !isExitWithoutLineno(target)) continue;
    const copy = new BasicBlock();
    copy.instrs = target.instrs.map((instr) => instr.copy());
    copy.instrs[0].loc = last.loc;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    copy.label = nextLabel++;
    target.next = copy;
  }
  for (let b: BasicBlock | null = cfg.entry; b; b = b.next) {
    if (b.next && b.instrs.length > 0 && hasFallthrough(b) && isExitWithoutLineno(b.next)) {
      b.next.instrs[0].loc = b.last!.loc;
    }
  }
}

function propagateLineNumbers(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    const last = b.last;
    if (last === undefined) continue;
    let prev = NO_LOCATION;
    for (const instr of b.instrs) {
      if (instr.loc.lineno < 0) instr.loc = prev;
      else prev = instr.loc;
    }
    if (b.next && b.next.predecessors === 1 && hasFallthrough(b)) {
      const first = b.next.instrs[0];
      if (first.loc.lineno < 0) first.loc = prev;
    }
    if (isJump(last.opcode) && last.target!.predecessors === 1) {
      const first = last.target!.instrs[0];
      if (first.loc.lineno < 0) first.loc = prev;
    }
  }
}

function guaranteeLinenoForExits(entry: BasicBlock, firstlineno: number): void {
  let lineno = firstlineno;
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    const last = b.last;
    if (last === undefined) continue;
    if (last.loc.lineno >= 0) {
      lineno = last.loc.lineno;
    } else if (last.opcode === OP.RETURN_VALUE) {
      for (const instr of b.instrs) {
        instr.loc = new Location(
          lineno,
          instr.loc.end_lineno,
          instr.loc.col_offset,
          instr.loc.end_col_offset,
        );
      }
    }
  }
}

/** flowgraph.c _PyCfg_OptimizeCodeUnit. */
export function optimizeCodeUnit(
  cfg: Cfg,
  consts: ConstList,
  nlocals: number,
  nparams: number,
  firstlineno: number,
): void {
  translateLabelsToTargets(cfg);
  labelExceptionTargets(cfg.entry);
  optimizeCfg(cfg, consts);
  removeUnusedConsts(cfg.entry, consts);
  addChecksForLoadsOfUninitializedVariables(cfg.entry, nlocals, nparams);
  pushColdBlocksToEnd(cfg);
  duplicateExitsWithoutLineno(cfg);
  propagateLineNumbers(cfg.entry);
  guaranteeLinenoForExits(cfg.entry, firstlineno);
}

// ---- After the optimiser

/** The deepest the value stack gets. flowgraph.c _PyCfg_Stackdepth. */
export function stackdepth(entry: BasicBlock, isGenerator: boolean): number {
  for (let b: BasicBlock | null = entry; b; b = b.next) b.startdepth = -1;
  const stack: BasicBlock[] = [];
  const push = (b: BasicBlock, depth: number): void => {
    if (b.startdepth < depth && b.startdepth < 100) {
      b.startdepth = depth;
      stack.push(b);
    }
  };
  let max = 0;
  push(entry, isGenerator ? 1 : 0);
  while (stack.length > 0) {
    const b = stack.pop()!;
    let depth = b.startdepth;
    let next = b.next;
    for (const instr of b.instrs) {
      const op = instr.opcode;
      const newDepth = depth + stack_effect(op, instr.oparg, 0);
      if (newDepth > max) max = newDepth;
      if (hasTarget(op)) {
        const targetDepth = depth + stack_effect(op, instr.oparg, 1);
        if (targetDepth > max) max = targetDepth;
        push(instr.target!, targetDepth);
      }
      depth = newDepth;
      if (isUnconditionalJump(op) || isScopeExit(op)) {
        next = null;
        break;
      }
    }
    if (next) push(next, depth);
  }
  return max;
}

/** flowgraph.c _PyCfg_ConvertPseudoOps. */
export function convertPseudoOps(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    for (const instr of b.instrs) {
      if (isBlockPush(instr.opcode) || instr.opcode === PSEUDO.POP_BLOCK) setOp0(instr, OP.NOP);
      else if (instr.opcode === PSEUDO.STORE_FAST_MAYBE_NULL) instr.opcode = OP.STORE_FAST;
    }
  }
  for (let b: BasicBlock | null = entry; b; b = b.next) removeRedundantNops(b);
}
