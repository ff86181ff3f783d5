// "Did you mean: 'x'?" behind NameError, AttributeError and ImportError.
//
// Answers to CPython 3.12: Python/suggestions.c.

import { decref, type Obj } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { iterateG } from '../objects/abstract.ts';
import { type DictObj, getStr } from '../objects/dictcore.ts';
import { clear, PyExc } from '../objects/errors.ts';
import { type Exc, excField, isException } from '../objects/exceptions.ts';
import { callG, lookupAttrG } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { id, isStr } from '../objects/strcore.ts';
import { isSubtype } from '../objects/typecore.ts';
import type { FrameV, Traceback } from '../vm/frameobject.ts';
import { frameLocals } from '../vm/frameobject.ts';

const MAX_CANDIDATES = 750;
const MAX_STRING = 40;
const MOVE = 2;
const CASE = 1;

const lower = (c: string): string => (c >= 'A' && c <= 'Z' ? c.toLowerCase() : c);

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return lower(a) === lower(b) ? CASE : MOVE;
}

/** Weighted edit distance, or something above `max`. CPython 3.12: Python/suggestions.c levenshtein_distance */
function distance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  let x = a.slice(from, endA);
  let y = b.slice(from, endB);
  if (x.length === 0 || y.length === 0) return (x.length + y.length) * MOVE;
  if (x.length > MAX_STRING || y.length > MAX_STRING) return max + 1;
  if (y.length < x.length) [x, y] = [y, x];
  if ((y.length - x.length) * MOVE > max) return max + 1;
  const row: number[] = [];
  for (let i = 0; i < x.length; i++) row.push((i + 1) * MOVE);
  let result = 0;
  for (let j = 0; j < y.length; j++) {
    let diagonal = j * MOVE;
    result = j * MOVE;
    let minimum = Infinity;
    for (let i = 0; i < x.length; i++) {
      const substitute = diagonal + substitutionCost(y[j]!, x[i]!);
      diagonal = row[i]!;
      const insertDelete = Math.min(result, diagonal) + MOVE;
      result = Math.min(insertDelete, substitute);
      row[i] = result;
      if (result < minimum) minimum = result;
    }
    if (minimum > max) return max + 1;
  }
  return result;
}

/** The name nearest to `name`, or null. CPython 3.12: Python/suggestions.c calculate_suggestions */
export function nearest(names: readonly string[], name: string): string | null {
  if (names.length >= MAX_CANDIDATES) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  const size = new TextEncoder().encode(name).length;
  for (const candidate of names) {
    if (candidate === name) continue;
    let max = Math.floor(((size + candidate.length + 3) * MOVE) / 6);
    max = Math.min(max, bestDistance - 1);
    const d = distance(name, candidate, max);
    if (d > max) continue;
    if (best === null || d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** Where to look up `dir()` of an object; put in by the builtins module. */
export const dirHook: { dir: (o: Obj) => Gen<Obj | null> } = {
  dir: function* (o) {
    const f = yield* lookupAttrG(o, id('__dir__'));
    if (f == null) {
      clear();
      return null;
    }
    const r = yield* callG(f, []);
    decref(f);
    return r;
  },
};

function* dirNames(o: Obj): Gen<string[]> {
  const dir = yield* dirHook.dir(o);
  if (dir === null) {
    clear();
    return [];
  }
  const items = yield* iterateG(dir);
  decref(dir);
  const names: string[] = [];
  for (const n of items ?? []) {
    if (isStr(n)) names.push(n.v);
    decref(n);
  }
  // dir() sorts; a plain __dir__ may not.
  return names.sort();
}

function keysOf(d: DictObj): string[] {
  const out: string[] = [];
  for (const k of d.v.keys) if (k !== undefined && isStr(k)) out.push(k.v);
  return out;
}

function lastFrame(exc: Exc): FrameV | null {
  let tb = exc.v.traceback as Traceback | null;
  if (tb === null) return null;
  while (tb.v.next !== null) tb = tb.v.next as Traceback;
  return (tb.v.frame as Obj<FrameV>).v;
}

/** Modules a name may have been meant as: "Did you forget to import 'x'?" */
export const stdlibNames: { has: (name: string) => boolean } = { has: () => false };

function* nameSuggestion(exc: Exc): Gen<string> {
  const nameObj = excField(exc, 'name');
  if (nameObj === null || !isStr(nameObj)) return '';
  const name = nameObj.v;
  const frame = lastFrame(exc);
  if (frame === null || frame.frame === null) return '';
  const text = yield* nameInFrame(frame, name);
  // NameError of a module that was not imported.
  if (!isSubtype(exc.type, PyExc.UnboundLocalError) && stdlibNames.has(name)) {
    if (text === null) return `. Did you forget to import '${name}'?`;
    return `. Did you mean: '${text}'? Or did you forget to import '${name}'?`;
  }
  return text === null ? '' : `. Did you mean: '${text}'?`;
}

function* nameInFrame(frame: FrameV, name: string): Gen<string | null> {
  const f = frame.frame!;
  const locals = frameLocals(f);
  const names: string[] = [];
  for (const n of f.rt.co.co_varnames) names.push(n);
  for (const n of f.rt.co.co_cellvars) if (!names.includes(n)) names.push(n);
  for (const n of f.rt.co.co_freevars) names.push(n);
  const bound = (locals as DictObj).v?.keys === undefined ? [] : keysOf(locals as DictObj);
  // `self.name` where only `name` was written.
  const self = (locals as DictObj).v?.keys === undefined ? undefined : getStr(locals as DictObj, id('self'));
  if (self !== undefined) {
    self.rc++;
    const has = yield* lookupAttrG(self, id(name));
    decref(self);
    if (has === null) clear();
    else if (has !== undefined) {
      decref(has);
      decref(locals);
      return `self.${name}`;
    }
  }
  decref(locals);
  const found = nearest(
    bound.length > 0 || f.func !== null ? localNames(f.func !== null, names, bound) : bound,
    name,
  );
  if (found !== null) return found;
  const globals = nearest(keysOf(frame.globals as DictObj), name);
  if (globals !== null) return globals;
  return nearest(keysOf(frame.builtins as DictObj), name);
}

function localNames(isFunction: boolean, declared: string[], bound: string[]): string[] {
  return isFunction ? declared.filter((n) => bound.includes(n)) : bound;
}

/** What is printed behind the message: '' or ". Did you mean: 'x'?". CPython 3.12: _Py_Offer_Suggestions */
export function* suggestionG(exc: Obj): Gen<string> {
  if (!isException(exc)) return '';
  const type = exc.type;
  if (isSubtype(type, PyExc.AttributeError)) {
    const name = excField(exc, 'name');
    const obj = excField(exc, 'obj');
    if (name === null || obj === null || !isStr(name) || name === (None as Obj)) return '';
    const found = nearest(yield* dirNames(obj), name.v);
    return found === null ? '' : `. Did you mean: '${found}'?`;
  }
  if (isSubtype(type, PyExc.NameError)) return yield* nameSuggestion(exc);
  if (isSubtype(type, PyExc.ImportError)) {
    const from = excField(exc, 'name_from');
    const mod = excField(exc, 'name');
    if (from === null || mod === null || !isStr(from) || !isStr(mod)) return '';
    const module = importedModules.get(mod.v);
    if (module === null) return '';
    const found = nearest(yield* dirNames(module), from.v);
    return found === null ? '' : `. Did you mean: '${found}'?`;
  }
  return '';
}

/** sys.modules by name (borrowed); put in by the interpreter. */
export const importedModules: { get: (name: string) => Obj | null } = { get: () => null };
