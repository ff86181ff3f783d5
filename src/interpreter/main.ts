// `python3.12 ...`: what the main thread does from a command line to the last flush.
//
// It is a native of the main thread like any other, so that everything in it can wait. What the command line says has been
// read already (node/cmdline.ts); what the machine is like is the host's affair (node/).
//
// Answers to CPython 3.12: Modules/main.c (pymain_run_python), Python/pythonrun.c (_PyRun_SimpleFileObject,
// PyRun_SimpleStringFlags), Python/pathconfig.c (_PyPathConfig_ComputeSysPath0), Python/initconfig.c (what sys gets).
// Absent: readline, sitecustomize, user sites and .pth files.

import type { CodeObject } from './code/codeobject.ts';
import { MAGIC_NUMBER, readPyc } from './code/pyc.ts';
import { Interactive } from './interactive.ts';
import { decref, type Obj } from './memory/object.ts';
import { FrameRequest, type Gen, settle } from './memory/suspend.ts';
import { readG } from './modules/posix_files.ts';
import { normpath } from './modules/posix_path.ts';
import { VERSION } from './modules/sys.ts';
import { newBytes } from './objects/bytescore.ts';
import { decodeBytes } from './objects/codecs.ts';
import { delStr, newDict, setStr } from './objects/dictcore.ts';
import { clear, matches, PyExc, raise } from './objects/errors.ts';
import { newBool, newInt } from './objects/longcore.ts';
import { intLimits } from './objects/longparse.ts';
import { isModule, type Module, moduleAdd, moduleGet } from './objects/moduleobject.ts';
import { callG } from './objects/object.ts';
import { isList, type List, listResized, newList } from './objects/seqcore.ts';
import { None, none } from './objects/singletons.ts';
import { id, newStr } from './objects/strcore.ts';
import { newStructSeq } from './objects/structseq.ts';
import { compileStringG, compiling } from './runtime/compile.ts';
import { strerror } from './runtime/errnotable.ts';
import { importByNameG, importlibClass, importlibStarted, prepareImportsG } from './runtime/importlib.ts';
import { raiseErrno } from './runtime/oserror.ts';
import {
  endRun,
  flushIo,
  mainModule,
  type Outcome,
  printError,
  reportException,
} from './runtime/pythonrun.ts';
import { system } from './runtime/system.ts';
import { STDLIB } from './runtime/vfs.ts';
import type { RunSession } from './session.ts';
import { decodeSource, SourceEncodingError } from './text/encoding.ts';
import { codeObject } from './vm/coderuntime.ts';
import { frameForCode } from './vm/frame.ts';
import { watchHook } from './vm/watchhook.ts';

const PROGRAM = 'python3.12';
const COPYRIGHT = 'Type "help", "copyright", "credits" or "license" for more information.';

/** CPython 3.12: Include/cpython/initconfig.h PyConfig, as far as it matters here. */
export interface PyConfig {
  /** What is run; null: standard input. */
  command: string | null;
  module: string | null;
  filename: string | null;
  /** sys.argv. */
  argv: string[];
  origArgv: string[];
  debug: number;
  inspect: number;
  interactive: number;
  optimize: number;
  writeBytecode: boolean;
  userSite: boolean;
  site: boolean;
  useEnvironment: boolean;
  isolated: boolean;
  verbose: number;
  bytesWarning: number;
  quiet: number;
  devMode: boolean;
  utf8Mode: boolean;
  warnDefaultEncoding: boolean;
  safePath: boolean;
  unbuffered: boolean;
  skipFirstLine: boolean;
  /** null: random. */
  hashSeed: number | null;
  intMaxStrDigits: number;
  warnOptions: string[];
  xoptions: [name: string, value: string | true][];
  pythonPath: string[];
  pycachePrefix: string | null;
  checkHashPycs: string;
}

/** How a part of the run ended; `exit`: SystemExit, nothing of it follows. */
interface Ended {
  outcome: Outcome;
  exit: boolean;
}

const GOOD: Outcome = { exitCode: 0, exception: null };
const finished = (exitCode: number): Ended => ({ outcome: { exitCode, exception: null }, exit: false });

