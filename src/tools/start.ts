// `npm start` after set-up: build the site when its sources changed, then serve it. PORT chooses the port.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { preview } from 'astro';

const root = join(import.meta.dirname, '..', '..');
const build = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
  cwd: root,
  stdio: 'inherit',
});
if (build.status !== 0) process.exit(build.status ?? 1);
const server = await preview({ root, logLevel: 'warn', server: { port: Number(process.env.PORT ?? 4321) } });
console.log(`\nPython Inner Workings is at http://localhost:${server.port}/  (Ctrl-C stops it)`);
await server.closed();
