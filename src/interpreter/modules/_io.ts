// The _io module: open() and the streams.
//
// Answers to CPython 3.12: Modules/_io/_iomodule.c.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { setStr } from '../objects/dictcore.ts';
import { fetch, PyExc, raise, typeError } from '../objects/errors.ts';
import { exceptionTypes } from '../objects/exceptions.ts';
import { isInt, newBool, newInt } from '../objects/longcore.ts';
import { defineModule, moduleAdd } from '../objects/moduleobject.ts';
import { ensureDict, objectCall, setAttr, truthG } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { traceRead } from '../runtime/importtrace.ts';
import { bufferedIOBaseType, initIoBase, iobaseType, rawIOBaseType, textIOBaseType } from './_io_base.ts';
import {
  bufferedRandomType,
  bufferedReaderType,
  bufferedRWPairType,
  bufferedWriterType,
  initBuffered,
} from './_io_bufferedtypes.ts';
import { bytesIOType, initBytesIO } from './_io_bytesio.ts';
import { type FileIO, fileIOType, initFileIO } from './_io_fileio.ts';
import { initNewlineDecoder, newlineDecoderType } from './_io_newline.ts';
import { initStringIO, stringIOType } from './_io_stringio.ts';
import { initTextIO, textIOWrapperType } from './_io_texttype.ts';
import {
  attrG,
  callMethodG,
  chainExceptions,
  DEFAULT_BUFFER_SIZE,
  integerG,
  unsupportedType,
} from './_io_util.ts';
import { fspathG } from './posix_path.ts';
import { moduleHooks } from './vmhooks.ts';

/** `type(*args)`, waiting. */
function* makeG(type: PyType, args: Obj[]): Gen {
  const r = objectCall(type.self, args);
  return r === null ? yield* settle() : r;
}

/** A str or None argument of open; undefined: TypeError is set. */
function optionalText(o: Obj | undefined, name: string): string | null | undefined {
  if (o === undefined || o === None) return null;
  if (isStr(o)) return o.v;
  typeError(`open() argument '${name}' must be str or None, not ${o.type.name}`);
  return undefined;
}

interface Mode {
  creating: boolean;
  reading: boolean;
  writing: boolean;
  appending: boolean;
  updating: boolean;
  binary: boolean;
  raw: string;
}

/** Reads a mode; null with ValueError. */
function parseMode(mode: string, encoding: boolean, errors: boolean, newline: boolean): Mode | null {
  for (let i = 0; i < mode.length; i++) {
    if (!'xrwa+tb'.includes(mode[i]!) || mode.includes(mode[i]!, i + 1)) {
      return raise(PyExc.ValueError, `invalid mode: '${mode}'`);
    }
  }
  const has = (c: string): boolean => mode.includes(c);
  const binary = has('b');
  if (has('t') && binary) return raise(PyExc.ValueError, "can't have text and binary mode at once");
  const kinds = [...'xrwa'].filter(has);
  if (kinds.length > 1) {
    return raise(PyExc.ValueError, 'must have exactly one of create/read/write/append mode');
  }
  if (binary && encoding) return raise(PyExc.ValueError, "binary mode doesn't take an encoding argument");
  if (binary && errors) return raise(PyExc.ValueError, "binary mode doesn't take an errors argument");
  if (binary && newline) return raise(PyExc.ValueError, "binary mode doesn't take a newline argument");
  return {
    creating: has('x'),
    reading: has('r'),
    writing: has('w'),
    appending: has('a'),
    updating: has('+'),
    binary,
    raw: kinds.join('') + (has('+') ? '+' : ''),
  };
}

/** CPython 3.12: Modules/_io/_iomodule.c _io_open_impl */
function* open(
  _module: Obj,
  file: Obj,
  modeArg: Obj | undefined,
  bufferingArg: Obj | undefined,
  encodingArg: Obj | undefined,
  errorsArg: Obj | undefined,
  newlineArg: Obj | undefined,
  closefdArg: Obj | undefined,
  openerArg: Obj | undefined,
): Gen {
  if (modeArg !== undefined && !isStr(modeArg)) {
    return typeError(`open() argument 'mode' must be str, not ${modeArg.type.name}`);
  }
  const mode = modeArg === undefined ? 'r' : (modeArg as Str).v;
  const buffering = bufferingArg === undefined ? -1 : yield* integerG(bufferingArg);
  if (buffering === null) return null;
  const encoding = optionalText(encodingArg, 'encoding');
  const errors = encoding === undefined ? undefined : optionalText(errorsArg, 'errors');
  const newline = errors === undefined ? undefined : optionalText(newlineArg, 'newline');
  if (encoding === undefined || errors === undefined || newline === undefined) return null;
  const closefd = closefdArg === undefined ? 1 : yield* truthG(closefdArg);
  if (closefd < 0) return null;
  const isNumber = isInt(file) || file.type.nb_index !== null || file.type.nb_float !== null;
  let path: Obj;
  if (isNumber) {
    file.rc++;
    path = file;
  } else {
    const p = yield* fspathG(file);
    if (p === null) return null;
    path = p;
  }
  const m = parseMode(mode, encoding !== null, errors !== null, newline !== null);
  if (m?.binary && buffering === 1) {
    let w = moduleHooks.warn(
      'RuntimeWarning',
      "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
    );
    if (w === null) w = yield* settle();
    if (w === null) {
      decref(path);
      return null;
    }
    decref(w);
  }
  if (m === null) {
    decref(path);
    return null;
  }
  const rawMode = newStr(m.raw);
  const close = newBool(closefd === 1);
  const raw = yield* makeG(fileIOType, [path, rawMode, close, openerArg ?? None]);
  for (const o of [path, rawMode, close]) decref(o);
  if (raw === null) return null;
  const made = yield* wrapG(raw as FileIO, m, mode, buffering, encodingArg, errorsArg, newlineArg);
  if (made !== null) return made;
  return null;
}

