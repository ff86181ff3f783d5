// What posix knows of the system's settings and limits, and of owners, whose only one is the reader.
//
// Answers to CPython 3.12: Modules/posixmodule.c; numbers are 64-bit Linux's.
// Absent: settings that no program asks for (a name that is not in the tables raises ValueError, as an unknown one does).

import { decref, type Obj, type PyType } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { iterateG } from '../objects/abstract.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { isInt, newInt } from '../objects/longcore.ts';
import type { FunctionRow } from '../objects/moduleobject.ts';
import { none } from '../objects/singletons.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { EINVAL, EPERM } from '../runtime/errnotable.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { system } from '../runtime/system.ts';
import { READER } from '../runtime/vfs.ts';
import { readableBytes, writableBytes } from './_io_util.ts';
import { readG } from './posix_files.ts';
import { dropPath, fdG, intG, pathError, pathG } from './posix_path.ts';

// Name: [number, answer]; -1 stands for "no limit".
const SYSCONF: { readonly [name: string]: readonly [number, number] } = {
  SC_ARG_MAX: [0, 2097152],
  SC_CHILD_MAX: [1, -1],
  SC_CLK_TCK: [2, 100],
  SC_NGROUPS_MAX: [3, 65536],
  SC_OPEN_MAX: [4, 1024],
  SC_STREAM_MAX: [5, 16],
  SC_TZNAME_MAX: [6, -1],
  SC_VERSION: [29, 200809],
  SC_PAGESIZE: [30, 4096],
  SC_PAGE_SIZE: [30, 4096],
  SC_IOV_MAX: [60, 1024],
  SC_THREADS: [67, 200809],
  SC_NPROCESSORS_CONF: [83, 4],
  SC_NPROCESSORS_ONLN: [84, 4],
  SC_PHYS_PAGES: [85, 65536],
  SC_AVPHYS_PAGES: [86, 32768],
  SC_HOST_NAME_MAX: [180, 64],
  SC_LOGIN_NAME_MAX: [71, 256],
  SC_SYMLOOP_MAX: [173, -1],
};
const PATHCONF: { readonly [name: string]: readonly [number, number] } = {
  PC_LINK_MAX: [0, 65000],
  PC_MAX_CANON: [1, 255],
  PC_MAX_INPUT: [2, 255],
  PC_NAME_MAX: [3, 255],
  PC_PATH_MAX: [4, 4096],
  PC_PIPE_BUF: [5, 4096],
  PC_CHOWN_RESTRICTED: [6, 1],
  PC_NO_TRUNC: [7, 1],
  PC_VDISABLE: [8, 0],
};
const CONFSTR: { readonly [name: string]: readonly [number, string] } = {
  CS_PATH: [0, '/bin:/usr/bin'],
  CS_GNU_LIBC_VERSION: [2, 'glibc 2.36'],
  CS_GNU_LIBPTHREAD_VERSION: [3, 'NPTL 2.36'],
};

/** CPython 3.12: Modules/posixmodule.c conv_confname */
function* settingG<T>(
  table: { readonly [name: string]: readonly [number, T] },
  o: Obj,
): Gen<T | undefined | null> {
  if (isStr(o)) {
    const row = Object.hasOwn(table, o.v) ? table[o.v] : undefined;
    return row === undefined ? raise(PyExc.ValueError, 'unrecognized configuration name') : row[1];
  }
  if (!isInt(o)) return typeError('configuration names must be strings or integers');
  const n = yield* intG(o, 0);
  if (n === null) return null;
  const row = Object.values(table).find(([number]) => number === n);
  return row === undefined ? raiseErrno(EINVAL) : row[1];
}

function* os_sysconf(_m: Obj, name: Obj): Gen {
  const n = yield* settingG(SYSCONF, name);
  return n == null ? null : newInt(n);
}

function* os_confstr(_m: Obj, name: Obj): Gen {
  const text = yield* settingG(CONFSTR, name);
  return text == null ? null : newStr(text);
}

function* os_pathconf(_m: Obj, path: Obj, name: Obj): Gen {
  const p = yield* pathG(path, 'pathconf');
  if (p === null) return null;
  const st = system().vfs.stat(p.path);
  if (typeof st === 'number') return pathError(st, p);
  dropPath(p);
  const n = yield* settingG(PATHCONF, name);
  return n == null ? null : newInt(n);
}

