// Asynchronous generators and their awaitables, anext() with a default, and the warning about coroutines that nobody
// awaited.
//
// A value that such a generator yields is wrapped, so that it can be told from what an `await` inside lets through to the
// event loop; the awaitable of asend() unwraps it into the StopIteration that ends an await. All this is fetched when the
// first function with `async def` is made.
//
// Answers to CPython 3.12: Objects/genobject.c (from "Asynchronous Generators" on), Objects/iterobject.c anextawaitable,
// Python/_warnings.c _PyErr_WarnUnawaitedCoroutine.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, ref, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { classGetItem, member, method } from './descrobject.ts';
import { clear, clearIf, matches, PyExc, raise, raiseBare, typeError } from './errors.ts';
import {
  asyncHooks,
  awaitableIterG,
  coroutineType,
  type Generator_,
  type GenV,
  initGeneratorType,
  sendG,
  stopIterationWith,
  throwG,
  throwInto,
} from './genobject.ts';
import { runningHooks } from './hooks.ts';
import { False, True } from './longcore.ts';
import { callG, genericGetAttr, lookupAttrG } from './object.ts';
import { newTuple, type Tuple } from './seqcore.ts';
import { None, none } from './singletons.ts';
import { id, type Str } from './strcore.ts';
import { typeReady } from './typeobject.ts';

export const asyncGeneratorType = new PyType('async_generator', TPFLAGS.HAVE_GC, typeType);
const wrappedValueType = new PyType('async_generator_wrapped_value', TPFLAGS.HAVE_GC, typeType);
const asendType = new PyType('async_generator_asend', TPFLAGS.HAVE_GC, typeType);
const athrowType = new PyType('async_generator_athrow', TPFLAGS.HAVE_GC, typeType);
const anextAwaitableType = new PyType('anext_awaitable', TPFLAGS.HAVE_GC, typeType);

type State = 'new' | 'iterated' | 'closed';
interface ASend {
  gen: Generator_ | null;
  /** null: __anext__() */
  value: Obj | null;
  state: State;
}
interface AThrow {
  gen: Generator_ | null;
  /** null: aclose() */
  args: Tuple | null;
  state: State;
}
interface AnextAwaitable {
  wrapped: Obj | null;
  otherwise: Obj | null;
}

const asGen = (o: Obj): GenV => (o as Generator_).v;
const selfRef = (o: Obj): Obj => ref(o);

const isWrapped = (o: Obj): o is Obj<Obj> => o.type === wrappedValueType;

/** What `yield` in an asynchronous generator hands out. CPython 3.12: _PyAsyncGenValueWrapperNew */
function wrap(value: Obj): Obj {
  const o = new Obj<Obj>(wrappedValueType, ref(value));
  gcTrack(o);
  return o;
}

/** Asks the hooks, once. CPython 3.12: async_gen_init_hooks */
function* initHooksG(gen: Obj): Gen<boolean> {
  const g = asGen(gen);
  if (g.hooksInited) return true;
  g.hooksInited = true;
  const { firstiter, finalizer } = asyncHooks;
  if (finalizer !== null) g.originOrFinalizer = ref(finalizer);
  if (firstiter === null) return true;
  firstiter.rc++;
  const r = yield* callG(firstiter, [gen]);
  decref(firstiter);
  if (r === null) return false;
  decref(r);
  return true;
}

function newASend(gen: Obj, value: Obj | null): Obj {
  const o = new Obj<ASend>(asendType, { gen: ref(gen) as Generator_, value, state: 'new' });
  if (value !== null) value.rc++;
  gcTrack(o);
  return o;
}

function newAThrow(gen: Obj, args: Tuple | null): Obj {
  const o = new Obj<AThrow>(athrowType, { gen: ref(gen) as Generator_, args, state: 'new' });
  gcTrack(o);
  return o;
}

/** CPython 3.12: async_gen_unwrap_value */
function unwrap(gen: Generator_, r: Res): Res {
  const g = gen.v;
  if (r === null) {
    if (matches(PyExc.StopAsyncIteration) || matches(PyExc.GeneratorExit)) g.closed = true;
    g.runningAsync = false;
    return null;
  }
  if (!isWrapped(r)) return r;
  stopIterationWith(ref(r.v));
  decref(r);
  g.runningAsync = false;
  return null;
}

// --- asend(), __anext__() ---------------------------------------------------------------------------------

