// Statements that run straight on: assignment, deletion, import, assert, expression statements.
//
// Answers to CPython 3.12: Python/compile.c compiler_visit_stmt and the small statements.

import { INTRINSIC_IMPORT_STAR, INTRINSIC_PRINT, OP } from '../code/opcodes.ts';
import type { AnnAssign, Assert, AugAssign, Expr, Import, ImportFrom, Stmt } from '../syntax/ast.ts';
import { compileClass, compileTypeAlias } from './classes.ts';
import { type Compiler, SCOPE_CLASS, SCOPE_MODULE } from './compiler.ts';
import {
  compileAsyncFor,
  compileBreak,
  compileContinue,
  compileFor,
  compileIf,
  compileReturn,
  compileWhile,
  jumpIf,
} from './control_flow.ts';
import { compileAsyncWith, compileTry, compileTryStar, compileWith } from './exceptions.ts';
import {
  addBinary,
  attributeLocation,
  compileSlice,
  isTwoElementSlice,
  visitAnnexpr,
  visitExpr,
} from './expressions.ts';
import { compileFunction } from './functions.ts';
import { LOC, type Location, NO_LOCATION } from './instruction_sequence.ts';
import { compileMatch } from './patterns.ts';

export function visitStmts(c: Compiler, body: readonly Stmt[]): void {
  for (const s of body) visitStmt(c, s);
}

export function visitStmt(c: Compiler, s: Stmt): void {
  if (c.error !== null) return;
  switch (s.node) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      compileFunction(c, s);
      return;
    case 'ClassDef':
      compileClass(c, s);
      return;
    case 'TypeAlias':
      compileTypeAlias(c, s);
      return;
    case 'Return':
      compileReturn(c, s);
      return;
    case 'Delete':
      for (const target of s.targets) visitExpr(c, target);
      return;
    case 'Assign': {
      visitExpr(c, s.value);
      const last = s.targets.length - 1;
      for (let i = 0; i <= last; i++) {
        if (i < last) c.addop(LOC(s), OP.COPY, 1);
        visitExpr(c, s.targets[i]);
      }
      return;
    }
    case 'AugAssign':
      compileAugAssign(c, s);
      return;
    case 'AnnAssign':
      compileAnnAssign(c, s);
      return;
    case 'For':
      compileFor(c, s);
      return;
    case 'AsyncFor':
      compileAsyncFor(c, s);
      return;
    case 'While':
      compileWhile(c, s);
      return;
    case 'If':
      compileIf(c, s);
      return;
    case 'Match':
      compileMatch(c, s);
      return;
    case 'Raise': {
      let n = 0;
      if (s.exc) {
        visitExpr(c, s.exc);
        n++;
        if (s.cause) {
          visitExpr(c, s.cause);
          n++;
        }
      }
      c.addop(LOC(s), OP.RAISE_VARARGS, n);
      return;
    }
    case 'Try':
      compileTry(c, s);
      return;
    case 'TryStar':
      compileTryStar(c, s);
      return;
    case 'Assert':
      compileAssert(c, s);
      return;
    case 'Import':
      compileImport(c, s);
      return;
    case 'ImportFrom':
      compileImportFrom(c, s);
      return;
    case 'Global':
    case 'Nonlocal':
      return;
    case 'Expr':
      compileExprStmt(c, LOC(s), s.value);
      return;
    case 'Pass':
      c.addop(LOC(s), OP.NOP);
      return;
    case 'Break':
      compileBreak(c, LOC(s));
      return;
    case 'Continue':
      compileContinue(c, LOC(s));
      return;
    case 'With':
      compileWith(c, s, 0);
      return;
    case 'AsyncWith':
      compileAsyncWith(c, s, 0);
      return;
  }
}

/** compile.c compiler_stmt_expr. */
function compileExprStmt(c: Compiler, loc: Location, value: Expr): void {
  if (c.interactive && c.stack.length === 0) {
    visitExpr(c, value);
    c.addop(loc, OP.CALL_INTRINSIC_1, INTRINSIC_PRINT);
    c.addop(NO_LOCATION, OP.POP_TOP);
    return;
  }
  if (value.node === 'Constant') {
    c.addop(loc, OP.NOP);
    return;
  }
  visitExpr(c, value);
  c.addop(NO_LOCATION, OP.POP_TOP);
}

