/**
 * The compiler's stages, each compared with CPython's over one module of the standard library: what the tokenizer, the
 * parser, the symbol table and the code generator make of it, and whether CPython takes our marshalled code for its own.
 * A comparison gives null, or the first difference in words.
 */
import { CodeObject } from '../../interpreter/code/codeobject.ts';
import { sameBytes } from '../../interpreter/code/constkey.ts';
import { reprConst } from '../../interpreter/code/constrepr.ts';
import { dumps, loads } from '../../interpreter/code/marshal.ts';
import { compileSource } from '../../interpreter/codegen/index.ts';
import { futureFromAst } from '../../interpreter/symtable/future.ts';
import { buildSymtable, type SymtableEntry } from '../../interpreter/symtable/symtable.ts';
import { dump } from '../../interpreter/syntax/dump.ts';
import { SyntaxErrorInfo } from '../../interpreter/syntax/errors.ts';
import { parse } from '../../interpreter/syntax/parser.ts';
import { TokenizerIter } from '../../interpreter/syntax/python_tokenize.ts';
import { codeDifference } from './codediff.ts';
import type { Judge } from './judge.ts';

/** What a stage counts beside modules: milliseconds of ours, tokens, files that are equal to the byte. */
export interface Tally {
  spent: number;
  tokens: number;
  sameBytes: number;
}

export interface Stage {
  /** What is equal, for the last line. */
  what: string;
  difference(judge: Judge, name: string, optimize: number, tally: Tally): string | null;
  /** The rest of the last line. */
  more(tally: Tally, judge: Judge): string;
}

const AROUND = 70;

function textDifference(ours: string, theirs: string): string | null {
  if (ours === theirs) return null;
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const part = (text: string) => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return `at character ${at}\n    ours    ${part(ours)}\n    CPython ${part(theirs)}`;
}

const failed = (error: SyntaxErrorInfo | null): string =>
  `${error?.type}: ${error?.msg} (line ${error?.lineno})`;

/** One stream of tokens; `extra` as the tokenize module asks for it, with comments and line ends. */
function tokenDifference(source: string, expected: unknown[][], extra: boolean, tally: Tally): string | null {
  const iter = new TokenizerIter(source, extra);
  let line = '';
  for (let i = 0; ; i++) {
    const start = performance.now();
    const info = iter.next();
    tally.spent += performance.now() - start;
    if (info === null) return i === expected.length ? null : `${i} tokens, CPython has ${expected.length}`;
    tally.tokens++;
    const row =
      info instanceof SyntaxErrorInfo
        ? [info.type, info.msg, info.lineno, info.offset, info.end_lineno, info.end_offset, info.text]
        : [info.type, info.string, ...info.start, ...info.end, info.line];
    const wanted = [...(expected[i] ?? [])];
    if (wanted[6] === 0) wanted[6] = line;
    if (JSON.stringify(row) !== JSON.stringify(wanted)) {
      return `token ${i}\n    ours    ${JSON.stringify(row)}\n    CPython ${JSON.stringify(wanted)}`;
    }
    if (info instanceof SyntaxErrorInfo) return null;
    line = info.line;
  }
}

const tokens: Stage = {
  what: 'token streams (with and without comments)',
  difference(judge, name, _optimize, tally) {
    const source = judge.sourceOf(name);
    for (const extra of [false, true]) {
      const found = tokenDifference(source, judge.tokens(source, extra), extra, tally);
      if (found !== null) return found;
    }
    return null;
  },
  more: (tally) => `${tally.tokens} tokens`,
};

const ast: Stage = {
  what: 'trees (ast.dump with all positions)',
  difference(judge, name, _optimize, tally) {
    const source = judge.sourceOf(name);
    const start = performance.now();
    const { mod, error } = parse(source, '<unknown>', 'exec', { namedCharacter: judge.character });
    tally.spent += performance.now() - start;
    if (mod === null) return failed(error);
    const repr = (value: Parameters<typeof reprConst>[0]) => reprConst(value, () => '');
    return textDifference(dump(mod, { repr, includeAttributes: true }), judge.tree(source));
  },
  more: (tally, judge) =>
    `parsed in ${Math.round(tally.spent)} ms, CPython in ${Math.round(judge.milliseconds())} ms (with making ast objects)`,
};

