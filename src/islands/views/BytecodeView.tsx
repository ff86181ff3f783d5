// Bytecode beside source: the code objects of a file, each as a listing. Choosing an instruction lights the exact piece of
// source it was made from; pointing at source lights its instructions. The listing follows every edit.
import { useEffect, useMemo, useState } from 'preact/hooks';
import words from '../../../content/views.json';
import type { Specialised } from '../../interpreter/watch/index.ts';
import type { CodeView } from '../../session/compiled.ts';
import { tidyConstant } from './Chip.tsx';
import { CompileProblem } from './CompileProblem.tsx';
import type { Kept, ViewProps } from './index.ts';
import { Listing } from './Listing.tsx';
import { pointedAt } from './positions.ts';
import { useCompiled } from './useCompiled.ts';
import './views.css';
import './bytecode/bytecode.css';

export interface NumberedCode {
  code: CodeView;
  depth: number;
}

export function allCodes(code: CodeView, depth = 0): NumberedCode[] {
  return [{ code, depth }, ...code.children.flatMap((child) => allCodes(child, depth + 1))];
}

const titleOf = ({ name, qualname }: CodeView) => (name === '<module>' ? 'module' : qualname);

export default function BytecodeView({
  session,
  files,
  main,
  input,
  lastRun,
  original,
  kept,
  seek,
  highlight,
  selection,
}: ViewProps) {
  const [chosenFile, setFile] = useState(main);
  const file = chosenFile in files ? chosenFile : main;
  const { current, problem } = useCompiled(session, files[file], file);
  const old = original[file] ?? '';
  const { current: first } = useCompiled(session, old, file);
  const edited = original[file] !== undefined && files[file] !== old;
  // While a text does not compile, the last one that did stays in view.
  const [code, setCode] = useState<CodeView | null>(null);
  useEffect(() => {
    if (current?.compiled.code) setCode(current.compiled.code);
  }, [current]);
  // The specialised forms of a run; asked for when the reader wants them, and again when the program has changed.
  const [wantsForms, setWantsForms] = useState(false);
  const [forms, setForms] = useState<Specialised | null>(null);
  const [formsProblem, setFormsProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!wantsForms) return;
    let wanted = true;
    const timer = setTimeout(() => {
      session.ask('specialised', { files, main, input }).then(
        (found) => wanted && setForms(found),
        (error: Error) => wanted && setFormsProblem(error.message),
      );
    }, 200);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [wantsForms, JSON.stringify([files, input]), lastRun]);
  const pythonFiles = Object.keys(files).filter((name) => name.endsWith('.py'));

  return (
    <div class="bytecode-view">
      {pythonFiles.length > 1 && (
        <div class="view-choices" role="group" aria-label="File">
          {pythonFiles.map((name) => (
            <button type="button" aria-pressed={name === file} onClick={() => setFile(name)}>
              {name}
            </button>
          ))}
        </div>
      )}
      {(problem ?? formsProblem) && <p role="alert">{problem ?? formsProblem}</p>}
      {current?.compiled.error && <CompileProblem error={current.compiled.error} />}
      {code && (
        <CodeObjects
          key={file}
          code={code}
          file={file}
          before={edited ? (first?.compiled.code ?? null) : null}
          here={kept.here?.text === files[file] ? kept.here : null}
          forms={wantsForms ? forms : null}
          wantsForms={wantsForms}
          onWantForms={setWantsForms}
          seek={seek ?? null}
          selection={selection}
          highlight={highlight}
          dim={current?.compiled.error !== null}
        />
      )}
    </div>
  );
}

interface CodeObjectsProps extends Pick<ViewProps, 'selection' | 'highlight'> {
  code: CodeView;
  file: string;
  /** The module as it was before the reader's edits, if there are any. */
  before?: CodeView | null;
  /** The instruction at which the Step view stands. */
  here?: Kept['here'];
  /** What a run has made of the code, if the reader wants to see it. */
  forms?: Specialised | null;
  wantsForms?: boolean;
  onWantForms?(wants: boolean): void;
  /** Name of an instruction to begin with. */
  seek?: string | null;
  /** It belongs to an earlier text. */
  dim?: boolean;
}

const indexOf = (codes: NumberedCode[], here: Kept['here'], file: string) =>
  here === null || here.file !== file
    ? -1
    : codes.findIndex(({ code }) => code.qualname === here.qualname && code.firstLine === here.firstLine);

