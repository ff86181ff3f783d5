// The objects that the reader's names lead to, and who holds each of them.
//
// A reference count is a number; this file says whose references they are. Holders are searched for among everything
// that the collector tracks, the code objects, and the frames of all threads. What is left over is held by parts of the
// interpreter that are no Python objects, and is said to be.

import { trackedObjects } from '../memory/gc.ts';
import { isImmortal, type Obj, TPFLAGS } from '../memory/object.ts';
import { type DictObj, isDict } from '../objects/dictcore.ts';
import {
  type Cell,
  cellType,
  type PyFunction as FunctionObject,
  functionType,
  type Method,
  methodType,
} from '../objects/funcobject.ts';
import type { GenV } from '../objects/genobject.ts';
import { builtinType } from '../objects/methodobject.ts';
import { isModule, moduleGet } from '../objects/moduleobject.ts';
import { isList, isTuple } from '../objects/seqcore.ts';
import { frozensetType, type SetObj, setType } from '../objects/setcore.ts';
import { scheduling } from '../runtime/threads.ts';
import { type Code, codeType, runtimeOf } from '../vm/coderuntime.ts';
import type { AnyFrame, Frame } from '../vm/frame.ts';
import { frameType, tracebackType } from '../vm/frameobject.ts';
import { SuspendedFrame } from '../vm/generators.ts';
import { namespaceEntries } from './frames.ts';
import type { Holder, NodeKind } from './moments.ts';
import { isClass, shortRepr } from './shortrepr.ts';

const MOST_NODES = 60;
const MOST_FIELDS = 16;
const MOST_HOLDERS = 12;

export interface Field {
  label: string;
  to: Obj;
}

/** What an object shows of its inside: labelled references, in order. */
export function fieldsOf(o: Obj): Field[] {
  const out: Field[] = [];
  if (isModule(o) || isClass(o) || o.type === codeType || o.type === builtinType || isTrace(o)) return out;
  if (isList(o) || isTuple(o)) {
    for (const [i, to] of o.v.entries()) out.push({ label: `[${i}]`, to });
  } else if (isDict(o)) {
    const { keys, values } = o.v;
    keys.forEach((key, i) => {
      const to = values[i];
      if (key !== undefined && to !== undefined) out.push({ label: `[${shortRepr(key, 16)}]`, to });
    });
  } else if (o.type === setType || o.type === frozensetType) {
    for (const to of (o as SetObj).v.keys) if (to != null) out.push({ label: '', to });
  } else if (o.type === cellType) {
    const { value } = (o as Cell).v;
    if (value !== null) out.push({ label: '', to: value });
  } else if (o.type === functionType) {
    const { closure, defaults } = (o as FunctionObject).v;
    const names = runtimeOf((o as FunctionObject).v.code.v as never).co.co_freevars;
    for (const [i, to] of (closure?.v ?? []).entries()) out.push({ label: names[i] ?? '', to });
    for (const to of defaults?.v ?? []) out.push({ label: 'default', to });
  } else if (o.type === methodType) {
    const { func, self } = (o as Obj<Method>).v;
    out.push({ label: '__self__', to: self }, { label: '__func__', to: func });
  } else if ((o.type.flags & TPFLAGS.HEAPTYPE) === 0 && o.gc > 0) {
    o.type.tp_traverse?.(o, (to) => {
      if (!isHidden(to)) out.push({ label: '', to });
    });
  }
  const dict = instanceDict(o);
  if (dict !== null) for (const [name, to] of namespaceEntries(dict)) out.push({ label: `.${name}`, to });
  return out;
}

/** Parts of the interpreter that a traversal meets and a reader does not ask for. */
const isHidden = (o: Obj): boolean =>
  isModule(o) || isClass(o) || o.type === codeType || o.type === functionType || isTrace(o);

/** Frames and tracebacks: a caught exception holds them, and they hold all that a frame holds. */
const isTrace = (o: Obj): boolean => o.type === frameType || o.type === tracebackType;

function instanceDict(o: Obj): DictObj | null {
  return o.type.hasDict && !isModule(o) && !isClass(o) && o.x !== null && typeof o.x === 'object'
    ? (o.x as DictObj)
    : null;
}

const CALLABLES = new Set(
  'function builtin_function_or_method method method_descriptor classmethod_descriptor wrapper_descriptor'.split(
    ' ',
  ),
);

export function kindOf(o: Obj): NodeKind {
  if (isModule(o)) return 'module';
  if (isClass(o)) return 'class';
  if (o.type === cellType) return 'cell';
  if (CALLABLES.has(o.type.name)) return 'function';
  if (instanceDict(o) !== null) return 'instance';
  if (o.type.tp_traverse !== null && o.gc > 0) return 'container';
  return 'value';
}

export interface Reached {
  object: Obj;
  fields: Field[];
  more: number;
}

