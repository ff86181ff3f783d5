/** Classes with special methods that answer anything, and what happens when the built-in functions use them. */
import type { Random } from './random.ts';
import * as values from './values.ts';

const BASES = [
  'object',
  'object',
  'object',
  'object',
  'int',
  'str',
  'list',
  'dict',
  'tuple',
  'float',
  'set',
  'frozenset',
  'bytes',
  'bytearray',
  'complex',
  'Exception',
  'type',
];

/** Special methods with their parameters, and what they usually should answer. */
const SPECIALS: Record<string, [parameters: string, answers: string[]]> = {
  __repr__: ['self', ["'R'", "'<é>'"]],
  __str__: ['self', ["'S'", "''"]],
  __bytes__: ['self', ["b'B'"]],
  __format__: ['self, spec', ["'F' + spec", 'spec']],
  __hash__: ['self', ['1', '-1', '2**70', 'hash("a") and 3']],
  __bool__: ['self', ['True', 'False', '1']],
  __len__: ['self', ['0', '3', '-1', '2**70', 'True']],
  __length_hint__: ['self', ['2', '-1', 'NotImplemented']],
  __index__: ['self', ['1', '2', 'True', '-1']],
  __int__: ['self', ['7', 'True']],
  __float__: ['self', ['1.5', 'float("nan")']],
  __complex__: ['self', ['1j', '2.0']],
  __trunc__: ['self', ['3']],
  __floor__: ['self', ['4']],
  __ceil__: ['self', ['5']],
  __round__: ['self, *n', ['(6, n)']],
  __iter__: ['self', ['iter([1, 2, 3])', 'iter("ab")', 'self']],
  __next__: ['self', ['next(NEXT)']],
  __reversed__: ['self', ['iter([3, 2])']],
  __contains__: ['self, x', ['True', 'False', '[]', '1']],
  __getitem__: ['self, k', ['(k, 1)', 'k', 'NEXTITEM(k)']],
  __setitem__: ['self, k, v', ['None']],
  __delitem__: ['self, k', ['None']],
  __missing__: ['self, k', ['("missing", k)']],
  __call__: ['self, *a, **k', ['(a, k)']],
  __eq__: ['self, o', ['True', 'False', '[]', '"yes"']],
  __ne__: ['self, o', ['True', 'False']],
  __lt__: ['self, o', ['True', 'False', '[]']],
  __le__: ['self, o', ['True', 'False']],
  __gt__: ['self, o', ['True', 'False', '1']],
  __ge__: ['self, o', ['True', 'False']],
  __add__: ['self, o', ['("add", 1)']],
  __radd__: ['self, o', ['("radd", 1)']],
  __iadd__: ['self, o', ['("iadd", 1)', 'self']],
  __sub__: ['self, o', ['"sub"']],
  __rsub__: ['self, o', ['"rsub"']],
  __mul__: ['self, o', ['"mul"']],
  __rmul__: ['self, o', ['"rmul"']],
  __imul__: ['self, o', ['"imul"']],
  __mod__: ['self, o', ['"mod"']],
  __rmod__: ['self, o', ['"rmod"']],
  __divmod__: ['self, o', ['"divmod"']],
  __rdivmod__: ['self, o', ['"rdivmod"']],
  __pow__: ['self, *o', ['("pow", len(o))']],
  __rpow__: ['self, *o', ['("rpow", len(o))']],
  __ipow__: ['self, o', ['"ipow"']],
  __truediv__: ['self, o', ['"truediv"']],
  __floordiv__: ['self, o', ['"floordiv"']],
  __matmul__: ['self, o', ['"matmul"']],
  __rmatmul__: ['self, o', ['"rmatmul"']],
  __and__: ['self, o', ['"and"']],
  __rand__: ['self, o', ['"rand"']],
  __or__: ['self, o', ['"or"']],
  __ror__: ['self, o', ['"ror"']],
  __ior__: ['self, o', ['"ior"', 'self']],
  __xor__: ['self, o', ['"xor"']],
  __lshift__: ['self, o', ['"lshift"']],
  __rrshift__: ['self, o', ['"rrshift"']],
  __neg__: ['self', ['"neg"']],
  __pos__: ['self', ['"pos"']],
  __abs__: ['self', ['"abs"']],
  __invert__: ['self', ['"invert"']],
  __getattr__: ['self, name', ['name', 'len(name)']],
  __getattribute__: ['self, name', ['object.__getattribute__(self, name)', 'name']],
  __setattr__: ['self, name, value', ['None']],
  __delattr__: ['self, name', ['None']],
  __dir__: ['self', ["['b', 'a']", '()', '("x",)']],
  __get__: ['self, o, t=None', ['("get", o is None)']],
  __set__: ['self, o, v', ['None']],
  __delete__: ['self, o', ['None']],
  __set_name__: ['self, owner, name', ['None']],
  __enter__: ['self', ['self', '"entered"']],
  __exit__: ['self, *e', ['None', 'True', '0']],
  __init__: ['self, *a, **k', ['None']],
  __new__: ['cls, *a, **k', ['super(cls, cls).__new__(cls)', 'object.__new__(cls)', '5']],
  __init_subclass__: ['cls, **k', ['None']],
  __class_getitem__: ['cls, k', ['("cgi", k)']],
  __instancecheck__: ['self, o', ['True', '[]']],
  __subclasscheck__: ['self, o', ['True', '0']],
  __reduce_ex__: ['self, p', ['(C, ())', '"C"', '(C,)', '5']],
  __copy__: ['self', ['"copied"']],
  __deepcopy__: ['self, memo', ['"deep"']],
  __getstate__: ['self', ["{'q': 1}", 'None']],
  __sizeof__: ['self', ['10', '-1', '"x"']],
  __mro_entries__: ['self, bases', ['(object,)', '()', '[object]']],
  __prepare__: ['cls, *a', ['{}', '[]']],
  __buffer__: ['self, flags', ["memoryview(b'buf')", "b'x'"]],
  __await__: ['self', ['iter(())']],
  __aiter__: ['self', ['self']],
  __fspath__: ['self', ["'path'", '1']],
  __del__: ['self', ['None']],
  __subclasshook__: ['cls, o', ['True']],
  keys: ['self', ["['a', 'b']", '5']],
};

