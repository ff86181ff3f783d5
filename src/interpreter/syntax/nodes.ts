// Makers of syntax tree nodes, each under its node's name: fields in the order of Python.asdl, then where the node starts
// and ends (tokens or nodes). Answers to CPython 3.12: Python/Python-ast.c _PyAST_*. One maker for each kind, so that
// all nodes of a kind have one shape for the JavaScript engine.

import type { Constant as ConstantValue } from '../text/constant.ts';
import type * as ast from './ast.ts';
import type { End, Start } from './pegen.ts';

export function Module(body: ast.Stmt[], type_ignores: ast.TypeIgnore[]): ast.Module {
  return { node: 'Module', body, type_ignores };
}

export function Interactive(body: ast.Stmt[]): ast.Interactive {
  return { node: 'Interactive', body };
}

export function Expression(body: ast.Expr): ast.Expression {
  return { node: 'Expression', body };
}

export function FunctionType(argtypes: ast.Expr[], returns: ast.Expr): ast.FunctionType {
  return { node: 'FunctionType', argtypes, returns };
}

export function FunctionDef(
  name: string,
  args: ast.Arguments,
  body: ast.Stmt[],
  decorator_list: ast.Expr[],
  returns: ast.Expr | null,
  type_params: ast.TypeParam[],
  start: Start,
  end: End,
): ast.FunctionDef {
  return {
    node: 'FunctionDef',
    name,
    args,
    body,
    decorator_list,
    returns,
    type_comment: null,
    type_params,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function AsyncFunctionDef(
  name: string,
  args: ast.Arguments,
  body: ast.Stmt[],
  decorator_list: ast.Expr[],
  returns: ast.Expr | null,
  type_params: ast.TypeParam[],
  start: Start,
  end: End,
): ast.AsyncFunctionDef {
  return {
    node: 'AsyncFunctionDef',
    name,
    args,
    body,
    decorator_list,
    returns,
    type_comment: null,
    type_params,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function ClassDef(
  name: string,
  bases: ast.Expr[],
  keywords: ast.Keyword[],
  body: ast.Stmt[],
  decorator_list: ast.Expr[],
  type_params: ast.TypeParam[],
  start: Start,
  end: End,
): ast.ClassDef {
  return {
    node: 'ClassDef',
    name,
    bases,
    keywords,
    body,
    decorator_list,
    type_params,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Return(value: ast.Expr | null, start: Start, end: End): ast.Return {
  return {
    node: 'Return',
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Delete(targets: ast.Expr[], start: Start, end: End): ast.Delete {
  return {
    node: 'Delete',
    targets,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Assign(targets: ast.Expr[], value: ast.Expr, start: Start, end: End): ast.Assign {
  return {
    node: 'Assign',
    targets,
    value,
    type_comment: null,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function TypeAlias(
  name: ast.Expr,
  type_params: ast.TypeParam[],
  value: ast.Expr,
  start: Start,
  end: End,
): ast.TypeAlias {
  return {
    node: 'TypeAlias',
    name,
    type_params,
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function AugAssign(
  target: ast.Expr,
  op: ast.Operator,
  value: ast.Expr,
  start: Start,
  end: End,
): ast.AugAssign {
  return {
    node: 'AugAssign',
    target,
    op,
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function AnnAssign(
  target: ast.Expr,
  annotation: ast.Expr,
  value: ast.Expr | null,
  simple: number,
  start: Start,
  end: End,
): ast.AnnAssign {
  return {
    node: 'AnnAssign',
    target,
    annotation,
    value,
    simple,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function For(
  target: ast.Expr,
  iter: ast.Expr,
  body: ast.Stmt[],
  orelse: ast.Stmt[],
  start: Start,
  end: End,
): ast.For {
  return {
    node: 'For',
    target,
    iter,
    body,
    orelse,
    type_comment: null,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function AsyncFor(
  target: ast.Expr,
  iter: ast.Expr,
  body: ast.Stmt[],
  orelse: ast.Stmt[],
  start: Start,
  end: End,
): ast.AsyncFor {
  return {
    node: 'AsyncFor',
    target,
    iter,
    body,
    orelse,
    type_comment: null,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function While(
  test: ast.Expr,
  body: ast.Stmt[],
  orelse: ast.Stmt[],
  start: Start,
  end: End,
): ast.While {
  return {
    node: 'While',
    test,
    body,
    orelse,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function If(test: ast.Expr, body: ast.Stmt[], orelse: ast.Stmt[], start: Start, end: End): ast.If {
  return {
    node: 'If',
    test,
    body,
    orelse,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function With(items: ast.WithItem[], body: ast.Stmt[], start: Start, end: End): ast.With {
  return {
    node: 'With',
    items,
    body,
    type_comment: null,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function AsyncWith(items: ast.WithItem[], body: ast.Stmt[], start: Start, end: End): ast.AsyncWith {
  return {
    node: 'AsyncWith',
    items,
    body,
    type_comment: null,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Match(subject: ast.Expr, cases: ast.MatchCase[], start: Start, end: End): ast.Match {
  return {
    node: 'Match',
    subject,
    cases,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Raise(exc: ast.Expr | null, cause: ast.Expr | null, start: Start, end: End): ast.Raise {
  return {
    node: 'Raise',
    exc,
    cause,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Try(
  body: ast.Stmt[],
  handlers: ast.ExceptHandler[],
  orelse: ast.Stmt[],
  finalbody: ast.Stmt[],
  start: Start,
  end: End,
): ast.Try {
  return {
    node: 'Try',
    body,
    handlers,
    orelse,
    finalbody,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function TryStar(
  body: ast.Stmt[],
  handlers: ast.ExceptHandler[],
  orelse: ast.Stmt[],
  finalbody: ast.Stmt[],
  start: Start,
  end: End,
): ast.TryStar {
  return {
    node: 'TryStar',
    body,
    handlers,
    orelse,
    finalbody,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Assert(test: ast.Expr, msg: ast.Expr | null, start: Start, end: End): ast.Assert {
  return {
    node: 'Assert',
    test,
    msg,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Import(names: ast.Alias[], start: Start, end: End): ast.Import {
  return {
    node: 'Import',
    names,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function ImportFrom(
  module: string | null,
  names: ast.Alias[],
  level: number | null,
  start: Start,
  end: End,
): ast.ImportFrom {
  return {
    node: 'ImportFrom',
    module,
    names,
    level,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Global(names: string[], start: Start, end: End): ast.Global {
  return {
    node: 'Global',
    names,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Nonlocal(names: string[], start: Start, end: End): ast.Nonlocal {
  return {
    node: 'Nonlocal',
    names,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Expr(value: ast.Expr, start: Start, end: End): ast.ExprStmt {
  return {
    node: 'Expr',
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Pass(start: Start, end: End): ast.Pass {
  return {
    node: 'Pass',
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Break(start: Start, end: End): ast.Break {
  return {
    node: 'Break',
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Continue(start: Start, end: End): ast.Continue {
  return {
    node: 'Continue',
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function BoolOp(op: ast.BoolOperator, values: ast.Expr[], start: Start, end: End): ast.BoolOp {
  return {
    node: 'BoolOp',
    op,
    values,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function NamedExpr(target: ast.Expr, value: ast.Expr, start: Start, end: End): ast.NamedExpr {
  return {
    node: 'NamedExpr',
    target,
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function BinOp(left: ast.Expr, op: ast.Operator, right: ast.Expr, start: Start, end: End): ast.BinOp {
  return {
    node: 'BinOp',
    left,
    op,
    right,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function UnaryOp(op: ast.UnaryOperator, operand: ast.Expr, start: Start, end: End): ast.UnaryOp {
  return {
    node: 'UnaryOp',
    op,
    operand,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Lambda(args: ast.Arguments, body: ast.Expr, start: Start, end: End): ast.Lambda {
  return {
    node: 'Lambda',
    args,
    body,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function IfExp(test: ast.Expr, body: ast.Expr, orelse: ast.Expr, start: Start, end: End): ast.IfExp {
  return {
    node: 'IfExp',
    test,
    body,
    orelse,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Dict(keys: (ast.Expr | null)[], values: ast.Expr[], start: Start, end: End): ast.Dict {
  return {
    node: 'Dict',
    keys,
    values,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Set_(elts: ast.Expr[], start: Start, end: End): ast.Set {
  return {
    node: 'Set',
    elts,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function ListComp(
  elt: ast.Expr,
  generators: ast.Comprehension[],
  start: Start,
  end: End,
): ast.ListComp {
  return {
    node: 'ListComp',
    elt,
    generators,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function SetComp(elt: ast.Expr, generators: ast.Comprehension[], start: Start, end: End): ast.SetComp {
  return {
    node: 'SetComp',
    elt,
    generators,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function DictComp(
  key: ast.Expr,
  value: ast.Expr,
  generators: ast.Comprehension[],
  start: Start,
  end: End,
): ast.DictComp {
  return {
    node: 'DictComp',
    key,
    value,
    generators,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function GeneratorExp(
  elt: ast.Expr,
  generators: ast.Comprehension[],
  start: Start,
  end: End,
): ast.GeneratorExp {
  return {
    node: 'GeneratorExp',
    elt,
    generators,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Await(value: ast.Expr, start: Start, end: End): ast.Await {
  return {
    node: 'Await',
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Yield(value: ast.Expr | null, start: Start, end: End): ast.Yield {
  return {
    node: 'Yield',
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function YieldFrom(value: ast.Expr, start: Start, end: End): ast.YieldFrom {
  return {
    node: 'YieldFrom',
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Compare(
  left: ast.Expr,
  ops: ast.CmpOperator[],
  comparators: ast.Expr[],
  start: Start,
  end: End,
): ast.Compare {
  return {
    node: 'Compare',
    left,
    ops,
    comparators,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Call(
  func: ast.Expr,
  args: ast.Expr[],
  keywords: ast.Keyword[],
  start: Start,
  end: End,
): ast.Call {
  return {
    node: 'Call',
    func,
    args,
    keywords,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Constant(value: ConstantValue, start: Start, end: End): ast.ConstantExpr {
  return {
    node: 'Constant',
    value,
    kind: null,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Attribute(
  value: ast.Expr,
  attr: string,
  ctx: ast.ExprContext,
  start: Start,
  end: End,
): ast.Attribute {
  return {
    node: 'Attribute',
    value,
    attr,
    ctx,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Subscript(
  value: ast.Expr,
  slice: ast.Expr,
  ctx: ast.ExprContext,
  start: Start,
  end: End,
): ast.Subscript {
  return {
    node: 'Subscript',
    value,
    slice,
    ctx,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Starred(value: ast.Expr, ctx: ast.ExprContext, start: Start, end: End): ast.Starred {
  return {
    node: 'Starred',
    value,
    ctx,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Name(id: string, ctx: ast.ExprContext, start: Start, end: End): ast.Name {
  return {
    node: 'Name',
    id,
    ctx,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function List(elts: ast.Expr[], ctx: ast.ExprContext, start: Start, end: End): ast.List {
  return {
    node: 'List',
    elts,
    ctx,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Tuple(elts: ast.Expr[], ctx: ast.ExprContext, start: Start, end: End): ast.Tuple {
  return {
    node: 'Tuple',
    elts,
    ctx,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Slice(
  lower: ast.Expr | null,
  upper: ast.Expr | null,
  step: ast.Expr | null,
  start: Start,
  end: End,
): ast.Slice {
  return {
    node: 'Slice',
    lower,
    upper,
    step,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Comprehension(
  target: ast.Expr,
  iter: ast.Expr,
  ifs: ast.Expr[],
  is_async: number,
): ast.Comprehension {
  return { node: 'comprehension', target, iter, ifs, is_async };
}

export function ExceptHandler(
  type: ast.Expr | null,
  name: string | null,
  body: ast.Stmt[],
  start: Start,
  end: End,
): ast.ExceptHandler {
  return {
    node: 'ExceptHandler',
    type,
    name,
    body,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Arguments(
  posonlyargs: ast.Arg[],
  args: ast.Arg[],
  vararg: ast.Arg | null,
  kwonlyargs: ast.Arg[],
  kw_defaults: (ast.Expr | null)[],
  kwarg: ast.Arg | null,
  defaults: ast.Expr[],
): ast.Arguments {
  return { node: 'arguments', posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
}

export function Arg(arg: string, annotation: ast.Expr | null, start: Start, end: End): ast.Arg {
  return {
    node: 'arg',
    arg,
    annotation,
    type_comment: null,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Keyword(arg: string | null, value: ast.Expr, start: Start, end: End): ast.Keyword {
  return {
    node: 'keyword',
    arg,
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function Alias(name: string, asname: string | null, start: Start, end: End): ast.Alias {
  return {
    node: 'alias',
    name,
    asname,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function WithItem(context_expr: ast.Expr, optional_vars: ast.Expr | null): ast.WithItem {
  return { node: 'withitem', context_expr, optional_vars };
}

export function MatchCase(pattern: ast.Pattern, guard: ast.Expr | null, body: ast.Stmt[]): ast.MatchCase {
  return { node: 'match_case', pattern, guard, body };
}

export function MatchValue(value: ast.Expr, start: Start, end: End): ast.MatchValue {
  return {
    node: 'MatchValue',
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function MatchSingleton(value: ConstantValue, start: Start, end: End): ast.MatchSingleton {
  return {
    node: 'MatchSingleton',
    value,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function MatchSequence(patterns: ast.Pattern[], start: Start, end: End): ast.MatchSequence {
  return {
    node: 'MatchSequence',
    patterns,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function MatchMapping(
  keys: ast.Expr[],
  patterns: ast.Pattern[],
  rest: string | null,
  start: Start,
  end: End,
): ast.MatchMapping {
  return {
    node: 'MatchMapping',
    keys,
    patterns,
    rest,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function MatchClass(
  cls: ast.Expr,
  patterns: ast.Pattern[],
  kwd_attrs: string[],
  kwd_patterns: ast.Pattern[],
  start: Start,
  end: End,
): ast.MatchClass {
  return {
    node: 'MatchClass',
    cls,
    patterns,
    kwd_attrs,
    kwd_patterns,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function MatchStar(name: string | null, start: Start, end: End): ast.MatchStar {
  return {
    node: 'MatchStar',
    name,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function MatchAs(
  pattern: ast.Pattern | null,
  name: string | null,
  start: Start,
  end: End,
): ast.MatchAs {
  return {
    node: 'MatchAs',
    pattern,
    name,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function MatchOr(patterns: ast.Pattern[], start: Start, end: End): ast.MatchOr {
  return {
    node: 'MatchOr',
    patterns,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function TypeVar(name: string, bound: ast.Expr | null, start: Start, end: End): ast.TypeVar {
  return {
    node: 'TypeVar',
    name,
    bound,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function ParamSpec(name: string, start: Start, end: End): ast.ParamSpec {
  return {
    node: 'ParamSpec',
    name,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}

export function TypeVarTuple(name: string, start: Start, end: End): ast.TypeVarTuple {
  return {
    node: 'TypeVarTuple',
    name,
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: end.end_lineno,
    end_col_offset: end.end_col_offset,
  };
}
