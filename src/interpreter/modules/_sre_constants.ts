// The words of compiled regular expressions: opcodes, positions, character categories, flags.
//
// `re._compiler` (Python, from the standard library) turns a pattern into a row of these 32-bit codes, and the
// matcher in _sre_match.ts runs it. The numbers must be those of Lib/re/_constants.py, whose MAGIC is compared.
//
// Answers to CPython 3.12: Modules/_sre/sre_constants.h, Modules/_sre/sre.h.

export const MAGIC = 20221023;
/** Size of a code in bytes. */
export const CODESIZE = 4;
/** "No upper limit" of a repeat. */
export const MAXREPEAT = 4294967295;
export const MAXGROUPS = 1073741823;

export const FAILURE = 0;
export const SUCCESS = 1;
export const ANY = 2;
export const ANY_ALL = 3;
export const ASSERT = 4;
export const ASSERT_NOT = 5;
export const AT = 6;
export const BRANCH = 7;
export const CATEGORY = 8;
export const CHARSET = 9;
export const BIGCHARSET = 10;
export const GROUPREF = 11;
export const GROUPREF_EXISTS = 12;
export const IN = 13;
export const INFO = 14;
export const JUMP = 15;
export const LITERAL = 16;
export const MARK = 17;
export const MAX_UNTIL = 18;
export const MIN_UNTIL = 19;
export const NOT_LITERAL = 20;
export const NEGATE = 21;
export const RANGE = 22;
export const REPEAT = 23;
export const REPEAT_ONE = 24;
export const MIN_REPEAT_ONE = 26;
export const ATOMIC_GROUP = 27;
export const POSSESSIVE_REPEAT = 28;
export const POSSESSIVE_REPEAT_ONE = 29;
export const GROUPREF_IGNORE = 30;
export const IN_IGNORE = 31;
export const LITERAL_IGNORE = 32;
export const NOT_LITERAL_IGNORE = 33;
export const GROUPREF_LOC_IGNORE = 34;
export const IN_LOC_IGNORE = 35;
export const LITERAL_LOC_IGNORE = 36;
export const NOT_LITERAL_LOC_IGNORE = 37;
export const GROUPREF_UNI_IGNORE = 38;
export const IN_UNI_IGNORE = 39;
export const LITERAL_UNI_IGNORE = 40;
export const NOT_LITERAL_UNI_IGNORE = 41;
export const RANGE_UNI_IGNORE = 42;

export const AT_BEGINNING = 0;
export const AT_BEGINNING_LINE = 1;
export const AT_BEGINNING_STRING = 2;
export const AT_BOUNDARY = 3;
export const AT_NON_BOUNDARY = 4;
export const AT_END = 5;
export const AT_END_LINE = 6;
export const AT_END_STRING = 7;
export const AT_LOC_BOUNDARY = 8;
export const AT_LOC_NON_BOUNDARY = 9;
export const AT_UNI_BOUNDARY = 10;
export const AT_UNI_NON_BOUNDARY = 11;

/** Categories come in pairs: an even number, and after it its opposite. */
export const CATEGORY_DIGIT = 0;
export const CATEGORY_SPACE = 2;
export const CATEGORY_WORD = 4;
export const CATEGORY_LINEBREAK = 6;
export const CATEGORY_LOC_WORD = 8;
export const CATEGORY_UNI_DIGIT = 10;
export const CATEGORY_UNI_SPACE = 12;
export const CATEGORY_UNI_WORD = 14;
export const CATEGORY_UNI_LINEBREAK = 16;
export const CATEGORIES = 18;

/** Bits of the INFO block that may stand before a pattern. */
export const INFO_PREFIX = 1;
export const INFO_LITERAL = 2;
export const INFO_CHARSET = 4;

/** Flags of a pattern by the names its repr shows. */
export const FLAG_NAMES: readonly (readonly [name: string, bit: number])[] = [
  ['re.TEMPLATE', 1],
  ['re.IGNORECASE', 2],
  ['re.LOCALE', 4],
  ['re.MULTILINE', 8],
  ['re.DOTALL', 16],
  ['re.UNICODE', 32],
  ['re.VERBOSE', 64],
  ['re.DEBUG', 128],
  ['re.ASCII', 256],
];
export const FLAG_LOCALE = 4;
export const FLAG_UNICODE = 32;
export const FLAG_ASCII = 256;
