// _string: how string.Formatter takes format strings apart.
//
// Answers to CPython 3.12: Objects/stringlib/unicode_format.h (formatter_parser, formatter_field_name_split).

import { gcTrack } from '../memory/gc.ts';
import { Obj } from '../memory/object.ts';
import { typeError } from '../objects/errors.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { newTuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/strcore.ts';
import { fieldInteger, fieldNameParts, firstPartEnd, parseMarkup } from '../objects/strformat.ts';
import { iteratorType, type Refs } from './itertool.ts';

interface Formatter extends Refs {
  pieces: ReturnType<typeof parseMarkup>;
}

const formatterType = iteratorType<Formatter>({
  name: 'formatteriterator',
  sig: '()',
  doc: '',
  make: () => typeError("cannot create 'formatteriterator' instances"),
  next: (p) => {
    const piece = p.pieces.next().value;
    if (piece == null) return null;
    const { literal, field } = piece;
    if (field === null) return newTuple([newStr(literal), none(), none(), none()]);
    return newTuple([
      newStr(literal),
      newStr(field.name),
      newStr(field.spec),
      field.conversion === '' ? none() : newStr(field.conversion),
    ]);
  },
});

interface Names extends Refs {
  parts: ReturnType<typeof fieldNameParts>;
}

const namesType = iteratorType<Names>({
  name: 'fieldnameiterator',
  sig: '()',
  doc: '',
  make: () => typeError("cannot create 'fieldnameiterator' instances"),
  next: (p) => {
    const part = p.parts.next().value;
    if (part == null) return null;
    return newTuple([newBool(part.attribute), part.index >= 0 ? newInt(part.index) : newStr(part.name)]);
  },
});

function tracked<P>(type: typeof formatterType, payload: P): Obj {
  const o = new Obj<P>(type, payload);
  gcTrack(o);
  return o;
}

export const stringModule = defineModule('_string', 'string helper module', {
  functions: [
    [
      'formatter_parser',
      '(object, /)',
      (_m: Obj, s: Obj) => {
        if (!isStr(s)) return typeError(`expected str, got ${s.type.name}`);
        return tracked<Formatter>(formatterType, { refs: [], pieces: parseMarkup(s.v) });
      },
      'parse the argument as a format string',
    ],
    [
      'formatter_field_name_split',
      '(object, /)',
      (_m: Obj, s: Obj) => {
        if (!isStr(s)) return typeError(`expected str, got ${s.type.name}`);
        const first = s.v.slice(0, firstPartEnd(s.v));
        const index = fieldInteger(first);
        if (index === null) return null;
        const rest = tracked<Names>(namesType, { refs: [], parts: fieldNameParts(s.v) });
        return newTuple([index >= 0 ? newInt(index) : newStr(first), rest]);
      },
      'split the argument as a field name',
    ],
  ],
});
