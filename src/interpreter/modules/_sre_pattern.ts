// Compiled patterns: making them, searching, splitting and substituting with them, and scanners.
//
// Answers to CPython 3.12: Modules/_sre/sre.c (pattern methods, scanner methods, _sre.compile).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, type Res, tstate, xdecref } from '../memory/object.ts';
import { type Gen, POLL, settle, suspend } from '../memory/suspend.ts';
import { smallIndex } from '../objects/abstract.ts';
import { bufferBytes } from '../objects/buffer.ts';
import { hashG, hashOfInt, Py_EQ, Py_NE } from '../objects/compare.ts';
import { classGetItem, getset, member, method } from '../objects/descrobject.ts';
import { type DictObj, isDict, newDict } from '../objects/dictcore.ts';
import { clear, PyExc, raise, typeError } from '../objects/errors.ts';
import { typeHooks } from '../objects/hooks.ts';
import { newCallIter } from '../objects/iterobject.ts';
import { type Int, isInt, newBool, newInt, newIntAny } from '../objects/longcore.ts';
import { readyLater } from '../objects/moduleobject.ts';
import { callG, compareBoolG, getAttr, reprG } from '../objects/object.ts';
import { fullHash, hashBytes } from '../objects/pyhash.ts';
import { argTypeName, ssizeArgG } from '../objects/searchargs.ts';
import { isList, isTuple, newList, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none, notImplemented } from '../objects/singletons.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { hashBoth } from '../objects/tuplehash.ts';
import { FLAG_ASCII, FLAG_LOCALE, FLAG_NAMES, FLAG_UNICODE } from './_sre_constants.ts';
import { PAUSED, type SreState, sreMatch } from './_sre_match.ts';
import { borrowed, itself, shortened } from './_sre_matchobject.ts';
import {
  beginSearch,
  finishG,
  type Match,
  newMatch,
  type Pattern,
  type PatternV,
  patternType,
  type Scanner,
  type ScannerV,
  type Search,
  scannerType,
  statusError,
  type Template,
  wrongSpan,
} from './_sre_objects.ts';
import { sreSearch } from './_sre_search.ts';
import { compileTemplateG, expandTemplate, Joiner } from './_sre_template.ts';
import { holdBuffer, releaseBuffer, slice, substring, textOf } from './_sre_text.ts';
import { validCode } from './_sre_validate.ts';

const P = (o: Obj): PatternV => (o as Pattern).v;
const END = Number.MAX_SAFE_INTEGER;

// --- one match ---------------------------------------------------------------------------------------

type Step = (st: SreState) => number;

function one(o: Obj, string: Obj, pos: number, endpos: number, step: Step, all: boolean): Res {
  const search = beginSearch(o as Pattern, string, pos, endpos);
  if (search === null) return null;
  search.state.matchAll = all;
  const status = step(search.state);
  if (status === PAUSED) return suspend(goOnG(o as Pattern, search, step), [o, string]);
  return newMatch(o as Pattern, search, status);
}

function* goOnG(pattern: Pattern, search: Search, step: Step): Gen {
  holdBuffer(search.string);
  yield POLL;
  const status = yield* finishG(search.state, step);
  releaseBuffer(search.string);
  return newMatch(pattern, search, status);
}

/** match, fullmatch or search. */
function matcher(step: Step, all: boolean): (o: Obj, string: Obj, pos?: Obj, endpos?: Obj) => Res {
  return (o, string, pos, endpos) => {
    const from = pos === undefined ? 0 : smallIndex(pos);
    const to = endpos === undefined ? END : smallIndex(endpos);
    if (from !== null && to !== null) return one(o, string, from, to, step, all);
    return suspend(
      withBoundsG(pos, endpos, (a, b) => one(o, string, a, b, step, all)),
      [o, string, pos ?? None, endpos ?? None],
    );
  };
}

function* withBoundsG(pos: Obj | undefined, endpos: Obj | undefined, f: (a: number, b: number) => Res): Gen {
  const from = pos === undefined ? 0 : yield* ssizeArgG(pos);
  if (from === null) return null;
  const to = endpos === undefined ? END : yield* ssizeArgG(endpos);
  if (to === null) return null;
  const r = f(from, to);
  return r === null ? yield* settle() : r;
}

// --- all matches -------------------------------------------------------------------------------------

