// Generators and the loop: making one of a frame, resuming it, ending it.
//
// Answers to CPython 3.12: Python/bytecodes.c (RETURN_GENERATOR, YIELD_VALUE, SEND), Objects/genobject.c.

import { addr2line, CO_ASYNC_GENERATOR, CO_COROUTINE } from '../code/codeobject.ts';
import { OP } from '../code/opcodes.ts';
import type { Obj } from '../memory/object.ts';
import { excState } from '../objects/exceptions.ts';
import {
  asyncHooks,
  coroutineType,
  GEN_RUNNING,
  type Generator_,
  type GenFrame,
  generatorType,
  newGenerator,
} from '../objects/genobject.ts';
import { newInt } from '../objects/longcore.ts';
import { newTuple } from '../objects/seqcore.ts';
import { newStr } from '../objects/strcore.ts';
import { type AnyFrame, CONT, clearFrame, type Frame, traverseFrame } from './frame.ts';
import { frameLine, frameObject, leaveFrame } from './frameobject.ts';
import type { Thread } from './thread.ts';
import { watchHook } from './watchhook.ts';

/** A frame kept by its generator. */
export class SuspendedFrame implements GenFrame {
  readonly frame: Frame;
  constructor(frame: Frame) {
    this.frame = frame;
  }
  yieldFrom(): Obj | null {
    const f = this.frame;
    const at = f.at + 1;
    const w = f.rt.plain[at] ?? 0;
    return (w & 255) === OP.RESUME && w >>> 8 >= 2 ? f.slots[f.sp - 1]! : null;
  }
  traverse(visit: (o: Obj) => void): void {
    traverseFrame(this.frame, visit);
    if (this.frame.object !== null) visit(this.frame.object);
  }
  clear(): void {
    this.frame.generator = null;
    if (this.frame.object !== null) leaveFrame(this.frame);
    else clearFrame(this.frame);
  }
  lineno(): number {
    return addr2line(this.frame.rt.co, Math.max(0, this.frame.lasti));
  }
  frameObject(): Obj {
    return frameObject(this.frame);
  }
}

/** The generator, coroutine or asynchronous generator of a frame that has just begun. */
export function makeGenerator(frame: Frame): Obj {
  const func = frame.func!.v;
  const flags = frame.rt.co.flags;
  const type =
    (flags & CO_COROUTINE) !== 0
      ? coroutineType
      : (flags & CO_ASYNC_GENERATOR) !== 0
        ? asyncHooks.generatorType!
        : generatorType;
  const gen = newGenerator(type, new SuspendedFrame(frame), func.name, func.qualname, frame.code);
  if (type === coroutineType && originTracking.depth > 0) gen.v.originOrFinalizer = originOf(frame.back);
  frame.generator = gen;
  return gen;
}

/** How many frames a coroutine remembers of where it was made; sys.set_coroutine_origin_tracking_depth. */
export const originTracking = { depth: 0 };

/** (filename, line, function) of the frames that made a coroutine. CPython 3.12: compute_cr_origin */
function originOf(back: AnyFrame | null): Obj {
  const entries: Obj[] = [];
  let f: AnyFrame | null = back;
  while (f !== null && entries.length < originTracking.depth) {
    if (!f.native) {
      const { co } = f.rt;
      entries.push(newTuple([newStr(co.filename), newInt(frameLine(f)), newStr(co.name)]));
    }
    f = f.back;
  }
  return newTuple(entries);
}

/**
 * Puts a generator's frame on top of `back`, with `value` (owned) as what its `yield` answers (null: an error will be
 * raised in it). The generator is kept alive while it runs.
 */
export function resumeFrame(thread: Thread, back: Frame | null, gen: Obj, value: Obj | null): Frame {
  const g = (gen as Generator_).v;
  const frame = (g.frame as SuspendedFrame).frame;
  gen.rc++;
  g.state = GEN_RUNNING;
  g.exc.previous = excState.item;
  excState.item = g.exc;
  frame.back = back ?? thread.top;
  thread.depth++;
  thread.top = frame;
  if (value !== null) frame.slots[frame.sp++] = value;
  if (watchHook.active !== frame.watched) setWatched(frame, watchHook.active);
  return frame;
}

/** Changes which stream a frame runs. */
export function setWatched(frame: Frame, watched: boolean): void {
  if (frame.watched === watched) return;
  frame.pc = watched ? frame.pc * 2 : frame.pc >> 1;
  // For `not in` it is no position.
  const jumps =
    frame.cont === CONT.FOR_ITER ||
    frame.cont === CONT.SEND ||
    frame.cont === CONT.JUMP_IF_FALSE ||
    frame.cont === CONT.JUMP_IF_TRUE;
  if (jumps) frame.contArg = watched ? frame.contArg * 2 : frame.contArg >> 1;
  frame.watched = watched;
}
