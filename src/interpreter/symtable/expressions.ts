// The first pass over expressions: names used, and the scopes of lambdas, comprehensions and type parameters.
//
// Answers to CPython 3.12: Python/symtable.c symtable_visit_expr, symtable_handle_comprehension,
// symtable_handle_namedexpr, symtable_visit_type_param and symtable_visit_arguments. Chains that grow to the left
// (`a + b + c`, `a.b.c()`) have no limit in the grammar, so they are walked without recursion, counted as deep all
// the same: CPython's own limit is what ends them.

import type {
  Arg,
  Arguments,
  Comprehension,
  DictComp,
  Expr,
  GeneratorExp,
  ListComp,
  Located,
  Name,
  NamedExpr,
  SetComp,
  TypeParam,
} from '../syntax/ast.ts';
import {
  addDef,
  addDefTo,
  C_RECURSION_LIMIT,
  enterBlock,
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
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  DictComprehension,
  FunctionBlock,
  GeneratorExpression,
  isFunctionLike,
  ListComprehension,
  ModuleBlock,
  NoComprehension,
  SetComprehension,
  TypeAliasBlock,
  TypeParamBlock,
  TypeVarBoundBlock,
  USE,
} from './entry.ts';

export function visitExprs(st: SymtableState, exprs: readonly (Expr | null)[]): boolean {
  for (const e of exprs) if (e !== null && !visitExpr(st, e)) return false;
  return true;
}

/** The first child of an expression that can grow to the left; null for all others. */
function leftChild(e: Expr): Expr | null {
  switch (e.node) {
    case 'BinOp':
      return e.left;
    case 'Attribute':
    case 'Subscript':
      return e.value;
    case 'Call':
      return e.func;
    case 'UnaryOp':
      return e.operand;
    default:
      return null;
  }
}

/** The children after leftChild. */
function visitRight(st: SymtableState, e: Expr): boolean {
  switch (e.node) {
    case 'BinOp':
      return visitExpr(st, e.right);
    case 'Subscript':
      return visitExpr(st, e.slice);
    case 'Call':
      if (!visitExprs(st, e.args)) return false;
      for (const keyword of e.keywords) if (!visitExpr(st, keyword.value)) return false;
      return true;
    default:
      return true;
  }
}

function visitLeftChain(st: SymtableState, e: Expr, first: Expr): boolean {
  const chain: Expr[] = [e];
  let inner = first;
  for (let next = leftChild(inner); next !== null; next = leftChild(inner)) {
    if (++st.recursion_depth > C_RECURSION_LIMIT) {
      st.recursion_depth -= chain.length;
      return recursionTooDeep(st);
    }
    chain.push(inner);
    inner = next;
  }
  let ok = visitExpr(st, inner);
  for (let i = chain.length - 1; i >= 0; i--) {
    if (ok) ok = visitRight(st, chain[i]!);
    if (i > 0) st.recursion_depth--;
  }
  return ok;
}

/** CPython 3.12: Python/symtable.c symtable_visit_expr */
export function visitExpr(st: SymtableState, e: Expr): boolean {
  if (st.recursion_depth >= C_RECURSION_LIMIT) return recursionTooDeep(st);
  if (e.node === 'Name') return visitName(st, e);
  if (e.node === 'Constant') return true;
  st.recursion_depth++;
  const ok = visitInner(st, e);
  st.recursion_depth--;
  return ok;
}

function visitName(st: SymtableState, e: Name): boolean {
  if (e.ctx !== 'Load') return addDef(st, e.id, DEF_LOCAL, e);
  if (!addDef(st, e.id, USE, e)) return false;
  // `super` without arguments needs the class it stands in.
  return e.id !== 'super' || !isFunctionLike(st.cur) || addDef(st, '__class__', USE, e);
}

