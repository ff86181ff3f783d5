// Looking for and at parts of strings: find, count, startswith, split, partition, replace, strip.
//
// Python counts code points, JavaScript UTF-16 units. In a string without characters beyond the basic plane both are
// the same; in others positions are translated on the way in and out.
//
// Answers to CPython 3.12: Objects/unicodeobject.c, Objects/stringlib (fastsearch.h, split.h, find.h).

import { type Obj, type Res, worked } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { isSpace } from '../text/unicodectype.ts';
import { smallIndex, ssizeG } from './abstract.ts';
import { method } from './descrobject.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { newBool, newInt } from './longcore.ts';
import { parsesTuple } from './methodobject.ts';
import { truthG } from './object.ts';
import { argTypeName, findBoundsG } from './searchargs.ts';
import { isTuple, newList, newTuple } from './seqcore.ts';
import { None } from './singletons.ts';
import { codePoints, hasAstral, isStr, newStr, type Str, strType } from './strcore.ts';

const text = (o: Obj): string => (o as Str).v;

/** The same string object if it is an exact str, else an exact copy. CPython 3.12: unicode_result_unchanged */
export function unchanged(o: Obj): Res {
  if (o.type !== strType) return newStr(text(o));
  o.rc++;
  return o;
}

/** A part of `o`: `o` itself if it is the whole of it. */
export function partOf(o: Obj, part: string): Res {
  return part.length === text(o).length ? unchanged(o) : newStr(part);
}

/** The UTF-16 index of the n-th code point. */
export function unitIndex(s: string, n: number): number {
  let i = 0;
  for (; n > 0 && i < s.length; n--) i += s.codePointAt(i)! > 0xffff ? 2 : 1;
  return i;
}

export function mustBeStr(o: Obj): null {
  return typeError(`must be str, not ${o.type.name}`);
}

// --- find, index, count --------------------------------------------------------------------------------

/** Runs `f` with the bounds as code points; at once when they are plain ints or absent. */
function withBounds(
  self: Obj,
  sub: Obj,
  start: Obj | undefined,
  end: Obj | undefined,
  f: (s: string, start: number, end: number) => Res,
): Res {
  const s = text(self);
  if (start === undefined && end === undefined) return f(s, 0, hasAstral(s) ? codePoints(s) : s.length);
  const from = start === undefined || start === None ? 0 : smallIndex(start);
  const to = end === undefined || end === None ? Number.MAX_SAFE_INTEGER : smallIndex(end);
  if (from === null || to === null) {
    return suspend(boundsG(self, start, end, f), [self, sub, start ?? None, end ?? None]);
  }
  const n = hasAstral(s) ? codePoints(s) : s.length;
  return f(s, from < 0 ? Math.max(0, from + n) : from, to < 0 ? Math.max(0, to + n) : Math.min(to, n));
}

function* boundsG(
  self: Obj,
  start: Obj | undefined,
  end: Obj | undefined,
  f: (s: string, start: number, end: number) => Res,
): Gen {
  const s = text(self);
  const bounds = yield* findBoundsG(start, end, () => codePoints(s));
  return bounds === null ? null : f(s, bounds.start, bounds.stop);
}

/** Position of `sub` in code points, or -1. */
function findIn(s: string, sub: string, start: number, end: number, last: boolean): number {
  worked(s.length);
  if (!hasAstral(s)) {
    if (end - start < sub.length) return -1;
    if (last) {
      const at = s.lastIndexOf(sub, end - sub.length);
      return at >= start ? at : -1;
    }
    const at = end === s.length ? s.indexOf(sub, start) : s.slice(0, end).indexOf(sub, start);
    return at;
  }
  if (start > end) return -1;
  const window = s.slice(unitIndex(s, start), unitIndex(s, end));
  const at = last ? window.lastIndexOf(sub) : window.indexOf(sub);
  return at < 0 ? -1 : start + codePoints(window.slice(0, at));
}

function countIn(s: string, sub: string, start: number, end: number): number {
  worked(s.length);
  if (start > end) return 0;
  const astral = hasAstral(s);
  if (sub === '') return end - start + 1;
  const window = astral ? s.slice(unitIndex(s, start), unitIndex(s, end)) : s.slice(start, end);
  let n = 0;
  for (let at = window.indexOf(sub); at >= 0; at = window.indexOf(sub, at + sub.length)) n++;
  return n;
}

