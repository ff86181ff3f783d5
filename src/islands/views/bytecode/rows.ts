// The rows of a listing: the instructions of a code object and, where they are wanted, their inline caches, and the
// instructions that stood there before the reader's edits. Arrows and brackets count rows.
import type { CodeView, InstructionView } from '../../../session/compiled.ts';
import { diffLines } from '../../diff.ts';

export type Row =
  | { kind: 'instruction'; index: number; instruction: InstructionView; added: boolean }
  | { kind: 'cache'; offset: number; field: string; units: number }
  | { kind: 'removed'; instruction: InstructionView };

/** What makes two instructions the same in a comparison: offsets move with every edit, so jumps count without targets. */
const textOf = ({ name, argText, target }: InstructionView) =>
  target === null ? `${name} ${argText}` : name;

export function rowsOf(code: CodeView, options: { caches: boolean; before: CodeView | null }): Row[] {
  const rows: Row[] = [];
  const add = (index: number, added: boolean) => {
    const instruction = code.instructions[index];
    rows.push({ kind: 'instruction', index, instruction, added });
    if (!options.caches) return;
    let { offset } = instruction;
    for (const [field, units] of instruction.caches) {
      rows.push({ kind: 'cache', offset: offset + 2, field: field.replaceAll('_', ' '), units });
      offset += 2 * units;
    }
  };
  if (options.before === null) {
    for (let index = 0; index < code.instructions.length; index++) add(index, false);
    return rows;
  }
  const { instructions: old } = options.before;
  let [then, now] = [0, 0];
  for (const { kind } of diffLines(old.map(textOf), code.instructions.map(textOf))) {
    if (kind === 'missing') rows.push({ kind: 'removed', instruction: old[then++] });
    else {
      add(now++, kind === 'extra');
      if (kind === 'same') then++;
    }
  }
  return rows;
}

export interface Span {
  /** Rows. */
  from: number;
  to: number;
  lane: number;
}

/** Puts spans side by side: the shortest first, none across another in its lane. */
function inLanes<T extends { from: number; to: number }>(spans: T[]): (T & Span)[] {
  const placed: (T & Span)[] = [];
  const ends = ({ from, to }: { from: number; to: number }) => [Math.min(from, to), Math.max(from, to)];
  for (const span of [...spans].sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from))) {
    const [top, end] = ends(span);
    const taken = new Set(
      placed.filter((other) => ends(other)[0] <= end && ends(other)[1] >= top).map((other) => other.lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane++;
    placed.push({ ...span, lane });
  }
  return placed;
}

const rowAtOffset = (rows: Row[]) =>
  new Map(rows.flatMap((row, at) => (row.kind === 'instruction' ? [[row.instruction.offset, at]] : [])));

export function arrowsOf(rows: Row[]): Span[] {
  const at = rowAtOffset(rows);
  return inLanes(
    rows.flatMap((row, from) => {
      const target = row.kind === 'instruction' ? row.instruction.target : null;
      const to = target === null ? undefined : at.get(target);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
}

export type Bracket = Span & { entry: CodeView['exceptionTable'][number]; target: number };

/** The exception table: each entry covers rows and points at the row of its handler. */
export function bracketsOf(rows: Row[], table: CodeView['exceptionTable']): Bracket[] {
  const at = rowAtOffset(rows);
  return inLanes(
    table.flatMap((entry) => {
      const covered = rows.flatMap((row, index) =>
        row.kind === 'instruction' &&
        entry.start <= row.instruction.offset &&
        row.instruction.offset < entry.end
          ? [index]
          : [],
      );
      const target = at.get(entry.target);
      if (covered.length === 0 || target === undefined) return [];
      return [{ from: covered[0], to: covered.at(-1)!, entry, target }];
    }),
  );
}
