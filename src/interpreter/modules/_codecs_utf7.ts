// UTF-7 (RFC 2152): text in which whatever is not plain ASCII stands as base 64 of UTF-16 between "+" and "-".
//
// Answers to CPython 3.12: Objects/unicodeobject.c (PyUnicode_DecodeUTF7Stateful, _PyUnicode_EncodeUTF7).

import type { Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { newBytes } from '../objects/bytescore.ts';
import { decodeErrorG } from '../objects/codecs.ts';
import { newInt } from '../objects/longcore.ts';
import { newTuple } from '../objects/seqcore.ts';
import { codePoints, newStr } from '../objects/strcore.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PLUS = 0x2b;
const MINUS = 0x2d;

const VALUES = new Int8Array(256).fill(-1);
for (let i = 0; i < 64; i++) VALUES[BASE64.charCodeAt(i)] = i;

/** Characters that stand for themselves: all printable ones but "+", "\" and "~", and white space. */
function isDirect(c: number): boolean {
  if (c === 9 || c === 10 || c === 13) return true;
  return c >= 0x20 && c < 0x7f && c !== PLUS && c !== 0x5c && c !== 0x7e;
}

/** [bytes, number of characters] */
export function encodeUtf7(text: string): Obj {
  const out: number[] = [];
  let inside = false;
  let bits = 0;
  let buffer = 0;
  const put = (sextet: number): void => {
    out.push(BASE64.charCodeAt(sextet & 63));
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isDirect(c)) {
      if (inside) {
        if (bits > 0) put(buffer << (6 - bits));
        bits = buffer = 0;
        inside = false;
        // Other characters end the sequence by themselves.
        if (VALUES[c]! >= 0 || c === MINUS) out.push(MINUS);
      }
      out.push(c);
      continue;
    }
    if (!inside) {
      out.push(PLUS);
      if (c === PLUS) {
        out.push(MINUS);
        continue;
      }
      inside = true;
    }
    buffer = ((buffer & 63) << 16) | c;
    bits += 16;
    while (bits >= 6) {
      put(buffer >> (bits - 6));
      bits -= 6;
    }
    buffer &= (1 << bits) - 1;
  }
  if (bits > 0) put(buffer << (6 - bits));
  if (inside) out.push(MINUS);
  return newTuple([newBytes(Uint8Array.from(out)), newInt(codePoints(text))]);
}

/** [text, number of bytes used]; `final`: no more will come. */
export function* decodeUtf7G(o: Obj, bytes: Uint8Array, errors: string, final: boolean): Gen {
  const n = bytes.length;
  let out = '';
  let at = 0;
  let inside = false;
  let start = 0;
  let textStart = 0;
  let bits = 0;
  let buffer = 0;
  let high = '';
  for (;;) {
    let reason = '';
    while (at < n && reason === '') {
      const c = bytes[at]!;
      const value = VALUES[c]!;
      if (inside && value >= 0) {
        buffer = (buffer << 6) | value;
        bits += 6;
        at++;
        if (bits < 16) continue;
        const unit = (buffer >> (bits - 16)) & 0xffff;
        bits -= 16;
        buffer &= (1 << bits) - 1;
        const char = String.fromCharCode(unit);
        if (high !== '') {
          out += high;
          high = '';
          if (unit >= 0xdc00 && unit < 0xe000) {
            out += char;
            continue;
          }
        }
        if (unit >= 0xd800 && unit < 0xdc00) high = char;
        else out += char;
      } else if (inside) {
        inside = false;
        if (bits >= 6) {
          at++;
          reason = 'partial character in shift sequence';
          continue;
        }
        if (bits > 0 && buffer !== 0) {
          at++;
          reason = 'non-zero padding bits in shift sequence';
          continue;
        }
        if (c <= 127 && c !== PLUS) out += high;
        high = '';
        if (c === MINUS) at++;
      } else if (c === PLUS) {
        start = at++;
        if (bytes[at] === MINUS) {
          at++;
          out += '+';
        } else if (at < n && VALUES[bytes[at]!]! < 0) {
          at++;
          reason = 'ill-formed sequence';
        } else {
          inside = true;
          high = '';
          textStart = out.length;
          bits = buffer = 0;
        }
      } else if (c <= 127) {
        out += String.fromCharCode(c);
        at++;
      } else {
        start = at++;
        reason = 'unexpected special character';
      }
    }
    if (reason === '' && inside && final) {
      inside = false;
      if (high !== '' || bits >= 6 || (bits > 0 && buffer !== 0)) reason = 'unterminated shift sequence';
    }
    if (reason === '') break;
    const fixed = yield* decodeErrorG(errors, 'utf7', o, bytes, { start, end: at, reason });
    if (fixed === null) return null;
    out += fixed.text;
    at = fixed.position;
  }
  if (inside) return newTuple([newStr(out.slice(0, textStart)), newInt(start)]);
  return newTuple([newStr(out), newInt(at)]);
}
