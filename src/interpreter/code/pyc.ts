// .pyc files: sixteen bytes of header, then a marshalled code object.
//
// The header says which bytecode this is (a magic number that changes with every change of the instruction set) and
// how to see whether the source has changed since: by its time and size, or by a hash of it (PEP 552). Answers to
// CPython 3.12's Lib/importlib/_bootstrap_external.py (_code_to_timestamp_pyc, _code_to_hash_pyc, _classify_pyc).

import { CodeObject } from './codeobject.ts';
import { dumps, loads, type MarshalError } from './marshal.ts';

/** CPython 3.12's magic number; the file starts with it, then "\r\n". */
export const MAGIC_NUMBER = 3531;
export const HEADER_SIZE = 16;

export type PycHeader =
  | { kind: 'timestamp'; mtime: number; sourceSize: number }
  | { kind: 'hash'; sourceHash: Uint8Array; checkSource: boolean };

/** The bytes of a .pyc file. */
export function writePyc(code: CodeObject, header: PycHeader): Uint8Array {
  const body = dumps(code);
  const out = new Uint8Array(HEADER_SIZE + body.length);
  const view = new DataView(out.buffer);
  view.setUint16(0, MAGIC_NUMBER, true);
  out[2] = 0x0d;
  out[3] = 0x0a;
  if (header.kind === 'timestamp') {
    view.setUint32(4, 0, true);
    view.setUint32(8, header.mtime, true);
    view.setUint32(12, header.sourceSize, true);
  } else {
    view.setUint32(4, header.checkSource ? 0b11 : 0b01, true);
    out.set(header.sourceHash, 8);
  }
  out.set(body, HEADER_SIZE);
  return out;
}

export type PycError = MarshalError | { type: 'ImportError'; msg: string };

/** Reads a .pyc file; `name` is the module's, for the messages. */
export function readPyc(
  data: Uint8Array,
  name: string,
): { header: PycHeader; code: CodeObject; error: null } | { header: null; code: null; error: PycError } {
  const fail = (error: PycError): { header: null; code: null; error: PycError } => ({
    header: null,
    code: null,
    error,
  });
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 4 || view.getUint16(0, true) !== MAGIC_NUMBER || data[2] !== 0x0d || data[3] !== 0x0a) {
    return fail({ type: 'ImportError', msg: `bad magic number in '${name}'` });
  }
  if (data.length < HEADER_SIZE) {
    return fail({ type: 'EOFError', msg: `reached EOF while reading pyc header of '${name}'` });
  }
  const flags = view.getUint32(4, true);
  if (flags & ~0b11) return fail({ type: 'ImportError', msg: `invalid flags ${flags} in '${name}'` });
  const { value, error } = loads(data, HEADER_SIZE);
  if (error) return fail(error);
  if (!(value instanceof CodeObject)) {
    return fail({ type: 'ImportError', msg: `Non-code object in '${name}'` });
  }
  const header: PycHeader =
    flags & 1
      ? { kind: 'hash', sourceHash: data.slice(8, 16), checkSource: (flags & 2) !== 0 }
      : { kind: 'timestamp', mtime: view.getUint32(8, true), sourceSize: view.getUint32(12, true) };
  return { header, code: value, error: null };
}
