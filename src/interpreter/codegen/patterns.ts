// match: patterns test the subject on top of the stack and gather names below it.
//
// Nothing is stored before the whole pattern has matched. A failure jumps to one of a ladder of POP_TOPs that takes
// away just what has piled up. Answers to CPython 3.12: Python/compile.c compiler_match and compiler_pattern_*.

import { reprConst, reprStr } from '../code/constrepr.ts';
import { NB_SUBTRACT, OP, PSEUDO } from '../code/opcodes.ts';
import type {
  Match,
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  Pattern,
} from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { constEqualityKey } from './constants.ts';
import { jumpIf } from './control_flow.ts';
import { addCompare, visitExpr } from './expressions.ts';
import { LOC, type Location, NO_LOCATION } from './instruction_sequence.ts';
import { visitStmts } from './statements.ts';

/** compile.c pattern_context. */
interface PatternContext {
  /** Names captured so far, in the order they lie on the stack. */
  stores: string[];
  /** Whether a pattern that always matches is allowed here. */
  allowIrrefutable: boolean;
  /** Labels: jumping to failPop[n] pops n values and goes on to the next case. */
  failPop: number[];
  /** How many values on top must stay there; captures go below them. */
  onTop: number;
}

const isWildcard = (p: Pattern): boolean => p.node === 'MatchAs' && p.name === null;
const isWildcardStar = (p: Pattern): boolean => p.node === 'MatchStar' && p.name === null;

function ensureFailPop(c: Compiler, pc: PatternContext, n: number): void {
  while (pc.failPop.length < n + 1) pc.failPop.push(c.newLabel());
}

function jumpToFailPop(c: Compiler, loc: Location, pc: PatternContext, op: number): void {
  const pops = pc.onTop + pc.stores.length;
  ensureFailPop(c, pc, pops);
  c.addJump(loc, op, pc.failPop[pops]);
}

function emitAndResetFailPop(c: Compiler, loc: Location, pc: PatternContext): void {
  for (let i = pc.failPop.length - 1; i >= 0; i--) {
    c.useLabel(pc.failPop[i]);
    if (i > 0) c.addop(loc, OP.POP_TOP);
  }
  pc.failPop = [];
}

/** Moves the top below the next `count - 1` values. */
function rotate(c: Compiler, loc: Location, count: number): void {
  for (let n = count; n > 1; n--) c.addop(loc, OP.SWAP, n);
}

