// What the grammar's actions do beyond making one node.
//
// Answers to CPython 3.12: Parser/action_helpers.c, without its sequences (arrays need no help) and without strings
// (action_helpers_strings.ts). Names are CPython's without `_PyPegen_`.

import { ComplexConst, ELLIPSIS } from '../text/constant.ts';
import type { Arg, Arguments, Call, Comprehension, Expr, ExprContext, Keyword, Name } from './ast.ts';
import * as nodes from './nodes.ts';
import type { End, Parser, Start } from './pegen.ts';

/** A parameter with its default, or null where it has none. CPython 3.12: Parser/pegen.h NameDefaultPair */
export interface NameDefaultPair {
  arg: Arg;
  value: Expr | null;
}

/** CPython 3.12: Parser/pegen.h SlashWithDefault */
export interface SlashWithDefault {
  plain_names: Arg[];
  names_with_defaults: NameDefaultPair[];
}

/** CPython 3.12: Parser/pegen.h StarEtc */
export interface StarEtc {
  vararg: Arg | null;
  kwonlyargs: NameDefaultPair[];
  kwarg: Arg | null;
}

/** `a.b` as one name. CPython 3.12: Parser/action_helpers.c _PyPegen_join_names_with_dot */
export function join_names_with_dot(first: Name, second: Name): Name {
  return nodes.Name(`${first.id}.${second.id}`, 'Load', first, second);
}

