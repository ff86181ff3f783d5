// Monitoring (PEP 669): tools register callbacks for events, and the events come from the watched stream.
//
// CPython rewrites a code object's instructions into INSTRUMENTED_* forms while a tool listens. Here every frame runs the
// watched stream meanwhile, in which each instruction is announced. Which instructions are events stands in codeevents.ts,
// what callbacks and such instructions do in instrumented.ts. A callback is a native put on top of the frame; when it has
// run, the frame goes on with the instruction. Nobody listening costs nothing: this part is fetched with the first tool.
//
// Answers to CPython 3.12: Python/instrumentation.c, Python/ceval.c (monitor_*).
// Absent: that a warm FOR_ITER over a generator is specialised; exhausted generators in `for` loops are told from the
// first time on.

import { OP } from '../code/opcodes.ts';
import { holdsOutside } from '../memory/holders.ts';
import { decref, tstate, xdecref } from '../memory/object.ts';
import { type Gen, NativeRequest } from '../memory/suspend.ts';
import { fetch } from '../objects/errors.ts';
import type { Exc } from '../objects/exceptions.ts';
import { coroutineType, generatorType } from '../objects/genobject.ts';
import { newInt } from '../objects/longcore.ts';
import { none } from '../objects/singletons.ts';
import { type AnyFrame, CONT, type Frame, NativeFrame } from '../vm/frame.ts';
import { tracebackHere } from '../vm/frameobject.ts';
import { setWatched } from '../vm/generators.ts';
import { pushNative } from '../vm/run.ts';
import { current, type Thread } from '../vm/thread.ts';
import { watchHook } from '../vm/watchhook.ts';
import {
  type CodeEvents,
  EVENT,
  eventsOfCode,
  forgetCodes,
  isObj,
  LOCAL_EVENTS,
  monitors,
  moveTo,
  type Place,
  resetCallbacks,
  standAt,
  trackOf,
  UNGROUPED_EVENTS,
} from './codeevents.ts';
import { fireG, ownG, willing } from './instrumented.ts';
import { scheduling } from './threads.ts';

holdsOutside(
  function* () {
    for (const n of monitors.names) if (n !== null) yield n;
    for (const row of monitors.callbacks) for (const c of row) if (isObj(c)) yield c;
    yield* monitors.local.values();
  },
  () => {
    monitors.names.fill(null);
    resetCallbacks();
    monitors.tools.fill(0);
    monitors.local.clear();
    monitors.version = monitors.restarted = 0;
    forgetCodes();
    if (monitors.on) switchOff();
    monitors.on = false;
  },
);

// --- before an instruction ------------------------------------------------------------------------------------

/** Iterators that end without StopIteration and run no Python code. */
const QUIET_ITERATORS = new Set([
  'list_iterator',
  'list_reverseiterator',
  'tuple_iterator',
  'range_iterator',
  'longrange_iterator',
  'str_iterator',
  'str_ascii_iterator',
  'bytes_iterator',
  'dict_keyiterator',
  'dict_valueiterator',
  'dict_itemiterator',
  'set_iterator',
]);

