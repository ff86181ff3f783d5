// The command line: `python3.12` on this machine.
//
// Answers to CPython 3.12: Programs/python.c, Modules/main.c (Py_BytesMain, exit_sigint).

import { setImmediate } from 'node:timers';
import { type RunResult, start } from '../interpreter.ts';
import { runMainWithConfig } from '../main.ts';
import { actionOf, tripFromOutside } from '../runtime/signals.ts';
import { parseCommandLine } from './cmdline.ts';
import { HostFs } from './hostfs.ts';

/** Signals that a program may have handlers for. */
const SIGNALS = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGUSR1', 10],
  ['SIGUSR2', 12],
  ['SIGALRM', 14],
  ['SIGTERM', 15],
] as const;

/** Ends this process the way a signal does by itself, so that whoever started it knows. */
function dieOf(name: NodeJS.Signals): void {
  process.removeAllListeners(name);
  process.kill(process.pid, name);
}

/** 32 bits at a time from the system's own source, which is loaded when a program asks. */
function systemRandom(): () => number {
  let pool = Buffer.alloc(0);
  return () => {
    if (pool.length < 4) pool = process.getBuiltinModule('node:crypto').randomBytes(256);
    const word = pool.readUInt32LE(0);
    pool = pool.subarray(4);
    return word;
  };
}

/** In the C locale text that is no UTF-8 goes through unchanged. CPython 3.12: config_get_stdio_errors */
function streamErrors(environ: ReadonlyMap<string, string>): string {
  const locale = environ.get('LC_ALL') || environ.get('LC_CTYPE') || environ.get('LANG') || 'C';
  return locale === 'C' || locale === 'POSIX' ? 'surrogateescape' : 'strict';
}

/** Runs a command line (without the program's own name) and ends the process. */
export async function python(args: readonly string[]): Promise<void> {
  const environ = new Map<string, string>();
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) environ.set(name, value);
  const config = parseCommandLine(args, environ);
  if ('status' in config) {
    process.stdout.write(config.stdout);
    process.stderr.write(config.stderr);
    process.exitCode = config.status;
    return;
  }
  const began = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();
  const now = (): bigint => began + process.hrtime.bigint();
  const random32 = systemRandom();
  const vfs = new HostFs(now);
  for (const [name, number] of SIGNALS) {
    process.on(name, () => {
      if (actionOf(number) === 'default') dieOf(name);
      else tripFromOutside(number);
    });
  }
  const execution = start({
    files: {},
    main: '',
    seed: config.hashSeed ?? 1 + Math.floor(Math.random() * 0xfffffffe),
    // A program on a real machine may take what it needs.
    limits: { memory: Number.POSITIVE_INFINITY },
    onStdout: () => {},
    onStderr: (text) => vfs.write(2, new TextEncoder().encode(text)),
    onInput: () => Promise.resolve(null),
    loadLibrary: async (path) => (await import('../../tools/build-library.ts')).nodeLibrary(path),
    yieldToHost: (resume) => setImmediate(resume),
    machine: {
      system: { vfs, environ, pid: process.pid, now, random32 },
      streams: {
        unbuffered: config.unbuffered,
        errors: config.utf8Mode ? 'surrogateescape' : streamErrors(environ),
      },
      main: (session, done) => runMainWithConfig(session, config, done),
    },
  });
  // A program that waits for ever keeps the process.
  setInterval(() => {}, 0x7fffffff);
  leave(await execution.done);
}

function leave(result: RunResult): void {
  if (result.internalError !== null) {
    process.stderr.write(`internal error: ${result.internalError}\n`);
    process.exit(70);
  }
  if (result.exception?.type === 'KeyboardInterrupt' && result.exitCode === 130) dieOf('SIGINT');
  process.exit(result.exitCode);
}
