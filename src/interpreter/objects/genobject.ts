// Generators and coroutines: functions whose frame outlives the call.
//
// Answers to CPython 3.12: Objects/genobject.c. Resuming is the VM's (ResumeRequest); asynchronous generators stand in
// asyncgen.ts.

import { CO_ITERABLE_COROUTINE, type CodeObject } from '../code/codeobject.ts';
import { gcTrack } from '../memory/gc.ts';
import { holdsOutside } from '../memory/holders.ts';
import { decref, Obj, PyType, type Res, ref, TPFLAGS, tstate, typeType, xdecref } from '../memory/object.ts';
import { type Gen, ResumeRequest, request, settle, suspend } from '../memory/suspend.ts';
import { getset, member, method } from './descrobject.ts';
import { clearIf, fetch, PyExc, raise, raiseArgs, raiseBare, setException, typeError } from './errors.ts';
import {
  type Exc,
  type ExcItem,
  excField,
  excState,
  isException,
  newException,
  setExcField,
} from './exceptions.ts';
import { runningHooks } from './hooks.ts';
import { newBool, newInt } from './longcore.ts';
import { callG, callSpecial, genericGetAttr, hexAddress, lookupAttrG } from './object.ts';
import { isTuple, newTuple } from './seqcore.ts';
import { None, none } from './singletons.ts';
import { id, isStr, newStr, type Str } from './strcore.ts';
import { isSubtype } from './typecore.ts';
import { typeReady } from './typeobject.ts';

export const GEN_CREATED = 0;
export const GEN_SUSPENDED = 1;
export const GEN_RUNNING = 2;
export const GEN_CLOSED = 3;

/** What the VM keeps of a generator's frame, as far as this file asks about it. */
export interface GenFrame {
  /** The object of a `yield from` or await in progress (borrowed), or null. */
  yieldFrom(): Obj | null;
  traverse(visit: (o: Obj) => void): void;
  /** Drops what the frame holds, when the generator dies or is cleared. */
  clear(): void;
  lineno(): number;
  frameObject(): Obj;
}

export class GenV {
  frame: GenFrame | null;
  state = GEN_CREATED;
  name: Obj;
  qualname: Obj;
  code: Obj;
  readonly exc: ExcItem = { value: null, previous: null };
  /** Where a coroutine was made (sys.set_coroutine_origin_tracking_depth), or an asynchronous generator's finalizer. */
  originOrFinalizer: Obj | null = null;
  /** Asynchronous generators: closed; an awaitable of it is being driven; the hooks have been asked. */
  closed = false;
  runningAsync = false;
  hooksInited = false;
  constructor(frame: GenFrame, name: Obj, qualname: Obj, code: Obj) {
    this.frame = frame;
    this.name = name;
    this.qualname = qualname;
    this.code = code;
  }
}
export type Generator_ = Obj<GenV>;

export const generatorType = new PyType('generator', TPFLAGS.HAVE_GC, typeType);
export const coroutineType = new PyType('coroutine', TPFLAGS.HAVE_GC, typeType);

/** What asyncgen.ts puts in when it is fetched: before the first function of this kind is made. */
export const asyncHooks: {
  generatorType: PyType | null;
  /** sys.set_asyncgen_hooks: asked when an asynchronous generator is first iterated (owned). */
  firstiter: Obj | null;
  finalizer: Obj | null;
  /** `RuntimeWarning: coroutine 'f' was never awaited`. */
  neverAwaited: (coro: Obj) => Gen;
  /** What `yield` in an asynchronous generator hands out (new reference). */
  wrap: (value: Obj) => Obj;
  /** What `anext(it, default)` answers (new reference). */
  anextAwaitable: (awaitable: Obj, otherwise: Obj) => Obj;
} = {
  generatorType: null,
  firstiter: null,
  finalizer: null,
  wrap: ref,
  anextAwaitable: ref,
  neverAwaited: function* () {
    return none();
  },
};

/** Generators, coroutines, asynchronous generators. */
export function isGenerator(o: Obj): o is Generator_ {
  return o.v instanceof GenV;
}

