// Expressions: everything that leaves one value on the stack, and assignment targets, which take one off.
//
// Answers to CPython 3.12: Python/compile.c compiler_visit_expr1 and its families, the warnings about literals used
// as what they are not included. Calls are in calls.ts, comprehensions in comprehensions.ts.

import {
  FVC_ASCII,
  FVC_NONE,
  FVC_REPR,
  FVC_STR,
  FVS_HAVE_SPEC,
  INTRINSIC_ASYNC_GEN_WRAP,
  INTRINSIC_LIST_TO_TUPLE,
  INTRINSIC_UNARY_POSITIVE,
  OP,
  PSEUDO,
} from '../code/opcodes.ts';
import { isFunctionLike } from '../symtable/symtable.ts';
import type {
  Attribute,
  BinOp,
  BoolOp,
  CmpOperator,
  Compare,
  Dict,
  Expr,
  FormattedValue,
  IfExp,
  JoinedStr,
  Operator,
  Slice,
  Subscript,
} from '../syntax/ast.ts';
import { type Constant, ELLIPSIS } from '../text/constant.ts';
import { unparseExpr } from './ast_unparse.ts';
import { canOptimizeSuperCall, compileCall, loadArgsForSuper } from './calls.ts';
import { type Compiler, SCOPE_ASYNC_FUNCTION, SCOPE_COMPREHENSION, STACK_USE_GUIDELINE } from './compiler.ts';
import { compileComprehension } from './comprehensions.ts';
import { constTypeName, frozenSetOf } from './constants.ts';
import { jumpIf } from './control_flow.ts';
import { compileLambda } from './functions.ts';
import { LOC, Location, NO_LOCATION } from './instruction_sequence.ts';
import { BINARY_ARG, COMPARE_ARG, inplaceArg, UNARY_OPCODE } from './operators.ts';

export function visitExprs(c: Compiler, exprs: readonly Expr[]): void {
  for (const e of exprs) visitExpr(c, e);
}

export function visitExpr(c: Compiler, e: Expr): void {
  switch (e.node) {
    case 'NamedExpr':
      visitExpr(c, e.value);
      c.addop(LOC(e), OP.COPY, 1);
      visitExpr(c, e.target);
      return;
    case 'BoolOp':
      compileBoolOp(c, e);
      return;
    case 'BinOp':
      compileBinOp(c, e);
      return;
    case 'UnaryOp':
      visitExpr(c, e.operand);
      if (e.op === 'UAdd') c.addop(LOC(e), OP.CALL_INTRINSIC_1, INTRINSIC_UNARY_POSITIVE);
      else c.addop(LOC(e), UNARY_OPCODE[e.op]);
      return;
    case 'Lambda':
      compileLambda(c, e);
      return;
    case 'IfExp':
      compileIfExp(c, e);
      return;
    case 'Dict':
      compileDict(c, e);
      return;
    case 'Set':
      starunpack(c, LOC(e), e.elts, 0, OP.BUILD_SET, OP.SET_ADD, OP.SET_UPDATE, false);
      return;
    case 'GeneratorExp':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      compileComprehension(c, e);
      return;
    case 'Yield':
      if (!isFunctionLike(c.u.ste)) {
        c.fail(e, "'yield' outside function");
        return;
      }
      if (e.value) visitExpr(c, e.value);
      else c.loadConst(LOC(e), null);
      addYield(c, LOC(e));
      return;
    case 'YieldFrom':
      if (!isFunctionLike(c.u.ste)) {
        c.fail(e, "'yield from' outside function");
        return;
      }
      if (c.u.scopeType === SCOPE_ASYNC_FUNCTION) {
        c.fail(e, "'yield from' inside async function");
        return;
      }
      visitExpr(c, e.value);
      c.addop(LOC(e), OP.GET_YIELD_FROM_ITER);
      c.loadConst(LOC(e), null);
      c.addYieldFrom(LOC(e), false);
      return;
    case 'Await':
      if (!c.isTopLevelAwait) {
        if (!isFunctionLike(c.u.ste)) {
          c.fail(e, "'await' outside function");
          return;
        }
        if (c.u.scopeType !== SCOPE_ASYNC_FUNCTION && c.u.scopeType !== SCOPE_COMPREHENSION) {
          c.fail(e, "'await' outside async function");
          return;
        }
      }
      visitExpr(c, e.value);
      c.addop(LOC(e), OP.GET_AWAITABLE, 0);
      c.loadConst(LOC(e), null);
      c.addYieldFrom(LOC(e), true);
      return;
    case 'Compare':
      compileCompare(c, e);
      return;
    case 'Call':
      compileCall(c, e);
      return;
    case 'Constant':
      c.loadConst(LOC(e), e.value);
      return;
    case 'JoinedStr':
      compileJoinedStr(c, e);
      return;
    case 'FormattedValue':
      compileFormattedValue(c, e);
      return;
    case 'Attribute':
      compileAttribute(c, e);
      return;
    case 'Subscript':
      compileSubscript(c, e);
      return;
    case 'Starred':
      c.fail(
        e,
        e.ctx === 'Store'
          ? 'starred assignment target must be in a list or tuple'
          : "can't use starred expression here",
      );
      return;
    case 'Slice':
      c.addop(LOC(e), OP.BUILD_SLICE, compileSlice(c, e));
      return;
    case 'Name':
      c.nameop(LOC(e), e.id, e.ctx);
      return;
    case 'List':
    case 'Tuple':
      if (e.ctx === 'Store') {
        compileUnpacking(c, LOC(e), e.elts);
      } else if (e.ctx === 'Load') {
        const isTuple = e.node === 'Tuple';
        starunpack(c, LOC(e), e.elts, 0, OP.BUILD_LIST, OP.LIST_APPEND, OP.LIST_EXTEND, isTuple);
      } else {
        visitExprs(c, e.elts);
      }
      return;
  }
}

