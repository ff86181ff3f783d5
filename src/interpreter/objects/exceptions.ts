// The exception types and their instances.
//
// An instance's payload has what every exception has (args, traceback, context, cause); the extra fields of some
// types (`StopIteration.value`, `OSError.errno`, ...) stand in `fields`, named by type in the table below.
//
// Answers to CPython 3.12: Objects/exceptions.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { isTuple, newTuple, type Tuple, tupleOf } from './seqcore.ts';
import { None } from './singletons.ts';

export class ExcV {
  /** A tuple (owned). */
  args: Obj;
  traceback: Obj | null = null;
  context: Obj | null = null;
  cause: Obj | null = null;
  suppressContext = false;
  /** Extra fields of the type, in the order of `fieldNames` (owned). */
  fields: (Obj | null)[];
  constructor(args: Obj, fields: (Obj | null)[]) {
    this.args = args;
    this.fields = fields;
  }
}
export type Exc = Obj<ExcV>;

/**
 * The exceptions being handled, innermost first: one item for the thread and one for each generator that is
 * running. CPython 3.12: Include/cpython/pystate.h _PyErr_StackItem
 */
export interface ExcItem {
  /** Owned; null: nothing is being handled at this level. */
  value: Obj | null;
  previous: ExcItem | null;
}
export const excState: { item: ExcItem } = { item: { value: null, previous: null } };

/** The exception being handled, or null (borrowed). CPython 3.12: Python/errors.c _PyErr_GetTopmostException */
export function handledException(): Obj | null {
  for (let item: ExcItem | null = excState.item; item !== null; item = item.previous) {
    if (item.value !== null) return item.value;
  }
  return null;
}

// One row a type: name, base, doc. The order is CPython's hierarchy.
const HIERARCHY = [
  ['BaseException', '', 'Common base class for all exceptions.'],
  ['BaseExceptionGroup', 'BaseException', 'A combination of multiple unrelated exceptions.'],
  ['GeneratorExit', 'BaseException', 'Request that a generator exit.'],
  ['KeyboardInterrupt', 'BaseException', 'Program interrupted by user.'],
  ['SystemExit', 'BaseException', 'Request to exit from the interpreter.'],
  ['Exception', 'BaseException', 'Common base class for all non-exit exceptions.'],
  ['ArithmeticError', 'Exception', 'Base class for arithmetic errors.'],
  ['FloatingPointError', 'ArithmeticError', 'Floating-point operation failed.'],
  ['OverflowError', 'ArithmeticError', 'Result too large to be represented.'],
  ['ZeroDivisionError', 'ArithmeticError', 'Second argument to a division or modulo operation was zero.'],
  ['AssertionError', 'Exception', 'Assertion failed.'],
  ['AttributeError', 'Exception', 'Attribute not found.'],
  ['BufferError', 'Exception', 'Buffer error.'],
  ['EOFError', 'Exception', 'Read beyond end of file.'],
  ['ImportError', 'Exception', "Import can't find module, or can't find name in module."],
  ['ModuleNotFoundError', 'ImportError', 'Module not found.'],
  ['LookupError', 'Exception', 'Base class for lookup errors.'],
  ['IndexError', 'LookupError', 'Sequence index out of range.'],
  ['KeyError', 'LookupError', 'Mapping key not found.'],
  ['MemoryError', 'Exception', 'Out of memory.'],
  ['NameError', 'Exception', 'Name not found globally.'],
  ['UnboundLocalError', 'NameError', 'Local name referenced but not bound to a value.'],
  ['OSError', 'Exception', 'Base class for I/O related errors.'],
  ['BlockingIOError', 'OSError', 'I/O operation would block.'],
  ['ChildProcessError', 'OSError', 'Child process error.'],
  ['ConnectionError', 'OSError', 'Connection error.'],
  ['BrokenPipeError', 'ConnectionError', 'Broken pipe.'],
  ['ConnectionAbortedError', 'ConnectionError', 'Connection aborted.'],
  ['ConnectionRefusedError', 'ConnectionError', 'Connection refused.'],
  ['ConnectionResetError', 'ConnectionError', 'Connection reset.'],
  ['FileExistsError', 'OSError', 'File already exists.'],
  ['FileNotFoundError', 'OSError', 'File not found.'],
  ['InterruptedError', 'OSError', 'Interrupted by signal.'],
  ['IsADirectoryError', 'OSError', "Operation doesn't work on directories."],
  ['NotADirectoryError', 'OSError', 'Operation only works on directories.'],
  ['PermissionError', 'OSError', 'Not enough permissions.'],
  ['ProcessLookupError', 'OSError', 'Process not found.'],
  ['TimeoutError', 'OSError', 'Timeout expired.'],
  ['ReferenceError', 'Exception', 'Weak ref proxy used after referent went away.'],
  ['RuntimeError', 'Exception', 'Unspecified run-time error.'],
  ['NotImplementedError', 'RuntimeError', "Method or function hasn't been implemented yet."],
  ['RecursionError', 'RuntimeError', 'Recursion limit exceeded.'],
  ['StopAsyncIteration', 'Exception', 'Signal the end from iterator.__anext__().'],
  ['StopIteration', 'Exception', 'Signal the end from iterator.__next__().'],
  ['SyntaxError', 'Exception', 'Invalid syntax.'],
  ['IndentationError', 'SyntaxError', 'Improper indentation.'],
  ['TabError', 'IndentationError', 'Improper mixture of spaces and tabs.'],
  ['SystemError', 'Exception', 'Internal error in the Python interpreter.'],
  ['TypeError', 'Exception', 'Inappropriate argument type.'],
  ['ValueError', 'Exception', 'Inappropriate argument value (of correct type).'],
  ['UnicodeError', 'ValueError', 'Unicode related error.'],
  ['UnicodeDecodeError', 'UnicodeError', 'Unicode decoding error.'],
  ['UnicodeEncodeError', 'UnicodeError', 'Unicode encoding error.'],
  ['UnicodeTranslateError', 'UnicodeError', 'Unicode translation error.'],
  ['Warning', 'Exception', 'Base class for warning categories.'],
  ['BytesWarning', 'Warning', 'Base class for warnings about bytes and buffer related problems.'],
  ['DeprecationWarning', 'Warning', 'Base class for warnings about deprecated features.'],
  ['EncodingWarning', 'Warning', 'Base class for warnings about encodings.'],
  [
    'FutureWarning',
    'Warning',
    'Base class for warnings about constructs that will change semantically in the future.',
  ],
  ['ImportWarning', 'Warning', 'Base class for warnings about probable mistakes in module imports'],
  [
    'PendingDeprecationWarning',
    'Warning',
    'Base class for warnings about features which will be deprecated in the future.',
  ],
  ['ResourceWarning', 'Warning', 'Base class for warnings about resource usage.'],
  ['RuntimeWarning', 'Warning', 'Base class for warnings about dubious runtime behavior.'],
  ['SyntaxWarning', 'Warning', 'Base class for warnings about dubious syntax.'],
  [
    'UnicodeWarning',
    'Warning',
    'Base class for warnings about Unicode related problems, mostly related to conversion problems.',
  ],
  ['UserWarning', 'Warning', 'Base class for warnings generated by user code.'],
] as const;