/** Every instruction of the watched stream comes by here; true: callbacks are to run first. */
function announce(frame: Frame): boolean {
  const thread = current.thread;
  const k = frame.pc >> 1;
  const track = trackOf(frame);
  if (k === 0) {
    track.prev = -1;
    track.inlined = false;
    const { back } = frame;
    if (back !== null && !back.native) {
      const below = trackOf(back);
      below.inlined = below.prev >= 0 && eventsOfCode(back.rt.co).ops[below.prev] === OP.CALL;
    }
  }
  const { prev, inlined } = track;
  track.prev = k;
  track.inlined = false;
  if (thread.tracing > 0) return false;
  const code = eventsOfCode(frame.rt.co);
  if (code.version !== monitors.version) code.refresh();
  const kinds = code.kinds[k]!;
  const op = code.ops[k]!;
  let doing = kinds & code.mask;
  if (op === OP.FOR_ITER || op === OP.SEND) {
    if (monitors.tools[EVENT.RAISE] !== 0) doing |= 1 << EVENT.RAISE;
  }
  if (doing === 0) return false;
  let line = 0;
  if ((doing & (1 << EVENT.LINE)) !== 0) {
    const before = inlined || prev < 0 ? -1 : code.lines[prev]!;
    if (before !== code.lines[k] || code.ops[prev] === OP.RESUME)
      line = willing(thread, frame, EVENT.LINE, code.tools(EVENT.LINE, k));
  }
  let instruction = 0;
  if ((doing & (1 << EVENT.INSTRUCTION)) !== 0)
    instruction = willing(thread, frame, EVENT.INSTRUCTION, code.tools(EVENT.INSTRUCTION, k));
  const own = doing & ~((1 << EVENT.LINE) | (1 << EVENT.INSTRUCTION));
  const wanted = own !== 0 && wantsOwn(thread, frame, code, k, op, own);
  if (line === 0 && instruction === 0 && !wanted) return false;
  tstate.pending = new NativeRequest(
    eventsG({ thread, frame, at: k, target: k }, code, line, instruction, wanted ? own : 0),
    [],
    null,
  );
  return true;
}

/** Whether the event that an instruction itself is finds a listener. */
function wantsOwn(
  thread: Thread,
  frame: Frame,
  code: CodeEvents,
  k: number,
  op: number,
  own: number,
): boolean {
  const asks = (event: number): boolean =>
    (own & (1 << event)) !== 0 && willing(thread, frame, event, code.tools(event, k)) !== 0;
  if (op === OP.FOR_ITER) {
    if (asks(EVENT.BRANCH)) return true;
    const it = frame.slots[frame.sp - 1]!;
    return !QUIET_ITERATORS.has(it.type.name) && (asks(EVENT.RAISE) || asks(EVENT.STOP_ITERATION));
  }
  if (op === OP.SEND) {
    const { type } = frame.slots[frame.sp - 2]!;
    return type !== generatorType && type !== coroutineType && asks(EVENT.RAISE);
  }
  if (op === OP.END_SEND) {
    const { type } = frame.slots[frame.sp - 2]!;
    return (type === generatorType || type === coroutineType) && asks(EVENT.STOP_ITERATION);
  }
  for (let e = 0; e < LOCAL_EVENTS; e++) if (asks(e)) return true;
  return false;
}

/** Everything that comes before an instruction, and for some the instruction itself. */
function* eventsG(place: Place, code: CodeEvents, line: number, instruction: number, own: number): Gen {
  const { frame, at } = place;
  const track = trackOf(frame);
  let ok = line === 0 || (yield* fireG(place, code, EVENT.LINE));
  if (ok && instruction !== 0 && track.jumped < 0) ok = yield* fireG(place, code, EVENT.INSTRUCTION);
  if (!ok) standAt(frame, at);
  else if (own !== 0 && track.jumped < 0) ok = yield* ownG(place, code, own);
  frame.cont = CONT.DROP;
  if (!ok) return null;
  if (track.jumped >= 0) {
    moveTo(frame, track.jumped);
    track.jumped = -1;
  }
  return none();
}

// --- exceptions -----------------------------------------------------------------------------------------------

/** An exception has reached a frame: true if its way through it has been taken over. */
function unwinding(
  thread: Thread,
  frame: Frame,
  traced: boolean,
  from: number | null,
  thrown: boolean,
): boolean {
  if (thread.tracing > 0 || !frame.watched) return false;
  const asks = (event: number): boolean => willing(thread, frame, event, monitors.tools[event]!) !== 0;
  if (
    !asks(traced ? EVENT.RAISE : EVENT.RERAISE) &&
    !asks(EVENT.PY_UNWIND) &&
    !asks(EVENT.EXCEPTION_HANDLED) &&
    !(thrown && asks(EVENT.PY_THROW))
  )
    return false;
  const at = from ?? frame.at;
  frame.kwnames = null;
  frame.cont = CONT.UNWIND;
  pushNative(thread, new NativeFrame(unwindG({ thread, frame, at, target: at }, traced, thrown), [], null));
  return true;
}

