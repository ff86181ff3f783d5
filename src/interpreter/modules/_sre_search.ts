// Looking for the first place where a pattern matches.
//
// What every match must begin with (a prefix, a character of a set) is in the pattern's INFO block; the places where
// it cannot match are skipped without running the matcher.
//
// Answers to CPython 3.12: Modules/_sre/sre_lib.h (search).

import { inCharset } from './_sre_chars.ts';
import {
  AT,
  AT_BEGINNING,
  AT_BEGINNING_STRING,
  INFO,
  INFO_CHARSET,
  INFO_LITERAL,
  INFO_PREFIX,
} from './_sre_constants.ts';
import { PAUSED, runMatch, type SreState } from './_sre_match.ts';

/** 1 (from state.start to state.ptr), 0, an error, or PAUSED: call again. CPython 3.12: SRE(search) */
export function sreSearch(st: SreState): number {
  const { code } = st;
  if (!st.searching) {
    if (st.start > st.end) return 0;
    if (code[0] === INFO && code[3]! > st.end - st.start) return 0;
    st.searchPtr = st.start;
    st.overlapAt = 0;
    st.attempting = false;
  }
  let status: number;
  if (code[0] !== INFO) status = searchAnywhere(st, 0, st.end);
  else {
    const flags = code[2]!;
    const body = 1 + code[1]!;
    if ((flags & INFO_PREFIX) !== 0 && code[5] === 1) status = searchCharacter(st, body);
    else if ((flags & INFO_PREFIX) !== 0 && code[5]! > 1) status = searchPrefix(st, body);
    else if ((flags & INFO_CHARSET) !== 0) status = searchCharset(st, body);
    else {
      const min = code[3]!;
      status = searchAnywhere(st, body, min > 1 ? Math.max(st.start, st.end - (min - 1)) : st.end);
    }
  }
  st.searching = status === PAUSED;
  return status;
}

/** Tries at one place, or goes on trying. */
function attempt(st: SreState, start: number, ptr: number, pc: number, toplevel: boolean): number {
  if (!st.attempting) {
    st.start = start;
    st.ptr = ptr;
  }
  const status = runMatch(st, pc, toplevel);
  st.attempting = status === PAUSED;
  if (status === 0) {
    // Groups of this attempt are forgotten.
    st.lastmark = -1;
    st.lastindex = -1;
  }
  return status;
}

/** The pattern begins with this one character. */
function searchCharacter(st: SreState, body: number): number {
  const { code, text, end } = st;
  const skip = code[6]!;
  const c = code[7]!;
  let ptr = st.searchPtr;
  st.mustAdvance = false;
  for (;;) {
    if (!st.attempting) {
      while (ptr < end && text[ptr] !== c) ptr++;
      if (ptr >= end) return 0;
      if ((code[2]! & INFO_LITERAL) !== 0) {
        st.start = ptr;
        st.ptr = ptr + skip;
        return 1;
      }
    }
    const status = attempt(st, ptr, ptr + skip, body + 2 * skip, false);
    if (status !== 0) {
      st.searchPtr = ptr;
      return status;
    }
    ptr++;
  }
}

/** The pattern begins with these characters; `overlap` says how much of them a failed comparison leaves. */
function searchPrefix(st: SreState, body: number): number {
  const { code, text, end } = st;
  const length = code[5]!;
  const skip = code[6]!;
  const prefix = 7;
  const overlap = prefix + length - 1;
  let ptr = st.searchPtr;
  let i = st.overlapAt;
  if (i === 0 && length > end - ptr) return 0;
  for (;;) {
    if (i === 0) {
      while (ptr < end && text[ptr] !== code[prefix]) ptr++;
      ptr++;
      if (ptr >= end) return 0;
      i = 1;
      st.mustAdvance = false;
    }
    if (st.attempting || text[ptr] === code[prefix + i]) {
      if (!st.attempting) {
        if (++i !== length) {
          if (++ptr >= end) return 0;
          continue;
        }
        if ((code[2]! & INFO_LITERAL) !== 0) {
          st.start = ptr - (length - 1);
          st.ptr = ptr - (length - skip - 1);
          return 1;
        }
      }
      const status = attempt(st, ptr - (length - 1), ptr - (length - skip - 1), body + 2 * skip, false);
      if (status !== 0) {
        st.searchPtr = ptr;
        st.overlapAt = i;
        return status;
      }
      if (++ptr >= end) return 0;
    }
    i = code[overlap + i]!;
  }
}

/** The pattern begins with a character of this set. */
function searchCharset(st: SreState, body: number): number {
  const { code, text, end } = st;
  let ptr = st.searchPtr;
  st.mustAdvance = false;
  for (;;) {
    if (!st.attempting) {
      while (ptr < end && !inCharset(code, 5, text[ptr]!)) ptr++;
      if (ptr >= end) return 0;
    }
    const status = attempt(st, ptr, ptr, body, false);
    if (status !== 0) {
      st.searchPtr = ptr;
      return status;
    }
    ptr++;
  }
}

function searchAnywhere(st: SreState, body: number, end: number): number {
  const { code } = st;
  let ptr = st.searchPtr;
  // `overlapAt` tells the first attempt, which may have to advance, from the others.
  if (st.overlapAt === 0) {
    const status = attempt(st, ptr, ptr, body, true);
    if (status === PAUSED) return PAUSED;
    st.mustAdvance = false;
    if (status !== 0) return status;
    if (code[body] === AT && (code[body + 1] === AT_BEGINNING || code[body + 1] === AT_BEGINNING_STRING)) {
      st.start = st.ptr = end;
      return 0;
    }
    st.overlapAt = 1;
    if (ptr >= end) return 0;
    ptr++;
  }
  for (;;) {
    const status = attempt(st, ptr, ptr, body, false);
    if (status !== 0) {
      st.searchPtr = ptr;
      return status;
    }
    if (ptr >= end) return 0;
    ptr++;
  }
}
