/**
 * Whole runs, instruction by instruction: what CPython 3.12.7 reports through `sys.settrace` opcode events beside what
 * the watched loop does, for the programs of the corpus.
 *
 * A record holds the number of steps and a hash of the sequence; when ours differs, CPython is asked again and the first
 * difference is shown. CPython reports nothing of a frame before its first RESUME, no RESUME, and of an instruction with
 * EXTENDED_ARG only the instruction is compared. A program that notices that it is traced (it prints something else
 * then), or that runs longer than MOST_STEPS, has no record.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExceptionTable } from '../../interpreter/code/codeobject.ts';
import { OP } from '../../interpreter/code/opcodes.ts';
import { HOME } from '../../interpreter/runtime/vfs.ts';
import type { CodeRuntime } from '../../interpreter/vm/coderuntime.ts';
import type { Frame } from '../../interpreter/vm/frame.ts';
import { stackEffect } from '../../interpreter/watch/effects.ts';
import { runWatched } from '../../interpreter/watch/watchedrun.ts';
import { nodeLibrary } from '../build-library.ts';
import { CORPUS, type CorpusProgram } from './corpus.ts';
import type { CPython } from './cpython.ts';

export const MOST_STEPS = 100_000;

const MARK = '\n==steps==\n';

/** Runs main.py under sys.settrace and prints, behind a mark, `file:line:qualname offset opcode` for each step. */
const TRACER = `
def run():
    import sys, os
    main = sys.modules['__main__'].__dict__
    seen = []
    keys = {}
    resumes = {}
    prefix = '${HOME}/'
    own = prefix + 'steps.py'
    def begins(code):
        for offset in range(0, len(code.co_code), 2):
            if code.co_code[offset] == ${OP.RESUME}:
                return offset
        return -1
    def trace(frame, event, arg):
        code = frame.f_code
        name = code.co_filename
        if not name.startswith(prefix) or name == own:
            return None
        frame.f_trace_opcodes = True
        if event == 'opcode' and len(seen) <= ${MOST_STEPS}:
            first = resumes.get(code)
            if first is None:
                first = resumes[code] = begins(code)
            offset = frame.f_lasti
            opcode = code.co_code[offset]
            if offset > first and opcode != ${OP.RESUME} and opcode != ${OP.EXTENDED_ARG}:
                seen.append(f'{name[len(prefix):]}:{code.co_firstlineno}:{code.co_qualname} {offset} {opcode}')
        return trace
    with open('main.py', 'rb') as file:
        source = file.read()
    # The first trace of an interpreter is empty.
    sys.settrace(trace)
    exec(compile('pass', prefix + 'none.py', 'exec'), {})
    sys.settrace(None)
    seen.clear()
    code = compile(source, prefix + 'main.py', 'exec', dont_inherit=True)
    del main['run']
    main['__file__'] = prefix + 'main.py'
    sys.argv[0] = 'main.py'
    out, flush = os.write, sys.stdout.flush
    sys.settrace(trace)
    try:
        exec(code, main)
    except BaseException:
        # What dies with the exception is not the program's doing.
        sys.settrace(None)
    finally:
        sys.settrace(None)
        try:
            sys.stdout.flush()
        except BaseException:
            pass
        flush()
    text = (${JSON.stringify(MARK)} + '\\n'.join(seen)).encode()
    while text:
        text = text[out(1, text):]
run()
`;

export interface CPythonSteps {
  stdout: string;
  steps: string[];
}

export async function stepsOfCPython(cpython: CPython, program: CorpusProgram): Promise<CPythonSteps | null> {
  const { stdout } = await cpython.run({
    files: { ...program.files, 'steps.py': TRACER },
    main: 'steps.py',
    argv: program.argv ?? [],
    stdin: program.stdin ?? '',
  });
  const at = stdout.lastIndexOf(MARK);
  if (at < 0) return null;
  const text = stdout.slice(at + MARK.length);
  return { stdout: stdout.slice(0, at), steps: text === '' ? [] : text.split('\n') };
}

export interface OurSteps {
  steps: string[];
  stdout: string;
  /** Steps after which the stack was not as high as the opcode table says. */
  wrongHeights: string[];
  internalError: string | null;
}

/** What is known of a frame's last step. */
interface Last {
  opcode: number;
  arg: number;
  height: number;
  text: string;
}

