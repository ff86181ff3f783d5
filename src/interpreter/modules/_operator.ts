// _operator: the operators of the language as functions, and the callables itemgetter, attrgetter, methodcaller.
//
// Answers to CPython 3.12: Modules/_operator.c.

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import {
  absolute,
  BINARY_OPS,
  binaryOp,
  contains,
  getItem,
  indexG,
  invert,
  negative,
  nextG,
  positive,
  setItem,
} from '../objects/abstract.ts';
import { exactInt } from '../objects/abstract_number.ts';
import { hasBuffer, requireBuffer } from '../objects/buffer.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../objects/compare.ts';
import { method } from '../objects/descrobject.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { lengthHintG } from '../objects/iterobject.ts';
import { type Int, isInt, newBool, newInt } from '../objects/longcore.ts';
import type { Kwargs } from '../objects/methodobject.ts';
import { defineModule, type FunctionRow, readyLater } from '../objects/moduleobject.ts';
import {
  callG,
  compareBoolG,
  genericGetAttr,
  getAttr,
  objectCall,
  reprEnter,
  reprG,
  reprLeave,
  richCompare,
  truthG,
} from '../objects/object.ts';
import { newTuple, type Tuple, tupleOf } from '../objects/seqcore.ts';
import { intern, isStr, newStr, type Str } from '../objects/strcore.ts';
import { iterG } from './itertool.ts';

// --- operators ---------------------------------------------------------------------------------------

const opOf = (symbol: string): number => BINARY_OPS.findIndex((row) => row.symbol === symbol);

const BINARY: [name: string, symbol: string, doc: string][] = [
  ['add', '+', 'Same as a + b.'],
  ['sub', '-', 'Same as a - b.'],
  ['mul', '*', 'Same as a * b.'],
  ['matmul', '@', 'Same as a @ b.'],
  ['floordiv', '//', 'Same as a // b.'],
  ['truediv', '/', 'Same as a / b.'],
  ['mod', '%', 'Same as a % b.'],
  ['lshift', '<<', 'Same as a << b.'],
  ['rshift', '>>', 'Same as a >> b.'],
  ['and_', '&', 'Same as a & b.'],
  ['xor', '^', 'Same as a ^ b.'],
  ['or_', '|', 'Same as a | b.'],
  ['pow', '** or pow()', 'Same as a ** b.'],
  ['iadd', '+=', 'Same as a += b.'],
  ['isub', '-=', 'Same as a -= b.'],
  ['imul', '*=', 'Same as a *= b.'],
  ['imatmul', '@=', 'Same as a @= b.'],
  ['ifloordiv', '//=', 'Same as a //= b.'],
  ['itruediv', '/=', 'Same as a /= b.'],
  ['imod', '%=', 'Same as a %= b.'],
  ['ilshift', '<<=', 'Same as a <<= b.'],
  ['irshift', '>>=', 'Same as a >>= b.'],
  ['iand', '&=', 'Same as a &= b.'],
  ['ixor', '^=', 'Same as a ^= b.'],
  ['ior', '|=', 'Same as a |= b.'],
  ['ipow', '**=', 'Same as a **= b.'],
];

const COMPARE: [name: string, op: number, doc: string][] = [
  ['lt', Py_LT, 'Same as a < b.'],
  ['le', Py_LE, 'Same as a <= b.'],
  ['eq', Py_EQ, 'Same as a == b.'],
  ['ne', Py_NE, 'Same as a != b.'],
  ['gt', Py_GT, 'Same as a > b.'],
  ['ge', Py_GE, 'Same as a >= b.'],
];

function* truthOf(o: Obj, negated: boolean): Gen {
  const t = yield* truthG(o);
  return t < 0 ? null : newBool((t === 1) !== negated);
}

function sequence(o: Obj): boolean {
  return (
    o.type.sq_item !== null || (o.type.mp_subscript !== null && (o.type.flags & TPFLAGS.DICT_SUBCLASS) === 0)
  );
}

function concat(_m: Obj, a: Obj, b: Obj): Res {
  if (a.type.sq_concat !== null) return a.type.sq_concat(a, b);
  if (sequence(a) && sequence(b)) return binaryOp(a, b, opOf('+'));
  return typeError(`'${a.type.name}' object can't be concatenated`);
}

function iconcat(_m: Obj, a: Obj, b: Obj): Res {
  const f = a.type.sq_inplace_concat ?? a.type.sq_concat;
  if (f !== null) return f(a, b);
  if (sequence(a) && sequence(b)) return binaryOp(a, b, opOf('+='));
  return typeError(`'${a.type.name}' object can't be concatenated`);
}

