// A line-by-line difference between what a program should print and what it printed: the longest common subsequence,
// after the common head and tail are set aside. Very long middles are shown as a whole rather than compared.

export type DiffRow = { kind: 'same' | 'missing' | 'extra'; text: string };

const COMPARED_CELLS = 4_000_000;

export function diffLines(expected: string[], got: string[]): DiffRow[] {
  let head = 0;
  while (head < expected.length && head < got.length && expected[head] === got[head]) head++;
  let tail = 0;
  while (
    tail < expected.length - head &&
    tail < got.length - head &&
    expected[expected.length - 1 - tail] === got[got.length - 1 - tail]
  ) {
    tail++;
  }
  const row = (kind: DiffRow['kind']) => (text: string) => ({ kind, text });
  const wanted = expected.slice(head, expected.length - tail);
  const found = got.slice(head, got.length - tail);
  const middle =
    wanted.length * found.length > COMPARED_CELLS
      ? [...wanted.map(row('missing')), ...found.map(row('extra'))]
      : compare(wanted, found);
  return [
    ...expected.slice(0, head).map(row('same')),
    ...middle,
    ...expected.slice(expected.length - tail).map(row('same')),
  ];
}

function compare(expected: string[], got: string[]): DiffRow[] {
  const width = got.length + 1;
  // common[i * width + j]: length of the longest common subsequence of expected[i..] and got[j..]
  const common = new Uint32Array((expected.length + 1) * width);
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = got.length - 1; j >= 0; j--) {
      common[i * width + j] =
        expected[i] === got[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const rows: DiffRow[] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < got.length) {
    if (i < expected.length && j < got.length && expected[i] === got[j]) {
      rows.push({ kind: 'same', text: expected[i++] });
      j++;
    } else if (
      j >= got.length ||
      (i < expected.length && common[(i + 1) * width + j] >= common[i * width + j + 1])
    ) {
      rows.push({ kind: 'missing', text: expected[i++] });
    } else {
      rows.push({ kind: 'extra', text: got[j++] });
    }
  }
  return rows;
}

/** The lines of a text; a last newline ends a line and begins none. */
export const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Whether a program's output is what was expected; a last newline does not count. */
export function outputMatches(expected: string, got: string, how: 'exact' | 'unordered' | 'none'): boolean {
  if (how === 'none') return true;
  if (how === 'exact') return expected.replace(/\n$/, '') === got.replace(/\n$/, '');
  return linesOf(expected).sort().join('\n') === linesOf(got).sort().join('\n');
}
