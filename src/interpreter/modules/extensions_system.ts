// The built-in modules about signals, contexts, sockets and waiting for several things at once.
//
// Each is also named in SYSTEM of chunks.ts.
//
// Answers to CPython 3.12: Modules/Setup (what is built as extension modules).

import { inittab } from '../runtime/inittab.ts';
import { contextvarsModule } from './_contextvars.ts';
import { signalModule } from './_signal.ts';
import { socketModule } from './_socket.ts';
import { selectModule } from './select.ts';

/** Enters their makers into the table. */
export function registerSystemExtensions(): void {
  inittab.set('_contextvars', contextvarsModule);
  inittab.set('_signal', signalModule);
  inittab.set('_socket', socketModule);
  inittab.set('select', selectModule);
}
