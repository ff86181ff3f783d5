// The standard library as the interpreter wants it: CPython's own Python files, compiled by our compiler, in assets that
// are fetched one by one (src/interpreter/runtime/library.ts says what they look like).
//
// The source is the zip inside the `pyodide` package: CPython 3.12.7's Lib. What Pyodide added or changed is left out.
// Compiling everything takes some seconds, so each result is kept in node_modules/.cache under a name that changes with
// the compiler and with the source.
//
//   node src/tools/build-library.ts <folder>     writes all assets there
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeObject } from '../interpreter/code/codeobject.ts';
import { unpackOpargs } from '../interpreter/code/dis.ts';
import { dumps } from '../interpreter/code/marshal.ts';
import { OP } from '../interpreter/code/opcodes.ts';
import { writePyc } from '../interpreter/code/pyc.ts';
import { compileSource } from '../interpreter/codegen/index.ts';
import type { BootHeader, FrozenInfo } from '../interpreter/runtime/library.ts';
import { SYSCONFIG_FILE, sysconfigSource } from './sysconfigdata.ts';
import { readZip } from './zip.ts';

const LIB = '/usr/local/lib/python3.12';
/** CPython 3.12.7's release: when every file of the library was last changed. */
const MTIME = 1_727_740_800;

/** Not part of a course: tests, other people's packages, and what only makes sense where Pyodide runs. */
const LEFT_OUT =
  /(^|\/)(test|tests|site-packages|idlelib|lib2to3|ensurepip|turtledemo|pyodide|_pyodide)\/|^_sysconfigdata|^webbrowser\.py$|\/$/;

/**
 * What CPython freezes, but for the parts of its test package that the zip does not have. [name, source, origin, is a package]; origin null: it has none.
 * CPython 3.12: Python/frozen.c
 */
const FROZEN: readonly (readonly [
  name: string,
  file: string,
  origname: string | null,
  isPackage: boolean,
])[] = [
  ['_frozen_importlib', 'importlib/_bootstrap.py', 'importlib._bootstrap', false],
  ['_frozen_importlib_external', 'importlib/_bootstrap_external.py', 'importlib._bootstrap_external', false],
  ['zipimport', 'zipimport.py', 'zipimport', false],
  ['abc', 'abc.py', 'abc', false],
  ['codecs', 'codecs.py', 'codecs', false],
  ['io', 'io.py', 'io', false],
  ['_collections_abc', '_collections_abc.py', '_collections_abc', false],
  ['_sitebuiltins', '_sitebuiltins.py', '_sitebuiltins', false],
  ['genericpath', 'genericpath.py', 'genericpath', false],
  ['ntpath', 'ntpath.py', 'ntpath', false],
  ['posixpath', 'posixpath.py', 'posixpath', false],
  ['os.path', 'posixpath.py', 'posixpath', false],
  ['os', 'os.py', 'os', false],
  ['site', 'site.py', 'site', false],
  ['stat', 'stat.py', 'stat', false],
  ['importlib.util', 'importlib/util.py', 'importlib.util', false],
  ['importlib.machinery', 'importlib/machinery.py', 'importlib.machinery', false],
  ['runpy', 'runpy.py', 'runpy', false],
  ['__hello__', '__hello__.py', '__hello__', false],
  ['__hello_alias__', '__hello__.py', '__hello__', false],
  ['__phello_alias__', '__hello__.py', '__hello__', true],
  ['__phello_alias__.spam', '__hello__.py', '__hello__', false],
  ['__phello__', '__phello__/__init__.py', '__phello__', true],
  ['__phello__.__init__', '__phello__/__init__.py', '<__phello__', false],
  ['__phello__.spam', '__phello__/spam.py', '__phello__.spam', false],
];

/** Needed before anything else can be imported: these travel with boot.bin. */
const INLINE = new Set(['_frozen_importlib', '_frozen_importlib_external', 'zipimport', '_sitebuiltins']);

const require = createRequire(import.meta.url);
const archivePath = join(dirname(require.resolve('pyodide/package.json')), 'python_stdlib.zip');
const here = dirname(fileURLToPath(import.meta.url));
const decoder = new TextDecoder();

let sourcesRead: Map<string, Uint8Array> | null = null;

/** The library's source files, by path below its root. */
export function librarySources(): Map<string, Uint8Array> {
  if (sourcesRead === null) {
    sourcesRead = new Map([...readZip(readFileSync(archivePath))].filter(([path]) => !LEFT_OUT.test(path)));
    sourcesRead.set(SYSCONFIG_FILE, new TextEncoder().encode(sysconfigSource()));
  }
  return sourcesRead;
}

