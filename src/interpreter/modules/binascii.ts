// binascii: bytes as text and back (hexadecimal, base64, quoted-printable, uuencode), and check sums.
//
// Answers to CPython 3.12: Modules/binascii.c.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { bufferBytes } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytescore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Int, isInt, newInt } from '../objects/longcore.ts';
import {
  defineModule,
  type FunctionRow,
  type Module,
  moduleAdd,
  moduleGet,
} from '../objects/moduleobject.ts';
import { callG, getAttr, truthG } from '../objects/object.ts';
import { id, isStr } from '../objects/strcore.ts';
import { newExceptionClass } from './newexception.ts';

let module: Module | null = null;

function fail(message: string): null {
  return raise((moduleGet(module!, 'Error') as Obj<PyType>).v, message);
}

function data(o: Obj): Uint8Array | null {
  const b = bufferBytes(o);
  return b === undefined ? typeError(`a bytes-like object is required, not '${o.type.name}'`) : b;
}

/** Bytes, or a str of ASCII. CPython 3.12: ascii_buffer_converter */
function ascii(o: Obj): Uint8Array | null {
  if (isStr(o)) {
    if (/[^\0-\x7f]/.test(o.v)) {
      return raise(PyExc.ValueError, 'string argument should contain only ASCII characters');
    }
    return Uint8Array.from(o.v, (c) => c.charCodeAt(0));
  }
  const b = bufferBytes(o);
  return b === undefined
    ? typeError(`argument should be bytes, buffer or ASCII string, not '${o.type.name}'`)
    : b;
}

const bytesOf = (text: string): Obj => newBytes(Uint8Array.from(text, (c) => c.charCodeAt(0)));

// --- hexadecimal -------------------------------------------------------------------------------------

function unhex(_m: Obj, o: Obj): Res {
  const b = ascii(o);
  if (b === null) return null;
  if (b.length % 2 !== 0) return fail('Odd-length string');
  const out = new Uint8Array(b.length / 2);
  for (let i = 0; i < out.length; i++) {
    const pair = String.fromCharCode(b[2 * i]!, b[2 * i + 1]!);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) return fail('Non-hexadecimal digit found');
    out[i] = Number.parseInt(pair, 16);
  }
  return newBytes(out);
}

/** The work is that of bytes.hex(). */
function* hex(_m: Obj, o: Obj, sep: Obj | undefined, group: Obj | undefined): Gen {
  const b = data(o);
  if (b === null) return null;
  const copy = newBytes(b.slice());
  const f = getAttr(copy, id('hex'));
  decref(copy);
  if (f === null) return null;
  const args = [sep, group].filter((a) => a !== undefined);
  const r = yield* callG(f, args);
  decref(f);
  if (r === null) return null;
  const text = (r as Obj<string>).v;
  decref(r);
  return bytesOf(text);
}

// --- base64 ------------------------------------------------------------------------------------------

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(256).fill(255);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

function* fromBase64(_m: Obj, o: Obj, strictArg: Obj | undefined): Gen {
  const b = ascii(o);
  if (b === null) return null;
  const t = strictArg === undefined ? 0 : yield* truthG(strictArg);
  if (t < 0) return null;
  const strict = t === 1;
  const out: number[] = [];
  if (strict && b[0] === 0x3d) return fail('Leading padding not allowed');
  let quad = 0;
  let left = 0;
  let pads = 0;
  let padding = false;
  for (let i = 0; i < b.length; i++) {
    if (b[i] === 0x3d) {
      padding = true;
      if (strict && quad === 0) return fail('Excess padding not allowed');
      if (quad >= 2 && quad + ++pads >= 4) {
        if (strict && i + 1 < b.length) return fail('Excess data after padding');
        return newBytes(Uint8Array.from(out));
      }
      continue;
    }
    const v = VALUES[b[i]!]!;
    if (v >= 64) {
      if (strict) return fail('Only base64 data is allowed');
      continue;
    }
    if (strict && padding) return fail('Discontinuous padding not allowed');
    pads = 0;
    if (quad === 0) left = v;
    else if (quad === 1) {
      out.push((left << 2) | (v >> 4));
      left = v & 15;
    } else if (quad === 2) {
      out.push((left << 4) | (v >> 2));
      left = v & 3;
    } else out.push((left << 6) | v);
    quad = (quad + 1) % 4;
  }
  if (quad === 1) {
    return fail(
      `Invalid base64-encoded string: number of data characters (${(out.length / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`,
    );
  }
  return quad !== 0 ? fail('Incorrect padding') : newBytes(Uint8Array.from(out));
}

