// Names, arrows, objects: what the reader's names lead to before each line, with every reference count taken apart by who
// holds the references.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import words from '../../../content/views.json';
import type { Moment, NamesOfFrame, ObjectNode, ObjectRecording } from '../../interpreter/watch/index.ts';
import type { Files } from '../../session/protocol.ts';
import { Name, Value } from './Chip.tsx';
import type { SourceRange, ViewProps } from './index.ts';
import { wholeLine } from './positions.ts';
import { Recorded } from './Recorded.tsx';
import { Stepper } from './Stepper.tsx';
import { useRecording } from './useRecording.ts';
import './views.css';

export default function ObjectsView(props: ViewProps) {
  const { recording, ...state } = useRecording('objects', props);
  return (
    <div class="objects-view">
      <Recorded recording={recording} {...state}>
        {recording && recording.moments.length > 0 ? (
          <Moments
            recording={recording}
            files={state.files}
            highlight={props.highlight}
            stale={state.stale}
          />
        ) : (
          <p>{words.nothing}</p>
        )}
      </Recorded>
    </div>
  );
}

/** Before a line the whole line is meant, else the piece of it that is about to run. */
function pointOf({ kind, place, file }: Moment, files: Files): SourceRange[] {
  if (!place) return [];
  return [kind === 'line' ? wholeLine(files, file, place.line) : { ...place, file }];
}

function Moments({
  recording,
  files,
  highlight,
  stale,
}: {
  recording: ObjectRecording;
  files: Files;
  highlight: ViewProps['highlight'];
  stale: boolean;
}) {
  const { moments } = recording;
  const [wanted, setAt] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const at = Math.min(wanted, moments.length - 1);
  useEffect(() => setAt(0), [recording]);
  const moment = moments[at];
  useEffect(() => {
    highlight(stale ? [] : pointOf(moment, files));
  }, [at, recording, stale]);
  useEffect(() => () => highlight([]), []);
  const nodes = useMemo(() => moment.nodes.map((index) => recording.nodes[index]), [moment]);

  return (
    <div ref={area}>
      <Stepper at={at} count={moments.length} onMove={setAt} unit="Moment" keys={area} />
      <div class="caption" aria-live="polite" data-event={moment.kind}>
        <p>{moment.caption}</p>
        {moment.changes.length > 0 && (
          <ul>
            {moment.changes.map((change) => (
              <li>{change}</li>
            ))}
          </ul>
        )}
      </div>
      <Graph moment={moment} nodes={nodes} />
      <Holders moment={moment} nodes={nodes} />
    </div>
  );
}

/** What is drawn as a card of its own; the rest is written where it is referred to. */
function cardsOf(moment: Moment, nodes: ObjectNode[]): Set<number> {
  const named = new Set(
    moment.frames.flatMap(({ variables, stack }) => [...variables.map(({ object }) => object), ...stack]),
  );
  return new Set(nodes.filter((node) => isCard(node, named.has(node.object))).map(({ object }) => object));
}

function isCard(node: ObjectNode, named: boolean): boolean {
  if (node.kind === 'class' || node.kind === 'module') return false;
  if (node.kind === 'function') return node.fields.length > 0;
  return named || node.kind !== 'value';
}

const titleOf = (node: ObjectNode) => `${node.type} #${node.object}`;

function Graph({ moment, nodes }: { moment: Moment; nodes: ObjectNode[] }) {
  const byNumber = useMemo(() => new Map(nodes.map((node) => [node.object, node])), [nodes]);
  const cards = useMemo(() => cardsOf(moment, nodes), [moment, nodes]);
  const area = useRef<HTMLDivElement>(null);
  const arrows = useArrows(area, [moment, nodes]);
  const born = new Set(moment.born);
  const kept = nodes.filter(({ object }) => cards.has(object));
  return (
    <div class="graph" ref={area}>
      <div class="graph-names">
        {moment.frames.map((frame, index) => (
          <FrameNames
            frame={frame}
            byNumber={byNumber}
            cards={cards}
            wholeStack={
              index === moment.frames.length - 1 && (moment.kind === 'call' || moment.kind === 'return')
            }
          />
        ))}
      </div>
      <ol class="graph-objects">
        {kept.map((node) => (
          <Card
            key={node.object}
            node={node}
            byNumber={byNumber}
            cards={cards}
            isNew={born.has(node.object)}
          />
        ))}
      </ol>
      <svg class="graph-arrows" aria-hidden="true">
        {arrows.map(({ path, head, kind }) => (
          <g data-kind={kind}>
            <path d={path} />
            <path class="head" d={head} />
          </g>
        ))}
      </svg>
    </div>
  );
}

