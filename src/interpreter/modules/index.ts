// Registers every built-in module by name, and makes the modules' types ready.
//
// Answers to CPython 3.12: Modules/config.c.in.

import { suspend } from '../memory/suspend.ts';
import { dictType } from '../objects/dictcore.ts';
import { prepReraiseStarG } from '../objects/excgroup.ts';
import { mappingProxyType } from '../objects/mappingproxy.ts';
import { memoryViewType } from '../objects/memoryobject.ts';
import { readyModuleTypes } from '../objects/moduleobject.ts';
import { rangeType } from '../objects/rangeobject.ts';
import { type List, listType, tupleType } from '../objects/seqcore.ts';
import { inittab } from '../runtime/inittab.ts';
import { vmHooks } from '../vm/vmhooks.ts';
import { abcModule, collectionFlag, MAPPING, SEQUENCE } from './_abc.ts';
import { bisectModule } from './_bisect.ts';
import { codecsModule } from './_codecs.ts';
import { collectionsModule } from './_collections.ts';
import { dequeType } from './_collections_deque.ts';
import { functoolsModule } from './_functools.ts';
import { heapqModule } from './_heapq.ts';
import { impModule } from './_imp.ts';
import { ioModule } from './_io.ts';
import { operatorModule } from './_operator.ts';
import { statModule } from './_stat.ts';
import { stringModule } from './_string.ts';
import { threadModule } from './_thread.ts';
import { initWarnings, warningsModule } from './_warnings.ts';
import { weakrefModule } from './_weakref.ts';
import { atexitModule } from './atexit.ts';
import { builtinsModule } from './builtins.ts';
import { errnoModule } from './errno.ts';
import { gcModule } from './gc.ts';
import { itertoolsModule } from './itertools.ts';
import { marshalModule } from './marshal.ts';
import { mathModule } from './math.ts';
import { posixModule } from './posix.ts';
import { sysModule } from './sys.ts';
import { timeModule } from './time.ts';

let done = false;

/** Idempotent; the interpreter calls it after initObjects, before it makes its first module. */
export function initModuleTable(): void {
  if (done) return;
  done = true;
  readyModuleTypes();
  inittab.set('_abc', abcModule);
  inittab.set('_codecs', codecsModule);
  inittab.set('_collections', collectionsModule);
  inittab.set('_functools', functoolsModule);
  inittab.set('_operator', operatorModule);
  inittab.set('_warnings', warningsModule);
  initWarnings();
  inittab.set('_weakref', weakrefModule);
  inittab.set('builtins', builtinsModule);
  inittab.set('itertools', itertoolsModule);
  inittab.set('math', mathModule);
  inittab.set('_bisect', bisectModule);
  inittab.set('_heapq', heapqModule);
  inittab.set('_stat', statModule);
  inittab.set('_string', stringModule);
  inittab.set('atexit', atexitModule);
  inittab.set('errno', errnoModule);
  inittab.set('gc', gcModule);
  inittab.set('time', timeModule);
  inittab.set('sys', sysModule);
  inittab.set('_imp', impModule);
  inittab.set('_io', ioModule);
  inittab.set('marshal', marshalModule);
  inittab.set('posix', posixModule);
  for (const t of [listType, tupleType, rangeType, memoryViewType, dequeType]) t.flags |= SEQUENCE;
  for (const t of [dictType, mappingProxyType]) t.flags |= MAPPING;
  vmHooks.isMapping = (type) => collectionFlag(type) === MAPPING;
  vmHooks.isSequence = (type) => collectionFlag(type) === SEQUENCE;
  vmHooks.intrinsic2 = (_which, a, b) => suspend(prepReraiseStarG(a, b as List), [a, b]);
  inittab.set('_thread', threadModule);
}
