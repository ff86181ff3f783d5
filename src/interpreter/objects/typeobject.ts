// Types: how they are made, what they inherit, and how their attributes are found and set.
//
// Answers to CPython 3.12: Objects/typeobject.c (type_ready, inherit_slots, update_slot, mro_implementation,
// type_new, type_getattro, type_setattro, type_call).

import { gcTrack } from '../memory/gc.ts';
import {
  decref,
  immortal,
  Obj,
  objectType,
  PyType,
  type Res,
  TPFLAGS,
  tstate,
  typeType,
} from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { type Member, newMember, type Wrapper, wrapperType } from './descrobject.ts';
import { type DictObj, delStr, dictType, getStr, isDict, newDict, setItemG, setStr } from './dictcore.ts';
import { typeError } from './errors.ts';
import { callFrameHooks } from './hooks.ts';
import { instanceClear, instanceDealloc, instanceTraverse, setDealloc } from './instance.ts';
import { readSlotsG } from './layout.ts';
import { type Kwargs, NativeDef, newBuiltin } from './methodobject.ts';
import {
  attributeError,
  callG,
  callSpecial,
  ensureDict,
  genericGetAttr,
  hexAddress,
  instanceDict,
  lookupAttrG,
  noAttribute,
  objectCall,
  objectRichCompare,
} from './object.ts';
import { argTypeName } from './searchargs.ts';
import { isTuple, newList, newTuple, type Tuple, tupleOf, tupleType } from './seqcore.ts';
import { None, none } from './singletons.ts';
import { hashNotImplemented, pointerHash, type SlotDef, slotdefs } from './slotdefs.ts';
import { id, intern, isStr, newStr, type Str } from './strcore.ts';
import { typeAttributes } from './typeattrs.ts';
import { isSubtype, lookup, typeModified } from './typecore.ts';

type AnySlots = { [key: string]: unknown };
const slotsOf = (t: PyType): AnySlots => t as unknown as AnySlots;

// --- C3 ----------------------------------------------------------------------------------------------

/**
 * The method resolution order of a type with these bases; null with TypeError when there is none.
 * CPython 3.12: Objects/typeobject.c mro_implementation, pmerge
 */
export function computeMro(type: PyType, bases: readonly PyType[]): PyType[] | null {
  for (let i = 0; i < bases.length; i++) {
    for (let j = i + 1; j < bases.length; j++) {
      if (bases[i] === bases[j]) return typeError(`duplicate base class ${bases[i]!.name}`);
    }
  }
  const lists = [...bases.map((b) => b.mro), bases];
  const heads = lists.map(() => 0);
  const result = [type];
  for (;;) {
    let done = true;
    let taken = false;
    for (let i = 0; i < lists.length; i++) {
      if (heads[i]! >= lists[i]!.length) continue;
      done = false;
      const candidate = lists[i]![heads[i]!]!;
      const blocked = lists.some((l, k) => l.indexOf(candidate, heads[k]! + 1) >= 0);
      if (blocked) continue;
      result.push(candidate);
      for (let k = 0; k < lists.length; k++) if (lists[k]![heads[k]!] === candidate) heads[k]!++;
      taken = true;
      break;
    }
    if (done) return result;
    if (!taken) {
      const left: PyType[] = [];
      for (let i = 0; i < lists.length; i++) {
        const head = lists[i]![heads[i]!];
        if (head !== undefined && !left.includes(head)) left.push(head);
      }
      return typeError(
        `Cannot create a consistent method resolution\norder (MRO) for bases ${left.map((t) => t.name).join(', ')}`,
      );
    }
  }
}

// --- slots -------------------------------------------------------------------------------------------

const slotNames: string[] = [];
{
  const seen = new Set<string>();
  for (const d of slotdefs) {
    if (!seen.has(d.slot)) {
      seen.add(d.slot);
      slotNames.push(d.slot);
    }
  }
}
const defsBySlot = new Map<string, SlotDef[]>();
const slotsByName = new Map<Str, string[]>();
for (const d of slotdefs) {
  const defs = defsBySlot.get(d.slot);
  if (defs === undefined) defsBySlot.set(d.slot, [d]);
  else defs.push(d);
  const names = slotsByName.get(d.name);
  if (names === undefined) slotsByName.set(d.name, [d.slot]);
  else names.push(d.slot);
}

