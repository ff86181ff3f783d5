// What the running program has made of its code: the specialised form of each instruction, and its counter, when the
// program ends. The run is an ordinary one: nobody watches its instructions.

import type { CodeObject } from '../code/codeobject.ts';
import { opname } from '../code/opcodes.ts';
import { HOME } from '../runtime/vfs.ts';
import type { CodeRuntime } from '../vm/coderuntime.ts';
import type { RecordingEnd } from './recording.ts';
import { runWatched, type WatchOptions } from './watchedrun.ts';

export interface SpecialisedCode {
  /** Path of the reader's file. */
  file: string;
  qualname: string;
  firstLine: number;
  /** For each instruction, EXTENDED_ARG apart; `counter` is null for one without a family. */
  forms: { offset: number; name: string; counter: number | null }[];
}

export interface Specialised extends RecordingEnd {
  /** Code objects that have run. */
  codes: SpecialisedCode[];
}

export async function recordSpecialised(options: WatchOptions): Promise<Specialised> {
  const readers = new Set(Object.keys(options.files).map((path) => `${HOME}/${path}`));
  const bodies = new Set<CodeObject>();
  let codes: SpecialisedCode[] | null = null;
  const look = () => {
    codes = [];
    for (const body of bodies) gather(body, codes);
  };
  const end = await runWatched(options, {
    called: ({ rt: { co } }) => {
      if (co.name === '<module>' && readers.has(co.filename)) bodies.add(co);
    },
    ended: look,
  });
  // A program that was stopped has no end of its own.
  if (codes === null) look();
  return { ...end, codes: codes! };
}

function gather(co: CodeObject, into: SpecialisedCode[]): void {
  const rt = co.runtime as CodeRuntime | null;
  if (rt !== null) {
    into.push({
      file: co.filename.slice(HOME.length + 1),
      qualname: co.qualname,
      firstLine: co.firstlineno,
      forms: Array.from(rt.offsets, (offset, at) => {
        const { op, counter } = rt.adaptiveAt(at);
        return { offset, name: opname[op]!, counter };
      }),
    });
  }
  for (const constant of co.consts) {
    if (typeof constant === 'object' && constant !== null && 'linetable' in constant) gather(constant, into);
  }
}