function finder(last: boolean, required: boolean): (self: Obj, sub: Obj, start?: Obj, end?: Obj) => Res {
  return (self, sub, start, end) => {
    if (!isStr(sub)) return mustBeStr(sub);
    return withBounds(self, sub, start, end, (s, from, to) => {
      const at = findIn(s, sub.v, from, to, last);
      if (at < 0 && required) return raise(PyExc.ValueError, 'substring not found');
      return newInt(at);
    });
  };
}

function count(self: Obj, sub: Obj, start?: Obj, end?: Obj): Res {
  if (!isStr(sub)) return mustBeStr(sub);
  return withBounds(self, sub, start, end, (s, from, to) => newInt(countIn(s, sub.v, from, to)));
}

// --- startswith, endswith ------------------------------------------------------------------------------

function matcher(name: string, atEnd: boolean): (self: Obj, prefix: Obj, start?: Obj, end?: Obj) => Res {
  const matches = (s: string, part: string, from: number, to: number): boolean => {
    if (hasAstral(s)) {
      if (from > to) return false;
      const window = s.slice(unitIndex(s, from), unitIndex(s, to));
      return atEnd ? window.endsWith(part) : window.startsWith(part);
    }
    if (to - from < part.length) return false;
    return s.startsWith(part, atEnd ? to - part.length : from);
  };
  return (self, prefix, start, end) =>
    withBounds(self, prefix, start, end, (s, from, to) => {
      if (isStr(prefix)) return newBool(matches(s, prefix.v, from, to));
      if (!isTuple(prefix)) {
        return typeError(`${name} first arg must be str or a tuple of str, not ${prefix.type.name}`);
      }
      for (const p of prefix.v) {
        if (!isStr(p)) {
          return typeError(`tuple for ${name} must only contain str, not ${p.type.name}`);
        }
        if (matches(s, p.v, from, to)) return newBool(true);
      }
      return newBool(false);
    });
}

// --- split ---------------------------------------------------------------------------------------------

function splitSpace(o: Obj, max: number): string[] {
  worked(text(o).length);
  const s = text(o);
  const parts: string[] = [];
  const n = s.length;
  let i = 0;
  while (max-- > 0) {
    while (i < n && isSpace(s.charCodeAt(i))) i++;
    if (i === n) return parts;
    const start = i;
    while (i < n && !isSpace(s.charCodeAt(i))) i++;
    parts.push(s.slice(start, i));
  }
  while (i < n && isSpace(s.charCodeAt(i))) i++;
  // What is left after the last split keeps the space at its end.
  if (i < n) parts.push(s.slice(i));
  return parts;
}

function rsplitSpace(o: Obj, max: number): string[] {
  const s = text(o);
  const parts: string[] = [];
  let i = s.length;
  while (max-- > 0) {
    while (i > 0 && isSpace(s.charCodeAt(i - 1))) i--;
    if (i === 0) return parts.reverse();
    const end = i;
    while (i > 0 && !isSpace(s.charCodeAt(i - 1))) i--;
    parts.push(s.slice(i, end));
  }
  while (i > 0 && isSpace(s.charCodeAt(i - 1))) i--;
  if (i > 0) parts.push(s.slice(0, i));
  return parts.reverse();
}

function splitBy(s: string, sep: string, max: number, fromRight: boolean): string[] {
  worked(s.length);
  // From the right, separators that overlap are others than from the left.
  if (max === Infinity && (!fromRight || sep.length === 1)) return s.split(sep);
  const parts: string[] = [];
  if (!fromRight) {
    let start = 0;
    for (let at = s.indexOf(sep); at >= 0 && parts.length < max; at = s.indexOf(sep, start)) {
      parts.push(s.slice(start, at));
      start = at + sep.length;
    }
    parts.push(s.slice(start));
    return parts;
  }
  let end = s.length;
  while (parts.length < max && end >= sep.length) {
    const at = s.lastIndexOf(sep, end - sep.length);
    if (at < 0) break;
    parts.push(s.slice(at + sep.length, end));
    end = at;
  }
  parts.push(s.slice(0, end));
  return parts.reverse();
}

function listOf(o: Obj, parts: string[]): Res {
  if (parts.length === 1 && parts[0]!.length === text(o).length) return newList([unchanged(o)!]);
  const items: Obj[] = [];
  for (let i = 0; i < parts.length; i++) items.push(newStr(parts[i]!));
  return newList(items);
}

