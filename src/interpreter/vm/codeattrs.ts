// Code objects as Python programs see them.
//
// Answers to CPython 3.12: Objects/codeobject.c (code_memberlist, code_getsetlist, code_methods, code_richcompare).

import type { ConstValue } from '../code/codeobject.ts';
import { CodeObject, co_lines, co_positions, localsplusFrom } from '../code/codeobject.ts';
import { sameCode } from '../code/constkey.ts';
import { decref, type Obj, type Res } from '../memory/object.ts';
import { getIter } from '../objects/abstract.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { complexType } from '../objects/complexobject.ts';
import { getset, method } from '../objects/descrobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Float, floatType } from '../objects/floatcore.ts';
import { False, type Int, isInt, newBool, newInt, True } from '../objects/longcore.ts';
import { genericGetAttr, hexAddress } from '../objects/object.ts';
import { hashString } from '../objects/pyhash.ts';
import { Py_EQ, Py_NE } from '../objects/richcmp.ts';
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

function names(o: Obj): string[] | null {
  if (!isTuple(o) || !o.v.every(isStr)) return null;
  return (o as Tuple).v.map((s) => (s as Str).v);
}

type Changes = { [name: string]: Obj | undefined };

/** CPython 3.12: Objects/codeobject.c code_replace_impl */
function replaced(co: CodeObject, c: Changes): Res {
  const int = (name: string, old: number): number =>
    c[name] === undefined ? old : Number((c[name] as Int).v);
  const bytes = (name: string, old: Uint8Array): Uint8Array =>
    c[name] === undefined ? old : (c[name] as Obj<Uint8Array>).v;
  const text = (name: string, old: string): string => (c[name] === undefined ? old : (c[name] as Str).v);
  for (const n of [
    'co_argcount',
    'co_posonlyargcount',
    'co_kwonlyargcount',
    'co_nlocals',
    'co_stacksize',
    'co_flags',
    'co_firstlineno',
  ]) {
    if (c[n] !== undefined && !isInt(c[n]))
      return typeError(`'${c[n].type.name}' object cannot be interpreted as an integer`);
  }
  for (const n of ['co_code', 'co_linetable', 'co_exceptiontable']) {
    if (c[n] !== undefined && !isBytes(c[n]))
      return typeError(`replace() argument '${n}' must be bytes, not ${c[n].type.name}`);
  }
  for (const n of ['co_filename', 'co_name', 'co_qualname']) {
    if (c[n] !== undefined && !isStr(c[n]))
      return typeError(`replace() argument '${n}' must be str, not ${c[n].type.name}`);
  }
  let consts = co.consts;
  if (c.co_consts !== undefined) {
    if (!isTuple(c.co_consts))
      return typeError(`replace() argument 'co_consts' must be tuple, not ${c.co_consts.type.name}`);
    const values: ConstValue[] = [];
    for (const o of c.co_consts.v) {
      const v = constValue(o);
      if (v === undefined)
        return raise(PyExc.ValueError, `a ${o.type.name} cannot be a constant of a code object here`);
      values.push(v);
    }
    consts = values;
  }
  const tuple = (name: string, old: string[]): string[] | null =>
    c[name] === undefined ? old : names(c[name]);
  const nameList = tuple('co_names', [...co.names]);
  const varnames = tuple('co_varnames', co.co_varnames);
  const cellvars = tuple('co_cellvars', co.co_cellvars);
  const freevars = tuple('co_freevars', co.co_freevars);
  if (nameList === null || varnames === null || cellvars === null || freevars === null) {
    return typeError('name tuples must contain only strings');
  }
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
    names: nameList,
    filename: text('co_filename', co.filename),
    name: text('co_name', co.name),
    qualname: text('co_qualname', co.qualname),
    linetable: bytes('co_linetable', co.linetable),
    exceptiontable: bytes('co_exceptiontable', co.exceptiontable),
    ...(touched ? localsplusFrom(varnames, cellvars, freevars) : {}),
  });
  return codeObject(made);
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

const intOrNone = (n: number | null): Obj => (n === null ? none() : newInt(n));

function iteratorOf(items: Obj[]): Res {
  const list = newList(items);
  const it = getIter(list);
  decref(list);
  return it;
}

export function initCodeAttributes(): void {
  codeType.doc = 'Create a code object.  Not for mere mortals.';
  codeType.basicsize = 200;
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
    getset(codeType, name, (o) => newInt(get(coOf(o))));
  int('co_argcount', (co) => co.argcount);
  int('co_posonlyargcount', (co) => co.posonlyargcount);
  int('co_kwonlyargcount', (co) => co.kwonlyargcount);
  int('co_nlocals', (co) => co.nlocals);
  int('co_stacksize', (co) => co.stacksize);
  int('co_flags', (co) => co.flags);
  int('co_firstlineno', (co) => co.firstlineno);
  getset(codeType, 'co_name', (o) => newStr(coOf(o).name));
  getset(codeType, 'co_qualname', (o) => newStr(coOf(o).qualname));
  getset(codeType, 'co_filename', (o) => newStr(coOf(o).filename));
  getset(codeType, 'co_code', (o) => newBytes(coOf(o).code));
  getset(codeType, '_co_code_adaptive', (o) => newBytes(runtimeOf(coOf(o)).adaptiveCode()));
  getset(codeType, 'co_linetable', (o) => newBytes(coOf(o).linetable));
  getset(codeType, 'co_exceptiontable', (o) => newBytes(coOf(o).exceptiontable));
  getset(codeType, 'co_consts', (o) => {
    const consts = runtimeOf(coOf(o)).consts.slice();
    for (const c of consts) c.rc++;
    return newTuple(consts);
  });
  getset(codeType, 'co_names', (o) => strings(coOf(o).names));
  getset(codeType, 'co_varnames', (o) => strings(coOf(o).co_varnames));
  getset(codeType, 'co_cellvars', (o) => strings(coOf(o).co_cellvars));
  getset(codeType, 'co_freevars', (o) => strings(coOf(o).co_freevars));
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
      return replaced(coOf(o), changes);
    },
  );
  codeType.tp_new = (_t, args) => {
    if (args.length < 16)
      return typeError(`code() takes at least 16 positional arguments (${args.length} given)`);
    const order = [
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
    const changes: Changes = { co_freevars: undefined, co_cellvars: undefined };
    order.forEach((f, i) => {
      changes[f] = args[i];
    });
    const empty = newTuple([]);
    changes.co_freevars ??= empty;
    changes.co_cellvars ??= empty;
    const blank = new CodeObject({
      argcount: 0,
      posonlyargcount: 0,
      kwonlyargcount: 0,
      stacksize: 0,
      flags: 0,
      firstlineno: 1,
      code: new Uint8Array(0),
      consts: [],
      names: [],
      localsplusnames: [],
      localspluskinds: new Uint8Array(0),
      filename: '',
      name: '',
      qualname: '',
      linetable: new Uint8Array(0),
      exceptiontable: new Uint8Array(0),
    });
    const r = replaced(blank, changes);
    decref(empty);
    return r;
  };
  typeReady(codeType);
}