/** Makes a static type whole: base, MRO, attributes for its slots, inherited slots. CPython 3.12: PyType_Ready */
export function typeReady(type: PyType): void {
  if (type !== objectType && type.base === null) type.base = objectType;
  if (type.bases.length === 0 && type.base !== null) type.bases = [type.base];
  if (type.dict === null) type.dict = immortal(newDict());
  immortal(type.self as Obj);
  const mro = computeMro(type, type.bases);
  type.mro = mro!;
  for (const b of type.bases) b.subclasses.add(type);
  if (PLAIN_GETATTR.has(type.name)) type.tp_getattro ??= genericGetAttr;
  addSlotWrappers(type);
  // With object's own tp_new the type has no `__new__` of its own either.
  if (type.tp_new !== null && (type === objectType || type.tp_new !== objectNew)) addNew(type);
  const dict = type.dict as DictObj;
  if (getStr(dict, id('__doc__')) === undefined) {
    const doc = type.doc === null ? none() : newStr(type.doc);
    setStr(dict, id('__doc__'), doc);
    decref(doc);
  }
  // A type made in TypeScript directly under object cannot be called unless it says how.
  const closed =
    type.tp_new === null && (type.base === objectType || (type.flags & TPFLAGS.DISALLOW_INSTANTIATION) !== 0);
  inheritSlots(type);
  if (closed) {
    type.tp_new = null;
    type.flags |= TPFLAGS.DISALLOW_INSTANTIATION;
  }
  for (const base of type.mro) {
    if (base.hasDict) type.hasDict = true;
    if (base.hasWeakrefs) type.hasWeakrefs = true;
    if ((base.flags & TPFLAGS.HAVE_GC) !== 0) type.flags |= TPFLAGS.HAVE_GC;
  }
  type.flags |= TPFLAGS.IMMUTABLETYPE;
  type.flags |= type.base === null ? 0 : type.base.flags & SUBCLASS_FLAGS;
  if (type.solid === null) type.solid = type;
}

/** Types whose structs name PyObject_GenericGetAttr, and so have a `__getattribute__` of their own. */
const PLAIN_GETATTR = new Set(
  `int float complex str bytes bytearray list tuple dict set frozenset range slice memoryview enumerate reversed map filter
  zip property types.SimpleNamespace builtin_function_or_method callable_iterator cell classmethod_descriptor
  coroutine_wrapper dict_itemiterator dict_items dict_keyiterator dict_keys dict_valueiterator dict_values ellipsis
  getset_descriptor longrange_iterator mappingproxy member_descriptor method-wrapper method_descriptor range_iterator
  set_iterator wrapper_descriptor`.split(/\s+/),
);

const SUBCLASS_FLAGS =
  TPFLAGS.LONG_SUBCLASS |
  TPFLAGS.LIST_SUBCLASS |
  TPFLAGS.TUPLE_SUBCLASS |
  TPFLAGS.BYTES_SUBCLASS |
  TPFLAGS.UNICODE_SUBCLASS |
  TPFLAGS.DICT_SUBCLASS |
  TPFLAGS.BASE_EXC_SUBCLASS |
  TPFLAGS.TYPE_SUBCLASS;

/** `__new__` of a built-in type: calls its tp_new. CPython 3.12: Objects/typeobject.c tp_new_wrapper */
function addNew(type: PyType): void {
  const dict = type.dict as DictObj;
  if (getStr(dict, id('__new__')) !== undefined) return;
  const def = new NativeDef(
    '__new__',
    '($type, *args, **kwargs)',
    (self: Obj, args: Obj[], kwargs: Kwargs) => newWrapper((self as Obj<PyType>).v, args, kwargs),
    'Create and return a new object.  See help(type) for accurate signature.',
    type.name,
  );
  const f = newBuiltin(def, type.self, null);
  setStr(dict, id('__new__'), f);
  decref(f);
}

function newWrapper(type: PyType, args: Obj[], kwargs: Kwargs): Res {
  const first = args[0];
  if (first === undefined) return typeError(`${type.name}.__new__(): not enough arguments`);
  if (!(first.v instanceof PyType)) {
    return typeError(`${type.name}.__new__(X): X is not a type object (${first.type.name})`);
  }
  const sub = first.v;
  if (!isSubtype(sub, type)) {
    return typeError(`${type.name}.__new__(${sub.name}): ${sub.name} is not a subtype of ${type.name}`);
  }
  // object.__new__(dict) would make a dict without a table.
  let base: PyType | null = sub;
  while (base !== null && (base.flags & TPFLAGS.HEAPTYPE) !== 0 && base.tp_new === slotNew) base = base.base;
  if (base !== null && base.tp_new !== type.tp_new) {
    return typeError(`${type.name}.__new__(${sub.name}) is not safe, use ${base.name}.__new__()`);
  }
  const values = [...args.slice(1), ...kwargs.map(([, v]) => v)];
  return type.tp_new!(first as Obj<PyType>, values, kwargs.length === 0 ? null : kwargs.map(([k]) => k));
}

