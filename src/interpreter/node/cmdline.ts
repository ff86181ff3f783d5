// The command line and the environment, read as python3.12 reads them.
//
// What the interpreter has no part for is accepted and without effect: -b, -d, -v, -R, -t, and the -X options other than
// dev, int_max_str_digits, pycache_prefix, utf8 and warn_default_encoding, which programs see in sys.flags or sys._xoptions.
//
// Answers to CPython 3.12: Python/initconfig.c, Python/preconfig.c, Python/getopt.c.

import type { PyConfig } from '../main.ts';
import { USAGE_ENVIRONMENT, USAGE_HELP, USAGE_LINE, USAGE_XOPTIONS } from './usage.ts';

export const PROGRAM = 'python3.12';
export const VERSION_NUMBER = '3.12.7';

/** The program is not run: what is printed, and the exit status. */
export interface EarlyExit {
  status: number;
  stdout: string;
  stderr: string;
}

const SHORT = 'bBc:dEhiIJm:OPqRsStuvVW:xX:?';
const LONG = new Map<string, boolean>([
  ['check-hash-based-pycs', true],
  ['help-all', false],
  ['help-env', false],
  ['help-xoptions', false],
]);

/** One option with its argument, and where the next would stand; or what is wrong. */
type Option = { name: string; argument: string; next: number } | { error: string };

/** Yields options up to the first argument that is none; answers where it stands. CPython 3.12: _PyOS_GetOpt */
function* options(args: readonly string[]): Generator<Option, number, undefined> {
  let at = 0;
  while (at < args.length) {
    const arg = args[at]!;
    if (!arg.startsWith('-') || arg === '-') return at;
    at++;
    if (arg === '--') return at;
    if (arg === '--help' || arg === '--version') {
      yield { name: arg === '--help' ? 'h' : 'V', argument: '', next: at };
      continue;
    }
    if (arg.startsWith('--')) {
      const takes = LONG.get(arg.slice(2));
      if (takes === undefined) yield { error: `unknown option ${arg}\n` };
      else if (!takes) yield { name: arg, argument: '', next: at };
      else if (at >= args.length) yield { error: `Argument expected for the ${arg} options\n` };
      else yield { name: arg, argument: args[at++]!, next: at };
      continue;
    }
    for (let i = 1; i < arg.length; i++) {
      const name = arg[i]!;
      const known = SHORT.indexOf(name);
      if (name === 'J') yield { error: '-J is reserved for Jython\n' };
      else if (known < 0 || name === ':') yield { error: `Unknown option: -${name}\n` };
      else if (SHORT[known + 1] !== ':') yield { name, argument: '', next: at };
      else {
        const rest = arg.slice(i + 1);
        if (rest === '' && at >= args.length) yield { error: `Argument expected for the -${name} option\n` };
        else yield { name, argument: rest === '' ? args[at++]! : rest, next: at };
        break;
      }
    }
  }
  return at;
}

function usage(complaint: string): EarlyExit {
  const text = `${complaint}${USAGE_LINE}Try \`python -h' for more information.\n`;
  return { status: 2, stdout: '', stderr: text };
}

/** What Py_ExitStatusException prints for an error before there is an interpreter. */
function fatal(where: string, message: string): EarlyExit {
  const lines = [`Fatal Python error: ${where}: ${message}`, 'Python runtime state: preinitialized', ''];
  return { status: 1, stdout: '', stderr: `${lines.join('\n')}\n` };
}

/** A variable that is a flag: its number, 1 for any other text, 0 for none. CPython 3.12: _Py_get_env_flag */
function flagOf(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  if (!/^[ \t\n\r\f\v]*[-+]?\d+$/.test(text)) return 1;
  const n = Number.parseInt(text, 10);
  return n < 0 ? 1 : n;
}

