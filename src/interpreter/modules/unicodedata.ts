// unicodedata: the Unicode character database, of version 15.0 and, as ucd_3_2_0, of version 3.2.
//
// The facts are in text/unicode_database.ts; names are fetched when first asked for.
//
// Answers to CPython 3.12: Modules/unicodedata.c. Absent: the capsule _ucnhash_CAPI.

import { Obj, type Res, TPFLAGS } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { bufferBytes } from '../objects/buffer.ts';
import { member, method } from '../objects/descrobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { newFloat } from '../objects/floatcore.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { defineModule, type FunctionRow, moduleOwnType, readyLater } from '../objects/moduleobject.ts';
import { codePoints, isStr, newStr, type Str } from '../objects/strcore.ts';
import { charNames, charNamesReadyG } from '../runtime/charnames.ts';
import * as D from '../text/unicode_database.ts';

const ucdType = moduleOwnType('unicodedata.UCD', TPFLAGS.DISALLOW_INSTANTIATION);

/** Functions of the module and methods of ucd_3_2_0 are the same. */
const inOld = (self: Obj): boolean => self.type === ucdType;

/** A character's number; null with TypeError. */
function character(o: Obj, what: string): number | null {
  if (isStr(o) && o.v !== '' && codePoints(o.v) === 1) return o.v.codePointAt(0)!;
  return typeError(`${what} must be a unicode character, not ${o.type.name}`);
}

/** An attribute that every character has. */
function fact(name: string, of: (code: number, old: boolean) => string | number, doc: string): FunctionRow {
  return [
    name,
    '($self, chr, /)',
    (self: Obj, o: Obj): Res => {
      const code = character(o, `${name}() argument`);
      if (code === null) return null;
      const value = of(code, inOld(self));
      return typeof value === 'string' ? newStr(value) : newInt(value);
    },
    doc,
  ];
}

/** A number that some characters stand for. */
function value(
  name: string,
  of: (code: number, old: boolean) => number | null,
  make: (n: number) => Obj,
  refusal: string,
  doc: string,
): FunctionRow {
  return [
    name,
    '($self, chr, default=<unrepresentable>, /)',
    (self: Obj, o: Obj, otherwise: Obj | undefined): Res => {
      const code = character(o, `${name}() argument 1`);
      if (code === null) return null;
      const n = of(code, inOld(self));
      if (n !== null) return make(n);
      if (otherwise === undefined) return raise(PyExc.ValueError, refusal);
      otherwise.rc++;
      return otherwise;
    },
    doc,
  ];
}

const FORMS = new Set(['NFC', 'NFD', 'NFKC', 'NFKD']);

/** The text in normal form; null: no such form. */
function normalized(self: Obj, form: Obj, text: Obj, caller: string): string | null {
  if (!isStr(form)) return typeError(`${caller}() argument 1 must be str, not ${form.type.name}`);
  if (!isStr(text)) return typeError(`${caller}() argument 2 must be str, not ${text.type.name}`);
  if (text.v === '') return '';
  if (!FORMS.has(form.v)) return raise(PyExc.ValueError, 'invalid normalization form');
  return D.normalize(form.v as D.NormalForm, text.v, inOld(self));
}

function normalize(self: Obj, form: Obj, text: Obj): Res {
  const r = normalized(self, form, text, 'normalize');
  if (r === null) return null;
  if (r !== (text as Str).v) return newStr(r);
  text.rc++;
  return text;
}

function isNormalized(self: Obj, form: Obj, text: Obj): Res {
  const r = normalized(self, form, text, 'is_normalized');
  return r === null ? null : newBool(r === (text as Str).v);
}

function* nameG(self: Obj, o: Obj, otherwise: Obj | undefined): Gen {
  const code = character(o, 'name() argument 1');
  if (code === null || !(yield* charNamesReadyG())) return null;
  const name = inOld(self) && !D.isAssignedInOld(code) ? null : charNames.now!.characterName(code);
  if (name !== null) return newStr(name);
  if (otherwise === undefined) return raise(PyExc.ValueError, 'no such name');
  otherwise.rc++;
  return otherwise;
}

const NAME_MAXLEN = 256;

