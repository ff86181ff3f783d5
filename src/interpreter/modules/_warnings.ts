// The _warnings module: which warnings are shown, and how.
//
// The filters, the registries ("already shown at this line") and the plain way of showing are here, as in CPython's C half.
// Once `warnings` has been imported, its `_showwarnmsg` shows them instead.
//
// Answers to CPython 3.12: Python/_warnings.c.
// Absent: skip_file_prefixes beyond its type check.

import { decref, type Obj, PyType } from '../memory/object.ts';
import { type Gen, suspend } from '../memory/suspend.ts';
import { isInstanceG, isSubclassG, iterateG } from '../objects/abstract.ts';
import { type DictObj, getItemG, getStr, isDict, newDict, setItemG, setStr } from '../objects/dictcore.ts';
import { clear, PyExc, raise, setException, typeError } from '../objects/errors.ts';
import { runningHooks } from '../objects/hooks.ts';
import { type Int, isInt, newInt, True } from '../objects/longcore.ts';
import { defineModule, type Module, moduleGet } from '../objects/moduleobject.ts';
import { callG, lookupAttrG, richCompare, strG, truth } from '../objects/object.ts';
import { isTuple, newList, newTuple, type Tuple } from '../objects/seqcore.ts';
import { None, none } from '../objects/singletons.ts';
import { id, isStr, newStr, type Str } from '../objects/strcore.ts';
import { isSubtype } from '../objects/typecore.ts';
import { sources } from '../runtime/traceback.ts';
import type { Frame } from '../vm/frame.ts';
import { frameLine, pythonBack } from '../vm/frameobject.ts';
import { currentFrame } from '../vm/thread.ts';
import { current, moduleHooks } from './vmhooks.ts';

/** Raised by every change of the filters, so that registries are forgotten. */
const state = { version: 0, module: null as Module | null };

function tuple(...items: Obj[]): Obj {
  return newTuple(items);
}

/** One of `warnings.filters`: the release build's five. CPython 3.12: Python/_warnings.c init_filters */
function defaultFilters(): Obj {
  const filter = (action: string, category: PyType, module: string | null): Obj => {
    category.self.rc++;
    return tuple(newStr(action), none(), category.self, module === null ? none() : newStr(module), newInt(0));
  };
  return newList([
    filter('default', PyExc.DeprecationWarning, '__main__'),
    filter('ignore', PyExc.DeprecationWarning, null),
    filter('ignore', PyExc.PendingDeprecationWarning, null),
    filter('ignore', PyExc.ImportWarning, null),
    filter('ignore', PyExc.ResourceWarning, null),
  ]);
}

/** An attribute of the warnings module if it has been imported, else of this module (new reference). */
function setting(name: string, own: string): Obj | null {
  const modules = current.sys === null ? undefined : moduleGet(current.sys, 'modules');
  if (modules !== undefined && isDict(modules)) {
    const warnings = getStr(modules, id('warnings'));
    if (warnings !== undefined && warnings.type.name === 'module') {
      const o = getStr((warnings as Module).v.dict, id(name));
      if (o !== undefined) {
        o.rc++;
        return o;
      }
    }
  }
  const o = state.module === null ? undefined : moduleGet(state.module, own);
  if (o === undefined) return null;
  o.rc++;
  return o;
}

/** A filter's pattern against a text: None fits all, a str must be equal, a compiled pattern must match. */
function* fits(pattern: Obj, text: Obj): Gen<number> {
  if (pattern === None) return 1;
  if (isStr(pattern)) {
    const r = richCompare(pattern, text, 2);
    if (r === null) return -1;
    const t = truth(r);
    decref(r);
    return t;
  }
  const match = yield* lookupAttrG(pattern, id('match'));
  if (match === null) return -1;
  if (match === undefined) return 0;
  const r = yield* callG(match, [text]);
  decref(match);
  if (r === null) return -1;
  const yes = r !== None;
  decref(r);
  return yes ? 1 : 0;
}

