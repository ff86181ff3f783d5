// The way of each import, gate by gate: sys.modules, the finders in the order of sys.meta_path, the folders, the .pyc file,
// the body of the module.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import words from '../../../content/views.json';
import type { Gate, ImportedModule, ImportRecording } from '../../interpreter/watch/index.ts';
import type { Files } from '../../session/protocol.ts';
import type { ViewProps } from './index.ts';
import { wholeLine } from './positions.ts';
import { Recorded } from './Recorded.tsx';
import { Stepper } from './Stepper.tsx';
import { useRecording } from './useRecording.ts';
import './views.css';

export default function ImportsView(props: ViewProps) {
  const { recording, ...state } = useRecording('imports', props);
  return (
    <div class="imports-view">
      <Recorded recording={recording} {...state}>
        {recording && recording.gates.length > 0 ? (
          <Gates recording={recording} highlight={props.highlight} stale={state.stale} files={state.files} />
        ) : (
          <p>{recording?.exception ? words.nothing : words.imports.none}</p>
        )}
      </Recorded>
    </div>
  );
}

const QUESTIONS: Record<Gate['kind'], string> = {
  cache: 'Is it there already?',
  finder: 'Finder on sys.meta_path',
  folder: 'Folder on the path',
  pyc: 'Compiled file',
  source: 'Source',
  write: 'Compiled file',
  load: 'Loader',
  run: 'Module body',
  done: 'Done',
  failed: 'Failed',
  others: 'Meanwhile',
};

function Gates({
  recording,
  highlight,
  stale,
  files,
}: {
  recording: ImportRecording;
  highlight: ViewProps['highlight'];
  stale: boolean;
  files: Files;
}) {
  const { gates, modules, before } = recording;
  const [wanted, setAt] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const at = Math.min(wanted, gates.length - 1);
  useEffect(() => setAt(0), [recording]);
  const gate = gates[at];
  useEffect(() => {
    const { file, line } = gate;
    highlight(line > 0 && !stale ? [wholeLine(files, file, line)] : []);
  }, [at, recording, stale]);
  useEffect(() => () => highlight([]), []);

  // An import of the main program with all that is imported inside it.
  const starts = useMemo(
    () => gates.flatMap(({ kind, depth }, index) => (kind === 'cache' && depth === 0 ? [index] : [])),
    [recording],
  );
  const from = starts.findLast((index) => index <= at) ?? 0;
  const to = starts.find((index) => index > at) ?? gates.length;
  const stride = {
    back: starts.findLast((index) => index < at) ?? null,
    forward: starts.find((index) => index > at) ?? null,
    name: 'import',
  };
  const arrived = gates.slice(0, at + 1).flatMap(({ added }) => added);
  const fresh = new Set(gate.added);

  return (
    <div ref={area}>
      <Stepper at={at} count={gates.length} onMove={setAt} unit="Gate" keys={area} stride={stride} />
      <p class="caption" data-event="import" aria-live="polite">
        {gate.line > 0 && `Line ${gate.line} of ${gate.file}. `}
        <strong>{gate.module}</strong>: {QUESTIONS[gate.kind]} <code>{gate.who}</code>: {gate.answer}.
      </p>
      <p class="panel-title">
        The import of <code>{gates[from].module}</code>
      </p>
      <ol class="gates">
        {gates.slice(from, to).map((each, index) => (
          <li
            class="gate"
            data-kind={each.kind}
            data-found={each.found === null ? 'none' : each.found ? 'yes' : 'no'}
            data-later={from + index > at}
            aria-current={from + index === at ? 'step' : undefined}
            style={{ '--depth': String(each.depth) }}
          >
            <span class="sign" aria-hidden="true">
              {each.found === null ? '·' : each.found ? '✓' : '–'}
            </span>
            <span>
              <code>{each.kind === 'cache' ? `${each.module} in ${each.who}?` : each.who}</code>{' '}
              <span class="answer">{each.answer}</span>
            </span>
          </li>
        ))}
      </ol>
      <p class="panel-title">sys.modules</p>
      <p class="soft small">
        {before.length} modules were there before the first line, among them {before.slice(0, 4).join(', ')}.
        {arrived.length === 0 ? ' None has been added yet.' : ' Added since:'}
      </p>
      <ul class="module-chips">
        {arrived.map((name) => (
          <li class={fresh.has(name) ? 'kind new' : 'kind'} data-kind="module">
            {name}
          </li>
        ))}
      </ul>
      <div class="table-scroll">
        <table>
          <caption>All imports of this run</caption>
          <thead>
            <tr>
              <th scope="col">Module</th>
              <th scope="col">Found by</th>
              <th scope="col" class="wide-only">
                Where
              </th>
              <th scope="col">.pyc</th>
            </tr>
          </thead>
          <tbody>
            {modules.map((each) => (
              <tr>
                <th scope="row">{each.name}</th>
                <td>{foundBy(each)}</td>
                <td class="wide-only">{each.origin}</td>
                <td>{pycText(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function foundBy({ status, finder }: ImportedModule): string {
  if (status === 'cached') return 'sys.modules';
  return finder === '' ? 'nobody' : finder;
}

function pycText({ pyc, status }: ImportedModule): string {
  if (!pyc) return status === 'cached' ? 'not looked at' : 'none needed';
  const state = pyc.state === 'fresh' ? 'fresh, read' : pyc.state === 'stale' ? 'stale' : 'none yet';
  return pyc.written ? `${state}; written` : state;
}