/** Everything that can be reached from the roots, nearest first. */
export function reach(roots: Iterable<Obj>): Map<Obj, Reached> {
  const out = new Map<Obj, Reached>();
  const queue: Obj[] = [];
  const meet = (object: Obj): boolean => {
    if (out.has(object)) return true;
    if (out.size >= MOST_NODES) return false;
    out.set(object, { object, fields: [], more: 0 });
    queue.push(object);
    return true;
  };
  for (const root of roots) meet(root);
  for (let i = 0; i < queue.length; i++) {
    const reached = out.get(queue[i]!)!;
    const all = fieldsOf(reached.object);
    for (const field of all.slice(0, MOST_FIELDS)) if (meet(field.to)) reached.fields.push(field);
    reached.more = all.length - reached.fields.length;
  }
  return out;
}

/** The order in which holders are listed. */
const RANK: Holder['kind'][] = [
  'name',
  'cell',
  'attribute',
  'item',
  'argument',
  'stack',
  'constant',
  'call',
  'other',
];

/** Counts references to some objects by who holds them. */
export class HolderSearch {
  private readonly found = new Map<Obj, Map<string, Holder>>();
  private readonly dictOwners = new Map<Obj, Obj>();
  /** Codes to look into, and those that have been. */
  private readonly codes = new Set<Obj>();
  private readonly running = new Set<Frame>();
  /** Tuples that are parts of functions, and the names of cells. */
  private readonly partOf = new Map<Obj, string>();
  private readonly cellNames = new Map<Obj, string>();
  /** The module that is the reader's program: its entries are names, not items of a dict. */
  private readonly globals: Obj | null;
  /** Arguments that the next instruction hands over: how many values on top of which frame's stack. */
  private readonly calling: { frame: Frame; values: number } | null;
  /** What an object that holds others is called. */
  private readonly title: (o: Obj) => string;

  constructor(
    objects: Iterable<Obj>,
    frames: readonly Frame[],
    calling: { frame: Frame; values: number } | null,
    title: (o: Obj) => string,
  ) {
    this.title = title;
    for (const o of objects) if (!isImmortal(o)) this.found.set(o, new Map());
    this.globals = frames.at(-1)?.globals ?? null;
    this.calling = calling;
    const threads = scheduling.scheduler?.threads ?? [];
    for (const { top, excItem } of threads) {
      for (let f: AnyFrame | null = top; f !== null; f = f.back) this.frame(f);
      for (let item: typeof excItem | null = excItem; item !== null; item = item.previous) {
        if (item.value !== null) this.add(item.value, 'other', 'the exception being handled');
      }
    }
    const tracked = trackedObjects();
    for (const o of tracked) {
      if (o.type === functionType) this.parts(o as FunctionObject);
      if (isModule(o)) this.dictOwners.set(o.v.dict, o);
      else if (isClass(o)) {
        if (o.v.dict !== null) this.dictOwners.set(o.v.dict, o);
      } else {
        const dict = instanceDict(o);
        if (dict !== null) this.dictOwners.set(dict, o);
      }
    }
    for (const o of tracked) this.container(o);
    for (const code of this.codes) this.code(code as Code);
  }

  of(o: Obj): Holder[] {
    const known = this.found.get(o);
    if (known === undefined) return [];
    const all = [...known.values()].sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
    const count = (holders: Holder[]): number => holders.reduce((sum, { references }) => sum + references, 0);
    const holders = all.slice(0, MOST_HOLDERS);
    const unlisted = count(all.slice(MOST_HOLDERS));
    if (unlisted > 0) holders.push({ kind: 'other', text: 'others', references: unlisted });
    const rest = o.rc - count(all);
    if (rest > 0) holders.push({ kind: 'interpreter', text: 'the interpreter', references: rest });
    return holders;
  }

  private add(o: Obj, kind: Holder['kind'], text: string): void {
    const holders = this.found.get(o);
    if (holders === undefined) return;
    const known = holders.get(text);
    if (known === undefined) holders.set(text, { kind, text, references: 1 });
    else known.references++;
  }

  private wanted(o: Obj): boolean {
    return this.found.has(o);
  }

  private frame(f: AnyFrame): void {
    if (f.native) {
      for (const o of f.owned) this.add(o, 'argument', 'argument of a running built-in');
      return;
    }
    this.running.add(f);
    this.codes.add(f.code);
    const { nlocalsplus, co } = f.rt;
    const title = co.name === '<module>' ? 'the module' : co.name;
    for (let i = 0; i < f.sp; i++) {
      const o = f.slots[i] ?? null;
      if (o === null) continue;
      if (i < nlocalsplus && o.type === cellType) this.cellNames.set(o, co.localsplusnames[i]!);
      if (!this.wanted(o)) continue;
      if (i < nlocalsplus) {
        const name = co.localsplusnames[i]!;
        this.add(o, o.type === cellType ? 'cell' : 'name', `${name} in ${title}`);
      } else if (this.calling?.frame === f && i >= f.sp - this.calling.values) {
        this.add(o, 'argument', 'value stack: about to be called with');
      } else this.add(o, 'stack', `value stack of ${title}`);
    }
    if (f.func !== null) this.add(f.func, 'call', 'its running call');
    else {
      for (const o of [f.code, f.globals, f.builtins, f.locals]) {
        if (o !== null) this.add(o, 'call', `the frame of ${title}`);
      }
    }
  }

