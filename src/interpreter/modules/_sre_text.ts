// The text a pattern is matched against: code points of a str, or bytes; and parts of it as Python objects.
//
// The matcher reads integers. The integers of the last texts are kept, so that a program that goes through a long
// text match by match does not turn all of it into integers each time.
//
// Answers to CPython 3.12: Modules/_sre/sre.c (getstring, getslice, state_init).

import type { Obj, Res } from '../memory/object.ts';
import { bufferBytes, bufferOffer } from '../objects/buffer.ts';
import { bytesType, newBytes } from '../objects/bytescore.ts';
import { typeError } from '../objects/errors.ts';
import { unchanged, unitIndex } from '../objects/str_search.ts';
import { hasAstral, isStr, newStr, type Str } from '../objects/strcore.ts';

export interface Text {
  codes: Int32Array;
  isBytes: boolean;
  /** A str in which UTF-16 positions are not those of characters. */
  astral: boolean;
}

// The last two long strings: searching and substituting may go through two texts in turn.
const KEPT_FROM = 64;
let kept1: [string, Text] = ['', { codes: new Int32Array(0), isBytes: false, astral: false }];
let kept2 = kept1;

function textOfString(s: string): Text {
  const n = s.length;
  if (n >= KEPT_FROM) {
    if (kept1[0] === s) return kept1[1];
    if (kept2[0] === s) {
      [kept1, kept2] = [kept2, kept1];
      return kept1[1];
    }
  }
  let text: Text;
  if (hasAstral(s))
    text = { codes: Int32Array.from(s, (c) => c.codePointAt(0)!), isBytes: false, astral: true };
  else {
    const codes = new Int32Array(n);
    for (let i = 0; i < n; i++) codes[i] = s.charCodeAt(i);
    text = { codes, isBytes: false, astral: false };
  }
  if (n >= KEPT_FROM) {
    kept2 = kept1;
    kept1 = [s, text];
  }
  return text;
}

/** The characters of a str or of a bytes-like object; null with TypeError. CPython 3.12: getstring */
export function textOf(o: Obj): Text | null {
  if (isStr(o)) return textOfString(o.v);
  const bytes = bufferBytes(o);
  if (bytes === null) return null;
  if (bytes === undefined) {
    return typeError(`expected string or bytes-like object, got '${o.type.name}'`);
  }
  return { codes: Int32Array.from(bytes), isBytes: true, astral: false };
}

/** Keeps a buffer from being resized while it is matched against. */
export function holdBuffer(o: Obj): void {
  if (!isStr(o)) bufferOffer(o)?.export(o);
}

export function releaseBuffer(o: Obj): void {
  if (!isStr(o)) bufferOffer(o)?.release(o);
}

/** A part of a str as a JavaScript string, by character positions. */
export function substring(s: string, from: number, to: number, astral: boolean): string {
  if (!astral) return s.slice(from, to);
  const i = unitIndex(s, from);
  return s.slice(i, i + unitIndex(s.slice(i), to - from));
}

/** A part of a text (new reference); the text itself if it is the whole of it. CPython 3.12: getslice */
export function slice(o: Obj, from: number, to: number, astral: boolean): Res {
  if (isStr(o)) {
    const s = o.v;
    const part = substring(s, from, to, astral);
    return part.length === s.length ? unchanged(o as Str) : newStr(part);
  }
  const bytes = bufferBytes(o);
  if (bytes == null) return null;
  if (o.type === bytesType && from === 0 && to === bytes.length) {
    o.rc++;
    return o;
  }
  return newBytes(bytes.slice(from, to));
}
