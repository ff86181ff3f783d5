// The file system that programs see: a small Unix in memory.
//
// The reader's files are in /home/reader, the standard library in /usr/local/lib/python3.12. The library's tree is known
// at once, its contents arrive when a file is opened: until then a file has a size and no bytes (`lib` names what must be
// loaded first; who opens such a file waits for it, see runtime/library.ts).
//
// Every operation answers a value, or a negative error number as a system call does: nothing is thrown, and nothing here
// knows Python. Time comes from the session's clock, inode numbers count up: two runs see the same.
//
// Stands where CPython 3.12 has the operating system. Absent: other users and groups, sockets, file locks, mounts.

import {
  EACCES,
  EAGAIN,
  EBADF,
  EEXIST,
  EINVAL,
  EISDIR,
  ELOOP,
  ENAMETOOLONG,
  ENOENT,
  ENOTDIR,
  ENOTEMPTY,
  EPERM,
  EPIPE,
  EROFS,
  ESPIPE,
} from './errnotable.ts';

export const O_RDONLY = 0;
export const O_WRONLY = 1;
export const O_RDWR = 2;
export const O_ACCMODE = 3;
export const O_CREAT = 0o100;
export const O_EXCL = 0o200;
export const O_NOCTTY = 0o400;
export const O_TRUNC = 0o1000;
export const O_APPEND = 0o2000;
export const O_NONBLOCK = 0o4000;
export const O_DIRECTORY = 0o200000;
export const O_NOFOLLOW = 0o400000;
export const O_CLOEXEC = 0o2000000;

export const S_IFIFO = 0o010000;
export const S_IFCHR = 0o020000;
export const S_IFDIR = 0o040000;
export const S_IFREG = 0o100000;
export const S_IFLNK = 0o120000;
export const S_IFSOCK = 0o140000;
const S_IFMT = 0o170000;

export const READER = 1000;
const ROOT = 0;
const NAME_MAX = 255;
const PATH_MAX = 4096;

/** Answered by read() when nothing is there yet: the caller waits with `whenReadable`. */
export const WAIT = Symbol('wait');

/** What a character device does: the host's streams, /dev/null. */
export interface Device {
  /** Bytes (none: end of file), an error, or WAIT. */
  read(size: number): Uint8Array | number | typeof WAIT;
  write(bytes: Uint8Array): number;
  readonly isatty: boolean;
  /** Calls back once when read() has something to answer. Answers a function that forgets the callback. */
  whenReadable?(ready: () => void): () => void;
  /** Whether read() has something to answer; without it: always. */
  ready?(): boolean;
}

/** Bytes on their way in one direction, and who holds the ends: a pipe, or half of a pair of sockets. */
class Pipe {
  /** What was written in one go is read in one go, and what does not fit is lost (SOCK_DGRAM). */
  messages = false;
  chunks: Uint8Array[] = [];
  /** Somebody may still read it, and somebody may still write. */
  readable = true;
  writable = true;
  waiting: (() => void)[] = [];

  wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const ready of waiting) ready();
  }
}

export class Inode {
  readonly ino: number;
  /** Type and permissions, as in st_mode. */
  mode: number;
  nlink = 1;
  uid: number;
  gid: number;
  /** Nanoseconds since the epoch. */
  atime: bigint;
  mtime: bigint;
  ctime: bigint;
  /** A directory's entries, without "." and "..". */
  entries: Map<string, Inode> | null = null;
  /** The directory a directory is in. */
  parent: Inode | null = null;
  /** A regular file's bytes; only the first `size` count. */
  data: Uint8Array = NO_BYTES;
  size = 0;
  /** A symbolic link's text. */
  target = '';
  device: Device | null = null;
  /** The library's file whose bytes this one will have, until they are here. */
  lib: string | null = null;
  /** On the read-only part of the tree. */
  readonly readonly: boolean;

  constructor(ino: number, mode: number, uid: number, now: bigint, readonly: boolean) {
    this.ino = ino;
    this.mode = mode;
    this.uid = uid;
    this.gid = uid;
    this.atime = this.mtime = this.ctime = now;
    this.readonly = readonly;
  }

