// _contextvars: variables whose value belongs to a context, and contexts that can be copied and entered.
//
// A context's variables are an object of its own that copies share until one of them changes, so that copying a context
// costs nothing: CPython has a hash array mapped trie there. Which thread is in which context, the thread knows.
//
// Answers to CPython 3.12: Python/context.c, Python/hamt.c.
// Absent: the trie (a set after a copy copies the table), and with it its order, which depends on addresses.

import { holdsOutside } from '../memory/holders.ts';
import { decref, immortal, Obj, type PyType, type Res, TPFLAGS, xdecref } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { Py_EQ, Py_NE } from '../objects/compare.ts';
import { attribute, classGetItem, getset, member, method } from '../objects/descrobject.ts';
import { keyError } from '../objects/dictobject.ts';
import { PyExc, raise, raiseWith, typeError } from '../objects/errors.ts';
import { selfIter } from '../objects/iterobject.ts';
import { newBool } from '../objects/longcore.ts';
import { bindArguments, type Kwargs, NativeDef } from '../objects/methodobject.ts';
import { defineModule, moduleOwnType, readyLater } from '../objects/moduleobject.ts';
import { callG, compareBoolG, genericGetAttr, hexAddress, reprG } from '../objects/object.ts';
import { tupleOf } from '../objects/seqcore.ts';
import { None, none, notImplemented } from '../objects/singletons.ts';
import { hashNotImplemented } from '../objects/slotdefs.ts';
import { isStr, newStr, type Str } from '../objects/strcore.ts';
import { allocInstance } from '../objects/typeobject.ts';
import { scheduling } from '../runtime/threads.ts';
import { current } from '../vm/thread.ts';

// --- the table of variables ----------------------------------------------------------------------------

type Vars = Obj<Map<Obj, Obj>>;

const varsType = moduleOwnType('hamt', TPFLAGS.HAVE_GC | TPFLAGS.DISALLOW_INSTANTIATION);
varsType.tp_traverse = (o, visit) => {
  for (const [variable, value] of (o as Vars).v) {
    visit(variable);
    visit(value);
  }
};
varsType.tp_clear = varsType.tp_dealloc = (o) => {
  const held = (o as Vars).v;
  o.v = new Map();
  for (const [variable, value] of held) {
    decref(variable);
    decref(value);
  }
};
readyLater(varsType);

/** A table of its own for who is about to change it; takes over the reference. */
function unshared(vars: Vars): Vars {
  if (vars.rc === 1) return vars;
  const copy = new Map(vars.v);
  for (const [variable, value] of copy) {
    variable.rc++;
    value.rc++;
  }
  decref(vars);
  return allocInstance(varsType, copy);
}

// --- Context -------------------------------------------------------------------------------------------

interface ContextV {
  vars: Vars;
  /** The context that was left for this one (owned), while it is entered. */
  previous: Context | null;
  entered: boolean;
}
type Context = Obj<ContextV>;

const contextType = moduleOwnType('_contextvars.Context', TPFLAGS.HAVE_GC);
const C = (o: Obj): ContextV => (o as Context).v;

function newContext(vars: Vars): Context {
  return allocInstance<ContextV>(contextType, { vars, previous: null, entered: false });
}

// A thread is in the context it holds; one that never asked is in none.
holdsOutside(
  () => (scheduling.scheduler?.threads ?? []).flatMap((t) => (t.context === null ? [] : [t.context])),
  () => {},
);

/** The running thread's context (borrowed), made if it has none. CPython 3.12: Python/context.c context_get */
function currentContext(): Context {
  const { thread } = current;
  thread.context ??= newContext(allocInstance(varsType, new Map()));
  return thread.context as Context;
}

const isVariable = (o: Obj): boolean => o.type === variableType;

function* keyErrorG(key: Obj): Gen {
  const shown = yield* reprG(key);
  if (shown === null) return null;
  typeError(`a ContextVar key was expected, got ${shown.v}`);
  decref(shown);
  return null;
}

/** CPython 3.12: Python/context.c context_run */
function* run(self: Obj, args: Obj[], kwargs: Kwargs): Gen {
  const context = C(self);
  if (args.length < 1) return typeError('run() missing 1 required positional argument');
  if (context.entered) {
    const shown = yield* reprG(self);
    if (shown === null) return null;
    raise(PyExc.RuntimeError, `cannot enter context: ${shown.v} is already entered`);
    decref(shown);
    return null;
  }
  const { thread } = current;
  context.previous = thread.context as Context | null;
  context.entered = true;
  self.rc++;
  thread.context = self;
  const names = kwargs.map(([name]) => name);
  const values = kwargs.map(([, value]) => value);
  const r = yield* callG(args[0]!, [...args.slice(1), ...values], names.length > 0 ? names : null);
  thread.context = context.previous;
  context.previous = null;
  context.entered = false;
  decref(self);
  return r;
}