function* toBase64(_m: Obj, o: Obj, newline: Obj | undefined): Gen {
  const b = data(o);
  if (b === null) return null;
  const t = newline === undefined ? 1 : yield* truthG(newline);
  if (t < 0) return null;
  let out = '';
  for (let i = 0; i < b.length; i += 3) {
    const n = (b[i]! << 16) | ((b[i + 1] ?? 0) << 8) | (b[i + 2] ?? 0);
    out += ALPHABET[n >> 18]! + ALPHABET[(n >> 12) & 63]!;
    out += i + 1 < b.length ? ALPHABET[(n >> 6) & 63]! : '=';
    out += i + 2 < b.length ? ALPHABET[n & 63]! : '=';
  }
  return bytesOf(t === 1 ? `${out}\n` : out);
}

// --- uuencode ----------------------------------------------------------------------------------------

function fromUu(_m: Obj, o: Obj): Res {
  const b = ascii(o);
  if (b === null) return null;
  const length = ((b[0] ?? 0x20) - 0x20) & 0x3f;
  const out: number[] = [];
  let bits = 0;
  let count = 0;
  let at = 1;
  while (out.length < length) {
    const c = at < b.length ? b[at]! : 0x0a;
    let v = 0;
    if (c !== 0x0a && c !== 0x0d && at < b.length) {
      if (c < 0x20 || c > 0x60) return fail('Illegal char');
      v = (c - 0x20) & 0x3f;
    }
    at++;
    bits = (bits << 6) | v;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out.push((bits >> count) & 255);
      bits &= (1 << count) - 1;
    }
  }
  for (; at < b.length; at++) {
    const c = b[at]!;
    if (c !== 0x20 && c !== 0x60 && c !== 0x0a && c !== 0x0d) return fail('Trailing garbage');
  }
  return newBytes(Uint8Array.from(out));
}

function* toUu(_m: Obj, o: Obj, backtick: Obj | undefined): Gen {
  const b = data(o);
  if (b === null) return null;
  const t = backtick === undefined ? 0 : yield* truthG(backtick);
  if (t < 0) return null;
  if (b.length > 45) return fail('At most 45 bytes at once');
  const char = (v: number): string => (v === 0 && t === 1 ? '`' : String.fromCharCode(0x20 + v));
  let out = char(b.length);
  for (let i = 0; i < b.length; i += 3) {
    const n = (b[i]! << 16) | ((b[i + 1] ?? 0) << 8) | (b[i + 2] ?? 0);
    out += char(n >> 18) + char((n >> 12) & 63) + char((n >> 6) & 63) + char(n & 63);
  }
  return bytesOf(`${out}\n`);
}

// --- quoted-printable --------------------------------------------------------------------------------

function* fromQp(_m: Obj, o: Obj, headerArg: Obj | undefined): Gen {
  const b = ascii(o);
  if (b === null) return null;
  const header = headerArg === undefined ? 0 : yield* truthG(headerArg);
  if (header < 0) return null;
  const out: number[] = [];
  for (let i = 0; i < b.length; ) {
    const c = b[i]!;
    if (c === 0x3d) {
      i++;
      if (i >= b.length) break;
      if (b[i] === 0x0a || b[i] === 0x0d) {
        if (b[i] !== 0x0a) while (i < b.length && b[i] !== 0x0a) i++;
        if (i < b.length) i++;
      } else if (b[i] === 0x3d) {
        out.push(0x3d);
        i++;
      } else {
        const pair = String.fromCharCode(b[i]!, b[i + 1] ?? 0);
        if (/^[0-9a-fA-F]{2}$/.test(pair)) {
          out.push(Number.parseInt(pair, 16));
          i += 2;
        } else out.push(0x3d);
      }
    } else {
      out.push(header === 1 && c === 0x5f ? 0x20 : c);
      i++;
    }
  }
  return newBytes(Uint8Array.from(out));
}

