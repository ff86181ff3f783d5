// Registers every built-in module by name, and makes the modules' types ready.
//
// Answers to CPython 3.12: Modules/config.c.in.

import { INTRINSIC_PREP_RERAISE_STAR } from '../code/opcodes.ts';
import type { Res } from '../memory/object.ts';
import { type Gen, settle, suspend } from '../memory/suspend.ts';
import { codecHooks } from '../objects/codecs.ts';
import { dictType } from '../objects/dictcore.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { prepReraiseStarG } from '../objects/excgroup.ts';
import { mappingProxyType } from '../objects/mappingproxy.ts';
import { memoryViewType } from '../objects/memoryobject.ts';
import { readyModuleTypes } from '../objects/moduleobject.ts';
import { rangeType } from '../objects/rangeobject.ts';
import { type List, listType, tupleType } from '../objects/seqcore.ts';
import { charNames, charNamesReadyG } from '../runtime/charnames.ts';
import { builtinReadyG, inittab, setLazyModules } from '../runtime/inittab.ts';
import { vmHooks } from '../vm/vmhooks.ts';
import { abcModule, collectionFlag, MAPPING, SEQUENCE } from './_abc.ts';
import { impModule } from './_imp.ts';
import { ioModule } from './_io.ts';
import { threadModule } from './_thread.ts';
import { initWarnings, warningsModule } from './_warnings.ts';
import { weakrefModule } from './_weakref.ts';
import { builtinsModule } from './builtins.ts';
import { declareChunks } from './chunks.ts';
import { marshalModule } from './marshal.ts';
import { sysModule } from './sys.ts';
import { typeParameters } from './typeparams.ts';

/** Fetched together when one of them is first imported; their makers are in extensions.ts. */
const EXTENSIONS = [
  'posix',
  '_ast',
  '_csv',
  '_json',
  '_bisect',
  '_codecs',
  '_collections',
  '_functools',
  '_heapq',
  '_md5',
  '_opcode',
  '_operator',
  '_random',
  '_sha1',
  '_sha2',
  '_sre',
  '_stat',
  '_string',
  '_struct',
  '_tokenize',
  '_tracemalloc',
  '_typing',
  'atexit',
  'binascii',
  'errno',
  'gc',
  'itertools',
  'math',
  'time',
];

/** Its tables are larger than all the others. */
const UNICODE = ['unicodedata'];

/** Type parameters (PEP 695) are made by _typing, which is fetched with the first of them. */
function* typingG(make: () => Res): Gen {
  if (!(yield* builtinReadyG('_typing'))) return null;
  const r = make();
  return r === null ? yield* settle() : r;
}

/** Encodings that are Python modules are looked up by _codecs, which is fetched for the first of them. */
function* throughCodecsG(codec: () => Res | undefined, encoding: string): Gen {
  if (!(yield* builtinReadyG('_codecs'))) return null;
  const r = codec();
  if (r === undefined) return raise(PyExc.LookupError, `unknown encoding: ${encoding}`);
  return r === null ? yield* settle() : r;
}

/** Asynchronous generators come with the extensions. */
function* asyncReadyG(): Gen<boolean> {
  return yield* builtinReadyG('atexit');
}

let done = false;

/** Idempotent; the interpreter calls it after initObjects, before it makes its first module. */
export function initModuleTable(): void {
  if (done) return;
  done = true;
  readyModuleTypes();
  setLazyModules(EXTENSIONS, async () => (await import('./extensions.ts')).registerExtensions());
  setLazyModules(UNICODE, async () => {
    inittab.set('unicodedata', (await import('./unicodedata.ts')).unicodedataModule);
  });
  declareChunks();
  codecHooks.encode = (text, encoding, errors) =>
    suspend(
      throughCodecsG(() => codecHooks.encode(text, encoding, errors), encoding),
      [text],
    );
  codecHooks.decode = (bytes, encoding, errors) =>
    suspend(
      throughCodecsG(() => codecHooks.decode(bytes, encoding, errors), encoding),
      [bytes],
    );
  codecHooks.namesReadyG = charNamesReadyG;
  codecHooks.characterName = (code) => charNames.now?.characterName(code, true) ?? null;
  vmHooks.asyncReadyG = asyncReadyG;
  inittab.set('_abc', abcModule);
  inittab.set('_warnings', warningsModule);
  initWarnings();
  inittab.set('_weakref', weakrefModule);
  inittab.set('builtins', builtinsModule);
  inittab.set('sys', sysModule);
  inittab.set('_imp', impModule);
  inittab.set('_io', ioModule);
  inittab.set('marshal', marshalModule);
  for (const t of [listType, tupleType, rangeType, memoryViewType]) t.flags |= SEQUENCE;
  for (const t of [dictType, mappingProxyType]) t.flags |= MAPPING;
  vmHooks.isMapping = (type) => collectionFlag(type) === MAPPING;
  vmHooks.isSequence = (type) => collectionFlag(type) === SEQUENCE;
  vmHooks.intrinsic2 = (which, a, b) =>
    which === INTRINSIC_PREP_RERAISE_STAR
      ? suspend(prepReraiseStarG(a, b as List), [a, b])
      : suspend(
          typingG(() => typeParameters.second(which, a, b)),
          [a, b],
        );
  vmHooks.intrinsicType = (which, v) =>
    suspend(
      typingG(() => typeParameters.first(which, v)),
      [v],
    );
  inittab.set('_thread', threadModule);
}
