// Docstrings: a string that stands alone at the start of a body.

import type { Stmt } from '../syntax/ast.ts';

/** The docstring of a body, or null. CPython 3.12: Python/ast.c _PyAST_GetDocString. */
export function docstringOf(body: readonly Stmt[]): string | null {
  const first = body[0];
  if (first?.node !== 'Expr' || first.value.node !== 'Constant') return null;
  const { value } = first.value;
  return typeof value === 'string' ? value : null;
}
