/** Runs a corpus program on our interpreter and says how the outcome differs from CPython's record of it. */
import { runPython } from '../../interpreter/node.ts';
import { type CorpusProgram, firstDifference, type Recorded } from './corpus.ts';
import { DISASSEMBLER, type Outcome, type Program, withoutAddresses } from './cpython.ts';

const PATIENCE = 30_000;

/** Ours, or an outcome that says that it did not end. */
function runOurs(program: Program): Promise<Outcome> {
  let timer: NodeJS.Timeout;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ stdout: '', stderr: 'did not end\n', exitCode: -1 }), PATIENCE);
  });
  return Promise.race([runPython(program), late]).finally(() => clearTimeout(timer));
}

/** The differences, empty if there are none. */
export async function differences(program: CorpusProgram, record: Recorded | undefined): Promise<string[]> {
  if (!record) return ['no record: run "npm run oracle"'];
  if (record.hash !== program.hash) return ['the record is stale: run "npm run oracle"'];
  const found: (string | null)[] = [];
  const { files, main, argv, stdin } = program;
  const got = await runOurs({ files, main, argv, stdin });
  found.push(firstDifference('stderr', record.stderr, withoutAddresses(got.stderr)));
  found.push(firstDifference('stdout', record.stdout, withoutAddresses(got.stdout)));
  if (got.exitCode !== record.exitCode) {
    found.push(`exit status: expected ${record.exitCode}, got ${got.exitCode}`);
  }
  if (record.dis !== undefined) {
    const listing = await runOurs({
      files: { ...files, 'disassemble.py': DISASSEMBLER },
      main: 'disassemble.py',
    });
    const text = withoutAddresses(listing.stderr === '' ? listing.stdout : listing.stderr);
    found.push(firstDifference('dis', record.dis, text));
  }
  return found.filter((difference) => difference !== null);
}
