// The methods of str that build other strings: join, center, translate, encode, format and the like.
//
// Answers to CPython 3.12: Objects/unicodeobject.c.

import { decref, decrefAll, type Obj, type Res, worked } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { getItem, indexG, smallIndex, ssizeG } from './abstract.ts';
import { encodeStr, isCString } from './codecs.ts';
import { method, staticMethod } from './descrobject.ts';
import { isDict, newDict, setItemFast } from './dictcore.ts';
import { clearIf, matches, PyExc, raise, raiseBare, typeError } from './errors.ts';
import { formatStr, MAX_TEXT } from './formatter.ts';
import { sequenceFastG } from './iterobject.ts';
import { isInt, newInt } from './longcore.ts';
import type { Kwargs } from './methodobject.ts';
import { argTypeName } from './searchargs.ts';
import { isList, isTuple, newTuple } from './seqcore.ts';
import { None } from './singletons.ts';
import { unchanged } from './str_search.ts';
import { codePoints, hasAstral, isStr, newStr, type Str, strType } from './strcore.ts';
import { stringFormatG } from './strformat.ts';

const text = (o: Obj): string => (o as Str).v;

// --- join ----------------------------------------------------------------------------------------------

/** `sep.join(iterable)`; null: error or pending. CPython 3.12: PyUnicode_Join */
export function strJoin(sep: Str, iterable: Obj): Res {
  if (isList(iterable) || isTuple(iterable)) {
    if (iterable.type.tp_iter !== null && (iterable.type.flags & (1 << 9)) === 0) {
      return joinItems(sep, iterable.v);
    }
  }
  return suspend(joinG(sep, iterable), [sep, iterable]);
}

function* joinG(sep: Str, iterable: Obj): Gen {
  const items = yield* sequenceFastG(iterable, 'can only join an iterable');
  if (items === null) return null;
  const r = joinItems(sep, items);
  decrefAll(items);
  return r;
}

/** CPython 3.12: _PyUnicode_JoinArray */
function joinItems(sep: Str, items: readonly Obj[]): Res {
  const n = items.length;
  if (n === 1 && items[0]!.type === strType) {
    const only = items[0]!;
    only.rc++;
    return only;
  }
  const parts: string[] = [];
  let size = sep.v.length * Math.max(n - 1, 0);
  for (let i = 0; i < n; i++) {
    const item = items[i]!;
    if (!isStr(item)) {
      return typeError(`sequence item ${i}: expected str instance, ${item.type.name} found`);
    }
    size += item.v.length;
    parts.push(item.v);
  }
  if (size > MAX_TEXT) return raiseBare(PyExc.MemoryError);
  worked(size);
  return newStr(parts.join(sep.v));
}

// --- padding -------------------------------------------------------------------------------------------

type Pad = (self: Obj, length: number, width: number, fill: string) => Res;

function padded(
  pad: (missing: number, width: number) => number,
): (self: Obj, width: Obj, fillchar?: Obj) => Res {
  const run: Pad = (self, length, width, fill) => {
    const missing = width - length;
    if (missing <= 0) return unchanged(self);
    if (width > MAX_TEXT) return raiseBare(PyExc.MemoryError);
    const left = pad(missing, width);
    return newStr(fill.repeat(left) + text(self) + fill.repeat(missing - left));
  };
  const fillOf = (fillchar: Obj | undefined): string | null => {
    if (fillchar === undefined) return ' ';
    if (!isStr(fillchar)) {
      return typeError(`The fill character must be a unicode character, not ${fillchar.type.name}`);
    }
    if (codePoints(fillchar.v) !== 1) {
      return typeError('The fill character must be exactly one character long');
    }
    return fillchar.v;
  };
  function* slow(self: Obj, width: Obj, fillchar: Obj | undefined): Gen {
    const w = yield* ssizeG(width, PyExc.OverflowError);
    if (w === null) return null;
    const fill = fillOf(fillchar);
    return fill === null ? null : run(self, codePoints(text(self)), w, fill);
  }
  return (self, width, fillchar) => {
    const w = smallIndex(width);
    if (w === null) return suspend(slow(self, width, fillchar), [self, width, fillchar ?? None]);
    const fill = fillOf(fillchar);
    return fill === null ? null : run(self, codePoints(text(self)), w, fill);
  };
}

