// What is observable of a program, as plain data. The site's views and the tests come in here.

import { explain } from './captions.ts';
import type { Trace } from './course.ts';
import { ImportRecorder, type ImportRecording } from './imports.ts';
import { MomentRecorder } from './momentrecorder.ts';
import type { ObjectRecording } from './moments.ts';
import { Recorder } from './recorder.ts';
import type { Recording, RecordingEnd, StepWindow } from './recording.ts';
import { CodeRegister, Tables } from './tables.ts';
import { type Timeline, TimelineRecorder } from './timeline.ts';
import { CourseRecorder } from './trace.ts';
import { runWatched, type WatchOptions } from './watchedrun.ts';

export type { Course, Trace } from './course.ts';
export type { Gate, ImportedModule, ImportRecording, Pyc } from './imports.ts';
export type * from './moments.ts';
export type * from './recording.ts';
export { recordSpecialised, type Specialised, type SpecialisedCode } from './specialised.ts';
export { CodeRegister } from './tables.ts';
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

/** Instructions of the reader's files that a trace follows. */
const MOST_STEPS = 1_000_000;

/**
 * Runs a program and records the course of the whole run (default limit: 1,000,000 instructions of the reader's
 * files), and its beginning in full.
 */
export async function recordTrace(
  options: WatchOptions,
  register = new CodeRegister(),
  beginning = 512,
): Promise<{ trace: Trace; window: StepWindow }> {
  const tables = new Tables(Object.keys(options.files), register);
  const course = new CourseRecorder(tables, options.limit ?? MOST_STEPS);
  const recorder = new Recorder(tables);
  const end = await runWatched(options, {
    instruction: (frame) => {
      const before = course.length;
      if (course.instruction(frame)) return true;
      if (before <= beginning && course.length > before) recorder.record(frame);
      return false;
    },
    left: (frame) => course.left(frame),
    stdout: (text) => {
      course.printed += text.length;
      recorder.printed += text.length;
    },
  });
  const trace = { ...end, ...course.course() };
  return { trace, window: windowOf(tables, recorder, 0, beginning, end, trace.site[0] ?? 0) };
}

/**
 * Runs a program again, up to a place of its course, and records `length` steps from there in full. `register` is that
 * of the trace, so that codes have the same numbers.
 */
export async function recordWindow(
  options: WatchOptions,
  register: CodeRegister,
  from: number,
  length: number,
): Promise<StepWindow> {
  const tables = new Tables(Object.keys(options.files), register);
  const recorder = new Recorder(tables);
  let at = 0;
  let firstSite = -1;
  let lastRt: unknown = null;
  let known = -1;
  const end = await runWatched(options, {
    instruction: (frame) => {
      if (frame.rt !== lastRt) {
        lastRt = frame.rt;
        known = tables.codeOf(frame);
      }
      if (known < 0) return false;
      if (at++ < from) return false;
      // One step more than asked for shows what the last one did.
      if (at > from + length + 1) return true;
      if (firstSite < 0) firstSite = register.bases[known]! + tables.listedAt(known, frame.pc >> 1);
      recorder.record(frame);
      return false;
    },
    stdout: (text) => {
      recorder.printed += text.length;
    },
  });
  return windowOf(tables, recorder, from, length, end, firstSite);
}

function windowOf(
  { register, values }: Tables,
  recorder: Recorder,
  from: number,
  length: number,
  end: RecordingEnd,
  firstSite: number,
): StepWindow {
  const { states, steps } = recorder;
  const explained = explain({ codes: register.codes, values }, states, steps, {
    ...end,
    // Beyond the window the run went on.
    truncated: steps.length > length || end.truncated,
  });
  return { from, length: Math.min(length, steps.length), values, states, steps: explained, firstSite };
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
