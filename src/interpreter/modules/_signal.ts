// _signal: handlers, masks, alarms and timers.
//
// Numbers and texts are Linux's. Timers that count the program's own computing time (ITIMER_VIRTUAL, ITIMER_PROF) run
// on the same clock as the others: nothing else runs here.
//
// Answers to CPython 3.12: Modules/signalmodule.c.
// Absent: pidfd_send_signal (there are no other processes).

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { iterateG } from '../objects/abstract.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { PyExc, raise, raiseArgs, raiseBare, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { isInt, newInt } from '../objects/longcore.ts';
import { defineModule, type Module, moduleAdd, moduleGet } from '../objects/moduleobject.ts';
import { newTuple } from '../objects/seqcore.ts';
import { newSet } from '../objects/setcore.ts';
import { setAddG } from '../objects/setobject.ts';
import { None, none } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { EINVAL, ESRCH, strerror } from '../runtime/errnotable.ts';
import { raiseErrno } from '../runtime/oserror.ts';
import {
  actionOf,
  blockedSignals,
  checkSignalsG,
  handlesSignals,
  NSIG,
  pauseG,
  pendingSignals,
  sendG,
  setAction,
  setBlockedG,
  setWakeupFd,
  sigwaitG,
  tripFromOutside,
  UNSTOPPABLE,
} from '../runtime/signals.ts';
import { system } from '../runtime/system.ts';
import { scheduling } from '../runtime/threads.ts';
import { O_NONBLOCK } from '../runtime/vfs.ts';
import { newExceptionClass } from './newexception.ts';
import { intG } from './posix_path.ts';

// Name, number, text: the first name of a number is the one that signal.Signals shows.
const SIGNALS: readonly (readonly [name: string, number: number, text: string])[] = [
  ['SIGHUP', 1, 'Hangup'],
  ['SIGINT', 2, 'Interrupt'],
  ['SIGQUIT', 3, 'Quit'],
  ['SIGILL', 4, 'Illegal instruction'],
  ['SIGTRAP', 5, 'Trace/breakpoint trap'],
  ['SIGIOT', 6, 'Aborted'],
  ['SIGABRT', 6, 'Aborted'],
  ['SIGFPE', 8, 'Floating point exception'],
  ['SIGKILL', 9, 'Killed'],
  ['SIGBUS', 7, 'Bus error'],
  ['SIGSEGV', 11, 'Segmentation fault'],
  ['SIGSYS', 31, 'Bad system call'],
  ['SIGPIPE', 13, 'Broken pipe'],
  ['SIGALRM', 14, 'Alarm clock'],
  ['SIGTERM', 15, 'Terminated'],
  ['SIGUSR1', 10, 'User defined signal 1'],
  ['SIGUSR2', 12, 'User defined signal 2'],
  ['SIGCLD', 17, 'Child exited'],
  ['SIGCHLD', 17, 'Child exited'],
  ['SIGPWR', 30, 'Power failure'],
  ['SIGIO', 29, 'I/O possible'],
  ['SIGURG', 23, 'Urgent I/O condition'],
  ['SIGWINCH', 28, 'Window changed'],
  ['SIGPOLL', 29, 'I/O possible'],
  ['SIGSTOP', 19, 'Stopped (signal)'],
  ['SIGTSTP', 20, 'Stopped'],
  ['SIGCONT', 18, 'Continued'],
  ['SIGTTIN', 21, 'Stopped (tty input)'],
  ['SIGTTOU', 22, 'Stopped (tty output)'],
  ['SIGVTALRM', 26, 'Virtual timer expired'],
  ['SIGPROF', 27, 'Profiling timer expired'],
  ['SIGXCPU', 24, 'CPU time limit exceeded'],
  ['SIGXFSZ', 25, 'File size limit exceeded'],
  ['SIGRTMIN', 34, 'Real-time signal 0'],
  ['SIGRTMAX', 64, 'Real-time signal 30'],
  ['SIGSTKFLT', 16, 'Stack fault'],
];
const texts = new Map(SIGNALS.map(([, number, text]) => [number, text]));

const SIG_DFL = 0;
const SIG_IGN = 1;
const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SIG_SETMASK = 2;

/** The module of the running program, for its ItimerError and default_int_handler. */
let running: Module | null = null;