const ASEND_REUSED = 'cannot reuse already awaited __anext__()/asend()';
const ANEXT_RUNNING = 'anext(): asynchronous generator is already running';

/** CPython 3.12: async_gen_asend_send */
function* asendSendG(o: Obj, arg: Obj | null): Gen {
  const s = (o as Obj<ASend>).v;
  const gen = s.gen!;
  if (s.state === 'closed') return raise(PyExc.RuntimeError, ASEND_REUSED);
  let value = arg;
  if (s.state === 'new') {
    if (gen.v.runningAsync) {
      s.state = 'closed';
      return raise(PyExc.RuntimeError, ANEXT_RUNNING);
    }
    if (value === null || value === None) value = s.value;
    s.state = 'iterated';
  }
  gen.v.runningAsync = true;
  const r = unwrap(gen, yield* sendG(gen, value ?? None));
  if (r === null) s.state = 'closed';
  return r;
}

/** CPython 3.12: async_gen_asend_throw */
function* asendThrowG(o: Obj, type: Obj, value: Obj | undefined, tb: Obj | undefined): Gen {
  const s = (o as Obj<ASend>).v;
  const gen = s.gen!;
  if (s.state === 'closed') return raise(PyExc.RuntimeError, ASEND_REUSED);
  if (s.state === 'new') {
    if (gen.v.runningAsync) {
      s.state = 'closed';
      return raise(PyExc.RuntimeError, ANEXT_RUNNING);
    }
    s.state = 'iterated';
    gen.v.runningAsync = true;
  }
  const r = unwrap(gen, yield* throwG(gen, type, value, tb));
  if (r === null) {
    gen.v.runningAsync = false;
    s.state = 'closed';
  }
  return r;
}

// --- athrow(), aclose() -----------------------------------------------------------------------------------

const ATHROW_REUSED = 'cannot reuse already awaited aclose()/athrow()';
const IGNORED_EXIT = 'async generator ignored GeneratorExit';

/** The checks of an awaitable that is driven for the first time; false with an error. */
function beginThrow(t: AThrow): boolean {
  const gen = t.gen!.v;
  if (!gen.runningAsync) return true;
  t.state = 'closed';
  const method_ = t.args === null ? 'aclose' : 'athrow';
  raise(PyExc.RuntimeError, `${method_}(): asynchronous generator is already running`);
  return false;
}

function yieldedInClose(t: AThrow, r: Obj): null {
  decref(r);
  t.gen!.v.runningAsync = false;
  t.state = 'closed';
  return raise(PyExc.RuntimeError, IGNORED_EXIT);
}

function throwFailed(t: AThrow): null {
  t.gen!.v.runningAsync = false;
  t.state = 'closed';
  if (t.args === null && (clearIf(PyExc.StopAsyncIteration) || clearIf(PyExc.GeneratorExit))) {
    // aclose() is done.
    return raiseBare(PyExc.StopIteration);
  }
  return null;
}

/** CPython 3.12: async_gen_athrow_send */
function* athrowSendG(o: Obj, arg: Obj): Gen {
  const t = (o as Obj<AThrow>).v;
  const gen = t.gen!;
  if (t.state === 'closed') return raise(PyExc.RuntimeError, ATHROW_REUSED);
  if (gen.v.frame === null) {
    t.state = 'closed';
    return raiseBare(PyExc.StopIteration);
  }
  if (t.state === 'new') {
    if (!beginThrow(t)) return null;
    if (gen.v.closed) {
      t.state = 'closed';
      return raiseBare(PyExc.StopAsyncIteration);
    }
    if (arg !== None)
      return raise(PyExc.RuntimeError, "can't send non-None value to a just-started coroutine");
    t.state = 'iterated';
    gen.v.runningAsync = true;
    let r: Res;
    if (t.args === null) {
      gen.v.closed = true;
      r = yield* throwInto(gen, false, PyExc.GeneratorExit.self, undefined, undefined);
      if (r !== null && isWrapped(r)) return yieldedInClose(t, r);
    } else {
      const [type, value, tb] = t.args.v;
      if (type === undefined) return typeError('athrow expected at least 1 argument, got 0');
      if (t.args.v.length > 3)
        return typeError(`athrow expected at most 3 arguments, got ${t.args.v.length}`);
      r = unwrap(gen, yield* throwInto(gen, false, type, value, tb));
    }
    return r ?? throwFailed(t);
  }
  const r = yield* sendG(gen, arg);
  if (t.args !== null) return unwrap(gen, r);
  if (r === null) return throwFailed(t);
  return isWrapped(r) ? yieldedInClose(t, r) : r;
}

