// The table between special methods and slots, both ways.
//
// One row for each special method: the slot it fills, how the slot is called from Python when a built-in type
// has it (`int.__add__`), and the slot function a class gets when it defines the method in Python.
//
// Answers to CPython 3.12: Objects/typeobject.c (slotdefs, wrap_*, slot_*).

import { addressOf } from '../memory/address.ts';
import { decref, type Obj, type PyType, type Res, tstate, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { hashOfInt } from './compare.ts';
import { clearIf, matches, PyExc, raise, raiseBare, raiseWith, typeError } from './errors.ts';
import { type Int, intType, isInt, newBool, newInt, newIntAny } from './longcore.ts';
import { callSpecial, callWhenBound, genericGetAttr, objectCall, specialMethod, truthG } from './object.ts';
import { fullHash, hashPointer } from './pyhash.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from './richcmp.ts';
import { None, NotImplemented, none, notImplemented } from './singletons.ts';
import { id, isStr, type Str } from './strcore.ts';
import { isSubtype, lookup } from './typecore.ts';

type Wrap = (slot: never, self: Obj, args: Obj[], kwnames: Obj[] | null, name: string) => Res;

export interface SlotDef {
  name: Str;
  slot: keyof PyType;
  wrap: Wrap;
  /** The slot function of a class that defines the method in Python. */
  generic: unknown;
  doc: string;
}

// --- wrappers: slot called from Python ---------------------------------------------------------------

function count(_name: string, args: Obj[], n: number): boolean {
  if (args.length === n) return true;
  typeError(`expected ${n} argument${n === 1 ? '' : 's'}, got ${args.length}`);
  return false;
}

/** As count, where CPython calls PyArg_UnpackTuple with an empty name: its place is left blank. */
function unpack(args: Obj[], n: number): boolean {
  if (args.length === n) return true;
  typeError(` expected ${n} argument${n === 1 ? '' : 's'}, got ${args.length}`);
  return false;
}

type Unary = (o: Obj) => Res;
type Binary = (a: Obj, b: Obj) => Res;

const wrapUnary: Wrap = (slot: Unary, self, args, _k, name) => (count(name, args, 0) ? slot(self) : null);
const wrapBinary: Wrap = (slot: Binary, self, args, _k, name) =>
  count(name, args, 1) ? slot(self, args[0]!) : null;
const wrapReflected: Wrap = (slot: Binary, self, args, _k, name) =>
  count(name, args, 1) ? slot(args[0]!, self) : null;
const wrapTernary: Wrap = (slot: (a: Obj, b: Obj, c: Obj) => Res, self, args) =>
  args.length === 1 || args.length === 2
    ? slot(self, args[0]!, args[1] ?? None)
    : typeError(
        ` expected at ${args.length < 1 ? 'least 1' : 'most 2'} argument${args.length < 1 ? '' : 's'}, got ${args.length}`,
      );
const wrapTernaryReflected: Wrap = (slot: (a: Obj, b: Obj, c: Obj) => Res, self, args) =>
  args.length === 1 || args.length === 2
    ? slot(args[0]!, self, args[1] ?? None)
    : typeError(
        ` expected at ${args.length < 1 ? 'least 1' : 'most 2'} argument${args.length < 1 ? '' : 's'}, got ${args.length}`,
      );
const wrapInquiry: Wrap = (slot: (o: Obj) => number, self, args, _k, name) => {
  if (!count(name, args, 0)) return null;
  const t = slot(self);
  return t < 0 ? null : newBool(t === 1);
};
const wrapLength: Wrap = (slot: (o: Obj) => number, self, args, _k, name) => {
  if (!count(name, args, 0)) return null;
  const n = slot(self);
  return n < 0 ? null : newInt(n);
};
const wrapHash: Wrap = (slot: (o: Obj) => number, self, args, _k, name) => {
  if (!count(name, args, 0)) return null;
  const lo = slot(self);
  return Number.isNaN(lo) ? null : newIntAny(fullHash(lo));
};
const wrapCall: Wrap = (slot: (c: Obj, a: Obj[], k: Obj[] | null) => Res, self, args, kwnames) =>
  slot(self, args, kwnames);
const wrapNext: Wrap = (slot: Unary, self, args, _k, name) => {
  if (!count(name, args, 0)) return null;
  const r = slot(self);
  if (r !== null || tstate.exc !== null) return r;
  if (tstate.pending !== null) return suspend(stopIfExhausted(), [self]);
  return raiseBare(PyExc.StopIteration);
};
function* stopIfExhausted(): Gen {
  const r = yield* settle();
  if (r !== null || tstate.exc !== null) return r;
  const value = tstate.retval;
  tstate.retval = null;
  if (value !== null) decref(value);
  return raiseBare(PyExc.StopIteration);
}
const richWrap =
  (op: number): Wrap =>
  (slot: (a: Obj, b: Obj, op: number) => Res, self, args, _k, name) =>
    count(name, args, 1) ? slot(self, args[0]!, op) : null;
// CPython's slot functions of built-in types look themselves.
function named(name: Obj): boolean {
  if (isStr(name)) return true;
  typeError(`attribute name must be string, not '${name.type.name}'`);
  return false;
}
const wrapGetAttr: Wrap = (slot: Binary, self, args, _k, name) =>
  count(name, args, 1) && named(args[0]!) ? slot(self, args[0]!) : null;
const wrapSetAttr: Wrap = (slot: (o: Obj, n: Obj, v: Obj | null) => Res, self, args, _k, name) =>
  unpack(args, 2) && hackcheck(self, slot, name) && named(args[0]!) ? slot(self, args[0]!, args[1]!) : null;
const wrapDelAttr: Wrap = (slot: (o: Obj, n: Obj, v: Obj | null) => Res, self, args, _k, name) =>
  count(name, args, 1) && hackcheck(self, slot, name) && named(args[0]!) ? slot(self, args[0]!, null) : null;
// `object.__setattr__(int, ...)` must not change a built-in type. CPython 3.12: hackcheck_unlocked
function hackcheck(self: Obj, slot: unknown, name: string): boolean {
  for (const base of self.type.mro) {
    if (base.tp_setattro === slot) return true;
    if (base.tp_setattro !== null && base.tp_setattro !== slot && (base.flags & (1 << 9)) === 0) {
      typeError(`can't apply this ${name} to ${self.type.name} object`);
      return false;
    }
  }
  return true;
}
const wrapDescrGet: Wrap = (slot: (d: Obj, o: Obj | null, t: Obj | null) => Res, self, args) => {
  if (args.length < 1 || args.length > 2) {
    return typeError(
      ` expected at ${args.length < 1 ? 'least 1 argument' : 'most 2 arguments'}, got ${args.length}`,
    );
  }
  const obj = args[0] === None ? null : args[0]!;
  const type = args[1] === undefined || args[1] === None ? null : args[1];
  if (obj === null && type === null) return typeError('__get__(None, None) is invalid');
  return slot(self, obj, type);
};
const wrapDescrSet: Wrap = (slot: (d: Obj, o: Obj, v: Obj | null) => Res, self, args) =>
  unpack(args, 2) ? slot(self, args[0]!, args[1]!) : null;
const wrapDescrDelete: Wrap = (slot: (d: Obj, o: Obj, v: Obj | null) => Res, self, args, _k, name) =>
  count(name, args, 1) ? slot(self, args[0]!, null) : null;
const wrapInit: Wrap = (slot: (o: Obj, a: Obj[], k: Obj[] | null) => Res, self, args, kwnames) =>
  slot(self, args, kwnames);
const wrapSetItem: Wrap = (slot: (o: Obj, k: Obj, v: Obj | null) => Res, self, args) =>
  unpack(args, 2) ? slot(self, args[0]!, args[1]!) : null;
const wrapDelItem: Wrap = (slot: (o: Obj, k: Obj, v: Obj | null) => Res, self, args, _k, name) =>
  count(name, args, 1) ? slot(self, args[0]!, null) : null;
const wrapRepeat: Wrap = (slot: (o: Obj, n: number) => Res, self, args) => {
  if (!unpack(args, 1)) return null;
  const n = args[0]!;
  if (!isInt(n)) return typeError(`'${n.type.name}' object cannot be interpreted as an integer`);
  if (typeof n.v === 'bigint')
    return raise(PyExc.OverflowError, "cannot fit 'int' into an index-sized integer");
  return slot(self, n.v);
};
const wrapItem: Wrap = (slot: (o: Obj, n: number) => Res, self, args, _k, name) => {
  if (!count(name, args, 1)) return null;
  const n = args[0]!;
  if (!isInt(n)) return typeError(`'${n.type.name}' object cannot be interpreted as an integer`);
  let i = Number(n.v);
  const length = self.type.sq_length;
  if (i < 0 && length !== null) i += length(self);
  return slot(self, i);
};

// --- generic slot functions: methods defined in Python -----------------------------------------------

/** A method that must exist (it filled the slot): AttributeError if it has gone. */
function callMethod(o: Obj, name: Str, args: Obj[]): Res {
  const r = callSpecial(o, name, args);
  if (r === undefined) {
    name.rc++;
    return raiseWith(PyExc.AttributeError, name);
  }
  return r;
}

const unarySlot = (name: string): Unary => {
  const n = id(name);
  return (o) => callMethod(o, n, []);
};
const oneArg = (name: string): Binary => {
  const n = id(name);
  return (o, a) => callMethod(o, n, [a]);
};

/** CPython 3.12: Objects/typeobject.c SLOT1BINFULL */
const binarySlot = (slot: keyof PyType, name: string, rname: string): Binary => {
  const n = id(name);
  const rn = id(rname);
  const self: Binary = (a, b) => suspend(binaryG(self, slot, n, rn, a, b), [a, b]);
  return self;
};

function* binaryG(slotFn: unknown, slot: keyof PyType, name: Str, rname: Str, a: Obj, b: Obj): Gen {
  let doOther = a.type !== b.type && (b.type[slot] as unknown) === slotFn;
  if ((a.type[slot] as unknown) === slotFn) {
    if (doOther && isSubtype(b.type, a.type) && overrides(a.type, b.type, rname)) {
      let r = callSpecial(b, rname, [a]);
      if (r === null) r = yield* settle();
      if (r === null) return null;
      if (r !== undefined && r !== NotImplemented) return r;
      if (r !== undefined) r.rc--;
      doOther = false;
    }
    let r = callSpecial(a, name, [b]);
    if (r === null) r = yield* settle();
    if (r === null) return null;
    if (r !== undefined) {
      if (r !== NotImplemented || a.type === b.type) return r;
      r.rc--;
    }
  }
  if (doOther) {
    let r = callSpecial(b, rname, [a]);
    if (r === null) r = yield* settle();
    return r === undefined ? notImplemented() : r;
  }
  return notImplemented();
}

// True if the subclass really provides another reflected method than its base.
function overrides(base: PyType, sub: PyType, rname: Str): boolean {
  const theirs = lookup(sub, rname);
  if (theirs === undefined) return false;
  return lookup(base, rname) !== theirs;
}

function* boolG(o: Obj): Gen {
  let r = callSpecial(o, id('__bool__'), []);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (r === undefined) return newBool(true);
  if (r.type.name !== 'bool') {
    const name = r.type.name;
    decref(r);
    return typeError(`__bool__ should return bool, returned ${name}`);
  }
  return r;
}
const slotBool = (o: Obj): number => numberOf(suspend(boolG(o), [o]));

/** The value of an int object just made, or -1 when it is still to come. */
function numberOf(r: Res): number {
  if (r === null) return -1;
  const n = Number((r as Int).v);
  decref(r);
  return n;
}

function* lengthG(o: Obj): Gen {
  let r: Res | undefined = callMethod(o, id('__len__'), []);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (!isInt(r)) {
    const index = r.type.nb_index;
    if (index === null) {
      const name = r.type.name;
      decref(r);
      return typeError(`'${name}' object cannot be interpreted as an integer`);
    }
    let i = index(r);
    if (i === null) i = yield* settle();
    decref(r);
    if (i === null) return null;
    r = i;
  }
  const v = (r as Int).v;
  if (v < 0) {
    decref(r);
    return raise(PyExc.ValueError, '__len__() should return >= 0');
  }
  if (typeof v === 'bigint') {
    decref(r);
    return raise(PyExc.OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  if (r.type === intType) return r;
  decref(r);
  return newInt(v);
}
const slotLength = (o: Obj): number => numberOf(suspend(lengthG(o), [o]));

function* hashSlotG(o: Obj): Gen {
  let r = callSpecial(o, id('__hash__'), []);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (r === undefined) return typeError(`unhashable type: '${o.type.name}'`);
  if (!isInt(r)) {
    decref(r);
    return typeError('__hash__ method should return an integer');
  }
  return r;
}
const slotHash = (o: Obj): number => {
  const r = suspend(hashSlotG(o), [o]);
  if (r === null) return NaN;
  const h = hashOfInt(r);
  decref(r);
  return h;
};

function* containsG(o: Obj, value: Obj): Gen {
  if (lookup(o.type, id('__contains__')) === None) {
    return typeError(`'${o.type.name}' object is not a container`);
  }
  let r = callSpecial(o, id('__contains__'), [value]);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (r === undefined) return typeError(`argument of type '${o.type.name}' is not iterable`);
  const t = yield* truthG(r);
  decref(r);
  return t < 0 ? null : newBool(t === 1);
}

const richSlot = (o: Obj, other: Obj, op: number): Res => {
  const r = callSpecial(o, RICH_NAMES[op]!, [other]);
  return r === undefined ? notImplemented() : r;
};
const RICH_NAMES = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'].map(id);

const GETATTRIBUTE = id('__getattribute__');
const GETATTR = id('__getattr__');

/** CPython 3.12: Objects/typeobject.c slot_tp_getattr_hook */
function slotGetAttr(o: Obj, name: Obj): Res {
  const getattribute = lookup(o.type, GETATTRIBUTE);
  const plain = getattribute === undefined || getAttributeSlots.isObjects(getattribute);
  const r = plain ? genericGetAttr(o, name) : callMethod(o, GETATTRIBUTE, [name]);
  if (r !== null) return r;
  if (tstate.pending !== null) return suspend(getAttrRest(o, name), [o, name]);
  return missingAttr(o, name);
}

/** What the specialiser asks about types that have `__getattribute__` or `__getattr__` of their own. */
export const getAttributeSlots = {
  python: slotGetAttr as unknown,
  /** True for object.__getattribute__ itself. */
  isObjects: (getattribute: Obj): boolean =>
    getattribute.type.name === 'wrapper_descriptor' &&
    (getattribute.v as { fn: unknown }).fn === genericGetAttr,
};

function* getAttrRest(o: Obj, name: Obj): Gen {
  const r = yield* settle();
  if (r !== null) return r;
  const again = missingAttr(o, name);
  return again === null ? yield* settle() : again;
}

function missingAttr(o: Obj, name: Obj): Res {
  if (!matches(PyExc.AttributeError)) return null;
  if (lookup(o.type, GETATTR) === undefined) return null;
  clearIf(PyExc.AttributeError);
  return callMethod(o, GETATTR, [name]);
}

function slotSetAttr(o: Obj, name: Obj, value: Obj | null): Res {
  return value === null
    ? callMethod(o, id('__delattr__'), [name])
    : callMethod(o, id('__setattr__'), [name, value]);
}

function slotDescrGet(d: Obj, obj: Obj | null, type: Obj | null): Res {
  const get = lookup(d.type, id('__get__'));
  if (get === undefined) {
    d.rc++;
    return d;
  }
  return objectCall(get, [d, obj ?? None, type ?? None]);
}
function slotDescrSet(d: Obj, obj: Obj, value: Obj | null): Res {
  return value === null ? callMethod(d, id('__delete__'), [obj]) : callMethod(d, id('__set__'), [obj, value]);
}

function* initG(self: Obj, args: Obj[], kwnames: Obj[] | null): Gen {
  const m = specialMethod(self, id('__init__'));
  if (m === null && tstate.pending === null) return null;
  let r =
    m === null
      ? callWhenBound(self, args, kwnames)
      : objectCall(m.callable, m.self ? [self, ...args] : args, kwnames);
  xdecref(m?.callable);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (r !== None) {
    const name = r.type.name;
    decref(r);
    return typeError(`__init__() should return None, not '${name}'`);
  }
  return r;
}
const slotInit = (self: Obj, args: Obj[], kwnames: Obj[] | null): Res =>
  suspend(initG(self, args, kwnames), [self, ...args, ...(kwnames ?? [])]);

const slotCall = (o: Obj, args: Obj[], kwnames: Obj[] | null): Res => {
  const m = specialMethod(o, id('__call__'));
  if (m === null) {
    if (tstate.pending !== null) return callWhenBound(o, args, kwnames);
    if (tstate.exc !== null) return null;
    return typeError(`'${o.type.name}' object is not callable`);
  }
  const r = objectCall(m.callable, m.self ? [o, ...args] : args, kwnames);
  decref(m.callable);
  return r;
};

/** The slots that call a method written in Python, for the loop, which can call some of those without a detour. */
export const pythonSlots: {
  init: unknown;
  richCompare: unknown;
  richNames: readonly Str[];
  /** Operators by the name of the slot. */
  binary: Map<keyof PyType, { fn: unknown; name: Str }>;
} = { init: slotInit, richCompare: richSlot, richNames: RICH_NAMES, binary: new Map() };

const slotSetItem = (o: Obj, key: Obj, value: Obj | null): Res =>
  value === null ? callMethod(o, id('__delitem__'), [key]) : callMethod(o, id('__setitem__'), [key, value]);

const slotNew = (type: Obj, args: Obj[], kwnames: Obj[] | null): Res => {
  const cls = (type as Obj<PyType>).v;
  const fn = lookup(cls, id('__new__'));
  if (fn === undefined) return typeError(`cannot create '${cls.name}' instances`);
  const get = fn.type.tp_descr_get;
  const callable = get === null ? fn : get(fn, null, type);
  if (callable === null) return null;
  const r = objectCall(callable, [type, ...args], kwnames);
  if (get !== null) decref(callable);
  return r;
};

function* iterSlotG(o: Obj): Gen {
  const found = lookup(o.type, id('__iter__'));
  if (found === None) return typeError(`'${o.type.name}' object is not iterable`);
  let r = callSpecial(o, id('__iter__'), []);
  if (r === null) r = yield* settle();
  return r ?? null;
}

/** `__next__` in Python: StopIteration means exhausted. CPython 3.12: slot_tp_iternext; callers clear StopIteration */
const slotNext = unarySlot('__next__');

const slotFinalize = unarySlot('__del__');

// --- the table ---------------------------------------------------------------------------------------

export const slotdefs: SlotDef[] = [];

function def(name: string, slot: keyof PyType, wrap: Wrap, generic: unknown, doc: string): void {
  slotdefs.push({ name: id(name), slot, wrap, generic, doc });
}

function binary(slot: keyof PyType, op: string, sym: string): void {
  const generic = binarySlot(slot, `__${op}__`, `__r${op}__`);
  pythonSlots.binary.set(slot, { fn: generic, name: id(`__${op}__`) });
  def(`__${op}__`, slot, wrapBinary, generic, `Return self${sym}value.`);
  def(`__r${op}__`, slot, wrapReflected, generic, `Return value${sym}self.`);
}
function inplace(slot: keyof PyType, op: string, sym: string): void {
  def(`__i${op}__`, slot, wrapBinary, oneArg(`__i${op}__`), `Return self${sym}=value.`);
}
function unary(slot: keyof PyType, name: string, doc: string): void {
  def(name, slot, wrapUnary, unarySlot(name), doc);
}

def('__getattribute__', 'tp_getattro', wrapGetAttr, slotGetAttr, 'Return getattr(self, name).');
def('__getattr__', 'tp_getattro', wrapGetAttr, slotGetAttr, '');
def('__setattr__', 'tp_setattro', wrapSetAttr, slotSetAttr, 'Implement setattr(self, name, value).');
def('__delattr__', 'tp_setattro', wrapDelAttr, slotSetAttr, 'Implement delattr(self, name).');
unary('tp_repr', '__repr__', 'Return repr(self).');
def('__hash__', 'tp_hash', wrapHash, slotHash, 'Return hash(self).');
def('__call__', 'tp_call', wrapCall, slotCall, 'Call self as a function.');
unary('tp_str', '__str__', 'Return str(self).');
def('__lt__', 'tp_richcompare', richWrap(Py_LT), richSlot, 'Return self<value.');
def('__le__', 'tp_richcompare', richWrap(Py_LE), richSlot, 'Return self<=value.');
def('__eq__', 'tp_richcompare', richWrap(Py_EQ), richSlot, 'Return self==value.');
def('__ne__', 'tp_richcompare', richWrap(Py_NE), richSlot, 'Return self!=value.');
def('__gt__', 'tp_richcompare', richWrap(Py_GT), richSlot, 'Return self>value.');
def('__ge__', 'tp_richcompare', richWrap(Py_GE), richSlot, 'Return self>=value.');
def('__iter__', 'tp_iter', wrapUnary, (o: Obj) => suspend(iterSlotG(o), [o]), 'Implement iter(self).');
def('__next__', 'tp_iternext', wrapNext, slotNext, 'Implement next(self).');
def(
  '__get__',
  'tp_descr_get',
  wrapDescrGet,
  slotDescrGet,
  'Return an attribute of instance, which is of type owner.',
);
def('__set__', 'tp_descr_set', wrapDescrSet, slotDescrSet, 'Set an attribute of instance to value.');
def('__delete__', 'tp_descr_set', wrapDescrDelete, slotDescrSet, 'Delete an attribute of instance.');
def(
  '__init__',
  'tp_init',
  wrapInit,
  slotInit,
  'Initialize self.  See help(type(self)) for accurate signature.',
);
def('__new__', 'tp_new', wrapCall, slotNew, 'Create and return new object.');
def('__del__', 'tp_finalize', wrapUnary, slotFinalize, '');
unary('am_await', '__await__', 'Return an iterator to be used in await expression.');
unary('am_aiter', '__aiter__', 'Return an awaitable, that resolves in asynchronous iterator.');
unary('am_anext', '__anext__', 'Return a value or raise StopAsyncIteration.');
binary('nb_add', 'add', '+');
inplace('nb_inplace_add', 'add', '+');
binary('nb_subtract', 'sub', '-');
inplace('nb_inplace_subtract', 'sub', '-');
binary('nb_multiply', 'mul', '*');
inplace('nb_inplace_multiply', 'mul', '*');
binary('nb_remainder', 'mod', '%');
inplace('nb_inplace_remainder', 'mod', '%');
{
  const divmod = binarySlot('nb_divmod', '__divmod__', '__rdivmod__');
  def('__divmod__', 'nb_divmod', wrapBinary, divmod, 'Return divmod(self, value).');
  def('__rdivmod__', 'nb_divmod', wrapReflected, divmod, 'Return divmod(value, self).');
  const power = (a: Obj, b: Obj, c: Obj): Res => {
    if (c === None) return suspend(binaryG(power, 'nb_power', id('__pow__'), id('__rpow__'), a, b), [a, b]);
    // With a modulus only the left operand is asked.
    if ((a.type.nb_power as unknown) === power) return callMethod(a, id('__pow__'), [b, c]);
    return notImplemented();
  };
  def('__pow__', 'nb_power', wrapTernary, power, 'Return pow(self, value, mod).');
  def('__rpow__', 'nb_power', wrapTernaryReflected, power, 'Return pow(value, self, mod).');
}
inplace('nb_inplace_power', 'pow', '**');
unary('nb_negative', '__neg__', '-self');
unary('nb_positive', '__pos__', '+self');
unary('nb_absolute', '__abs__', 'abs(self)');
def('__bool__', 'nb_bool', wrapInquiry, slotBool, 'True if self else False');
unary('nb_invert', '__invert__', '~self');
binary('nb_lshift', 'lshift', '<<');
inplace('nb_inplace_lshift', 'lshift', '<<');
binary('nb_rshift', 'rshift', '>>');
inplace('nb_inplace_rshift', 'rshift', '>>');
binary('nb_and', 'and', '&');
inplace('nb_inplace_and', 'and', '&');
binary('nb_xor', 'xor', '^');
inplace('nb_inplace_xor', 'xor', '^');
binary('nb_or', 'or', '|');
inplace('nb_inplace_or', 'or', '|');
unary('nb_int', '__int__', 'int(self)');
unary('nb_float', '__float__', 'float(self)');
binary('nb_floor_divide', 'floordiv', '//');
inplace('nb_inplace_floor_divide', 'floordiv', '//');
binary('nb_true_divide', 'truediv', '/');
inplace('nb_inplace_true_divide', 'truediv', '/');
unary(
  'nb_index',
  '__index__',
  'Return self converted to an integer, if self is suitable for use as an index into a list.',
);
binary('nb_matrix_multiply', 'matmul', '@');
inplace('nb_inplace_matrix_multiply', 'matmul', '@');
def('__len__', 'mp_length', wrapLength, slotLength, 'Return len(self).');
def('__getitem__', 'mp_subscript', wrapBinary, oneArg('__getitem__'), 'Return self[key].');
def('__setitem__', 'mp_ass_subscript', wrapSetItem, slotSetItem, 'Set self[key] to value.');
def('__delitem__', 'mp_ass_subscript', wrapDelItem, slotSetItem, 'Delete self[key].');
def('__len__', 'sq_length', wrapLength, slotLength, 'Return len(self).');
def('__add__', 'sq_concat', wrapBinary, null, 'Return self+value.');
def('__mul__', 'sq_repeat', wrapRepeat, null, 'Return self*value.');
def('__rmul__', 'sq_repeat', wrapRepeat, null, 'Return value*self.');
def(
  '__getitem__',
  'sq_item',
  wrapItem,
  (o: Obj, i: number): Res => {
    const n = newInt(i);
    const r = callMethod(o, id('__getitem__'), [n]);
    decref(n);
    return r;
  },
  'Return self[key].',
);
def(
  '__contains__',
  'sq_contains',
  wrapBinary,
  (o: Obj, v: Obj) => suspend(containsG(o, v), [o, v]),
  'Return bool(key in self).',
);
def('__iadd__', 'sq_inplace_concat', wrapBinary, null, 'Implement self+=value.');
def('__imul__', 'sq_inplace_repeat', wrapRepeat, null, 'Implement self*=value.');

/** Identity hash of objects without one of their own. */
export function pointerHash(o: Obj): number {
  return hashPointer(addressOf(o));
}

/** tp_hash of types that cannot be hashed (`__hash__ = None`). CPython 3.12: PyObject_HashNotImplemented */
export function hashNotImplemented(o: Obj): number {
  typeError(`unhashable type: '${o.type.name}'`);
  return NaN;
}

export { none };
