// A file of Python on the page: highlighted text in the HTML; over it, once scripts run, a text area for editing in
// place; on wide screens the first focus fetches a real editor, which takes over with the caret where it was. The
// three have the same measures, so nothing moves. Tab moves the focus on, unless the reader asked for indenting.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Editor } from './editor.ts';
import { highlightLines, type Piece } from './highlight.ts';
import { bytesFromUnits, unitsFromBytes } from './positions.ts';
import type { SourceLine, SourceRange } from './views/index.ts';

export interface CodePaneProps {
  text: string;
  path: string;
  label: string;
  onChange?: ((text: string) => void) | undefined;
  onSelection?: ((range: SourceRange | null) => void) | undefined;
  lit?: SourceRange[] | undefined;
  /** Lines with a breakpoint. */
  dots?: SourceLine[] | undefined;
  errorLine?: number | null | undefined;
  /** A wish to show a line: `wish` changes with each. */
  goTo?: { line: number; wish: number } | null | undefined;
}

const WIDE = '(min-width: 48rem) and (pointer: fine)';

/** Start and end on one line, in UTF-16 units, of the lit ranges of a file. */
export function litOnLine(lit: SourceRange[], path: string, line: number, text: string): [number, number][] {
  return lit
    .filter((range) => range.file === path && range.line <= line && line <= range.endLine)
    .map((range): [number, number] => [
      range.line === line ? unitsFromBytes(text, range.col) : text.length - text.trimStart().length,
      range.endLine === line ? unitsFromBytes(text, range.endCol) : text.length,
    ])
    .filter(([start, end]) => end > start);
}

const linesOf = (dots: SourceLine[], path: string) =>
  new Set(dots.filter(({ file }) => file === path).map(({ line }) => line));

function cut(pieces: Piece[], stretches: [number, number][]): (Piece & { lit: boolean })[] {
  const out: (Piece & { lit: boolean })[] = [];
  let at = 0;
  for (const piece of pieces) {
    const end = at + piece.text.length;
    const cuts = [at, ...stretches.flat().filter((point) => point > at && point < end), end].sort(
      (a, b) => a - b,
    );
    for (let index = 0; index + 1 < cuts.length; index++) {
      const [from, to] = [cuts[index], cuts[index + 1]];
      const lit = stretches.some(([start, stop]) => start <= from && to <= stop);
      if (to > from) out.push({ text: piece.text.slice(from - at, to - at), kind: piece.kind, lit });
    }
    at = end;
  }
  return out;
}

export function CodeLines({
  text,
  path,
  lit = [],
  dots = [],
  errorLine = null,
}: Pick<CodePaneProps, 'text' | 'path' | 'lit' | 'dots' | 'errorLine'>) {
  const dotted = linesOf(dots, path);
  const lines = useMemo(() => highlightLines(text), [text]);
  return (
    <code>
      {lines.map((pieces, index) => {
        const plain = pieces.map((piece) => piece.text).join('');
        const stretches = litOnLine(lit, path, index + 1, plain);
        const shown =
          stretches.length > 0 ? cut(pieces, stretches) : pieces.map((piece) => ({ ...piece, lit: false }));
        return (
          <span
            class={`line${index + 1 === errorLine ? ' error-line' : ''}${dotted.has(index + 1) ? ' dotted-line' : ''}`}
          >
            {shown.map((piece) =>
              piece.kind || piece.lit ? (
                <span class={`${piece.kind && `tok-${piece.kind}`}${piece.lit ? ' lit' : ''}`}>
                  {piece.text}
                </span>
              ) : (
                piece.text
              ),
            )}
            {'\n'}
          </span>
        );
      })}
    </code>
  );
}