export type ExcName = (typeof HIERARCHY)[number][0];
export type ExcTypes = { [K in ExcName]: PyType };

const FIELDS: { [name: string]: readonly string[] } = {
  StopIteration: ['value'],
  SystemExit: ['code'],
  ImportError: ['msg', 'name', 'path', 'name_from'],
  NameError: ['name'],
  AttributeError: ['name', 'obj'],
  OSError: ['errno', 'strerror', 'filename', 'filename2', 'characters_written'],
  SyntaxError: [
    'msg',
    'filename',
    'lineno',
    'offset',
    'end_lineno',
    'end_offset',
    'text',
    'print_file_and_line',
  ],
  UnicodeDecodeError: ['encoding', 'object', 'start', 'end', 'reason'],
  UnicodeEncodeError: ['encoding', 'object', 'start', 'end', 'reason'],
  UnicodeTranslateError: ['encoding', 'object', 'start', 'end', 'reason'],
  BaseExceptionGroup: ['message', 'exceptions'],
};

const fieldsOf = new Map<PyType, readonly string[]>();

/** Names of a type's extra fields (those of the nearest base that has any). */
export function fieldNames(type: PyType): readonly string[] {
  for (let t: PyType | null = type; t !== null; t = t.base) {
    const names = fieldsOf.get(t);
    if (names !== undefined) return names;
  }
  return [];
}

/** Sizes of the C structs; those not here are as large as their base's. CPython 3.12: Include/cpython/pyerrors.h */
const SIZES: { [name: string]: number } = {
  AttributeError: 88,
  ImportError: 104,
  NameError: 80,
  OSError: 112,
  StopIteration: 80,
  SyntaxError: 136,
  SystemExit: 80,
  UnicodeDecodeError: 112,
  UnicodeEncodeError: 112,
  UnicodeTranslateError: 112,
};

export const exceptionTypes: ExcTypes = (() => {
  const made = {} as { [name: string]: PyType };
  for (const [name, base, doc] of HIERARCHY) {
    const type = new PyType(name, TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC | TPFLAGS.BASE_EXC_SUBCLASS, typeType);
    type.doc = doc;
    type.base = made[base] ?? null;
    type.hasDict = true;
    type.hasWeakrefs = false;
    made[name] = type;
    type.basicsize = SIZES[name] ?? type.base?.basicsize ?? 72;
    const fields = FIELDS[name];
    if (fields !== undefined) fieldsOf.set(type, fields);
    // A type without fields of its own has its base's layout: io.UnsupportedOperation derives from two of them.
    type.solid = fields !== undefined || type.base === null ? type : type.base.solid;
  }
  return made as ExcTypes;
})();

