// How a run ended, in a few words beside the Run button.
import type { Example } from '../markdown/example.ts';
import type { RunOutcome } from '../session/protocol.ts';
import { outputMatches } from './diff.ts';

interface VerdictProps {
  example: Example;
  outcome: RunOutcome;
  edited: boolean;
  stdout: string;
  stderr: string;
  compare: boolean;
}

const time = (milliseconds: number) =>
  milliseconds < 1000
    ? `${Math.max(1, Math.round(milliseconds))} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;

export function Verdict({ example, outcome, edited, stdout, stderr, compare }: VerdictProps) {
  if (outcome.status === 'stopped') {
    return (
      <span class="verdict" data-check="stopped">
        Stopped{outcome.replaced ? '; the interpreter was started again' : ''}
      </span>
    );
  }
  if (outcome.status === 'internal-error') {
    return (
      <span class="verdict differs" data-check="internal-error">
        A mistake in this interpreter, not in your program: {outcome.internalError}. Your text is safe; please
        report it.
      </span>
    );
  }
  const matches =
    outputMatches(example.output ?? '', stdout, example.check) &&
    (example.check === 'none' || outputMatches(example.error ?? '', stderr, 'exact'));
  if (!compare || example.check === 'none' || (edited && !matches)) {
    return (
      <span class="verdict" data-check={edited && compare && !matches ? 'changed' : 'none'}>
        {outcome.exception ? `Ended with ${outcome.exception.type}` : 'Done'} in {time(outcome.milliseconds)}
        {edited && compare && !matches && '; another output than the original’s'}
      </span>
    );
  }
  return matches ? (
    <span class="verdict matches" data-check="matches">
      Matches CPython’s output
    </span>
  ) : (
    <span class="verdict differs" data-check="differs">
      Differs from what CPython prints
    </span>
  );
}
