// _locale: the conventions of the C locale, under the names that programs may ask for.
//
// A program begins with LC_CTYPE set from the environment (UTF-8) and "C" for the rest. The known locales are C, POSIX,
// C.UTF-8 and the environment's own; all have the same conventions, as where the C library brings no others.
//
// Answers to CPython 3.12: Modules/_localemodule.c.
// Absent: catalogues of translated messages: gettext() answers what it is given, as without a catalogue.

import type { Obj, PyType, Res } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, raiseWith, typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule, type Module, moduleAdd, moduleGet } from '../objects/moduleobject.ts';
import { newList } from '../objects/seqcore.ts';
import { None } from '../objects/singletons.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { system } from '../runtime/system.ts';
import { DAYS, MONTHS } from './calendar_names.ts';
import { newExceptionClass } from './newexception.ts';
import { intG } from './posix_path.ts';

const CATEGORIES = ['LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES'];
/** glibc's numbers. */
const NUMBERS: { readonly [name: string]: number } = {
  LC_CTYPE: 0,
  LC_NUMERIC: 1,
  LC_TIME: 2,
  LC_COLLATE: 3,
  LC_MONETARY: 4,
  LC_MESSAGES: 5,
  LC_ALL: 6,
  CHAR_MAX: 127,
};

// nl_langinfo counts from Sunday.
const WEEK = [DAYS[6]!, ...DAYS.slice(0, 6)];
// Name, glibc's number, text.
const LANGINFO: readonly (readonly [name: string, number: number, text: string])[] = [
  ...WEEK.map((d, i) => [`ABDAY_${i + 1}`, 131072 + i, d.slice(0, 3)] as const),
  ...WEEK.map((d, i) => [`DAY_${i + 1}`, 131079 + i, d] as const),
  ...MONTHS.map((m, i) => [`ABMON_${i + 1}`, 131086 + i, m.slice(0, 3)] as const),
  ...MONTHS.map((m, i) => [`MON_${i + 1}`, 131098 + i, m] as const),
  ['AM_STR', 131110, 'AM'],
  ['PM_STR', 131111, 'PM'],
  ['D_T_FMT', 131112, '%a %b %e %H:%M:%S %Y'],
  ['D_FMT', 131113, '%m/%d/%y'],
  ['T_FMT', 131114, '%H:%M:%S'],
  ['T_FMT_AMPM', 131115, '%I:%M:%S %p'],
  ['ERA', 131116, ''],
  ['ERA_D_FMT', 131118, ''],
  ['ALT_DIGITS', 131119, ''],
  ['ERA_D_T_FMT', 131120, ''],
  ['ERA_T_FMT', 131121, ''],
  ['CODESET', 14, 'UTF-8'],
  ['RADIXCHAR', 65536, '.'],
  ['THOUSEP', 65537, ''],
  ['YESEXPR', 327680, '^[yY]'],
  ['NOEXPR', 327681, '^[nN]'],
  ['CRNCYSTR', 262159, '-'],
];

let set: string[] = [];
let running: Module | null = null;
let domain = 'messages';

const localeError = (message: string): null =>
  raiseWith((moduleGet(running!, 'Error') as Obj<PyType>).v, newStr(message));

/** The environment's locale for a category. */
function fromEnvironment(category: number): string {
  const { environ } = system();
  return environ.get('LC_ALL') || environ.get(CATEGORIES[category]!) || environ.get('LANG') || 'C';
}

function known(name: string): boolean {
  const plain = name.replace(/utf-?8$/i, 'UTF-8');
  return ['C', 'POSIX', 'C.UTF-8', 'en_US.UTF-8', fromEnvironment(0)].includes(plain);
}

/** What all categories are set to, in one text. */
function all(): string {
  if (set.every((name) => name === set[0])) return set[0]!;
  return CATEGORIES.map((c, i) => `${c}=${set[i]}`).join(';');
}

/** CPython 3.12: Modules/_localemodule.c _locale_setlocale_impl */
function* setlocale(_m: Obj, categoryArg: Obj, locale: Obj | undefined): Gen {
  const category = yield* intG(categoryArg, 0);
  if (category === null) return null;
  const given = locale === undefined || locale === None ? null : isStr(locale) ? locale.v : undefined;
  if (given === undefined) {
    return typeError(`setlocale() argument 2 must be str or None, not ${locale!.type.name}`);
  }
  if (category < 0 || category > 6) return localeError('invalid locale category');
  const which = category === 6 ? CATEGORIES.map((_, i) => i) : [category];
  if (given !== null) {
    const parts = new Map(given.split(';').map((p) => p.split('=') as [string, string | undefined]));
    const names = which.map((i) => {
      if (given === '') return fromEnvironment(i);
      return given.includes('=') ? (parts.get(CATEGORIES[i]!) ?? '') : given;
    });
    if (!names.every(known)) return localeError('unsupported locale setting');
    which.forEach((i, at) => {
      set[i] = names[at] === 'POSIX' ? 'C' : names[at]!;
    });
  }
  return newStr(category === 6 ? all() : set[category]!);
}

