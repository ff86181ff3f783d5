// The machine, one instruction at a time, both ways: the value stack before and after, the frames with their names, the
// instruction in its listing, what was printed so far, and one sentence on what happened. The course of the whole run is
// there from the beginning; stretches of it in full come as the reader gets to them.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import words from '../../../content/views.json';
import { opcodeRows } from '../../interpreter/code/opcodes.ts';
import type { TracedRun, Watched } from '../../session/questions.ts';
import { instructionAddress } from '../addresses.ts';
import type { ViewProps } from './index.ts';
import { Recorded } from './Recorded.tsx';
import { Controls } from './step/Controls.tsx';
import { CourseMap, type Unit, type Way } from './step/course.ts';
import { Frames, Nearby, Stack } from './step/Machine.tsx';
import { PredictTop } from './step/PredictTop.tsx';
import { Scrubber } from './step/Scrubber.tsx';
import { frameTitle, Unwinding } from './step/Unwinding.tsx';
import { useWindows } from './step/useWindows.ts';
import { useRecording } from './useRecording.ts';
import './views.css';
import './step/step.css';

export default function StepView(props: ViewProps) {
  const { recording, watched, ...state } = useRecording('trace', props);
  return (
    <div class="step-view">
      <Recorded recording={recording} {...state}>
        {recording && watched && recording.length > 0 ? (
          <Steps
            key={JSON.stringify(watched)}
            {...props}
            trace={recording}
            watched={watched}
            stale={state.stale}
          />
        ) : (
          <p>{words.nothing}</p>
        )}
      </Recorded>
    </div>
  );
}

interface StepsProps extends ViewProps {
  trace: TracedRun;
  watched: Watched;
  stale: boolean;
}

const nowhere: Partial<Record<Unit, [back: string, forward: string]>> = words.step.nowhere as never;
const noPlaces: ReadonlySet<string> = new Set();

