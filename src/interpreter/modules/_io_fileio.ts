// FileIO: a descriptor as a raw stream.
//
// Answers to CPython 3.12: Modules/_io/fileio.c.

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { newBytes } from '../objects/bytescore.ts';
import { getset, method } from '../objects/descrobject.ts';
import { getStr, setStr } from '../objects/dictcore.ts';
import { clear, fetch, matches, PyExc, raise, restore, typeError } from '../objects/errors.ts';
import { dictGetSet } from '../objects/funcobject.ts';
import { type Int, isInt, newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import {
  callG,
  ensureDict,
  genericGetAttr,
  instanceDict,
  lookupAttrG,
  reprEnter,
  reprG,
  reprLeave,
  setAttr,
  truthG,
} from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { allocInstance, typeReady } from '../objects/typeobject.ts';
import { EBADF, EISDIR } from '../runtime/errnotable.ts';
import { writeUnraisable } from '../runtime/finalize.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { system } from '../runtime/system.ts';
import { O_APPEND, O_CLOEXEC, O_CREAT, O_EXCL, O_RDWR, O_TRUNC, O_WRONLY, S_IFDIR } from '../runtime/vfs.ts';
import { addCannotPickle, addFinalizing, baseCloseG, concat, ioType, rawIOBaseType } from './_io_base.ts';
import { chainExceptions, integerG, readableBytes, sizeG, unsupported, writableBytes } from './_io_util.ts';
import { openG, readG } from './posix_files.ts';
import { dropPath, pathG } from './posix_path.ts';
import { moduleHooks } from './vmhooks.ts';

export interface FileIOV {
  /** -1: closed. */
  fd: number;
  created: boolean;
  readable: boolean;
  writable: boolean;
  appending: boolean;
  /** -1: not known yet. */
  seekable: -1 | 0 | 1;
  closefd: boolean;
  finalizing: boolean;
  blksize: number;
}
export type FileIO = Obj<FileIOV>;

export const fileIOType = ioType('_io.FileIO', rawIOBaseType, 72);

const F = (o: Obj): FileIOV => (o as FileIO).v;

const closedFile = (): null => raise(PyExc.ValueError, 'I/O operation on closed file');
const errMode = (action: string): null => unsupported(`File not open for ${action}`);

/** What makes the library's files known before a path below it is opened; put in by runtime/importlib.ts. */
export const libraryHook: { mountG: () => Gen<boolean> } = {
  mountG: function* () {
    return true;
  },
};

// --- opening and closing -----------------------------------------------------------------------------

const initDef = new NativeDef(
  'FileIO',
  "(file, mode='r', closefd=True, opener=None)",
  () => null,
  null,
  null,
);

function init(self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(initDef, args, kwnames);
  if (bound === null) return null;
  return suspend(initG(self as FileIO, bound as (Obj | undefined)[]), [self, ...args]);
}

/** Open flags of a mode; null with ValueError. */
function parseMode(f: FileIOV, mode: string): number | null {
  let flags = 0;
  let rwa = false;
  let plus = false;
  const bad = (): null =>
    raise(PyExc.ValueError, 'Must have exactly one of create/read/write/append mode and at most one plus');
  for (const c of mode) {
    switch (c) {
      case 'x':
      case 'r':
      case 'w':
      case 'a':
        if (rwa) return bad();
        rwa = true;
        if (c === 'r') f.readable = true;
        else f.writable = true;
        if (c === 'x') {
          f.created = true;
          flags |= O_EXCL | O_CREAT;
        } else if (c === 'w') flags |= O_CREAT | O_TRUNC;
        else if (c === 'a') {
          f.appending = true;
          flags |= O_APPEND | O_CREAT;
        }
        break;
      case 'b':
        break;
      case '+':
        if (plus) return bad();
        f.readable = f.writable = true;
        plus = true;
        break;
      default:
        return raise(PyExc.ValueError, `invalid mode: ${mode}`);
    }
  }
  if (!rwa) return bad();
  if (f.readable && f.writable) flags |= O_RDWR;
  else if (f.writable) flags |= O_WRONLY;
  return flags | O_CLOEXEC;
}

function* initG(self: FileIO, bound: (Obj | undefined)[]): Gen {
  const f = self.v;
  if (f.fd >= 0) {
    if (f.closefd) {
      if (!closeDescriptor(f)) return null;
    } else f.fd = -1;
  }
  f.created = f.readable = f.writable = f.appending = false;
  f.seekable = -1;
  const name = bound[0]!;
  const mode = bound[1] === undefined ? 'r' : isStr(bound[1]) ? bound[1].v : null;
  if (mode === null) {
    return typeError(`FileIO() argument 'mode' must be str, not ${bound[1]!.type.name}`);
  }
  const closefd = bound[2] === undefined ? 1 : yield* truthG(bound[2]);
  if (closefd < 0) return null;
  const opener = bound[3] ?? None;
  let given = -1;
  if (isInt(name) || (!isStr(name) && name.type.nb_index !== null)) {
    const n = yield* integerG(name);
    if (n === null) return null;
    if (n < 0) return raise(PyExc.ValueError, 'negative file descriptor');
    given = n;
  }
  let path = '';
  if (given < 0) {
    const p = yield* pathG(name, '', 'path');
    if (p === null) return renamePathError(name);
    path = p.path;
    dropPath(p);
  }
  const flags = parseMode(f, mode);
  if (flags === null) return null;
  let own = false;
  if (given >= 0) {
    f.fd = given;
    f.closefd = closefd === 1;
  } else {
    f.closefd = true;
    if (closefd === 0) return raise(PyExc.ValueError, 'Cannot use closefd=False with file name');
    if (opener === None) {
      if (path.startsWith('/usr/local/lib') && !(yield* libraryHook.mountG())) return null;
      const fd = yield* openG(path, flags, 0o666);
      if (fd === null) return null;
      if (fd < 0) return raiseErrno(fd, name);
      f.fd = fd;
    } else {
      const flagsObj = newInt(flags);
      const r = yield* callG(opener, [name, flagsObj]);
      decref(flagsObj);
      if (r === null) return null;
      if (!isInt(r)) {
        decref(r);
        return typeError('expected integer from opener');
      }
      const fd = Number((r as Int).v);
      decref(r);
      if (fd < 0) return raise(PyExc.ValueError, `opener returned ${fd}`);
      f.fd = fd;
    }
    own = true;
  }
  if (yield* checkOpened(self, name)) return none();
  if (!own) f.fd = -1;
  else if (f.fd >= 0) {
    const error = fetch()!;
    closeDescriptor(f);
    chainExceptions(error);
  }
  return null;
}

/** "expected str, bytes or os.PathLike object, not X", as PyUnicode_FSConverter words it. */
function renamePathError(name: Obj): null {
  if (!matches(PyExc.TypeError)) {
    if (matches(PyExc.ValueError) && !matches(PyExc.UnicodeError)) {
      clear();
      return raise(PyExc.ValueError, 'embedded null byte');
    }
    return null;
  }
  const error = fetch()!;
  const text = error.v as { args: Obj<Obj[]> };
  const message = text.args.v[0];
  if (message !== undefined && isStr(message) && message.v.startsWith('path should be')) {
    decref(error);
    return typeError(`expected str, bytes or os.PathLike object, not ${name.type.name}`);
  }
  restore(error);
  return null;
}

function* checkOpened(self: FileIO, name: Obj): Gen<boolean> {
  const f = self.v;
  const { vfs } = system();
  f.blksize = 8192;
  const st = vfs.fstat(f.fd);
  if (typeof st === 'number') {
    raiseErrno(EBADF);
    return false;
  }
  if ((st.mode & 0o170000) === S_IFDIR) {
    raiseErrno(EISDIR, name);
    return false;
  }
  f.blksize = 4096;
  if (self.type === fileIOType) setStr(ensureDict(self), id('name'), name);
  else {
    let r = setAttr(self, id('name'), name);
    if (r === null) r = yield* settle();
    if (r === null) return false;
    decref(r);
  }
  if (f.appending) {
    const at = vfs.lseek(f.fd, 0, 2);
    if (f.seekable < 0) f.seekable = at >= 0 ? 1 : 0;
  }
  return true;
}

function closeDescriptor(f: FileIOV): boolean {
  if (f.fd < 0) return true;
  const fd = f.fd;
  f.fd = -1;
  const r = system().vfs.close(fd);
  if (r < 0) raiseErrno(r);
  return r >= 0;
}

/** "unclosed file ..." CPython 3.12: Modules/_io/fileio.c fileio_dealloc_warn */
function* dealloc_warn(self: Obj, source: Obj): Gen {
  const f = F(self);
  if (f.fd < 0 || !f.closefd) return none();
  const saved = fetch();
  const shown = yield* reprG(source);
  if (shown === null) clear();
  else {
    const text = `unclosed file ${shown.v}`;
    decref(shown);
    let r = moduleHooks.warn('ResourceWarning', text, source);
    if (r === null) r = yield* settle();
    if (r !== null) decref(r);
    else if (matches(PyExc.Warning)) yield* writeUnraisable(self);
    else clear();
  }
  if (saved !== null) restore(saved);
  return none();
}

function* close(self: Obj): Gen {
  const f = F(self);
  const r = yield* baseCloseG(self);
  if (!f.closefd) {
    f.fd = -1;
    return r;
  }
  const error = r === null ? fetch() : null;
  if (f.finalizing) {
    const w = yield* dealloc_warn(self, self);
    if (w === null) clear();
    else decref(w);
  }
  const ok = closeDescriptor(f);
  if (error !== null) {
    chainExceptions(error);
    return null;
  }
  if (!ok) {
    decref(r!);
    return null;
  }
  return r;
}

// --- reading and writing -----------------------------------------------------------------------------

/** Reads into bytes that are the caller's; the number, or null with an error. */
export function* fileReadIntoG(f: FileIOV, into: Uint8Array): Gen<number | null> {
  if (f.fd < 0) return closedFile();
  if (!f.readable) return errMode('reading');
  const r = yield* readG(f.fd, into.length);
  if (r === null) return null;
  if (typeof r === 'number') return raiseErrno(r);
  into.set(r);
  return r.length;
}

function* readinto(self: Obj, buffer: Obj): Gen {
  const into = writableBytes(buffer, 'readinto', 'argument 1');
  if (into === null) return null;
  const n = yield* fileReadIntoG(F(self), into);
  return n === null ? null : newInt(n);
}

/** CPython 3.12: Modules/_io/fileio.c _io_FileIO_readall_impl */
export function* fileReadAllG(f: FileIOV): Gen<Uint8Array | null> {
  if (f.fd < 0) return closedFile();
  const chunks: Uint8Array[] = [];
  for (;;) {
    const st = system().vfs.fstat(f.fd);
    const size = typeof st === 'number' ? 8192 : Math.max(8192, st.size + 1);
    const r = yield* readG(f.fd, size);
    if (r === null) return null;
    if (typeof r === 'number') return raiseErrno(r);
    if (r.length === 0) break;
    chunks.push(r);
  }
  return chunks.length === 1 ? chunks[0]! : concat(chunks);
}

function* readall(self: Obj): Gen {
  const bytes = yield* fileReadAllG(F(self));
  return bytes === null ? null : newBytes(bytes);
}

function* read(self: Obj, sizeArg: Obj | undefined): Gen {
  const f = F(self);
  const size = yield* sizeG(sizeArg);
  if (size === null) return null;
  if (f.fd < 0) return closedFile();
  if (!f.readable) return errMode('reading');
  if (size < 0) {
    const bytes = yield* fileReadAllG(f);
    return bytes === null ? null : newBytes(bytes);
  }
  const r = yield* readG(f.fd, size);
  if (r === null) return null;
  return typeof r === 'number' ? raiseErrno(r) : newBytes(r);
}

/** Writes bytes; the number, or null with an error. */
export function fileWrite(f: FileIOV, bytes: Uint8Array): number | null {
  if (f.fd < 0) return closedFile();
  if (!f.writable) return errMode('writing');
  const n = system().vfs.write(f.fd, bytes);
  return n < 0 ? raiseErrno(n) : n;
}

function write(self: Obj, b: Obj): Res {
  const f = F(self);
  const bytes = readableBytes(b);
  if (bytes === null) return null;
  const n = fileWrite(f, bytes);
  return n === null ? null : newInt(n);
}

/** Moves the position; the new one, or null with an error. */
export function fileSeek(f: FileIOV, offset: number, whence: number): number | null {
  if (f.fd < 0) return closedFile();
  const at = system().vfs.lseek(f.fd, offset, whence);
  if (f.seekable < 0) f.seekable = at >= 0 ? 1 : 0;
  return at < 0 ? raiseErrno(at) : at;
}

function* seek(self: Obj, posArg: Obj, whenceArg: Obj | undefined): Gen {
  const f = F(self);
  if (f.fd < 0) return closedFile();
  if (posArg.type.name === 'float') return typeError('an integer is required');
  const pos = yield* integerG(posArg);
  const whence = pos === null ? null : whenceArg === undefined ? 0 : yield* integerG(whenceArg);
  if (pos === null || whence === null) return null;
  const at = fileSeek(f, pos, whence);
  return at === null ? null : newInt(at);
}

function tell(self: Obj): Res {
  const at = fileSeek(F(self), 0, 1);
  return at === null ? null : newInt(at);
}

function* truncate(self: Obj, sizeArg: Obj | undefined): Gen {
  const f = F(self);
  if (f.fd < 0) return closedFile();
  if (!f.writable) return errMode('writing');
  const given = sizeArg ?? None;
  const size = given === None ? fileSeek(f, 0, 1) : yield* integerG(given);
  if (size === null) return null;
  const r = system().vfs.ftruncate(f.fd, size);
  if (r < 0) return raiseErrno(r);
  return newInt(size);
}

export function fileSeekable(f: FileIOV): boolean {
  if (f.seekable < 0) f.seekable = system().vfs.lseek(f.fd, 0, 1) >= 0 ? 1 : 0;
  return f.seekable === 1;
}

const seekable = (self: Obj): Res => (F(self).fd < 0 ? closedFile() : newBool(fileSeekable(F(self))));
const readable = (self: Obj): Res => (F(self).fd < 0 ? closedFile() : newBool(F(self).readable));
const writable = (self: Obj): Res => (F(self).fd < 0 ? closedFile() : newBool(F(self).writable));
const fileno = (self: Obj): Res => (F(self).fd < 0 ? closedFile() : newInt(F(self).fd));
const isatty = (self: Obj): Res => (F(self).fd < 0 ? closedFile() : newBool(system().vfs.isatty(F(self).fd)));

function modeString(f: FileIOV): string {
  if (f.created) return f.readable ? 'xb+' : 'xb';
  if (f.appending) return f.readable ? 'ab+' : 'ab';
  if (f.readable) return f.writable ? 'rb+' : 'rb';
  return 'wb';
}

/** CPython 3.12: Modules/_io/fileio.c fileio_repr */
function* repr(self: Obj): Gen {
  const f = F(self);
  if (f.fd < 0) return newStr(`<${self.type.name} [closed]>`);
  const name = yield* lookupAttrG(self, id('name'));
  if (name === null) return null;
  const rest = `mode='${modeString(f)}' closefd=${f.closefd ? 'True' : 'False'}>`;
  if (name === undefined) return newStr(`<${self.type.name} fd=${f.fd} ${rest}`);
  if (reprEnter(self)) {
    decref(name);
    return raise(PyExc.RuntimeError, `reentrant call inside ${self.type.name}.__repr__`);
  }
  const shown = yield* reprG(name);
  reprLeave(self);
  decref(name);
  if (shown === null) return null;
  const text = `<${self.type.name} name=${shown.v} ${rest}`;
  decref(shown);
  return newStr(text);
}

/** Runs to its end a generator that never waits: what only touches descriptors of plain files. */
export function ioDriven<T>(gen: Gen<T>): T {
  const step = gen.next(null);
  if (!step.done) throw new Error('a write to a descriptor waited');
  return step.value;
}

/** A FileIO over a descriptor that is open already; it will not close it. */
export function newFileIO(fd: number, writable: boolean, name: string): FileIO {
  const f = allocInstance<FileIOV>(fileIOType, {
    fd,
    created: false,
    readable: !writable,
    writable,
    appending: false,
    seekable: -1,
    closefd: false,
    finalizing: false,
    blksize: 4096,
  });
  const nameObj = newStr(name);
  setStr(ensureDict(f), id('name'), nameObj);
  decref(nameObj);
  return f;
}

/** The `name` attribute of a plain FileIO (borrowed), or undefined. */
export function fileName(f: FileIO): Obj | undefined {
  const d = instanceDict(f);
  return d === null ? undefined : getStr(d, id('name'));
}

export function initFileIO(): void {
  const t = fileIOType;
  t.doc = 'Open a file.';
  t.tp_new = (cls) =>
    allocInstance<FileIOV>(cls.v, {
      fd: -1,
      created: false,
      readable: false,
      writable: false,
      appending: false,
      seekable: -1,
      closefd: true,
      finalizing: false,
      blksize: 0,
    });
  t.tp_init = init;
  t.tp_getattro = genericGetAttr;
  t.tp_repr = (o) => suspend(repr(o), [o]);
  // A file that is closed has nothing to finalize: the usual end of a file costs nothing.
  t.tp_finalize = (o) => {
    if (F(o).fd < 0) return none();
    F(o).finalizing = true;
    return rawIOBaseType.tp_finalize!(o);
  };
  method(t, 'read', '($self, size=-1, /)', read, 'Read at most size bytes, returned as bytes.');
  method(t, 'readall', '($self, /)', readall, 'Read all data from the file, returned as bytes.');
  method(t, 'readinto', '($self, buffer, /)', readinto, 'Same as RawIOBase.readinto().');
  method(t, 'write', '($self, b, /)', write, 'Write buffer b to file, return number of bytes written.');
  method(
    t,
    'seek',
    '($self, pos, whence=0, /)',
    seek,
    'Move to new file position and return the file position.',
  );
  method(t, 'tell', '($self, /)', tell, 'Current file position.');
  method(
    t,
    'truncate',
    '($self, size=None, /)',
    truncate,
    'Truncate the file to at most size bytes and return the truncated size.',
  );
  method(t, 'close', '($self, /)', close, 'Close the file.');
  method(t, 'seekable', '($self, /)', seekable, 'True if file supports random-access.');
  method(t, 'readable', '($self, /)', readable, 'True if file was opened in a read mode.');
  method(t, 'writable', '($self, /)', writable, 'True if file was opened in a write mode.');
  method(t, 'fileno', '($self, /)', fileno, 'Return the underlying file descriptor (an integer).');
  method(t, 'isatty', '($self, /)', isatty, 'True if the file is connected to a TTY device.');
  method(t, '_dealloc_warn', '($self, source, /)', dealloc_warn);
  addCannotPickle(t);
  getset(t, 'closed', (o) => newBool(F(o).fd < 0), null, 'True if the file is closed');
  getset(
    t,
    'closefd',
    (o) => newBool(F(o).closefd),
    null,
    'True if the file descriptor will be closed by close().',
  );
  getset(t, 'mode', (o) => newStr(modeString(F(o))), null, 'String giving the file mode');
  getset(
    t,
    '_blksize',
    (o) => newInt(F(o).blksize),
    (o, value) => {
      if (value !== null && isInt(value)) F(o).blksize = Number(value.v);
      return none();
    },
  );
  addFinalizing(t);
  dictGetSet(t);
  typeReady(t);
}
