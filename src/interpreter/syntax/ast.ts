// The abstract syntax tree.
//
// Every node of CPython 3.12's Parser/Python.asdl, with its own names for nodes and fields, so that
// `ast.dump`, the tree view and the code generator all speak the words of Python's documentation.
// A sum type is a union told apart by `node`; operators and contexts, which carry nothing, are strings.
// Positions are CPython's: lines from 1, columns from 0 in UTF-8 *bytes*, ends exclusive.

import type { Constant } from '../text/constant.ts';

/** Where a node stands. Lines from 1; columns from 0, in UTF-8 bytes; the end is exclusive. */
export interface Located {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

export interface Module {
  node: 'Module';
  body: Stmt[];
  type_ignores: TypeIgnore[];
}

export interface Interactive {
  node: 'Interactive';
  body: Stmt[];
}

export interface Expression {
  node: 'Expression';
  body: Expr;
}

export interface FunctionType {
  node: 'FunctionType';
  argtypes: Expr[];
  returns: Expr;
}

export type Mod = Module | Interactive | Expression | FunctionType;

export interface FunctionDef extends Located {
  node: 'FunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_comment: string | null;
  type_params: TypeParam[];
}

export interface AsyncFunctionDef extends Located {
  node: 'AsyncFunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_comment: string | null;
  type_params: TypeParam[];
}

export interface ClassDef extends Located {
  node: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}

export interface Return extends Located {
  node: 'Return';
  value: Expr | null;
}

export interface Delete extends Located {
  node: 'Delete';
  targets: Expr[];
}

export interface Assign extends Located {
  node: 'Assign';
  targets: Expr[];
  value: Expr;
  type_comment: string | null;
}

export interface TypeAlias extends Located {
  node: 'TypeAlias';
  name: Expr;
  type_params: TypeParam[];
  value: Expr;
}

export interface AugAssign extends Located {
  node: 'AugAssign';
  target: Expr;
  op: Operator;
  value: Expr;
}

export interface AnnAssign extends Located {
  node: 'AnnAssign';
  target: Expr;
  annotation: Expr;
  value: Expr | null;
  simple: number;
}

export interface For extends Located {
  node: 'For';
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
  type_comment: string | null;
}

export interface AsyncFor extends Located {
  node: 'AsyncFor';
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
  type_comment: string | null;
}

export interface While extends Located {
  node: 'While';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface If extends Located {
  node: 'If';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface With extends Located {
  node: 'With';
  items: WithItem[];
  body: Stmt[];
  type_comment: string | null;
}

export interface AsyncWith extends Located {
  node: 'AsyncWith';
  items: WithItem[];
  body: Stmt[];
  type_comment: string | null;
}

export interface Match extends Located {
  node: 'Match';
  subject: Expr;
  cases: MatchCase[];
}

export interface Raise extends Located {
  node: 'Raise';
  exc: Expr | null;
  cause: Expr | null;
}

export interface Try extends Located {
  node: 'Try';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

export interface TryStar extends Located {
  node: 'TryStar';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

export interface Assert extends Located {
  node: 'Assert';
  test: Expr;
  msg: Expr | null;
}

export interface Import extends Located {
  node: 'Import';
  names: Alias[];
}

export interface ImportFrom extends Located {
  node: 'ImportFrom';
  module: string | null;
  names: Alias[];
  level: number | null;
}

export interface Global extends Located {
  node: 'Global';
  names: string[];
}

export interface Nonlocal extends Located {
  node: 'Nonlocal';
  names: string[];
}

export interface ExprStmt extends Located {
  node: 'Expr';
  value: Expr;
}

export interface Pass extends Located {
  node: 'Pass';
}

export interface Break extends Located {
  node: 'Break';
}

export interface Continue extends Located {
  node: 'Continue';
}

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

export interface BoolOp extends Located {
  node: 'BoolOp';
  op: BoolOperator;
  values: Expr[];
}

export interface NamedExpr extends Located {
  node: 'NamedExpr';
  target: Expr;
  value: Expr;
}

export interface BinOp extends Located {
  node: 'BinOp';
  left: Expr;
  op: Operator;
  right: Expr;
}

export interface UnaryOp extends Located {
  node: 'UnaryOp';
  op: UnaryOperator;
  operand: Expr;
}

export interface Lambda extends Located {
  node: 'Lambda';
  args: Arguments;
  body: Expr;
}

export interface IfExp extends Located {
  node: 'IfExp';
  test: Expr;
  body: Expr;
  orelse: Expr;
}

export interface Dict extends Located {
  node: 'Dict';
  keys: (Expr | null)[];
  values: Expr[];
}

export interface Set extends Located {
  node: 'Set';
  elts: Expr[];
}

export interface ListComp extends Located {
  node: 'ListComp';
  elt: Expr;
  generators: Comprehension[];
}

export interface SetComp extends Located {
  node: 'SetComp';
  elt: Expr;
  generators: Comprehension[];
}

export interface DictComp extends Located {
  node: 'DictComp';
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}

export interface GeneratorExp extends Located {
  node: 'GeneratorExp';
  elt: Expr;
  generators: Comprehension[];
}

export interface Await extends Located {
  node: 'Await';
  value: Expr;
}

export interface Yield extends Located {
  node: 'Yield';
  value: Expr | null;
}

export interface YieldFrom extends Located {
  node: 'YieldFrom';
  value: Expr;
}

export interface Compare extends Located {
  node: 'Compare';
  left: Expr;
  ops: CmpOperator[];
  comparators: Expr[];
}

export interface Call extends Located {
  node: 'Call';
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}

export interface FormattedValue extends Located {
  node: 'FormattedValue';
  value: Expr;
  conversion: number;
  format_spec: Expr | null;
}

export interface JoinedStr extends Located {
  node: 'JoinedStr';
  values: Expr[];
}

export interface ConstantExpr extends Located {
  node: 'Constant';
  value: Constant;
  kind: string | null;
}

export interface Attribute extends Located {
  node: 'Attribute';
  value: Expr;
  attr: string;
  ctx: ExprContext;
}

export interface Subscript extends Located {
  node: 'Subscript';
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}

export interface Starred extends Located {
  node: 'Starred';
  value: Expr;
  ctx: ExprContext;
}

export interface Name extends Located {
  node: 'Name';
  id: string;
  ctx: ExprContext;
}

export interface List extends Located {
  node: 'List';
  elts: Expr[];
  ctx: ExprContext;
}

export interface Tuple extends Located {
  node: 'Tuple';
  elts: Expr[];
  ctx: ExprContext;
}

export interface Slice extends Located {
  node: 'Slice';
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | ConstantExpr
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export type ExprContext = 'Load' | 'Store' | 'Del';

export type BoolOperator = 'And' | 'Or';

export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';

export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';

export type CmpOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

export interface Comprehension {
  node: 'comprehension';
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: number;
}

export interface ExceptHandler extends Located {
  node: 'ExceptHandler';
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}

export interface Arguments {
  node: 'arguments';
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  defaults: Expr[];
}

export interface Arg extends Located {
  node: 'arg';
  arg: string;
  annotation: Expr | null;
  type_comment: string | null;
}

export interface Keyword extends Located {
  node: 'keyword';
  arg: string | null;
  value: Expr;
}

export interface Alias extends Located {
  node: 'alias';
  name: string;
  asname: string | null;
}

export interface WithItem {
  node: 'withitem';
  context_expr: Expr;
  optional_vars: Expr | null;
}

export interface MatchCase {
  node: 'match_case';
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

export interface MatchValue extends Located {
  node: 'MatchValue';
  value: Expr;
}

export interface MatchSingleton extends Located {
  node: 'MatchSingleton';
  value: Constant;
}

export interface MatchSequence extends Located {
  node: 'MatchSequence';
  patterns: Pattern[];
}

export interface MatchMapping extends Located {
  node: 'MatchMapping';
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}

export interface MatchClass extends Located {
  node: 'MatchClass';
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}

export interface MatchStar extends Located {
  node: 'MatchStar';
  name: string | null;
}

export interface MatchAs extends Located {
  node: 'MatchAs';
  pattern: Pattern | null;
  name: string | null;
}

export interface MatchOr extends Located {
  node: 'MatchOr';
  patterns: Pattern[];
}

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export interface TypeIgnore {
  node: 'TypeIgnore';
  lineno: number;
  tag: string;
}

export interface TypeVar extends Located {
  node: 'TypeVar';
  name: string;
  bound: Expr | null;
}

export interface ParamSpec extends Located {
  node: 'ParamSpec';
  name: string;
}

export interface TypeVarTuple extends Located {
  node: 'TypeVarTuple';
  name: string;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;
