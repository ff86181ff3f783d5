// What is to be said of one instruction: its meaning, its place, what it does to the stack. It brings the opcode table with
// it, so it is fetched when an instruction is first looked at.
import specialised from '../../../../content/opcodes/specialised.json';
import { opcodeRows } from '../../../interpreter/code/opcodes.ts';
import type { CodeView, InstructionView } from '../../../session/compiled.ts';
import { instructionAddress } from '../../addresses.ts';
import { StackPicture } from '../../StackPicture.tsx';

interface AboutProps {
  instruction: InstructionView;
  code: CodeView;
  /** The form a run has given it, if one is known. */
  form: string | null;
}

export function About({ instruction, code, form }: AboutProps) {
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
        {form !== null && form in specialised && (
          <>
            In the run it became <span class="special">{form}</span>:{' '}
            {specialised[form as keyof typeof specialised]}{' '}
          </>
        )}
        <a href={instructionAddress(row.name)}>More on {row.name}</a>
      </p>
      <StackPicture picture={row.stack} />
    </>
  );
}
