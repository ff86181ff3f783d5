// One code object as dis lists it: arrows for its jumps, brackets for its exception table. A row is chosen with the
// pointer or with Up and Down; pointing at one is enough to look at it.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { CodeView, InstructionView } from '../../session/compiled.ts';
import { arrowsOf, bracketsOf, type Row, rowsOf } from './bytecode/rows.ts';
import { tidyConstant } from './Chip.tsx';

interface ListingProps {
  label: string;
  code: CodeView;
  /** Index of the chosen instruction, or null. */
  selected: number | null;
  /** Instructions that belong to what is pointed at in the source. */
  lit: ReadonlySet<number>;
  /** The instruction at which the Step view stands. */
  here?: number | null;
  caches?: boolean;
  places?: boolean;
  /** The same code before the reader's edits, to compare with. */
  before?: CodeView | null;
  /** Forms and counters after a run, by offset. */
  forms?: ReadonlyMap<number, { name: string; counter: number | null }> | null;
  onSelect(index: number): void;
  onPoint?(index: number | null): void;
}

/** Heights and widths in pixels at the usual size; in the page they are rem. */
const ROW = 28;
const LANE = 8;
const MOST_LANES = 6;
const rem = (pixels: number) => `${pixels / 16}rem`;

export const placeText = ({ place }: InstructionView) =>
  place === null
    ? ''
    : place.line === place.endLine
      ? `${place.line}:${place.col}–${place.endCol}`
      : `${place.line}:${place.col} – ${place.endLine}:${place.endCol}`;

