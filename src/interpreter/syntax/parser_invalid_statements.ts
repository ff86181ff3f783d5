// What is wrong with statements and patterns. Run in the second pass only: each rule raises what it found and gives null.
//
// CPython 3.12: Grammar/python.gram, "START OF INVALID RULES", as far as statements go. The order of the alternatives
// matters, and so does what each of them reads before it gives up: an error without a place of its own points
// to the furthest token read.

import { get_expr_name, raise_invalid_target } from './action_helpers.ts';
import type { Expr, Pattern } from './ast.ts';
import {
  K_as,
  K_class,
  K_def,
  K_del,
  K_elif,
  K_else,
  K_except,
  K_finally,
  K_for,
  K_from,
  K_if,
  K_import,
  K_in,
  K_try,
  K_while,
  K_with,
} from './keywords.ts';
import { arguments_ } from './parser_arguments.ts';
import { block, except_block, except_star_block } from './parser_compound.ts';
import {
  expression,
  expressions,
  named_expression,
  star_expressions,
  star_named_expression,
  star_named_expressions,
  yield_expr,
} from './parser_expressions.ts';
import { params } from './parser_parameters.ts';
import {
  guard,
  keyword_patterns,
  name_or_attr,
  or_pattern,
  patterns,
  positional_patterns,
  subject_expr,
} from './parser_patterns.ts';
import { list, tuple } from './parser_primary.ts';
import {
  annotated_rhs,
  asName,
  assignmentTargets,
  augassign,
  dotted_name,
  import_from_as_names,
  type_params,
} from './parser_statements.ts';
import { star_target, star_targets } from './parser_targets.ts';
import { oneOrMore, type Parser, separated } from './pegen.ts';
import {
  ASYNC,
  COLON,
  COMMA,
  EQUAL,
  INDENT,
  LPAR,
  NAME,
  NEWLINE,
  RARROW,
  RPAR,
  STAR,
  type Token,
} from './token.ts';

/** `':' NEWLINE !INDENT`, or from NEWLINE on. */
function noIndentedBlock(p: Parser): boolean {
  return p.expect(COLON) !== null && p.expect(NEWLINE) !== null && !p.at(INDENT);
}

function expectedBlock(p: Parser, what: string, keyword: Token): null {
  return p.raiseIndentationError(`expected an indented block after ${what} on line ${keyword.lineno}`);
}

// invalid_assignment:
//     | invalid_ann_assign_target ':' expression
//     | star_named_expression ',' star_named_expressions* ':' expression
//     | expression ':' expression
//     | (star_targets '=')* star_expressions '='
//     | (star_targets '=')* yield_expr '='
//     | star_expressions augassign (yield_expr | star_expressions)
export function invalid_assignment(p: Parser): null {
  const start = p.mark;

  let a = invalid_ann_assign_target(p);
  if (a !== null && p.expect(COLON) !== null && expression(p) !== null) {
    return p.raiseAt(a, `only single target (not ${get_expr_name(a)}) can be annotated`);
  }
  p.mark = start;

  a = star_named_expression(p);
  if (a !== null && p.expect(COMMA) !== null) {
    while (star_named_expressions(p) !== null);
    if (p.expect(COLON) !== null && expression(p) !== null) {
      return p.raiseAt(a, 'only single target (not tuple) can be annotated');
    }
  }
  p.mark = start;

  a = expression(p);
  if (a !== null && p.expect(COLON) !== null && expression(p) !== null) {
    return p.raiseAt(a, 'illegal target for annotation');
  }
  p.mark = start;

  assignmentTargets(p);
  a = star_expressions(p);
  if (a !== null && p.expect(EQUAL) !== null) return raise_invalid_target(p, 'STAR_TARGETS', a);
  p.mark = start;

  assignmentTargets(p);
  a = yield_expr(p);
  if (a !== null && p.expect(EQUAL) !== null) {
    return p.raiseAt(a, 'assignment to yield expression not possible');
  }
  p.mark = start;

  a = star_expressions(p);
  if (a !== null && augassign(p) !== null && annotated_rhs(p) !== null) {
    return p.raiseAt(a, `'${get_expr_name(a)}' is an illegal expression for augmented assignment`);
  }
  p.mark = start;
  return null;
}

// invalid_ann_assign_target: list | tuple | '(' invalid_ann_assign_target ')'
function invalid_ann_assign_target(p: Parser): Expr | null {
  const display = list(p) ?? tuple(p);
  if (display !== null) return display;
  const start = p.mark;
  const inner = p.expect(LPAR) === null ? null : invalid_ann_assign_target(p);
  if (inner !== null && p.expect(RPAR) !== null) return inner;
  p.mark = start;
  return null;
}

