// _json: reading JSON text, and quoting strings for it.
//
// Answers to CPython 3.12: Modules/_json.c.
// Absent: make_encoder; json.encoder then writes with its Python code, to the same text.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { member } from '../objects/descrobject.ts';
import { type DictObj, newDict } from '../objects/dictcore.ts';
import { dictSetItemG } from '../objects/dictobject.ts';
import { PyExc, raise, raiseArgs, setException, typeError } from '../objects/errors.ts';
import { floatType, newFloat } from '../objects/floatcore.ts';
import { runningHooks } from '../objects/hooks.ts';
import { intType, newBool, newInt } from '../objects/longcore.ts';
import { defineModule, readyLater } from '../objects/moduleobject.ts';
import { callG, getAttr, lookupAttrG, truthG } from '../objects/object.ts';
import { newList, newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { codePoints, hasAstral, id, isStr, newStr, type Str } from '../objects/strcore.ts';

/** Raises json.decoder.JSONDecodeError(message, text, position). CPython 3.12: raise_errmsg */
function* errorG(message: string, text: Str, at: number): Gen<null> {
  const m = yield* runningHooks.importModuleG('json.decoder');
  if (m === null) return null;
  const cls = yield* lookupAttrG(m, id('JSONDecodeError'));
  decref(m);
  if (cls == null) return null;
  const msg = newStr(message);
  const pos = newInt(at);
  const exc = yield* callG(cls, [msg, text, pos]);
  decref(msg);
  decref(pos);
  decref(cls);
  return exc === null ? null : setException(exc);
}

/** A text whose positions are counted in code points outside and in UTF-16 units inside. */
class Text {
  readonly str: Str;
  readonly s: string;
  private readonly astral: boolean;
  constructor(str: Str) {
    this.str = str;
    this.s = str.v;
    this.astral = hasAstral(str.v);
  }
  /** Code points to units. */
  inside(at: number): number {
    if (!this.astral) return at;
    let units = 0;
    for (const c of this.s) {
      if (at-- <= 0) break;
      units += c.length;
    }
    return units;
  }
  outside(at: number): number {
    return this.astral ? codePoints(this.s.slice(0, at)) : at;
  }
  fail(message: string, at: number): Gen<null> {
    return errorG(message, this.str, this.outside(at));
  }
}

/** Where the last scan ended (in units). */
let ended = 0;

const ESCAPES: { [c: string]: string } = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The string whose opening quote is before `at`; null with an error. CPython 3.12: scanstring_unicode */
function* scanStringG(t: Text, at: number, strict: boolean): Gen<string | null> {
  const { s } = t;
  const begin = at - 1;
  let out = '';
  for (;;) {
    let next = at;
    let c = 0;
    for (; next < s.length; next++) {
      c = s.charCodeAt(next);
      if (c === 0x22 || c === 0x5c) break;
      if (c <= 0x1f && strict) return yield* t.fail('Invalid control character at', next);
    }
    if (next >= s.length) return yield* t.fail('Unterminated string starting at', begin);
    out += s.slice(at, next);
    next++;
    if (c === 0x22) {
      ended = next;
      return out;
    }
    if (next === s.length) return yield* t.fail('Unterminated string starting at', begin);
    const e = s[next]!;
    if (e !== 'u') {
      const char = ESCAPES[e];
      if (char === undefined) return yield* t.fail('Invalid \\escape', next - 1);
      out += char;
      at = next + 1;
      continue;
    }
    const hex = s.slice(next + 1, next + 5);
    if (next + 5 >= s.length) return yield* t.fail('Invalid \\uXXXX escape', next);
    if (!/^[0-9a-fA-F]{4}$/.test(hex)) return yield* t.fail('Invalid \\uXXXX escape', next);
    // Two halves of a pair make one character, as they do in the text itself.
    out += String.fromCharCode(Number.parseInt(hex, 16));
    at = next + 5;
  }
}

// --- the scanner -------------------------------------------------------------------------------------

interface ScannerV {
  strict: boolean;
  /** All owned; null for None. */
  objectHook: Obj | null;
  pairsHook: Obj | null;
  parseFloat: Obj;
  parseInt: Obj;
  parseConstant: Obj;
}
const scannerType = new PyType('_json.Scanner', TPFLAGS.HAVE_GC, typeType);
scannerType.qualname = 'Scanner';
const S = (o: Obj): ScannerV => (o as Obj<ScannerV>).v;

const WHITESPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;

function skip(s: string, at: number): number {
  WHITESPACE.lastIndex = at;
  WHITESPACE.exec(s);
  return WHITESPACE.lastIndex;
}

class Scan {
  private readonly t: Text;
  private readonly p: ScannerV;
  /** Keys met so far: equal keys are one object. */
  private readonly memo = new Map<string, Obj>();
  /** Nothing could be read at this place: StopIteration says where. */
  stopped = -1;
  constructor(t: Text, p: ScannerV) {
    this.t = t;
    this.p = p;
  }

  release(): void {
    for (const key of this.memo.values()) decref(key);
  }

  private stop(at: number): null {
    this.stopped = at;
    return null;
  }

  /** A value (owned), `ended` behind it; null: an error, or `stopped`. CPython 3.12: scan_once_unicode */
  *valueG(at: number): Gen {
    const { s } = this.t;
    const c = s[at];
    if (at < 0 || c === undefined) return this.stop(at);
    switch (c) {
      case '"': {
        const text = yield* scanStringG(this.t, at + 1, this.p.strict);
        return text === null ? null : newStr(text);
      }
      case '{':
        return yield* this.objectG(at + 1);
      case '[':
        return yield* this.arrayG(at + 1);
      case 'n':
        if (s.startsWith('null', at)) {
          ended = at + 4;
          return none();
        }
        break;
      case 't':
        if (s.startsWith('true', at)) {
          ended = at + 4;
          return newBool(true);
        }
        break;
      case 'f':
        if (s.startsWith('false', at)) {
          ended = at + 5;
          return newBool(false);
        }
        break;
      case 'N':
        if (s.startsWith('NaN', at)) return yield* this.constantG('NaN', at);
        break;
      case 'I':
        if (s.startsWith('Infinity', at)) return yield* this.constantG('Infinity', at);
        break;
      case '-':
        if (s.startsWith('-Infinity', at)) return yield* this.constantG('-Infinity', at);
        break;
    }
    NUMBER.lastIndex = at;
    const m = NUMBER.exec(s);
    if (m === null) return this.stop(at);
    const end = at + m[0].length;
    const r = yield* this.numberG(m[0], m[1] !== undefined || m[2] !== undefined);
    ended = end;
    return r;
  }

  private *numberG(text: string, isFloat: boolean): Gen {
    const f = isFloat ? this.p.parseFloat : this.p.parseInt;
    if (f === intType.self && text.length < 16) return newInt(Number(text) + 0);
    if (f === floatType.self) return newFloat(Number(text));
    const arg = newStr(text);
    const r = yield* callG(f, [arg]);
    decref(arg);
    return r;
  }

  private *constantG(name: string, at: number): Gen {
    const arg = newStr(name);
    const r = yield* callG(this.p.parseConstant, [arg]);
    decref(arg);
    ended = at + name.length;
    return r;
  }

  /** CPython 3.12: _parse_object_unicode */
  private *objectG(start: number): Gen {
    const { t, p } = this;
    const { s } = t;
    const pairs: Obj[] | null = p.pairsHook === null ? null : [];
    const d: DictObj = newDict();
    const failed = (): null => {
      decref(d);
      for (const o of pairs ?? []) decref(o);
      return null;
    };
    let at = skip(s, start);
    if (s[at] === '}') at++;
    else {
      for (;;) {
        if (s[at] !== '"') {
          yield* t.fail('Expecting property name enclosed in double quotes', at);
          return failed();
        }
        const name = yield* scanStringG(t, at + 1, p.strict);
        if (name === null) return failed();
        let key = this.memo.get(name);
        if (key === undefined) {
          key = newStr(name);
          this.memo.set(name, key);
        }
        at = skip(s, ended);
        if (s[at] !== ':') {
          yield* t.fail("Expecting ':' delimiter", at);
          return failed();
        }
        at = skip(s, at + 1);
        const value = yield* this.valueG(at);
        if (value === null) return failed();
        at = ended;
        if (pairs !== null) {
          key.rc++;
          pairs.push(newTuple([key, value]));
        } else {
          const ok = yield* dictSetItemG(d, key, value);
          decref(value);
          if (!ok) return failed();
        }
        at = skip(s, at);
        if (s[at] === '}') {
          at++;
          break;
        }
        if (s[at] !== ',') {
          yield* t.fail("Expecting ',' delimiter", at);
          return failed();
        }
        at = skip(s, at + 1);
      }
    }
    ended = at;
    if (pairs !== null) {
      decref(d);
      const list = newList(pairs);
      const r = yield* callG(p.pairsHook!, [list]);
      decref(list);
      ended = at;
      return r;
    }
    if (p.objectHook === null) return d;
    const r = yield* callG(p.objectHook, [d]);
    decref(d);
    ended = at;
    return r;
  }

  /** CPython 3.12: _parse_array_unicode */
  private *arrayG(start: number): Gen {
    const { t } = this;
    const { s } = t;
    const items: Obj[] = [];
    const failed = (): null => {
      for (const o of items) decref(o);
      return null;
    };
    let at = skip(s, start);
    if (s[at] === ']') at++;
    else {
      for (;;) {
        const value = yield* this.valueG(at);
        if (value === null) return failed();
        items.push(value);
        at = skip(s, ended);
        if (s[at] === ']') {
          at++;
          break;
        }
        if (s[at] !== ',') {
          yield* t.fail("Expecting ',' delimiter", at);
          return failed();
        }
        at = skip(s, at + 1);
      }
    }
    ended = at;
    return newList(items);
  }
}

function* scanG(o: Obj, args: Obj[]): Gen {
  const [text, index] = args as [Obj, Obj];
  if (!isStr(text)) return typeError(`first argument must be a string, not ${text.type.name}`);
  const idx = yield* ssizeG(index, PyExc.OverflowError);
  if (idx === null) return null;
  if (idx < 0) return raise(PyExc.ValueError, 'idx cannot be negative');
  const t = new Text(text);
  const scan = new Scan(t, S(o));
  const value = yield* scan.valueG(t.inside(idx));
  scan.release();
  if (value !== null) return newTuple([value, newInt(t.outside(ended))]);
  if (scan.stopped >= 0) return raiseArgs(PyExc.StopIteration, [newInt(t.outside(scan.stopped))]);
  return null;
}

scannerType.doc = 'JSON scanner object';
scannerType.basicsize = 72;
scannerType.tp_call = (o, args, kwnames) => {
  if (args.length !== 2 || (kwnames !== null && kwnames.length > 0)) {
    return typeError(`scan_once() takes exactly 2 arguments (${args.length} given)`);
  }
  return suspend(scanG(o, args), [o, ...args]);
};
scannerType.tp_new = (_cls, args) => {
  if (args.length !== 1) return typeError(`make_scanner() takes exactly 1 argument (${args.length} given)`);
  return suspend(newScannerG(args[0]!), args);
};

function* newScannerG(context: Obj): Gen {
  const found: Obj[] = [];
  for (const name of [
    'strict',
    'object_hook',
    'object_pairs_hook',
    'parse_float',
    'parse_int',
    'parse_constant',
  ]) {
    let r = getAttr(context, id(name));
    if (r === null) r = yield* settle();
    if (r === null) {
      for (const o of found) decref(o);
      return null;
    }
    found.push(r);
  }
  const [strict, objectHook, pairsHook, parseFloat, parseInt_, parseConstant] = found as [
    Obj,
    Obj,
    Obj,
    Obj,
    Obj,
    Obj,
  ];
  const t = yield* truthG(strict);
  decref(strict);
  if (t < 0) return null;
  const orNull = (o: Obj): Obj | null => (o === None ? (decref(o), null) : o);
  const o = new Obj<ScannerV>(scannerType, {
    strict: t === 1,
    objectHook: orNull(objectHook),
    pairsHook: orNull(pairsHook),
    parseFloat,
    parseInt: parseInt_,
    parseConstant,
  });
  gcTrack(o);
  return o;
}

const partsOf = (o: Obj): (Obj | null)[] => {
  const { objectHook, pairsHook, parseFloat, parseInt, parseConstant } = S(o);
  return [objectHook, pairsHook, parseFloat, parseInt, parseConstant];
};
scannerType.tp_traverse = (o, visit) => {
  for (const p of partsOf(o)) if (p !== null) visit(p);
};
scannerType.tp_dealloc = (o) => {
  for (const p of partsOf(o)) xdecref(p);
};
member(scannerType, 'object_hook', (o) => S(o).objectHook ?? None);
member(scannerType, 'object_pairs_hook', (o) => S(o).pairsHook ?? None);
member(scannerType, 'parse_float', (o) => S(o).parseFloat);
member(scannerType, 'parse_int', (o) => S(o).parseInt);
member(scannerType, 'parse_constant', (o) => S(o).parseConstant);
readyLater(scannerType);

// --- quoting -----------------------------------------------------------------------------------------

const SHORT: { [c: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function quote(ascii: boolean) {
  const special = ascii ? /["\\]|[^ -~]/g : /["\\]|[\0-\x1f]/g;
  return (_m: Obj, o: Obj): Res => {
    if (!isStr(o)) return typeError(`first argument must be a string, not ${o.type.name}`);
    const text = o.v.replace(
      special,
      (c) => SHORT[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return newStr(`"${text}"`);
  };
}

function* scanstring(_m: Obj, text: Obj, end: Obj, strict: Obj | undefined): Gen {
  if (!isStr(text)) return typeError(`first argument must be a string, not ${text.type.name}`);
  const at = yield* ssizeG(end, PyExc.OverflowError);
  if (at === null) return null;
  const s = strict === undefined ? 1 : yield* truthG(strict);
  if (s < 0) return null;
  if (at < 0 || at > codePoints(text.v)) return raise(PyExc.ValueError, 'end is out of bounds');
  const t = new Text(text);
  const r = yield* scanStringG(t, t.inside(at), s === 1);
  return r === null ? null : newTuple([newStr(r), newInt(t.outside(ended))]);
}

export const jsonModule = defineModule('_json', 'json speedups\n', {
  functions: [
    [
      'encode_basestring_ascii',
      '(string, /)',
      quote(true),
      'encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string',
    ],
    [
      'encode_basestring',
      '(string, /)',
      quote(false),
      'encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string',
    ],
    [
      'scanstring',
      '(string, end, strict=True, /)',
      scanstring,
      'scanstring(string, end, strict=True) -> (string, end)\n\nScan the string s for a JSON string. End is the index of the\ncharacter in s after the quote that started the JSON string.\nUnescapes all valid JSON string escape sequences and raises ValueError\non attempt to decode an invalid string. If strict is False then literal\ncontrol characters are allowed in the string.\n\nReturns a tuple of the decoded string and the index of the character in s\nafter the end quote.',
    ],
  ],
  types: { make_scanner: scannerType },
});