function* toQp(
  _m: Obj,
  o: Obj,
  quotetabs: Obj | undefined,
  istext: Obj | undefined,
  header: Obj | undefined,
): Gen {
  const b = data(o);
  if (b === null) return null;
  const flags: number[] = [];
  for (const [f, otherwise] of [
    [quotetabs, 0],
    [istext, 1],
    [header, 0],
  ] as const) {
    const t = f === undefined ? otherwise : yield* truthG(f);
    if (t < 0) return null;
    flags.push(t);
  }
  const [tabs, text, head] = flags as [number, number, number];
  // Line ends as the first one in the data has them.
  const first = b.indexOf(0x0a);
  const end = first > 0 && b[first - 1] === 0x0d ? '\r\n' : '\n';
  const escape = (c: number): string => `=${c.toString(16).toUpperCase().padStart(2, '0')}`;
  let out = '';
  let line = 0;
  for (let i = 0; i < b.length; ) {
    const c = b[i]!;
    const next = b[i + 1];
    const last = i + 1 === b.length;
    const special =
      c > 126 ||
      c === 0x3d ||
      (head === 1 && c === 0x5f) ||
      (c === 0x2e && line === 0 && (last || next === 0x0a || next === 0x0d || next === 0)) ||
      (text === 0 && (c === 0x0d || c === 0x0a)) ||
      ((c === 0x09 || c === 0x20) && last) ||
      (c < 33 && c !== 0x0d && c !== 0x0a && c !== 0x09 && c !== 0x20) ||
      (c < 33 && c !== 0x0d && c !== 0x0a && (tabs === 1 || (tabs === 0 && c !== 0x09 && c !== 0x20)));
    if (special) {
      if (line + 3 >= 76) {
        out += `=${end}`;
        line = 0;
      }
      out += escape(c);
      line += 3;
      i++;
    } else if (text === 1 && (c === 0x0a || (c === 0x0d && next === 0x0a))) {
      line = 0;
      const tail = out[out.length - 1];
      if (tail === ' ' || tail === '\t') out = out.slice(0, -1) + escape(tail.charCodeAt(0));
      out += end;
      i += c === 0x0d ? 2 : 1;
    } else {
      if (!last && next !== 0x0a && line + 1 >= 76) {
        out += `=${end}`;
        line = 0;
      }
      line++;
      out += head === 1 && c === 0x20 ? '_' : String.fromCharCode(c);
      i++;
    }
  }
  return bytesOf(out);
}

// --- check sums --------------------------------------------------------------------------------------

const CRC32 = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) !== 0 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

export function crc32Of(bytes: Uint8Array, start: number): number {
  let c = ~start;
  for (let i = 0; i < bytes.length; i++) c = CRC32[(c ^ bytes[i]!) & 255]! ^ (c >>> 8);
  return ~c >>> 0;
}

function crc32(_m: Obj, o: Obj, start: Obj | undefined): Res {
  const b = data(o);
  if (b === null) return null;
  if (start !== undefined && !isInt(start)) {
    return typeError(`'${start.type.name}' object cannot be interpreted as an integer`);
  }
  const from = start === undefined ? 0 : Number(BigInt.asUintN(32, BigInt((start as Int).v)));
  return newInt(crc32Of(b, from));
}

function* crcHqx(_m: Obj, o: Obj, start: Obj): Gen {
  const b = data(o);
  if (b === null) return null;
  const n = yield* ssizeG(start, null);
  if (n === null) return null;
  let crc = n & 0xffff;
  for (const byte of b) {
    crc ^= byte << 8;
    for (let k = 0; k < 8; k++)
      crc = (crc & 0x8000) !== 0 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return newInt(crc);
}

const functions: FunctionRow[] = [
  [
    'a2b_hex',
    '(hexstr, /)',
    unhex,
    'Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).\nThis function is also available as "unhexlify()".',
  ],
  [
    'unhexlify',
    '(hexstr, /)',
    unhex,
    'Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).',
  ],
  [
    'b2a_hex',
    '(data, sep=<unrepresentable>, bytes_per_sep=1)',
    hex,
    'Hexadecimal representation of binary data.',
  ],
  [
    'hexlify',
    '(data, sep=<unrepresentable>, bytes_per_sep=1)',
    hex,
    'Hexadecimal representation of binary data.',
  ],
  ['a2b_base64', '(data, /, *, strict_mode=False)', fromBase64, 'Decode a line of base64 data.'],
  ['b2a_base64', '(data, /, *, newline=True)', toBase64, 'Base64-code line of data.'],
  ['a2b_uu', '(data, /)', fromUu, 'Decode a line of uuencoded data.'],
  ['b2a_uu', '(data, /, *, backtick=False)', toUu, 'Uuencode line of data.'],
  ['a2b_qp', '(data, header=False)', fromQp, 'Decode a string of qp-encoded data.'],
  [
    'b2a_qp',
    '(data, quotetabs=False, istext=True, header=False)',
    toQp,
    'Encode a string using quoted-printable encoding.',
  ],
  ['crc32', '(data, crc=0, /)', crc32, 'Compute CRC-32 incrementally.'],
  ['crc_hqx', '(data, crc, /)', crcHqx, 'Compute CRC-CCITT incrementally.'],
];

export const binasciiModule = defineModule('binascii', 'Conversion between binary data and ASCII', {
  functions,
  init: (m) => {
    module = m;
    moduleAdd(m, 'Error', newExceptionClass('binascii.Error', PyExc.ValueError));
    moduleAdd(m, 'Incomplete', newExceptionClass('binascii.Incomplete', PyExc.Exception));
  },
});
