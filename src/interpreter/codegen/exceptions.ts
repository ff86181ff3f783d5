// try, except, except*, finally, with: code that stands aside until something goes wrong.
//
// Each SETUP names the handler for what follows, POP_BLOCK ends the region; the machine never executes them, they
// become the exception table. Stack pictures in brackets. Answers to CPython 3.12: Python/compile.c compiler_try_*,
// compiler_with, compiler_async_with.

import { INTRINSIC_PREP_RERAISE_STAR, OP, PSEUDO } from '../code/opcodes.ts';
import type { AsyncWith, Try, TryStar, With } from '../syntax/ast.ts';
import {
  ASYNC_WITH,
  type Compiler,
  EXCEPTION_GROUP_HANDLER,
  EXCEPTION_HANDLER,
  FINALLY_END,
  FINALLY_TRY,
  HANDLER_CLEANUP,
  SCOPE_ASYNC_FUNCTION,
  TRY_EXCEPT,
  WITH,
} from './compiler.ts';
import { visitExpr } from './expressions.ts';
import { LOC, NO_LABEL, NO_LOCATION } from './instruction_sequence.ts';
import { visitStmts } from './statements.ts';

export function compileTry(c: Compiler, s: Try): void {
  if (s.finalbody.length > 0) compileTryFinally(c, s);
  else compileTryExcept(c, s);
}

export function compileTryStar(c: Compiler, s: TryStar): void {
  if (s.finalbody.length > 0) compileTryFinally(c, s);
  else compileTryStarExcept(c, s);
}

/** The finally body is compiled twice: for the way out in peace, and for exceptions. */
function compileTryFinally(c: Compiler, s: Try | TryStar): void {
  const loc = LOC(s);
  const body = c.newLabel();
  const end = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.addJump(loc, PSEUDO.SETUP_FINALLY, end);
  c.useLabel(body);
  c.pushFblock(loc, FINALLY_TRY, body, end, s.finalbody);
  if (s.handlers.length > 0) {
    if (s.node === 'Try') compileTryExcept(c, s);
    else compileTryStarExcept(c, s);
  } else {
    visitStmts(c, s.body);
  }
  c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
  c.popFblock();
  visitStmts(c, s.finalbody);
  c.addJump(NO_LOCATION, PSEUDO.JUMP, exit);

  c.useLabel(end);
  c.addJump(NO_LOCATION, PSEUDO.SETUP_CLEANUP, cleanup);
  c.addop(NO_LOCATION, OP.PUSH_EXC_INFO);
  c.pushFblock(NO_LOCATION, FINALLY_END, end, NO_LABEL, null);
  visitStmts(c, s.finalbody);
  c.popFblock();
  c.addop(NO_LOCATION, OP.RERAISE, 0);
  c.useLabel(cleanup);
  c.popExceptAndReraise(NO_LOCATION);
  c.useLabel(exit);
}

/** `name = None; del name`, as no line of the program wrote it. */
function unbindName(c: Compiler, name: string): void {
  c.loadConst(NO_LOCATION, null);
  c.nameop(NO_LOCATION, name, 'Store');
  c.nameop(NO_LOCATION, name, 'Del');
}

function compileTryExcept(c: Compiler, s: Try): void {
  const loc = LOC(s);
  const body = c.newLabel();
  let except = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  c.addJump(loc, PSEUDO.SETUP_FINALLY, except);
  c.useLabel(body);
  c.pushFblock(loc, TRY_EXCEPT, body, NO_LABEL, null);
  visitStmts(c, s.body);
  c.popFblock();
  c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
  visitStmts(c, s.orelse);
  c.addJump(NO_LOCATION, PSEUDO.JUMP, end);

  c.useLabel(except);
  c.addJump(NO_LOCATION, PSEUDO.SETUP_CLEANUP, cleanup);
  c.addop(NO_LOCATION, OP.PUSH_EXC_INFO);
  c.pushFblock(loc, EXCEPTION_HANDLER, NO_LABEL, NO_LABEL, null);
  const last = s.handlers.length - 1;
  for (const [i, handler] of s.handlers.entries()) {
    const handlerLoc = LOC(handler);
    if (handler.type === null && i < last) {
      c.fail(handlerLoc, "default 'except:' must be last");
      return;
    }
    except = c.newLabel();
    if (handler.type !== null) {
      visitExpr(c, handler.type);
      c.addop(handlerLoc, OP.CHECK_EXC_MATCH);
      c.addJump(handlerLoc, OP.POP_JUMP_IF_FALSE, except);
    }
    if (handler.name !== null) {
      const cleanupEnd = c.newLabel();
      const cleanupBody = c.newLabel();
      c.nameop(handlerLoc, handler.name, 'Store');
      // A try within: whatever the body does, the name is unbound after it.
      c.addJump(handlerLoc, PSEUDO.SETUP_CLEANUP, cleanupEnd);
      c.useLabel(cleanupBody);
      c.pushFblock(handlerLoc, HANDLER_CLEANUP, cleanupBody, NO_LABEL, handler.name);
      visitStmts(c, handler.body);
      c.popFblock();
      c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
      c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
      c.addop(NO_LOCATION, OP.POP_EXCEPT);
      unbindName(c, handler.name);
      c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
      c.useLabel(cleanupEnd);
      unbindName(c, handler.name);
      c.addop(NO_LOCATION, OP.RERAISE, 1);
    } else {
      const cleanupBody = c.newLabel();
      c.addop(handlerLoc, OP.POP_TOP);
      c.useLabel(cleanupBody);
      c.pushFblock(handlerLoc, HANDLER_CLEANUP, cleanupBody, NO_LABEL, null);
      visitStmts(c, handler.body);
      c.popFblock();
      c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
      c.addop(NO_LOCATION, OP.POP_EXCEPT);
      c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
    }
    c.useLabel(except);
  }
  c.popFblock();
  c.addop(NO_LOCATION, OP.RERAISE, 0);
  c.useLabel(cleanup);
  c.popExceptAndReraise(NO_LOCATION);
  c.useLabel(end);
}

