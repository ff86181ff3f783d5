// Compound statements: those with a block.
//
// CPython 3.12: Grammar/python.gram, "COMPOUND STATEMENTS". Alternatives that begin alike are read once here where the
// grammar reads them again; blocks are remembered, so the difference is only time. Type comments are not read.

import { empty_arguments } from './action_helpers.ts';
import type { ExceptHandler, Expr, Stmt, WithItem } from './ast.ts';
import {
  K_as,
  K_class,
  K_def,
  K_elif,
  K_else,
  K_except,
  K_finally,
  K_for,
  K_if,
  K_in,
  K_try,
  K_while,
  K_with,
} from './keywords.ts';
import * as nodes from './nodes.ts';
import { arguments_ } from './parser_arguments.ts';
import { expression, named_expression, star_expressions } from './parser_expressions.ts';
import {
  invalid_block,
  invalid_class_def_raw,
  invalid_def_raw,
  invalid_elif_stmt,
  invalid_else_stmt,
  invalid_except_star_stmt_indent,
  invalid_except_stmt,
  invalid_except_stmt_indent,
  invalid_finally_stmt,
  invalid_for_stmt,
  invalid_for_target,
  invalid_if_stmt,
  invalid_try_stmt,
  invalid_while_stmt,
  invalid_with_item,
  invalid_with_stmt,
  invalid_with_stmt_indent,
} from './parser_invalid_statements.ts';
import { params } from './parser_parameters.ts';
import { match_stmt } from './parser_patterns.ts';
import { asName, simple_stmts, statements, type_params } from './parser_statements.ts';
import { star_target, star_targets } from './parser_targets.ts';
import { func_type_comment, typeComment } from './parser_type_comments.ts';
import { identifier, MEMO_BLOCK, oneOrMore, type Parser, separated } from './pegen.ts';
import {
  ASYNC,
  AT,
  COLON,
  COMMA,
  DEDENT,
  INDENT,
  LPAR,
  NAME,
  NEWLINE,
  RARROW,
  RPAR,
  STAR,
  type Token,
} from './token.ts';

// compound_stmt:
//     | &('def' | '@' | ASYNC) function_def | &'if' if_stmt | &('class' | '@') class_def
//     | &('with' | ASYNC) with_stmt | &('for' | ASYNC) for_stmt | &'try' try_stmt | &'while' while_stmt
//     | match_stmt
export function compound_stmt(p: Parser): Stmt | null {
  const rule = compoundRule(p.peek());
  if (rule === null) return null;
  // For CPython: this rule and the statement's, which for definitions are two.
  const levels = rule === function_def_raw || rule === class_def_raw || rule === decorated ? 3 : 2;
  if (!p.enter(levels)) return null;
  const result = rule(p);
  p.level -= levels;
  return result;
}

function compoundRule(first: Token): ((p: Parser) => Stmt | null) | null {
  switch (first.type) {
    case K_def:
      return function_def_raw;
    case AT:
      return decorated;
    case ASYNC:
      return asyncStatement;
    case K_if:
      return if_stmt;
    case K_class:
      return class_def_raw;
    case K_with:
      return with_stmt;
    case K_for:
      return for_stmt;
    case K_try:
      return try_stmt;
    case K_while:
      return while_stmt;
    case NAME:
      return first.string === 'match' ? match_stmt : null;
    default:
      return null;
  }
}

function asyncStatement(p: Parser): Stmt | null {
  return function_def_raw(p) ?? with_stmt(p) ?? for_stmt(p);
}

// block (memo): NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
export function block(p: Parser): Stmt[] | null {
  const start = p.mark;
  if (p.isMemoized(MEMO_BLOCK)) return p.memoized as Stmt[] | null;
  // For CPython: this rule, statements, its loop, and statement.
  if (!p.enter(4)) return null;
  let body: Stmt[] | null = null;
  if (p.expect(NEWLINE) !== null) {
    if (p.expect(INDENT) !== null) {
      body = statements(p);
      if (body !== null && p.expect(DEDENT) === null) body = null;
    }
    if (body === null) p.mark = start;
  }
  body ??= simple_stmts(p);
  if (body === null && p.call_invalid_rules) invalid_block(p);
  p.level -= 4;
  return p.insertMemo(start, MEMO_BLOCK, body);
}

