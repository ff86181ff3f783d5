// The optional start and stop of `index`, `count`, `find` and their like.
//
// Answers to CPython 3.12: Python/ceval.c _PyEval_SliceIndexNotNone, Objects/unicodeobject.c (find, index).

import { decref, type Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { indexG, ssizeG } from './abstract.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { isInt } from './longcore.ts';
import { None } from './singletons.ts';

/** One bound, given as an int or an object with `__index__`; null: TypeError. */
function* boundG(o: Obj | undefined, missing: number): Gen<number | null> {
  if (o === undefined) return missing;
  if (isInt(o)) {
    const v = o.v;
    return typeof v === 'number' ? v : v < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  }
  if (o.type.nb_index === null) {
    return typeError('slice indices must be integers or have an __index__ method');
  }
  return yield* ssizeG(o, null);
}

/** Bounds of `list.index`: negative ones count from the end; None is refused. */
export function* indexBoundsG(
  start: Obj | undefined,
  stop: Obj | undefined,
  length: () => number,
): Gen<{ start: number; stop: number } | null> {
  let from = yield* boundG(start, 0);
  if (from === null) return null;
  let to = yield* boundG(stop, Number.MAX_SAFE_INTEGER);
  if (to === null) return null;
  if (from < 0) from = Math.max(0, from + length());
  if (to < 0) to = Math.max(0, to + length());
  return { start: from, stop: to };
}

/** Bounds of `bytes.find` and the like: None is as good as absent; both are clipped to the length. */
export function* findBoundsG(
  start: Obj | undefined,
  stop: Obj | undefined,
  length: () => number,
): Gen<{ start: number; stop: number } | null> {
  const bad = (o: Obj | undefined): boolean =>
    o !== undefined && o !== None && !isInt(o) && o.type.nb_index === null;
  if (bad(start) || bad(stop)) {
    return typeError('slice indices must be integers or None or have an __index__ method');
  }
  let from = yield* boundG(start === None ? undefined : start, 0);
  if (from === null) return null;
  let to = yield* boundG(stop === None ? undefined : stop, Number.MAX_SAFE_INTEGER);
  if (to === null) return null;
  const n = length();
  if (from < 0) from = Math.max(0, from + n);
  if (to < 0) to = Math.max(0, to + n);
  return { start: from, stop: Math.min(to, n) };
}

/** A Py_ssize_t parameter; null: an error. CPython 3.12: Python/getargs.c, format 'n' */
export function* ssizeArgG(o: Obj): Gen<number | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'number') return v;
  if (v >= 1n << 63n || v < -(1n << 63n)) {
    return raise(PyExc.OverflowError, 'Python int too large to convert to C ssize_t');
  }
  return v < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/** The type name in "argument must be str, not None". CPython 3.12: Python/getargs.c _PyArg_BadArgument */
export function argTypeName(o: Obj): string {
  return o === None ? 'None' : o.type.name;
}
