// Imports, gate by gate: what the reader's import statements went through, in order.
//
// The finders and loaders are CPython's own Python code, so they are watched like any Python code: which of their
// functions were called, with what, and what they answered or raised. What happens before any Python runs (the look into
// sys.modules, built-in modules early in a run) is told by runtime/importtrace.ts.
//
// Imports that library modules make in turn are counted, not opened.

import { addr2line } from '../code/codeobject.ts';
import { OP } from '../code/opcodes.ts';
import { type Obj, tstate } from '../memory/object.ts';
import { type DictObj, isDict } from '../objects/dictcore.ts';
import { type Exc, isException } from '../objects/exceptions.ts';
import { None } from '../objects/singletons.ts';
import { type ImportEvent, importTrace } from '../runtime/importtrace.ts';
import { HOME } from '../runtime/vfs.ts';
import type { Frame } from '../vm/frame.ts';
import { pythonBack } from '../vm/frameobject.ts';
import { current } from '../vm/thread.ts';
import { vmHooks } from '../vm/vmhooks.ts';
import { watchHook } from '../vm/watchhook.ts';
import { namespaceEntries } from './frames.ts';
import type { RecordingEnd } from './recording.ts';
import { shortRepr, typeName } from './shortrepr.ts';
import type { Tables } from './tables.ts';

/** One gate that an import passed, or at which it was turned away. */
export interface Gate {
  kind:
    | 'cache'
    | 'finder'
    | 'folder'
    | 'pyc'
    | 'source'
    | 'write'
    | 'load'
    | 'run'
    | 'done'
    | 'failed'
    | 'others';
  /** Imports inside imports are further in. */
  depth: number;
  /** Full name of the module that is imported. */
  module: string;
  /** Who is asked: a finder's name, a path. */
  who: string;
  answer: string;
  /** It was found here; null: there was nothing to find. */
  found: boolean | null;
  /** Where the reader's program stands. */
  file: string;
  line: number;
  /** Names that have come into sys.modules since the gate before. */
  added: string[];
}

/** What became of a module's .pyc file. */
export interface Pyc {
  path: string;
  state: 'fresh' | 'stale' | 'absent';
  reason: string;
  written: boolean;
}

export interface ImportedModule {
  name: string;
  /** The finder whose answer was taken; empty: it was in sys.modules, or nobody found it. */
  finder: string;
  origin: string;
  pyc: Pyc | null;
  status: 'loaded' | 'cached' | 'failed';
}

export interface ImportRecording extends RecordingEnd {
  /** sys.modules when the program's first line was about to run. */
  before: string[];
  gates: Gate[];
  modules: ImportedModule[];
}

interface OpenImport {
  module: ImportedModule;
  /** The reader's code asked for it, or a module of the reader's. */
  visible: boolean;
  others: number;
  /** Where the reader's code asked for it. */
  file: string;
  line: number;
}

/** What this interpreter imports for itself before its first import; CPython has them when the program starts. */
const BOOTSTRAP = new Set(['_frozen_importlib_external', '_sitebuiltins', 'site']);

const short = (path: string): string =>
  path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1) : path === HOME ? 'the folder of main.py' : path;

export class ImportRecorder {
  readonly gates: Gate[] = [];
  readonly modules: ImportedModule[] = [];
  before: string[] = [];
  private readonly tables: Tables;
  private readonly open: OpenImport[] = [];
  private known: Set<string> | null = null;
  private ready = false;
  /** Files whose .pyc was written, when it is known for which module. */
  private writing = new Map<Frame, Pyc | null>();

  constructor(tables: Tables) {
    this.tables = tables;
    importTrace.onEvent = (event) => this.event(event);
    watchHook.onReturn = (frame) => this.raised(frame);
  }

  close(): void {
    importTrace.onEvent = null;
    watchHook.onReturn = null;
  }

  private get top(): OpenImport | null {
    return this.open.at(-1) ?? null;
  }

  // --- what native code tells ------------------------------------------------------------------------

