// The protocols: numbers, sequences, mappings, iteration.
//
// The operators of the language and the built-in functions act on any object through these. Each is a plain
// function whose null may mean "pending" (memory/suspend.ts); names that end in G are for generator natives.
//
// Answers to CPython 3.12: Objects/abstract.c.

import { decref, type Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, type Pending, POLL, settle, suspend } from '../memory/suspend.ts';
import { equalG, Py_EQ } from './compare.ts';
import { clearIf, PyExc, raise, raiseBare, typeError } from './errors.ts';
import { runningHooks, typeHooks } from './hooks.ts';
import { type Int, intType, isInt, newBool, newInt } from './longcore.ts';
import { callG, callSpecial, compareBoolG, lookupAttrG, objectCall, truthG } from './object.ts';
import { type List, listType, type Tuple, tupleType } from './seqcore.ts';
import { None, NotImplemented } from './singletons.ts';
import { id, type Str, strType } from './strcore.ts';
import { isSubtype } from './typecore.ts';

type BinarySlot =
  | 'nb_add'
  | 'nb_subtract'
  | 'nb_multiply'
  | 'nb_remainder'
  | 'nb_divmod'
  | 'nb_lshift'
  | 'nb_rshift'
  | 'nb_and'
  | 'nb_xor'
  | 'nb_or'
  | 'nb_floor_divide'
  | 'nb_true_divide'
  | 'nb_matrix_multiply';
type InplaceSlot =
  | 'nb_inplace_add'
  | 'nb_inplace_subtract'
  | 'nb_inplace_multiply'
  | 'nb_inplace_remainder'
  | 'nb_inplace_lshift'
  | 'nb_inplace_rshift'
  | 'nb_inplace_and'
  | 'nb_inplace_xor'
  | 'nb_inplace_or'
  | 'nb_inplace_floor_divide'
  | 'nb_inplace_true_divide'
  | 'nb_inplace_matrix_multiply';

/** BINARY_OP's argument -> slots and symbol. CPython 3.12: Python/ceval.c binary_ops, Include/opcode.h NB_* */
export const BINARY_OPS: {
  slot: BinarySlot | 'nb_power';
  inplace: InplaceSlot | 'nb_inplace_power' | null;
  symbol: string;
}[] = [
  { slot: 'nb_add', inplace: null, symbol: '+' },
  { slot: 'nb_and', inplace: null, symbol: '&' },
  { slot: 'nb_floor_divide', inplace: null, symbol: '//' },
  { slot: 'nb_lshift', inplace: null, symbol: '<<' },
  { slot: 'nb_matrix_multiply', inplace: null, symbol: '@' },
  { slot: 'nb_multiply', inplace: null, symbol: '*' },
  { slot: 'nb_remainder', inplace: null, symbol: '%' },
  { slot: 'nb_or', inplace: null, symbol: '|' },
  { slot: 'nb_power', inplace: null, symbol: '** or pow()' },
  { slot: 'nb_rshift', inplace: null, symbol: '>>' },
  { slot: 'nb_subtract', inplace: null, symbol: '-' },
  { slot: 'nb_true_divide', inplace: null, symbol: '/' },
  { slot: 'nb_xor', inplace: null, symbol: '^' },
  { slot: 'nb_add', inplace: 'nb_inplace_add', symbol: '+=' },
  { slot: 'nb_and', inplace: 'nb_inplace_and', symbol: '&=' },
  { slot: 'nb_floor_divide', inplace: 'nb_inplace_floor_divide', symbol: '//=' },
  { slot: 'nb_lshift', inplace: 'nb_inplace_lshift', symbol: '<<=' },
  { slot: 'nb_matrix_multiply', inplace: 'nb_inplace_matrix_multiply', symbol: '@=' },
  { slot: 'nb_multiply', inplace: 'nb_inplace_multiply', symbol: '*=' },
  { slot: 'nb_remainder', inplace: 'nb_inplace_remainder', symbol: '%=' },
  { slot: 'nb_or', inplace: 'nb_inplace_or', symbol: '|=' },
  { slot: 'nb_power', inplace: 'nb_inplace_power', symbol: '**=' },
  { slot: 'nb_rshift', inplace: 'nb_inplace_rshift', symbol: '>>=' },
  { slot: 'nb_subtract', inplace: 'nb_inplace_subtract', symbol: '-=' },
  { slot: 'nb_true_divide', inplace: 'nb_inplace_true_divide', symbol: '/=' },
  { slot: 'nb_xor', inplace: 'nb_inplace_xor', symbol: '^=' },
];

