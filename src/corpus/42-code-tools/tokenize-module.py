# tokenize, token and keyword: streams of tokens, errors, encodings, and back to text.
import io
import keyword
import token
import tokenize

SRC = '''# -*- coding: utf-8 -*-
def f(a, *b):  # comment
    """Doc
    more"""
    x = 1_000 + 0x1f - 1.5e-3 * 2j
    if x != a <> b:
\tpass
    return f'{a!r:>{10}} {{}} {b=}' rf"\\d{x}" b'y' '\\
z'

class é: ...
@dec
async def g(): await (x :=
    y)
a = [
  1,

  # inside
  2 ]
x = y if z else (\\
    1)
match = case = type = _ = 1
$ ? !
'''


def show(source):
    try:
        for t in tokenize.generate_tokens(io.StringIO(source).readline):
            print(tokenize.tok_name[t.type], tokenize.tok_name[t.exact_type], repr(t.string), t.start, t.end, repr(t.line))
    except (SyntaxError, tokenize.TokenError) as e:
        print(type(e).__name__, e.args)


show(SRC)
for bad in ('(', "'''a", "'a", 'x = )', 'if a:\n    b\n  c\n', 'a\\ b', '0777', '1__0', '"a', "f'{a'", "f'{", "f'a", 'x = "\\N{', '\x00', 'é = ½', '0b12', '1.2.3', 'a\n\tb', '\f\n  \\\n', '', '\n', '#', 'a', 'if x:\n  y', "f'{a:{b}}'", "f'''{\na}'''", '“'):
    print('=', repr(bad))
    show(bad)
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO('x = [1,\n  2]  # c\nif x:\n\ty\n').readline)))
tokens = [(1, 'print'), (54, '('), (2, '1'), (54, ')'), (4, '\n')]
print(repr(tokenize.untokenize(tokens)))
for t in tokenize.tokenize(io.BytesIO('x = "é"\n'.encode()).readline):
    print(t)
for raw in (b'# coding: latin-1\nx = "\xe9"\n', b'\xef\xbb\xbfx\n', b'# coding: nope\n', b'\xef\xbb\xbf# coding: latin-1\n', b'x = 1', b'', b'\n# vim: fileencoding=ascii\n', b'\xff\n'):
    try:
        print(tokenize.detect_encoding(io.BytesIO(raw).readline))
        print([t.string for t in tokenize.tokenize(io.BytesIO(raw).readline)])
    except SyntaxError as e:
        print('SyntaxError', e)
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword('if'), keyword.issoftkeyword('match'), keyword.iskeyword('x'))
print(token.tok_name, token.ISTERMINAL(1), token.ISNONTERMINAL(256), token.ISEOF(0), sorted(token.EXACT_TOKEN_TYPES.items()))
lines = iter(['x = (1,\n', '2)\n'])
print([t.string for t in tokenize.generate_tokens(lambda: next(lines))])
lines = iter(['x\n'])
print([t.string for t in tokenize.generate_tokens(lines.__next__)])
try:
    list(tokenize.generate_tokens(lambda: 5))
except Exception as e:
    print(type(e).__name__, e)
try:
    list(tokenize.generate_tokens(lambda: 1 / 0))
except Exception as e:
    print(type(e).__name__, e)
with open('demo.py', 'w') as f:
    f.write('print("hé")\n')
with tokenize.open('demo.py') as f:
    print(f.encoding, f.read())
tokenize.main.__doc__
import sys
sys.argv = ['tokenize', '-e', 'demo.py']
tokenize.main()
