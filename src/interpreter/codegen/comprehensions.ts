// Comprehensions and generator expressions.
//
// A generator expression is a function of its own, called with the outermost iterable. List, set and dict
// comprehensions run in the frame around them (PEP 709) wherever the symbol table allows: their variables are put
// aside on the stack first and restored after, also when something is raised.
// Answers to CPython 3.12: Python/compile.c compiler_comprehension and its generators.

import { OP, PSEUDO } from '../code/opcodes.ts';
import {
  CELL,
  ClassBlock,
  DEF_LOCAL,
  DEF_NONLOCAL,
  FREE,
  isFunctionLike,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type SymtableEntry,
} from '../symtable/symtable.ts';
import type { Comprehension, DictComp, Expr, GeneratorExp, ListComp, SetComp } from '../syntax/ast.ts';
import {
  ASYNC_COMPREHENSION_GENERATOR,
  type Compiler,
  SCOPE_ASYNC_FUNCTION,
  SCOPE_COMPREHENSION,
} from './compiler.ts';
import { jumpIf } from './control_flow.ts';
import { addYield, visitExpr } from './expressions.ts';
import { LOC, Location, NO_LABEL, NO_LOCATION } from './instruction_sequence.ts';

type ComprehensionExpr = GeneratorExp | ListComp | SetComp | DictComp;

const NAMES: Record<ComprehensionExpr['node'], string> = {
  GeneratorExp: '<genexpr>',
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
};

function eltOf(e: ComprehensionExpr): Expr {
  return e.node === 'DictComp' ? e.key : e.elt;
}

/** Evaluates the element and adds it to what is being built, `depth` values down; answers where it stands. */
function compileElement(c: Compiler, e: ComprehensionExpr, depth: number): Location {
  const elt = eltOf(e);
  let loc = LOC(elt);
  visitExpr(c, elt);
  switch (e.node) {
    case 'GeneratorExp':
      addYield(c, loc);
      c.addop(loc, OP.POP_TOP);
      break;
    case 'ListComp':
      c.addop(loc, OP.LIST_APPEND, depth + 1);
      break;
    case 'SetComp':
      c.addop(loc, OP.SET_ADD, depth + 1);
      break;
    case 'DictComp':
      visitExpr(c, e.value);
      loc = new Location(elt.lineno, e.value.end_lineno, elt.col_offset, e.value.end_col_offset);
      c.addop(loc, OP.MAP_ADD, depth + 1);
      break;
  }
  return loc;
}

function compileGenerator(
  c: Compiler,
  loc: Location,
  e: ComprehensionExpr,
  index: number,
  depth: number,
  iterOnStack: boolean,
): void {
  if (e.generators[index].is_async) compileAsyncGenerator(c, loc, e, index, depth, iterOnStack);
  else compileSyncGenerator(c, loc, e, index, depth, iterOnStack);
}

function compileRest(
  c: Compiler,
  loc: Location,
  e: ComprehensionExpr,
  index: number,
  depth: number,
): Location {
  if (index + 1 < e.generators.length) {
    compileGenerator(c, loc, e, index + 1, depth, false);
    return LOC(eltOf(e));
  }
  return compileElement(c, e, depth);
}

/** `for y in [f(x)]`: the one element of a list or tuple display, assigned without a loop. */
function singleElement(iter: Expr): Expr | null {
  if ((iter.node !== 'List' && iter.node !== 'Tuple') || iter.elts.length !== 1) return null;
  return iter.elts[0].node === 'Starred' ? null : iter.elts[0];
}

