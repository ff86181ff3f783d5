// Code objects as Python programs see them.
//
// Answers to CPython 3.12: Objects/codeobject.c (code_memberlist, code_getsetlist, code_methods, code_richcompare).

import type { ConstValue } from '../code/codeobject.ts';
import {
  CO_VARARGS,
  CO_VARKEYWORDS,
  CodeObject,
  co_lines,
  co_positions,
  localsplusFrom,
} from '../code/codeobject.ts';
import { sameCode } from '../code/constkey.ts';
import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getIter } from '../objects/abstract.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { complexType } from '../objects/complexobject.ts';
import { field, getset, method } from '../objects/descrobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Float, floatType } from '../objects/floatcore.ts';
import { runningHooks } from '../objects/hooks.ts';
import { False, type Int, isInt, newBool, newInt, True } from '../objects/longcore.ts';
import { genericGetAttr, hexAddress } from '../objects/object.ts';
import { hashString } from '../objects/pyhash.ts';
import { Py_EQ, Py_NE } from '../objects/richcmp.ts';
import { argTypeName } from '../objects/searchargs.ts';
import { isTuple, newList, newTuple, type Tuple } from '../objects/seqcore.ts';
import { frozensetType, type SetObj } from '../objects/setcore.ts';
import { Ellipsis, None, none, notImplemented } from '../objects/singletons.ts';
import { intern, isStr, newStr, type Str } from '../objects/strcore.ts';
import { typeReady } from '../objects/typeobject.ts';
import { ComplexConst, type Constant, ELLIPSIS, FrozenSetConst } from '../text/constant.ts';
import { type Code, codeObject, codeType, runtimeOf } from './coderuntime.ts';

const coOf = (o: Obj): CodeObject => (o as Code).v;
const strings = (names: readonly string[]): Obj => newTuple(names.map((n) => intern(n)));

/** A Python constant back as the compiler's plain value; undefined: such an object cannot be one. */
export function constValue(o: Obj): ConstValue | undefined {
  if (o === None) return null;
  if (o === True) return true;
  if (o === False) return false;
  if (o === Ellipsis) return ELLIPSIS;
  if (o.type === floatType) return (o as Float).v;
  if (isInt(o)) return BigInt((o as Int).v);
  if (isStr(o)) return o.v;
  if (isBytes(o)) return o.v;
  if (o.type === complexType) {
    const c = o.v as { real: number; imag: number };
    return new ComplexConst(c.real, c.imag);
  }
  if (o.type === codeType) return coOf(o);
  if (isTuple(o)) return constItems(o.v);
  if (o.type === frozensetType) {
    const items = constItems((o as SetObj).v.keys.filter((k): k is Obj => k != null));
    return items === undefined ? undefined : new FrozenSetConst(items as Constant[]);
  }
  return undefined;
}

function constItems(items: readonly Obj[]): Constant[] | undefined {
  const out: Constant[] = [];
  for (const i of items) {
    const c = constValue(i);
    if (c === undefined) return undefined;
    out.push(c as Constant);
  }
  return out;
}

type Changes = { [name: string]: Obj | undefined };

const INTS = [
  'co_argcount',
  'co_posonlyargcount',
  'co_kwonlyargcount',
  'co_nlocals',
  'co_stacksize',
  'co_flags',
  'co_firstlineno',
];
const BYTES = ['co_code', 'co_linetable', 'co_exceptiontable'];
const TEXTS = ['co_filename', 'co_name', 'co_qualname'];
const TUPLES = ['co_consts', 'co_names', 'co_varnames', 'co_freevars', 'co_cellvars'];

/** False with TypeError: an argument of a wrong type. */
function rightTypes(c: Changes): boolean {
  for (const n of INTS) {
    const o = c[n];
    if (o === undefined || isInt(o)) continue;
    typeError(`'${o.type.name}' object cannot be interpreted as an integer`);
    return false;
  }
  for (const [list, is, what] of [
    [BYTES, isBytes, 'bytes'],
    [TEXTS, isStr, 'str'],
    [TUPLES, isTuple, 'tuple'],
  ] as const) {
    for (const n of list) {
      const o = c[n];
      if (o === undefined || is(o)) continue;
      typeError(`replace() argument '${n}' must be ${what}, not ${argTypeName(o)}`);
      return false;
    }
  }
  return true;
}