// --- compiling, once ---------------------------------------------------------------------------------

/** Changes whenever the compiler or the library does. */
let fingerprint: string | null = null;

/** What the fingerprint is made of: the library, this file, and the compiler. */
function fingerprintInputs(): string[] {
  const files = [archivePath, fileURLToPath(import.meta.url)];
  for (const folder of ['text', 'syntax', 'symtable', 'code', 'codegen']) {
    const path = join(here, '../interpreter', folder);
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) files.push(join(path, name));
    }
  }
  return files;
}

function compilerFingerprint(): string {
  if (fingerprint !== null) return fingerprint;
  const inputs = fingerprintInputs();
  // Reading them all takes longer than a small program: while sizes and times are the same, so is the answer.
  const seen = inputs.map((path) => {
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  });
  const state = createHash('sha256').update(seen.join('\n')).digest('hex').slice(0, 16);
  const note = join(cacheRoot, `${state}.fingerprint`);
  if (existsSync(note)) {
    fingerprint = readFileSync(note, 'latin1');
    return fingerprint;
  }
  const hash = createHash('sha256');
  for (const path of inputs) hash.update(basename(path)).update(readFileSync(path));
  fingerprint = hash.digest('hex').slice(0, 16);
  mkdirSync(cacheRoot, { recursive: true });
  writeFileSync(note, fingerprint);
  return fingerprint;
}

const cacheRoot = join(dirname(archivePath), '..', '.cache', 'python-library');

const isCached = (name: string): boolean => existsSync(join(cacheRoot, compilerFingerprint(), name));

function cached(name: string, make: () => Uint8Array): Uint8Array {
  const path = join(cacheRoot, compilerFingerprint(), name);
  if (existsSync(path)) return readFileSync(path);
  const bytes = make();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return bytes;
}

function compile(file: string, filename: string): CodeObject {
  const { code, error } = compileSource(decoder.decode(librarySources().get(file)!), filename, 'exec');
  if (code === null) throw new Error(`${file} was not compiled: ${error?.msg} (line ${error?.lineno})`);
  return code;
}

/** The .pyc of a source file of the library. */
function pycOf(file: string): Uint8Array {
  return cached(`${file}c`, () => {
    const sourceSize = librarySources().get(file)!.length;
    return writePyc(compile(file, `${LIB}/${file}`), { kind: 'timestamp', mtime: MTIME, sourceSize });
  });
}

function frozenOf(name: string): Uint8Array {
  const [, file, origname] = FROZEN.find(([n]) => n === name)!;
  const shown = origname === null ? name : origname.replace(/^</, '');
  return cached(`frozen/${name}.bin`, () => dumps(compile(file, `<frozen ${shown}>`)));
}

// --- assets ------------------------------------------------------------------------------------------

function bootAsset(header: BootHeader): Uint8Array {
  const inline = [...INLINE].map(frozenOf);
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = inline.reduce((n, code) => n + code.length, 4 + json.length);
  const out = new Uint8Array(length);
  new DataView(out.buffer).setUint32(0, json.length, true);
  out.set(json, 4);
  let at = 4 + json.length;
  for (const code of inline) {
    out.set(code, at);
    at += code.length;
  }
  return out;
}

/** `exact`: every size is that of the asset, for which everything must be compiled; else of what is known. */
function bootHeader(exact: boolean, together: BootHeader['together']): BootHeader {
  const files: Record<string, [number, number]> = {};
  for (const [path, bytes] of librarySources()) {
    const python = path.endsWith('.py');
    const pyc = !python ? 0 : exact ? pycOf(path).length : bytes.length;
    files[path] = [bytes.length, pyc];
  }
  const frozen: Record<string, FrozenInfo> = {};
  let offset = 0;
  for (const [name, file, origname, isPackage] of FROZEN) {
    const inline = INLINE.has(name);
    const size = exact || inline ? frozenOf(name).length : librarySources().get(file)!.length;
    frozen[name] = { size, package: isPackage, origname, offset: inline ? offset : -1 };
    if (inline) offset += size;
  }
  return { files, mtime: MTIME, frozen, together };
}

