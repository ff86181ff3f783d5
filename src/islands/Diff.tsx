// The difference between what was expected and what was got, line by line, in words and marks and not by colour alone.
import { diffLines, linesOf } from './diff.ts';

const LONGEST = 200;
const MARK = { same: ' ', missing: '−', extra: '+' };

interface DiffProps {
  expected: string;
  got: string;
  what: string;
  /** Whose program it is: the example's own, or the reader's version of it. */
  edited: boolean;
}

export function Diff({ expected, got, what, edited }: DiffProps) {
  const missing = edited ? 'the original prints' : 'expected, not printed';
  const extra = edited ? 'yours prints' : 'printed, not expected';
  const said = { same: 'both', missing, extra };
  const all = diffLines(linesOf(expected), linesOf(got));
  const first = Math.max(0, all.findIndex((row) => row.kind !== 'same') - 3);
  const rows = all.slice(first, first + LONGEST);
  return (
    <figure class="diff">
      <figcaption>
        {what}: <span class="missing">− {missing}</span> <span class="extra">+ {extra}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
      <div class="diff-rows" tabIndex={0} role="group" aria-label={`${what}, line by line`}>
        {first > 0 && <p class="diff-gap">{first} equal lines above</p>}
        <ol>
          {rows.map(({ kind, text }) => (
            <li class={kind}>
              <span aria-hidden="true">{MARK[kind]}</span>
              <span class="unseen">{said[kind]}: </span>
              <code>{text === '' ? <span class="blank-line">(empty line)</span> : text}</code>
            </li>
          ))}
        </ol>
        {all.length > first + LONGEST && <p class="diff-gap">{all.length - first - LONGEST} more lines</p>}
      </div>
    </figure>
  );
}
