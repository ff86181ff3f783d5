// The posix module: what os is made of.
//
// The system it speaks of is the one in runtime/vfs.ts: one reader, one process. What needs another process or another
// user is absent, as it is in a CPython built where the system lacks it: os then has no such function.
//
// Answers to CPython 3.12: Modules/posixmodule.c.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { newBytes } from '../objects/bytescore.ts';
import { type DictObj, newDict, setItemG } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { exceptionTypes } from '../objects/exceptions.ts';
import { newFloat } from '../objects/floatcore.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { defineModule, type FunctionRow, moduleAdd } from '../objects/moduleobject.ts';
import { newList, newTuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { ENOTTY, strerror } from '../runtime/errnotable.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { exitHook, system } from '../runtime/system.ts';
import * as vfs from '../runtime/vfs.ts';
import { configConstants, configFunctions, configTables, statvfsType } from './posix_config.ts';
import { fileFunctions } from './posix_files.ts';
import { fdG, fspathG, intG, likePath, offsetG, path_normpath, pathG } from './posix_path.ts';
import { processFunctions } from './posix_process.ts';
import { dirEntryType, initPosixStat, statFunctions, statTypes } from './posix_stat.ts';

const makeTerminalSizeType = (): PyType =>
  newStructSeqType('os.terminal_size', 'A tuple of (columns, lines) for holding terminal window size', [
    ['columns', 'width of the terminal window in characters'],
    ['lines', 'height of the terminal window in characters'],
  ]);

const makeUnameResultType = (): PyType =>
  newStructSeqType(
    'posix.uname_result',
    'uname_result: Result from os.uname().\n\nThis object may be accessed either as a tuple of\n  (sysname, nodename, release, version, machine),\nor via the attributes sysname, nodename, release, version, and machine.\n\nSee os.uname for more information.',
    [
      ['sysname', 'operating system name'],
      ['nodename', 'name of machine on network (implementation-defined)'],
      ['release', 'operating system release'],
      ['version', 'operating system version'],
      ['machine', 'hardware identifier'],
    ],
  );

const makeTimesResultType = (): PyType =>
  newStructSeqType(
    'posix.times_result',
    'times_result: Result from os.times().\n\nThis object may be accessed either as a tuple of\n  (user, system, children_user, children_system, elapsed),\nor via the attributes user, system, children_user, children_system,\nand elapsed.\n\nSee os.times for more information.',
    [
      ['user', 'user time'],
      ['system', 'system time'],
      ['children_user', 'user time of children'],
      ['children_system', 'system time of children'],
      ['elapsed', 'elapsed time since an arbitrary point in the past'],
    ],
  );

interface PosixTypes {
  stat: PyType;
  terminal: PyType;
  uname: PyType;
  times: PyType;
}
let made: PosixTypes | null = null;

/** The struct sequences of this module, made when the basic types are ready. */
function types(): PosixTypes {
  if (made === null) {
    initPosixStat();
    made = {
      stat: statTypes.result!,
      terminal: makeTerminalSizeType(),
      uname: makeUnameResultType(),
      times: makeTimesResultType(),
    };
  }
  return made;
}

function* os__exit(_m: Obj, status: Obj): Gen {
  const code = yield* intG(status, 0);
  return code === null ? null : yield* exitHook.exitNow(code & 0xff);
}

/** CPython 3.12: Modules/posixmodule.c os_abort: SIGABRT, seen from the shell as 134 */
function* os_abort(): Gen {
  return yield* exitHook.exitNow(134);
}

function os_uname(): Obj {
  return newStructSeq(
    types().uname,
    ['Linux', 'reader', '6.1.0', '#1 SMP PREEMPT_DYNAMIC', 'x86_64'].map(newStr),
  );
}

function os_times(): Obj {
  const elapsed = Number(system().now() / 10_000_000n) / 100;
  return newStructSeq(types().times, [0, 0, 0, 0, elapsed].map(newFloat));
}

function* os_urandom(_m: Obj, size: Obj): Gen {
  const n = yield* offsetG(size);
  if (n === null) return null;
  if (n < 0) return raise(PyExc.ValueError, 'negative argument not allowed');
  const bytes = new Uint8Array(n);
  const next = system().random32;
  for (let i = 0; i < n; i += 4) {
    const word = next();
    for (let k = 0; k < 4 && i + k < n; k++) bytes[i + k] = (word >>> (8 * k)) & 0xff;
  }
  return newBytes(bytes);
}

function* os_strerror(_m: Obj, code: Obj): Gen {
  const n = yield* intG(code, 0);
  return n === null ? null : newStr(strerror(n));
}

function* os_get_terminal_size(_m: Obj, fdArg: Obj | undefined): Gen {
  const fd = fdArg === undefined ? 1 : yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  if (typeof st === 'number') return raiseErrno(st);
  if (!system().vfs.isatty(fd)) return raiseErrno(ENOTTY);
  return newStructSeq(types().terminal, [newInt(80), newInt(24)]);
}

const os_getrandom = os_urandom;

/** os.putenv and os.unsetenv: os.environ holds the truth; no other program reads ours. */
function* os_putenv(_m: Obj, name: Obj, value: Obj): Gen {
  const n = yield* environmentText(name);
  const v = n === null ? null : yield* environmentText(value);
  if (n === null || v === null) return null;
  if (n.includes('=')) return raise(PyExc.ValueError, 'illegal environment variable name');
  system().environ.set(n, v);
  return none();
}

function* os_unsetenv(_m: Obj, name: Obj): Gen {
  const n = yield* environmentText(name);
  if (n === null) return null;
  system().environ.delete(n);
  return none();
}

function* environmentText(o: Obj): Gen<string | null> {
  const p = yield* pathG(o, '');
  if (p === null) return null;
  const { path } = p;
  if (p.owned !== null) decref(p.owned);
  return path;
}

function environ(): DictObj {
  const d = newDict();
  for (const [name, value] of system().environ) {
    const k = likePath(name, true);
    const v = likePath(value, true);
    // Keys are bytes: nothing here can wait or fail.
    setItemG(d.v, k, v).next();
    decref(k);
    decref(v);
  }
  return d;
}

const number =
  (value: number): (() => Obj) =>
  () =>
    newInt(value);

function waitStatus(name: string, answer: (status: number) => number | boolean): FunctionRow {
  function* status(_m: Obj, o: Obj): Gen {
    const n = yield* intG(o, 0);
    if (n === null) return null;
    const r = answer(n);
    return typeof r === 'boolean' ? newBool(r) : newInt(r);
  }
  return [name, '($module, /, status)', status];
}

const functions: readonly FunctionRow[] = [
  ...statFunctions,
  ...fileFunctions,
  ...processFunctions,
  ...configFunctions,
  [
    'fspath',
    '($module, /, path)',
    (_m: Obj, path: Obj) => suspend(fspathG(path), [path]),
    'Return the file system path representation of the object.',
  ],
  ['_path_normpath', '($module, /, path)', path_normpath, 'Normalize path, eliminating double slashes, etc.'],
  ['getpid', '($module, /)', () => newInt(system().pid), 'Return the current process id.'],
  ['getppid', '($module, /)', () => newInt(1), "Return the parent's process id."],
  ['getpgrp', '($module, /)', () => newInt(system().pid), 'Return the current process group id.'],
  ['getuid', '($module, /)', number(vfs.READER), "Return the current process's user id."],
  ['geteuid', '($module, /)', number(vfs.READER), "Return the current process's effective user id."],
  ['getgid', '($module, /)', number(vfs.READER), "Return the current process's group id."],
  ['getegid', '($module, /)', number(vfs.READER), "Return the current process's effective group id."],
  [
    'getgroups',
    '($module, /)',
    () => newList([newInt(vfs.READER)]),
    'Return list of supplemental group IDs for the process.',
  ],
  ['getlogin', '($module, /)', () => newStr('reader'), 'Return the actual login name.'],
  [
    'cpu_count',
    '($module, /)',
    number(4),
    'Return the number of CPUs in the system; return None if indeterminable.',
  ],
  [
    'getloadavg',
    '($module, /)',
    () => newTuple([0, 0, 0].map(newFloat)),
    'Return average recent system load information.',
  ],
  ['sched_yield', '($module, /)', () => none(), 'Voluntarily relinquish the CPU.'],
  [
    'ctermid',
    '($module, /)',
    () => newStr('/dev/tty'),
    'Return the name of the controlling terminal for this process.',
  ],
  [
    '_exit',
    '($module, /, status)',
    os__exit,
    'Exit to the system with specified status, without normal exit processing.',
  ],
  ['abort', '($module, /)', os_abort, 'Abort the interpreter immediately.'],
  ['uname', '($module, /)', os_uname, 'Return an object identifying the current operating system.'],
  ['times', '($module, /)', os_times, 'Return a collection containing process timing information.'],
  [
    'urandom',
    '($module, size, /)',
    os_urandom,
    'Return a bytes object containing random bytes suitable for cryptographic use.',
  ],
  ['getrandom', '($module, /, size, flags=0)', os_getrandom, 'Obtain a series of random bytes.'],
  ['strerror', '($module, code, /)', os_strerror, 'Translate an error code to a message string.'],
  [
    'get_terminal_size',
    '(fd=<unrepresentable>, /)',
    os_get_terminal_size,
    'Return the size of the terminal window as (columns, lines).',
  ],
  ['putenv', '($module, name, value, /)', os_putenv, 'Change or add an environment variable.'],
  ['unsetenv', '($module, name, /)', os_unsetenv, 'Delete an environment variable.'],
  [
    'register_at_fork',
    '($module, /, *, before=<unrepresentable>,\n                 after_in_child=<unrepresentable>,\n                 after_in_parent=<unrepresentable>)',
    register_at_fork,
    'Register callables to be called when forking a new process.',
  ],
  waitStatus('WIFEXITED', (s) => (s & 0x7f) === 0),
  waitStatus('WEXITSTATUS', (s) => (s >> 8) & 0xff),
  waitStatus('WIFSIGNALED', (s) => (s & 0x7f) !== 0 && (s & 0x7f) !== 0x7f),
  waitStatus('WTERMSIG', (s) => s & 0x7f),
  waitStatus('WIFSTOPPED', (s) => (s & 0xff) === 0x7f),
  waitStatus('WSTOPSIG', (s) => (s >> 8) & 0xff),
  waitStatus('WIFCONTINUED', (s) => s === 0xffff),
  waitStatus('waitstatus_to_exitcode', (s) => ((s & 0x7f) === 0 ? (s >> 8) & 0xff : -(s & 0x7f))),
];

/** There is no fork here: the callables are checked and never called. */
function register_at_fork(
  _m: Obj,
  before: Obj | undefined,
  child: Obj | undefined,
  parent: Obj | undefined,
): Res {
  if (before === undefined && child === undefined && parent === undefined) {
    return typeError('At least one argument is required.');
  }
  const named: [string, Obj | undefined][] = [
    ['before', before],
    ['after_in_child', child],
    ['after_in_parent', parent],
  ];
  for (const [name, f] of named) {
    if (f !== undefined && f.type.tp_call === null)
      return typeError(`'${name}' must be callable, not ${f.type.name}`);
  }
  return none();
}

const constants: { readonly [name: string]: number } = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  EX_OK: 0,
  O_RDONLY: vfs.O_RDONLY,
  O_WRONLY: vfs.O_WRONLY,
  O_RDWR: vfs.O_RDWR,
  O_CREAT: vfs.O_CREAT,
  O_EXCL: vfs.O_EXCL,
  O_NOCTTY: vfs.O_NOCTTY,
  O_TRUNC: vfs.O_TRUNC,
  O_APPEND: vfs.O_APPEND,
  O_NONBLOCK: vfs.O_NONBLOCK,
  O_NDELAY: vfs.O_NONBLOCK,
  O_DSYNC: 0o10000,
  O_SYNC: 0o4010000,
  O_RSYNC: 0o4010000,
  O_DIRECTORY: vfs.O_DIRECTORY,
  O_NOFOLLOW: vfs.O_NOFOLLOW,
  O_CLOEXEC: vfs.O_CLOEXEC,
  O_ACCMODE: vfs.O_ACCMODE,
  WNOHANG: 1,
  WUNTRACED: 2,
  WCONTINUED: 8,
  TMP_MAX: 238328,
  SCHED_OTHER: 0,
  NGROUPS_MAX: 65536,
};

