// Bytecode beside source: the code objects of a file, each as a listing. Choosing an instruction lights the exact piece of
// source it was made from; pointing at source lights its instructions. The listing follows every edit.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { opcodeRows } from '../../interpreter/code/opcodes.ts';
import type { CodeView, InstructionView } from '../../session/compiled.ts';
import { tidyConstant } from './Chip.tsx';
import { CompileProblem } from './CompileProblem.tsx';
import type { ViewProps } from './index.ts';
import { jumpTarget, Listing } from './Listing.tsx';
import { pointedAt } from './positions.ts';
import { useCompiled } from './useCompiled.ts';
import './views.css';

export interface NumberedCode {
  code: CodeView;
  depth: number;
}

export function allCodes(code: CodeView, depth = 0): NumberedCode[] {
  return [{ code, depth }, ...code.children.flatMap((child) => allCodes(child, depth + 1))];
}

const titleOf = ({ name, qualname }: CodeView) => (name === '<module>' ? 'module' : qualname);

export default function BytecodeView({ session, files, main, highlight, selection }: ViewProps) {
  const [chosenFile, setFile] = useState(main);
  const file = chosenFile in files ? chosenFile : main;
  const { current, problem } = useCompiled(session, files[file], file);
  // While a text does not compile, the last one that did stays in view.
  const [code, setCode] = useState<CodeView | null>(null);
  useEffect(() => {
    if (current?.compiled.code) setCode(current.compiled.code);
  }, [current]);
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
      {problem && <p role="alert">{problem}</p>}
      {current?.compiled.error && <CompileProblem error={current.compiled.error} />}
      {code && (
        <CodeObjects
          key={file}
          code={code}
          file={file}
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
  /** It belongs to an earlier text. */
  dim?: boolean;
}

export function CodeObjects({ code, file, selection, highlight, dim = false }: CodeObjectsProps) {
  const codes = useMemo(() => allCodes(code), [code]);
  const [chosen, setChosen] = useState(0);
  const [selected, setSelected] = useState<number | null>(null);
  const [lit, setLit] = useState<{ code: number; index: number }[]>([]);
  const number = Math.min(chosen, codes.length - 1);
  const shown = codes[number].code;

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

  const show = (at: number) => {
    setChosen(at);
    setSelected(null);
    highlight([]);
  };
  const select = (index: number) => {
    setSelected(index);
    setLit([]);
    const { place } = shown.instructions[index];
    highlight(place ? [{ ...place, file }] : []);
  };
  const instruction = selected === null ? null : shown.instructions[selected];

  return (
    <div class={dim ? 'code-objects dim' : 'code-objects'}>
      {codes.length > 1 && (
        <div class="view-choices" role="group" aria-label="Code objects">
          {codes.map(({ code: each, depth }, at) => (
            <button type="button" aria-pressed={at === number} onClick={() => show(at)}>
              {depth > 0 && <span aria-hidden="true">{'›'.repeat(depth)} </span>}
              {titleOf(each)}
            </button>
          ))}
        </div>
      )}
      <Listing
        label={`Bytecode of ${titleOf(shown)}`}
        instructions={shown.instructions}
        selected={selected}
        lit={new Set(lit.filter((each) => each.code === number).map(({ index }) => index))}
        onSelect={select}
      />
      <div class="about-instruction" aria-live="polite">
        {instruction ? (
          <About instruction={instruction} code={shown} />
        ) : (
          <p class="soft">
            Choose an instruction to see its piece of the source; point at source to see its instructions.
          </p>
        )}
      </div>
      <CodeParts code={shown} />
    </div>
  );
}

function About({ instruction, code }: { instruction: InstructionView; code: CodeView }) {
  const row = opcodeRows[instruction.opcode];
  const target = jumpTarget(instruction);
  const handler = code.exceptionTable.find(
    ({ start, end }) => start <= instruction.offset && instruction.offset < end,
  );
  if (!row) return null;
  const [before, after] = row.stack.split('--').map((half) => half.trim());
  return (
    <>
      <p>
        <span class="kind" data-kind="instruction">
          {instruction.name}
        </span>{' '}
        {row.doc}
        {target !== null && ` Here: to ${target}.`}
        {handler && ` If it raises, ${handler.target} handles it.`}
      </p>
      <p class="picture">
        <span class="soft">Stack before</span> <code>{before || '(nothing)'}</code>{' '}
        <span class="soft">and after</span> <code>{after || '(nothing)'}</code>
      </p>
    </>
  );
}

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
