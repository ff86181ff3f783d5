/**
 * Python values as source text.
 *
 * Ints that may serve as an index, a width or a count are small or beyond 64 bits: in between CPython in WebAssembly
 * (32 bits) and on Linux answer differently. Where a number is only counted with, `arithmetic` has them all.
 */
import type { Random } from './random.ts';

const SMALL = ['0', '1', '2', '3', '4', '5', '7', '10', '-1', '-2', '-3', '-5', 'True', 'False'];
const INTS = [
  ...SMALL,
  '16',
  '36',
  '64',
  '97',
  '100',
  '127',
  '128',
  '255',
  '256',
  '257',
  '-128',
  '-256',
  '1000',
];
const BEYOND = ['2**64', '-2**64', '2**100', '-2**100', '10**30', '1 << 200', '-(3**150)'];
const MIDDLE = [
  '2**15',
  '2**30',
  '2**30 - 1',
  '-2**30',
  '2**31',
  '2**31 - 1',
  '-2**31',
  '2**32',
  '2**32 - 1',
  '2**53',
  '2**53 - 1',
  '2**53 + 1',
  '-2**53',
  '2**62',
  '2**63',
  '2**63 - 1',
  '-2**63',
  '2**64 - 1',
  '2**60',
  '10**15',
  '10**16',
  '10**22',
  '123456789',
  '987654321987654321',
  '-1234567890123',
  '0xdeadbeef',
  '99999999999',
];
const FLOATS = [
  '0.0',
  '-0.0',
  '1.0',
  '-1.0',
  '0.5',
  '1.5',
  '2.5',
  '-2.5',
  '0.1',
  '3.14159',
  '1e16',
  '1e-5',
  '1e100',
  '-1e100',
  '1e308',
  '1.7976931348623157e+308',
  '5e-324',
  '-5e-324',
  '2.2250738585072014e-308',
  'float("inf")',
  'float("-inf")',
  'float("nan")',
  '123456789.125',
  '1e22',
  '1e23',
  '9007199254740993.0',
  '0.30000000000000004',
  '1e15',
  '123456.789',
  '4294967296.0',
  '100.0',
];
const STRINGS = [
  "''",
  "'a'",
  "'b'",
  "'abc'",
  "'ABC'",
  "'aBc dEf'",
  "'  x  '",
  "'a,b,c'",
  "'aaa'",
  "'abcabc'",
  "'1'",
  "'12'",
  "'-3'",
  "'1.5'",
  "'\\n'",
  "'a\\nb\\r\\nc'",
  "'\\t\\x0b\\x0c'",
  "'ß'",
  "'ﬁ'",
  "'İ'",
  "'ǆ'",
  "'Σας ΣΑΣ'",
  "'é'",
  "'e\\u0301'",
  "'日本'",
  "'😀'",
  "'a😀b'",
  "'\\ud800'",
  "'\\udc80x'",
  "'\\x00'",
  "'\\x7f\\x80\\xa0'",
  "'x' * 30",
  "'٣'",
  "'½'",
  "'²'",
  "'_a1'",
  "'class'",
  "'%s'",
  "'{}'",
  "'\\''",
  "'\"'",
  "'\\\\'",
  "'\\u2028'",
  "'\\U0010ffff'",
  "'0x1f'",
  "'nan'",
  "'utf-8'",
  "'strict'",
  "'latin-1'",
  "'ascii'",
  "' '",
];
const BYTES = [
  "b''",
  "b'a'",
  "b'abc'",
  "b'abcabc'",
  "b'ABC'",
  "b' x '",
  "b'\\x00\\xff'",
  "b'a,b'",
  "b'aa'",
  "b'\\n'",
  "b'a\\nb\\r\\n'",
  "b'12'",
  "b'\\'\"'",
  'bytes(range(8))',
  "b'\\x80abc'",
  "b'%d'",
  "b'_'",
  "b'\\xc3\\xa9'",
  "b'\\xf0\\x9f\\x98\\x80'",
  "b'x' * 30",
];

export const smallInt = (r: Random): string => r.pick(SMALL);
/** An int that may be an index, a count, a width. */
export const safeInt = (r: Random): string => (r.chance(0.08) ? r.pick(BEYOND) : r.pick(INTS));
export const arithmeticInt = (r: Random): string => {
  const n = r.below(4);
  if (n === 0) return r.pick(INTS);
  if (n === 1) return r.pick(MIDDLE);
  if (n === 2) return r.pick(BEYOND);
  return `${r.pick(['', '-'])}${bigDigits(r)}`;
};
function bigDigits(r: Random): string {
  let out = String(r.between(1, 9));
  for (let n = r.between(0, 45); n > 0; n--) out += r.below(10);
  return out;
}

export function float(r: Random): string {
  if (r.chance(0.6)) return r.pick(FLOATS);
  const view = new DataView(new ArrayBuffer(8));
  if (r.chance(0.5)) {
    view.setUint32(0, r.bits());
    view.setUint32(4, r.bits());
    const x = view.getFloat64(0);
    if (!Number.isFinite(x)) return 'float("nan")';
    return floatText(x);
  }
  return floatText((r.below(2_000_000) - 1_000_000) / 10 ** r.between(0, 8));
}
const floatText = (x: number): string => (Number.isInteger(x) && Math.abs(x) < 1e21 ? `${x}.0` : String(x));

export const complex = (r: Random): string => `complex(${float(r)}, ${float(r)})`;
export const number = (r: Random): string =>
  r.pick([arithmeticInt, arithmeticInt, float, float, complex, smallInt])(r);

