// The match statement and its patterns.
//
// CPython 3.12: Grammar/python.gram, "Match statement".

import { ensure_imaginary, ensure_real } from './action_helpers.ts';
import type { Expr, Match, MatchCase, Name, Pattern } from './ast.ts';
import { K_as, K_False, K_if, K_None, K_True } from './keywords.ts';
import * as nodes from './nodes.ts';
import { numberConstant } from './number_parser.ts';
import { block } from './parser_compound.ts';
import { named_expression, star_named_expression, star_named_expressions } from './parser_expressions.ts';
import {
  invalid_as_pattern,
  invalid_case_block,
  invalid_class_pattern,
  invalid_match_stmt,
} from './parser_invalid_statements.ts';
import { strings } from './parser_strings.ts';
import {
  MEMO_ATTR,
  MEMO_CLOSED_PATTERN,
  MEMO_STAR_PATTERN,
  oneOrMore,
  type Parser,
  separated,
} from './pegen.ts';
import {
  COLON,
  COMMA,
  DEDENT,
  DOT,
  DOUBLESTAR,
  EQUAL,
  INDENT,
  LBRACE,
  LPAR,
  LSQB,
  MINUS,
  NEWLINE,
  NUMBER,
  PLUS,
  RBRACE,
  RPAR,
  RSQB,
  STAR,
  VBAR,
} from './token.ts';

// match_stmt:
//     | "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
//     | invalid_match_stmt
export function match_stmt(p: Parser): Match | null {
  const mark = p.mark;
  const start = p.expectSoftKeyword('match');
  if (start === null) return null;
  const subject = subject_expr(p);
  if (
    subject !== null &&
    p.expect(COLON) !== null &&
    p.expect(NEWLINE) !== null &&
    p.expect(INDENT) !== null
  ) {
    const cases = oneOrMore(p, case_block);
    if (cases !== null && p.expect(DEDENT) !== null) return nodes.Match(subject, cases, start, p.last());
  }
  p.mark = mark;
  return p.call_invalid_rules ? invalid_match_stmt(p) : null;
}

// subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
export function subject_expr(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  const first = star_named_expression(p);
  if (first !== null && p.expect(COMMA) !== null) {
    const elts = [first, ...(star_named_expressions(p) ?? [])];
    return nodes.Tuple(elts, 'Load', start, p.last());
  }
  p.mark = mark;
  return named_expression(p);
}

// case_block: invalid_case_block | "case" patterns [guard] ':' block
function case_block(p: Parser): MatchCase | null {
  if (p.call_invalid_rules) invalid_case_block(p);
  const mark = p.mark;
  if (p.expectSoftKeyword('case') === null) return null;
  const pattern_ = patterns(p);
  if (pattern_ !== null) {
    const test = guard(p);
    const body = p.expect(COLON) === null ? null : block(p);
    if (body !== null) return nodes.MatchCase(pattern_, test, body);
  }
  p.mark = mark;
  return null;
}

// guard: 'if' named_expression
export function guard(p: Parser): Expr | null {
  const mark = p.mark;
  const test = p.expect(K_if) === null ? null : named_expression(p);
  if (test === null) p.mark = mark;
  return test;
}

// patterns: open_sequence_pattern | pattern
export function patterns(p: Parser): Pattern | null {
  const start = p.peek();
  const sequence = open_sequence_pattern(p);
  if (sequence !== null) return nodes.MatchSequence(sequence, start, p.last());
  return pattern(p);
}

// pattern: as_pattern | or_pattern
function pattern(p: Parser): Pattern | null {
  // For CPython, with what lies between one pattern and one inside it.
  if (!p.enter(8)) return null;
  const result = as_pattern(p) ?? or_pattern(p);
  p.level -= 8;
  return result;
}

// as_pattern: or_pattern 'as' pattern_capture_target | invalid_as_pattern
function as_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const start = p.peek();
  const inner = or_pattern(p);
  const target = inner !== null && p.expect(K_as) !== null ? pattern_capture_target(p) : null;
  if (target !== null) return nodes.MatchAs(inner, target.id, start, p.last());
  p.mark = mark;
  return p.call_invalid_rules ? invalid_as_pattern(p) : null;
}

