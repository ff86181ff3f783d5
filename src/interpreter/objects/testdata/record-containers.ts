/**
 * Records what CPython 3.12.7 prints for the programs in containers/: `node record-containers.ts`.
 * Nothing in them may depend on a 64-bit build: Pyodide's is one of 32 bits.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openCPython } from '../../../tools/oracle/cpython.ts';

const folder = new URL('containers/', import.meta.url);
const cpython = await openCPython();
for (const file of readdirSync(folder)) {
  if (!file.endsWith('.py')) continue;
  const source = readFileSync(new URL(file, folder), 'utf8');
  const { stdout } = await cpython.run({ files: { 'main.py': source }, main: 'main.py' });
  writeFileSync(new URL(file.replace(/py$/, 'txt'), folder), stdout);
}
