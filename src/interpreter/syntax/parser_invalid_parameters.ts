// What is wrong with parameters. Run in the second pass only; each rule says what it found, or nothing.
//
// CPython 3.12: Grammar/python.gram, invalid_parameters ... invalid_lambda_kwds, each pair of rules standing once as in
// parser_parameters.ts.

import type { NameDefaultPair } from './action_helpers.ts';
import {
  type Kind,
  LAMBDA,
  param,
  param_maybe_default,
  param_no_default,
  param_with_default,
  slash_no_default,
  slash_with_default,
  zeroOrMore,
} from './parser_parameters.ts';
import { type Parser, separated } from './pegen.ts';
import { COMMA, DOUBLESTAR, EQUAL, LPAR, RPAR, SLASH, STAR, TYPE_COMMENT } from './token.ts';

// invalid_parameters:
//     | "/" ','
//     | (slash_no_default | slash_with_default) param_maybe_default* '/'
//     | slash_no_default? param_no_default* invalid_parameters_helper param_no_default
//     | param_no_default* '(' param_no_default+ ','? ')'
//     | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default)
//       param_maybe_default* '/'
//     | param_maybe_default+ '/' '*'
export function invalid_parameters(p: Parser, kind: Kind): null {
  const start = p.mark;

  const first = p.expect(SLASH);
  if (first !== null && p.expect(COMMA) !== null) {
    return p.raiseAt(first, 'at least one argument must precede /');
  }
  p.mark = start;

  if (slash_no_default(p, kind) !== null || slash_with_default(p, kind) !== null) {
    zeroOrMore(p, kind, param_maybe_default);
    const slash = p.expect(SLASH);
    if (slash !== null) return p.raiseAt(slash, '/ may appear only once');
  }
  p.mark = start;

  slash_no_default(p, kind);
  zeroOrMore(p, kind, param_no_default);
  if (invalid_parameters_helper(p, kind)) {
    const plain = param_no_default(p, kind);
    if (plain !== null) {
      return p.raiseAt(plain, 'parameter without a default follows parameter with a default');
    }
  }
  p.mark = start;

  zeroOrMore(p, kind, param_no_default);
  const open = p.expect(LPAR);
  if (open !== null) {
    const inside = kind.lambda
      ? separated(p, COMMA, (q) => param(q, LAMBDA))
      : zeroOrMore(p, kind, param_no_default);
    if (inside !== null && inside.length > 0) {
      p.expect(COMMA);
      const close = p.expect(RPAR);
      if (close !== null) {
        const what = kind.lambda ? 'Lambda expression' : 'Function';
        return p.raiseRange(open, close, `${what} parameters cannot be parenthesized`);
      }
    }
  }
  p.mark = start;

  if (slash_no_default(p, kind) === null) slash_with_default(p, kind);
  zeroOrMore(p, kind, param_maybe_default);
  if (p.expect(STAR) !== null && (p.expect(COMMA) !== null || param_no_default(p, kind) !== null)) {
    zeroOrMore(p, kind, param_maybe_default);
    const slash = p.expect(SLASH);
    if (slash !== null) return p.raiseAt(slash, '/ must be ahead of *');
  }
  p.mark = start;

  if (zeroOrMore(p, kind, param_maybe_default).length > 0 && p.expect(SLASH) !== null) {
    const star = p.expect(STAR);
    if (star !== null) return p.raiseAt(star, 'expected comma between / and *');
  }
  p.mark = start;
  return null;
}

// invalid_parameters_helper: slash_with_default | param_with_default+
function invalid_parameters_helper(p: Parser, kind: Kind): boolean {
  if (slash_with_default(p, kind) !== null) return true;
  const pairs: NameDefaultPair[] = zeroOrMore(p, kind, param_with_default);
  return pairs.length > 0;
}

// invalid_default: '=' &(')'|',')
export function invalid_default(p: Parser): null {
  const start = p.mark;
  const equals = p.expect(EQUAL);
  if (equals !== null && (p.at(RPAR) || p.at(COMMA))) {
    return p.raiseAt(equals, 'expected default value expression');
  }
  p.mark = start;
  return null;
}

// invalid_star_etc:
//     | '*' (')' | ',' (')' | '**'))
//     | '*' param '='
//     | '*' (param_no_default | ',') param_maybe_default* '*' (param_no_default | ',')
export function invalid_star_etc(p: Parser, kind: Kind): null {
  const start = p.mark;
  const star = p.expect(STAR);
  if (star === null) return null;

  const bare =
    p.expect(kind.close) !== null ||
    (p.expect(COMMA) !== null && (p.expect(kind.close) !== null || p.expect(DOUBLESTAR) !== null));
  if (bare) {
    const msg = 'named arguments must follow bare *';
    return kind.lambda ? p.raiseSyntaxError(msg) : p.raiseAt(star, msg);
  }

  p.mark = start + 1;
  if (!kind.lambda && p.expect(COMMA) !== null && p.expect(TYPE_COMMENT) !== null) {
    return p.raiseSyntaxError('bare * has associated type comment');
  }

  p.mark = start + 1;
  if (param(p, kind) !== null) {
    const equals = p.expect(EQUAL);
    if (equals !== null) return p.raiseAt(equals, 'var-positional argument cannot have default value');
  }

  p.mark = start + 1;
  if (param_no_default(p, kind) !== null || p.expect(COMMA) !== null) {
    zeroOrMore(p, kind, param_maybe_default);
    const second = p.expect(STAR);
    if (second !== null && (param_no_default(p, kind) !== null || p.expect(COMMA) !== null)) {
      return p.raiseAt(second, '* argument may appear only once');
    }
  }
  p.mark = start;
  return null;
}

// invalid_kwds: '**' param '=' | '**' param ',' param | '**' param ',' ('*'|'**'|'/')
export function invalid_kwds(p: Parser, kind: Kind): null {
  const start = p.mark;
  if (p.expect(DOUBLESTAR) !== null && param(p, kind) !== null) {
    const equals = p.expect(EQUAL);
    if (equals !== null) return p.raiseAt(equals, 'var-keyword argument cannot have default value');
    if (p.expect(COMMA) !== null) {
      const after = param(p, kind) ?? p.expect(STAR) ?? p.expect(DOUBLESTAR) ?? p.expect(SLASH);
      if (after !== null) return p.raiseAt(after, 'arguments cannot follow var-keyword argument');
    }
  }
  p.mark = start;
  return null;
}
