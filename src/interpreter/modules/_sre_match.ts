// The regular expression matcher: runs the codes of a compiled pattern against a text.
//
// Each alternative that may still be tried is a context on an explicit stack of integers, never a JavaScript call, so
// that a pattern may backtrack as deeply as memory allows. Matching can take exponential time; every POLL_EVERY steps
// it stops with PAUSED, everything it needs being in the state, and the caller offers the scheduler a turn and calls
// again. That is how a catastrophic pattern can be stopped.
//
// Answers to CPython 3.12: Modules/_sre/sre_lib.h (match, count). Searching is in _sre_search.ts.
// Absent: repeats of a single character (REPEAT_ONE and its kin) around an item that is not one; re._compiler
// never emits them.

import {
  atPosition,
  inCategory,
  inCharset,
  inCharsetLocale,
  lowerAscii,
  lowerUnicode,
  sameIgnoringLocale,
} from './_sre_chars.ts';
import {
  ANY,
  ANY_ALL,
  ASSERT,
  ASSERT_NOT,
  AT,
  ATOMIC_GROUP,
  BRANCH,
  CATEGORY,
  FAILURE,
  GROUPREF,
  GROUPREF_EXISTS,
  GROUPREF_IGNORE,
  GROUPREF_LOC_IGNORE,
  GROUPREF_UNI_IGNORE,
  IN,
  IN_IGNORE,
  IN_LOC_IGNORE,
  IN_UNI_IGNORE,
  INFO,
  JUMP,
  LITERAL,
  LITERAL_IGNORE,
  LITERAL_LOC_IGNORE,
  LITERAL_UNI_IGNORE,
  MARK,
  MAX_UNTIL,
  MAXREPEAT,
  MIN_REPEAT_ONE,
  MIN_UNTIL,
  NOT_LITERAL,
  NOT_LITERAL_IGNORE,
  NOT_LITERAL_LOC_IGNORE,
  NOT_LITERAL_UNI_IGNORE,
  POSSESSIVE_REPEAT,
  POSSESSIVE_REPEAT_ONE,
  REPEAT,
  REPEAT_ONE,
  SUCCESS,
} from './_sre_constants.ts';

/** Statuses beside 1 (a match) and 0 (none). */
export const ERROR_ILLEGAL = -1;
export const ERROR_STATE = -2;
export const ERROR_MEMORY = -9;
/** Not done: give the scheduler its turn, then call again. */
export const PAUSED = 2;

const POLL_EVERY = 50_000;

/** What is being matched against what, and how far it has come. CPython 3.12: SRE_STATE; absent pointers are -1 */
export class SreState {
  readonly code: Uint32Array;
  /** Code points, or bytes. */
  text: Int32Array;
  groups: number;
  /** Where the current attempt began, and where it is (after success: where the match ends). */
  start: number;
  ptr: number;
  end: number;
  mark: number[];
  lastmark = -1;
  lastindex = -1;
  matchAll = false;
  mustAdvance = false;

  // The matcher, while it is paused.
  paused = false;
  budget = POLL_EVERY;
  stack: Int32Array = NO_STACK;
  pc = 0;
  ctx = 0;
  base = 0;
  at = 0;
  repeat = -1;

  // The search, while it is under way (_sre_search.ts).
  searching = false;
  attempting = false;
  searchPtr = 0;
  searchEnd = 0;
  searchPc = 0;
  overlapAt = 0;

  constructor(code: Uint32Array, groups: number, text: Int32Array, start: number, end: number) {
    this.code = code;
    this.groups = groups;
    this.text = text;
    this.start = this.ptr = start;
    this.end = end;
    this.mark = groups === 0 ? NO_MARKS : new Array<number>(groups * 2).fill(-1);
  }

  /** CPython 3.12: state_reset */
  reset(): void {
    this.lastmark = -1;
    this.lastindex = -1;
    this.ptr = this.start;
  }
}

