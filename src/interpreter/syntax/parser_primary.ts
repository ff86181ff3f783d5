// Primaries: names, literals, displays in brackets, and what may follow them: attributes, calls, subscripts.
//
// CPython 3.12: Grammar/python.gram, from "Primary elements" to atom, and "LITERALS" from list on: list, tuple, set,
// "Dicts". The grammar reads what stands in brackets up to four times (`(`: tuple, group, genexp; `{`: dict, set,
// dictcomp, setcomp). In the first pass one reading decides by the token after the first element, and leaves the
// case to the grammar's own rules where it is neither of them.

import { ELLIPSIS as ELLIPSIS_CONSTANT } from '../text/constant.ts';
import type { Expr } from './ast.ts';
import { K_False, K_for, K_None, K_True, K_yield } from './keywords.ts';
import * as nodes from './nodes.ts';
import { numberConstant } from './number_parser.ts';
import { arguments_, simpleCall } from './parser_arguments.ts';
import { for_if_clauses, genexp } from './parser_comprehensions.ts';
import {
  expression,
  named_expression,
  star_named_expression,
  star_named_expressions,
  starred_expression,
  yield_expr,
} from './parser_expressions.ts';
import {
  invalid_comprehension,
  invalid_dict_comprehension,
  invalid_double_starred_kvpairs,
  invalid_group,
} from './parser_invalid_expressions.ts';
import { bitwise_or } from './parser_operators.ts';
import { strings } from './parser_strings.ts';
import { type End, MEMO_PRIMARY, type Parser, type Start, separated } from './pegen.ts';
import {
  ASYNC,
  COLON,
  COLONEQUAL,
  COMMA,
  DOT,
  DOUBLESTAR,
  ELLIPSIS,
  FSTRING_START,
  LBRACE,
  LPAR,
  LSQB,
  NAME,
  NUMBER,
  RBRACE,
  RPAR,
  RSQB,
  STAR,
  STRING,
  type Token,
} from './token.ts';

// primary:
//     | primary '.' NAME | primary genexp | primary '(' [arguments] ')' | primary '[' slices ']' | atom
export function primary(p: Parser): Expr | null {
  const start = p.mark;
  if (!p.fast && p.isMemoized(MEMO_PRIMARY)) return p.memoized as Expr | null;
  // For CPython: await_primary, this rule, and its left-recursive half.
  if (!p.enter(3)) return null;
  const first = p.peek();
  let left = atom(p);
  while (left !== null) {
    const longer = trailer(p, left, first);
    if (longer === null) break;
    left = longer;
  }
  p.level -= 3;
  return p.fast ? left : p.insertMemo(start, MEMO_PRIMARY, left);
}

function trailer(p: Parser, left: Expr, first: Token): Expr | null {
  switch (p.peek().type) {
    case DOT:
      return attribute(p, left, first);
    case LPAR:
      return call(p, left, first);
    case LSQB:
      // In the second pass `primary genexp` comes first, and its invalid_comprehension knows all brackets.
      if (p.call_invalid_rules) genexp(p);
      return subscript(p, left, first);
    case LBRACE:
      if (p.call_invalid_rules) genexp(p);
      return null;
    default:
      return null;
  }
}

/** `left '.' NAME` */
export function attribute(p: Parser, left: Expr, first: Token): Expr | null {
  const start = p.mark++;
  const name = p.name('Load');
  if (name === null) {
    p.mark = start;
    return null;
  }
  return nodes.Attribute(left, name.id, 'Load', first, name);
}

/** `left genexp` and `left '(' [arguments] ')'` */
export function call(p: Parser, left: Expr, first: Token): Expr | null {
  if (p.fast) {
    const simple = simpleCall(p, left, first);
    if (simple !== null) return simple;
  }
  const generator = genexp(p);
  if (generator !== null) return nodes.Call(left, [generator], [], first, p.last());
  const start = p.mark++;
  const args = arguments_(p);
  const end = p.expect(RPAR);
  if (end === null) {
    p.mark = start;
    return null;
  }
  return nodes.Call(left, args?.args ?? [], args?.keywords ?? [], first, end);
}

/** `left '[' slices ']'` */
export function subscript(p: Parser, left: Expr, first: Token): Expr | null {
  const start = p.mark++;
  const index = slices(p);
  const end = index === null ? null : p.expect(RSQB);
  if (index === null || end === null) {
    p.mark = start;
    return null;
  }
  return nodes.Subscript(left, index, 'Load', first, end);
}

