// Every name of a file in the colour of what it means, before anything has run, and the scopes as a table.
import { useEffect, useMemo, useState } from 'preact/hooks';
import words from '../../../content/views.json';
import type { Compiled } from '../../session/compiled.ts';
import { unitsFromBytes } from '../positions.ts';
import { CompileProblem } from './CompileProblem.tsx';
import type { ViewProps } from './index.ts';
import { contains } from './positions.ts';
import { type Colour, type ColouredName, type ScopeColours, scopeColours } from './scopeColours.ts';
import { useCompiled } from './useCompiled.ts';
import './views.css';

export default function ScopesView({ session, files, main, highlight, selection }: ViewProps) {
  const { current, problem } = useCompiled(session, files[main], main);
  const [kept, setKept] = useState<{ source: string; compiled: Compiled } | null>(null);
  useEffect(() => {
    if (current?.compiled.scopes) setKept(current);
  }, [current]);
  return (
    <div class="scopes-view">
      {problem && <p role="alert">{problem}</p>}
      {current?.compiled.error && <CompileProblem error={current.compiled.error} />}
      {kept && <Scopes {...kept} file={main} highlight={highlight} selection={selection} copy />}
    </div>
  );
}

interface ScopesProps extends Pick<ViewProps, 'highlight' | 'selection'> {
  source: string;
  compiled: Compiled;
  file: string;
  /** Shows a coloured copy of the source too. */
  copy: boolean;
}

const ORDER: Colour[] = ['local', 'cell', 'free', 'class', 'global', 'built-in'];

export function Scopes({ source, compiled, file, highlight, selection, copy }: ScopesProps) {
  const colours = useMemo(() => scopeColours(compiled), [compiled]);
  const [chosen, setChosen] = useState<{ scope: number; name: string } | null>(null);
  useEffect(() => () => highlight([]), []);
  if (!colours) return null;
  const present = ORDER.filter((colour) => colours.names.some((each) => each.colour === colour));
  const pointed =
    selection?.file === file ? (colours.names.find((each) => contains(each, selection)) ?? null) : null;

  const choose = (scope: number, name: string) => {
    const same = chosen?.scope === scope && chosen.name === name;
    setChosen(same ? null : { scope, name });
    highlight(
      same
        ? []
        : colours.names
            .filter((each) => each.scope === scope && each.name === name)
            .map(({ line, col, endLine, endCol }) => ({ file, line, col, endLine, endCol })),
    );
  };

  return (
    <>
      <dl class="legend">
        {present.map((colour) => (
          <div>
            <dt>
              <span class="name-colour" data-colour={colour}>
                {colour}
              </span>
            </dt>
            <dd class="soft">{words.scopes.legend[colour]}</dd>
          </div>
        ))}
      </dl>
      {copy && <ColouredSource source={source} colours={colours} chosen={chosen} file={file} />}
      <p class="pointed" aria-live="polite">
        {pointed && (
          <>
            <span class="name-colour" data-colour={pointed.colour}>
              {pointed.name}
            </span>{' '}
            in {whereIs(colours, pointed.scope)}: {pointed.colour}, {words.scopes.legend[pointed.colour]}.
          </>
        )}
      </p>
      <div class="table-scroll">
        <table class="scope-table">
          <caption class="unseen">Scopes and what each name means in them</caption>
          <thead>
            <tr>
              <th scope="col">Scope</th>
              <th scope="col">Name</th>
              <th scope="col">Meaning</th>
              <th scope="col" class="wide-only">
                Here it is
              </th>
            </tr>
          </thead>
          {colours.scopes.map(({ scope, title, depth }, at) => (
            <tbody>
              {scope.names.length === 0 && (
                <tr>
                  <ScopeHead title={title} depth={depth} scope={scope} rows={1} />
                  <td colSpan={3} class="soft">
                    no names
                  </td>
                </tr>
              )}
              {scope.names.map(({ name, parameter, assigned, used, imported }, index) => {
                const colour = colours.colourIn(at, name);
                const facts = [
                  parameter && 'a parameter',
                  imported && 'imported',
                  assigned && 'bound',
                  used && 'used',
                ];
                return (
                  <tr>
                    {index === 0 && (
                      <ScopeHead title={title} depth={depth} scope={scope} rows={scope.names.length} />
                    )}
                    <td>
                      <button
                        type="button"
                        class="name-colour"
                        data-colour={colour}
                        aria-pressed={chosen?.scope === at && chosen.name === name}
                        onClick={() => choose(at, name)}
                      >
                        {name}
                      </button>
                    </td>
                    <td>{colour}</td>
                    <td class="soft wide-only">{facts.filter(Boolean).join(', ')}</td>
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

const whereIs = ({ scopes }: ScopeColours, at: number) =>
  scopes[at].scope.kind === 'module' ? 'the module' : scopes[at].title;

function ScopeHead({
  title,
  depth,
  scope,
  rows,
}: {
  title: string;
  depth: number;
  scope: ScopeColours['scopes'][number]['scope'];
  rows: number;
}) {
  return (
    <th scope="rowgroup" rowSpan={rows}>
      <span aria-hidden="true">{'› '.repeat(depth)}</span>
      {title}
      <span class="soft">{scope.kind === 'module' ? '' : ` ${scope.kind}, line ${scope.line}`}</span>
    </th>
  );
}

function ColouredSource({
  source,
  colours,
  chosen,
  file,
}: {
  source: string;
  colours: ScopeColours;
  chosen: { scope: number; name: string } | null;
  file: string;
}) {
  const lines = source.replace(/\n$/, '').split('\n');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard
    <pre class="coloured" role="group" tabIndex={0} aria-label={`${file}, names coloured by what they mean`}>
      <code>
        {lines.map((line, index) => (
          <span class="source-line">
            {cutLine(
              line,
              colours.names.filter((each) => each.line === index + 1),
            ).map((piece) =>
              typeof piece === 'string' ? (
                piece
              ) : (
                <span
                  class={
                    chosen?.scope === piece.scope && chosen.name === piece.name
                      ? 'name-colour lit'
                      : 'name-colour'
                  }
                  data-colour={piece.colour}
                  title={piece.colour}
                >
                  {piece.name}
                </span>
              ),
            )}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}

function cutLine(line: string, names: ColouredName[]): (string | ColouredName)[] {
  const out: (string | ColouredName)[] = [];
  let at = 0;
  for (const name of names) {
    const [from, to] = [unitsFromBytes(line, name.col), unitsFromBytes(line, name.endCol)];
    if (from < at) continue;
    if (from > at) out.push(line.slice(at, from));
    out.push({ ...name, name: line.slice(from, to) });
    at = to;
  }
  if (at < line.length) out.push(line.slice(at));
  return out;
}
