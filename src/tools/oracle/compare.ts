/** Runs a corpus program on our interpreter and says how the outcome differs from CPython's record of it. */
import { type CorpusProgram, firstDifference, type Recorded } from './corpus.ts';
import { DISASSEMBLER, withoutAddresses } from './cpython.ts';
import { runOurs } from './ours.ts';

/** The differences, empty if there are none. */
export async function differences(program: CorpusProgram, record: Recorded | undefined): Promise<string[]> {
  if (!record) return ['no record: run "npm run oracle"'];
  if (record.hash !== program.hash) return ['the record is stale: run "npm run oracle"'];
  const found: (string | null)[] = [];
  const { files, main, argv, stdin } = program;
  const got = await runOurs({ files, main, argv, stdin });
  let complaint = firstDifference('stderr', record.stderr, withoutAddresses(got.stderr));
  const last = got.stderr.trimEnd().split('\n').at(-1);
  if (complaint && last) complaint += `\n  ending in ${JSON.stringify(last)}`;
  found.push(complaint);
  found.push(firstDifference('stdout', record.stdout, withoutAddresses(got.stdout)));
  if (got.exitCode !== record.exitCode) {
    found.push(`exit status: expected ${record.exitCode}, got ${got.exitCode}`);
  }
  if (record.dis !== undefined) {
    const listing = await runOurs({
      files: { ...files, 'disassemble.py': DISASSEMBLER },
      main: 'disassemble.py',
    });
    if (listing.stderr === '')
      found.push(firstDifference('dis', record.dis, withoutAddresses(listing.stdout)));
    else
      found.push(`dis failed:\n  ending in ${JSON.stringify(listing.stderr.trimEnd().split('\n').at(-1))}`);
  }
  return found.filter((difference) => difference !== null);
}