/** The next match of a search that goes through a text: as sreSearch. */
function* nextMatchG(search: Search): Gen<number> {
  const { state } = search;
  state.reset();
  let status = sreSearch(state);
  while (status === PAUSED) {
    yield POLL;
    status = sreSearch(state);
  }
  return status;
}

/** After a match: the next search begins at its end, and after an empty one must get further. */
function advance({ state }: Search): void {
  state.mustAdvance = state.ptr === state.start;
  state.start = state.ptr;
}

/** The text of a group of the current match, None or (`empty`) an empty text. CPython 3.12: state_getslice */
function stateSlice(search: Search, group: number, empty: boolean): Res {
  const { state, string, text } = search;
  const i = (group - 1) * 2;
  const from = state.mark[i]!;
  const to = state.mark[i + 1]!;
  if (i >= state.lastmark || from < 0 || to < 0) return empty ? slice(string, 0, 0, text.astral) : none();
  if (from > to) return wrongSpan();
  return slice(string, from, to, text.astral);
}

function* findallG(o: Obj, string: Obj, pos: Obj | undefined, endpos: Obj | undefined): Gen {
  const from = pos === undefined ? 0 : yield* ssizeArgG(pos);
  if (from === null) return null;
  const to = endpos === undefined ? END : yield* ssizeArgG(endpos);
  if (to === null) return null;
  const search = beginSearch(o as Pattern, string, from, to);
  if (search === null) return null;
  holdBuffer(string);
  const found = newList([]);
  const ok = yield* collectG(P(o).groups, search, found.v);
  releaseBuffer(string);
  found.x = found.v.length;
  if (ok) return found;
  decref(found);
  return null;
}

function* collectG(groups: number, search: Search, found: Obj[]): Gen<boolean> {
  const { state, string, text } = search;
  while (state.start <= state.end) {
    const status = yield* nextMatchG(search);
    if (status === 0) break;
    if (status < 0) {
      statusError(status);
      return false;
    }
    let item: Res;
    if (groups === 0) item = slice(string, state.start, state.ptr, text.astral);
    else if (groups === 1) item = stateSlice(search, 1, true);
    else {
      const parts: Obj[] = [];
      for (let i = 1; i <= groups; i++) {
        const part = stateSlice(search, i, true);
        if (part === null) break;
        parts.push(part);
      }
      const tuple = newTuple(parts);
      item = parts.length === groups ? tuple : null;
      if (item === null) decref(tuple);
    }
    if (item === null) return false;
    found.push(item);
    advance(search);
  }
  return true;
}

function* splitG(o: Obj, string: Obj, maxsplit: Obj | undefined): Gen {
  const most = maxsplit === undefined ? 0 : yield* ssizeArgG(maxsplit);
  if (most === null) return null;
  const search = beginSearch(o as Pattern, string, 0, END);
  if (search === null) return null;
  holdBuffer(string);
  const out = newList([]);
  const ok = yield* splitIntoG(P(o).groups, search, most, out.v);
  releaseBuffer(string);
  out.x = out.v.length;
  if (ok) return out;
  decref(out);
  return null;
}

function* splitIntoG(groups: number, search: Search, most: number, out: Obj[]): Gen<boolean> {
  const { state, string, text } = search;
  let last = state.start;
  for (let n = 0; most === 0 || n < most; n++) {
    const status = yield* nextMatchG(search);
    if (status === 0) break;
    if (status < 0) {
      statusError(status);
      return false;
    }
    const before = slice(string, last, state.start, text.astral);
    if (before === null) return false;
    out.push(before);
    for (let i = 1; i <= groups; i++) {
      const group = stateSlice(search, i, false);
      if (group === null) return false;
      out.push(group);
    }
    advance(search);
    last = state.start;
  }
  const rest = slice(string, last, search.endpos, text.astral);
  if (rest === null) return false;
  out.push(rest);
  return true;
}

// --- substitution ------------------------------------------------------------------------------------

const BACKSLASH = 0x5c;

/** A replacement without a backslash stands for itself. */
function isLiteral(o: Obj): boolean {
  if (isStr(o)) return !o.v.includes('\\');
  const bytes = bufferBytes(o);
  if (bytes === null) clear();
  return bytes != null && !bytes.includes(BACKSLASH);
}

