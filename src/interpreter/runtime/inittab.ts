// The built-in modules, by name: each makes a fresh module object for one run.
//
// Answers to CPython 3.12: Modules/config.c.in (_PyImport_Inittab).

import type { Obj } from '../memory/object.ts';

export const inittab = new Map<string, () => Obj>();
