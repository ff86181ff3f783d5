// A just-in-time compiler one can look into: a function of the reader, its bytecode, and beside each instruction the
// JavaScript it became; then both are run on the same argument, once each, and timed by this browser's clock.
import { useEffect, useId, useState } from 'preact/hooks';
import { session } from '../../session/client.ts';
import { CodePane } from '../CodePane.tsx';
import {
  compiled,
  Deoptimised,
  isRefusal,
  OutOfFuel,
  type Refusal,
  type Translation,
  translate,
} from './translate.ts';
import './tinyjit.css';

/** Jumps back that compiled code may make: some seconds' worth. */
const FUEL = 500_000_000;
const CALL = /^\s*([A-Za-z_]\w*)\(\s*((?:-?\d+\s*(?:,\s*-?\d+\s*)*)?)\)\s*$/;

interface Outcome {
  result: string;
  seconds: number;
}
interface Race {
  interpreted: Outcome;
  translated: Outcome;
  translation: number;
}

/** The function's bytecode as JavaScript, or what stands in the way. */
async function translated(source: string, name: string): Promise<Translation | Refusal> {
  const { code, scopes, error } = await session.compile(`${source}\n`);
  if (error) return { instruction: null, why: `${error.type}: ${error.message} (line ${error.line})` };
  const own = code?.children.find((child) => child.name === name);
  const scope = scopes?.children.find((child) => child.name === name);
  if (!own || !scope) return { instruction: null, why: `there is no function ${name} in it` };
  return translate(own, scope.names.filter(({ parameter }) => parameter).length);
}

async function interpret(source: string, call: string): Promise<Outcome> {
  const program = `${source}

import time as _time
_begin = _time.perf_counter()
_result = ${call}
_seconds = _time.perf_counter() - _begin
print(repr(_result), _seconds)
`;
  let said = '';
  const outcome = await session.run(
    { files: { 'main.py': program }, main: 'main.py', input: [] },
    {
      onOutput: (chunks) => {
        said += chunks.map(({ text }) => text).join('');
      },
      onWaiting: () => {},
    },
  ).done;
  if (outcome.exception) throw new Error(said.trimEnd().split('\n').at(-1));
  if (outcome.status !== 'ok') throw new Error('the interpreter was stopped');
  const [result, seconds] = said.trimEnd().split('\n').at(-1)!.split(' ');
  return { result, seconds: Number(seconds) };
}

const inPython = (value: number | boolean) =>
  typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);

const inMilliseconds = (seconds: number) => `${(seconds * 1000).toPrecision(3)} ms`;

async function race(source: string, call: string, name: string, args: number[]): Promise<Race> {
  const begin = performance.now();
  const made = await translated(source, name);
  const translation = (performance.now() - begin) / 1000;
  if (isRefusal(made)) throw new Error(made.why);
  const interpreted = await interpret(source, call);
  const run = compiled(made, FUEL);
  const called = performance.now();
  const value = run(...args);
  const seconds = (performance.now() - called) / 1000;
  return { interpreted, translated: { result: inPython(value), seconds }, translation };
}

const SIDE_BY_SIDE = 'The bytecode, and what it became';

