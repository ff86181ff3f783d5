// Generators, coroutines and asynchronous generators: functions whose frame outlives the call.
//
// Answers to CPython 3.12: Objects/genobject.c. Resuming is the VM's (ResumeRequest).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, tstate, typeType, xdecref } from '../memory/object.ts';
import { type Gen, ResumeRequest, request, settle, suspend } from '../memory/suspend.ts';
import { getset, member, method } from './descrobject.ts';
import {
  clearIf,
  fetch,
  matches,
  PyExc,
  raise,
  raiseArgs,
  raiseBare,
  setException,
  typeError,
} from './errors.ts';
import { type Exc, type ExcItem, excField, isException, newException, setExcField } from './exceptions.ts';
import { newBool } from './longcore.ts';
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
  /** async generators: closed, running asend/athrow. */
  closed = false;
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
  return o.type === coroutineType ? 'coroutine' : 'generator';
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

/** Raises StopIteration with what the generator returned. CPython 3.12: _PyGen_SetStopIterationValue */
export function stopIteration(): null {
  const value = tstate.retval;
  tstate.retval = null;
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

function* sendG(gen: Obj, value: Obj): Gen {
  let r = genResume(gen, value);
  if (r === null) r = yield* settle();
  if (r === null && tstate.exc === null) return stopIteration();
  return r;
}

/** CPython 3.12: Objects/genobject.c _gen_throw */
function* throwG(gen: Obj, type: Obj, value: Obj | undefined, tb: Obj | undefined): Gen {
  const exc = yield* makeException(type, value, tb);
  if (exc === null) return null;
  return yield* throwExc(gen, exc);
}

// Throws an exception (owned) into a generator, or into what it is waiting for.
function* throwExc(gen: Obj, exc: Obj): Gen {
  const g = asGen(gen);
  if (g.state === GEN_RUNNING) {
    decref(exc);
    return raise(PyExc.ValueError, `${kindOf(gen)} already executing`);
  }
  const inner = g.state === GEN_SUSPENDED && g.frame !== null ? g.frame.yieldFrom() : null;
  if (inner !== null) {
    inner.rc++;
    if (isSubtype(exc.type, PyExc.GeneratorExit)) {
      g.state = GEN_RUNNING;
      const ok = yield* closeIterG(inner);
      g.state = GEN_SUSPENDED;
      decref(inner);
      if (!ok) {
        decref(exc);
        const raised = fetch()!;
        return yield* throwHere(gen, raised);
      }
      return yield* throwHere(gen, exc);
    }
    let r: Res | undefined;
    if (inner.type === generatorType || inner.type === coroutineType) {
      g.state = GEN_RUNNING;
      r = yield* throwExc(inner, exc);
      g.state = GEN_SUSPENDED;
    } else {
      const throwMethod = yield* lookupAttrG(inner, id('throw'));
      if (throwMethod === null) {
        decref(inner);
        decref(exc);
        return null;
      }
      if (throwMethod === undefined) {
        decref(inner);
        return yield* throwHere(gen, exc);
      }
      g.state = GEN_RUNNING;
      r = yield* callG(throwMethod, [exc]);
      g.state = GEN_SUSPENDED;
      decref(throwMethod);
      decref(exc);
    }
    decref(inner);
    if (r !== null) return r;
    // The inner iterator ended: its error (or StopIteration) goes on in this generator, where CLEANUP_THROW looks at it.
    const raised = fetch();
    return yield* throwHere(gen, raised!);
  }
  return yield* throwHere(gen, exc);
}

function* throwHere(gen: Obj, exc: Obj): Gen {
  const g = asGen(gen);
  if (g.frame === null) {
    tstate.exc = exc;
    return null;
  }
  tstate.exc = exc;
  const r = yield* resumeWithError(gen);
  if (r === null && tstate.exc === null) return stopIteration();
  return r;
}

function* resumeWithError(gen: Obj): Gen {
  const exc = tstate.exc;
  tstate.exc = null;
  tstate.pending = new ResumeRequest(gen, null, exc);
  return yield* settle();
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
  if (g.state === GEN_RUNNING) return raise(PyExc.ValueError, `${kindOf(gen)} already executing`);
  if (g.frame === null) return none();
  if (g.state === GEN_CREATED) {
    finish(gen);
    return none();
  }
  const exc = newException(PyExc.GeneratorExit, newTuple([]));
  const r = yield* throwExc(gen, exc);
  if (r !== null) {
    decref(r);
    return raise(PyExc.RuntimeError, `${kindOf(gen)} ignored GeneratorExit`);
  }
  if (matches(PyExc.StopIteration) || matches(PyExc.GeneratorExit)) {
    clearIf(PyExc.StopIteration);
    clearIf(PyExc.GeneratorExit);
    return none();
  }
  return null;
}

/** Ends a generator whose frame will not run any more. */
export function finish(gen: Obj): void {
  const g = asGen(gen);
  const frame = g.frame;
  g.frame = null;
  g.state = GEN_CLOSED;
  if (frame !== null) frame.clear();
}

/** Finalizer: a generator suspended inside try or with is closed before it goes. CPython 3.12: _PyGen_Finalize */
export function* finalizeGenerator(gen: Obj): Gen {
  const g = asGen(gen);
  if (g.frame === null) return none();
  return yield* closeG(gen);
}

/** True if closing it would run code of its own. */
export function needsClose(gen: Obj): boolean {
  const g = asGen(gen);
  return g.frame !== null && g.state === GEN_SUSPENDED;
}

export function initGenerators(): void {
  for (const type of [generatorType, coroutineType]) {
    const kind = type.name;
    const prefix = type === generatorType ? 'gi' : 'cr';
    type.hasWeakrefs = true;
    type.tp_getattro = genericGetAttr;
    type.tp_repr = (o) => newStr(`<${kind} object ${(asGen(o).qualname as Str).v} at ${hexAddress(o)}>`);
    type.tp_finalize = (o) => (needsClose(o) ? suspend(finalizeGenerator(o), [o]) : none());
    type.tp_traverse = (o, visit) => {
      const g = asGen(o);
      visit(g.name);
      visit(g.qualname);
      visit(g.code);
      g.frame?.traverse(visit);
      if (g.exc.value !== null) visit(g.exc.value);
    };
    type.tp_clear = (o) => {
      if (asGen(o).state !== GEN_RUNNING) finish(o);
    };
    type.tp_dealloc = (o) => {
      const g = asGen(o);
      finish(o);
      decref(g.name);
      decref(g.qualname);
      decref(g.code);
      const value = g.exc.value;
      g.exc.value = null;
      xdecref(value);
    };
    method(
      type,
      'send',
      '($self, value, /)',
      sendG,
      `send(arg) -> send 'arg' into ${kind},\nreturn next yielded value or raise StopIteration.`,
    );
    method(type, 'throw', '($self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)', throwG);
    method(type, 'close', '($self, /)', closeG, `close() -> raise GeneratorExit inside ${kind}.`);
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
    getset(type, `${prefix}_running`, (o) => newBool(asGen(o).state === GEN_RUNNING));
    getset(type, `${prefix}_suspended`, (o) => newBool(asGen(o).state === GEN_SUSPENDED));
    getset(type, `${prefix}_frame`, (o) => {
      const f = asGen(o).frame;
      return f === null ? none() : f.frameObject();
    });
    getset(type, prefix === 'gi' ? 'gi_yieldfrom' : 'cr_await', (o) => {
      const g = asGen(o);
      const y = g.frame === null || g.state !== GEN_SUSPENDED ? null : g.frame.yieldFrom();
      if (y === null) return none();
      y.rc++;
      return y;
    });
    member(type, `${prefix}_code`, (o) => asGen(o).code);
  }
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
  method(coroutineWrapperType, 'send', '($self, value, /)', (self: Obj, v: Obj) =>
    suspend(sendG((self as Obj<Obj>).v, v), [self, v]),
  );
  method(
    coroutineWrapperType,
    'throw',
    '($self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)',
    (self: Obj, t: Obj, v: Obj | undefined, tb: Obj | undefined) =>
      suspend(throwG((self as Obj<Obj>).v, t, v, tb), [self, t]),
  );
  method(coroutineWrapperType, 'close', '($self, /)', (self: Obj) =>
    suspend(closeG((self as Obj<Obj>).v), [self]),
  );
  typeReady(coroutineWrapperType);
}

const coroutineWrapperType = new PyType('coroutine_wrapper', TPFLAGS.HAVE_GC, typeType);

export type { Exc };
export { callSpecial, excField, setExcField };
