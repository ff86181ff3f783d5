// Simple statements, and the sequences that statements come in.
//
// CPython 3.12: Grammar/python.gram, "GENERAL STATEMENTS", "SIMPLE STATEMENTS", "Import statements", "Type statement".
// The grammar tries an assignment first, which reads a target up to four times before it turns out that the
// statement is a call. In the first pass the expression is read first: all targets are expressions, so what stands
// behind it decides.

import { join_names_with_dot } from './action_helpers.ts';
import type { Alias, Expr, Name, Operator, Stmt, TypeParam } from './ast.ts';
import {
  K_as,
  K_assert,
  K_break,
  K_continue,
  K_del,
  K_from,
  K_global,
  K_import,
  K_nonlocal,
  K_pass,
  K_raise,
  K_return,
  K_yield,
} from './keywords.ts';
import * as nodes from './nodes.ts';
import { nextIs } from './parser_arguments.ts';
import { compound_stmt } from './parser_compound.ts';
import { expression, star_expressions, yield_expr } from './parser_expressions.ts';
import {
  invalid_assignment,
  invalid_del_stmt,
  invalid_import,
  invalid_import_from_targets,
} from './parser_invalid_statements.ts';
import {
  asTarget,
  del_targets,
  single_subscript_attribute_target,
  single_target,
  star_targets,
} from './parser_targets.ts';
import { typeComment } from './parser_type_comments.ts';
import { identifier, MEMO_SIMPLE_STMT, MEMO_TYPE_PARAM, type Parser, separated } from './pegen.ts';
import {
  AMPEREQUAL,
  ATEQUAL,
  CIRCUMFLEXEQUAL,
  COLON,
  COMMA,
  DEDENT,
  DOT,
  DOUBLESLASHEQUAL,
  DOUBLESTAR,
  DOUBLESTAREQUAL,
  ELLIPSIS,
  ENDMARKER,
  EQUAL,
  LEFTSHIFTEQUAL,
  LPAR,
  LSQB,
  MINEQUAL,
  NAME,
  NEWLINE,
  PERCENTEQUAL,
  PLUSEQUAL,
  RIGHTSHIFTEQUAL,
  RPAR,
  RSQB,
  SEMI,
  SLASHEQUAL,
  STAR,
  STAREQUAL,
  type Token,
  VBAREQUAL,
} from './token.ts';

// statements: statement+
export function statements(p: Parser): Stmt[] | null {
  const body: Stmt[] = [];
  while (statement(p, body));
  return body.length > 0 ? body : null;
}

// statement: compound_stmt | simple_stmts
/** Adds the statement, or the statements of the line, to `body`. */
function statement(p: Parser, body: Stmt[]): boolean {
  const type = p.peek().type;
  if (type === DEDENT || type === ENDMARKER) return false;
  const compound = compound_stmt(p);
  if (compound !== null) {
    body.push(compound);
    return true;
  }
  return simpleStatements(p, body);
}

// simple_stmts: simple_stmt !';' NEWLINE | ';'.simple_stmt+ [';'] NEWLINE
export function simple_stmts(p: Parser): Stmt[] | null {
  const body: Stmt[] = [];
  return simpleStatements(p, body) ? body : null;
}

function simpleStatements(p: Parser, body: Stmt[]): boolean {
  const start = p.mark;
  const length = body.length;
  // For CPython: this rule and simple_stmt.
  if (!p.enter(2)) return false;
  let found = simple_stmt(p);
  while (found !== null) {
    body.push(found);
    if (p.expect(SEMI) === null) break;
    found = simple_stmt(p);
  }
  p.level -= 2;
  if (body.length > length && p.expect(NEWLINE) !== null) return true;
  body.length = length;
  p.mark = start;
  return false;
}

