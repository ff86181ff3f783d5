// CPython's own syntax tree as ours: the tree that `ast.parse` makes in Pyodide, sent as JSON.
//
// With it the compiler can be tested apart from our parser: whatever differs then is the compiler's doing.

import type { loadPyodide } from 'pyodide';
import type { Mod } from '../interpreter/syntax/ast.ts';
import { ComplexConst, type Constant, ELLIPSIS } from '../interpreter/text/constant.ts';

const DUMP = `
import ast, json
def _const(v):
    if v is None: return ['N']
    if v is ...: return ['E']
    if v is True or v is False: return ['B', v]
    if isinstance(v, int): return ['i', hex(v)]
    if isinstance(v, float): return ['f', v.hex()]
    if isinstance(v, complex): return ['c', v.real.hex(), v.imag.hex()]
    if isinstance(v, str): return ['s', [ord(c) for c in v] if any(0xd800 <= ord(c) < 0xe000 for c in v) else v]
    return ['b', list(v)]
def _node(n):
    if isinstance(n, ast.AST):
        name = type(n).__name__
        if isinstance(n, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)): return name
        out = {'node': name}
        for f in n._fields:
            v = getattr(n, f, None)
            if f == 'value' and name in ('Constant', 'MatchSingleton'): out[f] = _const(v)
            else: out[f] = _node(v)
        for a in n._attributes: out[a] = getattr(n, a)
        return out
    if isinstance(n, list): return [_node(x) for x in n]
    return n
def ast_json(source, mode):
    return json.dumps(_node(compile(source, '<ast>', mode, ast.PyCF_ONLY_AST, dont_inherit=True)))
`;

/** A float from Python's float.hex(). */
function parseHexFloat(text: string): number {
  const match = /^(-?)0x([01])\.?([0-9a-f]*)p([+-]\d+)$/.exec(text);
  if (match === null) return text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text);
  const [, sign, whole, digits, exponent] = match;
  let value = Number(whole);
  for (const [i, digit] of [...digits].entries()) value += Number.parseInt(digit, 16) / 16 ** (i + 1);
  const power = Number(exponent);
  const half = Math.trunc(power / 2);
  value = value * 2 ** half * 2 ** (power - half);
  return sign === '-' ? -value : value;
}

type Written = [kind: string, ...rest: unknown[]];

function readConstant([kind, ...rest]: Written): Constant {
  switch (kind) {
    case 'N':
      return null;
    case 'E':
      return ELLIPSIS;
    case 'B':
      return rest[0] as boolean;
    case 'i': {
      const text = rest[0] as string;
      return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
    }
    case 'f':
      return parseHexFloat(rest[0] as string);
    case 'c':
      return new ComplexConst(parseHexFloat(rest[0] as string), parseHexFloat(rest[1] as string));
    case 's':
      return typeof rest[0] === 'string' ? rest[0] : String.fromCodePoint(...(rest[0] as number[]));
    default:
      return Uint8Array.from(rest[0] as number[]);
  }
}

function restore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restore);
  if (value === null || typeof value !== 'object') return value;
  const node = value as Record<string, unknown>;
  const isConstant = node.node === 'Constant' || node.node === 'MatchSingleton';
  for (const [key, field] of Object.entries(node)) {
    node[key] = isConstant && key === 'value' ? readConstant(field as Written) : restore(field);
  }
  return node;
}

/** A function that parses with CPython. */
export function cpythonParser(
  py: Awaited<ReturnType<typeof loadPyodide>>,
): (source: string, mode: 'exec' | 'eval' | 'single') => Mod {
  py.runPython(DUMP);
  const dump = py.globals.get('ast_json') as (source: string, mode: string) => string;
  return (source, mode) => restore(JSON.parse(dump(source, mode))) as Mod;
}
