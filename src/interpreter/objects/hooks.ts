// What the object model needs from parts further right, named in one place: the running frame, iteration,
// function wrappers. Each is put in once, when the interpreter is wired (objects/index.ts, vm).

import type { Obj, PyType, Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { genericSetAttr, objectRepr } from './object.ts';
import type { Str } from './strcore.ts';

function missing(): never {
  throw new Error('hook used before the interpreter was wired');
}

export const callFrameHooks: {
  /** A global of the running Python frame (borrowed), or null. */
  currentGlobal: (name: Str) => Obj | null;
  /** staticmethod(f), classmethod(f): new references. */
  staticMethod: (f: Obj) => Obj;
  classMethod: (f: Obj) => Obj;
  /** All items of an iterable (owned), or null with an error. */
  iterateG: (iterable: Obj) => Gen<Obj[] | null>;
  setCell: (cell: Obj, value: Obj) => void;
  /** Adds a note to the raised exception. */
  addNote: (text: string) => void;
  /** TypeError for an instance of an abstract class. */
  abstractError: (type: PyType) => null;
  genericSetAttr: (o: Obj, name: Obj, value: Obj | null) => Res;
  objectRepr: (o: Obj) => Res;
} = {
  currentGlobal: () => null,
  staticMethod: missing,
  classMethod: missing,
  iterateG: missing,
  setCell: missing,
  addNote: missing,
  abstractError: missing,
  genericSetAttr,
  objectRepr,
};
