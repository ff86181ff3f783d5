/**
 * Expressions of the whole grammar for the fuzzer. Each form says how tightly it binds; where it stands in another that
 * binds tighter, it gets brackets, and now and then it does not, so that the parser has to decide.
 */
import { name, number, type Source, string } from './literals.ts';
import type { Random } from './random.ts';

/** What may stand here: code objects differ by what is around an expression. */
export interface Around {
  inFunction: boolean;
  inAsync: boolean;
  inLoop: boolean;
  inClass: boolean;
  inExceptStar: boolean;
  /** In a comprehension or in type parameters, where `:=` and `yield` have rules of their own. */
  plain: boolean;
}

// How tightly a form binds, from loose to tight.
const WALRUS = 0;
const LAMBDA = 1;
const OR = 3;
const NOT = 5;
const COMPARE = 6;
const BITOR = 7;
const SUM = 11;
const UNARY = 13;
const POWER = 14;
const AWAIT = 15;
const PRIMARY = 16;
const ATOM = 17;

const BINARY: readonly [string, number][] = [
  ['|', 7],
  ['^', 8],
  ['&', 9],
  ['<<', 10],
  ['>>', 10],
  ['+', SUM],
  ['-', SUM],
  ['*', 12],
  ['/', 12],
  ['//', 12],
  ['%', 12],
  ['@', 12],
];
const COMPARING = ['==', '!=', '<', '<=', '>', '>=', 'is', 'is not', 'in', 'not in'];

export class Expressions implements Source {
  readonly r: Random;
  readonly wrong: number;
  around: Around = {
    inFunction: false,
    inAsync: false,
    inLoop: false,
    inClass: false,
    inExceptStar: false,
    plain: false,
  };
  /** Inside brackets a line may end anywhere. */
  private brackets = 0;

  constructor(r: Random, wrong: number) {
    this.r = r;
    this.wrong = wrong;
  }

  name(): string {
    return name(this);
  }

  string(depth: number): string {
    return string(this, depth);
  }

  /** An expression that binds at least as tightly as `binds`. */
  expression(depth: number, binds = LAMBDA): string {
    const [text, own] = this.form(depth);
    return own < binds && !this.r.chance(this.wrong) ? `(${text})` : text;
  }

  /** A space or, inside brackets, now and then something longer. */
  private get gap(): string {
    if (this.brackets > 0 && this.r.chance(0.03))
      return this.r.pick(['\n', ' # c\n', '\n\n   ', ' \\\n ', '\t']);
    return this.r.chance(0.01) ? ' \\\n  ' : ' ';
  }

  private bracketed(open: string, make: () => string, close: string): string {
    this.brackets++;
    const inside = make();
    this.brackets--;
    if (this.r.chance(this.wrong / 4)) return `${open}${inside}${this.r.pick(['', ')', ']', '}'])}`;
    return this.r.chance(0.02) ? `${open}\n${inside}\n${close}` : `${open}${inside}${close}`;
  }

  private form(depth: number): [text: string, binds: number] {
    const { r } = this;
    if (depth <= 0 || r.chance(0.15)) return this.atom();
    const e = (binds = LAMBDA) => this.expression(depth - 1, binds);
    switch (r.below(27)) {
      case 0:
      case 1: {
        const [operator, binds] = r.pick(BINARY);
        return [`${e(binds)}${this.gap}${operator} ${e(binds + 1)}`, binds];
      }
      case 2:
        return [this.constantFold(), UNARY];
      case 3:
        return [r.some(2, 4, () => e(OR + 1)).join(`${this.gap}or `), OR];
      case 4:
        return [r.some(2, 4, () => e(NOT)).join(`${this.gap}and `), OR + 1];
      case 5:
        return [`not ${e(NOT)}`, NOT];
      case 6: {
        let text = e(BITOR);
        for (const part of r.some(1, 3, () => ` ${r.pick(COMPARING)} ${e(BITOR)}`)) text += part;
        return [text, COMPARE];
      }
      case 7:
        return [`${e(OR)} if${this.gap}${e(OR)} else ${e()}`, LAMBDA + 1];
      case 8:
        return [`${r.pick(['-', '+', '~', '-', '- '])}${e(UNARY)}`, UNARY];
      case 9:
        return [`${e(AWAIT)}${r.pick(['**', ' ** '])}${e(UNARY)}`, POWER];
      case 10:
      case 11:
        return [`${e(PRIMARY)}.${this.name()}`, PRIMARY];
      case 12:
      case 13:
        return [`${e(PRIMARY)}[${this.subscript(depth - 1)}]`, PRIMARY];
      case 14:
      case 15:
      case 16:
        return [`${e(PRIMARY)}${this.bracketed('(', () => this.arguments_(depth - 1), ')')}`, PRIMARY];
      case 17:
        return [`lambda${this.lambdaParameters(depth - 1)}: ${e()}`, LAMBDA];
      case 18:
        if (this.around.plain && !r.chance(this.wrong)) return [this.string(depth), ATOM];
        return [`${this.name().replace('__debug__', 'a')} := ${e()}`, WALRUS];
      case 19:
        return [this.comprehension(depth), ATOM];
      case 20:
        return [this.comprehension(depth), ATOM];
      case 21:
        return [this.display(depth), ATOM];
      case 22:
        return [this.display(depth), ATOM];
      case 23:
        if ((this.around.inAsync && !this.around.plain) || r.chance(this.wrong))
          return [`await ${e(PRIMARY)}`, AWAIT];
        return [this.string(depth), ATOM];
      case 24:
        if ((this.around.inFunction && !this.around.plain) || r.chance(this.wrong))
          return [`(${this.yield_(depth - 1)})`, ATOM];
        return [this.string(depth), ATOM];
      case 25:
        return [
          `${r.pick(['super()', 'super', '__class__', 'super(a, b)'])}.${this.name()}${r.pick(['', '()', '(a)'])}`,
          PRIMARY,
        ];
      default:
        return [this.string(depth), ATOM];
    }
  }

