// Instructions of names, attributes, imports, calls with * and **, and everything else that is called.
//
// Answers to CPython 3.12: Python/bytecodes.c, Python/ceval.c (import_name, import_from, match_class, match_keys),
// Python/intrinsics.c.

import { CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../code/codeobject.ts';
import { INTRINSIC_ASYNC_GEN_WRAP, OP } from '../code/opcodes.ts';
import { decref, type Obj, PyType, type Res, TPFLAGS, tstate } from '../memory/object.ts';
import { FrameRequest, type Gen, request, settle, suspend } from '../memory/suspend.ts';
import {
  getItem,
  getIter,
  isInstanceG,
  iterateG,
  lengthG,
  objectLength,
  positive,
  setItem,
} from '../objects/abstract.ts';
import {
  type Dict,
  type DictObj,
  delStr,
  dictType,
  findStr,
  getStr,
  isDict,
  newDict,
  setStr,
} from '../objects/dictcore.ts';
import { dictUpdateG, functionStrG } from '../objects/dictobject.ts';
import { clear, clearIf, matches, PyExc, raise, setException, typeError } from '../objects/errors.ts';
import { type Exc, newException, setExcField } from '../objects/exceptions.ts';
import { type Cell, functionType, type PyFunction } from '../objects/funcobject.ts';
import { asyncHooks, awaitableIterG, coroutineType, generatorType } from '../objects/genobject.ts';
import { isInt, newBool, newInt } from '../objects/longcore.ts';
import { callG, genericGetAttr, getAttr, lookupAttrG, objectCall, setAttr } from '../objects/object.ts';
import { isTuple, listType, newList, newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str, strHash } from '../objects/strcore.ts';
import { superType } from '../objects/superobject.ts';
import { isSubtype, lookup } from '../objects/typecore.ts';
import { superLookup } from '../objects/typeobject.ts';
import { bindCall } from './call.ts';
import { CONT, type Frame } from './frame.ts';
import { loadFromDictOrGlobals, nameError, unboundLocal } from './names.ts';
import { COLD_NEXT, COUNTED_SUPER_ATTR, coldOps, done } from './opcodes_cold.ts';
import { sendEnded } from './results.ts';
import { vmHooks } from './vmhooks.ts';
import { watchHook } from './watchhook.ts';

function pop(frame: Frame): Obj {
  const v = frame.slots[--frame.sp]!;
  frame.slots[frame.sp] = null;
  return v;
}

function push(frame: Frame, o: Obj): number {
  frame.slots[frame.sp++] = o;
  return COLD_NEXT;
}

const nameOf = (frame: Frame, arg: number): Str => frame.rt.names[arg]!;

// --- import ------------------------------------------------------------------------------------------

/** `import name`, `from name import fromlist`. CPython 3.12: Python/ceval.c import_name */
function importName(frame: Frame, name: Str, fromlist: Obj, level: Obj): Res {
  const f = getStr(frame.builtins, id('__import__'));
  if (f === undefined) return raise(PyExc.ImportError, '__import__ not found');
  return objectCall(f, [name, frame.globals, frame.locals ?? None, fromlist, level]);
}

/** CPython 3.12: Python/ceval.c import_from */
function* importFromG(module: Obj, name: Str): Gen {
  const found = yield* lookupAttrG(module, name);
  if (found !== undefined) return found;
  const pkgname = yield* lookupAttrG(module, id('__name__'));
  if (pkgname === null) return null;
  if (pkgname !== undefined && isStr(pkgname)) {
    const full = newStr(`${pkgname.v}.${name.v}`);
    const modules = vmHooks.sysModules();
    const sub = modules === null ? undefined : getStr(modules, full);
    decref(full);
    if (sub !== undefined) {
      sub.rc++;
      decref(pkgname);
      return sub;
    }
  }
  const file = yield* lookupAttrG(module, id('__file__'));
  if (file === null) return null;
  const shown = pkgname !== undefined && isStr(pkgname) ? `'${pkgname.v}'` : "'<unknown module name>'";
  let message: string;
  if (file === undefined || !isStr(file))
    message = `cannot import name '${name.v}' from ${shown} (unknown location)`;
  else {
    const initializing = yield* vmHooks.isInitializing(module);
    message = initializing
      ? `cannot import name '${name.v}' from partially initialized module ${shown} (most likely due to a circular import) (${file.v})`
      : `cannot import name '${name.v}' from ${shown} (${file.v})`;
  }
  const exc = newException(PyExc.ImportError, newTuple([newStr(message)]));
  if (pkgname !== undefined) setExcField(exc, 'name', pkgname);
  if (file !== undefined) setExcField(exc, 'path', file);
  name.rc++;
  setExcField(exc, 'name_from', name);
  return setException(exc);
}

/** `from module import *`. CPython 3.12: Python/intrinsics.c import_all_from */
function* importStarG(frame: Frame, module: Obj): Gen {
  const locals = frame.locals!;
  const all = yield* lookupAttrG(module, id('__all__'));
  if (all === null) return null;
  let names: Obj[] | null;
  const skipPrivate = all === undefined;
  if (all === undefined) {
    const dict = yield* lookupAttrG(module, id('__dict__'));
    if (dict === null) return null;
    if (dict === undefined) {
      return raise(PyExc.ImportError, 'from-import-* object has no __dict__ and no __all__');
    }
    names = yield* iterateG(dict);
    decref(dict);
  } else {
    names = yield* iterateG(all);
    decref(all);
  }
  if (names === null) return null;
  for (const n of names) {
    if (!isStr(n)) return typeError(`Item in ${'module'}.__all__ must be str, not ${n.type.name}`);
    if (skipPrivate && n.v.startsWith('_')) continue;
    let v = getAttr(module, id(n.v));
    if (v === null) v = yield* settle();
    if (v === null) return null;
    let r: Res = None;
    if (locals.type === dictType) setStr(locals as DictObj, id(n.v), v);
    else {
      r = setItem(locals, n, v);
      if (r === null) r = yield* settle();
    }
    decref(v);
    if (r === null) return null;
  }
  for (const n of names) decref(n);
  return none();
}

// --- calls with * and ** -----------------------------------------------------------------------------

function* spreadG(func: Obj, iterable: Obj, kwargs: Obj | null): Gen {
  const items = yield* iterateG(iterable);
  if (items === null) {
    if (matches(PyExc.TypeError) && iterable.type.tp_iter === null && iterable.type.sq_item === null) {
      clear();
      const text = yield* functionStrG(func);
      return text === null
        ? null
        : typeError(`${text} argument after * must be an iterable, not ${iterable.type.name}`);
    }
    return null;
  }
  const r = callWith(func, items, kwargs);
  for (const o of items) decref(o);
  return r === null ? yield* settle() : r;
}

/** Calls with positional arguments and a dict (all borrowed). */
function callWith(func: Obj, items: Obj[], kwargs: Obj | null): Res {
  if (kwargs === null || (kwargs as DictObj).v.used === 0) return objectCall(func, items, null);
  const args = items.slice();
  const names: Obj[] = [];
  const d = (kwargs as DictObj).v;
  for (let i = 0; i < d.keys.length; i++) {
    const k = d.keys[i];
    if (k === undefined) continue;
    if (!isStr(k)) return typeError('keywords must be strings');
    names.push(k);
    args.push(d.values[i]!);
  }
  return objectCall(func, args, names);
}

function* mappingG(func: Obj, args: Obj, mapping: Obj): Gen {
  const d = newDict();
  if (!(yield* dictUpdateG(d, mapping))) {
    decref(d);
    if (matches(PyExc.AttributeError)) {
      clear();
      const text = yield* functionStrG(func);
      return text === null
        ? null
        : typeError(`${text} argument after ** must be a mapping, not ${mapping.type.name}`);
    }
    return null;
  }
  const r = callEx(func, args, d);
  decref(d);
  return r === null ? yield* settle() : r;
}

function callEx(func: Obj, args: Obj, kwargs: Obj | null): Res {
  if (kwargs !== null && !isDict(kwargs)) return suspend(mappingG(func, args, kwargs), [func, args, kwargs]);
  if (args.type === tupleType) return callWith(func, (args as Tuple).v, kwargs);
  return suspend(spreadG(func, args, kwargs), kwargs === null ? [func, args] : [func, args, kwargs]);
}

// --- match -------------------------------------------------------------------------------------------

function* matchKeysG(subject: Obj, keys: Tuple): Gen {
  if (keys.v.length === 0) return newTuple([]);
  let get: Res = getAttr(subject, id('get'));
  if (get === null) get = yield* settle();
  if (get === null) return null;
  const dummy = newList([]);
  const values: Obj[] = [];
  for (let i = 0; i < keys.v.length; i++) {
    const key = keys.v[i]!;
    for (let j = 0; j < i; j++) {
      if (keys.v[j] === key) {
        return raise(PyExc.ValueError, `mapping pattern checks duplicate key (${key.type.name})`);
      }
    }
    const v = yield* callG(get, [key, dummy]);
    if (v === null || v === dummy) {
      for (const o of values) decref(o);
      if (v !== null) decref(v);
      decref(get);
      decref(dummy);
      return v === null ? null : none();
    }
    values.push(v);
  }
  decref(get);
  decref(dummy);
  return newTuple(values);
}

/** A tuple of the attributes, or None. CPython 3.12: Python/ceval.c match_class */
function* matchClassG(subject: Obj, type: Obj, nargs: number, names: Tuple): Gen {
  if (!(type.v instanceof PyType)) return typeError('called match pattern must be a class');
  const is = yield* isInstanceG(subject, type);
  if (is < 0) return null;
  if (is === 0) return none();
  const values: Obj[] = [];
  const seen = new Set<string>();
  const t = type.v as PyType;
  const give = function* (name: Obj): Gen<number> {
    if (!isStr(name)) return 0;
    if (seen.has(name.v)) {
      typeError(`${t.name}() got multiple sub-patterns for attribute '${name.v}'`);
      return -1;
    }
    seen.add(name.v);
    const v = yield* lookupAttrG(subject, name);
    if (v === null) return -1;
    if (v === undefined) return 0;
    values.push(v);
    return 1;
  };
  const fail = (error: boolean): Res => {
    for (const o of values) decref(o);
    return error ? null : none();
  };
  if (nargs > 0) {
    let matchSelf = false;
    let matchArgs = yield* lookupAttrG(type, id('__match_args__'));
    if (matchArgs === null) return null;
    if (matchArgs === undefined) {
      matchArgs = newTuple([]);
      matchSelf = isSelfMatching(t);
    } else if (!isTuple(matchArgs)) {
      typeError(`${t.name}.__match_args__ must be a tuple (got ${matchArgs.type.name})`);
      decref(matchArgs);
      return null;
    }
    const list = (matchArgs as Tuple).v;
    const allowed = matchSelf ? 1 : list.length;
    if (allowed < nargs) {
      const plural = allowed === 1 ? '' : 's';
      typeError(`${t.name}() accepts ${allowed} positional sub-pattern${plural} (${nargs} given)`);
      decref(matchArgs);
      return null;
    }
    if (matchSelf) {
      subject.rc++;
      values.push(subject);
    } else {
      for (let i = 0; i < nargs; i++) {
        const name = list[i]!;
        if (!isStr(name)) {
          typeError(`__match_args__ elements must be strings (got ${name.type.name})`);
          decref(matchArgs);
          return fail(true);
        }
        const s = yield* give(name);
        if (s <= 0) {
          decref(matchArgs);
          return fail(s < 0);
        }
      }
    }
    decref(matchArgs);
  }
  for (const name of names.v) {
    const s = yield* give(name);
    if (s <= 0) return fail(s < 0);
  }
  return newTuple(values);
}

const SELF_MATCHING = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);
function isSelfMatching(t: PyType): boolean {
  return t.mro.some((b) => (b.flags & TPFLAGS.HEAPTYPE) === 0 && SELF_MATCHING.has(b.name));
}

