// _sre: the engine of `re`. The compiler of patterns is Python (re._parser, re._compiler) and runs unchanged.
//
// The parts: _sre_constants.ts the opcodes, _sre_chars.ts characters, _sre_match.ts the matcher, _sre_search.ts where it
// is tried, _sre_validate.ts the check of compiled codes, _sre_text.ts texts and their parts, _sre_pattern.ts,
// _sre_matchobject.ts and _sre_template.ts the objects.
//
// Answers to CPython 3.12: Modules/_sre/sre.c (module). Absent: locales other than "C", tracing.

import type { Obj, Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { ssizeArgG } from '../objects/searchargs.ts';
import { newStr } from '../objects/strcore.ts';
import { isAsciiLetter, lowerAscii, lowerUnicode, upperUnicode } from './_sre_chars.ts';
import { CODESIZE, MAGIC, MAXGROUPS, MAXREPEAT } from './_sre_constants.ts';
import { compile } from './_sre_pattern.ts';
import { template } from './_sre_template.ts';

const LAST_CHARACTER = 0x10ffff;

/** A function of one character, given by its code; beyond Unicode nothing has cases. */
function ofCharacter(f: (c: number) => Res): (m: Obj, character: Obj) => Gen {
  return function* (_m, character) {
    const c = yield* ssizeArgG(character);
    if (c === null) return null;
    if (c > 0x7fffffff) return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
    if (c < -0x80000000) return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
    return f(c);
  };
}

const lower = (c: number): number => (c < 0 || c > LAST_CHARACTER ? c : lowerUnicode(c));
const upper = (c: number): number => (c < 0 || c > LAST_CHARACTER ? c : upperUnicode(c));

export const sreModule = defineModule('_sre', null, {
  functions: [
    ['compile', '($module, /, pattern, flags, code, groups, groupindex, indexgroup)', compile],
    [
      'template',
      '($module, pattern, template, /)',
      template,
      '\n\n  template\n    A list containing interleaved literal strings (str or bytes) and group\n    indices (int), as returned by re._parser.parse_template():\n        [literal1, group1, ..., literalN, groupN]',
    ],
    ['getcodesize', '($module, /)', () => newInt(CODESIZE)],
    ['ascii_iscased', '($module, character, /)', ofCharacter((c) => newBool(c >= 0 && isAsciiLetter(c)))],
    [
      'unicode_iscased',
      '($module, character, /)',
      ofCharacter((c) => newBool(lower(c) !== c || upper(c) !== c)),
    ],
    ['ascii_tolower', '($module, character, /)', ofCharacter((c) => newInt(lowerAscii(c)))],
    ['unicode_tolower', '($module, character, /)', ofCharacter((c) => newInt(lower(c)))],
  ],
  values: {
    MAGIC: () => newInt(MAGIC),
    CODESIZE: () => newInt(CODESIZE),
    MAXREPEAT: () => newInt(MAXREPEAT),
    MAXGROUPS: () => newInt(MAXGROUPS),
    copyright: () => newStr(' SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB '),
  },
});
