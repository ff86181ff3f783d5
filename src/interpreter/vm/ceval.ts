// The eval loop: one instruction after another.
//
// `evalLoop` runs the top frame of a thread, follows calls and returns between Python functions without nesting, and
// comes back when something else must happen: a native waits, the budget is spent, the thread is done. Hot
// instructions are written out here, reference counts as text (`o.rc++`), because a call for each was measured 10 %
// slower; the rest are one call each (opcodes_*.ts). An error is a null result with tstate.exc set.
//
// In each case `break` leaves the switch with "no result": an error or something pending; `cont` says what the frame
// does with the result when it comes. `continue` goes on with the next instruction.
//
// Architecture invariant: this function stays below V8's 61,440 bytes of bytecode (vm/ceval.test.ts), beyond which it
// would never be optimised.
//
// Answers to CPython 3.12: Python/bytecodes.c, Python/ceval.c.

import type { Op } from '../code/opcodes.ts';
import { dealloc, decref, Obj, type Res, tstate } from '../memory/object.ts';
import { binaryOp, contains, getItem, getIter, invert, negative, setItem } from '../objects/abstract.ts';
import { type MethodDescr, methodDescrType } from '../objects/descrobject.ts';
import { type Dict, dictType, findStr } from '../objects/dictcore.ts';
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
  GEN_CLOSED,
  GEN_CREATED,
  GEN_RUNNING,
  type Generator_,
  generatorType,
} from '../objects/genobject.ts';
import { False, type Int, intType, smallInts, True } from '../objects/longcore.ts';
import { type Builtin, builtinType, callNative } from '../objects/methodobject.ts';
import { getAttr, objectCall, richCompare, truth } from '../objects/object.ts';
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
import { loadAttr, loadMethod, storeAttr } from './attrcache.ts';
import { bindCall } from './call.ts';
import { runtimeOf } from './coderuntime.ts';
import { CONT, clearFrame, type Frame, frameForFunction } from './frame.ts';
import { leaveFrame } from './frameobject.ts';
import { makeGenerator, resumeFrame } from './generators.ts';
import { type GlobalHint, loadGlobal, loadName, storeName, unboundLocal } from './names.ts';
import { COLD_NEXT, COLD_RAISE, coldOp } from './opcodes_cold.ts';
import { MODE, recursion, type Thread } from './thread.ts';
import { tooDeep, unwind } from './unwind.ts';
import { watchHook } from './watchhook.ts';

