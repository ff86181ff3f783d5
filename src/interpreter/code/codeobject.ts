// Code objects: what the compiler hands to the virtual machine.
//
// Plain data, equal field by field to CPython 3.12's PyCodeObject (Include/cpython/code.h), so that the same
// object can be shown, marshalled, disassembled and run. `code` is co_code as Python shows it, inline caches as
// zeros: the machine specialises a copy of its own, kept in `runtime`. This file answers to
// Objects/codeobject.c, including the two packed tables: where each instruction stands in the source (PEP 657,
// Objects/locations.md) and which handler guards it (Objects/exception_handling_notes.txt).
// Absent on purpose: co_lnotab, deprecated and derivable; co_extra, for C extensions.

import type { Constant } from '../text/constant.ts';

export type ConstValue = Constant | CodeObject;

/** What kinds of variable a slot of localsplus holds (Include/internal/pycore_code.h). */
export const CO_FAST_HIDDEN = 0x10;
export const CO_FAST_LOCAL = 0x20;
export const CO_FAST_CELL = 0x40;
export const CO_FAST_FREE = 0x80;

/** co_flags (Include/cpython/code.h). */
export const CO_OPTIMIZED = 0x0001;
export const CO_NEWLOCALS = 0x0002;
export const CO_VARARGS = 0x0004;
export const CO_VARKEYWORDS = 0x0008;
export const CO_NESTED = 0x0010;
export const CO_GENERATOR = 0x0020;
export const CO_COROUTINE = 0x0080;
export const CO_ITERABLE_COROUTINE = 0x0100;
export const CO_ASYNC_GENERATOR = 0x0200;
export const CO_FUTURE_DIVISION = 0x20000;
export const CO_FUTURE_ABSOLUTE_IMPORT = 0x40000;
export const CO_FUTURE_WITH_STATEMENT = 0x80000;
export const CO_FUTURE_PRINT_FUNCTION = 0x100000;
export const CO_FUTURE_UNICODE_LITERALS = 0x200000;
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_GENERATOR_STOP = 0x800000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

/** Everything a code object is made of: the fields of struct _PyCodeConstructor. */
export interface CodeFields {
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  stacksize: number;
  flags: number;
  firstlineno: number;
  code: Uint8Array;
  consts: readonly ConstValue[];
  names: readonly string[];
  localsplusnames: readonly string[];
  localspluskinds: Uint8Array;
  filename: string;
  name: string;
  qualname: string;
  linetable: Uint8Array;
  exceptiontable: Uint8Array;
}

export class CodeObject implements CodeFields {
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly stacksize: number;
  readonly flags: number;
  readonly firstlineno: number;
  readonly code: Uint8Array;
  readonly consts: readonly ConstValue[];
  readonly names: readonly string[];
  readonly localsplusnames: readonly string[];
  readonly localspluskinds: Uint8Array;
  readonly filename: string;
  readonly name: string;
  readonly qualname: string;
  readonly linetable: Uint8Array;
  readonly exceptiontable: Uint8Array;
  /** Counts that calls need all the time (Objects/codeobject.c get_localsplus_counts). */
  readonly nlocals: number;
  readonly ncellvars: number;
  readonly nfreevars: number;
  /** The line of each two-byte unit (-1: none); null: nobody has asked. */
  private lines: Int32Array | null = null;
  /** The virtual machine's own view of this code (decoded instructions, caches); null until it first runs. */
  runtime: unknown;
  /** The constants it shares with the code around it, until `runtime` is made. */
  shared: unknown;

  constructor(fields: CodeFields) {
    this.argcount = fields.argcount;
    this.posonlyargcount = fields.posonlyargcount;
    this.kwonlyargcount = fields.kwonlyargcount;
    this.stacksize = fields.stacksize;
    this.flags = fields.flags;
    this.firstlineno = fields.firstlineno;
    this.code = fields.code;
    this.consts = fields.consts;
    this.names = fields.names;
    this.localsplusnames = fields.localsplusnames;
    this.localspluskinds = fields.localspluskinds;
    this.filename = fields.filename;
    this.name = fields.name;
    this.qualname = fields.qualname;
    this.linetable = fields.linetable;
    this.exceptiontable = fields.exceptiontable;
    let nlocals = 0;
    let ncellvars = 0;
    let nfreevars = 0;
    for (const kind of fields.localspluskinds) {
      if (kind & CO_FAST_LOCAL) nlocals++;
      if (kind & CO_FAST_CELL) ncellvars++;
      if (kind & CO_FAST_FREE) nfreevars++;
    }
    this.nlocals = nlocals;
    this.ncellvars = ncellvars;
    this.nfreevars = nfreevars;
    this.runtime = null;
    this.shared = null;
  }