type Slot2 = (a: Obj, b: Obj) => Res;

function slotOf(type: PyType, slot: BinarySlot | 'nb_power'): Slot2 | null {
  if (slot === 'nb_power') {
    const p = type.nb_power;
    return p === null ? null : powerSlot(p);
  }
  return type[slot];
}

// nb_power takes three arguments; `a ** b` passes None. The wrapper is made once for each slot.
const powerSlots = new Map<unknown, Slot2>();
function powerSlot(p: (a: Obj, b: Obj, c: Obj) => Res): Slot2 {
  let f = powerSlots.get(p);
  if (f === undefined) {
    f = (a, b) => p(a, b, None);
    powerSlots.set(p, f);
  }
  return f;
}

/** Left's slot, right's slot, right first for a subclass; NotImplemented if none knows. CPython 3.12: binary_op1 */
function binaryOp1(a: Obj, b: Obj, slot: BinarySlot | 'nb_power'): Res {
  const left = slotOf(a.type, slot);
  let right = a.type === b.type ? null : slotOf(b.type, slot);
  if (right === left) right = null;
  if (left !== null) {
    if (right !== null && isSubtype(b.type, a.type)) {
      const r = right(a, b);
      if (r === null) return tstate.pending === null ? null : suspend(binaryRest(a, b, left, null), [a, b]);
      if (r !== NotImplemented) return r;
      r.rc--;
      right = null;
    }
    const r = left(a, b);
    if (r === null) {
      return tstate.pending === null || right === null
        ? null
        : suspend(binaryRest(a, b, null, right), [a, b]);
    }
    if (r !== NotImplemented) return r;
    r.rc--;
  }
  if (right !== null) return right(a, b);
  NotImplemented.rc++;
  return NotImplemented;
}

function* binaryRest(a: Obj, b: Obj, left: Slot2 | null, right: Slot2 | null): Gen {
  let r = yield* settle();
  if (r === null || r !== NotImplemented) return r;
  const next = left ?? right;
  if (next === null) return r;
  r.rc--;
  r = next(a, b);
  if (r === null) r = yield* settle();
  return r;
}

// The slots of int by BINARY_OP's argument; null for powers and @.
const intSlots: (Slot2 | null)[] = [];
function intSlot(op: number): Slot2 | null {
  const { slot } = BINARY_OPS[op]!;
  intSlots[op] = slot === 'nb_power' ? null : intType[slot];
  return intSlots[op]!;
}

/** `a op b`, `op` being BINARY_OP's argument. CPython 3.12: PyNumber_Add and its siblings */
export function binaryOp(a: Obj, b: Obj, op: number): Res {
  if (a.type === intType && b.type === intType) {
    // Two ints: no in-place slots, nobody else to ask, and none of these answers NotImplemented.
    const f = intSlots[op] ?? intSlot(op);
    if (f !== null) return f(a, b);
  }
  const { slot, inplace } = BINARY_OPS[op]!;
  let r: Res = null;
  if (inplace !== null) {
    const f = inplace === 'nb_inplace_power' ? inplacePower(a.type) : a.type[inplace];
    if (f !== null) {
      r = f(a, b);
      if (r === null) return tstate.pending === null ? null : suspend(inplaceRest(a, b, op), [a, b]);
      if (r !== NotImplemented) return r;
      r.rc--;
    }
  }
  r = binaryOp1(a, b, slot);
  if (r === null) return tstate.pending === null ? null : suspend(binaryEnd(a, b, op), [a, b]);
  if (r !== NotImplemented) return r;
  r.rc--;
  return binaryFallback(a, b, op);
}

function inplacePower(type: PyType): Slot2 | null {
  const p = type.nb_inplace_power;
  return p === null ? null : (a, b) => p(a, b, None);
}

function* inplaceRest(a: Obj, b: Obj, op: number): Gen {
  let r = yield* settle();
  if (r === null || r !== NotImplemented) return r;
  r.rc--;
  r = binaryOp1(a, b, BINARY_OPS[op]!.slot);
  if (r === null) r = yield* settle();
  if (r === null || r !== NotImplemented) return r;
  r.rc--;
  r = binaryFallback(a, b, op);
  return r === null ? yield* settle() : r;
}

