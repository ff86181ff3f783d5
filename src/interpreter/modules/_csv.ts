// _csv: reading and writing comma-separated values.
//
// Answers to CPython 3.12: Modules/_csv.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { nextG, setItem, ssizeG } from '../objects/abstract.ts';
import { numberFloatG } from '../objects/abstract_number.ts';
import { getset, member, method } from '../objects/descrobject.ts';
import { type DictObj, getItemG, isStr, newDict, setItemG } from '../objects/dictcore.ts';
import { clear, clearIf, PyExc, raise, typeError } from '../objects/errors.ts';
import { selfIter } from '../objects/iterobject.ts';
import { type Int, intType, newBool, newInt } from '../objects/longcore.ts';
import { bindArguments, type Kwargs, NativeDef } from '../objects/methodobject.ts';
import {
  defineModule,
  type FunctionRow,
  type Module,
  moduleAdd,
  moduleGet,
  readyLater,
} from '../objects/moduleobject.ts';
import { callG, getAttr, lookupAttrG, strG, truthG } from '../objects/object.ts';
import { newList } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { codePoints, id, newStr, type Str } from '../objects/strcore.ts';
import { iterG } from './itertool.ts';
import { newExceptionClass } from './newexception.ts';

let module: Module | null = null;
const limits = { field: 128 * 1024 };

function fail(message: string): null {
  return raise((moduleGet(module!, 'Error') as Obj<PyType>).v, message);
}
const dialects = (): DictObj => moduleGet(module!, '_dialects') as DictObj;

const QUOTE_MINIMAL = 0;
const QUOTE_ALL = 1;
const QUOTE_NONNUMERIC = 2;
const QUOTE_NONE = 3;
const QUOTE_STRINGS = 4;
const QUOTE_NOTNULL = 5;

// --- Dialect -----------------------------------------------------------------------------------------

interface DialectV {
  delimiter: string;
  /** Null: not set. */
  quotechar: string | null;
  escapechar: string | null;
  lineterminator: string;
  doublequote: boolean;
  skipinitialspace: boolean;
  strict: boolean;
  quoting: number;
}
const dialectType = new PyType('_csv.Dialect', TPFLAGS.BASETYPE, typeType);
dialectType.qualname = 'Dialect';
const D = (o: Obj): DialectV => (o as Obj<DialectV>).v;

const OPTIONS = [
  'delimiter',
  'doublequote',
  'escapechar',
  'lineterminator',
  'quotechar',
  'quoting',
  'skipinitialspace',
  'strict',
] as const;
const dialectDef = new NativeDef(
  'Dialect',
  `(dialect=None, ${OPTIONS.map((o) => `${o}=None`).join(', ')})`,
  () => null,
  null,
  null,
);

type Options = { [K in (typeof OPTIONS)[number]]?: Obj };

function char(
  name: string,
  o: Obj | undefined,
  otherwise: string | null,
  mayBeNone: boolean,
): string | null | undefined {
  if (o === undefined) return otherwise;
  if (mayBeNone && o === None) return null;
  if (!isStr(o)) {
    typeError(`"${name}" must be string${mayBeNone ? ' or None' : ''}, not ${o.type.name}`);
    return undefined;
  }
  if (codePoints(o.v) !== 1) {
    typeError(`"${name}" must be a 1-character string`);
    return undefined;
  }
  return o.v;
}

/** CPython 3.12: Modules/_csv.c dialect_new */
function* dialectG(cls: PyType, given: (Obj | undefined)[]): Gen {
  let base = given[0] === None ? undefined : given[0];
  if (base !== undefined) {
    if (isStr(base)) {
      const found = yield* getItemG(dialects().v, base);
      if (found === null) return null;
      if (found === undefined) return fail('unknown dialect');
      base = found;
    }
    base.rc++;
    if (base.type.mro.includes(dialectType) && given.slice(1).every((o) => o === undefined)) return base;
  }
  const options: Options = {};
  const held: Obj[] = base === undefined ? [] : [base];
  for (const [i, name] of OPTIONS.entries()) {
    let value: Obj | undefined = given[i + 1];
    if (value === undefined && base !== undefined) {
      const found = yield* lookupAttrG(base, id(name));
      if (found === null) clear();
      else if (found !== undefined) {
        held.push(found);
        value = found;
      }
    }
    if (value !== undefined) options[name] = value;
  }
  const r = yield* buildG(cls, options);
  for (const o of held) decref(o);
  return r;
}

