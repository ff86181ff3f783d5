// Gathers what a program prints and hands it over in few, large messages: a message for each print() would drown the
// page. Neighbouring texts of one stream are joined; a full box leaves at once, a part-full one after a short wait.
import type { OutputChunk } from './protocol.ts';

const FULL = 1 << 16;
const WAIT_MS = 12;

export class Outbox {
  readonly #send: (chunks: OutputChunk[]) => void;
  #chunks: { stream: OutputChunk['stream']; parts: string[] }[] = [];
  #size = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastSent = 0;

  constructor(send: (chunks: OutputChunk[]) => void) {
    this.#send = send;
  }

  add(stream: OutputChunk['stream'], text: string): void {
    if (text === '') return;
    const last = this.#chunks.at(-1);
    if (last?.stream === stream) last.parts.push(text);
    else this.#chunks.push({ stream, parts: [text] });
    this.#size += text.length;
    // A program that computes may not return to the event loop for a while, so the clock is looked at here too.
    if (this.#size >= FULL || performance.now() - this.#lastSent > WAIT_MS) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), WAIT_MS);
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#lastSent = performance.now();
    if (this.#size === 0) return;
    const chunks = this.#chunks.map(({ stream, parts }) => ({ stream, text: parts.join('') }));
    this.#chunks = [];
    this.#size = 0;
    this.#send(chunks);
  }
}
