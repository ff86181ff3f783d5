// Match objects: what `match` and `search` answer.
//
// Answers to CPython 3.12: Modules/_sre/sre.c (match methods).

import { decref, decrefAll, type Obj, type Res } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { smallIndex, ssizeG } from '../objects/abstract.ts';
import { classGetItem, getset, member, method } from '../objects/descrobject.ts';
import { getItemG, getStr, newDict, setItemG } from '../objects/dictcore.ts';
import { PyExc, raise } from '../objects/errors.ts';
import { isInt, newInt } from '../objects/longcore.ts';
import { readyLater } from '../objects/moduleobject.ts';
import { reprG } from '../objects/object.ts';
import { newTuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { newStr, type Str, strType } from '../objects/strcore.ts';
import { groupSlice, type Match, type MatchV, matchType } from './_sre_objects.ts';
import { compileTemplateG, expandTemplate } from './_sre_template.ts';

const M = (o: Obj): MatchV => (o as Match).v;

const noSuchGroup = (): null => raise(PyExc.IndexError, 'no such group');

/** A group's number from a number or a name; -1: an error is set; null: Python code must run. */
function indexFast(m: MatchV, key: Obj): number | null {
  let i = smallIndex(key);
  if (i === null) {
    if (key.type !== strType) return null;
    const found = m.pattern.v.groupindex === null ? undefined : getStr(m.pattern.v.groupindex, key as Str);
    i = found === undefined ? -1 : (smallIndex(found) ?? -1);
  }
  if (i >= 0 && i * 2 < m.mark.length) return i;
  noSuchGroup();
  return -1;
}

/** CPython 3.12: match_getindex */
function* indexG(m: MatchV, key: Obj): Gen<number> {
  let i = -1;
  if (key.type.nb_index !== null) {
    const n = yield* ssizeG(key, null);
    if (n === null) return -1;
    i = n;
  } else {
    const { groupindex } = m.pattern.v;
    if (groupindex !== null) {
      const found = yield* getItemG(groupindex.v, key);
      if (found === null) return -1;
      if (found !== undefined && isInt(found)) i = smallIndex(found) ?? -1;
    }
  }
  if (i >= 0 && i * 2 < m.mark.length) return i;
  noSuchGroup();
  return -1;
}

/** Runs `f` with the number of a group. */
function withGroup(o: Obj, key: Obj | undefined, f: (index: number) => Res): Res {
  if (key === undefined) return f(0);
  const i = indexFast(M(o), key);
  if (i === null) return suspend(withGroupG(o, key, f), [o, key]);
  return i < 0 ? null : f(i);
}

function* withGroupG(o: Obj, key: Obj, f: (index: number) => Res): Gen {
  const i = yield* indexG(M(o), key);
  return i < 0 ? null : f(i);
}

function getGroup(o: Obj, key: Obj | undefined): Res {
  return withGroup(o, key, (i) => groupSlice(o as Match, i, None));
}

function* manyGroupsG(o: Obj, keys: Obj[]): Gen {
  const out: Obj[] = [];
  for (const key of keys) {
    const i = indexFast(M(o), key) ?? (yield* indexG(M(o), key));
    const item = i < 0 ? null : groupSlice(o as Match, i, None);
    if (item === null) {
      decrefAll(out);
      return null;
    }
    out.push(item);
  }
  return newTuple(out);
}

/** All groups from 1 on. */
function groups(o: Obj, otherwise: Obj): Res {
  const out: Obj[] = [];
  for (let i = 1; i * 2 < M(o).mark.length; i++) {
    const item = groupSlice(o as Match, i, otherwise);
    if (item === null) {
      decrefAll(out);
      return null;
    }
    out.push(item);
  }
  return newTuple(out);
}

function* groupdictG(o: Obj, otherwise: Obj = None): Gen {
  const result = newDict();
  const { groupindex } = M(o).pattern.v;
  if (groupindex === null) return result;
  for (const key of groupindex.v.keys.slice()) {
    if (key === undefined) continue;
    const i = indexFast(M(o), key) ?? (yield* indexG(M(o), key));
    const value = i < 0 ? null : groupSlice(o as Match, i, otherwise);
    const ok = value !== null && (yield* setItemG(result.v, key, value));
    if (value !== null) decref(value);
    if (!ok) {
      decref(result);
      return null;
    }
  }
  return result;
}

const pair = (m: MatchV, i: number): Obj => newTuple([newInt(m.mark[i * 2]!), newInt(m.mark[i * 2 + 1]!)]);

function regs(o: Obj): Obj {
  const m = M(o);
  if (m.regs === null) {
    m.regs = newTuple(Array.from({ length: m.mark.length / 2 }, (_, i) => pair(m, i)));
  }
  m.regs.rc++;
  return m.regs;
}

/** The first characters of a repr: "%.50R". */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return Array.from(text).slice(0, most).join('');
}

