// Functions and lambdas: defaults, annotations, the body's own code object, decorators, type parameters.
//
// Answers to CPython 3.12: Python/compile.c compiler_function, compiler_function_body, compiler_lambda,
// compiler_type_params and their helpers.

import {
  INTRINSIC_PARAMSPEC,
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS,
  INTRINSIC_TYPEVAR,
  INTRINSIC_TYPEVAR_WITH_BOUND,
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS,
  INTRINSIC_TYPEVARTUPLE,
  OP,
} from '../code/opcodes.ts';
import type {
  Arg,
  Arguments,
  AsyncFunctionDef,
  Expr,
  FunctionDef,
  Lambda,
  TypeParam,
} from '../syntax/ast.ts';
import {
  type Compiler,
  SCOPE_ASYNC_FUNCTION,
  SCOPE_FUNCTION,
  SCOPE_LAMBDA,
  SCOPE_TYPEPARAMS,
  STOP_ITERATION,
} from './compiler.ts';
import { docstringOf } from './docstring.ts';
import { visitAnnexpr, visitExpr, visitExprs } from './expressions.ts';
import { LOC, type Location, NO_LABEL, NO_LOCATION } from './instruction_sequence.ts';
import { visitStmt } from './statements.ts';

const DEFAULTS = 0x01;
const KWDEFAULTS = 0x02;
const ANNOTATIONS = 0x04;

export function applyDecorators(c: Compiler, decorators: readonly Expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.addop(LOC(decorators[i]), OP.CALL, 0);
}

/** compile.c compiler_check_debug_args. */
function checkDebugArgs(c: Compiler, args: Arguments): boolean {
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
  return !all.some((arg) => arg !== null && c.forbiddenName(arg, arg.arg, 'Store'));
}

/** Pushes what MAKE_FUNCTION wants of defaults; answers its flags. compile.c compiler_default_arguments. */
function compileDefaults(c: Compiler, loc: Location, args: Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    visitExprs(c, args.defaults);
    c.addop(loc, OP.BUILD_TUPLE, args.defaults.length);
    flags |= DEFAULTS;
  }
  const keys: string[] = [];
  for (const [i, arg] of args.kwonlyargs.entries()) {
    const value = args.kw_defaults[i];
    if (value === null) continue;
    keys.push(c.mangled(arg.arg));
    visitExpr(c, value);
  }
  if (keys.length > 0) {
    c.loadConst(loc, keys);
    c.addop(loc, OP.BUILD_CONST_KEY_MAP, keys.length);
    flags |= KWDEFAULTS;
  }
  return flags;
}

/** One name and its annotation; answers how many values were pushed. */
function compileAnnotation(c: Compiler, loc: Location, name: string, annotation: Expr | null): number {
  if (annotation === null) return 0;
  c.loadConst(loc, c.mangled(name));
  if (c.hasFutureAnnotations) {
    visitAnnexpr(c, annotation);
  } else if (annotation.node === 'Starred') {
    // *args: *Ts
    visitExpr(c, annotation.value);
    c.addop(loc, OP.UNPACK_SEQUENCE, 1);
  } else {
    visitExpr(c, annotation);
  }
  return 2;
}

/** compile.c compiler_visit_annotations. */
function compileAnnotations(c: Compiler, loc: Location, args: Arguments, returns: Expr | null): boolean {
  let n = 0;
  const one = (arg: Arg | null): void => {
    if (arg !== null) n += compileAnnotation(c, loc, arg.arg, arg.annotation);
  };
  args.args.forEach(one);
  args.posonlyargs.forEach(one);
  one(args.vararg);
  args.kwonlyargs.forEach(one);
  one(args.kwarg);
  n += compileAnnotation(c, loc, 'return', returns);
  if (n > 0) c.addop(loc, OP.BUILD_TUPLE, n);
  return n > 0;
}

/** Leaves a tuple of the type parameters, each bound to its name. compile.c compiler_type_params. */
export function compileTypeParams(c: Compiler, params: readonly TypeParam[]): void {
  for (const param of params) {
    const loc = LOC(param);
    c.loadConst(loc, param.name);
    if (param.node === 'TypeVar' && param.bound !== null) {
      const { bound } = param;
      c.enterScope(param.name, SCOPE_TYPEPARAMS, param, bound.lineno);
      visitExpr(c, bound);
      c.addop(loc, OP.RETURN_VALUE);
      const co = c.optimizeAndAssemble(true);
      c.exitScope();
      c.makeClosure(loc, co, 0);
      const constraints = bound.node === 'Tuple';
      c.addop(
        loc,
        OP.CALL_INTRINSIC_2,
        constraints ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND,
      );
    } else {
      const intrinsic =
        param.node === 'TypeVar'
          ? INTRINSIC_TYPEVAR
          : param.node === 'ParamSpec'
            ? INTRINSIC_PARAMSPEC
            : INTRINSIC_TYPEVARTUPLE;
      c.addop(loc, OP.CALL_INTRINSIC_1, intrinsic);
    }
    c.addop(loc, OP.COPY, 1);
    c.nameop(loc, param.name, 'Store');
  }
  c.addop(LOC(params[0]), OP.BUILD_TUPLE, params.length);
}

