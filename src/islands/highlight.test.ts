import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight, highlightLines } from './highlight.ts';

const kinds = (source: string) =>
  highlight(source)
    .filter((piece) => piece.kind !== '')
    .map((piece) => [piece.kind, piece.text]);

test('no character is lost', () => {
  const source =
    'def f(x):\n    """two\n    lines"""\n    return f"{x!r}" + \'\\\'\'  # end\n"never closed\nx = 1e-5';
  assert.equal(
    highlight(source)
      .map((piece) => piece.text)
      .join(''),
    source,
  );
  assert.equal(
    highlightLines(source)
      .map((line) => line.map((piece) => piece.text).join(''))
      .join('\n'),
    source,
  );
});

test('words are told apart', () => {
  assert.deepEqual(kinds('def greet(name): print(name)'), [
    ['keyword', 'def'],
    ['definition', 'greet'],
    ['builtin', 'print'],
  ]);
  assert.deepEqual(kinds('x.print\nmatch = 1\nmatch x:\n  case 2: pass'), [
    ['number', '1'],
    ['keyword', 'match'],
    ['keyword', 'case'],
    ['number', '2'],
    ['keyword', 'pass'],
  ]);
  assert.deepEqual(kinds('@a.b\nclass K: y = a @ b'), [
    ['decorator', '@a.b'],
    ['keyword', 'class'],
    ['definition', 'K'],
  ]);
});

test('a string of several lines is one string, closed or not', () => {
  assert.deepEqual(kinds('"""a\nb"""\n1'), [
    ['string', '"""a\nb"""'],
    ['number', '1'],
  ]);
  assert.deepEqual(kinds("x = '''a\nb"), [['string', "'''a\nb"]]);
});

test('strings of every kind', () => {
  assert.deepEqual(
    kinds('rb"a\\"" + f\'{x}\' + """q"q""" + "open').map(([, text]) => text),
    ['rb"a\\""', "f'{x}'", '"""q"q"""', '"open'],
  );
});