interface Lookup {
  byNumber: Map<number, ObjectNode>;
  cards: Set<number>;
}

/** A reference: an arrow to a card, or the text of what has none. */
function Reference({ to, byNumber, cards, kind }: Lookup & { to: number; kind: string }) {
  const node = byNumber.get(to);
  if (!node) return <span class="value null">{to < 0 ? 'NULL' : '...'}</span>;
  if (!cards.has(to)) {
    return <Value value={node} />;
  }
  return (
    <span class="anchor" data-points={to} data-kind={kind}>
      <span class="unseen">refers to {titleOf(node)}</span>
    </span>
  );
}

function FrameNames({
  frame,
  byNumber,
  cards,
  wholeStack,
}: Lookup & { frame: NamesOfFrame; wholeStack: boolean }) {
  const stack = frame.stack.filter((object) => wholeStack || cards.has(object)).reverse();
  return (
    <section class="names">
      <p class="panel-title">
        {frame.title === 'module' ? 'Names of the module' : `Names in ${frame.title}`}
      </p>
      {frame.variables.length === 0 && <p class="soft">{words.objects.none}</p>}
      <ul>
        {frame.variables.map(({ name, kind, object, cell }) => (
          <li>
            <Name name={name} kind={kind} />
            <Reference
              to={cell !== null && cards.has(cell) ? cell : object}
              byNumber={byNumber}
              cards={cards}
              kind={cell === null ? 'name' : 'cell'}
            />
          </li>
        ))}
      </ul>
      {stack.length > 0 && (
        <div class="names-stack">
          <p class="panel-title">Value stack</p>
          <ol>
            {stack.map((object) => (
              <li class="slot">
                <Reference to={object} byNumber={byNumber} cards={cards} kind="stack" />
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

function Card({ node, byNumber, cards, isNew }: Lookup & { node: ObjectNode; isNew: boolean }) {
  const rows = node.kind === 'instance' || node.type === 'dict' || node.kind === 'function';
  const shape = node.kind === 'cell' ? 'cell' : 'object';
  return (
    <li class="card" data-object={node.object} data-kind={shape} data-new={isNew} data-lost={node.lost}>
      <p class="card-head">
        <span class="type">{titleOf(node)}</span>
        {isNew && <span class="new">new</span>}
        <span class="count" title={node.count === null ? words.objects.immortal : 'reference count'}>
          {node.count === null ? (
            'immortal'
          ) : (
            <>
              {node.count} <span class="wide-only">{node.count === 1 ? 'reference' : 'references'}</span>
              <span class="narrow-only">{node.count === 1 ? 'ref' : 'refs'}</span>
            </>
          )}
        </span>
      </p>
      {node.lost && <p class="lost">{words.objects.lost}</p>}
      {node.fields.length === 0 ? (
        <p class="card-text">
          <span class="value" title={node.text}>
            {node.text}
          </span>
        </p>
      ) : (
        <ul class={rows ? 'fields rows' : 'fields'}>
          {node.fields.map(({ label, to }) => (
            <li>
              {label !== '' && <span class="label">{label}</span>}
              <Reference to={to} byNumber={byNumber} cards={cards} kind={shape} />
            </li>
          ))}
          {node.more > 0 && <li class="soft">and {node.more} more</li>}
        </ul>
      )}
    </li>
  );
}

interface Arrow {
  path: string;
  head: string;
  kind: string;
}

/** Arrows from every anchor to its card, measured when the drawing changes its size. */
function useArrows(area: { current: HTMLElement | null }, when: unknown[]): Arrow[] {
  const [arrows, setArrows] = useState<Arrow[]>([]);
  useLayoutEffect(() => {
    const root = area.current;
    if (!root) return;
    const measure = () => {
      const base = root.getBoundingClientRect();
      const next: Arrow[] = [];
      const seen = new Map<string, number>();
      /** Arrows that leave a card, by its top. */
      const out = new Map<number, number>();
      for (const anchor of root.querySelectorAll<HTMLElement>('[data-points]')) {
        const number = anchor.dataset.points!;
        const card = root.querySelector<HTMLElement>(`[data-object="${number}"]`);
        if (!card) continue;
        const from = anchor.getBoundingClientRect();
        const to = card.getBoundingClientRect();
        const kind = anchor.dataset.kind ?? 'name';
        const order = seen.get(number) ?? 0;
        seen.set(number, order + 1);
        const x1 = from.left + from.width / 2 - base.left;
        const y1 = from.top + from.height / 2 - base.top;
        const inside = anchor.closest('.card') !== null;
        const y2 = Math.min(to.top + 14 + (order % 4) * 5, to.bottom - 6) - base.top;
        if (!inside) {
          const x2 = to.left - base.left - 2;
          const bend = Math.max(18, (x2 - x1) / 2);
          next.push({
            kind,
            path: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 5} ${y2}`,
            head: `M${x2 - 8} ${y2 - 4} L${x2} ${y2} L${x2 - 8} ${y2 + 4}z`,
          });
        } else {
          // Out of the card, below its fields unless the way to the right is free, along its side, and back in.
          const own = anchor.closest<HTMLElement>('.card')!.getBoundingClientRect();
          const field = anchor.closest('li')!;
          const after = field.nextElementSibling;
          const free = !after || after.getBoundingClientRect().top > from.bottom;
          const lane = out.get(own.top) ?? 0;
          out.set(own.top, lane + 1);
          const x2 = to.right - base.left + 2;
          const away = Math.min(base.width - 3, Math.max(x2, own.right - base.left) + 14 + (lane % 5) * 4);
          const yb = own.bottom - base.top + 3 + (lane % 3) * 3;
          const turn = y2 < (free ? y1 : yb) ? -4 : 4;
          const leave = free
            ? `M${x1} ${y1} H${away - 4} Q${away} ${y1} ${away} ${y1 + turn}`
            : `M${x1} ${y1} V${yb - 4} Q${x1} ${yb} ${x1 + 4} ${yb} H${away - 4} Q${away} ${yb} ${away} ${yb + turn}`;
          next.push({
            kind,
            path: `${leave} V${y2 - turn} Q${away} ${y2} ${away - 4} ${y2} H${x2 + 5}`,
            head: `M${x2 + 8} ${y2 - 4} L${x2} ${y2} L${x2 + 8} ${y2 + 4}z`,
          });
        }
      }
      setArrows(next);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    return () => observer.disconnect();
  }, when);
  return arrows;
}

function Holders({ moment, nodes }: { moment: Moment; nodes: ObjectNode[] }) {
  const cards = cardsOf(moment, nodes);
  const counted = nodes.filter(
    ({ object, count, kind }) => cards.has(object) && count !== null && kind !== 'function',
  );
  if (counted.length === 0) return null;
  return (
    <div class="table-scroll">
      <table class="holders">
        <caption>{words.objects.holders}</caption>
        <thead>
          <tr>
            <th scope="col">Object</th>
            <th scope="col" class="wide-only">
              Value
            </th>
            <th scope="col" class="number">
              Count
            </th>
            <th scope="col">Held by</th>
          </tr>
        </thead>
        <tbody>
          {counted.map((node) => (
            <tr>
              <th scope="row">{titleOf(node)}</th>
              <td class="wide-only">
                <span class="value" title={node.text}>
                  {node.text}
                </span>
              </td>
              <td class="number">{node.count}</td>
              <td>
                {node.holders
                  .map(({ text, references }) => (references > 1 ? `${text} (${references} times)` : text))
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