// slices: slice !',' | ','.(slice | starred_expression)+ [',']
export function slices(p: Parser): Expr | null {
  const first = p.peek();
  if (!p.enter(3)) return null;
  let result = slice(p);
  if (result === null || p.at(COMMA)) result = severalSlices(p, result, first);
  p.level -= 3;
  return result;
}

function severalSlices(p: Parser, first: Expr | null, start: Token): Expr | null {
  const head = first ?? starred_expression(p);
  if (head === null) return null;
  const elts = [head];
  while (p.expect(COMMA) !== null) {
    const item = slice(p) ?? starred_expression(p);
    if (item === null) break;
    elts.push(item);
  }
  return nodes.Tuple(elts, 'Load', start, p.last());
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression
function slice(p: Parser): Expr | null {
  const start = p.mark;
  const first = p.peek();
  const lower = expression(p);
  if (p.expect(COLON) !== null) {
    const upper = expression(p);
    const step = p.expect(COLON) === null ? null : expression(p);
    return nodes.Slice(lower, upper, step, first, p.last());
  }
  if (p.fast && lower !== null && !p.at(COLONEQUAL)) return lower;
  p.mark = start;
  return named_expression(p);
}

// atom:
//     | NAME | 'True' | 'False' | 'None' | &(STRING|FSTRING_START) strings | NUMBER
//     | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp)
//     | '...'
export function atom(p: Parser): Expr | null {
  const t = p.peek();
  switch (t.type) {
    case NAME:
      p.mark++;
      return p.nameFromToken(t, 'Load');
    case K_True:
      p.mark++;
      return nodes.Constant(true, t, t);
    case K_False:
      p.mark++;
      return nodes.Constant(false, t, t);
    case K_None:
      p.mark++;
      return nodes.Constant(null, t, t);
    case STRING:
    case FSTRING_START:
      return strings(p);
    case NUMBER:
      p.mark++;
      return numberConstant(p, t);
    case LPAR:
    case LSQB:
    case LBRACE:
      return bracketed(p, t);
    case ELLIPSIS:
      p.mark++;
      return nodes.Constant(ELLIPSIS_CONSTANT, t, t);
    default:
      return null;
  }
}

function bracketed(p: Parser, open: Token): Expr | null {
  // For CPython: atom, the group of alternatives, and tuple (or another).
  if (!p.enter(3)) return null;
  const start = p.mark;
  let result: Expr | null = null;
  if (p.fast) {
    p.mark++;
    if (open.type === LPAR) result = parenthesized(p, open);
    else if (open.type === LSQB) result = listDisplay(p, open);
    else result = braced(p, open);
    if (result === null) p.mark = start;
  }
  if (result === null) {
    if (open.type === LPAR) result = tuple(p) ?? group(p) ?? genexp(p);
    else if (open.type === LSQB) result = list(p) ?? listcomp(p);
    else result = dict(p) ?? set(p) ?? dictcomp(p) ?? setcomp(p);
  }
  p.level -= 3;
  return result;
}

/** `rule`, `levels` rules deeper in CPython's grammar than it is here. */
function within(p: Parser, levels: number, rule: (p: Parser) => Expr | null): Expr | null {
  if (!p.enter(levels)) return null;
  const result = rule(p);
  p.level -= levels;
  return result;
}

/** After `(`, in the first pass: a tuple, a group or a generator expression, by the token after the first element. */
function parenthesized(p: Parser, open: Token): Expr | null {
  let end = p.expect(RPAR);
  if (end !== null) return nodes.Tuple([], 'Load', open, end);
  const head = p.peek();
  if (head.type === K_yield) {
    const value = yield_expr(p);
    return value === null || p.expect(RPAR) === null ? null : value;
  }
  const first = within(p, 1, star_named_expression);
  if (first === null) return null;
  const starred = head.type === STAR;
  switch (p.peek().type) {
    case RPAR:
      if (starred) return null;
      p.mark++;
      return first;
    case COMMA: {
      const elts = elements(p, first);
      end = p.expect(RPAR);
      return end === null ? null : nodes.Tuple(elts, 'Load', open, end);
    }
    case K_for:
    case ASYNC: {
      const clauses = starred ? null : for_if_clauses(p);
      end = clauses === null ? null : p.expect(RPAR);
      return clauses === null || end === null ? null : nodes.GeneratorExp(first, clauses, open, end);
    }
    default:
      return null;
  }
}

/** After `[`, in the first pass: a list or a list comprehension. */
function listDisplay(p: Parser, open: Token): Expr | null {
  let end = p.expect(RSQB);
  if (end !== null) return nodes.List([], 'Load', open, end);
  const starred = p.at(STAR);
  const first = within(p, 2, star_named_expression);
  if (first === null) return null;
  const next = p.peek().type;
  if (next === K_for || next === ASYNC) {
    const clauses = starred ? null : for_if_clauses(p);
    end = clauses === null ? null : p.expect(RSQB);
    return clauses === null || end === null ? null : nodes.ListComp(first, clauses, open, end);
  }
  const elts = elements(p, first);
  end = p.expect(RSQB);
  return end === null ? null : nodes.List(elts, 'Load', open, end);
}

/** After `{`, in the first pass: a dict, a set or the comprehension of one. */
function braced(p: Parser, open: Token): Expr | null {
  let end = p.expect(RBRACE);
  if (end !== null) return nodes.Dict([], [], open, end);
  const head = p.peek().type;
  if (head === DOUBLESTAR) return dictDisplay(p, null, open);
  // A walrus in a set is left to the grammar's rules.
  const first = within(p, 4, head === STAR ? star_named_expression : expression);
  if (first === null) return null;
  const next = p.peek().type;
  if (next === COLON && head !== STAR) return dictDisplay(p, first, open);
  if (next === K_for || next === ASYNC) {
    const clauses = head === STAR ? null : for_if_clauses(p);
    end = clauses === null ? null : p.expect(RBRACE);
    return clauses === null || end === null ? null : nodes.SetComp(first, clauses, open, end);
  }
  const elts = elements(p, first);
  end = p.expect(RBRACE);
  return end === null ? null : nodes.Set_(elts, open, end);
}

/** The rest of a dict or of a dict comprehension: at `**`, or at the `:` after the first key. */
function dictDisplay(p: Parser, firstKey: Expr | null, open: Token): Expr | null {
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  let key = firstKey;
  for (;;) {
    const levels = keys.length === 0 ? 4 : 5;
    if (key === null && p.expect(DOUBLESTAR) !== null) {
      const mapping = within(p, levels, bitwise_or);
      if (mapping === null) return null;
      keys.push(null);
      values.push(mapping);
    } else {
      key ??= within(p, levels, expression);
      if (key === null || p.expect(COLON) === null) return null;
      const value = within(p, levels, expression);
      if (value === null) return null;
      keys.push(key);
      values.push(value);
    }
    const next = p.peek();
    if (next.type === COMMA) {
      p.mark++;
      if (!p.at(RBRACE)) {
        key = null;
        continue;
      }
    } else if (keys.length === 1 && key !== null && (next.type === K_for || next.type === ASYNC)) {
      const clauses = for_if_clauses(p);
      const end = clauses === null ? null : p.expect(RBRACE);
      return clauses === null || end === null ? null : nodes.DictComp(key, values[0]!, clauses, open, end);
    }
    const end = p.expect(RBRACE);
    return end === null ? null : nodes.Dict(keys, values, open, end);
  }
}

/**
 * `(',' star_named_expression)* [',']` after the first of them. For CPython these are three rules deeper; in a tuple, whose
 * first element stands apart, the third and all later ones are four.
 */
function elements(p: Parser, first: Expr, tuple = false): Expr[] {
  const elts = [first];
  while (p.expect(COMMA) !== null) {
    const element = within(p, tuple && elts.length > 1 ? 4 : 3, star_named_expression);
    if (element === null) break;
    elts.push(element);
  }
  return elts;
}

// group: '(' (yield_expr | named_expression) ')' | invalid_group
function group(p: Parser): Expr | null {
  const start = p.mark;
  if (p.expect(LPAR) !== null) {
    const a = within(p, 1, (q) => yield_expr(q) ?? named_expression(q));
    if (a !== null && p.expect(RPAR) !== null) return a;
    p.mark = start;
  }
  return p.call_invalid_rules ? invalid_group(p) : null;
}

// list: '[' [star_named_expressions] ']'
export function list(p: Parser): Expr | null {
  const start = p.mark;
  const open = p.expect(LSQB);
  if (open === null) return null;
  const elts = star_named_expressions(p) ?? [];
  const end = p.expect(RSQB);
  if (end !== null) return nodes.List(elts, 'Load', open, end);
  p.mark = start;
  return null;
}

// tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
export function tuple(p: Parser): Expr | null {
  const start = p.mark;
  const open = p.expect(LPAR);
  if (open === null) return null;
  const inside = p.mark;
  let elts: Expr[] = [];
  if (!p.enter(1)) return null;
  const first = star_named_expression(p);
  if (first !== null && p.expect(COMMA) !== null) elts = [first, ...(star_named_expressions(p) ?? [])];
  else p.mark = inside;
  p.level--;
  const end = p.expect(RPAR);
  if (end !== null) return nodes.Tuple(elts, 'Load', open, end);
  p.mark = start;
  return null;
}

// set: '{' star_named_expressions '}'
function set(p: Parser): Expr | null {
  const start = p.mark;
  const open = p.expect(LBRACE);
  const elts = open === null ? null : star_named_expressions(p);
  const end = elts === null ? null : p.expect(RBRACE);
  if (open !== null && elts !== null && end !== null) return nodes.Set_(elts, open, end);
  p.mark = start;
  return null;
}

/** A key (null for `**`) and its value. */
export interface KeyValuePair {
  key: Expr | null;
  value: Expr;
}

// dict: '{' [double_starred_kvpairs] '}' | '{' invalid_double_starred_kvpairs '}'
function dict(p: Parser): Expr | null {
  const start = p.mark;
  const open = p.expect(LBRACE);
  if (open === null) return null;
  const pairs = double_starred_kvpairs(p) ?? [];
  const end = p.expect(RBRACE);
  if (end !== null) {
    return nodes.Dict(
      pairs.map((pair) => pair.key),
      pairs.map((pair) => pair.value),
      open,
      end,
    );
  }
  // CPython holds back only alternatives that are one invalid_ rule alone: this one runs in the first pass too.
  p.mark = start + 1;
  invalid_double_starred_kvpairs(p);
  p.mark = start;
  return null;
}

// double_starred_kvpairs: ','.double_starred_kvpair+ [',']
function double_starred_kvpairs(p: Parser): KeyValuePair[] | null {
  // For CPython: this rule, double_starred_kvpair and kvpair.
  if (!p.enter(3)) return null;
  const pairs = separated(p, COMMA, double_starred_kvpair);
  p.level -= 3;
  if (pairs !== null) p.expect(COMMA);
  return pairs;
}

// double_starred_kvpair: '**' bitwise_or | kvpair
export function double_starred_kvpair(p: Parser): KeyValuePair | null {
  const start = p.mark;
  if (p.expect(DOUBLESTAR) !== null) {
    const value = bitwise_or(p);
    if (value !== null) return { key: null, value };
    p.mark = start;
  }
  return kvpair(p);
}

// kvpair: expression ':' expression
function kvpair(p: Parser): KeyValuePair | null {
  const start = p.mark;
  const key = expression(p);
  const value = key !== null && p.expect(COLON) !== null ? expression(p) : null;
  if (value !== null) return { key, value };
  p.mark = start;
  return null;
}

/** `open element for_if_clauses close`, for the comprehensions in square brackets and braces. */
function comprehension<T>(
  p: Parser,
  open: number,
  element: (p: Parser) => T | null,
  close: number,
  make: (element: T, clauses: NonNullable<ReturnType<typeof for_if_clauses>>, start: Start, end: End) => Expr,
): Expr | null {
  const start = p.mark;
  const first = p.expect(open);
  const a = first === null ? null : element(p);
  const b = a === null ? null : for_if_clauses(p);
  const end = b === null ? null : p.expect(close);
  if (first !== null && a !== null && b !== null && end !== null) return make(a, b, first, end);
  p.mark = start;
  return null;
}

// listcomp: '[' named_expression for_if_clauses ']' | invalid_comprehension
function listcomp(p: Parser): Expr | null {
  const result = comprehension(p, LSQB, named_expression, RSQB, nodes.ListComp);
  return result === null && p.call_invalid_rules ? invalid_comprehension(p) : result;
}

// setcomp: '{' named_expression for_if_clauses '}' | invalid_comprehension
function setcomp(p: Parser): Expr | null {
  const result = comprehension(p, LBRACE, named_expression, RBRACE, nodes.SetComp);
  return result === null && p.call_invalid_rules ? invalid_comprehension(p) : result;
}

// dictcomp: '{' kvpair for_if_clauses '}' | invalid_dict_comprehension
function dictcomp(p: Parser): Expr | null {
  const result = comprehension(p, LBRACE, kvpair, RBRACE, (pair, clauses, start, end) =>
    nodes.DictComp(pair.key!, pair.value, clauses, start, end),
  );
  return result === null && p.call_invalid_rules ? invalid_dict_comprehension(p) : result;
}
