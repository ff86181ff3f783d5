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

/** How to fetch makers that are not here yet. */
const absent = new Map<string, () => Promise<void>>();

/** Names modules that `load` will enter into the table. */
export function setLazyModules(names: readonly string[], load: () => Promise<void>): void {
  for (const name of names) {
    absent.set(name, load);
    inittab.set(name, () => {
      throw new Error(`the built-in module ${name} was made before it was loaded`);
    });
  }
}

/** Waits until a part of the interpreter has been fetched; false with ImportError when it cannot be. */
export function* fetchedG(what: string, load: () => Promise<void>): Gen<boolean> {
  const r = yield new WaitRequest('file', (resume) => {
    load().then(
      () => resume(none),
      (error: unknown) =>
        resume(() => raise(PyExc.ImportError, `${what} could not be loaded: ${String(error)}`)),
    );
    return undefined;
  });
  return r !== null;
}

/** Waits until a built-in module can be made; false with ImportError when it cannot be fetched. */
export function* builtinReadyG(name: string): Gen<boolean> {
  const load = absent.get(name);
  if (load === undefined) return true;
  if (!(yield* fetchedG(name, load))) return false;
  for (const [other, how] of absent) if (how === load) absent.delete(other);
  return true;
}
