// The text of an uncaught exception, byte for byte as CPython's C code prints it.
//
// Answers to CPython 3.12: Python/traceback.c (tb_displayline), Python/pythonrun.c (print_exception and its helpers).
// `traceback.py` prints a few cases differently; the C printer is what a program's user sees.

import { type CodeObject, co_positions } from '../code/codeobject.ts';
import { decref, type Obj, type PyType, tstate } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { iterateG } from '../objects/abstract.ts';
import { clear, PyExc } from '../objects/errors.ts';
import { type Exc, excField, fieldNames, isException } from '../objects/exceptions.ts';
import { type Int, isInt } from '../objects/longcore.ts';
import { lookupAttrG, reprG, strG } from '../objects/object.ts';
import { isList, isTuple, type Tuple } from '../objects/seqcore.ts';
import { None } from '../objects/singletons.ts';
import { id, isStr, type Str } from '../objects/strcore.ts';
import { isSubtype } from '../objects/typecore.ts';
import { typeModule } from '../objects/typeobject.ts';
import { parse } from '../syntax/parser.ts';
import { utf8Length } from '../text/source.ts';
import type { FrameV, Traceback } from '../vm/frameobject.ts';
import { suggestionG } from './suggestions.ts';

/** Where the printer finds lines of source; put in by the interpreter (files of the session, the library). */
export const sources: { line: (filename: string, lineno: number) => Gen<string | null> } = {
  line: function* () {
    return null;
  },
};

const RECURSIVE_CUTOFF = 3;
const LIMIT = 1000;
const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;

// --- carets ------------------------------------------------------------------------------------------

/** Columns of a text in UTF-8 bytes to characters. */
function charOffset(line: string, bytes: number): number {
  let chars = 0;
  let seen = 0;
  for (const ch of line) {
    if (seen >= bytes) break;
    seen += utf8Length(ch);
    chars++;
  }
  return chars;
}

/** Width on the screen of the first `chars` characters: wide East Asian characters take two columns. */
function displayWidth(line: string, chars: number): number {
  let width = 0;
  let i = 0;
  for (const ch of line) {
    if (i++ >= chars) break;
    width += isWide(ch.codePointAt(0)!) ? 2 : 1;
  }
  return width;
}

function isWide(c: number): boolean {
  return (
    c >= 0x1100 &&
    (c <= 0x115f ||
      (c >= 0x2e80 && c <= 0x303e) ||
      (c >= 0x3041 && c <= 0x33ff) ||
      (c >= 0x3400 && c <= 0x4dbf) ||
      (c >= 0x4e00 && c <= 0x9fff) ||
      (c >= 0xa000 && c <= 0xa4cf) ||
      (c >= 0xac00 && c <= 0xd7a3) ||
      (c >= 0xf900 && c <= 0xfaff) ||
      (c >= 0xfe30 && c <= 0xfe6f) ||
      (c >= 0xff00 && c <= 0xff60) ||
      (c >= 0xffe0 && c <= 0xffe6) ||
      (c >= 0x1f300 && c <= 0x1f64f) ||
      (c >= 0x1f900 && c <= 0x1f9ff) ||
      (c >= 0x20000 && c <= 0x3fffd))
  );
}

const isSpace = (c: string | undefined): boolean => c === ' ' || c === '\t' || c === '\f';

/** The operator of a binary operation, or the brackets of a subscript: where the carets go. */
function anchors(line: string, start: number, end: number): [left: number, right: number] | null {
  const chars = [...line];
  const segment = chars.slice(start, end).join('');
  const parsed = parse(segment, '<string>', 'exec');
  if (parsed.mod === null || parsed.mod.node !== 'Module' || parsed.mod.body.length !== 1) return null;
  const statement = parsed.mod.body[0]!;
  if (statement.node !== 'Expr') return null;
  const expr = statement.value;
  const bytes = new TextEncoder().encode(segment);
  const at = (i: number): string | undefined =>
    i < bytes.length ? String.fromCharCode(bytes[i]!) : undefined;
  let left = 0;
  let right = 0;
  if (expr.node === 'BinOp') {
    const to = expr.right.col_offset;
    let found = false;
    for (let i = expr.left.end_col_offset; i < to; i++) {
      if (isSpace(at(i))) continue;
      left = i;
      right = i + 1;
      if (i + 1 < to && !isSpace(at(i + 1))) right++;
      if (i + 1 < to && at(i) === ')') continue;
      found = true;
      break;
    }
    if (!found && right === 0) return [start, start];
  } else if (expr.node === 'Subscript') {
    left = expr.value.end_col_offset;
    right = expr.slice.end_col_offset + 1;
    while (left < bytes.length && (isSpace(at(left)) || at(left) !== '[')) left++;
    while (right < bytes.length && (isSpace(at(right)) || at(right) !== ']')) right++;
    if (right < bytes.length) right++;
  } else return null;
  return [charOffset(segment, left) + start, charOffset(segment, right) + start];
}

