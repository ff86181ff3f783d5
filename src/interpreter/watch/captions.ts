// What each recorded instruction did: worked out from the state before it and the state that came next in the same
// thread, and put into one sentence.
//
// Nothing is taken on faith from the opcode table where the recording can say it: results are read from the stack that
// followed. The table's stack picture only says how many of the top values the instruction took.

import { opcodeRows } from '../code/opcodes.ts';
import { stackEffect } from './effects.ts';
import type { RawStep } from './recorder.ts';
import {
  type FrameState,
  NULL,
  type RecordingEnd,
  type Step,
  type StepEvent,
  type WatchedInstruction,
} from './recording.ts';
import type { Tables } from './tables.ts';

/** What sentences are made of. */
type Sources = Pick<Tables, 'codes' | 'values'>;

type Outcome = Pick<Step, 'event' | 'pops' | 'pushes' | 'caption'>;

export function explain(
  tables: Sources,
  states: FrameState[],
  raw: RawStep[],
  end: Pick<RecordingEnd, 'truncated' | 'exception' | 'stdout'>,
): Step[] {
  const following = new Array<number>(raw.length).fill(-1);
  const last = new Map<number, number>();
  raw.forEach((step, i) => {
    const before = last.get(step.thread);
    if (before !== undefined) following[before] = i;
    last.set(step.thread, i);
  });
  const explainer = new Explainer(tables, states);
  return raw.map((step, i) => {
    const next = following[i]!;
    const outcome =
      next >= 0
        ? explainer.between(step, raw[next]!)
        : explainer.lastOf(step, end.truncated ? null : end.exception);
    const { thread, frames, printed } = step;
    return { thread, frames, printed, next, ...outcome };
  });
}

class Explainer {
  private readonly tables: Sources;
  private readonly states: FrameState[];

  constructor(tables: Sources, states: FrameState[]) {
    this.tables = tables;
    this.states = states;
  }

  private top(step: RawStep, below = 0): FrameState | null {
    const number = step.frames[step.frames.length - 1 - below];
    return number === undefined ? null : this.states[number]!;
  }

  private instruction(state: FrameState): WatchedInstruction {
    return this.tables.codes[state.code]!.instructions[state.at]!;
  }

  private text(value: number): string {
    return value === NULL ? 'NULL' : this.tables.values[value]!.text;
  }

  private list(values: readonly number[]): string {
    const texts = values.map((v) => this.text(v));
    if (texts.length <= 1) return texts.join('');
    return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
  }

  /** Name of a frame as the captions say it. */
  private name(state: FrameState): string {
    const { qualname } = this.tables.codes[state.code]!;
    return qualname === '<module>' ? 'the module' : qualname;
  }

  between(step: RawStep, next: RawStep): Outcome {
    const here = this.top(step)!;
    const there = this.top(next)!;
    const instruction = this.instruction(here);
    const name = label(instruction);
    if (there.frame === here.frame) return this.within(step, here, next, there, instruction, name);
    const depth = next.frames.findIndex((n) => this.states[n]!.frame === here.frame);
    if (depth >= 0) return this.entered(step, here, next, there, instruction, name);
    return this.left(step, here, there, instruction, name);
  }

  /** The same frame goes on. */
  private within(
    step: RawStep,
    here: FrameState,
    next: RawStep,
    there: FrameState,
    instruction: WatchedInstruction,
    name: string,
  ): Outcome {
    const target = this.instruction(there).offset;
    const straight = next.position === step.position + 1;
    const jumps = instruction.target !== null && target === instruction.target;
    if (
      step.handler >= 0 &&
      target === step.handler &&
      (!straight || RAISES.has(instruction.name)) &&
      !jumps
    ) {
      return this.raised(here, there, name, `The exception table sends it to ${target}, in the same frame.`);
    }
    const opcode = step.opcode;
    let { pops, pushes } = stackEffect(opcode, step.arg);
    const depth = here.stack.length;
    const exhausted = instruction.name === 'FOR_ITER' && there.stack.length < depth;
    if (exhausted) {
      // The machine passes over END_FOR: FOR_ITER itself drops the iterator.
      pops = 1;
      pushes = 0;
    } else if (instruction.name === 'RETURN_GENERATOR') {
      pops = 0;
      pushes = there.stack.length - depth;
    }
    // The stack that followed has the last word.
    if (depth - pops + pushes !== there.stack.length) {
      pops = Math.min(pops, depth);
      pushes = Math.max(0, there.stack.length - (depth - pops));
    }
    const taken = here.stack.slice(depth - pops);
    const made = pushes === 0 ? [] : there.stack.slice(-pushes);
    const event: StepEvent =
      instruction.name === 'YIELD_VALUE'
        ? 'yield'
        : exhausted || (instruction.target !== null && jumps)
          ? 'jump'
          : 'none';
    const jumped = exhausted || (jumps && !straight);
    return {
      event,
      pops,
      pushes,
      caption: this.sentence(instruction, name, step, taken, made, jumped, there),
    };
  }

