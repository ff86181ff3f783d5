// What bytes and bytearray do with raw bytes: searching, cutting, ASCII case and classes.
//
// Plain functions over Uint8Array; the types' files read the arguments and wrap the results.
//
// Answers to CPython 3.12: Objects/bytes_methods.c, Objects/stringlib (find, split, partition, ctype, transmogrify).

const SPACE = new Set([9, 10, 11, 12, 13, 32]);

export const isSpace = (c: number): boolean => SPACE.has(c);
export const isUpper = (c: number): boolean => c >= 65 && c <= 90;
export const isLower = (c: number): boolean => c >= 97 && c <= 122;
export const isAlpha = (c: number): boolean => isUpper(c) || isLower(c);
export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
export const toLower = (c: number): number => (isUpper(c) ? c + 32 : c);
export const toUpper = (c: number): number => (isLower(c) ? c - 32 : c);

function matchesAt(b: Uint8Array, sub: Uint8Array, at: number): boolean {
  for (let i = 0; i < sub.length; i++) if (b[at + i] !== sub[i]) return false;
  return true;
}

/** First position of `sub` within [start, stop), or -1. */
export function find(b: Uint8Array, sub: Uint8Array, start = 0, stop = b.length): number {
  const last = stop - sub.length;
  if (start > last) return -1;
  if (sub.length === 0) return start;
  for (let at = b.indexOf(sub[0]!, start); at >= 0 && at <= last; at = b.indexOf(sub[0]!, at + 1)) {
    if (matchesAt(b, sub, at)) return at;
  }
  return -1;
}

/** Last position of `sub` within [start, stop), or -1. */
export function rfind(b: Uint8Array, sub: Uint8Array, start = 0, stop = b.length): number {
  for (let at = stop - sub.length; at >= start; at--) if (matchesAt(b, sub, at)) return at;
  return -1;
}

/** Non-overlapping occurrences within [start, stop). */
export function count(b: Uint8Array, sub: Uint8Array, start = 0, stop = b.length): number {
  if (start > stop) return 0;
  if (sub.length === 0) return stop - start + 1;
  let n = 0;
  for (let at = find(b, sub, start, stop); at >= 0; at = find(b, sub, at + sub.length, stop)) n++;
  return n;
}

