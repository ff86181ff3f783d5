// `'...' % args`: printf-style formatting of str.
//
// Answers to CPython 3.12: Objects/unicodeobject.c PyUnicode_Format and its helpers (unicode_format_arg_*).

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { getItem, indexG } from './abstract.ts';
import { asDoubleG, numberLongG } from './abstract_number.ts';
import { clear, matches, PyExc, raise, raiseBare, typeError } from './errors.ts';
import { MAX_TEXT } from './formatter.ts';
import { intType, isInt } from './longcore.ts';
import type { IntValue } from './longmath.ts';
import { decimalString } from './longparse.ts';
import { asciiEscape, objectStr, reprG } from './object.ts';
import { doubleToString } from './pystrtod.ts';
import { isTuple } from './seqcore.ts';
import { codePoints, isStr, newStr, type Str } from './strcore.ts';

interface Field {
  left: boolean;
  plus: boolean;
  blank: boolean;
  alt: boolean;
  zero: boolean;
  width: number;
  precision: number;
}

/** What `%` on a str runs. CPython 3.12: Objects/unicodeobject.c PyUnicode_Format */
export function* percentFormatG(format: Str, args: Obj): Gen {
  const text = format.v;
  const n = text.length;
  const tuple = isTuple(args) ? args.v : null;
  // Anything that can be subscripted and is no tuple or str can be looked up by name.
  const mapping = args.type.mp_subscript !== null && tuple === null && !isStr(args) ? args : null;
  let next = 0;
  /** The value of the last %(name), used instead of the arguments. */
  let named: Obj | null = null;
  let namedUsed = false;
  let single = tuple === null;
  let singleUsed = false;
  let out = '';
  let at = 0;

  const argument = (): Obj | null => {
    if (named !== null) {
      if (!namedUsed) {
        namedUsed = true;
        return named;
      }
    } else if (tuple !== null) {
      if (next < tuple.length) return tuple[next++]!;
    } else if (!singleUsed) {
      singleUsed = true;
      return args;
    }
    return typeError('not enough arguments for format string');
  };
  const done = (r: Res): Res => {
    if (named !== null) decref(named);
    return r;
  };

  while (at < n) {
    const percent = text.indexOf('%', at);
    if (percent < 0) {
      out += text.slice(at);
      break;
    }
    out += text.slice(at, percent);
    at = percent + 1;
    if (text[at] === '%') {
      out += '%';
      at++;
      continue;
    }
    if (text[at] === '(') {
      if (mapping === null) return done(typeError('format requires a mapping'));
      let depth = 1;
      const start = ++at;
      while (depth > 0 && at < n) {
        if (text[at] === ')') depth--;
        else if (text[at] === '(') depth++;
        at++;
      }
      if (depth > 0) return done(raise(PyExc.ValueError, 'incomplete format key'));
      const key = newStr(text.slice(start, at - 1));
      let value = getItem(mapping, key);
      if (value === null) value = yield* settle();
      decref(key);
      if (value === null) return done(null);
      if (named !== null) decref(named);
      named = value;
      namedUsed = false;
      single = false;
    }
    const f: Field = {
      left: false,
      plus: false,
      blank: false,
      alt: false,
      zero: false,
      width: -1,
      precision: -1,
    };
    let c = text[at++];
    for (; ; c = text[at++]) {
      if (c === '-') f.left = true;
      else if (c === '+') f.plus = true;
      else if (c === ' ') f.blank = true;
      else if (c === '#') f.alt = true;
      else if (c === '0') f.zero = true;
      else break;
    }
    if (c === '*') {
      const v = argument();
      if (v === null) return done(null);
      if (!isInt(v)) return done(typeError('* wants int'));
      if (typeof v.v === 'bigint') {
        return done(raise(PyExc.OverflowError, 'Python int too large to convert to C ssize_t'));
      }
      f.width = v.v;
      if (f.width < 0) {
        f.left = true;
        f.width = -f.width;
      }
      c = text[at++];
    } else if (c !== undefined && c >= '0' && c <= '9') {
      f.width = 0;
      for (; c !== undefined && c >= '0' && c <= '9'; c = text[at++]) {
        f.width = f.width * 10 + Number(c);
        if (f.width > 2 ** 63) return done(raise(PyExc.ValueError, 'width too big'));
      }
    }
    if (c === '.') {
      f.precision = 0;
      c = text[at++];
      if (c === '*') {
        const v = argument();
        if (v === null) return done(null);
        if (!isInt(v)) return done(typeError('* wants int'));
        if (v.v > 0x7fffffff || v.v < -0x80000000) {
          return done(raise(PyExc.OverflowError, 'Python int too large to convert to C int'));
        }
        f.precision = Math.max(Number(v.v), 0);
        c = text[at++];
      } else {
        for (; c !== undefined && c >= '0' && c <= '9'; c = text[at++]) {
          f.precision = f.precision * 10 + Number(c);
          if (f.precision > 0x7fffffff) return done(raise(PyExc.ValueError, 'precision too big'));
        }
      }
    }
    if (c === 'h' || c === 'l' || c === 'L') c = text[at++];
    if (c === undefined) return done(raise(PyExc.ValueError, 'incomplete format'));
    if (f.width > MAX_TEXT) return done(raiseBare(PyExc.MemoryError));

    const v = argument();
    if (v === null) return done(null);
    let piece: string | null;
    let numeric = false;
    switch (c) {
      case 's':
      case 'r':
      case 'a': {
        let r: Res;
        if (c === 's') {
          r = objectStr(v);
          if (r === null) r = yield* settle();
        } else r = yield* reprG(v);
        if (r === null) return done(null);
        piece = c === 'a' ? asciiEscape((r as Str).v) : (r as Str).v;
        decref(r);
        break;
      }
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        piece = yield* integerG(v, c, f);
        numeric = true;
        break;
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': {
        const d = yield* asDoubleG(v);
        if (d === null) return done(null);
        if (f.precision > 1e6) return done(raiseBare(PyExc.MemoryError));
        piece = doubleToString(d, c, f.precision < 0 ? 6 : f.precision, { alt: f.alt });
        numeric = true;
        break;
      }
      case 'c':
        piece = yield* characterG(v);
        break;
      default: {
        // A character outside the basic plane counts as one.
        const code = text.codePointAt(at - 1)!;
        const char = code >= 31 && code <= 126 ? c : '?';
        const index = codePoints(text.slice(0, at - 1));
        return done(
          raise(
            PyExc.ValueError,
            `unsupported format character '${char}' (0x${code.toString(16)}) at index ${index}`,
          ),
        );
      }
    }
    if (piece === null) return done(null);
    out += lay(piece, c, f, numeric);
    if (out.length > MAX_TEXT) return done(raiseBare(PyExc.MemoryError));
  }
  const left = tuple !== null ? next < tuple.length : single && !singleUsed;
  if (left && named === null && mapping === null) {
    return typeError('not all arguments converted during string formatting');
  }
  return done(newStr(out));
}

