// Every Python object, its type, and its reference count.
//
// One JavaScript class serves all Python objects, so that `rc` and `type` are read at one place in memory
// whatever the object is: reference counting touches every object all the time, and a class per Python type
// was measured 17 to 30 % slower. What differs between types lives in the payload `v`; a second payload `x`
// holds the instance's `__dict__` (or a string's hash).
//
// Reference counts are CPython's, by CPython's rules: a function borrows its arguments and returns a new
// reference; a container owns what it holds; an object dies the moment its count reaches zero.
//
// Answers to CPython 3.12: Include/object.h, Objects/object.c (counts, immortality, the trashcan).
// Absent: basicsize and memory layout of C structs (`sys.getsizeof` answers from a table).

import type { Pending } from './suspend.ts';

/** A result that may be missing: null means that an error is set or that something is pending (tstate). */
export type Res = Obj | null;

/** Counts at or above this belong to immortal objects; `sys.getrefcount` shows them as 4294967295. */
export const IMMORTAL = 0x1fffffff;
const IMMORTAL_MIN = 0x0fffffff;

export class Obj<V = unknown> {
  /** Number of references held. */
  rc: number;
  type: PyType;
  /** The payload: what the object is, in the form its type's file describes. */
  v: V;
  /** Second payload: the `__dict__` of an instance (a dict object or null); of a str, its cached hash. */
  x: unknown;
  /** Place in the collector's list plus one; 0: not tracked. Negative values belong to the collector. */
  gc: number;
  /** Address, given out when somebody looks; 0: nobody has. */
  id: number;

  constructor(type: PyType, v: V) {
    this.rc = 1;
    this.type = type;
    this.v = v;
    this.x = null;
    this.gc = 0;
    this.id = 0;
  }
}

// --- slots: CPython's function pointers, with suspension in their results (see suspend.ts) -------------

export type unaryfunc = (o: Obj) => Res;
export type binaryfunc = (a: Obj, b: Obj) => Res;
export type ternaryfunc = (a: Obj, b: Obj, c: Obj) => Res;
/** 0, 1, or -1: error or pending. A pending result is settled to True or False (or an int for lengths). */
export type inquiry = (o: Obj) => number;
export type lenfunc = (o: Obj) => number;
/** The low 32 bits of the hash as an int32 (the high ones in `tstate.hashHi`); NaN: error or pending. */
export type hashfunc = (o: Obj) => number;
export type richcmpfunc = (a: Obj, b: Obj, op: number) => Res;
export type getattrofunc = (o: Obj, name: Obj) => Res;
/** Sets (or with value null deletes). Returns None, or null: error or pending. */
export type setattrofunc = (o: Obj, name: Obj, value: Obj | null) => Res;
export type descrgetfunc = (descr: Obj, obj: Obj | null, type: Obj | null) => Res;
export type descrsetfunc = (descr: Obj, obj: Obj, value: Obj | null) => Res;
/** Positional arguments, then the values of `kwnames` (interned str objects). Arguments are borrowed. */
export type callfunc = (callable: Obj, args: Obj[], kwnames: Obj[] | null) => Res;
export type newfunc = (type: Obj<PyType>, args: Obj[], kwnames: Obj[] | null) => Res;
/** Returns None, or null: error or pending. */
export type initfunc = (self: Obj, args: Obj[], kwnames: Obj[] | null) => Res;
export type visitproc = (o: Obj) => void;
export type traverseproc = (o: Obj, visit: visitproc) => void;
/** Drops what the object holds; called when its count reached zero, and by the collector to break cycles. */
export type clearproc = (o: Obj) => void;
/** `obj[key] = value`, or with value null `del obj[key]`. Returns None, or null. */
export type objobjargproc = (o: Obj, key: Obj, value: Obj | null) => Res;

/** Type flags, with CPython's bits (Include/object.h). */
export const TPFLAGS = {
  DISALLOW_INSTANTIATION: 1 << 7,
  IMMUTABLETYPE: 1 << 8,
  HEAPTYPE: 1 << 9,
  BASETYPE: 1 << 10,
  HAVE_GC: 1 << 14,
  IS_ABSTRACT: 1 << 20,
  LONG_SUBCLASS: 1 << 24,
  LIST_SUBCLASS: 1 << 25,
  TUPLE_SUBCLASS: 1 << 26,
  BYTES_SUBCLASS: 1 << 27,
  UNICODE_SUBCLASS: 1 << 28,
  DICT_SUBCLASS: 1 << 29,
  BASE_EXC_SUBCLASS: 1 << 30,
  TYPE_SUBCLASS: 1 << 31,
} as const;

