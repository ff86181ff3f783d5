// Code objects as the eval loop wants them.
//
// A code object holds bytes: two for each instruction, EXTENDED_ARG prefixes, room for caches. The loop runs over a
// decoded copy, one int32 an instruction: the opcode in the low byte, the whole argument above it, jump arguments
// already turned into positions. Constants and names are Python objects here, made once.
//
// There are two streams of the same instructions. The plain one is run at full speed. In the watched one every
// instruction is preceded by INSTRUMENTED, which tells the watcher and lets it pause (CPython 3.12 does the same with
// its INSTRUMENTED_* opcodes, PEP 669): watching costs nothing while nobody watches, and the handlers are the same.
// A position in the watched stream is twice the one in the plain stream; `shift` says which is meant.
//
// Answers to CPython 3.12: Objects/codeobject.c, Python/instrumentation.c.

import {
  CO_FAST_CELL,
  CO_FAST_FREE,
  CodeObject,
  type ConstValue,
  parseExceptionTable,
} from '../code/codeobject.ts';
import { ConstMap } from '../code/constkey.ts';
import { allNameChars } from '../code/marshal.ts';
import { argKind, cacheCount, deopt, OP, SPECIALIZED } from '../code/opcodes.ts';
import { decref, immortal, Obj, PyType, TPFLAGS, typeType } from '../memory/object.ts';
import type { PyFunction } from '../objects/funcobject.ts';
import { False, newIntBig, True } from '../objects/longcore.ts';
import { newTuple } from '../objects/seqcore.ts';
import { Ellipsis, None } from '../objects/singletons.ts';
import { intern, newStr, type Str } from '../objects/strcore.ts';
import { ComplexConst, ELLIPSIS, FrozenSetConst } from '../text/constant.ts';

export const codeType = new PyType('code', 0, typeType);
export type Code = Obj<CodeObject>;

/**
 * A specialisable instruction counts down in the upper 12 bits of its counter; the lower four say how often an attempt
 * has failed. CPython 3.12: Include/internal/pycore_code.h ADAPTIVE_BACKOFF_BITS
 */
export const COUNTER_ONE = 16;
/** One execution is waited for. CPython 3.12: adaptive_counter_warmup */
const WARMUP = COUNTER_ONE + 1;

/** Versions of functions, those of code objects among them. CPython 3.12: _Py_next_func_version */
const functionVersions = { next: 1 };

/** CPython 3.12: _PyFunction_GetVersionForCurrentState */
export function functionVersion(f: PyFunction): number {
  if (f.v.version === 0) f.v.version = functionVersions.next++;
  return f.v.version;
}

/** Two instructions in one, by the numbers of both. CPython 3.12: Python/specialize.c _PyCode_Quicken */
const PAIRS: { [pair: number]: number } = {
  [(OP.LOAD_CONST << 8) | OP.LOAD_FAST]: SPECIALIZED.LOAD_CONST__LOAD_FAST,
  [(OP.LOAD_FAST << 8) | OP.LOAD_CONST]: SPECIALIZED.LOAD_FAST__LOAD_CONST,
  [(OP.LOAD_FAST << 8) | OP.LOAD_FAST]: SPECIALIZED.LOAD_FAST__LOAD_FAST,
  [(OP.STORE_FAST << 8) | OP.LOAD_FAST]: SPECIALIZED.STORE_FAST__LOAD_FAST,
  [(OP.STORE_FAST << 8) | OP.STORE_FAST]: SPECIALIZED.STORE_FAST__STORE_FAST,
};

/** Written before each instruction of the watched stream. */
export const INSTRUMENTED = 255;

export interface Handler {
  /** Positions in the plain stream: start inclusive, end exclusive. */
  start: number;
  end: number;
  target: number;
  depth: number;
  lasti: boolean;
}

/** How constants that are not Python objects of the core become objects; put in by objects that know them. */
export const constMakers: {
  float: (v: number) => Obj;
  complex: (re: number, im: number) => Obj;
  bytes: (v: Uint8Array) => Obj;
  frozenset: (items: Obj[]) => Obj;
} = {
  float: () => None,
  complex: () => None,
  bytes: () => None,
  frozenset: () => None,
};

export class CodeRuntime {
  readonly co: CodeObject;
  readonly plain: Int32Array;
  private watchedStream: Int32Array | null = null;
  /** Byte offset of each instruction (of its opcode, after EXTENDED_ARG). */
  readonly offsets: Int32Array;
  /** Byte offset of the first EXTENDED_ARG before it, or the same. */
  readonly firsts: Int32Array;
  readonly consts: Obj[];
  readonly names: Str[];
  /** Names of locals, cells and free variables, as objects. */
  readonly localNames: Str[];
  readonly nlocalsplus: number;
  readonly framesize: number;
  readonly handlers: Handler[];
  /** What the guards of specialised instructions know, one place an instruction. */
  readonly cache: unknown[];
  /** Their counters (the first unit of an inline cache). */
  readonly counters: Uint16Array;
  /** What a function made of this code begins with. CPython 3.12: co_version */
  readonly version: number;
  /** Finished frames, kept to be used again: a list by `back`. */
  pool: unknown = null;
  pooled = 0;
  /** Only positional parameters, optimised locals, no generator: the fast way to call. */
  readonly simple: boolean;
  /** No star parameters and none by keyword only, optimised locals. CPython 3.12: Python/specialize.c function_kind */
  readonly plainParameters: boolean;

