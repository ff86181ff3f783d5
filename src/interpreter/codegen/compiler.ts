// The code generator's state and its smallest steps: scopes, constants, names, frame blocks, errors.
//
// The families of statements and expressions are in files of their own (statements.ts, control_flow.ts,
// exceptions.ts, functions.ts, classes.ts, expressions.ts, calls.ts, comprehensions.ts, patterns.ts); all of them
// add instructions through this class. Answers to the first and last parts of CPython 3.12's Python/compile.c.
//
// An error is kept as a value, the first one wins: the walk stops at the next statement, no code object is made, and
// the caller gets the error. Text of the offending line is not looked up here (CPython reads the file again).

import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FUTURE_ABSOLUTE_IMPORT,
  CO_FUTURE_ANNOTATIONS,
  CO_FUTURE_BARRY_AS_BDFL,
  CO_FUTURE_DIVISION,
  CO_FUTURE_GENERATOR_STOP,
  CO_FUTURE_PRINT_FUNCTION,
  CO_FUTURE_UNICODE_LITERALS,
  CO_FUTURE_WITH_STATEMENT,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeObject,
  type ConstValue,
} from '../code/codeobject.ts';
import { ConstMap } from '../code/constkey.ts';
import { reprConst } from '../code/constrepr.ts';
import { INTRINSIC_STOPITERATION_ERROR, OP, PSEUDO } from '../code/opcodes.ts';
import {
  CELL,
  ClassBlock,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  getScope,
  isFunctionLike,
  LOCAL,
  ModuleBlock,
  mangle,
  maybeMangle,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type SymbolTable,
  type SymtableEntry,
} from '../symtable/symtable.ts';
import type { ExprContext, Located, Stmt } from '../syntax/ast.ts';
import { type CompileWarning, SyntaxErrorInfo } from '../syntax/errors.ts';
import type { Constant } from '../text/constant.ts';
import { makeCodeObject, prepareLocalsplus, type UnitMetadata } from './assemble.ts';
import { CO_MAXBLOCKS, sequenceToCfg } from './basic_block.ts';
import { ConstList, convertPseudoOps, optimizeCodeUnit, stackdepth } from './flowgraph.ts';
import { InstructionSequence, Location, NO_LOCATION } from './instruction_sequence.ts';
import { resolveJumps } from './resolve_jumps.ts';

/** Code objects inherit only these of compile()'s flags (Include/cpython/compile.h PyCF_MASK). */
export const PyCF_MASK =
  CO_FUTURE_DIVISION |
  CO_FUTURE_ABSOLUTE_IMPORT |
  CO_FUTURE_WITH_STATEMENT |
  CO_FUTURE_PRINT_FUNCTION |
  CO_FUTURE_UNICODE_LITERALS |
  CO_FUTURE_BARRY_AS_BDFL |
  CO_FUTURE_GENERATOR_STOP |
  CO_FUTURE_ANNOTATIONS;
export const PyCF_DONT_IMPLY_DEDENT = 0x200;
export const PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;
export const PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000;

/** A collection with more parts than this is built in steps, to keep the value stack small. */
export const STACK_USE_GUIDELINE = 30;

export const SCOPE_MODULE = 0;
export const SCOPE_CLASS = 1;
export const SCOPE_FUNCTION = 2;
export const SCOPE_ASYNC_FUNCTION = 3;
export const SCOPE_LAMBDA = 4;
export const SCOPE_COMPREHENSION = 5;
export const SCOPE_TYPEPARAMS = 6;

export const WHILE_LOOP = 0;
export const FOR_LOOP = 1;
export const TRY_EXCEPT = 2;
export const FINALLY_TRY = 3;
export const FINALLY_END = 4;
export const WITH = 5;
export const ASYNC_WITH = 6;
export const HANDLER_CLEANUP = 7;
export const POP_VALUE = 8;
export const EXCEPTION_HANDLER = 9;
export const EXCEPTION_GROUP_HANDLER = 10;
export const ASYNC_COMPREHENSION_GENERATOR = 11;
export const STOP_ITERATION = 12;