function* buildG(cls: PyType, o: Options): Gen {
  const flag = function* (value: Obj | undefined, otherwise: boolean): Gen<boolean | null> {
    if (value === undefined) return otherwise;
    const t = yield* truthG(value);
    return t < 0 ? null : t === 1;
  };
  const delimiter = char('delimiter', o.delimiter, ',', false);
  if (delimiter == null) return null;
  const doublequote = yield* flag(o.doublequote, true);
  if (doublequote === null) return null;
  const escapechar = char('escapechar', o.escapechar, null, true);
  if (escapechar === undefined) return null;
  let lineterminator = '\r\n';
  if (o.lineterminator !== undefined) {
    if (o.lineterminator === None) return typeError('lineterminator must be set');
    if (!isStr(o.lineterminator)) return typeError('"lineterminator" must be a string');
    lineterminator = (o.lineterminator as Str).v;
  }
  const quotechar = char('quotechar', o.quotechar, '"', true);
  if (quotechar === undefined) return null;
  let quoting = QUOTE_MINIMAL;
  if (o.quoting !== undefined) {
    if (o.quoting.type !== intType) return typeError('"quoting" must be an integer');
    quoting = Number((o.quoting as Int).v);
  }
  const skipinitialspace = yield* flag(o.skipinitialspace, false);
  const strict = skipinitialspace === null ? null : yield* flag(o.strict, false);
  if (skipinitialspace === null || strict === null) return null;
  if (quoting < 0 || quoting > QUOTE_NOTNULL) return typeError('bad "quoting" value');
  if (o.quotechar === None && o.quoting === undefined) quoting = QUOTE_NONE;
  if (quoting !== QUOTE_NONE && quotechar === null)
    return typeError('quotechar must be set if quoting enabled');
  const made = new Obj<DialectV>(cls, {
    delimiter,
    quotechar,
    escapechar,
    lineterminator,
    doublequote,
    skipinitialspace,
    strict,
    quoting,
  });
  if ((cls.flags & TPFLAGS.HEAPTYPE) !== 0) {
    cls.self.rc++;
    if ((cls.flags & TPFLAGS.HAVE_GC) !== 0) gcTrack(made);
  }
  return made;
}

dialectType.doc = 'CSV dialect\n\nThe Dialect type records CSV dialect options.';
dialectType.basicsize = 56;
dialectType.tp_new = (cls, args, kwnames) => {
  const bound = bindArguments(dialectDef, args, kwnames);
  return bound === null ? null : suspend(dialectG(cls.v, bound as Obj[]), [cls, ...args]);
};
dialectType.tp_init = () => none();
const text = (s: string | null): Obj => (s === null ? none() : newStr(s));
getset(dialectType, 'delimiter', (o) => newStr(D(o).delimiter));
getset(dialectType, 'escapechar', (o) => text(D(o).escapechar));
getset(dialectType, 'lineterminator', (o) => newStr(D(o).lineterminator));
getset(dialectType, 'quotechar', (o) => text(D(o).quotechar));
getset(dialectType, 'quoting', (o) => newInt(D(o).quoting));
getset(dialectType, 'doublequote', (o) => newBool(D(o).doublequote));
getset(dialectType, 'skipinitialspace', (o) => newBool(D(o).skipinitialspace));
getset(dialectType, 'strict', (o) => newBool(D(o).strict));
for (const [name, sig] of [
  ['__reduce__', '($self, /)'],
  ['__reduce_ex__', '($self, protocol, /)'],
] as const) {
  method(dialectType, name, sig, (o) =>
    typeError(`cannot pickle '${o.type.name.slice(o.type.name.lastIndexOf('.') + 1)}' instances`),
  );
}
readyLater(dialectType);

