// Frame and traceback objects: frames as Python programs see them.
//
// Most frames never have an object. One is made when somebody asks (a traceback, sys._getframe); if it is still held
// when the function returns, it takes the frame over and keeps its locals alive.
//
// Answers to CPython 3.12: Objects/frameobject.c, Python/frame.c (take_ownership), Python/traceback.c.

import { addr2line, CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CO_OPTIMIZED } from '../code/codeobject.ts';
import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, ref, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { getset, member, method } from '../objects/descrobject.ts';
import { type DictObj, delStr, dictType, getStr, newDict, setStr } from '../objects/dictcore.ts';
import { dictCopy } from '../objects/dictobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Exc, isException } from '../objects/exceptions.ts';
import type { Cell } from '../objects/funcobject.ts';
import { closeG, GEN_RUNNING, type Generator_ } from '../objects/genobject.ts';
import { isInt, newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, NativeDef } from '../objects/methodobject.ts';
import { genericGetAttr, genericSetAttr, hexAddress } from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { newStr } from '../objects/strcore.ts';
import { typeReady } from '../objects/typeobject.ts';
import { type AnyFrame, clearFrame, type Frame, traverseFrame } from './frame.ts';

export class FrameV {
  /** The frame; null once it has gone. */
  frame: Frame | null;
  /** The frame has returned and belongs to this object. */
  owns = false;
  /** f_back of a frame that has returned (owned). */
  back: Obj | null = null;
  code: Obj;
  globals: Obj;
  builtins: Obj;
  /** The dict that f_locals answers for a function (owned). */
  localsDict: DictObj | null = null;
  trace: Obj | null = null;
  traceLines = true;
  traceOpcodes = false;
  /** Somebody has the locals as a dict; what he writes there may go back. CPython 3.12: f_fast_as_locals */
  fastAsLocals = false;
  lineno = 0;
  lasti = -1;
  constructor(frame: Frame) {
    this.frame = frame;
    this.code = frame.code;
    this.globals = frame.globals;
    this.builtins = frame.builtins;
    frame.code.rc++;
    frame.globals.rc++;
    frame.builtins.rc++;
  }
}
export type FrameObject = Obj<FrameV>;

export interface TracebackV {
  next: Obj | null;
  frame: Obj;
  lasti: number;
  lineno: number;
}
export type Traceback = Obj<TracebackV>;

export const frameType = new PyType('frame', TPFLAGS.HAVE_GC, typeType);
export const tracebackType = new PyType('traceback', TPFLAGS.HAVE_GC, typeType);

/** The frame's object (new reference); made now if need be. The frame holds one reference itself. */
export function frameObject(frame: Frame): FrameObject {
  if (frame.object === null) {
    const o: FrameObject = new Obj<FrameV>(frameType, new FrameV(frame));
    gcTrack(o);
    frame.object = o;
  }
  frame.object.rc++;
  return frame.object as FrameObject;
}

/** Nearest Python frame below. */
export function pythonBack(frame: AnyFrame): Frame | null {
  let f = frame.back;
  while (f?.native) f = f.back;
  return f;
}

/** A frame has finished: hands it to its object if somebody holds that, else clears it. */
export function leaveFrame(frame: Frame): void {
  const o = frame.object as FrameObject | null;
  if (o === null) {
    clearFrame(frame);
    return;
  }
  if (o.rc > 1) {
    o.v.owns = true;
    const back = pythonBack(frame);
    o.v.back = back === null ? null : frameObject(back);
    o.v.lasti = frame.lasti;
    frame.back = null;
    o.rc--;
    return;
  }
  o.v.frame = null;
  frame.object = null;
  decref(o);
  clearFrame(frame);
}

function clearOwned(v: FrameV): void {
  const frame = v.frame;
  if (frame === null || !v.owns) return;
  v.frame = null;
  v.owns = false;
  frame.object = null;
  // It must not go back to the pool while half the world may still look at it: clearFrame decides by `generator`.
  clearFrame(frame);
}