/** compile.c compiler_assert. */
function compileAssert(c: Compiler, s: Assert): void {
  const { test } = s;
  if (
    (test.node === 'Tuple' && test.elts.length > 0) ||
    (test.node === 'Constant' && Array.isArray(test.value) && test.value.length > 0)
  ) {
    c.warn(s, 'assertion is always true, perhaps remove parentheses?');
  }
  if (c.optimize > 0) return;
  const end = c.newLabel();
  jumpIf(c, LOC(s), test, end, true);
  c.addop(LOC(s), OP.LOAD_ASSERTION_ERROR);
  if (s.msg) {
    visitExpr(c, s.msg);
    c.addop(LOC(s), OP.CALL, 0);
  }
  c.addop(LOC(test), OP.RAISE_VARARGS, 1);
  c.useLabel(end);
}

/** compile.c compiler_import_as: `import a.b.c as d` binds c, fetched step by step. */
function compileImportAs(c: Compiler, loc: Location, name: string, asname: string): void {
  const parts = name.split('.');
  if (parts.length === 1) {
    c.nameop(loc, asname, 'Store');
    return;
  }
  for (let i = 1; i < parts.length; i++) {
    if (i > 1) {
      c.addop(loc, OP.SWAP, 2);
      c.addop(loc, OP.POP_TOP);
    }
    addImportFromPart(c, loc, parts[i]);
  }
  c.nameop(loc, asname, 'Store');
  c.addop(loc, OP.POP_TOP);
}

/** Parts of a dotted name are not mangled. */
function addImportFromPart(c: Compiler, loc: Location, part: string): void {
  const { names } = c.u;
  let index = names.get(part);
  if (index === undefined) {
    index = names.size;
    names.set(part, index);
  }
  c.addop(loc, OP.IMPORT_FROM, index);
}

/** compile.c compiler_import. */
function compileImport(c: Compiler, s: Import): void {
  const loc = LOC(s);
  for (const alias of s.names) {
    c.loadConst(loc, 0n);
    c.loadConst(loc, null);
    c.addopName(loc, OP.IMPORT_NAME, alias.name);
    if (alias.asname !== null) {
      compileImportAs(c, loc, alias.name, alias.asname);
    } else {
      const dot = alias.name.indexOf('.');
      c.nameop(loc, dot < 0 ? alias.name : alias.name.slice(0, dot), 'Store');
    }
  }
}

/** compile.c compiler_from_import. */
function compileImportFrom(c: Compiler, s: ImportFrom): void {
  const loc = LOC(s);
  c.loadConst(loc, BigInt(s.level ?? 0));
  const future = c.futureLocation;
  if (
    s.module === '__future__' &&
    (future === null ||
      loc.lineno > future.end_lineno ||
      (loc.lineno === future.end_lineno && loc.col_offset > future.end_col_offset))
  ) {
    c.fail(s, 'from __future__ imports must occur at the beginning of the file');
    return;
  }
  c.loadConst(
    loc,
    s.names.map((alias) => alias.name),
  );
  c.addopName(loc, OP.IMPORT_NAME, s.module ?? '');
  for (const alias of s.names) {
    if (alias.name === '*') {
      c.addop(loc, OP.CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR);
      c.addop(NO_LOCATION, OP.POP_TOP);
      return;
    }
    c.addopName(loc, OP.IMPORT_FROM, alias.name);
    c.nameop(loc, alias.asname ?? alias.name, 'Store');
  }
  c.addop(loc, OP.POP_TOP);
}

/** compile.c compiler_augassign: the target is evaluated once, loaded, changed, stored. */
/** Numbers of the kinds that only a tree made by hand can have here. CPython 3.12: Include/internal/pycore_ast.h */
const TARGET_KINDS: { readonly [node: string]: number } = { Starred: 23, List: 25, Tuple: 26 };