  private atom(): [text: string, binds: number] {
    const { r } = this;
    const kind = r.next();
    if (kind < 0.5) return [this.name(), ATOM];
    if (kind < 0.7) {
      const text = number(this);
      return [text, text.startsWith('-') ? UNARY : /^[0-9_]+$/.test(text) ? AWAIT : ATOM];
    }
    if (kind < 0.8) return [this.string(0), ATOM];
    if (kind < 0.98 || !r.chance(this.wrong * 4))
      return [r.pick(['None', 'True', 'False', '...', '()', '[]', '{}', '__debug__']), ATOM];
    return [
      r.pick([
        'print a',
        'a b',
        'a?',
        '$',
        'a!',
        'not',
        '**a',
        'a, b',
        'yield',
        'return',
        '!',
        '->',
        'a = b',
        '@',
        'else',
        '😀',
        '“a”',
        '\u00a0a',
        'pass',
      ]),
      ATOM,
    ];
  }

  /** Something the optimiser of the tree looks at. */
  private constantFold(): string {
    const { r } = this;
    const c = () =>
      r.pick([
        '1',
        '2',
        '0',
        '3.5',
        '2j',
        "'ab'",
        "b'c'",
        '(1, 2)',
        'True',
        'None',
        '-7',
        '10',
        '()',
        '1_000_000',
      ]);
    return r.pick<() => string>([
      () => `${c()} ${r.pick(BINARY)[0]} ${c()}`,
      () => `${c()} ** ${c()}`,
      () => `-${c()}`,
      () => `not ${c()}`,
      () => `~${c()}`,
      () => `(${c()}, ${c()}, (${c()},))`,
      () => `${c()}[${r.pick(['0', '-1', '5', '0:1', "'k'"])}]`,
      () => `a in [${c()}, ${c()}]`,
      () => `a not in {${c()}, ${c()}}`,
      () =>
        `'%s ${r.pick(['%r', '%d', '%%', '%5s', '%-10.3r', '%a', '% s', '%x', '%(k)s'])}' % (a, ${this.name()})`,
      () => `'%s' % (${this.name()},)`,
      () => `${c()} if ${c()} else ${c()}`,
      () => `${c()} and ${this.name()} or ${c()}`,
      () => `not a ${r.pick(['is', 'in', 'is not', 'not in', '=='])} b`,
      () => `1 << ${r.pick(['3', '100', '200', '10000'])}`,
      () => `'x' * ${r.pick(['3', '5000', '0', '-1'])}`,
      () => `(1, 2) * ${r.pick(['2', '300'])}`,
      () => `[*(1, 2, 3)]`,
      () => `[1, 2, 3, ${c()}]`,
      () => `{1, 2, 3}`,
      () => `${this.name()} ${r.pick(['is', 'is not', '=='])} ${c()}`,
      () => `${c()}()`,
      () => `[a, b][${c()}]`,
    ])();
  }

