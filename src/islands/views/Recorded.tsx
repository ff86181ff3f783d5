// What every view of a recording says about it: that it is being made, that it could not be made, that the program has
// changed since, that it was cut short.
import type { ComponentChildren } from 'preact';
import words from '../../../content/views.json';
import type { RecordingEnd } from '../../interpreter/watch/index.ts';

interface RecordedProps {
  recording: RecordingEnd | null;
  pending: boolean;
  problem: string | null;
  stale: boolean;
  record(): void;
  children: ComponentChildren;
}

export function Recorded({ recording, pending, problem, stale, record, children }: RecordedProps) {
  return (
    <>
      {problem && (
        <p class="view-note bad" role="alert">
          {words.failed} {problem}
        </p>
      )}
      {!recording && pending && <p role="status">{words.recording}</p>}
      {recording && stale && (
        <p class="view-note">
          {words.stale}{' '}
          <button type="button" class="quiet" onClick={record} disabled={pending}>
            {pending ? 'Recording ...' : 'Record again'}
          </button>
        </p>
      )}
      {recording?.truncated && <p class="view-note">{words.truncated}</p>}
      {recording?.internalError && (
        <p class="view-note bad" role="alert">
          {words.internalError} {recording.internalError.split('\n')[0]}
        </p>
      )}
      {recording && children}
    </>
  );
}
