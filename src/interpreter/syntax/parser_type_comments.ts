// Type comments (`x = []  # type: list[int]`), which the tokenizer gives only where compile() was asked for them.
//
// CPython 3.12: Grammar/python.gram, func_type_comment and the places of TYPE_COMMENT.

import type { Arg } from './ast.ts';
import type { Parser } from './pegen.ts';
import { INDENT, NEWLINE, TYPE_COMMENT } from './token.ts';

/** `[TYPE_COMMENT]` */
export function typeComment(p: Parser): string | null {
  return p.expect(TYPE_COMMENT)?.string ?? null;
}

/** CPython 3.12: Parser/action_helpers.c _PyPegen_add_type_comment_to_arg */
export function commentArg(arg: Arg, comment: string | null): Arg {
  return comment === null ? arg : { ...arg, type_comment: comment };
}

// func_type_comment: NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | invalid_double_type_comments | TYPE_COMMENT
export function func_type_comment(p: Parser): string | null {
  if (!p.typeComments) return null;
  const start = p.mark;
  const below = p.expect(NEWLINE) === null ? null : typeComment(p);
  if (below !== null && newlineAndIndent(p)) return below;
  p.mark = start;
  if (p.call_invalid_rules) invalid_double_type_comments(p);
  p.mark = start;
  return typeComment(p);
}

/** `&(NEWLINE INDENT)` */
function newlineAndIndent(p: Parser): boolean {
  const mark = p.mark;
  const found = p.expect(NEWLINE) !== null && p.expect(INDENT) !== null;
  p.mark = mark;
  return found;
}

// invalid_double_type_comments: TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT
function invalid_double_type_comments(p: Parser): null {
  const one = typeComment(p) !== null && p.expect(NEWLINE) !== null;
  if (!one || typeComment(p) === null || p.expect(NEWLINE) === null || p.expect(INDENT) === null) return null;
  return p.raiseSyntaxError('Cannot have two type comments on def');
}
