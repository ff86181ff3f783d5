// Whether a tree that a program has put together could have come from a parser.
//
// Only for compile() of trees: what the parser makes needs no check.
//
// Answers to CPython 3.12: Python/ast.c _PyAST_Validate.

import { C_RECURSION_LIMIT } from '../symtable/blocks.ts';
import type {
  Arg,
  Arguments,
  BinOp,
  Comprehension,
  ConstantExpr,
  ExceptHandler,
  Expr,
  ExprContext,
  Keyword,
  Located,
  MatchClass,
  MatchMapping,
  Mod,
  Pattern,
  Stmt,
  TypeParam,
  UnaryOp,
} from '../syntax/ast.ts';
import { ComplexConst } from '../text/constant.ts';

/** What is wrong. */
export interface Invalid {
  type: 'ValueError' | 'TypeError' | 'RecursionError';
  msg: string;
}

interface State {
  depth: number;
  invalid: Invalid | null;
}

function invalid(st: State, msg: string, type: Invalid['type'] = 'ValueError'): false {
  st.invalid = { type, msg };
  return false;
}

function enter(st: State): boolean {
  if (++st.depth <= C_RECURSION_LIMIT) return true;
  return invalid(st, 'maximum recursion depth exceeded during compilation', 'RecursionError');
}

/** CPython 3.12: Python/ast.c VALIDATE_POSITIONS */
function positions(st: State, node: Located): boolean {
  const { lineno, end_lineno, col_offset, end_col_offset } = node;
  if (lineno > end_lineno) return invalid(st, `AST node line range (${lineno}, ${end_lineno}) is not valid`);
  if ((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset)) {
    return invalid(
      st,
      `AST node column range (${col_offset}, ${end_col_offset}) for line range (${lineno}, ${end_lineno}) is not valid`,
    );
  }
  if (lineno === end_lineno && col_offset > end_col_offset) {
    return invalid(st, `line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`);
  }
  return true;
}

function validName(st: State, name: string): boolean {
  if (name !== 'None' && name !== 'True' && name !== 'False') return true;
  return invalid(st, `identifier field can't represent '${name}' constant`);
}

function nonempty(st: State, list: readonly unknown[], what: string, owner: string): boolean {
  return list.length > 0 || invalid(st, `empty ${what} on ${owner}`);
}

// --- expressions -----------------------------------------------------------------------------------------

function exprs(
  st: State,
  list: readonly (Expr | null)[],
  ctx: ExprContext = 'Load',
  nullOk = false,
): boolean {
  for (const e of list) {
    if (e === null) {
      if (!nullOk) return invalid(st, 'None disallowed in expression list');
    } else if (!expr(st, e, ctx)) return false;
  }
  return true;
}

const optional = (st: State, e: Expr | null, ctx: ExprContext = 'Load'): boolean =>
  e === null || expr(st, e, ctx);

function keywords(st: State, list: readonly Keyword[]): boolean {
  return list.every((kw) => expr(st, kw.value));
}

function generators(st: State, list: readonly Comprehension[]): boolean {
  if (list.length === 0) return invalid(st, 'comprehension with no generators');
  return list.every((g) => expr(st, g.target, 'Store') && expr(st, g.iter) && exprs(st, g.ifs));
}

function args(st: State, list: readonly Arg[]): boolean {
  return list.every((arg) => positions(st, arg) && optional(st, arg.annotation));
}

function arguments_(st: State, a: Arguments): boolean {
  if (!args(st, a.posonlyargs) || !args(st, a.args)) return false;
  if (!optional(st, a.vararg?.annotation ?? null) || !args(st, a.kwonlyargs)) return false;
  if (!optional(st, a.kwarg?.annotation ?? null)) return false;
  if (a.defaults.length > a.posonlyargs.length + a.args.length) {
    return invalid(st, 'more positional defaults than args on arguments');
  }
  if (a.kw_defaults.length !== a.kwonlyargs.length) {
    return invalid(st, 'length of kwonlyargs is not the same as kw_defaults on arguments');
  }
  return exprs(st, a.defaults) && exprs(st, a.kw_defaults, 'Load', true);
}

