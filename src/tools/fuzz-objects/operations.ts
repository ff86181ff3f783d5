/** Operators, comparisons, indexing, slicing, unpacking, matching, copying. */
import type { Random } from './random.ts';
import * as values from './values.ts';

const ARITHMETIC = ['+', '-', '*', '/', '//', '%', '&', '|', '^', '@'];
const COMPARE = ['<', '<=', '==', '!=', '>', '>=', 'in', 'not in', 'is', 'is not'];

const sameKind = (r: Random): [string, string] => {
  const make = values.OF_TYPE[r.pick(Object.keys(values.OF_TYPE).filter((t) => t !== 'int'))];
  return [make(r), make(r)];
};
const operands = (r: Random): [string, string] =>
  r.chance(0.55) ? sameKind(r) : [values.anyValue(r), values.anyValue(r)];

function binary(r: Random): string {
  if (r.chance(0.35)) {
    const op = r.pick([...ARITHMETIC, ...COMPARE, 'divmod']);
    const [a, b] = [values.number(r), values.number(r)];
    if (op === 'divmod') return `a = ${a}\nb = ${b}\nr = divmod(a, b)`;
    return `a = ${a}\nb = ${b}\nr = a ${op} b`;
  }
  const [a, b] = operands(r);
  if (r.chance(0.25)) return `a = ${a}\nb = ${b}\nc = a\na ${r.pick(ARITHMETIC)}= b\nr = a is c`;
  return `a = ${a}\nb = ${b}\nr = a ${r.pick([...ARITHMETIC, ...COMPARE])} b`;
}

function power(r: Random): string {
  const base = r.pick([values.smallInt, values.float, values.complex, values.arithmeticInt])(r);
  const exponent = r.pick([
    values.smallInt,
    values.float,
    values.complex,
    (q: Random) => String(q.between(-20, 40)),
    (q: Random) => String(q.between(-20, 40)),
  ])(r);
  if (r.chance(0.3)) {
    return `a = ${values.arithmeticInt(r)}\nb = ${r.pick([values.smallInt, values.arithmeticInt])(r)}\nr = pow(a, b, ${values.arithmeticInt(r)})`;
  }
  if (r.chance(0.1))
    return `a = ${values.anyValue(r)}\nr = pow(a, ${values.smallInt(r)}, ${values.anyValue(r)})`;
  return `a = ${base}\nb = ${exponent}\nr = a ** b`;
}

function shift(r: Random): string {
  const by = r.pick([
    () => String(r.between(-3, 200)),
    () => String(r.between(0, 70)),
    () => values.anyValue(r),
  ])();
  return `a = ${r.chance(0.85) ? values.arithmeticInt(r) : values.anyValue(r)}\nr = a ${r.pick(['<<', '>>'])} ${by}`;
}

const unary = (r: Random): string =>
  `a = ${r.chance(0.5) ? values.number(r) : values.anyValue(r)}\nr = ${r.pick(['-', '+', '~', 'not ', 'abs', 'bool', 'int', 'float', 'complex', 'round', 'str', 'repr', 'ascii', 'len', 'iter', 'list', 'tuple', 'type'])}(a)`;

const SEQUENCES = ['str', 'bytes', 'bytearray', 'memoryview', 'list', 'tuple', 'range'];
function indexing(r: Random): string {
  const a = values.OF_TYPE[r.pick(r.chance(0.85) ? SEQUENCES : Object.keys(values.OF_TYPE))](r);
  const bounds = () =>
    `${r.many(1, 2, () => (r.chance(0.35) ? '' : values.sliceIndex(r))).join(':')}:${r.chance(0.5) ? values.sliceIndex(r) : ''}`;
  const key = r.pick([
    () => values.smallInt(r),
    bounds,
    bounds,
    () => values.safeInt(r),
    () => values.anyValue(r, 1),
    () => `${values.smallInt(r)}, ${values.smallInt(r)}`,
  ])();
  return r.pick([
    () => `a = ${a}\nr = a[${key}]`,
    () => `a = ${a}\nr = a[${key}]`,
    () => `a = ${a}\na[${key}] = ${r.chance(0.5) ? values.list(r) : values.anyValue(r)}`,
    () =>
      `a = ${values.OF_TYPE[r.pick(['list', 'bytearray', 'memoryview'])](r)}\na[${key}] = ${r.pick([values.list, values.byteslike, values.smallInt, values.iterator])(r)}`,
    () => `a = ${values.OF_TYPE[r.pick(['list', 'bytearray'])](r)}\ndel a[${key}]`,
    () => `a = ${a}\ndel a[${key}]`,
    () => `a = ${values.list(r)}\na[${key}] ${r.pick(['+=', '*=', '-='])} ${values.smallInt(r)}`,
  ])();
}