function* countOf(_m: Obj, a: Obj, b: Obj): Gen {
  const it = yield* iterG(a);
  if (it === null) return null;
  let n = 0;
  for (;;) {
    const item = yield* nextG(it);
    if (item === undefined) break;
    const same = item === null ? -1 : yield* compareBoolG(item, b, Py_EQ);
    xdecref(item);
    if (same < 0) {
      decref(it);
      return null;
    }
    n += same;
  }
  decref(it);
  return newInt(n);
}

function* indexOf(_m: Obj, a: Obj, b: Obj): Gen {
  const it = yield* iterG(a);
  if (it === null) return null;
  for (let i = 0; ; i++) {
    const item = yield* nextG(it);
    const same = item == null ? -1 : yield* compareBoolG(item, b, Py_EQ);
    if (item !== undefined) xdecref(item);
    if (same === 0) continue;
    decref(it);
    if (same === 1) return newInt(i);
    return item === undefined ? raise(PyExc.ValueError, 'sequence.index(x): x not in sequence') : null;
  }
}

function* lengthHint(_m: Obj, o: Obj, otherwise: Obj | undefined): Gen {
  if (otherwise !== undefined && !isInt(otherwise)) {
    return typeError(`'${otherwise.type.name}' object cannot be interpreted as an integer`);
  }
  const n = yield* lengthHintG(o, otherwise === undefined ? 0 : Number((otherwise as Int).v));
  return n < 0 && n !== 0 ? null : newInt(n);
}

/** Takes the same time wherever the texts differ. CPython 3.12: _operator__compare_digest_impl */
function compareDigest(_m: Obj, a: Obj, b: Obj): Res {
  if (isStr(a) && isStr(b)) {
    const ascii = (s: string): boolean => !/[^\0-\x7f]/.test(s);
    if (!ascii(a.v) || !ascii(b.v)) {
      return typeError('comparing strings with non-ASCII characters is not supported');
    }
    return newBool(a.v === b.v);
  }
  if (!hasBuffer(a) && !hasBuffer(b)) {
    return typeError(
      `unsupported operand types(s) or combination of types: '${a.type.name}' and '${b.type.name}'`,
    );
  }
  const x = requireBuffer(a);
  const y = x === null ? null : requireBuffer(b);
  if (x === null || y === null) return null;
  return newBool(x.length === y.length && x.every((byte, i) => byte === y[i]));
}

const functions: FunctionRow[] = [
  ...BINARY.map(([name, symbol, doc]): FunctionRow => {
    const op = opOf(symbol);
    return [name, '(a, b, /)', (_m: Obj, a: Obj, b: Obj) => binaryOp(a, b, op), doc];
  }),
  ...COMPARE.map(
    ([name, op, doc]): FunctionRow => [
      name,
      '(a, b, /)',
      (_m: Obj, a: Obj, b: Obj) => richCompare(a, b, op),
      doc,
    ],
  ),
  [
    'truth',
    '(a, /)',
    (_m: Obj, a: Obj) => suspend(truthOf(a, false), [a]),
    'Return True if a is true, False otherwise.',
  ],
  ['not_', '(a, /)', (_m: Obj, a: Obj) => suspend(truthOf(a, true), [a]), 'Same as not a.'],
  ['is_', '(a, b, /)', (_m: Obj, a: Obj, b: Obj) => newBool(a === b), 'Same as a is b.'],
  ['is_not', '(a, b, /)', (_m: Obj, a: Obj, b: Obj) => newBool(a !== b), 'Same as a is not b.'],
  ['neg', '(a, /)', (_m: Obj, a: Obj) => negative(a), 'Same as -a.'],
  ['pos', '(a, /)', (_m: Obj, a: Obj) => positive(a), 'Same as +a.'],
  ['abs', '(a, /)', (_m: Obj, a: Obj) => absolute(a), 'Same as abs(a).'],
  ['inv', '(a, /)', (_m: Obj, a: Obj) => invert(a), 'Same as ~a.'],
  ['invert', '(a, /)', (_m: Obj, a: Obj) => invert(a), 'Same as ~a.'],
  [
    'index',
    '(a, /)',
    function* (_m: Obj, a: Obj): Gen {
      const i = yield* indexG(a);
      return i === null ? null : exactInt(i);
    },
    'Same as a.__index__()',
  ],
  ['concat', '(a, b, /)', concat, 'Same as a + b, for a and b sequences.'],
  ['iconcat', '(a, b, /)', iconcat, 'Same as a += b, for a and b sequences.'],
  [
    'contains',
    '(a, b, /)',
    (_m: Obj, a: Obj, b: Obj) => contains(a, b),
    'Same as b in a (note reversed operands).',
  ],
  ['countOf', '(a, b, /)', countOf, 'Return the number of items in a which are, or which equal, b.'],
  ['indexOf', '(a, b, /)', indexOf, 'Return the first index of b in a.'],
  ['getitem', '(a, b, /)', (_m: Obj, a: Obj, b: Obj) => getItem(a, b), 'Same as a[b].'],
  ['setitem', '(a, b, c, /)', (_m: Obj, a: Obj, b: Obj, c: Obj) => setItem(a, b, c), 'Same as a[b] = c.'],
  ['delitem', '(a, b, /)', (_m: Obj, a: Obj, b: Obj) => setItem(a, b, null), 'Same as del a[b].'],
  ['length_hint', '(obj, default=0, /)', lengthHint, 'Return an estimate of the number of items in obj.'],
  [
    'call',
    '(obj, /, *args, **kwargs)',
    (_m: Obj, f: Obj, args: Obj[], kwargs: Kwargs) =>
      objectCall(
        f,
        [...args, ...kwargs.map(([, v]) => v)],
        kwargs.length === 0 ? null : kwargs.map(([k]) => k),
      ),
    'Same as obj(*args, **kwargs).',
  ],
  ['_compare_digest', '(a, b, /)', compareDigest, "Return 'a == b'."],
];