function* lookupG(self: Obj, o: Obj): Gen {
  const bytes = isStr(o) ? null : bufferBytes(o);
  if (bytes === undefined) {
    return typeError(`a bytes-like object is required, not '${o.type.name}'`);
  }
  const name = bytes === null ? (o as Str).v : String.fromCharCode(...bytes);
  if (name.length > NAME_MAXLEN) return raise(PyExc.KeyError, 'name too long');
  if (!(yield* charNamesReadyG())) return null;
  const found = charNames.now!.characterNamed(name, true, inOld(self) ? D.isAssignedInOld : undefined);
  return found === null ? raise(PyExc.KeyError, `undefined character name '${name}'`) : newStr(found);
}

const functions: FunctionRow[] = [
  value(
    'decimal',
    D.decimal,
    newInt,
    'not a decimal',
    `Converts a Unicode character into its equivalent decimal value.

Returns the decimal value assigned to the character chr as integer.
If no such value is defined, default is returned, or, if not given,
ValueError is raised.`,
  ),
  value(
    'digit',
    D.digit,
    newInt,
    'not a digit',
    `Converts a Unicode character into its equivalent digit value.

Returns the digit value assigned to the character chr as integer.
If no such value is defined, default is returned, or, if not given,
ValueError is raised.`,
  ),
  value(
    'numeric',
    D.numeric,
    newFloat,
    'not a numeric character',
    `Converts a Unicode character into its equivalent numeric value.

Returns the numeric value assigned to the character chr as float.
If no such value is defined, default is returned, or, if not given,
ValueError is raised.`,
  ),
  fact('category', D.category, 'Returns the general category assigned to the character chr as string.'),
  fact(
    'bidirectional',
    D.bidirectional,
    `Returns the bidirectional class assigned to the character chr as string.

If no such value is defined, an empty string is returned.`,
  ),
  fact(
    'combining',
    D.combining,
    `Returns the canonical combining class assigned to the character chr as integer.

Returns 0 if no combining class is defined.`,
  ),
  fact(
    'mirrored',
    D.mirrored,
    `Returns the mirrored property assigned to the character chr as integer.

Returns 1 if the character has been identified as a "mirrored"
character in bidirectional text, 0 otherwise.`,
  ),
  fact(
    'east_asian_width',
    D.eastAsianWidth,
    'Returns the east asian width assigned to the character chr as string.',
  ),
  fact(
    'decomposition',
    D.decomposition,
    `Returns the character decomposition mapping assigned to the character chr as string.

An empty string is returned in case no such mapping is defined.`,
  ),
  [
    'is_normalized',
    '($self, form, unistr, /)',
    isNormalized,
    `Return whether the Unicode string unistr is in the normal form 'form'.

Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.`,
  ],
  [
    'normalize',
    '($self, form, unistr, /)',
    normalize,
    `Return the normal form 'form' for the Unicode string unistr.

Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.`,
  ],
  [
    'name',
    '($self, chr, default=<unrepresentable>, /)',
    nameG,
    `Returns the name assigned to the character chr as a string.

If no name is defined, default is returned, or, if not given,
ValueError is raised.`,
  ],
  [
    'lookup',
    '($self, name, /)',
    lookupG,
    `Look up character by name.

If a character with the given name is found, return the
corresponding character.  If not found, KeyError is raised.`,
  ],
];

for (const [name, sig, fn, doc] of functions) method(ucdType, name, sig, fn, doc);
member(ucdType, 'unidata_version', () => newStr(D.OLD_VERSION));
readyLater(ucdType);

export const unicodedataModule = defineModule(
  'unicodedata',
  `This module provides access to the Unicode Character Database which
defines character properties for all Unicode characters. The data in
this database is based on the UnicodeData.txt file version
${D.UNICODE_VERSION} which is publicly available from ftp://ftp.unicode.org/.

The module uses the same names and symbols as defined by the
UnicodeData File Format ${D.UNICODE_VERSION}.`,
  {
    functions,
    types: { UCD: ucdType },
    values: {
      unidata_version: () => newStr(D.UNICODE_VERSION),
      ucd_3_2_0: () => new Obj(ucdType, null),
    },
  },
);