const NO_MARKS: number[] = [];
const NO_STACK = new Int32Array(0);

// A context: where to go on, and what the opcode that made it remembers.
const PC = 0;
const PTR = 1;
const COUNT = 2;
const REP = 3;
const LASTMARK = 4;
const LASTINDEX = 5;
const TOPLEVEL = 6;
const JUMP_TO = 7;
const LAST = 8;
const CONTEXT = 9;
// A repeat, on the same stack: how often it matched, its code, the repeat around it, where its last item began.
const REP_COUNT = 0;
const REP_PC = 1;
const REP_PREV = 2;
const REP_LAST_PTR = 3;
const REPEAT_SIZE = 4;

// Where a finished context goes on in the one that made it.
const J_NONE = 0;
const J_MAX_UNTIL_1 = 1;
const J_MAX_UNTIL_2 = 2;
const J_MAX_UNTIL_3 = 3;
const J_MIN_UNTIL_1 = 4;
const J_MIN_UNTIL_2 = 5;
const J_MIN_UNTIL_3 = 6;
const J_REPEAT = 7;
const J_REPEAT_ONE = 8;
const J_MIN_REPEAT_ONE = 10;
const J_BRANCH = 11;
const J_ASSERT = 12;
const J_ASSERT_NOT = 13;
const J_POSS_REPEAT_1 = 14;
const J_POSS_REPEAT_2 = 15;
const J_ATOMIC_GROUP = 16;
/** Not a jump: decide whether a possessive repeat tries another item. */
const J_POSS_NEXT = 17;

// The stack of the last match, for the next one; a paused match keeps its own.
let spare: Int32Array | null = null;
const SMALLEST_STACK = 1024;
const LARGEST_SPARE = 1 << 16;
const LARGEST_STACK = 1 << 27;

function takeStack(size: number): Int32Array {
  const s = spare;
  if (s !== null && s.length >= size) {
    spare = null;
    return s;
  }
  return new Int32Array(Math.max(SMALLEST_STACK, size));
}

function giveStack(s: Int32Array): void {
  if (s.length <= LARGEST_SPARE) spare = s;
}

/** How many characters in a row match a one-character item; negative: an error. CPython 3.12: SRE(count) */
function count(
  code: Uint32Array,
  pc: number,
  text: Int32Array,
  from: number,
  end: number,
  max: number,
): number {
  if (max < end - from) end = from + max;
  let ptr = from;
  const c = code[pc + 1]!;
  switch (code[pc]) {
    case IN:
      while (ptr < end && inCharset(code, pc + 2, text[ptr]!)) ptr++;
      break;
    case ANY:
      while (ptr < end && text[ptr] !== 0x0a) ptr++;
      break;
    case ANY_ALL:
      ptr = end;
      break;
    case LITERAL:
      while (ptr < end && text[ptr] === c) ptr++;
      break;
    case NOT_LITERAL:
      while (ptr < end && text[ptr] !== c) ptr++;
      break;
    case CATEGORY:
      while (ptr < end && inCategory(c, text[ptr]!)) ptr++;
      break;
    case LITERAL_IGNORE:
      while (ptr < end && lowerAscii(text[ptr]!) === c) ptr++;
      break;
    case LITERAL_UNI_IGNORE:
      while (ptr < end && lowerUnicode(text[ptr]!) === c) ptr++;
      break;
    case LITERAL_LOC_IGNORE:
      while (ptr < end && sameIgnoringLocale(c, text[ptr]!)) ptr++;
      break;
    case NOT_LITERAL_IGNORE:
      while (ptr < end && lowerAscii(text[ptr]!) !== c) ptr++;
      break;
    case NOT_LITERAL_UNI_IGNORE:
      while (ptr < end && lowerUnicode(text[ptr]!) !== c) ptr++;
      break;
    case NOT_LITERAL_LOC_IGNORE:
      while (ptr < end && !sameIgnoringLocale(c, text[ptr]!)) ptr++;
      break;
    case IN_IGNORE:
      while (ptr < end && inCharset(code, pc + 2, lowerAscii(text[ptr]!))) ptr++;
      break;
    case IN_UNI_IGNORE:
      while (ptr < end && inCharset(code, pc + 2, lowerUnicode(text[ptr]!))) ptr++;
      break;
    case IN_LOC_IGNORE:
      while (ptr < end && inCharsetLocale(code, pc + 2, text[ptr]!)) ptr++;
      break;
    default:
      return ERROR_ILLEGAL;
  }
  return ptr - from;
}