function* os_fpathconf(_m: Obj, fdArg: Obj, name: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  if (typeof st === 'number') return raiseErrno(st);
  const n = yield* settingG(PATHCONF, name);
  return n == null ? null : newInt(n);
}

let statvfsResult: PyType | null = null;
export function statvfsType(): PyType {
  statvfsResult ??= newStructSeqType(
    'os.statvfs_result',
    'statvfs_result: Result from statvfs or fstatvfs.\n\nThis object may be accessed either as a tuple of\n  (bsize, frsize, blocks, bfree, bavail, files, ffree, favail, flag, namemax),\nor via the attributes f_bsize, f_frsize, f_blocks, f_bfree, and so on.\n\nSee os.statvfs for more information.',
    [
      ['f_bsize', ''],
      ['f_frsize', ''],
      ['f_blocks', ''],
      ['f_bfree', ''],
      ['f_bavail', ''],
      ['f_files', ''],
      ['f_ffree', ''],
      ['f_favail', ''],
      ['f_flag', ''],
      ['f_namemax', ''],
      ['f_fsid', ''],
    ],
    10,
  );
  return statvfsResult;
}

/** The file system is memory: 256 MB of it, of which programs rarely use a part that would show. */
const statvfs = (): Obj =>
  newStructSeq(statvfsType(), [4096, 4096, 65536, 65536, 65536, 65536, 65536, 65536, 0, 255].map(newInt), [
    newInt(0),
  ]);

function* os_statvfs(_m: Obj, path: Obj): Gen {
  const p = yield* pathG(path, 'statvfs');
  if (p === null) return null;
  const st = system().vfs.stat(p.path);
  if (typeof st === 'number') return pathError(st, p);
  dropPath(p);
  return statvfs();
}

function* os_fstatvfs(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  return typeof st === 'number' ? raiseErrno(st) : statvfs();
}

// --- owners --------------------------------------------------------------------------------------------

/** True if it is left as it is, or given to the reader, who owns what can be given. */
function* ownersG(uidArg: Obj, gidArg: Obj): Gen<boolean | null> {
  const uid = yield* intG(uidArg, 0);
  const gid = uid === null ? null : yield* intG(gidArg, 0);
  if (uid === null || gid === null) return null;
  return (uid === -1 || uid === READER) && (gid === -1 || gid === READER);
}

function* os_chown(_m: Obj, path: Obj, uid: Obj, gid: Obj): Gen {
  const p = yield* pathG(path, 'chown');
  if (p === null) return null;
  const st = system().vfs.stat(p.path);
  if (typeof st === 'number') return pathError(st, p);
  const own = yield* ownersG(uid, gid);
  if (own === false || (own && st.uid !== READER)) return pathError(EPERM, p);
  dropPath(p);
  return own === null ? null : none();
}

function* os_fchown(_m: Obj, fdArg: Obj, uid: Obj, gid: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  if (typeof st === 'number') return raiseErrno(st);
  const own = yield* ownersG(uid, gid);
  if (own === null) return null;
  return own && st.uid === READER ? none() : raiseErrno(EPERM);
}

/** setuid, setgid and the like: to be who one is already is allowed. */
function* os_setid(_m: Obj, ids: Obj[]): Gen {
  for (const o of ids) {
    const n = yield* intG(o, 0);
    if (n === null) return null;
    if (n !== READER && n !== -1) return raiseErrno(EPERM);
  }
  return none();
}

// --- several buffers at once ---------------------------------------------------------------------------

function* os_readv(_m: Obj, fdArg: Obj, buffers: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const items = fd === null ? null : yield* iterateG(buffers);
  if (fd === null || items === null) return null;
  const parts = items.map((item) => writableBytes(item, 'readv', 'argument 2'));
  for (const item of items) decref(item);
  if (parts.includes(null)) return null;
  const room = (parts as Uint8Array[]).reduce((n, p) => n + p.length, 0);
  const bytes = yield* readG(fd, room);
  if (bytes === null) return null;
  if (typeof bytes === 'number') return raiseErrno(bytes);
  let at = 0;
  for (const part of parts as Uint8Array[]) {
    part.set(bytes.subarray(at, at + part.length));
    at += part.length;
  }
  return newInt(bytes.length);
}

