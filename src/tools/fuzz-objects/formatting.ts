/** Text from values and values from text: format specifications, %, str.format, f-strings, int(), float(), complex(). */
import type { Random } from './random.ts';
import * as values from './values.ts';

function spec(r: Random): string {
  let out = '';
  if (r.chance(0.4))
    out += r.pick(['', '', '*', 'x', ' ', '0', 'é', '😀', '{', '>']) + r.pick(['<', '>', '^', '=']);
  if (r.chance(0.3)) out += r.pick(['+', '-', ' ']);
  if (r.chance(0.08)) out += 'z';
  if (r.chance(0.2)) out += '#';
  if (r.chance(0.2)) out += '0';
  if (r.chance(0.5)) out += String(r.between(0, 25));
  if (r.chance(0.25)) out += r.pick([',', '_']);
  if (r.chance(0.35)) out += `.${r.chance(0.9) ? r.between(0, 20) : r.pick(['', '50', '120'])}`;
  if (r.chance(0.75))
    out += r.pick(['b', 'c', 'd', 'e', 'E', 'f', 'F', 'g', 'G', 'n', 'o', 's', 'x', 'X', '%', '%']);
  if (r.chance(0.03)) out += r.pick(['q', 'é', 'dd', '}', ' ']);
  return out;
}
const quoted = (text: string): string => JSON.stringify(text);
/** What is formatted; `safe`: it may also be a width, so no int between 32 and 64 bits. */
const formatted = (r: Random, safe = false): string =>
  r.pick([
    safe ? values.safeInt : values.arithmeticInt,
    values.float,
    values.float,
    values.complex,
    values.str,
    values.smallInt,
    values.anyValue,
  ])(r);

function percent(r: Random): string {
  const key = r.chance(0.12) ? r.pick(['(a)', '(b)', '(a(b))', '(', '()']) : '';
  const flags = r.some(['-', '+', ' ', '#', '0'], 2).join('');
  const width = r.chance(0.5) ? r.pick(['', '5', '12', '*', '20']) : '';
  const precision = r.chance(0.35) ? `.${r.pick(['', '0', '1', '3', '10', '*', '30'])}` : '';
  const length = r.chance(0.05) ? r.pick(['l', 'h', 'L']) : '';
  return `%${key}${flags}${width}${precision}${length}${r.pick([...'diouxXeEfFgGcrsa%', ...'dsrfgx', r.pick(['b', 'y', '', 'q'])])}`;
}

function percentCase(r: Random): string {
  const parts = r.many(1, 3, () => percent(r)).join(r.pick(['', ' ', '|', 'é']));
  const safe = parts.includes('*');
  const args = r.pick([
    () => `(${r.many(0, 4, () => formatted(r, safe)).join(', ')},)`.replace('(,)', '()'),
    () => formatted(r, safe),
    () => `{'a': ${formatted(r, safe)}, 'b': ${formatted(r, safe)}}`,
  ])();
  if (r.chance(0.25)) {
    return `a = ${r.pick(['', 'bytearray'])}(${`b${quoted(parts.replace('é', '~'))}`})\nb = ${r.chance(0.5) ? args : `(${values.byteslike(r)}, ${formatted(r, safe)})`}\nr = a % b`;
  }
  return `a = ${quoted(parts)}\nb = ${args}\nr = a % b`;
}

function field(r: Random, depth = 0): string {
  const name =
    r.pick(['', '', '0', '1', '2', 'k', 'a b', '-1', '00', '0x']) +
    r.pick(['', '', '', '', '[0]', '[k]', '.real', '[-1]', '[', ']', '.', '.__class__.__name__', '[0].imag']);
  const conversion = r.chance(0.25) ? r.pick(['!r', '!s', '!a', '!x', '!', '!rr']) : '';
  const inner = depth < 2 && r.chance(0.15) ? `${spec(r).slice(0, 1)}${field(r, depth + 1)}` : spec(r);
  return `{${name}${conversion}${r.chance(0.6) ? `:${inner}` : ''}}`;
}

