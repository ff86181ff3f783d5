// Names: module and class namespaces, globals, builtins, and the errors of names that are not there.
//
// Answers to CPython 3.12: Python/bytecodes.c (LOAD_NAME, STORE_NAME, LOAD_GLOBAL), Python/ceval.c format_exc_unbound.

import { CO_FAST_FREE } from '../code/codeobject.ts';
import { type Obj, type Res, tstate } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getItem, setItem } from '../objects/abstract.ts';
import { type Dict, dictType, findStr, setStr } from '../objects/dictcore.ts';
import { clearIf, matches, PyExc, raise, setException } from '../objects/errors.ts';
import { newException, setExcField } from '../objects/exceptions.ts';
import { newTuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { newStr, type Str, strHash } from '../objects/strcore.ts';
import type { Frame } from './frame.ts';

/** NameError: name 'x' is not defined. */
export function nameError(name: Str, message = `name '${name.v}' is not defined`): null {
  const exc = newException(PyExc.NameError, newTuple([newStr(message)]));
  name.rc++;
  setExcField(exc, 'name', name);
  return setException(exc);
}

/** A global or builtin (new reference). */
export function loadGlobal(frame: Frame, name: Str): Res {
  return globalOrBuiltin(frame, name) ?? nameError(name);
}

/** A global or builtin (new reference); null: NameError is NOT set. */
function globalOrBuiltin(frame: Frame, name: Str): Obj | null {
  const hash = strHash(name);
  let dict = frame.globals.v;
  let at = findStr(dict, name, hash);
  if (at < 0) {
    dict = frame.builtins.v;
    at = findStr(dict, name, hash);
    if (at < 0) return null;
  }
  const v = dict.values[at]!;
  v.rc++;
  return v;
}

/** LOAD_NAME when the name is not in a plain dict of locals. */
export function loadName(frame: Frame, name: Str): Res {
  const locals = frame.locals!;
  if (locals.type !== dictType) return suspend(loadFromMapping(frame, locals, name), [locals, name]);
  return globalOrBuiltin(frame, name) ?? nameError(name);
}

/** `mapping[name]`, else the global or builtin. */
export function* loadFromMapping(frame: Frame, mapping: Obj, name: Str): Gen {
  let r = getItem(mapping, name);
  if (r === null) r = yield* settle();
  if (r !== null) return r;
  if (!matches(PyExc.KeyError)) return null;
  clearIf(PyExc.KeyError);
  return globalOrBuiltin(frame, name) ?? nameError(name);
}

/** LOAD_FROM_DICT_OR_GLOBALS with the mapping given (borrowed). */
export function loadFromDictOrGlobals(frame: Frame, mapping: Obj, name: Str): Res {
  if (mapping.type !== dictType) return suspend(loadFromMapping(frame, mapping, name), [mapping, name]);
  const d = mapping.v as Dict;
  const at = findStr(d, name, strHash(name));
  if (at >= 0) {
    const v = d.values[at]!;
    v.rc++;
    return v;
  }
  return globalOrBuiltin(frame, name) ?? nameError(name);
}

/** STORE_NAME: None, or null. */
export function storeName(frame: Frame, name: Str, value: Obj): Res {
  const locals = frame.locals;
  if (locals === null) return raise(PyExc.SystemError, `no locals found when storing '${name.v}'`);
  if (locals.type !== dictType) return setItem(locals, name, value);
  setStr(locals as never, name, value);
  return none();
}

/** The error of a local, cell or free variable without a value. CPython 3.12: Python/ceval.c format_exc_unbound */
export function unboundLocal(frame: Frame, at: number): null {
  const name = frame.rt.localNames[at]!;
  if ((frame.rt.co.localspluskinds[at]! & CO_FAST_FREE) !== 0) {
    return nameError(
      name,
      `cannot access free variable '${name.v}' where it is not associated with a value in enclosing scope`,
    );
  }
  // No name on the exception: a suggestion of another name would be beside the point.
  return raise(
    PyExc.UnboundLocalError,
    `cannot access local variable '${name.v}' where it is not associated with a value`,
  );
}

export { tstate };
