// What can be seen of frames from outside: which of them are the reader's, and what their names are bound to.

import { CO_FAST_CELL, CO_FAST_FREE } from '../code/codeobject.ts';
import type { Obj } from '../memory/object.ts';
import { type DictObj, isDict } from '../objects/dictcore.ts';
import { type Cell, cellType } from '../objects/funcobject.ts';
import type { AnyFrame, Frame } from '../vm/frame.ts';
import type { VariableKind } from './recording.ts';
import type { Tables } from './tables.ts';

/** Names that Python itself puts into the namespace of a module or class. */
const OWN = new Set(
  (
    '__name__ __doc__ __package__ __loader__ __spec__ __annotations__ __builtins__ __file__ __cached__ ' +
    '__module__ __qualname__ __classcell__ __type_params__'
  ).split(' '),
);

/** The reader's frames below and including this one, the innermost first. */
export function* readersFrames(top: AnyFrame | null, tables: Tables): Generator<Frame> {
  for (let f = top; f !== null; f = f.back) if (!f.native && tables.codeOf(f) >= 0) yield f;
}

export interface Binding {
  name: string;
  kind: VariableKind;
  /** The object the name is bound to. */
  object: Obj;
  /** The cell in between, if there is one. */
  cell: Obj | null;
}

/** Entries of a namespace that are the program's own. */
export function* namespaceEntries(d: DictObj): Generator<[name: string, value: Obj]> {
  const { keys, values } = d.v;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const value = values[i];
    if (key === undefined || value === undefined) continue;
    if (typeof key.v === 'string' && !OWN.has(key.v)) yield [key.v, value];
  }
}

/** Names of a frame that are bound, in the order of its slots or of its namespace. */
export function bindings(frame: Frame): Binding[] {
  const out: Binding[] = [];
  if (frame.locals !== null && isDict(frame.locals)) {
    for (const [name, object] of namespaceEntries(frame.locals))
      out.push({ name, kind: 'name', object, cell: null });
  }
  const { co, nlocalsplus } = frame.rt;
  for (let i = 0; i < nlocalsplus; i++) {
    const slot = frame.slots[i] ?? null;
    if (slot === null) continue;
    const flags = co.localspluskinds[i]!;
    const name = co.localsplusnames[i]!;
    // A parameter that inner functions share is a plain value until MAKE_CELL has run.
    if ((flags & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && slot.type === cellType) {
      const { value } = (slot as Cell).v;
      const kind = (flags & CO_FAST_FREE) !== 0 ? 'free' : 'cell';
      if (value !== null) out.push({ name, kind, object: value, cell: slot });
    } else out.push({ name, kind: 'local', object: slot, cell: null });
  }
  return out;
}