/** The next branch, from `pc` on, whose first character can match at all; -1: there is none. */
function nextBranch(code: Uint32Array, pc: number, text: Int32Array, ptr: number, end: number): number {
  for (; code[pc] !== 0; pc += code[pc]!) {
    const op = code[pc + 1];
    if (op === LITERAL && (ptr >= end || text[ptr] !== code[pc + 2])) continue;
    if (op === IN && (ptr >= end || !inCharset(code, pc + 3, text[ptr]!))) continue;
    return pc;
  }
  return -1;
}

/** Length of the text of a group that a back reference can refer to; -1: the group has not matched. */
function groupLength(mark: number[], group: number, lastmark: number): number {
  const at = group * 2;
  if (at >= lastmark) return -1;
  const p = mark[at]!;
  const e = mark[at + 1]!;
  return p < 0 || e < p ? -1 : e - p;
}

function sameText(text: Int32Array, p: number, ptr: number, n: number, op: number): boolean {
  for (let i = 0; i < n; i++) {
    const a = text[p + i]!;
    const b = text[ptr + i]!;
    if (a === b) continue;
    if (op === GROUPREF) return false;
    if (op === GROUPREF_UNI_IGNORE) {
      if (lowerUnicode(a) !== lowerUnicode(b)) return false;
    } else if (lowerAscii(a) !== lowerAscii(b)) return false;
  }
  return true;
}

/**
 * Matches at `state.ptr`, from code `from` on: 1, 0, an error, or PAUSED (call again with the same arguments).
 * CPython 3.12: SRE(match)
 */
