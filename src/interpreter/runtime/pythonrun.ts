// One run of a program, from the first line of `__main__` to the last flush: `python3.12 main.py`.
//
// It is a native of the main thread like any other, so that everything in it can wait.
//
// Answers to CPython 3.12: Modules/main.c (pymain_run_file), Python/pythonrun.c (run_mod, PyErr_PrintEx),
// Python/pylifecycle.c (Py_FinalizeEx), Python/import.c (finalize_modules).

import type { CodeObject } from '../code/codeobject.ts';
import { co_positions } from '../code/codeobject.ts';
import { collect } from '../memory/gc.ts';
import { forgetOutside } from '../memory/holders.ts';
import { decref, type Obj, tstate } from '../memory/object.ts';
import { FrameRequest, type Gen, settle } from '../memory/suspend.ts';
import { type DictObj, getStr, newDict, setStr } from '../objects/dictcore.ts';
import { clear, fetch, matches, PyExc, restore } from '../objects/errors.ts';
import { type Exc, excField } from '../objects/exceptions.ts';
import { type Int, isInt } from '../objects/longcore.ts';
import { type Module, moduleGet, newModule } from '../objects/moduleobject.ts';
import { callG, lookupAttrG, objectCall, strG, truthG } from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';
import { frameForCode } from '../vm/frame.ts';
import type { FrameV, TracebackV } from '../vm/frameobject.ts';
import { watchHook } from '../vm/watchhook.ts';
import { compileStringG } from './compile.ts';
import { runQueue, unraisable, writeUnraisable } from './finalize.ts';
import { prepareImportsG } from './importlib.ts';
import { exceptionTextG } from './traceback.ts';

export interface TracebackEntry {
  file: string;
  line: number;
  name: string;
  col: number | null;
  endLine: number | null;
  endCol: number | null;
}

export interface Outcome {
  exitCode: number;
  exception: { type: string; message: string; traceback: TracebackEntry[] } | null;
}

/** The parts of an interpreter that a run needs. */
export interface Session {
  readonly sys: Module;
  readonly modules: DictObj;
  readonly builtins: Module;
  /** Writes to the program's stderr without going through sys.stderr. */
  writeStderr(text: string): void;
  /** Called when the program has ended and its garbage is gone, before its modules are taken apart. */
  atEnd?: () => void;
}

/** `sys.stderr.write(text)`, or the host's stderr when the program has taken sys.stderr away. */
export function* printError(session: Session, text: string): Gen {
  const stderr = moduleGet(session.sys, 'stderr');
  if (stderr === undefined || stderr === None) {
    if (stderr === undefined) session.writeStderr(text);
    return none();
  }
  stderr.rc++;
  const write = yield* lookupAttrG(stderr, id('write'));
  if (write == null) {
    clear();
    decref(stderr);
    return none();
  }
  const s = newStr(text);
  const r = yield* callG(write, [s]);
  if (r === null) clear();
  else decref(r);
  decref(s);
  decref(write);
  yield* callMethod(stderr, 'flush');
  decref(stderr);
  return none();
}

function* callMethod(o: Obj, name: string): Gen<void> {
  const m = yield* lookupAttrG(o, id(name));
  if (m == null) {
    clear();
    return;
  }
  const r = yield* callG(m, []);
  if (r === null) clear();
  else decref(r);
  decref(m);
}

/** What the reader is told about an uncaught exception besides its text. */
function* describe(exc: Exc): Gen<Outcome['exception']> {
  const entries: TracebackEntry[] = [];
  for (
    let tb = exc.v.traceback as Obj<TracebackV> | null;
    tb !== null;
    tb = tb.v.next as Obj<TracebackV> | null
  ) {
    const co = ((tb.v.frame as Obj<FrameV>).v.code as Obj<CodeObject>).v;
    const p = co_positions(co)[tb.v.lasti >> 1];
    entries.push({
      file: co.filename,
      line: tb.v.lineno,
      name: co.name,
      col: p?.col_offset ?? null,
      endLine: p?.end_lineno ?? null,
      endCol: p?.end_col_offset ?? null,
    });
  }
  let message = '';
  const msg = excField(exc, 'msg');
  const lineno = excField(exc, 'lineno');
  if (lineno !== null && isInt(lineno)) {
    const num = (name: string): number | null => {
      const o = excField(exc, name);
      return o !== null && isInt(o) ? Number((o as Int).v) : null;
    };
    const file = excField(exc, 'filename');
    entries.push({
      file: file !== null && typeof file.v === 'string' ? file.v : '<string>',
      line: Number((lineno as Int).v),
      name: '',
      col: num('offset') === null ? null : num('offset')! - 1,
      endLine: num('end_lineno'),
      endCol: num('end_offset') === null ? null : num('end_offset')! - 1,
    });
    message = msg !== null && typeof msg.v === 'string' ? msg.v : '';
  } else {
    const s = yield* strG(exc);
    if (s === null) clear();
    else {
      message = s.v;
      decref(s);
    }
  }
  return { type: exc.type.name, message, traceback: entries };
}

