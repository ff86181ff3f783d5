// The _imp module: what importlib cannot do in Python.
//
// There are no extension modules here: what is written in TypeScript is built in.
//
// Answers to CPython 3.12: Python/import.c (imp_module).

import { CodeObject } from '../code/codeobject.ts';
import { loads } from '../code/marshal.ts';
import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { requireBuffer } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytescore.ts';
import { type DictObj, getStr, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, setException, typeError } from '../objects/errors.ts';
import { newException, setExcField } from '../objects/exceptions.ts';
import { type Int, isInt, newBool, newInt } from '../objects/longcore.ts';
import { newMemoryView } from '../objects/memoryobject.ts';
import {
  defineModule,
  execBuiltinG,
  isInitializing,
  isModule,
  type Module,
  moduleAdd,
  moduleGet,
} from '../objects/moduleobject.ts';
import { newList, newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { reprText } from '../objects/strrepr.ts';
import {
  frozenCodeG,
  importHooks,
  importModule,
  initImport,
  mountLibraryG,
  setBuiltinImport,
  sysModules,
} from '../runtime/importlib.ts';
import { traceImport } from '../runtime/importtrace.ts';
import { builtinReadyG, inittab } from '../runtime/inittab.ts';
import { type FrozenInfo, frozenG } from '../runtime/library.ts';
import { system } from '../runtime/system.ts';
import { threadIdent } from '../runtime/threads.ts';
import { type Code, codeObject, codeType } from '../vm/coderuntime.ts';
import { vmHooks } from '../vm/vmhooks.ts';
import { ioModule } from './_io.ts';
import { libraryHook } from './_io_fileio.ts';
import { attrG } from './_io_util.ts';
import { siphash13 } from './siphash.ts';
import { current, moduleHooks } from './vmhooks.ts';

// --- the import lock ---------------------------------------------------------------------------------

// Held for moments only, and by one thread at a time; importlib's own locks, one a module, do the work.
const lock = { owner: 0, level: 0 };

function acquire_lock(): Obj {
  lock.owner = threadIdent();
  lock.level++;
  return none();
}

function release_lock(): Res {
  if (lock.level === 0 || lock.owner !== threadIdent()) {
    return raise(PyExc.RuntimeError, 'not holding the import lock');
  }
  if (--lock.level === 0) lock.owner = 0;
  return none();
}

// --- frozen modules ----------------------------------------------------------------------------------

function frozenInfo(name: string): FrozenInfo | undefined {
  const { header } = system().library;
  return header !== null && Object.hasOwn(header.frozen, name) ? header.frozen[name] : undefined;
}

function textArg(o: Obj, fn: string): string | null {
  return isStr(o) ? o.v : typeError(`${fn}() argument must be str, not ${o.type.name}`);
}

function noFrozen(name: string): null {
  const exc = newException(
    PyExc.ImportError,
    newTuple([newStr(`No such frozen object named ${reprText(name)}`)]),
  );
  setExcField(exc, 'name', newStr(name));
  return setException(exc);
}

function* find_frozen(_m: Obj, nameArg: Obj, withdata: Obj | undefined): Gen {
  const name = textArg(nameArg, 'find_frozen');
  if (name === null) return null;
  const info = frozenInfo(name);
  traceImport({ kind: 'frozen', name, found: info !== undefined });
  if (info === undefined) return none();
  let data: Obj = none();
  if (withdata !== undefined && (withdata as Int).v === 1) {
    const bytes = yield* frozenG(system().library, name);
    if (bytes === null) return null;
    const b = newBytes(bytes.slice());
    const view = newMemoryView(b);
    decref(b);
    if (view === null) return null;
    data = view;
  }
  return newTuple([data, newBool(info.package), info.origname === null ? none() : newStr(info.origname)]);
}

function* get_frozen_object(_m: Obj, nameArg: Obj, dataArg: Obj | undefined): Gen {
  const name = textArg(nameArg, 'get_frozen_object');
  if (name === null) return null;
  if (dataArg !== undefined && dataArg !== None) {
    const bytes = requireBuffer(dataArg);
    if (bytes === null) return null;
    const { value, error } = loads(bytes);
    if (error !== null || !(value instanceof CodeObject)) {
      return raise(PyExc.ImportError, `Frozen object named ${reprText(name)} is invalid`);
    }
    return codeObject(value);
  }
  if (frozenInfo(name) === undefined) return noFrozen(name);
  traceImport({ kind: 'load', name, how: 'frozen' });
  return yield* frozenCodeG(name);
}

function* init_frozen(_m: Obj, nameArg: Obj): Gen {
  const name = textArg(nameArg, 'init_frozen');
  if (name === null) return null;
  return frozenInfo(name) === undefined ? none() : raise(PyExc.ImportError, `${name}: use importlib`);
}

function is_frozen_package(_m: Obj, nameArg: Obj): Res {
  const name = textArg(nameArg, 'is_frozen_package');
  if (name === null) return null;
  const info = frozenInfo(name);
  return info === undefined ? noFrozen(name) : newBool(info.package);
}

function is_frozen(_m: Obj, nameArg: Obj): Res {
  const name = textArg(nameArg, 'is_frozen');
  return name === null ? null : newBool(frozenInfo(name) !== undefined);
}

// --- built-in modules --------------------------------------------------------------------------------

/** -1: in use already and cannot be made again; 0: none; 1: there is one. */
function is_builtin(_m: Obj, nameArg: Obj): Res {
  const name = textArg(nameArg, 'is_builtin');
  if (name === null) return null;
  const found = inittab.has(name);
  traceImport({ kind: 'builtin', name, found });
  return newInt(!found ? 0 : name === 'sys' || name === 'builtins' ? -1 : 1);
}

function* create_builtin(_m: Obj, spec: Obj): Gen {
  const name = yield* attrG(spec, 'name');
  if (name === null) return null;
  if (!isStr(name)) {
    decref(name);
    return typeError('name must be string');
  }
  const text = (name as Str).v;
  decref(name);
  if (!inittab.has(text)) return none();
  if (!(yield* builtinReadyG(text))) return null;
  const make = inittab.get(text)!;
  const only = text === 'sys' ? current.sys : text === 'builtins' ? current.builtins : null;
  if (only !== null) {
    only.rc++;
    return only;
  }
  // A module that was imported before importlib was there is not made twice.
  const here = getStr(sysModules(), name as Str);
  if (here !== undefined && here !== None) {
    here.rc++;
    return here;
  }
  traceImport({ kind: 'load', name: text, how: 'builtin' });
  return make();
}

function* exec_builtin(_m: Obj, module: Obj): Gen {
  return !isModule(module) || (yield* execBuiltinG(module)) ? newInt(0) : null;
}

function noExtensions(): Res {
  return raise(PyExc.ImportError, 'extension modules cannot be loaded here');
}

// --- code --------------------------------------------------------------------------------------------

/** CPython 3.12: Python/import.c update_compiled_module */
function _fix_co_filename(_m: Obj, code: Obj, path: Obj): Res {
  if (code.type !== codeType) {
    return typeError(`_fix_co_filename() argument 1 must be code, not ${code.type.name}`);
  }
  if (!isStr(path)) return typeError(`_fix_co_filename() argument 2 must be str, not ${path.type.name}`);
  const co = (code as Code).v;
  if (co.filename !== path.v) rename(co, co.filename, path.v);
  return none();
}

function rename(co: CodeObject, from: string, to: string): void {
  if (co.filename !== from) return;
  (co as { filename: string }).filename = to;
  for (const c of co.consts) if (c instanceof CodeObject) rename(c, from, to);
}

/** CPython 3.12: Python/import.c _imp_source_hash_impl */
function source_hash(_m: Obj, key: Obj, source: Obj): Res {
  if (!isInt(key)) return typeError(`'${key.type.name}' object cannot be interpreted as an integer`);
  const bytes = requireBuffer(source);
  if (bytes === null) return null;
  const hash = siphash13(BigInt.asUintN(64, BigInt(key.v)), 0n, bytes);
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, hash, true);
  return newBytes(out);
}