function* os_writev(_m: Obj, fdArg: Obj, buffers: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const items = fd === null ? null : yield* iterateG(buffers);
  if (fd === null || items === null) return null;
  let n = 0;
  let ok = true;
  for (const item of items) {
    const bytes = ok ? readableBytes(item) : null;
    if (bytes === null) ok = false;
    else {
      const r = system().vfs.write(fd, bytes);
      if (r < 0) {
        raiseErrno(r);
        ok = false;
      } else n += r;
    }
    decref(item);
  }
  return ok ? newInt(n) : null;
}

function* os_lockf(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  return typeof st === 'number' ? raiseErrno(st) : none();
}

function* deviceG(o: Obj, part: (n: number) => number): Gen {
  const n = yield* intG(o, 0);
  return n === null ? null : newInt(part(n));
}

export const configFunctions: readonly FunctionRow[] = [
  ['sysconf', '($module, name, /)', os_sysconf, 'Return an integer-valued system configuration variable.'],
  ['confstr', '($module, name, /)', os_confstr, 'Return a string-valued system configuration variable.'],
  [
    'pathconf',
    '($module, /, path, name)',
    os_pathconf,
    'Return the configuration limit name for the file or directory path.\n\nIf there is no limit, return -1.\nOn some platforms, path may also be specified as an open file descriptor.\n  If this functionality is unavailable, using it raises an exception.',
  ],
  [
    'fpathconf',
    '($module, fd, name, /)',
    os_fpathconf,
    'Return the configuration limit name for the file descriptor fd.\n\nIf there is no limit, return -1.',
  ],
  [
    'statvfs',
    '($module, /, path)',
    os_statvfs,
    'Perform a statvfs system call on the given path.\n\npath may always be specified as a string.\nOn some platforms, path may also be specified as an open file descriptor.\n  If this functionality is unavailable, using it raises an exception.',
  ],
  [
    'fstatvfs',
    '($module, fd, /)',
    os_fstatvfs,
    'Perform an fstatvfs system call on the given fd.\n\nEquivalent to statvfs(fd).',
  ],
  [
    'chown',
    '($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)',
    os_chown,
    'Change the owner and group id of path to the numeric uid and gid.',
  ],
  [
    'fchown',
    '($module, /, fd, uid, gid)',
    os_fchown,
    'Change the owner and group id of the file specified by file descriptor.\n\nEquivalent to os.chown(fd, uid, gid).',
  ],
  ['lchown', '($module, /, path, uid, gid)', os_chown],
  ['setuid', '(*args)', os_setid, "Set the current process's user id."],
  ['setgid', '(*args)', os_setid, "Set the current process's group id."],
  ['seteuid', '(*args)', os_setid, "Set the current process's effective user id."],
  ['setegid', '(*args)', os_setid, "Set the current process's effective group id."],
  ['setreuid', '(*args)', os_setid, "Set the current process's real and effective user ids."],
  ['setregid', '(*args)', os_setid, "Set the current process's real and effective group ids."],
  [
    'getpriority',
    '($module, /, which, who)',
    function* (_m: Obj, which: Obj): Gen {
      return (yield* intG(which, 0)) === null ? null : newInt(0);
    },
    'Return program scheduling priority.',
  ],
  [
    'readv',
    '($module, fd, buffers, /)',
    os_readv,
    'Read from a file descriptor fd into an iterable of buffers.\n\nThe buffers should be mutable buffers accepting bytes.\nreadv will transfer data into each buffer until it is full\nand then move on to the next buffer in the sequence to hold\nthe rest of the data.\n\nreadv returns the total number of bytes read,\nwhich may be less than the total capacity of all the buffers.',
  ],
  [
    'writev',
    '($module, fd, buffers, /)',
    os_writev,
    'Iterate over buffers, and write the contents of each to a file descriptor.\n\nReturns the total number of bytes written.\nbuffers must be a sequence of bytes-like objects.',
  ],
  [
    'lockf',
    '($module, fd, command, length, /)',
    os_lockf,
    'Apply, test or remove a POSIX lock on an open file descriptor.',
  ],
  [
    'posix_fadvise',
    '($module, fd, offset, length, advice, /)',
    os_lockf,
    'Announce an intention to access data in a specific pattern.',
  ],
  [
    'major',
    '($module, device, /)',
    function* (_m: Obj, o: Obj): Gen {
      return yield* deviceG(o, (n) => (n >> 8) & 0xfff);
    },
    'Extracts a device major number from a raw device number.',
  ],
  [
    'minor',
    '($module, device, /)',
    function* (_m: Obj, o: Obj): Gen {
      return yield* deviceG(o, (n) => (n & 0xff) | ((n >> 12) & 0xfff00));
    },
    'Extracts a device minor number from a raw device number.',
  ],
  [
    'makedev',
    '($module, major, minor, /)',
    function* (_m: Obj, majorArg: Obj, minorArg: Obj): Gen {
      const major = yield* intG(majorArg, 0);
      const minor = major === null ? null : yield* intG(minorArg, 0);
      if (major === null || minor === null) return null;
      return newInt((minor & 0xff) | ((major & 0xfff) << 8) | ((minor & 0xfff00) << 12));
    },
    'Composes a raw device number from the major and minor device numbers.',
  ],
];

