// The format mini-language: what stands after the colon in `f'{x:>10.2f}'`, for str, int, float and complex.
//
// Answers to CPython 3.12: Python/formatter_unicode.c, Objects/abstract.c PyObject_Format. The locale is always C, so
// type 'n' formats like 'd' and 'g'.

import type { ComplexV } from '../code/complexmath.ts';
import { decref, type Obj, type Res, tstate } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { toDecimal } from '../text/unicodectype.ts';
import { intToDouble } from './abstract_number.ts';
import { complexType } from './complexobject.ts';
import { PyExc, raise, raiseBare, typeError } from './errors.ts';
import { floatType } from './floatcore.ts';
import { boolType, type Int, intType } from './longcore.ts';
import { decimalString } from './longparse.ts';
import { callSpecial, objectStr } from './object.ts';
import { type DoubleFlags, doubleToString } from './pystrtod.ts';
import { codePoints, id, isStr, newStr, type Str, strType } from './strcore.ts';

interface Spec {
  fill: string;
  align: string;
  alternate: boolean;
  noNegativeZero: boolean;
  sign: string;
  /** -1: none given; so with precision. */
  width: number;
  separator: '' | ',' | '_';
  /** Digits in each group; 0: no groups. */
  group: number;
  precision: number;
  type: string;
}

/** Longest text that is made: what JavaScript can hold. */
export const MAX_TEXT = 2 ** 29 - 25;
const MAX_SSIZE = 9223372036854775807n;

function valueError(message: string): null {
  return raise(PyExc.ValueError, message);
}

function shown(char: string): string {
  const code = char.codePointAt(0)!;
  return code > 32 && code < 128 ? char : `\\x${code.toString(16)}`;
}

function unknownType(type: string, typeName: string): null {
  return valueError(`Unknown format code '${shown(type)}' for object of type '${typeName}'`);
}

const isAlign = (c: string | undefined): boolean => c === '<' || c === '>' || c === '=' || c === '^';

/** CPython 3.12: Python/formatter_unicode.c parse_internal_render_format_spec */
function parseSpec(text: string, typeName: string, defaultType: string, defaultAlign: string): Spec | null {
  const chars = [...text];
  const end = chars.length;
  let pos = 0;
  const spec: Spec = {
    fill: ' ',
    align: defaultAlign,
    alternate: false,
    noNegativeZero: false,
    sign: '',
    width: -1,
    separator: '',
    group: 0,
    precision: -1,
    type: defaultType,
  };
  let alignGiven = false;
  let fillGiven = false;
  if (isAlign(chars[1])) {
    spec.fill = chars[0]!;
    spec.align = chars[1]!;
    fillGiven = alignGiven = true;
    pos = 2;
  } else if (isAlign(chars[0])) {
    spec.align = chars[0]!;
    alignGiven = true;
    pos = 1;
  }
  if (chars[pos] === ' ' || chars[pos] === '+' || chars[pos] === '-') spec.sign = chars[pos++]!;
  if (chars[pos] === 'z') {
    spec.noNegativeZero = true;
    pos++;
  }
  if (chars[pos] === '#') {
    spec.alternate = true;
    pos++;
  }
  if (!fillGiven && chars[pos] === '0') {
    spec.fill = '0';
    if (!alignGiven && defaultAlign === '>') spec.align = '=';
    pos++;
  }
  // Consecutive digits as a number; -1: none; null: too many.
  const integer = (): number | null => {
    let n = -1;
    let big = 0n;
    for (; pos < end; pos++) {
      const digit = toDecimal(chars[pos]!.codePointAt(0)!);
      if (digit < 0) break;
      big = big * 10n + BigInt(digit);
      if (big > MAX_SSIZE) return valueError('Too many decimal digits in format string');
      n = Number(big);
    }
    return n;
  };
  let n = integer();
  if (n === null) return null;
  spec.width = n;
  if (chars[pos] === ',') {
    spec.separator = ',';
    pos++;
  }
  if (chars[pos] === '_') {
    if (spec.separator !== '') return valueError("Cannot specify both ',' and '_'.");
    spec.separator = '_';
    pos++;
  }
  if (chars[pos] === ',' && spec.separator === '_') {
    return valueError("Cannot specify both ',' and '_'.");
  }
  if (chars[pos] === '.') {
    pos++;
    n = integer();
    if (n === null) return null;
    if (n < 0) return valueError('Format specifier missing precision');
    spec.precision = n;
  }
  if (end - pos > 1) {
    return valueError(`Invalid format specifier '${text}' for object of type '${typeName}'`);
  }
  if (end - pos === 1) spec.type = chars[pos]!;
  if (spec.separator !== '') {
    if (spec.type === '' || 'defgEG%F'.includes(spec.type)) spec.group = 3;
    else if (spec.separator === '_' && 'boxX'.includes(spec.type)) spec.group = 4;
    else return valueError(`Cannot specify '${spec.separator}' with '${shown(spec.type)}'.`);
  }
  if (spec.width > MAX_TEXT) return raiseBare(PyExc.MemoryError);
  return spec;
}

