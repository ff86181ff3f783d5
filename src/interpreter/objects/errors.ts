// Raising, matching and clearing exceptions from natives.
//
// A Python error is a value: it stands in `tstate.exc`, and the native returns null. A JavaScript `throw` is
// never a Python error (it was measured 12 times slower, and would hide our own bugs).
//
// Answers to CPython 3.12: Python/errors.c.

import { decref, type Obj, type PyType, type Res, tstate } from '../memory/object.ts';
import { type Exc, type ExcTypes, exceptionTypes, handledException, newException } from './exceptions.ts';
import { newTuple } from './seqcore.ts';
import { newStr } from './strcore.ts';
import { isSubtype } from './typecore.ts';

/** The exception types by name. */
export const PyExc: ExcTypes = exceptionTypes;

/** Raises `type(message)`: `return raise(PyExc.ValueError, 'math domain error')`. */
export function raise(type: PyType, message: string): null {
  return raiseWith(type, newStr(message));
}

/** Raises `type(arg)`; takes over the reference. */
export function raiseWith(type: PyType, arg: Obj): null {
  return raiseArgs(type, [arg]);
}

/** Raises `type(*args)`; takes over the references. */
export function raiseArgs(type: PyType, args: Obj[]): null {
  return setException(newException(type, newTuple(args)));
}

/** Raises `type()`. */
export function raiseBare(type: PyType): null {
  return raiseArgs(type, []);
}

/**
 * Makes this exception (owned) the raised one, chained to the one being handled.
 * CPython 3.12: Python/errors.c _PyErr_SetObject
 */
export function setException(exc: Obj): null {
  const handled = handledException();
  if (handled !== null && handled !== exc) chain(exc as Exc, handled as Exc);
  if (tstate.exc !== null) decref(tstate.exc);
  tstate.exc = exc;
  return null;
}

// Sets exc.__context__ = handled, cutting the link that would make a loop.
function chain(exc: Exc, handled: Exc): void {
  if (exc.v.context === handled) return;
  let o: Exc = handled;
  let slow: Exc | null = handled;
  let odd = false;
  while (o.v.context !== null) {
    const context = o.v.context as Exc;
    if (context === exc) {
      o.v.context = null;
      decref(context);
      break;
    }
    o = context;
    if (o === slow) break;
    if (odd) slow = slow!.v.context as Exc;
    odd = !odd;
  }
  handled.rc++;
  const old = exc.v.context;
  exc.v.context = handled;
  if (old !== null) decref(old);
}

/** Puts an exception back as the raised one, unchanged (owned). CPython 3.12: PyErr_SetRaisedException */
export function restore(exc: Obj): null {
  if (tstate.exc !== null && tstate.exc !== exc) decref(tstate.exc);
  tstate.exc = exc;
  return null;
}

/** Takes the raised exception away (owned). CPython 3.12: PyErr_GetRaisedException */
export function fetch(): Obj | null {
  const exc = tstate.exc;
  tstate.exc = null;
  return exc;
}

/** True if the raised exception is of this type. */
export function matches(type: PyType): boolean {
  return tstate.exc !== null && isSubtype(tstate.exc.type, type);
}

/** Drops the raised exception. */
export function clear(): void {
  const exc = tstate.exc;
  tstate.exc = null;
  if (exc !== null) decref(exc);
}

/** If the raised exception is of this type, drops it and answers true. */
export function clearIf(type: PyType): boolean {
  if (!matches(type)) return false;
  clear();
  return true;
}

/** "'list' object is not callable" and the like: TypeError about an object's type name. */
export function typeError(message: string): null {
  return raise(PyExc.TypeError, message);
}

export type { Res };
