/** Memory views: formats, casts, several dimensions, slices, assignment, comparison, release. */
import type { Random } from './random.ts';
import * as values from './values.ts';

// Not l, n and P, which are 4 bytes wide on 32 bits.
const FORMATS = ['b', 'B', 'h', 'H', 'i', 'I', 'q', 'Q', 'f', 'd', 'c', '?', 'e', '@h', '@q', '<i', ''];
const USES = [
  'r = m.tolist()',
  'r = m.tobytes()',
  'r = m.format, m.itemsize, m.ndim, m.shape, m.strides, m.nbytes, m.readonly, m.suboffsets',
  'r = m[0]',
  'r = m[-1]',
  'r = len(m)',
  'r = list(m)',
  'r = m.hex()',
  "r = m.hex(':')",
  "r = m.hex('-', 2)",
  'r = m == m',
  'r = m == bytes(b)',
  'r = m.contiguous, m.c_contiguous, m.f_contiguous',
  'm.release()\nr = m',
  'm.release()\nr = m[0]',
  'm.release()\nr = m.format',
  'r = m.toreadonly()\nr[0] = 1',
  'r = bytes(m)',
  'r = m.tobytes("F")',
  'r = m.tobytes("A")',
  'r = m.tobytes("x")',
  'with m as w:\n    pass\nr = w.tolist()',
  'r = hash(m) == hash(bytes(m))',
  'b.append(1)',
  'r = m.obj is b',
  'del m[0]',
  'r = [*reversed(m)]',
  'r = 97 in m',
  'r = m + m',
  'r = m.nope',
  'r = bytearray(m)',
  'r = b"".join([m])',
  'r = int.from_bytes(m, "big")',
  'r = memoryview(m)',
  'r = m.__sizeof__ is None',
  'r = m[1:3][0]',
  'r = m[::2].tobytes()',
  'r = m[::-1].tolist()',
  'r = m[::-1] == m',
  'r = m.cast("B").tolist()',
  'r = m[1:].obj is m.obj',
  'r = m[...]',
  'r = m[()]',
  'r = m[0, 0]',
  'r = m[1, 1]',
  'r = m[0][0]',
  'r = m[0, 0, 0]',
  'r = m < m',
  'import pickle\nr = pickle._dumps(m)',
  'import copy\nr = copy.copy(m)',
  'r = str(m, "latin-1")',
  'r = m.index(1)',
];

export function memoryviewCase(r: Random): string {
  const f = r.pick(FORMATS);
  const shape = r.chance(0.35)
    ? `, ${r.pick(['[4, 6]', '(2, 12)', '[24]', '[2, 3, 4]', '[3]', '[]', '[2, 2]', '[1, 24]', '(3, 2)', '[12, 2]', '[0, 2]', '[6]', '[2, 3]'])}`
    : '';
  const lines = [
    `b = ${r.pick(['bytearray(range(24))', 'bytearray(range(24))', 'bytes(range(24))', 'bytearray(24)', 'b"\\xff" * 24', 'bytearray(b"\\x00\\x7f\\x80\\xff" * 6)'])}`,
    'm = memoryview(b)',
  ];
  if (r.chance(0.8)) lines.push(`m = m.cast('${f}'${shape})`);
  if (r.chance(0.15)) lines.push(`m = m.cast('${r.pick(FORMATS)}')`);
  // A bool that is neither 0 nor 1 in memory is whatever the C compiler makes of it.
  if (lines.join().includes("'?'")) lines[0] = 'b = bytearray(b"\\x00\\x01" * 12)';
  if (r.chance(0.25)) lines.push(`m = m[${r.pick(['1:', '::2', '::-1', ':2', '1:1', '::-2', '2:10:3'])}]`);
  const assign = () =>
    `m[${r.pick(['0', '1', '-1', '99', '0, 1', '1, 0', '1:3', '::2', ':2', '"a"', '...', '()'])}] = ${r.pick([values.smallInt, values.arithmeticInt, values.float, values.bytes, values.anyValue, () => 'm[0]', () => 'm[:2]', () => 'b"ab"', () => 'memoryview(b"ab")', () => 'm[::2]'])(r)}\nr = m.tolist()`;
  lines.push(r.chance(0.35) ? assign() : r.pick(USES));
  return lines.join('\n');
}
