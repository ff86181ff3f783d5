// complex: making, operators, comparison, text and methods.
//
// Answers to CPython 3.12: Objects/complexobject.c.

import { type ComplexV, complexPow, hypotDouble, quotient, times } from '../code/complexmath.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { strictG } from './abstract.ts';
import { intToDouble, isFloat, numberFloatG } from './abstract_number.ts';
import { Py_EQ, Py_NE } from './compare.ts';
import { member, method } from './descrobject.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { type Float, newFloat } from './floatcore.ts';
import { formatComplex } from './formatter.ts';
import { isInt, newBool } from './longcore.ts';
import { asciiNumber } from './longparse.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { callSpecial } from './object.ts';
import { fullHash, hashDouble, hashFromBigInt } from './pyhash.ts';
import { doubleToString } from './pystrtod.ts';
import { newTuple } from './seqcore.ts';
import { None, notImplemented } from './singletons.ts';
import { pointerHash } from './slotdefs.ts';
import { id, isStr, newStr, type Str } from './strcore.ts';
import { reprText } from './strrepr.ts';
import { isSubtype } from './typecore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

export type Complex = Obj<ComplexV>;

export const complexType = new PyType('complex', TPFLAGS.BASETYPE, typeType);

export function newComplex(real: number, imag: number): Complex {
  return new Obj<ComplexV>(complexType, { real, imag });
}

export function isComplex(o: Obj): o is Complex {
  return o.type === complexType || isSubtype(o.type, complexType);
}

// --- operands ------------------------------------------------------------------------------------------

/** Null: an error is set; undefined: not a number complex knows. CPython 3.12: to_complex */
function operand(o: Obj): ComplexV | null | undefined {
  if (isComplex(o)) return o.v;
  if (isInt(o)) {
    const d = intToDouble(o.v);
    return d === null ? null : { real: d, imag: 0 };
  }
  if (isFloat(o)) return { real: o.v, imag: 0 };
  return undefined;
}

function binary(f: (a: ComplexV, b: ComplexV) => Res): (a: Obj, b: Obj) => Res {
  return (a, b) => {
    const x = operand(a);
    if (x === null) return null;
    const y = operand(b);
    if (y === null) return null;
    if (x === undefined || y === undefined) return notImplemented();
    return f(x, y);
  };
}

/** CPython 3.12: Objects/complexobject.c complex_pow */
export function complexPower(a: Obj, b: Obj, c: Obj): Res {
  const x = operand(a);
  if (x === null) return null;
  const y = operand(b);
  if (y === null) return null;
  if (x === undefined || y === undefined) return notImplemented();
  if (c !== None) return raise(PyExc.ValueError, 'complex modulo');
  const r = complexPow(x, y);
  if (r === null) return raise(PyExc.ZeroDivisionError, '0.0 to a negative or complex power');
  if (Math.abs(r.real) === Infinity || Math.abs(r.imag) === Infinity) {
    return raise(PyExc.OverflowError, 'complex exponentiation');
  }
  return newComplex(r.real, r.imag);
}

const same = (a: number, b: number | bigint): boolean => a <= b && a >= b;

/** CPython 3.12: Objects/complexobject.c complex_richcompare */
function complexRichCompare(a: Obj, b: Obj, op: number): Res {
  if (op !== Py_EQ && op !== Py_NE) return notImplemented();
  const x = (a as Complex).v;
  let equal: boolean;
  if (isInt(b)) equal = x.imag === 0 && same(x.real, b.v);
  else if (isFloat(b)) equal = x.real === b.v && x.imag === 0;
  else if (isComplex(b)) equal = x.real === b.v.real && x.imag === b.v.imag;
  else return notImplemented();
  return newBool(equal === (op === Py_EQ));
}

/** CPython 3.12: Objects/complexobject.c complex_hash */
function complexHash(o: Obj): number {
  const { real, imag } = (o as Complex).v;
  const part = (v: number): bigint => BigInt(fullHash(Number.isNaN(v) ? pointerHash(o) : hashDouble(v)));
  return hashFromBigInt(BigInt.asIntN(64, part(real) + 1000003n * part(imag)));
}

function isNegative(v: number): boolean {
  return v < 0 || Object.is(v, -0);
}

