/** Calls of Python functions with right and wrong arguments, generators driven in every way, exceptions, closures. */
import type { Random } from './random.ts';
import * as values from './values.ts';

const NAMES = ['a', 'b', 'c', 'd', 'k', 'self'];

function parameters(r: Random): { text: string; names: string[] } {
  const names = r.some(NAMES, 5);
  const parts: string[] = [];
  const slash = r.chance(0.25) ? r.below(names.length + 1) : -1;
  const star = r.chance(0.35) ? r.below(names.length + 1) : names.length + 1;
  let defaults = false;
  names.forEach((name, i) => {
    if (i === slash && i > 0 && i <= star) parts.push('/');
    if (i === star) {
      parts.push(r.pick(['*', '*args']));
      defaults = false;
    }
    if (i >= star ? r.chance(0.5) : defaults || r.chance(0.3)) {
      defaults = true;
      parts.push(`${name}=${i}`);
    } else parts.push(name);
  });
  if (star === names.length) parts.push('*args');
  if (r.chance(0.2)) parts.push('**kw');
  return { text: parts.join(', '), names };
}

export function pythonCall(r: Random): string {
  const { text, names } = parameters(r);
  const args: string[] = r.many(0, 4, () => values.smallInt(r));
  if (r.chance(0.15)) args.push(`*${r.pick([values.list, values.str, values.anyValue])(r, 1)}`);
  for (const name of r.some([...names, 'zz', 'aa', 'kk'], 3)) args.push(`${name}=${values.smallInt(r)}`);
  if (r.chance(0.15))
    args.push(`**${r.chance(0.7) ? `{'${r.pick(['a', 'b', 'q', 'args'])}': 1}` : values.anyValue(r, 1)}`);
  const kind = r.below(6);
  const body = 'return sorted(locals().items(), key=lambda i: i[0])';
  if (kind === 0)
    return `class C:\n    def m(${text}):\n        ${body.replace('sorted', 'len')}\nr = ${r.pick(['C()', 'C'])}.m(${args.join(', ')})`;
  if (kind === 1) return `class C:\n    def __init__(${text}): pass\nr = type(C(${args.join(', ')}))`;
  if (kind === 2) return `r = (lambda ${text}: 5)(${args.join(', ')})`;
  if (kind === 3) {
    return `def f(${text}): pass\n${r.pick(['r = f.__defaults__, f.__kwdefaults__', 'f.__defaults__ = (1,)', 'f.__kwdefaults__ = {"k": 1}', 'f.__defaults__ = 5', 'f.__code__ = 5', 'f.__name__ = 3', 'f.__qualname__ = 2', 'f.__closure__ = 1', 'f.__dict__ = 3', 'f.x = 1', 'del f.__code__', 'del f.__defaults__', 'import inspect\nr = str(inspect.signature(f))', 'f.__globals__ = 1', 'f.__annotations__ = 2', 'f.__type_params__ = 1', 'f.__module__ = 4', 'f.__doc__ = 4', 'r = f.__get__(1)', 'r = f.__get__(None)', 'r = f.__builtins__ is None', 'f.__code__ = (lambda: 0).__code__', 'f.__code__ = (lambda: r).__code__.replace(co_freevars=("q",))'])}\nr = f(${args.join(', ')})`;
  }
  return `def f(${text}):\n    ${body}\nr = f(${args.join(', ')})`;
}