function pad(text: string, length: number, spec: Spec): string {
  const missing = spec.width - length;
  if (missing <= 0) return text;
  if (spec.align === '>') return spec.fill.repeat(missing) + text;
  if (spec.align === '^') {
    const left = missing >> 1;
    return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
  }
  return text + spec.fill.repeat(missing);
}

/** Digits in groups, filled up with zeros to a width. CPython 3.12: _PyUnicode_InsertThousandsGrouping */
function grouped(digits: string, spec: Spec, minWidth: number): string {
  const size = spec.group === 0 ? Infinity : spec.group;
  let remaining = digits.length;
  let out = '';
  for (let first = true; ; first = false) {
    const length = Math.min(size, Math.max(remaining, minWidth, 1));
    const count = Math.max(0, Math.min(remaining, length));
    const part = '0'.repeat(Math.max(0, length - remaining)) + digits.slice(remaining - count, remaining);
    out = first ? part : part + spec.separator + out;
    remaining -= count;
    minWidth -= length;
    if (remaining <= 0 && minWidth <= 0) return out;
    minWidth -= 1;
  }
}

/** CPython 3.12: Python/formatter_unicode.c calc_number_widths, fill_number */
function layNumber(negative: boolean, prefix: string, digits: string, rest: string, spec: Spec): string {
  const sign = negative ? '-' : spec.sign === '+' ? '+' : spec.sign === ' ' ? ' ' : '';
  const fixed = sign.length + prefix.length + codePoints(rest);
  const minWidth = spec.fill === '0' && spec.align === '=' ? spec.width - fixed : 0;
  const number = digits === '' ? '' : grouped(digits, spec, minWidth);
  const body = prefix + number + rest;
  const missing = spec.width - fixed - number.length;
  if (missing <= 0) return sign + body;
  if (spec.align === '=') return sign + prefix + spec.fill.repeat(missing) + number + rest;
  return pad(sign + body, fixed + number.length, spec);
}

// --- str -----------------------------------------------------------------------------------------------

/** str.__format__. CPython 3.12: Python/formatter_unicode.c _PyUnicode_FormatAdvancedWriter */
export function formatStr(o: Str, text: string): Res {
  if (text === '') return objectStr(o);
  const spec = parseSpec(text, o.type.name, 's', '<');
  if (spec === null) return null;
  if (spec.type !== 's') return unknownType(spec.type, o.type.name);
  if (spec.sign === ' ') return valueError('Space not allowed in string format specifier');
  if (spec.sign !== '') return valueError('Sign not allowed in string format specifier');
  if (spec.noNegativeZero) {
    return valueError('Negative zero coercion (z) not allowed in string format specifier');
  }
  if (spec.alternate) return valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') return valueError("'=' alignment not allowed in string format specifier");
  let value = o.v;
  let length = codePoints(value);
  if (spec.precision >= 0 && length > spec.precision) {
    value =
      value.length === length ? value.slice(0, spec.precision) : [...value].slice(0, spec.precision).join('');
    length = spec.precision;
  }
  return newStr(pad(value, length, spec));
}

// --- int -----------------------------------------------------------------------------------------------

/** int.__format__. CPython 3.12: Python/formatter_unicode.c _PyLong_FormatAdvancedWriter */
export function formatLong(o: Int, text: string): Res {
  if (text === '') return objectStr(o);
  const spec = parseSpec(text, o.type.name, 'd', '>');
  if (spec === null) return null;
  const v = o.v;
  switch (spec.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      const d = intToDouble(v);
      return d === null ? null : doubleBySpec(d, spec);
    }
    default:
      return unknownType(spec.type, o.type.name);
  }
  if (spec.precision !== -1) return valueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) {
    return valueError('Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (spec.type === 'c') {
    if (spec.sign !== '') return valueError("Sign not allowed with integer format specifier 'c'");
    if (spec.alternate) {
      return valueError("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (typeof v === 'bigint' && (v >= 1n << 63n || v < -(1n << 63n))) {
      return raise(PyExc.OverflowError, 'Python int too large to convert to C long');
    }
    if (v < 0 || v > 0x10ffff) return raise(PyExc.OverflowError, '%c arg not in range(0x110000)');
    return newStr(layNumber(false, '', '', String.fromCodePoint(Number(v)), spec));
  }
  const base =
    spec.type === 'b' ? 2 : spec.type === 'o' ? 8 : spec.type === 'd' || spec.type === 'n' ? 10 : 16;
  const magnitude = v < 0 ? -v : v;
  const digits = base === 10 ? decimalString(magnitude) : magnitude.toString(base);
  if (digits === null) return null;
  const prefix = spec.alternate && base !== 10 ? `0${spec.type.toLowerCase()}` : '';
  if (spec.type === 'X') {
    return newStr(layNumber(v < 0, prefix.toUpperCase(), digits.toUpperCase(), '', spec));
  }
  return newStr(layNumber(v < 0, prefix, digits, '', spec));
}

// --- float ---------------------------------------------------------------------------------------------

/** float.__format__. CPython 3.12: Python/formatter_unicode.c _PyFloat_FormatAdvancedWriter */
export function formatFloat(o: Obj<number>, text: string): Res {
  if (text === '') return objectStr(o);
  const spec = parseSpec(text, o.type.name, '', '>');
  if (spec === null) return null;
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) return unknownType(spec.type, o.type.name);
  return doubleBySpec(o.v, spec);
}