export function CodeObjects({
  code,
  file,
  before = null,
  here = null,
  forms = null,
  wantsForms = false,
  onWantForms,
  seek = null,
  selection,
  highlight,
  dim = false,
}: CodeObjectsProps) {
  const codes = useMemo(() => allCodes(code), [code]);
  const earlier = useMemo(() => (before ? allCodes(before).map((each) => each.code) : null), [before]);
  const [chosen, setChosen] = useState(() => Math.max(0, indexOf(codes, here, file)));
  const [selected, setSelected] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [lit, setLit] = useState<{ code: number; index: number }[]>([]);
  const [caches, setCaches] = useState(false);
  const [places, setPlaces] = useState(false);
  const [about, setAbout] = useState<typeof import('./bytecode/About.tsx') | null>(null);
  const number = Math.min(chosen, codes.length - 1);
  const shown = codes[number].code;

  useEffect(() => {
    if (!seek) return;
    const at = codes.findIndex((each) => each.code.instructions.some(({ name }) => name === seek));
    if (seek === 'CACHE') setCaches(true);
    if (at < 0) return;
    setChosen(at);
    setSelected(codes[at].code.instructions.findIndex(({ name }) => name === seek));
  }, []);
  useEffect(() => {
    if (!selection || selection.file !== file) return setLit([]);
    const all = codes.flatMap(({ code: each }, at) =>
      each.instructions.map(({ place }, index) => ({ code: at, index, place })),
    );
    const found = pointedAt(
      all.map(({ place }) => place),
      selection,
    ).map((index) => all[index]);
    setLit(found);
    if (found.length === 0) return;
    setSelected(null);
    highlight([]);
    if (!found.some((each) => each.code === number)) setChosen(found[0].code);
  }, [selection, codes]);
  useEffect(() => () => highlight([]), []);

  const light = (index: number | null) => {
    const place = index === null ? null : shown.instructions[index]?.place;
    highlight(place ? [{ ...place, file }] : []);
  };
  const show = (at: number) => {
    setChosen(at);
    setSelected(null);
    setPointed(null);
    highlight([]);
  };
  const select = (index: number) => {
    setSelected(index);
    setLit([]);
    light(index);
  };
  const point = (index: number | null) => {
    if (index === pointed) return;
    setPointed(index);
    light(index ?? selected);
  };
  const compared = earlier && counterpart(shown, earlier);
  const run = forms?.codes.find(
    (each) => each.file === file && each.qualname === shown.qualname && each.firstLine === shown.firstLine,
  );
  const formAt = useMemo(() => run && new Map(run.forms.map((form) => [form.offset, form])), [run]);
  const looked = pointed ?? selected;
  const instruction = looked === null ? null : shown.instructions[looked];
  useEffect(() => {
    if (instruction && !about) void import('./bytecode/About.tsx').then(setAbout);
  }, [instruction]);
  const stands = here !== null && indexOf(codes, here, file) === number;

  return (
    <div class={`code-objects${dim ? ' dim' : ''}${codes.length > 1 ? ' with-tree' : ''}`}>
      {codes.length > 1 && (
        <div class="code-tree" role="group" aria-label="Code objects">
          {codes.map(({ code: each, depth }, at) => (
            <button
              type="button"
              aria-pressed={at === number}
              style={{ '--depth': depth }}
              onClick={() => show(at)}
            >
              <span>{depth === 0 ? titleOf(each) : each.name}</span>
              <small>
                {each.instructions.length}
                <span class="unseen"> instructions, line {each.firstLine}</span>
              </small>
            </button>
          ))}
        </div>
      )}
      <div class="code-shown">
        <p class="listing-switches">
          <strong>{titleOf(shown)}</strong>
          <label>
            <input
              type="checkbox"
              checked={caches}
              onChange={(event) => setCaches(event.currentTarget.checked)}
            />{' '}
            inline caches
          </label>
          <label>
            <input
              type="checkbox"
              checked={places}
              onChange={(event) => setPlaces(event.currentTarget.checked)}
            />{' '}
            places in the source
          </label>
          {onWantForms && (
            <label>
              <input
                type="checkbox"
                checked={wantsForms}
                onChange={(event) => onWantForms(event.currentTarget.checked)}
              />{' '}
              specialised, after a run
            </label>
          )}
        </p>
        {wantsForms && (
          <p class="soft small" role="status">
            {forms === null
              ? words.bytecode.running
              : run === undefined
                ? words.bytecode.notRun
                : words.bytecode.specialised}
          </p>
        )}
        <Listing
          label={`Bytecode of ${titleOf(shown)}`}
          code={shown}
          selected={selected}
          lit={new Set(lit.filter((each) => each.code === number).map(({ index }) => index))}
          here={stands ? shown.instructions.findIndex(({ offset }) => offset === here.offset) : null}
          caches={caches}
          places={places}
          before={compared}
          forms={formAt ?? null}
          onSelect={select}
          onPoint={point}
        />
        {compared && (
          <p class="soft small">
            Compared with the original: <span class="plus">+ new</span>, <s>− gone</s>. Offsets are those of
            the program as it stands.
          </p>
        )}
        <div class="about-instruction" aria-live="polite">
          {instruction && about ? (
            <about.About
              instruction={instruction}
              code={shown}
              form={formAt?.get(instruction.offset)?.name ?? null}
            />
          ) : (
            <p class="soft">
              Choose an instruction to see its piece of the source; point at source to see its instructions.
            </p>
          )}
        </div>
        <CodeParts code={shown} />
      </div>
    </div>
  );
}

/** The same code object in an earlier text: the one of that name. A new one is compared with nothing. */
const counterpart = (code: CodeView, earlier: CodeView[]) =>
  earlier.find(({ qualname }) => qualname === code.qualname) ?? null;

function CodeParts({ code }: { code: CodeView }) {
  const rows: [string, string[]][] = [
    ['co_consts', code.constants],
    ['co_names', code.names],
    ['co_varnames', code.locals],
    ['co_cellvars', code.cells],
    ['co_freevars', code.frees],
  ];
  return (
    <details class="parts">
      <summary>The rest of the code object</summary>
      <dl>
        {rows
          .filter(([, items]) => items.length > 0)
          .map(([name, items]) => (
            <>
              <dt>{name}</dt>
              <dd>
                {items.map((item, index) => (
                  <span class="numbered">
                    <span class="soft">{index}</span> <code>{tidyConstant(item)}</code>
                  </span>
                ))}
              </dd>
            </>
          ))}
        <dt>co_stacksize</dt>
        <dd>
          <code>{code.stackSize}</code>
        </dd>
        {code.exceptionTable.length > 0 && (
          <>
            <dt>Exception table</dt>
            <dd>
              {code.exceptionTable.map(({ start, end, target, depth, lasti }) => (
                <span class="numbered">
                  <code>
                    {start} to {end - 2}
                  </code>{' '}
                  handled at <code>{target}</code>, {depth} kept on the stack
                  {lasti && ', place of the error pushed'}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}