function splitter(fromRight: boolean): (self: Obj, sep?: Obj, maxsplit?: Obj) => Res {
  const run = (self: Obj, sep: Obj | undefined, max: number): Res => {
    if (max < 0) max = Infinity;
    if (sep === undefined || sep === None) {
      return listOf(self, fromRight ? rsplitSpace(self, max) : splitSpace(self, max));
    }
    if (!isStr(sep)) return typeError(`must be str or None, not ${sep.type.name}`);
    if (sep.v === '') return raise(PyExc.ValueError, 'empty separator');
    return listOf(self, splitBy(text(self), sep.v, max, fromRight));
  };
  function* slow(self: Obj, sep: Obj | undefined, maxsplit: Obj): Gen {
    const max = yield* ssizeG(maxsplit, PyExc.OverflowError);
    return max === null ? null : run(self, sep, max);
  }
  return (self, sep, maxsplit) => {
    const max = maxsplit === undefined ? -1 : smallIndex(maxsplit);
    if (max === null) return suspend(slow(self, sep, maxsplit!), [self, sep ?? None, maxsplit!]);
    return run(self, sep, max);
  };
}

/** CPython 3.12: Py_UNICODE_ISLINEBREAK */
function isLineBreak(c: number): boolean {
  return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c === 0x85 || c === 0x2028 || c === 0x2029;
}

/** CPython 3.12: Objects/stringlib/split.h splitlines */
export function splitLines(s: string, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (!isLineBreak(c)) continue;
    const end = i;
    if (c === 13 && s.charCodeAt(i + 1) === 10) i++;
    lines.push(s.slice(start, keepEnds ? i + 1 : end));
    start = i + 1;
  }
  if (start < s.length) lines.push(s.slice(start));
  return lines;
}

function partition(self: Obj, sep: Obj, fromRight: boolean): Res {
  if (!isStr(sep)) return mustBeStr(sep);
  if (sep.v === '') return raise(PyExc.ValueError, 'empty separator');
  const s = text(self);
  const at = fromRight ? s.lastIndexOf(sep.v) : s.indexOf(sep.v);
  if (at < 0) {
    const all = unchanged(self)!;
    return newTuple(fromRight ? [newStr(''), newStr(''), all] : [all, newStr(''), newStr('')]);
  }
  sep.rc++;
  return newTuple([newStr(s.slice(0, at)), sep, newStr(s.slice(at + sep.v.length))]);
}

// --- strip, replace ------------------------------------------------------------------------------------

function stripper(name: string, left: boolean, right: boolean): (self: Obj, chars?: Obj) => Res {
  return (self, chars) => {
    const s = text(self);
    let i = 0;
    let j = s.length;
    if (chars === undefined || chars === None) {
      if (left) while (i < j && isSpace(s.charCodeAt(i))) i++;
      if (right) while (j > i && isSpace(s.charCodeAt(j - 1))) j--;
      return partOf(self, s.slice(i, j));
    }
    if (!isStr(chars)) return typeError(`${name} arg must be None or str`);
    const set = chars.v;
    if (hasAstral(s) || hasAstral(set)) {
      const all = [...s];
      const wanted = new Set(set);
      let a = 0;
      let b = all.length;
      if (left) while (a < b && wanted.has(all[a]!)) a++;
      if (right) while (b > a && wanted.has(all[b - 1]!)) b--;
      return partOf(self, all.slice(a, b).join(''));
    }
    if (left) while (i < j && set.includes(s[i]!)) i++;
    if (right) while (j > i && set.includes(s[j - 1]!)) j--;
    return partOf(self, s.slice(i, j));
  };
}

function replaceIn(self: Obj, old: string, by: string, max: number): Res {
  const s = text(self);
  worked(s.length);
  if (max === 0 || old === by) return unchanged(self);
  let out: string;
  if (old === '') {
    // Between all characters, and at both ends.
    out = by;
    let left = (max < 0 ? Infinity : max) - 1;
    for (const char of s) {
      out += char;
      if (left-- > 0) out += by;
    }
    return newStr(out);
  }
  if (!s.includes(old)) return unchanged(self);
  if (max < 0) out = s.replaceAll(old, by.includes('$') ? by.replaceAll('$', '$$$$') : by);
  else {
    out = '';
    let start = 0;
    for (let at = s.indexOf(old); at >= 0 && max-- > 0; at = s.indexOf(old, start)) {
      out += s.slice(start, at) + by;
      start = at + old.length;
    }
    out += s.slice(start);
  }
  return newStr(out);
}

