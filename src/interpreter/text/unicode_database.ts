// What Unicode 15.0 says of a character, and how strings are normalised; and the same for Unicode 3.2, by which
// internationalised domain names are made (stringprep).
//
// The tables come from CPython itself (src/tools/make-unicode-database.ts) and are unpacked on first use.
//
// Answers to CPython 3.12: Modules/unicodedata.c, without the names (unicode_names.ts).

import * as T from './unicode_database_tables.ts';
import { isDigit, toDecimal } from './unicodectype.ts';

const number = (word: string): number => Number.parseInt(word, 36);

/** One fact of every character. */
class Runs {
  private packed: string | null;
  private readonly names: readonly string[];
  private ends = new Uint32Array(0);
  private values = new Uint8Array(0);
  constructor(names: string, packed: string) {
    this.names = names.split(' ');
    this.packed = packed;
  }

  of(code: number): string {
    if (this.packed !== null) {
      const words = this.packed.split(' ');
      this.packed = null;
      this.ends = new Uint32Array(words.length);
      this.values = new Uint8Array(words.length);
      let end = 0;
      words.forEach((word, i) => {
        const [value, length] = word.split(':');
        end += length === undefined ? 1 : number(length);
        this.ends[i] = end;
        this.values[i] = number(value!);
      });
    }
    let low = 0;
    let high = this.ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= code) low = middle + 1;
      else high = middle;
    }
    return this.names[this.values[low]!]!;
  }
}

/** A fact that few characters have. */
class Points {
  private packed: string | null;
  private readonly values = new Map<number, string>();
  constructor(packed: string) {
    this.packed = packed;
  }

  all(): Map<number, string> {
    if (this.packed !== null) {
      let at = 0;
      for (const word of this.packed.split(' ')) {
        const colon = word.indexOf(':');
        if (colon > 0) at += number(word.slice(0, colon));
        this.values.set(at++, word.slice(colon + 1));
      }
      this.packed = null;
    }
    return this.values;
  }

  of(code: number): string | undefined {
    return this.all().get(code);
  }
}

interface Facts {
  category: Runs;
  bidirectional: Runs;
  eastAsianWidth: Runs;
  mirrored: Runs;
}

const now: Facts = {
  category: new Runs(T.CATEGORY_NAMES, T.CATEGORY),
  bidirectional: new Runs(T.BIDIRECTIONAL_NAMES, T.BIDIRECTIONAL),
  eastAsianWidth: new Runs(T.EAST_ASIAN_WIDTH_NAMES, T.EAST_ASIAN_WIDTH),
  mirrored: new Runs(T.MIRRORED_NAMES, T.MIRRORED),
};
const old: Facts = {
  category: new Runs(T.OLD_CATEGORY_NAMES, T.OLD_CATEGORY),
  bidirectional: new Runs(T.OLD_BIDIRECTIONAL_NAMES, T.OLD_BIDIRECTIONAL),
  eastAsianWidth: new Runs(T.OLD_EAST_ASIAN_WIDTH_NAMES, T.OLD_EAST_ASIAN_WIDTH),
  mirrored: new Runs(T.OLD_MIRRORED_NAMES, T.OLD_MIRRORED),
};
const combiningClasses = new Runs(T.COMBINING_NAMES, T.COMBINING);
const numerics = new Points(T.NUMERIC);
const decompositions = new Points(T.DECOMPOSITION);
const oldDecimals = new Points(T.OLD_DECIMAL);
const oldCorrections = new Points(T.OLD_CORRECTIONS);
const tags = T.TAGS.split(' ');

export const UNICODE_VERSION = '15.0.0';
export const OLD_VERSION = '3.2.0';

export const category = (code: number, inOld: boolean): string => (inOld ? old : now).category.of(code);
export const isAssignedInOld = (code: number): boolean => old.category.of(code) !== 'Cn';

export const bidirectional = (code: number, inOld: boolean): string =>
  (inOld ? old : now).bidirectional.of(code);

export const eastAsianWidth = (code: number, inOld: boolean): string =>
  (inOld ? old : now).eastAsianWidth.of(code);

export const mirrored = (code: number, inOld: boolean): number =>
  (inOld ? old : now).mirrored.of(code) === '1' ? 1 : 0;

const combiningOf = (code: number): number => (code < 0x300 ? 0 : Number(combiningClasses.of(code)));

export function combining(code: number, inOld: boolean): number {
  return inOld && !isAssignedInOld(code) ? 0 : combiningOf(code);
}

/** null: it is none. */
export function decimal(code: number, inOld: boolean): number | null {
  if (inOld) {
    if (!isAssignedInOld(code)) return null;
    const was = oldDecimals.of(code);
    if (was !== undefined) return Number(was);
  }
  const value = toDecimal(code);
  return value < 0 ? null : value;
}

/** The value of a digit, also of one that is not decimal. */
export function digit(code: number): number | null {
  const value = toDecimal(code);
  if (value >= 0) return value;
  return isDigit(code) ? numeric(code, false) : null;
}

export function numeric(code: number, inOld: boolean): number | null {
  if (inOld && !isAssignedInOld(code)) return null;
  const text = numerics.of(code);
  if (text === undefined) return null;
  const [above, below] = text.split('/');
  return Number(above) / Number(below ?? 1);
}

