// An expression back to source text, for annotations kept as strings (`from __future__ import annotations`).
//
// Only what CPython's small C unparser does; `ast.unparse` is the full one and is Python. Answers to CPython 3.12:
// Python/ast_unparse.c.

import { reprConst } from '../code/constrepr.ts';
import type { Arguments, CmpOperator, Comprehension, Expr, FormattedValue, Operator } from '../syntax/ast.ts';
import { ComplexConst, type Constant, ELLIPSIS } from '../text/constant.ts';

const PR_TUPLE = 0;
const PR_TEST = 1;
const PR_OR = 2;
const PR_AND = 3;
const PR_NOT = 4;
const PR_CMP = 5;
const PR_EXPR = 6;
const PR_BOR = 6;
const PR_BXOR = 7;
const PR_BAND = 8;
const PR_SHIFT = 9;
const PR_ARITH = 10;
const PR_TERM = 11;
const PR_FACTOR = 12;
const PR_POWER = 13;
const PR_AWAIT = 14;
const PR_ATOM = 15;

const BINARY: Record<Operator, readonly [text: string, priority: number]> = {
  Add: [' + ', PR_ARITH],
  Sub: [' - ', PR_ARITH],
  Mult: [' * ', PR_TERM],
  MatMult: [' @ ', PR_TERM],
  Div: [' / ', PR_TERM],
  Mod: [' % ', PR_TERM],
  LShift: [' << ', PR_SHIFT],
  RShift: [' >> ', PR_SHIFT],
  BitOr: [' | ', PR_BOR],
  BitXor: [' ^ ', PR_BXOR],
  BitAnd: [' & ', PR_BAND],
  FloorDiv: [' // ', PR_TERM],
  Pow: [' ** ', PR_POWER],
};

const COMPARE: Record<CmpOperator, string> = {
  Eq: ' == ',
  NotEq: ' != ',
  Lt: ' < ',
  LtE: ' <= ',
  Gt: ' > ',
  GtE: ' >= ',
  Is: ' is ',
  IsNot: ' is not ',
  In: ' in ',
  NotIn: ' not in ',
};

const UNARY = { Invert: '~', Not: 'not ', UAdd: '+', USub: '-' } as const;

const parenthesize = (text: string, needed: boolean): string => (needed ? `(${text})` : text);

function list(exprs: readonly Expr[]): string {
  return exprs.map((e) => unparse(e, PR_TEST)).join(', ');
}

function constant(value: Constant): string {
  if (Array.isArray(value)) {
    const items = value.map(constant);
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
  }
  const repr = reprConst(value, () => '');
  // There is no literal for infinity: a number too large to be finite stands for it.
  const mayBeInfinite =
    typeof value === 'number' ? Math.abs(value) === Infinity : value instanceof ComplexConst;
  return mayBeInfinite ? repr.replaceAll('inf', '1e309') : repr;
}

function parameters(args: Arguments): string {
  const parts: string[] = [];
  const name = (arg: { arg: string; annotation: Expr | null }): string =>
    arg.annotation === null ? arg.arg : `${arg.arg}: ${unparse(arg.annotation, PR_TEST)}`;
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  for (const [i, arg] of positional.entries()) {
    let part = name(arg);
    if (i >= firstDefault) part += `=${unparse(args.defaults[i - firstDefault], PR_TEST)}`;
    if (i + 1 === args.posonlyargs.length) part += ', /';
    parts.push(part);
  }
  if (args.vararg !== null) parts.push(`*${name(args.vararg)}`);
  else if (args.kwonlyargs.length > 0) parts.push('*');
  for (const [i, arg] of args.kwonlyargs.entries()) {
    const value = args.kw_defaults[i];
    parts.push(value === null ? name(arg) : `${name(arg)}=${unparse(value, PR_TEST)}`);
  }
  if (args.kwarg !== null) parts.push(`**${name(args.kwarg)}`);
  return parts.join(', ');
}

function generators(comprehensions: readonly Comprehension[]): string {
  return comprehensions
    .map((gen) => {
      const keyword = gen.is_async ? ' async for ' : ' for ';
      const ifs = gen.ifs.map((test) => ` if ${unparse(test, PR_TEST + 1)}`).join('');
      return `${keyword}${unparse(gen.target, PR_TUPLE)} in ${unparse(gen.iter, PR_TEST + 1)}${ifs}`;
    })
    .join('');
}

function fstringElement(e: Expr, isFormatSpec: boolean): string {
  switch (e.node) {
    case 'Constant':
      return String(e.value).replaceAll('{', '{{').replaceAll('}', '}}');
    case 'JoinedStr':
      return joinedStr(e.values, isFormatSpec);
    case 'FormattedValue':
      return formattedValue(e);
    default:
      return '';
  }
}

function joinedStr(values: readonly Expr[], isFormatSpec: boolean): string {
  const body = values.map((value) => fstringElement(value, isFormatSpec)).join('');
  return isFormatSpec ? body : `f${reprConst(body, () => '')}`;
}

function formattedValue(e: FormattedValue): string {
  const value = unparse(e.value, PR_TEST + 1);
  const conversion = e.conversion > 0 ? `!${String.fromCharCode(e.conversion)}` : '';
  const spec = e.format_spec === null ? '' : `:${fstringElement(e.format_spec, true)}`;
  return `${value.startsWith('{') ? '{ ' : '{'}${value}${conversion}${spec}}`;
}

