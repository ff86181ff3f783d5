// sys.settrace, sys.setprofile and sys.monitoring: what they do. Fetched when one of them is first called; what they are
// called and how their arguments are bound stands in sys_tracing.ts.
//
// Each is a native that the eval loop hands over to, since it changes the stream that the calling frame itself runs.
//
// Answers to CPython 3.12: Python/sysmodule.c (sys_settrace and its siblings), Python/instrumentation.c (module
// monitoring), Python/ceval.c _PyEval_CallTracing.

import type { CodeObject } from '../code/codeobject.ts';
import { decref, type Obj, ref, xdecref } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { objectCall } from '../objects/object.ts';
import { isTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr } from '../objects/strcore.ts';
import {
  EVENT,
  EVENT_NAMES,
  eventsOfCode,
  monitors,
  SYS_PROFILE,
  UNGROUPED_EVENTS,
} from '../runtime/codeevents.ts';
import { changed, setEvents } from '../runtime/instrumentation.ts';
import { setAll, setProfile, setTrace } from '../runtime/legacy_tracing.ts';
import { installSetLineno } from '../runtime/setlineno.ts';
import { codeType } from '../vm/coderuntime.ts';
import { current } from '../vm/thread.ts';

installSetLineno();

const given = (f: Obj): Obj | null => (f === None ? null : f);

/** A C int of an argument; null with an error. */
function* intG(o: Obj): Gen<number | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const n = Number(i.v);
  decref(i);
  if (Math.abs(n) > 0x7fffffff) return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
  return n;
}

/** A tool's number; null with an error. CPython 3.12: check_valid_tool */
function* toolG(o: Obj): Gen<number | null> {
  const n = yield* intG(o);
  if (n === null || (n >= 0 && n < SYS_PROFILE)) return n;
  return raise(PyExc.ValueError, `invalid tool ${n} (must be between 0 and 5)`);
}

const C_RETURN_EVENTS = (1 << EVENT.C_RETURN) | (1 << EVENT.C_RAISE);
const C_CALL_EVENTS = C_RETURN_EVENTS | (1 << EVENT.CALL);

/** Without the events that come with CALL; null with an error. */
function withoutGrouped(events: number): number | null {
  if ((events & C_RETURN_EVENTS) !== 0 && (events & C_CALL_EVENTS) !== C_CALL_EVENTS)
    return raise(PyExc.ValueError, 'cannot set C_RETURN or C_RAISE events independently');
  return events & ~C_RETURN_EVENTS;
}

function inUse(tool: number): boolean {
  if (monitors.names[tool] !== null) return true;
  raise(PyExc.ValueError, `tool ${tool} is not in use`);
  return false;
}

export const natives: { [name: string]: (args: Obj[]) => Gen } = {
  settrace: function* ([f]) {
    setTrace(current.thread, given(f!));
    return none();
  },
  setprofile: function* ([f]) {
    setProfile(current.thread, given(f!));
    return none();
  },
  _settraceallthreads: function* ([f]) {
    setAll('trace', given(f!));
    return none();
  },
  _setprofileallthreads: function* ([f]) {
    setAll('profile', given(f!));
    return none();
  },
  call_tracing: function* ([f, args]) {
    if (!isTuple(args!)) return typeError(`call_tracing() argument 2 must be tuple, not ${args!.type.name}`);
    const { thread } = current;
    const { tracing } = thread;
    thread.tracing = 0;
    let r = objectCall(f!, args.v, null);
    if (r === null) r = yield* settle();
    thread.tracing = tracing;
    return r;
  },

  use_tool_id: function* ([tool, name]) {
    const t = yield* toolG(tool!);
    if (t === null) return null;
    if (!isStr(name!)) return raise(PyExc.ValueError, 'tool name must be a str');
    if (monitors.names[t] !== null) return raise(PyExc.ValueError, `tool ${t} is already in use`);
    monitors.names[t] = ref(name);
    return none();
  },
  free_tool_id: function* ([tool]) {
    const t = yield* toolG(tool!);
    if (t === null) return null;
    xdecref(monitors.names[t]);
    monitors.names[t] = null;
    return none();
  },
  get_tool: function* ([tool]) {
    const t = yield* toolG(tool!);
    return t === null ? null : ref(monitors.names[t] ?? None);
  },
  register_callback: function* ([tool, event, func]) {
    const t = yield* toolG(tool!);
    const e = t === null ? null : yield* intG(event!);
    if (t === null || e === null) return null;
    if (e <= 0 || (e & (e - 1)) !== 0)
      return raise(PyExc.ValueError, 'The callback can only be set for one event at a time');
    const which = Math.log2(e);
    if (which >= EVENT_NAMES.length) return raise(PyExc.ValueError, `invalid event ${e}`);
    const old = monitors.callbacks[t]![which] as Obj | null;
    monitors.callbacks[t]![which] = func === None ? null : ref(func!);
    return old ?? none();
  },
  get_events: function* ([tool]) {
    const t = yield* toolG(tool!);
    if (t === null) return null;
    let events = 0;
    for (let e = 0; e < UNGROUPED_EVENTS; e++) if ((monitors.tools[e]! >> t) & 1) events |= 1 << e;
    return newInt(events);
  },
  set_events: function* ([tool, set]) {
    const t = yield* toolG(tool!);
    const events = t === null ? null : yield* intG(set!);
    if (t === null || events === null) return null;
    if (events < 0 || events >= 1 << EVENT_NAMES.length)
      return raise(PyExc.ValueError, `invalid event set 0x${(events >>> 0).toString(16)}`);
    const plain = withoutGrouped(events);
    if (plain === null || !inUse(t)) return null;
    setEvents(t, plain);
    return none();
  },
  get_local_events: function* ([tool, code]) {
    if (code!.type !== codeType) return typeError('code must be a code object');
    const t = yield* toolG(tool!);
    if (t === null) return null;
    let events = 0;
    eventsOfCode(code!.v as CodeObject).local.forEach((tools, e) => {
      if ((tools >> t) & 1) events |= 1 << e;
    });
    return newInt(events);
  },
  set_local_events: function* ([tool, code, set]) {
    if (code!.type !== codeType) return typeError('code must be a code object');
    const t = yield* toolG(tool!);
    const events = t === null ? null : yield* intG(set!);
    if (t === null || events === null) return null;
    const plain = withoutGrouped(events);
    if (plain === null) return null;
    const co = code!.v as CodeObject;
    const { local } = eventsOfCode(co);
    if (plain < 0 || plain >= 1 << local.length)
      return raise(PyExc.ValueError, `invalid local event set 0x${(plain >>> 0).toString(16)}`);
    if (!inUse(t)) return null;
    for (let e = 0; e < local.length; e++)
      local[e] = ((plain >> e) & 1) !== 0 ? local[e]! | (1 << t) : local[e]! & ~(1 << t);
    const held = monitors.local.get(co);
    if (local.some((tools) => tools !== 0)) {
      if (held === undefined) monitors.local.set(co, ref(code!));
    } else if (held !== undefined) {
      monitors.local.delete(co);
      decref(held);
    }
    changed();
    return none();
  },
  restart_events: function* () {
    monitors.restarted = monitors.version + 1;
    monitors.version = monitors.restarted;
    changed();
    return none();
  },
  _all_events: function* () {
    const d = newDict();
    monitors.tools.forEach((tools, e) => {
      if (tools === 0) return;
      const n = newInt(tools);
      setStr(d, id(EVENT_NAMES[e]!), n);
      decref(n);
    });
    return d;
  },
};
