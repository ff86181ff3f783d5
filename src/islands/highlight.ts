// Colours Python without a library: one pass with one regular expression, small enough for every page, used for the
// HTML of the build and for the text under a phone's text area alike. It knows words, strings, numbers and comments;
// it does not parse. (The wide-screen editor has its own grammar and the same class names.)

export type TokenClass =
  | 'keyword'
  | 'builtin'
  | 'string'
  | 'number'
  | 'comment'
  | 'definition'
  | 'decorator'
  | '';
export interface Piece {
  text: string;
  kind: TokenClass;
}

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield match case type'
  ).split(' '),
);
/** Keywords only at the start of a statement: elsewhere they are names. */
const SOFT = new Set(['match', 'case', 'type']);
export const BUILTINS = new Set(
  (
    'abs all any bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate ' +
    'eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter ' +
    'len list locals map max memoryview min next object oct open ord pow print property range repr reversed round set ' +
    'setattr slice sorted staticmethod str sum super tuple type vars zip __import__ __name__'
  ).split(' '),
);

/** The end of the text: `$` would be the end of a line, because decorators need the m flag. */
const END = '(?![\\s\\S])';
const STRING =
  '(?:[rRbBuUfF]|[rR][bBfF]|[bBfF][rR])?(?:' +
  `"""(?:[^\\\\]|\\\\[\\s\\S])*?(?:"""|${END})|` +
  `'''(?:[^\\\\]|\\\\[\\s\\S])*?(?:'''|${END})|` +
  `"(?:[^"\\\\\\n]|\\\\[\\s\\S])*(?:"|(?=\\n)|${END})|` +
  `'(?:[^'\\\\\\n]|\\\\[\\s\\S])*(?:'|(?=\\n)|${END}))`;
const TOKEN = new RegExp(
  `(?<comment>#[^\\n]*)|(?<string>${STRING})|(?<number>\\b\\d[\\w.]*(?:(?<=[eE])[+-]\\d+)?|\\.\\d\\w*)` +
    `|(?<decorator>(?<=^[ \\t]*)@[\\p{L}_][\\p{L}\\p{N}_.]*)|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)`,
  'gmu',
);

export function highlight(source: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let before = '';
  for (const match of source.matchAll(TOKEN)) {
    const text = match[0];
    const groups = match.groups as Record<string, string | undefined>;
    if (match.index > at) pieces.push({ text: source.slice(at, match.index), kind: '' });
    at = match.index + text.length;
    let kind: TokenClass = '';
    if (groups.comment) kind = 'comment';
    else if (groups.string) kind = 'string';
    else if (groups.number) kind = 'number';
    else if (groups.decorator) kind = 'decorator';
    else if (before === 'def' || before === 'class') kind = 'definition';
    else if (KEYWORDS.has(text) && (!SOFT.has(text) || startsStatement(source, match.index, at)))
      kind = 'keyword';
    else if (BUILTINS.has(text) && source[match.index - 1] !== '.') kind = 'builtin';
    before = kind === 'keyword' ? text : '';
    const last = pieces.at(-1);
    if (kind === '' && last?.kind === '') last.text += text;
    else pieces.push({ text, kind });
  }
  if (at < source.length) pieces.push({ text: source.slice(at), kind: '' });
  return pieces;
}

function startsStatement(source: string, start: number, end: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  return line.trim() === '' && /^ +[^\s=.,)\]:]/.test(source.slice(end, end + 8));
}

/** The pieces of each line, for showing lines one by one. */
export function highlightLines(source: string): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { text, kind } of highlight(source)) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)!.push({ text: part, kind });
    });
  }
  return lines;
}
