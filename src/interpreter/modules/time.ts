// time: clocks, sleeping, and calendar times. The time zone is UTC.
//
// Answers to CPython 3.12: Modules/timemodule.c, Python/pytime.c.

import { decref, type Obj, type PyType, type Res } from '../memory/object.ts';
import { type Gen, WaitRequest } from '../memory/suspend.ts';
import { indexG } from '../objects/abstract.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { type Float, floatType, newFloat } from '../objects/floatcore.ts';
import { runningHooks } from '../objects/hooks.ts';
import { type Int, isInt, newBool, newInt, newIntBig } from '../objects/longcore.ts';
import { defineModule, type FunctionRow, moduleAdd } from '../objects/moduleobject.ts';
import { newNamespace } from '../objects/namespaceobject.ts';
import { callG, lookupAttrG } from '../objects/object.ts';
import { isTuple, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { newStructSeq, newStructSeqType } from '../objects/structseq.ts';
import { system } from '../runtime/system.ts';
import { scheduling } from '../runtime/threads.ts';
import { DAYS, MONTHS } from './calendar_names.ts';

// --- clocks ------------------------------------------------------------------------------------------

const realtime = (): bigint => system().now();
/** Nanoseconds since the program began, plus a start that no program should depend on. */
const monotonic = (): bigint =>
  1_000_000_000_000n + BigInt(Math.round((scheduling.scheduler?.look() ?? 0) * 1e9));
const seconds = (ns: bigint): Obj => newFloat(Number(ns) / 1e9);

/** Clocks by number. */
const CLOCKS: { [id: number]: () => bigint } = {
  0: realtime,
  1: monotonic,
  2: monotonic,
  3: monotonic,
  4: monotonic,
  7: monotonic,
  11: realtime,
};

function* clockOf(o: Obj): Gen<(() => bigint) | null> {
  const i = yield* indexG(o);
  if (i === null) return null;
  const clock = CLOCKS[Number(i.v)];
  decref(i);
  return clock ?? raise(PyExc.OSError, '[Errno 22] Invalid argument');
}

/** CPython 3.12: Modules/timemodule.c time_sleep */
function* sleep(_m: Obj, secs: Obj): Gen {
  if (!isInt(secs) && secs.type !== floatType && secs.type.nb_index === null && secs.type.nb_float === null) {
    return typeError(`'${secs.type.name}' object cannot be interpreted as an integer`);
  }
  const s = yield* asDoubleG(secs);
  if (s === null) return null;
  if (Number.isNaN(s)) return raise(PyExc.ValueError, 'Invalid value NaN (not a number)');
  if (s < 0) return raise(PyExc.ValueError, 'sleep length must be non-negative');
  if (s > 9223372036) return raise(PyExc.OverflowError, 'timestamp too large to convert to C _PyTime_t');
  return yield new WaitRequest(
    'sleep',
    () => undefined,
    s,
    () => none(),
  );
}

const INFO: {
  [name: string]: { implementation: string; monotonic: boolean; adjustable: boolean; resolution: number };
} = {
  time: {
    implementation: 'clock_gettime(CLOCK_REALTIME)',
    monotonic: false,
    adjustable: true,
    resolution: 1e-9,
  },
  monotonic: {
    implementation: 'clock_gettime(CLOCK_MONOTONIC)',
    monotonic: true,
    adjustable: false,
    resolution: 1e-9,
  },
  perf_counter: {
    implementation: 'clock_gettime(CLOCK_MONOTONIC)',
    monotonic: true,
    adjustable: false,
    resolution: 1e-9,
  },
  process_time: {
    implementation: 'clock_gettime(CLOCK_PROCESS_CPUTIME_ID)',
    monotonic: true,
    adjustable: false,
    resolution: 1e-9,
  },
  thread_time: {
    implementation: 'clock_gettime(CLOCK_THREAD_CPUTIME_ID)',
    monotonic: true,
    adjustable: false,
    resolution: 1e-9,
  },
};

function clockInfo(_m: Obj, name: Obj): Res {
  if (!isStr(name)) return typeError(`get_clock_info() argument 1 must be str, not ${name.type.name}`);
  const info = INFO[name.v];
  if (info === undefined) return raise(PyExc.ValueError, 'unknown clock');
  const d = newDict();
  const put = (key: string, o: Obj): void => {
    setStr(d, id(key), o);
    decref(o);
  };
  put('implementation', newStr(info.implementation));
  put('monotonic', newBool(info.monotonic));
  put('adjustable', newBool(info.adjustable));
  put('resolution', newFloat(info.resolution));
  return newNamespace(d);
}

// --- calendar times ----------------------------------------------------------------------------------

const FIELDS: [string, string][] = [
  ['tm_year', 'year, for example, 1993'],
  ['tm_mon', 'month of year, range [1, 12]'],
  ['tm_mday', 'day of month, range [1, 31]'],
  ['tm_hour', 'hours, range [0, 23]'],
  ['tm_min', 'minutes, range [0, 59]'],
  ['tm_sec', 'seconds, range [0, 61])'],
  ['tm_wday', 'day of week, range [0, 6], Monday is 0'],
  ['tm_yday', 'day of year, range [1, 366]'],
  ['tm_isdst', '1 if summer time is in effect, 0 if not, and -1 if unknown'],
  ['tm_zone', 'abbreviation of timezone name'],
  ['tm_gmtoff', 'offset from UTC in seconds'],
];

let structTime: PyType | null = null;
function structTimeType(): PyType {
  structTime ??= newStructSeqType(
    'time.struct_time',
    "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().  May be considered as a\n sequence of 9 integers.\n\n Note that several fields' values are not the same as those defined by\n the C language standard for struct tm.  For example, the value of the\n field tm_year is the actual year, not year - 1900.  See individual\n fields' descriptions for details.",
    FIELDS,
    9,
  );
  return structTime;
}

/** year, month, mday, hour, minute, second, weekday (Monday 0), day of the year, dst */
type Fields = [number, number, number, number, number, number, number, number, number];

const DAY = 86400;

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar. */
function daysFrom(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

function fieldsOf(time: number): Fields {
  const days = Math.floor(time / DAY);
  const rest = time - days * DAY;
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  const mday = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const wday = (((days + 3) % 7) + 7) % 7;
  const yday = days - daysFrom(year, 1, 1) + 1;
  return [
    year,
    month,
    mday,
    Math.floor(rest / 3600),
    Math.floor((rest % 3600) / 60),
    rest % 60,
    wday,
    yday,
    0,
  ];
}

function structOf(fields: Fields, zone: string): Obj {
  return newStructSeq(
    structTimeType(),
    fields.map((n) => newInt(n)),
    [newStr(zone), newInt(0)],
  );
}

/** Whole seconds of an argument, now if it is absent. */
function* secondsG(o: Obj | undefined): Gen<number | null> {
  if (o === undefined || o === None) return Number(realtime() / 1_000_000_000n);
  let s: number;
  if (o.type === floatType) s = (o as Float).v;
  else {
    const i = yield* indexG(o);
    if (i === null) return null;
    s = Number(i.v);
    decref(i);
  }
  if (Number.isNaN(s)) return raise(PyExc.ValueError, 'Invalid value NaN (not a number)');
  const whole = Math.floor(s);
  if (Math.abs(whole) > 6.77e16)
    return raise(PyExc.OverflowError, 'timestamp out of range for platform time_t');
  return whole;
}

function calendar(zone: string) {
  return function* (_m: Obj, secs: Obj | undefined): Gen {
    const s = yield* secondsG(secs);
    return s === null ? null : structOf(fieldsOf(s), zone);
  };
}

/** The fields of a tuple argument, checked. CPython 3.12: gettmarg, checktm */
function fieldsArg(o: Obj | undefined, name: string, format: string): Fields | null {
  if (o === undefined) return fieldsOf(Number(realtime() / 1_000_000_000n));
  if (!isTuple(o)) return typeError('Tuple or struct_time argument required');
  const items = (o as Tuple).v;
  if (items.length !== 9) return typeError(`${name}(): illegal time tuple argument`);
  const out: number[] = [];
  for (const item of items) {
    if (!isInt(item)) return typeError(`'${item.type.name}' object cannot be interpreted as an integer`);
    out.push(Number((item as Int).v));
  }
  const f = out as Fields;
  if (format === '') return f;
  const bad = (what: string): null => raise(PyExc.ValueError, `${what} out of range`);
  if (f[1] === 0) f[1] = 1;
  else if (f[1] < 1 || f[1] > 12) return bad('month');
  if (f[2] === 0) f[2] = 1;
  else if (f[2] < 0 || f[2] > 31) return bad('day of month');
  if (f[3] < 0 || f[3] > 23) return bad('hour');
  if (f[4] < 0 || f[4] > 59) return bad('minute');
  if (f[5] < 0 || f[5] > 61) return bad('seconds');
  if (f[6] < 0) return bad('day of week');
  f[6] %= 7;
  if (f[7] === 0) f[7] = 1;
  else if (f[7] < 0 || f[7] > 366) return bad('day of year');
  return f;
}

const pad = (n: number, width: number, fill = '0'): string => String(n).padStart(width, fill);

function asctimeOf(f: Fields): string {
  return `${DAYS[f[6]]!.slice(0, 3)} ${MONTHS[f[1] - 1]!.slice(0, 3)}${pad(f[2], 3, ' ')} ${pad(f[3], 2)}:${pad(f[4], 2)}:${pad(f[5], 2)} ${f[0]}`;
}

/** ISO 8601 week: [year, week]. */
function isoWeek(f: Fields): [number, number] {
  const weekday = f[6];
  let week = Math.floor((f[7] - 1 - weekday + 10) / 7);
  let year = f[0];
  const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const long = (y: number): boolean => {
    const jan1 = (((daysFrom(y, 1, 1) + 3) % 7) + 7) % 7;
    return jan1 === 3 || (jan1 === 2 && leap(y));
  };
  if (week < 1) {
    year--;
    week = long(year) ? 53 : 52;
  } else if (week === 53 && !long(year)) {
    year++;
    week = 1;
  }
  return [year, week];
}

/** strftime of the C locale. */
export function formatTime(format: string, f: Fields, zone = 'UTC'): string {
  let out = '';
  for (let i = 0; i < format.length; i++) {
    const c = format[i]!;
    if (c !== '%') {
      out += c;
      continue;
    }
    let d = format[++i];
    let noPad = false;
    if (d === '-') {
      noPad = true;
      d = format[++i];
    }
    if (d === 'E' || d === 'O') d = format[++i];
    if (d === undefined) {
      out += '%';
      break;
    }
    const two = (n: number): string => (noPad ? String(n) : pad(n, 2));
    const hour12 = f[3] % 12 === 0 ? 12 : f[3] % 12;
    switch (d) {
      case 'a':
        out += DAYS[f[6]]!.slice(0, 3);
        break;
      case 'A':
        out += DAYS[f[6]]!;
        break;
      case 'b':
      case 'h':
        out += MONTHS[f[1] - 1]!.slice(0, 3);
        break;
      case 'B':
        out += MONTHS[f[1] - 1]!;
        break;
      case 'c':
        out += asctimeOf(f);
        break;
      case 'C':
        out += two(Math.floor(f[0] / 100));
        break;
      case 'd':
        out += two(f[2]);
        break;
      case 'D':
      case 'x':
        out += `${pad(f[1], 2)}/${pad(f[2], 2)}/${pad(f[0] % 100, 2)}`;
        break;
      case 'e':
        out += noPad ? String(f[2]) : pad(f[2], 2, ' ');
        break;
      case 'F':
        out += `${f[0]}-${pad(f[1], 2)}-${pad(f[2], 2)}`;
        break;
      case 'g':
        out += two(isoWeek(f)[0] % 100);
        break;
      case 'G':
        out += String(isoWeek(f)[0]);
        break;
      case 'H':
        out += two(f[3]);
        break;
      case 'I':
        out += two(hour12);
        break;
      case 'j':
        out += noPad ? String(f[7]) : pad(f[7], 3);
        break;
      case 'k':
        out += pad(f[3], 2, ' ');
        break;
      case 'l':
        out += pad(hour12, 2, ' ');
        break;
      case 'm':
        out += two(f[1]);
        break;
      case 'M':
        out += two(f[4]);
        break;
      case 'n':
        out += '\n';
        break;
      case 'p':
        out += f[3] < 12 ? 'AM' : 'PM';
        break;
      case 'P':
        out += f[3] < 12 ? 'am' : 'pm';
        break;
      case 'r':
        out += `${pad(hour12, 2)}:${pad(f[4], 2)}:${pad(f[5], 2)} ${f[3] < 12 ? 'AM' : 'PM'}`;
        break;
      case 'R':
        out += `${pad(f[3], 2)}:${pad(f[4], 2)}`;
        break;
      case 's':
        out += String(daysFrom(f[0], f[1], f[2]) * DAY + f[3] * 3600 + f[4] * 60 + f[5]);
        break;
      case 'S':
        out += two(f[5]);
        break;
      case 't':
        out += '\t';
        break;
      case 'T':
      case 'X':
        out += `${pad(f[3], 2)}:${pad(f[4], 2)}:${pad(f[5], 2)}`;
        break;
      case 'u':
        out += String(f[6] + 1);
        break;
      case 'U':
        out += two(Math.floor((f[7] + 6 - ((f[6] + 1) % 7)) / 7));
        break;
      case 'V':
        out += two(isoWeek(f)[1]);
        break;
      case 'w':
        out += String((f[6] + 1) % 7);
        break;
      case 'W':
        out += two(Math.floor((f[7] + 6 - f[6]) / 7));
        break;
      case 'y':
        out += two(((f[0] % 100) + 100) % 100);
        break;
      case 'Y':
        out += String(f[0]);
        break;
      case 'z':
        out += '+0000';
        break;
      case 'Z':
        out += zone;
        break;
      case '%':
        out += '%';
        break;
      default:
        out += `%${d}`;
    }
  }
  return out;
}

function strftime(_m: Obj, format: Obj, tuple: Obj | undefined): Res {
  if (!isStr(format)) return typeError(`strftime() argument 1 must be str, not ${format.type.name}`);
  const f = fieldsArg(tuple, 'strftime', 'check');
  return f === null ? null : newStr(formatTime(format.v, f));
}

function mktime(_m: Obj, tuple: Obj): Res {
  const f = fieldsArg(tuple, 'mktime', '');
  if (f === null) return null;
  // Fields out of range carry over.
  const month = f[1] - 1;
  const days = daysFrom(f[0] + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1) + f[2] - 1;
  return newFloat(days * DAY + f[3] * 3600 + f[4] * 60 + f[5]);
}

const nanos = (clock: () => bigint) => (): Obj => newIntBig(clock());
const secs = (clock: () => bigint) => (): Obj => seconds(clock());

const functions: FunctionRow[] = [
  [
    'time',
    '()',
    secs(realtime),
    'time() -> floating point number\n\nReturn the current time in seconds since the Epoch.\nFractions of a second may be present if the system clock provides them.',
  ],
  [
    'time_ns',
    '()',
    nanos(realtime),
    'time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch.',
  ],
  ['monotonic', '()', secs(monotonic), 'monotonic() -> float\n\nMonotonic clock, cannot go backward.'],
  [
    'monotonic_ns',
    '()',
    nanos(monotonic),
    'monotonic_ns() -> int\n\nMonotonic clock, cannot go backward, as nanoseconds.',
  ],
  ['perf_counter', '()', secs(monotonic), 'perf_counter() -> float\n\nPerformance counter for benchmarking.'],
  [
    'perf_counter_ns',
    '()',
    nanos(monotonic),
    'perf_counter_ns() -> int\n\nPerformance counter for benchmarking as nanoseconds.',
  ],
  [
    'process_time',
    '()',
    secs(monotonic),
    'process_time() -> float\n\nProcess time for profiling: sum of the kernel and user-space CPU time.',
  ],
  ['process_time_ns', '()', nanos(monotonic)],
  [
    'thread_time',
    '()',
    secs(monotonic),
    'thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space CPU time.',
  ],
  ['thread_time_ns', '()', nanos(monotonic)],
  [
    'sleep',
    '(object, /)',
    sleep,
    'sleep(seconds)\n\nDelay execution for a given number of seconds.  The argument may be\na floating point number for subsecond precision.',
  ],
  [
    'clock_gettime',
    '(clk_id, /)',
    function* (_m: Obj, clk: Obj): Gen {
      const c = yield* clockOf(clk);
      return c === null ? null : seconds(c());
    },
  ],
  [
    'clock_gettime_ns',
    '(clk_id, /)',
    function* (_m: Obj, clk: Obj): Gen {
      const c = yield* clockOf(clk);
      return c === null ? null : newIntBig(c());
    },
  ],
  ['clock_getres', '(clk_id, /)', () => newFloat(1e-9)],
  [
    'get_clock_info',
    '(name, /)',
    clockInfo,
    'get_clock_info(name: str) -> dict\n\nGet information of the specified clock.',
  ],
  [
    'gmtime',
    '(seconds=None, /)',
    calendar('UTC'),
    "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,\n                       tm_sec, tm_wday, tm_yday, tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing UTC (a.k.a.\nGMT).  When 'seconds' is not passed in, convert the current time instead.",
  ],
  [
    'localtime',
    '(seconds=None, /)',
    calendar('UTC'),
    "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,\n                          tm_sec,tm_wday,tm_yday,tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing local time.\nWhen 'seconds' is not passed in, convert the current time instead.",
  ],
  [
    'asctime',
    '(tuple=<unrepresentable>, /)',
    (_m: Obj, t: Obj | undefined) => {
      const f = fieldsArg(t, 'asctime', 'check');
      return f === null ? null : newStr(asctimeOf(f));
    },
    "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.\nWhen the time tuple is not present, current time as returned by localtime()\nis used.",
  ],
  [
    'ctime',
    '(seconds=None, /)',
    function* (_m: Obj, o: Obj | undefined): Gen {
      const s = yield* secondsG(o);
      return s === null ? null : newStr(asctimeOf(fieldsOf(s)));
    },
    'ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in local time.\nThis is equivalent to asctime(localtime(seconds)). When the time tuple is\nnot present, current time as returned by localtime() is used.',
  ],
  [
    'mktime',
    '(tuple, /)',
    mktime,
    'mktime(tuple) -> floating point number\n\nConvert a time tuple in local time to seconds since the Epoch.',
  ],
  [
    'strftime',
    '(format, tuple=<unrepresentable>, /)',
    strftime,
    'strftime(format[, tuple]) -> string\n\nConvert a time tuple to a string according to a format specification.\nSee the library reference manual for formatting codes. When the time tuple\nis not present, current time as returned by localtime() is used.',
  ],
  [
    'strptime',
    '(string, format=<unrepresentable>, /)',
    strptime,
    'strptime(string, format) -> struct_time\n\nParse a string to a time tuple according to a format specification.',
  ],
  ['tzset', '()', () => none()],
];

/** The work is done by the library's _strptime. */
function* strptime(_m: Obj, text: Obj, format: Obj | undefined): Gen {
  const m = yield* runningHooks.importModuleG('_strptime');
  if (m === null) return null;
  const f = yield* lookupAttrG(m, id('_strptime_time'));
  decref(m);
  if (f == null) return null;
  const r = yield* callG(f, format === undefined ? [text] : [text, format]);
  decref(f);
  return r;
}

export const timeModule = defineModule(
  'time',
  'This module provides various functions to manipulate time values.',
  {
    functions,
    values: {
      timezone: () => newInt(0),
      altzone: () => newInt(0),
      daylight: () => newInt(0),
      tzname: () => newTuple([newStr('UTC'), newStr('UTC')]),
      CLOCK_REALTIME: () => newInt(0),
      CLOCK_MONOTONIC: () => newInt(1),
      CLOCK_PROCESS_CPUTIME_ID: () => newInt(2),
      CLOCK_THREAD_CPUTIME_ID: () => newInt(3),
      CLOCK_MONOTONIC_RAW: () => newInt(4),
      CLOCK_BOOTTIME: () => newInt(7),
      CLOCK_TAI: () => newInt(11),
      _STRUCT_TM_ITEMS: () => newInt(11),
    },
    init: (m) => {
      const t: Obj = structTimeType().self;
      t.rc++;
      moduleAdd(m, 'struct_time', t);
    },
  },
);
