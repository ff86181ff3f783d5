// The course of a whole run, a few numbers an instruction: which instruction, in which frame, how deep. It is what a
// scrubber over a million instructions needs; what the stack and the names held is found by running the program once
// more up to the place in question (recordWindow), for the same options give the same run.
//
// An instruction has a number of its own, its site: the instructions of all code objects one behind the other, in the
// order in which the run met the codes.

import { scheduling } from '../runtime/threads.ts';
import type { CodeRuntime } from '../vm/coderuntime.ts';
import type { Frame } from '../vm/frame.ts';
import { current, type Thread } from '../vm/thread.ts';
import { type Course, RAISED } from './course.ts';
import type { Tables } from './tables.ts';

export class CourseRecorder {
  /** Characters of stdout so far; whoever listens to stdout adds to it. */
  printed = 0;
  length = 0;
  private readonly tables: Tables;
  private readonly limit: number;
  private site = new Uint32Array(4096);
  private frame = new Uint32Array(4096);
  private depth = new Uint32Array(4096);
  private marks = new Uint8Array(4096);
  private thread = new Uint8Array(4096);
  private threads = 1;
  private readonly printedAt: number[] = [];
  private readonly printedTo: number[] = [];
  private lastPrinted = 0;
  private mayHavePrinted = false;
  private lastRt: CodeRuntime | null = null;
  private lastCode = -1;
  private lastFrame: Frame | null = null;
  private lastNumber = -1;
  private lastThread: Thread | null = null;
  private lastThreadNumber = 0;
  private readonly frameNumbers = new Map<Frame, number>();
  private frames = 0;
  /** The last step of each thread. */
  private readonly lastOf: number[] = [];

  constructor(tables: Tables, limit: number) {
    this.tables = tables;
    this.limit = limit;
  }

  /** Before an instruction; true when the recording is full. */
  instruction(frame: Frame): boolean {
    const { rt } = frame;
    if (rt !== this.lastRt) {
      this.lastRt = rt;
      this.lastCode = this.tables.codeOf(frame);
    }
    const code = this.lastCode;
    if (code < 0) {
      this.mayHavePrinted = true;
      return false;
    }
    const n = this.length;
    if (n >= this.limit) return true;
    if (n === this.site.length) this.grow();
    const position = frame.pc >> 1;
    const { register } = this.tables;
    if (frame !== this.lastFrame || position === 0) this.enter(frame, position);
    const thread = this.threadNumber();
    // Blocks that handle exceptions are reached in no other way.
    const before = this.lastOf[thread];
    if (before !== undefined && register.handlers[code]![position] === 1) this.marks[before]! |= RAISED;
    this.lastOf[thread] = n;
    if (this.mayHavePrinted) this.look(n);
    this.mayHavePrinted = register.calls[code]![position] === 1;
    this.site[n] = register.bases[code]! + register.listed[code]![position]!;
    this.frame[n] = this.lastNumber;
    this.depth[n] = current.thread.depth;
    this.thread[n] = thread;
    this.length = n + 1;
    return false;
  }

  private threadNumber(): number {
    if (current.thread !== this.lastThread) {
      this.lastThread = current.thread;
      this.lastThreadNumber = this.tables.threadOf(current.thread);
      this.threads = Math.max(this.threads, this.lastThreadNumber + 1);
    }
    return this.lastThreadNumber;
  }

  /** An exception ends a frame. */
  left(frame: Frame): void {
    const before = this.lastOf[this.threadNumber()];
    if (before !== undefined && this.tables.codeOf(frame) >= 0) this.marks[before]! |= RAISED;
  }

  /** A frame at its first instruction is a new call, even where the machine uses a frame again. */
  private enter(frame: Frame, position: number): void {
    this.mayHavePrinted = true;
    this.lastFrame = frame;
    let number = position === 0 ? undefined : this.frameNumbers.get(frame);
    if (number === undefined) {
      number = this.frames++;
      this.frameNumbers.set(frame, number);
    }
    this.lastNumber = number;
  }

  private look(n: number): void {
    scheduling.scheduler?.beforeYield();
    if (this.printed === this.lastPrinted) return;
    this.lastPrinted = this.printed;
    this.printedAt.push(n);
    this.printedTo.push(this.printed);
  }

  private grow(): void {
    const size = this.site.length * 2;
    const longer = <A extends Uint32Array | Uint8Array>(into: A, from: A): A => {
      into.set(from);
      return into;
    };
    this.site = longer(new Uint32Array(size), this.site);
    this.frame = longer(new Uint32Array(size), this.frame);
    this.depth = longer(new Uint32Array(size), this.depth);
    this.marks = longer(new Uint8Array(size), this.marks);
    this.thread = longer(new Uint8Array(size), this.thread);
  }

  course(): Course {
    const { length } = this;
    const { codes, bases } = this.tables.register;
    return {
      length,
      codes,
      bases,
      site: this.site.slice(0, length),
      frame: this.frame.slice(0, length),
      depth: this.depth.slice(0, length),
      marks: this.marks.slice(0, length),
      thread: this.threads === 1 ? null : this.thread.slice(0, length),
      printedAt: Uint32Array.from(this.printedAt),
      printed: Uint32Array.from(this.printedTo),
    };
  }
}