export function runMatch(st: SreState, from: number, toplevel: boolean): number {
  const { code, text, mark, end, start } = st;
  const reserve = CONTEXT + st.groups * 2 + REPEAT_SIZE + 4;
  let stack: Int32Array;
  let pc: number;
  let ptr: number;
  let ctx: number;
  let base: number;
  let repeat: number;
  let { budget, lastmark, lastindex } = st;
  /** Where the last context to finish has come to (`state->ptr` in C). */
  let sptr = st.ptr;
  if (st.paused) {
    ({ stack, pc, ctx, base, repeat } = st);
    ptr = st.at;
    st.paused = false;
  } else {
    ptr = sptr;
    pc = from;
    if (code[pc] === INFO) {
      if (code[pc + 3]! > end - ptr) return 0;
      pc += code[pc + 1]! + 1;
    }
    stack = takeStack(reserve * 2);
    ctx = 0;
    base = CONTEXT;
    repeat = -1;
    stack[JUMP_TO] = J_NONE;
    stack[LAST] = -1;
    stack[TOPLEVEL] = toplevel ? 1 : 0;
  }
  let ret = 0;
  let jump = J_NONE;
  let next = 0;
  let top = 0;

  main: for (;;) {
    // biome-ignore lint/suspicious/noConfusingLabels: both loops below leave it to begin a new context
    call: {
      run: for (;;) {
        if (--budget < 0) {
          st.paused = true;
          st.budget = POLL_EVERY;
          st.stack = stack;
          st.pc = pc;
          st.at = ptr;
          st.ctx = ctx;
          st.base = base;
          st.repeat = repeat;
          st.ptr = sptr;
          st.lastmark = lastmark;
          st.lastindex = lastindex;
          return PAUSED;
        }
        const op = code[pc++]!;
        switch (op) {
          case MARK: {
            const i = code[pc++]!;
            if ((i & 1) === 1) lastindex = (i >> 1) + 1;
            if (i > lastmark) {
              // Marks in between have not been met.
              for (let j = lastmark + 1; j < i; j++) mark[j] = -1;
              lastmark = i;
            }
            mark[i] = ptr;
            continue;
          }
          case LITERAL:
            if (ptr < end && text[ptr] === code[pc]) {
              pc++;
              ptr++;
              continue;
            }
            ret = 0;
            break run;
          case NOT_LITERAL:
            if (ptr < end && text[ptr] !== code[pc]) {
              pc++;
              ptr++;
              continue;
            }
            ret = 0;
            break run;
          case SUCCESS:
            if (
              stack[ctx + TOPLEVEL] === 1 &&
              ((st.matchAll && ptr !== end) || (st.mustAdvance && ptr === start))
            ) {
              ret = 0;
            } else {
              sptr = ptr;
              ret = 1;
            }
            break run;
          case AT:
            if (atPosition(text, ptr, end, code[pc]!)) {
              pc++;
              continue;
            }
            ret = 0;
            break run;
          case CATEGORY:
            if (ptr < end && inCategory(code[pc]!, text[ptr]!)) {
              pc++;
              ptr++;
              continue;
            }
            ret = 0;
            break run;
          case ANY:
            if (ptr < end && text[ptr] !== 0x0a) {
              ptr++;
              continue;
            }
            ret = 0;
            break run;
          case ANY_ALL:
            if (ptr < end) {
              ptr++;
              continue;
            }
            ret = 0;
            break run;
          case IN:
            if (ptr < end && inCharset(code, pc + 1, text[ptr]!)) {
              pc += code[pc]!;
              ptr++;
              continue;
            }
            ret = 0;
            break run;
          case JUMP:
          case INFO:
            pc += code[pc]!;
            continue;
          case BRANCH:
            // skip, code, JUMP, ..., 0
            stack[ctx + LASTMARK] = lastmark;
            stack[ctx + LASTINDEX] = lastindex;
            if (repeat >= 0) for (let i = 0; i <= lastmark; i++) stack[base++] = mark[i]!;
            pc = nextBranch(code, pc, text, ptr, end);
            if (pc < 0) {
              ret = 0;
              break run;
            }
            sptr = ptr;
            jump = J_BRANCH;
            next = pc + 1;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          case REPEAT_ONE: {
            // skip, min, max, item, SUCCESS, tail
            const min = code[pc + 1]!;
            ret = 0;
            if (min > end - ptr) break run;
            let n = count(code, pc + 3, text, ptr, end, code[pc + 2]!);
            if (n < 0) {
              giveStack(stack);
              return n;
            }
            budget -= n >> 5;
            ptr += n;
            if (n < min) break run;
            const tail = pc + code[pc]!;
            if (
              code[tail] === SUCCESS &&
              ptr === end &&
              !(stack[ctx + TOPLEVEL] === 1 && st.mustAdvance && ptr === start)
            ) {
              sptr = ptr;
              ret = 1;
              break run;
            }
            stack[ctx + LASTMARK] = lastmark;
            stack[ctx + LASTINDEX] = lastindex;
            if (repeat >= 0) for (let i = 0; i <= lastmark; i++) stack[base++] = mark[i]!;
            if (code[tail] === LITERAL) {
              const c = code[tail + 1]!;
              while (n >= min && (ptr >= end || text[ptr] !== c)) {
                ptr--;
                n--;
              }
              if (n < min) break run;
            }
            stack[ctx + COUNT] = n;
            sptr = ptr;
            jump = J_REPEAT_ONE;
            next = tail;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          }
          case MIN_REPEAT_ONE: {
            const min = code[pc + 1]!;
            ret = 0;
            if (min > end - ptr) break run;
            let n = 0;
            if (min > 0) {
              n = count(code, pc + 3, text, ptr, end, min);
              if (n < 0) {
                giveStack(stack);
                return n;
              }
              if (n < min) break run;
              ptr += n;
            }
            const tail = pc + code[pc]!;
            if (
              code[tail] === SUCCESS &&
              !(
                stack[ctx + TOPLEVEL] === 1 &&
                ((st.matchAll && ptr !== end) || (st.mustAdvance && ptr === start))
              )
            ) {
              sptr = ptr;
              ret = 1;
              break run;
            }
            stack[ctx + LASTMARK] = lastmark;
            stack[ctx + LASTINDEX] = lastindex;
            if (repeat >= 0) for (let i = 0; i <= lastmark; i++) stack[base++] = mark[i]!;
            stack[ctx + COUNT] = n;
            sptr = ptr;
            jump = J_MIN_REPEAT_ONE;
            next = tail;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          }
          case POSSESSIVE_REPEAT_ONE: {
            const min = code[pc + 1]!;
            ret = 0;
            if (min > end - ptr) break run;
            const n = count(code, pc + 3, text, ptr, end, code[pc + 2]!);
            if (n < 0) {
              giveStack(stack);
              return n;
            }
            budget -= n >> 5;
            ptr += n;
            if (n < min) break run;
            pc += code[pc]!;
            if (
              code[pc] === SUCCESS &&
              ptr === end &&
              !(stack[ctx + TOPLEVEL] === 1 && st.mustAdvance && ptr === start)
            ) {
              sptr = ptr;
              ret = 1;
              break run;
            }
            continue;
          }
          case REPEAT: {
            // skip, min, max, item, MAX_UNTIL or MIN_UNTIL, tail
            const rep = base;
            base += REPEAT_SIZE;
            stack[rep + REP_COUNT] = -1;
            stack[rep + REP_PC] = pc;
            stack[rep + REP_PREV] = repeat;
            stack[rep + REP_LAST_PTR] = -1;
            stack[ctx + REP] = rep;
            repeat = rep;
            sptr = ptr;
            jump = J_REPEAT;
            next = pc + code[pc]!;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          }
          case MAX_UNTIL: {
            const rep = repeat;
            if (rep < 0) {
              giveStack(stack);
              return ERROR_STATE;
            }
            stack[ctx + REP] = rep;
            sptr = ptr;
            const n = stack[rep + REP_COUNT]! + 1;
            stack[ctx + COUNT] = n;
            const item = stack[rep + REP_PC]!;
            const max = code[item + 2]!;
            top = stack[ctx + TOPLEVEL]!;
            if (n < code[item + 1]!) {
              stack[rep + REP_COUNT] = n;
              jump = J_MAX_UNTIL_1;
              next = item + 3;
            } else if ((n < max || max === MAXREPEAT) && ptr !== stack[rep + REP_LAST_PTR]) {
              // Enough already, but another one is tried first.
              stack[rep + REP_COUNT] = n;
              stack[ctx + LASTMARK] = lastmark;
              stack[ctx + LASTINDEX] = lastindex;
              for (let i = 0; i <= lastmark; i++) stack[base++] = mark[i]!;
              stack[base++] = stack[rep + REP_LAST_PTR]!;
              stack[rep + REP_LAST_PTR] = ptr;
              jump = J_MAX_UNTIL_2;
              next = item + 3;
            } else {
              repeat = stack[rep + REP_PREV]!;
              jump = J_MAX_UNTIL_3;
              next = pc;
            }
            break call;
          }
          case MIN_UNTIL: {
            const rep = repeat;
            if (rep < 0) {
              giveStack(stack);
              return ERROR_STATE;
            }
            stack[ctx + REP] = rep;
            sptr = ptr;
            const n = stack[rep + REP_COUNT]! + 1;
            stack[ctx + COUNT] = n;
            const item = stack[rep + REP_PC]!;
            top = stack[ctx + TOPLEVEL]!;
            if (n < code[item + 1]!) {
              stack[rep + REP_COUNT] = n;
              jump = J_MIN_UNTIL_1;
              next = item + 3;
            } else {
              // The tail first.
              repeat = stack[rep + REP_PREV]!;
              stack[ctx + LASTMARK] = lastmark;
              stack[ctx + LASTINDEX] = lastindex;
              if (repeat >= 0) for (let i = 0; i <= lastmark; i++) stack[base++] = mark[i]!;
              jump = J_MIN_UNTIL_2;
              next = pc;
            }
            break call;
          }
          case POSSESSIVE_REPEAT:
            sptr = ptr;
            stack[ctx + COUNT] = 0;
            if (code[pc + 1]! > 0) {
              jump = J_POSS_REPEAT_1;
              next = pc + 3;
              top = 0;
            } else {
              ptr = -1;
              jump = J_POSS_NEXT;
            }
            break call;
          case ATOMIC_GROUP:
            sptr = ptr;
            jump = J_ATOMIC_GROUP;
            next = pc + 1;
            top = 0;
            break call;
          case GROUPREF:
          case GROUPREF_IGNORE:
          case GROUPREF_UNI_IGNORE:
          case GROUPREF_LOC_IGNORE: {
            const n = groupLength(mark, code[pc]!, lastmark);
            ret = 0;
            if (n < 0 || n > end - ptr) break run;
            if (!sameText(text, mark[code[pc]! * 2]!, ptr, n, op)) break run;
            budget -= n >> 5;
            pc++;
            ptr += n;
            continue;
          }
          case GROUPREF_EXISTS:
            // group, skip, code for yes, JUMP, code for no
            pc += groupLength(mark, code[pc]!, lastmark) < 0 ? code[pc + 1]! : 2;
            continue;
          case ASSERT:
            // skip, how far back, code
            if (ptr < code[pc + 1]!) {
              ret = 0;
              break run;
            }
            sptr = ptr - code[pc + 1]!;
            jump = J_ASSERT;
            next = pc + 2;
            top = 0;
            break call;
          case ASSERT_NOT:
            if (ptr < code[pc + 1]!) {
              pc += code[pc]!;
              continue;
            }
            sptr = ptr - code[pc + 1]!;
            stack[ctx + LASTMARK] = lastmark;
            stack[ctx + LASTINDEX] = lastindex;
            if (repeat >= 0) for (let i = 0; i <= lastmark; i++) stack[base++] = mark[i]!;
            jump = J_ASSERT_NOT;
            next = pc + 2;
            top = 0;
            break call;
          case LITERAL_IGNORE:
          case LITERAL_UNI_IGNORE:
          case LITERAL_LOC_IGNORE:
          case NOT_LITERAL_IGNORE:
          case NOT_LITERAL_UNI_IGNORE:
          case NOT_LITERAL_LOC_IGNORE:
          case IN_IGNORE:
          case IN_UNI_IGNORE:
          case IN_LOC_IGNORE:
            if (ptr < end && count(code, pc - 1, text, ptr, end, 1) === 1) {
              pc += op === IN_IGNORE || op === IN_UNI_IGNORE || op === IN_LOC_IGNORE ? code[pc]! : 1;
              ptr++;
              continue;
            }
            ret = 0;
            break run;
          case FAILURE:
            ret = 0;
            break run;
          default:
            giveStack(stack);
            return ERROR_ILLEGAL;
        }
      }

      // The context is finished with `ret`: on in the one that made it, until one wants to run something.
      for (;;) {
        jump = stack[ctx + JUMP_TO]!;
        base = ctx;
        ctx = stack[ctx + LAST]!;
        if (ctx < 0) {
          st.budget = budget;
          st.ptr = sptr;
          st.lastmark = lastmark;
          st.lastindex = lastindex;
          giveStack(stack);
          return ret;
        }
        pc = stack[ctx + PC]!;
        ptr = stack[ctx + PTR]!;
        switch (jump) {
          case J_BRANCH: {
            if (ret === 1) continue;
            const saved = stack[ctx + LASTMARK]!;
            if (repeat >= 0) for (let i = 0; i <= saved; i++) mark[i] = stack[base - saved - 1 + i]!;
            lastmark = saved;
            lastindex = stack[ctx + LASTINDEX]!;
            pc = nextBranch(code, pc + code[pc]!, text, ptr, end);
            if (pc < 0) continue;
            sptr = ptr;
            next = pc + 1;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          }
          case J_REPEAT_ONE: {
            if (ret === 1) continue;
            const saved = stack[ctx + LASTMARK]!;
            if (repeat >= 0) for (let i = 0; i <= saved; i++) mark[i] = stack[base - saved - 1 + i]!;
            lastmark = saved;
            lastindex = stack[ctx + LASTINDEX]!;
            const min = code[pc + 1]!;
            const tail = pc + code[pc]!;
            let n = stack[ctx + COUNT]! - 1;
            ptr--;
            if (code[tail] === LITERAL) {
              const c = code[tail + 1]!;
              while (n >= min && (ptr >= end || text[ptr] !== c)) {
                ptr--;
                n--;
              }
            }
            if (n < min) continue;
            stack[ctx + COUNT] = n;
            sptr = ptr;
            next = tail;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          }
          case J_MIN_REPEAT_ONE: {
            if (ret === 1) continue;
            const saved = stack[ctx + LASTMARK]!;
            if (repeat >= 0) for (let i = 0; i <= saved; i++) mark[i] = stack[base - saved - 1 + i]!;
            lastmark = saved;
            lastindex = stack[ctx + LASTINDEX]!;
            sptr = ptr;
            if (count(code, pc + 3, text, ptr, end, 1) !== 1) continue;
            ptr++;
            const n = stack[ctx + COUNT]! + 1;
            const max = code[pc + 2]!;
            if (max !== MAXREPEAT && n > max) continue;
            stack[ctx + COUNT] = n;
            sptr = ptr;
            next = pc + code[pc]!;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          }
          case J_REPEAT:
            repeat = stack[stack[ctx + REP]! + REP_PREV]!;
            continue;
          case J_MAX_UNTIL_1:
          case J_MIN_UNTIL_1:
            if (ret === 1) continue;
            stack[stack[ctx + REP]! + REP_COUNT] = stack[ctx + COUNT]! - 1;
            sptr = ptr;
            continue;
          case J_MAX_UNTIL_2: {
            const rep = stack[ctx + REP]!;
            stack[rep + REP_LAST_PTR] = stack[--base]!;
            if (ret === 1) continue;
            const saved = stack[ctx + LASTMARK]!;
            base -= saved + 1;
            for (let i = 0; i <= saved; i++) mark[i] = stack[base + i]!;
            lastmark = saved;
            lastindex = stack[ctx + LASTINDEX]!;
            stack[rep + REP_COUNT] = stack[ctx + COUNT]! - 1;
            // No more items here: the tail.
            sptr = ptr;
            repeat = stack[rep + REP_PREV]!;
            jump = J_MAX_UNTIL_3;
            next = pc;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          }
          case J_MAX_UNTIL_3:
            repeat = stack[ctx + REP]!;
            if (ret === 0) sptr = ptr;
            continue;
          case J_MIN_UNTIL_2: {
            const ofTail = repeat;
            const rep = stack[ctx + REP]!;
            repeat = rep;
            if (ret === 1) continue;
            const saved = stack[ctx + LASTMARK]!;
            if (ofTail >= 0) {
              base -= saved + 1;
              for (let i = 0; i <= saved; i++) mark[i] = stack[base + i]!;
            }
            lastmark = saved;
            lastindex = stack[ctx + LASTINDEX]!;
            sptr = ptr;
            const n = stack[ctx + COUNT]!;
            const item = stack[rep + REP_PC]!;
            const max = code[item + 2]!;
            if ((n >= max && max !== MAXREPEAT) || ptr === stack[rep + REP_LAST_PTR]) continue;
            stack[rep + REP_COUNT] = n;
            stack[base++] = stack[rep + REP_LAST_PTR]!;
            stack[rep + REP_LAST_PTR] = ptr;
            jump = J_MIN_UNTIL_3;
            next = item + 3;
            top = stack[ctx + TOPLEVEL]!;
            break call;
          }
          case J_MIN_UNTIL_3: {
            const rep = stack[ctx + REP]!;
            stack[rep + REP_LAST_PTR] = stack[--base]!;
            if (ret === 1) continue;
            stack[rep + REP_COUNT] = stack[ctx + COUNT]! - 1;
            sptr = ptr;
            continue;
          }
          case J_POSS_REPEAT_1:
            if (ret === 0) {
              sptr = ptr;
              continue;
            }
            stack[ctx + COUNT]!++;
            if (stack[ctx + COUNT]! < code[pc + 1]!) {
              next = pc + 3;
              top = 0;
            } else {
              ptr = -1;
              jump = J_POSS_NEXT;
            }
            break call;
          case J_POSS_REPEAT_2: {
            const saved = stack[ctx + LASTMARK]!;
            base -= saved + 1;
            if (ret === 1) {
              stack[ctx + COUNT]!++;
              jump = J_POSS_NEXT;
              break call;
            }
            for (let i = 0; i <= saved; i++) mark[i] = stack[base + i]!;
            lastmark = saved;
            lastindex = stack[ctx + LASTINDEX]!;
            sptr = ptr;
            pc += code[pc]! + 1;
            continue main;
          }
          case J_ATOMIC_GROUP:
            if (ret === 0) {
              sptr = ptr;
              continue;
            }
            pc += code[pc]!;
            ptr = sptr;
            continue main;
          case J_ASSERT:
            if (ret === 0) continue;
            pc += code[pc]!;
            continue main;
          case J_ASSERT_NOT: {
            if (ret === 1) {
              ret = 0;
              continue;
            }
            const saved = stack[ctx + LASTMARK]!;
            if (repeat >= 0) {
              base -= saved + 1;
              for (let i = 0; i <= saved; i++) mark[i] = stack[base + i]!;
            }
            lastmark = saved;
            lastindex = stack[ctx + LASTINDEX]!;
            pc += code[pc]!;
            continue main;
          }
          default:
            giveStack(stack);
            return ERROR_ILLEGAL;
        }
      }
    }

    if (jump === J_POSS_NEXT) {
      const max = code[pc + 2]!;
      if ((stack[ctx + COUNT]! < max || max === MAXREPEAT) && sptr !== ptr) {
        stack[ctx + LASTMARK] = lastmark;
        stack[ctx + LASTINDEX] = lastindex;
        for (let i = 0; i <= lastmark; i++) stack[base++] = mark[i]!;
        // An item that matches nothing ends the repeat.
        ptr = sptr;
        jump = J_POSS_REPEAT_2;
        next = pc + 3;
        top = 0;
      } else {
        pc += code[pc]! + 1;
        ptr = sptr;
        continue;
      }
    }
    // A new context runs `next`; it tells this one by `jump`.
    stack[ctx + PC] = pc;
    stack[ctx + PTR] = ptr;
    if (base + reserve > stack.length) {
      if (stack.length * 2 > LARGEST_STACK) return ERROR_MEMORY;
      const bigger = new Int32Array(stack.length * 2);
      bigger.set(stack);
      stack = bigger;
    }
    stack[base + JUMP_TO] = jump;
    stack[base + LAST] = ctx;
    stack[base + TOPLEVEL] = top;
    ctx = base;
    base += CONTEXT;
    pc = next;
    ptr = sptr;
  }
}

/** CPython 3.12: sre_match */
export function sreMatch(st: SreState): number {
  return runMatch(st, 0, true);
}