/** compile.c compiler_sync_comprehension_generator. */
function compileSyncGenerator(
  c: Compiler,
  loc: Location,
  e: ComprehensionExpr,
  index: number,
  outerDepth: number,
  iterOnStack: boolean,
): void {
  const start = c.newLabel();
  const ifCleanup = c.newLabel();
  const anchor = c.newLabel();
  const gen = e.generators[index];
  let loops = true;
  let depth = outerDepth;
  if (!iterOnStack) {
    if (index === 0) {
      c.u.argcount = 1;
      c.addop(loc, OP.LOAD_FAST, 0);
    } else {
      const single = singleElement(gen.iter);
      if (single !== null) {
        visitExpr(c, single);
        loops = false;
      } else {
        visitExpr(c, gen.iter);
        c.addop(LOC(gen.iter), OP.GET_ITER);
      }
    }
  }
  if (loops) {
    depth++;
    c.useLabel(start);
    c.addJump(LOC(gen.iter), OP.FOR_ITER, anchor);
  }
  visitExpr(c, gen.target);
  for (const test of gen.ifs) jumpIf(c, loc, test, ifCleanup, false);
  const eltLoc = compileRest(c, loc, e, index, depth);
  c.useLabel(ifCleanup);
  if (loops) {
    c.addJump(eltLoc, PSEUDO.JUMP, start);
    c.useLabel(anchor);
    c.addop(NO_LOCATION, OP.END_FOR);
  }
}

/** compile.c compiler_async_comprehension_generator. */
function compileAsyncGenerator(
  c: Compiler,
  loc: Location,
  e: ComprehensionExpr,
  index: number,
  depth: number,
  iterOnStack: boolean,
): void {
  const start = c.newLabel();
  const except = c.newLabel();
  const ifCleanup = c.newLabel();
  const gen = e.generators[index];
  if (!iterOnStack) {
    if (index === 0) {
      c.u.argcount = 1;
      c.addop(loc, OP.LOAD_FAST, 0);
    } else {
      visitExpr(c, gen.iter);
      c.addop(LOC(gen.iter), OP.GET_AITER);
    }
  }
  c.useLabel(start);
  c.pushFblock(loc, ASYNC_COMPREHENSION_GENERATOR, start, NO_LABEL, null);
  c.addJump(loc, PSEUDO.SETUP_FINALLY, except);
  c.addop(loc, OP.GET_ANEXT);
  c.loadConst(loc, null);
  c.addYieldFrom(loc, true);
  c.addop(loc, PSEUDO.POP_BLOCK);
  visitExpr(c, gen.target);
  for (const test of gen.ifs) jumpIf(c, loc, test, ifCleanup, false);
  const eltLoc = compileRest(c, loc, e, index, depth + 1);
  c.useLabel(ifCleanup);
  c.addJump(eltLoc, PSEUDO.JUMP, start);
  c.popFblock();
  c.useLabel(except);
  c.addop(loc, OP.END_ASYNC_FOR);
}

/** What an inlined comprehension changed in its surroundings (compile.c inlined_comprehension_state). */
interface InlinedState {
  pushedLocals: string[];
  /** Flags the names had outside. */
  tempSymbols: Map<string, number>;
  fastHidden: string[];
  cleanup: number;
  end: number;
}

const scopeOf = (flags: number): number => (flags >> SCOPE_OFFSET) & SCOPE_MASK;

/** compile.c push_inlined_comprehension_state. */
function pushInlinedState(c: Compiler, loc: Location, entry: SymtableEntry): InlinedState {
  const { u } = c;
  const state: InlinedState = {
    pushedLocals: [],
    tempSymbols: new Map(),
    fastHidden: [],
    cleanup: NO_LABEL,
    end: NO_LABEL,
  };
  const inClassBlock = u.ste.ste_type === ClassBlock && u.inInlinedComp === 0;
  u.inInlinedComp++;
  for (const [name, symbol] of entry.ste_symbols) {
    const scope = scopeOf(symbol);
    const outer = u.ste.ste_symbols.get(name) ?? 0;
    const outerScope = scopeOf(outer);
    // While the comprehension is compiled, its names mean what they mean inside.
    if (
      (scope !== outerScope && scope !== FREE && !(scope === CELL && outerScope === FREE)) ||
      inClassBlock
    ) {
      u.ste.ste_symbols.set(name, symbol);
      state.tempSymbols.set(name, outer);
    }
    if ((symbol & DEF_LOCAL && !(symbol & DEF_NONLOCAL)) || inClassBlock) {
      if (!isFunctionLike(u.ste) && u.fasthidden.get(name) !== true) {
        u.fasthidden.set(name, true);
        state.fastHidden.push(name);
      }
      c.addopVariable(loc, OP.LOAD_FAST_AND_CLEAR, u.varnames, name);
      if (scope === CELL) {
        c.addopVariable(loc, OP.MAKE_CELL, outerScope === FREE ? u.freevars : u.cellvars, name);
      }
      state.pushedLocals.push(name);
    }
  }
  if (state.pushedLocals.length > 0) {
    // The outermost iterable was evaluated first: bring it back to the top.
    c.addop(loc, OP.SWAP, state.pushedLocals.length + 1);
    state.cleanup = c.newLabel();
    state.end = c.newLabel();
    c.addJump(loc, PSEUDO.SETUP_FINALLY, state.cleanup);
  }
  return state;
}