/** As `symbols_of` shows a table; names sorted, as CPython's order depends on string hashes. */
function shown(t: SymtableEntry): unknown[] {
  const symbols = [...t.ste_symbols].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const children = t.ste_children.map(shown);
  return [t.ste_name, t.ste_type, t.ste_nested ? 1 : 0, t.ste_lineno, t.ste_varnames, symbols, children];
}

const symtable: Stage = {
  what: 'symbol tables',
  difference(judge, name, _optimize, tally) {
    const source = judge.sourceOf(name);
    const { mod, error } = parse(source, 'f', 'exec', { namedCharacter: judge.character });
    if (mod === null) return failed(error);
    const start = performance.now();
    const built = buildSymtable(mod, 'f', futureFromAst(mod, 'f').features);
    tally.spent += performance.now() - start;
    if (built.table === null) return failed(built.error);
    return textDifference(JSON.stringify(shown(built.table.top)), JSON.stringify(judge.symbols(source)));
  },
  more: (tally) => `${Math.round(tally.spent)} ms`,
};

const bytecode: Stage = {
  what: 'modules',
  difference(judge, name, optimize, tally) {
    const source = judge.sourceOf(name);
    const bytes = judge.code(source, name, optimize);
    const start = performance.now();
    const { code, error } = compileSource(source, name, 'exec', {
      optimize,
      namedCharacter: judge.character,
    });
    tally.spent += performance.now() - start;
    if (code === null) return failed(error);
    const found = codeDifference(code, loads(bytes).value as CodeObject);
    if (found === null && sameBytes(dumps(code), bytes)) tally.sameBytes++;
    return found;
  },
  more: (tally, judge) =>
    `${tally.sameBytes} to the byte when marshalled, compiled in ${Math.round(tally.spent)} ms, ` +
    `CPython in ${Math.round(judge.milliseconds())} ms`,
};

/** Both ways: CPython loads what we write; what we load of CPython's we write again, and CPython loads that. */
const marshal: Stage = {
  what: 'modules loaded from marshalled bytes, both ways,',
  difference(judge, name, optimize, tally) {
    const source = judge.sourceOf(name);
    const { code, error } = compileSource(source, name, 'exec', {
      optimize,
      namedCharacter: judge.character,
    });
    if (code === null) return failed(error);
    const bytes = dumps(code);
    if (!judge.loadsEqual(bytes, source, name, optimize)) return 'CPython loads another code object';
    const { value, error: unread } = loads(judge.code(source, name, optimize));
    if (!(value instanceof CodeObject)) return `not loaded: ${unread?.msg}`;
    const again = dumps(value);
    if (!judge.loadsEqual(again, source, name, optimize)) return 'not the same code when written again';
    tally.spent += bytes.length;
    return null;
  },
  more: (tally) => `${tally.spent} bytes`,
};

export const stages = { tokens, ast, symtable, bytecode, marshal } as const satisfies Record<string, Stage>;

export type StageName = keyof typeof stages;

export interface Compared {
  equal: number;
  total: number;
  /** The first difference of each module that differs. */
  differences: string[];
  summary: string;
}

/** One stage over many modules. */
export function compareStage(
  judge: Judge,
  stage: StageName,
  names: readonly string[] = judge.library,
  optimize = 0,
): Compared {
  const { what, difference, more } = stages[stage] as Stage;
  const tally: Tally = { spent: 0, tokens: 0, sameBytes: 0 };
  const differences: string[] = [];
  judge.milliseconds();
  for (const name of names) {
    const found = difference(judge, name, optimize, tally);
    if (found !== null) differences.push(`${name}: ${found}`);
  }
  const total = names.length;
  const equal = total - differences.length;
  return { equal, total, differences, summary: `${equal} of ${total} ${what} equal; ${more(tally, judge)}` };
}
