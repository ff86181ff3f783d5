// Comprehensions: `for ... in ... if ...`, and generator expressions.
//
// CPython 3.12: Grammar/python.gram, "Comprehensions & Generators".

import type { Comprehension, Expr } from './ast.ts';
import { K_for, K_if, K_in } from './keywords.ts';
import * as nodes from './nodes.ts';
import { assignment_expression, expressionNotWalrus } from './parser_expressions.ts';
import { invalid_comprehension } from './parser_invalid_expressions.ts';
import { invalid_for_target } from './parser_invalid_statements.ts';
import { disjunction } from './parser_operators.ts';
import { star_targets } from './parser_targets.ts';
import { oneOrMore, type Parser } from './pegen.ts';
import { ASYNC, LPAR, RPAR } from './token.ts';

// for_if_clauses: for_if_clause+
export function for_if_clauses(p: Parser): Comprehension[] | null {
  // For CPython: this rule and for_if_clause.
  if (!p.enter(2)) return null;
  const clauses = oneOrMore(p, for_if_clause);
  p.level -= 2;
  return clauses;
}

// for_if_clause:
//     | ASYNC 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
//     | 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
//     | invalid_for_target
function for_if_clause(p: Parser): Comprehension | null {
  const start = p.mark;
  const is_async = p.expect(ASYNC) === null ? 0 : 1;
  if (p.expect(K_for) !== null) {
    const target = star_targets(p);
    if (target !== null && p.expect(K_in) !== null) {
      const iter = disjunction(p);
      if (iter !== null) return nodes.Comprehension(target, iter, ifClauses(p), is_async);
      p.mark = start;
      return null;
    }
  }
  p.mark = start;
  return p.call_invalid_rules ? invalid_for_target(p) : null;
}

function ifClauses(p: Parser): Expr[] {
  const ifs: Expr[] = [];
  for (;;) {
    const mark = p.mark;
    if (p.expect(K_if) === null) return ifs;
    const test = disjunction(p);
    if (test === null) {
      p.mark = mark;
      return ifs;
    }
    ifs.push(test);
  }
}

// genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' | invalid_comprehension
export function genexp(p: Parser): Expr | null {
  const start = p.mark;
  const open = p.expect(LPAR);
  if (open !== null) {
    const element = assignment_expression(p) ?? expressionNotWalrus(p);
    const clauses = element === null ? null : for_if_clauses(p);
    const end = clauses === null ? null : p.expect(RPAR);
    if (element !== null && clauses !== null && end !== null) {
      return nodes.GeneratorExp(element, clauses, open, end);
    }
    p.mark = start;
  }
  return p.call_invalid_rules ? invalid_comprehension(p) : null;
}
