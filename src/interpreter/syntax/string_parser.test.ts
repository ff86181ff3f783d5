// String and number literals against CPython: values, warnings and refusals, one literal at a time and all those of
// a slice of the standard library.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ComplexConst } from '../text/constant.ts';
import { constantFromString } from './action_helpers_strings.ts';
import { numberConstant } from './number_parser.ts';
import type { LiteralHost } from './string_parser.ts';
import { ENDMARKER, ERRORTOKEN, NUMBER, STRING } from './token.ts';
import { Tokenizer } from './tokenizer.ts';

const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
py.runPython(`
import json, ast, warnings, zipfile, tokenize, io, unicodedata
def shown(v):
    if isinstance(v, str): return ['str', [ord(c) for c in v]]
    if isinstance(v, bytes): return ['bytes', list(v)]
    if isinstance(v, complex): return ['complex', v.imag.hex()]
    if isinstance(v, float): return ['float', v.hex()]
    return ['int', hex(v)]
def literal(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            value = ast.parse(source, mode='eval').body
            value = shown(value.value) + [value.kind]
        except SyntaxError as e:
            value = ['error', e.msg]
        return json.dumps([value, [[w.category.__name__, str(w.message), w.lineno] for w in caught]])
def stdlib_literals(nth):
    z = zipfile.ZipFile('/lib/python312.zip')
    found = set()
    for n in [n for n in z.namelist() if n.endswith('.py')][::nth]:
        for t in tokenize.tokenize(io.BytesIO(z.read(n)).readline):
            if t.type in (tokenize.STRING, tokenize.NUMBER): found.add(t.string)
    return json.dumps(sorted(found))
`);
const literal = py.globals.get('literal');
const lookup = py.runPython('unicodedata.lookup');

py.runPython('def hex_of(x): return float(x).hex()');
const hexOf = py.globals.get('hex_of');

function ours(source: string): unknown[] {
  let error: string | null = null;
  const tok = new Tokenizer(source, { filename: 'f' });
  const keep = (msg: string): null => {
    error ??= msg;
    return null;
  };
  const host: LiteralHost = {
    tok,
    call_invalid_rules: false,
    known_err_token: null,
    intMaxStrDigits: 4300,
    namedCharacter: (name) => {
      try {
        return lookup(name);
      } catch {
        return null;
      }
    },
    raiseSyntaxError: keep,
    raiseSyntaxErrorKnownLocation: (_line, _column, _endLine, _endColumn, msg) => keep(msg),
    raiseException: (_type, msg) => keep(msg),
  };
  const token = tok.next();
  let shown: unknown[] = ['error', tok.error?.msg ?? error];
  if (token.type === STRING || token.type === NUMBER) {
    const node = token.type === STRING ? constantFromString(host, token) : numberConstant(host, token);
    if (node !== null) {
      const value = node.value;
      if (typeof value === 'string') shown = ['str', Array.from(value, (c) => c.codePointAt(0))];
      else if (value instanceof Uint8Array) shown = ['bytes', [...value]];
      else if (value instanceof ComplexConst) shown = ['complex', hexOf(value.imag)];
      else if (typeof value === 'number') shown = ['float', hexOf(value)];
      else shown = ['int', `0x${(value as bigint).toString(16)}`];
      shown.push(node.kind);
    } else {
      shown = ['error', error];
    }
    assert.equal(tok.next().type === ERRORTOKEN, false);
    assert.ok([ENDMARKER, 4].includes(tok.next().type));
  }
  return [shown, tok.warnings.map((warning) => [warning.category, warning.msg, warning.lineno])];
}

const LITERALS: string[] = [
  String.raw`'\a\b\f\n\r\t\v\\\'\"'`,
  String.raw`'\0\7\07\377\400\777\8\9\18\1234'`,
  String.raw`'\x41\u0041\U00000041\u00e9\U0001f600\ud800'`,
  String.raw`'\d\é\.\ '`,
  String.raw`'\é\d'`,
  String.raw`r'\d\n\x'`,
  String.raw`R"\""`,
  String.raw`u'\u0041'`,
  "U'a'",
  String.raw`"é𝒳\n"`,
  String.raw`'\N{BULLET}\N{LATIN SMALL LETTER E WITH ACUTE}\N{bullet}'`,
  String.raw`'\N{no such name}'`,
  String.raw`'\N{}'`,
  String.raw`'\N'`,
  String.raw`'\Nx'`,
  String.raw`'\N{BULLET'`,
  String.raw`'\N{é}'`,
  String.raw`'ab\N{é𝒳}'`,
  String.raw`'\x'`,
  String.raw`'\x4'`,
  String.raw`'ab\x4g'`,
  String.raw`'é\x4é'`,
  String.raw`'\é\xz'`,
  String.raw`'\u004'`,
  String.raw`'\U0000004'`,
  String.raw`'\U00110000'`,
  String.raw`'\Uffffffff'`,
  String.raw`b'\a\b\f\n\r\t\v\\\'\"\0\377\400\x41\d\u0041\N{a}'`,
  String.raw`b'\x'`,
  String.raw`b'a\x4'`,
  String.raw`b'\x4g'`,
  String.raw`rb'\x\d'`,
  "b'é'",
  "rb'é'",
  "b'\\\n'",
  "'a\\\nb'",
  "'''a\nb\\\nc'''",
  "'''a\n\\d\n\\e'''",
  '""""a"""',
  "''''a'''",
  '""',
  "''''''",
  '"""\\""""',
  "b''''a'''",
  '0',
  '00',
  '0_0',
  '1_000_000',
  '0x_ff',
  '0XFF',
  '0b1_01',
  '0O17',
  '9223372036854775808',
  '0.1',
  '1e400',
  '1e-400',
  '1_0.0_1e1_0',
  '123456789012345678901234567890.5',
  '5e-324',
  '2.2250738585072011e-308',
  '1j',
  '1.5e3J',
  '010j',
  '00.5',
  '0e5',
  `1${'0'.repeat(4299)}`,
  `1${'0'.repeat(4300)}`,
  `1${'0'.repeat(4300)}.0`,
  `1${'_0'.repeat(4300)}`,
  `0x1${'0'.repeat(5000)}`,
  '0'.repeat(5000),
  `${'0'.repeat(5000)}j`,
];

for (const source of LITERALS) {
  test(`literal ${source.slice(0, 60)}`, () => {
    assert.deepEqual(ours(source), JSON.parse(literal(source)));
  });
}

test('literals of the standard library', () => {
  const sources: string[] = JSON.parse(py.runPython('stdlib_literals(40)'));
  assert.ok(sources.length > 1000);
  for (const source of sources) assert.deepEqual(ours(source), JSON.parse(literal(source)), source);
});