function specialMethod(r: Random, name: string): string {
  const [parameters, answers] = SPECIALS[name];
  const first = parameters.split(',')[0];
  const chance = r.below(100);
  let body = `return ${r.pick(answers)}`;
  if (chance < 8) body = `return ${values.anyValue(r, 1)}`;
  else if (chance < 14) body = 'return NotImplemented';
  else if (chance < 20)
    body = `raise ${r.pick(['ValueError("v")', 'TypeError("t")', 'AttributeError("attr")', 'IndexError(1)', 'KeyError("k")', 'StopIteration(5)', 'ZeroDivisionError', 'LookupError', 'RuntimeError("r")'])}`;
  else if (chance < 23)
    return `    ${name} = ${r.pick(['None', '5', 'lambda *a: 1', 'len', 'int', 'property(lambda s: lambda *a: "p")', 'staticmethod(lambda *a: a[1:])'])}`;
  else if (chance < 26) return `    def ${name}(self): ${body}`;
  // Attributes are not logged with the arguments: a repr would call the class's own.
  return `    def ${name}(${parameters}):\n        log.append(${`'${name}'`})\n        ${first === 'cls' ? '' : ''}${body}`;
}

function classText(r: Random, name: string, bases: string, most: number, keywords = ''): string {
  const methods = r.some(Object.keys(SPECIALS), most).map((special) => specialMethod(r, special));
  if (r.chance(0.12))
    methods.unshift(
      `    __slots__ = ${r.pick(['()', "('s',)", "'s'", "['s', '__dict__']", "('s', 's')", "('1',)", '5', '(1,)', "{'s': 'doc'}", "('__weakref__',)", "('__dict__', '__dict__')", "('__s',)"])}`,
    );
  if (r.chance(0.15)) methods.push('    x = 1');
  if (r.chance(0.04)) methods.push('    __match_args__ = ("x",)');
  if (methods.length === 0) methods.push('    pass');
  return `class ${name}(${bases}${keywords}):\n${methods.join('\n')}`;
}