  /** Line of the instruction at a byte offset, -1 if it has none. */
  lineAt(offset: number): number {
    if (this.lines === null) {
      this.lines = new Int32Array(this.code.length >> 1).fill(-1);
      for (const { start, end, lineno } of locationEntries(this))
        this.lines.fill(lineno ?? -1, start >> 1, end >> 1);
    }
    return this.lines[offset >> 1] ?? -1;
  }

  get co_varnames(): string[] {
    return this.namesOfKind(CO_FAST_LOCAL);
  }

  get co_cellvars(): string[] {
    return this.namesOfKind(CO_FAST_CELL);
  }

  get co_freevars(): string[] {
    return this.namesOfKind(CO_FAST_FREE);
  }

  private namesOfKind(kind: number): string[] {
    return this.localsplusnames.filter((_, i) => this.localspluskinds[i] & kind);
  }

  /** A copy with some fields changed. CPython 3.12: Objects/codeobject.c code_replace_impl. */
  replace(changes: Partial<CodeFields>): CodeObject {
    return new CodeObject({ ...codeFields(this), ...changes });
  }
}

function codeFields(co: CodeObject): CodeFields {
  return {
    argcount: co.argcount,
    posonlyargcount: co.posonlyargcount,
    kwonlyargcount: co.kwonlyargcount,
    stacksize: co.stacksize,
    flags: co.flags,
    firstlineno: co.firstlineno,
    code: co.code,
    consts: co.consts,
    names: co.names,
    localsplusnames: co.localsplusnames,
    localspluskinds: co.localspluskinds,
    filename: co.filename,
    name: co.name,
    qualname: co.qualname,
    linetable: co.linetable,
    exceptiontable: co.exceptiontable,
  };
}

/**
 * localsplus from the three tuples that `types.CodeType(...)` and `replace` take: a cell variable that is also
 * a local (an argument) shares its slot. CPython 3.12: Objects/codeobject.c PyUnstable_Code_NewWithPosOnlyArgs.
 */
export function localsplusFrom(
  varnames: readonly string[],
  cellvars: readonly string[],
  freevars: readonly string[],
): { localsplusnames: string[]; localspluskinds: Uint8Array } {
  const localsplusnames = [...varnames];
  const kinds: number[] = varnames.map(() => CO_FAST_LOCAL);
  for (const name of cellvars) {
    const shared = varnames.indexOf(name);
    if (shared >= 0) {
      kinds[shared] |= CO_FAST_CELL;
    } else {
      localsplusnames.push(name);
      kinds.push(CO_FAST_CELL);
    }
  }
  for (const name of freevars) {
    localsplusnames.push(name);
    kinds.push(CO_FAST_FREE);
  }
  return { localsplusnames, localspluskinds: Uint8Array.from(kinds) };
}

/** Where an instruction stands in the source; null where CPython shows None. Columns are UTF-8 bytes. */
export interface CodePosition {
  lineno: number | null;
  end_lineno: number | null;
  col_offset: number | null;
  end_col_offset: number | null;
}

/** One entry of the line table: `start`..`end` are byte offsets into `code`. */
export interface LocationEntry extends CodePosition {
  start: number;
  end: number;
}

// Kinds of entry of the line table (Include/internal/pycore_code.h _PyCodeLocationInfoKind).
const LOCATION_ONE_LINE0 = 10;
const LOCATION_NO_COLUMNS = 13;
const LOCATION_LONG = 14;
const LOCATION_NONE = 15;

