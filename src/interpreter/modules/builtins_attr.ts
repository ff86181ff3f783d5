// Built-in functions that ask one object about itself: attributes, identity, hash, type tests, text, numbers' texts.
//
// Answers to CPython 3.12: Python/bltinmodule.c.

import { addressOf } from '../memory/address.ts';
import { decref, type Obj, objectType, PyType, type Res, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import {
  absolute,
  divmod,
  indexG,
  isInstanceG,
  isSubclassG,
  objectLength,
  powerG,
} from '../objects/abstract.ts';
import { prefixedBase } from '../objects/abstract_number.ts';
import { bufferBytes } from '../objects/buffer.ts';
import { isByteArray } from '../objects/bytearrayobject.ts';
import { isBytes } from '../objects/bytescore.ts';
import { hashOfInt, objectHash } from '../objects/compare.ts';
import { clearIf, PyExc, raise, typeError } from '../objects/errors.ts';
import { objectFormat } from '../objects/formatter.ts';
import { type Int, intType, isInt, newBool, newInt, newIntAny } from '../objects/longcore.ts';
import type { FunctionRow } from '../objects/moduleobject.ts';
import {
  asciiEscape,
  callSpecial,
  genericGetAttr,
  getAttr,
  objectRepr,
  reprG,
  setAttr,
} from '../objects/object.ts';
import { fullHash } from '../objects/pyhash.ts';
import { argTypeName } from '../objects/searchargs.ts';
import { None } from '../objects/singletons.ts';
import { codePoints, id, intern, isStr, newStr, type Str, strHashFull, strType } from '../objects/strcore.ts';
import { isSubtype, lookup } from '../objects/typecore.ts';

// --- attributes --------------------------------------------------------------------------------------

function badName(name: Obj): boolean {
  if (isStr(name)) return false;
  typeError(`attribute name must be string, not '${name.type.name}'`);
  return true;
}

function getattr(_self: Obj, o: Obj, name: Obj, otherwise: Obj | undefined): Res {
  if (badName(name)) return null;
  const r = getAttr(o, name as Str);
  if (r !== null || otherwise === undefined) return r;
  if (tstate.pending !== null) return suspend(getattrRest(otherwise), [o, name, otherwise]);
  return fallback(otherwise);
}

function* getattrRest(otherwise: Obj): Gen {
  const r = yield* settle();
  return r === null ? fallback(otherwise) : r;
}

function fallback(otherwise: Obj): Res {
  if (!clearIf(PyExc.AttributeError)) return null;
  otherwise.rc++;
  return otherwise;
}

function hasattr(_self: Obj, o: Obj, name: Obj): Res {
  if (badName(name)) return null;
  const r = getAttr(o, name as Str);
  if (r !== null) {
    decref(r);
    return newBool(true);
  }
  if (tstate.pending !== null) return suspend(hasattrRest(), [o, name]);
  return clearIf(PyExc.AttributeError) ? newBool(false) : null;
}

function* hasattrRest(): Gen {
  const r = yield* settle();
  if (r !== null) {
    decref(r);
    return newBool(true);
  }
  return clearIf(PyExc.AttributeError) ? newBool(false) : null;
}

function store(o: Obj, name: Obj, value: Obj | null): Res {
  if (badName(name)) return null;
  if (name.type !== strType) return setAttr(o, name as Str, value);
  const key = intern((name as Str).v);
  const r = setAttr(o, key, value);
  decref(key);
  return r;
}

// --- identity, hash, types ---------------------------------------------------------------------------

function hash(_self: Obj, o: Obj): Res {
  if (o.type === strType) return newIntAny(fullHash(strHashFull(o)));
  const lo = objectHash(o);
  if (!Number.isNaN(lo))
    return newIntAny(fullHash(isStr(o) && o.type.tp_hash === strType.tp_hash ? strHashFull(o) : lo));
  return tstate.pending === null ? null : suspend(hashRest(), [o]);
}

function* hashRest(): Gen {
  const r = yield* settle();
  if (r === null) return null;
  const lo = hashOfInt(r);
  decref(r);
  return newIntAny(fullHash(lo));
}

const CLASS = id('__class__');

/** 1, 0, or -1: Python code must be asked. */
function plainInstance(o: Obj, cls: Obj): number {
  if (o.type.self === cls) return 1;
  if (cls.type !== typeType) return -1;
  if (isSubtype(o.type, (cls as Obj<PyType>).v)) return 1;
  // `__class__` may lie; only object's own is known not to.
  if (o.type.tp_getattro !== genericGetAttr || lookup(o.type, CLASS) !== lookup(objectType, CLASS)) return -1;
  return 0;
}

function isinstance(_self: Obj, o: Obj, cls: Obj): Res {
  const fast = plainInstance(o, cls);
  if (fast >= 0) return newBool(fast === 1);
  return suspend(boolG(isInstanceG(o, cls)), [o, cls]);
}

function issubclass(_self: Obj, o: Obj, cls: Obj): Res {
  if (cls.type === typeType && o.v instanceof PyType) return newBool(isSubtype(o.v, (cls as Obj<PyType>).v));
  return suspend(boolG(isSubclassG(o, cls)), [o, cls]);
}

function* boolG(answer: Gen<number>): Gen {
  const t = yield* answer;
  return t < 0 ? null : newBool(t === 1);
}

// --- text --------------------------------------------------------------------------------------------

function* ascii(_self: Obj, o: Obj): Gen {
  const r = yield* reprG(o);
  if (r === null) return null;
  const text = asciiEscape(r.v);
  if (text === r.v) return r;
  decref(r);
  return newStr(text);
}

function format(_self: Obj, o: Obj, spec: Obj | undefined): Res {
  if (spec !== undefined && !isStr(spec)) {
    return typeError(`format() argument 2 must be str, not ${argTypeName(spec)}`);
  }
  return objectFormat(o, spec ?? null);
}

/** A C int of an argument; null with OverflowError or TypeError. */
function* cInt(o: Obj): Gen<number | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'bigint') return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
  if (v > 0x7fffffff) return raise(PyExc.OverflowError, 'signed integer is greater than maximum');
  if (v < -0x80000000) return raise(PyExc.OverflowError, 'signed integer is less than minimum');
  return v;
}

