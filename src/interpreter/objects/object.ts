// What can be done with any object: attributes, comparison, truth, text, calls.
//
// Each operation is a plain function that answers at once when no Python code is involved, else leaves what must
// run in `tstate.pending` (memory/suspend.ts).
//
// Answers to CPython 3.12: Objects/object.c, Objects/call.c.

import { addressOf } from '../memory/address.ts';
import { gcTrack } from '../memory/gc.ts';
import { decref, type Obj, objectType, type PyType, type Res, tstate, xdecref } from '../memory/object.ts';
import { type Gen, type Pending, settle, suspend } from '../memory/suspend.ts';
import { type DictObj, delStr, getStr, newDict, newInstanceDict, setStr, sharedKeys } from './dictcore.ts';
import { clearIf, matches, PyExc, raise, setException, typeError } from './errors.ts';
import { newException, setExcField } from './exceptions.ts';
import { boolType, False, type Int, newBool, True } from './longcore.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, setIdentityCompare } from './richcmp.ts';
import { newTuple } from './seqcore.ts';
import { None, NotImplemented, none } from './singletons.ts';
import { isStr, newStr, type Str, strType } from './strcore.ts';
import { isSubtype, lookup } from './typecore.ts';

// --- calls -------------------------------------------------------------------------------------------

/** Calls with positional arguments followed by the values of `kwnames`. All borrowed. CPython 3.12: PyObject_Vectorcall */
export function objectCall(callable: Obj, args: Obj[], kwnames: Obj[] | null = null): Res {
  const call = callable.type.tp_call;
  if (call === null) return typeError(`'${callable.type.name}' object is not callable`);
  return call(callable, args, kwnames);
}

/** Calls and waits: for generator natives. */
export function callG(callable: Obj, args: Obj[], kwnames: Obj[] | null = null): Calling {
  return new Calling(callable, args, kwnames);
}

/** What callG() answers: the call is made when it is asked for. */
class Calling implements Iterator<Pending, Res, Res> {
  private readonly callable: Obj;
  private readonly args: Obj[];
  private readonly kwnames: Obj[] | null;
  private asked = false;
  constructor(callable: Obj, args: Obj[], kwnames: Obj[] | null) {
    this.callable = callable;
    this.args = args;
    this.kwnames = kwnames;
  }
  next(value: Res): IteratorResult<Pending, Res> {
    if (this.asked) return { done: true, value };
    this.asked = true;
    const r = objectCall(this.callable, this.args, this.kwnames);
    const pending = tstate.pending;
    if (r !== null || pending === null) return { done: true, value: r };
    tstate.pending = null;
    return { done: false, value: pending };
  }
  [Symbol.iterator](): this {
    return this;
  }
}

/** Looks a special method up on the type and binds it: [function, args with self], or null if absent or (errors) set. */
export function specialMethod(o: Obj, name: Str): { callable: Obj; self: boolean } | null {
  const found = lookup(o.type, name);
  if (found === undefined) return null;
  const get = found.type.tp_descr_get;
  if (get === null) {
    found.rc++;
    return { callable: found, self: false };
  }
  if (found.type.isMethodDescriptor) {
    found.rc++;
    return { callable: found, self: true };
  }
  const bound = get(found, o, o.type.self);
  if (bound === null) return null;
  return { callable: bound, self: false };
}

/** What specialMethod asked for is a `__get__` in Python: runs it, and calls what it answers. */
export function callWhenBound(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  return suspend(whenBoundG(args, kwnames), [o, ...args, ...(kwnames ?? [])]);
}

function* whenBoundG(args: Obj[], kwnames: Obj[] | null): Gen {
  const bound = yield* settle();
  if (bound === null) return null;
  const r = yield* callG(bound, args, kwnames);
  decref(bound);
  return r;
}

/** Calls `type(o).name(o, *args)`; undefined: there is no such method. CPython 3.12: typeobject.c vectorcall_maybe */
export function callSpecial(o: Obj, name: Str, args: Obj[]): Res | undefined {
  const m = specialMethod(o, name);
  if (m === null) {
    if (tstate.pending !== null) return callWhenBound(o, args, null);
    return tstate.exc !== null ? null : undefined;
  }
  const r = objectCall(m.callable, m.self ? [o, ...args] : args);
  decref(m.callable);
  return r;
}

// --- attributes --------------------------------------------------------------------------------------

/** `o.name`. CPython 3.12: PyObject_GetAttr */
export function getAttr(o: Obj, name: Str): Res {
  const get = o.type.tp_getattro;
  if (get === null) return noAttribute(o, name);
  return get(o, name);
}

