// The sys module: what a program can ask about and tell the interpreter.
//
// Figures are those of CPython 3.12.7 on 64-bit Linux, whatever machine this runs on. The session puts in argv, path and
// the streams (session.ts).
//
// Answers to CPython 3.12: Python/sysmodule.c.
// Absent: the audit events of the interpreter's own functions.

import { trackedObjects } from '../memory/gc.ts';
import { holdsOutside } from '../memory/holders.ts';
import {
  decref,
  isImmortal,
  type Obj,
  type PyType,
  type Res,
  ref,
  TPFLAGS,
  tstate,
} from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { getStr, newDict, setItemFast, setStr } from '../objects/dictcore.ts';
import { clear, clearIf, PyExc, raise, raiseBare, setException, typeError } from '../objects/errors.ts';
import { type Exc, handledException, isException, newException } from '../objects/exceptions.ts';
import { newFloat } from '../objects/floatcore.ts';
import { asyncHooks } from '../objects/genobject.ts';
import { runningHooks } from '../objects/hooks.ts';
import { preHeaderSize } from '../objects/layout.ts';
import { newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { intLimits, MAX_STR_DIGITS_THRESHOLD } from '../objects/longparse.ts';
import {
  defineModule,
  type FunctionRow,
  type Module,
  moduleAdd,
  moduleGet,
} from '../objects/moduleobject.ts';
import { newNamespace } from '../objects/namespaceobject.ts';
import { callG, callSpecial, getAttr, objectCall, reprG } from '../objects/object.ts';
import { isTuple, newList, newTuple, type Tuple } from '../objects/seqcore.ts';
import { newFrozenSet, setInsert } from '../objects/setcore.ts';
import { None, none } from '../objects/singletons.ts';
import {
  id,
  intern,
  internInPlace,
  isStr,
  newStr,
  type Str,
  strHashFull,
  strType,
} from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { unraisable, unraisableText } from '../runtime/finalize.ts';
import { inittab } from '../runtime/inittab.ts';
import { system } from '../runtime/system.ts';
import { threadIdent } from '../runtime/threads.ts';
import { exceptionTextG } from '../runtime/traceback.ts';
import type { Frame } from '../vm/frame.ts';
import { frameObject, pythonBack } from '../vm/frameobject.ts';
import { originTracking } from '../vm/generators.ts';
import { currentFrame, current as currentThread, recursion } from '../vm/thread.ts';
import { writeObjectG } from './builtins_io.ts';
import { stdlibModuleNames } from './stdlib_names.ts';
import { monitoringModule, tracingFunctions } from './sys_tracing.ts';
import { current } from './vmhooks.ts';

export const VERSION = '3.12.7 (main, Oct  1 2024, 00:00:00) [GCC 12.2.0]';
const HEXVERSION = 0x030c07f0;
const PREFIX = '/usr/local';
const EXECUTABLE = '/usr/local/bin/python3.12';

const s = newStr;
const dict = (): Obj => newDict();

// --- information records -----------------------------------------------------------------------------

interface Records {
  version: PyType;
  flags: PyType;
  float: PyType;
  int: PyType;
  hash: PyType;
  thread: PyType;
  asyncgen: PyType;
  unraisable: PyType;
}
let records: Records | null = null;

const fields = (names: string): [string, string][] => names.split(' ').map((n) => [n, '']);

/** The types are made once; static types live as long as the program. */
function recordTypes(): Records {
  records ??= {
    version: newStructSeqType(
      'sys.version_info',
      'sys.version_info\n\nVersion information as a named tuple.',
      fields('major minor micro releaselevel serial'),
      5,
      false,
    ),
    flags: newStructSeqType(
      'sys.flags',
      'sys.flags\n\nFlags provided through command line arguments or environment vars.',
      fields(
        'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits',
      ),
      18,
      false,
    ),
    float: newStructSeqType(
      'sys.float_info',
      "sys.float_info\n\nA named tuple holding information about the float type. It contains low level\ninformation about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.",
      fields('max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds'),
    ),
    int: newStructSeqType(
      'sys.int_info',
      "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.  The attributes are read only.",
      fields('bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold'),
    ),
    hash: newStructSeqType(
      'sys.hash_info',
      'hash_info\n\nA named tuple providing parameters used for computing hashes. The attributes are read only.',
      fields('width modulus inf nan imag algorithm hash_bits seed_bits cutoff'),
    ),
    thread: newStructSeqType(
      'sys.thread_info',
      'sys.thread_info\n\nA named tuple holding information about the thread implementation.',
      fields('name lock version'),
    ),
    asyncgen: newStructSeqType(
      'asyncgen_hooks',
      'asyncgen_hooks\n\nNamed tuple with information about asynchronous\ngenerators hooks.  The attributes are read only.',
      fields('firstiter finalizer'),
    ),
    unraisable: newStructSeqType(
      'UnraisableHookArgs',
      'UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.',
      fields('exc_type exc_value exc_traceback err_msg object'),
    ),
  };
  return records;
}

const versionInfo = (): Obj =>
  newStructSeq(recordTypes().version, [newInt(3), newInt(12), newInt(7), s('final'), newInt(0)]);

const flags = (): Obj =>
  newStructSeq(recordTypes().flags, [
    ...Array.from({ length: 11 }, () => newInt(0)),
    newInt(0),
    newInt(0),
    newBool(false),
    newInt(0),
    newInt(0),
    newBool(false),
    newInt(4300),
  ]);

const floatInfo = (): Obj =>
  newStructSeq(recordTypes().float, [
    newFloat(Number.MAX_VALUE),
    newInt(1024),
    newInt(308),
    newFloat(2.2250738585072014e-308),
    newInt(-1021),
    newInt(-307),
    newInt(15),
    newInt(53),
    newFloat(Number.EPSILON),
    newInt(2),
    newInt(1),
  ]);

const hashInfo = (): Obj =>
  newStructSeq(recordTypes().hash, [
    newInt(64),
    newIntBig((1n << 61n) - 1n),
    newInt(314159),
    newInt(0),
    newInt(1000003),
    s('siphash13'),
    newInt(64),
    newInt(128),
    newInt(0),
  ]);

function implementation(): Obj {
  const d = newDict();
  const put = (name: string, o: Obj): void => {
    setStr(d, id(name), o);
    decref(o);
  };
  put('name', s('cpython'));
  put('cache_tag', s('cpython-312'));
  put('version', versionInfo());
  put('hexversion', newInt(HEXVERSION));
  put('_multiarch', s('x86_64-linux-gnu'));
  return newNamespace(d);
}

function moduleNames(): Obj {
  const set = newFrozenSet();
  for (const name of stdlibModuleNames) {
    const key = intern(name);
    const lo = strHashFull(key);
    setInsert(set.v, key, lo, tstate.hashHi);
  }
  return set;
}

// --- asking ------------------------------------------------------------------------------------------

/** CPython 3.12: Python/sysmodule.c _PySys_GetSizeOf */
function* getsizeof(_self: Obj, o: Obj, otherwise: Obj | undefined): Gen {
  let r = callSpecial(o, id('__sizeof__'), []);
  if (r === undefined) r = typeError(`Type ${o.type.name} doesn't define __sizeof__`);
  else if (r === null) r = yield* settle();
  const size = r === null ? null : yield* indexG(r);
  if (r !== null) decref(r);
  if (size === null) {
    if (otherwise === undefined || tstate.exc === null || tstate.exc.type !== PyExc.TypeError) return null;
    clear();
    otherwise.rc++;
    return otherwise;
  }
  const n = Number(size.v);
  decref(size);
  if (n < 0) return raise(PyExc.ValueError, '__sizeof__() should return >= 0');
  const collected = (o.type.flags & TPFLAGS.HAVE_GC) !== 0;
  return newInt(n + (collected ? 16 : 0) + preHeaderSize(o.type));
}

function getrefcount(_self: Obj, o: Obj): Res {
  return newInt(isImmortal(o) ? 4294967295 : o.rc);
}

/** CPython 3.12: Python/sysmodule.c sys__getframe_impl */
function frameAt(depth: number): Frame | null {
  let f = currentFrame();
  for (let i = 0; f !== null && i < depth; i++) f = pythonBack(f);
  return f;
}

function* depthOf(o: Obj | undefined): Gen<number | null> {
  if (o === undefined) return 0;
  const i = yield* indexG(o);
  if (i === null) return null;
  const n = Number(i.v);
  decref(i);
  return n;
}

function* getframe(_self: Obj, depth: Obj | undefined): Gen {
  const n = yield* depthOf(depth);
  if (n === null) return null;
  const f = frameAt(n);
  return f === null ? raise(PyExc.ValueError, 'call stack is not deep enough') : frameObject(f);
}

function* getframemodulename(_self: Obj, depth: Obj | undefined): Gen {
  const n = yield* depthOf(depth);
  if (n === null) return null;
  const f = frameAt(n);
  if (f === null) return none();
  return ref((f.func === null ? getStr(f.globals, id('__name__')) : f.func.v.module) ?? None);
}

function excInfo(): Obj {
  const exc = handledException() as Exc | null;
  if (exc === null) return newTuple([none(), none(), none()]);
  const type: Obj = exc.type.self;
  const tb = exc.v.traceback ?? None;
  type.rc++;
  exc.rc++;
  tb.rc++;
  return newTuple([type, exc, tb]);
}

function internStr(_self: Obj, o: Obj): Res {
  if (!isStr(o)) return typeError(`intern() argument must be str, not ${o.type.name}`);
  if (o.type !== strType) return typeError(`can't intern ${o.type.name}`);
  o.rc++;
  return internInPlace(o);
}

// --- telling -----------------------------------------------------------------------------------------

/** CPython 3.12: Python/sysmodule.c sys_exit_impl */
function exit(_self: Obj, status: Obj | undefined): Res {
  if (status === undefined || status === None) return raiseBare(PyExc.SystemExit);
  if (isException(status) && status.type === PyExc.SystemExit) {
    status.rc++;
    return setException(status);
  }
  if (isTuple(status)) {
    status.rc++;
    return setException(newException(PyExc.SystemExit, status as Tuple));
  }
  status.rc++;
  return setException(newException(PyExc.SystemExit, newTuple([status])));
}

function* setrecursionlimit(_self: Obj, limit: Obj): Gen {
  const i = yield* indexG(limit);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'bigint' || v > 0x7fffffff) {
    return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
  }
  if (v < 1) return raise(PyExc.ValueError, 'recursion limit must be greater or equal than 1');
  let depth = 0;
  for (let f = currentFrame(); f !== null; f = pythonBack(f)) depth++;
  if (depth >= v) {
    return raise(
      PyExc.RecursionError,
      `cannot set the recursion limit to ${v} at the recursion depth ${depth}: the limit is too low`,
    );
  }
  recursion.limit = v;
  return none();
}