/** The same expression with another context. CPython 3.12: Parser/action_helpers.c _PyPegen_set_expr_context */
export function set_expr_context(expr: Expr, ctx: ExprContext): Expr {
  switch (expr.node) {
    case 'Name':
      return nodes.Name(expr.id, ctx, expr, expr);
    case 'Tuple':
      return nodes.Tuple(
        expr.elts.map((element) => set_expr_context(element, ctx)),
        ctx,
        expr,
        expr,
      );
    case 'List':
      return nodes.List(
        expr.elts.map((element) => set_expr_context(element, ctx)),
        ctx,
        expr,
        expr,
      );
    case 'Subscript':
      return nodes.Subscript(expr.value, expr.slice, ctx, expr, expr);
    case 'Attribute':
      return nodes.Attribute(expr.value, expr.attr, ctx, expr, expr);
    case 'Starred':
      return nodes.Starred(set_expr_context(expr.value, ctx), ctx, expr, expr);
    default:
      return expr;
  }
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_make_arguments */
export function make_arguments(
  slash_without_default: Arg[] | null,
  slash_with_default: SlashWithDefault | null,
  plain_names: Arg[],
  names_with_default: NameDefaultPair[],
  star_etc: StarEtc | null,
): Arguments {
  const posonlyargs = slash_without_default ?? [];
  const defaults: Expr[] = [];
  if (slash_with_default !== null) {
    posonlyargs.push(...slash_with_default.plain_names);
    for (const pair of slash_with_default.names_with_defaults) {
      posonlyargs.push(pair.arg);
      defaults.push(pair.value!);
    }
  }
  const args = [...plain_names];
  for (const pair of names_with_default) {
    args.push(pair.arg);
    defaults.push(pair.value!);
  }
  return nodes.Arguments(
    posonlyargs,
    args,
    star_etc?.vararg ?? null,
    star_etc?.kwonlyargs.map((pair) => pair.arg) ?? [],
    star_etc?.kwonlyargs.map((pair) => pair.value) ?? [],
    star_etc?.kwarg ?? null,
    defaults,
  );
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_empty_arguments */
export function empty_arguments(): Arguments {
  return nodes.Arguments([], [], null, [], [], null, []);
}

/**
 * The arguments of a call, as a call of nothing: positional ones, then those with a star from among the named ones.
 * CPython 3.12: Parser/action_helpers.c _PyPegen_collect_call_seqs
 */
export function collect_call_seqs(
  positional: Expr[],
  named: readonly (Keyword | Expr)[],
  start: Start,
  end: End,
): Call {
  const keywords: Keyword[] = [];
  for (const item of named) {
    if (item.node === 'keyword') keywords.push(item);
    else positional.push(item);
  }
  return nodes.Call(DUMMY_NAME, positional, keywords, start, end);
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_dummy_name */
const NOWHERE = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 0 };
const DUMMY_NAME: Name = nodes.Name('', 'Load', NOWHERE, NOWHERE);

/** `print` and `exec`, once statements. CPython 3.12: Parser/action_helpers.c _PyPegen_check_legacy_stmt */
export function check_legacy_stmt(name: Expr): boolean {
  return name.node === 'Name' && (name.id === 'print' || name.id === 'exec');
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_ensure_imaginary */
export function ensure_imaginary(p: Parser, exp: Expr): Expr | null {
  if (exp.node === 'Constant' && exp.value instanceof ComplexConst) return exp;
  return p.raiseAt(exp, 'imaginary number required in complex literal');
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_ensure_real */
export function ensure_real(p: Parser, exp: Expr): Expr | null {
  if (exp.node === 'Constant' && !(exp.value instanceof ComplexConst)) return exp;
  return p.raiseAt(exp, 'real number required in complex literal');
}

/** What an error calls an expression. CPython 3.12: Parser/action_helpers.c _PyPegen_get_expr_name */
export function get_expr_name(e: Expr): string {
  switch (e.node) {
    case 'Attribute':
      return 'attribute';
    case 'Subscript':
      return 'subscript';
    case 'Starred':
      return 'starred';
    case 'Name':
      return 'name';
    case 'List':
      return 'list';
    case 'Tuple':
      return 'tuple';
    case 'Lambda':
      return 'lambda';
    case 'Call':
      return 'function call';
    case 'BoolOp':
    case 'BinOp':
    case 'UnaryOp':
      return 'expression';
    case 'GeneratorExp':
      return 'generator expression';
    case 'Yield':
    case 'YieldFrom':
      return 'yield expression';
    case 'Await':
      return 'await expression';
    case 'ListComp':
      return 'list comprehension';
    case 'SetComp':
      return 'set comprehension';
    case 'DictComp':
      return 'dict comprehension';
    case 'Dict':
      return 'dict literal';
    case 'Set':
      return 'set display';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'f-string expression';
    case 'Constant':
      if (e.value === null) return 'None';
      if (e.value === false) return 'False';
      if (e.value === true) return 'True';
      return e.value === ELLIPSIS ? 'ellipsis' : 'literal';
    case 'Compare':
      return 'comparison';
    case 'IfExp':
      return 'conditional expression';
    case 'NamedExpr':
      return 'named expression';
    case 'Slice':
      return 'slice';
  }
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_get_last_comprehension_item */
export function get_last_comprehension_item(comprehension: Comprehension): Expr {
  return comprehension.ifs.at(-1) ?? comprehension.iter;
}

/** CPython 3.12: Parser/pegen.h TARGETS_TYPE */
export type TargetsType = 'STAR_TARGETS' | 'DEL_TARGETS' | 'FOR_TARGETS';

/**
 * The part of an expression that keeps it from being a target. Only lists and tuples can hold targets.
 * CPython 3.12: Parser/action_helpers.c _PyPegen_get_invalid_target
 */
export function get_invalid_target(e: Expr, type: TargetsType): Expr | null {
  switch (e.node) {
    case 'List':
    case 'Tuple':
      for (const element of e.elts) {
        const invalid = get_invalid_target(element, type);
        if (invalid !== null) return invalid;
      }
      return null;
    case 'Starred':
      return type === 'DEL_TARGETS' ? e : get_invalid_target(e.value, type);
    case 'Compare':
      // `a in b` of `for a in b` was read as a comparison.
      if (type !== 'FOR_TARGETS') return e;
      return e.ops[0] === 'In' ? get_invalid_target(e.left, type) : null;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
    default:
      return e;
  }
}

/** CPython 3.12: Parser/pegen.h RAISE_SYNTAX_ERROR_INVALID_TARGET */
export function raise_invalid_target(p: Parser, type: TargetsType, e: Expr): null {
  const invalid = get_invalid_target(e, type);
  if (invalid === null) return null;
  const verb = type === 'DEL_TARGETS' ? 'delete' : 'assign to';
  return p.raiseAt(invalid, `cannot ${verb} ${get_expr_name(invalid)}`);
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_arguments_parsing_error */
export function arguments_parsing_error(p: Parser, e: Call): null {
  const unpacking = e.keywords.some((keyword) => keyword.arg === null) ? ' unpacking' : '';
  return p.raiseSyntaxError(`positional argument follows keyword argument${unpacking}`);
}

/**
 * `f(L, x for x in y)`: the last positional argument is where the error is.
 * CPython 3.12: Parser/action_helpers.c _PyPegen_nonparen_genexp_in_call
 */
export function nonparen_genexp_in_call(p: Parser, args: Call, comprehensions: Comprehension[]): null {
  if (args.args.length <= 1) return null;
  return p.raiseRange(
    args.args.at(-1)!,
    get_last_comprehension_item(comprehensions.at(-1)!),
    'Generator expression must be parenthesized',
  );
}