/** A generator over a frame; takes references of its own to name, qualname and code. */
export function newGenerator(type: PyType, frame: GenFrame, name: Obj, qualname: Obj, code: Obj): Generator_ {
  name.rc++;
  qualname.rc++;
  code.rc++;
  const g: Generator_ = new Obj<GenV>(type, new GenV(frame, name, qualname, code));
  gcTrack(g);
  return g;
}

const asGen = (o: Obj): GenV => (o as Generator_).v;

function kindOf(o: Obj): string {
  if (o.type === coroutineType) return 'coroutine';
  return o.type === asyncHooks.generatorType ? 'async generator' : 'generator';
}

/**
 * Sends a value (borrowed); the result is what is yielded. null with neither error nor pending: it returned, and its
 * value is in tstate.retval. CPython 3.12: Objects/genobject.c gen_send_ex2
 */
export function genResume(gen: Obj, value: Obj): Res {
  const g = asGen(gen);
  if (g.state === GEN_RUNNING) return raise(PyExc.ValueError, `${kindOf(gen)} already executing`);
  if (g.state === GEN_CREATED && value !== None) {
    return typeError(`can't send non-None value to a just-started ${kindOf(gen)}`);
  }
  if (g.frame === null) {
    if (gen.type === coroutineType)
      return raise(PyExc.RuntimeError, 'cannot reuse already awaited coroutine');
    return null;
  }
  value.rc++;
  return request(new ResumeRequest(gen, value));
}

/** Raises StopIteration with a value (owned), null for none. CPython 3.12: _PyGen_SetStopIterationValue */
export function stopIterationWith(value: Obj | null): null {
  if (value === null || value === None) {
    if (value !== null) decref(value);
    return raiseBare(PyExc.StopIteration);
  }
  if (isTuple(value) || isException(value)) {
    const exc = newException(PyExc.StopIteration, newTuple([value]));
    return setException(exc);
  }
  return raiseArgs(PyExc.StopIteration, [value]);
}

/** The generator returned: StopIteration with its value, or StopAsyncIteration. */
function returned(gen: Obj): null {
  const value = tstate.retval;
  tstate.retval = null;
  if (gen.type !== asyncHooks.generatorType) return stopIterationWith(value);
  xdecref(value);
  return raiseBare(PyExc.StopAsyncIteration);
}

/** `gen.send(value)`. CPython 3.12: Objects/genobject.c gen_send */
export function* sendG(gen: Obj, value: Obj): Gen {
  let r = genResume(gen, value);
  if (r === null) r = yield* settle();
  if (r === null && tstate.exc === null) return returned(gen);
  return r;
}

/** `gen.throw(type, value, traceback)`. CPython 3.12: Objects/genobject.c gen_throw */
export function* throwG(gen: Obj, type: Obj, value: Obj | undefined, tb: Obj | undefined): Gen {
  if (value !== undefined) {
    let r = runningHooks.warn(
      'DeprecationWarning',
      'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.',
    );
    if (r === null) r = yield* settle();
    if (r === null) return null;
    decref(r);
  }
  return yield* throwInto(gen, true, type, value, tb);
}

function isClassOrInstanceOf(o: Obj, type: PyType): boolean {
  return isSubtype(o.v instanceof PyType ? o.v : o.type, type);
}

/**
 * Throws into a generator, or into what it is waiting for. `closeOnExit`: GeneratorExit closes that first.
 * CPython 3.12: Objects/genobject.c _gen_throw
 */