export const str = (r: Random): string => {
  if (r.chance(0.75)) return r.pick(STRINGS);
  const letters = [
    'a',
    'b',
    'c',
    'A',
    ' ',
    '1',
    'é',
    '😀',
    'ß',
    ',',
    '\\n',
    '_',
    '日',
    '\\x00',
    '-',
    '\\ud83d',
  ];
  return `'${r.many(0, 8, () => r.pick(letters)).join('')}'`;
};
export const bytes = (r: Random): string => {
  if (r.chance(0.75)) return r.pick(BYTES);
  const letters = ['a', 'b', 'c', 'A', ' ', '1', '\\xff', '\\x00', ',', '\\n', '_', '-'];
  return `b'${r.many(0, 8, () => r.pick(letters)).join('')}'`;
};
export const byteslike = (r: Random): string => {
  const b = bytes(r);
  return r.pick([b, b, `bytearray(${b})`, `memoryview(${b})`]);
};

/** Equal sets are walked in another order on 32 bits unless their items are small ints or few. */
const setItems = (r: Random): string =>
  r.chance(0.8) ? r.many(1, 5, () => String(r.below(12))).join(', ') : hashable(r);

export const hashable = (r: Random): string =>
  r.pick([smallInt, smallInt, str, bytes, float, () => 'None', () => '()', () => '(1, 2)', () => "('a', 1)"])(
    r,
  );

const items = (r: Random, depth: number, most = 5): string =>
  r.chance(0.5)
    ? r.many(0, most, () => smallInt(r)).join(', ')
    : r.many(0, most, () => anyValue(r, depth + 1)).join(', ');

export const list = (r: Random, depth = 0): string => `[${items(r, depth)}]`;
export function tuple(r: Random, depth = 0): string {
  const inside = items(r, depth, 4);
  return inside === '' ? '()' : `(${inside},)`;
}
export const dict = (r: Random, depth = 0): string =>
  `{${r.many(0, 4, () => `${hashable(r)}: ${depth > 1 ? smallInt(r) : anyValue(r, depth + 1)}`).join(', ')}}`;
export const set = (r: Random): string => (r.chance(0.1) ? 'set()' : `{${setItems(r)}}`);
export const frozenset = (r: Random): string =>
  r.chance(0.1) ? 'frozenset()' : `frozenset({${setItems(r)}})`;
export const range = (r: Random): string => {
  const bound = () => String(r.between(-12, 12));
  const step = () => r.pick(['1', '2', '3', '-1', '-2', '-4', '7']);
  return r.pick([
    () => `range(${r.below(8)})`,
    () => `range(${bound()}, ${bound()})`,
    () => `range(${bound()}, ${bound()}, ${step()})`,
  ])();
};
export const sliceIndex = (r: Random): string =>
  r.chance(0.3) ? 'None' : r.chance(0.9) ? smallInt(r) : safeInt(r);
export const slice = (r: Random): string => `slice(${r.many(1, 3, () => sliceIndex(r)).join(', ')})`;
export const view = (r: Random): string => {
  const b = bytes(r);
  return r.pick([
    `memoryview(${b})`,
    `memoryview(bytearray(${b}))`,
    `memoryview(bytearray(range(24))).cast('${r.pick(['b', 'B', 'h', 'H', 'i', 'I', 'q', 'Q', 'f', 'd', 'c'])}')`,
    `memoryview(bytes(range(12))).cast('B', [${r.pick(['3, 4', '2, 6', '2, 2, 3', '12, 1', '12'])}])`,
    `memoryview(bytearray(range(16)))[::${r.pick(['2', '-1', '3', '-2'])}]`,
  ]);
};
export const iterator = (r: Random): string =>
  r.pick([
    () => `iter(${list(r)})`,
    () => `iter(${tuple(r)})`,
    () => `iter(${str(r)})`,
    () => `iter(${dict(r)})`,
    () => `iter(${range(r)})`,
    () => `iter(${bytes(r)})`,
    () => `reversed(${list(r)})`,
    () => `enumerate(${str(r)})`,
    () => `zip(${list(r)}, ${str(r)})`,
    () => `map(str, ${list(r)})`,
    () => `filter(None, ${list(r)})`,
    () => `(x for x in ${list(r)})`,
    () => `${dict(r)}.${r.pick(['keys', 'values', 'items'])}()`,
    () => `iter([3, 2, 1].pop, 2)`,
  ])();
const oddities = (r: Random): string =>
  r.pick([
    'None',
    'None',
    'NotImplemented',
    '...',
    'int',
    'object()',
    'type',
    'len',
    'str.upper',
    'ValueError("x")',
    'lambda: 1',
    'list[int]',
    'int | str',
    'object',
  ]);

/** Anything there is. */
export function anyValue(r: Random, depth = 0): string {
  const flat = [smallInt, safeInt, float, complex, str, str, bytes, oddities];
  if (depth > 1) return r.pick(flat)(r);
  const nested = [
    list,
    tuple,
    dict,
    set,
    frozenset,
    range,
    slice,
    view,
    iterator,
    (q: Random) => `bytearray(${bytes(q)})`,
  ];
  return r.chance(0.5) ? r.pick(flat)(r) : r.pick(nested)(r, depth + 1);
}

export const OF_TYPE: Record<string, (r: Random) => string> = {
  int: arithmeticInt,
  bool: (r) => r.pick(['True', 'False']),
  float,
  complex,
  str,
  bytes,
  bytearray: (r) => `bytearray(${bytes(r)})`,
  memoryview: view,
  list,
  tuple,
  dict,
  set,
  frozenset,
  range,
  slice,
  dict_keys: (r) => `${dict(r)}.keys()`,
  dict_values: (r) => `${dict(r)}.values()`,
  dict_items: (r) => `${dict(r)}.items()`,
  iterator,
};
