// The workbench: an example that can be changed and run. Its program and what it prints stand in the HTML before any
// script; edits are kept in the browser under a hash of the example's own text and are never run by themselves.
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Example } from '../markdown/example.ts';
import type { Option } from '../markdown/lesson-markdown.ts';
import { session } from '../session/client.ts';
import type { Files } from '../session/protocol.ts';
import { CodePane } from './CodePane.tsx';
import { Console } from './Console.tsx';
import { outputMatches } from './diff.ts';
import { Explanation } from './Explanation.tsx';
import { Prediction, PredictionResult } from './Predict.tsx';
import { useProgram } from './program.ts';
import type { Shared } from './share.ts';
import { hashText, readAnswer, readEdit, saveAnswer, saveEdit } from './store.ts';
import { Verdict } from './Verdict.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { nothingKept, type SourceLine, type SourceRange, type ViewName } from './views/index.ts';

export interface WorkbenchProps {
  example: Example;
  /** The view that the lesson is about; an example may name its own. */
  view: ViewName | null;
  predict?: { options: Option[] | null } | undefined;
  /** Files that are there but are not the example's own text: they may be added and removed (the playground). */
  free?: boolean | undefined;
  /** Name of an instruction the Bytecode view begins with. */
  seek?: string | undefined;
}

const asFiles = (example: Example): Files =>
  Object.fromEntries(example.files.map(({ path, text }) => [path, text]));

/** A file on a disk ends with a newline; a block in a lesson does not show it. */
const asRun = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text === '' || text.endsWith('\n') ? text : `${text}\n`,
    ]),
  );

const inWords = (count: number) =>
  count < 10_000
    ? String(count)
    : count < 1e6
      ? `${Math.round(count / 1000)} thousand`
      : `${(count / 1e6).toFixed(1)} million`;