function storeName(c: Compiler, loc: Location, name: string | null, pc: PatternContext): void {
  if (name === null) {
    c.addop(loc, OP.POP_TOP);
    return;
  }
  if (c.forbiddenName(loc, name, 'Store')) return;
  if (pc.stores.includes(name)) {
    failDuplicateStore(c, loc, name);
    return;
  }
  rotate(c, loc, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

function failDuplicateStore(c: Compiler, loc: Location, name: string): void {
  c.fail(loc, `multiple assignments to name ${reprStr(name)} in pattern`);
}

/** compile.c pattern_helper_sequence_unpack. */
function compileSequenceUnpack(
  c: Compiler,
  loc: Location,
  patterns: readonly Pattern[],
  pc: PatternContext,
): void {
  const n = patterns.length;
  let seenStar = false;
  for (let i = 0; i < n; i++) {
    if (patterns[i].node !== 'MatchStar') continue;
    if (seenStar) {
      c.fail(loc, 'multiple starred expressions in sequence pattern');
      return;
    }
    if (i >= 1 << 8 || n - i - 1 >= 0x7fffffff >> 8) {
      c.fail(loc, 'too many expressions in star-unpacking sequence pattern');
      return;
    }
    c.addop(loc, OP.UNPACK_EX, i + ((n - i - 1) << 8));
    seenStar = true;
  }
  if (!seenStar) c.addop(loc, OP.UNPACK_SEQUENCE, n);
  pc.onTop += n;
  for (const pattern of patterns) {
    pc.onTop--;
    compileSubpattern(c, pattern, pc);
  }
}

/** With `*_` the elements are fetched one by one: no list is made. compile.c pattern_helper_sequence_subscr. */
function compileSequenceSubscr(
  c: Compiler,
  loc: Location,
  patterns: readonly Pattern[],
  star: number,
  pc: PatternContext,
): void {
  pc.onTop++;
  const n = patterns.length;
  for (let i = 0; i < n; i++) {
    const pattern = patterns[i];
    if (isWildcard(pattern) || i === star) continue;
    c.addop(loc, OP.COPY, 1);
    if (i < star) {
      c.loadConst(loc, BigInt(i));
    } else {
      // The subject may not know negative indices.
      c.addop(loc, OP.GET_LEN);
      c.loadConst(loc, BigInt(n - i));
      c.addop(loc, OP.BINARY_OP, NB_SUBTRACT);
    }
    c.addop(loc, OP.BINARY_SUBSCR);
    compileSubpattern(c, pattern, pc);
  }
  pc.onTop--;
  c.addop(loc, OP.POP_TOP);
}

/** A pattern inside another: it may be irrefutable. */
function compileSubpattern(c: Compiler, p: Pattern, pc: PatternContext): void {
  const { allowIrrefutable } = pc;
  pc.allowIrrefutable = true;
  compilePattern(c, p, pc);
  pc.allowIrrefutable = allowIrrefutable;
}

function compilePatternAs(c: Compiler, p: MatchAs, pc: PatternContext): void {
  const loc = LOC(p);
  if (p.pattern === null) {
    if (!pc.allowIrrefutable) {
      c.fail(
        loc,
        p.name !== null
          ? `name capture ${reprStr(p.name)} makes remaining patterns unreachable`
          : 'wildcard makes remaining patterns unreachable',
      );
      return;
    }
    storeName(c, loc, p.name, pc);
    return;
  }
  pc.onTop++;
  c.addop(loc, OP.COPY, 1);
  compilePattern(c, p.pattern, pc);
  pc.onTop--;
  storeName(c, loc, p.name, pc);
}

/** compile.c validate_kwd_attrs. */
function validateKwdAttrs(c: Compiler, p: MatchClass): boolean {
  const { kwd_attrs: attrs, kwd_patterns: patterns } = p;
  for (let i = 0; i < attrs.length; i++) {
    if (c.forbiddenName(patterns[i], attrs[i], 'Store')) return false;
    for (let j = i + 1; j < attrs.length; j++) {
      if (attrs[i] === attrs[j]) {
        c.fail(patterns[j], `attribute name repeated in class pattern: ${attrs[i]}`);
        return false;
      }
    }
  }
  return true;
}

function compilePatternClass(c: Compiler, p: MatchClass, pc: PatternContext): void {
  const loc = LOC(p);
  const nargs = p.patterns.length;
  const nattrs = p.kwd_attrs.length;
  if (nattrs !== p.kwd_patterns.length) {
    c.fail(
      loc,
      `kwd_attrs (${nattrs}) / kwd_patterns (${p.kwd_patterns.length}) length mismatch in class pattern`,
    );
    return;
  }
  if (!validateKwdAttrs(c, p)) return;
  visitExpr(c, p.cls);
  c.loadConst(loc, [...p.kwd_attrs]);
  c.addop(loc, OP.MATCH_CLASS, nargs);
  c.addop(loc, OP.COPY, 1);
  c.loadConst(loc, null);
  c.addop(loc, OP.IS_OP, 1);
  // On top: a tuple of the attributes, or None.
  pc.onTop++;
  jumpToFailPop(c, loc, pc, OP.POP_JUMP_IF_FALSE);
  c.addop(loc, OP.UNPACK_SEQUENCE, nargs + nattrs);
  pc.onTop += nargs + nattrs - 1;
  for (const pattern of [...p.patterns, ...p.kwd_patterns]) {
    pc.onTop--;
    if (isWildcard(pattern)) c.addop(loc, OP.POP_TOP);
    else compileSubpattern(c, pattern, pc);
  }
}

function compilePatternMapping(c: Compiler, p: MatchMapping, pc: PatternContext): void {
  const loc = LOC(p);
  const size = p.keys.length;
  if (size !== p.patterns.length) {
    c.fail(loc, `keys (${size}) / patterns (${p.patterns.length}) length mismatch in mapping pattern`);
    return;
  }
  const star = p.rest;
  pc.onTop++;
  c.addop(loc, OP.MATCH_MAPPING);
  jumpToFailPop(c, loc, pc, OP.POP_JUMP_IF_FALSE);
  if (size === 0 && star === null) {
    pc.onTop--;
    c.addop(loc, OP.POP_TOP);
    return;
  }
  if (size > 0) {
    c.addop(loc, OP.GET_LEN);
    c.loadConst(loc, BigInt(size));
    addCompare(c, loc, 'GtE');
    jumpToFailPop(c, loc, pc, OP.POP_JUMP_IF_FALSE);
  }
  const seen = new Set<unknown>();
  for (const key of p.keys) {
    if (key.node === 'Constant') {
      const mark = constEqualityKey(key.value);
      if (seen.has(mark)) {
        c.fail(loc, `mapping pattern checks duplicate key (${reprConst(key.value, () => '')})`);
        return;
      }
      seen.add(mark);
    } else if (key.node !== 'Attribute') {
      c.fail(loc, 'mapping pattern keys may only match literals and attribute lookups');
      return;
    }
    visitExpr(c, key);
  }
  c.addop(loc, OP.BUILD_TUPLE, size);
  c.addop(loc, OP.MATCH_KEYS);
  // On top of the subject: a tuple of keys and a tuple of values.
  pc.onTop += 2;
  c.addop(loc, OP.COPY, 1);
  c.loadConst(loc, null);
  c.addop(loc, OP.IS_OP, 1);
  jumpToFailPop(c, loc, pc, OP.POP_JUMP_IF_FALSE);
  c.addop(loc, OP.UNPACK_SEQUENCE, size);
  pc.onTop += size - 1;
  for (const pattern of p.patterns) {
    pc.onTop--;
    compileSubpattern(c, pattern, pc);
  }
  pc.onTop -= 2;
  if (star !== null) {
    // rest = dict(subject), without the keys that matched.
    c.addop(loc, OP.BUILD_MAP, 0);
    c.addop(loc, OP.SWAP, 3);
    c.addop(loc, OP.DICT_UPDATE, 2);
    c.addop(loc, OP.UNPACK_SEQUENCE, size);
    for (let n = size; n > 0; n--) {
      c.addop(loc, OP.COPY, 1 + n);
      c.addop(loc, OP.SWAP, 2);
      c.addop(loc, OP.DELETE_SUBSCR);
    }
    storeName(c, loc, star, pc);
  } else {
    c.addop(loc, OP.POP_TOP);
    c.addop(loc, OP.POP_TOP);
  }
}

/** compile.c compiler_pattern_or: every alternative must capture the same names; they are put in one order. */
function compilePatternOr(c: Compiler, p: MatchOr, pc: PatternContext): void {
  const loc = LOC(p);
  const end = c.newLabel();
  const outer = { ...pc };
  let control: string[] = [];
  const size = p.patterns.length;
  for (const [i, alt] of p.patterns.entries()) {
    const altLoc = LOC(alt);
    pc.stores = [];
    pc.allowIrrefutable = i === size - 1 && outer.allowIrrefutable;
    pc.failPop = [];
    pc.onTop = 0;
    c.addop(altLoc, OP.COPY, 1);
    compilePattern(c, alt, pc);
    const nstores = pc.stores.length;
    if (i === 0) {
      control = pc.stores;
    } else if (nstores !== control.length || control.some((name) => !pc.stores.includes(name))) {
      c.fail(loc, 'alternative patterns bind different names');
      Object.assign(pc, outer);
      return;
    } else {
      for (let icontrol = nstores - 1; icontrol >= 0; icontrol--) {
        const istores = pc.stores.indexOf(control[icontrol]);
        if (icontrol === istores) continue;
        const rotations = istores + 1;
        const rotated = pc.stores.splice(0, rotations);
        pc.stores.splice(icontrol - istores, 0, ...rotated);
        for (let n = 0; n < rotations; n++) rotate(c, altLoc, icontrol + 1);
      }
    }
    c.addJump(altLoc, PSEUDO.JUMP, end);
    emitAndResetFailPop(c, altLoc, pc);
  }
  Object.assign(pc, outer);
  c.addop(loc, OP.POP_TOP);
  jumpToFailPop(c, loc, pc, PSEUDO.JUMP);
  c.useLabel(end);
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, loc, rotations);
    if (pc.stores.includes(name)) {
      failDuplicateStore(c, loc, name);
      return;
    }
    pc.stores.push(name);
  }
  c.addop(loc, OP.POP_TOP);
}