/** `':' block` */
function colonBlock(p: Parser): Stmt[] | null {
  return p.expect(COLON) === null ? null : block(p);
}

// decorators: ('@' named_expression NEWLINE)+
function decorators(p: Parser): Expr[] | null {
  return oneOrMore(p, (q) => {
    const mark = q.mark;
    const decorator = q.expect(AT) === null ? null : named_expression(q);
    if (decorator !== null && q.expect(NEWLINE) !== null) return decorator;
    q.mark = mark;
    return null;
  });
}

// function_def: decorators function_def_raw | function_def_raw
// class_def: decorators class_def_raw | class_def_raw             (here: with decorators)
function decorated(p: Parser): Stmt | null {
  const mark = p.mark;
  const list = decorators(p);
  if (list !== null) {
    const definition = p.at(K_class) ? class_def_raw(p) : function_def_raw(p);
    if (definition !== null) {
      definition.decorator_list = list;
      return definition;
    }
  }
  p.mark = mark;
  return null;
}

type Definition = Extract<Stmt, { decorator_list: Expr[] }>;

// class_def_raw:
//     | invalid_class_def_raw
//     | 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
function class_def_raw(p: Parser): Definition | null {
  if (p.call_invalid_rules) invalid_class_def_raw(p);
  const mark = p.mark;
  const start = p.expect(K_class);
  const name = start === null ? null : p.expect(NAME);
  if (start !== null && name !== null) {
    const parameters = type_params(p) ?? [];
    const before = p.mark;
    let bases = null;
    if (p.expect(LPAR) !== null) {
      bases = arguments_(p);
      if (p.expect(RPAR) === null) {
        p.mark = before;
        bases = null;
      }
    }
    const body = colonBlock(p);
    if (body !== null) {
      return nodes.ClassDef(
        identifier(name),
        bases?.args ?? [],
        bases?.keywords ?? [],
        body,
        [],
        parameters,
        start,
        p.last(),
      );
    }
  }
  p.mark = mark;
  return null;
}

// function_def_raw:
//     | invalid_def_raw
//     | 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' [func_type_comment] block
//     | ASYNC 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' [func_type_comment] block
function function_def_raw(p: Parser): Definition | null {
  if (p.call_invalid_rules) invalid_def_raw(p);
  const mark = p.mark;
  const start = p.peek();
  const isAsync = p.expect(ASYNC) !== null;
  const name = p.expect(K_def) === null ? null : p.expect(NAME);
  if (name !== null) {
    const parameters = type_params(p) ?? [];
    if (p.expectForced(LPAR, '(') !== null) {
      const args = params(p) ?? empty_arguments();
      if (p.expect(RPAR) !== null) {
        const before = p.mark;
        const returns = p.expect(RARROW) === null ? null : expression(p);
        if (returns === null) p.mark = before;
        const colon = p.expectForced(COLON, ':');
        const comment = colon === null ? null : func_type_comment(p);
        const body = colon === null ? null : block(p);
        if (body !== null) {
          const make = isAsync ? nodes.AsyncFunctionDef : nodes.FunctionDef;
          const node = make(identifier(name), args, body, [], returns, parameters, start, p.last());
          node.type_comment = comment;
          return node;
        }
      }
    }
  }
  p.mark = mark;
  return null;
}

// if_stmt:
//     | invalid_if_stmt
//     | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block [else_block]
function if_stmt(p: Parser): Stmt | null {
  if (p.call_invalid_rules) invalid_if_stmt(p);
  return conditionalStatement(p, K_if);
}

// elif_stmt:
//     | invalid_elif_stmt
//     | 'elif' named_expression ':' block elif_stmt | 'elif' named_expression ':' block [else_block]
function elif_stmt(p: Parser): Stmt | null {
  if (!p.enter(1)) return null;
  if (p.call_invalid_rules) invalid_elif_stmt(p);
  const result = conditionalStatement(p, K_elif);
  p.level--;
  return result;
}