/** CPython 3.12: Python/ceval.c (error, exception_unwind), do_monitor_exc */
function* unwindG(place: Place, traced: boolean, thrown: boolean): Gen {
  const { frame } = place;
  const { rt, slots } = frame;
  const code = eventsOfCode(rt.co);
  if (code.version !== monitors.version) code.refresh();
  let exc = fetch() as Exc;
  const tell = function* (event: number): Gen<void> {
    if (yield* fireG(place, code, event, exc)) return;
    decref(exc);
    exc = fetch() as Exc;
  };
  if (thrown) yield* tell(EVENT.PY_THROW);
  if (traced) tracebackHere(exc, frame);
  yield* tell(traced ? EVENT.RAISE : EVENT.RERAISE);
  let at = place.at;
  for (;;) {
    const handler = rt.handlerFor(at);
    const base = rt.nlocalsplus + (handler === null ? 0 : handler.depth);
    while (frame.sp > base) {
      const o = slots[--frame.sp] ?? null;
      slots[frame.sp] = null;
      xdecref(o);
    }
    if (handler === null) {
      yield* tell(EVENT.PY_UNWIND);
      tstate.exc = exc;
      frame.cont = CONT.UNWIND;
      return null;
    }
    if (handler.lasti) slots[frame.sp++] = newInt(frame.lasti >> 1);
    slots[frame.sp++] = exc;
    if (yield* fireG({ ...place, at: handler.target }, code, EVENT.EXCEPTION_HANDLED, exc)) {
      moveTo(frame, handler.target);
      frame.cont = CONT.DROP;
      return none();
    }
    exc = fetch() as Exc;
    at = handler.target - 1;
  }
}

// --- on and off -----------------------------------------------------------------------------------------------

/** Every frame of every thread changes its stream. */
function switchFrames(watched: boolean): void {
  for (const thread of scheduling.scheduler?.threads ?? []) {
    let above: AnyFrame | null = null;
    for (let f = thread.top; f !== null; above = f, f = f.back) {
      if (f.native) continue;
      if (watched) {
        const track = trackOf(f);
        track.prev = f.at;
        track.inlined =
          above !== null && !above.native && f.at >= 0 && eventsOfCode(f.rt.co).ops[f.at] === OP.CALL;
      }
      setWatched(f, watched);
    }
  }
}

let innerOnInstruction = watchHook.onInstruction;

function switchOn(): void {
  monitors.on = true;
  monitors.watchedBefore = watchHook.active;
  innerOnInstruction = watchHook.onInstruction;
  const inner = innerOnInstruction;
  watchHook.onInstruction = monitors.watchedBefore ? (frame) => inner(frame) || announce(frame) : announce;
  watchHook.unwinding = unwinding;
  watchHook.active = true;
  switchFrames(true);
}

function switchOff(): void {
  monitors.on = false;
  watchHook.onInstruction = innerOnInstruction;
  watchHook.unwinding = null;
  watchHook.active = monitors.watchedBefore;
  if (!monitors.watchedBefore) switchFrames(false);
}

/** After a change of who listens to what. To be called from a native that the loop has handed over to. */
export function changed(): void {
  monitors.version++;
  const wanted = monitors.local.size > 0 || monitors.tools.some((t) => t !== 0);
  if (wanted && !monitors.on) switchOn();
  else if (!wanted && monitors.on) switchOff();
}

/** CPython 3.12: Python/instrumentation.c set_events */
export function setEvents(tool: number, events: number): void {
  const bit = 1 << tool;
  let different = false;
  for (let e = 0; e < UNGROUPED_EVENTS; e++) {
    const now = ((events >> e) & 1) !== 0;
    if (now === ((monitors.tools[e]! & bit) !== 0)) continue;
    different = true;
    monitors.tools[e] = now ? monitors.tools[e]! | bit : monitors.tools[e]! & ~bit;
  }
  if (different) changed();
}
