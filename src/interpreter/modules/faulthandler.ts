// faulthandler: the stacks of threads, written straight to a descriptor.
//
// A program here cannot crash as C code does, so enable() has nothing to wait for but is remembered; what is asked for
// explicitly (now, after a while, at a signal) is written.
//
// Answers to CPython 3.12: Modules/faulthandler.c, Python/traceback.c (dump_traceback).
// Absent: the functions that crash on purpose (_sigsegv and others).

import { holdsOutside } from '../memory/holders.ts';
import { decref, type Obj, type Res, xdecref } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { newBool } from '../objects/longcore.ts';
import { defineModule, moduleGet } from '../objects/moduleobject.ts';
import { callG, lookupAttrG, truthG } from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { NSIG, setListener } from '../runtime/signals.ts';
import { exitHook, system } from '../runtime/system.ts';
import { scheduling } from '../runtime/threads.ts';
import { frameLine } from '../vm/frameobject.ts';
import { current as running, type Thread } from '../vm/thread.ts';
import { intG } from './posix_path.ts';
import { fileDescriptorG } from './select.ts';
import { current } from './vmhooks.ts';

/** Frames of a thread that are shown at most, and characters of a text. */
const MAX_FRAMES = 100;
const MAX_TEXT = 500;

let enabled = false;
let forgetLater: (() => void) | null = null;
/** Files that are written to later, by signal (0: dump_traceback_later) (owned). */
const files = new Map<number, Obj>();

function forget(): void {
  enabled = false;
  forgetLater = null;
  files.clear();
}
holdsOutside(() => files.values(), forget);

function stackOf(thread: Thread, title: string): string {
  let text = `${title} 0x${thread.ident.toString(16).padStart(16, '0')} (most recent call first):\n`;
  let shown = 0;
  const escape = (s: string): string =>
    (s.length > MAX_TEXT ? `${s.slice(0, MAX_TEXT)}...` : s).replace(/[^ -~]/gu, (c) => {
      const n = c.codePointAt(0)!;
      return n < 256
        ? `\\x${n.toString(16).padStart(2, '0')}`
        : n < 65536
          ? `\\u${n.toString(16).padStart(4, '0')}`
          : `\\U${n.toString(16).padStart(8, '0')}`;
    });
  for (let f = thread.top; f !== null; f = f.back) {
    if (f.native) continue;
    if (shown++ === MAX_FRAMES) {
      text += '  ...\n';
      break;
    }
    const { filename, name } = f.code.v;
    text += `  File "${escape(filename)}", line ${frameLine(f)} in ${escape(name)}\n`;
  }
  return shown === 0 ? `${text}  <no Python frame>\n` : text;
}

function stacks(all: boolean): string {
  const now = running.thread;
  if (!all) return stackOf(now, 'Stack');
  const threads = [...scheduling.scheduler!.threads].reverse();
  return threads.map((t) => stackOf(t, t === now ? 'Current thread' : 'Thread')).join('\n');
}

const write = (fd: number, text: string): void => {
  system().vfs.write(fd, new TextEncoder().encode(text));
};

/** The descriptor of a file argument, sys.stderr by default, flushed. CPython 3.12: faulthandler_get_fileno */
function* fdOfG(file: Obj | undefined): Gen<{ fd: number; file: Obj | null } | null> {
  let f = file;
  if (f === undefined || f === None) {
    f = current.sys === null ? undefined : moduleGet(current.sys, 'stderr');
    if (f === undefined) return raise(PyExc.RuntimeError, 'unable to get sys.stderr');
    if (f === None) return raise(PyExc.RuntimeError, 'sys.stderr is None');
  }
  const fd = yield* fileDescriptorG(f);
  if (fd === null) return null;
  const flush = yield* lookupAttrG(f, id('flush'));
  if (flush === null) return null;
  if (flush !== undefined) {
    const r = yield* callG(flush, []);
    decref(flush);
    if (r === null) return null;
    decref(r);
  }
  return { fd, file: f };
}

function* dump_traceback(_m: Obj, file: Obj | undefined, allArg: Obj | undefined): Gen {
  const all = allArg === undefined ? 1 : yield* truthG(allArg);
  if (all < 0) return null;
  const to = yield* fdOfG(file);
  if (to === null) return null;
  write(to.fd, stacks(all === 1));
  return none();
}

function keep(key: number, file: Obj | null): void {
  const old = files.get(key);
  files.delete(key);
  if (file !== null) {
    file.rc++;
    files.set(key, file);
  }
  xdecref(old);
}

function* enable(_m: Obj, file: Obj | undefined): Gen {
  if ((yield* fdOfG(file)) === null) return null;
  enabled = true;
  return none();
}

