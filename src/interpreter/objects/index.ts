// Makes all built-in types ready, in the order in which they need each other.
//
// Answers to CPython 3.12: Objects/object.c _PyTypes_InitTypes.

import { freeAddress } from '../memory/address.ts';
import { gcUntrack } from '../memory/gc.ts';
import { deallocHooks, objectType, typeType } from '../memory/object.ts';
import { uninterned } from './strcore.ts';
import { initTypeSlots } from './typeobject.ts';

let done = false;

/** Idempotent; called once by the interpreter before anything runs. */
export function initObjects(): void {
  if (done) return;
  done = true;
  deallocHooks.untrack = (o) => (o.gc > 0 ? gcUntrack(o) : uninterned(o));
  deallocHooks.freeAddress = freeAddress;
  initTypeSlots();
  void [objectType, typeType];
}
