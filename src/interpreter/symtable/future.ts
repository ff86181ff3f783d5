// `from __future__ import ...`: which features a module asks for, before anything else is compiled.
//
// Answers to CPython 3.12: Python/future.c and the CO_FUTURE_* flags of Include/cpython/code.h.

import type { ImportFrom, Mod } from '../syntax/ast.ts';
import { placedLate, SyntaxErrorInfo } from '../syntax/errors.ts';

export const CO_FUTURE_DIVISION = 0x20000;
export const CO_FUTURE_ABSOLUTE_IMPORT = 0x40000;
export const CO_FUTURE_WITH_STATEMENT = 0x80000;
export const CO_FUTURE_PRINT_FUNCTION = 0x100000;
export const CO_FUTURE_UNICODE_LITERALS = 0x200000;
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_GENERATOR_STOP = 0x800000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

/** What a feature's name switches on; 0 for those that have long been the rule. */
const FEATURES = new Map<string, number>([
  ['nested_scopes', 0],
  ['generators', 0],
  ['division', 0],
  ['absolute_import', 0],
  ['with_statement', 0],
  ['print_function', 0],
  ['unicode_literals', 0],
  ['barry_as_FLUFL', CO_FUTURE_BARRY_AS_BDFL],
  ['generator_stop', 0],
  ['annotations', CO_FUTURE_ANNOTATIONS],
]);

export interface FutureFeatures {
  features: number;
  /** The last future statement; later ones are errors of the compiler. Null: there is none. */
  location: ImportFrom | null;
  error: SyntaxErrorInfo | null;
}

/** CPython 3.12: Python/future.c _PyFuture_FromAST */
export function futureFromAst(mod: Mod, filename: string): FutureFeatures {
  const found: FutureFeatures = { features: 0, location: null, error: null };
  if (mod.node !== 'Module' && mod.node !== 'Interactive') return found;
  const body = mod.body;
  const first = body[0];
  const docstring =
    first?.node === 'Expr' && first.value.node === 'Constant' && typeof first.value.value === 'string';
  // Only a docstring and other future statements may come before.
  for (let i = docstring ? 1 : 0; i < body.length; i++) {
    const s = body[i]!;
    if (s.node !== 'ImportFrom' || s.module !== '__future__') return found;
    for (const { name } of s.names) {
      const flag = FEATURES.get(name);
      if (flag === undefined) {
        const msg =
          name === 'braces' ? 'not a chance' : `future feature ${name.slice(0, 100)} is not defined`;
        found.error = placedLate(
          new SyntaxErrorInfo('SyntaxError', msg, filename, s.lineno, s.col_offset + 1, s.lineno, null, null),
        );
        return found;
      }
      found.features |= flag;
    }
    found.location = s;
  }
  return found;
}
