// What is wrong with expressions. Run in the second pass only: each rule raises what it found and gives null.
//
// CPython 3.12: Grammar/python.gram, "START OF INVALID RULES", as far as expressions go; see also
// parser_invalid_statements.ts and parser_invalid_parameters.ts.

import {
  arguments_parsing_error,
  check_legacy_stmt,
  get_expr_name,
  get_last_comprehension_item,
  nonparen_genexp_in_call,
} from './action_helpers.ts';
import type { Expr } from './ast.ts';
import { K_else, K_False, K_if, K_lambda, K_None, K_True } from './keywords.ts';
import { args, kwargs, nextIs, positionalArgument } from './parser_arguments.ts';
import { for_if_clauses, genexp } from './parser_comprehensions.ts';
import {
  expression,
  expression_without_invalid,
  star_expressions,
  star_named_expression,
  star_named_expressions,
  starred_expression,
} from './parser_expressions.ts';
import { bitwise_or, disjunction } from './parser_operators.ts';
import { lambda_params } from './parser_parameters.ts';
import { double_starred_kvpair, list, tuple } from './parser_primary.ts';
import { annotated_rhs } from './parser_statements.ts';
import { fstring_format_spec } from './parser_strings.ts';
import { lookahead, MEMO_INVALID_NAMED_EXPRESSION, oneOrMore, type Parser, separated } from './pegen.ts';
import {
  COLON,
  COLONEQUAL,
  COMMA,
  DOUBLESTAR,
  EQUAL,
  EXCLAMATION,
  FSTRING_MIDDLE,
  LBRACE,
  LPAR,
  LSQB,
  NAME,
  RBRACE,
  RPAR,
  STAR,
  STRING,
} from './token.ts';

const MAYBE_COMPARISON = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
const GENERATOR_IN_BRACKETS = 'Generator expression must be parenthesized';

// invalid_arguments:
//     | ((','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs) | kwargs)
//       ',' ','.(starred_expression !'=')+
//     | expression for_if_clauses ',' [args | expression for_if_clauses]
//     | NAME '=' expression for_if_clauses
//     | (args ',')? NAME '=' &(',' | ')')
//     | args for_if_clauses
//     | args ',' expression for_if_clauses
//     | args ',' args
export function invalid_arguments(p: Parser): null {
  const start = p.mark;

  if (positionalThenNamed(p) || kwargs(p) !== null) {
    const comma = p.expect(COMMA);
    if (comma !== null && separated(p, COMMA, starredWithoutEqual) !== null) {
      return p.raiseStartingFrom(comma, 'iterable argument unpacking follows keyword argument unpacking');
    }
  }
  p.mark = start;

  const element = expression(p);
  const clauses = element === null ? null : for_if_clauses(p);
  if (element !== null && clauses !== null && p.expect(COMMA) !== null) {
    const after = p.mark;
    if (args(p) === null && (expression(p) === null || for_if_clauses(p) === null)) p.mark = after;
    return p.raiseRange(element, get_last_comprehension_item(clauses.at(-1)!), GENERATOR_IN_BRACKETS);
  }
  p.mark = start;

  if (namedGenerator(p)) return null;
  p.mark = start;

  if (args(p) === null || p.expect(COMMA) === null) p.mark = start;
  const name = p.expect(NAME);
  const equals = name === null ? null : p.expect(EQUAL);
  if (name !== null && equals !== null && (p.at(COMMA) || p.at(RPAR))) {
    return p.raiseRange(name, equals, 'expected argument value expression');
  }
  p.mark = start;

  const before = args(p);
  if (before !== null) {
    const after = p.mark;
    const generators = for_if_clauses(p);
    // Where there is only one argument all is well so far, and nothing else is tried.
    if (generators !== null) {
      p.mark = start;
      return nonparen_genexp_in_call(p, before, generators);
    }
    p.mark = after;
    if (p.expect(COMMA) !== null) {
      const comma = p.mark;
      const last = expression(p);
      const of = last === null ? null : for_if_clauses(p);
      if (last !== null && of !== null) {
        return p.raiseRange(last, get_last_comprehension_item(of.at(-1)!), GENERATOR_IN_BRACKETS);
      }
      p.mark = comma;
      if (args(p) !== null) return arguments_parsing_error(p, before);
    }
  }
  p.mark = start;
  return null;
}

// ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs
function positionalThenNamed(p: Parser): boolean {
  const start = p.mark;
  if (separated(p, COMMA, positionalArgument) !== null && p.expect(COMMA) !== null && kwargs(p) !== null) {
    return true;
  }
  p.mark = start;
  return false;
}

