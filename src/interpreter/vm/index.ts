// Makes the virtual machine ready: slots of code, function and frame, and the instructions outside the loop.

import { newBytes } from '../objects/bytescore.ts';
import { newComplex } from '../objects/complexobject.ts';
import { highOf, hashKey, newFrozenSet, setInsert } from '../objects/setcore.ts';
import { newFloat } from '../objects/floatcore.ts';
import { getStr } from '../objects/dictcore.ts';
import { callFrameHooks } from '../objects/hooks.ts';
import { initCalls } from './call.ts';
import { constMakers, initCodeSlots } from './coderuntime.ts';
import { initFrames } from './frameobject.ts';
import { initBuildOps } from './op_build.ts';
import { initExceptionOps } from './op_exceptions.ts';
import { initNameOps } from './op_names.ts';
import { currentFrame } from './thread.ts';

export function initVm(): void {
  constMakers.float = newFloat;
  constMakers.complex = newComplex;
  constMakers.bytes = newBytes;
  constMakers.frozenset = (items) => {
    const set = newFrozenSet();
    for (const o of items) {
      const lo = hashKey(o);
      setInsert(set.v, o, lo, highOf());
    }
    return set;
  };
  initCodeSlots();
  initCalls();
  initFrames();
  initBuildOps();
  initExceptionOps();
  initNameOps();
  callFrameHooks.currentGlobal = (name) => {
    const frame = currentFrame();
    return frame === null ? null : (getStr(frame.globals, name) ?? null);
  };
}
