// Instructions that make containers, strings, slices and functions, and unpack sequences.
//
// Answers to CPython 3.12: Python/bytecodes.c, Python/ceval.c (unpack_iterable, format_kwargs_error).

import { CO_ASYNC_GENERATOR, CO_COROUTINE, type CodeObject } from '../code/codeobject.ts';
import {
  FVC_ASCII,
  FVC_REPR,
  FVC_STR,
  FVS_HAVE_SPEC,
  MAKE_FUNCTION_ANNOTATIONS,
  MAKE_FUNCTION_CLOSURE,
  MAKE_FUNCTION_DEFAULTS,
  MAKE_FUNCTION_KWDEFAULTS,
  OP,
} from '../code/opcodes.ts';
import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getItem, getIter, nextG, setItem } from '../objects/abstract.ts';
import { type Dict, type DictObj, getStr, newDict, setItemFast, setItemG } from '../objects/dictcore.ts';
import { dictMergeKwargsG, dictUpdateG } from '../objects/dictobject.ts';
import { clear, matches, PyExc, raise, typeError } from '../objects/errors.ts';
import { objectFormat, objectFormatG } from '../objects/formatter.ts';
import { newFunction } from '../objects/funcobject.ts';
import { asyncHooks } from '../objects/genobject.ts';
import { listExtendFast, listExtendG } from '../objects/listobject.ts';
import { type Int, intType } from '../objects/longcore.ts';
import { asciiEscape, objectRepr, objectStr } from '../objects/object.ts';
import { type List, listType, newList, newTuple, type Tuple, tupleType } from '../objects/seqcore.ts';
import { newSet, type SetObj } from '../objects/setcore.ts';
import { setAdd, setAddG, setUpdateG } from '../objects/setobject.ts';
import { None, none } from '../objects/singletons.ts';
import { newSlice } from '../objects/sliceobject.ts';
import { hasAstral, id, isStr, newStr, type Str, strType } from '../objects/strcore.ts';
import { runtimeOf } from './coderuntime.ts';
import { CONT, type Frame } from './frame.ts';
import { COLD_NEXT, coldOps, done } from './opcodes_cold.ts';
import { vmHooks } from './vmhooks.ts';

function pop(frame: Frame): Obj {
  const v = frame.slots[--frame.sp]!;
  frame.slots[frame.sp] = null;
  return v;
}

function popN(frame: Frame, n: number): Obj[] {
  const items = frame.slots.slice(frame.sp - n, frame.sp) as Obj[];
  for (let i = 0; i < n; i++) frame.slots[--frame.sp] = null;
  return items;
}

function push(frame: Frame, o: Obj): number {
  frame.slots[frame.sp++] = o;
  return COLD_NEXT;
}

const release = (items: readonly Obj[]): void => {
  for (const o of items) decref(o);
};

// --- unpacking ---------------------------------------------------------------------------------------

/** A tuple of exactly what the targets take. CPython 3.12: Python/ceval.c unpack_iterable */
function* unpackG(seq: Obj, before: number, after: number): Gen {
  const quick = seq.type === tupleType || seq.type === listType ? (seq as Tuple).v.slice() : null;
  const items: Obj[] = [];
  if (quick !== null) {
    for (const o of quick) o.rc++;
    if (after < 0) {
      if (quick.length === before) return newTuple(quick);
      release(quick);
      if (quick.length < before) {
        return raise(
          PyExc.ValueError,
          `not enough values to unpack (expected ${before}, got ${quick.length})`,
        );
      }
      return raise(PyExc.ValueError, `too many values to unpack (expected ${before})`);
    }
    if (quick.length < before + after) {
      release(quick);
      return raise(
        PyExc.ValueError,
        `not enough values to unpack (expected at least ${before + after}, got ${quick.length})`,
      );
    }
    return spread(quick, before, after);
  }
  let it = getIter(seq);
  if (it === null) it = yield* settle();
  if (it === null) {
    if (matches(PyExc.TypeError) && seq.type.tp_iter === null && seq.type.sq_item === null) {
      clear();
      return typeError(`cannot unpack non-iterable ${seq.type.name} object`);
    }
    return null;
  }
  for (;;) {
    if (after < 0 && items.length === before) break;
    const item = yield* nextG(it);
    if (item === null) {
      release(items);
      decref(it);
      return null;
    }
    if (item === undefined) {
      const got = items.length;
      if (after < 0 ? got < before : got < before + after) {
        release(items);
        decref(it);
        return raise(
          PyExc.ValueError,
          after < 0
            ? `not enough values to unpack (expected ${before}, got ${got})`
            : `not enough values to unpack (expected at least ${before + after}, got ${got})`,
        );
      }
      decref(it);
      return after < 0 ? newTuple(items) : spread(items, before, after);
    }
    items.push(item);
  }
  const extra = yield* nextG(it);
  decref(it);
  if (extra === undefined) return newTuple(items);
  release(items);
  if (extra === null) return null;
  decref(extra);
  return raise(PyExc.ValueError, `too many values to unpack (expected ${before})`);
}