/** The number slots, by the special method each answers to. */
export interface NumberSlots {
  nb_add: binaryfunc | null;
  nb_subtract: binaryfunc | null;
  nb_multiply: binaryfunc | null;
  nb_remainder: binaryfunc | null;
  nb_divmod: binaryfunc | null;
  nb_power: ternaryfunc | null;
  nb_negative: unaryfunc | null;
  nb_positive: unaryfunc | null;
  nb_absolute: unaryfunc | null;
  nb_bool: inquiry | null;
  nb_invert: unaryfunc | null;
  nb_lshift: binaryfunc | null;
  nb_rshift: binaryfunc | null;
  nb_and: binaryfunc | null;
  nb_xor: binaryfunc | null;
  nb_or: binaryfunc | null;
  nb_int: unaryfunc | null;
  nb_float: unaryfunc | null;
  nb_inplace_add: binaryfunc | null;
  nb_inplace_subtract: binaryfunc | null;
  nb_inplace_multiply: binaryfunc | null;
  nb_inplace_remainder: binaryfunc | null;
  nb_inplace_power: ternaryfunc | null;
  nb_inplace_lshift: binaryfunc | null;
  nb_inplace_rshift: binaryfunc | null;
  nb_inplace_and: binaryfunc | null;
  nb_inplace_xor: binaryfunc | null;
  nb_inplace_or: binaryfunc | null;
  nb_floor_divide: binaryfunc | null;
  nb_true_divide: binaryfunc | null;
  nb_inplace_floor_divide: binaryfunc | null;
  nb_inplace_true_divide: binaryfunc | null;
  nb_index: unaryfunc | null;
  nb_matrix_multiply: binaryfunc | null;
  nb_inplace_matrix_multiply: binaryfunc | null;
}

/**
 * The payload of a type object, and what every object's `type` points at: name, bases, attributes, slots.
 * A slot that is null is absent. `inherit_slots` (objects/typeobject.ts) copies them down the MRO.
 */
export class PyType implements NumberSlots {
  /** The Python object that is this type; `self.v === this`. */
  self: Obj<PyType>;
  name: string;
  qualname: string;
  flags: number;
  base: PyType | null = null;
  bases: PyType[] = [];
  mro: PyType[] = [];
  /** Attributes: a dict object (objects/dictobject.ts). Set by type_ready or type_new. */
  dict: Obj | null = null;
  /** Direct subclasses, for `__subclasses__` and for invalidating caches. */
  subclasses = new Set<PyType>();
  /** Changes whenever an attribute of the type or of a base changes; inline caches compare it. */
  version = 0;
  /** What was looked up along the MRO while the version was the same (objects/typecore.ts lookup). */
  lookups: Map<Obj, Obj | undefined> | null = null;
  doc: string | null = null;
  /** Instances have a `__dict__` (kept in `x`). */
  hasDict = false;
  /**
   * Instances keep their attributes as CPython's inline values: the dict in `x` is theirs alone, and not tracked, until
   * somebody asks for `__dict__`.
   */
  inlineDict = false;
  /** The attributes its instances have had (objects/dictcore.ts SharedKeys); null: none yet. */
  sharedKeys: object | null = null;
  /** The `__getitem__` that BINARY_SUBSCR_GETITEM calls (vm/specialize.ts); null: none. */
  getItemGuard: object | null = null;
  /** The `__init__` that making an instance calls (vm/attributes.ts); null: nobody has looked. */
  initGuard: object | null = null;
  /** Instances can be referenced weakly. */
  hasWeakrefs = false;
  /** Calls of an attribute found on the type may pass the instance first (Py_TPFLAGS_METHOD_DESCRIPTOR). */
  isMethodDescriptor = false;
  /** Names of `__slots__` members in the order of their cells in the instance; null: none. */
  slotNames: string[] | null = null;
  /** Those members are the payload; else it belongs to a built-in base, and they stand beside the object. */
  slotsInPayload = false;
  /** The static type whose payload layout instances share ("solid base" in typeobject.c). */
  solid: PyType | null = null;
  /** What `sys.getsizeof` answers for an instance (bytes on 64-bit), with the collector's header left out. */
  basicsize = 16;
  itemsize = 0;

