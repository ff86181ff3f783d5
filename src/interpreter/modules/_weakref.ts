// _weakref: weak references and proxies for the weakref module.
//
// Answers to CPython 3.12: Modules/_weakref.c.

import { decref, type Obj } from '../memory/object.ts';
import { objectHash } from '../objects/compare.ts';
import { type DictObj, find, isDict, removeAt } from '../objects/dictcore.ts';
import { typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { newList } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import {
  callableProxyType,
  newWeakref,
  proxyType,
  refType,
  WeakV,
  weakrefsOf,
} from '../objects/weakrefobject.ts';

export const weakrefModule = defineModule('_weakref', 'Weak-reference support module.', {
  functions: [
    [
      'getweakrefcount',
      '(object, /)',
      (_m: Obj, o: Obj) => newInt(weakrefsOf(o).length),
      "Return the number of weak references to 'object'.",
    ],
    [
      'getweakrefs',
      '(object, /)',
      (_m: Obj, o: Obj) => newList(weakrefsOf(o).map((w) => (w.rc++, w as Obj))),
      "Return a list of all weak reference objects pointing to 'object'.",
    ],
    [
      'proxy',
      '(object, callback=None, /)',
      (_m: Obj, o: Obj, callback: Obj | undefined) =>
        newWeakref(
          o.type.tp_call === null ? proxyType : callableProxyType,
          o,
          callback === undefined || callback === None ? null : callback,
        ),
      "Create a proxy object that weakly references 'object'.\n\n'callback', if given, is called with a reference to the\nproxy when 'object' is about to be finalized.",
    ],
    [
      '_remove_dead_weakref',
      '(dct, key, /)',
      (_m: Obj, dct: Obj, key: Obj) => {
        if (!isDict(dct)) {
          return typeError(`_remove_dead_weakref() argument 1 must be dict, not ${dct.type.name}`);
        }
        const d = (dct as DictObj).v;
        const hash = objectHash(key);
        if (Number.isNaN(hash)) return null;
        const at = find(d, key, hash);
        const value = at < 0 ? undefined : d.values[at];
        if (value !== undefined && value.v instanceof WeakV && value.v.obj === null) decref(removeAt(d, at));
        return none();
      },
      'Atomically remove key from dict if it points to a dead weakref.',
    ],
  ],
  types: {
    ref: refType,
    ReferenceType: refType,
    ProxyType: proxyType,
    CallableProxyType: callableProxyType,
  },
});