function* equalG(a: Obj, b: Obj, op: number): Gen {
  const left = C(a).vars.v;
  const right = C(b).vars.v;
  let same = left.size === right.size;
  if (same && left !== right) {
    for (const [variable, value] of [...left]) {
      const other = right.get(variable);
      const r = other === undefined ? 0 : yield* compareBoolG(value, other, Py_EQ);
      if (r < 0) return null;
      if (r === 0) {
        same = false;
        break;
      }
    }
  }
  return newBool(same === (op === Py_EQ));
}

interface VarsIter {
  vars: Vars | null;
  entries: Iterator<[Obj, Obj]>;
}

/** Iterators over a table: it cannot change while one holds it. CPython 3.12: Python/hamt.c _PyHamtKeys_Type */
function iteratorType(name: string, item: (variable: Obj, value: Obj) => Obj): PyType {
  const t = moduleOwnType(name, TPFLAGS.HAVE_GC | TPFLAGS.DISALLOW_INSTANTIATION);
  const I = (o: Obj): VarsIter => (o as Obj<VarsIter>).v;
  t.tp_iter = selfIter;
  t.tp_iternext = (o) => {
    const step = I(o).entries.next();
    return step.done ? null : item(...step.value);
  };
  t.tp_traverse = (o, visit) => {
    const { vars } = I(o);
    if (vars !== null) visit(vars);
  };
  t.tp_clear = t.tp_dealloc = (o) => {
    const { vars } = I(o);
    I(o).vars = null;
    xdecref(vars);
  };
  readyLater(t);
  return t;
}
const keysType = iteratorType('keys', (variable) => (variable.rc++, variable));
const valuesType = iteratorType('values', (_variable, value) => (value.rc++, value));
const itemsType = iteratorType('items', (variable, value) => tupleOf(variable, value));

const iterate = (type: PyType) => (self: Obj) => {
  const { vars } = C(self);
  vars.rc++;
  return allocInstance<VarsIter>(type, { vars, entries: vars.v.entries() });
};

contextType.hasWeakrefs = true;
contextType.tp_getattro = genericGetAttr;
contextType.tp_hash = hashNotImplemented;
contextType.tp_new = (_cls, args) =>
  args.length > 0
    ? typeError('Context() does not accept any arguments')
    : newContext(allocInstance(varsType, new Map()));
contextType.tp_traverse = (o, visit) => {
  const { vars, previous } = C(o);
  visit(vars);
  if (previous !== null) visit(previous);
};
contextType.tp_clear = (o) => {
  const c = C(o);
  const { vars } = c;
  c.vars = allocInstance(varsType, new Map());
  decref(vars);
};
contextType.tp_dealloc = (o) => decref(C(o).vars);
contextType.tp_richcompare = (a, b, op) =>
  a.type !== contextType || b.type !== contextType || (op !== Py_EQ && op !== Py_NE)
    ? notImplemented()
    : suspend(equalG(a, b, op), [a, b]);
contextType.mp_length = (o) => C(o).vars.v.size;
contextType.mp_subscript = (o, key) => {
  if (!isVariable(key)) return suspend(keyErrorG(key), [key]);
  const value = C(o).vars.v.get(key);
  if (value === undefined) return keyError(key);
  value.rc++;
  return value;
};
contextType.sq_contains = (o, key) =>
  isVariable(key) ? newBool(C(o).vars.v.has(key)) : suspend(keyErrorG(key), [key]);
contextType.tp_iter = iterate(keysType);
method(
  contextType,
  'get',
  '($self, key, default=None, /)',
  (self: Obj, key: Obj, otherwise: Obj | undefined) => {
    if (!isVariable(key)) return suspend(keyErrorG(key), [key]);
    const value = C(self).vars.v.get(key) ?? otherwise ?? None;
    value.rc++;
    return value;
  },
  'Return the value for `key` if `key` has the value in the context object.\n\nIf `key` does not exist, return `default`. If `default` is not given,\nreturn None.',
);
method(
  contextType,
  'items',
  '($self, /)',
  iterate(itemsType),
  'Return all variables and their values in the context object.\n\nThe result is returned as a list of 2-tuples (variable, value).',
);
method(
  contextType,
  'keys',
  '($self, /)',
  iterate(keysType),
  'Return a list of all variables in the context object.',
);
method(
  contextType,
  'values',
  '($self, /)',
  iterate(valuesType),
  "Return a list of all variables' values in the context object.",
);
function copyOf(context: Obj): Context {
  const { vars } = C(context);
  vars.rc++;
  return newContext(vars);
}
method(contextType, 'copy', '($self, /)', copyOf, 'Return a shallow copy of the context object.');
method(contextType, 'run', '($self, *args, **kwargs)', run);
readyLater(contextType);

