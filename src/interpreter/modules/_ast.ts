// _ast: the abstract syntax tree as Python objects, made of the parser's tree and turned back into it.
//
// Answers to CPython 3.12: Python/Python-ast.c (ast2obj_*, obj2ast_*).

import { compileModule, PyCF_TYPE_COMMENTS, parserFlags } from '../codegen/index.ts';
import { holdsOutside } from '../memory/holders.ts';
import { decref, type Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { isInstanceG } from '../objects/abstract.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { complexType, newComplex } from '../objects/complexobject.ts';
import { type DictObj, newDict, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Float, floatType, newFloat } from '../objects/floatcore.ts';
import { boolType, type Int, intType, isInt, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { defineModule, moduleAdd } from '../objects/moduleobject.ts';
import { lookupAttrG, reprG } from '../objects/object.ts';
import { isList, type List, newList, newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import { frozensetType, type SetTable } from '../objects/setcore.ts';
import { Ellipsis, None, none } from '../objects/singletons.ts';
import { id, newStr, type Str, strType } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { charNamesReadyG, namesCharacters, parserNames } from '../runtime/charnames.ts';
import { files, raiseSyntaxError, warningG } from '../runtime/compile.ts';
import type { Mod } from '../syntax/ast.ts';
import { parse } from '../syntax/parser.ts';
import { ComplexConst, type Constant, ELLIPSIS, FrozenSetConst } from '../text/constant.ts';
import { codeObject } from '../vm/coderuntime.ts';
import { type AstClasses, astType, type Field, kinds, makeAstClasses, type NodeKind } from './_ast_types.ts';
import { validate } from './_ast_validate.ts';
import { astHooks } from './vmhooks.ts';

/** The minor version of Python that the grammar is for. */
const THIS_VERSION = 12;

/** A node of the parser's tree, as far as the table knows it. */
interface Node {
  node: string;
  [field: string]: unknown;
}

let made: AstClasses | null = null;
holdsOutside(
  () => made?.instances.values() ?? [],
  () => {
    made = null;
  },
);

// --- to Python ---------------------------------------------------------------------------------------

function constantObject(v: Constant): Obj {
  if (v === null) return none();
  if (typeof v === 'boolean') return newBool(v);
  if (typeof v === 'bigint') return newIntBig(v);
  if (typeof v === 'number') return newFloat(v);
  if (typeof v === 'string') return newStr(v);
  if (v instanceof Uint8Array) return newBytes(v.slice());
  if (v === ELLIPSIS) {
    Ellipsis.rc++;
    return Ellipsis;
  }
  if (v instanceof ComplexConst) return newComplex(v.real, v.imag);
  if (v instanceof FrozenSetConst) return newTuple(v.items.map(constantObject));
  return newTuple(v.map(constantObject));
}

function fieldObject(f: Field, value: unknown): Obj {
  if (f.count === '*') return newList((value as unknown[]).map((item) => itemObject(f.type, item)));
  return itemObject(f.type, value);
}

function itemObject(type: string, value: unknown): Obj {
  if (type === 'constant') return constantObject(value as Constant);
  if (value === null || value === undefined) return none();
  if (typeof value === 'number') return newInt(value);
  if (typeof value === 'string') {
    // An operator or context is a word in the parser's tree, and an object that exists once here.
    const one = type === 'identifier' || type === 'string' ? undefined : made!.instances.get(value);
    if (one !== undefined) {
      one.rc++;
      return one;
    }
    return newStr(value);
  }
  return nodeObject(value as Node);
}

function nodeObject(node: Node): Obj {
  const kind = kinds.get(node.node)!;
  const o = allocInstance(made!.classes.get(kind.name)!.v, null);
  const d: DictObj = newDict();
  o.x = d;
  const put = (name: string, value: Obj): void => {
    setStr(d, id(name), value);
    decref(value);
  };
  for (const f of kind.fields) put(f.name, fieldObject(f, node[f.name]));
  if (kind.located) {
    for (const name of ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'])
      put(name, newInt(node[name] as number));
  }
  return o;
}

// --- from Python -------------------------------------------------------------------------------------

const FAILED = Symbol('failed');

function className(o: Obj): string {
  return o.type.name.slice(o.type.name.lastIndexOf('.') + 1);
}

/** The plain value of a constant, or FAILED with TypeError. */
function* constantOf(o: Obj): Gen<Constant | typeof FAILED> {
  const t = o.type;
  if (o === None) return null;
  if (o === Ellipsis) return ELLIPSIS;
  if (t === boolType) return (o as Int).v !== 0;
  if (t === intType) return BigInt((o as Int).v);
  if (t === floatType) return (o as Float).v;
  if (t === strType) return (o as Str).v;
  if (isBytes(o)) return o.v.slice();
  if (t === complexType) {
    const c = o.v as { real: number; imag: number };
    return new ComplexConst(c.real, c.imag);
  }
  if (t === tupleType || t === frozensetType) {
    const items = t === tupleType ? (o as Tuple).v : (o as Obj<SetTable>).v.keys.filter((k) => k != null);
    const out: Constant[] = [];
    for (const item of items) {
      const c = yield* constantOf(item as Obj);
      if (c === FAILED) return FAILED;
      out.push(c);
    }
    return t === tupleType ? out : new FrozenSetConst(out);
  }
  typeError(`got an invalid type in Constant: ${t.name}`);
  return FAILED;
}

function* plainOf(type: string, o: Obj): Gen<unknown> {
  if (type === 'constant') return yield* constantOf(o);
  if (type === 'int') {
    if (isInt(o)) {
      const v = Number(o.v);
      if (v === (v | 0)) return v;
      raise(PyExc.OverflowError, 'Python int too large to convert to C int');
      return FAILED;
    }
    const r = yield* reprG(o);
    if (r === null) return FAILED;
    raise(PyExc.ValueError, `invalid integer value: ${r.v}`);
    decref(r);
    return FAILED;
  }
  if (o.type === strType) return (o as Str).v;
  if (o === None) return null;
  if (type === 'string' && isBytes(o)) return new TextDecoder().decode(o.v);
  typeError(`AST ${type} must be of type str`);
  return FAILED;
}

/** A type with kinds that carry something: for these None is no node; for others it is looked at like any object. */
const isSum = (type: string): boolean =>
  [...kinds.values()].some((k) => k.sum === type && k.fields.length > 0 && k.name !== type);

const PLAIN = new Set(['identifier', 'string', 'int', 'constant']);

function* itemOf(type: string, o: Obj): Gen<unknown> {
  if (PLAIN.has(type)) return yield* plainOf(type, o);
  return yield* nodeOf(type, o);
}

/** The attribute of a node (owned); undefined: it has none; null: an error. */
function attributeG(o: Obj, name: string): Gen<Obj | null | undefined> {
  return lookupAttrG(o, id(name));
}

function* fieldOf(kind: NodeKind, o: Obj, f: Field): Gen<unknown> {
  const value = yield* attributeG(o, f.name);
  if (value === null) return FAILED;
  if (value === undefined) {
    if (f.count === '?') return f.type === 'int' ? 0 : null;
    if (f.count === '*') return [];
    typeError(`required field "${f.name}" missing from ${kind.name}`);
    return FAILED;
  }
  const r = yield* fieldValue(kind, value, f);
  decref(value);
  return r;
}

function* fieldValue(kind: NodeKind, value: Obj, f: Field): Gen<unknown> {
  if (f.count === '*') {
    if (!isList(value)) {
      typeError(`${kind.name} field "${f.name}" must be a list, not a ${value.type.name}`);
      return FAILED;
    }
    const items = (value as List).v;
    const n = items.length;
    const out: unknown[] = [];
    for (let i = 0; i < n; i++) {
      const item = items[i]!;
      item.rc++;
      // Where None is not allowed, as it is for `**d` in a dict display, the validator says so.
      const r = item === None && isSum(f.type) ? null : yield* itemOf(f.type, item);
      decref(item);
      if (r === FAILED) return FAILED;
      if (items.length !== n) {
        raise(PyExc.RuntimeError, `${kind.name} field "${f.name}" changed size during iteration`);
        return FAILED;
      }
      out.push(r);
    }
    return out;
  }
  if (value === None && f.count === '?') return f.type === 'int' ? 0 : null;
  if (value === None && (isSum(f.type) || f.type === 'identifier')) {
    raise(PyExc.ValueError, `field '${f.name}' is required for ${kind.name}`);
    return FAILED;
  }
  return yield* itemOf(f.type, value);
}

/** Which kind of a sum type an object is; undefined: none, null: an error. */
function* kindOf(type: string, o: Obj): Gen<NodeKind | null | undefined> {
  const ok = yield* isInstanceG(o, made!.classes.get(type)!);
  if (ok < 0) return null;
  if (ok === 0) return undefined;
  for (const t of o.type.mro) {
    const name = t.name.slice(t.name.lastIndexOf('.') + 1);
    const candidate = kinds.get(name);
    if (candidate !== undefined && made!.classes.get(name)!.v === t) return candidate;
  }
  return undefined;
}

type Place = { [name: string]: number };

/** Where a node says it stands, or FAILED. */
function* placeOf(type: string, o: Obj): Gen<Place | typeof FAILED> {
  const place: Place = {};
  for (const name of ['lineno', 'col_offset', 'end_lineno', 'end_col_offset']) {
    const optional = name.startsWith('end_');
    const value = yield* attributeG(o, name);
    if (value === null) return FAILED;
    if (value === undefined || (value === None && optional)) {
      if (value !== undefined) decref(value);
      if (optional && type !== 'pattern' && type !== 'type_param') {
        place[name] = name === 'end_lineno' ? place.lineno! : place.col_offset!;
        continue;
      }
      typeError(`required field "${name}" missing from ${type}`);
      return FAILED;
    }
    const n = yield* plainOf('int', value);
    decref(value);
    if (n === FAILED) return FAILED;
    place[name] = n as number;
  }
  return place;
}

function* fieldsOf(kind: NodeKind, o: Obj, node: Node): Gen<boolean> {
  for (const f of kind.fields) {
    const value = yield* fieldOf(kind, o, f);
    if (value === FAILED) return false;
    node[f.name] = value;
  }
  return true;
}

/** A node of a product type: anything that has its fields. */
function* productOf(kind: NodeKind, o: Obj): Gen<unknown> {
  const node: Node = { node: kind.name };
  if (!(yield* fieldsOf(kind, o, node))) return FAILED;
  if (!kind.located) return node;
  const place = yield* placeOf(kind.name, o);
  return place === FAILED ? FAILED : Object.assign(node, place);
}

/** A node of a sum or product type, or FAILED. */
function* nodeOf(type: string, o: Obj): Gen<unknown> {
  const product = kinds.get(type);
  if (product !== undefined && product.sum === type) return yield* productOf(product, o);
  const kind = yield* kindOf(type, o);
  if (kind === null) return FAILED;
  // The place is asked for first, by the name of the sum type.
  const located = [...kinds.values()].some((k) => k.sum === type && k.located);
  const place = located ? yield* placeOf(type, o) : {};
  if (place === FAILED) return FAILED;
  if (kind === undefined) {
    const r = yield* reprG(o);
    if (r === null) return FAILED;
    typeError(`expected some sort of ${type}, but got ${r.v}`);
    decref(r);
    return FAILED;
  }
  if (made!.instances.has(kind.name)) return kind.name;
  const node: Node = { node: kind.name };
  return (yield* fieldsOf(kind, o, node)) ? Object.assign(node, place) : FAILED;
}

// --- compile() -----------------------------------------------------------------------------------------

const ROOTS: { [mode: string]: string } = {
  exec: 'Module',
  eval: 'Expression',
  single: 'Interactive',
  func_type: 'FunctionType',
};

astHooks.isTree = (o) => made !== null && o.type.mro.includes(astType);

/** A tree of its own; constants are shared. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copied(field)]));
}

astHooks.treeG = function* (text, filename, mode, flags, version): Gen {
  if (version >= 0 && version < THIS_VERSION) {
    return raise(PyExc.NotImplementedError, `parsing for Python 3.${version} is not available`);
  }
  if (namesCharacters(text) && !(yield* charNamesReadyG())) return null;
  const parsed = yield* warningG((escalate) =>
    parse(text, filename, mode as 'exec', {
      ...parserFlags(flags),
      programText: files.line,
      namedCharacter: parserNames(),
      escalate,
    }),
  );
  if (parsed === null) return null;
  if (parsed.mod === null) return raiseSyntaxError(parsed.error!);
  return nodeObject(parsed.mod as unknown as Node);
};

astHooks.compileG = function* (tree, filename, mode, flags, optimize): Gen {
  const root = ROOTS[mode]!;
  const ok = yield* isInstanceG(tree, made!.classes.get(root)!);
  if (ok < 0) return null;
  if (ok === 0) return typeError(`expected ${root} node, got ${className(tree)}`);
  const node = yield* nodeOf('mod', tree);
  if (node === FAILED) return null;
  const wrong = validate(node as Mod);
  if (wrong !== null) return raise(PyExc[wrong.type], wrong.msg);
  // Compiling changes the tree, and a warning may have it compiled once more.
  const result = yield* warningG((escalate) =>
    compileModule(copied(node) as Mod, filename, {
      flags,
      optimize,
      programText: files.line,
      escalate,
    }),
  );
  if (result === null) return null;
  return result.error !== null ? raiseSyntaxError(result.error) : codeObject(result.code!);
};

export const astModule = defineModule('_ast', null, {
  values: {
    PyCF_ONLY_AST: () => newInt(0x0400),
    PyCF_TYPE_COMMENTS: () => newInt(PyCF_TYPE_COMMENTS),
    PyCF_ALLOW_TOP_LEVEL_AWAIT: () => newInt(0x2000),
  },
  init: (m) => {
    const before = made;
    made = makeAstClasses();
    for (const o of before?.instances.values() ?? []) decref(o);
    for (const [name, cls] of made.classes) moduleAdd(m, name, cls);
  },
});