function* signalG(o: Obj): Gen<number | null> {
  const n = yield* intG(o, 0);
  if (n === null) return null;
  return n < 1 || n >= NSIG ? raise(PyExc.ValueError, 'signal number out of range') : n;
}

/** What a Python program knows an action as (new reference). */
function shownAction(signal: number): Obj {
  const action = actionOf(signal);
  if (action === 'default') return newInt(SIG_DFL);
  if (action === 'ignore') return newInt(SIG_IGN);
  const o = action === 'interrupt' ? moduleGet(running!, 'default_int_handler')! : action;
  o.rc++;
  return o;
}

/** CPython 3.12: Modules/signalmodule.c signal_signal_impl */
function* signal(_m: Obj, signalnum: Obj, handler: Obj): Gen {
  const n = yield* intG(signalnum, 0);
  if (n === null) return null;
  if (!handlesSignals()) {
    return raise(PyExc.ValueError, 'signal only works in main thread of the main interpreter');
  }
  if (n < 1 || n >= NSIG) return raise(PyExc.ValueError, 'signal number out of range');
  const plain = isInt(handler) && handler.type.name === 'int' ? Number(handler.v) : -1;
  const callable = handler.type.tp_call !== null;
  if (!callable && plain !== SIG_DFL && plain !== SIG_IGN) {
    return typeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
  }
  const due = yield* checkSignalsG();
  if (due === null) return null;
  decref(due);
  // 32 and 33 belong to the C library.
  if (UNSTOPPABLE.has(n) || n === 32 || n === 33) return raiseErrno(EINVAL);
  const old = shownAction(n);
  if (callable) handler.rc++;
  setAction(n, callable ? handler : plain === SIG_IGN ? 'ignore' : 'default');
  return old;
}

function* getsignal(_m: Obj, signalnum: Obj): Gen {
  const n = yield* signalG(signalnum);
  if (n === null) return null;
  return n === 32 || n === 33 ? none() : shownAction(n);
}

function* strsignal(_m: Obj, signalnum: Obj): Gen {
  const n = yield* signalG(signalnum);
  if (n === null) return null;
  const text = texts.get(n) ?? (n > 34 && n < 64 ? `Real-time signal ${n - 34}` : null);
  return text === null ? none() : newStr(text);
}

function* raise_signal(_m: Obj, signalnum: Obj): Gen {
  const n = yield* intG(signalnum, 0);
  return n === null ? null : yield* sendG(n);
}

function* pthread_kill(_m: Obj, thread: Obj, signalnum: Obj): Gen {
  if (!isInt(thread)) return typeError(`an integer is required (got type ${thread.type.name})`);
  const n = yield* intG(signalnum, 0);
  if (n === null) return null;
  const ident = Number(thread.v);
  if (!scheduling.scheduler!.threads.some((t) => t.ident === ident)) return raiseErrno(ESRCH);
  return yield* sendG(n);
}

function* siginterrupt(_m: Obj, signalnum: Obj, flag: Obj): Gen {
  const n = yield* signalG(signalnum);
  if (n === null || (yield* intG(flag, 0)) === null) return null;
  return UNSTOPPABLE.has(n) ? raiseErrno(EINVAL) : none();
}

function* set_wakeup_fd(_m: Obj, fdArg: Obj): Gen {
  const fd = yield* intG(fdArg, 0);
  if (fd === null) return null;
  if (!handlesSignals()) {
    return raise(PyExc.ValueError, 'set_wakeup_fd only works in main thread of the main interpreter');
  }
  if (fd !== -1) {
    const { vfs } = system();
    const st = vfs.fstat(fd);
    if (typeof st === 'number') return raiseErrno(st);
    if ((vfs.openFile(fd)!.flags & O_NONBLOCK) === 0) {
      return raise(PyExc.ValueError, `the fd ${fd} must be in non-blocking mode`);
    }
  }
  return newInt(setWakeupFd(fd));
}

// --- sets of signals -----------------------------------------------------------------------------------

function* setOf(signals: Iterable<number>): Gen {
  const s = newSet();
  for (const n of [...signals].sort((a, b) => a - b)) {
    const o = newInt(n);
    yield* setAddG(s, o);
    decref(o);
  }
  return s;
}

