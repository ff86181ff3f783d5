// Templates: the replacement text of `sub` and `expand`, cut at its group references.
//
// The cutting is Python code, `re._compile_template`, which keeps what it has cut.
//
// Answers to CPython 3.12: Modules/_sre/sre.c (compile_template, _sre.template, expand_template).

import { gcTrack } from '../memory/gc.ts';
import { decref, Obj, type Res, xdecref } from '../memory/object.ts';
import { type Gen, settle } from '../memory/suspend.ts';
import { ssizeG } from '../objects/abstract.ts';
import { bufferBytes, hasBuffer } from '../objects/buffer.ts';
import { bytesType, isBytes, newBytes } from '../objects/bytescore.ts';
import { clear, matches, PyExc, raise, typeError } from '../objects/errors.ts';
import { runningHooks } from '../objects/hooks.ts';
import { readyLater } from '../objects/moduleobject.ts';
import { callG, getAttr } from '../objects/object.ts';
import type { List } from '../objects/seqcore.ts';
import { None } from '../objects/singletons.ts';
import { id, isStr, newStr, strType } from '../objects/strcore.ts';
import {
  groupSlice,
  type Match,
  type Pattern,
  type Template,
  type TemplateV,
  templateType,
} from './_sre_objects.ts';

/** Puts texts together as PyUnicode_Join or PyBytes_Join with nothing between them does. */
export class Joiner {
  readonly isBytes: boolean;
  private readonly strings: string[] = [];
  private readonly bytes: Uint8Array[] = [];
  private size = 0;
  /** The first item that is no text, by its position and the name of its type. */
  private wrong: [at: number, type: string] | null = null;

  constructor(isBytesLike: boolean) {
    this.isBytes = isBytesLike;
  }

  addString(s: string): void {
    this.strings.push(s);
  }

  addBytes(b: Uint8Array): void {
    this.bytes.push(b);
    this.size += b.length;
  }

  /** Adds an item (borrowed). */
  add(o: Obj): void {
    if (this.isBytes) {
      const b = bufferBytes(o);
      if (b != null) this.addBytes(isBytes(o) ? b : b.slice());
      else this.wrong ??= [this.bytes.length, o.type.name];
    } else if (isStr(o)) this.addString(o.v);
    else this.wrong ??= [this.strings.length, o.type.name];
  }

  join(): Res {
    if (this.wrong !== null) {
      const [at, type] = this.wrong;
      const expected = this.isBytes ? 'a bytes-like object' : 'str instance';
      return typeError(`sequence item ${at}: expected ${expected}, ${type} found`);
    }
    if (!this.isBytes) return newStr(this.strings.join(''));
    const all = new Uint8Array(this.size);
    let at = 0;
    for (const b of this.bytes) {
      all.set(b, at);
      at += b.length;
    }
    return newBytes(all);
  }
}

/** The template of a replacement text (new reference). CPython 3.12: compile_template */
export function* compileTemplateG(pattern: Pattern, text: Obj): Gen<Template | null> {
  const re = yield* runningHooks.importModuleG('re');
  if (re === null) return null;
  let compile = getAttr(re, id('_compile_template'));
  if (compile === null) compile = yield* settle();
  decref(re);
  if (compile === null) return null;
  let made = yield* callG(compile, [pattern, text]);
  if (made === null && matches(PyExc.TypeError)) {
    // It may only have been unhashable (a bytearray): once more with the plain type.
    let plain: Obj | null = null;
    if (isStr(text)) {
      if (text.type !== strType) plain = newStr(text.v);
    } else if (text.type !== bytesType && hasBuffer(text)) {
      const b = bufferBytes(text);
      if (b != null) plain = newBytes(b.slice());
    }
    if (plain !== null) {
      clear();
      made = yield* callG(compile, [pattern, plain]);
      decref(plain);
    }
  }
  decref(compile);
  if (made !== null && made.type !== templateType) {
    const name = made.type.name;
    decref(made);
    return raise(PyExc.RuntimeError, `the result of compiling a replacement string is ${name}`);
  }
  return made as Template | null;
}

/** The template with the groups of a match filled in. CPython 3.12: expand_template */
export function expandTemplate(template: Template, m: Match): Res {
  const { literal, items } = template.v;
  if (items.length === 0) {
    literal.rc++;
    return literal;
  }
  const out = new Joiner(!isStr(literal));
  out.add(literal);
  for (const item of items) {
    if (item.index * 2 >= m.v.mark.length) return raise(PyExc.IndexError, 'no such group');
    const group = groupSlice(m, item.index, None);
    if (group === null) return null;
    if (group !== None) out.add(group);
    decref(group);
    if (item.literal !== null) out.add(item.literal);
  }
  return out.join();
}

/** `_sre.template(pattern, template)`: a list of texts and group numbers in turn, as parse_template makes it. */
export function* template(_m: Obj, _pattern: Obj, list: Obj): Gen {
  if (!(list as List).type.mro.some((t) => t.name === 'list')) {
    return typeError(`template() argument 2 must be list, not ${list.type.name}`);
  }
  const parts = (list as List).v;
  const n = parts.length;
  if ((n & 1) === 0) return typeError('invalid template');
  const v: TemplateV = { literal: parts[0]!, items: [] };
  for (let i = 1; i < n; i += 2) {
    const index = yield* ssizeG(parts[i]!, PyExc.OverflowError);
    if (index === null) return null;
    if (index < 0) return typeError('invalid template');
    const text = parts[i + 1]!;
    const empty = (isStr(text) && text.v === '') || (isBytes(text) && text.v.length === 0);
    v.items.push({ index, literal: empty ? null : text });
  }
  v.literal.rc++;
  for (const item of v.items) if (item.literal !== null) item.literal.rc++;
  const t = new Obj<TemplateV>(templateType, v);
  gcTrack(t);
  return t;
}

function drop(o: Obj): void {
  const v = (o as Template).v;
  const { literal, items } = v;
  v.items = [];
  v.literal = None;
  if (literal !== None) decref(literal);
  for (const item of items) xdecref(item.literal);
}

templateType.basicsize = 56;
templateType.itemsize = 16;
templateType.tp_traverse = (o, visit) => {
  const { literal, items } = (o as Template).v;
  if (literal !== None) visit(literal);
  for (const item of items) if (item.literal !== null) visit(item.literal);
};
templateType.tp_clear = drop;
templateType.tp_dealloc = drop;
readyLater(templateType);
