// Decimal numbers to text and back.
//
// Answers to CPython 3.12: Modules/_decimal/libmpdec/io.c; the formats that libmpdec leaves to decimal.py (option z) as there.

import { isSpace, toDecimal } from '../text/unicodectype.ts';
import {
  CONVERSION_SYNTAX,
  Dec,
  finalize,
  INFINITE,
  infinity,
  MAX_PREC,
  QNAN,
  type Rounding,
  rescale,
  SNAN,
  type Work,
} from './_decimal_number.ts';

const NUMBER = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|(s?)nan(\d*))$/i;

/** A number from text, rounded to the context. CPython 3.12: mpd_qset_string */
export function parse(text: string, w: Work): Dec {
  const m = NUMBER.exec(text);
  if (m !== null) {
    const sign = m[1] === '-' ? 1 : 0;
    const fraction = m[3] ?? m[4] ?? '';
    const coeff = BigInt((m[2] ?? '') + fraction);
    let exp = m[5] === undefined ? 0 : Number(m[5]);
    // What a double cannot count is out of every bound.
    if (Math.abs(exp) > Number.MAX_SAFE_INTEGER) exp = Math.sign(exp) * 4 * MAX_PREC;
    exp -= fraction.length;
    return finalize(new Dec(sign, coeff, exp), w);
  }
  const s = SPECIAL.exec(text);
  if (s === null) return w.fail(CONVERSION_SYNTAX);
  const sign = s[1] === '-' ? 1 : 0;
  if (s[2] !== undefined) return infinity(sign);
  const payload = s[4] === '' ? 0n : BigInt(s[4]!);
  if (payload !== 0n && payload.toString().length > w.prec - w.clamp) return w.fail(CONVERSION_SYNTAX);
  return new Dec(sign, payload, 0, s[3] === '' ? QNAN : SNAN);
}

/**
 * The text of a str as the parser wants it: other digits as ASCII; empty: it is no number. Lenient: without the spaces around
 * it and without underscores. CPython 3.12: numeric_as_ascii
 */
export function asciiOf(text: string, lenient: boolean): string {
  let points = Array.from(text, (c) => c.codePointAt(0)!);
  if (lenient) {
    const first = points.findIndex((c) => !isSpace(c));
    const last = points.findLastIndex((c) => !isSpace(c));
    points = first < 0 ? [] : points.slice(first, last + 1).filter((c) => c !== 0x5f);
  }
  let out = '';
  for (const c of points) {
    if (c > 0 && c < 128) out += String.fromCharCode(c);
    else if (isSpace(c)) out += ' ';
    else {
      const digit = toDecimal(c);
      if (digit < 0) return '';
      out += digit;
    }
  }
  return out;
}

// --- to text ---------------------------------------------------------------------------------------------

function specialText(a: Dec): string {
  if (a.kind === INFINITE) return 'Infinity';
  return `${a.kind === SNAN ? 'sNaN' : 'NaN'}${a.coeff === 0n ? '' : a.coeff}`;
}

const modulo = (n: number, d: number): number => ((n % d) + d) % d;

type Style = 'sci' | 'eng' | 'fixed' | 'exp';

/** CPython 3.12: _mpd_to_string, without the sign */
function magnitudeText(a: Dec, style: Style, upper: boolean, dotAt = 1): string {
  if (a.isSpecial) return specialText(a);
  const digits = a.coeff.toString();
  const left = digits.length + a.exp;
  let dot = dotAt;
  if (style !== 'exp') {
    if (style === 'fixed' || (a.exp <= 0 && left > -6)) dot = left;
    else if (style === 'eng') {
      if (a.coeff === 0n) dot = -1 + modulo(a.exp + 2, 3);
      else dot += modulo(left - 1, 3);
    }
  }
  let out: string;
  if (dot <= 0) out = `0.${'0'.repeat(-dot)}${digits}`;
  else if (dot >= digits.length) out = digits + '0'.repeat(dot - digits.length);
  else out = `${digits.slice(0, dot)}.${digits.slice(dot)}`;
  if (left !== dot || style === 'exp') {
    const e = left - dot;
    out += `${upper ? 'E' : 'e'}${e < 0 ? '-' : '+'}${Math.abs(e)}`;
  }
  return out;
}

export const toScientific = (a: Dec, capitals: boolean): string =>
  (a.sign === 1 ? '-' : '') + magnitudeText(a, 'sci', capitals);
export const toEngineering = (a: Dec, capitals: boolean): string =>
  (a.sign === 1 ? '-' : '') + magnitudeText(a, 'eng', capitals);

