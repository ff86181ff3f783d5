// The names of sys.settrace, sys.setprofile and sys.monitoring; what they do is fetched with their first call.
//
// Answers to CPython 3.12: Python/sysmodule.c, Python/instrumentation.c _Py_CreateMonitoringObject.

import { Obj, objectType, type Res, ref } from '../memory/object.ts';
import { type Gen, NativeRequest, request } from '../memory/suspend.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule, type FunctionRow } from '../objects/moduleobject.ts';
import { newNamespace } from '../objects/namespaceobject.ts';
import { None, none } from '../objects/singletons.ts';
import { id } from '../objects/strcore.ts';
import { fetchedG } from '../runtime/inittab.ts';
import { current } from '../vm/thread.ts';
import { markers } from '../vm/watchhook.ts';

let loaded: typeof import('./_monitoring.ts') | null = null;

function* nativeG(name: string, args: Obj[]): Gen {
  if (loaded === null) {
    const ready = yield* fetchedG('monitoring', async () => {
      loaded = await import('./_monitoring.ts');
    });
    if (!ready) return null;
  }
  return yield* loaded!.natives[name]!(args);
}

/** The loop hands over to it, and comes back to the frame whichever stream it then runs. */
const native =
  (name: string) =>
  (_self: Obj, ...args: (Obj | undefined)[]): Res => {
    const given = args.filter((a) => a !== undefined);
    return request(new NativeRequest(nativeG(name, given), given, null));
  };

/** Taking away what was never set needs nothing to be fetched. */
const setter = (name: string) => {
  const set = native(name);
  return (self: Obj, f: Obj): Res => (f === None && loaded === null ? none() : set(self, f));
};

export const tracingFunctions: FunctionRow[] = [
  [
    '_setprofileallthreads',
    '(arg, /)',
    setter('_setprofileallthreads'),
    'Set the profiling function in all running threads belonging to the current interpreter.\n\nIt will be called on each function call and return.  See the profiler chapter\nin the library manual.',
  ],
  [
    '_settraceallthreads',
    '(arg, /)',
    setter('_settraceallthreads'),
    'Set the global debug tracing function in all running threads belonging to the current interpreter.\n\nIt will be called on each function call. See the debugger chapter\nin the library manual.',
  ],
  [
    'call_tracing',
    '(func, args, /)',
    native('call_tracing'),
    'Call func(*args), while tracing is enabled.\n\nThe tracing state is saved, and restored afterwards.  This is intended\nto be called from a debugger from a checkpoint, to recursively debug\nsome other code.',
  ],
  [
    'getprofile',
    '()',
    () => ref(current.thread.profileFunc ?? None),
    'Return the profiling function set with sys.setprofile.\n\nSee the profiler chapter in the library manual.',
  ],
  [
    'gettrace',
    '()',
    () => ref(current.thread.traceFunc ?? None),
    'Return the global debug tracing function set with sys.settrace.\n\nSee the debugger chapter in the library manual.',
  ],
  [
    'setprofile',
    '!($module, function, /)',
    setter('setprofile'),
    'setprofile(function)\n\nSet the profiling function.  It will be called on each function call\nand return.  See the profiler chapter in the library manual.',
  ],
  [
    'settrace',
    '!($module, function, /)',
    setter('settrace'),
    'settrace(function)\n\nSet the global debug tracing function.  It will be called on each\nfunction call.  See the debugger chapter in the library manual.',
  ],
];

const rows: [name: string, sig: string][] = [
  ['use_tool_id', '($module, tool_id, name, /)'],
  ['free_tool_id', '($module, tool_id, /)'],
  ['get_tool', '($module, tool_id, /)'],
  ['register_callback', '($module, tool_id, event, func, /)'],
  ['get_events', '($module, tool_id, /)'],
  ['set_events', '($module, tool_id, event_set, /)'],
  ['get_local_events', '($module, tool_id, code, /)'],
  ['set_local_events', '($module, tool_id, code, event_set, /)'],
  ['restart_events', '($module, /)'],
  ['_all_events', '($module, /)'],
];

/** In the order of their numbers. */
const EVENTS =
  'PY_START PY_RESUME PY_RETURN PY_YIELD CALL LINE INSTRUCTION JUMP BRANCH STOP_ITERATION RAISE EXCEPTION_HANDLED PY_UNWIND PY_THROW RERAISE C_RETURN C_RAISE'.split(
    ' ',
  );

function eventNumbers(): Obj {
  const d = newDict();
  const put = (name: string, n: number): void => {
    const o = newInt(n);
    setStr(d, id(name), o);
    o.rc--;
  };
  EVENTS.forEach((name, i) => {
    put(name, 1 << i);
  });
  put('NO_EVENTS', 0);
  return newNamespace(d);
}

export const monitoringModule = defineModule('sys.monitoring', null, {
  functions: rows.map(([name, sig]): FunctionRow => [name, sig, native(name)]),
  values: {
    DISABLE: () => {
      markers.disable = new Obj(objectType, null);
      return markers.disable;
    },
    MISSING: () => {
      markers.missing = new Obj(objectType, null);
      return markers.missing;
    },
    events: eventNumbers,
    DEBUGGER_ID: () => newInt(0),
    COVERAGE_ID: () => newInt(1),
    PROFILER_ID: () => newInt(2),
    OPTIMIZER_ID: () => newInt(5),
  },
});