/** A long `a + b + c + ...` leans to the left: walked in a loop, since it may be deeper than the engine's stack. */
function compileBinOp(c: Compiler, top: BinOp): void {
  const spine: BinOp[] = [];
  let left: Expr = top;
  for (; left.node === 'BinOp'; left = left.left) spine.push(left);
  visitExpr(c, left);
  for (let i = spine.length - 1; i >= 0; i--) {
    visitExpr(c, spine[i].right);
    addBinary(c, LOC(spine[i]), spine[i].op, false);
  }
}

export function addBinary(c: Compiler, loc: Location, op: Operator, inplace: boolean): void {
  c.addop(loc, OP.BINARY_OP, inplace ? inplaceArg(op) : BINARY_ARG[op]);
}

/** compile.c addop_yield. */
export function addYield(c: Compiler, loc: Location): void {
  const { ste } = c.u;
  if (ste.ste_generator && ste.ste_coroutine) c.addop(loc, OP.CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP);
  c.addop(loc, OP.YIELD_VALUE, 0);
  c.addop(loc, OP.RESUME, 1);
}

/** An annotation as text, for `from __future__ import annotations`. */
export function visitAnnexpr(c: Compiler, annotation: Expr): void {
  c.loadConst(LOC(annotation), unparseExpr(annotation));
}

function compileBoolOp(c: Compiler, e: BoolOp): void {
  const loc = LOC(e);
  const jump = e.op === 'And' ? OP.POP_JUMP_IF_FALSE : OP.POP_JUMP_IF_TRUE;
  const end = c.newLabel();
  const last = e.values.length - 1;
  for (let i = 0; i < last; i++) {
    visitExpr(c, e.values[i]);
    c.addop(loc, OP.COPY, 1);
    c.addJump(loc, jump, end);
    c.addop(loc, OP.POP_TOP);
  }
  visitExpr(c, e.values[last]);
  c.useLabel(end);
}

function compileIfExp(c: Compiler, e: IfExp): void {
  const end = c.newLabel();
  const next = c.newLabel();
  jumpIf(c, LOC(e), e.test, next, false);
  visitExpr(c, e.body);
  c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
  c.useLabel(next);
  visitExpr(c, e.orelse);
  c.useLabel(end);
}

// ---- Displays and unpacking

function allConst(elts: readonly (Expr | null)[]): boolean {
  return elts.every((elt) => elt !== null && elt.node === 'Constant');
}

function constValues(elts: readonly (Expr | null)[]): Constant[] {
  return elts.map((elt) => (elt as { value: Constant }).value);
}

