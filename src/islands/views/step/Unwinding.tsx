// An exception on its way up: in which frames the exception table was asked, and what it answered.
import type { FrameState, WatchedCode } from '../../../interpreter/watch/index.ts';

export type TableEntry = WatchedCode['exceptionTable'][number];

/** The entry of the exception table in force at an instruction: the first that covers it. */
export function entryAt(code: WatchedCode, offset: number): TableEntry | null {
  return code.exceptionTable.find(({ start, end }) => start <= offset && offset < end) ?? null;
}

export const frameTitle = ({ qualname }: WatchedCode) => (qualname === '<module>' ? 'the module' : qualname);

interface UnwindingProps {
  codes: WatchedCode[];
  /** The frames when it was raised, the running one first. */
  frames: FrameState[];
  /** The frame that goes on, or null: the exception ends the program. */
  handledBy: FrameState | null;
}

export function Unwinding({ codes, frames, handledBy }: UnwindingProps) {
  const end = handledBy === null ? frames.length : frames.findIndex(({ frame }) => frame === handledBy.frame);
  const asked = end < 0 ? frames : frames.slice(0, end + 1);
  return (
    <section class="unwinding" aria-label="Unwinding">
      <p class="panel-title">Unwinding</p>
      <ol>
        {asked.map((state) => {
          const code = codes[state.code];
          const { offset, name } = code.instructions[state.at];
          const entry = entryAt(code, offset);
          const handles = handledBy !== null && state.frame === handledBy.frame;
          return (
            <li key={state.frame} class={handles ? 'handles' : 'ends'}>
              <strong>{frameTitle(code)}</strong> at {offset} <span class="opname">{name}</span>:{' '}
              {handles && entry ? (
                <>
                  the table has an entry for {entry.start} to {entry.end - 2}. The stack is cut to{' '}
                  {entry.depth} {entry.depth === 1 ? 'value' : 'values'}
                  {entry.lasti && ', the place of the error is pushed'}, the exception is pushed, and the
                  frame goes on at <strong>{entry.target}</strong>.
                </>
              ) : handles ? (
                'the exception says that the inner frame is finished, and the frame goes on.'
              ) : (
                `no entry of its table covers ${offset}. The frame ends.`
              )}
            </li>
          );
        })}
        {handledBy === null && <li class="ends">No frame is left: the program ends with a traceback.</li>}
      </ol>
    </section>
  );
}
