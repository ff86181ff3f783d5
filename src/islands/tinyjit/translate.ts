// Bytecode to JavaScript, for the lesson on just-in-time compilers: as small as such a translator can be and still be
// honest. Each slot of the value stack becomes a JavaScript variable, each jump target a case of a switch.
//
// It knows ints between -2**53 and 2**53, the range in which a JavaScript number is exact, and *guards* every result:
// one that leaves the range, and a division by zero, end the compiled code with a Deoptimised, as a real compiler hands
// such a case back to the interpreter. Deliberately absent: everything else (calls, floats, attributes, exceptions,
// loops over iterators); a function that uses it is refused, with the instruction that was too much.

import type { CodeView, InstructionView } from '../../session/compiled.ts';

/** What one instruction became. */
export interface Row {
  instruction: InstructionView;
  js: string[];
}

export interface Translation {
  rows: Row[];
  /** The whole function, ready for `compiled`. */
  js: string;
  parameters: string[];
}

export interface Refusal {
  instruction: InstructionView | null;
  why: string;
}

/** The compiled code met a case it was not made for. */
export class Deoptimised extends Error {}
/** The compiled code jumped back more often than it may. */
export class OutOfFuel extends Error {}

const LIMIT = 2 ** 53;
const variable = (index: number, names: string[]) => `v${index}_${names[index].replaceAll(/\W/g, '')}`;
const slot = (depth: number) => `s${depth}`;

const targetOf = (instruction: InstructionView) => Number(/^to (\d+)$/.exec(instruction.argText)?.[1]);

const COMPARISONS: { [sign: string]: string } = {
  '<': '<',
  '<=': '<=',
  '==': '===',
  '!=': '!==',
  '>': '>',
  '>=': '>=',
};

/** One instruction at a known depth: its JavaScript and the depth after it, or why it cannot be translated. */
function step(
  instruction: InstructionView,
  depth: number,
  locals: string[],
): { js: string[]; depth: number } | string {
  const { name, arg, argText } = instruction;
  const top = slot(depth - 1);
  const below = slot(depth - 2);
  const guard = (what: string) => `if (!(${what})) throw deoptimised(${instruction.offset});`;
  switch (name) {
    case 'RESUME':
    case 'NOP':
      return { js: [], depth };
    case 'POP_TOP':
      return { js: [], depth: depth - 1 };
    case 'LOAD_FAST':
      return { js: [`${slot(depth)} = ${variable(arg!, locals)};`], depth: depth + 1 };
    case 'LOAD_FAST_CHECK': {
      const from = variable(arg!, locals);
      return { js: [guard(`${from} !== undefined`), `${slot(depth)} = ${from};`], depth: depth + 1 };
    }
    case 'STORE_FAST':
      return { js: [`${variable(arg!, locals)} = ${top};`], depth: depth - 1 };
    case 'LOAD_CONST':
      if (!/^-?\d+$/.test(argText) || Math.abs(Number(argText)) > LIMIT) {
        return `the constant ${argText} is not an int of at most 53 bits`;
      }
      return { js: [`${slot(depth)} = ${argText};`], depth: depth + 1 };
    case 'COPY':
      return { js: [`${slot(depth)} = ${slot(depth - arg!)};`], depth: depth + 1 };
    case 'SWAP': {
      const other = slot(depth - arg!);
      return { js: [`[${top}, ${other}] = [${other}, ${top}];`], depth };
    }
    case 'UNARY_NEGATIVE':
      return { js: [`${top} = -${top};`], depth };
    case 'BINARY_OP': {
      const sign = argText.replace('=', '');
      if (sign === '+' || sign === '-' || sign === '*') {
        const js = [`${below} = ${below} ${sign} ${top};`, guard(`Math.abs(${below}) <= LIMIT`)];
        return { js, depth: depth - 1 };
      }
      // Python's remainder has the sign of the right operand, JavaScript's that of the left.
      const remainder = `${below} % ${top}`;
      const sameSign = `if (r !== 0 && r < 0 !== ${top} < 0) r += ${top};`;
      const divide = [guard(`${top} !== 0`), `r = ${remainder};`, sameSign];
      if (sign === '%') return { js: [...divide, `${below} = r;`], depth: depth - 1 };
      if (sign === '//') {
        return { js: [...divide, `${below} = (${below} - r) / ${top};`], depth: depth - 1 };
      }
      return `the operator ${argText} may give something other than an int`;
    }
    case 'COMPARE_OP': {
      const sign = COMPARISONS[argText];
      if (sign === undefined) return `the comparison ${argText} is unknown to it`;
      return { js: [`${below} = ${below} ${sign} ${top};`], depth: depth - 1 };
    }
    case 'POP_JUMP_IF_FALSE':
      return { js: [`if (!${top}) { at = ${targetOf(instruction)}; continue; }`], depth: depth - 1 };
    case 'POP_JUMP_IF_TRUE':
      return { js: [`if (${top}) { at = ${targetOf(instruction)}; continue; }`], depth: depth - 1 };
    case 'JUMP_FORWARD':
      return { js: [`at = ${targetOf(instruction)}; continue;`], depth };
    case 'JUMP_BACKWARD':
      return {
        js: ['if (--fuel < 0) throw outOfFuel();', `at = ${targetOf(instruction)}; continue;`],
        depth,
      };
    case 'RETURN_VALUE':
      return { js: [`return ${top};`], depth: depth - 1 };
    case 'RETURN_CONST':
      if (!/^-?\d+$/.test(argText)) return `it returns ${argText}, which is not an int`;
      return { js: [`return ${argText};`], depth };
    default:
      return `${name} is beyond it`;
  }
}