/** `inner`: what may be delegated to; a generator that delegates to itself has no end. */
function generatorBody(r: Random, depth: number, inner: string): string[] {
  const pad = (lines: string[]) => lines.map((line) => `    ${line}`);
  const statement = (): string[] =>
    r.pick<() => string[]>([
      () => [`log.append((yield ${values.smallInt(r)}))`],
      () => [`yield ${values.smallInt(r)}`],
      () => [`x = yield`, 'log.append(x)'],
      () => ['yield 1', 'yield 2'],
      () => [`return ${values.smallInt(r)}`],
      () => [
        `raise ${r.pick(['ValueError(1)', 'StopIteration(3)', 'KeyError', 'GeneratorExit', 'StopIteration', 'StopAsyncIteration'])}`,
      ],
      () => [
        `log.append((yield from ${r.pick(['[7, 8]', inner, 'iter([1])', '5', '"ab"', 'Odd()', inner])}))`,
      ],
      () =>
        depth > 2
          ? ['yield 0']
          : [
              'try:',
              ...pad(generatorBody(r, depth + 1, inner)),
              `except ${r.pick(['ValueError', 'GeneratorExit', 'KeyError as e', 'BaseException as e', 'Exception', 'StopIteration'])}:`,
              ...pad(
                r.chance(0.6)
                  ? ["log.append('caught')"]
                  : r.chance(0.4)
                    ? ['raise']
                    : generatorBody(r, depth + 1, inner),
              ),
            ],
      () =>
        depth > 2
          ? ['yield 0']
          : [
              'try:',
              ...pad(generatorBody(r, depth + 1, inner)),
              'finally:',
              ...pad(r.chance(0.7) ? ["log.append('finally')"] : generatorBody(r, depth + 1, inner)),
            ],
      () =>
        depth > 2
          ? []
          : [
              'for i in range(2):',
              ...pad(generatorBody(r, depth + 1, inner)),
              ...(r.chance(0.2) ? ['    break'] : []),
            ],
      () => (depth > 2 ? [] : ['with Manager():', ...pad(generatorBody(r, depth + 1, inner))]),
    ])();
  const lines = r.many(1, 2, statement).flat();
  return lines.length === 0 ? ['pass'] : lines;
}

export function generatorCase(r: Random): string {
  const body = (name: string, inner: string) => [
    `def ${name}():`,
    ...generatorBody(r, 0, inner).map((l) => `    ${l}`),
    '    if 0: yield',
  ];
  const step = () =>
    r.pick([
      'next(g)',
      'next(g)',
      'next(g)',
      'g.send(None)',
      'g.send(5)',
      'g.throw(ValueError)',
      'g.throw(ValueError("t"))',
      'g.throw(KeyError, "old")',
      'g.close()',
      'g.throw(GeneratorExit)',
      'list(islice(g))',
      'next(g, "default")',
      'g.throw(5)',
      'g.throw(ValueError, 1, 2)',
      'g.throw(StopIteration(2))',
      'g.throw(int)',
      'g.throw(ValueError("x"), 5)',
      'g.throw()',
      'g.send()',
      'next(g, 1, 2)',
      'g.gi_running, g.gi_frame is None, g.gi_yieldfrom is None',
      'g.throw(StopIteration)',
    ]);
  return [
    'class Odd:\n    def __iter__(self): return self\n    def __next__(self): return 9',
    'class Manager:\n    def __enter__(self): log.append("in")\n    def __exit__(self, t, e, tb): log.append(t)',
    ...body('sub', '(1,)'),
    ...body('gen', 'sub()'),
    'g = gen()',
    ...r.many(1, 5, step).map((s) => `attempt(lambda: ${s})`),
    'r = g.gi_frame is None',
  ].join('\n');
}

const EXCEPTIONS = [
  'Exception',
  'BaseException',
  'ValueError',
  'TypeError',
  'KeyError',
  'IndexError',
  'OSError',
  'StopIteration',
  'SystemExit',
  'ImportError',
  'NameError',
  'AttributeError',
  'UnicodeDecodeError',
  'UnicodeEncodeError',
  'UnicodeTranslateError',
  'SyntaxError',
  'ModuleNotFoundError',
  'FileNotFoundError',
  'ZeroDivisionError',
  'ExceptionGroup',
  'BaseExceptionGroup',
  'KeyboardInterrupt',
  'IndentationError',
  'BlockingIOError',
  'StopAsyncIteration',
  'LookupError',
  'UnboundLocalError',
  'Warning',
  'RecursionError',
];
const ATTRIBUTES = [
  'args',
  'value',
  'code',
  'name',
  'path',
  'obj',
  'errno',
  'strerror',
  'filename',
  'filename2',
  'encoding',
  'object',
  'start',
  'end',
  'reason',
  'msg',
  'lineno',
  'offset',
  'text',
  'end_lineno',
  'print_file_and_line',
  'exceptions',
  'message',
  '__cause__',
  '__context__',
  '__suppress_context__',
  '__notes__',
  '__traceback__',
  '__dict__',
  'characters_written',
  'name_from',
];

