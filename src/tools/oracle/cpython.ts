/**
 * CPython 3.12.7 itself, as the judge of ours: a fresh interpreter for each program, run as `python main.py` runs it.
 *
 * Pyodide *is* CPython 3.12.7, compiled to WebAssembly. Its usual door (`runPython`) is not the one used here: it
 * runs the program below frames of Pyodide's own and prints uncaught exceptions through traceback.py. Instead the C
 * functions behind the command line are called directly: `PyRun_SimpleFileExFlags` (which reads, compiles and runs
 * the file and prints what it did not catch, with the C printer) and `Py_FinalizeEx` (which runs `atexit` and the
 * last `__del__`s, and flushes). So the recursion limit, reference counts, carets and the order of things at exit are
 * those of the real program. CPython 3.12: Modules/main.c pymain_run_file, Python/pythonrun.c.
 *
 * Starting Pyodide takes more than a second; a memory snapshot of a started one takes a fifth of that, which is what
 * makes a fresh interpreter for each program affordable.
 *
 * What it cannot be asked: it is a 32-bit build (sys.maxsize, hash(), sys.getsizeof) and cannot start threads.
 */
import { loadPyodide } from 'pyodide';

export interface Program {
  /** The reader's files, by path relative to the working directory (`/home/reader`). */
  files: Record<string, string | Uint8Array>;
  /** Which of them is run as `__main__`. */
  main: string;
  /** What follows the program's name on the command line. */
  argv?: string[];
  stdin?: string;
}

export interface Outcome {
  stdout: string;
  stderr: string;
  exitCode: number;
}

export interface CPython {
  run(program: Program): Promise<Outcome>;
}

/** The part of Pyodide's inside that is used: Emscripten's file system and CPython's C functions. */
interface Inside {
  FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, data: string | Uint8Array): void;
    chdir(path: string): void;
  };
  stringToNewUTF8(text: string): number;
  _fopen(path: number, mode: number): number;
  _PyRun_SimpleStringFlags(source: number, flags: number): number;
  _PyRun_SimpleFileExFlags(file: number, name: number, close: number, flags: number): number;
  _Py_FinalizeEx(): number;
}

const HOME = '/home/reader';
// An empty PYTHONINSPECT keeps Pyodide from setting it: with it set, CPython does not leave on SystemExit.
const ENVIRONMENT = { PYTHONHASHSEED: '0', PYTHONINSPECT: '', HOME };

type Settings = NonNullable<Parameters<typeof loadPyodide>[0]>;
type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;

/**
 * What a program that uses asyncio finds: no loop that runs already (Pyodide's), and loops that need no pair of sockets
 * to wake themselves, which WebAssembly cannot make. Its waits are busy ones, so programs should sleep for moments only.
 * The modules that Pyodide has loaded stay: asyncio's C half keeps what it knows of tasks.
 */
const ASYNCIO = `
def prepare_asyncio():
    import asyncio
    from asyncio import selector_events
    asyncio.run = getattr(asyncio.run, '__wrapped__', asyncio.run)
    asyncio._set_running_loop(None)
    asyncio.set_event_loop_policy(None)
    loop = selector_events.BaseSelectorEventLoop
    loop._make_self_pipe = loop._close_self_pipe = loop._write_to_self = lambda self: None
prepare_asyncio()
`;

/** Puts the interpreter into the state in which `python main.py` begins. */
function prologue(argv: string[], keepModules: boolean): string {
  return `
def prepare():
    import sys, builtins, gc
    started_with = '''sys builtins _frozen_importlib _imp _thread _warnings _weakref _io marshal posix
        _frozen_importlib_external time zipimport _codecs codecs encodings.aliases encodings encodings.utf_8 _signal
        _abc abc io __main__ _stat stat _collections_abc genericpath posixpath os.path os _sitebuiltins site'''.split()
    for name in list(sys.modules):
        if name not in started_with${keepModules ? " and 'pyodide' in name" : ''}:
            del sys.modules[name]
    sys.meta_path[:] = [finder for finder in sys.meta_path if 'Js' not in repr(finder)]
    del builtins.___EvalCodeResultException
    main = type(sys)('__main__')
    main.__loader__ = sys.meta_path[0]
    main.__annotations__ = {}
    main.__builtins__ = builtins
    sys.modules['__main__'] = main
    sys.path[:] = ['${HOME}', '/lib/python312.zip', '/lib/python3.12', '/lib/python3.12/lib-dynload',
                   '/lib/python3.12/site-packages']
    sys.argv = ${JSON.stringify(argv)}
    sys.dont_write_bytecode = False
    sys.excepthook = sys.__excepthook__  # Pyodide's prints through traceback.py
    sys.stdout.reconfigure(line_buffering=False)
    gc.collect()
prepare()
`;
}