function* binaryEnd(a: Obj, b: Obj, op: number): Gen {
  const r = yield* settle();
  if (r === null || r !== NotImplemented) return r;
  r.rc--;
  const f = binaryFallback(a, b, op);
  return f === null ? yield* settle() : f;
}

/** What is left when no number slot knew: + of sequences concatenates, * repeats; else TypeError. */
export function binaryFallback(a: Obj, b: Obj, op: number): Res {
  const { slot, inplace, symbol } = BINARY_OPS[op]!;
  if (slot === 'nb_add') {
    const f = (inplace === null ? null : a.type.sq_inplace_concat) ?? a.type.sq_concat;
    if (f !== null) return f(a, b);
  } else if (slot === 'nb_multiply') {
    const repeat = (inplace === null ? null : a.type.sq_inplace_repeat) ?? a.type.sq_repeat;
    if (repeat !== null) return sequenceRepeat(repeat, a, b);
    // `a *= b` asks b only if a has no sequence methods at all. CPython 3.12: PyNumber_InPlaceMultiply
    if (b.type.sq_repeat !== null && (inplace === null || !hasSequenceMethods(a.type))) {
      return sequenceRepeat(b.type.sq_repeat, b, a);
    }
  }
  if (
    op === 9 &&
    a.type.name === 'builtin_function_or_method' &&
    (a.v as { def: { name: string } }).def.name === 'print'
  ) {
    return typeError(
      `unsupported operand type(s) for >>: '${a.type.name}' and '${b.type.name}'. Did you mean "print(<message>, file=<output_stream>)"?`,
    );
  }
  return typeError(`unsupported operand type(s) for ${symbol}: '${a.type.name}' and '${b.type.name}'`);
}

/** True for types whose struct has tp_as_sequence: all classes, and built-in types with one of its slots. */
function hasSequenceMethods(t: PyType): boolean {
  return (
    (t.flags & TPFLAGS.HEAPTYPE) !== 0 || (t.sq_length ?? t.sq_contains ?? t.sq_item ?? t.sq_concat) !== null
  );
}

function sequenceRepeat(repeat: (o: Obj, n: number) => Res, seq: Obj, n: Obj): Res {
  if (isInt(n)) {
    if (typeof n.v === 'bigint')
      return raise(PyExc.OverflowError, "cannot fit 'int' into an index-sized integer");
    return repeat(seq, n.v);
  }
  if (n.type.nb_index === null) {
    return typeError(`can't multiply sequence by non-int of type '${n.type.name}'`);
  }
  return suspend(repeatG(repeat, seq, n), [seq, n]);
}

function* repeatG(repeat: (o: Obj, n: number) => Res, seq: Obj, n: Obj): Gen {
  const count = yield* indexG(n);
  if (count === null) return null;
  const r = repeat(seq, Number(count.v));
  decref(count);
  return r === null ? yield* settle() : r;
}

/** divmod(a, b). */
export function divmod(a: Obj, b: Obj): Res {
  const r = binaryOp1(a, b, 'nb_divmod');
  if (r === null) return tstate.pending === null ? null : suspend(divmodEnd(a, b), [a, b]);
  if (r !== NotImplemented) return r;
  r.rc--;
  return typeError(`unsupported operand type(s) for divmod(): '${a.type.name}' and '${b.type.name}'`);
}
function* divmodEnd(a: Obj, b: Obj): Gen {
  const r = yield* settle();
  if (r === null || r !== NotImplemented) return r;
  r.rc--;
  return typeError(`unsupported operand type(s) for divmod(): '${a.type.name}' and '${b.type.name}'`);
}

/** pow(a, b, m). CPython 3.12: ternary_op */
export function* powerG(a: Obj, b: Obj, m: Obj): Gen {
  if (m === None) {
    const r = binaryOp(a, b, 8);
    return r === null ? yield* settle() : r;
  }
  const tried = new Set<unknown>();
  for (const o of [a, b, m]) {
    const p = o.type.nb_power;
    if (p === null || tried.has(p)) continue;
    tried.add(p);
    let r = p(a, b, m);
    if (r === null) r = yield* settle();
    if (r === null || r !== NotImplemented) return r;
    r.rc--;
  }
  return typeError(
    `unsupported operand type(s) for ** or pow(): '${a.type.name}', '${b.type.name}', '${m.type.name}'`,
  );
}

