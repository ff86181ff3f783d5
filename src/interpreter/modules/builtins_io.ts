// print and input.
//
// Answers to CPython 3.12: Python/bltinmodule.c (builtin_print_impl, builtin_input_impl), Objects/fileobject.c
// (PyFile_WriteObject, PyFile_GetLine).

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { clear, fetch, PyExc, raise, raiseWith, restore, typeError } from '../objects/errors.ts';
import { floatType } from '../objects/floatcore.ts';
import { boolType, intType } from '../objects/longcore.ts';
import { type FunctionRow, moduleGet } from '../objects/moduleobject.ts';
import { callG, getAttr, objectStr, strG, truthG } from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str, strType } from '../objects/strcore.ts';
import { current, moduleHooks } from './vmhooks.ts';

/** sys.name (borrowed), or undefined when the program has deleted it. */
function sysAttr(name: string): Obj | undefined {
  return current.sys === null ? undefined : moduleGet(current.sys, name);
}

/** Text of an argument that needs no Python code, or null. */
function plainText(o: Obj): string | null {
  const t = o.type;
  if (t === strType) return (o as Str).v;
  if (t !== intType && t !== floatType && t !== boolType && o !== None) return null;
  const s = objectStr(o);
  if (s === null) return null;
  const text = (s as Str).v;
  decref(s);
  return text;
}

function print(
  _self: Obj,
  args: Obj[],
  sep: Obj | undefined,
  end: Obj | undefined,
  file: Obj | undefined,
  flush: Obj | undefined,
): Res {
  if (sep === undefined && end === undefined && file === undefined && flush === undefined) {
    // The usual case: plain values to the native stdout, in one piece.
    const stdout = sysAttr('stdout');
    if (stdout !== undefined && stdout !== None) {
      let text = '';
      let plain = true;
      for (let i = 0; i < args.length; i++) {
        const t = plainText(args[i]!);
        if (t === null) {
          plain = false;
          break;
        }
        text += i === 0 ? t : ` ${t}`;
      }
      if (plain) {
        const r = moduleHooks.writeText(stdout, `${text}\n`);
        if (r !== undefined) return r;
      } else if (fetchNumberError()) return null;
    }
  }
  return suspend(printG(args, sep, end, file, flush), keepAlive(args, sep, end, file, flush));
}

// str() of a huge int raises ValueError: that error must not be lost by the quick way.
function fetchNumberError(): boolean {
  const e = fetch();
  if (e === null) return false;
  restore(e);
  return true;
}

function keepAlive(args: Obj[], ...more: (Obj | undefined)[]): Obj[] {
  const kept = args.slice();
  for (const o of more) if (o !== undefined) kept.push(o);
  return kept;
}

function* printG(
  args: Obj[],
  sep: Obj = None,
  end: Obj = None,
  fileArg: Obj = None,
  flush: Obj | undefined = undefined,
): Gen {
  let file = fileArg;
  if (file === None) {
    const stdout = sysAttr('stdout');
    if (stdout === undefined) return raise(PyExc.RuntimeError, 'lost sys.stdout');
    if (stdout === None) return none();
    file = stdout;
  }
  if (sep !== None && !isStr(sep)) return typeError(`sep must be None or a string, not ${sep.type.name}`);
  if (end !== None && !isStr(end)) return typeError(`end must be None or a string, not ${end.type.name}`);
  file.rc++;
  const ok = yield* printTo(file, args, sep, end, flush);
  decref(file);
  return ok ? none() : null;
}

function* printTo(file: Obj, args: Obj[], sep: Obj, end: Obj, flush: Obj | undefined): Gen<boolean> {
  const flushing = flush === undefined ? 0 : yield* truthG(flush);
  if (flushing < 0) return false;
  for (let i = 0; i < args.length; i++) {
    if (i > 0 && !(yield* writeStringOr(file, sep, ' '))) return false;
    if (!(yield* writeObjectG(file, args[i]!))) return false;
  }
  if (!(yield* writeStringOr(file, end, '\n'))) return false;
  if (flushing === 0) return true;
  return yield* callMethodG(file, 'flush');
}

