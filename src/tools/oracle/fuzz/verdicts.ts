/** One program on both compilers: whether code, errors and warnings are the same; and the smallest program that still differs. */
import type { CodeObject } from '../../../interpreter/code/codeobject.ts';
import { loads } from '../../../interpreter/code/marshal.ts';
import { compileSource } from '../../../interpreter/codegen/index.ts';
import { codeDifference } from '../codediff.ts';
import type { Case, Judge, Verdict } from '../judge.ts';
import { tokensOf } from './mutate.ts';

const FILENAME = '<fuzz>';

/** How our compiler's verdict differs; null: not at all. */
export function difference(
  [source, mode, flags, optimize]: Case,
  theirs: Verdict,
  judge: Judge,
): string | null {
  let ours: ReturnType<typeof compileSource>;
  try {
    ours = compileSource(source, FILENAME, mode, { flags, optimize, namedCharacter: judge.character });
  } catch (thrown) {
    return `a JavaScript exception: ${(thrown as Error).stack?.split('\n').slice(0, 4).join('\n    ')}`;
  }
  const { code, error } = ours;
  const facts = error && [
    error.type,
    error.msg,
    error.lineno,
    error.offset,
    error.end_lineno,
    error.end_offset,
    error.text,
  ];
  const a = JSON.stringify(facts);
  const b = JSON.stringify(theirs.error);
  if (a !== b) return `error\n    ours    ${a}\n    CPython ${b}`;
  const warned = JSON.stringify(ours.warnings.map((w) => [w.category, w.msg, w.lineno]));
  if (warned !== JSON.stringify(theirs.warnings)) {
    return `warnings\n    ours    ${warned}\n    CPython ${JSON.stringify(theirs.warnings)}`;
  }
  if (code === null || theirs.code === null) return null;
  return codeDifference(code, loads(theirs.code).value as CodeObject);
}

/** Which of many programs differ, and how. */
export function differences(
  judge: Judge,
  cases: readonly Case[],
  each: (refused: boolean) => void = () => {},
): [Case, string][] {
  const found: [Case, string][] = [];
  for (const [i, verdict] of judge.outcomes(cases).entries()) {
    each(verdict.error !== null);
    const how = difference(cases[i], verdict, judge);
    if (how !== null) found.push([cases[i], how]);
  }
  return found;
}

/** What kind of difference it is, without its details. */
const kindOf = (how: string): string => how.split('\n')[0].replace(/^.*: /, '');

/** How many smaller programs are tried in one question to CPython. */
const TRIED_AT_ONCE = 12;

/** A smaller program that differs in the same way: lines are taken away, then tokens, while it still does. */
export function minimised(judge: Judge, [source, mode, flags, optimize]: Case, how: string): [Case, string] {
  let best: [Case, string] = [[source, mode, flags, optimize], how];
  const kind = kindOf(how);
  for (const parts of [(text: string) => text.split(/(?<=\n)/), tokensOf]) {
    let pieces = parts(source);
    for (let size = pieces.length >> 1; size >= 1; size >>= 1) {
      for (let at = 0; at < pieces.length; ) {
        const starts = Array.from({ length: TRIED_AT_ONCE }, (_, i) => at + i * size);
        const candidates = starts.map((start) => [...pieces.slice(0, start), ...pieces.slice(start + size)]);
        const cases = candidates.map((candidate): Case => [candidate.join(''), mode, flags, optimize]);
        const found = differences(judge, cases).find(
          ([[text], other]) => kindOf(other) === kind && text.length < best[0][0].length,
        );
        if (found === undefined) at += TRIED_AT_ONCE * size;
        else {
          best = found;
          const kept = cases.indexOf(found[0]);
          pieces = candidates[kept];
          at = starts[kept];
        }
      }
    }
    source = best[0][0];
  }
  return best;
}