/** CPython 3.12: Objects/complexobject.c complex_repr */
export function reprComplex({ real, imag }: ComplexV): string {
  const text = doubleToString(imag, 'r', 0);
  if (Object.is(real, 0)) return `${text}j`;
  const sign = isNegative(imag) ? '' : '+';
  return `(${doubleToString(real, 'r', 0)}${sign}${text}j)`;
}

// --- complex(...) --------------------------------------------------------------------------------------

const FLOAT =
  '(?:\\d+(?:_\\d+)*\\.?(?:\\d+(?:_\\d+)*)?|\\.\\d+(?:_\\d+)*)(?:[eE][+-]?\\d+(?:_\\d+)*)?|inf(?:inity)?|nan';
const BOTH = new RegExp(`^([+-]?(?:${FLOAT}))([+-](?:${FLOAT})?)j$`, 'i');
const REAL = new RegExp(`^[+-]?(?:${FLOAT})$`, 'i');
const IMAGINARY = new RegExp(`^([+-]?(?:${FLOAT})|[+-]?)j$`, 'i');

function number(text: string): number {
  if (text === '' || text === '+') return 1;
  if (text === '-') return -1;
  const word = text.toLowerCase();
  if (word.includes('nan')) return NaN;
  if (word.includes('inf')) return word.startsWith('-') ? -Infinity : Infinity;
  return Number(word.replaceAll('_', ''));
}

/** CPython 3.12: Objects/complexobject.c complex_from_string_inner */
function parseComplex(source: string): ComplexV | null {
  let text = asciiNumber(source);
  if (text.startsWith('(')) {
    if (!text.endsWith(')')) return null;
    text = text.slice(1, -1).replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
  }
  if (REAL.test(text)) return { real: number(text), imag: 0 };
  const both = BOTH.exec(text);
  if (both !== null) return { real: number(both[1]!), imag: number(both[2]!) };
  const imaginary = IMAGINARY.exec(text);
  return imaginary === null ? null : { real: 0, imag: number(imaginary[1]!) };
}

const newDef = new NativeDef('complex', '(real=0, imag=0)', () => null, null, null);

function complexNew(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(newDef, args, kwnames);
  if (bound === null) return null;
  const [real, imag] = bound as [Obj | undefined, Obj | undefined];
  return suspend(complexNewG(type.v, real, imag), [type, ...args]);
}

function make(type: PyType, real: number, imag: number): Complex {
  return type === complexType ? newComplex(real, imag) : allocInstance<ComplexV>(type, { real, imag });
}

const isNumber = (o: Obj): boolean => o.type.nb_float !== null || o.type.nb_index !== null || isComplex(o);

/** CPython 3.12: Objects/complexobject.c complex_new_impl */
function* complexNewG(type: PyType, r: Obj | undefined, i: Obj | undefined): Gen {
  if (r !== undefined && r.type === complexType && i === undefined && type === complexType) {
    r.rc++;
    return r;
  }
  if (r !== undefined && isStr(r)) {
    if (i !== undefined) return typeError("complex() can't take second arg if first is a string");
    if (/_(?!\d)|(?<!\d)_/.test(asciiNumber(r.v))) {
      return raise(PyExc.ValueError, `could not convert string to complex: ${reprText(r.v)}`);
    }
    const parsed = parseComplex(r.v);
    if (parsed === null) return raise(PyExc.ValueError, 'complex() arg is a malformed string');
    return make(type, parsed.real, parsed.imag);
  }
  if (i !== undefined && isStr(i)) return typeError("complex() second arg can't be a string");
  let real = 0;
  let imag = 0;
  let realIsComplex = false;
  if (r !== undefined) {
    const special = r.type === complexType ? undefined : yield* complexSpecialG(r);
    if (special === null) return null;
    if (special === undefined && !isNumber(r)) {
      return typeError(`complex() first argument must be a string or a number, not '${r.type.name}'`);
    }
    if (special !== undefined) {
      ({ real, imag } = special);
      realIsComplex = true;
    }
  }
  if (i !== undefined && !isNumber(i)) {
    return typeError(`complex() second argument must be a number, not '${i.type.name}'`);
  }
  if (r !== undefined && !realIsComplex) {
    if (isComplex(r)) {
      ({ real, imag } = r.v);
      realIsComplex = true;
    } else {
      const f = yield* numberFloatG(r);
      if (f === null) return null;
      real = (f as Float).v;
      decref(f);
    }
  }
  if (i === undefined) return make(type, real, imag);
  let second = 0;
  if (isComplex(i)) {
    real -= i.v.imag;
    second = i.v.real;
  } else {
    const f = yield* numberFloatG(i);
    if (f === null) return null;
    second = (f as Float).v;
    decref(f);
  }
  return make(type, real, realIsComplex ? second + imag : second);
}

