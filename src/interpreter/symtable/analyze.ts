// The second pass: where does each name live?
//
// The first pass knows what each block does with its names. From the outside in, each block tells the blocks inside
// which names they can see (bound), and from the inside out each block learns which of its names are wanted inside
// (free): those become cells. Comprehensions other than generators are then folded into the block around (PEP 709).
//
// Answers to CPython 3.12: Python/symtable.c from analyze_name to symtable_analyze. Sets here keep their order of
// insertion where CPython's follow string hashes; where names propagate upwards the order of `ste_symbols` may
// differ from one of CPython's runs, as its runs differ among themselves.

import { placedLate, SyntaxErrorInfo } from '../syntax/errors.ts';
import {
  CELL,
  ClassBlock,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  getScope,
  getSymbol,
  isFunctionLike,
  LOCAL,
  NoComprehension,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type SymtableEntry,
} from './entry.ts';

type Names = Set<string>;

function addAll(target: Names, names: Names): void {
  for (const name of names) target.add(name);
}

/** CPython 3.12: Python/symtable.c symtable_analyze. Gives the error, or null. */
export function analyze(top: SymtableEntry, filename: string): SyntaxErrorInfo | null {
  return new Analysis(filename).block(top, null, new Set(), new Set(), new Set(), null);
}

class Analysis {
  private readonly filename: string;

  constructor(filename: string) {
    this.filename = filename;
  }

  /** CPython 3.12: Python/symtable.c error_at_directive */
  private errorAtDirective(ste: SymtableEntry, name: string, msg: string): SyntaxErrorInfo {
    const at = ste.ste_directives.find((directive) => directive.name === name);
    return placedLate(
      new SyntaxErrorInfo(
        'SyntaxError',
        msg,
        this.filename,
        at === undefined ? null : at.lineno,
        at === undefined ? null : at.col_offset + 1,
        at === undefined ? null : at.end_lineno,
        at === undefined ? null : at.end_col_offset + 1,
        null,
      ),
    );
  }

  /** CPython 3.12: Python/symtable.c analyze_name */
  private name(
    ste: SymtableEntry,
    scopes: Map<string, number>,
    name: string,
    flags: number,
    bound: Names | null,
    local: Names,
    free: Names,
    global: Names,
    typeParams: Names,
    classEntry: SymtableEntry | null,
  ): SyntaxErrorInfo | null {
    if (flags & DEF_GLOBAL) {
      if (flags & DEF_NONLOCAL) {
        return this.errorAtDirective(ste, name, `name '${name}' is nonlocal and global`);
      }
      scopes.set(name, GLOBAL_EXPLICIT);
      global.add(name);
      bound?.delete(name);
      return null;
    }
    if (flags & DEF_NONLOCAL) {
      if (bound === null) {
        return this.errorAtDirective(ste, name, 'nonlocal declaration not allowed at module level');
      }
      if (!bound.has(name)) {
        return this.errorAtDirective(ste, name, `no binding for nonlocal '${name}' found`);
      }
      if (typeParams.has(name)) {
        return this.errorAtDirective(ste, name, `nonlocal binding not allowed for type parameter '${name}'`);
      }
      scopes.set(name, FREE);
      ste.ste_free = true;
      free.add(name);
      return null;
    }
    if (flags & DEF_BOUND) {
      scopes.set(name, LOCAL);
      local.add(name);
      global.delete(name);
      if (flags & DEF_TYPE_PARAM) typeParams.add(name);
      else typeParams.delete(name);
      return null;
    }
    // A scope that sees the class around it: what the class binds is looked up there at run time, and then
    // globally, never in the functions around the class.
    if (classEntry !== null) {
      const classFlags = getSymbol(classEntry, name);
      if (classFlags & DEF_GLOBAL) {
        scopes.set(name, GLOBAL_EXPLICIT);
        return null;
      }
      if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) {
        scopes.set(name, GLOBAL_IMPLICIT);
        return null;
      }
    }
    if (bound?.has(name)) {
      scopes.set(name, FREE);
      ste.ste_free = true;
      free.add(name);
      return null;
    }
    if (ste.ste_nested && !global.has(name)) ste.ste_free = true;
    scopes.set(name, GLOBAL_IMPLICIT);
    return null;
  }

  /** CPython 3.12: Python/symtable.c analyze_block */
  block(
    ste: SymtableEntry,
    bound: Names | null,
    free: Names,
    global: Names,
    typeParams: Names,
    classEntry: SymtableEntry | null,
  ): SyntaxErrorInfo | null {
    const local: Names = new Set();
    const scopes = new Map<string, number>();
    const newGlobal: Names = new Set();
    const newFree: Names = new Set();
    const newBound: Names = new Set();
    const inlinedCells: Names = new Set();
    const isClass = ste.ste_type === ClassBlock;

    // What a class binds is not seen by the functions in it, so what they see is fixed before.
    if (isClass) {
      addAll(newGlobal, global);
      if (bound !== null) addAll(newBound, bound);
    }
    for (const [name, flags] of ste.ste_symbols) {
      const error = this.name(ste, scopes, name, flags, bound, local, free, global, typeParams, classEntry);
      if (error !== null) return error;
    }
    if (isClass) {
      newBound.add('__class__');
      newBound.add('__classdict__');
    } else {
      if (isFunctionLike(ste)) addAll(newBound, local);
      if (bound !== null) addAll(newBound, bound);
      addAll(newGlobal, global);
    }

    let inlined = false;
    for (const entry of ste.ste_children) {
      const newClassEntry = !entry.ste_can_see_class_scope ? null : isClass ? ste : classEntry;
      const inline = entry.ste_comprehension !== NoComprehension && !entry.ste_generator;
      // Sets of the child's own: it must not change what its parent knows.
      const childFree = new Set(newFree);
      const error = this.block(
        entry,
        new Set(newBound),
        childFree,
        new Set(newGlobal),
        new Set(typeParams),
        newClassEntry,
      );
      if (error !== null) return error;
      if (inline) {
        inlineComprehension(ste, entry, scopes, childFree, inlinedCells);
        entry.ste_comp_inlined = true;
        inlined = true;
      }
      addAll(newFree, childFree);
      if (entry.ste_free || entry.ste_child_free) ste.ste_child_free = true;
    }
    if (inlined) {
      ste.ste_children = ste.ste_children.flatMap((entry) =>
        entry.ste_comp_inlined ? entry.ste_children : [entry],
      );
    }

    if (isFunctionLike(ste)) analyzeCells(scopes, newFree, inlinedCells);
    else if (isClass) dropClassFree(ste, newFree);
    updateSymbols(ste, scopes, bound, newFree, inlinedCells, isClass || ste.ste_can_see_class_scope);
    addAll(free, newFree);
    return null;
  }
}

