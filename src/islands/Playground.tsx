// What the playground has beyond an example: files that come and go, and a link that carries the program.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Files } from '../session/protocol.ts';
import { isFileName, toFragment } from './share.ts';
import type { Kept } from './views/index.ts';

interface FileKeeperProps {
  files: Files;
  main: string;
  shown: string;
  onFiles(now: Files, open: string): void;
}

/** One file more, another name, one file less. */
export function FileKeeper({ files, main, shown, onFiles }: FileKeeperProps) {
  const [naming, setNaming] = useState<'add' | 'rename' | null>(null);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (naming) field.current?.select();
    else opener.current?.focus();
  }, [naming]);
  const begin = (what: 'add' | 'rename', from: HTMLElement) => {
    opener.current = from;
    setName(what === 'add' ? 'helper.py' : shown);
    setProblem('');
    setNaming(what);
  };
  const finish = () => {
    const path = name.trim();
    if (naming === 'rename' && path === shown) return setNaming(null);
    if (!isFileName(path)) return setProblem('A name has letters, digits, dots and dashes.');
    if (path in files) return setProblem(`There is a ${path} already.`);
    if (naming === 'add') onFiles({ ...files, [path]: '' }, path);
    else {
      onFiles(
        Object.fromEntries(Object.entries(files).map(([each, text]) => [each === shown ? path : each, text])),
        path,
      );
    }
    setNaming(null);
  };
  if (naming) {
    return (
      <form
        class="file-naming"
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
        onKeyDown={(event) => event.key === 'Escape' && setNaming(null)}
      >
        <label>
          <span class="unseen">{naming === 'add' ? 'Name of the new file' : `New name of ${shown}`}</span>
          <input
            ref={field}
            value={name}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="second">
          {naming === 'add' ? 'Add' : 'Rename'}
        </button>
        <button type="button" class="quiet" onClick={() => setNaming(null)}>
          Leave it
        </button>
        {problem && <p role="alert">{problem}</p>}
      </form>
    );
  }
  return (
    <>
      <button type="button" class="quiet" onClick={(event) => begin('add', event.currentTarget)}>
        Add a file
      </button>
      {shown !== main && (
        <>
          <button type="button" class="quiet" onClick={(event) => begin('rename', event.currentTarget)}>
            Rename
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              const { [shown]: _gone, ...rest } = files;
              onFiles(rest, main);
            }}
          >
            Remove {shown}
          </button>
        </>
      )}
    </>
  );
}

interface ShareLinkProps {
  files: Files;
  input: string;
  kept: Kept;
}

/** A link to the program as it stands, and to the step at which the Step view stands. */
export function ShareLink({ files, input, kept }: ShareLinkProps) {
  const [link, setLink] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setLink(null);
    setSaid('');
  }, [files, input]);
  const make = async () => {
    const asked = kept.view === null ? null : { view: kept.view, step: kept.view === 'step' ? kept.step : 0 };
    const { origin, pathname } = location;
    const made = `${origin}${pathname}${await toFragment({ files, input, asked })}`;
    setLink(made);
    const where = asked
      ? ` It leads to the ${asked.view} view${asked.step > 0 ? `, step ${(asked.step + 1).toLocaleString('en')}` : ''}.`
      : '';
    try {
      await navigator.clipboard.writeText(made);
      setSaid(`Copied.${where}`);
    } catch {
      setSaid(`Copy it from here.${where}`);
      requestAnimationFrame(() => field.current?.select());
    }
  };
  return (
    <div class="share-link">
      <button type="button" class="quiet" onClick={() => void make()}>
        Link to this program
      </button>
      {link && (
        <label>
          <span class="unseen">The link</span>
          <input ref={field} readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