/** The line of carets below a source line, or null for none. CPython 3.12: Python/traceback.c tb_displayline */
function caretLine(co: CodeObject, lasti: number, source: string): string | null {
  const position = co_positions(co)[lasti >> 1];
  if (position === undefined) return null;
  const { lineno, end_lineno, col_offset, end_col_offset } = position;
  if (lineno === null || end_lineno === null || col_offset === null || end_col_offset === null) return null;
  const length = [...source].length;
  const stripped = source.replace(/^[ \t\f]+/, '');
  const indent = length - [...stripped].length;
  const truncation = indent - 4;
  const start = charOffset(source, col_offset);
  let end = charOffset(source, end_col_offset);
  let special: [number, number] | null = null;
  if (lineno === end_lineno) special = anchors(source, start, end);
  else end = [...source.replace(/[ \t\f]+$/, '')].length;
  if (end - start === length - truncation - 4 && special === null) return null;
  const dpStart = displayWidth(source, start);
  const dpEnd = displayWidth(source, end);
  const left = special === null ? -1 : displayWidth(source, special[0]);
  const right = special === null ? -1 : displayWidth(source, special[1]);
  let out = '';
  for (let offset = truncation + 1; offset <= dpEnd; offset++) {
    if (offset <= dpStart) out += ' ';
    else if (special === null) out += '^';
    else out += left < offset && offset <= right ? '^' : '~';
  }
  return out;
}

// --- tracebacks --------------------------------------------------------------------------------------

class Printer {
  text = '';
  groupDepth = 0;
  needClose = false;
  readonly seen = new Set<Obj>();

  get indent(): number {
    return 2 * this.groupDepth;
  }
  margin(): string {
    return this.groupDepth > 0 ? `${' '.repeat(this.indent)}| ` : '';
  }

  *traceback(tb: Traceback, header: string, headerMargin: string): Gen<void> {
    this.text += (this.groupDepth > 0 ? ' '.repeat(this.indent) + headerMargin : '') + header;
    let depth = 0;
    for (let t: Traceback | null = tb; t !== null; t = t.v.next as Traceback | null) depth++;
    let entry: Traceback | null = tb;
    while (entry !== null && depth > LIMIT) {
      depth--;
      entry = entry.v.next as Traceback | null;
    }
    let lastKey = '';
    let count = 0;
    const repeated = (): void => {
      const n = count - RECURSIVE_CUTOFF;
      if (n > 0) this.text += `  [Previous line repeated ${n} more time${n > 1 ? 's' : ''}]\n`;
    };
    for (; entry !== null; entry = entry.v.next as Traceback | null) {
      const co = ((entry.v.frame as Obj<FrameV>).v.code as Obj<CodeObject>).v;
      const key = `${co.filename}\0${entry.v.lineno}\0${co.name}`;
      if (key !== lastKey) {
        repeated();
        lastKey = key;
        count = 0;
      }
      count++;
      if (count <= RECURSIVE_CUTOFF) yield* this.entry(entry, co);
    }
    repeated();
  }

  private *entry(tb: Traceback, co: CodeObject): Gen<void> {
    this.text += `${this.margin()}  File "${co.filename}", line ${tb.v.lineno}, in ${co.name}\n`;
    if (co.filename.startsWith('<') && co.filename.endsWith('>')) return;
    const line = yield* sources.line(co.filename, tb.v.lineno);
    if (line === null) return;
    this.text += `${this.margin()}    ${line.replace(/^[ \t\f]+/, '')}\n`;
    const carets = caretLine(co, tb.v.lasti, line);
    if (carets !== null) this.text += `${this.margin()}${carets}\n`;
  }

