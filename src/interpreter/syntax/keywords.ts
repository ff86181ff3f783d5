// Keywords: names the tokenizer cannot tell from others, and the parser can.
//
// CPython 3.12's tokenizer knows no keywords (Parser/pegen.c _get_keyword_or_name_type gives each its own token kind
// from 500 up, in an order that pegen happened to find). Here they count in alphabetical order, as in
// `keyword.kwlist`; the numbers are never shown to programs. `async` and `await` are kinds of the tokenizer.

export const K_False = 500;
export const K_None = 501;
export const K_True = 502;
export const K_and = 503;
export const K_as = 504;
export const K_assert = 505;
export const K_break = 506;
export const K_class = 507;
export const K_continue = 508;
export const K_def = 509;
export const K_del = 510;
export const K_elif = 511;
export const K_else = 512;
export const K_except = 513;
export const K_finally = 514;
export const K_for = 515;
export const K_from = 516;
export const K_global = 517;
export const K_if = 518;
export const K_import = 519;
export const K_in = 520;
export const K_is = 521;
export const K_lambda = 522;
export const K_nonlocal = 523;
export const K_not = 524;
export const K_or = 525;
export const K_pass = 526;
export const K_raise = 527;
export const K_return = 528;
export const K_try = 529;
export const K_while = 530;
export const K_with = 531;
export const K_yield = 532;
/** One more than the highest kind of token, for tables indexed by kind. */
export const TOKEN_KINDS = 533;

/** Each keyword's kind of token. */
export const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ['False', K_False],
  ['None', K_None],
  ['True', K_True],
  ['and', K_and],
  ['as', K_as],
  ['assert', K_assert],
  ['break', K_break],
  ['class', K_class],
  ['continue', K_continue],
  ['def', K_def],
  ['del', K_del],
  ['elif', K_elif],
  ['else', K_else],
  ['except', K_except],
  ['finally', K_finally],
  ['for', K_for],
  ['from', K_from],
  ['global', K_global],
  ['if', K_if],
  ['import', K_import],
  ['in', K_in],
  ['is', K_is],
  ['lambda', K_lambda],
  ['nonlocal', K_nonlocal],
  ['not', K_not],
  ['or', K_or],
  ['pass', K_pass],
  ['raise', K_raise],
  ['return', K_return],
  ['try', K_try],
  ['while', K_while],
  ['with', K_with],
  ['yield', K_yield],
]);

/** Names that mean something in some places only (CPython 3.12: Parser/parser.c soft_keywords). */
export const SOFT_KEYWORDS: readonly string[] = ['_', 'case', 'match', 'type'];
