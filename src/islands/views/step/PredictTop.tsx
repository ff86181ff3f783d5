// Predicting: the reader says what will be on top of the stack, and only then sees it.
import { useEffect, useRef, useState } from 'preact/hooks';

/** Texts that mean the same value: quotes of either kind, spaces or none, the name of a function or class alone. */
export function sameValue(guess: string, text: string): boolean {
  const plain = (each: string) => each.trim().replaceAll('"', "'").replace(/\s+/g, '');
  const named = /^<(?:function|class|built-in function|module|bound method) '?([^'>]+)'?>$/.exec(text)?.[1];
  const guessed = plain(guess);
  return (
    guessed === plain(text) ||
    (named !== undefined && (guessed === named || guessed === named.split('.').at(-1)))
  );
}

interface PredictTopProps {
  /** Changes with the step. */
  at: number;
  /** The instruction the prediction is about. */
  label: string;
  /** What will be on top: a text as repr writes it, or `empty`. */
  answer: string;
  onStep(): void;
  onScore(right: boolean): void;
  score: { right: number; all: number };
}

export function PredictTop({ at, label, answer, onStep, onScore, score }: PredictTopProps) {
  const [guess, setGuess] = useState('');
  const [said, setSaid] = useState<{ right: boolean; guess: string } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const ahead = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    setGuess('');
    setSaid(null);
    if (asked.current) field.current?.focus();
  }, [at]);
  useEffect(() => {
    if (said) ahead.current?.focus();
  }, [said]);
  return (
    <form
      class="predict-top"
      onSubmit={(event) => {
        event.preventDefault();
        asked.current = true;
        if (said) return onStep();
        if (guess.trim() === '') return;
        const right = sameValue(guess, answer);
        setSaid({ right, guess });
        onScore(right);
      }}
    >
      <label>
        <span>
          After <strong class="opname">{label}</strong>, what is on top of the running frame’s stack?
        </span>
        <input
          ref={field}
          value={guess}
          readOnly={said !== null}
          placeholder="a value as repr writes it, or empty"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          onInput={(event) => setGuess(event.currentTarget.value)}
        />
      </label>
      <button ref={ahead} type="submit" class="second">
        {said ? 'Step' : 'Check'}
      </button>
      <p role="status">
        {said && (
          <>
            <strong class={said.right ? 'good-word' : 'bad-word'}>{said.right ? 'Right' : 'No'}</strong>:{' '}
            <code>{answer}</code>.{' '}
          </>
        )}
        {score.all > 0 && `${score.right} of ${score.all} right so far.`}
      </p>
    </form>
  );
}
