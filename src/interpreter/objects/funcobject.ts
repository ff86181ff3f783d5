// Functions defined in Python, and the wrappers around them: staticmethod, classmethod, bound methods, cells.
//
// What a function needs to run (its code, globals, defaults, closure) is here; running it is the VM's.
//
// Answers to CPython 3.12: Objects/funcobject.c, Objects/classobject.c, Objects/cellobject.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, ref, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { compareFast, Py_EQ, Py_NE } from './compare.ts';
import { attribute, getset, member, method, setStaticMethodOf } from './descrobject.ts';
import { reduceToGetattr } from './descrtypes.ts';
import { type DictObj, getStr, isDict, newDict } from './dictcore.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { callFrameHooks } from './hooks.ts';
import { newBool } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import {
  genericGetAttr,
  genericSetAttr,
  getAttr,
  hexAddress,
  lookupAttrG,
  objectCall,
  objectRepr,
  richCompare,
  setAttr,
} from './object.ts';
import { compareNumbers } from './seqcompare.ts';
import { isTuple, type Tuple } from './seqcore.ts';
import { None, none, notImplemented } from './singletons.ts';
import { hashNotImplemented, pointerHash } from './slotdefs.ts';
import { id, intern, isStr, newStr, type Str } from './strcore.ts';
import { lookup } from './typecore.ts';
import { allocInstance, typeReady } from './typeobject.ts';

/** Payload of a function. All fields own references. */
export class Func {
  code: Obj;
  globals: DictObj;
  builtins: DictObj;
  name: Obj;
  qualname: Obj;
  defaults: Tuple | null = null;
  kwdefaults: DictObj | null = null;
  closure: Tuple | null = null;
  annotations: Obj | null = null;
  doc: Obj;
  module: Obj | null;
  typeParams: Obj | null = null;
  /**
   * Stands for the code, the defaults and the annotations; functions that MAKE_FUNCTION makes of one code object share
   * it. 0: none yet. CPython 3.12: func_version
   */
  version = 0;
  constructor(
    code: Obj,
    globals: DictObj,
    builtins: DictObj,
    name: Obj,
    qualname: Obj,
    doc: Obj,
    module: Obj | null,
  ) {
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.name = name;
    this.qualname = qualname;
    this.doc = doc;
    this.module = module;
  }
}
export type PyFunction = Obj<Func>;

export const functionType = new PyType('function', TPFLAGS.HAVE_GC, typeType);
export const methodType = new PyType('method', TPFLAGS.HAVE_GC, typeType);
export const staticMethodType = new PyType('staticmethod', TPFLAGS.HAVE_GC | TPFLAGS.BASETYPE, typeType);
export const classMethodType = new PyType('classmethod', TPFLAGS.HAVE_GC | TPFLAGS.BASETYPE, typeType);
export const cellType = new PyType('cell', TPFLAGS.HAVE_GC, typeType);

/** A function object; takes references of its own. */
export function newFunction(
  code: Obj,
  globals: DictObj,
  builtins: DictObj,
  name: Obj,
  qualname: Obj,
  doc: Obj,
  module: Obj | null,
): PyFunction {
  for (const o of [code, globals, builtins, name, qualname, doc]) o.rc++;
  if (module !== null) module.rc++;
  const f: PyFunction = new Obj<Func>(
    functionType,
    new Func(code, globals, builtins, name, qualname, doc, module),
  );
  gcTrack(f);
  return f;
}

function funcParts(f: Func): (Obj | null)[] {
  return [
    f.code,
    f.globals,
    f.builtins,
    f.name,
    f.qualname,
    f.defaults,
    f.kwdefaults,
    f.closure,
    f.annotations,
    f.doc,
    f.module,
    f.typeParams,
  ];
}

// --- cells -------------------------------------------------------------------------------------------

export interface CellV {
  value: Obj | null;
}
export type Cell = Obj<CellV>;