/** Every entry of the line table, unpacked. CPython 3.12: Objects/codeobject.c advance_with_locations. */
export function locationEntries(co: CodeObject): LocationEntry[] {
  const table = co.linetable;
  const entries: LocationEntry[] = [];
  let at = 0;
  let offset = 0;
  let line = co.firstlineno;

  const varint = (): number => {
    let byte = table[at++];
    let value = byte & 63;
    let shift = 0;
    while (byte & 64) {
      byte = table[at++];
      shift += 6;
      value |= (byte & 63) << shift;
    }
    return value;
  };
  const signedVarint = (): number => {
    const value = varint();
    return value & 1 ? -(value >>> 1) : value >>> 1;
  };
  const column = (value: number): number | null => (value < 0 ? null : value);

  while (at < table.length) {
    const first = table[at++];
    const kind = (first >> 3) & 15;
    const start = offset;
    offset += ((first & 7) + 1) * 2;
    if (kind === LOCATION_NONE) {
      entries.push({
        start,
        end: offset,
        lineno: null,
        end_lineno: null,
        col_offset: null,
        end_col_offset: null,
      });
    } else if (kind === LOCATION_LONG) {
      line += signedVarint();
      const end_lineno = line + varint();
      const col_offset = column(varint() - 1);
      const end_col_offset = column(varint() - 1);
      entries.push({ start, end: offset, lineno: line, end_lineno, col_offset, end_col_offset });
    } else if (kind === LOCATION_NO_COLUMNS) {
      line += signedVarint();
      entries.push({
        start,
        end: offset,
        lineno: line,
        end_lineno: line,
        col_offset: null,
        end_col_offset: null,
      });
    } else if (kind >= LOCATION_ONE_LINE0) {
      line += kind - LOCATION_ONE_LINE0;
      const col_offset = table[at++];
      const end_col_offset = table[at++];
      entries.push({ start, end: offset, lineno: line, end_lineno: line, col_offset, end_col_offset });
    } else {
      const second = table[at++];
      const col_offset = (kind << 3) | (second >> 4);
      const end_col_offset = col_offset + (second & 15);
      entries.push({ start, end: offset, lineno: line, end_lineno: line, col_offset, end_col_offset });
    }
  }
  return entries;
}

/** One position for each two-byte unit, caches included. CPython 3.12: codeobject.c positionsiter_next. */
export function co_positions(co: CodeObject): CodePosition[] {
  const positions: CodePosition[] = [];
  for (const entry of locationEntries(co)) {
    for (let offset = entry.start; offset < entry.end; offset += 2) positions.push(entry);
  }
  return positions;
}

/** Runs of instructions on the same line. CPython 3.12: Objects/codeobject.c lineiter_next. */
export function co_lines(co: CodeObject): [start: number, end: number, line: number | null][] {
  const lines: [number, number, number | null][] = [];
  for (const { start, end, lineno } of locationEntries(co)) {
    const last = lines.at(-1);
    if (last && last[2] === lineno) {
      last[1] = end;
    } else {
      lines.push([start, end, lineno]);
    }
  }
  return lines;
}

/** The line of the instruction at a byte offset, -1 if it has none. CPython 3.12: PyCode_Addr2Line. */
export function addr2line(co: CodeObject, offset: number): number {
  return offset < 0 ? co.firstlineno : co.lineAt(offset);
}

/** One region of the exception table; offsets in bytes, `depth` is the stack the handler starts from. */
export interface ExceptionEntry {
  start: number;
  end: number;
  target: number;
  depth: number;
  lasti: boolean;
}

/** CPython 3.12: Lib/dis.py _parse_exception_table; Objects/exception_handling_notes.txt. */
export function parseExceptionTable(table: Uint8Array): ExceptionEntry[] {
  const entries: ExceptionEntry[] = [];
  let at = 0;
  const varint = (): number => {
    let byte = table[at++];
    let value = byte & 63;
    while (byte & 64) {
      byte = table[at++];
      value = (value << 6) | (byte & 63);
    }
    return value;
  };
  while (at < table.length) {
    const start = varint() * 2;
    const end = start + varint() * 2;
    const target = varint() * 2;
    const depthAndLasti = varint();
    entries.push({ start, end, target, depth: depthAndLasti >> 1, lasti: (depthAndLasti & 1) === 1 });
  }
  return entries;
}
