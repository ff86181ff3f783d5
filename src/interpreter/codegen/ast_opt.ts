// The tree's optimiser: constants are computed, before any name is looked at.
//
// Replaces nodes from the leaves up: `2 * 3`, `-1`, `(1, 2)`, `'%s' % (x,)`, `x in [1, 2]`, `__debug__`.
// The tree given is changed. Answers to CPython 3.12: Python/ast_opt.c.

import { CO_FUTURE_ANNOTATIONS } from '../code/codeobject.ts';
import { C_RECURSION_LIMIT } from '../symtable/blocks.ts';
import type {
  Arg,
  Arguments,
  BinOp,
  Compare,
  Comprehension,
  ConstantExpr,
  Expr,
  FormattedValue,
  JoinedStr,
  Located,
  Mod,
  Pattern,
  Stmt,
  TypeParam,
  UnaryOp,
} from '../syntax/ast.ts';
import type { CompileWarning } from '../syntax/errors.ts';
import { BOOL_INVERTED, type Constant } from '../text/constant.ts';
import { foldBinary, foldSubscript, foldUnary } from './constant_fold.ts';
import { frozenSetOf } from './constants.ts';
import { docstringOf } from './docstring.ts';

interface State {
  optimize: number;
  futureAnnotations: boolean;
  /** Whether the warning is an error: then the expression that gave it is left alone. */
  warn: (warning: CompileWarning) => boolean;
  /** There is an expression that CPython's stack would not hold. */
  tooDeep: boolean;
}

/** CPython 3.12: Objects/boolobject.c bool_invert */
const INVERTED_BOOL: CompileWarning = {
  category: 'DeprecationWarning',
  msg: BOOL_INVERTED,
  filename: 'sys',
  lineno: 1,
  atCaller: true,
};

const NOWHERE: Located = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };

function constantAt(at: Located, value: Constant): ConstantExpr {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  return { node: 'Constant', value, kind: null, lineno, col_offset, end_lineno, end_col_offset };
}

function joinedStrAt(at: Located, values: Expr[]): JoinedStr {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  return { node: 'JoinedStr', values, lineno, col_offset, end_lineno, end_col_offset };
}

/** A constant in place of the node, unless there is none. */
function orConstant(node: Expr, value: Constant | undefined): Expr {
  return value === undefined ? node : constantAt(node, value);
}

const INVERTED = { Is: 'IsNot', IsNot: 'Is', In: 'NotIn', NotIn: 'In' } as const;

function foldUnaryOp(node: UnaryOp, state: State): Expr {
  const { operand } = node;
  if (node.op === 'Invert' && operand.node === 'Constant' && typeof operand.value === 'boolean') {
    if (state.warn(INVERTED_BOOL)) return node;
  }
  if (operand.node === 'Constant') return orConstant(node, foldUnary(node.op, operand.value));
  if (node.op === 'Not' && operand.node === 'Compare' && operand.ops.length === 1) {
    const op = operand.ops[0];
    // `not a == b` may differ from `a != b`; `not a is b` may not.
    if (op === 'Is' || op === 'IsNot' || op === 'In' || op === 'NotIn') {
      operand.ops[0] = INVERTED[op];
      return operand;
    }
  }
  return node;
}

// ---- '%s' % (...) as an f-string

/** The text up to the next format unit; `%%` is one percent sign. */
function parseLiteral(format: readonly string[], start: number): [literal: ConstantExpr | null, end: number] {
  let at = start;
  while (at < format.length) {
    if (format[at] !== '%') at++;
    else if (format[at + 1] === '%') at += 2;
    else break;
  }
  if (at === start) return [null, at];
  return [constantAt(NOWHERE, format.slice(start, at).join('').replaceAll('%%', '%')), at];
}

const MAXDIGITS = 3;

interface FormatUnit {
  spec: string;
  leftJustified: boolean;
  width: number;
  precision: number;
  end: number;
}

/** `%-10.3s` taken apart; null if it is not that simple. ast_opt.c simple_format_arg_parse. */
function parseFormatUnit(format: readonly string[], start: number): FormatUnit | null {
  let at = start;
  let leftJustified = false;
  for (; '-+ #0'.includes(format[at] ?? 'x'); at++) if (format[at] === '-') leftJustified = true;
  const digits = (): number => {
    let value = 0;
    let n = 0;
    while (at < format.length && format[at] >= '0' && format[at] <= '9') {
      value = value * 10 + Number(format[at++]);
      if (at >= format.length || ++n >= MAXDIGITS) return -2;
    }
    return n === 0 ? -1 : value;
  };
  const width = digits();
  if (width === -2) return null;
  let precision = -1;
  if (format[at] === '.') {
    at++;
    precision = digits();
    if (precision === -2) return null;
    if (precision === -1) precision = 0;
  }
  if (at >= format.length) return null;
  return { spec: format[at], leftJustified, width, precision, end: at + 1 };
}

