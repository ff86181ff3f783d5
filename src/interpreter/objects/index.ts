// Makes all built-in types ready, in the order in which they need each other.
//
// Answers to CPython 3.12: Objects/object.c _PyTypes_InitTypes.

import { freeAddress } from '../memory/address.ts';
import { gcUntrack } from '../memory/gc.ts';
import { deallocHooks } from '../memory/object.ts';
import { initBool } from './boolobject.ts';
import { initBuiltinIters } from './builtiniters.ts';
import { initByteArray } from './bytearrayobject.ts';
import { initBytes } from './bytesobject.ts';
import { initComplex } from './complexobject.ts';
import { initDescriptors } from './descrtypes.ts';
import { initDict } from './dictobject.ts';
import { initDictViews } from './dictviews.ts';
import { initEnum } from './enumobject.ts';
import { initExceptionGroups } from './excgroup.ts';
import { initExceptions } from './excmethods.ts';
import { initFloat } from './floatobject.ts';
import { initFunctions } from './funcobject.ts';
import { initGenericAlias, newGenericAlias } from './genericalias.ts';
import { initGenerators } from './genobject.ts';
import { typeHooks } from './hooks.ts';
import { initIterators } from './iterobject.ts';
import { initList } from './listobject.ts';
import { initLong } from './longobject.ts';
import { initMappingProxy } from './mappingproxy.ts';
import { initMemoryView } from './memoryobject.ts';
import { initModules } from './moduleobject.ts';
import { initNamespace } from './namespaceobject.ts';
import { initProperty } from './propertyobject.ts';
import { initRange } from './rangeobject.ts';
import { initSet } from './setobject.ts';
import { initSlice } from './sliceobject.ts';
import { uninterned } from './strcore.ts';
import { initSuper } from './superobject.ts';
import { initTuple } from './tupleobject.ts';
import { initTypeAndObject } from './typemethods.ts';
import { initTypeSlots } from './typeobject.ts';
import { initStr } from './unicodeobject.ts';
import { initUnion } from './unionobject.ts';
import { initWeakrefs } from './weakrefobject.ts';

let done = false;

/** Idempotent; called once by the interpreter before anything runs. */
export function initObjects(): void {
  if (done) return;
  done = true;
  deallocHooks.untrack = (o) => (o.gc > 0 ? gcUntrack(o) : uninterned(o));
  deallocHooks.freeAddress = freeAddress;
  initTypeSlots();
  initTypeAndObject();
  initExceptions();
  initExceptionGroups();
  initDescriptors();
  initLong();
  initBool();
  initFloat();
  initComplex();
  initStr();
  initTuple();
  initList();
  initDict();
  initDictViews();
  initSet();
  initSlice();
  initRange();
  initIterators();
  initEnum();
  initBuiltinIters();
  initGenericAlias();
  initUnion();
  typeHooks.genericAlias = newGenericAlias;
  initMappingProxy();
  initNamespace();
  initFunctions();
  initBytes();
  initByteArray();
  initMemoryView();
  initGenerators();
  initProperty();
  initSuper();
  initModules();
  initWeakrefs();
}