const SUFFIXES = ['.cpython-312-x86_64-linux-gnu.so', '.abi3.so', '.so'];

const makeModule = defineModule('_imp', '(Extremely) low-level import machinery bits as used by importlib.', {
  functions: [
    [
      'extension_suffixes',
      '($module, /)',
      () => newList(SUFFIXES.map(newStr)),
      'Returns the list of file suffixes used to identify extension modules.',
    ],
    [
      'lock_held',
      '($module, /)',
      () => newBool(lock.level > 0),
      'Return True if the import lock is currently held, else False.',
    ],
    [
      'acquire_lock',
      '($module, /)',
      acquire_lock,
      "Acquires the interpreter's import lock for the current thread.",
    ],
    ['release_lock', '($module, /)', release_lock, "Release the interpreter's import lock."],
    [
      'find_frozen',
      '($module, name, /, *, withdata=False)',
      find_frozen,
      'Return info about the corresponding frozen module (if there is one) or None.',
    ],
    [
      'get_frozen_object',
      '($module, name, data=None, /)',
      get_frozen_object,
      'Create a code object for a frozen module.',
    ],
    [
      'is_frozen_package',
      '($module, name, /)',
      is_frozen_package,
      'Returns True if the module name is of a frozen package.',
    ],
    ['create_builtin', '($module, spec, /)', create_builtin, 'Create an extension module.'],
    ['init_frozen', '($module, name, /)', init_frozen, 'Initializes a frozen module.'],
    [
      'is_builtin',
      '($module, name, /)',
      is_builtin,
      'Returns True if the module name corresponds to a built-in module.',
    ],
    [
      'is_frozen',
      '($module, name, /)',
      is_frozen,
      'Returns True if the module name corresponds to a frozen module.',
    ],
    [
      '_frozen_module_names',
      '($module, /)',
      () => newList(Object.keys(system().library.header?.frozen ?? {}).map(newStr)),
      'Returns the list of available frozen modules.',
    ],
    [
      '_override_frozen_modules_for_tests',
      '($module, override, /)',
      () => none(),
      '(internal-only) Override PyConfig.use_frozen_modules.',
    ],
    [
      '_override_multi_interp_extensions_check',
      '($module, override, /)',
      () => newInt(0),
      '(internal-only) Override PyInterpreterConfig.check_multi_interp_extensions.',
    ],
    [
      'create_dynamic',
      '($module, spec, file=<unrepresentable>, /)',
      noExtensions,
      'Create an extension module.',
    ],
    ['exec_dynamic', '($module, mod, /)', () => newInt(0), 'Initialize an extension module.'],
    ['exec_builtin', '($module, mod, /)', exec_builtin, 'Initialize a built-in module.'],
    [
      '_fix_co_filename',
      '($module, code, path, /)',
      _fix_co_filename,
      'Changes code.co_filename to specify the passed-in file path.',
    ],
    ['source_hash', '($module, /, key, source)', source_hash],
  ],
  values: { check_hash_based_pycs: () => newStr('default') },
});

export function impModule(): Module {
  lock.owner = lock.level = 0;
  return makeModule();
}

/** Makes `import` and `open` work in a new run. CPython 3.12: Python/pylifecycle.c init_import_site, init_set_builtins_open */
export function installImport(sys: Module, builtins: Module, modules: DictObj): void {
  initImport(sys, builtins, modules);
  moduleHooks.importModule = importModule;
  libraryHook.mountG = mountLibraryG;
  importHooks.warn = function* (category, message) {
    const r = moduleHooks.warn(category, message);
    return r === null ? yield* settle() : r;
  };
  vmHooks.isInitializing = function* (m) {
    return isModule(m) && isInitializing(getStr(m.v.dict, id('__spec__')));
  };
  const own = moduleGet(builtins, '__import__');
  if (own !== undefined) setBuiltinImport(own);
  const io = ioModule() as Module;
  setStr(modules, id('_io'), io);
  const open = moduleGet(io, 'open')!;
  open.rc++;
  moduleAdd(builtins, 'open', open);
  decref(io);
}