// simple_stmt (memo):
//     | assignment | &"type" type_alias | star_expressions
//     | &'return' return_stmt | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass'
//     | &'del' del_stmt | &'yield' yield_stmt | &'assert' assert_stmt | 'break' | 'continue'
//     | &'global' global_stmt | &'nonlocal' nonlocal_stmt
function simple_stmt(p: Parser): Stmt | null {
  const start = p.peek();
  // No expression starts with any of these words.
  switch (start.type) {
    case K_return:
      return return_stmt(p, start);
    case K_import:
    case K_from:
      return import_stmt(p);
    case K_raise:
      return raise_stmt(p, start);
    case K_pass:
      p.mark++;
      return nodes.Pass(start, start);
    case K_del:
      return del_stmt(p, start);
    case K_assert:
      return assert_stmt(p, start);
    case K_break:
      p.mark++;
      return nodes.Break(start, start);
    case K_continue:
      p.mark++;
      return nodes.Continue(start, start);
    case K_global:
      return global_stmt(p, start);
    case K_nonlocal:
      return nonlocal_stmt(p, start);
    default: {
      if (p.fast) {
        const simple = expressionFirst(p, start);
        if (simple !== null) return simple;
      }
      const mark = p.mark;
      if (p.isMemoized(MEMO_SIMPLE_STMT)) return p.memoized as Stmt | null;
      return p.insertMemo(mark, MEMO_SIMPLE_STMT, otherSimpleStatement(p, start));
    }
  }
}

function otherSimpleStatement(p: Parser, start: Token): Stmt | null {
  if (!p.enter(1)) return null;
  const assigned = assignment(p);
  p.level--;
  if (assigned !== null) return assigned;
  if (start.type === NAME && start.string === 'type') {
    const alias = type_alias(p);
    if (alias !== null) return alias;
  }
  const value = star_expressions(p);
  if (value !== null) return nodes.Expr(value, start, p.last());
  // yield_stmt: yield_expr
  const yielded = yield_expr(p);
  return yielded === null ? null : nodes.Expr(yielded, start, p.last());
}

/** How many rules fewer there are from assignment through t_primary to atom than from star_expressions. */
const TARGET_LEVELS = 19;
const VALUE_LEVELS = 2 - 18;

/** In the first pass: an expression, or an assignment to one; null where the grammar's own order has to decide. */
function expressionFirst(p: Parser, start: Token): Stmt | null {
  if (start.type === NAME && (start.string === 'type' || nextIs(p, COLON))) return null;
  const mark = p.mark;
  // CPython reads it as a target first, which is this much less deep.
  p.level -= TARGET_LEVELS;
  const value = start.type === K_yield ? yield_expr(p) : star_expressions(p);
  p.level += TARGET_LEVELS;
  let result: Stmt | null = null;
  if (value !== null) {
    const next = p.peek().type;
    if (next === NEWLINE || next === SEMI) return nodes.Expr(value, start, p.last());
    if (next === EQUAL) {
      result = assignmentTo(p, value, start);
    } else if (next >= PLUSEQUAL && next <= ATEQUAL && isSingleTarget(value)) {
      const op = augassign(p);
      const right = op === null ? null : annotated_rhs(p);
      const target = right === null ? null : asTarget(value);
      if (op !== null && right !== null && target !== null) {
        return nodes.AugAssign(target, op, right, start, p.last());
      }
    }
  }
  if (result === null) p.mark = mark;
  return result;
}

function isSingleTarget(value: Expr): boolean {
  return value.node === 'Name' || value.node === 'Attribute' || value.node === 'Subscript';
}

/** An assignment up to its value, and the type comment behind it. */
function assign(p: Parser, targets: Expr[], value: Expr, start: Token): Stmt {
  const comment = typeComment(p);
  const node = nodes.Assign(targets, value, start, p.last());
  if (comment !== null) node.type_comment = comment;
  return node;
}

