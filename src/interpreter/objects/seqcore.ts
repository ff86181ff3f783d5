// Tuples and lists: making and growing them. Their methods are in tupleobject.ts and listobject.ts.
//
// The payload of both is a JavaScript array that owns a reference to each item. An exact list keeps the
// number of slots CPython would have allocated in `x`, so that its growth can be shown.
//
// Answers to CPython 3.12: Objects/tupleobject.c, Objects/listobject.c (list_resize).

import { gcTrack } from '../memory/gc.ts';
import { immortal, Obj, PyType, TPFLAGS, typeType } from '../memory/object.ts';

export type Tuple = Obj<Obj[]>;
export type List = Obj<Obj[]>;

export const tupleType = new PyType(
  'tuple',
  TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC | TPFLAGS.TUPLE_SUBCLASS,
  typeType,
);
export const listType = new PyType(
  'list',
  TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC | TPFLAGS.LIST_SUBCLASS,
  typeType,
);

export const emptyTuple: Tuple = immortal(new Obj<Obj[]>(tupleType, []));

/** A tuple of these items; takes over the caller's references and the array. */
export function newTuple(items: Obj[]): Tuple {
  if (items.length === 0) {
    emptyTuple.rc++;
    return emptyTuple;
  }
  const t = new Obj<Obj[]>(tupleType, items);
  gcTrack(t);
  return t;
}

/** A tuple of borrowed items. */
export function tupleOf(...items: Obj[]): Tuple {
  for (const o of items) o.rc++;
  return newTuple(items);
}

/** A list of these items; takes over the caller's references and the array. */
export function newList(items: Obj[]): List {
  const l = new Obj<Obj[]>(listType, items);
  l.x = items.length;
  gcTrack(l);
  return l;
}

export function isTuple(o: Obj): o is Tuple {
  return (o.type.flags & TPFLAGS.TUPLE_SUBCLASS) !== 0;
}

export function isList(o: Obj): o is List {
  return (o.type.flags & TPFLAGS.LIST_SUBCLASS) !== 0;
}

/**
 * Notes that a list now has `newsize` items: adjusts its number of allocated slots as CPython would.
 * CPython 3.12: Objects/listobject.c list_resize
 */
export function listResized(list: List, newsize: number): void {
  if (list.type !== listType) return;
  const allocated = list.x as number;
  if (allocated >= newsize && newsize >= allocated >> 1) return;
  let grown = (newsize + (newsize >> 3) + 6) & ~3;
  // An oversized request (extend by many) is not over-allocated.
  if (newsize - (list.v.length < newsize ? list.v.length : newsize) > grown - newsize)
    grown = (newsize + 3) & ~3;
  list.x = newsize === 0 ? 0 : grown;
}

/** Appends an owned reference. CPython 3.12: Objects/listobject.c _PyList_AppendTakeRef */
export function listAppendOwned(list: List, item: Obj): void {
  const items = list.v;
  const n = items.length;
  if (list.type === listType && n >= (list.x as number)) list.x = (n + 1 + ((n + 1) >> 3) + 6) & ~3;
  items.push(item);
}
