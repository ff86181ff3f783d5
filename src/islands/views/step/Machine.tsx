// The machine at one step: the value stack before and after, the instructions around the current one, the frames.
import words from '../../../../content/views.json';
import type { FrameState, StepWindow, WatchedCode } from '../../../interpreter/watch/index.ts';
import { Name, tidyConstant, Value } from '../Chip.tsx';
import { entryAt, frameTitle } from './Unwinding.tsx';

interface StackProps {
  title: string;
  frame: string;
  slots: number[];
  values: StepWindow['values'];
  /** How many at the top have the mark. */
  marked: number;
  mark: 'pop' | 'push';
  /** Changes with the step, so that what is new moves. */
  step: number;
}

/** The top of the stack stands at the top. */
export function Stack({ title, frame, slots, values, marked, mark, step }: StackProps) {
  return (
    <div class="stack">
      <p class="panel-title">
        {title} <span class="soft">{frame}</span>
      </p>
      {slots.length === 0 ? (
        <p class="soft">{words.step.empty}</p>
      ) : (
        <ol>
          {slots.toReversed().map((slot, index) => {
            const moved = index < marked;
            return (
              <li
                key={moved ? `${step} ${index}` : `at ${slots.length - index}`}
                class={moved ? `slot ${mark}` : 'slot'}
              >
                <Value value={slot < 0 ? null : values[slot]} />
                {moved && <span class="mark">{mark}</span>}
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

const ABOVE = 5;
const BELOW = 6;

interface NearbyProps {
  code: WatchedCode;
  /** Index of the current instruction. */
  at: number;
  /** Goes to the next time an instruction is run. */
  onReach(index: number): void;
}

/** The instructions around the current one; the block of the exception table in force is marked beside them. */
export function Nearby({ code, at, onReach }: NearbyProps) {
  const { instructions } = code;
  const from = Math.max(0, Math.min(at - ABOVE, instructions.length - ABOVE - BELOW - 1));
  const entry = entryAt(code, instructions[at].offset);
  const covered = ({ offset }: { offset: number }) =>
    entry !== null && entry.start <= offset && offset < entry.end;
  return (
    <section class="nearby" aria-label="Instructions">
      <p class="panel-title">
        Instructions <span class="soft">{frameTitle(code)}</span>
      </p>
      <ol>
        {instructions.slice(from, from + ABOVE + BELOW + 1).map((each, index) => (
          <li
            key={each.offset}
            aria-current={from + index === at ? 'step' : undefined}
            class={`${covered(each) ? 'covered' : ''}${entry?.target === each.offset ? ' handler' : ''}`}
          >
            <button
              type="button"
              title="Go to where this instruction runs next"
              onClick={() => onReach(from + index)}
            >
              <span class="soft number">{each.offset}</span> <span class="opname">{each.name}</span>{' '}
              <span class="means">{tidyConstant(each.argText) || each.arg}</span>
            </button>
          </li>
        ))}
      </ol>
      {entry && (
        <p class="block-in-force">
          <span class="bracket" aria-hidden="true" /> If one of {entry.start} to {entry.end - 2} raises, the
          frame goes on at {entry.target}.
        </p>
      )}
    </section>
  );
}

interface FramesProps {
  codes: WatchedCode[];
  values: StepWindow['values'];
  /** The running frame first. */
  frames: FrameState[];
}

export function Frames({ codes, values, frames }: FramesProps) {
  const open = frames.filter(({ brief }) => !brief);
  const brief = frames.length - open.length;
  return (
    <section class="frames" aria-label="Frames">
      <p class="panel-title">Frames</p>
      <ol>
        {open.map((state, index) => {
          const code = codes[state.code];
          const instruction = code.instructions[state.at];
          const entry = entryAt(code, instruction.offset);
          return (
            <li key={state.frame} class={index === 0 ? 'frame running' : 'frame'}>
              <p>
                <strong>{frameTitle(code)}</strong>{' '}
                <span class="soft">
                  {index === 0 ? 'running' : 'waiting'} at {instruction.offset}{' '}
                  <span class="opname">{instruction.name}</span>, line {lineOf(code, state.at)}
                  {entry && `; exceptions go to ${entry.target}`}
                </span>
              </p>
              {state.variables.length > 0 && (
                <dl>
                  {state.variables.map(({ name, kind, value }) => (
                    <div key={name}>
                      <dt>
                        <Name name={name} kind={kind} />
                      </dt>
                      <dd>
                        <Value value={values[value]} />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              {index > 0 && state.stack.length > 0 && (
                <p class="kept-stack">
                  <span class="soft">on its stack</span>{' '}
                  {state.stack.map((slot, at) => (
                    <Value key={at} value={slot < 0 ? null : values[slot]} />
                  ))}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {brief > 0 && (
        <p class="soft">
          {brief} {words.step.hidden}
        </p>
      )}
    </section>
  );
}

function lineOf({ instructions }: WatchedCode, from: number): number | string {
  for (let at = from; at >= 0; at--) {
    const line = instructions[at].place?.line ?? instructions[at].startsLine;
    if (line !== null) return line;
  }
  return '?';
}