// starred_expression !'='
function starredWithoutEqual(p: Parser): Expr | null {
  const start = p.mark;
  const starred = starred_expression(p);
  if (starred !== null && !p.at(EQUAL)) return starred;
  p.mark = start;
  return null;
}

// NAME '=' expression for_if_clauses
function namedGenerator(p: Parser): boolean {
  const name = p.expect(NAME);
  const equals = name === null ? null : p.expect(EQUAL);
  if (name === null || equals === null || expression(p) === null || for_if_clauses(p) === null) return false;
  p.raiseRange(name, equals, MAYBE_COMPARISON);
  return true;
}

// invalid_kwarg:
//     | ('True'|'False'|'None') '='
//     | NAME '=' expression for_if_clauses
//     | !(NAME '=') expression '='
//     | '**' expression '=' expression
export function invalid_kwarg(p: Parser): null {
  const start = p.mark;

  const constant = p.expect(K_True) ?? p.expect(K_False) ?? p.expect(K_None);
  if (constant !== null) {
    const equals = p.expect(EQUAL);
    if (equals !== null) return p.raiseRange(constant, equals, `cannot assign to ${constant.string}`);
  }
  p.mark = start;

  if (namedGenerator(p)) return null;
  p.mark = start;

  if (!(p.at(NAME) && nextIs(p, EQUAL))) {
    const a = expression(p);
    const equals = a === null ? null : p.expect(EQUAL);
    if (a !== null && equals !== null) {
      return p.raiseRange(a, equals, 'expression cannot contain assignment, perhaps you meant "=="?');
    }
    p.mark = start;
  }

  const stars = p.expect(DOUBLESTAR);
  if (stars !== null && expression(p) !== null && p.expect(EQUAL) !== null) {
    const value = expression(p);
    if (value !== null) return p.raiseRange(stars, value, 'cannot assign to keyword argument unpacking');
  }
  p.mark = start;
  return null;
}

// invalid_legacy_expression: NAME !'(' star_expressions
export function invalid_legacy_expression(p: Parser): null {
  const start = p.mark;
  const name = p.name('Load');
  const value = name === null || p.at(LPAR) ? null : star_expressions(p);
  if (name !== null && value !== null && check_legacy_stmt(name)) {
    p.raiseRange(name, value, `Missing parentheses in call to '${name.id}'. Did you mean ${name.id}(...)?`);
  }
  p.mark = start;
  return null;
}

// invalid_expression:
//     | !(NAME STRING | SOFT_KEYWORD) disjunction expression_without_invalid
//     | disjunction 'if' disjunction !('else'|':')
//     | 'lambda' [lambda_params] ':' &FSTRING_MIDDLE
// NAME STRING is left out because of wrong string prefixes, soft keywords because a name may follow them.
export function invalid_expression(p: Parser): null {
  const start = p.mark;

  if (!(p.at(NAME) && nextIs(p, STRING)) && !p.atSoftKeyword()) {
    const a = disjunction(p);
    const b = a === null ? null : expression_without_invalid(p);
    if (a !== null && b !== null) {
      // This alternative has matched, even where it has nothing to say: the others are not tried.
      if (!check_legacy_stmt(a) && p.tokens[p.mark - 1]!.level !== 0) {
        p.raiseRange(a, b, 'invalid syntax. Perhaps you forgot a comma?');
      }
      p.mark = start;
      return null;
    }
    p.mark = start;
  }

  const a = disjunction(p);
  if (a !== null && p.expect(K_if) !== null) {
    const b = disjunction(p);
    if (b !== null && !p.at(K_else) && !p.at(COLON)) {
      return p.raiseRange(a, b, "expected 'else' after 'if' expression");
    }
  }
  p.mark = start;

  const lambda = p.expect(K_lambda);
  if (lambda !== null) {
    lambda_params(p);
    const colon = p.expect(COLON);
    if (colon !== null && p.at(FSTRING_MIDDLE)) {
      return p.raiseRange(lambda, colon, 'f-string: lambda expressions are not allowed without parentheses');
    }
  }
  p.mark = start;
  return null;
}