/** The expression and, where it is one that can be assigned to, its context. CPython 3.12: Python/ast.c validate_expr */
function expr(st: State, e: Expr, ctx: ExprContext = 'Load'): boolean {
  if (!positions(st, e) || !enter(st)) return false;
  if (e.node === 'Name' && !validName(st, e.id)) return false;
  if (!('ctx' in e)) {
    if (ctx !== 'Load') {
      return invalid(st, `expression which can't be assigned to in ${ctx} context`);
    }
  } else if (e.ctx !== ctx) {
    return invalid(st, `expression must have ${ctx} context but has ${e.ctx} instead`);
  }
  const ok = exprInside(st, e, ctx);
  st.depth--;
  return ok;
}

function exprInside(st: State, e: Expr, ctx: ExprContext): boolean {
  switch (e.node) {
    case 'BoolOp':
      if (e.values.length < 2) return invalid(st, 'BoolOp with less than 2 values');
      return exprs(st, e.values);
    case 'BinOp':
      return expr(st, e.left) && expr(st, e.right);
    case 'UnaryOp':
      return expr(st, e.operand);
    case 'Lambda':
      return arguments_(st, e.args) && expr(st, e.body);
    case 'IfExp':
      return expr(st, e.test) && expr(st, e.body) && expr(st, e.orelse);
    case 'Dict':
      if (e.keys.length !== e.values.length) {
        return invalid(st, "Dict doesn't have the same number of keys as values");
      }
      return exprs(st, e.keys, 'Load', true) && exprs(st, e.values);
    case 'Set':
      return exprs(st, e.elts);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return generators(st, e.generators) && expr(st, e.elt);
    case 'DictComp':
      return generators(st, e.generators) && expr(st, e.key) && expr(st, e.value);
    case 'Yield':
      return optional(st, e.value);
    case 'YieldFrom':
    case 'Await':
    case 'Attribute':
      return expr(st, e.value);
    case 'Compare':
      if (e.comparators.length === 0) return invalid(st, 'Compare with no comparators');
      if (e.comparators.length !== e.ops.length) {
        return invalid(st, 'Compare has a different number of comparators and operands');
      }
      return exprs(st, e.comparators) && expr(st, e.left);
    case 'Call':
      return expr(st, e.func) && exprs(st, e.args) && keywords(st, e.keywords);
    case 'JoinedStr':
      return exprs(st, e.values);
    case 'FormattedValue':
      return expr(st, e.value) && optional(st, e.format_spec);
    case 'Subscript':
      return expr(st, e.slice) && expr(st, e.value);
    case 'Starred':
      return expr(st, e.value, ctx);
    case 'Slice':
      return optional(st, e.lower) && optional(st, e.upper) && optional(st, e.step);
    case 'List':
    case 'Tuple':
      return exprs(st, e.elts, ctx);
    case 'NamedExpr':
      if (e.target.node !== 'Name') return invalid(st, 'NamedExpr target must be a Name', 'TypeError');
      return expr(st, e.value);
    case 'Constant':
    case 'Name':
      return true;
  }
}

// --- patterns --------------------------------------------------------------------------------------------

function literalNumber(e: ConstantExpr, real: boolean, imaginary: boolean): boolean {
  const { value } = e;
  if (value instanceof ComplexConst) return imaginary;
  return real && (typeof value === 'bigint' || typeof value === 'number');
}

function literalNegative(e: UnaryOp, imaginary: boolean): boolean {
  return e.op === 'USub' && e.operand.node === 'Constant' && literalNumber(e.operand, true, imaginary);
}

function literalComplex({ op, left, right }: BinOp): boolean {
  if (op !== 'Add' && op !== 'Sub') return false;
  const real =
    left.node === 'Constant'
      ? literalNumber(left, true, false)
      : left.node === 'UnaryOp' && literalNegative(left, false);
  return real && right.node === 'Constant' && literalNumber(right, false, true);
}

/** CPython 3.12: Python/ast.c validate_pattern_match_value */
function matchValue(st: State, e: Expr): boolean {
  if (!expr(st, e)) return false;
  switch (e.node) {
    case 'Constant': {
      const { value } = e;
      const plain = typeof value === 'string' || value instanceof Uint8Array;
      if (plain || literalNumber(e, true, true)) return true;
      return invalid(st, 'unexpected constant inside of a literal pattern');
    }
    case 'Attribute':
    case 'JoinedStr':
      return true;
    case 'UnaryOp':
      if (literalNegative(e, true)) return true;
      break;
    case 'BinOp':
      if (literalComplex(e)) return true;
      break;
    default:
  }
  return invalid(st, 'patterns may only match literals and attribute lookups');
}

