// The host's streams as devices of the file system: descriptors 0, 1 and 2.

import { EBADF } from './errnotable.ts';
import { type Device, WAIT } from './vfs.ts';

/** What the host does with the three streams (RunOptions says more). */
export interface HostStreams {
  stdin?: string;
  onInput(): Promise<string | null>;
  onStdout(text: string): void;
  onStderr(text: string): void;
}

export interface Streams {
  stdin: Device;
  stdout: Device;
  stderr: Device;
}

/** Input that the host is asked for line by line, when the program wants some. */
function inputDevice({ stdin, onInput }: HostStreams): Device {
  const encoder = new TextEncoder();
  let input = encoder.encode(stdin ?? '');
  let ended = stdin !== undefined;
  let asked = false;
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const ready = waiting;
    waiting = [];
    for (const f of ready) f();
  };
  const ask = (): void => {
    if (asked || ended) return;
    asked = true;
    onInput().then((line) => {
      asked = false;
      if (line === null) ended = true;
      else input = encoder.encode(`${line}\n`);
      wake();
    });
  };
  return {
    isatty: false,
    read: (size) => {
      if (input.length === 0) return ended ? new Uint8Array(0) : WAIT;
      const part = input.slice(0, size);
      input = input.slice(size);
      return part;
    },
    write: () => -EBADF,
    ready: () => {
      if (input.length === 0) ask();
      return input.length > 0 || ended;
    },
    whenReadable: (ready) => {
      waiting.push(ready);
      ask();
      return () => {
        waiting = waiting.filter((f) => f !== ready);
      };
    },
  };
}

function outputDevice(show: (text: string) => void): Device {
  // A character may come in two writes: the decoder waits for the rest of it.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    isatty: false,
    read: () => -EBADF,
    write: (bytes) => {
      const text = decoder.decode(bytes, { stream: true });
      if (text !== '') show(text);
      return bytes.length;
    },
  };
}

export function openStreams(options: HostStreams): Streams {
  return {
    stdin: inputDevice(options),
    stdout: outputDevice((text) => options.onStdout(text)),
    stderr: outputDevice((text) => options.onStderr(text)),
  };
}
