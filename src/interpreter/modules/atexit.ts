// atexit: functions that are called when the program ends.
//
// Answers to CPython 3.12: Modules/atexitmodule.c.

import { holdsOutside } from '../memory/holders.ts';
import { decref, type Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { Py_EQ } from '../objects/compare.ts';
import { typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import type { Kwargs } from '../objects/methodobject.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { callG, compareBoolG } from '../objects/object.ts';
import { none } from '../objects/singletons.ts';
import { writeUnraisable } from '../runtime/finalize.ts';

interface Callback {
  func: Obj;
  args: Obj[];
  names: Obj[] | null;
}

/** In the order of registration; everything in it is owned. */
let callbacks: Callback[] = [];
holdsOutside(
  () => callbacks.flatMap((c) => [c.func, ...c.args, ...(c.names ?? [])]),
  () => {
    callbacks = [];
  },
);

function drop(c: Callback): void {
  decref(c.func);
  for (const a of c.args) decref(a);
  for (const k of c.names ?? []) decref(k);
}

function register(_m: Obj, func: Obj, args: Obj[], kwargs: Kwargs): Obj | null {
  if (func.type.tp_call === null) return typeError('the first argument must be callable');
  const all = [...args, ...kwargs.map(([, v]) => v)];
  const names = kwargs.length === 0 ? null : kwargs.map(([k]) => k as Obj);
  func.rc += 2;
  for (const o of all) o.rc++;
  for (const k of names ?? []) k.rc++;
  callbacks.push({ func, args: all, names });
  return func;
}

/** The last registered first; an error is reported and the rest still run. */
function* runExitFunctions(): Gen {
  for (let c = callbacks.pop(); c !== undefined; c = callbacks.pop()) {
    const r = yield* callG(c.func, c.args, c.names);
    if (r === null) yield* writeUnraisable(c.func, 'Exception ignored in atexit callback');
    else decref(r);
    drop(c);
  }
  return none();
}

function* unregister(_m: Obj, func: Obj): Gen {
  for (let i = callbacks.length - 1; i >= 0; i--) {
    const c = callbacks[i];
    if (c === undefined) continue;
    const same = yield* compareBoolG(c.func, func, Py_EQ);
    if (same < 0) return null;
    if (same === 1 && callbacks[i] === c) {
      callbacks.splice(i, 1);
      drop(c);
    }
  }
  return none();
}

export const atexitModule = defineModule(
  'atexit',
  'allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n',
  {
    functions: [
      [
        'register',
        '(func, /, *args, **kwargs)',
        register,
        'Register a function to be executed upon normal program termination\n\n    func - function to be called at exit\n    args - optional arguments to pass to func\n    kwargs - optional keyword arguments to pass to func\n\n    func is returned to facilitate usage as a decorator.',
      ],
      [
        '_clear',
        '()',
        () => {
          for (const c of callbacks) drop(c);
          callbacks = [];
          return none();
        },
        'Clear the list of previously registered exit functions.',
      ],
      [
        'unregister',
        '(func, /)',
        unregister,
        'Unregister an exit function which was previously registered using\natexit.register\n\n    func - function to be unregistered',
      ],
      ['_run_exitfuncs', '()', runExitFunctions, 'Run all registered exit functions.'],
      [
        '_ncallbacks',
        '()',
        () => newInt(callbacks.length),
        'Return the number of registered exit functions.',
      ],
    ],
  },
);
