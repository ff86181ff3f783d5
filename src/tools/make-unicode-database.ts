// Writes src/interpreter/text/unicode_database_tables.ts and unicode_name_tables.ts: what the module unicodedata knows of
// every character, in the Unicode version of CPython 3.12 (15.0) and, for stringprep, in version 3.2. The answers come
// from CPython itself, because JavaScript engines follow newer versions of Unicode, each its own.
//
// Run: node src/tools/make-unicode-database.ts

import { writeFileSync } from 'node:fs';

const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
const answer: string = py.runPython(`
import json, re, unicodedata as u
from fractions import Fraction
old = u.ucd_3_2_0
ALL = range(0x110000)

def base36(n):
    digits = '0123456789abcdefghijklmnopqrstuvwxyz'
    s = ''
    while True:
        s = digits[n % 36] + s
        n //= 36
        if not n: return s

def runs(f):
    # value, or value:length; values are numbered in the order in which they appear
    names, words, last, n = [], [], None, 0
    for c in range(0x110001):
        value = str(f(chr(c))) if c < 0x110000 else None
        if value == last:
            n += 1
            continue
        if n: words.append(base36(names.index(last)) + (':' + base36(n) if n > 1 else ''))
        if value not in names and value is not None: names.append(value)
        last, n = value, 1
    return {'names': names, 'runs': ' '.join(words)}

def points(values):
    # gap:value, or value alone where it is the next character
    words, at = [], -1
    for c, value in sorted(values.items()):
        words.append(('' if c == at + 1 else base36(c - at - 1) + ':') + value)
        at = c
    return ' '.join(words)

def fraction(x):
    f = Fraction(x).limit_denominator(1000)
    assert float(f) == x
    return str(f)

def in_old(c): return old.category(chr(c)) != 'Cn'

decompositions, tags = {}, []
for c in ALL:
    words = u.decomposition(chr(c)).split()
    if not words: continue
    tag = ''
    if words[0][0] == '<':
        if words[0] not in tags: tags.append(words[0])
        tag = chr(65 + tags.index(words.pop(0)))
    decompositions[c] = tag + '.'.join(base36(int(w, 16)) for w in words)

def excluded(c):
    words = u.decomposition(chr(c)).split()
    return len(words) == 2 and words[0][0] != '<' and u.normalize('NFC', chr(c)) != chr(c)

tables = {
  'CATEGORY': runs(u.category),
  'BIDIRECTIONAL': runs(u.bidirectional),
  'EAST_ASIAN_WIDTH': runs(u.east_asian_width),
  'COMBINING': runs(u.combining),
  'MIRRORED': runs(u.mirrored),
  'OLD_CATEGORY': runs(old.category),
  'OLD_BIDIRECTIONAL': runs(old.bidirectional),
  'OLD_EAST_ASIAN_WIDTH': runs(old.east_asian_width),
  'OLD_MIRRORED': runs(old.mirrored),
}
strings = {
  'NUMERIC': points({c: fraction(u.numeric(chr(c))) for c in ALL if u.numeric(chr(c), None) is not None}),
  'DECOMPOSITION': points(decompositions),
  'EXCLUSIONS': ' '.join(base36(c) for c in ALL if excluded(c)),
  'OLD_DECIMAL': points({c: str(old.decimal(chr(c))) for c in ALL
      if in_old(c) and old.decimal(chr(c), None) != u.decimal(chr(c), None)}),
  'OLD_CORRECTIONS': points({c: base36(ord(old.normalize('NFD', chr(c)))) for c in ALL
      if in_old(c) and not 0xd800 <= c < 0xe000 and old.normalize('NFD', chr(c)) != u.normalize('NFD', chr(c))}),
}

# Names. Those that end in the character's own number are told as ranges.
ranges, lines, last, at = [], [], [], -1
for c in ALL:
    name = u.name(chr(c), None)
    if name is None or name.startswith('HANGUL SYLLABLE '): continue
    if name.endswith('-%X' % c):
        prefix = name[:-len('%X' % c)]
        if ranges and ranges[-1][0] == prefix and ranges[-1][2] == c - 1: ranges[-1][2] = c
        else: ranges.append([prefix, c, c])
        continue
    words = name.split(' ')
    shared = 0
    while shared < min(len(words), len(last)) and words[shared] == last[shared]: shared += 1
    gap = c - at - 1
    lines.append((base36(gap) + '=' if gap else '') + base36(shared) + ' '.join(words[shared:]))
    last, at = words, c

# Aliases and named sequences: the private characters under which CPython keeps them.
def hidden(start):
    out = []
    for c in range(start, start + 0x200):
        name = chr(c).encode('ascii', 'namereplace').decode()
        if not name.startswith('\\\\N{'): break
        name = name[3:-1]
        out.append(name + '=' + '.'.join(base36(ord(x)) for x in u.lookup(name)))
    return ';'.join(out)
json.dumps({
  'version': u.unidata_version, 'tags': tags, 'tables': tables, 'strings': strings,
  'ranges': ';'.join('%s=%s.%s' % (p, base36(a), base36(b)) for p, a, b in ranges),
  'names': ';'.join(lines), 'aliases': hidden(0xf0000), 'sequences': hidden(0xf0200),
})
`);

const data: {
  version: string;
  tags: string[];
  tables: Record<string, { names: string[]; runs: string }>;
  strings: Record<string, string>;
  ranges: string;
  names: string;
  aliases: string;
  sequences: string;
} = JSON.parse(answer);

const quoted = (words: string) =>
  (words.match(/.{1,98}(?: |$)/g) ?? []).map((line) => `  '${line}'`).join(' +\n');
const head = `// Generated by src/tools/make-unicode-database.ts from CPython 3.12 (Unicode ${data.version}): do not edit.`;

const parts = [
  `${head}
//
// All numbers are in base 36. Runs: value, or value:length, from U+0000 on; a value is its place in the list of names.
// Points: value, or gap:value where characters without a value come before it.
`,
];
for (const [name, { names, runs }] of Object.entries(data.tables)) {
  parts.push(
    `export const ${name}_NAMES = '${names.join(' ')}';\nexport const ${name} =\n${quoted(runs)};\n`,
  );
}
parts.push(`/** A letter before a decomposition stands for one of these. */
export const TAGS = '${data.tags.join(' ')}';\n`);
for (const [name, text] of Object.entries(data.strings)) {
  parts.push(`export const ${name} =\n${quoted(text)};\n`);
}
const folder = new URL('../interpreter/text/', import.meta.url);
writeFileSync(new URL('unicode_database_tables.ts', folder), parts.join('\n'));

// One name after another: a semicolon, or a new line in its place.
const lines = (text: string) =>
  (text.match(/.{1,110}(?:;|$)/g) ?? []).map((l) => l.replace(/;$/, '')).join('\n');
const table = (text: string) => `\`\n${lines(text)}\n\``;
writeFileSync(
  new URL('unicode_name_tables.ts', folder),
  `${head}
//
// All numbers are in base 36. RANGES: prefix=first.last, the name ends in the character's number. NAMES: the number of
// words shared with the name before, and the others; gap= stands before it where characters without a name come first.
// ALIASES, SEQUENCES: name=characters.

export const RANGES = ${table(data.ranges)};

export const NAMES = ${table(data.names)};

export const ALIASES = ${table(data.aliases)};

export const SEQUENCES = ${table(data.sequences)};
`,
);
