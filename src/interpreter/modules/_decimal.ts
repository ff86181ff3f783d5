// _decimal: the Decimal type, and the methods of Decimal and Context.
//
// CPython has the type twice, in C and in Python; programs see the C one, and so it is that which is written again here.
// The arithmetic is in _decimal_arith.ts and _decimal_math.ts, contexts are in _decimal_context.ts.
//
// Answers to CPython 3.12: Modules/_decimal/_decimal.c.
// Absent: the undocumented second argument of Decimal.__format__; locale's separators for the type n (there are none here).

import { decref, type Obj, type PyType, type Res, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { isInstanceG } from '../objects/abstract.ts';
import { isFloat } from '../objects/abstract_number.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../objects/compare.ts';
import { isComplex, newComplex } from '../objects/complexobject.ts';
import { classMethod, getset, method } from '../objects/descrobject.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, raiseBare, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { runningHooks } from '../objects/hooks.ts';
import { isInt, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { bindArguments, NativeDef, type NativeFn, parsesTuple, unnamed } from '../objects/methodobject.ts';
import {
  defineModule,
  type FunctionRow,
  type Module,
  moduleAdd,
  readyLater,
} from '../objects/moduleobject.ts';
import { callG, genericGetAttr, getAttr } from '../objects/object.ts';
import { hashFromBigInt } from '../objects/pyhash.ts';
import { isList, isTuple, newTuple, tupleOf } from '../objects/seqcore.ts';
import { None, none, notImplemented } from '../objects/singletons.ts';
import { pointerHash } from '../objects/slotdefs.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { allocInstance, typeSignatures } from '../objects/typeobject.ts';
import * as A from './_decimal_arith.ts';
import {
  addStatus,
  C,
  CONDITIONS,
  type ContextV,
  contextType,
  copyContext,
  currentContext,
  type DecimalObj,
  decimalType,
  initState,
  LOCAL_SIGNATURE,
  localContextG,
  module,
  newDecimal,
  optionalContext,
  reduceContext,
  result,
  roundingOf,
  SIGNALS,
  type State,
  setCurrentContext,
  shownNumber,
  signalDictMixin,
} from './_decimal_context.ts';
import { CONTEXT, DECIMAL, DECIMAL_DOC, type Docs, FUNCTIONS } from './_decimal_docs.ts';
import {
  decimalLogarithm,
  exponential,
  hashOf,
  naturalLogarithm,
  power,
  powerModulo,
  squareRoot,
} from './_decimal_math.ts';
import {
  CLAMPED,
  CONVERSION_SYNTAX,
  compare,
  Dec,
  ERRORS,
  FLOAT_OPERATION,
  finalize,
  fromBigInt,
  fromDouble,
  INEXACT,
  INFINITE,
  INVALID,
  integerOf,
  MAX_EMAX,
  MAX_PREC,
  MIN_EMIN,
  maxContext,
  NAN,
  pow10,
  ROUNDED,
  ROUNDINGS,
  type Rounding,
  rescale,
  SNAN,
  type Work,
  ZERO,
} from './_decimal_number.ts';
import { asciiOf, format, parse, toEngineering, toScientific } from './_decimal_text.ts';

const isDecimal = (o: Obj): o is DecimalObj => o.v instanceof Dec;
const D = (o: Obj): Dec => (o as DecimalObj).v;

// --- making ----------------------------------------------------------------------------------------------

/** A number of a class. */
const made = (cls: PyType, v: Dec): Obj => (cls === decimalType ? newDecimal(v) : allocInstance(cls, v));

/** An exact conversion: what had to be rounded is no conversion. CPython 3.12: PyDecType_FromCStringExact */
function exactly(cls: PyType, c: ContextV, w: Work, v: Dec): Res {
  let { status } = w;
  let r = v;
  if ((status & (INEXACT | ROUNDED | CLAMPED)) !== 0) {
    status |= INVALID;
    r = NAN;
  }
  return addStatus(c, status & ERRORS) ? made(cls, r) : null;
}

/** The text of a sequence (sign, digits, exponent); null: an error is set. CPython 3.12: dectuple_as_str */
function sequenceText(o: Obj): string | null {
  const items = (o as Obj<Obj[]>).v;
  const bad = (message: string): null => raise(PyExc.ValueError, message);
  if (items.length !== 3) return bad('argument must be a sequence of length 3');
  const [sign, digits, exp] = items as [Obj, Obj, Obj];
  if (!isInt(sign) || (sign.v !== 0 && sign.v !== 1)) {
    return bad('sign must be an integer with the value 0 or 1');
  }
  let tail = '';
  let special = '';
  if (isStr(exp)) {
    const names: { [letter: string]: string } = { F: 'Inf', n: 'NaN', N: 'sNaN' };
    special = names[exp.v] ?? '';
    if (special === '') return bad("string argument in the third position must be 'F', 'n' or 'N'");
  } else {
    if (!isInt(exp)) return bad('exponent must be an integer');
    if (typeof exp.v === 'bigint' && (exp.v >= 1n << 63n || exp.v < -(1n << 63n))) {
      return raise(PyExc.OverflowError, 'Python int too large to convert to C ssize_t');
    }
    tail = `E${exp.v}`;
  }
  const wrong = 'coefficient must be a tuple of digits';
  if (!isTuple(digits) && !isList(digits)) return bad(wrong);
  let text = '';
  for (const d of digits.v) {
    if (!isInt(d) || Number(d.v) < 0 || Number(d.v) > 9) return bad(wrong);
    text += d.v;
  }
  if (special === 'Inf') text = '';
  else if (special === '' && text === '') text = '0';
  return `${sign.v === 1 ? '-' : ''}${special}${text}${tail}`;
}

const unsupported = (o: Obj): null => typeError(`conversion from ${o.type.name} to Decimal is not supported`);

/** CPython 3.12: PyDecType_FromObjectExact */
function fromObjectExact(cls: PyType, o: Obj | undefined, c: ContextV): Res {
  if (o === undefined) return made(cls, ZERO);
  if (isDecimal(o)) {
    if (cls !== decimalType || o.type !== decimalType) return made(cls, o.v);
    o.rc++;
    return o;
  }
  const w = maxContext();
  if (isStr(o)) return exactly(cls, c, w, parse(asciiOf(o.v, true), w));
  if (isInt(o)) return made(cls, fromBigInt(BigInt(o.v)));
  if (isTuple(o) || isList(o)) {
    const text = sequenceText(o);
    return text === null ? null : exactly(cls, c, w, parse(text, w));
  }
  if (isFloat(o)) return addStatus(c, FLOAT_OPERATION) ? made(cls, fromDouble(o.v)) : null;
  return unsupported(o);
}

/** Rounded to the context. CPython 3.12: PyDec_FromObject */
function fromObject(o: Obj | undefined, c: ContextV): Res {
  if (o === undefined) return newDecimal(ZERO);
  if (isDecimal(o)) {
    const v = o.v;
    if (v.isNaN && v.coeff !== 0n && v.digits > c.prec - c.clamp) {
      return addStatus(c, CONVERSION_SYNTAX) ? newDecimal(NAN) : null;
    }
    return apply(v, c);
  }
  if (isStr(o)) return parsed(c, asciiOf(o.v, false));
  if (isInt(o)) return apply(fromBigInt(BigInt(o.v)), c);
  if (isTuple(o) || isList(o)) {
    const text = sequenceText(o);
    return text === null ? null : parsed(c, text);
  }
  if (isFloat(o)) return addStatus(c, FLOAT_OPERATION) ? apply(fromDouble(o.v), c) : null;
  return unsupported(o);
}

const parsed = (c: ContextV, text: string): Res => run(c, (w) => parse(text, w));

function apply(v: Dec, c: ContextV): Res {
  const w = c.with({});
  const r = finalize(v, w);
  return result(c, w.status, r);
}

/** A float or int, exactly. CPython 3.12: PyDecType_FromFloatExact */
function fromFloat(o: Obj): Dec | null {
  if (isInt(o)) return fromBigInt(BigInt(o.v));
  return isFloat(o) ? fromDouble(o.v) : typeError('argument must be int or float');
}

// --- operands --------------------------------------------------------------------------------------------

/** A Decimal or an int as a number; undefined: something else. CPython 3.12: convert_op */
function operand(o: Obj): Dec | undefined {
  if (isDecimal(o)) return o.v;
  return isInt(o) ? fromBigInt(BigInt(o.v)) : undefined;
}

function required(o: Obj): Dec | null {
  return operand(o) ?? unsupported(o);
}

/** Does an operation in a context. */
function run(c: ContextV, f: (w: Work) => Dec): Res {
  const w = c.with({});
  const r = f(w);
  return result(c, w.status, r);
}

function binaryOperator(f: A.Binary): (a: Obj, b: Obj) => Res {
  return (a, b) => {
    const x = operand(a);
    const y = operand(b);
    if (x === undefined || y === undefined) return notImplemented();
    const c = currentContext().v;
    return run(c, (w) => f(x, y, w));
  };
}

function pairOf(c: ContextV, x: Dec, y: Dec): Res {
  const w = c.with({});
  const [q, r] = A.divmod(x, y, w);
  return addStatus(c, w.status) ? newTuple([newDecimal(q), newDecimal(r)]) : null;
}

function powerOf(c: ContextV, x: Dec, y: Dec, z: Dec | undefined): Res {
  return run(c, (w) => (z === undefined ? power(x, y, w) : powerModulo(x, y, z, w)));
}

/** An int of a rounded number; null: an error is set. CPython 3.12: dec_as_long */
function asLong(v: Dec, rounding: Rounding): Res {
  if (v.isNaN) return raise(PyExc.ValueError, 'cannot convert NaN to integer');
  if (v.isSpecial) return raise(PyExc.OverflowError, 'cannot convert Infinity to integer');
  return newIntBig(integerOf(v.exp >= 0 ? v : rescale(v, 0, rounding)));
}

function asDouble(v: Dec): number | null {
  if (v.kind === SNAN) return raise(PyExc.ValueError, 'cannot convert signaling NaN to float');
  return Number(v.isNaN ? 'NaN' : toScientific(v, true));
}

// --- comparing -------------------------------------------------------------------------------------------

/** CPython 3.12: dec_richcompare */
function compared(c: ContextV, x: Dec, y: Dec, op: number): Res {
  if (x.isNaN || y.isNaN) {
    const signals = x.kind === SNAN || y.kind === SNAN || (op !== Py_EQ && op !== Py_NE);
    if (signals && !addStatus(c, INVALID)) return null;
    return newBool(op === Py_NE);
  }
  const r = compare(x, y);
  switch (op) {
    case Py_EQ:
      return newBool(r === 0);
    case Py_NE:
      return newBool(r !== 0);
    case Py_LT:
      return newBool(r < 0);
    case Py_LE:
      return newBool(r <= 0);
    case Py_GT:
      return newBool(r > 0);
    default:
      return newBool(op === Py_GE && r >= 0);
  }
}

function richCompare(a: Obj, b: Obj, op: number): Res {
  const c = currentContext().v;
  const x = D(a);
  const y = operand(b);
  if (y !== undefined) return compared(c, x, y, op);
  const equality = op === Py_EQ || op === Py_NE;
  if (isFloat(b)) {
    if (!equality && !addStatus(c, FLOAT_OPERATION)) return null;
    c.status |= FLOAT_OPERATION;
    return compared(c, x, fromDouble(b.v), op);
  }
  if (isComplex(b) && equality) {
    if (b.v.imag !== 0) return notImplemented();
    c.status |= FLOAT_OPERATION;
    return compared(c, x, fromDouble(b.v.real), op);
  }
  return suspend(compareRationalG(c, x, b, op), [a, b]);
}

function* attributeG(o: Obj, name: string): Gen {
  const r = getAttr(o, id(name));
  return r === null ? yield* settle() : r;
}

function* compareRationalG(c: ContextV, x: Dec, b: Obj, op: number): Gen {
  const rational = yield* isInstanceG(b, module.state!.rational);
  if (rational < 0) return null;
  if (rational === 0) return notImplemented();
  const parts: bigint[] = [];
  for (const name of ['numerator', 'denominator']) {
    const part = yield* attributeG(b, name);
    if (part === null) return null;
    const whole = isInt(part);
    if (whole) parts.push(BigInt(part.v));
    decref(part);
    if (!whole) return typeError('argument must be an integer');
  }
  const [n, d] = parts as [bigint, bigint];
  const scaled = x.isSpecial ? x : new Dec(x.sign, x.coeff * d, x.exp);
  return compared(c, scaled, fromBigInt(n), op);
}

// --- methods of Decimal ----------------------------------------------------------------------------------

type Optional = Obj | undefined;

/** f(self, context=None) */
const unary =
  (f: A.Unary): NativeFn =>
  (o: Obj, ctx: Optional) => {
    const c = optionalContext(ctx);
    return c === null ? null : run(c, (w) => f(D(o), w));
  };

/** f(self, other, context=None) */
const binary =
  (f: A.Binary): NativeFn =>
  (o: Obj, other: Obj, ctx: Optional) => {
    const c = optionalContext(ctx);
    const y = c === null ? null : required(other);
    return y === null ? null : run(c!, (w) => f(D(o), y, w));
  };

const truthOf =
  (f: (v: Dec) => boolean): NativeFn =>
  (o: Obj) =>
    newBool(f(D(o)));

const truthIn =
  (f: (v: Dec, w: Work) => boolean): NativeFn =>
  (o: Obj, ctx: Optional) => {
    const c = optionalContext(ctx);
    return c === null ? null : newBool(f(D(o), c));
  };

/** f(self, rounding=None, context=None) */
const integral =
  (f: A.Unary): NativeFn =>
  (o: Obj, rounding: Optional, ctx: Optional) => {
    const c = optionalContext(ctx);
    if (c === null) return null;
    const w = workIn(c, rounding);
    if (w === null) return null;
    const r = f(D(o), w);
    return result(c, w.status, r);
  };

function workIn(c: ContextV, rounding: Optional): Work | null {
  if (rounding === undefined || rounding === None) return c.with({});
  const r = roundingOf(rounding);
  return r === null ? null : c.with({ rounding: r });
}

function quantize(o: Obj, exp: Obj, rounding: Optional, ctx: Optional): Res {
  const c = optionalContext(ctx);
  if (c === null) return null;
  const w = workIn(c, rounding);
  const y = w === null ? null : required(exp);
  if (y === null) return null;
  const r = A.quantize(D(o), y, w!);
  return result(c, w!.status, r);
}

function fma(o: Obj, other: Obj, third: Obj, ctx: Optional): Res {
  const c = optionalContext(ctx);
  const y = c === null ? null : required(other);
  const z = y === null ? null : required(third);
  return z === null ? null : run(c!, (w) => A.fma(D(o), y!, z, w));
}

const isZero = (v: Dec): boolean => v.isZero;
const copyAbs = (v: Dec): Dec => v.withSign(0);
const copyNegate = (v: Dec): Dec => v.withSign(1 - v.sign);

function* asTupleG(o: Obj): Gen {
  const v = D(o);
  const text = v.kind === INFINITE ? '0' : v.isNaN && v.coeff === 0n ? '' : v.coeff.toString();
  const digits = newTuple(Array.from(text, (c) => newInt(Number(c))));
  const exp: Obj =
    v.kind === INFINITE ? newStr('F') : v.isNaN ? newStr(v.kind === SNAN ? 'N' : 'n') : shownNumber(v.exp);
  const args = [newInt(v.sign), digits, exp];
  const r = yield* callG(module.state!.decimalTuple, args);
  for (const a of args) decref(a);
  return r;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function asIntegerRatio(o: Obj): Res {
  const v = D(o);
  if (v.isNaN) return raise(PyExc.ValueError, 'cannot convert NaN to integer ratio');
  if (v.isSpecial) return raise(PyExc.OverflowError, 'cannot convert Infinity to integer ratio');
  let n = v.coeff;
  let d = 1n;
  if (v.exp >= 0) n *= v.coeff === 0n ? 1n : pow10(v.exp);
  else {
    d = v.coeff === 0n ? 1n : pow10(-v.exp);
    const common = gcd(n, d);
    n /= common === 0n ? 1n : common;
    d /= common === 0n ? 1n : common;
  }
  return newTuple([newIntBig(v.sign === 1 ? -n : n), newIntBig(d)]);
}

function round(o: Obj, digits: Optional): Res {
  const c = currentContext().v;
  if (digits === undefined) return asLong(D(o), 'ROUND_HALF_EVEN');
  if (!isInt(digits)) return typeError('optional arg must be an integer');
  if (typeof digits.v === 'bigint' && (digits.v >= 1n << 63n || digits.v < -(1n << 63n))) {
    return raise(PyExc.OverflowError, 'Python int too large to convert to C ssize_t');
  }
  return run(c, (w) => A.quantize(D(o), new Dec(0, 1n, -Number(digits.v)), w));
}

function formatted(o: Obj, spec: Obj): Res {
  if (!isStr(spec)) return typeError('format arg must be str');
  const c = currentContext().v;
  const text = format(D(o), spec.v, c.capitals === 1, c.rounding);
  if (text === 'limits') {
    return raise(PyExc.ValueError, 'format specification exceeds internal limits of _decimal');
  }
  if (text === 'memory') return raiseBare(PyExc.MemoryError);
  return text === null ? raise(PyExc.ValueError, 'invalid format string') : newStr(text.text);
}

const own = (o: Obj): Obj => (o.rc++, o);

const decimalMethods: { [name: string]: NativeFn } = {
  exp: unary(exponential),
  ln: unary(naturalLogarithm),
  log10: unary(decimalLogarithm),
  next_minus: unary(A.nextMinus),
  next_plus: unary(A.nextPlus),
  normalize: unary(A.reduce),
  to_integral: integral(A.toIntegralValue),
  to_integral_exact: integral(A.toIntegralExact),
  to_integral_value: integral(A.toIntegralValue),
  sqrt: unary(squareRoot),
  compare: binary(A.compare),
  compare_signal: binary(A.compareSignal),
  max: binary(A.max),
  max_mag: binary(A.maxMagnitude),
  min: binary(A.min),
  min_mag: binary(A.minMagnitude),
  next_toward: binary(A.nextToward),
  quantize,
  remainder_near: binary(A.remainderNear),
  fma,
  is_canonical: truthOf(() => true),
  is_finite: truthOf((v) => !v.isSpecial),
  is_infinite: truthOf((v) => v.kind === INFINITE),
  is_nan: truthOf((v) => v.isNaN),
  is_qnan: truthOf((v) => v.isNaN && v.kind !== SNAN),
  is_snan: truthOf((v) => v.kind === SNAN),
  is_signed: truthOf((v) => v.sign === 1),
  is_zero: truthOf(isZero),
  is_normal: truthIn(A.isNormal),
  is_subnormal: truthIn(A.isSubnormal),
  adjusted: (o) => shownNumber(D(o).isSpecial ? 0 : D(o).adjusted),
  canonical: own,
  conjugate: own,
  radix: () => newDecimal(new Dec(0, 10n, 0)),
  copy_abs: (o) => newDecimal(copyAbs(D(o))),
  copy_negate: (o) => newDecimal(copyNegate(D(o))),
  logb: unary(A.logb),
  logical_invert: unary(A.invert),
  number_class: (o: Obj, ctx: Optional) => {
    const c = optionalContext(ctx);
    return c === null ? null : newStr(A.numberClass(D(o), c));
  },
  to_eng_string: (o: Obj, ctx: Optional) => {
    const c = optionalContext(ctx);
    return c === null ? null : newStr(toEngineering(D(o), c.capitals === 1));
  },
  compare_total: binary(A.total),
  compare_total_mag: binary(A.totalMagnitude),
  copy_sign: binary((a, b) => a.withSign(b.sign)),
  same_quantum: (o: Obj, other: Obj, ctx: Optional) => {
    const c = optionalContext(ctx);
    const y = c === null ? null : required(other);
    return y === null ? null : newBool(A.sameQuantum(D(o), y));
  },
  logical_and: binary(A.and),
  logical_or: binary(A.or),
  logical_xor: binary(A.xor),
  rotate: binary(A.rotate),
  scaleb: binary(A.scaleb),
  shift: binary(A.shift),
  as_tuple: asTupleG,
  as_integer_ratio: asIntegerRatio,
};

const special: readonly (readonly [name: string, sig: string, fn: NativeFn])[] = [
  ['__copy__', '($self, /)', own],
  ['__deepcopy__', '($self, memo, /)', own],
  ['__format__', '($self, format_spec, /)', formatted],
  [
    '__reduce__',
    '($self, /)',
    (o) => {
      const cls: Obj = o.type.self;
      cls.rc++;
      return newTuple([cls, newTuple([newStr(toScientific(D(o), currentContext().v.capitals === 1))])]);
    },
  ],
  ['__round__', '($self, n=None, /)', parsesTuple(round as NativeFn, 'function')],
  ['__ceil__', '($self, /)', (o) => asLong(D(o), 'ROUND_CEILING')],
  ['__floor__', '($self, /)', (o) => asLong(D(o), 'ROUND_FLOOR')],
  ['__trunc__', '($self, /)', (o) => asLong(D(o), 'ROUND_DOWN')],
  [
    '__complex__',
    '($self, /)',
    (o) => {
      const x = asDouble(D(o));
      return x === null ? null : newComplex(x, 0);
    },
  ],
  ['__sizeof__', '($self, /)', (o) => newInt(104 + 8 * Math.max(0, Math.ceil(D(o).digits / 19) - 4))],
];

function* fromFloatG(cls: Obj, f: Obj): Gen {
  const v = fromFloat(f);
  if (v === null) return null;
  const r = newDecimal(v);
  if (cls === decimalType.self) return r;
  const other = yield* callG(cls, [r]);
  decref(r);
  return other;
}

const decimalDef = new NativeDef(
  'Decimal',
  '(value="0", context=None)',
  unnamed(() => null),
  null,
  null,
);

function initDecimal(): void {
  const t = decimalType;
  t.doc = DECIMAL_DOC;
  typeSignatures.set(t, decimalDef.sig);
  t.basicsize = 104;
  t.tp_getattro = genericGetAttr;
  t.tp_new = (cls, args, kwnames) => {
    const bound = bindArguments(decimalDef, args, kwnames) as Optional[] | null;
    if (bound === null) return null;
    const c = optionalContext(bound[1]);
    return c === null ? null : fromObjectExact(cls.v, bound[0], c);
  };
  const capitals = (): boolean => currentContext().v.capitals === 1;
  t.tp_str = (o) => newStr(toScientific(D(o), capitals()));
  t.tp_repr = (o) => newStr(`Decimal('${toScientific(D(o), capitals())}')`);
  t.tp_hash = (o) => {
    const v = D(o);
    if (v.kind === SNAN) {
      typeError('Cannot hash a signaling NaN value');
      return Number.NaN;
    }
    if (v.isNaN) return pointerHash(o);
    return hashFromBigInt(v.kind === INFINITE ? (v.sign === 1 ? -314159n : 314159n) : hashOf(v));
  };
  t.tp_richcompare = richCompare;
  t.nb_add = binaryOperator(A.add);
  t.nb_subtract = binaryOperator(A.subtract);
  t.nb_multiply = binaryOperator(A.multiply);
  t.nb_true_divide = binaryOperator(A.divide);
  t.nb_floor_divide = binaryOperator(A.divideInteger);
  t.nb_remainder = binaryOperator(A.remainder);
  t.nb_divmod = (a, b) => {
    const x = operand(a);
    const y = operand(b);
    return x === undefined || y === undefined ? notImplemented() : pairOf(currentContext().v, x, y);
  };
  t.nb_power = (a, b, m) => {
    const x = operand(a);
    const y = operand(b);
    const z = m === None ? undefined : operand(m);
    if (x === undefined || y === undefined || (m !== None && z === undefined)) return notImplemented();
    return powerOf(currentContext().v, x, y, z);
  };
  const operator = (f: A.Unary) => (o: Obj) => run(currentContext().v, (w) => f(D(o), w));
  t.nb_negative = operator(A.minus);
  t.nb_positive = operator(A.plus);
  t.nb_absolute = operator(A.absolute);
  t.nb_bool = (o) => (isZero(D(o)) ? 0 : 1);
  t.nb_int = (o) => asLong(D(o), 'ROUND_DOWN');
  t.nb_float = (o) => {
    const x = asDouble(D(o));
    return x === null ? null : newFloat(x);
  };
  addMethods(t, DECIMAL, decimalMethods);
  for (const [name, sig, fn] of special) method(t, name, sig, fn);
  classMethod(t, 'from_float', '($type, f, /)', fromFloatG, DECIMAL.from_float![1]);
  getset(t, 'real', own);
  getset(t, 'imag', () => newDecimal(ZERO));
  readyLater(t);
}

function addMethods(t: PyType, docs: Docs, fns: { [name: string]: NativeFn }): void {
  for (const [name, fn] of Object.entries(fns)) {
    const [sig, doc] = docs[name]!;
    // Those that take no keywords parse a tuple, or have one argument or none.
    if (!sig.endsWith('/)')) unnamed(fn);
    else if (/,.*,.*,|=/.test(sig)) parsesTuple(fn, 'function');
    method(t, name, sig, fn, doc);
  }
}

// --- methods of Context ----------------------------------------------------------------------------------

const unaryIn =
  (f: A.Unary): NativeFn =>
  (ctx: Obj, x: Obj) => {
    const a = required(x);
    return a === null ? null : run(C(ctx), (w) => f(a, w));
  };

const binaryIn =
  (f: A.Binary): NativeFn =>
  (ctx: Obj, x: Obj, y: Obj) => {
    const a = required(x);
    const b = a === null ? null : required(y);
    return b === null ? null : run(C(ctx), (w) => f(a!, b, w));
  };

const testIn =
  (f: (v: Dec, w: Work) => boolean): NativeFn =>
  (ctx: Obj, x: Obj) => {
    const a = required(x);
    return a === null ? null : newBool(f(a, C(ctx)));
  };

const textIn =
  (f: (v: Dec, c: ContextV) => string): NativeFn =>
  (ctx: Obj, x: Obj) => {
    const a = required(x);
    return a === null ? null : newStr(f(a, C(ctx)));
  };

const onlyDecimal = (f: (o: Obj) => Res): NativeFn => {
  return (_ctx: Obj, x: Obj) => (isDecimal(x) ? f(x) : typeError('argument must be a Decimal'));
};

function contextPower(ctx: Obj, a: Obj, b: Obj, modulo: Optional): Res {
  const x = required(a);
  const y = x === null ? null : required(b);
  if (y === null) return null;
  if (modulo === undefined || modulo === None) return powerOf(C(ctx), x!, y, undefined);
  const z = required(modulo);
  return z === null ? null : powerOf(C(ctx), x!, y, z);
}

/** Etiny and Etop, exactly, also where the bounds are the widest. */
const bound = (limit: 'emin' | 'emax') => (ctx: Obj) => {
  const c = C(ctx);
  const exact = (n: number): bigint => {
    const o = shownNumber(n);
    const v = BigInt(o.v as number | bigint);
    decref(o);
    return v;
  };
  return newIntBig(exact(c[limit]) - (exact(c.prec) - 1n));
};

const contextMethods: { [name: string]: NativeFn } = {
  abs: unaryIn(A.absolute),
  exp: unaryIn(exponential),
  ln: unaryIn(naturalLogarithm),
  log10: unaryIn(decimalLogarithm),
  minus: unaryIn(A.minus),
  next_minus: unaryIn(A.nextMinus),
  next_plus: unaryIn(A.nextPlus),
  normalize: unaryIn(A.reduce),
  plus: unaryIn(A.plus),
  to_integral: unaryIn(A.toIntegralValue),
  to_integral_exact: unaryIn(A.toIntegralExact),
  to_integral_value: unaryIn(A.toIntegralValue),
  sqrt: unaryIn(squareRoot),
  add: binaryIn(A.add),
  compare: binaryIn(A.compare),
  compare_signal: binaryIn(A.compareSignal),
  divide: binaryIn(A.divide),
  divide_int: binaryIn(A.divideInteger),
  divmod: (ctx: Obj, x: Obj, y: Obj) => {
    const a = required(x);
    const b = a === null ? null : required(y);
    return b === null ? null : pairOf(C(ctx), a!, b);
  },
  max: binaryIn(A.max),
  max_mag: binaryIn(A.maxMagnitude),
  min: binaryIn(A.min),
  min_mag: binaryIn(A.minMagnitude),
  multiply: binaryIn(A.multiply),
  next_toward: binaryIn(A.nextToward),
  quantize: binaryIn(A.quantize),
  remainder: binaryIn(A.remainder),
  remainder_near: binaryIn(A.remainderNear),
  subtract: binaryIn(A.subtract),
  power: contextPower,
  fma: (ctx: Obj, x: Obj, y: Obj, z: Obj) => {
    const a = required(x);
    const b = a === null ? null : required(y);
    const c = b === null ? null : required(z);
    return c === null ? null : run(C(ctx), (w) => A.fma(a!, b!, c, w));
  },
  Etiny: bound('emin'),
  Etop: bound('emax'),
  radix: () => newDecimal(new Dec(0, 10n, 0)),
  is_canonical: onlyDecimal(() => newBool(true)),
  is_finite: testIn((v) => !v.isSpecial),
  is_infinite: testIn((v) => v.kind === INFINITE),
  is_nan: testIn((v) => v.isNaN),
  is_normal: testIn(A.isNormal),
  is_qnan: testIn((v) => v.isNaN && v.kind !== SNAN),
  is_signed: testIn((v) => v.sign === 1),
  is_snan: testIn((v) => v.kind === SNAN),
  is_subnormal: testIn(A.isSubnormal),
  is_zero: testIn(isZero),
  canonical: onlyDecimal(own),
  copy_abs: unaryIn(copyAbs),
  copy_decimal: (_ctx: Obj, x: Obj) => {
    if (isDecimal(x)) return own(x);
    const a = required(x);
    return a === null ? null : newDecimal(a);
  },
  copy_negate: unaryIn(copyNegate),
  logb: unaryIn(A.logb),
  logical_invert: unaryIn(A.invert),
  number_class: textIn(A.numberClass),
  to_sci_string: textIn((v, c) => toScientific(v, c.capitals === 1)),
  to_eng_string: textIn((v, c) => toEngineering(v, c.capitals === 1)),
  compare_total: binaryIn(A.total),
  compare_total_mag: binaryIn(A.totalMagnitude),
  copy_sign: binaryIn((a, b) => a.withSign(b.sign)),
  logical_and: binaryIn(A.and),
  logical_or: binaryIn(A.or),
  logical_xor: binaryIn(A.xor),
  rotate: binaryIn(A.rotate),
  same_quantum: (_ctx: Obj, x: Obj, y: Obj) => {
    const a = required(x);
    const b = a === null ? null : required(y);
    return b === null ? null : newBool(A.sameQuantum(a!, b));
  },
  scaleb: binaryIn(A.scaleb),
  shift: binaryIn(A.shift),
  clear_flags: (ctx) => ((C(ctx).status = 0), none()),
  clear_traps: (ctx) => ((C(ctx).traps = 0), none()),
  copy: copyContext,
  create_decimal: (ctx: Obj, num: Optional) => fromObject(num, C(ctx)),
  create_decimal_from_float: (ctx: Obj, f: Obj) => {
    const v = fromFloat(f);
    return v === null ? null : apply(v, C(ctx));
  },
};

function initContext(): void {
  addMethods(contextType, CONTEXT, contextMethods);
  method(contextType, '_apply', '($self, x, /)', unaryIn(finalize));
  method(contextType, '__copy__', '($self, /)', copyContext);
  method(contextType, '__reduce__', '($self, /)', reduceContext);
  typeSignatures.set(
    contextType,
    '(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)',
  );
  readyLater(contextType);
}

initDecimal();
initContext();

// --- the module ------------------------------------------------------------------------------------------

/** A class; null: an error is set. */
function* classG(name: string, bases: Obj[], module = 'decimal'): Gen<Obj<PyType> | null> {
  const ns = newDict();
  const of = newStr(module);
  setStr(ns, id('__module__'), of);
  decref(of);
  const text = newStr(name);
  const tuple = tupleOf(...bases);
  const r = yield* callG(typeType.self, [text, tuple, ns]);
  decref(text);
  decref(tuple);
  decref(ns);
  return r as Obj<PyType> | null;
}

/** What a signal's exception inherits from. */
const BASES: { [name: string]: readonly string[] } = {
  FloatOperation: ['DecimalException', 'TypeError'],
  DivisionByZero: ['DecimalException', 'ZeroDivisionError'],
  Overflow: ['Inexact', 'Rounded'],
  Underflow: ['Inexact', 'Rounded', 'Subnormal'],
  DivisionUndefined: ['InvalidOperation', 'ZeroDivisionError'],
};

/** Exceptions by name, each made after those it inherits from; null: an error is set. */
function* exceptionsG(m: Module): Gen<Map<string, Obj<PyType>> | null> {
  const classes = new Map<string, Obj<PyType>>([
    ['TypeError', PyExc.TypeError.self],
    ['ZeroDivisionError', PyExc.ZeroDivisionError.self],
  ]);
  const root = yield* classG('DecimalException', [PyExc.ArithmeticError.self]);
  if (root === null) return null;
  classes.set('DecimalException', root);
  moduleAdd(m, 'DecimalException', root);
  const simple = ['InvalidOperation', 'Subnormal', 'Inexact', 'Rounded', 'Clamped'];
  const rest = ['FloatOperation', 'DivisionByZero', 'Overflow', 'Underflow'];
  for (const name of [...simple, ...rest]) {
    const bases = (BASES[name] ?? ['DecimalException']).map((b) => classes.get(b)!);
    const cls = yield* classG(name, bases);
    if (cls === null) return null;
    classes.set(name, cls);
    moduleAdd(m, name, cls);
  }
  for (const [name] of CONDITIONS.slice(1)) {
    const bases = (BASES[name] ?? ['InvalidOperation']).map((b) => classes.get(b)!);
    const cls = yield* classG(name, bases);
    if (cls === null) return null;
    classes.set(name, cls);
    moduleAdd(m, name, cls);
  }
  return classes;
}

/** An attribute of a module of the library; null: an error is set. */
function* importedG(from: string, name: string): Gen {
  const m = yield* runningHooks.importModuleG(from);
  if (m === null) return null;
  const r = yield* attributeG(m, name);
  decref(m);
  return r;
}

function* decimalTupleG(): Gen {
  const namedtuple = yield* importedG('collections', 'namedtuple');
  if (namedtuple === null) return null;
  const args: Obj[] = [newStr('DecimalTuple'), newStr('sign digits exponent'), newStr('decimal')];
  const keyword = newStr('module');
  const cls = yield* callG(namedtuple, args, [keyword]);
  for (const o of [namedtuple, keyword, ...args]) decref(o);
  return cls;
}

function* registerG(): Gen<boolean> {
  const number = yield* importedG('numbers', 'Number');
  if (number === null) return false;
  const register = yield* attributeG(number, 'register');
  decref(number);
  if (register === null) return false;
  const r = yield* callG(register, [decimalType.self]);
  decref(register);
  if (r === null) return false;
  decref(r);
  return true;
}

/** CPython 3.12: PyInit__decimal */
function* execG(m: Module): Gen<boolean> {
  if (!(yield* registerG())) return false;
  const rational = yield* importedG('numbers', 'Rational');
  const mapping = rational === null ? null : yield* importedG('collections.abc', 'MutableMapping');
  if (rational === null || mapping === null) return false;
  const signalDict = yield* classG('SignalDict', [signalDictMixin.self, mapping], 'abc');
  decref(mapping);
  const decimalTuple = signalDict === null ? null : yield* decimalTupleG();
  const classes = decimalTuple === null ? null : yield* exceptionsG(m);
  if (classes === null) return false;
  const held = (name: string): Obj<PyType> => own(classes.get(name)!) as Obj<PyType>;
  const signals = SIGNALS.map(([name]) => held(name));
  const state: State = {
    signals,
    conditions: CONDITIONS.map(([name]) => held(name)),
    signalTuple: tupleOf(...signals),
    signalDict: signalDict!,
    decimalTuple: decimalTuple as Obj<PyType>,
    rational,
    variable: none(),
    defaultContext: null,
    basicContext: null,
    extendedContext: null,
  };
  initState(state);
  moduleAdd(m, 'DecimalTuple', own(state.decimalTuple));
  moduleAdd(m, 'DefaultContext', own(state.defaultContext!));
  moduleAdd(m, 'BasicContext', own(state.basicContext!));
  moduleAdd(m, 'ExtendedContext', own(state.extendedContext!));
  return true;
}

const functions: FunctionRow[] = [
  ['getcontext', '()', () => own(currentContext()), FUNCTIONS.getcontext![1]!],
  ['setcontext', '(context, /)', (_m: Obj, o: Obj) => setCurrentContext(o), FUNCTIONS.setcontext![1]!],
  ['localcontext', LOCAL_SIGNATURE, unnamed(localContextG as NativeFn), FUNCTIONS.localcontext![1]!],
];

const constants: { [name: string]: () => Obj } = {
  MAX_PREC: () => shownNumber(MAX_PREC),
  MAX_EMAX: () => shownNumber(MAX_EMAX),
  MIN_EMIN: () => shownNumber(MIN_EMIN),
  MIN_ETINY: () => newIntBig(-1999999999999999997n),
  HAVE_THREADS: () => newBool(true),
  HAVE_CONTEXTVAR: () => newBool(true),
  __version__: () => newStr('1.70'),
  __libmpdec_version__: () => newStr('2.5.1'),
};
for (const name of ROUNDINGS) constants[name] = () => newStr(name);

export const decimalModule = defineModule('_decimal', 'C decimal arithmetic module', {
  functions,
  types: { Decimal: decimalType, Context: contextType },
  values: constants,
  exec: execG,
});
