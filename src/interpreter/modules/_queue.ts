// _queue: a first-in, first-out queue for threads that cannot be interrupted half-way.
//
// Answers to CPython 3.12: Modules/_queuemodule.c.

import { decref, type Obj, type PyType, type Res, TPFLAGS } from '../memory/object.ts';
import { type Gen, WaitRequest } from '../memory/suspend.ts';
import { asDoubleG } from '../objects/abstract_number.ts';
import { classGetItem, method } from '../objects/descrobject.ts';
import { PyExc, raise, raiseBare } from '../objects/errors.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import {
  defineModule,
  type Module,
  moduleAdd,
  moduleGet,
  moduleOwnType,
  readyLater,
} from '../objects/moduleobject.ts';
import { genericGetAttr, truthG } from '../objects/object.ts';
import { None, none } from '../objects/singletons.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { scheduling } from '../runtime/threads.ts';
import { newExceptionClass } from './newexception.ts';

interface QueueV {
  items: Obj[];
  /** Wake one thread each that waits in get(). */
  waiters: (() => void)[];
}
const queueType = moduleOwnType('_queue.SimpleQueue', TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC);
queueType.doc = 'Simple, unbounded, reentrant FIFO queue.';
const Q = (o: Obj): QueueV => (o as Obj<QueueV>).v;

/** The module of the running program, for Empty. */
let running: Module | null = null;
const empty = (): null => raiseBare((moduleGet(running!, 'Empty') as Obj<PyType>).v);

function put(self: Obj, item: Obj): Res {
  item.rc++;
  Q(self).items.push(item);
  Q(self).waiters.shift()?.();
  return none();
}

/** Takes the first item, or waits for one; `deadline` on the scheduler's clock, null: for ever. */
function* takeG(q: QueueV, deadline: number | null): Gen {
  for (;;) {
    const item = q.items.shift();
    if (item !== undefined) return item;
    const left = deadline === null ? null : deadline - scheduling.scheduler!.now();
    if (left !== null && left <= 0) return empty();
    const woken: Res = yield new WaitRequest(
      'lock',
      (resume) => {
        const wake = (): void => resume(none);
        q.waiters.push(wake);
        return () => {
          q.waiters = q.waiters.filter((w) => w !== wake);
        };
      },
      left,
      none,
    );
    if (woken === null) return null;
    decref(woken);
  }
}

function* get(self: Obj, blockArg: Obj | undefined, timeoutArg: Obj | undefined): Gen {
  const block = blockArg === undefined ? 1 : yield* truthG(blockArg);
  if (block < 0) return null;
  const q = Q(self);
  if (!block) return q.items.shift() ?? empty();
  if (timeoutArg === undefined || timeoutArg === None) return yield* takeG(q, null);
  const seconds = yield* asDoubleG(timeoutArg);
  if (seconds === null) return null;
  if (seconds < 0) return raise(PyExc.ValueError, "'timeout' must be a non-negative number");
  return yield* takeG(q, scheduling.scheduler!.now() + seconds);
}

queueType.tp_new = (cls) => allocInstance<QueueV>(cls.v, { items: [], waiters: [] });
queueType.tp_getattro = genericGetAttr;
queueType.hasWeakrefs = true;
queueType.tp_traverse = (o, visit) => {
  for (const item of Q(o).items) visit(item);
};
queueType.tp_clear = queueType.tp_dealloc = (o) => {
  const held = Q(o).items.splice(0);
  for (const item of held) decref(item);
};
method(
  queueType,
  'put',
  '($self, /, item, block=True, timeout=None)',
  put,
  "Put the item on the queue.\n\nThe optional 'block' and 'timeout' arguments are ignored, as this method\nnever blocks.  They are provided for compatibility with the Queue class.",
);
method(
  queueType,
  'put_nowait',
  '($self, /, item)',
  put,
  'Put an item into the queue without blocking.\n\nThis is exactly equivalent to `put(item)` and is only provided\nfor compatibility with the Queue class.',
);
method(
  queueType,
  'get',
  '($self, /, block=True, timeout=None)',
  get,
  "Remove and return an item from the queue.\n\nIf optional args 'block' is true and 'timeout' is None (the default),\nblock if necessary until an item is available. If 'timeout' is\na non-negative number, it blocks at most 'timeout' seconds and raises\nthe Empty exception if no item was available within that time.\nOtherwise ('block' is false), return an item if one is immediately\navailable, else raise the Empty exception ('timeout' is ignored\nin that case).",
);
method(
  queueType,
  'get_nowait',
  '($self, /)',
  (self: Obj) => Q(self).items.shift() ?? empty(),
  'Remove and return an item from the queue without blocking.\n\nOnly get an item if one is immediately available. Otherwise\nraise the Empty exception.',
);
method(
  queueType,
  'empty',
  '($self, /)',
  (self: Obj) => newBool(Q(self).items.length === 0),
  'Return True if the queue is empty, False otherwise (not reliable!).',
);
method(
  queueType,
  'qsize',
  '($self, /)',
  (self: Obj) => newInt(Q(self).items.length),
  'Return the approximate size of the queue (not reliable!).',
);
classGetItem(queueType);
readyLater(queueType);

export const queueModule = defineModule(
  '_queue',
  'C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly.',
  {
    types: { SimpleQueue: queueType },
    init: (m) => {
      running = m;
      moduleAdd(m, 'Empty', newExceptionClass('_queue.Empty', PyExc.Exception));
    },
  },
);
