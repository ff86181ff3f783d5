// What all parts of _io share: calling methods of other streams, arguments, errors.
//
// Answers to CPython 3.12: Modules/_io/_iomodule.c, Modules/_io/_iomodule.h.

import { decref, immortal, type Obj, type PyType, tstate, typeType } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { bufferBytes, bufferOffer } from '../objects/buffer.ts';
import { isBytes } from '../objects/bytescore.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { fetch, PyExc, raise, restore, typeError } from '../objects/errors.ts';
import { type Exc, exceptionTypes } from '../objects/exceptions.ts';
import { getAttr, lookupAttrG, objectCall, truthG } from '../objects/object.ts';
import { tupleOf } from '../objects/seqcore.ts';
import { None } from '../objects/singletons.ts';
import { id, newStr } from '../objects/strcore.ts';

export const DEFAULT_BUFFER_SIZE = 8192;

/** io.UnsupportedOperation of the running program: a class like any other, so each run makes its own. */
let unsupportedOperation: PyType | null = null;

/** The class, made when first asked for. CPython 3.12: Modules/_io/_iomodule.c PyInit__io */
export function unsupportedType(): PyType {
  if (unsupportedOperation !== null) return unsupportedOperation;
  const name = newStr('UnsupportedOperation');
  const bases = tupleOf(exceptionTypes.OSError.self, exceptionTypes.ValueError.self);
  const dict = newDict();
  const module = newStr('io');
  setStr(dict, id('__module__'), module);
  const made = objectCall(typeType.self, [name, bases, dict]);
  for (const o of [name, bases, dict, module]) decref(o);
  if (made === null) throw new Error('UnsupportedOperation could not be made');
  immortal(made);
  unsupportedOperation = made.v as PyType;
  return unsupportedOperation;
}

/** A new run makes a class of its own. */
export function resetIo(): void {
  unsupportedOperation = null;
}

export function unsupported(message: string): null {
  return raise(unsupportedType(), message);
}

export function closedError(message = 'I/O operation on closed file.'): null {
  return raise(PyExc.ValueError, message);
}

/** `o.name`, waiting (new reference); null: an error. */
export function* attrG(o: Obj, name: string): Gen {
  const r = getAttr(o, id(name));
  return r === null ? yield* settle() : r;
}

/** `o.name(*args)`, waiting. Arguments are borrowed. */
export function* callMethodG(o: Obj, name: string, args: Obj[] = []): Gen {
  const m = yield* attrG(o, name);
  if (m === null) return null;
  let r = objectCall(m, args);
  if (r === null) r = yield* settle();
  decref(m);
  return r;
}

/** 1, 0, or -1 with an error: truth of `o.closed`. CPython 3.12: Modules/_io/iobase.c iobase_check_closed */
export function* closedG(o: Obj): Gen<number> {
  const r = yield* lookupAttrG(o, id('closed'));
  if (r === undefined) return 0;
  if (r === null) return -1;
  const t = yield* truthG(r);
  decref(r);
  return t;
}

/** False with "I/O operation on closed file." (or another error). */
export function* checkOpenG(o: Obj): Gen<boolean> {
  const closed = yield* closedG(o);
  if (closed === 1) closedError();
  return closed === 0;
}

function* checkAbility(o: Obj, method: string, message: string): Gen {
  const r = yield* callMethodG(o, method);
  if (r === null) return null;
  if (r.v !== 1 || r.type.name !== 'bool') {
    decref(r);
    return unsupported(message);
  }
  return r;
}
/** True (new reference), or null with UnsupportedOperation. CPython 3.12: _PyIOBase_check_readable and its siblings */
export const checkReadableG = (o: Obj): Gen => checkAbility(o, 'readable', 'File or stream is not readable.');
export const checkWritableG = (o: Obj): Gen => checkAbility(o, 'writable', 'File or stream is not writable.');
export const checkSeekableG = (o: Obj): Gen => checkAbility(o, 'seekable', 'File or stream is not seekable.');

/** The same, for callers that want only to know. */
export function* able(check: Gen): Gen<boolean> {
  const r = yield* check;
  if (r === null) return false;
  decref(r);
  return true;
}

/** A size that may be None or absent (-1); null with an error. CPython 3.12: _Py_convert_optional_to_ssize_t */
export function* sizeG(o: Obj | undefined): Gen<number | null> {
  if (o === undefined || o === None) return -1;
  if (typeof o.v === 'number' && o.type.name === 'int') return o.v;
  if (o.type.nb_index === null) {
    return typeError(`argument should be integer or None, not '${o.type.name}'`);
  }
  return yield* integerG(o, PyExc.OverflowError);
}

/** An integer argument; null with an error. */
export function* integerG(o: Obj, overflow: PyType = PyExc.OverflowError): Gen<number | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const v = i.v;
  decref(i);
  if (typeof v === 'bigint') return raise(overflow, "cannot fit 'int' into an index-sized integer");
  return v;
}

/** The bytes of a bytes-like argument; null with TypeError. */
export function readableBytes(o: Obj): Uint8Array | null {
  const b = bufferBytes(o);
  return b === undefined ? typeError(`a bytes-like object is required, not '${o.type.name}'`) : b;
}

/** The bytes of an argument that will be written into; null with TypeError. */
export function writableBytes(o: Obj, fn: string, argument = 'argument'): Uint8Array | null {
  const offer = isBytes(o) ? undefined : bufferOffer(o);
  if (offer === undefined || offer.readonly(o)) {
    return typeError(`${fn}() ${argument} must be read-write bytes-like object, not ${o.type.name}`);
  }
  return offer.bytes(o);
}

/**
 * Raises an earlier error again; an error that is raised now gets it as its context.
 * CPython 3.12: Python/errors.c _PyErr_ChainExceptions1
 */
export function chainExceptions(earlier: Obj): void {
  const now = fetch();
  if (now === null) {
    restore(earlier);
    return;
  }
  const exc = now as Exc;
  const old = exc.v.context;
  exc.v.context = earlier;
  if (old !== null) decref(old);
  restore(now);
}

/** Raises OSError(message) caused by the raised error. CPython 3.12: _PyErr_FormatFromCause */
export function fromCause(type: PyType, message: string): null {
  const cause = fetch() as Exc;
  raise(type, message);
  const exc = tstate.exc as Exc;
  cause.rc += 2;
  for (const old of [exc.v.cause, exc.v.context]) if (old !== null) decref(old);
  exc.v.cause = cause;
  exc.v.context = cause;
  exc.v.suppressContext = true;
  decref(cause);
  return null;
}
