// The tables of a recording: objects, values, codes and frames get numbers when they are first met.
//
// Numbers are kept beside the objects, never in them: asking for an address would change what the program sees of
// `id()` later.

import { type CodeObject, type CodePosition, co_positions, parseExceptionTable } from '../code/codeobject.ts';
import { getInstructions } from '../code/dis.ts';
import type { Obj } from '../memory/object.ts';
import { floatType } from '../objects/floatcore.ts';
import { intType } from '../objects/longcore.ts';
import { HOME } from '../runtime/vfs.ts';
import type { CodeRuntime } from '../vm/coderuntime.ts';
import type { Frame } from '../vm/frame.ts';
import type { Thread } from '../vm/thread.ts';
import type { Place, WatchedCode, WatchedValue } from './recording.ts';
import { shortRepr, typeName } from './shortrepr.ts';

const MAY_PRINT = new Set(['CALL', 'CALL_FUNCTION_EX', 'CALL_INTRINSIC_1']);

/**
 * The code objects of the reader's files, numbered in the order in which a run meets them. Every run compiles the
 * program anew, so codes are known again by what they are; runs of one program can share a register and its numbers.
 */
export class CodeRegister {
  readonly codes: WatchedCode[] = [];
  /** For each code, position in the plain stream -> index of the instruction as dis lists it. */
  readonly listed: Uint32Array[] = [];
  /** For each code, which positions in the plain stream exceptions are sent to. */
  readonly handlers: Uint8Array[] = [];
  /** For each code, after which positions something may have been printed. */
  readonly calls: Uint8Array[] = [];
  /** For each code, how many instructions the codes before it list: with an index it numbers an instruction. */
  readonly bases: number[] = [];
  private sites = 0;
  private readonly numbers = new Map<string, number>();

  numberOf({ co, offsets, handlers, plain }: CodeRuntime): number {
    const key = `${co.filename}:${co.firstlineno}:${co.qualname}:${co.code}:${co.linetable}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const code = watchedCode(co);
    const atOffset = new Map(code.instructions.map(({ offset }, index) => [offset, index]));
    this.listed.push(Uint32Array.from(offsets, (offset) => atOffset.get(offset) ?? 0));
    const targets = new Uint8Array(plain.length);
    for (const { target } of handlers) targets[target] = 1;
    this.handlers.push(targets);
    this.calls.push(
      Uint8Array.from(this.listed.at(-1)!, (index) =>
        MAY_PRINT.has(code.instructions[index]!.name) ? 1 : 0,
      ),
    );
    this.bases.push(this.sites);
    this.sites += code.instructions.length;
    const number = this.codes.push(code) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

export class Tables {
  readonly values: WatchedValue[] = [];
  readonly register: CodeRegister;
  private readonly readers: ReadonlySet<string>;
  private readonly codeNumbers = new Map<CodeRuntime, number>();
  private readonly objectNumbers = new Map<Obj, { number: number; content: unknown }>();
  private nextObject = 0;
  private readonly valueNumbers = new Map<string, number>();
  private readonly frameNumbers = new Map<Frame, number>();
  private nextFrame = 0;
  private readonly threads: Thread[] = [];

  /** `files`: paths of the reader's files. */
  constructor(files: Iterable<string>, register = new CodeRegister()) {
    this.readers = new Set([...files].map((path) => `${HOME}/${path}`));
    this.register = register;
  }

  get codes(): WatchedCode[] {
    return this.register.codes;
  }

  /** Number of a code object of one of the reader's files; -1 for any other. */
  codeOf({ rt }: Frame): number {
    let number = this.codeNumbers.get(rt);
    if (number === undefined) {
      number = this.readers.has(rt.co.filename) ? this.register.numberOf(rt) : -1;
      this.codeNumbers.set(rt, number);
    }
    return number;
  }

  /** Index in the listing of a position in the plain stream. */
  listedAt(code: number, position: number): number {
    return this.register.listed[code]![Math.max(0, position)]!;
  }

  /** A frame at its first instruction is a new call, even where the machine uses a frame again. */
  frameOf(frame: Frame, position: number): number {
    const known = this.frameNumbers.get(frame);
    if (known !== undefined && position > 0) return known;
    this.frameNumbers.set(frame, this.nextFrame);
    return this.nextFrame++;
  }

  /** The number given to a frame that has begun; -1: it has not been met. */
  knownFrame(frame: Frame): number {
    return this.frameNumbers.get(frame) ?? -1;
  }

  threadOf(thread: Thread): number {
    const at = this.threads.indexOf(thread);
    return at >= 0 ? at : this.threads.push(thread) - 1;
  }

  /**
   * Number of an object. The machine may use the box of a number that nobody else holds again for another number:
   * that is another object.
   */
  objectOf(o: Obj): number {
    const content = o.type === intType || o.type === floatType ? o.v : null;
    const known = this.objectNumbers.get(o);
    if (known !== undefined && Object.is(known.content, content)) return known.number;
    const number = this.nextObject++;
    this.objectNumbers.set(o, { number, content });
    return number;
  }

  valueOf(o: Obj): number {
    const object = this.objectOf(o);
    const text = shortRepr(o);
    const type = typeName(o.type);
    const key = `${object} ${type} ${text}`;
    let number = this.valueNumbers.get(key);
    if (number === undefined) {
      number = this.values.push({ object, type, text }) - 1;
      this.valueNumbers.set(key, number);
    }
    return number;
  }
}

/** A code object as the views list it. */
export function watchedCode(co: CodeObject): WatchedCode {
  const positions = co_positions(co);
  return {
    name: co.name,
    qualname: co.qualname,
    file: co.filename.startsWith(`${HOME}/`) ? co.filename.slice(HOME.length + 1) : co.filename,
    firstLine: co.firstlineno,
    stackSize: co.stacksize,
    instructions: getInstructions(co).map((each) => ({
      offset: each.offset,
      name: each.opname,
      arg: each.arg,
      argText: each.argrepr,
      place: placeOf(positions[each.offset >> 1]),
      startsLine: each.starts_line,
      jumpTarget: each.is_jump_target,
      target: each.target,
    })),
    exceptionTable: parseExceptionTable(co.exceptiontable),
  };
}

export function placeOf(position: CodePosition | undefined): Place | null {
  if (position === undefined || position.lineno === null || position.col_offset === null) return null;
  return {
    line: position.lineno,
    col: position.col_offset,
    endLine: position.end_lineno ?? position.lineno,
    endCol: position.end_col_offset ?? position.col_offset,
  };
}
