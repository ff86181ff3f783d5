// Instances of classes defined in Python: what they hold, and how they go.
//
// An instance has the payload of its solid base (a list subclass has the items), a `__dict__` in `x`, and the
// cells of `__slots__`. Its type is one of the things it holds.
//
// Answers to CPython 3.12: Objects/typeobject.c subtype_traverse, subtype_clear, subtype_dealloc.

import { decref, type Obj, type PyType, TPFLAGS, type visitproc } from '../memory/object.ts';

let slotCells: (o: Obj) => (Obj | null)[] = () => [];
export function setDealloc(cells: (o: Obj) => (Obj | null)[]): void {
  slotCells = cells;
}

/** The nearest base that is a built-in type: it knows the payload. */
function staticBase(type: PyType): PyType {
  let t = type;
  while ((t.flags & TPFLAGS.HEAPTYPE) !== 0) t = t.base!;
  return t;
}

export function instanceTraverse(o: Obj, visit: visitproc): void {
  const type = o.type;
  visit(type.self);
  const base = staticBase(type);
  base.tp_traverse?.(o, visit);
  if (type.hasDict && o.x !== null && !base.hasDict) {
    const dict = o.x as Obj;
    visit(dict);
    // Inline values: what they hold, the instance holds.
    if (dict.gc === 0) dict.type.tp_traverse!(dict, visit);
  }
  if (type.slotNames !== null) for (const c of slotCells(o)) if (c != null) visit(c);
}

export function instanceClear(o: Obj): void {
  const type = o.type;
  const base = staticBase(type);
  (base.tp_clear ?? base.tp_dealloc)?.(o);
  clearCells(o, type);
  if (type.hasDict && o.x !== null) {
    const d = o.x as Obj;
    o.x = null;
    decref(d);
  }
}

function clearCells(o: Obj, type: PyType): void {
  if (type.slotNames === null) return;
  const cells = slotCells(o);
  for (let i = 0; i < cells.length; i++) {
    const c = cells[i];
    cells[i] = null;
    if (c != null) decref(c);
  }
}

/** The rest (`__dict__`, the type) is dropped by memory/object.ts free(). */
export function instanceDealloc(o: Obj): void {
  const type = o.type;
  staticBase(type).tp_dealloc?.(o);
  clearCells(o, type);
}
