// How the iterator types of itertools (and the like) are declared: a signature, what `__new__` makes, and the next item.
//
// A payload names the objects it owns in `refs`; everything else in it is plain data.

import { decref, Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getIter } from '../objects/abstract.ts';
import { selfIter } from '../objects/iterobject.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { readyLater } from '../objects/moduleobject.ts';
import { allocInstance, typeSignatures } from '../objects/typeobject.ts';

/** Objects that an iterator owns, by place; null: empty. */
export interface Refs {
  refs: (Obj | null)[];
}

/** Puts an owned reference into a place, dropping what was there. */
export function setRef(p: Refs, at: number, o: Obj | null): void {
  const old = p.refs[at] ?? null;
  p.refs[at] = o;
  if (old !== null) decref(old);
}

export function dropRefs(o: Obj): void {
  const p = o.v as Refs | null;
  if (p === null) return;
  const { refs } = p;
  p.refs = refs.map(() => null);
  for (const r of refs) if (r !== null) decref(r);
}

export function visitRefs(o: Obj, visit: (o: Obj) => void): void {
  const p = o.v as Refs | null;
  if (p !== null) for (const r of p.refs) if (r !== null) visit(r);
}

/** `iter(o)` for generator natives; null: an error. */
export function* iterG(o: Obj): Gen {
  const it = getIter(o);
  return it === null ? yield* settle() : it;
}

export interface IterSpec<P extends Refs> {
  /** "itertools.count" */
  name: string;
  sig: string;
  doc: string;
  /** The payload from the bound arguments; null: an error is set. */
  make: (args: (Obj | Obj[] | undefined)[]) => P | null | Gen<P | null>;
  /** Next item, plain or a generator; null without an error: exhausted. */
  next: (p: P, o: Obj<P>) => Res | Gen;
  basicsize?: number;
}

/** Types of itertools of which CPython tells no signature. */
const UNTOLD = new Set([
  'chain',
  'islice',
  'product',
  'repeat',
  'zip_longest',
  '_grouper',
  '_tee_dataobject',
]);

/** Makes the type; what is special to it is put in by the caller before it is made ready (`also`). */
export function iteratorType<P extends Refs>(spec: IterSpec<P>, also?: (t: PyType) => void): PyType {
  const t = new PyType(spec.name, TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
  t.qualname = spec.name.slice(spec.name.lastIndexOf('.') + 1);
  t.doc = spec.doc;
  t.basicsize = spec.basicsize ?? 48;
  const def = new NativeDef(t.qualname, spec.sig, () => null, null, null);
  if (spec.name.startsWith('itertools.') && !UNTOLD.has(t.qualname)) typeSignatures.set(t, spec.sig);
  t.tp_new = (cls, args, kwnames) => {
    const bound = bindArguments(def, args, kwnames);
    if (bound === null) return null;
    const made = spec.make(bound as (Obj | undefined)[]);
    if (made === null) return null;
    if ('refs' in made) return allocInstance(cls.v, made);
    return suspend(finishG(cls, made), [cls, ...args]);
  };
  t.tp_iter = selfIter;
  t.tp_iternext = (o) => {
    const r = spec.next(o.v as P, o as Obj<P>);
    return r === null || r instanceof Obj ? r : suspend(r, [o]);
  };
  t.tp_traverse = visitRefs;
  t.tp_clear = dropRefs;
  t.tp_dealloc = dropRefs;
  also?.(t);
  readyLater(t);
  return t;
}

function* finishG<P extends Refs>(cls: Obj<PyType>, making: Gen<P | null>): Gen {
  const p = yield* making;
  return p === null ? null : allocInstance(cls.v, p);
}
