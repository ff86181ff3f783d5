// What a recording of objects is made of: moments of a run, each with the names of the reader's frames, the objects
// that can be reached from them, and who holds each of those. Plain data, like recording.ts.

import type { Place, RecordingEnd, VariableKind } from './recording.ts';

/** One or more references to an object, by who holds them. */
export interface Holder {
  kind:
    | 'name'
    | 'stack'
    | 'argument'
    | 'item'
    | 'attribute'
    | 'cell'
    | 'constant'
    | 'call'
    | 'other'
    | 'interpreter';
  text: string;
  references: number;
}

export type NodeKind = 'value' | 'container' | 'instance' | 'function' | 'class' | 'module' | 'cell';

export interface ObjectNode {
  object: number;
  kind: NodeKind;
  type: string;
  text: string;
  /** The reference count; null for immortal objects, which are not counted. */
  count: number | null;
  /** What it refers to, as far as it is opened; `to` is an object's number. */
  fields: { label: string; to: number }[];
  /** Fields beyond those listed. */
  more: number;
  holders: Holder[];
  /** No name of the reader leads to it any more. */
  lost: boolean;
}

export interface NamesOfFrame {
  frame: number;
  title: string;
  /** `cell`: number of the cell between the name and the object, or null. */
  variables: { name: string; kind: VariableKind; object: number; cell: number | null }[];
  /** Objects on the value stack from bottom to top; -1 is NULL. */
  stack: number[];
}

export interface Moment {
  /** Before a line, before a call of a built-in, at the start of a call, before a return, before the program ends. */
  kind: 'line' | 'call' | 'enter' | 'return' | 'end';
  file: string;
  place: Place | null;
  frames: NamesOfFrame[];
  /** Indexes in ObjectRecording.nodes. */
  nodes: number[];
  /** Numbers of objects that were not on view before. */
  born: number[];
  /** Objects that were on view before and have been destroyed since. */
  died: { object: number; type: string; text: string }[];
  /** What has changed since the moment before, in sentences. */
  changes: string[];
  /** What happens next. */
  caption: string;
  printed: number;
}

export interface ObjectRecording extends RecordingEnd {
  nodes: ObjectNode[];
  moments: Moment[];
}
