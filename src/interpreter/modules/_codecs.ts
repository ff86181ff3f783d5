// _codecs: the codecs that are not written in Python, and the registry.
//
// Answers to CPython 3.12: Modules/_codecsmodule.c; the escape and charmap codecs: Objects/unicodeobject.c,
// Objects/bytesobject.c (PyBytes_DecodeEscape).

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getItem } from '../objects/abstract.ts';
import { bufferBytes } from '../objects/buffer.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { decodeBytes, decodeErrorG, encodeErrorG, encodeStr, utf8Bytes } from '../objects/codecs.ts';
import { newDict, setItemFast } from '../objects/dictcore.ts';
import { clearIf, PyExc, raise, typeError } from '../objects/errors.ts';
import { type Int, isInt, newInt } from '../objects/longcore.ts';
import { defineModule, type FunctionRow } from '../objects/moduleobject.ts';
import { truthG } from '../objects/object.ts';
import { newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { codePoints, isStr, newStr, type Str } from '../objects/strcore.ts';
import { charNames, charNamesReadyG } from '../runtime/charnames.ts';
import {
  lookupError,
  lookupG,
  register,
  registerError,
  resetRegistry,
  runCodecG,
  unregister,
} from './_codecs_registry.ts';
import { decodeUtf7G, encodeUtf7 } from './_codecs_utf7.ts';

/** The errors argument; null with TypeError. */
function errorsOf(o: Obj | undefined, name: string): string | null {
  if (o === undefined || o === None) return 'strict';
  if (isStr(o)) return o.v;
  return typeError(`${name}() argument 2 must be str or None, not ${o.type.name}`);
}

function bytesOf(o: Obj): Uint8Array | null {
  const b = bufferBytes(o);
  if (b === undefined) return typeError(`a bytes-like object is required, not '${o.type.name}'`);
  return b;
}

// --- the Unicode transformation formats ----------------------------------------------------------------

function encoder(name: string, codec: string): FunctionRow {
  return [
    `${name}_encode`,
    '(str, errors=None, /)',
    function* (_m: Obj, o: Obj, e: Obj | undefined): Gen {
      if (!isStr(o)) return typeError(`${name}_encode() argument 1 must be str, not ${o.type.name}`);
      const errors = errorsOf(e, `${name}_encode`);
      if (errors === null) return null;
      let r = encodeStr(o, codec, errors);
      if (r === null) r = yield* settle();
      return r === null ? null : newTuple([r, newInt(codePoints(o.v))]);
    },
  ];
}

/** How many bytes at the end may still be the beginning of a character. */
function incomplete(codec: string, bytes: Uint8Array): number {
  const n = bytes.length;
  if (codec.startsWith('utf-32')) return n % 4;
  if (codec.startsWith('utf-16')) {
    const odd = n % 2;
    const at = n - odd - 2;
    if (at < 0) return odd;
    const big = codec === 'utf-16-be' || (codec === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff);
    const high = bytes[big ? at : at + 1]!;
    return high >= 0xd8 && high < 0xdc ? odd + 2 : odd;
  }
  if (codec !== 'utf-8') return 0;
  for (let back = 1; back <= 3 && back <= n; back++) {
    const c = bytes[n - back]!;
    if ((c & 0xc0) === 0x80) continue;
    const need = c >= 0xf0 && c <= 0xf4 ? 4 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xc2 && c < 0xe0 ? 2 : 1;
    return back < need ? back : 0;
  }
  return 0;
}

function* decodeWith(
  codec: string,
  o: Obj,
  e: Obj | undefined,
  final: Obj | undefined,
  name: string,
): Gen<[Obj, number] | null> {
  const bytes = bytesOf(o);
  const errors = bytes === null ? null : errorsOf(e, name);
  if (bytes === null || errors === null) return null;
  const last = final === undefined ? 0 : yield* truthG(final);
  if (last < 0) return null;
  const used = last === 1 ? bytes : bytes.subarray(0, bytes.length - incomplete(codec, bytes));
  let r = decodeBytes(o, used, codec, errors);
  if (r === null) r = yield* settle();
  return r === null ? null : [r, used.length];
}

function decoder(name: string, codec: string, stateless = false): FunctionRow {
  return [
    `${name}_decode`,
    stateless ? '(data, errors=None, /)' : '(data, errors=None, final=False, /)',
    function* (_m: Obj, o: Obj, e: Obj | undefined, final: Obj | undefined): Gen {
      const r = yield* decodeWith(codec, o, e, final, `${name}_decode`);
      return r === null ? null : newTuple([r[0], newInt(r[1])]);
    },
  ];
}

/** With the byte order that was found, for the incremental decoders. */
function exDecoder(bits: 16 | 32): FunctionRow {
  return [
    `utf_${bits}_ex_decode`,
    '(data, errors=None, byteorder=0, final=False, /)',
    function* (_m: Obj, o: Obj, e: Obj | undefined, order: Obj | undefined, final: Obj | undefined): Gen {
      let byteorder = order !== undefined && isInt(order) ? Number((order as Int).v) : 0;
      const bytes = bytesOf(o);
      if (bytes === null) return null;
      let codec = byteorder === 0 ? `utf-${bits}` : `utf-${bits}-${byteorder < 0 ? 'le' : 'be'}`;
      if (byteorder === 0) {
        const size = bits / 8;
        if (bytes.length >= size) {
          if (bits === 16) {
            if (bytes[0] === 0xff && bytes[1] === 0xfe) byteorder = -1;
            else if (bytes[0] === 0xfe && bytes[1] === 0xff) byteorder = 1;
          } else if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0)
            byteorder = -1;
          else if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) byteorder = 1;
        }
      }
      if (byteorder === 0) codec = `utf-${bits}`;
      const r = yield* decodeWith(codec, o, e, final, `utf_${bits}_ex_decode`);
      return r === null ? null : newTuple([r[0], newInt(r[1]), newInt(byteorder)]);
    },
  ];
}