function exceptionArguments(r: Random, name: string): string[] {
  const any = () => r.pick([values.str, values.smallInt, values.anyValue])(r, 1);
  if (name === 'OSError' || name === 'FileNotFoundError' || name === 'BlockingIOError')
    return r
      .many(0, 6, () => r.pick(["'text'", "'file'", 'None', '9998', '-3', "'other'", '9999']))
      .map(String);
  if (name === 'UnicodeDecodeError' && r.chance(0.8))
    return ["'utf-8'", values.bytes(r), String(r.between(-2, 6)), String(r.between(-2, 6)), "'why'"];
  if (name === 'UnicodeEncodeError' && r.chance(0.8))
    return ["'utf-8'", values.str(r), String(r.between(-2, 6)), String(r.between(-2, 6)), "'why'"];
  if (name === 'UnicodeTranslateError' && r.chance(0.8))
    return [values.str(r), String(r.between(-2, 6)), String(r.between(-2, 6)), "'why'"];
  if (name.endsWith('Group') && r.chance(0.85)) return ["'msg'", group(r, 0, true)];
  if (/Syntax|Indent/.test(name) && r.chance(0.8))
    return [
      "'msg'",
      `(${r.many(3, 7, () => r.pick(["'f.py'", '1', '2', "'text'", 'None', '-1'])).join(', ')})`,
    ];
  return r.many(0, 3, any);
}
const KEYWORDS = ['name', 'path', 'obj', 'name_from', 'x'];

function group(r: Random, depth: number, inside = false): string {
  const one = (): string =>
    depth < 2 && r.chance(0.35)
      ? group(r, depth + 1)
      : r.pick([
          'ValueError(1)',
          'TypeError("t")',
          'KeyError("k")',
          'OSError(9999, "x")',
          'ValueError(2)',
          ...(r.chance(0.1) ? ['KeyboardInterrupt()', '5', 'ValueError'] : []),
        ]);
  const list = r.chance(0.95) ? `[${r.many(r.chance(0.95) ? 1 : 0, 3, one).join(', ')}]` : '5';
  return inside ? list : `ExceptionGroup('g${depth}', ${list})`;
}