/** Line of the instruction being executed, or null. */
export function frameLine(frame: Frame): number {
  return addr2line(frame.rt.co, frame.lasti < 0 ? 0 : frame.lasti);
}

/** Adds a traceback entry for this frame to an exception. CPython 3.12: Python/traceback.c PyTraceBack_Here */
export function tracebackHere(exc: Exc, frame: Frame): void {
  const lasti = frame.lasti;
  const tb: Traceback = new Obj<TracebackV>(tracebackType, {
    next: exc.v.traceback,
    frame: frameObject(frame),
    lasti,
    lineno: addr2line(frame.rt.co, lasti < 0 ? 0 : lasti),
  });
  gcTrack(tb);
  exc.v.traceback = tb;
}

/**
 * `locals()`: the namespace itself for a module or class; for a function a dict of what its variables hold now, the
 * same dict each time (new reference). CPython 3.12: Objects/frameobject.c _PyFrame_FastToLocalsWithError
 */
export function frameLocals(frame: Frame): Obj {
  if (frame.locals !== null && (frame.rt.co.flags & CO_OPTIMIZED) === 0) {
    const target = frame.locals;
    const hidden = hiddenLocals(frame);
    if (hidden.length > 0 && target.type === dictType) {
      // Inside an inlined comprehension (PEP 709): a snapshot that has its variables too.
      const copy = dictCopy(target as DictObj);
      for (const i of hidden) setStr(copy, frame.rt.localNames[i]!, frame.slots[i]!);
      return copy;
    }
    target.rc++;
    return target;
  }
  const o = frameObject(frame);
  const v = o.v;
  if (v.localsDict === null) v.localsDict = newDict();
  fastToLocals(frame, v.localsDict);
  v.fastAsLocals = true;
  const d = v.localsDict;
  d.rc++;
  decref(o);
  return d;
}

/**
 * After a trace function: what it has written into `f_locals` becomes the variables' values.
 * CPython 3.12: Objects/frameobject.c PyFrame_LocalsToFast
 */