function compilePatternSequence(c: Compiler, p: MatchSequence, pc: PatternContext): void {
  const loc = LOC(p);
  const size = p.patterns.length;
  let star = -1;
  let onlyWildcard = true;
  let starWildcard = false;
  for (const [i, pattern] of p.patterns.entries()) {
    if (pattern.node === 'MatchStar') {
      if (star >= 0) {
        c.fail(loc, 'multiple starred names in sequence pattern');
        return;
      }
      starWildcard = isWildcardStar(pattern);
      onlyWildcard &&= starWildcard;
      star = i;
    } else {
      onlyWildcard &&= isWildcard(pattern);
    }
  }
  pc.onTop++;
  c.addop(loc, OP.MATCH_SEQUENCE);
  jumpToFailPop(c, loc, pc, OP.POP_JUMP_IF_FALSE);
  if (star < 0 || size > 1) {
    c.addop(loc, OP.GET_LEN);
    c.loadConst(loc, BigInt(star < 0 ? size : size - 1));
    addCompare(c, loc, star < 0 ? 'Eq' : 'GtE');
    jumpToFailPop(c, loc, pc, OP.POP_JUMP_IF_FALSE);
  }
  pc.onTop--;
  if (onlyWildcard) c.addop(loc, OP.POP_TOP);
  else if (starWildcard) compileSequenceSubscr(c, loc, p.patterns, star, pc);
  else compileSequenceUnpack(c, loc, p.patterns, pc);
}

