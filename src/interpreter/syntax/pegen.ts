// The parser's state and the few things every grammar rule does: look at a token, take it, remember a result.
//
// Answers to CPython 3.12: Parser/pegen.c and pegen.h. The rules themselves are functions in parser_*.ts, one for each
// rule of Grammar/python.gram, under its name; each gives its node, or null with `mark` back where it was.
//
// Parsing goes in two passes, as in CPython. The first only decides: right or wrong. `fast` is true in it, and
// rules may then take short cuts that look at the same tokens as the grammar does and build the same nodes, but
// keep no memo. Only where it fails does the second run, with the rules named invalid_... that find better
// words for what is wrong; it keeps every memo CPython keeps, because what these rules say depends on them.
//
// An error stops everything: CPython asks `error_indicator` before each alternative. Here `fill` becomes -1 instead,
// so that no token can be had any more: then every rule fails by itself, and the way without errors pays nothing.
//
// Absent on purpose: reading from a terminal or a file, `feature_version`.

import type { ExprContext, Name, TypeIgnore } from './ast.ts';
import { type CompileWarning, SyntaxErrorInfo, type SyntaxErrorType } from './errors.ts';
import { KEYWORDS, SOFT_KEYWORDS } from './keywords.ts';
import { raise_error, raise_error_known_location, stack_overflow, tokenizer_error } from './pegen_errors.ts';
import type { LiteralHost } from './string_parser.ts';
import { DEDENT, ENDMARKER, ERRORTOKEN, NAME, NEWLINE, Token, TYPE_IGNORE } from './token.ts';
import { Tokenizer } from './tokenizer.ts';

/** What is to be parsed: a module, one interactive statement, an expression, or the type of a function. */
export type StartRule = 'exec' | 'single' | 'eval' | 'func_type';

/** CPython 3.12: Parser/parser.c MAXSTACK */
export const MAXSTACK = 6000;

/** Anything with a start, and anything with an end: tokens and nodes are both. */
export interface Start {
  readonly lineno: number;
  readonly col_offset: number;
}
export interface End {
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

// Rules whose results are remembered, in both passes or in the second. The first ten are the levels of
// operators, see parser_operators.ts.
export const MEMO_FACTOR = 11;
export const MEMO_AWAIT_PRIMARY = 12;
export const MEMO_PRIMARY = 13;
export const MEMO_EXPRESSION = 14;
export const MEMO_STAR_EXPRESSION = 15;
export const MEMO_STRINGS = 16;
export const MEMO_ARGUMENTS = 17;
export const MEMO_STAR_TARGET = 18;
export const MEMO_TARGET_WITH_STAR_ATOM = 19;
export const MEMO_T_PRIMARY = 20;
export const MEMO_DEL_TARGET = 21;
export const MEMO_SIMPLE_STMT = 22;
export const MEMO_BLOCK = 23;
export const MEMO_CLOSED_PATTERN = 24;
export const MEMO_STAR_PATTERN = 25;
export const MEMO_TYPE_PARAM = 26;
export const MEMO_ATTR = 27;
export const MEMO_INVALID_NAMED_EXPRESSION = 28;

export interface ParserOptions {
  filename: string;
  /** PyCF_DONT_IMPLY_DEDENT: in 'single' mode the end of the text does not end open blocks. */
  dontImplyDedent?: boolean;
  /** PyCF_ALLOW_INCOMPLETE_INPUT: a text that could go on gives "incomplete input". */
  allowIncompleteInput?: boolean;
  /** PyCF_TYPE_COMMENTS: `type_comment` fields and the module's `type_ignores` are filled in. */
  typeComments?: boolean;
  /** `from __future__ import barry_as_FLUFL`: `<>` for `!=`. */
  barryAsBdfl?: boolean;
  /** Whether a warning filter makes an error of this warning. */
  escalate?: (warning: CompileWarning) => boolean;
  /** The character of a Unicode name, for `\N{...}`. */
  namedCharacter?: (name: string) => string | null;
  /** sys.get_int_max_str_digits(); 0: no limit. */
  intMaxStrDigits?: number;
  /** A line, with its line end, of the file called `filename`, if there is one: it becomes an error's text. */
  programText?: (filename: string, lineno: number) => string | null;
}

/** The default of sys.get_int_max_str_digits(). */
const INT_MAX_STR_DIGITS = 4300;

/** What a rule sees once there is an error: a token that is none. */
const NO_TOKEN = new Token(-1, '', 0, 0, 0, 0, 0, -1, -1);

/** CPython 3.12: Parser/pegen.h Parser */
export class Parser implements LiteralHost {
  readonly tok: Tokenizer;
  readonly options: ParserOptions;
  readonly startRule: StartRule;
  readonly tokens: Token[] = [];
  readonly warnings: CompileWarning[] = [];
  readonly namedCharacter: ((name: string) => string | null) | null;
  readonly intMaxStrDigits: number;
  readonly typeComments: boolean;
  readonly type_ignores: TypeIgnore[] = [];
  /** The token the rules are at. */
  mark = 0;
  /** How many tokens have been read; -1 after an error. */
  fill = 0;
  /** How many had been read when the error came. */
  private fillAtError = 0;
  /** How deep CPython's rules would be nested here. */
  level = 0;
  /** In the first pass: short cuts are allowed, memos are not needed. */
  fast = true;
  call_invalid_rules = false;
  known_err_token: Token | null = null;
  error: SyntaxErrorInfo | null = null;
  private parsingStarted = false;

