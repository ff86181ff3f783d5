// How functions of posix take paths, descriptors and flags; os.fspath; and the path arithmetic that posixpath leaves to C.
//
// Answers to CPython 3.12: Modules/posixmodule.c (path_converter, dir_fd_converter, PyOS_FSPath, _path_normpath),
// Python/fileutils.c (_Py_normpath).

import { decref, type Obj, type Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { type Bytes, isBytes, newBytes } from '../objects/bytescore.ts';
import { decodeBytes, encodeStr, utf8Bytes } from '../objects/codecs.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { isInt } from '../objects/longcore.ts';
import { callSpecial } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { raiseErrno } from '../runtime/oserror.ts';

/** A path argument after conversion. */
export interface PathArg {
  /** The path; '.' where None was given and allowed. Bytes that are no UTF-8 are surrogates. */
  path: string;
  /** A descriptor that was given in place of a path; -1: none. */
  fd: number;
  /** The object to name in errors (borrowed from the arguments or from `owned`). */
  object: Obj | null;
  /** Names are to be answered as bytes. */
  bytes: boolean;
  /** What __fspath__ answered (owned): given back by `dropPath`. */
  owned: Obj | null;
}

export interface PathOptions {
  fd?: boolean;
  nullable?: boolean;
}

const SURROGATE = /[\ud800-\udfff]/;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Bytes of a file system name as text: what is not UTF-8 becomes lone surrogates. CPython 3.12: PyUnicode_DecodeFSDefault */
export function fsDecode(bytes: Uint8Array): string {
  const o = newBytes(bytes);
  const text = decodeBytes(o, bytes, 'utf-8', 'surrogateescape') as Str;
  decref(o);
  const value = text.v;
  decref(text);
  return value;
}

/** The other way; null with UnicodeEncodeError. CPython 3.12: PyUnicode_EncodeFSDefault */
export function fsEncode(o: Str): Uint8Array | null {
  if (!SURROGATE.test(o.v)) return utf8Bytes(o.v);
  const r = encodeStr(o, 'utf-8', 'surrogateescape');
  if (r === null) return null;
  const bytes = (r as Bytes).v;
  decref(r);
  return bytes;
}

/** CPython 3.12: Modules/posixmodule.c path_converter */
export function* pathG(
  o: Obj,
  fn: string,
  argument = 'path',
  options: PathOptions = {},
): Gen<PathArg | null> {
  const made = (path: string, object: Obj | null, bytes: boolean, owned: Obj | null): PathArg => ({
    path,
    fd: -1,
    object,
    bytes,
    owned,
  });
  const prefix = fn === '' ? '' : `${fn}: `;
  if (o === None && options.nullable) return made('.', null, false, null);
  let owned: Obj | null = null;
  if (!isStr(o) && !isBytes(o)) {
    if (options.fd && (isInt(o) || o.type.nb_index !== null)) {
      const fd = yield* fdG(o);
      // A negative one is as good as one that is not open.
      const given = fd === null || fd >= 0 ? fd : 0x7fffffff;
      return given === null ? null : { path: '', fd: given, object: o, bytes: false, owned: null };
    }
    let r = callSpecial(o, id('__fspath__'), []);
    if (r === null) r = yield* settle();
    if (r === null) return null;
    if (r === undefined) {
      const kinds = options.fd
        ? `string, bytes, os.PathLike${options.nullable ? ', integer or None' : ' or integer'}`
        : options.nullable
          ? 'string, bytes, os.PathLike or None'
          : 'string, bytes or os.PathLike';
      return typeError(`${prefix}${argument} should be ${kinds}, not ${o.type.name}`);
    }
    if (!isStr(r) && !isBytes(r)) {
      typeError(`expected ${o.type.name}.__fspath__() to return str or bytes, not ${r.type.name}`);
      decref(r);
      return null;
    }
    owned = r;
    o = r;
  }
  let text: string;
  if (isStr(o)) {
    text = o.v;
    if (LONE.test(text) && fsEncode(o) === null) {
      if (owned !== null) decref(owned);
      return null;
    }
  } else text = fsDecode((o as Bytes).v);
  if (text.includes('\0')) {
    if (owned !== null) decref(owned);
    return raise(PyExc.ValueError, `${prefix}embedded null character in ${argument}`);
  }
  return made(text, o, isBytes(o), owned);
}

/** Ends the use of a path argument. */
export function dropPath(p: PathArg): void {
  if (p.owned !== null) decref(p.owned);
}

/** OSError for a path argument; ends its use. */
export function pathError(errno: number, p: PathArg, second: PathArg | null = null): null {
  raiseErrno(errno, p.object, second === null ? null : second.object);
  dropPath(p);
  if (second !== null) dropPath(second);
  return null;
}

/** A descriptor. CPython 3.12: Modules/posixmodule.c _fd_converter, Objects/longobject.c */
export function* fdG(o: Obj): Gen<number | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'bigint' || v > 2147483647) {
    return raise(PyExc.OverflowError, v < 0 ? 'fd is less than minimum' : 'fd is greater than maximum');
  }
  if (v < -2147483648) return raise(PyExc.OverflowError, 'fd is less than minimum');
  return v;
}

