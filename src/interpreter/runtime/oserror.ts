// Raising OSError for a number that the operating system answered.
//
// Answers to CPython 3.12: Python/errors.c PyErr_SetFromErrnoWithFilenameObjects.

import type { Obj } from '../memory/object.ts';
import { raiseArgs } from '../objects/errors.ts';
import { osErrorType } from '../objects/excmethods.ts';
import { newInt } from '../objects/longcore.ts';
import { newStr } from '../objects/strcore.ts';
import { strerror } from './errnotable.ts';

/** Raises the subclass of OSError that belongs to the number (positive or negative). File names are borrowed. */
export function raiseErrno(
  errno: number,
  filename: Obj | string | null = null,
  filename2: Obj | null = null,
): null {
  const number = Math.abs(errno);
  const args: Obj[] = [newInt(number), newStr(strerror(number))];
  if (filename !== null) {
    args.push(typeof filename === 'string' ? newStr(filename) : (filename.rc++, filename));
    if (filename2 !== null) {
      filename2.rc++;
      // The fourth argument is Windows' own error number.
      args.push(newInt(0), filename2);
    }
  }
  return raiseArgs(osErrorType(number), args);
}
