// Things as they look in every view: a value, a name. Long texts are cut by the page and whole in their title.
import type { WatchedValue } from '../../interpreter/watch/index.ts';

/** What functions and classes are called comes first, what they are behind it: a narrow place still shows the name. */
const CALLABLE = /^<(built-in function|function|class|module|bound method|code object) '?([^'>]+)'?>$/;

export function Value({ value }: { value: Pick<WatchedValue, 'text' | 'type'> | null }) {
  if (!value) return <span class="value null">NULL</span>;
  const [, what, name] = CALLABLE.exec(value.text) ?? [];
  if (what) {
    return (
      <span class="value" title={value.text}>
        {name} <span class="what">{what.replace(' function', '')}</span>
      </span>
    );
  }
  return (
    <span class="value" title={`${value.text} (${value.type})`}>
      {value.text}
    </span>
  );
}

export function Name({ name, kind }: { name: string; kind: string }) {
  const cell = kind === 'cell' || kind === 'free';
  return (
    <span class="kind" data-kind={cell ? 'cell' : 'name'} title={cell ? `${kind} variable` : undefined}>
      {name}
      {cell && <span class="unseen"> ({kind} variable)</span>}
    </span>
  );
}

/** What dis writes of a code object, without the address and the place: neither exists before a run. */
export function tidyConstant(text: string): string {
  return text.replace(/<code object (.+?) at 0x0, file "[^"]*", line \d+>/g, '<code object $1>');
}
