// The host's streams as devices of the file system, and sys.stdin, sys.stdout, sys.stderr over them.

import type { RunOptions } from '../interpreter.ts';
import { decref, Obj, PyType, typeType } from '../memory/object.ts';
import { method } from '../objects/descrobject.ts';
import { typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { moduleAdd, type Module } from '../objects/moduleobject.ts';
import { genericGetAttr } from '../objects/object.ts';
import { none } from '../objects/singletons.ts';
import { codePoints, isStr, type Str } from '../objects/strcore.ts';
import { typeReady } from '../objects/typeobject.ts';
import { moduleHooks } from '../modules/vmhooks.ts';
import { type Device, WAIT } from './vfs.ts';

export interface Streams {
  stdin: Device;
  stdout: Device;
  stderr: Device;
  install(sys: Module): void;
  flush(): void;
}

const hostTextType = new PyType('HostText', 0, typeType);
let ready = false;

export function openStreams(options: RunOptions): Streams {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let input = new Uint8Array(0);
  let ended = false;
  let asked = false;
  const waiting: (() => void)[] = [];
  const ask = (): void => {
    if (asked || ended) return;
    asked = true;
    options.onInput().then((line) => {
      asked = false;
      if (line === null) ended = true;
      else {
        const more = encoder.encode(`${line}\n`);
        const joined = new Uint8Array(input.length + more.length);
        joined.set(input);
        joined.set(more, input.length);
        input = joined;
      }
      for (const f of waiting.splice(0)) f();
    });
  };
  const stdin: Device = {
    isatty: false,
    read: (size) => {
      if (input.length > 0) {
        const part = input.slice(0, size);
        input = input.slice(size);
        return part;
      }
      return ended ? new Uint8Array(0) : WAIT;
    },
    write: () => -9,
    whenReadable: (f) => {
      waiting.push(f);
      ask();
      return () => {
        const at = waiting.indexOf(f);
        if (at >= 0) waiting.splice(at, 1);
      };
    },
  };
  const sink = (write: (text: string) => void): Device => ({
    isatty: false,
    read: () => -9,
    write: (bytes) => {
      write(decoder.decode(bytes));
      return bytes.length;
    },
  });
  const stdout = sink((t) => options.onStdout(t));
  const stderr = sink((t) => options.onStderr(t));
  if (!ready) {
    ready = true;
    hostTextType.tp_getattro = genericGetAttr;
    method(hostTextType, 'write', '($self, text, /)', (self: Obj, text: Obj) => {
      if (!isStr(text)) return typeError(`write() argument must be str, not ${text.type.name}`);
      (self as Obj<(t: string) => void>).v((text as Str).v);
      return newInt(codePoints(text.v));
    });
    method(hostTextType, 'flush', '($self, /)', () => none());
    typeReady(hostTextType);
  }
  return {
    stdin,
    stdout,
    stderr,
    install: (sys) => {
      const put = (names: string[], write: (t: string) => void): void => {
        const o = new Obj<(t: string) => void>(hostTextType, write);
        for (const n of names) {
          o.rc++;
          moduleAdd(sys, n, o);
        }
        decref(o);
      };
      put(['stdout', '__stdout__'], (t) => options.onStdout(t));
      put(['stderr', '__stderr__'], (t) => options.onStderr(t));
      moduleHooks.writeText = (file, text) => {
        if (file.type !== hostTextType) return undefined;
        (file as Obj<(t: string) => void>).v(text);
        return none();
      };
    },
    flush: () => {},
  };
}