  private comprehension(depth: number): string {
    const { r } = this;
    const outer = this.around;
    // What is inside runs in a scope of its own.
    const awaits = outer.inAsync || r.chance(this.wrong);
    const clauses = () =>
      r
        .some(1, 2, () => {
          const head = awaits && r.chance(0.3) ? 'async for' : 'for';
          const conditions = r.some(0, 2, () => ` if ${this.expression(depth - 1, OR)}`).join('');
          return `${this.gap}${head} ${this.target(1)} in ${this.expression(depth - 1, OR)}${conditions}`;
        })
        .join('');
    const element = () => {
      // A name that no clause binds.
      const text = this.expression(depth - 1);
      return r.chance(0.05) && !outer.inClass && !outer.plain ? `(w9 := ${text})` : text;
    };
    this.around = { ...outer, plain: true };
    const text = this.comprehensionOf(r.below(4), depth, element, clauses);
    this.around = outer;
    return text;
  }

  private comprehensionOf(kind: number, depth: number, element: () => string, clauses: () => string): string {
    switch (kind) {
      case 0:
        return this.bracketed('[', () => element() + clauses(), ']');
      case 1:
        return this.bracketed('{', () => element() + clauses(), '}');
      case 2:
        return this.bracketed(
          '{',
          () => `${this.expression(depth - 1)}: ${this.expression(depth - 1)}${clauses()}`,
          '}',
        );
      default:
        return this.bracketed('(', () => element() + clauses(), ')');
    }
  }

  private starred(depth: number): string {
    return this.r.chance(0.12)
      ? `*${this.expression(depth, BITOR)}`
      : this.expression(depth, this.r.chance(0.05) ? WALRUS : LAMBDA);
  }

  private display(depth: number): string {
    const { r } = this;
    const d = depth - 1;
    // Long ones are built otherwise.
    const many = r.chance(0.03) ? r.pick([5, 18, 33, 40]) : 4;
    const items = (least: number) => {
      const made = r.some(least, 4, () => this.starred(d));
      while (many > 4 && made.length < many) made.push(r.pick(['1', 'a', "'s'", '2.5']));
      return made;
    };
    switch (r.below(4)) {
      case 0:
        return this.bracketed('[', () => items(0).join(`,${this.gap}`) + r.pick(['', '', ',']), ']').replace(
          '[,',
          '[',
        );
      case 1:
        return this.bracketed('{', () => items(1).join(', '), '}');
      case 2: {
        const pairs = () =>
          r.chance(0.15) ? `**${this.expression(d, BITOR)}` : `${this.expression(d)}: ${this.expression(d)}`;
        return this.bracketed(
          '{',
          () => {
            const made = r.some(0, 4, pairs);
            while (many > 4 && made.length < many) made.push(`'k${made.length}': ${r.pick(['1', 'a'])}`);
            return made.join(`,${this.gap}`);
          },
          '}',
        );
      }
      default:
        return this.bracketed(
          '(',
          () => {
            const made = items(1);
            return made.length === 1 ? `${made[0]},` : made.join(', ');
          },
          ')',
        );
    }
  }

  private subscript(depth: number): string {
    const { r } = this;
    const part = () => {
      const one = () => (r.chance(0.6) ? this.expression(depth) : '');
      if (r.chance(0.35)) return `${one()}:${one()}${r.chance(0.3) ? `:${one()}` : ''}`;
      return r.chance(0.08)
        ? `*${this.expression(depth, BITOR)}`
        : this.expression(depth, r.chance(0.1) ? WALRUS : LAMBDA);
    };
    const made = r.chance(0.7) ? [part()] : r.some(1, 3, part);
    return made.join(', ') + (r.chance(0.05) ? ',' : '');
  }

  arguments_(depth: number): string {
    const { r } = this;
    if (r.chance(0.08)) {
      const outer = this.around;
      this.around = { ...outer, plain: true };
      const clause = `${this.expression(depth)} for ${this.target(1)} in ${this.expression(depth, OR)}`;
      this.around = outer;
      return r.chance(this.wrong) ? `${clause}, ${this.expression(depth)}` : clause;
    }
    const positional = r.some(0, 3, () =>
      r.chance(0.12)
        ? `*${this.expression(depth)}`
        : this.expression(depth, r.chance(0.05) ? WALRUS : LAMBDA),
    );
    const used = new Set<string>();
    const keywords = r.some(0, 3, () => {
      if (r.chance(0.15)) return `**${this.expression(depth)}`;
      let key = this.name();
      if (used.has(key) && !r.chance(this.wrong)) key += String(used.size);
      if (key === '__debug__' && !r.chance(this.wrong)) key = 'k';
      used.add(key);
      return r.chance(this.wrong)
        ? r.pick(['True=1', 'a.b=1', 'f()=2', '(a)=1', 'a=', '=1', 'a for a in b', 'a=b for a in c'])
        : `${key}=${this.expression(depth)}`;
    });
    const many = r.chance(0.01) ? Array.from({ length: r.pick([15, 16, 31, 256]) }, (_, i) => `k${i}=1`) : [];
    const all = r.chance(this.wrong) ? [...keywords, ...positional] : [...positional, ...keywords, ...many];
    return all.join(`,${this.gap}`) + (all.length > 0 && r.chance(0.1) ? ',' : '');
  }

