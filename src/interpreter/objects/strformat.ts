// `'...'.format(...)`: replacement fields, their names, conversions and nested format specs.
//
// Answers to CPython 3.12: Objects/stringlib/unicode_format.h.

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { toDecimal } from '../text/unicodectype.ts';
import { getItem } from './abstract.ts';
import { PyExc, raise, raiseWith } from './errors.ts';
import { objectFormatG } from './formatter.ts';
import { newInt } from './longcore.ts';
import type { Kwargs } from './methodobject.ts';
import { asciiEscape, getAttr, reprG, strG } from './object.ts';
import { intern, newStr, type Str } from './strcore.ts';

/** Whether fields are numbered by themselves ('{}') or by hand ('{0}'). */
interface AutoNumber {
  state: 'init' | 'auto' | 'manual';
  next: number;
}

/** Where fields take their values from. */
export interface FormatArgs {
  /** Null: format_map, which has no positional arguments. */
  positional: readonly Obj[] | null;
  named: Kwargs | null;
  mapping: Obj | null;
}

function valueError(message: string): null {
  return raise(PyExc.ValueError, message);
}

/** The number a text of decimal digits spells; -1: it is none; null: too large. */
export function fieldInteger(text: string): number | null {
  if (text === '') return -1;
  let value = 0n;
  for (const char of text) {
    const digit = toDecimal(char.codePointAt(0)!);
    if (digit < 0) return -1;
    value = value * 10n + BigInt(digit);
    if (value > 9223372036854775807n) return valueError('Too many decimal digits in format string');
  }
  return Number(value);
}

export interface Markup {
  literal: string;
  /** Null: no field follows. */
  field: { name: string; spec: string; conversion: string; nested: boolean } | null;
}

/** The pieces of a format string; the last is null, with ValueError, if it is malformed. CPython 3.12: MarkupIterator_next */
export function* parseMarkup(text: string): Generator<Markup | null, void> {
  const n = text.length;
  let at = 0;
  while (at < n) {
    const start = at;
    let c = '';
    while (at < n) {
      c = text[at++]!;
      if (c === '{' || c === '}') break;
      c = '';
    }
    const atEnd = at >= n;
    if (c === '}' && (atEnd || text[at] !== '}')) {
      return yield valueError("Single '}' encountered in format string");
    }
    if (c === '{' && atEnd) return yield valueError("Single '{' encountered in format string");
    if (c === '') {
      yield { literal: text.slice(start, at), field: null };
      break;
    }
    if (text[at] === c) {
      // A doubled brace stands for one.
      yield { literal: text.slice(start, at), field: null };
      at++;
      continue;
    }
    const literal = text.slice(start, at - 1);
    const nameStart = at;
    c = '';
    while (at < n) {
      c = text[at++]!;
      if (c === '{') return yield valueError("unexpected '{' in field name");
      if (c === '[') {
        while (at < n && text[at] !== ']') at++;
        continue;
      }
      if (c === '}' || c === ':' || c === '!') break;
    }
    const name = text.slice(nameStart, at - 1);
    let conversion = '';
    let spec = '';
    let nested = false;
    if (c === '!' || c === ':') {
      let closed = false;
      if (c === '!') {
        if (at >= n) return yield valueError('end of string while looking for conversion specifier');
        conversion = String.fromCodePoint(text.codePointAt(at)!);
        at += conversion.length;
        if (at < n) {
          c = text[at++]!;
          if (c === '}') closed = true;
          else if (c !== ':') return yield valueError("expected ':' after conversion specifier");
        }
      }
      if (!closed) {
        const specStart = at;
        let count = 1;
        while (at < n) {
          c = text[at++]!;
          if (c === '{') {
            nested = true;
            count++;
          } else if (c === '}' && --count === 0) break;
        }
        if (count > 0) return yield valueError("unmatched '{' in format spec");
        spec = text.slice(specStart, at - 1);
      }
    } else if (c !== '}') return yield valueError("expected '}' before end of string");
    yield { literal, field: { name, spec, conversion, nested } };
  }
}

export interface NamePart {
  attribute: boolean;
  name: string;
  /** -1: not a number. */
  index: number;
}

/** Where the first part of a field's name ends: at the first '.' or '['. */
export function firstPartEnd(name: string): number {
  let at = 0;
  while (at < name.length && name[at] !== '.' && name[at] !== '[') at++;
  return at;
}

