// Back and forward through a recording: buttons, a slider, and the keys Left, Right, Home and End anywhere in the view
// that does not use them itself.

import type { RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface StepperProps {
  at: number;
  /** How many positions there are. */
  count: number;
  onMove(to: number): void;
  /** "Step", "Moment": what a position is called. */
  unit: string;
  /** Where the keys are heard. */
  keys: RefObject<HTMLElement>;
  /** A longer stride, if the view has one: the line before, the line after. */
  stride?: { back: number | null; forward: number | null; name: string };
}

const ICONS = {
  first: 'M3 2v12M13 2 5 8l8 6z',
  strideBack: 'M8 2 2 8l6 6zM14 2 8 8l6 6z',
  back: 'M12 2 4 8l8 6z',
  forward: 'M4 2l8 6-8 6z',
  strideForward: 'M2 2l6 6-6 6zM8 2l6 6-6 6z',
  last: 'M13 2v12M3 2l8 6-8 6z',
};

function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d={ICONS[name]}
        fill="currentColor"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function Stepper({ at, count, onMove, unit, keys, stride }: StepperProps) {
  const id = useId();
  const last = count - 1;
  // Keys may come faster than the page is drawn.
  const now = useRef(at);
  now.current = at;
  const go = (to: number) => {
    now.current = Math.max(0, Math.min(last, to));
    onMove(now.current);
  };
  useEffect(() => {
    const area = keys.current;
    if (!area) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (target.closest('[role=grid], [role=tree], textarea, select')) return;
      const to = event.shiftKey
        ? { ArrowLeft: stride?.back, ArrowRight: stride?.forward }[event.key]
        : { ArrowLeft: now.current - 1, ArrowRight: now.current + 1, Home: 0, End: last }[event.key];
      if (to === undefined || to === null) return;
      event.preventDefault();
      go(to);
    };
    area.addEventListener('keydown', onKey);
    return () => area.removeEventListener('keydown', onKey);
  });
  const button = (icon: keyof typeof ICONS, label: string, to: number | null) => (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={to === null || to < 0 || to > last || to === at}
      onClick={() => to !== null && go(to)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="stepper" role="group" aria-label={`${unit} through the recording`}>
      <div class="stepper-buttons">
        {button('first', 'First', 0)}
        {stride && button('strideBack', `Back one ${stride.name}`, stride.back)}
        {button('back', 'Back', at - 1)}
        {button('forward', 'Forward', at + 1)}
        {stride && button('strideForward', `Forward one ${stride.name}`, stride.forward)}
        {button('last', 'Last', last)}
      </div>
      <input
        id={`${id}-slider`}
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label={unit}
        aria-valuetext={`${unit} ${at + 1} of ${count}`}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
      <p class="stepper-count">
        {unit} <strong>{at + 1}</strong> of {count}
      </p>
    </div>
  );
}