function* zfill(self: Obj, width: Obj): Gen {
  const w = yield* ssizeG(width, PyExc.OverflowError);
  if (w === null) return null;
  const s = text(self);
  const missing = w - codePoints(s);
  if (missing <= 0) return unchanged(self);
  if (w > MAX_TEXT) return raiseBare(PyExc.MemoryError);
  const signed = s[0] === '+' || s[0] === '-';
  return newStr((signed ? s[0]! : '') + '0'.repeat(missing) + (signed ? s.slice(1) : s));
}

function* expandtabs(self: Obj, tabsize?: Obj): Gen {
  let size = 8;
  if (tabsize !== undefined) {
    const n = yield* indexG(tabsize);
    if (n === null) return null;
    if (n.v > 0x7fffffff || n.v < -0x80000000) {
      decref(n);
      return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
    }
    size = Number(n.v);
    decref(n);
  }
  let out = '';
  let column = 0;
  for (const char of text(self)) {
    if (char === '\t') {
      if (size > 0) {
        const step = size - (column % size);
        if (out.length + step > MAX_TEXT) return raiseBare(PyExc.MemoryError);
        out += ' '.repeat(step);
        column += step;
      }
    } else {
      out += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return newStr(out);
}

// --- translate -----------------------------------------------------------------------------------------

/** CPython 3.12: _PyUnicode_TranslateCharmap */
function* translate(self: Obj, table: Obj): Gen {
  // A dict gives the same answer for the same character each time.
  const known = table.type.name === 'dict' ? new Map<string, string>() : null;
  let out = '';
  for (const char of text(self)) {
    let by = known?.get(char);
    if (by === undefined) {
      const mapped = yield* translatedG(table, char);
      if (mapped === null) return null;
      known?.set(char, mapped);
      by = mapped;
    }
    out += by;
  }
  return newStr(out);
}

function* translatedG(table: Obj, char: string): Gen<string | null> {
  const key = newInt(char.codePointAt(0)!);
  let r = getItem(table, key);
  if (r === null) r = yield* settle();
  decref(key);
  if (r === null) {
    if (!matches(PyExc.LookupError)) return null;
    clearIf(PyExc.LookupError);
    return char;
  }
  let by: string | null;
  if (r === None) by = '';
  else if (isStr(r)) by = r.v;
  else if (isInt(r)) {
    if (r.v < 0 || r.v > 0x10ffff) {
      by = raise(PyExc.ValueError, 'character mapping must be in range(0x110000)');
    } else by = String.fromCodePoint(Number(r.v));
  } else by = typeError('character mapping must return integer, None or str');
  decref(r);
  return by;
}

/** CPython 3.12: unicode_maketrans_impl */
function maketrans(_type: Obj, x: Obj, y?: Obj, z?: Obj): Res {
  const table = newDict();
  const put = (key: Obj, value: Obj): void => {
    setItemFast(table.v, key, value);
    decref(key);
    decref(value);
  };
  const fail = (): null => {
    decref(table);
    return null;
  };
  if (y === undefined) {
    if (!isDict(x) || x.type.name !== 'dict') {
      typeError('if you give only one argument to maketrans it must be a dict');
      return fail();
    }
    const { keys, values } = x.v;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === undefined) continue;
      const value = values[i]!;
      if (isStr(key)) {
        if (codePoints(key.v) !== 1) {
          raise(PyExc.ValueError, 'string keys in translate table must be of length 1');
          return fail();
        }
        value.rc++;
        put(newInt(key.v.codePointAt(0)!), value);
      } else if (isInt(key)) {
        key.rc++;
        value.rc++;
        put(key, value);
      } else {
        typeError('keys in translate table must be strings or integers');
        return fail();
      }
    }
    return table;
  }
  if (!isStr(y)) {
    typeError(`maketrans() argument 2 must be str, not ${argTypeName(y)}`);
    return fail();
  }
  if (z !== undefined && !isStr(z)) {
    typeError(`maketrans() argument 3 must be str, not ${argTypeName(z)}`);
    return fail();
  }
  if (!isStr(x)) {
    typeError('first maketrans argument must be a string if there is a second argument');
    return fail();
  }
  const from = [...x.v];
  const to = [...y.v];
  if (from.length !== to.length) {
    raise(PyExc.ValueError, 'the first two maketrans arguments must have equal length');
    return fail();
  }
  for (let i = 0; i < from.length; i++) {
    put(newInt(from[i]!.codePointAt(0)!), newInt(to[i]!.codePointAt(0)!));
  }
  if (z !== undefined) {
    for (const char of z.v) {
      None.rc++;
      put(newInt(char.codePointAt(0)!), None);
    }
  }
  return table;
}

