// Parameters of functions and of lambdas.
//
// CPython 3.12: Grammar/python.gram, "Function parameters" and "Lambda functions". The grammar writes every rule twice,
// because a function's parameters end at `)` and have annotations, a lambda's end at `:` and have none. Here each
// rule stands once and is told which it is by a Kind. In the first pass the whole list is read in one go where it is
// in order (`readParameters`); the rules decide about the rest.

import {
  make_arguments,
  type NameDefaultPair,
  type SlashWithDefault,
  type StarEtc,
} from './action_helpers.ts';
import type { Arg, Arguments, Expr } from './ast.ts';
import * as nodes from './nodes.ts';
import { expression, star_expression } from './parser_expressions.ts';
import {
  invalid_default,
  invalid_kwds,
  invalid_parameters,
  invalid_star_etc,
} from './parser_invalid_parameters.ts';
import { commentArg, typeComment } from './parser_type_comments.ts';
import { identifier, oneOrMore, type Parser } from './pegen.ts';
import { COLON, COMMA, DOUBLESTAR, EQUAL, NAME, RPAR, SLASH, STAR } from './token.ts';

export interface Kind {
  readonly lambda: boolean;
  /** The token after the last parameter. */
  readonly close: number;
}

export const FUNCTION: Kind = { lambda: false, close: RPAR };
export const LAMBDA: Kind = { lambda: true, close: COLON };

// params: invalid_parameters | parameters
export function params(p: Parser): Arguments | null {
  return parametersOf(p, FUNCTION);
}

// lambda_params: invalid_lambda_parameters | lambda_parameters
export function lambda_params(p: Parser): Arguments | null {
  return parametersOf(p, LAMBDA);
}

function parametersOf(p: Parser, kind: Kind): Arguments | null {
  // Type comments may stand behind the commas.
  if (p.fast && !(p.typeComments && !kind.lambda)) {
    if (p.at(kind.close)) return null;
    const start = p.mark;
    const all = readParameters(p, kind);
    if (all !== null) return all;
    p.mark = start;
  }
  if (p.call_invalid_rules) invalid_parameters(p, kind);
  return parameters(p, kind);
}

/** All parameters in one reading, up to what closes them; null where there are none or where they are in disorder. */
function readParameters(p: Parser, kind: Kind): Arguments | null {
  const posonlyargs: Arg[] = [];
  let args: Arg[] = [];
  const defaults: Expr[] = [];
  const kwonlyargs: Arg[] = [];
  const kw_defaults: (Expr | null)[] = [];
  let vararg: Arg | null = null;
  let kwarg: Arg | null = null;
  let slash = false;
  let star = false;
  for (;;) {
    const t = p.peek();
    if (t.type === NAME) {
      const arg = param(p, kind)!;
      let value: Expr | null = null;
      if (p.at(EQUAL)) {
        p.mark++;
        value = expression(p);
        if (value === null) return null;
      }
      if (star) {
        kwonlyargs.push(arg);
        kw_defaults.push(value);
      } else {
        args.push(arg);
        if (value !== null) defaults.push(value);
        else if (defaults.length > 0) return null;
      }
    } else if (t.type === SLASH) {
      if (slash || star || args.length === 0) return null;
      slash = true;
      posonlyargs.push(...args);
      args = [];
      p.mark++;
    } else if (t.type === STAR) {
      if (star) return null;
      star = true;
      p.mark++;
      if (p.at(COMMA)) {
        p.mark++;
        if (!p.at(NAME)) return null;
        continue;
      }
      vararg = param(p, kind) ?? (kind.lambda ? null : param_star_annotation(p));
      if (vararg === null) return null;
    } else if (t.type === DOUBLESTAR) {
      p.mark++;
      kwarg = param(p, kind);
      if (kwarg === null) return null;
    } else {
      return null;
    }
    const next = p.peek().type;
    if (next === COMMA) p.mark++;
    else if (next !== kind.close) return null;
    if (p.at(kind.close)) break;
    if (kwarg !== null) return null;
  }
  return nodes.Arguments(posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults);
}

// parameters:
//     | slash_no_default param_no_default* param_with_default* [star_etc]
//     | slash_with_default param_with_default* [star_etc]
//     | param_no_default+ param_with_default* [star_etc]
//     | param_with_default+ [star_etc]
//     | star_etc
function parameters(p: Parser, kind: Kind): Arguments | null {
  const plain = slash_no_default(p, kind);
  const slashed = plain === null ? slash_with_default(p, kind) : null;
  const names = slashed === null ? zeroOrMore(p, kind, param_no_default) : [];
  const pairs = zeroOrMore(p, kind, param_with_default);
  const star = star_etc(p, kind);
  if (plain === null && slashed === null && names.length === 0 && pairs.length === 0 && star === null) {
    return null;
  }
  return make_arguments(plain, slashed, names, pairs, star);
}

export function zeroOrMore<T>(p: Parser, kind: Kind, rule: (p: Parser, kind: Kind) => T | null): T[] {
  const items: T[] = [];
  for (let item = rule(p, kind); item !== null; item = rule(p, kind)) items.push(item);
  return items;
}

// slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
export function slash_no_default(p: Parser, kind: Kind): Arg[] | null {
  const start = p.mark;
  const names = oneOrMore(p, (q) => param_no_default(q, kind));
  if (names !== null && p.expect(SLASH) !== null && endOfParameter(p, kind)) return names;
  p.mark = start;
  return null;
}