/** CPython 3.12: Modules/posixmodule.c _Py_Sigset_Converter */
function* signalsOf(o: Obj): Gen<Set<number> | null> {
  const items = yield* iterateG(o);
  if (items === null) return null;
  const out = new Set<number>();
  let ok = true;
  for (const item of items) {
    if (ok) {
      const n = isInt(item) ? Number(item.v) : yield* intG(item, 0);
      if (n === null) ok = false;
      else if (n < 1 || n >= NSIG) {
        raise(PyExc.ValueError, `signal number ${n} out of range [1; ${NSIG - 1}]`);
        ok = false;
      } else out.add(n);
    }
    decref(item);
  }
  return ok ? out : null;
}

function* pthread_sigmask(_m: Obj, howArg: Obj, mask: Obj): Gen {
  const how = yield* intG(howArg, 0);
  const given = how === null ? null : yield* signalsOf(mask);
  if (how === null || given === null) return null;
  const before = blockedSignals();
  let after: Set<number>;
  if (how === SIG_BLOCK) after = new Set([...before, ...given]);
  else if (how === SIG_UNBLOCK) after = new Set([...before].filter((n) => !given.has(n)));
  else if (how === SIG_SETMASK) after = given;
  else return raiseErrno(EINVAL);
  const previous = yield* setOf(before);
  const r = yield* setBlockedG(new Set([...after].filter((n) => !UNSTOPPABLE.has(n))));
  if (r === null) {
    decref(previous!);
    return null;
  }
  decref(r);
  return previous;
}

function validSignals(): number[] {
  return Array.from({ length: NSIG - 1 }, (_, i) => i + 1).filter((n) => n !== 32 && n !== 33);
}

let siginfo: PyType | null = null;
function siginfoType(): PyType {
  siginfo ??= newStructSeqType(
    'signal.struct_siginfo',
    'struct_siginfo: Result from sigwaitinfo or sigtimedwait.\n\nThis object may be accessed either as a tuple of\n(si_signo, si_code, si_errno, si_pid, si_uid, si_status, si_band),\nor via the attributes si_signo, si_code, and so on.',
    [
      ['si_signo', 'signal number'],
      ['si_code', 'signal code'],
      ['si_errno', 'errno associated with this signal'],
      ['si_pid', 'sending process ID'],
      ['si_uid', 'real user ID of sending process'],
      ['si_status', 'exit value or signal'],
      ['si_band', 'band event for SIGPOLL'],
    ],
  );
  return siginfo;
}

function* sigwait(_m: Obj, sigset: Obj): Gen {
  const signals = yield* signalsOf(sigset);
  return signals === null ? null : yield* sigwaitG(signals, null);
}

function* waitinfo(signals: ReadonlySet<number>, timeout: number | null): Gen {
  const r = yield* sigwaitG(signals, timeout);
  if (r === null || r === None) return r;
  const pid = system().pid;
  return newStructSeq(siginfoType(), [
    r,
    newInt(0),
    newInt(0),
    newInt(pid),
    newInt(1000),
    newInt(0),
    newInt(0),
  ]);
}

function* sigwaitinfo(_m: Obj, sigset: Obj): Gen {
  const signals = yield* signalsOf(sigset);
  return signals === null ? null : yield* waitinfo(signals, null);
}

function* sigtimedwait(_m: Obj, sigset: Obj, timeoutArg: Obj): Gen {
  const signals = yield* signalsOf(sigset);
  const timeout = signals === null ? null : yield* asDoubleG(timeoutArg);
  if (signals === null || timeout === null) return null;
  if (timeout < 0) return raise(PyExc.ValueError, 'timeout must be non-negative');
  return yield* waitinfo(signals, timeout);
}

// --- timers --------------------------------------------------------------------------------------------

const SIGALRM = 14;
/** The signals of ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF. */
const TIMER_SIGNALS = [SIGALRM, 26, 27];

interface Timer {
  /** When it goes off, on the scheduler's clock. */
  at: number;
  interval: number;
  forget: () => void;
}
let timers: (Timer | null)[] = [null, null, null];

function startTimer(which: number, seconds: number, interval: number): void {
  timers[which]?.forget();
  timers[which] = null;
  if (seconds <= 0) return;
  const scheduler = scheduling.scheduler!;
  timers[which] = {
    at: scheduler.now() + seconds,
    interval,
    forget: scheduler.callAfter(seconds, () => {
      timers[which] = null;
      startTimer(which, interval, interval);
      tripFromOutside(TIMER_SIGNALS[which]!);
    }),
  };
}

