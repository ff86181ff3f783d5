// One plain sentence on the exception that ended a program. The sentences are content/explanations.json, fetched when
// the first one is needed.
import { useEffect, useState } from 'preact/hooks';
import type { RunOutcome } from '../session/protocol.ts';

export function Explanation({ exception }: { exception: NonNullable<RunOutcome['exception']> }) {
  const [sentences, setSentences] = useState<Record<string, string> | null>(null);
  useEffect(() => {
    void import('../../content/explanations.json').then((module) => setSentences(module.default));
  }, []);
  if (!sentences) return null;
  const sentence = sentences[exception.type] ?? sentences['*'];
  return (
    <p class="explanation">
      <strong>{exception.type}</strong> {sentence}
    </p>
  );
}
