// A recording of the program: made when the view is opened and after each run, never because of an edit alone. When the
// text has changed since, the view says so and offers to record again.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Files } from '../../session/protocol.ts';
import type { Questions, Watched } from '../../session/questions.ts';
import type { ViewProps } from './index.ts';

type Recorded = {
  [Name in keyof Questions]: Questions[Name]['params'] extends Watched ? Name : never;
}[keyof Questions];

export interface RecordingState<Name extends Recorded> {
  recording: Questions[Name]['answer'] | null;
  /** What it was made of. */
  files: Files;
  watched: Watched | null;
  pending: boolean;
  problem: string | null;
  /** The reader has changed the program since. */
  stale: boolean;
  record(): void;
}

export function useRecording<Name extends Recorded>(name: Name, props: ViewProps): RecordingState<Name> {
  const { session, files, main, input, lastRun, kept } = props;
  const [made, setMade] = useState<{
    recording: Questions[Name]['answer'];
    watched: Watched;
    key: string;
  } | null>(null);
  const [pending, setPending] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const wish = useRef(0);
  const key = useMemo(() => JSON.stringify([files, main, input]), [files, main, input]);

  const record = () => {
    const mine = ++wish.current;
    setPending(true);
    setProblem(null);
    const watched: Watched = { files, main, input };
    session.ask(name, watched as Questions[Name]['params']).then(
      (recording) => {
        if (mine !== wish.current) return;
        // Another program begins at its beginning.
        if (kept.program !== null && kept.program !== key) kept.step = 0;
        kept.program = key;
        setMade({ recording, watched, key });
        setPending(false);
      },
      (error: Error) => {
        if (mine !== wish.current) return;
        setProblem(error.message);
        setPending(false);
      },
    );
  };
  useEffect(record, [lastRun]);
  useEffect(
    () => () => {
      wish.current = -1;
    },
    [],
  );
  return {
    recording: made?.recording ?? null,
    files: made?.watched.files ?? files,
    watched: made?.watched ?? null,
    pending,
    problem,
    stale: made !== null && made.key !== key,
    record,
  };
}
