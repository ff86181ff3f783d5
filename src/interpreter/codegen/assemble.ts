// The assembler: an ordered graph of real instructions becomes bytes, a line table and an exception table.
//
// Answers to CPython 3.12's Python/assemble.c and the end of compile.c (prepare_localsplus): variables get their
// slots here too, cells sharing the slot of an argument of the same name.
// The formats are described in CPython's Objects/locations.md and exception_handling_notes.txt.

import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_GENERATOR,
  CodeObject,
  type ConstValue,
} from '../code/codeobject.ts';
import { cacheCount, OP } from '../code/opcodes.ts';
import type { BasicBlock, Cfg } from './basic_block.ts';
import { Instruction, Location, NO_LOCATION, sameLocation } from './instruction_sequence.ts';
import { instrSize } from './resolve_jumps.ts';

/** What a code unit knows about itself (compile.c _PyCompile_CodeUnitMetadata). */
export interface UnitMetadata {
  name: string;
  qualname: string | null;
  names: Map<string, number>;
  varnames: Map<string, number>;
  cellvars: Map<string, number>;
  freevars: Map<string, number>;
  /** Names that are fast locals only inside an inlined comprehension; true while that is being compiled. */
  fasthidden: Map<string, boolean>;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  firstlineno: number;
}

// ---- Slots for variables

/** compile.c insert_prefix_instructions. */
function insertPrefix(meta: UnitMetadata, entry: BasicBlock, fixed: number[], codeFlags: number): void {
  const prefix: Instruction[] = [];
  if (meta.freevars.size > 0)
    prefix.push(new Instruction(OP.COPY_FREE_VARS, meta.freevars.size, NO_LOCATION));
  // MAKE_CELLs in the order of the slots: cells that are arguments come first.
  const cells: number[] = [];
  for (let i = 0; i < meta.cellvars.size; i++) cells.push(i);
  cells.sort((a, b) => fixed[a] - fixed[b]);
  for (const cell of cells) prefix.push(new Instruction(OP.MAKE_CELL, cell, NO_LOCATION));
  if (codeFlags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) {
    const loc = new Location(meta.firstlineno, meta.firstlineno, -1, -1);
    prefix.push(new Instruction(OP.RETURN_GENERATOR, 0, loc));
    prefix.push(new Instruction(OP.POP_TOP, 0, NO_LOCATION));
  }
  if (prefix.length > 0) entry.instrs.unshift(...prefix);
}

/** compile.c prepare_localsplus: gives cells and free variables their slots; returns the number of slots. */
export function prepareLocalsplus(meta: UnitMetadata, cfg: Cfg, codeFlags: number): number {
  const nlocals = meta.varnames.size;
  const noffsets = meta.cellvars.size + meta.freevars.size;
  const fixed: number[] = [];
  for (let i = 0; i < noffsets; i++) fixed.push(nlocals + i);
  for (const [name, cell] of meta.cellvars) {
    const argument = meta.varnames.get(name);
    if (argument !== undefined) fixed[cell] = argument;
  }
  insertPrefix(meta, cfg.entry, fixed, codeFlags);
  let dropped = 0;
  for (let i = 0; i < noffsets; i++) {
    if (fixed[i] === i + nlocals) fixed[i] -= dropped;
    else dropped++;
  }
  if (noffsets > 0) {
    for (let b: BasicBlock | null = cfg.entry; b; b = b.next) {
      for (const instr of b.instrs) {
        switch (instr.opcode) {
          case OP.MAKE_CELL:
          case OP.LOAD_CLOSURE:
          case OP.LOAD_DEREF:
          case OP.STORE_DEREF:
          case OP.DELETE_DEREF:
          case OP.LOAD_FROM_DICT_OR_DEREF:
            instr.oparg = fixed[instr.oparg];
            break;
          default:
        }
      }
    }
  }
  return nlocals + noffsets - dropped;
}

/** assemble.c compute_localsplus_info. */
function localsplusInfo(meta: UnitMetadata, nlocalsplus: number): { names: string[]; kinds: Uint8Array } {
  const names: string[] = new Array(nlocalsplus).fill('');
  const kinds = new Uint8Array(nlocalsplus);
  for (const [name, at] of meta.varnames) {
    names[at] = name;
    kinds[at] = CO_FAST_LOCAL;
    if (meta.fasthidden.has(name)) kinds[at] |= CO_FAST_HIDDEN;
    if (meta.cellvars.has(name)) kinds[at] |= CO_FAST_CELL;
  }
  const nlocals = meta.varnames.size;
  let dropped = 0;
  for (const [name, at] of meta.cellvars) {
    if (meta.varnames.has(name)) {
      dropped++;
      continue;
    }
    names[at + nlocals - dropped] = name;
    kinds[at + nlocals - dropped] = CO_FAST_CELL;
  }
  for (const [name, at] of meta.freevars) {
    names[at + nlocals - dropped] = name;
    kinds[at + nlocals - dropped] = CO_FAST_FREE;
  }
  return { names, kinds };
}

// ---- Bytes

