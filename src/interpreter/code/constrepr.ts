// How Python writes a constant: `repr` for what can stand in co_consts.
//
// `dis` and the views show constants before any Python object exists, so the rules are written here once more in
// their smallest form (CPython 3.12: Python/pystrtod.c format 'r', Objects/unicodeobject.c unicode_repr,
// bytesobject.c PyBytes_Repr, complexobject.c complex_repr).

import { ComplexConst, FrozenSetConst } from '../text/constant.ts';
import { isPrintable } from '../text/unicode_identifier.ts';
import { CodeObject, type ConstValue } from './codeobject.ts';

/** `repr(float)`; `point` says whether a whole number gets `.0`. */
export function reprFloat(value: number, point = true): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa, exponentText] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) {
    return `${sign}${digits.padEnd(exponent + 1, '0')}${point ? '.0' : ''}`;
  }
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** `repr(str)`. */
export function reprStr(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of value) {
    const code = char.codePointAt(0)!;
    if (char === quote || char === '\\') out += `\\${char}`;
    else if (char === '\t') out += '\\t';
    else if (char === '\n') out += '\\n';
    else if (char === '\r') out += '\\r';
    else if (code < 0x20 || code === 0x7f) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x7f || isPrintable(code)) out += char;
    else if (code <= 0xff) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code <= 0xffff) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return out + quote;
}

/** `repr(bytes)`. */
export function reprBytes(value: Uint8Array): string {
  const quote = value.includes(0x27) && !value.includes(0x22) ? '"' : "'";
  let out = `b${quote}`;
  for (const byte of value) {
    const char = String.fromCharCode(byte);
    if (char === quote || char === '\\') out += `\\${char}`;
    else if (char === '\t') out += '\\t';
    else if (char === '\n') out += '\\n';
    else if (char === '\r') out += '\\r';
    else if (byte < 0x20 || byte >= 0x7f) out += `\\x${byte.toString(16).padStart(2, '0')}`;
    else out += char;
  }
  return out + quote;
}

function reprComplex({ real, imag }: ComplexConst): string {
  if (Object.is(real, 0)) return `${reprFloat(imag, false)}j`;
  const imaginary = reprFloat(imag, false);
  const sign = imaginary.startsWith('-') ? '' : '+';
  return `(${reprFloat(real, false)}${sign}${imaginary}j)`;
}

/** `repr` of a constant; `address` gives the number shown for a code object. */
export function reprConst(value: ConstValue, address: (code: CodeObject) => string): string {
  switch (typeof value) {
    case 'bigint':
      return String(value);
    case 'number':
      return reprFloat(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      return reprStr(value);
    case 'symbol':
      return 'Ellipsis';
    default:
  }
  if (value === null) return 'None';
  if (value instanceof Uint8Array) return reprBytes(value);
  if (value instanceof ComplexConst) return reprComplex(value);
  if (value instanceof CodeObject) {
    return `<code object ${value.name} at ${address(value)}, file "${value.filename}", line ${value.firstlineno}>`;
  }
  if (value instanceof FrozenSetConst) {
    if (value.items.length === 0) return 'frozenset()';
    return `frozenset({${value.items.map((item) => reprConst(item, address)).join(', ')}})`;
  }
  const items = value.map((item) => reprConst(item, address));
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}