// --- others --------------------------------------------------------------------------------------------

/** An argument that must be str, as Argument Clinic words it; undefined stays. */
function strArgument(o: Obj | undefined, call: string): string | null | undefined {
  if (o === undefined) return undefined;
  if (!isStr(o)) return typeError(`${call} must be str, not ${argTypeName(o)}`);
  return isCString(o) ? o.v : null;
}

function encode(self: Obj, encoding?: Obj, errors?: Obj): Res {
  const codec = strArgument(encoding, "encode() argument 'encoding'");
  if (codec === null) return null;
  const handler = strArgument(errors, "encode() argument 'errors'");
  if (handler === null) return null;
  return encodeStr(self as Str, codec ?? null, handler ?? null);
}

/** What `sys.getsizeof` answers: header and 1, 2 or 4 bytes a character. CPython 3.12: unicode_sizeof_impl */
export function strSizeof(s: string): number {
  let max = 0;
  for (let i = 0; i < s.length; i++) max |= s.charCodeAt(i);
  if (max < 0x80) return 40 + s.length + 1;
  if (max < 0x100) return 56 + s.length + 1;
  if (!hasAstral(s)) return 56 + 2 * (s.length + 1);
  return 56 + 4 * (codePoints(s) + 1);
}

/** An instance of a subclass keeps its characters in a block of their own. */
function strSubclassSizeof(s: string): number {
  const compact = strSizeof(s);
  const plain = compact - (/^[\0-\x7f]*$/.test(s) ? 40 : 56);
  return 64 + plain;
}

export function initStrMethods(): void {
  const t = strType;
  method(
    t,
    'join',
    '($self, iterable, /)',
    (self, iterable) => strJoin(self as Str, iterable as Obj),
    'Concatenate any number of strings.',
  );
  method(
    t,
    'center',
    "($self, width, fillchar=' ', /)",
    padded((missing, width) => (missing >> 1) + (missing & width & 1)),
    'Return a centered string of length width.',
  );
  method(
    t,
    'ljust',
    "($self, width, fillchar=' ', /)",
    padded(() => 0),
    'Return a left-justified string of length width.',
  );
  method(
    t,
    'rjust',
    "($self, width, fillchar=' ', /)",
    padded((missing) => missing),
    'Return a right-justified string of length width.',
  );
  method(
    t,
    'zfill',
    '($self, width, /)',
    zfill,
    'Pad a numeric string with zeros on the left, to fill a field of the given width.',
  );
  method(
    t,
    'expandtabs',
    '($self, /, tabsize=8)',
    expandtabs,
    'Return a copy where all tab characters are expanded using spaces.',
  );
  method(
    t,
    'translate',
    '($self, table, /)',
    translate,
    'Replace each character in the string using the given translation table.',
  );
  staticMethod(
    t,
    'maketrans',
    '(x, y=<unrepresentable>, z=<unrepresentable>, /)',
    maketrans,
    'Return a translation table usable for str.translate().',
  );
  method(
    t,
    'encode',
    "($self, /, encoding='utf-8', errors='strict')",
    encode,
    'Encode the string using the codec registered for encoding.',
  );
  method(
    t,
    'format',
    '!($self, *args, **kwargs)',
    function* (self, args, kwargs) {
      return yield* stringFormatG(self as Str, {
        positional: args as Obj[],
        named: kwargs as Kwargs,
        mapping: null,
      });
    },
    'S.format(*args, **kwargs) -> str',
  );
  method(
    t,
    'format_map',
    '!($self, mapping, /)',
    function* (self, mapping) {
      return yield* stringFormatG(self as Str, { positional: null, named: null, mapping: mapping as Obj });
    },
    'S.format_map(mapping) -> str',
  );
  method(
    t,
    '__format__',
    '($self, format_spec, /)',
    (o, spec) => {
      if (!isStr(spec as Obj)) {
        return typeError(`__format__() argument must be str, not ${(spec as Obj).type.name}`);
      }
      return formatStr(o as Str, (spec as Str).v);
    },
    'Return a formatted version of the string as described by format_spec.',
  );
  method(t, '__getnewargs__', '!($self, /)', (o) => newTuple([newStr(text(o))]));
  method(
    t,
    '__sizeof__',
    '($self, /)',
    (o) => newInt(o.type === strType ? strSizeof(text(o)) : strSubclassSizeof(text(o))),
    'Return the size of the string in memory, in bytes.',
  );
}
