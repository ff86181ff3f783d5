// Contexts of decimal arithmetic: precision, rounding, what signals and what traps; which of them is current; and Decimal
// objects as far as contexts make them.
//
// Answers to CPython 3.12: Modules/_decimal/_decimal.c (SignalDict Object, Context Object, Global, thread local and
// temporary contexts).

import { holdsOutside } from '../memory/holders.ts';
import { decref, Obj, type PyType, type Res, TPFLAGS, xdecref } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { Py_EQ, Py_NE } from '../objects/compare.ts';
import { getset, method } from '../objects/descrobject.ts';
import { type DictObj, getItemG, isDict, newDict, setItemG } from '../objects/dictcore.ts';
import { clear, PyExc, raise, raiseWith, typeError } from '../objects/errors.ts';
import { isInt, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { bindArguments, NativeDef, unnamed } from '../objects/methodobject.ts';
import { moduleOwnType, readyLater } from '../objects/moduleobject.ts';
import { genericGetAttr, genericSetAttr, truthG } from '../objects/object.ts';
import { isList, newList, newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import { None, none, notImplemented } from '../objects/singletons.ts';
import { hashNotImplemented } from '../objects/slotdefs.ts';
import { isStr, newStr, type Str } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { newVariableNamed, setValue, valueOf } from './_contextvars.ts';
import { CONTEXT_DOC } from './_decimal_docs.ts';
import {
  CLAMPED,
  CONVERSION_SYNTAX,
  type Dec,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  FLOAT_OPERATION,
  IEEE_INVALID,
  INEXACT,
  INVALID,
  INVALID_CONTEXT,
  MAX_EMAX,
  MAX_PREC,
  MIN_EMIN,
  OVERFLOW,
  ROUNDED,
  ROUNDINGS,
  type Rounding,
  SUBNORMAL,
  UNDERFLOW,
  Work,
} from './_decimal_number.ts';

// --- signals -------------------------------------------------------------------------------------------

/** In CPython's order; what each exception inherits from besides. */
export const SIGNALS = [
  ['InvalidOperation', IEEE_INVALID],
  ['FloatOperation', FLOAT_OPERATION],
  ['DivisionByZero', DIVISION_BY_ZERO],
  ['Overflow', OVERFLOW],
  ['Underflow', UNDERFLOW],
  ['Subnormal', SUBNORMAL],
  ['Inexact', INEXACT],
  ['Rounded', ROUNDED],
  ['Clamped', CLAMPED],
] as const;
/** What InvalidOperation may be in particular. */
export const CONDITIONS = [
  ['InvalidOperation', INVALID],
  ['ConversionSyntax', CONVERSION_SYNTAX],
  ['DivisionImpossible', DIVISION_IMPOSSIBLE],
  ['DivisionUndefined', DIVISION_UNDEFINED],
  ['InvalidContext', INVALID_CONTEXT],
] as const;
/** Names of the bits in their order, for the repr of a context: InvalidOperation stands where its first bit is. */
function namesOf(flags: number): string {
  const names: string[] = [];
  for (let bit = 1; bit <= UNDERFLOW; bit <<= 1) {
    const name = (flags & bit) === 0 ? undefined : SIGNALS.find(([, flag]) => (flag & bit) !== 0)?.[0];
    if (name !== undefined && !names.includes(name)) names.push(name);
  }
  return `[${names.join(', ')}]`;
}

type Class = Obj<PyType>;

/** What one run's module holds, besides what is in its namespace. */
export interface State {
  signals: Class[];
  conditions: Class[];
  signalTuple: Tuple;
  signalDict: Class;
  decimalTuple: Class;
  rational: Obj;
  variable: Obj;
  defaultContext: Obj | null;
  basicContext: Obj | null;
  extendedContext: Obj | null;
}
export const module: { state: State | null } = { state: null };
const S = (): State => module.state!;

/** Every reference of the state. */
function heldBy(s: State): Obj[] {
  const single = [s.signalTuple, s.signalDict, s.decimalTuple, s.rational, s.variable];
  const templates = [s.defaultContext, s.basicContext, s.extendedContext].filter((o) => o !== null);
  return [...s.signals, ...s.conditions, ...single, ...templates];
}

holdsOutside(
  () => (module.state === null ? [] : heldBy(module.state)),
  () => {
    const s = module.state;
    module.state = null;
    // Its classes refer to what stays from run to run.
    if (s !== null) for (const o of heldBy(s)) decref(o);
  },
);

const INVALID_SIGNALS =
  'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]';

/** The flag of a signal's class; null with KeyError. */
function flagOf(o: Obj): number | null {
  const i = S().signals.indexOf(o as Class);
  return i < 0 ? raise(PyExc.KeyError, INVALID_SIGNALS) : SIGNALS[i]![1];
}

function listOf(classes: Class[]): Obj {
  for (const c of classes) c.rc++;
  return newList([...classes]);
}
const signalsOf = (flags: number): Class[] => S().signals.filter((_, i) => (flags & SIGNALS[i]![1]) !== 0);

// --- the payload ---------------------------------------------------------------------------------------

export class ContextV extends Work {
  capitals = 1;
  traps: number;
  /** Their views for programs (owned). */
  trapsDict: Obj | null = null;
  flagsDict: Obj | null = null;
  constructor(from: {
    prec: number;
    rounding: Rounding;
    emax: number;
    emin: number;
    clamp: number;
    traps: number;
  }) {
    super(from.prec, from.rounding, from.emax, from.emin, from.clamp);
    this.traps = from.traps;
  }
}
export const DEFAULT = {
  prec: 28,
  rounding: 'ROUND_HALF_EVEN',
  emax: 999999,
  emin: -999999,
  clamp: 0,
  traps: IEEE_INVALID | DIVISION_BY_ZERO | OVERFLOW,
} as const;

export type ContextObj = Obj<ContextV>;
export const contextType = moduleOwnType('decimal.Context', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC);
export const C = (o: Obj): ContextV => (o as ContextObj).v;
export const isContext = (o: Obj): o is ContextObj => o.v instanceof ContextV;

/** Notes conditions in a context; false: one of them is trapped, and its exception raised. CPython 3.12: dec_addstatus */
export function addStatus(c: ContextV, status: number): boolean {
  c.status |= status;
  const trapped = c.traps & status;
  if (trapped === 0) return true;
  const particular = S().conditions.filter((_, i) => (trapped & CONDITIONS[i]![1]) !== 0);
  const [first] = signalsOf(trapped);
  const others = signalsOf(trapped).filter((s) => s !== S().signals[0]);
  raiseWith(first!.v, listOf([...particular, ...others]));
  return false;
}

// --- SignalDict ----------------------------------------------------------------------------------------

interface SignalsV {
  of: ContextV | null;
  which: 'traps' | 'status';
}
export const signalDictMixin = moduleOwnType('decimal.SignalDictMixin', TPFLAGS.BASETYPE);
const isSignalDict = (o: Obj): o is Obj<SignalsV> => o.type === S().signalDict.v;
const noDict = (): null => raise(PyExc.ValueError, 'invalid signal dict');
const flagsIn = (o: Obj): number | null => {
  const v = (o as Obj<SignalsV>).v;
  return v.of === null ? noDict() : v.of[v.which];
};

function newSignalDict(of: ContextV, which: 'traps' | 'status'): Obj {
  return allocInstance<SignalsV>(S().signalDict.v, { of, which });
}

/** Flags of a dict with all signals as keys; undefined: it is none, null: an error. CPython 3.12: dict_as_flags */
function* dictFlagsG(o: Obj): Gen<number | null | undefined> {
  if (!isDict(o)) return typeError('argument must be a signal dict') ?? undefined;
  const items = (o as DictObj).v;
  const bad = (): undefined => {
    raise(PyExc.KeyError, 'invalid signal dict');
    return undefined;
  };
  if (items.used !== SIGNALS.length) return bad();
  let flags = 0;
  for (const [i, signal] of S().signals.entries()) {
    const value = yield* getItemG(items, signal);
    if (value === null) return null;
    if (value === undefined) return bad();
    const t = yield* truthG(value);
    if (t < 0) return null;
    if (t === 1) flags |= SIGNALS[i]![1];
  }
  return flags;
}

function* compareSignalsG(a: Obj, b: Obj, op: number): Gen {
  const x = flagsIn(a);
  if (x === null) return null;
  // CPython takes an empty dict for a SignalDict without a context.
  if (isDict(b) && (b as DictObj).v.used === 0) return noDict();
  let y: number | null | undefined;
  if (isSignalDict(b)) {
    y = flagsIn(b);
    if (y === null) return null;
  } else {
    y = yield* dictFlagsG(b);
    if (y === null) return null;
    if (y === undefined) {
      clear();
      return notImplemented();
    }
  }
  return newBool((x === y) === (op === Py_EQ));
}

function* setSignalG(o: Obj, key: Obj, value: Obj | null): Gen {
  const { of, which } = (o as Obj<SignalsV>).v;
  if (of === null) return noDict();
  if (value === null) return raise(PyExc.ValueError, 'signal keys cannot be deleted');
  const flag = flagOf(key);
  if (flag === null) return null;
  const t = yield* truthG(value);
  if (t < 0) return null;
  if (t === 1) of[which] |= flag;
  else of[which] &= ~flag;
  return none();
}

signalDictMixin.tp_getattro = genericGetAttr;
signalDictMixin.tp_new = (cls) => allocInstance<SignalsV>(cls.v, { of: null, which: 'traps' });
signalDictMixin.tp_init = () => none();
signalDictMixin.tp_hash = hashNotImplemented;
signalDictMixin.mp_length = (o) => {
  if (flagsIn(o) === null) return -1;
  return SIGNALS.length;
};
signalDictMixin.mp_subscript = (o, key) => {
  const flags = flagsIn(o);
  const flag = flags === null ? null : flagOf(key);
  return flag === null ? null : newBool((flags! & flag) !== 0);
};
signalDictMixin.mp_ass_subscript = (o, key, value) =>
  suspend(setSignalG(o, key, value), value === null ? [o, key] : [o, key, value]);
signalDictMixin.tp_iter = (o) => (flagsIn(o) === null ? null : tupleType.tp_iter!(S().signalTuple));
signalDictMixin.tp_repr = (o) => {
  const flags = flagsIn(o);
  if (flags === null) return null;
  const parts = SIGNALS.map(
    ([name, flag]) => `<class 'decimal.${name}'>:${(flags & flag) !== 0 ? 'True' : 'False'}`,
  );
  return newStr(`{${parts.join(', ')}}`);
};
signalDictMixin.tp_richcompare = (a, b, op) =>
  (op !== Py_EQ && op !== Py_NE) || (!isSignalDict(b) && !isDict(b))
    ? notImplemented()
    : suspend(compareSignalsG(a, b, op), [a, b]);
method(signalDictMixin, 'copy', '($self, /)', function* (o: Obj): Gen {
  const flags = flagsIn(o);
  if (flags === null) return null;
  const dict = newDict();
  for (const [i, signal] of S().signals.entries()) {
    const on = newBool((flags & SIGNALS[i]![1]) !== 0);
    yield* setItemG(dict.v, signal, on);
    decref(on);
  }
  return dict;
});
readyLater(signalDictMixin);

// --- Context -------------------------------------------------------------------------------------------

export function newContext(from: ContextV | null = null, cls: PyType = contextType): ContextObj {
  const template = from ?? (S().defaultContext === null ? null : C(S().defaultContext!));
  const v = new ContextV(template ?? DEFAULT);
  if (from !== null) {
    v.capitals = from.capitals;
    v.status = from.status;
  } else if (template !== null) v.status = template.status;
  v.trapsDict = newSignalDict(v, 'traps');
  v.flagsDict = newSignalDict(v, 'status');
  return allocInstance(cls, v);
}

/** A number as programs see it. */
export function shownNumber(n: number): Obj {
  if (Number.isSafeInteger(n)) return newInt(n);
  if (Math.abs(n) === MAX_PREC) return newIntBig(n < 0 ? -999999999999999999n : 999999999999999999n);
  return newIntBig(BigInt(n));
}

/** A Py_ssize_t; null: an error is set. */
function sizeOf(o: Obj): number | null {
  if (!isInt(o)) return typeError('an integer is required');
  const v = BigInt(o.v);
  if (v >= 1n << 63n || v < -(1n << 63n)) {
    return raise(PyExc.OverflowError, 'Python int too large to convert to C ssize_t');
  }
  // Just beyond the largest there is, which is the same double.
  if (v > 999999999999999999n || v < -999999999999999999n) return v < 0n ? -2e18 : 2e18;
  return Number(v);
}

const refuse = (message: string): null => raise(PyExc.ValueError, message);
const RANGES: {
  [name: string]: [
    field: 'prec' | 'emin' | 'emax' | 'capitals' | 'clamp',
    min: number,
    max: number,
    message: string,
  ];
} = {
  prec: ['prec', 1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]'],
  Emin: ['emin', MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]'],
  Emax: ['emax', 0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]'],
  capitals: ['capitals', 0, 1, 'valid values for capitals are 0 or 1'],
  clamp: ['clamp', 0, 1, 'valid values for clamp are 0 or 1'],
};

function setField(c: ContextV, name: string, value: Obj): boolean {
  const [field, min, max, message] = RANGES[name]!;
  const n = sizeOf(value);
  if (n === null) return false;
  if (n < min || n > max) {
    refuse(message);
    return false;
  }
  c[field] = n;
  return true;
}

/** A rounding by its name; null with TypeError. CPython 3.12: getround */
export function roundingOf(o: Obj): Rounding | null {
  if (isStr(o)) {
    const found = ROUNDINGS.find((r) => r === o.v);
    if (found !== undefined) return found;
  }
  return typeError(
    'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
  );
}

function setRounding(c: ContextV, value: Obj): boolean {
  const r = roundingOf(value);
  if (r === null) return false;
  c.rounding = r;
  return true;
}

function* setFlagsG(c: ContextV, which: 'traps' | 'status', value: Obj): Gen<boolean> {
  let flags: number | null | undefined;
  if (isSignalDict(value)) flags = flagsIn(value);
  else flags = yield* dictFlagsG(value);
  if (flags == null) return false;
  c[which] = flags;
  return true;
}

function* setFlagsOrListG(c: ContextV, which: 'traps' | 'status', value: Obj): Gen<boolean> {
  if (!isList(value)) return yield* setFlagsG(c, which, value);
  let flags = 0;
  for (const o of value.v) {
    const flag = flagOf(o);
    if (flag === null) return false;
    flags |= flag;
  }
  c[which] = flags;
  return true;
}

type Options = (Obj | undefined)[];
const OPTIONS =
  'prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None';

/** CPython 3.12: context_setattrs */
function* setOptionsG(c: ContextV, options: Options): Gen<boolean> {
  const given = options.map((o) => (o === None ? undefined : o));
  const [prec, rounding, emin, emax, capitals, clamp, flags, traps] = given;
  if (prec !== undefined && !setField(c, 'prec', prec)) return false;
  if (rounding !== undefined && !setRounding(c, rounding)) return false;
  if (emin !== undefined && !setField(c, 'Emin', emin)) return false;
  if (emax !== undefined && !setField(c, 'Emax', emax)) return false;
  if (capitals !== undefined && !setField(c, 'capitals', capitals)) return false;
  if (clamp !== undefined && !setField(c, 'clamp', clamp)) return false;
  if (traps !== undefined && !(yield* setFlagsOrListG(c, 'traps', traps))) return false;
  if (flags !== undefined && !(yield* setFlagsOrListG(c, 'status', flags))) return false;
  return true;
}

const contextDef = new NativeDef(
  'Context',
  `(${OPTIONS})`,
  unnamed(() => null),
  null,
  null,
);
contextType.doc = CONTEXT_DOC;
contextType.basicsize = 88;
contextType.tp_new = (cls) => newContext(null, cls.v);
contextType.tp_init = (o, args, kwnames) => {
  const bound = bindArguments(contextDef, args, kwnames) as Options | null;
  return bound === null ? null : suspend(initG(C(o), bound), [o, ...args]);
};
function* initG(c: ContextV, options: Options): Gen {
  return (yield* setOptionsG(c, options)) ? none() : null;
}
contextType.tp_traverse = (o, visit) => {
  const { trapsDict, flagsDict } = C(o);
  if (trapsDict !== null) visit(trapsDict);
  if (flagsDict !== null) visit(flagsDict);
};
contextType.tp_dealloc = (o) => {
  const c = C(o);
  const { trapsDict, flagsDict } = c;
  c.trapsDict = c.flagsDict = null;
  xdecref(trapsDict);
  xdecref(flagsDict);
};
contextType.tp_getattro = (o, name) => {
  const text = (name as Str).v;
  if (text === 'traps' || text === 'flags') {
    const d = text === 'traps' ? C(o).trapsDict! : C(o).flagsDict!;
    d.rc++;
    return d;
  }
  return genericGetAttr(o, name);
};
contextType.tp_setattro = (o, name, value) => {
  if (value === null) return raise(PyExc.AttributeError, 'context attributes cannot be deleted');
  const text = (name as Str).v;
  if (text !== 'traps' && text !== 'flags') return genericSetAttr(o, name, value);
  return suspend(assignG(C(o), text === 'traps' ? 'traps' : 'status', value), [o, value]);
};
function* assignG(c: ContextV, which: 'traps' | 'status', value: Obj): Gen {
  return (yield* setFlagsG(c, which, value)) ? none() : null;
}
contextType.tp_repr = (o) => {
  const c = C(o);
  const [prec, emin, emax] = [c.prec, c.emin, c.emax].map((n) => {
    const shown = shownNumber(n);
    const text = String(shown.v);
    decref(shown);
    return text;
  });
  return newStr(
    `Context(prec=${prec}, rounding=${c.rounding}, Emin=${emin}, Emax=${emax}, capitals=${c.capitals}, clamp=${c.clamp}, flags=${namesOf(c.status)}, traps=${namesOf(c.traps)})`,
  );
};
for (const name of ['prec', 'Emax', 'Emin', 'capitals', 'clamp']) {
  const [field] = RANGES[name]!;
  getset(
    contextType,
    name,
    (o) => shownNumber(C(o)[field]),
    (o, value) => (setField(C(o), name, value!) ? none() : null),
  );
}
getset(
  contextType,
  'rounding',
  (o) => newStr(C(o).rounding),
  (o, value) => (setRounding(C(o), value!) ? none() : null),
);

/** CPython 3.12: context_copy */
export const copyContext = (o: Obj): ContextObj => newContext(C(o));

/** CPython 3.12: context_reduce */
export function reduceContext(o: Obj): Res {
  const c = C(o);
  const cls: Obj = o.type.self;
  cls.rc++;
  return newTuple([
    cls,
    newTuple([
      shownNumber(c.prec),
      newStr(c.rounding),
      shownNumber(c.emin),
      shownNumber(c.emax),
      newInt(c.capitals),
      newInt(c.clamp),
      listOf(signalsOf(c.status)),
      listOf(signalsOf(c.traps)),
    ]),
  ]);
}

// --- the current context -------------------------------------------------------------------------------

/** The current context (borrowed). CPython 3.12: current_context */
export function currentContext(): ContextObj {
  const found = valueOf(S().variable);
  if (found !== null) return found as ContextObj;
  const made = newContext(C(S().defaultContext!));
  made.v.status = 0;
  setValue(S().variable, made);
  decref(made);
  return made;
}

/** CPython 3.12: PyDec_SetCurrentContext */
export function setCurrentContext(o: Obj): Res {
  if (!isContext(o)) return typeError('argument must be a context');
  const { defaultContext, basicContext, extendedContext } = S();
  if (o === defaultContext || o === basicContext || o === extendedContext) {
    const copy = copyContext(o);
    copy.v.status = 0;
    setValue(S().variable, copy);
    decref(copy);
  } else setValue(S().variable, o);
  return none();
}

/** The context an optional argument names: the current one without it (borrowed); null with TypeError. */
export function optionalContext(o: Obj | undefined): ContextV | null {
  if (o === undefined || o === None) return currentContext().v;
  return isContext(o) ? o.v : typeError('optional argument must be a context');
}

interface ManagerV {
  local: Obj | null;
  global: Obj | null;
}
export const managerType = moduleOwnType('decimal.ContextManager', TPFLAGS.HAVE_GC);
const M = (o: Obj): ManagerV => (o as Obj<ManagerV>).v;
managerType.tp_getattro = genericGetAttr;
managerType.tp_traverse = (o, visit) => {
  const { local, global } = M(o);
  if (local !== null) visit(local);
  if (global !== null) visit(global);
};
managerType.tp_clear = managerType.tp_dealloc = (o) => {
  const m = M(o);
  const { local, global } = m;
  m.local = m.global = null;
  xdecref(local);
  xdecref(global);
};
method(managerType, '__enter__', '($self, /)', (o) => {
  const { local } = M(o);
  const r = setCurrentContext(local!);
  if (r === null) return null;
  decref(r);
  local!.rc++;
  return local;
});
method(managerType, '__exit__', '($self, /, *args)', (o) => setCurrentContext(M(o).global!));
readyLater(managerType);

export const LOCAL_SIGNATURE = `(ctx=None, ${OPTIONS})`;

/** CPython 3.12: ctxmanager_new */
export function* localContextG(_m: Obj, ctx: Obj | undefined, ...options: Options): Gen {
  const global = currentContext();
  const from = ctx === undefined || ctx === None ? global : ctx;
  if (!isContext(from)) return typeError('optional argument must be a context');
  const local = copyContext(from);
  global.rc++;
  const manager = allocInstance<ManagerV>(managerType, { local, global });
  if (yield* setOptionsG(local.v, options)) return manager;
  decref(manager);
  return null;
}

// --- Decimal objects -----------------------------------------------------------------------------------

export type DecimalObj = Obj<Dec>;
export const decimalType = moduleOwnType('decimal.Decimal', TPFLAGS.BASETYPE);

export const newDecimal = (v: Dec): DecimalObj => new Obj<Dec>(decimalType, v);

/** A result, unless one of its conditions is trapped. */
export function result(c: ContextV, status: number, r: Dec): Res {
  return status === 0 || addStatus(c, status) ? newDecimal(r) : null;
}

/** What the module makes once importlib executes it: see _decimal.ts. */
export function initState(state: State): void {
  module.state = state;
  state.variable = newVariableNamed('decimal_context');
  const make = (changes: { prec?: number; rounding?: Rounding; traps?: number }): ContextObj => {
    const v = new ContextV({ ...DEFAULT, ...changes });
    v.trapsDict = newSignalDict(v, 'traps');
    v.flagsDict = newSignalDict(v, 'status');
    return allocInstance(contextType, v);
  };
  state.defaultContext = make({});
  state.basicContext = make({
    prec: 9,
    rounding: 'ROUND_HALF_UP',
    traps: DEFAULT.traps | UNDERFLOW | CLAMPED,
  });
  state.extendedContext = make({ prec: 9, traps: 0 });
}