  get isDir(): boolean {
    return this.entries !== null;
  }
  get isFile(): boolean {
    return (this.mode & S_IFMT) === S_IFREG;
  }
  get isLink(): boolean {
    return (this.mode & S_IFMT) === S_IFLNK;
  }

  /** The contents as they are now. */
  get bytes(): Uint8Array {
    return this.data.subarray(0, this.size);
  }
}

const NO_BYTES = new Uint8Array(0);

export interface Stat {
  mode: number;
  ino: number;
  dev: number;
  nlink: number;
  uid: number;
  gid: number;
  size: number;
  rdev: number;
  atime: bigint;
  mtime: bigint;
  ctime: bigint;
}

/** What a descriptor stands for; shared by dup(). */
export class OpenFile {
  readonly inode: Inode;
  flags: number;
  readonly path: string;
  position = 0;
  references = 1;
  /** Where what is read comes from, and where what is written goes, if this is a pipe's end or a socket. */
  reads: Pipe | null = null;
  writes: Pipe | null = null;
  constructor(inode: Inode, flags: number, path: string) {
    this.inode = inode;
    this.flags = flags;
    this.path = path;
  }
}

/** A file of the library: its size, and the size of its .pyc (0: it has none). */
export type LibraryFiles = { readonly [path: string]: readonly [size: number, pyc: number] };

export const HOME = '/home/reader';
export const STDLIB = '/usr/local/lib/python3.12';

export interface VfsOptions {
  /** Nanoseconds since the epoch. */
  now: () => bigint;
  stdin: Device;
  stdout: Device;
  stderr: Device;
}

interface Found {
  /** The directory the last name is in. */
  dir: Inode;
  name: string;
  /** What has that name; null: nothing. */
  inode: Inode | null;
  /** The path ended in a slash: only a directory will do. */
  mustBeDir: boolean;
}

export class Vfs {
  readonly now: () => bigint;
  readonly root: Inode;
  umask = 0o022;
  private nextIno = 2;
  private workingDirectory: Inode;
  protected readonly descriptors: (OpenFile | null)[] = [];
  /** Bumped by every change of the tree, for views. */
  changes = 0;

  constructor(options: VfsOptions) {
    this.now = options.now;
    this.root = this.newDir(null, ROOT, 0o755, true);
    this.makeDirs('/usr/local/bin', ROOT);
    this.makeDirs('/usr/local/lib', ROOT);
    this.makeDirs('/dev', ROOT);
    const tmp = this.makeDirs('/tmp', ROOT, false);
    tmp.mode = S_IFDIR | 0o1777;
    this.makeDirs('/home', ROOT);
    this.workingDirectory = this.makeDirs(HOME, READER, false);
    this.addDevice('null', nullDevice);
    for (const device of [options.stdin, options.stdout, options.stderr]) {
      const inode = new Inode(this.nextIno++, S_IFIFO | 0o600, READER, this.now(), false);
      inode.device = device;
      if (device.isatty) inode.mode = S_IFCHR | 0o620;
      const mode = device === options.stdin ? O_RDONLY : O_WRONLY;
      this.descriptors.push(new OpenFile(inode, mode, ''));
    }
  }

  // --- making the tree ---------------------------------------------------------------------------------

  private newDir(parent: Inode | null, uid: number, permissions: number, readonly: boolean): Inode {
    const dir = new Inode(this.nextIno++, S_IFDIR | permissions, uid, this.now(), readonly);
    dir.entries = new Map();
    dir.parent = parent ?? dir;
    dir.nlink = 2;
    return dir;
  }

  private addDevice(name: string, device: Device): void {
    const inode = new Inode(this.nextIno++, S_IFCHR | 0o666, ROOT, this.now(), false);
    inode.device = device;
    this.makeDirs('/dev', ROOT).entries!.set(name, inode);
  }

  private makeDirs(path: string, uid: number, readonly = true): Inode {
    let dir = this.root;
    for (const name of path.split('/')) {
      if (name === '') continue;
      let next = dir.entries!.get(name);
      if (next === undefined) {
        next = this.newDir(dir, uid, 0o755, readonly);
        dir.entries!.set(name, next);
        dir.nlink++;
      }
      dir = next;
    }
    return dir;
  }