function conditionalStatement(p: Parser, keyword: number): Stmt | null {
  const mark = p.mark;
  const start = p.expect(keyword);
  const test = start === null ? null : named_expression(p);
  const body = test === null ? null : colonBlock(p);
  if (start === null || test === null || body === null) {
    p.mark = mark;
    return null;
  }
  if (p.fast) return nodes.If(test, body, elifChain(p), start, p.last());
  const elif = elif_stmt(p);
  const orelse = elif !== null ? [elif] : (else_block(p) ?? []);
  return nodes.If(test, body, orelse, start, p.last());
}

/** All that follows an `if` block: in a loop, as there may be thousands of `elif`. */
function elifChain(p: Parser): Stmt[] {
  const chain: { test: Expr; body: Stmt[]; start: Token }[] = [];
  let levels = 0;
  for (;;) {
    const mark = p.mark;
    const start = p.expect(K_elif);
    if (start === null) break;
    levels++;
    if (!p.enter(1)) return [];
    const test = named_expression(p);
    const body = test === null ? null : colonBlock(p);
    if (test === null || body === null) {
      p.mark = mark;
      break;
    }
    chain.push({ test, body, start });
  }
  let orelse = else_block(p) ?? [];
  p.level -= levels;
  const end = p.last();
  for (let i = chain.length - 1; i >= 0; i--) {
    const { test, body, start } = chain[i]!;
    orelse = [nodes.If(test, body, orelse, start, end)];
  }
  return orelse;
}

// else_block: invalid_else_stmt | 'else' &&':' block
function else_block(p: Parser): Stmt[] | null {
  if (p.call_invalid_rules) invalid_else_stmt(p);
  return forcedBlock(p, K_else);
}

/** `keyword &&':' block` */
function forcedBlock(p: Parser, keyword: number): Stmt[] | null {
  const mark = p.mark;
  if (p.expect(keyword) === null) return null;
  const body = p.expectForced(COLON, ':') === null ? null : block(p);
  if (body === null) p.mark = mark;
  return body;
}

// while_stmt: invalid_while_stmt | 'while' named_expression ':' block [else_block]
function while_stmt(p: Parser): Stmt | null {
  if (p.call_invalid_rules) invalid_while_stmt(p);
  const mark = p.mark;
  const start = p.expect(K_while);
  const test = start === null ? null : named_expression(p);
  const body = test === null ? null : colonBlock(p);
  if (start !== null && test !== null && body !== null) {
    const orelse = else_block(p) ?? [];
    return nodes.While(test, body, orelse, start, p.last());
  }
  p.mark = mark;
  return null;
}

// for_stmt:
//     | invalid_for_stmt
//     | 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
//     | ASYNC 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
//     | invalid_for_target
function for_stmt(p: Parser): Stmt | null {
  if (p.call_invalid_rules) invalid_for_stmt(p);
  const mark = p.mark;
  const start = p.peek();
  const isAsync = p.expect(ASYNC) !== null;
  const target = p.expect(K_for) === null ? null : star_targets(p);
  if (target !== null && p.expect(K_in) !== null) {
    const iter = star_expressions(p);
    const colon = iter === null ? null : p.expect(COLON);
    const comment = colon === null ? null : typeComment(p);
    const body = colon === null ? null : block(p);
    if (iter === null || body === null) {
      p.mark = mark;
      return null;
    }
    const orelse = else_block(p) ?? [];
    const make = isAsync ? nodes.AsyncFor : nodes.For;
    const node = make(target, iter, body, orelse, start, p.last());
    node.type_comment = comment;
    return node;
  }
  p.mark = mark;
  return p.call_invalid_rules ? invalid_for_target(p) : null;
}

