// The built-in modules that are files of their own: each is fetched when it is first imported, and only then.
//
// Few programs need them, and some are large.
//
// Answers to CPython 3.12: Modules/Setup (what is built as extension modules).

import { inittab, setLazyModules } from '../runtime/inittab.ts';

/** Names each with what makes it. */
const CHUNKS = {
  _blake2: async () => (await import('./_blake2.ts')).blake2Module,
  _lsprof: async () => (await import('./_lsprof.ts')).lsprofModule,
  _datetime: async () => (await import('./_datetime.ts')).datetimeModule,
  _decimal: async () => (await import('./_decimal.ts')).decimalModule,
  _sha3: async () => (await import('./_sha3.ts')).sha3Module,
  _symtable: async () => (await import('./_symtable.ts')).symtableModule,
  _statistics: async () => (await import('./_statistics.ts')).statisticsModule,
  array: async () => (await import('./array.ts')).arrayModule,
  cmath: async () => (await import('./cmath.ts')).cmathModule,
  zlib: async () => (await import('./zlib.ts')).zlibModule,
};

/** What speaks with the system beyond files: fetched together, since whoever imports one soon imports the next. */
const SYSTEM = [
  '_contextvars',
  '_locale',
  '_posixsubprocess',
  '_queue',
  '_signal',
  '_socket',
  'faulthandler',
  'fcntl',
  'grp',
  'pwd',
  'resource',
  'select',
  'termios',
];

/** Enters them into the table as modules that are not here yet. */
export function declareChunks(): void {
  setLazyModules(SYSTEM, async () => (await import('./extensions_system.ts')).registerSystemExtensions());
  for (const [name, load] of Object.entries(CHUNKS)) {
    setLazyModules([name], async () => {
      inittab.set(name, await load());
    });
  }
}