  /** Puts a file of the reader's into the working directory (before the program starts). */
  addFile(path: string, bytes: Uint8Array): void {
    const parts = path.split('/');
    const name = parts.pop()!;
    const dir = this.makeDirs(`${HOME}/${parts.join('/')}`, READER, false);
    const file = new Inode(this.nextIno++, S_IFREG | 0o644, READER, this.writtenAt(bytes), false);
    file.data = bytes;
    file.size = bytes.length;
    dir.entries!.set(name, file);
  }

  /**
   * When a file that the program finds was written: some time in the month before, and at another time if its contents
   * are others. So a .pyc that an earlier run left is found stale when the reader has changed the source since.
   */
  private writtenAt(bytes: Uint8Array): bigint {
    let hash = 0x811c9dc5;
    for (const b of bytes) hash = Math.imul(hash ^ b, 0x01000193) >>> 0;
    return this.now() - BigInt(hash % 2_592_000) * 1_000_000_000n;
  }

  /** Makes the library's tree; `mtime` in seconds. Each file names what loadLibrary must be asked for. */
  mountLibrary(files: LibraryFiles, mtime: number): void {
    const time = BigInt(mtime) * 1_000_000_000n;
    const file = (dir: Inode, name: string, size: number, lib: string): void => {
      const inode = new Inode(this.nextIno++, S_IFREG | 0o644, ROOT, time, true);
      inode.size = size;
      inode.lib = lib;
      dir.entries!.set(name, inode);
    };
    for (const path in files) {
      const [size, pyc] = files[path]!;
      const slash = path.lastIndexOf('/');
      const folder = slash < 0 ? STDLIB : `${STDLIB}/${path.slice(0, slash)}`;
      const name = path.slice(slash + 1);
      file(this.makeDirs(folder, ROOT), name, size, path);
      if (pyc === 0) continue;
      const stem = name.slice(0, -3);
      file(this.makeDirs(`${folder}/__pycache__`, ROOT), `${stem}.cpython-312.pyc`, pyc, `${path}c`);
    }
    this.makeDirs(`${STDLIB}/lib-dynload`, ROOT);
    this.makeDirs(`${STDLIB}/site-packages`, ROOT);
    const stamp = (dir: Inode): void => {
      dir.atime = dir.mtime = dir.ctime = time;
      for (const e of dir.entries!.values()) if (e.isDir) stamp(e);
    };
    stamp(this.makeDirs(STDLIB, ROOT));
  }

  /** The files in the reader's directory and below: what a run leaves behind. */
  snapshot(): Record<string, Uint8Array> {
    const out: Record<string, Uint8Array> = {};
    const walk = (dir: Inode, prefix: string): void => {
      for (const [name, inode] of dir.entries!) {
        if (inode.isDir) walk(inode, `${prefix}${name}/`);
        else if (inode.isFile) out[prefix + name] = inode.bytes.slice();
      }
    };
    const home = this.lookup(HOME, true);
    if (typeof home !== 'number' && home.isDir) walk(home, '');
    return out;
  }

  // --- paths -------------------------------------------------------------------------------------------

