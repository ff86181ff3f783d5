// Expressions above the operators: conditionals, lambdas, walruses, stars, tuples without brackets.
//
// CPython 3.12: Grammar/python.gram, "EXPRESSIONS" down to named_expression, lambdef, and starred_expression.
// Operators are in parser_operators.ts, what they join in parser_primary.ts.

import { empty_arguments } from './action_helpers.ts';
import type { Expr } from './ast.ts';
import { K_else, K_from, K_if, K_lambda, K_yield } from './keywords.ts';
import * as nodes from './nodes.ts';
import { numberConstant } from './number_parser.ts';
import { nextIs } from './parser_arguments.ts';
import {
  invalid_expression,
  invalid_legacy_expression,
  invalid_named_expression,
  invalid_starred_expression,
} from './parser_invalid_expressions.ts';
import { bitwise_or, disjunction } from './parser_operators.ts';
import { lambda_params } from './parser_parameters.ts';
import { MEMO_EXPRESSION, MEMO_STAR_EXPRESSION, type Parser, separated } from './pegen.ts';
import {
  COLON,
  COLONEQUAL,
  COMMA,
  EQUAL,
  NAME,
  NEWLINE,
  NUMBER,
  RBRACE,
  RPAR,
  RSQB,
  STAR,
  type Token,
} from './token.ts';

/** Tokens after which a lone name or number is the whole expression. */
const ENDS_EXPRESSION = new Uint8Array(64);
for (const type of [COMMA, RPAR, RSQB, RBRACE, COLON, EQUAL, NEWLINE]) ENDS_EXPRESSION[type] = 1;

// expressions: expression (',' expression)+ [','] | expression ',' | expression
export function expressions(p: Parser): Expr | null {
  return commaSeparated(p, expression);
}

// star_expressions:
//     | star_expression (',' star_expression)+ [','] | star_expression ',' | star_expression
export function star_expressions(p: Parser): Expr | null {
  return commaSeparated(p, star_expression);
}

/** One expression, or a tuple of them where there is a comma. */
function commaSeparated(p: Parser, rule: (p: Parser) => Expr | null): Expr | null {
  const start = p.peek();
  if (!p.enter(1)) return null;
  let result = rule(p);
  if (result !== null && p.at(COMMA)) {
    const elts = [result];
    while (p.expect(COMMA) !== null) {
      const element = rule(p);
      if (element === null) break;
      elts.push(element);
    }
    result = nodes.Tuple(elts, 'Load', start, p.last());
  }
  p.level--;
  return result;
}

// expression (memo):
//     | invalid_expression | invalid_legacy_expression
//     | disjunction 'if' disjunction 'else' expression | disjunction | lambdef
export function expression(p: Parser): Expr | null {
  if (p.fast) {
    const t = p.peek();
    if (t.type === NAME || t.type === NUMBER) {
      p.mark++;
      const next = p.peek().type;
      if (next > 0 && next < 64 && ENDS_EXPRESSION[next] === 1) {
        return t.type === NAME ? p.nameFromToken(t, 'Load') : numberConstant(p, t);
      }
      p.mark--;
    }
  }
  const start = p.mark;
  if (p.isMemoized(MEMO_EXPRESSION)) return p.memoized as Expr | null;
  if (!p.enter(1)) return null;
  if (p.call_invalid_rules) {
    if (!p.enter(1)) return null;
    invalid_expression(p);
    invalid_legacy_expression(p);
    p.level--;
  }
  const result = conditional(p);
  p.level--;
  return p.insertMemo(start, MEMO_EXPRESSION, result);
}

// disjunction 'if' disjunction 'else' expression | disjunction | lambdef
function conditional(p: Parser): Expr | null {
  const first = p.peek();
  if (first.type === K_lambda) return lambdef(p);
  const body = disjunction(p);
  if (body === null || !p.at(K_if)) return body;
  const mark = p.mark++;
  const test = disjunction(p);
  if (test !== null && p.expect(K_else) !== null) {
    const orelse = p.fast ? elseOfConditional(p) : expression(p);
    if (orelse !== null) return nodes.IfExp(test, body, orelse, first, p.last());
  }
  p.mark = mark;
  return body;
}

/**
 * The expression after `else`. `a if b else c if d else ...` may be thousands long, so each `else` of the chain is
 * read in one loop in the first pass, and the nodes are made from the last to the first.
 */
