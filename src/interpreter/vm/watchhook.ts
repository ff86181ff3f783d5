// What the eval loop tells a watcher; put in by watch/.

import type { Obj } from '../memory/object.ts';
import type { Frame } from './frame.ts';
import type { Thread } from './thread.ts';

export const watchHook: {
  /**
   * About to execute the instruction at frame.pc of a watched frame; true: do something else first, which is in
   * tstate.pending, or, if nothing is, pause.
   */
  onInstruction: (frame: Frame) => boolean;
  /** A frame was entered (called or resumed) or left; an exception passes through it. */
  onCall: ((frame: Frame) => void) | null;
  onReturn: ((frame: Frame) => void) | null;
  /**
   * While the program monitors itself (PEP 669): an exception has reached a frame; true: what follows has been taken
   * over. `traced`: the frame gets a traceback entry. `thrown`: it came in by throw().
   */
  unwinding:
    | ((thread: Thread, frame: Frame, traced: boolean, from: number | null, thrown: boolean) => boolean)
    | null;
  /** The run is paused in a watcher. */
  paused: boolean;
  /** New frames run the watched stream. */
  active: boolean;
} = {
  onInstruction: () => false,
  onCall: null,
  onReturn: null,
  unwinding: null,
  paused: false,
  active: false,
};

/** sys.monitoring.DISABLE and MISSING of the run (borrowed from the module); put in by modules/sys.ts. */
export const markers: { disable: Obj | null; missing: Obj | null } = { disable: null, missing: null };