/** The parts of a field's name after the first; the last is null, with ValueError. CPython 3.12: FieldNameIterator_next */
export function* fieldNameParts(name: string): Generator<NamePart | null, void> {
  let at = firstPartEnd(name);
  while (at < name.length) {
    const c = name[at++];
    if (c !== '.' && c !== '[') {
      return yield valueError("Only '.' or '[' may follow ']' in format field specifier");
    }
    const start = at;
    let part: string;
    if (c === '.') {
      while (at < name.length && name[at] !== '.' && name[at] !== '[') at++;
      part = name.slice(start, at);
    } else {
      while (at < name.length && name[at] !== ']') at++;
      if (at >= name.length) return yield valueError("Missing ']' in format string");
      part = name.slice(start, at++);
    }
    const index = c === '.' ? -1 : fieldInteger(part);
    if (index === null) return yield null;
    if (part === '') return yield valueError('Empty attribute in format string');
    yield { attribute: c === '.', name: part, index };
  }
}

/** CPython 3.12: get_field_object */
function* fieldObjectG(name: string, args: FormatArgs, auto: AutoNumber): Gen {
  const at = firstPartEnd(name);
  const head = name.slice(0, at);
  let index = fieldInteger(head);
  if (index === null) return null;
  if (head === '' || index !== -1) {
    if (auto.state === 'init') auto.state = head === '' ? 'auto' : 'manual';
    if (auto.state === 'manual' && head === '') {
      return valueError('cannot switch from manual field specification to automatic field numbering');
    }
    if (auto.state === 'auto' && head !== '') {
      return valueError('cannot switch from automatic field numbering to manual field specification');
    }
    if (head === '') index = auto.next++;
  }
  let o: Obj | null;
  if (index === -1) {
    const key = newStr(head);
    if (args.mapping !== null) {
      o = getItem(args.mapping, key);
      if (o === null) o = yield* settle();
      decref(key);
      if (o === null) return null;
    } else {
      const found = args.named?.find(([k]) => k.v === head);
      if (found === undefined) return raiseWith(PyExc.KeyError, key);
      decref(key);
      o = found[1];
      o.rc++;
    }
  } else {
    if (args.positional === null) return valueError('Format string contains positional fields');
    const found = args.positional[index];
    if (found === undefined) {
      return raise(PyExc.IndexError, `Replacement index ${index} out of range for positional args tuple`);
    }
    o = found;
    o.rc++;
  }
  if (at === name.length) return o;
  for (const part of fieldNameParts(name)) {
    if (part === null) {
      decref(o);
      return null;
    }
    let next: Res;
    if (part.attribute) {
      const key = intern(part.name);
      next = getAttr(o, key);
      if (next === null) next = yield* settle();
      decref(key);
    } else {
      const key: Obj = part.index === -1 ? newStr(part.name) : newInt(part.index);
      next = getItem(o, key);
      if (next === null) next = yield* settle();
      decref(key);
    }
    decref(o);
    if (next === null) return null;
    o = next;
  }
  return o;
}

function* convertG(o: Obj, conversion: string): Gen<Str | null> {
  if (conversion === 'r') return yield* reprG(o);
  if (conversion === 's') return yield* strG(o);
  if (conversion === 'a') {
    const r = yield* reprG(o);
    if (r === null) return null;
    const escaped = newStr(asciiEscape(r.v));
    decref(r);
    return escaped;
  }
  const code = conversion.codePointAt(0)!;
  return valueError(
    `Unknown conversion specifier ${code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`}`,
  );
}

/** CPython 3.12: build_string, do_markup, output_markup */
function* buildG(text: string, args: FormatArgs, depth: number, auto: AutoNumber): Gen<string | null> {
  if (depth <= 0) return valueError('Max string recursion exceeded');
  let out = '';
  for (const piece of parseMarkup(text)) {
    if (piece === null) return null;
    const { literal, field } = piece;
    out += literal;
    if (field === null) continue;
    let o = yield* fieldObjectG(field.name, args, auto);
    if (o === null) return null;
    if (field.conversion !== '') {
      const converted: Obj | null = yield* convertG(o, field.conversion);
      decref(o);
      if (converted === null) return null;
      o = converted;
    }
    let spec: string | null = field.spec;
    if (field.nested) {
      spec = yield* buildG(field.spec, args, depth - 1, auto);
      if (spec === null) {
        decref(o);
        return null;
      }
    }
    const specObj = newStr(spec);
    const r = yield* objectFormatG(o, specObj);
    decref(specObj);
    decref(o);
    if (r === null) return null;
    out += r.v;
    decref(r);
  }
  return out;
}

/** What str.format runs. CPython 3.12: do_string_format */
export function* stringFormatG(format: Str, args: FormatArgs): Gen {
  const text = yield* buildG(format.v, args, 2, { state: 'init', next: 0 });
  return text === null ? null : newStr(text);
}
