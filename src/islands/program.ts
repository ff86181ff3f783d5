// A program as an island runs it: its state, what it printed so far, and the end. Output is kept whole (up to a
// limit) but only its beginning is shown: ten megabytes in a page would freeze it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Run, session } from '../session/client.ts';
import type { OutputChunk, RunOutcome, RunRequest } from '../session/protocol.ts';

/** Characters shown in the page. */
const SHOWN = 60_000;
/** Characters kept for copying and for the check; what comes after is counted and let go. */
const KEPT = 24_000_000;

export class Transcript {
  readonly shown: OutputChunk[] = [];
  readonly #all: OutputChunk[] = [];
  #shownSize = 0;
  size = 0;

  get cut(): boolean {
    return this.size > this.#shownSize;
  }
  get lost(): boolean {
    return this.size > KEPT;
  }

  add(chunk: OutputChunk): void {
    if (this.size < KEPT) this.#all.push(chunk);
    this.size += chunk.text.length;
    const room = SHOWN - this.#shownSize;
    if (room <= 0) return;
    const text = chunk.text.slice(0, room);
    this.#shownSize += text.length;
    const last = this.shown.at(-1);
    if (last?.stream === chunk.stream) last.text += text;
    else this.shown.push({ stream: chunk.stream, text });
  }

  text(stream?: OutputChunk['stream']): string {
    const chunks = stream ? this.#all.filter((chunk) => chunk.stream === stream) : this.#all;
    return chunks.map((chunk) => chunk.text).join('');
  }
}

export interface Program {
  state: 'idle' | 'running' | 'waiting' | 'done';
  transcript: Transcript;
  outcome: RunOutcome | null;
  instructions: number;
  /** Changes whenever something of the above did. */
  version: number;
  run(request: RunRequest): Promise<RunOutcome>;
  stop(): void;
  answer(line: string | null): void;
  clear(): void;
}

export function useProgram(): Program {
  const [version, setVersion] = useState(0);
  const run = useRef<Run | null>(null);
  const frame = useRef(0);
  const now = useRef({
    state: 'idle' as Program['state'],
    transcript: new Transcript(),
    outcome: null as RunOutcome | null,
    instructions: 0,
  });

  const change = () => setVersion((number) => number + 1);
  /** Many messages, one drawing. */
  const changeSoon = () => {
    if (frame.current === 0) {
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        change();
      });
    }
  };
  useEffect(() => () => run.current?.stop(), []);

  return {
    ...now.current,
    version,
    run: async (request) => {
      const mine = {
        state: 'running' as Program['state'],
        transcript: new Transcript(),
        outcome: null,
        instructions: 0,
      };
      now.current = mine;
      change();
      const started = session.run(request, {
        onOutput: (chunks) => {
          for (const chunk of chunks) mine.transcript.add(chunk);
          changeSoon();
        },
        onWaiting: () => {
          mine.state = 'waiting';
          change();
        },
        onProgress: (instructions) => {
          mine.instructions = instructions;
          changeSoon();
        },
      });
      run.current = started;
      const outcome = await started.done;
      Object.assign(mine, { state: 'done', outcome, instructions: outcome.instructions });
      if (run.current === started) run.current = null;
      change();
      return outcome;
    },
    stop: () => run.current?.stop(),
    answer: (line) => {
      if (now.current.state !== 'waiting') return;
      now.current.state = 'running';
      if (line !== null) now.current.transcript.add({ stream: 'typed', text: `${line}\n` });
      run.current?.answer(line);
      change();
    },
    clear: () => {
      run.current?.stop();
      now.current = { state: 'idle', transcript: new Transcript(), outcome: null, instructions: 0 };
      change();
    },
  };
}
