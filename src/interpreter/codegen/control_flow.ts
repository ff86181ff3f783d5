// Statements that branch and loop, and what leaving one early must undo.
//
// Answers to CPython 3.12: Python/compile.c compiler_if, _for, _async_for, _while, _return, _break, _continue,
// compiler_jump_if, compiler_unwind_fblock.

import { OP, PSEUDO } from '../code/opcodes.ts';
import { isFunctionLike } from '../symtable/symtable.ts';
import type { AsyncFor, Expr, For, If, Located, Return, Stmt, While } from '../syntax/ast.ts';
import {
  ASYNC_WITH,
  type Compiler,
  EXCEPTION_GROUP_HANDLER,
  FINALLY_END,
  FINALLY_TRY,
  FOR_LOOP,
  type FrameBlock,
  HANDLER_CLEANUP,
  POP_VALUE,
  SCOPE_ASYNC_FUNCTION,
  TRY_EXCEPT,
  WHILE_LOOP,
  WITH,
} from './compiler.ts';
import { addCompare, checkCompare, visitExpr } from './expressions.ts';
import { LOC, type Location, NO_LABEL, NO_LOCATION } from './instruction_sequence.ts';
import { visitStmts } from './statements.ts';

/** Jumps to `next` if the expression's truth is `cond`; and, or, not become jumps. compile.c compiler_jump_if. */
export function jumpIf(c: Compiler, loc: Location, e: Expr, next: number, cond: boolean): void {
  switch (e.node) {
    case 'UnaryOp':
      if (e.op === 'Not') {
        jumpIf(c, loc, e.operand, next, !cond);
        return;
      }
      break;
    case 'BoolOp': {
      const last = e.values.length - 1;
      const cond2 = e.op === 'Or';
      const next2 = cond2 === cond ? next : c.newLabel();
      for (let i = 0; i < last; i++) jumpIf(c, loc, e.values[i], next2, cond2);
      jumpIf(c, loc, e.values[last], next, cond);
      if (next2 !== next) c.useLabel(next2);
      return;
    }
    case 'IfExp': {
      const end = c.newLabel();
      const next2 = c.newLabel();
      jumpIf(c, loc, e.test, next2, false);
      jumpIf(c, loc, e.body, next, cond);
      c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
      c.useLabel(next2);
      jumpIf(c, loc, e.orelse, next, cond);
      c.useLabel(end);
      return;
    }
    case 'Compare': {
      const last = e.ops.length - 1;
      if (last === 0) break;
      checkCompare(c, e);
      const eLoc = LOC(e);
      const cleanup = c.newLabel();
      visitExpr(c, e.left);
      for (let i = 0; i < last; i++) {
        visitExpr(c, e.comparators[i]);
        c.addop(eLoc, OP.SWAP, 2);
        c.addop(eLoc, OP.COPY, 2);
        addCompare(c, eLoc, e.ops[i]);
        c.addJump(eLoc, OP.POP_JUMP_IF_FALSE, cleanup);
      }
      visitExpr(c, e.comparators[last]);
      addCompare(c, eLoc, e.ops[last]);
      c.addJump(eLoc, cond ? OP.POP_JUMP_IF_TRUE : OP.POP_JUMP_IF_FALSE, next);
      const end = c.newLabel();
      c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
      c.useLabel(cleanup);
      c.addop(eLoc, OP.POP_TOP);
      if (!cond) c.addJump(NO_LOCATION, PSEUDO.JUMP, next);
      c.useLabel(end);
      return;
    }
    default:
  }
  visitExpr(c, e);
  c.addJump(LOC(e), cond ? OP.POP_JUMP_IF_TRUE : OP.POP_JUMP_IF_FALSE, next);
}

/** A chain of `elif`s in a loop, as it may be longer than the engine's stack. compile.c compiler_if */
export function compileIf(c: Compiler, first: If): void {
  const ends: number[] = [];
  for (let s = first; ; ) {
    const end = c.newLabel();
    ends.push(end);
    const next = s.orelse.length > 0 ? c.newLabel() : end;
    jumpIf(c, LOC(s), s.test, next, false);
    visitStmts(c, s.body);
    if (s.orelse.length === 0 || c.error !== null) break;
    c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
    c.useLabel(next);
    const [only] = s.orelse;
    if (s.orelse.length > 1 || only.node !== 'If') {
      visitStmts(c, s.orelse);
      break;
    }
    s = only;
  }
  for (const end of ends.reverse()) c.useLabel(end);
}

