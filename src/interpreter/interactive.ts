// The interactive loop: prompts, statements as they are typed, results.
//
// A statement is complete when the compiler says so: it is asked after each line whether what was typed so far may still
// go on (PyCF_ALLOW_INCOMPLETE_INPUT), as codeop does; CPython's own loop pulls lines from inside the tokenizer, with the
// same effect. Lines come from descriptor 0 and not from sys.stdin, as there.
//
// Answers to CPython 3.12: Python/pythonrun.c (_PyRun_InteractiveLoopObject, PyRun_InteractiveOneObjectEx),
// Parser/myreadline.c PyOS_StdioReadline.
// Absent: line editing (the terminal's own is all there is).

import { PyCF_ALLOW_INCOMPLETE_INPUT, PyCF_DONT_IMPLY_DEDENT, PyCF_MASK } from './codegen/index.ts';
import { runInMainG } from './main.ts';
import { decref, type Obj, tstate } from './memory/object.ts';
import type { Gen } from './memory/suspend.ts';
import { readG } from './modules/posix_files.ts';
import { clear, matches, PyExc } from './objects/errors.ts';
import { type Exc, excField } from './objects/exceptions.ts';
import { type Module, moduleAdd, moduleGet } from './objects/moduleobject.ts';
import { strG } from './objects/object.ts';
import { newStr } from './objects/strcore.ts';
import { compileStringG } from './runtime/compile.ts';
import { flushIo, type Outcome, reportException } from './runtime/pythonrun.ts';
import { system } from './runtime/system.ts';
import type { RunSession } from './session.ts';
import type { Code } from './vm/coderuntime.ts';

const encoder = new TextEncoder();

/** What the compiler is told while there may be more lines. */
const ASKING = PyCF_ALLOW_INCOMPLETE_INPUT | PyCF_DONT_IMPLY_DEDENT;

/** What one turn of the loop came to. */
type Turn = 'again' | 'end' | { outcome: Outcome; exit: boolean };

export class Interactive {
  private readonly session: RunSession;
  private readonly main: Module;
  private readonly decoder = new TextDecoder();
  /** Read, and not yet handed out as a line. */
  private rest = '';
  private ended = false;
  /** Future statements stay in force. */
  private flags = 0;

  constructor(session: RunSession, main: Module) {
    this.session = session;
    this.main = main;
  }

  /** Until the end of input, or SystemExit. */
  *loopG(): Gen<{ outcome: Outcome; exit: boolean }> {
    const { sys } = this.session;
    if (moduleGet(sys, 'ps1') === undefined) moduleAdd(sys, 'ps1', newStr('>>> '));
    if (moduleGet(sys, 'ps2') === undefined) moduleAdd(sys, 'ps2', newStr('... '));
    for (;;) {
      const turn = yield* this.oneG();
      if (turn === 'end') return { outcome: { exitCode: 0, exception: null }, exit: false };
      if (turn !== 'again') return turn;
    }
  }

  private *promptG(name: 'ps1' | 'ps2'): Gen<string> {
    const prompt = moduleGet(this.session.sys, name);
    if (prompt === undefined) return '';
    const text = yield* strG(prompt);
    if (text === null) {
      clear();
      return '';
    }
    const value = text.v;
    decref(text);
    return value;
  }

  private show(text: string): void {
    system().vfs.write(2, encoder.encode(text));
  }

  /** A line with its newline; '' at the end of input; null: interrupted. */
  private *lineG(prompt: string): Gen<string | null> {
    this.show(prompt);
    for (;;) {
      const newline = this.rest.indexOf('\n');
      if (newline >= 0 || this.ended) {
        const end = newline < 0 ? this.rest.length : newline + 1;
        const line = this.rest.slice(0, end);
        this.rest = this.rest.slice(end);
        if (line === '') {
          this.show('\n');
          // A terminal may go on after Ctrl-D; what is asked next reads anew.
          this.ended = false;
        }
        return line;
      }
      const bytes = yield* readG(0, 4096);
      if (bytes === null) return null;
      if (typeof bytes === 'number' || bytes.length === 0) {
        this.ended = true;
        this.rest += this.decoder.decode();
      } else this.rest += this.decoder.decode(bytes, { stream: true });
    }
  }

  private *printG(): Gen<Turn> {
    const exit = matches(PyExc.SystemExit);
    const outcome = yield* reportException(this.session);
    if (exit) return { outcome, exit };
    yield* flushIo(this.session);
    return 'again';
  }

  private compileG(text: string, asking: number): Gen {
    return compileStringG(text, '<stdin>', 'single', { flags: this.flags | asking });
  }

  /** Reads one statement and runs it. */
  private *oneG(): Gen<Turn> {
    const ps1 = yield* this.promptG('ps1');
    const ps2 = yield* this.promptG('ps2');
    let text = '';
    let code: Obj | null = null;
    for (let prompt = ps1; ; prompt = ps2) {
      let line = yield* this.lineG(prompt);
      if (line === null) {
        this.show('\n');
        return yield* this.printG();
      }
      if (line === '' && prompt === ps1 && text === '') return 'end';
      text += line;
      // Nothing but space and comments is a statement of its own.
      if (/^\s*(#.*)?\s*$/.test(text)) return 'again';
      if (line !== '' && !line.endsWith('\n')) {
        // The last line has no newline: another is asked for, and there is none.
        line = yield* this.lineG(ps2);
        if (line === null) return yield* this.printG();
      }
      const whole = text.replace(/\n$/, '');
      if (line !== '') {
        code = yield* this.compileG(whole, ASKING);
        if (code !== null) break;
        if (!matches(PyExc.SyntaxError)) return yield* this.printG();
        clear();
        // With one more newline it is good, or lacks something: so more is to come.
        code = yield* this.compileG(`${whole}\n`, ASKING);
        const more = code !== null || isIncomplete();
        if (code !== null) decref(code);
        else clear();
        if (more) continue;
      }
      code = yield* this.compileG(`${whole}\n`, 0);
      break;
    }
    if (code === null) return yield* this.printG();
    this.flags |= (code as Code).v.flags & PyCF_MASK;
    const r = yield* runInMainG(this.session, this.main, code);
    if (r === null) return yield* this.printG();
    decref(r);
    yield* flushIo(this.session);
    return 'again';
  }
}

/** Whether the raised error only says that more is to come. */
function isIncomplete(): boolean {
  const exc = tstate.exc as Exc | null;
  if (exc === null || !matches(PyExc.SyntaxError)) return false;
  return excField(exc, 'msg')?.v === 'incomplete input';
}