export function noAttribute(o: Obj, name: Str): null {
  return attributeError(o, name, `'${o.type.name}' object has no attribute '${name.v}'`);
}

/** Raises AttributeError with the name and the object, which "Did you mean" needs. */
export function attributeError(o: Obj, name: Obj, message: string): null {
  const exc = newException(PyExc.AttributeError, newTuple([newStr(message)]));
  name.rc++;
  o.rc++;
  setExcField(exc, 'name', name);
  setExcField(exc, 'obj', o);
  return setException(exc);
}

/** The attribute dict of an instance, or null if it has none (yet). Borrowed. */
export function instanceDict(o: Obj): DictObj | null {
  return o.type.hasDict ? (o.x as DictObj | null) : null;
}

/** The attribute dict of an instance whose type has one; made now if need be. Borrowed. */
export function ensureDict(o: Obj): DictObj {
  if (o.x === null) o.x = o.type.inlineDict ? newInstanceDict(o.type) : newDict();
  return o.x as DictObj;
}

/**
 * The values of an instance become an ordinary dict when its class has no place for one more name.
 * CPython 3.12: Objects/dictobject.c make_dict_from_instance_attributes
 */
export function outgrown(o: Obj, name: Str): void {
  if (!sharedKeys(o.type).places.has(name.v)) gcTrack(o.x as DictObj);
}

/** CPython 3.12: PyObject_GenericGetAttr */
export function genericGetAttr(o: Obj, name: Obj): Res {
  const type = o.type;
  const descr = lookup(type, name as Str);
  let get = null;
  if (descr !== undefined) {
    get = descr.type.tp_descr_get;
    if (get !== null && descr.type.tp_descr_set !== null) return get(descr, o, type.self);
  }
  if (type.hasDict && o.x !== null) {
    const found = getStr(o.x as DictObj, name as Str);
    if (found !== undefined) {
      found.rc++;
      return found;
    }
  }
  if (get !== null) return get(descr!, o, type.self);
  if (descr !== undefined) {
    descr.rc++;
    return descr;
  }
  return noAttribute(o, name as Str);
}

/** `o.name = value`, or with null `del o.name`. CPython 3.12: PyObject_SetAttr */
export function setAttr(o: Obj, name: Str, value: Obj | null): Res {
  const set = o.type.tp_setattro;
  if (set === null) {
    const verb = value === null ? 'del' : 'assign to';
    const has = o.type.tp_getattro === null ? 'has no attributes' : 'has only read-only attributes';
    return typeError(`'${o.type.name}' object ${has} (${verb} .${name.v})`);
  }
  return set(o, name, value);
}

/** CPython 3.12: PyObject_GenericSetAttr */
export function genericSetAttr(o: Obj, name: Obj, value: Obj | null): Res {
  const type = o.type;
  const descr = lookup(type, name as Str);
  if (descr !== undefined) {
    const set = descr.type.tp_descr_set;
    if (set !== null) return set(descr, o, value);
  }
  if (type.hasDict) {
    if (value !== null) {
      const dict = ensureDict(o);
      setStr(dict, name as Str, value);
      if (dict.v.shape === null && dict.gc === 0) outgrown(o, name as Str);
      return none();
    }
    if (o.x !== null && delStr(o.x as DictObj, name as Str)) return none();
    return noAttribute(o, name as Str);
  }
  if (descr === undefined) return noAttribute(o, name as Str);
  return attributeError(o, name, `'${type.name}' object attribute '${(name as Str).v}' is read-only`);
}

/** The attribute, or undefined where AttributeError would be raised; null: another error. For generator natives. */
export function* lookupAttrG(o: Obj, name: Str): Gen<Obj | null | undefined> {
  let r = getAttr(o, name);
  if (r === null) r = yield* settle();
  if (r === null) {
    if (matches(PyExc.AttributeError)) {
      clearIf(PyExc.AttributeError);
      return undefined;
    }
    return null;
  }
  return r;
}

// --- comparison --------------------------------------------------------------------------------------

const SWAPPED = [Py_GT, Py_GE, Py_EQ, Py_NE, Py_LT, Py_LE];
const OPERATORS = ['<', '<=', '==', '!=', '>', '>='];