const slotNew: unknown = slotdefs.find((d) => d.slot === 'tp_new')!.generic;

/** CPython 3.12: Objects/typeobject.c add_operators */
function addSlotWrappers(type: PyType): void {
  const dict = type.dict as DictObj;
  for (const d of slotdefs) {
    const fn = slotsOf(type)[d.slot];
    if (fn === null || fn === undefined || d.slot === 'tp_new') continue;
    // Slots without a text have no method of their own, but for __del__, whose text is empty.
    if ((d.doc === '' && d.slot !== 'tp_finalize') || getStr(dict, d.name) !== undefined) continue;
    if (fn === hashNotImplemented) {
      setStr(dict, d.name, None);
      continue;
    }
    const w = new Obj<Wrapper>(wrapperType, {
      name: d.name.v,
      objclass: type,
      slot: d.slot,
      wrap: d.wrap as Wrapper['wrap'],
      fn,
      doc: d.doc,
    });
    setStr(dict, d.name, w);
    decref(w);
  }
}

/** Copies absent slots down from the bases. CPython 3.12: Objects/typeobject.c inherit_slots */
function inheritSlots(type: PyType): void {
  const mine = slotsOf(type);
  for (const base of type.mro.slice(1)) {
    const theirs = slotsOf(base);
    // Comparison and hash go together: a type that defines one inherits neither.
    if (mine.tp_richcompare === null && mine.tp_hash === null) {
      const dict = type.dict as DictObj;
      if (getStr(dict, id('__eq__')) === undefined && getStr(dict, id('__hash__')) === undefined) {
        mine.tp_richcompare = theirs.tp_richcompare;
        mine.tp_hash = theirs.tp_hash;
      }
    }
    for (const name of slotNames) {
      if (name === 'tp_richcompare' || name === 'tp_hash') continue;
      if (mine[name] === null) mine[name] = theirs[name];
    }
    for (const name of ['tp_dealloc', 'tp_traverse', 'tp_clear']) {
      if (mine[name] === null) mine[name] = theirs[name];
    }
    if (base.isMethodDescriptor && (type.flags & TPFLAGS.HEAPTYPE) === 0) type.isMethodDescriptor = true;
  }
}

/**
 * Sets one slot of a heap type from what its MRO now says.
 * CPython 3.12: Objects/typeobject.c update_one_slot
 */
function updateSlot(type: PyType, slot: string): void {
  let specific: unknown = null;
  let generic: unknown = null;
  let useGeneric = false;
  for (const d of defsBySlot.get(slot)!) {
    const descr = lookup(type, d.name);
    if (descr === undefined) continue;
    if (descr.type === wrapperType) {
      const w = (descr as Obj<Wrapper>).v;
      if (w.name === d.name.v && w.slot === slot) {
        if ((specific === null || specific === w.fn) && isSubtype(type, w.objclass)) {
          specific = w.fn;
        } else useGeneric = true;
        if (generic === null) generic = d.generic;
        continue;
      }
      // A wrapper of another slot under this name (list.__add__ is sq_concat): that slot is filled on its own.
      if (w.name === d.name.v && w.slot !== slot) {
        // But list.__iadd__ (sq_inplace_concat) is called alike, and so fills nb_inplace_add itself.
        if (w.name === '__iadd__' && slot === 'nb_inplace_add') specific = w.fn;
        continue;
      }
    }
    if (slot === 'tp_new') {
      // `__new__` of a built-in base, found again: its tp_new itself.
      const builtin = builtinNew(descr);
      if (builtin !== null) {
        specific = builtin;
        continue;
      }
    }
    if (descr === None && d.name === id('__hash__')) {
      specific = hashNotImplemented;
      continue;
    }
    useGeneric = true;
    generic = d.generic;
  }
  slotsOf(type)[slot] = specific !== null && !useGeneric ? specific : useGeneric ? generic : null;
}

/** tp_new of the built-in type whose `__new__` this is, or null. */
function builtinNew(descr: Obj): unknown {
  const payload = descr.v as { callable?: Obj } | null;
  const f = payload !== null && payload.callable instanceof Obj ? payload.callable : descr;
  const builtin = f.v as { def?: { name: string }; self?: Obj | null } | null;
  if (builtin === null || builtin.def === undefined || builtin.def.name !== '__new__') return null;
  const owner = builtin.self as Obj<PyType>;
  return owner.v.tp_new;
}

