// _datetime: the classes of the datetime module.
//
// They are those of the library's _pydatetime, which CPython falls back to itself. What programs see of the C ones is put
// over them here: the module and the documentation of the classes, and what is said of arguments that are refused.
//
// Answers to CPython 3.12: Modules/_datetimemodule.c.
// Absent: the C API; attributes of the classes can be set; a number of arguments that is wrong is worded as for Python functions.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { indexG, isInstanceG } from '../objects/abstract.ts';
import { Py_LT } from '../objects/compare.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { runningHooks } from '../objects/hooks.ts';
import { newInt } from '../objects/longcore.ts';
import { type Builtin, NativeDef, type NativeFn, newBuiltin } from '../objects/methodobject.ts';
import { defineModule, type Module, moduleAdd, moduleGet } from '../objects/moduleobject.ts';
import { callG, compareBoolG, getAttr, objectRepr, setAttr } from '../objects/object.ts';
import { newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { dottedClasses } from '../objects/typeobject.ts';

const DOCS = {
  date: 'date(year, month, day) --> date object',
  time: 'time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.\n',
  datetime:
    'datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.\n',
  timedelta:
    'Difference between two datetime values.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nAll arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.',
  timezone: 'Fixed offset from UTC implementation of tzinfo.',
  tzinfo: 'Abstract base class for time zone info objects.',
  IsoCalendarDate:
    'The result of date.isocalendar() or datetime.isocalendar()\n\nThis object may be accessed either as a tuple of\n  ((year, week, weekday))\nor via the object attributes as named in the above tuple.',
} as const;

/** The library's module, whose functions these stand for. */
const library: { module: Module | null } = { module: null };
const classOf = (name: keyof typeof DOCS): Obj =>
  moduleGet(library.module!, name === 'IsoCalendarDate' ? '_IsoCalendarDate' : name)!;

const refuse = (message: string): null => raise(PyExc.ValueError, message);

/** Ints of arguments that may be anything with __index__; null: an error is set. */
function* intsG(args: Obj[]): Gen<number[] | null> {
  const out: number[] = [];
  for (const o of args) {
    const i = yield* indexG(o);
    if (i === null) return null;
    const v = i.v;
    decref(i);
    if (typeof v === 'bigint' || v > 0x7fffffff || v < -0x80000000) {
      return raise(PyExc.OverflowError, 'Python int too large to convert to C int');
    }
    out.push(v);
  }
  return out;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** CPython 3.12: check_date_args */
function* checkDate(_m: Obj, ...args: Obj[]): Gen {
  const ints = yield* intsG(args);
  if (ints === null) return null;
  const [year, month, day] = ints as [number, number, number];
  if (year < 1 || year > 9999) return refuse(`year ${year} is out of range`);
  if (month < 1 || month > 12) return refuse('month must be in 1..12');
  const days = month === 2 && isLeap(year) ? 29 : MONTHS[month - 1]!;
  if (day < 1 || day > days) return refuse('day is out of range for month');
  return newTuple(ints.map(newInt));
}

/** CPython 3.12: check_time_args */
function* checkTime(_m: Obj, ...args: Obj[]): Gen {
  const ints = yield* intsG(args);
  if (ints === null) return null;
  const [hour, minute, second, micro, fold] = ints as [number, number, number, number, number];
  if (hour < 0 || hour > 23) return refuse('hour must be in 0..23');
  if (minute < 0 || minute > 59) return refuse('minute must be in 0..59');
  if (second < 0 || second > 59) return refuse('second must be in 0..59');
  if (micro < 0 || micro > 999999) return refuse('microsecond must be in 0..999999');
  if (fold !== 0 && fold !== 1) return refuse('fold must be either 0 or 1');
  return newTuple(ints.map(newInt));
}

/** CPython 3.12: check_tzinfo_subclass */
function* checkTzinfo(_m: Obj, tz: Obj): Gen {
  if (tz === None) return none();
  const ok = yield* isInstanceG(tz, classOf('tzinfo'));
  if (ok < 0) return null;
  if (ok === 1) return none();
  return typeError(`tzinfo argument must be None or of a tzinfo subclass, not type '${tz.type.name}'`);
}

/** CPython 3.12: call_tzname */
function checkName(_m: Obj, name: Obj): Res {
  if (name === None || isStr(name)) return none();
  return typeError(`tzinfo.tzname() must return None or a string, not '${name.type.name}'`);
}

/** CPython 3.12: call_tzinfo_method */
function* checkOffset(_m: Obj, method: Obj, offset: Obj): Gen {
  if (offset === None) return none();
  const delta = classOf('timedelta');
  const ok = yield* isInstanceG(offset, delta);
  if (ok < 0) return null;
  if (ok === 0) {
    const name = (method as Obj<string>).v;
    return typeError(`tzinfo.${name}() must return None or timedelta, not '${offset.type.name}'`);
  }
  for (const [sign, least] of [
    [1, false],
    [-1, true],
  ] as const) {
    const days = newInt(sign);
    const bound = yield* callG(delta, [days]);
    decref(days);
    if (bound === null) return null;
    const inside = yield* least ? compareBoolG(bound, offset, Py_LT) : compareBoolG(offset, bound, Py_LT);
    decref(bound);
    if (inside < 0) return null;
    if (inside === 1) continue;
    let shown = objectRepr(offset);
    if (shown === null) shown = yield* settle();
    if (shown === null) return null;
    const text = (shown as Obj<string>).v;
    decref(shown);
    return refuse(
      `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${text}.`,
    );
  }
  return none();
}

/** CPython 3.12: cmperror */
const cannotCompare = (_m: Obj, a: Obj, b: Obj): Res =>
  typeError(`can't compare ${a.type.name} to ${b.type.name}`);

/** Functions of the library that these take the place of. */
const CHECKS: readonly (readonly [name: string, sig: string, fn: NativeFn])[] = [
  ['_check_date_fields', '(year, month, day, /)', checkDate as NativeFn],
  ['_check_time_fields', '(hour, minute, second, microsecond, fold, /)', checkTime as NativeFn],
  ['_check_tzinfo_arg', '(tz, /)', checkTzinfo],
  ['_check_tzname', '(name, /)', checkName],
  ['_check_utc_offset', '(name, offset, /)', checkOffset],
  ['_cmperror', '(x, y, /)', cannotCompare],
];
const natives = CHECKS.map(([name, sig, fn]) => new NativeDef(name, sig, fn, null, '_datetime'));

function* setG(o: Obj, name: string, value: Obj): Gen<boolean> {
  let r = setAttr(o, id(name), value);
  decref(value);
  if (r === null) r = yield* settle();
  if (r === null) return false;
  decref(r);
  return true;
}

/** CPython 3.12: _datetime_exec */
function* execG(m: Module): Gen<boolean> {
  const py = yield* runningHooks.importModuleG('_pydatetime');
  if (py === null) return false;
  // The library's module stays in sys.modules; what is needed of it is asked for by name.
  library.module = py as Module;
  for (const def of natives) {
    const f: Obj<Builtin> = newBuiltin(def, m, null);
    moduleAdd(py as Module, def.name, f);
  }
  for (const [name, doc] of Object.entries(DOCS)) {
    const cls = classOf(name as keyof typeof DOCS) as Obj<PyType>;
    if (!(yield* setG(cls, '__module__', newStr('datetime')))) return false;
    if (!(yield* setG(cls, '__doc__', newStr(doc)))) return false;
    // As a static type's: with its module, as messages show it.
    dottedClasses.add(cls.v);
    cls.v.name = `datetime.${name}`;
  }
  for (const name of [
    'date',
    'time',
    'datetime',
    'timedelta',
    'timezone',
    'tzinfo',
    'MINYEAR',
    'MAXYEAR',
    'UTC',
  ]) {
    let value = getAttr(py, id(name));
    if (value === null) value = yield* settle();
    if (value === null) return false;
    moduleAdd(m, name, value);
  }
  decref(py);
  return true;
}

export const datetimeModule = defineModule('_datetime', 'Fast implementation of the datetime type.', {
  exec: execG,
});