/** A cell; takes over the reference. */
export function newCell(value: Obj | null): Cell {
  const c: Cell = new Obj<CellV>(cellType, { value });
  gcTrack(c);
  return c;
}

// --- bound methods -----------------------------------------------------------------------------------

export interface Method {
  func: Obj;
  self: Obj;
}

/** A bound method; takes references of its own. CPython 3.12: Objects/classobject.c PyMethod_New */
export function newMethod(func: Obj, self: Obj): Obj<Method> {
  func.rc++;
  self.rc++;
  const m = new Obj<Method>(methodType, { func, self });
  gcTrack(m);
  return m;
}

/** staticmethod and classmethod; null until `__init__` has run. */
export interface Wrapped {
  callable: Obj | null;
}

/** Takes a reference of its own. */
export function wrap(type: PyType, callable: Obj): Obj<Wrapped> {
  callable.rc++;
  const w = new Obj<Wrapped>(type, { callable });
  gcTrack(w);
  return w;
}

/** Copies `__name__`, `__doc__` and the like from the wrapped function. CPython 3.12: functools_wraps */
function* copyAttributes(w: Obj<Wrapped>): Gen {
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__']) {
    const value = yield* lookupAttrG(w.v.callable!, id(name));
    if (value === null) return null;
    if (value === undefined) continue;
    let r = setAttr(w, id(name), value);
    if (r === null) r = yield* settle();
    decref(value);
    if (r === null) return null;
    decref(r);
  }
  return none();
}

/** CPython 3.12: Objects/funcobject.c sm_init, cm_init */
function wrapperInit(type: PyType) {
  return (o: Obj, args: Obj[], kwnames: Obj[] | null): Res => {
    if (kwnames !== null && kwnames.length > 0) return typeError(`${type.name}() takes no keyword arguments`);
    if (args.length !== 1) return typeError(`${type.name} expected 1 argument, got ${args.length}`);
    const w = o as Obj<Wrapped>;
    const old = w.v.callable;
    const callable = args[0]!;
    callable.rc++;
    w.v.callable = callable;
    xdecref(old);
    return suspend(copyAttributes(w), [o]);
  };
}

const asFunc = (o: Obj): Func => (o as PyFunction).v;

const FUNCTION_SIG = new NativeDef(
  'function',
  '(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)',
  () => none(),
  null,
  null,
);

/** types.FunctionType(...). CPython 3.12: Objects/funcobject.c func_new_impl */
function functionNew(_cls: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(FUNCTION_SIG, args, kwnames);
  if (bound === null) return null;
  const [code, globals, name = None, defaults = None, closure = None, kwdefaults = None] = bound as (
    | Obj
    | undefined
  )[];
  if (code!.type.name !== 'code')
    return typeError(`function() argument 'code' must be code, not ${code!.type.name}`);
  if (!isDict(globals!))
    return typeError(`function() argument 'globals' must be dict, not ${globals!.type.name}`);
  if (name !== None && !isStr(name)) return typeError('arg 3 (name) must be None or string');
  if (defaults !== None && !isTuple(defaults)) return typeError('arg 4 (defaults) must be None or tuple');
  const co = (code as Obj<{ name: string; qualname: string; nfreevars: number; consts: readonly unknown[] }>)
    .v;
  if (closure !== None && !isTuple(closure))
    return typeError(
      co.nfreevars > 0 ? 'arg 5 (closure) must be tuple' : 'arg 5 (closure) must be None or tuple',
    );
  const cells = closure === None ? 0 : (closure as Tuple).v.length;
  if (cells !== co.nfreevars) {
    if (closure === None) return typeError('arg 5 (closure) must be tuple');
    return raise(PyExc.ValueError, `${co.name} requires closure of length ${co.nfreevars}, not ${cells}`);
  }
  if (closure !== None) {
    for (const c of (closure as Tuple).v) {
      if (c.type !== cellType) return typeError(`arg 5 (closure) expected cell, found ${c.type.name}`);
    }
  }
  const own = name === None ? newStr(co.name) : ref(name);
  const qualname = name === None ? newStr(co.qualname) : ref(name);
  const first = co.consts[0];
  const doc = typeof first === 'string' ? newStr(first) : none();
  const module = getStr(globals, id('__name__')) ?? null;
  const builtins = getStr(globals, id('__builtins__'));
  const dict =
    builtins === undefined
      ? callFrameHooks.builtins()
      : isDict(builtins)
        ? builtins
        : (builtins as Obj<{ dict: DictObj }>).v.dict;
  const f = newFunction(code!, globals, dict, own, qualname, doc, module);
  for (const o of [own, qualname, doc]) decref(o);
  if (defaults !== None) f.v.defaults = ref(defaults) as Tuple;
  if (closure !== None) f.v.closure = ref(closure) as Tuple;
  if (kwdefaults !== None) f.v.kwdefaults = ref(kwdefaults) as DictObj;
  return f;
}

