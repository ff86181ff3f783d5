// The kinds of nodes of the abstract syntax tree, as a table, and the Python classes made of it.
//
// Answers to CPython 3.12: Parser/Python.asdl, Python/Python-ast.c (AST, init_types).

import { decref, type Obj, PyType, type Res, TPFLAGS, typeType, xdecref } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { iterateG } from '../objects/abstract.ts';
import { attribute, method } from '../objects/descrobject.ts';
import { type DictObj, newDict, setStr } from '../objects/dictcore.ts';
import { typeError } from '../objects/errors.ts';
import { dictGetSet } from '../objects/funcobject.ts';
import { readyLater } from '../objects/moduleobject.ts';
import { genericGetAttr, genericSetAttr, lookupAttrG, objectCall, setAttr } from '../objects/object.ts';
import { newTuple, tupleOf } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';
import { id, intern, isStr, newStr, type Str } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';

/** How often a field holds something: one, maybe one, any number. */
export type Count = '' | '?' | '*';
export interface Field {
  type: string;
  count: Count;
  name: string;
}
export interface NodeKind {
  name: string;
  /** The sum type it belongs to; its own name for a product. */
  sum: string;
  fields: readonly Field[];
  /** Has lineno, col_offset, end_lineno, end_col_offset. */
  located: boolean;
}

// One line a type: name, "=" and its kinds, or its fields; "@" when nodes of it have a place in the source.
const ASDL = `
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
stmt@ = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params) | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment) | TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, operator op, expr value) | AnnAssign(expr target, expr annotation, expr? value, int simple) | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr@ = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse) | Dict(expr* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords) | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values) | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler@ = ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg@(identifier arg, expr? annotation, string? type_comment)
keyword@(identifier? arg, expr value)
alias@(identifier name, identifier? asname)
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
pattern@ = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns) | MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
type_param@ = TypeVar(identifier name, expr? bound) | ParamSpec(identifier name) | TypeVarTuple(identifier name)
`;

export const kinds = new Map<string, NodeKind>();
/** Sum types, with their doc strings and whether their nodes have places. */
const sums: { name: string; doc: string; located: boolean; kinds: string[] }[] = [];
/** Sum types whose kinds carry nothing: their nodes exist once each. */
const simple = new Set<string>();

function fieldsOf(text: string): Field[] {
  if (text === '') return [];
  return text.split(', ').map((part) => {
    const m = /^(\w+)([?*]?) (\w+)$/.exec(part)!;
    return { type: m[1]!, count: m[2] as Count, name: m[3]! };
  });
}

for (const line of ASDL.trim().split('\n')) {
  const product = /^(\w+)(@?)\((.*)\)$/.exec(line);
  if (product !== null && !line.includes(' = ')) {
    const name = product[1]!;
    kinds.set(name, { name, sum: name, fields: fieldsOf(product[3]!), located: product[2] === '@' });
    continue;
  }
  const [head, body] = line.split(' = ') as [string, string];
  const located = head.endsWith('@');
  const sum = located ? head.slice(0, -1) : head;
  const names: string[] = [];
  const shown = body.split(' | ');
  for (const part of shown) {
    const m = /^(\w+)(?:\((.*)\))?$/.exec(part)!;
    names.push(m[1]!);
    kinds.set(m[1]!, { name: m[1]!, sum, fields: fieldsOf(m[2] ?? ''), located });
  }
  const plain = shown.every((part) => !part.includes('('));
  if (plain) simple.add(sum);
  const doc = plain
    ? `${sum} = ${shown.join(' | ')}`
    : `${sum} = ${shown.join(`\n${' '.repeat(sum.length + 1)}| `)}`;
  sums.push({ name: sum, doc, located, kinds: names });
}

// --- AST, the base of all ------------------------------------------------------------------------------

export const astType = new PyType('ast.AST', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC, typeType);
astType.qualname = 'AST';
astType.hasDict = true;
astType.basicsize = 24;
astType.tp_new = (cls) => allocInstance(cls.v, null);
astType.tp_getattro = genericGetAttr;
astType.tp_setattro = genericSetAttr;
astType.tp_traverse = (o, visit) => {
  if (o.x !== null) visit(o.x as Obj);
};
astType.tp_clear = astType.tp_dealloc = (o) => {
  const d = o.x as Obj | null;
  o.x = null;
  xdecref(d);
};
astType.tp_init = (o, args, kwnames) => suspend(initG(o, args, kwnames), [o, ...args, ...(kwnames ?? [])]);
dictGetSet(astType);
attribute(astType, '_fields', newTuple([]));
attribute(astType, '_attributes', newTuple([]));
attribute(astType, '__match_args__', newTuple([]));
method(astType, '__reduce__', '($self, /)', (o) => {
  const cls: Obj = o.type.self;
  cls.rc++;
  const d = o.x as Obj | null;
  if (d !== null) d.rc++;
  return newTuple(d === null ? [cls, newTuple([])] : [cls, newTuple([]), d]);
});
readyLater(astType);