// slash_with_default:
//     | param_no_default* param_with_default+ '/' ',' | param_no_default* param_with_default+ '/' &')'
export function slash_with_default(p: Parser, kind: Kind): SlashWithDefault | null {
  const start = p.mark;
  const plain_names = zeroOrMore(p, kind, param_no_default);
  const names_with_defaults = zeroOrMore(p, kind, param_with_default);
  if (names_with_defaults.length > 0 && p.expect(SLASH) !== null && endOfParameter(p, kind)) {
    return { plain_names, names_with_defaults };
  }
  p.mark = start;
  return null;
}

/** `','`, or what closes the parameters ahead. */
function endOfParameter(p: Parser, kind: Kind): boolean {
  if (p.expect(COMMA) === null) return p.at(kind.close);
  // CPython looks for a type comment behind the comma: where an error's text ends depends on it.
  if (!kind.lambda) p.peek();
  return true;
}

/** `',' TYPE_COMMENT?`, or `TYPE_COMMENT?` and what closes the parameters ahead: the parameter with its comment, or null. */
function endedParameter(p: Parser, kind: Kind, arg: Arg): Arg | null {
  if (kind.lambda || !p.typeComments) return endOfParameter(p, kind) ? arg : null;
  if (p.expect(COMMA) !== null) return commentArg(arg, typeComment(p));
  const comment = typeComment(p);
  return p.at(kind.close) ? commentArg(arg, comment) : null;
}

// star_etc:
//     | invalid_star_etc
//     | '*' param_no_default param_maybe_default* [kwds]
//     | '*' param_no_default_star_annotation param_maybe_default* [kwds]     (not in lambdas)
//     | '*' ',' param_maybe_default+ [kwds]
//     | kwds
function star_etc(p: Parser, kind: Kind): StarEtc | null {
  if (p.call_invalid_rules) invalid_star_etc(p, kind);
  const start = p.mark;
  if (p.expect(STAR) !== null) {
    const vararg = param_no_default(p, kind) ?? (kind.lambda ? null : param_no_default_star_annotation(p));
    if (vararg !== null) {
      const kwonlyargs = zeroOrMore(p, kind, param_maybe_default);
      return { vararg, kwonlyargs, kwarg: kwds(p, kind) };
    }
    if (p.expect(COMMA) !== null) {
      const kwonlyargs = zeroOrMore(p, kind, param_maybe_default);
      if (kwonlyargs.length > 0) return { vararg: null, kwonlyargs, kwarg: kwds(p, kind) };
    }
    p.mark = start;
  }
  const kwarg = kwds(p, kind);
  return kwarg === null ? null : { vararg: null, kwonlyargs: [], kwarg };
}

// kwds: invalid_kwds | '**' param_no_default
function kwds(p: Parser, kind: Kind): Arg | null {
  if (p.call_invalid_rules) invalid_kwds(p, kind);
  const start = p.mark;
  if (p.expect(DOUBLESTAR) === null) return null;
  const arg = param_no_default(p, kind);
  if (arg === null) p.mark = start;
  return arg;
}

// param_no_default: param ',' | param &')'
export function param_no_default(p: Parser, kind: Kind): Arg | null {
  const start = p.mark;
  const arg = param(p, kind);
  const ended = arg === null ? null : endedParameter(p, kind, arg);
  if (ended === null) p.mark = start;
  return ended;
}

// param_no_default_star_annotation: param_star_annotation ',' | param_star_annotation &')'
function param_no_default_star_annotation(p: Parser): Arg | null {
  const start = p.mark;
  const arg = param_star_annotation(p);
  const ended = arg === null ? null : endedParameter(p, FUNCTION, arg);
  if (ended === null) p.mark = start;
  return ended;
}

// param_with_default: param default ',' | param default &')'
export function param_with_default(p: Parser, kind: Kind): NameDefaultPair | null {
  const start = p.mark;
  const arg = param(p, kind);
  const value = arg === null ? null : default_(p);
  const ended = arg === null || value === null ? null : endedParameter(p, kind, arg);
  if (ended !== null && value !== null) return { arg: ended, value };
  p.mark = start;
  return null;
}

// param_maybe_default: param [default] ',' | param [default] &')'
export function param_maybe_default(p: Parser, kind: Kind): NameDefaultPair | null {
  const start = p.mark;
  const arg = param(p, kind);
  const value = arg === null ? null : default_(p);
  const ended = arg === null ? null : endedParameter(p, kind, arg);
  if (ended !== null) return { arg: ended, value };
  p.mark = start;
  return null;
}

// param: NAME [annotation]                lambda_param: NAME
// annotation: ':' expression
export function param(p: Parser, kind: Kind): Arg | null {
  const name = p.expect(NAME);
  if (name === null) return null;
  let annotation: Expr | null = null;
  if (!kind.lambda) {
    const mark = p.mark;
    annotation = p.expect(COLON) === null ? null : expression(p);
    if (annotation === null) p.mark = mark;
  }
  return nodes.Arg(identifier(name), annotation, name, p.last());
}

// param_star_annotation: NAME star_annotation
// star_annotation: ':' star_expression
function param_star_annotation(p: Parser): Arg | null {
  const start = p.mark;
  const name = p.expect(NAME);
  const annotation = name !== null && p.expect(COLON) !== null ? star_expression(p) : null;
  if (name !== null && annotation !== null) {
    return nodes.Arg(identifier(name), annotation, name, p.last());
  }
  p.mark = start;
  return null;
}

// default: '=' expression | invalid_default
function default_(p: Parser): Expr | null {
  const start = p.mark;
  const value = p.expect(EQUAL) === null ? null : expression(p);
  if (value !== null) return value;
  p.mark = start;
  return p.call_invalid_rules ? invalid_default(p) : null;
}
