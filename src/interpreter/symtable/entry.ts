// One entry for each block of a program: its names, what is done with them, and in the end where each one lives.
//
// Answers to CPython 3.12: Include/internal/pycore_symtable.h (the flags, PySTEntryObject, struct symtable) and the
// small readers and name mangling of Python/symtable.c. Field names are CPython's: the code generator, `symtable`
// the module and the site's scope view all read these fields.

import type { SyntaxErrorInfo } from '../syntax/errors.ts';

/** What a block is; the numbers are those `symtable` the module shows. */
export const FunctionBlock = 0;
export const ClassBlock = 1;
export const ModuleBlock = 2;
/** Annotations under `from __future__ import annotations`: visited for their errors only. */
export const AnnotationBlock = 3;
export const TypeVarBoundBlock = 4;
export const TypeAliasBlock = 5;
export const TypeParamBlock = 6;

export const NoComprehension = 0;
export const ListComprehension = 1;
export const DictComprehension = 2;
export const SetComprehension = 3;
export const GeneratorExpression = 4;

// What is done with a name in a block.
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 2 << 1;
export const DEF_NONLOCAL = 2 << 2;
export const USE = 2 << 3;
export const DEF_FREE = 2 << 4;
export const DEF_FREE_CLASS = 2 << 5;
export const DEF_IMPORT = 2 << 6;
export const DEF_ANNOT = 2 << 7;
export const DEF_COMP_ITER = 2 << 8;
export const DEF_TYPE_PARAM = 2 << 9;
export const DEF_COMP_CELL = 2 << 10;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

// Where the name lives, in the bits above.
export const SCOPE_OFFSET = 12;
export const SCOPE_MASK = DEF_GLOBAL | DEF_LOCAL | DEF_PARAM | DEF_NONLOCAL;
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

/** A `global` or `nonlocal` statement, for errors found after all names are known. */
export interface Directive {
  name: string;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/** CPython 3.12: Include/internal/pycore_symtable.h PySTEntryObject */
export class SymtableEntry {
  readonly ste_name: string;
  readonly ste_type: number;
  readonly ste_lineno: number;
  readonly ste_col_offset: number;
  readonly ste_end_lineno: number;
  readonly ste_end_col_offset: number;
  readonly ste_symbols = new Map<string, number>();
  readonly ste_varnames: string[] = [];
  ste_children: SymtableEntry[] = [];
  readonly ste_directives: Directive[] = [];
  /** The only names to mangle here; null: all. Shared with the blocks inside. */
  ste_mangled_names: Set<string> | null = null;
  ste_nested: boolean;
  ste_free = false;
  ste_child_free = false;
  ste_generator = false;
  ste_coroutine = false;
  ste_comprehension = NoComprehension;
  ste_varargs = false;
  ste_varkeywords = false;
  ste_returns_value = false;
  ste_needs_class_closure = false;
  ste_needs_classdict = false;
  ste_comp_inlined = false;
  ste_comp_iter_target = false;
  ste_can_see_class_scope = false;
  ste_comp_iter_expr = 0;

  constructor(
    name: string,
    type: number,
    nested: boolean,
    lineno: number,
    col_offset: number,
    end_lineno: number,
    end_col_offset: number,
  ) {
    this.ste_name = name;
    this.ste_type = type;
    this.ste_nested = nested;
    this.ste_lineno = lineno;
    this.ste_col_offset = col_offset;
    this.ste_end_lineno = end_lineno;
    this.ste_end_col_offset = end_col_offset;
  }
}

/** CPython 3.12: Python/symtable.c _PyST_GetSymbol */
export function getSymbol(ste: SymtableEntry, name: string): number {
  return ste.ste_symbols.get(name) ?? 0;
}

/** CPython 3.12: Python/symtable.c _PyST_GetScope */
export function getScope(ste: SymtableEntry, name: string): number {
  return (getSymbol(ste, name) >> SCOPE_OFFSET) & SCOPE_MASK;
}

/** CPython 3.12: Python/symtable.c _PyST_IsFunctionLike */
export function isFunctionLike(ste: SymtableEntry): boolean {
  return ste.ste_type === FunctionBlock || ste.ste_type >= TypeVarBoundBlock;
}

/**
 * `__private` in a class becomes `_Class__private`.
 * CPython 3.12: Python/symtable.c _Py_Mangle
 */
export function mangle(privateName: string | null, ident: string): string {
  if (privateName === null || !ident.startsWith('__')) return ident;
  // Neither `__name__` nor the dotted names of imports.
  if (ident.endsWith('__') || ident.includes('.')) return ident;
  let i = 0;
  while (privateName[i] === '_') i++;
  return i === privateName.length ? ident : `_${privateName.slice(i)}${ident}`;
}

/**
 * As mangle, but around generic classes only the type parameters' names.
 * CPython 3.12: Python/symtable.c _Py_MaybeMangle
 */
export function maybeMangle(privateName: string | null, ste: SymtableEntry, name: string): string {
  if (ste.ste_mangled_names !== null && !ste.ste_mangled_names.has(name)) return name;
  return mangle(privateName, name);
}

/**
 * The whole table. Blocks are found by the AST node that makes them: a Module, FunctionDef, Lambda, ClassDef,
 * comprehension, TypeAlias or TypeVar node; for a type parameter scope its `type_params` array.
 * CPython 3.12: Include/internal/pycore_symtable.h struct symtable
 */
export class SymbolTable {
  readonly filename: string;
  readonly blocks = new Map<object, SymtableEntry>();
  top!: SymtableEntry;

  constructor(filename: string) {
    this.filename = filename;
  }

  /** The block of a node; undefined where the node makes none. CPython 3.12: Python/symtable.c PySymtable_Lookup */
  lookup(key: object): SymtableEntry | undefined {
    return this.blocks.get(key);
  }
}

export interface SymtableResult {
  table: SymbolTable | null;
  error: SyntaxErrorInfo | null;
}
