// Takes a picture of the reader's names and objects before each line, and where references move inside a line: at the
// start of a call, before a built-in is called with something that is counted, before a return.

import { isImmortal, type Obj } from '../memory/object.ts';
import { functionType, methodType } from '../objects/funcobject.ts';
import { scheduling } from '../runtime/threads.ts';
import type { Frame } from '../vm/frame.ts';
import { current } from '../vm/thread.ts';
import { bindings, readersFrames } from './frames.ts';
import { fieldsOf, HolderSearch, kindOf, reach } from './graph.ts';
import type { Moment, NamesOfFrame, ObjectNode } from './moments.ts';
import { NULL } from './recording.ts';
import { isClass, shortRepr, typeName } from './shortrepr.ts';
import type { Tables } from './tables.ts';

const OPEN_FRAMES = 6;
const MOST_CHANGES = 8;

export class MomentRecorder {
  readonly nodes: ObjectNode[] = [];
  readonly moments: Moment[] = [];
  printed = 0;
  private readonly tables: Tables;
  private readonly limit: number;
  private readonly nodeNumbers = new Map<string, number>();
  /** Line and position last met in each frame. */
  private readonly lines = new Map<number, { line: number; position: number }>();
  /** Objects of the last picture, by number. */
  private shown = new Map<number, { object: Obj; node: ObjectNode }>();
  private names = new Map<string, number>();

  constructor(tables: Tables, limit: number) {
    this.tables = tables;
    this.limit = limit;
  }

  /** Before an instruction; true when the recording is full. */
  instruction(frame: Frame): boolean {
    const { tables } = this;
    const code = tables.codeOf(frame);
    if (code < 0) return false;
    const position = frame.pc >> 1;
    const number = tables.frameOf(frame, position);
    const kind = this.kind(frame, number, code, position);
    if (kind === null) return false;
    if (this.moments.length >= this.limit) return true;
    scheduling.scheduler?.beforeYield();
    this.picture(kind, frame, code, position);
    return false;
  }

  private kind(frame: Frame, number: number, code: number, position: number): Moment['kind'] | null {
    const { name: owner, instructions } = this.tables.codes[code]!;
    const { name, arg, place } = instructions[this.tables.listedAt(code, position)]!;
    const inModule = owner === '<module>';
    if (name === 'RESUME') return inModule || arg !== 0 || frame.func === null ? null : 'enter';
    if (name === 'RETURN_VALUE' || name === 'RETURN_CONST') {
      return inModule ? 'end' : frame.func === null ? null : 'return';
    }
    const line = place?.line ?? 0;
    const last = this.lines.get(number);
    if (line > 0 && !PROLOGUE.has(name)) {
      this.lines.set(number, { line, position });
      if (last === undefined || last.line !== line || position < last.position) return 'line';
    }
    if (name === 'CALL' && callsBuiltin(frame, arg ?? 0)) return 'call';
    return null;
  }