// or_pattern: '|'.closed_pattern+
export function or_pattern(p: Parser): Pattern | null {
  const start = p.peek();
  const alternatives = separated(p, VBAR, closed_pattern);
  if (alternatives === null || alternatives.length === 1) return alternatives?.[0] ?? null;
  return nodes.MatchOr(alternatives, start, p.last());
}

// closed_pattern (memo):
//     | literal_pattern | capture_pattern | wildcard_pattern | value_pattern
//     | group_pattern | sequence_pattern | mapping_pattern | class_pattern
function closed_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  if (p.isMemoized(MEMO_CLOSED_PATTERN)) return p.memoized as Pattern | null;
  const result =
    literal_pattern(p) ??
    capture_pattern(p) ??
    wildcard_pattern(p) ??
    value_pattern(p) ??
    group_pattern(p) ??
    sequence_pattern(p) ??
    mapping_pattern(p) ??
    class_pattern(p);
  return p.insertMemo(mark, MEMO_CLOSED_PATTERN, result);
}

// literal_pattern:
//     | signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
function literal_pattern(p: Parser): Pattern | null {
  const start = p.peek();
  switch (start.type) {
    case K_None:
    case K_True:
    case K_False:
      p.mark++;
      return nodes.MatchSingleton(start.type === K_None ? null : start.type === K_True, start, start);
    default: {
      const value = numberOrStrings(p);
      return value === null ? null : nodes.MatchValue(value, start, p.last());
    }
  }
}

// literal_expr:
//     | signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
function literal_expr(p: Parser): Expr | null {
  const start = p.peek();
  switch (start.type) {
    case K_None:
    case K_True:
    case K_False:
      p.mark++;
      return nodes.Constant(start.type === K_None ? null : start.type === K_True, start, start);
    default:
      return numberOrStrings(p);
  }
}

// signed_number !('+' | '-') | complex_number | strings
function numberOrStrings(p: Parser): Expr | null {
  const mark = p.mark;
  const number = signed_number(p);
  if (number !== null && !p.at(PLUS) && !p.at(MINUS)) return number;
  p.mark = mark;
  return complex_number(p) ?? strings(p);
}

// complex_number: signed_real_number '+' imaginary_number | signed_real_number '-' imaginary_number
function complex_number(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  const real = signed_real_number(p);
  if (real !== null) {
    const op = p.expect(PLUS) !== null ? 'Add' : p.expect(MINUS) !== null ? 'Sub' : null;
    const imaginary = op === null ? null : imaginary_number(p);
    if (op !== null && imaginary !== null) return nodes.BinOp(real, op, imaginary, start, p.last());
  }
  p.mark = mark;
  return null;
}

// signed_number: NUMBER | '-' NUMBER
function signed_number(p: Parser): Expr | null {
  return maybeNegative(p, number);
}

// signed_real_number: real_number | '-' real_number
function signed_real_number(p: Parser): Expr | null {
  return maybeNegative(p, real_number);
}

function maybeNegative(p: Parser, rule: (p: Parser) => Expr | null): Expr | null {
  const mark = p.mark;
  const minus = p.expect(MINUS);
  const value = rule(p);
  if (value === null) p.mark = mark;
  return value === null || minus === null ? value : nodes.UnaryOp('USub', value, minus, p.last());
}

function number(p: Parser): Expr | null {
  const t = p.expect(NUMBER);
  return t === null ? null : numberConstant(p, t);
}

// real_number: NUMBER
function real_number(p: Parser): Expr | null {
  const value = number(p);
  return value === null ? null : ensure_real(p, value);
}

// imaginary_number: NUMBER
function imaginary_number(p: Parser): Expr | null {
  const value = number(p);
  return value === null ? null : ensure_imaginary(p, value);
}

// capture_pattern: pattern_capture_target
function capture_pattern(p: Parser): Pattern | null {
  const target = pattern_capture_target(p);
  return target === null ? null : nodes.MatchAs(null, target.id, target, target);
}

