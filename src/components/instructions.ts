// The instructions as their pages tell them: the opcode table, the words of content/opcodes, an example of each.
import { type CollectionEntry, getCollection } from 'astro:content';
import specialised from '../../content/opcodes/specialised.json';
import {
  type ArgKind,
  type OpcodeRow,
  opcodeRows,
  PSEUDO_ROWS,
  type PseudoName,
  type SpecializedName,
} from '../interpreter/code/opcodes.ts';
import { type Example, type Fence, gatherExamples } from '../markdown/example.ts';
import { toHtml } from '../markdown/exercise.ts';
import { inSite } from './lessons.ts';

export interface Instruction {
  row: OpcodeRow;
  group: string;
  /** What it does, as HTML. */
  words: string;
  example: Example | null;
  source: string;
  forms: { name: SpecializedName; words: string }[];
}

/** In the order in which the index shows them. */
export const GROUPS = [
  'Names and constants',
  'Stack',
  'Operators',
  'Containers',
  'Functions and calls',
  'Jumps and loops',
  'Exceptions and with',
  'Generators and async',
  'Patterns',
  'Modules, classes, annotations',
  'Machine',
];

export const ARGUMENTS: Record<ArgKind, string> = {
  none: 'none; the byte is 0',
  const: 'number of a constant in co_consts',
  name: 'number of a name in co_names',
  name1: 'number of a name in co_names, times 2; the low bit says that a call follows',
  name2: 'number of a name in co_names, times 4; the two low bits are flags',
  local: 'number of a local variable in co_varnames',
  free: 'number of a slot: local variables, then cells, then free variables',
  jump: 'how many two-byte units to jump ahead, counted from the next instruction',
  jump_back: 'how many two-byte units to jump back, counted from the next instruction',
  compare: 'the comparison, times 16, and four bits that say which outcomes are true',
  binary_op: 'number of the operator; from 13 on they are the in-place ones',
  intrinsic_1: 'which helper',
  intrinsic_2: 'which helper',
  count: 'how many',
  depth: 'how deep in the stack; 1 is the top',
  flags: 'bits, each with a meaning',
  number: 'a number, explained above',
};

const FENCE = /^```(\w+)([^\n]*)\n([\s\S]*?)\n```$/gm;

export function instructionOf(entry: CollectionEntry<'opcodes'>): Instruction {
  const row = opcodeRows.find((each) => each?.name === entry.id);
  if (!row) throw new Error(`content/opcodes/${entry.id}.md: there is no such instruction`);
  const body = entry.body ?? '';
  const fences: Fence[] = [...body.matchAll(FENCE)].map(([, lang, meta, value]) => ({
    lang,
    meta,
    value,
    line: 1,
  }));
  const [first] = gatherExamples(`content/opcodes/${entry.id}.md`, fences);
  return {
    row,
    group: entry.data.group,
    words: toHtml(body.replace(FENCE, '').trim()),
    example: first ? { ...first.example, view: 'bytecode' } : null,
    source: `https://github.com/python/cpython/blob/v3.12.6/Python/bytecodes.c#L${entry.data.line}`,
    forms: row.family.map((name) => ({ name, words: specialised[name] })),
  };
}

export async function allInstructions(): Promise<Instruction[]> {
  const entries = await getCollection('opcodes');
  const found = entries.map(instructionOf).sort((a, b) => a.row.name.localeCompare(b.row.name));
  for (const row of opcodeRows) {
    if (row && !found.some((each) => each.row === row)) {
      throw new Error(`content/opcodes/${row.name}.md is missing`);
    }
  }
  const strange = found.find(({ group }) => !GROUPS.includes(group));
  if (strange) throw new Error(`content/opcodes/${strange.row.name}.md: no group "${strange.group}"`);
  return found;
}

export const pseudoInstructions = Object.entries(PSEUDO_ROWS).map(([name, { becomes, doc }]) => ({
  name: name as PseudoName,
  becomes,
  doc,
}));

export const addressOfInstruction = (name: string) => inSite(`/instructions/${name}/`);
