/** The stream of programs a seed stands for: generated ones, mutated ones, and mutated pieces of the standard library. */
import type { Case, Judge, Mode } from '../judge.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';
import { Programs } from './statements.ts';

// compile()'s flags. CPython 3.12: Include/cpython/compile.h
const DONT_IMPLY_DEDENT = 0x0200;
const TYPE_COMMENTS = 0x1000;
const ALLOW_TOP_LEVEL_AWAIT = 0x2000;
const ALLOW_INCOMPLETE_INPUT = 0x4000;
const FUTURE_BARRY_AS_BDFL = 0x400000;
const FUTURE_ANNOTATIONS = 0x1000000;

/** Some consecutive lines of a library module, from the start of a definition on. */
function libraryPiece(r: Random, judge: Judge): string {
  const lines = judge.sourceOf(r.pick(judge.library)).split('\n');
  const starts = lines.flatMap((line, i) =>
    /^\s*(?:async def|def|class|@|for|if|try|with|while)\b/.test(line) ? [i] : [],
  );
  if (starts.length === 0) return lines.slice(0, 20).join('\n');
  const start = r.pick(starts);
  const pad = /^\s*/.exec(lines[start])?.[0].length ?? 0;
  const piece = lines.slice(start, start + 3 + r.below(25));
  return `${piece.map((line) => line.slice(Math.min(pad, line.length - line.trimStart().length))).join('\n')}\n`;
}

function oneProgram(r: Random, judge: Judge): Case {
  const wrong = r.pick([0, 0, 0, 0.004, 0.02]);
  const kind = r.next();
  const optimize = r.pick([0, 0, 0, 1, 2]);
  let flags = 0;
  if (r.chance(0.1)) {
    flags = r.pick([
      DONT_IMPLY_DEDENT,
      ALLOW_TOP_LEVEL_AWAIT,
      ALLOW_TOP_LEVEL_AWAIT,
      ALLOW_INCOMPLETE_INPUT,
      TYPE_COMMENTS,
      DONT_IMPLY_DEDENT | ALLOW_INCOMPLETE_INPUT,
      FUTURE_BARRY_AS_BDFL,
      FUTURE_ANNOTATIONS,
    ]);
  }
  const programs = new Programs(r, wrong);
  let mode: Mode = 'exec';
  let source: string;
  if (kind < 0.08) {
    mode = 'eval';
    source = programs.expression(r.pick([2, 3, 4, 5]), r.pick([0, 1]));
  } else if (kind < 0.18) {
    mode = 'single';
    source = `${programs.statement(2).join('\n')}\n`;
  } else if (kind < 0.35) {
    return [mutate(r, libraryPiece(r, judge)), 'exec', flags, optimize];
  } else source = programs.module(wrong > 0 ? r.pick([1, 2, 3]) : r.pick([1, 3, 6, 12]));
  if (r.chance(0.35)) source = mutate(r, source);
  return [source, mode, flags, optimize];
}

/** The programs of a seed, without end. */
export function* programsOf(seed: number, judge: Judge): Generator<Case, never> {
  const r = new Random(seed);
  for (;;) {
    const one = oneProgram(r, judge);
    // A NUL ends a C string; what comes of it is tested by hand.
    if (!one[0].includes('\0')) yield one;
  }
}
