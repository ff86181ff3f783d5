// The names of characters. They are many, and are fetched when a program first asks for one (`\N{...}`,
// unicodedata.name).
//
// Answers to CPython 3.12: Modules/unicodedata.c (_getucname, _getcode).

import { ALIASES, NAMES, RANGES, SEQUENCES } from './unicode_name_tables.ts';

const number = (word: string): number => Number.parseInt(word, 36);
const entries = (table: string): string[] => table.trim().split(/[;\n]/);

/** Where CPython keeps aliases and named sequences, in a private plane. */
const ALIASES_START = 0xf0000;
const SEQUENCES_START = 0xf0200;

const JAMO_L = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ');
const JAMO_V = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const JAMO_T = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');
const SYLLABLES = 0xac00;
const HANGUL = 'HANGUL SYLLABLE ';
const CJK = 'CJK UNIFIED IDEOGRAPH-';

interface Range {
  prefix: string;
  first: number;
  last: number;
}
interface Extra {
  name: string;
  text: string;
}
interface Names {
  ranges: Range[];
  byCode: Map<number, string>;
  byName: Map<string, string>;
  aliases: Extra[];
  sequences: Extra[];
}

let made: Names | null = null;

function extras(table: string): Extra[] {
  return entries(table).map((entry) => {
    const [name, codes] = entry.split('=');
    return { name: name!, text: String.fromCodePoint(...codes!.split('.').map(number)) };
  });
}

function names(): Names {
  if (made !== null) return made;
  const byCode = new Map<number, string>();
  const byName = new Map<string, string>();
  let code = -1;
  let last: string[] = [];
  for (const entry of entries(NAMES)) {
    const equals = entry.indexOf('=');
    code += equals < 0 ? 1 : number(entry.slice(0, equals)) + 1;
    const shared = number(entry[equals + 1]!);
    const rest = entry.slice(equals + 2);
    last = rest === '' ? last.slice(0, shared) : [...last.slice(0, shared), ...rest.split(' ')];
    const name = last.join(' ');
    byCode.set(code, name);
    byName.set(name, String.fromCodePoint(code));
  }
  const ranges = entries(RANGES).map((entry): Range => {
    const [prefix, bounds] = entry.split('=');
    const [first, end] = bounds!.split('.').map(number);
    return { prefix: prefix!, first: first!, last: end! };
  });
  made = { ranges, byCode, byName, aliases: extras(ALIASES), sequences: extras(SEQUENCES) };
  return made;
}

/** A character's name; with `hidden`, the private characters too that stand for aliases and named sequences. */
export function characterName(code: number, hidden = false): string | null {
  const n = names();
  if (hidden && code >= ALIASES_START) {
    const extra =
      code >= SEQUENCES_START ? n.sequences[code - SEQUENCES_START] : n.aliases[code - ALIASES_START];
    if (extra !== undefined) return extra.name;
  }
  const s = code - SYLLABLES;
  if (s >= 0 && s < JAMO_L.length * JAMO_V.length * JAMO_T.length) {
    const t = JAMO_T.length;
    const v = JAMO_V.length * t;
    return HANGUL + JAMO_L[Math.floor(s / v)] + JAMO_V[Math.floor((s % v) / t)] + JAMO_T[s % t];
  }
  const range = n.ranges.find((r) => code >= r.first && code <= r.last);
  if (range !== undefined) return range.prefix + code.toString(16).toUpperCase();
  return n.byCode.get(code) ?? null;
}

/** The longest of the endings that the text starts with. CPython 3.12: find_syllable */
function longest(text: string, parts: readonly string[]): number {
  let best = -1;
  parts.forEach((part, i) => {
    if (text.startsWith(part) && (best < 0 || part.length > parts[best]!.length)) best = i;
  });
  return best;
}

/**
 * The character of a name or alias, with `sequences` the characters too of a named sequence; with `knows`, only what has
 * a name of its own and is known.
 */
export function characterNamed(
  name: string,
  sequences = false,
  knows?: (code: number) => boolean,
): string | null {
  if (name.startsWith(HANGUL)) {
    let rest = name.slice(HANGUL.length);
    const l = longest(rest, JAMO_L);
    rest = rest.slice(l < 0 ? 0 : JAMO_L[l]!.length);
    const v = longest(rest, JAMO_V);
    rest = rest.slice(v < 0 ? 0 : JAMO_V[v]!.length);
    const t = longest(rest, JAMO_T);
    if (l >= 0 && v >= 0 && t >= 0 && rest === JAMO_T[t]) {
      return String.fromCodePoint(SYLLABLES + (l * JAMO_V.length + v) * JAMO_T.length + t);
    }
    return null;
  }
  const n = names();
  if (name.startsWith(CJK)) {
    const digits = name.slice(CJK.length);
    if (!/^[0-9A-F]{4,5}$/.test(digits)) return null;
    const code = Number.parseInt(digits, 16);
    const known = n.ranges.some((r) => r.prefix === CJK && code >= r.first && code <= r.last);
    return known ? String.fromCodePoint(code) : null;
  }
  const upper = name.replace(/[a-z]+/g, (s) => s.toUpperCase());
  const found = n.byName.get(upper);
  if (found !== undefined) return knows === undefined || knows(found.codePointAt(0)!) ? found : null;
  const numbered = /^(.*-)([0-9A-F]+)$/.exec(upper);
  if (numbered !== null && numbered[1] !== CJK && !numbered[2]!.startsWith('0')) {
    const code = Number.parseInt(numbered[2]!, 16);
    for (const r of n.ranges) {
      if (r.prefix === numbered[1] && code >= r.first && code <= r.last) {
        return knows === undefined || knows(code) ? String.fromCodePoint(code) : null;
      }
    }
  }
  if (knows !== undefined) return null;
  const alias = n.aliases.find((a) => a.name === upper);
  if (alias !== undefined) return alias.text;
  return sequences ? (n.sequences.find((s) => s.name === upper)?.text ?? null) : null;
}