/** All slots of a new heap type. CPython 3.12: Objects/typeobject.c fixup_slot_dispatchers */
export function fixupSlots(type: PyType): void {
  for (const slot of slotNames) updateSlot(type, slot);
  // __eq__ without __hash__ makes a class unhashable: type_new put `__hash__ = None` into its dict.
  if (type.tp_hash === null) type.tp_hash = hashNotImplemented;
}

/** After `cls.name = ...`: the slots of that name, here and in every subclass. CPython 3.12: update_slot */
function updateSlotsNamed(type: PyType, name: Str): void {
  const slots = slotsByName.get(name);
  if (slots === undefined) return;
  for (const slot of slots) updateSlot(type, slot);
  for (const sub of type.subclasses) {
    if ((sub.flags & TPFLAGS.HEAPTYPE) !== 0) updateSlotsNamed(sub, name);
  }
}

// --- making classes ----------------------------------------------------------------------------------

/** The most derived metaclass. CPython 3.12: _PyType_CalculateMetaclass */
export function calculateMetaclass(metatype: PyType, bases: readonly Obj[]): PyType | null {
  let winner = metatype;
  for (const b of bases) {
    const t = b.type;
    if (isSubtype(winner, t)) continue;
    if (isSubtype(t, winner)) {
      winner = t;
      continue;
    }
    return typeError(
      'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
    );
  }
  return winner;
}

/** The base whose payload the instances share. CPython 3.12: best_base */
export function bestBase(bases: readonly PyType[]): PyType | null {
  let winner: PyType | null = null;
  let base: PyType | null = null;
  for (const b of bases) {
    if ((b.flags & TPFLAGS.BASETYPE) === 0)
      return typeError(`type '${b.name}' is not an acceptable base type`);
    const candidate = b.solid!;
    if (winner === null) {
      winner = candidate;
      base = b;
    } else if (isSubtype(winner, candidate)) {
      // The one we have will do.
    } else if (isSubtype(candidate, winner)) {
      winner = candidate;
      base = b;
    } else return typeError('multiple bases have instance lay-out conflict');
  }
  return base;
}

/** `type(name, bases, dict, **kwds)`. CPython 3.12: Objects/typeobject.c type_new */
export function typeNew(metatype: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (metatype.v === typeType && npos === 1 && args.length === 1) {
    const t: Obj = args[0]!.type.self;
    t.rc++;
    return t;
  }
  if (npos !== 3) {
    if (metatype.v === typeType) return typeError('type() takes 1 or 3 arguments');
    return typeError(`type.__new__() takes exactly 3 arguments (${npos} given)`);
  }
  const [name, bases, ns] = args as [Obj, Obj, Obj];
  if (!isStr(name)) return typeError(`type.__new__() argument 1 must be str, not ${argTypeName(name)}`);
  if (!isTuple(bases)) return typeError(`type.__new__() argument 2 must be tuple, not ${argTypeName(bases)}`);
  if (!isDict(ns)) return typeError(`type.__new__() argument 3 must be dict, not ${argTypeName(ns)}`);
  return suspend(typeNewG(metatype, name, bases, ns, args.slice(3), kwnames), [
    metatype,
    ...args,
    ...(kwnames ?? []),
  ]);
}