/** True if [start, stop) begins (or ends) with `sub`. */
export function tailMatch(
  b: Uint8Array,
  sub: Uint8Array,
  start: number,
  stop: number,
  atEnd: boolean,
): boolean {
  if (start > b.length || stop - start < sub.length) return false;
  return matchesAt(b, sub, atEnd ? stop - sub.length : start);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let n = 0;
  for (const p of parts) n += p.length;
  const out = new Uint8Array(n);
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** Replaces at most `most` occurrences; an empty `old` is found between all bytes. */
export function replace(b: Uint8Array, old: Uint8Array, by: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  if (old.length === 0) {
    let i = 0;
    for (; i <= b.length && most > 0; i++, most--) {
      parts.push(by);
      if (i < b.length) parts.push(b.subarray(i, i + 1));
    }
    if (i < b.length) parts.push(b.subarray(i));
    return concat(parts);
  }
  let from = 0;
  for (; most > 0; most--) {
    const at = find(b, old, from);
    if (at < 0) break;
    parts.push(b.subarray(from, at), by);
    from = at + old.length;
  }
  parts.push(b.subarray(from));
  return concat(parts);
}

/** Positions [from, to] pairs of the pieces of `split(sep, maxsplit)`; sep null: runs of white space. */
export function split(b: Uint8Array, sep: Uint8Array | null, most: number): Uint8Array[] {
  const out: Uint8Array[] = [];
  if (sep === null) {
    let i = 0;
    for (;;) {
      while (i < b.length && isSpace(b[i]!)) i++;
      if (i === b.length) return out;
      // What is left goes as it is, white space at its end included (unlike str).
      if (most-- <= 0) {
        out.push(b.slice(i));
        return out;
      }
      const from = i;
      while (i < b.length && !isSpace(b[i]!)) i++;
      out.push(b.slice(from, i));
    }
  }
  let from = 0;
  for (; most > 0; most--) {
    const at = find(b, sep, from);
    if (at < 0) break;
    out.push(b.slice(from, at));
    from = at + sep.length;
  }
  out.push(b.slice(from));
  return out;
}

export function rsplit(b: Uint8Array, sep: Uint8Array | null, most: number): Uint8Array[] {
  const out: Uint8Array[] = [];
  if (sep === null) {
    let i = b.length;
    for (;;) {
      while (i > 0 && isSpace(b[i - 1]!)) i--;
      if (i === 0) break;
      if (most-- <= 0) {
        out.push(b.slice(0, i));
        break;
      }
      const to = i;
      while (i > 0 && !isSpace(b[i - 1]!)) i--;
      out.push(b.slice(i, to));
    }
    return out.reverse();
  }
  let to = b.length;
  for (; most > 0; most--) {
    const at = rfind(b, sep, 0, to);
    if (at < 0) break;
    out.push(b.slice(at + sep.length, to));
    to = at;
  }
  out.push(b.slice(0, to));
  return out.reverse();
}

export function splitlines(b: Uint8Array, keepends: boolean): Uint8Array[] {
  const out: Uint8Array[] = [];
  for (let i = 0; i < b.length; ) {
    const from = i;
    while (i < b.length && b[i] !== 10 && b[i] !== 13) i++;
    const end = i;
    if (i < b.length) {
      if (b[i] === 13 && b[i + 1] === 10) i += 2;
      else i++;
    }
    out.push(b.slice(from, keepends ? i : end));
  }
  return out;
}

/** `sides`: 1 left, 2 right, 3 both; chars null: white space. */
export function strip(b: Uint8Array, chars: Uint8Array | null, sides: number): Uint8Array {
  const gone = (c: number): boolean => (chars === null ? isSpace(c) : chars.includes(c));
  let from = 0;
  let to = b.length;
  if (sides & 1) while (from < to && gone(b[from]!)) from++;
  if (sides & 2) while (to > from && gone(b[to - 1]!)) to--;
  return b.slice(from, to);
}

export function pad(b: Uint8Array, left: number, right: number, fill: number): Uint8Array {
  const out = new Uint8Array(b.length + left + right).fill(fill);
  out.set(b, left);
  return out;
}

export function expandtabs(b: Uint8Array, tabsize: number): Uint8Array {
  const out: number[] = [];
  let column = 0;
  for (const c of b) {
    if (c === 9) {
      if (tabsize > 0) {
        const n = tabsize - (column % tabsize);
        column += n;
        for (let k = 0; k < n; k++) out.push(32);
      }
      continue;
    }
    out.push(c);
    column = c === 10 || c === 13 ? 0 : column + 1;
  }
  return Uint8Array.from(out);
}

export function zfill(b: Uint8Array, width: number): Uint8Array {
  if (b.length >= width) return b.slice();
  const fill = width - b.length;
  const out = pad(b, fill, 0, 48);
  if (out[fill] === 43 || out[fill] === 45) {
    out[0] = out[fill]!;
    out[fill] = 48;
  }
  return out;
}

export const lower = (b: Uint8Array): Uint8Array => b.map(toLower);
export const upper = (b: Uint8Array): Uint8Array => b.map(toUpper);
export const swapcase = (b: Uint8Array): Uint8Array => b.map((c) => (isUpper(c) ? c + 32 : toUpper(c)));
export const capitalize = (b: Uint8Array): Uint8Array => b.map((c, i) => (i === 0 ? toUpper(c) : toLower(c)));

export function title(b: Uint8Array): Uint8Array {
  let previous = false;
  return b.map((c) => {
    const r = previous ? toLower(c) : toUpper(c);
    previous = isAlpha(c);
    return r;
  });
}

const all = (b: Uint8Array, test: (c: number) => boolean): boolean => b.length > 0 && b.every(test);

/** The `is...` methods. */
export const classes: { [name: string]: (b: Uint8Array) => boolean } = {
  isalnum: (b) => all(b, (c) => isAlpha(c) || isDigit(c)),
  isalpha: (b) => all(b, isAlpha),
  isascii: (b) => b.every((c) => c < 128),
  isdigit: (b) => all(b, isDigit),
  isspace: (b) => all(b, isSpace),
  islower: (b) => b.some(isLower) && !b.some(isUpper),
  isupper: (b) => b.some(isUpper) && !b.some(isLower),
  istitle: (b) => {
    let cased = false;
    let previous = false;
    for (const c of b) {
      if (isUpper(c)) {
        if (previous) return false;
        previous = cased = true;
      } else if (isLower(c)) {
        if (!previous) return false;
        previous = cased = true;
      } else previous = false;
    }
    return cased;
  },
};

/** -1, 0 or 1, as memcmp and then the lengths. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return Math.sign(a.length - b.length);
}

/**
 * "b'...'" as repr shows it; a bytearray's escapes every apostrophe.
 * CPython 3.12: Objects/bytesobject.c PyBytes_Repr, Objects/bytearrayobject.c bytearray_repr
 */
export function reprBytes(b: Uint8Array, apostrophes = false): string {
  const quote = b.includes(39) && !b.includes(34) ? '"' : "'";
  let out = `b${quote}`;
  for (const c of b) {
    if (c === (apostrophes ? 39 : quote.charCodeAt(0)) || c === 92) out += `\\${String.fromCharCode(c)}`;
    else if (c === 9) out += '\\t';
    else if (c === 10) out += '\\n';
    else if (c === 13) out += '\\r';
    else if (c < 32 || c >= 127) out += `\\x${c.toString(16).padStart(2, '0')}`;
    else out += String.fromCharCode(c);
  }
  return out + quote;
}

/** Hexadecimal digits, grouped from the right (perSep > 0) or from the left (< 0). CPython 3.12: Python/pystrhex.c */
export function hex(b: Uint8Array, sep: string, perSep: number): string {
  const digits = Array.from(b, (c) => c.toString(16).padStart(2, '0'));
  if (sep === '' || perSep === 0) return digits.join('');
  const size = Math.abs(perSep);
  const groups: string[] = [];
  if (perSep > 0) {
    for (let to = digits.length; to > 0; to -= size)
      groups.unshift(digits.slice(Math.max(0, to - size), to).join(''));
  } else
    for (let from = 0; from < digits.length; from += size)
      groups.push(digits.slice(from, from + size).join(''));
  return groups.join(sep);
}