/** Seconds a thread may run before another gets its turn. */
export const switching = { interval: 0.005 };

function* setswitchinterval(_self: Obj, value: Obj): Gen {
  const d = yield* asDoubleG(value);
  if (d === null) return null;
  if (d <= 0) return raise(PyExc.ValueError, 'switch interval must be strictly positive');
  switching.interval = d;
  return none();
}

function* setIntMaxStrDigits(_self: Obj, value: Obj): Gen {
  const i = yield* indexG(value);
  if (i === null) return null;
  const n = Number(i.v);
  decref(i);
  if (n !== 0 && n < MAX_STR_DIGITS_THRESHOLD) {
    return raise(PyExc.ValueError, `maxdigits must be 0 or larger than ${MAX_STR_DIGITS_THRESHOLD}`);
  }
  intLimits.maxStrDigits = n;
  return none();
}

/** What an interactive statement shows. CPython 3.12: Python/sysmodule.c sys_displayhook */
export function* displayhook(_self: Obj, value: Obj): Gen {
  const builtins = current.builtins;
  if (builtins === null) return raise(PyExc.RuntimeError, 'lost builtins module');
  if (value === None) return none();
  setStr(builtins.v.dict, id('_'), None);
  const stdout = current.sys === null ? undefined : moduleGet(current.sys, 'stdout');
  if (stdout === undefined || stdout === None) return raise(PyExc.RuntimeError, 'lost sys.stdout');
  stdout.rc++;
  const text = yield* reprG(value);
  let ok = text !== null && (yield* writeObjectG(stdout, text));
  if (text !== null) decref(text);
  const newline = s('\n');
  ok = ok && (yield* writeObjectG(stdout, newline));
  decref(newline);
  decref(stdout);
  if (!ok) return null;
  setStr(builtins.v.dict, id('_'), value);
  return none();
}

