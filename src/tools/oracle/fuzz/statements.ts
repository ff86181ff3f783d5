/**
 * Whole programs for the fuzzer: every statement of the grammar, in and out of the places where it is allowed, as people and
 * as nobody would lay them out.
 */
import { type Around, Expressions } from './expressions.ts';

const FEATURES = ['annotations', 'division', 'generator_stop', 'barry_as_FLUFL'];
const WRONG_FEATURES = ['braces', 'no_such', 'nested_scopes, print_function', '*', '(annotations, division)'];
const AUGMENTED = ['+=', '-=', '*=', '/=', '//=', '%=', '@=', '&=', '|=', '^=', '>>=', '<<=', '**='];

const WRONG_STATEMENTS = [
  'print a',
  'exec "a"',
  'a = 1 = b',
  'a + 1 = 2',
  'f() = 1',
  'f() += 1',
  'None = 1',
  'del f()',
  'del a + b',
  'del (a, 1)',
  'del *a',
  'x: int: int',
  '(a, b): int',
  '[a]: int = 1',
  'a, b: int',
  'import a.b as c.d',
  'import a as b as c',
  'from a import *, b',
  'from a import (b, c',
  'from a import b,',
  'from . import *',
  'from a import ()',
  'import',
  'from a import',
  'from import a',
  'if a = 1: pass',
  'if a',
  'if a:',
  'while a',
  'for a in: pass',
  'for 1 in a: pass',
  'for a b: pass',
  'else: pass',
  'elif a: pass',
  'try: pass',
  'try:\n    pass\nx',
  'except a: pass',
  'finally: pass',
  'try: pass\nexcept a, b: pass',
  'try: pass\nexcept: pass\nexcept a: pass',
  'try: pass\nexcept a: pass\nexcept* b: pass',
  'try: pass\nexcept*: pass',
  'with a as 1: pass',
  'with a as f(): pass',
  'with a as b, c as 2: pass',
  'with (a as b, c as 2): pass',
  'with a',
  'def f: pass',
  'def f()',
  'def f() -> : pass',
  'def 1(): pass',
  'def f(a):',
  'class: pass',
  'class a b: pass',
  'class a(',
  'class C(x for x in a): pass',
  'class C[T=int]: pass',
  'lambda: (yield)',
  'return',
  'yield a',
  'await a',
  'break',
  'continue',
  'global a, a.b',
  'nonlocal x',
  'nonlocal',
  'assert (a, "b")',
  'assert a, b, c',
  'raise a from',
  'raise a, b',
  'pass pass',
  'a = yield = 1',
  'a = *b',
  '*a',
  '*a, b = c = *d,',
  '*a, *b = c',
  '(*a) = b',
  '*a = b',
  'a := 1',
  '(a.b := 1)',
  '(a, b := 1)',
  '[a := 1, b] = c',
  'a? = 1',
  'a = $',
  'a = 5 b',
  'a = b c',
  'a = (b c)',
  'a = [b c, d]',
  'a = {b: c d: e}',
  'a = {b: }',
  'a = {b: *c}',
  'a = {**b: c}',
  'a = {b, c: d}',
  'a = {b: c, d}',
  'a = b if c',
  'a = b if c else',
  'a = not',
  'a = b not c',
  'a = 1 if 2 else 3 = 4',
  'a ++',
  'a = b +',
  'a = (b',
  'a = b)',
  'a = (b]',
  'a = "b',
  "a = '''b",
  'a = f"{b',
  'a = f"{b!x}"',
  'a = f"{b:{c:{d}}}"',
  'f(a for a in b, c)',
  'f(a, b for b in c)',
  'f(a=1, b)',
  'f(**a, *b)',
  'f(**a, b)',
  'f(a.b=1)',
  'f(True=1)',
  'f(a=1, a=2)',
  'f(a b)',
  'f(a=)',
  '[a, b for a in c]',
  '[*a for a in b]',
  '{**a for a in b}',
  '{a: b for a in c, d}',
  '(a for a in b for)',
  '[a for a in b if]',
  '[a async for a in b]',
  '[(a := 1) for a in b]',
  '[a for a in (b := c)]',
  'match a:\n    pass',
  'match a:\ncase b: pass',
  'match a:\n    case b:\n    pass',
  'match a:\n    case b: pass\n    case c: pass',
  'match a:\n    case b | 1: pass',
  'match a:\n    case [b, b]: pass',
  'match a:\n    case {**b, "c": 1}: pass',
  'match a:\n    case C(d=1, e): pass',
  'match a:\n    case C(d=1, d=2): pass',
  'match a:\n    case [*b, *c]: pass',
  'match a:\n    case 1 as 2: pass',
  'match a:\n    case 1 as _: pass',
  'match a:\n    case b as c.d: pass',
  'match a:\n    case 1 + 2: pass',
  'match a:\n    case -b: pass',
  'match a:\n    case {b: c}: pass',
  'match a:\n    case {1: b, 1: c}: pass',
  'match a:\n    case f"{b}": pass',
  'match a:\n    case b if c = 1: pass',
  'match *a:\n    case b: pass',
  'match a, b\n    case c: pass',
  'type = 5',
  'type A = ',
  'type A[T, T] = T',
  'type A[T: (yield)] = T',
  'type A = (b := 1)',
  'type A = (await a)',
  'def f[T: (yield)](): pass',
  'class C[T](b := 1): pass',
  'type 1 = a',
  'type A.b = c',
  '@a b\ndef f(): pass',
  '@a',
  '@a\nx = 1',
  'async a',
  'async def f(): yield from a',
  'async def f():\n    yield a\n    return b',
  'async with a: pass',
  'async for a in b: pass',
  'def f():\n    global a\n    nonlocal a',
  'def f(a):\n    global a',
  'def f():\n    a = 1\n    global a',
  'def f():\n    print(a)\n    global a',
  'def f():\n    nonlocal nope',
  'def f(a):\n    nonlocal a',
  'class C:\n    nonlocal __class__',
  'def f():\n    x: int\n    global x',
  'def f():\n    global x\n    x: int',
  'def f():\n    from a import *',
  'class C:\n    from a import *',
  'def f():\n    return\n  x',
  'if a:\n    b\n  c',
  ' a = 1',
  'if a:\n\tb\n        c',
  'if a:\n        b\n\tc',
  'a = \\ b',
  'a = \\',
  'a = 1 \\\n',
  '\\',
  'a;; b',
  '; a',
  'a = 0xg',
  'a = 1__0',
  'a = 01',
  'a = 1_',
  'a = 1e',
  'a = 1.2.3',
  'a = 1a',
  'a = “b”',
  'a = b\u00a0',
  'a = b – c',
  'a <> b',
  'a = b ? c : d',
  'a && b',
  'a || b',
  '!a',
  'a = !b',
  'a->b',
  'a = b``',
  "a = 'b' 'c",
  "a = b'é'",
  "a = b'c' 'd'",
  "a = '\\x1'",
  "a = '\\N{nope}'",
  "a = b'\\x1'",
  '__debug__ = 1',
  'def __debug__(): pass',
  'def f(__debug__): pass',
  'f(__debug__=1)',
  'import __debug__',
  'from a import b as __debug__',
  'del __debug__',
  'a.__debug__ = 1',
  'for __debug__ in a: pass',
  'class __debug__: pass',
  'from __future__ import braces',
  'from __future__ import nope',
  'a\nfrom __future__ import annotations',
];

