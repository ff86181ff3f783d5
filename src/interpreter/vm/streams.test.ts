// The plain and the watched stream of instructions mean the same: every corpus program, run both ways.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programs, topics } from '../../tools/oracle/corpus.ts';
import { runPython } from '../node.ts';
import { watchHook } from './watchhook.ts';

const withoutAddresses = (s: string): string => s.replace(/0x[0-9a-f]+/g, '0x');

for (const topic of topics()) {
  test(`watched and unwatched: ${topic}`, async () => {
    for (const program of programs(topic)) {
      const { files, main, argv, stdin } = program;
      const plain = await runPython({ files, main, argv, stdin });
      let instructions = 0;
      watchHook.active = true;
      watchHook.onInstruction = () => {
        instructions++;
        return false;
      };
      const watched = await runPython({ files, main, argv, stdin });
      watchHook.active = false;
      watchHook.onInstruction = () => false;
      assert.equal(withoutAddresses(watched.stdout), withoutAddresses(plain.stdout), program.id);
      assert.equal(withoutAddresses(watched.stderr), withoutAddresses(plain.stderr), program.id);
      assert.equal(watched.exitCode, plain.exitCode, program.id);
      // A program that cannot be compiled runs nothing of its own.
      if (plain.exitCode === 0) assert.ok(instructions > 0, program.id);
    }
  });
}