/** What the debugger and `python -i` find afterwards. */
function rememberLast(sys: Module, exc: Exc): void {
  const values = {
    last_exc: exc,
    last_type: exc.type.self as Obj,
    last_value: exc,
    last_traceback: exc.v.traceback ?? None,
  };
  for (const [name, o] of Object.entries(values)) setStr(sys.v.dict, id(name), o);
}

/**
 * Prints the raised exception, or takes SystemExit's code (`inspect`: it is printed like any other).
 * CPython 3.12: Python/pythonrun.c _PyErr_PrintEx
 */
export function* reportException(session: Session, inspect = false): Gen<Outcome> {
  if (!inspect && matches(PyExc.SystemExit)) {
    const exc = fetch() as Exc;
    const code = excField(exc, 'code');
    let exitCode = 0;
    if (code !== null && code !== None) {
      if (isInt(code)) {
        // What does not fit a C long is -1.
        const value = BigInt(code.v);
        exitCode = Number(BigInt.asUintN(8, BigInt.asIntN(64, value) === value ? value : -1n));
      } else {
        const s = yield* strG(code);
        if (s === null) clear();
        yield* printError(session, `${s === null ? '' : s.v}\n`);
        if (s !== null) decref(s);
        exitCode = 1;
      }
    }
    decref(exc);
    return { exitCode, exception: null };
  }
  const exc = fetch() as Exc;
  const exception = yield* describe(exc);
  rememberLast(session.sys, exc);
  // A program's own sys.excepthook is asked first.
  const hook = moduleGet(session.sys, 'excepthook');
  const builtin = moduleGet(session.sys, '__excepthook__');
  if (hook === undefined) yield* printError(session, 'sys.excepthook is missing\n');
  if (hook !== undefined && hook !== builtin) {
    hook.rc++;
    const r = yield* callG(hook, [exc.type.self, exc, exc.v.traceback ?? None]);
    decref(hook);
    if (r !== null) {
      decref(r);
      decref(exc);
      return { exitCode: 1, exception };
    }
    if (!inspect && matches(PyExc.SystemExit)) {
      decref(exc);
      return yield* reportException(session);
    }
    const second = fetch() as Exc;
    let text = 'Error in sys.excepthook:\n';
    text += yield* exceptionTextG(second);
    text += '\nOriginal exception was:\n';
    text += yield* exceptionTextG(exc);
    yield* printError(session, text);
    decref(second);
    decref(exc);
    return { exitCode: 1, exception };
  }
  yield* printError(session, yield* exceptionTextG(exc));
  decref(exc);
  return { exitCode: exception?.type === 'KeyboardInterrupt' ? 130 : 1, exception };
}

/** Whether a file says that it is closed. CPython 3.12: Python/pylifecycle.c file_is_closed */
function* isClosed(f: Obj): Gen<boolean> {
  const closed = yield* lookupAttrG(f, id('closed'));
  if (closed == null) {
    clear();
    return false;
  }
  const yes = yield* truthG(closed);
  if (yes < 0) clear();
  decref(closed);
  return yes > 0;
}

/** The last flush of stdout and stderr; false if one failed. CPython 3.12: Python/pylifecycle.c flush_std_files */
function* flushAtEnd(session: Session): Gen<boolean> {
  let ok = true;
  for (const name of ['stdout', 'stderr']) {
    const f = moduleGet(session.sys, name);
    if (f === undefined || f === None) continue;
    f.rc++;
    if (!(yield* isClosed(f))) {
      const flush = yield* lookupAttrG(f, id('flush'));
      const r = flush == null ? null : yield* callG(flush, []);
      if (flush != null) decref(flush);
      if (r !== null) decref(r);
      else {
        ok = false;
        if (name === 'stdout' && tstate.exc !== null) yield* writeUnraisable(f);
        else clear();
      }
    }
    decref(f);
  }
  return ok;
}

/** Both streams, with the raised exception, if any, kept. CPython 3.12: Python/pythonrun.c flush_io */
export function* flushIo(session: Session): Gen<void> {
  const raised = fetch();
  yield* flushStd(session, ['stderr', 'stdout']);
  if (raised !== null) restore(raised);
}

function* flushStd(session: Session, names: string[]): Gen<void> {
  for (const name of names) {
    const f = moduleGet(session.sys, name);
    if (f === undefined || f === None) continue;
    f.rc++;
    yield* callMethod(f, 'flush');
    decref(f);
  }
}

/** The module `__main__` for a file. */
export function mainModule(session: Session, filename: string | null): Module {
  const main = newModule('__main__', null);
  const d = main.v.dict;
  const put = (name: string, o: Obj): void => {
    setStr(d, id(name), o);
    decref(o);
  };
  put('__package__', none());
  put('__loader__', none());
  put('__spec__', none());
  put('__annotations__', newDict());
  setStr(d, id('__builtins__'), session.builtins);
  if (filename !== null) {
    put('__file__', newStr(filename));
    put('__cached__', none());
  }
  setStr(session.modules, id('__main__'), main);
  return main;
}

