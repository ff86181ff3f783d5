// Instructions of try, raise and with.
//
// Answers to CPython 3.12: Python/bytecodes.c, Python/ceval.c (do_raise, check_except_type_valid), Objects/exceptions.c
// (_PyExc_PrepReraiseStar).

import { OP } from '../code/opcodes.ts';
import { decref, type Obj, PyType, type Res, TPFLAGS, tstate, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { PyExc, raise, setException, typeError } from '../objects/errors.ts';
import { type Exc, excState, handledException, isException } from '../objects/exceptions.ts';
import { type Int, isInt, newBool } from '../objects/longcore.ts';
import { callG, objectCall, specialMethod } from '../objects/object.ts';
import { newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { isSubtype, lookup } from '../objects/typecore.ts';
import { CONT, type Frame } from './frame.ts';
import { COLD_NEXT, COLD_RAISE, coldOps, done } from './opcodes_cold.ts';

function pop(frame: Frame): Obj {
  const v = frame.slots[--frame.sp]!;
  frame.slots[frame.sp] = null;
  return v;
}

function isExcClass(o: Obj): o is Obj<PyType> {
  return o.v instanceof PyType && (o.v.flags & TPFLAGS.BASE_EXC_SUBCLASS) !== 0;
}

const CANNOT_CATCH = 'catching classes that do not inherit from BaseException is not allowed';

/** True if an exception is of this class or of one of a tuple. CPython 3.12: PyErr_GivenExceptionMatches */
export function excMatches(exc: Obj, what: Obj): boolean {
  if (what.type === tupleType) return (what as Tuple).v.some((t) => excMatches(exc, t));
  return what.v instanceof PyType && isSubtype(exc.type, what.v);
}

function validHandler(what: Obj): boolean {
  if (what.type === tupleType) return (what as Tuple).v.every(isExcClass);
  return isExcClass(what);
}

/** `raise`, `raise exc`, `raise exc from cause`. CPython 3.12: Python/ceval.c do_raise */
function* raiseG(excArg: Obj, causeArg: Obj | null): Gen {
  let exc: Obj;
  if (isExcClass(excArg)) {
    const made = yield* callG(excArg, []);
    if (made === null) return null;
    if (!isException(made)) {
      typeError(
        `calling ${typeText(excArg)} should have returned an instance of BaseException, not ${typeText(made.type.self)}`,
      );
      decref(made);
      return null;
    }
    exc = made;
  } else if (isException(excArg)) {
    excArg.rc++;
    exc = excArg;
  } else return typeError('exceptions must derive from BaseException');
  if (causeArg !== null) {
    let cause: Obj | null;
    if (isExcClass(causeArg)) {
      cause = yield* callG(causeArg, []);
      if (cause === null) {
        decref(exc);
        return null;
      }
      if (!isException(cause)) {
        typeError(
          `calling ${typeText(causeArg)} should have returned an instance of BaseException, not ${typeText(cause.type.self)}`,
        );
        decref(cause);
        decref(exc);
        return null;
      }
    } else if (isException(causeArg)) {
      causeArg.rc++;
      cause = causeArg;
    } else if (causeArg === None) cause = null;
    else {
      decref(exc);
      return typeError('exception causes must derive from BaseException');
    }
    const e = (exc as Exc).v;
    const old = e.cause;
    e.cause = cause;
    e.suppressContext = true;
    xdecref(old);
  }
  return setException(exc);
}

function typeText(t: Obj): string {
  return `<class '${(t as Obj<PyType>).v.name}'>`;
}

// The special method of a context manager, bound (new reference); null with TypeError.
function* contextMethodG(mgr: Obj, name: string, message: string): Gen {
  const m = specialMethod(mgr, id(name));
  if (m === null) {
    if (tstate.pending !== null) return yield* settle();
    return tstate.exc !== null ? null : typeError(message);
  }
  if (!m.self) return m.callable;
  const get = m.callable.type.tp_descr_get!;
  const bound = get(m.callable, mgr, mgr.type.self);
  decref(m.callable);
  return bound;
}

function* beforeWith(mgr: Obj, enterName: string, exitName: string, protocol: string): Gen {
  const t = mgr.type.name;
  const enter = yield* contextMethodG(
    mgr,
    enterName,
    `'${t}' object does not support the ${protocol} protocol`,
  );
  if (enter === null) return null;
  const exit = yield* contextMethodG(
    mgr,
    exitName,
    `'${t}' object does not support the ${protocol} protocol (missed ${exitName} method)`,
  );
  if (exit === null) {
    decref(enter);
    return null;
  }
  const r = yield* callG(enter, []);
  decref(enter);
  if (r === null) {
    decref(exit);
    return null;
  }
  return newTuple([exit, r]);
}

/** except*: what matched and what is left. CPython 3.12: Python/ceval.c exception_group_match */
function* groupMatch(exc: Obj, what: Obj): Gen {
  if (exc === None) {
    None.rc += 2;
    return newTuple([None, None]);
  }
  const group = PyExc.BaseExceptionGroup;
  if (excMatches(exc, what)) {
    exc.rc++;
    if (isSubtype(exc.type, group)) return newTuple([none(), exc]);
    // A plain exception is wrapped into a group of its own.
    const list = newTuple([exc]);
    const empty = id('');
    const made = isSubtype(exc.type, PyExc.Exception) ? groupTypes.exceptionGroup : PyExc.BaseExceptionGroup;
    const wrapped = yield* callG(made.self, [empty, list]);
    decref(list);
    return wrapped === null ? null : newTuple([none(), wrapped]);
  }
  if (isSubtype(exc.type, group)) {
    const split = specialMethod(exc, id('split'));
    if (split === null) return null;
    const pair = yield* callG(split.callable, split.self ? [exc, what] : [what]);
    decref(split.callable);
    if (pair === null) return null;
    if (pair.type !== tupleType || (pair as Tuple).v.length < 2) {
      typeError(`${exc.type.name}.split must return a tuple, not ${pair.type.name}`);
      decref(pair);
      return null;
    }
    const [match, rest] = (pair as Tuple).v as [Obj, Obj];
    match.rc++;
    rest.rc++;
    decref(pair);
    return newTuple([rest, match]);
  }
  exc.rc++;
  return newTuple([exc, none()]);
}

export function initExceptionOps(): void {
  coldOps({
    // new_exc -- prev_exc new_exc
    [OP.PUSH_EXC_INFO]: (frame) => {
      const slots = frame.slots;
      const exc = slots[frame.sp - 1]!;
      const item = excState.item;
      const previous = item.value;
      slots[frame.sp - 1] = previous ?? none();
      slots[frame.sp++] = exc;
      exc.rc++;
      item.value = exc;
      return COLD_NEXT;
    },
    // prev_exc --
    [OP.POP_EXCEPT]: (frame) => {
      const v = pop(frame);
      const item = excState.item;
      const old = item.value;
      if (v === None) {
        item.value = null;
        v.rc--;
      } else item.value = v;
      xdecref(old);
      return COLD_NEXT;
    },
    // exc type -- exc bool
    [OP.CHECK_EXC_MATCH]: (frame) => {
      const what = pop(frame);
      const exc = frame.slots[frame.sp - 1]!;
      if (!validHandler(what)) {
        decref(what);
        typeError(CANNOT_CATCH);
        return CONT.PUSH;
      }
      const yes = excMatches(exc, what);
      decref(what);
      frame.slots[frame.sp++] = newBool(yes);
      return COLD_NEXT;
    },
    // exc type -- rest match
    [OP.CHECK_EG_MATCH]: (frame) => {
      const what = pop(frame);
      const exc = pop(frame);
      let r: Res = null;
      if (!validHandler(what)) typeError(CANNOT_CATCH);
      else if (what.type === tupleType ? (what as Tuple).v.some(isGroupClass) : isGroupClass(what)) {
        typeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
      } else r = suspend(groupMatch(exc, what), [exc, what]);
      decref(what);
      decref(exc);
      if (r !== null) noteMatch(r);
      return done(frame, CONT.PUSH2, r);
    },
    // values[n] exc -- values[n]
    [OP.RERAISE]: (frame, arg) => {
      const exc = pop(frame);
      if (arg > 0) {
        const lasti = frame.slots[frame.sp - arg]!;
        if (isInt(lasti)) {
          const at = positionOf(frame, Number((lasti as Int).v) * 2);
          frame.pc = frame.watched ? 2 * (at + 1) : at + 1;
        }
      }
      tstate.exc = exc;
      return COLD_RAISE;
    },
    // args[n] --
    [OP.RAISE_VARARGS]: (frame, arg) => {
      if (arg === 0) {
        const exc = handledException();
        if (exc === null) {
          raise(PyExc.RuntimeError, 'No active exception to reraise');
          return CONT.PUSH;
        }
        exc.rc++;
        tstate.exc = exc;
        return COLD_RAISE;
      }
      const cause = arg === 2 ? pop(frame) : null;
      const exc = pop(frame);
      let r: Res;
      if (cause === null && isException(exc)) {
        // The usual case: an instance is at hand.
        exc.rc++;
        r = setException(exc);
      } else r = suspend(raiseG(exc, cause), cause === null ? [exc] : [exc, cause]);
      decref(exc);
      xdecref(cause);
      return done(frame, CONT.DROP, r);
    },
    // mgr -- exit result
    [OP.BEFORE_WITH]: (frame) => {
      const mgr = pop(frame);
      const enter = lookup(mgr.type, id('__enter__'));
      const exit = lookup(mgr.type, id('__exit__'));
      if (enter?.type.isMethodDescriptor && exit?.type.isMethodDescriptor) {
        // Two plain methods: nothing has to be waited for but the first one's result.
        const bound = exit.type.tp_descr_get!(exit, mgr, mgr.type.self);
        if (bound !== null) {
          frame.slots[frame.sp++] = bound;
          const r = objectCall(enter, [mgr]);
          decref(mgr);
          return done(frame, CONT.PUSH, r);
        }
        decref(mgr);
        return CONT.PUSH;
      }
      const r = suspend(beforeWith(mgr, '__enter__', '__exit__', 'context manager'), [mgr]);
      decref(mgr);
      return done(frame, CONT.PUSH2, r);
    },
    [OP.BEFORE_ASYNC_WITH]: (frame) => {
      const mgr = pop(frame);
      const r = suspend(beforeWith(mgr, '__aenter__', '__aexit__', 'asynchronous context manager'), [mgr]);
      decref(mgr);
      return done(frame, CONT.PUSH2, r);
    },
    // exit lasti prev_exc exc -- exit lasti prev_exc exc result
    [OP.WITH_EXCEPT_START]: (frame) => {
      const { slots, sp } = frame;
      const exc = slots[sp - 1] as Exc;
      const exit = slots[sp - 4]!;
      const r = objectCall(exit, [exc.type.self, exc, exc.v.traceback ?? None]);
      return done(frame, CONT.PUSH, r);
    },
    // awaitable exc --
    [OP.END_ASYNC_FOR]: (frame) => {
      const exc = pop(frame);
      if (isSubtype(exc.type, PyExc.StopAsyncIteration)) {
        decref(exc);
        decref(pop(frame));
        return COLD_NEXT;
      }
      tstate.exc = exc;
      return COLD_RAISE;
    },
    // sub_iter last_sent exc -- none value
    [OP.CLEANUP_THROW]: (frame) => {
      const exc = frame.slots[frame.sp - 1] as Exc;
      if (isSubtype(exc.type, PyExc.StopIteration)) {
        const value = exc.v.fields[0] ?? None;
        value.rc++;
        for (let i = 0; i < 3; i++) decref(pop(frame));
        frame.slots[frame.sp++] = none();
        frame.slots[frame.sp++] = value;
        return COLD_NEXT;
      }
      exc.rc++;
      tstate.exc = exc;
      return COLD_RAISE;
    },
    // -- AssertionError
    [OP.LOAD_ASSERTION_ERROR]: (frame) => {
      const t = PyExc.AssertionError.self;
      t.rc++;
      frame.slots[frame.sp++] = t;
      return COLD_NEXT;
    },
  });
}

function isGroupClass(t: Obj): boolean {
  return t.v instanceof PyType && isSubtype(t.v, PyExc.BaseExceptionGroup);
}

/** While an except* block runs, what matched is the exception being handled. */
function noteMatch(pair: Obj): void {
  const match = (pair as Tuple).v[1]!;
  if (match === None) return;
  const item = excState.item;
  const old = item.value;
  match.rc++;
  item.value = match;
  xdecref(old);
}

/** Position in the plain stream of a byte offset. */
function positionOf(frame: Frame, offset: number): number {
  const offsets = frame.rt.offsets;
  let lo = 0;
  let hi = offsets.length - 1;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (offsets[mid]! < offset) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** ExceptionGroup is made of BaseExceptionGroup and Exception; put in by whoever makes it. */
export const groupTypes = { exceptionGroup: PyExc.BaseExceptionGroup };