  private sentence(
    instruction: WatchedInstruction,
    name: string,
    step: RawStep,
    taken: number[],
    made: number[],
    jumped: boolean,
    there: FrameState,
  ): string {
    const target = this.instruction(there).offset;
    const popped = this.list(taken);
    const pushed = this.list(made);
    switch (instruction.name) {
      case 'RESUME':
        return instruction.arg === 0
          ? `${name}: the frame of ${this.name(there)} begins to run.`
          : `${name}: the paused frame of ${this.name(there)} goes on.`;
      case 'NOP':
        return 'NOP does nothing.';
      case 'POP_TOP':
        return `POP_TOP throws ${popped} away.`;
      case 'PUSH_NULL':
        return 'PUSH_NULL pushes NULL, the mark below a callable.';
      case 'STORE_NAME':
      case 'STORE_GLOBAL':
      case 'STORE_FAST':
      case 'STORE_DEREF':
        return `${instruction.name} pops ${popped} and binds it to the name ${instruction.argText}.`;
      case 'DELETE_NAME':
      case 'DELETE_GLOBAL':
      case 'DELETE_FAST':
      case 'DELETE_DEREF':
        return `${instruction.name} takes the name ${instruction.argText} away.`;
      case 'STORE_ATTR':
        return `STORE_ATTR pops ${popped}: the first becomes attribute ${instruction.argText} of the second.`;
      case 'STORE_SUBSCR':
        return `STORE_SUBSCR pops ${popped}: the first is stored in the second, at the third.`;
      case 'DELETE_SUBSCR':
        return `DELETE_SUBSCR pops ${popped} and deletes the item.`;
      case 'MAKE_CELL':
        return `MAKE_CELL puts ${instruction.argText} into a cell, so that inner functions can share it.`;
      case 'COPY_FREE_VARS':
        return `COPY_FREE_VARS copies the function's ${step.arg === 1 ? 'cell' : `${step.arg} cells`} into the frame.`;
      case 'SWAP':
        return `SWAP ${step.arg} exchanges ${this.text(taken[0]!)} and ${this.text(taken.at(-1)!)}.`;
      case 'COPY':
        return `COPY ${step.arg} pushes ${pushed} once more.`;
      case 'LIST_APPEND':
      case 'SET_ADD':
      case 'MAP_ADD':
        return `${instruction.name} pops ${popped} and adds it to the ${instruction.name.slice(0, instruction.name.indexOf('_')).toLowerCase().replace('map', 'dict')} below.`;
      case 'KW_NAMES':
        return `KW_NAMES says that the last arguments are named ${instruction.argText}.`;
      case 'FOR_ITER':
        return jumped
          ? `FOR_ITER asks the iterator for its next value: there is none left. It pops the iterator and jumps to ${target}, behind the loop.`
          : `FOR_ITER asks the iterator for its next value: pushes ${pushed}.`;
      case 'POP_JUMP_IF_FALSE':
      case 'POP_JUMP_IF_TRUE':
      case 'POP_JUMP_IF_NONE':
      case 'POP_JUMP_IF_NOT_NONE':
        return jumped
          ? `${instruction.name} pops ${popped}: it jumps to ${target}.`
          : `${instruction.name} pops ${popped}: no jump.`;
      case 'JUMP_BACKWARD':
      case 'JUMP_BACKWARD_NO_INTERRUPT':
        return `${instruction.name} jumps back to ${target}.`;
      case 'JUMP_FORWARD':
        return `JUMP_FORWARD jumps ahead to ${target}.`;
      case 'GET_ITER':
        return `GET_ITER pops ${popped} and pushes its iterator.`;
      case 'CALL':
        return `${name} calls ${this.call(taken)}: pushes ${pushed}.`;
      case 'YIELD_VALUE':
        return `YIELD_VALUE hands out ${popped} and pauses the frame; it went on with ${pushed}.`;
      case 'RETURN_GENERATOR':
        return `RETURN_GENERATOR made a generator of this frame; it has been asked for its first value.`;
      case 'PUSH_EXC_INFO':
        return `PUSH_EXC_INFO makes ${this.text(made.at(-1)!)} the exception that is being handled.`;
      case 'POP_EXCEPT':
        return 'POP_EXCEPT ends the handling: the exception is no longer the current one.';
      case 'CHECK_EXC_MATCH':
        return `CHECK_EXC_MATCH pops ${popped}, pushes ${pushed}: the exception ${pushed === 'True' ? 'is' : 'is not'} one of that class.`;
      case 'IMPORT_NAME':
        return `IMPORT_NAME imports ${instruction.argText}: pops ${popped}, pushes ${pushed}.`;
      default: {
        const parts: string[] = [];
        if (taken.length > 0) parts.push(`pops ${popped}`);
        if (made.length > 0) parts.push(`pushes ${pushed}`);
        if (parts.length > 0) return `${name} ${parts.join(', ')}.`;
        return `${name}: ${lowerFirst(opcodeRows[step.opcode]?.doc ?? '')}`;
      }
    }
  }