/** A new code object with other parts, which need not fit. CPython 3.12: Objects/codeobject.c PyUnstable_Code_NewWithPosOnlyArgs */
function replaced(co: CodeObject, c: Changes): Res {
  const int = (name: string, old: number): number =>
    c[name] === undefined ? old : Number((c[name] as Int).v);
  const bytes = (name: string, old: Uint8Array): Uint8Array =>
    c[name] === undefined ? old : (c[name] as Obj<Uint8Array>).v;
  const text = (name: string, old: string): string => (c[name] === undefined ? old : (c[name] as Str).v);
  const tuple = (name: string, old: readonly string[]): string[] =>
    c[name] === undefined ? [...old] : (c[name] as Tuple).v.map((s) => (s as Str).v);
  let consts = co.consts;
  if (c.co_consts !== undefined) {
    const values: ConstValue[] = [];
    for (const o of (c.co_consts as Tuple).v) {
      const v = constValue(o);
      if (v === undefined)
        return raise(PyExc.ValueError, `a ${o.type.name} cannot be a constant of a code object here`);
      values.push(v);
    }
    consts = values;
  }
  for (const n of TUPLES.slice(1)) {
    if (c[n] !== undefined && !(c[n] as Tuple).v.every(isStr)) {
      return raise(PyExc.SystemError, 'non-string found in code slot');
    }
  }
  const varnames = tuple('co_varnames', co.co_varnames);
  const touched = c.co_varnames !== undefined || c.co_cellvars !== undefined || c.co_freevars !== undefined;
  const made = co.replace({
    argcount: int('co_argcount', co.argcount),
    posonlyargcount: int('co_posonlyargcount', co.posonlyargcount),
    kwonlyargcount: int('co_kwonlyargcount', co.kwonlyargcount),
    stacksize: int('co_stacksize', co.stacksize),
    flags: int('co_flags', co.flags),
    firstlineno: int('co_firstlineno', co.firstlineno),
    code: bytes('co_code', co.code),
    consts,
    names: tuple('co_names', co.names),
    filename: text('co_filename', co.filename),
    name: text('co_name', co.name),
    qualname: text('co_qualname', co.qualname),
    linetable: bytes('co_linetable', co.linetable),
    exceptiontable: bytes('co_exceptiontable', co.exceptiontable),
    ...(touched
      ? localsplusFrom(varnames, tuple('co_cellvars', co.co_cellvars), tuple('co_freevars', co.co_freevars))
      : {}),
  });
  return validated(made, int('co_nlocals', co.nlocals), varnames.length);
}

/** CPython 3.12: Objects/codeobject.c _PyCode_Validate */
function validated(co: CodeObject, nlocals: number, named: number): Res {
  if (co.argcount < co.posonlyargcount || co.stacksize < 0 || co.flags < 0) {
    return raise(PyExc.SystemError, 'Objects/codeobject.c:356: bad argument to internal function');
  }
  if (co.code.length % 2 !== 0) return raise(PyExc.ValueError, 'code: co_code is malformed');
  const stars = (co.flags & CO_VARARGS ? 1 : 0) + (co.flags & CO_VARKEYWORDS ? 1 : 0);
  if (co.nlocals < co.argcount + co.kwonlyargcount + stars) {
    return raise(PyExc.ValueError, 'code: co_varnames is too small');
  }
  if (nlocals !== named) return raise(PyExc.ValueError, 'code: co_nlocals != len(co_varnames)');
  return codeObject(co);
}

/** CPython 3.12: Objects/codeobject.c code_replace_impl */
function replaceCode(co: CodeObject, c: Changes): Res {
  if (!rightTypes(c)) return null;
  for (const n of INTS) {
    const o = c[n];
    if (o !== undefined && Number((o as Int).v) < 0) {
      return raise(PyExc.ValueError, `${n} must be a positive integer`);
    }
  }
  return replaced(co, c);
}