function formattedValue(unit: FormatUnit, value: Expr): FormattedValue | null {
  if (unit.spec !== 's' && unit.spec !== 'r' && unit.spec !== 'a') return null;
  let spec = '';
  if (!unit.leftJustified && unit.width > 0) spec += '>';
  if (unit.width >= 0) spec += String(unit.width);
  if (unit.precision >= 0) spec += `.${unit.precision}`;
  const { lineno, col_offset, end_lineno, end_col_offset } = value;
  return {
    node: 'FormattedValue',
    value,
    conversion: unit.spec.charCodeAt(0),
    format_spec: spec === '' ? null : constantAt(NOWHERE, spec),
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
}

/** ast_opt.c optimize_format. */
function foldFormat(node: BinOp, text: string, elts: readonly Expr[]): Expr {
  const format = [...text];
  const values: Expr[] = [];
  let at = 0;
  let used = 0;
  for (;;) {
    const [literal, end] = parseLiteral(format, at);
    at = end;
    if (literal !== null) values.push(literal);
    if (at >= format.length) break;
    if (used >= elts.length) return node;
    const unit = parseFormatUnit(format, at + 1);
    const value = unit === null ? null : formattedValue(unit, elts[used++]);
    if (unit === null || value === null) return node;
    values.push(value);
    at = unit.end;
  }
  return used < elts.length ? node : joinedStrAt(node, values);
}

function foldBinOp(node: BinOp): Expr {
  const { left, right } = node;
  if (left.node !== 'Constant') return node;
  if (
    node.op === 'Mod' &&
    right.node === 'Tuple' &&
    typeof left.value === 'string' &&
    !right.elts.some((elt) => elt.node === 'Starred')
  ) {
    return foldFormat(node, left.value, right.elts);
  }
  if (right.node !== 'Constant') return node;
  return orConstant(node, foldBinary(node.op, left.value, right.value));
}

function constTuple(elts: readonly Expr[]): Constant[] | undefined {
  const values: Constant[] = [];
  for (const elt of elts) {
    if (elt.node !== 'Constant') return undefined;
    values.push(elt.value);
  }
  return values;
}

/** A list or set display that is only looked through: a tuple or frozenset will do. ast_opt.c fold_iter. */
function foldIter(node: Expr): Expr {
  if (node.node === 'List') {
    if (node.elts.some((elt) => elt.node === 'Starred')) return node;
    const value = constTuple(node.elts);
    return value === undefined ? { ...node, node: 'Tuple' } : constantAt(node, value);
  }
  if (node.node === 'Set') {
    const value = constTuple(node.elts);
    return value === undefined ? node : constantAt(node, frozenSetOf(value));
  }
  return node;
}

function foldCompare(node: Compare): Expr {
  const last = node.ops.length - 1;
  const op = node.ops[last];
  if (op === 'In' || op === 'NotIn') node.comparators[last] = foldIter(node.comparators[last]);
  return node;
}

// ---- The walk

function foldExprs(exprs: Expr[], state: State): void {
  for (let i = 0; i < exprs.length; i++) exprs[i] = foldExpr(exprs[i], state);
}

function foldOptional(e: Expr | null, state: State): Expr | null {
  return e === null ? null : foldExpr(e, state);
}

function foldGenerators(generators: Comprehension[], state: State): void {
  for (const gen of generators) {
    gen.target = foldExpr(gen.target, state);
    gen.iter = foldExpr(gen.iter, state);
    foldExprs(gen.ifs, state);
    gen.iter = foldIter(gen.iter);
  }
}

function foldArg(arg: Arg | null, state: State): void {
  if (arg?.annotation && !state.futureAnnotations) arg.annotation = foldExpr(arg.annotation, state);
}

function foldArguments(args: Arguments, state: State): void {
  for (const arg of args.posonlyargs) foldArg(arg, state);
  for (const arg of args.args) foldArg(arg, state);
  foldArg(args.vararg, state);
  for (const arg of args.kwonlyargs) foldArg(arg, state);
  for (let i = 0; i < args.kw_defaults.length; i++)
    args.kw_defaults[i] = foldOptional(args.kw_defaults[i], state);
  foldArg(args.kwarg, state);
  foldExprs(args.defaults, state);
}

/** A long `a + b + c + ...` leans to the left: walked in a loop, since it may be deeper than the engine's stack. */
function foldBinOps(top: BinOp, state: State): Expr {
  const spine: BinOp[] = [];
  let left: Expr = top;
  for (; left.node === 'BinOp'; left = left.left) spine.push(left);
  if (spine.length + 1 >= C_RECURSION_LIMIT) {
    state.tooDeep = true;
    return top;
  }
  let folded = foldExpr(left, state);
  for (let i = spine.length - 1; i >= 0; i--) {
    const node = spine[i];
    node.left = folded;
    node.right = foldExpr(node.right, state);
    folded = foldBinOp(node);
  }
  return folded;
}

/** ast_opt.c astfold_expr. */
function foldExpr(e: Expr, state: State): Expr {
  switch (e.node) {
    case 'Constant':
      return e;
    case 'Name':
      return e.ctx === 'Load' && e.id === '__debug__' ? constantAt(e, state.optimize === 0) : e;
    case 'Attribute':
      e.value = foldExpr(e.value, state);
      return e;
    case 'Call':
      e.func = foldExpr(e.func, state);
      foldExprs(e.args, state);
      for (const kw of e.keywords) kw.value = foldExpr(kw.value, state);
      return e;
    case 'BinOp':
      return foldBinOps(e, state);
    case 'UnaryOp':
      e.operand = foldExpr(e.operand, state);
      return foldUnaryOp(e, state);
    case 'BoolOp':
      foldExprs(e.values, state);
      return e;
    case 'Compare':
      e.left = foldExpr(e.left, state);
      foldExprs(e.comparators, state);
      return foldCompare(e);
    case 'Subscript':
      e.value = foldExpr(e.value, state);
      e.slice = foldExpr(e.slice, state);
      if (e.ctx !== 'Load' || e.value.node !== 'Constant' || e.slice.node !== 'Constant') return e;
      return orConstant(e, foldSubscript(e.value.value, e.slice.value));
    case 'Tuple':
      foldExprs(e.elts, state);
      return e.ctx === 'Load' ? orConstant(e, constTuple(e.elts)) : e;
    case 'List':
    case 'Set':
      foldExprs(e.elts, state);
      return e;
    case 'Dict':
      for (let i = 0; i < e.keys.length; i++) e.keys[i] = foldOptional(e.keys[i], state);
      foldExprs(e.values, state);
      return e;
    case 'Lambda':
      foldArguments(e.args, state);
      e.body = foldExpr(e.body, state);
      return e;
    case 'IfExp':
      e.test = foldExpr(e.test, state);
      e.body = foldExpr(e.body, state);
      e.orelse = foldExpr(e.orelse, state);
      return e;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      e.elt = foldExpr(e.elt, state);
      foldGenerators(e.generators, state);
      return e;
    case 'DictComp':
      e.key = foldExpr(e.key, state);
      e.value = foldExpr(e.value, state);
      foldGenerators(e.generators, state);
      return e;
    case 'Await':
    case 'YieldFrom':
    case 'Starred':
    case 'NamedExpr':
      e.value = foldExpr(e.value, state);
      return e;
    case 'Yield':
      e.value = foldOptional(e.value, state);
      return e;
    case 'FormattedValue':
      e.value = foldExpr(e.value, state);
      e.format_spec = foldOptional(e.format_spec, state);
      return e;
    case 'JoinedStr':
      foldExprs(e.values, state);
      return e;
    case 'Slice':
      e.lower = foldOptional(e.lower, state);
      e.upper = foldOptional(e.upper, state);
      e.step = foldOptional(e.step, state);
      return e;
  }
}

/** A string that became constant only now is no docstring. ast_opt.c astfold_body. */
function foldBody(body: Stmt[], state: State): void {
  const hadDocstring = docstringOf(body) !== null;
  foldStmts(body, state);
  if (hadDocstring || docstringOf(body) === null) return;
  const first = body[0];
  if (first.node === 'Expr') first.value = joinedStrAt(first, [first.value]);
}

function foldStmts(body: Stmt[], state: State): void {
  for (const s of body) foldStmt(s, state);
}

function foldTypeParams(params: TypeParam[], state: State): void {
  for (const param of params) {
    if (param.node === 'TypeVar') param.bound = foldOptional(param.bound, state);
  }
}

/** ast_opt.c astfold_stmt. */
function foldStmt(s: Stmt, state: State): void {
  switch (s.node) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      foldTypeParams(s.type_params, state);
      foldArguments(s.args, state);
      foldBody(s.body, state);
      foldExprs(s.decorator_list, state);
      if (!state.futureAnnotations) s.returns = foldOptional(s.returns, state);
      return;
    case 'ClassDef':
      foldTypeParams(s.type_params, state);
      foldExprs(s.bases, state);
      for (const kw of s.keywords) kw.value = foldExpr(kw.value, state);
      foldBody(s.body, state);
      foldExprs(s.decorator_list, state);
      return;
    case 'Return':
      s.value = foldOptional(s.value, state);
      return;
    case 'Delete':
      foldExprs(s.targets, state);
      return;
    case 'Assign':
      foldExprs(s.targets, state);
      s.value = foldExpr(s.value, state);
      return;
    case 'AugAssign':
      s.target = foldExpr(s.target, state);
      s.value = foldExpr(s.value, state);
      return;
    case 'AnnAssign':
      s.target = foldExpr(s.target, state);
      if (!state.futureAnnotations) s.annotation = foldExpr(s.annotation, state);
      s.value = foldOptional(s.value, state);
      return;
    case 'TypeAlias':
      s.name = foldExpr(s.name, state);
      foldTypeParams(s.type_params, state);
      s.value = foldExpr(s.value, state);
      return;
    case 'For':
    case 'AsyncFor':
      s.target = foldExpr(s.target, state);
      s.iter = foldExpr(s.iter, state);
      foldStmts(s.body, state);
      foldStmts(s.orelse, state);
      if (s.node === 'For') s.iter = foldIter(s.iter);
      return;
    case 'If': {
      // Along a chain of `elif`s without recursion.
      let last = s;
      for (;;) {
        last.test = foldExpr(last.test, state);
        foldStmts(last.body, state);
        const [only] = last.orelse;
        if (last.orelse.length !== 1 || only.node !== 'If') break;
        last = only;
      }
      foldStmts(last.orelse, state);
      return;
    }
    case 'While':
      s.test = foldExpr(s.test, state);
      foldStmts(s.body, state);
      foldStmts(s.orelse, state);
      return;
    case 'With':
    case 'AsyncWith':
      for (const item of s.items) {
        item.context_expr = foldExpr(item.context_expr, state);
        item.optional_vars = foldOptional(item.optional_vars, state);
      }
      foldStmts(s.body, state);
      return;
    case 'Raise':
      s.exc = foldOptional(s.exc, state);
      s.cause = foldOptional(s.cause, state);
      return;
    case 'Try':
    case 'TryStar':
      foldStmts(s.body, state);
      for (const handler of s.handlers) {
        handler.type = foldOptional(handler.type, state);
        foldStmts(handler.body, state);
      }
      foldStmts(s.orelse, state);
      foldStmts(s.finalbody, state);
      return;
    case 'Assert':
      s.test = foldExpr(s.test, state);
      s.msg = foldOptional(s.msg, state);
      return;
    case 'Expr':
      s.value = foldExpr(s.value, state);
      return;
    case 'Match':
      s.subject = foldExpr(s.subject, state);
      for (const matchCase of s.cases) {
        foldPattern(matchCase.pattern, state);
        matchCase.guard = foldOptional(matchCase.guard, state);
        foldStmts(matchCase.body, state);
      }
      return;
    default:
  }
}