function* reprMatchG(o: Obj): Gen {
  const m = M(o);
  const group = groupSlice(o as Match, 0, None);
  if (group === null) return null;
  const text = yield* reprG(group);
  decref(group);
  if (text === null) return null;
  const shown = shortened(text.v, 50);
  decref(text);
  return newStr(`<${o.type.name} object; span=(${m.mark[0]}, ${m.mark[1]}), match=${shown}>`);
}

function* expandG(o: Obj, text: Obj): Gen {
  const template = yield* compileTemplateG(M(o).pattern, text);
  if (template === null) return null;
  const r = expandTemplate(template, o as Match);
  decref(template);
  return r;
}

/** A member's value is handed out borrowed. */
export const borrowed = (o: Obj): Obj => {
  o.rc--;
  return o;
};

export const itself = (o: Obj): Obj => {
  o.rc++;
  return o;
};

function drop(o: Obj): void {
  const m = M(o);
  const { string, regs: spans, pattern } = m;
  m.string = None;
  m.regs = null;
  if (string !== None) decref(string);
  if (spans !== null) decref(spans);
  // The pattern is given up last of all: a cleared match still knows its groups.
  if (o.rc === 0) decref(pattern);
}

const t = matchType;
t.doc = 'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.';
t.basicsize = 88;
t.itemsize = 8;
t.tp_repr = (o) => suspend(reprMatchG(o), [o]);
t.mp_subscript = (o, key) => getGroup(o, key);
t.tp_traverse = (o, visit) => {
  const m = M(o);
  if (m.string !== None) visit(m.string);
  if (m.regs !== null) visit(m.regs);
  visit(m.pattern);
};
t.tp_clear = drop;
t.tp_dealloc = drop;
method(
  t,
  'group',
  '($self, /, *args)',
  (o: Obj, args: Obj[]) =>
    args.length <= 1 ? getGroup(o, args[0]) : suspend(manyGroupsG(o, args), [o, ...args]),
  'group([group1, ...]) -> str or tuple.\n    Return subgroup(s) of the match by indices or names.\n    For 0 returns the entire match.',
);
method(
  t,
  'start',
  '($self, group=0, /)',
  (o: Obj, key?: Obj) => withGroup(o, key, (i) => newInt(M(o).mark[i * 2]!)),
  'Return index of the start of the substring matched by group.',
);
method(
  t,
  'end',
  '($self, group=0, /)',
  (o: Obj, key?: Obj) => withGroup(o, key, (i) => newInt(M(o).mark[i * 2 + 1]!)),
  'Return index of the end of the substring matched by group.',
);
method(
  t,
  'span',
  '($self, group=0, /)',
  (o: Obj, key?: Obj) => withGroup(o, key, (i) => pair(M(o), i)),
  'For match object m, return the 2-tuple (m.start(group), m.end(group)).',
);
method(
  t,
  'groups',
  '($self, /, default=None)',
  (o: Obj, otherwise?: Obj) => groups(o, otherwise ?? None),
  'Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n    Is used for groups that did not participate in the match.',
);
method(
  t,
  'groupdict',
  '($self, /, default=None)',
  groupdictG,
  'Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n  default\n    Is used for groups that did not participate in the match.',
);
method(
  t,
  'expand',
  '($self, /, template)',
  expandG,
  'Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.',
);
method(t, '__copy__', '($self, /)', itself);
method(t, '__deepcopy__', '($self, memo, /)', itself);
classGetItem(t);
getset(
  t,
  'lastindex',
  (o) => (M(o).lastindex >= 0 ? newInt(M(o).lastindex) : none()),
  null,
  'The integer index of the last matched capturing group.',
);
getset(
  t,
  'lastgroup',
  (o) => {
    const { lastindex, pattern } = M(o);
    const names = pattern.v.indexgroup?.v;
    const name = names === undefined || lastindex < 0 ? undefined : names[lastindex];
    return itself(name ?? None);
  },
  null,
  'The name of the last matched capturing group.',
);
getset(t, 'regs', regs);
member(t, 'string', (o) => M(o).string, null, 'The string passed to match() or search().');
member(t, 're', (o) => M(o).pattern, null, 'The regular expression object.');
member(
  t,
  'pos',
  (o) => borrowed(newInt(M(o).pos)),
  null,
  'The index into the string at which the RE engine started looking for a match.',
);
member(
  t,
  'endpos',
  (o) => borrowed(newInt(M(o).endpos)),
  null,
  'The index into the string beyond which the RE engine will not go.',
);
readyLater(t);