/** Puts the layers on a raw stream (takes it over). On an error it is closed. */
function* wrapG(
  raw: FileIO,
  m: Mode,
  mode: string,
  buffering: number,
  encoding: Obj | undefined,
  errors: Obj | undefined,
  newline: Obj | undefined,
): Gen {
  let result: Obj = raw;
  const fail = function* (): Gen {
    const error = fetch()!;
    const r = yield* callMethodG(result, 'close');
    if (r !== null) decref(r);
    chainExceptions(error);
    decref(result);
    return null;
  };
  let tty = false;
  if (buffering < 0) {
    const r = yield* callMethodG(raw, 'isatty');
    const t = r === null ? -1 : yield* truthG(r);
    if (r !== null) decref(r);
    if (t < 0) return yield* fail();
    tty = t === 1;
  }
  const lineBuffering = buffering === 1 || tty;
  if (lineBuffering) buffering = -1;
  if (buffering < 0) {
    const size = yield* attrG(raw, '_blksize');
    if (size === null) return yield* fail();
    buffering = Number(size.v);
    decref(size);
  }
  if (buffering < 0) {
    raise(PyExc.ValueError, 'invalid buffering size');
    return yield* fail();
  }
  if (buffering === 0) {
    if (m.binary) return result;
    raise(PyExc.ValueError, "can't have unbuffered text I/O");
    return yield* fail();
  }
  let type: PyType;
  if (m.updating) type = bufferedRandomType;
  else if (m.creating || m.writing || m.appending) type = bufferedWriterType;
  else if (m.reading) type = bufferedReaderType;
  else {
    raise(PyExc.ValueError, `unknown mode: '${mode}'`);
    return yield* fail();
  }
  const size = newInt(buffering);
  const buffer = yield* makeG(type, [raw, size]);
  decref(size);
  if (buffer === null) return yield* fail();
  result = buffer;
  decref(raw);
  if (m.binary) return result;
  const lines = newBool(lineBuffering);
  const text = yield* makeG(textIOWrapperType, [
    buffer,
    encoding ?? None,
    errors ?? None,
    newline ?? None,
    lines,
  ]);
  decref(lines);
  if (text === null) return yield* fail();
  result = text;
  decref(buffer);
  const modeObj = newStr(mode);
  if (text.type === textIOWrapperType) setStr(ensureDict(text), id('mode'), modeObj);
  else {
    const r = setAttr(text, id('mode'), modeObj);
    if (r !== null) decref(r);
  }
  decref(modeObj);
  return result;
}

/** CPython 3.12: Modules/_io/_iomodule.c _io_open_code_impl */
function* open_code(module: Obj, path: Obj): Gen {
  if (!isStr(path)) return typeError(`open_code() argument 'path' must be str, not ${path.type.name}`);
  traceRead(path.v);
  const mode = newStr('rb');
  const r = yield* open(module, path, mode, undefined, undefined, undefined, undefined, undefined, undefined);
  decref(mode);
  return r;
}

/** CPython 3.12: Modules/_io/_iomodule.c _io_text_encoding_impl */
function text_encoding(_module: Obj, encoding: Obj): Res {
  if (encoding === None) return newStr('locale');
  encoding.rc++;
  return encoding;
}

let ready = false;

/** Makes the types of _io ready; idempotent. */
export function initIo(): void {
  if (ready) return;
  ready = true;
  initIoBase();
  initFileIO();
  initBytesIO();
  initNewlineDecoder();
  initStringIO();
  initBuffered();
  initTextIO();
}

const makeModule = defineModule(
  '_io',
  'The io module provides the Python interfaces to stream handling. The\nbuiltin open function is defined in this module.',
  {
    functions: [
      [
        'open',
        "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)",
        open,
        'Open file and return a stream.  Raise OSError upon failure.',
      ],
      [
        'open_code',
        '($module, /, path)',
        open_code,
        'Opens the provided file with the intent to import the contents.',
      ],
      [
        'text_encoding',
        '($module, encoding, stacklevel=2, /)',
        text_encoding,
        'A helper function to choose the text encoding.',
      ],
    ],
    values: { DEFAULT_BUFFER_SIZE: () => newInt(DEFAULT_BUFFER_SIZE) },
    types: {
      _IOBase: iobaseType,
      _RawIOBase: rawIOBaseType,
      _BufferedIOBase: bufferedIOBaseType,
      _TextIOBase: textIOBaseType,
      FileIO: fileIOType,
      BytesIO: bytesIOType,
      StringIO: stringIOType,
      BufferedReader: bufferedReaderType,
      BufferedWriter: bufferedWriterType,
      BufferedRandom: bufferedRandomType,
      BufferedRWPair: bufferedRWPairType,
      IncrementalNewlineDecoder: newlineDecoderType,
      TextIOWrapper: textIOWrapperType,
      BlockingIOError: exceptionTypes.BlockingIOError,
    },
    init: (m) => {
      const u: Obj = unsupportedType().self;
      u.rc++;
      moduleAdd(m, 'UnsupportedOperation', u);
    },
  },
);

export function ioModule(): Obj {
  initIo();
  return makeModule();
}