/** Patterns hold `-1` and `1+2j`, which become constants here. ast_opt.c astfold_pattern. */
function foldPattern(p: Pattern, state: State): void {
  switch (p.node) {
    case 'MatchValue':
      p.value = foldExpr(p.value, state);
      return;
    case 'MatchSequence':
    case 'MatchOr':
      for (const pattern of p.patterns) foldPattern(pattern, state);
      return;
    case 'MatchMapping':
      foldExprs(p.keys, state);
      for (const pattern of p.patterns) foldPattern(pattern, state);
      return;
    case 'MatchClass':
      p.cls = foldExpr(p.cls, state);
      for (const pattern of p.patterns) foldPattern(pattern, state);
      for (const pattern of p.kwd_patterns) foldPattern(pattern, state);
      return;
    case 'MatchAs':
      if (p.pattern !== null) foldPattern(p.pattern, state);
      return;
    default:
  }
}

/** Folds constants in a whole tree; false: it is too deep. CPython 3.12: Python/ast_opt.c _PyAST_Optimize. */
export function optimizeAst(mod: Mod, optimize: number, flags: number, warn: State['warn']): boolean {
  const futureAnnotations = (flags & CO_FUTURE_ANNOTATIONS) !== 0;
  const state: State = { optimize, futureAnnotations, warn, tooDeep: false };
  foldMod(mod, state);
  return !state.tooDeep;
}

function foldMod(mod: Mod, state: State): void {
  switch (mod.node) {
    case 'Module':
      foldBody(mod.body, state);
      return;
    case 'Interactive':
      foldStmts(mod.body, state);
      return;
    case 'Expression':
      mod.body = foldExpr(mod.body, state);
      return;
    case 'FunctionType':
      return;
  }
}
