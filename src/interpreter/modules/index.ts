// Registers every built-in module by name, and makes the modules' types ready.
//
// Answers to CPython 3.12: Modules/config.c.in.

import { suspend } from '../memory/suspend.ts';
import { prepReraiseStarG } from '../objects/excgroup.ts';
import { readyModuleTypes } from '../objects/moduleobject.ts';
import type { List } from '../objects/seqcore.ts';
import { inittab } from '../runtime/inittab.ts';
import { vmHooks } from '../vm/vmhooks.ts';
import { collectionsModule } from './_collections.ts';
import { functoolsModule } from './_functools.ts';
import { threadModule } from './_thread.ts';
import { builtinsModule } from './builtins.ts';
import { itertoolsModule } from './itertools.ts';
import { sysModule } from './sys.ts';

let done = false;

/** Idempotent; the interpreter calls it after initObjects, before it makes its first module. */
export function initModuleTable(): void {
  if (done) return;
  done = true;
  readyModuleTypes();
  inittab.set('_collections', collectionsModule);
  inittab.set('_functools', functoolsModule);
  inittab.set('builtins', builtinsModule);
  inittab.set('itertools', itertoolsModule);
  inittab.set('sys', sysModule);
  vmHooks.intrinsic2 = (_which, a, b) => suspend(prepReraiseStarG(a, b as List), [a, b]);
  inittab.set('_thread', threadModule);
}
