// The built-in modules that are fetched when one of them is first imported.
//
// They stand in a file of their own so that a page which runs `print("hi")` need not load them. Each is also named in
// EXTENSIONS of index.ts.
//
// Answers to CPython 3.12: Modules/Setup (what is built as extension modules).

import { installAsyncGenerators } from '../objects/asyncgen.ts';
import { inittab } from '../runtime/inittab.ts';
import { SEQUENCE } from './_abc.ts';
import { astModule } from './_ast.ts';
import { bisectModule } from './_bisect.ts';
import { codecsModule } from './_codecs.ts';
import { installCodecs } from './_codecs_registry.ts';
import { collectionsModule } from './_collections.ts';
import { dequeType } from './_collections_deque.ts';
import { csvModule } from './_csv.ts';
import { functoolsModule } from './_functools.ts';
import { heapqModule } from './_heapq.ts';
import { jsonModule } from './_json.ts';
import { md5Module, sha1Module } from './_md5_sha1.ts';
import { opcodeModule } from './_opcode.ts';
import { operatorModule } from './_operator.ts';
import { randomModule } from './_random.ts';
import { sha2Module } from './_sha2.ts';
import { sreModule } from './_sre.ts';
import { statModule } from './_stat.ts';
import { stringModule } from './_string.ts';
import { structModule } from './_struct.ts';
import { tokenizeModule } from './_tokenize.ts';
import { tracemallocModule } from './_tracemalloc.ts';
import { typingModule } from './_typing.ts';
import { atexitModule } from './atexit.ts';
import { binasciiModule } from './binascii.ts';
import { errnoModule } from './errno.ts';
import { gcModule } from './gc.ts';
import { itertoolsModule } from './itertools.ts';
import { mathModule } from './math.ts';
import { posixModule } from './posix.ts';
import { timeModule } from './time.ts';

/** Enters their makers into the table. */
export function registerExtensions(): void {
  installAsyncGenerators();
  inittab.set('_codecs', codecsModule);
  inittab.set('_collections', collectionsModule);
  inittab.set('_functools', functoolsModule);
  inittab.set('_opcode', opcodeModule);
  inittab.set('_operator', operatorModule);
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
  inittab.set('_random', randomModule);
  inittab.set('_sha2', sha2Module);
  inittab.set('_md5', md5Module);
  inittab.set('_sha1', sha1Module);
  inittab.set('_sre', sreModule);
  inittab.set('_struct', structModule);
  inittab.set('_tracemalloc', tracemallocModule);
  inittab.set('_typing', typingModule);
  inittab.set('_tokenize', tokenizeModule);
  inittab.set('_ast', astModule);
  inittab.set('_csv', csvModule);
  inittab.set('_json', jsonModule);
  inittab.set('binascii', binasciiModule);
  inittab.set('posix', posixModule);
  dequeType.flags |= SEQUENCE;
  installCodecs();
}
