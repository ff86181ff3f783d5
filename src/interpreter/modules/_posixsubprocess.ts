// _posixsubprocess: there are no other programs here, and subprocess says so.
//
// Answers to CPython 3.12: Modules/_posixsubprocess.c.

import { PyExc, raiseArgs } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { newStr } from '../objects/strcore.ts';

const ENOSYS = 38;

/** OSError for whatever would need a second process. */
export function noProcesses(): null {
  return raiseArgs(PyExc.OSError, [
    newInt(ENOSYS),
    newStr('there are no other processes in here: a program cannot start another one'),
  ]);
}

export const posixsubprocessModule = defineModule(
  '_posixsubprocess',
  'A POSIX helper for the subprocess module.',
  {
    functions: [
      [
        'fork_exec',
        '($module, /, *args)',
        noProcesses,
        'Spawn a fresh new child process: there are none in here, so this raises OSError.',
      ],
    ],
  },
);
