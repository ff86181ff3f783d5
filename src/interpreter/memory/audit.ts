// The audit: counts every reference again, from the roots, and compares with the counts kept.
//
// Natives written in TypeScript keep reference counts by hand, as C does, and can be wrong in the same ways. After
// each program of the corpus the tests run this; any difference is a bug.
//
// Architecture invariant: at rest (no native is waiting) every object's count equals the number of references that
// tp_traverse of all reachable objects, and the roots, can name.

import { trackedObjects } from './gc.ts';
import { isImmortal, type Obj, objectType, type PyType, TPFLAGS } from './object.ts';

export interface AuditDifference {
  object: Obj;
  kept: number;
  counted: number;
  /** Types of the objects that were seen to hold it. */
  holders: string[];
}

function* staticTypes(type: PyType): Generator<PyType> {
  if ((type.flags & TPFLAGS.HEAPTYPE) === 0) yield type;
  for (const sub of type.subclasses) yield* staticTypes(sub);
}

/**
 * Compares kept and counted references of everything reachable. `roots`: each stands for one reference that the
 * interpreter itself holds. Objects the collector tracks but nothing reaches are reported as held by nobody.
 */
export function audit(roots: readonly Obj[]): AuditDifference[] {
  const counted = new Map<Obj, number>();
  const holders = new Map<Obj, string[]>();
  const stack: Obj[] = [];
  let holder = 'root';
  const visit = (o: Obj): void => {
    const n = counted.get(o);
    if (n === undefined) {
      counted.set(o, 1);
      stack.push(o);
    } else counted.set(o, n + 1);
    const list = holders.get(o);
    if (list === undefined) holders.set(o, [holder]);
    else if (list.length < 8) list.push(holder);
  };
  const drain = (): void => {
    for (let o = stack.pop(); o !== undefined; o = stack.pop()) {
      holder = o.type.name;
      // An untracked dict holds an instance's inline values, which the instance has named already.
      if (o.gc === 0 && (o.type.flags & TPFLAGS.DICT_SUBCLASS) !== 0) continue;
      o.type.tp_traverse?.(o, visit);
    }
  };
  for (const r of roots) {
    holder = 'root';
    visit(r);
  }
  drain();
  for (const t of new Set(staticTypes(objectType))) {
    holder = `static type ${t.name}`;
    if (t.dict !== null) t.dict.type.tp_traverse?.(t.dict, visit);
    drain();
  }
  const out: AuditDifference[] = [];
  for (const [object, n] of counted) {
    if (isImmortal(object) || object.rc === n) continue;
    out.push({ object, kept: object.rc, counted: n, holders: holders.get(object) ?? [] });
  }
  for (const object of trackedObjects()) {
    if (!counted.has(object) && !isImmortal(object)) {
      out.push({ object, kept: object.rc, counted: 0, holders: [] });
    }
  }
  return out;
}
