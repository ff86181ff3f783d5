// `npm test` after set-up: every check in the order in which a mistake is found soonest. Each check that is not a
// suite of tests counts as one test. `node src/tools/check.ts unit e2e` runs only the named ones.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });

interface Count {
  passed: number;
  failed: number;
}

function run(program: string, ...args: string[]): boolean {
  return (
    spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: 'inherit',
    }).status === 0
  );
}

const one = (good: boolean): Count => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

function unit(): Count {
  const record = join(cache, 'unit.tap');
  rmSync(record, { force: true });
  const tests = globSync('src/**/*.test.ts', { cwd: root });
  const options = [
    '--test',
    '--test-concurrency=2',
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
  ];
  options.push('--test-reporter=tap', `--test-reporter-destination=${record}`);
  const good =
    spawnSync(process.execPath, [...options, ...tests], { cwd: root, stdio: 'inherit' }).status === 0;
  const tap = existsSync(record) ? readFileSync(record, 'utf8') : '';
  const total = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = total('fail') + total('cancelled');
  console.log(`${total('pass')} unit tests passed, ${failed} failed`);
  return { passed: total('pass'), failed: failed === 0 && !good ? 1 : failed };
}

function e2e(): Count {
  const record = join(cache, 'e2e.json');
  rmSync(record, { force: true });
  const good = run('@playwright/test/cli.js', 'test');
  if (!existsSync(record)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(record, 'utf8'));
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: failed === 0 && !good ? 1 : failed };
}

const checks: Record<string, () => Count> = {
  format: () => one(run('@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error')),
  types: () => {
    const interpreter = one(run('typescript/bin/tsc', '--noEmit', '-p', 'src/interpreter'));
    const site = one(run('astro/bin/astro.mjs', 'check'));
    return { passed: interpreter.passed + site.passed, failed: interpreter.failed + site.failed };
  },
  unit,
  build: () => one(run('astro/bin/astro.mjs', 'build')),
  e2e,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}
const total: Count = { passed: 0, failed: 0 };
for (const [name, check] of Object.entries(checks)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  const started = performance.now();
  const count = check();
  total.passed += count.passed;
  total.failed += count.failed;
  console.log(
    `-- ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