async function runOnce(snapshot: Uint8Array, program: Program): Promise<Outcome> {
  const python: Pyodide = await loadPyodide({ env: ENVIRONMENT, _loadSnapshot: snapshot } as Settings);
  const inside = (python as unknown as { _module: Inside })._module;
  const output = { stdout: new Bytes(), stderr: new Bytes() };
  python.setStdout({ write: (bytes) => output.stdout.add(bytes), isatty: false });
  python.setStderr({ write: (bytes) => output.stderr.add(bytes), isatty: false });
  const input = new TextEncoder().encode(program.stdin ?? '');
  let read = 0;
  python.setStdin({
    read(buffer) {
      const part = input.subarray(read, read + buffer.length);
      buffer.set(part);
      read += part.length;
      return part.length;
    },
    isatty: false,
  });

  inside.FS.mkdirTree(HOME);
  inside.FS.chdir(HOME);
  for (const [path, content] of Object.entries(program.files)) {
    inside.FS.mkdirTree(`${HOME}/${path}`.replace(/\/[^/]*$/, ''));
    inside.FS.writeFile(`${HOME}/${path}`, content);
  }
  const argv = [program.main, ...(program.argv ?? [])];
  const main = program.files[program.main];
  const source = typeof main === 'string' ? main : new TextDecoder().decode(main);
  const asyncio = /\basyncio\b/.test(source);
  const before = prologue(argv, asyncio) + (asyncio ? ASYNCIO : '');
  if (inside._PyRun_SimpleStringFlags(inside.stringToNewUTF8(before), 0) !== 0) {
    throw new Error(`CPython could not be prepared: ${output.stderr.text()}`);
  }

  let exitCode = 0;
  try {
    const name = inside.stringToNewUTF8(`${HOME}/${program.main}`);
    const file = inside._fopen(name, inside.stringToNewUTF8('rb'));
    if (file === 0) throw new Error(`no such file: ${program.main}`);
    exitCode = inside._PyRun_SimpleFileExFlags(file, name, 1, 0) === 0 ? 0 : 1;
    inside._Py_FinalizeEx();
  } catch (error) {
    // Py_Exit has finalised already and then leaves C through Emscripten's ExitStatus.
    const status = (error as { status?: unknown }).status;
    if (typeof status !== 'number') throw error;
    exitCode = status;
  }
  return { stdout: output.stdout.text(), stderr: output.stderr.text(), exitCode };
}

/** Output as it comes: a character may be split between two writes. */
class Bytes {
  private readonly parts: Uint8Array[] = [];

  add(bytes: Uint8Array): number {
    this.parts.push(bytes.slice());
    return bytes.length;
  }

  text(): string {
    return Buffer.concat(this.parts).toString('utf8');
  }
}

/** Starts CPython once and keeps a snapshot of it, from which each program gets an interpreter of its own. */
export async function openCPython(): Promise<CPython> {
  const first = await loadPyodide({ env: ENVIRONMENT, _makeSnapshot: true } as Settings);
  const snapshot = (first as unknown as { makeMemorySnapshot(): Uint8Array }).makeMemorySnapshot();
  return { run: (program) => runOnce(snapshot, program) };
}

/**
 * A program that prints `dis.dis` of another program's compiled code. Addresses in it differ from run to run:
 * `withoutAddresses` takes them out.
 */
export const DISASSEMBLER = `import dis
with open('main.py', 'rb') as file:
    code = compile(file.read(), '${HOME}/main.py', 'exec')
dis.dis(code)
`;

/** WebAssembly's numbers for the errors of files, and Linux's: those that a program can meet. */
const ERRNO: Record<string, string> = { '44': '2', '20': '17', '54': '20', '31': '21', '55': '39' };

/** Where its library is: a zip file, and a folder beside it. */
const LIBRARY = /(?<![\w/])\/lib\/python3(?:12\.zip|\.12)\//g;

/** What Linux would have printed where CPython prints the operating system's own numbers and places. */
export function asOnLinux(text: string): string {
  return text
    .replaceAll(LIBRARY, '/usr/local/lib/python3.12/')
    .replaceAll("(68, 'Result not representable')", "(34, 'Numerical result out of range')")
    .replaceAll(/\[Errno (\d+)\]/g, (whole, number) => (ERRNO[number] ? `[Errno ${ERRNO[number]}]` : whole));
}

export function withoutAddresses(text: string): string {
  return text.replaceAll(/\bat 0x[0-9a-f]+/g, 'at 0x...');
}
