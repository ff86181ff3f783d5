// Waiting until a descriptor is ready: what select, poll, epoll and sockets have in common.
//
// Stands where CPython 3.12 has poll(2).

import { decref, type Res } from '../memory/object.ts';
import { type Gen, WaitRequest } from '../memory/suspend.ts';
import { none } from '../objects/singletons.ts';
import { system } from '../runtime/system.ts';
import { scheduling } from '../runtime/threads.ts';

/**
 * Looks until `look` answers something or the time is over (`seconds`; null: never); what it answered, undefined for the
 * end of the time, or null with an error (a signal's handler raised it). It is asked again whenever one of the
 * descriptors may have changed.
 */
export function* waitReadyG<T>(
  look: () => T | undefined,
  fds: readonly number[],
  seconds: number | null,
): Gen<T | null | undefined> {
  const scheduler = scheduling.scheduler!;
  const deadline = seconds === null ? null : scheduler.now() + seconds;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    const left = deadline === null ? null : deadline - scheduler.now();
    if (left !== null && left <= 0) return undefined;
    const { vfs } = system();
    const woken: Res = yield new WaitRequest(
      'select',
      (resume) => {
        const forget = fds.map((fd) => vfs.whenReadable(fd, () => resume(none)));
        return () => {
          for (const f of forget) f();
        };
      },
      left,
      none,
    );
    if (woken === null) return null;
    decref(woken);
  }
}