// (a, b, *rest, c): the rest becomes a list. Takes over the references.
function spread(items: Obj[], before: number, after: number): Obj {
  const middle = items.splice(before, items.length - before - after);
  items.splice(before, 0, newList(middle));
  return newTuple(items);
}

// --- slices ------------------------------------------------------------------------------------------

/** A bound of a slice, or NaN: not an exact int of ordinary size. CPython 3.12: PySlice_AdjustIndices */
function bound(o: Obj, otherwise: number, length: number): number {
  if (o === None) return otherwise;
  const v = (o as Int).v;
  if (o.type !== intType || typeof v !== 'number') return Number.NaN;
  return v < 0 ? Math.max(0, v + length) : Math.min(v, length);
}

/** `container[start:stop]` of an exact list, tuple or plain str, without making a slice object; null: not so simple. */
function sliceNow(container: Obj, start: Obj, stop: Obj): Obj | null {
  const { type } = container;
  const items = type === listType || type === tupleType;
  if (!items && (type !== strType || hasAstral((container as Str).v))) return null;
  const v = (container as Obj<string | Obj[]>).v;
  const from = bound(start, 0, v.length);
  const to = bound(stop, v.length, v.length);
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  if (type !== listType && from === 0 && to === v.length) {
    container.rc++;
    return container;
  }
  if (typeof v === 'string') return newStr(v.slice(from, Math.max(from, to)));
  const part = v.slice(from, Math.max(from, to));
  for (let i = 0; i < part.length; i++) part[i]!.rc++;
  return type === listType ? newList(part) : newTuple(part);
}

// --- formatting --------------------------------------------------------------------------------------

function* formatG(value: Obj, conversion: number, spec: Obj | null): Gen {
  let v: Obj | null = value;
  v.rc++;
  if (conversion !== 0) {
    let r = conversion === FVC_STR ? objectStr(value) : objectRepr(value);
    if (r === null) r = yield* settle();
    decref(v);
    if (r === null) return null;
    if (conversion === FVC_ASCII) {
      const text = asciiEscape((r as Str).v);
      decref(r);
      r = newStr(text);
    }
    v = r;
  }
  if (v.type === strType && spec === null) return v;
  const out = yield* objectFormatG(v, spec as Str | null);
  decref(v);
  return out;
}

function formatValue(frame: Frame, arg: number): number {
  const spec = (arg & 4) === FVS_HAVE_SPEC ? pop(frame) : null;
  const value = pop(frame);
  const conversion = arg & 3;
  let r: Res;
  if (spec === null && value.type === strType && conversion !== FVC_REPR && conversion !== FVC_ASCII) {
    r = value;
    value.rc++;
  } else if (conversion === 0) r = objectFormat(value, spec as Str | null);
  else r = suspend(formatG(value, conversion, spec), spec === null ? [value] : [value, spec]);
  decref(value);
  if (spec !== null) decref(spec);
  return done(frame, CONT.PUSH, r);
}

// --- dicts and sets ----------------------------------------------------------------------------------

function* buildMapG(d: DictObj, flat: Obj[], from: number): Gen {
  for (let i = from; i < flat.length; i += 2) {
    if (!(yield* setItemG(d.v, flat[i]!, flat[i + 1]!))) return null;
  }
  d.rc++;
  return d;
}