type Line = string;

/** Programs in one style: how often something wrong is put in, how lines are indented, how deep things go. */
export class Programs extends Expressions {
  private readonly indent: string = this.r.chance(0.85)
    ? this.r.pick(['    ', '    ', '    ', '  ', ' '])
    : this.r.pick(['\t', '        ', ' \t']);
  private patternNames = 0;

  /** A module of about `size` statements. */
  module(size: number): string {
    const { r } = this;
    const lines: Line[] = [];
    if (r.chance(0.1))
      lines.push(r.pick(['"""Doc."""', "'doc'", '"a" "b"', '# -*- coding: utf-8 -*-', 'f"{a}"', 'b"x"']));
    if (r.chance(0.06))
      lines.push(
        `from __future__ import ${r.chance(this.wrong * 3) ? r.pick(WRONG_FEATURES) : r.pick(FEATURES)}`,
      );
    for (let i = 0; i < size; i++) lines.push(...this.statement(3));
    let text = `${lines.join('\n')}\n`;
    if (r.chance(0.03)) text = text.slice(0, -1);
    if (r.chance(0.02)) text = text.replaceAll('\n', r.pick(['\r\n', '\r']));
    if (r.chance(this.wrong)) text = `\ufeff${text}`;
    return text;
  }

  /** One statement, with what belongs to it. */
  statement(depth: number): Line[] {
    const { r } = this;
    if (r.chance(this.wrong)) return r.pick(WRONG_STATEMENTS).split('\n');
    const lines = depth <= 0 || r.chance(0.5) ? [this.simpleLine()] : this.compound(depth - 1);
    if (r.chance(0.03)) lines.push(r.pick(['', '# comment', '\f', '    # indented', '# type: int']));
    return lines;
  }

