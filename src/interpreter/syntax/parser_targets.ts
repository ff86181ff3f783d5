// What can be assigned to, or deleted.
//
// CPython 3.12: Grammar/python.gram, "ASSIGNMENT TARGETS" and "Targets for del statements".

import { set_expr_context } from './action_helpers.ts';
import type { Expr, ExprContext } from './ast.ts';
import * as nodes from './nodes.ts';
import { genexp } from './parser_comprehensions.ts';
import { atom, attribute, call, slices, subscript } from './parser_primary.ts';
import {
  MEMO_DEL_TARGET,
  MEMO_STAR_TARGET,
  MEMO_T_PRIMARY,
  MEMO_TARGET_WITH_STAR_ATOM,
  type Parser,
  separated,
} from './pegen.ts';
import { COMMA, DOT, LBRACE, LPAR, LSQB, NAME, RPAR, RSQB, STAR, type Token } from './token.ts';

// star_targets: star_target !',' | star_target (',' star_target)* [',']
export function star_targets(p: Parser): Expr | null {
  const start = p.peek();
  const first = star_target(p);
  if (first === null || !p.at(COMMA)) return first;
  const elts = [first];
  while (p.expect(COMMA) !== null) {
    const element = star_target(p);
    if (element === null) break;
    elts.push(element);
  }
  return nodes.Tuple(elts, 'Store', start, p.last());
}

// star_targets_list_seq: ','.star_target+ [',']
function star_targets_list_seq(p: Parser): Expr[] | null {
  const elts = separated(p, COMMA, star_target);
  if (elts !== null) p.expect(COMMA);
  return elts;
}

// star_targets_tuple_seq: star_target (',' star_target)+ [','] | star_target ','
function star_targets_tuple_seq(p: Parser): Expr[] | null {
  const start = p.mark;
  const elts = separated(p, COMMA, star_target);
  if (elts !== null && (p.expect(COMMA) !== null || elts.length > 1)) return elts;
  p.mark = start;
  return null;
}

// star_target (memo): '*' (!'*' star_target) | target_with_star_atom
export function star_target(p: Parser): Expr | null {
  const first = p.peek();
  if (p.fast && first.type === NAME) return target_with_star_atom(p);
  const start = p.mark;
  if (p.isMemoized(MEMO_STAR_TARGET)) return p.memoized as Expr | null;
  let result: Expr | null = null;
  if (p.expect(STAR) !== null) {
    const value = p.at(STAR) ? null : star_target(p);
    if (value === null) p.mark = start;
    else result = nodes.Starred(set_expr_context(value, 'Store'), 'Store', first, p.last());
  }
  return p.insertMemo(start, MEMO_STAR_TARGET, result ?? target_with_star_atom(p));
}

// target_with_star_atom (memo):
//     | t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | star_atom
function target_with_star_atom(p: Parser): Expr | null {
  const start = p.mark;
  const first = p.peek();
  // A name alone, as nearly always.
  if (p.fast && first.type === NAME) {
    p.mark++;
    if (!t_lookahead(p)) return p.nameFromToken(first, 'Store');
    p.mark--;
  }
  if (p.isMemoized(MEMO_TARGET_WITH_STAR_ATOM)) return p.memoized as Expr | null;
  const result = attributeOrSubscript(p, 'Store') ?? star_atom(p);
  return p.insertMemo(start, MEMO_TARGET_WITH_STAR_ATOM, result);
}

// star_atom:
//     | NAME
//     | '(' target_with_star_atom ')' | '(' [star_targets_tuple_seq] ')' | '[' [star_targets_list_seq] ']'
function star_atom(p: Parser): Expr | null {
  return targetAtom(p, 'Store', target_with_star_atom, star_targets_tuple_seq, star_targets_list_seq);
}

// single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
export function single_target(p: Parser): Expr | null {
  const target = single_subscript_attribute_target(p) ?? p.name('Store');
  if (target !== null) return target;
  const start = p.mark;
  if (p.expect(LPAR) !== null) {
    const inner = single_target(p);
    if (inner !== null && p.expect(RPAR) !== null) return inner;
    p.mark = start;
  }
  return null;
}

// single_subscript_attribute_target:
//     | t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead
export function single_subscript_attribute_target(p: Parser): Expr | null {
  return attributeOrSubscript(p, 'Store');
}