function isFreeInAnyChild(entry: SymtableEntry, name: string): boolean {
  return entry.ste_children.some((child) => getScope(child, name) === FREE);
}

/** CPython 3.12: Python/symtable.c inline_comprehension */
function inlineComprehension(
  ste: SymtableEntry,
  comp: SymtableEntry,
  scopes: Map<string, number>,
  compFree: Names,
  inlinedCells: Names,
): void {
  let removeDunderClass = false;
  for (const [name, flags] of comp.ste_symbols) {
    if (flags & DEF_PARAM) continue; // only `.0`
    let scope = (flags >> SCOPE_OFFSET) & SCOPE_MASK;
    const onlyFlags = flags & ((1 << SCOPE_OFFSET) - 1);
    if (scope === CELL || onlyFlags & DEF_COMP_CELL) inlinedCells.add(name);
    const existing = ste.ste_symbols.get(name);
    // `__class__` is never free through a class.
    if (scope === FREE && ste.ste_type === ClassBlock && name === '__class__') {
      scope = GLOBAL_IMPLICIT;
      compFree.delete(name);
      removeDunderClass = true;
    }
    if (existing === undefined) {
      ste.ste_symbols.set(name, onlyFlags);
      scopes.set(name, scope);
    } else if (
      existing & DEF_BOUND &&
      // A free name that is local outside is simply that local now, unless a scope inside wants its cell.
      !isFreeInAnyChild(comp, name) &&
      ste.ste_type !== ClassBlock
    ) {
      compFree.delete(name);
    }
  }
  comp.ste_free = compFree.size > 0;
  if (removeDunderClass) comp.ste_symbols.delete('__class__');
}

/** CPython 3.12: Python/symtable.c analyze_cells */
function analyzeCells(scopes: Map<string, number>, free: Names, inlinedCells: Names): void {
  for (const [name, scope] of scopes) {
    if (scope !== LOCAL || !(free.has(name) || inlinedCells.has(name))) continue;
    scopes.set(name, CELL);
    free.delete(name);
  }
}

/** CPython 3.12: Python/symtable.c drop_class_free */
function dropClassFree(ste: SymtableEntry, free: Names): void {
  if (free.delete('__class__')) ste.ste_needs_class_closure = true;
  if (free.delete('__classdict__')) ste.ste_needs_classdict = true;
}

/** CPython 3.12: Python/symtable.c update_symbols */
function updateSymbols(
  ste: SymtableEntry,
  scopes: Map<string, number>,
  bound: Names | null,
  free: Names,
  inlinedCells: Names,
  classFlag: boolean,
): void {
  const symbols = ste.ste_symbols;
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0;
    symbols.set(name, flags | cell | (scopes.get(name)! << SCOPE_OFFSET));
  }
  for (const name of free) {
    const flags = symbols.get(name);
    if (flags !== undefined) {
      // Free in a method, and a name of the class as well: two different variables.
      if (classFlag) symbols.set(name, flags | DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, FREE << SCOPE_OFFSET);
    }
  }
}