/** CPython 3.12: Python/_warnings.c get_filter. The action's text, or null with an error. */
function* actionFor(category: Obj, text: Obj, lineno: number, module: Obj): Gen<string | null> {
  const filters = setting('filters', 'filters');
  if (filters === null) return 'default';
  const items = yield* iterateG(filters);
  decref(filters);
  if (items === null) return null;
  try {
    for (const item of items) {
      if (!isTuple(item) || item.v.length !== 5) {
        raise(PyExc.ValueError, "warnings.filters item isn't a 5-tuple");
        return null;
      }
      const [action, msg, cat, mod, ln] = (item as Tuple).v as [Obj, Obj, Obj, Obj, Obj];
      const good = yield* fits(msg, text);
      if (good < 0) return null;
      const goodModule = yield* fits(mod, module);
      if (goodModule < 0) return null;
      const is = yield* isSubclassG(category, cat);
      if (is < 0) return null;
      const line = isInt(ln) ? Number((ln as Int).v) : 0;
      if (good === 1 && goodModule === 1 && is === 1 && (line === 0 || line === lineno)) {
        return isStr(action) ? action.v : 'default';
      }
    }
  } finally {
    for (const o of items) decref(o);
  }
  const fallback = setting('defaultaction', '_defaultaction');
  const text_ = fallback !== null && isStr(fallback) ? fallback.v : 'default';
  if (fallback !== null) decref(fallback);
  return text_;
}

/** True, false, or null with an error. CPython 3.12: Python/_warnings.c already_warned */
function* alreadyWarned(registry: DictObj, key: Obj, set: boolean): Gen<boolean | null> {
  const version = getStr(registry, id('version'));
  if (version === undefined || !isInt(version) || (version as Int).v !== state.version) {
    const keys = yield* iterateG(registry);
    if (keys === null) return null;
    const d = registry.v;
    for (const k of keys) {
      const at = d.keys.indexOf(k);
      if (at >= 0) removeAt(registry, k);
      decref(k);
    }
    const v = newInt(state.version);
    setStr(registry, id('version'), v);
    decref(v);
  } else {
    const found = yield* getItemG(registry.v, key);
    if (found === null) return null;
    if (found !== undefined) return true;
  }
  if (set && !(yield* setItemG(registry.v, key, True))) return null;
  return false;
}

function removeAt(registry: DictObj, key: Obj): void {
  registry.type.mp_ass_subscript!(registry, key, null);
}

/** "file:line: Category: text" and the line. CPython 3.12: Python/_warnings.c show_warning */
function* show(filename: Obj, lineno: number, text: Obj, category: Obj, sourceline: Obj | null): Gen {
  const stderr = current.sys === null ? undefined : moduleGet(current.sys, 'stderr');
  if (stderr === undefined || stderr === None) return none();
  const name = yield* lookupAttrG(category, id('__name__'));
  const file = yield* strG(filename);
  const message = yield* strG(text);
  if (name == null || file === null || message === null) {
    clear();
    return none();
  }
  let out = `${file.v}:${lineno}: ${(name as Str).v}: ${message.v}\n`;
  if (sourceline !== null && isStr(sourceline)) out += `${sourceline.v}\n`;
  else {
    const line = yield* sources.line(file.v, lineno);
    if (line !== null) out += `  ${line.replace(/^[ \t\f]+/, '')}\n`;
  }
  const write = yield* lookupAttrG(stderr, id('write'));
  if (write == null) clear();
  else {
    const s = newStr(out);
    const r = yield* callG(write, [s]);
    if (r === null) clear();
    else decref(r);
    decref(s);
    decref(write);
  }
  decref(name);
  decref(file);
  decref(message);
  return none();
}

/** CPython 3.12: Python/_warnings.c call_show_warning */
function* callShow(
  category: Obj,
  text: Obj,
  message: Obj,
  filename: Obj,
  lineno: number,
  sourceline: Obj | null,
  source: Obj | null,
): Gen {
  const showFn = setting('_showwarnmsg', '_showwarnmsg');
  if (showFn === null) return yield* show(filename, lineno, text, category, sourceline);
  const modules = moduleGet(current.sys!, 'modules') as DictObj;
  const warnings = getStr(modules, id('warnings')) as Module;
  const type = getStr(warnings.v.dict, id('WarningMessage'));
  if (type === undefined) {
    decref(showFn);
    return raise(PyExc.RuntimeError, 'unable to get warnings.WarningMessage');
  }
  const line = newInt(lineno);
  const msg = yield* callG(type, [message, category, filename, line, None, None, source ?? None]);
  decref(line);
  if (msg === null) {
    decref(showFn);
    return null;
  }
  const r = yield* callG(showFn, [msg]);
  decref(showFn);
  decref(msg);
  return r;
}