/** Reads the command line (without the program's own name). */
export function parseCommandLine(
  args: readonly string[],
  environ: ReadonlyMap<string, string>,
): PyConfig | EarlyExit {
  const c: PyConfig = {
    command: null,
    module: null,
    filename: null,
    argv: [],
    origArgv: [PROGRAM, ...args],
    debug: 0,
    inspect: 0,
    interactive: 0,
    optimize: 0,
    writeBytecode: true,
    userSite: true,
    site: true,
    useEnvironment: true,
    isolated: false,
    verbose: 0,
    bytesWarning: 0,
    quiet: 0,
    devMode: false,
    utf8Mode: false,
    warnDefaultEncoding: false,
    safePath: false,
    unbuffered: false,
    skipFirstLine: false,
    hashSeed: null,
    intMaxStrDigits: 4300,
    warnOptions: [],
    xoptions: [],
    pythonPath: [],
    pycachePrefix: null,
    checkHashPycs: 'default',
  };
  const warnings: string[] = [];
  let versions = 0;
  const parser = options(args);
  let rest: string[] | null = null;
  while (rest === null) {
    const { done, value } = parser.next();
    if (done) {
      rest = args.slice(value);
      break;
    }
    if ('error' in value) return usage(value.error);
    const early = take(c, value.name, value.argument, warnings);
    if (early !== null) return early;
    if (value.name === 'V') versions++;
    // What follows -c and -m is the program's; the parser must not look at it.
    if (c.command !== null || c.module !== null) rest = args.slice(value.next);
  }
  if (versions > 0) {
    const text = versions > 1 ? '3.12.7 (main, Oct  1 2024, 00:00:00) [GCC 12.2.0]' : VERSION_NUMBER;
    return { status: 0, stdout: `Python ${text}\n`, stderr: '' };
  }
  if (c.command !== null) c.argv = ['-c', ...rest];
  else if (c.module !== null) c.argv = ['-m', ...rest];
  else {
    c.argv = rest.length === 0 ? [''] : rest;
    if (rest.length > 0 && rest[0] !== '-') c.filename = rest[0]!;
  }
  return environment(c, environ, warnings);
}

/** Notes one option; an answer ends the program. CPython 3.12: Python/initconfig.c config_parse_cmdline */
function take(c: PyConfig, name: string, argument: string, warnings: string[]): EarlyExit | null {
  switch (name) {
    case 'b':
      c.bytesWarning++;
      break;
    case 'B':
      c.writeBytecode = false;
      break;
    case 'c':
      c.command = `${argument}\n`;
      break;
    case 'd':
      c.debug++;
      break;
    case 'E':
      c.useEnvironment = false;
      break;
    case 'i':
      c.inspect++;
      c.interactive++;
      break;
    case 'I':
      c.isolated = true;
      break;
    case 'm':
      c.module = argument;
      break;
    case 'O':
      c.optimize++;
      break;
    case 'P':
      c.safePath = true;
      break;
    case 'q':
      c.quiet++;
      break;
    case 's':
      c.userSite = false;
      break;
    case 'S':
      c.site = false;
      break;
    case 'u':
      c.unbuffered = true;
      break;
    case 'v':
      c.verbose++;
      break;
    case 'W':
      warnings.push(argument);
      break;
    case 'x':
      c.skipFirstLine = true;
      break;
    case 'X': {
      const equals = argument.indexOf('=');
      c.xoptions.push(
        equals < 0 ? [argument, true] : [argument.slice(0, equals), argument.slice(equals + 1)],
      );
      break;
    }
    case 'h':
    case '?':
      return { status: 0, stdout: USAGE_LINE + USAGE_HELP, stderr: '' };
    case '--help-all':
      return {
        status: 0,
        stdout: `${USAGE_LINE}${USAGE_HELP}\n${USAGE_ENVIRONMENT}\n${USAGE_XOPTIONS}`,
        stderr: '',
      };
    case '--help-env':
      return { status: 0, stdout: USAGE_ENVIRONMENT, stderr: '' };
    case '--help-xoptions':
      return { status: 0, stdout: USAGE_XOPTIONS, stderr: '' };
    case '--check-hash-based-pycs':
      if (!['always', 'never', 'default'].includes(argument)) {
        return usage("--check-hash-based-pycs must be one of 'default', 'always', or 'never'\n");
      }
      c.checkHashPycs = argument;
  }
  return null;
}

