// Modules: a namespace with a name; and how a module written in TypeScript is declared.
//
//     export const mathModule = defineModule('math', 'This module provides ...', {
//       functions: [['sqrt', '(x, /)', math_sqrt, 'Return the square root of x.']],
//       values: { pi: () => newFloat(Math.PI) },
//     });
//
// A declaration answers a factory: each run of the interpreter makes module objects of its own, while the natives'
// definitions are made once.
//
// The payload's `dict` is also the instance's `__dict__` (`x`): one reference, owned through `x`.
//
// Answers to CPython 3.12: Objects/moduleobject.c, Lib/importlib/_bootstrap.py _module_repr.
// Absent: PyModuleDef slots and module state (a module's file keeps what it needs).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getset, method } from './descrobject.ts';
import { type DictObj, delStr, getStr, isDict, newDict, setStr } from './dictcore.ts';
import { clearIf, matches, PyExc, typeError } from './errors.ts';
import { dictGetSet } from './funcobject.ts';
import { bindArguments, NativeDef, type NativeFn, newBuiltin } from './methodobject.ts';
import {
  attributeError,
  genericGetAttr,
  genericSetAttr,
  instanceDict,
  objectCall,
  reprG,
  truth,
} from './object.ts';
import { argTypeName } from './searchargs.ts';
import { isList, type List, newList } from './seqcore.ts';
import { None, none } from './singletons.ts';
import { id, intern, isStr, newStr, type Str } from './strcore.ts';
import { isSubtype } from './typecore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

export interface ModuleV {
  /** The namespace: the same object as `x`, which owns the reference. */
  dict: DictObj;
  /** Written in TypeScript: shown as "(built-in)". */
  builtin: boolean;
  /** What is left to do when importlib executes a built-in module. */
  exec?: (m: Module) => Gen<boolean>;
}
export type Module = Obj<ModuleV>;

export const moduleType = new PyType('module', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);

export function isModule(o: Obj): o is Module {
  return o.type === moduleType || isSubtype(o.type, moduleType);
}

/** A module with an empty namespace but for its name (new reference). CPython 3.12: PyModule_New */
export function newModule(name: string, doc: string | null = null): Module {
  const dict = newDict();
  const m: Module = new Obj<ModuleV>(moduleType, { dict, builtin: false });
  m.x = dict;
  gcTrack(m);
  fill(dict, newStr(name), doc === null ? none() : newStr(doc));
  return m;
}

/** CPython 3.12: Objects/moduleobject.c module_init_dict. Takes over name and doc. */
function fill(dict: DictObj, name: Obj, doc: Obj): void {
  setStr(dict, id('__name__'), name);
  setStr(dict, id('__doc__'), doc);
  setStr(dict, id('__package__'), None);
  setStr(dict, id('__loader__'), None);
  setStr(dict, id('__spec__'), None);
  decref(name);
  decref(doc);
}

/** Puts a value into a module; takes over the reference. */
export function moduleAdd(m: Module, name: string, value: Obj): void {
  const key = intern(name);
  setStr(m.v.dict, key, value);
  decref(key);
  decref(value);
}

/** A value of a module by name (borrowed), or undefined. */
export function moduleGet(m: Module, name: string): Obj | undefined {
  const key = intern(name);
  const r = getStr(m.v.dict, key);
  decref(key);
  return r;
}

export type FunctionRow = readonly [name: string, sig: string, fn: NativeFn, doc?: string];
export interface ModuleParts {
  functions?: readonly FunctionRow[];
  /** Constants: each is made anew (a new reference) for each module object. */
  values?: { readonly [name: string]: () => Obj };
  types?: { readonly [name: string]: PyType };
  /** What is left to do for a new module object. */
  init?: (m: Module) => void;
  /** What needs Python code to run (other modules imported); false: an error is set. CPython 3.12: Py_mod_exec */
  exec?: (m: Module) => Gen<boolean>;
}

/** Declares a built-in module; the answer makes a fresh module object (new reference). */
export function defineModule(name: string, doc: string | null, parts: ModuleParts): () => Module {
  let defs: NativeDef[] | null = null;
  return () => {
    defs ??= (parts.functions ?? []).map(
      ([fname, sig, fn, fdoc]) =>
        new NativeDef(fname, sig, fn, fdoc ?? null, name === 'builtins' ? null : name),
    );
    const m = newModule(name, doc);
    m.v.builtin = true;
    const moduleName = newStr(name);
    for (const def of defs) moduleAdd(m, def.name, newBuiltin(def, m, moduleName));
    decref(moduleName);
    const { values, types } = parts;
    if (types !== undefined) {
      for (const key in types) {
        const self: Obj = types[key]!.self;
        self.rc++;
        moduleAdd(m, key, self);
      }
    }
    if (values !== undefined) for (const key in values) moduleAdd(m, key, values[key]!());
    parts.init?.(m);
    if (parts.exec !== undefined) m.v.exec = parts.exec;
    return m;
  };
}