const MAX = 9007199254740991;
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
    const cache = rt.cache;
    const shift = watched ? 1 : 0;
    let sp = frame.sp;
    let pc = frame.pc;
    let cont: number = CONT.PUSH;
    if (tstate.todo !== 0) {
      // Finalizers and collections run between instructions.
      thread.budget = budget;
      return;
    }
    for (;;) {
      const w = instr[pc++]!;
      const arg = w >>> 8;
      switch (w & 255) {
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
          continue;
        }
        case 9 satisfies Op['NOP']:
          continue;
        // --
        case 151 satisfies Op['RESUME']:
          if (--budget <= 0 && arg < 2) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = 0;
            return;
          }
          continue;
        // -- value
        case 124 satisfies Op['LOAD_FAST']:
        case 136 satisfies Op['LOAD_CLOSURE']: {
          const v = slots[arg]!;
          v.rc++;
          slots[sp++] = v;
          continue;
        }
        case 127 satisfies Op['LOAD_FAST_CHECK']: {
          const v = slots[arg]!;
          if (v === null) {
            unboundLocal(frame, arg);
            break;
          }
          v.rc++;
          slots[sp++] = v;
          continue;
        }
        case 143 satisfies Op['LOAD_FAST_AND_CLEAR']:
          slots[sp++] = slots[arg]!;
          slots[arg] = null;
          continue;
        // -- value
        case 100 satisfies Op['LOAD_CONST']: {
          const v = consts[arg]!;
          v.rc++;
          slots[sp++] = v;
          continue;
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
          continue;
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
          continue;
        }
        case 2 satisfies Op['PUSH_NULL']:
          slots[sp++] = null;
          continue;
        // iter value --
        case 4 satisfies Op['END_FOR']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const it = slots[--sp]!;
          slots[sp] = null;
          if (--v.rc === 0) dealloc(v);
          if (--it.rc === 0) dealloc(it);
          continue;
        }
        // receiver value -- value
        case 5 satisfies Op['END_SEND']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const receiver = slots[sp - 1]!;
          slots[sp - 1] = v;
          if (--receiver.rc === 0) dealloc(receiver);
          continue;
        }
        // lhs rhs -- result
        case 122 satisfies Op['BINARY_OP']: {
          const b = slots[--sp]!;
          const a = slots[sp - 1]!;
          slots[sp] = null;
          const ta = a.type;
          let r: Res = null;
          if (ta === intType && b.type === intType) {
            const x = (a as Int).v;
            const y = (b as Int).v;
            if (typeof x === 'number' && typeof y === 'number') {
              let n = NaN;
              switch (arg) {
                case 0:
                case 13:
                  n = x + y;
                  break;
                case 10:
                case 23:
                  n = x - y;
                  break;
                case 5:
                case 18:
                  n = x * y;
                  break;
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
              }
              if (n <= MAX && n >= -MAX) {
                if (n === 0) n = 0;
                if (n >= -5 && n <= 256) {
                  r = smallInts[n + 5]!;
                  r.rc++;
                } else if (a.rc === 1) {
                  // The left operand is a temporary: reuse its box.
                  (a as Int).v = n;
                  a.id = 0;
                  if (--b.rc === 0) dealloc(b);
                  continue;
                } else r = new Obj<number | bigint>(intType, n);
                slots[sp - 1] = r;
                if (--a.rc === 0) dealloc(a);
                if (--b.rc === 0) dealloc(b);
                continue;
              }
            }
          } else if (ta === floatType && b.type === floatType) {
            const x = (a as Float).v;
            const y = (b as Float).v;
            let n = 0;
            let done = true;
            switch (arg) {
              case 0:
              case 13:
                n = x + y;
                break;
              case 10:
              case 23:
                n = x - y;
                break;
              case 5:
              case 18:
                n = x * y;
                break;
              case 11:
              case 24:
                if (y === 0) done = false;
                else n = x / y;
                break;
              default:
                done = false;
            }
            if (done) {
              if (a.rc === 1) {
                (a as Float).v = n;
                a.id = 0;
                if (--b.rc === 0) dealloc(b);
                continue;
              }
              slots[sp - 1] = new Obj<number>(floatType, n);
              a.rc--;
              if (--b.rc === 0) dealloc(b);
              continue;
            }
          } else if (
            ta === strType &&
            b.type === strType &&
            (arg === 0 || arg === 13) &&
            (a as Str).v.length + (b as Str).v.length < MAX_TEXT
          ) {
            r = newStr((a as Str).v + (b as Str).v);
            slots[sp - 1] = r;
            if (--a.rc === 0) dealloc(a);
            if (--b.rc === 0) dealloc(b);
            continue;
          }
          r = binaryOp(a, b, arg);
          slots[sp - 1] = r;
          if (r === null) sp--;
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          if (r === null) break;
          continue;
        }
        // lhs rhs -- bool
        case 107 satisfies Op['COMPARE_OP']: {
          const b = slots[--sp]!;
          const a = slots[sp - 1]!;
          slots[sp] = null;
          const op = arg >> 4;
          const ta = a.type;
          const tb = b.type;
          let r: Res;
          let known = false;
          let yes = false;
          if (ta === intType || ta === floatType) {
            if (tb === intType || tb === floatType) {
              const x = (a as Int).v;
              const y = (b as Int).v;
              if (typeof x === 'number' && typeof y === 'number') {
                known = true;
                switch (op) {
                  case 0:
                    yes = x < y;
                    break;
                  case 1:
                    yes = x <= y;
                    break;
                  case 2:
                    yes = x === y;
                    break;
                  case 3:
                    yes = x !== y;
                    break;
                  case 4:
                    yes = x > y;
                    break;
                  default:
                    yes = x >= y;
                }
              }
            }
          } else if (ta === strType && tb === strType && (op === 2 || op === 3)) {
            known = true;
            yes = ((a as Str).v === (b as Str).v) === (op === 2);
          }
          if (known) {
            r = yes ? True : False;
            r.rc++;
          } else r = richCompare(a, b, op);
          slots[sp - 1] = r;
          if (r === null) sp--;
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          if (r === null) break;
          continue;
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
          continue;
        }
        // value container -- bool
        case 118 satisfies Op['CONTAINS_OP']: {
          const b = slots[--sp]!;
          const a = slots[--sp]!;
          slots[sp] = null;
          slots[sp + 1] = null;
          const r = contains(b, a);
          if (--a.rc === 0) dealloc(a);
          if (--b.rc === 0) dealloc(b);
          if (r === null) {
            cont = CONT.CONTAINS;
            frame.contArg = arg;
            break;
          }
          if (arg === 1) {
            r.rc--;
            const n = r === True ? False : True;
            n.rc++;
            slots[sp++] = n;
          } else slots[sp++] = r;
          continue;
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
            const t = truth(v);
            if (--v.rc === 0) dealloc(v);
            if (t === 0) pc = arg;
            else if (t < 0) {
              cont = CONT.JUMP_IF_FALSE;
              frame.contArg = arg;
              break;
            }
          }
          continue;
        }
        case 115 satisfies Op['POP_JUMP_IF_TRUE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          if (v === False) v.rc--;
          else if (v === True) {
            v.rc--;
            pc = arg;
          } else {
            const t = truth(v);
            if (--v.rc === 0) dealloc(v);
            if (t === 1) pc = arg;
            else if (t < 0) {
              cont = CONT.JUMP_IF_TRUE;
              frame.contArg = arg;
              break;
            }
          }
          continue;
        }
        case 129 satisfies Op['POP_JUMP_IF_NONE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          if (v === None) pc = arg;
          if (--v.rc === 0) dealloc(v);
          continue;
        }
        case 128 satisfies Op['POP_JUMP_IF_NOT_NONE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          if (v !== None) pc = arg;
          if (--v.rc === 0) dealloc(v);
          continue;
        }
        // value -- result
        case 12 satisfies Op['UNARY_NOT']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const t = truth(v);
          if (--v.rc === 0) dealloc(v);
          if (t < 0) {
            cont = CONT.NOT;
            break;
          }
          const r = t === 0 ? True : False;
          r.rc++;
          slots[sp++] = r;
          continue;
        }
        case 11 satisfies Op['UNARY_NEGATIVE']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const r = negative(v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) break;
          slots[sp++] = r;
          continue;
        }
        case 15 satisfies Op['UNARY_INVERT']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const r = invert(v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) break;
          slots[sp++] = r;
          continue;
        }
        case 110 satisfies Op['JUMP_FORWARD']:
        case 134 satisfies Op['JUMP_BACKWARD_NO_INTERRUPT']:
          pc = arg;
          continue;
        case 140 satisfies Op['JUMP_BACKWARD']:
          pc = arg;
          if (--budget <= 0 || tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          continue;
        // iterable -- iter
        case 68 satisfies Op['GET_ITER']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const r = getIter(v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) break;
          slots[sp++] = r;
          continue;
        }
        // iter -- iter next   (or, exhausted: iter -- , and jump behind END_FOR)
        case 93 satisfies Op['FOR_ITER']: {
          const it = slots[sp - 1]!;
          const after = arg + 1 + shift;
          if (it.type === generatorType) {
            const g = (it as Generator_).v;
            if (g.state < GEN_RUNNING && g.frame !== null) {
              if (thread.depth >= recursion.limit) {
                tooDeep();
                break;
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
          const r = it.type.tp_iternext!(it);
          if (r !== null) {
            slots[sp++] = r;
            continue;
          }
          if (tstate.exc === null && tstate.pending === null) {
            slots[--sp] = null;
            if (--it.rc === 0) dealloc(it);
            pc = after;
            continue;
          }
          cont = CONT.FOR_ITER;
          frame.contArg = after;
          break;
        }
        // -- value   (or NULL value)
        case 116 satisfies Op['LOAD_GLOBAL']: {
          if ((arg & 1) !== 0) slots[sp++] = null;
          const at = (pc - 1) >> shift;
          const hint = cache[at] as GlobalHint | null;
          let v: Obj | null;
          if (
            hint !== null &&
            hint.globals === frame.globals.v &&
            hint.globalsVersion === hint.globals.version &&
            hint.dictVersion === hint.dict.version
          ) {
            v = hint.dict.values[hint.at]!;
            v.rc++;
          } else {
            v = loadGlobal(frame, rt.names[arg >> 1]!, cache, at);
            if (v === null) break;
          }
          slots[sp++] = v;
          continue;
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
              continue;
            }
          }
          const v = loadName(frame, name);
          if (v === null) break;
          slots[sp++] = v;
          continue;
        }
        // value --
        case 90 satisfies Op['STORE_NAME']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          const r = storeName(frame, rt.names[arg]!, v);
          if (--v.rc === 0) dealloc(v);
          if (r === null) {
            cont = CONT.DROP;
            break;
          }
          r.rc--;
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          continue;
        }
        // owner -- value   (method call form: owner -- method self  or  NULL value)
        case 106 satisfies Op['LOAD_ATTR']: {
          const owner = slots[sp - 1]!;
          const name = rt.names[arg >> 1]!;
          // The attribute may be a frame's line.
          frame.pc = pc;
          if ((arg & 1) === 0) {
            const v = loadAttr(owner, name, cache, (pc - 1) >> shift);
            slots[sp - 1] = v;
            if (v === null) {
              sp--;
              if (--owner.rc === 0) dealloc(owner);
              break;
            }
            if (--owner.rc === 0) {
              dealloc(owner);
              if (tstate.todo !== 0) {
                frame.pc = pc;
                frame.sp = sp;
                thread.budget = budget;
                return;
              }
            }
            continue;
          }
          const m = loadMethod(owner, name, cache, (pc - 1) >> shift);
          if (m !== null) {
            m.rc++;
            slots[sp - 1] = m;
            slots[sp++] = owner;
            continue;
          }
          const v = getAttr(owner, name);
          slots[sp - 1] = null;
          if (v === null) {
            if (--owner.rc === 0) dealloc(owner);
            break;
          }
          slots[sp++] = v;
          if (--owner.rc === 0) dealloc(owner);
          continue;
        }
        // value owner --
        case 95 satisfies Op['STORE_ATTR']: {
          const owner = slots[--sp]!;
          const v = slots[--sp]!;
          slots[sp] = null;
          slots[sp + 1] = null;
          const r = storeAttr(owner, rt.names[arg]!, v, cache, (pc - 1) >> shift);
          if (--v.rc === 0) dealloc(v);
          if (--owner.rc === 0) dealloc(owner);
          if (r === null) {
            cont = CONT.DROP;
            break;
          }
          r.rc--;
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          continue;
        }
        // container sub -- result
        case 25 satisfies Op['BINARY_SUBSCR']: {
          const key = slots[--sp]!;
          const o = slots[sp - 1]!;
          slots[sp] = null;
          let r: Res = null;
          if (key.type === intType && (o.type === listType || o.type === tupleType)) {
            const items = (o as List).v;
            let i = (key as Int).v as number;
            if (i < 0) i += items.length;
            const item = items[i];
            if (item !== undefined) {
              item.rc++;
              r = item;
            }
          }
          if (r === null) r = getItem(o, key);
          slots[sp - 1] = r;
          if (r === null) sp--;
          if (--o.rc === 0) dealloc(o);
          if (--key.rc === 0) dealloc(key);
          if (r === null) break;
          continue;
        }
        // value container sub --
        case 60 satisfies Op['STORE_SUBSCR']: {
          const key = slots[--sp]!;
          const o = slots[--sp]!;
          const v = slots[--sp]!;
          slots[sp] = null;
          slots[sp + 1] = null;
          slots[sp + 2] = null;
          let done = false;
          if (o.type === listType && key.type === intType) {
            const items = (o as List).v;
            let i = (key as Int).v as number;
            if (i < 0) i += items.length;
            const old = items[i];
            if (old !== undefined) {
              items[i] = v;
              v.rc++;
              if (--old.rc === 0) dealloc(old);
              done = true;
            }
          }
          const r = done ? None : setItem(o, key, v);
          if (--v.rc === 0) dealloc(v);
          if (--o.rc === 0) dealloc(o);
          if (--key.rc === 0) dealloc(key);
          if (!done) {
            if (r === null) {
              cont = CONT.DROP;
              break;
            }
            r.rc--;
          }
          if (tstate.todo !== 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          continue;
        }
        // values[n] -- tuple
        case 102 satisfies Op['BUILD_TUPLE']: {
          const items = slots.slice(sp - arg, sp) as Obj[];
          for (let i = 0; i < arg; i++) slots[--sp] = null;
          slots[sp++] = newTuple(items);
          continue;
        }
        // values[n] -- list
        case 103 satisfies Op['BUILD_LIST']: {
          const items = slots.slice(sp - arg, sp) as Obj[];
          for (let i = 0; i < arg; i++) slots[--sp] = null;
          slots[sp++] = newList(items);
          continue;
        }
        // list .. value -- list ..
        case 145 satisfies Op['LIST_APPEND']: {
          const v = slots[--sp]!;
          slots[sp] = null;
          listAppendOwned(slots[sp - arg] as List, v);
          continue;
        }
        // seq -- values[n]
        case 92 satisfies Op['UNPACK_SEQUENCE']: {
          const seq = slots[sp - 1]!;
          if ((seq.type === tupleType || seq.type === listType) && (seq as Tuple).v.length === arg) {
            const items = (seq as Tuple).v;
            sp--;
            for (let i = arg - 1; i >= 0; i--) {
              const v = items[i]!;
              v.rc++;
              slots[sp++] = v;
            }
            if (--seq.rc === 0) dealloc(seq);
            continue;
          }
          frame.pc = pc;
          frame.sp = sp;
          const r = coldOp(frame, w & 255, arg);
          sp = frame.sp;
          if (r === COLD_NEXT) continue;
          cont = r;
          break;
        }
        case 99 satisfies Op['SWAP']: {
          const v = slots[sp - arg]!;
          slots[sp - arg] = slots[sp - 1]!;
          slots[sp - 1] = v;
          continue;
        }
        case 120 satisfies Op['COPY']: {
          const v = slots[sp - arg]!;
          if (v !== null) v.rc++;
          slots[sp++] = v;
          continue;
        }
        // -- value
        case 137 satisfies Op['LOAD_DEREF']: {
          const v = (slots[arg] as Cell).v.value;
          if (v === null) {
            unboundLocal(frame, arg);
            break;
          }
          v.rc++;
          slots[sp++] = v;
          continue;
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
          continue;
        }
        case 135 satisfies Op['MAKE_CELL']:
          slots[arg] = newCell(slots[arg]!);
          continue;
        case 149 satisfies Op['COPY_FREE_VARS']: {
          const closure = frame.func!.v.closure!.v;
          const offset = rt.nlocalsplus - arg;
          for (let i = 0; i < arg; i++) {
            const c = closure[i]!;
            c.rc++;
            slots[offset + i] = c;
          }
          continue;
        }
        case 172 satisfies Op['KW_NAMES']:
          frame.kwnames = (consts[arg] as Tuple).v;
          continue;
        // method_or_NULL self_or_callable args[n] -- result
        case 171 satisfies Op['CALL']: {
          let base = sp - arg - 2;
          let callable = slots[base]!;
          let first = base + 1;
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
              break;
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
            if (next === null) break;
            frame.pc = pc;
            frame.sp = sp;
            frame.cont = CONT.PUSH;
            next.back = frame;
            next.watched = watched;
            thread.depth++;
            thread.top = next;
            frame = next;
            continue outer;
          }
          frame.kwnames = null;
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
          if (r === null) break;
          slots[sp++] = r;
          if (tstate.todo !== 0 || --budget <= 0) {
            frame.pc = pc;
            frame.sp = sp;
            thread.budget = budget;
            return;
          }
          base = 0;
          continue;
        }
        // value --        and the frame ends
        case 83 satisfies Op['RETURN_VALUE']:
        case 121 satisfies Op['RETURN_CONST']: {
          let v: Obj;
          if ((w & 255) === 121) {
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
            thread.mode = MODE.DELIVER;
            thread.value = null;
            thread.budget = budget;
            if (--gen.rc === 0) dealloc(gen);
            return;
          }
          if (frame.object === null && frame.func !== null) clearFrame(frame);
          else {
            frame.back = back;
            leaveFrame(frame);
          }
          if (back !== null && !back.native && back.cont === CONT.PUSH) {
            back.slots[back.sp++] = v;
            frame = back;
            continue outer;
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
        case 123 satisfies Op['SEND']: {
          const receiver = slots[sp - 2]!;
          const v = slots[sp - 1]!;
          frame.contArg = arg;
          cont = CONT.SEND;
          if (
            receiver.type.tp_iternext !== null &&
            isGen(receiver) &&
            (receiver as Generator_).v.state < GEN_RUNNING &&
            (receiver as Generator_).v.frame !== null &&
            ((receiver as Generator_).v.state !== GEN_CREATED || v === None)
          ) {
            slots[--sp] = null;
            if (thread.depth >= recursion.limit) {
              decref(v);
              tooDeep();
              break;
            }
            frame.pc = pc;
            frame.sp = sp;
            frame.cont = CONT.SEND;
            frame = resumeFrame(thread, frame, receiver, v);
            continue outer;
          }
          frame.sp = sp;
          frame.pc = pc;
          const r = coldOp(frame, w & 255, arg);
          sp = frame.sp;
          if (r === COLD_NEXT) {
            pc = frame.pc;
            continue;
          }
          cont = r;
          break;
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
        default: {
          frame.pc = pc;
          frame.sp = sp;
          const r = coldOp(frame, w & 255, arg);
          sp = frame.sp;
          if (r === COLD_NEXT) {
            pc = frame.pc;
            if (tstate.todo !== 0) {
              frame.pc = pc;
              thread.budget = budget;
              return;
            }
            continue;
          }
          if (r === COLD_RAISE) {
            unwind(thread, frame, false, (watched ? pc >> 1 : pc) - 1);
            thread.budget = budget;
            if (thread.mode !== MODE.RUN) return;
            frame = thread.top as Frame;
            continue outer;
          }
          cont = r;
          break;
        }
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
          continue outer;
        }
        unwind(thread, frame, true);
        if (thread.mode !== MODE.RUN) {
          thread.budget = budget;
          return;
        }
        frame = thread.top as Frame;
        continue outer;
      }
      frame.cont = cont;
      thread.budget = budget;
      thread.mode = MODE.WAIT;
      return;
    }
  }
}

function isGen(o: Obj): boolean {
  return o.type === generatorType || o.type.name === 'coroutine';
}

function endsIteration(): boolean {
  return clearIf(PyExc.StopIteration);
}
