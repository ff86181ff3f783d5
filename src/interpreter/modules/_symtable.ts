// _symtable: the compiler's symbol tables as Python objects, for the symtable module.
//
// Answers to CPython 3.12: Modules/symtablemodule.c, Python/symtable.c (PySTEntry_Type).

import { addressOf } from '../memory/address.ts';
import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, PyType, TPFLAGS, typeType } from '../memory/object.ts';
import type { Gen } from '../memory/suspend.ts';
import { field, member } from '../objects/descrobject.ts';
import { newDict, setStr } from '../objects/dictcore.ts';
import { PyExc, raise, typeError } from '../objects/errors.ts';
import { newInt } from '../objects/longcore.ts';
import { defineModule, readyLater } from '../objects/moduleobject.ts';
import { newList } from '../objects/seqcore.ts';
import { id, isStr, newStr } from '../objects/strcore.ts';
import { charNamesReadyG, namesCharacters, parserNames } from '../runtime/charnames.ts';
import { files, raiseSyntaxError, warningG } from '../runtime/compile.ts';
import { sourceTextG } from '../runtime/sourcestring.ts';
import { futureFromAst } from '../symtable/future.ts';
import * as table from '../symtable/symtable.ts';
import { parse } from '../syntax/parser.ts';
import { fileNameG } from './posix_path.ts';

interface EntryV {
  id: Obj;
  name: Obj;
  symbols: Obj;
  varnames: Obj;
  children: Obj;
  nested: boolean;
  type: number;
  lineno: number;
}

const entryType = new PyType('symtable entry', TPFLAGS.HAVE_GC, typeType);
entryType.basicsize = 112;
const E = (o: Obj): EntryV => (o as Obj<EntryV>).v;
const OWNED = ['id', 'name', 'symbols', 'varnames', 'children'] as const;

entryType.tp_traverse = (o, visit) => {
  for (const part of OWNED) visit(E(o)[part]);
};
entryType.tp_dealloc = (o) => {
  for (const part of OWNED) decref(E(o)[part]);
};
entryType.tp_repr = (o) => {
  const { name, id: own, lineno } = E(o);
  return newStr(`<symtable entry ${name.v}(${own.v}), line ${lineno}>`);
};
for (const part of OWNED) member(entryType, part, (o) => E(o)[part]);
field(entryType, 'nested', (o) => newInt(E(o).nested ? 1 : 0));
field(entryType, 'type', (o) => newInt(E(o).type));
field(entryType, 'lineno', (o) => newInt(E(o).lineno));
readyLater(entryType);

/** A block and the blocks in it (new reference). */
function entryObject(ste: table.SymtableEntry): Obj {
  const symbols = newDict();
  for (const [name, flags] of ste.ste_symbols) {
    const value = newInt(flags);
    setStr(symbols, id(name), value);
    decref(value);
  }
  const made = new Obj<EntryV>(entryType, {
    id: newInt(0),
    name: newStr(ste.ste_name),
    symbols,
    varnames: newList(ste.ste_varnames.map((name) => newStr(name))),
    children: newList(ste.ste_children.map(entryObject)),
    nested: ste.ste_nested,
    type: ste.ste_type,
    lineno: ste.ste_lineno,
  });
  decref(made.v.id);
  made.v.id = newInt(addressOf(made));
  gcTrack(made);
  return made;
}

/** CPython 3.12: Modules/symtablemodule.c _symtable_symtable_impl */
function* symtableG(_self: Obj, source: Obj, filenameArg: Obj, startArg: Obj): Gen {
  const filename = yield* fileNameG(filenameArg);
  if (filename === null) return null;
  if (!isStr(startArg)) return typeError(`symtable() argument 3 must be str, not ${startArg.type.name}`);
  const text = yield* sourceTextG(source, 'symtable', 'string or bytes', filename);
  if (text === null) return null;
  const start = startArg.v;
  if (start !== 'exec' && start !== 'eval' && start !== 'single') {
    return raise(PyExc.ValueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  }
  if (namesCharacters(text) && !(yield* charNamesReadyG())) return null;
  const parsed = yield* warningG((escalate) =>
    parse(text, filename, start, { programText: files.line, namedCharacter: parserNames(), escalate }),
  );
  if (parsed === null) return null;
  if (parsed.mod === null) return raiseSyntaxError(parsed.error!);
  const future = futureFromAst(parsed.mod, filename);
  if (future.error !== null) return raiseSyntaxError(future.error);
  const built = table.buildSymtable(parsed.mod, filename, future.features);
  return built.table === null ? raiseSyntaxError(built.error!) : entryObject(built.table.top);
}

const CONSTANTS = {
  USE: table.USE,
  DEF_GLOBAL: table.DEF_GLOBAL,
  DEF_NONLOCAL: table.DEF_NONLOCAL,
  DEF_LOCAL: table.DEF_LOCAL,
  DEF_PARAM: table.DEF_PARAM,
  DEF_FREE: table.DEF_FREE,
  DEF_FREE_CLASS: table.DEF_FREE_CLASS,
  DEF_IMPORT: table.DEF_IMPORT,
  DEF_BOUND: table.DEF_BOUND,
  DEF_ANNOT: table.DEF_ANNOT,
  TYPE_FUNCTION: table.FunctionBlock,
  TYPE_CLASS: table.ClassBlock,
  TYPE_MODULE: table.ModuleBlock,
  TYPE_ANNOTATION: table.AnnotationBlock,
  TYPE_TYPE_VAR_BOUND: table.TypeVarBoundBlock,
  TYPE_TYPE_ALIAS: table.TypeAliasBlock,
  TYPE_TYPE_PARAM: table.TypeParamBlock,
  LOCAL: table.LOCAL,
  GLOBAL_EXPLICIT: table.GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT: table.GLOBAL_IMPLICIT,
  FREE: table.FREE,
  CELL: table.CELL,
  SCOPE_OFF: table.SCOPE_OFFSET,
  SCOPE_MASK: table.SCOPE_MASK,
};

export const symtableModule = defineModule('_symtable', null, {
  functions: [
    [
      'symtable',
      '(source, filename, startstr, /)',
      symtableG,
      'Return symbol and scope dictionaries used internally by compiler.',
    ],
  ],
  values: Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, () => newInt(value)])),
});
