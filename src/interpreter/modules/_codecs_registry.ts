// The registry of codecs and of error handlers.
//
// Answers to CPython 3.12: Python/codecs.c.

import { holdsOutside } from '../memory/holders.ts';
import { decref, type Obj, type Res, xdecref } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { isBytes } from '../objects/bytescore.ts';
import { codecHooks, errorHandlers } from '../objects/codecs.ts';
import { PyExc, raise, setException, typeError } from '../objects/errors.ts';
import { type Exc, excField, isException } from '../objects/exceptions.ts';
import { runningHooks } from '../objects/hooks.ts';
import { type Int, newInt } from '../objects/longcore.ts';
import { NativeDef, newBuiltin } from '../objects/methodobject.ts';
import { callG, lookupAttrG, truthG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple } from '../objects/seqcore.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { isSubtype } from '../objects/typecore.ts';

/** Search functions in the order of registration, and what they found (all owned). */
let searchPath: Obj[] = [];
let cache = new Map<string, Obj>();
let importing = false;

/** A new run begins with nothing registered. */
export function resetRegistry(): void {
  searchPath = [];
  cache = new Map();
  importing = false;
  errorHandlers.clear();
}

/** References held here, for the audit. */
function registryRoots(): Obj[] {
  return [...searchPath, ...cache.values(), ...errorHandlers.values()];
}

export function register(f: Obj): Res | undefined {
  if (f.type.tp_call === null) return typeError('argument must be callable');
  f.rc++;
  searchPath.push(f);
  return undefined;
}

export function unregister(f: Obj): void {
  const at = searchPath.indexOf(f);
  if (at < 0) return;
  searchPath.splice(at, 1);
  decref(f);
  for (const entry of cache.values()) decref(entry);
  cache.clear();
}

/** CPython 3.12: Objects/unicodeobject.c _Py_normalize_encoding */
function normalize(encoding: string): string {
  return encoding
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_/, '');
}

/** The tuple of a codec (new reference), or null with LookupError. CPython 3.12: Python/codecs.c _PyCodec_Lookup */
export function* lookupG(encoding: string): Gen {
  const name = normalize(encoding);
  const known = cache.get(name);
  if (known !== undefined) {
    known.rc++;
    return known;
  }
  if (searchPath.length === 0 && !importing) {
    // The package of encodings registers its search function when it is imported.
    importing = true;
    const m = yield* runningHooks.importModuleG('encodings');
    if (m === null) return null;
    decref(m);
  }
  for (const f of [...searchPath]) {
    const key = newStr(name);
    const r = yield* callG(f, [key]);
    decref(key);
    if (r === null) return null;
    if (r.type.name === 'NoneType') {
      decref(r);
      continue;
    }
    if (!isTuple(r) || (r as Tuple).v.length !== 4) {
      decref(r);
      return typeError('codec search functions must return 4-tuples');
    }
    r.rc++;
    cache.set(name, r);
    return r;
  }
  return raise(PyExc.LookupError, `unknown encoding: ${encoding}`);
}

/** Calls part `which` of a codec with an object; the first item of its answer. CPython 3.12: _PyCodec_EncodeInternal */
export function* runCodecG(codec: Obj, which: 0 | 1, object: Obj, errors: string | null): Gen {
  const f = (codec as Tuple).v[which]!;
  f.rc++;
  const e = errors === null ? null : newStr(errors);
  const r = yield* callG(f, e === null ? [object] : [object, e]);
  xdecref(e);
  decref(f);
  if (r === null) return null;
  if (!isTuple(r) || (r as Tuple).v.length !== 2) {
    decref(r);
    return typeError(
      which === 0
        ? 'encoder must return a tuple (object, integer)'
        : 'decoder must return a tuple (object,integer)',
    );
  }
  const item = (r as Tuple).v[0]!;
  item.rc++;
  decref(r);
  return item;
}

/** A codec for text only; null with an error. CPython 3.12: _PyCodec_LookupTextEncoding */
function* textCodecG(encoding: string, alternative: string): Gen {
  const codec = yield* lookupG(encoding);
  if (codec === null) return null;
  const flag = yield* lookupAttrG(codec, id('_is_text_encoding'));
  const text = flag == null ? 1 : yield* truthG(flag);
  if (flag != null) decref(flag);
  if (flag === null || text <= 0) {
    decref(codec);
    return text === 0
      ? raise(
          PyExc.LookupError,
          `'${encoding}' is not a text encoding; use ${alternative} to handle arbitrary codecs`,
        )
      : null;
  }
  return codec;
}

function* encodeTextG(o: Obj, encoding: string, errors: string): Gen {
  const codec = yield* textCodecG(encoding, 'codecs.encode()');
  if (codec === null) return null;
  const r = yield* runCodecG(codec, 0, o, errors);
  decref(codec);
  if (r !== null && !isBytes(r)) {
    const got = r.type.name;
    decref(r);
    return typeError(
      `'${encoding}' encoder returned '${got}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
    );
  }
  return r;
}

function* decodeTextG(o: Obj, encoding: string, errors: string): Gen {
  const codec = yield* textCodecG(encoding, 'codecs.decode()');
  if (codec === null) return null;
  const r = yield* runCodecG(codec, 1, o, errors);
  decref(codec);
  if (r !== null && !isStr(r)) {
    const got = r.type.name;
    decref(r);
    return typeError(
      `'${encoding}' decoder returned '${got}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
    );
  }
  return r;
}

