// _lsprof: cProfile's profiler, a tool of the monitoring system.
//
// Entries stand in the order in which their functions were first called. Time is what time.perf_counter tells.
//
// Answers to CPython 3.12: Modules/_lsprof.c.

import { decref, type Obj, PyType, type Res, ref, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { method, methodDescrGet, methodDescrType } from '../objects/descrobject.ts';
import { clear, PyExc, raise, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { newInt } from '../objects/longcore.ts';
import { type Builtin, builtinType, callNative, NativeDef } from '../objects/methodobject.ts';
import { defineModule, moduleGet } from '../objects/moduleobject.ts';
import { callG, genericGetAttr, lookupAttrG, reprG, truthG } from '../objects/object.ts';
import { newList } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { lookup } from '../objects/typecore.ts';
import { allocInstance, typeReady } from '../objects/typeobject.ts';
import { EVENT } from '../runtime/codeevents.ts';
import { writeUnraisable } from '../runtime/finalize.ts';
import { scheduling } from '../runtime/threads.ts';
import { markers } from '../vm/watchhook.ts';
import { current } from './vmhooks.ts';

const PROFILER_ID = 2;

/** Times are in seconds; with a time unit, in units. */
class Timing {
  total = 0;
  inline = 0;
  calls = 0;
  recursive = 0;
  depth = 0;

  stop(total: number, inline: number): void {
    if (--this.depth === 0) this.total += total;
    else this.recursive++;
    this.inline += inline;
    this.calls++;
  }
}

class Entry extends Timing {
  /** A code object, or a native's name (owned). */
  readonly shown: Obj;
  readonly callees = new Map<Entry, Timing>();
  constructor(shown: Obj) {
    super();
    this.shown = shown;
  }
}

interface Context {
  entry: Entry;
  began: number;
  below: number;
  previous: Context | null;
}

class Profiler {
  readonly entries = new Map<unknown, Entry>();
  context: Context | null = null;
  enabled = false;
  subcalls = true;
  builtins = true;
  timer: Obj | null = null;
  unit = 0;
  inTimer = false;
}
type ProfilerObject = Obj<Profiler>;
const asProfiler = (o: Obj): Profiler => (o as ProfilerObject).v;

export const profilerType = new PyType('_lsprof.Profiler', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
profilerType.qualname = 'Profiler';

const entryType = newStructSeqType('_lsprof.profiler_entry', '', [
  ['code', 'code object or built-in function name'],
  ['callcount', 'how many times this was called'],
  ['reccallcount', 'how many times called recursively'],
  ['totaltime', 'total time in this entry'],
  ['inlinetime', 'inline time in this entry (not in subcalls)'],
  ['calls', 'details of the calls'],
]);
const subentryType = newStructSeqType('_lsprof.profiler_subentry', '', [
  ['code', 'called code object or built-in function name'],
  ['callcount', 'how many times this is called'],
  ['reccallcount', 'how many times this is called recursively'],
  ['totaltime', 'total time spent in this call'],
  ['inlinetime', 'inline time (not in further subcalls)'],
]);

/** CPython 3.12: Modules/_lsprof.c call_timer */
function* nowG(p: Profiler): Gen<number> {
  if (p.timer === null) return scheduling.scheduler?.now() ?? 0;
  p.inTimer = true;
  const r = yield* callG(p.timer, []);
  p.inTimer = false;
  const n = r === null ? null : yield* asDoubleG(r);
  if (r !== null) decref(r);
  if (n !== null) return n;
  yield* writeUnraisable(p.timer);
  return 0;
}

/** `shown` (owned) names a function that has no entry yet. */
function* enterG(p: Profiler, key: unknown, shown: Obj | null): Gen<void> {
  let entry = p.entries.get(key);
  if (entry === undefined) {
    entry = new Entry(shown!);
    p.entries.set(key, entry);
  }
  const context: Context = { entry, began: 0, below: 0, previous: p.context };
  p.context = context;
  entry.depth++;
  if (p.subcalls && context.previous !== null) {
    const { callees } = context.previous.entry;
    let sub = callees.get(entry);
    if (sub === undefined) {
      sub = new Timing();
      callees.set(entry, sub);
    }
    sub.depth++;
  }
  context.began = yield* nowG(p);
}

/** CPython 3.12: Modules/_lsprof.c Stop */
function* stopG(p: Profiler, context: Context, entry: Entry): Gen<void> {
  const total = (yield* nowG(p)) - context.began;
  const inline = total - context.below;
  const { previous } = context;
  p.context = previous;
  if (previous !== null) previous.below += total;
  entry.stop(total, inline);
  if (p.subcalls && previous !== null) previous.entry.callees.get(entry)?.stop(total, inline);
}

function* leaveG(p: Profiler, key: unknown): Gen<void> {
  const { context } = p;
  if (context === null) return;
  const entry = p.entries.get(key);
  if (entry === undefined) p.context = context.previous;
  else yield* stopG(p, context, entry);
}

/** The native behind a callable (new reference), or null: it is none. CPython 3.12: get_cfunc_from_callable */
function nativeOf(callable: Obj, first: Obj): Obj | null {
  if (callable.type === builtinType) return ref(callable);
  if (callable.type !== methodDescrType || first === markers.missing) return null;
  const bound = methodDescrGet(callable, first, null);
  if (bound === null) {
    clear();
    return null;
  }
  if (bound.type === builtinType) return bound;
  decref(bound);
  return null;
}

/** A native as cProfile shows it (new reference). CPython 3.12: Modules/_lsprof.c normalizeUserObj */
function* nameG(native: Obj): Gen<Obj> {
  const { def, self, module } = (native as Obj<Builtin>).v;
  const owner = module !== null && typeof module.v === 'string' ? module.v : null;
  if (self === null)
    return newStr(owner === null || owner === 'builtins' ? `<${def.name}>` : `<${owner}.${def.name}>`);
  const found = lookup(self.type, id(def.name));
  if (found !== undefined) {
    const r = yield* reprG(found);
    if (r !== null) return r;
    clear();
  }
  return newStr(`<built-in method ${owner === null ? '' : `${owner}.`}${def.name}>`);
}

function* callback(p: Profiler, args: Obj[], enters: boolean): Gen {
  const native = p.builtins && args.length > 3 ? nativeOf(args[2]!, args[3]!) : null;
  if (native === null) return none();
  const { def } = (native as Obj<Builtin>).v;
  if (enters) yield* enterG(p, def, p.entries.has(def) ? null : yield* nameG(native));
  else yield* leaveG(p, def);
  decref(native);
  return none();
}

const CALLBACKS: [event: number, name: string][] = [
  [EVENT.PY_START, '_pystart_callback'],
  [EVENT.PY_RESUME, '_pystart_callback'],
  [EVENT.PY_THROW, '_pystart_callback'],
  [EVENT.PY_RETURN, '_pyreturn_callback'],
  [EVENT.PY_YIELD, '_pyreturn_callback'],
  [EVENT.PY_UNWIND, '_pyreturn_callback'],
  [EVENT.CALL, '_ccall_callback'],
  [EVENT.C_RETURN, '_creturn_callback'],
  [EVENT.C_RAISE, '_creturn_callback'],
];

/** `sys.monitoring.name(*args)` (takes over the arguments); null with an error. */
function* monitoringG(name: string, args: Obj[]): Gen {
  const monitoring = current.sys === null ? undefined : moduleGet(current.sys, 'monitoring');
  const f = monitoring === undefined ? null : yield* lookupAttrG(monitoring, id(name));
  let r: Res = null;
  if (f != null) {
    r = yield* callG(f, args);
    decref(f);
  }
  for (const a of args) decref(a);
  return r;
}

/** Drops a result; false with an error. */
const dropped = (r: Res): boolean => {
  if (r === null) return false;
  decref(r);
  return true;
};

/** Takes over what was given of the two flags; false with an error. */
function* flagsG(
  p: ReturnType<typeof asProfiler>,
  subcalls: Obj | undefined,
  builtins: Obj | undefined,
): Gen<boolean> {
  for (const [key, value] of [
    ['subcalls', subcalls],
    ['builtins', builtins],
  ] as const) {
    if (value === undefined) continue;
    const t = yield* truthG(value);
    if (t < 0) return false;
    p[key] = t === 1;
  }
  return true;
}

function* enable(o: Obj, subcalls: Obj | undefined, builtins: Obj | undefined): Gen {
  const p = asProfiler(o);
  if (!(yield* flagsG(p, subcalls, builtins))) return null;
  if (!dropped(yield* monitoringG('use_tool_id', [newInt(PROFILER_ID), newStr('cProfile')]))) {
    clear();
    return raise(PyExc.ValueError, 'Another profiling tool is already active');
  }
  let all = 0;
  for (const [event, name] of CALLBACKS) {
    const f = yield* lookupAttrG(o, id(name));
    if (f == null) return null;
    if (!dropped(yield* monitoringG('register_callback', [newInt(PROFILER_ID), newInt(1 << event), f])))
      return null;
    all |= 1 << event;
  }
  if (!dropped(yield* monitoringG('set_events', [newInt(PROFILER_ID), newInt(all)]))) return null;
  p.enabled = true;
  return none();
}

function* disable(o: Obj): Gen {
  const p = asProfiler(o);
  if (p.inTimer) return raise(PyExc.RuntimeError, 'cannot disable profiler in external timer');
  if (!p.enabled) return none();
  for (const [event] of CALLBACKS) {
    const args = [newInt(PROFILER_ID), newInt(1 << event), none()];
    if (!dropped(yield* monitoringG('register_callback', args))) return null;
  }
  if (!dropped(yield* monitoringG('set_events', [newInt(PROFILER_ID), newInt(0)]))) return null;
  if (!dropped(yield* monitoringG('free_tool_id', [newInt(PROFILER_ID)]))) return null;
  p.enabled = false;
  while (p.context !== null) yield* stopG(p, p.context, p.context.entry);
  return none();
}

function forget(p: Profiler): void {
  p.context = null;
  for (const e of p.entries.values()) decref(e.shown);
  p.entries.clear();
}

function getstats(o: Obj): Obj {
  const p = asProfiler(o);
  const factor = p.timer === null || p.unit === 0 ? 1 : p.unit;
  const times = (t: Timing): Obj[] => [
    newInt(t.calls),
    newInt(t.recursive),
    newFloat(factor * t.total),
    newFloat(factor * t.inline),
  ];
  const rows: Obj[] = [];
  for (const e of p.entries.values()) {
    if (e.calls === 0) continue;
    const calls =
      e.callees.size === 0
        ? none()
        : newList(
            [...e.callees].map(([callee, t]) => newStructSeq(subentryType, [ref(callee.shown), ...times(t)])),
          );
    rows.push(newStructSeq(entryType, [ref(e.shown), ...times(e), calls]));
  }
  return newList(rows);
}

const INIT = new NativeDef(
  '__init__',
  '($self, timer=None, timeunit=0.0, subcalls=True, builtins=True)',
  function* (
    o: Obj,
    timer: Obj | undefined,
    unit: Obj | undefined,
    subcalls: Obj | undefined,
    builtins: Obj | undefined,
  ): Gen {
    const p = asProfiler(o);
    if (unit !== undefined) {
      const n = yield* asDoubleG(unit);
      if (n === null) return null;
      p.unit = n;
    }
    if (!(yield* flagsG(p, subcalls, builtins))) return null;
    const old = p.timer;
    p.timer = timer === undefined ? null : ref(timer);
    xdecref(old);
    return none();
  },
  null,
  'Profiler',
);

function initProfiler(): void {
  const t = profilerType;
  t.doc =
    'Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)\n\n    Builds a profiler object using the specified timer function.\n    The default timer is a fast built-in one based on real time.\n    For custom timer functions returning integers, timeunit can\n    be a float specifying a scale (i.e. how long each integer unit\n    is, in seconds).\n';
  t.tp_getattro = genericGetAttr;
  t.tp_new = (type) => allocInstance(type.v, new Profiler());
  t.tp_init = (self, args, kwnames) => callNative(INIT, self, args, kwnames);
  t.tp_traverse = (o, visit) => {
    const p = asProfiler(o);
    if (p.timer !== null) visit(p.timer);
    for (const e of p.entries.values()) visit(e.shown);
  };
  t.tp_dealloc = (o) => {
    const p = asProfiler(o);
    forget(p);
    xdecref(p.timer);
    p.timer = null;
  };
  method(
    t,
    'getstats',
    '($self, /)',
    getstats,
    'list of profiler_entry objects.\n\ngetstats() -> list of profiler_entry objects\n\nReturn all information collected by the profiler.\nEach profiler_entry is a tuple-like object with the\nfollowing attributes:\n\n    code          code object\n    callcount     how many times this was called\n    reccallcount  how many times called recursively\n    totaltime     total time in this entry\n    inlinetime    inline time in this entry (not in subcalls)\n    calls         details of the calls\n\nThe calls attribute is either None or a list of\nprofiler_subentry objects:\n\n    code          called code object\n    callcount     how many times this is called\n    reccallcount  how many times this is called recursively\n    totaltime     total time spent in this call\n    inlinetime    inline time (not in further subcalls)',
  );
  method(
    t,
    'enable',
    '($self, subcalls=True, builtins=True)',
    enable,
    "enable(subcalls=True, builtins=True)\n\nStart collecting profiling information.\nIf 'subcalls' is True, also records for each function\nstatistics separated according to its current caller.\nIf 'builtins' is True, records the time spent in\nbuilt-in functions separately from their caller.\n",
  );
  method(t, 'disable', '($self, /)', disable, 'disable()\n\nStop collecting profiling information.\n');
  method(
    t,
    'clear',
    '($self, /)',
    (o: Obj) => {
      if (asProfiler(o).inTimer) return raise(PyExc.RuntimeError, 'cannot clear profiler in external timer');
      forget(asProfiler(o));
      return none();
    },
    'clear()\n\nClear all profiling information collected so far.\n',
  );
  method(t, '_pystart_callback', '($self, *args)', function* (o: Obj, args: Obj[]): Gen {
    if (args.length === 0) return typeError('_pystart_callback expected a code object');
    const p = asProfiler(o);
    const code = args[0]!;
    yield* enterG(p, code.v, p.entries.has(code.v) ? null : ref(code));
    return none();
  });
  method(t, '_pyreturn_callback', '($self, *args)', function* (o: Obj, args: Obj[]): Gen {
    if (args.length === 0) return typeError('_pyreturn_callback expected a code object');
    yield* leaveG(asProfiler(o), args[0]!.v);
    return none();
  });
  method(t, '_ccall_callback', '($self, *args)', function* (o: Obj, args: Obj[]): Gen {
    return yield* callback(asProfiler(o), args, true);
  });
  method(t, '_creturn_callback', '($self, *args)', function* (o: Obj, args: Obj[]): Gen {
    return yield* callback(asProfiler(o), args, false);
  });
  typeReady(t);
}
initProfiler();

export const lsprofModule = defineModule('_lsprof', 'Fast profiler', {
  types: { Profiler: profilerType, profiler_entry: entryType, profiler_subentry: subentryType },
});