  private event(event: ImportEvent): void {
    const name = event.name ?? '';
    switch (event.kind) {
      case 'import': {
        const visible = this.askedByReader() && !BOOTSTRAP.has(name);
        const module: ImportedModule = { name, finder: '', origin: '', pyc: null, status: 'failed' };
        if (!visible && this.top !== null && !BOOTSTRAP.has(name)) this.top.others++;
        this.open.push({ module, visible, others: 0, ...this.place() });
        if (!visible) return;
        this.modules.push(module);
        this.gate('cache', 'sys.modules', 'not there', false);
        return;
      }
      case 'cached':
        if (!this.askedByReader()) return;
        this.modules.push({ name, finder: '', origin: '', pyc: null, status: 'cached' });
        this.gate('cache', 'sys.modules', 'there already: this module is taken, nothing is run', true, name);
        return;
      case 'load':
        if (event.how !== 'builtin' || !this.top?.visible || this.top.module.name !== name) return;
        if (this.top.module.finder === '') this.finder('BuiltinImporter', 'built-in');
        this.gate('load', 'BuiltinImporter', 'made by the interpreter: no file', null);
        return;
      case 'done':
      case 'failed': {
        const at = this.open.findLastIndex(({ module }) => module.name === name);
        if (at < 0) return;
        const closed = this.open[at]!;
        if (closed.visible) {
          if (closed.others > 0) {
            const count = closed.others === 1 ? 'one more module' : `${closed.others} more modules`;
            this.gate('others', name, `${count} imported by it, not shown`, null, name, at);
          }
          const good = event.kind === 'done';
          closed.module.status = good ? 'loaded' : 'failed';
          const text = good ? 'the module is in sys.modules, its body has run' : failure();
          this.gate(event.kind as 'done' | 'failed', name, text, good, name, at);
        } else if (at > 0 && closed.others > 0) this.open[at - 1]!.others += closed.others;
        this.open.length = at;
        if (BOOTSTRAP.has(name)) this.before.push(...this.added());
        return;
      }
    }
  }

  /** The innermost Python code that is not the import system is one of the reader's files. */
  private askedByReader(): boolean {
    const frame = this.asker();
    return frame !== null && this.tables.codeOf(frame) >= 0;
  }

  private asker(): Frame | null {
    for (let f = current.thread.top; f !== null; f = f.back) {
      if (!f.native && !isImportlib(f)) return f;
    }
    return null;
  }

  private gate(
    kind: Gate['kind'],
    who: string,
    answer: string,
    found: boolean | null,
    module = this.top?.module.name ?? '',
    depth = this.open.filter(({ visible }) => visible).length - (kind === 'cache' && found === true ? 0 : 1),
  ): void {
    const { file, line } = kind === 'cache' || this.top === null ? this.place() : this.top;
    this.gates.push({
      kind,
      depth: Math.max(0, depth),
      module,
      who,
      answer,
      found,
      file,
      line,
      added: this.added(),
    });
  }

  /** The reader's file and line that run now. */
  private place(): { file: string; line: number } {
    const asker = this.asker();
    if (asker === null || this.tables.codeOf(asker) < 0) return { file: '', line: 0 };
    return { file: short(asker.rt.co.filename), line: addr2line(asker.rt.co, Math.max(0, asker.lasti)) };
  }

  private added(): string[] {
    const modules = vmHooks.sysModules();
    if (modules === null) return [];
    const names = [...moduleNames(modules)];
    const known = this.known ?? new Set<string>();
    this.known = new Set(names);
    return names.filter((name) => !known.has(name));
  }

  private finder(name: string, origin: string): void {
    const { top } = this;
    if (top === null || !top.visible) return;
    top.module.finder = name;
    top.module.origin = origin;
    this.gate('finder', name, `found it: ${origin}`, true);
  }

  // --- what the import system's own frames show ------------------------------------------------------

  /** Before an instruction. */
  instruction(frame: Frame): boolean {
    const position = frame.pc >> 1;
    if (this.known === null && this.tables.codeOf(frame) >= 0) {
      this.added();
      this.before = [...(this.known ?? [])];
    }
    const word = frame.rt.plain[position]!;
    const op = word & 255;
    if (op === OP.RESUME && word >>> 8 === 0) this.entered(frame);
    else if (op === OP.RETURN_VALUE) this.returned(frame, frame.slots[frame.sp - 1] ?? None);
    else if (op === OP.RETURN_CONST) this.returned(frame, frame.rt.consts[word >>> 8]!);
    return false;
  }

  private entered(frame: Frame): void {
    const { top } = this;
    if (top === null || !top.visible) return;
    const { co } = frame.rt;
    if (co.name === '<module>' && this.tables.codeOf(frame) >= 0) {
      this.gate('run', short(co.filename), 'its body is run, from the first line to the last', null);
      return;
    }
    if (!isImportlib(frame)) return;
    switch (co.qualname) {
      case '_find_and_load':
        // The import system itself has been made ready: CPython does that before a program begins.
        if (!this.ready) this.before.push(...this.added());
        this.ready = true;
        return;
      case 'SourceLoader.source_to_code':
        this.gate('source', short(text(local(frame, 'path'))), 'the source is compiled', true);
        return;
      case '_compile_bytecode':
        this.gate(
          'pyc',
          short(text(local(frame, 'bytecode_path'))),
          'fresh: the code object is read from it',
          true,
        );
        if (top.module.pyc === null) {
          const path = short(text(local(frame, 'bytecode_path')));
          top.module.pyc = { path, state: 'fresh', reason: '', written: false };
        }
        return;
      case 'SourceFileLoader.set_data': {
        const path = short(text(local(frame, 'path')));
        top.module.pyc ??= { path, state: 'absent', reason: '', written: false };
        this.writing.set(frame, top.module.pyc);
        return;
      }
    }
  }

