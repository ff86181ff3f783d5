// The symbol table: who is local, cell, free and global, for every block of a program.
//
// Two passes: the first walks the AST and notes what each block does with each name (statements.ts, expressions.ts,
// on blocks.ts), the second decides (analyze.ts). Answers to CPython 3.12: Python/symtable.c.
//
// API: buildSymtable(mod, filename, futureFlags) -> { table, error }. `futureFlags` are CO_FUTURE_* of future.ts,
// from the module itself and from whoever calls `compile`. The entries and flags are in entry.ts.

import type { Mod } from '../syntax/ast.ts';
import { isStackOverflow } from '../text/stackoverflow.ts';
import { analyze } from './analyze.ts';
import { enterBlock, exitBlock, recursionError, SymtableState } from './blocks.ts';
import { ModuleBlock, SymbolTable, type SymtableResult } from './entry.ts';
import { visitExpr } from './expressions.ts';
import { CO_FUTURE_ANNOTATIONS } from './future.ts';
import { visitStmts } from './statements.ts';

export * from './entry.ts';

/** CPython 3.12: Python/symtable.c _PySymtable_Build */
export function buildSymtable(mod: Mod, filename: string, futureFlags: number): SymtableResult {
  const table = new SymbolTable(filename);
  const st = new SymtableState(table, (futureFlags & CO_FUTURE_ANNOTATIONS) !== 0);
  try {
    enterBlock(st, 'top', ModuleBlock, mod);
    table.top = st.cur;
    if (mod.node === 'FunctionType') throw new TypeError('a FunctionType is for type checkers, not compiled');
    const ok = mod.node === 'Expression' ? visitExpr(st, mod.body) : visitStmts(st, mod.body);
    if (!ok) return { table: null, error: st.error };
    exitBlock(st);
    const error = analyze(table.top, filename);
    return error === null ? { table, error: null } : { table: null, error };
  } catch (thrown) {
    // Where the engine's stack is smaller than CPython's limit, the program is told the same.
    if (isStackOverflow(thrown)) return { table: null, error: recursionError(filename) };
    throw thrown;
  }
}
