// Built-in functions about code and namespaces: compile, eval, exec, globals, locals, vars, dir, __import__.
//
// Answers to CPython 3.12: Python/bltinmodule.c, Python/pythonrun.c (_Py_SourceAsString, PyRun_StringFlags),
// Objects/object.c (_dir_object, _dir_locals).

import { decref, type Obj, type Res } from '../memory/object.ts';
import { FrameRequest, type Gen, request, settle } from '../memory/suspend.ts';
import { iterateG } from '../objects/abstract.ts';
import { type DictObj, getStr, isDict, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { cellType, newFunction } from '../objects/funcobject.ts';
import { runningHooks } from '../objects/hooks.ts';
import { listSortG } from '../objects/listsort.ts';
import { type Int, isInt } from '../objects/longcore.ts';
import { type FunctionRow, moduleGet } from '../objects/moduleobject.ts';
import { callG, callSpecial, lookupAttrG, objectCall, truthG } from '../objects/object.ts';
import { argTypeName } from '../objects/searchargs.ts';
import { newList, type Tuple, tupleType } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { compileStringG } from '../runtime/compile.ts';
import { sourceTextG } from '../runtime/sourcestring.ts';
import { bindCall } from '../vm/call.ts';
import { type Code, codeType } from '../vm/coderuntime.ts';
import { type Frame, frameForCode } from '../vm/frame.ts';
import { frameLocals } from '../vm/frameobject.ts';
import { currentFrame } from '../vm/thread.ts';
import { watchHook } from '../vm/watchhook.ts';
import { fileNameG, intG } from './posix_path.ts';
import { astHooks, current, moduleHooks } from './vmhooks.ts';

const PyCF_ONLY_AST = 0x0400;
/** Flags that compile() knows. CPython 3.12: Include/cpython/compile.h PyCF_MASK and PyCF_COMPILE_MASK */
const KNOWN_FLAGS = 0x1fe0000 | 0x10 | 0x0200 | 0x0400 | 0x1000 | 0x2000 | 0x4000;
const FUTURE_FLAGS = 0x1fe0000;

const isMapping = (o: Obj): boolean => o.type.mp_subscript !== null;

/** The builtins of the running frame (borrowed). CPython 3.12: Python/ceval.c _PyEval_GetBuiltins */
function builtinsDict(): DictObj | null {
  return currentFrame()?.builtins ?? current.builtins?.v.dict ?? null;
}

// --- source ------------------------------------------------------------------------------------------

/** Compiles for the running frame, whose future features count; a code object (new reference) or null. */
function compileHereG(text: string, mode: 'exec' | 'eval'): Gen {
  const frame = currentFrame();
  const flags = frame === null ? 0 : frame.rt.co.flags & FUTURE_FLAGS;
  return compileStringG(text, '<string>', mode, { flags });
}

/** What compile() may be told as its mode, and the complaint about any other. */
function compileMode(mode: string, ast: boolean): 'exec' | 'eval' | 'single' | 'func_type' | null {
  if (mode === 'exec' || mode === 'eval' || mode === 'single') return mode;
  if (mode === 'func_type') {
    if (ast) return mode;
    return raise(PyExc.ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  }
  const known = ast ? "'exec', 'eval', 'single' or 'func_type'" : "'exec', 'eval' or 'single'";
  return raise(PyExc.ValueError, `compile() mode must be ${known}`);
}

/** CPython 3.12: Python/bltinmodule.c builtin_compile_impl */
function* compile(
  _self: Obj,
  source: Obj,
  filename: Obj,
  modeArg: Obj,
  flagsArg: Obj | undefined,
  dontInherit: Obj | undefined,
  optimizeArg: Obj | undefined,
  featureVersion: Obj | undefined,
): Gen {
  const name = yield* fileNameG(filename);
  if (name === null) return null;
  if (!isStr(modeArg)) {
    return typeError(`compile() argument 'mode' must be str, not ${argTypeName(modeArg)}`);
  }
  const flags = yield* intG(flagsArg, 0);
  if (flags === null) return null;
  const alone = dontInherit === undefined ? 0 : yield* truthG(dontInherit);
  if (alone < 0) return null;
  const optimize = yield* intG(optimizeArg, -1);
  if (optimize === null) return null;
  const version = yield* intG(featureVersion, -1);
  if (version === null) return null;
  if ((flags & ~KNOWN_FLAGS) !== 0) return raise(PyExc.ValueError, 'compile(): unrecognised flags');
  if (optimize < -1 || optimize > 2) return raise(PyExc.ValueError, 'compile(): invalid optimize value');
  const ast = (flags & PyCF_ONLY_AST) !== 0;
  const mode = compileMode(modeArg.v, ast);
  if (mode === null) return null;
  const frame = alone === 0 ? currentFrame() : null;
  const all = flags | (frame === null ? 0 : frame.rt.co.flags & FUTURE_FLAGS);
  if (astHooks.isTree(source)) {
    if (ast) {
      source.rc++;
      return source;
    }
    return yield* astHooks.compileG(source, name, mode, all, Math.max(optimize, 0));
  }
  const text = yield* sourceTextG(source, 'compile', 'string, bytes or AST', name);
  if (text === null) return null;
  if (!ast) {
    return yield* compileStringG(text, name, mode as 'exec', { flags: all, optimize: Math.max(optimize, 0) });
  }
  const m = yield* runningHooks.importModuleG('_ast');
  if (m === null) return null;
  decref(m);
  return yield* astHooks.treeG(text, name, mode, all, version);
}

// --- eval and exec -----------------------------------------------------------------------------------

/** Runs a code object in namespaces (all borrowed). CPython 3.12: Python/ceval.c PyEval_EvalCode */
export function evalCode(code: Obj, globals: DictObj, locals: Obj): Res {
  const own = getStr(globals, id('__builtins__'));
  const namespace = own === undefined ? null : isDict(own) ? own : (own as Obj<{ dict?: DictObj }>).v?.dict;
  const builtins = namespace ?? builtinsDict();
  if (builtins == null) return raise(PyExc.SystemError, 'no builtins');
  const frame = frameForCode(code as Code, globals, builtins, locals);
  frame.watched = watchHook.active;
  return request(new FrameRequest(frame));
}

/** Runs a code object that has free variables, with cells for them. */
function evalClosure(code: Obj, globals: DictObj, locals: Obj, closure: Obj): Res {
  const name = newStr('<closure>');
  const f = newFunction(code, globals, builtinsDict()!, name, name, None, null);
  decref(name);
  closure.rc++;
  f.v.closure = closure as Tuple;
  const frame: Frame | null = bindCall(f, [], null);
  decref(f);
  if (frame === null) return null;
  locals.rc++;
  frame.locals = locals;
  frame.watched = watchHook.active;
  return request(new FrameRequest(frame));
}

/** Globals and locals for eval and exec, owned; null with an error. */
function namespaces(globals: Obj, locals: Obj): { globals: Obj; locals: Obj } | null {
  if (globals !== None) {
    const l = locals === None ? globals : locals;
    globals.rc++;
    l.rc++;
    return { globals, locals: l };
  }
  const frame = currentFrame();
  if (frame === null) return raise(PyExc.SystemError, 'globals and locals cannot be NULL');
  frame.globals.rc++;
  if (locals !== None) {
    locals.rc++;
    return { globals: frame.globals, locals };
  }
  return { globals: frame.globals, locals: frameLocals(frame) };
}

function addBuiltins(globals: DictObj): void {
  const key = id('__builtins__');
  if (getStr(globals, key) === undefined) setStr(globals, key, builtinsDict() ?? None);
}

function* evaluate(_self: Obj, source: Obj, globals: Obj = None, locals: Obj = None): Gen {
  if (locals !== None && !isMapping(locals)) return typeError('locals must be a mapping');
  if (globals !== None && !isDict(globals)) {
    return typeError(
      isMapping(globals)
        ? 'globals must be a real dict; try eval(expr, {}, mapping)'
        : 'globals must be a dict',
    );
  }
  const ns = namespaces(globals, locals);
  if (ns === null) return null;
  addBuiltins(ns.globals as DictObj);
  const r = yield* evaluateIn(source, ns.globals as DictObj, ns.locals);
  decref(ns.globals);
  decref(ns.locals);
  return r;
}

function* evaluateIn(source: Obj, globals: DictObj, locals: Obj): Gen {
  let code: Res;
  if (source.type === codeType) {
    if ((source as Code).v.nfreevars > 0) {
      return typeError('code object passed to eval() may not contain free variables');
    }
    code = source;
    code.rc++;
  } else {
    const text = yield* sourceTextG(source, 'eval', 'string, bytes or code', '<string>');
    if (text === null) return null;
    code = yield* compileHereG(text.replace(/^[ \t]+/, ''), 'eval');
    if (code === null) return null;
  }
  let r = evalCode(code, globals, locals);
  if (r === null) r = yield* settle();
  decref(code);
  return r;
}

function* execute(
  _self: Obj,
  source: Obj,
  globals: Obj = None,
  locals: Obj = None,
  closure: Obj = None,
): Gen {
  const ns = namespaces(globals, locals);
  if (ns === null) return null;
  const r = yield* executeIn(source, ns.globals, ns.locals, closure);
  decref(ns.globals);
  decref(ns.locals);
  if (r === null) return null;
  decref(r);
  return none();
}

function* executeIn(source: Obj, globals: Obj, locals: Obj, closure: Obj): Gen {
  if (!isDict(globals)) return typeError(`exec() globals must be a dict, not ${globals.type.name}`);
  if (!isMapping(locals)) return typeError(`locals must be a mapping or None, not ${locals.type.name}`);
  addBuiltins(globals);
  let code: Res;
  if (source.type === codeType) {
    const free = (source as Code).v.nfreevars;
    if (free === 0) {
      if (closure !== None) return typeError('cannot use a closure with this code object');
    } else {
      const cells = closure.type === tupleType ? (closure as Tuple).v : null;
      if (cells === null || cells.length !== free || cells.some((c) => c.type !== cellType)) {
        return typeError(`code object requires a closure of exactly length ${free}`);
      }
      const r = evalClosure(source, globals, locals, closure);
      return r === null ? yield* settle() : r;
    }
    code = source;
    code.rc++;
  } else {
    if (closure !== None) return typeError('closure can only be used when source is a code object');
    const text = yield* sourceTextG(source, 'exec', 'string, bytes or code', '<string>');
    if (text === null) return null;
    code = yield* compileHereG(text, 'exec');
    if (code === null) return null;
  }
  let r = evalCode(code, globals, locals);
  if (r === null) r = yield* settle();
  decref(code);
  return r;
}

// --- namespaces --------------------------------------------------------------------------------------

function globals(): Res {
  const frame = currentFrame();
  if (frame === null) return none();
  frame.globals.rc++;
  return frame.globals;
}

function locals(): Res {
  const frame = currentFrame();
  return frame === null ? raise(PyExc.SystemError, 'frame does not exist') : frameLocals(frame);
}

function* vars(_self: Obj, o: Obj | undefined): Gen {
  if (o === undefined) return locals();
  const d = yield* lookupAttrG(o, id('__dict__'));
  return d === undefined ? typeError('vars() argument must have __dict__ attribute') : d;
}

function* sortedListG(items: Obj[]): Gen {
  const list = newList(items);
  if (yield* listSortG(list, null, false)) return list;
  decref(list);
  return null;
}

/** `dir(o)`: a sorted list (new reference). */
export function* dirG(o: Obj): Gen {
  let names = callSpecial(o, id('__dir__'), []);
  if (names === undefined) return typeError('object does not provide __dir__');
  if (names === null) names = yield* settle();
  if (names === null) return null;
  const items = yield* iterateG(names);
  decref(names);
  return items === null ? null : yield* sortedListG(items);
}

function* dir(_self: Obj, o: Obj | undefined): Gen {
  if (o !== undefined) return yield* dirG(o);
  const ns = locals();
  if (ns === null) return null;
  let items: Obj[] | null;
  if (isDict(ns)) {
    items = [];
    for (const k of ns.v.keys) if (k !== undefined) items.push((k.rc++, k));
  } else {
    const keys = yield* lookupAttrG(ns, id('keys'));
    const view = keys == null ? null : yield* callG(keys, []);
    if (keys != null) decref(keys);
    items = view === null ? null : yield* iterateG(view);
    if (view !== null) decref(view);
  }
  decref(ns);
  return items === null ? null : yield* sortedListG(items);
}

function importFunction(
  _self: Obj,
  name: Obj,
  globalsArg: Obj | undefined,
  localsArg: Obj | undefined,
  fromlist: Obj | undefined,
  level: Obj | undefined,
): Res {
  if (level !== undefined && !isInt(level)) {
    return typeError(`'${level.type.name}' object cannot be interpreted as an integer`);
  }
  return moduleHooks.importModule(
    name,
    globalsArg ?? null,
    localsArg ?? null,
    fromlist ?? null,
    level === undefined ? 0 : Number((level as Int).v),
  );
}

function* breakpoint(_self: Obj, args: Obj[], kwargs: [Str, Obj][]): Gen {
  const hook = current.sys === null ? undefined : moduleGet(current.sys, 'breakpointhook');
  if (hook === undefined) return raise(PyExc.RuntimeError, 'lost sys.breakpointhook');
  hook.rc++;
  const names = kwargs.length === 0 ? null : kwargs.map(([k]) => k);
  let r = objectCall(hook, [...args, ...kwargs.map(([, v]) => v)], names);
  if (r === null) r = yield* settle();
  decref(hook);
  return r;
}

export const codeFunctions: FunctionRow[] = [
  [
    '__import__',
    '(name, globals=None, locals=None, fromlist=(), level=0)',
    importFunction,
    'Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module.',
  ],
  [
    'breakpoint',
    '(*args, **kws)',
    breakpoint,
    'breakpoint(*args, **kws)\n\nCall sys.breakpointhook(*args, **kws).',
  ],
  [
    'compile',
    '(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)',
    compile,
    'Compile source into a code object that can be executed by exec() or eval().',
  ],
  [
    'dir',
    '(object=<unrepresentable>, /)',
    dir,
    'dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it.',
  ],
  [
    'eval',
    '(source, globals=None, locals=None, /)',
    evaluate,
    'Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a Python expression\nor a code object as returned by compile().',
  ],
  [
    'exec',
    '(source, globals=None, locals=None, /, *, closure=None)',
    execute,
    'Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or more Python statements\nor a code object as returned by compile().',
  ],
  ['globals', '()', globals, "Return the dictionary containing the current scope's global variables."],
  ['locals', '()', locals, "Return a dictionary containing the current scope's local variables."],
  [
    'vars',
    '(object=<unrepresentable>, /)',
    vars,
    'vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.',
  ],
];
