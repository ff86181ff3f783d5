// Moves through the course of real runs: by lines, over calls, out of frames, to raises and prints, there and back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordTrace } from '../../../interpreter/watch/index.ts';
import { nodeLibrary } from '../../../tools/build-library.ts';
import { CourseMap, type Unit, type Way } from './course.ts';

async function mapOf(source: string): Promise<CourseMap> {
  const { trace } = await recordTrace({
    files: { 'main.py': source },
    main: 'main.py',
    loadLibrary: nodeLibrary,
    yieldToHost: (resume) => void setImmediate(resume),
  });
  return new CourseMap(trace);
}

/** `NAME line` of each step that moves of a kind lead to. */
function walk(map: CourseMap, from: number, unit: Unit, way: Way, places?: ReadonlySet<string>): string[] {
  const seen: string[] = [];
  for (let at = map.move(from, unit, way, places); at >= 0; at = map.move(at, unit, way, places)) {
    seen.push(`${map.instruction(at).name} ${map.line(at)}`);
  }
  return seen;
}

const CALLS = `def twice(n):
    return n + n

for n in [1, 2]:
    twice(n)
print("end")
`;

test('by lines, also those that a loop begins again', async () => {
  const map = await mapOf(CALLS);
  const lines = walk(map, 0, 'line', 1);
  assert.deepEqual(
    lines.map((each) => each.split(' ')[1]),
    // The middle of line 5, after a call, begins nothing.
    ['1', '4', '5', '1', '2', '4', '5', '1', '2', '4', '6'],
  );
  assert.deepEqual(walk(map, map.course.length - 1, 'line', -1).slice(-3), [
    'PUSH_NULL 5',
    'LOAD_CONST 4',
    'LOAD_CONST 1',
  ]);
});

test('over a call stays in the frame, out of a frame leaves it, and both go back', async () => {
  const map = await mapOf(CALLS);
  const call = map.move(0, 'call', 1) - 1;
  assert.equal(map.instruction(call).name, 'CALL');
  const over = map.move(call, 'over', 1);
  assert.equal(map.instruction(over).name, 'POP_TOP');
  assert.equal(map.move(over, 'over', -1), call);
  const inside = call + 2;
  assert.equal(map.move(inside, 'out', 1), over);
  assert.equal(map.move(inside, 'out', -1), call);
  assert.equal(map.move(call, 'out', 1), -1);
});

test('frames, raises and prints are found', async () => {
  const map = await mapOf(
    'def f(n):\n    return 1 // n\ntry:\n    f(0)\nexcept ZeroDivisionError:\n    print("zero")\nprint(f(1))\n',
  );
  assert.equal(map.calls, 3);
  assert.deepEqual(walk(map, 0, 'call', 1), ['RESUME 1', 'RESUME 1']);
  assert.deepEqual(walk(map, 0, 'exception', 1), ['BINARY_OP 2']);
  assert.deepEqual(walk(map, 0, 'output', 1), ['CALL 6', 'CALL 7']);
  assert.deepEqual(walk(map, map.course.length - 1, 'output', -1), ['CALL 7', 'CALL 6']);
  assert.equal(map.printed(0), 0);
  assert.equal(map.printed(map.course.length - 1), 7);
});

test('to a line of the reader, and to where an instruction runs next', async () => {
  const map = await mapOf(CALLS);
  assert.deepEqual(walk(map, 0, 'breakpoint', 1, new Set(['main.py:2'])), ['LOAD_FAST 2', 'LOAD_FAST 2']);
  assert.deepEqual(walk(map, 0, 'cursor', 1, new Set(['main.py:99'])), []);
  const last = map.course.length - 1;
  const site = map.course.site[map.move(0, 'call', 1)];
  assert.ok(map.reach(0, site) < map.reach(last, site));
});
