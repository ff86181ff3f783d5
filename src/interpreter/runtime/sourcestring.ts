// The source text that a program hands to compile(), exec(), eval() or symtable(): a str, or bytes in some encoding.
//
// Answers to CPython 3.12: Python/pythonrun.c _Py_SourceAsString, Parser/tokenizer.c decode_str, Parser/pegen_errors.c
// _Pypegen_raise_tokenizer_init_error.

import { decref, type Obj } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { bufferBytes } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytescore.ts';
import { decodeBytes, encodeStr } from '../objects/codecs.ts';
import { clear, fetch, matches, PyExc, raise, typeError } from '../objects/errors.ts';
import { strG } from '../objects/object.ts';
import { isStr, type Str } from '../objects/strcore.ts';
import { SyntaxErrorInfo } from '../syntax/errors.ts';
import { decodeSource, SourceEncodingError } from '../text/encoding.ts';
import { raiseSyntaxError } from './compile.ts';

const NULS = 'source code string cannot contain null bytes';

/** A SyntaxError before the first line. */
const noText = (msg: string, filename: string): null =>
  raiseSyntaxError(new SyntaxErrorInfo('SyntaxError', msg, filename, 0, -1, null, null, null));

/** An encoding that is a Python module, or none. */
function* decodedG(bytes: Uint8Array, encoding: string, filename: string): Gen<string | null> {
  const o = newBytes(bytes);
  let r = decodeBytes(o, bytes, encoding, 'strict');
  if (r === null) r = yield* settle();
  decref(o);
  if (r !== null) {
    const text = (r as Str).v;
    decref(r);
    return text;
  }
  if (!matches(PyExc.LookupError) && !matches(PyExc.SyntaxError) && !matches(PyExc.ValueError)) return null;
  const exc = fetch()!;
  const why = yield* strG(exc);
  decref(exc);
  if (why === null) {
    clear();
    return null;
  }
  const msg = why.v;
  decref(why);
  return noText(msg, filename);
}

/** The text; null with an error. `what` says what `name` takes. */
export function* sourceTextG(o: Obj, name: string, what: string, filename: string): Gen<string | null> {
  if (isStr(o)) {
    if (!o.v.isWellFormed()) {
      const r = encodeStr(o, 'utf-8', 'strict');
      if (r !== null) decref(r);
      return null;
    }
    return o.v.includes('\0') ? raise(PyExc.SyntaxError, NULS) : o.v;
  }
  const bytes = bufferBytes(o);
  if (bytes == null) return typeError(`${name}() arg 1 must be a ${what} object`);
  if (bytes.includes(0)) return raise(PyExc.SyntaxError, NULS);
  const decoded = decodeSource(bytes);
  if (!(decoded instanceof SourceEncodingError)) return decoded.text;
  const encoding = /^unknown encoding: (.*)$/s.exec(decoded.msg)?.[1];
  if (encoding !== undefined) return yield* decodedG(bytes, encoding, filename);
  if (decoded.msg.startsWith('(unicode error)')) return raise(PyExc.SyntaxError, decoded.msg);
  return noText(decoded.msg, filename);
}
