// Shuffled lines to put in order, by buttons or by Alt-arrow keys. The shuffle depends on the text alone, so
// everybody sees the same. Equal lines may stand in for each other.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { highlight } from './highlight.ts';
import { hashText, readAnswer, saveAnswer } from './store.ts';

/** A fixed shuffle that never leaves the lines as they were. */
export function shuffled(lines: string[]): string[] {
  const order = lines
    .map((line, index) => ({ line, at: hashText(`${index} ${line}`) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ line }) => line);
  return order.join('\n') === lines.join('\n') ? [...order.slice(1), order[0]] : order;
}

export function Line({ text }: { text: string }) {
  return (
    <code>
      {highlight(text).map((piece) =>
        piece.kind ? <span class={`tok-${piece.kind}`}>{piece.text}</span> : piece.text,
      )}
    </code>
  );
}

/** The list alone: also the answer sheet of exercises of the kind "order". */
export function SortableLines({
  lines,
  onOrder,
}: {
  lines: string[];
  onOrder(now: string[], said: string): void;
}) {
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ index: number; step: number } | null>(null);
  useEffect(() => {
    if (!moved.current) return;
    const { index, step } = moved.current;
    moved.current = null;
    const buttons = list.current?.children[index]?.querySelectorAll('button');
    const wanted = buttons?.[step < 0 ? 0 : 1];
    (wanted?.disabled ? buttons?.[step < 0 ? 1 : 0] : wanted)?.focus();
  });
  const move = (from: number, step: number) => {
    const to = from + step;
    if (to < 0 || to >= lines.length) return;
    const now = [...lines];
    [now[from], now[to]] = [now[to], now[from]];
    moved.current = { index: to, step };
    onOrder(now, `Moved to line ${to + 1}`);
  };
  return (
    <ol class="sortable" ref={list}>
      {lines.map((line, index) => (
        <li
          onKeyDown={(event) => {
            const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
            if (step && event.altKey) {
              event.preventDefault();
              move(index, step);
            }
          }}
        >
          <Line text={line} />
          <span class="movers">
            <button
              type="button"
              disabled={index === 0}
              aria-label={`Move up: ${line.trim()}`}
              onClick={() => move(index, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              disabled={index === lines.length - 1}
              aria-label={`Move down: ${line.trim()}`}
              onClick={() => move(index, 1)}
            >
              ↓
            </button>
          </span>
        </li>
      ))}
    </ol>
  );
}

export function Order({ lines }: { lines: string[] }) {
  const key = useMemo(() => hashText(lines.join('\n')), [lines]);
  const [now, setNow] = useState(() => shuffled(lines));
  const [said, setSaid] = useState('');
  const [state, setState] = useState<'open' | 'right' | 'wrong'>('open');
  const [live, setLive] = useState(false);
  useEffect(() => {
    if (readAnswer(key)?.right) {
      setNow(lines);
      setState('right');
    }
    setLive(true);
  }, []);
  const check = () => {
    const right = now.findIndex((line, index) => line !== lines[index]);
    if (right === -1) {
      setState('right');
      setSaid('Right: every line is where it belongs.');
      saveAnswer(key, 'ordered', true);
    } else {
      setState('wrong');
      setSaid(
        right === 0
          ? 'Not yet: the first line is not the one to begin with.'
          : `Not yet: the first ${right === 1 ? 'line is' : `${right} lines are`} right; look at line ${right + 1}.`,
      );
    }
  };
  return (
    <div class="order" data-answered={state}>
      <SortableLines
        lines={now}
        onOrder={(order, what) => {
          setNow(order);
          setState('open');
          setSaid(what);
        }}
      />
      <div class="bench-bar">
        <button type="button" disabled={!live} onClick={check}>
          Check the order
        </button>
        {state !== 'open' && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setNow(shuffled(lines));
              setState('open');
              setSaid('');
            }}
          >
            Start again
          </button>
        )}
        <p class={`bench-status ${state}`} role="status">
          {said}
        </p>
      </div>
    </div>
  );
}
