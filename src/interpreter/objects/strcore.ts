// Strings: making, interning, hashing and measuring them. The methods are in unicodeobject.ts.
//
// The payload is a JavaScript string (UTF-16). Python counts code points, so a string with characters
// outside the basic plane is measured and indexed by the slow path; whether it has any is remembered by
// length comparison in `codePoints`. The cached hash (low half) is in `x`.
//
// Answers to CPython 3.12: Objects/unicodeobject.c (creation, interning, unicode_hash).
// A difference: a lone high surrogate directly followed by a lone low one is one character here.

import { immortal, Obj, PyType, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { hashString } from './pyhash.ts';

export type Str = Obj<string>;

export const strType = new PyType('str', TPFLAGS.BASETYPE | TPFLAGS.UNICODE_SUBCLASS, typeType);

/** A str or an instance of a subclass. */
export function isStr(o: Obj): o is Str {
  return (o.type.flags & TPFLAGS.UNICODE_SUBCLASS) !== 0;
}

export function isStrExact(o: Obj): o is Str {
  return o.type === strType;
}

const interned = new Map<string, Str>();

// Latin-1 characters and the empty string exist once, for ever (CPython keeps them in _PyRuntime).
const latin1: Str[] = [];
for (let i = 0; i < 256; i++) {
  const s: Str = immortal(new Obj<string>(strType, String.fromCharCode(i)));
  s.gc = -1;
  latin1.push(s);
  interned.set(s.v, s);
}
const empty: Str = immortal(new Obj<string>(strType, ''));
empty.gc = -1;
interned.set('', empty);

/** A str object (a new reference). One-character Latin-1 strings and '' are shared, as in CPython. */
export function newStr(value: string): Str {
  const n = value.length;
  if (n <= 1) {
    if (n === 0) {
      empty.rc++;
      return empty;
    }
    const c = value.charCodeAt(0);
    if (c < 256) {
      const s = latin1[c]!;
      s.rc++;
      return s;
    }
  }
  return new Obj<string>(strType, value);
}

/**
 * The one interned str with this value (a new reference). An interned string dies like any other; the
 * table does not count as a reference. CPython 3.12: Objects/unicodeobject.c PyUnicode_InternFromString
 */
export function intern(value: string): Str {
  const found = interned.get(value);
  if (found !== undefined) {
    found.rc++;
    return found;
  }
  const s: Str = new Obj<string>(strType, value);
  // An interned string is marked in the field the collector does not need for a str.
  s.gc = -1;
  interned.set(value, s);
  return s;
}

/** An interned string that lives for ever: names the runtime itself uses. */
export function id(value: string): Str {
  const s = intern(value);
  s.rc--;
  if (s.rc < 0x0fffffff) immortal(s);
  return s;
}

/** Interns an existing str: answers a new reference to the interned one, and drops the caller's. */
export function internInPlace(s: Str): Str {
  if (s.gc === -1 || s.type !== strType) return s;
  const found = interned.get(s.v);
  if (found !== undefined) {
    found.rc++;
    if (--s.rc === 0) {
      // A plain str owns nothing: there is nothing further to release.
      s.rc = 0;
    }
    return found;
  }
  s.gc = -1;
  interned.set(s.v, s);
  return s;
}

export function isInterned(s: Obj): boolean {
  return s.gc === -1;
}

/** Called when an interned str dies. */
export function uninterned(s: Obj): void {
  interned.delete((s as Str).v);
}

/** The low half of a str's hash; computed once. `tstate.hashHi` is NOT set: use strHashFull for both. */
export function strHash(s: Obj): number {
  if (s.type === strType) {
    const cached = s.x as number | null;
    if (cached !== null) return cached;
    const h = hashString((s as Str).v);
    s.x = h;
    return h;
  }
  return hashString((s as Str).v);
}

/** Both halves: answers the low one and sets `tstate.hashHi`. */
export function strHashFull(s: Obj): number {
  const lo = hashString((s as Str).v);
  if (s.type === strType) s.x = lo;
  return lo;
}

/** Before a run: forgets the strings of the last one, and the hashes (their seed may be another) of those that stay. */
export function resetStrings(): void {
  for (const [value, s] of interned) {
    s.x = null;
    if (s.rc < 0x0fffffff) interned.delete(value);
  }
  tstate.hashHi = 0;
}

const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]/;

// The answers about two long strings are kept: a loop over `s[i]` asks about the same string each time.
let known1 = '';
let known2 = '';
let answer1 = false;
let answer2 = false;

/** True if the UTF-16 length differs from the number of code points. */
export function hasAstral(s: string): boolean {
  if (s.length < 64) return SURROGATES.test(s);
  if (s === known1) return answer1;
  if (s === known2) return answer2;
  known2 = known1;
  answer2 = answer1;
  known1 = s;
  answer1 = SURROGATES.test(s);
  return answer1;
}

/** Length in code points, which is what Python counts. */
export function codePoints(s: string): number {
  if (!hasAstral(s)) return s.length;
  let n = 0;
  for (const _ of s) n++;
  return n;
}
