// An exercise: write, run, check. The check is Python (check.py) that runs in the same interpreter and says in words
// what it found. Hints come one at a time; the solution opens after solving, or after saying that one gives up, and
// stands beside the reader's own.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import checking from '../../content/exercises/checking.py?raw';
import type { ExerciseData } from '../markdown/exercise.ts';
import { session } from '../session/client.ts';
import type { RunOutcome } from '../session/protocol.ts';
import { CodeLines, CodePane } from './CodePane.tsx';
import { Console } from './Console.tsx';
import { Explanation } from './Explanation.tsx';
import { Html } from './Html.tsx';
import { SortableLines } from './Order.tsx';
import { useProgram } from './program.ts';
import {
  CHANGED,
  changeProgress,
  type ExerciseProgress,
  hashText,
  readEdit,
  readProgress,
  saveEdit,
} from './store.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import type { SourceLine, SourceRange, ViewName } from './views/index.ts';

const ANSWER = 'answer.py';
const UNTOUCHED: ExerciseProgress = { attempts: 0, hints: 0, state: 'open' };

interface Finding {
  good: boolean;
  text: string;
}

export const findingsIn = (stdout: string): Finding[] =>
  stdout
    .split('\n')
    .map((line) => /^(not )?ok - (.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ good: match[1] === undefined, text: match[2] }));