  /** `f(2, 3)` from what CALL takes: NULL callable args, or method self args. */
  private call(taken: number[]): string {
    const [first, second, ...args] = taken;
    if (first === undefined || second === undefined) return 'it';
    const callable = first === NULL ? second : first;
    const given = first === NULL ? args : [second, ...args];
    const text = given.map((v) => this.text(v)).join(', ');
    return `${callableName(this.text(callable))}(${text})`;
  }

  /** A frame of the reader began on top of this one. */
  private entered(
    step: RawStep,
    here: FrameState,
    next: RawStep,
    there: FrameState,
    instruction: WatchedInstruction,
    name: string,
  ): Outcome {
    const waiting = next.frames.map((n) => this.states[n]!).find((s) => s.frame === here.frame)!;
    const effect = stackEffect(step.opcode, step.arg);
    const pops = here.brief || waiting.brief ? 0 : Math.min(effect.pops, here.stack.length);
    const taken = here.stack.slice(here.stack.length - pops);
    const who = this.name(there);
    const resumed =
      this.instruction(there).name === 'RESUME' ? (this.instruction(there).arg ?? 0) > 0 : next.position > 0;
    let caption: string;
    if (resumed) caption = `${name} lets the paused frame of ${who} go on.`;
    else if (instruction.name === 'CALL') {
      const call = this.call(taken);
      const what = call.startsWith('__build_class__(') ? `the body of class ${who}` : who;
      caption = `CALL calls ${call}: a new frame for ${what}.`;
    } else caption = `${name} needs ${who}: a new frame for it.`;
    return { event: 'call', pops, pushes: resumed ? there.stack.length : 0, caption };
  }

  /** The frame ended or paused, and one below it goes on. */
  private left(
    step: RawStep,
    here: FrameState,
    there: FrameState,
    instruction: WatchedInstruction,
    name: string,
  ): Outcome {
    const waiting = step.frames.map((n) => this.states[n]!).find((s) => s.frame === there.frame);
    const who = this.name(here);
    const caller = this.name(there);
    if (instruction.name === 'RETURN_VALUE' || instruction.name === 'RETURN_CONST') {
      const fromStack = instruction.name === 'RETURN_VALUE';
      const value = fromStack ? this.text(here.stack.at(-1) ?? NULL) : instruction.argText;
      const pushes = waiting === undefined ? 0 : Math.max(0, there.stack.length - waiting.stack.length);
      const to = waiting === undefined ? '' : `, and ${caller} goes on`;
      if (waiting !== undefined && !step.forNative && this.instruction(waiting).name === 'FOR_ITER') {
        return {
          event: 'return',
          pops: fromStack ? 1 : 0,
          pushes: 0,
          caption: `${instruction.name} ends the generator: there is no next value, and ${caller} goes on behind its loop.`,
        };
      }
      const receiver = step.forNative ? 'the built-in that called it' : 'the caller';
      return {
        event: 'return',
        pops: fromStack ? 1 : 0,
        pushes,
        caption: `${instruction.name} hands ${value} to ${receiver}: the frame of ${who} ends${to}.`,
      };
    }
    if (instruction.name === 'YIELD_VALUE') {
      const pushes = waiting === undefined ? 0 : Math.max(0, there.stack.length - waiting.stack.length);
      return {
        event: 'yield',
        pops: 1,
        pushes,
        caption: `YIELD_VALUE hands ${this.text(here.stack.at(-1) ?? NULL)} to the caller: the frame of ${who} pauses, and ${caller} goes on.`,
      };
    }
    if (instruction.name === 'RETURN_GENERATOR') {
      const pushes = waiting === undefined ? 0 : Math.max(0, there.stack.length - waiting.stack.length);
      return {
        event: 'return',
        pops: 0,
        pushes,
        caption: `RETURN_GENERATOR makes a generator of the frame of ${who} and hands it to ${caller}. Nothing of the body has run.`,
      };
    }
    const target = this.instruction(there).offset;
    return this.raised(
      here,
      there,
      name,
      `${who} has no handler for it: its frame ends. ${caller} has one, at ${target}.`,
    );
  }