export function TinyJit({ source, call }: { source: string; call: string }) {
  const [text, setText] = useState(source);
  const [wanted, setWanted] = useState(call);
  const [made, setMade] = useState<Translation | Refusal | null>(null);
  const [result, setResult] = useState<Race | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [live, setLive] = useState(false);
  const id = useId();
  const parts = CALL.exec(wanted);
  const name = parts?.[1] ?? '';

  useEffect(() => {
    setLive(true);
    session.warmWhenIdle();
  }, []);
  useEffect(() => {
    setResult(null);
    setProblem('');
    if (!name) return;
    let stale = false;
    void translated(text, name).then(
      (now) => !stale && setMade(now),
      (error: Error) => !stale && setProblem(error.message),
    );
    return () => {
      stale = true;
    };
  }, [text, name]);

  const run = async () => {
    if (!parts) return;
    setBusy(true);
    setProblem('');
    const args = parts[2].trim() === '' ? [] : parts[2].split(',').map(Number);
    try {
      setResult(await race(text, wanted, name, args));
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof Deoptimised) {
        setProblem(`Deoptimised: ${message}. A real one would go on in the interpreter from here.`);
      } else if (error instanceof OutOfFuel) setProblem(`Stopped: ${message}.`);
      else setProblem(message);
      setResult(null);
    }
    setBusy(false);
  };

  return (
    <section class="workbench tiny-jit" aria-labelledby={`${id}-name`} data-state={live ? 'live' : 'asleep'}>
      <header class="bench-head">
        <p class="bench-name" id={`${id}-name`}>
          A tiny just-in-time compiler
        </p>
      </header>
      <CodePane text={text} path="main.py" label="The function" onChange={setText} />
      <div class="bench-bar">
        <label class="tiny-jit-label" for={`${id}-call`}>
          Call
        </label>
        <input
          id={`${id}-call`}
          class="tiny-jit-call"
          value={wanted}
          spellcheck={false}
          aria-invalid={!parts}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <button
          type="button"
          class="run"
          disabled={!live || busy || !parts || !made || isRefusal(made)}
          onClick={run}
        >
          {busy ? 'Running…' : 'Run both'}
        </button>
        <p class={`bench-status ${problem ? 'wrong' : ''}`} role="status">
          {parts ? problem : 'A call here is a name and whole numbers in brackets.'}
        </p>
      </div>
      {result && <Timings race={result} />}
      {made && (isRefusal(made) ? <Refused refusal={made} /> : <SideBySide translation={made} />)}
    </section>
  );
}

function Timings({ race: { interpreted, translated: own, translation } }: { race: Race }) {
  const times = interpreted.seconds / own.seconds;
  return (
    <table class="tiny-jit-times">
      <caption>
        {interpreted.result === own.result
          ? 'The same result'
          : 'Different results: this would be a mistake of the compiler'}
        , timed here and now, one run each
      </caption>
      <thead>
        <tr>
          <th scope="col">carried out by</th>
          <th scope="col">result</th>
          <th scope="col">time</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">this site’s interpreter, instruction by instruction</th>
          <td>{interpreted.result}</td>
          <td>{inMilliseconds(interpreted.seconds)}</td>
        </tr>
        <tr>
          <th scope="row">the JavaScript below</th>
          <td>{own.result}</td>
          <td>
            {inMilliseconds(own.seconds)}
            {times > 1.05 && Number.isFinite(times) ? ` (${times.toPrecision(2)} times as fast)` : ''}
          </td>
        </tr>
        <tr>
          <th scope="row">making that JavaScript</th>
          <td />
          <td>{inMilliseconds(translation)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Refused({ refusal: { instruction, why } }: { refusal: Refusal }) {
  return (
    <p class="tiny-jit-refused" role="status">
      Not translated: {why}
      {instruction?.place ? ` (line ${instruction.place.line}, offset ${instruction.offset})` : ''}. It stays
      with the interpreter.
    </p>
  );
}

function SideBySide({ translation }: { translation: Translation }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by keyboard
    <div class="tiny-jit-scroll" tabIndex={0} role="region" aria-label={SIDE_BY_SIDE}>
      <table class="tiny-jit-listing">
        <caption>{SIDE_BY_SIDE}</caption>
        <thead>
          <tr>
            <th scope="col">offset</th>
            <th scope="col">instruction</th>
            <th scope="col">JavaScript</th>
          </tr>
        </thead>
        <tbody>
          {translation.rows.map(({ instruction: { offset, name, argText }, js }) => (
            <tr>
              <td class="number">{offset}</td>
              <td>
                <code>
                  {name} {argText}
                </code>
              </td>
              <td>
                {js.length === 0 ? (
                  <span class="soft">nothing to do</span>
                ) : (
                  js.map((line) => <code class="tiny-jit-line">{line}</code>)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