  private picture(kind: Moment['kind'], frame: Frame, code: number, position: number): void {
    const { tables } = this;
    const instruction = tables.codes[code]!.instructions[tables.listedAt(code, position)]!;
    const frames = [...readersFrames(current.thread.top, tables)].slice(0, OPEN_FRAMES);
    const roots: Obj[] = [];
    const names: NamesOfFrame[] = frames.map((f) => this.namesOf(f, roots));
    const reached = reach(roots);
    // What was on view and lives on without a name that leads to it stays on view.
    const lost = new Set<Obj>();
    for (const { object } of this.shown.values()) {
      if (reached.has(object) || object.rc === 0 || object.gc <= 0 || !isKept(object)) continue;
      lost.add(object);
    }
    const all = lost.size === 0 ? reached : reach([...reached.keys(), ...lost]);
    const calling = kind === 'call' ? { frame, values: (instruction.arg ?? 0) + 1 } : null;
    const title = (o: Obj): string =>
      all.has(o) ? `${typeName(o.type)} #${tables.objectOf(o)}` : shortRepr(o, 24);
    const search = new HolderSearch(all.keys(), frames, calling, title);
    const shown = new Map<number, { object: Obj; node: ObjectNode }>();
    const nodes: number[] = [];
    for (const { object, fields, more } of all.values()) {
      const node: ObjectNode = {
        object: tables.objectOf(object),
        kind: kindOf(object),
        type: typeName(object.type),
        text: shortRepr(object),
        count: isImmortal(object) ? null : object.rc,
        fields: fields.map(({ label, to }) => ({ label, to: tables.objectOf(to) })),
        more,
        holders: search.of(object),
        lost: lost.has(object),
      };
      shown.set(node.object, { object, node });
      const key = JSON.stringify(node);
      let known = this.nodeNumbers.get(key);
      if (known === undefined) {
        known = this.nodes.push(node) - 1;
        this.nodeNumbers.set(key, known);
      }
      nodes.push(known);
    }
    const { born, died, changes } = this.since(names, shown);
    this.moments.push({
      kind,
      file: tables.codes[code]!.file,
      place: instruction.place,
      frames: names.reverse(),
      nodes,
      born,
      died,
      changes,
      caption: this.caption(kind, frame, instruction),
      printed: this.printed,
    });
    this.shown = shown;
  }

  private namesOf(frame: Frame, roots: Obj[]): NamesOfFrame {
    const { tables } = this;
    const { co, nlocalsplus } = frame.rt;
    const variables = bindings(frame).map(({ name, kind, object, cell }) => {
      if (cell !== null) roots.push(cell);
      roots.push(object);
      return {
        name,
        kind,
        object: tables.objectOf(object),
        cell: cell === null ? null : tables.objectOf(cell),
      };
    });
    const stack: number[] = [];
    for (let i = nlocalsplus; i < frame.sp; i++) {
      const o = frame.slots[i] ?? null;
      if (o !== null) roots.push(o);
      stack.push(o === null ? NULL : tables.objectOf(o));
    }
    const title = co.name === '<module>' ? 'module' : co.qualname;
    return { frame: tables.knownFrame(frame), title, variables, stack };
  }

  private since(
    names: NamesOfFrame[],
    shown: Map<number, { object: Obj; node: ObjectNode }>,
  ): Pick<Moment, 'born' | 'died' | 'changes'> {
    const before = this.shown;
    const changes: string[] = [];
    const bound = new Map<string, number>();
    for (const { frame, title, variables } of names) {
      for (const { name, object } of variables) {
        const key = `${frame} ${name}`;
        bound.set(key, object);
        const was = this.names.get(key);
        if (was === object) continue;
        const text = shown.get(object)?.node.text ?? 'an object';
        const where = title === 'module' ? '' : ` in ${title}`;
        changes.push(`The name ${name}${where} ${was === undefined ? 'is bound' : 'moves'} to ${text}.`);
      }
    }
    for (const key of this.names.keys()) {
      const [frame, name] = key.split(' ') as [string, string];
      if (!bound.has(key) && names.some((each) => String(each.frame) === frame)) {
        changes.push(`The name ${name} is gone.`);
      }
    }
    this.names = bound;
    const called = (node: ObjectNode): string => {
      const by = names.flatMap(({ variables }) => variables.filter(({ object }) => object === node.object));
      const list = [...new Set(by.map(({ name }) => name))].slice(0, 3).join(', ');
      return list === '' ? node.text : `${node.text} (${list})`;
    };
    const died: Moment['died'] = [];
    for (const [number, { object, node }] of before) {
      const now = shown.get(number);
      if (now !== undefined) {
        const [a, b] = [node.count, now.node.count];
        if (
          a !== null &&
          b !== null &&
          a !== b &&
          now.node.kind !== 'function' &&
          now.node.kind !== 'class'
        ) {
          changes.push(`The count of ${called(now.node)} ${b > a ? 'rises' : 'falls'} from ${a} to ${b}.`);
        }
        if (differs(node, now.node)) changes.push(`The ${now.node.type} ${called(now.node)} has changed.`);
        if (now.node.lost && !node.lost)
          changes.push(`No name leads to ${now.node.text} any more, yet something still holds it.`);
      } else if (object.rc === 0 && node.count !== null) {
        died.push({ object: number, type: node.type, text: node.text });
        changes.push(`${capital(node.text)} is destroyed: its last reference is gone.`);
      }
    }
    const born = [...shown.keys()].filter((number) => !before.has(number));
    if (changes.length > MOST_CHANGES) {
      const rest = changes.length - MOST_CHANGES + 1;
      changes.splice(MOST_CHANGES - 1, rest, `And ${rest} changes more.`);
    }
    return { born, died, changes };
  }