/** `(star_targets '=')+ (yield_expr | star_expressions) !'='` after the first target, at its `=`. */
function assignmentTo(p: Parser, first: Expr, start: Token): Stmt | null {
  const targets: Expr[] = [];
  let value = first;
  // For CPython: assignment, and the group around the value, which is read as one more target first.
  if (!p.enter(VALUE_LEVELS)) return null;
  while (p.expect(EQUAL) !== null) {
    const target = asTarget(value);
    const right = target === null ? null : annotated_rhs(p);
    if (target === null || right === null) {
      p.level -= VALUE_LEVELS;
      return null;
    }
    targets.push(target);
    value = right;
  }
  p.level -= VALUE_LEVELS;
  return assign(p, targets, value, start);
}

// assignment:
//     | NAME ':' expression ['=' annotated_rhs]
//     | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
//     | (star_targets '=')+ (yield_expr | star_expressions) !'=' [TYPE_COMMENT]
//     | single_target augassign ~ (yield_expr | star_expressions)
//     | invalid_assignment
function assignment(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.peek();

  const name = p.name('Store');
  if (name !== null) {
    const annotated = annotation(p, name, 1, start);
    if (annotated !== null) return annotated;
  }
  p.mark = mark;

  let target: Expr | null = null;
  if (p.expect(LPAR) !== null) {
    target = single_target(p);
    if (target !== null && p.expect(RPAR) === null) target = null;
    if (target === null) p.mark = mark;
  }
  target ??= single_subscript_attribute_target(p);
  if (target !== null) {
    const annotated = annotation(p, target, 0, start);
    if (annotated !== null) return annotated;
  }
  p.mark = mark;

  const targets = assignmentTargets(p);
  if (targets.length > 0) {
    const value = annotated_rhs(p);
    if (value !== null && !p.at(EQUAL)) return assign(p, targets, value, start);
  }
  p.mark = mark;

  const single = single_target(p);
  if (single !== null) {
    const op = augassign(p);
    if (op !== null) {
      const value = annotated_rhs(p);
      if (value !== null) return nodes.AugAssign(single, op, value, start, p.last());
      p.mark = mark;
      return null;
    }
  }
  p.mark = mark;
  return p.call_invalid_rules ? invalid_assignment(p) : null;
}

/** `':' expression ['=' annotated_rhs]` */
function annotation(p: Parser, target: Expr, simple: number, start: Token): Stmt | null {
  if (p.expect(COLON) === null) return null;
  const type = expression(p);
  if (type === null) return null;
  const mark = p.mark;
  const value = p.expect(EQUAL) === null ? null : annotated_rhs(p);
  if (value === null) p.mark = mark;
  return nodes.AnnAssign(target, type, value, simple, start, p.last());
}

/** `(star_targets '=')*` */
export function assignmentTargets(p: Parser): Expr[] {
  const targets: Expr[] = [];
  for (;;) {
    const mark = p.mark;
    const target = star_targets(p);
    if (target === null || p.expect(EQUAL) === null) {
      p.mark = mark;
      return targets;
    }
    targets.push(target);
  }
}

// annotated_rhs: yield_expr | star_expressions
export function annotated_rhs(p: Parser): Expr | null {
  return yield_expr(p) ?? star_expressions(p);
}

const AUGMENTED: { readonly [type: number]: Operator | undefined } = {
  [PLUSEQUAL]: 'Add',
  [MINEQUAL]: 'Sub',
  [STAREQUAL]: 'Mult',
  [ATEQUAL]: 'MatMult',
  [SLASHEQUAL]: 'Div',
  [PERCENTEQUAL]: 'Mod',
  [AMPEREQUAL]: 'BitAnd',
  [VBAREQUAL]: 'BitOr',
  [CIRCUMFLEXEQUAL]: 'BitXor',
  [LEFTSHIFTEQUAL]: 'LShift',
  [RIGHTSHIFTEQUAL]: 'RShift',
  [DOUBLESTAREQUAL]: 'Pow',
  [DOUBLESLASHEQUAL]: 'FloorDiv',
};

// augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
export function augassign(p: Parser): Operator | null {
  const operator = AUGMENTED[p.peek().type];
  if (operator === undefined) return null;
  p.mark++;
  return operator;
}