/** The names a module imports when it is executed: its own statements, not those in its functions. */
function importsOf(code: CodeObject, packageName: string): string[] {
  const names: string[] = [];
  let level = 0;
  const ops = unpackOpargs(code.code);
  for (let i = 0; i < ops.length; i++) {
    const [, op, arg] = ops[i]!;
    if (op !== OP.IMPORT_NAME) continue;
    const load = ops[i - 2];
    level = load !== undefined && load[1] === OP.LOAD_CONST ? Number(code.consts[load[2]!] as bigint) : 0;
    let name = code.names[arg!]!;
    if (level > 0) {
      const base = packageName
        .split('.')
        .slice(0, packageName.split('.').length - level + 1)
        .join('.');
      name = name === '' ? base : `${base}.${name}`;
    }
    names.push(name);
  }
  return names;
}

/** For each asset, the assets that its own imports will want. */
function togetherOf(): BootHeader['together'] {
  const sources = librarySources();
  const frozenNames = new Set(FROZEN.map(([name]) => name));
  const assetFor = (module: string): string | null => {
    if (INLINE.has(module)) return null;
    if (frozenNames.has(module)) return `frozen/${module}.bin`;
    const path = module.replaceAll('.', '/');
    if (sources.has(`${path}/__init__.py`)) return `${path}/__init__.pyc`;
    return sources.has(`${path}.py`) ? `${path}.pyc` : null;
  };
  const direct = new Map<string, string[]>();
  for (const path of sources.keys()) {
    if (!path.endsWith('.py')) continue;
    const module = path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
    const isPackage = path.endsWith('/__init__.py');
    const packageName = isPackage ? module : module.split('.').slice(0, -1).join('.');
    const asset = assetFor(module);
    if (asset === null) continue;
    const wanted = new Set<string>();
    for (const name of importsOf(compile(path, path), packageName)) {
      const parts = name.split('.');
      for (let i = 1; i <= parts.length; i++) {
        const a = assetFor(parts.slice(0, i).join('.'));
        if (a !== null && a !== asset) wanted.add(a);
      }
    }
    direct.set(asset, [...wanted]);
  }
  return Object.fromEntries([...direct].filter(([, wanted]) => wanted.length > 0));
}

/** Every asset with its bytes, and a name for their folder that changes with them. */
export function libraryAssets(): { folder: string; files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  files.set(
    'boot.bin',
    cached('boot.bin', () => bootAsset(bootHeader(true, togetherOf()))),
  );
  for (const [path, bytes] of librarySources()) {
    files.set(path, bytes);
    if (path.endsWith('.py')) files.set(`${path}c`, pycOf(path));
  }
  for (const [name] of FROZEN) if (!INLINE.has(name)) files.set(`frozen/${name}.bin`, frozenOf(name));
  return { folder: `stdlib/${compilerFingerprint()}`, files };
}

/** One asset, made when it is asked for: for a server that runs while the compiler changes. */
export function libraryAsset(path: string): Uint8Array | null {
  if (path === 'boot.bin') return cached('boot.inexact', () => bootAsset(bootHeader(false, {})));
  // What was compiled before needs no source.
  if (path.endsWith('.pyc') && isCached(path)) return pycOf(path.slice(0, -1));
  const frozen = /^frozen\/(.+)\.bin$/.exec(path);
  if (frozen !== null) return FROZEN.some(([name]) => name === frozen[1]) ? frozenOf(frozen[1]!) : null;
  const sources = librarySources();
  if (sources.has(path)) return sources.get(path)!;
  if (path.endsWith('.pyc') && sources.has(path.slice(0, -1))) return pycOf(path.slice(0, -1));
  return null;
}

/** loadLibrary for Node. */
export async function nodeLibrary(path: string): Promise<Uint8Array> {
  const asset = libraryAsset(path);
  if (asset === null) throw new Error(`the standard library has no ${path}`);
  return asset;
}

/** Writes all assets below a folder; answers the name of the folder they are in. */
export async function buildLibrary(outDir: string): Promise<{ folder: string; count: number }> {
  const { folder, files } = libraryAssets();
  const root = join(outDir, folder);
  const folders = new Set([...files.keys()].map((path) => dirname(join(root, path))));
  await Promise.all([...folders].map((name) => mkdir(name, { recursive: true })));
  await Promise.all([...files].map(([path, bytes]) => writeFile(join(root, path), bytes)));
  return { folder, count: files.size };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outDir = process.argv[2];
  if (outDir === undefined) throw new Error('usage: node src/tools/build-library.ts <folder>');
  const started = performance.now();
  const { folder, count } = await buildLibrary(outDir);
  console.log(`${count} files in ${folder}, ${Math.round(performance.now() - started)} ms`);
}