/** A function's code object, of which the first local variables are its parameters, to JavaScript; or why not. */
export function translate(code: CodeView, parameterCount: number): Translation | Refusal {
  if (code.exceptionTable.length > 0) return { instruction: null, why: 'it has a try or a with in it' };
  if (code.cells.length + code.frees.length > 0)
    return { instruction: null, why: 'it shares variables with another function' };
  const depths = new Map<number, number>([[0, 0]]);
  const rows: Row[] = [];
  let most = 0;
  let depth = 0;
  for (const instruction of code.instructions) {
    depth = depths.get(instruction.offset) ?? depth;
    const done = step(instruction, depth, code.locals);
    if (typeof done === 'string') return { instruction, why: done };
    rows.push({ instruction, js: done.js });
    const target = targetOf(instruction);
    if (!Number.isNaN(target)) depths.set(target, done.depth);
    depth = done.depth;
    most = Math.max(most, depth);
  }
  const targets = new Set(
    rows.map(({ instruction }) => targetOf(instruction)).filter((at) => !Number.isNaN(at)),
  );
  const parameters = code.locals.slice(0, parameterCount);
  const others = code.locals
    .slice(parameters.length)
    .map((_, index) => variable(parameters.length + index, code.locals));
  const declared = [...others, ...Array.from({ length: most }, (_, index) => slot(index))];
  const lines = [
    `return function ${code.name.replaceAll(/\W/g, '')}(${parameters.map((_, index) => variable(index, code.locals)).join(', ')}) {`,
    ...(declared.length > 0 ? [`  let ${declared.join(', ')};`] : []),
    '  let at = 0, r;',
    '  for (;;) switch (at) {',
    '    case 0:',
    ...rows.flatMap(({ instruction, js }) => [
      ...(targets.has(instruction.offset) && instruction.offset > 0
        ? [`    case ${instruction.offset}:`]
        : []),
      ...js.map((line) => `      ${line}`),
    ]),
    '  }',
    '};',
  ];
  return { rows, js: lines.join('\n'), parameters };
}

/** The function that a translation describes. It throws Deoptimised and OutOfFuel. */
export function compiled(translation: Translation, fuel: number): (...args: number[]) => number {
  const deoptimised = (offset: number) =>
    new Deoptimised(`the guard of the instruction at offset ${offset} failed`);
  const outOfFuel = () => new OutOfFuel(`more than ${fuel} jumps back`);
  return new Function('fuel', 'LIMIT', 'deoptimised', 'outOfFuel', translation.js)(
    fuel,
    LIMIT,
    deoptimised,
    outOfFuel,
  );
}

export const isRefusal = (result: Translation | Refusal): result is Refusal => 'why' in result;