function replace(self: Obj, old: Obj, by: Obj, max?: Obj): Res {
  if (!isStr(old)) return typeError(`replace() argument 1 must be str, not ${argTypeName(old)}`);
  if (!isStr(by)) return typeError(`replace() argument 2 must be str, not ${argTypeName(by)}`);
  if (max === undefined) return replaceIn(self, old.v, by.v, -1);
  return suspend(replaceG(self, old, by, max), [self, old, by, max]);
}

function* replaceG(self: Obj, old: Str, by: Str, max: Obj): Gen {
  const n = yield* ssizeG(max, PyExc.OverflowError);
  return n === null ? null : replaceIn(self, old.v, by.v, n);
}

export function initStrSearch(): void {
  const t = strType;
  // These parse a tuple of arguments themselves, and word a wrong number of them differently.
  const window = '!($self, sub, start=None, end=None, /)';
  method(t, 'find', window, parsesTuple(finder(false, false)), 'S.find(sub[, start[, end]]) -> int');
  method(t, 'rfind', window, parsesTuple(finder(true, false)), 'S.rfind(sub[, start[, end]]) -> int');
  method(t, 'index', window, parsesTuple(finder(false, true)), 'S.index(sub[, start[, end]]) -> int');
  method(t, 'rindex', window, parsesTuple(finder(true, true)), 'S.rindex(sub[, start[, end]]) -> int');
  method(t, 'count', window, parsesTuple(count), 'S.count(sub[, start[, end]]) -> int');
  method(
    t,
    'startswith',
    '!($self, prefix, start=None, end=None, /)',
    parsesTuple(matcher('startswith', false)),
    'S.startswith(prefix[, start[, end]]) -> bool',
  );
  method(
    t,
    'endswith',
    '!($self, suffix, start=None, end=None, /)',
    parsesTuple(matcher('endswith', true)),
    'S.endswith(suffix[, start[, end]]) -> bool',
  );
  const separated = 'Return a list of the substrings in the string, using sep as the separator string.';
  method(t, 'split', '($self, /, sep=None, maxsplit=-1)', splitter(false), separated);
  method(t, 'rsplit', '($self, /, sep=None, maxsplit=-1)', splitter(true), separated);
  method(
    t,
    'splitlines',
    '($self, /, keepends=False)',
    function* (self, keepends) {
      let keep = false;
      if (keepends !== undefined) {
        const n = yield* truthG(keepends as Obj);
        if (n < 0) return null;
        keep = n === 1;
      }
      return listOf(self, splitLines(text(self), keep));
    },
    'Return a list of the lines in the string, breaking at line boundaries.',
  );
  const into = 'Partition the string into three parts using the given separator.';
  method(t, 'partition', '($self, sep, /)', (self, sep) => partition(self, sep as Obj, false), into);
  method(t, 'rpartition', '($self, sep, /)', (self, sep) => partition(self, sep as Obj, true), into);
  const without = (where: string): string => `Return a copy of the string with ${where} whitespace removed.`;
  method(
    t,
    'strip',
    '($self, chars=None, /)',
    stripper('strip', true, true),
    without('leading and trailing'),
  );
  method(t, 'lstrip', '($self, chars=None, /)', stripper('lstrip', true, false), without('leading'));
  method(t, 'rstrip', '($self, chars=None, /)', stripper('rstrip', false, true), without('trailing'));
  method(
    t,
    'replace',
    '($self, old, new, count=-1, /)',
    replace,
    'Return a copy with all occurrences of substring old replaced by new.',
  );
  method(
    t,
    'removeprefix',
    '($self, prefix, /)',
    (self, prefix) => {
      if (!isStr(prefix as Obj)) {
        return typeError(`removeprefix() argument must be str, not ${(prefix as Obj).type.name}`);
      }
      const p = (prefix as Str).v;
      return p !== '' && text(self).startsWith(p) ? newStr(text(self).slice(p.length)) : unchanged(self);
    },
    'Return a str with the given prefix string removed if present.',
  );
  method(
    t,
    'removesuffix',
    '($self, suffix, /)',
    (self, suffix) => {
      if (!isStr(suffix as Obj)) {
        return typeError(`removesuffix() argument must be str, not ${(suffix as Obj).type.name}`);
      }
      const p = (suffix as Str).v;
      return p !== '' && text(self).endsWith(p) ? newStr(text(self).slice(0, -p.length)) : unchanged(self);
    },
    'Return a str with the given suffix string removed if present.',
  );
}
