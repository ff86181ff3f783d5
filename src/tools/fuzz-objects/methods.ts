/**
 * Methods of the built-in types and what they like to be called with; a share of the calls gets something else: other
 * kinds, other counts, keywords.
 *
 * A signature is a list of kinds; `?` after one: it may be missing, and so all behind it. Methods that need ints of
 * 32 bits or the C library are not here (see exclusions.ts).
 */
import type { Random } from './random.ts';
import * as values from './values.ts';

const ENCODINGS = [
  "'utf-8'",
  "'ascii'",
  "'latin-1'",
  "'utf-16'",
  "'utf-16-le'",
  "'utf-32'",
  "'cp1252'",

  "'idna'",
  "'nope'",
  "'unicode_escape'",
  "'raw_unicode_escape'",
  "'utf-8-sig'",
  "'utf-32-be'",
];
const HANDLERS = [
  "'strict'",
  "'ignore'",
  "'replace'",
  "'backslashreplace'",
  "'xmlcharrefreplace'",
  "'surrogateescape'",
  "'surrogatepass'",
  "'namereplace'",
  "'nope'",
];

const KINDS: Record<string, (r: Random, self: string) => string> = {
  S: (r) => values.str(r),
  B: (r) => values.byteslike(r),
  // A piece of the receiver, so that searches find something.
  sub: (r, self) =>
    r.chance(0.5)
      ? `${self}[${values.sliceIndex(r)}:${values.sliceIndex(r)}]`
      : self.length > 0
        ? KINDS.like(r, self)
        : "''",
  like: (r) => (r.chance(0.5) ? values.str(r) : values.bytes(r)),
  i: values.safeInt,
  n: values.smallInt,
  N: values.arithmeticInt,
  f: values.float,
  x: values.number,
  o: values.sliceIndex,
  c: (r) => r.pick(["'*'", "' '", "'é'", "'😀'", "b'*'", "'ab'"]),
  any: (r) => values.anyValue(r),
  h: values.hashable,
  it: (r) =>
    r.pick([
      values.list,
      values.tuple,
      values.set,
      values.iterator,
      values.range,
      values.str,
      values.bytes,
      values.dict,
    ])(r),
  strs: (r) => `[${r.many(0, 4, () => values.str(r)).join(', ')}]`,
  bytess: (r) => `[${r.many(0, 4, () => values.byteslike(r)).join(', ')}]`,
  dict: (r) => values.dict(r),
  pairs: (r) =>
    r.pick([
      values.dict(r),
      `[${r.many(0, 3, () => `(${values.hashable(r)}, ${values.smallInt(r)})`).join(', ')}]`,
      values.list(r),
    ]),
  enc: (r) => r.pick(ENCODINGS),
  err: (r) => r.pick(HANDLERS),
  set: (r) => r.pick([values.set, values.frozenset])(r),
  key: (r) => r.pick(['None', 'str', 'repr', 'len', 'abs', 'lambda v: -v', 'lambda v: 0', 'type']),
  bool: (r) => r.pick(['True', 'False', '0', '1', 'None']),
  order: (r) => r.pick(["'little'", "'big'", "'native'", "'C'"]),
  spec: (r) =>
    `'${r.pick(['', '>5', '<8', '^9', '=6', '+', ' ', 'd', 'x', '#b', '08', ',', '_', '.2f', '.3', 'e', 'g', '%', 's', '*^7s', 'n', 'c', '05d', '10.4s', '+.1e', 'zz', ',.2f', '_x', '.0f'])}'`,
  table: (r) =>
    r.pick([
      "{97: 'x', 98: None}",
      "str.maketrans('abc', 'xyz')",
      "str.maketrans('', '', 'ab')",
      '[1, 2]',
      "{97: 300000, 98: 'long'}",
      'None',
      "dict.fromkeys(range(128), 'q')",
    ]),
  btable: (r) =>
    r.pick([
      'bytes(range(256))',
      'bytes(range(255, -1, -1))',
      'None',
      "b'short'",
      "bytes.maketrans(b'ab', b'xy')",
    ]),
  deleting: (r) => `delete=${values.bytes(r)}`,
  fmt: (r) => `'${r.pick(['b', 'B', 'h', 'i', 'q', 'f', 'd', 'c', '?', '@i', '<i', 'zz'])}'`,
  shape: (r) => r.pick(['[2, 3]', '(3, 2)', '[6]', '[]', '[0]', '(2, 2)', '4', '[-1, 2]', "['a']"]),
  kwsep: (r) => `sep=${r.pick(['None', "','", "b','", "' '", "b''"])}`,
  kwmax: (r) => `maxsplit=${r.pick(['-1', '0', '1', '2', 'None'])}`,
  kwkeep: (r) => `keepends=${r.pick(['True', 'False', '1', 'None'])}`,
  kwsigned: (r) => `signed=${r.pick(['True', 'False', '0', '1'])}`,
  kwkey: (r) => `key=${KINDS.key(r, '')}`,
  kwreverse: (r) => `reverse=${r.pick(['True', 'False', '0', "'x'"])}`,
  kwtab: (r) => `tabsize=${values.smallInt(r)}`,
  unpack: (r) => `**${values.dict(r)}`,
  hexs: (r) =>
    `'${r.many(0, 6, () => r.pick(['0', 'a', 'F', '12', ' ', '\\n', 'g', 'ff', '😀', '0x'])).join('')}'`,
};