// --- escapes -----------------------------------------------------------------------------------------

const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');

/** CPython 3.12: Objects/unicodeobject.c PyUnicode_AsUnicodeEscapeString */
function unicodeEscape(text: string, raw: boolean): string {
  let out = '';
  for (const char of text) {
    const c = char.codePointAt(0)!;
    if (raw) {
      out += c < 0x100 ? String.fromCharCode(c) : c < 0x10000 ? `\\u${hex(c, 4)}` : `\\U${hex(c, 8)}`;
    } else if (c === 0x5c) out += '\\\\';
    else if (c === 9) out += '\\t';
    else if (c === 10) out += '\\n';
    else if (c === 13) out += '\\r';
    else if (c >= 0x20 && c < 0x7f) out += char;
    else out += c < 0x100 ? `\\x${hex(c, 2)}` : c < 0x10000 ? `\\u${hex(c, 4)}` : `\\U${hex(c, 8)}`;
  }
  return out;
}

const SIMPLE: { [c: string]: string } = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  b: '\b',
  f: '\f',
  t: '\t',
  n: '\n',
  r: '\r',
  v: '\v',
  a: '\x07',
};

/** Text of escapes; at a broken one asks the error handler. CPython 3.12: _PyUnicode_DecodeUnicodeEscapeInternal */
function* unescapeG(o: Obj, bytes: Uint8Array, errors: string, raw: boolean): Gen {
  const codec = raw ? 'rawunicodeescape' : 'unicodeescape';
  let out = '';
  let at = 0;
  const n = bytes.length;
  const digits = (from: number, count: number): number => {
    let end = from;
    while (end < n && end - from < count && /[0-9a-fA-F]/.test(String.fromCharCode(bytes[end]!))) end++;
    return end;
  };
  while (at < n) {
    const c = String.fromCharCode(bytes[at]!);
    if (c !== '\\') {
      out += c;
      at++;
      continue;
    }
    const start = at;
    let reason = '';
    let end = at + 1;
    const d = at + 1 < n ? String.fromCharCode(bytes[at + 1]!) : '';
    if (raw && d !== 'u' && d !== 'U') {
      out += c;
      at++;
      if (d !== '') {
        out += d;
        at++;
      }
      continue;
    }
    if (d === '') reason = '\\ at end of string';
    else if (!raw && d in SIMPLE) {
      out += SIMPLE[d];
      at += 2;
      continue;
    } else if (!raw && d >= '0' && d <= '7') {
      let code = 0;
      end = at + 1;
      while (end < n && end < at + 4 && bytes[end]! >= 0x30 && bytes[end]! <= 0x37)
        code = code * 8 + bytes[end++]! - 0x30;
      out += String.fromCodePoint(code);
      at = end;
      continue;
    } else if (d === 'u' || d === 'U' || (d === 'x' && !raw)) {
      const count = d === 'x' ? 2 : d === 'u' ? 4 : 8;
      end = digits(at + 2, count);
      if (end - at - 2 === count) {
        const code = Number.parseInt(String.fromCharCode(...bytes.subarray(at + 2, end)), 16);
        if (code <= 0x10ffff) {
          out += String.fromCodePoint(code);
          at = end;
          continue;
        }
        reason = raw ? '\\Uxxxxxxxx out of range' : 'illegal Unicode character';
      } else {
        reason = `truncated \\${d}${d === 'x' ? 'XX' : d === 'u' ? 'XXXX' : 'XXXXXXXX'} escape`;
      }
    } else if (d === 'N') {
      const close = bytes.indexOf(0x7d, at);
      if (bytes[at + 2] === 0x7b && close > 0) {
        const name = String.fromCharCode(...bytes.subarray(at + 3, close));
        if (!(yield* charNamesReadyG())) return null;
        const code = charNames.now!.characterNamed(name);
        if (code !== null) {
          out += code;
          at = close + 1;
          continue;
        }
        reason = 'unknown Unicode character name';
        end = close + 1;
      } else reason = 'malformed \\N character escape';
    } else {
      out += c + d;
      at += 2;
      continue;
    }
    const fixed = yield* decodeErrorG(errors, codec, o, bytes, {
      start,
      end: Math.max(end, start + 1),
      reason,
    });
    if (fixed === null) return null;
    out += fixed.text;
    at = fixed.position;
  }
  return newTuple([newStr(out), newInt(n)]);
}