function compileAugAssign(c: Compiler, s: AugAssign): void {
  const e = s.target;
  let loc = LOC(e);
  switch (e.node) {
    case 'Attribute':
      visitExpr(c, e.value);
      c.addop(loc, OP.COPY, 1);
      loc = attributeLocation(loc, e);
      c.addopName(loc, OP.LOAD_ATTR, e.attr);
      break;
    case 'Subscript':
      visitExpr(c, e.value);
      if (e.slice.node === 'Slice' && isTwoElementSlice(e.slice)) {
        compileSlice(c, e.slice);
        c.addop(loc, OP.COPY, 3);
        c.addop(loc, OP.COPY, 3);
        c.addop(loc, OP.COPY, 3);
        c.addop(loc, OP.BINARY_SLICE);
      } else {
        visitExpr(c, e.slice);
        c.addop(loc, OP.COPY, 2);
        c.addop(loc, OP.COPY, 2);
        c.addop(loc, OP.BINARY_SUBSCR);
      }
      break;
    case 'Name':
      c.nameop(loc, e.id, 'Load');
      break;
    default:
      c.systemError(`invalid node type (${TARGET_KINDS[e.node]}) for augmented assignment`);
      return;
  }
  visitExpr(c, s.value);
  addBinary(c, LOC(s), s.op, true);
  loc = LOC(e);
  switch (e.node) {
    case 'Attribute':
      loc = attributeLocation(loc, e);
      c.addop(loc, OP.SWAP, 2);
      c.addopName(loc, OP.STORE_ATTR, e.attr);
      break;
    case 'Subscript':
      if (e.slice.node === 'Slice' && isTwoElementSlice(e.slice)) {
        c.addop(loc, OP.SWAP, 4);
        c.addop(loc, OP.SWAP, 3);
        c.addop(loc, OP.SWAP, 2);
        c.addop(loc, OP.STORE_SLICE);
      } else {
        c.addop(loc, OP.SWAP, 3);
        c.addop(loc, OP.SWAP, 2);
        c.addop(loc, OP.STORE_SUBSCR);
      }
      break;
    case 'Name':
      c.nameop(loc, e.id, 'Store');
      break;
    default:
  }
}

/** An annotation of a complex target is evaluated only to see that it can be. */
function checkAnnExpr(c: Compiler, e: Expr): void {
  visitExpr(c, e);
  c.addop(LOC(e), OP.POP_TOP);
}

function checkAnnSubscr(c: Compiler, e: Expr): void {
  if (e.node === 'Slice') {
    if (e.lower) checkAnnExpr(c, e.lower);
    if (e.upper) checkAnnExpr(c, e.upper);
    if (e.step) checkAnnExpr(c, e.step);
  } else if (e.node === 'Tuple') {
    for (const elt of e.elts) checkAnnSubscr(c, elt);
  } else {
    checkAnnExpr(c, e);
  }
}

/** compile.c compiler_annassign. */
function compileAnnAssign(c: Compiler, s: AnnAssign): void {
  const loc = LOC(s);
  const { target } = s;
  const inModuleOrClass = c.u.scopeType === SCOPE_MODULE || c.u.scopeType === SCOPE_CLASS;
  if (s.value) {
    visitExpr(c, s.value);
    visitExpr(c, target);
  }
  switch (target.node) {
    case 'Name':
      if (c.forbiddenName(loc, target.id, 'Store')) return;
      if (s.simple && inModuleOrClass) {
        if (c.hasFutureAnnotations) visitAnnexpr(c, s.annotation);
        else visitExpr(c, s.annotation);
        c.addopName(loc, OP.LOAD_NAME, '__annotations__');
        c.loadConst(loc, c.mangled(target.id));
        c.addop(loc, OP.STORE_SUBSCR);
      }
      break;
    case 'Attribute':
      if (c.forbiddenName(loc, target.attr, 'Store')) return;
      if (!s.value) checkAnnExpr(c, target.value);
      break;
    case 'Subscript':
      if (!s.value) {
        checkAnnExpr(c, target.value);
        checkAnnSubscr(c, target.slice);
      }
      break;
    default:
      c.systemError(`invalid node type (${TARGET_KINDS[s.target.node]}) for annotated assignment`);
  }
  if (!s.simple && !c.hasFutureAnnotations && inModuleOrClass) checkAnnExpr(c, s.annotation);
}
