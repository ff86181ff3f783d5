// One program through every stage: tokens, syntax tree, scopes, bytecode, output. What is chosen in one stage is lit in
// the source, and each stage follows the edits.
import { useEffect, useRef, useState } from 'preact/hooks';
import words from '../../../content/views.json';
import type { Compiled, Place, TokenView, TreeValue, TreeView } from '../../session/compiled.ts';
import { allCodes, CodeObjects } from './BytecodeView.tsx';
import { CompileProblem } from './CompileProblem.tsx';
import type { ViewProps } from './index.ts';
import { pointedAt } from './positions.ts';
import { Scopes } from './ScopesView.tsx';
import { useCompiled } from './useCompiled.ts';
import './views.css';

const STAGES = ['tokens', 'tree', 'scopes', 'bytecode', 'output'] as const;
type Stage = (typeof STAGES)[number];

const TITLES: Record<Stage, string> = {
  tokens: 'Tokens',
  tree: 'Syntax tree',
  scopes: 'Scopes',
  bytecode: 'Bytecode',
  output: 'Output',
};

export default function PipelineView(props: ViewProps) {
  const { session, files, main, highlight, selection, lastRun } = props;
  const [stage, setStage] = useState<Stage>('tokens');
  const { current, problem } = useCompiled(session, files[main], main);
  const compiled = current?.compiled ?? null;
  useEffect(() => () => highlight([]), []);

  return (
    <div class="pipeline-view">
      {problem && <p role="alert">{problem}</p>}
      <div class="pipeline-stages" role="group" aria-label="Stages">
        {STAGES.map((name) => (
          <button
            type="button"
            aria-pressed={name === stage}
            data-reached={reached(name, compiled, lastRun !== null)}
            onClick={() => {
              highlight([]);
              setStage(name);
            }}
          >
            <strong>{TITLES[name]}</strong>
            <span class="soft">{sizeOf(name, compiled, lastRun)}</span>
          </button>
        ))}
      </div>
      <p class="soft stage-words">{words.pipeline[stage]}</p>
      {compiled?.error && <CompileProblem error={compiled.error} />}
      {current && stage === 'tokens' && current.compiled.tokens && (
        <Tokens tokens={current.compiled.tokens} {...{ file: main, highlight, selection }} />
      )}
      {current && stage === 'tree' && current.compiled.tree && (
        <Tree tree={current.compiled.tree} {...{ file: main, highlight, selection }} />
      )}
      {current && stage === 'scopes' && current.compiled.scopes && (
        <Scopes {...current} file={main} highlight={highlight} selection={selection} copy={false} />
      )}
      {current && stage === 'bytecode' && current.compiled.code && (
        <CodeObjects code={current.compiled.code} {...{ file: main, highlight, selection }} />
      )}
      {stage === 'output' && <Output lastRun={lastRun} />}
    </div>
  );
}

function reached(stage: Stage, compiled: Compiled | null, ran: boolean): boolean {
  if (stage === 'output') return ran;
  if (!compiled) return false;
  return compiled[stage === 'bytecode' ? 'code' : stage] !== null && compiled.error?.stage !== stage;
}

function sizeOf(stage: Stage, compiled: Compiled | null, lastRun: ViewProps['lastRun']): string {
  const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
  if (stage === 'output') {
    if (!lastRun) return 'not run';
    const text = lastRun.stdout.replace(/\n$/, '');
    return text === '' ? 'nothing' : count(text.split('\n').length, 'line');
  }
  if (!compiled) return '...';
  switch (stage) {
    case 'tokens':
      return compiled.tokens ? count(compiled.tokens.length, 'token') : 'not reached';
    case 'tree':
      return compiled.tree ? count(nodesIn(compiled.tree), 'node') : 'not reached';
    case 'scopes': {
      const scopes = (scope: NonNullable<Compiled['scopes']>): number =>
        scope.children.reduce((sum, child) => sum + scopes(child), 1);
      return compiled.scopes ? count(scopes(compiled.scopes), 'scope') : 'not reached';
    }
    case 'bytecode':
      return compiled.code
        ? count(
            allCodes(compiled.code).reduce((sum, { code }) => sum + code.instructions.length, 0),
            'instruction',
          )
        : 'not reached';
  }
}

function nodesIn(value: TreeValue): number {
  if (value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + nodesIn(each), 0);
  if (!('node' in value)) return 0;
  return value.fields.reduce((sum, [, field]) => sum + nodesIn(field), 1);
}

interface StageProps extends Pick<ViewProps, 'highlight' | 'selection'> {
  file: string;
}

const INVISIBLE: Record<string, string> = { NEWLINE: '↵', NL: '↵', INDENT: '→', DEDENT: '←', ENDMARKER: '■' };