const STR = {
  capitalize: '',
  casefold: '',
  center: 'i c?',
  count: 'sub o? o?',
  encode: 'enc? err?',
  endswith: 'sub o? o?',
  expandtabs: 'n?',
  find: 'sub o? o?',
  format: 'any? any? any?',
  format_map: 'dict',
  index: 'sub o? o?',
  isalnum: '',
  isalpha: '',
  isascii: '',
  isdecimal: '',
  isdigit: '',
  isidentifier: '',
  islower: '',
  isnumeric: '',
  isprintable: '',
  isspace: '',
  istitle: '',
  isupper: '',
  join: 'strs',
  ljust: 'i c?',
  lower: '',
  lstrip: 'S?',
  maketrans: 'S S? S?',
  partition: 'sub',
  removeprefix: 'sub',
  removesuffix: 'sub',
  replace: 'sub S n?',
  rfind: 'sub o? o?',
  rindex: 'sub o? o?',
  rjust: 'i c?',
  rpartition: 'sub',
  rsplit: 'sub? n?',
  rstrip: 'S?',
  split: 'sub? n?',
  splitlines: 'bool?',
  startswith: 'sub o? o?',
  strip: 'S?',
  swapcase: '',
  title: '',
  translate: 'table',
  upper: '',
  zfill: 'i',
  'split ': 'kwsep kwmax?',
  'rsplit ': 'kwmax',
  'splitlines ': 'kwkeep',
  'expandtabs ': 'kwtab',
};
const BYTES = {
  capitalize: '',
  center: 'i c?',
  count: 'sub o? o?',
  decode: 'enc? err?',
  endswith: 'sub o? o?',
  expandtabs: 'n?',
  find: 'sub o? o?',
  fromhex: 'hexs',
  hex: 'c? n?',
  index: 'sub o? o?',
  isalnum: '',
  isalpha: '',
  isascii: '',
  isdigit: '',
  islower: '',
  isspace: '',
  istitle: '',
  isupper: '',
  join: 'bytess',
  ljust: 'i c?',
  lower: '',
  lstrip: 'B?',
  maketrans: 'B B',
  partition: 'sub',
  removeprefix: 'sub',
  removesuffix: 'sub',
  replace: 'sub B n?',
  rfind: 'sub o? o?',
  rindex: 'sub o? o?',
  rjust: 'i c?',
  rpartition: 'sub',
  rsplit: 'sub? n?',
  rstrip: 'B?',
  split: 'sub? n?',
  splitlines: 'bool?',
  startswith: 'sub o? o?',
  strip: 'B?',
  swapcase: '',
  title: '',
  translate: 'btable deleting?',
  upper: '',
  zfill: 'i',
  'find ': 'i o? o?',
  'split ': 'kwsep kwmax?',
  'hex ': 'kwsep',
  'count ': 'i',
};
const SET = {
  copy: '',
  difference: 'it? it?',
  intersection: 'it? it?',
  isdisjoint: 'it',
  issubset: 'it',
  issuperset: 'it',
  symmetric_difference: 'it',
  union: 'it? it?',
};
const INT = {
  as_integer_ratio: '',
  bit_count: '',
  bit_length: '',
  conjugate: '',
  from_bytes: 'B order? kwsigned?',
  to_bytes: 'n? order? kwsigned?',
  is_integer: '',
};

