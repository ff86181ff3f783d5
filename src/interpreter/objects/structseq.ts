// Struct sequences: tuples whose items have names too (`sys.version_info`, `os.stat_result`, `time.struct_time`).
//
// The payload is the tuple's items; fields that only have a name stand in `x`.
//
// Answers to CPython 3.12: Objects/structseq.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, decrefAll, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { attribute, member, method } from './descrobject.ts';
import { type DictObj, dictType, findStr, newDict, setStr } from './dictcore.ts';
import { typeError } from './errors.ts';
import { collectG } from './iterobject.ts';
import { newInt } from './longcore.ts';
import { bindArguments, NativeDef } from './methodobject.ts';
import { objectRepr } from './object.ts';
import { newTuple, tupleType } from './seqcore.ts';
import { None } from './singletons.ts';
import { id, intern, newStr, type Str, strHash } from './strcore.ts';
import { itemsClear, itemsTraverse } from './tupleobject.ts';
import { typeReady } from './typeobject.ts';

interface Layout {
  fields: readonly string[];
  /** How many of them are items of the tuple. */
  visible: number;
}
const layouts = new WeakMap<PyType, Layout>();

/**
 * Makes a struct sequence type. Fields from `visible` on have a name only; a name of '' has none.
 * CPython 3.12: Objects/structseq.c PyStructSequence_NewType
 */
export function newStructSeqType(
  name: string,
  doc: string,
  fields: readonly [name: string, doc: string][],
  visible = fields.length,
  instances = true,
): PyType {
  const t = new PyType(name, TPFLAGS.HAVE_GC | TPFLAGS.TUPLE_SUBCLASS, typeType);
  t.qualname = name.slice(name.lastIndexOf('.') + 1);
  t.base = tupleType;
  t.doc = doc;
  t.basicsize = 24;
  t.itemsize = 8;
  layouts.set(t, { fields: fields.map(([f]) => f), visible });
  // A few are only ever made by the interpreter.
  if (instances) t.tp_new = structseq_new;
  else t.flags |= TPFLAGS.DISALLOW_INSTANTIATION;
  t.tp_repr = structseq_repr;
  t.tp_traverse = (o, visit) => {
    itemsTraverse(o, visit);
    for (const h of hiddenOf(o)) visit(h);
  };
  t.tp_dealloc = (o) => {
    const hidden = hiddenOf(o);
    o.x = null;
    itemsClear(o);
    decrefAll(hidden);
  };
  fields.forEach(([field, fieldDoc], i) => {
    if (field === '') return;
    member(
      t,
      field,
      (o) => (i < visible ? (o as Obj<Obj[]>).v[i]! : (hiddenOf(o)[i - visible] ?? None)),
      null,
      fieldDoc,
    );
  });
  attribute(t, 'n_sequence_fields', newInt(visible));
  attribute(t, 'n_fields', newInt(fields.length));
  attribute(t, 'n_unnamed_fields', newInt(fields.filter(([f]) => f === '').length));
  attribute(t, '__match_args__', newTuple(fields.slice(0, visible).map(([f]) => intern(f))));
  method(t, '__reduce__', '!($self, /)', structseq_reduce);
  typeReady(t);
  return t;
}

const hiddenOf = (o: Obj): Obj[] => (o.x as Obj[] | null) ?? [];

/** An instance; takes over the references. `hidden`: the fields beyond the tuple's items. */
export function newStructSeq(type: PyType, items: Obj[], hidden: Obj[] = []): Obj {
  const o = new Obj<Obj[]>(type, items);
  o.x = hidden;
  gcTrack(o);
  return o;
}

const newDefs = new NativeDef('structseq', '(sequence, dict={})', () => null, null, null);

/** CPython 3.12: Objects/structseq.c structseq_new_impl */
function structseq_new(type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const bound = bindArguments(newDefs, args, kwnames) as (Obj | undefined)[] | null;
  if (bound === null) return null;
  return suspend(structseqNewG(type.v, bound[0]!, bound[1]), [type, ...args]);
}

function* structseqNewG(t: PyType, sequence: Obj, dict: Obj | undefined): Gen {
  const { fields, visible } = layouts.get(t)!;
  const items = yield* collectG(sequence, false);
  if (items === null) {
    if (tstate.exc !== null && sequence.type.tp_iter === null && sequence.type.sq_item === null) {
      return typeError('constructor requires a sequence');
    }
    return null;
  }
  const n = items.length;
  const fail = (message: string): null => {
    decrefAll(items);
    return typeError(message);
  };
  if (dict !== undefined && dict.type !== dictType) {
    return fail(`${t.name}() takes a dict as second arg, if any`);
  }
  if (visible !== fields.length) {
    if (n < visible) return fail(`${t.name}() takes an at least ${visible}-sequence (${n}-sequence given)`);
    if (n > fields.length) {
      return fail(`${t.name}() takes an at most ${fields.length}-sequence (${n}-sequence given)`);
    }
  } else if (n !== visible) return fail(`${t.name}() takes a ${visible}-sequence (${n}-sequence given)`);
  for (let i = n; i < fields.length; i++) {
    const key = id(fields[i]!);
    const d = (dict as DictObj | undefined)?.v;
    const at = d === undefined ? -1 : findStr(d, key, strHash(key));
    const value = at < 0 ? None : d!.values[at]!;
    value.rc++;
    items.push(value);
  }
  return newStructSeq(t, items.slice(0, visible), items.slice(visible));
}

/** "sys.version_info(major=3, ...)". CPython 3.12: Objects/structseq.c structseq_repr */
function structseq_repr(o: Obj): Res {
  return suspend(structseqReprG(o), [o]);
}

function* structseqReprG(o: Obj): Gen {
  const { fields, visible } = layouts.get(o.type)!;
  const parts: string[] = [];
  for (let i = 0; i < visible; i++) {
    let r = objectRepr((o as Obj<Obj[]>).v[i]!);
    if (r === null) r = yield* settle();
    if (r === null) return null;
    parts.push(`${fields[i]}=${(r as Str).v}`);
    decref(r);
  }
  return newStr(`${o.type.name}(${parts.join(', ')})`);
}

function structseq_reduce(self: Obj): Res {
  const { fields, visible } = layouts.get(self.type)!;
  const items = (self as Obj<Obj[]>).v;
  for (const o of items) o.rc++;
  const d = newDict();
  hiddenOf(self).forEach((h, i) => {
    const name = fields[visible + i]!;
    if (name !== '') setStr(d, id(name), h);
  });
  const type: Obj = self.type.self;
  type.rc++;
  return newTuple([type, newTuple([newTuple(items.slice()), d])]);
}