// return_stmt: 'return' [star_expressions]
function return_stmt(p: Parser, start: Token): Stmt | null {
  p.mark++;
  if (!p.enter(1)) return null;
  // Most often the line ends here.
  const value = p.fast && p.at(NEWLINE) ? null : star_expressions(p);
  p.level--;
  return nodes.Return(value, start, p.last());
}

// raise_stmt: 'raise' expression ['from' expression] | 'raise'
function raise_stmt(p: Parser, start: Token): Stmt | null {
  p.mark++;
  const exc = expression(p);
  if (exc === null) return nodes.Raise(null, null, start, start);
  const mark = p.mark;
  const cause = p.expect(K_from) === null ? null : expression(p);
  if (cause === null) p.mark = mark;
  return nodes.Raise(exc, cause, start, p.last());
}

// global_stmt: 'global' ','.NAME+
function global_stmt(p: Parser, start: Token): Stmt | null {
  const names = names_(p);
  return names === null ? null : nodes.Global(names, start, p.last());
}

// nonlocal_stmt: 'nonlocal' ','.NAME+
function nonlocal_stmt(p: Parser, start: Token): Stmt | null {
  const names = names_(p);
  return names === null ? null : nodes.Nonlocal(names, start, p.last());
}

function names_(p: Parser): string[] | null {
  const mark = p.mark++;
  const names = separated(p, COMMA, (q) => q.expect(NAME));
  if (names === null) p.mark = mark;
  return names === null ? null : names.map(identifier);
}

// del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
function del_stmt(p: Parser, start: Token): Stmt | null {
  const mark = p.mark++;
  const targets = del_targets(p);
  if (targets !== null && (p.at(SEMI) || p.at(NEWLINE))) return nodes.Delete(targets, start, p.last());
  p.mark = mark;
  return p.call_invalid_rules ? invalid_del_stmt(p) : null;
}

// assert_stmt: 'assert' expression [',' expression]
function assert_stmt(p: Parser, start: Token): Stmt | null {
  const mark = p.mark++;
  const test = expression(p);
  if (test === null) {
    p.mark = mark;
    return null;
  }
  const comma = p.mark;
  const msg = p.expect(COMMA) === null ? null : expression(p);
  if (msg === null) p.mark = comma;
  return nodes.Assert(test, msg, start, p.last());
}

// import_stmt: invalid_import | import_name | import_from
function import_stmt(p: Parser): Stmt | null {
  if (p.call_invalid_rules) invalid_import(p);
  return p.at(K_import) ? import_name(p) : import_from(p);
}

// import_name: 'import' dotted_as_names
function import_name(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  // dotted_as_names: ','.dotted_as_name+
  const names = separated(p, COMMA, dotted_as_name);
  if (names !== null) return nodes.Import(names, start, p.last());
  p.mark = mark;
  return null;
}

// import_from:
//     | 'from' ('.' | '...')* dotted_name 'import' import_from_targets
//     | 'from' ('.' | '...')+ 'import' import_from_targets
function import_from(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  let level = 0;
  for (let t = p.peek(); t.type === DOT || t.type === ELLIPSIS; t = p.peek()) {
    level += t.type === DOT ? 1 : 3;
    p.mark++;
  }
  const module = dotted_name(p);
  if ((module !== null || level > 0) && p.expect(K_import) !== null) {
    const names = import_from_targets(p);
    if (names !== null) return nodes.ImportFrom(module?.id ?? null, names, level, start, p.last());
  }
  p.mark = mark;
  return null;
}

// import_from_targets:
//     | '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*'
//     | invalid_import_from_targets
function import_from_targets(p: Parser): Alias[] | null {
  const mark = p.mark;
  if (p.expect(LPAR) !== null) {
    const names = import_from_as_names(p);
    if (names !== null) {
      p.expect(COMMA);
      if (p.expect(RPAR) !== null) return names;
    }
    p.mark = mark;
  }
  const names = import_from_as_names(p);
  if (names !== null && !p.at(COMMA)) return names;
  p.mark = mark;
  const star = p.expect(STAR);
  if (star !== null) return [nodes.Alias('*', null, star, star)];
  return p.call_invalid_rules ? invalid_import_from_targets(p) : null;
}

