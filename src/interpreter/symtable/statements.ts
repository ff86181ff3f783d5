// The first pass over statements and patterns: what each block binds, declares and contains.
//
// Answers to CPython 3.12: Python/symtable.c symtable_visit_stmt and the visitors of its parts.

import type {
  Alias,
  AnnAssign,
  Arg,
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  ExceptHandler,
  Expr,
  FunctionDef,
  Global,
  If,
  Nonlocal,
  Pattern,
  Stmt,
  TypeAlias,
} from '../syntax/ast.ts';
import {
  addDef,
  C_RECURSION_LIMIT,
  enterBlock,
  enterTypeParamBlock,
  errorAt,
  exitBlock,
  lookupEntry,
  recordDirective,
  recursionTooDeep,
  type SymtableState,
} from './blocks.ts';
import {
  AnnotationBlock,
  ClassBlock,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  FunctionBlock,
  ModuleBlock,
  TypeAliasBlock,
  USE,
} from './entry.ts';
import { visitArguments, visitExpr, visitExprs, visitTypeParam } from './expressions.ts';

export function visitStmts(st: SymtableState, stmts: readonly Stmt[]): boolean {
  for (const s of stmts) if (!visitStmt(st, s)) return false;
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_visit_stmt */
function visitStmt(st: SymtableState, s: Stmt): boolean {
  if (++st.recursion_depth > C_RECURSION_LIMIT) {
    st.recursion_depth--;
    return recursionTooDeep(st);
  }
  const ok = visitInner(st, s);
  st.recursion_depth--;
  return ok;
}

/** A chain of `elif`s is a tree that leans to the right, and walked in a loop: it may be deeper than the engine's stack. */
function visitIf(st: SymtableState, first: If): boolean {
  const depth = st.recursion_depth;
  let ok = true;
  for (let s = first; ; ) {
    ok = visitExpr(st, s.test) && visitStmts(st, s.body);
    if (!ok) break;
    const [only] = s.orelse;
    if (s.orelse.length !== 1 || only!.node !== 'If') {
      ok = visitStmts(st, s.orelse);
      break;
    }
    if (++st.recursion_depth > C_RECURSION_LIMIT) {
      ok = recursionTooDeep(st);
      break;
    }
    s = only!;
  }
  st.recursion_depth = depth;
  return ok;
}

function visitInner(st: SymtableState, s: Stmt): boolean {
  switch (s.node) {
    case 'Expr':
      return visitExpr(st, s.value);
    case 'Assign':
      return visitExprs(st, s.targets) && visitExpr(st, s.value);
    case 'AugAssign':
      return visitExpr(st, s.target) && visitExpr(st, s.value);
    case 'AnnAssign':
      return visitAnnAssign(st, s);
    case 'Return':
      if (s.value !== null) {
        if (!visitExpr(st, s.value)) return false;
        st.cur.ste_returns_value = true;
      }
      return true;
    case 'If':
      return visitIf(st, s);
    case 'While':
      return visitExpr(st, s.test) && visitStmts(st, s.body) && visitStmts(st, s.orelse);
    case 'For':
    case 'AsyncFor':
      return (
        visitExpr(st, s.target) && visitExpr(st, s.iter) && visitStmts(st, s.body) && visitStmts(st, s.orelse)
      );
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return visitFunctionDef(st, s);
    case 'ClassDef':
      return visitClassDef(st, s);
    case 'TypeAlias':
      return visitTypeAlias(st, s);
    case 'Delete':
      return visitExprs(st, s.targets);
    case 'Match':
      if (!visitExpr(st, s.subject)) return false;
      for (const m of s.cases) {
        if (!visitPattern(st, m.pattern)) return false;
        if (m.guard !== null && !visitExpr(st, m.guard)) return false;
        if (!visitStmts(st, m.body)) return false;
      }
      return true;
    case 'Raise':
      if (s.exc === null) return true;
      return visitExpr(st, s.exc) && (s.cause === null || visitExpr(st, s.cause));
    case 'Try':
    case 'TryStar':
      if (!visitStmts(st, s.body) || !visitStmts(st, s.orelse)) return false;
      for (const handler of s.handlers) if (!visitExceptHandler(st, handler)) return false;
      return visitStmts(st, s.finalbody);
    case 'Assert':
      return visitExpr(st, s.test) && (s.msg === null || visitExpr(st, s.msg));
    case 'Import':
    case 'ImportFrom':
      for (const alias of s.names) if (!visitAlias(st, alias)) return false;
      return true;
    case 'Global':
    case 'Nonlocal':
      return visitDirective(st, s);
    case 'With':
    case 'AsyncWith':
      for (const item of s.items) {
        if (!visitExpr(st, item.context_expr)) return false;
        if (item.optional_vars !== null && !visitExpr(st, item.optional_vars)) return false;
      }
      return visitStmts(st, s.body);
    case 'Pass':
    case 'Break':
    case 'Continue':
      return true;
  }
}

// Definitions

function visitFunctionDef(st: SymtableState, s: FunctionDef | AsyncFunctionDef): boolean {
  if (!addDef(st, s.name, DEF_LOCAL, s)) return false;
  if (!visitExprs(st, s.args.defaults) || !visitExprs(st, s.args.kw_defaults)) return false;
  if (!visitExprs(st, s.decorator_list)) return false;
  const generic = s.type_params.length > 0;
  if (generic) {
    // CPython's parser always makes a sequence of defaults, if an empty one, so `.defaults` is always there.
    const hasKwDefaults = s.args.kw_defaults.some((value) => value !== null);
    if (!enterTypeParamBlock(st, s.name, s.type_params, true, hasKwDefaults, false, s)) return false;
    for (const tp of s.type_params) if (!visitTypeParam(st, tp)) return false;
  }
  if (!visitAnnotations(st, s, s.args, s.returns)) return false;
  enterBlock(st, s.name, FunctionBlock, s, s);
  if (s.node === 'AsyncFunctionDef') st.cur.ste_coroutine = true;
  if (!visitArguments(st, s.args) || !visitStmts(st, s.body)) return false;
  exitBlock(st);
  if (generic) exitBlock(st);
  return true;
}

function visitClassDef(st: SymtableState, s: ClassDef): boolean {
  if (!addDef(st, s.name, DEF_LOCAL, s)) return false;
  if (!visitExprs(st, s.decorator_list)) return false;
  const outer = st.private_;
  const generic = s.type_params.length > 0;
  if (generic) {
    if (!enterTypeParamBlock(st, s.name, s.type_params, false, false, true, s)) return false;
    st.private_ = s.name;
    st.cur.ste_mangled_names = new Set();
    for (const tp of s.type_params) if (!visitTypeParam(st, tp)) return false;
  }
  if (!visitExprs(st, s.bases)) return false;
  for (const keyword of s.keywords) if (!visitExpr(st, keyword.value)) return false;
  enterBlock(st, s.name, ClassBlock, s, s);
  st.private_ = s.name;
  if (generic) {
    if (!addDef(st, '__type_params__', DEF_LOCAL, s)) return false;
    if (!addDef(st, '.type_params', USE, s)) return false;
  }
  if (!visitStmts(st, s.body)) return false;
  exitBlock(st);
  if (generic) exitBlock(st);
  st.private_ = outer;
  return true;
}

function visitTypeAlias(st: SymtableState, s: TypeAlias): boolean {
  if (!visitExpr(st, s.name)) return false;
  const name = s.name.node === 'Name' ? s.name.id : '';
  const inClass = st.cur.ste_type === ClassBlock;
  const generic = s.type_params.length > 0;
  if (generic) {
    if (!enterTypeParamBlock(st, name, s.type_params, false, false, false, s)) return false;
    for (const tp of s.type_params) if (!visitTypeParam(st, tp)) return false;
  }
  enterBlock(st, name, TypeAliasBlock, s, s);
  st.cur.ste_can_see_class_scope = inClass;
  if (inClass && !addDef(st, '__classdict__', USE, s.value)) return false;
  if (!visitExpr(st, s.value)) return false;
  exitBlock(st);
  if (generic) exitBlock(st);
  return true;
}

// Annotations

/** CPython 3.12: Python/symtable.c symtable_visit_annotation */
function visitAnnotation(st: SymtableState, annotation: Expr): boolean {
  if (!st.futureAnnotations) return visitExpr(st, annotation);
  enterBlock(st, '_annotation', AnnotationBlock, annotation, annotation);
  if (!visitExpr(st, annotation)) return false;
  exitBlock(st);
  return true;
}

function visitArgAnnotations(st: SymtableState, args: readonly (Arg | null)[]): boolean {
  for (const arg of args) {
    if (arg !== null && arg.annotation !== null && !visitExpr(st, arg.annotation)) return false;
  }
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_visit_annotations */
function visitAnnotations(
  st: SymtableState,
  o: FunctionDef | AsyncFunctionDef,
  a: Arguments,
  returns: Expr | null,
): boolean {
  if (st.futureAnnotations) enterBlock(st, '_annotation', AnnotationBlock, o, o);
  if (!visitArgAnnotations(st, a.posonlyargs) || !visitArgAnnotations(st, a.args)) return false;
  if (!visitArgAnnotations(st, [a.vararg, a.kwarg]) || !visitArgAnnotations(st, a.kwonlyargs)) return false;
  if (st.futureAnnotations) exitBlock(st);
  return returns === null || visitAnnotation(st, returns);
}

function visitAnnAssign(st: SymtableState, s: AnnAssign): boolean {
  const target = s.target;
  if (target.node === 'Name') {
    const current = lookupEntry(st, st.cur, target.id);
    if (current & (DEF_GLOBAL | DEF_NONLOCAL) && st.cur.ste_symbols !== st.global && s.simple !== 0) {
      const what = current & DEF_GLOBAL ? 'global' : 'nonlocal';
      return errorAt(st, `annotated name '${target.id}' can't be ${what}`, s);
    }
    if (s.simple !== 0 && !addDef(st, target.id, DEF_ANNOT | DEF_LOCAL, target)) return false;
    if (s.value !== null && !addDef(st, target.id, DEF_LOCAL, target)) return false;
  } else if (!visitExpr(st, target)) {
    return false;
  }
  return visitAnnotation(st, s.annotation) && (s.value === null || visitExpr(st, s.value));
}

// Names declared

function visitDirective(st: SymtableState, s: Global | Nonlocal): boolean {
  const what = s.node === 'Global' ? 'global' : 'nonlocal';
  for (const name of s.names) {
    const current = lookupEntry(st, st.cur, name);
    if (current & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) {
      if (current & DEF_PARAM) return errorAt(st, `name '${name}' is parameter and ${what}`, s);
      if (current & USE) return errorAt(st, `name '${name}' is used prior to ${what} declaration`, s);
      if (current & DEF_ANNOT) return errorAt(st, `annotated name '${name}' can't be ${what}`, s);
      return errorAt(st, `name '${name}' is assigned to before ${what} declaration`, s);
    }
    if (!addDef(st, name, s.node === 'Global' ? DEF_GLOBAL : DEF_NONLOCAL, s)) return false;
    recordDirective(st, name, s);
  }
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_visit_alias */
function visitAlias(st: SymtableState, a: Alias): boolean {
  const name = a.asname ?? a.name;
  if (name === '*') {
    return st.cur.ste_type === ModuleBlock || errorAt(st, 'import * only allowed at module level', a);
  }
  // `import a.b` binds `a`.
  const dot = name.indexOf('.');
  return addDef(st, dot < 0 ? name : name.slice(0, dot), DEF_IMPORT, a);
}

/** CPython 3.12: Python/symtable.c symtable_visit_excepthandler */
function visitExceptHandler(st: SymtableState, eh: ExceptHandler): boolean {
  if (eh.type !== null && !visitExpr(st, eh.type)) return false;
  if (eh.name !== null && !addDef(st, eh.name, DEF_LOCAL, eh)) return false;
  return visitStmts(st, eh.body);
}

function visitPatterns(st: SymtableState, patterns: readonly Pattern[]): boolean {
  for (const p of patterns) if (!visitPattern(st, p)) return false;
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_visit_pattern */
function visitPattern(st: SymtableState, p: Pattern): boolean {
  if (++st.recursion_depth > C_RECURSION_LIMIT) {
    st.recursion_depth--;
    return recursionTooDeep(st);
  }
  const ok = visitPatternInner(st, p);
  st.recursion_depth--;
  return ok;
}

function visitPatternInner(st: SymtableState, p: Pattern): boolean {
  switch (p.node) {
    case 'MatchValue':
      return visitExpr(st, p.value);
    case 'MatchSingleton':
      return true;
    case 'MatchSequence':
    case 'MatchOr':
      return visitPatterns(st, p.patterns);
    case 'MatchStar':
      return p.name === null || addDef(st, p.name, DEF_LOCAL, p);
    case 'MatchMapping':
      if (!visitExprs(st, p.keys) || !visitPatterns(st, p.patterns)) return false;
      return p.rest === null || addDef(st, p.rest, DEF_LOCAL, p);
    case 'MatchClass':
      return visitExpr(st, p.cls) && visitPatterns(st, p.patterns) && visitPatterns(st, p.kwd_patterns);
    case 'MatchAs':
      if (p.pattern !== null && !visitPattern(st, p.pattern)) return false;
      return p.name === null || addDef(st, p.name, DEF_LOCAL, p);
  }
}