export function* throwInto(
  gen: Obj,
  closeOnExit: boolean,
  type: Obj,
  value: Obj | undefined,
  tb: Obj | undefined,
): Gen {
  const g = asGen(gen);
  const inner = g.state === GEN_SUSPENDED && g.frame !== null ? g.frame.yieldFrom() : null;
  if (inner !== null) {
    inner.rc++;
    if (closeOnExit && isClassOrInstanceOf(type, PyExc.GeneratorExit)) {
      g.state = GEN_RUNNING;
      const ok = yield* closeIterG(inner);
      g.state = GEN_SUSPENDED;
      decref(inner);
      if (!ok) return yield* resumeWithError(gen);
    } else {
      let r: Res;
      if (inner.type === generatorType || inner.type === coroutineType) {
        g.state = GEN_RUNNING;
        r = yield* throwInto(inner, closeOnExit, type, value, tb);
        g.state = GEN_SUSPENDED;
        decref(inner);
        // The inner one ended: its error, or StopIteration, goes on in this one, where CLEANUP_THROW looks at it.
        return r !== null ? r : yield* resumeWithError(gen);
      }
      const throwMethod = yield* lookupAttrG(inner, id('throw'));
      if (throwMethod === null) {
        decref(inner);
        return null;
      }
      if (throwMethod !== undefined) {
        const args = value === undefined ? [type] : tb === undefined ? [type, value] : [type, value, tb];
        g.state = GEN_RUNNING;
        r = yield* callG(throwMethod, args);
        g.state = GEN_SUSPENDED;
        decref(throwMethod);
        decref(inner);
        return r !== null ? r : yield* resumeWithError(gen);
      }
      decref(inner);
    }
  }
  const exc = yield* makeException(type, value, tb);
  if (exc === null) return null;
  tstate.exc = exc;
  return yield* resumeWithError(gen);
}

/** Resumes a generator with the raised exception. CPython 3.12: gen_send_ex with exc */
function* resumeWithError(gen: Obj, closing = false): Gen {
  const g = asGen(gen);
  if (g.state === GEN_RUNNING) return raise(PyExc.ValueError, `${kindOf(gen)} already executing`);
  if (g.frame === null) {
    if (gen.type === coroutineType && !closing)
      return raise(PyExc.RuntimeError, 'cannot reuse already awaited coroutine');
    return null;
  }
  if (g.exc.value !== null) {
    // What the generator is handling becomes the context of what is thrown into it.
    const outside = excState.item;
    excState.item = g.exc;
    setException(fetch()!);
    excState.item = outside;
  }
  tstate.pending = new ResumeRequest(gen, null, fetch());
  const r = yield* settle();
  return r === null && tstate.exc === null ? returned(gen) : r;
}

/** An exception object of throw()'s arguments (owned). CPython 3.12: _gen_throw */
function* makeException(type: Obj, value: Obj | undefined, tb: Obj | undefined): Gen<Obj | null> {
  if (tb !== undefined && tb !== None && tb.type.name !== 'traceback') {
    return typeError('throw() third argument must be a traceback object');
  }
  let exc: Obj | null = null;
  if (type.v instanceof PyType && isSubtype(type.v, PyExc.BaseException)) {
    if (value !== undefined && isException(value) && isSubtype(value.type, type.v)) {
      value.rc++;
      exc = value;
    } else {
      const args = value === undefined || value === None ? [] : isTuple(value) ? value.v : [value];
      exc = yield* callG(type, args);
      if (exc === null) return null;
    }
  } else if (isException(type)) {
    if (value !== undefined && value !== None)
      return typeError('instance exception may not have a separate value');
    type.rc++;
    exc = type;
  } else {
    return typeError(
      `exceptions must be classes or instances deriving from BaseException, not ${type.type.name}`,
    );
  }
  if (tb !== undefined && tb !== None && isException(exc)) {
    const old = exc.v.traceback;
    tb.rc++;
    exc.v.traceback = tb;
    xdecref(old);
  }
  return exc;
}

/** `close()` of any iterator; false with an error. CPython 3.12: gen_close_iter */
function* closeIterG(it: Obj): Gen<boolean> {
  if (it.type === generatorType || it.type === coroutineType) {
    const r = yield* closeG(it);
    if (r === null) return false;
    decref(r);
    return true;
  }
  const close = yield* lookupAttrG(it, id('close'));
  if (close === null) return false;
  if (close === undefined) return true;
  const r = yield* callG(close, []);
  decref(close);
  if (r === null) return false;
  decref(r);
  return true;
}