  private parts(f: FunctionObject): void {
    const { closure, defaults, code } = f.v;
    const text = this.title(f);
    if (defaults !== null) this.partOf.set(defaults, `default of ${text}`);
    if (closure === null) return;
    this.partOf.set(closure, `closure of ${text}`);
    const names = (code as Code).v.co_freevars;
    for (const [i, cell] of closure.v.entries()) this.cellNames.set(cell, names[i]!);
  }

  private code(code: Code): void {
    const title = code.v.name === '<module>' ? 'the module' : code.v.name;
    const { consts, names, localNames } = runtimeOf(code.v);
    for (const o of consts) {
      if (o.type === codeType) this.codes.add(o);
      this.add(o, 'constant', `constant in the code of ${title}`);
    }
    for (const o of names) this.add(o, 'constant', `name in the code of ${title}`);
    for (const o of localNames) this.add(o, 'constant', `name in the code of ${title}`);
  }

  private container(o: Obj): void {
    if (o.type === functionType) this.codes.add((o as FunctionObject).v.code);
    const gen = o.v;
    if (o.type.name === 'generator' || o.type.name === 'coroutine') {
      // While it runs, its frame stands in the thread's list and has been looked at there.
      const { frame } = gen as GenV;
      if (frame instanceof SuspendedFrame && this.running.has(frame.frame)) return;
    }
    let any = false;
    o.type.tp_traverse?.(o, (child) => {
      any ||= this.wanted(child);
      if (child.type === codeType) this.codes.add(child);
    });
    if (any) this.itemise(o);
  }

  /** Each reference that a container holds to a wanted object. */
  private itemise(o: Obj): void {
    if (isDict(o)) {
      this.entries(o, this.dictOwners.get(o));
      return;
    }
    if ((isList(o) || isTuple(o)) && o.v.some((item) => this.wanted(item))) {
      const part = this.partOf.get(o);
      const whole = this.title(o);
      for (const item of new Set(o.v)) this.items(item, o.v, part ?? null, whole);
      if ((o.type.flags & TPFLAGS.HEAPTYPE) !== 0) this.add(o.type.self, 'other', `class of ${whole}`);
      return;
    }
    const text = this.title(o);
    // What an instance holds by its attributes is named by them, also where no dict of its own is tracked.
    const named = new Map<Obj, number>();
    const dict = instanceDict(o);
    if (dict !== null && dict.gc === 0) {
      this.entries(dict, o);
      for (const each of [...dict.v.keys, ...dict.v.values]) {
        if (each !== undefined) named.set(each, (named.get(each) ?? 0) + 1);
      }
    }
    o.type.tp_traverse?.(o, (child) => {
      if (!this.wanted(child)) return;
      const known = named.get(child) ?? 0;
      if (known > 0) named.set(child, known - 1);
      else if (o.type === cellType)
        this.add(child, 'cell', `cell of ${this.cellNames.get(o) ?? 'a variable'}`);
      else if (child === o.type.self) this.add(child, 'other', `class of ${text}`);
      else
        this.add(child, o.type === setType || o.type === frozensetType ? 'item' : 'other', inside(o, text));
    });
  }

  private entries(dict: DictObj, owner: Obj | undefined): void {
    const { keys, values } = dict.v;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      const value = values[i];
      if (key === undefined || value === undefined) continue;
      if (this.wanted(value)) this.add(value, ...this.entry(dict, owner, key));
      if (this.wanted(key)) {
        this.add(key, 'item', `key of ${owner === undefined ? this.title(dict) : 'a namespace'}`);
      }
    }
  }

  /** All places of one list or tuple that hold the same object. */
  private items(item: Obj, all: readonly Obj[], part: string | null, whole: string): void {
    if (!this.wanted(item)) return;
    const places = all.flatMap((each, i) => (each === item ? [i] : []));
    const shown = places.length > 4 ? `${places.slice(0, 3).join(', ')}, …` : places.join(', ');
    const text = part ?? `item${places.length > 1 ? 's' : ''} ${shown} of ${whole}`;
    for (const _ of places) this.add(item, 'item', text);
  }

  private entry(dict: Obj, owner: Obj | undefined, key: Obj): [kind: Holder['kind'], text: string] {
    const name = typeof key.v === 'string' ? key.v : shortRepr(key, 16);
    if (dict === this.globals) return ['name', `name ${name}`];
    if (owner === undefined) return ['item', `value for ${shortRepr(key, 16)} in ${this.title(dict)}`];
    if (isModule(owner)) {
      const module = moduleGet(owner, '__name__');
      return ['name', `name ${name} in module ${typeof module?.v === 'string' ? module.v : '?'}`];
    }
    return ['attribute', `attribute ${name} of ${this.title(owner)}`];
  }
}

function inside(o: Obj, text: string): string {
  if (o.type === setType || o.type === frozensetType) return `element of ${text}`;
  if (o.type === functionType) return `part of ${text}`;
  return text;
}