/** CPython 3.12: Objects/codeobject.c code_new_impl */
function newCode(c: Changes): Res {
  if (!rightTypes(c)) return null;
  for (const n of ['argcount', 'posonlyargcount', 'kwonlyargcount', 'nlocals']) {
    if (Number((c[`co_${n}`] as Int).v) < 0) {
      return raise(PyExc.ValueError, `code: ${n} must not be negative`);
    }
  }
  return replaced(BLANK, c);
}

const NONE = new Uint8Array(0);
const BLANK = new CodeObject({
  argcount: 0,
  posonlyargcount: 0,
  kwonlyargcount: 0,
  stacksize: 0,
  flags: 0,
  firstlineno: 1,
  code: NONE,
  consts: [],
  names: [],
  localsplusnames: [],
  localspluskinds: NONE,
  filename: '',
  name: '',
  qualname: '',
  linetable: NONE,
  exceptiontable: NONE,
});

/** The line table of old: pairs of steps in code and in lines. CPython 3.12: Objects/codeobject.c decode_linetable */
function lnotab(co: CodeObject): Uint8Array {
  const out: number[] = [];
  let line = co.firstlineno;
  let at = 0;
  for (const [start, , lineno] of co_lines(co)) {
    if (lineno === null || lineno === line) continue;
    let bytes = start - at;
    let lines = lineno - line;
    for (; bytes > 255; bytes -= 255) out.push(255, 0);
    for (; lines > 127; lines -= 127, bytes = 0) out.push(bytes, 127);
    for (; lines < -128; lines += 128, bytes = 0) out.push(bytes, -128);
    out.push(bytes, lines);
    at = start;
    line = lineno;
  }
  return Uint8Array.from(out);
}

function* lnotabG(o: Obj): Gen {
  let r = runningHooks.warn('DeprecationWarning', 'co_lnotab is deprecated, use co_lines instead.');
  if (r === null) r = yield* settle();
  if (r === null) return null;
  decref(r);
  return newBytes(lnotab(coOf(o)));
}

const FIELDS = [
  'co_argcount',
  'co_posonlyargcount',
  'co_kwonlyargcount',
  'co_nlocals',
  'co_stacksize',
  'co_flags',
  'co_firstlineno',
  'co_code',
  'co_consts',
  'co_names',
  'co_varnames',
  'co_freevars',
  'co_cellvars',
  'co_filename',
  'co_name',
  'co_qualname',
  'co_linetable',
  'co_exceptiontable',
];

/** The arguments of `code(...)`. */
const NEW_ORDER = [
  'co_argcount',
  'co_posonlyargcount',
  'co_kwonlyargcount',
  'co_nlocals',
  'co_stacksize',
  'co_flags',
  'co_code',
  'co_consts',
  'co_names',
  'co_varnames',
  'co_filename',
  'co_name',
  'co_qualname',
  'co_firstlineno',
  'co_linetable',
  'co_exceptiontable',
  'co_freevars',
  'co_cellvars',
];

const intOrNone = (n: number | null): Obj => (n === null ? none() : newInt(n));

function iteratorOf(items: Obj[]): Res {
  const list = newList(items);
  const it = getIter(list);
  decref(list);
  return it;
}

