// Back and forward by a unit that the reader chooses: a pair of buttons for each. Left and Right go by instructions, with
// Shift by lines; Home and End to the ends.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Unit, Way } from './course.ts';

interface ControlsProps {
  at: number;
  last: number;
  /** Where the keys are heard. */
  keys: RefObject<HTMLElement>;
  /** Line of the caret, if it is in a file of the run. */
  cursor: number | null;
  breakpoints: number;
  onGo(unit: Unit, way: Way): void;
  onEnd(way: Way): void;
}

interface Rocker {
  unit: Unit;
  title: string;
  back: string;
  forward: string;
}

export function Controls({ at, last, keys, cursor, breakpoints, onGo, onEnd }: ControlsProps) {
  const rockers: Rocker[] = [
    { unit: 'instruction', title: 'instruction', back: 'Back', forward: 'Forward' },
    { unit: 'line', title: 'line', back: 'Back one line', forward: 'Forward one line' },
    { unit: 'over', title: 'over call', back: 'Back over the call', forward: 'Forward over the call' },
    { unit: 'out', title: 'out of frame', back: 'Back to the call', forward: 'Forward to the return' },
  ];
  const jumps: Rocker[] = [
    { unit: 'call', title: 'new frame', back: 'Back to a new frame', forward: 'Forward to a new frame' },
    { unit: 'exception', title: 'raise', back: 'Back to a raise', forward: 'Forward to a raise' },
    { unit: 'output', title: 'print', back: 'Back to output', forward: 'Forward to output' },
  ];
  if (cursor !== null) {
    jumps.push({
      unit: 'cursor',
      title: `line ${cursor}`,
      back: `Back to line ${cursor}`,
      forward: `Forward to line ${cursor}`,
    });
  }
  if (breakpoints > 0) {
    jumps.push({
      unit: 'breakpoint',
      title: 'breakpoint',
      back: 'Back to a breakpoint',
      forward: 'Forward to a breakpoint',
    });
  }

  useEffect(() => {
    const area = keys.current;
    if (!area) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (target.closest('[role=grid], [role=tree], textarea, select, input:not([type=range])')) return;
      const unit = event.shiftKey ? 'line' : 'instruction';
      if (event.key === 'ArrowLeft') onGo(unit, -1);
      else if (event.key === 'ArrowRight') onGo(unit, 1);
      else if (event.key === 'Home') onEnd(-1);
      else if (event.key === 'End') onEnd(1);
      else return;
      event.preventDefault();
    };
    area.addEventListener('keydown', onKey);
    return () => area.removeEventListener('keydown', onKey);
  });

  const pair = ({ unit, title, back, forward }: Rocker) => (
    <div class="rocker" role="group" aria-label={title} key={unit}>
      <button
        type="button"
        aria-label={back}
        title={back}
        aria-disabled={at === 0}
        onClick={() => onGo(unit, -1)}
      >
        <Triangle way={-1} />
      </button>
      <span aria-hidden="true">{title}</span>
      <button
        type="button"
        aria-label={forward}
        title={forward}
        aria-disabled={at === last}
        onClick={() => onGo(unit, 1)}
      >
        <Triangle way={1} />
      </button>
    </div>
  );
  return (
    <div class="step-controls">
      <div class="rockers" role="group" aria-label="Step by">
        {rockers.map(pair)}
      </div>
      <div class="rockers jumps" role="group" aria-label="Go to the next">
        <span class="rockers-label soft" aria-hidden="true">
          go to
        </span>
        {jumps.map(pair)}
        <div class="rocker ends">
          <button
            type="button"
            aria-label="First"
            title="First"
            aria-disabled={at === 0}
            onClick={() => onEnd(-1)}
          >
            <Triangle way={-1} end />
          </button>
          <span aria-hidden="true">ends</span>
          <button
            type="button"
            aria-label="Last"
            title="Last"
            aria-disabled={at === last}
            onClick={() => onEnd(1)}
          >
            <Triangle way={1} end />
          </button>
        </div>
      </div>
    </div>
  );
}

function Triangle({ way, end = false }: { way: Way; end?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" class={way === 1 ? '' : 'flipped'}>
      <path
        d={end ? 'M13 2v12M3 2l8 6-8 6z' : 'M4 2l8 6-8 6z'}
        fill="currentColor"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linejoin="round"
      />
    </svg>
  );
}