// --- unary -------------------------------------------------------------------------------------------

export function negative(o: Obj): Res {
  return o.type.nb_negative === null
    ? typeError(`bad operand type for unary -: '${o.type.name}'`)
    : o.type.nb_negative(o);
}
export function positive(o: Obj): Res {
  return o.type.nb_positive === null
    ? typeError(`bad operand type for unary +: '${o.type.name}'`)
    : o.type.nb_positive(o);
}
export function invert(o: Obj): Res {
  return o.type.nb_invert === null
    ? typeError(`bad operand type for unary ~: '${o.type.name}'`)
    : o.type.nb_invert(o);
}
export function absolute(o: Obj): Res {
  return o.type.nb_absolute === null
    ? typeError(`bad operand type for abs(): '${o.type.name}'`)
    : o.type.nb_absolute(o);
}

// --- integers as indexes -----------------------------------------------------------------------------

/** `operator.index(o)`: an int (new reference), or null with TypeError. CPython 3.12: PyNumber_Index */
export function* indexG(o: Obj): Gen<Int | null> {
  if (isInt(o)) {
    o.rc++;
    return o;
  }
  const index = o.type.nb_index;
  if (index === null) return typeError(`'${o.type.name}' object cannot be interpreted as an integer`);
  let r = index(o);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (!isInt(r)) {
    const name = r.type.name;
    decref(r);
    return typeError(`__index__ returned non-int (type ${name})`);
  }
  return r.type === intType ? r : yield* strictG(r, '__index__ returned non-int', 'int');
}

/**
 * Warns that a conversion answered an instance of a subclass (owned) and answers it; null with an error.
 * CPython 3.12: _PyNumber_Index, PyNumber_Long, PyNumber_Float, try_complex_special_method
 */
export function* strictG<T extends Obj>(r: T, what: string, wanted: string): Gen<T | null> {
  let w = runningHooks.warn(
    'DeprecationWarning',
    `${what} (type ${r.type.name}).  The ability to return an instance of a strict subclass of ${wanted} is deprecated, and may be removed in a future version of Python.`,
  );
  if (w === null) w = yield* settle();
  if (w === null) {
    decref(r);
    return null;
  }
  decref(w);
  return r;
}

/**
 * An index-sized integer, for natives: the value clipped to +-2^53-1 (`clip`), or OverflowError/IndexError; null: an
 * error is set. CPython 3.12: PyNumber_AsSsize_t
 */
export function* ssizeG(o: Obj, overflow: PyType | null): Gen<number | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'number') return v;
  if (overflow === null || (v < 1n << 63n && v >= -(1n << 63n))) {
    return v < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  }
  return raise(overflow, `cannot fit '${o.type.name}' into an index-sized integer`);
}

/** The value of an int argument at once; null: it is not an int (or is too large), so use ssizeG. */
export function smallIndex(o: Obj): number | null {
  return isInt(o) && typeof o.v === 'number' ? o.v : null;
}

// --- sequences and mappings --------------------------------------------------------------------------

/** `len(o)`; -1: error or pending (settled to an int object). CPython 3.12: PyObject_Size */
export function objectLength(o: Obj): number {
  const f = o.type.sq_length ?? o.type.mp_length;
  if (f !== null) return f(o);
  typeError(`object of type '${o.type.name}' has no len()`);
  return -1;
}

export function* lengthG(o: Obj): Gen<number> {
  const n = objectLength(o);
  if (n >= 0) return n;
  const r = yield* settle();
  if (r === null) return -1;
  const v = Number((r as Int).v);
  decref(r);
  return v;
}

/** `o[key]`. CPython 3.12: PyObject_GetItem */
export function getItem(o: Obj, key: Obj): Res {
  const type = o.type;
  if (type.mp_subscript !== null) return type.mp_subscript(o, key);
  if (type.sq_item !== null) {
    if (isInt(key) || key.type.nb_index !== null) return suspend(sequenceItemG(o, key), [o, key]);
    return typeError(`sequence index must be integer, not '${key.type.name}'`);
  }
  if (o.v instanceof PyType) return suspend(classGetItemG(o as Obj<PyType>, key), [o, key]);
  return typeError(`'${type.name}' object is not subscriptable`);
}