const METHODS: Record<string, Record<string, string>> = {
  int: INT,
  bool: INT,
  float: { as_integer_ratio: '', conjugate: '', fromhex: 'S', hex: '', is_integer: '' },
  complex: { conjugate: '' },
  str: STR,
  bytes: BYTES,
  bytearray: {
    ...BYTES,
    append: 'i',
    clear: '',
    copy: '',
    extend: 'it',
    insert: 'n i',
    pop: 'n?',
    remove: 'i',
    reverse: '',
    'extend ': 'B',
  },
  memoryview: {
    cast: 'fmt shape?',
    hex: 'c? n?',
    release: '',
    tobytes: 'order?',
    tolist: '',
    toreadonly: '',
    __enter__: '',
    __exit__: '',
    _from_flags: 'any i',
  },
  list: {
    append: 'any',
    clear: '',
    copy: '',
    count: 'h',
    extend: 'it',
    index: 'h o? o?',
    insert: 'n any',
    pop: 'n?',
    remove: 'h',
    reverse: '',
    sort: 'kwkey? kwreverse?',
    'extend ': 'any',
    __reversed__: '',
  },
  tuple: { count: 'h', index: 'h o? o?', __getnewargs__: '' },
  dict: {
    clear: '',
    copy: '',
    fromkeys: 'it any?',
    get: 'h any?',
    items: '',
    keys: '',
    pop: 'h any?',
    popitem: '',
    setdefault: 'h any?',
    update: 'pairs',
    values: '',
    'update ': 'unpack',
    __reversed__: '',
  },
  set: {
    ...SET,
    add: 'h',
    clear: '',
    difference_update: 'it? it?',
    discard: 'h',
    intersection_update: 'it? it?',
    pop: '',
    remove: 'h',
    symmetric_difference_update: 'it',
    update: 'it? it?',
  },
  frozenset: SET,
  range: { count: 'i', index: 'i', __reversed__: '' },
  slice: { indices: 'n' },
  dict_keys: { isdisjoint: 'it', __reversed__: '' },
  dict_values: { __reversed__: '' },
  dict_items: { isdisjoint: 'it', __reversed__: '' },
  iterator: {
    __next__: '',
    __iter__: '',
    __length_hint__: '',
    __reduce__: '',
    __setstate__: 'n',
    send: 'any',
    throw: 'any',
    close: '',
  },
};

/** Special methods as plain ones, on everything. */
const SPECIAL: Record<string, string> = {
  __abs__: '',
  __add__: 'any',
  __and__: 'any',
  __bool__: '',
  __ceil__: '',
  __complex__: '',
  __contains__: 'any',
  __delitem__: 'o',
  __divmod__: 'x',
  __eq__: 'any',
  __float__: '',
  __floor__: '',
  __floordiv__: 'x',
  __format__: 'spec',
  __ge__: 'any',
  __getitem__: 'o',
  __getattribute__: 'S',
  __getnewargs__: '',
  __gt__: 'any',
  __iadd__: 'any',
  __iand__: 'any',
  __imul__: 'n',
  __index__: '',
  __int__: '',
  __invert__: '',
  __ior__: 'any',
  __isub__: 'any',
  __iter__: '',
  __ixor__: 'any',
  __le__: 'any',
  __len__: '',
  __lt__: 'any',
  __mod__: 'x',
  __mul__: 'n',
  __ne__: 'any',
  __neg__: '',
  __next__: '',
  __or__: 'any',
  __pos__: '',
  __radd__: 'any',
  __rand__: 'any',
  __rdivmod__: 'x',
  __reduce_ex__: 'n',
  __reduce__: '',
  __repr__: '',
  __rfloordiv__: 'x',
  __rmod__: 'x',
  __rmul__: 'n',
  __ror__: 'any',
  __round__: 'n?',
  __rsub__: 'any',
  __rtruediv__: 'x',
  __rxor__: 'any',
  __setitem__: 'o any',
  __str__: '',
  __sub__: 'any',
  __truediv__: 'x',
  __trunc__: '',
  __xor__: 'any',
  __init__: 'any?',
  __setattr__: 'S any',
  __delattr__: 'S',
  __class_getitem__: 'any',
  __getformat__: 'S',
  __sizeof__: 'any any',
  __dir__: 'any',
  __subclasshook__: 'any',
  __getstate__: '',

  __new__: 'any any?',
  __lshift__: 'n',
  __rshift__: 'n',
  __rlshift__: 'n',
  __pow__: 'n n?',
};

function goodArguments(r: Random, signature: string, self: string): string[] {
  const out: string[] = [];
  for (const word of signature.split(' ')) {
    if (word === '') continue;
    if (word.endsWith('?') && r.chance(0.45)) break;
    out.push(KINDS[word.replace('?', '')](r, self));
  }
  return out;
}

const NAMES = [
  'key',
  'sep',
  'x',
  'self',
  'encoding',
  'start',
  'default',
  'maxsplit',
  'object',
  'iterable',
  'signed',
];

/** What a careless caller writes. */
export function badArguments(r: Random): string[] {
  const out = r.many(0, 4, () => values.anyValue(r, 1));
  if (r.chance(0.3)) for (const name of r.some(NAMES, 2)) out.push(`${name}=${values.anyValue(r, 1)}`);
  return out;
}

const hasKeyword = (args: string[]): boolean => args.some((a) => /^[a-z]+=[^=]|^\*\*/.test(a));