/** CPython 3.12: async_gen_athrow_throw */
function* athrowThrowG(o: Obj, type: Obj, value: Obj | undefined, tb: Obj | undefined): Gen {
  const t = (o as Obj<AThrow>).v;
  const gen = t.gen!;
  if (t.state === 'closed') return raise(PyExc.RuntimeError, ATHROW_REUSED);
  if (t.state === 'new') {
    if (!beginThrow(t)) return null;
    t.state = 'iterated';
    gen.v.runningAsync = true;
  }
  const r = yield* throwG(gen, type, value, tb);
  if (t.args !== null) {
    const unwrapped = unwrap(gen, r);
    if (unwrapped === null) {
      gen.v.runningAsync = false;
      t.state = 'closed';
    }
    return unwrapped;
  }
  if (r === null) return throwFailed(t);
  return isWrapped(r) ? yieldedInClose(t, r) : r;
}

/** send, throw and close of an awaitable. */
function awaitable(
  type: PyType,
  send: (o: Obj, value: Obj) => Res | Gen,
  throwInside: (o: Obj, type: Obj, value: Obj | undefined, tb: Obj | undefined) => Res | Gen,
  close: (o: Obj) => Res | Gen,
): void {
  type.tp_getattro = genericGetAttr;
  type.am_await = selfRef;
  type.tp_iter = selfRef;
  method(
    type,
    'send',
    '($self, value, /)',
    send,
    "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
  );
  method(
    type,
    'throw',
    '($self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)',
    throwInside,
  );
  method(type, 'close', '($self, /)', close, 'close() -> raise GeneratorExit inside generator.');
  typeReady(type);
}

// --- anext(it, default) -----------------------------------------------------------------------------------

/** CPython 3.12: Objects/iterobject.c PyAnextAwaitable_New */
function newAnextAwaitable(wrapped: Obj, otherwise: Obj): Obj {
  const o = new Obj<AnextAwaitable>(anextAwaitableType, { wrapped: ref(wrapped), otherwise: ref(otherwise) });
  gcTrack(o);
  return o;
}

/** CPython 3.12: anextawaitable_getiter */
function* anextIterG(o: Obj): Gen {
  const it = yield* awaitableIterG((o as Obj<AnextAwaitable>).v.wrapped!);
  if (it === null || it.type.tp_iternext !== null) return it;
  const wrapper = coroutineType.am_await!(it);
  decref(it);
  return wrapper;
}

function* anextProxyG(o: Obj, name: string, args: Obj[]): Gen {
  const it = yield* anextIterG(o);
  if (it === null) return null;
  let r: Res = null;
  if (name === '__next__') {
    r = it.type.tp_iternext!(it);
    if (r === null) r = yield* settle();
  } else {
    const f = yield* lookupAttrG(it, id(name));
    if (f === undefined) raise(PyExc.AttributeError, `'${it.type.name}' object has no attribute '${name}'`);
    else if (f !== null) {
      r = yield* callG(f, args);
      decref(f);
    }
  }
  decref(it);
  if (r === null && clearIf(PyExc.StopAsyncIteration)) {
    return stopIterationWith(ref((o as Obj<AnextAwaitable>).v.otherwise!));
  }
  return r;
}

// --- coroutines that nobody awaited -----------------------------------------------------------------------

/** CPython 3.12: Python/_warnings.c _PyErr_WarnUnawaitedCoroutine */
function* neverAwaitedG(coro: Obj): Gen {
  const warnings = yield* runningHooks.importModuleG('warnings');
  if (warnings !== null) {
    const f = yield* lookupAttrG(warnings, id('_warn_unawaited_coroutine'));
    decref(warnings);
    if (f != null) {
      const r = yield* callG(f, [coro]);
      decref(f);
      if (r !== null || matches(PyExc.RuntimeWarning)) return r;
    }
  }
  clear();
  const r = runningHooks.warn(
    'RuntimeWarning',
    `coroutine '${(asGen(coro).qualname as Str).v}' was never awaited`,
    coro,
  );
  return r === null ? yield* settle() : r;
}

// --- the types --------------------------------------------------------------------------------------------

