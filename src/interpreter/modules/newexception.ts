// Exception classes that a built-in module makes for itself (`struct.error`, `binascii.Error`).
//
// Answers to CPython 3.12: Python/errors.c PyErr_NewException.

import { decref, type Obj, type PyType, typeType } from '../memory/object.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { objectCall } from '../objects/object.ts';
import { tupleOf } from '../objects/seqcore.ts';
import { id, newStr } from '../objects/strcore.ts';

/** A new class `module.name` below `base` (new reference). Making it runs no Python code. */
export function newExceptionClass(dotted: string, base: PyType): Obj {
  const at = dotted.lastIndexOf('.');
  const name = newStr(dotted.slice(at + 1));
  const module = newStr(dotted.slice(0, at));
  const ns = newDict();
  setStr(ns, id('__module__'), module);
  const bases = tupleOf(base.self);
  const cls = objectCall(typeType.self, [name, bases, ns]);
  decref(name);
  decref(module);
  decref(ns);
  decref(bases);
  if (cls === null) throw new Error(`the exception class ${dotted} could not be made`);
  return cls;
}
