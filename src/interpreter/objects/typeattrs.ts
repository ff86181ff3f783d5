// The descriptors a new class gets for its instances' `__dict__` and `__weakref__`.
//
// Answers to CPython 3.12: Objects/typeobject.c subtype_getsets_full.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, type PyType } from '../memory/object.ts';
import { type GetSet, getSetType } from './descrobject.ts';
import { isDict } from './dictcore.ts';
import { typeError } from './errors.ts';
import { ensureDict } from './object.ts';
import { none } from './singletons.ts';

export const typeAttributes = {
  instanceDictDescriptor(type: PyType): Obj<GetSet> {
    return new Obj<GetSet>(getSetType, {
      name: '__dict__',
      objclass: type,
      get: (self) => {
        const d = ensureDict(self);
        // From now on it is an object of its own.
        if (d.gc === 0) gcTrack(d);
        d.rc++;
        return d;
      },
      set: (self, value) => {
        if (value !== null && !isDict(value)) {
          return typeError(`__dict__ must be set to a dictionary, not a '${value.type.name}'`);
        }
        const old = self.x as Obj | null;
        if (value !== null) value.rc++;
        self.x = value;
        if (old !== null) decref(old);
        return none();
      },
      doc: 'dictionary for instance variables',
    });
  },
  /** Replaced by weakrefobject.ts, which knows the references. */
  weakrefGet: (_self: Obj): Obj => none(),
  weakrefDescriptor(type: PyType): Obj<GetSet> {
    return new Obj<GetSet>(getSetType, {
      name: '__weakref__',
      objclass: type,
      get: (self) => typeAttributes.weakrefGet(self),
      set: null,
      doc: 'list of weak references to the object',
    });
  },
};
