// One code object as dis lists it, with arrows for its jumps. A row is chosen with the pointer or with Up and Down.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InstructionView } from '../../session/compiled.ts';
import { tidyConstant } from './Chip.tsx';

interface ListingProps {
  label: string;
  instructions: InstructionView[];
  /** Index of the chosen row, or null. */
  selected: number | null;
  /** Rows that belong to what is pointed at in the source. */
  lit: ReadonlySet<number>;
  onSelect(index: number): void;
}

/** Where a jump goes, from what dis writes beside it. */
export function jumpTarget(instruction: InstructionView): number | null {
  const match = /^to (\d+)$/.exec(instruction.argText);
  return match ? Number(match[1]) : null;
}

interface Arrow {
  from: number;
  to: number;
  lane: number;
}

/** Arrows side by side: the shortest next to the listing, none across another in its lane. */
export function arrowsOf(instructions: InstructionView[]): Arrow[] {
  const rows = new Map(instructions.map(({ offset }, index) => [offset, index]));
  const arrows = instructions
    .flatMap((instruction, from): Arrow[] => {
      const target = jumpTarget(instruction);
      const to = target === null ? undefined : rows.get(target);
      return to === undefined ? [] : [{ from, to, lane: 0 }];
    })
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from));
  arrows.forEach((arrow, index) => {
    const [top, end] = [Math.min(arrow.from, arrow.to), Math.max(arrow.from, arrow.to)];
    const taken = new Set(
      arrows
        .slice(0, index)
        .filter((other) => Math.min(other.from, other.to) <= end && Math.max(other.from, other.to) >= top)
        .map((other) => other.lane),
    );
    while (taken.has(arrow.lane)) arrow.lane++;
  });
  return arrows;
}

/** Heights and widths in pixels at the usual size; in the page they are rem. */
const ROW = 28;
const LANE = 8;
const MOST_LANES = 5;
const rem = (pixels: number) => `${pixels / 16}rem`;

export function Listing({ label, instructions, selected, lit, onSelect }: ListingProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const focusNext = useRef(false);
  const arrows = arrowsOf(instructions).filter(({ lane }) => lane < MOST_LANES);
  const lanes = arrows.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const width = lanes * LANE + 10;
  const height = instructions.length * ROW;

  // Before the next key can be pressed: an effect that ran later would take the mark that the next key set.
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    body.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [selected]);

  const move = (event: KeyboardEvent) => {
    const last = instructions.length - 1;
    const from = selected ?? -1;
    const to = {
      ArrowDown: Math.min(last, from + 1),
      ArrowUp: Math.max(0, from - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focusNext.current = true;
    onSelect(to);
  };

  return (
    <div class="listing">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are chosen, which makes it a grid */}
      <table role="grid" aria-label={label} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col" class="arrows">
              <span class="unseen">Jump target</span>
              <span class="arrows-room" style={{ width: rem(width) }} />
            </th>
            <th scope="col" class="number">
              Offset
            </th>
            <th scope="col">Instruction</th>
            <th scope="col" class="number raw">
              Arg
            </th>
            <th scope="col">Stands for</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {instructions.map((instruction, index) => (
            <tr
              key={instruction.offset}
              tabIndex={index === (selected ?? 0) ? 0 : -1}
              aria-selected={index === selected}
              class={`${instruction.startsLine !== null ? 'starts' : ''}${lit.has(index) ? ' lit' : ''}`}
              onClick={() => onSelect(index)}
            >
              <td class="number soft">{instruction.startsLine ?? ''}</td>
              <td class="arrows">
                {index === 0 && arrows.length > 0 && (
                  <svg
                    aria-hidden="true"
                    viewBox={`0 0 ${width} ${height}`}
                    style={{ width: rem(width), height: rem(height) }}
                  >
                    {arrows.map(({ from, to, lane }) => {
                      const x = width - 8 - (lane + 1) * LANE + 2;
                      const [y1, y2] = [from * ROW + ROW / 2, to * ROW + ROW / 2];
                      const bend = y2 > y1 ? 4 : -4;
                      const chosen = from === selected || to === selected;
                      return (
                        <g class={chosen ? 'arrow chosen' : 'arrow'}>
                          <path
                            d={`M${width - 3} ${y1} H${x + 4} Q${x} ${y1} ${x} ${y1 + bend} V${y2 - bend} Q${x} ${y2} ${x + 4} ${y2} H${width - 5}`}
                          />
                          <path
                            class="head"
                            d={`M${width - 7} ${y2 - 3.5} L${width - 1} ${y2} L${width - 7} ${y2 + 3.5}z`}
                          />
                        </g>
                      );
                    })}
                  </svg>
                )}
                {instruction.jumpTarget && <span class="unseen">jump target</span>}
              </td>
              <td class="number soft">{instruction.offset}</td>
              <td class="opname">{instruction.name}</td>
              <td class="number soft raw">{instruction.arg ?? ''}</td>
              <td class="means" title={instruction.argText}>
                {tidyConstant(instruction.argText)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
