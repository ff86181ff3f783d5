// What a watched run leaves behind: plain data that can be cloned into another worker or page, and nothing that needs
// the interpreter to be read.
//
// Values, codes and states of frames are kept once each in tables; steps point into the tables. A run depends on
// nothing but its options, so a recording can always be made again instead of being kept.
//
// Columns are UTF-8 bytes from 0 and lines count from 1, as in code objects.

/** A stretch of one of the reader's files. */
export interface Place {
  line: number;
  col: number;
  endLine: number;
  endCol: number;
}

export interface WatchedInstruction {
  /** Byte offset, as dis shows it. */
  offset: number;
  name: string;
  arg: number | null;
  /** What dis writes in brackets. */
  argText: string;
  place: Place | null;
  startsLine: number | null;
  jumpTarget: boolean;
  /** Offset a jump goes to. */
  target: number | null;
}

export interface WatchedCode {
  name: string;
  qualname: string;
  /** Path of the reader's file. */
  file: string;
  firstLine: number;
  stackSize: number;
  instructions: WatchedInstruction[];
  exceptionTable: { start: number; end: number; target: number; depth: number; lasti: boolean }[];
}

/** What was on view of an object at a moment: an object that changes has several. */
export interface WatchedValue {
  /** Number of the object in this recording. */
  object: number;
  type: string;
  text: string;
}

export type VariableKind = 'local' | 'cell' | 'free' | 'name';

/** A name of a frame and what it is bound to. `name`: in the namespace of a module or class body. */
export interface Variable {
  name: string;
  kind: VariableKind;
  value: number;
}

/** NULL on a value stack. */
export const NULL = -1;

/** A frame just before one of its instructions, or where it waits for the frame above. */
export interface FrameState {
  /** Number of the frame in this recording: each call has its own. */
  frame: number;
  code: number;
  /** Index in the code's instructions. */
  at: number;
  /** Values from bottom to top, or NULL. */
  stack: number[];
  variables: Variable[];
  /** So far down that only its place was written down. */
  brief: boolean;
}

/** What became of an instruction, beyond pushing and popping. */
export type StepEvent = 'none' | 'jump' | 'call' | 'return' | 'yield' | 'raise' | 'end';

/** One instruction: the state before it, and what it did. */
export interface Step {
  /** Number of the thread; the main thread is 0. */
  thread: number;
  /** States, the running frame last. */
  frames: number[];
  /** Characters of stdout before it. */
  printed: number;
  event: StepEvent;
  /** Values taken from the top of the running frame's stack. */
  pops: number;
  /** Values put on top of the stack that is the running one afterwards. */
  pushes: number;
  /** The step that shows what comes next in the same thread; -1: nothing was recorded after it. */
  next: number;
  /** One sentence made from what happened. */
  caption: string;
}

export interface RecordingEnd {
  status: 'ok' | 'exception' | 'stopped' | 'internal-error';
  /** The recording ended before the program did: the limit was reached. */
  truncated: boolean;
  exception: { type: string; message: string } | null;
  internalError: string | null;
  stdout: string;
  stderr: string;
}

/** A stretch of a run in full: states, values and sentences of `length` steps. */
export interface StepWindow {
  from: number;
  length: number;
  values: WatchedValue[];
  states: FrameState[];
  /**
   * One step more than `length`, where there is one: it only shows what the last one did. `next` is an index in this
   * list; -1 also where what comes next in a thread lies beyond the window.
   */
  steps: Step[];
  /** The site of the first step (trace.ts): a run that did not repeat itself shows here. */
  firstSite: number;
}

export interface Recording extends RecordingEnd {
  codes: WatchedCode[];
  values: WatchedValue[];
  states: FrameState[];
  steps: Step[];
}