/** CPython 3.12: Python/_warnings.c warn_explicit. All borrowed. */
function* warnExplicit(
  category: Obj,
  message: Obj,
  filename: Obj,
  lineno: number,
  moduleArg: Obj | null,
  registry: Obj | null,
  sourceline: Obj | null,
  source: Obj | null,
): Gen {
  if (moduleArg === None) return none();
  if (registry !== null && registry !== None && !isDict(registry)) {
    return typeError("'registry' must be a dict or None");
  }
  const module = moduleArg ?? normalized(filename);
  if (moduleArg !== null) module.rc++;
  const is = yield* isInstanceG(message, PyExc.Warning.self);
  if (is < 0) return null;
  let text: Obj;
  let warning: Obj;
  if (is === 1) {
    const s = yield* strG(message);
    if (s === null) return null;
    text = s;
    message.rc++;
    warning = message;
    category = message.type.self;
  } else {
    message.rc++;
    text = message;
    const made = yield* callG(category, [message]);
    if (made === null) return null;
    warning = made;
  }
  category.rc++;
  const key = newTuple([(text.rc++, text), (category.rc++, category), newInt(lineno)]);
  const done = (r: Obj | null): Obj | null => {
    for (const o of [module, text, warning, category, key]) decref(o);
    return r;
  };
  const dict = registry !== null && isDict(registry) ? registry : null;
  if (dict !== null) {
    const seen = yield* alreadyWarned(dict, key, false);
    if (seen === null) return done(null);
    if (seen) return done(none());
  }
  const action = yield* actionFor(category, text, lineno, module);
  if (action === null) return done(null);
  if (action === 'error') {
    warning.rc++;
    setException(warning);
    return done(null);
  }
  if (action === 'ignore') return done(none());
  if (action !== 'always') {
    if (dict !== null && !(yield* setItemG(dict.v, key, True))) return done(null);
    if (action === 'once' || action === 'module') {
      let where: Obj | null = dict;
      if (action === 'once' && where === null) where = setting('onceregistry', '_onceregistry');
      if (where !== null && isDict(where)) {
        const short = newTuple(
          action === 'once'
            ? [(text.rc++, text), (category.rc++, category)]
            : [(text.rc++, text), (category.rc++, category), newInt(0)],
        );
        const seen = yield* alreadyWarned(where, short, true);
        decref(short);
        if (where !== dict) decref(where);
        if (seen === null) return done(null);
        if (seen) return done(none());
      }
    } else if (action !== 'default') {
      raise(PyExc.RuntimeError, `Unrecognized action ('${action}') in warnings.filters:\n ${action}`);
      return done(null);
    }
  }
  const r = yield* callShow(category, text, warning, filename, lineno, sourceline, source);
  if (r === null) return done(null);
  decref(r);
  return done(none());
}

function normalized(filename: Obj): Obj {
  const name = isStr(filename) ? filename.v : '';
  if (name === '') return newStr('<unknown>');
  return newStr(name.endsWith('.py') ? name.slice(0, -3) : name);
}

const isInternal = (f: Frame): boolean =>
  f.rt.co.filename.includes('importlib') && f.rt.co.filename.includes('_bootstrap');

/** CPython 3.12: Python/_warnings.c do_warn, setup_context */
function* warn(category: Obj, message: Obj, stacklevel: number, source: Obj | null): Gen {
  let f = currentFrame();
  let level = stacklevel;
  if (level <= 0 || (f !== null && isInternal(f))) {
    while (--level > 0 && f !== null) f = pythonBack(f);
  } else {
    while (--level > 0 && f !== null) {
      do f = pythonBack(f);
      while (f !== null && isInternal(f));
    }
  }
  const globals = f === null ? current.sys!.v.dict : f.globals;
  globals.rc++;
  const filename = newStr(f === null ? 'sys' : f.rt.co.filename);
  const lineno = f === null ? 1 : frameLine(f);
  let registry = getStr(globals, id('__warningregistry__'));
  if (registry === undefined) {
    const made = newDict();
    setStr(globals, id('__warningregistry__'), made);
    decref(made);
    registry = made;
  }
  registry.rc++;
  const name = getStr(globals, id('__name__'));
  const module = name !== undefined && (name === None || isStr(name)) ? name : newStr('<string>');
  if (module === name) module.rc++;
  const r = yield* warnExplicit(category, message, filename, lineno, module, registry, null, source);
  for (const o of [globals, filename, registry, module]) decref(o);
  return r;
}