/** CPython 3.12: pattern_subx */
function* subG(o: Obj, repl: Obj, string: Obj, count: Obj | undefined, counted: boolean): Gen {
  const most = count === undefined ? 0 : yield* ssizeArgG(count);
  if (most === null) return null;
  let literal: Obj | null = null;
  let template: Template | null = null;
  if (repl.type.tp_call === null) {
    if (isLiteral(repl)) literal = itself(repl);
    else {
      template = yield* compileTemplateG(o as Pattern, repl);
      if (template === null) return null;
      if (template.v.items.length === 0) literal = itself(template.v.literal);
    }
  }
  const search = beginSearch(o as Pattern, string, 0, END);
  let r: Res = null;
  if (search !== null) {
    holdBuffer(string);
    r = yield* substituteG(o as Pattern, search, literal, template, repl, most, counted);
    releaseBuffer(string);
  }
  xdecref(literal);
  xdecref(template);
  return r;
}

function* substituteG(
  pattern: Pattern,
  search: Search,
  literal: Obj | null,
  template: Template | null,
  repl: Obj,
  most: number,
  counted: boolean,
): Gen {
  const { state, string, text } = search;
  const { astral } = text;
  const out = new Joiner(text.isBytes);
  const source = isStr(string) ? string.v : null;
  const addPart = (from: number, to: number): void => {
    if (source !== null) out.addString(substring(source, from, to, astral));
    else out.addBytes(Uint8Array.from(text.codes.subarray(from, to)));
  };
  let n = 0;
  let at = 0;
  while (most === 0 || n < most) {
    const status = yield* nextMatchG(search);
    if (status === 0) break;
    if (status < 0) return statusError(status);
    const from = state.start;
    const to = state.ptr;
    if (at < from) addPart(at, from);
    if (literal !== null) out.add(literal);
    else {
      const m = newMatch(pattern, search, 1);
      if (m === null) return null;
      const item = template !== null ? expandTemplate(template, m as Match) : yield* callG(repl, [m]);
      decref(m);
      if (item === null) return null;
      if (item !== None) out.add(item);
      decref(item);
    }
    at = to;
    n++;
    advance(search);
  }
  let joined: Res;
  if (n === 0) joined = slice(string, 0, search.endpos, astral);
  else {
    if (at < search.endpos) addPart(at, search.endpos);
    joined = out.join();
  }
  return joined === null || !counted ? joined : newTuple([joined, newInt(n)]);
}

// --- scanners ----------------------------------------------------------------------------------------

function* newScannerG(o: Obj, string: Obj, pos: Obj | undefined, endpos: Obj | undefined): Gen {
  const from = pos === undefined ? 0 : yield* ssizeArgG(pos);
  if (from === null) return null;
  const to = endpos === undefined ? END : yield* ssizeArgG(endpos);
  if (to === null) return null;
  const search = beginSearch(o as Pattern, string, from, to);
  if (search === null) return null;
  holdBuffer(string);
  o.rc++;
  string.rc++;
  const s: Scanner = new Obj<ScannerV>(scannerType, {
    pattern: o as Pattern,
    search,
    done: false,
    executing: false,
  });
  gcTrack(s);
  return s;
}

function* finditerG(o: Obj, string: Obj, pos: Obj | undefined, endpos: Obj | undefined): Gen {
  const scanner = yield* newScannerG(o, string, pos, endpos);
  if (scanner === null) return null;
  const search = getAttr(scanner, id('search'));
  decref(scanner);
  if (search === null) return null;
  const it = newCallIter(search, None);
  decref(search);
  return it;
}

function scan(step: Step): (o: Obj) => Res {
  return (o) => {
    const s = (o as Scanner).v;
    if (s.executing) return raise(PyExc.ValueError, 'regular expression scanner already executing');
    if (s.done) return none();
    s.search.state.reset();
    const status = step(s.search.state);
    if (status !== PAUSED) return scanned(s, status);
    s.executing = true;
    return suspend(scanG(s, step), [o]);
  };
}

function* scanG(s: ScannerV, step: Step): Gen {
  yield POLL;
  const status = yield* finishG(s.search.state, step);
  s.executing = false;
  return scanned(s, status);
}

function scanned(s: ScannerV, status: number): Res {
  const m = newMatch(s.pattern, s.search, status);
  if (status === 0) s.done = true;
  else advance(s.search);
  return m;
}

function dropScanner(o: Obj): void {
  // Only at the end: the search goes on needing both. Neither can be part of a cycle a scanner must break.
  const { pattern, search } = (o as Scanner).v;
  releaseBuffer(search.string);
  decref(search.string);
  decref(pattern);
}