function disable(): Res {
  const was = enabled;
  enabled = false;
  return newBool(was);
}

function cancel(): Res {
  forgetLater?.();
  forgetLater = null;
  keep(0, null);
  return none();
}

/** CPython 3.12: Modules/faulthandler.c faulthandler_dump_traceback_later_py */
function* later(
  _m: Obj,
  timeoutArg: Obj,
  repeatArg: Obj | undefined,
  file: Obj | undefined,
  exitArg: Obj | undefined,
): Gen {
  const timeout = yield* asDoubleG(timeoutArg);
  const repeat = timeout === null ? -1 : repeatArg === undefined ? 0 : yield* truthG(repeatArg);
  const exit = repeat < 0 ? -1 : exitArg === undefined ? 0 : yield* truthG(exitArg);
  if (timeout === null || exit < 0) return null;
  if (timeout <= 0) return raise(PyExc.ValueError, 'timeout must be greater than 0');
  const to = yield* fdOfG(file);
  if (to === null) return null;
  cancel();
  keep(0, to.file);
  const whole = Math.floor(timeout);
  const clock = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = `${clock[0]}:${String(clock[1]).padStart(2, '0')}:${String(clock[2]).padStart(2, '0')}`;
  const micros = Math.round((timeout - whole) * 1e6);
  const title = `Timeout (${shown}${micros > 0 ? `.${String(micros).padStart(6, '0')}` : ''})!\n`;
  const go = (): void => {
    forgetLater = scheduling.scheduler!.callAfter(timeout, () => {
      const threads = [...scheduling.scheduler!.threads].reverse();
      write(to.fd, title + threads.map((t) => stackOf(t, 'Thread')).join('\n'));
      if (exit) exitHook.exitNow(1).next(null);
      else if (repeat) go();
    });
  };
  go();
  return none();
}

function* register(
  _m: Obj,
  signalArg: Obj,
  file: Obj | undefined,
  allArg: Obj | undefined,
  chainArg: Obj | undefined,
): Gen {
  const signal = yield* intG(signalArg, 0);
  const all = signal === null ? -1 : allArg === undefined ? 1 : yield* truthG(allArg);
  const chain = all < 0 ? -1 : chainArg === undefined ? 0 : yield* truthG(chainArg);
  if (signal === null || chain < 0) return null;
  if ([7, 8, 11, 6, 4].includes(signal)) {
    return raise(PyExc.RuntimeError, `signal ${signal} cannot be registered, use enable() instead`);
  }
  if (signal < 1 || signal >= NSIG) return raise(PyExc.ValueError, 'signal number out of range');
  const to = yield* fdOfG(file);
  if (to === null) return null;
  keep(signal, to.file);
  setListener(signal, { chain: chain === 1, run: () => write(to.fd, stacks(all === 1)) });
  return none();
}

function* unregister(_m: Obj, signalArg: Obj): Gen {
  const signal = yield* intG(signalArg, 0);
  if (signal === null) return null;
  if (signal < 1 || signal >= NSIG) return raise(PyExc.ValueError, 'signal number out of range');
  const was = files.has(signal);
  keep(signal, null);
  setListener(signal, null);
  return newBool(was);
}

export const faulthandlerModule = defineModule('faulthandler', 'faulthandler module.', {
  functions: [
    ['enable', '($module, /, file=sys.stderr, all_threads=True)', enable, 'Enable the fault handler.'],
    ['disable', '($module, /)', disable, 'Disable the fault handler.'],
    ['is_enabled', '($module, /)', () => newBool(enabled), 'Check if the handler is enabled.'],
    [
      'dump_traceback',
      '($module, /, file=sys.stderr, all_threads=True)',
      dump_traceback,
      'Dump the traceback of the current thread, or of all threads if all_threads is True, into file.',
    ],
    [
      'dump_traceback_later',
      '($module, /, timeout, repeat=False, file=sys.stderr, exit=False)',
      later,
      'Dump the traceback of all threads in timeout seconds,\nor each timeout seconds if repeat is True. If exit is True, call _exit(1) which is not safe.',
    ],
    [
      'cancel_dump_traceback_later',
      '($module, /)',
      cancel,
      'Cancel the previous call to dump_traceback_later().',
    ],
    [
      'register',
      '($module, /, signum, file=sys.stderr, all_threads=True, chain=False)',
      register,
      "Register a handler for the signal 'signum': dump the traceback of the current thread, or of all threads if all_threads is True, into file.",
    ],
    [
      'unregister',
      '($module, signum, /)',
      unregister,
      "Unregister the handler of the signal 'signum' registered by register().",
    ],
  ],
});
