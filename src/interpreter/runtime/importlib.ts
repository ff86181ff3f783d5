// Importing: `import` statements find modules through CPython's own importlib.
//
// What is needed before importlib exists, and what must be fast, is here: the look into sys.modules, relative names,
// built-in modules. importlib itself is fetched and executed when a program imports the first module that is not built
// in (a program that needs only `sys` or `math` fetches nothing), or before the program starts if its code names
// something that importlib would have set up (sys.meta_path, __spec__, exit).
//
// Answers to CPython 3.12: Python/import.c (PyImport_ImportModuleLevelObject, remove_importlib_frames,
// init_importlib), Python/pylifecycle.c (init_importlib_external).

import { CodeObject } from '../code/codeobject.ts';
import { loads } from '../code/marshal.ts';
import { decref, type Obj, type Res } from '../memory/object.ts';
import { FrameRequest, type Gen, settle, suspend } from '../memory/suspend.ts';
import { compareFast } from '../objects/compare.ts';
import { type DictObj, delStr, getStr, isDict, setStr } from '../objects/dictcore.ts';
import { fetch, matches, PyExc, raise, raiseWith, restore, typeError } from '../objects/errors.ts';
import { type Exc, excField, setExcField } from '../objects/exceptions.ts';
import { runningHooks } from '../objects/hooks.ts';
import {
  execBuiltinG,
  isInitializing,
  isModule,
  type Module,
  moduleAdd,
  moduleGet,
  newModule,
} from '../objects/moduleobject.ts';
import { callG, getAttr, lookupAttrG, truthG } from '../objects/object.ts';
import { isList, isTuple, type List, listResized, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { reprText } from '../objects/strrepr.ts';
import { isSubtype } from '../objects/typecore.ts';
import { type Code, codeObject } from '../vm/coderuntime.ts';
import { frameForCode } from '../vm/frame.ts';
import type { FrameV, TracebackV } from '../vm/frameobject.ts';
import { watchHook } from '../vm/watchhook.ts';
import { whyAbsent } from './absentmodules.ts';
import { importing, importTrace, traceImport } from './importtrace.ts';
import { builtinReadyG, inittab } from './inittab.ts';
import { bootG, frozenG } from './library.ts';
import { system } from './system.ts';

/** What a run's imports need; set by `initImport`. */
interface ImportState {
  sys: Module;
  builtins: Module;
  /** sys.modules as it was made; the program may put another in its place, which is then not asked. */
  modules: DictObj;
  /** The module _frozen_importlib; null: importlib has not been started. */
  bootstrap: Module | null;
  starting: boolean;
  mounted: boolean;
}

let state: ImportState | null = null;

/** Warnings of the import system; put in by the modules. */
export const importHooks: {
  warn: (category: 'DeprecationWarning' | 'ImportWarning', message: string) => Gen;
} = {
  warn: function* () {
    return none();
  },
};

/** What is due when importlib has been started; false with an error. */
export const importlibStarted: { run: () => Gen<boolean> } = {
  run: function* () {
    return true;
  },
};

/** A class of importlib: of _bootstrap, or of _bootstrap_external (borrowed). */
export function importlibClass(name: 'BuiltinImporter' | 'SourceFileLoader' | 'SourcelessFileLoader'): Obj {
  const external = moduleGet(state!.bootstrap!, '_bootstrap_external') as Module;
  return moduleGet(name === 'BuiltinImporter' ? state!.bootstrap! : external, name)!;
}

export function initImport(sys: Module, builtins: Module, modules: DictObj): void {
  state = { sys, builtins, modules, bootstrap: null, starting: false, mounted: false };
  importlibStarted.run = function* () {
    return true;
  };
  importing.length = 0;
  importTrace.muted = false;
  runningHooks.importModuleG = importByNameG;
}

/** References held here, for the audit. */
export function importRoots(): Obj[] {
  return state?.bootstrap == null ? [] : [state.bootstrap];
}

/** sys.modules of the running program. */
export function sysModules(): DictObj {
  return state!.modules;
}

// --- starting importlib ------------------------------------------------------------------------------

/** Makes the library's files known to the file system; false with OSError. */
export function* mountLibraryG(): Gen<boolean> {
  const s = state!;
  if (s.mounted) return true;
  const header = yield* bootG(system().library);
  if (header === null) return false;
  if (!s.mounted) {
    s.mounted = true;
    system().vfs.mountLibrary(header.files, header.mtime);
  }
  return true;
}

/** The code object of a frozen module (new reference); null with an error. */
export function* frozenCodeG(name: string): Gen {
  const bytes = yield* frozenG(system().library, name);
  if (bytes === null) return null;
  const { value, error } = loads(bytes);
  if (error !== null) return raise(PyExc[error.type as 'ValueError'], error.msg);
  if (!(value instanceof CodeObject)) {
    return raise(PyExc.TypeError, `frozen object ${reprText(name)} is not a code object`);
  }
  return codeObject(value);
}

/** Runs a code object as a module's body; None, or null. */
export function* execModuleG(code: Obj, m: Module): Gen {
  const builtins = state!.builtins.v.dict;
  if (getStr(m.v.dict, id('__builtins__')) === undefined) {
    setStr(m.v.dict, id('__builtins__'), state!.builtins);
  }
  const frame = frameForCode(code as Code, m.v.dict, builtins, m.v.dict);
  frame.watched = watchHook.active;
  return yield new FrameRequest(frame);
}

/** A frozen module, executed and in sys.modules (new reference). CPython 3.12: PyImport_ImportFrozenModule */
function* importFrozenG(name: string): Gen<Module | null> {
  const code = yield* frozenCodeG(name);
  if (code === null) return null;
  const m = newModule(name);
  const origin = system().library.header!.frozen[name]!.origname;
  moduleAdd(m, '__origname__', origin === null ? none() : newStr(origin));
  setStr(state!.modules, id(name), m);
  const r = yield* execModuleG(code, m);
  decref(code);
  if (r === null) {
    decref(m);
    return null;
  }
  decref(r);
  return m;
}

/** A built-in module, made anew and put into sys.modules (new reference). */
function makeBuiltin(name: string): Module {
  const m = inittab.get(name)!() as Module;
  setStr(state!.modules, id(name), m);
  return m;
}

function* callNamedG(m: Module, name: string, args: Obj[]): Gen {
  const f = moduleGet(m, name);
  if (f === undefined) return raise(PyExc.AttributeError, `module has no attribute '${name}'`);
  f.rc++;
  const r = yield* callG(f, args);
  decref(f);
  return r;
}

/**
 * Starts importlib: afterwards sys.meta_path has its three finders. False with an error.
 * CPython 3.12: Python/import.c init_importlib, init_importlib_external
 */
export function* startImportlibG(): Gen<boolean> {
  const s = state!;
  if (s.bootstrap !== null) return true;
  if (s.starting) return true;
  s.starting = true;
  importTrace.muted = true;
  const ok = yield* startG(s);
  importTrace.muted = false;
  s.starting = false;
  return ok;
}

function* startG(s: ImportState): Gen<boolean> {
  if (!(yield* mountLibraryG())) return false;
  const bootstrap = yield* importFrozenG('_frozen_importlib');
  if (bootstrap === null) return false;
  const imp = makeBuiltin('_imp');
  s.bootstrap = bootstrap;
  for (const [name, args] of [
    ['_install', [s.sys, imp]],
    ['_install_external_importers', []],
  ] as [string, Obj[]][]) {
    const r = yield* callNamedG(bootstrap, name, args);
    if (r === null) {
      decref(imp);
      return false;
    }
    decref(r);
  }
  decref(imp);
  return (yield* zipImportG(s)) && (yield* siteBuiltinsG(s)) && (yield* importlibStarted.run());
}

/** The first of sys.path_hooks is for zip files. CPython 3.12: Python/import.c init_zipimport */
function* zipImportG(s: ImportState): Gen<boolean> {
  const module = yield* importByNameG('zipimport');
  if (module === null) return false;
  const importer = moduleGet(module as Module, 'zipimporter');
  const hooks = moduleGet(s.sys, 'path_hooks');
  if (importer !== undefined && hooks !== undefined && isList(hooks)) {
    importer.rc++;
    hooks.v.unshift(importer);
    listResized(hooks as List, hooks.v.length);
  }
  decref(module);
  return true;
}

/** `exit`, `quit` and `help`, which site puts into builtins. CPython 3.12: Lib/site.py setquit, sethelper */
function* siteBuiltinsG(s: ImportState): Gen<boolean> {
  const module = yield* importByNameG('_sitebuiltins');
  if (module === null) return false;
  const make = function* (cls: string, ...texts: string[]): Gen {
    const args = texts.map(newStr);
    const r = yield* callNamedG(module as Module, cls, args);
    for (const a of args) decref(a);
    return r;
  };
  const eof = 'Ctrl-D (i.e. EOF)';
  for (const [name, cls, args] of [
    ['quit', 'Quitter', ['quit', eof]],
    ['exit', 'Quitter', ['exit', eof]],
    ['help', '_Helper', []],
  ] as [string, string, string[]][]) {
    const o = yield* make(cls, ...args);
    if (o === null) {
      decref(module);
      return false;
    }
    moduleAdd(s.builtins, name, o);
  }
  decref(module);
  return true;
}

/** Names that only mean something once importlib, or site, has been there. */
const REVEALING = new Set([
  'meta_path',
  'path_hooks',
  'path_importer_cache',
  '__spec__',
  '__loader__',
  'exit',
  'quit',
  'help',
]);
/** Names that the site module puts into builtins and that need os. */
const OF_SITE = new Set(['copyright', 'credits', 'license']);

function namesIn(code: CodeObject, wanted: Set<string>): boolean {
  if (code.names.some((n) => wanted.has(n))) return true;
  return code.consts.some((c) => c instanceof CodeObject && namesIn(c, wanted));
}

/** Before the program starts: what its code names must be there. False with an error. */
export function* prepareImportsG(code: CodeObject): Gen<boolean> {
  const site = namesIn(code, OF_SITE);
  if (!site && !namesIn(code, REVEALING)) return true;
  if (!(yield* startImportlibG())) return false;
  if (!site) return true;
  const m = yield* importByNameG('site');
  if (m === null) return false;
  decref(m);
  return true;
}

// --- __import__ --------------------------------------------------------------------------------------

/** Built-in modules that can be made before importlib is there: it would find them first anyway. */
function isEarlyBuiltin(name: string): boolean {
  return state!.bootstrap === null && inittab.has(name) && name !== 'posix' && name !== '_imp';
}

/** `__import__(name, globals, locals, fromlist, level)`. CPython 3.12: PyImport_ImportModuleLevelObject */
export function importModule(
  name: Obj,
  globals: Obj | null,
  _locals: Obj | null,
  fromlist: Obj | null,
  level: number,
): Res {
  if (level === 0 && isStr(name)) {
    // What most imports are: the module is there already.
    const m = getStr(state!.modules, name);
    if (m !== undefined && m !== None && isModule(m) && !isInitializing(getStr(m.v.dict, id('__spec__')))) {
      const from =
        fromlist !== null && fromlist !== None && !(isTuple(fromlist) && (fromlist as Tuple).v.length === 0);
      if (from ? getStr(m.v.dict, id('__path__')) === undefined : !name.v.includes('.')) {
        traceImport({ kind: 'cached', name: name.v });
        m.rc++;
        return m;
      }
    }
  }
  const keep = [name];
  for (const o of [globals, fromlist]) if (o !== null) keep.push(o);
  return suspend(importLevelG(name, globals, fromlist, level), keep);
}

function* importLevelG(name: Obj, globals: Obj | null, fromlist: Obj | null, level: number): Gen {
  if (!isStr(name)) return typeError('module name must be a string');
  if (level < 0) return raise(PyExc.ValueError, 'level must be >= 0');
  let absolute: Str;
  if (level > 0) {
    const resolved = yield* resolveNameG(name.v, globals, level);
    if (resolved === null) return null;
    absolute = newStr(resolved);
  } else {
    if (name.v === '') return raise(PyExc.ValueError, 'Empty module name');
    name.rc++;
    absolute = name;
  }
  const r = yield* importAbsoluteG(absolute, name.v, fromlist, level);
  decref(absolute);
  return r;
}

function* importAbsoluteG(absolute: Str, name: string, fromlist: Obj | null, level: number): Gen {
  let m = yield* modulesGetG(absolute);
  if (m === null) return null;
  if (m !== undefined && m !== None) {
    traceImport({ kind: 'cached', name: absolute.v });
    if (!(yield* ensureInitializedG(m, absolute))) {
      decref(m);
      return null;
    }
  } else {
    if (m !== undefined) decref(m);
    m = yield* findAndLoadG(absolute);
    if (m === null) return null;
  }
  let from = 0;
  if (fromlist !== null && fromlist !== None) {
    from = yield* truthG(fromlist);
    if (from < 0) {
      decref(m);
      return null;
    }
  }
  if (from === 0) return yield* outermostG(m, absolute.v, name, level);
  const path = yield* lookupAttrG(m, id('__path__'));
  if (path === null) {
    decref(m);
    return null;
  }
  if (path === undefined) return m;
  decref(path);
  if (!(yield* startImportlibG())) {
    decref(m);
    return null;
  }
  const r = yield* callNamedG(state!.bootstrap!, '_handle_fromlist', [m, fromlist!, importFunction()]);
  decref(m);
  return r;
}

/** `import a.b.c` gives a. Takes over `m`. */
function* outermostG(m: Obj, absolute: string, name: string, level: number): Gen {
  if (level > 0 && name === '') return m;
  const dot = name.indexOf('.');
  if (dot < 0) return m;
  decref(m);
  if (level === 0) {
    const front = newStr(name.slice(0, dot));
    const r = yield* importLevelG(front, null, null, 0);
    decref(front);
    return r;
  }
  const wanted = newStr(absolute.slice(0, absolute.length - (name.length - dot)));
  const r = yield* modulesGetG(wanted);
  decref(wanted);
  if (r !== undefined) return r;
  return raise(PyExc.KeyError, `${reprText(wanted.v)} not in sys.modules as expected`);
}

/** The module of that name in sys.modules (new reference); undefined: none; null: an error. CPython 3.12: import_get_module */
function* modulesGetG(name: Str): Gen<Obj | null | undefined> {
  const modules = moduleGet(state!.sys, 'modules');
  if (modules === undefined) return raise(PyExc.RuntimeError, 'unable to get sys.modules');
  if (isDict(modules)) {
    const m = getStr(modules, name);
    if (m !== undefined) m.rc++;
    return m;
  }
  const get = modules.type.mp_subscript;
  if (get === null) return typeError(`'${modules.type.name}' object is not subscriptable`);
  let r = get(modules, name);
  if (r === null) r = yield* settle();
  if (r !== null) return r;
  if (!matches(PyExc.KeyError)) return null;
  decref(fetch()!);
  return undefined;
}

/** Waits for another thread that is still importing the module. CPython 3.12: import_ensure_initialized */
function* ensureInitializedG(m: Obj, name: Str): Gen<boolean> {
  let spec: Obj | null | undefined;
  if (isModule(m)) {
    spec = getStr(m.v.dict, id('__spec__'));
    if (spec !== undefined) spec.rc++;
  } else spec = yield* lookupAttrG(m, id('__spec__'));
  if (spec === null) return false;
  if (spec === undefined) return true;
  const busy = spec !== None && isInitializing(spec);
  decref(spec);
  if (!busy || state!.bootstrap === null) return true;
  const r = yield* callNamedG(state!.bootstrap, '_lock_unlock_module', [name]);
  if (r === null) return false;
  decref(r);
  return true;
}

/** builtins.__import__ as it was made. */
let builtinImport: Obj | null = null;
export function setBuiltinImport(f: Obj): void {
  builtinImport = f;
}
function importFunction(): Obj {
  return builtinImport ?? None;
}

/** CPython 3.12: import_find_and_load */
function* findAndLoadG(name: Str): Gen {
  traceImport({ kind: 'import', name: name.v });
  if (isEarlyBuiltin(name.v)) {
    traceImport({ kind: 'builtin', name: name.v, found: true });
    traceImport({ kind: 'load', name: name.v, how: 'builtin' });
    if (!(yield* builtinReadyG(name.v))) return null;
    const m = makeBuiltin(name.v);
    const ok = yield* execBuiltinG(m);
    traceImport({ kind: ok ? 'done' : 'failed', name: name.v });
    if (ok) return m;
    delStr(state!.modules, name);
    decref(m);
    return null;
  }
  if (!(yield* startImportlibG())) return null;
  if (name.v === 'genericpath' && getStr(state!.modules, id('os')) === undefined) {
    // It and os need each other, and only one order works: CPython has imported os before any program begins.
    const os = yield* importByNameG('os');
    if (os === null) return null;
    decref(os);
    const m = yield* modulesGetG(name);
    if (m !== undefined) return m;
  }
  importing.push(name.v);
  const r = yield* callNamedG(state!.bootstrap!, '_find_and_load', [name, importFunction()]);
  importing.splice(importing.lastIndexOf(name.v), 1);
  traceImport({ kind: r === null ? 'failed' : 'done', name: name.v });
  if (r === null) {
    explainAbsence();
    removeImportlibFrames();
  }
  return r;
}

/** The error for a module of CPython's library that is not in here says why. */
function explainAbsence(): void {
  if (!matches(PyExc.ModuleNotFoundError)) return;
  const exc = fetch() as Exc;
  const name = excField(exc, 'name');
  const message = excField(exc, 'msg');
  const reason = name !== null && isStr(name) ? whyAbsent(name.v) : undefined;
  if (
    reason !== undefined &&
    message !== null &&
    isStr(message) &&
    message.v === `No module named '${name!.v}'`
  ) {
    const text = newStr(`${message.v}: ${reason}`);
    text.rc++;
    setExcField(exc, 'msg', text);
    const { args } = exc.v;
    exc.v.args = newTuple([text]);
    decref(args);
  }
  restore(exc);
}

const IMPORTLIB = new Set(['<frozen importlib._bootstrap>', '<frozen importlib._bootstrap_external>']);

/**
 * Takes importlib's own frames out of the traceback: readers of a program should see the program.
 * CPython 3.12: Python/import.c remove_importlib_frames
 */
function removeImportlibFrames(): void {
  const exc = fetch() as Exc;
  const always = isSubtype(exc.type, PyExc.ImportError);
  type Tb = Obj<TracebackV>;
  // Entries whose `next` is followed; null: the exception itself.
  let link: Tb | null = null;
  let beforeChunk: Tb | null = null;
  let inside = false;
  for (let tb = exc.v.traceback as Tb | null; tb !== null; ) {
    const next: Tb | null = tb.v.next as Tb | null;
    const code = ((tb.v.frame as Obj<FrameV>).v.code as Code).v;
    const ours = IMPORTLIB.has(code.filename);
    if (ours && !inside) beforeChunk = link;
    inside = ours;
    if (ours && (always || code.name === '_call_with_frames_removed')) {
      // Everything from the start of the chunk to here goes.
      if (next !== null) next.rc++;
      const old: Obj | null = beforeChunk === null ? exc.v.traceback : beforeChunk.v.next;
      if (beforeChunk === null) exc.v.traceback = next;
      else beforeChunk.v.next = next;
      if (old !== null) decref(old);
      link = beforeChunk;
    } else link = tb;
    tb = next;
  }
  restore(exc);
}

/** CPython 3.12: Python/import.c resolve_name */
function* resolveNameG(name: string, globals: Obj | null, level: number): Gen<string | null> {
  if (globals === null) return raise(PyExc.KeyError, "'__name__' not in globals");
  if (!isDict(globals)) return typeError('globals must be a dict');
  const get = (key: string): Obj | undefined => {
    const o = getStr(globals, id(key));
    return o === None ? undefined : o;
  };
  const packageObj = get('__package__');
  const spec = get('__spec__');
  let base: string;
  if (packageObj !== undefined) {
    if (!isStr(packageObj)) return typeError('package must be a string');
    base = packageObj.v;
    if (spec !== undefined) {
      const parent = yield* attributeG(spec, 'parent');
      if (parent === null) return null;
      const same = compareFast(packageObj, parent) === 1;
      decref(parent);
      if (!same) {
        const w = yield* importHooks.warn('DeprecationWarning', '__package__ != __spec__.parent');
        if (w === null) return null;
        decref(w);
      }
    }
  } else if (spec !== undefined) {
    const parent = yield* attributeG(spec, 'parent');
    if (parent === null) return null;
    if (!isStr(parent)) {
      decref(parent);
      return typeError('__spec__.parent must be a string');
    }
    base = parent.v;
    decref(parent);
  } else {
    const w = yield* importHooks.warn(
      'ImportWarning',
      "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
    );
    if (w === null) return null;
    decref(w);
    const own = get('__name__');
    if (own === undefined) return raise(PyExc.KeyError, "'__name__' not in globals");
    if (!isStr(own)) return typeError('__name__ must be a string');
    base = own.v;
    if (getStr(globals, id('__path__')) === undefined) {
      const dot = base.lastIndexOf('.');
      if (dot < 0) return noParent();
      base = base.slice(0, dot);
    }
  }
  if (base === '') return noParent();
  for (let up = 1; up < level; up++) {
    const dot = base.lastIndexOf('.');
    if (dot < 0) return raise(PyExc.ImportError, 'attempted relative import beyond top-level package');
    base = base.slice(0, dot);
  }
  return name === '' ? base : `${base}.${name}`;
}

function noParent(): null {
  return raise(PyExc.ImportError, 'attempted relative import with no known parent package');
}

function* attributeG(o: Obj, name: string): Gen {
  const r = getAttr(o, id(name));
  return r === null ? yield* settle() : r;
}

/** Imports a module by its full name (new reference to that module, not to its outermost package). */
export function* importByNameG(name: string): Gen {
  const key = newStr(name);
  const r = yield* importLevelG(key, null, null, 0);
  if (r === null) {
    decref(key);
    return null;
  }
  decref(r);
  const m = yield* modulesGetG(key);
  decref(key);
  if (m !== undefined) return m;
  return raiseWith(PyExc.KeyError, newStr(name));
}
