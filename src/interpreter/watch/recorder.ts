// Writes down each instruction of the reader's frames: the frames, their names, their value stacks.

import { scheduling } from '../runtime/threads.ts';
import type { Frame } from '../vm/frame.ts';
import { current } from '../vm/thread.ts';
import { bindings, readersFrames } from './frames.ts';
import { type FrameState, NULL, type Variable } from './recording.ts';
import type { Tables } from './tables.ts';

/** A step before it is known what it did. */
export interface RawStep {
  thread: number;
  frames: number[];
  printed: number;
  opcode: number;
  /** The instruction's argument as the machine has it, for the stack picture. */
  arg: number;
  /** Position in the plain stream, and where its handler is (-1: none in this frame). */
  position: number;
  handler: number;
  /** The running frame was called by native code. */
  forNative: boolean;
}

/** Frames whose names and stacks are written down at each step; those further down show their place only. */
const OPEN_FRAMES = 6;
const MOST_VARIABLES = 40;

export class Recorder {
  readonly states: FrameState[] = [];
  readonly steps: RawStep[] = [];
  printed = 0;
  private readonly tables: Tables;
  private readonly limit: number;
  private readonly stateNumbers = new Map<string, number>();

  constructor(tables: Tables, limit = Number.POSITIVE_INFINITY) {
    this.tables = tables;
    this.limit = limit;
  }

  /** Before an instruction; true when the recording is full. */
  instruction(frame: Frame): boolean {
    if (this.tables.codeOf(frame) < 0) return false;
    if (this.steps.length >= this.limit) return true;
    this.record(frame);
    return false;
  }

  /** Before an instruction of one of the reader's frames. */
  record(frame: Frame): void {
    const { tables } = this;
    scheduling.scheduler?.beforeYield();
    const position = frame.pc >> 1;
    const frames: number[] = [];
    for (const f of readersFrames(current.thread.top, tables)) {
      frames.push(this.state(f, f === frame ? position : f.at, frames.length >= OPEN_FRAMES));
    }
    const handler = frame.rt.handlerFor(position);
    this.steps.push({
      thread: tables.threadOf(current.thread),
      frames: frames.reverse(),
      printed: this.printed,
      opcode: frame.rt.co.code[frame.rt.offsets[position]!]!,
      arg: wholeArgument(frame, position),
      position,
      handler: handler === null ? -1 : frame.rt.offsets[handler.target]!,
      forNative: frame.back?.native ?? false,
    });
  }

  private state(frame: Frame, position: number, brief: boolean): number {
    const { tables } = this;
    const code = tables.codeOf(frame);
    const number = tables.frameOf(frame, position);
    const stack: number[] = [];
    const variables: Variable[] = [];
    if (!brief) {
      for (let i = frame.rt.nlocalsplus; i < frame.sp; i++) {
        const o = frame.slots[i] ?? null;
        stack.push(o === null ? NULL : tables.valueOf(o));
      }
      for (const { name, kind, object } of bindings(frame)) {
        if (variables.length === MOST_VARIABLES) break;
        variables.push({ name, kind, value: tables.valueOf(object) });
      }
    }
    const at = tables.listedAt(code, position);
    const key = `${number} ${at} ${brief} ${stack} ${variables.map((v) => `${v.name}=${v.value}`)}`;
    let known = this.stateNumbers.get(key);
    if (known === undefined) {
      known = this.states.push({ frame: number, code, at, stack, variables, brief }) - 1;
      this.stateNumbers.set(key, known);
    }
    return known;
  }
}

/** The argument as dis shows it: jumps as distances, the bits of EXTENDED_ARG included. */
function wholeArgument(frame: Frame, position: number): number {
  const { co, firsts, offsets } = frame.rt;
  let arg = 0;
  for (let at = firsts[position]!; at <= offsets[position]!; at += 2) arg = (arg << 8) | co.code[at + 1]!;
  return arg;
}