function compilePattern(c: Compiler, p: Pattern, pc: PatternContext): void {
  switch (p.node) {
    case 'MatchValue':
      if (p.value.node !== 'Constant' && p.value.node !== 'Attribute') {
        c.fail(p, 'patterns may only match literals and attribute lookups');
        return;
      }
      visitExpr(c, p.value);
      addCompare(c, LOC(p), 'Eq');
      jumpToFailPop(c, LOC(p), pc, OP.POP_JUMP_IF_FALSE);
      return;
    case 'MatchSingleton':
      c.loadConst(LOC(p), p.value);
      addCompare(c, LOC(p), 'Is');
      jumpToFailPop(c, LOC(p), pc, OP.POP_JUMP_IF_FALSE);
      return;
    case 'MatchSequence':
      compilePatternSequence(c, p, pc);
      return;
    case 'MatchMapping':
      compilePatternMapping(c, p, pc);
      return;
    case 'MatchClass':
      compilePatternClass(c, p, pc);
      return;
    case 'MatchStar':
      storeName(c, LOC(p), p.name, pc);
      return;
    case 'MatchAs':
      compilePatternAs(c, p, pc);
      return;
    case 'MatchOr':
      compilePatternOr(c, p, pc);
      return;
  }
}

/** compile.c compiler_match_inner. */
export function compileMatch(c: Compiler, s: Match): void {
  visitExpr(c, s.subject);
  const end = c.newLabel();
  const n = s.cases.length;
  const lastCase = s.cases[n - 1];
  // A last `case _` needs no test and no copy of the subject.
  const hasDefault = isWildcard(lastCase.pattern) && n > 1;
  const tested = hasDefault ? n - 1 : n;
  for (let i = 0; i < tested; i++) {
    const m = s.cases[i];
    const loc = LOC(m.pattern);
    const isLast = i === tested - 1;
    if (!isLast) c.addop(loc, OP.COPY, 1);
    const pc: PatternContext = {
      stores: [],
      allowIrrefutable: m.guard !== null || i === n - 1,
      failPop: [],
      onTop: 0,
    };
    compilePattern(c, m.pattern, pc);
    for (const name of pc.stores) c.nameop(loc, name, 'Store');
    if (m.guard !== null) {
      ensureFailPop(c, pc, 0);
      jumpIf(c, loc, m.guard, pc.failPop[0], false);
    }
    if (!isLast) c.addop(loc, OP.POP_TOP);
    visitStmts(c, m.body);
    c.addJump(NO_LOCATION, PSEUDO.JUMP, end);
    emitAndResetFailPop(c, loc, pc);
  }
  if (hasDefault) {
    const loc = LOC(lastCase.pattern);
    // Only to be seen by line tracing.
    c.addop(loc, OP.NOP);
    if (lastCase.guard !== null) jumpIf(c, loc, lastCase.guard, end, false);
    visitStmts(c, lastCase.body);
  }
  c.useLabel(end);
}
