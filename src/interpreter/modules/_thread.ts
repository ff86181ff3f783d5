// The _thread module: starting threads, locks.
//
// A thread of the program is a thread of the scheduler (runtime/threads.ts): a list of frames, nothing of the host's.
// A lock that is released wakes one waiter, which takes it when it next holds the GIL, if nobody was faster: as with
// CPython's locks on POSIX semaphores.
//
// Answers to CPython 3.12: Modules/_threadmodule.c.

import { holdsOutside } from '../memory/holders.ts';
import { decref, Obj, objectType, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, request, settle, suspend, WaitRequest } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { getset, method } from '../objects/descrobject.ts';
import { type DictObj, isDict, newDict } from '../objects/dictcore.ts';
import { clearIf, PyExc, raise, raiseBare, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { type Int, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { defineModule, moduleAdd, moduleGet } from '../objects/moduleobject.ts';
import {
  attributeError,
  callG,
  genericGetAttr,
  genericSetAttr,
  hexAddress,
  lookupAttrG,
  strG,
  truthG,
} from '../objects/object.ts';
import { isTuple, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, newStr, type Str } from '../objects/strcore.ts';
import { newStructSeqType } from '../objects/structseq.ts';
import { allocInstance, typeModules, typeReady } from '../objects/typeobject.ts';
import { writeUnraisable } from '../runtime/finalize.ts';
import { fetchedG } from '../runtime/inittab.ts';
import { scheduling, threadIdent } from '../runtime/threads.ts';
import { exceptionTextG } from '../runtime/traceback.ts';
import { current as runningThread } from '../vm/thread.ts';
import { current } from './vmhooks.ts';

/** What a lock answers as its longest wait, in seconds (2^63 nanoseconds). */
const TIMEOUT_MAX = 9223372036;

class LockV {
  locked = false;
  /** RLock: who holds it, and how often. */
  owner = 0;
  count = 0;
  /** Wake one waiter each. */
  waiters: (() => void)[] = [];
}
type Lock = Obj<LockV>;

export const lockType = new PyType('lock', 0, typeType);
export const rlockType = new PyType('RLock', TPFLAGS.BASETYPE, typeType);

const asLock = (o: Obj): LockV => (o as Lock).v;

function free(l: LockV): void {
  l.locked = false;
  l.owner = 0;
  l.count = 0;
  l.waiters.shift()?.();
}

/** Takes the lock, or waits for it; True or False. `deadline`: seconds of the scheduler's clock, or null. */
function take(l: LockV, owner: number, count: number, deadline: number | null): Res {
  if (!l.locked) {
    l.locked = true;
    l.owner = owner;
    l.count = count;
    return newBool(true);
  }
  const left = deadline === null ? null : Math.max(0, deadline - scheduling.scheduler!.now());
  return request(
    new WaitRequest(
      'lock',
      (resume) => {
        const wake = (): void => resume(() => take(l, owner, count, deadline));
        l.waiters.push(wake);
        return () => {
          const at = l.waiters.indexOf(wake);
          if (at >= 0) l.waiters.splice(at, 1);
        };
      },
      left,
      () => newBool(false),
    ),
  );
}

/** blocking and timeout of acquire(): a deadline, undefined for "do not wait", or an error. */
function* waitOf(
  blocking: Obj | undefined,
  timeout: Obj | undefined,
): Gen<number | null | undefined | false> {
  let block = true;
  if (blocking !== undefined) {
    const t = yield* truthG(blocking);
    if (t < 0) return false;
    block = t === 1;
  }
  let seconds = -1;
  if (timeout !== undefined) {
    const d = yield* asDoubleG(timeout);
    if (d === null) return false;
    seconds = d;
  }
  if (!block && seconds !== -1) {
    raise(PyExc.ValueError, "can't specify a timeout for a non-blocking call");
    return false;
  }
  if (seconds < 0 && seconds !== -1) {
    raise(PyExc.ValueError, 'timeout value must be positive');
    return false;
  }
  if (seconds > TIMEOUT_MAX) {
    raise(PyExc.OverflowError, 'timestamp too large to convert to C _PyTime_t');
    return false;
  }
  if (!block) return undefined;
  return seconds === -1 ? null : scheduling.scheduler!.now() + seconds;
}

function* acquire(self: Obj, blocking: Obj | undefined, timeout: Obj | undefined): Gen {
  const l = asLock(self);
  const deadline = yield* waitOf(blocking, timeout);
  if (deadline === false) return null;
  if (deadline === undefined && l.locked) return newBool(false);
  const r = take(l, threadIdent(), 1, deadline ?? null);
  return r === null ? yield* settle() : r;
}

function release(self: Obj): Res {
  const l = asLock(self);
  if (!l.locked) return raise(PyExc.RuntimeError, 'release unlocked lock');
  free(l);
  return none();
}

function* acquireReentrant(self: Obj, blocking: Obj | undefined, timeout: Obj | undefined): Gen {
  const l = asLock(self);
  const deadline = yield* waitOf(blocking, timeout);
  if (deadline === false) return null;
  if (l.locked && l.owner === threadIdent()) {
    l.count++;
    return newBool(true);
  }
  if (deadline === undefined && l.locked) return newBool(false);
  const r = take(l, threadIdent(), 1, deadline ?? null);
  return r === null ? yield* settle() : r;
}

function releaseReentrant(self: Obj): Res {
  const l = asLock(self);
  if (!l.locked || l.owner !== threadIdent())
    return raise(PyExc.RuntimeError, 'cannot release un-acquired lock');
  if (--l.count === 0) free(l);
  return none();
}

function newLock(): Lock {
  return new Obj<LockV>(lockType, new LockV());
}

// --- threads -----------------------------------------------------------------------------------------

/** Locks that are released when their thread ends (threading's _tstate_lock). */
const sentinels = new Map<number, Lock>();
holdsOutside(
  () => sentinels.values(),
  () => sentinels.clear(),
);
let running = 0;

function* bootstrap(func: Obj, args: Tuple, kwargs: DictObj | null): Gen {
  const values = args.v.slice();
  const names: Obj[] = [];
  if (kwargs !== null) {
    const d = kwargs.v;
    for (let i = 0; i < d.keys.length; i++) {
      const k = d.keys[i];
      if (k === undefined) continue;
      names.push(k);
      values.push(d.values[i]!);
    }
  }
  const r = yield* callG(func, values, names.length > 0 ? names : null);
  if (r === null) {
    if (!clearIf(PyExc.SystemExit)) yield* writeUnraisable(func, 'Exception ignored in thread started by');
  } else decref(r);
  decref(func);
  decref(args);
  if (kwargs !== null) decref(kwargs);
  running--;
  const { thread } = runningThread;
  const { context } = thread;
  thread.context = null;
  xdecref(context);
  const sentinel = sentinels.get(threadIdent());
  if (sentinel !== undefined) {
    sentinels.delete(threadIdent());
    if (sentinel.v.locked) free(sentinel.v);
    decref(sentinel);
  }
  return none();
}

function startNewThread(_self: Obj, func: Obj, args: Obj, kwargs: Obj | undefined): Res {
  if (func.type.tp_call === null) return typeError('first arg must be callable');
  if (!isTuple(args)) return typeError('2nd arg must be a tuple');
  if (kwargs !== undefined && !isDict(kwargs)) return typeError('optional 3rd arg must be a dictionary');
  func.rc++;
  args.rc++;
  if (kwargs !== undefined) kwargs.rc++;
  running++;
  const thread = scheduling.scheduler!.spawn(bootstrap(func, args, (kwargs as DictObj | undefined) ?? null));
  return newIntBig(BigInt(thread.ident));
}

function setSentinel(): Res {
  const old = sentinels.get(threadIdent());
  if (old !== undefined) decref(old);
  const lock = newLock();
  sentinels.set(threadIdent(), lock);
  lock.rc++;
  return lock;
}

// --- what an uncaught exception of a thread prints ----------------------------------------------------

let exceptHookArgs: PyType | null = null;
function exceptHookArgsType(): PyType {
  exceptHookArgs ??= newStructSeqType(
    '_thread._ExceptHookArgs',
    'ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.',
    [
      ['exc_type', 'Exception type'],
      ['exc_value', 'Exception value'],
      ['exc_traceback', 'Exception traceback'],
      ['thread', 'Thread'],
    ],
  );
  return exceptHookArgs;
}

/** CPython 3.12: Modules/_threadmodule.c thread_excepthook */
function* excepthook(_self: Obj, args: Obj): Gen {
  if (args.type !== exceptHookArgsType()) {
    return typeError('_thread.excepthook argument type must be ExceptHookArgs');
  }
  const [type, value, , thread] = (args as Tuple).v as [Obj, Obj, Obj, Obj];
  if (type === PyExc.SystemExit.self) return none();
  const stderr = current.sys === null ? undefined : moduleGet(current.sys, 'stderr');
  if (stderr === undefined || stderr === None) return none();
  let name = String(threadIdent());
  if (thread !== None) {
    const n = yield* lookupAttrG(thread, id('name'));
    if (n === null) return null;
    if (n !== undefined) {
      const text = yield* strG(n);
      decref(n);
      if (text === null) return null;
      name = text.v;
      decref(text);
    }
  }
  const text = newStr(`Exception in thread ${name}:\n${yield* exceptionTextG(value)}`);
  for (const [method, given] of [
    ['write', [text]],
    ['flush', []],
  ] as const) {
    const m = yield* lookupAttrG(stderr, id(method));
    if (m == null) {
      decref(text);
      return null;
    }
    const r = yield* callG(m, [...given]);
    decref(m);
    if (r === null) {
      decref(text);
      return null;
    }
    decref(r);
  }
  decref(text);
  return none();
}

// --- data of each thread's own ------------------------------------------------------------------------

class LocalV {
  /** What `__init__` gets in each thread that comes by (owned). */
  args: Obj[];
  kwnames: Obj[] | null;
  /** A dict for each thread (owned); the running thread's is the instance's `__dict__`. */
  dicts = new Map<number, DictObj>();
  constructor(args: Obj[], kwnames: Obj[] | null) {
    this.args = args;
    this.kwnames = kwnames;
  }
}

const localType = new PyType('_thread._local', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
const asLocal = (o: Obj): LocalV => (o as Obj<LocalV>).v;

/** Makes this thread's dict the instance's; true if it is new. */
function enterLocal(o: Obj): boolean {
  const l = asLocal(o);
  let dict = l.dicts.get(threadIdent());
  const fresh = dict === undefined;
  if (dict === undefined) {
    dict = newDict();
    l.dicts.set(threadIdent(), dict);
  }
  o.x = dict;
  return fresh;
}

/** CPython 3.12: Modules/_threadmodule.c _ldict, local_getattro */
function* localGetAttr(o: Obj, name: Obj): Gen {
  if (!(yield* initLocal(o))) return null;
  const r = genericGetAttr(o, name);
  return r === null ? yield* settle() : r;
}

function* localSetAttr(o: Obj, name: Obj, value: Obj | null): Gen {
  if ((name as Str).v === '__dict__') {
    return attributeError(o, name, `'${o.type.name}' object attribute '__dict__' is read-only`);
  }
  if (!(yield* initLocal(o))) return null;
  const r = genericSetAttr(o, name, value);
  return r === null ? yield* settle() : r;
}

function* initLocal(o: Obj): Gen<boolean> {
  if (!enterLocal(o) || o.type.tp_init === objectType.tp_init) return true;
  const l = asLocal(o);
  let r = o.type.tp_init!(o, l.args, l.kwnames);
  if (r === null) r = yield* settle();
  if (r === null) return false;
  decref(r);
  enterLocal(o);
  return true;
}

function readyLocal(): void {
  typeModules.set(localType, '_thread');
  localType.hasDict = true;
  localType.hasWeakrefs = true;
  localType.tp_new = (cls, args, kwnames) => {
    if (args.length > 0 && cls.v.tp_init === objectType.tp_init) {
      return typeError('Initialization arguments are not supported');
    }
    for (const a of args) a.rc++;
    for (const k of kwnames ?? []) k.rc++;
    const o = allocInstance(cls.v, new LocalV(args.slice(), kwnames));
    enterLocal(o);
    return o;
  };
  getset(localType, '__dict__', (o) => {
    enterLocal(o);
    const dict = o.x as DictObj;
    dict.rc++;
    return dict;
  });
  localType.tp_getattro = (o, name) => suspend(localGetAttr(o, name), [o, name]);
  localType.tp_setattro = (o, name, value) =>
    suspend(localSetAttr(o, name, value), value === null ? [o, name] : [o, name, value]);
  localType.tp_traverse = (o, visit) => {
    const l = asLocal(o);
    for (const a of l.args) visit(a);
    for (const k of l.kwnames ?? []) visit(k);
    for (const d of l.dicts.values()) visit(d);
  };
  localType.tp_clear = localType.tp_dealloc = (o) => {
    const l = asLocal(o);
    const held = [...l.args, ...(l.kwnames ?? []), ...l.dicts.values()];
    l.args = [];
    l.kwnames = null;
    l.dicts = new Map();
    o.x = null;
    for (const h of held) decref(h);
  };
  typeReady(localType);
}

let typesReady = false;
function readyTypes(): void {
  if (typesReady) return;
  typesReady = true;
  for (const [type, take_, give] of [
    [lockType, acquire, release],
    [rlockType, acquireReentrant, releaseReentrant],
  ] as const) {
    typeModules.set(type, '_thread');
    type.hasWeakrefs = true;
    type.tp_getattro = genericGetAttr;
    method(type, 'acquire', '($self, blocking=True, timeout=-1)', take_, 'Lock the lock.');
    method(type, 'release', '($self, /)', give, 'Release the lock.');
    method(type, '__enter__', '($self, blocking=True, timeout=-1)', take_, 'Lock the lock.');
    method(type, '__exit__', '($self, *exc_info)', give, 'Release the lock.');
    method(type, '_at_fork_reinit', '($self, /)', (self: Obj) => {
      const l = asLock(self);
      l.locked = false;
      l.owner = l.count = 0;
      return none();
    });
  }
  for (const [name, fn] of [
    ['acquire_lock', acquire],
    ['release_lock', release],
  ] as const) {
    method(lockType, name, fn === acquire ? '($self, blocking=True, timeout=-1)' : '($self, /)', fn);
  }
  for (const name of ['locked', 'locked_lock']) {
    method(
      lockType,
      name,
      '($self, /)',
      (self: Obj) => newBool(asLock(self).locked),
      'Return whether the lock is in the locked state.',
    );
  }
  lockType.doc = 'A lock object is a synchronization primitive.';
  lockType.tp_repr = (o) =>
    newStr(`<${asLock(o).locked ? 'locked' : 'unlocked'} _thread.lock object at ${hexAddress(o)}>`);
  rlockType.tp_repr = (o) => {
    const l = asLock(o);
    return newStr(
      `<${l.locked ? 'locked' : 'unlocked'} _thread.RLock object owner=${l.owner} count=${l.count} at ${hexAddress(o)}>`,
    );
  };
  rlockType.tp_new = (cls) => allocInstance(cls.v, new LockV());
  method(rlockType, '_is_owned', '($self, /)', (self: Obj) => {
    const l = asLock(self);
    return newBool(l.locked && l.owner === threadIdent());
  });
  method(rlockType, '_recursion_count', '($self, /)', (self: Obj) => {
    const l = asLock(self);
    return newInt(l.locked && l.owner === threadIdent() ? l.count : 0);
  });
  method(rlockType, '_release_save', '($self, /)', (self: Obj) => {
    const l = asLock(self);
    if (!l.locked) return raise(PyExc.RuntimeError, 'cannot release un-acquired lock');
    const state = newTuple([newInt(l.count), newIntBig(BigInt(l.owner))]);
    free(l);
    return state;
  });
  method(rlockType, '_acquire_restore', '($self, state, /)', function* (self: Obj, state: Obj): Gen {
    if (!isTuple(state) || state.v.length !== 2)
      return typeError('_acquire_restore() argument 1 must be 2-item tuple');
    const [count, owner] = state.v as [Int, Int];
    let r = take(asLock(self), Number(owner.v), Number(count.v), null);
    if (r === null) r = yield* settle();
    if (r === null) return null;
    decref(r);
    return none();
  });
  typeReady(lockType);
  typeReady(rlockType);
  readyLocal();
}

/** Fetches what signals need with the first of them. CPython 3.12: Modules/_threadmodule.c thread_PyThread_interrupt_main */
function* interruptMain(_m: Obj, signalArg: Obj | undefined): Gen {
  const signal = signalArg === undefined ? null : yield* indexG(signalArg);
  if (signalArg !== undefined && signal === null) return null;
  const number = signal === null ? 2 : Number(signal.v);
  if (signal !== null) decref(signal);
  if (number < 1 || number > 64) return raise(PyExc.ValueError, 'signal number out of range');
  let signals: typeof import('../runtime/signals.ts') | null = null;
  const ready = yield* fetchedG('_signal', async () => {
    signals = await import('../runtime/signals.ts');
  });
  if (!ready) return null;
  const { actionOf, trip } = signals as unknown as typeof import('../runtime/signals.ts');
  // A signal whose action is left to the system is not simulated.
  if (actionOf(number) !== 'default') trip(number);
  return none();
}

/** As Linux numbers them: the main thread has the process's number. */
function nativeId(): number {
  const { threads } = scheduling.scheduler!;
  const main = threads[0]!.ident;
  return 4242 + Math.round((threadIdent() - main) / 0xff9000);
}

let threadStack = 0;
/** Threads have no stack of a fixed size here: the number is checked and remembered. */
function* stackSize(_m: Obj, size: Obj | undefined): Gen {
  const i = size === undefined ? null : yield* indexG(size);
  if (size !== undefined && i === null) return null;
  const old = threadStack;
  const n = i === null ? 0 : Number(i.v);
  if (i !== null) decref(i);
  if (n < 0) return raise(PyExc.ValueError, 'size must be 0 or a positive value');
  if (n > 0 && n < 32768) return raise(PyExc.ValueError, `size not valid: ${n} bytes`);
  if (i !== null) threadStack = n;
  return newInt(old);
}

const allocate = (): Res => newLock();
const ident = (): Res => newIntBig(BigInt(threadIdent()));
const exit = (): Res => raiseBare(PyExc.SystemExit);

const make = defineModule(
  '_thread',
  "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  {
    functions: [
      [
        'start_new_thread',
        '(function, args, kwargs=<unrepresentable>, /)',
        startNewThread,
        'Start a new thread and return its identifier.',
      ],
      ['start_new', '(function, args, kwargs=<unrepresentable>, /)', startNewThread],
      ['allocate_lock', '()', allocate, 'Create a new lock object.'],
      ['allocate', '()', allocate],
      [
        'get_ident',
        '()',
        ident,
        'Return a non-zero integer that uniquely identifies the current thread\namongst other threads that exist simultaneously.',
      ],
      [
        'interrupt_main',
        '(signum=<unrepresentable>, /)',
        interruptMain,
        'Simulate the arrival of the given signal in the main thread,\nwhere the corresponding signal handler will be executed.\nIf *signum* is omitted, SIGINT is assumed.\nA subthread can use this function to interrupt the main thread.\n\nNote: the default signal handler for SIGINT raises ``KeyboardInterrupt``.',
      ],
      [
        'get_native_id',
        '()',
        () => newInt(nativeId()),
        'Return a non-negative integer identifying the thread as reported\nby the OS (kernel).',
      ],
      [
        '_count',
        '()',
        () => newInt(running),
        'Return the number of currently running Python threads, excluding\nthe main thread.',
      ],
      ['exit', '()', exit, 'Raise SystemExit: the current thread ends.'],
      ['exit_thread', '()', exit],
      [
        'stack_size',
        '(size=0, /)',
        stackSize,
        'Return the thread stack size used when creating new threads.',
      ],
      ['daemon_threads_allowed', '()', () => newBool(true)],
      ['_is_main_interpreter', '()', () => newBool(true)],
      ['_set_sentinel', '()', setSentinel],
      ['_excepthook', '(exc_type, /)', excepthook, 'Handle uncaught Thread.run() exception.'],
    ],
    init: (m) => {
      sentinels.clear();
      running = 0;
      threadStack = 0;
      moduleAdd(m, 'TIMEOUT_MAX', newFloat(TIMEOUT_MAX));
      for (const [name, type] of [
        ['LockType', lockType],
        ['RLock', rlockType],
        ['error', PyExc.RuntimeError],
        ['_ExceptHookArgs', exceptHookArgsType()],
        ['_local', localType],
      ] as const) {
        type.self.rc++;
        moduleAdd(m, name, type.self);
      }
    },
  },
);

export function threadModule(): Obj {
  readyTypes();
  return make();
}