export function CodePane({
  text,
  path,
  label,
  onChange,
  onSelection,
  lit = [],
  dots = [],
  errorLine = null,
  goTo,
}: CodePaneProps) {
  const [live, setLive] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [hasEditor, setHasEditor] = useState(false);
  /** Texts the editor reported that have not come back as `text` yet: those are no news to it. */
  const reported = useRef<string[]>([]);
  const handlers = useRef({ onChange, onSelection });
  handlers.current = { onChange, onSelection };

  useEffect(() => setLive(true), []);
  useEffect(() => () => editor.current?.destroy(), []);

  const select = (value: string, from: number, to: number) => {
    const place = (offset: number) => {
      const before = value.slice(0, offset).split('\n');
      return { line: before.length, col: bytesFromUnits(before.at(-1)!, before.at(-1)!.length) };
    };
    const [start, end] = [place(from), place(to)];
    handlers.current.onSelection?.({ file: path, ...start, endLine: end.line, endCol: end.col });
  };

  const wake = async () => {
    if (editor.current || !onChange || !matchMedia(WIDE).matches) return;
    const { createEditor } = await import('./editor.ts');
    const from = area.current;
    if (editor.current || !from || !host.current) return;
    const focused = document.activeElement === from;
    // What is hidden cannot take the focus, and the text area must not lose it to nobody.
    host.current.hidden = false;
    editor.current = createEditor({
      parent: host.current,
      text: from.value,
      label,
      selection: [from.selectionStart, from.selectionEnd],
      onChange: (value) => {
        reported.current.push(value);
        handlers.current.onChange?.(value);
      },
      onSelection: select,
    });
    setHasEditor(true);
    if (focused) editor.current.focus();
  };

  useEffect(() => {
    const at = reported.current.lastIndexOf(text);
    if (at >= 0) reported.current.splice(0, at + 1);
    else editor.current?.setText(text);
  }, [text, hasEditor]);
  useEffect(() => {
    const lines = text.split('\n');
    editor.current?.decorate(
      lines.flatMap((line, index) =>
        litOnLine(lit, path, index + 1, line).map(([from, to]) => ({ line: index + 1, from, to })),
      ),
      errorLine,
      [...linesOf(dots, path)],
    );
  }, [lit, dots, errorLine, text, path, hasEditor]);
  useEffect(() => {
    if (!goTo) return;
    if (editor.current) return editor.current.goTo(goTo.line);
    const field = area.current;
    if (!field) return;
    const lines = field.value.split('\n');
    const start = lines.slice(0, goTo.line - 1).join('\n').length + (goTo.line > 1 ? 1 : 0);
    field.focus();
    field.setSelectionRange(start, start + (lines[goTo.line - 1]?.length ?? 0));
  }, [goTo?.wish]);

  const editable = live && onChange !== undefined;
  return (
    <div class={`code-pane${hasEditor ? ' has-editor' : ''}`}>
      {!hasEditor && (
        // Before it can be edited, long lines are scrolled by keyboard.
        <div class="code-scroll" {...(editable ? {} : { tabIndex: 0, role: 'group', 'aria-label': label })}>
          <pre class="code" aria-hidden={editable}>
            <CodeLines text={text} path={path} lit={lit} dots={dots} errorLine={errorLine} />
          </pre>
          {editable && (
            <textarea
              ref={area}
              class="code-area"
              aria-label={label}
              value={text}
              spellcheck={false}
              autocapitalize="off"
              autocomplete="off"
              autocorrect="off"
              onInput={(event) => onChange(event.currentTarget.value)}
              onFocus={wake}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.isComposing)
                  keepIndent(event);
              }}
              onSelect={(event) => {
                const field = event.currentTarget;
                select(field.value, field.selectionStart, field.selectionEnd);
              }}
            />
          )}
        </div>
      )}
      <div ref={host} class="code-editor" hidden={!hasEditor} />
    </div>
  );
}

/** Enter begins the next line where this one begins, one step deeper after a colon. */
function keepIndent(event: KeyboardEvent): void {
  const field = event.currentTarget as HTMLTextAreaElement;
  const before = field.value.slice(0, field.selectionStart);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const indent = (/^[ \t]*/.exec(line)?.[0] ?? '') + (/:\s*$/.test(line) ? '    ' : '');
  if (indent === '') return;
  event.preventDefault();
  field.setRangeText(`\n${indent}`, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
