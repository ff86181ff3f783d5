// Text to int and int to text, with the limit on how many decimal digits may be converted.
//
// Answers to CPython 3.12: Objects/longobject.c (PyLong_FromString, long_to_decimal_string_internal),
// Objects/unicodeobject.c _PyUnicode_TransformDecimalAndSpaceToASCII.

import { isSpace, toDecimal } from '../text/unicodectype.ts';
import { PyExc, raise } from './errors.ts';
import { bitLength, type IntValue, normal } from './longmath.ts';

/** `sys.set_int_max_str_digits`: 0 is no limit. */
export const intLimits = { maxStrDigits: 4300 };
/** Conversions of fewer digits are never refused. CPython 3.12: _PY_LONG_MAX_STR_DIGITS_THRESHOLD */
export const MAX_STR_DIGITS_THRESHOLD = 640;

/** `str(v)`; null: ValueError, too many digits. CPython 3.12: long_to_decimal_string */
export function decimalString(v: IntValue): string | null {
  if (typeof v === 'number') return String(v);
  const limit = intLimits.maxStrDigits;
  if (limit > 0 && !Number.isFinite(Number(v))) {
    // 10/3 bits a digit is a little more than there are.
    if (bitLength(v) > limit * 3.4) return tooManyDigits(limit);
    const text = v.toString();
    return text.length - (v < 0n ? 1 : 0) > limit ? tooManyDigits(limit) : text;
  }
  return v.toString();
}

function tooManyDigits(limit: number): null {
  return raise(
    PyExc.ValueError,
    `Exceeds the limit (${limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

const ASCII = /^[^\u0080-\uffff]*$/;

/** A number's text with Unicode digits and spaces as ASCII ones, and without space around. */
export function asciiNumber(text: string): string {
  if (!ASCII.test(text)) {
    let out = '';
    for (const char of text) {
      const code = char.codePointAt(0)!;
      if (code < 128) out += char;
      else if (isSpace(code)) out += ' ';
      else {
        const digit = toDecimal(code);
        if (digit < 0) {
          // What follows is not looked at. CPython 3.12: _PyUnicode_TransformDecimalAndSpaceToASCII
          out += '?';
          break;
        }
        out += String(digit);
      }
    }
    text = out;
  }
  return text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
}

const PREFIXED = /^0(?:([xX])|([oO])|([bB]))/;
const DIGITS = /^[0-9a-z]+(?:_[0-9a-z]+)*$/i;

/**
 * What `int(text, base)` reads; 'invalid', or null with ValueError (too many digits).
 * CPython 3.12: Objects/longobject.c PyLong_FromString
 */
export function parseInteger(source: string, base: number): IntValue | 'invalid' | null {
  let text = asciiNumber(source);
  let negative = false;
  if (text[0] === '+' || text[0] === '-') {
    negative = text[0] === '-';
    text = text.slice(1);
  }
  const prefix = PREFIXED.exec(text);
  let zeroOnly = false;
  if (base === 0) {
    if (prefix !== null) base = prefix[1] !== undefined ? 16 : prefix[2] !== undefined ? 8 : 2;
    else {
      zeroOnly = text[0] === '0';
      base = 10;
    }
  }
  if (prefix !== null) {
    const of = prefix[1] !== undefined ? 16 : prefix[2] !== undefined ? 8 : 2;
    if (of === base) {
      text = text.slice(2);
      if (text[0] === '_') text = text.slice(1);
    }
  }
  if (!DIGITS.test(text)) return 'invalid';
  if (text.includes('_')) text = text.replaceAll('_', '');
  const value = digitsToInteger(text, base);
  if (value === 'invalid' || value === null) return value;
  if (zeroOnly && value !== 0) return 'invalid';
  return negative ? (typeof value === 'number' ? 0 - value : -value) : value;
}

function digitsToInteger(digits: string, base: number): IntValue | 'invalid' | null {
  if (base === 10) {
    for (let i = 0; i < digits.length; i++) if (digits.charCodeAt(i) > 0x39) return 'invalid';
  } else {
    for (let i = 0; i < digits.length; i++) {
      const c = digits.charCodeAt(i);
      if ((c <= 0x39 ? c - 0x30 : (c | 0x20) - 87) >= base) return 'invalid';
    }
  }
  if ((base & (base - 1)) !== 0) {
    const limit = intLimits.maxStrDigits;
    if (limit > 0 && digits.length > MAX_STR_DIGITS_THRESHOLD && digits.length > limit) {
      return raise(
        PyExc.ValueError,
        `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits.length} digits; ` +
          'use sys.set_int_max_str_digits() to increase the limit',
      );
    }
  }
  if (digits.length <= 10) return Number.parseInt(digits, base);
  if (base === 10) return digits.length <= 15 ? Number(digits) : normal(BigInt(digits));
  if (base === 16) return normal(BigInt(`0x${digits}`));
  if (base === 8) return normal(BigInt(`0o${digits}`));
  if (base === 2) return normal(BigInt(`0b${digits}`));
  const step = BigInt(base) ** 10n;
  let value = 0n;
  const first = digits.length % 10;
  if (first > 0) value = BigInt(Number.parseInt(digits.slice(0, first), base));
  for (let i = first; i < digits.length; i += 10) {
    value = value * step + BigInt(Number.parseInt(digits.slice(i, i + 10), base));
  }
  return normal(value);
}