export function compileFor(c: Compiler, s: For): void {
  const start = c.newLabel();
  const body = c.newLabel();
  const cleanup = c.newLabel();
  const end = c.newLabel();
  c.pushFblock(s, FOR_LOOP, start, end, null);
  visitExpr(c, s.iter);
  const loc = LOC(s.iter);
  c.addop(loc, OP.GET_ITER);
  c.useLabel(start);
  c.addJump(loc, OP.FOR_ITER, cleanup);
  // So that a for statement over several lines is traced well.
  c.addop(LOC(s.target), OP.NOP);
  c.useLabel(body);
  visitExpr(c, s.target);
  visitStmts(c, s.body);
  c.addJump(NO_LOCATION, PSEUDO.JUMP, start);
  c.useLabel(cleanup);
  c.addop(NO_LOCATION, OP.END_FOR);
  c.popFblock();
  visitStmts(c, s.orelse);
  c.useLabel(end);
}

export function compileAsyncFor(c: Compiler, s: AsyncFor): void {
  const loc = LOC(s);
  if (c.isTopLevelAwait) {
    c.u.ste.ste_coroutine = true;
  } else if (c.u.scopeType !== SCOPE_ASYNC_FUNCTION) {
    c.fail(loc, "'async for' outside async function");
    return;
  }
  const start = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  visitExpr(c, s.iter);
  c.addop(LOC(s.iter), OP.GET_AITER);
  c.useLabel(start);
  c.pushFblock(loc, FOR_LOOP, start, end, null);
  c.addJump(loc, PSEUDO.SETUP_FINALLY, except);
  c.addop(loc, OP.GET_ANEXT);
  c.loadConst(loc, null);
  c.addYieldFrom(loc, true);
  c.addop(loc, PSEUDO.POP_BLOCK);
  visitExpr(c, s.target);
  visitStmts(c, s.body);
  c.addJump(NO_LOCATION, PSEUDO.JUMP, start);
  c.popFblock();
  c.useLabel(except);
  c.addop(LOC(s.iter), OP.END_ASYNC_FOR);
  visitStmts(c, s.orelse);
  c.useLabel(end);
}

/** The test stands twice: before the loop and at its end, so that a round takes one jump. */
export function compileWhile(c: Compiler, s: While): void {
  const loop = c.newLabel();
  const body = c.newLabel();
  const end = c.newLabel();
  const anchor = c.newLabel();
  c.useLabel(loop);
  c.pushFblock(s, WHILE_LOOP, loop, end, null);
  jumpIf(c, LOC(s), s.test, anchor, false);
  c.useLabel(body);
  visitStmts(c, s.body);
  jumpIf(c, LOC(s), s.test, body, true);
  c.popFblock();
  c.useLabel(anchor);
  visitStmts(c, s.orelse);
  c.useLabel(end);
}