/** CPython 3.12: Python/Python-ast.c ast_type_init */
function* initG(o: Obj, args: Obj[], kwnames: Obj[] | null): Gen {
  const found = yield* lookupAttrG(o.type.self, id('_fields'));
  if (found === null) return null;
  const fields = found === undefined ? [] : yield* iterateG(found);
  if (found !== undefined) decref(found);
  if (fields === null) return null;
  const r = yield* fillG(o, args, kwnames, fields);
  for (const f of fields) decref(f);
  return r;
}

function* fillG(o: Obj, args: Obj[], kwnames: Obj[] | null, fields: readonly Obj[]): Gen {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const name = o.type.name.slice(o.type.name.lastIndexOf('.') + 1);
  if (npos > fields.length) {
    const n = fields.length;
    return typeError(`${name} constructor takes at most ${n} positional argument${n === 1 ? '' : 's'}`);
  }
  const set = function* (key: Obj, value: Obj): Gen<boolean> {
    let r = setAttr(o, key as Str, value);
    if (r === null) r = yield* settle();
    if (r === null) return false;
    decref(r);
    return true;
  };
  for (let i = 0; i < npos; i++) if (!(yield* set(fields[i]!, args[i]!))) return null;
  for (let i = 0; i < nkw; i++) {
    const key = kwnames![i] as Str;
    const at = fields.findIndex((f) => isStr(f) && f.v === key.v);
    if (at >= 0 && at < npos) return typeError(`${name} got multiple values for argument '${key.v}'`);
    if (!(yield* set(key, args[npos + i]!))) return null;
  }
  return none();
}

// --- the classes of one run ------------------------------------------------------------------------------

export interface AstClasses {
  /** Classes by name (owned by the module). */
  classes: Map<string, Obj<PyType>>;
  /** `Load()`, `Add()`, ...: one object each (owned). */
  instances: Map<string, Obj>;
}

const LOCATED = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];
const names = (list: readonly string[]): Obj => newTuple(list.map((n) => intern(n)));

function newClass(name: string, base: Obj, doc: string, put: (ns: DictObj) => void): Obj<PyType> {
  const n = newStr(name);
  const bases = tupleOf(base);
  const ns = newDict();
  const set = (key: string, value: Obj): void => {
    setStr(ns, id(key), value);
    decref(value);
  };
  set('__module__', newStr('ast'));
  set('__doc__', newStr(doc));
  put(ns);
  const cls = objectCall(typeType.self, [n, bases, ns]);
  decref(n);
  decref(bases);
  decref(ns);
  if (cls === null) throw new Error(`the class ast.${name} could not be made`);
  return cls as Obj<PyType>;
}

function nodeClass(kind: NodeKind, base: Obj): Obj<PyType> {
  const shown = kind.fields.map((f) => `${f.type}${f.count} ${f.name}`).join(', ');
  const doc = kind.fields.length === 0 ? kind.name : `${kind.name}(${shown})`;
  return newClass(kind.name, base, doc, (ns) => {
    const put = (key: string, value: Obj): void => {
      setStr(ns, id(key), value);
      decref(value);
    };
    const list = kind.fields.map((f) => f.name);
    put('_fields', names(list));
    put('__match_args__', names(list));
    if (kind.sum === kind.name) addAttributes(put, kind.located, kind.name);
    for (const f of kind.fields) if (f.count === '?') put(f.name, none());
  });
}

function addAttributes(put: (key: string, value: Obj) => void, located: boolean, type: string): void {
  put('_attributes', names(located ? LOCATED : []));
  if (located && type !== 'pattern' && type !== 'type_param') {
    put('end_lineno', none());
    put('end_col_offset', none());
  }
}

/** Makes the classes. */
export function makeAstClasses(): AstClasses {
  const classes = new Map<string, Obj<PyType>>();
  const instances = new Map<string, Obj>();
  classes.set('AST', astType.self);
  astType.self.rc++;
  for (const sum of sums) {
    const base = newClass(sum.name, astType.self, sum.doc, (ns) => {
      addAttributes(
        (key, value) => {
          setStr(ns, id(key), value);
          decref(value);
        },
        sum.located,
        sum.name,
      );
    });
    classes.set(sum.name, base);
    for (const name of sum.kinds) {
      const cls = nodeClass(kinds.get(name)!, base);
      classes.set(name, cls);
      if (!simple.has(sum.name)) continue;
      const one: Res = objectCall(cls, []);
      instances.set(name, one!);
    }
  }
  for (const kind of kinds.values()) {
    if (kind.sum === kind.name) classes.set(kind.name, nodeClass(kind, astType.self));
  }
  return { classes, instances };
}