/**
 * except*: every clause sees what is left of the group; what they raise is collected and raised at the end.
 * Between the clauses the stack holds [original, list of raised, rest].
 */
function compileTryStarExcept(c: Compiler, s: TryStar): void {
  const loc = LOC(s);
  const body = c.newLabel();
  let except = c.newLabel();
  const orelse = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  const reraiseStar = c.newLabel();
  c.addJump(loc, PSEUDO.SETUP_FINALLY, except);
  c.useLabel(body);
  c.pushFblock(loc, TRY_EXCEPT, body, NO_LABEL, null);
  visitStmts(c, s.body);
  c.popFblock();
  c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
  c.addJump(NO_LOCATION, PSEUDO.JUMP, orelse);

  c.useLabel(except);
  c.addJump(NO_LOCATION, PSEUDO.SETUP_CLEANUP, cleanup);
  c.addop(NO_LOCATION, OP.PUSH_EXC_INFO);
  c.pushFblock(loc, EXCEPTION_GROUP_HANDLER, NO_LABEL, NO_LABEL, null);
  const last = s.handlers.length - 1;
  for (const [i, handler] of s.handlers.entries()) {
    const handlerLoc = LOC(handler);
    except = c.newLabel();
    const exceptWithError = c.newLabel();
    const noMatch = c.newLabel();
    if (i === 0) {
      c.addop(handlerLoc, OP.BUILD_LIST, 0);
      c.addop(handlerLoc, OP.COPY, 2);
    }
    if (handler.type !== null) {
      visitExpr(c, handler.type);
      c.addop(handlerLoc, OP.CHECK_EG_MATCH);
      c.addop(handlerLoc, OP.COPY, 1);
      c.addJump(handlerLoc, OP.POP_JUMP_IF_NONE, noMatch);
    }
    const cleanupEnd = c.newLabel();
    const cleanupBody = c.newLabel();
    if (handler.name !== null) c.nameop(handlerLoc, handler.name, 'Store');
    else c.addop(handlerLoc, OP.POP_TOP);
    c.addJump(handlerLoc, PSEUDO.SETUP_CLEANUP, cleanupEnd);
    c.useLabel(cleanupBody);
    c.pushFblock(handlerLoc, HANDLER_CLEANUP, cleanupBody, NO_LABEL, handler.name);
    visitStmts(c, handler.body);
    c.popFblock();
    c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
    if (handler.name !== null) unbindName(c, handler.name);
    c.addJump(NO_LOCATION, PSEUDO.JUMP, except);

    c.useLabel(cleanupEnd);
    if (handler.name !== null) unbindName(c, handler.name);
    c.addop(NO_LOCATION, OP.LIST_APPEND, 3);
    c.addop(NO_LOCATION, OP.POP_TOP);
    c.addJump(NO_LOCATION, PSEUDO.JUMP, exceptWithError);

    c.useLabel(except);
    c.addop(NO_LOCATION, OP.NOP);
    c.addJump(NO_LOCATION, PSEUDO.JUMP, exceptWithError);
    c.useLabel(noMatch);
    c.addop(handlerLoc, OP.POP_TOP);
    c.useLabel(exceptWithError);
    if (i === last) {
      c.addop(NO_LOCATION, OP.LIST_APPEND, 1);
      c.addJump(NO_LOCATION, PSEUDO.JUMP, reraiseStar);
    }
  }
  c.popFblock();
  const reraise = c.newLabel();
  c.useLabel(reraiseStar);
  c.addop(NO_LOCATION, OP.CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR);
  c.addop(NO_LOCATION, OP.COPY, 1);
  c.addJump(NO_LOCATION, OP.POP_JUMP_IF_NOT_NONE, reraise);
  c.addop(NO_LOCATION, OP.POP_TOP);
  c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
  c.addop(NO_LOCATION, OP.POP_EXCEPT);
  c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
  c.useLabel(reraise);
  c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
  c.addop(NO_LOCATION, OP.SWAP, 2);
  c.addop(NO_LOCATION, OP.POP_EXCEPT);
  c.addop(NO_LOCATION, OP.RERAISE, 0);
  c.useLabel(cleanup);
  c.popExceptAndReraise(NO_LOCATION);
  c.useLabel(orelse);
  visitStmts(c, s.orelse);
  c.useLabel(end);
}

