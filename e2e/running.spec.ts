// Programs run in the real site: every example of every lesson, and what a reader does with them.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { EXAMPLES, exampleWith, lessonPages, playground, run, wake, write } from './site.ts';

for (const address of lessonPages) {
  test(`every example of ${address} runs and matches CPython`, async ({ page }) => {
    test.setTimeout(120_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(address);
    const benches = await page.locator(EXAMPLES).all();
    expect(benches.length).toBeGreaterThan(0);
    for (const bench of benches) {
      await run(bench);
      const verdict = bench.locator('[data-check]');
      const check = await verdict.getAttribute('data-check');
      if (check !== 'matches' && check !== 'none') {
        const name = await bench.locator('.bench-name').innerText();
        const diff = await bench.locator('.diff').allInnerTexts();
        problems.push(`${name}: ${await verdict.innerText()}\n${diff.join('\n')}`);
      }
    }
    expect(problems.join('\n\n')).toBe('');
  });
}

test('an example broken on purpose shows the difference, and reset mends it', async ({ page }) => {
  await page.goto(lessonPages[0]);
  const bench = await exampleWith(page, '.printed > .console');
  await write(page, bench, 'print("something else")\n');
  await run(bench);
  await expect(bench.locator('[data-check]')).toHaveAttribute('data-check', 'changed');
  await expect(bench.locator('.diff .extra code')).toContainText(['something else']);
  await expect(bench.locator('.diff .missing code').first()).toBeVisible();
  await bench.getByRole('button', { name: 'Reset' }).click();
  await run(bench);
  await expect(bench.locator('[data-check]')).toHaveAttribute('data-check', /matches|none/);
});

test('edit, run, edit, run again', async ({ page }) => {
  const bench = await playground(page, 'print(6 * 7)');
  await run(bench);
  await expect(bench.locator('.console')).toContainText('42');
  await write(page, bench, 'print("again")');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bench.locator('.console')).toContainText('again');
  await expect(bench.locator('.console')).not.toContainText('42');
});

test('an endless loop is stopped within a second, and the next program runs', async ({ page }) => {
  const bench = await playground(page, 'print("begun")\nwhile True: pass');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bench.locator('.console')).toContainText('begun');
  await page.waitForTimeout(300);
  const asked = Date.now();
  await bench.getByRole('button', { name: 'Stop' }).click();
  await expect(bench.locator('[data-check=stopped]')).toBeVisible();
  expect(Date.now() - asked).toBeLessThan(1000);
  await write(page, bench, 'print("still here")');
  await run(bench);
  await expect(bench.locator('.console')).toContainText('still here');
});

test('input() is answered in place', async ({ page }) => {
  const bench = await playground(page, 'name = input("Who? ")\nprint("Hello,", name)');
  await page.keyboard.press('ControlOrMeta+Enter');
  const line = bench.getByLabel('The program waits for a line of input');
  await expect(line).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(bench).toHaveAttribute('data-state', 'done');
  await expect(bench.locator('.console')).toContainText('Who? Ada');
  await expect(bench.locator('.console')).toContainText('Hello, Ada');
});

test('an exception leads to its line and is explained', async ({ page }) => {
  const bench = await playground(page, 'x = 1\nprint("before")\nx / 0\n');
  await run(bench);
  await expect(bench.locator('.console .stdout')).toHaveText('before\n');
  await expect(bench.locator('.console .stderr')).toContainText('ZeroDivisionError: division by zero');
  await expect(bench.locator('.explanation')).toContainText('divided by zero');
  await bench.getByRole('button', { name: /line 3/ }).click();
  await expect(bench.locator('.cm-line.error-line')).toHaveText('x / 0');
});

test('axe objects to nothing after a run: output, traceback, explanation, difference', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(lessonPages[0]);
    const bench = await exampleWith(page, '.printed > .console');
    await write(page, bench, '# a comment\nprint("something else")\nclass A: x = [1, "two"]\n1 / 0\n');
    await run(bench);
    await expect(bench.locator('.explanation')).toBeVisible();
    await expect(bench.locator('.diff')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html)}`),
    ).toEqual([]);
  }
});

test('a syntax error is told before anything runs, and the text is kept', async ({ page }) => {
  const bench = await playground(page, 'print("never")\nif True\n    print(1)\n');
  await run(bench);
  await expect(bench.locator('.console .stderr')).toContainText("SyntaxError: expected ':'");
  await expect(bench.locator('.console')).not.toContainText('never\n');
  await expect(bench.locator('.cm-content')).toContainText('if True');
});

test('programs that go too far end in an exception, and the page lives', async ({ page }) => {
  test.setTimeout(60_000);
  const bench = await playground(page, 'def f(): return f()\nf()');
  await run(bench);
  await expect(bench.locator('.console .stderr')).toContainText('RecursionError');
  await write(page, bench, 'x = [0] * 10**10');
  await run(bench);
  await expect(bench.locator('.console .stderr')).toContainText('MemoryError');
  await write(page, bench, 'x = "a"\nwhile True: x += x');
  await run(bench);
  await expect(bench.locator('.console .stderr')).toContainText('MemoryError');
  await write(page, bench, 'print("alive")');
  await run(bench);
  await expect(bench.locator('.console')).toContainText('alive');
});

test('ten megabytes of output do not freeze the page', async ({ page }) => {
  test.setTimeout(60_000);
  const bench = await playground(page, 'line = "x" * 999\nfor i in range(10_000): print(line)');
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now() };
    Object.assign(globalThis, { state });
    const tick = () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      setTimeout(tick, 20);
    };
    tick();
  });
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bench).toHaveAttribute('data-state', 'done', { timeout: 40_000 });
  await expect(bench.locator('.long-output')).toContainText('10.0 MB');
  const longest = await page.evaluate(
    () => (globalThis as unknown as { state: { longest: number } }).state.longest,
  );
  expect(longest).toBeLessThan(1500);
});

test('edits outlive a reload and are not run by themselves', async ({ page }) => {
  await page.goto(lessonPages[0]);
  const bench = await exampleWith(page, '.printed > .console');
  await write(page, bench, 'print("my own words")');
  await page.reload();
  await wake(bench);
  await expect(bench.locator('.bench-file').last()).toContainText('my own words');
  await expect(bench).toHaveAttribute('data-state', 'idle');
  await expect(bench.getByRole('button', { name: 'Reset' })).toBeVisible();
});

test('a workbench is worked by keyboard alone, and Tab does not trap', async ({ page }) => {
  await page.goto('/playground/');
  const bench = page.locator(EXAMPLES);
  await wake(bench);
  const focused = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let steps = 0; steps < 30 && !(await focused('.code-area, .cm-content')); steps++)
    await page.keyboard.press('Tab');
  await expect(bench.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('print("by keyboard")');
  await page.keyboard.press('Tab');
  expect(await focused('.cm-content')).toBe(false);
  for (let steps = 0; steps < 10 && !(await focused('.run')); steps++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(bench.locator('.console')).toContainText('by keyboard');
});

test('on a phone the text area edits over the highlighted text', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto('/playground/');
  const bench = page.locator(EXAMPLES);
  await wake(bench);
  await bench.locator('.code-area').fill('print("small screen")');
  await expect(bench.locator('.code .tok-string')).toHaveText('"small screen"');
  await run(bench);
  await expect(bench.locator('.console')).toContainText('small screen');
  await expect(bench.locator('.cm-content')).toHaveCount(0);
  await context.close();
});