function Steps({
  session,
  trace,
  watched,
  stale,
  highlight,
  dot,
  selection,
  kept,
  main,
  predictLine = null,
}: StepsProps) {
  const map = useMemo(() => new CourseMap(trace), [trace]);
  const last = trace.length - 1;
  // Asked about one line, the reader begins there and is let go behind it.
  const asked = useMemo(
    () => (predictLine === null ? -1 : map.move(-1, 'cursor', 1, new Set([`${main}:${predictLine}`]))),
    [map],
  );
  const [wanted, setAt] = useState(kept.step === 0 && asked > 0 ? asked : kept.step);
  const [breakpoints, setBreakpoints] = useState<string[]>(kept.breakpoints);
  const [note, setNote] = useState('');
  const [predicting, setPredicting] = useState(asked >= 0);
  const [finished, setFinished] = useState(false);
  const [score, setScore] = useState({ right: 0, all: 0 });
  const area = useRef<HTMLDivElement>(null);
  const at = Math.min(wanted, last);
  const now = useRef(at);
  now.current = at;

  const code = map.code(at);
  const index = map.index(at);
  const instruction = code.instructions[index];
  const { window, problem } = useWindows(session, trace, watched, at);
  const step = window ? window.steps[at - window.from] : null;
  const beyond = step && step.next < 0 ? map.following(at) : -1;
  const next = window && step && step.next >= 0 ? window.steps[step.next] : null;
  const frames = window && step ? step.frames.map((each) => window.states[each]).reverse() : null;
  const here = frames?.[0] ?? null;
  const there = window && next ? window.states[next.frames.at(-1)!] : null;

  const goTo = (to: number) => {
    if (
      asked >= 0 &&
      predicting &&
      map.line(to) !== predictLine &&
      map.course.frame[to] === map.course.frame[asked]
    ) {
      setPredicting(false);
      setFinished(true);
    }
    now.current = to;
    setNote('');
    setAt(to);
  };
  useEffect(() => {
    kept.step = at;
    kept.here = {
      file: code.file,
      text: watched.files[code.file] ?? '',
      qualname: code.qualname,
      firstLine: code.firstLine,
      offset: instruction.offset,
    };
    highlight(instruction.place && !stale ? [{ ...instruction.place, file: code.file }] : []);
  }, [at, trace, stale]);
  useEffect(() => {
    kept.breakpoints = breakpoints;
    dot(
      breakpoints.map((each) => {
        const colon = each.lastIndexOf(':');
        return { file: each.slice(0, colon), line: Number(each.slice(colon + 1)) };
      }),
    );
  }, [breakpoints]);
  useEffect(
    () => () => {
      highlight([]);
      dot([]);
    },
    [],
  );

  const cursor = selection && trace.codes.some(({ file }) => file === selection.file) ? selection : null;
  const cursorPlace = cursor && `${cursor.file}:${cursor.line}`;
  const go = (unit: Unit, way: Way) => {
    const places =
      unit === 'cursor' && cursorPlace
        ? new Set([cursorPlace])
        : unit === 'breakpoint'
          ? new Set(breakpoints)
          : noPlaces;
    const to = map.move(now.current, unit, way, places);
    if (to >= 0) goTo(to);
    else setNote(nowhere[unit]?.[way === 1 ? 1 : 0] ?? '');
  };
  const toggle = (place: string) =>
    setBreakpoints((all) => (all.includes(place) ? all.filter((each) => each !== place) : [...all, place]));

  const row = opcodeRows.find((each) => each?.name === instruction.name);
  const hidden = predicting && step !== null && (there !== null || step.event === 'end');
  const top = there === null || there.stack.length === 0 ? null : there.stack.at(-1)!;
  const answer = top === null ? 'empty' : top < 0 ? 'NULL' : window!.values[top].text;
  const uncaught = step !== null && step.event === 'raise' && next === null && beyond < 0;

  return (
    <div ref={area} class="steps">
      <Scrubber map={map} at={at} onMove={goTo} />
      <Controls
        at={at}
        last={last}
        keys={area}
        cursor={cursor?.line ?? null}
        breakpoints={breakpoints.length}
        onGo={go}
        onEnd={(way) => goTo(way === 1 ? last : 0)}
      />
      <p class="step-place">
        <span>
          Step <strong>{(at + 1).toLocaleString('en')}</strong> of {trace.length.toLocaleString('en')}
        </span>
        {trace.thread && (
          <span class="kind" data-kind="thread">
            Thread {map.thread(at)}
          </span>
        )}
        <span class="soft">
          {code.file}
          {map.line(at) > 0 && `, line ${map.line(at)}`}
        </span>
        {cursorPlace && (
          <button
            type="button"
            class="quiet"
            aria-pressed={breakpoints.includes(cursorPlace)}
            onClick={() => toggle(cursorPlace)}
          >
            {breakpoints.includes(cursorPlace) ? 'Remove the breakpoint at' : 'Breakpoint at'} line{' '}
            {cursor!.line}
          </button>
        )}
        {breakpoints.length > 0 && (
          <button type="button" class="quiet" onClick={() => setBreakpoints([])}>
            No breakpoints
          </button>
        )}
        <label class="predict-switch">
          <input
            type="checkbox"
            checked={predicting}
            onChange={(event) => setPredicting(event.currentTarget.checked)}
          />{' '}
          predict each step
        </label>
      </p>
      <p class="caption" aria-live="polite" data-event={hidden ? 'none' : (step?.event ?? 'none')}>
        {hidden
          ? `${instruction.name} ${instruction.argText}`.trim()
          : step === null
            ? `${instruction.name} ...`
            : beyond >= 0
              ? `${instruction.name} ${words.step.otherThread}`
              : step.caption}
      </p>
      <p class="about-step soft">
        {note !== '' ? (
          <strong role="status">{note}</strong>
        ) : (
          <>
            {row?.doc} <a href={instructionAddress(instruction.name)}>More on {instruction.name}</a>
          </>
        )}
      </p>
      {problem && (
        <p class="view-note bad" role="alert">
          {problem}
        </p>
      )}
      {finished && score.all > 0 && (
        <p class="predicted" role="status">
          Line {predictLine} is done: {score.right} of {score.all} right.
        </p>
      )}
      {hidden && (
        <PredictTop
          at={at}
          label={`${instruction.name} ${instruction.argText}`.trim()}
          answer={answer}
          score={score}
          onStep={() => go('instruction', 1)}
          onScore={(right) =>
            setScore(({ right: before, all }) => ({ right: before + (right ? 1 : 0), all: all + 1 }))
          }
        />
      )}
      <div class={step ? 'machine' : 'machine coming'}>
        <section class="stacks" aria-label="Value stack">
          {window && step && here ? (
            <>
              <Stack
                title="Before"
                frame={frameTitle(trace.codes[here.code])}
                slots={here.stack}
                values={window.values}
                marked={hidden ? 0 : step.pops}
                mark="pop"
                step={at}
              />
              {there && !hidden ? (
                <Stack
                  title="After"
                  frame={frameTitle(trace.codes[there.code])}
                  slots={there.stack}
                  values={window.values}
                  marked={step.pushes}
                  mark="push"
                  step={at}
                />
              ) : (
                <div class="stack">
                  <p class="panel-title">After</p>
                  <p class="soft">
                    {hidden ? words.step.predicted : beyond >= 0 ? words.step.later : words.step.ended}
                  </p>
                </div>
              )}
            </>
          ) : (
            <p class="soft" role="status">
              {words.step.coming}
            </p>
          )}
        </section>
        <Nearby
          code={code}
          at={index}
          onReach={(wantedIndex) => {
            const to = map.reach(at, trace.bases[map.codeOf[trace.site[at]]] + wantedIndex);
            if (to >= 0) goTo(to);
            else setNote(words.step.neverRuns);
          }}
        />
        {frames && step?.event === 'raise' && !hidden && (
          <Unwinding codes={trace.codes} frames={frames} handledBy={uncaught ? null : there} />
        )}
        {window && frames && <Frames codes={trace.codes} values={window.values} frames={frames} />}
        <section class="printed-so-far" aria-label="Output so far">
          <p class="panel-title">Output so far</p>
          <pre>{lastLines(trace.stdout.slice(0, map.printed(at))) || ' '}</pre>
        </section>
      </div>
    </div>
  );
}

const LINES = 8;
function lastLines(text: string): string {
  const lines = text.split('\n');
  return lines.length > LINES + 1 ? `...\n${lines.slice(-LINES - 1).join('\n')}` : text;
}