  tp_dealloc: clearproc | null = null;
  tp_traverse: traverseproc | null = null;
  tp_clear: clearproc | null = null;
  tp_repr: unaryfunc | null = null;
  tp_str: unaryfunc | null = null;
  tp_hash: hashfunc | null = null;
  tp_call: callfunc | null = null;
  tp_getattro: getattrofunc | null = null;
  tp_setattro: setattrofunc | null = null;
  tp_richcompare: richcmpfunc | null = null;
  tp_iter: unaryfunc | null = null;
  /** Next item; null with no error set and nothing pending: exhausted. */
  tp_iternext: unaryfunc | null = null;
  tp_descr_get: descrgetfunc | null = null;
  tp_descr_set: descrsetfunc | null = null;
  tp_init: initfunc | null = null;
  tp_new: newfunc | null = null;
  /** `__del__`: run once, before the object goes; see runtime/finalize. */
  tp_finalize: unaryfunc | null = null;

  sq_length: lenfunc | null = null;
  sq_concat: binaryfunc | null = null;
  sq_repeat: ((o: Obj, n: number) => Res) | null = null;
  sq_item: ((o: Obj, i: number) => Res) | null = null;
  sq_ass_item: ((o: Obj, i: number, v: Obj | null) => Res) | null = null;
  /** True or False object, or null. */
  sq_contains: binaryfunc | null = null;
  sq_inplace_concat: binaryfunc | null = null;
  sq_inplace_repeat: ((o: Obj, n: number) => Res) | null = null;
  mp_length: lenfunc | null = null;
  mp_subscript: binaryfunc | null = null;
  mp_ass_subscript: objobjargproc | null = null;
  am_await: unaryfunc | null = null;
  am_aiter: unaryfunc | null = null;
  am_anext: unaryfunc | null = null;

  nb_add: binaryfunc | null = null;
  nb_subtract: binaryfunc | null = null;
  nb_multiply: binaryfunc | null = null;
  nb_remainder: binaryfunc | null = null;
  nb_divmod: binaryfunc | null = null;
  nb_power: ternaryfunc | null = null;
  nb_negative: unaryfunc | null = null;
  nb_positive: unaryfunc | null = null;
  nb_absolute: unaryfunc | null = null;
  nb_bool: inquiry | null = null;
  nb_invert: unaryfunc | null = null;
  nb_lshift: binaryfunc | null = null;
  nb_rshift: binaryfunc | null = null;
  nb_and: binaryfunc | null = null;
  nb_xor: binaryfunc | null = null;
  nb_or: binaryfunc | null = null;
  nb_int: unaryfunc | null = null;
  nb_float: unaryfunc | null = null;
  nb_inplace_add: binaryfunc | null = null;
  nb_inplace_subtract: binaryfunc | null = null;
  nb_inplace_multiply: binaryfunc | null = null;
  nb_inplace_remainder: binaryfunc | null = null;
  nb_inplace_power: ternaryfunc | null = null;
  nb_inplace_lshift: binaryfunc | null = null;
  nb_inplace_rshift: binaryfunc | null = null;
  nb_inplace_and: binaryfunc | null = null;
  nb_inplace_xor: binaryfunc | null = null;
  nb_inplace_or: binaryfunc | null = null;
  nb_floor_divide: binaryfunc | null = null;
  nb_true_divide: binaryfunc | null = null;
  nb_inplace_floor_divide: binaryfunc | null = null;
  nb_inplace_true_divide: binaryfunc | null = null;
  nb_index: unaryfunc | null = null;
  nb_matrix_multiply: binaryfunc | null = null;
  nb_inplace_matrix_multiply: binaryfunc | null = null;

  /** `metatype` is null only for `type` itself, which is its own. */
  constructor(name: string, flags: number, metatype: PyType | null) {
    this.name = name;
    this.qualname = name;
    this.flags = flags;
    this.self = new Obj<PyType>(metatype ?? this, this);
    this.solid = null;
  }
}

/** The type of types. Its attributes and slots are filled in by objects/typeobject.ts. */
export const typeType = new PyType('type', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC | TPFLAGS.TYPE_SUBCLASS, null);
/** The root of all types. */
export const objectType = new PyType('object', TPFLAGS.BASETYPE, typeType);

