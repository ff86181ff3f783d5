// The whole run at a glance, and a handle to go anywhere in it: how deep the calls go, where exceptions were raised, where
// something was printed. Its twin in words stands below; the handle is an ordinary slider.
import { useEffect, useRef } from 'preact/hooks';
import type { CourseMap } from './course.ts';

const HEIGHT = 44;
const TICK = 5;

interface ScrubberProps {
  map: CourseMap;
  at: number;
  onMove(to: number): void;
}

/** The deepest call, an exception, an output in each of `columns` equal stretches. */
function columnsOf(map: CourseMap, columns: number) {
  const { length, depth, printedAt } = map.course;
  const deepest = new Uint32Array(columns);
  const raised = new Uint8Array(columns);
  const printed = new Uint8Array(columns);
  const column = (n: number) => Math.min(columns - 1, Math.floor((n * columns) / length));
  for (let n = 0; n < length; n++) {
    const to = column(n);
    if (depth[n] > deepest[to]) deepest[to] = depth[n];
    if (map.raised(n)) raised[to] = 1;
  }
  for (const n of printedAt) printed[column(n - 1)] = 1;
  return { deepest, raised, printed };
}

function draw(canvas: HTMLCanvasElement, map: CourseMap): void {
  const ratio = devicePixelRatio || 1;
  const width = canvas.clientWidth;
  if (width === 0) return;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(HEIGHT * ratio);
  const context = canvas.getContext('2d')!;
  context.scale(ratio, ratio);
  // A custom property may hold light-dark(), which a canvas does not know: a real property holds the outcome.
  const colour = (name: string) => {
    canvas.style.color = `var(${name})`;
    return getComputedStyle(canvas).color;
  };
  const colours = {
    soft: colour('--kind-stack-soft'),
    edge: colour('--kind-stack'),
    bad: colour('--bad'),
    ink: colour('--ink'),
  };
  const columns = Math.min(Math.floor(width), Math.max(1, map.course.length));
  const step = width / columns;
  const { deepest, raised, printed } = columnsOf(map, columns);
  const room = HEIGHT - 2 * TICK - 4;
  const lowest = deepest.reduce((least, depth) => (depth > 0 ? Math.min(least, depth) : least), map.deepest);
  const heightOf = (depth: number) => Math.max(3, (room * (depth - lowest + 1)) / (map.deepest - lowest + 1));
  for (let x = 0; x < columns; x++) {
    if (deepest[x] === 0) continue;
    const height = heightOf(deepest[x]);
    const top = HEIGHT - TICK - 2 - height;
    context.fillStyle = colours.soft;
    context.fillRect(x * step, top, step + 0.5, height);
    context.fillStyle = colours.edge;
    context.fillRect(x * step, top, step + 0.5, 1.5);
    if (raised[x]) {
      context.fillStyle = colours.bad;
      context.fillRect(x * step, 0, Math.max(2, Math.min(step, 4)), TICK);
    }
    if (printed[x]) {
      context.fillStyle = colours.ink;
      context.fillRect(x * step, HEIGHT - TICK, Math.max(2, Math.min(step, 4)), TICK);
    }
  }
}

export function Scrubber({ map, at, onMove }: ScrubberProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { length } = map.course;
  useEffect(() => {
    const element = canvas.current!;
    const again = () => draw(element, map);
    again();
    const sizes = new ResizeObserver(again);
    sizes.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', again);
    const theme = new MutationObserver(again);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      sizes.disconnect();
      theme.disconnect();
      scheme.removeEventListener('change', again);
    };
  }, [map]);
  const last = length - 1;
  return (
    <div class="scrubber">
      <div class="overview">
        <canvas ref={canvas} style={{ height: `${HEIGHT}px` }} />
        <span class="now" aria-hidden="true" style={{ left: `${last === 0 ? 0 : (at / last) * 100}%` }} />
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          aria-label="Step"
          aria-valuetext={`Step ${at + 1} of ${length}, line ${map.line(at)}`}
          onInput={(event) => onMove(Number(event.currentTarget.value))}
        />
      </div>
      <p class="overview-words soft">
        {length.toLocaleString('en')} instructions in {map.calls.toLocaleString('en')}{' '}
        {map.calls === 1 ? 'frame' : 'frames'}
        <span class="key-mark raised" />
        {map.exceptions.toLocaleString('en')} raised
        <span class="key-mark printed" />
        {map.course.printedAt.length.toLocaleString('en')} printed
      </p>
    </div>
  );
}