export function Listing({
  label,
  code,
  selected,
  lit,
  here = null,
  caches = false,
  places = false,
  before = null,
  forms = null,
  onSelect,
  onPoint,
}: ListingProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const focusNext = useRef(false);
  const rows = useMemo(() => rowsOf(code, { caches, before }), [code, caches, before]);
  const handlers = useMemo(() => new Map(code.exceptionTable.map((entry) => [entry.target, entry])), [code]);

  // Before the next key can be pressed: an effect that ran later would take the mark that the next key set.
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    body.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [selected]);

  const move = (event: KeyboardEvent) => {
    const last = code.instructions.length - 1;
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

  const columns = places ? 7 : 6;
  return (
    <div class="listing">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are chosen, which makes it a grid */}
      <table role="grid" aria-label={label} onKeyDown={move} onPointerLeave={() => onPoint?.(null)}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <Lines rows={rows} code={code} selected={selected} />
            <th scope="col" class="number">
              Offset
            </th>
            <th scope="col">Instruction</th>
            <th scope="col" class="number raw">
              Arg
            </th>
            <th scope="col">Stands for</th>
            {places && <th scope="col">Line:columns</th>}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => {
            if (row.kind === 'cache') {
              return (
                <tr key={`cache ${row.offset}`} class="cache-row">
                  <td />
                  <td class="arrows" />
                  <td class="number soft">{row.offset}</td>
                  <td colSpan={columns - 3}>
                    CACHE <span class="soft">{row.field}</span>
                    {row.field === 'counter' && forms && (
                      <span class="soft">: {forms.get(row.offset - 2)?.counter ?? ''}</span>
                    )}
                    {row.units > 1 && <span class="soft">, {row.units} units</span>}
                  </td>
                </tr>
              );
            }
            const { instruction } = row;
            if (row.kind === 'removed') {
              return (
                <tr key={`removed ${instruction.offset}`} class="removed-row">
                  <td class="number">
                    <span aria-hidden="true">−</span>
                  </td>
                  <td class="arrows" />
                  <td class="number" />
                  <td>
                    <span class="unseen">removed: </span>
                    <s>{instruction.name}</s>
                  </td>
                  <td class="raw" />
                  <td class="means" colSpan={columns - 5}>
                    <s>{tidyConstant(instruction.argText)}</s>
                  </td>
                </tr>
              );
            }
            const { index } = row;
            const form = forms?.get(instruction.offset)?.name ?? instruction.name;
            const handled = handlers.get(instruction.offset);
            const marks = [
              instruction.startsLine !== null ? 'starts' : '',
              lit.has(index) ? 'lit' : '',
              row.added ? 'added-row' : '',
              handled ? 'handler-row' : '',
              here === index ? 'here' : '',
            ];
            return (
              <tr
                key={instruction.offset}
                tabIndex={index === (selected ?? 0) ? 0 : -1}
                aria-selected={index === selected}
                class={marks.filter((mark) => mark !== '').join(' ')}
                onClick={() => onSelect(index)}
                onPointerEnter={() => onPoint?.(index)}
              >
                <td class="number soft">
                  {row.added && (
                    <>
                      <span aria-hidden="true" class="plus">
                        +
                      </span>
                      <span class="unseen">new</span>
                    </>
                  )}
                  {instruction.startsLine ?? ''}
                </td>
                <td class="arrows">{instruction.jumpTarget && <span class="unseen">jump target</span>}</td>
                <td class="number soft">{instruction.offset}</td>
                <td class={form === instruction.name ? 'opname' : 'opname special'}>
                  {form}
                  {here === index && <span class="unseen"> (the Step view stands here)</span>}
                </td>
                <td class="number soft raw">{instruction.arg ?? ''}</td>
                <td class="means" title={instruction.argText}>
                  {tidyConstant(instruction.argText)}
                  {handled && (
                    <span class="handles">
                      handler of {handled.start}–{handled.end - 2}
                    </span>
                  )}
                </td>
                {places && <td class="where soft">{placeText(instruction)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The drawing beside the rows, hung into the head so that it needs no row of its own. */
function Lines({ rows, code, selected }: { rows: Row[]; code: CodeView; selected: number | null }) {
  const arrows = useMemo(() => arrowsOf(rows).filter(({ lane }) => lane < MOST_LANES), [rows]);
  const brackets = useMemo(
    () => bracketsOf(rows, code.exceptionTable).filter(({ lane }) => lane < MOST_LANES),
    [rows, code],
  );
  const chosenRow = rows.findIndex((row) => row.kind === 'instruction' && row.index === selected);
  const lanes = arrows.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const walls = brackets.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const width = (lanes + walls) * LANE + 12;
  const middle = (row: number) => row * ROW + ROW / 2;
  return (
    <th scope="col" class="arrows">
      <span class="unseen">Jump target</span>
      <span class="arrows-room" style={{ width: rem(width) }} />
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${rows.length * ROW}`}
        style={{ width: rem(width), height: rem(rows.length * ROW) }}
      >
        {brackets.map((bracket) => {
          const { from, to, lane, target, entry } = bracket;
          const x = walls * LANE - lane * LANE - 3;
          const chosen = (chosenRow >= from && chosenRow <= to) || chosenRow === target;
          const [top, bottom] = [from * ROW + 4, (to + 1) * ROW - 4];
          return (
            <g key={`${entry.start}`} class={chosen ? 'bracket chosen' : 'bracket'}>
              <path d={`M${x + 5} ${top} H${x} V${bottom} H${x + 5}`} />
              {chosen && (
                <>
                  <path
                    class="to-handler"
                    d={`M${x} ${target < from ? top : bottom} V${middle(target)} H${width - 4}`}
                  />
                  <path
                    class="head"
                    d={`M${width - 7} ${middle(target) - 3.5} L${width - 1} ${middle(target)} L${width - 7} ${middle(target) + 3.5}z`}
                  />
                </>
              )}
            </g>
          );
        })}
        {arrows.map(({ from, to, lane }) => {
          const x = width - 8 - (lane + 1) * LANE + 2;
          const [y1, y2] = [middle(from), middle(to)];
          const bend = y2 > y1 ? 4 : -4;
          const chosen = from === chosenRow || to === chosenRow;
          return (
            <g key={from} class={chosen ? 'arrow chosen' : 'arrow'}>
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
    </th>
  );
}