function* typeNewG(
  metaObj: Obj<PyType>,
  name: Str,
  basesTuple: Tuple,
  ns: DictObj,
  kwvalues: Obj[],
  kwnames: Obj[] | null,
): Gen {
  let baseObjs = basesTuple.v;
  for (const b of baseObjs) {
    if (b.v instanceof PyType) continue;
    const entries = yield* lookupAttrG(b, id('__mro_entries__'));
    if (entries === null) return null;
    if (entries !== undefined) {
      decref(entries);
      return typeError("type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  if (baseObjs.length === 0) baseObjs = [objectType.self];
  const meta = calculateMetaclass(metaObj.v, baseObjs);
  if (meta === null) return null;
  if (meta !== metaObj.v && meta.tp_new !== typeNew) {
    return yield* callG(meta.self, [name, basesTuple, ns, ...kwvalues], kwnames);
  }
  if (!baseObjs.every((b) => b.v instanceof PyType)) return typeError('bases must be types');
  const bases = baseObjs.map((b) => (b as Obj<PyType>).v);
  const base = bestBase(bases);
  if (base === null) return null;

  const type = new PyType(name.v, TPFLAGS.HEAPTYPE | TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, meta);
  const self = type.self;
  if ((meta.flags & TPFLAGS.HEAPTYPE) !== 0) meta.self.rc++;
  gcTrack(self);
  type.base = base;
  type.bases = bases;
  for (const b of bases) b.self.rc++;
  type.flags |= base.flags & SUBCLASS_FLAGS;
  type.solid = base.solid;
  type.basicsize = base.basicsize;
  type.itemsize = base.itemsize;
  const dict = newDict();
  type.dict = dict;
  for (let i = 0; i < ns.v.keys.length; i++) {
    const k = ns.v.keys[i];
    if (k === undefined) continue;
    yield* setItemG(dict.v, k, ns.v.values[i]!);
  }

  const failed = (): null => {
    decref(self);
    return null;
  };

  // __qualname__
  const qualname = getStr(dict, id('__qualname__'));
  if (qualname !== undefined) {
    if (!isStr(qualname)) {
      typeError(`type __qualname__ must be a str, not ${qualname.type.name}`);
      return failed();
    }
    type.qualname = qualname.v;
    delStr(dict, id('__qualname__'));
  }
  // __module__: where the class statement runs
  if (getStr(dict, id('__module__')) === undefined) {
    const module = callFrameHooks.currentGlobal(id('__name__'));
    if (module !== null) setStr(dict, id('__module__'), module);
  }
  // __new__, __init_subclass__ and __class_getitem__ are static or class methods whatever the class says
  for (const [special, wrapper] of [
    ['__new__', callFrameHooks.staticMethod],
    ['__init_subclass__', callFrameHooks.classMethod],
    ['__class_getitem__', callFrameHooks.classMethod],
  ] as const) {
    const f = getStr(dict, id(special));
    if (f !== undefined && f.type.name === 'function') {
      const w = wrapper(f);
      setStr(dict, id(special), w);
      decref(w);
    }
  }
  if (getStr(dict, id('__eq__')) !== undefined && getStr(dict, id('__hash__')) === undefined) {
    setStr(dict, id('__hash__'), None);
  }

  // __slots__
  const slots = getStr(dict, id('__slots__'));
  const inherited = base.slotNames ?? [];
  // A metaclass's instances are classes: what they have instead of a `__dict__` is the type's own dict.
  const ofClasses = isSubtype(base, typeType);
  type.hasDict = !ofClasses && bases.some((b) => b.hasDict);
  type.hasWeakrefs = base.hasWeakrefs || (base.itemsize === 0 && bases.some((b) => b.hasWeakrefs));
  type.slotNames = base.slotNames;
  if (slots === undefined) {
    type.hasDict = !ofClasses;
    if (base.itemsize === 0) type.hasWeakrefs = true;
  } else {
    const asked = yield* readSlotsG(name.v, slots, base, dict);
    if (asked === null) return failed();
    const { names } = asked;
    if (asked.dict) type.hasDict = true;
    if (asked.weakref) type.hasWeakrefs = true;
    type.slotNames = [...inherited, ...names];
    type.basicsize += 8 * names.length;
    if (names.length > 0) type.solid = type;
    names.forEach((slot, i) => {
      const m = slotMember(type, slot, inherited.length + i);
      const key = intern(slot);
      setStr(dict, key, m);
      decref(key);
      decref(m);
    });
  }

  let builtin = base;
  while ((builtin.flags & TPFLAGS.HEAPTYPE) !== 0) builtin = builtin.base!;
  type.inlineDict = type.hasDict && !builtin.hasDict;
  type.slotsInPayload = builtin === objectType;

  if (getStr(dict, id('__doc__')) === undefined) setStr(dict, id('__doc__'), None);
  // The MRO, by the metaclass's mro() if it has one of its own.
  const customMro = lookup(meta, id('mro'));
  if (customMro !== undefined && customMro !== lookup(typeType, id('mro'))) {
    const r = yield* callG(customMro, [self]);
    if (r === null) return failed();
    const list = yield* callFrameHooks.iterateG(r);
    decref(r);
    if (list === null) return failed();
    const wrong = list.find((t) => !(t.v instanceof PyType));
    if (wrong !== undefined) typeError(`mro() returned a non-class ('${wrong.type.name}')`);
    else if (list.length === 0) typeError('type MRO must not be empty');
    else type.mro = list.map((t) => (t as Obj<PyType>).v);
    for (const t of list) decref(t);
    if (tstate.exc !== null) return failed();
  } else {
    const mro = computeMro(type, bases);
    if (mro === null) return failed();
    type.mro = mro;
  }
  for (const t of type.mro) if (t !== type && (t.flags & TPFLAGS.HEAPTYPE) !== 0) t.self.rc++;
  for (const b of bases) b.subclasses.add(type);
  // One reference of the MRO is the type itself: part of the cycle every class is.
  self.rc++;
  if (type.hasDict && !base.hasDict && getStr(dict, id('__dict__')) === undefined) {
    const d = typeAttributes.instanceDictDescriptor(type);
    setStr(dict, id('__dict__'), d);
    decref(d);
  }
  if (type.hasWeakrefs && !base.hasWeakrefs && getStr(dict, id('__weakref__')) === undefined) {
    const d = typeAttributes.weakrefDescriptor(type);
    setStr(dict, id('__weakref__'), d);
    decref(d);
  }
  inheritHeap(type);
  fixupSlots(type);

  // __classcell__: lets `super()` and `__class__` find the class.
  const cell = getStr(dict, id('__classcell__'));
  if (cell !== undefined) {
    if (cell.type.name !== 'cell') {
      typeError(`__classcell__ must be a nonlocal cell, not <class '${cell.type.name}'>`);
      return failed();
    }
    callFrameHooks.setCell(cell, self);
    delStr(dict, id('__classcell__'));
  }
  const classDictCell = getStr(dict, id('__classdictcell__'));
  if (classDictCell !== undefined) {
    callFrameHooks.setCell(classDictCell, dict);
    delStr(dict, id('__classdictcell__'));
  }

  // __set_name__ on every attribute that has it
  const attributes: [Obj, Obj][] = [];
  for (let i = 0; i < dict.v.keys.length; i++) {
    const k = dict.v.keys[i];
    if (k !== undefined) {
      const value = dict.v.values[i]!;
      if (lookup(value.type, id('__set_name__')) !== undefined) attributes.push([k, value]);
    }
  }
  for (const [k, value] of attributes) {
    k.rc++;
    value.rc++;
    let r = callSpecial(value, id('__set_name__'), [self, k]);
    if (r === null) r = yield* settle();
    if (r === null) {
      callFrameHooks.addNote(
        `Error calling __set_name__ on '${value.type.name}' instance '${(k as Str).v}' in '${name.v}'`,
      );
      decref(k);
      decref(value);
      return failed();
    }
    decref(k);
    decref(value);
    if (r !== undefined) decref(r);
  }

  // super(cls, cls).__init_subclass__(**kwds)
  const init = superLookup(type, type, id('__init_subclass__'));
  if (init !== undefined) {
    const get = init.type.tp_descr_get;
    const bound = get === null ? init : get(init, null, self);
    if (bound === null) return failed();
    const r = yield* callG(bound, kwvalues, kwnames);
    if (get !== null) decref(bound);
    if (r === null) return failed();
    decref(r);
  }
  return self;
}

function inheritHeap(type: PyType): void {
  type.tp_dealloc = instanceDealloc;
  type.tp_traverse = instanceTraverse;
  type.tp_clear = instanceClear;
}

/** A member descriptor over the i-th cell of `__slots__`. */
function slotMember(type: PyType, name: string, at: number): Obj<Member> {
  return newMember(
    type,
    name,
    (self) => slotCells(self)[at] ?? null,
    (self, value) => {
      const cells = slotCells(self);
      const old = cells[at];
      if (value === null && old == null) return attributeError(self, id(name), name);
      if (value !== null) value.rc++;
      cells[at] = value;
      if (old != null) decref(old);
      return none();
    },
    null,
    at,
  );
}

const cellsOf = new WeakMap<Obj, (Obj | null)[]>();
/** The cells of an instance whose class has `__slots__`: its payload, unless a built-in base has put something there. */
export function slotCells(o: Obj): (Obj | null)[] {
  if (o.type.slotsInPayload) {
    if (o.v === null) o.v = [];
    return o.v as (Obj | null)[];
  }
  let cells = cellsOf.get(o);
  if (cells === undefined) {
    cells = [];
    cellsOf.set(o, cells);
  }
  return cells;
}

/** The attribute after `type` in the MRO of `start` (borrowed). */
export function superLookup(start: PyType, type: PyType, name: Str): Obj | undefined {
  const mro = start.mro;
  const n = mro.length;
  let i = mro.indexOf(type) + 1;
  for (; i < n; i++) {
    const found = getStr(mro[i]!.dict as DictObj, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

// --- attributes of types -----------------------------------------------------------------------------

/** `cls.name`. CPython 3.12: Objects/typeobject.c type_getattro */
export function typeGetAttr(o: Obj, nameObj: Obj): Res {
  const type = (o as Obj<PyType>).v;
  const name = nameObj as Str;
  const meta = o.type;
  const metaAttr = lookup(meta, name);
  let metaGet = null;
  if (metaAttr !== undefined) {
    metaGet = metaAttr.type.tp_descr_get;
    if (metaGet !== null && metaAttr.type.tp_descr_set !== null) return metaGet(metaAttr, o, meta.self);
  }
  const attr = lookup(type, name);
  if (attr !== undefined) {
    const get = attr.type.tp_descr_get;
    if (get !== null) return get(attr, null, o);
    attr.rc++;
    return attr;
  }
  if (metaGet !== null) return metaGet(metaAttr!, o, meta.self);
  if (metaAttr !== undefined) {
    metaAttr.rc++;
    return metaAttr;
  }
  return attributeError(o, name, `type object '${type.name}' has no attribute '${name.v}'`);
}

/** `cls.name = value`. CPython 3.12: Objects/typeobject.c type_setattro */
export function typeSetAttr(o: Obj, nameObj: Obj, value: Obj | null): Res {
  const type = (o as Obj<PyType>).v;
  const name = nameObj as Str;
  if ((type.flags & TPFLAGS.IMMUTABLETYPE) !== 0) {
    return typeError(`cannot set '${name.v}' attribute of immutable type '${type.name}'`);
  }
  const metaAttr = lookup(o.type, name);
  if (metaAttr !== undefined && metaAttr.type.tp_descr_set !== null) {
    const r = metaAttr.type.tp_descr_set(metaAttr, o, value);
    typeModified(type);
    return r;
  }
  const dict = type.dict as DictObj;
  if (value === null) {
    if (!delStr(dict, name)) {
      return attributeError(o, name, `type object '${type.name}' has no attribute '${name.v}'`);
    }
  } else {
    const key = name.gc === -1 ? (name.rc++, name) : intern(name.v);
    setStr(dict, key, value);
    decref(key);
  }
  typeModified(type);
  updateSlotsNamed(type, id(name.v));
  return none();
}

/** `cls(*args)`. CPython 3.12: Objects/typeobject.c type_call */
export function typeCall(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const type = (o as Obj<PyType>).v;
  if (type === typeType) {
    const nkw = kwnames === null ? 0 : kwnames.length;
    if (args.length === 1 && nkw === 0) {
      const t: Obj = args[0]!.type.self;
      t.rc++;
      return t;
    }
    if (args.length - nkw === 1) return typeError('type() takes no keyword arguments');
    if (args.length - nkw !== 3) return typeError('type() takes 1 or 3 arguments');
  }
  if (type.tp_new === null) return typeError(`cannot create '${type.name}' instances`);
  const made = type.tp_new(o as Obj<PyType>, args, kwnames);
  if (made === null) {
    return tstate.pending === null
      ? null
      : suspend(callRest(type, args, kwnames), [o, ...args, ...(kwnames ?? [])]);
  }
  return initialise(type, made, args, kwnames);
}

function* callRest(type: PyType, args: Obj[], kwnames: Obj[] | null): Gen {
  const made = yield* settle();
  if (made === null) return null;
  const r = initialise(type, made, args, kwnames);
  return r === null ? yield* settle() : r;
}

function initialise(type: PyType, made: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  if (!isSubtype(made.type, type)) return made;
  const init = made.type.tp_init;
  if (init === null) return made;
  const r = init(made, args, kwnames);
  if (r === null) {
    if (tstate.pending === null) {
      decref(made);
      return null;
    }
    return suspend(initRest(made), []);
  }
  r.rc--;
  return made;
}

function* initRest(made: Obj): Gen {
  const r = yield* settle();
  if (r === null) {
    decref(made);
    return null;
  }
  decref(r);
  return made;
}

// --- object ------------------------------------------------------------------------------------------

/** An instance of a heap type with the payload its solid base wants (new reference). CPython 3.12: PyType_GenericAlloc */
export function allocInstance<V>(type: PyType, payload: V): Obj<V> {
  const o = new Obj<V>(type, payload);
  if ((type.flags & TPFLAGS.HEAPTYPE) !== 0) type.self.rc++;
  if ((type.flags & TPFLAGS.HAVE_GC) !== 0) gcTrack(o);
  return o;
}

/** True if the type (a class) defines its own `__init__` or `__new__` rather than object's. */
function excessArgs(type: PyType, args: Obj[]): string | null {
  if (args.length === 0) return null;
  if (type.tp_new !== objectNew)
    return 'object.__new__() takes exactly one argument (the type to instantiate)';
  if (type.tp_init === objectInit) return `${type.name}() takes no arguments`;
  return null;
}

/** CPython 3.12: Objects/typeobject.c object_new */
export function objectNew(type: Obj<PyType>, args: Obj[], _kwnames: Obj[] | null): Res {
  const t = type.v;
  const error = excessArgs(t, args);
  if (error !== null) return typeError(error);
  if ((t.flags & TPFLAGS.IS_ABSTRACT) !== 0) return callFrameHooks.abstractError(t);
  return allocInstance(t, null);
}

/** CPython 3.12: Objects/typeobject.c object_init */
export function objectInit(self: Obj, args: Obj[], _kwnames: Obj[] | null): Res {
  const type = self.type;
  if (args.length > 0) {
    if (type.tp_init !== objectInit) {
      return typeError('object.__init__() takes exactly one argument (the instance to initialize)');
    }
    if (type.tp_new === objectNew) return typeError(`${type.name}() takes no arguments`);
  }
  return none();
}

/** "<module.Qualname object at 0x...>". CPython 3.12: Objects/typeobject.c object_repr */
export function objectDefaultRepr(o: Obj): Res {
  const type = o.type;
  const module = typeModule(type);
  const name = module === null || module === 'builtins' ? type.name : `${module}.${type.qualname}`;
  return newStr(`<${name} object at ${hexAddress(o)}>`);
}

/** The module a type says it is from, or null if that is not a string. */
export function typeModule(type: PyType): string | null {
  if ((type.flags & TPFLAGS.HEAPTYPE) === 0) {
    const dot = type.name.lastIndexOf('.');
    return dot < 0 ? (typeModules.get(type) ?? 'builtins') : type.name.slice(0, dot);
  }
  const m = getStr(type.dict as DictObj, id('__module__'));
  return m !== undefined && isStr(m) ? m.v : null;
}

/** Modules of static types that are not in builtins: `collections.deque` is made by `_collections`. */
export const typeModules = new Map<PyType, string>();

/** Classes of the library that pass for built-in ones: their names have the module before them. */
export const dottedClasses = new WeakSet<PyType>();

/** `__text_signature__` of the built-in types that have one. */
export const typeSignatures = new Map<PyType, string>();

/** "<class 'module.Name'>". CPython 3.12: Objects/typeobject.c type_repr */
export function typeRepr(o: Obj): Res {
  const type = (o as Obj<PyType>).v;
  const module = typeModule(type);
  return newStr(
    module === null || module === 'builtins'
      ? `<class '${type.name}'>`
      : `<class '${module}.${type.qualname}'>`,
  );
}

/** Gives type and object their slots; first of all in initObjects(). */
export function initTypeSlots(): void {
  typeType.tp_getattro = typeGetAttr;
  typeType.tp_setattro = typeSetAttr;
  typeType.tp_call = typeCall;
  typeType.tp_repr = typeRepr;
  typeType.tp_new = typeNew;
  typeType.tp_init = typeInit;
  typeType.hasWeakrefs = true;
  typeType.tp_traverse = typeTraverse;
  typeType.tp_clear = typeClear;
  typeType.tp_dealloc = typeClear;
  objectType.tp_getattro = genericGetAttr;
  objectType.tp_setattro = callFrameHooks.genericSetAttr;
  objectType.tp_repr = objectDefaultRepr;
  // The caller checks that it is a string: `__str__` is named in the error. CPython 3.12: object_str
  objectType.tp_str = (o) => o.type.tp_repr!(o);
  objectType.tp_hash = pointerHash;
  objectType.tp_richcompare = objectRichCompare;
  objectType.tp_new = objectNew;
  objectType.tp_init = objectInit;
  setDealloc(slotCells);
}

/** CPython 3.12: Objects/typeobject.c type_init */
function typeInit(_self: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (kwnames !== null && kwnames.length > 0 && npos === 1) {
    return typeError('type.__init__() takes no keyword arguments');
  }
  if (npos !== 1 && npos !== 3) return typeError('type.__init__() takes 1 or 3 arguments');
  return none();
}

function typeTraverse(o: Obj, visit: (o: Obj) => void): void {
  const type = (o as Obj<PyType>).v;
  if ((type.flags & TPFLAGS.HEAPTYPE) === 0) return;
  if (type.dict !== null) visit(type.dict);
  for (const b of type.bases) visit(b.self);
  for (const t of type.mro) if (t === type || (t.flags & TPFLAGS.HEAPTYPE) !== 0) visit(t.self);
}

function typeClear(o: Obj): void {
  const type = (o as Obj<PyType>).v;
  if ((type.flags & TPFLAGS.HEAPTYPE) === 0) return;
  typeModified(type);
  const { dict, bases, mro } = type;
  type.dict = null;
  type.bases = [];
  type.mro = [];
  for (const b of bases) b.subclasses.delete(type);
  if (dict !== null) decref(dict);
  for (const b of bases) decref(b.self);
  for (const t of mro) if (t === type || (t.flags & TPFLAGS.HEAPTYPE) !== 0) decref(t.self);
}

export { dictType, ensureDict, instanceDict, newList, newTuple, noAttribute, objectCall, tupleOf, tupleType };
