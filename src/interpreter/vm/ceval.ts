// The eval loop: one instruction after another.
//
// `evalLoop` runs the top frame of a thread, follows calls and returns between Python functions without nesting, and
// comes back when something else must happen: a native waits, the budget is spent, the thread is done. Hot
// instructions are written out here, reference counts as text (`o.rc++`), because a call for each was measured 10 %
// slower; the rest are one call each (opcodes_*.ts). An error is a null result with tstate.exc set.
//
// A case ends in one of three ways. `break`: the next instruction. `break stop`: "no result", an error or something
// pending; `cont` says what the frame does with the result when it comes. `continue`: the same instruction again as another
// form of itself, when a counter has run out and the instruction has been specialised, or when the guard of a
// specialised form fails, which then runs, and counts, as the general one (vm/specialize.ts). (One loop with one way back
// was measured a tenth faster than two, one inside the other.)
//
// Architecture invariant: this function stays below V8's 61,440 bytes of bytecode (architecture.test.ts), beyond which it
// would never be optimised.
//
// Answers to CPython 3.12: Python/bytecodes.c, Python/ceval.c.

import type { CodeObject } from '../code/codeobject.ts';
import type { Op, Specialized } from '../code/opcodes.ts';
import { dealloc, decref, Obj, PyType, type Res, TPFLAGS, tstate, typeType } from '../memory/object.ts';
import {
  binaryOp,
  contains,
  getItem,
  getIter,
  invert,
  negative,
  objectLength,
  setItem,
} from '../objects/abstract.ts';
import { type MethodDescr, methodDescrType } from '../objects/descrobject.ts';
import {
  type Dict,
  type DictObj,
  dictType,
  findStr,
  type SharedKeys,
  setItemFast,
} from '../objects/dictcore.ts';
import { dictSubscript } from '../objects/dictobject.ts';
import { clearIf, PyExc } from '../objects/errors.ts';
import { excState } from '../objects/exceptions.ts';
import { type Float, floatType } from '../objects/floatcore.ts';
import {
  type Cell,
  functionType,
  type Method,
  methodType,
  newCell,
  type PyFunction,
} from '../objects/funcobject.ts';
import {
  coroutineType,
  GEN_CLOSED,
  GEN_CREATED,
  GEN_RUNNING,
  type Generator_,
  generatorType,
} from '../objects/genobject.ts';
import { type SeqIterObj, seqIterEnd } from '../objects/iterobject.ts';
import { listIterType } from '../objects/listobject.ts';
import { False, type Int, intType, newInt, smallInts, True } from '../objects/longcore.ts';
import { type Builtin, builtinType, callNative } from '../objects/methodobject.ts';
import { type Module, moduleType } from '../objects/moduleobject.ts';
import {
  ensureDict,
  getAttr,
  objectCall,
  objectStr,
  richCompare,
  setAttr,
  truth,
} from '../objects/object.ts';
import { type RangeIter, rangeIterType } from '../objects/rangeobject.ts';
import {
  type List,
  listAppendOwned,
  listType,
  newList,
  newTuple,
  type Tuple,
  tupleType,
} from '../objects/seqcore.ts';
import { None } from '../objects/singletons.ts';
import { newStr, type Str, strHash, strType } from '../objects/strcore.ts';
import { superType } from '../objects/superobject.ts';
import { tupleIterType } from '../objects/tupleobject.ts';
import { allocInstance, slotCells } from '../objects/typeobject.ts';
import {
  getMethod,
  instanceValue,
  plainComparison,
  plainInit,
  plainOperator,
  storeInstanceValue,
} from './attributes.ts';
import { bindCall } from './call.ts';
import { COUNTER_ONE, runtimeOf } from './coderuntime.ts';
import { CONT, clearFrame, type Frame, frameForFunction } from './frame.ts';
import { leaveFrame } from './frameobject.ts';
import { makeGenerator, resumeFrame } from './generators.ts';
import { loadGlobal, loadName, storeName, unboundLocal } from './names.ts';
import { COLD_NEXT, COLD_RAISE, COUNTED_SUPER_ATTR, coldOp } from './opcodes_cold.ts';
import { applyResult, settles } from './results.ts';
import {
  cachedGetItem,
  type Guard,
  specializeBinaryOp,
  specializeBinarySubscr,
  specializeCompareOp,
  specializeForIter,
  specializeLoadAttr,
  specializeLoadGlobal,
  specializeSend,
  specializeStoreAttr,
  specializeStoreSubscr,
  specializeSuperAttr,
  specializeUnpackSequence,
} from './specialize.ts';
import { hasVectorcall, METH, specializeCall } from './specialize_call.ts';
import { MODE, recursion, type Thread } from './thread.ts';
import { tooDeep, unwind } from './unwind.ts';
import { watchHook } from './watchhook.ts';

const MAX = 9007199254740991;
/** One digit of CPython's ints. */
const DIGIT = 2 ** 30;
/** Longer strings are left to the operator itself, which knows JavaScript's limit. */
const MAX_TEXT = 2 ** 28;

