// Registers every built-in module by name.
//
// Answers to CPython 3.12: Modules/config.c.in.

import { inittab } from '../runtime/inittab.ts';
import { builtinsModule } from './builtins.ts';
import { sysModule } from './sys.ts';

/** Idempotent; the interpreter calls it before it makes its first module. */
export function initModuleTable(): void {
  inittab.set('builtins', builtinsModule);
  inittab.set('sys', sysModule);
}