// t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead
function attributeOrSubscript(p: Parser, ctx: ExprContext): Expr | null {
  const start = p.mark;
  const first = p.peek();
  const value = t_primary(p);
  if (value === null) return null;
  if (p.expect(DOT) !== null) {
    const name = p.name('Load');
    if (name !== null && !t_lookahead(p)) return nodes.Attribute(value, name.id, ctx, first, name);
  } else if (p.expect(LSQB) !== null) {
    const index = slices(p);
    const end = index === null ? null : p.expect(RSQB);
    if (index !== null && end !== null && !t_lookahead(p)) {
      return nodes.Subscript(value, index, ctx, first, end);
    }
  }
  p.mark = start;
  return null;
}

// t_primary:
//     | t_primary '.' NAME &t_lookahead | t_primary '[' slices ']' &t_lookahead
//     | t_primary genexp &t_lookahead | t_primary '(' [arguments] ')' &t_lookahead
//     | atom &t_lookahead
function t_primary(p: Parser): Expr | null {
  const start = p.mark;
  if (p.isMemoized(MEMO_T_PRIMARY)) return p.memoized as Expr | null;
  const first = p.peek();
  if (!p.enter(2)) return null;
  let left = atom(p);
  if (left !== null && !t_lookahead(p)) {
    left = null;
    p.mark = start;
  }
  while (left !== null) {
    const mark = p.mark;
    const longer = trailer(p, left, first);
    if (longer === null || !t_lookahead(p)) {
      p.mark = mark;
      break;
    }
    left = longer;
  }
  p.level -= 2;
  return p.insertMemo(start, MEMO_T_PRIMARY, left);
}

function trailer(p: Parser, left: Expr, first: Token): Expr | null {
  const start = p.mark;
  switch (p.peek().type) {
    case DOT:
      return attribute(p, left, first);
    case LSQB: {
      const longer = subscript(p, left, first);
      if (longer !== null && t_lookahead(p)) return longer;
      // Then comes `t_primary genexp`, whose invalid_comprehension knows all brackets.
      p.mark = start;
      if (p.call_invalid_rules) genexp(p);
      return null;
    }
    case LPAR:
      return call(p, left, first);
    case LBRACE:
      if (p.call_invalid_rules) genexp(p);
      return null;
    default:
      return null;
  }
}

// t_lookahead: '(' | '[' | '.'
function t_lookahead(p: Parser): boolean {
  const type = p.peek().type;
  return type === LPAR || type === LSQB || type === DOT;
}

// del_targets: ','.del_target+ [',']
export function del_targets(p: Parser): Expr[] | null {
  const targets = separated(p, COMMA, del_target);
  if (targets !== null) p.expect(COMMA);
  return targets;
}

// del_target (memo):
//     | t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom
function del_target(p: Parser): Expr | null {
  const start = p.mark;
  if (p.isMemoized(MEMO_DEL_TARGET)) return p.memoized as Expr | null;
  return p.insertMemo(start, MEMO_DEL_TARGET, attributeOrSubscript(p, 'Del') ?? del_t_atom(p));
}

// del_t_atom: NAME | '(' del_target ')' | '(' [del_targets] ')' | '[' [del_targets] ']'
function del_t_atom(p: Parser): Expr | null {
  return targetAtom(p, 'Del', del_target, del_targets, del_targets);
}

/** NAME, or a target in round brackets, or some targets in either kind of brackets. */
function targetAtom(
  p: Parser,
  ctx: ExprContext,
  inBrackets: (p: Parser) => Expr | null,
  tupleElements: (p: Parser) => Expr[] | null,
  listElements: (p: Parser) => Expr[] | null,
): Expr | null {
  const start = p.peek();
  const mark = p.mark;
  if (start.type === NAME) return p.name(ctx);
  if (start.type === LPAR) {
    p.mark++;
    const target = inBrackets(p);
    if (target !== null && p.expect(RPAR) !== null) return set_expr_context(target, ctx);
    p.mark = mark + 1;
    const elts = tupleElements(p) ?? [];
    const end = p.expect(RPAR);
    if (end !== null) return nodes.Tuple(elts, ctx, start, end);
  } else if (start.type === LSQB) {
    p.mark++;
    const elts = listElements(p) ?? [];
    const end = p.expect(RSQB);
    if (end !== null) return nodes.List(elts, ctx, start, end);
  }
  p.mark = mark;
  return null;
}

/**
 * An expression already read, made into the target it could have been read as; null where it could not. Only for the
 * first pass: it changes the nodes in place.
 */
export function asTarget(expr: Expr): Expr | null {
  switch (expr.node) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      expr.ctx = 'Store';
      return expr;
    case 'Starred':
      if (asTarget(expr.value) === null) return null;
      expr.ctx = 'Store';
      return expr;
    case 'Tuple':
    case 'List':
      for (const element of expr.elts) if (asTarget(element) === null) return null;
      expr.ctx = 'Store';
      return expr;
    default:
      return null;
  }
}