function setArgcounts(c: Compiler, args: Arguments): void {
  c.u.argcount = args.args.length;
  c.u.posonlyargcount = args.posonlyargs.length;
  c.u.kwonlyargcount = args.kwonlyargs.length;
}

/** compile.c compiler_function_body. */
function compileFunctionBody(
  c: Compiler,
  s: FunctionDef | AsyncFunctionDef,
  funcflags: number,
  firstlineno: number,
): void {
  const isAsync = s.node === 'AsyncFunctionDef';
  c.enterScope(s.name, isAsync ? SCOPE_ASYNC_FUNCTION : SCOPE_FUNCTION, s, firstlineno);
  const docstring = c.optimize < 2 ? docstringOf(s.body) : null;
  c.addConst(docstring);
  setArgcounts(c, s.args);
  const start = c.newLabel();
  c.useLabel(start);
  const addHandler = c.u.ste.ste_coroutine || c.u.ste.ste_generator;
  if (addHandler) c.pushFblock(NO_LOCATION, STOP_ITERATION, start, NO_LABEL, null);
  for (let i = docstring !== null ? 1 : 0; i < s.body.length; i++) visitStmt(c, s.body[i]);
  if (addHandler) {
    c.wrapInStopiterationHandler();
    c.popFblock();
  }
  const co = c.optimizeAndAssemble(true);
  c.exitScope();
  c.makeClosure(LOC(s), co, funcflags);
}

export function compileFunction(c: Compiler, s: FunctionDef | AsyncFunctionDef): void {
  if (!checkDebugArgs(c, s.args)) return;
  const decorators = s.decorator_list;
  visitExprs(c, decorators);
  const firstlineno = decorators.length > 0 ? decorators[0].lineno : s.lineno;
  const loc = LOC(s);
  const isGeneric = s.type_params.length > 0;
  // The type parameters live in a function of their own, called at once.
  if (isGeneric) c.addop(loc, OP.PUSH_NULL);
  let funcflags = compileDefaults(c, loc, s.args);
  let nTypeParamArgs = 0;
  if (isGeneric) {
    if (funcflags & DEFAULTS) nTypeParamArgs++;
    if (funcflags & KWDEFAULTS) nTypeParamArgs++;
    if (nTypeParamArgs === 2) c.addop(loc, OP.SWAP, 2);
    c.enterScope(`<generic parameters of ${s.name}>`, SCOPE_TYPEPARAMS, s.type_params, firstlineno);
    compileTypeParams(c, s.type_params);
    if (nTypeParamArgs > 0) c.addop(loc, OP.LOAD_FAST, 0);
    if (nTypeParamArgs === 2) c.addop(loc, OP.LOAD_FAST, 1);
  }
  if (compileAnnotations(c, loc, s.args, s.returns)) funcflags |= ANNOTATIONS;
  compileFunctionBody(c, s, funcflags, firstlineno);
  if (isGeneric) {
    c.addop(loc, OP.SWAP, 2);
    c.addop(loc, OP.CALL_INTRINSIC_2, INTRINSIC_SET_FUNCTION_TYPE_PARAMS);
    c.u.argcount = nTypeParamArgs;
    const co = c.optimizeAndAssemble(false);
    c.exitScope();
    c.makeClosure(loc, co, 0);
    if (nTypeParamArgs > 0) c.addop(loc, OP.SWAP, nTypeParamArgs + 1);
    c.addop(loc, OP.CALL, nTypeParamArgs);
  }
  applyDecorators(c, decorators);
  c.nameop(loc, s.name, 'Store');
}

export function compileLambda(c: Compiler, e: Lambda): void {
  if (!checkDebugArgs(c, e.args)) return;
  const loc = LOC(e);
  const funcflags = compileDefaults(c, loc, e.args);
  c.enterScope('<lambda>', SCOPE_LAMBDA, e, e.lineno);
  // None first, so that no string can pass for a docstring.
  c.addConst(null);
  setArgcounts(c, e.args);
  visitExpr(c, e.body);
  const isGenerator = c.u.ste.ste_generator;
  if (!isGenerator) c.addop(LOC(e.body), OP.RETURN_VALUE);
  const co = c.optimizeAndAssemble(!isGenerator);
  c.exitScope();
  c.makeClosure(loc, co, funcflags);
}
