// What posix does with files: descriptors, and changes of the tree.
//
// Answers to CPython 3.12: Modules/posixmodule.c.

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, WaitRequest } from '../memory/suspend.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Int, isInt, newBool, newInt } from '../objects/longcore.ts';
import type { FunctionRow } from '../objects/moduleobject.ts';
import { truthG } from '../objects/object.ts';
import { newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { bufferHooks } from '../objects/unicodeobject.ts';
import { EBADF, EINVAL, ENOTTY } from '../runtime/errnotable.ts';
import { traceWritten } from '../runtime/importtrace.ts';
import { assetG } from '../runtime/library.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { system } from '../runtime/system.ts';
import { type Inode, O_CLOEXEC, O_NONBLOCK, WAIT } from '../runtime/vfs.ts';
import { dropPath, fdG, intG, likePath, noDirFd, offsetG, pathError, pathG } from './posix_path.ts';

const done = (r: number): Res => (r < 0 ? raiseErrno(r) : none());

/** The bytes of a bytes-like argument; null with TypeError. */
function dataOf(o: Obj): Uint8Array | null {
  const bytes = isBytes(o) ? o.v : bufferHooks.bytesOf(o);
  return bytes ?? typeError(`a bytes-like object is required, not '${o.type.name}'`);
}

// --- opening, reading, writing -----------------------------------------------------------------------

/** Fetches the contents of a library's file that is about to be used; false with OSError. */
export function* contentsG(inode: Inode, path: string): Gen<boolean> {
  if (inode.lib === null) return true;
  const bytes = yield* assetG(system().library, inode.lib, path);
  if (bytes === null) return false;
  inode.data = bytes;
  inode.size = bytes.length;
  inode.lib = null;
  return true;
}

/** Opens, waiting for the contents of a file of the library; a descriptor, or a negative error number; null: OSError raised. */
export function* openG(path: string, flags: number, mode: number): Gen<number | null> {
  const { vfs } = system();
  const fd = vfs.open(path, flags, mode);
  if (fd < 0) return fd;
  if (!(yield* contentsG(vfs.openFile(fd)!.inode, path))) {
    vfs.close(fd);
    return null;
  }
  return fd;
}

/** Reads from a descriptor, waiting until there is something; bytes, a negative error number, or null: interrupted, an error is set. */
export function* readG(fd: number, size: number): Gen<Uint8Array | number | null> {
  const { vfs } = system();
  for (;;) {
    const r = vfs.read(fd, size);
    if (r !== WAIT) return r;
    const woken: Res = yield new WaitRequest('input', (resume) => vfs.whenReadable(fd, () => resume(none)));
    if (woken === null) return null;
    decref(woken);
  }
}

function* os_open(_m: Obj, path: Obj, flagsArg: Obj, modeArg: Obj | undefined, dirFd: Obj | undefined): Gen {
  const p = yield* pathG(path, 'open');
  if (p === null) return null;
  const flags = yield* intG(flagsArg, 0);
  const mode = flags === null ? null : yield* intG(modeArg, 0o777);
  if (flags === null || mode === null || !noDirFd(dirFd)) {
    dropPath(p);
    return null;
  }
  const fd = yield* openG(p.path, flags, mode);
  if (fd === null) {
    dropPath(p);
    return null;
  }
  if (fd < 0) return pathError(fd, p);
  dropPath(p);
  return newInt(fd);
}

function* os_close(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  return fd === null ? null : done(system().vfs.close(fd));
}

function* os_closerange(_m: Obj, low: Obj, high: Obj): Gen {
  const a = yield* fdG(low);
  const b = a === null ? null : yield* fdG(high);
  if (a === null || b === null) return null;
  for (let fd = Math.max(a, 0); fd < Math.min(b, 65536); fd++) system().vfs.close(fd);
  return none();
}

function* os_read(_m: Obj, fdArg: Obj, length: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const size = fd === null ? null : yield* offsetG(length);
  if (fd === null || size === null) return null;
  if (size < 0) return raiseErrno(EINVAL);
  const r = yield* readG(fd, size);
  if (r === null) return null;
  return typeof r === 'number' ? raiseErrno(r) : newBytes(r);
}

function* os_pread(_m: Obj, fdArg: Obj, length: Obj, offset: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const size = fd === null ? null : yield* offsetG(length);
  const at = size === null ? null : yield* offsetG(offset);
  if (fd === null || size === null || at === null) return null;
  if (size < 0 || at < 0) return raiseErrno(EINVAL);
  const r = system().vfs.pread(fd, size, at);
  return typeof r === 'number' ? raiseErrno(r) : newBytes(r);
}

function* os_write(_m: Obj, fdArg: Obj, data: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const bytes = dataOf(data);
  if (bytes === null) return null;
  const n = system().vfs.write(fd, bytes);
  return n < 0 ? raiseErrno(n) : newInt(n);
}

function* os_pwrite(_m: Obj, fdArg: Obj, data: Obj, offset: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const at = fd === null ? null : yield* offsetG(offset);
  if (fd === null || at === null) return null;
  const bytes = dataOf(data);
  if (bytes === null) return null;
  const n = at < 0 ? -EINVAL : system().vfs.pwrite(fd, bytes, at);
  return n < 0 ? raiseErrno(n) : newInt(n);
}

function* os_lseek(_m: Obj, fdArg: Obj, position: Obj, whenceArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const at = fd === null ? null : yield* offsetG(position);
  const whence = at === null ? null : yield* intG(whenceArg, 0);
  if (fd === null || at === null || whence === null) return null;
  const r = system().vfs.lseek(fd, at, whence);
  return r < 0 ? raiseErrno(r) : newInt(r);
}

function* os_ftruncate(_m: Obj, fdArg: Obj, length: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const size = fd === null ? null : yield* offsetG(length);
  if (fd === null || size === null) return null;
  return done(system().vfs.ftruncate(fd, size));
}

function* os_truncate(_m: Obj, path: Obj, length: Obj): Gen {
  const p = yield* pathG(path, 'truncate', 'path', { fd: true });
  if (p === null) return null;
  const size = yield* offsetG(length);
  if (size === null) {
    dropPath(p);
    return null;
  }
  const { vfs } = system();
  const r = p.fd >= 0 ? vfs.ftruncate(p.fd, size) : vfs.truncate(p.path, size);
  if (r < 0) return pathError(r, p);
  dropPath(p);
  return none();
}

function* os_dup(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const r = system().vfs.dup(fd);
  return r < 0 ? raiseErrno(r) : newInt(r);
}

function* os_dup2(_m: Obj, fdArg: Obj, toArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const to = fd === null ? null : yield* fdG(toArg);
  if (fd === null || to === null) return null;
  const r = system().vfs.dup2(fd, to);
  return r < 0 ? raiseErrno(r) : newInt(r);
}

const os_pipe = (): Obj => newTuple(system().vfs.pipe().map(newInt));

function* os_pipe2(_m: Obj, flagsArg: Obj): Gen {
  const flags = yield* intG(flagsArg, 0);
  if (flags === null) return null;
  if ((flags & ~(O_NONBLOCK | O_CLOEXEC)) !== 0) return raiseErrno(EINVAL);
  const { vfs } = system();
  const ends = vfs.pipe();
  for (const fd of ends) vfs.openFile(fd)!.flags |= flags & O_NONBLOCK;
  return newTuple(ends.map(newInt));
}

/** fsync and fdatasync: there is nothing behind the memory. */
function* os_fsync(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  return typeof st === 'number' ? raiseErrno(st) : none();
}

function* os_isatty(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* intG(fdArg, 0);
  return fd === null ? null : newBool(system().vfs.isatty(fd));
}

function* os_ttyname(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* intG(fdArg, 0);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  return typeof st === 'number' ? raiseErrno(st) : raiseErrno(ENOTTY);
}

/** Descriptors are not passed on to other programs: there are none. CPython 3.12: PEP 446 */
function* os_get_inheritable(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  return typeof st === 'number' ? raiseErrno(st) : newBool(fd <= 2);
}

function* os_set_inheritable(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  return typeof st === 'number' ? raiseErrno(st) : none();
}

function* os_get_blocking(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const f = system().vfs.openFile(fd);
  return f === null ? raiseErrno(EBADF) : newBool((f.flags & O_NONBLOCK) === 0);
}

function* os_set_blocking(_m: Obj, fdArg: Obj, blockingArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const blocking = fd === null ? -1 : yield* truthG(blockingArg);
  if (fd === null || blocking < 0) return null;
  const f = system().vfs.openFile(fd);
  if (f === null) return raiseErrno(EBADF);
  f.flags = blocking ? f.flags & ~O_NONBLOCK : f.flags | O_NONBLOCK;
  return none();
}

function* os_device_encoding(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* intG(fdArg, 0);
  if (fd === null) return null;
  return system().vfs.isatty(fd) ? newStr('UTF-8') : none();
}

// --- the tree ----------------------------------------------------------------------------------------

/** A function of one path that answers None or raises OSError with that path. */
function pathFunction(name: string, act: (path: string) => number) {
  return function* (_m: Obj, path: Obj, dirFd?: Obj): Gen {
    const p = yield* pathG(path, name);
    if (p === null) return null;
    if (!noDirFd(dirFd)) {
      dropPath(p);
      return null;
    }
    const r = act(p.path);
    if (r < 0) return pathError(r, p);
    dropPath(p);
    return none();
  };
}

/** A function of two paths. */
function twoPathFunction(name: string, act: (from: string, to: string) => number) {
  return function* (_m: Obj, src: Obj, dst: Obj, srcDirFd?: Obj, dstDirFd?: Obj): Gen {
    const p = yield* pathG(src, name, 'src');
    if (p === null) return null;
    const q = yield* pathG(dst, name, 'dst');
    if (q === null || !noDirFd(srcDirFd, 'src_dir_fd') || !noDirFd(dstDirFd, 'dst_dir_fd')) {
      dropPath(p);
      if (q !== null) dropPath(q);
      return null;
    }
    const r = act(p.path, q.path);
    if (r < 0) return pathError(r, p, q);
    if (name === 'replace') traceWritten(q.path);
    dropPath(p);
    dropPath(q);
    return none();
  };
}

function* os_mkdir(_m: Obj, path: Obj, modeArg: Obj | undefined, dirFd: Obj | undefined): Gen {
  const p = yield* pathG(path, 'mkdir');
  if (p === null) return null;
  const mode = yield* intG(modeArg, 0o777);
  if (mode === null || !noDirFd(dirFd)) {
    dropPath(p);
    return null;
  }
  const r = system().vfs.mkdir(p.path, mode);
  if (r < 0) return pathError(r, p);
  dropPath(p);
  return none();
}

function* os_symlink(_m: Obj, src: Obj, dst: Obj, _dir: Obj | undefined, dirFd: Obj | undefined): Gen {
  return yield* twoPathFunction('symlink', (a, b) => system().vfs.symlink(a, b))(_m, src, dst, dirFd);
}

function* os_link(_m: Obj, src: Obj, dst: Obj, srcDirFd: Obj | undefined, dstDirFd: Obj | undefined): Gen {
  return yield* twoPathFunction('link', (a, b) => system().vfs.link(a, b))(_m, src, dst, srcDirFd, dstDirFd);
}

function* os_readlink(_m: Obj, path: Obj, dirFd: Obj | undefined): Gen {
  const p = yield* pathG(path, 'readlink');
  if (p === null) return null;
  if (!noDirFd(dirFd)) {
    dropPath(p);
    return null;
  }
  const r = system().vfs.readlink(p.path);
  if (typeof r === 'number') return pathError(r, p);
  const { bytes } = p;
  dropPath(p);
  return likePath(r, bytes);
}

function* os_chdir(_m: Obj, path: Obj): Gen {
  const p = yield* pathG(path, 'chdir', 'path', { fd: true });
  if (p === null) return null;
  const { vfs } = system();
  const r = p.fd >= 0 ? vfs.fchdir(p.fd) : vfs.chdir(p.path);
  if (r < 0) return pathError(r, p);
  dropPath(p);
  return none();
}

function* os_fchdir(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  return fd === null ? null : done(system().vfs.fchdir(fd));
}

function os_getcwd(): Res {
  const path = system().vfs.getcwd();
  return typeof path === 'number' ? raiseErrno(path) : newStr(path);
}

function os_getcwdb(): Res {
  const path = system().vfs.getcwd();
  return typeof path === 'number' ? raiseErrno(path) : likePath(path, true);
}

function* os_access(
  _m: Obj,
  path: Obj,
  modeArg: Obj,
  dirFd: Obj | undefined,
  _effective: Obj | undefined,
  followArg: Obj | undefined,
): Gen {
  const p = yield* pathG(path, 'access');
  if (p === null) return null;
  const mode = yield* intG(modeArg, 0);
  const follow = followArg === undefined ? 1 : yield* truthG(followArg);
  if (mode === null || follow < 0 || !noDirFd(dirFd)) {
    dropPath(p);
    return null;
  }
  const r = system().vfs.access(p.path, mode, follow === 1);
  dropPath(p);
  return newBool(r === 0);
}

/** What a path or descriptor argument means; an error number if nothing. */
function inodeOf(path: string, fd: number, follow: boolean): Inode | number {
  const { vfs } = system();
  if (fd < 0) return vfs.lookup(path, follow);
  return vfs.openFile(fd)?.inode ?? -9;
}

function* os_chmod(
  _m: Obj,
  path: Obj,
  modeArg: Obj,
  dirFd: Obj | undefined,
  followArg: Obj | undefined,
): Gen {
  const p = yield* pathG(path, 'chmod', 'path', { fd: true });
  if (p === null) return null;
  const mode = yield* intG(modeArg, 0);
  const follow = followArg === undefined ? 1 : yield* truthG(followArg);
  if (mode === null || follow < 0 || !noDirFd(dirFd)) {
    dropPath(p);
    return null;
  }
  const inode = inodeOf(p.path, p.fd, follow === 1);
  const r = typeof inode === 'number' ? inode : system().vfs.chmod(inode, mode);
  if (r < 0) return pathError(r, p);
  dropPath(p);
  return none();
}

function* os_fchmod(_m: Obj, fdArg: Obj, modeArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  const mode = fd === null ? null : yield* intG(modeArg, 0);
  if (fd === null || mode === null) return null;
  const inode = inodeOf('', Math.max(fd, 0), false);
  return done(typeof inode === 'number' ? inode : system().vfs.chmod(inode, mode));
}

/** Seconds (int or float) as nanoseconds, rounded down; null with an error. CPython 3.12: _PyTime_ObjectToTimespec */
function nanoseconds(o: Obj): bigint | null {
  if (isInt(o)) return BigInt(o.v) * 1_000_000_000n;
  if (typeof o.v === 'number' && o.type.name === 'float') {
    if (Number.isNaN(o.v)) return raise(PyExc.ValueError, 'Invalid value NaN (not a number)');
    const whole = Math.floor(o.v);
    return BigInt(whole) * 1_000_000_000n + BigInt(Math.floor((o.v - whole) * 1e9));
  }
  return typeError(`'${o.type.name}' object cannot be interpreted as an integer`);
}

function* os_utime(
  _m: Obj,
  path: Obj,
  times: Obj | undefined,
  ns: Obj | undefined,
  dirFd: Obj | undefined,
  followArg: Obj | undefined,
): Gen {
  const given = times ?? None;
  if (given !== None && ns !== undefined) {
    return raise(PyExc.ValueError, "utime: you may specify either 'times' or 'ns' but not both");
  }
  const { vfs } = system();
  let atime = vfs.now();
  let mtime = atime;
  if (given !== None) {
    if (given.type !== tupleType || (given as Tuple).v.length !== 2) {
      return typeError("utime: 'times' must be either a tuple of two ints or None");
    }
    const a = nanoseconds((given as Tuple).v[0]!);
    const m = a === null ? null : nanoseconds((given as Tuple).v[1]!);
    if (a === null || m === null) return null;
    atime = a;
    mtime = m;
  } else if (ns !== undefined) {
    if (ns.type !== tupleType || (ns as Tuple).v.length !== 2 || !(ns as Tuple).v.every(isInt)) {
      return typeError("utime: 'ns' must be a tuple of two ints");
    }
    [atime, mtime] = (ns as Tuple).v.map((o) => BigInt((o as Int).v)) as [bigint, bigint];
  }
  const p = yield* pathG(path, 'utime', 'path', { fd: true });
  if (p === null) return null;
  const follow = followArg === undefined ? 1 : yield* truthG(followArg);
  if (follow < 0 || !noDirFd(dirFd)) {
    dropPath(p);
    return null;
  }
  const inode = inodeOf(p.path, p.fd, follow === 1);
  const r = typeof inode === 'number' ? inode : vfs.utime(inode, atime, mtime);
  if (r < 0) return pathError(r, p);
  dropPath(p);
  return none();
}

function* os_umask(_m: Obj, mask: Obj): Gen {
  const m = yield* intG(mask, 0);
  if (m === null) return null;
  return newInt(system().vfs.setUmask(m));
}

const unlink = (name: string) => pathFunction(name, (path) => system().vfs.unlink(path));
const rename = (name: string) => twoPathFunction(name, (a, b) => system().vfs.rename(a, b));

export const fileFunctions: readonly FunctionRow[] = [
  [
    'open',
    '($module, /, path, flags, mode=511, *, dir_fd=None)',
    os_open,
    'Open a file for low level IO.  Returns a file descriptor (integer).',
  ],
  ['close', '($module, /, fd)', os_close, 'Close a file descriptor.'],
  [
    'closerange',
    '($module, fd_low, fd_high, /)',
    os_closerange,
    'Closes all file descriptors in [fd_low, fd_high), ignoring errors.',
  ],
  ['read', '($module, fd, length, /)', os_read, 'Read from a file descriptor.  Returns a bytes object.'],
  [
    'pread',
    '($module, fd, length, offset, /)',
    os_pread,
    'Read a number of bytes from a file descriptor starting at a particular offset.',
  ],
  ['write', '($module, fd, data, /)', os_write, 'Write a bytes object to a file descriptor.'],
  [
    'pwrite',
    '($module, fd, buffer, offset, /)',
    os_pwrite,
    'Write bytes to a file descriptor starting at a particular offset.',
  ],
  [
    'lseek',
    '($module, fd, position, whence, /)',
    os_lseek,
    'Set the position of a file descriptor.  Return the new position.',
  ],
  [
    'ftruncate',
    '($module, fd, length, /)',
    os_ftruncate,
    'Truncate a file, specified by file descriptor, to a specific length.',
  ],
  [
    'truncate',
    '($module, /, path, length)',
    os_truncate,
    'Truncate a file, specified by path, to a specific length.',
  ],
  ['dup', '($module, fd, /)', os_dup, 'Return a duplicate of a file descriptor.'],
  ['dup2', '($module, /, fd, fd2, inheritable=True)', os_dup2, 'Duplicate file descriptor.'],
  ['pipe', '($module, /)', os_pipe, 'Create a pipe.'],
  ['pipe2', '($module, flags, /)', os_pipe2, 'Create a pipe with flags set atomically.'],
  ['fsync', '($module, /, fd)', os_fsync, 'Force write of fd to disk.'],
  [
    'fdatasync',
    '($module, /, fd)',
    os_fsync,
    'Force write of fd to disk without forcing update of metadata.',
  ],
  ['sync', '($module, /)', () => none(), 'Force write of everything to disk.'],
  ['isatty', '($module, fd, /)', os_isatty, 'Return True if the fd is connected to a terminal.'],
  ['ttyname', '($module, fd, /)', os_ttyname, "Return the name of the terminal device connected to 'fd'."],
  [
    'get_inheritable',
    '($module, fd, /)',
    os_get_inheritable,
    'Get the close-on-exe flag of the specified file descriptor.',
  ],
  [
    'set_inheritable',
    '($module, fd, inheritable, /)',
    os_set_inheritable,
    'Set the inheritable flag of the specified file descriptor.',
  ],
  [
    'set_blocking',
    '($module, fd, blocking, /)',
    os_set_blocking,
    'Set the blocking mode of the specified file descriptor.',
  ],
  ['get_blocking', '($module, fd, /)', os_get_blocking, 'Get the blocking mode of the file descriptor.'],
  [
    'device_encoding',
    '($module, /, fd)',
    os_device_encoding,
    "Return a string describing the encoding of a terminal's file descriptor.",
  ],
  ['mkdir', '($module, /, path, mode=511, *, dir_fd=None)', os_mkdir, 'Create a directory.'],
  [
    'rmdir',
    '($module, /, path, *, dir_fd=None)',
    pathFunction('rmdir', (path) => system().vfs.rmdir(path)),
    'Remove a directory.',
  ],
  ['unlink', '($module, /, path, *, dir_fd=None)', unlink('unlink'), 'Remove a file (same as remove()).'],
  ['remove', '($module, /, path, *, dir_fd=None)', unlink('remove'), 'Remove a file (same as unlink()).'],
  [
    'rename',
    '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    rename('rename'),
    'Rename a file or directory.',
  ],
  [
    'replace',
    '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    rename('replace'),
    'Rename a file or directory, overwriting the destination.',
  ],
  [
    'link',
    '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,\n     follow_symlinks=True)',
    os_link,
    'Create a hard link to a file.',
  ],
  [
    'symlink',
    '($module, /, src, dst, target_is_directory=False, *, dir_fd=None)',
    os_symlink,
    'Create a symbolic link pointing to src named dst.',
  ],
  [
    'readlink',
    '($module, /, path, *, dir_fd=None)',
    os_readlink,
    'Return a string representing the path to which the symbolic link points.',
  ],
  ['chdir', '($module, /, path)', os_chdir, 'Change the current working directory to the specified path.'],
  ['fchdir', '($module, /, fd)', os_fchdir, 'Change to the directory of the given file descriptor.'],
  [
    'getcwd',
    '($module, /)',
    os_getcwd,
    'Return a unicode string representing the current working directory.',
  ],
  [
    'getcwdb',
    '($module, /)',
    os_getcwdb,
    'Return a bytes string representing the current working directory.',
  ],
  [
    'access',
    '($module, /, path, mode, *, dir_fd=None, effective_ids=False,\n       follow_symlinks=True)',
    os_access,
    'Use the real uid/gid to test for access to a path.',
  ],
  [
    'chmod',
    '($module, /, path, mode, *, dir_fd=None, follow_symlinks=True)',
    os_chmod,
    'Change the access permissions of a file.',
  ],
  [
    'fchmod',
    '($module, /, fd, mode)',
    os_fchmod,
    'Change the access permissions of the file given by file descriptor fd.',
  ],
  [
    'utime',
    '($module, /, path, times=None, *, ns=<unrepresentable>,\n      dir_fd=None, follow_symlinks=True)',
    os_utime,
    'Set the access and modified time of path.',
  ],
  ['umask', '($module, mask, /)', os_umask, 'Set the current numeric umask and return the previous umask.'],
];