/** Writes text to sys.stderr. */
function* toStderr(text: string): Gen {
  const stderr = current.sys === null ? undefined : moduleGet(current.sys, 'stderr');
  if (stderr === undefined || stderr === None) return none();
  stderr.rc++;
  const o = s(text);
  const ok = yield* writeObjectG(stderr, o);
  decref(o);
  decref(stderr);
  return ok ? none() : null;
}

/** CPython 3.12: Python/pythonrun.c PyErr_Display */
function* excepthook(_self: Obj, _type: Obj, value: Obj, traceback: Obj): Gen {
  if (!isException(value)) {
    return yield* toStderr(
      `TypeError: print_exception(): Exception expected for value, ${value.type.name} found\n`,
    );
  }
  if (traceback !== None && traceback.type.name === 'traceback' && value.v.traceback === null) {
    traceback.rc++;
    value.v.traceback = traceback;
  }
  return yield* toStderr(yield* exceptionTextG(value));
}

/** CPython 3.12: Python/errors.c _PyErr_WriteUnraisableDefaultHook */
function* unraisablehook(_self: Obj, info: Obj): Gen {
  if (info.type !== recordTypes().unraisable) {
    return typeError('sys.unraisablehook argument type must be UnraisableHookArgs');
  }
  const [, value, , message, object] = (info as Tuple).v as [Obj, Obj, Obj, Obj, Obj];
  if (!isException(value)) return none();
  const said = message !== None && isStr(message) ? message.v : null;
  return yield* toStderr(yield* unraisableText(value, said, object === None ? null : object));
}