/** By `__complex__`; undefined: there is none. CPython 3.12: try_complex_special_method */
export function* complexSpecialG(o: Obj): Gen<ComplexV | null | undefined> {
  let r = callSpecial(o, id('__complex__'), []);
  if (r === null) r = yield* settle();
  if (r === null || r === undefined) return r;
  if (!isComplex(r)) {
    const name = r.type.name;
    decref(r);
    return typeError(`__complex__ returned non-complex (type ${name})`);
  }
  const strict: Complex | null =
    r.type === complexType ? r : yield* strictG(r, '__complex__ returned non-complex', 'complex');
  if (strict === null) return null;
  const v = strict.v;
  decref(strict);
  return v;
}

export function initComplex(): void {
  const t = complexType;
  t.doc =
    'Create a complex number from a string or numbers.\n\n' +
    'If a string is given, parse it as a complex number.\n' +
    'If a single number is given, convert it to a complex number.\n' +
    "If the 'real' or 'imag' arguments are given, create a complex number\n" +
    'with the specified real and imaginary components.';
  t.basicsize = 32;
  t.tp_new = complexNew;
  t.tp_repr = (o) => newStr(reprComplex((o as Complex).v));
  t.tp_hash = complexHash;
  t.tp_richcompare = complexRichCompare;
  t.nb_add = binary((a, b) => newComplex(a.real + b.real, a.imag + b.imag));
  t.nb_subtract = binary((a, b) => newComplex(a.real - b.real, a.imag - b.imag));
  t.nb_multiply = binary((a, b) => {
    const r = times(a, b);
    return newComplex(r.real, r.imag);
  });
  t.nb_true_divide = binary((a, b) => {
    const q = quotient(a, b);
    if (q === null) return raise(PyExc.ZeroDivisionError, 'complex division by zero');
    return newComplex(q.real, q.imag);
  });
  t.nb_power = complexPower;
  t.nb_negative = (o) => newComplex(-(o as Complex).v.real, -(o as Complex).v.imag);
  t.nb_positive = (o) => {
    if (o.type !== complexType) return newComplex((o as Complex).v.real, (o as Complex).v.imag);
    o.rc++;
    return o;
  };
  t.nb_absolute = (o) => {
    const { real, imag } = (o as Complex).v;
    if (Math.abs(real) === Infinity || Math.abs(imag) === Infinity) return newFloat(Infinity);
    if (Number.isNaN(real) || Number.isNaN(imag)) return newFloat(NaN);
    const h = hypotDouble(real, imag);
    return Number.isFinite(h) ? newFloat(h) : raise(PyExc.OverflowError, 'absolute value too large');
  };
  t.nb_bool = (o) => ((o as Complex).v.real !== 0 || (o as Complex).v.imag !== 0 ? 1 : 0);

  method(
    t,
    'conjugate',
    '($self, /)',
    (o) => newComplex((o as Complex).v.real, -(o as Complex).v.imag),
    'Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.',
  );
  method(
    t,
    '__complex__',
    '($self, /)',
    (o) => {
      if (o.type !== complexType) return newComplex((o as Complex).v.real, (o as Complex).v.imag);
      o.rc++;
      return o;
    },
    'Convert this value to exact type complex.',
  );
  method(t, '__getnewargs__', '($self, /)', (o) =>
    newTuple([newFloat((o as Complex).v.real), newFloat((o as Complex).v.imag)]),
  );
  method(
    t,
    '__format__',
    '($self, format_spec, /)',
    (o, spec) => {
      if (!isStr(spec as Obj)) {
        return typeError(`__format__() argument must be str, not ${(spec as Obj).type.name}`);
      }
      return formatComplex(o as Complex, (spec as Str).v);
    },
    'Convert to a string according to format_spec.',
  );
  member(t, 'real', (o) => borrowed((o as Complex).v.real), null, 'the real part of a complex number');
  member(t, 'imag', (o) => borrowed((o as Complex).v.imag), null, 'the imaginary part of a complex number');
  typeReady(t);
}

// A member's getter answers a borrowed object and its caller takes the reference: here the object is new.
function borrowed(v: number): Obj {
  const f = newFloat(v);
  f.rc = 0;
  return f;
}