// --- sys ---------------------------------------------------------------------------------------------

const strings = (texts: readonly string[]): Obj => newList(texts.map(newStr));

/** CPython 3.12: Python/sysmodule.c set_flags_from_config */
function flags(c: PyConfig): Obj[] {
  const bit = (b: boolean): Obj => newInt(b ? 1 : 0);
  return [
    newInt(c.debug),
    newInt(c.inspect),
    newInt(c.interactive),
    newInt(c.optimize),
    bit(!c.writeBytecode),
    bit(!c.userSite),
    bit(!c.site),
    bit(!c.useEnvironment),
    newInt(c.verbose),
    newInt(c.bytesWarning),
    newInt(c.quiet),
    bit(c.hashSeed !== 0),
    bit(c.isolated),
    newBool(c.devMode),
    bit(c.utf8Mode),
    bit(c.warnDefaultEncoding),
    newBool(c.safePath),
    newInt(c.intMaxStrDigits),
  ];
}

/** A path made absolute, as site does for sys.path. */
function absolute(path: string): string {
  if (path.startsWith('/')) return normpath(path);
  const cwd = system().vfs.getcwd();
  return typeof cwd === 'number' ? path : normpath(`${cwd}/${path}`);
}

function searchPath(c: PyConfig): string[] {
  const given = c.site ? c.pythonPath.map(absolute) : c.pythonPath;
  const all = [...given, '/usr/local/lib/python312.zip', STDLIB, `${STDLIB}/lib-dynload`];
  if (c.site) all.push(`${STDLIB}/site-packages`);
  return c.site ? [...new Set(all)] : all;
}

function setUpSys({ sys, builtins }: RunSession, c: PyConfig): void {
  moduleAdd(sys, 'argv', strings(c.argv));
  moduleAdd(sys, 'orig_argv', strings(c.origArgv));
  moduleAdd(sys, 'path', strings(searchPath(c)));
  moduleAdd(sys, 'warnoptions', strings(c.warnOptions));
  moduleAdd(sys, 'dont_write_bytecode', newBool(!c.writeBytecode));
  moduleAdd(sys, 'pycache_prefix', c.pycachePrefix === null ? none() : newStr(c.pycachePrefix));
  moduleAdd(sys, 'flags', newStructSeq(moduleGet(sys, 'flags')!.type, flags(c)));
  const xoptions = newDict();
  for (const [name, value] of c.xoptions) {
    const o = value === true ? newBool(true) : newStr(value);
    setStr(xoptions, id(name), o);
    decref(o);
  }
  moduleAdd(sys, '_xoptions', xoptions);
  moduleAdd(builtins, '__debug__', newBool(c.optimize === 0));
  compiling.optimize = Math.min(c.optimize, 2);
  intLimits.maxStrDigits = c.intMaxStrDigits;
}

// --- compiling and running -----------------------------------------------------------------------------

/** Runs a code object in `__main__`; takes over the code. */
export function* runInMainG(session: RunSession, main: Module, code: Obj): Gen {
  if (!(yield* prepareImportsG(code.v as CodeObject))) {
    decref(code);
    return null;
  }
  const dict = main.v.dict;
  const frame = frameForCode(code as never, dict, session.builtins.v.dict, dict);
  frame.watched = watchHook.active;
  decref(code);
  return yield new FrameRequest(frame);
}