function unpacking(r: Random): string {
  const a = r.chance(0.7)
    ? r.pick([values.list, values.tuple, values.str, values.iterator, values.dict, values.range])(r)
    : values.anyValue(r);
  const targets = r.pick([
    'b, c',
    'b,',
    'b, *c',
    '*b, c',
    'b, c, d',
    'b, *c, d',
    '[b, (c, d)]',
    '*b,',
    'b, *c, d, e',
  ]);
  return r.pick([
    () => `a = ${a}\n${targets} = a`,
    () => `a = ${a}\nr = [*a, 1, *${values.list(r)}]`,
    () => `a = ${a}\nr = {**${r.chance(0.7) ? values.dict(r) : 'a'}, 'z': 1}`,
    () => `a = ${a}\nr = (lambda *args, **kw: (args, kw))(*a${r.chance(0.4) ? `, **${values.dict(r)}` : ''})`,
    () => `a = ${a}\nr = {*a}`,
    () => `a = ${a}\nr = [(b, c) for b, c in a]`,
  ])();
}

function matching(r: Random): string {
  const pattern = r.pick([
    '[]',
    '[b]',
    '[b, c]',
    '[b, *c]',
    '[*_, b]',
    '{}',
    '{"a": b}',
    '{1: b, **c}',
    'str(b)',
    'int(b) | float(b)',
    'bytes()',
    '(b, c) if b',
    '[[b], *c]',
    'None',
    'True',
    '0',
    '1.5',
    "'a'",
    'dict(b)',
    'list(b)',
    'tuple((b, *c))',
    'range(start=b)',
    'complex(real=b, imag=c)',
    'slice(b, c)',
    'object(b)',
    'set(b)',
    '-1',
    '1+2j',
    'int(b, c)',
    'memoryview(b)',
    '_',
  ]);
  return `a = ${values.anyValue(r)}\nmatch a:\n    case ${pattern}:\n        r = 'matched'\n    case _:\n        r = 'other'`;
}

function copying(r: Random): string {
  const a = values.anyValue(r);
  return r.pick([
    () => `import copy\na = ${a}\nr = copy.copy(a)\nb = r is a`,
    () =>
      `import copy\na = [${a}, ${values.anyValue(r)}]\nr = copy.deepcopy(a)\nb = [x is y for x, y in zip(r, a)]`,
    () => `import pickle\na = ${a}\nr = pickle._dumps(a, ${r.between(0, 5)})`,
    () => `import pickle\na = ${a}\nr = pickle._loads(pickle._dumps(a, ${r.between(0, 5)}))`,
    () => `a = ${a}\nr = a.__reduce_ex__(${r.between(0, 5)})`,
  ])();
}

const hashing = (r: Random): string => {
  const [a, b] = r.chance(0.5)
    ? [values.number(r), values.number(r)]
    : [values.anyValue(r), values.anyValue(r)];
  return `a = ${a}\nb = ${b}\nr = hash(a) == hash(a), a == b and hash(a) != hash(b)`;
};

function identities(r: Random): string {
  const a = values.arithmeticInt(r);
  const b = values.arithmeticInt(r);
  return r.pick([
    () => `a = ${a}\nb = ${b}\nr = a // b, a % b, divmod(a, b), divmod(-a, b), divmod(a, -b), a / b`,
    () =>
      `a = ${a}\nb = ${b}\nr = a & b, a | b, a ^ b, ~a, a == float(a), a < b * 1.0, float(a) // (b or 1), a % 7.5`,
    () =>
      `a = ${a} * ${b}\nr = a, a.bit_length(), a.bit_count(), hex(a), oct(a), bin(a), float(a), -a // 3, a >> 7, str(a), f'{a:_x}'`,
    () =>
      `a = ${a}\nb = ${values.float(r)}\nr = a < b, a == b, a > b, b % (a or 3), b // (a or 3), a + b, a * b`,
    () =>
      `a = ${a}\nr = a.to_bytes(${r.between(0, 24)}, ${r.pick(["'big'", "'little'"])}, signed=${r.pick(['True', 'False'])})`,
    () =>
      `a = ${values.bytes(r)}\nr = int.from_bytes(a, ${r.pick(["'big'", "'little'"])}, signed=${r.pick(['True', 'False'])})`,
    () => `import math\na = ${a}\nb = ${b}\nr = math.gcd(a, b), math.isqrt(abs(a)), math.lcm(a, b)`,
    () =>
      `a = ${values.complex(r)}\nb = ${values.complex(r)}\nr = a + b, a - b, a * b, a == b, -a, a.conjugate(), abs(a)`,
    () => `a = ${values.complex(r)}\nb = ${values.number(r)}\nr = a / b, b / a`,
    () => `a = ${values.float(r)}\nb = ${values.float(r)}\nr = a // b, a % b, divmod(a, b)`,
    () => `a = ${values.float(r)}\nr = int(a), round(a), a.is_integer(), a.as_integer_ratio(), a.hex()`,
  ])();
}

export const operation = (r: Random): string =>
  r.pick([
    binary,
    binary,
    binary,
    binary,
    power,
    shift,
    unary,
    indexing,
    indexing,
    indexing,
    unpacking,
    matching,
    copying,
    hashing,
    identities,
    identities,
  ])(r);
