// The worker's side of questions.ts: one function for each row.
import type { CodeRegister, WatchOptions } from '../interpreter/watch/index.ts';
import { compile } from './compile.ts';
import { loadLibrary } from './library.ts';
import type { Questions, Watched } from './questions.ts';
import { yieldToHost } from './turn.ts';

/** Fetched with the first view that needs it. */
const watch = () => import('../interpreter/watch/index.ts');

/** Numbers of the code objects of the program that was traced last: windows of its run use them too. */
let lastTraced: { key: string; register: CodeRegister } | null = null;

async function traced(watched: Watched) {
  const { CodeRegister, recordTrace } = await watch();
  const register = new CodeRegister();
  const { trace, window } = await recordTrace(options(watched), register);
  lastTraced = { key: JSON.stringify(watched), register };
  return { ...trace, beginning: window };
}

export const answers: {
  [Name in keyof Questions]: (
    params: Questions[Name]['params'],
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
} = {
  compile: ({ source, filename }) => compile(source, filename),
  trace: traced,
  window: async ({ from, length, ...watched }) => {
    // A new worker has no register yet: the same run fills it in the same order.
    if (lastTraced?.key !== JSON.stringify(watched)) await traced(watched);
    const { recordWindow } = await watch();
    return recordWindow(options(watched), lastTraced!.register, from, length);
  },
  specialised: async (watched) => (await watch()).recordSpecialised(options(watched)),
  objects: async (watched) => (await watch()).recordObjects(options(watched)),
  threads: async (watched) => (await watch()).recordThreads(options(watched)),
  imports: async (watched) => (await watch()).recordImports(options(watched)),
};

/** The same options as an ordinary run has, so that it is the same run. */
function options({ files, main, input }: Watched): WatchOptions {
  return { files, main, argv: [main], seed: 0, input, loadLibrary, yieldToHost };
}