const USES = [
  'r = repr(a)',
  'r = str(a)',
  "r = f'{a}|{a:x}'",
  'r = bytes(a)',
  'r = bool(a)',
  'r = len(a)',
  'r = int(a)',
  'r = float(a)',
  'r = complex(a)',
  'r = a + b',
  'r = b + a',
  'r = a + 1',
  'r = 1 + a',
  'r = a - b',
  'r = 1 - a',
  'r = a * b',
  'r = 2 * a',
  'r = a * 2',
  'r = [1] * a',
  'r = a % b',
  "r = '%s' % a",
  "r = '%d' % a",
  'r = divmod(a, b)',
  'r = divmod(1, a)',
  'r = pow(a, b)',
  'r = pow(a, 2, 3)',
  'r = pow(2, a, 3)',
  'r = a / b',
  'r = a // 2',
  'r = a @ b',
  'r = a & b',
  'r = 1 & a',
  'r = a | b',
  'r = {1} | a',
  'r = a ^ 1',
  'r = a << 1',
  'r = 1 >> a',
  'r = -a',
  'r = +a',
  'r = ~a',
  'r = abs(a)',
  'a += 1',
  'a += b',
  'a *= 2',
  'a |= b',
  'a **= 2',
  'r = a == b',
  'r = a == 1',
  'r = 1 == a',
  'r = a != b',
  'r = a < b',
  'r = a <= 1',
  'r = 1 > a',
  'r = a >= b',
  'r = a in [b]',
  'r = 1 in a',
  'r = a in (1, a)',
  'r = [b].index(a)',
  'r = [a, b].count(a)',
  'r = max(a, b)',
  'r = sorted([a, b, a])',
  'r = min([a, 1])',
  "r = hash(a) if '__hash__' in C.__dict__ else 0",
  'r = {a: 1}',
  'r = {a, b}',
  "r = {1: 'one'}.get(a)",
  'r = a[0]',
  "r = a['k']",
  'r = a[1:2]',
  'a[0] = 1',
  'del a[0]',
  'a[1:2] = [3]',
  'r = list(islice(a))',
  'r = islice(reversed(a))',
  'r = islice(iter(a))',
  'r = next(a)',
  'x, y, z = a',
  'r = [*islice(a)]',
  'r = a()',
  'r = a(1, k=2)',
  'r = a.x',
  'r = a.nope',
  'a.x = 5',
  'del a.x',
  'r = hasattr(a, "foo")',
  "r = getattr(a, 'foo', 'dflt')",
  'r = dir(a)[:3]',
  'r = round(a)',
  'r = round(a, 1)',
  'import math\nr = math.floor(a), math.ceil(a), math.trunc(a)',
  'with a as q:\n    r = q',
  'with a:\n    raise KeyError(1)',
  'r = isinstance(a, C)',
  'r = isinstance(1, a)',
  'r = issubclass(int, a)',
  'r = C[int]',
  'class D(C): pass\nr = D.__mro__',
  'class D(a): pass\nr = D.__mro__',
  'class D:\n    at = a\nr = D().at',
  'class D:\n    at = a\nd = D()\nd.at = 3\nr = sorted(vars(d))',
  'class D:\n    at = a\nd = D()\ndel d.at',
  'import copy\nr = copy.copy(a)',
  'import copy\nr = copy.deepcopy(a)',
  'r = a.__reduce_ex__(2)',
  'import sys\nsys.getsizeof(a)',
  'r = memoryview(a)',
  'r = a.__class__',
  'r = type(a).__mro__',
  'r = a.__dict__',
  'r = list("abc")[a]',
  'r = "abc"[a]',
  'r = range(a)',
  'r = range(5)[a]',
  'r = chr(a)',
  'r = hex(a)',
  'r = "a".join(islice(a))',
  'r = dict(a)',
  'r = {**a}',
  'r = (lambda **k: k)(**a)',
  'r = (lambda *q: q)(*islice(a))',
  'r = sum([a, b])',
  'r = any(islice(a))',
  'r = tuple(islice(a))',
  'r = slice(a, b).indices(5)',
  'r = a.__init__()',
  'r = object.__repr__(a)[:5]',
  'r = format(a, ">10")',
  'import operator\nr = operator.length_hint(a)',
  'import operator\nr = operator.index(a)',
  'r = print(a, file=None) if 0 else 1',
  'r = [1, 2, 3][a:]',
  'r = int("12", a)',
  'r = [0, 1].pop(a)',
  'r = bytes([a])',
  'r = [a] < [b]',
  'r = (1, a) == (1, b)',
  'r = {1: a} == {1: b}',
  'r = a is b, not a',
  'match a:\n    case C(x=1): r = "x"\n    case [p, q]: r = "seq"\n    case {"a": p}: r = "map"\n    case _: r = "none"',
  'r = "x" if a else "y"',
  'r = a and b',
  'class D(C):\n    def __repr__(self): return super().__repr__()\nr = D()',
  'r = vars(C).keys() >= {"__module__"}',
  'r = C.x',
  'C.x = 3\nr = a.x',
  'C.__add__ = lambda s, o: "late"\nr = a + 1',
  'C.__len__ = lambda s: 4\nr = len(a)',
  'a.__len__ = lambda: 9\nr = len(a)',
];