export function Workbench({ example, view, predict, free = false, seek }: WorkbenchProps) {
  const own = useMemo(() => asFiles(example), [example]);
  const main = example.files.at(-1)!.path;
  /** The program a link brought, and where it leads. */
  const [linked, setLinked] = useState<Shared | null>(null);
  const [linkProblem, setLinkProblem] = useState<string | null>(null);
  const [playground, setPlayground] = useState<typeof import('./Playground.tsx') | null>(null);
  const kept = useRef(nothingKept());
  // A link's program is kept apart from the reader's own: opening one costs nothing.
  const key = useMemo(
    () =>
      linked ? hashText(JSON.stringify(linked.files)) : free ? 'playground' : hashText(JSON.stringify(own)),
    [own, free, linked],
  );
  const [files, setFiles] = useState(own);
  const [shown, setShown] = useState(main);
  const [input, setInput] = useState(example.input.join('\n'));
  const [live, setLive] = useState(false);
  const [ranEdited, setRanEdited] = useState(false);
  const [lit, setLit] = useState<SourceRange[]>([]);
  const [dots, setDots] = useState<SourceLine[]>([]);
  const [selection, setSelection] = useState<SourceRange | null>(null);
  const [errorAt, setErrorAt] = useState<{ file: string; line: number } | null>(null);
  const [goTo, setGoTo] = useState<{ line: number; wish: number } | null>(null);
  const [prediction, setPrediction] = useState<string | null>(null);
  const program = useProgram();
  const section = useRef<HTMLElement>(null);
  const id = useId();

  useEffect(() => {
    const edit = readEdit(key);
    if (edit && main in edit) setFiles(edit);
    if (free) {
      void import('./Playground.tsx').then(setPlayground);
      const open = () =>
        import('./share.ts')
          .then(({ fromFragment }) => fromFragment(location.hash))
          .then(
            (shared) => {
              if (!shared) return;
              setLinkProblem(null);
              setLinked(shared);
              setFiles(readEdit(hashText(JSON.stringify(shared.files))) ?? shared.files);
              setInput(shared.input);
              setShown(main);
              program.clear();
            },
            (error: Error) => setLinkProblem(error.message),
          );
      void open();
      addEventListener('hashchange', open);
    }
    if (predict) setPrediction(readAnswer(key)?.answer ?? null);
    setLive(true);
    session.warmWhenIdle();
  }, []);

  const began = linked?.files ?? own;
  const edited =
    JSON.stringify(files) !== JSON.stringify(began) || input !== (linked?.input ?? example.input.join('\n'));
  const busy = program.state === 'running' || program.state === 'waiting';
  const locked = predict !== undefined && prediction === null;
  const names = [...Object.keys(files).filter((name) => name !== main), main];
  const { outcome, transcript } = program;

  const change = (path: string, text: string) => {
    const now = { ...files, [path]: text };
    setFiles(now);
    setErrorAt(null);
    saveEdit(key, JSON.stringify(now) === JSON.stringify(began) ? null : now);
  };

  const run = async () => {
    if (busy || locked) return;
    setErrorAt(null);
    setRanEdited(edited);
    const lines = input === '' ? [] : input.split('\n');
    const { exception } = await program.run({ files: asRun(files), main, input: lines });
    const place = exception?.traceback.findLast(({ file }) => baseName(file) in files);
    if (place) setErrorAt({ file: baseName(place.file), line: place.line });
  };

  const reset = () => {
    saveEdit(key, null);
    setFiles(began);
    setShown(main);
    setInput(linked?.input ?? example.input.join('\n'));
    setErrorAt(null);
    setLit([]);
    program.clear();
  };

  const show = (file: string, line: number) => {
    setShown(file);
    setGoTo((before) => ({ line, wish: (before?.wish ?? 0) + 1 }));
  };

  const lastRun = useMemo(
    () => outcome && { outcome, stdout: transcript.text('stdout'), stderr: transcript.text('stderr') },
    [outcome],
  );
  const predictionText = predict && !predict.options ? prediction : null;

  return (
    <section
      ref={section}
      class="workbench"
      role="group"
      aria-labelledby={`${id}-name`}
      data-state={live ? program.state : 'asleep'}
      data-edited={edited}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void run();
        }
      }}
    >
      <header class="bench-head">
        <p class="bench-name" id={`${id}-name`}>
          {example.title ?? (names.length > 1 ? 'Example' : main)}
        </p>
        {names.length > 1 && (
          <div class="tabs" role="group" aria-label="Files">
            {names.map((name) => (
              <button type="button" aria-pressed={name === shown} onClick={() => setShown(name)}>
                {name}
              </button>
            ))}
          </div>
        )}
        {playground && (
          <playground.FileKeeper
            files={files}
            main={main}
            shown={shown}
            onFiles={(now, open) => {
              setFiles(now);
              setShown(open);
              saveEdit(key, now);
            }}
          />
        )}
        {edited && (
          <button type="button" class="quiet reset" onClick={reset}>
            Reset
          </button>
        )}
      </header>
      {linkProblem && (
        <p class="link-problem" role="alert">
          {linkProblem}
        </p>
      )}
      {names.map((name) => (
        <div class="bench-file" hidden={live && name !== shown} data-file={name}>
          {!live && names.length > 1 && <p class="file-name">{name}</p>}
          <CodePane
            text={files[name]}
            path={name}
            label={`${name}, editable`}
            onChange={(text) => change(name, text)}
            onSelection={setSelection}
            lit={lit}
            dots={dots}
            errorLine={errorAt?.file === name ? errorAt.line : null}
            goTo={name === shown ? goTo : null}
          />
        </div>
      ))}
      {(example.input.length > 0 ||
        (free && (input !== '' || Object.values(files).some((text) => text.includes('input('))))) && (
        <label class="given-input">
          <span>Lines for input()</span>
          <textarea
            rows={Math.max(1, input.split('\n').length)}
            value={input}
            spellcheck={false}
            onInput={(event) => setInput(event.currentTarget.value)}
          />
        </label>
      )}
      {predict && (
        <Prediction
          options={predict.options}
          committed={prediction}
          onCommit={(answer, right) => {
            setPrediction(answer);
            saveAnswer(key, answer, right);
          }}
          onRetract={() => {
            setPrediction(null);
            program.clear();
          }}
        />
      )}
      <div class="bench-bar">
        {busy ? (
          <button type="button" class="stop" onClick={program.stop}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            class="run"
            disabled={!live || locked}
            onClick={run}
            onPointerEnter={() => void session.warm()}
            title="Run (Ctrl-Enter or Cmd-Enter)"
          >
            Run
          </button>
        )}
        <p class="bench-status" role="status">
          {program.state === 'running' && (
            <span class="working">
              Running{program.instructions > 0 && `: ${inWords(program.instructions)} calls and jumps`}
            </span>
          )}
          {program.state === 'waiting' && <span class="working">Waiting for input</span>}
          {locked && live && <span class="hint">Commit to an answer first; then you can run it.</span>}
          {outcome && (
            <Verdict
              example={example}
              outcome={outcome}
              edited={ranEdited}
              stdout={lastRun!.stdout}
              stderr={lastRun!.stderr}
              compare={!free}
            />
          )}
        </p>
        {program.state === 'idle' && !locked && (
          <p class="keys" aria-hidden="true">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> runs; <kbd>Tab</kbd> moves on, <kbd>Ctrl</kbd> <kbd>M</kbd> lets
            it indent
          </p>
        )}
      </div>
      {playground && <playground.ShareLink files={files} input={input} kept={kept.current} />}
      {program.state === 'idle' ? (
        example.output !== null || example.error !== null ? (
          <Printed example={example} hidden={predict !== undefined} live={live} />
        ) : null
      ) : (
        <Console program={program} files={names} onGoTo={show} />
      )}
      {outcome?.exception && <Explanation exception={outcome.exception} />}
      {outcome && !free && (
        <Differences example={example} stdout={lastRun!.stdout} stderr={lastRun!.stderr} edited={ranEdited} />
      )}
      {outcome && predict && prediction !== null && (
        <PredictionResult
          options={predict.options}
          committed={prediction}
          text={predictionText}
          stdout={lastRun!.stdout}
        />
      )}
      <ViewSwitch
        key={linked ? key : 'own'}
        first={example.view ?? view}
        named={example.view !== null && !locked}
        session={session}
        files={asRun(files)}
        main={main}
        input={input === '' ? [] : input.split('\n')}
        highlight={setLit}
        dot={setDots}
        original={asRun(free ? (linked?.files ?? {}) : own)}
        kept={kept.current}
        asked={linked?.asked ?? null}
        seek={seek ?? null}
        predictLine={example.predict}
        selection={selection}
        lastRun={lastRun}
      />
    </section>
  );
}

