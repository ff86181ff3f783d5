// Checks that a row of codes is one `re._compiler` could have made, so that the matcher never leaves it.
//
// All jumps go forward and do not cross; each part is checked to end exactly where its jump says.
//
// Answers to CPython 3.12: Modules/_sre/sre.c (_validate).

import * as op from './_sre_constants.ts';

class Validator {
  readonly code: Uint32Array;
  readonly groups: number;
  constructor(code: Uint32Array, groups: number) {
    this.code = code;
    this.groups = groups;
  }

  /** CPython 3.12: _validate_charset */
  charset(at: number, end: number): boolean {
    const { code } = this;
    while (at < end) {
      switch (code[at++]) {
        case op.NEGATE:
          break;
        case op.LITERAL:
          at++;
          break;
        case op.RANGE:
        case op.RANGE_UNI_IGNORE:
          at += 2;
          break;
        case op.CHARSET:
          at += 8;
          break;
        case op.BIGCHARSET: {
          const blocks = code[at++]!;
          if (at + 64 > end) return false;
          for (let i = 0; i < 256; i++) {
            if (((code[at + (i >> 2)]! >>> ((i & 3) << 3)) & 255) >= blocks) return false;
          }
          at += 64 + blocks * 8;
          break;
        }
        case op.CATEGORY:
          if (at >= end || code[at++]! >= op.CATEGORIES) return false;
          break;
        default:
          return false;
      }
    }
    return at === end;
  }

  /** 0: in order; -1: not; 1: in order, and the last code is a JUMP. CPython 3.12: _validate_inner */
  inner(at: number, end: number): number {
    const { code, groups } = this;
    if (at > end || end > code.length) return -1;
    /** The place a skip at `at` leads to; -1: beyond the end. */
    const target = (i: number): number => (i < end && i + code[i]! <= end ? i + code[i]! : -1);
    while (at < end) {
      const o = code[at++]!;
      switch (o) {
        case op.MARK:
          if (at >= end || code[at++]! > 2 * groups + 1) return -1;
          break;
        case op.LITERAL:
        case op.NOT_LITERAL:
        case op.LITERAL_IGNORE:
        case op.NOT_LITERAL_IGNORE:
        case op.LITERAL_UNI_IGNORE:
        case op.NOT_LITERAL_UNI_IGNORE:
        case op.LITERAL_LOC_IGNORE:
        case op.NOT_LITERAL_LOC_IGNORE:
          if (at++ >= end) return -1;
          break;
        case op.SUCCESS:
        case op.FAILURE:
        case op.ANY:
        case op.ANY_ALL:
          break;
        case op.AT:
          if (at >= end || code[at++]! > op.AT_UNI_NON_BOUNDARY) return -1;
          break;
        case op.IN:
        case op.IN_IGNORE:
        case op.IN_UNI_IGNORE:
        case op.IN_LOC_IGNORE: {
          const after = target(at);
          if (after < at + 2 || code[after - 1] !== op.FAILURE || !this.charset(at + 1, after - 1)) return -1;
          at = after;
          break;
        }
        case op.INFO:
          at = this.info(at, target(at));
          if (at < 0) return -1;
          break;
        case op.BRANCH: {
          let common = -1;
          for (;;) {
            const after = target(at);
            if (after < 0) return -1;
            if (after === at) break;
            // Each branch ends with a JUMP to the same place.
            if (after < at + 3 || this.inner(at + 1, after - 2) !== 0 || code[after - 2] !== op.JUMP)
              return -1;
            const there = target(after - 1);
            if (there < 0 || (common >= 0 && there !== common)) return -1;
            common = there;
            at = after;
          }
          at++;
          if (at !== common) return -1;
          break;
        }
        case op.REPEAT_ONE:
        case op.MIN_REPEAT_ONE:
        case op.POSSESSIVE_REPEAT_ONE: {
          const after = target(at);
          if (after < at + 4 || code[at + 1]! > code[at + 2]!) return -1;
          if (this.inner(at + 3, after - 1) !== 0 || code[after - 1] !== op.SUCCESS) return -1;
          at = after;
          break;
        }
        case op.REPEAT:
        case op.POSSESSIVE_REPEAT: {
          const until = target(at);
          if (until < at + 3 || until >= end || code[at + 1]! > code[at + 2]!) return -1;
          if (this.inner(at + 3, until) !== 0) return -1;
          const last = code[until];
          if (o === op.POSSESSIVE_REPEAT) {
            if (last !== op.SUCCESS) return -1;
          } else if (last !== op.MAX_UNTIL && last !== op.MIN_UNTIL) return -1;
          at = until + 1;
          break;
        }
        case op.ATOMIC_GROUP: {
          const after = target(at);
          if (after < at + 2 || this.inner(at + 1, after - 1) !== 0 || code[after - 1] !== op.SUCCESS)
            return -1;
          at = after;
          break;
        }
        case op.GROUPREF:
        case op.GROUPREF_IGNORE:
        case op.GROUPREF_UNI_IGNORE:
        case op.GROUPREF_LOC_IGNORE:
          if (at >= end || code[at++]! >= groups) return -1;
          break;
        case op.GROUPREF_EXISTS: {
          if (at + 1 >= end || code[at]! >= groups) return -1;
          let after = at + code[at + 1]!;
          if (after > end || after < at + 2) return -1;
          let rc = this.inner(at + 2, after);
          if (rc === 1) {
            // A JUMP before the end of "yes": "no" follows.
            const there = target(after - 1);
            if (there < 0) return -1;
            rc = this.inner(after, there);
            after = there;
          }
          if (rc !== 0) return -1;
          at = after;
          break;
        }
        case op.ASSERT:
        case op.ASSERT_NOT: {
          const after = target(at);
          if (after < at + 3 || this.inner(at + 2, after - 1) !== 0 || code[after - 1] !== op.SUCCESS)
            return -1;
          at = after;
          break;
        }
        case op.JUMP:
          return at + 1 === end ? 1 : -1;
        default:
          return -1;
      }
    }
    return 0;
  }

  /** Skip, flags, least and greatest width, then prefix or set; the place after it, or -1. */
  info(at: number, after: number): number {
    const { code } = this;
    if (after < at + 4) return -1;
    const flags = code[at + 1]!;
    if (flags > 7) return -1;
    const prefix = (flags & op.INFO_PREFIX) !== 0;
    const charset = (flags & op.INFO_CHARSET) !== 0;
    if (prefix && charset) return -1;
    if ((flags & op.INFO_LITERAL) !== 0 && !prefix) return -1;
    at += 4;
    if (prefix) {
      const length = code[at]!;
      if (at + 2 + 2 * length !== after) return -1;
      for (let i = after - length; i < after; i++) if (code[i]! >= length) return -1;
      return after;
    }
    if (!charset) return at === after ? after : -1;
    return code[after - 1] === op.FAILURE && this.charset(at, after - 1) ? after : -1;
  }
}

/** CPython 3.12: _validate_outer */
export function validCode(code: Uint32Array, groups: number): boolean {
  const n = code.length;
  if (groups < 0 || groups > op.MAXGROUPS || n === 0 || code[n - 1] !== op.SUCCESS) return false;
  return new Validator(code, groups).inner(0, n - 1) === 0;
}