/** After __exit__ was asked about an exception: swallow it or raise it again. */
function finishWithExcept(c: Compiler, cleanup: number): void {
  const suppress = c.newLabel();
  c.addJump(NO_LOCATION, OP.POP_JUMP_IF_TRUE, suppress);
  c.addop(NO_LOCATION, OP.RERAISE, 2);
  c.useLabel(suppress);
  c.addop(NO_LOCATION, OP.POP_TOP);
  c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
  c.addop(NO_LOCATION, OP.POP_EXCEPT);
  c.addop(NO_LOCATION, OP.POP_TOP);
  c.addop(NO_LOCATION, OP.POP_TOP);
  const exit = c.newLabel();
  c.addJump(NO_LOCATION, PSEUDO.JUMP, exit);
  c.useLabel(cleanup);
  c.popExceptAndReraise(NO_LOCATION);
  c.useLabel(exit);
}

/** compile.c compiler_with; each item of `with a, b:` is a with inside the one before. */
export function compileWith(c: Compiler, s: With, pos: number): void {
  const item = s.items[pos];
  const block = c.newLabel();
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  visitExpr(c, item.context_expr);
  const loc = LOC(item.context_expr);
  c.addop(loc, OP.BEFORE_WITH);
  c.addJump(loc, PSEUDO.SETUP_WITH, final);
  c.useLabel(block);
  c.pushFblock(loc, WITH, block, final, loc);
  if (item.optional_vars) visitExpr(c, item.optional_vars);
  else c.addop(loc, OP.POP_TOP);
  if (pos + 1 === s.items.length) visitStmts(c, s.body);
  else compileWith(c, s, pos + 1);
  c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
  c.popFblock();
  c.callExitWithNones(loc);
  c.addop(loc, OP.POP_TOP);
  c.addJump(loc, PSEUDO.JUMP, exit);

  c.useLabel(final);
  c.addJump(loc, PSEUDO.SETUP_CLEANUP, cleanup);
  c.addop(loc, OP.PUSH_EXC_INFO);
  c.addop(loc, OP.WITH_EXCEPT_START);
  finishWithExcept(c, cleanup);
  c.useLabel(exit);
}

/** compile.c compiler_async_with. */
export function compileAsyncWith(c: Compiler, s: AsyncWith, pos: number): void {
  const item = s.items[pos];
  if (c.isTopLevelAwait) {
    c.u.ste.ste_coroutine = true;
  } else if (c.u.scopeType !== SCOPE_ASYNC_FUNCTION) {
    c.fail(s, "'async with' outside async function");
    return;
  }
  const block = c.newLabel();
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  visitExpr(c, item.context_expr);
  const loc = LOC(item.context_expr);
  const await_ = (arg: number): void => {
    c.addop(loc, OP.GET_AWAITABLE, arg);
    c.loadConst(loc, null);
    c.addYieldFrom(loc, true);
  };
  c.addop(loc, OP.BEFORE_ASYNC_WITH);
  await_(1);
  c.addJump(loc, PSEUDO.SETUP_WITH, final);
  c.useLabel(block);
  c.pushFblock(loc, ASYNC_WITH, block, final, loc);
  if (item.optional_vars) visitExpr(c, item.optional_vars);
  else c.addop(loc, OP.POP_TOP);
  if (pos + 1 === s.items.length) visitStmts(c, s.body);
  else compileAsyncWith(c, s, pos + 1);
  c.popFblock();
  c.addop(loc, PSEUDO.POP_BLOCK);
  c.callExitWithNones(loc);
  await_(2);
  c.addop(loc, OP.POP_TOP);
  c.addJump(loc, PSEUDO.JUMP, exit);

  c.useLabel(final);
  c.addJump(loc, PSEUDO.SETUP_CLEANUP, cleanup);
  c.addop(loc, OP.PUSH_EXC_INFO);
  c.addop(loc, OP.WITH_EXCEPT_START);
  await_(2);
  finishWithExcept(c, cleanup);
  c.useLabel(exit);
}
