// The _opcode module: what an instruction does to the depth of the value stack, from the one opcode table.
//
// Answers to CPython 3.12: Modules/_opcode.c.
// Absent: statistics of specialisation (CPython's release builds answer None, too).

import { hasArg, PY_INVALID_STACK_EFFECT, stack_effect } from '../code/opcodes.ts';
import type { Obj, Res } from '../memory/object.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { False, isInt, newInt, True } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { None, none } from '../objects/singletons.ts';

function stackEffect(_m: Obj, opcode: Obj, opargArg: Obj | undefined, jumpArg: Obj | undefined): Res {
  const oparg = opargArg ?? None;
  const jump = jumpArg ?? None;
  if (!isInt(opcode)) return typeError(`'${opcode.type.name}' object cannot be interpreted as an integer`);
  const op = Number(opcode.v);
  let arg = 0;
  if (hasArg(op)) {
    if (oparg === None) {
      return raise(PyExc.ValueError, 'stack_effect: opcode requires oparg but oparg was not specified');
    }
    if (!isInt(oparg)) return typeError(`'${oparg.type.name}' object cannot be interpreted as an integer`);
    arg = Number(oparg.v);
  } else if (oparg !== None) {
    return raise(PyExc.ValueError, 'stack_effect: opcode does not permit oparg but oparg was specified');
  }
  if (jump !== None && jump !== True && jump !== False) {
    return raise(PyExc.ValueError, 'stack_effect: jump must be False, True or None');
  }
  const effect = stack_effect(op, arg, jump === None ? -1 : jump === True ? 1 : 0);
  if (effect === PY_INVALID_STACK_EFFECT) return raise(PyExc.ValueError, 'invalid opcode or oparg');
  return newInt(effect);
}

export const opcodeModule = defineModule('_opcode', 'Opcode support module.', {
  functions: [
    [
      'stack_effect',
      '(opcode, oparg=None, /, *, jump=None)',
      stackEffect,
      'Compute the stack effect of the opcode.',
    ],
    ['get_specialization_stats', '()', () => none(), 'Return the specialization stats'],
  ],
});