  // --- one exception ---------------------------------------------------------------------------------

  *exception(value: Obj): Gen<void> {
    if (!isException(value)) {
      this.text += `${' '.repeat(this.indent)}TypeError: print_exception(): Exception expected for value, ${value.type.name} found\n`;
      return;
    }
    const tb = value.v.traceback as Traceback | null;
    if (tb !== null) {
      const group = isSubtype(value.type, PyExc.BaseExceptionGroup);
      yield* this.traceback(
        tb,
        group
          ? 'Exception Group Traceback (most recent call last):\n'
          : 'Traceback (most recent call last):\n',
        group && this.groupDepth === 1 ? '+ ' : '| ',
      );
    }
    const notes = yield* lookupAttrG(value, id('__notes__'));
    if (notes === null) clear();
    let message: Obj = value;
    if (isSubtype(value.type, PyExc.SyntaxError) && fieldNames(value.type)[1] === 'filename') {
      const m = this.syntaxError(value);
      if (m !== null) message = m;
    }
    yield* this.message(value.type, message);
    const hint = yield* suggestionG(value);
    this.text += `${hint}\n`;
    if (notes != null) {
      yield* this.notes(notes);
      decref(notes);
    }
  }

  /** File, line and carets of a SyntaxError; its message (borrowed), or null when it lacks a field. */
  private syntaxError(exc: Exc): Obj | null {
    const msg = excField(exc, 'msg');
    const lineno = excField(exc, 'lineno');
    if (msg === null || lineno === null || !isInt(lineno)) return null;
    const filename = excField(exc, 'filename');
    const name = filename === null || filename === None ? '<string>' : isStr(filename) ? filename.v : '';
    const line = Number((lineno as Int).v);
    this.text += `${this.margin()}  File "${name}", line ${line}\n`;
    const text = excField(exc, 'text');
    if (text === null || !isStr(text)) return msg;
    const number = (field: string, otherwise: number): number => {
      const o = excField(exc, field);
      return o !== null && isInt(o) ? Number((o as Int).v) : otherwise;
    };
    const offset = number('offset', -1);
    const plain = exc.type === PyExc.SyntaxError;
    const endLine = plain ? number('end_lineno', line) : line;
    let endOffset = plain ? number('end_offset', -1) : -1;
    const size = utf8Length(text.v);
    if (endLine > line) endOffset = size;
    if (endOffset > size + 1) endOffset = size + 1;
    this.errorText(text.v, offset, endOffset);
    return msg;
  }

  /** CPython 3.12: Python/pythonrun.c print_error_text */
  private errorText(full: string, offset: number, endOffset: number): void {
    const repetitions = endOffset > 0 && endOffset > offset ? endOffset - offset : 1;
    let text = full;
    let at = offset - 1;
    while (isSpace(text[0])) {
      text = text.slice(1);
      at--;
    }
    let length = text.length;
    if (length > 0 && text[length - 1] === '\n') length--;
    if (at > length) at = length;
    for (;;) {
      const nl = text.indexOf('\n');
      if (nl < 0 || nl >= at) break;
      text = text.slice(nl + 1);
      length -= nl + 1;
      at -= nl + 1;
    }
    this.text += `    ${text}`;
    if (text[length] !== '\n') this.text += '\n';
    if (at < 0) return;
    this.text += `    ${' '.repeat(at)}${'^'.repeat(repetitions)}\n`;
  }

  *message(type: PyType, value: Obj): Gen<void> {
    const module = typeModule(type);
    const prefix =
      module === null ? '<unknown>.' : module === 'builtins' || module === '__main__' ? '' : `${module}.`;
    this.text += `${this.margin()}${prefix}${type.qualname}`;
    if (value === None) return;
    const s = yield* strG(value);
    if (s === null) {
      clear();
      this.text += ': <exception str() failed>';
      return;
    }
    if (s.v !== '') this.text += `: ${s.v}`;
    decref(s);
  }