// import_from_as_names: ','.import_from_as_name+
export function import_from_as_names(p: Parser): Alias[] | null {
  return separated(p, COMMA, import_from_as_name);
}

// import_from_as_name: NAME ['as' NAME]
function import_from_as_name(p: Parser): Alias | null {
  const name = p.expect(NAME);
  return name === null ? null : nodes.Alias(identifier(name), asName(p), name, p.last());
}

// dotted_as_name: dotted_name ['as' NAME]
function dotted_as_name(p: Parser): Alias | null {
  const name = dotted_name(p);
  return name === null ? null : nodes.Alias(name.id, asName(p), name, p.last());
}

/** `['as' NAME]` */
export function asName(p: Parser): string | null {
  const mark = p.mark;
  const name = p.expect(K_as) === null ? null : p.expect(NAME);
  if (name === null) p.mark = mark;
  return name === null ? null : identifier(name);
}

// dotted_name: dotted_name '.' NAME | NAME
export function dotted_name(p: Parser): Name | null {
  let left = p.name('Load');
  while (left !== null) {
    const mark = p.mark;
    const name: Name | null = p.expect(DOT) === null ? null : p.name('Load');
    if (name === null) {
      p.mark = mark;
      break;
    }
    left = join_names_with_dot(left, name);
  }
  return left;
}

// type_alias: "type" NAME [type_params] '=' expression
function type_alias(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.expectSoftKeyword('type');
  const name = start === null ? null : p.name('Store');
  if (start !== null && name !== null) {
    const parameters = type_params(p) ?? [];
    const value = p.expect(EQUAL) === null ? null : expression(p);
    if (value !== null) return nodes.TypeAlias(name, parameters, value, start, p.last());
  }
  p.mark = mark;
  return null;
}

// type_params: '[' type_param_seq ']'
// type_param_seq: ','.type_param+ [',']
export function type_params(p: Parser): TypeParam[] | null {
  const mark = p.mark;
  const parameters = p.expect(LSQB) === null ? null : separated(p, COMMA, type_param);
  if (parameters !== null) {
    p.expect(COMMA);
    if (p.expect(RSQB) !== null) return parameters;
  }
  p.mark = mark;
  return null;
}

// type_param (memo):
//     | NAME [type_param_bound]
//     | '*' NAME ':' expression | '*' NAME
//     | '**' NAME ':' expression | '**' NAME
// type_param_bound: ':' expression
function type_param(p: Parser): TypeParam | null {
  const mark = p.mark;
  if (p.isMemoized(MEMO_TYPE_PARAM)) return p.memoized as TypeParam | null;
  const start = p.peek();
  if (start.type === STAR || start.type === DOUBLESTAR) p.mark++;
  const name = p.expect(NAME);
  let result: TypeParam | null = null;
  if (name === null) {
    p.mark = mark;
  } else {
    const before = p.mark;
    const colon = p.expect(COLON);
    const bound = colon === null ? null : expression(p);
    if (bound === null) p.mark = before;
    if (start.type === NAME) {
      result = nodes.TypeVar(identifier(name), bound, start, p.last());
    } else {
      const kind = start.type === STAR ? 'TypeVarTuple' : 'ParamSpec';
      if (colon !== null && bound !== null) {
        const what = bound.node === 'Tuple' ? 'constraints' : 'bound';
        return p.raiseStartingFrom(colon, `cannot use ${what} with ${kind}`);
      }
      const make = start.type === STAR ? nodes.TypeVarTuple : nodes.ParamSpec;
      result = make(identifier(name), start, p.last());
    }
  }
  return p.insertMemo(mark, MEMO_TYPE_PARAM, result);
}