function* sequenceItemG(o: Obj, key: Obj): Gen {
  let i = yield* ssizeG(key, PyExc.IndexError);
  if (i === null) return null;
  if (i < 0 && o.type.sq_length !== null) i += yield* lengthG(o);
  const r = o.type.sq_item!(o, i);
  return r === null ? yield* settle() : r;
}

/** `list[int]`, and classes with __class_getitem__. */
function* classGetItemG(type: Obj<PyType>, key: Obj): Gen {
  // `type[int]` has no __class_getitem__: every class would inherit it.
  if (type.v === typeType) return typeHooks.genericAlias(type, key);
  const f = yield* lookupAttrG(type, id('__class_getitem__'));
  if (f === null) return null;
  if (f === undefined || f === None) return typeError(`type '${type.v.name}' is not subscriptable`);
  const r = yield* callG(f, [key]);
  decref(f);
  return r;
}

/** `o[key] = value`, or with null `del o[key]`; None, or null. CPython 3.12: PyObject_SetItem, PyObject_DelItem */
export function setItem(o: Obj, key: Obj, value: Obj | null): Res {
  const type = o.type;
  if (type.mp_ass_subscript !== null) return type.mp_ass_subscript(o, key, value);
  if (value === null) {
    if (!hasSequenceMethods(type)) return typeError(`'${type.name}' object does not support item deletion`);
    if (isInt(key) || key.type.nb_index !== null) {
      return typeError(`'${type.name}' object doesn't support item deletion`);
    }
    if (type.sq_ass_item !== null) return typeError(`sequence index must be integer, not '${key.type.name}'`);
    return typeError(`'${type.name}' object does not support item deletion`);
  }
  return typeError(`'${type.name}' object does not support item assignment`);
}

/** `value in o`: True or False (new reference). CPython 3.12: PySequence_Contains */
export function contains(o: Obj, value: Obj): Res {
  if (o.type.sq_contains !== null) return o.type.sq_contains(o, value);
  return suspend(searchG(o, value), [o, value]);
}

function* searchG(o: Obj, value: Obj): Gen {
  let it = getIter(o);
  if (it === null) it = yield* settle();
  if (it === null) {
    if (clearIf(PyExc.TypeError)) {
      return typeError(`argument of type '${o.type.name}' is not iterable`);
    }
    return null;
  }
  for (;;) {
    const item = yield* nextG(it);
    if (item === null) break;
    if (item === undefined) {
      decref(it);
      return newBool(false);
    }
    const same = yield* equalG(item, value);
    decref(item);
    if (same < 0) break;
    if (same === 1) {
      decref(it);
      return newBool(true);
    }
  }
  decref(it);
  return null;
}

// --- iteration ---------------------------------------------------------------------------------------

/** Makes the old-style sequence iterator; set by iterobject.ts. */
export const iterHooks: { newSeqIter: (seq: Obj) => Obj } = { newSeqIter: (o) => o };

/** `iter(o)`. CPython 3.12: PyObject_GetIter */
export function getIter(o: Obj): Res {
  const f = o.type.tp_iter;
  if (f === null) {
    if (o.type.sq_item !== null || (o.type.mp_subscript !== null && isSequence(o)))
      return iterHooks.newSeqIter(o);
    return typeError(`'${o.type.name}' object is not iterable`);
  }
  const r = f(o);
  if (r === null) return tstate.pending === null ? null : suspend(checkIterG(o), [o]);
  return checkIter(o, r);
}

// Classes with __getitem__ defined in Python are sequences too.
function isSequence(o: Obj): boolean {
  return (o.type.flags & (1 << 9)) !== 0 && (o.type.flags & (1 << 29)) === 0;
}

function* checkIterG(o: Obj): Gen {
  const r = yield* settle();
  return r === null ? null : checkIter(o, r);
}

function checkIter(_o: Obj, r: Obj): Res {
  if (r.type.tp_iternext !== null) return r;
  const name = r.type.name;
  decref(r);
  return typeError(`iter() returned non-iterator of type '${name}'`);
}

// `sum(iter(int, 1))` never ends and never runs Python code: every so many items the host gets a chance.
const POLL_EVERY = 8192;
let steps = 0;

/** For loops of their own over an iterator: whether it is time for `yield POLL`. */
export function pollDue(): boolean {
  if (++steps <= POLL_EVERY) return false;
  steps = 0;
  return true;
}