// invalid_named_expression (memo):
//     | expression ':=' expression
//     | NAME '=' bitwise_or !('='|':=')
//     | !(list|tuple|genexp|'True'|'None'|'False') bitwise_or '=' bitwise_or !('='|':=')
export function invalid_named_expression(p: Parser): null {
  const start = p.mark;
  if (p.isMemoized(MEMO_INVALID_NAMED_EXPRESSION)) {
    p.mark = start;
    return null;
  }

  let a = expression(p);
  if (a !== null && p.expect(COLONEQUAL) !== null && expression(p) !== null) {
    return p.raiseAt(a, `cannot use assignment expressions with ${get_expr_name(a)}`);
  }
  p.mark = start;

  const name = p.expect(NAME);
  if (name !== null && p.expect(EQUAL) !== null) {
    const b = bitwise_or(p);
    if (b !== null && !p.at(EQUAL) && !p.at(COLONEQUAL)) return p.raiseRange(name, b, MAYBE_COMPARISON);
  }
  p.mark = start;

  if (
    !lookahead(p, list) &&
    !lookahead(p, tuple) &&
    !lookahead(p, genexp) &&
    !p.at(K_True) &&
    !p.at(K_None) &&
    !p.at(K_False)
  ) {
    a = bitwise_or(p);
    if (
      a !== null &&
      p.expect(EQUAL) !== null &&
      bitwise_or(p) !== null &&
      !p.at(EQUAL) &&
      !p.at(COLONEQUAL)
    ) {
      return p.raiseAt(a, `cannot assign to ${get_expr_name(a)} here. Maybe you meant '==' instead of '='?`);
    }
  }
  p.mark = start;
  return p.insertMemo(start, MEMO_INVALID_NAMED_EXPRESSION, null);
}

// invalid_comprehension:
//     | ('[' | '(' | '{') starred_expression for_if_clauses
//     | ('[' | '{') star_named_expression ',' star_named_expressions for_if_clauses
//     | ('[' | '{') star_named_expression ',' for_if_clauses
export function invalid_comprehension(p: Parser): null {
  const start = p.mark;
  const open = p.expect(LSQB) ?? p.expect(LPAR) ?? p.expect(LBRACE);
  if (open === null) return null;

  const starred = starred_expression(p);
  if (starred !== null && for_if_clauses(p) !== null) {
    return p.raiseAt(starred, 'iterable unpacking cannot be used in comprehension');
  }
  p.mark = start;
  if (open.type === LPAR) return null;

  p.mark++;
  const a = star_named_expression(p);
  const comma = a === null ? null : p.expect(COMMA);
  if (a !== null && comma !== null) {
    const msg = 'did you forget parentheses around the comprehension target?';
    const after = p.mark;
    const others = star_named_expressions(p);
    if (others !== null && for_if_clauses(p) !== null) return p.raiseRange(a, others.at(-1)!, msg);
    p.mark = after;
    if (for_if_clauses(p) !== null) return p.raiseRange(a, comma, msg);
  }
  p.mark = start;
  return null;
}

// invalid_dict_comprehension: '{' '**' bitwise_or for_if_clauses '}'
export function invalid_dict_comprehension(p: Parser): null {
  const start = p.mark;
  const stars = p.expect(LBRACE) === null ? null : p.expect(DOUBLESTAR);
  if (stars !== null && bitwise_or(p) !== null && for_if_clauses(p) !== null && p.expect(RBRACE) !== null) {
    return p.raiseAt(stars, 'dict unpacking cannot be used in dict comprehension');
  }
  p.mark = start;
  return null;
}

// invalid_group: '(' starred_expression ')' | '(' '**' expression ')'
export function invalid_group(p: Parser): null {
  const start = p.mark;
  if (p.expect(LPAR) === null) return null;
  const starred = starred_expression(p);
  if (starred !== null && p.expect(RPAR) !== null) {
    return p.raiseAt(starred, 'cannot use starred expression here');
  }
  p.mark = start + 1;
  const stars = p.expect(DOUBLESTAR);
  if (stars !== null && expression(p) !== null && p.expect(RPAR) !== null) {
    return p.raiseAt(stars, 'cannot use double starred expression here');
  }
  p.mark = start;
  return null;
}

// invalid_double_starred_kvpairs:
//     | ','.double_starred_kvpair+ ',' invalid_kvpair
//     | expression ':' '*' bitwise_or
//     | expression ':' &('}'|',')
export function invalid_double_starred_kvpairs(p: Parser): null {
  const start = p.mark;
  if (separated(p, COMMA, double_starred_kvpair) !== null && p.expect(COMMA) !== null) invalid_kvpair(p);
  p.mark = start;
  return invalidValue(p);
}