/** From now on str.encode and bytes.decode find codecs that Python code has registered. */
export function installCodecs(): void {
  codecHooks.encode = (text, encoding, errors) => suspend(encodeTextG(text, encoding, errors), [text]);
  codecHooks.decode = (bytes, encoding, errors) => suspend(decodeTextG(bytes, encoding, errors), [bytes]);
}

// --- error handlers ----------------------------------------------------------------------------------

const num = (exc: Exc, name: string): number => Number((excField(exc, name) as Int).v);

/** The characters or bytes that the exception is about. */
function badPart(exc: Exc): number[] {
  const object = excField(exc, 'object')!;
  const start = num(exc, 'start');
  const end = num(exc, 'end');
  if (isStr(object)) return Array.from(object.v, (c) => c.codePointAt(0)!).slice(start, end);
  return Array.from((object.v as Uint8Array).subarray(start, end));
}

const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');
const backslash = (c: number): string =>
  c < 0x100 ? `\\x${hex(c, 2)}` : c < 0x10000 ? `\\u${hex(c, 4)}` : `\\U${hex(c, 8)}`;

function wrongType(exc: Obj): null {
  return typeError(`don't know how to handle ${exc.type.name} in error callback`);
}

type Handler = (exc: Exc) => Res;

const answer = (exc: Exc, text: string): Obj => newTuple([newStr(text), newInt(num(exc, 'end'))]);
const isEncode = (exc: Obj): boolean => isSubtype(exc.type, PyExc.UnicodeEncodeError);
const isDecode = (exc: Obj): boolean => isSubtype(exc.type, PyExc.UnicodeDecodeError);
const isTranslate = (exc: Obj): boolean => isSubtype(exc.type, PyExc.UnicodeTranslateError);

function* nameReplaceG(exc: Exc): Gen {
  if (!(yield* codecHooks.namesReadyG())) return null;
  const text = badPart(exc).map((c) => {
    const name = codecHooks.characterName(c);
    return name === null ? backslash(c) : `\\N{${name}}`;
  });
  return answer(exc, text.join(''));
}

/** CPython 3.12: Python/codecs.c PyCodec_*Errors */
const STANDARD: { [name: string]: Handler } = {
  strict: (exc) => {
    exc.rc++;
    return setException(exc);
  },
  ignore: (exc) => (isEncode(exc) || isDecode(exc) || isTranslate(exc) ? answer(exc, '') : wrongType(exc)),
  replace: (exc) => {
    if (isEncode(exc)) return answer(exc, '?'.repeat(badPart(exc).length));
    if (isDecode(exc)) return answer(exc, '\ufffd');
    return isTranslate(exc) ? answer(exc, '\ufffd'.repeat(badPart(exc).length)) : wrongType(exc);
  },
  xmlcharrefreplace: (exc) =>
    isEncode(exc)
      ? answer(
          exc,
          badPart(exc)
            .map((c) => `&#${c};`)
            .join(''),
        )
      : wrongType(exc),
  backslashreplace: (exc) =>
    isEncode(exc) || isDecode(exc) || isTranslate(exc)
      ? answer(exc, badPart(exc).map(backslash).join(''))
      : wrongType(exc),
  namereplace: (exc) => (isEncode(exc) ? suspend(nameReplaceG(exc), [exc]) : wrongType(exc)),
  surrogateescape: (exc) => {
    if (isDecode(exc)) {
      const bytes = badPart(exc).slice(0, 4);
      let text = '';
      for (const b of bytes) {
        if (b < 0x80) break;
        text += String.fromCharCode(0xdc00 + b);
      }
      if (text === '') return STANDARD.strict!(exc);
      return newTuple([newStr(text), newInt(num(exc, 'start') + text.length)]);
    }
    return isEncode(exc) ? STANDARD.strict!(exc) : wrongType(exc);
  },
  surrogatepass: (exc) => (isEncode(exc) || isDecode(exc) ? STANDARD.strict!(exc) : wrongType(exc)),
};

/** A handler by name (new reference). CPython 3.12: PyCodec_LookupError */
export function lookupError(name: string): Res {
  const custom = errorHandlers.get(name);
  if (custom !== undefined) {
    custom.rc++;
    return custom;
  }
  const f = STANDARD[name];
  if (f === undefined) return raise(PyExc.LookupError, `unknown error handler name '${name}'`);
  const def = new NativeDef(
    `${name}_errors`,
    '(exc, /)',
    (_s: Obj, exc: Obj) => (isException(exc) ? f(exc) : typeError('codec must pass exception instance')),
    null,
    null,
  );
  return newBuiltin(def, null, null);
}

export function registerError(name: string, handler: Obj): boolean {
  if (handler.type.tp_call === null) {
    typeError('handler must be callable');
    return false;
  }
  const old = errorHandlers.get(name);
  handler.rc++;
  errorHandlers.set(name, handler);
  xdecref(old);
  return true;
}

holdsOutside(registryRoots, resetRegistry);