function buildMap(frame: Frame, flat: Obj[]): number {
  const d = newDict();
  let r: Res = d;
  for (let i = 0; i < flat.length; i += 2) {
    const s = setItemFast(d.v, flat[i]!, flat[i + 1]!);
    if (s === 1) continue;
    if (s === 0) r = null;
    else r = suspend(buildMapG(d, flat, i), [d, ...flat]);
    decref(d);
    break;
  }
  release(flat);
  return done(frame, CONT.PUSH, r);
}

function* buildSetG(set: SetObj, items: Obj[]): Gen {
  for (const item of items) if (!(yield* setAddG(set, item))) return null;
  set.rc++;
  return set;
}

/** A generator of booleans as a native: None, or null. */
function* orNone(gen: Gen<boolean>): Gen {
  return (yield* gen) ? none() : null;
}

function* listExtendOp(list: List, iterable: Obj): Gen {
  if (yield* listExtendG(list, iterable)) return none();
  if (matches(PyExc.TypeError) && iterable.type.tp_iter === null && iterable.type.sq_item === null) {
    clear();
    return typeError(`Value after * must be an iterable, not ${iterable.type.name}`);
  }
  return null;
}

/** The part of the interpreter that knows asynchronous functions is fetched before the first of them is there. */
function* asyncFetchedG(f: Obj): Gen {
  if (yield* vmHooks.asyncReadyG()) return f;
  decref(f);
  return null;
}

