// `b'...' % args`. Numbers are formatted as for str; what differs is %b, %s, %a and %c.
//
// Answers to CPython 3.12: Objects/bytesobject.c _PyBytes_FormatEx.

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { getItem } from './abstract.ts';
import { isFloat } from './abstract_number.ts';
import { bufferBytes } from './buffer.ts';
import { isByteArray } from './bytearrayobject.ts';
import { concat } from './bytes_methods.ts';
import { isBytes, newBytes } from './bytescore.ts';
import { clear, PyExc, raise, typeError } from './errors.ts';
import { isInt } from './longcore.ts';
import { asciiEscape, callSpecial, reprG } from './object.ts';
import { percentFormatG } from './percentformat.ts';
import { isTuple, newTuple } from './seqcore.ts';
import { id, isStr, newStr, type Str } from './strcore.ts';

const bytesOf = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));

/** The bytes of `format % args`; null: an error. */
export function* bytesFormatG(format: Uint8Array, args: Obj): Gen<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  const values = isTuple(args) ? args.v : [args];
  const mapping =
    !isTuple(args) && !isStr(args) && args.type.mp_subscript !== null && !isBytes(args) && !isByteArray(args);
  let used = 0;
  const next = (): Obj | null => {
    const o = values[used++];
    return o === undefined ? typeError('not enough arguments for format string') : o;
  };
  let i = 0;
  while (i < format.length) {
    const percent = format.indexOf(37, i);
    if (percent < 0) break;
    parts.push(format.subarray(i, percent));
    i = percent + 1;
    let value: Obj | null = null;
    let owned = false;
    if (format[i] === 40) {
      if (!mapping) return typeError('format requires a mapping');
      const from = ++i;
      for (let depth = 1; depth > 0; i++) {
        if (i >= format.length) return raise(PyExc.ValueError, 'incomplete format key');
        if (format[i] === 41) depth--;
        else if (format[i] === 40) depth++;
      }
      const key = newBytes(format.slice(from, i - 1));
      value = getItem(args, key);
      if (value === null) value = yield* settle();
      decref(key);
      if (value === null) return null;
      owned = true;
    }
    if (format[i] === 37 && !owned) {
      parts.push(Uint8Array.of(37));
      i++;
      continue;
    }
    let spec = '';
    while (i < format.length && ' -+#0'.includes(String.fromCharCode(format[i]!))) {
      spec += String.fromCharCode(format[i++]!);
    }
    for (const part of ['', '.']) {
      if (part === '.') {
        if (format[i] !== 46) break;
        spec += '.';
        i++;
      }
      if (format[i] === 42) {
        const n = next();
        if (n === null) return null;
        if (!isInt(n)) return typeError('* wants int');
        spec += String(part === '.' && n.v < 0 ? 0 : n.v);
        i++;
      } else
        while (i < format.length && format[i]! >= 48 && format[i]! <= 57)
          spec += String.fromCharCode(format[i++]!);
    }
    if (format[i] === 104 || format[i] === 108 || format[i] === 76) i++;
    if (i >= format.length) return raise(PyExc.ValueError, 'incomplete format');
    const c = String.fromCharCode(format[i]!);
    const at = i++;
    if (value === null) value = next();
    if (value === null) return null;
    const out: Uint8Array | null = yield* oneG(spec, c, value, at);
    if (owned) decref(value);
    if (out === null) return null;
    parts.push(out);
  }
  if (i < format.length) parts.push(format.subarray(i));
  if (used < values.length && !mapping && (isTuple(args) || used === 0)) {
    return typeError('not all arguments converted during bytes formatting');
  }
  return concat(parts);
}

function* oneG(spec: string, c: string, value: Obj, at: number): Gen<Uint8Array | null> {
  switch (c) {
    case 'r':
    case 'a': {
      const s: Str | null = yield* reprG(value);
      if (s === null) return null;
      const b = bytesOf(asciiEscape(s.v));
      decref(s);
      return padded(spec, b);
    }
    case 's':
    case 'b': {
      const direct = bufferBytes(value);
      if (direct !== undefined) return direct === null ? null : padded(spec, direct);
      let r: Res | undefined = callSpecial(value, id('__bytes__'), []);
      if (r === null) r = yield* settle();
      if (r === null) return null;
      if (r === undefined) {
        return typeError(
          `%b requires a bytes-like object, or an object that implements __bytes__, not '${value.type.name}'`,
        );
      }
      if (!isBytes(r)) return typeError(`__bytes__ returned non-bytes (type ${r.type.name})`);
      const b = r.v.slice();
      decref(r);
      return padded(spec, b);
    }
    case 'c': {
      const b = bufferBytes(value);
      if (b != null && b.length === 1) return padded(spec.replace(/\..*/, ''), b);
      if (isInt(value)) {
        if (typeof value.v === 'number' && value.v >= 0 && value.v < 256) {
          return padded(spec.replace(/\..*/, ''), Uint8Array.of(value.v));
        }
        return raise(PyExc.OverflowError, '%c arg not in range(256)');
      }
      return typeError('%c requires an integer in range(256) or a single byte');
    }
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': {
      // Errors of %i speak of %d.
      const f = newStr(`%${spec}${c === 'i' ? 'd' : c}`);
      value.rc++;
      const t = newTuple([value]);
      const s = yield* percentFormatG(f, t);
      decref(t);
      decref(f);
      if (s === null) {
        if (!'eEfFgG'.includes(c) || isFloat(value)) return null;
        clear();
        return typeError(`float argument required, not ${value.type.name}`);
      }
      const b = bytesOf((s as Str).v);
      decref(s);
      return b;
    }
    default:
      return raise(
        PyExc.ValueError,
        `unsupported format character '${c}' (0x${c.charCodeAt(0).toString(16)}) at index ${at}`,
      );
  }
}

function padded(spec: string, b: Uint8Array): Uint8Array {
  const m = /^([ \-+#0]*)(\d*)(?:\.(\d*))?$/.exec(spec);
  let out = b;
  if (m?.[3] !== undefined) out = out.subarray(0, Number(m[3] || '0'));
  const width = Number(m?.[2] || '0');
  if (out.length >= width) return out;
  const fill = new Uint8Array(width - out.length).fill(32);
  return m![1]!.includes('-') ? concat([out, fill]) : concat([fill, out]);
}