/** `a op b` (new reference). CPython 3.12: PyObject_RichCompare */
export function richCompare(a: Obj, b: Obj, op: number): Res {
  const ta = a.type;
  const tb = b.type;
  let r: Res;
  let reversedTried = false;
  if (ta !== tb && tb.tp_richcompare !== null && isSubtype(tb, ta)) {
    reversedTried = true;
    r = tb.tp_richcompare(b, a, SWAPPED[op]!);
    if (r === null) return tstate.pending === null ? null : suspend(richCompareRest(a, b, op, 0), [a, b]);
    if (r !== NotImplemented) return r;
    r.rc--;
  }
  if (ta.tp_richcompare !== null) {
    r = ta.tp_richcompare(a, b, op);
    if (r === null) {
      return tstate.pending === null
        ? null
        : suspend(richCompareRest(a, b, op, reversedTried ? 2 : 1), [a, b]);
    }
    if (r !== NotImplemented) return r;
    r.rc--;
  }
  if (!reversedTried && tb.tp_richcompare !== null) {
    r = tb.tp_richcompare(b, a, SWAPPED[op]!);
    if (r === null) return tstate.pending === null ? null : suspend(richCompareRest(a, b, op, 2), [a, b]);
    if (r !== NotImplemented) return r;
    r.rc--;
  }
  return compareIdentity(a, b, op);
}

/** Goes on after the left operand's tp_richcompare has answered NotImplemented. */
export function richCompareReflected(a: Obj, b: Obj, op: number): Res {
  const compare = b.type.tp_richcompare;
  if (compare !== null) {
    const r = compare(b, a, SWAPPED[op]!);
    if (r === null) return tstate.pending === null ? null : suspend(richCompareRest(a, b, op, 2), [a, b]);
    if (r !== NotImplemented) return r;
    r.rc--;
  }
  return compareIdentity(a, b, op);
}

// Goes on when a tp_richcompare is pending. stage 0: the reflected one, tried first; 1: the left one; 2: the last one.
function* richCompareRest(a: Obj, b: Obj, op: number, stage: number): Gen {
  const swapped = SWAPPED[op]!;
  let r = yield* settle();
  if (r === null || r !== NotImplemented) return r;
  r.rc--;
  if (stage === 0 && a.type.tp_richcompare !== null) {
    r = a.type.tp_richcompare(a, b, op);
    if (r === null) r = yield* settle();
    if (r === null || r !== NotImplemented) return r;
    r.rc--;
  }
  if (stage === 1 && b.type.tp_richcompare !== null) {
    r = b.type.tp_richcompare(b, a, swapped);
    if (r === null) r = yield* settle();
    if (r === null || r !== NotImplemented) return r;
    r.rc--;
  }
  return compareIdentity(a, b, op);
}

function compareIdentity(a: Obj, b: Obj, op: number): Res {
  if (op === Py_EQ) return newBool(a === b);
  if (op === Py_NE) return newBool(a !== b);
  return typeError(
    `'${OPERATORS[op]}' not supported between instances of '${a.type.name}' and '${b.type.name}'`,
  );
}

/** object.__eq__ and __ne__. CPython 3.12: Objects/typeobject.c object_richcompare */
export function objectRichCompare(a: Obj, b: Obj, op: number): Res {
  if (op === Py_EQ && a === b) return newBool(true);
  if (op === Py_NE) {
    const eq = a.type.tp_richcompare;
    if (eq !== null && eq !== objectRichCompare) {
      const r = eq(a, b, Py_EQ);
      if (r === null) return tstate.pending === null ? null : suspend(negateG(), [a, b]);
      return r === NotImplemented ? r : negate(r);
    }
    if (a === b) return newBool(false);
  }
  NotImplemented.rc++;
  return NotImplemented;
}
setIdentityCompare(objectRichCompare);

function* negateG(): Gen {
  const r = yield* settle();
  if (r === null || r === NotImplemented) return r;
  const t = yield* truthG(r);
  decref(r);
  return t < 0 ? null : newBool(t === 0);
}

function negate(r: Obj): Res {
  const t = truth(r);
  if (t < 0) return tstate.pending === null ? null : suspend(negateTruth(r), [r]);
  decref(r);
  return newBool(t === 0);
}

function* negateTruth(_r: Obj): Gen {
  const r = yield* settle();
  if (r === null) return null;
  return newBool((r as Int).v === 0);
}

/** 1, 0, or -1 with an error. Runs `a op b` and its truth. For generator natives. CPython 3.12: PyObject_RichCompareBool */
export function* compareBoolG(a: Obj, b: Obj, op: number): Gen<number> {
  if (a === b) {
    if (op === Py_EQ) return 1;
    if (op === Py_NE) return 0;
  }
  let r = richCompare(a, b, op);
  if (r === null) r = yield* settle();
  if (r === null) return -1;
  if (r === True || r === False) {
    r.rc--;
    return r === True ? 1 : 0;
  }
  const t = yield* truthG(r);
  decref(r);
  return t;
}

