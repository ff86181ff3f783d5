// What the compiler makes of a text, kept up with the reader's edits: a moment after each change it is asked again, and
// the earlier answer stays in place until the new one is there.
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../session/client.ts';
import type { Compiled } from '../../session/compiled.ts';

const WAIT_MS = 120;

export interface CompiledSource {
  /** The text the answer belongs to. */
  source: string;
  compiled: Compiled;
}

export function useCompiled(
  session: Session,
  source: string,
  filename: string,
): { current: CompiledSource | null; problem: string | null } {
  const [current, setCurrent] = useState<CompiledSource | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(
      () => {
        session.compile(source, filename).then(
          (compiled) => {
            if (!wanted) return;
            setProblem(null);
            setCurrent({ source, compiled });
          },
          (error: Error) => wanted && setProblem(error.message),
        );
      },
      current ? WAIT_MS : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [source, filename]);
  return { current, problem };
}