/** The category of a warning (borrowed), or null with TypeError. CPython 3.12: get_category */
function categoryOf(message: Obj, category: Obj | undefined): Obj | null {
  if (isSubtype(message.type, PyExc.Warning)) return message.type.self;
  if (category === undefined || category === None) return PyExc.UserWarning.self;
  if (!(category.v instanceof PyType) || !isSubtype(category.v, PyExc.Warning)) {
    return typeError(`category must be a Warning subclass, not '${category.type.name}'`);
  }
  return category;
}

const int = (o: Obj | undefined, otherwise: number): number =>
  o !== undefined && isInt(o) ? Number((o as Int).v) : otherwise;

const make = defineModule(
  '_warnings',
  '_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.',
  {
    functions: [
      [
        'warn',
        '(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=<unrepresentable>)',
        function* (
          _self: Obj,
          message: Obj,
          category: Obj | undefined,
          stacklevel: Obj | undefined,
          source: Obj | undefined,
        ): Gen {
          const c = categoryOf(message, category);
          if (c === null) return null;
          return yield* warn(c, message, int(stacklevel, 1), source === None ? null : (source ?? null));
        },
        'Issue a warning, or maybe ignore it or raise an exception.',
      ],
      [
        'warn_explicit',
        '(message, category, filename, lineno, module=<unrepresentable>, registry=None, module_globals=None, source=None)',
        function* (
          _self: Obj,
          message: Obj,
          category: Obj,
          filename: Obj,
          lineno: Obj,
          module: Obj | undefined,
          registry: Obj | undefined,
          _globals: Obj | undefined,
          source: Obj | undefined,
        ): Gen {
          return yield* warnExplicit(
            category,
            message,
            filename,
            int(lineno, 0),
            module ?? null,
            registry ?? null,
            null,
            source === None ? null : (source ?? null),
          );
        },
        'Issue a warning, or maybe ignore it or raise an exception.',
      ],
      [
        '_filters_mutated',
        '()',
        () => {
          state.version++;
          return none();
        },
      ],
    ],
    values: {
      filters: defaultFilters,
      _onceregistry: newDict,
      _defaultaction: () => newStr('default'),
    },
    init: (m) => {
      state.version = 0;
      state.module = m;
    },
  },
);

export function warningsModule(): Obj {
  return make();
}

/** This run's module; made and entered into sys.modules when the first warning comes before anything imported it. */
function ensureModule(): void {
  const modules = moduleGet(current.sys!, 'modules') as DictObj;
  const mine = getStr(modules, id('_warnings'));
  if (mine !== undefined) {
    state.module = mine as Module;
    return;
  }
  const m = make();
  setStr(modules, id('_warnings'), m);
  decref(m);
}

/** Lets the rest of the interpreter warn. */
export function initWarnings(): void {
  moduleHooks.warn = (category, message, source) => {
    ensureModule();
    const text = newStr(message);
    return suspend(
      warnAndRelease(PyExc[category].self, text, source ?? null),
      source === undefined ? [] : [source],
    );
  };
  runningHooks.warn = (category, message, source) => moduleHooks.warn(category, message, source);
  runningHooks.warnExplicit = (category, message, filename, lineno) => {
    ensureModule();
    return suspend(explicitAndRelease(category, message, filename, lineno), []);
  };
}

function* warnAndRelease(category: Obj, text: Obj, source: Obj | null): Gen {
  const r = yield* warn(category, text, 1, source);
  decref(text);
  return r;
}

function* explicitAndRelease(category: string, message: string, filename: string, lineno: number): Gen {
  const text = newStr(message);
  const file = newStr(filename);
  const r = yield* warnExplicit(
    PyExc[category as 'SyntaxWarning'].self,
    text,
    file,
    lineno,
    null,
    null,
    null,
    null,
  );
  decref(text);
  decref(file);
  return r;
}
