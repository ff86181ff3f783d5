// A prediction before the run: pick an answer, or type what will be printed. Run is offered after the reader
// committed; after the run every option explains itself.
import { useEffect, useId, useState } from 'preact/hooks';
import type { Option } from '../markdown/lesson-markdown.ts';
import { outputMatches } from './diff.ts';
import { Html } from './Html.tsx';

interface PredictionProps {
  options: Option[] | null;
  committed: string | null;
  onCommit(answer: string, right: boolean | null): void;
  onRetract(): void;
}

export function Prediction({ options, committed, onCommit, onRetract }: PredictionProps) {
  const [answer, setAnswer] = useState('');
  const [live, setLive] = useState(false);
  const id = useId();
  useEffect(() => setLive(true), []);
  const commit = (event: Event) => {
    event.preventDefault();
    if (answer !== '') onCommit(answer, options ? (options[Number(answer)]?.right ?? false) : null);
  };
  if (committed !== null) {
    return (
      <p class="committed">
        <span>
          You said:{' '}
          {options ? <Html inline html={options[Number(committed)]?.html ?? ''} /> : <code>{committed}</code>}
        </span>
        <button type="button" class="quiet" onClick={onRetract}>
          Think again
        </button>
      </p>
    );
  }
  return (
    <form class="prediction" onSubmit={commit}>
      <fieldset>
        <legend>Your prediction</legend>
        {options ? (
          options.map((option, index) => (
            <label class="choice">
              <input
                type="radio"
                name={`${id}-prediction`}
                value={index}
                checked={answer === String(index)}
                onChange={() => setAnswer(String(index))}
              />
              <Html inline html={option.html} />
            </label>
          ))
        ) : (
          <textarea
            aria-label="What it will print"
            rows={3}
            value={answer}
            spellcheck={false}
            placeholder="Type what it will print"
            onInput={(event) => setAnswer(event.currentTarget.value)}
          />
        )}
        <button type="submit" disabled={!live || answer === ''}>
          Commit
        </button>
      </fieldset>
    </form>
  );
}

export function PredictionResult({
  options,
  committed,
  text,
  stdout,
}: {
  options: Option[] | null;
  committed: string;
  text: string | null;
  stdout: string;
}) {
  if (!options) {
    const right = outputMatches(stdout, text ?? '', 'exact');
    return (
      <p class={`prediction-result ${right ? 'right' : 'wrong'}`}>
        {right
          ? 'Your prediction was right, to the letter.'
          : 'It printed something else than you predicted. Where do the two part?'}
      </p>
    );
  }
  return (
    <ul class="explained">
      {options.map((option, index) => (
        <li class={option.right ? 'right' : 'wrong'}>
          <span class="mark">{option.right ? 'Right' : 'Wrong'}</span>
          <p>
            <Html inline html={option.html} />
            {String(index) === committed && <em class="yours"> (your answer)</em>}:{' '}
            <Html inline html={option.why} />
          </p>
        </li>
      ))}
    </ul>
  );
}
