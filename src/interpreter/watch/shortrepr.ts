// A short text for any object, made without running Python: no `__repr__` is called, so that looking changes nothing.
//
// Built-in values are written as `repr` writes them, cut where they get long. Instances of classes written in Python
// show their class only. Addresses are left out: an object that nobody has asked for its address has none yet.

import { reprBytes, reprFloat, reprStr } from '../code/constrepr.ts';
import { type Obj, type PyType, TPFLAGS } from '../memory/object.ts';
import { isBytes } from '../objects/bytescore.ts';
import { type Complex, isComplex, reprComplex } from '../objects/complexobject.ts';
import { type MethodDescr, methodDescrType } from '../objects/descrobject.ts';
import { dictType, isDict } from '../objects/dictcore.ts';
import { type Exc, isException } from '../objects/exceptions.ts';
import { floatType } from '../objects/floatcore.ts';
import {
  type Cell,
  cellType,
  type PyFunction as FunctionObject,
  functionType,
  type Method,
  methodType,
} from '../objects/funcobject.ts';
import { type Generator_, generatorType } from '../objects/genobject.ts';
import { boolType, isInt } from '../objects/longcore.ts';
import { type Builtin, builtinType } from '../objects/methodobject.ts';
import { isModule, moduleGet } from '../objects/moduleobject.ts';
import { type Range, rangeType } from '../objects/rangeobject.ts';
import { isList, isTuple, listType, tupleType } from '../objects/seqcore.ts';
import { frozensetType, type SetObj, setType } from '../objects/setcore.ts';
import { Ellipsis, None, NotImplemented } from '../objects/singletons.ts';
import { isStr } from '../objects/strcore.ts';
import { type Code, codeType } from '../vm/coderuntime.ts';

/** Characters after which a text is cut. */
export const CUT = 40;
/** Containers inside containers are opened this deep. */
const DEPTH = 3;

export function shortRepr(o: Obj, limit = CUT): string {
  const text = repr(o, DEPTH, limit);
  return text.length <= limit ? text : `${[...text].slice(0, limit - 1).join('')}…`;
}

/** A type's name as Python programs see it: without the module. */
export function typeName(type: PyType): string {
  return type.name.slice(type.name.lastIndexOf('.') + 1);
}

export function isClass(o: Obj): o is Obj<PyType> {
  return (o.type.flags & TPFLAGS.TYPE_SUBCLASS) !== 0;
}

const nameText = (o: Obj): string => (typeof o.v === 'string' ? o.v : '?');

function repr(o: Obj, depth: number, limit: number): string {
  if (o === None) return 'None';
  if (o === Ellipsis) return 'Ellipsis';
  if (o === NotImplemented) return 'NotImplemented';
  const type = o.type;
  const plain = (type.flags & TPFLAGS.HEAPTYPE) === 0;
  if (plain) {
    if (type === boolType) return o.v === 1 ? 'True' : 'False';
    if (isInt(o)) return intText(o.v);
    if (isStr(o)) return strText(o.v, limit);
    if (type === floatType) return reprFloat(o.v as number);
    if (isBytes(o)) return reprBytes(o.v.subarray(0, limit));
    if (isComplex(o)) return reprComplex((o as Complex).v);
    if (type === listType) return series('[', o.v as Obj[], ']', depth, limit);
    if (type === tupleType) {
      const items = o.v as Obj[];
      return items.length === 1
        ? `(${repr(items[0]!, depth - 1, limit)},)`
        : series('(', items, ')', depth, limit);
    }
    if (type === dictType) return dictText(o, depth, limit);
    if (type === setType || type === frozensetType) {
      const items = (o as SetObj).v.keys.filter((k) => k != null) as Obj[];
      const text = items.length === 0 ? `${type.name}()` : series('{', items, '}', depth, limit);
      return type === setType || items.length === 0 ? text : `frozenset(${text})`;
    }
    if (type === rangeType) {
      const { start, stop, step } = (o as Range).v;
      return Number(step) === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
    }
  }
  if (isException(o)) {
    const args = ((o as Exc).v.args.v as Obj[]).map((a) => repr(a, depth - 1, limit));
    return `${typeName(type)}(${args.join(', ')})`;
  }
  if (isClass(o)) return `<class '${typeName(o.v)}'>`;
  if (type === functionType) return `<function ${nameText((o as FunctionObject).v.qualname)}>`;
  if (type === builtinType) return builtinText(o as Obj<Builtin>);
  if (type === methodDescrType) {
    const { def, objclass } = (o as Obj<MethodDescr>).v;
    return `<method '${def.name}' of '${objclass.name}' objects>`;
  }
  if (type === methodType) {
    const { func } = (o as Obj<Method>).v;
    const name =
      func.type === functionType ? nameText((func as FunctionObject).v.qualname) : typeName(func.type);
    return `<bound method ${name}>`;
  }
  if (isModule(o)) {
    const name = moduleGet(o, '__name__');
    return `<module ${name === undefined ? '?' : repr(name, 1, limit)}>`;
  }
  if (type === codeType) return `<code object ${(o as Code).v.name}>`;
  if (type === cellType) {
    const { value } = (o as Cell).v;
    return value === null ? '<cell: empty>' : `<cell: ${repr(value, depth - 1, limit)}>`;
  }
  if (type === generatorType) return `<generator object ${nameText((o as Generator_).v.qualname)}>`;
  if (isList(o) || isTuple(o)) return `<${typeName(type)} object of ${o.v.length} items>`;
  return `<${typeName(type)} object>`;
}

function intText(value: number | bigint): string {
  // The decimal digits of a huge int take long to find: their number is told instead.
  if (typeof value === 'bigint' && value > 10n ** 400n)
    return `an int of about ${value.toString(16).length * 4} bits`;
  return String(value);
}

function strText(value: string, limit: number): string {
  return reprStr(value.length > limit ? [...value.slice(0, 2 * limit)].slice(0, limit).join('') : value);
}

function series(open: string, items: readonly Obj[], close: string, depth: number, limit: number): string {
  if (depth === 0 && items.length > 0) return `${open}…${close}`;
  let out = open;
  for (const [i, item] of items.entries()) {
    if (out.length > limit) return `${out}…`;
    out += (i === 0 ? '' : ', ') + repr(item, depth - 1, limit);
  }
  return out + close;
}

function dictText(o: Obj, depth: number, limit: number): string {
  if (!isDict(o) || o.v.used === 0) return '{}';
  if (depth === 0) return '{…}';
  let out = '{';
  const { keys, values } = o.v;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const value = values[i];
    if (key === undefined || value === undefined) continue;
    if (out.length > limit) return `${out}…`;
    out += `${out === '{' ? '' : ', '}${repr(key, depth - 1, limit)}: ${repr(value, depth - 1, limit)}`;
  }
  return `${out}}`;
}

function builtinText(o: Obj<Builtin>): string {
  const { def, self } = o.v;
  if (self === null || isModule(self)) return `<built-in function ${def.name}>`;
  return `<built-in method ${def.name} of ${isClass(self) ? 'type' : typeName(self.type)} object>`;
}