  private find(
    path: string,
    follow: boolean,
    links = 0,
    from: Inode = this.workingDirectory,
  ): Found | number {
    if (path === '') return -ENOENT;
    if (path.length >= PATH_MAX) return -ENAMETOOLONG;
    let dir = path.startsWith('/') ? this.root : from;
    const names = path.split('/').filter((n) => n !== '' && n !== '.');
    const mustBeDir = path.endsWith('/') || path.endsWith('/.') || path === '.';
    if (names.length === 0) return { dir, name: '.', inode: dir, mustBeDir: true };
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      const last = i === names.length - 1;
      if (!dir.isDir) return -ENOTDIR;
      if (!allowed(dir, 1)) return -EACCES;
      if (name === '..') {
        if (last) return { dir, name, inode: dir.parent, mustBeDir: true };
        dir = dir.parent!;
        continue;
      }
      if (name.length > NAME_MAX) return -ENAMETOOLONG;
      const inode = dir.entries!.get(name) ?? null;
      if (inode?.isLink && (!last || follow || mustBeDir)) {
        if (links >= 40) return -ELOOP;
        const rest = names.slice(i + 1).join('/');
        const whole = rest === '' ? inode.target : `${inode.target}/${rest}`;
        return this.find(mustBeDir ? `${whole}/` : whole, follow, links + 1, dir);
      }
      if (last) {
        if (inode !== null && mustBeDir && !inode.isDir) return -ENOTDIR;
        return { dir, name, inode, mustBeDir };
      }
      if (inode === null) return -ENOENT;
      dir = inode;
    }
    return -ENOENT;
  }

  /** What a path leads to. */
  lookup(path: string, follow: boolean): Inode | number {
    const found = this.find(path, follow);
    if (typeof found === 'number') return found;
    return found.inode ?? -ENOENT;
  }

  private pathOf(dir: Inode): string {
    const names: string[] = [];
    for (let d = dir; d !== this.root; d = d.parent!) {
      let name: string | null = null;
      for (const [n, inode] of d.parent!.entries!) if (inode === d) name = n;
      if (name === null) return '';
      names.unshift(name);
    }
    return `/${names.join('/')}`;
  }

  getcwd(): string | number {
    const path = this.pathOf(this.workingDirectory);
    return path === '' ? -ENOENT : path;
  }

  chdir(path: string): number {
    const inode = this.lookup(path, true);
    if (typeof inode === 'number') return inode;
    if (!inode.isDir) return -ENOTDIR;
    if (!allowed(inode, 1)) return -EACCES;
    this.workingDirectory = inode;
    return 0;
  }

  fchdir(fd: number): number {
    const f = this.openFile(fd);
    if (f === null) return -EBADF;
    if (!f.inode.isDir) return -ENOTDIR;
    this.workingDirectory = f.inode;
    return 0;
  }

  // --- asking ------------------------------------------------------------------------------------------

  private statOf(i: Inode): Stat {
    return {
      mode: i.mode,
      ino: i.ino,
      dev: 1,
      nlink: i.nlink,
      uid: i.uid,
      gid: i.gid,
      size: i.isDir ? 4096 : i.isLink ? i.target.length : i.size,
      rdev: 0,
      atime: i.atime,
      mtime: i.mtime,
      ctime: i.ctime,
    };
  }

  stat(path: string, follow = true): Stat | number {
    const inode = this.lookup(path, follow);
    return typeof inode === 'number' ? inode : this.statOf(inode);
  }

  fstat(fd: number): Stat | number {
    const f = this.openFile(fd);
    return f === null ? -EBADF : this.statOf(f.inode);
  }

  /** access(2): 0, or the error. `mode` is a sum of R_OK 4, W_OK 2, X_OK 1. */
  access(path: string, mode: number, follow = true): number {
    const inode = this.lookup(path, follow);
    if (typeof inode === 'number') return inode;
    if ((mode & 2) !== 0 && inode.readonly) return -EROFS;
    return allowed(inode, mode & 7) ? 0 : -EACCES;
  }

  readdir(path: string): [name: string, inode: Inode][] | number {
    const inode = this.lookup(path, true);
    return typeof inode === 'number' ? inode : this.listDir(inode);
  }

  freaddir(fd: number): [name: string, inode: Inode][] | number {
    const f = this.openFile(fd);
    return f === null ? -EBADF : this.listDir(f.inode);
  }

  private listDir(inode: Inode): [name: string, inode: Inode][] | number {
    if (!inode.isDir) return -ENOTDIR;
    if (!allowed(inode, 4)) return -EACCES;
    return [...inode.entries!];
  }

  /** Sets which permissions new files do not get; what it was before. */
  setUmask(mask: number): number {
    const old = this.umask;
    this.umask = mask & 0o777;
    return old;
  }

  statInode(inode: Inode): Stat {
    return this.statOf(inode);
  }

  readlink(path: string): string | number {
    const inode = this.lookup(path, false);
    if (typeof inode === 'number') return inode;
    return inode.isLink ? inode.target : -EINVAL;
  }

  // --- changing the tree -------------------------------------------------------------------------------

  private touched(dir: Inode): void {
    dir.mtime = dir.ctime = this.now();
    this.changes++;
  }

  /** A place for a new name; an error if there is something, or no right to make it. */
  private place(path: string, follow = false): Found | number {
    const found = this.find(path, follow);
    if (typeof found === 'number') return found;
    if (found.inode !== null) return -EEXIST;
    return mayChange(found.dir) ?? found;
  }

  mkdir(path: string, mode: number): number {
    const found = this.place(path);
    if (typeof found === 'number') return found;
    const dir = this.newDir(found.dir, READER, mode & 0o1777 & ~this.umask, false);
    found.dir.entries!.set(found.name, dir);
    found.dir.nlink++;
    this.touched(found.dir);
    return 0;
  }

  rmdir(path: string): number {
    const found = this.find(path, false);
    if (typeof found === 'number') return found;
    const { inode, dir, name } = found;
    if (inode === null) return -ENOENT;
    if (!inode.isDir) return -ENOTDIR;
    if (name === '.') return -EINVAL;
    if (name === '..') return -ENOTEMPTY;
    const refused = mayChange(dir);
    if (refused !== null) return refused;
    if (inode.entries!.size > 0) return -ENOTEMPTY;
    dir.entries!.delete(name);
    dir.nlink--;
    inode.nlink = 0;
    this.touched(dir);
    return 0;
  }

  unlink(path: string): number {
    const found = this.find(path, false);
    if (typeof found === 'number') return found;
    const { inode, dir, name } = found;
    if (inode === null) return -ENOENT;
    const refused = mayChange(dir);
    if (refused !== null) return refused;
    if (inode.isDir) return -EISDIR;
    dir.entries!.delete(name);
    inode.nlink--;
    inode.ctime = this.now();
    this.touched(dir);
    return 0;
  }

  rename(from: string, to: string): number {
    const source = this.find(from, false);
    if (typeof source === 'number') return source;
    const moved = source.inode;
    if (moved === null) return -ENOENT;
    const target = this.find(to, false);
    if (typeof target === 'number') return target;
    const refused = mayChange(source.dir) ?? mayChange(target.dir);
    if (refused !== null) return refused;
    const old = target.inode;
    if (old === moved) return 0;
    if (moved.isDir) {
      for (let d = target.dir; ; d = d.parent!) {
        if (d === moved) return -EINVAL;
        if (d === this.root) break;
      }
      if (old !== null && !old.isDir) return -ENOTDIR;
      if (old !== null && old.entries!.size > 0) return -ENOTEMPTY;
    } else {
      if (old?.isDir) return -EISDIR;
      if (target.mustBeDir) return -ENOTDIR;
    }
    if (old !== null) {
      old.nlink = old.isDir ? 0 : old.nlink - 1;
      if (old.isDir) target.dir.nlink--;
    }
    source.dir.entries!.delete(source.name);
    target.dir.entries!.set(target.name, moved);
    if (moved.isDir) {
      moved.parent = target.dir;
      source.dir.nlink--;
      target.dir.nlink++;
    }
    moved.ctime = this.now();
    this.touched(source.dir);
    this.touched(target.dir);
    return 0;
  }

  link(from: string, to: string): number {
    const inode = this.lookup(from, false);
    if (typeof inode === 'number') return inode;
    if (inode.isDir) return -EPERM;
    const found = this.place(to);
    if (typeof found === 'number') return found;
    found.dir.entries!.set(found.name, inode);
    inode.nlink++;
    this.touched(found.dir);
    return 0;
  }

  symlink(target: string, path: string): number {
    const found = this.place(path);
    if (typeof found === 'number') return found;
    const inode = new Inode(this.nextIno++, S_IFLNK | 0o777, READER, this.now(), false);
    inode.target = target;
    found.dir.entries!.set(found.name, inode);
    this.touched(found.dir);
    return 0;
  }

  chmod(inode: Inode, mode: number): number {
    if (inode.readonly) return -EROFS;
    if (inode.uid !== READER) return -EPERM;
    inode.mode = (inode.mode & S_IFMT) | (mode & 0o7777);
    inode.ctime = this.now();
    return 0;
  }

  utime(inode: Inode, atime: bigint, mtime: bigint): number {
    if (inode.readonly) return -EROFS;
    if (inode.uid !== READER) return -EPERM;
    inode.atime = atime;
    inode.mtime = mtime;
    inode.ctime = this.now();
    return 0;
  }

  // --- descriptors -------------------------------------------------------------------------------------

  /** What a descriptor stands for, or null. */
  openFile(fd: number): OpenFile | null {
    return this.descriptors[fd] ?? null;
  }

  protected newDescriptor(file: OpenFile, least = 0): number {
    let fd = least;
    while (fd < this.descriptors.length && this.descriptors[fd] !== null) fd++;
    while (this.descriptors.length < fd) this.descriptors.push(null);
    this.descriptors[fd] = file;
    return fd;
  }

  open(path: string, flags: number, mode = 0o777): number {
    const exclusive = (flags & O_CREAT) !== 0 && (flags & O_EXCL) !== 0;
    const found = this.find(path, !exclusive && (flags & O_NOFOLLOW) === 0);
    if (typeof found === 'number') return found;
    let { inode } = found;
    const access = flags & O_ACCMODE;
    if (inode === null) {
      if ((flags & O_CREAT) === 0) return -ENOENT;
      if (found.mustBeDir) return -EISDIR;
      const refused = mayChange(found.dir);
      if (refused !== null) return refused;
      inode = new Inode(this.nextIno++, S_IFREG | (mode & 0o777 & ~this.umask), READER, this.now(), false);
      found.dir.entries!.set(found.name, inode);
      this.touched(found.dir);
    } else {
      if (exclusive) return -EEXIST;
      if (inode.isLink) return -ELOOP;
      if (inode.isDir && (access !== O_RDONLY || (flags & O_CREAT) !== 0)) return -EISDIR;
      if (!inode.isDir && (flags & O_DIRECTORY) !== 0) return -ENOTDIR;
      const wanted = access === O_RDONLY ? 4 : access === O_WRONLY ? 2 : 6;
      if (!allowed(inode, wanted)) return -EACCES;
      if ((wanted & 2) !== 0 && inode.readonly) return -EROFS;
      if ((flags & O_TRUNC) !== 0 && inode.isFile) {
        inode.data = NO_BYTES;
        inode.size = 0;
        inode.mtime = inode.ctime = this.now();
        this.changes++;
      }
    }
    return this.newDescriptor(new OpenFile(inode, flags, path));
  }

  close(fd: number): number {
    const f = this.openFile(fd);
    if (f === null) return -EBADF;
    this.descriptors[fd] = null;
    if (--f.references === 0) {
      this.shutdown(f, true, true);
    }
    return 0;
  }

  dup(fd: number): number {
    const f = this.openFile(fd);
    if (f === null) return -EBADF;
    f.references++;
    return this.newDescriptor(f);
  }

  dup2(fd: number, to: number): number {
    const f = this.openFile(fd);
    if (f === null || to < 0) return -EBADF;
    if (fd === to) return to;
    if (this.openFile(to) !== null) this.close(to);
    f.references++;
    while (this.descriptors.length <= to) this.descriptors.push(null);
    this.descriptors[to] = f;
    return to;
  }

  pipe(): [read: number, write: number] {
    const inode = new Inode(this.nextIno++, S_IFIFO | 0o600, READER, this.now(), false);
    const pipe = new Pipe();
    const read = new OpenFile(inode, O_RDONLY, '');
    const write = new OpenFile(inode, O_WRONLY, '');
    read.reads = write.writes = pipe;
    return [this.newDescriptor(read), this.newDescriptor(write)];
  }

  /** Two sockets that are connected with each other; `messages`: SOCK_DGRAM. */
  socketpair(messages: boolean): [number, number] {
    const [there, back] = [new Pipe(), new Pipe()];
    there.messages = back.messages = messages;
    const end = (reads: Pipe, writes: Pipe): number => {
      const inode = new Inode(this.nextIno++, S_IFSOCK | 0o777, READER, this.now(), false);
      const file = new OpenFile(inode, O_RDWR, '');
      file.reads = reads;
      file.writes = writes;
      return this.newDescriptor(file);
    };
    return [end(back, there), end(there, back)];
  }

  /** A descriptor behind which there is nothing: what an epoll object is known by. */
  anonymous(): number {
    const inode = new Inode(this.nextIno++, 0o600, READER, this.now(), false);
    return this.newDescriptor(new OpenFile(inode, O_RDWR, ''));
  }

  /** Nothing more is read, or written, through what a descriptor stands for. */
  shutdown(f: OpenFile, reading: boolean, writing: boolean): void {
    if (reading && f.reads !== null) f.reads.readable = false;
    if (writing && f.writes !== null) f.writes.writable = false;
    f.reads?.wake();
    f.writes?.wake();
  }

  /** What poll(2) answers for a descriptor: a sum of POLLIN 1, POLLOUT 4, POLLERR 8, POLLHUP 16, POLLNVAL 32. */
  poll(fd: number): number {
    const f = this.openFile(fd);
    if (f === null) return 32;
    const { device } = f.inode;
    if (f.reads === null && f.writes === null) {
      const mayRead = device === null || (f.flags & O_ACCMODE) !== O_WRONLY;
      const mayWrite = device === null || (f.flags & O_ACCMODE) !== O_RDONLY;
      return (mayRead && (device?.ready?.() ?? true) ? 1 : 0) | (mayWrite ? 4 : 0);
    }
    let events = 0;
    if (f.reads !== null) {
      if (f.reads.chunks.length > 0) events |= 1;
      if (!f.reads.writable) events |= f.writes === null ? 16 : 1;
    }
    if (f.writes !== null) events |= f.writes.readable ? 4 : f.reads === null ? 12 : 4;
    if (f.reads !== null && f.writes !== null && !f.reads.writable && !f.writes.writable) events |= 16;
    return events;
  }

  isatty(fd: number): boolean {
    return this.openFile(fd)?.inode.device?.isatty ?? false;
  }

  /** Up to `size` bytes (a copy); none: end of file. WAIT: see whenReadable. */
  read(fd: number, size: number): Uint8Array | number | typeof WAIT {
    const f = this.openFile(fd);
    if (f === null || (f.flags & O_ACCMODE) === O_WRONLY) return -EBADF;
    const { inode } = f;
    if (inode.isDir) return -EISDIR;
    if (inode.device !== null) return inode.device.read(size);
    if (f.reads !== null) {
      const r = readPipe(f.reads, size);
      return r === WAIT && (f.flags & O_NONBLOCK) !== 0 ? -EAGAIN : r;
    }
    const end = Math.min(inode.size, f.position + size);
    if (f.position >= end) return NO_BYTES;
    const bytes = inode.data.slice(f.position, end);
    f.position = end;
    return bytes;
  }

  /** Calls back when a read that answered WAIT is worth trying again. */
  whenReadable(fd: number, ready: () => void): () => void {
    const f = this.openFile(fd);
    const device = f?.inode.device;
    if (device?.whenReadable !== undefined) return device.whenReadable(ready);
    const pipe = f?.reads ?? f?.writes;
    if (pipe == null) {
      ready();
      return () => {};
    }
    pipe.waiting.push(ready);
    return () => {
      pipe.waiting = pipe.waiting.filter((w) => w !== ready);
    };
  }

  pread(fd: number, size: number, offset: number): Uint8Array | number {
    const f = this.openFile(fd);
    if (f === null || (f.flags & O_ACCMODE) === O_WRONLY) return -EBADF;
    if (!f.inode.isFile) return f.inode.isDir ? -EISDIR : -ESPIPE;
    return f.inode.data.slice(offset, Math.min(f.inode.size, offset + size));
  }

  /** Writes all of it; the number of bytes, or an error. */
  write(fd: number, bytes: Uint8Array): number {
    const f = this.openFile(fd);
    if (f === null || (f.flags & O_ACCMODE) === O_RDONLY) return -EBADF;
    const { inode } = f;
    if (inode.device !== null) return inode.device.write(bytes);
    if (f.writes !== null) {
      if (!f.writes.readable || !f.writes.writable) return -EPIPE;
      if (bytes.length > 0 || f.writes.messages) f.writes.chunks.push(bytes.slice());
      f.writes.wake();
      return bytes.length;
    }
    if ((f.flags & O_APPEND) !== 0) f.position = inode.size;
    this.writeAt(inode, bytes, f.position);
    f.position += bytes.length;
    return bytes.length;
  }

  pwrite(fd: number, bytes: Uint8Array, offset: number): number {
    const f = this.openFile(fd);
    if (f === null || (f.flags & O_ACCMODE) === O_RDONLY) return -EBADF;
    if (!f.inode.isFile) return -ESPIPE;
    this.writeAt(f.inode, bytes, offset);
    return bytes.length;
  }

  private writeAt(inode: Inode, bytes: Uint8Array, at: number): void {
    const end = at + bytes.length;
    if (end > inode.data.length) {
      const grown = new Uint8Array(Math.max(end, inode.data.length * 2, 64));
      grown.set(inode.bytes);
      inode.data = grown;
    }
    inode.data.set(bytes, at);
    if (end > inode.size) inode.size = end;
    inode.mtime = inode.ctime = this.now();
    this.changes++;
  }

  lseek(fd: number, offset: number, whence: number): number {
    const f = this.openFile(fd);
    if (f === null) return -EBADF;
    const { inode } = f;
    if (inode.device !== null && inode.device !== nullDevice) return -ESPIPE;
    if (f.reads !== null || f.writes !== null) return -ESPIPE;
    let at: number;
    if (whence === 0) at = offset;
    else if (whence === 1) at = f.position + offset;
    else if (whence === 2) at = inode.size + offset;
    else return -EINVAL;
    if (at < 0) return -EINVAL;
    f.position = at;
    return at;
  }

  ftruncate(fd: number, length: number): number {
    const f = this.openFile(fd);
    if (f === null) return -EBADF;
    if ((f.flags & O_ACCMODE) === O_RDONLY || !f.inode.isFile) return -EINVAL;
    return this.truncateInode(f.inode, length);
  }

  truncate(path: string, length: number): number {
    const inode = this.lookup(path, true);
    if (typeof inode === 'number') return inode;
    if (inode.isDir) return -EISDIR;
    if (!inode.isFile) return -EINVAL;
    if (inode.readonly) return -EROFS;
    if (!allowed(inode, 2)) return -EACCES;
    return this.truncateInode(inode, length);
  }

  private truncateInode(inode: Inode, length: number): number {
    if (length < 0) return -EINVAL;
    const data = new Uint8Array(length);
    data.set(inode.data.subarray(0, Math.min(length, inode.size)));
    inode.data = data;
    inode.size = length;
    inode.mtime = inode.ctime = this.now();
    this.changes++;
    return 0;
  }
}

