// Classes and type aliases.
//
// `class C(B): body` is C = __build_class__(function of the body, 'C', B). Type parameters (PEP 695) put a function
// round it. Answers to CPython 3.12: Python/compile.c compiler_class, compiler_class_body, compiler_typealias.

import { INTRINSIC_SUBSCRIPT_GENERIC, INTRINSIC_TYPEALIAS, OP } from '../code/opcodes.ts';
import type { ClassDef, Name, TypeAlias } from '../syntax/ast.ts';
import { compileCallArguments } from './calls.ts';
import { compileBody } from './compile.ts';
import { type Compiler, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_TYPEPARAMS } from './compiler.ts';
import { visitExpr, visitExprs } from './expressions.ts';
import { applyDecorators, compileTypeParams } from './functions.ts';
import { LOC, Location, NO_LOCATION } from './instruction_sequence.ts';

/** The body's code, and the start of the call that makes the class. compile.c compiler_class_body. */
function compileClassBody(c: Compiler, s: ClassDef, firstlineno: number): void {
  c.enterScope(s.name, SCOPE_CLASS, s, firstlineno);
  const { u } = c;
  const start = new Location(firstlineno, firstlineno, 0, 0);
  u.privateName = s.name;
  c.nameop(start, '__name__', 'Load');
  c.nameop(start, '__module__', 'Store');
  c.loadConst(start, u.qualname);
  c.nameop(start, '__qualname__', 'Store');
  if (s.type_params.length > 0) {
    c.nameop(start, '.type_params', 'Load');
    c.nameop(start, '__type_params__', 'Store');
  }
  if (u.ste.ste_needs_classdict) {
    c.addop(start, OP.LOAD_LOCALS);
    c.addop(start, OP.STORE_DEREF, u.cellvars.get('__classdict__')!);
  }
  compileBody(c, start, s.body);
  if (u.ste.ste_needs_classdict) {
    c.addop(NO_LOCATION, OP.LOAD_CLOSURE, u.cellvars.get('__classdict__')!);
    c.nameop(NO_LOCATION, '__classdictcell__', 'Store');
  }
  if (u.ste.ste_needs_class_closure) {
    // The cell of __class__ goes into the namespace and is the result.
    c.addop(NO_LOCATION, OP.LOAD_CLOSURE, u.cellvars.get('__class__')!);
    c.addop(NO_LOCATION, OP.COPY, 1);
    c.nameop(NO_LOCATION, '__classcell__', 'Store');
  } else {
    c.loadConst(NO_LOCATION, null);
  }
  c.addop(NO_LOCATION, OP.RETURN_VALUE);
  const co = c.optimizeAndAssemble(true);
  c.exitScope();
  const loc = LOC(s);
  c.addop(loc, OP.PUSH_NULL);
  c.addop(loc, OP.LOAD_BUILD_CLASS);
  c.makeClosure(loc, co, 0);
  c.loadConst(loc, s.name);
}

export function compileClass(c: Compiler, s: ClassDef): void {
  const decorators = s.decorator_list;
  visitExprs(c, decorators);
  const firstlineno = decorators.length > 0 ? decorators[0].lineno : s.lineno;
  const loc = LOC(s);
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    c.addop(loc, OP.PUSH_NULL);
    c.enterScope(`<generic parameters of ${s.name}>`, SCOPE_TYPEPARAMS, s.type_params, firstlineno);
    c.u.privateName = s.name;
    compileTypeParams(c, s.type_params);
    c.nameop(loc, '.type_params', 'Store');
  }
  compileClassBody(c, s, firstlineno);
  if (isGeneric) {
    c.nameop(loc, '.type_params', 'Load');
    c.addop(loc, OP.CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC);
    c.nameop(loc, '.generic_base', 'Store');
    const genericBase: Name = {
      node: 'Name',
      id: '.generic_base',
      ctx: 'Load',
      lineno: loc.lineno,
      col_offset: loc.col_offset,
      end_lineno: loc.end_lineno,
      end_col_offset: loc.end_col_offset,
    };
    compileCallArguments(c, loc, 2, [...s.bases, genericBase], s.keywords);
    const co = c.optimizeAndAssemble(false);
    c.exitScope();
    c.makeClosure(loc, co, 0);
    c.addop(loc, OP.CALL, 0);
  } else {
    compileCallArguments(c, loc, 2, s.bases, s.keywords);
  }
  applyDecorators(c, decorators);
  c.nameop(loc, s.name, 'Store');
}

/** `type A = value`: the value is a function, called when it is first asked for. */
export function compileTypeAlias(c: Compiler, s: TypeAlias): void {
  const loc = LOC(s);
  const name = s.name.node === 'Name' ? s.name.id : '';
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    c.addop(loc, OP.PUSH_NULL);
    c.enterScope(`<generic parameters of ${name}>`, SCOPE_TYPEPARAMS, s.type_params, loc.lineno);
    c.loadConst(loc, name);
    compileTypeParams(c, s.type_params);
  } else {
    c.loadConst(loc, name);
    c.loadConst(loc, null);
  }
  c.enterScope(name, SCOPE_FUNCTION, s, loc.lineno);
  c.addConst(null);
  visitExpr(c, s.value);
  c.addop(loc, OP.RETURN_VALUE);
  const body = c.optimizeAndAssemble(false);
  c.exitScope();
  c.makeClosure(loc, body, 0);
  c.addop(loc, OP.BUILD_TUPLE, 3);
  c.addop(loc, OP.CALL_INTRINSIC_1, INTRINSIC_TYPEALIAS);
  if (isGeneric) {
    const co = c.optimizeAndAssemble(false);
    c.exitScope();
    c.makeClosure(loc, co, 0);
    c.addop(loc, OP.CALL, 0);
  }
  c.nameop(loc, name, 'Store');
}
