// The real machine's file system, in the shape that programs see: for the command line.
//
// The standard library stays where it is in every run, under /usr/local/lib/python3.12, in memory; every other path is the
// machine's own, read and written through with Node's synchronous calls. Descriptors are numbers of a table of our own,
// as in memory; 0, 1 and 2 are the process's. Positions are kept here (Node cannot ask for them), but for the three
// inherited descriptors, whose position belongs to the process that started this one until the program seeks.
//
// Stands where CPython 3.12 has the operating system. Absent: what Node has no call for (times finer than a float of
// seconds in utime, modes of symbolic links).

import * as fs from 'node:fs';
import { isatty } from 'node:tty';
import { EAGAIN, EBADF, EINVAL, EIO, EROFS, ESPIPE, errnoNames } from '../runtime/errnotable.ts';
import {
  Inode,
  O_ACCMODE,
  O_APPEND,
  O_CREAT,
  O_DIRECTORY,
  O_EXCL,
  O_NOCTTY,
  O_NOFOLLOW,
  O_NONBLOCK,
  O_RDONLY,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
  OpenFile,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFREG,
  STDLIB,
  type Stat,
  Vfs,
  type WAIT,
} from '../runtime/vfs.ts';
import { StandardInput } from './stdin.ts';

const S_IFBLK = 0o060000;
const NO_BYTES = new Uint8Array(0);
const EOPNOTSUPP = 95;

const errnoOf = new Map(errnoNames);

/** The answer of a call, or its error as a negative number. Anything but a system's error is a mistake of ours. */
function attempt<T>(call: () => T): T | number {
  try {
    return call();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    // Node checks some arguments itself, with codes of its own.
    if (code.startsWith('ERR_')) return -EINVAL;
    return -(errnoOf.get(code) ?? EIO);
  }
}

const done = (call: () => void): number => attempt(() => (call(), 0));

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A path as Node wants it: bytes that are no UTF-8 are lone surrogates. CPython 3.12: PyUnicode_EncodeFSDefault */
function hostPath(path: string): string | Buffer {
  if (!LONE.test(path)) return path;
  const parts: Buffer[] = [];
  for (const character of path) {
    const code = character.codePointAt(0)!;
    parts.push(code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(character));
  }
  return Buffer.concat(parts);
}

/** The other way. CPython 3.12: PyUnicode_DecodeFSDefault */
function nameOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd') || Buffer.from(text).equals(bytes)) return text;
  let out = '';
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let i = 0; i < bytes.length; ) {
    let taken = 0;
    for (let n = 1; n <= 4 && taken === 0; n++) {
      try {
        out += decoder.decode(bytes.subarray(i, i + n));
        taken = n;
      } catch {
        // Not a whole character yet, or none.
      }
    }
    if (taken === 0) out += String.fromCharCode(0xdc00 + bytes[i]!);
    i += taken || 1;
  }
  return out;
}

function statResult(st: fs.BigIntStats): Stat {
  return {
    mode: Number(st.mode),
    ino: Number(st.ino),
    dev: Number(st.dev),
    nlink: Number(st.nlink),
    uid: Number(st.uid),
    gid: Number(st.gid),
    size: Number(st.size),
    rdev: Number(st.rdev),
    atime: st.atimeNs,
    mtime: st.mtimeNs,
    ctime: st.ctimeNs,
  };
}

/** A file of the machine as it was when somebody looked. */
class HostInode extends Inode {
  readonly path: string;
  /** The descriptor it was reached by; -1: by its path. */
  readonly fd: number;
  constructor(path: string, st: Stat, fd = -1) {
    super(st.ino, st.mode, st.uid, st.ctime, false);
    this.path = path;
    this.fd = fd;
    this.size = st.size;
    this.gid = st.gid;
    this.nlink = st.nlink;
    this.atime = st.atime;
    this.mtime = st.mtime;
  }

  override get isDir(): boolean {
    return (this.mode & 0o170000) === S_IFDIR;
  }

  override get bytes(): Uint8Array {
    const bytes = attempt(() => fs.readFileSync(hostPath(this.path)));
    return typeof bytes === 'number' ? NO_BYTES : bytes;
  }
}

/** What an entry of a directory is, as far as its listing says. */
function entryMode(entry: fs.Dirent<Buffer>): number {
  if (entry.isFile()) return S_IFREG;
  if (entry.isDirectory()) return S_IFDIR;
  if (entry.isSymbolicLink()) return S_IFLNK;
  if (entry.isCharacterDevice()) return S_IFCHR;
  return entry.isFIFO() ? S_IFIFO : 0;
}

