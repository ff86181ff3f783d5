// _tokenize: the tokenizer as an iterator, for the tokenize module.
//
// The lines are read to the end before the first token is given; CPython reads them as it needs them.
//
// Answers to CPython 3.12: Python/Python-tokenize.c, Parser/tokenizer.c (tok_readline_string).

import { decref, type Obj } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { isBytes } from '../objects/bytescore.ts';
import { decodeBytes } from '../objects/codecs.ts';
import { clearIf, PyExc, typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { callG, truth } from '../objects/object.ts';
import { newTuple } from '../objects/seqcore.ts';
import { isStr, newStr, type Str } from '../objects/strcore.ts';
import { raiseSyntaxError } from '../runtime/compile.ts';
import { SyntaxErrorInfo } from '../syntax/errors.ts';
import { TokenizerIter } from '../syntax/python_tokenize.ts';
import { iteratorType, type Refs } from './itertool.ts';

interface Tokens extends Refs {
  // refs[0]: readline, until everything has been read
  encoding: string | null;
  extra: boolean;
  iter: TokenizerIter | null;
}

/** Everything readline has to give; null with an error. */
function* readAllG(readline: Obj, encoding: string | null): Gen<string | null> {
  let source = '';
  for (;;) {
    const line = yield* callG(readline, []);
    if (line === null) return clearIf(PyExc.StopIteration) ? source : null;
    let text: string;
    if (encoding !== null) {
      if (!isBytes(line)) {
        decref(line);
        return typeError('readline() returned a non-bytes object');
      }
      let decoded = decodeBytes(line, line.v, encoding, 'replace');
      if (decoded === null) decoded = yield* settle();
      decref(line);
      if (decoded === null) return null;
      text = (decoded as Str).v;
      decref(decoded);
    } else {
      if (!isStr(line)) {
        decref(line);
        return typeError('readline() returned a non-string object');
      }
      text = line.v;
      decref(line);
    }
    if (text === '') return source;
    source += text;
  }
}

const tokenizerType = iteratorType<Tokens>({
  name: '_tokenize.TokenizerIter',
  sig: '(readline, /, *, encoding=None, extra_tokens)',
  doc: '',
  make: ([readline, encoding, extra]) => {
    const f = readline as Obj;
    const e = encoding as Obj | undefined;
    if (e !== undefined && !isStr(e)) {
      return typeError(`tokenizeriter() argument 'encoding' must be str, not ${e.type.name}`);
    }
    f.rc++;
    return {
      refs: [f],
      encoding: e === undefined ? null : (e as Str).v,
      extra: truth(extra as Obj) === 1,
      iter: null,
    };
  },
  next: function* (p) {
    if (p.iter === null) {
      const source = yield* readAllG(p.refs[0]!, p.encoding);
      if (source === null) return null;
      p.iter = new TokenizerIter(source, p.extra);
    }
    const token = p.iter.next();
    if (token === null) return null;
    if (token instanceof SyntaxErrorInfo) return raiseSyntaxError(token, true);
    const place = ([line, column]: readonly [number, number]): Obj =>
      newTuple([newInt(line), newInt(column)]);
    return newTuple([
      newInt(token.type),
      newStr(token.string),
      place(token.start),
      place(token.end),
      newStr(token.line),
    ]);
  },
});

export const tokenizeModule = defineModule('_tokenize', null, { types: { TokenizerIter: tokenizerType } });
