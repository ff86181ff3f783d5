// fcntl, termios, resource: what a program can ask of its descriptors, its terminal and its process.
//
// Locks on files always succeed, since nobody else is here to hold one. There is no terminal, and the answers are those
// that a program gets whose input is not one.
//
// Answers to CPython 3.12: Modules/fcntlmodule.c, Modules/termios.c, Modules/resource.c.
// Absent: ioctl requests, modes of a terminal, priorities and limits that a kernel would keep.

import type { Obj, PyType, Res } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { bytesHeld } from '../memory/usage.ts';
import { PyExc, raise, raiseArgs } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { isInt, newInt } from '../objects/longcore.ts';
import { defineModule, type Module, moduleAdd, moduleGet } from '../objects/moduleobject.ts';
import { newTuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { EBADF, EINVAL, ENOTTY, strerror } from '../runtime/errnotable.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { system } from '../runtime/system.ts';
import { scheduling } from '../runtime/threads.ts';
import { O_APPEND, O_NONBLOCK } from '../runtime/vfs.ts';
import { newExceptionClass } from './newexception.ts';
import { intG } from './posix_path.ts';
import { fileDescriptorG } from './select.ts';

const FCNTL = {
  LOCK_SH: 1,
  LOCK_EX: 2,
  LOCK_NB: 4,
  LOCK_UN: 8,
  F_DUPFD: 0,
  F_GETFD: 1,
  F_SETFD: 2,
  F_GETFL: 3,
  F_SETFL: 4,
  F_GETLK: 5,
  F_SETLK: 6,
  F_SETLKW: 7,
  F_DUPFD_CLOEXEC: 1030,
  F_RDLCK: 0,
  F_WRLCK: 1,
  F_UNLCK: 2,
  FD_CLOEXEC: 1,
};

/** CPython 3.12: Modules/fcntlmodule.c fcntl_fcntl_impl */
function* fcntl(_m: Obj, fdArg: Obj, cmdArg: Obj, arg: Obj | undefined): Gen {
  const fd = yield* fileDescriptorG(fdArg);
  const cmd = fd === null ? null : yield* intG(cmdArg, 0);
  if (fd === null || cmd === null) return null;
  if (arg !== undefined && !isInt(arg)) {
    return raise(
      PyExc.OSError,
      'fcntl with a structure as its argument is not there: locks on files have no one to keep out',
    );
  }
  const n = yield* intG(arg, 0);
  if (n === null) return null;
  const { vfs } = system();
  const f = vfs.openFile(fd);
  if (f === null) return raiseErrno(EBADF);
  switch (cmd) {
    case FCNTL.F_DUPFD:
    case FCNTL.F_DUPFD_CLOEXEC: {
      const r = vfs.dup(fd);
      return r < 0 ? raiseErrno(r) : newInt(r);
    }
    case FCNTL.F_GETFD:
      return newInt(fd > 2 ? FCNTL.FD_CLOEXEC : 0);
    case FCNTL.F_SETFD:
      return newInt(0);
    case FCNTL.F_GETFL:
      return newInt(f.flags & (3 | O_APPEND | O_NONBLOCK));
    case FCNTL.F_SETFL:
      f.flags = (f.flags & ~(O_APPEND | O_NONBLOCK)) | (n & (O_APPEND | O_NONBLOCK));
      return newInt(0);
    default:
      return raiseErrno(EINVAL);
  }
}

/** flock and lockf: checked, and taken at once. */
function* lock(_m: Obj, fdArg: Obj, operationArg: Obj): Gen {
  const fd = yield* fileDescriptorG(fdArg);
  const operation = fd === null ? null : yield* intG(operationArg, 0);
  if (fd === null || operation === null) return null;
  const st = system().vfs.fstat(fd);
  if (typeof st === 'number') return raiseErrno(st);
  return (operation & 11) === 0 ? raiseErrno(EINVAL) : none();
}

function* ioctl(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fileDescriptorG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  return raiseErrno(typeof st === 'number' ? st : ENOTTY);
}

export const fcntlModule = defineModule(
  'fcntl',
  'This module performs file control and I/O control on file\ndescriptors.  It is an interface to the fcntl() and ioctl() Unix\nroutines.  File descriptors can be obtained with the fileno() method of\na file or socket object.',
  {
    functions: [
      [
        'fcntl',
        '($module, fd, cmd, arg=0, /)',
        fcntl,
        'Perform the operation `cmd` on file descriptor fd.\n\nThe values used for `cmd` are operating system dependent, and are available\nas constants in the fcntl module, using the same names as used in\nthe relevant C header files.  The argument arg is optional, and\ndefaults to 0; it may be an int or a string.  If arg is given as a string,\nthe return value of fcntl is a string of that length, containing the\nresulting value put in the arg buffer by the operating system.  The length\nof the arg string is not allowed to exceed 1024 bytes.  If the arg given\nis an integer or if none is specified, the result value is an integer\ncorresponding to the return value of the fcntl call in the C code.',
      ],
      [
        'ioctl',
        '($module, fd, request, arg=0, mutate_flag=True, /)',
        ioctl,
        'Perform the operation `request` on file descriptor `fd`.',
      ],
      [
        'flock',
        '($module, fd, operation, /)',
        lock,
        'Perform the lock operation `operation` on file descriptor `fd`.\n\nSee the Unix manual page for flock(2) for details (On some systems, this\nfunction is emulated using fcntl()).',
      ],
      [
        'lockf',
        '($module, fd, cmd, len=0, start=0, whence=0, /)',
        lock,
        'A wrapper around the fcntl() locking calls.',
      ],
    ],
    values: Object.fromEntries(Object.entries(FCNTL).map(([name, n]) => [name, () => newInt(n)])),
  },
);

// --- termios -------------------------------------------------------------------------------------------

let termios: Module | null = null;

/** What every question about a terminal gets: there is none. */
function noTerminal(_m: Obj, fdArg: Obj): Res {
  return suspend(noTerminalG(fdArg), [fdArg]);
}
function* noTerminalG(fdArg: Obj): Gen {
  const fd = yield* fileDescriptorG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  const errno = typeof st === 'number' ? -st : ENOTTY;
  const cls = moduleGet(termios!, 'error') as Obj<PyType>;
  return raiseArgs(cls.v, [newInt(errno), newStr(strerror(errno))]);
}

const TERMIOS: { readonly [name: string]: number } = {
  TCSANOW: 0,
  TCSADRAIN: 1,
  TCSAFLUSH: 2,
  TCIFLUSH: 0,
  TCOFLUSH: 1,
  TCIOFLUSH: 2,
  TCOOFF: 0,
  TCOON: 1,
  TCIOFF: 2,
  TCION: 3,
  ECHO: 8,
  ECHOE: 16,
  ECHOK: 32,
  ECHONL: 64,
  ICANON: 2,
  ISIG: 1,
  IEXTEN: 32768,
  BRKINT: 2,
  ICRNL: 256,
  INPCK: 16,
  ISTRIP: 32,
  IXON: 1024,
  IXOFF: 4096,
  OPOST: 1,
  ONLCR: 4,
  CSIZE: 48,
  CS8: 48,
  PARENB: 256,
  CREAD: 128,
  VMIN: 6,
  VTIME: 5,
  VINTR: 0,
  VQUIT: 1,
  VERASE: 2,
  VKILL: 3,
  VEOF: 4,
  NCCS: 32,
  TIOCGWINSZ: 0x5413,
  TIOCSWINSZ: 0x5414,
};

export const termiosModule = defineModule(
  'termios',
  'This module provides an interface to the Posix calls for tty I/O control.\n\nFor a complete description of these calls, see the Posix or Unix manual\npages. It is only available for those Unix versions that support Posix\ntermios style tty I/O control (and then only if configured at installation\ntime).\n\nAll functions in this module take a file descriptor fd as their first\nargument. This can be an integer file descriptor, such as returned by\nsys.stdin.fileno(), or a file object, such as sys.stdin itself.',
  {
    functions: [
      ['tcgetattr', '($module, fd, /)', noTerminal, 'Get the tty attributes for file descriptor fd.'],
      [
        'tcsetattr',
        '($module, fd, when, attributes, /)',
        noTerminal,
        'Set the tty attributes for file descriptor fd.',
      ],
      ['tcsendbreak', '($module, fd, duration, /)', noTerminal, 'Send a break on file descriptor fd.'],
      [
        'tcdrain',
        '($module, fd, /)',
        noTerminal,
        'Wait until all output written to file descriptor fd has been transmitted.',
      ],
      ['tcflush', '($module, fd, queue, /)', noTerminal, 'Discard queued data on file descriptor fd.'],
      [
        'tcflow',
        '($module, fd, action, /)',
        noTerminal,
        'Suspend or resume input or output on file descriptor fd.',
      ],
      [
        'tcgetwinsize',
        '($module, fd, /)',
        noTerminal,
        'Get the tty winsize for file descriptor fd.\n\nReturns a tuple (ws_row, ws_col).',
      ],
      [
        'tcsetwinsize',
        '($module, fd, winsize, /)',
        noTerminal,
        'Set the tty winsize for file descriptor fd.',
      ],
    ],
    values: Object.fromEntries(Object.entries(TERMIOS).map(([name, n]) => [name, () => newInt(n)])),
    init: (m) => {
      termios = m;
      moduleAdd(m, 'error', newExceptionClass('termios.error', PyExc.Exception));
    },
  },
);

// --- resource ------------------------------------------------------------------------------------------

const RLIMITS = {
  RLIMIT_CPU: 0,
  RLIMIT_FSIZE: 1,
  RLIMIT_DATA: 2,
  RLIMIT_STACK: 3,
  RLIMIT_CORE: 4,
  RLIMIT_RSS: 5,
  RLIMIT_NPROC: 6,
  RLIMIT_NOFILE: 7,
  RLIMIT_MEMLOCK: 8,
  RLIMIT_AS: 9,
};

let usage: PyType | null = null;
const USAGE_FIELDS: readonly [string, string][] = [
  ['ru_utime', 'user time used'],
  ['ru_stime', 'system time used'],
  ['ru_maxrss', 'max. resident set size'],
  ['ru_ixrss', 'shared memory size'],
  ['ru_idrss', 'unshared data size'],
  ['ru_isrss', 'unshared stack size'],
  ['ru_minflt', 'page faults not requiring I/O'],
  ['ru_majflt', 'page faults requiring I/O'],
  ['ru_nswap', 'number of swap outs'],
  ['ru_inblock', 'block input operations'],
  ['ru_oublock', 'block output operations'],
  ['ru_msgsnd', 'IPC messages sent'],
  ['ru_msgrcv', 'IPC messages received'],
  ['ru_nsignals', 'signals received'],
  ['ru_nvcsw', 'voluntary context switches'],
  ['ru_nivcsw', 'involuntary context switches'],
];
function usageType(): PyType {
  usage ??= newStructSeqType(
    'resource.struct_rusage',
    'struct_rusage: Result from getrusage.\n\nThis object may be accessed either as a tuple of\n    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,\n    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)\nor via the attributes ru_utime, ru_stime, ru_maxrss, and so on.',
    [...USAGE_FIELDS],
  );
  return usage;
}

/** Time since the start and what the program's objects hold; nothing else is counted here. */
function* getrusage(_m: Obj, whoArg: Obj): Gen {
  const who = yield* intG(whoArg, 0);
  if (who === null) return null;
  if (who !== 0 && who !== -1 && who !== 1) return raise(PyExc.ValueError, 'invalid who parameter');
  const own = who !== -1;
  const kilobytes = own ? Math.ceil(bytesHeld(Number.POSITIVE_INFINITY) / 1024) : 0;
  return newStructSeq(usageType(), [
    newFloat(own ? scheduling.scheduler!.now() : 0),
    newFloat(0),
    newInt(kilobytes),
    ...USAGE_FIELDS.slice(3).map(() => newInt(0)),
  ]);
}

function* limitG(o: Obj): Gen<number | null> {
  const n = yield* intG(o, 0);
  return n === null || (n >= 0 && n < 16) ? n : raise(PyExc.ValueError, 'invalid resource specified');
}

export const resourceModule = defineModule('resource', null, {
  functions: [
    ['getrusage', '($module, who, /)', getrusage],
    [
      'getrlimit',
      '($module, resource, /)',
      function* (_m: Obj, o: Obj): Gen {
        return (yield* limitG(o)) === null ? null : newTuple([newInt(-1), newInt(-1)]);
      },
    ],
    [
      'setrlimit',
      '($module, resource, limits, /)',
      function* (_m: Obj, o: Obj): Gen {
        if ((yield* limitG(o)) === null) return null;
        return raise(PyExc.ValueError, 'limits cannot be changed in here: there is no kernel to keep them');
      },
    ],
    ['getpagesize', '($module, /)', () => newInt(4096)],
  ],
  values: Object.fromEntries(
    Object.entries({
      ...RLIMITS,
      RUSAGE_SELF: 0,
      RUSAGE_CHILDREN: -1,
      RUSAGE_THREAD: 1,
      RLIM_INFINITY: -1,
    }).map(([name, n]) => [name, () => newInt(n)]),
  ),
  init: (m) => {
    usageType().self.rc++;
    moduleAdd(m, 'struct_rusage', usageType().self);
    PyExc.OSError.self.rc++;
    moduleAdd(m, 'error', PyExc.OSError.self);
  },
});