  private simpleLine(): Line {
    const { r } = this;
    const many = r.chance(0.1) ? r.some(2, 3, () => this.simple()) : [this.simple()];
    const end = r.chance(0.04)
      ? ';'
      : r.chance(0.04)
        ? r.pick(['  # note', ' ', '\t', '  # type: ignore'])
        : '';
    return many.join(r.pick(['; ', ';'])) + end;
  }

  private values(depth: number): string {
    const { r } = this;
    if (r.chance(0.85)) return this.expression(depth);
    const items = r.some(1, 3, () =>
      r.chance(0.25) ? `*${this.expression(1, 7)}` : this.expression(depth - 1),
    );
    return items.length === 1 ? `${items[0]},` : items.join(', ');
  }

  private simple(): Line {
    const { r } = this;
    const d = r.pick([1, 1, 2, 2, 3, 4]);
    const { inFunction, inLoop, inExceptStar } = this.around;
    switch (r.below(25)) {
      case 0:
      case 1:
      case 2:
        return `${this.target(2)} = ${this.values(d)}`;
      case 3:
        return `${this.target(1)} = ${this.target(2)} = ${this.values(d)}`;
      case 4:
        return `${r.pick([() => this.name().replace('__debug__', 'a'), () => `${this.name()}.${this.name().replace('__debug__', 'a')}`, () => `${this.name()}[${this.expression(1)}]`])()} ${r.pick(AUGMENTED)} ${this.values(d)}`;
      case 5: {
        const target = r.pick(['a', 'b', '(c)', 'a.b', 'a[0]', '__p', 'self.x', '(a.b)']);
        return `${target}: ${this.expression(2)}${r.chance(0.5) ? ` = ${this.values(2)}` : ''}`;
      }
      case 6:
      case 7:
      case 8:
        return this.values(d);
      case 9:
        return 'pass';
      case 10:
        return `del ${r.some(1, 3, () => r.pick([() => this.name().replace('__debug__', 'a'), () => `${this.name()}.a`, () => `a[${this.expression(1)}]`, () => '(a, b)', () => '[a, [b]]', () => '()'])()).join(', ')}`;
      case 11:
        return `assert ${this.expression(d)}${r.chance(0.4) ? `, ${this.expression(1)}` : ''}`;
      case 12:
        return r.chance(0.2)
          ? 'raise'
          : `raise ${this.expression(1)}${r.chance(0.3) ? ` from ${this.expression(1)}` : ''}`;
      case 13:
        return `import ${r.some(1, 3, () => r.pick(['a', 'a.b', 'a.b.c', 'x as y', 'a.b as c', 'a.b.c as d', '__p'])).join(', ')}`;
      case 14: {
        const from = r.pick(['a', '.', '..', '...', '....', '.a', 'a.b', '...a.b', '__p']);
        const what =
          r.chance(0.1) && (!inFunction || r.chance(this.wrong))
            ? '*'
            : r.some(1, 3, () => r.pick(['a', 'b as c', '__p', '__p as q'])).join(', ');
        return `from ${from} import ${what !== '*' && r.chance(0.2) ? `(${what}${r.pick(['', ','])})` : what}`;
      }
      case 15:
        return `global ${r.some(1, 3, () => r.pick(['g1', 'g2', '__g', r.chance(this.wrong * 3) ? 'a' : 'g3'])).join(', ')}`;
      case 16:
        if (inFunction && r.chance(0.3 * this.wrong)) return `nonlocal ${this.name()}`;
        return this.values(d);
      case 17:
      case 18:
        if (inFunction && !inExceptStar) {
          if (this.around.inAsync) return 'return';
          return r.chance(0.3) ? 'return' : `return ${this.values(d)}`;
        }
        return r.chance(this.wrong) ? 'return 1' : this.values(d);
      case 19:
        if ((inLoop && !inExceptStar) || r.chance(this.wrong)) return r.pick(['break', 'continue']);
        return `${this.target(1)} = ${this.values(d)}`;
      case 20:
        if (inFunction) return r.chance(0.5) ? this.yield_(1) : `${this.target(1)} = ${this.yield_(1)}`;
        return 'pass';
      case 21:
        if (this.around.inAsync || r.chance(this.wrong)) return `await ${this.expression(1, 16)}`;
        return this.values(d);
      case 22:
        return `type ${r.pick(['A', 'B', 'type', '__p'])}${this.typeParameters()} = ${this.plain(() => this.expression(2))}`;
      case 23:
        return `${r.pick(['match', 'case', 'type', '_'])}${r.pick([' = 1', '(a)', '[a]', '.a', ' + 1', ' * a', ', a', '', ': int', ' if a else b', ' in a'])}`;
      default:
        return `${this.name().replace('__debug__', 'a')}(${this.arguments_(d)})`;
    }
  }

