// The worker's side of questions.ts: one function for each row.
import {
  recordImports,
  recordObjects,
  recordSteps,
  recordThreads,
  type WatchOptions,
} from '../interpreter/watch/index.ts';
import { compile } from './compile.ts';
import { loadLibrary } from './library.ts';
import type { Questions, Watched } from './questions.ts';
import { yieldToHost } from './turn.ts';

export const answers: {
  [Name in keyof Questions]: (
    params: Questions[Name]['params'],
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
} = {
  compile: ({ source, filename }) => compile(source, filename),
  steps: (watched) => recordSteps(options(watched)),
  objects: (watched) => recordObjects(options(watched)),
  threads: (watched) => recordThreads(options(watched)),
  imports: (watched) => recordImports(options(watched)),
};

/** The same options as an ordinary run has, so that it is the same run. */
function options({ files, main, input }: Watched): WatchOptions {
  return { files, main, argv: [main], seed: 0, input, loadLibrary, yieldToHost };
}
