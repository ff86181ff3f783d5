// `repr` of a str: quotes, escapes, and which characters show as themselves.
//
// Answers to CPython 3.12: Objects/unicodeobject.c unicode_repr.

import { reprStr } from '../code/constrepr.ts';

const PLAIN = /^[ -&(-[\]-~]*$/;

export function reprText(s: string): string {
  // Most strings are printable ASCII without quotes.
  return PLAIN.test(s) ? `'${s}'` : reprStr(s);
}
