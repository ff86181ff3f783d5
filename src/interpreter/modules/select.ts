// select: waiting for several descriptors at once (select, poll, epoll).
//
// Descriptors of files are always ready; pipes, pairs of sockets and standard input are when they are.
//
// Answers to CPython 3.12: Modules/selectmodule.c.
// Absent: devpoll and kqueue, which Linux has not either; epoll's edge-triggered and one-shot modes are refused.

import { decref, Obj, type PyType, type Res, TPFLAGS } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { classMethod, getset, method } from '../objects/descrobject.ts';
import { keyError } from '../objects/dictobject.ts';
import { clearIf, PyExc, raise, typeError } from '../objects/errors.ts';
import { sequenceFastG } from '../objects/iterobject.ts';
import { isInt, newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { defineModule, moduleAdd, moduleOwnType, readyLater } from '../objects/moduleobject.ts';
import { callG, genericGetAttr, lookupAttrG } from '../objects/object.ts';
import { newList, newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { EBADF, EEXIST, ENOENT, EPERM } from '../runtime/errnotable.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { system } from '../runtime/system.ts';
import { intG } from './posix_path.ts';
import { waitReadyG } from './select_wait.ts';

const POLLIN = 1;
const POLLPRI = 2;
const POLLOUT = 4;
const POLLERR = 8;
const POLLHUP = 16;
const POLLNVAL = 32;
const POLLRDNORM = 64;
const POLLRDBAND = 128;
const POLLWRNORM = 256;
const POLLWRBAND = 512;
const EPOLLEXCLUSIVE = 1 << 28;
const EPOLLONESHOT = 1 << 30;
const EPOLLET = 1 << 31;

/** CPython 3.12: Objects/fileobject.c PyObject_AsFileDescriptor */
export function* fileDescriptorG(o: Obj): Gen<number | null> {
  let fd: number | null;
  if (isInt(o)) fd = yield* intG(o, 0);
  else {
    const fileno = yield* lookupAttrG(o, id('fileno'));
    if (fileno === null) return null;
    if (fileno === undefined) return typeError('argument must be an int, or have a fileno() method.');
    const r = yield* callG(fileno, []);
    decref(fileno);
    if (r === null) return null;
    if (!isInt(r)) {
      decref(r);
      return typeError('fileno() returned a non-integer');
    }
    fd = yield* intG(r, 0);
    decref(r);
  }
  if (fd === null) return null;
  if (fd < 0) return raise(PyExc.ValueError, `file descriptor cannot be a negative integer (${fd})`);
  return fd;
}

/** A time to wait in seconds, null for ever (None or absent); false with an error. */
function* timeoutG(o: Obj | undefined, scale: number, text: string): Gen<number | null | false> {
  if (o === undefined || o === None) return null;
  const n = yield* asDoubleG(o);
  if (n === null) {
    if (clearIf(PyExc.TypeError)) typeError(text);
    return false;
  }
  return n / scale;
}

/** What is registered as POLLIN is also ready as POLLRDNORM, and so on, if that was asked for. */
function eventsOf(ready: number, mask: number): number {
  let events = ready & (mask | POLLERR | POLLHUP | POLLNVAL);
  if ((ready & POLLIN) !== 0) events |= mask & POLLRDNORM;
  if ((ready & POLLOUT) !== 0) events |= mask & (POLLWRNORM | POLLWRBAND);
  return events;
}

// --- select --------------------------------------------------------------------------------------------

interface Watched {
  items: Obj[];
  fds: number[];
}

/** CPython 3.12: Modules/selectmodule.c seq2set. The items are owned by the answer. */
function* watchedG(seq: Obj): Gen<Watched | null> {
  const items = yield* sequenceFastG(seq, 'arguments 1-3 must be sequences');
  if (items === null) return null;
  const fds: number[] = [];
  for (const item of items) {
    const fd = yield* fileDescriptorG(item);
    if (fd === null) return dropItems(items);
    if (fd >= 1024) {
      raise(PyExc.ValueError, 'filedescriptor out of range in select()');
      return dropItems(items);
    }
    fds.push(fd);
  }
  return { items, fds };
}

function dropItems(items: Obj[]): null {
  for (const item of items) decref(item);
  return null;
}

/** CPython 3.12: Modules/selectmodule.c select_select_impl */
function* select(_m: Obj, rlist: Obj, wlist: Obj, xlist: Obj, timeoutArg: Obj | undefined): Gen {
  const timeout = yield* timeoutG(timeoutArg, 1, 'timeout must be a float or None');
  if (timeout === false) return null;
  if (timeout !== null && timeout < 0) return raise(PyExc.ValueError, 'timeout must be non-negative');
  const watched: Watched[] = [];
  for (const list of [rlist, wlist, xlist]) {
    const w = yield* watchedG(list);
    if (w === null) {
      for (const before of watched) dropItems(before.items);
      return null;
    }
    watched.push(w);
  }
  const masks = [POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI];
  const { vfs } = system();
  let bad = false;
  const look = (): Obj[][] | undefined => {
    const found = watched.map(({ items, fds }, kind) =>
      items.filter((_, i) => {
        const ready = vfs.poll(fds[i]!);
        if ((ready & POLLNVAL) !== 0) bad = true;
        return (ready & masks[kind]!) !== 0;
      }),
    );
    return bad || found.some((list) => list.length > 0) ? found : undefined;
  };
  const fds = watched[0]!.fds.concat(watched[1]!.fds);
  const found = yield* waitReadyG(look, fds, timeout);
  let r: Res = null;
  if (bad) raiseErrno(EBADF);
  else if (found !== null) {
    const lists = found ?? [[], [], []];
    r = newTuple(lists.map((list) => newList(list.map((item) => (item.rc++, item)))));
  }
  for (const { items } of watched) dropItems(items);
  return r;
}

// --- poll and epoll ------------------------------------------------------------------------------------

/** [descriptor, events] pairs for what is ready among `registered`, up to `most`. */
function* pollG(
  registered: ReadonlyMap<number, number>,
  seconds: number | null,
  most: number,
  readyOf: (fd: number, mask: number) => number,
): Gen {
  const look = (): [number, number][] | undefined => {
    const found: [number, number][] = [];
    for (const [fd, mask] of registered) {
      const events = readyOf(fd, mask);
      if (events !== 0) found.push([fd, events]);
      if (found.length === most) break;
    }
    return found.length > 0 ? found : undefined;
  };
  const found = yield* waitReadyG(look, [...registered.keys()], seconds);
  if (found === null) return null;
  return newList((found ?? []).map(([fd, events]) => newTuple([newInt(fd), newInt(events)])));
}

interface PollV {
  registered: Map<number, number>;
  running: boolean;
}
const pollType = moduleOwnType('select.poll', TPFLAGS.DISALLOW_INSTANTIATION);
const P = (o: Obj): PollV => (o as Obj<PollV>).v;

/** CPython 3.12: Modules/clinic: unsigned short */
function* maskG(o: Obj | undefined, otherwise: number): Gen<number | null> {
  if (o === undefined) return otherwise;
  const n = yield* intG(o, 0);
  if (n === null) return null;
  if (n < 0) return raise(PyExc.ValueError, 'value must be positive');
  if (n > 0xffff) return raise(PyExc.OverflowError, 'Python int too large for C unsigned short');
  return n;
}

pollType.tp_getattro = genericGetAttr;
method(
  pollType,
  'register',
  '($self, fd, eventmask=<unrepresentable>, /)',
  function* (self: Obj, fdArg: Obj, maskArg: Obj | undefined): Gen {
    const fd = yield* fileDescriptorG(fdArg);
    const mask = fd === null ? null : yield* maskG(maskArg, POLLIN | POLLPRI | POLLOUT);
    if (fd === null || mask === null) return null;
    P(self).registered.set(fd, mask);
    return none();
  },
  'Register a file descriptor with the polling object.\n\n  fd\n    either an integer, or an object with a fileno() method returning an int\n  eventmask\n    an optional bitmask describing the type of events to check for',
);
method(
  pollType,
  'modify',
  '($self, fd, eventmask, /)',
  function* (self: Obj, fdArg: Obj, maskArg: Obj): Gen {
    const fd = yield* fileDescriptorG(fdArg);
    const mask = fd === null ? null : yield* maskG(maskArg, 0);
    if (fd === null || mask === null) return null;
    if (!P(self).registered.has(fd)) return raiseErrno(ENOENT);
    P(self).registered.set(fd, mask);
    return none();
  },
  'Modify an already registered file descriptor.\n\n  fd\n    either an integer, or an object with a fileno() method returning\n    an int\n  eventmask\n    a bitmask describing the type of events to check for',
);
method(
  pollType,
  'unregister',
  '($self, fd, /)',
  function* (self: Obj, fdArg: Obj): Gen {
    const fd = yield* fileDescriptorG(fdArg);
    if (fd === null) return null;
    if (P(self).registered.delete(fd)) return none();
    const key = newInt(fd);
    keyError(key);
    decref(key);
    return null;
  },
  'Remove a file descriptor being tracked by the polling object.',
);
method(
  pollType,
  'poll',
  '($self, timeout=None, /)',
  function* (self: Obj, timeoutArg: Obj | undefined): Gen {
    const p = P(self);
    let seconds = yield* timeoutG(timeoutArg, 1000, 'timeout must be an integer or None');
    if (seconds === false) return null;
    if (seconds !== null && seconds < 0) seconds = null;
    if (p.running) return raise(PyExc.RuntimeError, 'concurrent poll() invocation');
    p.running = true;
    const r = yield* pollG(p.registered, seconds, Number.POSITIVE_INFINITY, (fd, mask) =>
      eventsOf(system().vfs.poll(fd), mask),
    );
    p.running = false;
    return r;
  },
  'Polls the set of registered file descriptors.\n\n  timeout\n    The maximum time to wait in milliseconds, or else None (or a negative\n    value) to wait indefinitely.\n\nReturns a list containing any descriptors that have events or errors to\nreport, as a list of (fd, event) 2-tuples.',
);
readyLater(pollType);

interface EpollV {
  /** Its own descriptor; -1: closed. */
  fd: number;
  registered: Map<number, number>;
}
const epollType = moduleOwnType('select.epoll', 0);
epollType.doc =
  'select.epoll(sizehint=-1, flags=0)\n\nReturns an epolling object\n\n  sizehint\n    The expected number of events to be registered.  It must be positive,\n    or -1 to use the default.  It is only used on older systems where\n    epoll_create1() is not available; otherwise it has no effect (though its\n    value is still checked).\n  flags\n    Deprecated and completely ignored.  However, when supplied, its value\n    must be 0 or select.EPOLL_CLOEXEC, otherwise OSError is raised.';
const E = (o: Obj): EpollV => (o as Obj<EpollV>).v;
const EPOLL_CLOEXEC = 0o2000000;
const epollClosed = (): null => raise(PyExc.ValueError, 'I/O operation on closed epoll object');

const newEpoll = new NativeDef('epoll', '(sizehint=-1, flags=0)', () => null, null, null);

function* epollNewG(cls: PyType, sizeArg: Obj | undefined, flagsArg: Obj | undefined): Gen {
  const size = yield* intG(sizeArg, -1);
  const flags = size === null ? null : yield* intG(flagsArg, 0);
  if (size === null || flags === null) return null;
  if (size < -1 || size === 0) return raise(PyExc.ValueError, 'negative sizehint');
  if ((flags & ~EPOLL_CLOEXEC) !== 0) return raise(PyExc.OSError, 'invalid flags');
  return allocInstance<EpollV>(cls, { fd: system().vfs.anonymous(), registered: new Map() });
}
epollType.tp_new = (cls, args, kwnames) => {
  const bound = bindArguments(newEpoll, args, kwnames);
  if (bound === null) return null;
  const [size, flags] = bound as (Obj | undefined)[];
  return suspend(epollNewG(cls.v, size, flags), [...args, ...(kwnames ?? [])]);
};
epollType.tp_getattro = genericGetAttr;

function closeEpoll(o: Obj): number {
  const e = E(o);
  if (e.fd < 0) return 0;
  const { fd } = e;
  e.fd = -1;
  return system().vfs.close(fd);
}
epollType.tp_dealloc = (o) => {
  closeEpoll(o);
};
function close(self: Obj): Res {
  const r = closeEpoll(self);
  return r < 0 ? raiseErrno(r) : none();
}
method(
  epollType,
  'close',
  '($self, /)',
  close,
  'Close the epoll control file descriptor.\n\nFurther operations on the epoll object will raise an exception.',
);
getset(epollType, 'closed', (o) => newBool(E(o).fd < 0), null, 'True if the epoll handler is closed');
method(
  epollType,
  'fileno',
  '($self, /)',
  (self: Obj) => (E(self).fd < 0 ? epollClosed() : newInt(E(self).fd)),
  'Return the epoll control file descriptor.',
);
classMethod(
  epollType,
  'fromfd',
  '($type, fd, /)',
  function* (cls: Obj, fdArg: Obj): Gen {
    const fd = yield* intG(fdArg, 0);
    if (fd === null) return null;
    return allocInstance<EpollV>((cls as Obj<PyType>).v, { fd, registered: new Map() });
  },
  'Create an epoll object from a given control fd.',
);

function* epollControlG(
  self: Obj,
  fdArg: Obj,
  maskArg: Obj | null | undefined,
  act: (registered: Map<number, number>, fd: number, mask: number) => number,
): Gen {
  const e = E(self);
  if (e.fd < 0) return epollClosed();
  const fd = yield* fileDescriptorG(fdArg);
  if (fd === null) return null;
  let mask = POLLIN | POLLPRI | POLLOUT;
  if (maskArg != null) {
    if (!isInt(maskArg)) {
      return typeError(`'${maskArg.type.name}' object cannot be interpreted as an integer`);
    }
    mask = Number(BigInt.asIntN(32, BigInt(maskArg.v)));
  }
  if ((mask & (EPOLLET | EPOLLONESHOT)) !== 0) {
    return raise(PyExc.OSError, 'edge-triggered and one-shot events are not there in this epoll');
  }
  const { vfs } = system();
  const f = vfs.openFile(fd);
  if (f === null) return raiseErrno(EBADF);
  if (f.reads === null && f.writes === null && f.inode.device === null) return raiseErrno(EPERM);
  const r = act(e.registered, fd, mask);
  return r < 0 ? raiseErrno(r) : none();
}
method(
  epollType,
  'register',
  '($self, /, fd, eventmask=<unrepresentable>)',
  (self: Obj, fd: Obj, mask: Obj | undefined) =>
    suspend(
      epollControlG(self, fd, mask, (registered, n, m) => {
        if (registered.has(n)) return -EEXIST;
        registered.set(n, m);
        return 0;
      }),
      [self, fd],
    ),
  'Registers a new fd or raises an OSError if the fd is already registered.\n\n  fd\n    the target file descriptor of the operation\n  eventmask\n    a bit set composed of the various EPOLL constants\n\nThe epoll interface supports all file descriptors that support poll.',
);
method(
  epollType,
  'modify',
  '($self, /, fd, eventmask)',
  (self: Obj, fd: Obj, mask: Obj) =>
    suspend(
      epollControlG(self, fd, mask, (registered, n, m) => {
        if (!registered.has(n)) return -ENOENT;
        registered.set(n, m);
        return 0;
      }),
      [self, fd, mask],
    ),
  'Modify event mask for a registered file descriptor.\n\n  fd\n    the target file descriptor of the operation\n  eventmask\n    a bit set composed of the various EPOLL constants',
);
method(
  epollType,
  'unregister',
  '($self, /, fd)',
  (self: Obj, fd: Obj) =>
    suspend(
      epollControlG(self, fd, null, (registered, n) => (registered.delete(n) ? 0 : -ENOENT)),
      [self, fd],
    ),
  'Remove a registered file descriptor from the epoll object.\n\n  fd\n    the target file descriptor of the operation',
);
method(
  epollType,
  'poll',
  '($self, /, timeout=None, maxevents=-1)',
  function* (self: Obj, timeoutArg: Obj | undefined, mostArg: Obj | undefined): Gen {
    const e = E(self);
    if (e.fd < 0) return epollClosed();
    let seconds = yield* timeoutG(timeoutArg, 1, 'timeout must be an integer or None');
    if (seconds === false) return null;
    if (seconds !== null && seconds < 0) seconds = null;
    let most = yield* intG(mostArg, -1);
    if (most === null) return null;
    if (most === -1) most = 1023;
    else if (most < 1) return raise(PyExc.ValueError, `maxevents must be greater than 0, got ${most}`);
    return yield* pollG(e.registered, seconds, most, (fd, mask) => {
      const ready = system().vfs.poll(fd);
      // A descriptor that was closed is registered no more.
      return (ready & POLLNVAL) !== 0 ? 0 : eventsOf(ready, mask);
    });
  },
  'Wait for events on the epoll file descriptor.\n\n  timeout\n    the maximum time to wait in seconds (as float);\n    a timeout of None or -1 makes poll wait indefinitely\n  maxevents\n    the maximum number of events returned; -1 means no limit\n\nReturns a list containing any descriptors that have events to report,\nas a list of (fd, events) 2-tuples.',
);
method(epollType, '__enter__', '($self, /)', (self: Obj) => {
  if (E(self).fd < 0) return epollClosed();
  self.rc++;
  return self;
});
method(epollType, '__exit__', '($self, exc_type=None, exc_value=None, exc_tb=None, /)', (self: Obj) =>
  close(self),
);
readyLater(epollType);

const CONSTANTS: { readonly [name: string]: number } = {
  PIPE_BUF: 4096,
  POLLIN,
  POLLPRI,
  POLLOUT,
  POLLERR,
  POLLHUP,
  POLLNVAL,
  POLLRDNORM,
  POLLRDBAND,
  POLLWRNORM,
  POLLWRBAND,
  POLLMSG: 1024,
  POLLRDHUP: 8192,
  EPOLLIN: POLLIN,
  EPOLLOUT: POLLOUT,
  EPOLLPRI: POLLPRI,
  EPOLLERR: POLLERR,
  EPOLLHUP: POLLHUP,
  EPOLLRDHUP: 8192,
  EPOLLET: EPOLLET >>> 0,
  EPOLLONESHOT,
  EPOLLEXCLUSIVE,
  EPOLLRDNORM: POLLRDNORM,
  EPOLLRDBAND: POLLRDBAND,
  EPOLLWRNORM: POLLWRNORM,
  EPOLLWRBAND: POLLWRBAND,
  EPOLLMSG: 1024,
  EPOLL_CLOEXEC,
};

export const selectModule = defineModule(
  'select',
  'This module supports asynchronous I/O on multiple file descriptors.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file descriptors.',
  {
    functions: [
      [
        'select',
        '($module, rlist, wlist, xlist, timeout=None, /)',
        select,
        'Wait until one or more file descriptors are ready for some kind of I/O.\n\nThe first three arguments are iterables of file descriptors to be waited for:\nrlist -- wait until ready for reading\nwlist -- wait until ready for writing\nxlist -- wait for an "exceptional condition"\nIf only one kind of condition is required, pass [] for the other lists.\n\nA file descriptor is either a socket or file object, or a small integer\ngotten from a fileno() method call on one of those.\n\nThe optional 4th argument specifies a timeout in seconds; it may be\na floating-point number to specify fractions of seconds.  If it is absent\nor None, the call will never time out.\n\nThe return value is a tuple of three lists corresponding to the first three\narguments; each contains the subset of the corresponding file descriptors\nthat are ready.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file\ndescriptors can be used.',
      ],
      [
        'poll',
        '($module, /)',
        () => new Obj<PollV>(pollType, { registered: new Map(), running: false }),
        'Returns a polling object.\n\nThis object supports registering and unregistering file descriptors, and then\npolling them for I/O events.',
      ],
    ],
    types: { epoll: epollType },
    init: (m) => {
      const error: Obj = PyExc.OSError.self;
      error.rc++;
      moduleAdd(m, 'error', error);
      for (const [name, value] of Object.entries(CONSTANTS)) moduleAdd(m, name, newInt(value));
    },
  },
);
