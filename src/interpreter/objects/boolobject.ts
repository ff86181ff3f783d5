// bool: the two ints with names.
//
// Answers to CPython 3.12: Objects/boolobject.c.

import { decref, type Obj, type PyType, type Res, tstate } from '../memory/object.ts';
import { type Gen, POLL, settle, suspend } from '../memory/suspend.ts';
import { BOOL_INVERTED } from '../text/constant.ts';
import { runningHooks } from './hooks.ts';
import { boolType, type Int, intType, newBool } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { truth } from './object.ts';
import { id } from './strcore.ts';
import { typeReady } from './typeobject.ts';

const TRUE = id('True');
const FALSE = id('False');

const newDef = new NativeDef('bool', '(object=False, /)', () => null, null, null);

function* truthRest(): Gen {
  const r = yield* settle();
  if (r === null) return null;
  const t = (r as Int).v !== 0;
  decref(r);
  return newBool(t);
}

/** CPython 3.12: Objects/boolobject.c bool_new */
function boolNew(_type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(newDef, args, kwnames);
  if (bound === null) return null;
  if (args.length === 0) return newBool(false);
  const t = truth(args[0]!);
  if (t >= 0) return newBool(t === 1);
  return tstate.pending === null ? null : suspend(truthRest(), args);
}

function boolRepr(o: Obj): Res {
  const text = (o as Int).v === 0 ? FALSE : TRUE;
  text.rc++;
  return text;
}

// Two bools give a bool; with any other int it is int's operator.
function logical(
  ints: (a: Obj, b: Obj) => Res,
  bools: (a: boolean, b: boolean) => boolean,
): (a: Obj, b: Obj) => Res {
  return (a, b) =>
    a.type === boolType && b.type === boolType
      ? newBool(bools((a as Int).v === 1, (b as Int).v === 1))
      : ints(a, b);
}

/** CPython 3.12: Objects/boolobject.c bool_invert */
function* invertG(o: Obj): Gen {
  // Only while this native waits does the frame tell the line it is at.
  yield POLL;
  let r = runningHooks.warn('DeprecationWarning', BOOL_INVERTED);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  decref(r);
  return intType.nb_invert!(o);
}

/** After int. */
export function initBool(): void {
  const t = boolType;
  t.base = intType;
  t.doc =
    'bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.\n' +
    'The builtins True and False are the only two instances of the class bool.\n' +
    'The class bool is a subclass of the class int, and cannot be subclassed.';
  t.basicsize = 24;
  t.itemsize = 4;
  t.tp_new = boolNew;
  t.tp_repr = boolRepr;
  t.nb_and = logical(intType.nb_and!, (a, b) => a && b);
  t.nb_or = logical(intType.nb_or!, (a, b) => a || b);
  t.nb_xor = logical(intType.nb_xor!, (a, b) => a !== b);
  t.nb_invert = (o) => suspend(invertG(o), [o]);
  typeReady(t);
}