function leftOf(which: number): number {
  const timer = timers[which];
  return timer == null ? 0 : Math.max(1e-6, timer.at - scheduling.scheduler!.now());
}

const micros = (seconds: number): number => Math.max(0, Math.ceil(seconds * 1e6 - 1e-4)) / 1e6;

function timerValues(which: number): Obj {
  const interval = timers[which]?.interval ?? 0;
  return newTuple([newFloat(micros(leftOf(which))), newFloat(interval)]);
}

function itimerError(): null {
  const cls = moduleGet(running!, 'ItimerError') as Obj<PyType>;
  return raiseArgs(cls.v, [newInt(EINVAL), newStr(strerror(EINVAL))]);
}

function* alarm(_m: Obj, secondsArg: Obj): Gen {
  const seconds = yield* intG(secondsArg, 0);
  if (seconds === null) return null;
  const left = Math.ceil(leftOf(0));
  startTimer(0, seconds, 0);
  return newInt(left);
}

function* setitimer(_m: Obj, whichArg: Obj, secondsArg: Obj, intervalArg: Obj | undefined): Gen {
  const which = yield* intG(whichArg, 0);
  const seconds = which === null ? null : yield* asDoubleG(secondsArg);
  const interval = seconds === null ? null : intervalArg === undefined ? 0 : yield* asDoubleG(intervalArg);
  if (which === null || seconds === null || interval === null) return null;
  if (which < 0 || which > 2 || seconds < 0 || interval < 0) return itimerError();
  const old = timerValues(which);
  startTimer(which, micros(seconds), micros(interval));
  return old;
}

function* getitimer(_m: Obj, whichArg: Obj): Gen {
  const which = yield* intG(whichArg, 0);
  if (which === null) return null;
  return which < 0 || which > 2 ? itimerError() : timerValues(which);
}

/** The frame is where the program was interrupted. */
function* default_int_handler(_m: Obj, signalnum: Obj, _frame: Obj): Gen<Res> {
  return (yield* intG(signalnum, 0)) === null ? null : raiseBare(PyExc.KeyboardInterrupt);
}

