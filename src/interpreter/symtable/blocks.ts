// The first pass's ground: which block is being read, and the noting down of names in it.
//
// Answers to CPython 3.12: Python/symtable.c from ste_new to symtable_record_directive. Functions give false after
// putting the error into `st.error`.

import type { Located } from '../syntax/ast.ts';
import { placedLate, SyntaxErrorInfo } from '../syntax/errors.ts';
import {
  AnnotationBlock,
  ClassBlock,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  getSymbol,
  isFunctionLike,
  maybeMangle,
  type SymbolTable,
  SymtableEntry,
  TypeParamBlock,
  USE,
} from './entry.ts';

/** CPython's C_RECURSION_LIMIT on Linux, release build. */
export const C_RECURSION_LIMIT = 10000;

/** What the first pass carries along. */
export class SymtableState {
  readonly table: SymbolTable;
  /** CO_FUTURE_ANNOTATIONS is set: annotations are not evaluated. */
  readonly futureAnnotations: boolean;
  readonly stack: SymtableEntry[] = [];
  cur!: SymtableEntry;
  /** The class around, for mangling. */
  private_: string | null = null;
  global!: Map<string, number>;
  recursion_depth = 0;
  error: SyntaxErrorInfo | null = null;

  constructor(table: SymbolTable, futureAnnotations: boolean) {
    this.table = table;
    this.futureAnnotations = futureAnnotations;
  }
}

/** CPython 3.12: Python/errors.c PyErr_RangedSyntaxLocationObject; columns stay in bytes, as there. */
export function errorAt(st: SymtableState, msg: string, at: Located): false {
  st.error = placedLate(
    new SyntaxErrorInfo(
      'SyntaxError',
      msg,
      st.table.filename,
      at.lineno,
      at.col_offset + 1,
      at.end_lineno,
      at.end_col_offset + 1,
      null,
    ),
  );
  return false;
}

/** The error of programs nested too deeply. */
export function recursionError(filename: string): SyntaxErrorInfo {
  const msg = 'maximum recursion depth exceeded during compilation';
  return new SyntaxErrorInfo('RecursionError', msg, filename, null, null, null, null, null);
}

export function recursionTooDeep(st: SymtableState): false {
  st.error = recursionError(st.table.filename);
  return false;
}

const NOWHERE: Located = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

/** CPython 3.12: Python/symtable.c ste_new and symtable_enter_block */
export function enterBlock(
  st: SymtableState,
  name: string,
  type: number,
  key: object,
  at: Located = NOWHERE,
): void {
  const prev: SymtableEntry | undefined = st.cur;
  const nested = prev !== undefined && (prev.ste_nested || isFunctionLike(prev));
  const ste = new SymtableEntry(
    name,
    type,
    nested,
    at.lineno,
    at.col_offset,
    at.end_lineno,
    at.end_col_offset,
  );
  st.table.blocks.set(key, ste);
  st.stack.push(ste);
  st.cur = ste;
  if (prev === undefined) {
    st.global = ste.ste_symbols;
    return;
  }
  // No assignment expression anywhere in the outermost iterable of a comprehension.
  ste.ste_comp_iter_expr = prev.ste_comp_iter_expr;
  // Classes mangle every name.
  if (type !== ClassBlock) ste.ste_mangled_names = prev.ste_mangled_names;
  // Annotations that become strings leave no trace in the table.
  if (type !== AnnotationBlock) prev.ste_children.push(ste);
}

/** CPython 3.12: Python/symtable.c symtable_exit_block */
export function exitBlock(st: SymtableState): void {
  st.stack.pop();
  const last = st.stack[st.stack.length - 1];
  if (last !== undefined) st.cur = last;
}

/** CPython 3.12: Python/symtable.c symtable_lookup_entry */
export function lookupEntry(st: SymtableState, ste: SymtableEntry, name: string): number {
  return getSymbol(ste, maybeMangle(st.private_, ste, name));
}

/** CPython 3.12: Python/symtable.c symtable_add_def_helper */
export function addDefTo(
  st: SymtableState,
  name: string,
  flag: number,
  ste: SymtableEntry,
  at: Located,
): boolean {
  const mangled = maybeMangle(st.private_, st.cur, name);
  const symbols = ste.ste_symbols;
  let value = symbols.get(mangled) ?? 0;
  if (value & flag & DEF_PARAM) {
    return errorAt(st, `duplicate argument '${name}' in function definition`, at);
  }
  if (value & flag & DEF_TYPE_PARAM) return errorAt(st, `duplicate type parameter '${name}'`, at);
  value |= flag;
  if (ste.ste_comp_iter_target) {
    // An iteration variable: later assignment expressions look for the mark.
    if (value & (DEF_GLOBAL | DEF_NONLOCAL)) {
      return errorAt(st, `comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
    }
    value |= DEF_COMP_ITER;
  }
  symbols.set(mangled, value);
  if (flag & DEF_PARAM) ste.ste_varnames.push(mangled);
  else if (flag & DEF_GLOBAL) st.global.set(mangled, flag | (st.global.get(mangled) ?? 0));
  return true;
}

/** CPython 3.12: Python/symtable.c symtable_add_def */
export function addDef(st: SymtableState, name: string, flag: number, at: Located): boolean {
  if (flag & DEF_TYPE_PARAM && st.cur.ste_mangled_names !== null) st.cur.ste_mangled_names.add(name);
  return addDefTo(st, name, flag, st.cur, at);
}

/** CPython 3.12: Python/symtable.c symtable_enter_type_param_block */
export function enterTypeParamBlock(
  st: SymtableState,
  name: string,
  key: object,
  hasDefaults: boolean,
  hasKwDefaults: boolean,
  isClass: boolean,
  at: Located,
): boolean {
  const inClass = st.cur.ste_type === ClassBlock;
  enterBlock(st, name, TypeParamBlock, key, at);
  if (inClass) {
    st.cur.ste_can_see_class_scope = true;
    if (!addDef(st, '__classdict__', USE, at)) return false;
  }
  if (isClass) {
    // `.type_params` is set with the parameters and used for the bases; `.generic_base` is the base added.
    if (!addDef(st, '.type_params', DEF_LOCAL, at)) return false;
    if (!addDef(st, '.type_params', USE, at)) return false;
    if (!addDef(st, '.generic_base', DEF_LOCAL, at)) return false;
    if (!addDef(st, '.generic_base', USE, at)) return false;
  }
  if (hasDefaults && !addDef(st, '.defaults', DEF_PARAM, at)) return false;
  return !hasKwDefaults || addDef(st, '.kwdefaults', DEF_PARAM, at);
}

/** CPython 3.12: Python/symtable.c symtable_record_directive */
export function recordDirective(st: SymtableState, name: string, at: Located): void {
  st.cur.ste_directives.push({
    name: maybeMangle(st.private_, st.cur, name),
    lineno: at.lineno,
    col_offset: at.col_offset,
    end_lineno: at.end_lineno,
    end_col_offset: at.end_col_offset,
  });
}
