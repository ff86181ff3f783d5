// Calls: plain, of methods, with keywords, with stars, and super().
//
// Answers to CPython 3.12: Python/compile.c compiler_call and its helpers.

import { OP, PSEUDO } from '../code/opcodes.ts';
import { DEF_IMPORT, FREE, GLOBAL_IMPLICIT, getScope, getSymbol } from '../symtable/symtable.ts';
import type { Attribute, Call, Expr, Keyword } from '../syntax/ast.ts';
import { type Compiler, STACK_USE_GUIDELINE } from './compiler.ts';
import { attributeLocation, starunpack, typeNameOf, visitExpr, visitExprs } from './expressions.ts';
import { LOC, type Location, NO_LOCATION } from './instruction_sequence.ts';

/** compile.c check_caller: `"text"(...)`, `[1](2)`. */
function checkCaller(c: Compiler, e: Expr): void {
  switch (e.node) {
    case 'Constant':
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'Dict':
    case 'DictComp':
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'JoinedStr':
    case 'FormattedValue':
      c.warn(e, `'${typeNameOf(e)}' object is not callable; perhaps you missed a comma?`);
      break;
    default:
  }
}

/** Whether the module imports this name: its attributes are then functions, not methods. */
function isImportOriginated(c: Compiler, e: Expr): boolean {
  return e.node === 'Name' && (getSymbol(c.table.top, e.id) & DEF_IMPORT) !== 0;
}

/** Whether `super(...).attr` can do without the super object. compile.c can_optimize_super_call. */
export function canOptimizeSuperCall(c: Compiler, attr: Attribute): boolean {
  const e = attr.value;
  if (
    e.node !== 'Call' ||
    e.func.node !== 'Name' ||
    e.func.id !== 'super' ||
    attr.attr === '__class__' ||
    e.keywords.length !== 0
  ) {
    return false;
  }
  // A program that binds the name `super` itself, as far as can be seen.
  if (getScope(c.u.ste, 'super') !== GLOBAL_IMPLICIT || getScope(c.table.top, 'super') !== 0) return false;
  if (e.args.length === 2) return !e.args.some((arg) => arg.node === 'Starred');
  if (e.args.length !== 0) return false;
  if (c.u.argcount === 0 && c.u.posonlyargcount === 0) return false;
  return c.refType('__class__') === FREE;
}

/** compile.c load_args_for_super. */
export function loadArgsForSuper(c: Compiler, e: Call): void {
  c.nameop(LOC(e.func), 'super', 'Load');
  if (e.args.length === 2) {
    visitExpr(c, e.args[0]);
    visitExpr(c, e.args[1]);
    return;
  }
  const loc = LOC(e);
  c.nameop(loc, '__class__', 'Load');
  const [self] = c.u.varnames.keys();
  c.nameop(loc, self, 'Load');
}

/** compile.c validate_keywords. */
function validateKeywords(c: Compiler, keywords: readonly Keyword[]): boolean {
  for (let i = 0; i < keywords.length; i++) {
    const key = keywords[i];
    if (key.arg === null) continue;
    if (c.forbiddenName(key, key.arg, 'Store')) return false;
    for (let j = i + 1; j < keywords.length; j++) {
      if (keywords[j].arg === key.arg) {
        c.fail(keywords[j], `keyword argument repeated: ${key.arg}`);
        return false;
      }
    }
  }
  return true;
}

function addKwNames(c: Compiler, loc: Location, keywords: readonly Keyword[]): void {
  const names = keywords.map((kw) => kw.arg!);
  c.addop(loc, OP.KW_NAMES, c.addConst(names));
}