/** The program's own sys.unraisablehook (borrowed), or null. */
function changedUnraisableHook(): Obj | null {
  const hook = current.sys === null ? undefined : moduleGet(current.sys, 'unraisablehook');
  return hook === undefined || hook === None || hook === originalHook ? null : hook;
}
let originalHook: Obj | null = null;

/** CPython 3.12: Python/errors.c make_unraisable_hook_args, _PyErr_WriteUnraisableMsg */
function* callUnraisableHook(exc: Exc, message: string | null, object: Obj | null): Gen<boolean | null> {
  const hook = changedUnraisableHook();
  if (hook === null) return false;
  const args = newStructSeq(recordTypes().unraisable, [
    ref(exc.type.self),
    ref(exc),
    ref(exc.v.traceback ?? None),
    message === null ? none() : s(message),
    ref(object ?? None),
  ]);
  hook.rc++;
  const r = yield* callG(hook, [args]);
  decref(hook);
  decref(args);
  if (r === null) return null;
  decref(r);
  return true;
}

/** Calls what PYTHONBREAKPOINT names; pdb.set_trace by default. CPython 3.12: sys_breakpointhook */
function* breakpointhook(_self: Obj, args: Obj[], kwargs: [Str, Obj][]): Gen {
  const named = system().environ.get('PYTHONBREAKPOINT') || 'pdb.set_trace';
  if (named === '0') return none();
  const dot = named.lastIndexOf('.');
  let hook: Obj | null = null;
  if (dot !== 0) {
    const module = yield* runningHooks.importModuleG(dot < 0 ? 'builtins' : named.slice(0, dot));
    if (module === null && !clearIf(PyExc.ImportError)) return null;
    if (module !== null) {
      hook = getAttr(module, id(named.slice(dot + 1)));
      if (hook === null) hook = yield* settle();
      decref(module);
      if (hook === null && !clearIf(PyExc.AttributeError)) return null;
    }
  }
  if (hook === null) {
    const r = runningHooks.warn('RuntimeWarning', `Ignoring unimportable $PYTHONBREAKPOINT: "${named}"`);
    return r === null ? yield* settle() : r;
  }
  const values = [...args, ...kwargs.map(([, v]) => v)];
  let r = objectCall(hook, values, kwargs.length === 0 ? null : kwargs.map(([k]) => k));
  if (r === null) r = yield* settle();
  decref(hook);
  return r;
}

/** CPython 3.12: Python/sysmodule.c sys_set_asyncgen_hooks */
function setAsyncgenHooks(_m: Obj, firstiter: Obj | undefined, finalizer: Obj | undefined): Res {
  const rows = [
    ['finalizer', finalizer],
    ['firstiter', firstiter],
  ] as const;
  for (const [key, value] of rows) {
    if (value !== undefined && value !== None && value.type.tp_call === null)
      return typeError(`callable ${key} expected, got ${value.type.name}`);
  }
  for (const [key, value] of rows) {
    if (value === undefined) continue;
    const old = asyncHooks[key];
    asyncHooks[key] = value === None ? null : value;
    if (value !== None) value.rc++;
    if (old !== null) decref(old);
  }
  return none();
}

