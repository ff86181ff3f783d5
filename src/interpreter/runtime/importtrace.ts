// What happens during an import, for those who watch: the cache, the finders, the files, the .pyc.
//
// The finders and loaders are CPython's own Python code; what is reported here is what they ask of native code, in the
// order in which they ask. Nobody listening: nothing is done.

import { HEADER_SIZE, MAGIC_NUMBER } from '../code/pyc.ts';
import { system } from './system.ts';

export interface ImportEvent {
  kind:
    | 'import' // an import statement or __import__ asks for a module that is not in sys.modules
    | 'cached' // it is there
    | 'builtin' // BuiltinImporter: is it built in? `found`
    | 'frozen' // FrozenImporter: is it frozen? `found`
    | 'path' // PathFinder: a folder or a file was looked at; `path`, `found`
    | 'read' // a file was opened, if it is there; `path`, `found`
    | 'stale' // a .pyc that was read does not belong to the source any more; `path`, `reason`
    | 'load' // the code object was made; `how`
    | 'written' // a .pyc was written; `path`
    | 'done' // the module is in sys.modules and its body has run
    | 'failed';
  /** The full name of the module that is being imported. */
  name: string;
  path?: string;
  found?: boolean;
  how?: 'pyc' | 'source' | 'frozen' | 'builtin';
  reason?: 'magic' | 'time' | 'size' | 'hash';
}

export const importTrace: {
  onEvent: ((event: ImportEvent) => void) | null;
  /** importlib itself is being started: its own imports are nobody's business. */
  muted: boolean;
} = { onEvent: null, muted: false };

/** The modules that are being imported now, outermost first. */
export const importing: string[] = [];

/** The .pyc that was read last, and for which module. */
let lastPyc: { name: string; path: string } | null = null;

export function traceImport(event: ImportEvent): void {
  if (!importTrace.muted) importTrace.onEvent?.(event);
}

const current = (): string | null => (importTrace.onEvent === null ? null : (importing.at(-1) ?? null));

/** stat() of a path was answered. */
export function traceStat(path: string, found: boolean): void {
  const name = current();
  if (name !== null) traceImport({ kind: 'path', name, path, found });
}

/** A file is opened whose contents are to be imported. */
export function traceRead(path: string): void {
  const name = current();
  if (name === null) return;
  const found = typeof system().vfs.lookup(path, true) !== 'number';
  if (path.endsWith('.pyc')) lastPyc = found ? { name, path } : null;
  else if (path.endsWith('.py')) {
    // The source is only read when the .pyc would not do.
    if (lastPyc?.name === name) {
      const reason = staleness(lastPyc.path, path);
      traceImport({ kind: 'stale', name, path: lastPyc.path, ...(reason === null ? {} : { reason }) });
      lastPyc = null;
    }
  }
  traceImport({ kind: 'read', name, path, found });
  if (found && path.endsWith('.py')) traceImport({ kind: 'load', name, path, how: 'source' });
}

/** A code object was read from marshalled bytes. */
export function tracePyc(): void {
  const name = current();
  if (name === null || lastPyc?.name !== name) return;
  traceImport({ kind: 'load', name, path: lastPyc.path, how: 'pyc' });
  lastPyc = null;
}

/** A file was put into its place. */
export function traceWritten(path: string): void {
  const name = current();
  if (name !== null && path.endsWith('.pyc')) traceImport({ kind: 'written', name, path });
}

/** Why a .pyc does not belong to a source. CPython 3.12: Lib/importlib/_bootstrap_external.py _validate_timestamp_pyc */
function staleness(pyc: string, source: string): ImportEvent['reason'] | null {
  const { vfs } = system();
  const file = vfs.lookup(pyc, true);
  const st = vfs.stat(source);
  if (typeof file === 'number' || typeof st === 'number' || file.size < HEADER_SIZE) return null;
  const { bytes } = file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0, true) !== MAGIC_NUMBER) return 'magic';
  if (view.getUint32(4, true) !== 0) return 'hash';
  if (view.getUint32(8, true) !== Number(BigInt.asUintN(32, st.mtime / 1_000_000_000n))) return 'time';
  return view.getUint32(12, true) !== st.size ? 'size' : null;
}