// --- ContextVar ----------------------------------------------------------------------------------------

interface VariableV {
  name: Str;
  otherwise: Obj | null;
}
const variableType = moduleOwnType('_contextvars.ContextVar', TPFLAGS.HAVE_GC);
const V = (o: Obj): VariableV => (o as Obj<VariableV>).v;

const newVariable = new NativeDef('ContextVar', '(name, /, *, default)', () => null, null, null);
newVariable.parse();
// `default` may be left out, and has no value then.
for (const p of newVariable.params) if (p.name === 'default') p.required = false;

/** The value in the running thread's context, or the default (borrowed). CPython 3.12: Python/context.c PyContextVar_Get */
export function valueOf(variable: Obj, otherwise?: Obj): Obj | null {
  const context = current.thread.context as Context | null;
  return context?.v.vars.v.get(variable) ?? otherwise ?? V(variable).otherwise;
}

/** Sets it in the running thread's context, without a token. */
export function setValue(variable: Obj, value: Obj): void {
  const context = currentContext().v;
  context.vars = unshared(context.vars);
  const { v: table } = context.vars;
  const old = table.get(variable);
  if (old === undefined) variable.rc++;
  value.rc++;
  table.set(variable, value);
  xdecref(old);
}

/** CPython 3.12: Python/context.c PyContextVar_Set */
function set(self: Obj, value: Obj): Res {
  const context = currentContext();
  const old = context.v.vars.v.get(self) ?? null;
  context.rc++;
  self.rc++;
  if (old !== null) old.rc++;
  const token = allocInstance<TokenV>(tokenType, { context, variable: self, old, used: false });
  setValue(self, value);
  return token;
}

/** CPython 3.12: Python/context.c PyContextVar_Reset */
function* reset(self: Obj, token: Obj): Gen {
  const refuse = function* (type: PyType, before: string, after: string): Gen {
    const shown = yield* reprG(token);
    if (shown === null) return null;
    raise(type, `${before}${shown.v}${after}`);
    decref(shown);
    return null;
  };
  if (token.type !== tokenType) {
    return yield* refuse(PyExc.TypeError, 'expected an instance of Token, got ', '');
  }
  const t = T(token);
  if (t.used) return yield* refuse(PyExc.RuntimeError, '', ' has already been used once');
  if (t.variable !== self)
    return yield* refuse(PyExc.ValueError, '', ' was created by a different ContextVar');
  const context = currentContext();
  if (t.context !== context)
    return yield* refuse(PyExc.ValueError, '', ' was created in a different Context');
  t.used = true;
  if (t.old !== null) {
    setValue(self, t.old);
    return none();
  }
  const c = context.v;
  if (!c.vars.v.has(self)) {
    self.rc++;
    return raiseWith(PyExc.LookupError, self);
  }
  c.vars = unshared(c.vars);
  const value = c.vars.v.get(self)!;
  c.vars.v.delete(self);
  decref(value);
  decref(self);
  return none();
}

/** CPython 3.12: Python/context.c PyContextVar_New */
export function newVariableNamed(name: string): Obj {
  return allocInstance<VariableV>(variableType, { name: newStr(name), otherwise: null });
}

