// The tokenizer against CPython's `_tokenize.TokenizerIter`: every kind of token and every error it can raise.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SyntaxErrorInfo } from './errors.ts';
import { TokenizerIter } from './python_tokenize.ts';

const SNIPPETS: string[] = [
  // Layout
  '',
  '\n',
  'x',
  'x\n',
  '\n\n  \n# only\n   # comments\n',
  'if a:\n  b\n  if c:\n\td\ne\n',
  'if a:\n        b\n\tc\n',
  'if a:\n\tb\n        c\n',
  'if a:\n  b\n c\n',
  'if a:\n  b\n    c\n',
  'if a:\n  \tb\n  \tc\n \td\n',
  'if a:\n\f  b\n  c\n',
  'if a:\n  b \f c\n',
  'x = 1 \\\n  + 2\n',
  'x = 1 \\ \n',
  'x = 1 \\',
  'x = 1 \\\n',
  '  \\\n  x\n',
  'if a:\n  \\\n    x\n  y\n',
  '\\\n',
  '\\',
  'x = (1,\n\n  # comment\n  2)\ny\n',
  'def f():\n  pass # no newline',
  '# no newline',
  'async def f(): await g()\n',
  'a\r\nb\r\n',
  'if a:\r\n  b\r\n\r\nc\r\n',
  'x = "a\\\r\nb"\r\n',
  'class C:\n    def f(self):\n        return 1\n\n    # tail\n\nx = 1\n',
  Array.from({ length: 101 }, (_, i) => `${' '.repeat(i)}if 1:\n`).join(''),
  Array.from({ length: 99 }, (_, i) => `${' '.repeat(i)}if 1:\n`).join(''),
  // Operators
  '+ - * / % @ ** // << >> & | ^ ~ := < > <= >= == != <> -> ... . : ; , = += -= *= /= //= %= @= &= |= ^= >>= <<= **=\n',
  '! $ ? `\n',
  'a.b..c...d....e\n',
  'a<>b\n',
  // Brackets
  '(]\n',
  '(\n]\n',
  ')\n',
  ']\n',
  '}\n',
  '({[\n',
  '(',
  '(\n',
  `${'('.repeat(200)}\n`,
  `${'('.repeat(201)}\n`,
  '[(]\n)\n',
  // Numbers
  '0 00 0_0 1 12 1_2 0x1f 0XAB_cd 0o17 0O7_7 0b101 0B1_0 1. .5 1.5e10 1e-5 1E+5 1j .5J 1_0.0_1e1_0j 0e0 0.0 00.5 00e1 00j 09.5 09e1 09j\n',
  ...[
    '1_',
    '1__2',
    '1_a',
    '0x',
    '0x_',
    '0xg',
    '0x1g',
    '0o8',
    '0o18',
    '0o',
    '0o_',
    '0oa',
    '0o1a',
    '0b2',
    '0b12',
    '0b',
    '0ba',
    '0b1a',
    '012',
    '0123456789',
    '00012',
    '0_7',
    '0_',
    '0_x',
    '1a',
    '1abc',
    '1e',
    '1e+',
    '1e-x',
    '1e5a',
    '1.a',
    '1.5a',
    '1j2',
    '1ja',
    '1__',
    '1.e',
    '1.5_',
    '1e5_',
    '1é',
    '0xfé',
  ].map((number) => `x = ${number}\n`),
  '1if 2else 3\n1or 2\n1and 2\n1in x\n1is x\n1for x\n1not in x\n0x1for x\n0b1or x\n0o1and 1\n1jif x\n1.if x\n1e5if x\n',
  '1elsewhere\n',
  '1andy\n',
  '1ifs\n',
  '1inx\n',
  '1fo\n',
  '1_000if x\n',
  '0if x\n',
  '00if x\n',
  // Names
  'é = ñ + 变量 + _x1 + ª + ﬁ\n',
  'x = 1 + é𝒳 + a\n',
  '"é" + x; "𝒳" + y\n',
  'a€b\n',
  '€\n',
  'x = 5 € 3\n',
  'a\u00a0b\n',
  '\u00a0\n',
  '\u200b\n',
  'x = \u2018a\u2019\n',
  'a\u0301b\n',
  '\u0301b\n',
  'x\ufeff\n',
  '\u{1f600}\n',
  'a = \u{1f600}b\n',
  'x = \x01\n',
  'x \x7f\n',
  'x = 1\x00\n',
  '\x00',
  'y = 2\nx = "abc\x00"\n',
  // Strings
  '"a" \'b\' """c""" \'\'\'d\'\'\' "" \'\' """"""\n',
  'r"a" R"a" b"a" B"a" u"a" U"a" br"a" bR"a" Br"a" rb"a" Rb"a" RB"a"\n',
  'ur"a"\n',
  'bu"a"\n',
  'fb"a"\n',
  '"a\\\nb" \'\\\'\' "\\\\"\n',
  '"""a\nb\\"""c\n"""  + x\n',
  '"""é\nb""" + é + """𝒳\n𝒳""" + y\n',
  '"abc\n',
  "'abc",
  'x = "abc\\\n',
  'x = "abc\\',
  'x = """abc\ndef\n',
  "x = y + '''abc",
  '"""',
  '"',
  'x = ("a\n"b")\n',
  'é = "abc\n',
  // f-strings
  'f"a" F"b" rf"c" fr"d" Rf"e" f\'g\' f"""h""" f""\n',
  'f"{a}{b}c{d!r}e{f:g}h{i:{j}k{l}}"\n',
  'f"{{}}{{{a}}}"\n',
  'f"{a=}{b = }{c=!r}{d=:>10}{ e = !r : x}"\n',
  'f"{x:{y:{z}}}"\n',
  'f"{x:{y:{z:{w}}}}"\n',
  'f"{f"{f"{1}"}"}"\n',
  "f'{f'{x}'}'\n",
  'f"""a\n{b\n}c\nd{\ne=}"""\n',
  'f"""{\n# comment\na\n}"""\n',
  'f"{a["b"]}" f"{lambda x: 1}" f"{(lambda x: 1)}" f"{a:=5}" f"{(a:=5)}"\n',
  'f"{a!=b}" f"{a==b}" f"{a>=b}" f"{a->b}"\n',
  'f"\\N{BULLET}{x}" rf"\\N{x}" f"\\{x}" f"\\}"\n',
  'f"\\{6}" f"\\{{" f"\\}}"\n',
  'f"{x:\\n}" f"{x:\\x41}"\n',
  'f"{a:é}é{b}"\n',
  'f"é{é=}é"\n',
  'f"{x:%H:%M}" f"{x:a{y}b:c}"\n',
  'f"{x!r:^{width}}"\n',
  'f"{x:}}"\n',
  'f"{x:{{}}}"\n',
  'f"}"\n',
  'f"a}b"\n',
  'f"{"\n',
  'f"{a"\n',
  'f"{a',
  'f"abc\n',
  'f"abc',
  'f"""abc\ndef\n',
  'f"""{a\n',
  'f"{a\n}"\n',
  "f'{a'\n",
  'f"{)}"\n',
  'f"{(}"\n',
  'f"{a[}"\n',
  'f"{a)}"\n',
  'f"{a:"\n',
  'f"{a:\n}"\n',
  'f"{a:{b"\n',
  'f"{a $ b}"\n',
  'f"{a # comment}"\n',
  'f"{a\\b}"\n',
  'f"{#}"\n',
  'f"{!}"\n',
  'f"{a!}" f"{a!x}" f"{a! r}" f"{=}"\n',
  'f"{a["\n',
  "f'''{a['''\n",
  "f'{\"a'\n",
  "f'{a: {'}\n",
  `${'f"{'.repeat(151)}\n`,
  'f"{x:\n',
  "f'''{x:\n}'''\n",
  'f"a\\\nb{c}\\\nd"\n',
  'rf"\\{a}\\"\n',
  'f"{a:{b}}}"\n',
];