function escapeRow(raw: boolean): FunctionRow[] {
  const name = raw ? 'raw_unicode_escape' : 'unicode_escape';
  return [
    [
      `${name}_encode`,
      '(str, errors=None, /)',
      (_m: Obj, o: Obj) => {
        if (!isStr(o)) return typeError(`${name}_encode() argument 1 must be str, not ${o.type.name}`);
        const text = unicodeEscape(o.v, raw);
        return newTuple([newBytes(Uint8Array.from(text, (c) => c.charCodeAt(0))), newInt(codePoints(o.v))]);
      },
    ],
    [
      `${name}_decode`,
      '(data, errors=None, final=True, /)',
      function* (_m: Obj, o: Obj, e: Obj | undefined): Gen {
        const bytes = isStr(o) ? utf8Bytes(o.v) : bytesOf(o);
        const errors = bytes === null ? null : errorsOf(e, `${name}_decode`);
        return bytes === null || errors === null ? null : yield* unescapeG(o, bytes, errors, raw);
      },
    ],
  ];
}

/** CPython 3.12: Objects/bytesobject.c PyBytes_DecodeEscape */
function escapeDecode(_m: Obj, o: Obj, e: Obj | undefined): Res {
  const bytes = isStr(o) ? utf8Bytes(o.v) : bytesOf(o);
  const errors = bytes === null ? null : errorsOf(e, 'escape_decode');
  if (bytes === null || errors === null) return null;
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c !== 0x5c) {
      out.push(c);
      continue;
    }
    if (++i === bytes.length) return raise(PyExc.ValueError, 'Trailing \\ in string');
    const d = String.fromCharCode(bytes[i]!);
    if (d in SIMPLE) {
      for (const s of SIMPLE[d]!) out.push(s.charCodeAt(0));
    } else if (d >= '0' && d <= '7') {
      let code = 0;
      let k = i;
      while (k < bytes.length && k < i + 3 && bytes[k]! >= 0x30 && bytes[k]! <= 0x37)
        code = code * 8 + bytes[k++]! - 0x30;
      out.push(code & 255);
      i = k - 1;
    } else if (d === 'x') {
      const text = String.fromCharCode(...bytes.subarray(i + 1, i + 3));
      if (/^[0-9a-fA-F]{2}$/.test(text)) {
        out.push(Number.parseInt(text, 16));
        i += 2;
      } else if (errors === 'strict')
        return raise(PyExc.ValueError, `invalid \\x escape at position ${i - 1}`);
      else {
        if (errors === 'replace') out.push(0x3f);
        if (/^[0-9a-fA-F]/.test(text)) i++;
      }
    } else out.push(0x5c, bytes[i]!);
  }
  return newTuple([newBytes(Uint8Array.from(out)), newInt(bytes.length)]);
}

