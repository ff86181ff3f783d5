// The built-in modules that are files of their own: each is fetched when it is first imported, and only then.
//
// Few programs need them, and some are large.
//
// Answers to CPython 3.12: Modules/Setup (what is built as extension modules).

import { inittab, setLazyModules } from '../runtime/inittab.ts';

/** Names each with what makes it. */
const CHUNKS = {
  array: async () => (await import('./array.ts')).arrayModule,
};

/** Enters them into the table as modules that are not here yet. */
export function declareChunks(): void {
  for (const [name, load] of Object.entries(CHUNKS)) {
    setLazyModules([name], async () => {
      inittab.set(name, await load());
    });
  }
}