function initScanner(): void {
  const t = scannerType;
  t.basicsize = 184;
  t.tp_traverse = (o, visit) => {
    const { pattern, search } = (o as Scanner).v;
    visit(pattern);
    visit(search.string);
  };
  t.tp_dealloc = dropScanner;
  method(t, 'match', '($self, /)', scan(sreMatch));
  method(t, 'search', '($self, /)', scan(sreSearch));
  member(t, 'pattern', (o) => (o as Scanner).v.pattern);
  readyLater(t);
}

// --- the pattern itself ------------------------------------------------------------------------------

function* reprPatternG(o: Obj): Gen {
  const { pattern, isBytes: bytes } = P(o);
  let { flags } = P(o);
  // A str pattern is UNICODE unless it says otherwise.
  if (bytes === 0 && (flags & (FLAG_LOCALE | FLAG_UNICODE | FLAG_ASCII)) === FLAG_UNICODE) {
    flags &= ~FLAG_UNICODE;
  }
  const names: string[] = [];
  for (const [name, bit] of FLAG_NAMES) {
    if ((flags & bit) === 0) continue;
    names.push(name);
    flags &= ~bit;
  }
  if (flags !== 0) names.push(`0x${(flags >>> 0).toString(16)}`);
  const text = yield* reprG(pattern);
  if (text === null) return null;
  const shown = shortened(text.v, 200);
  decref(text);
  return newStr(`re.compile(${shown}${names.length > 0 ? `, ${names.join('|')}` : ''})`);
}

/** The rest of the hash, when the halves of the source's are known. CPython 3.12: pattern_hash */
function mixHash(o: Obj, lo: number): number {
  const { code, flags, isBytes: bytes } = P(o);
  const hi = tstate.hashHi;
  const codeLo = hashBytes(new Uint8Array(code.buffer, code.byteOffset, code.byteLength));
  const extra = flags ^ bytes ^ code.length;
  const high = hi ^ tstate.hashHi ^ (extra < 0 ? -1 : 0);
  const low = lo ^ codeLo ^ extra;
  tstate.hashHi = high;
  return low === -1 && high === -1 ? -2 : low;
}

function* hashRestG(o: Obj): Gen {
  const lo = yield* hashG(P(o).pattern);
  return Number.isNaN(lo) ? null : newIntAny(fullHash(mixHash(o, lo)));
}

function hashPattern(o: Obj): number {
  const lo = hashBoth(P(o).pattern);
  if (!Number.isNaN(lo)) return mixHash(o, lo);
  if (tstate.pending === null) return Number.NaN;
  const r = suspend(hashRestG(o), [o]);
  if (r === null) return Number.NaN;
  const h = hashOfInt(r as Int);
  decref(r);
  return h;
}

function* sameSourceG(a: Obj, b: Obj, op: number): Gen {
  const same = yield* compareBoolG(P(a).pattern, P(b).pattern, Py_EQ);
  return same < 0 ? null : newBool((same === 1) === (op === Py_EQ));
}

function comparePatterns(a: Obj, b: Obj, op: number): Res {
  if ((op !== Py_EQ && op !== Py_NE) || b.type !== patternType) return notImplemented();
  if (a === b) return newBool(op === Py_EQ);
  const x = P(a);
  const y = P(b);
  if (
    x.flags !== y.flags ||
    x.isBytes !== y.isBytes ||
    x.code.length !== y.code.length ||
    !x.code.every((c, i) => c === y.code[i])
  ) {
    return newBool(op === Py_NE);
  }
  return suspend(sameSourceG(a, b, op), [a, b]);
}

function dropPattern(o: Obj): void {
  const v = P(o);
  const { pattern, groupindex, indexgroup } = v;
  v.pattern = None;
  v.groupindex = null;
  v.indexgroup = null;
  if (pattern !== None) decref(pattern);
  xdecref(groupindex);
  xdecref(indexgroup);
}