interface Checked {
  passed: boolean;
  findings: Finding[];
  /** The schedule that failed, when several were tried. */
  schedule: number | null;
  trouble: string | null;
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

const withNewline = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

async function runCheck(exercise: ExerciseData, answer: string, stopped: () => boolean): Promise<Checked> {
  let findings: Finding[] = [];
  for (let schedule = 1; schedule <= exercise.schedules; schedule++) {
    let stdout = '';
    let stderr = '';
    const run = session.run(
      {
        files: {
          ...exercise.files,
          'checking.py': checking,
          'check.py': exercise.checkProgram,
          [ANSWER]: withNewline(answer),
        },
        main: 'check.py',
        // The first schedule is the one that Run has.
        seed: schedule - 1,
      },
      {
        onOutput: (chunks) => {
          for (const { stream, text } of chunks) {
            if (stream === 'stdout') stdout += text;
            else stderr += text;
          }
        },
        onWaiting: () => run.answer(null),
        onProgress: () => stopped() && run.stop(),
      },
    );
    const outcome: RunOutcome = await run.done;
    findings = findingsIn(stdout);
    const passed =
      outcome.status === 'ok' && outcome.exitCode === 0 && findings.every((finding) => finding.good);
    if (!passed) {
      const told = findings.some((finding) => !finding.good);
      const trouble = told
        ? null
        : outcome.status === 'stopped'
          ? 'The check was stopped before it could finish.'
          : outcome.status === 'internal-error'
            ? `A mistake in this interpreter, not in your program: ${outcome.internalError}`
            : `The check could not judge this program: ${lastLine(stderr) || `it ended with ${outcome.exception?.type ?? `exit status ${outcome.exitCode}`}`}`;
      return { passed, findings, schedule: exercise.schedules > 1 ? schedule : null, trouble };
    }
  }
  return { passed: true, findings, schedule: null, trouble: null };
}

interface ExerciseBenchProps {
  exercise: ExerciseData;
  /** The view that the lesson is about. */
  view: ViewName | null;
}

export function ExerciseBench({ exercise, view }: ExerciseBenchProps) {
  const key = hashText(`${exercise.id}\n${exercise.start}`);
  const [text, setText] = useState(exercise.start);
  const [live, setLive] = useState(false);
  const [mine, setMine] = useState(UNTOUCHED);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [checking, setChecking] = useState(false);
  const [errorLine, setErrorLine] = useState<number | null>(null);
  const [goTo, setGoTo] = useState<{ line: number; wish: number } | null>(null);
  const [lit, setLit] = useState<SourceRange[]>([]);
  const [dots, setDots] = useState<SourceLine[]>([]);
  const [selection, setSelection] = useState<SourceRange | null>(null);
  const [compare, setCompare] = useState(false);
  const [sure, setSure] = useState(false);
  const stop = useRef(false);
  const program = useProgram();

  useEffect(() => {
    const read = () => setMine(readProgress().exercises[exercise.id] ?? UNTOUCHED);
    setText(readEdit(key)?.[ANSWER] ?? exercise.start);
    read();
    setLive(true);
    session.warmWhenIdle();
    addEventListener(CHANGED, read);
    return () => removeEventListener(CHANGED, read);
  }, []);

  const note = (change: Partial<ExerciseProgress>) =>
    changeProgress((progress) => {
      progress.exercises[exercise.id] = { ...UNTOUCHED, ...progress.exercises[exercise.id], ...change };
    });
  const write = (now: string) => {
    setText(now);
    setErrorLine(null);
    setChecked(null);
    saveEdit(key, now === exercise.start ? null : { [ANSWER]: now });
  };
  const busy = program.state === 'running' || program.state === 'waiting' || checking;

  const run = async () => {
    if (busy) return;
    setChecked(null);
    const { exception } = await program.run({
      files: { ...exercise.files, [ANSWER]: withNewline(text) },
      main: ANSWER,
    });
    setErrorLine(exception?.traceback.findLast(({ file }) => file.endsWith(ANSWER))?.line ?? null);
  };
  const check = async () => {
    if (busy) return;
    stop.current = false;
    program.clear();
    setChecking(true);
    setChecked(null);
    const result = await runCheck(exercise, text, () => stop.current);
    setChecking(false);
    setChecked(result);
    const before = readProgress().exercises[exercise.id] ?? UNTOUCHED;
    note({ attempts: before.attempts + 1, state: result.passed ? 'solved' : before.state });
    if (result.passed) setCompare(false);
  };

  const { outcome, transcript } = program;
  const lastRun = useMemo(
    () => outcome && { outcome, stdout: transcript.text('stdout'), stderr: transcript.text('stderr') },
    [outcome],
  );
  const { state, hints } = mine;
  const finished = state !== 'open';
  const lines = exercise.kind === 'order' ? text.split('\n') : null;
  return (
    <div
      class="exercise-bench workbench"
      role="group"
      aria-label={`Workbench: ${exercise.title}`}
      data-state={live ? (checking ? 'checking' : program.state) : 'asleep'}
      data-exercise-state={state}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void (event.shiftKey ? check() : run());
        }
      }}
    >
      <div class="bench-head">
        <p class="bench-name">{ANSWER}</p>
        {text !== exercise.start && (
          <button
            type="button"
            class="quiet reset"
            onClick={() => {
              write(exercise.start);
              program.clear();
            }}
          >
            Reset
          </button>
        )}
      </div>
      {lines ? (
        <SortableLines lines={lines} onOrder={(now) => write(now.join('\n'))} />
      ) : (
        <CodePane
          text={text}
          path={ANSWER}
          label={`Your answer to ${exercise.title}`}
          onChange={write}
          onSelection={setSelection}
          lit={lit}
          dots={dots}
          errorLine={errorLine}
          goTo={goTo}
        />
      )}
      {Object.entries(exercise.files).map(([name, content]) => (
        <details class="given-file">
          <summary>{name}</summary>
          <pre class="code">
            {name.endsWith('.py') ? (
              <CodeLines text={content.replace(/\n$/, '')} path={name} />
            ) : (
              <code>{content}</code>
            )}
          </pre>
        </details>
      ))}
      <div class="bench-bar">
        {busy ? (
          <button
            type="button"
            class="stop"
            onClick={() => {
              stop.current = true;
              program.stop();
            }}
          >
            Stop
          </button>
        ) : (
          <>
            <button
              type="button"
              class="run"
              disabled={!live}
              onClick={check}
              title="Check (Ctrl-Shift-Enter)"
            >
              Check
            </button>
            <button type="button" class="second" disabled={!live} onClick={run} title="Run (Ctrl-Enter)">
              Run
            </button>
          </>
        )}
        <p class="bench-status" role="status">
          {checking && <span class="working">Checking</span>}
          {program.state === 'running' && <span class="working">Running</span>}
          {program.state === 'waiting' && <span class="working">Waiting for input</span>}
          {!checked && !busy && state === 'solved' && <span class="verdict matches">Solved</span>}
          {checked && (
            <span
              class={`verdict ${checked.passed ? 'matches' : 'differs'}`}
              data-check={checked.passed ? 'passed' : 'failed'}
            >
              {checked.passed
                ? exercise.schedules > 1
                  ? `Solved: it held under all ${exercise.schedules} thread schedules`
                  : 'Solved'
                : checked.schedule !== null
                  ? `Not yet: it fails under thread schedule ${checked.schedule}`
                  : 'Not yet'}
            </span>
          )}
        </p>
      </div>
      {program.state !== 'idle' && (
        <Console
          program={program}
          files={[ANSWER]}
          onGoTo={(_, line) => setGoTo((before) => ({ line, wish: (before?.wish ?? 0) + 1 }))}
        />
      )}
      {program.outcome?.exception && <Explanation exception={program.outcome.exception} />}
      {checked && (
        <ul class="findings">
          {checked.findings.map((finding) => (
            <li class={finding.good ? 'right' : 'wrong'}>
              <span class="mark">{finding.good ? 'Yes' : 'No'}</span> {finding.text}
            </li>
          ))}
          {checked.trouble && (
            <li class="wrong">
              <span class="mark">No</span> {checked.trouble}
            </li>
          )}
        </ul>
      )}
      {(checked?.passed || finished) && exercise.explanation && (
        <div class="exercise-explained">
          <Html html={exercise.explanation} />
        </div>
      )}
      {!lines && (
        <ViewSwitch
          first={view}
          named={false}
          session={session}
          files={{ ...exercise.files, [ANSWER]: withNewline(text) }}
          main={ANSWER}
          input={[]}
          highlight={setLit}
          dot={setDots}
          original={{ ...exercise.files, [ANSWER]: withNewline(exercise.start) }}
          selection={selection}
          lastRun={lastRun}
        />
      )}
      <div class="help">
        {exercise.hints.slice(0, hints).map((hint, index) => (
          <div class="hint-text">
            <span class="mark">Hint {index + 1}</span> <Html inline html={hint} />
          </div>
        ))}
        <p class="help-bar">
          {hints < exercise.hints.length && (
            <button type="button" class="quiet" disabled={!live} onClick={() => note({ hints: hints + 1 })}>
              {hints === 0 ? 'A hint' : 'Another hint'} ({hints} of {exercise.hints.length} seen)
            </button>
          )}
          {finished ? (
            <button type="button" class="quiet" aria-expanded={compare} onClick={() => setCompare(!compare)}>
              {compare ? 'Hide the solution' : 'Compare with a solution'}
            </button>
          ) : sure ? (
            <span class="sure">
              Show it before you have solved it?{' '}
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  note({ state: 'given up' });
                  setCompare(true);
                }}
              >
                Yes, show it
              </button>{' '}
              <button type="button" class="quiet" onClick={() => setSure(false)}>
                No, I go on
              </button>
            </span>
          ) : (
            <button type="button" class="quiet" disabled={!live} onClick={() => setSure(true)}>
              Show a solution
            </button>
          )}
        </p>
      </div>
      {compare && finished && (
        <div class="compare">
          <figure>
            <figcaption>Yours</figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
            <pre class="code" tabIndex={0} role="group" aria-label="Your answer">
              <CodeLines text={text} path={ANSWER} />
            </pre>
          </figure>
          <figure>
            <figcaption>A solution</figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
            <pre class="code" tabIndex={0} role="group" aria-label="A solution">
              <CodeLines text={exercise.solution} path={ANSWER} />
            </pre>
          </figure>
        </div>
      )}
    </div>
  );
}
