// Makes the virtual machine ready: slots of code, function and frame, and the instructions outside the loop.

import { CO_FAST_CELL } from '../code/codeobject.ts';
import { INTRINSIC_PREP_RERAISE_STAR } from '../code/opcodes.ts';
import { decref, type Obj, PyType } from '../memory/object.ts';
import { suspend } from '../memory/suspend.ts';
import { newBytes } from '../objects/bytescore.ts';
import { newComplex } from '../objects/complexobject.ts';
import { getStr } from '../objects/dictcore.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { exceptionGroupType, prepReraiseStarG } from '../objects/excgroup.ts';
import { newFloat } from '../objects/floatcore.ts';
import { type Cell, cellType } from '../objects/funcobject.ts';
import { callFrameHooks, runningHooks } from '../objects/hooks.ts';
import type { List } from '../objects/seqcore.ts';
import { hashKey, highOf, newFrozenSet, setInsert } from '../objects/setcore.ts';
import { initCalls } from './call.ts';
import { initCodeAttributes } from './codeattrs.ts';
import { constMakers, initCodeSlots } from './coderuntime.ts';
import { initFrames } from './frameobject.ts';
import { initBuildOps } from './op_build.ts';
import { groupTypes, initExceptionOps } from './op_exceptions.ts';
import { initNameOps } from './op_names.ts';
import { currentFrame } from './thread.ts';
import { vmHooks } from './vmhooks.ts';

export function initVm(): void {
  constMakers.float = newFloat;
  constMakers.complex = newComplex;
  constMakers.bytes = newBytes;
  constMakers.frozenset = (items) => {
    // The compiler makes the set anew from the order in which the first one is walked. CPython 3.12: merge_consts_recursive
    const first = newFrozenSet();
    for (const o of items) setInsert(first.v, o, hashKey(o), highOf());
    const set = newFrozenSet();
    for (const o of first.v.keys) {
      if (o == null) continue;
      o.rc++;
      setInsert(set.v, o, hashKey(o), highOf());
    }
    decref(first);
    return set;
  };
  initCodeSlots();
  initCodeAttributes();
  initCalls();
  initFrames();
  initBuildOps();
  initExceptionOps();
  initNameOps();
  groupTypes.exceptionGroup = exceptionGroupType;
  vmHooks.intrinsic2 = (which, a, b) => {
    if (which === INTRINSIC_PREP_RERAISE_STAR) return suspend(prepReraiseStarG(a, b as List), [a, b]);
    return raise(PyExc.NotImplementedError, 'type parameters (PEP 695) are not supported yet');
  };
  vmHooks.intrinsicType = () =>
    raise(PyExc.NotImplementedError, 'type parameters (PEP 695) are not supported yet');
  runningHooks.currentSuper = currentSuper;
  callFrameHooks.currentGlobal = (name) => {
    const frame = currentFrame();
    return frame === null ? null : (getStr(frame.globals, name) ?? null);
  };
}

/** The class and the first argument of the running function. CPython 3.12: Objects/typeobject.c super_init_without_args */
function currentSuper(): { cls: Obj; self: Obj } | string {
  const frame = currentFrame();
  if (frame === null) return 'super(): no current frame';
  const rt = frame.rt;
  if (rt.co.argcount === 0) return 'super(): no arguments';
  let self = frame.slots[0] ?? null;
  if (self !== null && (rt.co.localspluskinds[0]! & CO_FAST_CELL) !== 0 && self.type === cellType)
    self = (self as Cell).v.value;
  if (self === null) return 'super(): arg[0] deleted';
  for (let i = rt.nlocalsplus - rt.co.nfreevars; i < rt.nlocalsplus; i++) {
    if (rt.co.localsplusnames[i] !== '__class__') continue;
    const cell = frame.slots[i] as Cell | null;
    if (cell === null || cell.type !== cellType) return 'super(): bad __class__ cell';
    const cls = cell.v.value;
    if (cls === null) return 'super(): empty __class__ cell';
    if (!(cls.v instanceof PyType)) return `super(): __class__ is not a type (${cls.type.name})`;
    return { cls, self };
  }
  return 'super(): __class__ cell not found';
}
