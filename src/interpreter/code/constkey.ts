// When are two constants the same constant?
//
// Python says 1 == 1.0 == True, but a code object must keep them apart, and 0.0 apart from -0.0. CPython
// builds a key for each constant (Objects/codeobject.c _PyCode_ConstantKey); here a Map already tells
// numbers, bigints, strings and booleans apart, so only the rest needs a written key. Code objects are compared
// by content, because a `finally` block is compiled twice and its functions with it.
//
// Absent: to CPython each NaN that folding makes (`1e400 * 0`) is a constant of its own, as it compares NaNs by identity; here
// they are one.

import type { ComplexConst } from '../text/constant.ts';
import { FrozenSetConst } from '../text/constant.ts';
import { CodeObject, type ConstValue } from './codeobject.ts';

/** The plain values that a Map compares as CPython's constant keys do. */
type SimpleKey = null | boolean | bigint | number | string | symbol;

const NEGATIVE_ZERO = Symbol('-0.0');

function isSimple(
  value: ConstValue,
): value is null | boolean | bigint | number | string | (symbol & ConstValue) {
  return value === null || typeof value !== 'object';
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]);
  return text;
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A text that is equal for equal constants only. Code objects inside tuples do not occur. */
export function writtenKey(value: ConstValue): string {
  switch (typeof value) {
    case 'bigint':
      return `i${value}`;
    case 'number':
      return `f${floatKey(value)}`;
    case 'boolean':
      return value ? 'T' : 'F';
    case 'string':
      return `s${value.length}:${value}`;
    case 'symbol':
      return 'E';
    default:
  }
  if (value === null) return 'N';
  if (value instanceof Uint8Array) return `b${value.length}:${latin1(value)}`;
  if (value instanceof FrozenSetConst) return `<${value.items.map(writtenKey).sort().join(',')}>`;
  if (value instanceof CodeObject) return `c${value.name}@${value.firstlineno}`;
  if (Array.isArray(value)) return `(${value.map(writtenKey).join(',')})`;
  const complex = value as ComplexConst;
  return `j${floatKey(complex.real)},${floatKey(complex.imag)}`;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameStrings(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((s, i) => s === b[i]);
}

/** Whether two constants are one constant. */
export function sameConst(a: ConstValue, b: ConstValue): boolean {
  if (a instanceof CodeObject || b instanceof CodeObject) {
    return a instanceof CodeObject && b instanceof CodeObject && sameCode(a, b);
  }
  return writtenKey(a) === writtenKey(b);
}

/** `code1 == code2`. CPython 3.12: Objects/codeobject.c code_richcompare. */
export function sameCode(a: CodeObject, b: CodeObject): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.argcount === b.argcount &&
      a.posonlyargcount === b.posonlyargcount &&
      a.kwonlyargcount === b.kwonlyargcount &&
      a.flags === b.flags &&
      a.firstlineno === b.firstlineno &&
      // The line table first: it tells almost all apart, and the constants may be code again.
      sameBytes(a.linetable, b.linetable) &&
      sameBytes(a.code, b.code) &&
      a.consts.length === b.consts.length &&
      a.consts.every((c, i) => sameConst(c, b.consts[i])) &&
      sameStrings(a.names, b.names) &&
      sameStrings(a.localsplusnames, b.localsplusnames) &&
      sameBytes(a.exceptiontable, b.exceptiontable))
  );
}

/** Equal for equal code objects and seldom for others. CPython 3.12: Objects/codeobject.c code_hash */
function codeKey({ name, firstlineno, linetable }: CodeObject): string {
  let hash = 0;
  for (let i = 0; i < linetable.length; i++) hash = (Math.imul(hash, 31) + linetable[i]) | 0;
  return `${firstlineno} ${hash} ${name}`;
}

/** A map from constants to whatever: dict keyed by _PyCode_ConstantKey. */
export class ConstMap<T> {
  private readonly simple = new Map<SimpleKey, T>();
  private readonly written = new Map<string, T>();
  private readonly codes = new Map<string, [CodeObject, T][]>();
  private codeCount = 0;

  get size(): number {
    return this.simple.size + this.written.size + this.codeCount;
  }

  get(value: ConstValue): T | undefined {
    if (isSimple(value)) return this.simple.get(Object.is(value, -0) ? NEGATIVE_ZERO : value);
    if (value instanceof CodeObject) {
      return this.codes.get(codeKey(value))?.find(([code]) => sameCode(code, value))?.[1];
    }
    return this.written.get(writtenKey(value));
  }

  set(value: ConstValue, to: T): void {
    if (isSimple(value)) {
      this.simple.set(Object.is(value, -0) ? NEGATIVE_ZERO : value, to);
    } else if (value instanceof CodeObject) {
      const key = codeKey(value);
      const sameKey = this.codes.get(key);
      if (sameKey === undefined) this.codes.set(key, [[value, to]]);
      else sameKey.push([value, to]);
      this.codeCount++;
    } else {
      this.written.set(writtenKey(value), to);
    }
  }
}