// --- itemgetter, attrgetter, methodcaller --------------------------------------------------------------

interface GetterV {
  /** Items, dotted names, or the method's arguments (owned). */
  items: Tuple;
  name: Str | null;
  kwargs: [Str, Obj][];
}
type Getter = Obj<GetterV>;
const V = (o: Obj): GetterV => (o as Getter).v;

function getterType(name: string, doc: string): PyType {
  const t = new PyType(`operator.${name}`, TPFLAGS.HAVE_GC, typeType);
  t.qualname = name;
  t.doc = doc;
  t.basicsize = 48;
  t.tp_getattro = genericGetAttr;
  t.tp_traverse = (o, visit) => {
    const { items, name: n, kwargs } = V(o);
    visit(items);
    if (n !== null) visit(n);
    for (const [k, v] of kwargs) {
      visit(k);
      visit(v);
    }
  };
  t.tp_dealloc = (o) => {
    const { items, name: n, kwargs } = V(o);
    decref(items);
    xdecref(n);
    for (const [k, v] of kwargs) {
      decref(k);
      decref(v);
    }
  };
  t.tp_repr = (o) => (reprEnter(o) ? newStr(`${t.name}(...)`) : suspend(getterReprG(o), [o]));
  return t;
}

function make(type: PyType, items: Obj[], name: Str | null, kwargs: [Str, Obj][]): Obj {
  const o: Getter = new Obj<GetterV>(type, { items: tupleOf(...items), name, kwargs });
  if (name !== null) name.rc++;
  for (const [k, v] of kwargs) {
    k.rc++;
    v.rc++;
  }
  gcTrack(o);
  return o;
}

function* getterReprG(o: Obj): Gen {
  const { items, name, kwargs } = V(o);
  const parts: string[] = [];
  let ok = true;
  const add = function* (x: Obj, prefix = ''): Gen<void> {
    const r = ok ? yield* reprG(x) : null;
    if (r === null) ok = false;
    else {
      parts.push(prefix + r.v);
      decref(r);
    }
  };
  if (name !== null) yield* add(name);
  for (const item of items.v) yield* add(item);
  for (const [k, v] of kwargs) yield* add(v, `${k.v}=`);
  reprLeave(o);
  return ok ? newStr(`${o.type.name}(${parts.join(', ')})`) : null;
}

function oneArgument(o: Obj, args: Obj[], kwnames: Obj[] | null): boolean {
  const short = o.type.qualname;
  if (kwnames !== null && kwnames.length > 0) {
    typeError(`${short}() takes no keyword arguments`);
    return false;
  }
  if (args.length !== 1) {
    typeError(`${short} expected 1 argument, got ${args.length}`);
    return false;
  }
  return true;
}

