// Built-in functions and methods, and how their arguments are bound.
//
// A native is declared with the text signature CPython shows in `help()`; the same text binds the arguments
// and words the errors, so a native never parses arguments itself:
//
//     method(listType, 'insert', '($self, index, object, /)', list_insert, 'Insert object before index.');
//
// It is called as fn(self, ...parameters): a missing optional parameter is undefined, `*args` is an array,
// `**kwargs` a list of pairs. All are borrowed; the result is a new reference. A generator function may wait
// (memory/suspend.ts).
//
// Answers to CPython 3.12: Objects/methodobject.c, Python/getargs.c (the errors).

import { gcTrack } from '../memory/gc.ts';
import { Obj, PyType, type Res, TPFLAGS, typeType } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { typeError } from './errors.ts';
import type { Str } from './strcore.ts';

export type Kwargs = [name: Str, value: Obj][];
export type NativeArg = Obj | undefined | Obj[] | Kwargs;
/** A native's function. Declared as a method so that natives may name narrower parameter types. */
export type NativeFn = { call(self: Obj, ...args: NativeArg[]): Res | Gen }['call'];

interface Param {
  name: string;
  kind: 'pos' | 'normal' | 'kwonly' | 'var' | 'varkw';
  required: boolean;
}

export class NativeDef {
  readonly name: string;
  readonly fn: NativeFn;
  readonly doc: string | null;
  /** The text signature as given, e.g. "($self, index, object, /)"; behind a `!`, one that CPython does not tell. */
  readonly sig: string;
  readonly params: Param[] = [];
  /** Required and greatest number of positional arguments (Infinity with *args). */
  min = 0;
  max = 0;
  /** Only positional parameters: the fast way. Not known (false) before the first call. */
  simple = false;
  parsed = false;
  /** How CPython's function takes its arguments (vm/specialize_call.ts); 0: nobody has asked. */
  convention = 0;
  readonly isGen: boolean;
  /** A class method: errors name the class it was called on. */
  ofClass = false;
  /** Name in error messages: "list.append" for methods. */
  qualname: string;

  constructor(name: string, sig: string, fn: NativeFn, doc: string | null, owner: string | null) {
    this.name = name;
    this.fn = fn;
    this.sig = sig;
    this.doc = doc;
    this.qualname = owner === null ? name : `${owner}.${name}`;
    this.isGen = fn instanceof GeneratorFunction;
  }

  /** `__text_signature__`. */
  get told(): string | null {
    return this.sig.startsWith('!') ? null : this.sig;
  }

  /** Reads the signature: at the first call, since a program calls few of the natives there are. */
  parse(): void {
    this.parsed = true;
    this.simple = true;
    let kind: Param['kind'] = 'normal';
    for (const part of splitParams(this.sig)) {
      if (part.startsWith('$')) continue;
      if (part === '/') {
        for (const p of this.params) if (p.kind === 'normal') p.kind = 'pos';
      } else if (part === '*') kind = 'kwonly';
      else if (part.startsWith('**'))
        this.params.push({ name: part.slice(2), kind: 'varkw', required: false });
      else if (part.startsWith('*')) {
        this.params.push({ name: part.slice(1), kind: 'var', required: false });
        kind = 'kwonly';
      } else {
        const eq = part.indexOf('=');
        this.params.push({ name: eq < 0 ? part : part.slice(0, eq).trim(), kind, required: eq < 0 });
      }
    }
    for (const p of this.params) {
      if (p.kind === 'pos' || p.kind === 'normal') {
        this.max++;
        if (p.required) this.min++;
      } else if (p.kind === 'var') this.max = Infinity;
      if (p.kind !== 'pos') this.simple = false;
    }
  }
}

const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor as FunctionConstructor;

function splitParams(sig: string): string[] {
  const inner = sig.slice(sig.indexOf('(') + 1, sig.lastIndexOf(')'));
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let quote = '';
  for (let i = 0; i <= inner.length; i++) {
    const c = inner[i];
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
    else if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if ((c === ',' && depth === 0) || c === undefined) {
      const part = inner.slice(start, i).trim();
      if (part !== '') parts.push(part);
      start = i + 1;
    }
  }
  return parts;
}

