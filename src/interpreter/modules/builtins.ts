// The builtins module: the functions, types and constants every program has.
//
// The functions stand by subject in builtins_*.ts.
//
// Answers to CPython 3.12: Python/bltinmodule.c.
// Absent: `open` is put in by the io module, exit and help by site, as in CPython.

import { objectType, type PyType, typeType } from '../memory/object.ts';
import { filterType, mapType, zipType } from '../objects/builtiniters.ts';
import { builtinsHook } from '../objects/builtinshook.ts';
import { byteArrayType } from '../objects/bytearrayobject.ts';
import { bytesType } from '../objects/bytescore.ts';
import { complexType } from '../objects/complexobject.ts';
import { dictType } from '../objects/dictcore.ts';
import { enumType, reversedType } from '../objects/enumobject.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { exceptionTypes } from '../objects/exceptions.ts';
import { exceptionGroupType } from '../objects/excgroup.ts';
import { floatType } from '../objects/floatcore.ts';
import { classMethodType, staticMethodType } from '../objects/funcobject.ts';
import { boolType, intType, newBool } from '../objects/longcore.ts';
import { memoryViewType } from '../objects/memoryobject.ts';
import { defineModule, type FunctionRow, moduleGet } from '../objects/moduleobject.ts';
import { propertyType } from '../objects/propertyobject.ts';
import { rangeType } from '../objects/rangeobject.ts';
import { listType, tupleType } from '../objects/seqcore.ts';
import { frozensetType, setType } from '../objects/setcore.ts';
import { Ellipsis, NotImplemented, none } from '../objects/singletons.ts';
import { sliceType } from '../objects/sliceobject.ts';
import { strType } from '../objects/strcore.ts';
import { superType } from '../objects/superobject.ts';
import { typeSignatures } from '../objects/typeobject.ts';
import { attributeFunctions } from './builtins_attr.ts';
import { buildClassG } from './builtins_class.ts';
import { codeFunctions } from './builtins_code.ts';
import { ioFunctions } from './builtins_io.ts';
import { iterationFunctions } from './builtins_iter.ts';
import { current } from './vmhooks.ts';

const types: { [name: string]: PyType } = {
  bool: boolType,
  memoryview: memoryViewType,
  bytearray: byteArrayType,
  bytes: bytesType,
  classmethod: classMethodType,
  complex: complexType,
  dict: dictType,
  enumerate: enumType,
  filter: filterType,
  float: floatType,
  frozenset: frozensetType,
  property: propertyType,
  int: intType,
  list: listType,
  map: mapType,
  object: objectType,
  range: rangeType,
  reversed: reversedType,
  set: setType,
  slice: sliceType,
  staticmethod: staticMethodType,
  str: strType,
  super: superType,
  tuple: tupleType,
  type: typeType,
  zip: zipType,
  ...exceptionTypes,
  ExceptionGroup: exceptionGroupType,
  EnvironmentError: exceptionTypes.OSError,
  IOError: exceptionTypes.OSError,
};

/** Of these types CPython tells a signature. */
const SIGNATURES = {
  complex: '(real=0, imag=0)',
  enumerate: '(iterable, start=0)',
  float: '(x=0, /)',
  list: '(iterable=(), /)',
  memoryview: '(object)',
  object: '()',
  property: '(fget=None, fset=None, fdel=None, doc=None)',
  reversed: '(sequence, /)',
  tuple: '(iterable=(), /)',
};
for (const [name, sig] of Object.entries(SIGNATURES)) typeSignatures.set(types[name]!, sig);

/** By name, as CPython has them: what suggests a name for a wrong one goes through them in this order. */
function inOrder(rows: readonly FunctionRow[]): FunctionRow[] {
  const key = ([name]: FunctionRow): string => name.replace(/^a(iter|next)$/, '$1~');
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

builtinsHook.get = (name) => {
  const f = current.builtins === null ? undefined : moduleGet(current.builtins, name);
  if (f === undefined) return raise(PyExc.AttributeError, name);
  f.rc++;
  return f;
};

export const builtinsModule = defineModule(
  'builtins',
  "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\nThis module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\nobjects with the same name as a builtin and need access\nto the built-in object.",
  {
    functions: [
      [
        '__build_class__',
        '(*args, **kwds)',
        buildClassG,
        '__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.',
      ],
      ...inOrder([...codeFunctions, ...attributeFunctions, ...iterationFunctions, ...ioFunctions]),
    ],
    types,
    values: {
      None: none,
      Ellipsis: () => {
        Ellipsis.rc++;
        return Ellipsis;
      },
      NotImplemented: () => {
        NotImplemented.rc++;
        return NotImplemented;
      },
      False: () => newBool(false),
      True: () => newBool(true),
      __debug__: () => newBool(true),
    },
    init: (m) => {
      current.builtins = m;
    },
  },
);
