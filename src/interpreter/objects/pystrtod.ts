// Doubles to text and back, digit for digit as CPython writes and reads them.
//
// JavaScript finds the shortest digits of a double as CPython does; for a given number of digits it rounds halves up
// where CPython rounds them to even, so exact halves (and what JavaScript cannot format) go through integer arithmetic.
//
// Answers to CPython 3.12: Python/pystrtod.c (PyOS_double_to_string), Python/dtoa.c (modes 0, 2 and 3).

import { ratio } from './longmath.ts';

export interface DoubleFlags {
  /** Always a decimal point (`#`). */
  alt?: boolean;
  /** Whole numbers end in ".0". */
  dot0?: boolean;
  /** Negative zero loses its sign (`z`). */
  noNegativeZero?: boolean;
}

/** Significant digits without trailing zeros, and where the decimal point stands in them. */
interface Digits {
  digits: string;
  point: number;
}

/** The mantissa and exponent of a finite double: v = m * 2**e. */
export function decompose(v: number): { m: bigint; e: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, v);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const m = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { m: v < 0 ? -m : m, e: Math.max(exponent, 1) - 1075 };
}

function stripZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}

// v > 0 rounded half to even at `places` after the decimal point (before it, if negative).
function exactFixed(v: number, places: number): Digits {
  const { m, e } = decompose(v);
  let n = m;
  let d = 1n;
  if (e >= 0) n <<= BigInt(e);
  else d <<= BigInt(-e);
  if (places >= 0) n *= 10n ** BigInt(places);
  else d *= 10n ** BigInt(-places);
  let q = n / d;
  const twice = (n - q * d) * 2n;
  if (twice > d || (twice === d && (q & 1n) === 1n)) q += 1n;
  if (q === 0n) return { digits: '', point: -places };
  const digits = q.toString();
  return { digits: stripZeros(digits), point: digits.length - places };
}

/** True if v lies exactly half-way between two decimals with `places` digits after the point. */
function isHalf(v: number, places: number): boolean {
  // Then and only then it has one more binary place than decimal places.
  const t = v * 2 ** (places + 1);
  return t % 2 === 1 || t % 2 === -1;
}

function splitExponential(text: string): Digits {
  const e = text.indexOf('e');
  const digits = text[0]! + text.slice(2, e);
  return { digits: stripZeros(digits), point: Number(text.slice(e + 1)) + 1 };
}

/** CPython 3.12: _Py_dg_dtoa mode 0; v > 0 */
function shortest(v: number): Digits {
  return splitExponential(v.toExponential());
}

/** CPython 3.12: _Py_dg_dtoa mode 2; v > 0, count >= 1 */
function significant(v: number, count: number): Digits {
  if (count <= 101) {
    const text = v.toExponential(count - 1);
    const places = count - 1 - Number(text.slice(text.indexOf('e') + 1));
    if (places >= 0 && !isHalf(v, places)) return splitExponential(text);
  }
  // With many digits, because fewer might round up to the next power of ten.
  const exponent = Number(v.toExponential(60).split('e')[1]);
  return exactFixed(v, count - 1 - exponent);
}

/** CPython 3.12: _Py_dg_dtoa mode 3; v > 0 */
function fixed(v: number, places: number): Digits {
  if (places >= 0 && places <= 100 && v < 1e21 && !isHalf(v, places)) {
    const text = v.toFixed(places);
    const whole = places === 0 ? text : text.slice(0, -places - 1);
    const all = whole + (places === 0 ? '' : text.slice(-places));
    let zeros = 0;
    while (zeros < all.length && all.charCodeAt(zeros) === 0x30) zeros++;
    if (zeros === all.length) return { digits: '', point: -places };
    return { digits: stripZeros(all.slice(zeros)), point: whole.length - zeros };
  }
  return exactFixed(v, places);
}

function isNegative(v: number): boolean {
  return v < 0 || Object.is(v, -0);
}

/**
 * Text of a double; `code` is one of e E f F g G r. CPython 3.12: PyOS_double_to_string, format_float_short
 */