function initPattern(): void {
  const t = patternType;
  t.doc = 'Compiled regular expression object.';
  t.basicsize = 96;
  t.itemsize = 4;
  t.hasWeakrefs = true;
  t.tp_repr = (o) => suspend(reprPatternG(o), [o]);
  t.tp_hash = hashPattern;
  t.tp_richcompare = comparePatterns;
  t.tp_traverse = (o, visit) => {
    const { pattern, groupindex, indexgroup } = P(o);
    if (pattern !== None) visit(pattern);
    if (groupindex !== null) visit(groupindex);
    if (indexgroup !== null) visit(indexgroup);
  };
  t.tp_clear = dropPattern;
  t.tp_dealloc = dropPattern;
  const bounds = '($self, /, string, pos=0, endpos=sys.maxsize)';
  method(
    t,
    'match',
    bounds,
    matcher(sreMatch, false),
    'Matches zero or more characters at the beginning of the string.',
  );
  method(t, 'fullmatch', bounds, matcher(sreMatch, true), 'Matches against all of the string.');
  method(
    t,
    'search',
    bounds,
    matcher(sreSearch, false),
    'Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.',
  );
  method(
    t,
    'sub',
    '($self, /, repl, string, count=0)',
    (o: Obj, repl: Obj, string: Obj, count?: Obj) =>
      suspend(subG(o, repl, string, count, false), [o, repl, string, count ?? None]),
    'Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.',
  );
  method(
    t,
    'subn',
    '($self, /, repl, string, count=0)',
    (o: Obj, repl: Obj, string: Obj, count?: Obj) =>
      suspend(subG(o, repl, string, count, true), [o, repl, string, count ?? None]),
    'Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.',
  );
  method(
    t,
    'findall',
    bounds,
    findallG,
    'Return a list of all non-overlapping matches of pattern in string.',
  );
  method(t, 'split', '($self, /, string, maxsplit=0)', splitG, 'Split string by the occurrences of pattern.');
  method(
    t,
    'finditer',
    bounds,
    finditerG,
    'Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.',
  );
  method(t, 'scanner', bounds, newScannerG);
  method(t, '__copy__', '($self, /)', itself);
  method(t, '__deepcopy__', '($self, memo, /)', itself);
  classGetItem(t);
  getset(
    t,
    'groupindex',
    (o) => {
      const { groupindex } = P(o);
      return groupindex === null ? newDict() : typeHooks.mappingProxy(groupindex);
    },
    null,
    'A dictionary mapping group names to group numbers.',
  );
  member(
    t,
    'pattern',
    (o) => P(o).pattern,
    null,
    'The pattern string from which the RE object was compiled.',
  );
  member(t, 'flags', (o) => borrowed(newInt(P(o).flags)), null, 'The regex matching flags.');
  member(
    t,
    'groups',
    (o) => borrowed(newInt(P(o).groups)),
    null,
    'The number of capturing groups in the pattern.',
  );
  readyLater(t);
}

initScanner();
initPattern();

// --- _sre.compile ------------------------------------------------------------------------------------

function wrongType(name: string, wanted: string, o: Obj): null {
  return typeError(`compile() argument '${name}' must be ${wanted}, not ${argTypeName(o)}`);
}

/** CPython 3.12: _sre_compile_impl */
export function* compile(
  _m: Obj,
  pattern: Obj,
  flags: Obj,
  code: Obj,
  groups: Obj,
  groupindex: Obj,
  indexgroup: Obj,
): Gen {
  const bits = yield* ssizeArgG(flags);
  if (bits === null) return null;
  if (!isList(code)) return wrongType('code', 'list', code);
  const n = yield* ssizeArgG(groups);
  if (n === null) return null;
  if (!isDict(groupindex)) return wrongType('groupindex', 'dict', groupindex);
  if (!isTuple(indexgroup)) return wrongType('indexgroup', 'tuple', indexgroup);
  const codes = new Uint32Array(code.v.length);
  for (let i = 0; i < codes.length; i++) {
    const o = code.v[i]!;
    if (!isInt(o)) return typeError('an integer is required');
    const c = Number(o.v);
    if (c < 0) return raise(PyExc.OverflowError, "can't convert negative value to unsigned int");
    if (c > 0xffffffff) return raise(PyExc.OverflowError, 'regular expression code size limit exceeded');
    codes[i] = c;
  }
  let bytes = -1;
  if (pattern !== None) {
    const text = textOf(pattern);
    if (text === null) return null;
    bytes = text.isBytes ? 1 : 0;
  }
  if (!validCode(codes, n)) return raise(PyExc.RuntimeError, 'invalid SRE code');
  const named = groupindex.v.used > 0;
  const v: PatternV = {
    pattern: itself(pattern),
    flags: bits,
    code: codes,
    groups: n,
    groupindex: named ? (itself(groupindex) as DictObj) : null,
    indexgroup: named && indexgroup.v.length > 0 ? (itself(indexgroup) as Tuple) : null,
    isBytes: bytes,
  };
  const made: Pattern = new Obj<PatternV>(patternType, v);
  gcTrack(made);
  return made;
}
