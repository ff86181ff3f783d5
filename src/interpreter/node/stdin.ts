// The process's standard input where it is a pipe or a terminal: read when the program asks, without blocking.
//
// Regular files are read like any file (hostfs.ts). Here Node's stream is asked, which waits in the event loop: other
// threads of the program run meanwhile, and Ctrl-C is heard.
//
// Stands where CPython 3.12 has read(2) on descriptor 0.

import { WAIT } from '../runtime/vfs.ts';

export class StandardInput {
  private chunk: Uint8Array = new Uint8Array(0);
  private ended = false;
  private opened = false;
  private waiting: (() => void)[] = [];

  /** Nothing is taken from the stream before the program wants something. */
  private open(): void {
    if (this.opened) return;
    this.opened = true;
    const wake = (): void => {
      const ready = this.waiting;
      this.waiting = [];
      for (const f of ready) f();
    };
    const end = (): void => {
      this.ended = true;
      wake();
    };
    process.stdin.on('readable', wake).on('end', end).on('close', end).on('error', end);
  }

  read(size: number): Uint8Array | typeof WAIT {
    this.open();
    if (this.chunk.length === 0) {
      const next = process.stdin.read() as Buffer | null;
      if (next === null) return this.ended ? new Uint8Array(0) : WAIT;
      this.chunk = next;
    }
    const part = this.chunk.slice(0, size);
    this.chunk = this.chunk.subarray(size);
    return part;
  }

  /** Calls back when there may be something to read; answers a function that forgets the callback. */
  whenReadable(ready: () => void): () => void {
    this.waiting.push(ready);
    return () => {
      this.waiting = this.waiting.filter((f) => f !== ready);
    };
  }
}