/** The same of our watched loop; each frame's stack is measured against the table on the way. */
export async function stepsOfOurs(program: CorpusProgram): Promise<OurSteps> {
  const steps: string[] = [];
  const wrongHeights: string[] = [];
  const keys = new Map<CodeRuntime, { key: string; begins: number } | null>();
  const lasts = new Map<Frame, Last>();
  // What runs when the module has ended (finalizers, generators that are closed) is not compared.
  let main: Frame | null = null;
  let ended = false;
  const keyOf = (rt: CodeRuntime) => {
    let known = keys.get(rt);
    if (known === undefined) {
      const { co, offsets } = rt;
      known = co.filename.startsWith(`${HOME}/`)
        ? {
            key: `${co.filename.slice(HOME.length + 1)}:${co.firstlineno}:${co.qualname}`,
            begins: offsets.find((offset) => co.code[offset] === OP.RESUME) ?? -1,
          }
        : null;
      keys.set(rt, known);
    }
    return known;
  };
  const end = await runWatched(
    {
      files: program.files as Record<string, string>,
      main: program.main,
      argv: [program.main, ...(program.argv ?? [])],
      input:
        program.stdin === undefined || program.stdin === ''
          ? []
          : program.stdin.replace(/\n$/, '').split('\n'),
      loadLibrary: nodeLibrary,
      yieldToHost: (resume) => void setImmediate(resume),
    },
    {
      instruction: (frame) => {
        const known = keyOf(frame.rt);
        if (known === null || ended) return false;
        main ??= frame;
        const { co, offsets, firsts, nlocalsplus } = frame.rt;
        const position = frame.pc >> 1;
        const offset = offsets[position]!;
        const opcode = co.code[offset]!;
        let arg = 0;
        for (let at = firsts[position]!; at <= offset; at += 2) arg = (arg << 8) | co.code[at + 1]!;
        const height = frame.sp - nlocalsplus;
        const text = `${known.key} ${offset} ${opcode}`;
        const last = position === 0 ? undefined : lasts.get(frame);
        if (last !== undefined && height !== expectedHeight(frame, offset, last)) {
          wrongHeights.push(`${last.text}: from ${last.height} to ${height}`);
        }
        lasts.set(frame, { opcode, arg, height, text });
        if (offset > known.begins && opcode !== OP.RESUME) steps.push(text);
        ended = frame === main && (opcode === OP.RETURN_CONST || opcode === OP.RETURN_VALUE);
        return steps.length > MOST_STEPS;
      },
      left: (frame) => {
        ended ||= frame === main;
      },
    },
  );
  return { steps, stdout: end.stdout, wrongHeights, internalError: end.internalError };
}

function expectedHeight(frame: Frame, offset: number, last: Last): number {
  const entry = parseExceptionTable(frame.rt.co.exceptiontable).find(({ target }) => target === offset);
  // Handlers are reached by exceptions only.
  if (entry !== undefined) return entry.depth + (entry.lasti ? 2 : 1);
  // A generator's frame goes on with a value on its stack.
  if (last.opcode === OP.RETURN_GENERATOR) return last.height + 1;
  const { pops, pushes } = stackEffect(last.opcode, last.arg);
  // At the end of a loop the iterator is gone, and END_FOR is passed over.
  const over = last.opcode === OP.FOR_ITER && frame.sp - frame.rt.nlocalsplus < last.height;
  return over ? last.height - 1 : last.height - pops + pushes;
}

export const STEPS_FILE = join(CORPUS, 'steps.json');

export interface StepsRecord {
  /** Of the program. */
  hash: string;
  count: number;
  /** Of the sequence; null: it is not compared. */
  steps: string | null;
  /** Why it is not compared. */
  why?: string;
}

export const readSteps = (): Record<string, StepsRecord> =>
  existsSync(STEPS_FILE) ? (JSON.parse(readFileSync(STEPS_FILE, 'utf8')) as Record<string, StepsRecord>) : {};

export function writeSteps(records: Record<string, StepsRecord>): void {
  const lines = Object.keys(records)
    .sort()
    .map((id) => `${JSON.stringify(id)}: ${JSON.stringify(records[id])}`);
  writeFileSync(STEPS_FILE, `{\n${lines.join(',\n')}\n}\n`);
}

export const hashSteps = (steps: string[]) =>
  createHash('sha256').update(steps.join('\n')).digest('hex').slice(0, 16);

export function firstDifferentStep(expected: string[], got: string[]): string {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at++;
  const near = expected.slice(Math.max(0, at - 2), at).map((step) => `    ${step}`);
  return [...near, `step ${at}: CPython ${expected[at] ?? 'has ended'}, ours ${got[at] ?? 'has ended'}`].join(
    '\n',
  );
}