export function initBuildOps(): void {
  coldOps({
    // seq -- values[n]
    [OP.UNPACK_SEQUENCE]: (frame, arg) => {
      const seq = pop(frame);
      const r = suspend(unpackG(seq, arg, -1), [seq]);
      decref(seq);
      return done(frame, CONT.UNPACK, r);
    },
    [OP.UNPACK_EX]: (frame, arg) => {
      const seq = pop(frame);
      const r = suspend(unpackG(seq, arg & 255, arg >> 8), [seq]);
      decref(seq);
      return done(frame, CONT.UNPACK, r);
    },
    // start stop [step] -- slice
    [OP.BUILD_SLICE]: (frame, arg) => {
      const step = arg === 3 ? pop(frame) : none();
      const stop = pop(frame);
      const start = pop(frame);
      const s = newSlice(start, stop, step);
      release([start, stop, step]);
      return push(frame, s);
    },
    // container start stop -- result
    [OP.BINARY_SLICE]: (frame) => {
      const stop = pop(frame);
      const start = pop(frame);
      const container = pop(frame);
      const fast = sliceNow(container, start, stop);
      if (fast !== null) {
        decref(start);
        decref(stop);
        decref(container);
        return push(frame, fast);
      }
      const s = newSlice(start, stop, None);
      const r = getItem(container, s);
      release([start, stop, s, container]);
      return done(frame, CONT.PUSH, r);
    },
    // value container start stop --
    [OP.STORE_SLICE]: (frame) => {
      const stop = pop(frame);
      const start = pop(frame);
      const container = pop(frame);
      const value = pop(frame);
      const s = newSlice(start, stop, None);
      const r = setItem(container, s, value);
      release([start, stop, s, container, value]);
      return done(frame, CONT.DROP, r);
    },
    // container sub --
    [OP.DELETE_SUBSCR]: (frame) => {
      const key = pop(frame);
      const container = pop(frame);
      const r = setItem(container, key, null);
      release([key, container]);
      return done(frame, CONT.DROP, r);
    },
    // values[n] -- set
    [OP.BUILD_SET]: (frame, arg) => {
      const items = popN(frame, arg);
      const set = newSet();
      const r = suspend(buildSetG(set, items), [set, ...items]);
      decref(set);
      release(items);
      return done(frame, CONT.PUSH, r);
    },
    // keys and values -- dict
    [OP.BUILD_MAP]: (frame, arg) => buildMap(frame, popN(frame, 2 * arg)),
    [OP.BUILD_CONST_KEY_MAP]: (frame, arg) => {
      const keys = pop(frame) as Tuple;
      const values = popN(frame, arg);
      const flat: Obj[] = [];
      for (let i = 0; i < arg; i++) {
        keys.v[i]!.rc++;
        flat.push(keys.v[i]!, values[i]!);
      }
      decref(keys);
      return buildMap(frame, flat);
    },
    // pieces[n] -- str
    [OP.BUILD_STRING]: (frame, arg) => {
      const pieces = popN(frame, arg) as Str[];
      let text = '';
      for (const p of pieces) text += p.v;
      release(pieces);
      return push(frame, newStr(text));
    },
    [OP.FORMAT_VALUE]: formatValue,
    // set .. value -- set ..
    [OP.SET_ADD]: (frame, arg) => {
      const v = pop(frame);
      const set = frame.slots[frame.sp - arg]!;
      const r = setAdd(set, v);
      decref(v);
      return done(frame, CONT.DROP, r);
    },
    // dict .. key value -- dict ..
    [OP.MAP_ADD]: (frame, arg) => {
      const v = pop(frame);
      const k = pop(frame);
      const d = frame.slots[frame.sp - arg] as Obj<Dict>;
      const s = setItemFast(d.v, k, v);
      const r = s === 1 ? none() : s === 0 ? null : suspend(orNone(setItemG(d.v, k, v)), [d, k, v]);
      decref(k);
      decref(v);
      return done(frame, CONT.DROP, r);
    },
    [OP.LIST_EXTEND]: (frame, arg) => {
      const iterable = pop(frame);
      const list = frame.slots[frame.sp - arg] as List;
      const r = listExtendFast(list, iterable)
        ? none()
        : suspend(listExtendOp(list, iterable), [list, iterable]);
      decref(iterable);
      return done(frame, CONT.DROP, r);
    },
    [OP.SET_UPDATE]: (frame, arg) => {
      const iterable = pop(frame);
      const set = frame.slots[frame.sp - arg]!;
      const r = suspend(orNone(setUpdateG(set as SetObj, iterable)), [set, iterable]);
      decref(iterable);
      return done(frame, CONT.DROP, r);
    },
    [OP.DICT_UPDATE]: (frame, arg) => {
      const update = pop(frame);
      const d = frame.slots[frame.sp - arg] as DictObj;
      const r = suspend(orNone(dictUpdateG(d, update)), [d, update]);
      decref(update);
      return done(frame, CONT.DROP, r);
    },
    [OP.DICT_MERGE]: (frame, arg) => {
      const update = pop(frame);
      const d = frame.slots[frame.sp - arg] as DictObj;
      const func = frame.slots[frame.sp - arg - 2]!;
      const r = suspend(orNone(dictMergeKwargsG(d, update, func)), [d, update, func]);
      decref(update);
      return done(frame, CONT.DROP, r);
    },
    // [defaults] [kwdefaults] [annotations] [closure] code -- function
    [OP.MAKE_FUNCTION]: (frame, arg) => {
      const code = pop(frame) as Obj<CodeObject>;
      const rt = runtimeOf(code.v);
      const co = code.v;
      const first = rt.consts[0];
      const doc = first !== undefined && isStr(first) ? first : None;
      const name = newStr(co.name);
      const qualname = newStr(co.qualname);
      const module = getStr(frame.globals, id('__name__')) ?? null;
      const f = newFunction(code, frame.globals, frame.builtins, name, qualname, doc, module);
      release([name, qualname, code]);
      f.v.version = rt.version;
      if ((arg & MAKE_FUNCTION_CLOSURE) !== 0) f.v.closure = pop(frame) as Tuple;
      if ((arg & MAKE_FUNCTION_ANNOTATIONS) !== 0) f.v.annotations = pop(frame);
      if ((arg & MAKE_FUNCTION_KWDEFAULTS) !== 0) f.v.kwdefaults = pop(frame) as DictObj;
      if ((arg & MAKE_FUNCTION_DEFAULTS) !== 0) f.v.defaults = pop(frame) as Tuple;
      if ((co.flags & (CO_COROUTINE | CO_ASYNC_GENERATOR)) === 0 || asyncHooks.generatorType !== null)
        return push(frame, f);
      return done(frame, CONT.PUSH, suspend(asyncFetchedG(f), []));
    },
  });
}
