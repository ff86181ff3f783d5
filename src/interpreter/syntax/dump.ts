// The syntax tree as text, the way `ast.dump` writes it, and the list of every node's fields.
//
// Answers to CPython 3.12: Lib/ast.py dump, and to `_fields` and `_attributes` of the classes of module `ast`
// (Parser/Python.asdl). How constants are written is lent by the caller, since this folder stands before the one that
// knows `repr`.

import type { Constant } from '../text/constant.ts';

/** A node of any kind, seen from outside: its kind, and fields by name. */
export interface AnyNode {
  readonly node: string;
  readonly [field: string]: unknown;
}

/** Every node's fields in order; `?` marks those that are None unless given. */
const ASDL = `
Module body type_ignores
Interactive body
Expression body
FunctionType argtypes returns
FunctionDef name args body decorator_list returns? type_comment? type_params
AsyncFunctionDef name args body decorator_list returns? type_comment? type_params
ClassDef name bases keywords body decorator_list type_params
Return value?
Delete targets
Assign targets value type_comment?
TypeAlias name type_params value
AugAssign target op value
AnnAssign target annotation value? simple
For target iter body orelse type_comment?
AsyncFor target iter body orelse type_comment?
While test body orelse
If test body orelse
With items body type_comment?
AsyncWith items body type_comment?
Match subject cases
Raise exc? cause?
Try body handlers orelse finalbody
TryStar body handlers orelse finalbody
Assert test msg?
Import names
ImportFrom module? names level?
Global names
Nonlocal names
Expr value
Pass
Break
Continue
BoolOp op values
NamedExpr target value
BinOp left op right
UnaryOp op operand
Lambda args body
IfExp test body orelse
Dict keys values
Set elts
ListComp elt generators
SetComp elt generators
DictComp key value generators
GeneratorExp elt generators
Await value
Yield value?
YieldFrom value
Compare left ops comparators
Call func args keywords
FormattedValue value conversion format_spec?
JoinedStr values
Constant value kind?
Attribute value attr ctx
Subscript value slice ctx
Starred value ctx
Name id ctx
List elts ctx
Tuple elts ctx
Slice lower? upper? step?
comprehension target iter ifs is_async
ExceptHandler type? name? body
arguments posonlyargs args vararg? kwonlyargs kw_defaults kwarg? defaults
arg arg annotation? type_comment?
keyword arg? value
alias name asname?
withitem context_expr optional_vars?
match_case pattern guard? body
MatchValue value
MatchSingleton value
MatchSequence patterns
MatchMapping keys patterns rest?
MatchClass cls patterns kwd_attrs kwd_patterns
MatchStar name?
MatchAs pattern? name?
MatchOr patterns
TypeIgnore lineno tag
TypeVar name bound?
ParamSpec name
TypeVarTuple name
`;

export interface Field {
  readonly name: string;
  readonly optional: boolean;
}

/** The fields of each kind of node, in the order of Python.asdl. */
export const FIELDS: ReadonlyMap<string, readonly Field[]> = new Map(
  ASDL.trim()
    .split('\n')
    .map((line) => {
      const [kind, ...fields] = line.split(' ');
      return [
        kind!,
        fields.map((field) => ({ name: field.replace('?', ''), optional: field.endsWith('?') })),
      ];
    }),
);

export const ATTRIBUTES = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;

/** Fields whose strings are kinds of nodes without fields: contexts and operators. */
const NAMES_A_NODE = new Set(['ctx', 'op', 'ops']);

/** Fields that hold a constant and not part of the tree. */
function holdsConstant(kind: string, field: string): boolean {
  return field === 'value' && (kind === 'Constant' || kind === 'MatchSingleton');
}

export interface DumpOptions {
  /** How a constant is written. */
  repr: (value: Constant) => string;
  includeAttributes?: boolean;
  /** Spaces for each level; all in one line without. */
  indent?: number;
}

/** CPython 3.12: Lib/ast.py dump */
export function dump(root: object, options: DumpOptions): string {
  const { repr, includeAttributes = false, indent } = options;

  function list(items: readonly unknown[], level: number, isNode: boolean): string {
    if (items.length === 0) return '[]';
    const texts = items.map((item) => value(item, level, isNode).text);
    return `[${prefix(level)}${texts.join(separator(level))}]`;
  }

  function prefix(level: number): string {
    return indent === undefined ? '' : `\n${' '.repeat(indent * level)}`;
  }

  function separator(level: number): string {
    return indent === undefined ? ', ' : `,${prefix(level)}`;
  }

  /** The text, and whether it is short enough not to need lines of its own. */
  function value(item: unknown, outer: number, isNode: boolean): { text: string; simple: boolean } {
    const level = outer + 1;
    if (Array.isArray(item)) return { text: list(item, level, isNode), simple: item.length === 0 };
    if (isNode) return { text: `${item}()`, simple: true };
    // Numbers of the tree itself (lines, `simple`, `conversion`) are Python ints.
    if (typeof item === 'number') return { text: String(item), simple: true };
    if (item === null || typeof item !== 'object') return { text: repr(item as Constant), simple: true };
    return node(item as AnyNode, level);
  }

  function node(item: AnyNode, level: number): { text: string; simple: boolean } {
    const texts: string[] = [];
    let simple = true;
    for (const { name, optional } of FIELDS.get(item.node)!) {
      const field = item[name];
      if (optional && field === null) continue;
      const written = holdsConstant(item.node, name)
        ? { text: repr(field as Constant), simple: true }
        : value(field, level, NAMES_A_NODE.has(name));
      simple &&= written.simple;
      texts.push(`${name}=${written.text}`);
    }
    if (includeAttributes && 'col_offset' in item) {
      for (const name of ATTRIBUTES) texts.push(`${name}=${item[name]}`);
    }
    if (simple && texts.length <= 3) {
      return { text: `${item.node}(${texts.join(', ')})`, simple: texts.length === 0 };
    }
    return { text: `${item.node}(${prefix(level)}${texts.join(separator(level))})`, simple: false };
  }

  return value(root, 0, false).text;
}
