// What posix answers about files: stat results, directory entries, listings.
//
// Answers to CPython 3.12: Modules/posixmodule.c (stat_result, os_stat, DirEntry, os_scandir, os_listdir).

import { gcTrack } from '../memory/gc.ts';
import { decref, type Obj, type PyType, type Res, TPFLAGS, xdecref } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { member, method } from '../objects/descrobject.ts';
import { typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { type FunctionRow, moduleOwnType } from '../objects/moduleobject.ts';
import { reprG, truthG } from '../objects/object.ts';
import { newList } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { allocInstance, typeReady } from '../objects/typeobject.ts';
import { traceStat } from '../runtime/importtrace.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { system } from '../runtime/system.ts';
import type { Inode, Stat } from '../runtime/vfs.ts';
import { dropPath, fdG, likePath, noDirFd, type PathArg, pathError, pathG } from './posix_path.ts';

/** Made when the basic types are ready. */
export const statTypes = { result: null as PyType | null };

const makeStatResultType = (): PyType =>
  newStructSeqType(
    'os.stat_result',
    'stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.',
    [
      ['st_mode', 'protection bits'],
      ['st_ino', 'inode'],
      ['st_dev', 'device'],
      ['st_nlink', 'number of hard links'],
      ['st_uid', 'user ID of owner'],
      ['st_gid', 'group ID of owner'],
      ['st_size', 'total size, in bytes'],
      ['', 'integer time of last access'],
      ['', 'integer time of last modification'],
      ['', 'integer time of last change'],
      ['st_atime', 'time of last access'],
      ['st_mtime', 'time of last modification'],
      ['st_ctime', 'time of last change'],
      ['st_atime_ns', 'time of last access in nanoseconds'],
      ['st_mtime_ns', 'time of last modification in nanoseconds'],
      ['st_ctime_ns', 'time of last change in nanoseconds'],
      ['st_blksize', 'blocksize for filesystem I/O'],
      ['st_blocks', 'number of blocks allocated'],
      ['st_rdev', 'device type (if inode device)'],
    ],
    10,
  );

/** A stat_result. CPython 3.12: Modules/posixmodule.c _pystat_fromstructstat */
export function newStatResult(st: Stat): Obj {
  const times = [st.atime, st.mtime, st.ctime];
  const seconds = (ns: bigint): bigint =>
    (ns - (((ns % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n)) / 1_000_000_000n;
  return newStructSeq(
    statTypes.result!,
    [
      newInt(st.mode),
      newInt(st.ino),
      newInt(st.dev),
      newInt(st.nlink),
      newInt(st.uid),
      newInt(st.gid),
      newInt(st.size),
      ...times.map((ns) => newIntBig(seconds(ns))),
    ],
    [
      ...times.map((ns) => newFloat(Number(seconds(ns)) + 1e-9 * Number(ns - seconds(ns) * 1_000_000_000n))),
      ...times.map((ns) => newIntBig(ns)),
      newInt(4096),
      newInt(Math.ceil(st.size / 4096) * 8),
      newInt(st.rdev),
    ],
  );
}

function* statG(fn: string, path: Obj, dirFd: Obj | undefined, follow: boolean): Gen {
  const p = yield* pathG(path, fn, 'path', { fd: fn === 'stat' });
  if (p === null) return null;
  if (!noDirFd(dirFd)) return null;
  const { vfs } = system();
  const st = p.fd >= 0 ? vfs.fstat(p.fd) : vfs.stat(p.path, follow);
  traceStat(p.path, typeof st !== 'number');
  if (typeof st === 'number') return pathError(st, p);
  dropPath(p);
  return newStatResult(st);
}

function* os_stat(_m: Obj, path: Obj, dirFd: Obj | undefined, followArg: Obj | undefined): Gen {
  const follow = followArg === undefined ? 1 : yield* truthG(followArg);
  if (follow < 0) return null;
  return yield* statG('stat', path, dirFd, follow === 1);
}

const os_lstat = (_m: Obj, path: Obj, dirFd: Obj | undefined): Res =>
  suspend(statG('lstat', path, dirFd, false), [path]);

function* os_fstat(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* fdG(fdArg);
  if (fd === null) return null;
  const st = system().vfs.fstat(fd);
  return typeof st === 'number' ? raiseErrno(st) : newStatResult(st);
}

// --- DirEntry ----------------------------------------------------------------------------------------

interface DirEntryV {
  name: Obj;
  path: Obj;
  inode: Inode;
  /** Cached answers of stat(), with and without following links (owned). */
  stat: Obj | null;
  lstat: Obj | null;
  /** The directory was given as a descriptor: the entry's path is just its name. */
  fullPath: string;
}
type DirEntry = Obj<DirEntryV>;

export const dirEntryType: PyType = moduleOwnType('posix.DirEntry', TPFLAGS.DISALLOW_INSTANTIATION);
const scandirType: PyType = moduleOwnType('posix.ScandirIterator', TPFLAGS.DISALLOW_INSTANTIATION);

const E = (o: Obj): DirEntryV => (o as DirEntry).v;

/** What the entry leads to now; null: nothing any more (a dangling link). */
function entryInode(e: DirEntryV, follow: boolean): Inode | null {
  if (!follow || !e.inode.isLink) return e.inode;
  const found = system().vfs.lookup(e.fullPath, true);
  return typeof found === 'number' ? null : found;
}

function* followG(o: Obj | undefined): Gen<number> {
  return o === undefined ? 1 : yield* truthG(o);
}

function* entry_is_dir(self: Obj, followArg: Obj | undefined): Gen {
  const follow = yield* followG(followArg);
  if (follow < 0) return null;
  return newBool(entryInode(E(self), follow === 1)?.isDir ?? false);
}

function* entry_is_file(self: Obj, followArg: Obj | undefined): Gen {
  const follow = yield* followG(followArg);
  if (follow < 0) return null;
  return newBool(entryInode(E(self), follow === 1)?.isFile ?? false);
}

function* entry_stat(self: Obj, followArg: Obj | undefined): Gen {
  const follow = yield* followG(followArg);
  if (follow < 0) return null;
  const e = E(self);
  const key = follow === 1 ? 'stat' : 'lstat';
  let cached = e[key];
  if (cached === null) {
    const st = system().vfs.stat(e.fullPath, follow === 1);
    if (typeof st === 'number') return raiseErrno(st, e.path);
    cached = newStatResult(st);
    e[key] = cached;
  }
  cached.rc++;
  return cached;
}

interface ScandirV {
  entries: [name: string, inode: Inode][];
  at: number;
  /** What stands before a name in an entry's path; null: only the name. */
  prefix: string | null;
  directory: string;
  bytes: boolean;
  closed: boolean;
}
const S = (o: Obj): ScandirV => (o as Obj<ScandirV>).v;

function scandirNext(o: Obj): Res {
  const s = S(o);
  const next = s.entries[s.at];
  if (s.closed || next === undefined) {
    s.closed = true;
    return null;
  }
  s.at++;
  const [name, inode] = next;
  const entry = allocInstance<DirEntryV>(dirEntryType, {
    name: likePath(name, s.bytes),
    path: likePath(s.prefix === null ? name : s.prefix + name, s.bytes),
    inode,
    stat: null,
    lstat: null,
    fullPath: s.directory + name,
  });
  if (entry.gc === 0) gcTrack(entry);
  return entry;
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

function* os_scandir(_m: Obj, path: Obj | undefined): Gen {
  const p = yield* pathG(path ?? None, 'scandir', 'path', { nullable: true, fd: true });
  if (p === null) return null;
  const { vfs } = system();
  const entries = p.fd >= 0 ? vfs.freaddir(p.fd) : vfs.readdir(p.path);
  if (typeof entries === 'number') return listError(entries, p);
  const cwd = vfs.getcwd();
  const directory = p.fd >= 0 ? (vfs.openFile(p.fd)?.path ?? '') : p.path;
  const absolute =
    directory.startsWith('/') || typeof cwd === 'number' ? directory : `${withSlash(cwd)}${directory}`;
  const it = allocInstance<ScandirV>(scandirType, {
    entries,
    at: 0,
    prefix: p.fd >= 0 ? null : withSlash(p.path),
    directory: withSlash(absolute),
    bytes: p.bytes,
    closed: false,
  });
  dropPath(p);
  return it;
}

function listError(errno: number, p: PathArg): null {
  if (p.object === null) return raiseErrno(errno, '.');
  return pathError(errno, p);
}

function* os_listdir(_m: Obj, path: Obj | undefined): Gen {
  const p = yield* pathG(path ?? None, 'listdir', 'path', { nullable: true, fd: true });
  if (p === null) return null;
  const { vfs } = system();
  const entries = p.fd >= 0 ? vfs.freaddir(p.fd) : vfs.readdir(p.path);
  if (typeof entries === 'number') return listError(entries, p);
  const { bytes } = p;
  dropPath(p);
  return newList(entries.map(([name]) => likePath(name, bytes)));
}

function noPickle(self: Obj): null {
  return typeError(`cannot pickle '${self.type.name}' object`);
}

/** The types of this file; called once. */
export function initPosixStat(): void {
  statTypes.result = makeStatResultType();
  const d = dirEntryType;
  d.tp_dealloc = (o) => {
    const e = E(o);
    decref(e.name);
    decref(e.path);
    xdecref(e.stat);
    xdecref(e.lstat);
  };
  d.tp_traverse = (o, visit) => {
    const e = E(o);
    visit(e.name);
    visit(e.path);
    if (e.stat !== null) visit(e.stat);
    if (e.lstat !== null) visit(e.lstat);
  };
  d.flags |= TPFLAGS.HAVE_GC;
  d.tp_repr = (o) => suspend(entryRepr(o), [o]);
  member(
    d,
    'name',
    (o) => E(o).name,
    null,
    'the entry\'s base filename, relative to scandir() "path" argument',
  );
  member(
    d,
    'path',
    (o) => E(o).path,
    null,
    "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)",
  );
  method(
    d,
    'is_dir',
    '($self, /, *, follow_symlinks=True)',
    entry_is_dir,
    'Return True if the entry is a directory; cached per entry.',
  );
  method(
    d,
    'is_file',
    '($self, /, *, follow_symlinks=True)',
    entry_is_file,
    'Return True if the entry is a file; cached per entry.',
  );
  method(
    d,
    'is_symlink',
    '($self, /)',
    (self: Obj) => newBool(E(self).inode.isLink),
    'Return True if the entry is a symbolic link; cached per entry.',
  );
  method(
    d,
    'is_junction',
    '($self, /)',
    () => newBool(false),
    'Return True if the entry is a junction; cached per entry.',
  );
  method(
    d,
    'stat',
    '($self, /, *, follow_symlinks=True)',
    entry_stat,
    'Return stat_result object for the entry; cached per entry.',
  );
  method(
    d,
    'inode',
    '($self, /)',
    (self: Obj) => {
      const st = system().vfs.stat(E(self).fullPath, false);
      return typeof st === 'number' ? raiseErrno(st, E(self).path) : newInt(st.ino);
    },
    'Return inode of the entry; cached per entry.',
  );
  method(
    d,
    '__fspath__',
    '($self, /)',
    (self: Obj) => {
      const { path } = E(self);
      path.rc++;
      return path;
    },
    'Returns the path for the entry.',
  );
  method(d, '__reduce__', '($self, /)', noPickle);
  typeReady(d);

  const s = scandirType;
  s.tp_iter = (o) => {
    o.rc++;
    return o;
  };
  s.tp_iternext = scandirNext;
  const close = (self: Obj): Obj => {
    S(self).closed = true;
    return none();
  };
  method(s, 'close', '($self, /)', close);
  method(s, '__enter__', '($self, /)', (self: Obj) => {
    self.rc++;
    return self;
  });
  method(s, '__exit__', '($self, *args)', close);
  method(s, '__reduce__', '($self, /)', noPickle);
  typeReady(s);
}

function* entryRepr(o: Obj): Gen {
  const r = yield* reprG(E(o).name);
  if (r === null) return null;
  const text = `<DirEntry ${r.v}>`;
  decref(r);
  return newStr(text);
}

export const statFunctions: readonly FunctionRow[] = [
  [
    'stat',
    '($module, /, path, *, dir_fd=None, follow_symlinks=True)',
    os_stat,
    'Perform a stat system call on the given path.',
  ],
  [
    'lstat',
    '($module, /, path, *, dir_fd=None)',
    os_lstat,
    'Perform a stat system call on the given path, without following symbolic links.',
  ],
  ['fstat', '($module, /, fd)', os_fstat, 'Perform a stat system call on the given file descriptor.'],
  [
    'scandir',
    '($module, /, path=None)',
    os_scandir,
    'Return an iterator of DirEntry objects for given path.',
  ],
  [
    'listdir',
    '($module, /, path=None)',
    os_listdir,
    'Return a list containing the names of the files in the directory.',
  ],
];
