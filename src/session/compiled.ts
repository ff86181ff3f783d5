// What the stages of the compiler made of one source text, as plain data that can cross to the page. A stage that an
// earlier error prevented is null, and `error` says which. Lines count from 1; columns are UTF-8 bytes from 0, as in
// CPython's own tokens, nodes and code objects.

export interface Place {
  line: number;
  col: number;
  endLine: number;
  endCol: number;
}

export interface TokenView extends Place {
  /** The name as in Grammar/Tokens (NAME, NUMBER, NEWLINE, ...); operators have their exact name. */
  type: string;
  text: string;
}

/** A node of the syntax tree: its name, its place (null for nodes without one), and its fields in ASDL order. */
export interface TreeView {
  node: string;
  place: Place | null;
  fields: [name: string, value: TreeValue][];
}
export type TreeValue = TreeView | TreeValue[] | { constant: string } | null;

export type NameKind = 'local' | 'cell' | 'free' | 'global explicit' | 'global implicit';

export interface ScopeView {
  kind: 'module' | 'function' | 'class' | 'type parameters' | 'annotation';
  name: string;
  line: number;
  names: {
    name: string;
    kind: NameKind;
    parameter: boolean;
    assigned: boolean;
    used: boolean;
    imported: boolean;
  }[];
  children: ScopeView[];
}

export interface InstructionView {
  offset: number;
  opcode: number;
  name: string;
  arg: number | null;
  /** What dis writes in brackets after the argument. */
  argText: string;
  place: Place | null;
  startsLine: number | null;
  jumpTarget: boolean;
  /** Offset a jump goes to. */
  target: number | null;
  /** Fields of its inline cache and their sizes in two-byte units. */
  caches: readonly (readonly [field: string, units: number])[];
}

export interface CodeView {
  name: string;
  qualname: string;
  firstLine: number;
  flags: number;
  stackSize: number;
  constants: string[];
  names: string[];
  locals: string[];
  cells: string[];
  frees: string[];
  instructions: InstructionView[];
  exceptionTable: { start: number; end: number; target: number; depth: number; lasti: boolean }[];
  children: CodeView[];
}

export interface CompileError extends Place {
  stage: 'tokens' | 'tree' | 'scopes' | 'bytecode';
  type: string;
  message: string;
}

export interface Compiled {
  tokens: TokenView[] | null;
  tree: TreeView | null;
  scopes: ScopeView | null;
  code: CodeView | null;
  error: CompileError | null;
}