/** compile.c starunpack_helper: builds a list, set or tuple, stars and long ones step by step. */
export function starunpack(
  c: Compiler,
  loc: Location,
  elts: readonly Expr[],
  pushed: number,
  build: number,
  add: number,
  extend: number,
  tuple: boolean,
): void {
  const n = elts.length;
  if (n > 2 && allConst(elts)) {
    const folded = constValues(elts);
    if (tuple && pushed === 0) {
      c.loadConst(loc, folded);
      return;
    }
    c.addop(loc, build, pushed);
    c.loadConst(loc, add === OP.SET_ADD ? frozenSetOf(folded) : folded);
    c.addop(loc, extend, 1);
    if (tuple) c.addop(loc, OP.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
    return;
  }
  const big = n + pushed > STACK_USE_GUIDELINE;
  if (!big && !elts.some((elt) => elt.node === 'Starred')) {
    visitExprs(c, elts);
    c.addop(loc, tuple ? OP.BUILD_TUPLE : build, n + pushed);
    return;
  }
  let built = false;
  if (big) {
    c.addop(loc, build, pushed);
    built = true;
  }
  for (let i = 0; i < n; i++) {
    const elt = elts[i];
    if (elt.node === 'Starred') {
      if (!built) {
        c.addop(loc, build, i + pushed);
        built = true;
      }
      visitExpr(c, elt.value);
      c.addop(loc, extend, 1);
    } else {
      visitExpr(c, elt);
      if (built) c.addop(loc, add, 1);
    }
  }
  if (tuple) c.addop(loc, OP.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
}

/** compile.c unpack_helper, assignment_helper: `a, *b = ...`. */
function compileUnpacking(c: Compiler, loc: Location, elts: readonly Expr[]): void {
  const n = elts.length;
  let seenStar = false;
  for (let i = 0; i < n; i++) {
    if (elts[i].node !== 'Starred') continue;
    if (seenStar) {
      c.fail(loc, 'multiple starred expressions in assignment');
      return;
    }
    if (i >= 1 << 8 || n - i - 1 >= 0x7fffffff >> 8) {
      c.fail(loc, 'too many expressions in star-unpacking assignment');
      return;
    }
    c.addop(loc, OP.UNPACK_EX, i + ((n - i - 1) << 8));
    seenStar = true;
  }
  if (!seenStar) c.addop(loc, OP.UNPACK_SEQUENCE, n);
  for (const elt of elts) visitExpr(c, elt.node === 'Starred' ? elt.value : elt);
}

/** compile.c compiler_subdict: a run of plain `key: value` pairs. */
function compileSubdict(c: Compiler, e: Dict, begin: number, end: number): void {
  const loc = LOC(e);
  const n = end - begin;
  const big = n * 2 > STACK_USE_GUIDELINE;
  const keys = e.keys.slice(begin, end);
  if (n > 1 && !big && allConst(keys)) {
    visitExprs(c, e.values.slice(begin, end));
    c.loadConst(loc, constValues(keys));
    c.addop(loc, OP.BUILD_CONST_KEY_MAP, n);
    return;
  }
  if (big) c.addop(loc, OP.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    visitExpr(c, e.keys[i]!);
    visitExpr(c, e.values[i]);
    if (big) c.addop(loc, OP.MAP_ADD, 1);
  }
  if (!big) c.addop(loc, OP.BUILD_MAP, n);
}

/** compile.c compiler_dict. */
function compileDict(c: Compiler, e: Dict): void {
  const loc = LOC(e);
  const n = e.values.length;
  let haveDict = false;
  let elements = 0;
  const merge = (): void => {
    if (haveDict) c.addop(loc, OP.DICT_UPDATE, 1);
    haveDict = true;
    elements = 0;
  };
  for (let i = 0; i < n; i++) {
    if (e.keys[i] === null) {
      if (elements > 0) {
        compileSubdict(c, e, i - elements, i);
        merge();
      }
      if (!haveDict) {
        c.addop(loc, OP.BUILD_MAP, 0);
        haveDict = true;
      }
      visitExpr(c, e.values[i]);
      c.addop(loc, OP.DICT_UPDATE, 1);
    } else if (elements * 2 > STACK_USE_GUIDELINE) {
      compileSubdict(c, e, i - elements, i + 1);
      merge();
    } else {
      elements++;
    }
  }
  if (elements > 0) {
    compileSubdict(c, e, n - elements, n);
    merge();
  }
  if (!haveDict) c.addop(loc, OP.BUILD_MAP, 0);
}

// ---- Comparisons

/** compile.c compiler_addcompare. */
export function addCompare(c: Compiler, loc: Location, op: CmpOperator): void {
  switch (op) {
    case 'Is':
    case 'IsNot':
      c.addop(loc, OP.IS_OP, op === 'IsNot' ? 1 : 0);
      break;
    case 'In':
    case 'NotIn':
      c.addop(loc, OP.CONTAINS_OP, op === 'NotIn' ? 1 : 0);
      break;
    default:
      c.addop(loc, OP.COMPARE_OP, COMPARE_ARG[op]);
  }
}

/** Whether `is` with this operand makes sense: not a literal, or one of the singletons. */
function mayBeIdentical(e: Expr): boolean {
  if (e.node !== 'Constant') return true;
  const { value } = e;
  return value === null || typeof value === 'boolean' || value === ELLIPSIS;
}

/** compile.c check_compare. */
export function checkCompare(c: Compiler, e: Compare): void {
  let left = e.left;
  for (const [i, op] of e.ops.entries()) {
    const right = e.comparators[i];
    if ((op === 'Is' || op === 'IsNot') && !(mayBeIdentical(left) && mayBeIdentical(right))) {
      const literal = typeNameOf(mayBeIdentical(left) ? right : left);
      c.warn(
        e,
        op === 'Is'
          ? `"is" with '${literal}' literal. Did you mean "=="?`
          : `"is not" with '${literal}' literal. Did you mean "!="?`,
      );
      return;
    }
    left = right;
  }
}

/** compile.c compiler_compare: `a < b < c` evaluates b once. */
function compileCompare(c: Compiler, e: Compare): void {
  const loc = LOC(e);
  checkCompare(c, e);
  visitExpr(c, e.left);
  const last = e.ops.length - 1;
  if (last === 0) {
    visitExpr(c, e.comparators[0]);
    addCompare(c, loc, e.ops[0]);
    return;
  }
  const cleanup = c.newLabel();
  for (let i = 0; i < last; i++) {
    visitExpr(c, e.comparators[i]);
    c.addop(loc, OP.SWAP, 2);
    c.addop(loc, OP.COPY, 2);
    addCompare(c, loc, e.ops[i]);
    c.addop(loc, OP.COPY, 1);
    c.addJump(loc, OP.POP_JUMP_IF_FALSE, cleanup);
    c.addop(loc, OP.POP_TOP);
  }
  visitExpr(c, e.comparators[last]);
  addCompare(c, loc, e.ops[last]);
  const end = c.newLabel();
  c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
  c.useLabel(cleanup);
  c.addop(loc, OP.SWAP, 2);
  c.addop(loc, OP.POP_TOP);
  c.useLabel(end);
}

// ---- Warnings about literals

/** The type a literal's value will have, or null if it cannot be told. compile.c infer_type. */
export function typeNameOf(e: Expr): string | null {
  switch (e.node) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Constant':
      return constTypeName(e.value);
    default:
      return null;
  }
}

/** compile.c check_subscripter: `1[0]`, `{1}[0]`. */
function checkSubscripter(c: Compiler, e: Expr): void {
  switch (e.node) {
    case 'Constant': {
      const { value } = e;
      if (typeof value === 'string' || value instanceof Uint8Array || Array.isArray(value)) return;
      break;
    }
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'Lambda':
      break;
    default:
      return;
  }
  c.warn(e, `'${typeNameOf(e)}' object is not subscriptable; perhaps you missed a comma?`);
}

/** compile.c check_index: `[1, 2]["a"]`. */
function checkIndex(c: Compiler, e: Expr, index: Expr): void {
  const indexType = typeNameOf(index);
  if (indexType === null || indexType === 'int' || indexType === 'bool') return;
  switch (e.node) {
    case 'Constant': {
      const { value } = e;
      if (!(typeof value === 'string' || value instanceof Uint8Array || Array.isArray(value))) return;
      break;
    }
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      break;
    default:
      return;
  }
  c.warn(
    e,
    `${typeNameOf(e)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`,
  );
}

// ---- Attributes and subscripts

/** An attribute on a later line: point at its name. compile.c update_start_location_to_match_attr. */
export function attributeLocation(loc: Location, attr: Attribute): Location {
  if (loc.lineno === attr.end_lineno) return loc;
  const lineno = attr.end_lineno;
  const length = [...attr.attr].length;
  let col = -1;
  let endCol = -1;
  if (length <= attr.end_col_offset) {
    col = attr.end_col_offset - length;
    endCol = loc.end_col_offset;
  }
  const endLine = Math.max(lineno, loc.end_lineno);
  if (lineno === endLine) endCol = Math.max(col, endCol);
  return new Location(lineno, endLine, col, endCol);
}

function compileAttribute(c: Compiler, e: Attribute): void {
  let loc = LOC(e);
  if (e.ctx === 'Load' && canOptimizeSuperCall(c, e) && e.value.node === 'Call') {
    loadArgsForSuper(c, e.value);
    c.addopName(loc, e.value.args.length > 0 ? OP.LOAD_SUPER_ATTR : PSEUDO.LOAD_ZERO_SUPER_ATTR, e.attr);
    c.addop(attributeLocation(loc, e), OP.NOP);
    return;
  }
  visitExpr(c, e.value);
  loc = attributeLocation(loc, e);
  switch (e.ctx) {
    case 'Load':
      c.addopName(loc, OP.LOAD_ATTR, e.attr);
      break;
    case 'Store':
      if (c.forbiddenName(loc, e.attr, 'Store')) return;
      c.addopName(loc, OP.STORE_ATTR, e.attr);
      break;
    case 'Del':
      c.addopName(loc, OP.DELETE_ATTR, e.attr);
      break;
  }
}

export function isTwoElementSlice(e: Slice): boolean {
  return e.step === null;
}

/** Leaves the parts of a slice on the stack; answers how many. compile.c compiler_slice. */
export function compileSlice(c: Compiler, e: Slice): number {
  if (e.lower) visitExpr(c, e.lower);
  else c.loadConst(LOC(e), null);
  if (e.upper) visitExpr(c, e.upper);
  else c.loadConst(LOC(e), null);
  if (e.step === null) return 2;
  visitExpr(c, e.step);
  return 3;
}

function compileSubscript(c: Compiler, e: Subscript): void {
  const loc = LOC(e);
  if (e.ctx === 'Load') {
    checkSubscripter(c, e.value);
    checkIndex(c, e.value, e.slice);
  }
  visitExpr(c, e.value);
  if (e.slice.node === 'Slice' && isTwoElementSlice(e.slice) && e.ctx !== 'Del') {
    compileSlice(c, e.slice);
    c.addop(loc, e.ctx === 'Load' ? OP.BINARY_SLICE : OP.STORE_SLICE);
    return;
  }
  visitExpr(c, e.slice);
  c.addop(loc, e.ctx === 'Load' ? OP.BINARY_SUBSCR : e.ctx === 'Store' ? OP.STORE_SUBSCR : OP.DELETE_SUBSCR);
}

// ---- f-strings

function compileJoinedStr(c: Compiler, e: JoinedStr): void {
  const loc = LOC(e);
  const n = e.values.length;
  if (n > STACK_USE_GUIDELINE) {
    c.loadConst(loc, '');
    c.addopName(loc, PSEUDO.LOAD_METHOD, 'join');
    c.addop(loc, OP.BUILD_LIST, 0);
    for (const value of e.values) {
      visitExpr(c, value);
      c.addop(loc, OP.LIST_APPEND, 1);
    }
    c.addop(loc, OP.CALL, 1);
    return;
  }
  visitExprs(c, e.values);
  if (n !== 1) c.addop(loc, OP.BUILD_STRING, n);
}

function compileFormattedValue(c: Compiler, e: FormattedValue): void {
  visitExpr(c, e.value);
  let arg: number = FVC_NONE;
  if (e.conversion !== -1 && ![115, 114, 97].includes(e.conversion)) {
    c.systemError(`Unrecognized conversion character ${e.conversion}`);
    return;
  }
  if (e.conversion === 115) arg = FVC_STR;
  else if (e.conversion === 114) arg = FVC_REPR;
  else if (e.conversion === 97) arg = FVC_ASCII;
  if (e.format_spec) {
    visitExpr(c, e.format_spec);
    arg |= FVS_HAVE_SPEC;
  }
  c.addop(LOC(e), OP.FORMAT_VALUE, arg);
}