// --- truth -------------------------------------------------------------------------------------------

/** 1, 0, or -1: error or pending (settled to True or False, or to a length). CPython 3.12: PyObject_IsTrue */
export function truth(o: Obj): number {
  if (o === True) return 1;
  if (o === False || o === None) return 0;
  const type = o.type;
  if (type.nb_bool !== null) return type.nb_bool(o);
  const length = type.mp_length ?? type.sq_length;
  if (length !== null) {
    const n = length(o);
    return n > 0 ? 1 : n;
  }
  return 1;
}

/** 1, 0, or -1 with an error. For generator natives. */
export function truthG(o: Obj): Asking {
  return new Asking(o);
}

/** What truthG() answers. */
class Asking implements Iterator<Pending, number, Res> {
  private readonly o: Obj;
  private asked = false;
  constructor(o: Obj) {
    this.o = o;
  }
  next(value: Res): IteratorResult<Pending, number> {
    if (this.asked) return { done: true, value: value === null ? -1 : (value as Int).v === 0 ? 0 : 1 };
    this.asked = true;
    const t = truth(this.o);
    const pending = tstate.pending;
    if (t >= 0 || pending === null) return { done: true, value: t };
    tstate.pending = null;
    return { done: false, value: pending };
  }
  [Symbol.iterator](): this {
    return this;
  }
}

// --- text --------------------------------------------------------------------------------------------

/** `repr(o)`: a str. CPython 3.12: PyObject_Repr */
export function objectRepr(o: Obj): Res {
  const type = o.type;
  if (type.tp_repr === null) return newStr(`<${type.name} object at ${hexAddress(o)}>`);
  const r = type.tp_repr(o);
  if (r === null) return tstate.pending === null ? null : suspend(checkText('__repr__'), [o]);
  return textOf(r, '__repr__');
}

/** `str(o)`. CPython 3.12: PyObject_Str */
export function objectStr(o: Obj): Res {
  const type = o.type;
  if (type === strType) {
    o.rc++;
    return o;
  }
  if (type.tp_str === null) return objectRepr(o);
  const r = type.tp_str(o);
  if (r === null) return tstate.pending === null ? null : suspend(checkText('__str__'), [o]);
  return textOf(r, '__str__');
}

function* checkText(method: string): Gen {
  const r = yield* settle();
  return r === null ? null : textOf(r, method);
}

function textOf(r: Obj, method: string): Res {
  if (isStr(r)) return r;
  const name = r.type.name;
  decref(r);
  return typeError(`${method} returned non-string (type ${name})`);
}

/** repr for generator natives. */
export function* reprG(o: Obj): Gen<Str | null> {
  let r = objectRepr(o);
  if (r === null) r = yield* settle();
  return r as Str | null;
}

/** str for generator natives. */
export function* strG(o: Obj): Gen<Str | null> {
  let r = objectStr(o);
  if (r === null) r = yield* settle();
  return r as Str | null;
}

/** `ascii(o)` of an already made repr: non-ASCII characters escaped. CPython 3.12: PyObject_ASCII */
export function asciiEscape(text: string): string {
  let out = '';
  for (const ch of text) {
    const c = ch.codePointAt(0)!;
    if (c < 0x80) out += ch;
    else if (c < 0x100) out += `\\x${c.toString(16).padStart(2, '0')}`;
    else if (c < 0x10000) out += `\\u${c.toString(16).padStart(4, '0')}`;
    else out += `\\U${c.toString(16).padStart(8, '0')}`;
  }
  return out;
}

/** An address as CPython prints it with %p. */
export function hexAddress(o: Obj): string {
  return `0x${addressOf(o).toString(16)}`;
}

/** "<module.Name object at 0x...>", what object.__repr__ answers. */
export function defaultRepr(o: Obj, typeName: string): Obj {
  return newStr(`<${typeName} object at ${hexAddress(o)}>`);
}

// --- containers that are in the middle of their repr --------------------------------------------------

const inRepr = new Set<Obj>();
/** True if this container's repr is already being made (it contains itself). CPython 3.12: Py_ReprEnter */
export function reprEnter(o: Obj): boolean {
  if (inRepr.has(o)) return true;
  inRepr.add(o);
  return false;
}
/** A run was ended in the middle of a repr. */
export function resetRepr(): void {
  inRepr.clear();
}
export function reprLeave(o: Obj): void {
  inRepr.delete(o);
}

/** `dir`-like helpers and `type(o).__name__` need these often. */
export function typeName(o: Obj): string {
  return o.type.name;
}

export type { PyType };
export { boolType, objectType, raise, xdecref };