/** Does what a new built-in module left to do; false: an error is set. CPython 3.12: Objects/moduleobject.c PyModule_ExecDef */
export function* execBuiltinG(m: Module): Gen<boolean> {
  const { exec } = m.v;
  if (exec === undefined) return true;
  delete m.v.exec;
  return yield* exec(m);
}

/** A static type of a module: its name is "module.name" (new types of modules are made with this). */
export function moduleOwnType(dotted: string, flags: number): PyType {
  const type = new PyType(dotted, flags, typeType);
  type.qualname = dotted.slice(dotted.lastIndexOf('.') + 1);
  return type;
}

// Types of modules are declared when their files are loaded, before the basic types are ready: they wait here.
const waiting: PyType[] = [];
let ready = false;

/** typeReady, now or as soon as the basic types are. */
export function readyLater(type: PyType): void {
  if (ready) typeReady(type);
  else waiting.push(type);
}

/** Makes the waiting types ready, in the order of their declaration. */
export function readyModuleTypes(): void {
  ready = true;
  for (const type of waiting) typeReady(type);
  waiting.length = 0;
}

// --- attributes --------------------------------------------------------------------------------------

/** A field of a module's `__spec__` that importlib sets (borrowed). */
function specField(spec: Obj | undefined, name: string): Obj | undefined {
  if (spec === undefined || spec === None) return undefined;
  const d = instanceDict(spec);
  return d === null ? undefined : getStr(d, id(name));
}

/** True while the module's code is still running. CPython 3.12: _PyModuleSpec_IsInitializing */
export function isInitializing(spec: Obj | undefined): boolean {
  const flag = specField(spec, '_initializing');
  return flag !== undefined && truth(flag) === 1;
}

/** CPython 3.12: Objects/moduleobject.c _Py_module_getattro_impl */
export function moduleGetAttr(o: Obj, name: Obj): Res {
  const dict = (o as Module).v.dict;
  // What nearly every access is: a name of the namespace that no attribute of the type overrides.
  const found = getStr(dict, name as Str);
  if (found !== undefined && o.type === moduleType && !(name as Str).v.startsWith('__')) {
    found.rc++;
    return found;
  }
  const r = genericGetAttr(o, name);
  if (r !== null) return r;
  if (tstate.pending !== null) return suspend(getAttrRest(o as Module, name), [o, name]);
  return missing(o as Module, name);
}

function* getAttrRest(m: Module, name: Obj): Gen {
  const r = yield* settle();
  if (r !== null) return r;
  const again = missing(m, name);
  return again === null ? yield* settle() : again;
}

function missing(m: Module, name: Obj): Res {
  if (!matches(PyExc.AttributeError)) return null;
  const dict = m.v.dict;
  const hook = getStr(dict, id('__getattr__'));
  clearIf(PyExc.AttributeError);
  if (hook !== undefined) {
    hook.rc++;
    const r = objectCall(hook, [name]);
    decref(hook);
    return r;
  }
  const modName = getStr(dict, id('__name__'));
  const attr = (name as Str).v;
  if (modName === undefined || !isStr(modName)) {
    return attributeError(m, name, `module has no attribute '${attr}'`);
  }
  const spec = getStr(dict, id('__spec__'));
  if (isInitializing(spec)) {
    return attributeError(
      m,
      name,
      `partially initialized module '${modName.v}' has no attribute '${attr}' (most likely due to a circular import)`,
    );
  }
  const pending = specField(spec, '_uninitialized_submodules');
  if (pending !== undefined && isList(pending)) {
    if ((pending as List).v.some((s) => isStr(s) && s.v === attr)) {
      return attributeError(
        m,
        name,
        `cannot access submodule '${attr}' of module '${modName.v}' (most likely due to a circular import)`,
      );
    }
  }
  return attributeError(m, name, `module '${modName.v}' has no attribute '${attr}'`);
}

// --- repr --------------------------------------------------------------------------------------------

function* attr(o: Obj, name: string): Gen<Obj | null> {
  const key = id(name);
  const get = o.type.tp_getattro;
  let r = get === null ? null : get(o, key);
  if (r === null) r = yield* settle();
  if (r === null) {
    if (!clearIf(PyExc.AttributeError)) return null;
    return none();
  }
  return r;
}