function visitInner(st: SymtableState, e: Expr): boolean {
  switch (e.node) {
    case 'BinOp':
    case 'Attribute':
    case 'Subscript':
    case 'Call':
    case 'UnaryOp': {
      const left = leftChild(e)!;
      if (leftChild(left) !== null) return visitLeftChain(st, e, left);
      return visitExpr(st, left) && visitRight(st, e);
    }
    case 'NamedExpr':
      return raiseIfAnnotationBlock(st, 'named expression', e) && handleNamedExpr(st, e);
    case 'BoolOp':
      return visitExprs(st, e.values);
    case 'Lambda':
      if (st.cur.ste_can_see_class_scope) {
        return errorAt(st, 'Cannot use lambda in annotation scope within class scope', e);
      }
      if (!visitExprs(st, e.args.defaults) || !visitExprs(st, e.args.kw_defaults)) return false;
      enterBlock(st, 'lambda', FunctionBlock, e, e);
      if (!visitArguments(st, e.args) || !visitExpr(st, e.body)) return false;
      exitBlock(st);
      return true;
    case 'IfExp':
      return visitExpr(st, e.test) && visitExpr(st, e.body) && visitExpr(st, e.orelse);
    case 'Dict':
      return visitExprs(st, e.keys) && visitExprs(st, e.values);
    case 'Set':
    case 'List':
    case 'Tuple':
      return visitExprs(st, e.elts);
    case 'GeneratorExp':
      return handleComprehension(st, e, 'genexpr', e.elt, null);
    case 'ListComp':
      return handleComprehension(st, e, 'listcomp', e.elt, null);
    case 'SetComp':
      return handleComprehension(st, e, 'setcomp', e.elt, null);
    case 'DictComp':
      return handleComprehension(st, e, 'dictcomp', e.key, e.value);
    case 'Yield':
    case 'YieldFrom':
      if (!raiseIfAnnotationBlock(st, 'yield expression', e)) return false;
      if (e.value !== null && !visitExpr(st, e.value)) return false;
      st.cur.ste_generator = true;
      return st.cur.ste_comprehension === NoComprehension || raiseYieldInComprehension(st, e);
    case 'Await':
      if (!raiseIfAnnotationBlock(st, 'await expression', e)) return false;
      if (!visitExpr(st, e.value)) return false;
      st.cur.ste_coroutine = true;
      return true;
    case 'Compare':
      return visitExpr(st, e.left) && visitExprs(st, e.comparators);
    case 'FormattedValue':
      return visitExpr(st, e.value) && (e.format_spec === null || visitExpr(st, e.format_spec));
    case 'JoinedStr':
      return visitExprs(st, e.values);
    case 'Starred':
      return visitExpr(st, e.value);
    case 'Slice':
      return (
        (e.lower === null || visitExpr(st, e.lower)) &&
        (e.upper === null || visitExpr(st, e.upper)) &&
        (e.step === null || visitExpr(st, e.step))
      );
    default:
      return true;
  }
}

// Assignment expressions