export function localsToFast(o: FrameObject, clear: boolean): void {
  const { frame, localsDict, fastAsLocals } = o.v;
  if (!fastAsLocals || frame === null || localsDict === null) return;
  o.v.fastAsLocals = false;
  const { rt, slots } = frame;
  for (let i = 0; i < rt.nlocalsplus; i++) {
    const kind = rt.co.localspluskinds[i]!;
    if ((kind & CO_FAST_HIDDEN) !== 0) continue;
    const value = getStr(localsDict, rt.localNames[i]!) ?? null;
    if (value === null && !clear) continue;
    const now = slots[i] ?? null;
    if ((kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && now !== null && now.type.name === 'cell') {
      const cell = (now as Cell).v;
      const old = cell.value;
      if (old === value) continue;
      if (value !== null) value.rc++;
      cell.value = value;
      xdecref(old);
    } else if (now !== value) {
      if (value !== null) value.rc++;
      slots[i] = value;
      xdecref(now);
    }
  }
}

/** Set once a frame has asked for `opcode` events: the next sys.settrace turns them on. */
export const tracingFlags = { opcodes: false };

/** `frame.f_lineno = line`; put in by runtime/setlineno.ts, which is fetched with the first trace function. */
export const linenoHook: { set: ((o: FrameObject, line: Obj) => Res) | null } = { set: null };

/** Variables of comprehensions inlined into a module or class body that have a value now. */
function hiddenLocals(frame: Frame): number[] {
  const out: number[] = [];
  const kinds = frame.rt.co.localspluskinds;
  for (let i = 0; i < kinds.length; i++) {
    if ((kinds[i]! & CO_FAST_HIDDEN) !== 0 && frame.slots[i] != null) out.push(i);
  }
  return out;
}

function fastToLocals(frame: Frame, d: DictObj): void {
  const rt = frame.rt;
  for (let i = 0; i < rt.nlocalsplus; i++) {
    const kind = rt.co.localspluskinds[i]!;
    if ((kind & CO_FAST_HIDDEN) !== 0) continue;
    let value = frame.slots[i] ?? null;
    if ((kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0) {
      if (value === null && (kind & CO_FAST_FREE) !== 0 && frame.func !== null) {
        // COPY_FREE_VARS has not run yet: look into the closure.
        const closure = frame.func.v.closure;
        const first = rt.nlocalsplus - rt.co.nfreevars;
        value = closure === null ? null : (closure.v[i - first] ?? null);
      }
      if (value !== null && value.type.name === 'cell') value = (value as Cell).v.value;
    }
    if (value === null) delStr(d, rt.localNames[i]!);
    else setStr(d, rt.localNames[i]!, value);
  }
}

const asFrame = (o: Obj): FrameV => (o as FrameObject).v;
const asTb = (o: Obj): TracebackV => (o as Traceback).v;

const newTraceback = new NativeDef(
  'TracebackType',
  '(tb_next, tb_frame, tb_lasti, tb_lineno)',
  () => null,
  null,
  null,
);

export function initFrames(): void {
  frameType.basicsize = 120;
  frameType.itemsize = 8;
  frameType.tp_getattro = genericGetAttr;
  frameType.tp_setattro = genericSetAttr;
  frameType.tp_traverse = (o, visit) => {
    const v = asFrame(o);
    visit(v.code);
    visit(v.globals);
    visit(v.builtins);
    if (v.localsDict !== null) visit(v.localsDict);
    if (v.trace !== null) visit(v.trace);
    if (v.back !== null) visit(v.back);
    if (v.owns && v.frame !== null) traverseFrame(v.frame, visit);
  };
  frameType.tp_clear = (o) => {
    const v = asFrame(o);
    const { localsDict, trace, back } = v;
    v.localsDict = v.trace = v.back = null;
    clearOwned(v);
    xdecref(localsDict);
    xdecref(trace);
    xdecref(back);
  };
  frameType.tp_dealloc = (o) => {
    frameType.tp_clear!(o);
    const v = asFrame(o);
    decref(v.code);
    decref(v.globals);
    decref(v.builtins);
  };
  frameType.tp_repr = (o) => {
    const v = asFrame(o);
    const co = (v.code as Obj<{ filename: string; name: string; firstlineno: number }>).v;
    const line = v.frame === null ? co.firstlineno : frameLine(v.frame);
    return newStr(`<frame at ${hexAddress(o)}, file ${pyQuote(co.filename)}, line ${line}, code ${co.name}>`);
  };
  member(frameType, 'f_code', (o) => asFrame(o).code);
  member(frameType, 'f_globals', (o) => asFrame(o).globals);
  member(frameType, 'f_builtins', (o) => asFrame(o).builtins);
  getset(frameType, 'f_back', (o) => {
    const v = asFrame(o);
    if (v.back !== null) {
      v.back.rc++;
      return v.back;
    }
    const back = v.frame === null || v.owns ? null : pythonBack(v.frame);
    return back === null ? none() : frameObject(back);
  });
  getset(frameType, 'f_locals', (o) => {
    const v = asFrame(o);
    if (v.frame === null) {
      if (v.localsDict === null) v.localsDict = newDict();
      v.localsDict.rc++;
      return v.localsDict;
    }
    return frameLocals(v.frame);
  });
  getset(frameType, 'f_lasti', (o) => {
    const v = asFrame(o);
    return newInt(v.frame === null ? -1 : v.frame.lasti);
  });
  getset(
    frameType,
    'f_lineno',
    (o) => {
      const v = asFrame(o);
      const line = v.frame === null ? -1 : frameLine(v.frame);
      return line < 0 ? none() : newInt(line);
    },
    (o, value) => {
      if (value === null) return raise(PyExc.AttributeError, 'cannot delete attribute');
      if (value.type.name !== 'int') return raise(PyExc.ValueError, 'lineno must be an integer');
      if (linenoHook.set !== null) return linenoHook.set(o as FrameObject, value);
      return raise(PyExc.ValueError, 'f_lineno can only be set in a trace function');
    },
  );
  getset(
    frameType,
    'f_trace',
    (o) => {
      const t = asFrame(o).trace ?? None;
      t.rc++;
      return t;
    },
    (o, value) => {
      const old = asFrame(o).trace;
      asFrame(o).trace = value === null || value === None ? null : ref(value);
      xdecref(old);
      return none();
    },
  );
  const flag = (name: string, key: 'traceLines' | 'traceOpcodes'): void =>
    getset(
      frameType,
      name,
      (o) => newBool(asFrame(o)[key]),
      (o, value) => {
        if (value === null || value.type.name !== 'bool')
          return typeError('attribute value type must be bool');
        asFrame(o)[key] = (value.v as number) === 1;
        if (name === 'f_trace_opcodes' && asFrame(o)[key]) tracingFlags.opcodes = true;
        return none();
      },
    );
  flag('f_trace_lines', 'traceLines');
  flag('f_trace_opcodes', 'traceOpcodes');
  method(
    frameType,
    'clear',
    '!($self, /)',
    function* (o: Obj): Gen {
      const v = asFrame(o);
      const { frame, localsDict, trace } = v;
      if (frame !== null && !v.owns) {
        const gen = frame.generator as Generator_ | null;
        if (gen === null || gen.v.state === GEN_RUNNING)
          return raise(PyExc.RuntimeError, 'cannot clear an executing frame');
        return yield* closeG(gen);
      }
      clearOwned(v);
      v.localsDict = v.trace = null;
      xdecref(localsDict);
      xdecref(trace);
      return none();
    },
    'F.clear(): clear most references held by the frame',
  );
  typeReady(frameType);

  tracebackType.basicsize = 40;
  tracebackType.tp_getattro = genericGetAttr;
  tracebackType.tp_traverse = (o, visit) => {
    const t = asTb(o);
    if (t.next !== null) visit(t.next);
    visit(t.frame);
  };
  tracebackType.tp_clear = tracebackType.tp_dealloc = (o) => {
    const t = asTb(o);
    const { next, frame } = t;
    t.next = null;
    t.frame = none();
    xdecref(next);
    decref(frame);
  };
  tracebackType.tp_new = (_t, args, kwnames) => {
    const bound = bindArguments(newTraceback, args, kwnames) as Obj[] | null;
    if (bound === null) return null;
    const [next, frame, lasti, lineno] = bound as [Obj, Obj, Obj, Obj];
    if (next !== None && next.type !== tracebackType) {
      return typeError(`expected traceback object or None, got '${next.type.name}'`);
    }
    if (frame.type !== frameType)
      return typeError(`TracebackType() argument 'tb_frame' must be frame, not ${frame.type.name}`);
    for (const n of [lasti, lineno]) {
      if (!isInt(n)) return typeError(`'${n.type.name}' object cannot be interpreted as an integer`);
    }
    if (next !== None) next.rc++;
    frame.rc++;
    const tb = new Obj<TracebackV>(tracebackType, {
      next: next === None ? null : next,
      frame,
      lasti: Number(lasti.v),
      lineno: Number(lineno.v),
    });
    gcTrack(tb);
    return tb;
  };
  member(tracebackType, 'tb_frame', (o) => asTb(o).frame);
  getset(tracebackType, 'tb_lasti', (o) => newInt(asTb(o).lasti));
  getset(tracebackType, 'tb_lineno', (o) => newInt(asTb(o).lineno));
  getset(
    tracebackType,
    'tb_next',
    (o) => {
      const n = asTb(o).next ?? None;
      n.rc++;
      return n;
    },
    (o, value) => {
      if (value === null) return typeError("can't delete tb_next attribute");
      if (value !== None && value.type !== tracebackType) {
        return typeError(`expected traceback object, got '${value.type.name}'`);
      }
      for (let t: Obj | null = value === None ? null : value; t !== null; t = asTb(t).next) {
        if (t === o) return raise(PyExc.ValueError, 'traceback loop detected');
      }
      const old = asTb(o).next;
      if (value !== None) value.rc++;
      asTb(o).next = value === None ? null : value;
      xdecref(old);
      return none();
    },
  );
  typeReady(tracebackType);
}

function pyQuote(s: string): string {
  return `'${s.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

export { isException };
