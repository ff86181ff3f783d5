// The grammar of operators, from `or` down to `**`: disjunction ... power, await_primary.
//
// CPython 3.12: Grammar/python.gram, "EXPRESSIONS" from disjunction on, "Comparison operators", "Bitwise operators"
// and "Arithmetic operators". The grammar has one rule for each level, most of them left-recursive:
//
//   disjunction: conjunction ('or' conjunction)+ | conjunction
//   conjunction: inversion ('and' inversion)+ | inversion
//   inversion:   'not' inversion | comparison
//   comparison:  bitwise_or compare_op_bitwise_or_pair+ | bitwise_or
//   bitwise_or:  bitwise_or '|' bitwise_xor | bitwise_xor            and so on to
//   term:        term ('*' | '/' | '//' | '%' | '@') factor | factor
//
// Seventeen calls for a lone name. None of these rules has an invalid_ alternative and all share one form, so one
// function, `operation`, stands for all ten: it climbs from the operand up through the levels and keeps at each the
// memo CPython keeps.

import type { CmpOperator, Expr, Operator, UnaryOperator } from './ast.ts';
import { K_and, K_in, K_is, K_not, K_or, TOKEN_KINDS } from './keywords.ts';
import * as nodes from './nodes.ts';
import { primary } from './parser_primary.ts';
import { MEMO_AWAIT_PRIMARY, MEMO_FACTOR, type Parser } from './pegen.ts';
import {
  AMPER,
  AT,
  AWAIT,
  CIRCUMFLEX,
  DOUBLESLASH,
  DOUBLESTAR,
  EQEQUAL,
  GREATER,
  GREATEREQUAL,
  LEFTSHIFT,
  LESS,
  LESSEQUAL,
  MINUS,
  NOTEQUAL,
  PERCENT,
  PLUS,
  RIGHTSHIFT,
  SLASH,
  STAR,
  TILDE,
  type Token,
  VBAR,
} from './token.ts';

// Levels; each is also the number of its rule's memo (the rule `comparison` has none).
const DISJUNCTION = 1;
const CONJUNCTION = 2;
const INVERSION = 3;
const COMPARISON = 4;
const BITWISE_OR = 5;
const BITWISE_XOR = 6;
const BITWISE_AND = 7;
const SHIFT_EXPR = 8;
const SUM = 9;
const TERM = 10;
const FACTOR = 11;

/** How many rules CPython is inside of, from this level's rule to the last before factor. */
const DEPTH = [0, 16, 15, 14, 13, 12, 10, 8, 6, 4, 2, 0, 0];

/** The level of a binary operator by its kind of token, 0 for all others. */
const LEVEL = new Uint8Array(TOKEN_KINDS);
const BINARY: (Operator | undefined)[] = new Array(TOKEN_KINDS).fill(undefined);
const COMPARING: (CmpOperator | undefined)[] = new Array(TOKEN_KINDS).fill(undefined);

for (const [type, level, operator] of [
  [VBAR, BITWISE_OR, 'BitOr'],
  [CIRCUMFLEX, BITWISE_XOR, 'BitXor'],
  [AMPER, BITWISE_AND, 'BitAnd'],
  [LEFTSHIFT, SHIFT_EXPR, 'LShift'],
  [RIGHTSHIFT, SHIFT_EXPR, 'RShift'],
  [PLUS, SUM, 'Add'],
  [MINUS, SUM, 'Sub'],
  [STAR, TERM, 'Mult'],
  [SLASH, TERM, 'Div'],
  [DOUBLESLASH, TERM, 'FloorDiv'],
  [PERCENT, TERM, 'Mod'],
  [AT, TERM, 'MatMult'],
] as const) {
  LEVEL[type] = level;
  BINARY[type] = operator;
}
for (const [type, operator] of [
  [EQEQUAL, 'Eq'],
  [NOTEQUAL, 'NotEq'],
  [LESSEQUAL, 'LtE'],
  [LESS, 'Lt'],
  [GREATEREQUAL, 'GtE'],
  [GREATER, 'Gt'],
  [K_in, 'In'],
  [K_is, 'Is'],
  [K_not, 'NotIn'],
] as const) {
  LEVEL[type] = COMPARISON;
  COMPARING[type] = operator;
}
LEVEL[K_and] = CONJUNCTION;
LEVEL[K_or] = DISJUNCTION;

export function disjunction(p: Parser): Expr | null {
  return operation(p, DISJUNCTION);
}

export function bitwise_or(p: Parser): Expr | null {
  return operation(p, BITWISE_OR);
}

