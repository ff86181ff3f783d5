// The built-in modules about signals, contexts, sockets, users and waiting for several things at once.
//
// Each is also named in SYSTEM of chunks.ts.
//
// Answers to CPython 3.12: Modules/Setup (what is built as extension modules).

import { inittab } from '../runtime/inittab.ts';
import { contextvarsModule } from './_contextvars.ts';
import { localeModule } from './_locale.ts';
import { posixsubprocessModule } from './_posixsubprocess.ts';
import { queueModule } from './_queue.ts';
import { signalModule } from './_signal.ts';
import { socketModule } from './_socket.ts';
import { faulthandlerModule } from './faulthandler.ts';
import { fcntlModule, resourceModule, termiosModule } from './fcntl.ts';
import { grpModule, pwdModule } from './pwd_grp.ts';
import { selectModule } from './select.ts';

/** Enters their makers into the table. */
export function registerSystemExtensions(): void {
  inittab.set('_contextvars', contextvarsModule);
  inittab.set('_locale', localeModule);
  inittab.set('_posixsubprocess', posixsubprocessModule);
  inittab.set('_queue', queueModule);
  inittab.set('_signal', signalModule);
  inittab.set('_socket', socketModule);
  inittab.set('faulthandler', faulthandlerModule);
  inittab.set('fcntl', fcntlModule);
  inittab.set('grp', grpModule);
  inittab.set('pwd', pwdModule);
  inittab.set('resource', resourceModule);
  inittab.set('select', selectModule);
  inittab.set('termios', termiosModule);
}
