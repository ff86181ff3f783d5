// The compiler's front door: a syntax tree in, a code object out.
//
// Future statements, then the tree's own optimiser, then the symbol table, then code for each scope from the inside
// out. Answers to CPython 3.12: Python/compile.c _PyAST_Compile, compiler_codegen, compiler_body.

import type { CodeObject } from '../code/codeobject.ts';
import { OP } from '../code/opcodes.ts';
import { futureFromAst } from '../symtable/future.ts';
import { buildSymtable } from '../symtable/symtable.ts';
import type { Mod, Stmt } from '../syntax/ast.ts';
import { type CompileWarning, SyntaxErrorInfo } from '../syntax/errors.ts';
import { isStackOverflow } from '../text/stackoverflow.ts';
import { optimizeAst } from './ast_opt.ts';
import { Compiler, SCOPE_MODULE } from './compiler.ts';
import { docstringOf } from './docstring.ts';
import { visitExpr } from './expressions.ts';
import { LOC, Location, NO_LOCATION } from './instruction_sequence.ts';
import { visitStmt, visitStmts } from './statements.ts';

export interface CompileOptions {
  /** 0, 1 (-O: no asserts), 2 (-OO: no docstrings either). */
  optimize?: number;
  /** compile()'s flags: CO_FUTURE_* and PyCF_ALLOW_TOP_LEVEL_AWAIT count here. */
  flags?: number;
  /** Whether a warning filter makes an error of this warning. */
  escalate?: (warning: CompileWarning) => boolean;
  /** A line of the file being compiled, if there is one: it becomes an error's text. */
  programText?: (filename: string, lineno: number) => string | null;
}

export interface CompileResult {
  code: CodeObject | null;
  error: SyntaxErrorInfo | null;
  warnings: CompileWarning[];
}

/** Whether a body holds an annotated assignment, not looking into functions. compile.c find_ann. */
function hasAnnotations(body: readonly Stmt[]): boolean {
  return body.some((s) => {
    switch (s.node) {
      case 'AnnAssign':
        return true;
      case 'If': {
        // A chain of `elif`s may be longer than the engine's stack.
        let last = s;
        while (last.orelse.length === 1 && last.orelse[0].node === 'If') {
          if (hasAnnotations(last.body)) return true;
          last = last.orelse[0];
        }
        return hasAnnotations(last.body) || hasAnnotations(last.orelse);
      }
      case 'For':
      case 'AsyncFor':
      case 'While':
        return hasAnnotations(s.body) || hasAnnotations(s.orelse);
      case 'With':
      case 'AsyncWith':
        return hasAnnotations(s.body);
      case 'Try':
      case 'TryStar':
        return (
          s.handlers.some((handler) => hasAnnotations(handler.body)) ||
          hasAnnotations(s.body) ||
          hasAnnotations(s.finalbody) ||
          hasAnnotations(s.orelse)
        );
      case 'Match':
        return s.cases.some((matchCase) => hasAnnotations(matchCase.body));
      default:
        return false;
    }
  });
}

/** The body of a module or class: annotations, docstring, statements. compile.c compiler_body. */
export function compileBody(c: Compiler, start: Location, body: Stmt[]): void {
  const loc = c.u.scopeType === SCOPE_MODULE && body.length > 0 ? LOC(body[0]) : start;
  if (hasAnnotations(body)) c.addop(loc, OP.SETUP_ANNOTATIONS);
  let i = 0;
  if (c.optimize < 2 && docstringOf(body) !== null) {
    const first = body[0];
    if (first.node === 'Expr') visitExpr(c, first.value);
    c.nameop(NO_LOCATION, '__doc__', 'Store');
    i = 1;
  }
  for (; i < body.length; i++) visitStmt(c, body[i]);
}

function compileMod(c: Compiler, mod: Mod): CodeObject | null {
  c.enterScope('<module>', SCOPE_MODULE, mod, 1);
  const loc = new Location(1, 1, 0, 0);
  switch (mod.node) {
    case 'Module':
      compileBody(c, loc, mod.body);
      break;
    case 'Interactive':
      if (hasAnnotations(mod.body)) c.addop(loc, OP.SETUP_ANNOTATIONS);
      c.interactive = true;
      visitStmts(c, mod.body);
      break;
    case 'Expression':
      visitExpr(c, mod.body);
      break;
    case 'FunctionType':
      // `func_type` trees are for type checkers; compile() refuses the mode before this.
      break;
  }
  return c.optimizeAndAssemble(mod.node !== 'Expression');
}

/** The error with the line it points into, read again from the file. Python/errors.c PyErr_ProgramTextObject. */
function withText(error: SyntaxErrorInfo, programText: CompileOptions['programText']): SyntaxErrorInfo {
  if (error.text !== null || error.lineno === null || programText === undefined) return error;
  const { type, msg, filename, lineno, offset, end_lineno, end_offset } = error;
  const text = programText(filename, lineno);
  const found = new SyntaxErrorInfo(type, msg, filename, lineno, offset, end_lineno, end_offset, text);
  found.late = error.late;
  return found;
}

/** CPython's answer to a program nested too deeply for its stack. */
function tooDeep(filename: string): SyntaxErrorInfo {
  const msg = 'maximum recursion depth exceeded during compilation';
  return new SyntaxErrorInfo('RecursionError', msg, filename, null, null, null, null, null);
}

/**
 * Compiles a tree. The tree is changed by constant folding.
 * CPython 3.12: Python/compile.c _PyAST_Compile.
 */
export function compileModule(mod: Mod, filename: string, options: CompileOptions = {}): CompileResult {
  const refuse = (error: SyntaxErrorInfo, warnings: CompileWarning[] = []): CompileResult => ({
    code: null,
    error: withText(error, options.programText),
    warnings,
  });
  const optimize = options.optimize ?? 0;
  const future = futureFromAst(mod, filename);
  if (future.error !== null) return refuse(future.error);
  const flags = (options.flags ?? 0) | future.features;
  const escalate = options.escalate ?? (() => false);
  const warnings: CompileWarning[] = [];
  try {
    const folded = optimizeAst(mod, optimize, flags, (warning) => {
      if (escalate(warning)) return true;
      warnings.push(warning);
      return false;
    });
    if (!folded) return refuse(tooDeep(filename), warnings);
    const { table, error } = buildSymtable(mod, filename, flags);
    if (table === null) return refuse(error ?? tooDeep(filename), warnings);
    const c = new Compiler({
      filename,
      table,
      flags,
      futureLocation: future.location,
      optimize,
      escalate,
    });
    const code = compileMod(c, mod);
    warnings.push(...c.warnings);
    return c.error === null ? { code, error: null, warnings } : refuse(c.error, warnings);
  } catch (thrown) {
    // The engine's stack may be smaller than CPython's; the program is told what CPython would say.
    if (isStackOverflow(thrown)) return refuse(tooDeep(filename), warnings);
    throw thrown;
  }
}
