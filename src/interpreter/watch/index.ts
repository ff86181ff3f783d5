// What is observable of a program, as plain data. The site's views and the tests come in here.

import { explain } from './captions.ts';
import { ImportRecorder, type ImportRecording } from './imports.ts';
import { MomentRecorder } from './momentrecorder.ts';
import type { ObjectRecording } from './moments.ts';
import { Recorder } from './recorder.ts';
import type { Recording } from './recording.ts';
import { Tables } from './tables.ts';
import { type Timeline, TimelineRecorder } from './timeline.ts';
import { runWatched, type WatchOptions } from './watchedrun.ts';

export type { Gate, ImportedModule, ImportRecording, Pyc } from './imports.ts';
export type * from './moments.ts';
export type * from './recording.ts';
export type { Column, LaneState, Timeline } from './timeline.ts';
export type { WatchOptions } from './watchedrun.ts';

/** Runs a program and records each instruction of the reader's files (default limit: 5,000 instructions). */
export async function recordSteps(options: WatchOptions): Promise<Recording> {
  const tables = new Tables(Object.keys(options.files));
  const recorder = new Recorder(tables, options.limit ?? 5000);
  const end = await runWatched(options, {
    instruction: (frame) => recorder.instruction(frame),
    stdout: (text) => {
      recorder.printed += text.length;
    },
  });
  const { states, steps } = recorder;
  return {
    ...end,
    codes: tables.codes,
    values: tables.values,
    states,
    steps: explain(tables, states, steps, end),
  };
}

/**
 * Runs a program and takes pictures of its names and objects, a moment for each line and for calls within a line
 * (default limit: 300 moments).
 */
export async function recordObjects(options: WatchOptions): Promise<ObjectRecording> {
  const tables = new Tables(Object.keys(options.files));
  const recorder = new MomentRecorder(tables, options.limit ?? 300);
  const end = await runWatched(options, {
    instruction: (frame) => recorder.instruction(frame),
    stdout: (text) => {
      recorder.printed += text.length;
    },
  });
  return { ...end, nodes: recorder.nodes, moments: recorder.moments };
}

/** Runs a program and records what its threads did: who held the GIL, who was ready, who waited. */
export async function recordThreads(options: WatchOptions): Promise<Timeline> {
  const recorder = new TimelineRecorder(new Tables(Object.keys(options.files)));
  const end = await runWatched(options, {
    thread: (event) => recorder.event(event),
    stdout: (text) => recorder.print(text),
  });
  return { ...end, threads: recorder.names, columns: recorder.columns };
}

/** Runs a program and records what each import of the reader's files went through. */
export async function recordImports(options: WatchOptions): Promise<ImportRecording> {
  let recorder: ImportRecorder | null = null;
  const tables = new Tables(Object.keys(options.files));
  try {
    const end = await runWatched(options, {
      thread: () => {
        recorder ??= new ImportRecorder(tables);
        return false;
      },
      instruction: (frame) => recorder!.instruction(frame),
    });
    const { before, gates, modules } = recorder!;
    return { ...end, before, gates, modules };
  } finally {
    (recorder as ImportRecorder | null)?.close();
  }
}