/** CPython 3.12: Lib/importlib/_bootstrap.py _module_repr, _module_repr_from_spec */
function* moduleReprG(m: Module): Gen {
  const dict = m.v.dict;
  const spec = getStr(dict, id('__spec__'));
  if (spec !== undefined && spec !== None) {
    const name = yield* attr(spec, 'name');
    if (name === null) return null;
    const origin = yield* attr(spec, 'origin');
    if (origin === null) {
      decref(name);
      return null;
    }
    const shown = name === None ? '?' : ((yield* reprG(name))?.v ?? '?');
    const label = name === None ? "'?'" : shown;
    decref(name);
    if (origin === None) {
      decref(origin);
      return yield* withLoader(label, yield* attr(spec, 'loader'));
    }
    const located = yield* attr(spec, 'has_location');
    const text = isStr(origin) ? origin.v : '?';
    const quoted = (yield* reprG(origin))?.v ?? '?';
    decref(origin);
    const from = located !== null && truth(located) === 1;
    if (located !== null) decref(located);
    return newStr(from ? `<module ${label} from ${quoted}>` : `<module ${label} (${text})>`);
  }
  const name = getStr(dict, id('__name__'));
  const label = name === undefined ? "'?'" : ((yield* reprG(name))?.v ?? "'?'");
  const file = getStr(dict, id('__file__'));
  if (file !== undefined) {
    const quoted = yield* reprG(file);
    if (quoted === null) return null;
    const text = `<module ${label} from ${quoted.v}>`;
    decref(quoted);
    return newStr(text);
  }
  if (m.v.builtin) return newStr(`<module ${label} (built-in)>`);
  const loader = getStr(dict, id('__loader__')) ?? None;
  loader.rc++;
  return yield* withLoader(label, loader);
}

function* withLoader(label: string, loader: Obj | null): Gen {
  if (loader === null) return null;
  if (loader === None) {
    decref(loader);
    return newStr(`<module ${label}>`);
  }
  const text = yield* reprG(loader);
  decref(loader);
  if (text === null) return null;
  const r = newStr(`<module ${label} (${text.v})>`);
  decref(text);
  return r;
}

// --- the type ----------------------------------------------------------------------------------------

const initDef = new NativeDef('module', '(name, doc=None)', () => none(), null, null);

export function initModules(): void {
  const t = moduleType;
  t.doc =
    'Create a module object.\n\nThe name must be a string; the optional docstring argument can have any type.';
  t.hasDict = true;
  t.hasWeakrefs = true;
  t.basicsize = 56;
  t.tp_getattro = moduleGetAttr;
  t.tp_setattro = genericSetAttr;
  t.tp_repr = (o) => suspend(moduleReprG(o as Module), [o]);
  t.tp_new = (cls) => {
    const dict = newDict();
    const m = allocInstance<ModuleV>(cls.v, { dict, builtin: false });
    m.x = dict;
    return m;
  };
  t.tp_init = (o, args, kwnames) => {
    const bound = bindArguments(initDef, args, kwnames);
    if (bound === null) return null;
    const [name, doc] = bound as (Obj | undefined)[];
    if (!isStr(name!)) return typeError(`module() argument 'name' must be str, not ${argTypeName(name!)}`);
    name!.rc++;
    const d = doc ?? None;
    d.rc++;
    fill((o as Module).v.dict, name!, d);
    return none();
  };
  t.tp_traverse = (o, visit) => {
    if (o.x !== null) visit(o.x as Obj);
  };
  // The namespace is let go, not emptied: functions of the module may live on with it.
  t.tp_clear = t.tp_dealloc = (o) => {
    const dict = o.x as DictObj | null;
    o.x = null;
    if (dict !== null) decref(dict);
  };
  dictGetSet(t);
  getset(
    t,
    '__annotations__',
    (o) => {
      const dict = (o as Module).v.dict;
      let a = getStr(dict, id('__annotations__'));
      if (a === undefined) {
        a = newDict();
        setStr(dict, id('__annotations__'), a);
        return a;
      }
      a.rc++;
      return a;
    },
    (o, value) => {
      const dict = (o as Module).v.dict;
      if (value !== null) setStr(dict, id('__annotations__'), value);
      else if (!delStr(dict, id('__annotations__'))) {
        return attributeError(o, id('__annotations__'), '__annotations__');
      }
      return none();
    },
  );
  method(
    t,
    '__dir__',
    '!($self, /)',
    (self: Obj) => suspend(moduleDirG(self as Module), [self]),
    '__dir__() -> list\nspecialized dir() implementation',
  );
  typeReady(t);
}

/** CPython 3.12: Objects/moduleobject.c module_dir */
function* moduleDirG(m: Module): Gen {
  const dict = m.v.dict;
  if (!isDict(dict)) return typeError('<module>.__dict__ is not a dictionary');
  const own = getStr(dict, id('__dir__'));
  if (own !== undefined) {
    own.rc++;
    let r = objectCall(own, []);
    if (r === null) r = yield* settle();
    decref(own);
    return r;
  }
  const names: Obj[] = [];
  for (const k of dict.v.keys) if (k !== undefined) names.push((k.rc++, k));
  return newList(names);
}
