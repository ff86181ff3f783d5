// The disassembler: bytes of a code object as lines a person can read.
//
// Prints exactly what CPython 3.12's Lib/dis.py prints, so that a reader can check every listing of the site at
// home, and gives the same facts as records for the views.
// Absent on purpose: disassembling a function, class or traceback object (that is dis.py's work, which runs on the
// interpreter itself), and "adaptive" listings (the machine knows its specialised code, this file does not).

import {
  type CodeObject,
  CodeObject as CodeObjectClass,
  type CodePosition,
  type ConstValue,
  co_lines,
  co_positions,
  parseExceptionTable,
} from './codeobject.ts';
import { reprConst } from './constrepr.ts';
import {
  argKind,
  cacheCount,
  cmp_op,
  deopt,
  FVC_MASK,
  FVS_HAVE_SPEC,
  hasArg,
  intrinsic_1,
  intrinsic_2,
  nb_ops,
  OP,
  opcodeRows,
  opname,
} from './opcodes.ts';

/** One instruction, as dis.Instruction. `argval` is left to the reader of `arg` and `argrepr`. */
export interface Instruction {
  opname: string;
  opcode: number;
  arg: number | null;
  argrepr: string;
  /** The offset a jump goes to; null for everything else. */
  target: number | null;
  offset: number;
  starts_line: number | null;
  is_jump_target: boolean;
  positions: CodePosition | null;
}

export interface DisOptions {
  /** The offset of the current instruction, marked with an arrow; -1 for none. */
  lasti?: number;
  show_caches?: boolean;
  /** How many levels of nested code objects to show; null for all. */
  depth?: number | null;
  /** The address shown in `<code object f at 0x...>`. */
  address?: (code: CodeObject) => string;
}

const OPNAME_WIDTH = 20;
const OPARG_WIDTH = 5;
const CONVERSIONS = ['', 'str', 'repr', 'ascii'];
const MAKE_FUNCTION_FLAGS = ['defaults', 'kwdefaults', 'annotations', 'closure'];

const noAddress = (): string => '0x0';

/** Offset, opcode and whole argument of each instruction. CPython 3.12: Lib/dis.py _unpack_opargs. */
export function unpackOpargs(code: Uint8Array): [offset: number, op: number, arg: number | null][] {
  const out: [number, number, number | null][] = [];
  let extended = 0;
  for (let i = 0; i < code.length; i += 2) {
    const op = code[i];
    const base = deopt[op];
    let arg: number | null = null;
    if (hasArg(base)) {
      arg = code[i + 1] | extended;
      extended = base === OP.EXTENDED_ARG ? arg << 8 : 0;
    } else {
      extended = 0;
    }
    out.push([i, op, arg]);
    i += 2 * cacheCount[base];
  }
  return out;
}

function jumpTarget(offset: number, base: number, arg: number): number | null {
  const kind = argKind[base];
  if (kind !== 'jump' && kind !== 'jump_back') return null;
  return offset + 2 + (kind === 'jump_back' ? -arg : arg) * 2 + 2 * cacheCount[base];
}

/** First offset of each new line. CPython 3.12: Lib/dis.py findlinestarts. */
export function findlinestarts(co: CodeObject): Map<number, number> {
  const starts = new Map<number, number>();
  let last: number | null = null;
  for (const [start, , line] of co_lines(co)) {
    if (line !== null && line !== last) {
      last = line;
      starts.set(start, line);
    }
  }
  return starts;
}

function describeArg(
  co: CodeObject,
  base: number,
  arg: number,
  address: (code: CodeObject) => string,
): string {
  switch (argKind[base]) {
    case 'const':
      return reprConst(co.consts[arg], address);
    case 'name':
      return co.names[arg];
    case 'name1':
      return `${arg & 1 ? (base === OP.LOAD_GLOBAL ? 'NULL + ' : 'NULL|self + ') : ''}${co.names[arg >> 1]}`;
    case 'name2':
      return `${arg & 1 ? 'NULL|self + ' : ''}${co.names[arg >> 2]}`;
    case 'local':
    case 'free':
      return co.localsplusnames[arg];
    case 'compare':
      return cmp_op[arg >> 4];
    case 'binary_op':
      return nb_ops[arg][1];
    case 'intrinsic_1':
      return intrinsic_1[arg];
    case 'intrinsic_2':
      return intrinsic_2[arg];
    case 'flags':
      if (base === OP.FORMAT_VALUE) {
        const parts = [CONVERSIONS[arg & FVC_MASK]];
        if (arg & FVS_HAVE_SPEC) parts.push('with format');
        return parts.filter((part) => part !== '').join(', ');
      }
      if (base === OP.MAKE_FUNCTION) return MAKE_FUNCTION_FLAGS.filter((_, i) => arg & (1 << i)).join(', ');
      return '';
    default:
      return '';
  }
}