/** All of an open descriptor. */
function* readAllG(fd: number): Gen<Uint8Array | number | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const part = yield* readG(fd, 65536);
    if (part === null || typeof part === 'number') return part;
    if (part.length === 0) break;
    parts.push(part);
    length += part.length;
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Source text of bytes; null with SyntaxError. CPython 3.12: Parser/tokenizer.c tok_underflow_file, check_coding_spec */
function* decodeG(bytes: Uint8Array, filename: string): Gen<string | null> {
  const decoded = decodeSource(bytes, { file: filename });
  if (!(decoded instanceof SourceEncodingError)) {
    if (!decoded.text.includes('\0')) return decoded.text;
    return raise(PyExc.SyntaxError, 'source code cannot contain null bytes');
  }
  // Encodings that are Python modules.
  const encoding = /^unknown encoding: (.*)$/.exec(decoded.msg)?.[1];
  if (encoding === undefined) return raise(PyExc.SyntaxError, decoded.msg);
  const o = newBytes(bytes);
  let r = decodeBytes(o, bytes, encoding, 'strict');
  if (r === null) r = yield* settle();
  decref(o);
  if (r === null) {
    if (!matches(PyExc.LookupError)) return null;
    clear();
    return raise(PyExc.SyntaxError, `encoding problem: ${encoding}`);
  }
  const text = r.v as string;
  decref(r);
  return text;
}

/** Prints what a part of the run raised. */
export function* printG(session: RunSession, inspect: boolean): Gen<Ended> {
  const exit = !inspect && matches(PyExc.SystemExit);
  return { outcome: yield* reportException(session, inspect), exit };
}

/** CPython 3.12: Python/pythonrun.c _PyRun_SimpleFileObject */
function* runSourceG(
  session: RunSession,
  main: Module,
  bytes: Uint8Array,
  filename: string,
  inspect: boolean,
): Gen<Ended> {
  const dict = main.v.dict;
  const named = filename !== '<stdin>';
  const fileName = newStr(filename);
  setStr(dict, id('__file__'), fileName);
  decref(fileName);
  setStr(dict, id('__cached__'), None);
  const pyc =
    filename.endsWith('.pyc') ||
    (named && bytes[0] === (MAGIC_NUMBER & 0xff) && bytes[1] === MAGIC_NUMBER >> 8);
  if (named) setMainLoader(main, pyc ? 'SourcelessFileLoader' : 'SourceFileLoader', filename);
  let code: Obj | null = null;
  if (pyc) {
    const read = readPyc(bytes, filename);
    if (read.code === null) raise(PyExc.RuntimeError, 'Bad magic number in .pyc file');
    else code = codeObject(read.code);
  } else {
    const text = yield* decodeG(bytes, filename);
    if (text !== null) code = yield* compileStringG(text, filename, 'exec', {}, true);
  }
  const r = code === null ? null : yield* runInMainG(session, main, code);
  yield* flushIo(session);
  const ended = r === null ? yield* printG(session, inspect) : { outcome: GOOD, exit: false };
  if (r !== null) decref(r);
  if (!ended.exit) for (const name of ['__file__', '__cached__']) delStr(dict, id(name));
  return ended;
}

/** `__main__.__loader__`, as soon as importlib is there. CPython 3.12: Python/pythonrun.c set_main_loader */
function setMainLoader(
  main: Module,
  name: 'BuiltinImporter' | 'SourceFileLoader' | 'SourcelessFileLoader',
  filename: string | null,
): void {
  importlibStarted.run = function* () {
    let loader: Obj | null = importlibClass(name);
    if (filename === null) loader.rc++;
    else {
      const args = [newStr('__main__'), newStr(filename)];
      loader = yield* callG(loader, args);
      for (const o of args) decref(o);
      if (loader === null) return false;
    }
    setStr(main.v.dict, id('__loader__'), loader);
    decref(loader);
    return true;
  };
}

/** CPython 3.12: Modules/main.c pymain_run_module */
function* runModuleG(session: RunSession, name: string, setArgv0: boolean, inspect: boolean): Gen<Ended> {
  const runpy = yield* importByNameG('runpy');
  let r: Obj | null = null;
  if (runpy !== null && isModule(runpy)) {
    const run = moduleGet(runpy, '_run_module_as_main')!;
    const args = [newStr(name), newBool(setArgv0)];
    r = yield* callG(run, args);
    for (const o of args) decref(o);
    decref(runpy);
  }
  if (r === null) return yield* printG(session, inspect);
  decref(r);
  return finished(0);
}

