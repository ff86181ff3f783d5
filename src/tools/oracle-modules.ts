/**
 * `npm run oracle:modules`: which modules of the standard library can be imported, beside CPython, as data for the page
 * "What works" (content/what-works/modules.json).
 *
 *   npm run oracle:modules              imports every module on ours and on CPython, and writes the data
 *   npm run oracle:modules -- --check   writes nothing; fails if the data is not what our interpreter does now
 *
 * A module's programs are those of the corpus that import it and print on our interpreter what CPython printed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPython } from '../interpreter/node.ts';
import { knownFailures, programs, topics } from './oracle/corpus.ts';
import { openCPython } from './oracle/cpython.ts';

export interface ModuleRow {
  name: string;
  works: boolean;
  /** Why it cannot be imported: the exception's text. */
  reason?: string;
  /** CPython as built for WebAssembly has it not either. */
  elsewhere?: true;
  /** How many programs of the corpus import it. */
  programs: number;
}

export const MODULES_FILE = join(import.meta.dirname, '../../content/what-works/modules.json');

/** Modules inside packages that programs import by their full name. */
const INSIDE = [
  'collections.abc',
  'concurrent.futures',
  'email.message',
  'html.parser',
  'http.client',
  'http.cookies',
  'importlib.metadata',
  'importlib.resources',
  'logging.config',
  'logging.handlers',
  'multiprocessing.pool',
  'os.path',
  'unittest.mock',
  'urllib.error',
  'urllib.parse',
  'urllib.request',
  'urllib.robotparser',
  'wsgiref.simple_server',
  'xml.etree.ElementTree',
  'xml.sax.saxutils',
];

/** Of another operating system: CPython on Linux has them not. */
const OTHER_SYSTEMS = new Set(['msilib', 'msvcrt', 'nt', 'winreg', 'winsound']);
/** Importing them is what they do. */
const BY_ITSELF = new Set(['antigravity', 'this', 'idlelib', 'turtledemo']);

/** Imports everything and prints what came of it after a line that no module prints. */
const PROGRAM = `import importlib, json, sys, warnings
warnings.simplefilter('ignore')
def attempt(name):
    try:
        importlib.import_module(name)
    except Exception as error:
        try:
            exec('import ' + name)
        except Exception as error:
            return f'{type(error).__name__}: {error}'
    return None
result = {name: attempt(name) for name in NAMES}
print('~~~' + json.dumps(result))
`;

export function publicModules(stdlib: readonly string[]): string[] {
  const top = stdlib.filter((n) => !n.startsWith('_') && !OTHER_SYSTEMS.has(n) && !BY_ITSELF.has(n));
  return [...top, '__future__', ...INSIDE].sort();
}

function readResult(stdout: string, stderr: string): Record<string, string | null> {
  const at = stdout.lastIndexOf('~~~');
  if (at < 0) throw new Error(`the program did not come to its end:\n${stderr}`);
  return JSON.parse(stdout.slice(at + 3));
}

/** What importing each module does on our interpreter. */
export async function importedHere(names: readonly string[]): Promise<Record<string, string | null>> {
  const main = `NAMES = ${JSON.stringify(names)}\n${PROGRAM}`;
  const { stdout, stderr } = await runPython({ files: { 'main.py': main }, main: 'main.py' });
  return readResult(stdout, stderr);
}

/** How many programs of the corpus import each module. */
export function programsWith(names: readonly string[]): Map<string, number> {
  const failing = knownFailures();
  const counts = new Map(names.map((name) => [name, 0]));
  for (const topic of topics()) {
    for (const program of programs(topic)) {
      if (failing.has(program.id)) continue;
      const imported = new Set<string>();
      for (const m of program.source.matchAll(/^[ \t]*import[ \t]+([\w.,\t ]+)/gm)) {
        for (const part of m[1].split(',')) imported.add(part.trim().split(/\s/)[0]);
      }
      for (const m of program.source.matchAll(
        /^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+\(?([\w, \t]+)/gm,
      )) {
        imported.add(m[1]);
        for (const part of m[2].split(',')) imported.add(`${m[1]}.${part.trim().split(/\s/)[0]}`);
      }
      for (const name of [...imported]) {
        const outer = name.split('.')[0];
        imported.add(outer);
      }
      for (const name of imported) {
        const n = counts.get(name);
        if (n !== undefined) counts.set(name, n + 1);
      }
    }
  }
  return counts;
}

export function readModules(): ModuleRow[] {
  return JSON.parse(readFileSync(MODULES_FILE, 'utf8')) as ModuleRow[];
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  if (check) {
    const rows = readModules();
    const here = await importedHere(rows.map((row) => row.name));
    const changed = rows.filter(
      (row) => (here[row.name] === null) !== row.works || (here[row.name] ?? undefined) !== row.reason,
    );
    for (const row of changed)
      console.log(`${row.name}: ${here[row.name] ?? 'works'}, listed as ${row.reason ?? 'working'}`);
    if (changed.length > 0) {
      console.log('renew with "npm run oracle:modules"');
      process.exitCode = 1;
    } else console.log(`${rows.length} modules as listed`);
    return;
  }
  const cpython = await openCPython();
  const names = await cpython.run({
    files: { 'main.py': 'import sys, json\nprint(json.dumps(sorted(sys.stdlib_module_names)))' },
    main: 'main.py',
  });
  const wanted = publicModules(JSON.parse(names.stdout));
  const there = await cpython.run({
    files: { 'main.py': `NAMES = ${JSON.stringify(wanted)}\n${PROGRAM}` },
    main: 'main.py',
  });
  const theirs = readResult(there.stdout, there.stderr);
  const ours = await importedHere(wanted);
  const counts = programsWith(wanted);
  const rows = wanted.map((name): ModuleRow => {
    const reason = ours[name];
    return {
      name,
      works: reason === null,
      ...(reason === null ? {} : { reason }),
      ...(reason !== null && theirs[name] !== null ? { elsewhere: true as const } : {}),
      programs: counts.get(name)!,
    };
  });
  writeFileSync(MODULES_FILE, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
  const working = rows.filter((row) => row.works);
  console.log(
    `${rows.length} modules, ${working.length} work here, ${wanted.filter((n) => theirs[n] === null).length} in CPython for WebAssembly`,
  );
  for (const row of rows)
    if (!row.works && theirs[row.name] === null) console.log(`  only there: ${row.name} (${row.reason})`);
}

if (process.argv[1] === import.meta.filename) await main();
