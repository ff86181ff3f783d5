// The names of characters, for those who need them: \N{...} in source text and in codecs, and unicodedata.
//
// Answers to CPython 3.12: Include/internal/pycore_ucnhash.h (the capsule unicodedata._ucnhash_CAPI).

import type { Gen } from '../memory/suspend.ts';
import { fetchedG } from './inittab.ts';

/** Null until they have been fetched. */
export const charNames: { now: typeof import('../text/unicode_names.ts') | null } = { now: null };

/** Waits until they are here; false with ImportError. */
export function* charNamesReadyG(): Gen<boolean> {
  if (charNames.now !== null) return true;
  return yield* fetchedG('the names of characters', async () => {
    charNames.now = await import('../text/unicode_names.ts');
  });
}

/** A character by its name, for the parser: null where the names have not been fetched. */
export function parserNames(): ((name: string) => string | null) | undefined {
  const names = charNames.now;
  return names === null ? undefined : (name) => names.characterNamed(name);
}

/** Whether source text may name a character. */
export const namesCharacters = (source: string): boolean => source.includes('\\N{');