/** CPython 3.12: Objects/genobject.c gen_close */
export function* closeG(gen: Obj): Gen {
  const g = asGen(gen);
  if (g.frame === null) return none();
  if (g.state === GEN_CREATED) {
    finish(gen);
    return none();
  }
  const inner = g.state === GEN_SUSPENDED ? g.frame.yieldFrom() : null;
  let ok = true;
  if (inner !== null) {
    inner.rc++;
    g.state = GEN_RUNNING;
    ok = yield* closeIterG(inner);
    g.state = GEN_SUSPENDED;
    decref(inner);
  }
  if (ok) tstate.exc = newException(PyExc.GeneratorExit, newTuple([]));
  const r = yield* resumeWithError(gen, true);
  if (r !== null) {
    decref(r);
    return raise(PyExc.RuntimeError, `${kindOf(gen)} ignored GeneratorExit`);
  }
  return clearIf(PyExc.StopIteration) || clearIf(PyExc.GeneratorExit) ? none() : null;
}

/** Ends a generator whose frame will not run any more. */
export function finish(gen: Obj): void {
  const g = asGen(gen);
  const frame = g.frame;
  g.frame = null;
  g.state = GEN_CLOSED;
  if (frame !== null) frame.clear();
}

/** Finalizer: what is suspended is closed before it goes. CPython 3.12: _PyGen_Finalize */
function* finalizeG(gen: Obj): Gen {
  const g = asGen(gen);
  if (g.frame === null) return none();
  const finalizer = g.originOrFinalizer;
  if (gen.type === asyncHooks.generatorType && finalizer !== null && !g.closed) {
    return yield* callG(finalizer, [gen]);
  }
  if (gen.type === coroutineType && g.state === GEN_CREATED) return yield* asyncHooks.neverAwaited(gen);
  return yield* closeG(gen);
}

/** False if finalizing a generator would do nothing. */
export function needsFinalizer(gen: Generator_): boolean {
  const g = gen.v;
  if (g.frame === null) return false;
  return g.state === GEN_SUSPENDED || gen.type === coroutineType || g.originOrFinalizer !== null;
}

/** A coroutine, or a generator that types.coroutine has marked as one. CPython 3.12: gen_is_coroutine */
function isCoroutine(o: Obj): boolean {
  if (o.type === coroutineType) return true;
  if (o.type !== generatorType) return false;
  const code = (asGen(o).code as Obj<CodeObject>).v;
  return (code.flags & CO_ITERABLE_COROUTINE) !== 0;
}

/** The iterator of an awaitable. CPython 3.12: Objects/genobject.c _PyCoro_GetAwaitableIter */
export function* awaitableIterG(o: Obj): Gen {
  if (isCoroutine(o)) return ref(o);
  const getter = o.type.am_await;
  if (getter === null) return typeError(`object ${o.type.name} can't be used in 'await' expression`);
  let r = getter(o);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (isCoroutine(r)) {
    decref(r);
    return typeError('__await__() returned a coroutine');
  }
  if (r.type.tp_iternext === null) {
    const name = r.type.name;
    decref(r);
    return typeError(`__await__() returned non-iterator of type '${name}'`);
  }
  return r;
}