/** An open file of the machine. */
class HostFile extends OpenFile {
  /** The process's own descriptor. */
  readonly real: number;
  /** It has positions: a regular file, a block device, or a device like /dev/null. */
  readonly seekable: boolean;
  /** The position is kept in `position`; else it is the system's. */
  tracked: boolean;
  constructor(inode: HostInode, flags: number, path: string, real: number, inherited: boolean) {
    super(inode, flags, path);
    this.real = real;
    const kind = inode.mode & 0o170000;
    const device = kind === S_IFCHR && !isatty(real);
    this.seekable = inode.isFile || kind === S_IFBLK || device;
    this.tracked = this.seekable && !inherited && !device;
  }
}

/** Flags of open() by their numbers on Linux, as the system beneath numbers them. */
const FLAGS: readonly (readonly [number, number | undefined])[] = [
  [O_CREAT, fs.constants.O_CREAT],
  [O_EXCL, fs.constants.O_EXCL],
  [O_NOCTTY, fs.constants.O_NOCTTY],
  [O_TRUNC, fs.constants.O_TRUNC],
  [O_APPEND, fs.constants.O_APPEND],
  [O_NONBLOCK, fs.constants.O_NONBLOCK],
  [O_DIRECTORY, fs.constants.O_DIRECTORY],
  [O_NOFOLLOW, fs.constants.O_NOFOLLOW],
];

function hostFlags(flags: number): number {
  const access = flags & O_ACCMODE;
  let out =
    access === O_RDONLY
      ? fs.constants.O_RDONLY
      : access === O_WRONLY
        ? fs.constants.O_WRONLY
        : fs.constants.O_RDWR;
  for (const [flag, host] of FLAGS) if ((flags & flag) !== 0) out |= host ?? 0;
  return out;
}

const isLibrary = (path: string): boolean => path === STDLIB || path.startsWith(`${STDLIB}/`);

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Writes all of it to a descriptor of the process. */
function writeAll(fd: number, bytes: Uint8Array, position: number | null): number {
  let written = 0;
  while (written < bytes.length) {
    const at = position === null ? null : position + written;
    const n = attempt(() => fs.writeSync(fd, bytes, written, bytes.length - written, at));
    if (n === -EAGAIN) {
      // A terminal or pipe that somebody made non-blocking, and that is full.
      Atomics.wait(pause, 0, 0, 2);
      continue;
    }
    if (n < 0) return written > 0 ? written : n;
    written += n;
  }
  return written;
}

export class HostFs extends Vfs {
  private readonly input = new StandardInput();

  constructor(now: () => bigint) {
    const unused = { read: () => -EBADF, write: () => -EBADF, isatty: false };
    super({ now, stdin: unused, stdout: unused, stderr: unused });
    this.umask = process.umask();
    for (const fd of [0, 1, 2]) {
      const st = attempt(() => fs.fstatSync(fd, { bigint: true }));
      const flags = fd === 0 ? O_RDONLY : O_RDWR;
      this.descriptors[fd] =
        typeof st === 'number'
          ? null
          : new HostFile(new HostInode('', statResult(st), fd), flags, '', fd, true);
    }
  }

  /** A path made absolute, without following links. */
  private absolute(path: string): string {
    if (path.startsWith('/')) return path;
    const cwd = this.getcwd();
    return typeof cwd === 'number' ? path : `${cwd === '/' ? '' : cwd}/${path}`;
  }

  /** Whether a path leads into the library, which is in memory. */
  private inLibrary(path: string): boolean {
    if (!path.startsWith('/') || !path.includes('python3.12')) return false;
    if (isLibrary(path)) return true;
    const names: string[] = [];
    for (const name of path.split('/')) {
      if (name === '..') names.pop();
      else if (name !== '' && name !== '.') names.push(name);
    }
    return isLibrary(`/${names.join('/')}`);
  }

  // --- asking ------------------------------------------------------------------------------------------

  override stat(path: string, follow = true): Stat | number {
    if (this.inLibrary(path)) return super.stat(path, follow);
    const look = follow ? fs.statSync : fs.lstatSync;
    const st = attempt(() => look(hostPath(path), { bigint: true }));
    if (typeof st !== 'number') return statResult(st as fs.BigIntStats);
    // The folders above the library are there even if the machine has none.
    if (path.startsWith('/usr') && STDLIB.startsWith(path)) return super.stat(path, follow);
    return st;
  }

  override lookup(path: string, follow: boolean): Inode | number {
    if (this.inLibrary(path)) return super.lookup(path, follow);
    const st = this.stat(path, follow);
    return typeof st === 'number' ? st : new HostInode(this.absolute(path), st);
  }