// with_stmt:
//     | invalid_with_stmt_indent
//     | 'with' '(' ','.with_item+ ','? ')' ':' block | 'with' ','.with_item+ ':' block
//     | ASYNC 'with' '(' ','.with_item+ ','? ')' ':' block | ASYNC 'with' ','.with_item+ ':' block
//     | invalid_with_stmt
function with_stmt(p: Parser): Stmt | null {
  if (p.call_invalid_rules) invalid_with_stmt_indent(p);
  const mark = p.mark;
  const start = p.peek();
  const make = p.expect(ASYNC) !== null ? nodes.AsyncWith : nodes.With;
  if (p.expect(K_with) !== null) {
    const after = p.mark;
    if (p.expect(LPAR) !== null) {
      const items = separated(p, COMMA, with_item);
      if (items !== null) {
        p.expect(COMMA);
        const body = p.expect(RPAR) === null ? null : colonBlock(p);
        if (body !== null) return make(items, body, start, p.last());
      }
      p.mark = after;
    }
    const items = separated(p, COMMA, with_item);
    const colon = items === null ? null : p.expect(COLON);
    const comment = colon === null ? null : typeComment(p);
    const body = colon === null ? null : block(p);
    if (items !== null && body !== null) {
      const node = make(items, body, start, p.last());
      node.type_comment = comment;
      return node;
    }
  }
  p.mark = mark;
  return p.call_invalid_rules ? invalid_with_stmt(p) : null;
}

// with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
function with_item(p: Parser): WithItem | null {
  const mark = p.mark;
  const context = expression(p);
  if (context !== null) {
    const before = p.mark;
    const target = p.expect(K_as) === null ? null : star_target(p);
    if (target !== null && (p.at(COMMA) || p.at(RPAR) || p.at(COLON))) {
      return nodes.WithItem(context, target);
    }
    if (p.call_invalid_rules) {
      p.mark = mark;
      invalid_with_item(p);
    }
    p.mark = before;
    return nodes.WithItem(context, null);
  }
  return p.call_invalid_rules ? invalid_with_item(p) : null;
}

// try_stmt:
//     | invalid_try_stmt
//     | 'try' &&':' block finally_block
//     | 'try' &&':' block except_block+ [else_block] [finally_block]
//     | 'try' &&':' block except_star_block+ [else_block] [finally_block]
function try_stmt(p: Parser): Stmt | null {
  if (p.call_invalid_rules) invalid_try_stmt(p);
  const mark = p.mark;
  const start = p.expect(K_try);
  if (start === null) return null;
  const body = p.expectForced(COLON, ':') === null ? null : block(p);
  if (body !== null) {
    const finalbody = finally_block(p);
    if (finalbody !== null) return nodes.Try(body, [], [], finalbody, start, p.last());
    let make: typeof nodes.Try | typeof nodes.TryStar = nodes.Try;
    let handlers = oneOrMore(p, except_block);
    if (handlers === null) {
      handlers = oneOrMore(p, except_star_block);
      make = nodes.TryStar;
    }
    if (handlers !== null) {
      const orelse = else_block(p) ?? [];
      const last = finally_block(p) ?? [];
      return make(body, handlers, orelse, last, start, p.last());
    }
  }
  p.mark = mark;
  return null;
}

// except_block:
//     | invalid_except_stmt_indent
//     | 'except' expression ['as' NAME] ':' block | 'except' ':' block
//     | invalid_except_stmt
export function except_block(p: Parser): ExceptHandler | null {
  if (p.call_invalid_rules) invalid_except_stmt_indent(p);
  const mark = p.mark;
  const start = p.expect(K_except);
  if (start !== null) {
    const type = expression(p);
    const name = type === null ? null : asName(p);
    const body = colonBlock(p);
    if (body !== null) return nodes.ExceptHandler(type, name, body, start, p.last());
    p.mark = mark;
  }
  return p.call_invalid_rules ? invalid_except_stmt(p) : null;
}

// except_star_block:
//     | invalid_except_star_stmt_indent
//     | 'except' '*' expression ['as' NAME] ':' block
//     | invalid_except_stmt
export function except_star_block(p: Parser): ExceptHandler | null {
  if (p.call_invalid_rules) invalid_except_star_stmt_indent(p);
  const mark = p.mark;
  const start = p.expect(K_except);
  if (start !== null && p.expect(STAR) !== null) {
    const type = expression(p);
    if (type !== null) {
      const name = asName(p);
      const body = colonBlock(p);
      if (body !== null) return nodes.ExceptHandler(type, name, body, start, p.last());
    }
  }
  p.mark = mark;
  return p.call_invalid_rules ? invalid_except_stmt(p) : null;
}

// finally_block: invalid_finally_stmt | 'finally' &&':' block
function finally_block(p: Parser): Stmt[] | null {
  if (p.call_invalid_rules) invalid_finally_stmt(p);
  return forcedBlock(p, K_finally);
}