export function initFunctions(): void {
  // function; `__call__` leads to what the vm puts into the slot later
  functionType.tp_call = (f, args, kwnames) => functionType.tp_call!(f, args, kwnames);
  functionType.hasDict = true;
  functionType.hasWeakrefs = true;
  functionType.basicsize = 144;
  functionType.isMethodDescriptor = true;
  functionType.tp_repr = (o) => newStr(`<function ${(asFunc(o).qualname as Str).v} at ${hexAddress(o)}>`);
  functionType.tp_descr_get = (f, obj) => {
    if (obj === null || obj === undefined) {
      f.rc++;
      return f;
    }
    return newMethod(f, obj);
  };
  functionType.tp_traverse = (o, visit) => {
    for (const p of funcParts(asFunc(o))) if (p !== null) visit(p);
    if (o.x !== null) visit(o.x as Obj);
  };
  functionType.tp_dealloc = (o) => {
    const dict = o.x as Obj | null;
    o.x = null;
    for (const p of funcParts(asFunc(o))) xdecref(p);
    xdecref(dict);
  };
  functionType.tp_clear = (o) => {
    // Only what can be part of a cycle and is not needed to stay whole.
    const f = asFunc(o);
    const { defaults, kwdefaults, closure, annotations } = f;
    const dict = o.x as Obj | null;
    f.defaults = f.kwdefaults = f.closure = f.annotations = null;
    o.x = null;
    for (const p of [defaults, kwdefaults, closure, annotations, dict]) xdecref(p);
  };
  const field = <K extends keyof Func>(
    name: string,
    key: K,
    check: (v: Obj | null) => string | null,
    optional: boolean,
  ): void =>
    getset(
      functionType,
      name,
      (o) => {
        const v = asFunc(o)[key] as Obj | null;
        if (v === null) return none();
        v.rc++;
        return v;
      },
      (o, value) => {
        if (value === None && optional) value = null;
        const error = check(value);
        if (error !== null) return typeError(error);
        if (key === 'code' && !fitsClosure(asFunc(o), value as Obj)) return null;
        const old = asFunc(o)[key] as Obj | null;
        if (value !== null) value.rc++;
        (asFunc(o) as unknown as { [k: string]: Obj | null })[key] = value;
        if (key === 'code' || key === 'defaults' || key === 'kwdefaults') asFunc(o).version = 0;
        xdecref(old);
        return none();
      },
    );
  field(
    '__code__',
    'code',
    (v) => (v !== null && v.type.name === 'code' ? null : '__code__ must be set to a code object'),
    false,
  );
  field(
    '__name__',
    'name',
    (v) => (v !== null && isStr(v) ? null : '__name__ must be set to a string object'),
    false,
  );
  field(
    '__qualname__',
    'qualname',
    (v) => (v !== null && isStr(v) ? null : '__qualname__ must be set to a string object'),
    false,
  );
  field(
    '__defaults__',
    'defaults',
    (v) => (v === null || isTuple(v) ? null : '__defaults__ must be set to a tuple object'),
    true,
  );
  field(
    '__kwdefaults__',
    'kwdefaults',
    (v) => (v === null || isDict(v) ? null : '__kwdefaults__ must be set to a dict object'),
    true,
  );
  getset(
    functionType,
    '__annotations__',
    (o) => {
      const f = asFunc(o);
      if (f.annotations === null) f.annotations = newDict();
      else if (isTuple(f.annotations)) {
        // The compiler leaves (name, value, name, value, ...).
        const flat = f.annotations as Tuple;
        f.annotations = callFrameHooks.dictOfPairs(flat.v);
        decref(flat);
      }
      f.annotations.rc++;
      return f.annotations;
    },
    (o, value) => {
      if (value !== null && value !== None && !isDict(value)) {
        return typeError('__annotations__ must be set to a dict object');
      }
      const f = asFunc(o);
      const old = f.annotations;
      f.annotations = value === null || value === None ? null : (value.rc++, value);
      f.version = 0;
      xdecref(old);
      return none();
    },
  );
  getset(
    functionType,
    '__type_params__',
    (o) => {
      const t = asFunc(o).typeParams;
      if (t === null) return callFrameHooks.emptyTuple();
      t.rc++;
      return t;
    },
    (o, value) => {
      if (value === null || !isTuple(value)) return typeError('__type_params__ must be set to a tuple');
      const old = asFunc(o).typeParams;
      value.rc++;
      asFunc(o).typeParams = value;
      xdecref(old);
      return none();
    },
  );
  member(functionType, '__closure__', (o) => asFunc(o).closure ?? None);
  member(functionType, '__globals__', (o) => asFunc(o).globals);
  member(functionType, '__builtins__', (o) => asFunc(o).builtins);
  const settable = (name: string, key: 'doc' | 'module'): void =>
    member(
      functionType,
      name,
      (o) => asFunc(o)[key] ?? None,
      (o, value) => {
        const old = asFunc(o)[key];
        asFunc(o)[key] = value === null ? (None.rc++, None) : (value.rc++, value);
        xdecref(old);
        return none();
      },
    );
  settable('__doc__', 'doc');
  settable('__module__', 'module');
  dictGetSet(functionType);
  functionType.tp_new = functionNew;
  typeReady(functionType);

  // cell
  cellType.basicsize = 24;
  cellType.tp_traverse = (o, visit) => {
    const v = (o as Cell).v.value;
    if (v !== null) visit(v);
  };
  cellType.tp_dealloc = cellType.tp_clear = (o) => {
    const v = (o as Cell).v.value;
    (o as Cell).v.value = null;
    xdecref(v);
  };
  cellType.tp_repr = (o) => {
    const v = (o as Cell).v.value;
    return newStr(
      v === null
        ? `<cell at ${hexAddress(o)}: empty>`
        : `<cell at ${hexAddress(o)}: ${v.type.name} object at ${hexAddress(v)}>`,
    );
  };
  cellType.tp_hash = hashNotImplemented;
  // By what they hold; an empty one comes first. CPython 3.12: Objects/cellobject.c cell_richcompare
  cellType.tp_richcompare = (a, b, op) => {
    if (b.type !== cellType) return notImplemented();
    const x = (a as Cell).v.value;
    const y = (b as Cell).v.value;
    if (x !== null && y !== null) return richCompare(x, y, op);
    return newBool(compareNumbers(x === null ? 0 : 1, y === null ? 0 : 1, op));
  };
  cellType.tp_new = (_cls, args) => {
    if (args.length > 1) return typeError(`cell expected at most 1 argument, got ${args.length}`);
    const v = args[0];
    if (v !== undefined) v.rc++;
    return newCell(v ?? null);
  };
  getset(
    cellType,
    'cell_contents',
    (o) => {
      const v = (o as Cell).v.value;
      if (v === null) return raise(PyExc.ValueError, 'Cell is empty');
      v.rc++;
      return v;
    },
    (o, value) => {
      const old = (o as Cell).v.value;
      if (value !== null) value.rc++;
      (o as Cell).v.value = value;
      xdecref(old);
      return none();
    },
  );
  typeReady(cellType);

  // method
  const asMethod = (o: Obj): Method => (o as Obj<Method>).v;
  methodType.basicsize = 48;
  methodType.hasWeakrefs = true;
  methodType.tp_call = (o, args, kwnames) => {
    const { func, self } = asMethod(o);
    return objectCall(func, [self, ...args], kwnames);
  };
  methodType.tp_traverse = (o, visit) => {
    visit(asMethod(o).func);
    visit(asMethod(o).self);
  };
  methodType.tp_dealloc = (o) => {
    decref(asMethod(o).func);
    decref(asMethod(o).self);
  };
  methodType.tp_descr_get = (o) => {
    o.rc++;
    return o;
  };
  methodType.tp_getattro = (o, name) => {
    const descr = lookup(methodType, name as Str);
    if (descr !== undefined) return genericGetAttr(o, name);
    return getAttr(asMethod(o).func, name as Str);
  };
  methodType.tp_setattro = genericSetAttr;
  methodType.tp_hash = (o) => pointerHash(asMethod(o).self) ^ pointerHash(asMethod(o).func);
  methodType.tp_richcompare = (a, b, op) => {
    if (b.type !== methodType || (op !== Py_EQ && op !== Py_NE)) return notImplemented();
    const same =
      asMethod(a).self === asMethod(b).self && compareFast(asMethod(a).func, asMethod(b).func) === 1;
    return newBool(same === (op === Py_EQ));
  };
  methodType.tp_repr = (o) => suspend(methodRepr(o as Obj<Method>), [o]);
  methodType.tp_new = (_cls, args) => {
    if (args.length !== 2) return typeError(`method expected 2 arguments, got ${args.length}`);
    if (args[0]!.type.tp_call === null) return typeError('first argument must be callable');
    if (args[1] === None) return typeError('instance must not be None');
    return newMethod(args[0]!, args[1]!);
  };
  member(methodType, '__func__', (o) => asMethod(o).func);
  member(methodType, '__self__', (o) => asMethod(o).self);
  method(methodType, '__reduce__', '!($self, /)', function* (o: Obj): Gen {
    const name = yield* lookupAttrG(asMethod(o).func, id('__name__'));
    if (name == null) return null;
    const r = reduceToGetattr(asMethod(o).self, name);
    decref(name);
    return r;
  });
  getset(methodType, '__doc__', (o) => getAttr(asMethod(o).func, intern('__doc__')));
  typeReady(methodType);

  // staticmethod, classmethod
  const callableOf = (o: Obj): Obj | null => (o as Obj<Wrapped>).v.callable;
  const initialised = (o: Obj, kind: string): Obj | null =>
    callableOf(o) ?? raise(PyExc.RuntimeError, `uninitialized ${kind} object`);
  for (const type of [staticMethodType, classMethodType]) {
    type.hasDict = true;
    type.basicsize = 32;
    type.tp_new = (cls) => allocInstance<Wrapped>(cls.v, { callable: null });
    type.tp_init = wrapperInit(type);
    type.tp_traverse = (o, visit) => {
      const c = callableOf(o);
      if (c !== null) visit(c);
      if (o.x !== null) visit(o.x as Obj);
    };
    type.tp_dealloc = type.tp_clear = (o) => {
      const dict = o.x as Obj | null;
      o.x = null;
      const c = callableOf(o);
      (o as Obj<Wrapped>).v.callable = null;
      xdecref(c);
      xdecref(dict);
    };
    member(type, '__func__', (o) => callableOf(o) ?? None);
    member(type, '__wrapped__', (o) => callableOf(o) ?? None);
    getset(type, '__isabstractmethod__', (o) => {
      const f = callableOf(o);
      return f === null ? newBool(false) : suspend(isAbstract(f), [o]);
    });
    dictGetSet(type);
    type.tp_repr = (o) => suspend(wrapperRepr(type.name, callableOf(o)), [o]);
  }
  staticMethodType.doc = 'Convert a function to be a static method.';
  staticMethodType.tp_descr_get = (o) => {
    const f = initialised(o, 'staticmethod');
    if (f !== null) f.rc++;
    return f;
  };
  staticMethodType.tp_call = (o, args, kwnames) => {
    const f = initialised(o, 'staticmethod');
    return f === null ? null : objectCall(f, args, kwnames);
  };
  classMethodType.doc = 'Convert a function to be a class method.';
  classMethodType.tp_descr_get = (o, obj, type) => {
    const cls = type ?? obj!.type.self;
    const f = initialised(o, 'classmethod');
    if (f === null) return null;
    if (f.type.tp_descr_get !== null && f.type !== functionType)
      return f.type.tp_descr_get(f, cls, cls.type.self);
    return newMethod(f, cls);
  };
  typeReady(staticMethodType);
  typeReady(classMethodType);
  setStaticMethodOf((f) => {
    const w = wrap(staticMethodType, f);
    decref(f);
    return w;
  });
  callFrameHooks.staticMethod = (f) => wrap(staticMethodType, f);
  callFrameHooks.classMethod = (f) => wrap(classMethodType, f);
  callFrameHooks.setCell = (cell, value) => {
    const c = (cell as Cell).v;
    const old = c.value;
    value.rc++;
    c.value = value;
    xdecref(old);
  };
}