/** An instance of such a class, used. */
export function classUse(r: Random): string {
  const base = r.pick(BASES);
  const lines = [`NEXT = iter([1, 2, 3])`, 'def NEXTITEM(k):\n    if k == 3: raise IndexError\n    return k'];
  lines.push(classText(r, 'C', base, 4));
  const second = r.chance(0.35);
  if (second) lines.push(classText(r, 'D', r.chance(0.5) ? 'C' : r.pick(BASES), 3));
  lines.push(
    `a = C(${base === 'object' || r.chance(0.6) ? '' : r.pick([values.smallInt, values.str, values.list])(r)})`,
  );
  lines.push(`b = ${second ? 'D()' : r.chance(0.5) ? 'C()' : values.anyValue(r, 1)}`);
  lines.push('log.clear()', r.pick(USES));
  return lines.join('\n');
}

const CLASS_NAMES = ['A', 'B', 'C', 'D', 'E'];

/** Class statements and type() calls, right and wrong, and changes of classes. */
export function classMaking(r: Random): string {
  const lines: string[] = [];
  const known: string[] = [];
  const n = r.between(1, 4);
  for (let i = 0; i < n; i++) {
    const name = CLASS_NAMES[i];
    const bases = r.chance(0.6) ? r.some(known, 2) : [];
    if (r.chance(0.3))
      bases.push(
        r.pick([
          'object',
          'int',
          'str',
          'list',
          'dict',
          'type',
          'Exception',
          'bool',
          'NoneType',
          'range',
          'slice',
          'function',
          'property',
          'Generic[T]',
          '5',
          'None',
          'memoryview',
          'float',
          'tuple',
          'OSError',
          'StopIteration',
          'BaseExceptionGroup',
          'list[int]',
          'super',
          'staticmethod',
          'enumerate',
          'ABC',
        ]),
      );
    const keywords = r.chance(0.15)
      ? `, ${r.pick(['metaclass=type', 'metaclass=M', 'metaclass=int', 'metaclass=lambda n, b, d, **k: (n, b, k)', 'k=1', 'metaclass=M, k=2', 'metaclass=5'])}`
      : '';
    const head = bases.length === 0 ? keywords.slice(2) : bases.join(', ');
    lines.push(
      r.chance(0.2)
        ? `${name} = type(${r.pick([`'${name}'`, `'${name}'`, `'${name}'`, '5', "'\\\\ud800'", "'a b'", "''", "'n\\\\0'"])}, ${r.pick([`(${bases.map((b) => `${b}, `).join('')})`, '[]', '(object,)', '()'])}, ${r.pick(['{}', "{'x': 1}", "{'__slots__': 'y'}", "{'__slots__': ('a', 'b')}", "{'__module__': 'mm'}", "{'__qualname__': 'Q.N'}", "{'__qualname__': 5}", '{1: 2}', "{'__doc__': 'd'}", '[]', "{'__init__': len}", "{'__classcell__': 5}"])}${r.chance(0.08) ? ', z=1' : ''})`
        : classText(r, name, head, 2, bases.length === 0 ? '' : keywords),
    );
    known.push(name);
  }
  const last = known[known.length - 1];
  const other = known[0];
  lines.push(
    r.pick([
      `r = ${last}.__mro__`,
      `r = ${last}.__mro__`,
      `r = ${last}.__bases__, ${last}.__base__, type(${last})`,
      `r = ${last}()`,
      `r = ${last}()\nr.__class__ = ${other}`,
      `r = ${last}(1)`,
      `r = ${last}(1, x=2)`,
      `r = ${last}()\nr.zz = 1\nr = r.zz`,
      `r = ${last}()\nr.s = 1\nr = r.s`,
      `${other}.__bases__ = (${last},)`,
      `${last}.__bases__ = (object,)\nr = ${last}.__mro__`,
      `${last}.__bases__ = ()`,
      `${last}.__name__ = 'New'\nr = ${last}`,
      `${last}.__name__ = 5`,
      `${last}.__qualname__ = 'Q'\nr = ${last}`,
      `${last}.__qualname__ = 1`,
      `${last}.__module__ = 'm'\nr = ${last}`,
      `del ${last}.__module__\nr = ${last}`,
      `del ${last}.__name__`,
      `${last}.__dict__ = {}`,
      `r = ${last}.__dict__.keys()`,
      `${last}.__doc__ = 'doc'\nr = ${last}.__doc__`,
      `r = ${last}.__subclasses__(), ${other}.__subclasses__()`,
      `r = ${last}.nope`,
      `r = ${last}().nope`,
      `${last}.nope = 1\nr = ${last}().nope`,
      `del ${last}.nope`,
      `r = isinstance(${last}(), ${other}), issubclass(${last}, ${other})`,
      `r = ${last}.__flags__ & ${'0x4400'}`,
      `r = ${last}.__weakrefoffset__ != 0, ${last}.__dictoffset__ != 0`,
      `r = ${last}().__dict__`,
      `a = ${last}()\na.__dict__ = {'q': 1}\nr = a.q`,
      `a = ${last}()\na.__dict__ = 5`,
      `a = ${last}()\ndel a.__dict__\nr = a.__dict__`,
      `import weakref\nr = weakref.ref(${last}())()`,
      `r = super(${last}, ${last}())`,
      `r = super(${last}, ${other}())`,
      `r = super(${last}).__thisclass__`,
      `r = ${last}.mro()`,
      `r = ${last} | int`,
      `r = ${last} == ${other}, hash(${last}) == hash(${last})`,
      `r = ${last}.__abstractmethods__`,
      `r = ${last}.__text_signature__, ${last}.__type_params__`,
      `r = ${last}.__annotations__`,
      `r = ${last}.x`,
      `r = ${last}().__reduce_ex__(2)`,
      `r = ${last}().__reduce_ex__(0)`,
      `r = ${last}().__getstate__()`,
      `import copy\nr = copy.copy(${last}()).__class__`,
      `a = ${last}()\na.__class__ = int`,
      `a = ${last}()\na.__class__ = 5`,
      `a = ${last}()\ndel a.__class__`,
      `r = object.__new__(${last})`,
      `r = int.__new__(${last})`,
      `r = ${last}.__new__(${other})`,
      `object.__setattr__(${last}, 'x', 1)`,
      `type.__setattr__(${last}, 'x', 1)\nr = ${last}.x`,
      `r = ${last}.__call__`.replace('__call__', '__init__.__name__'),
      `r = [x for x in dir(${last}()) if not x.startswith('__')]`,
      `r = ${last}.__get__`,
      `r = ${last}.__or__(int)`,
      `r = ${last}.__instancecheck__(1)`,
      `r = type(${last}.__dict__.get('s')), type(${last}.__dict__.get('__dict__'))`,
    ]),
  );
  return [
    'class M(type):\n    def __new__(m, n, b, d, **k): return super().__new__(m, n, b, d)\n    def __init__(c, *a, **k): pass',
    'NoneType = type(None)',
    'function = type(lambda: 0)',
    ...(lines.join().includes('Generic') ? ['from typing import Generic, TypeVar', "T = TypeVar('T')"] : []),
    ...(lines.join().includes('ABC') ? ['from abc import ABC'] : []),
    'NEXT = iter([1, 2, 3])',
    'NEXTITEM = repr',
    ...lines,
  ].join('\n');
}

