// The parser: source text in, abstract syntax tree out, or the SyntaxError.
//
// Answers to CPython 3.12: Parser/pegen.c _PyPegen_run_parser_from_string, with the starting rules of
// Grammar/python.gram. The rest of the grammar: parser_statements.ts, parser_compound.ts, parser_parameters.ts,
// parser_patterns.ts, parser_expressions.ts, parser_operators.ts, parser_primary.ts, parser_arguments.ts,
// parser_comprehensions.ts, parser_strings.ts, parser_targets.ts, and parser_invalid_*.ts for what is wrong.

import { isStackOverflow } from '../text/stackoverflow.ts';
import type { Expr, Mod, Stmt } from './ast.ts';
import type { CompileWarning, SyntaxErrorInfo } from './errors.ts';
import * as nodes from './nodes.ts';
import { compound_stmt } from './parser_compound.ts';
import { expression, expressions } from './parser_expressions.ts';
import { simple_stmts, statements } from './parser_statements.ts';
import { Parser, type ParserOptions, type StartRule, separated } from './pegen.ts';
import { isSyntaxError, set_syntax_error, stack_overflow } from './pegen_errors.ts';
import { COMMA, DOUBLESTAR, ENDMARKER, LPAR, NEWLINE, RARROW, RPAR, STAR } from './token.ts';
import { E_EOF, E_EOFS, E_EOLS } from './tokenizer.ts';

export type { ParserOptions, StartRule } from './pegen.ts';

export interface ParseResult {
  mod: Mod | null;
  error: SyntaxErrorInfo | null;
  warnings: CompileWarning[];
}

/** CPython 3.12: Parser/pegen.c _PyPegen_run_parser_from_string */
export function parse(
  source: string,
  filename: string,
  mode: StartRule,
  options: Omit<ParserOptions, 'filename'> = {},
): ParseResult {
  const p = new Parser(source, mode, { ...options, filename });
  let mod: Mod | null = null;
  try {
    mod = run_parser(p);
  } catch (thrown) {
    // JavaScript's own stack has ended before CPython's MAXSTACK: the same refusal.
    if (!isStackOverflow(thrown)) throw thrown;
    p.clearError();
    stack_overflow(p);
  }
  return { mod: p.error === null ? mod : null, error: p.error, warnings: p.warnings };
}

/** CPython 3.12: Parser/pegen.c _PyPegen_run_parser */
function run_parser(p: Parser): Mod | null {
  const mod = startRule(p);
  if (mod === null || p.error !== null) {
    const { done } = p.tok;
    if (p.options.allowIncompleteInput && (done === E_EOF || done === E_EOFS || done === E_EOLS)) {
      p.clearError();
      return p.raiseSyntaxError('incomplete input');
    }
    if (p.error !== null && !isSyntaxError(p.error)) return null;
    const lastToken = p.tokens[p.tokensRead - 1];
    p.resetForErrorPass();
    // With an error set already the second pass would end at once.
    if (p.error === null) startRule(p);
    set_syntax_error(p, lastToken);
    return null;
  }
  if (p.startRule === 'single' && bad_single_statement(p)) {
    return p.raiseSyntaxError('multiple statements found while compiling a single statement');
  }
  return mod;
}

/** Whether more than blanks and comments follow. CPython 3.12: Parser/pegen.c bad_single_statement */
function bad_single_statement(p: Parser): boolean {
  return !/^(?:[ \t\n\f]|#[^\n]*)*$/.test(p.tok.rest());
}

/** CPython 3.12: Parser/parser.c _PyPegen_parse */
function startRule(p: Parser): Mod | null {
  switch (p.startRule) {
    case 'exec':
      return file(p);
    case 'single':
      return interactive(p);
    case 'eval':
      return eval_(p);
    case 'func_type':
      return func_type(p);
  }
}

// file: [statements] ENDMARKER
function file(p: Parser): Mod | null {
  // For CPython: this rule, statements, its loop, and statement.
  p.enter(4);
  const body = statements(p) ?? [];
  return p.expect(ENDMARKER) === null ? null : nodes.Module(body, p.type_ignores);
}

// interactive: statement_newline
function interactive(p: Parser): Mod | null {
  p.enter(2);
  const body = statement_newline(p);
  return body === null ? null : nodes.Interactive(body);
}

// statement_newline: compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER
function statement_newline(p: Parser): Stmt[] | null {
  const start = p.mark;
  const compound = compound_stmt(p);
  if (compound !== null && p.expect(NEWLINE) !== null) return [compound];
  p.mark = start;
  const simple = simple_stmts(p);
  if (simple !== null) return simple;
  const newline = p.expect(NEWLINE);
  return newline === null ? null : [nodes.Pass(newline, p.last())];
}

// eval: expressions NEWLINE* ENDMARKER
function eval_(p: Parser): Mod | null {
  p.enter(1);
  const body = expressions(p);
  if (body === null) return null;
  while (p.expect(NEWLINE) !== null);
  return p.expect(ENDMARKER) === null ? null : nodes.Expression(body);
}

// func_type: '(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER
function func_type(p: Parser): Mod | null {
  p.enter(1);
  if (p.expect(LPAR) === null) return null;
  const argtypes = type_expressions(p) ?? [];
  if (p.expect(RPAR) === null || p.expect(RARROW) === null) return null;
  const returns = expression(p);
  if (returns === null) return null;
  while (p.expect(NEWLINE) !== null);
  return p.expect(ENDMARKER) === null ? null : nodes.FunctionType(argtypes, returns);
}

// type_expressions: expressions with commas between, then one with '*', then one with '**'; each part may be absent
function type_expressions(p: Parser): Expr[] | null {
  const types = separated(p, COMMA, expression) ?? [];
  for (const stars of [STAR, DOUBLESTAR]) {
    const mark = p.mark;
    const separator = types.length === 0 || p.expect(COMMA) !== null;
    const type = separator && p.expect(stars) !== null ? expression(p) : null;
    if (type === null) p.mark = mark;
    else types.push(type);
  }
  return types.length === 0 ? null : types;
}
