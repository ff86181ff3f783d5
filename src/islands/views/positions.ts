// Places in a text: which contain which, and which belong to what the reader points at.
import type { Place } from '../../session/compiled.ts';
import type { Files } from '../../session/protocol.ts';
import { bytesFromUnits } from '../positions.ts';
import type { SourceRange } from './index.ts';

const before = (lineA: number, colA: number, lineB: number, colB: number) =>
  lineA < lineB || (lineA === lineB && colA <= colB);

export function contains(outer: Place, inner: Place): boolean {
  return (
    before(outer.line, outer.col, inner.line, inner.col) &&
    before(inner.endLine, inner.endCol, outer.endLine, outer.endCol)
  );
}

const size = (place: Place) => (place.endLine - place.line) * 10_000 + place.endCol - place.col;

/**
 * Indexes of the places a selection means: all that lie in it; if there are none, the smallest that surround it. A caret
 * on a part of a line means the smallest around it.
 */
export function pointedAt(places: (Place | null)[], selection: Place): number[] {
  const caret = selection.line === selection.endLine && selection.col === selection.endCol;
  if (!caret) {
    const inside = places.flatMap((place, index) => (place && contains(selection, place) ? [index] : []));
    if (inside.length > 0) return inside;
  }
  const around = places.flatMap((place, index) => (place && contains(place, selection) ? [index] : []));
  const smallest = Math.min(...around.map((index) => size(places[index]!)));
  return around.filter((index) => size(places[index]!) === smallest);
}

/** A whole line without its indentation. */
export function wholeLine(files: Files, file: string, line: number): SourceRange {
  const text = files[file]?.split('\n')[line - 1] ?? '';
  const indent = text.length - text.trimStart().length;
  return { file, line, col: indent, endLine: line, endCol: bytesFromUnits(text, text.length) };
}
