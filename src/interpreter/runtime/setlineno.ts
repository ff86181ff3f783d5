// `frame.f_lineno = line`: a trace function sends its frame to another line.
//
// The value stack is modelled to find out where that is safe: a place is allowed if what its instructions expect on the
// stack is there, and the rest can be dropped. A stack is a string here, one letter a value.
//
// Answers to CPython 3.12: Objects/frameobject.c (mark_stacks, frame_setlineno).

import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, co_lines } from '../code/codeobject.ts';
import { OP, stack_effect } from '../code/opcodes.ts';
import { decref, type Obj, type Res, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { excState } from '../objects/exceptions.ts';
import { GEN_SUSPENDED, type Generator_ } from '../objects/genobject.ts';
import { runningHooks } from '../objects/hooks.ts';
import { none } from '../objects/singletons.ts';
import type { CodeRuntime } from '../vm/coderuntime.ts';
import type { Frame } from '../vm/frame.ts';
import { type FrameObject, linenoHook } from '../vm/frameobject.ts';
import { current } from '../vm/thread.ts';
import { EVENT, eventsOfCode, standAt, trackOf } from './codeevents.ts';

// Iterator, exception, object, NULL, instruction offset.
type Kind = 'I' | 'E' | 'O' | 'N' | 'L';
/** null: nothing leads there, as far as is known. */
type Stack = string | null;
/** Deeper stacks are not analysed. CPython 3.12: MAX_STACK_ENTRIES */
const MOST = 21;
const TOO_DEEP = '!';

function push(stack: string, kind: Kind): string {
  return stack === TOO_DEEP || stack.length >= MOST ? TOO_DEEP : stack + kind;
}
const pop = (stack: string, n = 1): string =>
  stack === TOO_DEEP ? TOO_DEEP : stack.slice(0, Math.max(0, stack.length - n));

/** What is on the stack before each instruction. CPython 3.12: mark_stacks */
function markStacks(rt: CodeRuntime): Stack[] {
  const { ops } = eventsOfCode(rt.co);
  const n = ops.length;
  const stacks: Stack[] = new Array(n + 1).fill(null);
  const isGenerator = (rt.co.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0;
  stacks[0] = isGenerator ? 'O' : '';
  let todo = true;
  while (todo) {
    todo = false;
    for (let k = 0; k < n; k++) {
      let stack = stacks[k]!;
      if (stack === null) continue;
      const op = ops[k]!;
      const arg = rt.plain[k]! >>> 8;
      const next = (s: string): void => {
        stacks[k + 1] = s;
      };
      switch (op) {
        case OP.POP_JUMP_IF_FALSE:
        case OP.POP_JUMP_IF_TRUE:
        case OP.POP_JUMP_IF_NONE:
        case OP.POP_JUMP_IF_NOT_NONE:
          stack = pop(stack);
          stacks[arg] = stack;
          next(stack);
          break;
        case OP.SEND:
          stacks[arg] = stack;
          next(stack);
          break;
        case OP.JUMP_FORWARD:
          stacks[arg] = stack;
          break;
        case OP.JUMP_BACKWARD:
        case OP.JUMP_BACKWARD_NO_INTERRUPT:
          if (stacks[arg] === null && arg < k) todo = true;
          stacks[arg] = stack;
          break;
        case OP.GET_ITER:
        case OP.GET_AITER:
          next(push(pop(stack), 'I'));
          break;
        case OP.FOR_ITER:
          stack = push(stack, 'O');
          stacks[arg] = stack;
          next(stack);
          break;
        case OP.END_ASYNC_FOR:
          next(pop(stack, 2));
          break;
        case OP.PUSH_EXC_INFO:
          next(push(stack, 'E'));
          break;
        case OP.POP_EXCEPT:
          next(pop(stack));
          break;
        case OP.RETURN_VALUE:
        case OP.RETURN_CONST:
        case OP.RAISE_VARARGS:
        case OP.RERAISE:
          break;
        case OP.PUSH_NULL:
          next(push(stack, 'N'));
          break;
        case OP.LOAD_GLOBAL:
          if ((arg & 1) !== 0) stack = push(stack, 'N');
          next(push(stack, 'O'));
          break;
        case OP.LOAD_ATTR:
          next((arg & 1) !== 0 ? push(push(pop(stack), 'N'), 'O') : stack);
          break;
        case OP.CALL:
          next(push(pop(stack, arg + 2), 'O'));
          break;
        case OP.SWAP: {
          const a = stack.split('');
          const top = a.length - 1;
          const other = a.length - arg;
          if (other >= 0) [a[top], a[other]] = [a[other]!, a[top]!];
          next(a.join(''));
          break;
        }
        case OP.COPY:
          next(push(stack, (stack[stack.length - arg] ?? 'O') as Kind));
          break;
        default: {
          let delta = stack_effect(op, arg, -1);
          for (; delta < 0; delta++) stack = pop(stack);
          for (; delta > 0; delta--) stack = push(stack, 'O');
          next(stack);
        }
      }
    }
    for (const h of rt.handlers) {
      const from = stacks[h.start] ?? null;
      if (from === null || stacks[h.target] !== null) continue;
      todo = true;
      let s = from === TOO_DEEP ? TOO_DEEP : from.slice(0, h.depth);
      if (h.lasti) s = push(s, 'L');
      stacks[h.target] = push(s, 'E');
    }
  }
  return stacks;
}

/** CPython 3.12: compatible_stack */
function compatible(from: Stack, to: Stack): boolean {
  if (from === null || to === null || from === TOO_DEEP || to === TOO_DEEP) return false;
  if (from.length < to.length) return false;
  for (let i = 0; i < to.length; i++) {
    if (to[i] === 'O' ? from[i] === 'N' : to[i] !== 'N' && from[i] !== to[i]) return false;
  }
  return true;
}

/** CPython 3.12: explain_incompatible_stack */
function explain(to: Stack): string {
  if (to === TOO_DEEP) return 'stack is too deep to analyze';
  if (to === null) return "can't jump into an exception handler, or code may be unreachable";
  switch (to.at(-1)) {
    case 'E':
      return "can't jump into an 'except' block as there's no exception";
    case 'L':
      return "can't jump into a re-raising block as there's no location";
    case 'I':
      return "can't jump into the body of a for loop";
    default:
      return 'incompatible stacks';
  }
}

/** The line that begins at an instruction, or -1. CPython 3.12: marklines */
function markLines(rt: CodeRuntime): number[] {
  const lines: number[] = new Array(rt.firsts.length).fill(-1);
  let last = -1;
  let k = 0;
  for (const [start, , line] of co_lines(rt.co)) {
    if (line === null || line === last) continue;
    last = line;
    while (k < lines.length && rt.firsts[k]! < start) k++;
    if (k < lines.length) lines[k] = line;
  }
  return lines;
}

/** CPython 3.12: the events at which frame_setlineno lets a frame jump, and what it says at the others */
function forbidden(event: number): string | null {
  switch (event) {
    case -1:
      return 'f_lineno can only be set in a trace function';
    case EVENT.PY_RESUME:
    case EVENT.JUMP:
    case EVENT.BRANCH:
    case EVENT.LINE:
    case EVENT.PY_YIELD:
      return null;
    case EVENT.PY_START:
      return "can't jump from the 'call' trace event of a new frame";
    case EVENT.CALL:
    case EVENT.C_RETURN:
      return "can't jump during a call";
    default:
      return "can only jump from a 'line' trace event";
  }
}

function* setLinenoG(o: FrameObject, value: Obj): Gen {
  const event = current.thread.whatEvent;
  const why = forbidden(event);
  if (why !== null) return raise(PyExc.ValueError, why);
  const frame = o.v.frame as Frame;
  const { rt, slots } = frame;
  const wanted = Number(value.v);
  if (!(Math.abs(wanted) <= 0x7fffffff)) return raise(PyExc.ValueError, 'lineno out of range');
  if (wanted < rt.co.firstlineno)
    return raise(PyExc.ValueError, `line ${wanted} comes before the current code block`);
  const lines = markLines(rt);
  let line = Number.POSITIVE_INFINITY;
  for (const l of lines) if (l >= wanted && l < line) line = l;
  if (line === Number.POSITIVE_INFINITY)
    return raise(PyExc.ValueError, `line ${wanted} comes after the current code block`);
  const stacks = markStacks(rt);
  const start = stacks[frame.at] ?? null;
  let best = -1;
  let bestStack = '';
  let message = 'cannot find bytecode for specified line';
  let explained = false;
  for (let k = 0; k < lines.length; k++) {
    if (lines[k] !== line) continue;
    const to = stacks[k] ?? null;
    if (compatible(start, to)) {
      if (best < 0 || to!.length > bestStack.length) {
        bestStack = to!;
        best = k;
      }
    } else if (best < 0 && !explained) {
      if (start === TOO_DEEP) message = 'stack to deep to analyze';
      else if (start === null) message = "can't jump from unreachable code";
      else {
        message = explain(to);
        explained = true;
      }
    }
  }
  if (best < 0) return raise(PyExc.ValueError, message);
  let unbound = 0;
  for (let i = 0; i < rt.nlocalsplus; i++) if ((slots[i] ?? null) === null) unbound++;
  if (unbound > 0) {
    let r = runningHooks.warn(
      'RuntimeWarning',
      `assigning None to ${unbound} unbound local${unbound === 1 ? '' : 's'}`,
    );
    if (r === null) r = yield* settle();
    if (r === null) return null;
    decref(r);
    for (let i = 0; i < rt.nlocalsplus; i++) if ((slots[i] ?? null) === null) slots[i] = none();
  }
  let have = start!;
  const generator = frame.generator as Generator_ | null;
  if (generator !== null && generator.v.state === GEN_SUSPENDED) have = have.slice(0, -1);
  for (; have.length > bestStack.length; have = have.slice(0, -1)) {
    const v = slots[--frame.sp] ?? null;
    slots[frame.sp] = null;
    if (have.endsWith('E')) {
      // The exception being handled goes with it.
      const { item } = excState;
      const old = item.value;
      item.value = v === null || v.type.name === 'NoneType' ? null : v;
      xdecref(old);
    } else xdecref(v);
  }
  const track = trackOf(frame);
  track.prev = best;
  track.jumped = best;
  standAt(frame, best);
  return none();
}

export function installSetLineno(): void {
  linenoHook.set = (o: FrameObject, value: Obj): Res => suspend(setLinenoG(o, value), [o, value]);
}
