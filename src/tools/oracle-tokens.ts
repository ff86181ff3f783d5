// Compares the tokenizer with CPython's `_tokenize.TokenizerIter` over every module of the standard library,
// both as the parser sees tokens and as `tokenize` shows them. Prints the first difference of each module.
//
// Run: node src/tools/oracle-tokens.ts [every-nth]

import { SyntaxErrorInfo } from '../interpreter/syntax/errors.ts';
import { TokenizerIter } from '../interpreter/syntax/python_tokenize.ts';

const { loadPyodide } = await import('pyodide');
const py = await loadPyodide();
py.runPython(`
import json, io, zipfile, _tokenize
z = zipfile.ZipFile('/lib/python312.zip')
import tokenize
names = [n for n in z.namelist() if n.endswith('.py')]
def source_of(name):
    b = z.read(name)
    enc, _ = tokenize.detect_encoding(io.BytesIO(b).readline)
    return b.decode(enc)
def tokens_of(source, extra):
    out = []
    # Only '\\n' ends a line here, as when the tokenizer reads a string.
    parts = [l + '\\n' for l in source.split('\\n')]
    parts[-1] = parts[-1][:-1]
    last = None
    if not parts[-1]: parts.pop()
    try:
        for t in _tokenize.TokenizerIter(iter(parts).__next__, extra_tokens=extra):
            # A line is sent once, not with each of its tokens.
            out.append([t[0], t[1], *t[2], *t[3], t[4] if t[4] is not last else 0])
            last = t[4]
    except SyntaxError as e:
        out.append([type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text])
    return json.dumps(out)
`);
const names: string[] = JSON.parse(py.runPython('json.dumps(names)'));
const sourceOf = py.globals.get('source_of');
const tokensOf = py.globals.get('tokens_of');
const nth = Number(process.argv[2] ?? 1);
let modules = 0;
let equal = 0;
let tokens = 0;
for (let n = 0; n < names.length; n += nth) {
  const source: string = sourceOf(names[n]);
  for (const extra of [false, true]) {
    const expected: unknown[][] = JSON.parse(tokensOf(source, extra));
    const iter = new TokenizerIter(source, extra);
    let same = true;
    let last = '';
    for (let i = 0; same; i++) {
      const info = iter.next();
      if (info === null) {
        if (i !== expected.length) {
          same = false;
          console.log(names[n], 'length', i, expected.length);
        }
        break;
      }
      tokens++;
      const row =
        info instanceof SyntaxErrorInfo
          ? [info.type, info.msg, info.lineno, info.offset, info.end_lineno, info.end_offset, info.text]
          : [info.type, info.string, ...info.start, ...info.end, expected[i]?.[6] === 0 ? 0 : info.line];
      if (!(info instanceof SyntaxErrorInfo) && expected[i]?.[6] === 0 && info.line !== last) same = false;
      if (!(info instanceof SyntaxErrorInfo)) last = info.line;
      if (JSON.stringify(row) !== JSON.stringify(expected[i])) {
        same = false;
        console.log(names[n], extra, i, JSON.stringify(row), JSON.stringify(expected[i]));
      }
      if (info instanceof SyntaxErrorInfo) break;
    }
    modules++;
    if (same) equal++;
  }
}
console.log(`${equal} of ${modules} token streams equal, ${tokens} tokens`);
