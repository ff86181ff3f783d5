// Records what CPython answers to random patterns and texts, for _sre.test.ts.
//
//     node src/interpreter/modules/testdata/record-sre.ts [number of cases] [seed] [output file]

import { readFileSync, writeFileSync } from 'node:fs';

/** A small generator of random numbers, so that the same seed gives the same cases. */
function random(seed: number): (n: number) => number {
  let s = seed >>> 0;
  return (n) => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return Math.floor((s / 4294967296) * n);
  };
}

export type Case = [pattern: string, flags: number, text: string];

const CHARS = [
  'a',
  'b',
  'c',
  'A',
  'B',
  '1',
  '_',
  ' ',
  '-',
  '\\n',
  '.',
  'é',
  'İ',
  'ſ',
  'ß',
  '😀',
  'Σ',
  'ς',
  '١',
];
const CLASSES = [
  '\\d',
  '\\D',
  '\\s',
  '\\S',
  '\\w',
  '\\W',
  '.',
  '[a-c]',
  '[^a]',
  '[\\w-]',
  '[^\\d\\s]',
  '[A-Zé]',
  '[α-ως😀]',
  '[b1\\x00-\\x20]',
  '[ -\\uffff]',
];
const ANCHORS = ['^', '$', '\\b', '\\B', '\\A', '\\Z'];
const QUANTIFIERS = ['*', '+', '?', '{2}', '{1,2}', '{,2}', '{2,}', '{0,0}'];

/** Patterns and texts; the text's characters are those a pattern speaks of, so that much matches. */
export function randomCases(count: number, seed: number): Case[] {
  const pick = random(seed);
  const of = <T>(list: readonly T[]): T => list[pick(list.length)]!;
  const cases: Case[] = [];
  let groups = 0;
  let open: number[] = [];
  let names: string[] = [];
  let wide = false;
  const char = (): string => of(wide ? CHARS : CHARS.slice(0, 6));
  const literal = (): string => {
    const c = char();
    return c === '.' ? '\\.' : c;
  };
  const atom = (depth: number): string => {
    const k = pick(depth > 3 ? 6 : 15);
    if (k < 4) return literal();
    if (k === 4) return of(wide ? CLASSES : CLASSES.slice(0, 11));
    if (k === 5) {
      const closed = Array.from({ length: groups }, (_, i) => i + 1).filter((g) => !open.includes(g));
      if (closed.length === 0) return of(ANCHORS);
      const g = of(closed);
      return pick(3) === 0 ? `(?(${g})${literal()}|${literal()})` : `\\${g}(?:)`;
    }
    if (k < 10) {
      const mine = ++groups;
      open.push(mine);
      const name = pick(5) === 0 ? `g${mine}` : '';
      if (name !== '') names.push(name);
      const inner = alternatives(depth + 1);
      open = open.filter((g) => g !== mine);
      return name === '' ? `(${inner})` : `(?P<${name}>${inner})`;
    }
    const inner = alternatives(depth + 1);
    if (k === 10) return `(?:${inner})`;
    if (k === 11) return `(?=${inner})`;
    if (k === 12)
      return pick(2) === 0
        ? `(?!${inner})`
        : `(?<${of(['=', '!'])}${literal()}${pick(2) === 0 ? literal() : ''})`;
    if (k === 13) return `(?>${inner})`;
    return `(?${of(['i', 's', 'm', '-i', 'i-s'])}:${inner})`;
  };
  const piece = (depth: number): string => {
    const a = atom(depth);
    if (pick(5) < 3 || ANCHORS.includes(a)) return a;
    return a + of(QUANTIFIERS) + of(['', '', '', '?', '+']);
  };
  const sequence = (depth: number): string =>
    Array.from({ length: 1 + pick(3) }, () => piece(depth)).join('');
  function alternatives(depth: number): string {
    return Array.from({ length: pick(3) === 0 ? 2 + pick(2) : 1 }, () => sequence(depth)).join('|');
  }
  for (let i = 0; i < count; i++) {
    groups = 0;
    open = [];
    names = [];
    wide = pick(3) === 0;
    const pattern = alternatives(0);
    const flags =
      (pick(3) === 0 ? 2 : 0) |
      (pick(4) === 0 ? 8 : 0) |
      (pick(4) === 0 ? 16 : 0) |
      (pick(5) === 0 ? 256 : 0);
    const text = Array.from({ length: pick(14) }, () => char().replace('\\n', '\n')).join('');
    cases.push([pattern, flags, text]);
  }
  return cases;
}

/** The driver's source for these cases, as a Python program; some cases are matched as bytes too. */
export function programOf(cases: readonly Case[]): string {
  const driver = readFileSync(new URL('./sre_driver.py', import.meta.url), 'utf8');
  const rows = cases.map(([pattern, flags, text], i) => {
    const row = `(${JSON.stringify(pattern)}, ${flags}, ${JSON.stringify(text)}),`.replace(
      /[\ud800-\udbff][\udc00-\udfff]/g,
      (c) => `\\U${c.codePointAt(0)!.toString(16).padStart(8, '0')}`,
    );
    const bytes = i % 5 === 0 && /^[\x20-\x7e\n]*$/.test(pattern + text) && !pattern.includes('\\u');
    return bytes ? `(${JSON.stringify(pattern)}.encode(), ${flags}, ${JSON.stringify(text)}.encode()),` : row;
  });
  return `CASES = [\n${rows.join('\n')}\n]\n${driver}`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { loadPyodide } = await import('pyodide');
  const count = Number(process.argv[2] ?? 300);
  const seed = Number(process.argv[3] ?? 7);
  const out = process.argv[4] ?? new URL('./sre.json', import.meta.url).pathname;
  const cases = randomCases(count, seed);
  const lines: string[] = [];
  const py = await loadPyodide({ stdout: (line: string) => lines.push(line) });
  py.runPython(programOf(cases));
  writeFileSync(out, `${JSON.stringify({ seed, cases, expected: lines }, null, 0)}\n`);
}
