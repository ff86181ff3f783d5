// What one run has of its own: files, streams, sys, builtins, sys.modules.
//
// Answers to CPython 3.12: Python/pylifecycle.c (pycore_interp_init, init_sys_streams), Python/sysmodule.c.

import type { RunOptions } from './interpreter.ts';
import { heldOutside } from './memory/holders.ts';
import { decref, type Obj } from './memory/object.ts';
import { installImport } from './modules/_imp.ts';
import { installStandardStreams } from './modules/_io_std.ts';
import { builtinsModule } from './modules/builtins.ts';
import { initModuleTable } from './modules/index.ts';
import { contentsG } from './modules/posix_files.ts';
import { stdlibModuleNames } from './modules/stdlib_names.ts';
import { sysModule } from './modules/sys.ts';
import { current } from './modules/vmhooks.ts';
import { type DictObj, setStr } from './objects/dictcore.ts';
import { clear, PyExc, raise } from './objects/errors.ts';
import { callFrameHooks } from './objects/hooks.ts';
import { type Module, moduleAdd, moduleGet } from './objects/moduleobject.ts';
import { callG } from './objects/object.ts';
import { newList } from './objects/seqcore.ts';
import { id, newStr } from './objects/strcore.ts';
import { compiling, files } from './runtime/compile.ts';
import { importRoots } from './runtime/importlib.ts';
import { libraryOf } from './runtime/library.ts';
import { initPythonRun, type Session } from './runtime/pythonrun.ts';
import { openStreams } from './runtime/streams.ts';
import { importedModules, stdlibNames } from './runtime/suggestions.ts';
import { defaultEnvironment, seededRandom, setSystem } from './runtime/system.ts';
import { scheduling } from './runtime/threads.ts';
import { sources } from './runtime/traceback.ts';
import { HOME, Vfs } from './runtime/vfs.ts';
import { decodeSource, SourceText } from './text/encoding.ts';
import { vmHooks } from './vm/vmhooks.ts';

/** When every program believes it began: 2024-10-01 12:00:00 UTC. */
const EPOCH = 1_727_784_000_000_000_000n;

export interface RunSession extends Session {
  readonly mainSource: string;
  readonly mainPath: string;
  /** Makes output that the program has flushed visible to the host. */
  flush(): void;
  filesLeft(): Record<string, Uint8Array>;
  /** References the session itself holds, for the audit. */
  roots(): Obj[];
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function createSession(options: RunOptions): RunSession {
  initModuleTable();
  compiling.optimize = 0;
  const streams = openStreams(options);
  const now = (): bigint => EPOCH + BigInt(Math.round((scheduling.scheduler?.now() ?? 0) * 1e9));
  const vfs =
    options.machine?.system.vfs ??
    new Vfs({ now, stdin: streams.stdin, stdout: streams.stdout, stderr: streams.stderr });
  for (const [path, text] of Object.entries(options.files)) {
    vfs.addFile(path, typeof text === 'string' ? encoder.encode(text) : text);
  }
  const library = libraryOf(options.loadLibrary);
  setSystem({
    vfs,
    library,
    environ: defaultEnvironment(),
    pid: 4242,
    now,
    random32: seededRandom(options.seed ?? 0),
    ...options.machine?.system,
  });
  const main = options.files[options.main] ?? '';
  const mainSource = typeof main === 'string' ? main : decoder.decode(main);
  const mainPath = `${HOME}/${options.main}`;

  const builtins = builtinsModule() as Module;
  const sys = sysModule() as Module;
  current.builtins = builtins;
  callFrameHooks.builtins = () => builtins.v.dict;
  const modules = moduleGet(sys, 'modules') as DictObj;
  setStr(modules, id('sys'), sys);
  setStr(modules, id('builtins'), builtins);
  const strings = (texts: string[]): Obj => newList(texts.map(newStr));
  moduleAdd(sys, 'argv', strings(options.argv ?? [options.main]));
  moduleAdd(sys, 'orig_argv', strings(['python3.12', ...(options.argv ?? [options.main])]));
  moduleAdd(
    sys,
    'path',
    strings([
      HOME,
      '/usr/local/lib/python312.zip',
      '/usr/local/lib/python3.12',
      '/usr/local/lib/python3.12/lib-dynload',
      '/usr/local/lib/python3.12/site-packages',
    ]),
  );
  const standard = installStandardStreams(
    sys,
    options.machine?.streams ?? { unbuffered: false, errors: 'strict' },
  );
  installImport(sys, builtins, modules);

  const session: RunSession = {
    sys,
    builtins,
    modules,
    mainSource,
    mainPath,
    writeStderr: (text) => options.onStderr(text),
    // On a real machine what a pipe gets, and when, is the program's own affair.
    flush: () => {
      if (options.machine === undefined) standard.flush();
    },
    filesLeft: () => vfs.snapshot(),
    roots: () => [sys, builtins, ...standard.roots(), ...importRoots(), ...heldOutside()],
  };
  const libraryNames = new Set(stdlibModuleNames);
  stdlibNames.has = (name) => libraryNames.has(name);
  initPythonRun(session);
  vmHooks.sysModules = () => modules;
  vmHooks.displayHook = function* (value) {
    const hook = moduleGet(sys, 'displayhook');
    if (hook === undefined) return raise(PyExc.RuntimeError, 'lost sys.displayhook');
    return yield* callG(hook, [value]);
  };
  importedModules.get = (name) => {
    const key = newStr(name);
    const at = modules.v.keys.findIndex((k) => k !== undefined && k.v === name);
    decref(key);
    return at < 0 ? null : modules.v.values[at]!;
  };
  const lineOf = (filename: string, lineno: number): string | null => {
    const inode = vfs.lookup(filename, true);
    if (typeof inode === 'number' || !inode.isFile || inode.lib !== null) return null;
    const decoded = decodeSource(inode.bytes, { file: filename });
    const text = decoded instanceof SourceText ? decoded.text : decoder.decode(inode.bytes);
    const line = text.split(/(?<=\n)|(?<=\r)(?!\n)/)[lineno - 1];
    return line?.replace(/\r\n?$/, '\n') ?? null;
  };
  files.line = lineOf;
  sources.line = function* (filename, lineno) {
    const inode = vfs.lookup(filename, true);
    // The source of a module of the library is fetched when a traceback goes through it.
    if (typeof inode !== 'number' && inode.lib !== null && !(yield* contentsG(inode, filename))) clear();
    return lineOf(filename, lineno)?.replace(/[\r\n]+$/, '') ?? null;
  };
  return session;
}