  /** What `make` makes where comprehensions' rules for `:=` and `yield` hold. */
  private plain(make: () => string, really = true): string {
    const outer = this.around;
    if (really) this.around = { ...outer, plain: true };
    const text = make();
    this.around = outer;
    return text;
  }

  private typeParameters(): string {
    const { r } = this;
    if (!r.chance(0.5)) return '';
    let count = 0;
    const one = () => {
      const id = `${r.pick(['T', 'U', '__V', 'P'])}${r.chance(this.wrong) ? '' : count++}`;
      const kind = r.next();
      if (kind < 0.2) return `*${id}`;
      if (kind < 0.35) return `**${id}`;
      if (kind < 0.6)
        return `${id}: ${r.chance(0.3) ? `(${this.expression(1)}, ${this.expression(1)})` : this.expression(2)}`;
      return id;
    };
    const outer = this.around;
    this.around = { ...outer, inFunction: false, inAsync: false, plain: true };
    const text = r.some(1, 3, one).join(', ');
    this.around = outer;
    return `[${text}${r.chance(0.1) ? ',' : ''}]`;
  }

  private block(depth: number, change: Partial<Around> = {}, least = 1): Line[] {
    const outer = this.around;
    this.around = { ...outer, ...change };
    const statements: Line[] = [];
    if (change.inFunction === true && this.r.chance(0.08))
      statements.push(this.r.pick(["'doc'", '"""Doc\n  more."""']));
    for (const lines of this.r.some(least, 3, () => this.statement(depth))) statements.push(...lines);
    this.around = outer;
    const pad = this.r.chance(this.wrong / 4) ? this.r.pick(['', '  ', '\t', '         ']) : this.indent;
    return statements
      .join('\n')
      .split('\n')
      .map((line) => pad + line);
  }

  private headed(head: string, depth: number, change: Partial<Around> = {}): Line[] {
    if (!this.r.chance(0.08)) {
      return [`${head}:${this.r.chance(0.03) ? '  # why' : ''}`, ...this.block(depth, change)];
    }
    const outer = this.around;
    this.around = { ...outer, ...change };
    const line = `${head}: ${this.simpleLine()}`;
    this.around = outer;
    return [line];
  }