/** CPython 3.12: Modules/main.c pymain_run_file_obj */
function* runFileG(session: RunSession, main: Module, c: PyConfig): Gen<Ended> {
  const { vfs } = system();
  const path = absoluteFilename(c.filename!);
  const fd = vfs.open(path, 0);
  if (fd < 0) {
    yield* printError(session, `${PROGRAM}: can't open file '${path}': [Errno ${-fd}] ${strerror(-fd)}\n`);
    return finished(2);
  }
  const st = vfs.fstat(fd);
  if (typeof st !== 'number' && (st.mode & 0o170000) === 0o040000) {
    vfs.close(fd);
    yield* printError(session, `${PROGRAM}: '${path}' is a directory, cannot continue\n`);
    return finished(1);
  }
  let bytes = yield* readAllG(fd);
  vfs.close(fd);
  if (bytes === null) return yield* printG(session, c.inspect > 0);
  if (typeof bytes === 'number') bytes = new Uint8Array(0);
  if (c.skipFirstLine) {
    const newline = bytes.indexOf(10);
    bytes = newline < 0 ? new Uint8Array(0) : bytes.subarray(newline);
  }
  return yield* runSourceG(session, main, bytes, path, c.inspect > 0);
}

/** The script's name as __file__ has it: absolute, otherwise as it was given. CPython 3.12: config_run_filename_abspath */
function absoluteFilename(path: string): string {
  if (path.startsWith('/')) return path;
  const cwd = system().vfs.getcwd();
  return typeof cwd === 'number' ? path : `${cwd === '/' ? '' : cwd}/${path}`;
}

/** CPython 3.12: Modules/main.c pymain_run_command */
function* runCommandG(session: RunSession, main: Module, c: PyConfig): Gen<Ended> {
  const code = yield* compileStringG(c.command!, '<string>', 'exec');
  const r = code === null ? null : yield* runInMainG(session, main, code);
  if (r === null) return yield* printG(session, c.inspect > 0);
  decref(r);
  return finished(0);
}

const isInteractive = (c: PyConfig): boolean => c.interactive > 0 || system().vfs.isatty(0);

/** CPython 3.12: Modules/main.c pymain_run_stdin */
function* runStdinG(session: RunSession, main: Module, c: PyConfig): Gen<Ended> {
  if (isInteractive(c)) {
    const startup = c.useEnvironment ? system().environ.get('PYTHONSTARTUP') : undefined;
    if (startup !== undefined && startup !== '') {
      const ended = yield* runStartupG(session, main, startup);
      if (ended !== null) return ended;
    }
    return yield* new Interactive(session, main).loopG();
  }
  const bytes = yield* readAllG(0);
  if (bytes === null) return yield* printG(session, c.inspect > 0);
  const source = typeof bytes === 'number' ? new Uint8Array(0) : bytes;
  return yield* runSourceG(session, main, source, '<stdin>', c.inspect > 0);
}

/** CPython 3.12: Modules/main.c pymain_run_startup. null: go on */
function* runStartupG(session: RunSession, main: Module, path: string): Gen<Ended | null> {
  const { vfs } = system();
  const fd = vfs.open(path, 0);
  if (fd < 0) {
    yield* printError(session, 'Could not open PYTHONSTARTUP\n');
    raiseErrno(fd, path);
    return yield* printG(session, false);
  }
  const bytes = yield* readAllG(fd);
  vfs.close(fd);
  if (bytes === null || typeof bytes === 'number') return null;
  const ended = yield* runSourceG(session, main, bytes, path, false);
  return ended.exit ? ended : null;
}

// --- sys.path[0] -------------------------------------------------------------------------------------

/** Whether a path is what an importer can be made of: a folder, or a zip file. CPython 3.12: pymain_get_importer */
function isImportable(path: string): boolean {
  const { vfs } = system();
  const st = vfs.stat(path);
  if (typeof st === 'number') return false;
  if ((st.mode & 0o170000) === 0o040000) return true;
  if ((st.mode & 0o170000) !== 0o100000 || st.size < 22) return false;
  // A zip file ends in its central directory's end: "PK\5\6" and at most 65,535 bytes of comment.
  const fd = vfs.open(path, 0);
  if (fd < 0) return false;
  const size = Math.min(st.size, 22 + 65535);
  const tail = vfs.pread(fd, size, st.size - size);
  vfs.close(fd);
  if (typeof tail === 'number') return false;
  for (let i = tail.length - 22; i >= 0; i--) {
    if (tail[i] === 0x50 && tail[i + 1] === 0x4b && tail[i + 2] === 5 && tail[i + 3] === 6) return true;
  }
  return false;
}

