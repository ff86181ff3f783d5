// What is observable of a program, as plain data. The site's views and the tests come in here.

import { explain } from './captions.ts';
import { Recorder } from './recorder.ts';
import type { Recording } from './recording.ts';
import { Tables } from './tables.ts';
import { runWatched, type WatchOptions } from './watchedrun.ts';

export type * from './recording.ts';
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
