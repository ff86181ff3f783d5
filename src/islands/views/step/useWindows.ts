// Stretches of a run in full, asked for where the reader goes: the one around the step, and beforehand those on either
// side. While one is on its way only the course is known. One question at a time: the latest wish wins.
import { useEffect, useRef, useState } from 'preact/hooks';
import words from '../../../../content/views.json';
import type { StepWindow } from '../../../interpreter/watch/index.ts';
import type { Session } from '../../../session/client.ts';
import type { TracedRun, Watched } from '../../../session/questions.ts';

/** Steps in a window, and how near to its end the next one is asked for. */
const LENGTH = 256;
const AHEAD = 80;
/** How many are kept. */
const MOST = 40;

class Windows {
  private readonly kept: StepWindow[];
  private readonly trace: TracedRun;
  private readonly ask: (from: number) => Promise<StepWindow>;
  private readonly changed: (problem: string | null) => void;
  private wish = 0;
  private busy = false;
  private closed = false;

  constructor(
    trace: TracedRun,
    ask: (from: number) => Promise<StepWindow>,
    changed: (problem: string | null) => void,
  ) {
    this.trace = trace;
    this.kept = [trace.beginning];
    this.ask = ask;
    this.changed = changed;
  }

  at(n: number): StepWindow | null {
    return this.kept.find(({ from, length }) => from <= n && n < from + length) ?? null;
  }

  go(n: number): void {
    this.wish = n;
    void this.fetch();
  }

  close(): void {
    this.closed = true;
  }

  private async fetch(): Promise<void> {
    if (this.busy || this.closed) return;
    const missing = [this.wish, this.wish + AHEAD, this.wish - AHEAD].find(
      (n) => n >= 0 && n < this.trace.length && this.at(n) === null,
    );
    if (missing === undefined) return;
    this.busy = true;
    const from = missing - (missing % LENGTH);
    let problem: string | null = null;
    try {
      const window = await this.ask(from);
      if (window.length === 0 || window.firstSite !== this.trace.site[from]) problem = words.step.notRepeated;
      else {
        this.kept.push(window);
        // The beginning stays: everybody goes back to it.
        if (this.kept.length > MOST) this.kept.splice(1, 1);
      }
    } catch (error) {
      problem = (error as Error).message;
    }
    this.busy = false;
    if (this.closed) return;
    this.changed(problem);
    if (problem === null) void this.fetch();
  }
}

export function useWindows(
  session: Session,
  trace: TracedRun,
  watched: Watched,
  n: number,
): { window: StepWindow | null; problem: string | null } {
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const windows = useRef<{ trace: TracedRun; windows: Windows } | null>(null);
  if (windows.current?.trace !== trace) {
    windows.current?.windows.close();
    windows.current = {
      trace,
      windows: new Windows(
        trace,
        (from) => session.ask('window', { ...watched, from, length: LENGTH }),
        (trouble) => {
          setProblem(trouble);
          redraw((count) => count + 1);
        },
      ),
    };
  }
  const mine = windows.current.windows;
  useEffect(() => mine.go(n), [mine, n]);
  useEffect(() => () => windows.current?.windows.close(), []);
  return { window: mine.at(n), problem };
}