/** CPython 3.12: Python/sysmodule.c sys_set_coroutine_origin_tracking_depth_impl */
function* setOriginTracking(_m: Obj, depth: Obj): Gen {
  const i = yield* indexG(depth);
  if (i === null) return null;
  const n = Number(i.v);
  decref(i);
  if (n < 0) return raise(PyExc.ValueError, 'depth must be >= 0');
  originTracking.depth = n;
  return none();
}

const functions: FunctionRow[] = [
  ...tracingFunctions,
  ['_clear_type_cache', '()', () => none(), 'Clear the internal type lookup cache.'],
  [
    '_current_frames',
    '()',
    currentFrames,
    "Return a dict mapping each thread's thread id to its current stack frame.",
  ],
  [
    '_current_exceptions',
    '()',
    () => {
      const d = newDict();
      const key = newInt(threadIdent());
      setItemFast(d.v, key, handledException() ?? None);
      decref(key);
      return d;
    },
    "Return a dict mapping each thread's identifier to its current raised exception.",
  ],
  [
    '_debugmallocstats',
    '()',
    () => none(),
    'Print debug info to stderr about the state of pymalloc and structmalloc.',
  ],
  ['_getframe', '(depth=0, /)', getframe, 'Return a frame object from the call stack.'],
  [
    '_getframemodulename',
    '(depth=0)',
    getframemodulename,
    'Return the name of the module for a calling frame.',
  ],
  [
    'activate_stack_trampoline',
    '(backend, /)',
    (_m: Obj, backend: Obj) =>
      isStr(backend)
        ? raise(PyExc.ValueError, 'perf trampoline not available')
        : typeError(`activate_stack_trampoline() argument must be str, not ${backend.type.name}`),
  ],
  ['addaudithook', '(hook)', addaudithook, 'Adds a new audit hook callback.'],
  [
    'audit',
    '!($module, *args)',
    audit,
    'audit(event, *args)\n\nPasses the event to any hooks that are attached.',
  ],
  [
    'breakpointhook',
    '!($module, *args, **kwargs)',
    breakpointhook,
    'breakpointhook(*args, **kws)\n\nThis hook function is called by built-in breakpoint().\n',
  ],
  ['deactivate_stack_trampoline', '()', () => none()],
  ['displayhook', '(object, /)', displayhook, 'Print an object to sys.stdout and also save it in builtins._'],
  [
    'exc_info',
    '()',
    excInfo,
    'Return current exception information: (type, value, traceback).\n\nReturn information about the most recent exception caught by an except\nclause in the current stack frame or in an older stack frame.',
  ],
  [
    'excepthook',
    '(exctype, value, traceback, /)',
    excepthook,
    'Handle an exception by displaying it with a traceback on sys.stderr.',
  ],
  [
    'exception',
    '()',
    () => {
      const exc = handledException() ?? None;
      exc.rc++;
      return exc;
    },
    'Return the current exception.\n\nReturn the most recent exception caught by an except clause\nin the current stack frame or in an older stack frame, or None\nif no such clause exists.',
  ],
  [
    'exit',
    '(status=None, /)',
    exit,
    'Exit the interpreter by raising SystemExit(status).\n\nIf the status is omitted or None, it defaults to zero (i.e., success).\nIf the status is an integer, it will be used as the system exit status.\nIf it is another kind of object, it will be printed and the system\nexit status will be one (i.e., failure).',
  ],
  [
    'get_asyncgen_hooks',
    '()',
    () => {
      const part = (o: Obj | null): Obj => {
        const r = o ?? None;
        r.rc++;
        return r;
      };
      return newStructSeq(recordTypes().asyncgen, [part(asyncHooks.firstiter), part(asyncHooks.finalizer)]);
    },
  ],
  ['get_coroutine_origin_tracking_depth', '()', () => newInt(originTracking.depth)],
  [
    'get_int_max_str_digits',
    '()',
    () => newInt(intLimits.maxStrDigits),
    'Return the maximum string digits limit for non-binary int<->str conversions.',
  ],
  [
    'getallocatedblocks',
    '()',
    () => newInt(trackedObjects().length),
    'Return the number of memory blocks currently allocated.',
  ],
  [
    'getdefaultencoding',
    '()',
    () => s('utf-8'),
    'Return the current default encoding used by the Unicode implementation.',
  ],
  [
    'getfilesystemencodeerrors',
    '()',
    () => s('surrogateescape'),
    'Return the error mode used for Unicode to filename conversion.',
  ],
  [
    'getfilesystemencoding',
    '()',
    () => s('utf-8'),
    'Return the encoding used to convert Unicode filenames to OS filenames.',
  ],
  [
    'getdlopenflags',
    '()',
    () => newInt(dlopen.flags),
    'Return the current value of the flags that are used for dlopen calls.',
  ],
  [
    'getrecursionlimit',
    '()',
    () => newInt(recursion.limit),
    'Return the current value of the recursion limit.\n\nThe recursion limit is the maximum depth of the Python interpreter\nstack.  This limit prevents infinite recursion from causing an overflow\nof the C stack and crashing Python.',
  ],
  [
    'getrefcount',
    '(object, /)',
    getrefcount,
    'Return the reference count of object.\n\nThe count returned is generally one higher than you might expect,\nbecause it includes the (temporary) reference as an argument to\ngetrefcount().',
  ],
  [
    'getsizeof',
    '!($module, object, default=<unrepresentable>)',
    getsizeof,
    'getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.',
  ],
  [
    'getswitchinterval',
    '()',
    () => newFloat(switching.interval),
    'Return the current thread switch interval.',
  ],
  ['getunicodeinternedsize', '(*, _only_immortal=False)', () => newInt(0)],
  [
    'intern',
    '(string, /)',
    internStr,
    "``Intern'' the given string.\n\nThis enters the string in the (global) table of interned strings whose\npurpose is to speed up dictionary lookups. Return the string itself or\nthe previously interned string object with the same value.",
  ],
  ['is_finalizing', '()', () => newBool(finalizing.now), 'Return True if Python is exiting.'],
  ['is_stack_trampoline_active', '()', () => newBool(false)],
  [
    'set_asyncgen_hooks',
    '!($module, firstiter=<unrepresentable>, finalizer=<unrepresentable>)',
    setAsyncgenHooks,
    'set_asyncgen_hooks(* [, firstiter] [, finalizer])\n\nSet a finalizer for async generators objects.',
  ],
  [
    'set_coroutine_origin_tracking_depth',
    '(depth)',
    setOriginTracking,
    "Enable or disable origin tracking for coroutine objects in this thread.\n\nCoroutine objects will track 'depth' frames of traceback information\nabout where they came from, available in their cr_origin attribute.\n\nSet a depth of 0 to disable.",
  ],
  [
    'set_int_max_str_digits',
    '(maxdigits)',
    setIntMaxStrDigits,
    'Set the maximum string digits limit for non-binary int<->str conversions.',
  ],
  ['setdlopenflags', '(flags, /)', setdlopenflags, 'Set the flags used by the interpreter for dlopen calls.'],
  [
    'setrecursionlimit',
    '(limit, /)',
    setrecursionlimit,
    'Set the maximum depth of the Python interpreter stack to n.\n\nThis limit prevents infinite recursion from causing an overflow of the C\nstack and crashing Python.  The highest possible limit is platform-\ndependent.',
  ],
  [
    'setswitchinterval',
    '(interval, /)',
    setswitchinterval,
    'Set the ideal thread switching delay inside the Python interpreter.\n\nThe actual frequency of switching threads can be lower if the\ninterpreter executes long sequences of uninterruptible code\n(this is implementation-specific and workload-dependent).\n\nThe parameter must represent the desired switching delay in seconds\nA typical value is 0.005 (5 milliseconds).',
  ],
  ['unraisablehook', '(unraisable, /)', unraisablehook, 'Handle an unraisable exception.'],
];