/** More items than a list may hold here. */
export const MAX_ITEMS = 2 ** 25;

/** Next item (owned); undefined: exhausted; null: an error. For generator natives. CPython 3.12: PyIter_Next */
export function nextG(it: Obj): NextItem {
  return new NextItem(it);
}

const CALL = 0;
const POLLED = 1;
const WAITED = 2;

/** What nextG() answers: written out, because a generator for each item was measured dearer than the item. */
class NextItem implements Iterator<Pending, Obj | null | undefined, Res> {
  private readonly it: Obj;
  private stage = CALL;
  constructor(it: Obj) {
    this.it = it;
  }
  next(value: Res): IteratorResult<Pending, Obj | null | undefined> {
    let r: Res = value;
    if (this.stage !== WAITED) {
      const { it } = this;
      const next = it.type.tp_iternext;
      if (next === null) {
        return { done: true, value: typeError(`'${it.type.name}' object is not an iterator`) };
      }
      if (this.stage === CALL && pollDue()) {
        this.stage = POLLED;
        return { done: false, value: POLL };
      }
      r = next(it);
      const pending = tstate.pending;
      if (r === null && pending !== null) {
        tstate.pending = null;
        this.stage = WAITED;
        return { done: false, value: pending };
      }
    }
    return { done: true, value: r === null ? ended() : r };
  }
  [Symbol.iterator](): this {
    return this;
  }
}

/** After a missing item: undefined if the iterator is exhausted, null if there is an error. */
function ended(): null | undefined {
  if (tstate.exc !== null) return clearIf(PyExc.StopIteration) ? undefined : null;
  if (tstate.retval !== null) {
    const v = tstate.retval;
    tstate.retval = null;
    decref(v);
  }
  return undefined;
}

/** All items of an iterable (owned), or null with an error. CPython 3.12: PySequence_List */
export function* iterateG(iterable: Obj): Gen<Obj[] | null> {
  const type = iterable.type;
  if (type === listType || type === tupleType) {
    const items = (iterable as List | Tuple).v.slice();
    for (const o of items) o.rc++;
    return items;
  }
  let it = getIter(iterable);
  if (it === null) it = yield* settle();
  if (it === null) return null;
  const items: Obj[] = [];
  for (;;) {
    const item = yield* nextG(it);
    if (item === undefined) break;
    if (item === null) {
      for (const o of items) decref(o);
      decref(it);
      return null;
    }
    items.push(item);
    if (items.length > MAX_ITEMS) {
      for (const o of items) decref(o);
      decref(it);
      return raiseBare(PyExc.MemoryError);
    }
  }
  decref(it);
  return items;
}

/** How deep tuples of classes may be nested. */
const TUPLE_DEPTH = 500;

/** `isinstance(o, cls)` as an answer 1, 0, or -1 with an error. CPython 3.12: PyObject_IsInstance */
export function* isInstanceG(o: Obj, cls: Obj, depth = 0): Gen<number> {
  if (o.type.self === cls) return 1;
  if (cls.v instanceof PyType && cls.type.name === 'type') {
    return yield* recursiveIsInstance(o, cls);
  }
  if (cls.type === tupleType) {
    if (depth > TUPLE_DEPTH) {
      raise(PyExc.RecursionError, 'maximum recursion depth exceeded in __instancecheck__');
      return -1;
    }
    for (const c of (cls as Tuple).v) {
      const r = yield* isInstanceG(o, c, depth + 1);
      if (r !== 0) return r;
    }
    return 0;
  }
  let r = callSpecial(cls, id('__instancecheck__'), [o]);
  if (r === null) r = yield* settle();
  if (r === null) return -1;
  if (r !== undefined) {
    const t = yield* truthOf(r);
    return t;
  }
  return yield* recursiveIsInstance(o, cls);
}

/** The truth of a result (owned); -1: an error. */
function* truthOf(r: Obj): Gen<number> {
  const t = yield* truthG(r);
  decref(r);
  return t;
}