  private returned(frame: Frame, value: Obj): void {
    const { top } = this;
    if (top === null || !top.visible) return;
    const { co } = frame.rt;
    const pyc = this.writing.get(frame);
    if (pyc !== undefined) {
      this.writing.delete(frame);
      if (pyc !== null) {
        pyc.written = true;
        this.gate('write', pyc.path, 'written, for the next time', null);
      }
      return;
    }
    if (co.name !== 'find_spec') return;
    const back = pythonBack(frame);
    if (back === null || !isImportlib(back)) return;
    const asked = text(local(frame, 'fullname') ?? local(frame, 'name'));
    if (asked !== '?' && asked !== top.module.name) return;
    const origin = value === None ? null : specOrigin(value);
    if (co.qualname === 'FileFinder.find_spec') {
      const folder = short(text(attribute(local(frame, 'self'), 'path')));
      this.gate(
        'folder',
        folder,
        origin === null ? `no ${last(top.module.name)} here` : `here: ${short(origin)}`,
        origin !== null,
      );
      return;
    }
    if (back.rt.co.name !== '_find_spec') return;
    const who = finderName(frame);
    if (origin === null) this.gate('finder', who, 'not mine', false);
    else this.finder(who, short(origin));
  }

  /** An exception leaves a frame: how the import system tells itself that a .pyc cannot be used. */
  private raised(frame: Frame): void {
    const { top } = this;
    this.writing.delete(frame);
    if (top === null || !top.visible || !isImportlib(frame)) return;
    const { qualname } = frame.rt.co;
    if (qualname === 'FileLoader.get_data') {
      const path = short(text(local(frame, 'path')));
      if (!path.endsWith('.pyc')) return;
      top.module.pyc = { path, state: 'absent', reason: 'there was none', written: false };
      this.gate('pyc', path, 'there is none yet', false);
    } else if (STALE[qualname] !== undefined) {
      const path = top.module.pyc?.path ?? pycPath(top.module);
      top.module.pyc = { path, state: 'stale', reason: STALE[qualname]!, written: false };
      this.gate('pyc', path, `not used: ${STALE[qualname]}`, false);
    }
  }
}

/** Functions of importlib that refuse a .pyc, and what their refusal means. */
const STALE: Record<string, string | undefined> = {
  _classify_pyc: 'it was written by another version of Python, or is damaged',
  _validate_timestamp_pyc: 'stale, its header names another time or size of the source',
  _validate_hash_pyc: 'stale, its header names another hash of the source',
};

function isImportlib(frame: Frame): boolean {
  return (
    frame.rt.co.filename.startsWith('<frozen importlib.') ||
    frame.rt.co.filename.endsWith('/importlib/_bootstrap_external.py') ||
    frame.rt.co.filename.endsWith('/importlib/_bootstrap.py')
  );
}

function* moduleNames(modules: DictObj): Generator<string> {
  for (const key of modules.v.keys) if (key !== undefined && typeof key.v === 'string') yield key.v;
}

function local(frame: Frame, name: string): Obj | null {
  const at = frame.rt.co.localsplusnames.indexOf(name);
  return at < 0 ? null : (frame.slots[at] ?? null);
}

function attribute(o: Obj | null, name: string): Obj | null {
  const dict = o?.x as Obj | null | undefined;
  if (dict === null || dict === undefined || typeof dict !== 'object' || !isDict(dict)) return null;
  for (const [key, value] of namespaceEntries(dict)) if (key === name) return value;
  return null;
}

const text = (o: Obj | null): string => (o !== null && typeof o.v === 'string' ? o.v : '?');
const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function specOrigin(spec: Obj): string {
  const origin = attribute(spec, 'origin');
  return origin === null || origin === None ? shortRepr(spec) : text(origin);
}

/** The finder's own name: of a class for class methods, else of the instance's class. */
function finderName(frame: Frame): string {
  const { qualname } = frame.rt.co;
  const dot = qualname.lastIndexOf('.');
  if (dot > 0) return qualname.slice(0, dot);
  const self = frame.slots[0] ?? null;
  return self === null ? qualname : typeName(self.type);
}

function pycPath({ origin }: ImportedModule): string {
  const slash = origin.lastIndexOf('/') + 1;
  return `${origin.slice(0, slash)}__pycache__/${origin.slice(slash).replace(/\.py$/, '')}.cpython-312.pyc`;
}

function failure(): string {
  const { exc } = tstate;
  return exc !== null && isException(exc) ? shortRepr(exc as Exc, 90) : 'it failed';
}
