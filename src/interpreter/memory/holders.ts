// References that modules keep outside Python objects, in state of their own.
//
// The audit must know them all, and a new run must begin without those of the last one.

import type { Obj } from './object.ts';

const holders: { held: () => Iterable<Obj>; forget: () => void }[] = [];

/** Names what a module's own state holds, whenever asked, and how it is forgotten before a run. */
export function holdsOutside(held: () => Iterable<Obj>, forget: () => void): void {
  holders.push({ held, forget });
}

/** Every reference held outside Python objects, each as often as it is held. */
export function* heldOutside(): Iterable<Obj> {
  for (const h of holders) yield* h.held();
}

/** A new run begins: what the last one held is gone with it. */
export function forgetOutside(): void {
  for (const h of holders) h.forget();
}