class ByteWriter {
  private buffer: Uint8Array = new Uint8Array(128);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.buffer.length) {
      const bigger = new Uint8Array(this.buffer.length * 2);
      bigger.set(this.buffer);
      this.buffer = bigger;
    }
    this.buffer[this.length++] = value;
  }

  /** Six bits a byte, lowest first. Of 32 bits without sign: CPython 3.12 writes a few ends before their starts. */
  varint(value: number): void {
    let rest = value >>> 0;
    while (rest >= 64) {
      this.byte(64 | (rest & 63));
      rest >>>= 6;
    }
    this.byte(rest);
  }

  signedVarint(value: number): void {
    this.varint(value < 0 ? (-value << 1) | 1 : value << 1);
  }

  /** Six bits a byte, highest first: the exception table's form. */
  exceptionItem(value: number, mark: number): void {
    let msb = mark;
    for (let shift = 24; shift > 0; shift -= 6) {
      if (value < 1 << shift) continue;
      this.byte(((value >> shift) & 63) | 64 | msb);
      msb = 0;
    }
    this.byte((value & 63) | msb);
  }

  finish(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

function assembleCode(entry: BasicBlock): Uint8Array {
  let units = 0;
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    for (const instr of b.instrs) units += instrSize(instr.opcode, instr.oparg);
  }
  const code = new Uint8Array(units * 2);
  let at = 0;
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    for (const { opcode, oparg } of b.instrs) {
      for (let shift = 24; shift > 0; shift -= 8) {
        if (oparg >>> shift === 0) continue;
        code[at++] = OP.EXTENDED_ARG;
        code[at++] = (oparg >>> shift) & 0xff;
      }
      code[at++] = opcode;
      code[at++] = oparg & 0xff;
      at += cacheCount[opcode] * 2;
    }
  }
  return code;
}

class LocationWriter {
  readonly out = new ByteWriter();
  private lineno: number;

  constructor(firstlineno: number) {
    this.lineno = firstlineno;
  }

  private start(kind: number, length: number): void {
    this.out.byte(128 | (kind << 3) | (length - 1));
  }

  /** assemble.c write_location_info_entry: the shortest form that can say it. */
  private entry(loc: Location, size: number): void {
    const { out } = this;
    if (loc.lineno < 0) {
      this.start(15, size);
      return;
    }
    const delta = loc.lineno - this.lineno;
    const column = loc.col_offset;
    const end = loc.end_col_offset;
    if (column < 0 || end < 0) {
      if (loc.end_lineno === loc.lineno || loc.end_lineno === -1) {
        this.start(13, size);
        out.signedVarint(delta);
        this.lineno = loc.lineno;
        return;
      }
    } else if (loc.end_lineno === loc.lineno) {
      if (delta === 0 && column < 80 && end - column < 16 && end >= column) {
        this.start(column >> 3, size);
        out.byte(((column & 7) << 4) | (end - column));
        return;
      }
      if (delta >= 0 && delta < 3 && column < 128 && end < 128) {
        this.start(10 + delta, size);
        out.byte(column);
        out.byte(end);
        this.lineno = loc.lineno;
        return;
      }
    }
    this.start(14, size);
    out.signedVarint(delta);
    out.varint(loc.end_lineno - loc.lineno);
    out.varint(column + 1);
    out.varint(end + 1);
    this.lineno = loc.lineno;
  }

  run(loc: Location, size: number): void {
    let rest = size;
    if (rest === 0) return;
    for (; rest > 8; rest -= 8) this.entry(loc, 8);
    this.entry(loc, rest);
  }
}

function assembleLocations(entry: BasicBlock, firstlineno: number): Uint8Array {
  const writer = new LocationWriter(firstlineno);
  let loc = NO_LOCATION;
  let size = 0;
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    for (const instr of b.instrs) {
      if (!sameLocation(loc, instr.loc)) {
        writer.run(loc, size);
        loc = instr.loc;
        size = 0;
      }
      size += instrSize(instr.opcode, instr.oparg);
    }
  }
  writer.run(loc, size);
  return writer.out.finish();
}

function assembleExceptionTable(entry: BasicBlock): Uint8Array {
  const out = new ByteWriter();
  let handler: BasicBlock | null = null;
  let start = -1;
  let offset = 0;
  const emit = (): void => {
    if (handler === null) return;
    const lasti = handler.preserveLasti ? 1 : 0;
    const depth = handler.startdepth - 1 - lasti;
    out.exceptionItem(start, 128);
    out.exceptionItem(offset - start, 0);
    out.exceptionItem(handler.offset, 0);
    out.exceptionItem((depth << 1) | lasti, 0);
  };
  for (let b: BasicBlock | null = entry; b; b = b.next) {
    for (const instr of b.instrs) {
      if (instr.except !== handler) {
        emit();
        start = offset;
        handler = instr.except;
      }
      offset += instrSize(instr.opcode, instr.oparg);
    }
  }
  emit();
  return out.finish();
}

/** assemble.c _PyAssemble_MakeCodeObject. */
export function makeCodeObject(
  meta: UnitMetadata,
  entry: BasicBlock,
  consts: readonly ConstValue[],
  stacksize: number,
  nlocalsplus: number,
  flags: number,
  filename: string,
): CodeObject {
  const { names, kinds } = localsplusInfo(meta, nlocalsplus);
  return new CodeObject({
    argcount: meta.posonlyargcount + meta.argcount,
    posonlyargcount: meta.posonlyargcount,
    kwonlyargcount: meta.kwonlyargcount,
    stacksize,
    flags,
    firstlineno: meta.firstlineno,
    code: assembleCode(entry),
    consts,
    names: [...meta.names.keys()],
    localsplusnames: names,
    localspluskinds: kinds,
    filename,
    name: meta.name,
    qualname: meta.qualname ?? meta.name,
    linetable: assembleLocations(entry, meta.firstlineno),
    exceptiontable: assembleExceptionTable(entry),
  });
}
