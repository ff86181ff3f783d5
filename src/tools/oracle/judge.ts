/**
 * CPython 3.12.7 asked as a compiler: tokens, trees, symbol tables, code objects and errors of a text, and the
 * standard library's sources to ask about. One interpreter for all questions; texts and answers cross in JSON, many at
 * a time, since each crossing costs more than a small compilation.
 */
import { loadPyodide } from 'pyodide';

const QUESTIONS = `
import _symtable, _tokenize, ast, base64, io, json, marshal, sys, time, tokenize, unicodedata, warnings, zipfile

archive = zipfile.ZipFile('/lib/python312.zip')
spent = 0

def library():
    return json.dumps([name for name in archive.namelist() if name.endswith('.py')])

def source_of(name):
    raw = archive.read(name)
    encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
    return raw.decode(encoding)

def tokens_of(source, extra):
    rows = []
    # Only '\\n' ends a line here, as when the tokenizer reads a string.
    lines = [line + '\\n' for line in source.split('\\n')]
    lines[-1] = lines[-1][:-1]
    if not lines[-1]:
        lines.pop()
    last = None
    try:
        for t in _tokenize.TokenizerIter(iter(lines).__next__, extra_tokens=extra):
            # A line is sent once, not with each of its tokens.
            rows.append([t[0], t[1], *t[2], *t[3], t[4] if t[4] is not last else 0])
            last = t[4]
    except SyntaxError as e:
        rows.append([type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text])
    return json.dumps(rows)

def tree_of(source, mode='exec'):
    global spent
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        start = time.perf_counter()
        tree = compile(source, '<unknown>', mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        spent += time.perf_counter() - start
    return ast.dump(tree, include_attributes=True)

def symbols_of(source):
    def shown(t):
        children = [shown(child) for child in t.children]
        return [t.name, t.type, t.nested, t.lineno, t.varnames, sorted(t.symbols.items()), children]
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return json.dumps(shown(_symtable.symtable(source, 'f', 'exec')))

def code_of(source, filename, optimize):
    global spent
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        start = time.perf_counter()
        code = compile(source, filename, 'exec', dont_inherit=True, optimize=optimize)
        spent += time.perf_counter() - start
    # Made into bytes where nothing else holds its parts: what is held elsewhere shows in them.
    return marshal.dumps(code)

def loads_equal(data, source, filename, optimize):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        own = compile(source, filename, 'exec', dont_inherit=True, optimize=optimize)
    return marshal.loads(data.to_bytes()) == own

def outcome(case):
    source, mode, flags, optimize = case
    caught = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            code = compile(source, '<fuzz>', mode, flags, True, optimize)
            answer = base64.b64encode(marshal.dumps(code)).decode()
        except SyntaxError as e:
            answer = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
        except Exception as e:
            answer = [type(e).__name__, str(e), None, None, None, None, None]
    return [answer, [[w.category.__name__, str(w.message), w.lineno if w.filename == '<fuzz>' else 1] for w in caught]]

def outcomes(cases):
    return json.dumps([outcome(case) for case in json.loads(cases)])

def character(name):
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None

def milliseconds():
    global spent
    passed, spent = spent * 1000, 0
    return passed
`;

export type Mode = 'exec' | 'eval' | 'single';

/** A text to compile: source, mode, compile()'s flags, its `optimize`. */
export type Case = readonly [source: string, mode: Mode, flags: number, optimize: number];

/** SyntaxError's facts: type, message, line, offset, end line, end offset, text. */
export type ErrorFacts = readonly [string, string, ...(number | string | null)[]];

/** What became of it: a marshalled code object or the error; and the warnings (category, message, line). */
export interface Verdict {
  code: Uint8Array | null;
  error: ErrorFacts | null;
  warnings: readonly [string, string, number][];
}

interface BytesProxy {
  toJs(): Uint8Array;
  destroy(): void;
}

export interface Judge {
  /** The standard library's modules, by path in its archive. */
  readonly library: readonly string[];
  sourceOf(name: string): string;
  /** Rows of type, text, start, end, line (0: the line of the row before); the last may be an error's facts. */
  tokens(source: string, extra: boolean): unknown[][];
  /** `ast.dump` with all attributes. */
  tree(source: string): string;
  symbols(source: string): unknown;
  code(source: string, filename: string, optimize: number): Uint8Array;
  /** Whether CPython makes its own code object of these marshalled bytes. */
  loadsEqual(bytes: Uint8Array, source: string, filename: string, optimize: number): boolean;
  outcomes(cases: readonly Case[]): Verdict[];
  character(name: string): string | null;
  /** How long it has compiled since this was last asked. */
  milliseconds(): number;
}

/** Takes two to three seconds. */
export async function openJudge(): Promise<Judge> {
  const python = await loadPyodide();
  const scope = python.globals.get('dict')();
  python.runPython(QUESTIONS, { globals: scope });
  const ask = scope;
  const library: string[] = JSON.parse(ask.get('library')());
  const [sourceOf, tokensOf, treeOf, symbolsOf, codeOf, loadsEqual, outcomes, character, milliseconds] = [
    'source_of',
    'tokens_of',
    'tree_of',
    'symbols_of',
    'code_of',
    'loads_equal',
    'outcomes',
    'character',
    'milliseconds',
  ].map((name) => ask.get(name));
  return {
    library,
    sourceOf: (name) => sourceOf(name),
    tokens: (source, extra) => JSON.parse(tokensOf(source, extra)),
    tree: (source) => treeOf(source),
    symbols: (source) => JSON.parse(symbolsOf(source)),
    code: (source, filename, optimize) => {
      const proxy: BytesProxy = codeOf(source, filename, optimize);
      const bytes = proxy.toJs();
      proxy.destroy();
      return bytes;
    },
    loadsEqual: (bytes, source, filename, optimize) => loadsEqual(bytes, source, filename, optimize),
    outcomes: (cases) =>
      (
        JSON.parse(outcomes(JSON.stringify(cases))) as [string | ErrorFacts, [string, string, number][]][]
      ).map(([answer, warnings]) => ({
        code: typeof answer === 'string' ? Uint8Array.from(Buffer.from(answer, 'base64')) : null,
        error: typeof answer === 'string' ? null : answer,
        warnings,
      })),
    character: (name) => character(name) ?? null,
    milliseconds: () => milliseconds(),
  };
}