const itemgetterType = getterType(
  'itemgetter',
  'itemgetter(item, /, *items)\n--\n\nReturn a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])',
);
itemgetterType.tp_new = (_cls, args, kwnames) => {
  if (kwnames !== null && kwnames.length > 0) return typeError('itemgetter() takes no keyword arguments');
  if (args.length < 1) return typeError('itemgetter expected 1 argument, got 0');
  return make(itemgetterType, args, null, []);
};
itemgetterType.tp_call = (o, args, kwnames) => {
  if (!oneArgument(o, args, kwnames)) return null;
  const items = V(o).items.v;
  return items.length === 1 ? getItem(args[0]!, items[0]!) : suspend(itemsG(items, args[0]!), [o, args[0]!]);
};

function* itemsG(items: readonly Obj[], from: Obj): Gen {
  const out: Obj[] = [];
  for (const key of items) {
    let r = getItem(from, key);
    if (r === null) r = yield* settle();
    if (r === null) {
      for (const x of out) decref(x);
      return null;
    }
    out.push(r);
  }
  return newTuple(out);
}

const attrgetterType = getterType(
  'attrgetter',
  "attrgetter(attr, /, *attrs)\n--\n\nReturn a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
);
attrgetterType.tp_new = (_cls, args, kwnames) => {
  if (kwnames !== null && kwnames.length > 0) return typeError('attrgetter() takes no keyword arguments');
  if (args.length < 1) return typeError('attrgetter expected 1 argument, got 0');
  for (const a of args) if (!isStr(a)) return typeError('attribute name must be a string');
  return make(attrgetterType, args, null, []);
};
attrgetterType.tp_call = (o, args, kwnames) => {
  if (!oneArgument(o, args, kwnames)) return null;
  return suspend(attrsG(V(o).items.v as Str[], args[0]!), [o, args[0]!]);
};

function* dottedG(path: string, from: Obj): Gen {
  let o: Obj = from;
  o.rc++;
  for (const part of path.split('.')) {
    const name = intern(part);
    let r = getAttr(o, name);
    if (r === null) r = yield* settle();
    decref(name);
    decref(o);
    if (r === null) return null;
    o = r;
  }
  return o;
}

function* attrsG(paths: readonly Str[], from: Obj): Gen {
  if (paths.length === 1) return yield* dottedG(paths[0]!.v, from);
  const out: Obj[] = [];
  for (const p of paths) {
    const r = yield* dottedG(p.v, from);
    if (r === null) {
      for (const x of out) decref(x);
      return null;
    }
    out.push(r);
  }
  return newTuple(out);
}

const methodcallerType = getterType(
  'methodcaller',
  "methodcaller(name, /, *args, **kwargs)\n--\n\nReturn a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
);
methodcallerType.tp_new = (_cls, args, kwnames) => {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos < 1) return typeError('methodcaller needs at least one argument, the method name');
  const name = args[0]!;
  if (!isStr(name)) return typeError('method name must be a string');
  const kwargs: [Str, Obj][] = [];
  for (let i = 0; i < nkw; i++) kwargs.push([kwnames![i] as Str, args[npos + i]!]);
  const key = intern(name.v);
  const o = make(methodcallerType, args.slice(1, npos), key, kwargs);
  decref(key);
  return o;
};
methodcallerType.tp_call = (o, args, kwnames) => {
  if (!oneArgument(o, args, kwnames)) return null;
  return suspend(methodG(V(o), args[0]!), [o, args[0]!]);
};

function* methodG(p: GetterV, on: Obj): Gen {
  let m = getAttr(on, p.name!);
  if (m === null) m = yield* settle();
  if (m === null) return null;
  const names = p.kwargs.length === 0 ? null : p.kwargs.map(([k]) => k);
  const r = yield* callG(m, [...p.items.v, ...p.kwargs.map(([, v]) => v)], names);
  decref(m);
  return r;
}

for (const t of [itemgetterType, attrgetterType, methodcallerType]) {
  method(
    t,
    '__reduce__',
    '($self, /)',
    (o) => {
      const { items, name } = V(o);
      const cls: Obj = t.self;
      cls.rc++;
      const args = name === null ? tupleOf(...items.v) : tupleOf(name, ...items.v);
      return newTuple([cls, args]);
    },
    'Return state information for pickling',
  );
  readyLater(t);
}

export const operatorModule = defineModule(
  '_operator',
  'Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.',
  {
    functions,
    types: { itemgetter: itemgetterType, attrgetter: attrgetterType, methodcaller: methodcallerType },
  },
);
