// The way inside: a tab for each view, the lesson's own first. A view's code is fetched when it is opened.
import type { ComponentType } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Kept, nothingKept, type ViewName, type ViewProps, views } from './views/index.ts';

interface ViewSwitchProps extends Omit<ViewProps, 'kept'> {
  /** Where the views keep what they remember; a place of their own if nobody else looks at it. */
  kept?: Kept;
  first: ViewName | null;
  /** The example names the view: it opens by itself, at once or with the first run. */
  named: boolean;
  /** A link asked for this view, at this step; it opens when the reader says so. */
  asked?: { view: ViewName; step: number } | null;
}

export function ViewSwitch({ first, named, asked = null, kept: given, ...props }: ViewSwitchProps) {
  const own = useRef<Kept>(null);
  own.current ??= given ?? nothingKept();
  const kept = own.current;
  const [open, setOpen] = useState<ViewName | null>(null);
  const [touched, setTouched] = useState(false);
  const [loaded, setLoaded] = useState<Partial<Record<ViewName, ComponentType<ViewProps>>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const ordered = [...views].sort((a, b) => Number(b.name === first) - Number(a.name === first));

  const ran = props.lastRun !== null;
  useEffect(() => {
    if (!named || touched) return;
    const view = views.find((each) => each.name === first);
    if (view && (view.atOnce || ran)) setOpen(view.name);
  }, [ran]);
  useEffect(() => {
    kept.view = open;
    if (!open || loaded[open]) return;
    setProblem(null);
    views
      .find((view) => view.name === open)!
      .load()
      .then(
        (module) => setLoaded((before) => ({ ...before, [open]: module.default })),
        () => setProblem('This view could not be fetched. Is the network there?'),
      );
  }, [open]);

  const View = open && loaded[open];
  return (
    <div class="views">
      {asked && !touched && (
        <p class="asked-view">
          This link leads to {asked.step > 0 ? `step ${(asked.step + 1).toLocaleString('en')} of ` : ''}the
          program in the {views.find((view) => view.name === asked.view)?.title} view.{' '}
          <button
            type="button"
            class="second"
            onClick={() => {
              setTouched(true);
              kept.step = asked.step;
              setOpen(asked.view);
            }}
          >
            Run it and go there
          </button>
        </p>
      )}
      <div class="view-tabs" role="group" aria-label="Look inside">
        <span class="view-label" aria-hidden="true">
          Look inside
        </span>
        {ordered.map((view) => (
          <button
            type="button"
            aria-expanded={open === view.name}
            aria-controls={`${id}-view`}
            data-view={view.name}
            onClick={() => {
              setTouched(true);
              props.highlight([]);
              setOpen(open === view.name ? null : view.name);
            }}
          >
            {view.title}
          </button>
        ))}
      </div>
      <div id={`${id}-view`} class="view" hidden={!open}>
        {View ? <View {...props} kept={kept} /> : <p role="status">{problem ?? 'Fetching the view ...'}</p>}
      </div>
    </div>
  );
}