/** As it stands in the database: `<compat> 0031 002F`. */
export function decomposition(code: number, inOld: boolean): string {
  const text = inOld && !isAssignedInOld(code) ? undefined : decompositions.of(code);
  if (text === undefined) return '';
  const tagged = text[0]! < 'a' && text[0]! >= 'A';
  const codes = (tagged ? text.slice(1) : text)
    .split('.')
    .map((word) => number(word).toString(16).toUpperCase().padStart(4, '0'));
  if (tagged) codes.unshift(tags[text.charCodeAt(0) - 65]!);
  return codes.join(' ');
}

// --- normalisation -----------------------------------------------------------------------------------

const S_BASE = 0xac00;
const L_BASE = 0x1100;
const V_BASE = 0x1161;
const T_BASE = 0x11a7;
const L_COUNT = 19;
const V_COUNT = 21;
const T_COUNT = 28;
const S_COUNT = L_COUNT * V_COUNT * T_COUNT;

/** Decompositions as numbers, worked out when first asked for. */
const canonical = new Map<number, number[]>();
const compatible = new Map<number, number[]>();
/** first -> second -> the character both make */
const compositions = new Map<number, Map<number, number>>();

function prepare(): void {
  if (canonical.size > 0) return;
  const excluded = new Set(T.EXCLUSIONS.split(' ').map(number));
  for (const [code, text] of decompositions.all()) {
    if (text[0]! >= 'A' && text[0]! <= 'Z') {
      compatible.set(code, text.slice(1).split('.').map(number));
      continue;
    }
    const parts = text.split('.').map(number);
    canonical.set(code, parts);
    if (parts.length !== 2 || excluded.has(code)) continue;
    let seconds = compositions.get(parts[0]!);
    if (seconds === undefined) {
      seconds = new Map();
      compositions.set(parts[0]!, seconds);
    }
    seconds.set(parts[1]!, code);
  }
}

function decompose(code: number, compat: boolean, inOld: boolean, out: number[]): void {
  if (code >= S_BASE && code < S_BASE + S_COUNT) {
    const s = code - S_BASE;
    out.push(L_BASE + Math.floor(s / (V_COUNT * T_COUNT)));
    out.push(V_BASE + Math.floor((s % (V_COUNT * T_COUNT)) / T_COUNT));
    if (s % T_COUNT !== 0) out.push(T_BASE + (s % T_COUNT));
    return;
  }
  if (inOld) {
    if (!isAssignedInOld(code)) {
      out.push(code);
      return;
    }
    const corrected = oldCorrections.of(code);
    if (corrected !== undefined) {
      decompose(number(corrected), compat, true, out);
      return;
    }
  }
  const parts = canonical.get(code) ?? (compat ? compatible.get(code) : undefined);
  if (parts === undefined) out.push(code);
  else for (const part of parts) decompose(part, compat, inOld, out);
}

/** Marks stand in the order of their classes, those of one class as they were. */
function order(codes: number[]): void {
  let last = 0;
  for (let i = 0; i < codes.length; i++) {
    const mark = combiningOf(codes[i]!);
    if (mark !== 0 && mark < last) {
      let at = i;
      const code = codes[i]!;
      while (at > 0 && combiningOf(codes[at - 1]!) > mark) {
        codes[at] = codes[at - 1]!;
        at--;
      }
      codes[at] = code;
    } else last = mark;
  }
}

function pair(first: number, second: number): number | undefined {
  if (first >= L_BASE && first < L_BASE + L_COUNT && second >= V_BASE && second < V_BASE + V_COUNT) {
    return S_BASE + ((first - L_BASE) * V_COUNT + (second - V_BASE)) * T_COUNT;
  }
  const syllable = first - S_BASE;
  if (syllable >= 0 && syllable < S_COUNT && syllable % T_COUNT === 0) {
    if (second > T_BASE && second < T_BASE + T_COUNT) return first + (second - T_BASE);
  }
  return compositions.get(first)?.get(second);
}

function compose(codes: readonly number[]): number[] {
  const out: number[] = [];
  /** Where the last character stands that marks may join; -1: there is none. */
  let starter = -1;
  let last = 0;
  for (const code of codes) {
    const mark = combiningOf(code);
    if (starter >= 0) {
      const apart = out.length - 1 > starter;
      const made = !apart || (last < mark && last !== 0) ? pair(out[starter]!, code) : undefined;
      if (made !== undefined) {
        out[starter] = made;
        continue;
      }
    }
    if (mark === 0) starter = out.length;
    last = mark;
    out.push(code);
  }
  return out;
}

export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

export function normalize(form: NormalForm, text: string, inOld: boolean): string {
  let plain = true;
  for (let i = 0; plain && i < text.length; i++) plain = text.charCodeAt(i) < 0x80;
  if (plain) return text;
  prepare();
  const compat = form.includes('K');
  let codes: number[] = [];
  for (const c of text) decompose(c.codePointAt(0)!, compat, inOld, codes);
  order(codes);
  if (form === 'NFC' || form === 'NFKC') codes = compose(codes);
  let out = '';
  for (const c of codes) out += String.fromCodePoint(c);
  return out;
}
