// Runs programs on a python3.12 of this machine: for what Pyodide cannot do (threads, a 64-bit machine's facts).

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Runner } from './pyodide-runner.ts';

const TIME_LIMIT = 30_000;

/** `python` is the command to run; the working directory's name is shown as /home/reader. */
export function createNativeRunner(python: string): Runner {
  return {
    name: python,
    async run(files, main, stdin) {
      const home = await mkdtemp(join(tmpdir(), 'reader-'));
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(home, name)), { recursive: true });
        await writeFile(join(home, name), text);
      }
      // A plain environment: settings such as PYTHONDONTWRITEBYTECODE would change what programs see.
      const env = { PATH: process.env.PATH, LANG: 'C.UTF-8' };
      const child = spawn(python, [main], { cwd: home, env, timeout: TIME_LIMIT });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
      child.stdin.end(stdin);
      const exitCode = await new Promise<number>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => resolve(code ?? 1));
      });
      await rm(home, { recursive: true });
      const shown = (text: string) => text.replaceAll(home, '/home/reader');
      return { stdout: shown(stdout), stderr: shown(stderr), exitCode, threads: false };
    },
  };
}