function fieldsCase(r: Random): string {
  const text = r.many(1, 3, () => field(r)).join(r.pick(['', ' ', '{{', '}}', '{', '}', 'é']));
  const safe = /\{[^}]*\{/.test(text);
  const args = [
    ...r.many(0, 3, () => formatted(r, safe)),
    ...(r.chance(0.4) ? [`k=${formatted(r, safe)}`] : []),
  ];
  return `a = ${quoted(text)}\nr = a.format(${args.join(', ')})`;
}

function fstringCase(r: Random): string {
  const s = spec(r).replace(/[{}'\\]/g, '');
  const conversion = r.chance(0.3) ? r.pick(['!r', '!s', '!a']) : '';
  return `a = ${formatted(r)}\nr = f'${r.chance(0.1) ? '{a=}' : ''}{a${r.chance(0.1) ? '=' : ''}${conversion}:${s}}|{a}'`;
}

const NUMERIC = [
  ...'0123456789',
  ...'0123456789',
  '_',
  '.',
  'e',
  '+',
  '-',
  ' ',
  '\\n',
  'x',
  '0x',
  '0b',
  '0o',
  'inf',
  'nan',
  'Infinity',
  'j',
  'a',
  'f',
  '٣',
  '\\u2003',
  '(',
  ')',
  'E5',
  'z',
  '\\x00',
  '__',
];
function digits(r: Random): string {
  const n = r.between(1, 12);
  let out = r.pick(['', '', '-', '+', ' ']);
  for (let k = 0; k < n; k++) out += r.chance(0.7) ? String(r.below(10)) : r.pick(NUMERIC);
  return out;
}
function decimal(r: Random): string {
  const run = (low: number, high: number) => r.many(low, high, () => r.below(10)).join('');
  return `${r.pick(['', '-', '+'])}${run(1, 20)}${r.chance(0.7) ? `.${run(0, 20)}` : ''}${r.chance(0.6) ? `e${r.pick(['', '-', '+'])}${r.between(0, 330)}` : ''}`;
}

function parseCase(r: Random): string {
  const quote = (t: string) => `${r.chance(0.1) && !/[^ -~]|\\u/.test(t) ? 'b' : ''}'${t}'`;
  return r.pick([
    () => `a = ${quote(digits(r))}\nr = int(a)`,
    () =>
      `a = ${quote(digits(r))}\nr = int(a, ${r.pick(['0', '2', '8', '10', '16', '36', '3', '37', '1', '-1', '7', 'None', '2**70'])})`,
    () => `a = ${quote(digits(r))}\nr = float(a)`,
    () => `a = ${quote(decimal(r))}\nr = float(a)`,
    () =>
      `a = ${quote(`${decimal(r)}${r.pick(['+', '-', ''])}${decimal(r)}${r.pick(['j', 'J', '', ' j'])}`)}\nr = complex(a)`,
    () => `a = ${quote(digits(r))}\nr = complex(a)`,
    () =>
      `a = '${r.pick(['', '-', '+', ' '])}${r.pick(['0x', '', '0X'])}${r.many(0, 18, () => r.pick([...'0123456789abcdef']).toString()).join('')}${r.chance(0.6) ? `.${r.many(0, 15, () => r.pick([...'0123456789abcdefg'])).join('')}` : ''}${r.chance(0.7) ? `p${r.pick(['', '-', '+'])}${r.between(0, 1100)}` : ''}'\nr = float.fromhex(a)`,
    () =>
      `a = ${values.float(r)}\nr = a.hex(), float.fromhex(a.hex()), repr(a), str(a), a.as_integer_ratio() if a - a == 0 else 0`,
    () => `a = ${r.pick(['int', 'float', 'complex'])}(${values.anyValue(r)})\nr = a`,
    () =>
      `a = 10 ** ${r.pick(['4299', '4300', '4301', '5000'])} ${r.pick(['', '- 1', '+ 1'])}\nr = len(${r.pick(['str', 'repr', "'%d'.__mod__", "'{}'.format", 'hex', "'{:x}'.format", "'%x'.__mod__"])}(a))`,
    () =>
      `r = int('${r.pick(['1', '9', '_1', '0'])}' * ${r.pick(['4299', '4300', '4301', '6000'])}, ${r.pick(['10', '0', '16', '7', '32'])}).bit_length()`,
  ])();
}

function roundCase(r: Random): string {
  return r.pick([
    () => `r = round(${values.float(r)}, ${r.between(-25, 25)})`,
    () => `r = round(${values.arithmeticInt(r)}, ${r.between(-20, 3)})`,
    () => `r = round(${values.number(r)})`,
    () => `r = '%.${r.between(0, 25)}${r.pick(['f', 'e', 'g'])}' % ${values.float(r)}`,
    () => `r = format(${values.float(r)}, '${spec(r)}')`.replace(/\n/g, ''),
  ])();
}

export const formatCase = (r: Random): string =>
  r.pick([
    () => `a = ${formatted(r)}\nr = format(a, ${quoted(spec(r))})`,
    () => `a = ${formatted(r)}\nr = format(a, ${quoted(spec(r))})`,
    () => percentCase(r),
    () => percentCase(r),
    () => fieldsCase(r),
    () => fstringCase(r),
    () => roundCase(r),
  ])();
export { parseCase };