/** What must be undone when break, continue or return leave a statement (compile.c struct fblockinfo). */
export interface FrameBlock {
  type: number;
  block: number;
  exit: number;
  /** A finally's body, where a with item stands, or the name of an except clause. */
  datum: Stmt[] | Located | string | null;
}

/** One code object in the making (compile.c struct compiler_unit). */
export class Unit implements UnitMetadata {
  readonly ste: SymtableEntry;
  readonly scopeType: number;
  /** The class whose name mangles private names here. */
  privateName: string | null = null;
  readonly seq = new InstructionSequence();
  readonly fblocks: FrameBlock[] = [];
  inInlinedComp = 0;
  readonly consts = new ConstList();
  readonly name: string;
  qualname: string | null = null;
  readonly names = new Map<string, number>();
  readonly varnames = new Map<string, number>();
  readonly cellvars: Map<string, number>;
  readonly freevars: Map<string, number>;
  readonly fasthidden = new Map<string, boolean>();
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  readonly firstlineno: number;

  constructor(name: string, scopeType: number, ste: SymtableEntry, firstlineno: number) {
    this.name = name;
    this.scopeType = scopeType;
    this.ste = ste;
    this.firstlineno = firstlineno;
    for (const param of ste.ste_varnames) this.varnames.set(param, this.varnames.size);
    this.cellvars = namesByScope(ste, CELL, DEF_COMP_CELL, 0);
    if (ste.ste_needs_class_closure) addName(this.cellvars, '__class__');
    if (ste.ste_needs_classdict) addName(this.cellvars, '__classdict__');
    this.freevars = namesByScope(ste, FREE, DEF_FREE_CLASS, this.cellvars.size);
  }
}

/** compile.c dict_add_o. */
export function addName(dict: Map<string, number>, name: string): number {
  const known = dict.get(name);
  if (known !== undefined) return known;
  const index = dict.size;
  dict.set(name, index);
  return index;
}