export function doubleToString(v: number, code: string, precision: number, flags: DoubleFlags = {}): string {
  const upper = code === 'E' || code === 'F' || code === 'G';
  const kind = upper ? code.toLowerCase() : code;
  if (!Number.isFinite(v)) {
    const text = Number.isNaN(v) ? 'nan' : v < 0 ? '-inf' : 'inf';
    return upper ? text.toUpperCase() : text;
  }
  let negative = isNegative(v);
  const a = Math.abs(v);
  if (kind === 'f' && precision <= 100 && a < 1e21 && !isHalf(a, precision)) {
    const text = a.toFixed(precision);
    if (negative && flags.noNegativeZero === true && Number(text) === 0) negative = false;
    return `${negative ? '-' : ''}${text}${flags.alt === true && precision === 0 ? '.' : ''}`;
  }
  if (kind === 'e') precision++;
  else if (kind === 'g' && precision === 0) precision = 1;
  let d: Digits;
  if (a === 0) d = { digits: '0', point: 1 };
  else if (kind === 'r') d = shortest(a);
  else if (kind === 'f') d = fixed(a, precision);
  else d = significant(a, precision);
  const { digits } = d;
  let point = d.point;
  if (negative && flags.noNegativeZero === true && (digits === '' || digits === '0')) negative = false;

  let end = digits.length;
  let exponential = false;
  if (kind === 'e') {
    exponential = true;
    end = precision;
  } else if (kind === 'f') end = point + precision;
  else if (kind === 'g') {
    if (point <= -4 || point > precision - (flags.dot0 === true ? 1 : 0)) exponential = true;
    if (flags.alt === true) end = precision;
  } else if (point <= -4 || point > 16) exponential = true;
  const exponent = point - 1;
  if (exponential) point = 1;
  end = Math.max(end, !exponential && flags.dot0 === true ? point + 1 : point);

  const all = digits.padEnd(end, '0').slice(0, Math.max(end, 0));
  const whole = point <= 0 ? '0' : all.slice(0, point);
  let rest = point <= 0 ? '0'.repeat(-point) + all : all.slice(point);
  if (end <= point) rest = '';
  else if (point <= 0) rest = rest.slice(0, end - point);
  let out = `${negative ? '-' : ''}${whole}`;
  if (rest !== '' || flags.alt === true) out += `.${rest}`;
  if (exponential) {
    out += `e${exponent < 0 ? '-' : '+'}${Math.abs(exponent) < 10 ? '0' : ''}${Math.abs(exponent)}`;
  }
  return upper ? out.toUpperCase() : out;
}

/** `repr(v)`. CPython 3.12: Objects/floatobject.c float_repr */
export function reprDouble(v: number): string {
  const a = v < 0 ? -v : v;
  if (a >= 1e-4 && a < 1e16) return v % 1 === 0 ? `${v}.0` : String(v);
  if (v === 0) return Object.is(v, -0) ? '-0.0' : '0.0';
  return doubleToString(v, 'r', 0, { dot0: true });
}

/** v rounded to `places` decimals, correctly; may be infinite. CPython 3.12: Objects/floatobject.c double_round */
export function roundDouble(v: number, places: number): number {
  const a = Math.abs(v);
  const { digits, point } = a === 0 ? { digits: '0', point: 1 } : fixed(a, places);
  const r = digits === '' ? 0 : Number(`${digits}e${point - digits.length}`);
  return isNegative(v) ? -r : r;
}

const DECIMAL = /^[+-]?(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?$/;
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;

/** What `float()` reads in stripped ASCII text; null: nothing. CPython 3.12: PyOS_string_to_double, underscores allowed */
export function parseDouble(text: string): number | null {
  if (DECIMAL.test(text)) return Number(text.includes('_') ? text.replaceAll('_', '') : text);
  const special = SPECIAL.exec(text);
  if (special === null) return null;
  if (special[2]!.toLowerCase() === 'nan') return NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}

/** CPython 3.12: Objects/floatobject.c float_hex */
export function doubleToHex(v: number): string {
  if (!Number.isFinite(v)) return doubleToString(v, 'r', 0);
  const sign = isNegative(v) ? '-' : '';
  if (v === 0) return `${sign}0x0.0p+0`;
  const { m, e } = decompose(Math.abs(v));
  const exponent = e + 52;
  const whole = m >> 52n;
  const fraction = (m & 0xfffffffffffffn).toString(16).padStart(13, '0');
  return `${sign}0x${whole}.${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

const HEX = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

/** Null: not a hexadecimal float; infinite though not spelled so: too large. CPython 3.12: float_fromhex */
export function parseHexDouble(text: string): { value: number; overflow: boolean } | null {
  if (SPECIAL.test(text)) return { value: parseDouble(text)!, overflow: false };
  const match = HEX.exec(text);
  if (match === null) return null;
  const whole = match[2]!;
  const fraction = match[3] ?? '';
  if (whole === '' && fraction === '') return null;
  const m = BigInt(`0x${whole}${fraction}`);
  const sign = match[1] === '-' ? -1 : 1;
  if (m === 0n) return { value: sign * 0, overflow: false };
  const exponent = Number(match[4] ?? '0') - 4 * fraction.length;
  const magnitude = m.toString(2).length + exponent;
  if (magnitude > 1100) return { value: Infinity, overflow: true };
  if (magnitude < -1100) return { value: sign * 0, overflow: false };
  const value = exponent >= 0 ? ratio(m << BigInt(exponent), 1n) : ratio(m, 1n << BigInt(-exponent));
  return { value: sign * value, overflow: !Number.isFinite(value) };
}