// --- formats ---------------------------------------------------------------------------------------------

const FORMAT = /^(?:(.)?([<>=^]))?([-+ ]?)(z?)(#?)(0?)([1-9]\d*)?(,?)(?:\.(\d+))?([eEfFgGnN%]?)$/su;

/** Digits in groups of three, filled with zeros up to a width. CPython 3.12: _mpd_add_sep_dot */
function grouped(digits: string, separator: string, width: number): string {
  const split = (s: string): string => s.replace(/\B(?=(?:\d{3})+$)/g, separator);
  let s = digits;
  while (split(s).length < width) s = `0${s}`;
  const out = split(s);
  // A separator may not come first: then one digit more than asked for.
  return out;
}

/** Characters a text may be filled up with here. */
const ROOM = 2 ** 28;

/** `format(a, spec)`; null: the spec is invalid. CPython 3.12: dec_format, mpd_qformat_spec */
export function format(
  dec: Dec,
  spec: string,
  capitals: boolean,
  rounding: Rounding,
): { text: string } | 'limits' | 'memory' | null {
  const m = FORMAT.exec(spec);
  if (m === null) return null;
  const [, fill0, align0, signOption, z, , zero, width0, comma, prec0, type0] = m;
  if (zero !== '' && align0 !== undefined) return null;
  if (type0 !== '' && 'nN'.includes(type0!) && comma !== '') return null;
  const width = width0 === undefined ? 0 : Number(width0);
  if (width > MAX_PREC || Number(prec0 ?? 0) > MAX_PREC) return 'limits';
  if (width > ROOM || Number(prec0 ?? 0) > ROOM) return 'memory';
  let align = align0 ?? '>';
  let fill = fill0 ?? ' ';
  let padded = zero !== '';
  if (padded && dec.isSpecial) padded = false;
  if (padded) {
    align = '=';
    fill = '0';
  }
  let type = type0 === '' ? (capitals ? 'G' : 'g') : type0!;
  if (type === 'n') type = 'g';
  if (type === 'N') type = 'G';
  const upper = type >= 'A' && type <= 'Z';
  type = type.toLowerCase();
  let a = dec;
  let body: string;
  const percent = type === '%' ? '%' : '';
  if (a.isSpecial) body = specialText(a);
  else {
    let style: Style = 'sci';
    let dotAt = 1;
    const prec = prec0 === undefined ? -1 : Number(prec0);
    if (percent !== '') a = new Dec(a.sign, a.coeff, a.exp + 2);
    if (type === 'e') {
      style = 'exp';
      if (prec >= 0) {
        if (a.coeff === 0n) dotAt = 1 - prec;
        else a = toDigits(a, prec + 1, rounding);
      }
    } else if (type === 'g') {
      if (prec >= 0 && a.coeff !== 0n && a.digits > Math.max(1, prec))
        a = toDigits(a, Math.max(1, prec), rounding);
    } else {
      style = 'fixed';
      if (prec >= 0) a = a.coeff === 0n ? new Dec(a.sign, 0n, -prec) : rescale(a, -prec, rounding);
      if (a.coeff === 0n && a.exp > 0) a = new Dec(a.sign, 0n, 0);
    }
    body = magnitudeText(a, style, upper, dotAt);
  }
  let sign = a.sign === 1 ? '-' : signOption === '+' || signOption === ' ' ? signOption : '';
  if (z !== '' && a.sign === 1 && !a.isSpecial && a.coeff === 0n) {
    sign = signOption === '+' || signOption === ' ' ? signOption : '';
  }
  body += percent;
  if (comma !== '' && !a.isSpecial) {
    const at = /^\d+/.exec(body)![0].length;
    const rest = body.slice(at);
    body = grouped(body.slice(0, at), ',', padded ? width - sign.length - rest.length : 0) + rest;
  }
  const missing = width - [...body].length - sign.length;
  if (missing <= 0) return { text: sign + body };
  const pad = (n: number): string => fill.repeat(n);
  if (align === '<') return { text: sign + body + pad(missing) };
  if (align === '>') return { text: pad(missing) + sign + body };
  if (align === '=') return { text: sign + pad(missing) + body };
  const left = Math.floor(missing / 2);
  return { text: pad(left) + sign + body + pad(missing - left) };
}

/** Rounded to a number of digits. CPython 3.12: _mpd_round */
function toDigits(a: Dec, prec: number, rounding: Rounding): Dec {
  const exp = a.exp + a.digits - prec;
  const r = rescale(a, exp, rounding);
  return r.digits > prec ? rescale(r, exp + 1, rounding) : r;
}
