// The answers of a question. Choosing one says at once why it is right or wrong; the reader may try again, and after
// the right one sees what was wrong with the others.
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { Option } from '../markdown/lesson-markdown.ts';
import { Html } from './Html.tsx';
import { hashText, readAnswer, saveAnswer } from './store.ts';

export function Options({ options }: { options: Option[] }) {
  const key = useMemo(() => hashText(JSON.stringify(options)), [options]);
  const several = options.filter((option) => option.right).length > 1;
  const [chosen, setChosen] = useState<number[]>([]);
  const [checked, setChecked] = useState(false);
  const [live, setLive] = useState(false);
  const id = useId();
  const right = options.every((option, index) => option.right === chosen.includes(index));

  useEffect(() => {
    const kept = readAnswer(key)?.answer;
    if (kept) {
      setChosen(kept.split(',').map(Number));
      setChecked(true);
    }
    setLive(true);
  }, []);

  const check = (now: number[]) => {
    setChecked(true);
    saveAnswer(
      key,
      now.join(','),
      options.every((option, index) => option.right === now.includes(index)),
    );
  };
  const choose = (index: number) => {
    const now = several
      ? chosen.includes(index)
        ? chosen.filter((other) => other !== index)
        : [...chosen, index].sort((a, b) => a - b)
      : [index];
    setChosen(now);
    if (several) setChecked(false);
    else check(now);
  };
  const explains = (index: number) => !live || (checked && (right || chosen.includes(index)));

  return (
    <fieldset class="options" data-answered={checked ? (right ? 'right' : 'wrong') : 'no'}>
      <legend class={several ? undefined : 'unseen'}>
        {several ? 'Choose all that are right' : 'Choose an answer'}
      </legend>
      {options.map((option, index) => (
        <div class={`option${checked && chosen.includes(index) ? (option.right ? ' right' : ' wrong') : ''}`}>
          <label class="choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={`${id}-answer`}
              disabled={!live}
              checked={chosen.includes(index)}
              onChange={() => choose(index)}
            />
            <Html inline html={option.html} />
          </label>
          {explains(index) && (
            <p class="why">
              <span class="mark">{option.right ? 'Right' : 'Wrong'}</span> <Html inline html={option.why} />
            </p>
          )}
        </div>
      ))}
      {several && (
        <button type="button" disabled={!live || chosen.length === 0} onClick={() => check(chosen)}>
          Check
        </button>
      )}
      <p class="unseen" role="status">
        {checked && (right ? 'Right.' : 'Not right yet.')}
      </p>
    </fieldset>
  );
}
