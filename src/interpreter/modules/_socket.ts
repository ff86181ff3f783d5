// _socket: sockets where there is no network.
//
// Two sockets that are connected with each other (socketpair) are real: bytes written to one are read from the other,
// with timeouts, shutdown and waiting, which is what event loops wake themselves with. A socket that would reach outside
// cannot be made: the attempt raises OSError, which says so; names cannot be looked up for the same reason. Whatever
// needs no network (constants, addresses as text and bytes, byte orders) is there.
//
// Answers to CPython 3.12: Modules/socketmodule.c.
// Absent: ancillary data, which would need another process; the C interface (CAPI).

import { decref, type Obj, type PyType, type Res, TPFLAGS } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { indexG, iterateG } from '../objects/abstract.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { isBytes, newBytes } from '../objects/bytescore.ts';
import { getset, member, method } from '../objects/descrobject.ts';
import { clear, fetch, matches, PyExc, raise, raiseArgs, restore, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { isInt, newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import {
  defineModule,
  type Module,
  moduleAdd,
  moduleGet,
  moduleOwnType,
  readyLater,
} from '../objects/moduleobject.ts';
import { genericGetAttr, reprG, truthG } from '../objects/object.ts';
import { newList, newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { EBADF, EINVAL, ENOTSOCK, EOPNOTSUPP } from '../runtime/errnotable.ts';
import { writeUnraisable } from '../runtime/finalize.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import { system } from '../runtime/system.ts';
import { O_NONBLOCK, type OpenFile, S_IFSOCK, WAIT } from '../runtime/vfs.ts';
import { readableBytes, writableBytes } from './_io_util.ts';
import { SOCKET_CONSTANTS } from './_socket_constants.ts';
import { newExceptionClass } from './newexception.ts';
import { fdG, intG } from './posix_path.ts';
import { waitReadyG } from './select_wait.ts';
import { moduleHooks } from './vmhooks.ts';

const { AF_INET, AF_INET6, AF_UNIX, SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_NONBLOCK, SOCK_CLOEXEC } =
  SOCKET_CONSTANTS as { readonly [name: string]: number };
const EAFNOSUPPORT = 97;
const NO_NETWORK =
  'there is no network in here: only pairs of connected sockets can be made (socket.socketpair)';

interface SocketV {
  /** -1: closed, or not made. */
  fd: number;
  family: number;
  type: number;
  proto: number;
  /** Seconds; null: waits for ever; 0: never waits. */
  timeout: number | null;
}

const socketType = moduleOwnType('_socket.socket', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC);
const S = (o: Obj): SocketV => (o as Obj<SocketV>).v;

/** The module of the running program, for gaierror. */
let running: Module | null = null;
/** socket.setdefaulttimeout */
let defaultTimeout: number | null = null;

const noNetwork = (): null => raiseArgs(PyExc.OSError, [newInt(EAFNOSUPPORT), newStr(NO_NETWORK)]);

/** What the socket's descriptor stands for; null with OSError. */
function fileOf(self: Obj): OpenFile | null {
  return system().vfs.openFile(S(self).fd) ?? raiseErrno(EBADF);
}

function setNonBlocking(fd: number, on: boolean): void {
  const f = system().vfs.openFile(fd);
  if (f !== null) f.flags = on ? f.flags | O_NONBLOCK : f.flags & ~O_NONBLOCK;
}

// --- making and closing --------------------------------------------------------------------------------

const initDef = new NativeDef(
  'socket',
  '(family=-1, type=-1, proto=-1, fileno=None)',
  () => null,
  null,
  null,
);

/** CPython 3.12: Modules/socketmodule.c sock_initobj_impl */
function* initG(self: Obj, bound: (Obj | undefined)[]): Gen {
  const s = S(self);
  const family = yield* intG(bound[0], -1);
  const type = family === null ? null : yield* intG(bound[1], -1);
  const proto = type === null ? null : yield* intG(bound[2], -1);
  if (family === null || type === null || proto === null) return null;
  const fileno = bound[3] ?? None;
  if (fileno === None) return noNetwork();
  if (fileno.type.name === 'float') return typeError('integer argument expected, got float');
  const i = yield* indexG(fileno);
  if (i === null) return null;
  const fd = Number(i.v);
  decref(i);
  if (fd < 0) return raise(PyExc.ValueError, 'negative file descriptor');
  const f = system().vfs.openFile(fd);
  if (f === null) return raiseErrno(EBADF);
  if ((f.inode.mode & 0o170000) !== S_IFSOCK) return raiseErrno(ENOTSOCK);
  s.fd = fd;
  s.family = family === -1 ? AF_UNIX! : family;
  s.type =
    type === -1 ? (f.reads!.messages ? SOCK_DGRAM! : SOCK_STREAM!) : type & ~(SOCK_NONBLOCK! | SOCK_CLOEXEC!);
  s.proto = proto === -1 ? 0 : proto;
  s.timeout = (type !== -1 && (type & SOCK_NONBLOCK!) !== 0 ? 0 : defaultTimeout) ?? null;
  if (s.timeout !== null) setNonBlocking(fd, true);
  return none();
}

function newSocket(fd: number, family: number, type: number, proto: number): Obj {
  const s = allocInstance<SocketV>(socketType, { fd, family, type, proto, timeout: defaultTimeout });
  if (defaultTimeout !== null) setNonBlocking(fd, true);
  return s;
}

function close(self: Obj): Res {
  const s = S(self);
  if (s.fd < 0) return none();
  const { fd } = s;
  s.fd = -1;
  const r = system().vfs.close(fd);
  return r < 0 ? raiseErrno(r) : none();
}

/** "unclosed <socket ...>". CPython 3.12: Modules/socketmodule.c sock_finalize */
function* finalize(self: Obj): Gen {
  if (S(self).fd < 0) return none();
  const saved = fetch();
  const shown = yield* reprG(self);
  if (shown === null) clear();
  else {
    let r = moduleHooks.warn('ResourceWarning', `unclosed ${shown.v}`, self);
    decref(shown);
    if (r === null) r = yield* settle();
    if (r !== null) decref(r);
    else if (matches(PyExc.Warning)) yield* writeUnraisable(self);
    else clear();
  }
  const r = close(self);
  if (r === null) clear();
  else decref(r);
  if (saved !== null) restore(saved);
  return none();
}

socketType.doc =
  'socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object\nsocket(family=-1, type=-1, proto=-1, fileno=None) -> socket object\n\nOne end of a pair of connected sockets. There is no network in here: a socket\nis made by socketpair(), or from the descriptor of one (fileno).';
socketType.tp_new = (cls) =>
  allocInstance<SocketV>(cls.v, { fd: -1, family: 0, type: 0, proto: 0, timeout: defaultTimeout });
socketType.tp_init = (self, args, kwnames) => {
  const bound = bindArguments(initDef, args, kwnames);
  if (bound === null) return null;
  return suspend(initG(self, bound as (Obj | undefined)[]), [self, ...args]);
};
socketType.tp_getattro = genericGetAttr;
socketType.tp_finalize = (o) => suspend(finalize(o), [o]);
socketType.tp_repr = (o) => {
  const { fd, family, type, proto } = S(o);
  return newStr(`<socket object, fd=${fd}, family=${family}, type=${type}, proto=${proto}>`);
};
member(socketType, 'family', (o) => newInt(S(o).family), null, 'the socket family');
member(socketType, 'type', (o) => newInt(S(o).type), null, 'the socket type');
member(socketType, 'proto', (o) => newInt(S(o).proto), null, 'the socket protocol');
const timeoutOf = (o: Obj): Obj => {
  const { timeout } = S(o);
  return timeout === null ? none() : newFloat(timeout);
};
getset(socketType, 'timeout', timeoutOf, null, 'the socket timeout');
method(
  socketType,
  'close',
  '($self, /)',
  close,
  'close()\n\nClose the socket.  It cannot be used after this call.',
);
method(
  socketType,
  'detach',
  '($self, /)',
  (self: Obj) => {
    const { fd } = S(self);
    S(self).fd = -1;
    return newInt(fd);
  },
  'detach()\n\nClose the socket object without closing the underlying file descriptor.\nThe object cannot be used after this call, but the file descriptor\ncan be reused for other purposes.  The file descriptor is returned.',
);
method(
  socketType,
  'fileno',
  '($self, /)',
  (self: Obj) => newInt(S(self).fd),
  'fileno() -> integer\n\nReturn the integer file descriptor of the socket.',
);

// --- waiting -------------------------------------------------------------------------------------------

/** Seconds of a timeout argument, null for None; false with an error. CPython 3.12: socket_parse_timeout */
function* timeoutArgG(o: Obj): Gen<number | null | false> {
  if (o === None) return null;
  const n = yield* asDoubleG(o);
  if (n === null) return false;
  if (n >= 0) return n;
  raise(PyExc.ValueError, 'Timeout value out of range');
  return false;
}

function setTimeoutOf(self: Obj, timeout: number | null): Res {
  if (fileOf(self) === null) return null;
  S(self).timeout = timeout;
  setNonBlocking(S(self).fd, timeout !== null);
  return none();
}
method(
  socketType,
  'settimeout',
  '($self, timeout, /)',
  function* (self: Obj, o: Obj): Gen {
    const t = yield* timeoutArgG(o);
    return t === false ? null : setTimeoutOf(self, t);
  },
  "settimeout(timeout)\n\nSet a timeout on socket operations.  'timeout' can be a float,\ngiving in seconds, or None.  Setting a timeout of None disables\nthe timeout feature and is equivalent to setblocking(1).\nSetting a timeout of zero is the same as setblocking(0).",
);
method(
  socketType,
  'gettimeout',
  '($self, /)',
  timeoutOf,
  'gettimeout() -> timeout\n\nReturns the timeout in seconds (float) associated with socket\noperations. A timeout of None indicates that timeouts on socket\noperations are disabled.',
);
method(
  socketType,
  'setblocking',
  '($self, flag, /)',
  function* (self: Obj, flag: Obj): Gen {
    const block = yield* truthG(flag);
    return block < 0 ? null : setTimeoutOf(self, block ? null : 0);
  },
  'setblocking(flag)\n\nSet the socket to blocking (flag is true) or non-blocking (false).\nsetblocking(True) is equivalent to settimeout(None);\nsetblocking(False) is equivalent to settimeout(0.0).',
);
method(
  socketType,
  'getblocking',
  '($self, /)',
  (self: Obj) => newBool(S(self).timeout !== 0),
  'getblocking()\n\nReturns True if socket is in blocking mode, or False if it\nis in non-blocking mode.',
);

const MSG_PEEK = 2;
const MSG_DONTWAIT = 64;

/** Receives up to `size` bytes; null with an error. CPython 3.12: sock_call_ex, sock_recv_impl */
function* receiveG(self: Obj, size: number, flags: number): Gen<Uint8Array | null> {
  const s = S(self);
  const f = fileOf(self);
  if (f === null) return null;
  const { vfs } = system();
  if ((flags & ~(MSG_PEEK | MSG_DONTWAIT)) !== 0) return raiseErrno(EOPNOTSUPP);
  const look = (): Uint8Array | undefined => {
    if (size === 0) return new Uint8Array(0);
    if ((vfs.poll(s.fd) & 1) === 0) return undefined;
    if ((flags & MSG_PEEK) !== 0) return f.reads!.chunks[0]?.slice(0, size) ?? new Uint8Array(0);
    const r = vfs.read(s.fd, size);
    return r === WAIT || typeof r === 'number' ? undefined : r;
  };
  const r = yield* waitReadyG(look, [s.fd], (flags & MSG_DONTWAIT) !== 0 ? 0 : s.timeout);
  if (r !== undefined) return r;
  return s.timeout === 0 || (flags & MSG_DONTWAIT) !== 0
    ? raiseErrno(11)
    : raise(PyExc.TimeoutError, 'timed out');
}

function* recv(self: Obj, sizeArg: Obj, flagsArg: Obj | undefined): Gen {
  const size = yield* intG(sizeArg, 0);
  const flags = size === null ? null : yield* intG(flagsArg, 0);
  if (size === null || flags === null) return null;
  if (size < 0) return raise(PyExc.ValueError, 'negative buffersize in recv');
  const bytes = yield* receiveG(self, size, flags);
  return bytes === null ? null : newBytes(bytes);
}

function* recvInto(self: Obj, buffer: Obj, sizeArg: Obj | undefined, flagsArg: Obj | undefined): Gen {
  const size = yield* intG(sizeArg, 0);
  const flags = size === null ? null : yield* intG(flagsArg, 0);
  if (size === null || flags === null) return null;
  const into = writableBytes(buffer, 'recv_into', 'argument 1');
  if (into === null) return null;
  if (size < 0) return raise(PyExc.ValueError, 'negative buffersize in recv_into');
  if (size > into.length) return raise(PyExc.ValueError, 'buffer too small for requested bytes');
  const bytes = yield* receiveG(self, size === 0 ? into.length : size, flags);
  if (bytes === null) return null;
  into.set(bytes);
  return newInt(bytes.length);
}

/** The other end of a pair has no name. */
const withAddress = (r: Res): Res => (r === null ? null : newTuple([r, none()]));

method(
  socketType,
  'recv',
  '($self, bufsize, flags=0, /)',
  recv,
  'recv(buffersize[, flags]) -> data\n\nReceive up to buffersize bytes from the socket.  For the optional flags\nargument, see the Unix manual.  When no data is available, block until\nat least one byte is available or until the remote end is closed.  When\nthe remote end is closed and all data is read, return the empty string.',
);
method(
  socketType,
  'recv_into',
  '($self, buffer, nbytes=0, flags=0)',
  recvInto,
  'recv_into(buffer, [nbytes[, flags]]) -> nbytes_read\n\nA version of recv() that stores its data into a buffer rather than creating\na new string.  Receive up to buffersize bytes from the socket.  If buffersize\nis not specified (or 0), receive up to the size available in the given buffer.\n\nSee recv() for documentation about the flags.',
);
method(
  socketType,
  'recvfrom',
  '($self, bufsize, flags=0, /)',
  function* (self: Obj, size: Obj, flags: Obj | undefined): Gen {
    return withAddress(yield* recv(self, size, flags));
  },
  "recvfrom(buffersize[, flags]) -> (data, address info)\n\nLike recv(buffersize, flags) but also return the sender's address info.",
);
method(
  socketType,
  'recvfrom_into',
  '($self, buffer, nbytes=0, flags=0)',
  function* (self: Obj, buffer: Obj, size: Obj | undefined, flags: Obj | undefined): Gen {
    return withAddress(yield* recvInto(self, buffer, size, flags));
  },
  "recvfrom_into(buffer[, nbytes[, flags]]) -> (nbytes, address info)\n\nLike recv_into(buffer[, nbytes[, flags]]) but also return the sender's address info.",
);
method(
  socketType,
  'recvmsg',
  '($self, bufsize, ancbufsize=0, flags=0, /)',
  function* (self: Obj, size: Obj, _ancillary: Obj | undefined, flags: Obj | undefined): Gen {
    const data = yield* recv(self, size, flags);
    return data === null ? null : newTuple([data, newList([]), newInt(0), none()]);
  },
);

/** Sends bytes; the number, or null with an error. What the other end has not read yet is kept, however much it is. */
function* sendG(self: Obj, data: Obj, flagsArg: Obj | undefined): Gen<number | null> {
  if (isStr(data)) return typeError("a bytes-like object is required, not 'str'");
  const bytes = readableBytes(data);
  const flags = bytes === null ? null : yield* intG(flagsArg, 0);
  if (bytes === null || flags === null || fileOf(self) === null) return null;
  const n = system().vfs.write(S(self).fd, bytes);
  return n < 0 ? raiseErrno(n) : n;
}
method(
  socketType,
  'send',
  '($self, data, flags=0, /)',
  function* (self: Obj, data: Obj, flags: Obj | undefined): Gen {
    const n = yield* sendG(self, data, flags);
    return n === null ? null : newInt(n);
  },
  'send(data[, flags]) -> count\n\nSend a data string to the socket.  For the optional flags\nargument, see the Unix manual.  Return the number of bytes\nsent; this may be less than len(data) if the network is busy.',
);
method(
  socketType,
  'sendall',
  '($self, data, flags=0, /)',
  function* (self: Obj, data: Obj, flags: Obj | undefined): Gen {
    return (yield* sendG(self, data, flags)) === null ? null : none();
  },
  "sendall(data[, flags])\n\nSend a data string to the socket.  For the optional flags\nargument, see the Unix manual.  This calls send() repeatedly\nuntil all data is sent.  If an error occurs, it's impossible\nto tell how much data has been sent.",
);
method(
  socketType,
  'sendmsg',
  '($self, buffers, ancdata=(), flags=0, address=None, /)',
  function* (
    self: Obj,
    buffers: Obj,
    ancillary: Obj | undefined,
    flags: Obj | undefined,
    address: Obj | undefined,
  ): Gen {
    if (address !== undefined && address !== None) return noNetwork();
    const others = ancillary === undefined ? [] : yield* iterateG(ancillary);
    const items = others === null ? null : yield* iterateG(buffers);
    if (others === null || items === null) return null;
    const any = others.length > 0;
    for (const o of others) decref(o);
    const parts = items.map((item) => readableBytes(item));
    for (const item of items) decref(item);
    if (parts.includes(null)) return null;
    if (any) return raise(PyExc.OSError, 'ancillary data cannot be sent: there is no other process');
    const joined = newBytes(Uint8Array.from((parts as Uint8Array[]).flatMap((p) => [...p])));
    const n = yield* sendG(self, joined, flags);
    decref(joined);
    return n === null ? null : newInt(n);
  },
);
method(
  socketType,
  'shutdown',
  '($self, how, /)',
  function* (self: Obj, howArg: Obj): Gen {
    const how = yield* intG(howArg, 0);
    const f = how === null ? null : fileOf(self);
    if (how === null || f === null) return null;
    if (how < 0 || how > 2) return raiseErrno(EINVAL);
    system().vfs.shutdown(f, how !== 1, how !== 0);
    return none();
  },
  'shutdown(flag)\n\nShut down the reading side of the socket (flag == SHUT_RD), the writing side\nof the socket (flag == SHUT_WR), or both ends (flag == SHUT_RDWR).',
);

// --- what would need a network -------------------------------------------------------------------------

for (const [name, sig] of [
  ['_accept', '($self, /)'],
  ['bind', '($self, address, /)'],
  ['connect', '($self, address, /)'],
  ['connect_ex', '($self, address, /)'],
  ['listen', '($self, backlog=0, /)'],
  ['sendto', '($self, data, flags, address=None, /)'],
] as const) {
  method(socketType, name, sig, (self: Obj) => (fileOf(self) === null ? null : noNetwork()));
}
for (const name of ['getpeername', 'getsockname']) {
  // Of a pair, neither has a name.
  method(socketType, name, '($self, /)', (self: Obj) => (fileOf(self) === null ? null : newStr('')));
}

const SOL_SOCKET = 1;
/** Options of a socket that can be asked for: SO_TYPE, SO_ERROR, SO_SNDBUF, SO_RCVBUF, SO_PROTOCOL, SO_DOMAIN. */
function option(self: Obj, name: number): number {
  const { type, proto, family } = S(self);
  switch (name) {
    case 3:
      return type;
    case 7:
    case 8:
      return 212992;
    case 38:
      return proto;
    case 39:
      return family;
    default:
      return 0;
  }
}
method(
  socketType,
  'getsockopt',
  '($self, level, option, buflen=0, /)',
  function* (self: Obj, levelArg: Obj, nameArg: Obj): Gen {
    const level = yield* intG(levelArg, 0);
    const name = level === null ? null : yield* intG(nameArg, 0);
    if (level === null || name === null || fileOf(self) === null) return null;
    return level === SOL_SOCKET ? newInt(option(self, name)) : raiseErrno(EOPNOTSUPP);
  },
  'getsockopt(level, option[, buffersize]) -> value\n\nGet a socket option.  See the Unix manual for level and option.\nIf a nonzero buffersize argument is given, the return value is a\nstring of that length; otherwise it is an integer.',
);
method(
  socketType,
  'setsockopt',
  '($self, level, option, value, optlen=0, /)',
  function* (self: Obj, levelArg: Obj): Gen {
    const level = yield* intG(levelArg, 0);
    if (level === null || fileOf(self) === null) return null;
    return level === SOL_SOCKET ? none() : raiseErrno(EOPNOTSUPP);
  },
  'setsockopt(level, option, value: int)\nsetsockopt(level, option, value: buffer)\nsetsockopt(level, option, None, optlen: int)\n\nSet a socket option.  See the Unix manual for level and option.\nThe value argument can either be an integer, a string buffer, or\nNone, optlen.',
);
readyLater(socketType);

/** CPython 3.12: Modules/socketmodule.c socket_socketpair */
function* socketpair(
  _m: Obj,
  familyArg: Obj | undefined,
  typeArg: Obj | undefined,
  protoArg: Obj | undefined,
): Gen {
  const family = yield* intG(familyArg, AF_UNIX!);
  const type = family === null ? null : yield* intG(typeArg, SOCK_STREAM!);
  const proto = type === null ? null : yield* intG(protoArg, 0);
  if (family === null || type === null || proto === null) return null;
  if (family !== AF_UNIX) return raiseErrno(EOPNOTSUPP);
  const kind = type & ~(SOCK_NONBLOCK! | SOCK_CLOEXEC!);
  if (kind !== SOCK_STREAM && kind !== SOCK_DGRAM && kind !== SOCK_SEQPACKET) return raiseErrno(EAFNOSUPPORT);
  const ends = system().vfs.socketpair(kind !== SOCK_STREAM);
  return newTuple(ends.map((fd) => newSocket(fd, family, kind, proto)));
}

/** Looking up a name: numbers need no look-up. CPython 3.12: Modules/socketmodule.c set_gaierror */
function noName(): null {
  const cls = moduleGet(running!, 'gaierror') as Obj<PyType>;
  return raiseArgs(cls.v, [
    newInt(SOCKET_CONSTANTS.EAI_AGAIN!),
    newStr('there is no network in here: names cannot be looked up'),
  ]);
}

const LOCAL: { readonly [host: string]: string } = {
  '': '0.0.0.0',
  localhost: '127.0.0.1',
  reader: '127.0.0.1',
};

/** An IPv4 address in dots from a host, or null with gaierror. */
function* hostG(o: Obj): Gen<string | null> {
  if (!isStr(o)) {
    return typeError(`str, bytes or bytearray expected, not ${o.type.name}`);
  }
  const host = LOCAL[o.v] ?? o.v;
  return dotted(host) !== null ? host : noName();
}

/** The four bytes of an address in dots; parts may be left out as inet_aton allows. */
function dotted(text: string, strict = true): Uint8Array | null {
  const parts = text.split('.');
  if (parts.length > 4 || (strict && parts.length !== 4)) return null;
  const numbers: number[] = [];
  for (const part of parts) {
    const octal = /^0[0-7]+$/.test(part);
    if (strict ? !/^(0|[1-9]\d{0,2})$/.test(part) : !/^(0x[0-9a-f]+|\d+)$/i.test(part)) return null;
    numbers.push(octal && !strict ? Number.parseInt(part, 8) : Number(part));
  }
  const last = numbers.pop()!;
  const room = 4 - numbers.length;
  if (numbers.some((n) => n > 255) || last >= 256 ** room) return null;
  const bytes = Uint8Array.from([...numbers, 0, 0, 0, 0].slice(0, 4));
  for (let i = 0; i < room; i++) bytes[3 - i] = Math.floor(last / 256 ** i) & 0xff;
  return bytes;
}

/** The sixteen bytes of an IPv6 address, or null. */
function groups(text: string): Uint8Array | null {
  let t = text;
  const v4 = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(t);
  if (v4 !== null) {
    const b = dotted(v4[2]!);
    if (b === null) return null;
    t = `${v4[1]}${((b[0]! << 8) | b[1]!).toString(16)}:${((b[2]! << 8) | b[3]!).toString(16)}`;
  }
  const halves = t.split('::');
  if (halves.length > 2) return null;
  const read = (half: string): number[] | null => {
    if (half === '') return [];
    const words = half.split(':');
    return words.every((w) => /^[0-9a-f]{1,4}$/i.test(w)) ? words.map((w) => Number.parseInt(w, 16)) : null;
  };
  const before = read(halves[0]!);
  const after = halves.length === 2 ? read(halves[1]!) : [];
  if (before === null || after === null) return null;
  const missing = 8 - before.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const words = [...before, ...Array.from({ length: missing }, () => 0), ...after];
  return Uint8Array.from(words.flatMap((w) => [w >> 8, w & 0xff]));
}

/** The text of sixteen bytes: the longest run of zeros is left out. */
function groupText(bytes: Uint8Array): string {
  const words = Array.from({ length: 8 }, (_, i) => (bytes[2 * i]! << 8) | bytes[2 * i + 1]!);
  let best = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let n = 0;
    while (i + n < 8 && words[i + n] === 0) n++;
    if (n > length) {
      best = i;
      length = n;
    }
  }
  const embedded = best === 0 && (length === 6 || (length === 5 && words[5] === 0xffff));
  const shown = words.map((w) => w.toString(16));
  if (embedded) shown.splice(6, 2, [...bytes.subarray(12)].join('.'));
  if (best < 0) return shown.join(':');
  const end = embedded && length === 6 ? 6 : best + length;
  return `${shown.slice(0, best).join(':')}::${shown.slice(end).join(':')}`;
}

const textArg = (o: Obj, what: string): string | null =>
  isStr(o) ? o.v : typeError(`${what} must be str, not ${o.type.name}`);

function* inetAton(_m: Obj, o: Obj): Gen {
  const text = textArg(o, 'inet_aton() argument 1');
  if (text === null) return null;
  const bytes = dotted(text.trimEnd(), false);
  return bytes === null
    ? raise(PyExc.OSError, 'illegal IP address string passed to inet_aton')
    : newBytes(bytes);
}

function inetNtoa(_m: Obj, o: Obj): Res {
  const bytes = readableBytes(o);
  if (bytes === null) return null;
  return bytes.length === 4
    ? newStr([...bytes].join('.'))
    : raise(PyExc.OSError, 'packed IP wrong length for inet_ntoa');
}

function* inetPton(_m: Obj, familyArg: Obj, o: Obj): Gen {
  const family = yield* intG(familyArg, 0);
  const text = family === null ? null : textArg(o, 'inet_pton() argument 2');
  if (family === null || text === null) return null;
  if (family !== AF_INET && family !== AF_INET6) return raiseErrno(EAFNOSUPPORT);
  const bytes = family === AF_INET ? dotted(text) : groups(text);
  return bytes === null
    ? raise(PyExc.OSError, 'illegal IP address string passed to inet_pton')
    : newBytes(bytes);
}

function* inetNtop(_m: Obj, familyArg: Obj, o: Obj): Gen {
  const family = yield* intG(familyArg, 0);
  const bytes = family === null ? null : readableBytes(o);
  if (family === null || bytes === null) return null;
  if (family !== AF_INET && family !== AF_INET6) {
    return raise(PyExc.ValueError, `unknown address family ${family}`);
  }
  if (bytes.length !== (family === AF_INET ? 4 : 16)) {
    return raise(PyExc.ValueError, 'invalid length of packed IP address string');
  }
  return newStr(family === AF_INET ? [...bytes].join('.') : groupText(bytes));
}

/** CPython 3.12: Modules/socketmodule.c socket_getaddrinfo, for addresses that are numbers already */
function* getaddrinfo(
  _m: Obj,
  host: Obj,
  port: Obj,
  familyArg: Obj | undefined,
  typeArg: Obj | undefined,
  protoArg: Obj | undefined,
): Gen {
  const family = yield* intG(familyArg, 0);
  const type = family === null ? null : yield* intG(typeArg, 0);
  const proto = type === null ? null : yield* intG(protoArg, 0);
  if (family === null || type === null || proto === null) return null;
  let number = 0;
  if (isInt(port)) number = Number(port.v);
  else if (isStr(port) && /^\d+$/.test(port.v)) number = Number(port.v);
  else if (port !== None) return noName();
  let address: string | null = '127.0.0.1';
  if (isBytes(host)) address = new TextDecoder('latin1').decode(host.v);
  else if (host !== None) {
    address = isStr(host) ? host.v : typeError('getaddrinfo() argument 1 must be string or None');
  }
  if (address === null) return null;
  address = LOCAL[address] ?? address;
  if (dotted(address) === null) return noName();
  if (family !== 0 && family !== AF_INET) return noName();
  const kinds: readonly (readonly [number, number])[] = [
    [SOCK_STREAM!, 6],
    [SOCK_DGRAM!, 17],
    [SOCKET_CONSTANTS.SOCK_RAW!, 0],
  ];
  const rows = kinds.filter(([t, p]) => (type === 0 || type === t) && (proto === 0 || proto === p));
  return newList(
    rows.map(([t, p]) =>
      newTuple([
        newInt(AF_INET!),
        newInt(t),
        newInt(p),
        newStr(''),
        newTuple([newStr(address), newInt(number)]),
      ]),
    ),
  );
}

function* byteOrder(o: Obj, bits: 16 | 32, name: string): Gen {
  if (!isInt(o)) return typeError(`expected int, ${o.type.name} found`);
  const v = BigInt(o.v);
  if (v < 0n) {
    return raise(
      PyExc.OverflowError,
      bits === 16
        ? `${name}: can't convert negative Python int to C 16-bit unsigned integer`
        : "can't convert negative value to unsigned int",
    );
  }
  if (v >> BigInt(bits) !== 0n) {
    return raise(
      PyExc.OverflowError,
      bits === 16
        ? `${name}: Python int too large to convert to C 16-bit unsigned integer`
        : 'int larger than 32 bits',
    );
  }
  const n = Number(v);
  if (bits === 16) return newInt(((n & 0xff) << 8) | (n >> 8));
  return newInt(
    (((n & 0xff) << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | ((n >>> 24) & 0xff)) >>> 0,
  );
}
const order = (name: string, bits: 16 | 32) =>
  [
    name,
    '(integer, /)',
    (_m: Obj, o: Obj) => suspend(byteOrder(o, bits, name), [o]),
    `Convert a ${bits}-bit unsigned integer between network and host byte order.`,
  ] as const;

const PROTOCOLS: { readonly [name: string]: number } = { ip: 0, icmp: 1, igmp: 2, tcp: 6, udp: 17, ipv6: 41 };
const SERVICES: { readonly [name: string]: number } = {
  echo: 7,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  http: 80,
  pop3: 110,
  ntp: 123,
  imap2: 143,
  https: 443,
};

const offline = (): Res => noName();

export const socketModule = defineModule(
  '_socket',
  'Implementation module for socket operations.\n\nSee the socket module for documentation.',
  {
    functions: [
      [
        'socketpair',
        '(family=<unrepresentable>, type=<unrepresentable>, proto=0, /)',
        socketpair,
        'socketpair([family[, type [, proto]]]) -> (socket object, socket object)\n\nCreate a pair of socket objects from the sockets returned by the platform\nsocketpair() function.\nThe arguments are the same as for socket() except the default family is\nAF_UNIX if defined on the platform; otherwise, the default is AF_INET.',
      ],
      [
        'close',
        '(fd, /)',
        function* (_m: Obj, fdArg: Obj): Gen {
          const fd = yield* fdG(fdArg);
          if (fd === null) return null;
          const r = system().vfs.close(fd);
          return r < 0 ? raiseErrno(r) : none();
        },
        "close(integer) -> None\n\nClose an integer socket file descriptor.  This is like os.close(), but for\nsockets; on some platforms os.close() won't work for socket file descriptors.",
      ],
      [
        'dup',
        '(fd, /)',
        function* (_m: Obj, fdArg: Obj): Gen {
          const fd = yield* fdG(fdArg);
          if (fd === null) return null;
          const r = system().vfs.dup(fd);
          return r < 0 ? raiseErrno(r) : newInt(r);
        },
        "dup(integer) -> integer\n\nDuplicate an integer socket file descriptor.  This is like os.dup(), but for\nsockets; on some platforms os.dup() won't work for socket file descriptors.",
      ],
      [
        'gethostname',
        '()',
        () => newStr('reader'),
        'gethostname() -> string\n\nReturn the current host name.',
      ],
      [
        'gethostbyname',
        '(host, /)',
        function* (_m: Obj, host: Obj): Gen {
          const address = yield* hostG(host);
          return address === null ? null : newStr(address);
        },
        "gethostbyname(host) -> address\n\nReturn the IP address (a string of the form '255.255.255.255') for a host.",
      ],
      [
        'gethostbyname_ex',
        '(host, /)',
        function* (_m: Obj, host: Obj): Gen {
          const address = yield* hostG(host);
          if (address === null) return null;
          host.rc++;
          return newTuple([host, newList([]), newList([newStr(address)])]);
        },
      ],
      ['gethostbyaddr', '(host, /)', offline],
      ['getnameinfo', '(sockaddr, flags, /)', offline],
      [
        'getaddrinfo',
        '(host, port, family=0, type=0, proto=0, flags=0)',
        getaddrinfo,
        'getaddrinfo(host, port [, family, type, proto, flags])\n    -> list of (family, type, proto, canonname, sockaddr)\n\nResolve host and port into addrinfo struct.',
      ],
      [
        'getprotobyname',
        '(name, /)',
        (_m: Obj, o: Obj) => {
          const name = textArg(o, 'getprotobyname() argument 1');
          if (name === null) return null;
          const n = PROTOCOLS[name];
          return n === undefined ? raise(PyExc.OSError, 'protocol not found') : newInt(n);
        },
        'getprotobyname(name) -> integer\n\nReturn the protocol number for the named protocol.  (Rarely used.)',
      ],
      [
        'getservbyname',
        '(name, protocol=<unrepresentable>, /)',
        (_m: Obj, o: Obj) => {
          const name = textArg(o, 'getservbyname() argument 1');
          if (name === null) return null;
          const n = SERVICES[name];
          return n === undefined ? raise(PyExc.OSError, 'service/proto not found') : newInt(n);
        },
        "getservbyname(servicename[, protocolname]) -> integer\n\nReturn a port number from a service name and protocol name.\nThe optional protocol name, if given, should be 'tcp' or 'udp',\notherwise any protocol will match.",
      ],
      [
        'getservbyport',
        '(port, protocol=<unrepresentable>, /)',
        function* (_m: Obj, o: Obj): Gen {
          const port = yield* intG(o, 0);
          if (port === null) return null;
          if (port < 0 || port > 65535)
            return raise(PyExc.OverflowError, 'getservbyport: port must be 0-65535.');
          const found = Object.entries(SERVICES).find(([, n]) => n === port);
          return found === undefined ? raise(PyExc.OSError, 'port/proto not found') : newStr(found[0]);
        },
        "getservbyport(port[, protocolname]) -> string\n\nReturn the service name from a port number and protocol name.\nThe optional protocol name, if given, should be 'tcp' or 'udp',\notherwise any protocol will match.",
      ],
      order('ntohs', 16),
      order('htons', 16),
      order('ntohl', 32),
      order('htonl', 32),
      [
        'inet_aton',
        '(string, /)',
        inetAton,
        'inet_aton(string) -> bytes giving packed 32-bit IP representation\n\nConvert an IP address in string format (123.45.67.89) to the 32-bit packed\nbinary format used in low-level network functions.',
      ],
      [
        'inet_ntoa',
        '(packed_ip, /)',
        inetNtoa,
        'inet_ntoa(packed_ip) -> ip_address_string\n\nConvert an IP address from 32-bit packed binary format to string format',
      ],
      [
        'inet_pton',
        '(af, ip, /)',
        inetPton,
        'inet_pton(af, ip) -> packed IP address string\n\nConvert an IP address from string format to a packed string suitable\nfor use with low-level network functions.',
      ],
      [
        'inet_ntop',
        '(af, packed_ip, /)',
        inetNtop,
        'inet_ntop(af, packed_ip) -> string formatted IP address\n\nConvert a packed IP address of the given family to string format.',
      ],
      ['if_nameindex', '()', () => newList([newTuple([newInt(1), newStr('lo')])])],
      [
        'getdefaulttimeout',
        '()',
        () => (defaultTimeout === null ? none() : newFloat(defaultTimeout)),
        'getdefaulttimeout() -> timeout\n\nReturns the default timeout in seconds (float) for new socket objects.\nA value of None indicates that new socket objects have no timeout.\nWhen the socket module is first imported, the default is None.',
      ],
      [
        'setdefaulttimeout',
        '(timeout, /)',
        function* (_m: Obj, o: Obj): Gen {
          const t = yield* timeoutArgG(o);
          if (t === false) return null;
          defaultTimeout = t;
          return none();
        },
        'setdefaulttimeout(timeout)\n\nSet the default timeout in seconds (float) for new socket objects.\nA value of None indicates that new socket objects have no timeout.\nWhen the socket module is first imported, the default is None.',
      ],
    ],
    values: { has_ipv6: () => newBool(false) },
    init: (m) => {
      running = m;
      defaultTimeout = null;
      for (const [name, value] of Object.entries(SOCKET_CONSTANTS)) moduleAdd(m, name, newInt(value));
      const type = (name: string, t: PyType): void => {
        t.self.rc++;
        moduleAdd(m, name, t.self);
      };
      type('socket', socketType);
      type('SocketType', socketType);
      type('error', PyExc.OSError);
      type('timeout', PyExc.TimeoutError);
      moduleAdd(m, 'herror', newExceptionClass('socket.herror', PyExc.OSError));
      moduleAdd(m, 'gaierror', newExceptionClass('socket.gaierror', PyExc.OSError));
    },
  },
);