  constructor(source: string, startRule: StartRule, options: ParserOptions) {
    this.startRule = startRule;
    this.options = options;
    this.namedCharacter = options.namedCharacter ?? null;
    this.intMaxStrDigits = options.intMaxStrDigits ?? INT_MAX_STR_DIGITS;
    this.typeComments = options.typeComments ?? false;
    this.tok = new Tokenizer(source, {
      typeComments: this.typeComments,
      filename: options.filename,
      execInput: startRule === 'exec',
      warnings: this.warnings,
      ...(options.escalate ? { escalate: options.escalate } : {}),
    });
  }

  // Tokens

  /** The token at `mark`. */
  peek(): Token {
    return this.mark < this.fill ? this.tokens[this.mark]! : this.fillToken();
  }

  /** The kind of the token at `mark`: what CPython writes as a lookahead for a token. */
  at(type: number): boolean {
    return (this.mark < this.fill ? this.tokens[this.mark]! : this.fillToken()).type === type;
  }

  /** Takes the token at `mark` if it is of this kind. CPython 3.12: Parser/pegen.c _PyPegen_expect_token */
  expect(type: number): Token | null {
    const t = this.mark < this.fill ? this.tokens[this.mark]! : this.fillToken();
    if (t.type !== type) return null;
    this.mark++;
    return t;
  }

  /** `&&'x'`. CPython 3.12: Parser/pegen.c _PyPegen_expect_forced_token */
  expectForced(type: number, expected: string): Token | null {
    const t = this.peek();
    if (t.type !== type) return this.raiseAt(t, `expected '${expected}'`);
    this.mark++;
    return t;
  }

  /** `"x"`. CPython 3.12: Parser/pegen.c _PyPegen_expect_soft_keyword */
  expectSoftKeyword(keyword: string): Token | null {
    const t = this.peek();
    if (t.type !== NAME || t.string !== keyword) return null;
    this.mark++;
    return t;
  }

  /**
   * SOFT_KEYWORD. CPython compares as many characters as the token has, so `m` and `typ` count too.
   * CPython 3.12: Parser/pegen.c _PyPegen_soft_keyword_token
   */
  atSoftKeyword(): boolean {
    const t = this.peek();
    return t.type === NAME && SOFT_KEYWORDS.some((keyword) => keyword.startsWith(t.string));
  }

  /** The token that ends a node. CPython 3.12: Parser/pegen.c _PyPegen_get_last_nonnwhitespace_token */
  last(): Token {
    let token = NO_TOKEN;
    for (let m = this.mark - 1; m >= 0; m--) {
      token = this.tokens[m]!;
      if (token.type > DEDENT || (token.type < NEWLINE && token.type !== ENDMARKER)) break;
    }
    return token;
  }

  /** CPython 3.12: Parser/pegen.c _PyPegen_fill_token */
  private fillToken(): Token {
    if (this.error !== null) return NO_TOKEN;
    let token = this.tok.next();
    for (; token.type === TYPE_IGNORE; token = this.tok.next()) {
      this.type_ignores.push({ node: 'TypeIgnore', lineno: this.tok.lineno, tag: token.string });
    }
    if (token.type === NAME) {
      const keyword = KEYWORDS.get(token.string);
      if (keyword !== undefined) token.type = keyword;
    } else if (this.startRule === 'single' && token.type === ENDMARKER && this.parsingStarted) {
      // One newline more at the end of an interactive statement, and the end of its blocks.
      token.type = NEWLINE;
      this.parsingStarted = false;
      const tok = this.tok;
      if (tok.indent > 0 && !this.options.dontImplyDedent) {
        tok.pendin = -tok.indent;
        tok.indent = 0;
      }
      this.tokens.push(token);
      this.fill++;
      return token;
    }
    this.parsingStarted = true;
    this.tokens.push(token);
    this.fill++;
    if (token.type === ERRORTOKEN) {
      if (this.tok.error !== null) this.fail(this.tok.error);
      else tokenizer_error(this);
      return NO_TOKEN;
    }
    return token;
  }

  // Names

  /** NAME, as a node. CPython 3.12: Parser/pegen.c _PyPegen_name_token */
  name(ctx: ExprContext): Name | null {
    const t = this.expect(NAME);
    return t === null ? null : this.nameFromToken(t, ctx);
  }

  nameFromToken(t: Token, ctx: ExprContext): Name {
    return {
      node: 'Name',
      id: identifier(t),
      ctx,
      lineno: t.lineno,
      col_offset: t.col_offset,
      end_lineno: t.end_lineno,
      end_col_offset: t.end_col_offset,
    };
  }

  // Memos