function restoreInlinedLocals(c: Compiler, loc: Location, state: InlinedState): void {
  c.addop(loc, OP.SWAP, state.pushedLocals.length + 1);
  for (let i = state.pushedLocals.length - 1; i >= 0; i--) {
    c.addopVariable(loc, PSEUDO.STORE_FAST_MAYBE_NULL, c.u.varnames, state.pushedLocals[i]);
  }
}

/** compile.c pop_inlined_comprehension_state. */
function popInlinedState(c: Compiler, loc: Location, state: InlinedState): void {
  const { u } = c;
  u.inInlinedComp--;
  for (const [name, outer] of state.tempSymbols) u.ste.ste_symbols.set(name, outer);
  if (state.pushedLocals.length > 0) {
    c.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
    c.addJump(NO_LOCATION, PSEUDO.JUMP, state.end);
    c.useLabel(state.cleanup);
    c.addop(NO_LOCATION, OP.SWAP, 2);
    c.addop(NO_LOCATION, OP.POP_TOP);
    restoreInlinedLocals(c, loc, state);
    c.addop(NO_LOCATION, OP.RERAISE, 0);
    c.useLabel(state.end);
    restoreInlinedLocals(c, loc, state);
  }
  // Kept as false, so that the names are marked hidden in the code object.
  for (const name of state.fastHidden) u.fasthidden.set(name, false);
}

function compileOutermostIter(c: Compiler, outermost: Comprehension): void {
  visitExpr(c, outermost.iter);
  c.addop(LOC(outermost.iter), outermost.is_async ? OP.GET_AITER : OP.GET_ITER);
}

/** compile.c compiler_comprehension. */
export function compileComprehension(c: Compiler, e: ComprehensionExpr): void {
  const loc = LOC(e);
  const scopeType = c.u.scopeType;
  const { isTopLevelAwait } = c;
  const entry = c.table.lookup(e)!;
  const isInlined = entry.ste_comp_inlined;
  const isAsync = entry.ste_coroutine;
  const outermost = e.generators[0];
  const isGenexp = e.node === 'GeneratorExp';
  let state: InlinedState | null = null;
  if (isInlined) {
    compileOutermostIter(c, outermost);
    state = pushInlinedState(c, loc, entry);
  } else {
    c.enterScope(NAMES[e.node], SCOPE_COMPREHENSION, e, e.lineno);
  }
  if (
    isAsync &&
    !isGenexp &&
    scopeType !== SCOPE_ASYNC_FUNCTION &&
    scopeType !== SCOPE_COMPREHENSION &&
    !isTopLevelAwait
  ) {
    c.fail(loc, 'asynchronous comprehension outside of an asynchronous function');
  }
  if (!isGenexp) {
    c.addop(
      loc,
      e.node === 'ListComp' ? OP.BUILD_LIST : e.node === 'SetComp' ? OP.BUILD_SET : OP.BUILD_MAP,
      0,
    );
    if (isInlined) c.addop(loc, OP.SWAP, 2);
  }
  compileGenerator(c, loc, e, 0, 0, isInlined);
  if (state !== null) {
    popInlinedState(c, loc, state);
    return;
  }
  if (isGenexp) c.wrapInStopiterationHandler();
  else c.addop(loc, OP.RETURN_VALUE);
  const co = c.optimizeAndAssemble(true);
  c.exitScope();
  if (isTopLevelAwait && isAsync) c.u.ste.ste_coroutine = true;
  c.makeClosure(loc, co, 0);
  compileOutermostIter(c, outermost);
  c.addop(loc, OP.CALL, 0);
  if (isAsync && !isGenexp) {
    c.addop(loc, OP.GET_AWAITABLE, 0);
    c.loadConst(loc, null);
    c.addYieldFrom(loc, true);
  }
}
