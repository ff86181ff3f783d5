// What a program printed: stdout and stderr told apart, input() answered where it is asked, and a traceback whose
// lines lead to the editor. Long output is shown in part and can be taken along whole.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Program } from './program.ts';

interface ConsoleProps {
  program: Program;
  files: string[];
  onGoTo(file: string, line: number): void;
}

export function Console({ program, files, onGoTo }: ConsoleProps) {
  const { transcript, state, outcome } = program;
  const nothing = state === 'done' && transcript.size === 0;
  return (
    <div class="console-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long output is scrolled by keyboard */}
      <div class="console" role="log" aria-label="Output" tabIndex={0}>
        <pre>
          {transcript.shown.map(({ stream, text }) => (
            <span class={stream}>
              {stream === 'stderr' ? <Traceback text={text} files={files} onGoTo={onGoTo} /> : text}
            </span>
          ))}
        </pre>
        {state === 'waiting' && <InputLine onAnswer={program.answer} />}
        {nothing && outcome?.status === 'ok' && (
          <p class="console-note">The program ended and printed nothing.</p>
        )}
      </div>
      {transcript.cut && state !== 'running' && <LongOutput program={program} />}
    </div>
  );
}

function InputLine({ onAnswer }: { onAnswer(line: string | null): void }) {
  const [line, setLine] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <form
      class="input-line"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(line);
        setLine('');
      }}
    >
      <input
        ref={field}
        aria-label="The program waits for a line of input"
        value={line}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => setLine(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'd' && event.ctrlKey && line === '') {
            event.preventDefault();
            onAnswer(null);
          }
        }}
      />
      <button type="submit">Enter</button>
    </form>
  );
}

const PLACE = /File "(?:\/home\/reader\/)?([^"]+)", line (\d+)/g;

function Traceback({ text, files, onGoTo }: { text: string } & Omit<ConsoleProps, 'program'>) {
  const parts: (string | { file: string; line: number; text: string })[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACE)) {
    if (!files.includes(match[1])) continue;
    parts.push(text.slice(at, match.index), { file: match[1], line: Number(match[2]), text: match[0] });
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return (
    <>
      {parts.map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <button
            type="button"
            class="place"
            title="Show this line"
            onClick={() => onGoTo(part.file, part.line)}
          >
            {part.text}
          </button>
        ),
      )}
    </>
  );
}

const inWords = (characters: number) =>
  characters < 1_000_000
    ? `${Math.round(characters / 1000)} kB`
    : `${(characters / 1_000_000).toFixed(1)} MB`;

function LongOutput({ program: { transcript } }: { program: Program }) {
  const [copied, setCopied] = useState(false);
  const download = () => {
    const address = URL.createObjectURL(new Blob([transcript.text()], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'output.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <p class="long-output" role="status">
      The program printed {inWords(transcript.size)}; only the beginning is shown
      {transcript.lost && ', and only the first 24 MB were kept'}.{' '}
      <button
        type="button"
        class="quiet"
        onClick={() => navigator.clipboard.writeText(transcript.text()).then(() => setCopied(true))}
      >
        {copied ? 'Copied' : 'Copy all'}
      </button>{' '}
      <button type="button" class="quiet" onClick={download}>
        Download
      </button>
    </p>
  );
}