export function initCodeAttributes(): void {
  codeType.doc = 'Create a code object.  Not for mere mortals.';
  codeType.basicsize = 192;
  codeType.itemsize = 2;
  codeType.hasWeakrefs = true;
  codeType.tp_getattro = genericGetAttr;
  codeType.tp_repr = (o) => {
    const co = coOf(o);
    return newStr(
      `<code object ${co.name} at ${hexAddress(o)}, file "${co.filename}", line ${co.firstlineno === 0 ? -1 : co.firstlineno}>`,
    );
  };
  codeType.tp_hash = (o) => {
    const co = coOf(o);
    return hashString(`${co.name}\0${co.firstlineno}\0${co.argcount}\0${co.code.length}`);
  };
  codeType.tp_richcompare = (a, b, op) => {
    if (b.type !== codeType || (op !== Py_EQ && op !== Py_NE)) return notImplemented();
    return newBool(sameCode(coOf(a), coOf(b)) === (op === Py_EQ));
  };
  const int = (name: string, get: (co: CodeObject) => number): void =>
    field(codeType, name, (o) => newInt(get(coOf(o))));
  int('co_argcount', (co) => co.argcount);
  int('co_posonlyargcount', (co) => co.posonlyargcount);
  int('co_kwonlyargcount', (co) => co.kwonlyargcount);
  int('co_nlocals', (co) => co.nlocals);
  int('co_stacksize', (co) => co.stacksize);
  int('co_flags', (co) => co.flags);
  int('co_firstlineno', (co) => co.firstlineno);
  field(codeType, 'co_name', (o) => newStr(coOf(o).name));
  field(codeType, 'co_qualname', (o) => newStr(coOf(o).qualname));
  field(codeType, 'co_filename', (o) => newStr(coOf(o).filename));
  getset(codeType, 'co_code', (o) => newBytes(coOf(o).code));
  getset(codeType, '_co_code_adaptive', (o) => newBytes(runtimeOf(coOf(o)).adaptiveCode()));
  field(codeType, 'co_linetable', (o) => newBytes(coOf(o).linetable));
  field(codeType, 'co_exceptiontable', (o) => newBytes(coOf(o).exceptiontable));
  field(codeType, 'co_consts', (o) => {
    const consts = runtimeOf(coOf(o)).consts.slice();
    for (const c of consts) c.rc++;
    return newTuple(consts);
  });
  field(codeType, 'co_names', (o) => strings(coOf(o).names));
  getset(codeType, 'co_lnotab', (o) => suspend(lnotabG(o), [o]));
  getset(codeType, 'co_varnames', (o) => strings(coOf(o).co_varnames));
  getset(codeType, 'co_cellvars', (o) => strings(coOf(o).co_cellvars));
  getset(codeType, 'co_freevars', (o) => strings(coOf(o).co_freevars));
  method(
    codeType,
    '__sizeof__',
    '($self, /)',
    (o: Obj) => newInt(192 + ((coOf(o).code.length + 7) & ~7)),
    'Size of object in memory, in bytes.',
  );
  method(codeType, 'co_lines', '!($self, /)', (o: Obj) =>
    iteratorOf(co_lines(coOf(o)).map(([s, e, l]) => newTuple([newInt(s), newInt(e), intOrNone(l)]))),
  );
  method(codeType, '_varname_from_oparg', '($self, /, oparg)', (o: Obj, oparg: Obj) => {
    const name = isInt(oparg) ? coOf(o).localsplusnames[Number(oparg.v)] : undefined;
    return name === undefined ? raise(PyExc.IndexError, 'tuple index out of range') : newStr(name);
  });
  method(codeType, 'co_positions', '!($self, /)', (o: Obj) =>
    iteratorOf(
      co_positions(coOf(o)).map((p) =>
        newTuple([
          intOrNone(p.lineno),
          intOrNone(p.end_lineno),
          intOrNone(p.col_offset),
          intOrNone(p.end_col_offset),
        ]),
      ),
    ),
  );
  method(
    codeType,
    'replace',
    `($self, /, *, ${FIELDS.map((f) => `${f}=<unrepresentable>`).join(', ')})`,
    (o: Obj, ...args: (Obj | undefined)[]) => {
      const changes: Changes = {};
      FIELDS.forEach((f, i) => {
        changes[f] = args[i];
      });
      return replaceCode(coOf(o), changes);
    },
  );
  codeType.tp_new = (_t, args, kwnames) => {
    if (kwnames !== null && kwnames.length > 0) return typeError('code() takes no keyword arguments');
    const n = args.length;
    if (n < 16) return typeError(`code expected at least 16 arguments, got ${n}`);
    if (n > 18) return typeError(`code expected at most 18 arguments, got ${n}`);
    return newCode(Object.fromEntries(NEW_ORDER.map((f, i) => [f, args[i]])));
  };
  typeReady(codeType);
}
