// Source bytes to text against CPython's `compile` of bytes, and the helpers for columns and lines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeSource, SourceEncodingError } from './encoding.ts';
import {
  byteOffsetToCharacterOffset,
  characterCount,
  LineTable,
  translateNewlines,
  utf8Length,
} from './source.ts';

/** One byte a character. */
const SOURCES: string[] = [
  'x = "abc"',
  'x = "\xc3\xa9"',
  '\xef\xbb\xbfx = "\xc3\xa9"',
  '# -*- coding: latin-1 -*-\nx = "\xe9"',
  '# coding=ISO_8859_1\nx = "\xe9"',
  '\n# vim: set fileencoding=latin-1 :\nx = "\xe9"',
  '#!/bin/python\r\n# coding: iso-latin-1-unix\r\nx = "\xe9"',
  '#!/bin/python\r# coding: latin-1\rx = "\xe9"',
  '# coding: utf-8\nx = "\xc3\xa9"',
  '# coding: UTF_8_sig_or_so\nx = "\xc3\xa9"',
  '# coding: ascii\nx = "abc"',
  '# coding: ascii\nx = "\xe9"',
  '# coding: no-such-codec\nx = "abc"',
  '\xef\xbb\xbf# coding: latin-1\nx = "abc"',
  '\xef\xbb\xbf# coding: utf-8\nx = "abc"',
  'y = 1 # coding: no-such-codec\nx = "abc"',
  'y = 1\n# coding: no-such-codec\nx = "abc"',
  '\n\n# coding: no-such-codec\nx = "abc"',
  '# encoding : no-such-codec\nx = "abc"',
  '  \t\f # coding: latin-1\nx = "\xe9"',
  'x = "\xff"',
  'x = "ab\xc3("',
  'x = "\xe2\x28\xa1"',
  'x = "\xed\xa0\x80"',
  'x = "\xf0\x9f\x98\x80"',
  'x = "\xf4\x90\x80\x80"',
  'x = "\xf5\x80\x80\x80"',
  'x = "\xc0\x80"',
  '# coding: utf-8\nx = "\xff"',
];

const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
py.runPython(`
import json
def value_of(text):
    try:
        space = {}
        exec(compile(text.encode('latin-1'), 'f', 'exec'), space)
        return json.dumps(space['x'])
    except SyntaxError as e:
        return json.dumps(e.msg)
`);
const encodedValue = py.globals.get('value_of');

function ours(source: string): string {
  const result = decodeSource(Uint8Array.from(source, (c) => c.charCodeAt(0)));
  if (result instanceof SourceEncodingError) return result.msg;
  const value = /x = "(.*?)"/.exec(result.text);
  return value![1]!;
}

/** CPython counts from the literal where it decodes without a cookie; where it starts is not told apart here. */
function comparable(msg: string): string {
  return msg.replace(/^(\(unicode error\) .* in position )[-\d]+(: .*)$/, '$1$2');
}

for (const source of SOURCES) {
  test(`bytes ${JSON.stringify(source)}`, () => {
    assert.equal(comparable(ours(source)), comparable(JSON.parse(encodedValue(source))));
  });
}

test('a file without a cookie names the file and the line', () => {
  const bytes = Uint8Array.from('a = 1\nb = "\xff"\n', (c) => c.charCodeAt(0));
  const result = decodeSource(bytes, { file: 'm.py' });
  assert.ok(result instanceof SourceEncodingError);
  assert.match(result.msg, /^Non-UTF-8 code starting with '\\xff' in file m\.py on line 2, but no encoding/);
});

test('a lent decoder serves the other encodings', () => {
  const bytes = Uint8Array.from('# coding: cp1252\nx = "\x80"\n', (c) => c.charCodeAt(0));
  const result = decodeSource(bytes, {
    lent: (encoding, body) =>
      encoding === 'cp1252' ? String.fromCharCode(...body).replace('\x80', '€') : null,
  });
  assert.ok(!(result instanceof SourceEncodingError));
  assert.equal(result.encoding, 'cp1252');
  assert.ok(result.text.includes('"€"'));
});

test('bytes, characters and lines', () => {
  assert.equal(utf8Length('aé€𝒳'), 10);
  assert.equal(characterCount('aé€𝒳'), 4);
  assert.equal(byteOffsetToCharacterOffset('aé€𝒳b', 6), 3);
  assert.equal(byteOffsetToCharacterOffset('ab', 9), 3);
  assert.equal(translateNewlines('a\r\nb\rc', true, false), 'a\nb\nc\n');
  const table = new LineTable('ab\né𝒳c\n');
  assert.equal(table.lineCount, 2);
  assert.equal(table.line(2), 'é𝒳c');
  assert.equal(table.index(2, 6), 6);
  assert.equal(table.lineAt(6), 2);
});