function elseOfConditional(p: Parser): Expr | null {
  const parts: { body: Expr; test: Expr; start: Token; mark: number }[] = [];
  let last: Expr | null;
  for (;;) {
    const start = p.peek();
    // One rule `expression` inside the other for CPython.
    if (!p.enter(1)) return null;
    last = start.type === K_lambda ? lambdef(p) : disjunction(p);
    if (last === null || start.type === K_lambda || !p.at(K_if)) break;
    const mark = p.mark++;
    const test = disjunction(p);
    if (test === null || p.expect(K_else) === null) {
      p.mark = mark;
      break;
    }
    parts.push({ body: last, test, start, mark });
  }
  p.level -= parts.length + 1;
  for (let i = parts.length - 1; i >= 0; i--) {
    const { body, test, start, mark } = parts[i]!;
    if (last === null) {
      // Nothing after this `else`: the expression ends before its `if`.
      p.mark = mark;
      last = body;
    } else {
      last = nodes.IfExp(test, body, last, start, p.last());
    }
  }
  return last;
}

// expression_without_invalid:
//     | disjunction 'if' disjunction 'else' expression | disjunction | lambdef
// The suffix makes it run without the rules for invalid syntax.
export function expression_without_invalid(p: Parser): Expr | null {
  const before = p.call_invalid_rules;
  p.call_invalid_rules = false;
  const result = p.enter(1) ? conditional(p) : null;
  p.level--;
  p.call_invalid_rules = before;
  return result;
}

// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
export function yield_expr(p: Parser): Expr | null {
  const start = p.expect(K_yield);
  if (start === null) return null;
  const mark = p.mark;
  if (p.expect(K_from) !== null) {
    const iterable = expression(p);
    if (iterable !== null) return nodes.YieldFrom(iterable, start, p.last());
    p.mark = mark;
  }
  const value = star_expressions(p);
  return nodes.Yield(value, start, p.last());
}

// star_expression (memo): '*' bitwise_or | expression
export function star_expression(p: Parser): Expr | null {
  if (p.fast) {
    if (!p.enter(1)) return null;
    const result = p.at(STAR) ? starredOperand(p) : expression(p);
    p.level--;
    return result;
  }
  const start = p.mark;
  if (p.isMemoized(MEMO_STAR_EXPRESSION)) return p.memoized as Expr | null;
  if (!p.enter(1)) return null;
  const result = starredOperand(p) ?? expression(p);
  p.level--;
  return p.insertMemo(start, MEMO_STAR_EXPRESSION, result);
}

// '*' bitwise_or
function starredOperand(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect(STAR);
  if (start === null) return null;
  const value = bitwise_or(p);
  if (value !== null) return nodes.Starred(value, 'Load', start, p.last());
  p.mark = mark;
  return null;
}

// star_named_expressions: ','.star_named_expression+ [',']
export function star_named_expressions(p: Parser): Expr[] | null {
  if (!p.enter(1)) return null;
  const elts = separated(p, COMMA, star_named_expression);
  p.level--;
  if (elts !== null) p.expect(COMMA);
  return elts;
}

// star_named_expression: '*' bitwise_or | named_expression
export function star_named_expression(p: Parser): Expr | null {
  if (!p.enter(1)) return null;
  const result = p.at(STAR) ? starredOperand(p) : named_expression(p);
  p.level--;
  return result;
}

// assignment_expression: NAME ':=' ~ expression
export function assignment_expression(p: Parser): Expr | null {
  if (!p.at(NAME) || !nextIs(p, COLONEQUAL)) return null;
  const start = p.mark;
  const target = p.name('Store');
  p.mark++;
  const value = expression(p);
  if (target !== null && value !== null) return nodes.NamedExpr(target, value, target, p.last());
  p.mark = start;
  return null;
}

// named_expression: assignment_expression | invalid_named_expression | expression !':='
export function named_expression(p: Parser): Expr | null {
  if (!p.enter(1)) return null;
  let result = assignment_expression(p);
  if (result === null && p.call_invalid_rules) {
    if (!p.enter(1)) return null;
    invalid_named_expression(p);
    p.level--;
  }
  result ??= expressionNotWalrus(p);
  p.level--;
  return result;
}

// expression !':='
export function expressionNotWalrus(p: Parser): Expr | null {
  const start = p.mark;
  const result = expression(p);
  if (result === null || !p.at(COLONEQUAL)) return result;
  p.mark = start;
  return null;
}

// lambdef: 'lambda' [lambda_params] ':' expression
function lambdef(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect(K_lambda);
  if (start === null) return null;
  if (!p.enter(1)) return null;
  const params = lambda_params(p);
  const body = p.expect(COLON) === null ? null : expression(p);
  p.level--;
  if (body !== null) return nodes.Lambda(params ?? empty_arguments(), body, start, p.last());
  p.mark = mark;
  return null;
}

// starred_expression: invalid_starred_expression | '*' expression | '*'
export function starred_expression(p: Parser): Expr | null {
  if (p.call_invalid_rules) invalid_starred_expression(p);
  const mark = p.mark;
  const start = p.expect(STAR);
  if (start === null) return null;
  const value = expression(p);
  if (value !== null) return nodes.Starred(value, 'Load', start, p.last());
  p.raiseSyntaxError('Invalid star expression');
  p.mark = mark;
  return null;
}