const baseName = (path: string) => path.replace(/^\/home\/reader\//, '');

/** What CPython printed, before the reader's own run takes its place. */
function Printed({ example, hidden, live }: { example: Example; hidden: boolean; live: boolean }) {
  if (hidden && live) return null;
  const text = (
    <pre>
      {example.output}
      {example.error !== null && (
        <span class="stderr">{`${example.output ? '\n' : ''}${example.error}`}</span>
      )}
    </pre>
  );
  if (hidden) {
    return (
      <details class="console-frame printed">
        <summary>Show what it prints</summary>
        {text}
      </details>
    );
  }
  return (
    <div class="console-frame printed">
      <p class="console-label">CPython 3.12 prints</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long output is scrolled by keyboard */}
      <div class="console" role="group" aria-label="Expected output" tabIndex={0}>
        {text}
      </div>
    </div>
  );
}

function Differences({
  example,
  stdout,
  stderr,
  edited,
}: {
  example: Example;
  stdout: string;
  stderr: string;
  edited: boolean;
}) {
  const [load, setLoad] = useState<typeof import('./Diff.tsx') | null>(null);
  const wrongOut = !outputMatches(example.output ?? '', stdout, example.check);
  const wrongErr =
    example.check !== 'none' && !edited && !outputMatches(example.error ?? '', stderr, 'exact');
  useEffect(() => {
    if ((wrongOut || wrongErr) && !load) void import('./Diff.tsx').then(setLoad);
  }, [wrongOut, wrongErr]);
  if (!load) return null;
  return (
    <>
      {wrongOut && <load.Diff expected={example.output ?? ''} got={stdout} what="Output" edited={edited} />}
      {wrongErr && (
        <load.Diff expected={example.error ?? ''} got={stderr} what="Error output" edited={edited} />
      )}
    </>
  );
}