const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
py.runPython(`
import json, _tokenize, warnings
def tokens_of(source, extra):
    out = []
    parts = [l + '\\n' for l in source.split('\\n')]
    parts[-1] = parts[-1][:-1]
    if not parts[-1]: parts.pop()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            for t in _tokenize.TokenizerIter(iter(parts).__next__, extra_tokens=extra):
                out.append([t[0], t[1], *t[2], *t[3], t[4]])
        except SyntaxError as e:
            out.append([type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text])
    return json.dumps([out, [[w.category.__name__, str(w.message), w.lineno] for w in caught]])
`);
const tokensOf = py.globals.get('tokens_of');

function ours(source: string, extra: boolean): unknown[] {
  const iter = new TokenizerIter(source, extra);
  const rows: unknown[] = [];
  for (let info = iter.next(); info !== null; info = iter.next()) {
    if (info instanceof SyntaxErrorInfo) {
      rows.push([info.type, info.msg, info.lineno, info.offset, info.end_lineno, info.end_offset, info.text]);
      break;
    }
    rows.push([info.type, info.string, ...info.start, ...info.end, info.line]);
  }
  return [rows, iter.warnings.map((warning) => [warning.category, warning.msg, warning.lineno])];
}

for (const extra of [false, true]) {
  for (const source of SNIPPETS) {
    test(`${extra ? 'tokenize' : 'tokens'} ${JSON.stringify(source).slice(0, 60)}`, () => {
      assert.deepEqual(ours(source, extra), JSON.parse(tokensOf(source, extra)));
    });
  }
}