/** What os uses to know what its functions can do. CPython 3.12: Modules/posixmodule.c have_functions */
const HAVE = [
  'HAVE_FCHDIR',
  'HAVE_FCHMOD',
  'HAVE_FDOPENDIR',
  'HAVE_FTRUNCATE',
  'HAVE_FUTIMENS',
  'HAVE_LSTAT',
  'HAVE_UTIMENSAT',
];

export const posixModule = defineModule(
  'posix',
  'This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.',
  {
    functions,
    types: {
      DirEntry: dirEntryType,
    },
    values: {
      ...Object.fromEntries(
        Object.entries({ ...constants, ...configConstants }).map(([name, value]) => [name, number(value)]),
      ),
      ...configTables,
    },
    init: (m) => {
      const { stat, terminal, uname, times } = types();
      for (const [name, type] of [
        ['stat_result', stat],
        ['terminal_size', terminal],
        ['uname_result', uname],
        ['times_result', times],
        ['statvfs_result', statvfsType()],
      ] as const) {
        const self: Obj = type.self;
        self.rc++;
        moduleAdd(m, name, self);
      }
      moduleAdd(m, 'environ', environ());
      moduleAdd(m, '_have_functions', newList(HAVE.map(newStr)));
      const error: Obj = exceptionTypes.OSError.self;
      error.rc++;
      moduleAdd(m, 'error', error);
    },
  },
);
