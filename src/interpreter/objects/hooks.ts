// What the object model needs from parts further right, named in one place: the running frame, iteration,
// function wrappers. Each is put in once, when the interpreter is wired (objects/index.ts, vm).

import type { Obj, PyType, Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import type { DictObj } from './dictcore.ts';
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
  /** Drops a raised AttributeError. */
  clearAttributeError: () => void;
  /** `dict.update(other)` where other is a dict. */
  dictUpdateG: (d: Obj, other: Obj) => Gen<boolean>;
  /** A dict of a flat row key, value, key, value, ... with str keys (new reference). */
  dictOfPairs: (flat: Obj[]) => Obj;
  emptyTuple: () => Obj;
  /** The builtins dict of the running interpreter. */
  builtins: () => DictObj;
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
  clearAttributeError: missing,
  dictUpdateG: missing,
  dictOfPairs: missing,
  emptyTuple: missing,
  builtins: missing,
  abstractError: missing,
  genericSetAttr,
  objectRepr,
};

/** What `super()` and pickling need from the running program; put in by vm and runtime. */
export const runningHooks: {
  /**
   * Class and first argument of the running function, for `super()` without arguments (borrowed); a string: the
   * message of the RuntimeError it raises instead. CPython 3.12: super_init_without_args
   */
  currentSuper: () => { cls: Obj; self: Obj } | string;
  /** Imports a module by its absolute name (new reference), or null with an error. */
  importModuleG: (name: string) => Gen<Obj | null>;
  /** Warns as the warnings module does; None, or null (error or pending). */
  warn: (category: 'DeprecationWarning' | 'RuntimeWarning', message: string, source?: Obj) => Res;
  /** A warning about a place in source text; None, or null. */
  warnExplicit: (category: string, message: string, filename: string, lineno: number) => Res;
} = {
  currentSuper: () => 'super(): no current frame',
  importModuleG: missing,
  warn: missing,
  warnExplicit: missing,
};

/** Objects that types further left make of a type's parts; put in by the files of those types. */
export const typeHooks: {
  /** A read-only view of a dict: `cls.__dict__`. */
  mappingProxy: (d: Obj) => Obj;
  /** `a | b` of types; NotImplemented if one of them is none. */
  union: (a: Obj, b: Obj) => Res;
  /** `origin[args]`: list[int] (new reference). */
  genericAlias: (origin: Obj, args: Obj) => Res;
} = { mappingProxy: missing, union: missing, genericAlias: missing };