/** Whether the reader may: `wanted` is a sum of 4 read, 2 write, 1 execute (search). */
function allowed(inode: Inode, wanted: number): boolean {
  const bits = inode.uid === READER ? inode.mode >> 6 : inode.mode;
  return (bits & wanted) === wanted;
}

/** Null if names in this directory may be made and removed; else the error. */
function mayChange(dir: Inode): number | null {
  if (dir.readonly) return dir.uid === ROOT ? -EACCES : -EROFS;
  return allowed(dir, 3) ? null : -EACCES;
}

function readPipe(pipe: Pipe, size: number): Uint8Array | typeof WAIT {
  if (!pipe.readable) return NO_BYTES;
  const first = pipe.chunks[0];
  if (first === undefined) return pipe.writable ? WAIT : NO_BYTES;
  if (pipe.messages) {
    pipe.chunks.shift();
    return first.slice(0, size);
  }
  const parts: Uint8Array[] = [];
  let room = size;
  while (room > 0 && pipe.chunks.length > 0) {
    const chunk = pipe.chunks[0]!;
    if (chunk.length <= room) pipe.chunks.shift();
    else pipe.chunks[0] = chunk.subarray(room);
    parts.push(chunk.subarray(0, room));
    room -= Math.min(room, chunk.length);
  }
  if (parts.length === 1) return parts[0]!.slice();
  const all = new Uint8Array(size - room);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const nullDevice: Device = {
  read: () => NO_BYTES,
  write: (bytes) => bytes.length,
  isatty: false,
};
