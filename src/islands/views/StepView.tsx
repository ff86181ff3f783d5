// The machine, one instruction at a time, both ways: the value stack before and after, the frames with their names, the
// instruction in its listing, what was printed so far, and one sentence on what happened.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import words from '../../../content/views.json';
import type { FrameState, Recording, Step } from '../../interpreter/watch/index.ts';
import { Name, tidyConstant, Value } from './Chip.tsx';
import type { ViewProps } from './index.ts';
import { Recorded } from './Recorded.tsx';
import { Stepper } from './Stepper.tsx';
import { useRecording } from './useRecording.ts';
import './views.css';

export default function StepView(props: ViewProps) {
  const { recording, ...state } = useRecording('steps', props);
  return (
    <div class="step-view">
      <Recorded recording={recording} {...state}>
        {recording && recording.steps.length > 0 ? (
          <Steps recording={recording} highlight={props.highlight} stale={state.stale} />
        ) : (
          <p>{words.nothing}</p>
        )}
      </Recorded>
    </div>
  );
}

const NO_STEP = -1;

function Steps({
  recording,
  highlight,
  stale,
}: {
  recording: Recording;
  highlight: ViewProps['highlight'];
  stale: boolean;
}) {
  const { steps, states, codes, values } = recording;
  const [wanted, setAt] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const at = Math.min(wanted, steps.length - 1);
  useEffect(() => setAt(0), [recording]);
  const step = steps[at];
  const here = states[step.frames.at(-1)!];
  const code = codes[here.code];
  const instruction = code.instructions[here.at];
  const next = step.next === NO_STEP ? null : steps[step.next];
  const there = next && states[next.frames.at(-1)!];

  useEffect(() => {
    highlight(instruction.place && !stale ? [{ ...instruction.place, file: code.file }] : []);
  }, [at, recording, stale]);
  useEffect(() => () => highlight([]), []);

  const lineStarts = useMemo(() => findLineStarts(recording), [recording]);
  const stride = {
    back: lineStarts.findLast((index) => index < at) ?? null,
    forward: lineStarts.find((index) => index > at) ?? null,
    name: 'line',
  };
  const threads = useMemo(() => new Set(steps.map(({ thread }) => thread)).size, [recording]);

  return (
    <div ref={area} class="steps">
      <Stepper at={at} count={steps.length} onMove={setAt} unit="Step" keys={area} stride={stride} />
      <p class="caption" aria-live="polite" data-event={step.event}>
        {threads > 1 && <span class="kind" data-kind="thread">{`Thread ${step.thread}`}</span>} {step.caption}
      </p>
      <div class="machine">
        <section class="stacks" aria-label="Value stack">
          <Stack
            title="Before"
            frame={titleOf(here, recording)}
            slots={here.stack}
            values={values}
            marked={step.pops}
            mark="pop"
          />
          {there ? (
            <Stack
              title="After"
              frame={titleOf(there, recording)}
              slots={there.stack}
              values={values}
              marked={step.pushes}
              mark="push"
            />
          ) : (
            <div class="stack">
              <p class="panel-title">After</p>
              <p class="soft">{step.event === 'none' ? '' : words.step.ended}</p>
            </div>
          )}
        </section>
        <Nearby recording={recording} state={here} />
        <Frames recording={recording} step={step} />
        <section class="printed-so-far" aria-label="Output so far">
          <p class="panel-title">Output so far</p>
          <pre>{lastLines(recording.stdout.slice(0, step.printed)) || ' '}</pre>
        </section>
      </div>
    </div>
  );
}

function titleOf(state: FrameState, { codes }: Recording): string {
  const { qualname } = codes[state.code];
  return qualname === '<module>' ? 'the module' : qualname;
}

/** Steps at which another line of a frame begins. */
function findLineStarts({ steps, states, codes }: Recording): number[] {
  const lines = new Map<number, number>();
  return steps.flatMap(({ frames }, index) => {
    const state = states[frames.at(-1)!];
    const line = codes[state.code].instructions[state.at].place?.line;
    if (line === undefined || lines.get(state.frame) === line) return [];
    lines.set(state.frame, line);
    return [index];
  });
}

const LINES = 8;
function lastLines(text: string): string {
  const lines = text.split('\n');
  return lines.length > LINES + 1 ? `...\n${lines.slice(-LINES - 1).join('\n')}` : text;
}

interface StackProps {
  title: string;
  frame: string;
  slots: number[];
  values: Recording['values'];
  /** How many at the top have the mark. */
  marked: number;
  mark: 'pop' | 'push';
}

/** The top of the stack stands at the top. */
function Stack({ title, frame, slots, values, marked, mark }: StackProps) {
  return (
    <div class="stack">
      <p class="panel-title">
        {title} <span class="soft">{frame}</span>
      </p>
      {slots.length === 0 ? (
        <p class="soft">{words.step.empty}</p>
      ) : (
        <ol>
          {slots.toReversed().map((slot, index) => (
            <li class={index < marked ? `slot ${mark}` : 'slot'}>
              <Value value={slot < 0 ? null : values[slot]} />
              {index < marked && <span class="mark">{mark}</span>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

const ABOVE = 4;
const BELOW = 5;

/** The instructions around the current one. */
function Nearby({ recording, state }: { recording: Recording; state: FrameState }) {
  const { instructions } = recording.codes[state.code];
  const from = Math.max(0, Math.min(state.at - ABOVE, instructions.length - ABOVE - BELOW - 1));
  return (
    <section class="nearby" aria-label="Instructions">
      <p class="panel-title">
        Instructions <span class="soft">{titleOf(state, recording)}</span>
      </p>
      <ol>
        {instructions.slice(from, from + ABOVE + BELOW + 1).map((each, index) => (
          <li aria-current={from + index === state.at ? 'step' : undefined}>
            <span class="soft number">{each.offset}</span> <span class="opname">{each.name}</span>{' '}
            <span class="means">{tidyConstant(each.argText) || each.arg}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Frames({ recording, step }: { recording: Recording; step: Step }) {
  const all = step.frames.map((number) => recording.states[number]).reverse();
  const open = all.filter(({ brief }) => !brief);
  const brief = all.length - open.length;
  return (
    <section class="frames" aria-label="Frames">
      <p class="panel-title">Frames</p>
      <ol>
        {open.map((state, index) => (
          <li class={index === 0 ? 'frame running' : 'frame'}>
            <p>
              <strong>{titleOf(state, recording)}</strong>{' '}
              <span class="soft">
                {index === 0 ? 'running' : 'waiting'}, line {lineOf(state, recording)}
              </span>
            </p>
            {state.variables.length > 0 && (
              <dl>
                {state.variables.map(({ name, kind, value }) => (
                  <div>
                    <dt>
                      <Name name={name} kind={kind} />
                    </dt>
                    <dd>
                      <Value value={recording.values[value]} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
      {brief > 0 && (
        <p class="soft">
          {brief} {words.step.hidden}
        </p>
      )}
    </section>
  );
}

function lineOf(state: FrameState, { codes }: Recording): number | string {
  const { instructions } = codes[state.code];
  for (let at = state.at; at >= 0; at--) {
    const { place } = instructions[at];
    if (place && place.line > 0) return place.line;
  }
  return '?';
}