function capture(st: State, name: string): boolean {
  return name === '_' ? invalid(st, "can't capture name '_' in patterns") : validName(st, name);
}

function patterns(st: State, list: readonly Pattern[], starOk: boolean): boolean {
  return list.every((p) => pattern(st, p, starOk));
}

function pattern(st: State, p: Pattern, starOk: boolean): boolean {
  if (!positions(st, p) || !enter(st)) return false;
  const ok = patternInside(st, p, starOk);
  st.depth--;
  return ok;
}

function mapping(st: State, p: MatchMapping): boolean {
  if (p.keys.length !== p.patterns.length) {
    return invalid(st, "MatchMapping doesn't have the same number of keys as patterns");
  }
  if (p.rest !== null && !capture(st, p.rest)) return false;
  for (const key of p.keys) {
    const single = key.node === 'Constant' && (key.value === null || typeof key.value === 'boolean');
    if (!single && !matchValue(st, key)) return false;
  }
  return patterns(st, p.patterns, false);
}

function classPattern(st: State, p: MatchClass): boolean {
  if (p.kwd_attrs.length !== p.kwd_patterns.length) {
    return invalid(st, "MatchClass doesn't have the same number of keyword attributes as patterns");
  }
  if (!expr(st, p.cls)) return false;
  let cls: Expr = p.cls;
  while (cls.node === 'Attribute') cls = cls.value;
  if (cls.node !== 'Name') {
    return invalid(st, 'MatchClass cls field can only contain Name or Attribute nodes.');
  }
  return (
    p.kwd_attrs.every((name) => validName(st, name)) &&
    patterns(st, p.patterns, false) &&
    patterns(st, p.kwd_patterns, false)
  );
}

function patternInside(st: State, p: Pattern, starOk: boolean): boolean {
  switch (p.node) {
    case 'MatchValue':
      return matchValue(st, p.value);
    case 'MatchSingleton':
      if (p.value === null || typeof p.value === 'boolean') return true;
      return invalid(st, 'MatchSingleton can only contain True, False and None');
    case 'MatchSequence':
      return patterns(st, p.patterns, true);
    case 'MatchMapping':
      return mapping(st, p);
    case 'MatchClass':
      return classPattern(st, p);
    case 'MatchStar':
      if (!starOk) return invalid(st, "can't use MatchStar here");
      return p.name === null || capture(st, p.name);
    case 'MatchAs':
      if (p.name !== null && !capture(st, p.name)) return false;
      if (p.pattern === null) return true;
      if (p.name === null) return invalid(st, 'MatchAs must specify a target name if a pattern is given');
      return pattern(st, p.pattern, false);
    case 'MatchOr':
      if (p.patterns.length < 2) return invalid(st, 'MatchOr requires at least 2 patterns');
      return patterns(st, p.patterns, false);
  }
}

// --- statements ------------------------------------------------------------------------------------------

function stmts(st: State, list: readonly (Stmt | null)[]): boolean {
  for (const s of list) {
    if (s === null) return invalid(st, 'None disallowed in statement list');
    if (!stmt(st, s)) return false;
  }
  return true;
}

function body(st: State, list: readonly Stmt[], owner: string): boolean {
  return nonempty(st, list, 'body', owner) && stmts(st, list);
}

function typeParams(st: State, list: readonly TypeParam[]): boolean {
  return list.every(
    (param) =>
      positions(st, param) &&
      validName(st, param.name) &&
      (param.node !== 'TypeVar' || optional(st, param.bound)),
  );
}

function handlers(st: State, list: readonly ExceptHandler[], owner: 'Try' | 'TryStar'): boolean {
  return list.every(
    (h) =>
      (owner === 'TryStar' || positions(st, h)) && optional(st, h.type) && body(st, h.body, 'ExceptHandler'),
  );
}

function stmt(st: State, s: Stmt): boolean {
  if (!positions(st, s) || !enter(st)) return false;
  const ok = stmtInside(st, s);
  st.depth--;
  return ok;
}

