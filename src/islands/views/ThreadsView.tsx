// Threads on a time line: one lane each, a column for each stretch of time, and who held the GIL in it.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import words from '../../../content/views.json';
import type { Column, LaneState, Timeline } from '../../interpreter/watch/index.ts';
import type { Files } from '../../session/protocol.ts';
import type { ViewProps } from './index.ts';
import { wholeLine } from './positions.ts';
import { Recorded } from './Recorded.tsx';
import { Stepper } from './Stepper.tsx';
import { useRecording } from './useRecording.ts';
import './views.css';

export default function ThreadsView(props: ViewProps) {
  const { recording, ...state } = useRecording('threads', props);
  return (
    <div class="threads-view">
      <Recorded recording={recording} {...state}>
        {recording && recording.columns.length > 0 ? (
          <Lanes
            timeline={recording}
            main={props.main}
            highlight={props.highlight}
            stale={state.stale}
            files={state.files}
          />
        ) : (
          <p>{words.nothing}</p>
        )}
      </Recorded>
    </div>
  );
}

const WORD: Record<LaneState, string> = {
  none: '',
  running: 'holds the GIL',
  ready: 'is ready and waits for the GIL',
  waiting: 'waits',
};

const REASONS: Record<string, string> = {
  lock: 'for a lock',
  join: 'for a thread to end',
  sleep: 'for time to pass',
  input: 'for input',
};

function reasonText(reason: string): string {
  return REASONS[reason] ?? (reason === '' ? '' : `for ${reason}`);
}

function seconds(time: number): string {
  return time === 0
    ? '0'
    : time < 0.001
      ? `${(time * 1e6).toFixed(0)} µs`
      : time < 1
        ? `${(time * 1000).toFixed(time < 0.01 ? 1 : 0)} ms`
        : `${time.toFixed(2)} s`;
}

const laneText = (column: Column, thread: number) => {
  const state = column.states[thread] ?? 'none';
  return state === 'waiting' ? `waits ${reasonText(column.reasons[thread])}`.trim() : WORD[state];
};