/** The rule of `level` and all below it, down to factor. */
function operation(p: Parser, level: number): Expr | null {
  const start = p.mark;
  const first = p.peek();
  let left: Expr | null = null;
  // The loosest level whose rule is finished; its memo and those below are kept.
  let finished = TERM + 1;

  if (!p.fast) {
    finished = remembered(p, first, level);
    if (finished <= TERM) left = p.memoized as Expr | null;
    if (finished === level) return left;
  }
  if (!p.enter(DEPTH[level]!)) return null;
  if (finished > TERM) {
    if (first.type === K_not && level <= INVERSION) {
      left = inversion(p);
      if (left !== null) {
        finished = INVERSION;
        if (!p.fast) p.insertMemo(start, INVERSION, left);
      }
    } else {
      left = factor(p);
    }
  }

  if (left !== null) {
    let open = finished - 1;
    for (;;) {
      const operatorMark = p.mark;
      const operator = p.peek().type;
      const at = operator < 0 ? 0 : LEVEL[operator]!;
      // Above `open` the operator has been tried already: what follows it is no operand.
      if (at < level || at > open) break;
      if (!p.fast) {
        for (; open > at; open--) if (open !== COMPARISON) p.insertMemo(start, open, left);
      }
      open = at;
      if (at >= BITWISE_OR) {
        p.mark++;
        // For CPython the right operand hangs on the rule of `at`, not on the deepest.
        p.level -= DEPTH[at + 1]!;
        const right: Expr | null = at === TERM ? factor(p) : operation(p, at + 1);
        p.level += DEPTH[at + 1]!;
        if (right === null) {
          p.mark = operatorMark;
          break;
        }
        left = nodes.BinOp(left, BINARY[operator]!, right, first, p.tokens[p.mark - 1]!);
      } else {
        const whole: Expr | null =
          at === COMPARISON ? comparison(p, left, first) : boolean(p, left, first, operator, at);
        if (whole === null) break;
        left = whole;
        if (!p.fast && at !== COMPARISON) p.insertMemo(start, at, left);
        open = at - 1;
      }
    }
    finished = open + 1;
  }
  if (!p.fast) {
    for (let l = finished - 1; l >= level; l--) if (l !== COMPARISON) p.insertMemo(start, l, left);
  }
  p.level -= DEPTH[level]!;
  return left;
}

/** The first level from `level` down that has a memo here (then `mark` has moved and p.memoized is set), or TERM + 1. */
function remembered(p: Parser, first: Token, level: number): number {
  let found = null;
  for (let memo = first.memo; memo !== null; memo = memo.next) {
    if (memo.type >= level && memo.type <= TERM && (found === null || memo.type < found.type)) found = memo;
  }
  // `not` is found before the levels below it are asked.
  if (found === null || (first.type === K_not && level <= INVERSION && found.type > INVERSION))
    return TERM + 1;
  p.mark = found.mark;
  p.memoized = found.node;
  return found.type;
}

// inversion (memo): 'not' inversion | comparison           (here: at a 'not')
function inversion(p: Parser): Expr | null {
  const start = p.mark;
  if (!p.fast) {
    const first = p.peek();
    p.mark++;
    p.level -= DEPTH[COMPARISON]!;
    const operand = operation(p, INVERSION);
    p.level += DEPTH[COMPARISON]!;
    if (operand !== null) return nodes.UnaryOp('Not', operand, first, p.tokens[p.mark - 1]!);
    p.mark = start;
    return null;
  }
  return unary(p, start, INVERSION);
}

/** Prefix operators in a row, of the rule inversion or factor, without recursion. */
function unary(p: Parser, start: number, level: number): Expr | null {
  const tokens: Token[] = [];
  for (let t = p.peek(); PREFIX[t.type] === level; t = p.peek()) {
    tokens.push(t);
    p.mark++;
  }
  const levels = tokens.length - DEPTH[level + 1]!;
  if (!p.enter(levels)) return null;
  let operand = level === INVERSION ? operation(p, COMPARISON) : power(p);
  p.level -= levels;
  if (operand === null) {
    p.mark = start;
    return null;
  }
  const end = p.tokens[p.mark - 1]!;
  for (let i = tokens.length - 1; i >= 0; i--) {
    operand = nodes.UnaryOp(UNARY[tokens[i]!.type]!, operand, tokens[i]!, end);
  }
  return operand;
}

/** The rule a prefix operator belongs to. */
const PREFIX: { readonly [type: number]: number | undefined } = {
  [PLUS]: FACTOR,
  [MINUS]: FACTOR,
  [TILDE]: FACTOR,
  [K_not]: INVERSION,
};

const UNARY: { readonly [type: number]: UnaryOperator | undefined } = {
  [PLUS]: 'UAdd',
  [MINUS]: 'USub',
  [TILDE]: 'Invert',
  [K_not]: 'Not',
};