function localeconv(): Obj {
  const d = newDict();
  const put = (name: string, value: Obj): void => {
    setStr(d, id(name), value);
    value.rc--;
  };
  for (const name of ['int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep']) {
    put(name, newStr(''));
  }
  put('mon_grouping', newList([]));
  put('positive_sign', newStr(''));
  put('negative_sign', newStr(''));
  for (const name of [
    'int_frac_digits',
    'frac_digits',
    'p_cs_precedes',
    'p_sep_by_space',
    'n_cs_precedes',
    'n_sep_by_space',
    'p_sign_posn',
    'n_sign_posn',
  ]) {
    put(name, newInt(127));
  }
  put('decimal_point', newStr('.'));
  put('thousands_sep', newStr(''));
  put('grouping', newList([]));
  return d;
}

function* nl_langinfo(_m: Obj, keyArg: Obj): Gen {
  const key = yield* intG(keyArg, 0);
  if (key === null) return null;
  const row = LANGINFO.find(([, number]) => number === key);
  return row === undefined ? raise(PyExc.ValueError, 'unsupported langinfo constant') : newStr(row[2]);
}

/** Code points compare as they are. */
function strcoll(_m: Obj, a: Obj, b: Obj): Res {
  if (!isStr(a)) return typeError(`strcoll() argument 1 must be str, not ${a.type.name}`);
  if (!isStr(b)) return typeError(`strcoll() argument 2 must be str, not ${b.type.name}`);
  const [left, right] = [[...a.v], [...b.v]];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const d = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (d !== 0) return newInt(d < 0 ? -1 : 1);
  }
  return newInt(Math.sign(left.length - right.length));
}

function strxfrm(_m: Obj, s: Obj): Res {
  if (!isStr(s)) return typeError(`strxfrm() argument must be str, not ${s.type.name}`);
  if (s.v.includes('\0')) return raise(PyExc.ValueError, 'embedded null character');
  return newStr(s.v);
}

/** The message itself: there are no catalogues. `at`: which argument it is. */
const untranslated = (at: number) => (_m: Obj, args: Obj[]) => {
  const message = args[at];
  if (message === undefined || !isStr(message)) return typeError('a str message is required');
  message.rc++;
  return message;
};

export const localeModule = defineModule('_locale', 'Support for POSIX locales.', {
  functions: [
    [
      'setlocale',
      '($module, category, locale=<unrepresentable>, /)',
      setlocale,
      'Activates/queries locale processing.',
    ],
    ['localeconv', '($module, /)', localeconv, 'Returns numeric and monetary locale-specific parameters.'],
    ['strcoll', '($module, os1, os2, /)', strcoll, 'Compares two strings according to the locale.'],
    [
      'strxfrm',
      '($module, string, /)',
      strxfrm,
      'Return a string that can be used as a key for locale-aware comparisons.',
    ],
    [
      'nl_langinfo',
      '($module, key, /)',
      nl_langinfo,
      'Return the value for the locale information associated with key.',
    ],
    ['getencoding', '($module, /)', () => newStr('UTF-8'), 'Get the current locale encoding.'],
    ['gettext', '(*args)', untranslated(0), 'gettext(msg) -> string\n\nReturn translation of msg.'],
    [
      'dgettext',
      '(*args)',
      untranslated(1),
      'dgettext(domain, msg) -> string\n\nReturn translation of msg in domain.',
    ],
    ['dcgettext', '(*args)', untranslated(1), 'Return translation of msg in domain and category.'],
    [
      'textdomain',
      '($module, domain, /)',
      (_m: Obj, o: Obj) => {
        if (isStr(o)) domain = o.v === '' ? 'messages' : o.v;
        return newStr(domain);
      },
      "Set the C library's textdmain to domain, returning the new domain.",
    ],
    [
      'bindtextdomain',
      '($module, domain, dir, /)',
      (_m: Obj, _domain: Obj, dir: Obj) => (isStr(dir) ? (dir.rc++, dir) : newStr('/usr/share/locale')),
      "Bind the C library's domain to dir.",
    ],
    [
      'bind_textdomain_codeset',
      '($module, domain, codeset, /)',
      (_m: Obj, _domain: Obj, codeset: Obj) => {
        codeset.rc++;
        return codeset;
      },
      "Bind the C library's domain to codeset.",
    ],
  ],
  init: (m) => {
    running = m;
    set = CATEGORIES.map(() => 'C');
    set[0] = fromEnvironment(0);
    domain = 'messages';
    for (const [name, n] of Object.entries(NUMBERS)) moduleAdd(m, name, newInt(n));
    for (const [name, n] of LANGINFO) moduleAdd(m, name, newInt(n));
    moduleAdd(m, 'Error', newExceptionClass('locale.Error', PyExc.Exception));
  },
});