export function isException(o: Obj): o is Exc {
  return (o.type.flags & TPFLAGS.BASE_EXC_SUBCLASS) !== 0;
}

/** A field of an exception by name (borrowed), or null. */
export function excField(exc: Exc, name: string): Obj | null {
  const at = fieldNames(exc.type).indexOf(name);
  return at < 0 ? null : (exc.v.fields[at] ?? null);
}

/** Sets a field by name; takes over the reference. */
export function setExcField(exc: Exc, name: string, value: Obj | null): void {
  const at = fieldNames(exc.type).indexOf(name);
  const old = exc.v.fields[at] ?? null;
  exc.v.fields[at] = value;
  xdecref(old);
}

/** An exception object as `tp_new` makes it: args set, fields empty. Takes over `args`. */
export function allocException(type: PyType, args: Obj): Exc {
  const names = fieldNames(type);
  const fields: (Obj | null)[] = [];
  for (let i = 0; i < names.length; i++) fields.push(null);
  const exc: Exc = new Obj<ExcV>(type, new ExcV(args, fields));
  if ((type.flags & TPFLAGS.HEAPTYPE) !== 0) type.self.rc++;
  gcTrack(exc);
  return exc;
}

/** An instance of a built-in exception type: `type(*args)`. Takes over `args`. */
export function newException(type: PyType, args: Tuple): Exc {
  const exc = allocException(type, args);
  initFields(exc, args.v);
  return exc;
}

/**
 * What the `__init__` of the built-in types does with positional arguments.
 * CPython 3.12: Objects/exceptions.c StopIteration_init, SystemExit_init, oserror_init, SyntaxError_init, ...
 */
export function initFields(exc: Exc, args: readonly Obj[]): void {
  const names = fieldNames(exc.type);
  if (names.length === 0) return;
  const first = names[0];
  const n = args.length;
  const put = (name: string, o: Obj): void => {
    o.rc++;
    setExcField(exc, name, o);
  };
  if (first === 'value') put('value', n > 0 ? args[0]! : None);
  else if (first === 'code') {
    if (n === 1) put('code', args[0]!);
    else if (n > 1) setExcField(exc, 'code', tupleOf(...args));
  } else if (first === 'msg' && names[1] === 'name') {
    if (n === 1) put('msg', args[0]!);
  } else if (first === 'errno') {
    if (n >= 2 && n <= 5) {
      put('errno', args[0]!);
      put('strerror', args[1]!);
      if (n >= 3 && args[2] !== None) {
        put('filename', args[2]!);
        if (n >= 5 && args[4] !== None) put('filename2', args[4]!);
        // The file name is an attribute, not one of the args.
        const old = exc.v.args;
        exc.v.args = tupleOf(args[0]!, args[1]!);
        decref(old);
      }
    }
  } else if (first === 'msg' && names[1] === 'filename') {
    if (n >= 1) put('msg', args[0]!);
    if (n === 2 && isTuple(args[1]!)) {
      const info = (args[1] as Tuple).v;
      const order = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'];
      for (let i = 0; i < order.length && i < info.length; i++) put(order[i]!, info[i]!);
    }
  } else if (first === 'encoding') {
    const five = names.length === 5 && exc.type.name !== 'UnicodeTranslateError';
    const order = five ? names : names.slice(1);
    for (let i = 0; i < order.length && i < n; i++) put(order[i]!, args[i]!);
  } else if (first === 'message') {
    if (n >= 1) put('message', args[0]!);
    if (n >= 2) {
      const list = args[1] as Tuple;
      setExcField(
        exc,
        'exceptions',
        isTuple(list) ? (list.rc++, list) : newTuple((list as Tuple).v.map((o) => (o.rc++, o))),
      );
    }
  }
}

export function excTraverse(o: Obj, visit: (o: Obj) => void): void {
  const e = (o as Exc).v;
  visit(e.args);
  if (e.traceback !== null) visit(e.traceback);
  if (e.context !== null) visit(e.context);
  if (e.cause !== null) visit(e.cause);
  for (const f of e.fields) if (f !== null) visit(f);
  if (o.x !== null) visit(o.x as Obj);
}

export function excClear(o: Obj): void {
  const e = (o as Exc).v;
  const { args, traceback, context, cause, fields } = e;
  e.args = newTuple([]);
  e.traceback = e.context = e.cause = null;
  e.fields = fields.map(() => null);
  const dict = o.x as Obj | null;
  o.x = null;
  decref(args);
  xdecref(traceback);
  xdecref(context);
  xdecref(cause);
  for (const f of fields) xdecref(f);
  xdecref(dict);
}