  constructor(co: CodeObject, shared: SharedConstants) {
    this.co = co;
    const units = co.code.length >> 1;
    const at = new Int32Array(units + 1);
    const { code } = co;
    const words = new Int32Array(units);
    const offsets = new Int32Array(units);
    const firsts = new Int32Array(units);
    let count = 0;
    let ext = 0;
    let first = -1;
    for (let i = 0; i < units; ) {
      const op = code[2 * i]!;
      const arg = code[2 * i + 1]! | ext;
      if (first < 0) first = i;
      at[i] = count;
      if (op === OP.EXTENDED_ARG) {
        ext = arg << 8;
        i++;
        continue;
      }
      // A jump to the EXTENDED_ARG of an instruction lands on the instruction.
      for (let k = first; k <= i; k++) at[k] = count;
      words[count] = op | (arg << 8);
      offsets[count] = 2 * i;
      firsts[count++] = 2 * first;
      ext = 0;
      first = -1;
      i += 1 + cacheCount[op]!;
    }
    at[units] = count;
    for (let k = 0; k < count; k++) {
      const op = words[k]! & 255;
      const kind = argKind[op];
      if (kind !== 'jump' && kind !== 'jump_back') continue;
      const next = (offsets[k]! >> 1) + 1 + cacheCount[op]!;
      const arg = words[k]! >>> 8;
      const target = at[kind === 'jump' ? next + arg : next - arg]!;
      words[k] = op | (target << 8);
    }
    this.counters = new Uint16Array(count);
    for (let k = 0; k < count; k++) {
      const op = words[k]! & 255;
      if (cacheCount[op]! > 0) this.counters[k] = WARMUP;
      // An instruction with an EXTENDED_ARG has it between itself and the one before.
      else if (k > 0 && firsts[k] === offsets[k]) {
        const before = deopt[words[k - 1]! & 255]!;
        const pair = PAIRS[(before << 8) | op];
        if (pair !== undefined) words[k - 1] = pair | (words[k - 1]! & ~255);
      }
    }
    this.version = functionVersions.next++;
    this.plain = words.slice(0, count);
    this.offsets = offsets.slice(0, count);
    this.firsts = firsts.slice(0, count);
    this.cache = new Array(count).fill(null);
    this.consts = co.consts.map((c) => constObject(c, shared));
    this.names = co.names.map(intern);
    this.localNames = co.localsplusnames.map(intern);
    this.nlocalsplus = co.localsplusnames.length;
    this.framesize = this.nlocalsplus + co.stacksize;
    this.handlers = parseExceptionTable(co.exceptiontable).map((h) => ({
      start: at[h.start >> 1]!,
      end: at[h.end >> 1]!,
      target: at[h.target >> 1]!,
      depth: h.depth,
      lasti: h.lasti,
    }));
    const OPTIMIZED = 0x3;
    const SPECIAL = 0x4 | 0x8 | 0x20 | 0x80 | 0x200;
    this.plainParameters = (co.flags & 0xc) === 0 && co.kwonlyargcount === 0 && (co.flags & 1) !== 0;
    this.simple =
      (co.flags & OPTIMIZED) === OPTIMIZED && (co.flags & SPECIAL) === 0 && co.kwonlyargcount === 0;
  }

  /** The stream in which every instruction is announced to the watcher. */
  get watched(): Int32Array {
    if (this.watchedStream !== null) return this.watchedStream;
    const plain = this.plain;
    const out = new Int32Array(plain.length * 2);
    for (let k = 0; k < plain.length; k++) {
      const w = plain[k]!;
      const base = deopt[w & 255]!;
      // Two instructions in one would hide the second from the watcher.
      const op = cacheCount[base]! > 0 ? w & 255 : base;
      const kind = argKind[base];
      out[2 * k] = INSTRUMENTED;
      out[2 * k + 1] = op | ((w >>> 8) << (kind === 'jump' || kind === 'jump_back' ? 9 : 8));
    }
    this.watchedStream = out;
    return out;
  }

  /** Turns an instruction of a family into another form, in both streams. */
  setOp(at: number, op: number): void {
    this.plain[at] = (this.plain[at]! & ~255) | op;
    if (this.watchedStream !== null)
      this.watchedStream[2 * at + 1] = (this.watchedStream[2 * at + 1]! & ~255) | op;
  }

