/**
 * `npm run oracle`: records what CPython 3.12.7 prints for each program of the corpus.
 *
 * It needs more of Node's stack than usual (--stack-size in package.json): CPython in WebAssembly uses it up in programs
 * that recurse without end.
 *
 *   npm run oracle                      records the programs that are new or have changed
 *   npm run oracle -- --all             records every program again
 *   npm run oracle -- --check           records nothing; fails if a record is missing, stale or left over
 *   npm run oracle -- 03-floats 01-.../name   only these topics or programs
 */
import { writeFileSync } from 'node:fs';
import {
  type CorpusProgram,
  formatRecords,
  programs,
  type Recorded,
  readRecords,
  recordsFile,
  topics,
} from './oracle/corpus.ts';
import { asOnLinux, type CPython, DISASSEMBLER, openCPython, withoutAddresses } from './oracle/cpython.ts';

async function record(program: CorpusProgram, cpython: () => Promise<CPython>): Promise<Recorded> {
  const recorded: Recorded = {
    hash: program.hash,
    ...(program.stated ?? (await (await cpython()).run(program))),
  };
  recorded.stdout = withoutAddresses(asOnLinux(recorded.stdout));
  recorded.stderr = withoutAddresses(asOnLinux(recorded.stderr));
  if (program.wantsDis) {
    const files = { ...program.files, 'disassemble.py': DISASSEMBLER };
    const outcome = await (await cpython()).run({ files, main: 'disassemble.py' });
    if (outcome.exitCode !== 0) throw new Error(`${program.id}: ${outcome.stderr}`);
    recorded.dis = withoutAddresses(outcome.stdout);
  }
  return recorded;
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const all = words.includes('--all');
  const check = words.includes('--check');
  const wanted = words.filter((word) => !word.startsWith('--'));
  const chosen = (program: CorpusProgram) =>
    wanted.length === 0 || wanted.includes(program.topic) || wanted.includes(program.id);

  let opened: Promise<CPython> | null = null;
  const cpython = () => {
    opened ??= openCPython();
    return opened;
  };
  let total = 0;
  let renewed = 0;
  const stale: string[] = [];
  for (const topic of topics()) {
    const before = readRecords(topic);
    const after = new Map<string, Recorded>();
    for (const program of programs(topic)) {
      total++;
      const old = before.get(program.name);
      const current = old?.hash === program.hash;
      if (check) {
        if (!current) stale.push(program.id);
      } else if (chosen(program) && (all || !current)) {
        after.set(program.name, await record(program, cpython));
        renewed++;
        continue;
      }
      if (old) after.set(program.name, old);
    }
    if (check) {
      for (const name of before.keys())
        if (!after.has(name)) stale.push(`${topic}/${name} (no such program)`);
    } else {
      const text = formatRecords(after);
      if (text !== formatRecords(before)) writeFileSync(recordsFile(topic), text);
    }
  }
  if (stale.length > 0) {
    console.error(`records to renew with "npm run oracle":\n  ${stale.join('\n  ')}`);
    process.exitCode = 1;
  } else console.log(`${total} programs, ${check ? 'every record is current' : `${renewed} recorded`}`);
}

await main();
