// Stack pictures of the opcode table, read as numbers: how many values an instruction takes off the top and how many
// it puts there. Values that stand in both halves of a picture at the bottom are left alone.

import { opcodeRows } from '../code/opcodes.ts';

export interface Effect {
  pops: number;
  pushes: number;
}

const ARITHMETIC: Record<string, (a: number, b: number) => number> = {
  '': (a) => a,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '&': (a, b) => a & b,
  '>>': (a, b) => a >> b,
  '==': (a, b) => Number(a === b),
};

function evaluate(expression: string, oparg: number): number {
  const match = /^oparg(?:(-|\*|&|>>|==)(\d+))?$/.exec(expression);
  if (match === null) throw new Error(`stack picture: ${expression}`);
  return ARITHMETIC[match[1] ?? '']!(oparg, Number(match[2] ?? 0));
}

/** The values of one half of a picture, from bottom to top. */
function half(picture: string, oparg: number): string[] {
  const names: string[] = [];
  for (const word of picture.split(' ')) {
    if (word === '') continue;
    const match = /^(\w+)(?:\[(.+)\]|\?\((.+)\))?$/.exec(word);
    if (match === null) throw new Error(`stack picture: ${word}`);
    const [, name, repeat, condition] = match;
    if (condition !== undefined && evaluate(condition, oparg) === 0) continue;
    const count = repeat === undefined ? 1 : evaluate(repeat, oparg);
    for (let i = 0; i < count; i++) names.push(name!);
  }
  return names;
}

/** What the table says of an instruction that goes its ordinary way. */
export function stackEffect(opcode: number, oparg: number): Effect {
  const row = opcodeRows[opcode];
  if (row === undefined) return { pops: 0, pushes: 0 };
  const [before, after] = row.stack.split('--') as [string, string];
  const left = half(before, oparg);
  const right = half(after, oparg);
  let kept = 0;
  while (kept < left.length && kept < right.length && left[kept] === right[kept]) kept++;
  return { pops: left.length - kept, pushes: right.length - kept };
}
