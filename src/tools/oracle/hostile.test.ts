/**
 * Sources that were made to break a compiler: deep nesting, long chains, long lines, what is no text. CPython judges, as it does
 * for the fuzzer; where its WebAssembly build crashes (a browser's stack is small), the outcome stated is what its C source
 * comes to with a stack of eight megabytes: MAXSTACK of Parser/parser.c (6000 rules in each other), C_RECURSION_LIMIT of
 * Include/cpython/pystate.h (10000 nodes, in the symbol table and in the optimiser of trees).
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { compileSource } from '../../interpreter/codegen/index.ts';
import { difference } from './fuzz/verdicts.ts';
import { type Case, openJudge } from './judge.ts';

const MANY = 10_000;
const PARSER = 'MemoryError: Parser stack overflowed - Python source too complex to parse';
const DEPTH = 'RecursionError: maximum recursion depth exceeded during compilation';

const around = (open: string, n: number, inside: string, close: string): string =>
  open.repeat(n) + inside + close.repeat(n);

/** Blocks in each other, one space more for each. */
const blocks = (n: number, head: string): string =>
  `${Array.from({ length: n }, (_, i) => `${' '.repeat(i)}${head}\n`).join('')}${' '.repeat(n)}pass\n`;

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `a${i}`);

type Row = [what: string, source: string, stated?: string];

const ROWS: Row[] = [
  ['brackets', around('(', MANY, '', ')')],
  ['square brackets', around('[', MANY, '', ']')],
  ['curly brackets', around('{', MANY, '', '}')],
  ['open brackets', '('.repeat(MANY)],
  ['as many brackets as there may be', around('(', 200, '1', ')')],
  ['one more', around('(', 201, '1', ')')],
  ['50 open brackets', '('.repeat(50)],
  ['dicts in dicts', around('{1:', 199, '1', '}')],
  ['minus signs', `${'-'.repeat(MANY)}x`],
  ['fewer minus signs', `${'-'.repeat(2900)}x`],
  ['nots', `${'not '.repeat(MANY)}x`, PARSER],
  ['lambdas', `${'lambda:'.repeat(MANY)}1`],
  ['fewer lambdas', `${'lambda:'.repeat(500)}1`],
  ['conditions', `${'1 if 1 else '.repeat(MANY)}1`, PARSER],
  ['fewer conditions', `${'x if y else '.repeat(2900)}1`],
  ['powers', `${'2**'.repeat(MANY)}1`],
  ['fewer powers', `${'x**'.repeat(900)}1`],
  ['attributes', `a${'.a'.repeat(MANY)}`, DEPTH],
  ['fewer attributes', `a${'.a'.repeat(3000)}`],
  ['calls', `a${'()'.repeat(MANY)}`, DEPTH],
  ['fewer calls', `a${'()'.repeat(3000)}`],
  ['items', `a${'[0]'.repeat(MANY)}`, DEPTH],
  ['sums', `x${'+x'.repeat(MANY)}`, DEPTH],
  ['sums of constants', `1${'+1'.repeat(MANY)}`, DEPTH],
  ['fewer sums', `x${'+x'.repeat(3000)}`],
  ['ors', `x${' or x'.repeat(MANY)}`],
  ['comparisons', `x${' < x'.repeat(MANY)}`],
  ['strings', `"a"${' "b"'.repeat(MANY)}`],
  ['elements', 'x,'.repeat(MANY)],
  ['arguments', `f(${names(MANY).join(',')})`],
  ['parameters', `def f(${names(MANY).join(',')}): pass`],
  ['targets', `${'x = '.repeat(MANY)}1`],
  ['decorators', `${'@x\n'.repeat(MANY)}def f(): pass\n`],
  ['elifs', `if x: pass\n${'elif x: pass\n'.repeat(3000)}`],
  ['excepts', `try: pass\n${'except x: pass\n'.repeat(3000)}`],
  ['cases', `match x:\n${' case 1: pass\n'.repeat(3000)}`],
  ['blocks in blocks', blocks(MANY, 'if x:')],
  ['as many blocks as there may be', blocks(99, 'if x:')],
  ['functions in functions', blocks(99, 'def f():')],
  ['20 loops in each other', blocks(20, 'for x in y:')],
  ['21 loops in each other', blocks(21, 'for x in y:')],
  ['100 whiles in each other', blocks(99, 'while x:')],
  ['f-strings in f-strings', around('f"{', 149, '1', '}"')],
  ['more f-strings in f-strings', around('f"{', 150, '1', '}"')],
  ['comprehensions in comprehensions', around('[', 20, 'x', ' for x in y]')],
  ['an f-string of many parts', `f"${'{x}'.repeat(MANY)}"`],
  ['a line of a million characters', `x = "${'a'.repeat(1_000_000)}"`],
  ['a name of a million characters', 'a'.repeat(1_000_000)],
  ['a number of a million hexadecimal digits', `0x${'1'.repeat(1_000_000)}`],
  ['a number of 4300 digits', '1'.repeat(4300)],
  ['a number of a million digits', '1'.repeat(1_000_000)],
  ['a million blanks', `${' '.repeat(1_000_000)}x`],
  ['five million line ends', '\n'.repeat(5_000_000)],
  ['a file of five megabytes', 'x = 1\n'.repeat(5_000_000 / 6)],
  ['a file of five megabytes that is wrong at its end', `${'x = 1\n'.repeat(5_000_000 / 6)}x = (`],
  ['many functions of one name', 'def f(): pass\n'.repeat(20_000)],
  ['many constants', Array.from({ length: 70_000 }, (_, i) => `x = ${i}\n`).join('')],
  ['far jumps', `while x:\n${' y = z\n'.repeat(70_000)}`],
  ['line ends that go on', `${'\\\n'.repeat(MANY)}x`],
  ['an unfinished string', "x = 'abc"],
  ['an unfinished string of three quotes', "x = '''abc\ndef\n"],
  ['an unfinished f-string', "x = f'abc {y"],
  ['another unfinished f-string', "x = f'abc {y}"],
  ['tabs that may mean anything', 'if x:\n        y\n\tz\n'],
  ['a control character', 'x = \u0001'],
];

const judge = await openJudge();

for (const [what, source, stated] of ROWS) {
  test(what, () => {
    if (stated !== undefined) {
      const { error } = compileSource(source, 'f', 'exec');
      assert.equal(`${error?.type}: ${error?.msg}`, stated);
      return;
    }
    const one: Case = [source, 'exec', 0, 0];
    assert.equal(difference(one, judge.outcomes([one])[0], judge), null);
  });
}