function Tokens({ tokens, file, highlight, selection }: StageProps & { tokens: TokenView[] }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const pointed = selection?.file === file ? new Set(pointedAt(tokens, selection)) : new Set<number>();
  const choose = (index: number, focus: boolean) => {
    setChosen(index);
    const { line, col, endLine, endCol } = tokens[index];
    highlight([{ file, line, col, endLine, endCol }]);
    if (focus) (list.current?.children[index] as HTMLElement | undefined)?.focus();
  };
  const shownAt = chosen === null ? null : Math.min(chosen, tokens.length - 1);
  return (
    <div
      ref={list}
      class="tokens"
      role="listbox"
      aria-label="Tokens"
      onKeyDown={(event) => {
        const from = shownAt ?? 0;
        const to = { ArrowRight: from + 1, ArrowDown: from + 1, ArrowLeft: from - 1, ArrowUp: from - 1 }[
          event.key
        ];
        if (to === undefined || to < 0 || to >= tokens.length) return;
        event.preventDefault();
        choose(to, true);
      }}
    >
      {tokens.map((token, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
        <div
          role="option"
          tabIndex={index === (shownAt ?? 0) ? 0 : -1}
          aria-selected={index === shownAt}
          class={pointed.has(index) ? 'token lit' : 'token'}
          onClick={() => choose(index, false)}
        >
          <code>{token.text.trim() === '' ? (INVISIBLE[token.type] ?? '␣') : token.text}</code>
          <span class="soft">{token.type}</span>
        </div>
      ))}
    </div>
  );
}

function Tree({ tree, file, highlight, selection }: StageProps & { tree: TreeView }) {
  const places: (Place | null)[] = [];
  const nodes: TreeView[] = [];
  const gather = (value: TreeValue): void => {
    if (Array.isArray(value)) for (const each of value) gather(each);
    else if (value !== null && 'node' in value) {
      nodes.push(value);
      places.push(value.place);
      for (const [, field] of value.fields) gather(field);
    }
  };
  gather(tree);
  const lit = new Set(
    selection?.file === file ? pointedAt(places, selection).map((index) => nodes[index]) : [],
  );
  const show = (node: TreeView) => highlight(node.place ? [{ ...node.place, file }] : []);
  return (
    <ul class="tree">
      <Branch label="" node={tree} show={show} lit={lit} />
    </ul>
  );
}

interface BranchProps {
  label: string;
  node: TreeView;
  show(node: TreeView): void;
  lit: ReadonlySet<TreeView>;
}

function Branch({ label, node, show, lit }: BranchProps) {
  const children: [string, TreeView][] = [];
  const facts: [string, string][] = [];
  for (const [name, value] of node.fields) {
    if (Array.isArray(value)) {
      value.forEach((each, index) => {
        if (each !== null && !Array.isArray(each) && 'node' in each) {
          if (!isContext(each)) children.push([value.length > 1 ? `${name}[${index}]` : name, each]);
        } else if (each !== null && !Array.isArray(each)) facts.push([name, each.constant]);
      });
    } else if (value !== null && 'constant' in value) facts.push([name, value.constant]);
    else if (value !== null && isBare(value)) {
      if (!isContext(value)) facts.push([name, value.node]);
    } else if (value !== null) children.push([name, value]);
  }
  const head = (
    <>
      {label && <span class="soft">{label} </span>}
      <span class="node-name">{node.node}</span>
      {facts.map(([name, text]) => (
        <span class="fact">
          {' '}
          <span class="soft">{name}=</span>
          {text}
        </span>
      ))}
    </>
  );
  const marked = lit.has(node) ? 'lit' : '';
  if (children.length === 0) {
    return (
      <li>
        <button type="button" class={`leaf ${marked}`} onClick={() => show(node)} onFocus={() => show(node)}>
          {head}
        </button>
      </li>
    );
  }
  return (
    <li>
      <details open>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is the button of its details */}
        <summary class={marked} onClick={() => show(node)} onFocus={() => show(node)}>
          {head}
        </summary>
        <ul>
          {children.map(([name, child]) => (
            <Branch label={name} node={child} show={show} lit={lit} />
          ))}
        </ul>
      </details>
    </li>
  );
}

/** Operators: nodes that are nothing but their name. */
const isBare = (node: TreeView) => node.fields.length === 0 && node.place === null;
const isContext = (node: TreeView) => ['Load', 'Store', 'Del'].includes(node.node);

function Output({ lastRun }: Pick<ViewProps, 'lastRun'>) {
  if (!lastRun) return <p>{words.pipeline.notRun}</p>;
  return (
    <pre class="stage-output">
      {lastRun.stdout}
      {lastRun.stderr && <span class="stderr">{lastRun.stderr}</span>}
      {lastRun.stdout === '' && lastRun.stderr === '' && ' '}
    </pre>
  );
}
