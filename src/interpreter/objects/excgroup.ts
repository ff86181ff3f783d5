// Exception groups: several exceptions raised as one, and what `except*` does with them.
//
// Answers to CPython 3.12: Objects/exceptions.c (BaseExceptionGroup, _PyExc_PrepReraiseStar).

import { decref, type Obj, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { iterateG } from './abstract.ts';
import { classGetItem, member, method } from './descrobject.ts';
import { PyExc, raise, typeError } from './errors.ts';
import { allocException, type Exc, excField, isException, setExcField } from './exceptions.ts';
import { exceptionInit } from './excmethods.ts';
import { functionType } from './funcobject.ts';
import { type NativeFn, parsesTuple, unpacksTuple } from './methodobject.ts';
import { callG, lookupAttrG, setAttr, truthG } from './object.ts';
import { argTypeName } from './searchargs.ts';
import { isTuple, type List, newList, newTuple, type Tuple, tupleOf, tupleType } from './seqcore.ts';
import { None, none } from './singletons.ts';
import { id, isStr, newStr, type Str } from './strcore.ts';
import { isSubtype } from './typecore.ts';
import { typeReady } from './typeobject.ts';

export const exceptionGroupType = new PyType(
  'ExceptionGroup',
  TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC | TPFLAGS.BASE_EXC_SUBCLASS,
  typeType,
);

export function isGroup(o: Obj): o is Exc {
  return isSubtype(o.type, PyExc.BaseExceptionGroup);
}

/** The exceptions in a group (borrowed). */
export function groupExceptions(group: Obj): readonly Obj[] {
  return (excField(group as Exc, 'exceptions') as Tuple).v;
}

/** CPython 3.12: Objects/exceptions.c BaseExceptionGroup_new */
function* newG(cls: Obj<PyType>, args: Obj[]): Gen {
  if (args.length !== 2) {
    return typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  }
  const [message, given] = args as [Obj, Obj];
  if (!isStr(message))
    return typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${argTypeName(message)}`);
  const t = given.type;
  const sequence = t.sq_item !== null || (t.mp_subscript !== null && (t.flags & TPFLAGS.DICT_SUBCLASS) === 0);
  if (!sequence || t.name === 'dict') {
    return typeError('second argument (exceptions) must be a sequence');
  }
  const items = yield* iterateG(given);
  if (items === null) return null;
  const failed = (): null => {
    for (const o of items) decref(o);
    return null;
  };
  if (items.length === 0) {
    raise(PyExc.ValueError, 'second argument (exceptions) must be a non-empty sequence');
    return failed();
  }
  let base = false;
  for (let i = 0; i < items.length; i++) {
    if (!isException(items[i]!)) {
      raise(PyExc.ValueError, `Item ${i} of second argument (exceptions) is not an exception`);
      return failed();
    }
    if (!isSubtype(items[i]!.type, PyExc.Exception)) base = true;
  }
  let type = cls.v;
  if (type === exceptionGroupType) {
    if (base) {
      typeError('Cannot nest BaseExceptions in an ExceptionGroup');
      return failed();
    }
  } else if (type === PyExc.BaseExceptionGroup) {
    if (!base) type = exceptionGroupType;
  } else if (base && isSubtype(type, PyExc.Exception)) {
    typeError(`Cannot nest BaseExceptions in '${type.name}'`);
    return failed();
  }
  const exc = allocException(type, tupleOf(...args));
  message.rc++;
  setExcField(exc, 'message', message);
  setExcField(exc, 'exceptions', newTuple(items));
  return exc;
}

function groupNew(cls: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const nkw = kwnames === null ? 0 : kwnames.length;
  return suspend(newG(cls, nkw === 0 ? args : args.slice(0, args.length - nkw)), [cls, ...args]);
}

/** `BaseExceptionGroup(message, exceptions)` (exceptions owned). */
export function* makeGroupG(message: Obj, exceptions: Obj[]): Gen {
  const list = newList(exceptions);
  const r = yield* newG(PyExc.BaseExceptionGroup.self, [message, list]);
  decref(list);
  return r;
}

// --- splitting ---------------------------------------------------------------------------------------

/** 1: belongs to the match; 0: not; -1: an error. */
type Matcher = (exc: Obj) => Gen<number>;

/** True if the exception is of the class, or of one in the tuple. CPython 3.12: PyErr_GivenExceptionMatches */
export function exceptionMatches(exc: Obj, cls: Obj): boolean {
  if (isTuple(cls)) return (cls as Tuple).v.some((c) => exceptionMatches(exc, c));
  return cls.v instanceof PyType && isSubtype(exc.type, cls.v);
}

function isExceptionClass(o: Obj): boolean {
  return o.v instanceof PyType && isSubtype(o.v, PyExc.BaseException);
}

/** CPython 3.12: Objects/exceptions.c get_matcher_type */
function matcherOf(value: Obj): Matcher | null {
  if (value.type === functionType) {
    return function* (exc) {
      const r = yield* callG(value, [exc]);
      if (r === null) return -1;
      const t = yield* truthG(r);
      decref(r);
      return t;
    };
  }
  const classes = value.type === tupleType && (value as Tuple).v.every(isExceptionClass);
  if (isExceptionClass(value) || classes) {
    return function* (exc) {
      return exceptionMatches(exc, value) ? 1 : 0;
    };
  }
  return typeError('expected a function, exception type or tuple of exception types');
}

export interface Split {
  /** Owned; null: nothing. */
  match: Obj | null;
  rest: Obj | null;
}

/** CPython 3.12: Objects/exceptions.c exceptiongroup_split_recursive */
function* splitG(exc: Obj, matcher: Matcher, wantRest: boolean): Gen<Split | null> {
  const t = yield* matcher(exc);
  if (t < 0) return null;
  if (t === 1) {
    exc.rc++;
    return { match: exc, rest: null };
  }
  if (!isGroup(exc)) {
    if (wantRest) exc.rc++;
    return { match: null, rest: wantRest ? exc : null };
  }
  const matches: Obj[] = [];
  const rests: Obj[] = [];
  const drop = (list: Obj[]): void => {
    for (const o of list) decref(o);
  };
  for (const e of groupExceptions(exc)) {
    const part = yield* splitG(e, matcher, wantRest);
    if (part === null) {
      drop(matches);
      drop(rests);
      return null;
    }
    if (part.match !== null) matches.push(part.match);
    if (part.rest !== null) rests.push(part.rest);
  }
  const match = yield* subsetG(exc, matches);
  if (match === undefined) {
    drop(rests);
    return null;
  }
  const rest = yield* subsetG(exc, rests);
  if (rest === undefined) {
    xdecref(match);
    return null;
  }
  return { match, rest };
}

/**
 * A group like `group` of these exceptions (owned); null: there are none; undefined: an error.
 * CPython 3.12: Objects/exceptions.c exceptiongroup_subset
 */
function* subsetG(group: Exc, exceptions: Obj[]): Gen<Obj | null | undefined> {
  if (exceptions.length === 0) return null;
  const list = newList(exceptions);
  const derive = yield* lookupAttrG(group, id('derive'));
  if (derive == null) {
    decref(list);
    return undefined;
  }
  const made = yield* callG(derive, [list]);
  decref(derive);
  decref(list);
  if (made === null) return undefined;
  if (!isGroup(made)) {
    decref(made);
    typeError('derive must return an instance of BaseExceptionGroup');
    return undefined;
  }
  for (const key of ['traceback', 'context', 'cause'] as const) {
    const value = group.v[key];
    const old = made.v[key];
    if (value === null && key === 'traceback') continue;
    if (value !== null) value.rc++;
    made.v[key] = value;
    xdecref(old);
  }
  made.v.suppressContext = true;
  const notes = yield* lookupAttrG(group, id('__notes__'));
  if (notes === null) {
    decref(made);
    return undefined;
  }
  if (notes !== undefined) {
    if (notes.type.sq_item !== null || notes.type.mp_subscript !== null) {
      const items = yield* iterateG(notes);
      decref(notes);
      if (items === null) {
        decref(made);
        return undefined;
      }
      const copy = newList(items);
      let r = setAttr(made, id('__notes__'), copy);
      if (r === null) r = yield* settle();
      decref(copy);
      if (r === null) {
        decref(made);
        return undefined;
      }
    } else decref(notes);
  }
  return made;
}

function sameMetadata(a: Exc, b: Exc): boolean {
  const notes = (e: Exc): Obj | undefined => {
    const d = e.x as Obj<{ keys: (Obj | undefined)[]; values: (Obj | undefined)[] }> | null;
    if (d === null) return undefined;
    const at = d.v.keys.findIndex((k) => k !== undefined && (k as Str).v === '__notes__');
    return at < 0 ? undefined : d.v.values[at];
  };
  return (
    a.v.traceback === b.v.traceback &&
    a.v.cause === b.v.cause &&
    a.v.context === b.v.context &&
    notes(a) === notes(b)
  );
}

function leaves(exc: Obj, into: Set<Obj>): void {
  if (!isGroup(exc)) into.add(exc);
  else for (const e of groupExceptions(exc)) leaves(e, into);
}

/**
 * What to raise after the clauses of a `try ... except*`: None or an exception (owned).
 * `excs` is the list of what they raised. CPython 3.12: Objects/exceptions.c _PyExc_PrepReraiseStar
 */
export function* prepReraiseStarG(orig: Obj, excs: List): Gen {
  if (excs.v.length === 0) return none();
  if (!isGroup(orig)) {
    const e = excs.v[0]!;
    e.rc++;
    return e;
  }
  const raised: Obj[] = [];
  const keep = new Set<Obj>();
  for (const e of excs.v) {
    if (e === None) continue;
    if (sameMetadata(e as Exc, orig)) leaves(e, keep);
    else {
      e.rc++;
      raised.push(e);
    }
  }
  const split = yield* splitG(
    orig,
    // biome-ignore lint/correctness/useYield: the other matchers wait
    function* (e) {
      return keep.has(e) ? 1 : 0;
    },
    false,
  );
  if (split === null) {
    for (const e of raised) decref(e);
    return null;
  }
  const reraised = split.match;
  if (raised.length === 0) return reraised ?? none();
  if (reraised !== null) raised.push(reraised);
  if (raised.length === 1) return raised[0]!;
  const empty = newStr('');
  const r = yield* makeGroupG(empty, raised);
  decref(empty);
  return r;
}

// --- the types ---------------------------------------------------------------------------------------

export function initExceptionGroups(): void {
  const t = PyExc.BaseExceptionGroup;
  t.basicsize = 88;
  t.tp_new = groupNew;
  t.tp_init = (o, args, kwnames) => exceptionInit(o, args, kwnames);
  t.tp_str = (o) => {
    const n = groupExceptions(o).length;
    return newStr(`${(excField(o as Exc, 'message') as Str).v} (${n} sub-exception${n > 1 ? 's' : ''})`);
  };
  member(t, 'message', (o) => excField(o as Exc, 'message') ?? None, null, 'exception message');
  member(t, 'exceptions', (o) => excField(o as Exc, 'exceptions') ?? None, null, 'nested exceptions');
  const derive = (self: Obj, excs: Obj): Res => {
    const message = excField(self as Exc, 'message')!;
    return suspend(newG(PyExc.BaseExceptionGroup.self, [message, excs]), [self, excs]);
  };
  method(t, 'derive', '!($self, excs, /)', parsesTuple(derive as NativeFn, 'function'));
  const split = function* (self: Obj, value: Obj): Gen {
    const matcher = matcherOf(value);
    if (matcher === null) return null;
    const s = yield* splitG(self, matcher, true);
    return s === null ? null : newTuple([s.match ?? none(), s.rest ?? none()]);
  };
  method(t, 'split', '!($self, matcher_value, /)', unpacksTuple(split as NativeFn));
  const subgroup = function* (self: Obj, value: Obj): Gen {
    const matcher = matcherOf(value);
    if (matcher === null) return null;
    const s = yield* splitG(self, matcher, false);
    return s === null ? null : (s.match ?? none());
  };
  method(t, 'subgroup', '!($self, matcher_value, /)', unpacksTuple(subgroup as NativeFn));
  classGetItem(t, '!($type, object, /)');
  typeReady(t);
  const g = exceptionGroupType;
  g.hasDict = true;
  g.hasWeakrefs = true;
  g.basicsize = 88;
  g.base = t;
  g.bases = [t, PyExc.Exception];
  typeReady(g);
}
