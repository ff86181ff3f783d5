// Runs programs on CPython 3.12.7 (Pyodide) the way `python3.12 main.py` in /home/reader runs them.
//
// What is set right here because Pyodide differs from an ordinary CPython: bytecode files are written, the finders on
// sys.meta_path are CPython's own three, argv and __file__ are a script's. An uncaught exception is printed by
// sys.__excepthook__, which in 3.12 is the C printer. Deliberately absent: threads (Pyodide cannot start one) and
// the clearing of modules at exit.

import type { PyodideInterface } from 'pyodide';

export interface Finished {
  stdout: string;
  stderr: string;
  exitCode: number;
  /** The program asked for a thread, which Pyodide cannot start. */
  threads: boolean;
}

export interface Runner {
  name: string;
  run(files: Record<string, string>, main: string, stdin: string): Promise<Finished>;
}

const HARNESS = `
import sys, os, io, gc, shutil, types, builtins, warnings, importlib, linecache, json, threading

HOME = "/home/reader"
BASE_MODULES = set(sys.modules)
# What an ordinary CPython has imported when a script begins; Pyodide has many more, which would hide a reader's file.
STARTUP = set("""builtins sys _imp _thread _warnings _weakref _io marshal posix _frozen_importlib
    _frozen_importlib_external time zipimport _codecs codecs encodings _signal _abc abc io _stat stat _collections_abc
    posixpath genericpath os _sitebuiltins site""".split())
BASE_PATH = [entry for entry in sys.path if entry]
BASE_META = list(sys.meta_path)
LIMIT = sys.getrecursionlimit()
INTERVAL = sys.getswitchinterval()
FILTERS = list(warnings.filters)
_start = threading.Thread.start
threads_wanted = False

def start(self):
    global threads_wanted
    threads_wanted = True
    return _start(self)

def run_program(files_json, main, stdin):
    global threads_wanted
    threads_wanted = False
    shutil.rmtree(HOME, ignore_errors=True)
    os.makedirs(HOME)
    os.chdir(HOME)
    files = json.loads(files_json)
    for name, text in files.items():
        path = os.path.join(HOME, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", newline="", encoding="utf-8") as file:
            file.write(text)
    own = {name.split("/")[0].removesuffix(".py") for name in files} - STARTUP
    hidden = {name: sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] in own}
    saved = sys.stdin, sys.stdout, sys.stderr, sys.modules["__main__"], sys.excepthook
    raw_out, raw_err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    out = sys.stdout = io.TextIOWrapper(raw_out, encoding="utf-8", line_buffering=True)
    err = sys.stderr = io.TextIOWrapper(raw_err, encoding="utf-8", errors="backslashreplace", line_buffering=True)
    sys.argv = [main]
    sys.path[:] = [HOME] + BASE_PATH
    sys.path_importer_cache.pop(HOME, None)
    importlib.invalidate_caches()
    linecache.clearcache()
    sys.meta_path[:] = [finder for finder in BASE_META if isinstance(finder, type)]
    sys.dont_write_bytecode = False
    warnings.filters[:] = FILTERS
    threading.Thread.start = start
    path = os.path.join(HOME, main)
    module = types.ModuleType("__main__")
    module.__dict__.update(__builtins__=builtins, __file__=path, __cached__=None, __annotations__={})
    sys.modules["__main__"] = module
    sys.excepthook = sys.__excepthook__
    status = 0
    try:
        with open(path, "rb") as file:
            source = file.read()
        try:
            code = compile(source, path, "exec", dont_inherit=True)
        except SyntaxError as error:
            error.__traceback__ = None
            sys.excepthook(type(error), error, None)
            status = 1
        else:
            try:
                exec(code, module.__dict__)
            except SystemExit as error:
                if error.code is None:
                    status = 0
                elif isinstance(error.code, int):
                    status = error.code
                else:
                    print(error.code, file=sys.stderr)
                    status = 1
            except BaseException as error:
                error.__traceback__ = error.__traceback__.tb_next
                sys.excepthook(type(error), error, error.__traceback__)
                status = 1
        out.flush()
        err.flush()
    finally:
        sys.stdin, sys.stdout, sys.stderr, sys.modules["__main__"], sys.excepthook = saved
        threading.Thread.start = _start
        sys.settrace(None)
        sys.setrecursionlimit(LIMIT)
        sys.setswitchinterval(INTERVAL)
        gc.enable()
        gc.callbacks.clear()
        sys.meta_path[:] = BASE_META
        sys.path[:] = [""] + BASE_PATH
        sys.dont_write_bytecode = True
        # The reader's modules go; the library's stay, or each program would compile them again.
        for name in set(sys.modules) - BASE_MODULES:
            module = sys.modules[name]
            places = [getattr(module, "__file__", None) or "", *getattr(module, "__path__", [])]
            if any(place.startswith(HOME) for place in places):
                del sys.modules[name]
        sys.modules.update(hidden)
        os.chdir("/")
    return json.dumps([raw_out.getvalue().decode(), raw_err.getvalue().decode(), status, threads_wanted])
`;

/** Loads Pyodide (two to three seconds) and gives a runner that can be used any number of times. */
export async function createPyodideRunner(): Promise<Runner> {
  const { loadPyodide } = await import('pyodide');
  const python: PyodideInterface = await loadPyodide();
  const scope = python.globals.get('dict')();
  python.runPython(HARNESS, { globals: scope });
  const runProgram = scope.get('run_program');
  return {
    name: 'CPython 3.12.7 (Pyodide)',
    async run(files, main, stdin) {
      const [stdout, stderr, exitCode, threads] = JSON.parse(runProgram(JSON.stringify(files), main, stdin));
      return { stdout, stderr, exitCode, threads };
    },
  };
}