// invalid_del_stmt: 'del' star_expressions
export function invalid_del_stmt(p: Parser): null {
  const start = p.mark;
  const a = p.expect(K_del) === null ? null : star_expressions(p);
  if (a !== null) raise_invalid_target(p, 'DEL_TARGETS', a);
  p.mark = start;
  return null;
}

// invalid_block: NEWLINE !INDENT
export function invalid_block(p: Parser): null {
  const start = p.mark;
  if (p.expect(NEWLINE) !== null && !p.at(INDENT)) p.raiseIndentationError('expected an indented block');
  p.mark = start;
  return null;
}

// invalid_with_item: expression 'as' expression &(',' | ')' | ':')
export function invalid_with_item(p: Parser): null {
  const start = p.mark;
  const a = expression(p) !== null && p.expect(K_as) !== null ? expression(p) : null;
  if (a !== null && (p.at(COMMA) || p.at(RPAR) || p.at(COLON))) raise_invalid_target(p, 'STAR_TARGETS', a);
  p.mark = start;
  return null;
}

// invalid_for_target: ASYNC? 'for' star_expressions
export function invalid_for_target(p: Parser): null {
  const start = p.mark;
  p.expect(ASYNC);
  const a = p.expect(K_for) === null ? null : star_expressions(p);
  if (a !== null) raise_invalid_target(p, 'FOR_TARGETS', a);
  p.mark = start;
  return null;
}

// invalid_import: 'import' ','.dotted_name+ 'from' dotted_name
export function invalid_import(p: Parser): null {
  const start = p.mark;
  const a = p.expect(K_import);
  if (
    a !== null &&
    separated(p, COMMA, dotted_name) !== null &&
    p.expect(K_from) !== null &&
    dotted_name(p) !== null
  ) {
    p.raiseStartingFrom(a, "Did you mean to use 'from ... import ...' instead?");
  }
  p.mark = start;
  return null;
}

// invalid_import_from_targets: import_from_as_names ',' NEWLINE
export function invalid_import_from_targets(p: Parser): null {
  const start = p.mark;
  if (import_from_as_names(p) !== null && p.expect(COMMA) !== null && p.expect(NEWLINE) !== null) {
    p.raiseSyntaxError('trailing comma not allowed without surrounding parentheses');
  }
  p.mark = start;
  return null;
}

/** `','.(expression ['as' star_target])+` */
function withItems(p: Parser, context: (p: Parser) => Expr | null): boolean {
  const items = separated(p, COMMA, (q) => {
    const item = context(q);
    if (item === null) return null;
    const mark = q.mark;
    if (q.expect(K_as) === null || star_target(q) === null) q.mark = mark;
    return item;
  });
  return items !== null;
}

/** `'(' ','.(expressions ['as' star_target])+ ','? ')'` */
function bracketedWithItems(p: Parser): boolean {
  if (p.expect(LPAR) === null || !withItems(p, expressions)) return false;
  p.expect(COMMA);
  return p.expect(RPAR) !== null;
}