/** What the three types have in common; `prefix` is that of their attributes. */
export function initGeneratorType(type: PyType, prefix: 'gi' | 'cr' | 'ag'): void {
  const kind = type.name;
  type.hasWeakrefs = true;
  type.tp_getattro = genericGetAttr;
  type.tp_repr = (o) => newStr(`<${kind} object ${(asGen(o).qualname as Str).v} at ${hexAddress(o)}>`);
  type.tp_finalize = (o) => (needsFinalizer(o as Generator_) ? suspend(finalizeG(o), [o]) : none());
  type.tp_traverse = (o, visit) => {
    const g = asGen(o);
    visit(g.name);
    visit(g.qualname);
    visit(g.code);
    g.frame?.traverse(visit);
    if (g.exc.value !== null) visit(g.exc.value);
    if (g.originOrFinalizer !== null) visit(g.originOrFinalizer);
  };
  type.basicsize = 144;
  type.itemsize = 8;
  method(
    type,
    '__sizeof__',
    '!($self, /)',
    (o) => {
      const code = asGen(o).code.v as { stacksize: number; localsplusnames: readonly string[] };
      return newInt(144 + 8 * (code.localsplusnames.length + code.stacksize));
    },
    'gen.__sizeof__() -> size of gen in memory, in bytes',
  );
  type.tp_clear = (o) => {
    if (asGen(o).state !== GEN_RUNNING) finish(o);
  };
  type.tp_dealloc = (o) => {
    const g = asGen(o);
    finish(o);
    decref(g.name);
    decref(g.qualname);
    decref(g.code);
    const { originOrFinalizer } = g;
    const value = g.exc.value;
    g.exc.value = null;
    g.originOrFinalizer = null;
    xdecref(value);
    xdecref(originOrFinalizer);
  };
  const text = (name: '__name__' | '__qualname__', key: 'name' | 'qualname'): void =>
    getset(
      type,
      name,
      (o) => {
        asGen(o)[key].rc++;
        return asGen(o)[key];
      },
      (o, value) => {
        if (value === null || !isStr(value)) return typeError(`${name} must be set to a string object`);
        const old = asGen(o)[key];
        value.rc++;
        asGen(o)[key] = value;
        decref(old);
        return none();
      },
    );
  text('__name__', 'name');
  text('__qualname__', 'qualname');
  if (prefix !== 'ag') getset(type, `${prefix}_running`, (o) => newBool(asGen(o).state === GEN_RUNNING));
  getset(type, `${prefix}_suspended`, (o) => newBool(asGen(o).state === GEN_SUSPENDED));
  getset(type, `${prefix}_frame`, (o) => {
    const f = asGen(o).frame;
    return f === null ? none() : f.frameObject();
  });
  getset(type, prefix === 'gi' ? 'gi_yieldfrom' : `${prefix}_await`, (o) => {
    const g = asGen(o);
    const y = g.frame === null || g.state !== GEN_SUSPENDED ? null : g.frame.yieldFrom();
    if (y === null) return none();
    y.rc++;
    return y;
  });
  member(type, `${prefix}_code`, (o) => asGen(o).code);
}

export function initGenerators(): void {
  holdsOutside(
    () => [asyncHooks.firstiter, asyncHooks.finalizer].filter((o) => o !== null),
    () => {
      asyncHooks.firstiter = asyncHooks.finalizer = null;
    },
  );
  initGeneratorType(generatorType, 'gi');
  initGeneratorType(coroutineType, 'cr');
  for (const type of [generatorType, coroutineType]) {
    const kind = type.name;
    method(
      type,
      'send',
      '!($self, value, /)',
      sendG,
      `send(arg) -> send 'arg' into ${kind},\nreturn next yielded value or raise StopIteration.`,
    );
    method(type, 'throw', '!($self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)', throwG);
    method(type, 'close', '!($self, /)', closeG, `close() -> raise GeneratorExit inside ${kind}.`);
  }
  member(coroutineType, 'cr_origin', (o) => asGen(o).originOrFinalizer ?? None);
  generatorType.tp_iter = (o) => {
    o.rc++;
    return o;
  };
  generatorType.tp_iternext = (o) => genResume(o, None);
  coroutineType.am_await = (o) => {
    o.rc++;
    const w = new Obj<Obj>(coroutineWrapperType, o);
    gcTrack(w);
    return w;
  };
  typeReady(generatorType);
  typeReady(coroutineType);

  coroutineWrapperType.tp_iter = generatorType.tp_iter;
  coroutineWrapperType.tp_iternext = (o) => genResume((o as Obj<Obj>).v, None);
  coroutineWrapperType.tp_traverse = (o, visit) => visit((o as Obj<Obj>).v);
  coroutineWrapperType.tp_dealloc = (o) => decref((o as Obj<Obj>).v);
  method(coroutineWrapperType, 'send', '!($self, value, /)', (self: Obj, v: Obj) =>
    suspend(sendG((self as Obj<Obj>).v, v), [self, v]),
  );
  method(
    coroutineWrapperType,
    'throw',
    '!($self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)',
    (self: Obj, t: Obj, v: Obj | undefined, tb: Obj | undefined) =>
      suspend(throwG((self as Obj<Obj>).v, t, v, tb), [self, t]),
  );
  method(coroutineWrapperType, 'close', '!($self, /)', (self: Obj) =>
    suspend(closeG((self as Obj<Obj>).v), [self]),
  );
  typeReady(coroutineWrapperType);
}

const coroutineWrapperType = new PyType('coroutine_wrapper', TPFLAGS.HAVE_GC, typeType);

export type { Exc };
export { callSpecial, excField, setExcField };
