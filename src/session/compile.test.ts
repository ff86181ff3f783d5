import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from './compile.ts';

test('one line through every stage', () => {
  const { tokens, tree, scopes, code, error } = compile('total = 2 + x\n', 'main.py');
  assert.equal(error, null);
  assert.deepEqual(
    tokens?.map(({ type, text }) => [type, text]),
    [
      ['NAME', 'total'],
      ['EQUAL', '='],
      ['NUMBER', '2'],
      ['PLUS', '+'],
      ['NAME', 'x'],
      ['NEWLINE', ''],
      ['ENDMARKER', ''],
    ],
  );
  assert.equal(tree?.node, 'Module');
  assert.deepEqual(
    scopes?.names.map(({ name, kind, assigned, used }) => ({ name, kind, assigned, used })),
    [
      { name: 'total', kind: 'local', assigned: true, used: false },
      { name: 'x', kind: 'global implicit', assigned: false, used: true },
    ],
  );
  assert.deepEqual(
    code?.instructions.map(({ name, argText }) => [name, argText]),
    [
      ['RESUME', ''],
      ['LOAD_CONST', '2'],
      ['LOAD_NAME', 'x'],
      ['BINARY_OP', '+'],
      ['STORE_NAME', 'total'],
      ['RETURN_CONST', 'None'],
    ],
  );
  assert.deepEqual(code?.instructions[3].place, { line: 1, col: 8, endLine: 1, endCol: 13 });
});

test('functions are children of their module, in scopes and in code', () => {
  const { scopes, code } = compile('def f(a):\n    def g(): return a\n    return g\n', 'main.py');
  assert.equal(scopes?.children[0].names.find(({ name }) => name === 'a')?.kind, 'cell');
  assert.equal(scopes?.children[0].children[0].names[0].kind, 'free');
  assert.deepEqual(code?.children[0].cells, ['a']);
  assert.deepEqual(code?.children[0].children[0].frees, ['a']);
});

test('an error is told by the stage that met it, and later stages are empty', () => {
  const unfinished = compile('x = "é" +* 2\n', 'main.py');
  assert.equal(unfinished.error?.stage, 'tree');
  assert.equal(unfinished.error?.message, 'invalid syntax');
  assert.equal(unfinished.error?.col, 10);
  assert.equal(unfinished.code, null);
  assert.equal(compile('x = "never closed\n', 'main.py').error?.stage, 'tokens');
  assert.equal(compile('def f(a):\n    global a\n', 'main.py').error?.stage, 'scopes');
  assert.equal(compile('return 1\n', 'main.py').error?.message, "'return' outside function");
});