variableType.tp_getattro = genericGetAttr;
variableType.tp_new = (cls, args, kwnames) => {
  const positional = args.length - (kwnames?.length ?? 0);
  if (positional > 1) {
    return typeError(`ContextVar() takes at most 1 positional argument (${positional} given)`);
  }
  const bound = bindArguments(newVariable, args, kwnames);
  if (bound === null) return null;
  const [name, otherwise = null] = bound as [Obj, Obj | undefined];
  if (!isStr(name)) return typeError('context variable name must be a str');
  name.rc++;
  if (otherwise !== null) otherwise.rc++;
  return allocInstance<VariableV>(cls.v, { name, otherwise });
};
variableType.tp_traverse = (o, visit) => {
  const { name, otherwise } = V(o);
  visit(name);
  if (otherwise !== null) visit(otherwise);
};
variableType.tp_clear = (o) => {
  const { otherwise } = V(o);
  V(o).otherwise = null;
  xdecref(otherwise);
};
variableType.tp_dealloc = (o) => {
  decref(V(o).name);
  xdecref(V(o).otherwise);
};
function* reprVariable(o: Obj): Gen {
  const { name, otherwise } = V(o);
  const shown = yield* reprG(name);
  if (shown === null) return null;
  let text = `<ContextVar name=${shown.v}`;
  decref(shown);
  if (otherwise !== null) {
    const d = yield* reprG(otherwise);
    if (d === null) return null;
    text += ` default=${d.v}`;
    decref(d);
  }
  return newStr(`${text} at ${hexAddress(o)}>`);
}
variableType.tp_repr = (o) => suspend(reprVariable(o), [o]);
member(variableType, 'name', (o) => {
  const { name } = V(o);
  name.rc++;
  return name;
});
method(
  variableType,
  'get',
  '($self, default=<unrepresentable>, /)',
  (self: Obj, otherwise: Obj | undefined) => {
    const value = valueOf(self, otherwise);
    if (value === null) {
      self.rc++;
      return raiseWith(PyExc.LookupError, self);
    }
    value.rc++;
    return value;
  },
  'Return a value for the context variable for the current context.\n\nIf there is no value for the variable in the current context, the method will:\n * return the value of the default argument of the method, if provided; or\n * return the default value for the context variable, if it was created\n   with one; or\n * raise a LookupError.',
);
method(
  variableType,
  'set',
  '($self, value, /)',
  set,
  'Call to set a new value for the context variable in the current context.\n\nThe required value argument is the new value for the context variable.\n\nReturns a Token object that can be used to restore the variable to its previous\nvalue via the `ContextVar.reset()` method.',
);
method(
  variableType,
  'reset',
  '($self, token, /)',
  reset,
  'Reset the context variable.\n\nThe variable is reset to the value it had before the `ContextVar.set()` that\ncreated the token was used.',
);
classGetItem(variableType);
readyLater(variableType);

// --- Token ---------------------------------------------------------------------------------------------

interface TokenV {
  context: Obj | null;
  variable: Obj | null;
  old: Obj | null;
  used: boolean;
}
const tokenType = moduleOwnType('_contextvars.Token', TPFLAGS.HAVE_GC);
const T = (o: Obj): TokenV => (o as Obj<TokenV>).v;

const missingType = moduleOwnType('Token.MISSING', 0);
missingType.qualname = 'Token.MISSING';
missingType.tp_getattro = genericGetAttr;
missingType.tp_repr = () => newStr('<Token.MISSING>');
readyLater(missingType);
const MISSING = immortal(new Obj(missingType, null));

tokenType.tp_getattro = genericGetAttr;
tokenType.tp_hash = hashNotImplemented;
tokenType.tp_new = () => raise(PyExc.RuntimeError, 'Tokens can only be created by ContextVars');
tokenType.tp_traverse = (o, visit) => {
  const { context, variable, old } = T(o);
  if (context !== null) visit(context);
  if (variable !== null) visit(variable);
  if (old !== null) visit(old);
};
tokenType.tp_clear = tokenType.tp_dealloc = (o) => {
  const t = T(o);
  const { context, variable, old } = t;
  t.context = t.variable = t.old = null;
  xdecref(context);
  xdecref(variable);
  xdecref(old);
};
function* reprToken(o: Obj): Gen {
  const { used, variable } = T(o);
  const shown = yield* reprG(variable!);
  if (shown === null) return null;
  const text = `<Token${used ? ' used' : ''} var=${shown.v} at ${hexAddress(o)}>`;
  decref(shown);
  return newStr(text);
}
tokenType.tp_repr = (o) => suspend(reprToken(o), [o]);
getset(tokenType, 'var', (o) => {
  const { variable } = T(o);
  variable!.rc++;
  return variable;
});
getset(tokenType, 'old_value', (o) => {
  const old = T(o).old ?? MISSING;
  old.rc++;
  return old;
});
attribute(tokenType, 'MISSING', MISSING);
classGetItem(tokenType);
readyLater(tokenType);

export const contextvarsModule = defineModule('_contextvars', 'Context Variables', {
  functions: [['copy_context', '($module, /)', () => copyOf(currentContext())]],
  types: { Context: contextType, ContextVar: variableType, Token: tokenType },
});