/** CPython 3.12: Lib/dis.py get_instructions. */
export function getInstructions(co: CodeObject, options: DisOptions = {}): Instruction[] {
  const address = options.address ?? noAddress;
  const unpacked = unpackOpargs(co.code);
  const linestarts = findlinestarts(co);
  const positions = co_positions(co);
  const labels = new Set<number>();
  for (const [offset, op, arg] of unpacked) {
    if (arg === null) continue;
    const target = jumpTarget(offset, deopt[op], arg);
    if (target !== null) labels.add(target);
  }
  for (const entry of parseExceptionTable(co.exceptiontable)) {
    if (entry.end > entry.start) labels.add(entry.target);
  }
  const out: Instruction[] = [];
  for (const [offset, op, arg] of unpacked) {
    const base = deopt[op];
    const target = arg === null ? null : jumpTarget(offset, base, arg);
    out.push({
      opname: opname[op],
      opcode: op,
      arg,
      argrepr: target !== null ? `to ${target}` : arg === null ? '' : describeArg(co, base, arg, address),
      target,
      offset,
      starts_line: linestarts.get(offset) ?? null,
      is_jump_target: labels.has(offset),
      positions: positions[offset >> 1] ?? null,
    });
    if (!options.show_caches) continue;
    let at = offset;
    for (const [name, size] of opcodeRows[base]?.caches ?? []) {
      let data = 0n;
      for (let i = 2 * size - 1; i >= 0; i--) data = (data << 8n) | BigInt(co.code[at + 2 + i]);
      for (let i = 0; i < size; i++) {
        at += 2;
        out.push({
          opname: 'CACHE',
          opcode: OP.CACHE,
          arg: 0,
          argrepr: i === 0 ? `${name}: ${data}` : '',
          target: null,
          offset: at,
          starts_line: null,
          is_jump_target: false,
          positions: positions[at >> 1] ?? null,
        });
      }
    }
  }
  return out;
}

function formatInstruction(
  instr: Instruction,
  linenoWidth: number,
  current: boolean,
  offsetWidth: number,
): string {
  const fields: string[] = [];
  if (linenoWidth > 0)
    fields.push((instr.starts_line === null ? '' : String(instr.starts_line)).padStart(linenoWidth));
  fields.push(current ? '-->' : '   ');
  fields.push(instr.is_jump_target ? '>>' : '  ');
  fields.push(String(instr.offset).padStart(offsetWidth));
  fields.push(instr.opname.padEnd(OPNAME_WIDTH));
  if (instr.arg !== null) {
    fields.push(String(instr.arg).padStart(OPARG_WIDTH));
    if (instr.argrepr !== '') fields.push(`(${instr.argrepr})`);
  }
  return fields.join(' ').trimEnd();
}

/** The listing of one code object, without those inside it. CPython 3.12: Lib/dis.py disassemble. */
export function disassemble(co: CodeObject, options: DisOptions = {}): string {
  const lasti = options.lasti ?? -1;
  const lines = [...findlinestarts(co).values()];
  const maxLine = lines.reduce((a, b) => Math.max(a, b), 0);
  const linenoWidth = lines.length === 0 ? 0 : maxLine >= 1000 ? String(maxLine).length : 3;
  const maxOffset = co.code.length - 2;
  const offsetWidth = maxOffset >= 10000 ? String(maxOffset).length : 4;
  let out = '';
  for (const instr of getInstructions(co, options)) {
    if (linenoWidth > 0 && instr.starts_line !== null && instr.offset > 0) out += '\n';
    const current = options.show_caches
      ? instr.offset === lasti
      : instr.offset <= lasti && lasti <= instr.offset + 2 * cacheCount[deopt[instr.opcode]];
    out += `${formatInstruction(instr, linenoWidth, current, offsetWidth)}\n`;
  }
  const entries = parseExceptionTable(co.exceptiontable);
  if (entries.length > 0) {
    out += 'ExceptionTable:\n';
    for (const { start, end, target, depth, lasti } of entries) {
      out += `  ${start} to ${end - 2} -> ${target} [${depth}]${lasti ? ' lasti' : ''}\n`;
    }
  }
  return out;
}

/** What `dis.dis(code)` prints, nested code objects included. */
export function dis(co: CodeObject, options: DisOptions = {}): string {
  const address = options.address ?? noAddress;
  const depth = options.depth ?? null;
  let out = disassemble(co, options);
  if (depth !== null && depth <= 0) return out;
  for (const value of co.consts) {
    if (!(value instanceof CodeObjectClass)) continue;
    out += `\nDisassembly of ${reprConst(value as ConstValue, address)}:\n`;
    out += dis(value, { ...options, lasti: -1, depth: depth === null ? null : depth - 1 });
  }
  return out;
}

const FLAG_NAMES: Record<number, string> = {
  1: 'OPTIMIZED',
  2: 'NEWLOCALS',
  4: 'VARARGS',
  8: 'VARKEYWORDS',
  16: 'NESTED',
  32: 'GENERATOR',
  64: 'NOFREE',
  128: 'COROUTINE',
  256: 'ITERABLE_COROUTINE',
  512: 'ASYNC_GENERATOR',
};

/** CPython 3.12: Lib/dis.py pretty_flags. */
export function prettyFlags(flags: number): string {
  if (flags === 0) return '0x0';
  const names: string[] = [];
  for (let i = 0; i < 31; i++) {
    const flag = 1 << i;
    if (flags & flag) names.push(FLAG_NAMES[flag] ?? `0x${flag.toString(16)}`);
  }
  return names.join(', ');
}

/** CPython 3.12: Lib/dis.py code_info. */
export function codeInfo(co: CodeObject, address: (code: CodeObject) => string = noAddress): string {
  const lines = [
    `Name:              ${co.name}`,
    `Filename:          ${co.filename}`,
    `Argument count:    ${co.argcount}`,
    `Positional-only arguments: ${co.posonlyargcount}`,
    `Kw-only arguments: ${co.kwonlyargcount}`,
    `Number of locals:  ${co.nlocals}`,
    `Stack size:        ${co.stacksize}`,
    `Flags:             ${prettyFlags(co.flags)}`,
  ];
  const list = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return;
    lines.push(`${title}:`);
    for (const [i, item] of items.entries()) lines.push(`${String(i).padStart(4)}: ${item}`);
  };
  list(
    'Constants',
    co.consts.map((value) => reprConst(value, address)),
  );
  list('Names', co.names);
  list('Variable names', co.co_varnames);
  list('Free variables', co.co_freevars);
  list('Cell variables', co.co_cellvars);
  return lines.join('\n');
}