// Sign, digits before the point, and the rest.
function splitNumber(text: string): { negative: boolean; digits: string; rest: string } {
  const negative = text[0] === '-';
  let at = negative ? 1 : 0;
  const start = at;
  while (at < text.length && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
  return { negative, digits: text.slice(start, at), rest: text.slice(at) };
}

/** CPython 3.12: Python/formatter_unicode.c format_float_internal */
function doubleBySpec(v: number, spec: Spec): Res {
  if (spec.precision > 0x7fffffff) return valueError('precision too big');
  let type = spec.type;
  const flags: DoubleFlags = { alt: spec.alternate, noNegativeZero: spec.noNegativeZero };
  let precision = spec.precision < 0 ? 6 : spec.precision;
  if (type === '') {
    flags.dot0 = true;
    type = spec.precision < 0 ? 'r' : 'g';
    if (spec.precision < 0) precision = 0;
  } else if (type === 'n') type = 'g';
  else if (type === '%') {
    type = 'f';
    v *= 100;
  }
  if (precision > 1e6) return raiseBare(PyExc.MemoryError);
  const text = doubleToString(v, type, precision, flags) + (spec.type === '%' ? '%' : '');
  const { negative, digits, rest } = splitNumber(text);
  return newStr(layNumber(negative, '', digits, rest, spec));
}

// --- complex -------------------------------------------------------------------------------------------

/** complex.__format__. CPython 3.12: Python/formatter_unicode.c format_complex_internal */
export function formatComplex(o: Obj<ComplexV>, text: string): Res {
  if (text === '') return objectStr(o);
  const spec = parseSpec(text, o.type.name, '', '>');
  if (spec === null) return null;
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) return unknownType(spec.type, o.type.name);
  if (spec.precision > 0x7fffffff) return valueError('precision too big');
  if (spec.fill === '0') return valueError('Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') {
    return valueError("'=' alignment flag is not allowed in complex format specifier");
  }
  const { real, imag } = o.v;
  const flags: DoubleFlags = { alt: spec.alternate, noNegativeZero: spec.noNegativeZero };
  let type = spec.type;
  let precision = spec.precision < 0 ? 6 : spec.precision;
  let skipReal = false;
  let parens = false;
  if (type === '') {
    type = spec.precision < 0 ? 'r' : 'g';
    if (spec.precision < 0) precision = 0;
    if (Object.is(real, 0)) skipReal = true;
    else parens = true;
  } else if (type === 'n') type = 'g';
  if (precision > 1e6) return raiseBare(PyExc.MemoryError);
  const part = (v: number, sign: string): string => {
    const { negative, digits, rest } = splitNumber(doubleToString(v, type, precision, flags));
    return layNumber(negative, '', digits, rest, { ...spec, fill: ' ', align: '<', width: -1, sign });
  };
  let out = skipReal ? '' : part(real, spec.sign);
  out += `${part(imag, skipReal ? spec.sign : '+')}j`;
  if (parens) out = `(${out})`;
  return newStr(pad(out, out.length, spec));
}

// --- any object ----------------------------------------------------------------------------------------

/**
 * `format(o, spec)`; spec null is the empty one. Null: error or pending. CPython 3.12: Objects/abstract.c PyObject_Format
 */
export function objectFormat(o: Obj, spec: Str | null): Res {
  const text = spec === null ? '' : spec.v;
  const type = o.type;
  if (type === strType) {
    if (text !== '') return formatStr(o as Str, text);
    o.rc++;
    return o;
  }
  if (type === intType || type === boolType) return formatLong(o as Int, text);
  if (type === floatType) return formatFloat(o as Obj<number>, text);
  if (type === complexType) return formatComplex(o as Obj<ComplexV>, text);
  const r = callSpecial(o, id('__format__'), [spec ?? id('')]);
  if (r === undefined) return typeError(`Type ${type.name} doesn't define __format__`);
  if (r === null) return tstate.pending === null ? null : suspend(checkFormat(), [o]);
  return checkResult(r);
}

function* checkFormat(): Gen {
  const r = yield* settle();
  return r === null ? null : checkResult(r);
}

function checkResult(r: Obj): Res {
  if (isStr(r)) return r;
  const name = r.type.name;
  decref(r);
  return typeError(`__format__ must return a str, not ${name}`);
}

/** As objectFormat, for generator natives. */
export function* objectFormatG(o: Obj, spec: Str | null): Gen<Str | null> {
  let r = objectFormat(o, spec);
  if (r === null) r = yield* settle();
  return r as Str | null;
}