/** A path without links, as far as it exists. */
function realpath(path: string): string {
  const { vfs } = system();
  let names = absolute(path)
    .split('/')
    .filter((n) => n !== '');
  let at = '';
  for (let links = 0; names.length > 0; ) {
    const name = names.shift()!;
    const next = `${at}/${name}`;
    const target = name === '..' ? -1 : vfs.readlink(next);
    if (name === '..') at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
    else if (typeof target === 'number' || ++links > 40) at = next;
    else {
      if (target.startsWith('/')) at = '';
      names = [...target.split('/').filter((n) => n !== '' && n !== '.'), ...names];
    }
  }
  return at === '' ? '/' : at;
}

/** CPython 3.12: Python/pathconfig.c _PyPathConfig_ComputeSysPath0 */
function sysPath0(c: PyConfig): string {
  if (c.module !== null) {
    const cwd = system().vfs.getcwd();
    return typeof cwd === 'number' ? '' : cwd;
  }
  if (c.filename === null) return '';
  const real = realpath(c.filename);
  const slash = real.lastIndexOf('/');
  return slash <= 0 ? '/' : real.slice(0, slash);
}

function insertPath(sys: Module, path: string): void {
  const list = moduleGet(sys, 'path');
  if (list === undefined || !isList(list)) return;
  list.v.unshift(newStr(path));
  listResized(list as List, list.v.length);
}

// --- the whole ---------------------------------------------------------------------------------------

/** CPython 3.12: Modules/main.c pymain_run_python. What follows (endRun) is not part of it. */
function* runPythonG(session: RunSession, c: PyConfig): Gen<Outcome> {
  setUpSys(session, c);
  const main = mainModule(session, null);
  setMainLoader(main, 'BuiltinImporter', null);
  decref(main);
  if (c.warnOptions.length > 0) {
    const m = yield* importByNameG('warnings');
    if (m === null) return yield* reportException(session);
    decref(m);
  }
  const folder = c.filename !== null && isImportable(absoluteFilename(c.filename));
  if (folder) insertPath(session.sys, absoluteFilename(c.filename!));
  else if (!c.safePath) insertPath(session.sys, sysPath0(c));

  const runsCode = c.command !== null || c.module !== null || c.filename !== null;
  if (c.quiet === 0 && (c.verbose > 0 || (!runsCode && isInteractive(c)))) {
    const text = `Python ${VERSION} on linux\n${c.site ? `${COPYRIGHT}\n` : ''}`;
    yield* printError(session, text);
  }

  let ended: Ended;
  if (c.command !== null) ended = yield* runCommandG(session, main, c);
  else if (c.module !== null) ended = yield* runModuleG(session, c.module, true, c.inspect > 0);
  else if (folder) ended = yield* runModuleG(session, '__main__', false, c.inspect > 0);
  else if (c.filename !== null) ended = yield* runFileG(session, main, c);
  else ended = yield* runStdinG(session, main, c);
  if (ended.exit) return ended.outcome;

  const wanted = c.useEnvironment ? system().environ.get('PYTHONINSPECT') : undefined;
  const inspect = c.inspect > 0 || (wanted !== undefined && wanted !== '');
  if (!inspect || !runsCode || !isInteractive(c)) return ended.outcome;
  return (yield* new Interactive(session, main).loopG()).outcome;
}

/** What the main thread does. CPython 3.12: Modules/main.c Py_RunMain */
export function* runMainWithConfig(
  session: RunSession,
  config: PyConfig,
  done: (outcome: Outcome) => void,
): Gen {
  const outcome = yield* runPythonG(session, config);
  done(yield* endRun(session, outcome));
  return none();
}