/** A method of a value, called. */
export function methodCall(r: Random): string {
  const type = r.pick(Object.keys(METHODS));
  const special = r.chance(0.25);
  const table = special ? SPECIAL : METHODS[type];
  const key = r.pick(Object.keys(table));
  const name = key.trim();
  let args = goodArguments(r, table[key], 'a');
  const mistake = r.below(100);
  if (mistake < 12) args = badArguments(r);
  else if (!hasKeyword(args)) {
    if (mistake < 24 && args.length > 0) args[r.below(args.length)] = values.anyValue(r, 1);
    else if (mistake < 27) args.push(values.anyValue(r, 1));
  }
  // Values that lie between 32 and 64 bits must not become sizes.
  const lines = [`a = ${type === 'int' && special ? values.safeInt(r) : values.OF_TYPE[type](r)}`];
  const owner = r.chance(0.06) && type in BUILT_IN ? `${type}` : 'a';
  const first = owner === 'a' ? [] : r.chance(0.7) ? ['a'] : [];
  if (r.chance(0.03)) lines.push(`r = a.${name}`);
  else lines.push(`r = ${owner}.${name}(${[...first, ...args].join(', ')})`);
  return lines.join('\n');
}
const BUILT_IN = {
  int: 1,
  bool: 1,
  float: 1,
  complex: 1,
  str: 1,
  bytes: 1,
  bytearray: 1,
  memoryview: 1,
  list: 1,
  tuple: 1,
  dict: 1,
  set: 1,
  frozenset: 1,
  range: 1,
  slice: 1,
};

const FUNCTIONS: Record<string, string> = {
  abs: 'any',
  all: 'it',
  any: 'it',
  ascii: 'any',
  bin: 'i',
  bool: 'any?',
  bytearray: 'any? enc?',
  bytes: 'any? enc?',
  callable: 'any',
  chr: 'i',
  complex: 'x? x?',
  delattr: 'any S',
  dict: 'pairs?',
  divmod: 'x x',
  enumerate: 'it n?',
  filter: 'key it',
  float: 'any?',
  format: 'any spec?',
  frozenset: 'it?',
  getattr: 'any S any?',
  hasattr: 'any S',
  hex: 'i',
  int: 'any? i?',
  isinstance: 'any any',
  issubclass: 'any any',
  iter: 'any any?',
  len: 'any',
  list: 'it?',
  map: 'key it it?',
  max: 'it',
  memoryview: 'any',
  min: 'it',
  next: 'any any?',
  oct: 'i',
  ord: 'S',
  range: 'n n? n?',
  repr: 'any',
  reversed: 'any',
  round: 'x n?',
  set: 'it?',
  setattr: 'any S any',
  slice: 'o o? o?',
  sorted: 'it kwkey? kwreverse?',
  str: 'any? enc?',
  sum: 'it any?',
  tuple: 'it?',
  type: 'any',
  vars: 'any',
  zip: 'it it?',
  'max ': 'x x x',
  'min ': 'any any',
  'min  ': 'it kwkey',
  'zip ': 'it it',
  'sum ': 'strs',
  'ord ': 'B',
  'hash ': 'any any',
  'bytes ': 'it',
  'str ': 'B enc err?',
  'int ': 'S i?',
  'float ': 'S',
  'complex ': 'S',
  id: 'any any',
  dir: 'any any',
  super: 'any any?',
  property: 'any? any?',
  staticmethod: 'any',
  classmethod: 'any',
  object: 'any?',
  input: 'any any',
  print: 'any any',
  open: 'any any?',
  eval: 'any',
  exec: 'any',
  compile: 'any any any',
  globals: 'any',
  locals: 'any',
  pow: 'n n n?',
  __import__: 'any',
  aiter: 'any',
  anext: 'any any?',
  'pow ': 'N n i',
};

/** A built-in function, called. */
export function functionCall(r: Random): string {
  const key = r.pick(Object.keys(FUNCTIONS));
  const name = key.trim();
  let args = goodArguments(r, FUNCTIONS[key], "'abc'");
  if (QUIET.has(name)) args = r.chance(0.5) ? ['*[1] * 9'] : [`nope=${values.smallInt(r)}`];
  else if (r.chance(0.15)) args = badArguments(r);
  else if (r.chance(0.1)) args.push(`${r.pick(NAMES)}=${values.anyValue(r, 1)}`);
  return `r = ${name}(${args.join(', ')})`;
}
// Only their errors are compared: they would read, write or answer what differs from machine to machine.
const QUIET = new Set([
  'input',
  'print',
  'open',
  'eval',
  'exec',
  'compile',
  'globals',
  'locals',
  '__import__',
  'id',
  'dir',
  'vars',
  'hash',
]);
