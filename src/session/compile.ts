// Runs the compiler's stages one after another on a text and turns what each made into plain data for the page.
// The stages are the interpreter's own (tokenizer, parser, symbol table, code generator); nothing is drawn up here.
import { type CodeObject, co_positions, parseExceptionTable } from '../interpreter/code/codeobject.ts';
import { reprConst } from '../interpreter/code/constrepr.ts';
import { getInstructions } from '../interpreter/code/dis.ts';
import { opcodeRows } from '../interpreter/code/opcodes.ts';
import { compileModule } from '../interpreter/codegen/compile.ts';
import {
  AnnotationBlock,
  CELL,
  ClassBlock,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_PARAM,
  FREE,
  FunctionBlock,
  GLOBAL_EXPLICIT,
  getScope,
  LOCAL,
  ModuleBlock,
  type SymtableEntry,
  USE,
} from '../interpreter/symtable/entry.ts';
import { buildSymtable } from '../interpreter/symtable/symtable.ts';
import type { SyntaxErrorInfo } from '../interpreter/syntax/errors.ts';
import { parse } from '../interpreter/syntax/parser.ts';
import { ENDMARKER, ERRORTOKEN, tok_name } from '../interpreter/syntax/token.ts';
import { Tokenizer } from '../interpreter/syntax/tokenizer.ts';
import type { Constant } from '../interpreter/text/constant.ts';
import type {
  CodeView,
  Compiled,
  CompileError,
  NameKind,
  Place,
  ScopeView,
  TokenView,
  TreeValue,
  TreeView,
} from './compiled.ts';

const noAddress = () => '0x0';

export function compile(source: string, filename: string): Compiled {
  const lines = source.split('\n');
  const result: Compiled = { tokens: null, tree: null, scopes: null, code: null, error: null };
  const fail = (stage: CompileError['stage'], error: SyntaxErrorInfo): Compiled => {
    result.error = describe(stage, error, lines);
    return result;
  };

  const tokens = readTokens(source, filename);
  result.tokens = tokens.list;
  if (tokens.error) return fail('tokens', tokens.error);

  const parsed = parse(source, filename, 'exec');
  if (!parsed.mod) return fail('tree', parsed.error!);
  // Taken down before the code generator folds constants in the tree.
  result.tree = treeOf(parsed.mod) as TreeView;

  const symbols = buildSymtable(parsed.mod, filename, 0);
  if (!symbols.table) return fail('scopes', symbols.error!);
  result.scopes = scopeOf(symbols.table.top);

  const compiled = compileModule(parsed.mod, filename);
  if (!compiled.code) return fail('bytecode', compiled.error!);
  result.code = codeOf(compiled.code);
  return result;
}

function readTokens(source: string, filename: string): { list: TokenView[]; error: SyntaxErrorInfo | null } {
  const tokenizer = new Tokenizer(source, { filename, execInput: true });
  const list: TokenView[] = [];
  for (;;) {
    const token = tokenizer.next();
    if (token.type === ERRORTOKEN) return { list, error: tokenizer.error };
    list.push({
      type: tok_name[token.type],
      text: token.string,
      line: token.lineno,
      col: Math.max(token.col_offset, 0),
      endLine: token.end_lineno,
      endCol: Math.max(token.end_col_offset, 0),
    });
    if (token.type === ENDMARKER) return { list, error: null };
  }
}

const PLACES = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];

/** The makers of nodes set fields in the order of Python.asdl, so a node's own order is ASDL's. */
function treeOf(value: unknown): TreeValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value !== 'object') return { constant: String(value) };
  const fields = value as Record<string, unknown> & { node: string };
  return {
    node: fields.node,
    place:
      typeof fields.lineno === 'number'
        ? {
            line: fields.lineno,
            col: fields.col_offset as number,
            endLine: fields.end_lineno as number,
            endCol: fields.end_col_offset as number,
          }
        : null,
    fields: Object.entries(fields)
      .filter(([name]) => name !== 'node' && !PLACES.includes(name))
      .map(([name, field]): [string, TreeValue] => [
        name,
        fields.node === 'Constant' && name === 'value'
          ? { constant: reprConst(field as Constant, noAddress) }
          : treeOf(field),
      ]),
  };
}

function scopeOf(block: SymtableEntry): ScopeView {
  const kind: ScopeView['kind'] =
    block.ste_type === ModuleBlock
      ? 'module'
      : block.ste_type === ClassBlock
        ? 'class'
        : block.ste_type === FunctionBlock
          ? 'function'
          : block.ste_type === AnnotationBlock
            ? 'annotation'
            : 'type parameters';
  return {
    kind,
    name: block.ste_name,
    line: block.ste_lineno,
    names: [...block.ste_symbols].map(([name, flags]) => ({
      name,
      kind: nameKind(getScope(block, name)),
      parameter: (flags & DEF_PARAM) !== 0,
      assigned: (flags & DEF_LOCAL) !== 0,
      used: (flags & USE) !== 0,
      imported: (flags & DEF_IMPORT) !== 0,
    })),
    children: block.ste_children.map(scopeOf),
  };
}

function nameKind(scope: number): NameKind {
  switch (scope) {
    case LOCAL:
      return 'local';
    case CELL:
      return 'cell';
    case FREE:
      return 'free';
    case GLOBAL_EXPLICIT:
      return 'global explicit';
    default:
      return 'global implicit';
  }
}

function codeOf(code: CodeObject): CodeView {
  const positions = co_positions(code);
  return {
    name: code.name,
    qualname: code.qualname,
    firstLine: code.firstlineno,
    flags: code.flags,
    stackSize: code.stacksize,
    constants: code.consts.map((constant) => reprConst(constant, noAddress)),
    names: [...code.names],
    locals: code.co_varnames,
    cells: code.co_cellvars,
    frees: code.co_freevars,
    instructions: getInstructions(code).map((instruction) => ({
      offset: instruction.offset,
      opcode: instruction.opcode,
      name: instruction.opname,
      arg: instruction.arg,
      argText: instruction.argrepr,
      place: placeOf(positions[instruction.offset / 2]),
      startsLine: instruction.starts_line,
      jumpTarget: instruction.is_jump_target,
      target: instruction.target,
      caches: opcodeRows[instruction.opcode]?.caches ?? [],
    })),
    exceptionTable: parseExceptionTable(code.exceptiontable),
    children: code.consts.filter((constant) => isCode(constant)).map(codeOf),
  };
}

const isCode = (constant: unknown): constant is CodeObject =>
  typeof constant === 'object' && constant !== null && 'linetable' in constant;

function placeOf(position: ReturnType<typeof co_positions>[number] | undefined): Place | null {
  if (!position || position.lineno === null || position.col_offset === null) return null;
  return {
    line: position.lineno,
    col: position.col_offset,
    endLine: position.end_lineno ?? position.lineno,
    endCol: position.end_col_offset ?? position.col_offset,
  };
}

/** A SyntaxError counts characters from 1; everything here counts bytes from 0. */
function describe(stage: CompileError['stage'], error: SyntaxErrorInfo, lines: string[]): CompileError {
  const line = error.lineno ?? 1;
  const bytes = (number: number, offset: number | null) =>
    new TextEncoder().encode([...(lines[number - 1] ?? '')].slice(0, Math.max((offset ?? 1) - 1, 0)).join(''))
      .length;
  const endLine = error.end_lineno ?? line;
  return {
    stage,
    type: error.type,
    message: error.msg,
    line,
    col: bytes(line, error.offset),
    endLine,
    endCol: bytes(endLine, error.end_offset ?? error.offset),
  };
}