function unparse(e: Expr, level: number): string {
  switch (e.node) {
    case 'BoolOp': {
      const pr = e.op === 'And' ? PR_AND : PR_OR;
      const text = e.values.map((value) => unparse(value, pr + 1)).join(e.op === 'And' ? ' and ' : ' or ');
      return parenthesize(text, level > pr);
    }
    case 'BinOp': {
      const [op, pr] = BINARY[e.op];
      const right = e.op === 'Pow' ? 1 : 0;
      const text = `${unparse(e.left, pr + right)}${op}${unparse(e.right, pr + 1 - right)}`;
      return parenthesize(text, level > pr);
    }
    case 'UnaryOp': {
      const pr = e.op === 'Not' ? PR_NOT : PR_FACTOR;
      return parenthesize(`${UNARY[e.op]}${unparse(e.operand, pr)}`, level > pr);
    }
    case 'Lambda': {
      const hasPositional = e.args.args.length + e.args.posonlyargs.length > 0;
      const text = `${hasPositional ? 'lambda ' : 'lambda'}${parameters(e.args)}: ${unparse(e.body, PR_TEST)}`;
      return parenthesize(text, level > PR_TEST);
    }
    case 'IfExp': {
      const text = `${unparse(e.body, PR_TEST + 1)} if ${unparse(e.test, PR_TEST + 1)} else ${unparse(e.orelse, PR_TEST)}`;
      return parenthesize(text, level > PR_TEST);
    }
    case 'Dict': {
      const items = e.values.map((value, i) => {
        const key = e.keys[i];
        return key === null
          ? `**${unparse(value, PR_EXPR)}`
          : `${unparse(key, PR_TEST)}: ${unparse(value, PR_TEST)}`;
      });
      return `{${items.join(', ')}}`;
    }
    case 'Set':
      return `{${list(e.elts)}}`;
    case 'List':
      return `[${list(e.elts)}]`;
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return parenthesize(`${list(e.elts)}${e.elts.length === 1 ? ',' : ''}`, level > PR_TUPLE);
    case 'GeneratorExp':
      return `(${unparse(e.elt, PR_TEST)}${generators(e.generators)})`;
    case 'ListComp':
      return `[${unparse(e.elt, PR_TEST)}${generators(e.generators)}]`;
    case 'SetComp':
      return `{${unparse(e.elt, PR_TEST)}${generators(e.generators)}}`;
    case 'DictComp':
      return `{${unparse(e.key, PR_TEST)}: ${unparse(e.value, PR_TEST)}${generators(e.generators)}}`;
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${unparse(e.value, PR_TEST)})`;
    case 'YieldFrom':
      return `(yield from ${unparse(e.value, PR_TEST)})`;
    case 'Await':
      return parenthesize(`await ${unparse(e.value, PR_ATOM)}`, level > PR_AWAIT);
    case 'Compare': {
      const rest = e.ops.map((op, i) => `${COMPARE[op]}${unparse(e.comparators[i], PR_CMP + 1)}`).join('');
      return parenthesize(`${unparse(e.left, PR_CMP + 1)}${rest}`, level > PR_CMP);
    }
    case 'Call': {
      const func = unparse(e.func, PR_ATOM);
      if (e.args.length === 1 && e.keywords.length === 0 && e.args[0].node === 'GeneratorExp') {
        return `${func}${unparse(e.args[0], PR_TEST)}`;
      }
      const keywords = e.keywords.map(
        (kw) => `${kw.arg === null ? '**' : `${kw.arg}=`}${unparse(kw.value, PR_TEST)}`,
      );
      return `${func}(${[...e.args.map((arg) => unparse(arg, PR_TEST)), ...keywords].join(', ')})`;
    }
    case 'Constant':
      return e.value === ELLIPSIS ? '...' : `${e.kind ?? ''}${constant(e.value)}`;
    case 'JoinedStr':
      return joinedStr(e.values, false);
    case 'FormattedValue':
      return formattedValue(e);
    case 'Attribute': {
      const isInt = e.value.node === 'Constant' && typeof e.value.value === 'bigint';
      return `${unparse(e.value, PR_ATOM)}${isInt ? ' .' : '.'}${e.attr}`;
    }
    case 'Subscript':
      return `${unparse(e.value, PR_ATOM)}[${unparse(e.slice, PR_TUPLE)}]`;
    case 'Starred':
      return `*${unparse(e.value, PR_EXPR)}`;
    case 'Slice': {
      const lower = e.lower === null ? '' : unparse(e.lower, PR_TEST);
      const upper = e.upper === null ? '' : unparse(e.upper, PR_TEST);
      const step = e.step === null ? '' : `:${unparse(e.step, PR_TEST)}`;
      return `${lower}:${upper}${step}`;
    }
    case 'Name':
      return e.id;
    case 'NamedExpr':
      return parenthesize(`${unparse(e.target, PR_ATOM)} := ${unparse(e.value, PR_ATOM)}`, level > PR_TUPLE);
  }
}

/** CPython 3.12: Python/ast_unparse.c _PyAST_ExprAsUnicode. */
export function unparseExpr(e: Expr): string {
  return unparse(e, PR_TEST);
}
