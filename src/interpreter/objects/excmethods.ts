// Exceptions as Python sees them: making them, their attributes, their text.
//
// The types and payloads are in exceptions.ts; exception groups in excgroup.ts.
//
// Answers to CPython 3.12: Objects/exceptions.c.
// Absent: the free list of MemoryError instances.

import { decref, type Obj, type PyType, type Res, tstate, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { indexG, iterateG } from './abstract.ts';
import { isBytes } from './bytescore.ts';
import { getset, member, method } from './descrobject.ts';
import { type DictObj, getStr, isDict, newDict, setStr } from './dictcore.ts';
import { PyExc, raise, typeError } from './errors.ts';
import {
  allocException,
  type Exc,
  type ExcV,
  excClear,
  exceptionTypes,
  excField,
  excTraverse,
  fieldNames,
  initFields,
  isException,
  setExcField,
} from './exceptions.ts';
import { dictGetSet } from './funcobject.ts';
import { callFrameHooks } from './hooks.ts';
import { isInt, newBool, newInt } from './longcore.ts';
import {
  attributeError,
  ensureDict,
  genericGetAttr,
  genericSetAttr,
  instanceDict,
  lookupAttrG,
  objectRepr,
  objectStr,
  reprG,
  setAttr,
  strG,
  truth,
} from './object.ts';
import { isList, type List, listAppendOwned, newList, newTuple, type Tuple, tupleOf } from './seqcore.ts';
import { None, none } from './singletons.ts';
import { codePoints, id, isStr, isStrExact, newStr, type Str } from './strcore.ts';
import { isSubtype } from './typecore.ts';
import { typeReady } from './typeobject.ts';

const E = (o: Obj): ExcV => (o as Exc).v;
const argsOf = (o: Obj): Obj[] => (E(o).args as Tuple).v;

/** "ValueError" for a class of any module. CPython 3.12: _PyType_Name */
function nameOf(type: PyType): string {
  return type.name.slice(type.name.lastIndexOf('.') + 1);
}

// --- making ------------------------------------------------------------------------------------------

function positional(args: Obj[], kwnames: Obj[] | null): Obj[] {
  return kwnames === null || kwnames.length === 0 ? args : args.slice(0, args.length - kwnames.length);
}

/** CPython 3.12: Objects/exceptions.c BaseException_new */
export function exceptionNew(cls: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  return allocException(cls.v, tupleOf(...positional(args, kwnames)));
}

function noKeywords(o: Obj, kwnames: Obj[] | null): boolean {
  if (kwnames === null || kwnames.length === 0) return true;
  typeError(`${o.type.name}() takes no keyword arguments`);
  return false;
}

function setArgs(o: Obj, args: readonly Obj[]): void {
  const old = E(o).args;
  E(o).args = tupleOf(...args);
  decref(old);
}

/** CPython 3.12: Objects/exceptions.c BaseException_init */
export function exceptionInit(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  if (!noKeywords(o, kwnames)) return null;
  setArgs(o, args);
  return none();
}

function initWithFields(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  if (!noKeywords(o, kwnames)) return null;
  setArgs(o, args);
  initFields(o as Exc, args);
  return none();
}

/** ImportError, NameError, AttributeError: fields given by keyword. */
function initByKeyword(typeName: string, names: readonly string[]) {
  return (o: Obj, args: Obj[], kwnames: Obj[] | null): Res => {
    const given = positional(args, kwnames);
    setArgs(o, given);
    const values = new Map<string, Obj>();
    if (kwnames !== null && kwnames.length > names.length) {
      const s = names.length === 1 ? '' : 's';
      return typeError(
        `${typeName}() takes at most ${names.length} keyword argument${s} (${kwnames.length} given)`,
      );
    }
    for (let i = 0; kwnames !== null && i < kwnames.length; i++) {
      const key = (kwnames[i] as Str).v;
      if (!names.includes(key)) {
        return typeError(`'${key}' is an invalid keyword argument for ${typeName}()`);
      }
      values.set(key, args[given.length + i]!);
    }
    for (const name of names) {
      const value = values.get(name) ?? null;
      if (value !== null) value.rc++;
      setExcField(o as Exc, name, value);
    }
    if (typeName === 'ImportError') {
      const msg = given.length === 1 ? given[0]! : null;
      if (msg !== null) msg.rc++;
      setExcField(o as Exc, 'msg', msg);
    }
    return none();
  };
}

/** CPython 3.12: Objects/exceptions.c SyntaxError_init */
function syntaxErrorInit(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  if (!noKeywords(o, kwnames)) return null;
  setArgs(o, args);
  if (args.length !== 2) {
    initFields(o as Exc, args);
    return none();
  }
  return suspend(syntaxErrorInitG(o as Exc, args), [o, ...args]);
}

function* syntaxErrorInitG(o: Exc, args: Obj[]): Gen {
  const items = yield* iterateG(args[1]!);
  if (items === null) return null;
  const info = newTuple(items);
  const n = items.length;
  let ok = true;
  if (n < 4) {
    typeError(`function takes at least 4 arguments (${n} given)`);
    ok = false;
  } else if (n > 6) {
    typeError(`function takes at most 6 arguments (${n} given)`);
    ok = false;
  } else initFields(o, [args[0]!, info]);
  decref(info);
  if (!ok) return null;
  if (n === 5) return typeError('end_offset must be provided when end_lineno is provided');
  return none();
}

/** CPython 3.12: Objects/exceptions.c UnicodeEncodeError_init and its siblings */
function unicodeInit(kinds: readonly ('str' | 'bytes' | 'int')[]) {
  return (o: Obj, args: Obj[], kwnames: Obj[] | null): Res => {
    if (!noKeywords(o, kwnames)) return null;
    setArgs(o, args);
    if (args.length !== kinds.length) {
      return typeError(`function takes exactly ${kinds.length} arguments (${args.length} given)`);
    }
    for (let i = 0; i < kinds.length; i++) {
      const a = args[i]!;
      if (kinds[i] === 'str' && !isStr(a)) {
        return typeError(`argument ${i + 1} must be str, not ${a.type.name}`);
      }
      if (kinds[i] === 'bytes' && !isBytes(a) && a.type.name !== 'bytearray') {
        return typeError(`a bytes-like object is required, not '${a.type.name}'`);
      }
      if (kinds[i] === 'int' && !isInt(a)) {
        return typeError(`'${a.type.name}' object cannot be interpreted as an integer`);
      }
    }
    initFields(o as Exc, args);
    return none();
  };
}

// --- OSError -----------------------------------------------------------------------------------------

/** errno on Linux -> subclass of OSError. CPython 3.12: Objects/exceptions.c _PyExc_InitState */
const ERRNO_TYPES: { [errno: number]: keyof typeof exceptionTypes } = {
  11: 'BlockingIOError', // EAGAIN, EWOULDBLOCK
  114: 'BlockingIOError', // EALREADY
  115: 'BlockingIOError', // EINPROGRESS
  32: 'BrokenPipeError', // EPIPE
  108: 'BrokenPipeError', // ESHUTDOWN
  10: 'ChildProcessError', // ECHILD
  103: 'ConnectionAbortedError',
  111: 'ConnectionRefusedError',
  104: 'ConnectionResetError',
  17: 'FileExistsError',
  2: 'FileNotFoundError',
  21: 'IsADirectoryError',
  20: 'NotADirectoryError',
  4: 'InterruptedError',
  13: 'PermissionError', // EACCES
  1: 'PermissionError', // EPERM
  3: 'ProcessLookupError',
  110: 'TimeoutError',
};

/** The type an OSError with this errno has. */
export function osErrorType(errno: number): PyType {
  const name = ERRNO_TYPES[errno];
  return name === undefined ? PyExc.OSError : PyExc[name];
}

/** An __init__ of its own on a subclass gets the arguments first. CPython 3.12: oserror_use_init */
function osUseInit(type: PyType): boolean {
  return type.tp_init !== osErrorInit && type.tp_new === osErrorNew;
}

function osErrorNew(cls: Obj<PyType>, args: Obj[], kwnames: Obj[] | null): Res {
  let type = cls.v;
  if (osUseInit(type)) return allocException(type, newTuple([]));
  if (kwnames !== null && kwnames.length > 0) return typeError(`${type.name}() takes no keyword arguments`);
  const errno = args[0];
  if (type === PyExc.OSError && args.length >= 2 && args.length <= 5 && isInt(errno!)) {
    type = osErrorType(Number(errno!.v));
  }
  const exc = allocException(type, tupleOf(...args));
  return osFields(exc, args) ? exc : (decref(exc), null);
}

function osErrorInit(o: Obj, args: Obj[], kwnames: Obj[] | null): Res {
  if (!osUseInit(o.type)) return none();
  if (!noKeywords(o, kwnames)) return null;
  setArgs(o, args);
  return osFields(o as Exc, args) ? none() : null;
}

function osFields(exc: Exc, args: Obj[]): boolean {
  const third = args[2];
  if (exc.type === PyExc.BlockingIOError && args.length >= 3 && args.length <= 5 && isInt(third!)) {
    // The third argument is a number of characters written, not a file, and all arguments are kept.
    initFields(exc, args.slice(0, 2));
    third.rc++;
    setExcField(exc, 'characters_written', third);
    return true;
  }
  initFields(exc, args);
  return true;
}

// --- text --------------------------------------------------------------------------------------------

/** CPython 3.12: Objects/exceptions.c BaseException_str */
export function exceptionStr(o: Obj): Res {
  const args = argsOf(o);
  if (args.length === 0) return newStr('');
  return objectStr(args.length === 1 ? args[0]! : E(o).args);
}

/** CPython 3.12: Objects/exceptions.c BaseException_repr */
function exceptionRepr(o: Obj): Res {
  return suspend(exceptionReprG(o), [o]);
}

function* exceptionReprG(o: Obj): Gen {
  const args = argsOf(o);
  const text = yield* reprG(args.length === 1 ? args[0]! : E(o).args);
  if (text === null) return null;
  const name = nameOf(o.type);
  const r = newStr(args.length === 1 ? `${name}(${text.v})` : name + text.v);
  decref(text);
  return r;
}

/** The texts of a row of objects, each `str` or (marked r) `repr`; null with an error. */
function* textsG(parts: readonly (readonly ['s' | 'r', Obj | null])[]): Gen<string[] | null> {
  const out: string[] = [];
  for (const [how, o] of parts) {
    const t = yield* how === 's' ? strG(o ?? None) : reprG(o ?? None);
    if (t === null) return null;
    out.push(t.v);
    decref(t);
  }
  return out;
}

/** CPython 3.12: Objects/exceptions.c OSError_str */
function osErrorStr(o: Obj): Res {
  const exc = o as Exc;
  if (
    excField(exc, 'filename') !== null ||
    (excField(exc, 'errno') !== null && excField(exc, 'strerror') !== null)
  ) {
    return suspend(osErrorStrG(exc), [o]);
  }
  return exceptionStr(o);
}

function* osErrorStrG(exc: Exc): Gen {
  const filename = excField(exc, 'filename');
  const filename2 = excField(exc, 'filename2');
  const parts: ['s' | 'r', Obj | null][] = [
    ['s', excField(exc, 'errno')],
    ['s', excField(exc, 'strerror')],
  ];
  if (filename !== null) {
    parts.push(['r', filename]);
    if (filename2 !== null) parts.push(['r', filename2]);
  }
  const t = yield* textsG(parts);
  if (t === null) return null;
  let text = `[Errno ${t[0]}] ${t[1]}`;
  if (t.length > 2) text += `: ${t[2]}`;
  if (t.length > 3) text += ` -> ${t[3]}`;
  return newStr(text);
}

/** CPython 3.12: Objects/exceptions.c SyntaxError_str */
function* syntaxErrorStrG(exc: Exc): Gen {
  const t = yield* textsG([['s', excField(exc, 'msg')]]);
  if (t === null) return null;
  const msg = t[0]!;
  const file = excField(exc, 'filename');
  const lineno = excField(exc, 'lineno');
  const name = file !== null && isStr(file) ? file.v.slice(file.v.lastIndexOf('/') + 1) : null;
  const line = lineno !== null && isInt(lineno) && lineno.type.name === 'int' ? String(lineno.v) : null;
  if (name !== null && line !== null) return newStr(`${msg} (${name}, line ${line})`);
  if (name !== null) return newStr(`${msg} (${name})`);
  return newStr(line === null ? msg : `${msg} (line ${line})`);
}

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');
const charText = (c: number): string =>
  c <= 0xff ? `\\x${hex(c, 2)}` : c <= 0xffff ? `\\u${hex(c, 4)}` : `\\U${hex(c, 8)}`;

/** CPython 3.12: Objects/exceptions.c UnicodeEncodeError_str, UnicodeDecodeError_str, UnicodeTranslateError_str */
function* unicodeStrG(exc: Exc, kind: 'encode' | 'decode' | 'translate'): Gen {
  const object = excField(exc, 'object');
  if (object === null) return newStr('');
  const t = yield* textsG([
    ['s', excField(exc, 'reason')],
    ['s', kind === 'translate' ? null : excField(exc, 'encoding')],
  ]);
  if (t === null) return null;
  const [reason, encoding] = t as [string, string];
  const start = Number((excField(exc, 'start') as Obj<number>).v);
  const end = Number((excField(exc, 'end') as Obj<number>).v);
  const range = `in position ${start}-${end - 1}: ${reason}`;
  const verb = kind === 'translate' ? "can't translate" : `'${encoding}' codec can't ${kind}`;
  if (kind === 'decode') {
    const bytes = object.v as Uint8Array;
    if (start < bytes.length && end === start + 1) {
      return newStr(`${verb} byte 0x${hex(bytes[start]!, 2)} in position ${start}: ${reason}`);
    }
    return newStr(`${verb} bytes ${range}`);
  }
  const text = (object as Str).v;
  if (start < 0 && end === start + 1) return raise(PyExc.IndexError, 'string index out of range');
  if (start < codePoints(text) && end === start + 1) {
    const c = [...text][start]!.codePointAt(0)!;
    return newStr(`${verb} character '${charText(c)}' in position ${start}: ${reason}`);
  }
  return newStr(`${verb} characters ${range}`);
}

// --- attributes --------------------------------------------------------------------------------------

function setRef(o: Obj, key: 'traceback' | 'context' | 'cause', value: Obj | null): void {
  const old = E(o)[key];
  if (value !== null) value.rc++;
  E(o)[key] = value;
  xdecref(old);
}

function initBase(): void {
  const t = PyExc.BaseException;
  t.basicsize = 72;
  t.tp_new = exceptionNew;
  t.tp_init = exceptionInit;
  t.tp_str = exceptionStr;
  t.tp_repr = exceptionRepr;
  t.tp_traverse = excTraverse;
  t.tp_clear = excClear;
  t.tp_dealloc = excClear;
  t.tp_getattro = genericGetAttr;
  t.tp_setattro = genericSetAttr;
  dictGetSet(t);
  getset(
    t,
    'args',
    (o) => {
      E(o).args.rc++;
      return E(o).args;
    },
    (o, value) => {
      if (value === null) return typeError('args may not be deleted');
      return suspend(setArgsG(o, value), [o, value]);
    },
  );
  getset(
    t,
    '__traceback__',
    (o) => {
      const tb = E(o).traceback ?? None;
      tb.rc++;
      return tb;
    },
    (o, value) => {
      if (value === null) return typeError('__traceback__ may not be deleted');
      if (value !== None && value.type.name !== 'traceback') {
        return typeError('__traceback__ must be a traceback or None');
      }
      setRef(o, 'traceback', value === None ? null : value);
      return none();
    },
  );
  for (const [name, key] of [
    ['__context__', 'context'],
    ['__cause__', 'cause'],
  ] as const) {
    getset(
      t,
      name,
      (o) => {
        const r = E(o)[key] ?? None;
        r.rc++;
        return r;
      },
      (o, value) => {
        if (value === null) return typeError(`${name} may not be deleted`);
        if (value !== None && !isException(value)) {
          return typeError(`exception ${key} must be None or derive from BaseException`);
        }
        setRef(o, key, value === None ? null : value);
        if (key === 'cause') E(o).suppressContext = true;
        return none();
      },
    );
  }
  getset(
    t,
    '__suppress_context__',
    (o) => newBool(E(o).suppressContext),
    (o, value) => {
      if (value === null) return typeError("can't delete numeric/char attribute");
      if (value.type.name !== 'bool') return typeError('attribute value type must be bool');
      E(o).suppressContext = truth(value) === 1;
      return none();
    },
  );
  method(
    t,
    'with_traceback',
    '!($self, object, /)',
    (self: Obj, tb: Obj) => {
      if (tb !== None && tb.type.name !== 'traceback') {
        return typeError('__traceback__ must be a traceback or None');
      }
      setRef(self, 'traceback', tb === None ? null : tb);
      self.rc++;
      return self;
    },
    'Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.',
  );
  method(
    t,
    'add_note',
    '!($self, object, /)',
    addNoteG,
    'Exception.add_note(note) --\n    add a note to the exception',
  );
  method(t, '__reduce__', '!($self, /)', (self) => reduce(self as Exc));
  method(t, '__setstate__', '!($self, object, /)', function* (self: Obj, state: Obj): Gen {
    if (state === None) return none();
    if (!isDict(state)) return typeError('state is not a dictionary');
    for (let i = 0; i < state.v.keys.length; i++) {
      const k = state.v.keys[i];
      if (k === undefined) continue;
      let r = setAttr(self, k as Str, state.v.values[i]!);
      if (r === null) r = yield* settle();
      if (r === null) return null;
    }
    return none();
  });
}

function* setArgsG(o: Obj, value: Obj): Gen {
  const items = yield* iterateG(value);
  if (items === null) return null;
  const old = E(o).args;
  E(o).args = newTuple(items);
  decref(old);
  return none();
}

/** CPython 3.12: Objects/exceptions.c BaseException_add_note */
function* addNoteG(self: Obj, note: Obj): Gen {
  if (!isStr(note)) return typeError(`note must be a str, not '${note.type.name}'`);
  let notes = yield* lookupAttrG(self, id('__notes__'));
  if (notes === null) return null;
  if (notes === undefined) {
    notes = newList([]);
    let r = setAttr(self, id('__notes__'), notes);
    if (r === null) r = yield* settle();
    if (r === null) {
      decref(notes);
      return null;
    }
  } else if (!isList(notes)) {
    decref(notes);
    return typeError('Cannot add note: __notes__ is not a list');
  }
  note.rc++;
  listAppendOwned(notes as List, note);
  decref(notes);
  return none();
}

/** Adds a note to the raised exception. */
function noteOnRaised(text: string): void {
  const exc = tstate.exc;
  if (exc === null) return;
  const d = ensureDict(exc);
  let notes = getStr(d, id('__notes__'));
  if (notes === undefined) {
    notes = newList([]);
    setStr(d, id('__notes__'), notes);
    notes.rc--;
  }
  if (isList(notes)) listAppendOwned(notes, newStr(text));
}

/** CPython 3.12: Objects/exceptions.c BaseException_reduce, OSError_reduce, ImportError_getstate, AttributeError_getstate */
function reduce(exc: Exc): Obj {
  const cls: Obj = exc.type.self;
  let args = exc.v.args;
  args.rc++;
  const filename = excField(exc, 'filename');
  const names = fieldNames(exc.type);
  if (names[0] === 'errno' && filename !== null && (args as Tuple).v.length === 2) {
    const second = excField(exc, 'filename2');
    const [a, b] = (args as Tuple).v as [Obj, Obj];
    const full = second === null ? tupleOf(a, b, filename) : tupleOf(a, b, filename, None, second);
    decref(args);
    args = full;
  }
  let state: DictObj | null = instanceDict(exc);
  if (state !== null) state.rc++;
  const kept =
    names[0] === 'msg' && names[1] === 'name'
      ? ['name', 'path', 'name_from']
      : names[1] === 'obj'
        ? ['name']
        : [];
  const extra = kept.filter((n) => excField(exc, n) !== null);
  if (extra.length > 0 || names[1] === 'obj') {
    const copy = newDict();
    if (state !== null) {
      for (let i = 0; i < state.v.keys.length; i++) {
        const k = state.v.keys[i];
        if (k !== undefined) setStr(copy, k as Str, state.v.values[i]!);
      }
      decref(state);
    }
    for (const n of extra) setStr(copy, id(n), excField(exc, n)!);
    if (names[1] === 'obj') setStr(copy, id('args'), exc.v.args);
    state = copy;
  }
  cls.rc++;
  return newTuple(state === null ? [cls, args] : [cls, args, state]);
}

/** A field of a type as an attribute; empty reads as None. */
function field(type: PyType, name: string, doc: string): void {
  member(
    type,
    name,
    (o) => excField(o as Exc, name) ?? None,
    (o, value) => {
      if (value !== null) value.rc++;
      setExcField(o as Exc, name, value);
      return none();
    },
    doc,
  );
}

/** A field that is a Py_ssize_t in C. CPython 3.12: Python/structmember.c, T_PYSSIZET */
function numberField(type: PyType, name: string, doc: string): void {
  member(
    type,
    name,
    (o) => excField(o as Exc, name) ?? None,
    (o, value) => {
      if (value === null) return typeError("can't delete numeric/char attribute");
      if (!isInt(value)) {
        // C has written the -1 that stands for an error before it looks.
        setExcField(o as Exc, name, newInt(-1));
        return typeError('an integer is required');
      }
      value.rc++;
      setExcField(o as Exc, name, value);
      return none();
    },
    doc,
  );
}

function initOne(name: string, type: PyType): void {
  switch (name) {
    case 'StopIteration':
      type.tp_init = initWithFields;
      field(type, 'value', 'generator return value');
      break;
    case 'SystemExit':
      type.tp_init = initWithFields;
      field(type, 'code', 'exception code');
      break;
    case 'ImportError':
      type.tp_init = initByKeyword('ImportError', ['name', 'path', 'name_from']);
      type.tp_str = (o) => {
        const msg = excField(o as Exc, 'msg');
        if (msg === null || !isStrExact(msg)) return exceptionStr(o);
        msg.rc++;
        return msg;
      };
      field(type, 'msg', 'exception message');
      field(type, 'name', 'module name');
      field(type, 'path', 'module path');
      field(type, 'name_from', 'name imported from module');
      break;
    case 'NameError':
      type.tp_init = initByKeyword('NameError', ['name']);
      field(type, 'name', 'name');
      break;
    case 'AttributeError':
      type.tp_init = initByKeyword('AttributeError', ['name', 'obj']);
      field(type, 'name', 'attribute name');
      field(type, 'obj', 'object');
      break;
    case 'KeyError':
      type.tp_str = (o) => (argsOf(o).length === 1 ? objectRepr(argsOf(o)[0]!) : exceptionStr(o));
      break;
    case 'OSError':
      type.tp_new = osErrorNew;
      type.tp_init = osErrorInit;
      type.tp_str = osErrorStr;
      field(type, 'errno', 'POSIX exception code');
      field(type, 'strerror', 'exception strerror');
      field(type, 'filename', 'exception filename');
      field(type, 'filename2', 'second exception filename');
      getset(
        type,
        'characters_written',
        (o) => {
          const n = excField(o as Exc, 'characters_written');
          if (n === null) return attributeError(o, id('characters_written'), 'characters_written');
          n.rc++;
          return n;
        },
        (o, value) => {
          if (value === null) {
            if (excField(o as Exc, 'characters_written') === null) {
              return attributeError(o, id('characters_written'), 'characters_written');
            }
            setExcField(o as Exc, 'characters_written', null);
            return none();
          }
          return suspend(setWrittenG(o as Exc, value), [o, value]);
        },
      );
      break;
    case 'SyntaxError':
      type.tp_init = syntaxErrorInit;
      type.tp_str = (o) => suspend(syntaxErrorStrG(o as Exc), [o]);
      for (const f of fieldNames(type)) field(type, f, `exception ${f}`);
      break;
    case 'UnicodeEncodeError':
      type.tp_init = unicodeInit(['str', 'str', 'int', 'int', 'str']);
      type.tp_str = (o) => suspend(unicodeStrG(o as Exc, 'encode'), [o]);
      break;
    case 'UnicodeDecodeError':
      type.tp_init = unicodeInit(['str', 'bytes', 'int', 'int', 'str']);
      type.tp_str = (o) => suspend(unicodeStrG(o as Exc, 'decode'), [o]);
      break;
    case 'UnicodeTranslateError':
      type.tp_init = unicodeInit(['str', 'int', 'int', 'str']);
      type.tp_str = (o) => suspend(unicodeStrG(o as Exc, 'translate'), [o]);
      break;
  }
  if (name.startsWith('Unicode') && name.endsWith('Error') && name !== 'UnicodeError') {
    for (const f of ['encoding', 'object', 'reason']) field(type, f, `exception ${f}`);
    for (const f of ['start', 'end']) numberField(type, f, `exception ${f}`);
  }
}

function* setWrittenG(exc: Exc, value: Obj): Gen {
  const n = yield* indexG(value);
  if (n === null) return null;
  setExcField(exc, 'characters_written', n);
  return none();
}

const INHERITS_NEW =
  /^((Attribute|Import|Name|ModuleNotFound|UnboundLocal|Syntax|Indentation|Tab|Key)Error|StopIteration|SystemExit)$/;

/** All exception types but groups, bases first. */
export function initExceptions(): void {
  Object.assign(PyExc, exceptionTypes);
  callFrameHooks.addNote = noteOnRaised;
  initBase();
  for (const [name, type] of Object.entries(exceptionTypes)) {
    initOne(name, type);
    // Each has an `__init__` of its own, and, but for those that take over a base's fields, a `__new__`.
    type.tp_init ??= type.base!.tp_init;
    if (!INHERITS_NEW.test(name) && !isSubtype(type, PyExc.OSError)) type.tp_new ??= type.base!.tp_new;
    if (name !== 'BaseExceptionGroup') typeReady(type);
  }
}
