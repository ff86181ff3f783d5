// Inline caches of attribute access.
//
// What a look-up found stays valid as long as the type's version is the same, so the second time the instruction
// runs it need not walk the MRO. CPython keeps the same facts in the cache units behind LOAD_ATTR and STORE_ATTR.
//
// Answers to CPython 3.12: Python/specialize.c (LOAD_ATTR and STORE_ATTR families).

import type { Obj, PyType, Res } from '../memory/object.ts';
import { decref } from '../memory/object.ts';
import { type DictObj, findStr, insertNew } from '../objects/dictcore.ts';
import { ensureDict, genericGetAttr, genericSetAttr, getAttr, setAttr } from '../objects/object.ts';
import { none } from '../objects/singletons.ts';
import { type Str, strHash } from '../objects/strcore.ts';
import { lookup } from '../objects/typecore.ts';

const INSTANCE = 0;
const METHOD = 1;
const DATA = 2;
const NONDATA = 3;

class Hint {
  readonly type: PyType;
  readonly version: number;
  readonly kind: number;
  readonly descr: Obj | null;
  /** Where the name stood in the last instance's dict. */
  at = 0;
  constructor(type: PyType, version: number, kind: number, descr: Obj | null) {
    this.type = type;
    this.version = version;
    this.kind = kind;
    this.descr = descr;
  }
}

function makeHint(type: PyType, name: Str): Hint | null {
  const descr = lookup(type, name);
  if (type.version === 0) return null;
  if (descr === undefined) return new Hint(type, type.version, INSTANCE, null);
  if (descr.type.tp_descr_set !== null && descr.type.tp_descr_get !== null) {
    return new Hint(type, type.version, DATA, descr);
  }
  if (descr.type.isMethodDescriptor) return new Hint(type, type.version, METHOD, descr);
  return new Hint(type, type.version, NONDATA, descr);
}

/** `owner.name` (new reference), or null. */
export function loadAttr(owner: Obj, name: Str, cache: unknown[], at: number): Res {
  const type = owner.type;
  if (type.tp_getattro !== genericGetAttr) return getAttr(owner, name);
  let hint = cache[at] as Hint | null;
  if (hint === null || hint.type !== type || hint.version !== type.version) {
    hint = makeHint(type, name);
    if (hint === null) return getAttr(owner, name);
    cache[at] = hint;
  }
  if (hint.kind === DATA) return hint.descr!.type.tp_descr_get!(hint.descr!, owner, type.self);
  if (type.hasDict) {
    const dict = owner.x as DictObj | null;
    if (dict !== null) {
      const d = dict.v;
      if (d.keys[hint.at] === name) {
        const v = d.values[hint.at]!;
        v.rc++;
        return v;
      }
      const i = findStr(d, name, strHash(name));
      if (i >= 0) {
        hint.at = i;
        const v = d.values[i]!;
        v.rc++;
        return v;
      }
    }
  }
  return genericGetAttr(owner, name);
}

/** The function of a method call without making a bound method (borrowed); null: load the attribute in full. */
export function loadMethod(owner: Obj, name: Str, cache: unknown[], at: number): Obj | null {
  const type = owner.type;
  if (type.tp_getattro !== genericGetAttr) return null;
  let hint = cache[at] as Hint | null;
  if (hint === null || hint.type !== type || hint.version !== type.version) {
    hint = makeHint(type, name);
    if (hint === null) return null;
    cache[at] = hint;
  }
  if (hint.kind !== METHOD) return null;
  if (type.hasDict) {
    const dict = owner.x as DictObj | null;
    if (dict !== null && findStr(dict.v, name, strHash(name)) !== -1) return null;
  }
  return hint.descr;
}

/** `owner.name = value`; None, or null. */
export function storeAttr(owner: Obj, name: Str, value: Obj, cache: unknown[], at: number): Res {
  const type = owner.type;
  if (type.tp_setattro !== genericSetAttr || !type.hasDict) return setAttr(owner, name, value);
  let hint = cache[at] as Hint | null;
  if (hint === null || hint.type !== type || hint.version !== type.version) {
    hint = makeHint(type, name);
    if (hint === null) return setAttr(owner, name, value);
    cache[at] = hint;
  }
  if (hint.kind === DATA || (hint.descr !== null && hint.descr.type.tp_descr_set !== null)) {
    return setAttr(owner, name, value);
  }
  const d = ensureDict(owner).v;
  value.rc++;
  if (d.keys[hint.at] === name) {
    const old = d.values[hint.at]!;
    d.values[hint.at] = value;
    decref(old);
    return none();
  }
  const hash = strHash(name);
  const i = findStr(d, name, hash);
  if (i >= 0) {
    hint.at = i;
    const old = d.values[i]!;
    d.values[i] = value;
    decref(old);
  } else {
    name.rc++;
    hint.at = d.keys.length;
    insertNew(d, name, hash, value);
    if (d.keys[hint.at] !== name) hint.at = d.keys.length - 1;
  }
  return none();
}