// --- await -------------------------------------------------------------------------------------------

function* getAwaitableG(o: Obj, arg: number): Gen {
  const it = yield* awaitableIterG(o);
  if (it === null) {
    if ((arg === 1 || arg === 2) && o.type.am_await === null && matches(PyExc.TypeError)) {
      clear();
      return typeError(
        `'async with' received an object from ${arg === 1 ? '__aenter__' : '__aexit__'} that does not implement __await__: ${o.type.name}`,
      );
    }
    return null;
  }
  if (it.type === coroutineType) {
    const g = it.v as { state: number; frame: { yieldFrom(): Obj | null } | null };
    if (g.frame !== null && g.state === 1 && g.frame.yieldFrom() !== null) {
      decref(it);
      return raise(PyExc.RuntimeError, 'coroutine is being awaited already');
    }
  }
  return it;
}

function* getAiterG(o: Obj): Gen {
  const getter = o.type.am_aiter;
  if (getter === null) {
    return typeError(`'async for' requires an object with __aiter__ method, got ${o.type.name}`);
  }
  let r = getter(o);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (r.type.am_anext === null) {
    const name = r.type.name;
    decref(r);
    return typeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${name}`,
    );
  }
  return r;
}

function* getAnextG(o: Obj): Gen {
  const getter = o.type.am_anext;
  if (getter === null) {
    return typeError(`'async for' requires an iterator with __anext__ method, got ${o.type.name}`);
  }
  let next = getter(o);
  if (next === null) next = yield* settle();
  if (next === null) return null;
  const it = yield* awaitableIterG(next);
  if (it === null && matches(PyExc.TypeError)) {
    clear();
    typeError(`'async for' received an invalid object from __anext__: ${next.type.name}`);
  }
  decref(next);
  return it;
}

function* sendG(receiver: Obj, value: Obj): Gen {
  const send = yield* lookupAttrG(receiver, id('send'));
  if (send === null) return null;
  if (send === undefined)
    return raise(PyExc.AttributeError, `'${receiver.type.name}' object has no attribute 'send'`);
  const r = yield* callG(send, [value]);
  decref(send);
  return r;
}

function* deleteNameG(locals: Obj, name: Str): Gen {
  let r = setItem(locals, name, null);
  if (r === null) r = yield* settle();
  if (r === null && matches(PyExc.KeyError)) {
    clear();
    return nameError(name);
  }
  return r;
}

function* superAttrG(global: Obj, cls: Obj, self: Obj, name: Str, twoArgs: boolean): Gen {
  const s = yield* callG(global, twoArgs ? [cls, self] : []);
  if (s === null) return null;
  let r = getAttr(s, name);
  if (r === null) r = yield* settle();
  decref(s);
  return r;
}

export function initNameOps(): void {
  coldOps({
    [OP.LOAD_BUILD_CLASS]: (frame) => {
      const f = getStr(frame.builtins, id('__build_class__'));
      if (f === undefined) {
        nameError(id('__build_class__'), '__build_class__ not found');
        return CONT.PUSH;
      }
      f.rc++;
      return push(frame, f);
    },
    [OP.LOAD_LOCALS]: (frame) => {
      const locals = frame.locals;
      if (locals === null) {
        raise(PyExc.SystemError, 'no locals found');
        return CONT.PUSH;
      }
      locals.rc++;
      return push(frame, locals);
    },
    [OP.SETUP_ANNOTATIONS]: (frame) => {
      const locals = frame.locals!;
      if (locals.type === dictType) {
        if (getStr(locals as DictObj, id('__annotations__')) === undefined) {
          const d = newDict();
          setStr(locals as DictObj, id('__annotations__'), d);
          decref(d);
        }
        return COLD_NEXT;
      }
      const d = newDict();
      const r = setItem(locals, id('__annotations__'), d);
      decref(d);
      return done(frame, CONT.DROP, r);
    },
    // --
    [OP.DELETE_NAME]: (frame, arg) => {
      const name = nameOf(frame, arg);
      const locals = frame.locals!;
      if (locals.type === dictType) {
        if (delStr(locals as DictObj, name)) return COLD_NEXT;
        nameError(name);
        return CONT.DROP;
      }
      return done(frame, CONT.DROP, suspend(deleteNameG(locals, name), [locals]));
    },
    // value --
    [OP.STORE_GLOBAL]: (frame, arg) => {
      const v = pop(frame);
      setStr(frame.globals, nameOf(frame, arg), v);
      decref(v);
      return COLD_NEXT;
    },
    [OP.DELETE_GLOBAL]: (frame, arg) => {
      if (delStr(frame.globals, nameOf(frame, arg))) return COLD_NEXT;
      nameError(nameOf(frame, arg));
      return CONT.DROP;
    },
    [OP.DELETE_FAST]: (frame, arg) => {
      const old = frame.slots[arg]!;
      if (old === null) {
        unboundLocal(frame, arg);
        return CONT.DROP;
      }
      frame.slots[arg] = null;
      decref(old);
      return COLD_NEXT;
    },
    [OP.DELETE_DEREF]: (frame, arg) => {
      const c = (frame.slots[arg] as Cell).v;
      const old = c.value;
      if (old === null) {
        unboundLocal(frame, arg);
        return CONT.DROP;
      }
      c.value = null;
      decref(old);
      return COLD_NEXT;
    },
    // mapping -- value
    [OP.LOAD_FROM_DICT_OR_GLOBALS]: (frame, arg) => {
      const mapping = pop(frame);
      const r = loadFromDictOrGlobals(frame, mapping, nameOf(frame, arg));
      decref(mapping);
      return done(frame, CONT.PUSH, r);
    },
    [OP.LOAD_FROM_DICT_OR_DEREF]: (frame, arg) => {
      const mapping = pop(frame);
      const name = frame.rt.localNames[arg]!;
      let r: Res = null;
      if (mapping.type === dictType) {
        const d = mapping.v as Dict;
        const at = findStr(d, name, strHash(name));
        if (at >= 0) {
          r = d.values[at]!;
          r.rc++;
        }
      } else {
        const cell = frame.slots[arg] as Cell;
        const slow = suspend(fromMappingOrCell(frame, mapping, name, cell, arg), [mapping]);
        decref(mapping);
        return done(frame, CONT.PUSH, slow);
      }
      decref(mapping);
      if (r === null) {
        r = (frame.slots[arg] as Cell).v.value;
        if (r === null) {
          unboundLocal(frame, arg);
          return CONT.PUSH;
        }
        r.rc++;
      }
      return push(frame, r);
    },
    // owner --
    [OP.DELETE_ATTR]: (frame, arg) => {
      const owner = pop(frame);
      const r = setAttr(owner, nameOf(frame, arg), null);
      decref(owner);
      return done(frame, CONT.DROP, r);
    },
    // global_super class self -- value   (or method self)
    [COUNTED_SUPER_ATTR]: (frame, arg) => {
      const name = nameOf(frame, arg >> 2);
      const self = pop(frame);
      const cls = pop(frame);
      const global = pop(frame);
      const method = (arg & 1) !== 0;
      if (global === superType.self && cls.v instanceof PyType) {
        // The usual case, without making a super object. CPython 3.12: _PySuper_Lookup
        const start =
          self.v instanceof PyType && isSubtype(self.v, cls.v)
            ? self.v
            : isSubtype(self.type, cls.v)
              ? self.type
              : null;
        const found = start === null || name.v === '__class__' ? undefined : superLookup(start, cls.v, name);
        if (found !== undefined) {
          const onType = start === self.v;
          decref(global);
          decref(cls);
          if (
            method &&
            found.type.isMethodDescriptor &&
            !onType &&
            self.type.tp_getattro === genericGetAttr
          ) {
            found.rc++;
            frame.slots[frame.sp++] = found;
            return push(frame, self);
          }
          const get = found.type.tp_descr_get;
          let r: Res;
          if (get !== null) r = get(found, onType ? null : self, start!.self);
          else {
            found.rc++;
            r = found;
          }
          decref(self);
          if (method) frame.slots[frame.sp++] = null;
          return done(frame, CONT.PUSH, r);
        }
      }
      const r = suspend(superAttrG(global, cls, self, name, (arg & 2) !== 0), [global, cls, self]);
      decref(global);
      decref(cls);
      decref(self);
      if (method) frame.slots[frame.sp++] = null;
      return done(frame, CONT.PUSH, r);
    },
    // level fromlist -- module
    [OP.IMPORT_NAME]: (frame, arg) => {
      const fromlist = pop(frame);
      const level = pop(frame);
      const r = importName(frame, nameOf(frame, arg), fromlist, level);
      decref(fromlist);
      decref(level);
      return done(frame, CONT.PUSH, r);
    },
    // module -- module value
    [OP.IMPORT_FROM]: (frame, arg) => {
      const module = frame.slots[frame.sp - 1]!;
      return done(frame, CONT.PUSH, suspend(importFromG(module, nameOf(frame, arg)), [module]));
    },
    // NULL callable args [kwargs] -- result
    [OP.CALL_FUNCTION_EX]: (frame, arg) => {
      const kwargs = (arg & 1) !== 0 ? pop(frame) : null;
      const args = pop(frame);
      const func = pop(frame);
      frame.sp--;
      const r = callEx(func, args, kwargs);
      decref(args);
      if (kwargs !== null) decref(kwargs);
      decref(func);
      return done(frame, CONT.PUSH, r);
    },
    [OP.GET_LEN]: (frame) => {
      const o = frame.slots[frame.sp - 1]!;
      const n = objectLength(o);
      return n >= 0 ? push(frame, newInt(n)) : CONT.PUSH;
    },
    [OP.MATCH_MAPPING]: (frame) => push(frame, newBool(vmHooks.isMapping(frame.slots[frame.sp - 1]!.type))),
    [OP.MATCH_SEQUENCE]: (frame) => push(frame, newBool(vmHooks.isSequence(frame.slots[frame.sp - 1]!.type))),
    [OP.MATCH_KEYS]: (frame) => {
      const keys = frame.slots[frame.sp - 1] as Tuple;
      const subject = frame.slots[frame.sp - 2]!;
      return done(frame, CONT.PUSH, suspend(matchKeysG(subject, keys), [subject, keys]));
    },
    [OP.MATCH_CLASS]: (frame, arg) => {
      const names = pop(frame) as Tuple;
      const type = pop(frame);
      const subject = pop(frame);
      const r = suspend(matchClassG(subject, type, arg, names), [subject, type, names]);
      decref(names);
      decref(type);
      decref(subject);
      return done(frame, CONT.PUSH, r);
    },
    [OP.GET_YIELD_FROM_ITER]: (frame) => {
      const o = frame.slots[frame.sp - 1]!;
      if (o.type === generatorType) return COLD_NEXT;
      if (o.type === coroutineType) {
        if ((frame.rt.co.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) !== 0) return COLD_NEXT;
        typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
        return CONT.PUSH;
      }
      pop(frame);
      const r = getIter(o);
      decref(o);
      return done(frame, CONT.PUSH, r);
    },
    [OP.GET_AWAITABLE]: (frame, arg) => {
      const o = pop(frame);
      const r = suspend(getAwaitableG(o, arg), [o]);
      decref(o);
      return done(frame, CONT.PUSH, r);
    },
    [OP.GET_AITER]: (frame) => {
      const o = pop(frame);
      const r = suspend(getAiterG(o), [o]);
      decref(o);
      return done(frame, CONT.PUSH, r);
    },
    [OP.GET_ANEXT]: (frame) => {
      const o = frame.slots[frame.sp - 1]!;
      return done(frame, CONT.PUSH, suspend(getAnextG(o), [o]));
    },
    // receiver value -- receiver result
    [OP.SEND]: (frame, arg) => {
      const v = pop(frame);
      const receiver = frame.slots[frame.sp - 1]!;
      frame.contArg = arg;
      const r =
        v === None && receiver.type.tp_iternext !== null
          ? receiver.type.tp_iternext(receiver)
          : suspend(sendG(receiver, v), [receiver, v]);
      decref(v);
      if (r !== null) return push(frame, r);
      if (tstate.exc !== null) return sendEnded(frame) ? COLD_NEXT : CONT.SEND;
      if (tstate.pending !== null) return CONT.SEND;
      // Exhausted.
      const value = tstate.retval ?? none();
      tstate.retval = null;
      frame.pc = arg;
      return push(frame, value);
    },
    // value -- result
    [OP.CALL_INTRINSIC_1]: (frame, arg) => {
      const v = pop(frame);
      const r = intrinsic1(frame, arg, v);
      decref(v);
      return done(frame, CONT.PUSH, r);
    },
    [OP.CALL_INTRINSIC_2]: (frame, arg) => {
      const b = pop(frame);
      const a = pop(frame);
      const r = vmHooks.intrinsic2(arg, a, b);
      decref(a);
      decref(b);
      return done(frame, CONT.PUSH, r);
    },
  });
}

function* fromMappingOrCell(frame: Frame, mapping: Obj, name: Str, cell: Cell, arg: number): Gen {
  let r = getItem(mapping, name);
  if (r === null) r = yield* settle();
  if (r !== null) return r;
  if (!clearIf(PyExc.KeyError)) return null;
  const v = cell.v.value;
  if (v === null) return unboundLocal(frame, arg);
  v.rc++;
  return v;
}

/** CPython 3.12: Python/intrinsics.c, in the order of INTRINSIC_* */
function intrinsic1(frame: Frame, which: number, v: Obj): Res {
  switch (which) {
    case 1:
      return suspend(vmHooks.displayHook(v), [v]);
    case 2:
      return suspend(importStarG(frame, v), [v]);
    case 3:
      return stopIterationError(frame, v as Exc);
    case INTRINSIC_ASYNC_GEN_WRAP:
      return asyncHooks.wrap(v);
    case 5:
      return positive(v);
    case 6: {
      const items = (v as Tuple).v.slice();
      for (const o of items) o.rc++;
      return newTuple(items);
    }
    default:
      return vmHooks.intrinsicType(which, v);
  }
}

/** A StopIteration that leaves a generator's body becomes RuntimeError (PEP 479). */
function stopIterationError(frame: Frame, exc: Exc): Res {
  const flags = frame.rt.co.flags;
  const kind =
    (flags & 0x200) !== 0 ? 'async generator' : (flags & CO_COROUTINE) !== 0 ? 'coroutine' : 'generator';
  let message: string | null = null;
  if (isSubtype(exc.type, PyExc.StopIteration)) message = `${kind} raised StopIteration`;
  else if ((flags & 0x200) !== 0 && isSubtype(exc.type, PyExc.StopAsyncIteration)) {
    message = 'async generator raised StopAsyncIteration';
  }
  if (message === null) {
    exc.rc++;
    return exc;
  }
  const error = newException(PyExc.RuntimeError, newTuple([newStr(message)]));
  exc.rc += 2;
  error.v.cause = exc;
  error.v.context = exc;
  error.v.suppressContext = true;
  return error;
}

/** Runs a class body: `func` with `ns` as its locals; the result is what the body returns (its __class__ cell). */
export function runClassBody(func: Obj, ns: Obj): Res {
  if (func.type !== functionType) return typeError('__build_class__: func must be a function');
  const frame = bindCall(func as PyFunction, [], null);
  if (frame === null) return null;
  ns.rc++;
  frame.locals = ns;
  frame.watched = watchHook.active;
  return request(new FrameRequest(frame));
}

export { isInt, lengthG, listType, lookup };