/** A dialect of a dialect argument and keyword options (owned), or null. CPython 3.12: _call_dialect */
function* dialectOf(base: Obj | undefined, kwargs: Kwargs): Gen<Obj<DialectV> | null> {
  const r = yield* callG(
    dialectType.self,
    [...(base === undefined ? [] : [base]), ...kwargs.map(([, v]) => v)],
    kwargs.length === 0 ? null : kwargs.map(([k]) => k),
  );
  return r as Obj<DialectV> | null;
}

// --- reader ------------------------------------------------------------------------------------------

const S = {
  START_RECORD: 0,
  START_FIELD: 1,
  ESCAPED_CHAR: 2,
  IN_FIELD: 3,
  IN_QUOTED_FIELD: 4,
  ESCAPE_IN_QUOTED_FIELD: 5,
  QUOTE_IN_QUOTED_FIELD: 6,
  EAT_CRNL: 7,
  AFTER_ESCAPED_CRNL: 8,
} as const;

interface ReaderV {
  input: Obj;
  dialect: Obj<DialectV>;
  line: number;
}
const readerType = new PyType('_csv.reader', TPFLAGS.HAVE_GC, typeType);
readerType.qualname = 'reader';
const R = (o: Obj): ReaderV => (o as Obj<ReaderV>).v;

/** One record being read. */
class Record {
  private readonly d: DialectV;
  fields: (string | number)[] = [];
  numeric: boolean[] = [];
  field = '';
  private isNumber = false;
  state: number = S.START_RECORD;
  constructor(d: DialectV) {
    this.d = d;
  }

  save(): void {
    this.fields.push(this.field);
    this.numeric.push(this.isNumber);
    this.field = '';
    this.isNumber = false;
  }

  private add(c: string): boolean {
    if (this.field.length >= limits.field) {
      fail(`field larger than field limit (${limits.field})`);
      return false;
    }
    this.field += c;
    return true;
  }

  /** One character; '' is the end of a line. False: an error. CPython 3.12: parse_process_char */
  take(c: string): boolean {
    const { d } = this;
    const newline = c === '\n' || c === '\r';
    switch (this.state) {
      case S.START_RECORD:
        if (c === '') return true;
        if (newline) {
          this.state = S.EAT_CRNL;
          return true;
        }
        this.state = S.START_FIELD;
        return this.startField(c, newline);
      case S.START_FIELD:
        return this.startField(c, newline);
      case S.ESCAPED_CHAR:
        if (newline) {
          this.state = S.AFTER_ESCAPED_CRNL;
          return this.add(c);
        }
        this.state = S.IN_FIELD;
        return this.add(c === '' ? '\n' : c);
      case S.AFTER_ESCAPED_CRNL:
        return c === '' ? true : this.inField(c, newline);
      case S.IN_FIELD:
        return this.inField(c, newline);
      case S.IN_QUOTED_FIELD:
        if (c === '') return true;
        if (c === d.escapechar) this.state = S.ESCAPE_IN_QUOTED_FIELD;
        else if (c === d.quotechar && d.quoting !== QUOTE_NONE) {
          this.state = d.doublequote ? S.QUOTE_IN_QUOTED_FIELD : S.IN_FIELD;
        } else return this.add(c);
        return true;
      case S.ESCAPE_IN_QUOTED_FIELD:
        this.state = S.IN_QUOTED_FIELD;
        return this.add(c === '' ? '\n' : c);
      case S.QUOTE_IN_QUOTED_FIELD:
        if (d.quoting !== QUOTE_NONE && c === d.quotechar) {
          this.state = S.IN_QUOTED_FIELD;
          return this.add(c);
        }
        if (c === d.delimiter) {
          this.save();
          this.state = S.START_FIELD;
        } else if (newline || c === '') {
          this.save();
          this.state = c === '' ? S.START_RECORD : S.EAT_CRNL;
        } else if (!d.strict) {
          this.state = S.IN_FIELD;
          return this.add(c);
        } else {
          fail(`'${d.delimiter}' expected after '${d.quotechar}'`);
          return false;
        }
        return true;
      default:
        if (newline) return true;
        if (c === '') {
          this.state = S.START_RECORD;
          return true;
        }
        fail("new-line character seen in unquoted field - do you need to open the file with newline=''?");
        return false;
    }
  }

