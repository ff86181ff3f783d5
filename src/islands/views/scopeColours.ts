// Which colour each name of a text has: the symbol table says what a name means in a scope, the syntax tree says which
// scope a name stands in, the tokens say where it is written.
import type {
  Compiled,
  NameKind,
  Place,
  ScopeView,
  TokenView,
  TreeValue,
  TreeView,
} from '../../session/compiled.ts';

/** What a name means, in a reader's words. */
export type Colour = 'local' | 'cell' | 'free' | 'global' | 'built-in' | 'class';

export interface ColouredName extends Place {
  name: string;
  colour: Colour;
  /** Number of its scope in the list of scopes. */
  scope: number;
  /** Bound by a comprehension that has no scope of its own in the end (PEP 709). */
  comprehension: boolean;
}

export interface NumberedScope {
  scope: ScopeView;
  title: string;
  depth: number;
}

export interface ScopeColours {
  names: ColouredName[];
  scopes: NumberedScope[];
  colourIn(scope: number, name: string): Colour;
  ofComprehension(scope: number, name: string): boolean;
}

export function scopeColours({ tokens, tree, scopes }: Compiled): ScopeColours | null {
  if (!tokens || !tree || !scopes) return null;
  const list: NumberedScope[] = [];
  const number = (scope: ScopeView, depth: number, path: string) => {
    const title = scope.kind === 'module' ? 'module' : path === '' ? scope.name : `${path}.${scope.name}`;
    list.push({ scope, title, depth });
    for (const child of scope.children) number(child, depth + 1, scope.kind === 'module' ? '' : title);
  };
  number(scopes, 0, '');
  const bound = boundInModule(scopes);
  const colourIn = (at: number, name: string): Colour => {
    const { scope } = list[at];
    const kind = scope.names.find((each) => each.name === name)?.kind ?? 'global implicit';
    return colourOf(kind, scope.kind, bound.has(name));
  };
  const walker = new Walker(tokens, list, colourIn);
  walker.visit(tree, scopes);
  const names = walker.names.sort((a, b) => a.line - b.line || a.col - b.col);
  const ofComprehension = (at: number, name: string) => {
    const written = names.filter((each) => each.scope === at && each.name === name);
    return written.length > 0 && written.every(({ comprehension }) => comprehension);
  };
  return {
    names,
    scopes: list,
    colourIn: (at, name) => (ofComprehension(at, name) ? 'local' : colourIn(at, name)),
    ofComprehension,
  };
}

function colourOf(kind: NameKind, scope: ScopeView['kind'], boundInTheModule: boolean): Colour {
  if (kind === 'free' || kind === 'cell') return kind;
  if (kind === 'local' && scope === 'class') return 'class';
  if (kind === 'local' && scope !== 'module') return 'local';
  return boundInTheModule ? 'global' : 'built-in';
}

/** Names that the module's namespace gets: bound at the top, or anywhere after `global`. */
function boundInModule(module: ScopeView): Set<string> {
  const names = new Set<string>();
  const look = (scope: ScopeView) => {
    for (const { name, kind, assigned, imported } of scope.names) {
      if ((assigned || imported) && (scope === module || kind === 'global explicit')) names.add(name);
    }
    scope.children.forEach(look);
  };
  look(module);
  return names;
}

const COMPREHENSIONS: Record<string, string> = {
  ListComp: 'listcomp',
  SetComp: 'setcomp',
  DictComp: 'dictcomp',
  GeneratorExp: 'genexpr',
};

const isNode = (value: TreeValue): value is TreeView =>
  value !== null && !Array.isArray(value) && 'node' in value;

const textOf = (value: TreeValue): string | null =>
  value !== null && !Array.isArray(value) && 'constant' in value ? value.constant : null;

/** Names that a target binds. */
function namesIn(target: TreeValue): string[] {
  if (Array.isArray(target)) return target.flatMap(namesIn);
  if (!isNode(target)) return [];
  if (target.node === 'Name') return [textOf(target.fields[0][1])!];
  return target.fields.flatMap(([, value]) => namesIn(value));
}