function escapeEncode(_m: Obj, o: Obj): Res {
  if (!isBytes(o)) return typeError(`escape_encode() argument 1 must be bytes, not ${o.type.name}`);
  let out = '';
  for (const c of o.v) {
    if (c === 0x27 || c === 0x5c) out += `\\${String.fromCharCode(c)}`;
    else if (c === 9) out += '\\t';
    else if (c === 10) out += '\\n';
    else if (c === 13) out += '\\r';
    else out += c < 0x20 || c >= 0x7f ? `\\x${hex(c, 2)}` : String.fromCharCode(c);
  }
  return newTuple([newBytes(utf8Bytes(out)), newInt(o.v.length)]);
}

// --- charmap -----------------------------------------------------------------------------------------

/** CPython 3.12: Objects/unicodeobject.c PyUnicode_DecodeCharmap */
function* charmapDecode(_m: Obj, o: Obj, e: Obj | undefined, mapping: Obj | undefined): Gen {
  const bytes = bytesOf(o);
  const errors = bytes === null ? null : errorsOf(e, 'charmap_decode');
  if (bytes === null || errors === null) return null;
  if (mapping === undefined || mapping === None) {
    let r = decodeBytes(o, bytes, 'latin-1', errors);
    if (r === null) r = yield* settle();
    return r === null ? null : newTuple([r, newInt(bytes.length)]);
  }
  const table = isStr(mapping) ? [...mapping.v] : null;
  let out = '';
  for (let i = 0; i < bytes.length; ) {
    let char: string | null = null;
    if (table !== null) char = table[bytes[i]!] ?? '\ufffe';
    else {
      const key = newInt(bytes[i]!);
      let value: Res = getItem(mapping, key);
      if (value === null) value = yield* settle();
      decref(key);
      if (value === null) {
        if (!clearIf(PyExc.LookupError)) return null;
        char = '\ufffe';
      } else {
        if (value === None) char = '\ufffe';
        else if (isInt(value)) {
          const code = Number((value as Int).v);
          if (code < 0 || code > 0x10ffff) {
            decref(value);
            return typeError('character mapping must be in range(0x110000)');
          }
          char = String.fromCodePoint(code);
        } else if (isStr(value)) char = value.v;
        decref(value);
        if (char === null) return typeError('character mapping must return integer, None or str');
      }
    }
    if (char !== '\ufffe') {
      out += char;
      i++;
      continue;
    }
    const fixed = yield* decodeErrorG(errors, 'charmap', o, bytes, {
      start: i,
      end: i + 1,
      reason: 'character maps to <undefined>',
    });
    if (fixed === null) return null;
    out += fixed.text;
    i = fixed.position;
  }
  return newTuple([newStr(out), newInt(bytes.length)]);
}

/** The bytes a mapping has for a character; undefined: it has none; null: an error. */
function* mappedG(mapping: Obj, code: number): Gen<Uint8Array | null | undefined> {
  const key = newInt(code);
  let value = getItem(mapping, key);
  if (value === null) value = yield* settle();
  decref(key);
  if (value === null) return clearIf(PyExc.LookupError) ? undefined : null;
  let r: Uint8Array | null | undefined;
  if (value === None) r = undefined;
  else if (isInt(value)) {
    const v = Number((value as Int).v);
    r = v < 0 || v > 255 ? typeError('character mapping must be in range(256)') : Uint8Array.of(v);
  } else if (isBytes(value)) r = value.v;
  else r = typeError(`character mapping must return integer, bytes or None, not ${value.type.name}`);
  decref(value);
  return r;
}

