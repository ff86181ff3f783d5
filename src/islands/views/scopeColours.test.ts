import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../../session/compile.ts';
import { scopeColours } from './scopeColours.ts';

function coloured(source: string): string[] {
  const colours = scopeColours(compile(source, 'main.py'))!;
  return colours.names.map(({ line, name, colour }) => `${line} ${name} ${colour}`);
}

test('the four meanings in one program', () => {
  const source = `limit = 100
def outer(a=limit):
    step = a
    def inner(n):
        return min(n + step, limit)
    return inner
`;
  assert.deepEqual(coloured(source), [
    '1 limit global',
    '2 outer global',
    '2 a local',
    '2 limit global',
    '3 step cell',
    '3 a local',
    '4 inner local',
    '4 n local',
    '5 min built-in',
    '5 n local',
    '5 step free',
    '5 limit global',
    '6 inner local',
  ]);
});

test('an assignment anywhere in a function colours all uses', () => {
  assert.deepEqual(coloured('count = 0\ndef visit():\n    print(count)\n').slice(-1), ['3 count global']);
  assert.deepEqual(coloured('count = 0\ndef visit():\n    print(count)\n    count = 1\n').slice(-2), [
    '3 count local',
    '4 count local',
  ]);
  assert.deepEqual(coloured('def visit():\n    global count\n    count = 1\n').slice(-2), [
    '2 count global',
    '3 count global',
  ]);
});

test('names without a node of their own: imports, except, global, parameters, classes, comprehensions, lambda', () => {
  const source = `import os.path, sys as system
from math import pi as half_turn
class Shape(object):
    sides = 4
    def area(self, *sizes, **more): return sizes, more, sides
try: pass
except ValueError as problem: print(problem)
rows = [x * y for x in sides for y in x]
key = lambda v: v + system
`;
  assert.deepEqual(coloured(source), [
    '1 os global',
    '1 system global',
    '2 half_turn global',
    '3 Shape global',
    '3 object built-in',
    '4 sides class',
    '5 area class',
    '5 self local',
    '5 sizes local',
    '5 more local',
    '5 sizes local',
    '5 more local',
    '5 sides built-in',
    '7 ValueError built-in',
    '7 problem global',
    '7 print built-in',
    '7 problem global',
    '8 rows global',
    '8 x local',
    '8 y local',
    '8 x local',
    '8 sides built-in',
    '8 y local',
    '8 x local',
    '9 key global',
    '9 v local',
    '9 v local',
    '9 system global',
  ]);
});