const s = (n: number): string => (n === 1 ? '' : 's');

/**
 * Calls a native with positional arguments followed by keyword values. Everything is borrowed.
 * CPython 3.12: Objects/methodobject.c cfunction_vectorcall_*, Python/getargs.c
 */
export function callNative(def: NativeDef, self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  let r: Res | Gen;
  if (!def.parsed) def.parse();
  if (def.simple) {
    if (kwnames !== null && kwnames.length > 0) {
      const owner = def.ofClass ? `${(self as Obj<PyType>).v.qualname}.${def.name}` : def.qualname;
      return typeError(`${owner}() takes no keyword arguments`);
    }
    const n = args.length;
    if (n < def.min || n > def.max) return wrongCount(def, n);
    const fn = def.fn;
    switch (n) {
      case 0:
        r = fn(self);
        break;
      case 1:
        r = fn(self, args[0]);
        break;
      case 2:
        r = fn(self, args[0], args[1]);
        break;
      case 3:
        r = fn(self, args[0], args[1], args[2]);
        break;
      default:
        r = fn(self, ...args);
    }
  } else {
    const bound = bind(def, args, kwnames);
    if (bound === null) return null;
    r = def.fn(self, ...bound);
  }
  if (def.isGen) return suspend(r as Gen, args.length === 0 ? [self] : [self, ...args]);
  return r as Res;
}

const tupleParsers = new Map<NativeFn, string | null>();

/**
 * Marks a native whose errors about the number of arguments are worded as PyArg_ParseTuple does: older functions of
 * CPython that Argument Clinic has not reached, like str.find. `called`: what they name themselves, if not so.
 */
export function parsesTuple(fn: NativeFn, called: string | null = null): NativeFn {
  tupleParsers.set(fn, called);
  return fn;
}

const tupleUnpackers = new WeakSet<NativeFn>();

/** Marks a native whose errors about the number of arguments are worded as PyArg_UnpackTuple does. */
export function unpacksTuple(fn: NativeFn): NativeFn {
  tupleUnpackers.add(fn);
  return fn;
}

const nameless = new WeakSet<NativeFn>();

/** Marks a native whose errors call it "function": PyArg_ParseTupleAndKeywords was not told a name. */
export function unnamed(fn: NativeFn): NativeFn {
  nameless.add(fn);
  return fn;
}

function wrongCount(def: NativeDef, n: number): null {
  const { min, max, name, qualname } = def;
  const called = tupleParsers.get(def.fn);
  if (called !== undefined) {
    const bound = min === max ? 'exactly' : n < min ? 'at least' : 'at most';
    const count = n < min ? min : max;
    return typeError(`${called ?? `${name}()`} takes ${bound} ${count} argument${s(count)} (${n} given)`);
  }
  if (max === 0) return typeError(`${qualname}() takes no arguments (${n} given)`);
  if (min === 1 && max === 1 && !tupleUnpackers.has(def.fn))
    return typeError(`${qualname}() takes exactly one argument (${n} given)`);
  if (min === max) return typeError(`${name} expected ${min} argument${s(min)}, got ${n}`);
  if (n < min) return typeError(`${name} expected at least ${min} argument${s(min)}, got ${n}`);
  return typeError(`${name} expected at most ${max} argument${s(max)}, got ${n}`);
}

/**
 * The arguments of a call in the order of the native's parameters, for `tp_new` and `tp_init` functions; null with
 * TypeError. A missing optional one is undefined.
 */
export function bindArguments(def: NativeDef, args: Obj[], kwnames: Obj[] | null): NativeArg[] | null {
  if (!def.parsed) def.parse();
  if (!def.simple) return bind(def, args, kwnames);
  if (kwnames !== null && kwnames.length > 0) {
    return typeError(`${def.qualname}() takes no keyword arguments`);
  }
  if (args.length < def.min || args.length > def.max) return wrongCount(def, args.length);
  return args;
}

