// `npm run -s python -- file.py args`: python3.12 on this machine. What V8 has compiled is kept, so that the next start is
// fast.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/python-command'));

// npm runs its scripts in the package's folder and says where it was called.
const { INIT_CWD, npm_lifecycle_event: script } = process.env;
if (script === 'python' && INIT_CWD !== undefined) process.chdir(INIT_CWD);

const { python } = await import('../interpreter/node/cli.ts');
await python(process.argv.slice(2));