/** CPython 3.12: Objects/unicodeobject.c _PyUnicode_EncodeCharmap */
function* charmapEncode(_m: Obj, o: Obj, e: Obj | undefined, mapping: Obj | undefined): Gen {
  if (!isStr(o)) return typeError(`charmap_encode() argument 1 must be str, not ${o.type.name}`);
  const errors = errorsOf(e, 'charmap_encode');
  if (errors === null) return null;
  if (mapping === undefined || mapping === None) {
    let r = encodeStr(o, 'latin-1', errors);
    if (r === null) r = yield* settle();
    return r === null ? null : newTuple([r, newInt(codePoints(o.v))]);
  }
  const codes = Array.from(o.v, (c) => c.codePointAt(0)!);
  const out: number[] = [];
  for (let i = 0; i < codes.length; ) {
    const mapped = yield* mappedG(mapping, codes[i]!);
    if (mapped === null) return null;
    if (mapped !== undefined) {
      out.push(...mapped);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < codes.length) {
      const next = yield* mappedG(mapping, codes[end]!);
      if (next === null) return null;
      if (next !== undefined) break;
      end++;
    }
    const fixed = yield* encodeErrorG(
      errors,
      'charmap',
      o as Str,
      codes,
      i,
      end,
      'character maps to <undefined>',
    );
    if (fixed === null) return null;
    if (fixed.bytes !== undefined) out.push(...fixed.bytes);
    else {
      for (const c of fixed.text) {
        const b = yield* mappedG(mapping, c.codePointAt(0)!);
        if (b === null) return null;
        if (b === undefined) {
          const again = yield* encodeErrorG(
            'strict',
            'charmap',
            o as Str,
            codes,
            i,
            end,
            'character maps to <undefined>',
          );
          return again === null ? null : none();
        }
        out.push(...b);
      }
    }
    i = fixed.position;
  }
  return newTuple([newBytes(Uint8Array.from(out)), newInt(codes.length)]);
}

function charmapBuild(_m: Obj, map: Obj): Res {
  if (!isStr(map)) return typeError(`charmap_build() argument must be str, not ${map.type.name}`);
  const d = newDict();
  [...map.v].forEach((c, i) => {
    if (c === '\ufffe') return;
    const key = newInt(c.codePointAt(0)!);
    const value = newInt(i);
    setItemFast(d.v, key, value);
    decref(key);
    decref(value);
  });
  return d;
}

// --- the registry ------------------------------------------------------------------------------------

function* through(which: 0 | 1, object: Obj, encoding: Obj | undefined, errors: Obj | undefined): Gen {
  const name = which === 0 ? 'encode' : 'decode';
  if (encoding !== undefined && !isStr(encoding)) {
    return typeError(`${name}() argument 'encoding' must be str, not ${encoding.type.name}`);
  }
  if (errors !== undefined && !isStr(errors)) {
    return typeError(`${name}() argument 'errors' must be str, not ${errors.type.name}`);
  }
  const codec = yield* lookupG(encoding === undefined ? 'utf-8' : (encoding as Str).v);
  if (codec === null) return null;
  const r = yield* runCodecG(codec, which, object, errors === undefined ? null : (errors as Str).v);
  decref(codec);
  return r;
}