/** `obj.method(...)` without making a bound method. compile.c maybe_optimize_method_call. */
function maybeOptimizeMethodCall(c: Compiler, e: Call): boolean {
  const meth = e.func;
  if (meth.node !== 'Attribute' || meth.ctx !== 'Load') return false;
  if (isImportOriginated(c, meth.value)) return false;
  const nargs = e.args.length;
  const nkwargs = e.keywords.length;
  if (nargs + nkwargs + (nkwargs !== 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false;
  if (e.args.some((arg) => arg.node === 'Starred')) return false;
  if (e.keywords.some((kw) => kw.arg === null)) return false;
  let loc = LOC(meth);
  if (canOptimizeSuperCall(c, meth) && meth.value.node === 'Call') {
    loadArgsForSuper(c, meth.value);
    const op = meth.value.args.length > 0 ? PSEUDO.LOAD_SUPER_METHOD : PSEUDO.LOAD_ZERO_SUPER_METHOD;
    c.addopName(loc, op, meth.attr);
    loc = attributeLocation(loc, meth);
    c.addop(loc, OP.NOP);
  } else {
    visitExpr(c, meth.value);
    loc = attributeLocation(loc, meth);
    c.addopName(loc, PSEUDO.LOAD_METHOD, meth.attr);
  }
  visitExprs(c, e.args);
  if (nkwargs > 0) {
    for (const kw of e.keywords) visitExpr(c, kw.value);
    addKwNames(c, loc, e.keywords);
  }
  c.addop(attributeLocation(LOC(e), meth), OP.CALL, nargs + nkwargs);
  return true;
}

export function compileCall(c: Compiler, e: Call): void {
  if (!validateKeywords(c, e.keywords)) return;
  if (maybeOptimizeMethodCall(c, e)) return;
  checkCaller(c, e.func);
  c.addop(LOC(e.func), OP.PUSH_NULL);
  visitExpr(c, e.func);
  compileCallArguments(c, LOC(e), 0, e.args, e.keywords);
}

/** compile.c compiler_subkwargs: a run of plain keywords for a call with `**`. */
function compileSubkwargs(c: Compiler, loc: Location, keywords: readonly Keyword[]): void {
  const n = keywords.length;
  const big = n * 2 > STACK_USE_GUIDELINE;
  if (n > 1 && !big) {
    for (const kw of keywords) visitExpr(c, kw.value);
    c.loadConst(
      loc,
      keywords.map((kw) => kw.arg!),
    );
    c.addop(loc, OP.BUILD_CONST_KEY_MAP, n);
    return;
  }
  if (big) c.addop(NO_LOCATION, OP.BUILD_MAP, 0);
  for (const kw of keywords) {
    c.loadConst(loc, kw.arg);
    visitExpr(c, kw.value);
    if (big) c.addop(NO_LOCATION, OP.MAP_ADD, 1);
  }
  if (!big) c.addop(loc, OP.BUILD_MAP, n);
}

/** Arguments and the call itself; `pushed` are on the stack already. compile.c compiler_call_helper. */
export function compileCallArguments(
  c: Compiler,
  loc: Location,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
): void {
  if (!validateKeywords(c, keywords)) return;
  const nargs = args.length;
  const nkwargs = keywords.length;
  const plain =
    nargs + nkwargs * 2 <= STACK_USE_GUIDELINE &&
    !args.some((arg) => arg.node === 'Starred') &&
    !keywords.some((kw) => kw.arg === null);
  if (plain) {
    visitExprs(c, args);
    if (nkwargs > 0) {
      for (const kw of keywords) visitExpr(c, kw.value);
      addKwNames(c, loc, keywords);
    }
    c.addop(loc, OP.CALL, pushed + nargs + nkwargs);
    return;
  }
  const only = args[0];
  if (pushed === 0 && nargs === 1 && only.node === 'Starred') {
    visitExpr(c, only.value);
  } else {
    starunpack(c, loc, args, pushed, OP.BUILD_LIST, OP.LIST_APPEND, OP.LIST_EXTEND, true);
  }
  if (nkwargs > 0) {
    let haveDict = false;
    let seen = 0;
    const flush = (end: number): void => {
      if (seen === 0) return;
      compileSubkwargs(c, loc, keywords.slice(end - seen, end));
      if (haveDict) c.addop(loc, OP.DICT_MERGE, 1);
      haveDict = true;
      seen = 0;
    };
    for (let i = 0; i < nkwargs; i++) {
      const kw = keywords[i];
      if (kw.arg !== null) {
        seen++;
        continue;
      }
      flush(i);
      if (!haveDict) {
        c.addop(loc, OP.BUILD_MAP, 0);
        haveDict = true;
      }
      visitExpr(c, kw.value);
      c.addop(loc, OP.DICT_MERGE, 1);
    }
    flush(nkwargs);
  }
  c.addop(loc, OP.CALL_FUNCTION_EX, nkwargs > 0 ? 1 : 0);
}