export function exceptionCase(r: Random): string {
  if (r.chance(0.35)) {
    const condition = r.pick([
      'ValueError',
      '(ValueError, TypeError)',
      'lambda e: isinstance(e, OSError)',
      'lambda e: True',
      'lambda e: 0',
      'ExceptionGroup',
      'Exception',
      '5',
      '(1,)',
      'lambda: 1',
      'KeyError',
      'lambda e: e.args == (1,)',
      'int',
    ]);
    const show =
      'def show(e):\n    return [type(e).__name__, e.message, [show(x) for x in e.exceptions]] if isinstance(e, BaseExceptionGroup) else repr(e)';
    return `${show}\na = ${group(r, 0)}\n${r.pick([`r = show(a.subgroup(${condition}))`, `r = [show(x) for x in a.split(${condition})]`, `r = show(a.derive(${group(r, 1, true)}))`, 'r = str(a), repr(a)', `try:\n    raise a\nexcept* ${r.pick(['ValueError', 'TypeError', 'OSError', '(KeyError, ValueError)', 'ExceptionGroup', 'int', '5'])} as e:\n    r = show(e)\n${r.pick(['', '    raise\n', '    raise KeyError(9)\n', 'except* Exception as e:\n    log.append(show(e))\n', 'else:\n    pass\n', 'finally:\n    log.append(1)\n'])}`, 'a.message = 1', 'a.exceptions = 1', 'r = a.__class_getitem__(int)', 'r = a.split()', 'r = a.derive()', 'a.add_note("n")\nr = a.subgroup(ValueError)\nr = r and r.__notes__'])}`;
  }
  const name = r.pick(EXCEPTIONS);
  const args = exceptionArguments(r, name);
  if (r.chance(0.2))
    for (const keyword of r.some(KEYWORDS, 2)) args.push(`${keyword}=${values.anyValue(r, 1)}`);
  const lines = [`a = ${name}(${args.join(', ')})`];
  const attribute = r.pick(ATTRIBUTES);
  lines.push(
    r.pick([
      'r = str(a), repr(a), a.args',
      'r = str(a), repr(a), a.args',
      `r = a.${attribute}`,
      `a.${attribute} = ${values.anyValue(r, 1)}\nr = a.${attribute}`,
      `del a.${attribute}\nr = a.${attribute}`,
      'raise a',
      `raise a from ${r.pick(['None', 'KeyError(1)', '5', 'ValueError'])}`,
      'a.add_note("note")\nr = a.__notes__',
      'a.add_note(5)',
      'r = a.__reduce__()',
      'r = a.__reduce_ex__(4)',
      'import copy\nr = copy.copy(a)',
      'import pickle\nr = pickle._loads(pickle._dumps(a))',
      `r = a.__setstate__(${r.pick(["{'x': 1}", '5', 'None', "{'args': (9,)}"])})\nr = vars(a), a.args`,
      'r = a.with_traceback(None)',
      'r = a.with_traceback(5)',
      'try:\n    try:\n        raise a\n    finally:\n        raise KeyError("second")\nexcept BaseException as e:\n    r = e.__context__, e.__suppress_context__',
      `r = [(k, getattr(a, k)) for k in dir(a) if k[:1] != '_' and not callable(getattr(a, k))]`,
      `a.args = ${values.anyValue(r, 1)}\nr = str(a), a.args`,
      `class E(${name}): pass\nr = E(${args.join(', ')})`,
      `class E(${name}):\n    def __init__(self, *q): pass\na = E(${args.join(', ')})\nr = str(a), a.args, a`,
      `class E(${name}):\n    def __str__(self): return 'own'\na = E(${args.join(', ')})\nraise a`,
      `raise ${name}`,
      `r = a == ${name}(${args.join(', ')})`,
      'a.x = 1\nr = vars(a)',
      'a.__init__(1, 2)\nr = a.args',
    ]),
  );
  return lines.join('\n');
}

const WORDS = [
  'value',
  'values',
  'vlaue',
  'lenght',
  'length',
  'appendd',
  'append',
  'prnt',
  'Foo',
  'foo',
  'lsit',
  'name',
  'nmae',
  'x1',
  'self_value',
  '_value',
  'sumary',
  'itmes',
  'kyes',
];
/** "Did you mean": what an uncaught exception would offer. */
export function suggestionCase(r: Random): string {
  const defined = r.some(WORDS, 4);
  const asked = r.pick(WORDS);
  const report = (body: string) =>
    `import traceback\ntry:\n${body
      .split('\n')
      .map((l) => `    ${l}`)
      .join(
        '\n',
      )}\nexcept Exception as e:\n    r = traceback.TracebackException.from_exception(e)._str, ''.join(traceback.TracebackException.from_exception(e).format_exception_only())`;
  return report(
    r.pick([
      () => `${defined.map((w) => `${w} = 1`).join('\n') || 'pass'}\n${asked}`,
      () => `class C:\n    ${defined.map((w) => `${w} = 1`).join('; ') || 'pass'}\nC().${asked}`,
      () =>
        `class C:\n    def __init__(self):\n        ${defined.map((w) => `self.${w} = 1`).join('; ') || 'pass'}\nC().${asked}`,
      () => `def f():\n    ${defined.map((w) => `${w} = 1`).join('; ') || 'pass'}\n    return ${asked}\nf()`,
      () =>
        `class C:\n    ${defined.map((w) => `${w} = 1`).join('; ') || 'pass'}\n    def m(self): return ${asked}\nC().m()`,
      () => `from collections import ${r.pick(['deqeu', 'Countr', 'OrderdDict', 'nope', 'namedtupel'])}`,
      () => `[].${asked}`,
      () => `{}.${asked}`,
      () => `''.${r.pick(['uper', 'splt', 'stripp', 'jion', 'fromat', 'center_', 'isupper_'])}`,
      () => `int.${r.pick(['from_byte', 'bitlength', 'rael'])}`,
      () => `import math\nmath.${r.pick(['sqr', 'flor', 'PI', 'coss', 'nothing_like_it'])}`,
    ])(),
  );
}
