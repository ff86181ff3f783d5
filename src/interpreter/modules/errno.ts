// errno: the names of the operating system's error numbers.
//
// Answers to CPython 3.12: Modules/errnomodule.c.

import { decref } from '../memory/object.ts';
import { newDict, setItemFast } from '../objects/dictcore.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule, moduleAdd } from '../objects/moduleobject.ts';
import { newStr } from '../objects/strcore.ts';
import { errnoNames } from '../runtime/errnotable.ts';

export const errnoModule = defineModule(
  'errno',
  "This module makes available standard errno system symbols.\n\nThe value of each symbol is the corresponding integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.\n\nThe dictionary errno.errorcode maps numeric codes to symbol names,\ne.g., errno.errorcode[2] could be the string 'ENOENT'.\n\nSymbols that are not relevant to the underlying system are not defined.\n\nTo map error codes to error messages, use the function os.strerror(),\ne.g. os.strerror(2) could return 'No such file or directory'.",
  {
    init: (m) => {
      const codes = newDict();
      const seen = new Set<number>();
      for (const [name, number] of errnoNames) {
        moduleAdd(m, name, newInt(number));
        if (seen.has(number)) continue;
        seen.add(number);
        const key = newInt(number);
        const value = newStr(name);
        setItemFast(codes.v, key, value);
        decref(key);
        decref(value);
      }
      moduleAdd(m, 'errorcode', codes);
    },
  },
);
