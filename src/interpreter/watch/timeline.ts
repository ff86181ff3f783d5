// Threads on a time line: who held the GIL, who was ready and waited for it, who waited for something else.
//
// Drawn from what the scheduler says as it happens. A column is a stretch of time between two events; stretches in which
// nothing could happen (one thread has just let go, the next has just taken over) are left out. Time is virtual: a
// sleep takes its seconds, computing takes next to nothing, so columns are not to scale and carry their times.

import { addr2line } from '../code/codeobject.ts';
import type { ThreadEvent } from '../interpreter.ts';
import type { Obj } from '../memory/object.ts';
import { isDict } from '../objects/dictcore.ts';
import { isInt } from '../objects/longcore.ts';
import { isModule, moduleGet } from '../objects/moduleobject.ts';
import { scheduling } from '../runtime/threads.ts';
import { vmHooks } from '../vm/vmhooks.ts';
import { namespaceEntries, readersFrames } from './frames.ts';
import type { RecordingEnd } from './recording.ts';
import type { Tables } from './tables.ts';

export type LaneState = 'none' | 'running' | 'ready' | 'waiting';

export interface Column {
  /** Virtual seconds. */
  from: number;
  to: number;
  /** State of each thread, by its number. */
  states: LaneState[];
  /** What each waiting thread waits for. */
  reasons: string[];
  /** Line of the reader's files that each thread has reached at the end of the column; 0: none. */
  lines: number[];
  /** What the holder of the GIL printed. */
  stdout: string;
  /** How it ended: what happened to which thread. */
  ended: { thread: number; kind: ThreadEvent['kind']; reason: string } | null;
}

export interface Timeline extends RecordingEnd {
  threads: string[];
  columns: Column[];
}

const MOST_COLUMNS = 400;

export class TimelineRecorder {
  readonly columns: Column[] = [];
  readonly names: string[] = [];
  private readonly idents: number[] = [];
  private readonly states: LaneState[] = [];
  private readonly reasons: string[] = [];
  private readonly lines: number[] = [];
  private since = 0;
  private fetching: ThreadEvent | null = null;
  private stdout = '';
  private readonly tables: Tables;

  constructor(tables: Tables) {
    this.tables = tables;
  }

  print(text: string): void {
    this.stdout += text;
  }

  /** True when enough has been recorded. */
  event(event: ThreadEvent): boolean {
    scheduling.scheduler?.beforeYield();
    // A file of the library that has to be fetched is no event of the program, unless another thread uses the time.
    if (event.kind === 'wait' && event.reason === 'file') {
      this.fetching = event;
      return false;
    }
    if (this.fetching !== null) {
      const { fetching } = this;
      if (event.thread === fetching.thread) {
        if (event.kind === 'run') this.fetching = null;
        return false;
      }
      if (event.kind === 'run') {
        this.fetching = null;
        this.take(fetching);
      }
    }
    return this.take(event);
  }

  private take(event: ThreadEvent): boolean {
    let thread = this.idents.indexOf(event.thread);
    if (thread < 0) {
      thread = this.idents.push(event.thread) - 1;
      this.names.push(thread === 0 ? 'MainThread' : `Thread-${thread}`);
      this.states.push('none');
      this.reasons.push('');
      this.lines.push(0);
    }
    this.look(thread, event);
    this.close(thread, event);
    this.states[thread] = AFTER[event.kind];
    this.reasons[thread] = event.kind === 'wait' ? event.reason : '';
    return this.columns.length >= MOST_COLUMNS;
  }

  private close(thread: number, event: ThreadEvent): void {
    const running = this.states.includes('running');
    if (this.states.length === 0 || (event.time === this.since && !running)) return;
    if (running || this.states.some((state) => state !== 'none')) {
      this.columns.push({
        from: this.since,
        to: event.time,
        states: [...this.states],
        reasons: [...this.reasons],
        lines: [...this.lines],
        stdout: this.stdout,
        ended: { thread, kind: event.kind, reason: event.reason },
      });
    }
    this.since = event.time;
    this.stdout = '';
  }

  /** Where a thread is and what it is called, as far as that can be seen now. */
  private look(number: number, event: ThreadEvent): void {
    const thread = scheduling.scheduler?.threads.find(({ ident }) => ident === event.thread);
    if (thread === undefined) return;
    for (const frame of readersFrames(thread.top, this.tables)) {
      this.lines[number] = addr2line(frame.rt.co, frame.lasti);
      break;
    }
    const name = threadName(event.thread);
    if (name !== null) this.names[number] = name;
  }
}

const AFTER: Record<ThreadEvent['kind'], LaneState> = {
  start: 'ready',
  run: 'running',
  switch: 'ready',
  wait: 'waiting',
  wake: 'ready',
  end: 'none',
};

/** The name in `threading._active`, if the program uses threading; looked up without running Python. */
function threadName(ident: number): string | null {
  const modules = vmHooks.sysModules();
  if (modules === null) return null;
  const threading = [...namespaceEntries(modules)].find(([name]) => name === 'threading')?.[1];
  const active = threading !== undefined && isModule(threading) ? moduleGet(threading, '_active') : undefined;
  if (active === undefined || !isDict(active)) return null;
  const { keys, values } = active.v;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const value = values[i];
    if (key === undefined || value === undefined || !isInt(key) || Number(key.v) !== ident) continue;
    const dict = value.x as Obj | null;
    if (dict === null || !isDict(dict)) return null;
    const name = [...namespaceEntries(dict)].find(([each]) => each === '_name')?.[1];
    return typeof name?.v === 'string' ? name.v : null;
  }
  return null;
}