  override fstat(fd: number): Stat | number {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.fstat(fd);
    const st = attempt(() => fs.fstatSync(f.real, { bigint: true }));
    return typeof st === 'number' ? st : statResult(st);
  }

  override statInode(inode: Inode): Stat {
    if (!(inode instanceof HostInode)) return super.statInode(inode);
    const st = this.stat(inode.path, false);
    return typeof st === 'number' ? super.statInode(inode) : st;
  }

  override access(path: string, mode: number, follow = true): number {
    if (this.inLibrary(path)) return super.access(path, mode, follow);
    return done(() => fs.accessSync(hostPath(path), mode));
  }

  override readdir(path: string): [name: string, inode: Inode][] | number {
    if (this.inLibrary(path)) return super.readdir(path);
    const entries = attempt(() =>
      fs.readdirSync(hostPath(path), { encoding: 'buffer', withFileTypes: true }),
    );
    if (typeof entries === 'number') return entries;
    const folder = this.absolute(path);
    const now = this.now();
    return entries.map((entry) => {
      const name = nameOf(entry.name);
      const st: Stat = {
        mode: entryMode(entry),
        ino: 0,
        dev: 0,
        nlink: 1,
        uid: 0,
        gid: 0,
        size: 0,
        rdev: 0,
        atime: now,
        mtime: now,
        ctime: now,
      };
      return [name, new HostInode(`${folder}/${name}`, st)];
    });
  }

  override freaddir(fd: number): [name: string, inode: Inode][] | number {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.freaddir(fd);
    return this.readdir(f.path);
  }

  override readlink(path: string): string | number {
    if (this.inLibrary(path)) return super.readlink(path);
    const target = attempt(() => fs.readlinkSync(hostPath(path), { encoding: 'buffer' }));
    return typeof target === 'number' ? target : nameOf(target);
  }

  override getcwd(): string | number {
    return attempt(() => process.cwd());
  }

  override chdir(path: string): number {
    return done(() => process.chdir(path));
  }

  override fchdir(fd: number): number {
    const f = this.openFile(fd);
    if (f === null) return -EBADF;
    return this.chdir(f.path);
  }

  override snapshot(): Record<string, Uint8Array> {
    return {};
  }

  override setUmask(mask: number): number {
    this.umask = mask & 0o777;
    return process.umask(mask & 0o777);
  }

  // --- changing the tree -------------------------------------------------------------------------------

  override mkdir(path: string, mode: number): number {
    if (this.inLibrary(path)) return super.mkdir(path, mode);
    return done(() => fs.mkdirSync(hostPath(path), { mode }));
  }

  override rmdir(path: string): number {
    if (this.inLibrary(path)) return super.rmdir(path);
    return done(() => fs.rmdirSync(hostPath(path)));
  }

  override unlink(path: string): number {
    if (this.inLibrary(path)) return super.unlink(path);
    return done(() => fs.unlinkSync(hostPath(path)));
  }

  override rename(from: string, to: string): number {
    if (this.inLibrary(from) || this.inLibrary(to)) return -EROFS;
    return done(() => fs.renameSync(hostPath(from), hostPath(to)));
  }

  override link(from: string, to: string): number {
    if (this.inLibrary(from) || this.inLibrary(to)) return -EROFS;
    return done(() => fs.linkSync(hostPath(from), hostPath(to)));
  }

  override symlink(target: string, path: string): number {
    if (this.inLibrary(path)) return super.symlink(target, path);
    return done(() => fs.symlinkSync(hostPath(target), hostPath(path)));
  }

  override chmod(inode: Inode, mode: number): number {
    if (!(inode instanceof HostInode)) return super.chmod(inode, mode);
    if (inode.fd >= 0) return done(() => fs.fchmodSync(inode.fd, mode));
    if (inode.isLink) return -EOPNOTSUPP;
    return done(() => fs.chmodSync(hostPath(inode.path), mode));
  }

  override utime(inode: Inode, atime: bigint, mtime: bigint): number {
    if (!(inode instanceof HostInode)) return super.utime(inode, atime, mtime);
    const seconds = (ns: bigint): number =>
      Number(ns / 1_000_000_000n) + Number(ns % 1_000_000_000n) / 1_000_000_000;
    const [a, m] = [seconds(atime), seconds(mtime)];
    if (inode.fd >= 0) return done(() => fs.futimesSync(inode.fd, a, m));
    const set = inode.isLink ? fs.lutimesSync : fs.utimesSync;
    return done(() => set(hostPath(inode.path), a, m));
  }

  // --- descriptors -------------------------------------------------------------------------------------