  private caption(
    kind: Moment['kind'],
    frame: Frame,
    instruction: { arg: number | null; argText: string; name: string; place: { line: number } | null },
  ): string {
    const { co } = frame.rt;
    const line = instruction.place?.line ?? co.firstlineno;
    switch (kind) {
      case 'line':
        return `Line ${line} is next.`;
      case 'enter':
        return `${co.qualname} has been called.`;
      case 'call': {
        const [callable] = callOf(frame, instruction.arg ?? 0);
        return `Line ${line}: ${callable === null ? 'a built-in' : calledName(callable)} is about to be called. Its arguments lie on the value stack.`;
      }
      case 'return': {
        const value = instruction.name === 'RETURN_CONST' ? instruction.argText : topText(frame);
        return `Line ${line}: ${co.qualname} is about to return ${value}. Its frame still holds its names.`;
      }
      case 'end':
        return 'The last line has run; the module is about to end.';
    }
  }
}

/** A container or an instance that refers to other things than before. */
function differs(a: ObjectNode, b: ObjectNode): boolean {
  if (!['container', 'instance', 'cell'].includes(a.kind) || a.type.endsWith('iterator')) return false;
  return a.fields.length !== b.fields.length || a.fields.some(({ to }, i) => to !== b.fields[i]!.to);
}

/** Instructions that belong to a call's beginning, not to a line. */
const PROLOGUE = new Set([
  'RESUME',
  'MAKE_CELL',
  'COPY_FREE_VARS',
  'RETURN_GENERATOR',
  'NOP',
  'JUMP_BACKWARD',
  'POP_EXCEPT',
]);

const isKept = (o: Obj): boolean =>
  !isClass(o) && o.type !== functionType && (fieldsOf(o).length > 0 || kindOf(o) === 'instance');

/** What CALL is about to call, and the arguments. */
function callOf(frame: Frame, argc: number): [callable: Obj | null, args: (Obj | null)[]] {
  const { slots, sp } = frame;
  const below = slots[sp - argc - 2] ?? null;
  const args = slots.slice(sp - argc, sp);
  const upper = slots[sp - argc - 1] ?? null;
  return below === null ? [upper, args] : [below, [upper, ...args]];
}

function callsBuiltin(frame: Frame, argc: number): boolean {
  const [callable, args] = callOf(frame, argc);
  if (
    callable === null ||
    callable.type === functionType ||
    callable.type === methodType ||
    isClass(callable)
  )
    return false;
  return args.some((o) => o !== null && !isImmortal(o) && (o.gc > 0 || o.rc > 1));
}

function calledName(callable: Obj): string {
  const match = /^<(?:built-in function|built-in method|method) '?([^'> ]+)/.exec(shortRepr(callable));
  return match?.[1] ?? shortRepr(callable);
}

function topText(frame: Frame): string {
  const o = frame.slots[frame.sp - 1] ?? null;
  return o === null ? 'a value' : shortRepr(o);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