  yield_(depth: number): string {
    const { r } = this;
    if (r.chance(0.25)) return 'yield';
    if (r.chance(0.3) && (!this.around.inAsync || r.chance(this.wrong)))
      return `yield from ${this.expression(depth)}`;
    return `yield ${this.expression(depth)}${r.chance(0.2) ? `, ${this.starred(depth)}` : ''}`;
  }

  /** What `for`, `=` and `with` assign to; in brackets where `tight`. */
  target(depth: number, tight = false): string {
    const { r } = this;
    if (r.chance(this.wrong))
      return r.pick([
        '1',
        'None',
        'f()',
        'a + b',
        '(a for a in b)',
        '[a for a in b]',
        '__debug__',
        "'s'",
        'lambda: 1',
        '*a',
        'a := b',
        '{a}',
        '{}',
        'f"{a}"',
        'a if b else c',
        '-a',
        'not a',
        'a < b',
        '(yield)',
        'await a',
        '...',
        '(a, b + c)',
        '[*a, *b]',
        'True',
        'a and b',
        '*(a, b)',
        '(*a)',
      ]);
    const kind = r.next();
    if (depth <= 0 || kind < 0.6) {
      const id = this.name();
      return id === '__debug__' ? 'a' : id;
    }
    if (kind < 0.7) return `${this.expression(1, PRIMARY)}.${this.name().replace('__debug__', 'q')}`;
    if (kind < 0.8) return `${this.expression(1, PRIMARY)}[${this.subscript(1)}]`;
    let starred = false;
    const items = r.some(1, 3, () => {
      if (!starred && r.chance(0.2)) {
        starred = true;
        return `*${this.target(depth - 1, true)}`;
      }
      return this.target(depth - 1, true);
    });
    const list = items.length === 1 ? `${items[0]},` : items.join(', ');
    if (r.chance(0.3)) return `[${items.join(', ')}]`;
    return tight || r.chance(0.4) ? `(${list})` : list;
  }

  private lambdaParameters(depth: number): string {
    const text = this.parameters(depth, () => '');
    return text === '' ? '' : ` ${text}`;
  }

  /** Parameters of a function or lambda; `annotation` is empty for lambdas. */
  parameters(depth: number, annotation: (star: boolean) => string): string {
    const { r } = this;
    if (r.chance(this.wrong))
      return r.pick([
        'a, a',
        'a=1, b',
        '*',
        '*, **k',
        '**k, a',
        '/',
        'a, /, /',
        '*a, *b',
        '*a, /',
        '(a, b)',
        'a.b',
        '1',
        'None',
        '**k=1',
        '*a=1',
        '*, a, *b',
        'a, (b)',
        'a b',
        '*a,, b',
        'a=',
        '/, a',
        '**',
        '*(a)',
        'a, *, /',
        '**k, *a',
        '**k, **l',
        'lambda',
      ]);
    let count = 0;
    const id = () => {
      const made = this.name();
      count++;
      return r.chance(this.wrong / 4) ? made : `${made === '__debug__' ? 'w' : made}${count}`;
    };
    let defaults = false;
    const parameter = () => {
      if (r.chance(0.3)) defaults = true;
      return `${id()}${annotation(false)}${defaults ? `=${this.expression(depth)}` : ''}`;
    };
    const parts = r.some(0, 3, parameter);
    if (parts.length > 0 && r.chance(0.2)) parts.push('/', ...r.some(0, 2, parameter));
    if (r.chance(0.25)) {
      const star = r.chance(0.6);
      const names = r.some(
        star ? 0 : 1,
        2,
        () => `${id()}${annotation(false)}${r.chance(0.5) ? `=${this.expression(depth)}` : ''}`,
      );
      parts.push(star ? `*${id()}${annotation(true)}` : '*', ...names);
    }
    if (r.chance(0.2)) parts.push(`**${id()}${annotation(false)}`);
    return parts.join(`,${this.gap}`) + (parts.length > 0 && r.chance(0.05) ? ',' : '');
  }
}