// pattern_capture_target: !"_" NAME !('.' | '(' | '=')
function pattern_capture_target(p: Parser): Name | null {
  const mark = p.mark;
  if (p.peek().string === '_') return null;
  const name = p.name('Store');
  if (name !== null && !continuesName(p)) return name;
  p.mark = mark;
  return null;
}

// '.' | '(' | '='
function continuesName(p: Parser): boolean {
  const type = p.peek().type;
  return type === DOT || type === LPAR || type === EQUAL;
}

// wildcard_pattern: "_"
function wildcard_pattern(p: Parser): Pattern | null {
  const t = p.expectSoftKeyword('_');
  return t === null ? null : nodes.MatchAs(null, null, t, t);
}

// value_pattern: attr !('.' | '(' | '=')
function value_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const start = p.peek();
  const value = attr(p);
  if (value !== null && !continuesName(p)) return nodes.MatchValue(value, start, p.last());
  p.mark = mark;
  return null;
}

// attr: name_or_attr '.' NAME             (left-recursive through name_or_attr)
function attr(p: Parser): Expr | null {
  const mark = p.mark;
  if (p.isMemoized(MEMO_ATTR)) return p.memoized as Expr | null;
  const first = p.name('Load');
  let left: Expr | null = first;
  let found: Expr | null = null;
  while (left !== null) {
    const before = p.mark;
    const name = p.expect(DOT) === null ? null : p.name('Load');
    if (name === null) {
      p.mark = before;
      break;
    }
    left = nodes.Attribute(left, name.id, 'Load', first!, name);
    found = left;
  }
  if (found === null) p.mark = mark;
  return p.insertMemo(mark, MEMO_ATTR, found);
}

// name_or_attr: attr | NAME
export function name_or_attr(p: Parser): Expr | null {
  return attr(p) ?? p.name('Load');
}

// group_pattern: '(' pattern ')'
function group_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const inner = p.expect(LPAR) === null ? null : pattern(p);
  if (inner !== null && p.expect(RPAR) !== null) return inner;
  p.mark = mark;
  return null;
}

// sequence_pattern: '[' [maybe_sequence_pattern] ']' | '(' [open_sequence_pattern] ')'
function sequence_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const start = p.peek();
  if (p.expect(LSQB) !== null) {
    const items = maybe_sequence_pattern(p) ?? [];
    if (p.expect(RSQB) !== null) return nodes.MatchSequence(items, start, p.last());
  } else if (p.expect(LPAR) !== null) {
    const items = open_sequence_pattern(p) ?? [];
    if (p.expect(RPAR) !== null) return nodes.MatchSequence(items, start, p.last());
  }
  p.mark = mark;
  return null;
}

// open_sequence_pattern: maybe_star_pattern ',' [maybe_sequence_pattern]
function open_sequence_pattern(p: Parser): Pattern[] | null {
  const mark = p.mark;
  const first = maybe_star_pattern(p);
  if (first !== null && p.expect(COMMA) !== null) return [first, ...(maybe_sequence_pattern(p) ?? [])];
  p.mark = mark;
  return null;
}

// maybe_sequence_pattern: ','.maybe_star_pattern+ [',']
function maybe_sequence_pattern(p: Parser): Pattern[] | null {
  const items = separated(p, COMMA, maybe_star_pattern);
  if (items !== null) p.expect(COMMA);
  return items;
}

// maybe_star_pattern: star_pattern | pattern
function maybe_star_pattern(p: Parser): Pattern | null {
  return star_pattern(p) ?? pattern(p);
}

// star_pattern (memo): '*' pattern_capture_target | '*' wildcard_pattern
function star_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  if (p.isMemoized(MEMO_STAR_PATTERN)) return p.memoized as Pattern | null;
  let result: Pattern | null = null;
  const start = p.expect(STAR);
  if (start !== null) {
    const target = pattern_capture_target(p);
    if (target !== null || wildcard_pattern(p) !== null) {
      result = nodes.MatchStar(target?.id ?? null, start, p.last());
    } else {
      p.mark = mark;
    }
  }
  return p.insertMemo(mark, MEMO_STAR_PATTERN, result);
}