  /**
   * Whether this rule has been tried here; then `mark` moves on, and `memoized` holds what it gave.
   * CPython 3.12: Parser/pegen.c _PyPegen_is_memoized
   */
  isMemoized(type: number): boolean {
    for (let memo = this.peek().memo; memo !== null; memo = memo.next) {
      if (memo.type === type) {
        this.mark = memo.mark;
        this.memoized = memo.node;
        return true;
      }
    }
    return false;
  }

  memoized: unknown = null;

  /** CPython 3.12: Parser/pegen.c _PyPegen_insert_memo */
  insertMemo<T>(mark: number, type: number, node: T): T {
    const token = this.tokens[mark];
    if (token !== undefined) token.memo = { type, node, mark: this.mark, next: token.memo };
    return node;
  }

  // Errors

  /** Sets the error, unless there is one, and ends the pass. */
  fail(error: SyntaxErrorInfo): null {
    if (this.error === null) {
      this.error = error;
      this.fillAtError = this.fill;
      this.fill = -1;
    }
    return null;
  }

  clearError(): void {
    if (this.error !== null) {
      this.error = null;
      this.fill = this.fillAtError;
    }
  }

  /** How many tokens have been read, error or not. */
  get tokensRead(): number {
    return this.fill < 0 ? this.fillAtError : this.fill;
  }

  /** CPython 3.12: Parser/pegen.c reset_parser_state_for_error_pass */
  resetForErrorPass(): void {
    for (const token of this.tokens) token.memo = null;
    this.mark = 0;
    this.level = 0;
    this.fast = false;
    this.call_invalid_rules = true;
  }

  /** Goes `levels` rules deeper; false where CPython's stack would end. */
  enter(levels: number): boolean {
    if ((this.level += levels) <= MAXSTACK) return true;
    stack_overflow(this);
    return false;
  }

  /** RAISE_SYNTAX_ERROR */
  raiseSyntaxError(msg: string): null {
    return raise_error(this, 'SyntaxError', false, msg);
  }

  /** RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN */
  raiseOnNextToken(msg: string): null {
    return raise_error(this, 'SyntaxError', true, msg);
  }

  /** RAISE_INDENTATION_ERROR */
  raiseIndentationError(msg: string): null {
    return raise_error(this, 'IndentationError', false, msg);
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_LOCATION */
  raiseAt(a: Start & End, msg: string): null {
    return this.raiseRange(a, a, msg);
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_RANGE */
  raiseRange(a: Start, b: End, msg: string): null {
    return this.raiseSyntaxErrorKnownLocation(a.lineno, a.col_offset, b.end_lineno, b.end_col_offset, msg);
  }

  /** RAISE_SYNTAX_ERROR_STARTING_FROM: to where the tokenizer is now */
  raiseStartingFrom(a: Start, msg: string): null {
    return raise_error_known_location(
      this,
      'SyntaxError',
      a.lineno,
      a.col_offset + 1,
      this.tok.lineno,
      this.tok.curColumn(),
      msg,
    );
  }

  /** RAISE_ERROR_KNOWN_LOCATION */
  raiseSyntaxErrorKnownLocation(
    lineno: number,
    col_offset: number,
    end_lineno: number,
    end_col_offset: number,
    msg: string,
  ): null {
    return raise_error_known_location(
      this,
      'SyntaxError',
      lineno,
      col_offset + 1,
      end_lineno,
      end_col_offset + 1,
      msg,
    );
  }

  /** An error without a place. */
  raiseException(type: SyntaxErrorType, msg: string): null {
    return this.fail(new SyntaxErrorInfo(type, msg, this.options.filename, null, null, null, null, null));
  }
}

/** The name a token spells: identifiers beyond ASCII are normalised. CPython 3.12: Parser/pegen.c _PyPegen_new_identifier */
export function identifier(t: Token): string {
  const bytes = t.end_col_offset - t.col_offset;
  return bytes === t.string.length ? t.string : t.string.normalize('NFKC');
}

/** `rule+`: one or more. */
export function oneOrMore<T>(p: Parser, rule: (p: Parser) => T | null): T[] | null {
  const items: T[] = [];
  // In CPython a rule of its own.
  if (!p.enter(1)) return null;
  for (let item = rule(p); item !== null; item = rule(p)) items.push(item);
  p.level--;
  return items.length > 0 ? items : null;
}

/** `separator.rule+`: one or more with a separator between. */
export function separated<T>(p: Parser, separator: number, rule: (p: Parser) => T | null): T[] | null {
  // In CPython a rule of its own, and one more for the loop.
  if (!p.enter(2)) return null;
  p.level--;
  const first = rule(p);
  p.level++;
  const items = first === null ? null : [first];
  while (items !== null) {
    const mark = p.mark;
    if (p.expect(separator) === null) break;
    const item = rule(p);
    if (item === null) {
      p.mark = mark;
      break;
    }
    items.push(item);
  }
  p.level -= 2;
  return items;
}

/** `&rule`: whether the rule would match here; nothing is taken. */
export function lookahead(p: Parser, rule: (p: Parser) => unknown): boolean {
  const mark = p.mark;
  const found = rule(p) !== null;
  p.mark = mark;
  return found;
}