/** The rest of `a or b or ...` and of `a and b and ...`; null where there is no second operand. */
function boolean(p: Parser, first: Expr, start: Token, operator: number, level: number): Expr | null {
  const values = [first];
  // For CPython: the loop and the group in it.
  const levels = 2 - DEPTH[level + 1]!;
  if (!p.enter(levels)) return null;
  for (;;) {
    const mark = p.mark;
    if (p.expect(operator) === null) break;
    const value = operation(p, level + 1);
    if (value === null) {
      p.mark = mark;
      break;
    }
    values.push(value);
  }
  p.level -= levels;
  if (values.length === 1) return null;
  return nodes.BoolOp(operator === K_or ? 'Or' : 'And', values, start, p.tokens[p.mark - 1]!);
}

// compare_op_bitwise_or_pair: eq_bitwise_or | noteq_bitwise_or | ... | isnot_bitwise_or | is_bitwise_or
function comparison(p: Parser, left: Expr, start: Token): Expr | null {
  const ops: CmpOperator[] = [];
  const comparators: Expr[] = [];
  // For CPython: the loop, the pair, and the rule of the operator.
  const levels = 3 - DEPTH[BITWISE_OR]!;
  if (!p.enter(levels)) return null;
  for (;;) {
    const mark = p.mark;
    const op = compareOperator(p);
    const right = op === null ? null : operation(p, BITWISE_OR);
    if (op === null || right === null) {
      p.mark = mark;
      break;
    }
    ops.push(op);
    comparators.push(right);
  }
  p.level -= levels;
  if (ops.length === 0) return null;
  return nodes.Compare(left, ops, comparators, start, p.tokens[p.mark - 1]!);
}

/** Takes a comparison operator of one or two tokens. */
function compareOperator(p: Parser): CmpOperator | null {
  const t = p.peek();
  const op = t.type < 0 ? undefined : COMPARING[t.type];
  if (op === undefined) return null;
  if (op === 'NotEq' && !allowedNotEqual(p, t)) return null;
  p.mark++;
  if (op === 'NotIn') return p.expect(K_in) === null ? null : 'NotIn';
  if (op === 'Is') return p.expect(K_not) === null ? 'Is' : 'IsNot';
  return op;
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_check_barry_as_flufl */
function allowedNotEqual(p: Parser, t: Token): boolean {
  if (!p.options.barryAsBdfl) return t.string === '!=';
  if (t.string === '<>') return true;
  p.raiseSyntaxError("with Barry as BDFL, use '<>' instead of '!='");
  return false;
}

// factor (memo): '+' factor | '-' factor | '~' factor | power
function factor(p: Parser): Expr | null {
  const start = p.mark;
  const first = p.peek();
  if (p.fast) {
    const type = first.type;
    return type === MINUS || type === PLUS || type === TILDE ? unary(p, start, FACTOR) : power(p);
  }
  if (p.isMemoized(MEMO_FACTOR)) return p.memoized as Expr | null;
  let result: Expr | null = null;
  if (!p.enter(1)) return null;
  if (first.type === MINUS || first.type === PLUS || first.type === TILDE) {
    p.mark++;
    const operand = factor(p);
    if (operand === null) p.mark = start;
    else result = nodes.UnaryOp(UNARY[first.type]!, operand, first, p.tokens[p.mark - 1]!);
  } else {
    result = power(p);
  }
  p.level--;
  return p.insertMemo(start, MEMO_FACTOR, result);
}

// power: await_primary '**' factor | await_primary
function power(p: Parser): Expr | null {
  const start = p.peek();
  // In the first pass `factor` has left its own level to this rule.
  const levels = p.fast ? 2 : 1;
  if (!p.enter(levels)) return null;
  let result = start.type === AWAIT || !p.fast ? await_primary(p) : primary(p);
  if (result !== null && p.at(DOUBLESTAR)) {
    const mark = p.mark++;
    const exponent = factor(p);
    if (exponent === null) p.mark = mark;
    else result = nodes.BinOp(result, 'Pow', exponent, start, p.tokens[p.mark - 1]!);
  }
  p.level -= levels;
  return result;
}

// await_primary (memo): AWAIT primary | primary
function await_primary(p: Parser): Expr | null {
  const start = p.mark;
  if (!p.fast && p.isMemoized(MEMO_AWAIT_PRIMARY)) return p.memoized as Expr | null;
  const first = p.peek();
  let result: Expr | null;
  if (first.type === AWAIT) {
    p.mark++;
    const value = primary(p);
    if (value === null) p.mark = start;
    result = value === null ? null : nodes.Await(value, first, p.tokens[p.mark - 1]!);
  } else {
    result = primary(p);
  }
  return p.fast ? result : p.insertMemo(start, MEMO_AWAIT_PRIMARY, result);
}
