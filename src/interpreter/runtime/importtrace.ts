// What happens during an import, for those who watch: the cache, the finders, the loader, the .pyc files.
//
// The finders and loaders are CPython's own Python code; what is reported here is what their functions are called with
// and what they answer, seen where they reach native code. Nobody listening: nothing is done.

export interface ImportEvent {
  kind:
    | 'import' // an import statement or __import__ asks for a module
    | 'cached' // it is in sys.modules
    | 'builtin' // asked whether it is built in; `found`
    | 'frozen' // asked whether it is frozen; `found`
    | 'path' // a folder or a file of sys.path was looked at; `path`, `found`
    | 'read' // a file was opened: source or .pyc; `path`
    | 'load' // its code object was made: from a .pyc, from source, from a frozen module; `how`
    | 'written' // a .pyc was written; `path`
    | 'exec' // its body begins
    | 'done' // it is in sys.modules and its body has run
    | 'failed';
  /** The module's full name, where it is known. */
  name: string | null;
  path?: string;
  found?: boolean;
  how?: 'pyc' | 'source' | 'frozen' | 'builtin';
}

export const importTrace: { onEvent: ((event: ImportEvent) => void) | null } = { onEvent: null };

/** The modules that are being imported now, outermost first: what a file that is looked at is looked at for. */
export const importing: string[] = [];

export function traceImport(event: ImportEvent): void {
  importTrace.onEvent?.(event);
}
