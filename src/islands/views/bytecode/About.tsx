// What is to be said of one instruction: its meaning, its place, what it does to the stack. It brings the opcode table with
// it, so it is fetched when an instruction is first looked at.
import { opcodeRows } from '../../../interpreter/code/opcodes.ts';
import type { CodeView, InstructionView } from '../../../session/compiled.ts';
import { instructionAddress } from '../../addresses.ts';
import { StackPicture } from '../../StackPicture.tsx';

export function About({ instruction, code }: { instruction: InstructionView; code: CodeView }) {
  const row = opcodeRows[instruction.opcode];
  const handler = code.exceptionTable.find(
    ({ start, end }) => start <= instruction.offset && instruction.offset < end,
  );
  if (!row) return null;
  const { place, target } = instruction;
  return (
    <>
      <p>
        <span class="kind" data-kind="instruction">
          {instruction.name}
        </span>{' '}
        {row.doc}
        {target !== null && ` Here: to ${target}.`}
        {handler && ` If it raises, ${handler.target} handles it.`}
        {place && (
          <span class="soft">
            {' '}
            Made from line {place.line}
            {place.endLine === place.line ? '' : ` to ${place.endLine}`}, columns {place.col} to{' '}
            {place.endCol}.
          </span>
        )}{' '}
        <a href={instructionAddress(row.name)}>More on {row.name}</a>
      </p>
      <StackPicture picture={row.stack} />
    </>
  );
}