  /** The general form of the instruction at a position of the plain stream. */
  opAt(at: number): number {
    return deopt[this.plain[at]! & 255]!;
  }

  /** The form the instruction at a position has now, and its counter: null for one without a family. */
  adaptiveAt(at: number): { op: number; counter: number | null } {
    const op = this.plain[at]! & 255;
    return { op, counter: cacheCount[deopt[op]!]! > 0 ? this.counters[at]! : null };
  }

  /**
   * The bytes of the code as it now runs: specialised forms, and counters in the caches. What else CPython keeps
   * there (versions, places, pointers) has no meaning outside it and is left at zero. CPython 3.12: co_code_adaptive
   */
  adaptiveCode(): Uint8Array {
    const code = this.co.code.slice();
    for (let k = 0; k < this.plain.length; k++) {
      const at = this.offsets[k]!;
      const { op, counter } = this.adaptiveAt(k);
      code[at] = op;
      if (counter !== null) {
        code[at + 2] = counter & 255;
        code[at + 3] = counter >> 8;
      }
    }
    return code;
  }

  /** The handler in force at a position of the plain stream; the innermost comes first in the table. */
  handlerFor(at: number): Handler | null {
    for (const h of this.handlers) if (at >= h.start && at < h.end) return h;
    return null;
  }

  isCellOrFree(i: number): boolean {
    return (this.co.localspluskinds[i]! & (CO_FAST_CELL | CO_FAST_FREE)) !== 0;
  }

  /** Drops the objects made for this code. */
  release(): void {
    for (const c of this.consts) decref(c);
    for (const n of this.names) decref(n);
    for (const n of this.localNames) decref(n);
  }
}

/** The objects that code objects of one compilation have in common, as long as one of them holds them. */
class SharedConstants {
  readonly values = new ConstMap<Obj>();
  /** The compiler, and marshal's references, have made equal code one already. */
  readonly codes = new Map<CodeObject, Code>();
}

/** A constant as a Python object (new reference). Equal constants of one compilation are one object. */
function constObject(c: ConstValue, shared: SharedConstants): Obj {
  if (c === null) return ref(None);
  if (c === true) return ref(True);
  if (c === false) return ref(False);
  if (c === ELLIPSIS) return ref(Ellipsis);
  if (c instanceof CodeObject) {
    const known = shared.codes.get(c);
    if (known !== undefined && known.rc > 0) return ref(known);
    const made = codeObject(c, shared);
    shared.codes.set(c, made);
    return made;
  }
  // What nobody holds any more is gone, and is made anew.
  const known = shared.values.get(c);
  if (known !== undefined && known.rc > 0) return ref(known);
  const made = makeConst(c, shared);
  shared.values.set(c, made);
  return made;
}

function ref(o: Obj): Obj {
  o.rc++;
  return o;
}

function makeConst(c: Exclude<ConstValue, null | boolean | CodeObject>, shared: SharedConstants): Obj {
  switch (typeof c) {
    case 'bigint':
      return newIntBig(c);
    case 'number':
      return constMakers.float(c);
    case 'string':
      return allNameChars(c) ? intern(c) : newStr(c);
    case 'symbol':
      return ref(Ellipsis);
  }
  if (c instanceof Uint8Array) return constMakers.bytes(c);
  if (c instanceof ComplexConst) return constMakers.complex(c.real, c.imag);
  if (c instanceof FrozenSetConst) {
    const items = c.items.map((i) => constObject(i, shared));
    return constMakers.frozenset(items);
  }
  return newTuple((c as readonly ConstValue[]).map((i) => constObject(i, shared)));
}

/** The Python object of a code object (new reference); code objects inside share its constants. */
export function codeObject(co: CodeObject, shared: SharedConstants = new SharedConstants()): Code {
  const o: Code = new Obj<CodeObject>(codeType, co);
  co.runtime = null;
  co.shared = shared;
  return o;
}

/** What runs a code object: made when it is first wanted, since most functions of a module that is imported never run. */
export function runtimeOf(co: CodeObject): CodeRuntime {
  return (co.runtime as CodeRuntime | null) ?? makeRuntime(co);
}

function makeRuntime(co: CodeObject): CodeRuntime {
  const runtime = new CodeRuntime(co, co.shared as SharedConstants);
  co.runtime = runtime;
  co.shared = null;
  return runtime;
}

/** Slots of the code type that counting needs; attributes are in objects of the vm (codeattrs.ts). */
export function initCodeSlots(): void {
  codeType.tp_dealloc = (o) => ((o as Code).v.runtime as CodeRuntime | null)?.release();
  codeType.tp_traverse = (o, visit) => {
    const rt = (o as Code).v.runtime as CodeRuntime | null;
    if (rt === null) return;
    for (const c of rt.consts) visit(c);
    for (const n of rt.names) visit(n);
    for (const n of rt.localNames) visit(n);
  };
}

void [immortal, TPFLAGS];