  private compound(depth: number): Line[] {
    const { r } = this;
    const d = r.pick([1, 2, 3]);
    const e = () =>
      r.chance(0.06)
        ? `${this.name().replace('__debug__', 'a')} := ${this.expression(d)}`
        : this.expression(d);
    const maybeAsync = this.around.inAsync || r.chance(this.wrong) ? r.pick(['', 'async ']) : '';
    const loop = { inLoop: true, inExceptStar: false, plain: false };
    switch (r.below(17)) {
      case 0:
      case 1:
      case 2: {
        const lines = this.headed(
          `if ${r.chance(0.15) ? r.pick(['0', '1', 'True', 'False', 'None', '__debug__', 'not 1', '""', 'a and 0', '1 or a']) : e()}`,
          depth,
        );
        while (r.chance(0.25)) lines.push(...this.headed(`elif ${e()}`, depth));
        if (r.chance(0.4)) lines.push(...this.headed('else', depth));
        return lines;
      }
      case 3:
      case 4: {
        const lines = this.headed(`${maybeAsync}for ${this.target(2)} in ${this.values(d)}`, depth, loop);
        if (r.chance(0.25)) lines.push(...this.headed('else', depth));
        return lines;
      }
      case 5: {
        const lines = this.headed(
          `while ${r.chance(0.3) ? r.pick(['1', 'True', '0', 'a']) : e()}`,
          depth,
          loop,
        );
        if (r.chance(0.25)) lines.push(...this.headed('else', depth));
        return lines;
      }
      case 6:
      case 7:
        return this.try_(depth, d);
      case 8:
      case 9: {
        const item = () => `${this.expression(d)}${r.chance(0.6) ? ` as ${this.target(1, true)}` : ''}`;
        const items = r.some(1, 3, item).join(', ');
        const bracketed = r.chance(0.25);
        return this.headed(
          `${maybeAsync}with ${bracketed ? `(${items}${r.pick(['', ','])})` : items}`,
          depth,
        );
      }
      case 10:
      case 11:
      case 12:
      case 13:
        return this.function_(depth);
      case 14:
        return this.class_(depth);
      default:
        return this.match(depth, d);
    }
  }

  private try_(depth: number, d: number): Line[] {
    const { r } = this;
    const lines = this.headed('try', depth);
    const star = r.chance(0.25) ? '*' : '';
    const handlers = r.some(
      0,
      3,
      () =>
        `except${star} ${this.expression(d)}${r.chance(0.5) ? ` as ${this.name().replace('__debug__', 'e')}` : ''}`,
    );
    if (star === '' && r.chance(0.2)) handlers.push('except');
    for (const head of handlers)
      lines.push(
        ...this.headed(head, depth, star === '' || r.chance(this.wrong) ? {} : { inExceptStar: true }),
      );
    if (handlers.length > 0 && r.chance(0.25)) lines.push(...this.headed('else', depth));
    if (handlers.length === 0 || r.chance(0.3)) lines.push(...this.headed('finally', depth));
    return lines;
  }

  private decorators(): Line[] {
    return this.r.chance(0.15) ? this.r.some(1, 2, () => `@${this.expression(1)}`) : [];
  }

  private function_(depth: number): Line[] {
    const { r } = this;
    const annotation = (star: boolean) =>
      r.chance(0.2) ? `: ${star && r.chance(0.3) ? '*' : ''}${this.expression(1, 7)}` : '';
    const lines = this.decorators();
    const isAsync = r.chance(0.25);
    const id = this.name().replace('__debug__', 'f');
    const types = this.typeParameters();
    const head = this.plain(() => {
      const returns = r.chance(0.15) ? ` -> ${this.expression(1)}` : '';
      return `${isAsync ? 'async ' : ''}def ${id}${types}(${this.parameters(1, annotation)})${returns}`;
    }, types !== '');
    const change = {
      inFunction: true,
      inAsync: isAsync,
      inLoop: false,
      inClass: false,
      inExceptStar: false,
      plain: false,
    };
    const body = this.headed(head, depth, change);
    // A variable of the function around it.
    if (r.chance(0.08) && body.length > 1) {
      const [first, ...rest] = body;
      return [
        ...lines,
        first,
        `${this.indent}v1 = a1 = b`,
        `${this.indent}def inner(p=v1):`,
        `${this.indent.repeat(2)}nonlocal v1`,
        `${this.indent.repeat(2)}v1 = ${r.pick(['p', 'v1 + b', '[v1 for _ in p]', 'lambda: v1'])}`,
        ...rest,
      ];
    }
    return [...lines, ...body];
  }

  private class_(depth: number): Line[] {
    const { r } = this;
    const id = this.name().replace('__debug__', 'C');
    const types = this.typeParameters();
    const bases = r.chance(0.5) ? `(${this.plain(() => this.arguments_(1), types !== '')})` : '';
    const change = {
      inFunction: false,
      inAsync: false,
      inLoop: false,
      inClass: true,
      inExceptStar: false,
      plain: false,
    };
    return [...this.decorators(), ...this.headed(`class ${id}${types}${bases}`, depth, change)];
  }