/** Properties, descriptors, class and static methods, super, __getattr__. */
export function attributeCase(r: Random): string {
  const decorator = r.pick([
    'property',
    'classmethod',
    'staticmethod',
    'functools.cached_property',
    'functools.partialmethod',
    'classmethod\n    @property',
    'property(doc="d").getter',
    'abc.abstractmethod',
  ]);
  const lines = [
    'import functools, abc',
    `class C:`,
    `    @${decorator}`,
    `    def p(${r.pick(['self', 'self', 'cls', '', 'self, x', 'self, *a', 'self, x=1'])}):`,
    `        ${r.pick(['return 5', 'return self', 'raise AttributeError("inner")', 'return self.q', 'raise ValueError', '"""doc"""; return 1'])}`,
  ];
  if (decorator === 'property' && r.chance(0.5))
    lines.push(
      '    @p.setter',
      '    def p(self, v):',
      `        ${r.pick(['self._p = v', 'raise AttributeError("no set")', 'return 5'])}`,
    );
  if (decorator === 'property' && r.chance(0.3))
    lines.push('    @p.deleter', '    def p(self):', '        log.append("deleted")');
  if (r.chance(0.25))
    lines.push(
      '    def __getattr__(self, name):',
      `        ${r.pick(['return name', 'raise AttributeError(name)', 'return super().__getattr__(name)'])}`,
    );
  lines.push('a = C()');
  const use = r.pick([
    'r = a.p',
    'r = C.p',
    'a.p = 1',
    'del a.p',
    'r = a.p()',
    'r = C.p()',
    'r = a.p(1)',
    'r = C.p(a)',
    'a.p = 1\nr = vars(a)',
    'r = C.__dict__["p"].__doc__',
    'r = C.__dict__["p"].__get__(None, C)',
    'r = C.__dict__["p"].__get__(a)',
    'r = C.__dict__["p"].__get__(5)',
    'r = C.__dict__["p"].__isabstractmethod__',
    'r = C.__dict__["p"].__wrapped__',
    'r = C.__dict__["p"].fget',
    'C.__dict__["p"].fget = 1',
    'r = C.__dict__["p"].__set__(a, 1)',
    'r = C.__dict__["p"].__delete__(a)',
    'r = C.__dict__["p"].setter(len).fset',
    'C.__dict__["p"].__doc__ = "new"\nr = C.p.__doc__',
    'r = C.__dict__["p"].__name__',
    'r = a.p.__self__',
    'r = a.p.__func__',
    'r = C.__dict__["p"].__class__',
    'r = a.q',
    'r = hasattr(a, "p"), hasattr(a, "zz")',
    'r = getattr(a, "p", 3)',
    'r = super(C, a).p',
    'class D(C):\n    p = 3\nr = D().p, super(D, D()).p',
    'r = a.__getattribute__("p")',
    'r = C.__dict__["p"](1)',
    'r = sorted(C.__dict__["p"].__dict__)',
  ]);
  lines.push(use);
  return lines.join('\n');
}
