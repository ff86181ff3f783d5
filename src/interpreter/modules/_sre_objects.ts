// What patterns, matches and templates hold, and how a search is begun and ends in a match object.
//
// Answers to CPython 3.12: Modules/_sre/sre.h, sre.c (state_init, pattern_new_match, match_getslice_by_index).

import { gcTrack } from '../memory/gc.ts';
import { Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, POLL } from '../memory/suspend.ts';
import type { DictObj } from '../objects/dictcore.ts';
import { PyExc, raise, raiseBare, typeError } from '../objects/errors.ts';
import { moduleOwnType } from '../objects/moduleobject.ts';
import type { Tuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { isStr } from '../objects/strcore.ts';
import { ERROR_MEMORY, PAUSED, SreState } from './_sre_match.ts';
import { slice, type Text, textOf } from './_sre_text.ts';

export interface PatternV {
  /** The source, or None. */
  pattern: Obj;
  flags: number;
  code: Uint32Array;
  groups: number;
  /** Null: there are no named groups. */
  groupindex: DictObj | null;
  indexgroup: Tuple | null;
  /** 1: bytes, 0: str, -1: made without a source, for both. */
  isBytes: number;
}
export type Pattern = Obj<PatternV>;

export interface MatchV {
  pattern: Pattern;
  string: Obj;
  /** The answer of `regs`, once it has been asked for. */
  regs: Obj | null;
  /** Start and end of the match and of each group; -1: the group took no part. */
  mark: number[];
  pos: number;
  endpos: number;
  lastindex: number;
  astral: boolean;
}
export type Match = Obj<MatchV>;

export interface ScannerV {
  pattern: Pattern;
  search: Search;
  /** The end has been reached. */
  done: boolean;
  executing: boolean;
}
export type Scanner = Obj<ScannerV>;

export interface TemplateV {
  literal: Obj;
  /** A group, and the text after it (null: none). */
  items: { index: number; literal: Obj | null }[];
}
export type Template = Obj<TemplateV>;

const FLAGS = TPFLAGS.HAVE_GC | TPFLAGS.IMMUTABLETYPE | TPFLAGS.DISALLOW_INSTANTIATION;
export const patternType = moduleOwnType('re.Pattern', FLAGS);
export const matchType = moduleOwnType('re.Match', FLAGS);
export const scannerType: PyType = new PyType('_sre.SRE_Scanner', FLAGS, typeType);
scannerType.qualname = 'SRE_Scanner';
export const templateType: PyType = new PyType('_sre.SRE_Template', FLAGS, typeType);
templateType.qualname = 'SRE_Template';

/** A search in a text: the matcher's state and what the matches say about it. */
export interface Search {
  state: SreState;
  /** Borrowed, but owned by a scanner. */
  string: Obj;
  text: Text;
  pos: number;
  endpos: number;
}

/** CPython 3.12: state_init */
export function beginSearch(pattern: Pattern, string: Obj, pos: number, endpos: number): Search | null {
  const text = textOf(string);
  if (text === null) return null;
  const { isBytes, code, groups } = pattern.v;
  if (text.isBytes && isBytes === 0) {
    return typeError('cannot use a string pattern on a bytes-like object');
  }
  if (!text.isBytes && isBytes > 0) {
    return typeError('cannot use a bytes pattern on a string-like object');
  }
  const n = text.codes.length;
  const start = pos < 0 ? 0 : pos > n ? n : pos;
  const end = endpos < 0 ? 0 : endpos > n ? n : endpos;
  return { state: new SreState(code, groups, text.codes, start, end), string, text, pos: start, endpos: end };
}

/** Runs `step` (a match or a search) to its end, giving the scheduler its turns. */
export function* finishG(st: SreState, step: (st: SreState) => number): Gen<number> {
  let status = step(st);
  while (status === PAUSED) {
    yield POLL;
    status = step(st);
  }
  return status;
}

/** CPython 3.12: pattern_error */
export function statusError(status: number): null {
  if (status === ERROR_MEMORY) return raiseBare(PyExc.MemoryError);
  return raise(PyExc.RuntimeError, 'internal error in regular expression engine');
}

const WRONG_SPAN = 'The span of capturing group is wrong, please report a bug for the re module.';

export function wrongSpan(): null {
  return raise(PyExc.SystemError, WRONG_SPAN);
}

/** A match object, None, or null with an error. CPython 3.12: pattern_new_match */
export function newMatch(pattern: Pattern, search: Search, status: number): Res {
  if (status === 0) return none();
  if (status < 0) return statusError(status);
  const { state, string, pos, endpos } = search;
  const mark = [state.start, state.ptr];
  const { groups } = pattern.v;
  for (let i = 0; i < groups; i++) {
    const j = i * 2;
    let from = -1;
    let to = -1;
    if (j + 1 <= state.lastmark && state.mark[j]! >= 0 && state.mark[j + 1]! >= 0) {
      from = state.mark[j]!;
      to = state.mark[j + 1]!;
      if (from > to) return wrongSpan();
    }
    mark.push(from, to);
  }
  pattern.rc++;
  string.rc++;
  const m: Match = new Obj<MatchV>(matchType, {
    pattern,
    string,
    regs: null,
    mark,
    pos,
    endpos,
    lastindex: state.lastindex,
    astral: search.text.astral,
  });
  gcTrack(m);
  return m;
}

/** The text of a group, or `otherwise` (new reference). CPython 3.12: match_getslice_by_index */
export function groupSlice(m: Match, index: number, otherwise: Obj): Res {
  const { mark, string, astral } = m.v;
  const from = mark[index * 2]!;
  if (from < 0) {
    otherwise.rc++;
    return otherwise;
  }
  const to = mark[index * 2 + 1]!;
  if (isStr(string)) return slice(string, from, to, astral);
  // A bytearray may have become shorter meanwhile.
  const text = textOf(string);
  if (text === null) return null;
  const n = text.codes.length;
  return slice(string, Math.min(from, n), Math.min(to, n), false);
}
