// Reads and writes the lists of wrong programs in this folder.
//
// One program follows the other: a line `=== mode`, the program, a line `---`, and what CPython 3.12.7 says of it:
// the error's type, lineno, offset, end_lineno and end_offset, its message, and its text. A program with characters
// that a text file may lose stands in one line, as JSON, under `=== mode json`.

export type Mode = 'exec' | 'eval' | 'single' | 'func_type';

export interface SyntaxCase {
  mode: Mode;
  source: string;
  /** Three lines, or `ok` where the program is right after all; null where nothing is recorded yet. */
  expected: string | null;
}

/** What an error looks like in these files. */
export interface RecordedError {
  type: string;
  msg: string;
  lineno: number | null;
  offset: number | null;
  end_lineno: number | null;
  end_offset: number | null;
  text: string | null;
}

export function formatError(error: RecordedError): string {
  const { type, msg, lineno, offset, end_lineno, end_offset, text } = error;
  return `${type} ${lineno} ${offset} ${end_lineno} ${end_offset}\n${msg}\n${JSON.stringify(text)}`;
}

export function readCases(file: string): { heading: string; cases: SyntaxCase[] } {
  const [heading, ...parts] = `\n${file}`.split('\n=== ');
  const cases = parts.map((part): SyntaxCase => {
    const [first] = part.split('\n', 1);
    const [mode, json] = first!.split(' ');
    const body = part.slice(first!.length + 1);
    const end = body.indexOf('\n---');
    const written = end < 0 ? body.replace(/\n$/, '') : body.slice(0, end);
    return {
      mode: mode as Mode,
      source: json === 'json' ? JSON.parse(written) : written,
      expected: end < 0 ? null : body.slice(end + 5).trimEnd(),
    };
  });
  return { heading: heading!.trim(), cases };
}

export function writeCases(heading: string, cases: readonly SyntaxCase[]): string {
  const parts = cases.map(({ mode, source, expected }) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what a text file may lose
    const json = /[\u0000-\u0009\u000b-\u001f\u007f]|[ \n]$|^$|^(?:===|---)/m.test(source);
    return `=== ${mode}${json ? ' json' : ''}\n${json ? JSON.stringify(source) : source}\n---\n${expected}\n`;
  });
  return `${heading}\n\n${parts.join('')}`;
}
