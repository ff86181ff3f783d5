/**
 * The corpus on disk: programs in `src/corpus/<topic>/<name>.py` and, one file a topic, what CPython 3.12.7 printed
 * for them in `src/corpus/<topic>/records.json`.
 *
 * Beside a program may stand `<name>.in` (its standard input) and a folder `<name>/` (further files, in its working
 * directory). Comments at the start of a program's lines say more:
 *   `# oracle: dis`           its disassembly is recorded too;
 *   `# oracle: argv a b`      what follows its name on the command line;
 *   `# oracle: properties`    Pyodide cannot be the judge (64-bit facts, threads): the expected output is stated in
 *                             the program itself, in lines that begin with `#> `.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Program } from './cpython.ts';

export const CORPUS = join(import.meta.dirname, '../../corpus');

export interface CorpusProgram extends Program {
  topic: string;
  name: string;
  /** `topic/name`. */
  id: string;
  source: string;
  wantsDis: boolean;
  /** The outcome that the program states itself (`# oracle: properties`), or null. */
  stated: Outcome | null;
  /** Changes whenever anything does that the record depends on. */
  hash: string;
}

export interface Recorded {
  hash: string;
  exitCode: number;
  stdout: string;
  stderr: string;
  dis?: string;
}

/** A text as it stands in a record: its lines, so that a diff shows them; a missing last newline is told apart. */
type Lines = string[] | { unended: string[] };

interface StoredRecord {
  hash: string;
  exit?: number;
  stdout: Lines;
  stderr?: Lines;
  dis?: Lines;
}

function toLines(text: string): Lines {
  const lines = text.split('\n');
  if (lines.at(-1) === '') return lines.slice(0, -1);
  return { unended: lines };
}

function toText(lines: Lines): string {
  if (!Array.isArray(lines)) return lines.unended.join('\n');
  return lines.map((line) => `${line}\n`).join('');
}

export function topics(): string[] {
  return readdirSync(CORPUS)
    .filter((name) => statSync(join(CORPUS, name)).isDirectory())
    .sort();
}

function furtherFiles(folder: string, prefix: string, into: Record<string, string | Uint8Array>): void {
  for (const name of readdirSync(folder).sort()) {
    if (name === '__pycache__') continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) furtherFiles(path, `${prefix}${name}/`, into);
    else into[prefix + name] = new Uint8Array(readFileSync(path));
  }
}

function readProgram(topic: string, name: string): CorpusProgram {
  const base = join(CORPUS, topic, name);
  const bytes = readFileSync(`${base}.py`);
  const source = bytes.toString('utf8');
  const files: Record<string, string | Uint8Array> = { 'main.py': new Uint8Array(bytes) };
  if (existsSync(base)) furtherFiles(base, '', files);
  const stdin = existsSync(`${base}.in`) ? readFileSync(`${base}.in`, 'utf8') : '';

  const marks = [...source.matchAll(/^# oracle: (.*)$/gm)].map((match) => match[1].trim());
  let argv: string[] = [];
  let wantsDis = false;
  let stated: Outcome | null = null;
  for (const mark of marks) {
    if (mark === 'dis') wantsDis = true;
    else if (mark === 'properties') {
      const lines = [...source.matchAll(/^#> ?(.*)$/gm)].map((match) => `${match[1]}\n`);
      stated = { stdout: lines.join(''), stderr: '', exitCode: 0 };
    } else if (mark.startsWith('argv ')) argv = mark.split(' ').slice(1);
    else throw new Error(`${topic}/${name}.py: unknown mark "# oracle: ${mark}"`);
  }

  const hash = createHash('sha256');
  for (const [path, content] of Object.entries(files)) hash.update(`${path}\0`).update(content).update('\0');
  hash.update(stdin);
  return {
    topic,
    name,
    id: `${topic}/${name}`,
    source,
    files,
    main: 'main.py',
    argv,
    stdin,
    wantsDis,
    stated,
    hash: hash.digest('hex').slice(0, 16),
  };
}

export function programs(topic: string): CorpusProgram[] {
  return readdirSync(join(CORPUS, topic))
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => readProgram(topic, name.slice(0, -3)));
}

export function recordsFile(topic: string): string {
  return join(CORPUS, topic, 'records.json');
}

export function readRecords(topic: string): Map<string, Recorded> {
  const file = recordsFile(topic);
  const records = new Map<string, Recorded>();
  if (!existsSync(file)) return records;
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, StoredRecord>;
  for (const [name, record] of Object.entries(stored)) {
    records.set(name, {
      hash: record.hash,
      exitCode: record.exit ?? 0,
      stdout: toText(record.stdout),
      stderr: toText(record.stderr ?? []),
      ...(record.dis ? { dis: toText(record.dis) } : {}),
    });
  }
  return records;
}

export function formatRecords(records: Map<string, Recorded>): string {
  const stored: Record<string, StoredRecord> = {};
  for (const name of [...records.keys()].sort()) {
    const record = records.get(name)!;
    stored[name] = {
      hash: record.hash,
      ...(record.exitCode === 0 ? {} : { exit: record.exitCode }),
      stdout: toLines(record.stdout),
      ...(record.stderr === '' ? {} : { stderr: toLines(record.stderr) }),
      ...(record.dis === undefined ? {} : { dis: toLines(record.dis) }),
    };
  }
  return `${JSON.stringify(stored, null, 1)}\n`;
}

/** Programs that our interpreter is known not to pass yet: one `topic/name` a line, `#` begins a comment. */
export function knownFailures(): Set<string> {
  const file = join(CORPUS, 'known-failures.txt');
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== ''));
}

/** What the first difference is, in a few lines; null if there is none. */
export function firstDifference(what: string, expected: string, got: string): string | null {
  if (expected === got) return null;
  const before = expected.split('\n');
  const after = got.split('\n');
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const show = (lines: string[]) => (at < lines.length ? JSON.stringify(lines[at]) : 'nothing');
  return `${what}, line ${at + 1}:\n  expected ${show(before)}\n  got      ${show(after)}`;
}