/**
 * The state of the thread that holds the GIL, as far as natives need it.
 * CPython 3.12: Include/cpython/pystate.h, struct _ts.
 */
export const tstate: {
  /** The raised exception (an owned reference), while an error is on its way up. */
  exc: Obj | null;
  /** What the VM must run before the native that returned null has its result. */
  pending: Pending | null;
  /** High 32 bits (int32) of the last hash computed by a tp_hash slot. */
  hashHi: number;
  /** What a generator returned, when resuming it ended it (owned). */
  retval: Obj | null;
  /** Something to do at the next instruction boundary: finalizers, weak-reference callbacks, a collection, signals. */
  todo: number;
} = { exc: null, pending: null, hashHi: 0, retval: null, todo: 0 };

export const TODO_FINALIZERS = 1;
export const TODO_GC = 2;
export const TODO_SIGNALS = 4;
/** Natives have done much in one go: the scheduler is to look up, and to see how much memory is held. */
export const TODO_LOOK = 8;

/** Items and characters handled in one go until the scheduler looks up. */
const MUCH = 1 << 23;
let handled = 0;

/** A native has handled so many items or characters at once. */
export function worked(n: number): void {
  if (n < 4096) return;
  handled += n;
  if (handled < MUCH) return;
  handled = 0;
  tstate.todo |= TODO_LOOK;
}

export function incref(o: Obj): void {
  o.rc++;
}

/** A new reference to `o`: `return ref(o)` where C would write Py_NewRef. */
export function ref<T extends Obj>(o: T): T {
  o.rc++;
  return o;
}

export function decref(o: Obj): void {
  if (--o.rc === 0) dealloc(o);
}

export function xdecref(o: Obj | null | undefined): void {
  if (o != null && --o.rc === 0) dealloc(o);
}

export function decrefAll(objects: readonly Obj[]): void {
  for (let i = 0; i < objects.length; i++) {
    const o = objects[i]!;
    if (--o.rc === 0) dealloc(o);
  }
}

export function isImmortal(o: Obj): boolean {
  return o.rc >= IMMORTAL_MIN;
}

/** Makes a static object immortal: None, True, small ints, builtin types, interned strings of the runtime. */
export function immortal<T extends Obj>(o: T): T {
  o.rc = IMMORTAL;
  return o;
}

/** Hooks that parts further right put in: the collector's untracking, finalizers, weak references, addresses. */
export const deallocHooks: {
  /** An object with `__del__` reached zero: true if it must not be freed now. */
  finalize: (o: Obj) => boolean;
  clearWeakrefs: (o: Obj) => void;
  untrack: (o: Obj) => void;
  freeAddress: (o: Obj) => void;
} = {
  finalize: () => false,
  clearWeakrefs: () => {},
  untrack: () => {},
  freeAddress: () => {},
};

// The trashcan: a chain of a million nodes must not recurse a million deep when its head goes.
let depth = 0;
const trash: Obj[] = [];
const TRASHCAN_DEPTH = 40;

/**
 * Ends an object whose count has reached zero.
 * CPython 3.12: Objects/object.c _Py_Dealloc, Objects/typeobject.c subtype_dealloc
 */
export function dealloc(o: Obj): void {
  if (depth > TRASHCAN_DEPTH) {
    trash.push(o);
    return;
  }
  depth++;
  free(o);
  if (--depth === 0) {
    while (trash.length > 0) {
      const next = trash.pop()!;
      depth = 1;
      free(next);
      depth = 0;
    }
  }
}

/** After a JavaScript exception unwound through dealloc: forget how deep it was. */
export function resetTrash(): void {
  depth = 0;
}

function free(o: Obj): void {
  const type = o.type;
  if (type.tp_finalize !== null && deallocHooks.finalize(o)) return;
  if (type.hasWeakrefs) deallocHooks.clearWeakrefs(o);
  if (o.id !== 0) deallocHooks.freeAddress(o);
  if (o.gc !== 0) deallocHooks.untrack(o);
  if (type.tp_dealloc !== null) type.tp_dealloc(o);
  if ((type.flags & TPFLAGS.HEAPTYPE) !== 0) {
    const dict = o.x;
    if (type.hasDict && dict !== null) {
      o.x = null;
      const d = dict as Obj;
      if (--d.rc === 0) dealloc(d);
    }
    const t: Obj = type.self;
    if (--t.rc === 0) dealloc(t);
  }
}
