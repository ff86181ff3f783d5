// A question that asks for the reason. The reader writes first (or looks straight away); the model answer is opened
// beside what they wrote. Nobody marks it: comparing is the exercise.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hashText, readAnswer, saveAnswer } from './store.ts';

export function WhyAnswer({ question, children }: { question: string; children?: ComponentChildren }) {
  const key = hashText(`why ${question}`);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [live, setLive] = useState(false);
  useEffect(() => {
    setText(readAnswer(key)?.answer ?? '');
    setLive(true);
  }, []);
  return (
    <div class="why-answer">
      {live && (
        <>
          <textarea
            aria-label={`Your answer to: ${question}`}
            rows={3}
            placeholder="In your own words"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onBlur={() => text !== '' && saveAnswer(key, text, null)}
          />
          <button type="button" class="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open
              ? 'Hide the model answer'
              : text === ''
                ? 'Look at a model answer'
                : 'Compare with a model answer'}
          </button>
        </>
      )}
      <div class="model-answer" hidden={live && !open}>
        {children}
      </div>
    </div>
  );
}
