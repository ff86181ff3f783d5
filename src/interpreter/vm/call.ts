// Binding the arguments of a call to the parameters of a Python function.
//
// Answers to CPython 3.12: Python/ceval.c initialize_locals, missing_arguments, too_many_positional.

import { CO_VARARGS, CO_VARKEYWORDS } from '../code/codeobject.ts';
import { decref, type Obj, type Res, xdecref } from '../memory/object.ts';
import { FrameRequest, request } from '../memory/suspend.ts';
import { type DictObj, findStr, getStr, insertNew, newDict } from '../objects/dictcore.ts';
import { typeError } from '../objects/errors.ts';
import { functionType, type PyFunction } from '../objects/funcobject.ts';
import { newTuple } from '../objects/seqcore.ts';
import { isStr, type Str, strHash } from '../objects/strcore.ts';
import { runtimeOf } from './coderuntime.ts';
import { type Frame, frameForFunction } from './frame.ts';
import { watchHook } from './watchhook.ts';

/**
 * A frame for `f(*args)` where the values of kwnames come last. Takes over the references of `args`; null with
 * TypeError when they do not fit (everything is released).
 */
export function bindCall(f: PyFunction, args: Obj[], kwnames: Obj[] | null): Frame | null {
  const func = f.v;
  const rt = runtimeOf(func.code.v as never);
  const co = rt.co;
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const total = co.argcount + co.kwonlyargcount;
  const frame = frameForFunction(f);
  const slots = frame.slots;
  frame.sp = rt.nlocalsplus;

  // Everything not yet placed is in `args` (null once moved), so that failure can release it.
  const rest = args as (Obj | null)[];
  let kwdict: DictObj | null = null;
  if ((co.flags & CO_VARKEYWORDS) !== 0) {
    kwdict = newDict();
    slots[total + ((co.flags & CO_VARARGS) !== 0 ? 1 : 0)] = kwdict;
  }
  const n = npos < co.argcount ? npos : co.argcount;
  for (let i = 0; i < n; i++) {
    slots[i] = rest[i]!;
    rest[i] = null;
  }
  if ((co.flags & CO_VARARGS) !== 0) {
    const extra: Obj[] = [];
    for (let i = n; i < npos; i++) {
      extra.push(rest[i]!);
      rest[i] = null;
    }
    slots[total] = newTuple(extra);
  }
  for (let k = 0; k < nkw; k++) {
    const key = kwnames![k]!;
    const value = rest[npos + k]!;
    if (!isStr(key)) {
      typeError(`${qualname(f)}() keywords must be strings`);
      return giveUp(frame, rest);
    }
    let at = -1;
    for (let j = co.posonlyargcount; j < total; j++) {
      const name = rt.localNames[j]!;
      if (name === key || name.v === key.v) {
        at = j;
        break;
      }
    }
    if (at >= 0) {
      if (slots[at] !== null) {
        typeError(`${qualname(f)}() got multiple values for argument '${key.v}'`);
        return giveUp(frame, rest);
      }
      slots[at] = value;
      rest[npos + k] = null;
      continue;
    }
    if (kwdict === null) {
      if (co.posonlyargcount > 0) {
        const names: string[] = [];
        for (let j = 0; j < co.posonlyargcount; j++) {
          if (kwnames!.some((o) => isStr(o) && o.v === co.localsplusnames[j]))
            names.push(co.localsplusnames[j]!);
        }
        if (names.length > 0) {
          typeError(
            `${qualname(f)}() got some positional-only arguments passed as keyword arguments: '${names.join(', ')}'`,
          );
          return giveUp(frame, rest);
        }
      }
      typeError(`${qualname(f)}() got an unexpected keyword argument '${key.v}'`);
      return giveUp(frame, rest);
    }
    const hash = strHash(key);
    if (findStr(kwdict.v, key, hash) >= 0) {
      typeError(`${qualname(f)}() got multiple values for keyword argument '${key.v}'`);
      return giveUp(frame, rest);
    }
    key.rc++;
    insertNew(kwdict.v, key, hash, value);
    rest[npos + k] = null;
  }
  if (npos > co.argcount && (co.flags & CO_VARARGS) === 0) {
    tooManyPositional(f, npos, slots);
    return giveUp(frame, rest);
  }
  if (npos < co.argcount) {
    const defaults = func.defaults === null ? [] : func.defaults.v;
    const m = co.argcount - defaults.length;
    const missing: string[] = [];
    for (let i = npos; i < m; i++) if (slots[i] === null) missing.push(co.localsplusnames[i]!);
    if (missing.length > 0) {
      missingArguments(f, missing, 'positional');
      return giveUp(frame, rest);
    }
    for (let i = Math.max(npos, m); i < co.argcount; i++) {
      if (slots[i] === null) {
        const d = defaults[i - m]!;
        d.rc++;
        slots[i] = d;
      }
    }
  }
  if (co.kwonlyargcount > 0) {
    const missing: string[] = [];
    for (let i = co.argcount; i < total; i++) {
      if (slots[i] !== null) continue;
      const d = func.kwdefaults === null ? undefined : getStr(func.kwdefaults, rt.localNames[i]!);
      if (d === undefined) missing.push(co.localsplusnames[i]!);
      else {
        d.rc++;
        slots[i] = d;
      }
    }
    if (missing.length > 0) {
      missingArguments(f, missing, 'keyword-only');
      return giveUp(frame, rest);
    }
  }
  return frame;
}

/** Releases what a call that fails has been given. */
function giveUp(frame: Frame, rest: (Obj | null)[]): null {
  for (const o of rest) xdecref(o);
  frame.discard();
  return null;
}

function qualname(f: PyFunction): string {
  return (f.v.qualname as Str).v;
}

function missingArguments(f: PyFunction, names: string[], kind: string): void {
  const quoted = names.map((n) => `'${n}'`);
  let list: string;
  if (quoted.length === 1) list = quoted[0]!;
  else if (quoted.length === 2) list = `${quoted[0]} and ${quoted[1]}`;
  else list = `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
  typeError(
    `${qualname(f)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
}

function tooManyPositional(f: PyFunction, given: number, slots: (Obj | null)[]): void {
  const co = runtimeOf(f.v.code.v as never).co;
  let kwonlyGiven = 0;
  for (let i = co.argcount; i < co.argcount + co.kwonlyargcount; i++) if (slots[i] !== null) kwonlyGiven++;
  const defcount = f.v.defaults === null ? 0 : f.v.defaults.v.length;
  const plural = defcount > 0 || co.argcount !== 1;
  const sig = defcount > 0 ? `from ${co.argcount - defcount} to ${co.argcount}` : `${co.argcount}`;
  const kw =
    kwonlyGiven > 0
      ? ` positional argument${given !== 1 ? 's' : ''} (and ${kwonlyGiven} keyword-only argument${kwonlyGiven !== 1 ? 's' : ''})`
      : '';
  typeError(
    `${qualname(f)}() takes ${sig} positional argument${plural ? 's' : ''} but ${given}${kw} ${given === 1 && kwonlyGiven === 0 ? 'was' : 'were'} given`,
  );
}

/** tp_call of functions, for natives. CPython 3.12: Objects/call.c _PyFunction_Vectorcall */
export function functionCall(callable: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  for (let i = 0; i < args.length; i++) args[i]!.rc++;
  const frame = bindCall(callable as PyFunction, args.slice(), kwnames);
  if (frame === null) return null;
  frame.watched = watchHook.active;
  return request(new FrameRequest(frame));
}

export function initCalls(): void {
  functionType.tp_call = functionCall;
}

export { decref };