function* isAbstract(f: Obj): Gen {
  const key = intern('__isabstractmethod__');
  let r = getAttr(f, key);
  decref(key);
  if (r === null) r = yield* settle();
  if (r === null) {
    callFrameHooks.clearAttributeError();
    return newBool(false);
  }
  return r;
}

function* wrapperRepr(kind: string, f: Obj | null): Gen {
  if (f === null) return newStr(`<${kind}(<NULL>)>`);
  let r = objectRepr(f);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  const text = (r as Str).v;
  decref(r);
  return newStr(`<${kind}(${text})>`);
}

/** CPython 3.12: Objects/classobject.c method_repr */
function* methodRepr(m: Obj<Method>): Gen {
  let name = '?';
  for (const attr of ['__qualname__', '__name__']) {
    const key = intern(attr);
    let r = getAttr(m.v.func, key);
    decref(key);
    if (r === null) r = yield* settle();
    if (r === null) {
      callFrameHooks.clearAttributeError();
      continue;
    }
    if (isStr(r)) {
      name = r.v;
      decref(r);
      break;
    }
    decref(r);
  }
  let r = objectRepr(m.v.self);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  const text = `<bound method ${name} of ${(r as Str).v}>`;
  decref(r);
  return newStr(text);
}

/** False with ValueError. CPython 3.12: Objects/funcobject.c func_set_code */
function fitsClosure(f: Func, code: Obj): boolean {
  const cells = f.closure === null ? 0 : (f.closure as Tuple).v.length;
  const { nfreevars } = (code as Obj<{ nfreevars: number }>).v;
  if (cells === nfreevars) return true;
  raise(
    PyExc.ValueError,
    `${(f.name as Str).v}() requires a code object with ${cells} free vars, not ${nfreevars}`,
  );
  return false;
}

/** `__dict__` of built-in types whose instances have one. CPython 3.12: PyObject_GenericGetDict */
export function dictGetSet(type: PyType): void {
  getset(
    type,
    '__dict__',
    (o) => {
      const d = (o.x ??= newDict()) as Obj;
      d.rc++;
      return d;
    },
    (o, value) => {
      if (value === null) return typeError('cannot delete __dict__');
      if (!isDict(value)) {
        return typeError(`__dict__ must be set to a dictionary, not a '${value.type.name}'`);
      }
      const old = o.x as Obj | null;
      value.rc++;
      o.x = value;
      xdecref(old);
      return none();
    },
  );
}

export { attribute };