// invalid_with_stmt:
//     | [ASYNC] 'with' ','.(expression ['as' star_target])+ NEWLINE
//     | [ASYNC] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE
export function invalid_with_stmt(p: Parser): null {
  const start = p.mark;
  p.expect(ASYNC);
  if (p.expect(K_with) !== null) {
    const after = p.mark;
    if (withItems(p, expression) && p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
    p.mark = after;
    if (bracketedWithItems(p) && p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
  }
  p.mark = start;
  return null;
}

// invalid_with_stmt_indent:
//     | [ASYNC] 'with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT
//     | [ASYNC] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT
export function invalid_with_stmt_indent(p: Parser): null {
  const start = p.mark;
  p.expect(ASYNC);
  const a = p.expect(K_with);
  if (a !== null) {
    const after = p.mark;
    if (withItems(p, expression) && noIndentedBlock(p)) return expectedBlock(p, "'with' statement", a);
    p.mark = after;
    if (bracketedWithItems(p) && noIndentedBlock(p)) return expectedBlock(p, "'with' statement", a);
  }
  p.mark = start;
  return null;
}

// invalid_try_stmt:
//     | 'try' ':' NEWLINE !INDENT
//     | 'try' ':' block !('except' | 'finally')
//     | 'try' ':' block* except_block+ 'except' '*' expression ['as' NAME] ':'
//     | 'try' ':' block* except_star_block+ 'except' [expression ['as' NAME]] ':'
export function invalid_try_stmt(p: Parser): null {
  const start = p.mark;
  const a = p.expect(K_try);
  if (a === null || p.expect(COLON) === null) {
    p.mark = start;
    return null;
  }
  const after = p.mark;
  if (p.expect(NEWLINE) !== null && !p.at(INDENT)) return expectedBlock(p, "'try' statement", a);

  p.mark = after;
  if (block(p) !== null && !p.at(K_except) && !p.at(K_finally)) {
    return p.raiseSyntaxError("expected 'except' or 'finally' block");
  }

  p.mark = after;
  oneOrMore(p, block);
  if (oneOrMore(p, except_block) !== null) {
    const except = p.expect(K_except);
    const star = except === null ? null : p.expect(STAR);
    if (except !== null && star !== null && expression(p) !== null) {
      asName(p);
      if (p.expect(COLON) !== null) return p.raiseRange(except, star, MIXED_EXCEPT);
    }
  }

  p.mark = after;
  oneOrMore(p, block);
  if (oneOrMore(p, except_star_block) !== null) {
    const except = p.expect(K_except);
    if (except !== null) {
      if (expression(p) !== null) asName(p);
      if (p.expect(COLON) !== null) return p.raiseAt(except, MIXED_EXCEPT);
    }
  }
  p.mark = start;
  return null;
}

const MIXED_EXCEPT = "cannot have both 'except' and 'except*' on the same 'try'";

// invalid_except_stmt:
//     | 'except' '*'? expression ',' expressions ['as' NAME] ':'
//     | 'except' '*'? expression ['as' NAME] NEWLINE
//     | 'except' NEWLINE
//     | 'except' '*' (NEWLINE | ':')
export function invalid_except_stmt(p: Parser): null {
  const start = p.mark;
  if (p.expect(K_except) === null) return null;
  p.expect(STAR);
  const a = expression(p);
  if (a !== null) {
    const after = p.mark;
    if (p.expect(COMMA) !== null && expressions(p) !== null) {
      asName(p);
      if (p.expect(COLON) !== null) {
        return p.raiseStartingFrom(a, 'multiple exception types must be parenthesized');
      }
    }
    p.mark = after;
    asName(p);
    if (p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
  }
  p.mark = start + 1;
  if (p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
  if (p.expect(STAR) !== null && (p.expect(NEWLINE) !== null || p.expect(COLON) !== null)) {
    return p.raiseSyntaxError('expected one or more exception types');
  }
  p.mark = start;
  return null;
}

// invalid_finally_stmt: 'finally' ':' NEWLINE !INDENT
export function invalid_finally_stmt(p: Parser): null {
  const start = p.mark;
  const a = p.expect(K_finally);
  if (a !== null && noIndentedBlock(p)) return expectedBlock(p, "'finally' statement", a);
  p.mark = start;
  return null;
}

// invalid_except_stmt_indent:
//     | 'except' expression ['as' NAME] ':' NEWLINE !INDENT
//     | 'except' ':' NEWLINE !INDENT
export function invalid_except_stmt_indent(p: Parser): null {
  const start = p.mark;
  const a = p.expect(K_except);
  if (a === null) return null;
  if (expression(p) !== null) asName(p);
  if (noIndentedBlock(p)) return expectedBlock(p, "'except' statement", a);
  p.mark = start;
  return null;
}

// invalid_except_star_stmt_indent: 'except' '*' expression ['as' NAME] ':' NEWLINE !INDENT
export function invalid_except_star_stmt_indent(p: Parser): null {
  const start = p.mark;
  const a = p.expect(K_except);
  if (a !== null && p.expect(STAR) !== null && expression(p) !== null) {
    asName(p);
    if (noIndentedBlock(p)) return expectedBlock(p, "'except*' statement", a);
  }
  p.mark = start;
  return null;
}

/** `keyword named_expression NEWLINE`, and `keyword named_expression ':' NEWLINE !INDENT` */
function invalidTest(p: Parser, keyword: number, what: string): null {
  const start = p.mark;
  const a = p.expect(keyword);
  if (a !== null && named_expression(p) !== null) {
    if (p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
    if (noIndentedBlock(p)) return expectedBlock(p, what, a);
  }
  p.mark = start;
  return null;
}

// invalid_if_stmt:
//     | 'if' named_expression NEWLINE | 'if' named_expression ':' NEWLINE !INDENT
export function invalid_if_stmt(p: Parser): null {
  return invalidTest(p, K_if, "'if' statement");
}

// invalid_elif_stmt:
//     | 'elif' named_expression NEWLINE | 'elif' named_expression ':' NEWLINE !INDENT
export function invalid_elif_stmt(p: Parser): null {
  return invalidTest(p, K_elif, "'elif' statement");
}

// invalid_else_stmt: 'else' ':' NEWLINE !INDENT
export function invalid_else_stmt(p: Parser): null {
  const start = p.mark;
  const a = p.expect(K_else);
  if (a !== null && noIndentedBlock(p)) return expectedBlock(p, "'else' statement", a);
  p.mark = start;
  return null;
}

// invalid_while_stmt:
//     | 'while' named_expression NEWLINE | 'while' named_expression ':' NEWLINE !INDENT
export function invalid_while_stmt(p: Parser): null {
  return invalidTest(p, K_while, "'while' statement");
}

// invalid_for_stmt:
//     | [ASYNC] 'for' star_targets 'in' star_expressions NEWLINE
//     | [ASYNC] 'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
export function invalid_for_stmt(p: Parser): null {
  const start = p.mark;
  p.expect(ASYNC);
  const a = p.expect(K_for);
  if (a !== null && star_targets(p) !== null && p.expect(K_in) !== null && star_expressions(p) !== null) {
    if (p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
    if (noIndentedBlock(p)) return expectedBlock(p, "'for' statement", a);
  }
  p.mark = start;
  return null;
}

// invalid_def_raw:
//     | [ASYNC] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT
export function invalid_def_raw(p: Parser): null {
  const start = p.mark;
  p.expect(ASYNC);
  const a = p.expect(K_def);
  if (a !== null && p.expect(NAME) !== null) {
    type_params(p);
    if (p.expect(LPAR) !== null) {
      params(p);
      if (p.expect(RPAR) !== null) {
        const mark = p.mark;
        if (p.expect(RARROW) === null || expression(p) === null) p.mark = mark;
        if (noIndentedBlock(p)) return expectedBlock(p, 'function definition', a);
      }
    }
  }
  p.mark = start;
  return null;
}

// invalid_class_def_raw:
//     | 'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE
//     | 'class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT
export function invalid_class_def_raw(p: Parser): null {
  const start = p.mark;
  const a = p.expect(K_class);
  if (a !== null && p.expect(NAME) !== null) {
    type_params(p);
    const mark = p.mark;
    if (p.expect(LPAR) !== null) {
      arguments_(p);
      if (p.expect(RPAR) === null) p.mark = mark;
    }
    if (p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
    if (noIndentedBlock(p)) return expectedBlock(p, 'class definition', a);
  }
  p.mark = start;
  return null;
}

// invalid_match_stmt:
//     | "match" subject_expr NEWLINE | "match" subject_expr ':' NEWLINE !INDENT
export function invalid_match_stmt(p: Parser): null {
  const start = p.mark;
  const a = p.expectSoftKeyword('match');
  if (a !== null && subject_expr(p) !== null) {
    if (p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
    if (noIndentedBlock(p)) return expectedBlock(p, "'match' statement", a);
  }
  p.mark = start;
  return null;
}

// invalid_case_block:
//     | "case" patterns [guard] NEWLINE | "case" patterns [guard] ':' NEWLINE !INDENT
export function invalid_case_block(p: Parser): null {
  const start = p.mark;
  const a = p.expectSoftKeyword('case');
  if (a !== null && patterns(p) !== null) {
    guard(p);
    if (p.expect(NEWLINE) !== null) return p.raiseSyntaxError("expected ':'");
    if (noIndentedBlock(p)) return expectedBlock(p, "'case' statement", a);
  }
  p.mark = start;
  return null;
}

// invalid_as_pattern: or_pattern 'as' "_" | or_pattern 'as' !NAME expression
export function invalid_as_pattern(p: Parser): null {
  const start = p.mark;
  if (or_pattern(p) !== null && p.expect(K_as) !== null) {
    const wildcard = p.expectSoftKeyword('_');
    if (wildcard !== null) return p.raiseAt(wildcard, "cannot use '_' as a target");
    const target = p.at(NAME) ? null : expression(p);
    if (target !== null) return p.raiseAt(target, 'invalid pattern target');
  }
  p.mark = start;
  return null;
}

// invalid_class_pattern: name_or_attr '(' invalid_class_argument_pattern
export function invalid_class_pattern(p: Parser): null {
  const start = p.mark;
  const a = name_or_attr(p) !== null && p.expect(LPAR) !== null ? invalid_class_argument_pattern(p) : null;
  if (a !== null) return p.raiseRange(a[0]!, a.at(-1)!, 'positional patterns follow keyword patterns');
  p.mark = start;
  return null;
}

// invalid_class_argument_pattern:
//     | [positional_patterns ','] keyword_patterns ',' positional_patterns
function invalid_class_argument_pattern(p: Parser): Pattern[] | null {
  const start = p.mark;
  if (positional_patterns(p) === null || p.expect(COMMA) === null) p.mark = start;
  if (keyword_patterns(p) !== null && p.expect(COMMA) !== null) {
    const positional = positional_patterns(p);
    if (positional !== null) return positional;
  }
  p.mark = start;
  return null;
}