/** Runs source as `__main__` and ends the program. */
export function* runMain(
  session: Session,
  source: string,
  filename: string,
  done: (o: Outcome) => void,
): Gen {
  let outcome: Outcome = { exitCode: 0, exception: null };
  const main = mainModule(session, filename);
  const code = yield* compileStringG(source, filename, 'exec', {}, true);
  let r: Obj | null = null;
  if (code !== null && (yield* prepareImportsG(code.v as CodeObject))) {
    const frame = frameForCode(code as never, main.v.dict, session.builtins.v.dict, main.v.dict);
    frame.watched = watchHook.active;
    decref(code);
    r = yield new FrameRequest(frame);
  }
  yield* flushIo(session);
  if (r === null) outcome = yield* reportException(session);
  else decref(r);
  decref(main);
  done(yield* endRun(session, outcome));
  return none();
}

/** What follows the program's last line. */
export function* endRun(session: Session, outcome: Outcome): Gen<Outcome> {
  if (session.atEnd !== undefined) {
    collect(2);
    yield* runQueue();
    session.atEnd();
  }
  return yield* finalizeRun(session, outcome);
}

/** CPython 3.12: Python/pylifecycle.c Py_FinalizeEx */
function* finalizeRun(session: Session, outcome: Outcome): Gen<Outcome> {
  let exitCode = outcome.exitCode;
  // Threads that are not daemons are waited for.
  const threading = getStr(session.modules, id('threading'));
  if (threading !== undefined) {
    const shutdown = yield* lookupAttrG(threading, id('_shutdown'));
    if (shutdown == null) clear();
    else {
      const r = yield* callG(shutdown, []);
      if (r === null) yield* reportException(session);
      else decref(r);
      decref(shutdown);
    }
  }
  const atexit = getStr(session.modules, id('atexit'));
  if (atexit !== undefined) {
    const run = yield* lookupAttrG(atexit, id('_run_exitfuncs'));
    if (run == null) clear();
    else {
      const r = yield* callG(run, []);
      if (r === null) yield* reportException(session);
      else decref(r);
      decref(run);
    }
  }
  const flushed = yield* flushAtEnd(session);
  yield* finalizeModules(session);
  if (exitCode === 0 && outcome.exception !== null) exitCode = 1;
  // The streams go with everything else; that their last words fail is nobody's affair any more.
  yield* flushStd(session, ['stdout', 'stderr']);
  // Modules/main.c Py_RunMain: a status that is unlikely to mean anything else.
  if (!flushed) exitCode = 120;
  return { ...outcome, exitCode };
}

/** Emptied before everything else. CPython 3.12: Python/pylifecycle.c finalize_modules_delete_special */
const SPECIAL = [
  'path',
  'argv',
  'ps1',
  'ps2',
  'last_exc',
  'last_type',
  'last_value',
  'last_traceback',
  'path_hooks',
  'path_importer_cache',
  'meta_path',
  '__interactivehook__',
];

function deleteSpecial({ sys, builtins }: Session): void {
  setStr(builtins.v.dict, id('_'), None);
  for (const name of SPECIAL) setStr(sys.v.dict, id(name), None);
  for (const name of ['stdin', 'stdout', 'stderr']) {
    setStr(sys.v.dict, id(name), moduleGet(sys, `__${name}__`) ?? None);
  }
}

/** Empties the modules, so that what they held is finalised. CPython 3.12: Python/pylifecycle.c finalize_modules */
function* finalizeModules(session: Session): Gen<void> {
  collect(2);
  yield* runQueue();
  deleteSpecial(session);
  yield* runQueue();
  const main = getStr(session.modules, id('__main__')) as Module | undefined;
  const others: Module[] = [];
  const d = session.modules.v;
  for (let i = 0; i < d.keys.length; i++) {
    const m = d.values[i];
    if (d.keys[i] === undefined || m === undefined || m.type.name !== 'module') continue;
    if (m !== session.sys && m !== session.builtins && m !== main) others.push(m as Module);
  }
  const list = main === undefined ? others : [main, ...others.reverse()];
  for (const m of list) yield* clearModule(m, session);
  // What modules hold outside their namespaces goes with them, while there is still a collector.
  forgetOutside();
  collect(2);
  yield* runQueue();
}

// Names with one underscore go first, then the rest; `__builtins__` stays. CPython 3.12: _PyModule_ClearDict
function* clearModule(m: Module, session: Session): Gen<void> {
  if ((m as Obj) === (session.sys as Obj)) return;
  const d = m.v.dict;
  for (const single of [true, false]) {
    for (const k of [...d.v.keys]) {
      if (k === undefined || typeof k.v !== 'string') continue;
      const name = k.v;
      const under = name.startsWith('_') && !name.startsWith('__');
      if (single ? !under : name === '__builtins__') continue;
      const key = id(name);
      if (getStr(d, key) === undefined) continue;
      setStr(d, key, None);
      yield* runQueue();
    }
  }
}

export function initPythonRun(session: Session): void {
  unraisable.write = (text) => printError(session, text);
}

export { objectCall, restore, settle, tstate };