function initAsyncGenerators(): void {
  initGeneratorType(asyncGeneratorType, 'ag');
  const t = asyncGeneratorType;
  t.am_aiter = selfRef;
  t.am_anext = (o) => {
    if (asGen(o).hooksInited) return newASend(o, null);
    return suspend(
      (function* (): Gen {
        return (yield* initHooksG(o)) ? newASend(o, null) : null;
      })(),
      [o],
    );
  };
  member(t, 'ag_running', (o) => (asGen(o).runningAsync ? True : False));
  method(
    t,
    'asend',
    '($self, value, /)',
    function* (o: Obj, value: Obj): Gen {
      return (yield* initHooksG(o)) ? newASend(o, value) : null;
    },
    "asend(v) -> send 'v' in generator.",
  );
  method(
    t,
    'athrow',
    '($self, *args)',
    function* (o: Obj, args: Obj[]): Gen {
      if (args.length > 1) {
        let r = runningHooks.warn(
          'DeprecationWarning',
          'the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.',
        );
        if (r === null) r = yield* settle();
        if (r === null) return null;
        decref(r);
      }
      if (!(yield* initHooksG(o))) return null;
      for (const a of args) a.rc++;
      return newAThrow(o, newTuple(args.slice()));
    },
    'athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.',
  );
  method(
    t,
    'aclose',
    '($self, /)',
    function* (o: Obj): Gen {
      return (yield* initHooksG(o)) ? newAThrow(o, null) : null;
    },
    'aclose() -> raise GeneratorExit inside generator.',
  );
  classGetItem(t, '($type, item, /)');
  typeReady(t);

  wrappedValueType.tp_traverse = (o, visit) => visit((o as Obj<Obj>).v);
  wrappedValueType.tp_dealloc = (o) => decref((o as Obj<Obj>).v);
  typeReady(wrappedValueType);

  asendType.tp_traverse = (o, visit) => {
    const { gen, value } = (o as Obj<ASend>).v;
    if (gen !== null) visit(gen);
    if (value !== null) visit(value);
  };
  asendType.tp_dealloc = (o) => {
    const s = (o as Obj<ASend>).v;
    const { gen, value } = s;
    s.gen = s.value = null;
    xdecref(gen);
    xdecref(value);
  };
  asendType.tp_iternext = (o) => suspend(asendSendG(o, null), [o]);
  awaitable(asendType, asendSendG, asendThrowG, (o) => {
    (o as Obj<ASend>).v.state = 'closed';
    return none();
  });

  athrowType.tp_traverse = (o, visit) => {
    const { gen, args } = (o as Obj<AThrow>).v;
    if (gen !== null) visit(gen);
    if (args !== null) visit(args);
  };
  athrowType.tp_dealloc = (o) => {
    const t_ = (o as Obj<AThrow>).v;
    const { gen, args } = t_;
    t_.gen = t_.args = null;
    xdecref(gen);
    xdecref(args);
  };
  athrowType.tp_iternext = (o) => suspend(athrowSendG(o, None), [o]);
  awaitable(athrowType, athrowSendG, athrowThrowG, (o) => {
    (o as Obj<AThrow>).v.state = 'closed';
    return none();
  });

  anextAwaitableType.tp_traverse = (o, visit) => {
    const { wrapped, otherwise } = (o as Obj<AnextAwaitable>).v;
    if (wrapped !== null) visit(wrapped);
    if (otherwise !== null) visit(otherwise);
  };
  anextAwaitableType.tp_dealloc = (o) => {
    const a = (o as Obj<AnextAwaitable>).v;
    const { wrapped, otherwise } = a;
    a.wrapped = a.otherwise = null;
    xdecref(wrapped);
    xdecref(otherwise);
  };
  anextAwaitableType.tp_iternext = (o) => suspend(anextProxyG(o, '__next__', []), [o]);
  awaitable(
    anextAwaitableType,
    (o, value) => suspend(anextProxyG(o, 'send', [value]), [o, value]),
    (o, type, value, tb) => {
      const args = value === undefined ? [type] : tb === undefined ? [type, value] : [type, value, tb];
      return suspend(anextProxyG(o, 'throw', args), [o, ...args]);
    },
    (o) => suspend(anextProxyG(o, 'close', []), [o]),
  );
}

/** Idempotent; called when this part has been fetched. */
export function installAsyncGenerators(): void {
  if (asyncHooks.generatorType !== null) return;
  asyncHooks.generatorType = asyncGeneratorType;
  asyncHooks.neverAwaited = neverAwaitedG;
  asyncHooks.wrap = wrap;
  asyncHooks.anextAwaitable = newAnextAwaitable;
  initAsyncGenerators();
}