  override open(path: string, flags: number, mode = 0o777): number {
    if (this.inLibrary(path)) return super.open(path, flags, mode);
    const real = attempt(() => fs.openSync(hostPath(path), hostFlags(flags), mode));
    if (real < 0) return real;
    const st = attempt(() => fs.fstatSync(real, { bigint: true }));
    if (typeof st === 'number') return st;
    const full = this.absolute(path);
    return this.newDescriptor(
      new HostFile(new HostInode(full, statResult(st), real), flags, full, real, false),
    );
  }

  override close(fd: number): number {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.close(fd);
    this.descriptors[fd] = null;
    if (--f.references > 0) return 0;
    // Node writes its own last words to these.
    if (f.real <= 2) return 0;
    return done(() => fs.closeSync(f.real));
  }

  override isatty(fd: number): boolean {
    const f = this.openFile(fd);
    return f instanceof HostFile ? isatty(f.real) : super.isatty(fd);
  }

  override read(fd: number, size: number): Uint8Array | number | typeof WAIT {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.read(fd, size);
    if ((f.flags & O_ACCMODE) === O_WRONLY) return -EBADF;
    if (f.real === 0 && !f.seekable) return this.input.read(size);
    const bytes = this.readAt(f, size, f.tracked ? f.position : null);
    if (typeof bytes !== 'number' && f.tracked) f.position += bytes.length;
    return bytes;
  }

  private readAt(f: HostFile, size: number, position: number | null): Uint8Array | number {
    let wanted = size;
    if (f.seekable && size > 65536) {
      // Who asks for "all of it" gets room for what there is.
      const st = attempt(() => fs.fstatSync(f.real));
      if (typeof st === 'number') return st;
      wanted = Math.min(size, Math.max(65536, st.size - (position ?? 0)));
    }
    const buffer = new Uint8Array(wanted);
    const n = attempt(() => fs.readSync(f.real, buffer, 0, wanted, position));
    return n < 0 ? n : n === wanted ? buffer : buffer.slice(0, n);
  }

  override whenReadable(fd: number, ready: () => void): () => void {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.whenReadable(fd, ready);
    if (f.real === 0) return this.input.whenReadable(ready);
    ready();
    return () => {};
  }

  override pread(fd: number, size: number, offset: number): Uint8Array | number {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.pread(fd, size, offset);
    if ((f.flags & O_ACCMODE) === O_WRONLY) return -EBADF;
    return f.seekable ? this.readAt(f, size, offset) : -ESPIPE;
  }

  override write(fd: number, bytes: Uint8Array): number {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.write(fd, bytes);
    if ((f.flags & O_ACCMODE) === O_RDONLY) return -EBADF;
    const append = (f.flags & O_APPEND) !== 0;
    const n = writeAll(f.real, bytes, f.tracked && !append ? f.position : null);
    if (n < 0) return n;
    if (f.tracked) f.position = append ? this.sizeOf(f) : f.position + n;
    return n;
  }

  private sizeOf(f: HostFile): number {
    const st = attempt(() => fs.fstatSync(f.real));
    return typeof st === 'number' ? f.position : st.size;
  }

  override pwrite(fd: number, bytes: Uint8Array, offset: number): number {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.pwrite(fd, bytes, offset);
    if ((f.flags & O_ACCMODE) === O_RDONLY) return -EBADF;
    return f.seekable ? writeAll(f.real, bytes, offset) : -ESPIPE;
  }

  /** Where an inherited descriptor stands; Linux tells. */
  private inheritedPosition(f: HostFile): number {
    const text = attempt(() => fs.readFileSync(`/proc/self/fdinfo/${f.real}`, 'latin1'));
    return typeof text === 'number' ? 0 : Number(/^pos:\s*(\d+)/m.exec(text)?.[1] ?? 0);
  }

  override lseek(fd: number, offset: number, whence: number): number {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.lseek(fd, offset, whence);
    if (!f.seekable) return -ESPIPE;
    const from = whence === 0 ? 0 : whence === 1 ? this.positionOf(f) : whence === 2 ? this.sizeOf(f) : -1;
    if (from < 0 || from + offset < 0) return -EINVAL;
    // Who only asks leaves the position with the system.
    if (!f.tracked && whence === 1 && offset === 0) return from;
    f.tracked = true;
    f.position = from + offset;
    return f.position;
  }

  private positionOf(f: HostFile): number {
    return f.tracked ? f.position : this.inheritedPosition(f);
  }

  override ftruncate(fd: number, length: number): number {
    const f = this.openFile(fd);
    if (!(f instanceof HostFile)) return super.ftruncate(fd, length);
    return done(() => fs.ftruncateSync(f.real, length));
  }

  override truncate(path: string, length: number): number {
    if (this.inLibrary(path)) return super.truncate(path, length);
    return done(() => fs.truncateSync(hostPath(path), length));
  }
}