/** CPython 3.12: Objects/unicodeobject.c mainformatlong, _PyUnicode_FormatLong */
function* integerG(v: Obj, c: string, f: Field): Gen<string | null> {
  let value: IntValue;
  if (v.type === intType || isInt(v)) value = v.v as IntValue;
  else {
    const hexadecimal = c === 'o' || c === 'x' || c === 'X';
    const wrong = (): null =>
      typeError(
        hexadecimal
          ? `%${c} format: an integer is required, not ${v.type.name}`
          : `%${c} format: a real number is required, not ${v.type.name}`,
      );
    const t = v.type;
    if (t.nb_index === null && t.nb_int === null && t.nb_float === null && t.name !== 'complex') {
      return wrong();
    }
    const i = hexadecimal ? yield* indexG(v) : yield* numberLongG(v);
    if (i === null) {
      if (!matches(PyExc.TypeError)) return null;
      clear();
      return wrong();
    }
    value = i.v;
    decref(i);
  }
  const negative = value < 0;
  const magnitude = negative ? -value : value;
  let digits: string | null;
  let prefix = '';
  if (c === 'o') {
    digits = magnitude.toString(8);
    prefix = '0o';
  } else if (c === 'x' || c === 'X') {
    digits = magnitude.toString(16);
    prefix = '0x';
  } else digits = decimalString(magnitude);
  if (digits === null) return null;
  if (f.precision > digits.length) {
    if (f.precision > MAX_TEXT) return raiseBare(PyExc.MemoryError);
    digits = digits.padStart(f.precision, '0');
  }
  if (!f.alt) prefix = '';
  const text = prefix + digits;
  return (negative ? '-' : '') + (c === 'X' ? text.toUpperCase() : text);
}

/** CPython 3.12: Objects/unicodeobject.c formatchar */
function* characterG(v: Obj): Gen<string | null> {
  if (isStr(v)) {
    if (codePoints(v.v) === 1) return v.v;
    return typeError('%c requires int or char');
  }
  const i = yield* indexG(v);
  if (i === null) {
    if (!matches(PyExc.TypeError)) return null;
    clear();
    return typeError('%c requires int or char');
  }
  const code = i.v;
  decref(i);
  if (code < 0 || code > 0x10ffff) {
    return raise(PyExc.OverflowError, '%c arg not in range(0x110000)');
  }
  return String.fromCodePoint(Number(code));
}

/** CPython 3.12: Objects/unicodeobject.c unicode_format_arg_output */
function lay(piece: string, c: string, f: Field, numeric: boolean): string {
  if (c === 's' || c === 'r' || c === 'a') {
    if (f.precision >= 0 && codePoints(piece) > f.precision) {
      piece = [...piece].slice(0, f.precision).join('');
    }
  }
  let sign = '';
  if (numeric) {
    if (piece[0] === '-' || piece[0] === '+') {
      sign = piece[0];
      piece = piece.slice(1);
    } else if (f.plus) sign = '+';
    else if (f.blank) sign = ' ';
  }
  const missing = f.width - sign.length - codePoints(piece);
  if (missing <= 0) return sign + piece;
  if (f.left) return sign + piece + ' '.repeat(missing);
  if (!numeric || !f.zero) return ' '.repeat(missing) + sign + piece;
  const prefixed = f.alt && (c === 'x' || c === 'X' || c === 'o');
  const prefix = prefixed ? piece.slice(0, 2) : '';
  return sign + prefix + '0'.repeat(missing) + piece.slice(prefix.length);
}