/** CPython 3.12: Python/symtable.c symtable_extend_namedexpr_scope */
function extendNamedExprScope(st: SymtableState, e: Name): boolean {
  const name = e.id;
  for (let i = st.stack.length - 1; i >= 0; i--) {
    const ste = st.stack[i]!;
    // Comprehensions are passed over, unless the name is one of their own variables.
    if (ste.ste_comprehension !== NoComprehension) {
      const target = lookupEntry(st, ste, name);
      if (target & DEF_COMP_ITER && target & DEF_LOCAL) {
        return errorAt(
          st,
          `assignment expression cannot rebind comprehension iteration variable '${name}'`,
          e,
        );
      }
      continue;
    }
    switch (ste.ste_type) {
      case FunctionBlock: {
        const flag = lookupEntry(st, ste, name) & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL;
        if (!addDef(st, name, flag, e)) return false;
        recordDirective(st, name, e);
        return addDefTo(st, name, DEF_LOCAL, ste, e);
      }
      case ModuleBlock:
        if (!addDef(st, name, DEF_GLOBAL, e)) return false;
        recordDirective(st, name, e);
        return addDefTo(st, name, DEF_GLOBAL, ste, e);
      case ClassBlock:
        return errorAt(st, 'assignment expression within a comprehension cannot be used in a class body', e);
      case TypeParamBlock:
        return errorAt(
          st,
          'assignment expression within a comprehension cannot be used within the definition of a generic',
          e,
        );
      case TypeAliasBlock:
        return errorAt(st, 'assignment expression within a comprehension cannot be used in a type alias', e);
      case TypeVarBoundBlock:
        return errorAt(
          st,
          'assignment expression within a comprehension cannot be used in a TypeVar bound',
          e,
        );
    }
  }
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_handle_namedexpr */
function handleNamedExpr(st: SymtableState, e: NamedExpr): boolean {
  if (st.cur.ste_comp_iter_expr > 0) {
    return errorAt(st, 'assignment expression cannot be used in a comprehension iterable expression', e);
  }
  if (st.cur.ste_comprehension !== NoComprehension && !extendNamedExprScope(st, e.target as Name)) {
    return false;
  }
  return visitExpr(st, e.value) && visitExpr(st, e.target);
}

/** CPython 3.12: Python/symtable.c symtable_raise_if_annotation_block */
function raiseIfAnnotationBlock(st: SymtableState, what: string, e: Located): boolean {
  switch (st.cur.ste_type) {
    case AnnotationBlock:
      return errorAt(st, `${what} cannot be used within an annotation`, e);
    case TypeVarBoundBlock:
      return errorAt(st, `${what} cannot be used within a TypeVar bound`, e);
    case TypeAliasBlock:
      return errorAt(st, `${what} cannot be used within a type alias`, e);
    case TypeParamBlock:
      return errorAt(st, `${what} cannot be used within the definition of a generic`, e);
    default:
      return true;
  }
}

/** CPython 3.12: Python/symtable.c symtable_raise_if_comprehension_block */
function raiseYieldInComprehension(st: SymtableState, e: Located): boolean {
  switch (st.cur.ste_comprehension) {
    case ListComprehension:
      return errorAt(st, "'yield' inside list comprehension", e);
    case SetComprehension:
      return errorAt(st, "'yield' inside set comprehension", e);
    case DictComprehension:
      return errorAt(st, "'yield' inside dict comprehension", e);
    default:
      return errorAt(st, "'yield' inside generator expression", e);
  }
}

// Comprehensions

/** CPython 3.12: Python/symtable.c symtable_visit_comprehension */
function visitComprehension(st: SymtableState, lc: Comprehension): boolean {
  st.cur.ste_comp_iter_target = true;
  if (!visitExpr(st, lc.target)) return false;
  st.cur.ste_comp_iter_target = false;
  st.cur.ste_comp_iter_expr++;
  if (!visitExpr(st, lc.iter)) return false;
  st.cur.ste_comp_iter_expr--;
  if (!visitExprs(st, lc.ifs)) return false;
  if (lc.is_async) st.cur.ste_coroutine = true;
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_handle_comprehension */
function handleComprehension(
  st: SymtableState,
  e: ListComp | SetComp | DictComp | GeneratorExp,
  scopeName: string,
  elt: Expr,
  value: Expr | null,
): boolean {
  if (st.cur.ste_can_see_class_scope) {
    return errorAt(st, 'Cannot use comprehension in annotation scope within class scope', e);
  }
  const isGenerator = e.node === 'GeneratorExp';
  const outermost = e.generators[0]!;
  // The outermost iterable is evaluated outside, and handed in as `.0`.
  st.cur.ste_comp_iter_expr++;
  if (!visitExpr(st, outermost.iter)) return false;
  st.cur.ste_comp_iter_expr--;
  enterBlock(st, scopeName, FunctionBlock, e, e);
  st.cur.ste_comprehension =
    e.node === 'ListComp'
      ? ListComprehension
      : e.node === 'SetComp'
        ? SetComprehension
        : e.node === 'DictComp'
          ? DictComprehension
          : GeneratorExpression;
  if (outermost.is_async) st.cur.ste_coroutine = true;
  if (!addDef(st, '.0', DEF_PARAM, e)) return false;
  st.cur.ste_comp_iter_target = true;
  if (!visitExpr(st, outermost.target)) return false;
  st.cur.ste_comp_iter_target = false;
  if (!visitExprs(st, outermost.ifs)) return false;
  for (let i = 1; i < e.generators.length; i++) {
    if (!visitComprehension(st, e.generators[i]!)) return false;
  }
  if (value !== null && !visitExpr(st, value)) return false;
  if (!visitExpr(st, elt)) return false;
  st.cur.ste_generator = isGenerator;
  const isAsync = st.cur.ste_coroutine && !isGenerator;
  exitBlock(st);
  if (isAsync) st.cur.ste_coroutine = true;
  return true;
}

// Parameters

function visitParams(st: SymtableState, args: readonly Arg[]): boolean {
  for (const arg of args) if (!addDef(st, arg.arg, DEF_PARAM, arg)) return false;
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_visit_arguments */
export function visitArguments(st: SymtableState, a: Arguments): boolean {
  if (!visitParams(st, a.posonlyargs) || !visitParams(st, a.args) || !visitParams(st, a.kwonlyargs)) {
    return false;
  }
  if (a.vararg !== null) {
    if (!addDef(st, a.vararg.arg, DEF_PARAM, a.vararg)) return false;
    st.cur.ste_varargs = true;
  }
  if (a.kwarg !== null) {
    if (!addDef(st, a.kwarg.arg, DEF_PARAM, a.kwarg)) return false;
    st.cur.ste_varkeywords = true;
  }
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_visit_type_param */
export function visitTypeParam(st: SymtableState, tp: TypeParam): boolean {
  if (!addDef(st, tp.name, DEF_TYPE_PARAM | DEF_LOCAL, tp)) return false;
  if (tp.node !== 'TypeVar' || tp.bound === null) return true;
  const inClass = st.cur.ste_can_see_class_scope;
  enterBlock(st, tp.name, TypeVarBoundBlock, tp, tp);
  st.cur.ste_can_see_class_scope = inClass;
  if (inClass && !addDef(st, '__classdict__', USE, tp.bound)) return false;
  if (!visitExpr(st, tp.bound)) return false;
  exitBlock(st);
  return true;
}