/** A C int argument (flags, modes); null with an error. */
export function* intG(o: Obj | undefined, otherwise: number): Gen<number | null> {
  if (o === undefined) return otherwise;
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'bigint' || v > 2147483647 || v < -2147483648) {
    return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
  }
  return v;
}

/** A 64-bit offset; null with an error. */
export function* offsetG(o: Obj): Gen<number | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'bigint') {
    return raise(PyExc.OverflowError, 'Python int too large to convert to C long');
  }
  return v;
}

/** A directory descriptor argument: only None will do here. False with NotImplementedError. */
export function noDirFd(o: Obj | undefined, name = 'dir_fd'): boolean {
  if (o === undefined || o === None) return true;
  raise(PyExc.NotImplementedError, `${name} unavailable on this platform`);
  return false;
}

/** Text as the str or bytes that the caller's path was (new reference). */
export function likePath(text: string, bytes: boolean): Obj {
  if (!bytes) return newStr(text);
  const s = newStr(text);
  const encoded = fsEncode(s)!;
  decref(s);
  return newBytes(encoded);
}

/** os.fspath. CPython 3.12: Modules/posixmodule.c PyOS_FSPath */
export function* fspathG(o: Obj): Gen {
  if (isStr(o) || isBytes(o)) {
    o.rc++;
    return o;
  }
  let r = callSpecial(o, id('__fspath__'), []);
  if (r === null) r = yield* settle();
  if (r === null) return null;
  if (r === undefined) {
    return typeError(`expected str, bytes or os.PathLike object, not ${o.type.name}`);
  }
  if (!isStr(r) && !isBytes(r)) {
    typeError(`expected ${o.type.name}.__fspath__() to return str or bytes, not ${r.type.name}`);
    decref(r);
    return null;
  }
  return r;
}

/** The name of a file, which need not exist; null with an error. CPython 3.12: Objects/unicodeobject.c PyUnicode_FSDecoder */
export function* fileNameG(o: Obj): Gen<string | null> {
  const path = yield* fspathG(o);
  if (path === null) return null;
  const name = isStr(path) ? path.v : fsDecode((path as Bytes).v);
  decref(path);
  return name.includes('\0') ? raise(PyExc.ValueError, 'embedded null character') : name;
}

/** CPython 3.12: Python/fileutils.c _Py_normpath */
export function normpath(path: string): string {
  if (path === '') return '.';
  const lead = path.startsWith('//') && !path.startsWith('///') ? '//' : path.startsWith('/') ? '/' : '';
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (lead === '' && out.length === 0) || (out.length > 0 && out.at(-1) === '..')) {
      out.push(part);
    } else if (out.length > 0) out.pop();
  }
  return lead + out.join('/') || '.';
}

/** The core of os.path.normpath. CPython 3.12: Modules/posixmodule.c os__path_normpath_impl */
export function path_normpath(_self: Obj, path: Obj): Res {
  if (isStr(path)) return newStr(normpath(path.v));
  return suspend(normpathG(path), [path]);
}

function* normpathG(o: Obj): Gen {
  const p = yield* pathG(o, '_path_normpath');
  if (p === null) return null;
  const r = likePath(normpath(p.path), p.bytes);
  dropPath(p);
  return r;
}