/** Binds arguments to parameters in order; null with TypeError. CPython 3.12: Python/getargs.c _PyArg_UnpackKeywords */
function bind(def: NativeDef, args: Obj[], kwnames: Obj[] | null): NativeArg[] | null {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const params = def.params;
  const out: NativeArg[] = [];
  const { min, max } = def;
  const who = nameless.has(def.fn) ? 'function' : `${def.name}()`;
  const named = params.filter((p) => p.kind === 'normal' || p.kind === 'kwonly');
  const varKw = params.some((p) => p.kind === 'varkw');
  if (nkw > 0 && named.length === 0 && !varKw) return fail(`${def.qualname}() takes no keyword arguments`);
  const posonly = params.filter((p) => p.kind === 'pos').length;
  if (max !== Infinity && !varKw) {
    const most = posonly + named.length;
    if (npos + nkw > most) {
      return fail(
        `${who} takes at most ${most} ${npos === 0 ? 'keyword ' : ''}argument${s(most)} (${npos + nkw} given)`,
      );
    }
  }
  if (npos > max) {
    if (max === 0) return fail(`${who} takes no positional arguments`);
    const exactly = min < max ? 'at most' : 'exactly';
    return fail(`${who} takes ${exactly} ${max} positional argument${s(max)} (${npos} given)`);
  }
  const minPosonly = Math.min(posonly, min);
  if (npos < minPosonly) {
    const exactly = minPosonly < max ? 'at least' : 'exactly';
    return fail(`${who} takes ${exactly} ${minPosonly} positional argument${s(minPosonly)} (${npos} given)`);
  }
  let used = 0;
  let pos = 0;
  for (let i = 0; i < params.length; i++) {
    const p = params[i]!;
    if (p.kind === 'var') {
      out.push(args.slice(pos, npos));
      pos = npos;
      continue;
    }
    if (p.kind === 'varkw') {
      const rest: Kwargs = [];
      for (let k = 0; k < nkw; k++) {
        const kw = kwnames![k] as Str;
        if (!named.some((q) => q.name === kw.v)) rest.push([kw, args[npos + k]!]);
      }
      out.push(rest);
      used += rest.length;
      continue;
    }
    if (p.kind !== 'kwonly' && pos < npos) {
      out.push(args[pos++]);
      continue;
    }
    let found: Obj | undefined;
    if (p.kind !== 'pos') {
      for (let k = 0; k < nkw; k++) {
        if ((kwnames![k] as Str).v === p.name) {
          found = args[npos + k];
          used++;
          break;
        }
      }
    }
    if (found === undefined && p.required) {
      return fail(`${who} missing required argument '${p.name}' (pos ${i + 1})`);
    }
    out.push(found);
  }
  if (used < nkw) {
    for (let i = 0; i < npos && i < params.length; i++) {
      const p = params[i]!;
      if (p.kind !== 'normal') continue;
      if (kwnames!.some((k) => (k as Str).v === p.name)) {
        return fail(`argument for ${who} given by name ('${p.name}') and position (${i + 1})`);
      }
    }
    for (let k = 0; k < nkw; k++) {
      const kw = kwnames![k] as Str;
      if (!named.some((p) => p.name === kw.v)) {
        return fail(
          `'${kw.v}' is an invalid keyword argument for ${who === 'function' ? 'this function' : who}`,
        );
      }
    }
  }
  return out;
}

function fail(message: string): null {
  return typeError(message);
}

// --- the Python object ---------------------------------------------------------------------------------

/** Payload of builtin_function_or_method. */
export class Builtin {
  readonly def: NativeDef;
  /** What it is bound to (owned): an instance, a type, or for a module's function the module. */
  readonly self: Obj | null;
  /** The module's name (owned str), or null. */
  readonly module: Obj | null;
  constructor(def: NativeDef, self: Obj | null, module: Obj | null) {
    this.def = def;
    this.self = self;
    this.module = module;
  }
}

export const builtinType = new PyType('builtin_function_or_method', TPFLAGS.HAVE_GC, typeType);

/** A builtin function or bound builtin method; takes references of its own. */
export function newBuiltin(def: NativeDef, self: Obj | null, module: Obj | null): Obj<Builtin> {
  if (self !== null) self.rc++;
  if (module !== null) module.rc++;
  const o = new Obj<Builtin>(builtinType, new Builtin(def, self, module));
  gcTrack(o);
  return o;
}