const DOC =
  'This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.';

// --- audit hooks ------------------------------------------------------------------------------------------

/** What sys.addaudithook was given (owned). Only sys.audit raises events: the interpreter itself raises none. */
let auditHooks: Obj[] = [];
holdsOutside(
  () => auditHooks,
  () => {
    auditHooks = [];
  },
);

/** CPython 3.12: Python/sysmodule.c sys_audit_tstate. Hooks are not traced. */
function* audit(_m: Obj, given: Obj[]): Gen {
  const [event, ...args] = given;
  if (event === undefined) return typeError("audit() missing 1 required positional argument: 'event'");
  if (!isStr(event)) return typeError(`expected str for argument 'event', not ${event.type.name}`);
  if (auditHooks.length === 0) return none();
  const tuple = newTuple(args.map((a) => ref(a)));
  const { thread } = currentThread;
  for (const hook of [...auditHooks]) {
    thread.tracing++;
    const r = yield* callG(hook, [event, tuple]);
    thread.tracing--;
    if (r === null) {
      decref(tuple);
      return null;
    }
    decref(r);
  }
  decref(tuple);
  return none();
}

/** The hooks that are there may refuse another. CPython 3.12: sys_addaudithook_impl */
function* addaudithook(m: Obj, hook: Obj): Gen {
  const r = yield* audit(m, [id('sys.addaudithook')]);
  if (r === null) return clearIf(PyExc.Exception) ? none() : null;
  decref(r);
  auditHooks.push(ref(hook));
  return none();
}

