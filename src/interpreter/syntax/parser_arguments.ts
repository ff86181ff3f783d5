// The arguments of calls and class definitions.
//
// CPython 3.12: Grammar/python.gram, "FUNCTION CALL ARGUMENTS".

import { collect_call_seqs } from './action_helpers.ts';
import type { Call, Expr, Keyword } from './ast.ts';
import { K_for } from './keywords.ts';
import * as nodes from './nodes.ts';
import { for_if_clauses } from './parser_comprehensions.ts';
import {
  assignment_expression,
  expression,
  expressionNotWalrus,
  starred_expression,
} from './parser_expressions.ts';
import { invalid_arguments, invalid_kwarg } from './parser_invalid_expressions.ts';
import { identifier, MEMO_ARGUMENTS, type Parser, separated } from './pegen.ts';
import { ASYNC, COMMA, DOUBLESTAR, EQUAL, NAME, RPAR, STAR, type Token } from './token.ts';

/**
 * `func` called, in the first pass: the arguments in one reading, each kind known by its first token. Null where they
 * are none of what is usual; then the rules below decide.
 */
export function simpleCall(p: Parser, func: Expr, first: Token): Expr | null {
  const start = p.mark;
  const open = p.peek();
  p.mark++;
  // For CPython: arguments, args, the list and its loop, and two groups.
  if (!p.enter(6)) return null;
  const result = simpleArguments(p, func, first, open);
  p.level -= 6;
  if (result === null) p.mark = start;
  return result;
}

function simpleArguments(p: Parser, func: Expr, first: Token, open: Token): Expr | null {
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  let unpacked = false;
  for (;;) {
    const t = p.peek();
    if (t.type === RPAR) {
      p.mark++;
      return nodes.Call(func, args, keywords, first, t);
    }
    if (t.type === STAR) {
      if (unpacked) return null;
      p.mark++;
      const value = expression(p);
      if (value === null) return null;
      args.push(nodes.Starred(value, 'Load', t, p.last()));
    } else if (t.type === DOUBLESTAR) {
      p.mark++;
      const value = expression(p);
      if (value === null) return null;
      keywords.push(nodes.Keyword(null, value, t, p.last()));
      unpacked = true;
    } else if (t.type === NAME && nextIs(p, EQUAL)) {
      p.mark += 2;
      const value = expression(p);
      if (value === null) return null;
      keywords.push(nodes.Keyword(identifier(t), value, t, p.last()));
    } else {
      if (keywords.length > 0) return null;
      const value = assignment_expression(p) ?? expressionNotWalrus(p);
      if (value === null) return null;
      args.push(value);
      const next = p.peek().type;
      if ((next === K_for || next === ASYNC) && args.length === 1) {
        // The brackets of the generator expression are the call's.
        const clauses = for_if_clauses(p);
        const end = clauses === null ? null : p.expect(RPAR);
        if (clauses === null || end === null) return null;
        return nodes.Call(func, [nodes.GeneratorExp(value, clauses, open, end)], [], first, end);
      }
    }
    const next = p.peek().type;
    if (next === COMMA) p.mark++;
    else if (next !== RPAR) return null;
  }
}

/** Whether the token after the one at `mark` is of this kind. */
export function nextIs(p: Parser, type: number): boolean {
  p.mark++;
  const found = p.at(type);
  p.mark--;
  return found;
}

// arguments (memo): args [','] &')' | invalid_arguments
export function arguments_(p: Parser): Call | null {
  const start = p.mark;
  if (p.isMemoized(MEMO_ARGUMENTS)) return p.memoized as Call | null;
  // For CPython: this rule, args, and two groups.
  if (!p.enter(4)) return null;
  let result = args(p);
  if (result !== null) {
    p.expect(COMMA);
    if (!p.at(RPAR)) {
      result = null;
      p.mark = start;
    }
  }
  if (result === null && p.call_invalid_rules) invalid_arguments(p);
  p.level -= 4;
  return p.insertMemo(start, MEMO_ARGUMENTS, result);
}

// args:
//     | ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ [',' kwargs]
//     | kwargs
export function args(p: Parser): Call | null {
  const first = p.peek();
  const positional = separated(p, COMMA, positionalArgument);
  if (positional !== null) {
    const mark = p.mark;
    const named = p.expect(COMMA) === null ? null : kwargs(p);
    if (named === null) p.mark = mark;
    return collect_call_seqs(positional, named ?? [], first, p.last());
  }
  const named = kwargs(p);
  return named === null ? null : collect_call_seqs([], named, first, p.last());
}

// starred_expression | (assignment_expression | expression !':=') !'='
export function positionalArgument(p: Parser): Expr | null {
  const start = p.mark;
  const starred = starred_expression(p);
  if (starred !== null) return starred;
  const value = assignment_expression(p) ?? expressionNotWalrus(p);
  if (value !== null && !p.at(EQUAL)) return value;
  p.mark = start;
  return null;
}

// kwargs:
//     | ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
//     | ','.kwarg_or_starred+
//     | ','.kwarg_or_double_starred+
export function kwargs(p: Parser): (Keyword | Expr)[] | null {
  const some = separated<Keyword | Expr>(p, COMMA, kwarg_or_starred);
  if (some === null) return separated<Keyword | Expr>(p, COMMA, kwarg_or_double_starred);
  const mark = p.mark;
  const more = p.expect(COMMA) === null ? null : separated(p, COMMA, kwarg_or_double_starred);
  if (more !== null) return [...some, ...more];
  p.mark = mark;
  return some;
}

// kwarg_or_starred: invalid_kwarg | NAME '=' expression | starred_expression
function kwarg_or_starred(p: Parser): Keyword | Expr | null {
  if (p.call_invalid_rules) invalid_kwarg(p);
  return namedArgument(p) ?? starred_expression(p);
}

// kwarg_or_double_starred: invalid_kwarg | NAME '=' expression | '**' expression
function kwarg_or_double_starred(p: Parser): Keyword | null {
  if (p.call_invalid_rules) invalid_kwarg(p);
  const named = namedArgument(p);
  if (named !== null) return named;
  const start = p.mark;
  const first = p.expect(DOUBLESTAR);
  const value = first === null ? null : expression(p);
  if (first !== null && value !== null) return nodes.Keyword(null, value, first, p.last());
  p.mark = start;
  return null;
}

// NAME '=' expression
function namedArgument(p: Parser): Keyword | null {
  const start = p.mark;
  const name = p.expect(NAME);
  const value = name !== null && p.expect(EQUAL) !== null ? expression(p) : null;
  if (name !== null && value !== null) return nodes.Keyword(identifier(name), value, name, p.last());
  p.mark = start;
  return null;
}