  private startField(c: string, newline: boolean): boolean {
    const { d } = this;
    if (newline || c === '') {
      this.save();
      this.state = c === '' ? S.START_RECORD : S.EAT_CRNL;
    } else if (c === d.quotechar && d.quoting !== QUOTE_NONE) this.state = S.IN_QUOTED_FIELD;
    else if (c === d.escapechar) {
      if (d.quoting === QUOTE_NONNUMERIC) this.isNumber = true;
      this.state = S.ESCAPED_CHAR;
    } else if (c === ' ' && d.skipinitialspace) return true;
    else if (c === d.delimiter) this.save();
    else {
      if (d.quoting === QUOTE_NONNUMERIC) this.isNumber = true;
      this.state = S.IN_FIELD;
      return this.add(c);
    }
    return true;
  }

  private inField(c: string, newline: boolean): boolean {
    const { d } = this;
    if (newline || c === '') {
      this.save();
      this.state = c === '' ? S.START_RECORD : S.EAT_CRNL;
    } else if (c === d.escapechar) this.state = S.ESCAPED_CHAR;
    else if (c === d.delimiter) {
      this.save();
      this.state = S.START_FIELD;
    } else {
      this.state = S.IN_FIELD;
      return this.add(c);
    }
    return true;
  }
}

/** CPython 3.12: Modules/_csv.c Reader_iternext */
function* nextRowG(o: Obj): Gen {
  const r = R(o);
  const d = r.dialect.v;
  const record = new Record(d);
  do {
    const line = yield* nextG(r.input);
    if (line == null) {
      if (line === undefined && (record.field !== '' || record.state === S.IN_QUOTED_FIELD)) {
        if (d.strict) return fail('unexpected end of data');
        record.save();
        break;
      }
      return null;
    }
    if (!isStr(line)) {
      const name = line.type.name;
      decref(line);
      return fail(`iterator should return strings, not ${name} (the file should be opened in text mode)`);
    }
    r.line++;
    const s = line.v;
    decref(line);
    for (const c of s) if (!record.take(c)) return null;
    if (!record.take('')) return null;
  } while (record.state !== S.START_RECORD);
  const row: Obj[] = [];
  for (let i = 0; i < record.fields.length; i++) {
    const field = newStr(record.fields[i] as string);
    if (!record.numeric[i]) {
      row.push(field);
      continue;
    }
    const x = yield* numberFloatG(field);
    decref(field);
    if (x === null) {
      for (const f of row) decref(f);
      return null;
    }
    row.push(x);
  }
  return newList(row);
}

readerType.doc =
  'CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n';
readerType.basicsize = 88;
readerType.tp_iter = selfIter;
readerType.tp_iternext = (o) => suspend(nextRowG(o), [o]);
readerType.tp_traverse = (o, visit) => {
  visit(R(o).input);
  visit(R(o).dialect);
};
readerType.tp_dealloc = (o) => {
  decref(R(o).input);
  decref(R(o).dialect);
};
member(readerType, 'dialect', (o) => R(o).dialect);
getset(readerType, 'line_num', (o) => newInt(R(o).line));
readyLater(readerType);

function* reader(_m: Obj, iterable: Obj, dialect: Obj | undefined, kwargs: Kwargs): Gen {
  const it = yield* iterG(iterable);
  if (it === null) return null;
  const d = yield* dialectOf(dialect, kwargs);
  if (d === null) {
    decref(it);
    return null;
  }
  const o = new Obj<ReaderV>(readerType, { input: it, dialect: d, line: 0 });
  gcTrack(o);
  return o;
}

// --- writer ------------------------------------------------------------------------------------------

interface WriterV {
  write: Obj;
  dialect: Obj<DialectV>;
}
const writerType = new PyType('_csv.writer', TPFLAGS.HAVE_GC, typeType);
writerType.qualname = 'writer';
const W = (o: Obj): WriterV => (o as Obj<WriterV>).v;

