// sys.stdin, sys.stdout and sys.stderr over descriptors 0, 1 and 2.
//
// On the site they are no terminals: as with `python3.12 main.py | cat`, text is handed on when the buffer is full and at the
// end, stderr with every line. That the site shows output earlier is the host's doing (flushQuick between slices), and
// no program can tell.
//
// Answers to CPython 3.12: Python/pylifecycle.c (create_stdio, init_sys_streams).

import { decref, type Obj } from '../memory/object.ts';
import { type Module, moduleAdd } from '../objects/moduleobject.ts';
import { type StreamSettings, system } from '../runtime/system.ts';
import { initIo } from './_io.ts';
import type { Buffered } from './_io_buffered.ts';
import { bufferedReaderType, bufferedWriterType, newBuffered } from './_io_bufferedtypes.ts';
import { newFileIO } from './_io_fileio.ts';
import { flushQuick, type Text } from './_io_textio.ts';
import { newStandardText, writeText } from './_io_texttype.ts';
import { resetIo } from './_io_util.ts';
import { moduleHooks } from './vmhooks.ts';

/** Bytes a pipe takes at once: what st_blksize says of one. */
const PIPE_SIZE = 4096;

/** CPython 3.12: Python/pylifecycle.c create_stdio */
function stream(fd: number, name: string, errors: string, unbuffered: boolean): Text {
  const writable = fd !== 0;
  const raw = newFileIO(fd, writable, `<${name}>`);
  const mode = writable ? 'w' : 'r';
  const seekable = system().vfs.lseek(fd, 0, 1) >= 0;
  if (unbuffered && writable) return newStandardText(raw, errors, mode, false, seekable);
  const buffer: Buffered = newBuffered(writable ? bufferedWriterType : bufferedReaderType, raw, PIPE_SIZE);
  decref(raw);
  const lineBuffering = !unbuffered && (name === 'stderr' || system().vfs.isatty(fd));
  return newStandardText(buffer, errors, mode, lineBuffering, seekable);
}

export interface StandardStreams {
  /** Makes visible what the program has written so far. */
  flush(): void;
  /** References held here, for the audit. */
  roots(): Obj[];
}

/** Puts the three streams into sys. */
export function installStandardStreams(sys: Module, settings: StreamSettings): StandardStreams {
  initIo();
  resetIo();
  const made = [
    stream(0, 'stdin', settings.errors, settings.unbuffered),
    stream(1, 'stdout', settings.errors, settings.unbuffered),
    stream(2, 'stderr', 'backslashreplace', settings.unbuffered),
  ];
  ['stdin', 'stdout', 'stderr'].forEach((name, i) => {
    for (const key of [name, `__${name}__`]) {
      made[i]!.rc++;
      moduleAdd(sys, key, made[i]!);
    }
  });
  moduleHooks.writeText = writeText;
  const [stdin, stdout, stderr] = made as [Text, Text, Text];
  decref(stdin);
  return {
    flush: () => {
      flushQuick(stdout);
      flushQuick(stderr);
    },
    roots: () => [stdout, stderr],
  };
}
