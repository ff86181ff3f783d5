// What posix does with processes. There is one, and it cannot make others: whoever tries gets OSError, which says so.
//
// Answers to CPython 3.12: Modules/posixmodule.c.

import type { Obj, Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { newInt } from '../objects/longcore.ts';
import type { FunctionRow } from '../objects/moduleobject.ts';
import { newTuple } from '../objects/seqcore.ts';
import { ECHILD, ESRCH } from '../runtime/errnotable.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { killG } from '../runtime/signals.ts';
import { system } from '../runtime/system.ts';
import { noProcesses } from './_posixsubprocess.ts';
import { intG } from './posix_path.ts';

const noChild = (): Res => raiseErrno(ECHILD);

function* os_kill(_m: Obj, pidArg: Obj, signalArg: Obj): Gen {
  const pid = yield* intG(pidArg, 0);
  const signal = pid === null ? null : yield* intG(signalArg, 0);
  return pid === null || signal === null ? null : yield* killG(pid, signal);
}

/** A question about a process: only this one can be asked about. */
function aboutProcess(answer: () => Obj) {
  return function* (_m: Obj, pidArg: Obj): Gen {
    const pid = yield* intG(pidArg, 0);
    if (pid === null) return null;
    return pid === 0 || pid === system().pid ? answer() : raiseErrno(ESRCH);
  };
}

const pid = (): Obj => newInt(system().pid);

export const processFunctions: readonly FunctionRow[] = [
  [
    'fork',
    '($module, /)',
    noProcesses,
    'Fork a child process: there are none in here, so this raises OSError.',
  ],
  ['forkpty', '($module, /)', noProcesses],
  [
    'system',
    '($module, /, command)',
    noProcesses,
    'Execute the command in a subshell: there is none in here.',
  ],
  ['execv', '($module, path, argv, /)', noProcesses],
  ['execve', '($module, /, path, argv, env)', noProcesses],
  ['posix_spawn', '($module, path, argv, env, /, **options)', noProcesses],
  ['posix_spawnp', '($module, path, argv, env, /, **options)', noProcesses],
  ['wait', '($module, /)', noChild, 'Wait for completion of a child process.'],
  ['waitpid', '($module, pid, options, /)', noChild, 'Wait for completion of a given child process.'],
  ['wait3', '($module, /, options)', noChild, 'Wait for completion of a child process.'],
  ['wait4', '($module, /, pid, options)', noChild, 'Wait for completion of a specific child process.'],
  ['waitid', '($module, idtype, id, options, /)', noChild],
  ['kill', '($module, pid, signal, /)', os_kill, 'Kill a process with a signal.'],
  ['killpg', '($module, pgid, signal, /)', os_kill, 'Kill a process group with a signal.'],
  [
    'nice',
    '($module, increment, /)',
    function* (_m: Obj, o: Obj): Gen {
      return (yield* intG(o, 0)) === null ? null : newInt(0);
    },
    'Add increment to the priority of process and return the new priority.',
  ],
  [
    'getsid',
    '($module, pid, /)',
    aboutProcess(pid),
    'Call the system call getsid(pid) and return the result.',
  ],
  [
    'getpgid',
    '($module, /, pid)',
    aboutProcess(pid),
    'Call the system call getpgid(), and return the result.',
  ],
  [
    'sched_getaffinity',
    '($module, pid, /)',
    aboutProcess(() => newTuple([0, 1, 2, 3].map(newInt))),
    'Return the affinity of the process identified by pid (or the current process if zero).',
  ],
];