function numbersOf(table: { readonly [name: string]: readonly [number, unknown] }): Obj {
  const d = newDict();
  for (const [name, [number]] of Object.entries(table)) {
    const n = newInt(number);
    setStr(d, id(name), n);
    decref(n);
  }
  return d;
}

/** The tables of names, made anew for each module object. */
export const configTables: { readonly [name: string]: () => Obj } = {
  sysconf_names: () => numbersOf(SYSCONF),
  pathconf_names: () => numbersOf(PATHCONF),
  confstr_names: () => numbersOf(CONFSTR),
};

export const configConstants: { readonly [name: string]: number } = {
  EX_USAGE: 64,
  EX_DATAERR: 65,
  EX_NOINPUT: 66,
  EX_NOUSER: 67,
  EX_NOHOST: 68,
  EX_UNAVAILABLE: 69,
  EX_SOFTWARE: 70,
  EX_OSERR: 71,
  EX_OSFILE: 72,
  EX_CANTCREAT: 73,
  EX_IOERR: 74,
  EX_TEMPFAIL: 75,
  EX_PROTOCOL: 76,
  EX_NOPERM: 77,
  EX_CONFIG: 78,
  F_ULOCK: 0,
  F_LOCK: 1,
  F_TLOCK: 2,
  F_TEST: 3,
  O_ASYNC: 0o20000,
  O_DIRECT: 0o40000,
  O_LARGEFILE: 0,
  O_NOATIME: 0o1000000,
  O_PATH: 0o10000000,
  O_TMPFILE: 0o20200000,
  P_ALL: 0,
  P_PID: 1,
  P_PGID: 2,
  P_PIDFD: 3,
  WEXITED: 4,
  WSTOPPED: 2,
  WNOWAIT: 0x1000000,
  CLD_EXITED: 1,
  CLD_KILLED: 2,
  CLD_DUMPED: 3,
  CLD_TRAPPED: 4,
  CLD_STOPPED: 5,
  CLD_CONTINUED: 6,
  PRIO_PROCESS: 0,
  PRIO_PGRP: 1,
  PRIO_USER: 2,
  POSIX_FADV_NORMAL: 0,
  POSIX_FADV_RANDOM: 1,
  POSIX_FADV_SEQUENTIAL: 2,
  POSIX_FADV_WILLNEED: 3,
  POSIX_FADV_DONTNEED: 4,
  POSIX_FADV_NOREUSE: 5,
  RTLD_LAZY: 1,
  RTLD_NOW: 2,
  RTLD_GLOBAL: 256,
  RTLD_LOCAL: 0,
  RTLD_NODELETE: 4096,
  RTLD_NOLOAD: 4,
  SCHED_FIFO: 1,
  SCHED_RR: 2,
  SCHED_BATCH: 3,
  SCHED_IDLE: 5,
  SCHED_RESET_ON_FORK: 0x40000000,
  ST_RDONLY: 1,
  ST_NOSUID: 2,
  ST_NODEV: 4,
  ST_NOEXEC: 8,
  ST_SYNCHRONOUS: 16,
  ST_MANDLOCK: 64,
  ST_WRITE: 128,
  ST_APPEND: 256,
  ST_NOATIME: 1024,
  ST_NODIRATIME: 2048,
  ST_RELATIME: 4096,
};
