// _tracemalloc: answers that no memory is traced.
//
// Objects here are JavaScript objects, whose sizes nobody can ask; so tracing cannot be started, and says so.
//
// Answers to CPython 3.12: Modules/_tracemalloc.c.

import { PyExc, raise } from '../objects/errors.ts';
import { newBool, newInt } from '../objects/longcore.ts';
import { defineModule } from '../objects/moduleobject.ts';
import { newList, newTuple } from '../objects/seqcore.ts';
import { none } from '../objects/singletons.ts';

export const tracemallocModule = defineModule(
  '_tracemalloc',
  'Debug module to trace memory blocks allocated by Python.',
  {
    functions: [
      [
        'is_tracing',
        '($module, /)',
        () => newBool(false),
        'Return True if the tracemalloc module is tracing Python memory allocations.',
      ],
      ['clear_traces', '($module, /)', none, 'Clear traces of memory blocks allocated by Python.'],
      [
        '_get_traces',
        '($module, /)',
        () => newList([]),
        'Get traces of all memory blocks allocated by Python.\n\nReturn a list of (size: int, traceback: tuple) tuples.\ntraceback is a tuple of (filename: str, lineno: int) tuples.\n\nReturn an empty list if the tracemalloc module is disabled.',
      ],
      [
        '_get_object_traceback',
        '($module, obj, /)',
        none,
        'Get the traceback where the Python object obj was allocated.\n\nReturn a tuple of (filename: str, lineno: int) tuples.\nReturn None if the tracemalloc module is disabled or did not\ntrace the allocation of the object.',
      ],
      [
        'start',
        '($module, nframe=1, /)',
        () => raise(PyExc.NotImplementedError, 'tracing memory allocations is not supported'),
        'Start tracing Python memory allocations.\n\nAlso set the maximum number of frames stored in the traceback of a\ntrace to nframe.',
      ],
      [
        'stop',
        '($module, /)',
        none,
        'Stop tracing Python memory allocations.\n\nAlso clear traces of memory blocks allocated by Python.',
      ],
      [
        'get_traceback_limit',
        '($module, /)',
        () => newInt(1),
        'Get the maximum number of frames stored in the traceback of a trace.\n\nBy default, a trace of an allocated memory block only stores\nthe most recent frame: the limit is 1.',
      ],
      [
        'get_tracemalloc_memory',
        '($module, /)',
        () => newInt(0),
        'Get the memory usage in bytes of the tracemalloc module.\n\nThis memory is used internally to trace memory allocations.',
      ],
      [
        'get_traced_memory',
        '($module, /)',
        () => newTuple([newInt(0), newInt(0)]),
        'Get the current size and peak size of memory blocks traced by tracemalloc.\n\nReturns a tuple: (current: int, peak: int).',
      ],
      [
        'reset_peak',
        '($module, /)',
        none,
        'Set the peak size of memory blocks traced by tracemalloc to the current size.\n\nDo nothing if the tracemalloc module is not tracing memory allocations.',
      ],
    ],
  },
);