  private *notes(notes: Obj): Gen<void> {
    if (!isList(notes) && !isTuple(notes)) {
      const r = yield* reprG(notes);
      if (r === null) clear();
      this.text += `${this.margin()}${r === null ? '<__notes__ repr() failed>' : r.v}\n`;
      if (r !== null) decref(r);
      return;
    }
    const items = yield* iterateG(notes);
    for (const note of items ?? []) {
      const s = yield* strG(note);
      decref(note);
      if (s === null) {
        clear();
        this.text += '<note str() failed>\n';
        continue;
      }
      for (const line of s.v.match(/[^\n]*\n|[^\n]+$/g) ?? []) this.text += this.margin() + line;
      this.text += '\n';
      decref(s);
    }
  }

  // --- chains and groups -----------------------------------------------------------------------------

  *recursive(value: Obj): Gen<void> {
    yield* this.causeAndContext(value);
    if (isSubtype(value.type, PyExc.BaseExceptionGroup)) yield* this.group(value as Exc);
    else yield* this.exception(value);
  }

  private *causeAndContext(value: Obj): Gen<void> {
    this.seen.add(value);
    if (!isException(value)) return;
    const { cause, context, suppressContext } = value.v;
    if (cause !== null) {
      if (!this.seen.has(cause)) {
        yield* this.chained(cause, 'The above exception was the direct cause of the following exception:\n');
      }
    } else if (!suppressContext && context !== null && !this.seen.has(context)) {
      yield* this.chained(context, 'During handling of the above exception, another exception occurred:\n');
    }
  }

  private *chained(value: Obj, message: string): Gen<void> {
    const needClose = this.needClose;
    yield* this.recursive(value);
    this.needClose = needClose;
    this.text += `${this.margin()}\n${this.margin()}${message}${this.margin()}\n`;
  }

  private *group(value: Exc): Gen<void> {
    if (this.groupDepth > MAX_GROUP_DEPTH) {
      this.text += `${this.margin()}... (max_group_depth is ${MAX_GROUP_DEPTH})\n`;
      return;
    }
    if (this.groupDepth === 0) this.groupDepth++;
    yield* this.exception(value);
    const list = excField(value, 'exceptions');
    const excs = list === null ? [] : (list as Tuple).v;
    const n = excs.length <= MAX_GROUP_WIDTH ? excs.length : MAX_GROUP_WIDTH + 1;
    this.needClose = false;
    for (let i = 0; i < n; i++) {
      const last = i === n - 1;
      if (last) this.needClose = true;
      const truncated = i >= MAX_GROUP_WIDTH;
      this.text += `${' '.repeat(this.indent)}${i === 0 ? '+-' : '  '}+---------------- ${truncated ? '...' : i + 1} ----------------\n`;
      this.groupDepth++;
      if (!truncated) yield* this.recursive(excs[i]!);
      else {
        const rest = excs.length - MAX_GROUP_WIDTH;
        this.text += `${this.margin()}and ${rest} more exception${rest > 1 ? 's' : ''}\n`;
      }
      if (last && this.needClose) {
        this.text += `${' '.repeat(this.indent)}+------------------------------------\n`;
        this.needClose = false;
      }
      this.groupDepth--;
    }
    if (this.groupDepth === 1) this.groupDepth--;
  }
}

/**
 * An unraisable exception (borrowed): its traceback and its message, nothing else.
 * CPython 3.12: Python/errors.c write_unraisable_exc_file
 */
export function* plainTextG(exc: Exc): Gen<string> {
  const p = new Printer();
  const tb = exc.v.traceback as Traceback | null;
  if (tb !== null) yield* p.traceback(tb, 'Traceback (most recent call last):\n', '');
  yield* p.message(exc.type, exc);
  return `${p.text}\n`;
}

/** What CPython prints for this exception (borrowed). CPython 3.12: Python/pythonrun.c _PyErr_Display */
export function* exceptionTextG(exc: Obj): Gen<string> {
  const p = new Printer();
  yield* p.recursive(exc);
  return p.text;
}

export type { Str };
export { settle, tstate };