/** A field as it is written; null with an error. CPython 3.12: join_append, join_append_data */
function joined(d: DialectV, field: string | null, quoted: boolean): string | null {
  if ((field === null || field === '') && d.delimiter === ' ' && d.skipinitialspace) {
    if (
      d.quoting === QUOTE_NONE ||
      (field === null && (d.quoting === QUOTE_STRINGS || d.quoting === QUOTE_NOTNULL))
    ) {
      return fail('empty field must be quoted if delimiter is a space and skipinitialspace is true');
    }
    quoted = true;
  }
  let out = '';
  for (const c of field ?? '') {
    let escape = false;
    if (
      c === d.delimiter ||
      c === d.escapechar ||
      c === d.quotechar ||
      c === '\n' ||
      c === '\r' ||
      d.lineterminator.includes(c)
    ) {
      if (d.quoting === QUOTE_NONE) escape = true;
      else {
        if (c === d.quotechar) {
          if (d.doublequote) out += c;
          else escape = true;
        } else if (c === d.escapechar) escape = true;
        if (!escape) quoted = true;
      }
      if (escape) {
        if (d.escapechar === null) return fail('need to escape, but no escapechar set');
        out += d.escapechar;
      }
    }
    out += c;
  }
  return quoted ? d.quotechar + out + d.quotechar : out;
}

const isNumber = (o: Obj): boolean =>
  o.type.nb_index !== null || o.type.nb_int !== null || o.type.nb_float !== null || o.type.name === 'complex';

/** CPython 3.12: Modules/_csv.c csv_writerow */
function* writerow(o: Obj, seq: Obj): Gen {
  const w = W(o);
  const d = w.dialect.v;
  const it = yield* iterG(seq);
  if (it === null) {
    return clearIf(PyExc.TypeError) ? fail(`iterable expected, not ${seq.type.name}`) : null;
  }
  const parts: string[] = [];
  let lastNone = false;
  for (;;) {
    const field = yield* nextG(it);
    if (field === undefined) break;
    if (field === null) {
      decref(it);
      return null;
    }
    const quoted =
      d.quoting === QUOTE_NONNUMERIC
        ? !isNumber(field)
        : d.quoting === QUOTE_ALL ||
          (d.quoting === QUOTE_STRINGS && isStr(field)) ||
          (d.quoting === QUOTE_NOTNULL && field !== None);
    lastNone = field === None;
    let s: string | null = null;
    if (!lastNone) {
      const t = yield* strG(field);
      if (t === null) {
        decref(field);
        decref(it);
        return null;
      }
      s = t.v;
      decref(t);
    }
    decref(field);
    const part = joined(d, s, quoted);
    if (part === null) {
      decref(it);
      return null;
    }
    parts.push(part);
  }
  decref(it);
  let record = parts.join(d.delimiter);
  if (parts.length > 0 && record === '') {
    if (
      d.quoting === QUOTE_NONE ||
      (lastNone && (d.quoting === QUOTE_STRINGS || d.quoting === QUOTE_NOTNULL))
    ) {
      return fail('single empty field record must be quoted');
    }
    const part = joined(d, null, true);
    if (part === null) return null;
    record = part;
  }
  const line = newStr(record + d.lineterminator);
  const r = yield* callG(w.write, [line]);
  decref(line);
  return r;
}

function* writerows(o: Obj, rows: Obj): Gen {
  const it = yield* iterG(rows);
  if (it === null) return null;
  for (;;) {
    const row = yield* nextG(it);
    const r: Res = row == null ? null : yield* writerow(o, row);
    if (row != null) decref(row);
    if (r === null) {
      decref(it);
      return row === undefined ? none() : null;
    }
    decref(r);
  }
}

writerType.doc =
  'CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n';
writerType.basicsize = 72;
writerType.tp_traverse = (o, visit) => {
  visit(W(o).write);
  visit(W(o).dialect);
};
writerType.tp_dealloc = (o) => {
  decref(W(o).write);
  decref(W(o).dialect);
};
method(
  writerType,
  'writerow',
  '($self, row, /)',
  writerow,
  'writerow(iterable)\n\nConstruct and write a CSV record from an iterable of fields.  Non-string\nelements will be converted to string.',
);
method(
  writerType,
  'writerows',
  '($self, rows, /)',
  writerows,
  'writerows(iterable of iterables)\n\nConstruct and write a series of iterables to a csv file.  Non-string\nelements will be converted to string.',
);
member(writerType, 'dialect', (o) => W(o).dialect);
readyLater(writerType);