/** What variables say where options do not. CPython 3.12: Python/initconfig.c config_read_env_vars, config_read_complex_options */
function environment(
  c: PyConfig,
  environ: ReadonlyMap<string, string>,
  warnings: string[],
): PyConfig | EarlyExit {
  if (c.isolated) {
    c.useEnvironment = false;
    c.userSite = false;
    c.safePath = true;
  }
  const get = (name: string): string | undefined => {
    const value = c.useEnvironment ? environ.get(name) : undefined;
    return value === '' ? undefined : value;
  };
  const xoption = (name: string): string | true | undefined =>
    c.xoptions.findLast(([other]) => other === name)?.[1];

  c.debug = Math.max(c.debug, flagOf(get('PYTHONDEBUG')));
  c.verbose = Math.max(c.verbose, flagOf(get('PYTHONVERBOSE')));
  c.optimize = Math.max(c.optimize, flagOf(get('PYTHONOPTIMIZE')));
  c.inspect = Math.max(c.inspect, flagOf(get('PYTHONINSPECT')));
  if (flagOf(get('PYTHONDONTWRITEBYTECODE')) > 0) c.writeBytecode = false;
  if (flagOf(get('PYTHONNOUSERSITE')) > 0) c.userSite = false;
  if (flagOf(get('PYTHONUNBUFFERED')) > 0) c.unbuffered = true;
  if (get('PYTHONSAFEPATH') !== undefined) c.safePath = true;
  c.devMode = xoption('dev') !== undefined || get('PYTHONDEVMODE') !== undefined;
  const utf8 = xoption('utf8');
  c.utf8Mode = utf8 === undefined ? get('PYTHONUTF8') === '1' : utf8 !== '0';
  c.warnDefaultEncoding =
    xoption('warn_default_encoding') !== undefined || flagOf(get('PYTHONWARNDEFAULTENCODING')) > 0;
  const prefix = xoption('pycache_prefix') ?? get('PYTHONPYCACHEPREFIX');
  if (typeof prefix === 'string' && prefix !== '') c.pycachePrefix = prefix;
  c.pythonPath = get('PYTHONPATH')?.split(':') ?? [];

  const seed = get('PYTHONHASHSEED');
  if (seed !== undefined && seed !== 'random') {
    const n = Number(seed);
    if (!/^\d+$/.test(seed) || n > 4294967295) {
      return fatal(
        'config_init_hash_seed',
        'PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]',
      );
    }
    c.hashSeed = n;
  }
  for (const [text, where] of [
    [xoption('int_max_str_digits'), '-X int_max_str_digits'],
    [get('PYTHONINTMAXSTRDIGITS'), 'PYTHONINTMAXSTRDIGITS'],
  ] as const) {
    if (text === undefined) continue;
    const n = Number(text);
    if (text === true || !/^\d+$/.test(text) || (n !== 0 && n < 640) || n > 0x7fffffff) {
      return fatal(
        'config_init_int_max_str_digits',
        `${where}: invalid limit; must be >= 640 or 0 for unlimited.`,
      );
    }
    c.intMaxStrDigits = n;
    break;
  }

  if (c.devMode) c.warnOptions.push('default');
  c.warnOptions.push(
    ...(get('PYTHONWARNINGS')
      ?.split(',')
      .filter((w) => w !== '') ?? []),
    ...warnings,
  );
  if (c.bytesWarning > 0) c.warnOptions.push(`${c.bytesWarning > 1 ? 'error' : 'default'}::BytesWarning`);
  return c;
}
