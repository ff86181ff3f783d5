// What instructions need from parts further right (modules, runtime); put in when the interpreter is wired.

import type { Obj, PyType, Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import type { DictObj } from '../objects/dictcore.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { none } from '../objects/singletons.ts';

const absent = (what: string): null => raise(PyExc.SystemError, `${what} is not available`);

export const vmHooks: {
  /** The dict of sys.modules, or null. */
  sysModules: () => DictObj | null;
  isInitializing: (module: Obj) => Gen<boolean>;
  /** Interactive mode: prints the value of an expression statement. */
  displayHook: (value: Obj) => Gen;
  /** Waits until asynchronous functions can be made; false with an error. */
  asyncReadyG: () => Gen<boolean>;
  /** INTRINSIC_TYPEVAR and its siblings (PEP 695). */
  intrinsicType: (which: number, value: Obj) => Res;
  intrinsic2: (which: number, a: Obj, b: Obj) => Res;
  /** Py_TPFLAGS_MAPPING and Py_TPFLAGS_SEQUENCE, for match. */
  isMapping: (type: PyType) => boolean;
  isSequence: (type: PyType) => boolean;
} = {
  sysModules: () => null,
  isInitializing: function* () {
    return false;
  },
  displayHook: function* () {
    return none();
  },
  asyncReadyG: function* () {
    return true;
  },
  intrinsicType: () => absent('a type parameter'),
  intrinsic2: () => absent('a type parameter'),
  isMapping: () => false,
  isSequence: () => false,
};