const dlopen = { flags: 2 };

function* setdlopenflags(_m: Obj, flags: Obj): Gen {
  const i = yield* indexG(flags);
  if (i === null) return null;
  dlopen.flags = Number(i.v);
  decref(i);
  return none();
}

/** The program is at its end: sys.is_finalizing() says so. */
export const finalizing = { now: false };

function currentFrames(): Obj {
  const d = newDict();
  const f = currentFrame();
  if (f === null) return d;
  const key = newInt(threadIdent());
  const frame = frameObject(f);
  setItemFast(d.v, key, frame);
  decref(key);
  decref(frame);
  return d;
}

export const sysModule = defineModule('sys', DOC, {
  functions,
  values: {
    _base_executable: () => s(EXECUTABLE),
    _framework: () => s(''),
    _git: () => newTuple([s('CPython'), s(''), s('')]),
    _home: none,
    _stdlib_dir: () => s(`${PREFIX}/lib/python3.12`),
    _xoptions: dict,
    abiflags: () => s(''),
    api_version: () => newInt(1013),
    argv: () => newList([s('')]),
    base_exec_prefix: () => s(PREFIX),
    base_prefix: () => s(PREFIX),
    builtin_module_names: () => newTuple([...inittab.keys()].sort().map(s)),
    byteorder: () => s('little'),
    copyright: () =>
      s(
        'Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.\n\nCopyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\nCopyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\nCopyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.',
      ),
    dont_write_bytecode: () => newBool(false),
    exec_prefix: () => s(PREFIX),
    executable: () => s(EXECUTABLE),
    flags,
    float_info: floatInfo,
    float_repr_style: () => s('short'),
    hash_info: hashInfo,
    hexversion: () => newInt(HEXVERSION),
    implementation,
    int_info: () => newStructSeq(recordTypes().int, [newInt(30), newInt(4), newInt(4300), newInt(640)]),
    maxsize: () => newIntBig((1n << 63n) - 1n),
    maxunicode: () => newInt(0x10ffff),
    meta_path: () => newList([]),
    modules: dict,
    orig_argv: () => newList([s('python3.12')]),
    path: () => newList([]),
    path_hooks: () => newList([]),
    path_importer_cache: dict,
    platform: () => s('linux'),
    platlibdir: () => s('lib'),
    prefix: () => s(PREFIX),
    pycache_prefix: none,
    stdlib_module_names: moduleNames,
    thread_info: () => newStructSeq(recordTypes().thread, [s('pthread'), s('semaphore'), s('NPTL 2.36')]),
    version: () => s(VERSION),
    version_info: versionInfo,
    monitoring: () => monitoringModule(),
    warnoptions: () => newList([]),
    stdin: none,
    stdout: none,
    stderr: none,
    __stdin__: none,
    __stdout__: none,
    __stderr__: none,
  },
  init: (m: Module) => {
    current.sys = m;
    finalizing.now = false;
    switching.interval = 0.005;
    intLimits.maxStrDigits = 4300;
    originTracking.depth = 0;
    dlopen.flags = 2;
    originalHook = moduleGet(m, 'unraisablehook')!;
    unraisable.hook = callUnraisableHook;
    unraisable.changed = changedUnraisableHook;
    for (const name of ['breakpointhook', 'displayhook', 'excepthook', 'unraisablehook']) {
      const f = moduleGet(m, name)!;
      f.rc++;
      moduleAdd(m, `__${name}__`, f);
    }
  },
});
