// The built-in modules, by name: each makes a fresh module object for one run.
//
// Those that every program needs are part of the interpreter's first file; the rest are fetched together when one of them
// is first imported, as CPython's own build puts them into lib-dynload. To programs all are built in.
//
// Answers to CPython 3.12: Modules/config.c.in (_PyImport_Inittab).

import type { Obj } from '../memory/object.ts';
import { type Gen, WaitRequest } from '../memory/suspend.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { none } from '../objects/singletons.ts';

export const inittab = new Map<string, () => Obj>();

/** Names whose makers are not here yet. */
const absent = new Set<string>();
let fetchAbsent: () => Promise<void> = () => Promise.resolve();

/** Names modules that `load` will enter into the table. */
export function setLazyModules(names: readonly string[], load: () => Promise<void>): void {
  fetchAbsent = load;
  for (const name of names) {
    absent.add(name);
    inittab.set(name, () => {
      throw new Error(`the built-in module ${name} was made before it was loaded`);
    });
  }
}

/** Waits until a built-in module can be made; false with ImportError when it cannot be fetched. */
export function* builtinReadyG(name: string): Gen<boolean> {
  if (!absent.has(name)) return true;
  const r = yield new WaitRequest('file', (resume) => {
    fetchAbsent().then(
      () => {
        absent.clear();
        resume(none);
      },
      (error: unknown) =>
        resume(() => raise(PyExc.ImportError, `${name} could not be loaded: ${String(error)}`)),
    );
    return undefined;
  });
  return r !== null;
}