class Walker {
  readonly names: ColouredName[] = [];
  readonly #words: TokenView[];
  readonly #scopes: NumberedScope[];
  readonly #colourIn: (scope: number, name: string) => Colour;
  readonly #entered = new Set<ScopeView>();
  /** Targets of the comprehensions around this place that were made a part of their surroundings. */
  #targets: string[] = [];

  constructor(
    tokens: TokenView[],
    scopes: NumberedScope[],
    colourIn: (scope: number, name: string) => Colour,
  ) {
    this.#words = tokens.filter(({ type }) => type === 'NAME');
    this.#scopes = scopes;
    this.#colourIn = colourIn;
  }

  visit(value: TreeValue, scope: ScopeView): void {
    if (Array.isArray(value)) for (const each of value) this.visit(each, scope);
    else if (isNode(value)) this.#node(value, scope);
  }

  #node(node: TreeView, scope: ScopeView): void {
    const field = (name: string) => node.fields.find(([each]) => each === name)?.[1] ?? null;
    switch (node.node) {
      case 'FunctionDef':
      case 'AsyncFunctionDef': {
        const name = textOf(field('name'))!;
        this.visit(field('decorator_list'), scope);
        this.#write(name, scope, node.place!, 'def');
        const outer = this.#typeParameters(node, scope, name);
        this.#defaults(field('args'), scope);
        this.#annotations(field('args'), outer);
        this.visit(field('returns'), outer);
        const inner = this.#enter(outer, 'function', name);
        this.#parameters(field('args'), inner);
        this.#inside(field('body'), inner);
        return;
      }
      case 'Lambda': {
        this.#defaults(field('args'), scope);
        const inner = this.#enter(scope, 'function', 'lambda');
        this.#parameters(field('args'), inner);
        this.#inside(field('body'), inner);
        return;
      }
      case 'ClassDef': {
        const name = textOf(field('name'))!;
        this.visit(field('decorator_list'), scope);
        this.#write(name, scope, node.place!, 'class');
        const outer = this.#typeParameters(node, scope, name);
        this.visit(field('bases'), outer);
        this.visit(field('keywords'), outer);
        this.#inside(field('body'), this.#enter(outer, 'class', name));
        return;
      }
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp': {
        const generators = field('generators') as TreeView[];
        const part = (generator: TreeView, name: string) =>
          generator.fields.find(([each]) => each === name)?.[1] ?? null;
        // The first iterable is worked out where the comprehension stands.
        this.visit(part(generators[0], 'iter'), scope);
        const inner = this.#enter(scope, 'function', COMPREHENSIONS[node.node]);
        const outerTargets = this.#targets;
        if (inner === scope) {
          this.#targets = [...outerTargets, ...generators.flatMap((each) => namesIn(part(each, 'target')))];
        }
        generators.forEach((generator, index) => {
          this.visit(part(generator, 'target'), inner);
          if (index > 0) this.visit(part(generator, 'iter'), inner);
          this.visit(part(generator, 'ifs'), inner);
        });
        for (const name of ['elt', 'key', 'value']) this.visit(field(name), inner);
        this.#targets = outerTargets;
        return;
      }
      case 'Name':
        this.#put(textOf(field('id'))!, scope, node.place!);
        return;
      case 'Global':
      case 'Nonlocal':
        for (const name of field('names') as TreeValue[]) this.#write(textOf(name)!, scope, node.place!);
        return;
      case 'alias': {
        const asname = textOf(field('asname'));
        const name = textOf(field('name'))!;
        if (asname !== null) this.#write(asname, scope, node.place!, 'as');
        else if (name !== '*') this.#write(name.split('.')[0], scope, node.place!);
        return;
      }
      case 'ExceptHandler': {
        const name = textOf(field('name'));
        this.visit(field('type'), scope);
        if (name !== null) this.#write(name, scope, node.place!, 'as');
        this.visit(field('body'), scope);
        return;
      }
      case 'MatchAs':
      case 'MatchStar': {
        const name = textOf(field('name'));
        this.visit(field('pattern'), scope);
        if (name !== null && node.place) this.#writeLast(name, scope, node.place);
        return;
      }
      default:
        for (const [, value] of node.fields) this.visit(value, scope);
    }
  }

  /** The body of a scope: names of comprehensions around it are no names of its own. */
  #inside(body: TreeValue, scope: ScopeView): void {
    const targets = this.#targets;
    this.#targets = [];
    this.visit(body, scope);
    this.#targets = targets;
  }

  /** The scope of `def f[T]` between the function and where it stands. */
  #typeParameters(node: TreeView, scope: ScopeView, name: string): ScopeView {
    const parameters = node.fields.find(([each]) => each === 'type_params')?.[1];
    if (!Array.isArray(parameters) || parameters.length === 0) return scope;
    const inner = this.#enter(scope, 'type parameters', name);
    for (const parameter of parameters) {
      if (!isNode(parameter)) continue;
      const text = textOf(parameter.fields[0][1]);
      if (text !== null) this.#write(text, inner, parameter.place!);
    }
    return inner;
  }

  #enter(scope: ScopeView, kind: ScopeView['kind'], name: string): ScopeView {
    const inner = scope.children.find(
      (child) => child.kind === kind && child.name === name && !this.#entered.has(child),
    );
    if (!inner) return scope;
    this.#entered.add(inner);
    return inner;
  }

  #defaults(args: TreeValue, scope: ScopeView): void {
    if (!isNode(args)) return;
    for (const [name, value] of args.fields) {
      if (name === 'defaults' || name === 'kw_defaults') this.visit(value, scope);
    }
  }

  #eachParameter(args: TreeValue, each: (parameter: TreeView) => void): void {
    if (!isNode(args)) return;
    for (const [name, value] of args.fields) {
      if (name === 'defaults' || name === 'kw_defaults') continue;
      for (const parameter of Array.isArray(value) ? value : [value]) if (isNode(parameter)) each(parameter);
    }
  }

  #annotations(args: TreeValue, scope: ScopeView): void {
    this.#eachParameter(args, (parameter) => {
      for (const [name, value] of parameter.fields) if (name === 'annotation') this.visit(value, scope);
    });
  }

  #parameters(args: TreeValue, scope: ScopeView): void {
    this.#eachParameter(args, (parameter) => {
      const name = textOf(parameter.fields.find(([each]) => each === 'arg')?.[1] ?? null);
      if (name !== null) this.#write(name, scope, parameter.place!);
    });
  }

  /** A name without a node of its own: the first word with that text in a place, after a keyword if one is given. */
  #write(name: string, scope: ScopeView, place: Place, keyword: string | null = null): void {
    const words = this.#within(place);
    const from = keyword === null ? 0 : words.findIndex(({ text }) => text === keyword) + 1;
    const word = words.slice(from).find(({ text }) => text === name);
    if (word) this.#put(name, scope, word);
  }

  #writeLast(name: string, scope: ScopeView, place: Place): void {
    const word = this.#within(place).findLast(({ text }) => text === name);
    if (word) this.#put(name, scope, word);
  }

  #within(place: Place): TokenView[] {
    return this.#words.filter(
      ({ line, col }) =>
        (line > place.line || (line === place.line && col >= place.col)) &&
        (line < place.endLine || (line === place.endLine && col < place.endCol)),
    );
  }

  #put(name: string, scope: ScopeView, { line, col, endLine, endCol }: Place): void {
    const at = this.#scopes.findIndex((each) => each.scope === scope);
    const comprehension = this.#targets.includes(name);
    const colour = comprehension ? 'local' : this.#colourIn(at, name);
    this.names.push({ name, colour, scope: at, comprehension, line, col, endLine, endCol });
  }
}