  /** The exception lies on top of the stack of the frame that handles it. */
  private raised(here: FrameState, there: FrameState, name: string, whereTo: string): Outcome {
    const exception = there.stack.at(-1);
    const waiting = there.frame === here.frame ? here : null;
    const kept = this.handlerDepth(here, there, waiting);
    return {
      event: 'raise',
      pops: waiting === null ? here.stack.length : Math.max(0, here.stack.length - kept),
      pushes: Math.max(0, there.stack.length - kept),
      caption: `${name} raises ${exception === undefined ? 'an exception' : this.text(exception)}. ${whereTo}`,
    };
  }

  /** How many values the handler found in place: all but the exception, and the place of the error where it is kept. */
  private handlerDepth(here: FrameState, there: FrameState, waiting: FrameState | null): number {
    const { exceptionTable } = this.tables.codes[there.code]!;
    const target = this.instruction(there).offset;
    const entry = exceptionTable.find((e) => e.target === target);
    if (entry !== undefined) return entry.depth;
    return waiting === null ? there.stack.length - 1 : here.stack.length;
  }

  /** The last thing that was recorded of a thread. */
  lastOf(step: RawStep, exception: RecordingEnd['exception']): Outcome {
    const here = this.top(step)!;
    const instruction = this.instruction(here);
    const name = label(instruction);
    const who = this.name(here);
    if (instruction.name === 'RETURN_VALUE' || instruction.name === 'RETURN_CONST') {
      const value =
        instruction.name === 'RETURN_CONST' ? instruction.argText : this.text(here.stack.at(-1) ?? NULL);
      const what = who === '<module>' ? 'the frame of the module ends' : `the frame of ${who} ends`;
      return {
        event: 'end',
        pops: instruction.name === 'RETURN_VALUE' ? 1 : 0,
        pushes: 0,
        caption: `${instruction.name} hands ${value} back: ${what}.`,
      };
    }
    if (exception !== null && step.thread === 0) {
      const text = exception.message === '' ? exception.type : `${exception.type}: ${exception.message}`;
      return {
        event: 'raise',
        pops: here.stack.length,
        pushes: 0,
        caption: `${name} raises ${text}. No frame has a handler: the program ends.`,
      };
    }
    return {
      event: 'end',
      pops: 0,
      pushes: 0,
      caption: `${name} is the last instruction that was recorded.`,
    };
  }
}

/** Instructions that never go on to the next one. */
const RAISES = new Set(['RAISE_VARARGS', 'RERAISE']);

/** Instructions whose argument the sentence says in another way. */
const BARE = new Set(['RESUME', 'CALL', 'LOAD_CONST', 'RETURN_CONST']);

/** `BINARY_OP +`, `LOAD_CONST 3`, `RETURN_VALUE`: the argument in words where dis has some. */
export function label(instruction: WatchedInstruction): string {
  const { name, argText, arg, target } = instruction;
  if (target !== null || arg === null || BARE.has(name) || (name === 'MAKE_FUNCTION' && arg === 0))
    return name;
  return argText === '' ? `${name} ${arg}` : `${name} ${argText}`;
}

function callableName(text: string): string {
  const match = /^<(?:function|bound method|class|built-in function|method) '?([^'> ]+)/.exec(text);
  if (match !== null) return match[1]!;
  const builtin = /^<built-in method (\S+) of/.exec(text);
  return builtin === null ? text : builtin[1]!;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
