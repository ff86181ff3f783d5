// What the tests know about the built site: its pages, and how to work an example. Lessons are found, never listed.
import { globSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

const dist = new URL('../dist/', import.meta.url);

export const allPages = globSync('**/*.html', { cwd: dist.pathname })
  .map((file) => `/${file.replace(/index\.html$/, '')}`)
  .sort();

export const instructionPages = allPages.filter((page) => /^\/instructions\/./.test(page));

/** Addresses of the built site's pages; of those of the instructions, which have one form, two that differ most. */
export const pages = allPages.filter(
  (page) => !instructionPages.includes(page) || /\/(CALL|RESERVED)\//.test(page),
);

export const lessonPages = pages.filter((page) => page === '/start/' || page.startsWith('/lessons/'));

export const htmlOf = (page: string) =>
  readFileSync(new URL(page === '/404.html' ? '404.html' : `.${page}index.html`, dist), 'utf8');

/** Examples of lessons; exercises and the tiny compiler apart. */
export const EXAMPLES = '.workbench:not(.exercise-bench, .tiny-jit)';

/** The first example that has such a part now: fixed, whatever becomes of the part. */
export async function exampleWith(page: Page, part: string): Promise<Locator> {
  const index = await page
    .locator(EXAMPLES)
    .evaluateAll(
      (benches, wanted) => benches.findIndex((bench) => bench.querySelector(wanted) !== null),
      part,
    );
  return page.locator(EXAMPLES).nth(index);
}

/** Brings an island to the screen and waits until it is awake. */
export async function wake(bench: Locator): Promise<void> {
  await bench.scrollIntoViewIfNeeded();
  await expect(bench).not.toHaveAttribute('data-state', 'asleep');
}

/** Commits to the first prediction where one is asked for, then runs and waits for the end. */
export async function run(bench: Locator): Promise<void> {
  await wake(bench);
  const prediction = bench.locator('form.prediction');
  if ((await prediction.count()) > 0) {
    if ((await prediction.locator('input[type=radio]').count()) > 0) {
      await prediction.locator('input[type=radio]').first().check();
    } else {
      await prediction.locator('textarea').fill('?');
    }
    await prediction.getByRole('button', { name: 'Commit' }).click();
  }
  await bench.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(bench).toHaveAttribute('data-state', 'done', { timeout: 20_000 });
}

/** Replaces the text of the file that is shown, as a reader would. */
export async function write(page: Page, bench: Locator, text: string): Promise<void> {
  await wake(bench);
  const pane = bench.locator('.code-pane').filter({ visible: true }).first();
  await pane.locator('.code-area, .cm-content').first().click();
  await expect(pane.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

export const stdoutOf = (bench: Locator) => bench.locator('.console .stdout').allInnerTexts();

/** A fresh playground with a program in it. */
export async function playground(page: Page, program: string): Promise<Locator> {
  await page.goto('/playground/');
  const bench = page.locator(EXAMPLES);
  await write(page, bench, program);
  return bench;
}

/** What axe objects to: by all its rules or by some, on the whole page or in a part. */
export async function objections(
  page: Page,
  rules: string[] | null = null,
  part = 'html',
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(part);
  const { violations } = await (rules === null ? axe : axe.withRules(rules)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`);
}