/** type.__instancecheck__. CPython 3.12: object_recursive_isinstance */
export function* recursiveIsInstance(o: Obj, cls: Obj): Gen<number> {
  if (cls.v instanceof PyType) {
    if (isSubtype(o.type, cls.v)) return 1;
    // `__class__` may say something else than the type (proxies, mocks).
    const c = yield* lookupAttrG(o, id('__class__'));
    if (c === null) return -1;
    if (c === undefined) return 0;
    const yes = c !== o.type.self && c.v instanceof PyType && isSubtype(c.v, cls.v);
    decref(c);
    return yes ? 1 : 0;
  }
  const bases = yield* lookupAttrG(cls, id('__bases__'));
  if (bases === null) return -1;
  if (bases === undefined || bases.type !== tupleType) {
    typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
    return -1;
  }
  decref(bases);
  const c = yield* lookupAttrG(o, id('__class__'));
  if (c === null) return -1;
  if (c === undefined) return 0;
  const r = yield* abstractIsSubclass(c, cls);
  decref(c);
  return r;
}

function* abstractIsSubclass(derived: Obj, cls: Obj): Gen<number> {
  if (derived === cls) return 1;
  const bases = yield* lookupAttrG(derived, id('__bases__'));
  if (bases === null) return -1;
  if (bases === undefined || bases.type !== tupleType) return 0;
  for (const b of (bases as Tuple).v) {
    const r = yield* abstractIsSubclass(b, cls);
    if (r !== 0) {
      decref(bases);
      return r;
    }
  }
  decref(bases);
  return 0;
}

/** `issubclass(derived, cls)`: 1, 0, or -1 with an error. CPython 3.12: PyObject_IsSubclass */
export function* isSubclassG(derived: Obj, cls: Obj, depth = 0): Gen<number> {
  if (cls.v instanceof PyType && cls.type.name === 'type') return yield* recursiveIsSubclass(derived, cls);
  if (cls.type === tupleType) {
    if (depth > TUPLE_DEPTH) {
      raise(PyExc.RecursionError, 'maximum recursion depth exceeded in __subclasscheck__');
      return -1;
    }
    for (const c of (cls as Tuple).v) {
      const r = yield* isSubclassG(derived, c, depth + 1);
      if (r !== 0) return r;
    }
    return 0;
  }
  let r = callSpecial(cls, id('__subclasscheck__'), [derived]);
  if (r === null) r = yield* settle();
  if (r === null) return -1;
  if (r !== undefined) return yield* truthOf(r);
  return yield* recursiveIsSubclass(derived, cls);
}

/** type.__subclasscheck__. CPython 3.12: recursive_issubclass */
export function* recursiveIsSubclass(derived: Obj, cls: Obj): Gen<number> {
  if (cls.v instanceof PyType && derived.v instanceof PyType) return isSubtype(derived.v, cls.v) ? 1 : 0;
  if (!(derived.v instanceof PyType)) {
    const bases = yield* lookupAttrG(derived, id('__bases__'));
    if (bases === null) return -1;
    const ok = bases !== undefined && bases.type === tupleType;
    if (bases !== undefined) decref(bases);
    if (!ok) {
      typeError('issubclass() arg 1 must be a class');
      return -1;
    }
  }
  if (!(cls.v instanceof PyType)) {
    const bases = yield* lookupAttrG(cls, id('__bases__'));
    if (bases === null) return -1;
    const ok = bases !== undefined && bases.type === tupleType;
    if (bases !== undefined) decref(bases);
    if (!ok) {
      typeError('issubclass() arg 2 must be a class, a tuple of classes, or a union');
      return -1;
    }
  }
  return yield* abstractIsSubclass(derived, cls);
}

// --- slices ------------------------------------------------------------------------------------------

/** start, stop, step and length of a slice applied to a sequence. CPython 3.12: PySlice_AdjustIndices */
export function adjustIndices(
  length: number,
  start: number,
  stop: number,
  step: number,
): { start: number; stop: number; length: number } {
  if (start < 0) {
    start += length;
    if (start < 0) start = step < 0 ? -1 : 0;
  } else if (start >= length) start = step < 0 ? length - 1 : length;
  if (stop < 0) {
    stop += length;
    if (stop < 0) stop = step < 0 ? -1 : 0;
  } else if (stop >= length) stop = step < 0 ? length - 1 : length;
  let n = 0;
  if (step < 0) {
    if (stop < start) n = Math.floor((start - stop - 1) / -step) + 1;
  } else if (start < stop) n = Math.floor((stop - start - 1) / step) + 1;
  return { start, stop, length: n };
}

export type { Str };
export { compareBoolG, intType, newInt, objectCall, Py_EQ, strType };