/** Emits what leaving one block needs; answers the location for what follows. compile.c compiler_unwind_fblock. */
function unwindFblock(c: Compiler, loc: Location, info: FrameBlock, preserveTos: boolean): Location {
  switch (info.type) {
    case FOR_LOOP:
    case POP_VALUE:
      if (preserveTos) c.addop(loc, OP.SWAP, 2);
      c.addop(loc, OP.POP_TOP);
      return loc;
    case TRY_EXCEPT:
      c.addop(loc, PSEUDO.POP_BLOCK);
      return loc;
    case FINALLY_TRY:
      c.addop(loc, PSEUDO.POP_BLOCK);
      if (preserveTos) c.pushFblock(loc, POP_VALUE, NO_LABEL, NO_LABEL, null);
      visitStmts(c, info.datum as Stmt[]);
      if (preserveTos) c.popFblock();
      // What follows should not look like part of the statement that left the block.
      return NO_LOCATION;
    case FINALLY_END:
      if (preserveTos) c.addop(loc, OP.SWAP, 2);
      c.addop(loc, OP.POP_TOP);
      if (preserveTos) c.addop(loc, OP.SWAP, 2);
      c.addop(loc, PSEUDO.POP_BLOCK);
      c.addop(loc, OP.POP_EXCEPT);
      return loc;
    case WITH:
    case ASYNC_WITH: {
      const withLoc = LOC(info.datum as Located);
      c.addop(withLoc, PSEUDO.POP_BLOCK);
      if (preserveTos) c.addop(withLoc, OP.SWAP, 2);
      c.callExitWithNones(withLoc);
      if (info.type === ASYNC_WITH) {
        c.addop(withLoc, OP.GET_AWAITABLE, 2);
        c.loadConst(withLoc, null);
        c.addYieldFrom(withLoc, true);
      }
      c.addop(withLoc, OP.POP_TOP);
      return NO_LOCATION;
    }
    case HANDLER_CLEANUP: {
      const name = info.datum as string | null;
      if (name !== null) c.addop(loc, PSEUDO.POP_BLOCK);
      if (preserveTos) c.addop(loc, OP.SWAP, 2);
      c.addop(loc, PSEUDO.POP_BLOCK);
      c.addop(loc, OP.POP_EXCEPT);
      if (name !== null) {
        c.loadConst(loc, null);
        c.nameop(loc, name, 'Store');
        c.nameop(loc, name, 'Del');
      }
      return loc;
    }
    default:
      return loc;
  }
}

interface Unwound {
  loc: Location;
  /** The innermost loop, if the caller looks for one. */
  loop: FrameBlock | null;
}

/** Leaves all blocks, or those inside the innermost loop. compile.c compiler_unwind_fblock_stack. */
function unwindFblockStack(c: Compiler, loc: Location, preserveTos: boolean, toLoop: boolean): Unwound {
  const { fblocks } = c.u;
  const top = fblocks.at(-1);
  if (top === undefined) return { loc, loop: null };
  if (top.type === EXCEPTION_GROUP_HANDLER) {
    c.fail(loc, "'break', 'continue' and 'return' cannot appear in an except* block");
    return { loc, loop: null };
  }
  if (toLoop && (top.type === WHILE_LOOP || top.type === FOR_LOOP)) return { loc, loop: top };
  fblocks.pop();
  const after = unwindFblock(c, loc, top, preserveTos);
  const unwound = unwindFblockStack(c, after, preserveTos, toLoop);
  fblocks.push(top);
  return unwound;
}

export function compileReturn(c: Compiler, s: Return): void {
  let loc = LOC(s);
  const { value } = s;
  const { ste } = c.u;
  if (!isFunctionLike(ste)) {
    c.fail(loc, "'return' outside function");
    return;
  }
  if (value !== null && ste.ste_coroutine && ste.ste_generator) {
    c.fail(loc, "'return' with value in async generator");
    return;
  }
  const preserveTos = value !== null && value.node !== 'Constant';
  if (preserveTos) {
    visitExpr(c, value);
  } else if (value !== null) {
    loc = LOC(value);
    c.addop(loc, OP.NOP);
  }
  if (value === null || value.lineno !== s.lineno) {
    loc = LOC(s);
    c.addop(loc, OP.NOP);
  }
  loc = unwindFblockStack(c, loc, preserveTos, false).loc;
  if (value === null) c.loadConst(loc, null);
  else if (value.node === 'Constant') c.loadConst(loc, value.value);
  c.addop(loc, OP.RETURN_VALUE);
}

export function compileBreak(c: Compiler, origin: Location): void {
  c.addop(origin, OP.NOP);
  const { loc, loop } = unwindFblockStack(c, origin, false, true);
  if (loop === null) {
    c.fail(origin, "'break' outside loop");
    return;
  }
  const after = unwindFblock(c, loc, loop, false);
  c.addJump(after, PSEUDO.JUMP, loop.exit);
}

export function compileContinue(c: Compiler, origin: Location): void {
  c.addop(origin, OP.NOP);
  const { loc, loop } = unwindFblockStack(c, origin, false, true);
  if (loop === null) {
    c.fail(origin, "'continue' not properly in loop");
    return;
  }
  c.addJump(loc, PSEUDO.JUMP, loop.block);
}