interface KeyPatternPair {
  key: Expr;
  pattern: Pattern;
}

// mapping_pattern:
//     | '{' '}'
//     | '{' double_star_pattern [','] '}'
//     | '{' items_pattern ',' double_star_pattern [','] '}'
//     | '{' items_pattern [','] '}'
function mapping_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const start = p.expect(LBRACE);
  if (start === null) return null;
  if (p.expect(RBRACE) !== null) return nodes.MatchMapping([], [], null, start, p.last());
  // items_pattern: ','.key_value_pattern+
  const items = separated(p, COMMA, key_value_pattern);
  const afterItems = p.mark;
  let rest: Name | null = null;
  if (items === null || p.expect(COMMA) !== null) {
    rest = double_star_pattern(p);
    if (rest !== null) {
      p.expect(COMMA);
      if (p.expect(RBRACE) === null) rest = null;
    }
  }
  if (rest === null) {
    p.mark = afterItems;
    if (items !== null) p.expect(COMMA);
    if (items === null || p.expect(RBRACE) === null) {
      p.mark = mark;
      return null;
    }
  }
  return nodes.MatchMapping(
    items?.map((pair) => pair.key) ?? [],
    items?.map((pair) => pair.pattern) ?? [],
    rest?.id ?? null,
    start,
    p.last(),
  );
}

// key_value_pattern: (literal_expr | attr) ':' pattern
function key_value_pattern(p: Parser): KeyPatternPair | null {
  const mark = p.mark;
  const key = literal_expr(p) ?? attr(p);
  const value = key !== null && p.expect(COLON) !== null ? pattern(p) : null;
  if (key !== null && value !== null) return { key, pattern: value };
  p.mark = mark;
  return null;
}

// double_star_pattern: '**' pattern_capture_target
function double_star_pattern(p: Parser): Name | null {
  const mark = p.mark;
  const target = p.expect(DOUBLESTAR) === null ? null : pattern_capture_target(p);
  if (target === null) p.mark = mark;
  return target;
}

// class_pattern:
//     | name_or_attr '(' ')'
//     | name_or_attr '(' positional_patterns [','] ')'
//     | name_or_attr '(' keyword_patterns [','] ')'
//     | name_or_attr '(' positional_patterns ',' keyword_patterns [','] ')'
//     | invalid_class_pattern
function class_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const start = p.peek();
  const cls = name_or_attr(p);
  if (cls !== null && p.expect(LPAR) !== null) {
    const inside = p.mark;
    let positional = positional_patterns(p);
    const after = p.mark;
    let keywords = positional === null || p.expect(COMMA) !== null ? keyword_patterns(p) : null;
    if (keywords === null) p.mark = after;
    if (positional !== null || keywords !== null) p.expect(COMMA);
    if (!p.at(RPAR) && positional !== null) {
      // `_=...` begins with a name that is a pattern too.
      p.mark = inside;
      positional = null;
      keywords = keyword_patterns(p);
      if (keywords !== null) p.expect(COMMA);
    }
    if (p.expect(RPAR) !== null) {
      return nodes.MatchClass(
        cls,
        positional ?? [],
        keywords?.map((pair) => pair.name.id) ?? [],
        keywords?.map((pair) => pair.pattern) ?? [],
        start,
        p.last(),
      );
    }
  }
  p.mark = mark;
  return p.call_invalid_rules ? invalid_class_pattern(p) : null;
}

// positional_patterns: ','.pattern+
export function positional_patterns(p: Parser): Pattern[] | null {
  return separated(p, COMMA, pattern);
}

// keyword_patterns: ','.keyword_pattern+
export function keyword_patterns(p: Parser): { name: Name; pattern: Pattern }[] | null {
  return separated(p, COMMA, keyword_pattern);
}

// keyword_pattern: NAME '=' pattern
function keyword_pattern(p: Parser): { name: Name; pattern: Pattern } | null {
  const mark = p.mark;
  const name = p.name('Load');
  const value = name !== null && p.expect(EQUAL) !== null ? pattern(p) : null;
  if (name !== null && value !== null) return { name, pattern: value };
  p.mark = mark;
  return null;
}