  private match(depth: number, d: number): Line[] {
    const { r } = this;
    const lines = [`match ${this.values(d)}:`];
    const cases = r.some(1, 4, () => {
      const pattern = this.topPattern(r.below(4));
      return [pattern, r.chance(0.25) ? ` if ${this.expression(1)}` : ''];
    });
    for (const [i, [pattern, guard]] of cases.entries()) {
      // A name alone takes everything: only the last case may.
      const last = i === cases.length - 1 || !/^\(*\w+( as \w+)?\)*$/.test(pattern) || r.chance(this.wrong);
      const head = `case ${pattern}${last || guard !== '' ? guard : ' if a'}`;
      for (const line of this.headed(head, depth)) lines.push(this.indent + line);
    }
    return lines;
  }

  private topPattern(depth: number): string {
    const { r } = this;
    if (r.chance(0.1)) return '_';
    if (r.chance(0.15))
      return r.some(1, 3, () => this.sequenceItem(depth)).join(', ') + r.pick([',', ', a9']);
    return this.pattern(depth);
  }

  private capture(): string {
    return this.r.chance(this.wrong) ? this.name() : `n${this.patternNames++}`;
  }

  private sequenceItem(depth: number): string {
    return this.r.chance(this.wrong) ? `*${this.capture()}` : this.pattern(depth - 1);
  }

  private pattern(depth: number): string {
    const { r } = this;
    if (r.chance(this.wrong))
      return r.pick([
        'a + b',
        'f()',
        'a.b.c()',
        '-a',
        '1 + 2',
        'a[0]',
        '*a',
        'x | y',
        'not a',
        '1j + 2',
        'f"{a}"',
        '{a: b}',
        '{**_}',
        'C(a=1, b)',
        '{**r, "k": 1}',
        '1 as _',
        'a as b.c',
        '()',
        '(a, *b, *c)',
        'C(**a)',
        'C(*a)',
        '...',
        '[a for a in b]',
        '1 as 2',
        'a := 1',
      ]);
    const literal = () =>
      r.pick([
        '1',
        '-1',
        "'s'",
        "b's'",
        'None',
        'True',
        '1.5',
        '-2.5',
        '3j',
        '1+2j',
        '-1-2j',
        "'a' 'b'",
        'a.b',
        'x.y.z',
      ]);
    if (depth <= 0) return r.chance(0.5) ? literal() : r.chance(0.4) ? '_' : this.capture();
    const p = () => this.pattern(depth - 1);
    switch (r.below(8)) {
      case 0: {
        const items = r.some(0, 3, p);
        if (r.chance(0.4))
          items.splice(r.below(items.length + 1), 0, r.chance(0.3) ? '*_' : `*${this.capture()}`);
        const list = items.join(', ');
        return r.chance(0.5) ? `[${list}]` : `(${items.length === 1 ? `${list},` : list})`;
      }
      case 1: {
        let k = 0;
        const items = r.some(
          0,
          3,
          () => `${r.pick([`'k${k++}'`, `${k++ + 20}`, `a.k${k++}`, `-${k++ + 3}`])}: ${p()}`,
        );
        if (r.chance(0.3)) items.push(`**${this.capture()}`);
        return `{${items.join(', ')}}`;
      }
      case 2: {
        const positional = r.some(0, 2, p);
        let k = 0;
        const keywords = r.some(0, 2, () => `k${k++}=${p()}`);
        return `${r.pick(['C', 'a.B', 'int', 'str'])}(${[...positional, ...keywords].join(', ')})`;
      }
      case 3:
        return `(${r.some(2, 4, () => r.pick([literal, literal, () => '[1, _]', () => 'C(_)'])()).join(' | ')})`;
      case 4:
        return `(${p()
          .replace(/^\w+$/, (id) => (/^n\d/.test(id) ? '_' : id))
          .replace(/^_$/, '0')} as ${this.capture()})`;
      case 5:
        return `(${p()})`;
      default:
        return r.chance(0.6) ? literal() : this.capture();
    }
  }
}