const functions: FunctionRow[] = [
  [
    'register',
    '(search_function, /)',
    (_m: Obj, f: Obj) => (register(f) === null ? null : none()),
    'Register a codec search function.\n\nSearch functions are expected to take one argument, the encoding name in\nall lower case letters, and either return None, or a tuple of functions\n(encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object).',
  ],
  [
    'unregister',
    '(search_function, /)',
    (_m: Obj, f: Obj) => (unregister(f), none()),
    "Unregister a codec search function and clear the registry's cache.\n\nIf the search function is not registered, do nothing.",
  ],
  [
    'lookup',
    '(encoding, /)',
    function* (_m: Obj, e: Obj): Gen {
      if (!isStr(e)) return typeError(`lookup() argument must be str, not ${e.type.name}`);
      if (e.v.includes('\0')) return raise(PyExc.ValueError, 'embedded null character');
      return yield* lookupG(e.v);
    },
    'Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.',
  ],
  [
    'encode',
    "(obj, encoding='utf-8', errors='strict')",
    (_m: Obj, o: Obj, c: Obj | undefined, e: Obj | undefined) => suspendAll(through(0, o, c, e), [o, c, e]),
    "Encodes obj using the codec registered for encoding.\n\nThe default encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.",
  ],
  [
    'decode',
    "(obj, encoding='utf-8', errors='strict')",
    (_m: Obj, o: Obj, c: Obj | undefined, e: Obj | undefined) => suspendAll(through(1, o, c, e), [o, c, e]),
    'Decodes obj using the codec registered for encoding.',
  ],
  [
    'register_error',
    '(errors, handler, /)',
    (_m: Obj, name: Obj, f: Obj) => {
      if (!isStr(name)) return typeError(`register_error() argument 1 must be str, not ${name.type.name}`);
      return registerError(name.v, f) ? none() : null;
    },
    'Register the specified error handler under the name errors.\n\nhandler must be a callable object, that\nwill be called with an exception instance containing\ninformation about the location of the encoding/decoding\nerror and must return a (replacement, new position) tuple.',
  ],
  [
    'lookup_error',
    '(name, /)',
    (_m: Obj, name: Obj) =>
      isStr(name)
        ? lookupError(name.v)
        : typeError(`lookup_error() argument must be str, not ${name.type.name}`),
    'lookup_error(errors) -> handler\n\nReturn the error handler for the specified error handling name or raise a\nLookupError, if no handler exists under this name.',
  ],
  ['_forget_codec', '(encoding, /)', () => none()],
  encoder('utf_8', 'utf-8'),
  [
    'utf_7_encode',
    '(str, errors=None, /)',
    (_m: Obj, o: Obj) =>
      isStr(o) ? encodeUtf7(o.v) : typeError(`utf_7_encode() argument 1 must be str, not ${o.type.name}`),
  ],
  [
    'utf_7_decode',
    '(data, errors=None, final=False, /)',
    function* (_m: Obj, o: Obj, e: Obj | undefined, final: Obj | undefined): Gen {
      const bytes = bytesOf(o);
      const errors = bytes === null ? null : errorsOf(e, 'utf_7_decode');
      const last = errors === null ? -1 : final === undefined ? 0 : yield* truthG(final);
      if (bytes === null || errors === null || last < 0) return null;
      return yield* decodeUtf7G(o, bytes, errors, last === 1);
    },
  ],
  decoder('utf_8', 'utf-8'),
  encoder('latin_1', 'latin-1'),
  decoder('latin_1', 'latin-1', true),
  encoder('ascii', 'ascii'),
  decoder('ascii', 'ascii', true),
  ...(['16', '32'] as const).flatMap((bits) => [
    encoder(`utf_${bits}`, `utf-${bits}`),
    encoder(`utf_${bits}_le`, `utf-${bits}-le`),
    encoder(`utf_${bits}_be`, `utf-${bits}-be`),
    decoder(`utf_${bits}`, `utf-${bits}`),
    decoder(`utf_${bits}_le`, `utf-${bits}-le`),
    decoder(`utf_${bits}_be`, `utf-${bits}-be`),
  ]),
  exDecoder(16),
  exDecoder(32),
  ...escapeRow(false),
  ...escapeRow(true),
  ['escape_encode', '(data, errors=None, /)', escapeEncode],
  ['escape_decode', '(data, errors=None, /)', escapeDecode],
  ['charmap_encode', '(str, errors=None, mapping=None, /)', charmapEncode],
  ['charmap_decode', '(data, errors=None, mapping=None, /)', charmapDecode],
  ['charmap_build', '(map, /)', charmapBuild],
  [
    'readbuffer_encode',
    '(data, errors=None, /)',
    (_m: Obj, o: Obj) => {
      const bytes = isStr(o) ? utf8Bytes(o.v) : bytesOf(o);
      return bytes === null ? null : newTuple([newBytes(bytes.slice()), newInt(bytes.length)]);
    },
  ],
];

function suspendAll(gen: Gen, keep: (Obj | undefined)[]): Res {
  return suspend(
    gen,
    keep.filter((o) => o !== undefined),
  );
}

export const codecsModule = defineModule('_codecs', null, { functions, init: resetRegistry });
