// What the compiler needs to know about constants as values: their type's name, truth, equality, order in a set.
//
// Answers to small parts of CPython 3.12's Objects (tp_name, nb_bool, ==, setobject.c's table) for the types a constant
// can have.

import type { ConstValue } from '../code/codeobject.ts';
import { ComplexConst, type Constant, FrozenSetConst } from '../text/constant.ts';

export function constTypeName(value: Constant): string {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'float';
    case 'string':
      return 'str';
    case 'symbol':
      return 'ellipsis';
    default:
  }
  if (value === null) return 'NoneType';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof ComplexConst) return 'complex';
  return value instanceof FrozenSetConst ? 'frozenset' : 'tuple';
}

/** `bool(constant)`. */
export function constIsTrue(value: ConstValue): boolean {
  if (typeof value === 'object' && value !== null) {
    if (value instanceof Uint8Array || Array.isArray(value)) return value.length > 0;
    if (value instanceof FrozenSetConst) return value.items.length > 0;
    if (value instanceof ComplexConst) return value.real !== 0 || value.imag !== 0;
    return true;
  }
  // NaN is true in Python.
  return typeof value === 'number' ? value !== 0 : Boolean(value);
}

/** A text that is the same for constants that compare equal: 1 == 1.0 == True == 1+0j. */
export function constEqualityKey(value: Constant): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'n1' : 'n0';
    case 'bigint':
      return `n${value}`;
    case 'number':
      return Number.isInteger(value) ? `n${BigInt(value)}` : `n${value}`;
    case 'string':
      return `s${value.length}:${value}`;
    case 'symbol':
      return 'E';
    default:
  }
  if (value === null) return 'N';
  if (value instanceof Uint8Array) return `b${value.join(' ')}`;
  if (value instanceof ComplexConst) {
    return value.imag === 0 ? constEqualityKey(value.real) : `c${value.real} ${value.imag}`;
  }
  if (value instanceof FrozenSetConst) return `<${value.items.map(constEqualityKey).sort().join()}>`;
  return `(${value.map(constEqualityKey).join()})`;
}

const HASH_MODULUS = (1n << 61n) - 1n;

function hashInt(value: bigint): bigint {
  const size = (value < 0n ? -value : value) % HASH_MODULUS;
  const hash = value < 0n ? -size : size;
  return BigInt.asUintN(64, hash === -1n ? -2n : hash);
}

/** The order in which a set of these ints is iterated. CPython 3.12: Objects/setobject.c set_add_entry. */
function setOrder(items: readonly bigint[]): bigint[] {
  const LINEAR_PROBES = 9;
  let mask = 7;
  let table: (bigint | undefined)[] = new Array(8).fill(undefined);
  let used = 0;
  const insert = (item: bigint): void => {
    let perturb = hashInt(item);
    let i = Number(perturb & BigInt(mask));
    for (;;) {
      const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= last; at++) {
        if (table[at] === undefined) {
          table[at] = item;
          return;
        }
      }
      perturb >>= 5n;
      i = Number((BigInt(i) * 5n + 1n + perturb) & BigInt(mask));
    }
  };
  for (const item of items) {
    insert(item);
    used++;
    if (used * 5 < mask * 3) continue;
    const wanted = used > 50000 ? used * 2 : used * 4;
    let size = 8;
    while (size <= wanted) size <<= 1;
    const old = table;
    mask = size - 1;
    table = new Array(size).fill(undefined);
    for (const kept of old) if (kept !== undefined) insert(kept);
  }
  return table.filter((item) => item !== undefined);
}

/**
 * `frozenset(items)`. Sets of ints are in CPython's order (built twice there, once more when constants are merged);
 * others stay in the order of the source, since the hash of a string differs from run to run.
 */
export function frozenSetOf(items: readonly Constant[]): FrozenSetConst {
  const seen = new Set<string>();
  const unique = items.filter((item) => {
    const key = constEqualityKey(item);
    return !seen.has(key) && seen.add(key);
  });
  const ints = unique.filter((item) => typeof item === 'bigint');
  if (ints.length !== unique.length) return new FrozenSetConst(unique);
  return new FrozenSetConst(setOrder(setOrder(ints)));
}