/** Executes the thread's top frame (a Python frame) until something else must happen; then thread.mode says what. */
export function evalLoop(thread: Thread): void {
  let frame = thread.top as Frame;
  let budget = thread.budget;
  // Each turn of the outer loop loads a frame's state into local variables.
  outer: for (;;) {
    const rt = frame.rt;
    const watched = frame.watched;
    const instr = watched ? rt.watched : rt.plain;
    const slots = frame.slots;
    const consts = rt.consts;
    const cache = rt.cache as (Guard | null)[];
    const counters = rt.counters;
    const shift = watched ? 1 : 0;
    let sp = frame.sp;
    let pc = frame.pc;
    let cont: number = CONT.PUSH;
    if (tstate.todo !== 0) {
      // Finalizers and collections run between instructions.
      thread.budget = budget;
      return;
    }
    let w = instr[pc++]!;
    let arg = w >>> 8;
    let op = w & 255;
    stop: for (;;) {
      switch (op) {
        // -- : tells the watcher what comes next
        case 255: {
          frame.pc = pc;
          frame.sp = sp;
          if (watchHook.onInstruction(frame)) {
            if (tstate.pending !== null) {
              frame.cont = CONT.DROP;
              thread.mode = MODE.WAIT;
              thread.budget = budget - 1;
              return;
            }
            frame.pc = pc - 1;
            thread.mode = MODE.RUN;
            thread.budget = 0;
            watchHook.paused = true;
            return;
          }
          break;
        }
        case 9 satisfies Op['NOP']:
          break;
        // --
        case 151 satisfies Op['RESUME']:
          if (--budget <= 0 && arg < 2) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = 0;
            return;
          }
          break;
        // -- value
        case 124 satisfies Op['LOAD_FAST']:
        case 136 satisfies Op['LOAD_CLOSURE']: {
          const v = slots[arg]!;
          v.rc++;
          slots[sp++] = v;
          break;
        }
        case 127 satisfies Op['LOAD_FAST_CHECK']: {
          const v = slots[arg]!;
          if (v === null) {
            unboundLocal(frame, arg);
            break stop;
          }
          v.rc++;
          slots[sp++] = v;
          break;
        }
        case 143 satisfies Op['LOAD_FAST_AND_CLEAR']:
          slots[sp++] = slots[arg]!;
          slots[arg] = null;
          break;
        // -- value
        case 100 satisfies Op['LOAD_CONST']: {
          const v = consts[arg]!;
          v.rc++;
          slots[sp++] = v;
          break;
        }
        // -- value value
        case 88 satisfies Specialized['LOAD_FAST__LOAD_FAST']: {
          const v = slots[arg]!;
          v.rc++;
          slots[sp++] = v;
          const v2 = slots[instr[pc++]! >>> 8]!;
          v2.rc++;
          slots[sp++] = v2;
          break;
        }
        case 86 satisfies Specialized['LOAD_FAST__LOAD_CONST']: {
          const v = slots[arg]!;
          v.rc++;
          slots[sp++] = v;
          const v2 = consts[instr[pc++]! >>> 8]!;
          v2.rc++;
          slots[sp++] = v2;
          break;
        }
        case 84 satisfies Specialized['LOAD_CONST__LOAD_FAST']: {
          const v = consts[arg]!;
          v.rc++;
          slots[sp++] = v;
          const v2 = slots[instr[pc++]! >>> 8]!;
          v2.rc++;
          slots[sp++] = v2;
          break;
        }
        // value -- value
        case 154 satisfies Specialized['STORE_FAST__LOAD_FAST']: {
          const old = slots[arg]!;
          slots[arg] = slots[sp - 1]!;
          if (old !== null && --old.rc === 0) {
            dealloc(old);
            if (tstate.todo !== 0) {
              slots[--sp] = null;
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          const v = slots[instr[pc++]! >>> 8]!;
          v.rc++;
          slots[sp - 1] = v;
          break;
        }
        // value value --
        case 158 satisfies Specialized['STORE_FAST__STORE_FAST']: {
          const old = slots[arg]!;
          slots[arg] = slots[--sp]!;
          slots[sp] = null;
          if (old !== null && --old.rc === 0) {
            dealloc(old);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          const to = instr[pc++]! >>> 8;
          const old2 = slots[to]!;
          slots[to] = slots[--sp]!;
          slots[sp] = null;
          if (old2 !== null && --old2.rc === 0) {
            dealloc(old2);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        // value --
        case 125 satisfies Op['STORE_FAST']: {
          const old = slots[arg]!;
          slots[arg] = slots[--sp]!;
          slots[sp] = null;
          if (old !== null && --old.rc === 0) {
            dealloc(old);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        // value --
        case 1 satisfies Op['POP_TOP']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          if (--v.rc === 0) {
            dealloc(v);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        case 2 satisfies Op['PUSH_NULL']:
          slots[sp++] = null;
          break;
        // iter value --
        case 4 satisfies Op['END_FOR']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const it = slots[--sp]!;
          slots[sp] = null;
          if (--v.rc === 0) dealloc(v);
          if (--it.rc === 0) dealloc(it);
          break;
        }
        // receiver value -- value
        case 5 satisfies Op['END_SEND']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const receiver = slots[sp - 1]!;
          slots[sp - 1] = v;
          if (--receiver.rc === 0) dealloc(receiver);
          break;
        }
        // lhs rhs -- result
        case 7 satisfies Specialized['BINARY_OP_ADD_INT']:
        case 18 satisfies Specialized['BINARY_OP_SUBTRACT_INT']:
        case 14 satisfies Specialized['BINARY_OP_MULTIPLY_INT']: {
          const b = slots[sp - 1]!;
          const a = slots[sp - 2]!;
          if (a.type !== intType || b.type !== intType) {
            op = 122;
            continue;
          }
          const x = (a as Int).v;
          const y = (b as Int).v;
          slots[--sp] = null;
          if (typeof x === 'number' && typeof y === 'number') {
            const n = op === 7 ? x + y : op === 18 ? x - y : x * y;
            if (n <= MAX && n >= -MAX) {
              if (n >= -5 && n <= 256) {
                const r = smallInts[n + 5]!;
                r.rc++;
                slots[sp - 1] = r;
                if (--a.rc === 0) dealloc(a);
              } else if (a.rc === 1) {
                // The left operand is a temporary: reuse its box.
                (a as Int).v = n;
                a.id = 0;
              } else {
                slots[sp - 1] = new Obj<number | bigint>(intType, n);
                a.rc--;
              }
              if (--b.rc === 0) dealloc(b);
              break;
            }
          }
          frame.pc = pc;
          slots[sp - 1] = binaryOp(a, b, arg);
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          if (slots[sp - 1] === null) {
            sp--;
            break stop;
          }
          break;
        }
        case 6 satisfies Specialized['BINARY_OP_ADD_FLOAT']:
        case 16 satisfies Specialized['BINARY_OP_SUBTRACT_FLOAT']:
        case 13 satisfies Specialized['BINARY_OP_MULTIPLY_FLOAT']: {
          const b = slots[sp - 1]!;
          const a = slots[sp - 2]!;
          if (a.type !== floatType || b.type !== floatType) {
            op = 122;
            continue;
          }
          const x = (a as Float).v;
          const y = (b as Float).v;
          const n = op === 6 ? x + y : op === 16 ? x - y : x * y;
          slots[--sp] = null;
          if (a.rc === 1) {
            (a as Float).v = n;
            a.id = 0;
          } else {
            slots[sp - 1] = new Obj<number>(floatType, n);
            a.rc--;
          }
          if (--b.rc === 0) dealloc(b);
          break;
        }
        // In place: the variable on the left is the one that is stored next, and CPython does both at once.
        case 10 satisfies Specialized['BINARY_OP_INPLACE_ADD_UNICODE']:
        case 8 satisfies Specialized['BINARY_OP_ADD_UNICODE']: {
          const b = slots[sp - 1]!;
          const a = slots[sp - 2]!;
          if (
            a.type !== strType ||
            b.type !== strType ||
            (op === 10 && slots[instr[pc + shift]! >>> 8] !== a) ||
            (a as Str).v.length + (b as Str).v.length >= MAX_TEXT
          ) {
            op = 122;
            continue;
          }
          slots[--sp] = null;
          slots[sp - 1] = newStr((a as Str).v + (b as Str).v);
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          break;
        }
        case 122 satisfies Op['BINARY_OP']: {
          const b = slots[sp - 1]!;
          const a = slots[sp - 2]!;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeBinaryOp(rt, at, a, b, arg, slots);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          slots[--sp] = null;
          const x = a.v;
          const y = b.v;
          if (typeof x === 'number' && typeof y === 'number') {
            let n = NaN;
            if (a.type === intType && b.type === intType) {
              switch (arg) {
                case 2:
                case 15:
                  if (y !== 0) n = Math.floor(x / y);
                  // A quotient near a whole number may have been rounded up to it.
                  if (n * y > x !== y < 0 && n * y !== x) n = NaN;
                  break;
                case 6:
                case 19:
                  if (y !== 0) {
                    n = x % y;
                    if (n !== 0 && n < 0 !== y < 0) n += y;
                  }
                  break;
                case 1:
                case 14:
                  if ((x | 0) === x && (y | 0) === y) n = x & y;
                  break;
                case 7:
                case 20:
                  if ((x | 0) === x && (y | 0) === y) n = x | y;
                  break;
                case 12:
                case 25:
                  if ((x | 0) === x && (y | 0) === y) n = x ^ y;
                  break;
                case 9:
                case 22:
                  if ((x | 0) === x && y >= 0 && y < 32) n = x >> y;
                  break;
                case 3:
                case 16:
                  if (y >= 0 && y < 22 && x < 0x7fffffff && x > -0x7fffffff) n = x * (1 << y);
                  break;
              }
              if (n <= MAX && n >= -MAX) {
                slots[sp - 1] = newInt(n === 0 ? 0 : n);
                if (--a.rc === 0) dealloc(a);
                if (--b.rc === 0) dealloc(b);
                break;
              }
            } else if (
              (arg === 11 || arg === 24) &&
              y !== 0 &&
              a.type === floatType &&
              (b.type === floatType || b.type === intType)
            ) {
              slots[sp - 1] = new Obj<number>(floatType, x / y);
              if (--a.rc === 0) dealloc(a);
              if (--b.rc === 0) dealloc(b);
              break;
            }
          }
          if (!watched && (a.type.flags & TPFLAGS.HEAPTYPE) !== 0 && thread.depth < recursion.limit) {
            const f = plainOperator(a.type, b.type, arg);
            if (f !== null && takesTwo(f)) {
              // The operands stay where they are until the method has answered.
              const to = frameForFunction(f);
              to.slots[0] = a;
              to.slots[1] = b;
              a.rc++;
              b.rc++;
              slots[sp++] = b;
              frame.pc = pc;
              frame.sp = sp;
              enter(thread, frame, to, false);
              frame.cont = CONT.BINARY;
              frame.contArg = arg;
              frame = to;
              continue outer;
            }
          }
          frame.pc = pc;
          const r = binaryOp(a, b, arg);
          slots[sp - 1] = r;
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          if (r === null) {
            sp--;
            break stop;
          }
          break;
        }
        // lhs rhs -- bool
        case 58 satisfies Specialized['COMPARE_OP_INT']: {
          const b = slots[sp - 1]!;
          const a = slots[sp - 2]!;
          const x = (a as Int).v;
          const y = (b as Int).v;
          if (
            a.type !== intType ||
            b.type !== intType ||
            typeof x !== 'number' ||
            typeof y !== 'number' ||
            x >= DIGIT ||
            x <= -DIGIT ||
            y >= DIGIT ||
            y <= -DIGIT
          ) {
            op = 107;
            continue;
          }
          // The mask below the operator: 2 for <, 4 for >, 8 for ==.
          const yes = ((x < y ? 2 : x > y ? 4 : 8) & arg) !== 0;
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          const jump = instr[pc]!;
          if ((jump & 254) === 114) {
            // POP_JUMP_IF_FALSE (or _TRUE) comes next: no need to push what it pops.
            slots[--sp] = null;
            slots[--sp] = null;
            pc = yes === ((jump & 1) === 1) ? jump >>> 8 : pc + 1;
            break;
          }
          slots[--sp] = null;
          const r = yes ? True : False;
          r.rc++;
          slots[sp - 1] = r;
          break;
        }
        case 57 satisfies Specialized['COMPARE_OP_FLOAT']: {
          const b = slots[sp - 1]!;
          const a = slots[sp - 2]!;
          if (a.type !== floatType || b.type !== floatType) {
            op = 107;
            continue;
          }
          const x = (a as Float).v;
          const y = (b as Float).v;
          // Its lowest bit stands for unordered.
          const yes = ((x < y ? 2 : x > y ? 4 : x === y ? 8 : 1) & arg) !== 0;
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          const jump = instr[pc]!;
          if ((jump & 254) === 114) {
            // POP_JUMP_IF_FALSE (or _TRUE) comes next: no need to push what it pops.
            slots[--sp] = null;
            slots[--sp] = null;
            pc = yes === ((jump & 1) === 1) ? jump >>> 8 : pc + 1;
            break;
          }
          slots[--sp] = null;
          const r = yes ? True : False;
          r.rc++;
          slots[sp - 1] = r;
          break;
        }
        case 59 satisfies Specialized['COMPARE_OP_STR']: {
          const b = slots[sp - 1]!;
          const a = slots[sp - 2]!;
          if (a.type !== strType || b.type !== strType) {
            op = 107;
            continue;
          }
          const yes = ((a as Str).v === (b as Str).v) === (arg >> 4 === 2);
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          const jump = instr[pc]!;
          if ((jump & 254) === 114) {
            // POP_JUMP_IF_FALSE (or _TRUE) comes next: no need to push what it pops.
            slots[--sp] = null;
            slots[--sp] = null;
            pc = yes === ((jump & 1) === 1) ? jump >>> 8 : pc + 1;
            break;
          }
          slots[--sp] = null;
          const r = yes ? True : False;
          r.rc++;
          slots[sp - 1] = r;
          break;
        }
        case 107 satisfies Op['COMPARE_OP']: {
          const b = slots[sp - 1]!;
          const a = slots[sp - 2]!;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeCompareOp(rt, at, a, b, arg);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          if (!watched && (a.type.flags & TPFLAGS.HEAPTYPE) !== 0 && thread.depth < recursion.limit) {
            const f = plainComparison(a.type, b.type, arg >> 4);
            if (f !== null && takesTwo(f)) {
              const to = frameForFunction(f);
              to.slots[0] = a;
              to.slots[1] = b;
              a.rc++;
              b.rc++;
              frame.pc = pc;
              frame.sp = sp;
              enter(thread, frame, to, false);
              frame.cont = CONT.COMPARE;
              frame.contArg = arg >> 4;
              frame = to;
              continue outer;
            }
          }
          slots[--sp] = null;
          frame.pc = pc;
          const r = richCompare(a, b, arg >> 4);
          slots[sp - 1] = r;
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          if (r === null) {
            sp--;
            break stop;
          }
          break;
        }
        // lhs rhs -- bool
        case 117 satisfies Op['IS_OP']: {
          const b = slots[--sp]!;
          const a = slots[sp - 1]!;
          slots[sp] = null;
          const r = (a === b) === (arg === 0) ? True : False;
          r.rc++;
          slots[sp - 1] = r;
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          break;
        }
        // value container -- bool
        case 118 satisfies Op['CONTAINS_OP']: {
          const b = slots[--sp]!;
          const a = slots[--sp]!;
          slots[sp] = null;
          slots[sp + 1] = null;
          frame.pc = pc;
          const r = contains(b, a);
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          if (r === null) {
            cont = CONT.CONTAINS;
            frame.contArg = arg;
            break stop;
          }
          if (arg === 1) {
            r.rc--;
            const n = r === True ? False : True;
            n.rc++;
            slots[sp++] = n;
          } else slots[sp++] = r;
          break;
        }
        // value --
        case 114 satisfies Op['POP_JUMP_IF_FALSE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          if (v === True) v.rc--;
          else if (v === False) {
            v.rc--;
            pc = arg;
          } else {
            frame.pc = pc;
            const t = truth(v);
            if (--v.rc === 0) dealloc(v);
            if (t === 0) pc = arg;
            else if (t < 0) {
              cont = CONT.JUMP_IF_FALSE;
              frame.contArg = arg;
              break stop;
            }
          }
          break;
        }
        case 115 satisfies Op['POP_JUMP_IF_TRUE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          if (v === False) v.rc--;
          else if (v === True) {
            v.rc--;
            pc = arg;
          } else {
            frame.pc = pc;
            const t = truth(v);
            if (--v.rc === 0) dealloc(v);
            if (t === 1) pc = arg;
            else if (t < 0) {
              cont = CONT.JUMP_IF_TRUE;
              frame.contArg = arg;
              break stop;
            }
          }
          break;
        }
        case 129 satisfies Op['POP_JUMP_IF_NONE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          if (v === None) pc = arg;
          if (--v.rc === 0) dealloc(v);
          break;
        }
        case 128 satisfies Op['POP_JUMP_IF_NOT_NONE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          if (v !== None) pc = arg;
          if (--v.rc === 0) dealloc(v);
          break;
        }
        // value -- result
        case 12 satisfies Op['UNARY_NOT']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          frame.pc = pc;
          const t = truth(v);
          if (--v.rc === 0) dealloc(v);
          if (t < 0) {
            cont = CONT.NOT;
            break stop;
          }
          const r = t === 0 ? True : False;
          r.rc++;
          slots[sp++] = r;
          break;
        }
        case 11 satisfies Op['UNARY_NEGATIVE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          frame.pc = pc;
          const r = negative(v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) break stop;
          slots[sp++] = r;
          break;
        }
        case 15 satisfies Op['UNARY_INVERT']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          frame.pc = pc;
          const r = invert(v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) break stop;
          slots[sp++] = r;
          break;
        }
        case 110 satisfies Op['JUMP_FORWARD']:
        case 134 satisfies Op['JUMP_BACKWARD_NO_INTERRUPT']:
          pc = arg;
          break;
        case 140 satisfies Op['JUMP_BACKWARD']:
          pc = arg;
          if (--budget <= 0 || tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        // iterable -- iter
        case 68 satisfies Op['GET_ITER']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          frame.pc = pc;
          const r = getIter(v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) break stop;
          slots[sp++] = r;
          break;
        }
        // iter -- iter next   (or, exhausted: iter -- , and jump behind END_FOR)
        case 62 satisfies Specialized['FOR_ITER_LIST']:
        case 63 satisfies Specialized['FOR_ITER_TUPLE']: {
          const it = slots[sp - 1] as SeqIterObj;
          if (it.type !== (op === 62 ? listIterType : tupleIterType)) {
            op = 93;
            continue;
          }
          const iv = it.v;
          const seq = iv.seq as List | null;
          if (seq !== null && iv.index < seq.v.length) {
            const r = seq.v[iv.index++]!;
            r.rc++;
            slots[sp++] = r;
            break;
          }
          seqIterEnd(it);
          slots[--sp] = null;
          if (--it.rc === 0) dealloc(it);
          pc = arg + 1 + shift;
          break;
        }
        case 64 satisfies Specialized['FOR_ITER_RANGE']: {
          const it = slots[sp - 1] as Obj<RangeIter>;
          if (it.type !== rangeIterType) {
            op = 93;
            continue;
          }
          const range = it.v;
          if (range.len > 0) {
            const n = range.start;
            range.start = n + range.step;
            range.len--;
            slots[sp++] = newInt(n);
            break;
          }
          slots[--sp] = null;
          if (--it.rc === 0) dealloc(it);
          pc = arg + 1 + shift;
          break;
        }
        case 65 satisfies Specialized['FOR_ITER_GEN']: {
          const it = slots[sp - 1]!;
          if (
            it.type !== generatorType ||
            (it as Generator_).v.state >= GEN_RUNNING ||
            (it as Generator_).v.frame === null
          ) {
            op = 93;
            continue;
          }
          const after = arg + 1 + shift;
          if (thread.depth >= recursion.limit) {
            tooDeep();
            break stop;
          }
          frame.pc = pc;
          frame.sp = sp;
          frame.cont = CONT.FOR_ITER;
          frame.contArg = after;
          None.rc++;
          frame = resumeFrame(thread, frame, it, None);
          continue outer;
        }
        case 93 satisfies Op['FOR_ITER']: {
          const it = slots[sp - 1]!;
          const after = arg + 1 + shift;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeForIter(rt, at, it);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          if (it.type === generatorType) {
            const g = (it as Generator_).v;
            if (g.state < GEN_RUNNING && g.frame !== null) {
              if (thread.depth >= recursion.limit) {
                tooDeep();
                break stop;
              }
              frame.pc = pc;
              frame.sp = sp;
              frame.cont = CONT.FOR_ITER;
              frame.contArg = after;
              None.rc++;
              frame = resumeFrame(thread, frame, it, None);
              continue outer;
            }
          }
          frame.pc = pc;
          const r = it.type.tp_iternext!(it);
          if (r !== null) {
            slots[sp++] = r;
            break;
          }
          if (tstate.exc === null && tstate.pending === null) {
            slots[--sp] = null;
            if (--it.rc === 0) dealloc(it);
            pc = after;
            break;
          }
          cont = CONT.FOR_ITER;
          frame.contArg = after;
          break stop;
        }
        // -- value   (or NULL value)
        case 112 satisfies Specialized['LOAD_GLOBAL_MODULE']: {
          const g = cache[(pc - 1) >> shift]!;
          const d = g.dict!;
          if (d !== frame.globals.v || d.version !== g.version) {
            op = 116;
            continue;
          }
          if ((arg & 1) !== 0) slots[sp++] = null;
          const v = d.values[g.index]!;
          v.rc++;
          slots[sp++] = v;
          break;
        }
        case 111 satisfies Specialized['LOAD_GLOBAL_BUILTIN']: {
          const g = cache[(pc - 1) >> shift]!;
          const d = g.dict2!;
          if (
            g.dict !== frame.globals.v ||
            g.dict.version !== g.version ||
            d !== frame.builtins.v ||
            d.version !== g.version2
          ) {
            op = 116;
            continue;
          }
          if ((arg & 1) !== 0) slots[sp++] = null;
          const v = d.values[g.index]!;
          v.rc++;
          slots[sp++] = v;
          break;
        }
        case 116 satisfies Op['LOAD_GLOBAL']: {
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeLoadGlobal(rt, at, frame, rt.names[arg >> 1]!);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          if ((arg & 1) !== 0) slots[sp++] = null;
          const v = loadGlobal(frame, rt.names[arg >> 1]!);
          if (v === null) break stop;
          slots[sp++] = v;
          break;
        }
        case 101 satisfies Op['LOAD_NAME']: {
          const name = rt.names[arg]!;
          const locals = frame.locals!;
          if (locals.type === dictType) {
            const d = locals.v as Dict;
            const at = findStr(d, name, strHash(name));
            if (at >= 0) {
              const v = d.values[at]!;
              v.rc++;
              slots[sp++] = v;
              break;
            }
          }
          frame.pc = pc;
          const v = loadName(frame, name);
          if (v === null) break stop;
          slots[sp++] = v;
          break;
        }
        // value --
        case 90 satisfies Op['STORE_NAME']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          frame.pc = pc;
          const r = storeName(frame, rt.names[arg]!, v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) {
            cont = CONT.DROP;
            break stop;
          }
          r.rc--;
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        // owner -- value   (method call form: owner -- method self  or  NULL value)
        case 73 satisfies Specialized['LOAD_ATTR_INSTANCE_VALUE']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          const dict = owner.x as DictObj | null;
          if (owner.type.version !== g.version || dict === null || dict.gc !== 0) {
            op = 106;
            continue;
          }
          const d = dict!.v;
          const v =
            d.shape === g.shape && g.shape !== null
              ? d.values[g.index]!
              : instanceValue(d, rt.names[arg >> 1]!, g);
          if (v === undefined) {
            op = 106;
            continue;
          }
          v.rc++;
          if ((arg & 1) !== 0) {
            slots[sp - 1] = null;
            slots[sp++] = v;
          } else slots[sp - 1] = v;
          if (--owner.rc === 0) {
            dealloc(owner);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        case 79 satisfies Specialized['LOAD_ATTR_WITH_HINT']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          const dict = owner.x as DictObj | null;
          if (
            owner.type.version !== g.version ||
            dict === null ||
            dict.gc === 0 ||
            dict.v.shape !== null ||
            dict.v.keys[g.index] !== rt.names[arg >> 1]
          ) {
            op = 106;
            continue;
          }
          const v = dict!.v.values[g.index]!;
          v.rc++;
          if ((arg & 1) !== 0) {
            slots[sp - 1] = null;
            slots[sp++] = v;
          } else slots[sp - 1] = v;
          if (--owner.rc === 0) {
            dealloc(owner);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        case 78 satisfies Specialized['LOAD_ATTR_SLOT']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          const v: Obj | null | undefined =
            owner.type.version !== g.version
              ? null
              : g.index < 0
                ? owner.type.self
                : slotCells(owner)[g.index];
          if (v == null) {
            op = 106;
            continue;
          }
          v!.rc++;
          if ((arg & 1) !== 0) {
            slots[sp - 1] = null;
            slots[sp++] = v!;
          } else slots[sp - 1] = v!;
          if (--owner.rc === 0) {
            dealloc(owner);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        case 76 satisfies Specialized['LOAD_ATTR_MODULE']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          if (
            owner.type !== moduleType ||
            (owner as Module).v.dict.v !== g.dict ||
            g.dict.version !== g.version
          ) {
            op = 106;
            continue;
          }
          const v = g.dict!.values[g.index]!;
          v.rc++;
          if ((arg & 1) !== 0) {
            slots[sp - 1] = null;
            slots[sp++] = v;
          } else slots[sp - 1] = v;
          if (--owner.rc === 0) {
            dealloc(owner);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        case 70 satisfies Specialized['LOAD_ATTR_CLASS']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          if (
            (owner.type.flags & TPFLAGS.TYPE_SUBCLASS) === 0 ||
            (owner as Obj<PyType>).v.version !== g.version
          ) {
            op = 106;
            continue;
          }
          const v = g.descr!;
          v.rc++;
          if ((arg & 1) !== 0) {
            slots[sp - 1] = null;
            slots[sp++] = v;
          } else slots[sp - 1] = v;
          if (--owner.rc === 0) {
            dealloc(owner);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        // owner -- method self
        case 82 satisfies Specialized['LOAD_ATTR_METHOD_WITH_VALUES']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          const type = owner.type;
          const dict = owner.x as DictObj | null;
          if (
            type.version !== g.version ||
            (dict !== null && dict.gc !== 0) ||
            !(type.sharedKeys as SharedKeys).isVersion(g.version2)
          ) {
            op = 106;
            continue;
          }
          const m = g.descr!;
          m.rc++;
          slots[sp - 1] = m;
          slots[sp++] = owner;
          break;
        }
        case 81 satisfies Specialized['LOAD_ATTR_METHOD_NO_DICT']:
        case 80 satisfies Specialized['LOAD_ATTR_METHOD_LAZY_DICT']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          if (owner.type.version !== g.version || (op === 80 && owner.x !== null)) {
            op = 106;
            continue;
          }
          const m = g.descr!;
          m.rc++;
          slots[sp - 1] = m;
          slots[sp++] = owner;
          break;
        }
        // owner -- value      by a call of a Python function
        case 77 satisfies Specialized['LOAD_ATTR_PROPERTY']:
        case 72 satisfies Specialized['LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          const f = g.descr as PyFunction;
          if (
            owner.type.version !== g.version ||
            f.v.version !== g.version2 ||
            thread.depth >= recursion.limit
          ) {
            op = 106;
            continue;
          }
          const to = frameForFunction(f);
          to.slots[0] = owner;
          if (op === 72) {
            const name = rt.names[arg >> 1]!;
            name.rc++;
            to.slots[1] = name;
          }
          slots[sp - 1] = null;
          if ((arg & 1) === 0) sp--;
          frame.pc = pc;
          frame.sp = sp;
          enter(thread, frame, to, watched);
          frame = to;
          continue outer;
        }
        case 106 satisfies Op['LOAD_ATTR']: {
          const owner = slots[sp - 1]!;
          const name = rt.names[arg >> 1]!;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeLoadAttr(rt, at, owner, name, (arg & 1) !== 0);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          // The attribute may be a frame's line.
          frame.pc = pc;
          if ((arg & 1) !== 0) {
            const m = getMethod(owner, name);
            if (m !== null) {
              m.rc++;
              slots[sp - 1] = m;
              slots[sp++] = owner;
              break;
            }
          }
          frame.pc = pc;
          const v = getAttr(owner, name);
          slots[sp - 1] = null;
          if ((arg & 1) === 0) sp--;
          if (v !== null) slots[sp++] = v;
          if (--owner.rc === 0) {
            dealloc(owner);
            if (v !== null && tstate.todo !== 0) {
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          if (v === null) break stop;
          break;
        }
        // value owner --
        case 113 satisfies Specialized['STORE_ATTR_INSTANCE_VALUE']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          let dict = owner.x as DictObj | null;
          if (owner.type.version !== g.version || (dict !== null && dict.gc !== 0)) {
            op = 95;
            continue;
          }
          if (dict === null) dict = ensureDict(owner);
          const v = slots[sp - 2]!;
          slots[--sp] = null;
          slots[--sp] = null;
          const d = dict.v;
          if (d.shape === g.shape && g.shape !== null) {
            const old = d.values[g.index]!;
            d.values[g.index] = v;
            if (--old.rc === 0) dealloc(old);
          } else storeInstanceValue(owner, rt.names[arg]!, v, g);
          if (--owner.rc === 0) dealloc(owner);
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 153 satisfies Specialized['STORE_ATTR_WITH_HINT']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          const dict = owner.x as DictObj | null;
          if (
            owner.type.version !== g.version ||
            dict === null ||
            dict.gc === 0 ||
            dict.v.shape !== null ||
            dict.v.keys[g.index] !== rt.names[arg]
          ) {
            op = 95;
            continue;
          }
          const v = slots[sp - 2]!;
          slots[--sp] = null;
          slots[--sp] = null;
          const d = dict!.v;
          const old = d.values[g.index]!;
          d.values[g.index] = v;
          if (--old.rc === 0) dealloc(old);
          if (--owner.rc === 0) dealloc(owner);
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 148 satisfies Specialized['STORE_ATTR_SLOT']: {
          const owner = slots[sp - 1]!;
          const g = cache[(pc - 1) >> shift]!;
          if (owner.type.version !== g.version) {
            op = 95;
            continue;
          }
          const cells = slotCells(owner);
          const old = cells[g.index];
          cells[g.index] = slots[sp - 2]!;
          slots[--sp] = null;
          slots[--sp] = null;
          if (old != null && --old.rc === 0) dealloc(old);
          if (--owner.rc === 0) dealloc(owner);
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 95 satisfies Op['STORE_ATTR']: {
          const owner = slots[sp - 1]!;
          const name = rt.names[arg]!;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeStoreAttr(rt, at, owner, name);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          const v = slots[sp - 2]!;
          slots[--sp] = null;
          slots[--sp] = null;
          const r = setAttr(owner, name, v);
          if (--v.rc === 0) dealloc(v);
          if (--owner.rc === 0) dealloc(owner);
          if (r === null) {
            cont = CONT.DROP;
            break stop;
          }
          r.rc--;
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        // container sub -- result
        case 21 satisfies Specialized['BINARY_SUBSCR_LIST_INT']:
        case 22 satisfies Specialized['BINARY_SUBSCR_TUPLE_INT']: {
          const key = slots[sp - 1]!;
          const o = slots[sp - 2]!;
          const i = key.v as number;
          if (
            key.type !== intType ||
            o.type !== (op === 21 ? listType : tupleType) ||
            !(i >= 0 && i < (o as List).v.length)
          ) {
            op = 25;
            continue;
          }
          const item = (o as List).v[i]!;
          item.rc++;
          slots[--sp] = null;
          slots[sp - 1] = item;
          if (--o.rc === 0) dealloc(o);
          if (--key.rc === 0) dealloc(key);
          break;
        }
        case 19 satisfies Specialized['BINARY_SUBSCR_DICT']: {
          const key = slots[sp - 1]!;
          const o = slots[sp - 2]!;
          if (o.type !== dictType) {
            op = 25;
            continue;
          }
          const r = dictSubscript(o, key);
          slots[--sp] = null;
          slots[sp - 1] = r;
          if (r === null) sp--;
          if (--o.rc === 0) dealloc(o);
          if (--key.rc === 0) dealloc(key);
          if (r === null) break stop;
          break;
        }
        case 20 satisfies Specialized['BINARY_SUBSCR_GETITEM']: {
          const f = cachedGetItem(slots[sp - 2]!.type);
          if (f === null || thread.depth >= recursion.limit) {
            op = 25;
            continue;
          }
          const to = frameForFunction(f);
          to.slots[1] = slots[--sp]!;
          slots[sp] = null;
          to.slots[0] = slots[--sp]!;
          slots[sp] = null;
          frame.pc = pc;
          frame.sp = sp;
          enter(thread, frame, to, watched);
          frame = to;
          continue outer;
        }
        case 25 satisfies Op['BINARY_SUBSCR']: {
          const key = slots[sp - 1]!;
          const o = slots[sp - 2]!;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeBinarySubscr(rt, at, o, key);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          slots[--sp] = null;
          frame.pc = pc;
          const r = getItem(o, key);
          slots[sp - 1] = r;
          if (r === null) sp--;
          if (--o.rc === 0) dealloc(o);
          if (--key.rc === 0) dealloc(key);
          if (r === null) break stop;
          break;
        }
        // value container sub --
        case 160 satisfies Specialized['STORE_SUBSCR_LIST_INT']: {
          const key = slots[sp - 1]!;
          const o = slots[sp - 2]!;
          const i = key.v as number;
          if (key.type !== intType || o.type !== listType || !(i >= 0 && i < (o as List).v.length)) {
            op = 60;
            continue;
          }
          const items = (o as List).v;
          const old = items[i]!;
          items[i] = slots[sp - 3]!;
          slots[--sp] = null;
          slots[--sp] = null;
          slots[--sp] = null;
          if (--old.rc === 0) dealloc(old);
          if (--o.rc === 0) dealloc(o);
          if (--key.rc === 0) dealloc(key);
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 159 satisfies Specialized['STORE_SUBSCR_DICT']: {
          const key = slots[sp - 1]!;
          const o = slots[sp - 2]!;
          if (o.type !== dictType) {
            op = 60;
            continue;
          }
          const v = slots[sp - 3]!;
          const done = setItemFast((o as DictObj).v, key, v);
          frame.pc = pc;
          const r = done < 0 ? setItem(o, key, v) : None;
          slots[--sp] = null;
          slots[--sp] = null;
          slots[--sp] = null;
          if (--v.rc === 0) dealloc(v);
          if (r === null) {
            if (--o.rc === 0) dealloc(o);
            if (--key.rc === 0) dealloc(key);
            cont = CONT.DROP;
            break stop;
          }
          if (done < 0) r.rc--;
          if (--o.rc === 0) dealloc(o);
          if (--key.rc === 0) dealloc(key);
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 60 satisfies Op['STORE_SUBSCR']: {
          const key = slots[sp - 1]!;
          const o = slots[sp - 2]!;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeStoreSubscr(rt, at, o, key);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          const v = slots[sp - 3]!;
          slots[--sp] = null;
          slots[--sp] = null;
          slots[--sp] = null;
          frame.pc = pc;
          const r = setItem(o, key, v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) {
            if (--o.rc === 0) dealloc(o);
            if (--key.rc === 0) dealloc(key);
            cont = CONT.DROP;
            break stop;
          }
          r.rc--;
          if (--o.rc === 0) dealloc(o);
          if (--key.rc === 0) dealloc(key);
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        // values[n] -- tuple
        case 102 satisfies Op['BUILD_TUPLE']: {
          const items = slots.slice(sp - arg, sp) as Obj[];
          for (let i = 0; i < arg; i++) slots[--sp] = null;
          slots[sp++] = newTuple(items);
          break;
        }
        // values[n] -- list
        case 103 satisfies Op['BUILD_LIST']: {
          const items = slots.slice(sp - arg, sp) as Obj[];
          for (let i = 0; i < arg; i++) slots[--sp] = null;
          slots[sp++] = newList(items);
          break;
        }
        // list .. value -- list ..
        case 145 satisfies Op['LIST_APPEND']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          listAppendOwned(slots[sp - arg] as List, v);
          break;
        }
        // seq -- values[n]
        case 167 satisfies Specialized['UNPACK_SEQUENCE_TWO_TUPLE']: {
          const seq = slots[sp - 1]!;
          if (seq.type !== tupleType || (seq as Tuple).v.length !== 2) {
            op = 92;
            continue;
          }
          const items = (seq as Tuple).v;
          const a = items[0]!;
          const b = items[1]!;
          a.rc++;
          b.rc++;
          slots[sp - 1] = b;
          slots[sp++] = a;
          if (--seq.rc === 0) dealloc(seq);
          break;
        }
        case 166 satisfies Specialized['UNPACK_SEQUENCE_TUPLE']:
        case 161 satisfies Specialized['UNPACK_SEQUENCE_LIST']: {
          const seq = slots[sp - 1]!;
          if (seq.type !== (op === 166 ? tupleType : listType) || (seq as Tuple).v.length !== arg) {
            op = 92;
            continue;
          }
          const items = (seq as Tuple).v;
          sp--;
          for (let i = arg - 1; i >= 0; i--) {
            const v = items[i]!;
            v.rc++;
            slots[sp++] = v;
          }
          if (arg === 0) slots[sp] = null;
          if (--seq.rc === 0) dealloc(seq);
          break;
        }
        case 92 satisfies Op['UNPACK_SEQUENCE']: {
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeUnpackSequence(rt, at, slots[sp - 1]!, arg);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          frame.pc = pc;
          frame.sp = sp;
          const r = coldOp(frame, op, arg);
          sp = frame.sp;
          if (r === COLD_NEXT) break;
          cont = r;
          break stop;
        }
        case 99 satisfies Op['SWAP']: {
          const v = slots[sp - arg]!;
          slots[sp - arg] = slots[sp - 1]!;
          slots[sp - 1] = v;
          break;
        }
        case 120 satisfies Op['COPY']: {
          const v = slots[sp - arg]!;
          if (v !== null) v.rc++;
          slots[sp++] = v;
          break;
        }
        // -- value
        case 137 satisfies Op['LOAD_DEREF']: {
          const v = (slots[arg] as Cell).v.value;
          if (v === null) {
            unboundLocal(frame, arg);
            break stop;
          }
          v.rc++;
          slots[sp++] = v;
          break;
        }
        // value --
        case 138 satisfies Op['STORE_DEREF']: {
          const c = (slots[arg] as Cell).v;
          const old = c.value;
          c.value = slots[--sp]!;
          slots[sp] = null;
          if (old !== null && --old.rc === 0) {
            dealloc(old);
            if (tstate.todo !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              thread.budget = budget;
              return;
            }
          }
          break;
        }
        case 135 satisfies Op['MAKE_CELL']:
          slots[arg] = newCell(slots[arg]!);
          break;
        case 149 satisfies Op['COPY_FREE_VARS']: {
          const closure = frame.func!.v.closure!.v;
          const offset = rt.nlocalsplus - arg;
          for (let i = 0; i < arg; i++) {
            const c = closure[i]!;
            c.rc++;
            slots[offset + i] = c;
          }
          break;
        }
        case 172 satisfies Op['KW_NAMES']:
          frame.kwnames = (consts[arg] as Tuple).v;
          break;
        // method_or_NULL self_or_callable args[n] -- result
        case 28 satisfies Specialized['CALL_BOUND_METHOD_EXACT_ARGS']:
        case 23 satisfies Specialized['CALL_PY_EXACT_ARGS']: {
          const base = sp - arg - 2;
          let callable = slots[base]!;
          let first = base + 1;
          if (op === 28) {
            const bound = slots[base + 1]!;
            if (callable !== null || bound.type !== methodType) {
              op = 171;
              continue;
            }
            // NULL method -- function self
            const m = (bound as Obj<Method>).v;
            callable = m.func;
            callable.rc++;
            m.self.rc++;
            slots[base] = callable;
            slots[base + 1] = m.self;
            if (--bound.rc === 0) dealloc(bound);
          } else if (callable === null) callable = slots[first++]!;
          const g = cache[(pc - 1) >> shift]!;
          if (
            callable.type !== functionType ||
            (callable as PyFunction).v.version !== g.version ||
            ((callable as PyFunction).v.code.v as CodeObject).argcount !== sp - first ||
            thread.depth >= recursion.limit
          ) {
            op = 171;
            continue;
          }
          const to = frameForFunction(callable as PyFunction);
          const args = to.slots;
          let n = 0;
          for (let i = first; i < sp; i++) {
            args[n++] = slots[i]!;
            slots[i] = null;
          }
          slots[base] = null;
          slots[base + 1] = null;
          callable.rc--;
          frame.pc = pc;
          frame.sp = base;
          enter(thread, frame, to, watched);
          frame = to;
          continue outer;
        }
        case 24 satisfies Specialized['CALL_PY_WITH_DEFAULTS']: {
          const base = sp - arg - 2;
          let callable = slots[base]!;
          let first = base + 1;
          if (callable === null) callable = slots[first++]!;
          const g = cache[(pc - 1) >> shift]!;
          if (
            callable.type !== functionType ||
            (callable as PyFunction).v.version !== g.version ||
            thread.depth >= recursion.limit
          ) {
            op = 171;
            continue;
          }
          const defaults = (callable as PyFunction).v.defaults!.v;
          const count = ((callable as PyFunction).v.code.v as CodeObject).argcount;
          const given = sp - first;
          const least = count - defaults.length;
          if (given > count || given < least) {
            op = 171;
            continue;
          }
          const to = frameForFunction(callable as PyFunction);
          const args = to.slots;
          let n = 0;
          for (let i = first; i < sp; i++) {
            args[n++] = slots[i]!;
            slots[i] = null;
          }
          for (; n < count; n++) {
            const d = defaults[n - least]!;
            d.rc++;
            args[n] = d;
          }
          slots[base] = null;
          slots[base + 1] = null;
          callable.rc--;
          frame.pc = pc;
          frame.sp = base;
          enter(thread, frame, to, watched);
          frame = to;
          continue outer;
        }
        case 42 satisfies Specialized['CALL_NO_KW_LEN']: {
          const base = sp - arg - 2;
          const callable = slots[base] ?? slots[base + 1]!;
          const o = slots[sp - 1]!;
          if (callable !== cache[(pc - 1) >> shift]!.descr || (slots[base] === null ? arg : arg + 1) !== 1) {
            op = 171;
            continue;
          }
          frame.pc = pc;
          frame.sp = sp;
          const n = objectLength(o);
          const r: Res = n < 0 ? null : newInt(n);
          for (let i = sp - 1; i >= base; i--) {
            const o = slots[i]!;
            slots[i] = null;
            if (o !== null && --o.rc === 0) dealloc(o);
          }
          sp = base;
          if (r === null) break stop;
          slots[sp++] = r;
          if (tstate.todo !== 0 || --budget <= 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 43 satisfies Specialized['CALL_NO_KW_LIST_APPEND']: {
          const m = slots[sp - 3]!;
          const self = slots[sp - 2]!;
          if (m !== cache[(pc - 1) >> shift]!.descr || (self.type.flags & TPFLAGS.LIST_SUBCLASS) === 0) {
            op = 171;
            continue;
          }
          listAppendOwned(self as List, slots[sp - 1]!);
          slots[--sp] = null;
          slots[--sp] = null;
          m.rc--;
          if (--self.rc === 0) dealloc(self);
          // CPython skips the POP_TOP that follows; a watcher is shown it.
          if (watched) {
            None.rc++;
            slots[sp - 1] = None;
          } else {
            slots[--sp] = null;
            pc++;
          }
          break;
        }
        case 56 satisfies Specialized['CALL_NO_KW_TYPE_1']: {
          const o = slots[sp - 1]!;
          if (slots[sp - 3] !== null || slots[sp - 2] !== typeType.self) {
            op = 171;
            continue;
          }
          const r = o.type.self;
          r.rc++;
          slots[--sp] = null;
          slots[--sp] = null;
          slots[sp - 1] = r;
          typeType.self.rc--;
          if (--o.rc === 0) dealloc(o);
          break;
        }
        case 47 satisfies Specialized['CALL_NO_KW_STR_1']:
        case 48 satisfies Specialized['CALL_NO_KW_TUPLE_1']: {
          const base = sp - 3;
          const cls = slots[base + 1]!;
          if (slots[base] !== null || cls !== (op === 47 ? strType : tupleType).self) {
            op = 171;
            continue;
          }
          frame.pc = pc;
          frame.sp = sp;
          const o = slots[sp - 1]!;
          const r = op === 47 ? objectStr(o) : objectCall(cls, [o], null);
          for (let i = sp - 1; i >= base; i--) {
            const o = slots[i]!;
            slots[i] = null;
            if (o !== null && --o.rc === 0) dealloc(o);
          }
          sp = base;
          if (r === null) break stop;
          slots[sp++] = r;
          if (tstate.todo !== 0 || --budget <= 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 29 satisfies Specialized['CALL_BUILTIN_CLASS']: {
          const base = sp - arg - 2;
          const callable = slots[base] ?? slots[base + 1]!;
          if (
            callable !== cache[(pc - 1) >> shift]!.descr &&
            !(callable.v instanceof PyType && hasVectorcall(callable.v))
          ) {
            op = 171;
            continue;
          }
          frame.pc = pc;
          frame.sp = sp;
          const kwnames = frame.kwnames;
          frame.kwnames = null;
          const r = objectCall(
            callable,
            slots.slice(slots[base] === null ? base + 2 : base + 1, sp) as Obj[],
            kwnames,
          );
          for (let i = sp - 1; i >= base; i--) {
            const o = slots[i]!;
            slots[i] = null;
            if (o !== null && --o.rc === 0) dealloc(o);
          }
          sp = base;
          if (r === null) break stop;
          slots[sp++] = r;
          if (tstate.todo !== 0 || --budget <= 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 40 satisfies Specialized['CALL_NO_KW_BUILTIN_O']:
        case 39 satisfies Specialized['CALL_NO_KW_BUILTIN_FAST']:
        case 41 satisfies Specialized['CALL_NO_KW_ISINSTANCE']:
        case 34 satisfies Specialized['CALL_BUILTIN_FAST_WITH_KEYWORDS']: {
          const base = sp - arg - 2;
          let callable = slots[base]!;
          let first = base + 1;
          if (callable === null) callable = slots[first++]!;
          const nargs = sp - first;
          if (
            callable !== cache[(pc - 1) >> shift]!.descr
              ? op === 41 ||
                callable.type !== builtinType ||
                (callable as Obj<Builtin>).v.def.convention !==
                  (op === 40 ? METH.O : op === 39 ? METH.FASTCALL : METH.FASTCALL_KEYWORDS) ||
                (op === 40 && nargs !== 1)
              : (op === 40 && nargs !== 1) || (op === 41 && nargs !== 2)
          ) {
            op = 171;
            continue;
          }
          const b = (callable as Obj<Builtin>).v;
          const def = b.def;
          const kwnames = frame.kwnames;
          frame.kwnames = null;
          frame.pc = pc;
          frame.sp = sp;
          let r: Res;
          if (
            def.simple &&
            !def.isGen &&
            nargs >= def.min &&
            nargs <= def.max &&
            nargs < 3 &&
            kwnames === null
          ) {
            const self = b.self ?? None;
            r = (
              nargs === 1
                ? def.fn(self, slots[first]!)
                : nargs === 2
                  ? def.fn(self, slots[first]!, slots[first + 1]!)
                  : def.fn(self)
            ) as Res;
          } else r = callNative(def, b.self ?? None, slots.slice(first, sp) as Obj[], kwnames);
          for (let i = sp - 1; i >= base; i--) {
            const o = slots[i]!;
            slots[i] = null;
            if (o !== null && --o.rc === 0) dealloc(o);
          }
          sp = base;
          if (r === null) break stop;
          slots[sp++] = r;
          if (tstate.todo !== 0 || --budget <= 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 46 satisfies Specialized['CALL_NO_KW_METHOD_DESCRIPTOR_O']:
        case 45 satisfies Specialized['CALL_NO_KW_METHOD_DESCRIPTOR_NOARGS']:
        case 44 satisfies Specialized['CALL_NO_KW_METHOD_DESCRIPTOR_FAST']:
        case 38 satisfies Specialized['CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS']: {
          const base = sp - arg - 2;
          let callable = slots[base]!;
          let first = base + 1;
          if (callable === null) callable = slots[first++]!;
          const nargs = sp - first;
          const d = (callable as Obj<MethodDescr>).v;
          const self = slots[first]!;
          if (
            callable.type !== methodDescrType ||
            nargs < 1 ||
            self.type !== d.objclass ||
            (callable !== cache[(pc - 1) >> shift]!.descr &&
              d.def.convention !==
                (op === 46
                  ? METH.O
                  : op === 45
                    ? METH.NOARGS
                    : op === 44
                      ? METH.FASTCALL
                      : METH.FASTCALL_KEYWORDS)) ||
            (op === 46 && nargs !== 2) ||
            (op === 45 && nargs !== 1)
          ) {
            op = 171;
            continue;
          }
          const def = d.def;
          const kwnames = frame.kwnames;
          frame.kwnames = null;
          frame.pc = pc;
          frame.sp = sp;
          const n = nargs - 1;
          let r: Res;
          if (def.simple && !def.isGen && n >= def.min && n <= def.max && n < 3 && kwnames === null) {
            r = (
              n === 0
                ? def.fn(self)
                : n === 1
                  ? def.fn(self, slots[first + 1]!)
                  : def.fn(self, slots[first + 1]!, slots[first + 2]!)
            ) as Res;
          } else r = callNative(def, self, slots.slice(first + 1, sp) as Obj[], kwnames);
          for (let i = sp - 1; i >= base; i--) {
            const o = slots[i]!;
            slots[i] = null;
            if (o !== null && --o.rc === 0) dealloc(o);
          }
          sp = base;
          if (r === null) break stop;
          slots[sp++] = r;
          if (tstate.todo !== 0 || --budget <= 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        case 171 satisfies Op['CALL']: {
          const base = sp - arg - 2;
          let callable = slots[base]!;
          let first = base + 1;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeCall(
              rt,
              at,
              callable ?? slots[base + 1]!,
              callable === null ? arg : arg + 1,
              frame.kwnames,
              arg,
            );
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          if (callable === null) {
            callable = slots[base + 1]!;
            first = base + 2;
            if (callable.type === methodType) {
              // NULL method -- function self
              const m = (callable as Obj<Method>).v;
              m.func.rc++;
              m.self.rc++;
              slots[base] = m.func;
              slots[base + 1] = m.self;
              if (--callable.rc === 0) dealloc(callable);
              callable = slots[base]!;
              first = base + 1;
            }
          }
          const kwnames = frame.kwnames;
          const type = callable.type;
          if (type === functionType) {
            const code = runtimeOf((callable as PyFunction).v.code.v as never);
            if (thread.depth >= recursion.limit) {
              frame.kwnames = null;
              for (let i = base; i < sp; i++) {
                const o = slots[i]!;
                slots[i] = null;
                if (o !== null) decref(o);
              }
              sp = base;
              tooDeep();
              break stop;
            }
            let next: Frame | null;
            if (kwnames === null && code.simple && code.co.argcount === sp - first) {
              next = frameForFunction(callable as PyFunction);
              const to = next.slots;
              let n = 0;
              for (let i = first; i < sp; i++) {
                to[n++] = slots[i]!;
                slots[i] = null;
              }
              next.sp = code.nlocalsplus;
            } else {
              frame.kwnames = null;
              const args = slots.slice(first, sp) as Obj[];
              for (let i = first; i < sp; i++) slots[i] = null;
              next = bindCall(callable as PyFunction, args, kwnames);
            }
            // The function itself: on `base` (method form) or above NULL.
            slots[base] = null;
            slots[base + 1] = null;
            sp = base;
            if (--callable.rc === 0) dealloc(callable);
            if (next === null) break stop;
            frame.pc = pc;
            frame.sp = sp;
            enter(thread, frame, next, watched);
            frame = next;
            continue outer;
          }
          if (!watched && (type.flags & TPFLAGS.TYPE_SUBCLASS) !== 0 && thread.depth < recursion.limit) {
            const init = plainInit(callable as Obj<PyType>);
            if (init !== null) {
              frame.kwnames = null;
              const self = allocInstance((callable as Obj<PyType>).v, null);
              self.rc++;
              const code = runtimeOf(init.v.code.v as never);
              let to: Frame | null;
              if (kwnames === null && code.simple && code.co.argcount === sp - first + 1) {
                to = frameForFunction(init);
                const args = to.slots;
                args[0] = self;
                let n = 1;
                for (let i = first; i < sp; i++) {
                  args[n++] = slots[i]!;
                  slots[i] = null;
                }
              } else {
                const args = slots.slice(first - 1, sp) as Obj[];
                args[0] = self;
                for (let i = first; i < sp; i++) slots[i] = null;
                to = bindCall(init, args, kwnames);
              }
              slots[base + 1] = null;
              slots[base] = self;
              sp = base + 1;
              callable.rc--;
              if (to === null) break stop;
              frame.pc = pc;
              frame.sp = sp;
              enter(thread, frame, to, false);
              frame.cont = CONT.INIT;
              frame = to;
              continue outer;
            }
          }
          frame.kwnames = null;
          frame.pc = pc;
          let r: Res;
          if (kwnames === null && type === methodDescrType && first === base + 1) {
            const d = (callable as Obj<MethodDescr>).v;
            const self = slots[base + 1]!;
            if (self.type === d.objclass && d.def.simple && !d.def.isGen) {
              const n = arg;
              const fn = d.def.fn;
              if (n < d.def.min || n > d.def.max)
                r = callNative(d.def, self, slots.slice(first + 1, sp) as Obj[], null);
              else if (n === 0) r = fn(self) as Res;
              else if (n === 1) r = fn(self, slots[first + 1]!) as Res;
              else if (n === 2) r = fn(self, slots[first + 1]!, slots[first + 2]!) as Res;
              else r = fn(self, ...(slots.slice(first + 1, sp) as Obj[])) as Res;
            } else r = objectCall(callable, slots.slice(first, sp) as Obj[], null);
          } else if (kwnames === null && type === builtinType) {
            const b = (callable as Obj<Builtin>).v;
            frame.pc = pc;
            frame.sp = sp;
            r = callNative(b.def, b.self ?? None, slots.slice(first, sp) as Obj[], null);
          } else {
            frame.pc = pc;
            frame.sp = sp;
            r = objectCall(callable, slots.slice(first, sp) as Obj[], kwnames);
          }
          for (let i = sp - 1; i >= base; i--) {
            const o = slots[i]!;
            slots[i] = null;
            if (o !== null && --o.rc === 0) dealloc(o);
          }
          sp = base;
          if (r === null) break stop;
          slots[sp++] = r;
          if (tstate.todo !== 0 || --budget <= 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          break;
        }
        // value --        and the frame ends
        case 83 satisfies Op['RETURN_VALUE']:
        case 121 satisfies Op['RETURN_CONST']: {
          let v: Obj;
          if (op === 121) {
            v = consts[arg]!;
            v.rc++;
          } else {
            v = slots[--sp]!;
            slots[sp] = null;
          }
          frame.sp = sp;
          frame.pc = pc;
          const back = frame.back;
          thread.depth--;
          thread.top = back;
          const gen = frame.generator as Generator_ | null;
          if (gen !== null) {
            // A generator returns: its caller sees the end of the iteration.
            const g = gen.v;
            excState.item = g.exc.previous!;
            g.exc.previous = null;
            g.state = GEN_CLOSED;
            g.frame = null;
            frame.generator = null;
            if (frame.object === null) {
              frame.back = null;
              clearFrame(frame);
            } else leaveFrame(frame);
            tstate.retval = v;
            if (--gen.rc === 0) dealloc(gen);
            if (back !== null && !back.native && (back.cont === CONT.FOR_ITER || back.cont === CONT.SEND)) {
              applyResult(back, null);
              frame = back;
              continue outer;
            }
            thread.mode = MODE.DELIVER;
            thread.value = null;
            thread.budget = budget;
            return;
          }
          if (frame.object === null && frame.func !== null) clearFrame(frame);
          else {
            frame.back = back;
            leaveFrame(frame);
          }
          if (back !== null && !back.native) {
            if (back.cont === CONT.PUSH) {
              back.slots[back.sp++] = v;
              frame = back;
              continue outer;
            }
            if (settles(back.cont, v)) {
              applyResult(back, v);
              frame = back;
              continue outer;
            }
          }
          thread.mode = MODE.DELIVER;
          thread.value = v;
          thread.budget = budget;
          return;
        }
        // value -- (later) sent
        case 150 satisfies Op['YIELD_VALUE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          frame.sp = sp;
          frame.pc = pc;
          const gen = frame.generator as Generator_;
          const g = gen.v;
          g.state = 1;
          excState.item = g.exc.previous!;
          g.exc.previous = null;
          const back = frame.back!;
          frame.back = null;
          thread.depth--;
          thread.top = back;
          if (--gen.rc === 0) dealloc(gen);
          if (!back.native) {
            back.slots[back.sp++] = v;
            frame = back;
            continue outer;
          }
          thread.mode = MODE.DELIVER;
          thread.value = v;
          thread.budget = budget;
          return;
        }
        // receiver value -- receiver result
        case 168 satisfies Specialized['SEND_GEN']: {
          const receiver = slots[sp - 2]! as Generator_;
          if (
            (receiver.type !== generatorType && receiver.type !== coroutineType) ||
            receiver.v.state >= GEN_RUNNING ||
            receiver.v.frame === null ||
            (receiver.v.state === GEN_CREATED && slots[sp - 1] !== None) ||
            thread.depth >= recursion.limit
          ) {
            op = 123;
            continue;
          }
          const v = slots[--sp]!;
          slots[sp] = null;
          frame.contArg = arg;
          frame.pc = pc;
          frame.sp = sp;
          frame.cont = CONT.SEND;
          frame = resumeFrame(thread, frame, receiver, v);
          continue outer;
        }
        case 123 satisfies Op['SEND']: {
          const receiver = slots[sp - 2]!;
          const v = slots[sp - 1]!;
          const at = (pc - 1) >> shift;
          const c = counters[at]!;
          if (c < COUNTER_ONE) {
            op = specializeSend(rt, at, receiver);
            continue;
          }
          counters[at] = c - COUNTER_ONE;
          frame.contArg = arg;
          cont = CONT.SEND;
          if (
            (receiver.type === generatorType || receiver.type === coroutineType) &&
            (receiver as Generator_).v.state < GEN_RUNNING &&
            (receiver as Generator_).v.frame !== null &&
            ((receiver as Generator_).v.state !== GEN_CREATED || v === None)
          ) {
            slots[--sp] = null;
            if (thread.depth >= recursion.limit) {
              decref(v);
              tooDeep();
              break stop;
            }
            frame.pc = pc;
            frame.sp = sp;
            frame.cont = CONT.SEND;
            frame = resumeFrame(thread, frame, receiver, v);
            continue outer;
          }
          frame.sp = sp;
          frame.pc = pc;
          const r = coldOp(frame, op, arg);
          sp = frame.sp;
          if (r === COLD_NEXT) {
            pc = frame.pc;
            break;
          }
          cont = r;
          break stop;
        }
        case 75 satisfies Op['RETURN_GENERATOR']: {
          frame.pc = pc;
          frame.sp = sp;
          const back = frame.back;
          thread.depth--;
          thread.top = back;
          const gen = makeGenerator(frame);
          frame.back = null;
          if (back !== null && !back.native && back.cont === CONT.PUSH) {
            back.slots[back.sp++] = gen;
            frame = back;
            continue outer;
          }
          thread.mode = MODE.DELIVER;
          thread.value = gen;
          thread.budget = budget;
          return;
        }
        // global_super class self -- value   (or method self)
        case 66 satisfies Specialized['LOAD_SUPER_ATTR_ATTR']:
        case 67 satisfies Specialized['LOAD_SUPER_ATTR_METHOD']:
        case 141 satisfies Op['LOAD_SUPER_ATTR']: {
          const globalSuper = slots[sp - 3]!;
          const cls = slots[sp - 2]!;
          if (op === 141) {
            const at = (pc - 1) >> shift;
            const c = counters[at]!;
            if (c < COUNTER_ONE) {
              op = specializeSuperAttr(rt, at, globalSuper, cls, (arg & 1) !== 0);
              continue;
            }
            counters[at] = c - COUNTER_ONE;
          } else if (globalSuper !== superType.self || !(cls.v instanceof PyType)) {
            op = 141;
            continue;
          }
          op = COUNTED_SUPER_ATTR;
          continue;
        }
        default: {
          frame.pc = pc;
          frame.sp = sp;
          const r = coldOp(frame, op, arg);
          sp = frame.sp;
          if (r === COLD_NEXT) {
            pc = frame.pc;
            if (tstate.todo !== 0) {
              frame.pc = pc;
              thread.budget = budget;
              return;
            }
            break;
          }
          if (r === COLD_RAISE) {
            unwind(thread, frame, false, (watched ? pc >> 1 : pc) - 1);
            thread.budget = budget;
            if (thread.mode !== MODE.RUN) return;
            frame = thread.top as Frame;
            continue outer;
          }
          cont = r;
          break stop;
        }
      }
      w = instr[pc++]!;
      arg = w >>> 8;
      op = w & 255;
    }
    // No result: an error, or something must run first.
    frame.pc = pc;
    frame.sp = sp;
    if (tstate.exc !== null) {
      if (cont === CONT.FOR_ITER && endsIteration()) {
        // StopIteration from __next__: the loop is over.
        const it = slots[--sp]!;
        slots[sp] = null;
        frame.sp = sp;
        frame.pc = frame.contArg;
        if (--it.rc === 0) dealloc(it);
        continue;
      }
      unwind(thread, frame, true);
      if (thread.mode !== MODE.RUN) {
        thread.budget = budget;
        return;
      }
      frame = thread.top as Frame;
      continue;
    }
    frame.cont = cont;
    thread.budget = budget;
    thread.mode = MODE.WAIT;
    return;
  }
}

/** Puts the frame of a called function on top of its caller's. */
function enter(thread: Thread, frame: Frame, to: Frame, watched: boolean): void {
  to.sp = to.rt.nlocalsplus;
  frame.cont = CONT.PUSH;
  to.back = frame;
  to.watched = watched;
  thread.depth++;
  thread.top = to;
}

/** True if a function takes two plain positional arguments. */
function takesTwo(f: PyFunction): boolean {
  const code = runtimeOf(f.v.code.v as never);
  return code.simple && code.co.argcount === 2;
}

function endsIteration(): boolean {
  return clearIf(PyExc.StopIteration);
}