// invalid_kvpair:
//     | expression !(':')
//     | expression ':' '*' bitwise_or
//     | expression ':' &('}'|',')
function invalid_kvpair(p: Parser): null {
  const start = p.mark;
  const a = expression(p);
  if (a !== null && !p.at(COLON)) {
    return p.raiseSyntaxErrorKnownLocation(
      a.lineno,
      a.end_col_offset - 1,
      a.end_lineno,
      -1,
      "':' expected after dictionary key",
    );
  }
  p.mark = start;
  return invalidValue(p);
}

// expression ':' '*' bitwise_or | expression ':' &('}'|',')
function invalidValue(p: Parser): null {
  const start = p.mark;
  const colon = expression(p) === null ? null : p.expect(COLON);
  if (colon !== null) {
    const star = p.expect(STAR);
    if (star !== null && bitwise_or(p) !== null) {
      return p.raiseStartingFrom(star, 'cannot use a starred expression in a dictionary value');
    }
    if (star === null && (p.at(RBRACE) || p.at(COMMA))) {
      return p.raiseAt(colon, "expression expected after dictionary key and ':'");
    }
  }
  p.mark = start;
  return null;
}

// invalid_starred_expression: '*' expression '=' expression
export function invalid_starred_expression(p: Parser): null {
  const start = p.mark;
  const star = p.expect(STAR);
  if (star !== null && expression(p) !== null && p.expect(EQUAL) !== null) {
    const value = expression(p);
    if (value !== null) {
      return p.raiseRange(star, value, 'cannot assign to iterable argument unpacking');
    }
  }
  p.mark = start;
  return null;
}

// invalid_replacement_field:
//     | '{' '=' | '{' '!' | '{' ':' | '{' '}'
//     | '{' !(yield_expr | star_expressions)
//     | '{' (yield_expr | star_expressions) !('=' | '!' | ':' | '}')
//     | '{' (yield_expr | star_expressions) '=' !('!' | ':' | '}')
//     | '{' (yield_expr | star_expressions) '='? invalid_conversion_character
//     | '{' (yield_expr | star_expressions) '='? ['!' NAME] !(':' | '}')
//     | '{' (yield_expr | star_expressions) '='? ['!' NAME] ':' fstring_format_spec* !'}'
//     | '{' (yield_expr | star_expressions) '='? ['!' NAME] !'}'
export function invalid_replacement_field(p: Parser): null {
  const start = p.mark;
  if (p.expect(LBRACE) === null) return null;

  const first = p.expect(EQUAL) ?? p.expect(EXCLAMATION) ?? p.expect(COLON) ?? p.expect(RBRACE);
  if (first !== null) {
    return p.raiseAt(first, `f-string: valid expression required before '${first.string}'`);
  }
  if (annotated_rhs(p) === null) {
    return p.raiseOnNextToken("f-string: expecting a valid expression after '{'");
  }
  const atEnd = () => p.at(COLON) || p.at(RBRACE);
  if (!p.at(EQUAL) && !p.at(EXCLAMATION) && !atEnd()) {
    return p.raiseOnNextToken("f-string: expecting '=', or '!', or ':', or '}'");
  }
  if (p.expect(EQUAL) !== null && !p.at(EXCLAMATION) && !atEnd()) {
    return p.raiseOnNextToken("f-string: expecting '!', or ':', or '}'");
  }
  invalid_conversion_character(p);
  const before = p.mark;
  if (p.expect(EXCLAMATION) === null || p.expect(NAME) === null) p.mark = before;
  if (!atEnd()) return p.raiseOnNextToken("f-string: expecting ':' or '}'");
  const conversion = p.mark;
  if (p.expect(COLON) !== null) {
    oneOrMore(p, fstring_format_spec);
    if (!p.at(RBRACE)) return p.raiseOnNextToken("f-string: expecting '}', or format specs");
  }
  p.mark = conversion;
  if (!p.at(RBRACE)) return p.raiseOnNextToken("f-string: expecting '}'");
  p.mark = start;
  return null;
}

// invalid_conversion_character: '!' &(':' | '}') | '!' !NAME
function invalid_conversion_character(p: Parser): null {
  const start = p.mark;
  if (p.expect(EXCLAMATION) !== null) {
    if (p.at(COLON) || p.at(RBRACE)) {
      return p.raiseOnNextToken('f-string: missing conversion character');
    }
    if (!p.at(NAME)) return p.raiseOnNextToken('f-string: invalid conversion character');
  }
  p.mark = start;
  return null;
}