function chr(_self: Obj, o: Obj): Res {
  const v = o.type === intType ? (o as Int).v : -1;
  return typeof v === 'number' && v >= 0 && v <= 0x10ffff
    ? newStr(String.fromCodePoint(v))
    : suspend(chrG(o), [o]);
}

function* chrG(o: Obj): Gen {
  const v = yield* cInt(o);
  if (v === null) return null;
  if (v < 0 || v > 0x10ffff) return raise(PyExc.ValueError, 'chr() arg not in range(0x110000)');
  return newStr(String.fromCodePoint(v));
}

function ord(_self: Obj, o: Obj): Res {
  let size: number;
  if (isStr(o)) {
    size = codePoints(o.v);
    if (size === 1) return newInt(o.v.codePointAt(0)!);
  } else if (isBytes(o) || isByteArray(o)) {
    const bytes = bufferBytes(o)!;
    size = bytes.length;
    if (size === 1) return newInt(bytes[0]!);
  } else return typeError(`ord() expected string of length 1, but ${o.type.name} found`);
  return typeError(`ord() expected a character, but string of length ${size} found`);
}

function inBase(base: number) {
  return (_self: Obj, o: Obj): Res => {
    if (isInt(o)) return newStr(prefixedBase(o.v, base));
    return suspend(inBaseG(o, base), [o]);
  };
}

function* inBaseG(o: Obj, base: number): Gen {
  const i = yield* indexG(o);
  if (i === null) return null;
  const text = prefixedBase(i.v, base);
  decref(i);
  return newStr(text);
}

// --- numbers -----------------------------------------------------------------------------------------

function round(_self: Obj, o: Obj, ndigits: Obj | undefined): Res {
  if (o.type === intType && ndigits === undefined) {
    o.rc++;
    return o;
  }
  const r = callSpecial(o, id('__round__'), ndigits === undefined || ndigits === None ? [] : [ndigits]);
  return r === undefined ? typeError(`type ${o.type.name} doesn't define __round__ method`) : r;
}

function len(_self: Obj, o: Obj): Res {
  const n = objectLength(o);
  return n < 0 ? null : newInt(n);
}

export const attributeFunctions: FunctionRow[] = [
  ['abs', '(x, /)', (_s: Obj, x: Obj) => absolute(x), 'Return the absolute value of the argument.'],
  [
    'ascii',
    '(obj, /)',
    ascii,
    'Return an ASCII-only representation of an object.\n\nAs repr(), return a string containing a printable representation of an\nobject, but escape the non-ASCII characters in the string returned by\nrepr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar\nto that returned by repr() in Python 2.',
  ],
  [
    'bin',
    '(number, /)',
    inBase(2),
    "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'",
  ],
  [
    'callable',
    '(obj, /)',
    (_s: Obj, o: Obj) => newBool(o.type.tp_call !== null),
    'Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.',
  ],
  ['chr', '(i, /)', chr, 'Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.'],
  [
    'delattr',
    '(obj, name, /)',
    (_s: Obj, o: Obj, name: Obj) => store(o, name, null),
    "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``",
  ],
  [
    'divmod',
    '(x, y, /)',
    (_s: Obj, x: Obj, y: Obj) => divmod(x, y),
    'Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.',
  ],
  [
    'format',
    "(value, format_spec='', /)",
    format,
    "Return type(value).__format__(value, format_spec)\n\nMany built-in types implement format_spec according to the\nFormat Specification Mini-language. See help('FORMATTING')\nfor details.",
  ],
  [
    'getattr',
    '(object, name, default=<unrepresentable>, /)',
    getattr,
    "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.",
  ],
  [
    'hasattr',
    '(obj, name, /)',
    hasattr,
    'Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.',
  ],
  [
    'hash',
    '(obj, /)',
    hash,
    'Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.',
  ],
  [
    'hex',
    '(number, /)',
    inBase(16),
    "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'",
  ],
  [
    'id',
    '(obj, /)',
    (_s: Obj, o: Obj) => newInt(addressOf(o)),
    "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.\n(CPython uses the object's memory address.)",
  ],
  [
    'isinstance',
    '(obj, class_or_tuple, /)',
    isinstance,
    'Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.',
  ],
  [
    'issubclass',
    '(cls, class_or_tuple, /)',
    issubclass,
    "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.",
  ],
  ['len', '(obj, /)', len, 'Return the number of items in a container.'],
  [
    'oct',
    '(number, /)',
    inBase(8),
    "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'",
  ],
  ['ord', '(c, /)', ord, 'Return the Unicode code point for a one-character string.'],
  [
    'pow',
    '(base, exp, mod=None)',
    (_s: Obj, a: Obj, b: Obj, m: Obj | undefined) =>
      suspend(powerG(a, b, m ?? None), m === undefined ? [a, b] : [a, b, m]),
    'Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.',
  ],
  [
    'repr',
    '(obj, /)',
    (_s: Obj, o: Obj) => objectRepr(o),
    'Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval() will return\nan object equal to the one given as argument.',
  ],
  [
    'round',
    '(number, ndigits=None)',
    round,
    'Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.',
  ],
  [
    'setattr',
    '(obj, name, value, /)',
    (_s: Obj, o: Obj, name: Obj, value: Obj) => store(o, name, value),
    "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``",
  ],
];