/** Python's order of strings is by code point, JavaScript's by UTF-16 unit. */
function compareStrings(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    if (xHigh !== yHigh) return xHigh ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/** compile.c dictbytype: names of one scope, sorted, numbered from `offset`. */
function namesByScope(ste: SymtableEntry, scope: number, flag: number, offset: number): Map<string, number> {
  const found: string[] = [];
  for (const [name, flags] of ste.ste_symbols) {
    if (((flags >> SCOPE_OFFSET) & SCOPE_MASK) === scope || flags & flag) found.push(name);
  }
  if (found.length > 1) found.sort(compareStrings);
  return new Map(found.map((name, i) => [name, i + offset]));
}

export interface CompilerOptions {
  filename: string;
  table: SymbolTable;
  /** compile()'s flags and the module's own __future__ features together. */
  flags: number;
  /** The last `from __future__` statement. */
  futureLocation: Located | null;
  optimize: number;
  /** Whether a warning filter makes an error of this warning. */
  escalate: (warning: CompileWarning) => boolean;
}

export class Compiler {
  readonly filename: string;
  readonly table: SymbolTable;
  readonly flags: number;
  readonly futureLocation: Located | null;
  readonly optimize: number;
  interactive = false;
  u!: Unit;
  readonly stack: Unit[] = [];
  error: SyntaxErrorInfo | null = null;
  readonly warnings: CompileWarning[] = [];
  private readonly escalate: CompilerOptions['escalate'];
  /** Equal tuples, bytes, ... of one compilation are one object. */
  private readonly constCache = new ConstMap<ConstValue>();

  constructor(options: CompilerOptions) {
    this.filename = options.filename;
    this.table = options.table;
    this.flags = options.flags;
    this.futureLocation = options.futureLocation;
    this.optimize = options.optimize;
    this.escalate = options.escalate;
  }

  get seq(): InstructionSequence {
    return this.u.seq;
  }

  get hasFutureAnnotations(): boolean {
    return (this.flags & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  get isTopLevelAwait(): boolean {
    return (this.flags & PyCF_ALLOW_TOP_LEVEL_AWAIT) !== 0 && this.u.ste.ste_type === ModuleBlock;
  }

  // ---- Errors and warnings

  /** Reports a SyntaxError; the first one counts. compile.c compiler_error. */
  fail(loc: Location | Located, msg: string): void {
    this.error ??= new SyntaxErrorInfo(
      'SyntaxError',
      msg,
      this.filename,
      loc.lineno,
      loc.col_offset + 1,
      loc.end_lineno,
      loc.end_col_offset + 1,
      null,
    );
  }

  /** compile.c compiler_warn. */
  warn(loc: Location | Located, msg: string): void {
    if (this.error !== null) return;
    const { filename } = this;
    const warning: CompileWarning = { category: 'SyntaxWarning', msg, filename, lineno: loc.lineno };
    // As an error it is a SyntaxError, which can say where.
    if (this.escalate(warning)) this.fail(loc, msg);
    else this.warnings.push(warning);
  }

  /** True (and an error) if the name may not be bound or deleted. compile.c forbidden_name. */
  forbiddenName(loc: Location | Located, name: string, ctx: ExprContext): boolean {
    if (name !== '__debug__' || ctx === 'Load') return false;
    this.fail(loc, ctx === 'Store' ? 'cannot assign to __debug__' : 'cannot delete __debug__');
    return true;
  }

  // ---- Scopes

  /** compile.c compiler_enter_scope. */
  enterScope(name: string, scopeType: number, key: object, lineno: number): void {
    const ste = this.table.lookup(key)!;
    const u = new Unit(name, scopeType, ste, lineno);
    if (this.u !== undefined) {
      this.stack.push(this.u);
      u.privateName = this.u.privateName;
    }
    this.u = u;
    if (scopeType !== SCOPE_MODULE) this.setQualname();
    const line = scopeType === SCOPE_MODULE ? 0 : lineno;
    this.addop(new Location(line, lineno, 0, 0), OP.RESUME, 0);
  }

  /** compile.c compiler_set_qualname. */
  private setQualname(): void {
    const { u, stack } = this;
    u.qualname = u.name;
    if (stack.length <= 1) return;
    let parent = stack[stack.length - 1];
    if (parent.scopeType === SCOPE_TYPEPARAMS) {
      if (stack.length === 2) return;
      parent = stack[stack.length - 2];
    }
    if (
      u.scopeType === SCOPE_FUNCTION ||
      u.scopeType === SCOPE_ASYNC_FUNCTION ||
      u.scopeType === SCOPE_CLASS
    ) {
      if (getScope(parent.ste, mangle(parent.privateName, u.name)) === GLOBAL_EXPLICIT) return;
    }
    const inFunction =
      parent.scopeType === SCOPE_FUNCTION ||
      parent.scopeType === SCOPE_ASYNC_FUNCTION ||
      parent.scopeType === SCOPE_LAMBDA;
    u.qualname = `${parent.qualname}${inFunction ? '.<locals>' : ''}.${u.name}`;
  }

  exitScope(): void {
    const parent = this.stack.pop();
    if (parent !== undefined) this.u = parent;
  }

  // ---- Instructions

  newLabel(): number {
    return this.u.seq.newLabel();
  }

  useLabel(label: number): void {
    this.u.seq.useLabel(label);
  }

  addop(loc: Location, opcode: number, oparg = 0): void {
    this.u.seq.addop(opcode, oparg, loc);
  }

  addJump(loc: Location, opcode: number, label: number): void {
    this.u.seq.addop(opcode, label, loc);
  }

  /** compile.c merge_consts_recursive: equal constants become one object. */
  private mergeConst(value: ConstValue): ConstValue {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.constCache.get(value);
    if (known !== undefined) return known;
    let merged = value;
    if (Array.isArray(value)) merged = value.map((item) => this.mergeConst(item) as Constant);
    this.constCache.set(merged, merged);
    return merged;
  }

  addConst(value: ConstValue): number {
    return this.u.consts.add(this.mergeConst(value));
  }

  loadConst(loc: Location, value: ConstValue): void {
    this.addop(loc, OP.LOAD_CONST, this.addConst(value));
  }

  /** An instruction on an entry of the names. compile.c compiler_addop_name. */
  addopName(loc: Location, opcode: number, name: string): void {
    const arg = addName(this.u.names, maybeMangle(this.u.privateName, this.u.ste, name));
    switch (opcode) {
      case OP.LOAD_ATTR:
        this.addop(loc, OP.LOAD_ATTR, arg << 1);
        break;
      case PSEUDO.LOAD_METHOD:
        this.addop(loc, OP.LOAD_ATTR, (arg << 1) | 1);
        break;
      case OP.LOAD_SUPER_ATTR:
        this.addop(loc, OP.LOAD_SUPER_ATTR, (arg << 2) | 2);
        break;
      case PSEUDO.LOAD_SUPER_METHOD:
        this.addop(loc, OP.LOAD_SUPER_ATTR, (arg << 2) | 3);
        break;
      case PSEUDO.LOAD_ZERO_SUPER_ATTR:
        this.addop(loc, OP.LOAD_SUPER_ATTR, arg << 2);
        break;
      case PSEUDO.LOAD_ZERO_SUPER_METHOD:
        this.addop(loc, OP.LOAD_SUPER_ATTR, (arg << 2) | 1);
        break;
      default:
        this.addop(loc, opcode, arg);
    }
  }

  /** An instruction on an entry of the variables given (varnames, cellvars, ...), the name mangled first. */
  addopVariable(loc: Location, opcode: number, dict: Map<string, number>, name: string): void {
    this.addop(loc, opcode, addName(dict, maybeMangle(this.u.privateName, this.u.ste, name)));
  }

  mangled(name: string): string {
    return maybeMangle(this.u.privateName, this.u.ste, name);
  }

  /** Loads, stores or deletes a variable, wherever it lives. compile.c compiler_nameop. */
  nameop(loc: Location, name: string, ctx: ExprContext): void {
    if (this.forbiddenName(loc, name, ctx)) return;
    const { u } = this;
    const { ste } = u;
    const mangled = maybeMangle(u.privateName, ste, name);
    const scope = getScope(ste, mangled);
    switch (scope) {
      case FREE:
      case CELL: {
        const dict = scope === FREE ? u.freevars : u.cellvars;
        let op: number = ctx === 'Load' ? OP.LOAD_DEREF : ctx === 'Store' ? OP.STORE_DEREF : OP.DELETE_DEREF;
        if (ctx === 'Load') {
          if (ste.ste_type === ClassBlock && !u.inInlinedComp) {
            op = OP.LOAD_FROM_DICT_OR_DEREF;
            this.addop(loc, OP.LOAD_LOCALS);
          } else if (ste.ste_can_see_class_scope) {
            op = OP.LOAD_FROM_DICT_OR_DEREF;
            this.addop(loc, OP.LOAD_DEREF, addName(u.freevars, '__classdict__'));
          }
        }
        this.addop(loc, op, addName(dict, mangled));
        return;
      }
      case LOCAL:
        if (isFunctionLike(ste) || u.fasthidden.get(mangled) === true) {
          const op = ctx === 'Load' ? OP.LOAD_FAST : ctx === 'Store' ? OP.STORE_FAST : OP.DELETE_FAST;
          this.addop(loc, op, addName(u.varnames, mangled));
          return;
        }
        break;
      case GLOBAL_IMPLICIT:
      case GLOBAL_EXPLICIT:
        if (scope === GLOBAL_EXPLICIT || isFunctionLike(ste)) {
          if (ctx !== 'Load') {
            this.addop(loc, ctx === 'Store' ? OP.STORE_GLOBAL : OP.DELETE_GLOBAL, addName(u.names, mangled));
          } else if (ste.ste_can_see_class_scope && scope === GLOBAL_IMPLICIT) {
            this.addop(loc, OP.LOAD_DEREF, addName(u.freevars, '__classdict__'));
            this.addop(loc, OP.LOAD_FROM_DICT_OR_GLOBALS, addName(u.names, mangled));
          } else {
            this.addop(loc, OP.LOAD_GLOBAL, addName(u.names, mangled) << 1);
          }
          return;
        }
        break;
      default:
    }
    const arg = addName(u.names, mangled);
    if (ctx === 'Load') {
      if (ste.ste_type === ClassBlock && u.inInlinedComp) this.addop(loc, OP.LOAD_GLOBAL, arg << 1);
      else this.addop(loc, OP.LOAD_NAME, arg);
    } else {
      this.addop(loc, ctx === 'Store' ? OP.STORE_NAME : OP.DELETE_NAME, arg);
    }
  }

  // ---- Frame blocks

  pushFblock(
    loc: Location | Located,
    type: number,
    block: number,
    exit: number,
    datum: FrameBlock['datum'],
  ): void {
    if (this.u.fblocks.length >= CO_MAXBLOCKS) this.fail(loc, 'too many statically nested blocks');
    this.u.fblocks.push({ type, block, exit, datum });
  }

  popFblock(): void {
    this.u.fblocks.pop();
  }

  // ---- Instruction sequences used in several places

  /** exit(None, None, None). */
  callExitWithNones(loc: Location): void {
    this.loadConst(loc, null);
    this.loadConst(loc, null);
    this.loadConst(loc, null);
    this.addop(loc, OP.CALL, 2);
  }

  /** The loop of yield from and await. compile.c compiler_add_yield_from. */
  addYieldFrom(loc: Location, isAwait: boolean): void {
    const send = this.newLabel();
    const fail = this.newLabel();
    const exit = this.newLabel();
    this.useLabel(send);
    this.addJump(loc, OP.SEND, exit);
    // The only way YIELD_VALUE raises is close() or throw(): this handler is for them.
    this.addJump(loc, PSEUDO.SETUP_FINALLY, fail);
    this.addop(loc, OP.YIELD_VALUE, 0);
    this.addop(NO_LOCATION, PSEUDO.POP_BLOCK);
    this.addop(loc, OP.RESUME, isAwait ? 3 : 2);
    this.addJump(loc, PSEUDO.JUMP_NO_INTERRUPT, send);
    this.useLabel(fail);
    this.addop(loc, OP.CLEANUP_THROW);
    this.useLabel(exit);
    this.addop(loc, OP.END_SEND);
  }

  /** Ends a handler that failed itself: [exc_info, lasti, exc]. */
  popExceptAndReraise(loc: Location): void {
    this.addop(loc, OP.COPY, 3);
    this.addop(loc, OP.POP_EXCEPT);
    this.addop(loc, OP.RERAISE, 1);
  }

  /** A StopIteration that escapes a generator becomes RuntimeError. compile.c wrap_in_stopiteration_handler. */
  wrapInStopiterationHandler(): void {
    const handler = this.newLabel();
    this.u.seq.insert(0, PSEUDO.SETUP_CLEANUP, handler, NO_LOCATION);
    this.loadConst(NO_LOCATION, null);
    this.addop(NO_LOCATION, OP.RETURN_VALUE);
    this.useLabel(handler);
    this.addop(NO_LOCATION, OP.CALL_INTRINSIC_1, INTRINSIC_STOPITERATION_ERROR);
    this.addop(NO_LOCATION, OP.RERAISE, 1);
  }

  /** compile.c get_ref_type. */
  refType(name: string): number {
    if (this.u.scopeType === SCOPE_CLASS && (name === '__class__' || name === '__classdict__')) return CELL;
    return getScope(this.u.ste, name);
  }

  /** Makes a function of a code object, with its closure. compile.c compiler_make_closure. */
  makeClosure(loc: Location, co: CodeObject | null, funcflags: number): void {
    if (co === null) return;
    let flags = funcflags;
    if (co.nfreevars > 0) {
      for (const name of co.co_freevars) {
        // A class variable can be free in a method and local in the class: the closure takes the cell.
        const reftype = this.refType(name);
        const index = (reftype === CELL ? this.u.cellvars : this.u.freevars).get(name);
        if (index === undefined) {
          this.lookupFailed(name, reftype, co);
          return;
        }
        this.addop(loc, OP.LOAD_CLOSURE, index);
      }
      flags |= 0x08;
      this.addop(loc, OP.BUILD_TUPLE, co.nfreevars);
    }
    this.loadConst(loc, co);
    this.addop(loc, OP.MAKE_FUNCTION, flags);
  }

  /** CPython's own bug, kept: `__class__` in a lambda in a comprehension in a class body. compile.c compiler_make_closure */
  private lookupFailed(name: string, reftype: number, co: CodeObject): void {
    const repr = (value: ConstValue): string => reprConst(value, () => '');
    this.systemError(
      `compiler_lookup_arg(name=${repr(name)}) with reftype=${reftype} failed in ${this.u.name}; ` +
        `freevars of code ${co.name}: ${repr(co.co_freevars)}`,
    );
  }

  /** What no parser's tree comes to. */
  systemError(msg: string): void {
    this.error ??= new SyntaxErrorInfo('SystemError', msg, this.filename, null, null, null, null, null);
  }

  // ---- From the unit's instructions to its code object

  /** compile.c compute_code_flags. */
  private codeFlags(): number {
    const { ste } = this.u;
    let flags = 0;
    if (isFunctionLike(ste)) {
      flags |= CO_NEWLOCALS | CO_OPTIMIZED;
      if (ste.ste_nested) flags |= CO_NESTED;
      if (ste.ste_generator && !ste.ste_coroutine) flags |= CO_GENERATOR;
      if (!ste.ste_generator && ste.ste_coroutine) flags |= CO_COROUTINE;
      if (ste.ste_generator && ste.ste_coroutine) flags |= CO_ASYNC_GENERATOR;
      if (ste.ste_varargs) flags |= CO_VARARGS;
      if (ste.ste_varkeywords) flags |= CO_VARKEYWORDS;
    }
    flags |= this.flags & PyCF_MASK;
    if (this.isTopLevelAwait && ste.ste_coroutine && !ste.ste_generator) flags |= CO_COROUTINE;
    return flags;
  }

  /** compile.c optimize_and_assemble; null once there is an error. */
  optimizeAndAssemble(addNone: boolean): CodeObject | null {
    if (this.error !== null) return null;
    const { u } = this;
    const flags = this.codeFlags();
    if (addNone) this.loadConst(NO_LOCATION, null);
    this.addop(NO_LOCATION, OP.RETURN_VALUE);

    const cfg = sequenceToCfg(u.seq);
    optimizeCodeUnit(cfg, u.consts, u.varnames.size, u.ste.ste_varnames.length, u.firstlineno);
    const nlocalsplus = prepareLocalsplus(u, cfg, flags);
    const isGenerator = (flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0;
    const depth = stackdepth(cfg.entry, isGenerator);
    convertPseudoOps(cfg.entry);
    resolveJumps(cfg);
    return makeCodeObject(u, cfg.entry, u.consts.list, depth, nlocalsplus, flags, this.filename);
  }
}