function* writer(_m: Obj, file: Obj, dialect: Obj | undefined, kwargs: Kwargs): Gen {
  let write = getAttr(file, id('write'));
  if (write === null) write = yield* settle();
  if (write === null || write.type.tp_call === null) {
    if (write === null && !clearIf(PyExc.AttributeError)) return null;
    xdecref(write);
    return typeError('argument 1 must have a "write" method');
  }
  const d = yield* dialectOf(dialect, kwargs);
  if (d === null) {
    decref(write);
    return null;
  }
  const o = new Obj<WriterV>(writerType, { write, dialect: d });
  gcTrack(o);
  return o;
}

// --- the module --------------------------------------------------------------------------------------

const functions: FunctionRow[] = [
  [
    'reader',
    '(iterable, dialect=<unrepresentable>, /, **fmtparams)',
    reader,
    "csv_reader = reader(iterable [, dialect='excel']\n                       [optional keyword args])",
  ],
  [
    'writer',
    '(fileobj, dialect=<unrepresentable>, /, **fmtparams)',
    writer,
    "csv_writer = csv.writer(fileobj [, dialect='excel']\n                            [optional keyword args])",
  ],
  [
    'list_dialects',
    '()',
    () => {
      const names: Obj[] = [];
      for (const k of dialects().v.keys) if (k !== undefined) names.push((k.rc++, k));
      return newList(names);
    },
    'Return a list of all known dialect names.',
  ],
  [
    'register_dialect',
    '(name, dialect=<unrepresentable>, /, **fmtparams)',
    function* (_m: Obj, name: Obj, dialect: Obj | undefined, kwargs: Kwargs): Gen {
      if (!isStr(name)) return typeError('dialect name must be a string');
      const d = yield* dialectOf(dialect, kwargs);
      if (d === null) return null;
      const ok = yield* setItemG(dialects().v, name, d);
      decref(d);
      return ok ? none() : null;
    },
    'Create a mapping from a string name to a dialect class.',
  ],
  [
    'unregister_dialect',
    '(name)',
    function* (_m: Obj, name: Obj): Gen {
      let r = setItem(dialects(), name, null);
      if (r === null) r = yield* settle();
      if (r === null) return clearIf(PyExc.KeyError) ? fail('unknown dialect') : null;
      return r;
    },
    'Delete the name/dialect mapping associated with a string name.',
  ],
  [
    'get_dialect',
    '(name)',
    function* (_m: Obj, name: Obj): Gen {
      const d = yield* getItemG(dialects().v, name);
      if (d === null) return null;
      if (d === undefined) return fail('unknown dialect');
      d.rc++;
      return d;
    },
    'Return the dialect instance associated with name.',
  ],
  [
    'field_size_limit',
    '(new_limit=<unrepresentable>)',
    function* (_m: Obj, limit: Obj | undefined): Gen {
      const old = limits.field;
      if (limit !== undefined) {
        if (limit.type !== intType) return typeError('limit must be an integer');
        const n = yield* ssizeG(limit, PyExc.OverflowError);
        if (n === null) return null;
        limits.field = n;
      }
      return newInt(old);
    },
    'Sets an upper limit on parsed fields.',
  ],
];

export const csvModule = defineModule('_csv', 'CSV parsing and writing.\n', {
  functions,
  types: { Dialect: dialectType, Reader: readerType, Writer: writerType },
  values: {
    __version__: () => newStr('1.0'),
    _dialects: newDict,
    QUOTE_MINIMAL: () => newInt(QUOTE_MINIMAL),
    QUOTE_ALL: () => newInt(QUOTE_ALL),
    QUOTE_NONNUMERIC: () => newInt(QUOTE_NONNUMERIC),
    QUOTE_NONE: () => newInt(QUOTE_NONE),
    QUOTE_STRINGS: () => newInt(QUOTE_STRINGS),
    QUOTE_NOTNULL: () => newInt(QUOTE_NOTNULL),
  },
  init: (m) => {
    module = m;
    limits.field = 128 * 1024;
    moduleAdd(m, 'Error', newExceptionClass('_csv.Error', PyExc.Exception));
  },
});