/** Who holds the GIL, who is ready, who waits for what. */
function summary({ threads }: Timeline, { states, reasons }: Column, line: number): string {
  const inState = (wanted: LaneState) =>
    threads.flatMap((_, thread) => (states[thread] === wanted ? [thread] : []));
  const [holder] = inState('running');
  const ready = inState('ready');
  const waiting = inState('waiting');
  const at = line > 0 ? `, at line ${line}` : '';
  return [
    holder === undefined ? 'Nobody holds the GIL.' : `${threads[holder]} holds the GIL${at}.`,
    ready.length > 0 && `Ready, waiting for it: ${ready.map((thread) => threads[thread]).join(', ')}.`,
    waiting.length > 0 &&
      `Waiting: ${waiting.map((thread) => `${threads[thread]} ${reasonText(reasons[thread])}`.trim()).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function endText({ threads }: Timeline, { ended }: Column): string {
  if (!ended) return '';
  const who = threads[ended.thread];
  switch (ended.kind) {
    case 'start':
      return `${who} is started.`;
    case 'run':
      return `${who} takes the GIL.`;
    case 'switch':
      return `${who} has held it for an interval and is asked to hand it over.`;
    case 'wait':
      return `${who} lets go of the GIL to wait ${reasonText(ended.reason)}.`.replace(' .', '.');
    case 'wake':
      return `${who} need not wait any longer.`;
    case 'end':
      return `${who} ends.`;
  }
}

/** Columns that say when they begin: where the time differs, and where there is room. */
function labels(columns: Column[]): Set<number> {
  const out = new Set<number>();
  let shown = '';
  let last = -3;
  columns.forEach(({ from }, index) => {
    if (index - last < 3 || seconds(from) === shown) return;
    shown = seconds(from);
    last = index;
    out.add(index);
  });
  return out;
}

function Lanes({
  timeline,
  main,
  highlight,
  stale,
  files,
}: {
  timeline: Timeline;
  main: string;
  highlight: ViewProps['highlight'];
  stale: boolean;
  files: Files;
}) {
  const { threads, columns } = timeline;
  const [wanted, setAt] = useState(0);
  const at = Math.min(wanted, columns.length - 1);
  const area = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const column = columns[at];
  useEffect(() => setAt(0), [timeline]);
  const holder = column.states.indexOf('running');
  const line = holder >= 0 ? (columns[at + 1] ?? column).lines[holder] || column.lines[holder] : 0;
  useEffect(() => {
    highlight(line > 0 && !stale ? [wholeLine(files, main, line)] : []);
  }, [at, timeline, stale]);
  useEffect(() => () => highlight([]), []);
  useEffect(() => {
    const cell = scroller.current?.querySelector<HTMLElement>('[data-current]');
    if (!cell || !scroller.current) return;
    const { offsetLeft, offsetWidth } = cell;
    const { scrollLeft, clientWidth } = scroller.current;
    if (offsetLeft < scrollLeft + 130 || offsetLeft + offsetWidth > scrollLeft + clientWidth) {
      scroller.current.scrollLeft = offsetLeft - clientWidth / 2;
    }
  }, [at]);

  const labelled = useMemo(() => labels(columns), [columns]);
  return (
    <div ref={area}>
      {threads.length === 1 && <p class="view-note">{words.threads.one}</p>}
      <Stepper at={at} count={columns.length} onMove={setAt} unit="Stretch" keys={area} />
      <p class="caption" data-event="thread" aria-live="polite">
        {summary(timeline, column, line)}{' '}
        {column.stdout !== '' && `It prints ${JSON.stringify(cut(column.stdout))}. `}
        {endText(timeline, column)}
      </p>
      <div
        class="lanes"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
        tabIndex={0}
        role="group"
        aria-label="Time line; the same as a table below"
      >
        <div class="lanes-grid" aria-hidden="true" style={{ '--columns': String(columns.length) }}>
          <div class="lane-name gil">GIL</div>
          {columns.map(({ states }, index) => {
            const who = states.indexOf('running');
            return (
              <div
                class={who >= 0 ? 'lane-cell gil held' : 'lane-cell gil'}
                data-current={index === at ? '' : undefined}
              >
                {who >= 0 && who !== columns[index - 1]?.states.indexOf('running') ? who : ''}
              </div>
            );
          })}
          {threads.map((name, thread) => (
            <>
              <div class="lane-name">
                <span class="soft">{thread}</span> {name}
              </div>
              {columns.map(({ states }, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the slider and the keys do the same
                // biome-ignore lint/a11y/noStaticElementInteractions: the slider and the keys do the same
                <div
                  class="lane-cell"
                  data-state={states[thread] ?? 'none'}
                  data-current={index === at ? '' : undefined}
                  onClick={() => setAt(index)}
                />
              ))}
            </>
          ))}
          <div class="lane-name time">time</div>
          {columns.map(({ from }, index) => (
            <div class="lane-cell time">{labelled.has(index) && seconds(from)}</div>
          ))}
        </div>
      </div>
      <ul class="lane-legend" aria-hidden="true">
        {(['running', 'ready', 'waiting'] as const).map((state) => (
          <li>
            <span class="lane-cell sample" data-state={state} /> {WORD[state]}
          </li>
        ))}
      </ul>
      <p class="soft small">{words.threads.scale}</p>
      <details class="twin">
        <summary>The same as a table</summary>
        <div class="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">From</th>
                {threads.map((name) => (
                  <th scope="col">{name}</th>
                ))}
                <th scope="col">Printed</th>
                <th scope="col">Then</th>
              </tr>
            </thead>
            <tbody>
              {columns.map((each) => (
                <tr>
                  <th scope="row">{seconds(each.from)}</th>
                  {threads.map((_, thread) => (
                    <td>{laneText(each, thread)}</td>
                  ))}
                  <td>
                    <code>{cut(each.stdout)}</code>
                  </td>
                  <td>{endText(timeline, each)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