function stmtInside(st: State, s: Stmt): boolean {
  switch (s.node) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return (
        body(st, s.body, s.node) &&
        typeParams(st, s.type_params) &&
        arguments_(st, s.args) &&
        exprs(st, s.decorator_list) &&
        optional(st, s.returns)
      );
    case 'ClassDef':
      return (
        body(st, s.body, s.node) &&
        typeParams(st, s.type_params) &&
        exprs(st, s.bases) &&
        keywords(st, s.keywords) &&
        exprs(st, s.decorator_list)
      );
    case 'Return':
      return optional(st, s.value);
    case 'Delete':
      return nonempty(st, s.targets, 'targets', 'Delete') && exprs(st, s.targets, 'Del');
    case 'Assign':
      return (
        nonempty(st, s.targets, 'targets', 'Assign') && exprs(st, s.targets, 'Store') && expr(st, s.value)
      );
    case 'AugAssign':
      return expr(st, s.target, 'Store') && expr(st, s.value);
    case 'AnnAssign':
      if (s.target.node !== 'Name' && s.simple !== 0) {
        return invalid(st, 'AnnAssign with simple non-Name target', 'TypeError');
      }
      return expr(st, s.target, 'Store') && optional(st, s.value) && expr(st, s.annotation);
    case 'TypeAlias':
      if (s.name.node !== 'Name') return invalid(st, 'TypeAlias with non-Name name', 'TypeError');
      return expr(st, s.name, 'Store') && typeParams(st, s.type_params) && expr(st, s.value);
    case 'For':
    case 'AsyncFor':
      return (
        expr(st, s.target, 'Store') && expr(st, s.iter) && body(st, s.body, s.node) && stmts(st, s.orelse)
      );
    case 'While':
    case 'If':
      return expr(st, s.test) && body(st, s.body, s.node) && stmts(st, s.orelse);
    case 'With':
    case 'AsyncWith':
      return (
        nonempty(st, s.items, 'items', s.node) &&
        s.items.every((item) => expr(st, item.context_expr) && optional(st, item.optional_vars, 'Store')) &&
        body(st, s.body, s.node)
      );
    case 'Match':
      return (
        expr(st, s.subject) &&
        nonempty(st, s.cases, 'cases', 'Match') &&
        s.cases.every(
          (c) => pattern(st, c.pattern, false) && optional(st, c.guard) && body(st, c.body, 'match_case'),
        )
      );
    case 'Raise':
      if (s.exc === null && s.cause !== null) return invalid(st, 'Raise with cause but no exception');
      return optional(st, s.exc) && optional(st, s.cause);
    case 'Try':
    case 'TryStar':
      if (!body(st, s.body, s.node)) return false;
      if (s.handlers.length === 0 && s.finalbody.length === 0) {
        return invalid(st, `${s.node} has neither except handlers nor finalbody`);
      }
      if (s.handlers.length === 0 && s.orelse.length > 0) {
        return invalid(st, `${s.node} has orelse but no except handlers`);
      }
      return handlers(st, s.handlers, s.node) && stmts(st, s.finalbody) && stmts(st, s.orelse);
    case 'Assert':
      return expr(st, s.test) && optional(st, s.msg);
    case 'Import':
    case 'Global':
    case 'Nonlocal':
      return nonempty(st, s.names, 'names', s.node);
    case 'ImportFrom':
      if ((s.level ?? 0) < 0) return invalid(st, 'Negative ImportFrom level');
      return nonempty(st, s.names, 'names', s.node);
    case 'Expr':
      return expr(st, s.value);
    case 'Pass':
    case 'Break':
    case 'Continue':
      return true;
  }
}

/** Null: nothing is wrong. CPython 3.12: Python/ast.c _PyAST_Validate */
export function validate(mod: Mod): Invalid | null {
  const st: State = { depth: 0, invalid: null };
  switch (mod.node) {
    case 'Module':
    case 'Interactive':
      stmts(st, mod.body);
      break;
    case 'Expression':
      expr(st, mod.body);
      break;
    case 'FunctionType':
      if (exprs(st, mod.argtypes)) expr(st, mod.returns);
      break;
  }
  return st.invalid;
}
