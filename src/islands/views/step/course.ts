// Finding one's way in the course of a run: the next line, over a call, out of a frame, to a place, there and back.
// All of it is search in columns of numbers; nothing is asked of the interpreter.
import { type Course, RAISED } from '../../../interpreter/watch/course.ts';
import type { WatchedCode, WatchedInstruction } from '../../../interpreter/watch/index.ts';

export type Way = 1 | -1;

/** What the reader can go by. */
export type Unit =
  | 'instruction'
  | 'line'
  | 'over'
  | 'out'
  | 'cursor'
  | 'breakpoint'
  | 'call'
  | 'exception'
  | 'output';

export class CourseMap {
  readonly course: Course;
  /** For each site: its code, and the line it belongs to (0: none). */
  readonly codeOf: Uint32Array;
  readonly lineOf: Int32Array;
  /** Steps at which a line of a frame begins. */
  private readonly lineStarts: Uint8Array;
  /** Steps at which a new frame begins. */
  private readonly frameStarts: Uint8Array;
  readonly calls: number;
  readonly exceptions: number;
  readonly deepest: number;

  constructor(course: Course) {
    this.course = course;
    const { codes, bases, length, site, frame, depth, marks } = course;
    const sites = codes.reduce((sum, { instructions }) => sum + instructions.length, 0);
    this.codeOf = new Uint32Array(sites);
    this.lineOf = new Int32Array(sites);
    codes.forEach(({ instructions }, code) => {
      let line = 0;
      instructions.forEach(({ place, startsLine }, index) => {
        if (startsLine) line = startsLine;
        if (place && place.line > 0) line = place.line;
        this.codeOf[bases[code] + index] = code;
        this.lineOf[bases[code] + index] = line;
      });
    });
    this.lineStarts = new Uint8Array(length);
    this.frameStarts = new Uint8Array(length);
    let frames = 0;
    for (let n = 0; n < length; n++) frames = Math.max(frames, frame[n] + 1);
    const lastLine = new Int32Array(frames).fill(-1);
    const lastSite = new Uint32Array(frames);
    let [calls, exceptions, deepest] = [0, 0, 0];
    for (let n = 0; n < length; n++) {
      const [here, at] = [frame[n], site[n]];
      const line = this.lineOf[at];
      if (lastLine[here] === -1) {
        this.frameStarts[n] = 1;
        calls++;
        lastLine[here] = 0;
      }
      // A jump back to the line that ran last begins it again.
      if (line > 0 && (lastLine[here] !== line || at < lastSite[here])) this.lineStarts[n] = 1;
      if (line > 0) lastLine[here] = line;
      lastSite[here] = at;
      if ((marks[n] & RAISED) !== 0) exceptions++;
      if (depth[n] > deepest) deepest = depth[n];
    }
    this.calls = calls;
    this.exceptions = exceptions;
    this.deepest = deepest;
  }

  code(n: number): WatchedCode {
    return this.course.codes[this.codeOf[this.course.site[n]]];
  }

  /** Index of the step's instruction in its code. */
  index(n: number): number {
    const site = this.course.site[n];
    return site - this.course.bases[this.codeOf[site]];
  }

  instruction(n: number): WatchedInstruction {
    return this.code(n).instructions[this.index(n)];
  }

  line(n: number): number {
    return this.lineOf[this.course.site[n]];
  }

  thread(n: number): number {
    return this.course.thread?.[n] ?? 0;
  }

  raised(n: number): boolean {
    return (this.course.marks[n] & RAISED) !== 0;
  }

  /** Characters printed before a step. */
  printed(n: number): number {
    const { printedAt, printed } = this.course;
    let [low, high] = [0, printedAt.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (printedAt[middle] <= n) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : printed[low - 1];
  }

  /** The next step of the same thread, or -1. */
  following(n: number): number {
    return this.find(n, 1, (other) => this.thread(other) === this.thread(n));
  }

  /** Sites whose line is one of those named, as `file:line`. */
  sitesOf(places: ReadonlySet<string>): Uint8Array {
    const { codes, bases } = this.course;
    const wanted = new Uint8Array(this.lineOf.length);
    codes.forEach(({ file, instructions }, code) => {
      for (let at = bases[code]; at < bases[code] + instructions.length; at++) {
        if (places.has(`${file}:${this.lineOf[at]}`)) wanted[at] = 1;
      }
    });
    return wanted;
  }

  /** The nearest step in a direction for which a condition holds, or -1. */
  find(from: number, way: Way, good: (n: number) => boolean): number {
    for (let n = from + way; n >= 0 && n < this.course.length; n += way) if (good(n)) return n;
    return -1;
  }

  /** The step a move leads to, or -1; from -1, before the first, it is the first of its kind. `places` are the lines of the cursor or of the breakpoints. */
  move(from: number, unit: Unit, way: Way, places: ReadonlySet<string> = new Set()): number {
    const { depth, printedAt, site } = this.course;
    const [here, thread] = from < 0 ? [0, 0] : [depth[from], this.thread(from)];
    switch (unit) {
      case 'instruction':
        return from + way < this.course.length ? from + way : -1;
      case 'line':
        return this.find(from, way, (n) => this.lineStarts[n] === 1);
      case 'over':
        return this.find(from, way, (n) => depth[n] <= here && this.thread(n) === thread);
      case 'out':
        return this.find(from, way, (n) => depth[n] < here && this.thread(n) === thread);
      case 'cursor':
      case 'breakpoint': {
        const wanted = this.sitesOf(places);
        return this.find(from, way, (n) => this.lineStarts[n] === 1 && wanted[site[n]] === 1);
      }
      case 'call':
        return this.find(from, way, (n) => this.frameStarts[n] === 1);
      case 'exception':
        return this.find(from, way, (n) => this.raised(n));
      case 'output': {
        // The step that printed is the one before the text was there.
        const at = [...printedAt].map((n) => n - 1);
        return (way === 1 ? at.find((n) => n > from) : at.findLast((n) => n < from)) ?? -1;
      }
    }
  }

  /** The nearest step that executes an instruction: ahead if there is one, else behind; -1: it never runs. */
  reach(from: number, site: number): number {
    const ahead = this.find(from, 1, (n) => this.course.site[n] === site);
    return ahead >= 0 ? ahead : this.find(from, -1, (n) => this.course.site[n] === site);
  }
}
