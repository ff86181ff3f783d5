// What the eval loop tells a watcher; put in by watch/.

import type { Frame } from './frame.ts';

export const watchHook: {
  /** About to execute the instruction at frame.pc of a watched frame; true: pause before it. */
  onInstruction: (frame: Frame) => boolean;
  /** A frame was entered (called or resumed) or left; an exception passes through it. */
  onCall: ((frame: Frame) => void) | null;
  onReturn: ((frame: Frame) => void) | null;
  /** The run is paused in a watcher. */
  paused: boolean;
  /** New frames run the watched stream. */
  active: boolean;
} = { onInstruction: () => false, onCall: null, onReturn: null, paused: false, active: false };