export const signalModule = defineModule(
  '_signal',
  'This module provides mechanisms to use signal handlers in Python.\n\nFunctions:\n\nalarm() -- cause SIGALRM after a specified time [Unix only]\nsetitimer() -- cause a signal (described below) after a specified\n               float time and the timer may restart then [Unix only]\ngetitimer() -- get current value of timer [Unix only]\nsignal() -- set the action for a given signal\ngetsignal() -- get the signal action for a given signal\npause() -- wait until a signal arrives [Unix only]\ndefault_int_handler() -- default SIGINT handler\n\nsignal constants:\nSIG_DFL -- used to refer to the system default handler\nSIG_IGN -- used to ignore the signal\nNSIG -- number of defined signals\nSIGINT, SIGTERM, etc. -- signal numbers\n\nitimer constants:\nITIMER_REAL -- decrements in real time, and delivers SIGALRM upon\n               expiration\nITIMER_VIRTUAL -- decrements only when the process is executing,\n               and delivers SIGVTALRM upon expiration\nITIMER_PROF -- decrements both when the process is executing and\n               when the system is executing on behalf of the process.\n               Coupled with ITIMER_VIRTUAL, this timer is usually\n               used to profile the time spent by the application\n               in user and kernel space. SIGPROF is delivered upon\n               expiration.\n\n\n*** IMPORTANT NOTICE ***\nA signal handler function is called with two arguments:\nthe first is the signal number, the second is the interrupted stack frame.',
  {
    functions: [
      [
        'default_int_handler',
        '($module, signalnum, frame, /)',
        default_int_handler,
        'The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.',
      ],
      [
        'alarm',
        '($module, seconds, /)',
        alarm,
        'Arrange for SIGALRM to arrive after the given number of seconds.',
      ],
      [
        'setitimer',
        '($module, which, seconds, interval=0.0, /)',
        setitimer,
        'Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).\n\nThe timer will fire after value seconds and after that every interval seconds.\nThe itimer can be cleared by setting seconds to zero.\n\nReturns old values as a tuple: (delay, interval).',
      ],
      ['getitimer', '($module, which, /)', getitimer, 'Returns current value of given itimer.'],
      [
        'signal',
        '($module, signalnum, handler, /)',
        signal,
        'Set the action for the given signal.\n\nThe action can be SIG_DFL, SIG_IGN, or a callable Python object.\nThe previous action is returned.  See getsignal() for possible return values.\n\n*** IMPORTANT NOTICE ***\nA signal handler function is called with two arguments:\nthe first is the signal number, the second is the interrupted stack frame.',
      ],
      ['raise_signal', '($module, signalnum, /)', raise_signal, 'Send a signal to the executing process.'],
      [
        'strsignal',
        '($module, signalnum, /)',
        strsignal,
        'Return the system description of the given signal.\n\nReturns the description of signal *signalnum*, such as "Interrupt"\nfor :const:`SIGINT`. Returns :const:`None` if *signalnum* has no\ndescription. Raises :exc:`ValueError` if *signalnum* is invalid.',
      ],
      [
        'getsignal',
        '($module, signalnum, /)',
        getsignal,
        'Return the current action for the given signal.\n\nThe return value can be:\n  SIG_IGN -- if the signal is being ignored\n  SIG_DFL -- if the default action for the signal is in effect\n  None    -- if an unknown handler is in effect\n  anything else -- the callable Python object used as a handler',
      ],
      [
        'set_wakeup_fd',
        '(fd, /, *, warn_on_full_buffer=True)',
        set_wakeup_fd,
        'set_wakeup_fd(fd, *, warn_on_full_buffer=True) -> fd\n\nSets the fd to be written to (with the signal number) when a signal\ncomes in.  A library can use this to wakeup select or poll.\nThe previous fd or -1 is returned.\n\nThe fd must be non-blocking.',
      ],
      [
        'siginterrupt',
        '($module, signalnum, flag, /)',
        siginterrupt,
        'Change system call restart behaviour.\n\nIf flag is False, system calls will be restarted when interrupted by\nsignal sig, else system calls will be interrupted.',
      ],
      ['pause', '($module, /)', () => suspend(pauseG(), []), 'Wait until a signal arrives.'],
      ['pthread_kill', '($module, thread_id, signalnum, /)', pthread_kill, 'Send a signal to a thread.'],
      [
        'pthread_sigmask',
        '($module, how, mask, /)',
        pthread_sigmask,
        'Fetch and/or change the signal mask of the calling thread.',
      ],
      [
        'sigpending',
        '($module, /)',
        function* () {
          return yield* setOf(pendingSignals());
        },
        'Examine pending signals.\n\nReturns a set of signal numbers that are pending for delivery to\nthe calling thread.',
      ],
      [
        'sigwait',
        '($module, sigset, /)',
        sigwait,
        'Wait for a signal.\n\nSuspend execution of the calling thread until the delivery of one of the\nsignals specified in the signal set sigset.  The function accepts the signal\nand returns the signal number.',
      ],
      [
        'sigwaitinfo',
        '($module, sigset, /)',
        sigwaitinfo,
        'Wait synchronously until one of the signals in *sigset* is delivered.\n\nReturns a struct_siginfo containing information about the signal.',
      ],
      [
        'sigtimedwait',
        '($module, sigset, timeout, /)',
        sigtimedwait,
        'Like sigwaitinfo(), but with a timeout.\n\nThe timeout is specified in seconds, with floating-point numbers allowed.',
      ],
      [
        'valid_signals',
        '($module, /)',
        function* () {
          return yield* setOf(validSignals());
        },
        'Return a set of valid signal numbers on this platform.\n\nThe signal numbers returned by this function can be safely passed to\nfunctions like `pthread_sigmask`.',
      ],
    ],
    init: (m) => {
      running = m;
      timers = [null, null, null];
      const number = (name: string, n: number): void => moduleAdd(m, name, newInt(n));
      number('NSIG', NSIG);
      number('SIG_DFL', SIG_DFL);
      number('SIG_IGN', SIG_IGN);
      number('SIG_BLOCK', SIG_BLOCK);
      number('SIG_UNBLOCK', SIG_UNBLOCK);
      number('SIG_SETMASK', SIG_SETMASK);
      for (const [name, n] of SIGNALS) number(name, n);
      number('ITIMER_REAL', 0);
      number('ITIMER_VIRTUAL', 1);
      number('ITIMER_PROF', 2);
      moduleAdd(m, 'ItimerError', newExceptionClass('signal.itimer_error', PyExc.OSError));
      const info: Obj = siginfoType().self;
      info.rc++;
      moduleAdd(m, 'struct_siginfo', info);
    },
  },
);