function* writeStringOr(file: Obj, given: Obj, otherwise: string): Gen<boolean> {
  if (given !== None) return yield* writeObjectG(file, given);
  const s = newStr(otherwise);
  const ok = yield* writeObjectG(file, s);
  decref(s);
  return ok;
}

/** Writes `str(o)` to a file object; false with an error. CPython 3.12: Objects/fileobject.c PyFile_WriteObject */
export function* writeObjectG(file: Obj, o: Obj): Gen<boolean> {
  const quick = plainText(o);
  if (quick !== null) {
    let r = moduleHooks.writeText(file, quick);
    if (r === null) r = yield* settle();
    if (r === null) return false;
    if (r !== undefined) {
      decref(r);
      return true;
    }
  }
  let write = getAttr(file, id('write'));
  if (write === null) write = yield* settle();
  if (write === null) return false;
  const text = yield* strG(o);
  if (text === null) {
    decref(write);
    return false;
  }
  const r = yield* callG(write, [text]);
  decref(text);
  decref(write);
  if (r === null) return false;
  decref(r);
  return true;
}

/** `file.name()`, the result dropped; false with an error. */
function* callMethodG(file: Obj, name: string): Gen<boolean> {
  let m = getAttr(file, id(name));
  if (m === null) m = yield* settle();
  if (m === null) return false;
  const r = yield* callG(m, []);
  decref(m);
  if (r === null) return false;
  decref(r);
  return true;
}

function* input(_self: Obj, prompt: Obj | undefined): Gen {
  const streams: Obj[] = [];
  for (const name of ['stdin', 'stdout', 'stderr']) {
    const f = sysAttr(name);
    if (f === undefined || f === None) return raise(PyExc.RuntimeError, `input(): lost sys.${name}`);
    streams.push(f);
  }
  const [fin, fout, ferr] = streams as [Obj, Obj, Obj];
  for (const f of streams) f.rc++;
  const r = yield* inputFrom(fin, fout, ferr, prompt);
  for (const f of streams) decref(f);
  return r;
}

function* inputFrom(fin: Obj, fout: Obj, ferr: Obj, prompt: Obj | undefined): Gen {
  if (!(yield* callMethodG(ferr, 'flush'))) clear();
  if (prompt !== undefined && !(yield* writeObjectG(fout, prompt))) return null;
  if (!(yield* callMethodG(fout, 'flush'))) clear();
  return yield* getLineG(fin);
}

/** One line without its end; EOFError when there is none. CPython 3.12: Objects/fileobject.c PyFile_GetLine */
function* getLineG(file: Obj): Gen {
  let m = getAttr(file, id('readline'));
  if (m === null) m = yield* settle();
  if (m === null) return null;
  const line = yield* callG(m, []);
  decref(m);
  if (line === null) return null;
  if (!isStr(line)) {
    decref(line);
    return typeError('object.readline() returned non-string');
  }
  const text = line.v;
  if (text === '') {
    decref(line);
    return raiseWith(PyExc.EOFError, newStr('EOF when reading a line'));
  }
  if (!text.endsWith('\n')) return line;
  decref(line);
  return newStr(text.slice(0, -1));
}

export const ioFunctions: FunctionRow[] = [
  [
    'input',
    "(prompt='', /)",
    input,
    'Read a string from standard input.  The trailing newline is stripped.\n\nThe prompt string, if given, is printed to standard output without a\ntrailing newline before reading input.\n\nIf the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.\nOn *nix systems, readline is used if available.',
  ],
  [
    'print',
    "(*args, sep=' ', end='\\n', file=None, flush=False)",
    print,
    'Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream.',
  ],
];
